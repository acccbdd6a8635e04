"""Can the criteria be measured, and do they agree with each other? Words are compared, figures are counted."""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations

from aftaler.laesning import Form, Laesning, Mangel, Omraadetal, Sammenligning
from aftaler.reports import i_en_saetning
from kerne import datoer, talformat
from overblik.rules.plandata import Alvor, Fund, Kriterium, Plan, Sted

MED_UDGANGSPUNKT = {Form.NIVEAU, Form.AENDRING, Form.FASTHOLDELSE}
NEDAD, OPAD = {Sammenligning.UNDER, Sammenligning.HOEJST}, {Sammenligning.OVER, Sammenligning.MINDST}
I_HVERT = re.compile(r"\b(hvert|hver|alle|samtlige)\b[^.]{0,40}\bområde", re.IGNORECASE)
ORD, TAL = re.compile(r"[^\W\d_]+"), re.compile(r"\d+(?:[.,]\d+)*")
# Words that half of all criteria share, and that therefore say nothing about which one it is.
TOMME_ORD = {
    "andel", "andelen", "antal", "antallet", "beboer", "beboere", "beboerne", "borger", "borgere", "eller", "under",
    "over", "mellem", "hvert", "hver", "alle", "samlet", "skal", "være", "blive", "bliver", "højst", "mindst", "område",
    "områder", "områderne", "boligområde", "boligområder", "nogen", "deres", "efter", "ikke", "fire", "første",
    "året", "årene", "årige", "perioden", "eksempel", "forhold", "udgangspunktet", "for", "der", "har", "til", "med",
    "var", "som", "den", "det", "ved", "fra", "sig", "mod", "når", "end", "høj",
}  # fmt: skip
LIGHED = 0.6  # the share of words in common (of all their words) at which two sentences count as the same
SAMME_EMNE = 0.5  # the share of the shorter sentence's words at which two sentences are about the same
STAMME = 4  # letters: trygge, tryghed and tryg are one word
KORTESTE = 3  # letters: job is a word that tells


def kriterium_har_datakilde(plan: Plan) -> list[Fund]:
    """Regel kriterium-har-datakilde: et succeskriterium siger, hvor tallet kommer fra."""
    return [
        _fund(plan, "kriterium-har-datakilde", Alvor.FEJL, et, f"{_navn(et)} har ingen datakilde.")
        for et in plan.kriterier
        if not et.datakilde.strip()
    ]


def kriterium_har_udgangspunkt(plan: Plan) -> list[Fund]:
    """Regel kriterium-har-udgangspunkt: et kriterium om en ændring eller et niveau har et tal at regne fra."""
    ud = []
    for et in plan.kriterier:
        baseline = et.laesning.baseline
        uden_tal = et.laesning.form in MED_UDGANGSPUNKT and (baseline is None or baseline.vaerdi is None)
        if uden_tal or Mangel.BASELINE in et.laesning.mangler:
            aar = datoer.aarsvindue(baseline.fra, baseline.til) if baseline else ""
            hale = f"har et udgangspunkt i {aar}, men intet tal" if aar else "har intet udgangspunkt"
            ud.append(_fund(plan, "kriterium-har-udgangspunkt", Alvor.ADVARSEL, et, f"{_navn(et)} {hale}."))
    return ud


def kriterium_kan_maales(plan: Plan) -> list[Fund]:
    """Regel kriterium-kan-maales: et kriterium har det måltal og den enhed, der skal til for at se, om det er nået."""
    ud = []
    for et in plan.kriterier:
        mangler = [m.label for m in et.laesning.mangler if m in (Mangel.MAALTAL, Mangel.ENHED)]
        if mangler and not et.laesning.maalbar:
            besked = f"{_navn(et)} kan ikke måles: {i_en_saetning(mangler)} mangler."
            ud.append(_fund(plan, "kriterium-kan-maales", Alvor.ADVARSEL, et, besked))
    return ud


def omraademaal_passer(plan: Plan) -> list[Fund]:
    """Regel omraademaal-passer: et mål for ét område er ikke lempeligere end målet for alle områder.

    A joint target that holds in each area is contradicted by any looser one; a joint figure (a mean) only by all.
    """
    ud = []
    for omraade in plan.kriterier:
        if not omraade.laesning.omraader:
            continue
        for faelles in plan.kriterier:
            if faelles is not omraade and (faelles.laesning.omraader or not _samme_emne(faelles, omraade)):
                continue
            loese = _lempeligere(faelles.laesning, omraade.laesning)
            i_hvert = faelles is omraade or I_HVERT.search(faelles.tekst) is not None
            if loese and (i_hvert or len(loese) == len(omraade.laesning.omraader)):
                besked = _modsigelse(faelles, omraade, loese)
                noegle = f"{faelles.nr}-{omraade.nr}"
                ud.append(_fund(plan, "omraademaal-passer", Alvor.FEJL, omraade, besked, noegle))
    return ud


