"""Givers, lines and stated shares: what is refused, sent twice, and written by two at once."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from aftaler.models import Budgetpost, Finansieringskilde, OplystAndel
from aftaler.services import budget as services
from kerne.models import Haendelse
from tests.factories import (
    AftalepartFactory,
    BudgetpostFactory,
    DelaftaleFactory,
    FinansieringskildeFactory,
    IndsatsomraadeFactory,
    MedlemskabFactory,
    OrganisationFactory,
    TilsagnFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def delaftale(plan):
    return DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr="5.1"))


@pytest.fixture
def kilde(plan):
    return FinansieringskildeFactory(helhedsplan=plan, navn="Nørreby Kommune")


@pytest.fixture
def ind(client, projektleder):
    client.force_login(projektleder)
    return client


def sti(navn, plan, *args):
    return reverse(f"aftaler:{navn}", args=[plan.slug, *args])


def post(delaftale, **andre):
    sted = f"delaftale-{delaftale.pk}" if delaftale else "tvaergaaende"
    return {
        "sted": sted,
        "aar": "2020",
        "kilde": "",
        "omkostningstype": "",
        "tekst": "",
        "beloeb": "1.936.000",
        **andre,
    }


def test_en_post_skrives_ind(ind, plan, delaftale, kilde):
    svar = ind.post(sti("budgetpost_opret", plan), post(delaftale, kilde=kilde.pk, beloeb="1.936.000,50 kr."))

    (raekke,) = plan.budgetposter.all()
    assert svar.url == sti("budgetpost_liste", plan)
    assert (raekke.beloeb, raekke.aar, raekke.delaftale, raekke.kilde) == (
        Decimal("1936000.50"),
        2020,
        delaftale,
        kilde,
    )
    assert Haendelse.objects.filter(kreds=plan.slug, hvad="oprettet").count() == 1


def test_to_klik_giver_en_post(ind, plan, delaftale):
    for _ in range(2):
        ind.post(sti("budgetpost_opret", plan), post(delaftale))
    assert plan.budgetposter.count() == 1


def test_aar_giver_og_type_maa_vaere_ukendt(ind, plan):
    ind.post(sti("budgetpost_opret", plan), post(None, aar=""))
    (raekke,) = plan.budgetposter.all()
    assert (raekke.placering, raekke.aar, raekke.kilde, raekke.omkostningstype) == ("tvaergaaende", None, None, None)


@pytest.mark.parametrize(
    ("felter", "felt", "saetning"),
    [
        (
            {"beloeb": "1.936 tkr."},
            "beloeb",
            "»1.936 tkr.« er ikke skrevet ud. Skriv hele tallet i kroner, fx 1.936.000.",
        ),
        ({"beloeb": "-5"}, "beloeb", "Et beløb kan ikke være negativt."),
        ({"beloeb": ""}, "beloeb", "Skriv beløbet i kroner."),
        ({"beloeb": "mange"}, "beloeb", "»mange« er ikke et tal. Skriv det som 22,4 eller 1.936."),
        ({"aar": "2018"}, "aar", "Planen har regnskabsårene 2019–2023. Vælg et af dem, eller »ikke oplyst«."),
        ({"aar": "2024"}, "aar", "Planen har regnskabsårene 2019–2023. Vælg et af dem, eller »ikke oplyst«."),
        ({"sted": ""}, "sted", "Vælg, hvor beløbet hører til."),
        ({"sted": "delaftale-0"}, "sted", "Vælg en fra listen."),
        ({"kilde": "999999"}, "kilde", "Vælg en fra listen."),
    ],
)
def test_det_der_ikke_kan_passe_bliver_sagt_ved_feltet(ind, plan, delaftale, felter, felt, saetning):
    svar = ind.post(sti("budgetpost_opret", plan), post(delaftale, **felter))
    assert svar.context["form"].errors == {felt: [saetning]}
    assert not plan.budgetposter.exists()


def test_en_anden_plans_delaftale_og_giver_kan_ikke_vaelges(ind, plan):
    fremmed_aftale, fremmed_kilde = DelaftaleFactory(), FinansieringskildeFactory()
    svar = ind.post(sti("budgetpost_opret", plan), post(fremmed_aftale, kilde=fremmed_kilde.pk))
    assert set(svar.context["form"].errors) == {"sted", "kilde"}


def test_tjenesten_afviser_selv_fremmede_raekker(plan, projektleder):
    felter = {
        "placering": "tvaergaaende",
        "delaftale": None,
        "aar": 2020,
        "omkostningstype": None,
        "tekst": "",
        "beloeb": 1,
    }
    with pytest.raises(services.ValidationError) as fejl:
        services.opret_post(plan, kilde=FinansieringskildeFactory(), af=projektleder, **felter)
    assert fejl.value.message_dict == {"kilde": [services.FREMMED]}
    with pytest.raises(services.ValidationError) as fejl:
        services.opret_post(plan, kilde=None, af=projektleder, **{**felter, "aar": 2024})
    assert list(fejl.value.message_dict) == ["aar"]


def test_den_der_gemmer_sidst_ser_begge_beloeb(ind, plan, kilde, sekretariat):
    raekke = BudgetpostFactory(helhedsplan=plan, kilde=kilde)
    adresse = sti("budgetpost_ret", plan, raekke.pk)
    mit = post(None, kilde=kilde.pk, beloeb="200.000", udgave=1)
    services.ret_post(raekke, udgave=1, af=sekretariat, beloeb=Decimal(300_000))

    svar = ind.post(adresse, mit)

    assert "300.000" in svar.context["udfald"].konflikt.deres
    assert "200.000" in svar.context["udfald"].konflikt.min
    assert Budgetpost.objects.get(pk=raekke.pk).beloeb == 300_000
    ind.post(adresse, {**mit, "udgave": svar.context["form"].data["udgave"], "valg": "min"})
    assert Budgetpost.objects.get(pk=raekke.pk).beloeb == 200_000


def test_den_samme_rettelse_to_gange_er_ingen_konflikt(ind, plan):
    raekke = BudgetpostFactory(helhedsplan=plan)
    for _ in range(2):
        svar = ind.post(sti("budgetpost_ret", plan, raekke.pk), post(None, beloeb="200.000", udgave=1))
    assert svar.status_code == 302
    assert Budgetpost.objects.get(pk=raekke.pk).udgave == 2


def test_en_post_slettes_efter_et_spoergsmaal(ind, plan):
    raekke = BudgetpostFactory(helhedsplan=plan, tekst="Kontorhold")
    adresse = sti("budgetpost_slet", plan, raekke.pk)

    assert "Slet »Kontorhold«?" in ind.get(adresse).content.decode()
    assert ind.post(adresse).status_code == 302
    assert not plan.budgetposter.exists()
    assert ind.post(adresse).status_code == 404


def test_en_giver_i_brug_kan_ikke_slettes(ind, plan, kilde):
    TilsagnFactory(kilde=kilde)
    svar = ind.post(sti("kilde_slet", plan, kilde.pk), follow=True)
    assert "Nørreby Kommune betaler til poster eller har givet tilsagn." in svar.content.decode()
    assert Finansieringskilde.objects.filter(pk=kilde.pk).exists()


def test_en_giver_i_en_oplyst_andel_kan_ikke_slettes(plan, kilde, projektleder):
    services.opret_andel(plan, procent=Decimal(38), kilder=[kilde], hvor="sagen", af=projektleder)
    with pytest.raises(services.KanIkkeSlettes, match="oplyst andel"):
        services.slet_kilde(kilde, af=projektleder)


def test_to_givere_kan_ikke_hedde_det_samme(ind, plan, kilde):
    svar = ind.post(sti("kilde_opret", plan), {"navn": kilde.navn, "art": "anden", "organisation": ""})
    assert svar.context["form"].non_field_errors() == ["Der er allerede en giver med det navn i planen."]
    ind.post(sti("kilde_opret", plan), {"navn": kilde.navn, "art": "kommune", "organisation": ""})
    assert plan.finansieringskilder.count() == 1


def test_en_giver_er_en_af_aftalens_parter(ind, plan):
    part, anden = AftalepartFactory(helhedsplan=plan).organisation, OrganisationFactory()
    svar = ind.post(
        sti("kilde_opret", plan), {"navn": "Boligforeningen", "art": "boligorganisation", "organisation": anden.pk}
    )
    assert list(svar.context["form"].errors) == ["organisation"]
    ind.post(sti("kilde_opret", plan), {"navn": "Boligforeningen", "art": "boligorganisation", "organisation": part.pk})
    assert plan.finansieringskilder.get().organisation == part


def test_en_oplyst_andel_skrives_rettes_og_slettes(ind, plan, kilde):
    dif = FinansieringskildeFactory(helhedsplan=plan, navn="DIF")
    felter = {"procent": "38", "kilder": [kilde.pk], "hvor": "sagen 15. marts 2018"}
    for _ in range(2):
        ind.post(sti("andel_opret", plan), felter)
    andel = OplystAndel.objects.get()

    ind.post(sti("andel_ret", plan, andel.pk), {**felter, "kilder": [kilde.pk, dif.pk], "procent": "37,7", "udgave": 1})

    andel.refresh_from_db()
    assert (andel.procent, set(andel.kilder.all())) == (Decimal("37.7"), {kilde, dif})
    ind.post(sti("andel_slet", plan, andel.pk))
    assert not OplystAndel.objects.exists()


@pytest.mark.parametrize(
    ("felter", "felt"), [({"procent": "138"}, "procent"), ({"kilder": []}, "kilder"), ({"hvor": ""}, "hvor")]
)
def test_en_andel_har_procent_giver_og_sted(ind, plan, kilde, felter, felt):
    svar = ind.post(sti("andel_opret", plan), {"procent": "38", "kilder": [kilde.pk], "hvor": "sagen", **felter})
    assert list(svar.context["form"].errors) == [felt]


@pytest.mark.parametrize("rolle", ["formand", "bestyrelse", "revisor", "lbf", "medarbejder", "foelgegruppe"])
def test_de_andre_roller_retter_ikke_penge(client, plan, rolle):
    bruger = MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger
    client.force_login(bruger)
    assert client.post(sti("budgetpost_opret", plan), post(None)).status_code == 403
    with pytest.raises(PermissionDenied):
        services.slet_post(BudgetpostFactory(helhedsplan=plan), af=bruger)


def test_en_anden_plans_post_findes_ikke(ind, plan):
    fremmed = BudgetpostFactory()
    assert ind.get(sti("budgetpost_ret", plan, fremmed.pk)).status_code == 404
    assert ind.post(sti("budgetpost_slet", plan, fremmed.pk)).status_code == 404
    assert ind.get(sti("budgetpost_ret", fremmed.helhedsplan, fremmed.pk)).status_code == 404
