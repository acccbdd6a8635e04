"""What is agreed at the eftersyn is a task with an owner and a day, carried to the board's agendas until it is done."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from aftaler.models.organ import Organart
from kerne.models import Haendelse
from moeder.models import Opgave
from moeder.reports.opgaver import paa_dagsordenen
from moeder.services import opgaver
from tests.factories import OrganFactory, PersonFactory
from tests.moeder.factories import BehandlingFactory, MoedeFactory, OpgaveFactory, klokken

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def ejer(plan):
    return PersonFactory(helhedsplan=plan, navn="Inger Holt")


@pytest.fixture
def bestyrelsen(plan):
    return OrganFactory(helhedsplan=plan, art=Organart.BESTYRELSE)


def sti(plan, navn="eftersyn_opgave"):
    return reverse(f"overblik:{navn}", args=[plan.slug])


def felter(hvem, **andre):
    return {"tekst": "Lave et budget for de 165.000", "ejer": str(hvem.pk), "frist_dato": "01.09.2022", **andre}


def aftalte(client, plan):
    return [(et.tekst, et.ejer, et.fristord.replace("\u00a0", " ")) for et in client.get(
        sti(plan, "eftersyn")).context["aftalte"]]  # fmt: skip


def test_en_aftale_bliver_en_opgave_paa_siden_med_en_linje_i_loggen(client, plan, projektleder, ejer):
    client.force_login(projektleder)
    foer = Haendelse.objects.count()
    svar = client.post(sti(plan), felter(ejer), follow=True)
    assert [str(et) for et in svar.context["messages"]] == ["Opgaven er givet til Inger Holt."]
    assert aftalte(client, plan) == [("Lave et budget for de 165.000", "Inger Holt", "Senest 1. september 2022")]
    assert Haendelse.objects.count() == foer + 1
    linje = Haendelse.objects.order_by("-pk").first()
    assert (linje.hvad, linje.af, linje.kreds) == ("aftalt med Inger Holt", projektleder, plan.slug)


def test_siden_siger_hvad_der_er_blevet_af_aftalen(client, plan, projektleder, ejer):
    opgave = opgaver.aftal_opgave(plan, tekst="Ringe", ejer=ejer, frist_dato=date(2022, 6, 30), af=projektleder)
    with time_machine.travel("2022-07-02 12:00+02:00", tick=False):
        client.force_login(projektleder)
        assert aftalte(client, plan)[0][2] == "Forsinket, skulle være gjort 30. juni 2022"
        opgaver.udfoer_opgave(opgave, dato=date(2022, 7, 1), note="", af=projektleder)
        assert aftalte(client, plan)[0][2] == "Gjort 1. juli 2022"


def test_opgaver_fra_eftersynets_moede_staar_der_ogsaa_og_andre_moeders_ikke(client, plan, bestyrelsen, formand):
    for art, tekst in (("eftersyn", "Fra eftersynet"), ("ordinaert", "Fra bestyrelsen")):
        moede = MoedeFactory(organ=bestyrelsen, holdt=True, art=art)
        OpgaveFactory(behandling=BehandlingFactory(moede=moede), tekst=tekst)
    client.force_login(formand)
    svar = client.get(sti(plan, "eftersyn"))
    assert [et.tekst for et in svar.context["aftalte"]] == ["Fra eftersynet"]
    (punkt,) = [et for et in svar.context["side"].afsnit[3].punkter if et.hvad == "Opgaver"]
    assert punkt.tekst.startswith("Fra bestyrelsen")


def test_aftalen_staar_paa_bestyrelsens_naeste_dagsorden_til_den_er_gjort(plan, bestyrelsen, projektleder, ejer):
    andet = OrganFactory(helhedsplan=plan)
    eftersyn = MoedeFactory(organ=andet, art="eftersyn", holdt=True)
    fra_moedet = OpgaveFactory(behandling=BehandlingFactory(moede=eftersyn), ejer=ejer)
    aftalt = opgaver.aftal_opgave(plan, tekst="Ringe", ejer=ejer, frist_dato=date(2022, 6, 30), af=projektleder)
    naeste = MoedeFactory(organ=bestyrelsen, begynder=klokken(2022, 9, 1))
    tredje = MoedeFactory(organ=OrganFactory(helhedsplan=plan), begynder=klokken(2022, 9, 1))

    assert [et.noegle for et in paa_dagsordenen(naeste, projektleder)] == [aftalt.pk, fra_moedet.pk]
    assert paa_dagsordenen(tredje, projektleder) == []
    opgaver.udfoer_opgave(aftalt, dato=date(2022, 6, 2), note="", af=projektleder)
    assert [et.noegle for et in paa_dagsordenen(naeste, projektleder)] == [fra_moedet.pk]


@pytest.mark.parametrize(
    ("forkert", "felt", "saetning"),
    [
        ({"ejer": ""}, "ejer", "Vælg, hvem der gør det. En opgave uden navn bliver ikke gjort."),
        ({"frist_dato": ""}, "frist_dato", "Skriv, hvornår det senest skal være gjort, fx 01.07.2022."),
        ({"frist_dato": "01.06.2022"}, "frist_dato", "Fristen ligger før den dag, opgaven blev givet, 2. juni 2022."),
        ({"tekst": " "}, "tekst", "Skriv, hvad der skal gøres."),
    ],
)
def test_en_aftale_uden_navn_eller_i_fortiden_faar_en_saetning_og_intet_tabes(
    client, plan, projektleder, ejer, forkert, felt, saetning
):
    client.force_login(projektleder)
    sendt = felter(ejer, **forkert)
    form = client.post(sti(plan), sendt).context["form"]
    assert {navn: [et.replace("\u00a0", " ") for et in fejl] for navn, fejl in form.errors.items()} == {
        felt: [saetning]
    }
    assert {navn: form[navn].value() for navn in sendt} == sendt
    assert not Opgave.objects.exists()


def test_kun_den_der_leder_moeder_skriver_aftaler(client, plan, formand, ejer):
    with pytest.raises(PermissionDenied):
        opgaver.aftal_opgave(plan, tekst="Ringe", ejer=ejer, frist_dato=date(2022, 7, 1), af=formand)
    client.force_login(formand)
    assert 'href="' + sti(plan) not in client.get(sti(plan, "eftersyn")).content.decode()
