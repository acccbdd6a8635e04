"""The bar and the tabs: one query, and what a role may not see is absent."""

import pytest
from django.template import Context, Template
from django.urls import resolve, reverse

from aftaler.templatetags.navigation import navigation
from brugere.roles import Rolle
from tests.factories import BrugerFactory, MedlemskabFactory

pytestmark = pytest.mark.django_db


def bjaelke(rf, bruger, plan=None, sti="/planer/"):
    request = rf.get(sti)
    request.user = bruger
    request.resolver_match = resolve(sti)
    kontekst = Context({"request": request, "plan": plan})
    return Template("{% load navigation %}{% navigation %}").render(kontekst)


def data(rf, bruger, plan=None, sti="/planer/"):
    request = rf.get(sti)
    request.user = bruger
    request.resolver_match = resolve(sti)
    return navigation(Context({"request": request, "plan": plan}))


@pytest.mark.parametrize(
    ("rolle", "faner"),
    [
        (Rolle.PROJEKTLEDER, ["Overblik", "Kriterier", "Aftale", "Økonomi", "Møder", "Papirer"]),
        (Rolle.MEDARBEJDER, ["Overblik", "Kriterier", "Aftale", "Møder", "Fremmøde", "Timer"]),
        (Rolle.SEKRETARIAT, ["Overblik", "Kriterier", "Aftale", "Økonomi", "Møder", "Papirer"]),
        (Rolle.FORMAND, ["Overblik", "Kriterier", "Aftale", "Økonomi", "Møder", "Papirer"]),
        (Rolle.BESTYRELSE, ["Overblik", "Kriterier", "Aftale", "Økonomi", "Møder", "Papirer"]),
        (Rolle.FOELGEGRUPPE, ["Overblik", "Kriterier", "Aftale", "Møder"]),
        (Rolle.REVISOR, ["Overblik", "Kriterier", "Aftale", "Økonomi", "Møder", "Papirer"]),
        (Rolle.LBF, ["Aftale", "Økonomi", "Papirer"]),
        (Rolle.ADMIN, ["Overblik", "Kriterier", "Aftale", "Møder"]),
    ],
)
def test_faner_efter_rolle(rf, plan, rolle, faner):
    bruger = MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger

    assert [et["titel"] for et in data(rf, bruger, plan)["faner"]] == faner


@pytest.mark.parametrize(
    ("side", "args", "fane"),
    [
        ("overblik:overblik", [], "Overblik"),
        ("maalinger:kriterium_liste", [], "Kriterier"),
        ("aftaler:aftale", [], "Aftale"),
        ("aftaler:organisering", [], "Aftale"),
        ("aftaler:budget", [], "Økonomi"),
        ("aftaler:tilsagn_opret", [], "Økonomi"),
        ("oekonomi:oekonomi", [], "Økonomi"),
        ("oekonomi:timer_liste", [], "Økonomi"),
        ("overblik:kontrol", [], "Aftale"),
        ("moeder:moede_liste", [], "Møder"),
        ("dokumenter:papir_liste", [], "Papirer"),
    ],
)
def test_siden_staar_under_en_fane(rf, plan, projektleder, side, args, fane):
    faner = data(rf, projektleder, plan, reverse(side, args=[plan.slug, *args]))["faner"]

    assert [et["titel"] for et in faner if et["valgt"]] == [fane]


@pytest.mark.parametrize("antal", [1, 3])
def test_bjaelken_koster_en_forespoergsel(rf, antal, django_assert_num_queries):
    bruger = BrugerFactory()
    plan = MedlemskabFactory.create_batch(antal, bruger=bruger)[0].helhedsplan

    with django_assert_num_queries(1):
        bjaelke(rf, bruger, plan)


def test_uden_plan_er_der_ingen_faner(rf, projektleder):
    assert data(rf, projektleder)["faner"] == []


def test_med_en_plan_er_der_intet_at_vaelge(rf, plan, projektleder):
    html = bjaelke(rf, projektleder, plan)

    assert plan.navn in html
    assert "Alle planer" not in html


def test_med_flere_planer_kan_man_skifte_til_rollens_egen_foerste_side(rf, plan, lbf):
    anden = MedlemskabFactory(bruger=lbf, rolle=Rolle.BESTYRELSE).helhedsplan

    html = bjaelke(rf, lbf, plan)

    assert reverse("aftaler:aftale", args=[plan.slug]) in html
    assert reverse("overblik:overblik", args=[anden.slug]) in html
    assert "Alle planer" in html


def test_rollen_staar_i_ord(rf, plan, lbf):
    MedlemskabFactory(helhedsplan=plan, bruger=lbf, rolle=Rolle.FORMAND)

    assert data(rf, lbf, plan)["rolle"] == "formand og Landsbyggefonden"


def test_en_fremmeds_plan_naevnes_ikke(rf, plan, fremmed):
    assert plan.navn not in bjaelke(rf, fremmed)


def test_uden_request_er_bjaelken_tom_og_siden_hel():
    html = Template("{% load navigation %}{% navigation %}").render(Context({}))

    assert "Log af" not in html
