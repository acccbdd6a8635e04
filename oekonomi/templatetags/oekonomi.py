"""{% oekonomimenu %}: the pages of the money beside each other, with the one at hand marked."""

from typing import Any, NamedTuple

from django import template
from django.urls import reverse

register = template.Library()


class Punkt(NamedTuple):
    titel: str
    side: str
    hoerer_med: tuple[str, ...]  # beginnings of the names of the pages below it


PUNKTER = (
    Punkt("Oversigt", "oekonomi:oekonomi", ("oekonomi:oekonomi",)),
    Punkt("Budget", "aftaler:budget", ("aftaler:",)),
    Punkt("Forbrug", "oekonomi:forbrug_liste", ("oekonomi:forbrug_", "oekonomi:forbrugsindlaesning")),
    Punkt("Leverancer", "oekonomi:levering_liste", ("oekonomi:levering_", "oekonomi:kompensation_")),
    Punkt("Budgetændringer", "oekonomi:budgetaendring_liste", ("oekonomi:budgetaendring_",)),
    Punkt("Uforbrugte midler", "oekonomi:restmidler_liste", ("oekonomi:restmidler_",)),
    Punkt("Regnskab", "oekonomi:regnskab_liste", ("oekonomi:regnskab_", "oekonomi:bemaerkning_")),
)


@register.inclusion_tag("oekonomi/menu.html", takes_context=True)
def oekonomimenu(context: template.Context) -> dict[str, Any]:
    navn, plan = context["request"].resolver_match.view_name, context["plan"]
    return {
        "punkter": [
            {"titel": et.titel, "url": reverse(et.side, args=[plan.slug]), "valgt": navn.startswith(et.hoerer_med)}
            for et in PUNKTER
        ]
    }
