"""The gaps in the follow-up, in words: what an auditor would ask about. Each names its day or figure. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kerne import datoer
from maalinger.statuses import Status
from moeder.rules.moeder import rytmen_mangler
from overblik.rules.revision import Aftalt, Kriteriet, Planen, Tidsrum

HELE_PLANEN = 0  # the number of what belongs to no one criterion


@dataclass(frozen=True)
class Hul:
    """`hvad` is its kind in a word or two; `nr` the criterion's, or HELE_PLANEN."""

    hvad: str
    tekst: str
    nr: int = HELE_PLANEN


def huller(kriterier: Sequence[Kriteriet], planen: Planen, tid: Tidsrum) -> tuple[Hul, ...]:
    """Regel revision-huller: hvert hul nævnes én gang, planens først og derefter kriteriernes efter nummer.

    A year that has not begun has none.
    """
    if not tid.er_begyndt:
        return ()
    planens = [et for regel in PLANENS for et in regel(kriterier, planen, tid)]
    egne = [et for kriteriet in kriterier for regel in KRITERIETS for et in regel(kriteriet, tid)]
    alle = (*planens, *egne, *_opgavehuller(kriterier, planen, tid))
    return tuple(sorted(alle, key=lambda et: et.nr))


def kan_maales(et: Kriteriet, tid: Tidsrum) -> list[Hul]:
    """Regel revision-kan-maales: et kriterium kan måles; ellers siges, hvad der mangler i aftalen."""
    if et.status != Status.IKKE_MAALBART:
        return []
    hvorfor = " ".join(et.mangler) or et.saetning
    return [Hul("Ikke målbart", f"Kriteriet kunne ikke måles {tid.pr}. {hvorfor}", et.nr)]


def maaling_til_tiden(et: Kriteriet, tid: Tidsrum) -> list[Hul]:
    """Regel revision-maaling-til-tiden: en måling er der til sin frist, og hvert år har en; ellers siges, hvad mangler.

    A figure that is not due yet on the day the bilag is made is no gap.
    """
    if et.status == Status.IKKE_MAALBART or (et.er_maalt and (et.forfald is None or et.forfald > tid.dag)):
        return []
    if et.forfald is None:
        tekst = f"Der er ingen godkendt måling {tid.i_ord}, og der er ikke sat en frist for den."
    elif et.forfald <= tid.dag:
        tekst = f"Målingen skulle være her senest {datoer.dato(et.forfald)}, og den mangler."
    elif et.forfald <= tid.i_dag:
        tekst = f"Der er ingen godkendt måling {tid.i_ord}. Den skulle være her senest {datoer.dato(et.forfald)}."
    else:
        return []
    return [Hul("Måling mangler", tekst, et.nr)]


def sendt_og_godkendt(et: Kriteriet, tid: Tidsrum) -> list[Hul]:
    """Regel revision-sendt-og-godkendt: et tal, der er sendt, bliver godkendt eller sendt tilbage."""
    return [
        Hul(
            "Ikke godkendt",
            f"Et tal, der slutter {datoer.dato(til)}, blev sendt {datoer.dato(sendt)} og er ikke godkendt.",
            et.nr,
        )
        for til, sendt in et.sendte
    ]


def fire_oejne(et: Kriteriet, tid: Tidsrum) -> list[Hul]:
    """Regel revision-fire-oejne: et tal, der er godkendt af en, som selv har skrevet eller sendt det, bliver nævnt."""
    return [
        Hul(
            "Ét par øjne",
            f"Tallet {tal.navn} er godkendt {datoer.dato(tal.godkendt)} af {tal.godkendt_af}, som selv har skrevet "
            "eller sendt det.",
            et.nr,
        )
        for tal in et.gaeldende
        if tal.egen
    ]


def har_bevis(et: Kriteriet, tid: Tidsrum) -> list[Hul]:
    """Regel revision-bevis: et godkendt tal har et bilag, eller det siger, hvornår det blev trukket ud."""
    return [
        Hul("Bevis mangler", f"Tallet {tal.navn} har hverken et bilag eller en dag for sit udtræk.", et.nr)
        for tal in et.gaeldende
        if not tal.bilag and tal.udtraek is None
    ]


