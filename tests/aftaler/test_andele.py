"""Shares of posts: written in Danish notation, summed on one axis at a time, and printed in the delaftale's block 7."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from aftaler.models import Medarbejderandel
from aftaler.reports import andele_i_ord, delaftale_blokke
from aftaler.rules.andele import over_hel_stilling, stillingens_sum
from aftaler.services import andele as services
from aftaler.snapshot import delaftale as delaftale_snapshot
from aftaler.snapshot import delaftaler, strategisk
from brugere.roles import Rolle
from tests.factories import (
    BoligomraadeFactory,
    DelaftaleFactory,
    IndsatsomraadeFactory,
    MedarbejderandelFactory,
    MedlemskabFactory,
    PersonFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def delaftale(plan):
    return DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))


@pytest.fixture
def omraadet(plan):
    omraade = BoligomraadeFactory(navn="Nordparken")
    omraade.helhedsplaner.add(plan)
    return omraade


@pytest.fixture
def send(client, plan, projektleder):
    client.force_login(projektleder)

    def _send(side, /, *args, **felter):
        return client.post(reverse(f"aftaler:medarbejderandel_{side}", args=[plan.slug, *args]), felter)

    return _send


def siden(client, plan):
    return client.get(reverse("aftaler:medarbejderandel_liste", args=[plan.slug]))


def paa_delaftale(plan, delaftale, **felter):
    return MedarbejderandelFactory(helhedsplan=plan, akse="delaftale", delaftale=delaftale, funktion="", **felter)


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, plan, projektleder, omraadet, antal, django_assert_num_queries):
    for nr in ("5.1", "5.3", "5.4")[:antal]:
        aftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr=nr))
        paa_delaftale(plan, aftale, person=PersonFactory(helhedsplan=plan))
        MedarbejderandelFactory(helhedsplan=plan, akse="omraade", boligomraade=omraadet, funktion="")
    client.force_login(projektleder)

    with django_assert_num_queries(7):
        siden(client, plan)


def test_hver_akse_har_sin_tabel_og_hver_stilling_sin_sum(client, plan, projektleder, delaftale, omraadet):
    anden = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr="5.3"))
    mette = PersonFactory(helhedsplan=plan, navn="Mette Lund")
    paa_delaftale(plan, delaftale, person=mette, procent=Decimal("37.5"))
    paa_delaftale(plan, anden, person=mette, procent=40)
    paa_delaftale(plan, anden, procent=20)
    MedarbejderandelFactory(
        helhedsplan=plan, person=mette, procent=80, akse="omraade", boligomraade=omraadet, funktion=""
    )
    client.force_login(projektleder)

    svar = siden(client, plan)

    assert [
        (akse.titel, [(et.navn, et.person, [linje.procent for linje in et.linjer], et.i_alt) for et in akse.stillinger])
        for akse in svar.context["akser"]
    ] == [
        (
            "Delaftaler",
            [
                ("Koordinator", "Mette Lund", [Decimal("37.5"), Decimal(40)], Decimal("77.5")),
                ("Koordinator", "", [Decimal(20)], Decimal(20)),
            ],
        ),
        ("Boligområder", [("Koordinator", "Mette Lund", [Decimal(80)], Decimal(80))]),
    ]
    indhold = svar.content.decode()
    assert "77,5\u00a0%" in indhold
    assert "157,5" not in indhold  # never across the axes
    assert "tabellerne lægges ikke sammen" in indhold


@pytest.mark.regel("andele-en-akse")
def test_summen_er_af_en_stilling_paa_en_akse():
    assert stillingens_sum([Decimal("37.5"), Decimal(40)]) == Decimal("77.5")
    assert stillingens_sum([]) == 0


@pytest.mark.regel("andele-hel-stilling")
@pytest.mark.parametrize(
    ("procent", "saetning"),
    [(Decimal(100), ""), (Decimal("100.1"), "Projektleder er fordelt med mere end en fuld stilling.")],
)
def test_mere_end_en_fuld_stilling_siges(procent, saetning):
    assert over_hel_stilling("Projektleder", procent) == saetning


def test_en_andel_paa_hver_akse(send, plan, delaftale, omraadet):
    faelles = {"stilling": "Koordinator", "person": "", "procent": "12,5 %"}
    send("opret", **faelles, paa=f"delaftale-{delaftale.pk}")
    send("opret", **faelles, paa=f"omraade-{omraadet.pk}")
    send("opret", **faelles, paa="funktion", funktion="Stedfortræder")

    alle = Medarbejderandel.objects.order_by("pk")
    assert [(et.akse, et.delaftale, et.boligomraade, et.funktion, et.procent) for et in alle] == [
        ("delaftale", delaftale, None, "", Decimal("12.5")),
        ("omraade", None, omraadet, "", Decimal("12.5")),
        ("funktion", None, None, "Stedfortræder", Decimal("12.5")),
    ]
    assert [et["paa"] for et in strategisk(plan)["medarbejderandele"]] == ["Stedfortræder", "Nordparken"]


@pytest.mark.parametrize(
    ("felter", "felt", "saetning"),
    [
        ({"stilling": ""}, "stilling", "Skriv stillingen."),
        ({"procent": ""}, "procent", "Skriv, hvor stor en del af en fuld stilling det er, fx 60."),
        ({"procent": "halvdelen"}, "procent", "»halvdelen« er ikke et tal. Skriv det som 22,4 eller 1.936."),
        ({"procent": "0"}, "procent", "En andel af en stilling er over 0 og højst 100 %."),
        ({"procent": "100,5"}, "procent", "En andel af en stilling er over 0 og højst 100 %."),
        ({"procent": "-20"}, "procent", "En andel af en stilling er over 0 og højst 100 %."),
        ({"procent": "12,55"}, "procent", "Skriv højst 1 decimal."),
        ({"paa": ""}, "paa", "Vælg, hvad andelen bruges på."),
        ({"paa": "delaftale-999999"}, "paa", "Vælg en fra listen."),
        ({"funktion": ""}, "funktion", "Skriv funktionen, eller vælg en delaftale eller et boligområde."),
        ({"person": "999999"}, "person", "Vælg en fra listen."),
    ],
)
def test_daarligt_input_faar_en_dansk_saetning(send, delaftale, felter, felt, saetning):
    gyldigt = {"stilling": "Koordinator", "procent": "60", "paa": "funktion", "funktion": "Stedfortræder"}

    assert send("opret", **{**gyldigt, **felter}).context["form"].errors[felt] == [saetning]
    assert not Medarbejderandel.objects.exists()


def test_en_andel_bruges_paa_en_ting(send, delaftale):
    svar = send("opret", stilling="K", procent="60", paa=f"delaftale-{delaftale.pk}", funktion="Stedfortræder")

    assert svar.context["form"].errors == {
        "funktion": ["En andel bruges på én ting. Slet funktionen, eller vælg den som det, andelen bruges på."]
    }


def test_en_andel_flyttes_til_en_anden_akse_og_fjernes(client, send, plan, delaftale):
    andel = paa_delaftale(plan, delaftale)
    side = client.get(reverse("aftaler:medarbejderandel_ret", args=[plan.slug, andel.pk]))
    assert side.context["form"]["paa"].value() == f"delaftale-{delaftale.pk}"

    svar = send("ret", andel.pk, stilling="Koordinator", procent="25", paa="funktion", funktion="Stedfortræder")

    andel.refresh_from_db()
    assert svar.headers["Location"].endswith("/organisering/andele/#andele")
    assert (andel.akse, andel.delaftale, andel.funktion, str(andel)) == (
        "funktion",
        None,
        "Stedfortræder",
        "25\u00a0% Koordinator",
    )
    send("fjern", andel.pk)
    assert not Medarbejderandel.objects.exists()


def test_en_anden_plans_delaftale_og_person_afvises(plan, projektleder, delaftale):
    andel = Medarbejderandel(helhedsplan=plan)
    felter = {"stilling": "K", "procent": Decimal(10), "af": projektleder}

    with pytest.raises(ValidationError, match="hører til planen"):
        services.gem_andel(andel, person=None, paa=DelaftaleFactory(), **felter)
    with pytest.raises(ValidationError, match="hører til planen"):
        services.gem_andel(andel, person=None, paa=BoligomraadeFactory(), **felter)
    with pytest.raises(ValidationError, match="hører til planen"):
        services.gem_andel(andel, person=PersonFactory(), paa=delaftale, **felter)
    assert not Medarbejderandel.objects.exists()


def test_bestyrelsen_ser_men_retter_ikke(client, plan, bestyrelsesmedlem):
    andel = MedarbejderandelFactory(helhedsplan=plan)
    client.force_login(bestyrelsesmedlem)

    assert "/ret/" not in siden(client, plan).content.decode()
    with pytest.raises(PermissionDenied):
        services.fjern_andel(andel, af=bestyrelsesmedlem)


# Delaftalens blok 7 ------------------------------------------------------------------------------------


def blok_7(plan):
    (dok,) = delaftaler(plan)
    return next(et for et in delaftale_blokke(dok, None) if et.kode == "medarbejderressourcer")


def test_blok_7_viser_andelene_og_er_klar_uden_tekst(client, plan, projektleder, delaftale):
    assert blok_7(plan).mangler == "Teksten mangler."
    paa_delaftale(plan, delaftale, procent=Decimal("37.5"))

    assert (blok_7(plan).mangler, blok_7(plan).data) == ("", {"andele": ["37,5\u00a0% Koordinator"]})
    client.force_login(projektleder)
    side = client.get(reverse("aftaler:delaftale_detalje", args=[plan.slug, "5.1"])).content.decode()
    assert "<li>37,5\u00a0% Koordinator</li>" in side
    assert "Ret andelene af stillinger" in side


def test_en_version_fra_foer_andelene_kan_stadig_laeses(plan, delaftale):
    assert andele_i_ord({k: v for k, v in delaftale_snapshot(delaftale).items() if k != "medarbejderandele"}) == []


def test_alle_delaftaler_er_de_samme_som_en_for_en(plan, delaftale):
    anden = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr="5.3"))
    paa_delaftale(plan, anden)

    assert delaftaler(plan) == [delaftale_snapshot(delaftale), delaftale_snapshot(anden)]


def test_dem_uden_organisering_ser_ikke_andelene(client, plan):
    client.force_login(MedlemskabFactory(helhedsplan=plan, rolle=Rolle.LBF).bruger)

    assert siden(client, plan).status_code == 403
