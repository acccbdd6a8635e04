"""The agenda on paper: what the meeting's page shows, frozen, and nothing of a closed item in the open edition."""

import logging
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path

import page
import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse

from brugere.roles import RETTIGHEDER, Ret, Rolle
from dokumenter import pdf
from dokumenter.models import Bestilling
from dokumenter.reports import PAPIRER
from dokumenter.reports.dele import Tabel
from dokumenter.reports.grundlag import Valg, fra_json
from dokumenter.services.bestilling import KanIkkeBestilles, bestil, find_grundlag
from dokumenter.services.fremstilling import fremstil
from dokumenter.services.udlevering import KanIkkeUdleveres, udlever
from dokumenter.statuses import Format, Papir
from moeder.models import Moede
from tests.dokumenter.tilgaengelighed import fejl_i
from tests.factories import MedlemskabFactory, OrganFactory, PersonFactory, SucceskriteriumFactory
from tests.moeder.factories import BehandlingFactory, IndkaldelseFactory, MoedeFactory, SagFactory, klokken, sid_i

DAGSORDEN = Papir.DAGSORDEN
HEMMELIGT = ("Personalesag", "Fyring af", "Hanne Hemmelig", "Lønseddel", "77/2022", "Notat om løn")


@pytest.fixture(autouse=True)
def _i_2022():
    with time_machine.travel(klokken(2022, 6, 1, 9), tick=False):
        yield


@pytest.fixture
def moede(plan) -> Moede:
    """Called: an open case with all of its form and a closed appendix, a closed case, and a discussion."""
    organ = OrganFactory(helhedsplan=plan, art="bestyrelse", navn="Bestyrelsen")
    moede = MoedeFactory(
        organ=organ, kode="bestyrelsen-2022-06-15", begynder=klokken(2022, 6, 15), slutter=klokken(2022, 6, 15, 15),
        besked="Kaffe fra halv et.",
    )  # fmt: skip
    IndkaldelseFactory(moede=moede, person=PersonFactory(helhedsplan=plan, navn="Inger Holt"))
    aaben = BehandlingFactory(
        moede=moede, titel="Regnskab for 2021", art="B", minutter=20, afgoeres_af="Bestyrelsen",
        sag=SagFactory(helhedsplan=plan, journalnr="12-34", kle="54.06.00"),
        fremlaegger=PersonFactory(helhedsplan=plan, navn="Bent Ravn"),
        sagsfremstilling="<p>Der er <strong>165.000 kr.</strong> tilbage.</p>", indstilling="<p>At det godkendes.</p>",
    )  # fmt: skip
    aaben.henvisninger.create(kriterium=SucceskriteriumFactory(indsatsomraade__helhedsplan=plan, navn="Fraflytning"))
    lukket = BehandlingFactory(
        moede=moede, titel="Personalesag", lukket=True, art="O", minutter=15,
        sag=SagFactory(helhedsplan=plan, journalnr="77/2022"), sagsfremstilling="<p>Fyring af en medarbejder.</p>",
        fremlaegger=PersonFactory(helhedsplan=plan, navn="Hanne Hemmelig"),
    )  # fmt: skip
    BehandlingFactory(moede=moede, titel="Eventuelt", art="D", minutter=10)
    for punkt, navn, er_lukket in (
        (aaben, "Årsregnskab", False),
        (aaben, "Lønseddel", True),
        (lukket, "Notat om løn", True),
    ):
        punkt.bilag.create(navn=navn, lukket=er_lukket).fil.save("fil.pdf", ContentFile(b"%PDF-1.4"))
    return moede


def grundlag(plan, bruger=None, format=Format.PDF, **valg):
    return find_grundlag(plan, DAGSORDEN, Valg(**valg), format, i_dag=date(2022, 6, 1), laeser=bruger)


def medlem(plan, rolle=Rolle.PROJEKTLEDER):
    return MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger


def laest(indhold: bytes, mappe: Path) -> str:
    """The words of a PDF as one line."""
    fil = mappe / "papir.pdf"
    fil.write_bytes(indhold)
    tekst = subprocess.run(["pdftotext", "-layout", str(fil), "-"], capture_output=True, check=True, text=True).stdout
    return " ".join(tekst.split())


