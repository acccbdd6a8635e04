"""Register data on paper and as a workbook: a day's snapshot with source and comparison, and small numbers hidden."""

import logging
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import page
import pytest

from aftaler.models import Boligomraade, Helhedsplan
from brugere.roles import Rolle
from dokumenter import pdf
from dokumenter.excel import HOVED
from dokumenter.reports import PAPIRER, opgoerelser
from dokumenter.reports.dele import Figur, Rapport, Tabel
from dokumenter.reports.grundlag import Grundlag, IngenUdgave, Valg, find, fra_json
from dokumenter.services.bestilling import bestil
from dokumenter.services.fremstilling import fremstil
from dokumenter.statuses import Format, Papir
from maalinger.models import Indikator, Indikatorvaerdi
from maalinger.reports.registerdata import registerdata
from maalinger.rules.datakolonner import foreslaa_arter
from tests.dokumenter.tilgaengelighed import fejl_i
from tests.factories import BoligomraadeFactory, BrugerFactory, MedlemskabFactory

I_DAG = date(2022, 6, 15)
DATA = Papir.BOLIGSOCIALE_DATA


def skriv(plan: Helhedsplan, aar: int, omraade: Boligomraade | None, **felter: Any) -> None:
    Indikatorvaerdi.objects.create(
        helhedsplan=plan,
        indikator=Indikator.objects.get(kode="fraflytning"),
        niveau="omraade" if omraade else "kommune",
        omraade=omraade,
        fra_aar=aar,
        til_aar=aar,
        kilde="Boligsociale Data (LBF)",
        opgjort_dato=date(aar + 2, 3, 1),
        registreret_af=BrugerFactory(),
        **felter,
    )


@pytest.fixture
def dataplan(plan: Helhedsplan) -> Helhedsplan:
    """Two areas and the kommune in 2018 and 2019; in 2019 two persons of a hundred stand behind Engen's figure."""
    engen, fjorden = BoligomraadeFactory(navn="Engen"), BoligomraadeFactory(navn="Fjorden")
    plan.boligomraader.set([engen, fjorden])
    skriv(plan, 2018, engen, vaerdi=Decimal("20.5"), eksempel=True)
    skriv(plan, 2018, fjorden, vaerdi=Decimal("24.3"))
    skriv(plan, 2018, None, vaerdi=Decimal("15.1"))
    skriv(plan, 2019, engen, taeller=2, naevner=100)
    skriv(plan, 2019, fjorden, taeller=30, naevner=120)
    return plan


def grundlag(plan: Helhedsplan, **valg: Any) -> Grundlag:
    return find(plan, DATA, Valg(**valg), i_dag=I_DAG)


def rapport(plan: Helhedsplan) -> Rapport:
    return PAPIRER[DATA].byg(grundlag(plan))


def raekker(grundlag: Grundlag) -> list[tuple[Any, ...]]:
    from openpyxl import load_workbook

    bog = load_workbook(BytesIO(fremstil(grundlag, Format.XLSX).indhold))
    return list(bog["Data"].iter_rows(min_row=HOVED, values_only=True))


def test_papiret_er_sidens_egen_rapport_frosset_og_taget_frem_igen(dataplan):
    assert opgoerelser.rapport(DATA, grundlag(dataplan).opgoerelse) == registerdata(dataplan, dato=I_DAG)


def test_stederne_staar_under_hinanden_og_aarene_ved_siden_af_med_enheden_i_titlen(dataplan):
    (blok,) = rapport(dataplan).dokumenter[0].afsnit
    (tabel,) = [et for et in blok.dele if isinstance(et, Tabel)]

    assert (blok.overskrift, tabel.titel) == ("Fraflytning", "Tallene (procent)")
    assert [et.navn for et in tabel.kolonner] == ["Sted", "2018", "2019"]
    assert tabel.raekker == (
        ("Engen", "20,5 (eksempel)", "Skjult"),
        ("Fjorden", "24,3", "25"),
        (f"{dataplan.kommune} Kommune".replace("Kommune Kommune", "Kommune"), "15,1", "ikke oplyst"),
    )
    assert len([et for et in blok.dele if isinstance(et, Figur)]) == 1


