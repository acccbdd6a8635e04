"""Parties, persons, areas, afdelinger, bodies and shares of posts."""

from collections.abc import Iterator

from aftaler.models import (
    Aftalepart,
    Boligafdeling,
    Boligomraade,
    Medarbejderandel,
    Organ,
    Organisation,
    Organmedlem,
    Person,
    Plads,
)
from aftaler.models.organ import Akse
from helhedsplan.demo import former
from helhedsplan.storskala.byg.byggeri import Byggeri


def parter(byggeri: Byggeri) -> None:
    spec = byggeri.spec
    nye = Organisation.objects.bulk_create(Organisation(navn=et.navn, art=et.art) for et in spec.parter)
    byggeri.organisationer = {et.navn: et for et in nye}
    _personer(byggeri)
    Aftalepart.objects.bulk_create(
        Aftalepart(
            helhedsplan=byggeri.plan,
            organisation=byggeri.organisationer[et.navn],
            raekkefoelge=nr,
            underskriver=byggeri.personer[et.underskriver],
        )
        for nr, et in enumerate(spec.parter, 1)
    )


def _personer(byggeri: Byggeri) -> None:
    """Everybody who is named, by the first title they are given; who has a login gets it."""
    logins = {bruger.navn: bruger for bruger in byggeri.folk.values()}
    titler: dict[str, tuple[str, str]] = {}
    for navn, *resten in _naevnte(byggeri.spec):
        titler.setdefault(navn, tuple(resten))
    nye = Person.objects.bulk_create(
        Person(
            helhedsplan=byggeri.plan,
            navn=navn,
            titel=titel,
            organisation=byggeri.organisationer.get(organisation),
            bruger=logins.get(navn),
        )
        for navn, (titel, organisation) in titler.items()
    )
    byggeri.personer = {et.navn: et for et in nye}


def _naevnte(spec: former.Plan) -> Iterator[tuple[str, str, str]]:
    yield from ((part.underskriver, part.titel, part.navn) for part in spec.parter)
    yield from ((et.person, et.betegnelse, et.organisation) for organ in spec.organer for et in organ.pladser)
    yield from ((et.ansvarlig, "", "") for omraade in spec.omraader for et in omraade.aktiviteter)


def steder(byggeri: Byggeri) -> None:
    spec = byggeri.spec
    omraader = Boligomraade.objects.bulk_create(
        Boligomraade(navn=navn, beboere=1000 + 250 * nr) for nr, navn in enumerate(spec.boligomraader)
    )
    byggeri.boligomraader = {et.navn: et for et in omraader}
    afdelinger = Boligafdeling.objects.bulk_create(
        Boligafdeling(navn=et.navn, organisation=byggeri.organisationer[et.ejer], boliger=et.boliger)
        for et in spec.afdelinger
    )
    i_omraade, i_plan = Boligafdeling.boligomraader.through, Boligafdeling.helhedsplaner.through
    i_omraade.objects.bulk_create(
        i_omraade(boligafdeling=raekke, boligomraade=byggeri.boligomraader[et.boligomraade])
        for raekke, et in zip(afdelinger, spec.afdelinger, strict=True)
    )
    i_plan.objects.bulk_create(i_plan(boligafdeling=et, helhedsplan=byggeri.plan) for et in afdelinger)
    omraadets_plan = Boligomraade.helhedsplaner.through
    omraadets_plan.objects.bulk_create(omraadets_plan(boligomraade=et, helhedsplan=byggeri.plan) for et in omraader)


def organer(byggeri: Byggeri) -> None:
    """The bodies that stand above others first, then the rest; then their seats and who sits there."""
    specs, lavede = byggeri.spec.organer, {}
    for niveau in ([et for et in specs if not et.over], [et for et in specs if et.over]):
        nye = Organ.objects.bulk_create(_organ(byggeri, et, lavede.get(et.over)) for et in niveau)
        lavede |= {et.navn: et for et in nye}
    besat = [(lavede[organ.navn], nr, et) for organ in specs for nr, et in enumerate(organ.pladser, 1)]
    pladser = Plads.objects.bulk_create(
        Plads(
            organ=organ,
            betegnelse=et.betegnelse,
            organisation=byggeri.organisationer.get(et.organisation),
            raekkefoelge=nr,
        )
        for organ, nr, et in besat
    )
    Organmedlem.objects.bulk_create(
        Organmedlem(plads=raekke, person=byggeri.personer[et.person], rolle=et.rolle, fra_dato=byggeri.spec.start)
        for raekke, (_, _, et) in zip(pladser, besat, strict=True)
    )


def _organ(byggeri: Byggeri, spec: former.Organ, over: Organ | None) -> Organ:
    return Organ(
        helhedsplan=byggeri.plan,
        art=spec.art,
        navn=spec.navn,
        over=over,
        opgaver=spec.opgaver,
        moeder_mindst=spec.moeder[0],
        moeder_hoejst=spec.moeder[1],
        sekretariat=spec.sekretariat,
    )


def andele(byggeri: Byggeri) -> None:
    Medarbejderandel.objects.bulk_create(
        Medarbejderandel(
            helhedsplan=byggeri.plan,
            stilling=et.stilling,
            procent=et.procent,
            akse=Akse.DELAFTALE if et.delaftale else Akse.OMRAADE,
            delaftale=byggeri.delaftaler.get(et.delaftale),
            boligomraade=byggeri.boligomraader.get(et.boligomraade),
        )
        for et in byggeri.spec.andele
    )
