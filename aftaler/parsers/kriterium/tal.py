"""Numbers in a sentence, each with the unit and the comparator that stand at it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from aftaler.laesning import Sammenligning
from aftaler.parsers.kriterium.talord import ARTIKLER, BROEKER, HVER, TALORD

HOEJST, MINDST, UNDER, OVER, LIG = (
    Sammenligning.HOEJST,
    Sammenligning.MINDST,
    Sammenligning.UNDER,
    Sammenligning.OVER,
    Sammenligning.LIG,
)

# "ikke stige med mere end N" is about a change: the comparator stands alone there.
_UBEVAEGET = r"(?!stig|fald|øge|reduc|voks|hæv|med\b)\w+"

# Comparators before the number, the longer first.
FORAN: tuple[tuple[str, Sammenligning], ...] = (
    (
        rf"ikke (?:{_UBEVAEGET} ){{0,2}}?(?:under|mindre end|færre end|lavere end|falde (?:til |ned )?under|"
        rf"komme (?:ned )?under)",
        MINDST,
    ),
    (
        rf"(?:ikke|aldrig) (?:{_UBEVAEGET} ){{0,2}}?(?:over|mere end|flere end|højere end|større end|"
        r"overstiger?|stige (?:til )?over|overskride)|"
        r"(?:overstiger|overskrider) ikke",
        HOEJST,
    ),
    (r"(?:som |et )?minimum|mindst|mindste|min|i hvert fald", MINDST),
    (r"(?:som |et )?maksimum|højst|højest|maks|max|maksimalt|maximalt|maximum|op til|ikke over", HOEJST),
    (r"over|mere end|flere end|højere end|større end|bedre end|længere end|overstiger?", OVER),
    (r"under|mindre end|færre end|lavere end|kortere end", UNDER),
    (r"præcis|præcist|netop|nøjagtigt?|lig med", LIG),
)
FYLDORD = (
    r"(?:på|til|i alt|samlet|ca|cirka|omkring|omtrent|knap|godt|næsten|årligt?|gennemsnitligt|i gennemsnit|¤|de|"
    r"yderligere|en|et|være|udgøre|udgør|ligge på|ligger på|er|ske|komme på|koste|have|omfatte)"
)
# "under ghettokriteriet på N": the comparator and the number part with a named limit between.
GRAENSE = r"(?:\w*(?:kriteriet|kriterium|grænsen|grænse|måltallet|niveauet|loftet))"

_ORD = "|".join(sorted(TALORD, key=len, reverse=True))

# Comparators after the number; up to three words of the noun may stand between.
BAGVED: tuple[tuple[str, Sammenligning], ...] = (
    (r"(?:der)?under|lavere|mindre|færre|nedefter|kortere", HOEJST),
    (r"(?:der)?over|højere|flere|mere|bedre|opefter|større|længere", MINDST),
)
BAGVED_MOENSTRE = tuple(
    (
        re.compile(
            rf"^(?P<mellem>(?:\s+(?!eller\b|til\b|og\b)[\w¤-]+){{0,3}}?)\s*,?\s+(?:eller|og) (?:{ord_})\b"
            # "22 % i A og under 18 % i B": the comparator belongs to the next number
            rf"(?!\s+(?:(?:end|ca|{_ORD}|halvdelen|en\s+\w+del)\b|\d))",
            re.I,
        ),
        tegn,
    )
    for ord_, tegn in BAGVED
)

# One separator for the thousands, never both: "1.200 100" is two numbers.
_TUSINDER = r"\d{1,3}(?:(?:\.\d{3})+|(?: \d{3})+)(?:,\d+)?"
_CIFRE = _TUSINDER + r"(?![. ]?\d)|\d+(?:[.,]\d+)?"
_ARTIKEL = r"(?:en|et)(?=\s+(?:gang\s+(?:om|pr|årligt|i|hver)|(?:halv)?årlig|ugentlig|månedlig|kvartalsvis))"
_BROEK = "|".join(re.escape(ord_) for ord_ in [*BROEKER, *HVER])
_UD_AF = rf"(?P<x>\d+|{_ORD})(?:\s+(?:ud\s+af\s+(?:de\s+)?|af\s+)|(?<=[1-9])/(?=[2-9]\b|10\b))(?P<y>\d+|{_ORD})"
_ENHEDER: tuple[tuple[str, str], ...] = (
    (r"(?:%|procent|pct)\.?\s?-?\s?points?|pp\b", "procentpoint"),
    (r"%|procent\b|pct\b", "procent"),
    (r"‰|promille\b", "promille"),
    (r"(?:mio|mill|millioner|million)\s?(?:kr(?:oner)?|dkk)?\b", "millioner"),
    (r"(?:tkr|tusinde? kr(?:oner)?|t kr)\b", "tusinder"),
    (r"(?:kr|kroner|dkk)\b,?-?", "kroner"),
    (r"(?:[a-zæøå]+\s)?[a-zæøå]*timers?\b", "timer"),
    (r"karakterpoint\b", "karakter"),
    (r"(?:index|indeks)?points?\b", "point"),
)
TAL = re.compile(
    rf"(?P<spaend>\bmellem\s+)?(?<![\w.,/:'])(?:{_UD_AF}\b|(?P<broek>{_BROEK})(?!\w|\s?(?:uge|måned|dag|år|kvartal|halvår|skoleår)\b)|(?P<ord>(?:{_ORD})\b|"
    rf"{_ARTIKEL})|(?P<cifre>{_CIFRE}))"
    rf"(?:\s?%?\s?(?:-|(?(spaend)og|-)|(?(spaend)til|-))\s?(?P<hoej>\d+(?:[.,]\d+)?))?"
    rf"(?![\w]|[.,]\d|\s+gange\s+så\b)(?P<enhed>\s?(?:{'|'.join(m for m, _ in _ENHEDER)}))?",
    re.IGNORECASE,
)
FORAN_MOENSTRE = tuple(
    (re.compile(rf"\b(?:{ord_})\s+(?:(?:{GRAENSE}\s+på|{FYLDORD})\s+)*$", re.I), tegn) for ord_, tegn in FORAN
)
ARTIKEL_EFTER = re.compile(
    r"(?P<foran>\b(?:mindst|minimum|min|højst|maks|max|maksimalt))\s+(?P<ord>en|et)\s+(?!af\b|gang\b|halvdel|dusin|snes|hundred|"
    r"\w+del\b|årlig)",
    re.I,
)
# "færre end N", "N eller flere" are said of things that are counted.
TAELLES_FORAN = re.compile(r"\b(?:flere|færre) end\s+$", re.I)
TAELLES_BAGVED = re.compile(r"^\s*,?\s+(?:eller|og) (?:flere|færre)\b", re.I)
FOER = re.compile(
    r"\b(?:gennemsnitligt|i gennemsnit|i alt|op mod|op imod|henved|ca|cirka|omkring|omtrent|knap|godt|næsten)\s+$", re.I
)

# A word right after a number that is no noun being counted.
_SMAAORD = """
i på til fra af om pr per og eller ved med for inden mod som der hvor end ift er var skal bliver har årligt hvert
samt hver efter men mens ud ligger under over senest ultimo primo sammenlignet blandt hos når så at år måneder uger
dage minutter
"""
IKKE_NAVNEORD = frozenset(_SMAAORD.split())
# The sign of a time (`skelet.T`), which may stand between a number and its noun.
TIDSTEGN = "[\uec00-\uf8ff]"
FOR_NAVNEORD = r"(?:årlige?|om året|pr år)"


@dataclass(frozen=True)
class Tal:
    """`enhed` is what stands at the number (procentpoint included); `broek` says that a word told the share."""

    vaerdi: Decimal
    enhed: str | None = None
    tegn: Sammenligning | None = None
    broek: bool = False


def find_tal(tekst: str, maerke: Callable[[int], str]) -> tuple[str, tuple[Tal, ...]]:
    """Every number, its comparators and its unit replaced by one mark, and the numbers in order."""
    tekst = ARTIKEL_EFTER.sub(r"\g<foran> 1 ", tekst)
    tal: list[Tal] = []
    ud, rest = "", tekst
    while fund := TAL.search(rest):
        foran, tegn = _tegn_foran(ud + rest[: fund.start()])
        efter = rest[fund.end() :]
        if tegn is None:
            efter, tegn = _tegn_bagved(efter)
        vaerdi, enhed = _vaerdi_og_enhed(fund, efter)
        if enhed is None and (
            TAELLES_FORAN.search(ud + rest[: fund.start()]) or TAELLES_BAGVED.match(rest[fund.end() :])
        ):
            enhed = "antal"
        tal.append(Tal(vaerdi, enhed, tegn, broek=bool(fund["broek"] or fund["x"])))
        ud, rest = f"{foran}{maerke(len(tal) - 1)}", efter
    return ud + rest, tuple(tal)


def _tegn_foran(foer: str) -> tuple[str, Sammenligning | None]:
    for moenster, tegn in FORAN_MOENSTRE:
        if fund := moenster.search(foer):
            return foer[: fund.start()], tegn
    return FOER.sub("", foer), None


def _tegn_bagved(efter: str) -> tuple[str, Sammenligning | None]:
    for moenster, tegn in BAGVED_MOENSTRE:
        if fund := moenster.search(efter):
            return fund["mellem"] + efter[fund.end() :], tegn
    return efter, None


def _vaerdi_og_enhed(fund: re.Match, efter: str) -> tuple[Decimal, str | None]:
    if fund["x"]:
        x, y = _ord_eller_cifre(fund["x"]), _ord_eller_cifre(fund["y"])
        if y in (2, 3, 4, 5, 6, 8, 10, 100):
            return round(x * 100 / y, 2).normalize(), "procent"
        return x, "antal"
    if fund["broek"]:
        ord_ = fund["broek"].lower()
        return (BROEKER | HVER)[ord_], "procent"
    vaerdi = (TALORD | ARTIKLER)[fund["ord"].lower()] if fund["ord"] else _cifre(fund["cifre"])
    enhed = _enhed(fund["enhed"]) or ("antal" if _taeller(efter) else None)
    if enhed in ("millioner", "tusinder"):
        return vaerdi * (1_000_000 if enhed == "millioner" else 1_000), "kroner"
    return vaerdi, enhed


def _ord_eller_cifre(tekst: str) -> Decimal:
    return TALORD.get(tekst.lower()) or Decimal(tekst)


def _cifre(tekst: str) -> Decimal:
    """Danish digits: "1.200" is twelve hundred, "26,2" and "26.2" are the same."""
    if re.fullmatch(_TUSINDER, tekst):
        tekst = tekst.replace(".", "").replace(" ", "")
    return Decimal(tekst.replace(",", "."))


def _enhed(tekst: str | None) -> str | None:
    if not tekst:
        return None
    return next((enhed for moenster, enhed in _ENHEDER if re.fullmatch(moenster, tekst.strip(), re.I)), None)


def _taeller(efter: str) -> bool:
    ord_ = re.match(rf"\s+(?:{TIDSTEGN}\s+)?(?:{FOR_NAVNEORD}\s+)*([a-zæøå-]{{2,}})", efter, re.I)
    return bool(ord_) and (ord_[1].lower() not in IKKE_NAVNEORD or ord_[1].lower() == "af")