def _lempeligere(faelles: Laesning, omraade: Laesning) -> list[Omraadetal]:
    """The areas whose target asks for less than the joint one; none where the two cannot be compared."""
    maal, tegn = faelles.maal.vaerdi if faelles.maal else None, faelles.sammenligning
    if maal is None or tegn is None or faelles.enhed != omraade.enhed or not _samme_aar(faelles, omraade):
        return []
    if tegn in NEDAD:
        return [et for et in omraade.omraader if et.sammenligning in NEDAD and et.vaerdi > maal]
    if tegn in OPAD:
        return [et for et in omraade.omraader if et.sammenligning in OPAD and et.vaerdi < maal]
    return []


def _samme_aar(a: Laesning, b: Laesning) -> bool:
    """The targets are for the same years, or one of them does not say."""
    aar = [et.maal.til for et in (a, b) if et.maal and et.maal.til]
    return len(set(aar)) < 2


def _modsigelse(faelles: Kriterium, omraade: Kriterium, loese: list[Omraadetal]) -> str:
    maal = faelles.laesning.maal
    felles_ord = _maal(faelles.laesning.sammenligning, maal.vaerdi if maal else None, faelles.laesning)
    hver = [f"{_maal(et.sammenligning, et.vaerdi, omraade.laesning)} for {et.navn}" for et in loese]
    hvem = _navn(faelles) if faelles is omraade else f"{_navn(faelles)} og {_navn(omraade, stort=False)}"
    verbum = "modsiger sig selv" if faelles is omraade else "modsiger hinanden"
    return f"{hvem} {verbum}: det fælles mål er {felles_ord}, men målet er {i_en_saetning(hver)}."


def _maal(tegn: Sammenligning | None, vaerdi: Decimal | None, laesning: Laesning) -> str:
    ord_ = f"{tegn.label} " if tegn else ""
    return f"{ord_}{talformat.vaerdi(vaerdi, laesning.enhed)}" if vaerdi is not None else "ikke oplyst"


def kriterium_staar_en_gang(plan: Plan) -> list[Fund]:
    """Regel kriterium-staar-en-gang: samme kriterium står kun ét sted; to ordlyde glider fra hinanden."""
    ud = []
    for a, b in combinations(plan.kriterier, 2):
        if a.omraade == b.omraade or _tallene(a.tekst) != _tallene(b.tekst):
            continue
        egne, andres = _ordene(a), _ordene(b)
        if egne and andres and len(egne & andres) / len(egne | andres) >= LIGHED:
            begge = f"{_navn(a)} ({a.omraade}) og {_navn(b, stort=False)} ({b.omraade})"
            besked = f"{begge} siger det samme med hver sin ordlyd."
            ud.append(_fund(plan, "kriterium-staar-en-gang", Alvor.ADVARSEL, b, besked, f"{a.nr}-{b.nr}"))
    return ud


def _samme_emne(a: Kriterium, b: Kriterium) -> bool:
    """Most of the shorter sentence's words stand in the other too, area names aside."""
    navne = _stammer(ORD.findall(" ".join(et.navn for et in (*a.laesning.omraader, *b.laesning.omraader))))
    egne, andres = _ordene(a) - navne, _ordene(b) - navne
    mindste = min(len(egne), len(andres))
    return bool(mindste) and len(egne & andres) / mindste >= SAMME_EMNE


def _ordene(kriterium: Kriterium) -> frozenset[str]:
    return _stammer(et for et in ORD.findall(kriterium.tekst.lower()) if et not in TOMME_ORD)


def _stammer(ordene: Iterable[str]) -> frozenset[str]:
    return frozenset(et.lower()[:STAMME] for et in ordene if len(et) >= KORTESTE)


def _tallene(tekst: str) -> list[str]:
    return sorted(et.replace(",", ".") for et in TAL.findall(tekst))


def _navn(et: Kriterium, *, stort: bool = True) -> str:
    return f"{'Kriterium' if stort else 'kriterium'} {et.nr} »{et.navn}«"


def _fund(plan: Plan, regel: str, alvor: Alvor, et: Kriterium, besked: str, noegle: str = "") -> Fund:
    sted = Sted("aftaler:kriterium_ret", (et.nr,))
    return Fund(regel, alvor, besked, f"{plan.skabelon} pkt. 5", sted, noegle or str(et.nr))