def test_kilde_og_grunden_til_det_skjulte_staar_ved_tallene(dataplan):
    (blok,) = rapport(dataplan).dokumenter[0].afsnit
    fakta = {et.ledetekst: et.linjer for et in blok.dele[-1].felter}

    assert [et.replace("\u00a0", " ") for et in fakta["Kilder"]] == [
        "Boligsociale Data (LBF), 2018-tal, opgjort 1. marts 2020",
        "Boligsociale Data (LBF), 2019-tal, opgjort 1. marts 2021",
    ]
    assert len(fakta["Skjult"]) == 1


def test_et_skjult_tal_staar_ingen_steder_i_det_der_gemmes_og_printes(dataplan):
    gemt = grundlag(dataplan)
    engen = next(et for et in raekker(gemt)[1:] if et[1] == "Engen" and et[3] == 2019)

    assert engen[5:8] == ("Skjult", "procent", None)
    assert "2 af 100" not in str(gemt.som_json())
    assert "2 af 100" not in pdf.html(PAPIRER[DATA].byg(gemt), PAPIRER[DATA].skabelon)


def test_regnearket_har_en_raekke_pr_tal_under_overskrifter_som_en_indlaesning_kender(dataplan):
    overskrifter, *tal = raekker(grundlag(dataplan))

    assert tal[0] == (
        "Fraflytning", "Engen", "Boligområde", 2018, 2018, 20.5, "procent", None, "Boligsociale Data (LBF)",
        datetime(2020, 3, 1), "Eksempel",  # noqa: DTZ001 - Excel has no time zones
    )  # fmt: skip
    assert len(tal) == 5
    arter = dict(zip(overskrifter, foreslaa_arter(overskrifter, {}, 2022), strict=True))
    assert {navn: art for navn, art in arter.items() if art} == {
        "Indikator": "indikator", "Sted": "sted", "Niveau": "niveau", "År": "aar", "Til år": "til_aar", "Tal": "tal",
        "Kilde": "kilde", "Opgjort": "opgjort",
    }  # fmt: skip


def test_papiret_er_det_der_blev_bestilt_selv_om_tallene_rettes_bagefter(dataplan):
    lbf = MedlemskabFactory(helhedsplan=dataplan, rolle=Rolle.LBF).bruger
    ny = bestil(dataplan, DATA, Valg(), Format.XLSX, af=lbf)
    foer = fremstil(fra_json(dataplan, ny.grundlag), Format.XLSX).indhold
    Indikatorvaerdi.objects.filter(helhedsplan=dataplan).update(vaerdi=Decimal("1"), taeller=None, naevner=None)

    assert fremstil(fra_json(dataplan, ny.grundlag), Format.XLSX).indhold == foer
    assert ny.valg["kladde"] is False


def test_tal_har_ingen_kladde(dataplan):
    with pytest.raises(IngenUdgave, match="Boligsociale Data er tal og har ingen kladde"):
        grundlag(dataplan, kladde=True)


def test_uden_registerdata_siger_papiret_det(plan):
    (blok,) = rapport(plan).dokumenter[0].afsnit

    assert blok.dele[0].linjer == ("Planen har ingen registerdata. De står her, når de er indlæst.",)
    assert len(raekker(grundlag(plan))) == 1


@pytest.mark.skipif(bool(pdf.mangler_system()), reason="Pango er der ikke")
def test_papiret_er_en_gyldig_pdf(dataplan, caplog):
    with caplog.at_level(logging.WARNING):
        fil = fremstil(grundlag(dataplan), Format.PDF)

    assert [et.message for et in caplog.records if et.levelno >= logging.WARNING] == []
    assert [et.message for et in page.validate_pdf_bytes(fil.indhold, profile="ua1").failures] == []
    assert fejl_i(fil.indhold) == []
