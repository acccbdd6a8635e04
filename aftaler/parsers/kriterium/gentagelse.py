"""Per year, per quarter …, and what a change is measured from."""

import re

from aftaler.laesning import Grundlag, Pr
from aftaler.parsers.kriterium.rolleord import BEV_VERBUM, UDGANGSPUNKT
from aftaler.parsers.kriterium.skelet import IKKE_TAL, N, T

PR: tuple[tuple[str, Pr], ...] = (
    (r"halvårligt?|halvårlige|(?:pr|per) halvår|hvert halv(?:e )?år|(?:om|i) halvåret|hver sjette måned", Pr.HALVAAR),
    (r"kvartalsvise?|kvartårligt?|(?:pr|per) kvartal|hvert kvartal|i kvartalet|kvartalsmæssigt?", Pr.KVARTAL),
    (r"månedlige?|månedligt|(?:pr|per) måned|(?:om|i) måneden|hver måned|månedsvist?", Pr.MAANED),
    (r"ugentlige?|ugentligt|(?:pr|per) uge|(?:om|i) ugen|hver uge", Pr.UGE),
    (
        r"årlige?|årligt|om året|(?:pr|per) (?:kalender|skole)?år|hvert (?:eneste |enkelt )?(?:kalender|"
        r"skole)?år|år for år|fra år til år|"
        rf"(?:hver|hvert|(?:pr|per)) (?:sommer|vinter|forår|efterår|sæson|jul|sommerferie|december)|"
        rf"hvert af årene|hvert af (?:de )?(?:(?:\w+|{N}) )?(?:projekt)?år|"
        rf"(?:pr|per) anno|i hvert skoleår|hvert {T}",
        Pr.AAR,
    ),
)
PR_MOENSTER = re.compile("|".join(rf"(?P<{pr.value}>\b(?:{ord_})(?!\w))" for ord_, pr in PR), re.I)
OPGOERELSE = re.compile(
    r"\b(?:måles|måling\w*|opgøres|opgørelse\w*|registreres|evaluere[s]?|evalueringer?|følges op|opfølgning|"
    r"afrapporteres|dokumenteres|undersøges|statistik|rapporte\w+|"
    rf"spørgeskema\w*|undersøgelse\w*)\b{IKKE_TAL}{{0,40}}$",
    re.I,
)
HELE_PERIODEN = re.compile(r"(?:igennem|gennem|i|over)\s+hele\s+(?:projekt)?perioden", re.I)

_MOD = r"(?:fra|ift|i forhold til|sammenlignet med|set i forhold til|målt mod|end|af|mod|som ved)"
FORRIGE_AAR = re.compile(
    rf"\b{_MOD}\s+(?:\w+\s+){{0,3}}?(?:(?:foregående|forrige|forudgående|tidligere|sidste)\s+(?:kalender|"
    r"skole)?(?:år|års)|året (?:før|forinden|forud)|det (?:foregående|forrige))\b",
    re.I,
)
FRA_BASELINE = re.compile(
    rf"\b{_MOD}\s+(?:\w+\s+){{0,3}}?(?:{UDGANGSPUNKT}|projektets (?:start|begyndelse|opstart)|projektstart|"
    r"indsatsens start|starten)\b",
    re.I,
)


def find_pr(tekst: str) -> Pr | None:
    """The rhythm of the target; how often it is measured, or how often within a side condition, is none."""
    fundne = list(PR_MOENSTER.finditer(tekst))
    if (foerste := re.search(N, tekst)) and len(fundne) > 1:
        fundne.sort(key=lambda fund: fund.start() < foerste.start())  # "kvartalsvise møder, i alt 4 om året"
    for fund in fundne:
        foer = tekst[: fund.start()]
        if (
            OPGOERELSE.search(foer)
            or _i_bibetingelse(foer, tekst[fund.end() :])
            or _i_relativ(foer, tekst[fund.end() :])
        ):
            continue
        return Pr(fund.lastgroup)
    return None


def _i_bibetingelse(foer: str, efter: str) -> bool:
    """ "20 unge har job på 5 timer om ugen": the rhythm belongs to the second number."""
    if re.search(rf"{N}\s[^,.;]*{N}\s+gange?\s+$", foer):
        return True
    if re.search(N, foer) and re.match(rf"\s*:\s*{N}", efter):
        return True
    return (
        len(re.findall(N, foer)) >= 2
        and bool(re.search(rf"(?:\bpå|\bi|\bder|\bsom)\s+(?:\w+\s+)?{N}[^,.;]*$", foer))
        and not re.search(rf"\b(?:fra|til|mod)\s+{N}[^,.;]*$", foer)
    )


def _i_relativ(foer: str, efter: str) -> bool:
    """ "børn, der går til sport hver uge, stiger fra": the rhythm belongs to the relative clause."""
    if not re.search(r"\w,?\s(?:der|som)\s[^,.]*$", foer):
        return False
    return bool(re.match(r"[^,.]*,\s*\w", efter) or re.match(rf"\s+(?:skal\s+|er\s+)?{BEV_VERBUM}\b", efter, re.I))


def find_grundlag(tekst: str, aarstal_er_grundlag: bool) -> Grundlag | None:
    if FORRIGE_AAR.search(tekst):
        return Grundlag.FOREGAAENDE_AAR
    return Grundlag.BASELINE if aarstal_er_grundlag or FRA_BASELINE.search(tekst) else None


def loeber_hele_perioden(tekst: str) -> bool:
    """ "i forhold til de foregående år igennem hele perioden" is a change every year."""
    return bool(FORRIGE_AAR.search(tekst) and HELE_PERIODEN.search(tekst))
