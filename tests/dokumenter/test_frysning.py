"""A dataclass as plain data and back: nothing is rounded, nothing lost, and another shape is refused."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from dokumenter.reports.frysning import KanIkkeOptoes, frys, optoe
from maalinger.statuses import Status


@dataclass(frozen=True)
class Led:
    tekst: str
    status: Status | None = None


@dataclass(frozen=True)
class Hele:
    dag: date
    tid: datetime | None
    tal: Decimal
    led: tuple[Led, ...]
    par: tuple[int, str]
    er_kladde: bool = False
    indre: "Hele | None" = None


HELE = Hele(
    date(2022, 6, 2),
    datetime(2022, 6, 2, 12, 30, tzinfo=UTC),
    Decimal("22.40"),
    (Led("a"), Led("b", Status.BAGUD)),
    (2, "år"),
    indre=Hele(date(2021, 1, 1), None, Decimal("0.1"), (), (1, ""), er_kladde=True),
)


def test_frem_og_tilbage_er_det_samme_ogsaa_gennem_json():
    assert optoe(Hele, json.loads(json.dumps(frys(HELE)))) == HELE


def test_data_er_korte_og_tal_er_tekst_saa_intet_afrundes():
    assert frys(HELE) == {
        "dag": "2022-06-02",
        "tid": "2022-06-02T12:30:00+00:00",
        "tal": "22.40",
        "led": [{"tekst": "a"}, {"tekst": "b", "status": "bagud"}],
        "par": [2, "år"],
        "indre": {"dag": "2021-01-01", "tid": None, "tal": "0.1", "led": [], "par": [1, ""], "er_kladde": True},
    }


@pytest.mark.parametrize(
    "forkert",
    [{}, {"tekst": 3}, {"tekst": "a", "status": "ukendt"}, None, {"tekst": None}],
)
def test_data_af_en_anden_form_afvises(forkert):
    with pytest.raises(KanIkkeOptoes):
        optoe(Led, forkert)


def test_det_der_ikke_kan_fryses_siger_det_med_det_samme():
    with pytest.raises(TypeError, match="float kan ikke fryses"):
        frys(Hele(date(2022, 1, 1), None, 1.5, (), (1, "")))
