"""The demo's words are our own, what is invented says so, and its readings are what the reader would say."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from aftaler.parsers.kriterium import tolk
from helhedsplan.demo import PLANER, former, moeder

ORD = 6  # so many words in a row are a sentence that somebody else wrote


def alt(ting: Any, slags: type) -> Iterator[Any]:
    """Everything of the kind in a written-down plan, however deep."""
    if isinstance(ting, slags):
        yield ting
    if is_dataclass(ting):
        for felt in fields(ting):
            yield from alt(getattr(ting, felt.name), slags)
    elif isinstance(ting, dict):
        for et in (*ting, *ting.values()):
            yield from alt(et, slags)
    elif isinstance(ting, tuple):
        for et in ting:
            yield from alt(et, slags)


def ordraekker(tekst: str) -> set[tuple[str, ...]]:
    ord_ = re.findall(r"\w+", re.sub(r"<[^>]+>", " ", tekst).lower())
    return {tuple(ord_[nr : nr + ORD]) for nr in range(len(ord_) - ORD + 1)}


KRITERIER = [et for plan in PLANER for et in alt(plan, former.Kriterium)]


@pytest.mark.parametrize("plan", PLANER, ids=lambda plan: plan.slug)
def test_ingen_saetning_er_skrevet_af(plan, faelles_mappe):
    kilder = set()
    for fil in sorted((faelles_mappe / "seeds").iterdir()):
        kilder |= ordraekker(fil.read_text())
    tekster = (*alt(plan, str), *alt(moeder.PLANER[plan.slug], str))
    afskrift = {" ".join(et) for tekst in tekster for et in ordraekker(tekst) & kilder}
    assert afskrift == set()


def test_ingen_person_er_virkelig(faelles_mappe):
    kilder = " ".join(fil.read_text() for fil in sorted((faelles_mappe / "seeds").iterdir()))
    navne = {
        navn
        for plan in PLANER
        for navn in (
            *plan.personer,
            *(et.underskriver for et in plan.parter),
            *(et.person for et in alt(plan, former.Plads)),
            *(et.person for et in alt(plan, former.Andel)),
            *moeder.PLANER[plan.slug].personer,
        )
        if navn
    }
    assert sorted(navn for navn in navne if navn in kilder) == []


@pytest.mark.parametrize("kriterium", KRITERIER, ids=lambda et: et.navn)
def test_laesningen_er_den_laeseren_giver(kriterium):
    assert tolk(kriterium.tekst) == kriterium.laesning


def test_opdigtede_kriterier_siger_at_de_er_eksempler():
    opdigtede = [et for plan in PLANER if plan.slug in ("lolland", "koege") for et in alt(plan, former.Kriterium)]
    assert len(opdigtede) == 10
    assert [et.tekst for et in opdigtede if "(eksempel)" not in et.tekst] == []


def test_opdigtede_milepaele_og_andele_siger_at_de_er_eksempler():
    lemvig = next(plan for plan in PLANER if plan.slug == "lemvig")
    milepaele = [et.navn for et in alt(lemvig.omraader, former.Milepael)]
    assert [navn for navn in milepaele if "(eksempel)" not in navn] == []
    assert [et.stilling for et in lemvig.andele if "(eksempel)" not in et.stilling] == []


def test_hver_virkning_og_hvert_navn_findes_i_planen():
    for plan in PLANER:
        kriterier = {et.navn for et in alt(plan, former.Kriterium)}
        virkninger = {navn for et in alt(plan, former.Aktivitet) for navn, _ in et.virkninger}
        assert virkninger <= kriterier
        navne = [et.navn for omraade in plan.omraader for et in alt(omraade, former.Kriterium)]
        assert len(navne) == len(set(navne))
