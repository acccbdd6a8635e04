"""Closed items and closed appendices: seen by those who run meetings and by the body's members who may, by nobody else.

By enumeration: every role, in and out of the body, on every page that could show one.
"""

import re
from datetime import date

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.urls import reverse

from brugere.roles import RETTIGHEDER, Ret, Rolle
from moeder.models import Opgave
from tests.factories import MedlemskabFactory, OrganFactory, PersonFactory
from tests.moeder.factories import BehandlingFactory, MoedeFactory, klokken, sid_i

pytestmark = pytest.mark.django_db
HEMMELIGT = "Personalesag"
LUKKET_BILAG = "Lønseddel"


@pytest.fixture(autouse=True)
def _i_2022():
    with time_machine.travel(klokken(2022, 6, 1, 9), tick=False):
        yield


@pytest.fixture
def moede(plan):
    """A held meeting, so that every role sees its page, with a closed item and a closed appendix of an open one."""
    moede = MoedeFactory(
        organ=OrganFactory(helhedsplan=plan), holdt=True, begynder=klokken(2022, 5, 1), slutter=klokken(2022, 5, 1, 15)
    )
    lukket = BehandlingFactory(moede=moede, titel=HEMMELIGT, lukket=True, minutter=10)
    aabent = BehandlingFactory(moede=moede, titel="Regnskab", minutter=5)
    for punkt, navn in ((lukket, "Notat"), (aabent, LUKKET_BILAG)):
        bilag = punkt.bilag.create(navn=navn, lukket=navn == LUKKET_BILAG)
        bilag.fil.save("fil.pdf", ContentFile(b"%PDF-1.4"))
    return moede


def sider(moede) -> dict[str, str]:
    slug = moede.helhedsplan.slug
    lukket, aabent = moede.behandlinger.i_raekkefoelge()
    return {
        "liste": reverse("moeder:moede_liste", args=[slug]),
        "dagsorden": reverse("moeder:moede_detalje", args=[slug, moede.kode]),
        "aabent punkt": reverse("moeder:punkt_detalje", args=[slug, moede.kode, aabent.pk]),
        "lukket punkt": reverse("moeder:punkt_detalje", args=[slug, moede.kode, lukket.pk]),
        "lukket sag": reverse("moeder:sag_detalje", args=[slug, lukket.sag_id]),
        "aaben sag": reverse("moeder:sag_detalje", args=[slug, aabent.sag_id]),
        "lukket punkts bilag": reverse("moeder:punktbilag_hent", args=[slug, moede.kode, lukket.bilag.get().pk]),
        "lukket bilag": reverse("moeder:punktbilag_hent", args=[slug, moede.kode, aabent.bilag.get().pk]),
    }


def laeser(client, moede) -> tuple[dict[str, int], bool]:
    """The status of every page, and whether any of them showed what is closed."""
    svar = {navn: client.get(sti) for navn, sti in sider(moede).items()}
    tekst = " ".join(et.content.decode() for et in svar.values() if "text/html" in et["Content-Type"])
    for et in svar.values():
        for luk in et._resource_closers:
            luk()
    return {navn: et.status_code for navn, et in svar.items()}, HEMMELIGT in tekst or LUKKET_BILAG in tekst


@pytest.mark.parametrize("i_organet", [True, False], ids=["i organet", "uden for organet"])
@pytest.mark.parametrize("rolle", Rolle)
def test_hver_rolle(client, plan, moede, rolle, i_organet):
    bruger = MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger
    if i_organet:
        sid_i(moede.organ, bruger)
    client.force_login(bruger)
    maa = Ret.MOEDE_LED in RETTIGHEDER[rolle] or (i_organet and Ret.LUKKET_SE in RETTIGHEDER[rolle])

    status, viste = laeser(client, moede)

    lukket = 200 if maa else 404
    assert status == {
        "liste": 200,
        "dagsorden": 200,
        "aabent punkt": 200,
        "lukket punkt": lukket,
        "lukket sag": lukket,
        "aaben sag": 200,
        "lukket punkts bilag": lukket,
        "lukket bilag": lukket,
    }
    assert viste is maa


