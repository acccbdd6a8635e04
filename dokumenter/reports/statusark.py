"""The same report as a workbook, for whoever counts on: a row per criterion, a row per measurement, and the count."""

from collections.abc import Iterator
from decimal import Decimal

from aftaler.laesning import Mangel
from dokumenter.reports import opgoerelser
from dokumenter.reports.grundlag import Grundlag
from dokumenter.reports.statusrapport import efter
from dokumenter.reports.statustabeller import HELE_PLANEN, SKJULT
from kerne import datoer
from kerne.ark import ANDEL, Ark, Celle, Formel, Kolonne, Mappe
from maalinger.reports.linjer import Linje
from maalinger.rules import Maalt
from maalinger.rules.ord import decimaltal
from maalinger.rules.tallene import tallet
from overblik.reports.statuspapir import Kriterietal, Statuspapir, Tal
from overblik.reports.statusrapport import Statusrapport

IKKE_MAALT = "Ikke målt"
MANGLER = "Mangler"
OMRAADER = "Område for område"
UDEN = "–"
IKKE_SKREVET = "Ikke skrevet"
STATUSKOLONNER = (
    Kolonne("Indsatsområde", 26),
    Kolonne("Nr.", 6),
    Kolonne("Kriterium", 30),
    Kolonne("Status", 20),
    Kolonne("Beregnet status", 20),
    Kolonne("Foreløbig", 20),
    Kolonne("Seneste tal", 12),
    Kolonne("Enhed", 12),
    Kolonne("Periode", 16),
    Kolonne("Udgangspunkt", 14),
    Kolonne("Krav", 9),
    Kolonne("Mål", 14),
    Kolonne("Andel af vejen", 10, ANDEL),
    Kolonne("Sådan står det", 70),
    Kolonne("Datakilde", 34),
)
MAALEKOLONNER = (
    Kolonne("Nr.", 6),
    Kolonne("Kriterium", 30),
    Kolonne("Område", 22),
    Kolonne("Fra", 15),
    Kolonne("Til og med", 15),
    Kolonne("Tal", 12),
    Kolonne("Enhed", 12),
    Kolonne("Antal", 12),
    Kolonne("Ud af", 12),
    Kolonne("Sammenlignet med", 24),
    Kolonne("Deres tal", 12),
    Kolonne("Kilde", 40),
    Kolonne("Udtræk", 15),
    Kolonne("Bemærk", 12),
)
STATUS_I = "D"  # the status' column on the first sheet


def statusmappe(grundlag: Grundlag) -> Mappe:
    opgoerelse = grundlag.opgoerelse
    papir: Statuspapir = opgoerelser.rapport(grundlag.papir, opgoerelse)
    status = papir.rapport
    titel = f"Statusrapport, {status.plan}"
    return Mappe(
        titel=titel,
        undertitel=f"Opgjort {datoer.dato(status.dato)}. Kriterier og mål efter: {efter(status)}.",
        af=status.plan,
        dateret=opgoerelse.dato,
        er_kladde=opgoerelse.er_kladde,
        ark=(
            Ark("Status", titel, STATUSKOLONNER, tuple(_linje(*et) for et in papir.par)),
            Ark("Målinger", f"Målinger, {status.plan}", MAALEKOLONNER, tuple(_maalinger(papir))),
            _optalt(status),
        ),
    )


def _linje(linje: Linje, tal: Kriterietal) -> tuple[Celle, ...]:
    kriterium, opfyldelse = linje.kriterium, linje.opfyldelse
    return (
        f"{kriterium.omraade_nr} {kriterium.omraade_navn}",
        kriterium.nr,
        kriterium.navn,
        str(opfyldelse.status.label),
        str((opfyldelse.tilsidesat.beregnet if opfyldelse.tilsidesat else opfyldelse.status).label),
        opfyldelse.foreloebig_tekst or "",
        _vaerdi(opfyldelse.vaerdi, linje),
        _enhed(linje),
        opfyldelse.periode,
        opfyldelse.start.vaerdi if opfyldelse.start else _uden(linje, Mangel.BASELINE),
        str(opfyldelse.sammenligning.label) if opfyldelse.maal is not None and opfyldelse.sammenligning else "",
        opfyldelse.maal if opfyldelse.maal is not None else _uden(linje, Mangel.MAALTAL),
        opfyldelse.vej if opfyldelse.vej is not None else "",
        opfyldelse.saetning,
        kriterium.datakilde or IKKE_SKREVET,
    )


def _vaerdi(vaerdi: Decimal | None, linje: Linje) -> Celle:
    if vaerdi is not None:
        return vaerdi
    return OMRAADER if linje.opfyldelse.omraader else IKKE_MAALT


def _uden(linje: Linje, mangel: Mangel) -> str:
    """Why a start or a goal is no one figure: the agreement lacks it, it differs by area, or there is none."""
    if mangel in linje.kriterium.laesning.mangler:
        return MANGLER
    return OMRAADER if linje.opfyldelse.omraader else UDEN


def _enhed(linje: Linje) -> str:
    enhed = linje.kriterium.laesning.enhed
    return str(enhed.label) if enhed else ""


def _maalinger(papir: Statuspapir) -> Iterator[tuple[Celle, ...]]:
    for linje, tal in papir.par:
        for et in tal.tal:
            yield _maaling(linje, et)


def _maaling(linje: Linje, tal: Tal) -> tuple[Celle, ...]:
    maalt = tal.maalt
    return (
        linje.kriterium.nr,
        linje.kriterium.navn,
        maalt.omraade or HELE_PLANEN,
        maalt.fra,
        maalt.til,
        _tallet(maalt, linje),
        _enhed(linje),
        maalt.taeller if maalt.taeller is not None else "",
        maalt.naevner if maalt.naevner is not None else "",
        tal.reference_navn,
        maalt.reference if maalt.reference is not None else "",
        tal.kilde or IKKE_SKREVET,
        tal.udtraek_dato or "",
        "Eksempel" if tal.eksempel else "",
    )


def _tallet(maalt: Maalt, linje: Linje) -> Celle:
    vaerdi = tallet(maalt, linje.kriterium.laesning.enhed)
    return decimaltal(vaerdi) if vaerdi is not None else SKJULT


def _optalt(status: Statusrapport) -> Ark:
    """How many of each, counted from the first sheet: it follows when somebody corrects a copy."""
    antal = f"COUNTIF(Status!${STATUS_I}:${STATUS_I},A{{raekke}})"
    return Ark(
        "Optalt",
        f"Optalt, {status.plan}",
        (Kolonne("Status", 24), Kolonne("Kriterier", 12)),
        tuple((str(et.status.label), Formel(antal, Decimal(et.antal))) for et in status.optalt),
        ("I alt", Formel("SUM(B{foerste}:B{sidste})", Decimal(status.antal))) if status.antal else (),
    )
