"""The rule check: every rule, asked in turn. A finding is a sentence, its rule, its source, and where it is mended."""

from collections.abc import Callable

from overblik.rules import kontrol_aftale as aftale
from overblik.rules import kontrol_kriterier as kriterier
from overblik.rules import kontrol_opfoelgning as opfoelgning
from overblik.rules import kontrol_penge as penge
from overblik.rules.plandata import Alvor, Fund, Plan

REGLER: tuple[Callable[[Plan], list[Fund]], ...] = (
    penge.lokal_andel,
    penge.oplyste_andele,
    penge.poster_giver_hovedtal,
    penge.delaftalens_tal,
    penge.tilsagn_giver_finansieringen,
    penge.rest_er_forklaret,
    aftale.omraade_har_delaftale,
    aftale.delaftale_har_aktiviteter,
    aftale.afsnit_udfyldt,
    aftale.bilag_paa_plads,
    kriterier.omraademaal_passer,
    kriterier.kriterium_har_datakilde,
    kriterier.kriterium_staar_en_gang,
    kriterier.kriterium_kan_maales,
    kriterier.kriterium_har_udgangspunkt,
    opfoelgning.bestyrelse_findes,
    opfoelgning.bestyrelsen_er_besat,
    opfoelgning.vilkaar_opfyldt,
    opfoelgning.aendring_afgjort,
    opfoelgning.frist_overholdt,
    opfoelgning.milepael_naaet,
    opfoelgning.aktivitet_er_i_gang,
    opfoelgning.maalgruppe_findes,
    opfoelgning.delaftale_gennemgaaet,
    aftale.datoer_i_perioden,
    aftale.aktivitet_har_ansvarlig,
    aftale.aktivitetsskema_udfyldt,
)


def kontrol(plan: Plan) -> tuple[Fund, ...]:
    """Every finding, faults before warnings, in the order of the rules."""
    fund = [et for regel in REGLER for et in regel(plan)]
    return tuple(sorted(fund, key=lambda et: et.alvor != Alvor.FEJL))
