"""One real PDF per paper: nothing logged, valid, readable aloud, and the same bytes every time."""

import hashlib
import logging
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import page
import pytest

from aftaler.models import Helhedsplan
from dokumenter import pdf
from dokumenter.reports import PAPIRER
from dokumenter.reports.grundlag import Valg, find
from dokumenter.reports.moedegrundlag import PR_MOEDE
from dokumenter.reports.opgoerelser import ARTER
from dokumenter.statuses import Papir
from kerne import diagrammer
from tests.dokumenter.conftest import byg_plan, godkend
from tests.dokumenter.tilgaengelighed import fejl_i, figurer

I_DAG = date(2022, 6, 15)
I_KRAFT = Valg()
UDEN_KLADDE = {papir for papir, art in ARTER.items() if not art.har_kladde}
ROD = Path(__file__).resolve().parents[2]
AFTRYK = """
import hashlib, sys, django
django.setup()
from dokumenter import pdf
print(hashlib.sha256(pdf.pdf(open(sys.argv[1], encoding="utf-8").read()).indhold).hexdigest())
"""

pytestmark = pytest.mark.skipif(bool(pdf.mangler_system()), reason=pdf.mangler_system() or "Pango er der")


def html_af(plan: Helhedsplan, papir: Papir, valg: Valg = I_KRAFT) -> str:
    papirtype = PAPIRER[papir]
    return pdf.html(papirtype.byg(find(plan, papir, valg, i_dag=I_DAG)), papirtype.skabelon)


@pytest.mark.parametrize(
    ("papir", "generation"),
    [
        *((et, "B") for et in PAPIRER if PAPIRER[et].skabelon and not PAPIRER[et].egen_side and et not in PR_MOEDE),
        (Papir.STRATEGISK_AFTALE, "A"),
        (Papir.DELAFTALE, "A"),
    ],
)
@pytest.mark.parametrize("valg", [Valg(), Valg(kladde=True)], ids=["version", "udkast"])
def test_papiret_bliver_en_gyldig_pdf_uden_bemaerkninger(db, caplog, papir, generation, valg):
    if valg.kladde and papir in UDEN_KLADDE:
        pytest.skip("papiret er tal og har ingen kladde")
    plan = byg_plan(generation)
    godkend(plan)
    with caplog.at_level(logging.WARNING):
        faerdig = pdf.pdf(html_af(plan, papir, valg))

    assert caplog.messages == []
    rapport = page.validate_pdf_bytes(faerdig.indhold, profile="ua1")
    assert [(et.rule_id, et.message) for et in rapport.failures] == []
    assert rapport.document.page_count == faerdig.sider
    assert fejl_i(faerdig.indhold) == []


def test_samme_snapshot_giver_samme_bytes_uanset_maskinens_ur_og_tilfaeldighed(aftaleplan, tmp_path):
    kilde = html_af(aftaleplan, Papir.STRATEGISK_AFTALE)
    her = hashlib.sha256(pdf.pdf(kilde).indhold).hexdigest()
    assert hashlib.sha256(pdf.pdf(kilde).indhold).hexdigest() == her

    fil = tmp_path / "kilde.html"
    fil.write_text(kilde, encoding="utf-8")
    miljoe = os.environ | {"DJANGO_SETTINGS_MODULE": "helhedsplan.settings", "PYTHONPATH": str(ROD)}
    for froe, tidszone in (("1", "Asia/Tokyo"), ("2", "America/Lima")):
        der = subprocess.run(
            [sys.executable, "-c", AFTRYK, str(fil)],
            env=miljoe | {"PYTHONHASHSEED": froe, "TZ": tidszone},
            cwd=tmp_path, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert der.stdout.strip() == her


def test_html_er_den_samme_naar_snapshottet_er(aftaleplan):
    foerste = html_af(aftaleplan, Papir.DELAFTALE)
    aftaleplan.samarbejdsaftale.afsnit.update(tekst="<p>Rettet i kladden bagefter.</p>")

    assert html_af(Helhedsplan.objects.get(pk=aftaleplan.pk), Papir.DELAFTALE) == foerste


def test_intet_hentes_uden_for_de_statiske_filer(caplog, tmp_path):
    hemmelig = tmp_path / "hemmelig.css"
    hemmelig.write_text("body { color: red }")
    fjerne = ["http://127.0.0.1:9/x.css", hemmelig.as_uri(), (ROD / "static/../manage.py").as_uri()]
    kilde = "".join(f'<link rel="stylesheet" href="{et}">' for et in fjerne)

    with caplog.at_level(logging.WARNING):
        pdf.pdf(f'<html lang="da"><title>x</title>{kilde}<p>x')

    assert len(caplog.messages) == len(fjerne)
    assert all("henter intet uden for" in et or "disallowed protocol" in et for et in caplog.messages)


def test_pynt_laeses_ikke_op_men_en_tegning_med_titel_goer():
    pynt = diagrammer.tegn("bagud") + diagrammer.minikurve(diagrammer.Mini([], "venter"))
    side = '<html lang="da"><title>x</title><h1>x</h1>{}'
    kun_pynt = pdf.pdf(side.format(pynt)).indhold
    med_titel = pdf.pdf(side.format(pynt + diagrammer.tegn("bagud", titel="Bagud"))).indhold

    assert (figurer(kun_pynt), figurer(med_titel)) == ([], ["Bagud"])


def test_fremdriften_fortaeller_hver_side_der_saettes(aftaleplan):
    sider: list[int] = []
    faerdig = pdf.pdf(html_af(aftaleplan, Papir.STRATEGISK_AFTALE), paa_side=sider.append)

    assert sider == list(range(1, faerdig.sider + 1))
