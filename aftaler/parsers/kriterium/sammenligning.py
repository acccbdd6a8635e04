"""Against whom a sentence measures: the comparing words and the group after them."""

import re

from aftaler.laesning import Sammenligning
from aftaler.parsers.kriterium.grupper import GRUPPE, GRUPPE_MOENSTER, navn
from aftaler.parsers.kriterium.skelet import Skelet

_LIGE = (
    r"(?:(?:være |ligge )?på (?:samme )?(?:niveau|højde) (?:med|som)|svarer? til|svarende til|lig(?: med)?|"
    r"det samme som|matche|på linje med)"
)
SAMMENLIGNINGER: tuple[tuple[str, Sammenligning | None], ...] = (
    (rf"(?:mindst|minimum)\s+{_LIGE}", Sammenligning.MINDST),
    (rf"(?:højst|maksimalt|maks|max)\s+{_LIGE}", Sammenligning.HOEJST),
    (r"mindst (?:lige )?så \w+ som", Sammenligning.MINDST),
    (r"(?:lig med|samme niveau|på niveau med) eller (?:højere|bedre|større|over)(?: end)?", Sammenligning.MINDST),
    (r"(?:lig med|samme niveau|på niveau med) eller (?:lavere|mindre|under)(?: end)?", Sammenligning.HOEJST),
    (r"lige så \w+ som", Sammenligning.LIG),
    (r"ikke (?:\w+ ){0,3}?(?:under|lavere end|dårligere end|mindre end)", Sammenligning.MINDST),
    (
        r"(?:ikke (?:\w+ ){0,3}?(?:over|højere end|større end|overstiger?|overskrider?)|(?:overstiger|"
        r"overskrider) ikke)",
        Sammenligning.HOEJST,
    ),
    (r"på(?=\s+(?:lands|kommune|by|regions)niveau)", Sammenligning.LIG),
    (
        r"på (?:samme )?(?:niveau|højde) (?:med|som)|samme niveau som|svarer? til|svarende til|lig med|"
        r"match(?:er|e)|på linje med",
        Sammenligning.LIG,
    ),
    (
        r"(?:over|(?:flere|højere|større|bedre)\s+(?:\w+\s+){1,4}end|højere end|bedre end|større end|flere end|"
        r"mere end|overstiger?|overgår)",
        Sammenligning.OVER,
    ),
    (
        r"(?:under|(?:færre|lavere|mindre)\s+(?:\w+\s+){1,4}end|lavere end|mindre end|færre end|kortere end)",
        Sammenligning.UNDER,
    ),
    (r"(?:mindst|minimum)", Sammenligning.MINDST),
    (r"(?:højst|maksimalt|maks|max)", Sammenligning.HOEJST),
    (
        r"(?:forskel\w*|afstand\w*|gab(?:et)?) (?:til|fra)|hurtigere end|langsommere end|nærme[rs]?\s+sig|"
        r"tilnærmes|tættere på|sammenlign\w+ med|i forhold til|set i forhold til|ift|"
        r"afvige\w* fra|gange",
        None,
    ),
)
SAMMENLIGNING_MOENSTRE = tuple(
    (re.compile(rf"\b(?:{ord_})\s+(?:(?:i|for|på|hos|blandt|det|den)\s+)?(?P<gruppe>{GRUPPE})(?!\w)", re.I), tegn)
    for ord_, tegn in SAMMENLIGNINGER
)
TIL_GRUPPE = re.compile(rf"\b(?:til|af)\s+(?:(?P<komp>over|under|mindst|højst)\s+)?(?P<gruppe>{GRUPPE})(?!\w)", re.I)
# "på listen over udsatte boligområder", "afstanden til kommunens gennemsnit" compare with nobody.
LISTEN = re.compile(r"\bliste[nr]?\s+$", re.I)
AFSTAND = re.compile(r"\b(?:forskel\w*|afstand\w*|gab\w*)\s+(?:\w+\s+){0,4}$", re.I)
SNIT = re.compile(r"gennemsnit|niveau|snit|tal|(?:kommun|region|land|by)e(?:n|t)?s$", re.I)


def sammenlignet_gruppe(skelet: Skelet) -> tuple[str, Sammenligning | None, int] | None:
    """Name of the group that the sentence measures against, the comparator, and where it stands."""
    for moenster, tegn in SAMMENLIGNING_MOENSTRE:
        fund = moenster.search(skelet.hoved)
        if fund and not LISTEN.search(skelet.hoved[: fund.start()]):
            return navn(GRUPPE_MOENSTER.search(skelet.hoved, fund.start("gruppe"))), tegn, fund.start()
    fund = TIL_GRUPPE.search(skelet.hoved)
    if fund and SNIT.search(fund["gruppe"]) and not AFSTAND.search(skelet.hoved[: fund.start()]):
        tegn = {
            "over": Sammenligning.OVER,
            "under": Sammenligning.UNDER,
            "mindst": Sammenligning.MINDST,
            "højst": Sammenligning.HOEJST,
        }
        return (
            navn(GRUPPE_MOENSTER.search(skelet.hoved, fund.start("gruppe"))),
            tegn.get((fund["komp"] or "").lower()),
            fund.start(),
        )
    return None
