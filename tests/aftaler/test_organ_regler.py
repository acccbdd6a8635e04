"""Rules of bodies: who sits where, what a body lacks, and who may hang below whom. No database."""

from datetime import date

import pytest

from aftaler.models.organ import Organart, Organrolle
from aftaler.models.organisation import Organisationsart
from aftaler.reports.organer import diagram_i_ord, kasser, pladser_i_ord, rytme, trae
from aftaler.rules.organer import (
    Post,
    Stol,
    kan_hoere_under,
    ledig_i_ord,
    mangler_formand,
    mangler_i_organ,
    mangler_parter,
    overlapper,
)

I_DAG = date(2022, 3, 1)
BO, KOMMUNE = Organisationsart.BOLIGORGANISATION, Organisationsart.KOMMUNE


def post(fra, til=None, navn="Inge Kirk", rolle=Organrolle.MEDLEM):
    return Post(navn, rolle, date.fromisoformat(fra), date.fromisoformat(til) if til else None)


@pytest.mark.regel("plads-en-ad-gangen")
@pytest.mark.parametrize(
    ("fra", "til", "i_vejen"),
    [
        ("2021-01-01", "2021-12-31", False),
        ("2021-01-01", "2022-01-01", True),  # one day shared
        ("2022-12-31", None, True),
        ("2023-01-01", None, False),
        ("2021-01-01", None, True),
        ("2022-03-01", "2022-03-01", True),
    ],
)
def test_to_perioder_paa_en_plads_deler_ikke_en_dag(fra, til, i_vejen):
    siddende = post("2022-01-01", "2022-12-31")

    fund = overlapper([siddende], date.fromisoformat(fra), date.fromisoformat(til) if til else None)

    assert fund == (siddende if i_vejen else None)


@pytest.mark.regel("plads-en-ad-gangen")
def test_en_periode_uden_slutning_fylder_resten():
    aaben = post("2022-01-01")

    assert overlapper([aaben], date(2030, 1, 1), date(2030, 12, 31)) == aaben
    assert overlapper([aaben], date(2021, 1, 1), date(2021, 12, 31)) is None


@pytest.mark.regel("plads-ledig")
@pytest.mark.parametrize(
    ("poster", "saetning"),
    [
        ((), "Ledig."),
        ((post("2020-01-01"),), ""),
        ((post("2022-03-01", "2022-03-01"),), ""),
        (
            (post("2020-01-01", "2021-12-31", "Jonas Friis"),),
            "Ledig. Jonas Friis’ periode udløb 31.\u00a0december 2021.",
        ),
        ((post("2022-04-01"),), "Ledig. Inge Kirk begynder 1.\u00a0april 2022."),
        (
            (post("2020-01-01", "2022-02-28"), post("2022-04-01", navn="Lone Hvid")),
            "Ledig. Inge Kirks periode udløb 28.\u00a0februar 2022. Lone Hvid begynder 1.\u00a0april 2022.",
        ),
    ],
)
def test_en_ledig_plads_siger_hvorfor(poster, saetning):
    assert ledig_i_ord(Stol("Direktør", poster=poster), I_DAG) == saetning


@pytest.mark.regel("organ-formand")
@pytest.mark.parametrize(
    ("art", "poster", "mangler"),
    [
        (Organart.BESTYRELSE, (post("2020-01-01", rolle=Organrolle.FORMAND),), []),
        (Organart.BESTYRELSE, (post("2020-01-01"),), ["Der er ingen formand i dag."]),
        (
            Organart.STYREGRUPPE,
            (post("2020-01-01", "2022-02-28", rolle=Organrolle.FORMAND),),
            ["Der er ingen formand i dag."],
        ),
        (Organart.FAGLIG_FOELGEGRUPPE, (post("2020-01-01"),), []),
    ],
)
def test_formanden_sidder_der_i_dag(art, poster, mangler):
    assert mangler_formand(art, [Stol("Direktør", BO, poster)], I_DAG) == mangler


