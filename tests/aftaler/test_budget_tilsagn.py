"""Promises: hours times rate, a promise that becomes several others, and the history that stays."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from aftaler.models import Tilsagn
from aftaler.services import tilsagn as services
from tests.factories import FinansieringskildeFactory, TilsagnFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def kontant(plan):
    """The kommune's 1.25 mio. kr. in cash, as Lolland's was before the lease."""
    kilde = FinansieringskildeFactory(helhedsplan=plan, navn="Nørreby Kommune")
    return TilsagnFactory(kilde=kilde, beloeb=Decimal(1_250_000))


@pytest.fixture
def ind(client, projektleder):
    client.force_login(projektleder)
    return client


def vist(ind, plan):
    return ind.get(sti("budget", plan)).context["side"]


def sti(navn, plan, *args):
    return reverse(f"aftaler:{navn}", args=[plan.slug, *args])


def nye(*raekker, **andre):
    ud = {"nye-TOTAL_FORMS": "3", "nye-INITIAL_FORMS": "0", "dato": "2021-09-16", "grund": "", "udgave": "1", **andre}
    for nr in range(3):
        art, beloeb, timer, sats = raekker[nr] if nr < len(raekker) else ("", "", "", "")
        felter = {"art": art, "beloeb": beloeb, "timer": timer, "sats": sats, "aar": "", "betingelse": ""}
        ud |= {f"nye-{nr}-{navn}": v for navn, v in felter.items()}
    return ud


UDSKREVET = "»1.936 tkr.« er ikke skrevet ud. Skriv hele tallet i kroner, fx 1.936.000."
HUSLEJE, MINDRE_KONTANT = ("husleje", "724.000", "", ""), ("kontant", "526.000", "", "")


def omlaeg(ind, plan, tilsagn, *raekker, **andre):
    return ind.post(sti("tilsagn_omlaeg", plan, tilsagn.pk), nye(*raekker, **andre))


def test_kontanter_bliver_til_husleje_og_faerre_kontanter(ind, plan, kontant):
    svar = omlaeg(ind, plan, kontant, HUSLEJE, MINDRE_KONTANT)

    kontant.refresh_from_db()
    assert svar.status_code == 302
    assert (kontant.beloeb, kontant.erstattet_dato) == (1_250_000, date(2021, 9, 16))
    assert [(et.art, et.beloeb, et.kilde) for et in kontant.erstattet_af.all()] == [
        ("husleje", 724_000, kontant.kilde),
        ("kontant", 526_000, kontant.kilde),
    ]
    side = vist(ind, plan)
    assert side.lovet_i_alt == 1_250_000
    assert side.omlaegninger[0].saetning.replace("\xa0", " ") == (
        "16. september 2021: 1.250.000 kr. kontant fra Nørreby Kommune blev til "
        "724.000 kr. husleje eller lokaler og 526.000 kr. kontant."
    )


def test_to_klik_omlaegger_en_gang(ind, plan, kontant):
    for _ in range(2):
        svar = omlaeg(ind, plan, kontant, HUSLEJE, MINDRE_KONTANT)
        assert svar.status_code == 302
    assert Tilsagn.objects.count() == 3


def test_en_anden_sum_kraever_en_grund(ind, plan, kontant):
    svar = omlaeg(ind, plan, kontant, HUSLEJE)
    assert svar.context["form"].non_field_errors() == [
        "De nye tilsagn giver ikke det samme som det gamle. Ret beløbene, eller skriv hvorfor."
    ]

    omlaeg(ind, plan, kontant, HUSLEJE, grund="Resten betales af boligforeningen")

    (historie,) = vist(ind, plan).omlaegninger
    assert historie.saetning.replace("\xa0", " ").endswith(
        "blev til 724.000 kr. husleje eller lokaler. Det er 526.000 kr. mindre: Resten betales af boligforeningen."
    )


@pytest.mark.parametrize(
    ("raekke", "felt", "saetning"),
    [
        (("timer", "100", "10", "375"), "beloeb", "10 timer à 375 kr. er 3.750 kr., ikke 100 kr."),
        (("husleje", "100", "10", "375"), "timer", "Timer og sats hører kun til medarbejdertimer."),
        (("kontant", "", "", ""), "beloeb", "Skriv, hvad tilsagnet er værd i kroner."),
        (("", "100", "", ""), "art", "Vælg slags."),
        (("kontant", "-1", "", ""), "beloeb", "Et beløb kan ikke være negativt."),
        (("kontant", "1.936 tkr.", "", ""), "beloeb", UDSKREVET),
    ],
)  # fmt: skip
def test_et_nyt_tilsagn_der_ikke_passer_bliver_sagt_ved_feltet(ind, plan, kontant, raekke, felt, saetning):
    svar = omlaeg(ind, plan, kontant, raekke)
    fejl = {
        navn: [et.replace("\xa0", " ") for et in saetninger]
        for navn, saetninger in svar.context["nye"][0].errors.items()
    }
    assert fejl == {felt: [saetning]}
    assert Tilsagn.objects.count() == 1


def test_timer_gange_sats_giver_vaerdien(ind, plan, kontant):
    omlaeg(ind, plan, kontant, ("timer", "", "2.000", "400"), ("kontant", "450.000", "", ""))
    assert [et.beloeb for et in kontant.erstattet_af.all()] == [800_000, 450_000]


def test_omlaegningen_ligger_ikke_i_fremtiden(ind, plan, kontant):
    svar = omlaeg(ind, plan, kontant, HUSLEJE, MINDRE_KONTANT, dato="2199-01-01")
    assert list(svar.context["form"].errors) == ["dato"]


def test_en_rettelse_imens_stopper_omlaegningen(ind, plan, kontant, sekretariat):
    felter = {"kilde": kontant.kilde, "beloeb": Decimal(1_250_000), "betingelse": "Hvis budgettet vedtages"}
    services.ret_tilsagn(kontant, udgave=1, af=sekretariat, **felter)

    svar = omlaeg(ind, plan, kontant, HUSLEJE, MINDRE_KONTANT)

    assert "har gemt, mens du skrev" in svar.context["form"].non_field_errors()[0]
    assert Tilsagn.objects.count() == 1
    svar = omlaeg(ind, plan, kontant, HUSLEJE, MINDRE_KONTANT, udgave=svar.context["form"].data["udgave"])
    assert svar.status_code == 302


def test_et_omlagt_tilsagn_staar_fast(ind, plan, kontant, projektleder):
    omlaeg(ind, plan, kontant, HUSLEJE, MINDRE_KONTANT)
    husleje = Tilsagn.objects.get(art="husleje")

    felter = {"art": "kontant", "aar": None, "timer": None, "sats": None, "betingelse": ""}
    with pytest.raises(services.ValidationError, match="afløst"):
        services.ret_tilsagn(kontant, udgave=2, af=projektleder, kilde=kontant.kilde, beloeb=Decimal(1), **felter)
    kontant.refresh_from_db()
    for tilsagn in (kontant, husleje):
        with pytest.raises(services.KanIkkeSlettes):
            services.slet_tilsagn(tilsagn, af=projektleder)
    with pytest.raises(services.ValidationError, match="omlægning"):
        services.ret_tilsagn(husleje, udgave=1, af=projektleder, kilde=kontant.kilde, beloeb=Decimal(1), **felter)
    with pytest.raises(services.KanIkkeOmlaegges, match="allerede omlagt"):
        services.omlaeg_tilsagn(
            kontant,
            nye=[services.NytTilsagn("timer", Decimal(1))],
            dato=date(2021, 1, 1),
            grund="x",
            udgave=2,
            af=projektleder,
        )


def test_en_omlaegning_kan_fortrydes_indefra_og_ud(ind, plan, kontant):
    omlaeg(ind, plan, kontant, HUSLEJE, MINDRE_KONTANT)
    husleje = Tilsagn.objects.get(art="husleje")
    omlaeg(ind, plan, husleje, ("timer", "724.000", "", ""))

    svar = ind.post(sti("tilsagn_fortryd", plan, kontant.pk), follow=True)
    assert "Et af de nye tilsagn er selv omlagt." in svar.content.decode()
    for tilsagn in (husleje, kontant, kontant):
        assert ind.post(sti("tilsagn_fortryd", plan, tilsagn.pk)).status_code == 302

    assert [(et.beloeb, et.erstattet_dato, et.erstattet_grund) for et in Tilsagn.objects.all()] == [
        (1_250_000, None, "")
    ]


def test_et_tilsagn_skrives_ind_med_timer_og_sats(ind, plan, kontant):
    felter = {"kilde": kontant.kilde_id, "art": "timer", "aar": "2021", "timer": "1.420", "sats": "375", "beloeb": ""}
    for _ in range(2):
        assert ind.post(sti("tilsagn_opret", plan), felter).status_code == 302
    assert [(et.timer, et.sats, et.beloeb, et.aar) for et in plan.tilsagn.filter(art="timer")] == [
        (1420, 375, 532_500, 2021)
    ]


def test_siden_viser_tilsagn_og_en_giver_uden(ind, plan, kontant):
    FinansieringskildeFactory(helhedsplan=plan, navn="DIF", art="anden")
    side = " ".join(ind.get(sti("budget", plan)).content.decode().replace("\xa0", " ").split())
    assert "1.250.000 kr." in side
    assert side.index("DIF") < side.index("ikke oplyst", side.index("DIF"))


def test_en_anden_plans_tilsagn_kan_ikke_omlaegges(ind, plan):
    fremmed = TilsagnFactory()
    assert omlaeg(ind, plan, fremmed, HUSLEJE).status_code == 404
    assert ind.post(sti("tilsagn_fortryd", plan, fremmed.pk)).status_code == 404
