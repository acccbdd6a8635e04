"""The drawings: what they say, that they obey the CSP, and that a gap stays a gap."""

import logging
import re
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.utils.safestring import SafeString
from hypothesis import given, settings
from hypothesis import strategies as st

from kerne import diagrammer, farver
from kerne.diagrammer import Kurve, Mini, Punkt, Sammenligning, Spor, Vindue
from kerne.diagrammer.flade import akse_for
from kerne.diagrammer.kurven import PAPIR
from kerne.diagrammer.minikurven import stykker
from kerne.diagrammer.svg import tekstbredde

NS = "{http://www.w3.org/2000/svg}"


def trae(svg: SafeString) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def ord_i(svg: SafeString) -> list[str]:
    return [et.text or "" for et in trae(svg).iter(f"{NS}text")]


def punkt(aar: int, tekst: str) -> Punkt:
    return Punkt(aar, Decimal(tekst.replace(",", ".")), tekst, tekst)


KOMMUNEN = Sammenligning("Kommunen", (punkt(2018, "15,1"), punkt(2019, "14,8")), Decimal("15.4"), "Kommunen 15,4 %")
FRAFLYTNING = Kurve(
    titel="Fraflytning: 22,4 % i 2021",
    enhed="Procent",
    maalt=(punkt(2018, "25,4"), punkt(2019, "24,6"), punkt(2021, "22,4")),
    kode="bagud",
    start=Vindue(2013, 2017, Decimal("26.2"), "Udgangspunkt 26,2 %", kort="26,2", akse="2013–2017, snit"),
    maal=Vindue(2022, 2022, Decimal(20), "Mål i 2022", "20 % eller lavere", "Mål ≤ 20"),
    plan=tuple(punkt(aar, et) for aar, et in ((2018, "24,96"), (2021, "21,24"), (2022, "20"))),
    plan_tekst="Planen",
    fremskrevet=Punkt(2022, Decimal("21.25"), "Fremskrevet 21,3 %", "21,3"),
    sammenligning=Sammenligning(
        "Kommunen", (punkt(2018, "15,1"), punkt(2019, "14,8")), Decimal("15.4"), "Kommunen 15,4 %"
    ),
    afvigelse="1,2 point over planen",
)
TEGNINGER = [
    *(diagrammer.tegn(kode, titel=et.ord) for kode, et in farver.UDTRYK.items()),
    diagrammer.vej(Spor("bagud", Decimal("0.61"), Decimal("0.8"), "22,4 %", "26,2 %", "≤ 20 %"), titel="Vejen"),
    diagrammer.vej(Spor("bagud", Decimal("0.52"), Decimal("0.8"), "33,9 %", "38,1 %", "≤ 30 %", foreloebig=True)),
    diagrammer.vej(Spor("ikke_maalbart", start="Udgangspunkt mangler", maal="Måltal mangler")),
    diagrammer.minikurve(
        Mini([(2018, Decimal(3)), (2019, None), (2020, Decimal(4))], "paa_sporet", Decimal(2), Decimal(5))
    ),
    diagrammer.minikurve(Mini([], "venter")),
    diagrammer.kurve(FRAFLYTNING),
    diagrammer.kurve(FRAFLYTNING, smal=True),
]


@pytest.mark.parametrize("svg", TEGNINGER)
def test_tegningen_har_kun_attributter_og_ingen_id(svg):
    assert isinstance(svg, SafeString)
    for el in trae(svg).iter():
        assert el.tag.removeprefix(NS) not in {"style", "script", "foreignObject", "image"}
        assert not {"style", "class", "id", "onload"} & set(el.attrib)


@pytest.mark.parametrize("svg", TEGNINGER)
def test_tegningen_siger_hele_beskeden_eller_er_skjult(svg):
    rod = trae(svg)
    titel = rod.find(f"{NS}title")
    if titel is None:
        assert rod.attrib["aria-hidden"] == "true"
        assert "role" not in rod.attrib
    else:
        assert rod.attrib["role"] == "img"
        assert titel.text


def test_alle_tegn_er_forskellige_i_form():
    former = {re.sub(r"#[0-9A-F]{6}", "farve", diagrammer.tegn(kode)) for kode in farver.UDTRYK}
    assert len(former) == len(farver.UDTRYK)


def test_samme_tal_giver_samme_tegning():
    assert diagrammer.kurve(FRAFLYTNING) == diagrammer.kurve(FRAFLYTNING)


def test_ord_udefra_kan_ikke_blive_til_kode():
    svg = diagrammer.vej(Spor("bagud", Decimal("0.5"), vaerdi="<script>", start='"&'), titel="<b>")
    assert "<script>" not in svg
    assert ord_i(svg)[:2] == ["<script>", '"&']


def prik_x(spor: Spor) -> float:
    """Where the point of a track stands: the last circle."""
    return float(list(trae(diagrammer.vej(spor)).iter(f"{NS}circle"))[-1].attrib["cx"])