@pytest.mark.regel("bestyrelse-begge-parter")
@pytest.mark.parametrize(
    ("stole", "mangler"),
    [
        ([Stol("a", BO, (post("2020-01-01"),)), Stol("b", KOMMUNE, (post("2020-01-01"),))], []),
        ([Stol("a", BO, (post("2020-01-01"),))], ["Kommunen har ingen plads i bestyrelsen."]),
        (
            [Stol("a", BO), Stol("b", KOMMUNE, (post("2020-01-01"),))],
            ["Boligorganisationerne har plads i bestyrelsen, men ingen sidder på den i dag."],
        ),
    ],
)
def test_begge_parter_sidder_i_bestyrelsen(stole, mangler):
    assert mangler_parter(Organart.BESTYRELSE, stole, I_DAG) == mangler
    assert mangler_parter(Organart.STYREGRUPPE, stole, I_DAG) == []


def test_et_organ_siger_alt_det_mangler():
    assert mangler_i_organ(Organart.BESTYRELSE, [], I_DAG) == ["Organet har ingen pladser endnu."]
    assert mangler_i_organ(Organart.LOKAL_FOELGEGRUPPE, [Stol("a"), Stol("b")], I_DAG) == ["2 pladser er ledige."]
    assert mangler_i_organ(Organart.LOKAL_FOELGEGRUPPE, [Stol("a")], I_DAG) == ["En plads er ledig."]


@pytest.mark.regel("organ-over-under")
@pytest.mark.parametrize(
    ("organ", "over", "kan"),
    [(1, None, True), (1, 1, False), (1, 3, False), (3, 1, True), (None, 3, True), (4, 5, True)],
)
def test_et_organ_hoerer_ikke_under_sig_selv(organ, over, kan):
    alle = {1: None, 2: 1, 3: 2, 4: None, 5: 6, 6: 5}  # 5 and 6 hang in each other, as no form lets them

    assert kan_hoere_under(organ, over, alle) is kan


@pytest.mark.parametrize(
    ("mindst", "hoejst", "ord_"),
    [
        (2, 4, "2 faste møder om året, op til 4"),
        (2, None, "2 faste møder om året"),
        (2, 2, "2 faste møder om året"),
        (1, None, "1 fast møde om året"),
        (None, 4, "op til 4 møder om året"),
        (0, 1, "op til 1 møde om året"),
        (0, None, "ingen faste møder"),
        (None, None, ""),
    ],
)
def test_rytmen_i_ord(mindst, hoejst, ord_):
    assert rytme(mindst, hoejst) == ord_


def organ(noegle, navn, over=None, pladser=()):
    return {
        "noegle": noegle, "navn": navn, "over": over, "moeder_mindst": 2, "moeder_hoejst": None,
        "pladser": [{"betegnelse": "x", "organisation": et} for et in pladser],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("parter", "ord_"),
    [
        ([], "0 pladser"),
        ([None], "1 plads"),
        (["Bo", "Kommunen", "Bo", None], "4 pladser: Bo\u00a02, Kommunen\u00a01, andre\u00a01"),
    ],
)
def test_pladserne_i_ord(parter, ord_):
    assert pladser_i_ord(organ(1, "a", pladser=parter)["pladser"]) == ord_


def test_diagrammet_siger_det_hele_i_ord_og_som_liste():
    organer = [organ(1, "Bestyrelsen", pladser=["Bo"]), organ(2, "Styregruppen", 1), organ(3, "Følgegruppen", 1)]

    assert diagram_i_ord(organer) == (
        "Organisationsdiagram. Øverst: Bestyrelsen. Under Bestyrelsen: Styregruppen og Følgegruppen."
    )
    (rod,) = trae(organer)
    assert (rod.navn, rod.ord) == ("Bestyrelsen", "1 plads: Bo\u00a01. 2 faste møder om året")
    assert [et.navn for et in rod.under] == ["Styregruppen", "Følgegruppen"]
    assert [et.over for et in kasser(organer)] == [None, 1, 1]
