"""The board's page on paper: the same Statusrapport, and behind each criterion its curve, figures and sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.safestring import SafeString

from dokumenter.reports import opgoerelser
from dokumenter.reports.dele import Forside, Kolonne, Loebende, Oplysning, Tabel
from dokumenter.reports.faelles import i_fire
from dokumenter.reports.grundlag import Grundlag
from kerne import datoer, talformat
from kerne.diagrammer import akse_start, kurve
from kerne.diagrammer.kurven import PAPIR
from maalinger.reports.detaljer import Talraekke
from maalinger.reports.figurer import figurtekst
from maalinger.reports.linjer import Linje, Omraade
from maalinger.rules import Maalt
from maalinger.rules.ord import decimaltal
from maalinger.rules.tallene import tallet
from overblik.reports.statuspapir import Kriterietal, Statuspapir, Tal
from overblik.reports.statusrapport import Statusrapport

FLEST_VED_SIDEN = 3  # columns of a table that has room beside a small curve
FLEST_SPALTER = 4  # areas side by side; more stand under each other
HELE_PLANEN = "Hele planen"
IKKE_MAALT = "ikke målt"
SKJULT = "Skjult"
UDEN = "–"


@dataclass(frozen=True)
class Kriterielinje:
    """One row of the list, and the same criterion's own section (`anker`; empty when there is none). `kilde` says
    where the newest figure came from, `noter` stand before the table and `under` below it. A narrow table stands
    beside a small curve (`ved_siden`), so that a page holds two."""

    linje: Linje
    anker: str
    kilde: str
    om: str
    kurve: SafeString | None
    tabel: Tabel | None
    ved_siden: bool
    noter: tuple[str, ...]
    under: str


@dataclass(frozen=True)
class Omraadeafsnit:
    """`maalte` have figures, and a section of their own; the others share the table `uden_tal`."""

    nr: str
    navn: str
    linjer: tuple[Kriterielinje, ...]
    maalte: tuple[Kriterielinje, ...]
    uden_tal: Tabel | None


@dataclass(frozen=True)
class Statusside:
    """The whole paper."""

    titel: str
    af: str
    dateret: date
    er_kladde: bool
    forside: Forside
    status: Statusrapport
    omraader: tuple[Omraadeafsnit, ...]


def statusrapport(grundlag: Grundlag) -> Statusside:
    opgoerelse = grundlag.opgoerelse
    papir: Statuspapir = opgoerelser.rapport(grundlag.papir, opgoerelse)
    status = papir.rapport
    tal = dict(zip((linje.kriterium.noegle for linje, _ in papir.par), papir.kriterier, strict=True))
    return Statusside(
        titel=f"Statusrapport, {status.omraade}",
        af=status.plan,
        dateret=opgoerelse.dato,
        er_kladde=opgoerelse.er_kladde,
        forside=_forside(status, i_fire(opgoerelse.kontrolsum), er_kladde=opgoerelse.er_kladde),
        status=status,
        omraader=tuple(_omraade(et, tal) for et in status.omraader),
    )


def efter(status: Statusrapport) -> str:
    """Which agreement the criteria and the goals are taken from."""
    if status.strategisk_nr:
        return f"Den strategiske aftales version {status.strategisk_nr}"
    return "Kladden. Aftalen er ikke godkendt endnu" if status.er_kladde else "De godkendte delaftaler"


def _forside(status: Statusrapport, kontrolsum: str, *, er_kladde: bool) -> Forside:
    opgjort = f"Opgjort {datoer.dato(status.dato)}"
    herkomst = [Oplysning("Kriterier og mål efter", (efter(status),))]
    if status.har_eksempel:
        herkomst.append(Oplysning("Bemærk", ("Tal mærket »eksempel« er opdigtede.",)))
    return Forside(
        overrubrik=f"Helhedsplan {status.start.year}–{status.slut.year}",
        titel="Statusrapport",
        undertitel=status.omraade,
        felter=(
            Oplysning("Boligsocial indsats", (status.plan,)),
            Oplysning("Kommune", (status.kommune,)),
            Oplysning("Opgjort", (datoer.dato(status.dato),)),
        ),
        underskrifter=(),
        herkomst=tuple(herkomst),
        loebende=Loebende(f"Statusrapport · {status.plan}", opgjort, kontrolsum),
    )


def _omraade(omraade: Omraade, tal: dict[int, Kriterietal]) -> Omraadeafsnit:
    linjer = tuple(_kriterium(linje, tal[linje.kriterium.noegle]) for linje in omraade.linjer)
    uden = [(linje, tal[linje.kriterium.noegle]) for linje in omraade.linjer if not tal[linje.kriterium.noegle].tal]
    return Omraadeafsnit(
        omraade.nr,
        omraade.navn,
        linjer,
        maalte=tuple(et for et in linjer if et.tabel),
        uden_tal=_uden_tal(omraade.nr, uden) if uden else None,
    )


def _uden_tal(nr: str, uden: list[tuple[Linje, Kriterietal]]) -> Tabel:
    """What the agreement says, and what is missing, of the criteria that nobody has measured."""
    kolonner = (Kolonne("Kriterium", "navn"), Kolonne("I aftalen"), Kolonne("Hvad der mangler"))
    raekker = tuple(
        (
            f"{linje.kriterium.nr}. {linje.kriterium.navn}",
            f"»{linje.kriterium.tekst}«",
            " ".join((*linje.opfyldelse.mangler, f"Ingen målinger endnu. {tal.naeste}", _om(linje, tal))),
        )
        for linje, tal in uden
    )
    return Tabel(f"Kriterier uden tal, {nr}", kolonner, raekker)


def _kriterium(linje: Linje, tal: Kriterietal) -> Kriterielinje:
    tegning = tal.kurve(linje)
    tabel = (_serie(linje, tal) or _maalinger(linje, tal)) if tal.tal else None
    smal = tabel is not None and len(tabel.kolonner) <= FLEST_VED_SIDEN
    return Kriterielinje(
        linje=linje,
        anker=f"k{linje.kriterium.nr}" if tal.tal else "",
        kilde=_kilde(tal),
        om=_om(linje, tal),
        kurve=kurve(tegning, smal=smal, bredde=PAPIR) if tegning else None,
        tabel=tabel,
        ved_siden=smal and tegning is not None,
        noter=_noter(linje, tal),
        under=_under(linje, tal, akse_start(tegning) if tegning else Decimal(0)),
    )


def _kilde(tal: Kriterietal) -> str:
    """ "Kilde: Danmarks Statistik. Seneste tal: 2021." """
    if not tal.tal:
        return ""
    nyeste = max(tal.tal, key=lambda et: (et.maalt.til, et.maalt.fra))
    kilde = f"Kilde: {nyeste.kilde.rstrip('.')}. " if nyeste.kilde else ""
    return f"{kilde}Seneste tal: {datoer.maaleperiode(nyeste.maalt.fra, nyeste.maalt.til)}."


def _ens_kilde(tal: Kriterietal) -> str:
    """The source when there is only one: then the table names just the day of each extract."""
    kilder = {et.kilde for et in tal.tal}
    return kilder.pop().rstrip(".") if len(kilder) == 1 else ""


def _kildespalte(tal: Kriterietal) -> Kolonne:
    return Kolonne("Udtræk" if _ens_kilde(tal) else "Kilde og udtræk")


def _om(linje: Linje, tal: Kriterietal) -> str:
    """ "Datakilde: Boligsociale Data. Måles om året. Ansvarlig: Projektlederen." """
    kriterium = linje.kriterium
    led = (
        ("Datakilde: ", kriterium.datakilde or "ikke skrevet"),
        ("Måles: ", tal.maales),
        ("Ansvarlig: ", kriterium.ansvarlig or "ikke skrevet"),
        ("Aktivitet: ", kriterium.aktivitet or ""),
    )
    return " ".join(f"{navn}{ord_.rstrip('.')}." for navn, ord_ in led if ord_)


def _noter(linje: Linje, tal: Kriterietal) -> tuple[str, ...]:
    """What the drawing can't say: where the pace leads, and what is missing."""
    frem = tal.fremskrivning.saetninger if tal.fremskrivning else ()
    return (*frem, *(et for et in linje.opfyldelse.mangler if et not in linje.opfyldelse.saetning))


def _under(linje: Linje, tal: Kriterietal, akse: Decimal) -> str:
    """The one source that all figures have, and where the curve's axis begins when that isn't zero."""
    kilde = f"Kilde: {_ens_kilde(tal)}." if _ens_kilde(tal) else ""
    start = f"Kurvens lodrette akse begynder ved {talformat.vaerdi(akse, linje.opfyldelse.enhed)}." if akse else ""
    return " ".join(filter(None, (kilde, start)))


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
    ens = _ens_kilde(tal)

    def en(et: Tal) -> str:
        udtraek = datoer.dato_kort(et.udtraek_dato) if et.udtraek_dato else ""
        led = [udtraek] if ens else [et.kilde, udtraek]
        return f"{', '.join(filter(None, led)) or UDEN}{' (eksempel)' * et.eksempel}"

    return "; ".join(dict.fromkeys(en(et) for et in maalte))
