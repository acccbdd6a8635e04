"""bin/bench: how fast the real thing is, on throw-away servers. Progress on stderr, one JSON object on stdout.

Whatever is compared is measured in turn in the same run, so that a busy machine is busy for both. What the figures
mean stands in docs/drift.md.
"""

import contextlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import benchserver
import proev
from benchbrowser import Browser
from miljoe import Sted, sted
from tale import KanIkke, koer, sig

Miljoe = Mapping[str, str]
FROE = 1
SIDER = {  # page -> its path below the plan, and how many rows it prints
    "overblik": ("overblik/", 40),
    "kriterier": ("kriterier/", 40),
    "kriterium": ("kriterier/1/", 40),
    "kriterium_af_aktivitet": ("kriterier/40/", 40),
    "delaftale": ("delaftaler/1/", 7),
    "budget": ("budget/", 52),
    "milepaelsplan": ("milepaelsplan/", 54),
}
FOERSTE_GANG = "overblik_foerste_gang"


@dataclass(frozen=True)
class Omfang:
    """How much is measured. `pdf_af` is the delaftale in the PDF; empty is all of them in one paper."""

    planer: int = 150
    runder: int = 30
    pdf_runder: int = 3
    pdf_af: str = ""
    dokumenter: int = 8
    koe_runder: int = 2
    arbejdere: tuple[int, ...] = (1, 2)


def hoved(_argumenter: list[str]) -> int:
    her = sted()
    with proev.proevemiljoe(her) as miljoe:
        print(json.dumps(maal(her, miljoe, Omfang()), ensure_ascii=False, indent=2))
    return 0


def maal(her: Sted, miljoe: Miljoe, omfang: Omfang) -> dict[str, Any]:
    """Everything. The databases are copies of the one that `miljoe` names, which is migrated and has no plans."""
    tom = miljoe["DATABASE_URL"]
    en = fyldt(her, miljoe, tom, "bench_en", planer=1)
    mange = fyldt(her, miljoe, en["DATABASE_URL"], "bench_mange", planer=omfang.planer)
    with browsere(her, en, mange) as (lille, stor):
        resultat = {
            "sider": sider(stor, omfang.runder) | nye_sider(stor.adresse, omfang),
            **_skala(lille, stor, omfang),
        }
    sig("PDF …")
    resultat["pdf"] = i_app(her, mange, "benchpdf", str(omfang.pdf_runder), plan(1), omfang.pdf_af)
    return resultat | {"koe": koe(her, mange, omfang)}


def plan(nr: int) -> str:
    return f"storskala-{FROE}-{nr}"


def fyldt(her: Sted, miljoe: Miljoe, kilde: str, navn: str, *, planer: int) -> dict[str, str]:
    """The environment of a new database: a copy of `kilde` with invented plans up to `planer`."""
    sig(f"Fylder en database med {planer} planer …" if planer > 1 else "Fylder en database med én plan …")
    dele = urlsplit(kilde)
    eget = dict(miljoe) | {"DATABASE_URL": urlunsplit(dele._replace(path=f"/{navn}")), "DB_POOL": "0"}
    i_app(her, dict(miljoe) | {"DATABASE_URL": kilde}, "benchdatabase", "kopi", navn)
    kommando = [her.python, "manage.py", "storskala", "--planer", str(planer), "--froe", str(FROE)]
    if subprocess.run(kommando, cwd=her.rod, env=eget, stdout=sys.stderr, check=False).returncode:
        raise KanIkke("De opdigtede planer kunne ikke lægges ind.")
    i_app(her, eget, "benchdatabase", "statistik")
    return eget


def i_app(her: Sted, miljoe: Miljoe, modul: str, *argumenter: str) -> Any:
    """What a part that needs the application answers: a module beside this one, in a process of its own."""
    kommando = [her.python, str(Path(__file__).with_name(f"{modul}.py")), *argumenter]
    svar = subprocess.run(kommando, cwd=her.rod, env=dict(miljoe), stdout=subprocess.PIPE, text=True, check=False)
    if svar.returncode:
        raise KanIkke(f"Målingen {modul} gik i stå.")
    return json.loads(svar.stdout)


