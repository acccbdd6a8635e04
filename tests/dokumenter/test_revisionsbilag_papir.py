"""The auditor's bilag as PDF and workbook: the same words in both, valid, and open to the auditor."""

import logging
import re
from datetime import date
from io import BytesIO

import page
import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse

from aftaler.models import Succeskriterium
from dokumenter import pdf
from dokumenter.models import Bestilling
from dokumenter.reports import PAPIRER, opgoerelser
from dokumenter.reports.grundlag import Valg, find, fra_json
from dokumenter.services.fremstilling import fremstil
from dokumenter.statuses import Format, Papir
from helhedsplan.demo import byg
from helhedsplan.demo.lolland import LOLLAND
from moeder.models import Henvisning
from tests.dokumenter.tilgaengelighed import fejl_i
from tests.factories import MaalingFactory, MedlemskabFactory, OrganFactory
from tests.moeder.factories import BehandlingFactory, BeslutningFactory, MoedeFactory, OpgaveFactory, klokken

pytestmark = pytest.mark.django_db
BILAG = Papir.REVISIONSBILAG
I_DAG = date(2022, 6, 15)
uden_pango = pytest.mark.skipif(bool(pdf.mangler_system()), reason="Pango er der ikke")


@pytest.fixture
def fulgt_plan(aftaleplan):
    """Criterion 1 was measured twice, corrected once, treated by the board, and a task from it is late."""
    kriterium = Succeskriterium.objects.get(helhedsplan=aftaleplan, nr=1)
    gammel = MaalingFactory(kriterium=kriterium, aar=2020, vaerdi=27, tilstand="erstattet")
    MaalingFactory(kriterium=kriterium, aar=2020, vaerdi=26, erstatter=gammel, udtraek_dato=date(2021, 4, 6))
    bestyrelse = aftaleplan.organer.get(art="bestyrelse")
    moede = MoedeFactory(organ=bestyrelse, holdt=True, begynder=klokken(2020, 9, 10))
    punkt = BehandlingFactory(moede=moede, titel="Flytninger i Vestbyen")
    Henvisning.objects.create(behandling=punkt, kriterium=kriterium, frosset={"saetning": "27 % i 2020."})
    BeslutningFactory(behandling=punkt, nr=4, tekst="Udlejeren inviteres.")
    OpgaveFactory(behandling=punkt, tekst="Ring til udlejeren", frist_dato=date(2020, 12, 1))
    BehandlingFactory(moede=moede, titel="Opsigelsen", lukket=True)
    andre = MoedeFactory(organ=OrganFactory(helhedsplan=aftaleplan), holdt=True, begynder=klokken(2020, 5, 4))
    BehandlingFactory(moede=andre, titel="Orientering")
    return aftaleplan


def grundlag(plan, aar: int | None = 2020):
    return find(plan, BILAG, Valg(aar=aar), i_dag=I_DAG)


def ord_i(g) -> str:
    """All words of the PDF's HTML, without its tags."""
    kilde = pdf.html(PAPIRER[BILAG].byg(g), PAPIRER[BILAG].skabelon)
    return " ".join(re.sub(r"<[^>]+>", " ", kilde).replace("\u00a0", " ").split())


def ark(g, navn) -> list[tuple]:
    from openpyxl import load_workbook

    bog = load_workbook(BytesIO(fremstil(g, Format.XLSX).indhold))
    return list(bog[navn].iter_rows(min_row=5, values_only=True))


def test_foerste_side_siger_det_hele_i_en_saetning_og_en_tabel(fulgt_plan):
    foerste = PAPIRER[BILAG].byg(grundlag(fulgt_plan)).dokumenter[0].afsnit[0]
    saetning, tabel = foerste.dele
    assert saetning.linjer[0].startswith("Ét af tolv kriterier er målt i 2020, ét af tolv var på")
    assert [et for et in tabel.raekker if et[0].startswith("Er målt")] == [
        ("Er målt i 2020", "1 af 12 (8\u00a0%)", "Nr. 1"),
    ]


def test_kriteriet_staar_med_tal_moede_beslutning_opgave_og_huller(fulgt_plan):
    tekst = ord_i(grundlag(fulgt_plan))
    for stykke in (
        "27 % for 2020, erstattet af en rettelse",
        "26 % for 2020. Retter 27 %",
        "udtræk 6. apr. 2021",
        "Flytninger i Vestbyen (drøftelse). Da mødet sluttede: 27 % i 2020.",
        "Beslutning 4: Udlejeren inviteres. Gældende.",
        "senest 1. december 2020. Ikke gjort.",
        "Opgave ikke gjort: Opgaven »Ring til udlejeren«",
        "Ét åbent punkt, ét lukket, som ikke er vist.",
    ):
        assert stykke in tekst
    assert "Opsigelsen" not in tekst


