"""Who may what, one line a page: the table that tests/test_adgang.py holds against every URL, role and plan.

`se` is the right that a GET needs and `goer` the right that a POST needs; None means that the page has no such door.
`emne` names the thing of the `verden` fixture whose key the address carries as <pk>.
"""

from dataclasses import dataclass

from brugere.roles import Ret, Rolle

SER_ORGANISERING = frozenset({Rolle.PROJEKTLEDER, Rolle.SEKRETARIAT, Rolle.FORMAND, Rolle.BESTYRELSE, Rolle.ADMIN})


@dataclass(frozen=True)
class Adgang:
    se: Ret | None
    goer: Ret | None = None
    emne: str = ""
    kun: frozenset[Rolle] | None = None  # the roles that may, where the table of rights has no column for it


def _rediger(ret: Ret, emne: str = "") -> Adgang:
    """A form: whoever may send it may open it."""
    return Adgang(ret, ret, emne)


# Pages that belong to no plan, and are tested by their own files.
UDEN_PLAN = {
    "forside", "sundhed", "brugere:login", "brugere:logaf", "brugere:glemt", "brugere:glemt_sendt",
    "brugere:ny_adgangskode", "aftaler:plan_liste", "aftaler:plan_opret",
}  # fmt: skip

SIDER: dict[str, Adgang] = {
    "aftaler:plan_ret": _rediger(Ret.AFTALE_RET),
    "aftaler:organisering": Adgang(Ret.PLAN_SE, kun=SER_ORGANISERING),
    **{
        f"aftaler:{emne}_{verbum}": _rediger(Ret.AFTALE_RET, emne if verbum != "opret" else "")
        for emne in ("part", "person", "boligomraade", "boligafdeling")
        for verbum in ("opret", "ret", "fjern")
    },
    "aftaler:medlem_inviter": _rediger(Ret.MEDLEM_RET),
    "aftaler:medlem_mail": Adgang(None, Ret.MEDLEM_RET, "medlem"),
    "aftaler:medlem_afslut": _rediger(Ret.MEDLEM_RET, "medlem"),
    "aftaler:aftale": Adgang(Ret.PLAN_SE),
    "aftaler:afsnit_ret": _rediger(Ret.AFTALE_RET),
    "aftaler:indsatsomraade_vaelg": Adgang(None, Ret.AFTALE_RET),
    "aftaler:indsatsomraade_ret": _rediger(Ret.AFTALE_RET),
    "aftaler:indsatsomraade_fravaelg": Adgang(None, Ret.AFTALE_RET),
    "aftaler:delaftale_liste": Adgang(Ret.PLAN_SE),
    "aftaler:delaftale_detalje": Adgang(Ret.PLAN_SE),
    "aftaler:blok_ret": _rediger(Ret.AFTALE_RET),
    "aftaler:aktivitet_opret": _rediger(Ret.REGISTRER),
    "aftaler:aktivitet_detalje": Adgang(Ret.PLAN_SE, emne="aktivitet"),
    "aftaler:aktivitet_ret": _rediger(Ret.REGISTRER, "aktivitet"),
    "aftaler:aktivitet_slet": _rediger(Ret.REGISTRER, "aktivitet"),
    "aftaler:kriterium_opret": _rediger(Ret.REGISTRER),
    "aftaler:kriterium_laes": Adgang(None, Ret.REGISTRER),
    "aftaler:kriterium_ret": _rediger(Ret.AFTALE_RET),
    "aftaler:kriterium_slet": Adgang(None, Ret.AFTALE_RET),
    "aftaler:version_liste": Adgang(Ret.PLAN_SE),
    "aftaler:dokument_godkend": _rediger(Ret.BESLUT),
    "aftaler:budget": Adgang(Ret.PENGE_SE),
    "aftaler:budgetpost_liste": Adgang(Ret.PENGE_SE),
    **{
        f"aftaler:{emne}_{verbum}": _rediger(Ret.PENGE_RET, emne if verbum != "opret" else "")
        for emne in ("budgetpost", "kilde", "tilsagn", "andel")
        for verbum in ("opret", "ret", "slet")
    },
    "aftaler:tilsagn_omlaeg": _rediger(Ret.PENGE_RET, "tilsagn"),
    "aftaler:tilsagn_fortryd": _rediger(Ret.PENGE_RET, "tilsagn"),
    "maalinger:kriterium_liste": Adgang(Ret.PLAN_SE),
    "maalinger:kriterium_detalje": Adgang(Ret.PLAN_SE),
    "maalinger:maaling_opret": _rediger(Ret.REGISTRER),
    "maalinger:maaling_ret": _rediger(Ret.REGISTRER, "maaling"),
    "maalinger:maaling_bilag": Adgang(Ret.PLAN_SE, emne="maaling"),
    "overblik:overblik": Adgang(Ret.PLAN_SE),
    "overblik:kontrol": Adgang(Ret.TILSIDESAET),
    "overblik:frafald_opret": _rediger(Ret.TILSIDESAET),
    "overblik:frafald_tilbage": Adgang(None, Ret.TILSIDESAET, "frafald"),
    "dokumenter:papir_liste": _rediger(Ret.PAPIR_BESTIL),
    "dokumenter:bestilling": Adgang(Ret.PAPIR_BESTIL, emne="bestilling"),
    "dokumenter:hent": Adgang(Ret.PAPIR_BESTIL, emne="bestilling"),
}
