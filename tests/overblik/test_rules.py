"""The headline's counting and the months: tables of cases."""

from datetime import date

import pytest

from maalinger.statuses import Status
from overblik.rules import antal_kriterier, overskrift, talord, tid

O, P, B, I, V, M, K = (  # noqa: E741 – one letter a status keeps the table readable
    Status.OPFYLDT,
    Status.PAA_SPORET,
    Status.BAGUD,
    Status.IKKE_OPFYLDT,
    Status.VENTER,
    Status.MAALING_MANGLER,
    Status.IKKE_MAALBART,
)


@pytest.mark.regel("overskriften-taeller")
@pytest.mark.parametrize(
    ("statusser", "foreloebige", "tekst"),
    [
        ([], 0, "Aftalen har ingen succeskriterier endnu."),
        ([P], 0, "Ét kriterium er på sporet."),
        ([P, P], 0, "Begge kriterier er på sporet."),
        ([P] * 3, 0, "Alle tre kriterier er på sporet."),
        ([P, P, B, B, K, K, M], 0, "To kriterier er på sporet, og to er bagud. Tre kan ikke bedømmes endnu."),
        ([O, P, B, I], 0, "Ét kriterium er opfyldt, ét er på sporet, ét er bagud, og ét er ikke opfyldt."),
        ([P, P, B], 2, "To kriterier er på sporet, og ét er bagud. To af tallene er foreløbige."),
        ([P, B, B], 1, "Ét kriterium er på sporet, og to er bagud. Ét af tallene er foreløbigt."),
        ([B, B], 2, "Begge kriterier er bagud. Alle tallene er foreløbige."),
        ([B], 1, "Ét kriterium er bagud. Tallet er foreløbigt."),
        ([P, V], 0, "Ét kriterium er på sporet. Ét kan ikke bedømmes endnu."),
        ([V], 0, "Kriteriet kan ikke bedømmes endnu."),
        ([V, M, K], 0, "Ingen af de tre kriterier kan bedømmes endnu."),
        ([P] * 21 + [B], 0, "21 kriterier er på sporet, og ét er bagud."),
    ],
)
def test_overskriften_er_optaellingen_i_ord(statusser, foreloebige, tekst):
    assert "".join(led.tekst for led in overskrift(statusser, foreloebige=foreloebige)) == tekst


def test_hver_optalt_saetning_baerer_sit_tegn():
    led = overskrift([Status.PAA_SPORET, Status.BAGUD, Status.VENTER], foreloebige=1)

    assert [et.status for et in led if et.status] == ["paa_sporet", "bagud", "foreloebig", "ikke_maalbart"]


@pytest.mark.parametrize(("antal", "ord_"), [(0, "nul"), (1, "ét"), (12, "tolv"), (20, "tyve"), (21, "21")])
def test_talord(antal, ord_):
    assert talord(antal) == ord_


@pytest.mark.parametrize(
    ("antal", "tekst"), [(0, "Succeskriterier"), (1, "Ét succeskriterium"), (10, "Ti succeskriterier")]
)
def test_antal_kriterier(antal, tekst):
    assert antal_kriterier(antal) == tekst


@pytest.mark.regel("maaneder-gaaet")
@pytest.mark.parametrize(
    ("dato", "gaaet", "tilbage"),
    [
        (date(2019, 4, 30), 0, 48),
        (date(2019, 5, 1), 0, 48),
        (date(2019, 5, 31), 0, 48),
        (date(2019, 6, 1), 1, 47),
        (date(2022, 6, 2), 37, 11),
        (date(2023, 4, 30), 47, 1),
        (date(2023, 5, 1), 48, 0),
        (date(2026, 11, 23), 48, 0),
    ],
)
def test_maaneder_gaaet_og_tilbage(dato, gaaet, tilbage):
    svar = tid(start=date(2019, 5, 1), slut=date(2023, 4, 30), dato=dato)

    assert (svar.alle, svar.gaaet, svar.tilbage) == (48, gaaet, tilbage)
