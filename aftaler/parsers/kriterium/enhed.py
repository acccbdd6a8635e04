"""The unit of the series that is measured."""

import re

from aftaler.laesning import Enhed, Form
from aftaler.parsers.kriterium.laest import Laest
from aftaler.parsers.kriterium.rolleord import AENDRING, AFSTAND, BASELINE, REFERENCE
from aftaler.parsers.kriterium.serie import serieenhed, serieenhed_i_saetninger
from aftaler.parsers.kriterium.skelet import TUSINDEDEL, N

# "…falder med 10 %, og antallet af …": the second clause has a series of its own.
NAESTE_SAETNING = re.compile(rf"(?<={N})[^,]*,\s+(?:og|mens|samt)\s+(?=(?:antal|andel))", re.I)
UKENDT_NAEVNER = re.compile(r"\bpr\s+(?:beboere|indbyggere|borgere|personer|lejemål|boliger|husstande)\b", re.I)


def find_enhed(laest: Laest) -> Enhed | None:
    """The unit at the numbers themselves goes before what the series' noun tells."""
    if TUSINDEDEL in laest.skelet.tekst:
        return Enhed.PROMILLE
    if any(
        laest.skelet.tal_ved(s).enhed == "procentpoint" for s in laest.roller.med(AENDRING) + laest.roller.med(AFSTAND)
    ):
        return Enhed.PROCENT
    steder = laest.maalsteder + laest.roller.med(BASELINE) + laest.roller.med(REFERENCE)
    ved_tal = [e for s in steder if (e := laest.skelet.tal_ved(s).enhed)]
    if laest.form == Form.ANTAL and ved_tal[:1] == ["antal"]:
        return Enhed.ANTAL
    for enhed in ved_tal:
        if enhed != "antal":
            return Enhed.PROCENT if enhed == "procentpoint" else Enhed(enhed)
    if UKENDT_NAEVNER.search(laest.skelet.tekst):
        return None
    if laest.form == Form.KVALITATIV:
        return None
    fra_serie = serieenhed(NAESTE_SAETNING.split(laest.skelet.hoved)[0])
    if fra_serie is None and laest.form in (Form.IKKE_FASTLAGT, Form.SAMMENLIGNING, Form.FASTHOLDELSE):
        fra_serie = serieenhed(laest.skelet.tekst)
    if fra_serie is None and laest.form in (Form.NIVEAU, Form.AENDRING) and not ved_tal:
        fra_serie = serieenhed_i_saetninger(NAESTE_SAETNING.split(laest.skelet.tekst)[0])
    return fra_serie or _enhed_af_form(laest, ved_tal)


def _enhed_af_form(laest: Laest, ved_tal: list[str]) -> Enhed | None:
    if ved_tal or laest.form == Form.ANTAL:
        return Enhed.ANTAL
    if laest.form == Form.ANDEL:
        return Enhed.PROCENT
    aendringer = [laest.skelet.tal_ved(s).enhed for s in laest.roller.med(AENDRING)]
    if aendringer and aendringer[0] not in (None, "procent"):
        return Enhed.PROCENT if aendringer[0] == "procentpoint" else Enhed(aendringer[0])
    return None
