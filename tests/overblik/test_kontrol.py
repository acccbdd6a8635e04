"""The rule check on a screen and as JSON: findings with their links, and those that somebody lets be."""

import json
from decimal import Decimal
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse

from aftaler.models import Frafald, Organ
from aftaler.services import frafald as services
from kerne.models import Haendelse
from overblik.reports.kontrol import kontrolside
from tests.factories import (
    AktivitetFactory,
    BudgetpostFactory,
    DelaftaleFactory,
    FinansieringskildeFactory,
    IndsatsomraadeFactory,
    MedlemskabFactory,
    SucceskriteriumFactory,
    TilsagnFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ind(client, projektleder):
    client.force_login(projektleder)
    return client


@pytest.fixture
def under_kravet(plan):
    """A plan with 20 % local money."""
    aftale = plan.samarbejdsaftale
    aftale.landsbyggefonden, aftale.lokal_medfinansiering = Decimal(8_000_000), Decimal(2_000_000)
    aftale.save()
    return plan


def sti(plan, navn="kontrol", *args):
    return reverse(f"overblik:{navn}", args=[plan.slug, *args])


def tekst(svar):
    return " ".join(svar.content.decode().replace("\xa0", " ").split())


def fund(ind, plan, regel):
    """The finding of a rule on the page, where nobody lets it be."""
    side = ind.get(sti(plan)).context["side"]
    return next((et for et in (*side.fejl, *side.advarsler) if et.regel == regel), None)


def lad_staa(ind, plan, et, grund="Kommunen giver resten i juni."):
    return ind.post(f"{sti(plan, 'frafald_opret')}?regel={et.regel}&noegle={et.noegle}", {"grund": grund}, follow=True)


def test_siden_siger_hvad_der_er_galt_hvorfra_kravet_er_og_hvor_det_rettes(ind, under_kravet):
    side = tekst(ind.get(sti(under_kravet)))

    assert "Den lokale medfinansiering er 20,0 %: 2.000.000 kr. af 10.000.000 kr." in side
    assert "Den skal være mindst 25 %, altså 2.500.000 kr." in side
    assert "Kilde: vilkår for 2015-18-midlerne: mindst 25 % lokal medfinansiering" in side
    assert f'href="{reverse("aftaler:budget", args=[under_kravet.slug])}"' in side
    assert side.index("Fejl (") < side.index("Advarsler (")


def test_et_fund_kan_faa_lov_at_staa_med_en_grund(ind, under_kravet, projektleder):
    et = fund(ind, under_kravet, "medfinansiering-25")

    side = tekst(lad_staa(ind, under_kravet, et))

    assert fund(ind, under_kravet, "medfinansiering-25") is None
    _, frafaldne = side.split("Fund, der får lov at stå (1)")
    assert f"{projektleder}, " in frafaldne
    assert "Kommunen giver resten i juni." in frafaldne
    assert Haendelse.objects.get(hvad="fundet får lov at stå").af == projektleder


def test_uden_grund_staar_fundet(ind, under_kravet):
    et = fund(ind, under_kravet, "medfinansiering-25")
    svar = lad_staa(ind, under_kravet, et, grund="  ")
    assert svar.context["form"].errors == {"grund": ["Skriv hvorfor, så den næste kan forstå det."]}
    assert not Frafald.objects.exists()


def test_et_frafald_kan_tages_tilbage(ind, under_kravet):
    et = fund(ind, under_kravet, "medfinansiering-25")
    lad_staa(ind, under_kravet, et)

    ind.post(sti(under_kravet, "frafald_tilbage", Frafald.objects.get().pk))

    assert fund(ind, under_kravet, "medfinansiering-25") == et
    assert Haendelse.objects.filter(hvad="frafaldet er taget tilbage").count() == 1


def test_to_klik_giver_et_frafald(ind, under_kravet):
    et = fund(ind, under_kravet, "medfinansiering-25")
    lad_staa(ind, under_kravet, et)
    svar = lad_staa(ind, under_kravet, et, grund="En anden grund.")
    assert "Fundet er der ikke længere, eller nogen har allerede ladet det stå." in tekst(svar)
    assert Frafald.objects.get().grund == "Kommunen giver resten i juni."


def test_nye_tal_tager_fundet_frem_igen(ind, under_kravet):
    lad_staa(ind, under_kravet, fund(ind, under_kravet, "medfinansiering-25"))
    under_kravet.samarbejdsaftale.lokal_medfinansiering = Decimal(1_000_000)
    under_kravet.samarbejdsaftale.save()

    assert fund(ind, under_kravet, "medfinansiering-25")
    assert "Fundet er der ikke længere." in tekst(ind.get(sti(under_kravet)))


def test_et_fund_der_ikke_er_der_kan_ikke_faa_lov_at_staa(ind, plan):
    svar = ind.post(f"{sti(plan, 'frafald_opret')}?regel=findes-ikke&noegle=1", {"grund": "x"}, follow=True)
    assert "Fundet er der ikke længere" in tekst(svar)
    assert not Frafald.objects.exists()


def test_formanden_faar_laesesiden_hvor_kun_de_andre_kan_rette(client, plan):
    SucceskriteriumFactory(indsatsomraade__helhedsplan=plan, nr=7, datakilde="")
    client.force_login(MedlemskabFactory(helhedsplan=plan, rolle="formand").bruger)

    side = tekst(client.get(sti(plan)))

    assert reverse("aftaler:kriterium_ret", args=[plan.slug, 7]) not in side
    assert reverse("aftaler:aftale", args=[plan.slug]) in side


@pytest.mark.parametrize("rolle", ["medarbejder", "bestyrelse", "foelgegruppe", "revisor", "lbf", "admin"])
def test_de_andre_roller_ser_ikke_tjekket(client, under_kravet, rolle):
    bruger = MedlemskabFactory(helhedsplan=under_kravet, rolle=rolle).bruger
    client.force_login(bruger)
    assert client.get(sti(under_kravet)).status_code == 403
    with pytest.raises(PermissionDenied):
        services.lad_staa(under_kravet, regel="x", noegle="", grund="y", af=bruger)


def test_en_anden_plans_frafald_kan_ikke_tages_tilbage(ind, plan, fremmed):
    anden = fremmed.medlemskaber.get().helhedsplan
    frafald = services.lad_staa(anden, regel="plads-ledig", noegle="", grund="Besættes i maj.", af=fremmed)
    assert ind.post(sti(plan, "frafald_tilbage", frafald.pk)).status_code == 404
    assert ind.get(sti(anden)).status_code == 404


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(ind, plan, antal, django_assert_num_queries):
    for nr in range(antal):
        omraade = IndsatsomraadeFactory(helhedsplan=plan, nr=("5.1", "5.3", "5.4")[nr])
        delaftale = DelaftaleFactory(indsatsomraade=omraade)
        aktivitet = AktivitetFactory(delaftale=delaftale)
        SucceskriteriumFactory(indsatsomraade=omraade)
        SucceskriteriumFactory(indsatsomraade=omraade, aktivitet=aktivitet)
        kilde = FinansieringskildeFactory(helhedsplan=plan)
        BudgetpostFactory(helhedsplan=plan, delaftale=delaftale, kilde=kilde)
        TilsagnFactory(kilde=kilde)
    Organ.objects.create(helhedsplan=plan, art="bestyrelse", navn="Bestyrelsen")
    with django_assert_num_queries(41):
        ind.get(sti(plan))


def json_fra(slug):
    ud = StringIO()
    call_command("kontroller_plan", slug, stdout=ud)
    return json.loads(ud.getvalue())


def test_kommandoen_skriver_kontraktens_json(under_kravet):
    svar = json_fra(under_kravet.slug)

    assert list(svar) == ["plan", "fund"]
    assert svar["plan"] == under_kravet.slug
    assert svar["fund"][0] == {
        "regel": "medfinansiering-25",
        "alvor": "fejl",
        "besked": "Den lokale medfinansiering er 20,0\xa0%: 2.000.000\xa0kr. af 10.000.000\xa0kr. "
        "Den skal være mindst 25\xa0%, altså 2.500.000\xa0kr.",
        "kilde": "vilkår for 2015-18-midlerne: mindst 25\xa0% lokal medfinansiering",
        "henvisning": f"/planer/{under_kravet.slug}/budget/",
    }
    assert {et["alvor"] for et in svar["fund"]} == {"fejl", "advarsel"}


def test_kommandoen_naevner_ikke_det_der_faar_lov_at_staa(ind, under_kravet):
    lad_staa(ind, under_kravet, fund(ind, under_kravet, "medfinansiering-25"))
    assert "medfinansiering-25" not in {et["regel"] for et in json_fra(under_kravet.slug)["fund"]}


@pytest.mark.parametrize(
    ("argumenter", "saetning"),
    [
        (["findes-ikke"], "Der er ingen plan med det korte navn »findes-ikke«."),
        ([], "Brug: manage.py kontroller_plan SLUG, fx kontroller_plan lemvig."),
        (["a", "b"], "Brug: manage.py kontroller_plan SLUG, fx kontroller_plan lemvig."),
        (["--nej"], "Brug: manage.py kontroller_plan SLUG, fx kontroller_plan lemvig."),
    ],
)
def test_kommandoen_svarer_paa_daarlige_ord(argumenter, saetning):
    fejl = StringIO()
    with pytest.raises(SystemExit) as slut:
        call_command("kontroller_plan", *argumenter, stderr=fejl)
    assert slut.value.code == 2
    if argumenter != ["--nej"]:  # argparse answers before stderr is set
        assert fejl.getvalue().strip() == saetning


def test_hver_henvisning_findes(ind, under_kravet):
    IndsatsomraadeFactory(helhedsplan=under_kravet)
    for et in json_fra(under_kravet.slug)["fund"]:
        assert ind.get(et["henvisning"].partition("#")[0]).status_code == 200


def test_en_afsluttet_plans_bestyrelse_bedoemmes_paa_dens_sidste_dag(plan):
    """A term that ended with the plan is not a vacant seat."""
    organ = Organ.objects.create(helhedsplan=plan, art="bestyrelse", navn="Bestyrelsen")
    plads = organ.pladser.create(betegnelse="Formand")
    person = plan.personer.create(navn="Inge Kirk")
    plads.medlemmer.create(person=person, rolle="formand", fra_dato=plan.start_dato, til_dato=plan.slut_dato)
    senere = plan.slut_dato.replace(year=plan.slut_dato.year + 2)
    assert "plads-ledig" not in {et.regel for et in kontrolside(plan, dato=senere).fund}
