"""Register data as they stand on a day: the annex on paper, and a workbook in the columns they are read in by."""

from collections.abc import Iterator
from math import ceil

from dokumenter.reports import opgoerelser
from dokumenter.reports.dele import (
    Blok,
    Dokument,
    Fakta,
    Figur,
    Forside,
    Kolonne,
    Linjer,
    Loebende,
    Oplysning,
    Rapport,
    Tabel,
)
from dokumenter.reports.faelles import i_fire
from dokumenter.reports.grundlag import Grundlag
from kerne import ark, datoer, talformat
from kerne.diagrammer import lavest, linjer
from maalinger.reports import registerdata as data
from maalinger.reports.registerdata import Indikatordata, Periode, Registerdata
from maalinger.reports.registertal import Sted, Tal

PAPIRNAVN = "Boligsociale Data"
IKKE_OPLYST = "ikke oplyst"
KORT = 6  # characters; when no word is longer more years stand side by side on a page
FLEST_KORTE, FLEST_LANGE = 10, 6
FAA_INDIKATORER = 3  # so few need no table of contents
AAR = "0"  # a year has no thousands
KOLONNER = (
    ark.Kolonne("Indikator", 38),
    ark.Kolonne("Sted", 30),
    ark.Kolonne("Niveau", 16),
    ark.Kolonne("År", 8, AAR),
    ark.Kolonne("Til år", 8, AAR),
    ark.Kolonne("Tal", 12),
    ark.Kolonne("Enhed", 12),
    ark.Kolonne("Beregnet af", 16),
    ark.Kolonne("Kilde", 36),
    ark.Kolonne("Opgjort", 15),
    ark.Kolonne("Bemærk", 50),
)


def boligsociale_data(grundlag: Grundlag) -> Rapport:
    opgoerelse = grundlag.opgoerelse
    registerdata: Registerdata = opgoerelser.rapport(grundlag.papir, opgoerelse)
    loeb = Loebende(
        f"{PAPIRNAVN} · {registerdata.plan}", f"Opgjort {datoer.dato(registerdata.dato)}", i_fire(opgoerelse.kontrolsum)
    )
    afsnit = tuple(_indikator(et, nr) for nr, et in enumerate(registerdata.indikatorer, 1))
    return Rapport(
        titel=f"{PAPIRNAVN}, {registerdata.plan}",
        af=registerdata.plan,
        dateret=opgoerelse.dato,
        er_kladde=False,
        mangler="",
        forside=_forside(registerdata, loeb),
        aftaledokumenter=None,
        dokumenter=(Dokument("data", "", loeb, afsnit or (_tomt(),), form="data skemaer"),),
        med_indhold=len(afsnit) > FAA_INDIKATORER,
    )


def datamappe(grundlag: Grundlag) -> ark.Mappe:
    """A row per figure, under the headings that an upload is recognised by."""
    opgoerelse = grundlag.opgoerelse
    registerdata: Registerdata = opgoerelser.rapport(grundlag.papir, opgoerelse)
    titel = f"{PAPIRNAVN}, {registerdata.plan}"
    return ark.Mappe(
        titel=titel,
        undertitel=f"Opgjort {datoer.dato(registerdata.dato)}.",
        af=registerdata.plan,
        dateret=opgoerelse.dato,
        er_kladde=False,
        ark=(ark.Ark("Data", titel, KOLONNER, tuple(_raekker(registerdata))),),
    )


def _forside(registerdata: Registerdata, loeb: Loebende) -> Forside:
    herkomst = [Oplysning("Øjebliksbillede", ("Tallene er dem, der stod i systemet på dagen.",))]
    if any(et.har_skjulte for et in registerdata.indikatorer):
        herkomst.append(Oplysning("Skjult", ("Små tal er skjult, også hvor de kunne regnes ud. Skjult er ikke nul.",)))
    if registerdata.har_eksempel:
        herkomst.append(Oplysning("Bemærk", ("Planen har opdigtede eksempler. Det står ved tallene.",)))
    antal = len(registerdata.indikatorer)
    return Forside(
        overrubrik="Bilag",
        titel=PAPIRNAVN,
        undertitel=registerdata.plan,
        felter=(
            Oplysning("Boligsocial indsats", (registerdata.plan,)),
            Oplysning("Opgjort", (datoer.dato(registerdata.dato),)),
            Oplysning("Indhold", (f"{antal} indikator{'' if antal == 1 else 'er'}",)),
        ),
        underskrifter=(),
        herkomst=tuple(herkomst),
        loebende=loeb,
    )


