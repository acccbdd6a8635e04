"""What is late and what comes in the next ninety days: deadlines and milestones, as a picture and a list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString

from aftaler.models import Frist, Helhedsplan
from aftaler.reports import milepaele
from aftaler.rules.frister import Tidsstand, i_ord, tidsstand
from aftaler.snapshot.milepaele import kladdens_milepaele
from kerne.diagrammer.tidslinje import Maerke, Spand, tidslinje, tidstegn
from maalinger.reports.kriterier import Ikraft, Kladder
from overblik import rules
from overblik.rules.kommende import HORISONT, er_med

FRISTER, MILEPAELE = "Frister", "Milepæle"
HOEJST = 12  # lines; the rest are counted
FOER = 14  # days before today in the picture: what is older stands at its edge


@dataclass(frozen=True)
class Kommer:
    """One thing that is due. `side` is the name of the page where it is kept, `noegle` its key in that address."""

    nr: int
    slags: str
    dato: date
    hvad: str
    hvor: str
    stand: Tidsstand
    saetning: str
    side: str
    noegle: int | None = None

    @property
    def er_over_tiden(self) -> bool:
        return self.stand == Tidsstand.OVER_TIDEN

    @property
    def tegn(self) -> SafeString:
        return tidstegn(self.stand)


@dataclass(frozen=True)
class Kommende:
    """`linjer` are the first of them, oldest first; `flere` is how many are not shown."""

    dato: date
    saetning: str
    linjer: tuple[Kommer, ...] = ()
    flere: int = 0

    @property
    def har_tegning(self) -> bool:
        """A picture of what is late alone shows nothing that the list doesn't."""
        return any(not et.er_over_tiden for et in self.linjer)

    @property
    def tegning(self) -> SafeString:
        """The days ahead; what is late lies at the left edge."""
        spand = [
            Spand(
                slags, maerker=tuple(Maerke(et.dato, str(et.nr), et.stand) for et in self.linjer if et.slags == slags)
            )
            for slags in (FRISTER, MILEPAELE)
            if any(et.slags == slags for et in self.linjer)
        ]
        fra, til = date.fromordinal(self.dato.toordinal() - FOER), self.dato + HORISONT
        return tidslinje(spand, fra=fra, til=til, i_dag=self.dato, titel=f"De næste 90 dage. {self.saetning}")


@dataclass(frozen=True)
class _Ting:
    slags: str
    dato: date
    hvad: str
    hvor: str
    side: str
    noegle: int | None = None


def kommende(plan: Helhedsplan, i_kraft: Ikraft, *, dato: date, kladder: Kladder, med_frister: bool = True) -> Kommende:
    """What nobody has done yet. Milestones are those in force; a draft's only where drafts stand in.

    Without `med_frister` for whoever the plan's own duties are no business of.
    """
    fristerne = plan.frister.filter(udfoert_dato=None).select_related("delaftale__indsatsomraade__omraadetype")
    frister = _frister(fristerne.order_by("dato", "pk")) if med_frister else []
    ting = [*frister, *_milepaele(plan, i_kraft, dato, kladder)]
    med = sorted((et for et in ting if er_med(et.dato, None, dato)), key=lambda et: (et.dato, et.hvad))
    linjer = tuple(
        Kommer(nr, et.slags, et.dato, et.hvad, et.hvor, tidsstand(et.dato, None, dato), i_ord(et.dato, None, dato),
               et.side, et.noegle)
        for nr, et in enumerate(med[:HOEJST], start=1)
    )  # fmt: skip
    saetning = rules.kommende_i_ord(tidsstand(et.dato, None, dato) for et in med)
    return Kommende(dato, saetning, linjer, max(0, len(med) - HOEJST))


def _frister(frister: Iterable[Frist]) -> list[_Ting]:
    return [
        _Ting(FRISTER, et.dato, et.navn, str(et.delaftale) if et.delaftale else "Hele planen", "aftaler:frist_liste")
        for et in frister
    ]


def _milepaele(plan: Helhedsplan, i_kraft: Ikraft, dato: date, kladder: Kladder) -> list[_Ting]:
    strategisk = next((et for et in i_kraft.indhold if et["nr"] is None), None)
    delaftaler: Sequence[dict[str, Any]] = [et for et in i_kraft.indhold if et["nr"] is not None]
    if not i_kraft.indhold and kladder != Kladder.INGEN:
        strategisk, delaftaler = kladdens_milepaele(plan)
    alle = milepaele.milepaelsplan(
        strategisk, delaftaler, milepaele.fremdrift(plan), fra=plan.start_dato, til=plan.slut_dato, dag=dato
    )
    return [
        _Ting(
            MILEPAELE,
            linje.senest,
            linje.navn,
            f"{gruppe.nr} {raekke.navn}".strip() if raekke.noegle else gruppe.navn,
            "aftaler:aktivitet_detalje" if raekke.noegle else "aftaler:milepaelsplan",
            raekke.noegle,
        )
        for gruppe in alle.grupper
        for raekke in gruppe.raekker
        for linje in raekke.linjer
        if linje.stand != Tidsstand.GJORT
    ]
