"""The measured figures of one criterion as a table: year by year with the plan, or periods and areas."""

from collections.abc import Iterable
from datetime import date

from dokumenter.reports.dele import Kolonne, Tabel
from kerne import datoer, talformat
from maalinger.reports.detaljer import Talraekke
from maalinger.reports.figurer import figurtekst
from maalinger.reports.linjer import Linje
from maalinger.rules import Maalt
from maalinger.rules.ord import decimaltal
from maalinger.rules.tallene import tallet
from overblik.reports.statuspapir import Kriterietal, Tal

FLEST_SPALTER = 4  # areas side by side; more stand under each other
HELE_PLANEN = "Hele planen"
IKKE_MAALT = "ikke målt"
SKJULT = "Skjult"
UDEN = "–"


def tabel(linje: Linje, tal: Kriterietal) -> Tabel | None:
    """None where nothing is measured."""
    return (_serie(linje, tal) or _maalinger(linje, tal)) if tal.tal else None


def ens_kilde(tal: Kriterietal) -> str:
    """The source when there is only one: then the table names just the day of each extract."""
    kilder = {et.kilde for et in tal.tal}
    return kilder.pop().rstrip(".") if len(kilder) == 1 else ""


def _kildespalte(tal: Kriterietal) -> Kolonne:
    return Kolonne("Udtræk" if ens_kilde(tal) else "Kilde og udtræk")


def _serie(linje: Linje, tal: Kriterietal) -> Tabel | None:
    """Year by year with the plan, as under the curve on the criterion's own page."""
    if not tal.tabel:
        return None
    enhed = linje.opfyldelse.enhed
    har_plan = any(et.plan for et in tal.tabel)
    kolonner = [Kolonne("År", "periode"), Kolonne("Måling", "tal smal")]
    if har_plan:
        kolonner += [Kolonne("Planen", "tal smal"), Kolonne("Forskel", "tal smal")]
    if tal.reference_navn:
        kolonner.append(Kolonne(tal.reference_navn, "tal smal"))
    raekker = []
    for et in tal.tabel:
        celler = [et.raekke.periode, _bart(et.tal) or IKKE_MAALT]
        if har_plan:
            celler += [_bart(et.plan) or UDEN, et.forskel or UDEN]
        if tal.reference_navn:
            kendt = et.raekke.reference
            celler.append(_bart(talformat.vaerdi(kendt, enhed)) if kendt is not None else UDEN)
        raekker.append((*celler, _raekkens_oprindelse(et, tal)))
    return Tabel(_tabeltitel(linje), (*kolonner, _kildespalte(tal)), tuple(raekker))


def _tabeltitel(linje: Linje) -> str:
    """The unit stands in the title, once, and in no cell."""
    enhed = linje.kriterium.laesning.enhed
    return f"Tallene ({enhed.label})" if enhed else "Tallene"


def _bart(tekst: str) -> str:
    """The figure without its unit."""
    return tekst.split(talformat.FAST_MELLEMRUM)[0]


def _raekkens_oprindelse(et: Talraekke, tal: Kriterietal) -> str:
    """A year's own measurements; the start and a mean of several years say themselves where they come from."""
    raekke = et.raekke
    bag = [maalt for maalt in tal.tal if maalt.maalt.til.year == raekke.til]
    if raekke.er_start or raekke.fra != raekke.til or not bag:
        return et.kilde or UDEN
    return _samlet(bag, tal)


def _maalinger(linje: Linje, tal: Kriterietal) -> Tabel:
    """Periods down, areas across; where there are many areas they stand under each other."""
    omraader = sorted({et.maalt.omraade or HELE_PLANEN for et in tal.tal}, key=lambda et: (et == HELE_PLANEN, et))
    if len(omraader) > FLEST_SPALTER:
        return _under_hinanden(linje, tal)
    perioder: dict[tuple[date, date], dict[str, Tal]] = {}
    for et in tal.tal:
        perioder.setdefault((et.maalt.fra, et.maalt.til), {})[et.maalt.omraade or HELE_PLANEN] = et
    raekker = [
        (
            datoer.maaleperiode(*periode),
            *(_figur(linje, maalte[navn].maalt) if navn in maalte else IKKE_MAALT for navn in omraader),
            _samlet(maalte.values(), tal),
        )
        for periode, maalte in sorted(perioder.items(), key=lambda et: et[0][::-1])
    ]
    spalter = tuple(Kolonne(et, "tal delt") for et in omraader)
    return Tabel(_tabeltitel(linje), (Kolonne("Periode", "periode"), *spalter, _kildespalte(tal)), tuple(raekker))


def _under_hinanden(linje: Linje, tal: Kriterietal) -> Tabel:
    raekker = tuple(
        (
            datoer.maaleperiode(et.maalt.fra, et.maalt.til),
            et.maalt.omraade or HELE_PLANEN,
            _figur(linje, et.maalt),
            _samlet([et], tal),
        )
        for et in tal.tal
    )
    kolonner = (
        Kolonne("Periode", "periode"),
        Kolonne("Område", "navn"),
        Kolonne("Måling", "tal delt"),
        _kildespalte(tal),
    )
    return Tabel(_tabeltitel(linje), kolonner, raekker)


def _figur(linje: Linje, maalt: Maalt) -> str:
    """ "22,4 (82 af 366)"; a measurement whose small figures are hidden says so."""
    vaerdi = tallet(maalt, linje.kriterium.laesning.enhed)
    if vaerdi is None:
        return SKJULT
    tekst = _bart(figurtekst(decimaltal(vaerdi), linje.opfyldelse))
    if maalt.taeller is None or maalt.naevner is None:
        return tekst
    return f"{tekst} ({talformat.tal(maalt.taeller)} af {talformat.tal(maalt.naevner)})"


def _samlet(maalte: Iterable[Tal], tal: Kriterietal) -> str:
    """Where the figures of one row come from, each said once: "Jobcentret, 6. apr. 2022 (eksempel)"."""
    ens = ens_kilde(tal)

    def en(et: Tal) -> str:
        udtraek = datoer.dato_kort(et.udtraek_dato) if et.udtraek_dato else ""
        led = [udtraek] if ens else [et.kilde, udtraek]
        return f"{', '.join(filter(None, led)) or UDEN}{' (eksempel)' * et.eksempel}"

    return "; ".join(dict.fromkeys(en(et) for et in maalte))
