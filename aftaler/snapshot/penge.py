"""The money of every document as its rows stand now, in the shape that the documents freeze. Six queries in all."""

from typing import Any

from aftaler.models import Delaftale, Helhedsplan
from aftaler.snapshot import dele


def strategisk_og_delaftaler(plan: Helhedsplan) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The strategic agreement's part, and each delaftale's in LBF's order: the keys of a snapshot that hold money."""
    poster = plan.budgetposter.select_related("omkostningstype", "kilde").order_by("placering", "aar", "pk")
    pr_delaftale: dict[int | None, list[dict[str, Any]]] = {}
    for et in poster:
        pr_delaftale.setdefault(et.delaftale_id, []).append(dele.budgetpost(et))
    aftaler = Delaftale.objects.filter(indsatsomraade__helhedsplan=plan).i_raekkefoelge()
    strategisk = {
        "finansiering": dele.hovedtal(plan.samarbejdsaftale),
        "finansieringsplan": dele.finansieringsplan(plan),
        "budgetposter": pr_delaftale.get(None, []),
    }
    delaftaler = [
        {
            "nr": et.indsatsomraade.omraadetype.nr,
            "indsatsomraade": et.indsatsomraade.omraadetype.navn,
            "finansiering": dele.hovedtal(et),
            "budgetposter": pr_delaftale.get(et.pk, []),
        }
        for et in aftaler.select_related("indsatsomraade__omraadetype")
    ]
    return strategisk, delaftaler
