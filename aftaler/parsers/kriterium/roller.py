"""Which number is the target, which the starting point, which a change and which another group's figure; the same for years."""

import re
from dataclasses import dataclass, field

from aftaler.parsers.kriterium.bevaegelse import Bevaegelse, find_bevaegelse
from aftaler.parsers.kriterium.grupper import GRUPPE_MOENSTER
from aftaler.parsers.kriterium.skelet import FOERSTE_TAL, IKKE_MAERKE, IKKE_TAL, N, Skelet, Stykke, T
from aftaler.parsers.kriterium.tal import Tal
from aftaler.parsers.kriterium.tid import Tid

MAAL, BASELINE, AENDRING, REFERENCE, MAALING, BISAG, AFSTAND = (
    "maal",
    "baseline",
    "aendring",
    "reference",
    "maaling",
    "bisag",
    "afstand",
)

UDGANGSPUNKT = (
    r"(?:baseline\w*|udgangspunkt\w*|nulpunkt\w*|startpunkt\w*|startniveau\w*|startmåling\w*|førmåling\w*|"
    r"før-?måling\w*|nulmåling\w*|"
    r"basisår\w*|basismåling\w*|nuværende|i dag|i øjeblikket|aktuelt|på nuværende tidspunkt|pt|status)"
)
BEV_NAVN = (
    r"(?:fald\w*|stigning\w*|reduktion\w*|forøgelse\w*|øgning\w*|nedgang\w*|vækst\w*|fremgang\w*|"
    r"reducering\w*|nedbringelse\w*|"
    r"mindskelse\w*|nedsættelse\w*|tilvækst|forbedring\w*|løft)"
)
BEV_VERBUM = (
    r"(?:fald(?:e|er|et)|stig(?:e|er|et)|steget|øges?|øget|reduceres?|reduceret|mindskes?|sænkes?|hæves?|"
    r"vokse[rt]?|nedbringes?|forbedres?|løftes?)"
)
TILFOEJET_N = re.compile(rf"{N}{IKKE_TAL}*\b(?:svarende til|hvilket svarer til|dvs|altså)\s+{IKKE_TAL}*$", re.I)
MED_N = re.compile(r"\bmed\s+(?:\w+\s+){0,1}$", re.I)
PAA_N = re.compile(rf"\b{BEV_NAVN}\s+(?:\w+\s+){{0,4}}?(?:på|med)\s+$", re.I)
PAA_PROCENT = re.compile(
    r"^\W*(?:(?:der|sker|skal|ske|et|en|er|at|opnås|ses|årlig|mærkbar|markant|"
    rf"mærkbart)\s+){{0,4}}{BEV_NAVN}\s+(?:[^\W,]+\s+){{0,12}}?(?:på|være|udgøre|udgør|er)\s+$",
    re.I,
)
VERBUM_N = re.compile(rf"\b{BEV_VERBUM}\s+(?:årligt?\s+|{T}\s+)?$", re.I)
EFTER_N = re.compile(
    rf"^\s*(?:{BEV_NAVN}\b|(?:[a-zæøå]+\s+){{0,2}}?(?:flere|færre)\b(?!\s+gange)|(?:højere|lavere|mindre|"
    r"større|mere|bedre|kortere|længere)\b)",
    re.I,
)
FRA_N = re.compile(
    r"\bfra\s+(?:(?:et|det) (?:\w+ )?(?:niveau|udgangspunkt|gennemsnit|snit) (?:på )?|nu |i dag )?$", re.I
)
TIL_N = re.compile(r"\b(?:til|når op på|nå op på|ned på|op på)\s+(?:et (?:niveau|gennemsnit|snit) på )?$", re.I)
MAAL_N = re.compile(rf"\b(?:mål(?:et|tal\w*|sætning\w*)?|ambition\w*)\b{IKKE_TAL}{{0,60}}$", re.I)
MOD_N = re.compile(r"\bmod\s+(?:\w+\s+){0,2}$", re.I)
UDGANGSPUNKT_N = re.compile(rf"\b{UDGANGSPUNKT}\b{IKKE_TAL}*$", re.I)
FORTID_N = re.compile(
    r"\b(?:var|lå|udgjorde|havde|har ligget|har været|ligger i dag|er i dag|opgjort til|målt til|ligger nu|"
    rf"steg|faldt|blev)\b{IKKE_TAL}*$",
    re.I,
)
UDGANGSPUNKT_EFTER_N = re.compile(rf"^\s*(?:\w+\s+){{0,2}}(?:ved|i)\s+{UDGANGSPUNKT}", re.I)
AFSTAND_EFTER_N = re.compile(
    r"^\s*(?:(?:over|under|højere end|lavere end|bedre end|fra)\s+(?:i\s+)?|"
    rf"gange\s+(?:så \w+ som\s+(?:i\s+)?)?){GRUPPE_MOENSTER.pattern}",
    re.I,
)
SAMMENHOLDT_N = re.compile(
    r"\b(?:sammenlignet med|i forhold til|ift|set i forhold til|op fra|ned fra)\s+(?:(?!kommunen|landet|byen|"
    r"regionen)\w+\s+){0,2}$",
    re.I,
)
SKAL = re.compile(r"\b(?:skal|mål\w*|forventes|vil|bør|ønskes)\b", re.I)
FORTID = re.compile(r"\b(?:var|lå|udgjorde|havde|har ligget|har været)\b", re.I)
SIDEORDNET = re.compile(r"(?:,|\bog|\bsamt|\bheraf|\bmed|\bsamt for)\s+(?:\w+\s+){0,3}$", re.I)
FORBEHOLD = re.compile(r"\b(?:på|i|inden for|efter|hvoraf|hver|ud af|af|pr)\s+(?:\w+\s+)?$", re.I)

