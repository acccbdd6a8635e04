"""The auditor's bilag as a workbook: criteria, figures, meetings with decisions, and the gaps, a row each."""

from collections.abc import Iterator

from dokumenter.reports import opgoerelser
from dokumenter.reports.grundlag import Grundlag
from dokumenter.reports.revisionsbilag import antal, navn
from dokumenter.reports.statustabeller import HELE_PLANEN as HELE
from kerne import datoer
from kerne.ark import Ark, Celle, Kolonne, Mappe
from overblik.reports.revisionsbilag import Revisionsbilag
from overblik.rules.revision import Aftalt, Behandlet, Kriteriet, Moedet, Tallet
from overblik.rules.revisionshuller import HELE_PLANEN

KRITERIER = (
    Kolonne("Indsatsområde", 28),
    Kolonne("Nr.", 6),
    Kolonne("Kriterium", 30),
    Kolonne("Aftalens ord", 50),
    Kolonne("Aktivitet", 24),
    Kolonne("Datakilde", 28),
    Kolonne("Måles", 26),
    Kolonne("Måleplan", 30),
    Kolonne("Status", 18),
    Kolonne("Sådan står det", 60),
    Kolonne("Sat i hånden", 40),
    Kolonne("Godkendte tal", 12),
    Kolonne("På bestyrelsens dagsorden", 16),
    Kolonne("Huller", 10),
)
TAL = (
    Kolonne("Nr.", 6),
    Kolonne("Kriterium", 30),
    Kolonne("Område", 22),
    Kolonne("Fra", 15),
    Kolonne("Til og med", 15),
    Kolonne("Tal", 16),
    Kolonne("Gælder", 22),
    Kolonne("Skrevet af", 22),
    Kolonne("Skrevet", 15),
    Kolonne("Sendt af", 22),
    Kolonne("Sendt", 15),
    Kolonne("Godkendt af", 22),
    Kolonne("Godkendt", 15),
    Kolonne("Fire øjne", 10),
    Kolonne("Kilde", 34),
    Kolonne("Udtræk", 15),
    Kolonne("Bilag", 26),
    Kolonne("Bemærkning", 40),
)
MOEDER = (
    Kolonne("Dag", 15),
    Kolonne("Organ", 24),
    Kolonne("Slags", 20),
    Kolonne("Referat", 24),
    Kolonne("Hvad", 16),
    Kolonne("Kriterium nr.", 10),
    Kolonne("Punkt", 34),
    Kolonne("Beslutning nr.", 12),
    Kolonne("Ordene", 60),
    Kolonne("Status", 18),
    Kolonne("Hvem", 22),
    Kolonne("Senest", 15),
    Kolonne("Gjort", 15),
    Kolonne("Bemærkning", 34),
)
HULLER = (
    Kolonne("Kriterium nr.", 10),
    Kolonne("Kriterium", 30),
    Kolonne("Slags", 22),
    Kolonne("Hvad der mangler", 100),
)


def revisionsmappe(grundlag: Grundlag) -> Mappe:
    opgoerelse = grundlag.opgoerelse
    side: Revisionsbilag = opgoerelser.rapport(grundlag.papir, opgoerelse)
    titel = f"{navn(side)}, {side.plan}"
    tallene = "; ".join(f"{et.hvad}: {antal(et)}" for et in side.optalt)
    opgjort = f"Opgjort {datoer.dato(side.tid.i_dag)}. {side.overskrift}"
    return Mappe(
        titel=titel,
        undertitel=opgjort,
        af=side.plan,
        dateret=opgoerelse.dato,
        er_kladde=False,
        ark=(
            Ark("Kriterier", f"{titel}. {tallene}" if tallene else titel, KRITERIER, tuple(_kriterier(side))),
            Ark("Målinger", f"Målinger, {titel}", TAL, tuple(_tal(side))),
            Ark("Møder og beslutninger", f"Møder og beslutninger, {titel}", MOEDER, tuple(_moeder(side))),
            Ark("Huller", f"Huller i opfølgningen, {titel}", HULLER, tuple(_huller(side))),
        ),
    )


