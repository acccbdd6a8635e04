"""{% navigation %}: the dark bar and the row of tabs, the same for all roles; what a role may not see is absent."""

from typing import Any, NamedTuple

from django import template
from django.http import HttpRequest
from django.urls import reverse

from aftaler import permissions
from aftaler.models import Helhedsplan
from aftaler.views.plan import foerste_side
from brugere.roles import Ret, Rolle, rolleord, roller_med

register = template.Library()


class Fane(NamedTuple):
    titel: str
    side: str
    roller: frozenset[Rolle]


ALLE = frozenset(Rolle)
FANER = (
    Fane("Overblik", "overblik:overblik", ALLE - {Rolle.LBF}),
    Fane("Kriterier", "maalinger:kriterium_liste", ALLE - {Rolle.LBF}),
    Fane("Aftale", "aftaler:aftale", ALLE),
    Fane("Økonomi", "oekonomi:oekonomi", roller_med(Ret.PENGE_SE)),
    Fane("Møder", "moeder:moede_liste", ALLE - {Rolle.LBF}),
    Fane("Fremmøde", "maalinger:fremmoede", roller_med(Ret.REGISTRER) - roller_med(Ret.PENGE_SE)),
    Fane("Timer", "oekonomi:timer_liste", roller_med(Ret.REGISTRER) - roller_med(Ret.PENGE_SE)),
    Fane("Papirer", "dokumenter:papir_liste", roller_med(Ret.PAPIR_BESTIL)),
)
# The tab that a page stands under, by the beginning of its name; the first that fits.
HOERER_UNDER = (
    ("overblik:kontrol", "Aftale"),
    ("overblik:frafald_", "Aftale"),
    ("overblik:forslag_", "Møder"),
    ("overblik:eftersyn", "Møder"),
    ("overblik:", "Overblik"),
    *((f"maalinger:{navn}", "Fremmøde") for navn in ("fremmoede", "registrering_", "personer_")),
    ("maalinger:", "Kriterier"),
    ("aftaler:kriterium_", "Kriterier"),
    *((f"aftaler:{navn}", "Økonomi") for navn in ("budget", "kilde_", "tilsagn_", "andel_")),
    ("oekonomi:timer_", "Timer"),
    ("oekonomi:", "Økonomi"),
    ("moeder:", "Møder"),
    ("aftaler:", "Aftale"),
    ("dokumenter:", "Papirer"),
)


@register.inclusion_tag("components/navigation.html", takes_context=True)
def navigation(context: template.Context) -> dict[str, Any]:
    """The bar for the person at hand and the page's `plan`, if it has one. One query."""
    request: HttpRequest | None = context.get("request")
    bruger = getattr(request, "user", None)
    plan: Helhedsplan | None = context.get("plan")
    mine = permissions.planer_og_roller(bruger) if bruger else {}
    roller = mine.get(plan, [])
    return {
        "plan": plan,
        "planer": [
            {"navn": et.navn, "url": foerste_side(et, deres), "valgt": et == plan} for et, deres in mine.items()
        ],
        "faner": _faner(request, plan, roller) if plan else [],
        "min_side_url": reverse("min_side") if getattr(bruger, "is_authenticated", False) else None,
        "min_side_valgt": bool(request and request.resolver_match and request.resolver_match.view_name == "min_side"),
        "bruger": bruger,
        "rolle": rolleord(roller),
        "csrf_token": context.get("csrf_token"),
    }


def _faner(request: HttpRequest, plan: Helhedsplan, roller: list[Rolle]) -> list[dict[str, Any]]:
    navn = request.resolver_match.view_name if request.resolver_match else ""
    synlige = [et for et in FANER if et.roller & set(roller)]
    titler = {et.titel for et in synlige}
    her = next(
        (titel for begyndelse, titel in HOERER_UNDER if navn.startswith(begyndelse) and titel in titler),
        None,
    )
    return [{"titel": et.titel, "url": reverse(et.side, args=[plan.slug]), "valgt": et.titel == her} for et in synlige]