BASELINE_T = re.compile(rf"\b{UDGANGSPUNKT}(?!\w)(?:(?!følges op|\bny måling){IKKE_MAERKE}){{0,60}}$", re.I)
SAMMENHOLDT_T = re.compile(
    r"\b(?:sammenlignet med|i forhold til|ift|set i forhold til|målt mod|end|niveau(?:et)? med|"
    r"niveau(?:et)? som|niveauet(?: fra)?|målt i forhold til|relativt til|så (?:mange|meget|høj\w*|"
    r"stor\w*)\b[^,.]*\bsom)\s+(?:(?:tal\w*|niveau\w*|opgørelse\w*|måling\w*)\s+)?"
    r"(?:\w+\s+)?$",
    re.I,
)
NIVEAU_EFTER_T = re.compile(r"^\s?-?\s?(?:baseline|niveau|tal|måling|opgørelse)\w*", re.I)
OPFOELGNING_T = re.compile(
    r"\b(?:følges op|opfølgende|opfølgning\w*|ny måling|nye målinger|slutmåling\w*|eftermåling\w*|genmål\w*|"
    r"gentages|måles|måling(?:en)?(?: gennemføres| foretages)?|"
    rf"afsluttende|evalueres|undersøges|opgøres)\b{IKKE_MAERKE}*$",
    re.I,
)
# "til % eller lavere i 2022": the number was lost, its year was not.
TABT_MAAL_T = re.compile(r"\btil\s+(?:og med\s+)?(?:%\s*)?(?:eller\s+\w+\s+)?$", re.I)
# "fastsættes, når tallene for 2018 foreligger": the year of what the target will rest on.
FASTLAEGGES_T = re.compile(
    r"\b(?:fastsættes|fastlægges|aftales|defineres|formuleres|sættes|besluttes)\b.*\b(?:når|efter|"
    r"på baggrund af|ud fra|på grundlag af)\b"
    rf"{IKKE_MAERKE}*$",
    re.I,
)
FRIST = re.compile(
    r"\b(?:mål\w*|nå(?:s|et|r)?|opnå\w*|indfri\w*|opfyldt|gælder|frist|senest|inden|udgangen|gennemført)\b", re.I
)


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
    tal = _rettet(skelet, tal)
    tider, grundlag = {}, False
    for sted, tid in skelet.tidssteder():
        tider[sted], holdt_op = _tidsrolle(skelet, sted, tid, tal, bevaegelse)
        grundlag = grundlag or holdt_op
    return Roller(tal, tider, bevaegelse, grundlag)


