"""Every page of the table in tests/adgang.py: axe finds nothing, and nothing scrolls sideways at 360 px."""

import re

import pytest

from aftaler import models as aftaler
from brugere.roles import RETTIGHEDER, Rolle
from maalinger.models import Listeplacering, Maaling, Registrering, Undersoegelse, Undersoegelsessvar
from oekonomi.models import Revisorbemaerkning
from tests.adgang import SIDER
from tests.test_adgang import RUTER, adresse

pytestmark = pytest.mark.browser
IKKE_SIDER = {  # files, pages made by an order, steps that are the formand's or ask for a referat (test_referat.py)
    "moeder:referat_send", "moeder:referat_tilfoej", "moeder:referat_kommenter", "moeder:referat_skriftlig",
    "moeder:referat_skriver",
    "maalinger:maaling_bilag", "oekonomi:levering_bilag", "maalinger:data_eksport", "dokumenter:hent",
    "dokumenter:bestilling", "aftaler:trin_dokument", "aftaler:underskrift_fil", "aftaler:trin_registrer",
}  # fmt: skip


def verden(plan) -> dict:
    """The demo plan's things by the names that the access table uses; None where the plan has none of them."""
    i_planen = {"helhedsplan": plan}
    aktiviteter = aftaler.Aktivitet.objects.filter(delaftale__indsatsomraade__helhedsplan=plan)
    aendring = aftaler.Aendring.objects.filter(**i_planen).first()
    version = plan.versioner.filter(delaftale=None).first()
    moede = plan.moeder.filter(tilstand="kladde").first()
    punkt = moede.behandlinger.filter(henvisninger__isnull=False).first() if moede else None
    ting = {
        "person": plan.personer.first(),
        "boligomraade": plan.boligomraader.first(),
        "boligafdeling": plan.boligafdelinger.first(),
        "medlem": plan.medlemskaber.first(),
        "aktivitet": aktiviteter.first(),
        "maaling": Maaling.objects.filter(kriterium__helhedsplan=plan, kriterium__nr=3).first(),
        "vaerdi": plan.indikatorvaerdier.filter(niveau="omraade").first(),
        "periodelaas": plan.periodelaase.gaeldende().first(),
        "registrering": Registrering.objects.filter(aktivitet__in=aktiviteter).first(),
        "undersoegelse": Undersoegelse.objects.filter(**i_planen).first(),
        "svar": Undersoegelsessvar.objects.filter(undersoegelse__helhedsplan=plan).first(),
        "budgetpost": aftaler.Budgetpost.objects.filter(**i_planen).first(),
        "kilde": aftaler.Finansieringskilde.objects.filter(**i_planen).first(),
        "tilsagn": aftaler.Tilsagn.objects.filter(**i_planen).first(),
        "andel": aftaler.OplystAndel.objects.filter(**i_planen).first(),
        "forbrug": plan.forbrug.first(),
        "levering": plan.leveringer.timer().first(),
        "kompensation": plan.kompensationer.first(),
        "budgetaendring": plan.budgetaendringer.first(),
        "restmidler": plan.restmidler.first(),
        "bemaerkning": Revisorbemaerkning.objects.filter(
            regnskabsaar__helhedsplan=plan, regnskabsaar__aar=2020
        ).first(),
        "organ": plan.organer.first(),
        "punkt": punkt,
        "sag": punkt.sag if punkt else None,
        "plads": aftaler.Plads.objects.filter(organ__helhedsplan=plan).first(),
        "organmedlem": aftaler.Organmedlem.objects.filter(plads__organ__helhedsplan=plan).first(),
        "medarbejderandel": plan.medarbejderandele.first(),
        "maalgruppe": aftaler.Maalgruppe.objects.filter(aktivitet__in=aktiviteter).first(),
        "milepael": plan.milepaele.first(),
        "frist": plan.frister.first(),
        "aendring": aendring,
        "trin": aendring.trin.first() if aendring else None,
        "version": version,
        "part": plan.aftaleparter.first(),
        "listeplacering": Listeplacering.objects.filter(**i_planen).first(),
    }
    return {
        "slug": plan.slug,
        "nr": "5.3",
        "kriterium": 3,
        "aar": 2020,
        "bilag": "beredskabsplan",
        "moede": moede.kode if moede else None,
        **{navn: et.pk if et else None for navn, et in ting.items()},
    }


def adresser(plan) -> dict[str, str]:
    """The address of every page that a projektleder may open in the plan; pages without their thing are left out."""
    egne = verden(plan)
    maa = RETTIGHEDER[Rolle.PROJEKTLEDER]
    ud = {}
    for navn, adgang in SIDER.items():
        led = re.findall(r"<\w+:(\w+)>", RUTER[navn])
        mangler = [et for et in led if et not in {"pk", "nr", "kode"} and egne.get(et) is None]
        if adgang.se not in maa or navn in IKKE_SIDER or mangler or (adgang.emne and egne.get(adgang.emne) is None):
            continue
        ud[navn] = adresse(navn, RUTER[navn], egne, None)
    return ud


@pytest.mark.parametrize("slug", ["lemvig", "lolland"])
def test_axe_finder_intet(demo, log_ind, live_server, overtraedelser, slug):
    page = log_ind("projektleder")
    fund = {}
    for navn, sti in adresser(aftaler.Helhedsplan.objects.get(slug=slug)).items():
        svar = page.goto(live_server.url + sti)
        if svar.status != 200 or overtraedelser():
            fund[navn] = (svar.status, overtraedelser())
    assert fund == {}


def test_intet_ruller_sidelaens_paa_360_px(demo, log_ind, live_server):
    page = log_ind("projektleder")
    page.set_viewport_size({"width": 360, "height": 740})
    brede = {}
    for navn, sti in adresser(aftaler.Helhedsplan.objects.get(slug="lemvig")).items():
        page.goto(live_server.url + sti)
        if (bredde := page.evaluate("document.documentElement.scrollWidth")) > 360:
            brede[navn] = bredde
    assert brede == {}


@pytest.mark.parametrize("sti", ["/min-side/", "/min-side/mails/"])
def test_personens_egne_sider(demo, log_ind, live_server, overtraedelser, sti):
    page = log_ind("projektleder")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(live_server.url + sti)
    for et in page.locator("summary").all():
        et.click()
    assert (overtraedelser(), page.evaluate("document.documentElement.scrollWidth")) == ([], 360)


@pytest.mark.parametrize("sti", ["/login/", "/glemt/", "/mails/stop/1/", "/planer/lemvig/overblik/nej/"])
def test_sider_uden_login_og_fejlsider(live_server, page, overtraedelser, rigtig_database, sti):
    page.goto(live_server.url + sti)
    assert overtraedelser() == []