def har_maaleplan(et: Kriteriet, tid: Tidsrum) -> list[Hul]:
    """Regel revision-maaleplan: bestyrelsen har sagt, hvordan kriteriet følges: hvem der måler, og hvor tit."""
    if et.har_maaleplan:
        return []
    tekst = "Der er ingen måleplan, så det står ikke, hvem der måler, og hvor tit."
    return [Hul("Måleplan mangler", tekst, et.nr)]


def paa_dagsordenen(et: Kriteriet, tid: Tidsrum) -> list[Hul]:
    """Regel revision-paa-dagsordenen: bestyrelsen har kriteriet på dagsordenen mindst én gang i året.

    What came close is said: another body, or an item about its delaftale.
    """
    if et.i_bestyrelsen:
        return []
    naer = [
        f"{behandlet.organ} behandlede {behandlet.om or 'det'} {datoer.dato(behandlet.dag)}."
        for behandlet in et.behandlinger
    ]
    tekst = " ".join((f"Kriteriet var ikke på bestyrelsens dagsorden {tid.i_ord}.", *naer))
    return [Hul("Ikke behandlet", tekst, et.nr)]


def roedt_er_besluttet(et: Kriteriet, tid: Tidsrum) -> list[Hul]:
    """Regel revision-roedt-besluttet: er et kriterium bagud eller ikke opfyldt, er der besluttet noget om det.

    A decision after the year is told, but does not fill the year's gap.
    """
    if not et.er_roedt or et.er_besluttet:
        return []
    senere = next((b for b in et.senere if b.beslutninger and not b.om), None)
    sidst = ""
    if senere:
        sidst = f" {senere.organ} besluttede noget {datoer.dato(senere.dag)} (beslutning {senere.beslutninger[0].nr})."
    stand = et.status.label.lower()
    tekst = f"Kriteriet var {stand} {tid.pr}, og ingen beslutning {tid.i_ord} handler om det.{sidst}"
    return [Hul("Ikke besluttet", tekst, et.nr)]


def perioden_er_laast(kriterier: Sequence[Kriteriet], planen: Planen, tid: Tidsrum) -> list[Hul]:
    """Regel revision-periode-laast: årets tal er låst; ellers siges, hvor mange der stadig kan rettes."""
    ud = []
    for aar, tal in _pr_aar(kriterier).items():
        aabne = [et for et in tal if not any(laas.fra <= et <= laas.til for laas in planen.laase if not laas.aabnet)]
        if aabne:
            aabnet = [
                laas.aabnet for laas in planen.laase if laas.aabnet and any(laas.fra <= et <= laas.til for et in aabne)
            ]
            hvilke = _antal(len(aabne), len(tal))
            led = (f"{hvilke} for {aar} kan stadig rettes, for perioden er ikke låst.", *aabnet)
            ud.append(Hul("Ikke låst", " ".join(led)))
    return ud


def godkendt_foer_regnskabet(kriterier: Sequence[Kriteriet], planen: Planen, tid: Tidsrum) -> list[Hul]:
    """Regel revision-godkendt-foer-regnskabet: årets tal er godkendt, før årets regnskab skulle sendes."""
    frister, ud = dict(planen.regnskabsfrister), []
    for aar, tal in _godkendt_pr_aar(kriterier).items():
        sene = [dag for dag in tal if aar in frister and dag > frister[aar]]
        if sene:
            ud.append(
                Hul(
                    "Sent godkendt",
                    f"{_antal(len(sene), len(tal))} for {aar} er godkendt efter {datoer.dato(frister[aar])}, da "
                    f"regnskabet skulle sendes. Det seneste blev godkendt {datoer.dato(max(sene))}.",
                )
            )
    return ud