def test_vejen_standser_110_procent_og_til_venstre_for_start():
    nul, maal = prik_x(Spor("bagud", Decimal(0))), prik_x(Spor("bagud", Decimal(1)))
    assert prik_x(Spor("opfyldt", Decimal("1.31"))) == pytest.approx(nul + (maal - nul) * 1.1, abs=0.02)
    assert prik_x(Spor("bagud", Decimal("-0.1"))) == prik_x(Spor("bagud", Decimal(-7))) < nul


def test_uden_vej_er_sporet_prikket_og_uden_prik():
    svg = diagrammer.vej(Spor("ikke_maalbart", start="Udgangspunkt mangler", maal="Måltal mangler"))
    assert not list(trae(svg).iter(f"{NS}circle"))
    assert not list(trae(svg).iter(f"{NS}rect"))
    assert ord_i(svg) == ["Udgangspunkt mangler", "Måltal mangler"]


def test_et_manglende_aar_er_et_hul():
    punkter = [(2018, Decimal(3)), (2019, Decimal(4)), (2020, None), (2021, Decimal(2)), (2023, Decimal(1))]
    assert stykker(punkter) == [
        [(2018, Decimal(3)), (2019, Decimal(4))],
        [(2021, Decimal(2))],
        [(2023, Decimal(1))],
    ]


def test_den_brede_kurve_siger_alle_ord():
    assert [et for et in ord_i(diagrammer.kurve(FRAFLYTNING)) if not et.replace(",", "").isdigit()] == [
        "Procent",
        "2013–2017, snit",
        "Mål i 2022",
        "20 % eller lavere",
        "Planen",
        "Kommunen 15,4 %",
        "Udgangspunkt 26,2 %",
        "Fremskrevet 21,3 %",
        "1,2 point over planen",
    ]


def test_den_smalle_kurve_er_tegnet_til_en_telefon():
    smal = diagrammer.kurve(FRAFLYTNING, smal=True)
    assert trae(smal).attrib["width"] == "358"
    assert "Mål ≤ 20" in ord_i(smal)
    assert "1,2 point over planen" not in ord_i(smal)


def test_papirets_kurve_er_smallere_og_lange_ord_viger_for_de_korte_saa_intet_staar_uden_for():
    lang = "Udgangspunkt 30,65 pr. 1.000 indbyggere over 18 år"
    start = replace(FRAFLYTNING.start, tekst=lang)
    maal = replace(FRAFLYTNING.maal, under="28 pr. 1.000 indbyggere eller lavere")
    tegning = diagrammer.kurve(replace(FRAFLYTNING, start=start, maal=maal), bredde=PAPIR)

    assert trae(tegning).attrib["width"] == "720"
    assert (lang in ord_i(tegning), "26,2" in ord_i(tegning)) == (False, True)
    under = next(et for et in trae(tegning).iter(f"{NS}text") if et.text == maal.under)
    assert float(under.attrib["x"]) + tekstbredde(maal.under, 14) <= 720


@pytest.mark.parametrize(("nedad", "over_maalet"), [(True, False), (False, True)])
def test_maalfeltet_ligger_paa_den_side_der_taeller(nedad, over_maalet):
    data = Kurve("x", "", (punkt(2022, "20"),), maal=Vindue(2022, 2022, Decimal(20)), maal_nedad=nedad)
    felt = next(et for et in trae(diagrammer.kurve(data)).iter(f"{NS}rect") if et.attrib["fill"] == farver.MAALFELT)
    maal = next(et for et in trae(diagrammer.kurve(data)).iter(f"{NS}line") if et.attrib["stroke-width"] == "4")
    assert (float(felt.attrib["y"]) < float(maal.attrib["y1"])) is over_maalet


def test_kun_det_nyeste_tal_har_statussens_farve():
    kun_maalt = Kurve("x", "", FRAFLYTNING.maalt, kode="bagud")
    farvede = [et.text for et in trae(diagrammer.kurve(kun_maalt)).iter(f"{NS}text")
               if et.attrib["fill"] == farver.STATUSSER["bagud"].staerk]  # fmt: skip
    assert farvede == ["22,4"]


@settings(deadline=None)
@given(st.lists(st.decimals(-10_000, 10_000, places=2), min_size=1, max_size=12))
def test_aksen_rummer_alle_tal_med_hoejst_fem_linjer(tallene):
    akse = akse_for(tallene)
    assert akse.fra <= float(min(tallene)) + 1e-6
    assert akse.til >= float(max(tallene)) - 1e-6
    assert len(akse.vaerdier) <= 5
    assert akse.fra >= 0 or min(tallene) < 0


def test_tegningerne_kan_trykkes_uden_en_advarsel(caplog):
    from weasyprint import HTML

    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        assert HTML(string=f"<html lang='da'><body>{''.join(TEGNINGER)}</body></html>").write_pdf().startswith(b"%PDF")
    assert [et.getMessage() for et in caplog.records if et.name.startswith("weasyprint")] == []
