"""The budget page: the sentence first, sums that agree, and what is not stated said to be so."""

from decimal import Decimal

import pytest
from django.urls import reverse

from aftaler.models import OplystAndel
from aftaler.reports.budget import budgetside as _budgetside
from aftaler.reports.penge import penge
from aftaler.snapshot.penge import strategisk_og_delaftaler
from tests.factories import (
    BudgetpostFactory,
    DelaftaleFactory,
    FinansieringskildeFactory,
    IndsatsomraadeFactory,
    MedlemskabFactory,
    TilsagnFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db


def budgetside(plan):
    return _budgetside(
        penge(*strategisk_og_delaftaler(plan)), start=plan.start_dato, slut=plan.slut_dato, krav=Decimal("0.25")
    )


@pytest.fixture
def givere(plan):
    return [
        FinansieringskildeFactory(helhedsplan=plan, navn="Landsbyggefonden", art="landsbyggefonden"),
        FinansieringskildeFactory(helhedsplan=plan, navn="Nørreby Kommune", art="kommune"),
    ]


@pytest.fixture
def delaftale(plan):
    return DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr="5.1"))


def url(plan):
    return reverse("aftaler:budget", args=[plan.slug])


def tekst(svar):
    return " ".join(svar.content.decode().replace("\xa0", " ").split())


def saet_hovedtal(plan, lbf, lokal):
    aftale = plan.samarbejdsaftale
    aftale.landsbyggefonden, aftale.lokal_medfinansiering = lbf, lokal
    aftale.save()


def test_en_tom_plan_siger_at_den_ikke_ved_det(client, plan, projektleder):
    client.force_login(projektleder)
    side = tekst(client.get(url(plan)))

    assert "Vi ved ikke, hvad planen koster" in side
    assert "Ikke oplyst" in side
    assert "0 kr." not in side


def test_siden_siger_foerst_hvad_planen_koster_og_hvem_der_betaler(client, plan, projektleder, givere, delaftale):
    BudgetpostFactory(helhedsplan=plan, delaftale=delaftale, kilde=givere[0], beloeb=Decimal(600_000))
    BudgetpostFactory(helhedsplan=plan, kilde=givere[1], beloeb=Decimal("290000.50"), aar=2021)
    client.force_login(projektleder)

    side = tekst(client.get(url(plan)))

    assert (
        "Planen koster 890.000,50 kr. Landsbyggefonden betaler 600.000 kr. og Nørreby Kommune 290.000,50 kr. "
        "Det er 32,6 % lokalt; kravet er mindst 25 %." in side
    )
    assert "600.000 kr. i delaftaler, 290.000,50 kr. tværgående" in side
    assert "2019<br>maj–dec." in side.replace(" <br>", "<br>")


def test_uden_poster_taeller_aftalens_hovedtal(plan):
    saet_hovedtal(plan, Decimal(6_000_000), Decimal(2_900_000))
    side = budgetside(plan)
    assert side.overskrift.replace("\xa0", " ") == (
        "Planen koster 8.900.000 kr. Landsbyggefonden betaler 6.000.000 kr. og de lokale parter 2.900.000 kr. "
        "Det er 32,6 % lokalt; kravet er mindst 25 %."
    )


def test_poster_uden_giver_og_uden_hovedtal_giver_ingen_lokal_andel(plan):
    BudgetpostFactory(helhedsplan=plan)
    side = budgetside(plan)
    assert side.overskrift.endswith("så den lokale andel kan ikke regnes ud.")
    assert (side.bjaelke, side.andelsord[-1]) == (None, "ikke oplyst")


@pytest.mark.parametrize(
    ("lokal", "andel", "advarer"),
    [("249999.99", "24,999 %", True), ("250000", "25,0 %", False), ("100000", "10,0 %", True)],
)
def test_en_andel_under_kravet_ligner_aldrig_kravet(plan, givere, lokal, andel, advarer):
    BudgetpostFactory(helhedsplan=plan, kilde=givere[1], beloeb=Decimal(lokal))
    BudgetpostFactory(helhedsplan=plan, kilde=givere[0], beloeb=Decimal(1_000_000) - Decimal(lokal), aar=2021)

    side = budgetside(plan)

    vist = side.noegletal[1]["tal"].replace("\xa0", " ")
    assert vist in {andel, "lidt under 25 %"}
    assert bool(side.advarsler) is advarer


