"""What a criterion's figure is when it is counted up from attendance. Pure.

Visits are added up. Persons never are: two counts of persons may hold the same person.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from aftaler.laesning import Form, Laesning, Pr
from kerne.datoer import MAANEDER
from maalinger.rules.tallene import PERIODENS_MAANEDER
from maalinger.rules.typer import Maalt
from maalinger.statuses import Optaelling


@dataclass(frozen=True)
class Fremmoedetal:
    """One registration: `fra == til` is a day. `aktivitet` is its key, `omraade` the area's name where it has one."""

    fra: date
    til: date
    deltagelser: int | None = None
    unikke: int | None = None
    aktivitet: int = 0
    omraade: str | None = None


@dataclass(frozen=True)
class Periode:
    """A stretch of days that a figure is asked for; `pr` None is the whole plan."""

    fra: date
    til: date
    pr: Pr | None = None

    @property
    def kode(self) -> str:
        """How a form names it."""
        return f"{self.pr}_{self.fra.isoformat()}"

    @property
    def navn(self) -> str:
        """ "2022", "2. halvår 2022", "3. kvartal 2022", "marts 2022"."""
        if self.pr == Pr.MAANED:
            return f"{MAANEDER[self.fra.month - 1]} {self.fra.year}"
        if self.pr == Pr.KVARTAL:
            return f"{self.fra.month // 3 + 1}. kvartal {self.fra.year}"
        if self.pr == Pr.HALVAAR:
            return f"{self.fra.month // 6 + 1}. halvår {self.fra.year}"
        return str(self.fra.year)


def periode_om(dag: date, pr: Pr) -> Periode:
    """The year, half-year, quarter, month or week that a day lies in."""
    if pr == Pr.UGE:
        mandag = dag - timedelta(days=dag.weekday())
        return Periode(mandag, mandag + timedelta(days=6), pr)
    maaneder = PERIODENS_MAANEDER[pr]
    foerste = (dag.month - 1) // maaneder * maaneder + 1
    efter = date(dag.year + (foerste + maaneder > 12), (foerste + maaneder - 1) % 12 + 1, 1)
    return Periode(date(dag.year, foerste, 1), efter - timedelta(days=1), pr)


def perioder(fra: date, til: date, pr: Pr) -> list[Periode]:
    """Every such period that the days from `fra` to `til` touch, oldest first."""
    ud, dag = [], fra
    while dag <= til:
        ud.append(periode_om(dag, pr))
        dag = ud[-1].til + timedelta(days=1)
    return ud


def omme(fra: date, til: date, pr: Pr, *, dato: date) -> list[Periode]:
    """Those of them that are over on `dato`, newest first: persons are counted when the period has ended."""
    return [et for et in reversed(perioder(fra, min(til, dato), pr)) if et.til < dato]


def tael_op(
    laesning: Laesning,
    registreringer: Iterable[Fremmoedetal],
    *,
    hvad: Optaelling | str,
    start: date,
    slut: date,
    dato: date,
) -> tuple[Maalt, ...]:
    """Regel optaelling: et kriterium, der tælles op, får sit tal af fremmødet, periode for periode og sted for sted.

    A period in which nobody registered anything has no figure: nothing written is not none came.
    """
    alle = tuple(registreringer)
    if not laesning.omraader:
        return _sted(laesning, alle, None, hvad=hvad, start=start, slut=slut, dato=dato)
    return tuple(
        maalt
        for sted in laesning.omraader
        for maalt in _sted(
            laesning,
            [et for et in alle if et.omraade == sted.navn],
            sted.navn,
            hvad=hvad,
            start=start,
            slut=slut,
            dato=dato,
        )
    )


def _sted(
    laesning: Laesning,
    registreringer: Sequence[Fremmoedetal],
    omraade: str | None,
    *,
    hvad: Optaelling | str,
    start: date,
    slut: date,
    dato: date,
) -> tuple[Maalt, ...]:
    fundne = []
    for periode in kriteriets_perioder(laesning, hvad, start=start, slut=slut, dato=dato):
        i_perioden = [et for et in registreringer if periode.fra <= et.til <= periode.til]
        tal = personer(i_perioden, periode) if hvad == Optaelling.UNIKKE else deltagelser(i_perioden)
        if tal is not None:
            fundne.append(_maalt(periode, tal, omraade, slut=slut, dato=dato))
    return tuple(fundne)


