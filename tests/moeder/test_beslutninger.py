"""After the meeting: a decision puts a version in force, the registers, and tasks that stand until they are done."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from aftaler.models import Aendring, Version
from aftaler.services import aendringer
from aftaler.services.aendringer import Trinforslag
from aftaler.statuses import Aendringsstatus
from brugere.roles import Rolle
from moeder.models import Beslutning
from moeder.reports.opgaver import paa_dagsordenen
from moeder.reports.venter import mine_opgaver, referater_for, ubesvarede_indkaldelser
from moeder.services import afslutning, beslutninger
from moeder.services import referat as referatservices
from moeder.services.beslutninger import Ordlyd
from tests.factories import DelaftaleFactory, IndsatsomraadeFactory, MedlemskabFactory, PersonFactory
from tests.moeder.factories import (
    BehandlingFactory,
    BeslutningFactory,
    IndkaldelseFactory,
    MoedeFactory,
    OpgaveFactory,
)
from tests.moeder.scener import afslut, moede_i_gang

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-15 14:11+02:00", tick=False):
        yield


@pytest.fixture
def scene(plan, sekretariat, bestyrelsesmedlem):
    return moede_i_gang(plan, sekretariat, medlem=bestyrelsesmedlem)


@pytest.fixture
def aendring(plan, scene, projektleder):
    """A delaftale that waits for the board, and stands on the agenda's first item."""
    aendring = aendringer.indsend(
        plan,
        DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan)),
        grund="Den første delaftale",
        oensket_fra=plan.start_dato,
        rute=[Trinforslag("Bestyrelsen", organ=scene.moede.organ)],
        af=projektleder,
    )
    scene.beslutning.henvisninger.create(aendring=aendring)
    return aendring


def beslut(scene, leder, udfald, tekst="Bestyrelsen godkendte delaftalen."):
    return beslutninger.skriv_beslutning(scene.moede, scene.beslutning, Ordlyd(tekst, udfald=udfald), af=leder)


def side(navn, plan, *mere):
    return reverse(f"moeder:{navn}", args=[plan.slug, *mere])


def test_formularen_spoerger_om_resultatet_naar_punktet_handler_om_en_aendring(client, scene, aendring, sekretariat):
    client.force_login(sekretariat)
    plan = scene.moede.helhedsplan

    form = client.get(side("referat_punkt", plan, scene.moede.kode, scene.beslutning.pk)).context["beslutningsform"]
    uden = client.get(side("referat_punkt", plan, scene.moede.kode, scene.droeftelse.pk)).context["beslutningsform"]

    assert [noegle for noegle, _ in form.fields["udfald"].choices] == ["", "godkendt", "returneret", "afvist"]
    assert "udfald" not in uden.fields


def test_uden_resultat_kan_moedet_ikke_afsluttes(scene, aendring, sekretariat):
    beslut(scene, sekretariat, "")

    assert afslutning.mangler(scene.moede) == [
        "Punkt 1 mangler et resultat. Skriv i beslutningen, om det blev godkendt."
    ]


def test_formandens_egen_afslutning_saetter_versionen_i_kraft(scene, aendring, plan, sekretariat, formand):
    MedlemskabFactory(helhedsplan=plan, bruger=formand, rolle=Rolle.SEKRETARIAT)
    beslutning = beslut(scene, sekretariat, "godkendt")

    udfald = afslutning.afslut_moede(scene.moede, af=formand)

    beslutning.refresh_from_db()
    aendring.refresh_from_db()
    trin = aendring.trin.get()
    assert udfald.venter == ()
    assert (aendring.status, beslutning.version) == (Aendringsstatus.GODKENDT, aendring.version)
    assert (trin.tekst, trin.dato, trin.registreret_af) == (beslutning.tekst, date(2022, 6, 15), formand)
    virkning = udfald.referat.udgaver.get().indhold["punkter"][0]["beslutninger"][0]["virkning"]
    assert virkning.startswith("Version 1 gælder fra ")


def test_sekretaerens_afslutning_venter_paa_formanden_og_siger_det(client, scene, aendring, plan, sekretariat, formand):
    beslutning = beslut(scene, sekretariat, "godkendt")
    client.force_login(sekretariat)

    svar = client.post(side("moede_afslut", plan, scene.moede.kode), follow=True)

    assert [str(et) for et in svar.context["messages"]] == [
        "Mødet er afsluttet. Læs referatet igennem, og send det til kommentering.",
        "Beslutning 1 venter på, at formanden fører den på ændringen.",
    ]
    assert not Version.objects.exists()
    with pytest.raises(PermissionDenied):
        beslutninger.registrer_paa_aendringen(Beslutning.objects.get(), af=sekretariat)
    linje = client.get(side("beslutning_liste", plan)).context["linjer"][0]
    assert (linje.kan_foeres, linje.venter_paa) == (False, "Venter på, at formanden fører den på ændringen")

    client.force_login(formand)
    assert client.get(side("beslutning_liste", plan)).context["linjer"][0].kan_foeres
    assert client.post(side("beslutning_foer", plan, beslutning.pk)).status_code == 302

    beslutning.refresh_from_db()
    assert beslutning.version == Version.objects.get()
    linje = client.get(side("beslutning_liste", plan)).context["linjer"][0]
    assert (linje.kan_foeres, linje.venter_paa) == (False, "")
    assert linje.virkning.startswith("Version 1 af delaftale ")


