"""bin/regler: write docs/regler.md and docs/statusser.md from the code, or with --check say whether they are stale.

A rule is a function of a ``rules.py`` (or ``rules/*.py``) whose docstring begins with ``Regel <slug>: <sentence>``; a
test names it with ``@pytest.mark.regel("<slug>")``. A status table is an ``OVERGANGE`` dict of an app's
``statuses.py``. Everything is read as text with ast; nothing is imported.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from miljoe import ROD
from tale import KanIkke, koer, sig

REGEL = re.compile(r"Regel ([a-z0-9]+(?:-[a-z0-9]+)*): (\S.*)")
FUNKTION = (ast.FunctionDef, ast.AsyncFunctionDef)
HOVED = "<!-- Written by bin/regler. Change the code, not this file. -->\n\n"


@dataclass(frozen=True)
class Regel:
    slug: str
    saetning: str
    app: str
    sted: str


@dataclass(frozen=True)
class Overgang:
    fra: str
    til: str
    hvem: str
    funktioner: str


def hoved(argumenter: list[str]) -> int:
    if argumenter not in ([], ["--check"]):
        raise KanIkke("Brug: bin/regler eller bin/regler --check")
    sider = {"regler.md": regelside(ROD), "statusser.md": statusside(ROD)}
    docs = ROD / "docs"
    gamle = [navn for navn, ny in sider.items() if not (docs / navn).is_file() or (docs / navn).read_text() != ny]
    if argumenter:
        if gamle:
            sig(f"Ikke ajour: {', '.join(f'docs/{navn}' for navn in gamle)}. Kør bin/regler.")
        return int(bool(gamle))
    for navn in gamle:
        (docs / navn).write_text(sider[navn])
    return 0


def regelside(rod: Path) -> str:
    """docs/regler.md. Raises KanIkke on a slug used twice and on a test of a rule that isn't there."""
    regler = list(find_regler(rod))
    proever = find_proever(rod)
    slugs = [regel.slug for regel in regler]
    if dobbelte := sorted({slug for slug in slugs if slugs.count(slug) > 1}):
        raise KanIkke(f"To regler har samme navn: {', '.join(dobbelte)}.")
    if ukendte := sorted(set(proever) - set(slugs)):
        steder = "; ".join(f"{slug} ({', '.join(sorted(proever[slug]))})" for slug in ukendte)
        raise KanIkke(f"En prøve nævner en regel, som ikke findes: {steder}.")
    linjer = [HOVED + "# Regler"]
    for app in sorted({regel.app for regel in regler}):
        linjer += [f"\n## {app}\n", "| Regel | Siger | Funktion | Prøver |", "| --- | --- | --- | --- |"]
        for regel in sorted((r for r in regler if r.app == app), key=lambda r: r.slug):
            proevet = "<br>".join(f"`{navn}`" for navn in sorted(proever.get(regel.slug, ()))) or "**ingen**"
            linjer.append(f"| {regel.slug} | {_celle(regel.saetning)} | `{regel.sted}` | {proevet} |")
    return "\n".join(linjer) + "\n"


def find_regler(rod: Path) -> Iterator[Regel]:
    for fil in sorted([*rod.glob("*/rules.py"), *rod.glob("*/rules/*.py")]):
        for knude in ast.walk(_trae(fil)):
            if not isinstance(knude, FUNKTION):
                continue
            foerste = (ast.get_docstring(knude) or "").split("\n", 1)[0]
            if not foerste.startswith("Regel "):
                continue
            sti = fil.relative_to(rod)
            if not (fundet := REGEL.fullmatch(foerste)):
                raise KanIkke(f"{sti}: {knude.name} skal begynde med »Regel <navn>: <sætning>«.")
            yield Regel(fundet[1], fundet[2], sti.parts[0], f"{sti}::{knude.name}")


def find_proever(rod: Path) -> dict[str, set[str]]:
    """Slug to tests: ``file::function``, ``file::class`` or the file, by where the mark stands."""
    fundne: dict[str, set[str]] = defaultdict(set)
    for fil in sorted((rod / "tests").rglob("test_*.py")):
        trae, sti = _trae(fil), str(fil.relative_to(rod))
        for knude in ast.walk(trae):
            if isinstance(knude, (*FUNKTION, ast.ClassDef)):
                for slug in _slugs(knude.decorator_list):
                    fundne[slug].add(f"{sti}::{knude.name}")
        for slug in _slugs([k.value for k in trae.body if isinstance(k, ast.Assign) and _navne(k) == ["pytestmark"]]):
            fundne[slug].add(sti)
    return fundne