def _talrolle(skelet: Skelet, sted: int, tal: Tal, bevaegelse: Bevaegelse | None) -> str:
    stykke = skelet.stykke_ved(sted)
    foer, efter = skelet.tekst[stykke.start : sted], skelet.tekst[sted + 1 : stykke.slut]
    if TILFOEJET_N.search(foer):
        return BISAG
    if AFSTAND_EFTER_N.match(efter):
        return AFSTAND
    if _er_aendring(foer, efter, tal, bevaegelse):
        return AENDRING
    if FRA_N.search(foer):
        return BASELINE
    if TIL_N.search(foer) and (bevaegelse or FRA_N.search(foer) or re.search(rf"\bfra {N}", foer)):
        return MAAL
    if _er_reference(skelet, stykke, foer, efter):
        return REFERENCE
    if SAMMENHOLDT_N.search(foer):
        return BASELINE
    if UDGANGSPUNKT_N.search(foer) or UDGANGSPUNKT_EFTER_N.search(efter) or MOD_N.search(foer):
        return BASELINE
    if MAAL_N.search(foer):
        return MAAL
    if FORTID_N.search(foer):
        return BASELINE
    if stykke.slags != "hoved":
        return BASELINE if _er_udgangspunkt_i_parentes(skelet, stykke, tal) else BISAG
    if stykke.saetning > 0 and tal.tegn is None and not SKAL.search(foer + efter):
        return BASELINE if re.search(T, foer + efter) else BISAG
    return MAAL


def _er_udgangspunkt_i_parentes(skelet: Skelet, stykke: Stykke, tal: Tal) -> bool:
    """A bare count in a parenthesis ("Vestbyen (550 personer)") is a starting point only when a year stands at it."""
    if tal.enhed not in ("antal", None):
        return True
    foer = skelet.tekst[: stykke.start - 1].rstrip()
    return bool(
        re.search(T, skelet.tekst[stykke.start : stykke.slut])
        or re.search(rf"(?:{T}|\b{UDGANGSPUNKT}\w*|niveau\w*)$", foer, re.I)
    )


def _er_aendring(foer: str, efter: str, tal: Tal, bevaegelse: Bevaegelse | None) -> bool:
    if (
        PAA_N.search(foer)
        or (tal.enhed in ("procent", "procentpoint") and PAA_PROCENT.search(foer))
        or VERBUM_N.search(foer)
        or EFTER_N.match(efter)
    ):
        return True
    if not bevaegelse or TIL_N.search(foer) or FRA_N.search(foer):
        return False
    if tal.enhed == "procentpoint":
        return True
    return bool(MED_N.search(foer)) and bevaegelse.start < len(foer)


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
    return bool(GRUPPE_MOENSTER.search(foer + " " + efter)) and not UDGANGSPUNKT_N.search(foer)


def _rettet(skelet: Skelet, tal: dict[int, str]) -> dict[int, str]:
    """A lone figure read as past or parenthetical is the target when nothing else is; loose numbers are put aside."""
    roller = set(tal.values())
    if not roller & {MAAL, AENDRING, REFERENCE} and (liste := _delmaal_i_parentes(skelet, tal)):
        return tal | dict.fromkeys(liste, MAAL)
    if not roller & {MAAL, AENDRING, REFERENCE}:
        for sted, rolle in tal.items():
            foer = skelet.tekst[:sted]
            if (
                rolle in (BASELINE, BISAG)
                and not FRA_N.search(foer)
                and not UDGANGSPUNKT_N.search(foer)
                and not MOD_N.search(foer)
            ):
                if skelet.tal[ord(skelet.tekst[sted]) - FOERSTE_TAL].tegn or skelet.stykke_ved(sted).slags == "hoved":
                    return tal | {sted: MAAL}
    if AENDRING in roller:
        return {s: (BISAG if r == MAAL and not TIL_N.search(skelet.tekst[:s]) else r) for s, r in tal.items()}
    maal = [s for s, r in tal.items() if r == MAAL]
    tal = tal | dict.fromkeys(_foer_det_egentlige(skelet, maal), BISAG)
    maal = [s for s in maal if tal[s] == MAAL]
    med_til = [s for s in maal if TIL_N.search(skelet.tekst[:s]) and BASELINE in roller]
    if med_til and med_til[0] != maal[0]:
        tal = tal | {s: BISAG for s in maal if s < med_til[0]}
    return tal


