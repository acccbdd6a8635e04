"""The rule check speaks on the faults that are known in the demo plans' sources."""

from datetime import date

import pytest
from django.db import transaction

from aftaler.models import Helhedsplan
from overblik.reports.eftersyn import eftersyn
from overblik.reports.kontrol import adresse, kontrolside
from tests.test_demo import koer

I_DAG = date(2023, 6, 1)


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup, django_db_blocker):
    """The plans are made once for the module, and gone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield koer()
        transaction.set_rollback(True)


pytestmark = pytest.mark.django_db


def beskeder(slug: str, regel: str) -> list[str]:
    plan = Helhedsplan.objects.select_related("bevillingsperiode", "skabelon").get(slug=slug)
    side = kontrolside(plan, dato=I_DAG)
    return [et.besked.replace("\xa0", " ") for et in side.fund if et.regel == regel]


def test_slagelses_omraademaal_modsiger_det_faelles_loft():
    (besked,) = beskeder("slagelse", "omraademaal-passer")
    assert "under 28 pr. 1.000" in besked
    assert "under 30 pr. 1.000 for Motalavej" in besked
    assert "Skælskør" not in besked  # 19 is stricter than 28


def test_slagelses_tryghed_staar_under_to_omraader_med_hver_sin_ordlyd():
    assert len(beskeder("slagelse", "kriterium-staar-en-gang")) == 3


def test_slagelses_seks_kriterier_i_5_3_har_intet_udgangspunkt():
    plan = Helhedsplan.objects.get(slug="slagelse")
    omraade = plan.indsatsomraader.get(omraadetype__nr="5.3")
    navne = omraade.succeskriterier.filter(aktivitet=None).values_list("navn", flat=True)
    uden = beskeder("slagelse", "kriterium-har-udgangspunkt")

    assert len(navne) == 6
    assert [navn for navn in navne if not any(f"»{navn}« har intet udgangspunkt." in et for et in uden)] == []


def test_lollands_38_procent_passer_kun_med_difs_penge():
    (besked,) = beskeder("lolland", "oplyst-andel")
    assert "6.045.000 kr. er 34,3 %" in besked
    assert besked.endswith("Tallet passer kun, når DIF regnes med: 37,7 %.")


def test_lollands_omraader_giver_ikke_totalen_og_resten_er_tvaergaaende():
    assert beskeder("lolland", "rest-er-forklaret") == [
        "Delaftalerne giver 15.497.000 kr. af 17.645.000 kr. Resten, 2.148.000 kr., er tværgående og ikke delt op på "
        "omkostningstyper."
    ]
    assert beskeder("lolland", "poster-giver-hovedtal") == []
    assert beskeder("lolland", "tilsagn-giver-finansieringen") == []


def test_koeges_forsinkelse_og_maalgruppen_der_forsvandt():
    assert any(
        "»Aktivering af kvinder«" in et and "Et år forsinket" in et for et in beskeder("koege", "aktivitet-er-i-gang")
    )
    assert "Kvinder på kontanthjælp" in beskeder("koege", "maalgruppe-findes")[0]
    assert any("Revisorpåtegnet regnskab" in et for et in beskeder("koege", "frist-overholdt"))


def test_lemvigs_penge_gaar_op():
    regler = ("medfinansiering-25", "poster-giver-hovedtal", "delaftalens-tal", "tilsagn-giver-finansieringen")
    assert [et for regel in regler for et in beskeder("lemvig", regel)] == []


@pytest.mark.parametrize("slug", ["lemvig", "slagelse", "lolland", "koege"])
def test_hvert_fund_har_en_adresse_og_sin_egen_noegle(slug):
    plan = Helhedsplan.objects.select_related("bevillingsperiode", "skabelon").get(slug=slug)
    fund = kontrolside(plan, dato=I_DAG).fund
    assert all(adresse(et.sted, slug).startswith(f"/planer/{slug}/") for et in fund)
    assert len({(et.regel, et.noegle) for et in fund}) == len(fund)


def test_koeges_eftersyn_naevner_det_eftersynet_selv_naevnte():
    """The year-late activity, the 165.000 kr. and the missing medfinansiering, without anyone typing them in."""
    side = eftersyn(Helhedsplan.objects.get(slug="koege"), dato=date(2018, 10, 9), opgaver=())
    organisering, fremdrift, penge, _ = (
        [et.tekst.replace("\xa0", " ") for et in afsnit.punkter] for afsnit in side.afsnit
    )
    assert organisering != []
    assert any(et.startswith("»Aktivering af kvinder« i delaftale 5.3 er ikke igangsat. Et år forsinket.")
               for et in fremdrift)  # fmt: skip
    assert [et for et in penge if et.startswith("165.000 kr. fra 2017")] != []
    assert [et for et in penge if et.startswith("Køge Kommune er 180.000 kr. bagud i timer.")] != []
