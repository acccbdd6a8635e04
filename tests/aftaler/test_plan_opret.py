"""Making a plan: all of it at once, and once only."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connections
from django.urls import reverse

from aftaler.models import Bevillingsperiode, Helhedsplan, Skabelon
from aftaler.services import planer
from brugere.roles import Rolle
from kerne.models import Haendelse
from tests.factories import BrugerFactory, MedlemskabFactory

pytestmark = pytest.mark.django_db
URL = "/planer/ny/"


def felter(**andre):
    return {
        "navn": "Nørreby Øst og Ådalen",
        "omraade": "Nørreby Øst",
        "kommune": "Nørreby Kommune",
        "bevillingsperiode": Bevillingsperiode.objects.get(navn="2015-18").pk,
        "skabelon": "",
        "start_dato": "2019-05-01",
        "slut_dato": "2023-04-30",
        "lbf_sagsnr": "S-2019-44",
        **andre,
    }


def oplysninger(**andre):
    return planer.Oplysninger(
        **{
            "navn": "Engparken",
            "omraade": "Engparken",
            "kommune": "Nørreby Kommune",
            "bevillingsperiode": Bevillingsperiode.objects.get(navn="2015-18"),
            "start_dato": date(2019, 5, 1),
            "slut_dato": date(2023, 4, 30),
            **andre,
        }
    )


def test_planen_faar_aftale_tomme_afsnit_og_sin_projektleder(client, projektleder):
    client.force_login(projektleder)

    svar = client.post(URL, felter())

    plan = Helhedsplan.objects.get(slug="noerreby-oest-og-aadalen")
    assert svar.url == reverse("aftaler:organisering", args=[plan.slug])
    assert plan.skabelon == Skabelon.objects.get(generation="B", papir="strategisk")
    afsnit = plan.samarbejdsaftale.afsnit.all()
    assert {et.tekst for et in afsnit} == {""}
    assert [et.skabelonafsnit.kode for et in afsnit] == [
        et.kode for et in plan.skabelon.afsnit.filter(indhold__in=["tekst", "problemkompleks"])
    ]
    assert [(et.bruger, et.rolle, et.til_dato) for et in plan.medlemskaber.all()] == [
        (projektleder, Rolle.PROJEKTLEDER, None)
    ]
    assert Haendelse.objects.get(kreds=plan.slug).hvad == "oprettet"


def test_samme_plan_to_gange_bliver_til_en(client, projektleder):
    client.force_login(projektleder)

    foerste = client.post(URL, felter())
    anden = client.post(URL, felter())

    assert foerste.url == anden.url
    assert Helhedsplan.objects.filter(navn="Nørreby Øst og Ådalen").count() == 1


@pytest.mark.usefixtures("rigtig_database")
def test_to_klik_i_samme_sekund_bliver_til_en_plan():
    bruger = BrugerFactory(is_superuser=True)
    plan = oplysninger()

    def opret(_):
        try:
            return planer.opret_plan(plan, af=bruger).pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as traade:
        noegler = set(traade.map(opret, range(2)))

    assert len(noegler) == 1


def test_to_planer_med_samme_navn_faar_hver_sin_adresse(projektleder):
    foerste = planer.opret_plan(oplysninger(), af=projektleder)
    anden = planer.opret_plan(oplysninger(start_dato=date(2015, 5, 1)), af=projektleder)

    assert [foerste.slug, anden.slug] == ["engparken", "engparken-2"]


def test_en_anden_persons_plan_med_samme_navn_bliver_ikke_min(projektleder):
    andens = planer.opret_plan(oplysninger(), af=MedlemskabFactory().bruger)

    assert planer.opret_plan(oplysninger(), af=projektleder) != andens


def test_et_navn_uden_bogstaver_faar_alligevel_en_adresse(projektleder):
    assert planer.opret_plan(oplysninger(navn="……"), af=projektleder).slug == "plan"


@pytest.mark.parametrize("rolle", [Rolle.MEDARBEJDER, Rolle.BESTYRELSE, Rolle.ADMIN])
def test_andre_roller_opretter_ikke(rolle):
    with pytest.raises(PermissionDenied):
        planer.opret_plan(oplysninger(), af=MedlemskabFactory(rolle=rolle).bruger)


def test_en_periode_uden_fast_skabelon_beder_om_et_valg(client, projektleder):
    client.force_login(projektleder)
    periode = Bevillingsperiode.objects.get(navn="2011-14").pk

    svar = client.post(URL, felter(bevillingsperiode=periode))

    assert svar.context["form"].errors == {
        "skabelon": ["2011-14-midlerne har ingen fast skabelon. Vælg den, aftalen skal skrives på."]
    }
    assert "Nørreby Øst og Ådalen" in svar.content.decode()


def test_en_skabelon_uden_delaftale_kan_ikke_vaelges(client, projektleder):
    halv = Skabelon.objects.create(generation="C", papir="strategisk", titel="Strategisk aftale")
    client.force_login(projektleder)

    svar = client.post(URL, felter(skabelon=halv.pk))

    assert list(svar.context["form"].errors) == ["skabelon"]


@pytest.mark.parametrize(
    ("felt", "vaerdi", "besked"),
    [
        ("slut_dato", "2019-04-30", "Slutdatoen skal ligge efter startdatoen."),
        ("navn", "", "Udfyld »Planens navn«."),
        ("omraade", "Ved 010203-1234", "Det ligner et CPR-nummer."),
    ],
)
def test_det_forkerte_siges_og_intet_oprettes(client, projektleder, felt, vaerdi, besked):
    client.force_login(projektleder)
    foer = Helhedsplan.objects.count()

    svar = client.post(URL, felter(**{felt: vaerdi}))

    assert besked in svar.content.decode()
    assert Helhedsplan.objects.count() == foer


def test_en_ny_plan_er_usynlig_for_andre(projektleder, fremmed):
    plan = planer.opret_plan(oplysninger(), af=projektleder)

    assert plan not in Helhedsplan.objects.synlige_for(fremmed)
