"""Small numbers in register data: hidden by today's limit, on every axis, whatever page they end on."""

from datetime import date
from decimal import Decimal

import pytest

from maalinger.models import Diskretionsgraense, Indikator, Indikatorvaerdi
from maalinger.reports.registertal import egne_skjulte, figur
from tests.factories import BoligomraadeFactory, BrugerFactory

pytestmark = pytest.mark.django_db
DAG = date(2024, 6, 2)


@pytest.fixture
def skriv(plan):
    indikator, af = Indikator.objects.get(kode="fraflytning"), BrugerFactory()

    def _skriv(omraade=None, *, fra=2022, til=None, **tal):
        return Indikatorvaerdi.objects.create(
            helhedsplan=plan,
            indikator=indikator,
            niveau="omraade" if omraade else "plan",
            omraade=omraade,
            fra_aar=fra,
            til_aar=til or fra,
            kilde="Eksempel",
            registreret_af=af,
            **tal,
        )

    return _skriv


@pytest.fixture
def omraader(plan):
    alle = [BoligomraadeFactory(navn=f"Vænget {nr}") for nr in range(3)]
    for et in alle:
        et.helhedsplaner.add(plan)
    return alle


def test_planens_tal_minus_omraadernes_afsloerer_ingen(plan, skriv, omraader):
    lille, mellem, stor = (
        skriv(omraade, taeller=taeller, naevner=100) for omraade, taeller in zip(omraader, (3, 20, 40), strict=True)
    )
    hele = skriv(taeller=63, naevner=300)

    skjulte = egne_skjulte(plan, [lille, mellem, stor, hele], dato=DAG)

    assert skjulte == {lille.pk, mellem.pk}
    vist = figur(lille, skjulte, mindste=5)
    assert (vist.tekst, vist.vaerdi, vist.broek) == ("Skjult", None, "")


def test_et_snit_over_aar_giver_ikke_et_skjult_aar_tilbage(plan, skriv, omraader):
    aarene = [skriv(omraader[0], fra=aar, taeller=et, naevner=40) for aar, et in ((2020, 10), (2021, 3), (2022, 12))]
    snit = skriv(omraader[0], fra=2020, til=2022, vaerdi=Decimal("20.8"))
    assert egne_skjulte(plan, [*aarene, snit], dato=DAG) == {aarene[1].pk, snit.pk}


def test_et_snit_hvis_aar_ikke_alle_er_der_vises(plan, skriv, omraader):
    aarene = [skriv(omraader[0], fra=aar, taeller=et, naevner=40) for aar, et in ((2020, 10), (2021, 3))]
    snit = skriv(omraader[0], fra=2020, til=2022, vaerdi=Decimal("20.8"))
    assert egne_skjulte(plan, [*aarene, snit], dato=DAG) == {aarene[1].pk}


def test_en_ny_graense_skjuler_ogsaa_gamle_tal(plan, skriv, omraader):
    vaerdi = skriv(omraader[0], fra=2015, taeller=7, naevner=40)
    assert egne_skjulte(plan, [vaerdi], dato=DAG) == frozenset()
    Diskretionsgraense.objects.create(gaelder_fra=date(2024, 6, 1), mindste_antal=10)
    assert egne_skjulte(plan, [vaerdi], dato=DAG) == {vaerdi.pk}
