"""When the next measurement is due, and whether it is on its way."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from aftaler.laesning import Laesning, Pr
from maalinger.rules.tallene import PERIODENS_MAANEDER, periodenr
from maalinger.rules.typer import Maalt


@dataclass(frozen=True)
class Ventet:
    """The day a measurement is due, and whether a figure for it is sent and waits for approval."""

    dato: date
    sendt: bool = False


def ventet(
    laesning: Laesning,
    maalinger: Sequence[Maalt],
    *,
    foerste: date | None,
    hyppighed: Pr | None = None,
    sidste_aar: int | None = None,
    sendte: Sequence[date] = (),
) -> Ventet | None:
    """Regel frist-gentages: den første frist gentages, så ofte bestyrelsen har sagt; hver ny frist venter ét tal mere.

    Which period the first due date waits for is told by the newest figure there was by then: register data that come a
    year late come a year late every time. After the year that decides nothing more is waited for. None when nothing is
    due: no day was set, or what was due has come. `sendte` are the last days of the figures that wait for approval.
    """
    if foerste is None:
        return None
    efter = _efter_udgangspunktet(laesning, maalinger)
    nyeste = _nyeste(laesning, efter)
    if nyeste is None:
        return Ventet(foerste, sendt=any(_er_efter(laesning, et) for et in sendte))
    if hyppighed is None:
        return None
    foer = [et.til for et in efter if et.til <= foerste]
    foerst_ventet = periodenr(max(foer), hyppighed) if foer else periodenr(foerste, hyppighed) - 1
    nummer = max(1, periodenr(nyeste, hyppighed) - foerst_ventet + 1)
    periode = foerst_ventet + nummer
    slutaar = (laesning.maal.til if laesning.maal else None) or sidste_aar
    if slutaar is not None and _aar_for(periode, hyppighed) > slutaar:
        return None
    sendt = any(periodenr(et, hyppighed) >= periode for et in sendte)
    return Ventet(_senere(foerste, hyppighed, nummer), sendt)


def _efter_udgangspunktet(laesning: Laesning, maalinger: Sequence[Maalt]) -> list[Maalt]:
    return [et for et in maalinger if _er_efter(laesning, et.til)]


def _er_efter(laesning: Laesning, til: date) -> bool:
    baseline = laesning.baseline
    sidste = (baseline.til or baseline.fra) if baseline else None
    return sidste is None or til.year > sidste


def _nyeste(laesning: Laesning, efter: Sequence[Maalt]) -> date | None:
    """The newest figure's last day; area by area the one that lags most, None while one hasn't been measured."""
    egne = {_noegle(et.navn) for et in laesning.omraader}
    hele = [et.til for et in efter if et.omraade is None]
    if not egne and hele:
        return max(hele)
    pr_omraade = dict.fromkeys(egne, date.min)
    for et in efter:
        navn = _noegle(et.omraade)
        if et.omraade is not None:
            pr_omraade[navn] = max(pr_omraade.get(navn, date.min), et.til)
    nyeste = min(pr_omraade.values(), default=date.min)
    return None if nyeste == date.min else nyeste


def _noegle(navn: str | None) -> str:
    return " ".join((navn or "").split()).casefold()


def _aar_for(periode: int, pr: Pr) -> int:
    if pr == Pr.UGE:
        return date.fromordinal(periode * 7 + 1).year
    return periode * PERIODENS_MAANEDER[pr] // 12


def _senere(dag: date, pr: Pr, gange: int) -> date:
    """The same day so many periods later; the 31st becomes the month's last day."""
    if pr == Pr.UGE:
        return dag + timedelta(weeks=gange)
    maaned = dag.year * 12 + dag.month - 1 + PERIODENS_MAANEDER[pr] * gange
    aar, nr = divmod(maaned, 12)
    return date(aar, nr + 1, min(dag.day, monthrange(aar, nr + 1)[1]))
