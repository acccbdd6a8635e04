"""When the digest mail is due, and what it reminds of, counted in Danish working days. Pure: the day is given."""

from datetime import date, timedelta

from kerne import datoer
from kerne.arbejdsdage import arbejdsdage, er_arbejdsdag, flyt_arbejdsdage, ugens_foerste_arbejdsdag
from overblik.rules.stilling import stort, talord
from overblik.statuses import VARSLER, Hyppighed, Pligt, Varsel

UGE = timedelta(days=7)
AARET_TILBAGE = timedelta(days=90)  # what the year asked for longer ago stands in the wheel, not in mails
HOEJST_TALT = 60  # working days that help a reader
PAA_MOEDETS_DAG = frozenset({Pligt.MOEDE, Pligt.INDKALDELSE, Pligt.INDKALD})


def skylder(hyppighed: str, sidst: date | None, dag: date) -> bool:
    """Regel samlemail-dage: mailen skrives højst én gang om dagen eller ugen, og en oversprungen dag hentes ind.

    `sidst` is the day it was last dealt with, None for never. The weekly one is due on the week's first working day;
    was that one missed, on the next. Whoever never had one begins with the week.
    """
    if hyppighed == Hyppighed.ALDRIG or not er_arbejdsdag(dag):
        return False
    if hyppighed == Hyppighed.DAGLIGT:
        return sidst is None or sidst < dag
    foerste = ugens_foerste_arbejdsdag(dag)
    if sidst is None:
        return dag == foerste
    return foerste is not None and sidst < foerste


def dag_foer_naeste(hyppighed: str, dag: date) -> date:
    """Regel samlemail-raekker: den ugentlige mail minder også om det, hvis dag kommer før den næste mail.

    The last day that this mail must cover.
    """
    if hyppighed == Hyppighed.DAGLIGT:
        return flyt_arbejdsdage(dag, 1) - timedelta(days=1)
    mandag = dag - timedelta(days=dag.weekday()) + UGE
    while (naeste := ugens_foerste_arbejdsdag(mandag)) is None:
        mandag += UGE
    return naeste - timedelta(days=1)


def skal_siges(pligt: Pligt, dato: date | None, *, sagt: date | None, dag: date, til: date) -> bool:
    """Regel paamindelsens-dage: der mindes om en pligt på de arbejdsdage før og efter dens dato, som dens slags har.

    `sagt`: the day up to which earlier mails have told of it, None for never. `til`: the last day this mail covers.
    """
    varsel = VARSLER[pligt]
    if sagt is None and (dato is None or varsel.straks):
        return True
    if dato is None:
        return bool(varsel.igen) and arbejdsdage(sagt, dag) >= varsel.igen
    naaet = _naaet(varsel, dato, dag, til)
    return naaet is not None and (sagt is None or sagt < naaet)


def siges_til(pligt: Pligt, dato: date | None, *, dag: date, til: date) -> date:
    """The day up to which a mail of `dag` has told of it: the days of warning that it covers ahead are told too."""
    naaet = _naaet(VARSLER[pligt], dato, dag, til) if dato else None
    return max(dag, naaet or dag)


def _naaet(varsel: Varsel, dato: date, dag: date, til: date) -> date | None:
    """The last day of warning that has come. Those before the date count ahead, up to the next mail; that something
    is late is only said when it is."""
    foer = [et for antal in varsel.foer if (et := flyt_arbejdsdage(dato, -antal)) <= til]
    efter = [et for antal in varsel.efter if (et := flyt_arbejdsdage(dato, antal)) <= dag]
    return max([*foer, *efter], default=None)


def naar(pligt: Pligt, dato: date | None, dag: date) -> str:
    """Regel paamindelsens-ord: en dato siges med, hvor mange arbejdsdage der er til den eller er gået, højst 60.

    "Senest 15. juni 2022, om 9 arbejdsdage." The empty string when there is no date.
    """
    if dato is None:
        return ""
    foran = "Mødet er" if pligt in PAA_MOEDETS_DAG else "Senest"
    if dato == dag:
        return f"{foran} i dag."
    if dato < dag:
        return f"Skulle være gjort {datoer.dato(dato)}{_dage(', {} siden', dato, dag)}."
    return f"{foran} {datoer.dato(dato)}{_dage(', om {}', dag, dato)}."


def _dage(ord_: str, fra: date, til: date) -> str:
    """Empty where the number tells nothing: no working day in between, or so many that nobody counts them."""
    antal = arbejdsdage(fra, til)
    if not 0 < antal <= HOEJST_TALT:
        return ""
    return ord_.format("1 arbejdsdag" if antal == 1 else f"{antal} arbejdsdage")


def emnelinje(antal: int) -> str:
    """ "Tre ting venter på dig": what the mail tells of, as Min side counts it."""
    return f"{'Én' if antal == 1 else stort(talord(antal))} ting venter på dig"


def resten(antal: int) -> str:
    """What waits too and was told of before, or is not yet near; empty when there is nothing."""
    if not antal:
        return ""
    ting = "én ting" if antal == 1 else f"{talord(antal)} ting"
    return f"Desuden venter {ting}, som mailen ikke gentager i dag."


def varslerne() -> list[tuple[str, str]]:
    """Each kind of duty and when the mail tells of it, in words."""
    return [(str(pligt.label), _i_ord(varsel)) for pligt, varsel in VARSLER.items()]


def _i_ord(varsel: Varsel) -> str:
    """ "Når den kommer, 5 og 2 arbejdsdage før, på dagen"."""
    foer = tuple(et for et in varsel.foer if et)
    dage = [f"{_og(foer)} arbejdsdage før"] if foer else []
    dage += ["på dagen"] if 0 in varsel.foer else []
    dage += [f"{_og(varsel.efter)} arbejdsdage efter"] if varsel.efter else []
    straks = ["når den kommer"] if varsel.straks or not dage else []
    igen = [f"igen hver {varsel.igen}. arbejdsdag"] if varsel.igen else []
    return stort(", ".join([*straks, *dage, *igen]))


def _og(tal: tuple[int, ...]) -> str:
    *foerste, sidste = map(str, tal)
    return f"{', '.join(foerste)} og {sidste}" if foerste else sidste