def test_budgetposter_der_ikke_giver_hovedtallene_bliver_sagt(plan):
    saet_hovedtal(plan, Decimal(11_000_000), Decimal(6_645_000))
    BudgetpostFactory(helhedsplan=plan, beloeb=Decimal(15_497_000), aar=None)
    (advarsel,) = budgetside(plan).advarsler
    assert advarsel.replace("\xa0", " ") == (
        "Budgetposterne giver 15.497.000 kr., men aftalens hovedtal er 17.645.000 kr. Forskellen er 2.148.000 kr."
    )


def test_lollands_38_procent_holdes_op_mod_tallene(plan):
    saet_hovedtal(plan, Decimal(11_000_000), Decimal(6_645_000))
    lokale = FinansieringskildeFactory(helhedsplan=plan, navn="Kommune og boligorganisationer")
    dif = FinansieringskildeFactory(helhedsplan=plan, navn="DIF", art="anden")
    TilsagnFactory(kilde=lokale, beloeb=Decimal(6_045_000))
    TilsagnFactory(kilde=dif, beloeb=Decimal(600_000))
    andel = OplystAndel.objects.create(helhedsplan=plan, procent=Decimal(38), hvor="sagen")
    andel.kilder.set([lokale])

    (linje,) = budgetside(plan).andele

    assert linje.saetning.replace("\xa0", " ") == (
        "38 % til Kommune og boligorganisationer passer ikke: 6.045.000 kr. er 34,3 %. "
        "Tallet passer kun, når DIF regnes med: 37,7 %."
    )


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, plan, projektleder, antal, django_assert_num_queries):
    for nr in range(antal):
        kilde = FinansieringskildeFactory(helhedsplan=plan)
        omraade = IndsatsomraadeFactory(helhedsplan=plan, nr=("5.1", "5.3", "5.4")[nr])
        BudgetpostFactory(helhedsplan=plan, delaftale=DelaftaleFactory(indsatsomraade=omraade), kilde=kilde)
        TilsagnFactory(kilde=kilde)
        OplystAndel.objects.create(helhedsplan=plan, procent=Decimal(10), hvor="aftalen").kilder.set([kilde])
    client.force_login(projektleder)
    with django_assert_num_queries(12):
        client.get(url(plan))
    with django_assert_num_queries(12):
        client.get(reverse("aftaler:budgetpost_liste", args=[plan.slug]))


@pytest.mark.parametrize(
    ("rolle", "status"),
    [("projektleder", 200), ("formand", 200), ("bestyrelse", 200), ("revisor", 200), ("lbf", 200),
     ("medarbejder", 403), ("foelgegruppe", 403), ("admin", 403)],
)  # fmt: skip
def test_penge_ses_kun_af_dem_der_maa(client, plan, rolle, status):
    client.force_login(MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger)
    assert client.get(url(plan)).status_code == status
    assert client.get(reverse("aftaler:budgetpost_liste", args=[plan.slug])).status_code == status


def test_revisor_laeser_det_der_er_i_kraft_og_ikke_kladden(client, plan, revisor, givere, delaftale):
    client.force_login(revisor)
    assert "Aftalen er ikke godkendt endnu" in tekst(client.get(url(plan)))
    post = BudgetpostFactory(helhedsplan=plan, delaftale=delaftale, kilde=givere[0], beloeb=Decimal(600_000))
    BudgetpostFactory(helhedsplan=plan, kilde=givere[1], beloeb=Decimal(200_000))
    VersionFactory(helhedsplan=plan)
    VersionFactory(helhedsplan=plan, delaftale=delaftale)
    post.beloeb = Decimal(1)
    post.save()

    side = tekst(client.get(url(plan)))

    assert "Planen koster 800.000 kr." in side
    assert "Tilføj" not in side


def test_en_fremmed_finder_ikke_siden(client, plan, fremmed):
    client.force_login(fremmed)
    assert client.get(url(plan)).status_code == 404
