"""Every page of the table in tests/adgang.py: axe finds nothing, and nothing scrolls sideways at 360 px."""

import pytest
from django.urls import reverse

from aftaler import models as aftaler
from maalinger.models import Maaling
from tests.adgang import SIDER
from tests.test_adgang import RUTER

pytestmark = pytest.mark.browser
IKKE_SIDER = {"maalinger:maaling_bilag", "dokumenter:hent", "dokumenter:bestilling"}  # files, or made by an order


def adresser(plan) -> dict[str, str]:
    """The address of every page that a projektleder may open in the plan; pages without their thing are left out."""
    delaftale = aftaler.Delaftale.objects.filter(indsatsomraade__helhedsplan=plan).i_raekkefoelge()[1]
    i_planen = {"helhedsplan": plan}
    emner = {
        "part": plan.aftaleparter.first(),
        "person": plan.personer.first(),
        "boligomraade": plan.boligomraader.first(),
        "boligafdeling": plan.boligafdelinger.first(),
        "medlem": plan.medlemskaber.first(),
        "aktivitet": delaftale.aktiviteter.first(),
        "maaling": Maaling.objects.filter(kriterium__helhedsplan=plan, kriterium__nr=3).first(),
        "budgetpost": aftaler.Budgetpost.objects.filter(**i_planen).first(),
        "kilde": aftaler.Finansieringskilde.objects.filter(**i_planen).first(),
        "tilsagn": aftaler.Tilsagn.objects.filter(**i_planen).first(),
        "andel": aftaler.OplystAndel.objects.filter(**i_planen).first(),
    }
    ud = {}
    for navn, adgang in SIDER.items():
        rute, emne = RUTER[navn], emner.get(adgang.emne)
        if adgang.se is None or navn in IKKE_SIDER or (":pk>" in rute and emne is None):
            continue
        kwargs = {"slug": plan.slug}
        if "<int:nr>" in rute:
            kwargs["nr"] = 1 if "afsnit" in rute else 3
        if "<str:nr>" in rute:
            kwargs["nr"] = delaftale.indsatsomraade.omraadetype.nr
        if ":kode>" in rute:
            kwargs["kode"] = "sammenhaeng"
        if ":pk>" in rute:
            kwargs["pk"] = emne.pk
        ud[navn] = reverse(navn, kwargs=kwargs)
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


@pytest.mark.parametrize("sti", ["/login/", "/glemt/", "/planer/lemvig/overblik/nej/"])
def test_sider_uden_login_og_fejlsider(live_server, page, overtraedelser, rigtig_database, sti):
    page.goto(live_server.url + sti)
    assert overtraedelser() == []
