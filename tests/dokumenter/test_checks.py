"""Without Pango the application starts, and says which line to run."""

import ctypes

import pytest
from django.core.checks import run_checks

from dokumenter import checks, pdf


@pytest.fixture
def uden_pango(monkeypatch):
    def mangler(navn: str, *argumenter: object) -> None:
        raise OSError(f"{navn}: cannot open shared object file")

    monkeypatch.setattr(ctypes, "CDLL", mangler)
    pdf.mangler_system.cache_clear()
    yield
    pdf.mangler_system.cache_clear()


@pytest.mark.usefixtures("uden_pango")
@pytest.mark.parametrize(("system", "linje"), [("linux", "apt-get install libpango"), ("darwin", "brew install pango")])
def test_en_advarsel_med_linjen_der_skal_koeres(monkeypatch, system, linje):
    monkeypatch.setattr("sys.platform", system)

    (advarsel,) = [et for et in run_checks() if et.id == "dokumenter.W001"]
    assert linje in advarsel.msg


@pytest.mark.usefixtures("uden_pango")
def test_at_lave_en_pdf_siger_det_samme():
    with pytest.raises(pdf.KanIkkeLavePDF, match="Pango mangler på serveren"):
        pdf.pdf("<p>x")


def test_med_pango_siges_intet():
    if not pdf.mangler_system():
        assert checks.pango() == []
