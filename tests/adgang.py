"""Who may what, one line a page: the table that tests/test_adgang.py holds against every URL, role and plan.

`se` is the right that a GET needs and `goer` the right that a POST needs; None means that the page has no such door.
`emne` names the thing of the `verden` fixture whose key the address carries as <pk>.
"""

from dataclasses import dataclass

from brugere.roles import Ret, Rolle

SER_ORGANISERING = frozenset({Rolle.PROJEKTLEDER, Rolle.SEKRETARIAT, Rolle.FORMAND, Rolle.BESTYRELSE, Rolle.ADMIN})

SER_FRISTER = frozenset(set(Rolle) - {Rolle.LBF})

# The eftersyn tells of the draft and of money in detail: both rights.
SER_EFTERSYN = frozenset({Rolle.PROJEKTLEDER, Rolle.SEKRETARIAT, Rolle.FORMAND, Rolle.BESTYRELSE})


@dataclass(frozen=True)
class Adgang:
    se: Ret | None
    goer: Ret | None = None
    emne: str = ""
    kode: str = "sammenhaeng"  # the block that <kode> names
    spoerg: str = ""  # the address's question, filled from `verden`
    kun: frozenset[Rolle] | None = None  # the roles that may, where the table of rights has no column for it


def _rediger(ret: Ret, emne: str = "") -> Adgang:
    """A form: whoever may send it may open it."""
    return Adgang(ret, ret, emne)


