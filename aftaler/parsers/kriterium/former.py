"""Which of the eight forms a sentence has."""

import re

from aftaler.laesning import Form
from aftaler.parsers.kriterium.bevaegelse import Bevaegelse
from aftaler.parsers.kriterium.fastholdelse import er_fastholdelse
from aftaler.parsers.kriterium.rolleord import AENDRING, BASELINE, FRA_N, MAAL, TIL_N
from aftaler.parsers.kriterium.roller import Roller
from aftaler.parsers.kriterium.sammenligning import sammenlignet_gruppe
from aftaler.parsers.kriterium.serie import MAENGDE, RATE, RATE_EFTER
from aftaler.parsers.kriterium.skelet import N, Skelet, T
from aftaler.parsers.kriterium.tal import Tal
from aftaler.parsers.kriterium.talord import fordobling

IKKE_FASTLAGT = re.compile(
    r"\b(?:endnu ikke|ikke endnu|mangler at blive)\b[^.]{0,40}\b(?:fastsat|fastlagt|defineret|besluttet|"
    r"opstillet|formuleret|kvantificeret)\b|"
    r"\b(?:mål\w*|delmål\w*|succeskriteri\w*|niveau\w*|kriteri\w*|tallet|"
    r"resultatmål\w*)\b[^.]{0,80}\b(?:fastlægges|fastsættes|fastlagt|fastsat|sættes(?! (?:ud|i gang|ind|på|op|"
    r"ned)\b)|defineres|"
    r"formuleres|aftales|besluttes|opstilles|kvantificeres|konkretiseres|udarbejdes|præciseres|følger|"
    r"afklares|kendes|beregnes|afventer)\b|^\W*afventer\b|"
    r"\b(?:fastlægges|fastsættes|sættes|defineres|formuleres|aftales|besluttes|opstilles|kvantificeres|"
    r"konkretiseres|udarbejdes|præciseres)\s+"
    r"(?:\w+\s+){0,3}?(?:mål\w*|succeskriteri\w*|niveau\w*|delmål\w*)\b",
    re.I,
)
OPLEVET = re.compile(
    r"\b(?:oplev(?:er|e|es|elsen?)|oplevet|vurder(?:er|e|es)|vurderingen?|føler|føle|opfatte[rs]?|"
    r"opfattelsen?|udtrykker|giver udtryk|tilkendegive[rs]?|mener|synes|"
    r"(?:er|bliver) (?:mere )?tilfredse?|erfarer|får en oplevelse|angiver|udtryk for|interviews? viser|"
    r"(?:gennem|via|i) interviews?|"
    r"vurderet af|fortæller|beretter|rapporterer om|beskriver)\b",
    re.I,
)
OPLEVELSE = re.compile(r"\b(?:oplevelse[nr]?|fornemmelse[nr]?|opfattelse[nr]?) (?:af|hos|blandt|om)\b", re.I)
TABT_TAL = re.compile(
    r"\b(?:mindst|minimum|min|højst|maksimalt|maks|max)\s+(?=[a-zæøå%])(?!på niveau|lige så|så|svarende|"
    r"lig\b|på højde|en gang)",
    re.I,
)
# "fra afgørelser pr beboere i 2016 til max i 2021": both numbers were lost.
TABT_FRA_TIL = re.compile(
    rf"\bfra\s+(?:%?\s*{T}|[^.,]*)\s*\btil\s+(?:%|eller\b|(?:max|maks|højst|maksimalt|mindst|minimum|under|over)\s*(?:{T}|%|[.,]|$))",
    re.I,
)
UDVIKLING_I = re.compile(r"\bpositiv udvikling i (?:antal|andel)", re.I)
TABT_ANDEL = re.compile(r"(?:^|\s)(?:%|procent\b|pct\b)", re.I)
LEVERANCE = re.compile(
    r"\b(?:afholde[srt]?|afholdt|etablere[srt]?|etableret|etablering|oprette[srt]?|oprettet|oprettelse|"
    r"gennemføre[srt]?|gennemført|rekruttere[srt]?|uddanne[srt]?|uddannet|"
    r"nedsætte[s]?|nedsat(?:te)?|ansætte[srt]?|ansat|igangsætte[srt]?|igangsat|udgive[srt]?|arrangere[srt]?|tilbyde[srt]?|"
    r"udsende[srt]?|udbyde[srt]?)\b",
    re.I,
)
# Things that are not counted, however they are set up.
BLOEDT_NAVN = re.compile(
    r"\b\w*(?:samarbejde[t]?|netværk(?:et)?|fællesskab\w*|kontakt(?:en)?|dialog(?:en)?|ejerskab(?:et)?|"
    r"kultur(?:en)?|tillid(?:en)?|relation\w*|"
    r"sammenhæng\w*|naboskab\w*|forankring\w*|struktur\w*)\b",
    re.I,
)
ALLE = re.compile(r"^\W*(?:alle|samtlige)\s+(?:\w+\s+){0,3}?(?!steder|dage)[\w¤]+", re.I)
_NAVN = r"(?!(?:Der|Det|De|Den|Vi|At)\b)[A-ZÆØÅ][\w-]*"
BRUDSTYKKE = re.compile(
    rf"\W*(?:(?:for|i|på)\s+)?{_NAVN}(?:(?:\s+og\s+|\s?/\s?|\s){_NAVN})*(?:\s+(?:skal|ligger?|på|er|være))*[:\s]*"
)
INGEN = re.compile(
    r"^\W*(?:(?:det er|målet er|succeskriteriet er)[^.]*?\bat\s+)?(?:der er |der bliver |"
    r"der sker )?ingen\s+(?:af\s+)?\w+",
    re.I,
)