def _tomt() -> Blok:
    return Blok(
        "Ingen tal endnu", (Linjer(("Planen har ingen registerdata. De står her, når de er indlæst.",)),), "tomt"
    )


def _indikator(et: Indikatordata, nr: int) -> Blok:
    indledning = tuple(filter(None, (et.beskrivelse, et.bagud)))
    tegning = data.linjer(et)
    dele = (
        *((Linjer(indledning),) if indledning else ()),
        *((Figur(linjer(tegning)),) if tegning else ()),
        *_tabeller(et),
        Fakta(_fakta(et, f"Den begynder ved {_bart(talformat.vaerdi(lavest(tegning), et.enhed))}." if tegning else "")),
    )
    return Blok(et.navn, dele, f"i{nr}")


def _tabeller(et: Indikatordata) -> tuple[Tabel, ...]:
    """Places down, years across: the words are long and the figures short. Many years stand in several like tables."""
    ord_ = " ".join((*(periode.navn for periode in et.perioder), *(_bart(tal.tekst) for tal in _tallene(et)))).split()
    flest = FLEST_KORTE if max(map(len, ord_)) <= KORT else FLEST_LANGE
    antal = ceil(len(et.perioder) / flest)
    hver = ceil(len(et.perioder) / antal)
    return tuple(_tabel(et, et.perioder[fra : fra + hver]) for fra in range(0, len(et.perioder), hver))


def _tabel(et: Indikatordata, perioder: tuple[Periode, ...]) -> Tabel:
    """The unit stands in the title; what is invented is marked, unless everything is."""
    maerk = et.har_eksempel and not _kun_eksempler(et)
    raekker = tuple(
        (sted.navn, *(_celle(periode.tal[plads], maerk=maerk) for periode in perioder))
        for plads, sted in enumerate(et.steder)
    )
    kolonner = (Kolonne("Sted", "navn"), *(Kolonne(periode.navn, "tal delt") for periode in perioder))
    return Tabel(f"Tallene ({et.enhed.label})", kolonner, raekker)


def _tallene(et: Indikatordata) -> list[Tal]:
    return [tal for periode in et.perioder for tal in periode.tal if tal is not None]


def _kun_eksempler(et: Indikatordata) -> bool:
    return all(tal.eksempel for tal in _tallene(et))


def _celle(tal: Tal | None, *, maerk: bool) -> str:
    if tal is None:
        return IKKE_OPLYST
    return f"{_bart(tal.tekst)}{' (eksempel)' if maerk and tal.eksempel else ''}"


def _bart(tekst: str) -> str:
    """The figure without its unit."""
    return tekst.split(talformat.FAST_MELLEMRUM)[0]


def _fakta(et: Indikatordata, akse: str) -> tuple[Oplysning, ...]:
    kilder = tuple(dict.fromkeys(kilde.tekst for periode in et.perioder for kilde in periode.herkomst))
    eksempel = "Alle tal er opdigtede eksempler." if et.har_eksempel and _kun_eksempler(et) else ""
    led = (
        ("Kilder", kilder),
        ("Skjult", et.skjult_grunde),
        ("Mangler", et.huller),
        ("Lodret akse", (akse,)),
        ("Bemærk", (eksempel,)),
    )
    return tuple(Oplysning(navn, linjer_) for navn, linjer_ in led if any(linjer_))


def _raekker(registerdata: Registerdata) -> Iterator[tuple[ark.Celle, ...]]:
    for et in registerdata.indikatorer:
        for periode in et.perioder:
            for sted, tal in zip(et.steder, periode.tal, strict=True):
                if tal is not None:
                    yield _raekke(et, periode, sted, tal)


def _raekke(et: Indikatordata, periode: Periode, sted: Sted, tal: Tal) -> tuple[ark.Celle, ...]:
    return (
        et.navn,
        sted.navn,
        str(sted.niveau.label),
        periode.fra,
        periode.til,
        tal.tekst if tal.vaerdi is None else tal.vaerdi,
        str(et.enhed.label),
        tal.broek,
        tal.kilde,
        tal.opgjort_dato or "",
        " ".join(filter(None, (tal.grund, "Eksempel" if tal.eksempel else ""))),
    )
