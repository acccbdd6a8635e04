"""The agreements as Word files: styles, header rows, language, the draft's mark, and the same bytes every time."""

from datetime import date
from io import BytesIO

import pytest

from dokumenter.reports.grundlag import Valg, find
from dokumenter.services.fremstilling import fremstil
from dokumenter.statuses import Format, Papir

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
I_DAG = date(2022, 6, 15)


def word(plan, papir=Papir.STRATEGISK_AFTALE, **valg) -> bytes:
    return fremstil(find(plan, papir, Valg(**valg), i_dag=I_DAG), Format.DOCX).indhold


def laest(indhold: bytes):
    from docx import Document

    return Document(BytesIO(indhold))


def test_overskrifterne_er_words_egne_og_staar_i_fondens_orden(aftaleplan):
    dokument = laest(word(aftaleplan))
    overskrifter = [et.text for et in dokument.paragraphs if et.style.name == "Heading 1"]

    assert overskrifter[:2] == ["Aftaledokumenter", "1. Formål med og rammer for den boligsociale indsats"]
    assert next(et.text for et in dokument.paragraphs if et.style.name == "Heading 2") == "5.1 Tryghed og trivsel"
    assert dokument.paragraphs[1].style.name == "Title"


def test_tabellerne_har_en_overskriftsraekke_med_kriterierne_under(aftaleplan):
    tabeller = laest(word(aftaleplan)).tables
    kriterier = [et for et in tabeller if et.rows[0].cells[0].text == "Nr."]

    assert all(et.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None for et in tabeller)
    assert [et.cells[0].text for et in kriterier[0].rows[1:]] == ["1", "2", "3", "4"]
    assert [et.text for et in tabeller[-1].rows[-1].cells] == [
        "Samlet budget for den boligsociale indsats",
        "8.900.000\u00a0kr.",
    ]


def test_lister_og_tekst_er_med(aftaleplan):
    dokument = laest(word(aftaleplan))

    assert [et.text for et in dokument.paragraphs if et.style.name == "List Bullet"][:2] == ["tryghed", "naboskab"]
    assert "Problemet i 5.1: 26,2\u00a0% flytter." in [et.text for et in dokument.paragraphs]


def test_sproget_er_dansk_og_datoen_er_versionens(aftaleplan):
    dokument = laest(word(aftaleplan))

    assert dokument.core_properties.language == "da-DK"
    assert dokument.core_properties.created.date() == date(2019, 5, 1)
    assert [et.get(f"{W}val") for et in dokument.styles.element.iter(f"{W}lang")] == ["da-DK"]


@pytest.mark.parametrize("papir", [Papir.STRATEGISK_AFTALE, Papir.DELAFTALE])
def test_et_udkast_siger_det_paa_hver_side(aftaleplan, papir):
    hoved = laest(word(aftaleplan, papir, kladde=True)).sections[0].header.paragraphs[0].text
    assert hoved.startswith("UDKAST · ")
    assert "UDKAST" not in laest(word(aftaleplan, papir)).sections[0].header.paragraphs[0].text


def test_delaftalen_har_sine_tretten_overskrifter_og_skemaet(aftaleplan):
    dokument = laest(word(aftaleplan, Papir.DELAFTALE, delaftale="5.1"))

    assert len([et for et in dokument.paragraphs if et.style.name == "Heading 2"]) == 13
    assert "Aktivitetsnavn: Lektiecafé 5.1" in [et.text for et in dokument.paragraphs if et.style.name == "Heading 3"]


def test_samme_version_giver_samme_bytes(aftaleplan):
    assert word(aftaleplan) == word(aftaleplan)
