"""What is late and what comes in the next ninety days, on the board's page."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from aftaler.models import Milepael
from aftaler.rules.frister import Tidsstand
from maalinger.reports.kriterier import Kladder, ikraft
from overblik.reports.kommende import HOEJST, kommende
from overblik.rules.kommende import er_med, i_ord
from tests.factories import AktivitetFactory, DelaftaleFactory, FristFactory, IndsatsomraadeFactory, VersionFactory

DAG = date(2022, 6, 2)


@pytest.mark.regel("naeste-90-dage")
@pytest.mark.parametrize(
    ("senest", "gjort", "med"),
    [
        (date(2019, 6, 1), None, True),  # three years late is still not done
        (date(2022, 6, 2), None, True),
        (date(2022, 8, 31), None, True),  # day ninety
        (date(2022, 9, 1), None, False),
        (date(2022, 6, 1), date(2022, 6, 1), False),
        (date(2022, 7, 1), date(2022, 6, 1), False),
    ],
)
def test_det_ugjorte_over_tiden_og_i_de_naeste_90_dage_er_med(senest, gjort, med):
    assert er_med(senest, gjort, DAG) is med


@pytest.mark.parametrize(
    ("sene", "kommer", "saetning"),
    [
        (0, 0, "Ingen frist er over tiden, og ingen kommer de næste 90 dage."),
        (1, 3, "Én frist er over tiden, og tre kommer de næste 90 dage."),
        (2, 0, "To frister er over tiden, og ingen kommer de næste 90 dage."),
        (0, 1, "Ingen frist er over tiden, og én kommer de næste 90 dage."),
    ],
)
def test_saetningen_taeller_i_ord(sene, kommer, saetning):
    assert i_ord([Tidsstand.OVER_TIDEN] * sene + [Tidsstand.KOMMER] * kommer) == saetning


def _milepael(plan, navn, senest, aktivitet=None):
    return Milepael.objects.create(helhedsplan=plan, aktivitet=aktivitet, navn=navn, frist_dato=senest)


def _linjer(plan, kladder=Kladder.INGEN):
    svar = kommende(plan, ikraft(plan, dato=DAG), dato=DAG, kladder=kladder)
    return [(et.nr, et.hvad, et.hvor, et.stand.value) for et in svar.linjer]


@pytest.mark.django_db
def test_frister_og_milepaele_staar_efter_dato_med_hvor_de_hoerer_til(plan):
    delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    aktivitet = AktivitetFactory(delaftale=delaftale, navn="Naboskab")
    FristFactory(helhedsplan=plan, navn="Regnskab", dato=date(2022, 6, 30))
    _milepael(plan, "Midtvejs", date(2022, 5, 1))
    _milepael(plan, "Første møde", date(2022, 7, 1), aktivitet)
    _milepael(plan, "Langt væk", date(2023, 1, 1), aktivitet)
    VersionFactory(helhedsplan=plan)
    VersionFactory(helhedsplan=plan, delaftale=delaftale)

    assert _linjer(plan) == [
        (1, "Midtvejs", "Hele planen", "over_tiden"),
        (2, "Regnskab", "Hele planen", "kommer"),
        (3, "Første møde", "5.1 Naboskab", "kommer"),
    ]


@pytest.mark.django_db
def test_en_kladdes_milepaele_vises_kun_hvor_kladden_traeder_i_stedet(plan):
    _milepael(plan, "Kun i kladden", date(2022, 7, 1))

    assert _linjer(plan) == []
    assert _linjer(plan, Kladder.UDEN_VERSION) == [(1, "Kun i kladden", "Hele planen", "kommer")]


@pytest.mark.django_db
def test_de_der_ikke_er_plads_til_taelles(plan):
    for nr in range(HOEJST + 3):
        FristFactory(helhedsplan=plan, navn=f"Frist {nr}", dato=DAG + timedelta(days=nr))

    svar = kommende(plan, ikraft(plan, dato=DAG), dato=DAG, kladder=Kladder.INGEN)
    assert (len(svar.linjer), svar.flere) == (HOEJST, 3)


@pytest.mark.django_db
def test_tegningen_er_der_kun_naar_noget_kommer(plan):
    FristFactory(helhedsplan=plan, dato=date(2021, 6, 30))
    sene = kommende(plan, ikraft(plan, dato=DAG), dato=DAG, kladder=Kladder.INGEN)
    FristFactory(helhedsplan=plan, dato=date(2022, 6, 30))
    begge = kommende(plan, ikraft(plan, dato=DAG), dato=DAG, kladder=Kladder.INGEN)

    assert (sene.har_tegning, begge.har_tegning) == (False, True)
    assert f"<title>De næste 90 dage. {begge.saetning}</title>" in begge.tegning


@pytest.mark.django_db
@pytest.mark.parametrize("antal", [1, 3])
@time_machine.travel("2022-06-02 12:00")
def test_flere_frister_og_milepaele_koster_ikke_flere_forespoergsler(
    client, plan, formand, antal, django_assert_num_queries
):
    for nr in range(antal):
        FristFactory(helhedsplan=plan, navn=f"Frist {nr}", dato=date(2022, 6, 30))
        _milepael(plan, f"Milepæl {nr}", date(2022, 7, 1))
    VersionFactory(helhedsplan=plan)
    client.force_login(formand)
    with django_assert_num_queries(19):
        svar = client.get(reverse("overblik:overblik", args=[plan.slug]))
    assert svar.content.decode().count('kommende-tegn"') == 2 * antal


@pytest.mark.django_db
@time_machine.travel("2022-06-02 12:00")
def test_landsbyggefonden_ser_ikke_planens_egne_frister_paa_bestyrelsens_side(client, plan, lbf, bestyrelsesmedlem):
    """The page of deadlines was closed to Landsbyggefonden; the same deadlines stood on the board's page."""
    FristFactory(helhedsplan=plan, navn="Ansøgning sendes", dato=date(2022, 6, 30))
    _milepael(plan, "Midtvejs", date(2022, 7, 1))
    VersionFactory(helhedsplan=plan)

    sete = []
    for person in (lbf, bestyrelsesmedlem):
        client.force_login(person)
        svar = client.get(reverse("overblik:overblik", args=[plan.slug]))
        sete.append([et.hvad for et in svar.context["rapport"].kommende.linjer])

    assert sete == [["Midtvejs"], ["Ansøgning sendes", "Midtvejs"]]
