"""What is closed is told nowhere: every page, paper, calendar, search and mail, for every role that may not see it.

One word stands in every field of a closed item, of a closed appendix and of what hangs on them, and is looked for.
"""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from aftaler.snapshot import kontrolsum
from brugere.roles import RETTIGHEDER, Ret, Rolle
from dokumenter import pdf
from dokumenter.reports import PAPIRER
from dokumenter.reports.grundlag import Valg
from dokumenter.reports.moedegrundlag import MED_LUKKET
from dokumenter.services.bestilling import KanIkkeBestilles, find_grundlag
from dokumenter.statuses import Papir
from moeder.models import Moede, Referatudgave
from moeder.reports.referat import referatindhold, som_json
from moeder.statuses import Punktart
from tests import factories
from tests.moeder.factories import BehandlingFactory, BeslutningFactory, OpgaveFactory
from tests.test_adgang import I_PLANER, RUTER, adresse
from tests.test_adgang import verden as verden  # the fixture: one of everything

pytestmark = pytest.mark.django_db
ORDET = "Zebrastribe"
UDEN_RET = [rolle for rolle in Rolle if Ret.MOEDE_LED not in RETTIGHEDER[rolle]]
# The other apps' pages can't: they do not know `moeder`, and import-linter holds that.
DE_SIDER = [navn for navn in I_PLANER if navn.split(":")[0] in {"moeder", "overblik", "dokumenter"}]
DE_ANDRE_ORD = ("titlen", "besluttet", "bilaget")  # what stands beside the word; the search says again what was asked
DE_LANGE = ("sagsfremstilling", "oekonomi", "lovgrundlag", "hoering", "indstilling", "referat")


@pytest.fixture
def hemmeligt(plan, verden) -> Moede:
    """The meeting of `verden`, with a closed item and a closed appendix of an open one; its referat is sent."""
    moede = Moede.objects.get(helhedsplan=plan, kode=verden["moede"])
    aabent = moede.behandlinger.get()
    lukket = BehandlingFactory(
        moede=moede, titel=f"{ORDET} i titlen", art=Punktart.BESLUTNING, lukket=True, minutter=37,
        **{felt: f"<p>{ORDET} i {felt}.</p>" for felt in DE_LANGE},
        afgoeres_af=f"{ORDET}sudvalget", sag__journalnr=f"{ORDET}-1", sag__sagsnr=f"{ORDET}-2",
    )  # fmt: skip
    BeslutningFactory(behandling=lukket, tekst=f"{ORDET} blev besluttet.")
    OpgaveFactory(behandling=lukket, tekst=f"{ORDET}s opgave", frist_dato=date(2022, 6, 10))
    for punkt in (lukket, aabent):
        bilag = punkt.bilag.create(navn=f"{ORDET} i bilaget", lukket=True)
        bilag.fil.save(f"{ORDET}.pdf", ContentFile(b"%PDF-1.4"))
    lukket.henvisninger.create(kriterium=plan.succeskriterier.first())
    referat = moede.referat
    indhold = som_json(referatindhold(moede))
    af = factories.BrugerFactory()
    Referatudgave.objects.create(referat=referat, nr=1, indhold=indhold, kontrolsum=kontrolsum(indhold), frosset_af=af)
    referat.kommentarer.create(behandling=lukket, tekst=f"{ORDET} i kommentaren", af=af)
    referat.tilfoejelser.create(behandling=lukket, tekst=f"{ORDET} i tilføjelsen", af=af)
    assert ORDET in str(indhold)
    return moede


def tekst_af(indhold: bytes) -> str:
    """Everything that stands in a file: a zip's parts, a PDF's objects unpacked, or the bytes themselves."""
    if indhold.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(indhold)) as mappe:
            return " ".join([*mappe.namelist(), *(tekst_af(mappe.read(navn)) for navn in mappe.namelist())])
    return indhold.decode("utf-8", "replace")


def hent(client, url: str) -> str:
    svaret = client.get(url, follow=True)
    indhold = svaret.getvalue() if svaret.streaming else svaret.content
    return tekst_af(indhold)


@pytest.mark.parametrize("rolle", UDEN_RET)
def test_ingen_side_siger_det(client, plan, verden, hemmeligt, rolle):
    bruger = factories.MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger
    client.force_login(bruger)
    sider = {navn: adresse(navn, RUTER[navn], verden, bruger) for navn in DE_SIDER}
    sider |= {navn: reverse(navn) for navn in ("forside", "min_side", "mine_mails", "aftaler:plan_liste")}
    sider |= {f"soeg {et}": f"{reverse('soeg')}?q={et}" for et in DE_ANDRE_ORD}

    assert [navn for navn, url in sider.items() if ORDET in hent(client, url)] == []


def test_ordet_staar_der_for_den_der_maa_se_det(client, plan, verden, hemmeligt, sekretariat):
    """Or the other tests would find nothing because nothing was there."""
    client.force_login(sekretariat)
    sider = ("moeder:moede_detalje", "moeder:referat", "moeder:beslutning_liste", "moeder:opgave_liste")

    svar = {navn: hent(client, adresse(navn, RUTER[navn], verden, sekretariat)) for navn in sider}

    assert [navn for navn, et in svar.items() if ORDET not in et] == []


@pytest.mark.parametrize("rolle", UDEN_RET)
def test_intet_papir_siger_det(plan, hemmeligt, rolle):
    """What every paper that the role may order is printed from, word for word, before it is set."""
    bruger = factories.MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger
    sagt = {papir: papirets_ord(plan, papir, laeser=bruger) for papir in PAPIRER}

    assert [papir for papir, ord_ in sagt.items() if ORDET in ord_] == []


def test_den_aabne_udgave_siger_det_ikke_og_den_lukkede_goer(plan, hemmeligt):
    aabne = {papir: papirets_ord(plan, papir, laeser=None) for papir in PAPIRER}
    lukkede = {papir: papirets_ord(plan, papir, laeser=None, lukket=True) for papir in MED_LUKKET}

    assert [papir for papir, ord_ in aabne.items() if ORDET in ord_] == []
    assert [papir for papir, ord_ in lukkede.items() if ORDET not in ord_] == []


def papirets_ord(plan, papir: Papir, *, laeser, lukket: bool = False) -> str:
    """The source of its PDF and its workbook's cells, or of all it holds; nothing for one that can't be ordered."""
    papirtype, valg = PAPIRER[papir], Valg(lukket=lukket)
    try:
        grundlag = find_grundlag(plan, papir, valg, papirtype.formater[0], i_dag=timezone.localdate(), laeser=laeser)
    except KanIkkeBestilles:
        return ""
    if papirtype.byg is None:  # the whole case: what each of its parts is made from, and the registers
        return str(grundlag.som_json())
    tekst = pdf.html(papirtype.byg(grundlag), papirtype.skabelon)
    return tekst + (str(papirtype.mappe(grundlag)) if papirtype.mappe else "")
