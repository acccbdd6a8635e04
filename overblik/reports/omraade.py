"""Where one boligområde stands: the criteria that are measured there, each by its own figures."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from aftaler.models import Boligomraade, Helhedsplan
from maalinger.reports import kriterier, linjer
from maalinger.reports.kriterier import Kladder, Kriterium
from maalinger.rules import Opfyldelse
from overblik import rules
from overblik.rules import Led


@dataclass(frozen=True)
class Omraadelinje:
    """One criterion as it stands in the area. `samlet` is where it stands for the whole plan."""

    kriterium: Kriterium
    opfyldelse: Opfyldelse
    samlet: Opfyldelse
    har_eksempel: bool


@dataclass(frozen=True)
class Omraadeside:
    """`faelles` counts the criteria that have no figures of the area's own."""

    navn: str
    beboere: int | None
    dato: date
    overskrift: tuple[Led, ...]
    linjer: tuple[Omraadelinje, ...]
    faelles: int


def omraadeside(plan: Helhedsplan, omraade: Boligomraade, *, dato: date, kladder: Kladder) -> Omraadeside:
    """The same statuses as on the board's page, seen from one area."""
    i_kraft = kriterier.ikraft(plan, dato=dato)
    alle = linjer.linjer(plan, kriterier.viste(plan, i_kraft, kladder), dato=dato)
    egne = tuple(
        Omraadelinje(linje.kriterium, del_.opfyldelse, linje.opfyldelse, linje.har_eksempel)
        for linje in alle
        for del_ in linje.opfyldelse.omraader
        if del_.navn and del_.navn.casefold() == omraade.navn.casefold()
    )
    foreloebige = sum(et.opfyldelse.foreloebig is not None and et.opfyldelse.status in rules.BEDOEMT for et in egne)
    antal = Counter(et.opfyldelse.status for et in egne)
    return Omraadeside(
        omraade.navn,
        omraade.beboere,
        dato,
        rules.overskrift(antal.elements(), foreloebige=foreloebige) if egne else (),
        egne,
        len(alle) - len(egne),
    )
