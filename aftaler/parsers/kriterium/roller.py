"""Which number is the target, which the starting point, which a change and which another group's figure."""

import re
from dataclasses import dataclass, field

from aftaler.parsers.kriterium import rolleord as ord_
from aftaler.parsers.kriterium.bevaegelse import Bevaegelse, find_bevaegelse
from aftaler.parsers.kriterium.grupper import GRUPPE_MOENSTER
from aftaler.parsers.kriterium.rolleord import AENDRING, AFSTAND, BASELINE, BISAG, MAAL, REFERENCE
from aftaler.parsers.kriterium.rolleretning import er_fastholdt, rettet
from aftaler.parsers.kriterium.skelet import N, Skelet, Stykke, T
from aftaler.parsers.kriterium.tal import Tal
from aftaler.parsers.kriterium.tidsroller import tidsrolle

T_FOER_TIL = re.compile(T)


@dataclass(frozen=True)
class Roller:
    """Numbers and times by role, in the order of the text."""

    tal: dict[int, str] = field(default_factory=dict)
    tider: dict[int, str] = field(default_factory=dict)
    bevaegelse: Bevaegelse | None = None
    grundlag_er_baseline: bool = False

    def med(self, rolle: str) -> list[int]:
        return [sted for sted, r in sorted(self.tal.items()) if r == rolle]


def fordel(skelet: Skelet) -> Roller:
    bevaegelse = find_bevaegelse(skelet.hoved)
    tal = {sted: _talrolle(skelet, sted, t, bevaegelse) for sted, t in skelet.talsteder()}
    tal = rettet(skelet, tal)
    tider, grundlag = {}, False
    for sted, _ in skelet.tidssteder():
        tider[sted], holdt_op = tidsrolle(skelet, sted, tal, bevaegelse)
        grundlag = grundlag or holdt_op
    return Roller(tal, tider, bevaegelse, grundlag)


def _talrolle(skelet: Skelet, sted: int, tal: Tal, bevaegelse: Bevaegelse | None) -> str:
    stykke = skelet.stykke_ved(sted)
    foer, efter = skelet.tekst[stykke.start : sted], skelet.tekst[sted + 1 : stykke.slut]
    if ord_.TILFOEJET_N.search(foer):
        return BISAG
    if ord_.AFSTAND_EFTER_N.match(efter) or _er_forskel(foer, tal):
        return AFSTAND
    if _er_aendring(foer, efter, tal, bevaegelse):
        return AENDRING
    til_efter = ord_.TIL_EFTER_N.match(skelet.tekst[sted + 1 :])
    fra = ord_.FRA_N.search(foer) and (bevaegelse or not tal.tegn or re.search(rf"\btil\b[^.]*{N}", efter))
    if fra or (til_efter and (tal.enhed or T_FOER_TIL.search(til_efter[0]))):
        return BASELINE
    if ord_.TIL_N.search(foer) and (
        bevaegelse or ord_.FRA_N.search(foer) or re.search(rf"\bfra {N}|{N}\s*(?:[(\[]?{T}[)\]]?)?\s*til\s+$", foer)
    ):
        return MAAL
    if _er_reference(skelet, stykke, foer, efter):
        return REFERENCE
    if ord_.SAMMENHOLDT_N.search(foer) or ord_.HVOR_N.search(foer) or ord_.NIVEAU_T_N.search(foer):
        return BASELINE
    if ord_.UDGANGSPUNKT_N.search(foer) or ord_.UDGANGSPUNKT_EFTER_N.search(efter) or ord_.MOD_N.search(foer):
        return BASELINE
    if er_fastholdt(skelet, sted):
        return BASELINE
    if ord_.MAAL_N.search(foer):
        return MAAL
    if ord_.FORTID_N.search(foer):
        return BASELINE
    if stykke.slags != "hoved":
        return BASELINE if _er_udgangspunkt_i_parentes(skelet, stykke, tal) else BISAG
    if stykke.saetning > 0 and tal.tegn is None and not ord_.SKAL.search(foer + efter):
        er_nu = re.search(r"\b(?:er|ligger på|udgør)\s+$", foer)
        return BASELINE if er_nu or re.search(T, foer + efter) else BISAG
    return MAAL


def _er_udgangspunkt_i_parentes(skelet: Skelet, stykke: Stykke, tal: Tal) -> bool:
    """Not a bound ("over 10 %"), and a bare count ("Vestbyen (550 personer)") only when a year stands at it."""
    if tal.tegn:
        return False
    if tal.enhed not in ("antal", None):
        return True
    foer = skelet.tekst[: stykke.start - 1].rstrip()
    return bool(
        re.search(T, skelet.tekst[stykke.start : stykke.slut])
        or re.search(rf"(?:{T}|\b{ord_.UDGANGSPUNKT}\w*|niveau\w*)$", foer, re.I)
    )


def _er_forskel(foer: str, tal: Tal) -> bool:
    """ "Forskellen til kommunen er højst 5 procentpoint"."""
    return (
        tal.enhed == "procentpoint"
        and bool(ord_.FORSKEL_N.search(foer) and GRUPPE_MOENSTER.search(foer))
        and not ord_.MED_N.search(foer)
    )


def _er_aendring(foer: str, efter: str, tal: Tal, bevaegelse: Bevaegelse | None) -> bool:
    if tal.enhed in ("antal", None) and ord_.TILLAEGSORD_N.match(efter):
        return False
    if (
        ord_.PAA_N.search(foer)
        or ord_.STIGNINGEN_ER.match(foer)
        or (tal.enhed in ("procent", "procentpoint") and (ord_.PAA_PROCENT.search(foer) or ord_.KOLON_N.match(foer)))
        or ord_.VERBUM_N.search(foer)
        or ord_.EFTER_N.match(efter)
        or (tal.enhed in ("procent", "procentpoint") and ord_.OVER_NIVEAU_N.match(efter))
    ):
        return True
    if not bevaegelse or ord_.TIL_N.search(foer) or ord_.FRA_N.search(foer):
        return False
    if tal.enhed == "procentpoint":
        return True
    return bool(ord_.MED_N.search(foer)) and bevaegelse.start < len(foer)


def _er_reference(skelet: Skelet, stykke: Stykke, foer: str, efter: str) -> bool:
    """Another group's figure: its name at the number, in a side remark or in a later sentence."""
    if re.search(r"\bmod\s+(?:\w+\s+){0,2}$", foer, re.I) and GRUPPE_MOENSTER.search(efter):
        return True
    if foer_gruppe := list(GRUPPE_MOENSTER.finditer(foer)):
        mellem = foer[foer_gruppe[-1].end() :]
        if re.fullmatch(
            rf"\s*,?\s*(?:som |der )?(?:{T}\s+)?(?:er |var |lå |ligger |udgør |udgjorde |havde |"
            rf"har )?(?:{T}\s+)?(?:på |:|opgjort til )?\s*",
            mellem,
        ):
            return True
    if stykke.slags == "parentes" and re.search(
        rf"{GRUPPE_MOENSTER.pattern}\s*[(\[]?$", skelet.tekst[: stykke.start - 1].rstrip(), re.I
    ):
        return True
    if stykke.slags == "hoved" and stykke.saetning == 0:
        return False
    return bool(GRUPPE_MOENSTER.search(foer + " " + efter)) and not ord_.UDGANGSPUNKT_N.search(foer)
