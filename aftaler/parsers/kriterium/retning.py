"""Which way: retning only when the text tells a movement."""

import re

from aftaler.laesning import Form, Retning
from aftaler.parsers.kriterium.bevaegelse import Bevaegelse
from aftaler.parsers.kriterium.laest import Laest
from aftaler.parsers.kriterium.rolleord import AENDRING, BASELINE, EFTER_N, FRA_N, OVER_NIVEAU_N, TIL_N

NEDAD = re.compile(
    r"\b(?:færre|lavere|mindre|kortere|fald\w*|reduktion\w*|reducering\w*|nedgang\w*|nedbringelse\w*|"
    r"mindskelse\w*|nedsættelse\w*)\b",
    re.I,
)
OPAD = re.compile(
    r"\b(?:flere|højere|større|mere|længere|bedre|stigning\w*|forøgelse\w*|øgning\w*|vækst\w*|fremgang\w*|"
    r"tilvækst|forbedring\w*|løft)\b",
    re.I,
)


def find_retning(laest: Laest) -> Retning | None:
    bevaegelse = laest.roller.bevaegelse
    if laest.form == Form.FASTHOLDELSE:
        return Retning.FASTHOLD
    if laest.form == Form.AENDRING:
        return _aendringsretning(laest, bevaegelse)
    if laest.form in (Form.KVALITATIV, Form.IKKE_FASTLAGT):
        return bevaegelse.retning if bevaegelse else None
    if laest.form in (Form.ANTAL, Form.ANDEL) and not laest.maalsteder:
        return None
    if bevaegelse and bevaegelse.er_verbum_eller_navn and _styrer(laest, bevaegelse):
        return bevaegelse.retning
    return retning_af_tal(laest)


def _styrer(laest: Laest, bevaegelse: Bevaegelse) -> bool:
    if not laest.maalsteder:
        return True
    return bevaegelse.start < laest.maalsteder[0] or bool(TIL_N.search(laest.skelet.tekst[: laest.maalsteder[0]]))


def retning_af_tal(laest: Laest) -> Retning | None:
    """ "fra 5,7 til 6,0" tells a movement without a verb."""
    tekst = laest.skelet.tekst
    fra = [s for s in laest.roller.med(BASELINE) if FRA_N.search(tekst[:s])]
    til = [s for s in laest.maalsteder if TIL_N.search(tekst[:s])]
    if not fra or not til:
        return None
    foer, nu = laest.skelet.tal_ved(fra[0]).vaerdi, laest.skelet.tal_ved(til[0]).vaerdi
    return None if foer == nu else Retning.OP if nu > foer else Retning.NED


def _aendringsretning(laest: Laest, bevaegelse: Bevaegelse | None) -> Retning | None:
    tekst = laest.skelet.tekst
    for sted in laest.roller.med(AENDRING):
        if over := OVER_NIVEAU_N.match(tekst[sted + 1 :]):
            return Retning.OP if over["vej"].lower() == "over" else Retning.NED
        ord_efter = EFTER_N.match(tekst[sted + 1 :])
        if ord_efter and NEDAD.search(ord_efter[0]):
            return Retning.NED
        if ord_efter and OPAD.search(ord_efter[0]):
            return Retning.OP
    return bevaegelse.retning if bevaegelse else None