def find_form(skelet: Skelet, roller: Roller, *, har_omraader: bool = False) -> Form:
    maal = roller.med(MAAL)
    if not re.search(r"\w", skelet.tekst) and not any(tal.enhed for tal in skelet.tal):
        return Form.IKKE_FASTLAGT
    if not maal and not roller.med(AENDRING) and IKKE_FASTLAGT.search(skelet.tekst):
        return Form.IKKE_FASTLAGT
    if er_fastholdelse(skelet, maal):
        return Form.FASTHOLDELSE
    if not maal and not roller.med(AENDRING) and sammenlignet_gruppe(skelet):
        return Form.SAMMENLIGNING
    fra_til = maal and roller.med(BASELINE) and TIL_N.search(skelet.tekst[: maal[0]])
    if (roller.med(AENDRING) and not fra_til) or (not maal and fordobling(skelet.hoved) is not None):
        return Form.AENDRING
    if maal:
        er_brudstykke = har_omraader and _er_brudstykke(skelet.tekst[: maal[0]])
        return Form.NIVEAU if er_brudstykke else _form_med_maal(skelet, roller, maal[0])
    return _form_uden_tal(skelet, roller)


def _form_med_maal(skelet: Skelet, roller: Roller, sted: int) -> Form:
    tal = skelet.tal_ved(sted)
    foer, efter = re.sub(r"\bi gennemsnit\b", "", skelet.tekst[:sted], flags=re.I), skelet.tekst[sted + 1 :]
    har_baseline = BASELINE in roller.tal.values() or BASELINE in roller.tider.values()
    er_del = bool(re.match(r"\s+(?:af|er|har|kan|bliver|får)\s", efter)) and tal.enhed == "procent"
    if har_baseline:
        return Form.NIVEAU
    if TIL_N.search(foer) and (roller.bevaegelse or FRA_N.search(foer)) and not _er_andel(tal, foer):
        return Form.NIVEAU
    if tal.enhed == "promille" or "prtusind" in skelet.tekst or tal.enhed in ("karakter", "point"):
        return Form.NIVEAU
    if tal.enhed in ("procent", "procentpoint"):
        er_rate = (RATE.search(foer) and not re.search(r"\bandel\w*\b", foer, re.I)) or RATE_EFTER.match(efter)
        return Form.NIVEAU if er_rate and not er_del and not _er_del_af_gruppe(tal, efter) else Form.ANDEL
    if tal.enhed in ("kroner", "timer"):
        return Form.ANTAL
    if tal.enhed is None and re.search(r"skala", skelet.tekst, re.I):
        return Form.NIVEAU
    if tal.enhed is None and tal.vaerdi != tal.vaerdi.to_integral_value():
        return Form.NIVEAU
    if re.search(r"\bantal\w*\b", foer, re.I):
        return Form.NIVEAU if _bevaeger(roller.bevaegelse, sted) and not tal.enhed else Form.ANTAL
    if RATE.search(foer) and not re.search(r"\b(?:der|og|så)\s+(?:\w+\s+){0,3}$|\b(?:hos|for|blandt)\s+$", foer):
        return Form.NIVEAU
    return Form.ANTAL