@pytest.mark.parametrize("udfald", ["returneret", "afvist"])
def test_et_nej_gaar_ogsaa_paa_ruten(scene, aendring, plan, sekretariat, formand, udfald):
    beslutning = beslut(scene, sekretariat, udfald, tekst="Der mangler et budget.")
    afslutning.afslut_moede(scene.moede, af=sekretariat)

    beslutninger.registrer_paa_aendringen(Beslutning.objects.get(pk=beslutning.pk), af=formand)

    aendring.refresh_from_db()
    assert (aendring.status, aendring.svar) == (udfald, "Der mangler et budget.")


def test_en_aendring_der_er_trukket_tilbage_standser_ikke_afslutningen(scene, aendring, sekretariat, projektleder):
    beslut(scene, sekretariat, "godkendt")
    aendringer.traek_tilbage(Aendring.objects.get(), grund="Forkert delaftale", af=projektleder)

    udfald = afslutning.afslut_moede(scene.moede, af=sekretariat)

    assert udfald.venter == (
        "Beslutning 1 har ikke virket endnu. Der er ikke et trin på ændringens rute, som venter på denne beslutning.",
    )


def test_versionen_siger_hvem_der_besluttede_den_og_paa_hvilke_tal(client, scene, aendring, plan, sekretariat, formand):
    beslut(scene, sekretariat, "godkendt")
    afslutning.afslut_moede(scene.moede, af=sekretariat)
    beslutninger.registrer_paa_aendringen(Beslutning.objects.get(), af=formand)
    client.force_login(formand)

    kontekst = client.get(side("version_hvem", plan, Version.objects.get().pk)).context

    linje = kontekst["linjer"][0]
    assert (linje.organ, linje.dag, linje.tekst) == (
        "Bestyrelsen",
        "15.\u00a0juni 2022",
        "Bestyrelsen godkendte delaftalen.",
    )
    assert [(et.emne, et.frosset) for et in linje.figurer] == [("Ændring", "Tallet, da mødet sluttede")]
    assert [et.navn for et in kontekst["trin"]] == ["Bestyrelsen"]


def test_registeret_filtreres_og_viser_kun_det_der_gaelder(client, plan, sekretariat):
    holdt = MoedeFactory(organ__helhedsplan=plan, holdt=True)
    punkt = BehandlingFactory(moede=holdt)
    BeslutningFactory(behandling=punkt, tekst="Skolen får en nøgle")
    BeslutningFactory(behandling=punkt, tekst="Klubben lukker", status="opfyldt", status_note="Lukket i maj")
    i_gang = BehandlingFactory(moede=MoedeFactory(organ=holdt.organ, tilstand="i_gang"))
    BeslutningFactory(behandling=i_gang, tekst="Ikke afsluttet")
    client.force_login(sekretariat)

    def vist(**valg):
        return [et.nr for et in client.get(side("beslutning_liste", plan), valg).context["linjer"]]

    assert vist() == [2, 1]
    assert vist(status="opfyldt") == [2]
    assert vist(ord="nøgle") == [1]
    assert vist(organ=holdt.organ_id) == [2, 1]


def test_en_beslutning_paa_et_lukket_punkt_er_maerket_for_den_der_ser_den(client, plan, sekretariat):
    moede = MoedeFactory(organ__helhedsplan=plan, holdt=True)
    for nr, lukket in ((1, False), (2, True)):
        BeslutningFactory(behandling=BehandlingFactory(moede=moede, lukket=lukket), nr=nr)
    client.force_login(sekretariat)

    linjer = client.get(side("beslutning_liste", plan)).context["linjer"]

    assert [(et.nr, et.lukket) for et in linjer] == [(2, True), (1, False)]


def test_lukkede_beslutninger_og_opgaver_staar_ikke_i_registrene(client, plan, revisor, medarbejder):
    lukket = BehandlingFactory(moede=MoedeFactory(organ__helhedsplan=plan, holdt=True), lukket=True)
    BeslutningFactory(behandling=lukket, tekst="Hemmelig afgørelse")
    OpgaveFactory(behandling=lukket, tekst="Hemmelig opgave", ejer=PersonFactory(helhedsplan=plan, bruger=medarbejder))
    client.force_login(revisor)

    beslutningerne = client.get(side("beslutning_liste", plan))
    opgaverne = client.get(side("opgave_liste", plan))

    assert (beslutningerne.context["linjer"], opgaverne.context["aabne"]) == ([], [])
    client.force_login(medarbejder)  # whoever promised to do it sees the task
    assert [et.tekst for et in client.get(side("opgave_liste", plan)).context["aabne"]] == ["Hemmelig opgave"]


