"""Register values of a demo plan."""

from decimal import Decimal
from typing import Any

from helhedsplan.demo.byg.byggeri import Byggeri
from helhedsplan.demo.registertal import SKJULT, Registertal
from maalinger.models import Indikator, Indikatorvaerdi
from maalinger.statuses import Niveau


def vaerdier(byggeri: Byggeri, specs: tuple[Registertal, ...]) -> None:
    indikatorer = {et.kode: et for et in Indikator.objects.order_by("pk")}
    afdelinger = {et.navn: et for et in byggeri.plan.boligafdelinger.order_by("pk")}
    for spec in specs:
        Indikatorvaerdi.objects.create(
            helhedsplan=byggeri.plan,
            indikator=indikatorer[spec.indikator],
            niveau=spec.niveau,
            omraade=byggeri.boligomraader[spec.sted] if spec.niveau == Niveau.OMRAADE else None,
            afdeling=afdelinger[spec.sted] if spec.niveau == Niveau.AFDELING else None,
            fra_aar=spec.fra,
            til_aar=spec.til,
            kilde=spec.kilde,
            opgjort_dato=spec.opgjort,
            registreret_af=byggeri.projektleder,
            eksempel=spec.eksempel,
            **_tallet(spec.tal),
        )


def _tallet(tal: str) -> dict[str, Any]:
    if tal == SKJULT:
        return {"skjult": True}
    if " af " in tal:
        taeller, naevner = tal.split(" af ")
        return {"taeller": Decimal(taeller), "naevner": Decimal(naevner)}
    return {"vaerdi": Decimal(tal)}