def _er_del_af_gruppe(tal: Tal, efter: str) -> bool:
    """ "…, så 8 ud af 10 beboere er trygge"."""
    return tal.broek and bool(re.match(r"\s+[a-zæøå]{2,}", efter))


def _er_andel(tal: Tal, foer: str) -> bool:
    """ "Andelen af unge i job stiger til 60 %": a share with no starting point, also when it moves."""
    if re.search(r"\bfra\s+(?:%|procent|pct)", foer, re.I):
        return False
    return tal.enhed == "procent" and (tal.broek or bool(re.search(r"\bandel\w*\b", foer, re.I)))


def _er_brudstykke(foer: str) -> bool:
    """ "for Motalavej ligge på", "Motalavej:": an area's name and no series."""
    return bool(BRUDSTYKKE.fullmatch(foer))


def _bevaeger(bevaegelse: Bevaegelse | None, sted: int) -> bool:
    return bool(bevaegelse and bevaegelse.er_verbum_eller_navn and bevaegelse.start < sted)


def _form_uden_tal(skelet: Skelet, roller: Roller) -> Form:
    hoved, bevaegelse = skelet.hoved, roller.bevaegelse
    if BASELINE in roller.tal.values() and roller.bevaegelse and re.search(rf"\bfra\s+{N}", hoved):
        return Form.NIVEAU
    if bevaegelse and TABT_FRA_TIL.search(hoved):
        return Form.NIVEAU
    if TABT_TAL.search(hoved) and not (bevaegelse and re.search(r"\bmed\s+(?:mindst|minimum)", hoved)):
        return Form.ANDEL if TABT_ANDEL.search(hoved) else Form.ANTAL
    if OPLEVELSE.search(hoved) and not re.search(r"\b(?:andel|antal)", hoved, re.I):
        return Form.KVALITATIV
    oplevet = _oplevet(hoved)
    if (
        bevaegelse
        and not bevaegelse.er_bloed
        and not (
            oplevet is not None and (bevaegelse.trin > 2 or not MAENGDE.search(hoved) or oplevet < bevaegelse.start)
        )
    ):
        return Form.AENDRING
    if oplevet is not None:
        return Form.KVALITATIV
    if bevaegelse and MAENGDE.search(hoved[: bevaegelse.start] if bevaegelse.start > 3 else hoved):
        return Form.AENDRING
    if UDVIKLING_I.search(hoved):
        return Form.AENDRING
    if TABT_ANDEL.search(hoved) or ALLE.search(hoved) or re.match(r"\W*andelen\b", hoved, re.I):
        return Form.ANDEL
    return (
        Form.ANTAL
        if INGEN.search(hoved) or (LEVERANCE.search(hoved) and not bevaegelse and not BLOEDT_NAVN.search(hoved))
        else Form.KVALITATIV
    )


def _oplevet(hoved: str) -> int | None:
    """Where the main clause says that somebody experiences or judges; a relative clause does not count."""
    for fund in OPLEVET.finditer(hoved):
        foer = hoved[: fund.start()]
        if not re.search(r"\b(?:der|som)\s+(?:[\w¤]+\s+){0,5}$", foer, re.I) and not re.search(r"\bden\s+$", foer):
            return fund.start()
    return None


def er_ingen(tekst: str) -> bool:
    return bool(INGEN.search(tekst))


def er_alle(tekst: str) -> bool:
    return bool(ALLE.search(tekst))
