"""The appendices of a paper while it is made: read from the store, washed into pages, or attached as they are."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.storage import default_storage

from dokumenter.models import IKKE_I_FILNAVNE
from dokumenter.pdf.fremmed import Vasket, Vedhaeftet, saet_ind, vask
from dokumenter.reports.grundlag import Vedlagt
from dokumenter.reports.pakkeindhold import Pakkebilag, Vej
from kerne.filer import MEGABYTE, MIME, Filtype

# In one paper, over all of its appendices; what comes after is fetched by itself.
FLEST_SIDER = 1000
MEST_VEDHAEFTET = 50 * MEGABYTE
VAEK, FOR_STOR = "vaek", "for_stor"
STYKKE = 1024 * 1024


class BilagErSkiftet(Exception):
    """A file isn't what it was when the paper was ordered; the message is a Danish sentence."""


@dataclass(frozen=True)
class Lagtved:
    """`svar` says of each appendix how it came out, for the report to print."""

    svar: tuple[Vedlagt, ...]
    vaskede: tuple[Vasket, ...]
    vedhaeftede: tuple[Vedhaeftet, ...]

    def saet_ind(self, indhold: bytes) -> bytes:
        return saet_ind(indhold, self.vaskede, self.vedhaeftede)


@contextmanager
def lagt_ved(bilag: tuple[Pakkebilag, ...], sig: Callable[[str], None]) -> Iterator[Lagtved]:
    """Ready to be put in; the washed files live as long as this does. `sig` is told which one is read.

    Raises BilagErSkiftet.
    """
    with TemporaryDirectory(prefix="bilag-") as mappe:
        yield _laes(bilag, Path(mappe), sig)


def _laes(bilag: tuple[Pakkebilag, ...], mappe: Path, sig: Callable[[str], None]) -> Lagtved:
    svar: list[Vedlagt] = []
    vaskede: list[Vasket] = []
    vedhaeftede: list[Vedhaeftet] = []
    for nr, et in enumerate(bilag, 1):
        sig(f"Læser bilag {nr} af {len(bilag)}")
        if et.vej == Vej.IKKE:
            svar.append(Vedlagt(grund=VAEK))
            continue
        kilde = _hent(et, mappe / f"{nr}{et.endelse}")
        if et.vej == Vej.SIDER:
            vasket = vask(kilde, mappe / f"{nr}.ren", flest=FLEST_SIDER - sum(len(v.sider) for v in vaskede))
            vaskede.append(vasket)
            svar.append(Vedlagt(vasket.sider, vasket.grund))
        elif kilde.stat().st_size + sum(len(v.indhold) for v in vedhaeftede) > MEST_VEDHAEFTET:
            svar.append(Vedlagt(grund=FOR_STOR))
        else:
            vedhaeftede.append(_vedhaeftet(et, kilde))
            svar.append(Vedlagt())
        kilde.unlink()
    return Lagtved(tuple(svar), tuple(vaskede), tuple(vedhaeftede))


def _hent(bilag: Pakkebilag, til: Path) -> Path:
    """A copy that is what was ordered, byte for byte."""
    sum_ = hashlib.sha256()
    try:
        with default_storage.open(bilag.fil, "rb") as fil, til.open("wb") as kopi:
            for stykke in iter(lambda: fil.read(STYKKE), b""):
                sum_.update(stykke)
                kopi.write(stykke)
    except OSError as fejl:
        raise BilagErSkiftet(_skiftet(bilag)) from fejl
    if sum_.hexdigest() != bilag.sum:
        raise BilagErSkiftet(_skiftet(bilag))
    return til


def _skiftet(bilag: Pakkebilag) -> str:
    return f"Bilag {bilag.nr} er fjernet eller skiftet ud, siden pakken blev bestilt. Bestil den igen."


def _vedhaeftet(bilag: Pakkebilag, kilde: Path) -> Vedhaeftet:
    """Under a name that says which appendix it is, so no two are alike."""
    navn = IKKE_I_FILNAVNE.sub(" ", f"Bilag {bilag.nr} {bilag.navn}").removesuffix(bilag.endelse)[:120].strip()
    return Vedhaeftet(f"{navn}{bilag.endelse}", f"Bilag {bilag.nr}", MIME[Filtype(bilag.endelse)], kilde.read_bytes())
