"""Boxes and lines: every box is there once, inside the drawing, and below the one it hangs on."""

import re
from xml.etree import ElementTree

import pytest

from kerne.diagrammer import Kasse, organisation
from kerne.diagrammer.organisation import BRED, SMAL, ombryd
from kerne.diagrammer.svg import tekstbredde

BESTYRELSEN = Kasse(1, "Bestyrelsen", ("3 pladser", "2 faste møder om året"))
BREDDER = [BRED, 620, SMAL]


def under(antal, over=1, fra=10):
    return [Kasse(fra + nr, f"Lokal følgegruppe {nr}", ("4 pladser",), over) for nr in range(antal)]


def tegn(kasser, bredde=BRED):
    return ElementTree.fromstring(organisation(kasser, titel="Hvem hører under hvem", bredde=bredde))


def kasserne(svg):
    """(left, top, right, bottom) of every box, in the order drawn."""
    ud = []
    for et in svg.iter("{http://www.w3.org/2000/svg}rect"):
        x, y, b, h = (float(et.get(navn)) for navn in ("x", "y", "width", "height"))
        ud.append((x, y, x + b, y + h))
    return ud


def ordene(svg):
    return [et.text for et in svg.iter("{http://www.w3.org/2000/svg}text")]


def test_tegningen_er_et_billede_der_siger_sit_budskab():
    svg = tegn([BESTYRELSEN, *under(2)])

    assert svg.get("role") == "img"
    assert svg[0].tag.endswith("title")
    assert svg[0].text == "Hvem hører under hvem"


def test_kun_attributter_intet_tilfaeldigt():
    kasser = [BESTYRELSEN, *under(3)]

    tekst = str(organisation(kasser, titel="x"))

    assert tekst == str(organisation(kasser, titel="x"))
    assert not re.search(r"\s(style|class|id)=|<style|url\(", tekst)


def test_ord_udefra_er_ord():
    assert "<b>" not in organisation([Kasse(1, "<b>Bo & Co</b>")], titel='"><script>')


@pytest.mark.parametrize("bredde", BREDDER)
@pytest.mark.parametrize("antal", [0, 1, 2, 4, 6, 9])
def test_alle_kasser_er_inden_for_og_ingen_ligger_oven_i_en_anden(antal, bredde):
    svg = tegn([BESTYRELSEN, *under(antal), *under(antal // 2, over=10, fra=50)], bredde)
    alle, hoejde = kasserne(svg), float(svg.get("height"))

    assert len(alle) == 1 + antal + antal // 2
    assert all(x >= 0 and hoejre <= bredde and y >= 0 and bund <= hoejde for x, y, hoejre, bund in alle)
    for nr, (x, y, hoejre, bund) in enumerate(alle):
        for ax, ay, ahoejre, abund in alle[nr + 1 :]:
            assert hoejre <= ax or ahoejre <= x or bund <= ay or abund <= y


@pytest.mark.parametrize("bredde", BREDDER)
def test_den_der_hoerer_under_staar_lavere(bredde):
    oeverst, *andre = kasserne(tegn([BESTYRELSEN, *under(6)], bredde))

    assert all(oeverst[3] < y for _, y, _, _ in andre)


def test_hver_kasse_har_en_streg_op():
    svg = tegn([BESTYRELSEN, *under(3)])

    assert len(list(svg.iter("{http://www.w3.org/2000/svg}polyline"))) == 3


def test_paa_telefonen_staar_mange_under_hinanden():
    alle = kasserne(tegn([BESTYRELSEN, *under(4)], SMAL))

    assert len({y for _, y, _, _ in alle}) == 5


def test_to_oeverste_staar_ved_siden_af_hinanden():
    (_, y, hoejre, _), (x, anden_y, _, _) = kasserne(tegn([BESTYRELSEN, Kasse(2, "Formandskabet")]))

    assert y == anden_y
    assert hoejre < x


def test_kasser_der_haenger_i_hinanden_tegnes_en_gang():
    svg = tegn([Kasse(1, "A", (), 2), Kasse(2, "B", (), 1), Kasse(3, "C", (), 99)])

    assert sorted(ordene(svg)) == ["A", "B", "C"]


def test_ingen_kasser_er_en_tom_tegning():
    assert kasserne(tegn([])) == []


@pytest.mark.parametrize("bredde", [60, 120, 300])
def test_teksten_brydes_saa_den_kan_vaere_der(bredde):
    linjer = ombryd("Koordinations\u00adgruppen for Ringparken/Schackenborgvænge", bredde, 14, fed=True)

    assert all(tekstbredde(et, 14, fed=True) <= bredde for et in linjer)
    assert "\u00ad" not in "".join(linjer)


def test_et_langt_ord_deles_ved_sit_skel():
    assert ombryd("Koordinations\u00adgruppen", 120, 14, fed=True) == ["Koordinations-", "gruppen"]
    assert ombryd("Koordinations\u00adgruppen", 300, 14) == ["Koordinationsgruppen"]
