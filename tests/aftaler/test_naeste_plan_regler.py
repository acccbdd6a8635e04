"""What is carried on follows its place, and what must be decided before the next plan can start."""

from datetime import date

import pytest

from aftaler.models.viderefoerelse import Valg
from aftaler.rules.naeste_plan import (
    Del,
    for_lang_problembeskrivelse,
    gaeldende_valg,
    mangler_foer_naeste_plan,
    mangler_omraader,
    mangler_ved_ansoegning,
    mangler_ved_naeste_periode,
)

OMRAADE, AKTIVITET, KRITERIUM = ("indsatsomraade", 1), ("aktivitet", 1), ("kriterium", 1)


def dele(omraade, aktivitet, kriterium):
    return [
        Del(KRITERIUM, "Fremmøde", AKTIVITET, kriterium),
        Del(AKTIVITET, "Lektiecafé", OMRAADE, aktivitet),
        Del(OMRAADE, "5.1 Tryghed", None, omraade),
    ]


@pytest.mark.regel("foelger-sit-sted")
@pytest.mark.parametrize(
    ("egne", "gaelder"),
    [
        ((Valg.VIDERE, Valg.SLUTTER, Valg.VIDERE), (Valg.VIDERE, Valg.SLUTTER, Valg.SLUTTER)),
        ((Valg.KOMMUNEN, None, None), (Valg.KOMMUNEN, Valg.KOMMUNEN, Valg.KOMMUNEN)),
        ((Valg.KOMMUNEN, Valg.SLUTTER, Valg.VIDERE), (Valg.KOMMUNEN, Valg.KOMMUNEN, Valg.KOMMUNEN)),
        ((Valg.VIDERE, None, Valg.VIDERE), (Valg.VIDERE, None, Valg.VIDERE)),
        ((None, Valg.VIDERE, None), (None, Valg.VIDERE, None)),
    ],
)
def test_delen_foelger_sit_sted(egne, gaelder):
    fundet = gaeldende_valg(dele(*egne))

    assert (fundet[OMRAADE], fundet[AKTIVITET], fundet[KRITERIUM]) == gaelder


@pytest.mark.regel("alt-er-besluttet")
@pytest.mark.parametrize(
    ("alle", "mangler"),
    [
        ([], ["Planen har ingen indsatsområder eller organer at føre videre."]),
        (dele(Valg.SLUTTER, None, None), []),
        (dele(Valg.VIDERE, Valg.VIDERE, None), ["Der er ikke besluttet noget om »Fremmøde«."]),
        (dele(None, Valg.VIDERE, None), ["Der er ikke besluttet noget om »Fremmøde« og »5.1 Tryghed«."]),
        (
            [Del(("organ", nr), str(nr)) for nr in range(5)],
            ["Der er ikke besluttet noget om »0«, »1«, »2« og 2 flere."],
        ),
    ],
)
def test_alt_skal_vaere_besluttet(alle, mangler):
    assert mangler_foer_naeste_plan(alle) == mangler


@pytest.mark.regel("naeste-efter-forrige")
@pytest.mark.parametrize(("start", "i_orden"), [(date(2023, 4, 30), False), (date(2023, 5, 1), True)])
def test_den_naeste_plan_begynder_efter_den_forrige(start, i_orden):
    assert (mangler_ved_naeste_periode(start, forrige_slut=date(2023, 4, 30)) == "") is i_orden


@pytest.mark.regel("omraade-i-perioden")
def test_hvert_omraade_faar_et_i_den_nye_periode():
    fejl = mangler_omraader({1: "5.1 Tryghed", 2: "5.2 Andet", 3: "5.3"}, {1: 10, 2: 99}, {10, 11})

    assert list(fejl) == [2, 3]
    assert fejl[2] == "Vælg et område i den nye bevillingsperiode til 5.2 Andet."


@pytest.mark.regel("hoejst-fem-sider")
@pytest.mark.parametrize(("tegn", "ord_"), [(0, ""), (12_000, ""), (12_001, "omkring 6 sider")])
def test_problembeskrivelsen_er_hoejst_fem_sider(tegn, ord_):
    fundet = for_lang_problembeskrivelse(tegn)

    assert (ord_ in fundet) if ord_ else fundet == ""


@pytest.mark.regel("svar-efter-ansoegning")
@pytest.mark.parametrize(
    ("indsendt", "svar", "felter"),
    [
        (None, None, []),
        (date(2022, 5, 1), date(2022, 9, 1), []),
        (None, date(2022, 9, 1), ["indsendt_dato"]),
        (date(2022, 9, 2), date(2022, 9, 1), ["svar_dato"]),
        (date(2023, 1, 2), None, ["indsendt_dato"]),
        (date(2022, 5, 1), date(2023, 1, 2), ["svar_dato"]),
    ],
)
def test_svaret_kommer_efter_ansoegningen(indsendt, svar, felter):
    assert list(mangler_ved_ansoegning(indsendt, svar, dag=date(2023, 1, 1))) == felter
