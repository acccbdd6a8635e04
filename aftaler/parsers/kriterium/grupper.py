"""Other groups that an area is measured against: the kommune, the country, other udsatte områder."""

import re

from aftaler.parsers.kriterium.skelet import N, T

_ORD = r"[A-ZÆØÅ][\wæøåéÆØÅ.-]*"
_KOMMUNE = (
    r"(?-i:(?!(?:I|For|På|Hos|Til|Tallet|Fra|Mens|Også|Som|Hele|Resten|Andelen|Antallet|Ved|"
    rf"At)\b){_ORD}(?:[ -](?:og |& )?{_ORD}){{0,2}} ?-? ?[Kk]ommunes?\b(?! sammen))"
)
_OMRAADER = (
    r"(?:de |alle |øvrige |andre |kommunens |byens |landets )*(?:(?:særligt|særlig|socialt|andre|øvrige|"
    r"tilsvarende|sammenlignelige|"
    r"lignende|landets|almene|alle)\s+)*"
    r"(?:udsatte\s+)?(?:almene\s+)?(?:(?:udsatte|tilsvarende|sammenlignelige|lignende|andre|øvrige|"
    r"almene)\s+)(?:bolig)?(?:områder|afdelinger)(?:ne)?(?: på landsplan| i (?:landet|Danmark|kommunen))?"
)
# Groups that may stand alone, and genitives that need "gennemsnit" or the like after them.
ALENE = (
    rf"{_KOMMUNE}(?: i øvrigt| som helhed)?|resten af (?:{_KOMMUNE}|[a-zæøå]+(?:en|et)\b|"
    rf"(?-i:{_ORD})(?: by)?)|"
    rf"(?:den )?øvrige (?:kommune|by|del af (?:kommunen|byen))|hele (?:kommunen|landet|byen|(?-i:{_ORD}))|"
    r"kommunen(?: i øvrigt| som helhed| generelt)?|"
    r"landet(?: som helhed)?|byen(?: som helhed| i øvrigt)?|regionen(?: som helhed)?|landsplan|Danmark|hele Danmark|"
    rf"(?:kommune|land)(?=\s*:?\s*(?:{N}|$))|{_OMRAADER}|SUB-?\s?områder(?:ne)?|byens øvrige (?:skoler|elever|unge|"
    rf"beboere|børn)|"
    r"kommunens øvrige (?:skoler|elever|unge|beboere|børn|borgere|områder|boligområder)|"
    r"(?:andre|øvrige|de øvrige) (?:elever|skoler|unge|børn|borgere|kommuner)(?: i (?:kommunen|byen|"
    r"landet))?|befolkningen(?: som helhed| generelt)?"
)
GENITIV = r"(?:kommunens|landets|byens|regionens|områdets øvrige|hele kommunens|hele landets)"
SAMMENSAT = (
    r"(?:(?:kommunale|nationale|regionale) (?:gennemsnit|niveau|snit)|"
    r"(?:lands|kommune|by|regions)(?:gennemsnit(?:tet)?|niveau(?:et)?|tal(?:let)?|snit(?:tet)?))"
)
_SNIT = (
    r"(?:gennemsnit\w*|niveau\w*|tal(?:let|lene)?|andel(?:en)?|snit(?:tet)?|middel\w*|\w*indkomst(?:en)?|fraflytningsprocent|"
    r"frekvens\w*|forsørgelsesgrad)"
)
_FOR = r"(?:for|i|på|blandt|hos|af)"

# "under gennemsnittet for …", "på højde med …": any group, when a comparison leads up to it.
_FOERES_OP_TIL = "|".join(
    [
        rf"(?<=\b{ord_} {snit} for )"
        for ord_ in ("over", "under", "end", "med", "til", "som")
        for snit in ("gennemsnittet", "snittet", "niveauet")
    ]
    + [rf"(?<=\bpå {ord_} med )" for ord_ in ("niveau", "højde", "linje")]
)
_INGEN_GRUPPE = r"(?:det|den|de|i|ved|før|sidste|tidligere)\b|baseline|nul|udgang|start"
_ENHVER = rf"(?:{_FOERES_OP_TIL})(?P<x>(?!{_INGEN_GRUPPE})[a-zæøå][\w -]*?)(?=\s*(?:[(,.;:]|$|{N}|{T}|på\s))"

# named groups inside: `a` alone, `g` genitive, `s` compound, `x` any
GRUPPE = (
    rf"(?:(?:det |den |de )?(?:samlede |generelle |gennemsnitlige )?(?:(?:{_SNIT}|{SAMMENSAT})\s+{_FOR}\s+)?"
    rf"(?:(?P<s>{SAMMENSAT})(?!\s+for\s+(?:{_OMRAADER}))|"
    rf"(?P<g>{GENITIV})(?:\s+(?:samlede\s+)?{_SNIT}|(?=\s*(?:[(.,;]|$)|\s+som helhed))|"
    rf"(?P<a>{ALENE})|{_ENHVER})(?:s?\s+(?:samlede\s+)?{_SNIT})?)"
)
GRUPPE_MOENSTER = re.compile(rf"\b{GRUPPE}(?!\w)", re.I)


def navn(fund: re.Match) -> str:
    """The group's own name: "gennemsnittet for udsatte områder" → "udsatte områder", "kommunens snit" → "kommunen"."""
    tekst = (fund["s"] or fund["g"] or fund["a"] or fund["x"]).strip()
    if fund["g"] or (fund["a"] and re.search(r"[Kk]ommunes$", tekst)):
        tekst = tekst.removesuffix("s")
    if re.match(
        r"(?:[Kk]ommunen|[Ll]ands|[Rr]esten|[Hh]ele|[Kk]ommune|[Bb]yen|[Bb]y[gnst]|[Ll]andet|[Øø]vrige|"
        r"[Aa]ndre|[Dd]en |[Dd]e |[Rr]egion)",
        tekst,
    ):
        tekst = tekst[0].lower() + tekst[1:]
    tekst = re.sub(r"^(?=(?:kommunale|nationale|regionale) )", "det ", tekst)
    tekst = re.sub(r"^(kommunen|landet|byen|regionen) (?:som helhed|i øvrigt|generelt)$", r"\1", tekst)
    return re.sub(r"^(?:de|den|alle)\s+(?=\w)", "", tekst) if not tekst.startswith("den øvrige") else tekst
