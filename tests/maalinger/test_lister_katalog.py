"""The lists that every site begins with: the thresholds of domain.md 3.3, year by year."""

from decimal import Decimal

import pytest

from maalinger.models import Diskretionsgraense, Liste

pytestmark = pytest.mark.django_db

FIRE = [
    ("uden-arbejde-og-uddannelse", ">", 40, "fast", 2, False),
    ("doemte", ">=", 3, "gange_landet", 2, False),
    ("kun-grundskole-30-59", ">", 60, "fast", 1, False),
    ("bruttoindkomst-af-region", "<", 55, "procent_region", 1, False),
]
IKKE_VESTLIGE = ("ikke-vestlige", ">", 50, "fast", 1)


@pytest.mark.parametrize(
    ("art", "aar", "kraever", "bygger_paa", "i_traek", "kriterier"),
    [
        ("parallelsamfund", 2010, 2, "", 1, [
            ("uden-arbejde-og-uddannelse", ">", 40, "fast", 2, False),
            ("doemte", ">", Decimal("2.7"), "fast", 1, False),
            (*IKKE_VESTLIGE, False),
        ]),
        ("parallelsamfund", 2017, 3, "", 1, [
            ("uden-arbejde-og-uddannelse", ">", 40, "fast", 2, False),
            ("doemte", ">", Decimal("2.7"), "fast", 2, False),
            ("kun-grundskole-30-59", ">", 50, "fast", 1, False),
            ("bruttoindkomst-af-region", "<", 55, "procent_region", 1, False),
            (*IKKE_VESTLIGE, False),
        ]),
        ("udsat", 2018, 2, "", 1, FIRE),
        ("udsat", 2026, 2, "", 1, FIRE),
        ("parallelsamfund", 2020, 1, "udsat", 1, [(*IKKE_VESTLIGE, True)]),
        ("parallelsamfund", 2021, 1, "udsat", 1, [(*IKKE_VESTLIGE, True)]),
        ("omdannelse", 2018, 0, "parallelsamfund", 5, []),
        ("omdannelse", 2026, 0, "parallelsamfund", 5, []),
        ("forebyggelse", 2021, 3, "", 1, [
            ("ikke-vestlige", ">", 30, "fast", 1, True),
            ("uden-arbejde-og-uddannelse", ">", 30, "fast", 2, False),
            ("doemte", ">=", 2, "gange_landet", 2, False),
            ("kun-grundskole-30-59", ">", 60, "fast", 1, False),
            ("bruttoindkomst-af-region", "<", 65, "procent_region", 1, False),
        ]),
    ],
)  # fmt: skip
def test_aarets_graenser(art, aar, kraever, bygger_paa, i_traek, kriterier):
    liste = Liste.objects.filter(art=art, fra_aar__lte=aar).exclude(til_aar__lt=aar).get()

    assert (liste.kraever, liste.bygger_paa, liste.aar_i_traek, liste.mindst_beboere) == (
        kraever, bygger_paa, i_traek, 1000
    )  # fmt: skip
    assert [
        (et.indikator.kode, et.tegn, et.graense, et.grundlag, et.vindue_aar, et.paakraevet)
        for et in liste.kriterier.order_by("raekkefoelge")
    ] == kriterier


def test_der_er_ingen_forebyggelsesliste_foer_2021_og_ingen_udsatte_uden_for_ghettolisten_foer_2018():
    assert not Liste.objects.filter(art="forebyggelse", fra_aar__lt=2021).exists()
    assert not Liste.objects.filter(art="udsat", fra_aar__lt=2018).exists()


def test_det_ubekraeftede_staar_som_ubekraeftet():
    assert "ikke bekræftet" in Liste.objects.get(fra_aar=2010).kilde


def test_diskretionsgraensen_begynder_med_fem():
    assert [et.mindste_antal for et in Diskretionsgraense.objects.all()] == [5]
