"""The auditor's bilag in figures: the counts of its first page, and the sentence above them. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from maalinger.statuses import Status
from overblik.rules.revision import Kriteriet, Planen, Tidsrum
from overblik.rules.stilling import stort, talord


@dataclass(frozen=True)
class Optalt:
    """One line of the summary: how many of how many, and which numbers they are. `af` None: a count of its own."""

    hvad: str
    antal: int
    af: int | None = None
    hvilke: str = ""

    @property
    def andel(self) -> Decimal | None:
        """A share of nothing is no share."""
        return Decimal(self.antal) / self.af if self.af else None


def optaelling(kriterier: Sequence[Kriteriet], planen: Planen, tid: Tidsrum, huller: int) -> tuple[Optalt, ...]:
    """Regel revision-optaelling: hver andel står med det, den er en del af, og med numrene bag.

    Figures are counted by themselves: a criterion may have several, or none.
    """
    alle, tal = len(kriterier), [et for kriteriet in kriterier for et in kriteriet.gaeldende]
    roede = [et for et in kriterier if et.er_roedt]
    fire = sum(not et.egen for et in tal)
    bestyrelsens = planen.bestyrelsens
    return (
        Optalt(f"Kriterier i kraft {tid.pr}", alle),
        _nogle("Kan måles", (et for et in kriterier if et.status != Status.IKKE_MAALBART), alle),
        _maalt(kriterier, tid),
        Optalt("Tal godkendt af en anden end den, der skrev dem", fire, len(tal)),
        _nogle(f"På bestyrelsens dagsorden {tid.i_ord}", (et for et in kriterier if et.i_bestyrelsen), alle),
        _nogle(f"Bagud eller ikke opfyldt {tid.pr}", roede, alle),
        _nogle("Heraf med en beslutning", (et for et in roede if et.er_besluttet), len(roede)),
        Optalt("Bestyrelsesmøder holdt", len(bestyrelsens)),
        Optalt("Heraf med godkendt referat", sum(et.referat_godkendt for et in bestyrelsens), len(bestyrelsens)),
        Optalt("Huller i opfølgningen", huller),
    )


def overskrift(kriterier: Sequence[Kriteriet], tid: Tidsrum, huller: int) -> str:
    """Regel revision-overskrift: først siges, hvor mange kriterier der er målt og behandlet, og hvor mange huller."""
    if not tid.er_begyndt:
        return f"Regnskabsåret {tid.aar} er ikke begyndt."
    if not kriterier:
        return f"Ingen succeskriterier var i kraft {tid.pr}."
    alle = len(kriterier)
    maalt = sum(et.er_maalt for et in kriterier)
    behandlet = sum(et.i_bestyrelsen for et in kriterier)
    ord_ = "kriterium" if alle == 1 else "kriterier"
    slut = "ingen huller" if not huller else "ét hul" if huller == 1 else f"{talord(huller)} huller"
    return (
        f"{stort(_af(maalt, alle))} {ord_} er målt {tid.i_ord}, {_af(behandlet, alle)} var på "
        f"bestyrelsens dagsorden, og opfølgningen har {slut}."
    )


def _af(antal: int, alle: int) -> str:
    """ "fire af tolv", "alle tolv", "ingen af tolv"."""
    if antal == alle > 1:
        return f"alle {talord(alle)}"
    return f"{talord(antal) if antal else 'ingen'} af {talord(alle)}"


def _maalt(kriterier: Sequence[Kriteriet], tid: Tidsrum) -> Optalt:
    """Those with a figure; a figure that was counted up from attendance has nobody's approval, and is told apart."""
    fundet = _nogle(f"Er målt {tid.i_ord}", (et for et in kriterier if et.er_maalt), len(kriterier))
    talte = sorted(et.nr for et in kriterier if et.talt_op and not et.gaeldende)
    if not talte:
        return fundet
    return replace(fundet, hvilke=f"{fundet.hvilke}. Talt op af fremmødet: nr. {', '.join(map(str, talte))}")


def _nogle(hvad: str, valgte: Iterable[Kriteriet], af: int) -> Optalt:
    numre = [str(nr) for nr in sorted(et.nr for et in valgte)]
    ingen = "Ingen" if af else ""
    return Optalt(hvad, len(numre), af, f"Nr. {', '.join(numre)}" if numre else ingen)
