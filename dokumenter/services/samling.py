"""Make any order's file: one paper by itself, or the whole case in one archive with a list of what is in it.

The archive is written to a nameless file while it is made, so that it is never whole in memory, and nothing is left
behind when the worker dies. Every entry has the same time: the same case gives the same bytes.
"""

import hashlib
import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from tempfile import TemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.core.files.storage import default_storage

from aftaler.models import Helhedsplan
from dokumenter import excel
from dokumenter.reports import sagen, sagsregister
from dokumenter.reports.frysning import KanIkkeOptoes, optoe
from dokumenter.reports.grundlag import Grundlag, fra_json
from dokumenter.reports.sagen import Sagsdel, Sagshoved, Sagsmappe
from dokumenter.reports.sagsregister import Registre
from dokumenter.services import fremstilling
from dokumenter.services.fremstilling import Fil, KanIkkeLaves, kontroller, uden_besked
from dokumenter.statuses import Format, Papir, Trin
from kerne.arkiver import ZIPTID

log = logging.getLogger(__name__)

ALMINDELIG_FIL = 0o644 << 16  # what unpacking gives it on systems that ask
FILEN_ER_VAEK = "Filen findes ikke længere på serveren. Giv besked til den, der driver systemet."
REGISTRE = Sagsdel(Sagsmappe.REGISTRE, "Beslutninger, opgaver, versioner og ændringer", sagen.REGISTRE)


def fremstil(grundlag: Grundlag, format: Format, naa: Callable[[Trin, int, str], None] = uden_besked) -> Fil:
    """The order's file. `naa` is told each step with percent and a line of text. Raises KanIkkeLaves."""
    if grundlag.papir != Papir.HELE_SAGEN:
        return fremstilling.fremstil(grundlag, format, naa)
    kontroller(grundlag)
    naa(Trin.HENTET, 5, "")
    try:
        return Fil(b"", None, _pak(grundlag.opgoerelse.indhold, naa))
    except KanIkkeOptoes as fejl:
        raise KanIkkeLaves("Sagen er bestilt i en anden udgave af programmet. Bestil den igen.") from fejl


def _pak(indhold: dict[str, Any], naa: Callable[[Trin, int, str], None]) -> IO[bytes]:
    ud = TemporaryFile()  # noqa: SIM115 - whoever keeps the file closes it
    try:
        _fyld(ud, indhold, naa)
    except BaseException:
        ud.close()
        raise
    ud.seek(0)
    return ud


def _fyld(ud: IO[bytes], indhold: dict[str, Any], naa: Callable[[Trin, int, str], None]) -> None:
    """Each file in order, the list of contents last: by then it is known what could not be made."""
    plan = Helhedsplan.objects.get(pk=indhold["plan"])
    hoved, registre = optoe(Sagshoved, indhold["hoved"]), optoe(Registre, indhold["registre"])
    dele = [(optoe(Sagsdel, et), et["grundlag"]) for et in indhold["dele"]]
    med: list[Sagsdel] = []
    summer: dict[str, str] = {}
    with ZipFile(ud, "w", ZIP_DEFLATED) as arkiv:
        for nr, (sagsdel, gemt) in enumerate(dele, 1):
            naa(Trin.SAETTES, 5 + 88 * nr // len(dele), f"Laver {nr} af {len(dele)}: {sagsdel.titel}"[:120])
            med.append(_en_del(arkiv, plan, sagsdel, gemt, summer))
        dag = date.fromisoformat(indhold["dato"])
        mappe = sagsregister.registermappe(registre, plan=hoved.plan, udgave=hoved.udgave, dato=dag)
        _skriv(arkiv, REGISTRE.plads, excel.excel(mappe), summer)
        for navn, fil in sagen.indholdsfortegnelse(hoved, [*med, REGISTRE]).items():
            _skriv(arkiv, navn, fil, summer)
        linjer = "".join(f"{sum_}  {plads}\n" for plads, sum_ in sorted(summer.items()))
        _skriv(arkiv, sagen.KONTROLSUMMER, linjer.encode(), {})


def _en_del(
    arkiv: ZipFile, plan: Helhedsplan, sagsdel: Sagsdel, gemt: dict[str, Any] | None, summer: dict[str, str]
) -> Sagsdel:
    """Put one file in, or say why it isn't there: one that fails never takes the others with it."""
    if sagsdel.mangler:
        return sagsdel
    try:
        if gemt is None:
            _kopier(arkiv, sagsdel, summer)
        else:
            fil = fremstilling.fremstil(fra_json(plan, gemt), Format(sagsdel.format))
            _skriv(arkiv, sagsdel.plads, fil.indhold, summer)
    except KanIkkeLaves as fejl:
        return replace(sagsdel, mangler=str(fejl))
    except Exception:
        # by where it lies: the name of somebody's file may tell what a closed item is about
        log.exception("%s kom ikke med i hele sagen for %s", sagsdel.fil or sagsdel.plads, plan.slug)
        return replace(sagsdel, mangler=sagen.KUNNE_IKKE_LAVES if gemt else FILEN_ER_VAEK)
    return sagsdel


def _skriv(arkiv: ZipFile, plads: str, indhold: bytes, summer: dict[str, str]) -> None:
    with _plads(arkiv, plads) as til:
        til.write(indhold)
    summer[plads] = hashlib.sha256(indhold).hexdigest()


def _kopier(arkiv: ZipFile, sagsdel: Sagsdel, summer: dict[str, str]) -> None:
    """Piece by piece, as it was sent in."""
    with default_storage.open(sagsdel.fil, "rb") as fra:
        sum_ = hashlib.file_digest(fra, "sha256").hexdigest()
        fra.seek(0)
        with _plads(arkiv, sagsdel.plads) as til:
            shutil.copyfileobj(fra, til)
    summer[sagsdel.plads] = sum_


@contextmanager
def _plads(arkiv: ZipFile, plads: str) -> Iterator[IO[bytes]]:
    ny = ZipInfo(plads, ZIPTID)
    ny.compress_type, ny.external_attr = ZIP_DEFLATED, ALMINDELIG_FIL
    with arkiv.open(ny, "w") as til:
        yield til
