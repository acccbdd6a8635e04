"""Promised against delivered, giver by giver and kind by kind: what is owed by now, and what is running late."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from aftaler.rules.penge import OERE, timevaerdi
from oekonomi.rules import maaneder

TAALT = Decimal("0.10")  # so much of what was expected may be missing before the early warning


@dataclass(frozen=True)
class Lovet:
    """A promise in force, in kroner; without a year it is for the whole period."""

    giver: str
    art: str
    beloeb: Decimal
    aar: int | None = None


@dataclass(frozen=True)
class Leveret:
    """A delivery of one year; `beloeb` is its value in kroner, None where hours have no rate."""

    giver: str
    art: str
    aar: int
    beloeb: Decimal | None
    timer: Decimal | None = None


@dataclass(frozen=True)
class Aar:
    """One year of a giver's kind. None: nothing promised for that very year, nothing delivered on record."""

    aar: int
    lovet: Decimal | None
    leveret: Decimal | None


@dataclass(frozen=True)
class Stand:
    """A giver's promises of one kind on a day, in kroner.

    `leveret` is None where nothing is on record. `forfaldent` is what was to be there when the last year ended,
    `forventet` what an even delivery would have reached by now. `uden_vaerdi` hours have no rate and count for nothing.
    """

    giver: str
    art: str
    lovet: Decimal
    leveret: Decimal | None
    forfaldent: Decimal
    forventet: Decimal
    timer: Decimal | None
    uden_vaerdi: Decimal | None
    aar: tuple[Aar, ...]

    @property
    def mangler(self) -> Decimal | None:
        """Regel mangler-medfinansiering: det, der var lovet til og med det sidste afsluttede år, og ikke er leveret.

        Whatever is delivered counts, also when it came later. Unknown where nothing is on record: that is not zero.
        """
        return None if self.leveret is None else max(Decimal(0), self.forfaldent - self.leveret)

    @property
    def bagud(self) -> Decimal | None:
        """Regel tidlig-advarsel: mangler mere end 10 % af det, der ville være leveret nu ved jævn levering, siges det.

        What is owed already (`mangler`) is not told twice.
        """
        if self.leveret is None:
            return None
        hul = self.forventet - self.leveret
        return hul if hul > self.forventet * TAALT and not self.mangler else Decimal(0)


def leverancens_vaerdi(
    beloeb: Decimal | None,
    timer: Decimal | None,
    *,
    sats: Decimal | None,
    lovet_sats: Decimal | None,
    lovet: Decimal,
    lovede_timer: Decimal | None,
) -> Decimal | None:
    """Regel leverede-timers-vaerdi: timer regnes med leverancens sats, så tilsagnets, så tilsagnets beløb pr. time.

    Cash and rent are worth their amount. Unknown when no rate can be had: hours without one are not zero kroner.
    """
    if timer is None:
        return beloeb
    satsen = sats if sats is not None else lovet_sats
    if satsen is not None:
        return timevaerdi(timer, satsen)
    return (timer * lovet / lovede_timer).quantize(OERE, ROUND_HALF_UP) if lovede_timer else None


def forfaldent(lovet: Lovet, start: date, slut: date, dag: date) -> Decimal:
    """Regel lovet-til-og-med: et års tilsagn skal være leveret ved årets udgang; et tilsagn uden år forfalder jævnt.

    When the plan is over, everything is due.
    """
    if dag > slut:
        return lovet.beloeb
    if lovet.aar is not None:
        return lovet.beloeb if lovet.aar < dag.year else Decimal(0)
    return _jaevnt(lovet.beloeb, maaneder.gaaede(start, slut, date(dag.year - 1, 12, 31)), start, slut)


def forventet(lovet: Lovet, start: date, slut: date, dag: date) -> Decimal:
    """Regel forventet-leveret: ved jævn levering er der leveret lige meget i hver af de måneder, tilsagnet gælder."""
    if lovet.aar is None or dag > slut:
        return _jaevnt(lovet.beloeb, maaneder.gaaede(start, slut, dag), start, slut)
    alle = maaneder.i_aaret(lovet.aar, start, slut)
    gaaet = maaneder.gaaede_i_aaret(lovet.aar, start, slut, dag)
    return (lovet.beloeb * gaaet / alle).quantize(OERE, ROUND_HALF_UP) if alle else Decimal(0)


def stande(lovede: Sequence[Lovet], leverede: Sequence[Leveret], *, start: date, slut: date, dag: date) -> list[Stand]:
    """Regel lovet-mod-leveret: hver giver og slags for sig; det, der er leveret af én slags, dækker ikke en anden.

    In the order of the promises; deliveries of a kind that is promised no longer come last.
    """
    noegler = list(dict.fromkeys((et.giver, et.art) for et in (*lovede, *leverede)))
    ud = []
    for giver, art in noegler:
        lov = [et for et in lovede if (et.giver, et.art) == (giver, art)]
        lev = [et for et in leverede if (et.giver, et.art) == (giver, art)]
        ud.append(_stand(giver, art, lov, lev, start=start, slut=slut, dag=dag))
    return ud


@dataclass(frozen=True)
class Samlet:
    """All givers together; delivered and owed are None where nothing is on record.

    `er_mindst`: a giver who should have delivered by now has nothing on record, so what is owed is this much or more.
    """

    lovet: Decimal
    leveret: Decimal | None
    mangler: Decimal | None
    er_mindst: bool = False


def samlet(standene: Iterable[Stand]) -> Samlet:
    """Regel mangler-i-alt-er-mindst: er en givers leverancer ikke skrevet ind, mangler der i alt mindst summen.

    At least nothing is not known. What one giver delivered too much covers nothing of another's.
    """
    alle = list(standene)
    mangler = _lagt_sammen([et.mangler for et in alle])
    ukendt = any(et.leveret is None and et.forfaldent for et in alle)
    return Samlet(
        sum((et.lovet for et in alle), Decimal(0)),
        _lagt_sammen([et.leveret for et in alle]),
        None if ukendt and not mangler else mangler,
        er_mindst=ukendt and bool(mangler),
    )


def _stand(
    giver: str, art: str, lov: Sequence[Lovet], lev: Sequence[Leveret], *, start: date, slut: date, dag: date
) -> Stand:
    nul = Decimal(0)
    kendte = [et.beloeb for et in lev if et.beloeb is not None]
    aarene = sorted({et.aar for et in lov if et.aar} | {et.aar for et in lev})
    return Stand(
        giver=giver,
        art=art,
        lovet=sum((et.beloeb for et in lov), nul),
        leveret=sum(kendte, nul) if kendte else None,
        forfaldent=sum((forfaldent(et, start, slut, dag) for et in lov), nul),
        forventet=sum((forventet(et, start, slut, dag) for et in lov), nul),
        timer=_lagt_sammen([et.timer for et in lev]),
        uden_vaerdi=_lagt_sammen([et.timer for et in lev if et.beloeb is None]),
        aar=tuple(
            Aar(
                aar,
                _lagt_sammen([et.beloeb for et in lov if et.aar == aar]),
                _lagt_sammen([et.beloeb for et in lev if et.aar == aar]),
            )
            for aar in aarene
        ),
    )


def _lagt_sammen(led: Sequence[Decimal | None]) -> Decimal | None:
    kendte = [et for et in led if et is not None]
    return sum(kendte, Decimal(0)) if kendte else None


def _jaevnt(beloeb: Decimal, gaaet: int, start: date, slut: date) -> Decimal:
    alle = maaneder.maaneder(start, slut)
    return (beloeb * gaaet / alle).quantize(OERE, ROUND_HALF_UP) if alle else Decimal(0)
