"""The milestones of the draft, in the shape that the whole documents give them: enough for the milestone plan."""

from typing import Any

from django.db.models import Prefetch

from aftaler.models import Aktivitet, Delaftale, Helhedsplan, Milepael
from aftaler.snapshot import dele


def kladdens_milepaele(plan: Helhedsplan) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The draft's part of the snapshots: the plan's own milestones, and each delaftale's activities with theirs."""
    i_orden = Milepael.objects.order_by("frist_dato", "pk")
    aktiviteter = Aktivitet.objects.order_by("raekkefoelge", "pk").prefetch_related(Prefetch("milepaele", i_orden))
    delaftaler = Delaftale.objects.filter(indsatsomraade__helhedsplan=plan).i_raekkefoelge()
    delaftaler = delaftaler.select_related("indsatsomraade__omraadetype").prefetch_related(
        Prefetch("aktiviteter", aktiviteter)
    )
    egne = [dele.milepael(et) for et in i_orden.filter(helhedsplan=plan, aktivitet=None)]
    return {"milepaele": egne}, [
        {
            "nr": et.indsatsomraade.omraadetype.nr,
            "indsatsomraade": et.indsatsomraade.omraadetype.navn,
            "aktiviteter": [_kladdens_aktivitet(aktivitet) for aktivitet in et.aktiviteter.all()],
        }
        for et in delaftaler
    ]


def _kladdens_aktivitet(raekke: Aktivitet) -> dict[str, Any]:
    return {
        "noegle": raekke.pk,
        "navn": raekke.navn,
        "start": dele.dato(raekke.start_dato),
        "slut": dele.dato(raekke.slut_dato),
        "milepaele": [dele.milepael(et) for et in raekke.milepaele.all()],
    }
