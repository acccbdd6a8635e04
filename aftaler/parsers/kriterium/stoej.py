"""Digits that are never a target: ages, class levels, paragraphs, rooms, addresses, fixed counts of areas."""

import re

_TAL = r"\d+(?:[.,]\d+)?"
_SPAEND = rf"{_TAL}(?:\.?\s?(?:-|til|og|/|,)\s?{_TAL})*"
_HELE = r"(?<![,.])\d+(?![.,]\d)(?:\s?(?:-|til|og|/|,)\s?\d+)*"
_SMAA = r"(?:\d+|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)"
_STEDER = (
    r"(?:bolig|ansøgnings|udsatte\s+|særligt\s+udsatte\s+|almene\s+|fokus|del|indsats)*"
    r"(?:områder(?:ne)?|afdelinger(?:ne)?|boligområder(?:ne)?|skoler(?:ne)?|byer(?:ne)?|bydele(?:ne)?|parter|"
    r"boligorganisationer(?:ne)?|boligafdelinger(?:ne)?|blokke(?:ne)?|indikatorer(?:ne)?|indsatsområder(?:ne)?)"
)

MOENSTRE = [
    re.compile(moenster, re.IGNORECASE)
    for moenster in (
        # ages
        rf"\b{_SPAEND}\s?-?\s?årig\w*",
        r"\b(?:0|1|2|3|4|fire|tre|to|fem|5)\s?-?årig\w*",
        r"\b\d{1,2}\+(?=\W|$)",
        r"\b(?:i alderen|aldersgruppen|alderen|fyldt|fyldte|mellem|over|under|"
        rf"på)\s+(?:de\s+)?{_SPAEND}\s*(?:\+\s*)?år\b",
        rf"\bfra\s+{_HELE}\s*år\b",
        rf"(?<!,\d til )\b{_HELE}\s+års?\b",
        rf"\b(?:i alderen|aldersgruppen|alderen|fyldt|fyldte)\s+{_SPAEND}\b",
        r"\b(?:unge|børn|borgere|beboere|voksne|personer|drenge|piger|ledige|ældre|mænd|kvinder)\s+"
        r"(?:på\s+)?(?:over|under|mellem)\s+\d{1,2}(?:\s*(?:-|og|til)\s*\d{1,2})?(?!\s?%|\s*(?:procent|pct)|\d)\b",
        r"\b(?:unge|børn|borgere|beboere|voksne)\s+(?:mellem\s+)?\d{1,2}\s*(?:-|og)\s*\d{1,2}(?!\s?%|\d)\b",
        # school
        r"\b\d{1,2}\.?(?:\s?(?:-|til|og|,)\s?\d{1,2}\.?)*-?\s*(?:klasse\w*|årgang\w*|klassetrin\w*|semester)\b",
        r"(?<![\d.,])\b(?:mindst\s+)?(?:karakteren\s+)?-?0[0-9]\b(?![.,/]\d)",
        r"\bkarakteren\s+\d{1,2}\b(?![.,]\d)",
        r"\b(?:FVU|DU|PD|DSA|trin|fase|niveau|modul)[ -]?\d\b(?!\s?%)",
        r"\bWHO-?\s?5\b",
        r"\b\d{1,2}\.\s?(?:sal|etage)\b",
        r"\b(?:grundforløb|hovedforløb|hold|forløb|gruppe)\s\d\b(?!\s?%)",
        # law, papers, places
        r"§+\s?\d+(?:\s?[a-z]\b)?(?:,?\s*(?:stk|nr)\.?\s?\d+(?:\.\d+)?)*",
        r"\b(?:stk|nr|pkt|punkt|side|s|bilag|tabel|figur|kapitel|afsnit|indsatsområde|delaftale|"
        r"spor|version|"
        r"lokale|mødelokale|rum|stuen|blok|opgang|afd|afdeling|afdelingerne|etape|hus|bygning|kl|uge|tlf|"
        r"spørgsmål|distrikt)"
        r"\.?\s+\d+(?:[.:]\d+)*(?:\s?(?:-|og)\s?\d+(?:[.:]\d+)?)?[a-z]?\b(?!\s?%|\d)",
        r"(?-i:\b[A-ZÆØÅ][\wæøåé]*(?:vej|gade|vænge|parken|allé|stræde|torv|plads|toften|haven))"
        r"\s+\d+(?:\s?-\s?\d+)?\s?[A-Z]?(?!\s?%|\d|[.,]\d)(?=\s+[a-zæøå]|,\s*(?:st\b|kld|t[hv]\b|\d\.)|\.?$)",
        r"\b(?:del)?mål\.?\s+\d{1,2}(?:\.\d+)*[a-z]?(?=\s*(?:[:.,;)]|-\s|$))",
        r"\b(?:den\s+)?\d{1,2}\.\s?(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|"
        r"november|december)\b",
        rf"\b{_SMAA}\s?-\s?(?:værelses|sprogede?|måneders|ugers|dages|trins|personers)\w*",
        r"\btosprogede?\b",
        # fixed counts of places, and the size of a group that a share is taken of
        r"\b(?:alle|samtlige|begge|de|hver af de|i|på|for|fra|blandt|hos|mellem|"
        rf"tværs af)\s+(?:de\s+)?{_SMAA}\s+{_STEDER}\b",
        rf"\bhver(?:t)? af de {_SMAA}(?: årlige| månedlige| ugentlige)?\b(?! (?:projekt|skole)?år)",
        rf"\b(?:af|blandt) (?:de|områdets|i alt) (?:første |i alt )?{_SPAEND}(?!\s?%)\b",
        rf"\b(?:alle|samtlige)\s+{_SMAA}\b(?!\s?%)",
        r"(?<=\bskala)(?:en)?\s+(?:fra\s+|på\s+|mellem\s+)?\(?\d+\s?(?:-|til|og)\s?\d+\)?",
        r"\b\d+\s?-\s?\d+(?=\s?-?\s?skala)",
        r"\bhver (?:anden|2\.) (?:uge|måned|dag|fredag|torsdag|onsdag|tirsdag|mandag|lørdag|søndag)\b",
        # how long
        r"\b(?:i|efter|inden for|indenfor|over|gennem|inden|på|af|hver|senest)\s+(?:mindst\s+|minimum\s+|højst\s+|"
        r"de\s+|første\s+|ca\s+|en\s+|mere end\s+)*"
        rf"(?:{_SPAEND}|{_SMAA})\s+(?:måned(?:er|en|erne)?|uge(?:r|n|rne)?|dag(?:e|en|ene)?|døgn|minut\w*|år)\b",
        rf"\b(?:inden for|indenfor|senest|efter)\s+(?:\w+\s+)?(?:{_SPAEND}|{_SMAA})\s+timer\b",
        rf"(?:mindst\s+|minimum\s+|over\s+|mere end\s+)?\b(?:{_SPAEND}|{_SMAA})\s+(?:måneders|ugers|dages|døgns)\b",
    )
]
FYLD = "¤"


def uden_stoej(tekst: str) -> str:
    """The text with every such expression replaced by one filler sign."""
    for moenster in MOENSTRE:
        tekst = moenster.sub(FYLD, tekst)
    return tekst
