"""From one plan to the next: what is carried on, what is missing before the next can start. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from aftaler.models.viderefoerelse import Valg
from kerne import datoer

SIDE = 2400  # characters on a page of LBF's form
HOEJST_SIDER = 5  # the problem description (L11, L15)
NAEVNT = 3  # so many names in a sentence; the rest is a number

Noegle = tuple[str, int]  # kind ("indsatsomraade", "aktivitet", "kriterium", "organ") and the row's key


@dataclass(frozen=True)
class Del:
    """A part of the plan and what was decided about it; `over` is the part it belongs to."""

    noegle: Noegle
    navn: str
    over: Noegle | None = None
    valg: Valg | None = None


def gaeldende_valg(dele: Sequence[Del]) -> dict[Noegle, Valg | None]:
    """Regel foelger-sit-sted: det, der hører til noget, der ikke føres videre, følger det; ellers gælder eget valg.

    `dele` in any order; a part whose own place is not among them stands by itself.
    """
    egne = {et.noegle: et for et in dele}

    def valg(et: Del) -> Valg | None:
        sted = egne.get(et.over) if et.over else None
        stedets = valg(sted) if sted else Valg.VIDERE
        return et.valg if stedets in (None, Valg.VIDERE) else stedets

    return {et.noegle: valg(et) for et in dele}


def uafgjorte(dele: Sequence[Del]) -> list[Del]:
    """The parts about which nothing is decided, neither by themselves nor by what they belong to."""
    gaelder = gaeldende_valg(dele)
    return [et for et in dele if gaelder[et.noegle] is None]


def mangler_foer_naeste_plan(dele: Sequence[Del]) -> list[str]:
    """Regel alt-er-besluttet: den næste plan begynder først, når hver del af den gamle har fået en beslutning."""
    mangler = uafgjorte(dele)
    if not dele:
        return ["Planen har ingen indsatsområder eller organer at føre videre."]
    if not mangler:
        return []
    navne = [f"»{et.navn}«" for et in mangler[:NAEVNT]]
    flere = len(mangler) - len(navne)
    if flere:
        navne.append(f"{flere} mere" if flere == 1 else f"{flere} flere")
    samlet = f"{', '.join(navne[:-1])} og {navne[-1]}" if navne[1:] else navne[0]
    return [f"Der er ikke besluttet noget om {samlet}."]


def mangler_ved_naeste_periode(start: date, *, forrige_slut: date) -> str:
    """Regel naeste-efter-forrige: den næste plan begynder tidligst dagen efter, at den forrige slutter."""
    if start > forrige_slut:
        return ""
    return f"Den næste plan skal begynde efter {datoer.dato(forrige_slut)}, hvor denne slutter."


def mangler_omraader(videre: Mapping[int, str], valgt: Mapping[int, int], periodens: set[int]) -> dict[int, str]:
    """Regel omraade-i-perioden: hvert indsatsområde, der føres videre, får et område i den nye bevillingsperiode.

    `videre`: key → name of the areas carried on. `valgt`: key → the new period's area. Key → sentence.
    """
    return {
        noegle: f"Vælg et område i den nye bevillingsperiode til {navn}."
        for noegle, navn in videre.items()
        if valgt.get(noegle) not in periodens
    }


def for_lang_problembeskrivelse(tegn: int) -> str:
    """Regel hoejst-fem-sider: prækvalifikationens problembeskrivelse er højst fem sider (domain.md 1.3).

    The sentence, when so many characters fill more; else empty.
    """
    sider = -(-tegn // SIDE)
    if sider <= HOEJST_SIDER:
        return ""
    return f"Teksten fylder omkring {sider} sider. Landsbyggefonden tager imod højst {HOEJST_SIDER}."


def mangler_ved_ansoegning(indsendt: date | None, svar: date | None, *, dag: date) -> dict[str, str]:
    """Regel svar-efter-ansoegning: en ansøgning er indsendt, før der kommer svar, og begge dele er sket.

    Field → sentence.
    """
    for felt, hvad, dato in (("indsendt_dato", "Ansøgningen", indsendt), ("svar_dato", "Svaret", svar)):
        if dato and dato > dag:
            return {felt: f"{hvad} kan ikke ligge i fremtiden. Skriv datoen, når det er sket."}
    if svar and not indsendt:
        return {"indsendt_dato": "Skriv, hvornår ansøgningen blev indsendt, før svaret kom."}
    if svar and indsendt and svar < indsendt:
        return {"svar_dato": "Svaret kan ikke være kommet, før ansøgningen blev indsendt."}
    return {}
