"""bin/bench on a tiny scale, with everything it starts: so that it works on the day somebody asks how fast it is."""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

ROD = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROD / "bin" / "vaerktoej"))

import bench  # noqa: E402 - the launcher's folder is on the path only from here
import miljoe  # noqa: E402

pytestmark = pytest.mark.django_db  # or there would be no database to copy
LILLE = bench.Omfang(planer=2, runder=1, pdf_runder=1, pdf_af="4", dokumenter=1, koe_runder=1, arbejdere=(1,))


@pytest.fixture(scope="module")
def svar(django_db_setup, django_db_blocker, tmp_path_factory):
    """Everything measured once, on copies of the empty database that the tests' own was copied from."""
    connection.close()  # a database that somebody looks into can't be copied
    skabelon = os.environ.get("TEST_SKABELON", connection.settings_dict["NAME"])
    mappe = tmp_path_factory.mktemp("bench")
    (mappe / "log").mkdir()
    adresse = urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{skabelon}"))
    eget = {**os.environ, "DATABASE_URL": adresse, "MEDIA_MAPPE": str(mappe), "TILLAD_DEMO": "1"}
    her = miljoe.Sted(rod=ROD, run=mappe, tilstand=mappe)
    return bench.maal(her, eget, LILLE)


def test_svaret_har_kontraktens_noegler(svar):
    assert {navn: sorted(svar[navn]) for navn in ("pdf", "skala", "koe")} == {
        "pdf": ["chromium_sekunder", "forhold", "mb", "sekunder", "sider"],
        "skala": ["forhold", "planer_1", "planer_2"],
        "koe": ["arbejdere_1_sekunder", "dokumenter"],
    }
    assert {tuple(et) for et in svar["sider"].values()} == {("ms_pr_kald", "gulv_ms", "forhold", "forespoergsler")}


def test_alt_er_maalt(svar):
    tallene = [et for del_ in ("pdf", "skala", "koe") for et in svar[del_].values()]
    tallene += [et for side in svar["sider"].values() for et in side.values()]

    assert [et for et in tallene if not et > 0] == []


def test_et_forhold_er_af_de_to_tal_ved_siden_af():
    tider = iter([9.0, 9.0, 6.0, 2.0, 8.0, 4.0, 7.0, 3.0])

    assert bench.skiftevis(lambda: next(tider), lambda: next(tider), runder=3) == [7.0, 3.0]


def test_alle_sider_er_sider_i_en_plan(svar):
    assert set(svar["sider"]) == {*bench.SIDER, bench.FOERSTE_GANG}
