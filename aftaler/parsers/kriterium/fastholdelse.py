"""When a sentence says that something is kept where it was: "fastholdes", "ikke stige", "samme niveau som i 2020"."""

import re

from aftaler.parsers.kriterium.rolleord import FASTHOLD, PAA_FASTHOLDT, UDGANGSPUNKT
from aftaler.parsers.kriterium.serie import MAENGDE
from aftaler.parsers.kriterium.skelet import N, Skelet, T

IKKE_BEVAEGE = re.compile(
    r"\bikke (?:sket|sker|ske|været|være|kommet) (?:en |nogen |et )?(?:stigning|vækst|fald|tilbagegang|forværring)\b|"
    r"\b(?:ingen|uden)\s+(?:yderligere\s+)?(?:stigning|vækst|forøgelse|fald|tilbagegang|forringelse|nedgang|"
    r"forværring)\b|\buden at (?:stige|falde)\b|"
    r"\b(?:ikke|aldrig)\s+(?:\w+\s+)?(?:stige[rt]?|steget|falde[rt]?|øges|øget|vokse[rt]?|forringe[st]|"
    r"reduceres|forværre[st]|mindskes|mindsket|blive[rt]? (?:højere|lavere|større|mindre|færre|flere|"
    r"dårligere))\b|"
    r"\b(?:stiger|falder|øges|vokser|forringes|forværres|mindskes|reduceres)\s+ikke\b|"
    rf"\bikke (?:\w+ ){{0,2}}?(?:højere|lavere|flere|færre|større|mindre|under|over)\s+(?:end\s+)?(?:(?:i|"
    rf"ved|niveauet i|niveauet|i forhold til)\s+)?(?:{T}|{UDGANGSPUNKT})",
    re.I,
)
SAMME_NIVEAU = re.compile(
    rf"\b(?:på\s+)?(?:samme niveau|niveau|højde|(?:det|den|de) samme)(?:\s+{T})?(?:\s+eller (?:højere|bedre|"
    rf"lavere|mindre))?\s+(?:som|med|end)\s+(?:(?:i|ved|det|den|niveauet i)\s+)*(?:{T}|"
    rf"{UDGANGSPUNKT}|(?:en |den )?\w*måling(?:en)?\s+{T}|nu\b|hidtil|projektstart)|\blige\s?så (?:mange|mang|"
    rf"høj|stor|få)\w*\b"
    rf"[^.]*\bsom\s+(?:{T}|{UDGANGSPUNKT}|nu\b)",
    re.I,
)
PAA_NIVEAU = re.compile(
    rf"^\s*(?:\w+\s+){{0,4}}?(?:på\s+(?:\w+\s+){{0,2}}?(?:{N}|samme|niveau|et|det|mindst|{T})|niveau|uændret|"
    r"stabil|eller)",
    re.I,
)
PERSONFASTHOLD = re.compile(
    r"^\s*(?:\w+\s+){0,2}?(?:i|deres|sin|tilknytning\w*|kontakten?)\s+(?!perioden|hele|projekt|" + T + ")", re.I
)


def er_fastholdelse(skelet: Skelet, maal: list[int]) -> bool:
    hoved = skelet.hoved
    if (fund := IKKE_BEVAEGE.search(hoved)) and not re.match(
        rf"\s*(?:\w+ )?(?:til |med |over |under )?{N}", hoved[fund.end() :]
    ):
        return not maal or maal[0] > fund.start()
    if (fund := SAMME_NIVEAU.search(hoved)) and not (maal and maal[0] < fund.start()):
        return True
    fund = FASTHOLD.search(hoved)
    if not fund or (maal and maal[0] < fund.start()):
        return False
    efter = hoved[fund.end() :]
    if PAA_NIVEAU.search(efter) or re.match(r"uændret|stabil|fortsat|stadig", fund[0], re.I):
        return True
    if re.search(r"\b(?:der|som)\s+(?:\w+\s+){0,2}$", hoved[: fund.start()], re.I) or PERSONFASTHOLD.search(efter):
        return False
    return bool(MAENGDE.search(hoved)) or PAA_FASTHOLDT.search(hoved) is not None