def _slugs(knuder: list[ast.expr]) -> Iterator[str]:
    for knude in knuder:
        for kald in ast.walk(knude):
            if isinstance(kald, ast.Call) and isinstance(kald.func, ast.Attribute) and kald.func.attr == "regel":
                yield from (a.value for a in kald.args if isinstance(a, ast.Constant) and isinstance(a.value, str))


def statusside(rod: Path) -> str:
    """docs/statusser.md: one table for each thing that has a status."""
    linjer = [HOVED + "# Statusser"]
    for fil in sorted(rod.glob("*/statuses.py")):
        trae, app = _trae(fil), fil.parent.name
        navne = _etiketter(trae)
        for knude in trae.body:
            if isinstance(knude, ast.Assign | ast.AnnAssign) and isinstance(knude.value, ast.Dict):
                tabel = _navne(knude)[0]
                if not tabel.startswith("OVERGANGE"):
                    continue
                linjer += [
                    f"\n## {app}: `{tabel}`\n",
                    "| Fra | Til | Må den, som | Funktion |",
                    "| --- | --- | --- | --- |",
                ]
                linjer += [
                    f"| {o.fra} | {o.til} | {o.hvem} | {o.funktioner} |"
                    for o in _overgange(knude.value, navne, _tjenester(rod / app))
                ]
    return "\n".join(linjer) + "\n"


def _overgange(tabel: ast.Dict, navne: dict[str, str], tjenester: list[ast.FunctionDef]) -> Iterator[Overgang]:
    for noegle, vaerdi in zip(tabel.keys, tabel.values, strict=True):
        fra = _status(noegle)
        til = [_status(k) for k in ast.walk(vaerdi) if isinstance(k, ast.Attribute)]
        if not til:
            yield Overgang(navne.get(fra, fra), "(slutter her)", "", "")
        for maal in til:
            gor = [
                f for f in tjenester if any(isinstance(k, ast.Attribute) and _status(k) == maal for k in ast.walk(f))
            ]
            hvem = sorted(
                {k.attr for f in gor for k in ast.walk(f) if isinstance(k, ast.Attribute) and k.attr.startswith("maa_")}
            )
            yield Overgang(navne.get(fra, fra), navne.get(maal, maal), _kode(hvem), _kode([f.name for f in gor]))


def _etiketter(trae: ast.Module) -> dict[str, str]:
    """``Status.KLADDE`` to its label, for every enumeration of the file."""
    return {
        f"{klasse.name}.{_navne(linje)[0]}": str(linje.value.elts[1].value)
        for klasse in trae.body
        if isinstance(klasse, ast.ClassDef)
        for linje in klasse.body
        if isinstance(linje, ast.Assign) and isinstance(linje.value, ast.Tuple) and len(linje.value.elts) == 2
        if isinstance(linje.value.elts[1], ast.Constant)
    }


def _tjenester(app: Path) -> list[ast.FunctionDef]:
    """The public functions of the app's services: what can be done."""
    filer = sorted([*app.glob("services.py"), *app.glob("services/*.py")])
    return [
        k for fil in filer for k in _trae(fil).body if isinstance(k, ast.FunctionDef) and not k.name.startswith("_")
    ]


def _navne(knude: ast.Assign | ast.AnnAssign) -> list[str]:
    maal = knude.targets if isinstance(knude, ast.Assign) else [knude.target]
    return [ast.unparse(m) for m in maal]


def _status(knude: ast.expr | None) -> str:
    """The last two parts of a dotted name: ``statuses.Status.KLADDE`` and ``Status.KLADDE`` are the same."""
    return ".".join(ast.unparse(knude).split(".")[-2:]) if knude else ""


def _kode(navne: list[str]) -> str:
    return ", ".join(f"`{navn}`" for navn in navne) or "**ingen**"


def _celle(tekst: str) -> str:
    return tekst.replace("|", "\\|")


def _trae(fil: Path) -> ast.Module:
    return ast.parse(fil.read_text(encoding="utf-8"), str(fil))


if __name__ == "__main__":
    koer(hoved)
