"""Who pays, what they promised, and what four years cost."""

from aftaler.models import Budgetpost, Finansieringskilde, Omkostningstype, Tilsagn
from aftaler.models.budget import Placering
from helhedsplan.storskala.byg.byggeri import Byggeri


def oekonomi(byggeri: Byggeri) -> None:
    spec, plan = byggeri.spec.oekonomi, byggeri.plan
    nye = Finansieringskilde.objects.bulk_create(
        Finansieringskilde(
            helhedsplan=plan, navn=et.navn, art=et.art, organisation=byggeri.organisationer.get(et.organisation)
        )
        for et in spec.kilder
    )
    kilder = {et.navn: et for et in nye}
    Tilsagn.objects.bulk_create(
        Tilsagn(
            helhedsplan=plan, kilde=kilder[et.kilde], art=et.art, aar=et.aar, beloeb=et.beloeb, eksempel=et.eksempel
        )
        for et in spec.tilsagn
    )
    typer = {et.navn: et for et in Omkostningstype.objects.order_by("raekkefoelge", "pk")}
    Budgetpost.objects.bulk_create(
        Budgetpost(
            helhedsplan=plan,
            placering=Placering.DELAFTALE if et.delaftale else Placering.TVAERGAAENDE,
            delaftale=byggeri.delaftaler.get(et.delaftale),
            aar=et.aar,
            omkostningstype=typer[et.type],
            beloeb=et.beloeb,
            eksempel=et.eksempel,
        )
        for et in spec.poster
    )
