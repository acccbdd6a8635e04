"""The stylesheets and the drawings must agree on every colour, and every colour must be readable."""

import re
from pathlib import Path

import pytest

from kerne import farver

CSS = Path(__file__).resolve().parents[2] / "static" / "css"
TOKENS = dict(re.findall(r"--([\w-]+):\s*(#[0-9A-Fa-f]{6})\s*;", (CSS / "tokens.css").read_text(encoding="utf-8")))
FASTE = {
    navn.lower().replace("_", "-"): vaerdi
    for navn, vaerdi in vars(farver).items()
    if navn.isupper() and isinstance(vaerdi, str)
}


def lysstyrke(farve: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    dele = [int(farve[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    roed, groen, blaa = (del_ / 12.92 if del_ <= 0.04045 else ((del_ + 0.055) / 1.055) ** 2.4 for del_ in dele)
    return 0.2126 * roed + 0.7152 * groen + 0.0722 * blaa


def kontrast(en: str, anden: str) -> float:
    lys, moerk = sorted((lysstyrke(en), lysstyrke(anden)), reverse=True)
    return (lys + 0.05) / (moerk + 0.05)


@pytest.mark.parametrize("kode", farver.UDTRYK)
def test_stilarkets_statusfarver_er_tabellens(kode):
    udtryk = farver.UDTRYK[kode]
    assert (TOKENS[f"status-{kode}"], TOKENS[f"status-{kode}-tint"]) == (udtryk.staerk, udtryk.tint)


def test_stilarkets_oevrige_farver_er_tabellens():
    oevrige = {navn: vaerdi for navn, vaerdi in TOKENS.items() if not navn.startswith("status-")}
    assert oevrige == FASTE


def test_stilarket_har_ingen_status_som_tabellen_ikke_kender():
    koder = {navn.removeprefix("status-").removesuffix("-tint") for navn in TOKENS if navn.startswith("status-")}
    assert koder == set(farver.UDTRYK)


@pytest.mark.parametrize("kode", farver.UDTRYK)
def test_status_kan_laeses_paa_hvid_papir_og_egen_tint(kode):
    udtryk = farver.UDTRYK[kode]
    for_svage = [
        grund for grund in (farver.HVID, farver.PAPIR_100, udtryk.tint) if kontrast(udtryk.staerk, grund) < 4.5
    ]
    assert for_svage == []


def test_hver_status_har_sin_egen_form_sit_eget_ord_og_sin_egen_farve():
    udtryk = list(farver.UDTRYK.values())
    assert [len({getattr(et, felt) for et in udtryk}) for felt in ("form", "ord", "staerk")] == [len(udtryk)] * 3


def test_hver_status_har_en_regel_i_stilarket():
    tegn = (CSS / "components" / "tegn.css").read_text(encoding="utf-8")
    assert set(re.findall(r'\[data-status="(\w+)"\]', tegn)) == set(farver.UDTRYK)


@pytest.mark.parametrize(
    "tekst", [farver.TEKST, farver.TEKST_2, farver.TEKST_3, farver.FJORD_700, farver.SAMMENLIGNING]
)
def test_tekst_kan_laeses_paa_hvid_og_papir(tekst):
    assert min(kontrast(tekst, farver.HVID), kontrast(tekst, farver.PAPIR_100)) >= 4.5


@pytest.mark.parametrize("kant", [farver.REGEL_STAERK, farver.FJORD_500])
def test_feltkant_og_fokusring_kan_ses(kant):
    assert kontrast(kant, farver.HVID) >= 3


def test_kun_tokens_har_raa_farver_og_maal():
    raa = re.compile(r"#[0-9A-Fa-f]{3,8}\b|\brgba?\(|\bhsla?\(|\b\d*\.?\d+(?:px|rem)\b")
    fundet = [
        f"{fil.name}: {linje.strip()}"
        for fil in sorted(CSS.rglob("*.css"))
        if fil.name not in {"tokens.css", "papir.css"}
        for linje in re.sub(r"/\*.*?\*/", "", fil.read_text(encoding="utf-8"), flags=re.DOTALL).splitlines()
        if raa.search(linje) and not linje.startswith("@media")
    ]
    assert fundet == []