def test_punkterne_staar_i_en_tabel_med_nummer_slags_fremlaegger_og_minutter(plan, moede):
    (punkter, sag) = PAPIRER[DAGSORDEN].byg(grundlag(plan)).dokumenter[0].afsnit
    (tabel,) = [et for et in punkter.dele if isinstance(et, Tabel)]

    assert tabel.raekker == (
        ("1.", "13.00", "Regnskab for 2021", "(B) Beslutning", "Bent Ravn", "20"),
        ("2.", "", "Lukket punkt", "", "", ""),
        ("3.", "", "Eventuelt", "(D) Drøftelse", "", "10"),  # the time would tell how long the closed item takes
    )
    assert punkter.dele[-1].linjer == ("Ét punkt er lukket og vises ikke her.",)
    assert [et.overskrift for et in sag.dele[1:]] == ["Sagsfremstilling", "Indstilling", "Tal", "Bilag"]
    assert {et.ledetekst: et.linjer[0] for et in sag.dele[0].felter} == {
        "Slags": "(B) Beslutning, 20 min.",
        "Fremlægges af": "Bent Ravn",
        "Sagen afgøres af": "Bestyrelsen",
        "J.nr.": "12-34",
        "KLE-emne": "54.06.00",
    }
    assert sag.dele[3].dele[0].linjer == ("Kriterium: Fraflytning. Det er ikke i kraft endnu.",)
    assert sag.dele[4].dele[0].punkter == ("Årsregnskab",)


def test_intet_af_et_lukket_punkt_staar_i_den_aabne_udgave_heller_ikke_i_det_gemte(plan, moede):
    aaben, lukket = grundlag(plan), grundlag(plan, lukket=True)

    assert [et for et in HEMMELIGT if et in str(aaben.som_json())] == []
    assert [et for et in HEMMELIGT if et in str(lukket.som_json())] == list(HEMMELIGT)


@pytest.mark.parametrize("rolle", [rolle for rolle in Rolle if Ret.PAPIR_BESTIL in RETTIGHEDER[rolle]])
def test_den_lukkede_udgave_er_for_dem_der_holder_moeder(plan, moede, rolle):
    bruger = medlem(plan, rolle)
    sid_i(moede.organ, bruger)
    leders = bestil(plan, DAGSORDEN, Valg(lukket=True), Format.PDF, af=medlem(plan))
    aaben = bestil(plan, DAGSORDEN, Valg(), Format.PDF, af=bruger)
    assert [et for et in HEMMELIGT if et in str(aaben.grundlag)] == []

    maa = rolle in (Rolle.PROJEKTLEDER, Rolle.SEKRETARIAT)
    assert Bestilling.objects.synlige_for(bruger).filter(pk=leders.pk).exists() is maa
    if maa:
        assert bestil(plan, DAGSORDEN, Valg(lukket=True), Format.PDF, af=bruger).pk == leders.pk
    else:
        with pytest.raises(PermissionDenied):
            bestil(plan, DAGSORDEN, Valg(lukket=True), Format.PDF, af=bruger)


def test_et_moede_man_ikke_ser_kan_ikke_bestilles_og_en_kladde_ses_kun_af_ledelsen(plan, moede):
    with pytest.raises(KanIkkeBestilles, match="Planen har ingen møder endnu"):
        bestil(plan, DAGSORDEN, Valg(), Format.PDF, af=medlem(plan, Rolle.REVISOR))

    Moede.objects.filter(pk=moede.pk).update(tilstand="kladde", indkaldt_tidspunkt=None)
    ny = bestil(plan, DAGSORDEN, Valg(), Format.PDF, af=medlem(plan))
    formand = medlem(plan, Rolle.FORMAND)
    assert (ny.valg["kladde"], ny.udgave) == (True, "udkast, åben udgave")
    assert not Bestilling.objects.synlige_for(formand).exists()
    with pytest.raises(KanIkkeBestilles, match="Planen har ikke mødet"):
        bestil(plan, DAGSORDEN, Valg(moede=moede.kode), Format.PDF, af=formand)


