"""Years and windows in a sentence: "i perioden 2013-17", "ultimo 17", "skoleåret 18/19", "inden udgangen af 2024"."""

import re
from dataclasses import dataclass

AAR = r"(?:19[89]\d|20[0-4]\d)"
MAANED = (
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec)"
)

# Words that only lead up to a year. "fra", "til", "end" and the baseline words give it its role and are not here.
FORLED = (
    r"(?:\b(?:i|ved|inden|senest|hele|hvert af|for|den|udgangen af|slutningen af|afslutningen af|starten af|"
    r"begyndelsen af|løbet af|udløbet af|årene|(?<!om )(?<!hvert )året|(?<!hvert )(?<!pr )(?<!per )år|perioden|periode|"
    r"projektperioden|målperioden|(?:\w+ets|\w+ens) (?:udløb|afslutning|ophør|slutning)|skoleår(?:et|ene)?|"
    r"kalenderåret|ultimo|primo|medio|foråret|efteråret|sommeren|vinteren|frem mod|frem til|indtil|"
    r"" + MAANED + r"|\d\. ?(?:halvår|kvartal|kvt)|(?:første|andet) halvår|q[1-4]),?\s+(?:af\s+)?){0,6}"
)
KORTE_AAR = r"(?:ultimo|primo|medio|udgangen af|slutningen af|starten af|begyndelsen af)\s+(?:år\s+)?'?"

# A bare four-digit number is a count, not a year, after these words …
TAELLER_FOER = re.compile(
    r"\b(?:mindst|minimum|min|højst|maks|max|maksimalt|over|under|ca|cirka|omkring|end|op til|i alt)\s+$", re.I
)
# … or before a noun, unless a word that leads up to a year stands before it.
NAVNEORD_EFTER = re.compile(
    r"^\s+(?!(?:eller|efter|under|over|inden|heraf|årlige?)\b)[a-zæøå]{3,}(?:er|ere|ende|ter|de)\b"
)
TID_FOER = re.compile(
    r"\b(?:i|ved|inden|senest|året|år|perioden|årene|ultimo|primo|medio|af|mod|siden|for|baseline|" + MAANED + r")\s+$",
    re.I,
)
FRIST = re.compile(
    r"(?:inden|senest|frem mod|frem til|ved (?:udgangen|slutningen|afslutningen|udløbet|\w+s (?:udløb|"
    r"afslutning|ophør|slutning)))\b",
    re.I,
)
ENHED_EFTER = re.compile(r"^\s*(?:%|kr\b|pct\b|procent|promille|timer|point|personer|mio\b|stk\b)", re.I)


@dataclass(frozen=True)
class Tid:
    """Whole calendar years; `til` is None when the window is open "
    "("fra 2020"), `er_frist` when it is a day to be done by."""

    fra: int | None
    til: int | None
    er_frist: bool = False


MOENSTRE = [
    re.compile(FORLED + moenster, re.IGNORECASE)
    for moenster in (
        # from a date to a date, both with their years
        rf"(?:fra\s+)?(?:den\s+)?(?:\d{{1,2}}\.\s?)?{MAANED}\s+(?P<fra>{AAR})\s*(?:til|-)\s*(?:og med\s+)?(?:den\s+)?"
        rf"(?:\d{{1,2}}\.\s?)?{MAANED}\s+(?P<til>{AAR})\b",
        rf"(?:den\s+)?\d{{1,2}}\.?\s?{MAANED}\s+(?P<fra>{AAR})\b",
        rf"(?:den\s+)?\d{{1,2}}[./-]\d{{1,2}}[./ -]\s?(?P<fra>{AAR})\b",
        rf"\b(?P<fra>{AAR})[-/]\d\d(?:,\s+{AAR}[-/]\d\d)*\s+og\s+(?:20)?\d\d[-/](?P<til>\d\d)\b",
        rf"\b(?P<fra>{AAR})\s?[-/]\s?(?P<til>{AAR}|\d\d)\b(?!\s?%|-?\s?årig)",
        rf"(?<=perioden\s)(?:fra\s+)?(?:og med\s+)?(?P<fra>{AAR})\s+(?:til|"
        rf"og)\s+(?:og med\s+)?(?:ultimo\s+)?(?P<til>{AAR})\b",
        rf"(?<=årene\s)(?:fra\s+)?(?P<fra>{AAR})\s+(?:til|og)\s+(?:og med\s+)?(?P<til>{AAR})\b",
        rf"\bperioden\s+(?:fra\s+)?{FORLED}(?P<fra>{AAR})\s+til\s+(?:og med\s+)?{FORLED}(?P<til>{AAR})\b",
        rf"\bmellem\s+(?P<fra>{AAR})\s+og\s+(?P<til>{AAR})\b",
        rf"\b(?P<fra>{AAR})(?:,\s+{AAR})*\s+og\s+(?:i\s+)?(?P<til>{AAR})\b",
        r"(?:(?<=skoleåret\s)|(?<=skoleår\s)|(?<=skoleårene\s))(?P<fra>\d\d)\s?[/-]\s?(?P<til>\d\d)\b",
        r"(?:(?<=\bi\s)|(?<=\bfra\s)|(?<=\btil\s)|(?<=\())(?P<fra>1\d|2\d)/(?P<til>\d\d)(?![\d/])",
        rf"{KORTE_AAR}(?P<fra>\d\d)\b(?!\s?%|[.,]\d)",
        rf"(?<![\d.,])(?P<fra>{AAR})\b(?![.,]\d|\s?%)",
        r"(?<![\w'])'(?P<fra>\d\d)\b",
    )
]


def find_tider(tekst: str, maerke) -> tuple[str, tuple[Tid, ...]]:
    """Every time replaced by a mark from `maerke(index)`, and the times in the order of their marks."""
    tider: list[Tid] = []
    for moenster in MOENSTRE:

        def saet(fund: re.Match) -> str:
            if _er_et_antal(fund):
                return fund[0]
            tider.append(_tid(fund))
            return f" {maerke(len(tider) - 1)}" if fund[0].startswith(" ") else maerke(len(tider) - 1)

        tekst = moenster.sub(saet, tekst)
    return tekst, tuple(tider)


def _er_et_antal(fund: re.Match) -> bool:
    if fund.groupdict().get("til") or not fund[0].isdigit():
        return False
    foer, efter = fund.string[: fund.start()], fund.string[fund.end() :]
    if re.match(r"-[a-zæøå]", efter):
        return False  # "over 2019-niveauet"
    if TAELLER_FOER.search(foer) and not re.match(r"^\s*(?:[.,;)]|$)", efter):
        return not re.search(r"\bend\s+$", foer)
    er_rundt = fund[0].endswith("00")
    return bool(ENHED_EFTER.match(efter) or (er_rundt and NAVNEORD_EFTER.match(efter) and not TID_FOER.search(foer)))


def _tid(fund: re.Match) -> Tid:
    fra = _aar(fund["fra"])
    til = _aar(fund.groupdict().get("til") or fund["fra"])
    return Tid(min(fra, til), max(fra, til), er_frist=bool(FRIST.match(fund[0].strip())))


def _aar(cifre: str) -> int:
    return int(cifre) if len(cifre) == 4 else 2000 + int(cifre)