def _kriterier(side: Revisionsbilag) -> Iterator[tuple[Celle, ...]]:
    for et in side.kriterier:
        yield (
            et.omraade,
            et.nr,
            et.navn,
            et.tekst,
            et.hoerer_til,
            et.datakilde or "Ikke skrevet",
            et.maales or "Aftalen siger det ikke",
            "; ".join(et.maaleplan) or ("Ikke udfyldt" if et.har_maaleplan else "Ingen"),
            str(et.status.label),
            et.saetning,
            " ".join(et.sat_i_haanden),
            len(et.gaeldende),
            "Ja" if et.i_bestyrelsen else "Nej",
            len(side.hullerne(et.nr)),
        )


def _tal(side: Revisionsbilag) -> Iterator[tuple[Celle, ...]]:
    for kriteriet in side.kriterier:
        for et in kriteriet.tal:
            yield _tallet(kriteriet, et)


def _tallet(kriteriet: Kriteriet, et: Tallet) -> tuple[Celle, ...]:
    gaelder = "Erstattet af en rettelse" if et.er_erstattet else et.retter or "Ja"
    return (
        kriteriet.nr,
        kriteriet.navn,
        et.omraade or HELE,
        et.fra,
        et.til,
        et.tal,
        gaelder,
        et.registreret_af,
        et.registreret,
        et.sendt_af,
        et.sendt or "",
        et.godkendt_af,
        et.godkendt,
        "Nej" if et.egen else "Ja",
        et.kilde,
        et.udtraek or "",
        et.bilag,
        " ".join(filter(None, (et.bemaerkning, "Eksempel" * et.eksempel))),
    )


def _moeder(side: Revisionsbilag) -> Iterator[tuple[Celle, ...]]:
    """A row per meeting, then what it treated of the criteria, what it decided, and the tasks it gave."""
    for moede in side.planen.moeder:
        yield _raekke(moede, "Møde", ord_=f"{moede.aabne} åbne punkter, {moede.lukkede} lukkede")
        for kriteriet in side.kriterier:
            for et in kriteriet.behandlinger:
                if et.moede == moede.noegle:
                    yield _behandlet(moede, kriteriet, et)
        for et in moede.beslutninger:
            yield _raekke(
                moede, "Beslutning", punkt=et.punkt, nr=et.nr, ord_=et.tekst, status=et.status, bemaerkning=et.note
            )
        for et in moede.opgaver:
            yield _opgaven(moede, et)


def _behandlet(moede: Moedet, kriteriet: Kriteriet, et: Behandlet) -> tuple[Celle, ...]:
    om = f"Som en del af {et.om}" if et.om else ""
    return _raekke(
        moede,
        "Behandling",
        kriterium=kriteriet.nr,
        punkt=et.punkt,
        ord_=et.tal,
        status=et.art,
        bemaerkning=om,
    )


def _opgaven(moede: Moedet, et: Aftalt) -> tuple[Celle, ...]:
    return _raekke(
        moede,
        "Opgave",
        nr=et.beslutninger[0] if et.beslutninger else "",
        ord_=et.tekst,
        status="Gjort" if et.udfoert else "Ikke gjort",
        hvem=et.ejer,
        senest=et.frist,
        gjort=et.udfoert or "",
        bemaerkning=et.note,
    )


def _raekke(
    moede: Moedet,
    hvad: str,
    *,
    kriterium: Celle = "",
    punkt: str = "",
    nr: Celle = "",
    ord_: str = "",
    status: str = "",
    hvem: str = "",
    senest: Celle = "",
    gjort: Celle = "",
    bemaerkning: str = "",
) -> tuple[Celle, ...]:
    return (
        moede.dag,
        moede.organ,
        moede.slags or "Ordinært møde",
        moede.referat,
        hvad,
        kriterium,
        punkt,
        nr,
        ord_,
        status,
        hvem,
        senest,
        gjort,
        bemaerkning,
    )


def _huller(side: Revisionsbilag) -> Iterator[tuple[Celle, ...]]:
    navne = {et.nr: et.navn for et in side.kriterier}
    for et in side.huller:
        planens = et.nr == HELE_PLANEN
        yield ("" if planens else et.nr, HELE if planens else navne[et.nr], et.hvad, et.tekst)
