"""The ét-års-eftersyn on paper: the page's four headings, tagged PDF and Word, and who may order it."""

from datetime import date
from io import BytesIO

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from dokumenter import pdf
from dokumenter.docx import docx
from dokumenter.forms import BestilForm
from dokumenter.reports import PAPIRER
from dokumenter.reports.grundlag import Valg, find, fra_json
from dokumenter.reports.moedegrundlag import moedelaeser
from dokumenter.services.bestilling import bestil
from dokumenter.statuses import Format, Papir
from moeder.models import Opgave
from tests.dokumenter.tilgaengelighed import fejl_i
from tests.factories import AktivitetFactory, DelaftaleFactory, PersonFactory, RestmidlerFactory
from tests.moeder.factories import BehandlingFactory, MoedeFactory

pytestmark = pytest.mark.django_db
EFTERSYN = Papir.EFTERSYN
I_DAG = date(2022, 6, 2)


@pytest.fixture(autouse=True)
def _i_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def grundlag(plan):
    delaftale = DelaftaleFactory(indsatsomraade__helhedsplan=plan)
    AktivitetFactory(delaftale=delaftale, navn="Lektiecafé", status_sat="paa_hold", status_grund="Skolen bygger om.")
    RestmidlerFactory(helhedsplan=plan, aar=2021, beloeb=165_000)
    lukket = BehandlingFactory(moede=MoedeFactory(organ__helhedsplan=plan), lukket=True)
    ejer = PersonFactory(helhedsplan=plan, navn="Bo Friis")
    for tekst, punkt in (("Ring til skolen", None), ("Tal om opsigelsen", lukket)):
        Opgave.objects.create(helhedsplan=plan, tekst=tekst, ejer=ejer,
                              frist_dato=date(2022, 8, 1), behandling=punkt)  # fmt: skip
    return find(plan, EFTERSYN, Valg(), i_dag=I_DAG)


def ord_i(rapport):
    from docx import Document

    afsnit = Document(BytesIO(docx(rapport))).paragraphs
    return " ".join(" ".join(et.text for et in afsnit).replace("\u00a0", " ").split())


def test_papiret_har_de_fire_overskrifter_og_siger_det_siden_siger(plan, grundlag):
    rapport = PAPIRER[EFTERSYN].byg(fra_json(plan, grundlag.som_json()))
    assert [(et.nummer, et.overskrift) for et in rapport.dokumenter[0].afsnit] == [
        ("1.", "Organisering"),
        ("2.", "Fremdrift, strategisk samarbejde og målopfyldelse"),
        ("3.", "Økonomi"),
        ("4.", "Behov for yderligere opfølgning"),
    ]
    tekst = ord_i(rapport)
    for stykke in ("er på hold. Skolen bygger om.", "165.000 kr. fra 2021", "Ring til skolen (Bo Friis)"):
        assert stykke in tekst


def test_forsiden_siger_hvor_meget_der_staar_under_hver_overskrift(plan, grundlag):
    forside = PAPIRER[EFTERSYN].byg(fra_json(plan, grundlag.som_json())).forside

    felter = {et.ledetekst: et.linjer for et in forside.felter}
    assert (
        felter["2. Fremdrift, strategisk samarbejde og målopfyldelse"][-1] == "Aktiviteter, der ikke følger planen: 1"
    )
    assert "Uforbrugte midler: 1" in felter["3. Økonomi"]


def test_en_opgave_fra_et_lukket_punkt_staar_der_ikke(grundlag):
    assert "opsigelsen" not in str(grundlag.som_json())


@pytest.mark.skipif(bool(pdf.mangler_system()), reason="Pango mangler")
def test_papiret_er_et_tilgaengeligt_pdf(grundlag):
    rapport = PAPIRER[EFTERSYN].byg(grundlag)
    assert fejl_i(pdf.pdf(pdf.html(rapport, PAPIRER[EFTERSYN].skabelon)).indhold) == []


def test_kun_den_der_ser_kladder_bestiller_det(plan, formand, revisor, lbf):
    assert bestil(plan, EFTERSYN, Valg(), Format.DOCX, af=formand).titel == "Ét-års-eftersyn"
    for person in (revisor, lbf):
        with pytest.raises(PermissionDenied):
            bestil(plan, EFTERSYN, Valg(), Format.DOCX, af=person)
    for maa_kladde in (True, False):
        form = BestilForm(plan=plan, maa_kladde=maa_kladde, moedelaeser=moedelaeser(plan, formand))
        assert ((EFTERSYN.value, "Ét-års-eftersyn") in form.fields["papir"].choices) is maa_kladde
