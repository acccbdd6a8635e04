"""Parties, areas, afdelinger, people, bodies and shares of posts."""

from aftaler.models import (
    Aftalepart,
    Boligafdeling,
    Boligomraade,
    Medarbejderandel,
    Organ,
    Organisation,
    Organmedlem,
    Plads,
)
from aftaler.models.organ import Akse
from helhedsplan.demo import former
from helhedsplan.demo.byg.byggeri import Byggeri


def parter(byggeri: Byggeri, spec: former.Plan) -> None:
    for raekkefoelge, part in enumerate(spec.parter, 1):
        organisation = Organisation.objects.create(navn=part.navn, art=part.art)
        byggeri.organisationer[part.navn] = organisation
        Aftalepart.objects.create(
            helhedsplan=byggeri.plan,
            organisation=organisation,
            raekkefoelge=raekkefoelge,
            underskriver=byggeri.person(part.underskriver, part.titel, part.navn),
        )
    for navn, titel in spec.personer.items():
        byggeri.person(navn, titel)
    for navn in spec.boligomraader:
        byggeri.boligomraader[navn] = Boligomraade.objects.create(navn=navn)
        byggeri.boligomraader[navn].helhedsplaner.add(byggeri.plan)
    for afdeling in spec.afdelinger:
        raekke = Boligafdeling.objects.create(
            navn=afdeling.navn, organisation=byggeri.organisationer[afdeling.ejer], boliger=afdeling.boliger
        )
        raekke.helhedsplaner.add(byggeri.plan)
        if afdeling.boligomraade:
            raekke.boligomraader.add(byggeri.boligomraader[afdeling.boligomraade])


def organer(byggeri: Byggeri, specs: tuple[former.Organ, ...]) -> None:
    """Bodies in the order given, so that the one above is there first."""
    lavede: dict[str, Organ] = {}
    for spec in specs:
        organ = lavede[spec.navn] = Organ.objects.create(
            helhedsplan=byggeri.plan,
            art=spec.art,
            navn=spec.navn,
            over=lavede[spec.over] if spec.over else None,
            opgaver=spec.opgaver,
            moeder_mindst=spec.moeder[0],
            moeder_hoejst=spec.moeder[1],
            sekretariat=spec.sekretariat,
        )
        for raekkefoelge, plads in enumerate(spec.pladser, 1):
            _plads(byggeri, organ, plads, raekkefoelge)


def _plads(byggeri: Byggeri, organ: Organ, spec: former.Plads, raekkefoelge: int) -> None:
    plads = Plads.objects.create(
        organ=organ,
        betegnelse=spec.betegnelse,
        organisation=byggeri.organisationer[spec.organisation] if spec.organisation else None,
        raekkefoelge=raekkefoelge,
    )
    if person := byggeri.person(spec.person, spec.betegnelse, spec.organisation):
        Organmedlem.objects.create(plads=plads, person=person, rolle=spec.rolle, fra_dato=byggeri.plan.start_dato)


def andele(byggeri: Byggeri, specs: tuple[former.Andel, ...]) -> None:
    for spec in specs:
        akse = Akse.DELAFTALE if spec.delaftale else Akse.OMRAADE if spec.boligomraade else Akse.FUNKTION
        Medarbejderandel.objects.create(
            helhedsplan=byggeri.plan,
            stilling=spec.stilling,
            person=byggeri.person(spec.person),
            procent=spec.procent,
            akse=akse,
            delaftale=byggeri.delaftale(spec.delaftale),
            boligomraade=byggeri.boligomraader[spec.boligomraade] if spec.boligomraade else None,
            funktion=spec.funktion,
        )
