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


def laest(tekst: str) -> dict:
    svar = til_json(tekst, tolk(tekst))
    del svar["tekst"]
    return svar


def andel_rigtige_felter(par: list[tuple[dict, dict]]) -> float:
    rigtige = [ventet[felt] == svar[felt] for ventet, svar in par for felt in ventet]
    return sum(rigtige) / len(rigtige)


@pytest.mark.parametrize("linje", linjer("kontrakt.jsonl"), ids=lambda linje: linje["tekst"][:40])
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


@pytest.mark.parametrize("runde", [1, 2, 3, 4, 5])
def test_proevesaetningerne_laeses_med_hoejst_fem_procent_fejl(runde):
    par = [(fuld(linje), laest(linje["tekst"])) for linje in linjer("proeve.jsonl") if linje["runde"] == runde]

    assert len(par) >= 30
    assert andel_rigtige_felter(par) >= 0.95


@pytest.mark.parametrize("runde", range(1, 12))
def test_de_friske_saetninger_laeses_med_hoejst_fire_procent_fejl(runde):
    par = [(fuld(linje), laest(linje["tekst"])) for linje in linjer("frisk.jsonl") if linje["runde"] == runde]

    assert len(par) >= 50
    assert andel_rigtige_felter(par) >= 0.96


def test_ingen_saetning_er_baade_oevet_og_proevet():
    oevet = {linje["tekst"] for linje in linjer("traening.jsonl")}

    assert oevet & {linje["tekst"] for fil in ("proeve.jsonl", "frisk.jsonl") for linje in linjer(fil)} == set()


# The command


class Bytes(io.TextIOWrapper):
    """Standard input as the command sees it: text on top of bytes."""

    def __init__(self, indhold: bytes) -> None:
        super().__init__(io.BytesIO(indhold), encoding="utf-8")


def koer(monkeypatch: pytest.MonkeyPatch, indhold: bytes) -> list[dict]:
    monkeypatch.setattr(sys, "stdin", Bytes(indhold))
    ud = io.StringIO()
    call_command("tolk_kriterium", stdout=ud)
    return [json.loads(linje) for linje in ud.getvalue().splitlines()]


def test_en_linje_ind_er_en_linje_ud_i_samme_orden(monkeypatch):
    svar = koer(monkeypatch, "Mindst 8 unge om året\r\n\nTrygheden øges\n".encode())

    assert [linje["tekst"] for linje in svar] == ["Mindst 8 unge om året", "", "Trygheden øges"]
    assert [linje["form"] for linje in svar] == ["antal", "ikke_fastlagt", "aendring"]


def test_tegn_der_ligner_linjeskift_deler_ikke_svaret(monkeypatch):
    tekst = "Mindst 8\u2028unge\x85om\x0båret\x00 😀"

    assert [linje["tekst"] for linje in koer(monkeypatch, f"{tekst}\nTrygheden øges".encode())] == [
        tekst,
        "Trygheden øges",
    ]


def test_noeglerne_er_kontraktens():
    assert list(til_json("x", tolk("x"))) == ["tekst", *fuld({})]


def test_intet_ind_er_intet_ud(monkeypatch):
    assert koer(monkeypatch, b"") == []


def test_bytes_der_ikke_er_utf8_giver_en_saetning_og_intet_svar(monkeypatch):
    monkeypatch.setattr(sys, "stdin", Bytes("Mindst 8\nTrygheden øges\n".encode("latin-1")))
    ud, fejl = io.StringIO(), io.StringIO()

    with pytest.raises(SystemExit) as slut:
        call_command("tolk_kriterium", stdout=ud, stderr=fejl)

    assert (slut.value.code, ud.getvalue()) == (2, "")
    assert fejl.getvalue().strip() == "Linje 2 kan ikke læses. Gem teksten som UTF-8, og prøv igen."
