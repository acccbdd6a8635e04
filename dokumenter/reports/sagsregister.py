"""The registers of the whole case as a workbook: decisions, tasks, versions, and changes for those who see drafts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from aftaler.models import Aendring, Version
from kerne.ark import Ark, Celle, Kolonne, Mappe
from moeder.models import Beslutning, Opgave
from moeder.rules.beslutninger import stemmeord

STRATEGISK = "Strategisk aftale"
IKKE_OPLYST = "ikke oplyst"
BESLUTNINGER = (
    Kolonne("Nr.", 6),
    Kolonne("Dag", 15),
    Kolonne("Organ", 24),
    Kolonne("Punkt", 36),
    Kolonne("Beslutning", 60),
    Kolonne("Stemmer", 24),
    Kolonne("Status", 14),
    Kolonne("Bemærkning", 34),
    Kolonne("Version i kraft", 30),
)
OPGAVER = (
    Kolonne("Opgave", 50),
    Kolonne("Hvem", 24),
    Kolonne("Senest", 15),
    Kolonne("Gjort", 15),
    Kolonne("Bemærkning", 34),
    Kolonne("Fra mødet", 30),
)
VERSIONER = (
    Kolonne("Dokument", 34),
    Kolonne("Version", 10),
    Kolonne("Gælder fra", 15),
    Kolonne("Hvad er ændret", 50),
    Kolonne("Godkendt af", 30),
    Kolonne("Godkendt", 15),
    Kolonne("Kontrolsum", 40),
)
AENDRINGER = (
    Kolonne("Dokument", 34),
    Kolonne("Hvad og hvorfor", 50),
    Kolonne("Sendt af", 24),
    Kolonne("Sendt", 15),
    Kolonne("Stand", 18),
    Kolonne("Rute", 60),
    Kolonne("Blev til version", 14),
)


@dataclass(frozen=True)
class Beslutningen:
    nr: int
    dag: date
    organ: str
    punkt: str
    tekst: str
    stemmer: str
    status: str
    note: str
    version: str


@dataclass(frozen=True)
class Opgaven:
    tekst: str
    hvem: str
    senest: date
    gjort: date | None
    note: str
    fra: str


@dataclass(frozen=True)
class Versionen:
    dokument: str
    nr: int
    fra: date
    grund: str
    godkendt_af: str
    godkendt: date | None
    kontrolsum: str


@dataclass(frozen=True)
class Aendringen:
    dokument: str
    grund: str
    sendt_af: str
    sendt: date
    stand: str
    rute: str
    version: int | None


@dataclass(frozen=True)
class Registre:
    """`aendringer` is None for a reader who sees no drafts."""

    beslutninger: tuple[Beslutningen, ...]
    opgaver: tuple[Opgaven, ...]
    versioner: tuple[Versionen, ...]
    aendringer: tuple[Aendringen, ...] | None = None


def registre(
    beslutninger: Iterable[Beslutning],
    opgaver: Iterable[Opgave],
    versioner: Iterable[Version],
    aendringer: Iterable[Aendring] | None,
) -> Registre:
    """The rows that the reader may see, with what hangs on them."""
    return Registre(
        tuple(_beslutningen(et) for et in beslutninger),
        tuple(_opgaven(et) for et in opgaver),
        tuple(_versionen(et) for et in versioner),
        None if aendringer is None else tuple(_aendringen(et) for et in aendringer),
    )


def registermappe(registre: Registre, *, plan: str, udgave: str, dato: date) -> Mappe:
    titel = f"Beslutninger og ændringer, {plan}"
    ark = [
        Ark("Beslutninger", titel, BESLUTNINGER, tuple(_raekke(et) for et in registre.beslutninger)),
        Ark("Opgaver", f"Opgaver, {plan}", OPGAVER, tuple(_raekke(et) for et in registre.opgaver)),
        Ark("Versioner", f"Versioner, {plan}", VERSIONER, tuple(_raekke(et) for et in registre.versioner)),
    ]
    if registre.aendringer is not None:
        raekker = tuple(_raekke(et) for et in registre.aendringer)
        ark.append(Ark("Ændringer", f"Ændringer, {plan}", AENDRINGER, raekker))
    return Mappe(titel, f"{udgave[:1].upper()}{udgave[1:]}.", plan, dato, er_kladde=False, ark=tuple(ark))


def _raekke(et: Beslutningen | Opgaven | Versionen | Aendringen) -> tuple[Celle, ...]:
    """The fields in their own order; what isn't there is empty."""
    return tuple("" if vaerdi is None else vaerdi for vaerdi in vars(et).values())


def _beslutningen(et: Beslutning) -> Beslutningen:
    version = et.version
    return Beslutningen(
        nr=et.nr,
        dag=et.behandling.moede.dag,
        organ=str(et.behandling.moede.organ),
        punkt=et.behandling.titel,
        tekst=et.tekst,
        stemmer=stemmeord(et.stemmer_for, et.stemmer_imod, et.stemmer_hverken),
        status=et.get_status_display(),
        note=et.status_note,
        version=f"{_dokument(version)}, version {version.nr}" if version else "",
    )


def _opgaven(et: Opgave) -> Opgaven:
    moede = et.behandling.moede if et.behandling else None
    return Opgaven(et.tekst, str(et.ejer), et.frist_dato, et.udfoert_dato, et.udfoert_note, str(moede or ""))


def _versionen(et: Version) -> Versionen:
    return Versionen(
        _dokument(et), et.nr, et.gaelder_fra, et.grund, et.godkendt_af_navn, et.godkendt_dato, et.kontrolsum
    )


def _aendringen(et: Aendring) -> Aendringen:
    return Aendringen(
        dokument=_dokument(et),
        grund=et.grund,
        sendt_af=str(et.indsendt_af),
        sendt=timezone.localdate(et.indsendt_tidspunkt),
        stand=et.get_status_display(),
        rute="; ".join(
            f"{trin.navn}: {trin.get_udfald_display().lower()}, {trin.dato.isoformat() if trin.dato else IKKE_OPLYST}"
            for trin in et.trin.all()
        ),
        version=et.version.nr if et.version else None,
    )


def _dokument(ting: Version | Aendring) -> str:
    return f"Delaftale {ting.delaftale.indsatsomraade}" if ting.delaftale else STRATEGISK