def test_den_lukkede_udgave_udleveres_ikke_med_et_link(plan, moede):
    leder = medlem(plan)
    ny = bestil(plan, DAGSORDEN, Valg(lukket=True), Format.PDF, af=leder)
    ny.tilstand = "klar"

    with pytest.raises(KanIkkeUdleveres, match="En lukket udgave kan ikke udleveres"):
        udlever(ny, af=leder)


def test_papiret_er_det_der_blev_bestilt_og_det_nyeste_indkaldte_moede_uden_en_kode(plan, moede):
    MoedeFactory(organ=moede.organ, kode="bestyrelsen-2023-01-10", begynder=klokken(2023, 1, 10), kladde=True)
    ny = bestil(plan, DAGSORDEN, Valg(), Format.DOCX, af=medlem(plan))
    foer = fremstil(fra_json(plan, ny.grundlag), Format.DOCX).indhold
    moede.behandlinger.update(titel="Noget andet")

    assert ny.titel.replace("\u00a0", " ") == "Dagsorden, Bestyrelsen 15. juni 2022"
    assert fremstil(fra_json(plan, ny.grundlag), Format.DOCX).indhold == foer


def test_papiret_aabner_i_word_uden_forside(plan, moede):
    from docx import Document

    dokument = Document(BytesIO(fremstil(grundlag(plan, format=Format.DOCX), Format.DOCX).indhold))

    assert [et.text for et in dokument.paragraphs if et.style.name == "Heading 1"] == [
        "Punkter",
        "1. Regnskab for 2021",
    ]
    assert [et.cells[2].text for et in dokument.tables[0].rows] == [
        "Punkt",
        "Regnskab for 2021",
        "Lukket punkt",
        "Eventuelt",
    ]
    assert "Indkaldt: Inger Holt" in [et.text for et in dokument.paragraphs]


@pytest.mark.skipif(bool(pdf.mangler_system()), reason="Pango er der ikke")
def test_papiret_er_en_gyldig_pdf_uden_det_lukkede(plan, moede, tmp_path, caplog):
    til = tmp_path / "dagsorden.pdf"
    call_command(
        "eksporter", "dagsorden", "--plan", plan.slug, "--moede", moede.kode, "--format", "pdf", "--til", str(til)
    )
    tekst = laest(til.read_bytes(), tmp_path)

    assert [et.message for et in caplog.records if et.levelno >= logging.WARNING] == []
    assert [et.message for et in page.validate_pdf_bytes(til.read_bytes(), profile="ua1").failures] == []
    assert fejl_i(til.read_bytes()) == []
    assert [et for et in HEMMELIGT if et in tekst] == []
    assert "2. Lukket punkt 3. Eventuelt" in tekst


def test_papiret_bestilles_fra_siden_og_kun_ledelsen_kan_vaelge_de_lukkede(client, plan, moede, monkeypatch):
    monkeypatch.setattr("dokumenter.views.ring", lambda *args: None)
    adresse = reverse("dokumenter:papir_liste", args=[plan.slug])
    felter = {"papir": "dagsorden", "udgave": "i_kraft", "format": "docx", "moede": moede.kode, "lukket": "on"}
    moedets_side = reverse("moeder:moede_detalje", args=[plan.slug, moede.kode])
    for rolle, lukket in ((Rolle.PROJEKTLEDER, True), (Rolle.FORMAND, None)):
        bruger = medlem(plan, rolle)
        client.force_login(bruger)
        assert f"{adresse}?papir=dagsorden&amp;moede={moede.kode}" in client.get(moedets_side).content.decode()
        valgt = f'value="{moede.kode}" selected'
        assert valgt in client.get(adresse, {"papir": "dagsorden", "moede": moede.kode}).content.decode()
        assert ("Tag lukkede punkter med" in client.get(adresse).content.decode()) is bool(lukket)
        assert client.post(adresse, felter).status_code == 302
        assert Bestilling.objects.get(bestilt_af=bruger).valg.get("lukket") is lukket