def _foer_det_egentlige(skelet: Skelet, maal: list[int]) -> list[int]:
    """ "De 7 medarbejdere gennemfører mindst 200 besøg": a bare count before the number with the comparator."""
    tal = [skelet.tal[ord(skelet.tekst[s]) - FOERSTE_TAL] for s in maal]
    if len(maal) < 2 or tal[0].tegn or tal[0].enhed == "procent" or not tal[1].tegn:
        return []
    mellem = skelet.tekst[maal[0] + 1 : maal[1]]
    return [] if SIDEORDNET.search(mellem) or FORBEHOLD.search(mellem) or re.search("[.;:]", mellem) else maal[:1]


def _delmaal_i_parentes(skelet: Skelet, tal: dict[int, str]) -> list[int]:
    """ "(Ringparken: N, Motalavej: N)": a list of numbers without years in one parenthesis is a list of targets."""
    i_parentes = [s for s, r in tal.items() if r == BASELINE and skelet.stykke_ved(s).slags == "parentes"]
    if len(i_parentes) < 2 or len({skelet.stykke_ved(s) for s in i_parentes}) > 1:
        return []
    stykke = skelet.stykke_ved(i_parentes[0])
    tekst = skelet.tekst[stykke.start : stykke.slut]
    return [] if re.search(rf"{T}|\bfra\b|{UDGANGSPUNKT}", tekst) else i_parentes


def _tidsrolle(
    skelet: Skelet, sted: int, tid: Tid, tal: dict[int, str], bevaegelse: Bevaegelse | None
) -> tuple[str, bool]:
    """The role, and whether the words say that the change is measured from this year."""
    stykke = skelet.stykke_ved(sted)
    foer, efter = skelet.tekst[stykke.start : sted], skelet.tekst[sted + 1 : stykke.slut]
    if SAMMENHOLDT_T.search(foer):
        return BASELINE, True
    if NIVEAU_EFTER_T.match(efter) and not re.search(r"^\s?-?\s?(?:måling|opgørelse)", efter):
        return BASELINE, bool(re.search(r"\b(?:fra|ift|i forhold til|end)\s+$", foer))
    if OPFOELGNING_T.search(foer) and not re.search(rf"\b{UDGANGSPUNKT}\s+$", foer, re.I):
        if not BASELINE_T.search(foer) or re.search(r"følges op|ny måling", foer):
            return MAALING, False
    if BASELINE_T.search(foer):
        return BASELINE, False
    if FASTLAEGGES_T.search(foer) or re.search(r"\bniveau\w*\s+(?:[^\W,.]+\s+){0,4}fra\s+$", foer, re.I):
        return BASELINE, False
    if bevaegelse and TABT_MAAL_T.search(foer):
        return MAAL, False
    if re.search(r"\bfra\s+(?:%\s*)?$", foer, re.I):
        aaben = re.match(r"\s+og (?:frem|efter|over|senere)", efter) or not bevaegelse or re.search(r"\bmed\s+$", foer)
        return (MAAL, False) if aaben else (BASELINE, False)
    if (naboer := [s for s in tal if s < sted and _i_samme_led(skelet, s, sted, stykke)]) and tal[naboer[-1]] != BISAG:
        rolle = tal[naboer[-1]]
        if rolle == REFERENCE and stykke.slags == "hoved" and stykke.saetning == 0 and BASELINE in tal.values():
            return MAAL, False
        return (MAAL if rolle == AENDRING else rolle), False
    if stykke.saetning == 0 and stykke.slags == "hoved":
        naeste = next((s for s in sorted(tal) if sted < s <= stykke.slut), None)
        fortid = (
            naeste and tal[naeste] == BASELINE and FORTID.search(skelet.tekst[max(stykke.start, sted - 20) : naeste])
        )
        return (BASELINE if fortid else MAAL), False
    efter_sig = [s for s in tal if stykke.start <= s <= stykke.slut and s > sted]
    if efter_sig and tal[efter_sig[0]] in (BASELINE, REFERENCE, MAAL):
        return tal[efter_sig[0]], False
    return (MAAL if FRIST.search(foer + efter) else BISAG), False


def _i_samme_led(skelet: Skelet, tal: int, tid: int, stykke: Stykke) -> bool:
    if skelet.stykke_ved(tal) == stykke:
        return True
    return stykke.slags == "parentes" and not skelet.tekst[tal + 1 : stykke.start - 1].strip() and tal > 0
