"""Answering a call while logged in: one's own, with the right, until the meeting begins; and the way from Min side."""

import re

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from brugere.roles import RETTIGHEDER, Ret, Rolle
from kerne.models import Haendelse
from moeder.models import Indkaldelse
from moeder.rules.moeder import hvorfor_ikke_svare
from moeder.services import indkaldelser as services
from moeder.statuses import Moedetilstand, Svar
from tests.factories import MedlemskabFactory, OrganFactory, PersonFactory
from tests.moeder.factories import BehandlingFactory, IndkaldelseFactory, MoedeFactory, klokken, sid_i

NU = klokken(2022, 6, 1, 9)
FOER, EFTER = klokken(2022, 6, 15), klokken(2022, 5, 1)


@pytest.mark.regel("svar-foer-moedet")
@pytest.mark.parametrize(
    ("tilstand", "begynder", "grund"),
    [
        ("indkaldt", FOER, ""),
        ("indkaldt", NU, "Mødet er begyndt, så svaret kan ikke ændres mere."),
        ("i_gang", FOER, "Mødet er begyndt, så svaret kan ikke ændres mere."),
        ("afsluttet", EFTER, "Mødet er begyndt, så svaret kan ikke ændres mere."),
        ("aflyst", FOER, "Mødet er aflyst."),
    ],
)
def test_der_kan_svares_til_moedet_begynder(tilstand, begynder, grund):
    assert hvorfor_ikke_svare(tilstand, begynder=begynder, nu=NU) == grund


@pytest.fixture(autouse=True)
def _foer_moedet():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def moede(plan):
    return MoedeFactory(organ=OrganFactory(helhedsplan=plan, navn="Bestyrelsen"), begynder=FOER)


@pytest.fixture
def min_egen(moede, bestyrelsesmedlem):
    """The call of a member who sits in the body."""
    return IndkaldelseFactory(moede=moede, person=sid_i(moede.organ, bestyrelsesmedlem).person)


def adresse(indkaldelse) -> str:
    moede = indkaldelse.moede
    return reverse("moeder:indkaldelse_svar", args=[moede.helhedsplan.slug, moede.kode, indkaldelse.pk])


def moedets(moede) -> str:
    return reverse("moeder:moede_detalje", args=[moede.helhedsplan.slug, moede.kode])


def beskeder(svar) -> list[str]:
    return [str(et) for et in svar.context["messages"]]


@pytest.mark.django_db
def test_man_svarer_paa_moedets_side(client, moede, min_egen, bestyrelsesmedlem):
    client.force_login(bestyrelsesmedlem)
    side = client.get(moedets(moede)).content.decode()
    assert "Du er indkaldt. Svar her" in side
    assert f'action="{adresse(min_egen)}"' in side

    svar = client.post(adresse(min_egen), {"svar": "stedfortraeder", "stedfortraeder": "Bo Lind"}, follow=True)

    min_egen.refresh_from_db()
    assert (min_egen.svar, min_egen.stedfortraeder, svar.redirect_chain[-1][0]) == (
        Svar.STEDFORTRAEDER, "Bo Lind", moedets(moede),
    )  # fmt: skip
    assert beskeder(svar) == ["Dit svar er gemt, og du kan ændre det, til mødet begynder."]
    assert "Sender en stedfortræder</strong> (Bo Lind)" in svar.content.decode()
    linje = Haendelse.objects.get(ting_id=str(moede.pk))
    assert (linje.af, linje.hvad) == (bestyrelsesmedlem, f"{min_egen.person}: sender en stedfortræder")

    client.post(adresse(min_egen), {"svar": "afbud"})
    min_egen.refresh_from_db()
    assert (min_egen.svar, min_egen.stedfortraeder) == (Svar.AFBUD, "")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "fejl"),
    [
        ({}, {"svar": ["Vælg et svar."]}),
        ({"svar": "stedfortraeder"}, {"stedfortraeder": ["Skriv, hvem der kommer i stedet."]}),
    ],
)
def test_et_halvt_svar_faar_en_saetning_ved_feltet(client, min_egen, bestyrelsesmedlem, data, fejl):
    client.force_login(bestyrelsesmedlem)
    svar = client.post(adresse(min_egen), data)
    assert {felt: list(et) for felt, et in svar.context["form"].errors.items()} == fejl
    assert Indkaldelse.objects.get().svar == Svar.INTET


