"""Holding a meeting: who is there, what is decided and promised, and closing it."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from moeder.models import Behandling, Beslutning, Fremmoede, Moede, Opgave, Punktfravaer
from moeder.services import afslutning, beslutninger, fremmoede
from moeder.services import opgaver as opgaveservices
from moeder.services.beslutninger import Ordlyd
from moeder.services.fremmoede import Linje
from moeder.services.laasning import KanIkkeAendres
from moeder.statuses import Fremmoedeart, Moedetilstand
from tests.factories import HelhedsplanFactory, OrganFactory, PersonFactory, SucceskriteriumFactory
from tests.factories import IndsatsomraadeFactory as OmraadeFactory
from tests.moeder.factories import BehandlingFactory, IndkaldelseFactory, MoedeFactory
from tests.moeder.scener import afslut, er_i_gang, moede_i_gang

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-15 13:00+02:00", tick=False):
        yield


@pytest.fixture
def scene(plan, sekretariat):
    return moede_i_gang(plan, sekretariat)


@pytest.fixture
def side(client, sekretariat, plan, scene):
    """The address of a page of the meeting; the client is the secretary."""
    client.force_login(sekretariat)

    def adresse(navn, *mere):
        return reverse(f"moeder:{navn}", args=[plan.slug, scene.moede.kode, *mere])

    return adresse


def fremmoedet(moede):
    return list(moede.fremmoede.order_by("person__navn").values_list("person__navn", "art", "stedfortraeder"))


def test_svarene_paa_indkaldelsen_er_det_foerste_gaet(plan, sekretariat):
    moede = MoedeFactory(organ=OrganFactory(helhedsplan=plan), begynder=timezone.now())
    svar = {"Anne": ("kommer", ""), "Bent": ("afbud", ""), "Carl": ("stedfortraeder", "Dorte"), "Eva": ("intet", "")}
    for navn, (hvad, hvem) in svar.items():
        person = PersonFactory(helhedsplan=plan, navn=navn)
        IndkaldelseFactory(moede=moede, person=person, svar=hvad, stedfortraeder=hvem)

    fremmoede.start_moede(moede, af=sekretariat)

    assert er_i_gang(moede)
    assert fremmoedet(moede) == [
        ("Anne", "til_stede", ""),
        ("Bent", "afbud", ""),
        ("Carl", "stedfortraeder", "Dorte"),
        ("Eva", "fravaerende", ""),
    ]


def test_uden_indkaldelser_staar_organets_medlemmer(scene):
    assert [art for _, art, _ in fremmoedet(scene.moede)] == ["til_stede", "til_stede"]


def test_et_moede_i_naeste_uge_kan_ikke_startes(client, plan, sekretariat):
    moede = MoedeFactory(organ=OrganFactory(helhedsplan=plan), begynder=timezone.now() + timedelta(days=7))
    client.force_login(sekretariat)

    svar = client.post(reverse("moeder:moede_start", args=[plan.slug, moede.kode]), follow=True)

    assert [str(et) for et in svar.context["messages"]] == [
        "Mødet er sat til 22.\u00a0juni 2022. Start det den dag, eller flyt det først."
    ]
    assert not er_i_gang(moede)


def test_fremmoedet_rettes_og_en_mere_kommer_til(client, side, scene, plan):
    foerste, anden = scene.moede.fremmoede.order_by("pk")
    ny = PersonFactory(helhedsplan=plan, navn="Ib")
    data = {
        f"art_{foerste.person_id}": "afbud",
        f"navn_{foerste.person_id}": "",
        f"art_{anden.person_id}": "stedfortraeder",
        f"navn_{anden.person_id}": "Kim Bech",
        "anden": str(ny.pk),
    }

    assert client.post(side("fremmoede"), data).status_code == 302

    nu = dict(Fremmoede.objects.filter(moede=scene.moede).values_list("person", "art"))
    assert nu == {foerste.person_id: "afbud", anden.person_id: "stedfortraeder", ny.pk: "til_stede"}


def test_en_stedfortraeder_uden_navn_giver_en_saetning_og_intet_tabes(client, side, scene):
    foerste, anden = scene.moede.fremmoede.order_by("pk")
    data = {f"art_{foerste.person_id}": "stedfortraeder", f"art_{anden.person_id}": "afbud"}

    svar = client.post(side("fremmoede"), data)

    form = svar.context["form"]
    assert form.non_field_errors() == [f"Skriv, hvem der kom i stedet for {foerste.person}."]
    assert form[f"art_{anden.person_id}"].value() == "afbud"
    assert {et.art for et in scene.moede.fremmoede.all()} == {"til_stede"}


def test_en_inhabil_forlader_punktet_og_stemmer_ikke(client, side, scene, sekretariat):
    foerste, anden = scene.moede.fremmoede.order_by("pk")
    valg = {f"p_{foerste.person_id}": "inhabil", f"p_{anden.person_id}": "til_stede"}

    assert client.post(side("punkt_fravaer", scene.beslutning.pk), valg).status_code == 302

    assert list(Punktfravaer.objects.values_list("behandling", "person", "inhabil")) == [
        (scene.beslutning.pk, foerste.person_id, True)
    ]
    with pytest.raises(ValidationError, match="Der er 2 stemmer, men 1 til stede"):
        beslutninger.skriv_beslutning(scene.moede, scene.beslutning, Ordlyd("Ja", 2, 0, 0), af=sekretariat)


def test_beslutningen_faar_planens_naeste_nummer(client, side, scene):
    for tekst in ("Delaftalen er godkendt.", "Projektlederen skriver til skolen."):
        svar = client.post(side("beslutning_opret", scene.beslutning.pk), {"tekst": tekst})
        assert svar.status_code == 302

    assert list(Beslutning.objects.order_by("nr").values_list("nr", "tekst", "behandling")) == [
        (1, "Delaftalen er godkendt.", scene.beslutning.pk),
        (2, "Projektlederen skriver til skolen.", scene.beslutning.pk),
    ]


def test_en_beslutning_paa_et_andet_moedes_punkt_afvises_med_en_saetning(client, side, scene, plan):
    andet = BehandlingFactory(moede=MoedeFactory(organ=scene.moede.organ))

    svar = client.post(side("beslutning_opret", andet.pk), {"tekst": "Godkendt"})

    assert svar.context["form"].non_field_errors() == [
        "Punktet står på et andet mødes dagsorden. Skriv beslutningen på det møde, hvor den blev taget."
    ]
    assert not Beslutning.objects.exists()


def test_en_opgave_uden_ejer_og_dato_afvises_ved_felterne(client, side, scene):
    svar = client.post(side("opgave_opret", scene.droeftelse.pk), {"tekst": "Skrive til skolen"})

    form = svar.context["form"]
    assert form.errors == {
        "ejer": ["Vælg, hvem der gør det. En opgave uden navn bliver ikke gjort."],
        "frist_dato": ["Skriv, hvornår det senest skal være gjort, fx 01.07.2022."],
    }
    assert form["tekst"].value() == "Skrive til skolen"
    assert not Opgave.objects.exists()


def test_en_opgave_gives_og_loeses(client, side, scene, plan, sekretariat):
    ejer = PersonFactory(helhedsplan=plan)
    data = {"tekst": "Skrive til skolen", "ejer": ejer.pk, "frist_dato": "2022-07-01"}
    assert client.post(side("opgave_opret", scene.droeftelse.pk), data).status_code == 302

    opgave = Opgave.objects.get()
    assert (opgave.tekst, opgave.ejer, opgave.frist_dato) == ("Skrive til skolen", ejer, date(2022, 7, 1))
    opgaveservices.udfoer_opgave(opgave, dato=date(2022, 6, 15), note="Brev sendt", af=sekretariat)
    with pytest.raises(ValidationError, match="allerede gjort"):
        opgaveservices.udfoer_opgave(opgave, dato=date(2022, 6, 15), note="", af=sekretariat)


def test_ejeren_maa_selv_goere_sin_opgave_og_andre_ikke(scene, plan, sekretariat, medarbejder, bestyrelsesmedlem):
    ejer = PersonFactory(helhedsplan=plan, bruger=medarbejder)
    opgave = opgaveservices.giv_opgave(
        scene.moede, scene.droeftelse, tekst="Ringe", ejer=ejer, frist_dato=date(2022, 7, 1), af=sekretariat
    )

    with pytest.raises(PermissionDenied):
        opgaveservices.udfoer_opgave(opgave, dato=date(2022, 6, 15), note="", af=bestyrelsesmedlem)
    opgaveservices.udfoer_opgave(opgave, dato=date(2022, 6, 15), note="", af=medarbejder)

    assert Opgave.objects.get().udfoert_af == medarbejder


def test_moedet_kan_ikke_afsluttes_uden_beslutning_og_knappen_siger_det(client, side, scene, sekretariat):
    svar = client.get(side("referat"))

    assert svar.context["knapord"] == "Afslut mødet: 1 punkt mangler"
    assert svar.context["mangler"] == ["Punkt 1 mangler en beslutning."]
    with pytest.raises(ValidationError, match="Punkt 1 mangler en beslutning"):
        afslutning.afslut_moede(scene.moede, af=sekretariat)
    assert er_i_gang(scene.moede)


def test_afslutningen_fryser_tal_laaser_og_laver_referatet(client, side, scene, plan, sekretariat):
    kriterium = SucceskriteriumFactory(indsatsomraade=OmraadeFactory(helhedsplan=plan))
    henvisning = scene.droeftelse.henvisninger.create(kriterium=kriterium)
    beslutninger.skriv_beslutning(scene.moede, scene.beslutning, Ordlyd("Godkendt"), af=sekretariat)

    assert client.post(side("moede_afslut")).status_code == 302

    moede = Moede.objects.get(pk=scene.moede.pk)
    henvisning.refresh_from_db()
    udgave = moede.referat.udgaver.get()
    assert (moede.tilstand, moede.afsluttet_af) == (Moedetilstand.AFSLUTTET, sekretariat)
    assert (henvisning.frosset["emne"], henvisning.frosset["navn"]) == ("Kriterium", str(kriterium))
    assert (udgave.nr, udgave.indhold["skema"], len(udgave.kontrolsum)) == (1, 1, 64)
    assert [et["titel"] for et in udgave.indhold["punkter"]] == [
        "Delaftale om fritidsjob",
        "Fraflytning",
        "Personalesag",
    ]
    assert not Behandling.objects.filter(moede=moede, laast_tidspunkt=None).exists()


@pytest.mark.parametrize(
    "aendring",
    [
        lambda scene: Beslutning.objects.update(tekst="Noget andet"),
        lambda scene: Beslutning.objects.all().delete(),
        lambda scene: Behandling.objects.filter(pk=scene.beslutning.pk).update(titel="Noget andet"),
        lambda scene: Behandling.objects.filter(pk=scene.beslutning.pk).update(laast_tidspunkt=None),
    ],
    ids=["tekst", "slet", "titel", "laas-op"],
)
def test_databasen_holder_det_et_lukket_moede_besluttede(scene, sekretariat, aendring):
    afslut(scene, sekretariat)

    with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
        aendring(scene)


def test_intet_skrives_paa_et_afsluttet_moede(scene, plan, sekretariat):
    afslut(scene, sekretariat)
    ejer = PersonFactory(helhedsplan=plan)
    skrivning = [
        lambda: beslutninger.skriv_beslutning(scene.moede, scene.beslutning, Ordlyd("Mere"), af=sekretariat),
        lambda: opgaveservices.giv_opgave(
            scene.moede, scene.droeftelse, tekst="Ringe", ejer=ejer, frist_dato=date(2022, 7, 1), af=sekretariat
        ),
        lambda: fremmoede.gem_fremmoede(scene.moede, {ejer: Linje(Fremmoedeart.TIL_STEDE)}, af=sekretariat),
        lambda: afslutning.afslut_moede(scene.moede, af=sekretariat),
    ]

    for skriv in skrivning:
        with pytest.raises(KanIkkeAendres, match="Mødet er afsluttet"):
            skriv()


def test_en_person_fra_en_anden_plan_afvises(scene, sekretariat):
    fremmed = PersonFactory(helhedsplan=HelhedsplanFactory())

    with pytest.raises(ValidationError, match="hører til planen"):
        fremmoede.gem_fremmoede(scene.moede, {fremmed: Linje(Fremmoedeart.TIL_STEDE)}, af=sekretariat)
