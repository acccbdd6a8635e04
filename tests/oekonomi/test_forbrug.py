"""Spending by hand: added, corrected, deleted; what can't be true is said at the field; a closed year stands still."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from kerne.models import Haendelse
from oekonomi.models import Forbrug
from oekonomi.services import forbrug as services
from oekonomi.services.forbrug import Forbrugsraekke, Indlaest, KanIkkeIndlaeses
from tests.factories import ForbrugFactory, RegnskabsaarFactory

pytestmark = pytest.mark.django_db
KREDIT = "Det er en kreditnota"


@pytest.fixture
def leder(client, projektleder):
    client.force_login(projektleder)
    return client


def felter(**andre):
    return {
        "sted": "tvaergaaende", "aar": "2020", "beloeb": "12.345,50", "tekst": "Leje af sal",
        "bogfoert_dato": "2020-03-01", "bilagsnr": "17", "udgave": "0", **andre,
    }  # fmt: skip


def skriv(client, plan, **andre):
    return client.post(reverse("oekonomi:forbrug_opret", args=[plan.slug]), felter(**andre))


def fejl(svar):
    return {navn: list(beskeder) for navn, beskeder in svar.context["form"].errors.items()}


def test_et_beloeb_skrives_ind_med_komma_og_tusindpunkt(leder, plan):
    svar = skriv(leder, plan)

    forbrug = Forbrug.objects.get()
    assert (svar.status_code, svar.url) == (302, reverse("oekonomi:forbrug_liste", args=[plan.slug]))
    assert (forbrug.beloeb, forbrug.aar, forbrug.placering, forbrug.bogfoert_dato) == (
        Decimal("12345.50"), 2020, "tvaergaaende", date(2020, 3, 1),
    )  # fmt: skip
    assert Haendelse.objects.filter(kreds=plan.slug, hvad="oprettet", ting_navn="Leje af sal").count() == 1


def test_den_samme_formular_to_gange_er_en_postering(leder, plan):
    skriv(leder, plan)
    skriv(leder, plan)

    assert Forbrug.objects.count() == 1


@pytest.mark.parametrize(
    ("andre", "felt", "besked"),
    [
        (
            {"beloeb": "1.936 tkr."},
            "beloeb",
            "»1.936 tkr.« er ikke skrevet ud. Skriv hele tallet i kroner, fx 1.936.000.",
        ),
        ({"beloeb": "1.2.3"}, "beloeb", "»1.2.3« er ikke et tal. Skriv det som 22,4 eller 1.936."),
        ({"beloeb": "12,345"}, "beloeb", "Skriv højst 2 decimaler."),
        ({"beloeb": ""}, "beloeb", "Skriv beløbet i kroner."),
        ({"beloeb": "0"}, "beloeb", "Skriv et beløb. Nul kroner skal ikke skrives ind."),
        (
            {"beloeb": "-500"},
            "beloeb",
            "−500\u00a0kr. er under nul. Er det penge, der kommer tilbage, så sæt kryds ved kreditnota.",
        ),
        (
            {"kreditnota": "on"},
            "beloeb",
            "En kreditnota er under nul. Skriv −12.345,50\u00a0kr., eller fjern krydset.",
        ),
        ({"aar": "2030"}, "aar", "Planen har regnskabsårene 2019–2023. Vælg et af dem."),
        ({"aar": ""}, "aar", "Vælg det regnskabsår, beløbet hører til."),
        ({"sted": ""}, "sted", "Vælg, hvor beløbet hører til."),
        (
            {"bogfoert_dato": "2022-03-01"},
            "bogfoert_dato",
            "Bilaget er bogført i 2022, men regnskabsåret er 2020. Ret det, der er forkert.",
        ),
        ({"bogfoert_dato": "i marts"}, "bogfoert_dato", "Skriv datoen, fx 15.03.2021."),
        ({"tekst": ""}, "tekst", "Skriv, hvad pengene er brugt til."),
    ],
)
def test_det_der_ikke_kan_passe_siges_ved_feltet_og_teksten_staar(leder, plan, andre, felt, besked):
    svar = skriv(leder, plan, **andre)

    assert fejl(svar) == {felt: [besked]}
    assert svar.context["form"]["bilagsnr"].value() == "17"
    assert not Forbrug.objects.exists()


def test_en_kreditnota_er_under_nul(leder, plan):
    skriv(leder, plan, beloeb="-2.000", kreditnota="on")

    assert Forbrug.objects.get().beloeb == -2000


def test_uden_bogfoeringsdato_er_beloebet_disponeret(leder, plan):
    skriv(leder, plan, bogfoert_dato="")

    assert Forbrug.objects.get().er_disponeret
    assert (
        "Disponeret: 12.345,50\u00a0kr."
        in leder.get(reverse("oekonomi:forbrug_liste", args=[plan.slug])).context["sum_i_ord"]
    )


def test_en_postering_rettes_og_er_ikke_laengere_et_eksempel(leder, plan):
    forbrug = ForbrugFactory(helhedsplan=plan, eksempel=True)

    leder.post(reverse("oekonomi:forbrug_ret", args=[plan.slug, forbrug.pk]), felter(udgave="1", beloeb="99"))

    forbrug.refresh_from_db()
    assert (forbrug.beloeb, forbrug.eksempel, forbrug.udgave) == (99, False, 2)


def test_den_der_gemmer_sidst_ser_begge_tekster(leder, plan):
    forbrug = ForbrugFactory(helhedsplan=plan, tekst="Deres tekst", udgave=2)

    svar = leder.post(
        reverse("oekonomi:forbrug_ret", args=[plan.slug, forbrug.pk]), felter(udgave="1", tekst="Min tekst")
    )

    assert svar.context["udfald"].skal_vaelge
    assert "Deres tekst" in svar.content.decode()
    assert "Min tekst" in svar.content.decode()
    forbrug.refresh_from_db()
    assert forbrug.tekst == "Deres tekst"


def test_en_postering_slettes_efter_et_spoergsmaal(leder, plan):
    forbrug = ForbrugFactory(helhedsplan=plan)
    adresse = reverse("oekonomi:forbrug_slet", args=[plan.slug, forbrug.pk])

    assert leder.get(adresse).status_code == 200
    assert Forbrug.objects.exists()
    leder.post(adresse)

    assert not Forbrug.objects.exists()


def test_et_paategnet_aar_kan_hverken_faa_nyt_rettes_eller_slettes(leder, plan):
    forbrug = ForbrugFactory(helhedsplan=plan, aar=2020)
    paategnet = date(2021, 5, 1)
    RegnskabsaarFactory(helhedsplan=plan, aar=2020, underskrevet_dato=paategnet, paategnet_dato=paategnet)
    besked = (
        "Regnskabet for 2020 er påtegnet af revisor og kan ikke ændres. Skriv rettelsen i et senere år, eller fjern "
        "datoen for påtegningen først."
    )

    assert fejl(skriv(leder, plan)) == {"aar": [besked]}
    ret = leder.post(
        reverse("oekonomi:forbrug_ret", args=[plan.slug, forbrug.pk]),
        felter(udgave="1", aar="2021", bogfoert_dato="2021-02-01"),
    )
    assert fejl(ret) == {"aar": [besked]}
    leder.post(reverse("oekonomi:forbrug_slet", args=[plan.slug, forbrug.pk]))
    assert Forbrug.objects.get().aar == 2020


def test_listen_viser_et_aar_og_dets_sum(leder, plan):
    ForbrugFactory(helhedsplan=plan, aar=2020, beloeb=Decimal("100.25"))
    ForbrugFactory(helhedsplan=plan, aar=2021, beloeb=50)

    alle = leder.get(reverse("oekonomi:forbrug_liste", args=[plan.slug])).context
    aaret = leder.get(reverse("oekonomi:forbrug_liste", args=[plan.slug]), {"aar": "2020"}).context
    vrovl = leder.get(reverse("oekonomi:forbrug_liste", args=[plan.slug]), {"aar": "1066", "side": "x"}).context

    assert (len(alle["side"]), alle["sum_i_ord"]) == (2, "Brugt: 150,25\u00a0kr.")
    assert (len(aaret["side"]), aaret["sum_i_ord"]) == (1, "Brugt i 2020: 100,25\u00a0kr.")
    assert len(vrovl["side"]) == 2


@pytest.mark.parametrize("antal", [1, 3])
def test_listen_koster_det_samme(leder, plan, antal, django_assert_num_queries):
    ForbrugFactory.create_batch(antal, helhedsplan=plan)

    with django_assert_num_queries(9):
        leder.get(reverse("oekonomi:forbrug_liste", args=[plan.slug]))


# --- a ledger ------------------------------------------------------------------------------------------------------


def raekke(linje, beloeb="100", **andre):
    faelles = {"aar": 2020, "bogfoert_dato": date(2020, 3, 1), "tekst": "Leje", "placering": "tvaergaaende"}
    return Forbrugsraekke(linje=linje, beloeb=Decimal(beloeb), **{**faelles, **andre})


def indlaes(plan, bruger, *raekker):
    return services.indlaes_forbrug(plan, raekker, kildefil="finans.csv", af=bruger)


def test_den_samme_fil_to_gange_aendrer_intet(plan, projektleder):
    raekker = [raekke(2), raekke(3), raekke(4, "-20", tekst="Retur")]

    assert indlaes(plan, projektleder, *raekker) == Indlaest(3, 0)
    assert indlaes(plan, projektleder, *reversed(raekker)) == Indlaest(0, 3)
    assert indlaes(plan, projektleder, *raekker, raekke(5)) == Indlaest(1, 3)
    assert sorted(Forbrug.objects.values_list("beloeb", "kreditnota")) == [
        (-20, True),
        (100, False),
        (100, False),
        (100, False),
    ]


def test_en_forkert_linje_stopper_hele_filen_og_siges_med_nummer(plan, projektleder):
    cpr = (raekke(5, tekst="010190-1234"), raekke(6, bilagsnr="0101901234"))

    with pytest.raises(KanIkkeIndlaeses) as fejlen:
        indlaes(plan, projektleder, raekke(2), raekke(3, "0"), raekke(4, aar=2031), *cpr)

    ligner_cpr = "Det ligner et CPR-nummer. Skriv det ikke her: CPR-numre hører ikke hjemme i Helhedsplan."
    assert fejlen.value.pr_linje == {
        3: "Skriv et beløb. Nul kroner skal ikke skrives ind.",
        4: "Planen har regnskabsårene 2019–2023. Vælg et af dem.",
        5: ligner_cpr,
        6: ligner_cpr,
    }
    assert not Forbrug.objects.exists()


def test_kun_den_der_maa_rette_penge_maa_indlaese(plan, medarbejder):
    with pytest.raises(PermissionDenied):
        indlaes(plan, medarbejder, raekke(2))


def test_en_anden_plans_giver_kan_ikke_betale(plan, projektleder):
    fremmed = ForbrugFactory()

    with pytest.raises(ValidationError):
        services.opret_forbrug(
            plan,
            af=projektleder,
            placering="tvaergaaende",
            delaftale=None,
            aar=2020,
            beloeb=Decimal(10),
            tekst="Leje",
            kilde=fremmed.helhedsplan.finansieringskilder.create(navn="Fremmed", art="anden"),
        )