@contextlib.contextmanager
def browsere(her: Sted, *miljoeer: Miljoe) -> Iterator[list[Browser]]:
    """A server for each environment, and in each somebody who is logged in as the chair of plan 1."""
    with contextlib.ExitStack() as i_gang:
        adresser = [i_gang.enter_context(benchserver.web(her, miljoe)) for miljoe in miljoeer]
        yield [Browser(adresse).log_ind(f"formand@{plan(1)}.invalid") for adresse in adresser]


def sider(browser: Browser, runder: int) -> dict[str, dict[str, float]]:
    """Each page and its floor in turn: a bare page that prints as many rows of finished words."""
    resultat = {}
    for navn, (sti, raekker) in SIDER.items():
        sig(f"Siden {navn} …")
        egen, gulv = f"/planer/{plan(1)}/{sti}", f"/bench/{plan(1)}/{raekker}/"
        par = skiftevis(lambda sti=egen: browser.ms(sti), lambda sti=gulv: browser.ms(sti), runder=runder)
        resultat[navn] = _side(*par, browser.forespoergsler(egen))
    return resultat


def nye_sider(adresse: str, omfang: Omfang) -> dict[str, dict[str, float]]:
    """The board's page of plans that nobody has looked at yet, so that no answer is remembered: a new plan a round."""
    navn, (sti, raekker) = FOERSTE_GANG, SIDER["overblik"]
    sig(f"Siden {navn} …")
    egne, gulve, spurgt = [], [], 0
    for nr in range(2, min(omfang.planer, omfang.runder + 1) + 1):
        browser = Browser(adresse).log_ind(f"formand@{plan(nr)}.invalid")
        gulve.append(browser.ms(f"/bench/{plan(nr)}/{raekker}/"))
        egne.append(browser.ms(f"/planer/{plan(nr)}/{sti}"))
        spurgt = browser.forespoergsler(f"/planer/{plan(nr)}/{sti}")
    return {navn: _side(median(egne), median(gulve), spurgt)}


def _side(ms: float, gulv: float, forespoergsler: int) -> dict[str, float]:
    return {
        "ms_pr_kald": round(ms, 1),
        "gulv_ms": round(gulv, 1),
        "forhold": round(ms / gulv, 2),
        "forespoergsler": forespoergsler,
    }


def _skala(lille: Browser, stor: Browser, omfang: Omfang) -> dict[str, dict[str, float]]:
    sig("Skala …")
    sti = f"/planer/{plan(1)}/overblik/"
    en, mange = skiftevis(lambda: lille.ms(sti), lambda: stor.ms(sti), runder=omfang.runder)
    return {"skala": {"planer_1": round(en, 1), f"planer_{omfang.planer}": round(mange, 1),
                      "forhold": round(mange / en, 2)}}  # fmt: skip


def koe(her: Sted, miljoe: Miljoe, omfang: Omfang) -> dict[str, float]:
    """The same number of new papers by one worker and by two, in turn; the best round of each."""
    sekunder: dict[int, list[float]] = {antal: [] for antal in omfang.arbejdere}
    for runde in range(omfang.koe_runder):
        for antal in omfang.arbejdere:
            sig(f"{omfang.dokumenter} papirer, {antal} arbejder{'e' if antal > 1 else ''} …")
            with benchserver.arbejdere(her, miljoe, antal):
                foerst = (2 * runde + antal - 1) * (omfang.dokumenter + 2)
                svar = i_app(her, miljoe, "benchkoe", str(omfang.dokumenter), str(foerst), str(FROE), str(antal))
                sekunder[antal].append(svar["sekunder"])
    return {"dokumenter": omfang.dokumenter, **{f"arbejdere_{et}_sekunder": min(sekunder[et]) for et in sekunder}}


def skiftevis(*maal: Callable[[], float], runder: int) -> list[float]:
    """The median of each, measured in turn; a first round warms up and isn't counted."""
    alle = [[et() for et in maal] for _ in range(runder + 1)]
    return [median(tider) for tider in zip(*alle[1:], strict=True)]


if __name__ == "__main__":
    koer(hoved)
