"""Moving money: proposed, decided by whom it takes, counted when approved, and no longer when the budget has it."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from oekonomi.models import Budgetaendring
from oekonomi.reports.oversigt import oekonomioversigt
from oekonomi.services import budgetaendringer as services
from oekonomi.services.budgetaendringer import KanIkkeSkifte
from tests.factories import BudgetaendringFactory, BudgetpostFactory, DelaftaleFactory, IndsatsomraadeFactory

pytestmark = pytest.mark.django_db
DAG = date(2020, 11, 24)


@pytest.fixture
def delaftale(plan):
    return DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))


@pytest.fixture
def poster(plan, delaftale):
    BudgetpostFactory(helhedsplan=plan, aar=2020, beloeb=100_000)
    BudgetpostFactory(helhedsplan=plan, aar=2021, beloeb=50_000)
    BudgetpostFactory(helhedsplan=plan, delaftale=delaftale, aar=2020, beloeb=400_000)


def aarene(plan):
    return {et.aar: et.revideret for et in oekonomioversigt(plan, dato=DAG).aarslinjer if et.revideret is not None}


def test_et_forslag_siger_hvem_der_skal_godkende(client, plan, projektleder, delaftale, poster):
    client.force_login(projektleder)

    client.post(
        reverse("oekonomi:budgetaendring_opret", args=[plan.slug]),
        {
            "fra_sted": "tvaergaaende", "fra_aar": "2020", "til_sted": f"delaftale-{delaftale.pk}", "til_aar": "2020",
            "beloeb": "25.000", "grund": "Flere unge end ventet", "udgave": "0",
        },
    )  # fmt: skip

    aendring = Budgetaendring.objects.get()
    assert (aendring.beloeb, aendring.fra_placering, aendring.til_delaftale, aendring.status) == (
        25_000, "tvaergaaende", delaftale, "foreslaaet",
    )  # fmt: skip
    linje, maa_afgoere = client.get(reverse("oekonomi:budgetaendring_liste", args=[plan.slug])).context["linjer"][0]
    assert (linje.godkender, maa_afgoere) == ("Landsbyggefonden", True)


@pytest.mark.parametrize(
    ("andre", "felt", "besked"),
    [
        ({"beloeb": "100.001"}, "beloeb", "Tværgående har 100.000\u00a0kr. i 2020. Der kan ikke flyttes mere."),
        ({"til_aar": "2020"}, "til_sted", "Fra og til er det samme. Vælg et andet sted eller et andet år."),
        ({"til_aar": "2031"}, "til_aar", "Planen har regnskabsårene 2019–2023. Vælg et af dem, eller »ikke oplyst«."),
        ({"grund": ""}, "grund", "Skriv, hvorfor pengene flyttes."),
        ({"beloeb": "-5"}, "beloeb", "Et beløb kan ikke være negativt."),
    ],
)
def test_det_der_ikke_gaar_siges_ved_feltet(client, plan, projektleder, poster, andre, felt, besked):
    client.force_login(projektleder)
    felter = {
        "fra_sted": "tvaergaaende", "fra_aar": "2020", "til_sted": "tvaergaaende", "til_aar": "2021", "beloeb": "10",
        "grund": "Udskudt", "udgave": "0", **andre,
    }  # fmt: skip

    svar = client.post(reverse("oekonomi:budgetaendring_opret", args=[plan.slug]), felter)

    assert {navn: list(et) for navn, et in svar.context["form"].errors.items()} == {felt: [besked]}
    assert not Budgetaendring.objects.exists()


def test_formanden_skriver_bestyrelsens_ja_og_budgettet_revideres(client, plan, formand, poster):
    aendring = BudgetaendringFactory(helhedsplan=plan)
    assert aarene(plan) == {2020: 500_000, 2021: 50_000}
    client.force_login(formand)

    client.post(
        reverse("oekonomi:budgetaendring_afgoer", args=[plan.slug, aendring.pk]),
        {"udfald": "godkendt", "dato": "2020-11-24", "udgave": "1", "afgoerelse": "Punkt 4"},
    )

    aendring.refresh_from_db()
    assert (aendring.status, aendring.afgjort_dato, aendring.afgjort_af) == ("godkendt", DAG, "Bestyrelsen")
    assert aarene(plan) == {2020: 490_000, 2021: 60_000}


def test_en_godkendt_der_er_skrevet_ind_i_budgettet_taeller_ikke_to_gange(plan, projektleder, formand, poster):
    aendring = BudgetaendringFactory(helhedsplan=plan)
    services.godkend_budgetaendring(aendring, dato=DAG, udgave=1, af=formand)

    services.indarbejd_budgetaendring(aendring, af=projektleder)

    assert aarene(plan) == {2020: 500_000, 2021: 50_000}


def test_projektlederen_kan_ikke_sige_ja_for_bestyrelsen(plan, projektleder, poster):
    with pytest.raises(PermissionDenied):
        services.godkend_budgetaendring(BudgetaendringFactory(helhedsplan=plan), dato=DAG, udgave=1, af=projektleder)


def test_landsbyggefondens_svar_skrives_af_sekretariatet(plan, formand, sekretariat, delaftale, poster):
    aendring = BudgetaendringFactory(helhedsplan=plan, til_delaftale=delaftale)
    with pytest.raises(PermissionDenied):
        services.godkend_budgetaendring(aendring, dato=DAG, udgave=1, af=formand)

    services.godkend_budgetaendring(aendring, dato=DAG, udgave=1, af=sekretariat)

    aendring.refresh_from_db()
    assert (aendring.status, aendring.afgjort_af) == ("godkendt", "Landsbyggefonden")


def test_er_forslaget_rettet_siden_det_blev_laest_godkendes_det_ikke(client, plan, formand, projektleder, poster):
    """The formand read 10.000 kr.; the projektleder made it 90.000 kr. before the yes was sent."""
    aendring = BudgetaendringFactory(helhedsplan=plan)
    url = reverse("oekonomi:budgetaendring_afgoer", args=[plan.slug, aendring.pk])
    client.force_login(formand)
    laest = client.get(url).context["form"].initial["udgave"]
    services.ret_budgetaendring(aendring, udgave=1, af=projektleder, beloeb=90_000)

    svar = client.post(url, {"udfald": "godkendt", "dato": "2020-11-24", "udgave": str(laest)})

    assert svar.context["form"].non_field_errors() == [
        f"{projektleder} har rettet forslaget, siden du læste det. Læs det igen, og svar så."
    ]
    aendring.refresh_from_db()
    assert (aendring.status, aarene(plan)) == ("foreslaaet", {2020: 500_000, 2021: 50_000})


def test_bliver_forslaget_fondens_at_afgoere_kan_formanden_ikke_sige_ja(plan, formand, projektleder, delaftale, poster):
    """Whose yes it takes was judged by the row as it was opened, not as it stands."""
    laest = BudgetaendringFactory(helhedsplan=plan)
    nu = Budgetaendring.objects.get(pk=laest.pk)
    services.ret_budgetaendring(nu, udgave=1, af=projektleder, til_placering="delaftale", til_delaftale=delaftale)

    with pytest.raises(PermissionDenied):
        services.godkend_budgetaendring(laest, dato=DAG, udgave=2, af=formand)


def test_et_nej_skal_have_en_begrundelse(client, plan, formand, poster):
    aendring = BudgetaendringFactory(helhedsplan=plan)
    client.force_login(formand)

    svar = client.post(
        reverse("oekonomi:budgetaendring_afgoer", args=[plan.slug, aendring.pk]),
        {"udfald": "afvist", "dato": "2020-11-24", "udgave": "1"},
    )

    assert list(svar.context["form"].errors["afgoerelse"]) == ["Skriv, hvorfor ændringen er afvist."]


def test_en_afgoerelse_kan_ikke_ligge_i_fremtiden(client, plan, formand, poster):
    aendring = BudgetaendringFactory(helhedsplan=plan)
    client.force_login(formand)

    svar = client.post(
        reverse("oekonomi:budgetaendring_afgoer", args=[plan.slug, aendring.pk]),
        {"udfald": "godkendt", "dato": "2099-01-01", "udgave": "1"},
    )

    assert list(svar.context["form"].errors) == ["dato"]


def test_det_afgjorte_kan_hverken_rettes_eller_traekkes(plan, projektleder, formand, poster):
    aendring = BudgetaendringFactory(helhedsplan=plan)
    services.godkend_budgetaendring(aendring, dato=DAG, udgave=1, af=formand)
    services.godkend_budgetaendring(aendring, dato=DAG, udgave=1, af=formand)  # said twice

    with pytest.raises(KanIkkeSkifte):
        services.traek_budgetaendring(aendring, af=projektleder)
    with pytest.raises(KanIkkeSkifte):
        services.ret_budgetaendring(aendring, udgave=2, af=projektleder, beloeb=1)


@pytest.mark.parametrize("antal", [1, 3])
def test_listen_koster_det_samme(client, plan, projektleder, delaftale, antal, django_assert_num_queries):
    BudgetaendringFactory.create_batch(antal, helhedsplan=plan, til_delaftale=delaftale)
    client.force_login(projektleder)

    with django_assert_num_queries(8):
        client.get(reverse("oekonomi:budgetaendring_liste", args=[plan.slug]))
