"""Make one paper: from what it prints to the bytes of a file. No rows, no user: job and command call the same."""

import hashlib
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from dokumenter import docx, excel, pdf, rules
from dokumenter.reports import PAPIRER, Papirtype
from dokumenter.reports.data import som_data
from dokumenter.reports.frysning import KanIkkeOptoes
from dokumenter.reports.grundlag import Grundlag
from dokumenter.reports.pakkeindhold import Pakkebilag
from dokumenter.services.bilag import BilagErSkiftet, lagt_ved
from dokumenter.statuses import Format, Trin


class KanIkkeLaves(Exception):
    """Trying again won't help; the message is a Danish sentence."""


@dataclass(frozen=True)
class Fil:
    """`arkiv` is a file that is too large for `indhold`: nameless, and gone when nobody holds it."""

    indhold: bytes
    sider: int | None
    arkiv: IO[bytes] | None = None

    def gem(self, sti: Path) -> str:
        """Write it to `sti`, once, all the way to the disk; gives its SHA-256."""
        with sti.open("w+b") as til:
            if self.arkiv:
                with self.arkiv:
                    shutil.copyfileobj(self.arkiv, til)
            else:
                til.write(self.indhold)
            til.flush()
            os.fsync(til.fileno())
            til.seek(0)
            return hashlib.file_digest(til, "sha256").hexdigest()


def uden_besked(trin: Trin, procent: int, tekst: str = "") -> None:
    """For whoever doesn't follow the making."""


def fremstil(grundlag: Grundlag, format: Format, naa: Callable[[Trin, int, str], None] = uden_besked) -> Fil:
    """The paper's content. `naa` is told each step with percent and a line of text. Raises KanIkkeLaves."""
    kontroller(grundlag)
    naa(Trin.HENTET, 5, "")
    if format == Format.JSON:
        return Fil(som_data(grundlag), None)
    try:
        return _fremstil(grundlag, format, naa)
    except KanIkkeOptoes as fejl:
        raise KanIkkeLaves("Papiret er bestilt i en anden udgave af programmet. Bestil det igen.") from fejl


def _fremstil(grundlag: Grundlag, format: Format, naa: Callable[[Trin, int, str], None]) -> Fil:
    papirtype = PAPIRER[grundlag.papir]
    if format == Format.XLSX and papirtype.mappe:
        return Fil(excel.excel(papirtype.mappe(grundlag)), None)
    if papirtype.bilag:
        return _med_bilag(papirtype, grundlag, papirtype.bilag(grundlag), naa)
    rapport = papirtype.byg(grundlag)
    if format == Format.DOCX:
        return Fil(docx.docx(rapport), None)
    return _pdf(papirtype, rapport, 0, naa)


def _med_bilag(
    papirtype: Papirtype, grundlag: Grundlag, bilag: tuple[Pakkebilag, ...], naa: Callable[[Trin, int, str], None]
) -> Fil:
    """The paper's own pages first, with room for those of the appendices, so that every page number is true."""
    try:
        with lagt_ved(bilag, lambda tekst: naa(Trin.HENTET, 5, tekst)) as lagt:
            rapport = papirtype.byg(replace(grundlag, vedlagt=lagt.svar))
            fil = _pdf(papirtype, rapport, sum(len(et.sider) for et in lagt.svar), naa)
            return replace(fil, indhold=lagt.saet_ind(fil.indhold))
    except BilagErSkiftet as fejl:
        raise KanIkkeLaves(str(fejl)) from fejl


def _pdf(papirtype: Papirtype, rapport: Any, bilagssider: int, naa: Callable[[Trin, int, str], None]) -> Fil:
    kilde = pdf.html(rapport, papirtype.skabelon)
    anslaaet = rules.anslaaet_sider(len(kilde)) + bilagssider

    def paa_side(nr: int) -> None:
        naa(Trin.SAETTES, rules.fremdrift(nr, anslaaet=anslaaet), f"Sætter side {nr}")

    try:
        faerdig = pdf.pdf(kilde, paa_side=paa_side)
    except pdf.KanIkkeLavePDF as fejl:
        raise KanIkkeLaves(str(fejl)) from fejl
    return Fil(faerdig.indhold, faerdig.sider)


def kontroller(grundlag: Grundlag) -> None:
    """Every edition, and a page's figures, still have the checksum they were frozen with. Raises KanIkkeLaves."""
    for udgave in grundlag.alle:
        if not udgave.kontrolsum_passer:
            hvis = f"Version {udgave.version.nr}s" if udgave.version else "Kladdens"
            raise KanIkkeLaves(f"{hvis} kontrolsum passer ikke med indholdet. Giv besked til den, der driver systemet.")
    if grundlag.opgoerelse and not grundlag.opgoerelse.kontrolsum_passer:
        raise KanIkkeLaves("Opgørelsens kontrolsum passer ikke med indholdet. Bestil papiret igen.")