def test_arkene_siger_det_samme_som_papiret(fulgt_plan):
    g = grundlag(fulgt_plan)
    side = opgoerelser.rapport(BILAG, g.opgoerelse)
    kriterier, tal, moeder, huller = (ark(g, et) for et in ("Kriterier", "Målinger", "Møder og beslutninger", "Huller"))
    assert [(et[1], et[13]) for et in kriterier] == [(et.nr, len(side.hullerne(et.nr))) for et in side.kriterier]
    assert [(et[5].replace("\u00a0", " "), et[6].replace("\u00a0", " "), et[13]) for et in tal] == [
        ("27 %", "Erstattet af en rettelse", "Ja"),
        ("26 %", "Retter 27 %", "Ja"),
    ]
    assert [(et[4], et[7]) for et in moeder] == [
        ("Møde", None), ("Møde", None), ("Behandling", None), ("Beslutning", 4), ("Opgave", 4),
    ]  # fmt: skip
    assert [et[3].replace("\u00a0", " ") for et in huller] == [et.tekst.replace("\u00a0", " ") for et in side.huller]


def test_et_punkt_staar_kun_under_sit_eget_moede_naar_organet_moedtes_to_gange_samme_dag(fulgt_plan):
    """An extraordinary meeting the same evening was said to have treated the criterion too."""
    MoedeFactory(organ=fulgt_plan.organer.get(art="bestyrelse"), holdt=True, begynder=klokken(2020, 9, 10, 19))
    raekker = [et[4] for et in ark(grundlag(fulgt_plan), "Møder og beslutninger")]
    assert (raekker.count("Møde"), raekker.count("Behandling")) == (3, 1)


def test_hele_perioden_og_et_aar_der_ikke_er_begyndt(fulgt_plan):
    assert "Revisionsbilag, hele perioden" in ord_i(grundlag(fulgt_plan, None))
    assert "Regnskabsåret 2023 er ikke begyndt." in ord_i(grundlag(fulgt_plan, 2023))


def test_samme_grundlag_giver_samme_bytes(fulgt_plan):
    gemt = grundlag(fulgt_plan).som_json()
    formater = [Format.XLSX, *([] if pdf.mangler_system() else [Format.PDF])]
    foerste = [fremstil(fra_json(fulgt_plan, gemt), et).indhold for et in formater]
    with time_machine.travel("2031-01-01 08:00+01:00", tick=False):
        assert [fremstil(fra_json(fulgt_plan, gemt), et).indhold for et in formater] == foerste


@uden_pango
def test_papiret_er_en_gyldig_pdf(fulgt_plan, caplog):
    with caplog.at_level(logging.WARNING):
        fil = fremstil(grundlag(fulgt_plan), Format.PDF)
    assert caplog.messages == []
    assert [et.message for et in page.validate_pdf_bytes(fil.indhold, profile="ua1").failures] == []
    assert fejl_i(fil.indhold) == []


def test_revisor_bestiller_det_for_et_aar(client, fulgt_plan):
    client.force_login(MedlemskabFactory(helhedsplan=fulgt_plan, rolle="revisor").bruger)
    adresse = reverse("dokumenter:papir_liste", args=[fulgt_plan.slug])
    side = client.get(adresse + "?papir=revisionsbilag&aar=2020").content.decode()
    assert "Revisionsbilag" in side
    client.post(adresse, {"papir": "revisionsbilag", "aar": "2020", "udgave": "i_kraft", "format": "xlsx"})
    ny = Bestilling.objects.get()
    assert (ny.titel, ny.valg["aar"], ny.valg["kladde"]) == ("Revisionsbilag 2020", 2020, False)


def test_kommandoen_giver_samme_fil_to_gange(db, tmp_path):
    byg.plan(LOLLAND, byg.brugere())
    filer = [tmp_path / f"{nr}.xlsx" for nr in (1, 2)]
    for fil in filer:
        call_command("eksporter", "revisionsbilag", "--plan", "lolland", "--aar", "2019", "--format", "xlsx",
                     "--til", str(fil))  # fmt: skip
    assert filer[0].read_bytes() == filer[1].read_bytes()
