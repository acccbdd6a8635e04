"""The rule check of a plan: what was found, and what somebody has let be with a reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from aftaler.models import Frafald, Helhedsplan
from overblik.reports.plandata import plandata
from overblik.rules.kontrol import kontrol
from overblik.rules.plandata import Alvor, Fund, Sted


@dataclass(frozen=True)
class Frafaldet:
    """A finding that somebody let be. `fund` is None when the finding is not there any more."""

    frafald: Frafald
    fund: Fund | None


@dataclass(frozen=True)
class Kontrolside:
    """`fund` is everything that was found; the two lists are what nobody has let be."""

    fund: tuple[Fund, ...]
    fejl: tuple[Fund, ...]
    advarsler: tuple[Fund, ...]
    frafaldne: tuple[Frafaldet, ...]

    @property
    def overskrift(self) -> str:
        """ "3 fejl og 12 advarsler"; "Ingen fund" when everything is in order."""
        led = [f"{len(self.fejl)} fejl"] if self.fejl else []
        if self.advarsler:
            led.append(f"{len(self.advarsler)} {'advarsel' if len(self.advarsler) == 1 else 'advarsler'}")
        return " og ".join(led) or "Ingen fund"


def adresse(sted: Sted, slug: str, *, maa_rette: bool = True) -> str:
    """The page where a finding is mended; for somebody who only reads, the agreement instead of an editing page."""
    if not maa_rette and sted.side.endswith("_ret"):
        return reverse("aftaler:aftale", args=[slug])
    anker = f"#{sted.anker}" if sted.anker else ""
    return reverse(sted.side, args=[slug, *sted.args]) + anker


def kontrolside(plan: Helhedsplan, *, dato: date) -> Kontrolside:
    """Everything found in the draft as it stands on `dato`."""
    fund = kontrol(plandata(plan, dato=dato))
    frafald = list(plan.frafald.select_related("af").order_by("tidspunkt", "pk"))
    efter_noegle = {(et.regel, et.noegle): et for et in fund}
    ladt = {(et.regel, et.noegle) for et in frafald}
    aabne = [et for et in fund if (et.regel, et.noegle) not in ladt]
    return Kontrolside(
        fund=fund,
        fejl=_af(Alvor.FEJL, aabne),
        advarsler=_af(Alvor.ADVARSEL, aabne),
        frafaldne=tuple(Frafaldet(et, efter_noegle.get((et.regel, et.noegle))) for et in frafald),
    )


def _af(alvor: Alvor, fund: Iterable[Fund]) -> tuple[Fund, ...]:
    return tuple(et for et in fund if et.alvor == alvor)