def test_status_skiftes_med_en_bemaerkning(client, plan, sekretariat):
    beslutning = BeslutningFactory(
        behandling=BehandlingFactory(moede=MoedeFactory(organ__helhedsplan=plan, holdt=True))
    )
    client.force_login(sekretariat)
    url = side("beslutning_status", plan, beslutning.pk)

    uden = client.post(url, {"status": "opfyldt", "udgave": 1})
    assert uden.context["form"].errors == {
        "status_note": ["Skriv, hvorfor beslutningen ikke længere gælder, fx »Gennemført i maj«."]
    }
    assert client.post(url, {"status": "opfyldt", "status_note": "Gennemført i maj", "udgave": 1}).status_code == 302

    beslutning.refresh_from_db()
    assert (beslutning.status, beslutning.status_note) == ("opfyldt", "Gennemført i maj")


def test_opgaver_der_ikke_er_gjort_staar_paa_naeste_dagsorden(client, scene, plan, sekretariat):
    aaben = OpgaveFactory(behandling=scene.droeftelse)
    OpgaveFactory(behandling=scene.droeftelse, udfoert_dato=date(2022, 6, 15), udfoert_af=sekretariat)
    OpgaveFactory(behandling=BehandlingFactory(moede=MoedeFactory(organ__helhedsplan=plan, holdt=True)))
    naeste = MoedeFactory(organ=scene.moede.organ, begynder=timezone.now() + timedelta(days=90))
    client.force_login(sekretariat)

    assert [et.noegle for et in paa_dagsordenen(naeste, sekretariat)] == [aaben.pk]
    vist = client.get(side("moede_detalje", plan, naeste.kode)).context["opgaver"]
    assert [(et.tekst, et.tid) for et in vist] == [(aaben.tekst, "forsinket")]


def test_opgavelisten_viser_de_aabne_foerst_og_siger_hvad_der_er_sent(client, plan, sekretariat):
    punkt = BehandlingFactory(moede=MoedeFactory(organ__helhedsplan=plan, holdt=True))
    OpgaveFactory(behandling=punkt, tekst="Sen", frist_dato=date(2022, 6, 1))
    OpgaveFactory(behandling=punkt, tekst="Kommer", frist_dato=date(2022, 9, 1))
    gjort = OpgaveFactory(behandling=punkt, tekst="Gjort")
    client.force_login(sekretariat)
    data = {"udfoert_dato": "2022-06-14", "udfoert_note": "Brev sendt"}
    assert client.post(side("opgave_udfoert", plan, gjort.pk), data).status_code == 302

    kontekst = client.get(side("opgave_liste", plan)).context

    assert [(et.tekst, et.tid) for et in kontekst["aabne"]] == [("Sen", "forsinket"), ("Kommer", "")]
    assert [(et.tekst, et.fristord, et.note) for et in kontekst["gjorte"]] == [
        ("Gjort", "Gjort 14.\u00a0juni 2022", "Brev sendt")
    ]


def test_min_side_faar_opgaver_referater_og_indkaldelser(scene, plan, sekretariat, bestyrelsesmedlem):
    person = bestyrelsesmedlem.personer.get()
    OpgaveFactory(behandling=scene.droeftelse, ejer=person, tekst="Ringe til skolen")
    referat = afslut(scene, sekretariat)
    naeste = MoedeFactory(organ=scene.moede.organ, begynder=timezone.now() + timedelta(days=90))
    indkaldelse = IndkaldelseFactory(moede=naeste, person=person)
    assert referater_for(bestyrelsesmedlem) == []
    referatservices.send_til_kommentering(referat, frist=date(2022, 6, 29), af=sekretariat)

    assert [et.hvad for et in mine_opgaver(bestyrelsesmedlem)] == ["Ringe til skolen"]
    assert [et.dato for et in referater_for(bestyrelsesmedlem)] == [date(2022, 6, 29)]
    assert [et.hvad for et in ubesvarede_indkaldelser(bestyrelsesmedlem)] == ["Svar på indkaldelsen til Bestyrelsen"]

    nr = referat.udgaver.first().nr
    referatservices.godkend_referat(referat, udgave_nr=nr, af=bestyrelsesmedlem)
    indkaldelse.svar = "kommer"
    indkaldelse.save()
    assert (referater_for(bestyrelsesmedlem), ubesvarede_indkaldelser(bestyrelsesmedlem)) == ([], [])
    assert mine_opgaver(sekretariat) == []


@pytest.mark.parametrize("antal", [1, 3])
@pytest.mark.parametrize(("navn", "forventet"), [("beslutning_liste", 8), ("opgave_liste", 6)])
def test_antal_forespoergsler(client, plan, sekretariat, django_assert_num_queries, navn, forventet, antal):
    punkt = BehandlingFactory(moede=MoedeFactory(organ__helhedsplan=plan, holdt=True))
    for _ in range(antal):
        BeslutningFactory(behandling=punkt)
        OpgaveFactory(behandling=punkt)
    client.force_login(sekretariat)

    with django_assert_num_queries(forventet):
        client.get(side(navn, plan))