@pytest.mark.parametrize("rolle", Rolle)
def test_kalenderen_har_ingen_lukkede_punkter_hos_nogen(client, plan, moede, rolle):
    bruger = MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger
    sid_i(moede.organ, bruger)
    client.force_login(bruger)
    side = client.post(reverse("moeder:kalender_abonnement")).content.decode()

    ics = client.get(re.search(r"/kalender/[\w-]+\.ics", side)[0]).content.decode()

    assert ("2. Regnskab" in ics, HEMMELIGT in ics) == (True, False)


def test_de_andre_punkter_beholder_nummer_men_siger_ikke_hvor_laenge_det_lukkede_varer(
    client, moede, foelgegruppemedlem, sekretariat
):
    """The clock after a closed item, and the sum of the agenda, told its minutes."""
    dagsordenen = sider(moede)["dagsorden"]
    BehandlingFactory(moede=moede, titel="Velkomst", raekkefoelge=0, minutter=5)
    sider_, linjer = [], []
    for minutter in (10, 200):
        moede.behandlinger.filter(lukket=True).update(minutter=minutter)
        client.force_login(foelgegruppemedlem)
        svar = client.get(dagsordenen)
        sider_.append(svar.content.decode().partition("<main")[2])
        linjer = [(et.nr, et.kl, et.titel) for et in svar.context["dagsorden"].linjer]

    assert sider_[0] == sider_[1]
    assert linjer == [(1, "13.00", "Velkomst"), (3, "", "Regnskab")]
    assert svar.context["dagsorden"].skjulte == "Ét punkt er lukket og vises ikke her."
    client.force_login(sekretariat)
    assert [et.kl for et in client.get(dagsordenen).context["dagsorden"].linjer] == [
        "13.00", "13.05", "16.25"
    ]  # fmt: skip


def test_et_medlem_der_er_gaaet_ud_af_organet_ser_det_ikke_mere(client, plan, moede, bestyrelsesmedlem):
    sid_i(moede.organ, bestyrelsesmedlem, til_dato=klokken(2022, 5, 20).date())
    client.force_login(bestyrelsesmedlem)

    assert laeser(client, moede)[1] is False


def test_idelisten_ses_kun_af_dem_der_leder_moeder(client, plan, moede, projektleder, formand):
    ide = BehandlingFactory(moede=None, sag__helhedsplan=plan, titel="En idé")
    sti = reverse("moeder:sag_detalje", args=[plan.slug, ide.sag_id])
    status = []
    for bruger in (projektleder, formand):
        client.force_login(bruger)
        status.append(client.get(sti).status_code)

    assert status == [200, 404]


def test_en_opgave_fra_et_lukket_punkt_siger_ikke_punktets_navn(client, plan, moede, medarbejder):
    """Whoever owns a task sees it, also when it was given on an item that they may not see."""
    lukket = moede.behandlinger.get(lukket=True)
    ejer = PersonFactory(helhedsplan=plan, bruger=medarbejder)
    Opgave.objects.create(
        helhedsplan=plan, behandling=lukket, tekst="Ring til borgmesteren", ejer=ejer, frist_dato=date(2022, 7, 1)
    )
    client.force_login(medarbejder)

    side = client.get(reverse("moeder:opgave_liste", args=[plan.slug])).content.decode()

    assert "Ring til borgmesteren" in side
    assert "et lukket punkt" in side
    assert HEMMELIGT not in side


def test_tiden_paa_hver_slags_siges_kun_til_den_der_ser_alle_punkter(client, plan, moede, lbf, sekretariat):
    """ "Beslutning 10 min." told that the closed item was one to decide."""
    moede.behandlinger.filter(lukket=True).update(art="B")

    tiderne = []
    for person in (lbf, sekretariat):
        client.force_login(person)
        side = client.get(reverse("moeder:moede_detalje", args=[plan.slug, moede.kode]))
        tiderne.append(side.context["dagsorden"].tiden_paa_art)

    assert tiderne == ["", "Beslutning 10 min., drøftelse 5 min."]
