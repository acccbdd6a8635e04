"""Reading a succeskriterium: the contract's own sentences, the seeds, and sentences of our own; and the command."""

import hashlib
import io
import json
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from aftaler.parsers.kriterium import til_json, tolk
from tests.aftaler.kriterier import fuld, linjer

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds" / "succeskriterier.jsonl"

KONTRAKT = [
    {"tekst": "Andelen uden job falder fra 36 % i 2016 til 25 % eller lavere i 2022", "form": "niveau", "maalbar": True,
     "retning": "ned", "sammenligning": "<=", "enhed": "procent", "baseline": [36, 2016, 2016], "maal": [25, 2022, 2022]},
    {"tekst": "Karakteren stiger fra 5,7 i perioden 2013-2017 til 6,0 i perioden 2020-2022. Kommunen lå på 6,7 i 2013-2017",
     "form": "niveau", "maalbar": True, "retning": "op", "sammenligning": ">=", "enhed": "karakter",
     "baseline": [5.7, 2013, 2017], "maal": [6, 2020, 2022], "reference": ["kommunen", 6.7, 2013, 2017]},
    {"tekst": "Anmeldelser af hærværk reduceres årligt med 15 % med baseline ultimo 2017", "form": "aendring", "maalbar": True,
     "retning": "ned", "enhed": "antal", "baseline": [None, 2017, 2017], "pr": "aar", "aendring": [-15, "procent", None],
     "mangler": ["baseline"]},
    {"tekst": "Mindst 50 aktive frivillige om året", "form": "antal", "maalbar": True, "sammenligning": ">=", "enhed": "antal",
     "maal": [50, None, None], "pr": "aar"},
    {"tekst": "Mindst 75 % af beboerne bliver boende efter genhusning", "form": "andel", "maalbar": True, "sammenligning": ">=",
     "enhed": "procent", "maal": [75, None, None], "mangler": ["maaletidspunkt"]},
    {"tekst": "Den generelle tryghed ligger over gennemsnittet for udsatte områder (72,4 % i 2016)", "form": "sammenligning",
     "maalbar": True, "sammenligning": ">", "enhed": "procent", "reference": ["udsatte områder", 72.4, 2016, 2016]},
    {"tekst": "Højst 30 afgørelser pr. 1.000 på A-vej, under 19 i B-by", "form": "niveau", "maalbar": True, "enhed": "promille",
     "omraader": [["A-vej", "<=", 30], ["B-by", "<", 19]]},
    {"tekst": "Trygheden er øget i området. Baselinemåling 2018, ny måling ultimo 2022", "form": "aendring", "retning": "op",
     "baseline": [None, 2018, 2018], "mangler": ["maaltal"]},
]  # fmt: skip


def laest(tekst: str) -> dict:
    svar = til_json(tekst, tolk(tekst))
    del svar["tekst"]
    return svar


def andel_rigtige_felter(par: list[tuple[dict, dict]]) -> float:
    rigtige = [ventet[felt] == svar[felt] for ventet, svar in par for felt in ventet]
    return sum(rigtige) / len(rigtige)


@pytest.mark.parametrize("linje", KONTRAKT, ids=lambda linje: linje["tekst"][:40])
def test_kontraktens_eksempler_laeses_noejagtigt(linje):
    assert laest(linje["tekst"]) == fuld(linje)


@pytest.mark.skipif(not SEEDS.exists(), reason="seeds ligger ikke her")
def test_hvert_kriterium_i_seeds_laeses_som_opmaerket():
    tekster = {json.loads(linje)["tekst"] for linje in SEEDS.read_text(encoding="utf-8").splitlines()}
    ved_sha = {hashlib.sha256(tekst.encode()).hexdigest(): tekst for tekst in tekster}
    opmaerket = {linje["sha256"]: fuld(linje) for linje in linjer("seed.jsonl")}

    assert {sha: laest(tekst) for sha, tekst in ved_sha.items()} == opmaerket


def test_traeningssaetningerne_laeses_med_hoejst_to_procent_fejl():
    assert andel_rigtige_felter([(fuld(linje), laest(linje["tekst"])) for linje in linjer("traening.jsonl")]) >= 0.98


@pytest.mark.parametrize("runde", [1, 2, 3])
def test_proevesaetningerne_laeses_med_hoejst_fem_procent_fejl(runde):
    par = [(fuld(linje), laest(linje["tekst"])) for linje in linjer("proeve.jsonl") if linje["runde"] == runde]

    assert len(par) > 50
    assert andel_rigtige_felter(par) >= 0.95


def test_ingen_saetning_er_baade_oevet_og_proevet():
    assert {linje["tekst"] for linje in linjer("traening.jsonl")} & {
        linje["tekst"] for linje in linjer("proeve.jsonl")
    } == set()


# The command


class Bytes(io.TextIOWrapper):
    """Standard input as the command sees it: text on top of bytes."""

    def __init__(self, indhold: bytes) -> None:
        super().__init__(io.BytesIO(indhold), encoding="utf-8")


def koer(monkeypatch: pytest.MonkeyPatch, indhold: bytes) -> tuple[list[dict], str]:
    monkeypatch.setattr(sys, "stdin", Bytes(indhold))
    ud, fejl = io.StringIO(), io.StringIO()
    try:
        call_command("tolk_kriterium", stdout=ud, stderr=fejl)
    except SystemExit as slut:
        assert slut.code == 2
    return [json.loads(linje) for linje in ud.getvalue().splitlines()], fejl.getvalue()


def test_en_linje_ind_er_en_linje_ud_i_samme_orden(monkeypatch):
    svar, fejl = koer(monkeypatch, "Mindst 8 unge om året\r\n\nTrygheden øges\n".encode())

    assert [linje["tekst"] for linje in svar] == ["Mindst 8 unge om året", "", "Trygheden øges"]
    assert [linje["form"] for linje in svar] == ["antal", "ikke_fastlagt", "aendring"]
    assert fejl == ""


def test_noeglerne_er_kontraktens():
    assert list(til_json("x", tolk("x"))) == ["tekst", *fuld({})]


def test_intet_ind_er_intet_ud(monkeypatch):
    assert koer(monkeypatch, b"") == ([], "")


def test_bytes_der_ikke_er_utf8_giver_en_saetning_og_intet_svar(monkeypatch):
    svar, fejl = koer(monkeypatch, "Trygheden øges\nMindst 8 årligt\n".encode("latin-1"))

    assert svar == []
    assert fejl.strip() == "Linje 1 kan ikke læses. Gem teksten som UTF-8, og prøv igen."
