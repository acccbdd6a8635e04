"""Take a sheet that somebody sends in, and send it on to the worker: what every kind of uploaded sheet needs."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import islice
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from kerne import filer, regneark
from kerne.arkord import FLEST_FOER_OVERSKRIFTER, overskriftsraekke
from kerne.filer import Filtype
from kerne.models import Indlaesning
from kerne.regneark import Celle, KanIkkeLaeses, Raekke
from kerne.statuses import HOS_ARBEJDEREN, OVERGANGE, Indlaesningstilstand

FLEST_KOLONNER = 100
REGNEARK = frozenset({Filtype.XLSX, Filtype.CSV, Filtype.TXT})


class KanIkkeIndlaeses(ValidationError):
    """The file or its columns won't do, or it is not the time; the messages are sentences in Danish."""


def fejl_i_arket(fil: UploadedFile) -> list[str]:
    """Sentences about a file that is no sheet; an empty list means that it can be taken."""
    fejl = filer.fejl_i_filen(fil)
    if not fejl and filer.filtype(fil.file, fil.name or "") not in REGNEARK:
        fejl = [f"»{fil.name}« er ikke et regneark. Vælg en fil i formatet .xlsx eller .csv."]
    return fejl


def hoved(fil: IO[bytes] | Any, ark: str, nr: int | None) -> tuple[int, list[str]]:
    """The number of the row with the headings, found where it isn't given, and the headings as words.

    Raises KanIkkeLaeses.
    """
    begyndelse = list(islice(regneark.raekker(fil, ark), max(nr or 0, FLEST_FOER_OVERSKRIFTER)))
    nr = nr or overskriftsraekke(begyndelse)
    raekken = next((et for et in begyndelse if et.nr == nr), None)
    if raekken is None or raekken.er_tom:
        raise KanIkkeLaeses(f"Række {nr} er tom. Vælg den række, der har overskrifterne.")
    navne = [raekken.celle(kolonne).tekst[:120] for kolonne in range(min(len(raekken.vaerdier), FLEST_KOLONNER))]
    while navne and not navne[-1]:
        navne.pop()
    return nr, navne


def tag_imod(ny: Indlaesning, fil: UploadedFile) -> None:
    """Store the file, and write on the row what it is and which headings it has; not saved. Raises KanIkkeIndlaeses."""
    if fejl := fejl_i_arket(fil):
        raise KanIkkeIndlaeses(fejl)
    _laes_hovedet(ny, fil.file, None, None)
    ny.kontrolsum = filer.sha256(fil.file)
    ny.fil, ny.filnavn = filer.gem_fil(ny, "fil", fil)


def skift_ark(indlaesning: Indlaesning, ark: str, nr: int | None) -> None:
    """Another sheet, or another row with the headings (None: find it); not saved. Raises KanIkkeIndlaeses."""
    kraev_valgt(indlaesning)
    with indlaesning.fil.open("rb") as fil:
        _laes_hovedet(indlaesning, fil, ark, nr)


def begyndelsen(indlaesning: Indlaesning, antal: int) -> tuple[list[str], list[Raekke]]:
    """The workbook's sheets, and the rows right below the headings. Raises KanIkkeLaeses."""
    try:
        return arknavne(indlaesning), _foerste_raekker(indlaesning, antal)
    except FileNotFoundError as fejl:
        raise KanIkkeLaeses("Filen er der ikke mere.") from fejl


def arknavne(indlaesning: Indlaesning) -> list[str]:
    """The workbook's sheets. Raises KanIkkeLaeses."""
    with indlaesning.fil.open("rb") as fil:
        return regneark.arknavne(fil)


def eksempler(raekker: Sequence[Raekke]) -> list[list[str]]:
    """The first cells of every column, with a comma where Danes have one."""
    return [[_vist(raekke.celle(nr)) for nr in range(len(raekke.vaerdier))] for raekke in raekker[:3]]


