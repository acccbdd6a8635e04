"""The board's page on paper: the same Statusrapport, and behind each criterion its curve, figures and sources."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.safestring import SafeString

from dokumenter.reports import opgoerelser
from dokumenter.reports.dele import Forside, Kolonne, Loebende, Oplysning, Tabel
from dokumenter.reports.faelles import i_fire
from dokumenter.reports.grundlag import Grundlag
from dokumenter.reports.statustabeller import ens_kilde, tabel
from kerne import datoer, talformat
from kerne.diagrammer import akse_start, kurve
from kerne.diagrammer.kurven import PAPIR
from maalinger.reports.linjer import Linje, Omraade
from overblik.reports.statuspapir import Kriterietal, Statuspapir
from overblik.reports.statusrapport import Statusrapport

FLEST_VED_SIDEN = 3  # columns of a table that has room beside a small curve


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
    return Statusside(
        titel=f"Statusrapport, {status.omraade}",
        af=status.plan,
        dateret=opgoerelse.dato,
        er_kladde=opgoerelse.er_kladde,
        forside=_forside(status, i_fire(opgoerelse.kontrolsum), er_kladde=opgoerelse.er_kladde),
        status=status,
        omraader=omraadeafsnit(papir),
    )


def omraadeafsnit(papir: Statuspapir) -> tuple[Omraadeafsnit, ...]:
    """Area by area: the list's rows, and what stands behind each."""
    tal = dict(zip((linje.kriterium.noegle for linje, _ in papir.par), papir.kriterier, strict=True))
    return tuple(_omraade(et, tal) for et in papir.rapport.omraader)


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
    tallene = tabel(linje, tal)
    smal = tallene is not None and len(tallene.kolonner) <= FLEST_VED_SIDEN
    return Kriterielinje(
        linje=linje,
        anker=f"k{linje.kriterium.nr}" if tal.tal else "",
        kilde=_kilde(tal),
        om=_om(linje, tal),
        kurve=kurve(tegning, smal=smal, bredde=PAPIR) if tegning else None,
        tabel=tallene,
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
    kilde = f"Kilde: {ens_kilde(tal)}." if ens_kilde(tal) else ""
    start = f"Kurvens lodrette akse begynder ved {talformat.vaerdi(akse, linje.opfyldelse.enhed)}." if akse else ""
    return " ".join(filter(None, (kilde, start)))
