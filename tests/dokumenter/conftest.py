"""A small plan with everything a paper prints: three of four areas, ten criteria, activities, amounts, two parties."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from aftaler.models import (
    Aktivitet,
    Delaftale,
    Dokumentbilag,
    Helhedsplan,
    Maalgruppe,
    Medarbejderandel,
    Milepael,
    Underskrift,
)
from brugere.roles import Rolle
from tests.factories import (
    AftalepartFactory,
    AktivitetFactory,
    DelaftaleFactory,
    HelhedsplanFactory,
    IndsatsomraadeFactory,
    MedlemskabFactory,
    OrganFactory,
    OrganisationFactory,
    PersonFactory,
    PladsFactory,
    SucceskriteriumFactory,
)
from tests.godkendelse import godkend_dokument

KRITERIER = {"5.1": 4, "5.3": 3, "5.4": 3}


def byg_plan(generation: str = "B", gentag: int = 1) -> Helhedsplan:
    """Rows only, nothing approved. `gentag` makes the texts longer."""
    plan = HelhedsplanFactory(generation=generation, navn="Vestbyen i Nørreby", omraade="Vestbyen")
    inger = PersonFactory(helhedsplan=plan, navn="Inger Holt")
    AftalepartFactory(
        helhedsplan=plan,
        organisation=OrganisationFactory(navn="Boligforeningen Fjorden"),
        underskriver=inger,
    )
    kommune = OrganisationFactory(navn="Nørreby Kommune", art="kommune")
    AftalepartFactory(helhedsplan=plan, organisation=kommune, raekkefoelge=2)
    aftale = plan.samarbejdsaftale
    aftale.landsbyggefonden, aftale.lokal_medfinansiering = Decimal(6_000_000), Decimal(2_900_000)
    aftale.save()
    for afsnit in aftale.afsnit.all():
        afsnit.tekst = f"<p>Teksten til {afsnit.skabelonafsnit.kode}.</p>" * gentag
        afsnit.save()
    nr = 0
    for omraadenr, antal in KRITERIER.items():
        omraade = IndsatsomraadeFactory(
            helhedsplan=plan,
            nr=omraadenr,
            problemkompleks=f"<p>Problemet i {omraadenr}: 26,2 % flytter.</p>",
            formaal_og_maal=f"<p>Formålet i {omraadenr} er:</p><ul><li>tryghed</li><li>naboskab</li></ul>",
        )
        delaftale = DelaftaleFactory(
            indsatsomraade=omraade,
            medarbejderressourcer="<p>60 % boligsocial medarbejder.</p>",
            start_dato=date(2019, 5, 1),
            slut_dato=date(2023, 4, 30),
            landsbyggefonden=Decimal(1_936_500),
        )
        for _ in range(antal):
            nr += 1
            SucceskriteriumFactory(indsatsomraade=omraade, nr=nr, tekst=f"Kriterium {nr} falder til 20 % i 2022.")
        aktivitet = AktivitetFactory(
            delaftale=delaftale, navn=f"Lektiecafé {omraadenr}", indhold="<p>Hver tirsdag.</p>" * gentag
        )
        nr += 1
        SucceskriteriumFactory(indsatsomraade=omraade, aktivitet=aktivitet, nr=nr, tekst=f"Mindst {nr} unge kommer.")
    _til_bilagene(plan)
    return plan


def _til_bilagene(plan: Helhedsplan) -> None:
    """Two bodies, two milestones, a target group, a share of a post and the two texts."""
    bestyrelse = OrganFactory(helhedsplan=plan, art="bestyrelse", navn="Bestyrelsen", moeder_mindst=2)
    PladsFactory(organ=bestyrelse, betegnelse="Direktør", organisation=plan.aftaleparter.first().organisation)
    OrganFactory(helhedsplan=plan, navn="Den faglige følgegruppe", over=bestyrelse)
    aktivitet = Aktivitet.objects.get(delaftale__indsatsomraade__helhedsplan=plan, navn="Lektiecafé 5.1")
    Milepael.objects.create(helhedsplan=plan, navn="Midtvejs", frist_dato=date(2021, 3, 1))
    Milepael.objects.create(helhedsplan=plan, aktivitet=aktivitet, navn="Caféen åbner", frist_dato=date(2019, 9, 1))
    Maalgruppe.objects.create(aktivitet=aktivitet, art="primaer", navn="Unge i 7. klasse", stoerrelse=1_200)
    Medarbejderandel.objects.create(
        helhedsplan=plan,
        stilling="boligsocial medarbejder",
        procent=60,
        akse="delaftale",
        delaftale=aktivitet.delaftale,
    )
    for art in ("kommissorium", "beredskabsplan"):
        Dokumentbilag.objects.create(helhedsplan=plan, art=art, tekst=f"<p>Teksten i bilaget {art}.</p>")


def godkend(
    plan: Helhedsplan, *, gaelder_fra: date = date(2019, 5, 1), delaftaler: tuple[str, ...] = ("5.1", "5.3")
) -> None:
    """The strategic agreement and some of the delaftaler become versions in force."""
    leder = MedlemskabFactory(helhedsplan=plan).bruger
    formand = MedlemskabFactory(helhedsplan=plan, rolle=Rolle.FORMAND).bruger
    faelles: dict[str, Any] = {"gaelder_fra": gaelder_fra, "godkendt_dato": gaelder_fra, "grund": "Første aftale"}
    plan = Helhedsplan.objects.get(pk=plan.pk)
    aftale = godkend_dokument(plan, None, godkendt_af_navn="Landsbyggefonden", af=leder, **faelles)
    part = plan.aftaleparter.get(underskriver__navn="Inger Holt")
    Underskrift.objects.create(helhedsplan=plan, version=aftale, part=part, navn="Inger Holt", dato=date(2019, 4, 9))
    for delaftale in Delaftale.objects.filter(
        indsatsomraade__helhedsplan=plan, indsatsomraade__omraadetype__nr__in=delaftaler
    ).i_raekkefoelge():
        godkend_dokument(plan, delaftale, godkendt_af_navn="Bestyrelsen", af=formand, **faelles)


@pytest.fixture
def kladdeplan(db: None) -> Helhedsplan:
    """Written, never approved."""
    return byg_plan()


@pytest.fixture
def aftaleplan(db: None) -> Helhedsplan:
    """The strategic agreement and delaftale 5.1 and 5.3 are in force since 1 May 2019; 5.4 was never approved."""
    plan = byg_plan()
    godkend(plan)
    return plan