def skift(indlaesning: Indlaesning, til: Indlaesningstilstand) -> None:
    """Raises KanIkkeIndlaeses when the way is not open."""
    fra = Indlaesningstilstand(indlaesning.tilstand)
    if til not in OVERGANGE[fra]:
        raise KanIkkeIndlaeses(f"Det kan ikke lade sig gøre nu: filen står som »{fra.label.lower()}«.")
    indlaesning.tilstand = til


def til_arbejderen(indlaesning: Indlaesning, til: Indlaesningstilstand) -> None:
    """Put it in the queue; the view rings. Raises KanIkkeIndlaeses."""
    skift(indlaesning, til)
    indlaesning.forsoeg, indlaesning.procent, indlaesning.i_gang, indlaesning.fejl = 1, 0, False, ""
    indlaesning.hjerteslag = timezone.now()
    indlaesning.save(update_fields=["tilstand", "forsoeg", "procent", "i_gang", "fejl", "hjerteslag"])


def kraev_valgt(indlaesning: Indlaesning) -> None:
    """Its columns may still be told. Raises KanIkkeIndlaeses."""
    if indlaesning.tilstand != Indlaesningstilstand.VALGT:
        raise KanIkkeIndlaeses("Filen er prøvet eller læst ind. Vælg »Ret kolonnerne« først.")


def kraev_uden_fejl(indlaesning: Indlaesning) -> None:
    """It was tried, and nothing was wrong. Raises KanIkkeIndlaeses."""
    if indlaesning.resultat.get("fejl_i_alt", 1):
        raise KanIkkeIndlaeses("Filen har fejl. Ret dem i filen eller kolonnerne, og prøv den igen.")


def kraev_kan_kasseres(indlaesning: Indlaesning) -> None:
    """Nothing of it is read in, or about to be. Raises KanIkkeIndlaeses."""
    if indlaesning.tilstand in HOS_ARBEJDEREN or indlaesning.tilstand == Indlaesningstilstand.INDLAEST:
        raise KanIkkeIndlaeses("Filen er læst ind eller ved at blive det og kan ikke kasseres.")


def tilbage_til_kolonnerne(indlaesning: Indlaesning) -> None:
    """Raises KanIkkeIndlaeses."""
    skift(indlaesning, Indlaesningstilstand.VALGT)
    indlaesning.save(update_fields=["tilstand"])


def slet_med_fil(indlaesning: Indlaesning) -> None:
    """The row, and its file when the row is really gone."""
    fil = indlaesning.fil
    indlaesning.delete()
    transaction.on_commit(lambda: fil.storage.delete(fil.name))


def samme_fil(synlige: QuerySet, indlaesning: Indlaesning) -> Indlaesning | None:
    """The newest of `synlige` that is the same file, byte for byte, and was read in before."""
    laeste = synlige.filter(kontrolsum=indlaesning.kontrolsum, tilstand=Indlaesningstilstand.INDLAEST)
    return laeste.exclude(pk=indlaesning.pk).order_by("-oprettet_tidspunkt", "pk").first()


def _laes_hovedet(indlaesning: Indlaesning, fil: IO[bytes] | Any, ark: str | None, nr: int | None) -> None:
    try:
        ark = ark or regneark.arknavne(fil)[0]
        indlaesning.overskriftsraekke, indlaesning.overskrifter = hoved(fil, ark, nr)
    except KanIkkeLaeses as fejl:
        raise KanIkkeIndlaeses(str(fejl)) from fejl
    indlaesning.ark = ark


def _foerste_raekker(indlaesning: Indlaesning, antal: int) -> list[Raekke]:
    with indlaesning.fil.open("rb") as fil:
        raekker = (et for et in regneark.raekker(fil, indlaesning.ark) if et.nr > indlaesning.overskriftsraekke)
        return list(islice((et for et in raekker if not et.er_tom), antal))


def _vist(celle: Celle) -> str:
    return celle.tekst.replace(".", ",") if isinstance(celle.vaerdi, Decimal) else celle.tekst[:40]
