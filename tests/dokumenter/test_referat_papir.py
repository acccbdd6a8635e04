"""The referat on paper: the edition that was sent out, without a word of what was closed unless it is asked for."""

import logging
import subprocess
from datetime import date
from io import BytesIO

import page
import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from brugere.roles import Rolle
from dokumenter import pdf
from dokumenter.models import Bestilling
from dokumenter.reports import PAPIRER
from dokumenter.reports.grundlag import Valg, fra_json
from dokumenter.services.bestilling import KanIkkeBestilles, bestil, find_grundlag
from dokumenter.services.fremstilling import fremstil
from dokumenter.statuses import Format, Papir
from moeder.models import Beslutning, Opgave
from moeder.services import referat as services
from moeder.services.beslutninger import Ordlyd, skriv_beslutning
from tests.dokumenter.tilgaengelighed import fejl_i
from tests.factories import MedlemskabFactory, PersonFactory
from tests.moeder.factories import OpgaveFactory, klokken
from tests.moeder.scener import afslut, moede_i_gang

REFERAT = Papir.REFERAT
HEMMELIGT = ("Personalesag", "Hun blev fyret", "Hanne Hemmelig", "Fyringen er besluttet", "Skrive opsigelsen")


@pytest.fixture(autouse=True)
def _i_2022():
    with time_machine.travel(klokken(2022, 6, 15, 13, 30), tick=False):
        yield


@pytest.fixture
def leder(plan):
    return MedlemskabFactory(helhedsplan=plan, rolle=Rolle.PROJEKTLEDER).bruger


@pytest.fixture
def medlem(plan):
    return MedlemskabFactory(helhedsplan=plan, rolle=Rolle.BESTYRELSE, bruger__navn="Inger Holt").bruger


@pytest.fixture
def kladde(plan, leder, medlem):
    """A meeting that is over, its referat being written. The closed item has text, decision, task and an absentee."""
    scene = moede_i_gang(plan, leder, medlem=medlem)
    bent = PersonFactory(helhedsplan=plan, navn="Bent Ravn")
    for punkt, tekst in ((scene.droeftelse, "<p>Der var en god snak.</p>"), (scene.lukket, "<p>Hun blev fyret.</p>")):
        services.skriv_referat(punkt, tekst=tekst, udgave=punkt.udgave, foer="", af=leder)
    scene.droeftelse.fravaer.create(person=bent, inhabil=True)
    scene.lukket.fravaer.create(person=PersonFactory(helhedsplan=plan, navn="Hanne Hemmelig"))
    skriv_beslutning(
        scene.moede,
        scene.beslutning,
        Ordlyd("Delaftalen er godkendt.", stemmer_for=1, stemmer_imod=1, stemmer_hverken=0),
        af=leder,
    )
    skriv_beslutning(scene.moede, scene.lukket, Ordlyd("Fyringen er besluttet."), af=leder)
    OpgaveFactory(behandling=scene.beslutning, tekst="Skrive til skolen", ejer=bent)
    OpgaveFactory(behandling=scene.lukket, tekst="Skrive opsigelsen", ejer=bent)
    return afslut(scene, leder)


@pytest.fixture
def sendt(kladde, leder):
    services.send_til_kommentering(kladde, frist=date(2022, 7, 1), af=leder)
    kladde.refresh_from_db()
    return kladde


@pytest.fixture
def godkendt(sendt, leder, medlem):
    """Approved by a member and by the meeting; then something was added to the closed item and to the whole."""
    services.kommenter(sendt, behandling=None, tekst="En kommentar, der ikke printes", af=medlem)
    services.godkend_referat(sendt, udgave_nr=sendt.udgaver.first().nr, af=medlem)
    services.afgoer_paa_moede(sendt, sendt.moede, godkendt=True, af=leder)
    sendt.refresh_from_db()
    lukket = sendt.moede.behandlinger.get(lukket=True)
    services.tilfoej(sendt, behandling=None, tekst="Mødet sluttede kl. 15.", af=leder)
    services.tilfoej(sendt, behandling=lukket, tekst="Hun blev fyret med løn.", af=leder)
    return sendt


def grundlag(plan, bruger=None, format=Format.PDF, **valg):
    return find_grundlag(plan, REFERAT, Valg(**valg), format, i_dag=timezone.localdate(), laeser=bruger)