def rytmen_er_holdt(kriterier: Sequence[Kriteriet], planen: Planen, tid: Tidsrum) -> list[Hul]:
    """Regel revision-rytme: bestyrelsen har holdt de møder om året, kommissoriet siger, i hvert helt år af planen."""
    if not planen.har_bestyrelse:
        return [Hul("Bestyrelse mangler", "Planen har ingen bestyrelse i systemet, så dens møder kan ikke vises.")]
    if planen.mindst is None:
        return [Hul("Rytme mangler", "Kommissoriet siger ikke, hvor mange møder bestyrelsen holder om året.")]
    ud = []
    for aar in planen.hele_aar:
        holdte = sum(et.dag.year == aar for et in planen.bestyrelsens)
        if besked := rytmen_mangler(mindst=planen.mindst, aar=aar, holdte=holdte, kommende=0):
            ud.append(Hul("For få møder", besked))
    return ud


def referat_er_godkendt(kriterier: Sequence[Kriteriet], planen: Planen, tid: Tidsrum) -> list[Hul]:
    """Regel revision-referat-godkendt: bestyrelsens møder har et referat, der er godkendt."""
    return [
        Hul("Referat", f"Mødet i {et.organ} {datoer.dato(et.dag)} har intet godkendt referat. {et.referat}.")
        for et in planen.bestyrelsens
        if not et.referat_godkendt
    ]


def opgave_er_gjort(et: Aftalt, tid: Tidsrum, nr: int = HELE_PLANEN) -> list[Hul]:
    """Regel revision-opgave-gjort: en opgave, hvis frist er gået, er gjort; ellers siges, fra hvilken beslutning."""
    if et.udfoert or et.frist >= tid.i_dag:
        return []
    fra = f" fra beslutning {', '.join(map(str, et.beslutninger))}" if et.beslutninger else ""
    opgaven = f"Opgaven »{et.tekst.rstrip('.')}« ({et.ejer}){fra}"
    return [Hul("Opgave ikke gjort", f"{opgaven} skulle være gjort {datoer.dato(et.frist)} og er ikke gjort.", nr)]


KRITERIETS: tuple[Callable[[Kriteriet, Tidsrum], list[Hul]], ...] = (
    kan_maales,
    maaling_til_tiden,
    sendt_og_godkendt,
    fire_oejne,
    har_bevis,
    har_maaleplan,
    paa_dagsordenen,
    roedt_er_besluttet,
)
PLANENS: tuple[Callable[[Sequence[Kriteriet], Planen, Tidsrum], list[Hul]], ...] = (
    rytmen_er_holdt,
    referat_er_godkendt,
    perioden_er_laast,
    godkendt_foer_regnskabet,
)


def _opgavehuller(kriterier: Sequence[Kriteriet], planen: Planen, tid: Tidsrum) -> Iterable[Hul]:
    """Every task once, the oldest deadline first: under the first criterion its item names, else under the plan."""
    ejere: dict[int, int] = {}
    for kriteriet in kriterier:
        for behandlet in kriteriet.behandlinger:
            for opgave in () if behandlet.om else behandlet.opgaver:
                ejere.setdefault(opgave.noegle, kriteriet.nr)
    opgaver = [opgave for moede in planen.moeder for opgave in moede.opgaver]
    for opgave in sorted(opgaver, key=lambda et: (et.frist, et.noegle)):
        yield from opgave_er_gjort(opgave, tid, ejere.get(opgave.noegle, HELE_PLANEN))


def _pr_aar(kriterier: Sequence[Kriteriet]) -> dict[int, list[date]]:
    """Year → the last days of the figures that count."""
    ud: dict[int, list[date]] = {}
    for tal in sorted(et.til for kriteriet in kriterier for et in kriteriet.gaeldende):
        ud.setdefault(tal.year, []).append(tal)
    return ud


def _godkendt_pr_aar(kriterier: Sequence[Kriteriet]) -> dict[int, list[date]]:
    """Year → the days on which its figures were approved."""
    ud: dict[int, list[date]] = {}
    for til, godkendt in sorted((et.til, et.godkendt) for kriteriet in kriterier for et in kriteriet.gaeldende):
        ud.setdefault(til.year, []).append(godkendt)
    return ud


def _antal(nogle: int, alle: int) -> str:
    """ "2 af 7 tal", "Alle 7 tal", "Begge tal", "Det ene tal"."""
    if nogle < alle:
        return f"{nogle} af {alle} tal"
    return {1: "Det ene tal", 2: "Begge tal"}.get(alle, f"Alle {alle} tal")