@pytest.mark.django_db
def test_et_andet_medlems_indkaldelse_er_404(client, moede, min_egen, bestyrelsesmedlem, projektleder):
    andens = IndkaldelseFactory(moede=moede)
    for person in (bestyrelsesmedlem, projektleder):  # not even whoever runs the meeting answers for others here
        client.force_login(person)
        assert client.post(adresse(andens), {"svar": "kommer"}).status_code == 404
    with pytest.raises(PermissionDenied):
        services.svar(andens, svar=Svar.KOMMER, af=bestyrelsesmedlem)
    andens.refresh_from_db()
    assert andens.svar == Svar.INTET


@pytest.mark.django_db
def test_samme_noegle_paa_et_andet_moede_er_404(client, moede, min_egen, bestyrelsesmedlem):
    andet = MoedeFactory(organ=moede.organ, begynder=klokken(2022, 9, 1))
    client.force_login(bestyrelsesmedlem)
    url = reverse("moeder:indkaldelse_svar", args=[moede.helhedsplan.slug, andet.kode, min_egen.pk])
    assert client.get(url).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("felter", "grund"),
    [
        ({"tilstand": Moedetilstand.I_GANG}, "Mødet er begyndt, så svaret kan ikke ændres mere."),
        ({"begynder": EFTER}, "Mødet er begyndt, så svaret kan ikke ændres mere."),
        ({"tilstand": Moedetilstand.AFLYST, "aflyst_grund": "Sne"}, "Mødet er aflyst."),
    ],
)
def test_naar_moedet_er_begyndt_eller_aflyst_er_der_lukket(client, moede, min_egen, bestyrelsesmedlem, felter, grund):
    type(moede).objects.update(**felter)
    client.force_login(bestyrelsesmedlem)
    assert "min-indkaldelse" not in client.get(moedets(moede)).content.decode()

    svar = client.post(adresse(min_egen), {"svar": "kommer"}, follow=True)

    assert (beskeder(svar), Indkaldelse.objects.get().svar) == ([grund], Svar.INTET)


@pytest.mark.django_db
@pytest.mark.parametrize("rolle", Rolle)
def test_hver_rolle_svarer_efter_sin_ret_og_min_side_viser_vejen(client, plan, moede, rolle):
    """A guest of the meeting, without a seat in the body, answers too, and sees no agenda for it."""
    BehandlingFactory(moede=moede, titel="Personalesag", lukket=True)
    bruger = MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger
    min_egen = IndkaldelseFactory(moede=moede, person=PersonFactory(helhedsplan=plan, bruger=bruger))
    maa = Ret.REFERAT_GODKEND in RETTIGHEDER[rolle]
    client.force_login(bruger)

    side = client.get(adresse(min_egen))
    assert side.status_code == (200 if maa else 403)
    assert "Personalesag" not in side.content.decode()
    veje = re.findall(r'href="([^"]*/moeder/organ-[^"]*)"', client.get(reverse("min_side")).content.decode())
    ser_moedet = client.get(moedets(moede)).status_code == 200
    assert veje == ([adresse(min_egen)] if maa else [moedets(moede)] if ser_moedet else [])


@pytest.mark.django_db
def test_en_kladdes_indkaldelse_findes_ikke_for_den_indkaldte(client, min_egen, bestyrelsesmedlem):
    type(min_egen.moede).objects.update(tilstand=Moedetilstand.KLADDE, indkaldt_tidspunkt=None)
    client.force_login(bestyrelsesmedlem)
    assert client.get(adresse(min_egen)).status_code == 404
