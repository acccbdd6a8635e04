"""What is measured, told by its noun: unit of the series, rates, counted things."""

import re

from aftaler.laesning import Enhed
from aftaler.parsers.kriterium.skelet import TUSINDEDEL

# Looked for in the first sentence, the first that fits wins.
ENHEDER: tuple[tuple[re.Pattern, Enhed], ...] = tuple(
    (re.compile(moenster, re.I), enhed)
    for moenster, enhed in (
        (rf"{TUSINDEDEL}|\bpromille\b|‰", Enhed.PROMILLE),
        (
            r"^\W*(?:(?:at|det|den|der|de|en|et|sker|stigning|fald|i|øge|reducere|samlede|"
            r"gennemsnitlige)\s+){0,5}andel\w*\b",
            Enhed.PROCENT,
        ),
        (
            r"^\W*(?:(?:at|det|den|der|de|en|et|sker|stigning|fald|i|øge|reducere|samlede|"
            r"gennemsnitlige)\s+){0,5}antal\w*\b",
            Enhed.ANTAL,
        ),
        (
            r"\b(?:\w+s?)?karakter(?:en|er|erne|niveau\w*|gennemsnit\w*|snit\w*)?\b|\beksamensgennemsnit\w*|"
            r"\bgennemsnitskarakter\w*|\b(?:gennemsnit\w*|snit\w*) (?:i|for) (?:dansk|matematik|"
            r"afgangsprøve\w*|folkeskolens)|\bafgangsprøve\w*\b.*\b(?:gennem)?snittet\b",
            Enhed.KARAKTER,
        ),
        (
            r"\b[a-zæøå]*procent(?:en|erne)\b|\b(?:fraflytnings|flytte|fraværs|fremmøde|beskæftigelses|"
            r"erhvervs|svar|gennemførelses|valg|stemme|udfalds)procent\b",
            Enhed.PROCENT,
        ),
        (r"\b(?:medlems|deltager|besøgs|bruger|elev|beboer)tal(?:let)?\b", Enhed.ANTAL),
        (r"\bandel(?:en)?\b", Enhed.PROCENT),
        (r"\b\w*antal(?:let)?\b", Enhed.ANTAL),
        (
            r"\b\w*(?:udgift\w*|omkostning\w*|indkomst\w*|indtægt\w*|husleje(?:n|tab\w*)|økonomiske tab|"
            r"\w*beløb(?:et)?|"
            r"tabet)\b(?! ?antal)",
            Enhed.KRONER,
        ),
        (r"\b\w*timer(?:ne)?\b", Enhed.TIMER),
        (r"\b\w*skala(?:en)?(?!\w)|\btrivselsscore\w*", Enhed.POINT),
        (r"\bprocentpoint\b|\b(?:fra|til|på|under|over|mindst|højst)\s+%", Enhed.PROCENT),
    )
)
# Plural things that are counted even without "antallet af".
TALTE = re.compile(
    r"^\W*(?:(?:der|sker|et|en|fald|stigning|reduktion|færre|flere|i|de|nye|registrerede|påsatte|kriminelle|"
    r"anmeldte|politianmeldte|ulovlige|fogedudsatte|\w+s)\s+){0,4}"
    r"(?:\w*(?:anmeldelser(?:ne)?|brande|udsættelser(?:ne)?|indbrud(?:dene)?|tyverier|klager(?:ne)?|"
    r"sigtelser(?:ne)?|domme|episoder|hændelser(?:ne)?|tilfælde|"
    r"fraflytninger(?:ne)?|underretninger(?:ne)?|sager(?:ne)?|besøg\w*|frivillige|deltagere|medlemmer|"
    r"henvendelser|\w*modtagere|afgørelser(?:ne)?|husstande|"
    r"nabokonflikter|konflikter(?:ne)?|anbringelser(?:ne)?|fritidsjob|praktikforløb|lejemål|boliger|skader|udrykninger(?:ne)?|"
    r"hærværkssager|hærværksanmeldelser|lovovertrædelser))\b",
    re.I,
)
# "Færre borgere", "flere unge": persons are counted.
PERSONER = re.compile(r"\b(?:færre|flere|(?:lige)?så mange)\s+(?:\w+\s+){0,2}?\w{3,}", re.I)

RATE = re.compile(
    r"\b(?!\w*antal)\w*(?:procenten|procent|grad(?:en)?|frekvens(?:en)?|raten?|gennemsnit(?:tet)?|indeks(?:et)?|"
    r"karakter\w*|kvotient\w*|fravær(?:et)?|frafald(?:et)?|"
    r"ledighed(?:en)?|tilfredshed(?:en)?|tryghed(?:en)?|trivsel(?:en)?|snittet|scoren?|fraflytning(?:en)?|"
    r"tomgang(?:en)?|tallet|tallene|niveauet|prisen|ventetid(?:en)?|"
    r"valgdeltagelse[n]?|dækningsgrad|restance\w*|hærværk(?:et)?|kriminalitet(?:en)?|beskæftigelse[n]?|fremmøde[t]?)\b",
    re.I,
)
RATE_EFTER = re.compile(r"^\s+(?:i\s+)?(?:fraflytning|fravær|frafald|ledighed|tomgang)\b", re.I)
MAENGDE = re.compile(
    r"\b(?:andel\w*|antal\w*|\w*procent\w*|karakter\w*|\w*gennemsnit\w*|fravær\w*|skolefravær\w*|fremmøde\w*|"
    r"beskæftigelse\w*|ledighed\w*|indkomst\w*|"
    r"fraflytning\w*|valgdeltagelse\w*|hærværk\w*|kriminalitet\w*|tryghed\w*|niveau\w*|\w*indeks\w*|"
    r"tilslutning\w*|deltagelse\w*|medlemstal\w*)\b",
    re.I,
)


def serieenhed_i_saetninger(tekst: str) -> Enhed | None:
    """The unit that the first sentence with one tells."""
    return next((enhed for saetning in re.split(r"(?<=[.!?])\s", tekst) if (enhed := serieenhed(saetning))), None)


def serieenhed(tekst: str) -> Enhed | None:
    """The unit that the series' noun tells, or None."""
    for moenster, enhed in ENHEDER:
        if moenster.search(tekst):
            return enhed
    if TALTE.search(tekst) or PERSONER.search(tekst):
        return Enhed.ANTAL
    return None
