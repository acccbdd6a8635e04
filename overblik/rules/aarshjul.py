"""The wheel of a year: what a plan must do in it, and how each thing stands. Pure: the day is given."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from aftaler.rules.frister import EFTER_SLUT, Tidsstand, i_ord, laeg_maaneder, tidsstand
from kerne.arbejdsdage import arbejdsdage
from overblik.rules.stilling import stort, talord
from overblik.statuses import Pligt

NAERT = timedelta(days=30)  # so near that the reader counts working days


@dataclass(frozen=True)
class Ting:
    """One thing of the year. `side` and `args` are where it is kept, `frist` the deadline's key when it can be moved.

    `gjort` is the day it was done, or happened by itself; `gjort_ord` is how doing it is called. `pligt` and `goer`
    are the duty and its words, verb first, when it is nobody's task on Min side.
    """

    dato: date
    hvad: str
    hvor: str
    side: str
    args: tuple[str | int, ...] = ()
    gjort: date | None = None
    gjort_ord: str = "Gjort"
    frist: int | None = None
    note: str = ""
    pligt: Pligt | None = None
    goer: str = ""


def aarene(*, start: date, slut: date) -> range:
    """Regel aarshjulets-aar: hjulet viser planens år og de to efter, hvor regnskab og breve stadig kan komme."""
    return range(start.year, laeg_maaneder(slut, EFTER_SLUT).year + 1)


def aaret(oensket: str, *, start: date, slut: date, dag: date) -> int:
    """The year asked for, when the plan has it; else the day's own, or the plan's first or last."""
    alle = aarene(start=start, slut=slut)
    if oensket.isascii() and oensket.isdigit() and len(oensket) == 4 and int(oensket) in alle:
        return int(oensket)
    if dag.year in alle:
        return dag.year
    return start.year if dag < start else slut.year


def faste(aar: int, *, start: date, slut: date, dag: date, halvaar: Collection[int]) -> list[Ting]:
    """Regel aarshjulets-faste: registerdata ses efter i hvert halvår, og ministeriets lister kommer 1. december.

    Boligsociale Data comes twice a year; the last day of the half-year is our own limit. `halvaar` are those in which
    somebody wrote register figures. Lists: almenboliglovens § 61 a stk. 5 (domain.md 1.5, 3).
    """
    ud = []
    for nr, sidste in ((1, date(aar, 6, 30)), (2, date(aar, 12, 31))):
        if start <= sidste <= slut:
            hvad = f"Registerdata for {nr}. halvår er set efter"
            gjort = sidste if nr in halvaar else None
            goer = f"Se registerdata for {nr}. halvår efter"
            ud.append(Ting(sidste, hvad, "Hele planen", "maalinger:data", gjort=gjort, pligt=Pligt.REGISTERDATA,
                           goer=goer))  # fmt: skip
    lister = date(aar, 12, 1)
    if start <= lister <= slut:
        kommet = lister if lister < dag else None
        ud.append(Ting(lister, "Ministeriets lister kommer", "Boligområderne", "maalinger:lister", gjort=kommet,
                       gjort_ord="Kom"))  # fmt: skip
    return ud


def stand(ting: Ting, dag: date) -> Tidsstand:
    return tidsstand(ting.dato, ting.gjort, dag)


def saetning(ting: Ting, dag: date) -> str:
    """Regel aarshjulets-arbejdsdage: de sidste 30 dage før en frist siges også i arbejdsdage.

    A day that somebody only has to have done the thing by is not known to be the day it was done.
    """
    if ting.gjort is not None and ting.gjort == ting.dato:
        return f"{ting.gjort_ord}."
    sagt = i_ord(ting.dato, ting.gjort, dag, gjort_ord=ting.gjort_ord)
    if ting.gjort is None and timedelta(0) < ting.dato - dag <= NAERT:
        antal = arbejdsdage(dag, ting.dato)
        return f"{sagt.rstrip('.')}, {antal} {'arbejdsdag' if antal == 1 else 'arbejdsdage'}."
    return sagt


def overskrift(standene: Iterable[Tidsstand]) -> str:
    """ "To ting er over tiden, tre kommer, og fem er gjort." """
    alle = list(standene)
    if not alle:
        return "Planen har ingen frister i året."
    antal = [(alle.count(Tidsstand.OVER_TIDEN), "er over tiden"), (alle.count(Tidsstand.KOMMER), "kommer"),
             (alle.count(Tidsstand.GJORT), "er gjort")]  # fmt: skip
    led = [f"{'én' if et == 1 else talord(et)} {ord_}" for et, ord_ in antal if et]
    led[0] = led[0].replace(" ", " ting ", 1)
    return f"{stort(', og '.join([', '.join(led[:-1]), led[-1]] if len(led) > 1 else led))}."
