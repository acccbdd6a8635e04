"""The words around what matched, marked. PostgreSQL puts in signs of our own; the text is escaped before they become
<mark>, so nothing that somebody wrote is ever markup."""

import re
from collections.abc import Sequence

from django.db import connection
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from overblik.search.foresporgsel import SPROG, Forespoergsel
from overblik.search.fund import Fund, Traef

BEGYND, SLUT, MINDRE_END = "\ue000", "\ue001", "\ue002"
MAERKET = re.compile(f"{BEGYND}([^{BEGYND}{SLUT}]*){SLUT}")
TEGN = f'StartSel="{BEGYND}", StopSel="{SLUT}"'
I_TITLEN = f"{TEGN}, HighlightAll=true"
I_TEKSTEN = f'{TEGN}, MaxFragments=2, MaxWords=24, MinWords=10, ShortWord=2, FragmentDelimiter=" … "'
KANT, TEGNSAETNING = 30, '.,;:!?)»“" '
LAENGST = 20_000  # characters of one text that are looked through for words to show


def med_uddrag(fundne: Sequence[Traef], forespoergsel: Forespoergsel) -> list[Fund]:
    """All of them in one query."""
    if not fundne:
        return []
    titler = [_til_database(et.titel) for et in fundne]
    tekster = [" ".join(_til_database(et.tekst[:LAENGST]).split()) for et in fundne]
    sql = (
        f"SELECT ts_headline('{SPROG}', titel, %s::tsquery, %s), ts_headline('{SPROG}', tekst, %s::tsquery, %s) "
        "FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS p(titel, tekst, nr) ORDER BY nr"
    )
    alt = forespoergsel.alt
    with connection.cursor() as markoer:
        markoer.execute(sql, [alt, I_TITLEN, alt, I_TEKSTEN, titler, tekster])
        raekker = markoer.fetchall()
    return [
        Fund(fremhaev(titel), fremhaev(_med_prikker(uddrag, tekst)), traef)
        for traef, tekst, (titel, uddrag) in zip(fundne, tekster, raekker, strict=True)
    ]


def fremhaev(tekst: str) -> SafeString:
    """The text escaped, with <mark> where our own signs stand in pairs."""
    ud = SafeString("")
    for nr, stykke in enumerate(MAERKET.split(tekst)):
        rent = _fra_database(stykke)
        ud += format_html("<mark>{}</mark>", rent) if nr % 2 else escape(rent)
    return ud


def _med_prikker(uddrag: str, tekst: str) -> str:
    """With an ellipsis where the text goes on; ts_headline itself only puts them between the pieces."""
    rent = uddrag.replace(BEGYND, "").replace(SLUT, "").strip(TEGNSAETNING)
    if not rent:
        return ""
    foer = "" if tekst.lstrip(TEGNSAETNING).startswith(rent[:KANT]) else "… "
    uden_hale = tekst.rstrip(TEGNSAETNING)
    efter = tekst[len(uden_hale) :] if uden_hale.endswith(rent[-KANT:]) else " …"
    return f"{foer}{uddrag.rstrip(TEGNSAETNING)}{efter}"


def _til_database(tekst: str) -> str:
    """Without our signs, and without what ts_headline would take for a tag and leave out."""
    for tegn in (BEGYND, SLUT, MINDRE_END):
        tekst = tekst.replace(tegn, "")
    return tekst.replace("<", MINDRE_END)


def _fra_database(stykke: str) -> str:
    return stykke.replace(BEGYND, "").replace(SLUT, "").replace(MINDRE_END, "<")
