"""From measurements to the one figure that is judged: windows, means, sums and what is missing in them. Exact."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from operator import attrgetter

from aftaler.laesning import Enhed, Pr
from maalinger.rules.typer import Maalt
from maalinger.statuses import Regneregel

LAENGSTE_AAR = 366  # days; a longer window is several years and has a figure of its own
HELT_AAR = 364  # days between first and last day of a year
PERIODENS_MAANEDER = {Pr.AAR: 12, Pr.HALVAAR: 6, Pr.KVARTAL: 3, Pr.MAANED: 1}
MAENGDER = (Enhed.ANTAL, Enhed.KRONER, Enhed.TIMER)  # units that are counted up; the others are levels
_AELDSTE_FOERST = attrgetter("til", "fra")


@dataclass(frozen=True)
class Tal:
    """A figure ready to be judged: exact value, the days it covers, what it is made of, and how."""

    vaerdi: Fraction
    fra: date
    til: date
    brugt: tuple[Maalt, ...]
    regel: Regneregel = Regneregel.SENESTE
    aar: tuple[int, ...] = ()
    foreloebig: tuple[int, int] | None = None
    foreloebig_enhed: str = "år"


def er_maalt(maalt: Maalt) -> bool:
    """Whether `tallet` is a figure."""
    return maalt.vaerdi is not None or (maalt.taeller is not None and bool(maalt.naevner))


def tallet(maalt: Maalt, enhed: Enhed | None) -> Fraction | None:
    """Regel manglende-tal-er-ikke-nul: en måling uden tal, eller med nævneren nul, er ikke målt; den er aldrig nul."""
    if maalt.vaerdi is not None:
        return Fraction(maalt.vaerdi)
    if maalt.taeller is None or not maalt.naevner:
        return None
    return Fraction(maalt.taeller) / Fraction(maalt.naevner) * (1000 if enhed == Enhed.PROMILLE else 100)


def med_tal(maalinger: Iterable[Maalt]) -> list[Maalt]:
    """Only those that say a figure, oldest first."""
    return sorted((et for et in maalinger if er_maalt(et)), key=_AELDSTE_FOERST)


def er_flere_aar(maalt: Maalt) -> bool:
    return (maalt.til - maalt.fra).days >= LAENGSTE_AAR


def standardregel(maalinger: Sequence[Maalt], enhed: Enhed | None) -> Regneregel:
    """Regel antal-laegges-sammen: antal fra perioder, der ikke overlapper, lægges sammen; ellers tæller det seneste.

    Counts on a day (`fra == til`) are a level on that day and aren't added, so nobody is counted twice by us.
    """
    if enhed not in MAENGDER:
        return Regneregel.SENESTE
    ordnet = sorted(maalinger, key=lambda et: (et.fra, et.til))
    enkeltdage = any(et.fra == et.til for et in ordnet)
    overlap = any(foer.til >= efter.fra for foer, efter in pairwise(ordnet))
    return Regneregel.SENESTE if enkeltdage or overlap else Regneregel.SUM


def sammenregn(brugt: Sequence[Maalt], enhed: Enhed | None, regel: Regneregel | None) -> Tal:
    """Regel regneregel: flere målinger bliver til ét tal efter kriteriets regneregel; uden en tæller den seneste.

    Takes what `med_tal` gives, at least one of them.
    """
    regel = regel or standardregel(brugt, enhed)
    if regel == Regneregel.SENESTE:
        brugt = brugt[-1:]
    tal = [tallet(et, enhed) or Fraction(0) for et in brugt]
    if len(tal) == 1:
        vaerdi = tal[0]
    elif regel == Regneregel.HOEJESTE:
        vaerdi = max(tal)
    elif regel == Regneregel.SNIT:
        vaerdi = sum(tal, Fraction(0)) / len(tal)
    elif all(et.taeller is not None and et.naevner for et in brugt):
        taeller = sum((Fraction(et.taeller or 0) for et in brugt), Fraction(0))
        naevner = sum((Fraction(et.naevner or 0) for et in brugt), Fraction(0))
        vaerdi = taeller / naevner * (1000 if enhed == Enhed.PROMILLE else 100)
    else:
        vaerdi = sum(tal, Fraction(0))
    sidste = brugt[-1]
    tal_ = Tal(vaerdi, min(et.fra for et in brugt), sidste.til, tuple(brugt), regel, (sidste.til.year,))
    return _maerk_foreloebigt(tal_)


def _maerk_foreloebigt(tal: Tal) -> Tal:
    """Regel foreloebigt-tal: er et af tallene ikke endeligt, er det, de giver, det heller ikke."""
    for maalt in reversed(tal.brugt):
        if maalt.foreloebig:
            return replace(tal, foreloebig=maalt.foreloebig, foreloebig_enhed=maalt.foreloebig_enhed)
    return tal


def aarstal(maalinger: Iterable[Maalt], enhed: Enhed | None, regel: Regneregel | None) -> dict[int, Tal]:
    """Year -> its figure, for measurements that cover at most a year; a school year counts as the year it ends in."""
    pr_aar = _pr_aar(med_tal(maalinger))
    return _aarene(pr_aar, sorted(pr_aar), enhed, regel)


def _pr_aar(maalinger: Iterable[Maalt]) -> dict[int, list[Maalt]]:
    pr_aar: dict[int, list[Maalt]] = {}
    for et in maalinger:
        if not er_flere_aar(et):
            pr_aar.setdefault(et.til.year, []).append(et)
    return pr_aar


def _aarene(
    pr_aar: dict[int, list[Maalt]], hvilke: Sequence[int], enhed: Enhed | None, regel: Regneregel | None
) -> dict[int, Tal]:
    """The figures of some of the years; only the newest of them all can be unfinished."""
    aarene = {aar: sammenregn(pr_aar[aar], enhed, regel) for aar in hvilke}
    nyeste = max(pr_aar, default=None)
    if nyeste in aarene:
        aarene[nyeste] = _maerk_ufaerdigt(aarene[nyeste], enhed)
    return aarene


def _maerk_ufaerdigt(tal: Tal, enhed: Enhed | None) -> Tal:
    """Regel aaret-er-ikke-omme: et antal for det nyeste år er foreløbigt, til december er talt med."""
    if tal.foreloebig:
        return tal
    optalt = enhed in MAENGDER and tal.fra < tal.til and (tal.til - tal.fra).days < HELT_AAR
    if not optalt or tal.til.month == 12 or tal.regel not in (Regneregel.SUM, Regneregel.SENESTE):
        return tal
    return replace(tal, foreloebig=(tal.til.month, 12), foreloebig_enhed="måneder")


def vinduestal(
    maalinger: Sequence[Maalt], enhed: Enhed | None, regel: Regneregel | None, *, fra: int, til: int
) -> Tal | None:
    """Regel snit-over-vindue: et mål over flere år er gennemsnittet af årene; mangler der år, er tallet foreløbigt.

    A measurement of exactly the whole window wins over its years. Every year weighs the same. None when no year is
    measured.
    """
    brugbare = med_tal(maalinger)
    hele = [et for et in brugbare if er_flere_aar(et) and (et.fra.year, et.til.year) == (fra, til)]
    if hele:
        maalt = hele[-1]
        return Tal(tallet(maalt, enhed) or Fraction(0), maalt.fra, maalt.til, (maalt,), aar=tuple(range(fra, til + 1)))
    pr_aar = _pr_aar(brugbare)
    alle = _aarene(pr_aar, [aar for aar in sorted(pr_aar) if fra <= aar <= til], enhed, regel)
    aarene = {aar: tal for aar, tal in alle.items() if tal.foreloebig is None} or alle
    if not aarene:
        return None
    if fra == til:
        return aarene[fra]
    har, skal = len(aarene), til - fra + 1
    liste = list(aarene.values())
    return Tal(
        sum((et.vaerdi for et in liste), Fraction(0)) / har,
        liste[0].fra,
        liste[-1].til,
        tuple(maalt for et in liste for maalt in et.brugt),
        Regneregel.SNIT,
        tuple(aarene),
        (har, skal) if har < skal else None,
    )


def seneste(maalinger: Sequence[Maalt], enhed: Enhed | None, regel: Regneregel | None) -> Tal | None:
    """The newest figure, of a year or of a window of several years of its own."""
    brugbare = med_tal(maalinger)
    pr_aar = _pr_aar(brugbare)
    aarene = _aarene(pr_aar, sorted(pr_aar)[-2:], enhed, regel)
    flere = [et for et in brugbare if er_flere_aar(et)]
    faerdige = [et for et in aarene.values() if et.foreloebig is None] or list(aarene.values())
    nyeste = faerdige[-1] if faerdige else None
    if flere and (nyeste is None or flere[-1].til > nyeste.til):
        sidste = flere[-1]
        return Tal(tallet(sidste, enhed) or Fraction(0), sidste.fra, sidste.til, (sidste,))
    return nyeste


def periodenr(dag: date, pr: Pr) -> int:
    """Consecutive number of the year, half-year, quarter, month or week that a day lies in."""
    if pr == Pr.UGE:
        return (dag.toordinal() - 1) // 7
    return (dag.year * 12 + dag.month - 1) // PERIODENS_MAANEDER[pr]


def perioder_i(maalt: Maalt, pr: Pr) -> int:
    """How many such periods a measurement covers, by its length (a school year is one year); at least one."""
    laengde = {Pr.AAR: 365, Pr.HALVAAR: 182, Pr.KVARTAL: 91, Pr.MAANED: 30, Pr.UGE: 7}[pr]
    return max(1, round(((maalt.til - maalt.fra).days + 1) / laengde))


def slutter_perioden(dag: date, pr: Pr) -> bool:
    """True on the last day of the period, and in a year from its last month on."""
    if pr == Pr.AAR:
        return dag.month == 12
    if pr == Pr.UGE:
        return dag.toordinal() % 7 == 0
    sidste_maaned = dag.month % PERIODENS_MAANEDER[pr] == 0
    return sidste_maaned and dag.day == monthrange(dag.year, dag.month)[1]


def periodetal(maalinger: Sequence[Maalt], enhed: Enhed | None, regel: Regneregel | None, pr: Pr) -> dict[int, Tal]:
    """Period number -> its figure. Counts within a period are added; one that covers several periods is shared out."""
    grupper: dict[int, list[Maalt]] = {}
    for et in med_tal(maalinger):
        grupper.setdefault(periodenr(et.til, pr), []).append(et)
    resultat = {}
    for nr, liste in sorted(grupper.items()):
        tal = sammenregn(liste, enhed, regel)
        delt = max(perioder_i(et, pr) for et in tal.brugt) if enhed in MAENGDER else 1
        resultat[nr] = replace(tal, vaerdi=tal.vaerdi / delt)
    if resultat and pr == Pr.AAR:
        resultat[max(resultat)] = _maerk_ufaerdigt(resultat[max(resultat)], enhed)
    return resultat


def samlet_antal(maalinger: Sequence[Maalt], enhed: Enhed | None, regel: Regneregel | None) -> Tal | None:
    """The count in all so far."""
    brugbare = med_tal(maalinger)
    return sammenregn(brugbare, enhed, regel) if brugbare else None
