"""Rules of annexes: what is missing, begun and ready. No database."""

from decimal import Decimal

import pytest

from aftaler.reports.bilag import Bilagsraekke, hovedsaetning
from aftaler.rules.bilag import (
    KLAR,
    Bilagstilstand,
    Organfakta,
    Vurdering,
    kan_markeres_klar,
    vurder_budget,
    vurder_delaftaler,
    vurder_diagram,
    vurder_maalinger,
    vurder_milepaele,
    vurder_skemaer,
    vurder_tekst,
)


def mangler(*saetninger):
    return Vurdering(Bilagstilstand.MANGLER, saetninger)


def kladde(*saetninger):
    return Vurdering(Bilagstilstand.KLADDE, saetninger)


@pytest.mark.regel("bilag-tekst")
@pytest.mark.parametrize(
    ("tekst", "markeret", "vurdering"),
    [
        ("", False, mangler("Teksten er ikke skrevet.")),
        ("", True, mangler("Teksten er ikke skrevet.")),
        ("<p>a</p>", False, kladde("Teksten er ikke markeret som klar.")),
        ("<p>a</p>", True, KLAR),
    ],
)
def test_en_tekst_er_kladde_til_nogen_siger_andet(tekst, markeret, vurdering):
    assert vurder_tekst(tekst, er_markeret_klar=markeret) == vurdering


@pytest.mark.regel("bilag-klar-har-tekst")
def test_kun_en_tekst_kan_markeres():
    assert (kan_markeres_klar(""), kan_markeres_klar("<p>a</p>")) == (False, True)


@pytest.mark.regel("bilag-delaftaler")
@pytest.mark.parametrize(
    ("delaftaler", "vurdering"),
    [
        ([], mangler("Der er ikke valgt noget indsatsområde.")),
        ([("5.1", None), ("5.3", None)], mangler("Ingen delaftale er godkendt endnu.")),
        (
            [("5.1", 0), ("5.3", 4), ("5.4", None)],
            kladde("5.3 mangler 4 afsnit.", "5.4 er ikke godkendt endnu."),
        ),
        ([("5.1", 0), ("5.3", 0)], KLAR),
    ],
)
def test_delaftalerne_er_klar_naar_ingen_har_tomme_afsnit(delaftaler, vurdering):
    assert vurder_delaftaler(delaftaler) == vurdering


@pytest.mark.regel("bilag-budget")
@pytest.mark.parametrize(
    ("poster", "samlet", "vurdering"),
    [
        ([], Decimal(100), mangler("Der er ingen budgetposter.")),
        (
            [Decimal(60)],
            None,
            kladde("Det samlede budget står ikke i aftalen, så posterne kan ikke holdes op mod det."),
        ),
        (
            [Decimal(60), Decimal("30.50")],
            Decimal(100),
            kladde("Posterne giver 90,50\u00a0kr. Aftalens samlede budget er 100\u00a0kr."),
        ),
        ([Decimal(60), Decimal(40)], Decimal(100), KLAR),
    ],
)
def test_budgettet_er_klart_naar_posterne_giver_aftalens_sum(poster, samlet, vurdering):
    assert vurder_budget(poster, samlet) == vurdering


BESTYRELSEN = Organfakta("Bestyrelsen", "bestyrelse", har_over=False, pladser=3)


@pytest.mark.regel("bilag-diagram")
@pytest.mark.parametrize(
    ("organer", "vurdering"),
    [
        ([], mangler("Der er ingen organer at tegne.")),
        ([BESTYRELSEN], KLAR),
        ([BESTYRELSEN, Organfakta("Styregruppen", "styregruppe", har_over=True, pladser=0)], KLAR),
        (
            [Organfakta("Bestyrelsen", "bestyrelse", har_over=False, pladser=0)],
            kladde("Bestyrelsen har ingen pladser."),
        ),
        (
            [Organfakta("Styregruppen", "styregruppe", har_over=False, pladser=1)],
            kladde("Der er ingen bestyrelse.", "Hører ikke under noget organ: Styregruppen."),
        ),
    ],
)
def test_diagrammet_er_klart_naar_alle_haenger_sammen(organer, vurdering):
    assert vurder_diagram(organer) == vurdering


@pytest.mark.regel("bilag-maalinger")
@pytest.mark.parametrize(
    ("har", "uden", "vurdering"),
    [
        ([], ["Fraflytning"], mangler("Intet kriterium har et udgangspunkt.")),
        (["Fraflytning"], ["Job"], kladde("Uden udgangspunkt: Job.")),
        (["Fraflytning"], [], KLAR),
    ],
)
def test_maalingerne_er_klar_naar_udgangspunkterne_er_der(har, uden, vurdering):
    assert vurder_maalinger(har, uden) == vurdering


@pytest.mark.regel("bilag-milepaele")
@pytest.mark.parametrize(
    ("aktiviteter", "planens", "vurdering"),
    [
        ([], 0, mangler("Der er ingen milepæle.")),
        ([("Café", 0)], 0, mangler("Der er ingen milepæle.")),
        ([("Café", 0)], 1, kladde("Uden milepæl: Café.")),
        ([("Café", 1), ("A", 0), ("B", 0), ("C", 0), ("D", 0), ("E", 0)], 0, kladde("Uden milepæl: A, B, C og 2 til.")),
        ([("Café", 1)], 0, KLAR),
    ],
)
def test_milepaelsplanen_er_klar_naar_hver_aktivitet_har_en(aktiviteter, planens, vurdering):
    assert vurder_milepaele(aktiviteter, planens) == vurdering


@pytest.mark.regel("bilag-skemaer")
@pytest.mark.parametrize(
    ("aktiviteter", "vurdering"),
    [
        ([], mangler("Der er ingen aktiviteter.")),
        ([("Café", True), ("Klub", False)], kladde("Ikke udfyldt: Klub.")),
        ([("Café", True)], KLAR),
    ],
)
def test_skemaerne_er_klar_naar_de_er_udfyldt(aktiviteter, vurdering):
    assert vurder_skemaer(aktiviteter) == vurdering


@pytest.mark.parametrize(
    ("tilstande", "saetning"),
    [
        ("kkk", "3 af 3 bilag er klar."),
        ("kdm", "1 af 3 bilag er klar. 1 er kladde, og 1 mangler."),
        ("ddk", "1 af 3 bilag er klar. 2 er kladder."),
        ("mm", "0 af 2 bilag er klar. 2 mangler."),
    ],
)
def test_siden_siger_hvor_langt_de_er(tilstande, saetning):
    efter_tegn = {"k": KLAR, "d": kladde("x"), "m": mangler("x")}

    assert hovedsaetning([Bilagsraekke("a", "A", "", efter_tegn[et]) for et in tilstande]) == saetning
