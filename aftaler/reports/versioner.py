"""Versions as a page says them: the line of one document, and what a frozen document reads."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from aftaler.models import Aendring, Version
from aftaler.reports import Blok, delaftale_blokke, strategiske_blokke
from aftaler.reports.aendringer import IKKE_OPLYST, beslutninger
from kerne import datoer

I_BLOKKENE = ("afsnit.", "omraade.", "kriterium.", "aktiviteter", "aktivitet.", "finansiering.", "parter", "periode",
              "indsatsomraade", "skabelon", "plan.navn", "plan.omraade", "plan.kommune")  # fmt: skip


@dataclass(frozen=True)
class Versionslinje:
    """One version in its document's line. `gaelder` is its time in force; the newest has no end yet."""

    version: Version
    gaelder: str
    er_i_kraft: bool
    godkendt: tuple[str, ...]

    @property
    def aendring(self) -> Aendring | None:
        """The change that it came from; a version brought in from paper has none."""
        return getattr(self.version, "aendring", None)


def versionslinjer(versioner: Sequence[Version], dato: date) -> list[Versionslinje]:
    """One document's versions, newest first as they come; expects the change and its steps prefetched."""
    ud: list[Versionslinje] = []
    naeste: Version | None = None
    fundet = False
    for version in versioner:
        er_i_kraft = not fundet and version.gaelder_fra <= dato
        fundet = fundet or er_i_kraft
        ud.append(Versionslinje(version, gaelder(version, naeste), er_i_kraft, godkendelser(version)))
        naeste = version
    return ud


def gaelder(version: Version, naeste: Version | None) -> str:
    """ "17. juni 2020 – 13. januar 2022", "fra 14. januar 2022"; a version replaced the same day never was in force."""
    if naeste is None:
        return datoer.periode(version.gaelder_fra, None)
    sidste = naeste.gaelder_fra - timedelta(days=1)
    if sidste < version.gaelder_fra:
        return f"afløst {datoer.dato(naeste.gaelder_fra)}, samme dag som den skulle gælde fra"
    return datoer.periode(version.gaelder_fra, sidste)


def godkendelser(version: Version) -> tuple[str, ...]:
    """Each body that decided, with its day; a version without a recorded route has the names it was given."""
    aendring = getattr(version, "aendring", None)
    if aendring and (fundne := beslutninger(aendring.trin.all())):
        return tuple(fundne)
    dag = datoer.dato(version.godkendt_dato) if version.godkendt_dato else IKKE_OPLYST
    return (f"{version.godkendt_af_navn} {dag}",)


def laest(indhold: dict[str, Any], omraade: dict[str, Any] | None, *, praefiks: str = "") -> list[Blok]:
    """A document in LBF's order. `omraade` is a delaftale's area in the agreement; `praefiks` keeps ids apart."""
    blokke = delaftale_blokke(indhold, omraade) if indhold["nr"] else strategiske_blokke(indhold)
    return [_med_praefiks(et, praefiks) for et in blokke] if praefiks else blokke


def _med_praefiks(blok: Blok, praefiks: str) -> Blok:
    """Under a document's own heading the blocks are one level down."""
    dele = tuple(_med_praefiks(et, praefiks) for et in blok.dele)
    return replace(blok, kode=f"{praefiks}-{blok.kode}", er_del=True, dele=dele)


def staar_ikke_i_blokkene(sti: str) -> bool:
    """The clause says something that LBF's blocks have no room for: bodies, shares, milestones, money, annexes."""
    return not sti.startswith(I_BLOKKENE)