def test_hvert_punkt_har_tekst_beslutning_opgaver_og_fravaer(plan, godkendt):
    rapport = PAPIRER[REFERAT].byg(grundlag(plan))
    fremmoede, beslutning, droeftelse, lukket, tilfoejelser, godkendelser = rapport.dokumenter[0].afsnit
    beslutningen, opgaver = beslutning.dele[1:]
    nr = Beslutning.objects.get(tekst="Delaftalen er godkendt.").nr

    assert fremmoede.dele[0].felter[0].ledetekst == "Til stede"
    assert (beslutningen.overskrift, beslutningen.dele[0].linjer[0]) == (f"Beslutning {nr}", "Delaftalen er godkendt.")
    assert beslutningen.dele[0].linjer[1] == "1 for, 1 imod, 0 hverken for eller imod"
    assert [et.replace("\u00a0", " ") for et in opgaver.dele[0].raekker[0]] == [
        "Skrive til skolen",
        "Bent Ravn",
        "1. juli 2022",
    ]
    assert droeftelse.dele[0].felter[1].linjer == ("Bent Ravn, inhabil",)
    assert droeftelse.dele[1].dele[0].tekst == "<p>Der var en god snak.</p>"
    assert (lukket.nummer, lukket.overskrift, lukket.dele) == ("3.", "Lukket punkt", ())
    assert [et.dele[0].linjer[0] for et in tilfoejelser.dele] == ["Mødet sluttede kl. 15."]
    assert [et.replace("\u00a0", " ") for et in godkendelser.dele[0].raekker[0]] == [
        "Inger Holt",
        "15. juni 2022 kl. 13.30",
    ]
    assert rapport.er_kladde is False


def test_intet_lukket_og_ingen_kommentar_staar_i_det_gemte(plan, godkendt):
    aaben, lukket = str(grundlag(plan).som_json()), str(grundlag(plan, lukket=True).som_json())

    assert [et for et in HEMMELIGT if et in aaben] == []
    assert [et for et in HEMMELIGT if et in lukket] == list(HEMMELIGT)
    assert "ikke printes" not in lukket


def test_referatet_bestilles_af_dem_der_kan_laese_det(plan, kladde, leder, medlem):
    ny = bestil(plan, REFERAT, Valg(), Format.PDF, af=leder)
    assert (ny.udgave, ny.valg["kun_ledere"]) == ("udkast, åben udgave", True)
    assert not Bestilling.objects.synlige_for(medlem).exists()
    with pytest.raises(KanIkkeBestilles, match="Referatet er under udarbejdelse"):
        bestil(plan, REFERAT, Valg(moede=kladde.moede.kode), Format.PDF, af=medlem)

    services.send_til_kommentering(kladde, frist=date(2022, 7, 1), af=leder)
    assert bestil(plan, REFERAT, Valg(), Format.PDF, af=medlem).valg == {"delaftale": None, "pr": None, "kladde": True}
    with pytest.raises(KanIkkeBestilles, match="Planen har intet referat, der kan læses endnu"):
        bestil(plan, REFERAT, Valg(), Format.PDF, af=MedlemskabFactory(helhedsplan=plan, rolle=Rolle.REVISOR).bruger)


def test_revisor_faar_det_godkendte_i_den_aabne_udgave(plan, godkendt):
    ny = bestil(plan, REFERAT, Valg(), Format.DOCX, af=MedlemskabFactory(helhedsplan=plan, rolle=Rolle.REVISOR).bruger)

    assert (ny.valg["kladde"], "kun_ledere" in ny.valg) == (False, False)
    assert [et for et in HEMMELIGT if et in str(ny.grundlag)] == []


def test_papiret_er_det_der_blev_bestilt_og_aabner_i_word(plan, godkendt, leder):
    from docx import Document

    ny = bestil(plan, REFERAT, Valg(lukket=True), Format.DOCX, af=leder)
    foer = fremstil(fra_json(plan, ny.grundlag), Format.DOCX).indhold
    services.tilfoej(godkendt, behandling=None, tekst="Mere.", af=leder)
    Opgave.objects.update(tekst="Noget andet")

    assert fremstil(fra_json(plan, ny.grundlag), Format.DOCX).indhold == foer
    overskrifter = [et.text for et in Document(BytesIO(foer)).paragraphs if et.style.name == "Heading 1"]
    assert overskrifter[:4] == [
        "Fremmøde",
        "1. Delaftale om fritidsjob",
        "2. Fraflytning",
        "3. Personalesag (lukket punkt)",
    ]


@pytest.mark.skipif(bool(pdf.mangler_system()), reason="Pango er der ikke")
@pytest.mark.parametrize("stand", ["sendt", "godkendt"])
def test_papiret_er_en_gyldig_pdf_uden_det_lukkede(request, plan, stand, tmp_path, caplog):
    kode = request.getfixturevalue(stand).moede.kode
    til = tmp_path / "referat.pdf"
    call_command("eksporter", "referat", "--plan", plan.slug, "--moede", kode, "--format", "pdf", "--til", str(til))
    svar = subprocess.run(["pdftotext", "-layout", str(til), "-"], capture_output=True, check=True, text=True)
    tekst = " ".join(svar.stdout.split())

    assert [et.message for et in caplog.records if et.levelno >= logging.WARNING] == []
    assert [et.message for et in page.validate_pdf_bytes(til.read_bytes(), profile="ua1").failures] == []
    assert fejl_i(til.read_bytes()) == []
    assert [et for et in HEMMELIGT if et in tekst] == []
    assert "3. Lukket punkt" in tekst
    assert ("Udkast. Ikke godkendt." in tekst) is (stand == "sendt")