@dataclass(frozen=True)
class Antal:
    """A count, or only a bound under it (`mindst`)."""

    antal: int
    mindst: bool = False


def deltagelser(registreringer: Iterable[Fremmoedetal]) -> Antal | None:
    """Regel deltagelser-laegges-sammen: deltagelser i en periode er summen af de skrevne; intet er ikke nul."""
    tal = [et.deltagelser for et in registreringer if et.deltagelser is not None]
    return Antal(sum(tal)) if tal else None


def personer(registreringer: Sequence[Fremmoedetal], periode: Periode) -> Antal | None:
    """Regel personer-laegges-aldrig-sammen: forskellige personer kommer kun af en optælling af netop perioden.

    Without one, or where others were there whom it does not cover, the highest single count is a bound: at least so
    many. A count of an activity without an area covers all its areas.
    """
    talte = [et for et in registreringer if et.unikke is not None]
    if not talte:
        return None
    hoejeste = max(et.unikke or 0 for et in talte)
    netop = [et for et in talte if (et.fra, et.til) == (periode.fra, periode.til)]
    daekkende = [et.unikke or 0 for et in netop if all(_daekker(et, andet) for andet in registreringer)]
    return Antal(max(daekkende)) if daekkende else Antal(hoejeste, mindst=True)


def _daekker(optaelling: Fremmoedetal, andet: Fremmoedetal) -> bool:
    return andet.aktivitet == optaelling.aktivitet and optaelling.omraade in (None, andet.omraade)


def kriteriets_perioder(
    laesning: Laesning, hvad: Optaelling | str, *, start: date, slut: date, dato: date
) -> list[Periode]:
    """Regel optaelling-hele-perioder: der tælles op i kriteriets egne perioder, uden tidsord i år.

    "I alt" is the whole plan, or the text's own years; visits are then handed on year by year. Once the plan has
    ended, a year it only had a part of is left out, if it had a whole one.
    """
    if laesning.form == Form.ANTAL and laesning.pr is None and laesning.baseline is None:
        hele = Periode(*_i_alt(laesning, start, slut))
        if hvad == Optaelling.UNIKKE:
            return [hele]
        aarene = perioder(hele.fra, min(hele.til, dato), Pr.AAR)
        return [Periode(max(et.fra, hele.fra), min(et.til, hele.til)) for et in aarene]
    alle = perioder(start, min(slut, dato), laesning.pr or Pr.AAR)
    if dato <= slut:
        return alle
    return [et for et in alle if et.til <= slut] or alle


def _i_alt(laesning: Laesning, start: date, slut: date) -> tuple[date, date]:
    maal = laesning.maal
    egne = maal is not None and maal.til is not None
    fra = date(maal.fra, 1, 1) if maal and maal.fra and maal.fra != maal.til else start
    return fra, date(maal.til, 12, 31) if egne and maal else slut


def _maalt(periode: Periode, tal: Antal, omraade: str | None, *, slut: date, dato: date) -> Maalt:
    """Regel optaelling-foreloebig: et tal for en periode, der ikke er omme, og »mindst så mange« er foreløbige."""
    til = min(periode.til, slut, dato) if periode.pr else min(periode.til, dato)
    maalt = Maalt(periode.fra, til, Decimal(tal.antal), omraade=omraade, mindst=tal.mindst)
    if periode.pr == Pr.AAR and til < periode.til:
        hele = til.month if (til + timedelta(days=1)).day == 1 else til.month - 1
        return replace(maalt, foreloebig=(hele, 12))
    return replace(maalt, foreloebig=(0, 1), foreloebig_enhed="optælling") if tal.mindst else maalt


def talt_i(egen: int | None, direkte: Iterable[int]) -> frozenset[int]:
    """Regel optaellingens-aktiviteter: kriteriets egen aktivitet tæller; ellers dem, der virker direkte på det."""
    return frozenset(direkte) if egen is None else frozenset({egen})


def er_talt_op(maalte: Iterable[Maalt], fra: date, til: date) -> bool:
    """Regel optalt-skrives-ikke-i-haanden: hvor fremmødet giver et tal, skrives der ikke et i hånden oveni."""
    return any(et.fra <= til and fra <= et.til for et in maalte)
