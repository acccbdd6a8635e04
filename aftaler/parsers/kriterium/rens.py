"""Clean text: what scanners, table cells and word processors leave in a sentence is taken away before it is read."""

import re
import unicodedata

USYNLIGE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\ue000-\uf8ff\u0000-\u0008\u000e-\u001f]")
MELLEMRUM = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
PILE = re.compile(r"\s*(?:[→⇒➔]|[-=]+>)\s*")
# Signs that stand for words, and the unit before its number.
TEGN = (
    (re.compile(r"(?:>=|=>|≥)\s*(?=\d)"), "mindst "),
    (re.compile(r"(?:<=|=<|≤)\s*(?=\d)"), "højst "),
    (re.compile(r"(?<![-=])>\s*(?=\d)"), "over "),
    (re.compile(r"<\s*(?=\d)"), "under "),
    (re.compile(r"^\s*\+\s?(?=\d)"), "stigning på "),
    (
        re.compile(
            r"(?<![\d.,])(?P<tal>\d+(?:[.,]\d+)?)(?:\s?/\s?| ud af | af )(?:5|6|7|10|100) (?=point|stjerner|mulige)"
        ),
        r"\g<tal> point ",
    ),
    (
        re.compile(r"(?P<snit>\b(?:gns\.?|(?:gennem)?snit(?:tet)?(?: på)?)) (?P<tal>\d+(?:[.,]\d+)?) ud af \d+"),
        r"\g<snit> \g<tal> point",
    ),
    (re.compile(r"(?<![\d.,])(?P<tal>\d[.,]\d+) ud af (?:5|6|7|10|100)\b"), r"\g<tal> point"),
    (re.compile(r"\s\(\d{1,2}\)\s(?=[A-ZÆØÅ])"), ". "),
    (re.compile(r"\s*↑"), " stiger"),
    (re.compile(r"\s*↓"), " falder"),
    (re.compile(r"\b[Xx]{1,3}\s*(?=%|procent|pct)"), ""),
    (
        re.compile(r"(?<!\d )(?<!\d)\b(?:kr\.?|DKK)\s(?P<tal>\d++(?:[.,]\d++)*+)(?!\s?(?:kr|mio|mill|t\b|t?kr))"),
        r"\g<tal> kr",
    ),
)
STREGER = re.compile("[\u2010-\u2015\u2212]")

# A dot after these does not end a sentence.
FORKORTELSER = re.compile(
    r"\b(pr|ca|min|max|maks|inkl|ekskl|ift|jf|evt|afd|nr|kl|mio|mill|hhv|vedr|dvs|stk|gns|fx|iht|mht|ifm|kr|pct|mv|mm|"
    r"jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec|pkt|tlf|bl\.? ?a|f\.? ?eks|m\.? ?v|m\.? ?m|m\.? ?fl|p\.? ?t|"
    r"i\.? ?f\.? ?t|t\.? ?kr|o\.? ?l)\.(?=\W|$)",
    re.IGNORECASE,
)
# These may stand last in a sentence: a capital after the dot keeps the full stop.
KAN_SLUTTE = ("kr", "pct", "mv", "mm", "m.v", "m.m", "o.l", "m.fl")

LISTETEGN = re.compile(
    r"^\s*(?:[-*•·>|]+\s*|\(?\d{1,2}(?:\.\d{1,2})*[.)]\s+(?!klasse|halvår|kvartal|årgang)|[a-hA-H]\)\s*)+"
)
SIDETAL_FOERST = re.compile(
    r"^\d{1,3}\s+(?=(?:Andel|Antal|De[nrt]\b|Fra|Karakter|Mindst|Minimum|Trygheden|Færre|Flere))"
)
SIDETAL_SIDST = re.compile(r"(?:(?<=[.)|!?])|(?<=\b20\d\d))\s+\d{1,3}\.?\s*$")
KILDE = re.compile(r"(?:^|(?<=[.|;(]))\s*(?:data)?kilder?\s*:.*$", re.IGNORECASE)
ORDDELING = re.compile(r"([a-zæøå]{2})- (?!og\b|eller\b|samt\b|til\b|og/)([a-zæøå]{2})")
NAESTE_CELLE = re.compile(r"\s*\|+\s*(?=[A-ZÆØÅ]|(?:19|20)\d\d\b)")


OVERSKRIFT = re.compile(
    r"^(?:(?:succes|delmål|resultat|slut)?(?:kriteri\w*|mål)|målsætning|delmål)\s*(?:\d{1,2}(?:\.\d+)*)?\s*[:.]\s+",
    re.I,
)


def rens(tekst: str) -> str:
    """The sentence without soft hyphens, odd spaces and dashes, bullets, table bars, page numbers and source notes."""
    tekst = USYNLIGE.sub("", unicodedata.normalize("NFC", tekst))
    tekst = STREGER.sub("-", MELLEMRUM.sub(" ", tekst)).strip()
    for moenster, ord_ in TEGN:
        tekst = moenster.sub(ord_, tekst)
    tekst = FORKORTELSER.sub(_uden_punktum, PILE.sub(" til ", tekst))
    tekst = SIDETAL_FOERST.sub("", LISTETEGN.sub("", tekst))
    tekst = OVERSKRIFT.sub("", tekst)
    tekst = NAESTE_CELLE.sub(". ", tekst.rstrip("| ")).replace("|", " ")
    tekst = SIDETAL_SIDST.sub("", tekst)
    tekst = KILDE.sub("", tekst)
    tekst = re.sub(r"\s?/\s?(?=(?:år|måned|uge|kvartal|halvår)\b)", " pr ", tekst)
    tekst = ORDDELING.sub(r"\1\2", tekst)
    return MELLEMRUM.sub(" ", tekst).strip()


def _uden_punktum(fund: re.Match) -> str:
    kort = fund[1]
    naeste = fund.string[fund.end() : fund.end() + 2].strip()
    if kort.lower().replace(" ", "") in KAN_SLUTTE and naeste[:1].isupper():
        return f"{kort}."
    return kort.replace(".", "").replace(" ", "")
