"""The page of the ministry's lists: what it says, for which year, whose answer counts, and what stays hidden."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from kerne.models import Haendelse
from kerne.talformat import FAST_MELLEMRUM
from maalinger.models import Indikator, Indikatorvaerdi, Landstal, Listeplacering
from maalinger.reports.lister import listeside
from maalinger.statuses import Listesvar
from tests.factories import (
    BoligomraadeFactory,
    BrugerFactory,
    IndsatsomraadeFactory,
    ListeplaceringFactory,
    SucceskriteriumFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db
PAA_LISTEN = {"uden-arbejde-og-uddannelse": 45, "kun-grundskole-30-59": 66, "bruttoindkomst-af-region": 60}


@pytest.fixture(autouse=True)
def _i_juni_2024():
    with time_machine.travel("2024-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def omraade(plan):
    return _omraade(plan, "Vænget")


def test_siden_siger_for_hvert_omraade_og_hver_liste_hvad_tallene_giver(client, projektleder, plan, omraade):
    _tal(plan, omraade, {**PAA_LISTEN, "ikke-vestlige": 35})
    client.force_login(projektleder)

    svar = client.get(reverse("maalinger:lister", args=[plan.slug]) + "?aar=2023")

    side = svar.context["side"]
    assert (side.aar, side.saetning) == (
        2023,
        "1 af 1 boligområder står på mindst én liste for 2023 eller opfylder dens betingelser.",
    )
    assert [(et.navn, et.svar) for et in side.omraader[0].lister] == [
        ("Udsatte boligområder", Listesvar.PAA),
        ("Parallelsamfund", Listesvar.IKKE),
        ("Omdannelsesområder", Listesvar.IKKE),
        ("Forebyggelsesområder", Listesvar.PAA),
    ]
    assert "Efter tallene for 2023 er Vænget et udsat boligområde" in svar.content.decode()


def test_landstallet_for_aaret_er_graensen_for_doemte(plan, omraade):
    _tal(plan, omraade, {"doemte": Decimal("2.85")})
    doemte = Indikator.objects.get(kode="doemte")
    for aar in (2021, 2022):
        Landstal.objects.create(indikator=doemte, aar=aar, vaerdi=Decimal("0.95"), kilde="Eksempel")

    linje = _linje(plan, "Dømte, 18 år og derover")

    assert (linje.tal, linje.graense, linje.svar, linje.aar) == (
        f"2,85{FAST_MELLEMRUM}%", f"≥{FAST_MELLEMRUM}2,85{FAST_MELLEMRUM}%", "Opfyldt", "2021–2022"
    )  # fmt: skip


def test_uden_landstal_er_doemte_ukendt_og_siger_hvorfor(plan, omraade):
    _tal(plan, omraade, {"doemte": Decimal("2.85")})
    linje = _linje(plan, "Dømte, 18 år og derover")
    assert (linje.svar, linje.grund) == ("Ukendt", "Landsgennemsnittet for 2021–2022 mangler.")


def test_et_skjult_tal_kan_ikke_laeses_nogen_steder_paa_siden(client, projektleder, plan, omraade):
    _tal(plan, omraade, PAA_LISTEN)
    skole = Indikatorvaerdi.objects.get(indikator__kode="kun-grundskole-30-59", til_aar=2023)
    skole.vaerdi, skole.taeller, skole.naevner = None, 3, 17
    skole.save()
    client.force_login(projektleder)

    indhold = client.get(reverse("maalinger:lister", args=[plan.slug]) + "?aar=2023").content.decode()

    linje = _linje(plan, "Kun grundskole, 30–59 år")
    assert (linje.tal, linje.afstand, linje.svar) == ("Skjult", "", "Ukendt")
    assert linje.grund.startswith("Tallet for 2023 er skjult.")
    assert "17,6" not in indhold


def test_ministeriets_svar_vinder_og_forskellen_siges(plan, omraade):
    _tal(plan, omraade, PAA_LISTEN)
    ListeplaceringFactory(helhedsplan=plan, omraade=omraade, aar=2023, paa_listen=False)
    liste = listeside(plan, dato=date(2024, 6, 2), aar=2023).omraader[0].lister[0]
    assert (liste.svar, liste.afviger) == (Listesvar.IKKE, True)
    assert liste.saetning.endswith("Ministeriets liste gælder.")


def test_uden_valg_vises_det_nyeste_aar_med_tal_og_et_ukendt_aar_er_det_samme(client, projektleder, plan, omraade):
    _tal(plan, omraade, {"kun-grundskole-30-59": 50})
    client.force_login(projektleder)
    adresse = reverse("maalinger:lister", args=[plan.slug])
    valgt = [client.get(adresse + spoerg).context["side"].aar for spoerg in ("", "?aar=1999", "?aar=x", "?aar=2022")]
    assert valgt == [2023, 2023, 2023, 2022]


def test_aftalens_ord_staar_ved_siden_af_lovens(plan, omraade):
    SucceskriteriumFactory(
        indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan),
        tekst="Under ghettokriteriet på 28 kriminalretlige afgørelser pr. 1.000 beboere",
    )
    plan.start_dato = date(2017, 5, 1)
    plan.save()
    VersionFactory(helhedsplan=plan)

    citat = listeside(plan, dato=date(2024, 6, 2)).citater[0]

    assert (citat.navn, citat.loven, citat.aar) == (
        "Dømte, 18 år og derover", f"over 2,7{FAST_MELLEMRUM}% i snit af 2 år", 2017
    )  # fmt: skip


def test_et_omraade_uden_tal_siger_det_en_gang(client, projektleder, plan, omraade):
    client.force_login(projektleder)
    svar = client.get(reverse("maalinger:lister", args=[plan.slug]) + "?aar=2023")
    assert svar.context["side"].omraader[0].er_tomt
    assert "Der er ingen tal for Vænget til listerne for 2023." in svar.content.decode()


def test_uden_boligomraader_siges_det(client, projektleder, plan):
    client.force_login(projektleder)
    svar = client.get(reverse("maalinger:lister", args=[plan.slug]))
    assert "Ingen boligområder endnu" in svar.content.decode()


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(plan, antal, django_assert_num_queries):
    for nr in range(antal):
        omraade = _omraade(plan, f"Vænget {nr}")
        _tal(plan, omraade, PAA_LISTEN)
        ListeplaceringFactory(helhedsplan=plan, omraade=omraade)
    with django_assert_num_queries(13):
        listeside(plan, dato=date(2024, 6, 2), aar=2023)


def test_ministeriets_svar_skrives_ind_rettes_og_slettes(client, projektleder, plan, omraade):
    client.force_login(projektleder)
    svar = {"omraade": omraade.pk, "art": "udsat", "aar": "2023", "paa_listen": "True", "kilde": "Listen 1.12.2023"}

    client.post(reverse("maalinger:placering_opret", args=[plan.slug]), svar)
    placering = Listeplacering.objects.get()
    client.post(
        reverse("maalinger:placering_ret", args=[plan.slug, placering.pk]), {**svar, "paa_listen": "False", "foer": ""}
    )
    assert not Listeplacering.objects.get().paa_listen
    side = client.post(reverse("maalinger:placering_slet", args=[plan.slug, placering.pk]), follow=True)

    assert not Listeplacering.objects.exists()
    assert side.context["side"].aar == 2023
    assert Haendelse.objects.count() == 3


@pytest.mark.parametrize(
    ("felt", "vaerdi", "fejl"),
    [
        ("aar", "2009", "De første lister er fra 2010."),
        ("aar", "2025", "Listen for 2025 er ikke kommet endnu. Skriv et år til og med 2024."),
        ("aar", "i fjor", "Skriv året med fire cifre, fx 2022."),
        ("kilde", "", "Skriv, hvor det kan læses."),
        ("art", "gul", "Vælg en af mulighederne."),
    ],
)
def test_forkerte_oplysninger_siges_ved_feltet(client, projektleder, plan, omraade, felt, vaerdi, fejl):
    client.force_login(projektleder)
    svar = {"omraade": omraade.pk, "art": "udsat", "aar": "2023", "paa_listen": "True", "kilde": "Listen"}
    side = client.post(reverse("maalinger:placering_opret", args=[plan.slug]), {**svar, felt: vaerdi})
    assert side.context["form"].errors[felt] == [fejl]


def test_samme_liste_og_aar_kan_kun_skrives_ind_en_gang(client, projektleder, plan, omraade):
    ListeplaceringFactory(helhedsplan=plan, omraade=omraade, aar=2023)
    client.force_login(projektleder)
    svar = {"omraade": omraade.pk, "art": "udsat", "aar": "2023", "paa_listen": "True", "kilde": "Listen"}
    side = client.post(reverse("maalinger:placering_opret", args=[plan.slug]), svar)
    assert "Områdets plads på den liste er skrevet ind for det år." in side.content.decode()


def test_et_omraade_i_en_anden_plan_kan_ikke_vaelges(client, projektleder, plan, omraade):
    client.force_login(projektleder)
    svar = {"omraade": BoligomraadeFactory().pk, "art": "udsat", "aar": "2023", "paa_listen": "True", "kilde": "Listen"}
    side = client.post(reverse("maalinger:placering_opret", args=[plan.slug]), svar)
    assert side.context["form"].errors["omraade"] == ["Vælg en af mulighederne."]


def _omraade(plan, navn: str):
    omraade = BoligomraadeFactory(navn=navn, beboere=1500)
    omraade.helhedsplaner.add(plan)
    return omraade


def _tal(plan, omraade, tal: dict) -> None:
    """The same figures every year from 2019 to 2023."""
    af = BrugerFactory()
    for kode, vaerdi in tal.items():
        indikator = Indikator.objects.get(kode=kode)
        for aar in range(2019, 2024):
            Indikatorvaerdi.objects.create(
                helhedsplan=plan,
                indikator=indikator,
                niveau="omraade",
                omraade=omraade,
                fra_aar=aar,
                til_aar=aar,
                vaerdi=vaerdi,
                kilde="Eksempel",
                registreret_af=af,
            )


def _linje(plan, navn: str):
    lister = listeside(plan, dato=date(2024, 6, 2), aar=2023).omraader[0].lister
    return next(et for et in lister[0].linjer if et.navn == navn)
