"""How the words of a search are read."""

import pytest

from overblik.rules.soegning import Led, beslutningsnummer, hvorfor_ikke_soege, led, renset, sagsnummer


@pytest.mark.regel("soegning-ordets-begyndelse")
@pytest.mark.parametrize(
    ("tekst", "svar"),
    [
        ("tryghed", [Led(("tryghed",), begyndelse=True)]),
        ("tryghed skole", [Led(("tryghed",)), Led(("skole",), begyndelse=True)]),
        ("by", [Led(("by",))]),
        ('"unge i job"', [Led(('"unge i job"',))]),
        ('"unge i job', [Led(('"unge i job',))]),
        ("job -bank", [Led(("job",)), Led(("bank",), udelukket=True)]),
        ('-"to ord" job', [Led(('"to ord"',), udelukket=True), Led(("job",), begyndelse=True)]),
        ("- job", [Led(("-",)), Led(("job",), begyndelse=True)]),
        ("møde", [Led(("møde", "moede"), begyndelse=True)]),
        ("moede", [Led(("moede", "møde"), begyndelse=True)]),
        ("Aabenrå", [Led(("Aabenrå", "Åbenrå", "Aabenraa"), begyndelse=True)]),
        ("a:*", [Led(("a:*",))]),
        ("", []),
    ],
)
def test_ordene_og_deres_maader(tekst, svar):
    assert led(tekst) == svar


@pytest.mark.regel("soegning-kan-soeges")
@pytest.mark.parametrize(
    ("tekst", "kan"),
    [
        ("to", True), ("7", True), ("a", False), ("½", False), ("'\"", False), ("-skole", False), ("-a b", True),
        ("x" * 200, True), ("x" * 201, False),
    ],
)  # fmt: skip
def test_hvad_der_kan_soeges_efter(tekst, kan):
    assert (hvorfor_ikke_soege(tekst) == "") is kan


@pytest.mark.parametrize(
    ("raa", "svar"), [(" to\r\n ord\t", "to ord"), ("a\x00b", "a b"), ("\x7f", ""), ("\u00a0x\u00a0", "x")]
)
def test_styretegn_bliver_til_mellemrum(raa, svar):
    assert renset(raa) == svar


@pytest.mark.parametrize(
    ("tekst", "nr"),
    [
        ("12", 12), ("beslutning 12", 12), ("Beslutning nr. 12", 12), ("nr 7", 7), ("beslutning", None),
        ("12 planer", None), ("1234567", None),
    ],
)  # fmt: skip
def test_beslutningens_nummer(tekst, nr):
    assert beslutningsnummer(tekst) == nr


@pytest.mark.parametrize(
    ("tekst", "nr"),
    [
        ("J.nr. 03.30.05G00-0002", "03.30.05G00-0002"), ("jnr: 4", "4"), ("sagsnr. 362616", "362616"),
        ("Sag 12", "12"), ("KLE 27.15.00", "27.15.00"), ("362616", "362616"), ("sagen", "sagen"),
    ],
)  # fmt: skip
def test_sagens_numre(tekst, nr):
    assert sagsnummer(tekst) == nr
