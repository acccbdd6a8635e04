"""Turns a written-down demo plan into rows. What is there already is left alone, so the command may run twice."""

from django.db import transaction

from aftaler.models import Bevillingsperiode, Helhedsplan, Medlemskab, Skabelon
from aftaler.models.skabelon import Papir
from brugere.models import Bruger
from brugere.roles import Rolle
from helhedsplan.demo import former
from helhedsplan.demo.byg import (
    aftalen,
    forloeb,
    fremmoede,
    lister,
    moeder,
    oekonomi,
    opfoelgning,
    organisering,
    penge,
    registerdata,
)
from helhedsplan.demo.byg.byggeri import Byggeri
from helhedsplan.demo.byg.folk import brugere
from helhedsplan.demo.registertal import REGISTERTAL
from kerne import haendelser

__all__ = ["brugere", "plan"]


@transaction.atomic
def plan(spec: former.Plan, folk: dict[Rolle | None, Bruger]) -> bool:
    """Make the plan with everything in it; False when a plan with its slug is there already.

    The approvals come last: what they freeze is what was written before them.
    """
    if Helhedsplan.objects.filter(slug=spec.slug).exists():
        return False
    ny = _plan(spec)
    for rolle, bruger in folk.items():
        if rolle is not None:
            Medlemskab.objects.create(bruger=bruger, helhedsplan=ny, rolle=rolle, fra_dato=spec.start)
    haendelser.skriv(ny, "oprettet som demoplan", af=folk[Rolle.PROJEKTLEDER], kreds=ny.slug)
    byggeri = Byggeri(ny, folk)
    organisering.parter(byggeri, spec)
    aftalen.strategisk(byggeri, spec)
    for omraade in spec.omraader:
        aftalen.omraade(byggeri, omraade)
    for omraade in spec.omraader:
        aftalen.aktiviteter(byggeri, omraade)
    for omraade in spec.omraader:
        for aktivitet in omraade.aktiviteter:
            aftalen.virkninger(byggeri, aktivitet)
    organisering.organer(byggeri, spec.organer)
    organisering.andele(byggeri, spec.andele)
    penge.oekonomi(byggeri, spec.oekonomi)
    forloeb.frister(byggeri, spec.frister)
    for aendring in spec.aendringer:
        forloeb.aendring(byggeri, aendring)
    forloeb.kladde(byggeri, spec.kladde)
    fremmoede.alt(byggeri, spec)
    oekonomi.pengestroem(byggeri, spec.pengestroem)
    registerdata.vaerdier(byggeri, REGISTERTAL.get(spec.slug, ()))
    lister.lister(byggeri)
    opfoelgning.alt(byggeri)
    moeder.alt(byggeri)
    return True


def _plan(spec: former.Plan) -> Helhedsplan:
    return Helhedsplan.objects.create(
        slug=spec.slug,
        navn=spec.navn,
        omraade=spec.omraade,
        kommune=spec.kommune,
        bevillingsperiode=Bevillingsperiode.objects.get(navn=spec.periode),
        skabelon=Skabelon.objects.get(generation=spec.generation, papir=Papir.STRATEGISK),
        lbf_sagsnr=spec.lbf_sagsnr,
        start_dato=spec.start,
        slut_dato=spec.slut,
        fase=spec.fase,
        eksempel=True,
    )
