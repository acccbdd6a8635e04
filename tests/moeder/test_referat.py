"""The referat: written by two, sent out, commented on, approved by each and by the next meeting, and added to."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from aftaler import snapshot
from brugere.roles import Ret, Rolle
from kerne.arbejdsdage import flyt_arbejdsdage
from kerne.models import Udsendelse
from moeder.models import Behandling, Forslag, Referat
from moeder.reports.referat import for_laeser, fra_json, som_json
from moeder.services import afslutning, beslutninger, fremmoede
from moeder.services import referat as services
from moeder.services.beslutninger import Ordlyd
from moeder.services.laasning import KanIkkeAendres
from moeder.services.moeder import Moedefakta, opret_moede
from moeder.statuses import Moedeart, Referattilstand
from tests.factories import MedlemskabFactory
from tests.moeder.factories import MoedeFactory, sid_i
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
def referat(scene, sekretariat):
    services.skriv_referat(scene.droeftelse, tekst="<p>Udvalget drøftede.</p>", udgave=1, foer="", af=sekretariat)
    services.skriv_referat(scene.lukket, tekst="<p>Hemmeligt.</p>", udgave=1, foer="", af=sekretariat)
    return afslut(scene, sekretariat)


@pytest.fixture
def sendt(referat, sekretariat):
    services.send_til_kommentering(referat, frist=date(2022, 6, 29), af=sekretariat)
    return Referat.objects.get(pk=referat.pk)


def adresse(navn, moede, *mere):
    return reverse(f"moeder:{navn}", args=[moede.helhedsplan.slug, moede.kode, *mere])


def gem_selv(client, scene, tekst, udgave, foer=""):
    """What static/js/autogem.js sends."""
    url = adresse("referat_punkt", scene.moede, scene.droeftelse.pk)
    return client.post(
        url, {"referat": tekst, "udgave": udgave, "foer": foer}, headers={"X-Autogem": client.session["_auth_user_id"]}
    )


def laest(client, bruger, moede):
    client.force_login(bruger)
    return client.get(adresse("referat", moede))


def test_teksten_gemmes_mens_man_skriver_og_siger_hvornaar(client, scene, sekretariat):
    client.force_login(sekretariat)

    svar = gem_selv(client, scene, "<p>Udvalget drøftede.</p>", 1)

    scene.droeftelse.refresh_from_db()
    assert (svar.status_code, svar.json()["besked"], svar.json()["udgave"]) == (200, "Gemt kl.\u00a014.11", 2)
    assert (scene.droeftelse.referat, scene.droeftelse.rettet_af) == ("<p>Udvalget drøftede.</p>", sekretariat)


def test_den_samme_tekst_igen_er_ikke_en_ny_udgave(client, scene, sekretariat, projektleder):
    client.force_login(sekretariat)
    gem_selv(client, scene, "<p>Ens.</p>", 1)
    client.force_login(projektleder)

    svar = gem_selv(client, scene, "<p>Ens.</p>", 1)

    assert (svar.status_code, svar.json()["udgave"]) == (200, 2)


def test_to_skriver_og_begge_tekster_er_der(client, scene, sekretariat, projektleder):
    client.force_login(sekretariat)
    gem_selv(client, scene, "<p>Sekretærens ord.</p>", 1)
    client.force_login(projektleder)

    svar = gem_selv(client, scene, "<p>Projektlederens ord.</p>", 1)

    assert svar.status_code == 409
    html = svar.json()["konflikt"]
    assert "<p>Sekretærens ord.</p>" in html
    assert "<p>Projektlederens ord.</p>" in html
    assert f"{sekretariat} gemte kl.\u00a014.11, mens du skrev." in html
    assert Behandling.objects.get(pk=scene.droeftelse.pk).referat == "<p>Sekretærens ord.</p>"
    # Having seen both, one may save one's own over it.
    igen = gem_selv(client, scene, "<p>Projektlederens ord.</p>", svar.json()["udgave"], svar.json()["foer"])
    assert igen.status_code == 200


def test_uden_javascript_staar_begge_tekster_paa_siden(client, scene, sekretariat, projektleder):
    client.force_login(sekretariat)
    url = adresse("referat_punkt", scene.moede, scene.droeftelse.pk)
    assert client.post(url, {"referat": "Sekretærens ord.", "udgave": 1}).status_code == 302
    client.force_login(projektleder)

    udfald = client.post(url, {"referat": "Mine ord.", "udgave": 1}).context["udfald"]

    assert (udfald.tilstand, udfald.konflikt.deres, udfald.konflikt.min) == (
        "konflikt",
        "<p>Sekretærens ord.</p>",
        "<p>Mine ord.</p>",
    )


def test_en_rettelse_af_punktets_titel_er_ikke_en_konflikt(client, scene, sekretariat):
    client.force_login(sekretariat)
    foer = client.get(adresse("referat_punkt", scene.moede, scene.droeftelse.pk)).context["udfald"].form["foer"].value()
    Behandling.objects.filter(pk=scene.droeftelse.pk).update(titel="Fraflytning i 2021", udgave=7)

    assert gem_selv(client, scene, "<p>Drøftet.</p>", 1, foer).status_code == 200


def test_en_side_fra_en_anden_bruger_gemmer_ikke_i_ens_navn(client, scene, sekretariat, projektleder):
    client.force_login(sekretariat)
    url = adresse("referat_punkt", scene.moede, scene.droeftelse.pk)

    svar = client.post(url, {"referat": "Hans ord.", "udgave": 1}, headers={"X-Autogem": str(projektleder.pk)})

    assert (svar.status_code, Behandling.objects.get(pk=scene.droeftelse.pk).referat) == (422, "")


def test_et_cpr_nummer_gemmes_ikke_og_siges(client, scene, sekretariat):
    client.force_login(sekretariat)

    svar = gem_selv(client, scene, "<p>Borgeren 010190-1234 klager.</p>", 1)

    assert svar.status_code == 422
    assert svar.json()["besked"].startswith("Det ligner et CPR-nummer.")


def test_udgaven_er_hel_og_laeses_igen_som_den_samme(referat):
    udgave = referat.udgaver.get()

    assert som_json(fra_json(udgave.indhold)) == udgave.indhold
    assert snapshot.kontrolsum(udgave.indhold) == udgave.kontrolsum


def test_teksten_rettes_i_kladden_og_ikke_naar_den_er_sendt(scene, referat, sekretariat):
    services.skriv_referat(scene.droeftelse, tekst="<p>Renskrevet.</p>", udgave=2, foer="", af=sekretariat)
    services.send_til_kommentering(referat, frist=date(2022, 6, 29), af=sekretariat)

    nyeste = referat.udgaver.first()
    assert (nyeste.nr, nyeste.indhold["punkter"][1]["referat"]) == (2, "<p>Renskrevet.</p>")
    with pytest.raises(KanIkkeAendres, match="Tag det tilbage til kladde"):
        services.skriv_referat(scene.droeftelse, tekst="<p>Igen.</p>", udgave=3, foer="", af=sekretariat)


def test_hvert_medlem_faar_en_mail_med_vejen_til_referatet_og_intet_af_det(scene, sendt, bestyrelsesmedlem):
    mail = Udsendelse.objects.get()  # the other one in the body is no member of the plan and can't read it

    assert (mail.til, mail.emne) == (
        bestyrelsesmedlem.email,
        f"Referat til kommentering: Bestyrelsen 15. juni 2022, {scene.moede.helhedsplan}",
    )
    assert adresse("referat", scene.moede) in mail.tekst
    assert "senest 29.\u00a0juni 2022" in mail.tekst
    assert "Hemmeligt" not in mail.tekst
    assert "Personalesag" not in mail.tekst


def test_kladden_laeses_af_den_der_skriver_og_det_udsendte_af_organet(
    client, scene, referat, sekretariat, bestyrelsesmedlem, foelgegruppemedlem
):
    assert "indhold" in laest(client, sekretariat, scene.moede).context
    for bruger in (bestyrelsesmedlem, foelgegruppemedlem):
        grund = "Referatet er under udarbejdelse. Det kan læses, når det er sendt ud."
        assert laest(client, bruger, scene.moede).context["grund"] == grund

    services.send_til_kommentering(referat, frist=date(2022, 6, 29), af=sekretariat)

    assert "indhold" in laest(client, bestyrelsesmedlem, scene.moede).context
    assert laest(client, foelgegruppemedlem, scene.moede).context["grund"] == (
        "Referatet er sendt til mødets deltagere. Det kan læses af alle, når det er godkendt."
    )


def test_et_lukket_punkt_ses_af_organet_og_ikke_af_andre(client, scene, sendt, plan, bestyrelsesmedlem):
    Referat.objects.update(tilstand=Referattilstand.GODKENDT)
    med = laest(client, bestyrelsesmedlem, scene.moede)
    assert [et.titel for et in med.context["indhold"].punkter] == [
        "Delaftale om fritidsjob",
        "Fraflytning",
        "Personalesag",
    ]

    for rolle in (Rolle.FOELGEGRUPPE, Rolle.REVISOR, Rolle.LBF, Rolle.MEDARBEJDER, Rolle.BESTYRELSE):
        svar = laest(client, MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger, scene.moede)
        assert [et.nr for et in svar.context["indhold"].punkter] == [1, 2]
        assert "Personalesag" not in svar.content.decode()
        assert "Hemmeligt" not in svar.content.decode()
        assert svar.context["indhold"].skjulte == "Ét punkt er lukket og vises ikke her."


def test_tal_der_kraever_en_ret_er_ikke_i_den_aabne_udgave(referat):
    indhold = fra_json(
        {
            **referat.udgaver.get().indhold,
            "punkter": [
                {
                    **referat.udgaver.get().indhold["punkter"][0],
                    "tal": [
                        {"emne": "Budgetpost", "navn": "Løn", "saetning": "", "status": "", "kraever": "penge_se"},
                        {"emne": "Kriterium", "navn": "Ro", "saetning": "", "status": "", "kraever": ""},
                    ],
                }
            ],
        }
    )

    uden = for_laeser(indhold, lukkede=False, retter=frozenset({Ret.PLAN_SE}))

    assert [et.navn for et in uden.punkter[0].tal] == ["Ro"]


def test_medlemmet_kommenterer_og_faar_svar(client, scene, sendt, sekretariat, bestyrelsesmedlem):
    client.force_login(bestyrelsesmedlem)
    data = {"behandling": scene.droeftelse.pk, "tekst": "Det var Bent, der spurgte."}
    assert client.post(adresse("referat_kommenter", scene.moede), data).status_code == 302
    kommentar = sendt.kommentarer.get()

    client.force_login(sekretariat)
    url = adresse("kommentar_svar", scene.moede, kommentar.pk)
    assert client.post(url, {"svar": "Teksten er rettet"}).status_code == 302

    kommentar.refresh_from_db()
    assert (kommentar.af, kommentar.behandling, kommentar.svar, kommentar.svaret_af) == (
        bestyrelsesmedlem,
        scene.droeftelse,
        "Teksten er rettet",
        sekretariat,
    )


def test_formularen_foreslaar_ti_arbejdsdage_til_kommentarer(client, scene, referat, sekretariat):
    client.force_login(sekretariat)

    form = client.get(adresse("referat_send", scene.moede)).context["form"]

    assert form["kommentarfrist_dato"].value() == flyt_arbejdsdage(timezone.localdate(), 10)


def test_en_tom_kommentar_bliver_bedt_om_med_sit_eget_ord(client, scene, sendt, bestyrelsesmedlem):
    client.force_login(bestyrelsesmedlem)

    svar = client.post(adresse("referat_kommenter", scene.moede), {"tekst": " "})

    assert svar.context["form"].errors == {"tekst": ["Skriv din kommentar."]}


def test_kun_den_der_sidder_i_organet_kommenterer_og_godkender(sendt, formand):
    with pytest.raises(PermissionDenied):
        services.kommenter(sendt, behandling=None, tekst="Nej", af=formand)
    with pytest.raises(PermissionDenied):
        services.godkend_referat(sendt, udgave_nr=1, af=formand)


def test_hvert_medlem_godkender_udgaven_og_en_ny_udgave_spoerger_igen(scene, sendt, sekretariat, bestyrelsesmedlem):
    nr = sendt.udgaver.first().nr
    services.godkend_referat(sendt, udgave_nr=nr, af=bestyrelsesmedlem)
    with pytest.raises(KanIkkeAendres, match="Du har godkendt denne udgave"):
        services.godkend_referat(sendt, udgave_nr=nr, af=bestyrelsesmedlem)

    services.tilbage_til_kladde(sendt, af=sekretariat)
    services.skriv_referat(scene.droeftelse, tekst="<p>Rettet.</p>", udgave=2, foer="", af=sekretariat)
    services.send_til_kommentering(sendt, frist=date(2022, 7, 6), af=sekretariat)

    with pytest.raises(KanIkkeAendres, match=f"kommet i udgave {nr + 1}, siden du læste det"):
        services.godkend_referat(sendt, udgave_nr=nr, af=bestyrelsesmedlem)
    godkendelse = services.godkend_referat(sendt, udgave_nr=nr + 1, af=bestyrelsesmedlem)
    assert (godkendelse.udgave.nr, godkendelse.tidspunkt) == (nr + 1, timezone.now())


def test_naeste_moedes_dagsorden_faar_punktet_naar_referatet_sendes(scene, referat, sekretariat):
    naeste = MoedeFactory(organ=scene.moede.organ, begynder=timezone.now() + timedelta(days=90))

    services.send_til_kommentering(referat, frist=date(2022, 6, 29), af=sekretariat)

    punkt = naeste.behandlinger.get()
    assert (punkt.titel, punkt.art) == ("Godkendelse af referat af mødet 15.\u00a0juni 2022", "B")


def test_et_nyt_moede_faar_punktet_naar_det_oprettes_og_kun_en_gang(scene, sendt, sekretariat):
    begynder = timezone.now() + timedelta(days=90)
    for dage in (0, 30):
        tid = begynder + timedelta(days=dage)
        fakta = Moedefakta(Moedeart.ORDINAERT, tid, tid + timedelta(hours=2), "Fælleshuset")
        opret_moede(scene.moede.helhedsplan, scene.moede.organ, fakta, af=sekretariat)

    assert Behandling.objects.filter(titel__startswith="Godkendelse af referat").count() == 1
    assert Forslag.objects.get().behandling.moede.begynder == begynder


def naeste_moede_om_referatet(scene, sekretariat, udfald):
    """The next meeting, with only the item that approves the referat of the one before."""
    naeste = MoedeFactory(organ=scene.moede.organ, begynder=timezone.now() + timedelta(days=90))
    services.saet_paa_naeste_moede(scene.moede.referat, af=sekretariat)
    with time_machine.travel(naeste.begynder):
        fremmoede.start_moede(naeste, af=sekretariat)
        punkt = naeste.behandlinger.get()
        beslutninger.skriv_beslutning(naeste, punkt, Ordlyd("Referatet er behandlet.", udfald=udfald), af=sekretariat)
        afslutning.afslut_moede(naeste, af=sekretariat)
    return naeste


def test_naeste_moede_godkender_og_derefter_er_der_kun_tilfoejelser(scene, sendt, sekretariat):
    naeste = naeste_moede_om_referatet(scene, sekretariat, "godkendt")

    nu = Referat.objects.get(pk=sendt.pk)
    assert (nu.tilstand, nu.godkendt_moede) == (Referattilstand.GODKENDT, naeste)
    with pytest.raises(KanIkkeAendres, match="Skriv en tilføjelse"):
        services.tilbage_til_kladde(nu, af=sekretariat)
    with pytest.raises(KanIkkeAendres, match="Skriv en tilføjelse"):
        services.skriv_referat(scene.droeftelse, tekst="<p>Skjult.</p>", udgave=2, foer="", af=sekretariat)
    with pytest.raises(DatabaseError, match="approved"), transaction.atomic():
        Behandling.objects.filter(pk=scene.droeftelse.pk).update(referat="<p>Skjult.</p>")

    tilfoejelse = services.tilfoej(nu, behandling=None, tekst="Bent var der også.", af=sekretariat)
    with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
        tilfoejelse.delete()


def test_naeste_moede_sender_det_tilbage(scene, sendt, sekretariat):
    naeste_moede_om_referatet(scene, sekretariat, "returneret")

    assert Referat.objects.get(pk=sendt.pk).tilstand == Referattilstand.KLADDE


def test_en_frist_der_er_gaaet_afvises(client, scene, referat, sekretariat):
    client.force_login(sekretariat)

    form = client.post(adresse("referat_send", scene.moede), {"kommentarfrist_dato": "2022-06-01"}).context["form"]

    assert form.errors == {"kommentarfrist_dato": ["Dagen er gået. Giv dem, der skal læse, tid til det."]}


def test_kommentar_til_et_andet_moedes_punkt_afvises(scene, sendt, plan, sekretariat, bestyrelsesmedlem):
    andet = moede_i_gang(plan, sekretariat, begynder=timezone.now() - timedelta(days=1), medlem=bestyrelsesmedlem)

    with pytest.raises(ValidationError, match="Vælg et punkt fra mødet"):
        services.kommenter(sendt, behandling=andet.droeftelse, tekst="Nej", af=bestyrelsesmedlem)


def test_fremmede_i_organet_uden_ret_ser_ikke_lukkede(scene, sendt, client, plan, foelgegruppemedlem):
    sid_i(scene.moede.organ, foelgegruppemedlem)

    svar = laest(client, foelgegruppemedlem, scene.moede)

    assert [et.nr for et in svar.context["indhold"].punkter] == [1, 2]


@pytest.mark.parametrize("antal", [1, 3])
def test_antal_forespoergsler_paa_skrivesiden(client, scene, sekretariat, django_assert_num_queries, antal):
    for nr in range(antal):
        beslutninger.skriv_beslutning(scene.moede, scene.beslutning, Ordlyd(f"Beslutning {nr}"), af=sekretariat)
    client.force_login(sekretariat)

    with django_assert_num_queries(15):
        client.get(adresse("referat", scene.moede))
