"""One case over several bodies."""

import pytest
from django.urls import reverse

from brugere.roles import Rolle
from moeder.models import Beslutning
from moeder.statuses import Moedetilstand
from tests.factories import BrugerFactory, MedlemskabFactory, OrganFactory, PersonFactory
from tests.moeder.factories import BehandlingFactory, MoedeFactory, SagFactory, klokken

pytestmark = pytest.mark.django_db


@pytest.fixture
def sag(plan):
    """A case in two bodies: the second with somebody away, somebody inhabil and a decision."""
    sag = SagFactory(helhedsplan=plan, titel="Ny helhedsplan", journalnr="03.30.05G00-0002")
    for nr, navn in enumerate(("Økonomiudvalget", "Byrådet")):
        moede = MoedeFactory(
            organ=OrganFactory(helhedsplan=plan, navn=navn), holdt=True, begynder=klokken(2018, 3, 15 + nr * 7)
        )
        punkt = BehandlingFactory(moede=moede, sag=sag, titel="Ny helhedsplan", art="B")
    moede.fremmoede.create(person=PersonFactory(helhedsplan=plan, navn="Anna Bech"), art="afbud")
    moede.fremmoede.create(person=PersonFactory(helhedsplan=plan, navn="Carl Dam"), art="til_stede")
    punkt.fravaer.create(person=PersonFactory(helhedsplan=plan, navn="Else Fog"), inhabil=True)
    Beslutning.objects.create(behandling=punkt, helhedsplan=plan, nr=1, tekst="Godkendt.", skrevet_af=BrugerFactory())
    return sag


def side(client, sag):
    return client.get(reverse("moeder:sag_detalje", args=[sag.helhedsplan.slug, sag.pk]))


def test_hver_behandling_staar_med_dato_organ_fravaer_og_beslutning(client, sag, revisor):
    client.force_login(revisor)

    forloeb = side(client, sag).context["forloeb"]

    assert forloeb.saetning == "Sagen er sat på dagsordenen 2 gange, i Økonomiudvalget og Byrådet."
    assert [(et.dato, et.organ, et.tilstand, et.fravaer, et.beslutninger) for et in forloeb.linjer] == [
        ("15.\u00a0marts 2018", "Økonomiudvalget", "Holdt", "", ()),
        (
            "22.\u00a0marts 2018",
            "Byrådet",
            "Holdt",
            "Fraværende: Anna Bech (afbud), Else Fog (inhabil).",
            ((1, "Godkendt."),),
        ),
    ]


@pytest.mark.parametrize(
    ("rolle", "ser"), [(Rolle.MEDARBEJDER, False), (Rolle.FORMAND, False), (Rolle.SEKRETARIAT, True)]
)
def test_en_beslutning_der_er_ved_at_blive_skrevet_paa_moedet_ser_kun_den_der_skriver(client, plan, rolle, ser):
    """It can still be reworded; the register has it when the meeting is closed."""
    moede = MoedeFactory(organ=OrganFactory(helhedsplan=plan), tilstand=Moedetilstand.I_GANG)
    punkt = BehandlingFactory(moede=moede, art="B")
    Beslutning.objects.create(behandling=punkt, helhedsplan=plan, nr=1, tekst="Udkast.", skrevet_af=BrugerFactory())
    client.force_login(MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger)

    (linje,) = side(client, punkt.sag).context["forloeb"].linjer

    assert linje.beslutninger == (((1, "Udkast."),) if ser else ())


def test_sagen_rettes_og_to_der_retter_taber_intet(client, sag, projektleder):
    client.force_login(projektleder)
    sti = reverse("moeder:sag_ret", args=[sag.helhedsplan.slug, sag.pk])
    felter = {"journalnr": "", "sagsnr": "362616", "kle": "03.30.05", "udgave": 1}
    client.post(sti, {**felter, "titel": "Helhedsplan 2018–2022"})

    svar = client.post(sti, {**felter, "titel": "Et tredje navn"})

    sag.refresh_from_db()
    assert (sag.titel, sag.sagsnr, svar.context["udfald"].skal_vaelge) == ("Helhedsplan 2018–2022", "362616", True)


@pytest.mark.parametrize("antal", [1, 3])
def test_siden_spoerger_lige_meget_hvor_mange_behandlinger_der_er(
    client, plan, projektleder, django_assert_num_queries, antal
):
    sag = SagFactory(helhedsplan=plan)
    for _ in range(antal):
        BehandlingFactory(moede=MoedeFactory(organ=OrganFactory(helhedsplan=plan)), sag=sag)
    client.force_login(projektleder)

    with django_assert_num_queries(10):
        side(client, sag)
