"""The rules of a change: tables of cases, no database."""

from datetime import date

import pytest

from aftaler import rules
from aftaler.models.aendring import Aendringsart, Trinslags
from aftaler.statuses import Aendringsstatus, Trinudfald

JA, NEJ, VENTER, HOERT = Trinudfald.GODKENDT, Trinudfald.AFVIST, Trinudfald.AFVENTER, Trinudfald.BEHANDLET
BESLUTNING, HOERING, ORIENTERING = Trinslags.BESLUTNING, Trinslags.HOERING, Trinslags.ORIENTERING


@pytest.mark.regel("rute-godkendt")
@pytest.mark.parametrize(
    ("rute", "svar"),
    [
        ([(BESLUTNING, JA)], True),
        ([(BESLUTNING, VENTER)], False),
        ([(BESLUTNING, NEJ)], False),
        ([(BESLUTNING, JA), (BESLUTNING, VENTER)], False),
        ([(BESLUTNING, JA), (HOERING, VENTER)], False),
        ([(BESLUTNING, JA), (HOERING, HOERT)], True),
        ([(BESLUTNING, JA), (ORIENTERING, VENTER)], True),
    ],
)
def test_hvornaar_en_rute_er_gaaet(rute, svar):
    assert rules.er_godkendt(rute) is svar


@pytest.mark.regel("trin-staar-aabent")
@pytest.mark.parametrize("status", Aendringsstatus)
@pytest.mark.parametrize("slags", Trinslags)
def test_hvornaar_et_trin_staar_aabent(status, slags):
    aabent = status == Aendringsstatus.INDSENDT or (status == Aendringsstatus.GODKENDT and slags == ORIENTERING)
    assert rules.kan_registreres(status, slags) is aabent


@pytest.mark.regel("i-kraft-fra")
@pytest.mark.parametrize(
    ("oensket", "beslutning", "forrige", "fra"),
    [("07-01", "06-15", None, "07-01"), ("06-01", "06-15", None, "06-15"), ("06-01", None, "06-20", "06-20"),
     ("06-01", None, None, "06-01"), ("06-01", "06-15", "06-20", "06-20")],
)  # fmt: skip
def test_hvornaar_versionen_gaelder_fra(oensket, beslutning, forrige, fra):
    dage = {et: date.fromisoformat(f"2022-{et}") if et else None for et in (oensket, beslutning, forrige, fra)}
    assert rules.i_kraft_fra(dage[oensket], beslutning=dage[beslutning], forrige=dage[forrige]) == dage[fra]


def delaftale(*aktiviteter, lbf="100", poster=()):
    return {
        "dokument": "delaftale",
        "aktiviteter": [{"noegle": et} for et in aktiviteter],
        "finansiering": {"landsbyggefonden": lbf, "lokal_medfinansiering": None},
        "budgetposter": [{"beloeb": et} for et in poster],
    }


@pytest.mark.regel("aendringens-art")
@pytest.mark.parametrize(
    ("forslag", "gaeldende", "andres", "aktiviteter", "art"),
    [
        ({"dokument": "strategisk"}, None, [], (), Aendringsart.STRATEGISK),
        (delaftale(1), None, [], (), Aendringsart.DELAFTALE),
        (delaftale(1, 2), delaftale(1), [], (), Aendringsart.AKTIVITETER),
        (delaftale(1), delaftale(1, 2), [], (), Aendringsart.AKTIVITETER),  # stopped, not moved
        (delaftale(1, 2), delaftale(1), [delaftale(2)], (), Aendringsart.FLYTNING),
        (delaftale(1), delaftale(1, 2), [], (2,), Aendringsart.FLYTNING),
        (delaftale(1, lbf="90"), delaftale(1), [], (), Aendringsart.PENGE),
        (delaftale(poster=["60", "40"]), delaftale(poster=["100"]), [], (), Aendringsart.DELAFTALE),
        (delaftale(poster=["60"]), delaftale(poster=["100"]), [], (), Aendringsart.PENGE),
        (delaftale(lbf="90"), None, [], (), Aendringsart.DELAFTALE),
    ],
)
def test_hvad_aendringen_er(forslag, gaeldende, andres, aktiviteter, art):
    assert rules.aendringens_art(forslag, gaeldende, andres, aktiviteter) == art


@pytest.mark.regel("hvem-godkender")
@pytest.mark.parametrize("art", Aendringsart)
def test_kun_en_delaftale_for_sig_selv_er_bestyrelsens(art):
    bestyrelsens = art in (Aendringsart.DELAFTALE, Aendringsart.AKTIVITETER)
    assert rules.godkender(art) == ("Bestyrelsen" if bestyrelsens else "Landsbyggefonden")


@pytest.mark.regel("hvem-godkender")
@pytest.mark.parametrize("art", Aendringsart)
def test_bestyrelsen_kan_kun_overlade_aktiviteterne(art):
    delegeret = rules.godkender(art, delegeret="Styregruppen")
    assert delegeret == ("Styregruppen" if art == Aendringsart.AKTIVITETER else rules.godkender(art))


@pytest.mark.parametrize(
    ("delegeret", "saetning"),
    [
        (None, "Bestyrelsen godkender ændringen."),
        ("Styregruppen", "Styregruppen godkender, når kun aktiviteter er ændret."),
    ],
)
def test_den_der_retter_en_aktivitet_ved_hvem_der_godkender(delegeret, saetning):
    assert rules.om_aktiviteter(delegeret) == saetning
