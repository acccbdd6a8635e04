"""The money of every document as its rows stand now, in the shape that the documents freeze."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from aftaler.models import Budgetpost, Delaftale, Helhedsplan
from aftaler.snapshot import dele


def strategisk_og_delaftaler(plan: Helhedsplan) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The strategic agreement's part, and each delaftale's in LBF's order: the keys of a snapshot that hold money.

    Six queries in all.
    """
    pr_delaftale = _pr_delaftale(plan.budgetposter.all())
    aftaler = Delaftale.objects.filter(indsatsomraade__helhedsplan=plan).i_raekkefoelge()
    strategisk = {
        "finansiering": dele.hovedtal(plan.samarbejdsaftale),
        "finansieringsplan": dele.finansieringsplan(plan),
        "budgetposter": pr_delaftale.get(None, []),
    }
    return strategisk, [
        _delaftale(et, pr_delaftale.get(et.pk, [])) for et in aftaler.select_related("indsatsomraade__omraadetype")
    ]


def delaftaler(aftaler: Iterable[Delaftale]) -> list[dict[str, Any]]:
    """The money of these delaftaler, which are loaded with their areas. One query."""
    pr_delaftale = _pr_delaftale(Budgetpost.objects.filter(delaftale__in=aftaler))
    return [_delaftale(et, pr_delaftale.get(et.pk, [])) for et in aftaler]


def _pr_delaftale(poster: QuerySet[Budgetpost]) -> dict[int | None, list[dict[str, Any]]]:
    fundne: dict[int | None, list[dict[str, Any]]] = {}
    for et in poster.select_related("omkostningstype", "kilde").order_by("placering", "aar", "pk"):
        fundne.setdefault(et.delaftale_id, []).append(dele.budgetpost(et))
    return fundne


def _delaftale(aftale: Delaftale, poster: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "nr": aftale.indsatsomraade.omraadetype.nr,
        "indsatsomraade": aftale.indsatsomraade.omraadetype.navn,
        "finansiering": dele.hovedtal(aftale),
        "budgetposter": poster,
    }