# Pages that belong to no plan, and are tested by their own files.
UDEN_PLAN = {
    "forside", "sundhed", "brugere:login", "brugere:logaf", "brugere:glemt", "brugere:glemt_sendt",
    "brugere:ny_adgangskode", "min_side", "soeg", "aftaler:plan_liste", "aftaler:plan_opret", "dokumenter:udleveret",
    "moeder:svar", "moeder:kalenderfil", "moeder:kalender_abonnement", "moeder:kalender_stop", "mine_mails",
    "mail_stop",
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
    "aftaler:version_detalje": Adgang(Ret.PLAN_SE, emne="version"),
    "aftaler:version_forskel": Adgang(Ret.PLAN_SE, spoerg="?fra={version}&til={version}"),
    "aftaler:aftale_pr_dato": Adgang(Ret.PLAN_SE),
    "aftaler:underskrift_opret": _rediger(Ret.INDSEND, "version"),
    "aftaler:underskrift_fil": Adgang(Ret.PLAN_SE, emne="version"),
    "aftaler:underskrift_kontrol": Adgang(None, Ret.PLAN_SE, "version"),
    "aftaler:dokument_indsend": Adgang(Ret.KLADDE_SE, Ret.INDSEND),
    "aftaler:dokument_kasser": _rediger(Ret.AFTALE_RET),
    "aftaler:aendring_liste": Adgang(Ret.KLADDE_SE),
    "aftaler:aendring_detalje": Adgang(Ret.KLADDE_SE, emne="aendring"),
    "aftaler:aendring_traek": _rediger(Ret.INDSEND, "aendring"),
    "aftaler:trin_registrer": _rediger(Ret.BESLUT, "aendring"),
    "aftaler:trin_dokument": Adgang(Ret.KLADDE_SE, emne="aendring"),
    "aftaler:vilkaar_opfyld": _rediger(Ret.INDSEND, "aendring"),
    "aftaler:organer": Adgang(Ret.PLAN_SE, kun=SER_ORGANISERING - {Rolle.ADMIN}),
    **{f"aftaler:organ_{verbum}": _rediger(Ret.AFTALE_RET, "organ") for verbum in ("opret", "ret", "fjern")},
    "aftaler:plads_opret": _rediger(Ret.AFTALE_RET, "organ"),
    "aftaler:plads_ret": _rediger(Ret.AFTALE_RET, "plads"),
    "aftaler:plads_fjern": _rediger(Ret.AFTALE_RET, "plads"),
    "aftaler:organmedlem_opret": _rediger(Ret.AFTALE_RET, "plads"),
    **{
        f"aftaler:organmedlem_{verbum}": _rediger(Ret.AFTALE_RET, "organmedlem") for verbum in ("ret", "afslut", "slet")
    },
    "aftaler:medarbejderandel_liste": Adgang(Ret.PLAN_SE, kun=SER_ORGANISERING - {Rolle.ADMIN}),
    **{
        f"aftaler:medarbejderandel_{verbum}": _rediger(Ret.AFTALE_RET, "medarbejderandel")
        for verbum in ("opret", "ret", "fjern")
    },
    "aftaler:bilag_liste": Adgang(Ret.PAPIR_BESTIL),
    "aftaler:bilag_detalje": Adgang(Ret.PAPIR_BESTIL),
    "aftaler:bilag_ret": _rediger(Ret.AFTALE_RET),
    "aftaler:bilag_klar": Adgang(None, Ret.AFTALE_RET),
    "aftaler:bilag_kladde": Adgang(None, Ret.AFTALE_RET),
    "aftaler:aktivitet_rammer": _rediger(Ret.REGISTRER, "aktivitet"),
    "aftaler:aktivitet_status": _rediger(Ret.TILSIDESAET, "aktivitet"),
    "aftaler:virkning_ret": _rediger(Ret.REGISTRER, "aktivitet"),
    "aftaler:maalgruppe_opret": _rediger(Ret.REGISTRER, "aktivitet"),
    **{f"aftaler:maalgruppe_{verbum}": _rediger(Ret.REGISTRER, "maalgruppe") for verbum in ("ret", "bortfald", "slet")},
    "aftaler:aktivitetens_milepael_opret": _rediger(Ret.REGISTRER, "aktivitet"),
    "aftaler:milepaelsplan": Adgang(Ret.PLAN_SE),
    "aftaler:milepael_opret": _rediger(Ret.AFTALE_RET),
    "aftaler:milepael_ret": _rediger(Ret.REGISTRER, "milepael"),
    "aftaler:milepael_fremdrift": _rediger(Ret.REGISTRER, "milepael"),
    "aftaler:milepael_slet": _rediger(Ret.REGISTRER, "milepael"),
    "aftaler:frist_liste": Adgang(Ret.PLAN_SE, kun=SER_FRISTER),
    "aftaler:frist_lav": Adgang(None, Ret.AFTALE_RET),
    "aftaler:frist_opret": _rediger(Ret.AFTALE_RET),
    "aftaler:frist_flyt": _rediger(Ret.AFTALE_RET, "frist"),
    "aftaler:frist_gjort": _rediger(Ret.REGISTRER, "frist"),
    "aftaler:frist_slet": _rediger(Ret.AFTALE_RET, "frist"),
    "aftaler:naeste_plan": Adgang(Ret.KLADDE_SE),
    "aftaler:naeste_plan_beslut": _rediger(Ret.AFTALE_RET),
    "aftaler:naeste_plan_start": _rediger(Ret.AFTALE_RET),
    "aftaler:praekvalifikation": Adgang(Ret.KLADDE_SE),
    "aftaler:praekvalifikation_ret": Adgang(Ret.AFTALE_RET, Ret.AFTALE_RET, kode="problembeskrivelse"),
    "aftaler:budget": Adgang(Ret.PENGE_SE),
    "aftaler:budgetpost_liste": Adgang(Ret.PENGE_SE),
    "aftaler:budgetnet": _rediger(Ret.PENGE_RET),
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
    "maalinger:maaling_detalje": Adgang(Ret.PLAN_SE, emne="maaling"),
    **{f"maalinger:maaling_{gjort}": Adgang(None, Ret.REGISTRER, "maaling") for gjort in ("send", "tag_hjem", "slet")},
    "maalinger:maaling_godkend": Adgang(None, Ret.MAALING_GODKEND, "maaling"),
    "maalinger:maaling_returner": _rediger(Ret.MAALING_GODKEND, "maaling"),
    "maalinger:maaling_tag_tilbage": _rediger(Ret.MAALING_GODKEND, "maaling"),
    "maalinger:maaling_liste": Adgang(Ret.REGISTRER),
    "maalinger:maaling_godkend_flere": Adgang(None, Ret.MAALING_GODKEND),
    "maalinger:kriterium_status": _rediger(Ret.TILSIDESAET),
    "maalinger:kriterium_status_ophaev": Adgang(None, Ret.TILSIDESAET),
    "maalinger:maaleplan_ret": _rediger(Ret.AFTALE_RET),
    "maalinger:laas_liste": Adgang(Ret.PENGE_RET),
    "maalinger:laas_opret": _rediger(Ret.PENGE_RET),
    "maalinger:laas_op": _rediger(Ret.PENGE_RET, "periodelaas"),
    "maalinger:fremmoede": Adgang(Ret.REGISTRER),
    "maalinger:fremmoede_oversigt": Adgang(Ret.PLAN_SE),
    "maalinger:registrering_opret": _rediger(Ret.REGISTRER, "aktivitet"),
    "maalinger:personer_opret": _rediger(Ret.REGISTRER, "aktivitet"),
    "maalinger:registrering_kvittering": Adgang(Ret.REGISTRER, emne="registrering"),
    "maalinger:registrering_ret": _rediger(Ret.REGISTRER, "registrering"),
    "maalinger:registrering_slet": _rediger(Ret.REGISTRER, "registrering"),
    "maalinger:leverancemaaling": Adgang(Ret.PLAN_SE),
    "maalinger:leverancemaaling_skriv": _rediger(Ret.REGISTRER, "aktivitet"),
    "maalinger:undersoegelse_liste": Adgang(Ret.PLAN_SE),
    "maalinger:undersoegelse_opret": _rediger(Ret.REGISTRER),
    "maalinger:undersoegelse_detalje": Adgang(Ret.PLAN_SE, emne="undersoegelse"),
    "maalinger:undersoegelse_ret": _rediger(Ret.REGISTRER, "undersoegelse"),
    "maalinger:undersoegelse_slet": _rediger(Ret.REGISTRER, "undersoegelse"),
    "maalinger:undersoegelse_maal": Adgang(None, Ret.REGISTRER, "undersoegelse"),
    "maalinger:svar_opret": _rediger(Ret.REGISTRER, "undersoegelse"),
    "maalinger:svar_ret": _rediger(Ret.REGISTRER, "svar"),
    "maalinger:svar_slet": _rediger(Ret.REGISTRER, "svar"),
    "oekonomi:oekonomi": Adgang(Ret.PENGE_SE),
    **{
        f"oekonomi:{emne}_{verbum}": _rediger(Ret.PENGE_RET, emne if verbum != "opret" else "")
        for emne in ("forbrug", "levering", "kompensation", "restmidler")
        for verbum in ("opret", "ret", "slet")
    },
    **{f"oekonomi:{emne}_liste": Adgang(Ret.PENGE_SE) for emne in ("forbrug", "levering", "restmidler", "regnskab")},
    "oekonomi:forbrugsindlaesning_opret": _rediger(Ret.PENGE_RET),
    "oekonomi:forbrugsindlaesning": Adgang(Ret.PENGE_RET, emne="forbrugsindlaesning"),
    **{
        f"oekonomi:forbrugsindlaesning_{verbum}": Adgang(None, Ret.PENGE_RET, "forbrugsindlaesning")
        for verbum in ("ark", "kolonner", "konti", "proev", "laes", "ret", "kasser")
    },
    "oekonomi:levering_bilag": Adgang(Ret.PENGE_SE, emne="levering"),
    "oekonomi:timer_liste": Adgang(Ret.REGISTRER),
    "oekonomi:timer_opret": _rediger(Ret.REGISTRER),
    "oekonomi:timer_ret": _rediger(Ret.REGISTRER, "levering"),
    "oekonomi:budgetaendring_liste": Adgang(Ret.PENGE_SE),
    "oekonomi:budgetaendring_opret": _rediger(Ret.PENGE_RET),
    "oekonomi:budgetaendring_ret": _rediger(Ret.PENGE_RET, "budgetaendring"),
    "oekonomi:budgetaendring_afgoer": _rediger(Ret.BESLUT, "budgetaendring"),
    "oekonomi:budgetaendring_traek": _rediger(Ret.PENGE_RET, "budgetaendring"),
    "oekonomi:budgetaendring_indarbejd": _rediger(Ret.PENGE_RET, "budgetaendring"),
    "oekonomi:regnskab_detalje": Adgang(Ret.PENGE_SE),
    "oekonomi:regnskab_ret": _rediger(Ret.PENGE_RET),
    "oekonomi:bemaerkning_opret": _rediger(Ret.PENGE_RET),
    "oekonomi:bemaerkning_ret": _rediger(Ret.PENGE_RET, "bemaerkning"),
    "oekonomi:bemaerkning_slet": _rediger(Ret.PENGE_RET, "bemaerkning"),
    "maalinger:lister": Adgang(Ret.PLAN_SE, kun=SER_ORGANISERING - {Rolle.ADMIN}),
    "maalinger:placering_opret": _rediger(Ret.AFTALE_RET),
    "maalinger:placering_ret": _rediger(Ret.AFTALE_RET, "listeplacering"),
    "maalinger:placering_slet": _rediger(Ret.AFTALE_RET, "listeplacering"),
    "maalinger:kriterium_hent": _rediger(Ret.AFTALE_RET),
    "maalinger:data": Adgang(Ret.AFTALE_RET),
    "maalinger:data_eksport": Adgang(Ret.AFTALE_RET),
    "maalinger:data_omraade": Adgang(Ret.AFTALE_RET, emne="boligomraade"),
    "maalinger:vaerdi_opret": _rediger(Ret.AFTALE_RET),
    "maalinger:vaerdi_ret": _rediger(Ret.AFTALE_RET, "vaerdi"),
    "maalinger:vaerdi_slet": Adgang(None, Ret.AFTALE_RET, "vaerdi"),
    "maalinger:dataindlaesning_opret": _rediger(Ret.AFTALE_RET),
    "maalinger:dataindlaesning": Adgang(Ret.AFTALE_RET, emne="dataindlaesning"),
    **{
        f"maalinger:dataindlaesning_{verbum}": Adgang(None, Ret.AFTALE_RET, "dataindlaesning")
        for verbum in ("ark", "kolonner", "navne", "proev", "laes", "ret", "kasser")
    },
    "moeder:moede_liste": Adgang(Ret.PLAN_SE),
    "moeder:moede_detalje": Adgang(Ret.PLAN_SE),
    **{f"moeder:moede_{verbum}": _rediger(Ret.MOEDE_LED) for verbum in ("opret", "ret", "slet", "aflys", "indkald")},
    "moeder:serie_opret": _rediger(Ret.MOEDE_LED),
    "moeder:standardpunkt_liste": _rediger(Ret.MOEDE_LED, "organ"),
    "moeder:standardpunkt_fjern": Adgang(None, Ret.MOEDE_LED, "organ"),
    **{f"moeder:indkaldelse_{verbum}": _rediger(Ret.MOEDE_LED, "indkaldelse") for verbum in ("ret", "fjern")},
    "moeder:indkaldelse_svar": _rediger(Ret.REFERAT_GODKEND, "egen_indkaldelse"),
    "moeder:punkt_detalje": Adgang(Ret.PLAN_SE, emne="punkt"),
    "moeder:punkt_opret": _rediger(Ret.MOEDE_LED),
    "moeder:punkt_ret": _rediger(Ret.MOEDE_LED, "punkt"),
    "moeder:punkt_flyt": Adgang(None, Ret.MOEDE_LED, "punkt"),
    "moeder:punkt_fjern": _rediger(Ret.MOEDE_LED, "punkt"),
    "moeder:punktbilag_hent": Adgang(Ret.PLAN_SE, emne="punktbilag"),
    "moeder:punktbilag_opret": _rediger(Ret.MOEDE_LED, "punkt"),
    "moeder:punktbilag_ret": _rediger(Ret.MOEDE_LED, "punkt"),
    "moeder:punktbilag_fjern": Adgang(None, Ret.MOEDE_LED, "punkt"),
    "moeder:henvisning_opret": _rediger(Ret.MOEDE_LED, "punkt"),
    "moeder:henvisning_fjern": Adgang(None, Ret.MOEDE_LED, "punkt"),
    "moeder:ideliste": Adgang(Ret.MOEDE_LED),
    "moeder:ide_saet_paa": Adgang(None, Ret.MOEDE_LED, "ide"),
    "moeder:ide_slet": Adgang(None, Ret.MOEDE_LED, "ide"),
    "moeder:moede_start": Adgang(None, Ret.MOEDE_LED),
    "moeder:moede_afslut": _rediger(Ret.MOEDE_LED),
    "moeder:fremmoede": _rediger(Ret.MOEDE_LED),
    "moeder:referat": Adgang(Ret.PLAN_SE),
    "moeder:referat_punkt": _rediger(Ret.MOEDE_LED, "punkt"),
    "moeder:referat_skriver": Adgang(Ret.MOEDE_LED, emne="punkt"),
    "moeder:punkt_fravaer": _rediger(Ret.MOEDE_LED, "punkt"),
    "moeder:referat_send": _rediger(Ret.MOEDE_LED),
    "moeder:referat_kladde": Adgang(None, Ret.MOEDE_LED),
    "moeder:referat_skriftlig": _rediger(Ret.MOEDE_LED),
    "moeder:referat_godkend_skriftligt": Adgang(None, Ret.MOEDE_LED),
    "moeder:referat_tilfoej": _rediger(Ret.MOEDE_LED),
    "moeder:kommentar_svar": _rediger(Ret.MOEDE_LED, "referatkommentar"),
    # Nobody but those who sit in the body (tests/moeder/test_referat.py).
    "moeder:referat_kommenter": Adgang(Ret.REFERAT_GODKEND, Ret.REFERAT_GODKEND, kun=frozenset()),
    "moeder:referat_godkend": Adgang(None, Ret.REFERAT_GODKEND, kun=frozenset()),
    "moeder:beslutning_liste": Adgang(Ret.PLAN_SE),
    "moeder:beslutning_opret": _rediger(Ret.MOEDE_LED, "punkt"),
    "moeder:beslutning_ret": _rediger(Ret.MOEDE_LED, "beslutning"),
    "moeder:beslutning_slet": _rediger(Ret.MOEDE_LED, "beslutning"),
    "moeder:beslutning_status": _rediger(Ret.MOEDE_LED, "beslutning"),
    "moeder:beslutning_foer": Adgang(None, Ret.MOEDE_LED, "beslutning"),
    "moeder:version_hvem": Adgang(Ret.PLAN_SE, emne="version"),
    "moeder:opgave_liste": Adgang(Ret.PLAN_SE),
    "moeder:opgave_opret": _rediger(Ret.MOEDE_LED, "punkt"),
    "moeder:opgave_ret": _rediger(Ret.MOEDE_LED, "opgave"),
    "moeder:opgave_udfoert": _rediger(Ret.MOEDE_LED, "opgave"),
    "moeder:sag_detalje": Adgang(Ret.PLAN_SE, emne="sag"),
    "moeder:sag_ret": _rediger(Ret.MOEDE_LED, "sag"),
    "overblik:overblik": Adgang(Ret.PLAN_SE),
    "overblik:omraade": Adgang(Ret.PLAN_SE, emne="boligomraade"),
    "overblik:kriterium_moeder": Adgang(Ret.PLAN_SE),
    "overblik:kontrol": Adgang(Ret.TILSIDESAET),
    "overblik:frafald_opret": _rediger(Ret.TILSIDESAET),
    "overblik:frafald_tilbage": Adgang(None, Ret.TILSIDESAET, "frafald"),
    "overblik:aarshjul": Adgang(Ret.PLAN_SE, kun=SER_FRISTER),
    "overblik:eftersyn": Adgang(Ret.PENGE_SE, kun=SER_EFTERSYN),
    "overblik:eftersyn_opgave": _rediger(Ret.MOEDE_LED),
    "overblik:forslag_liste": Adgang(Ret.MOEDE_LED),
    "overblik:forslag_tag_med": Adgang(None, Ret.MOEDE_LED, "forslag"),
    "overblik:forslag_ret": _rediger(Ret.MOEDE_LED, "forslag"),
    "overblik:forslag_udelad": _rediger(Ret.MOEDE_LED, "forslag"),
    "dokumenter:papir_liste": _rediger(Ret.PAPIR_BESTIL),
    "dokumenter:aendringsoversigt": _rediger(Ret.PAPIR_BESTIL),
    "dokumenter:mails": _rediger(Ret.PAPIR_BESTIL),
    "dokumenter:bestilling": Adgang(Ret.PAPIR_BESTIL, emne="bestilling"),
    "dokumenter:udlever": Adgang(None, Ret.AFTALE_RET, "bestilling"),
    "dokumenter:tilbagekald": Adgang(None, Ret.AFTALE_RET, "udlevering"),
    "dokumenter:hent": Adgang(Ret.PAPIR_BESTIL, emne="bestilling"),
}
