"""A referat approved in writing: asked with a deadline in working days, approved by each who was there, then closed."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from brugere.roles import Rolle
from kerne.models import Haendelse, Udsendelse
from moeder.models import Behandling, Henvisning, Referat
from moeder.reports.godkendelser import skriftlig_stand
from moeder.rules import referat as regler
from moeder.services import fremmoede, moeder, skriftlig
from moeder.services import referat as services
from moeder.services.fremmoede import Linje
from moeder.services.laasning import KanIkkeAendres
from moeder.services.moeder import Moedefakta
from moeder.statuses import Fremmoedeart, Moedeart, Referattilstand
from tests.factories import IndsatsomraadeFactory, MedlemskabFactory, SucceskriteriumFactory
from tests.moeder.factories import BehandlingFactory, MoedeFactory, sid_i
from tests.moeder.scener import afslut, moede_i_gang

pytestmark = pytest.mark.django_db
PUNKTET = "Godkendelse af referat"


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-15 14:11+02:00", tick=False):
        yield


@pytest.fixture
def scene(plan, sekretariat, bestyrelsesmedlem, formand):
    """Both members of the board were there; a third person in the body was not."""
    scene = moede_i_gang(plan, sekretariat, medlem=bestyrelsesmedlem)
    for navn, bruger in (("Var der", formand), ("Kom ikke", MedlemskabFactory(helhedsplan=plan).bruger)):
        bruger.navn = navn
        bruger.save()
        sid_i(scene.moede.organ, bruger)
    personer = {et.bruger_id: et for et in plan.personer.all()}
    linjer = {
        person: Linje(Fremmoedeart.TIL_STEDE if bruger in (bestyrelsesmedlem.pk, formand.pk) else Fremmoedeart.AFBUD)
        for bruger, person in personer.items()
    }
    fremmoede.gem_fremmoede(scene.moede, linjer, af=sekretariat)
    return scene


@pytest.fixture
def referat(scene, sekretariat):
    return afslut(scene, sekretariat)


@pytest.fixture
def naeste(scene):
    return MoedeFactory(organ=scene.moede.organ, begynder=timezone.now() + timedelta(days=90))


def nu(referat):
    return Referat.objects.get(pk=referat.pk)


def godkend(referat, *brugere):
    for bruger in brugere:
        services.godkend_referat(nu(referat), udgave_nr=referat.udgaver.first().nr, af=bruger)


def adresse(navn, referat):
    return reverse(f"moeder:{navn}", args=[referat.moede.helhedsplan.slug, referat.moede.kode])


def test_medlemmerne_bedes_om_at_godkende_med_en_frist_i_arbejdsdage(referat, naeste, sekretariat, bestyrelsesmedlem):
    """From Wednesday 15 June: two week-ends lie between."""
    udgave = skriftlig.bed_om_skriftlig_godkendelse(referat, arbejdsdage=10, af=sekretariat)

    assert (nu(referat).tilstand, nu(referat).kommentarfrist_dato) == (
        Referattilstand.TIL_KOMMENTERING,
        date(2022, 6, 29),
    )
    assert naeste.behandlinger.get().titel.startswith(PUNKTET)
    mail = Udsendelse.objects.get(til=bestyrelsesmedlem.email)
    assert mail.emne.startswith("Referat til skriftlig godkendelse: ")
    assert "Læs og godkend det her senest 29.\u00a0juni 2022" in mail.tekst
    assert Haendelse.objects.filter(
        hvad=f"udgave {udgave.nr} sendt til skriftlig godkendelse senest 29.\u00a0juni 2022", af=sekretariat
    ).exists()


def test_naar_alle_der_var_der_har_godkendt_er_det_godkendt_og_punktet_gaar_af_dagsordenen(
    client, referat, naeste, sekretariat, bestyrelsesmedlem, formand
):
    skriftlig.bed_om_skriftlig_godkendelse(referat, arbejdsdage=10, af=sekretariat)
    godkend(referat, bestyrelsesmedlem)
    client.force_login(sekretariat)
    assert client.get(adresse("referat", referat)).context["forloeb"].skriftligt == (
        "1 af 2, der var til stede, har godkendt. Var der mangler."
    )
    svar = client.post(adresse("referat_godkend_skriftligt", referat), follow=True)
    assert [str(et) for et in svar.context["messages"]] == ["1 af 2, der var til stede, har godkendt. Var der mangler."]

    godkend(referat, formand)
    assert client.get(adresse("referat", referat)).context["forloeb"].skriftligt == ""
    svar = client.post(adresse("referat_godkend_skriftligt", referat), follow=True)

    assert [str(et) for et in svar.context["messages"]] == ["Referatet er godkendt skriftligt."]
    assert (nu(referat).tilstand, nu(referat).godkendt_moede, nu(referat).godkendt_tidspunkt) == (
        Referattilstand.GODKENDT,
        None,
        timezone.now(),
    )
    assert svar.context["forloeb"].saetning.replace("\u00a0", " ") == (
        "Udgave 1 er godkendt skriftligt 15. juni 2022. Rettelser står som tilføjelser."
    )
    assert not naeste.behandlinger.exists()
    fakta = Moedefakta(
        Moedeart.ORDINAERT, naeste.begynder + timedelta(days=90), naeste.slutter + timedelta(days=90), "Her"
    )
    assert not moeder.opret_moede(
        referat.moede.helhedsplan, referat.moede.organ, fakta, af=sekretariat
    ).behandlinger.all()


def test_en_ny_udgave_spoerger_alle_igen(scene, referat, sekretariat, bestyrelsesmedlem, formand):
    skriftlig.bed_om_skriftlig_godkendelse(referat, arbejdsdage=5, af=sekretariat)
    godkend(referat, bestyrelsesmedlem, formand)
    services.tilbage_til_kladde(nu(referat), af=sekretariat)
    services.skriv_referat(scene.droeftelse, tekst="<p>Rettet.</p>", udgave=1, foer="", af=sekretariat)
    skriftlig.bed_om_skriftlig_godkendelse(nu(referat), arbejdsdage=5, af=sekretariat)

    with pytest.raises(KanIkkeAendres, match="0 af 2"):
        skriftlig.godkend_skriftligt(nu(referat), af=sekretariat)


def test_efter_kommenteringen_kan_den_samme_udgave_sendes_til_skriftlig_godkendelse(referat, sekretariat):
    services.send_til_kommentering(referat, frist=date(2022, 6, 20), af=sekretariat)
    skriftlig.bed_om_skriftlig_godkendelse(nu(referat), arbejdsdage=10, af=sekretariat)

    assert (referat.udgaver.count(), nu(referat).kommentarfrist_dato) == (1, date(2022, 6, 29))


def test_et_medlem_uden_login_kan_ikke_godkende_skriftligt_og_det_siges(referat, plan, sekretariat):
    uden = sid_i(referat.moede.organ, MedlemskabFactory(helhedsplan=plan, rolle=Rolle.BESTYRELSE).bruger).person
    uden.bruger, uden.navn = None, "Bent Ravn"
    uden.save()
    referat.moede.fremmoede.create(person=uden, art=Fremmoedeart.TIL_STEDE)

    stand = skriftlig_stand(referat, referat.udgaver.first())
    assert stand.kan_ikke == ("Bent Ravn",)
    services.send_til_kommentering(referat, frist=date(2022, 6, 20), af=sekretariat)
    with pytest.raises(KanIkkeAendres, match="Bent Ravn var til stede, men kan ikke godkende her"):
        skriftlig.godkend_skriftligt(nu(referat), af=sekretariat)


def test_et_punkt_nogen_har_skrevet_paa_gaar_paa_idelisten(referat, naeste, sekretariat, bestyrelsesmedlem, formand):
    skriftlig.bed_om_skriftlig_godkendelse(referat, arbejdsdage=10, af=sekretariat)
    Behandling.objects.filter(moede=naeste).update(udgave=2)
    godkend(referat, bestyrelsesmedlem, formand)
    skriftlig.godkend_skriftligt(nu(referat), af=sekretariat)

    assert Behandling.objects.get(titel__startswith=PUNKTET).moede is None


def test_et_moede_der_er_i_gang_afgoer_det_selv(referat, naeste, sekretariat, bestyrelsesmedlem, formand):
    skriftlig.bed_om_skriftlig_godkendelse(referat, arbejdsdage=10, af=sekretariat)
    godkend(referat, bestyrelsesmedlem, formand)
    with time_machine.travel(naeste.begynder):
        fremmoede.start_moede(naeste, af=sekretariat)
        with pytest.raises(KanIkkeAendres, match=r"der er i gang\. Afgør det dér"):
            skriftlig.godkend_skriftligt(nu(referat), af=sekretariat)


def test_et_godkendt_referat_godkendes_ikke_igen_og_en_kladde_ikke_endnu(referat, sekretariat):
    with pytest.raises(KanIkkeAendres, match="ikke sendt ud endnu"):
        skriftlig.godkend_skriftligt(referat, af=sekretariat)
    Referat.objects.update(tilstand=Referattilstand.GODKENDT)
    for gerning in (
        lambda: skriftlig.godkend_skriftligt(nu(referat), af=sekretariat),
        lambda: skriftlig.bed_om_skriftlig_godkendelse(nu(referat), arbejdsdage=5, af=sekretariat),
    ):
        with pytest.raises(KanIkkeAendres, match="Skriv en tilføjelse"):
            gerning()


def test_kun_den_der_leder_moeder(referat, formand):
    for gerning in (
        lambda: skriftlig.godkend_skriftligt(referat, af=formand),
        lambda: skriftlig.bed_om_skriftlig_godkendelse(referat, arbejdsdage=5, af=formand),
    ):
        with pytest.raises(PermissionDenied):
            gerning()


@pytest.mark.regel("skriftlig-frist")
@pytest.mark.parametrize(("antal", "gaar_an"), [(0, False), (1, True), (30, True), (31, False)])
def test_fristen_er_mellem_en_og_tredive_arbejdsdage(referat, sekretariat, antal, gaar_an):
    assert (regler.fejl_i_arbejdsdagene(antal) == "") is gaar_an
    if not gaar_an:
        with pytest.raises(ValidationError, match="Giv dem mellem 1 og 30 arbejdsdage"):
            skriftlig.bed_om_skriftlig_godkendelse(referat, arbejdsdage=antal, af=sekretariat)


@pytest.mark.regel("referat-skriftligt")
@pytest.mark.parametrize(
    ("til_stede", "mangler", "kan_ikke", "grund"),
    [
        ((), (), (), "Ingen af organets medlemmer er skrevet som til stede, så referatet godkendes på det næste møde."),
        (("Inger",), (), (), ""),
        (("Bent", "Inger"), ("Inger",), (), "1 af 2, der var til stede, har godkendt. Inger mangler."),
        (("A", "B", "C"), ("C", "A", "B"), (), "0 af 3, der var til stede, har godkendt. A, B og C mangler."),
        (
            ("A", "B"),
            ("A", "B"),
            ("B",),
            "B var til stede, men kan ikke godkende her. Referatet godkendes på det næste møde.",
        ),
    ],
)
def test_hvem_der_mangler(til_stede, mangler, kan_ikke, grund):
    assert regler.hvorfor_ikke_skriftligt(til_stede, mangler, kan_ikke) == grund


def test_punktets_sag_der_ogsaa_er_paa_et_andet_moede_bliver_staaende_naar_punktet_gaar_af(
    referat, naeste, sekretariat, bestyrelsesmedlem, formand
):
    skriftlig.bed_om_skriftlig_godkendelse(referat, arbejdsdage=10, af=sekretariat)
    sag = naeste.behandlinger.get().sag
    senere = MoedeFactory(organ=naeste.organ, begynder=timezone.now() + timedelta(days=180))
    BehandlingFactory(moede=senere, sag=sag)
    godkend(referat, bestyrelsesmedlem, formand)

    skriftlig.godkend_skriftligt(referat, af=sekretariat)

    assert (naeste.behandlinger.count(), senere.behandlinger.get().sag) == (0, sag)


def test_et_punkt_nogen_har_knyttet_noget_til_forsvinder_ikke(referat, naeste, sekretariat, bestyrelsesmedlem, formand):
    kriterium = SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=referat.moede.helhedsplan))
    skriftlig.bed_om_skriftlig_godkendelse(referat, arbejdsdage=10, af=sekretariat)
    punkt = naeste.behandlinger.get()
    Henvisning.objects.create(behandling=punkt, kriterium=kriterium)
    godkend(referat, bestyrelsesmedlem, formand)

    skriftlig.godkend_skriftligt(referat, af=sekretariat)

    assert Behandling.objects.get(pk=punkt.pk).moede is None
