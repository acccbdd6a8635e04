"""Everything one criterion's own page prints: the line, the figures with their sources, forecast and history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.safestring import SafeString

from aftaler.laesning import Pr
from aftaler.models import Helhedsplan
from kerne import datoer, talformat
from kerne.datoer import dato as datotekst
from kerne.datoer import dato_kort
from kerne.diagrammer import Kurve, akse_start, kurve
from maalinger.models import Maaling
from maalinger.reports import linjer, maalkurven
from maalinger.reports.figurer import figurtekst, kan_tegnes
from maalinger.reports.kriterier import Kriterium
from maalinger.reports.linjer import Linje
from maalinger.reports.opfoelgning import INGEN, Opfoelgning
from maalinger.reports.optaelling import Optalt
from maalinger.rules import Fremskrivning, Maalt, Opfyldelse, Raekke, fremskriv, raekker
from maalinger.rules.optaelling import er_talt_op

HYPPIGHED = {
    Pr.AAR: "Måles hvert år",
    Pr.HALVAAR: "Måles hvert halvår",
    Pr.KVARTAL: "Måles hvert kvartal",
    Pr.MAANED: "Måles hver måned",
    Pr.UGE: "Måles hver uge",
}
TALT_OP = "Talt op af fremmødet"  # where a figure came from that nobody wrote


@dataclass(frozen=True)
class Talraekke:
    """One row of the table, its figures ready to print (empty where there is none), and where the figure came from."""

    raekke: Raekke
    tal: str
    plan: str
    forskel: str
    kilde: str
    eksempel: bool = False


@dataclass(frozen=True)
class Kriterieside:
    """`historie` is newest first. `tabel` is empty where the criterion isn't computed as one series."""

    linje: Linje
    tabel: tuple[Talraekke, ...]
    fremskrivning: Fremskrivning | None
    historie: tuple[Maaling, ...]
    reference_navn: str

    @property
    def maales(self) -> str:
        """How often and by when, as far as the agreement says: "Om året, første gang senest 15. april 2020"."""
        kriterium = self.linje.kriterium
        hvor_ofte = kriterium.laesning.pr.label if kriterium.laesning.pr else ""
        foerst = f"første gang senest {datotekst(kriterium.foerste_frist)}" if kriterium.foerste_frist else ""
        tekst = ", ".join(led for led in (hvor_ofte, foerst) if led)
        return tekst[:1].upper() + tekst[1:]

    @property
    def maaleplan(self) -> tuple[str, ...]:
        """What the board decided about how the criterion is followed, a line each."""
        foelges = self.linje.opfoelgning
        led = (
            HYPPIGHED[foelges.hyppighed] if foelges.hyppighed else "",
            f"Måles af {foelges.maaler}" if foelges.maaler else "",
            f"Flere tal: {foelges.regneregel.label.lower()}" if foelges.regneregel else "",
            f"Tælles op af fremmødet: {foelges.optaelling.label.lower()}" if foelges.optaelling else "",
            f"Skala fra {foelges.skala.fra} til {foelges.skala.til}" if foelges.skala else "",
            f"Delmål for {datoer.aarsliste(aarene)}" if (aarene := self.delmaalsaar) else "",
        )
        return tuple(et for et in led if et)

    @property
    def afloest(self) -> frozenset[int]:
        """The keys of approved figures that don't count, because attendance gives one for the same days."""
        if self.linje.optalt is None:
            return frozenset()
        maalte = self.linje.optalt.maalte
        return frozenset(et.pk for et in self.historie if er_talt_op(maalte, et.fra_dato, et.til_dato))

    @property
    def delmaalsaar(self) -> tuple[int, ...]:
        return tuple(sorted({et.aar for et in self.linje.opfoelgning.delmaal}))

    @property
    def naeste(self) -> str:
        """What an empty history says: when the first figure is expected, if the agreement says it."""
        frist = self.linje.kriterium.foerste_frist
        if self.linje.optalt:
            return "Tallet tælles op af fremmødet. Her står kun tal for tiden før det."
        return (
            f"Den første skal være her senest {datotekst(frist)}." if frist else "De står her, når de er skrevet ind."
        )

    @property
    def har_plan(self) -> bool:
        return any(et.raekke.plan_vaerdi is not None for et in self.tabel)

    @property
    def har_vej(self) -> bool:
        return any(et.raekke.vej is not None for et in self.tabel)

    @cached_property
    def kurve(self) -> Kurve | None:
        return maalkurven.maalkurve(
            self.linje, tuple(et.raekke for et in self.tabel), self.fremskrivning, self.reference_navn
        )

    @property
    def kurve_bred(self) -> SafeString:
        return kurve(self.kurve)

    @property
    def kurve_smal(self) -> SafeString:
        return kurve(self.kurve, smal=True)

    @property
    def aksen(self) -> str:
        """Said under the curve when its axis doesn't begin at zero."""
        start = akse_start(self.kurve)
        enhed = self.linje.opfyldelse.enhed
        return f"Den lodrette akse begynder ved {talformat.vaerdi(start, enhed)}." if start else ""

    @property
    def er_andel(self) -> bool:
        return self.linje.opfyldelse.enhed == "procent"


def kriterieside(
    plan: Helhedsplan,
    kriterium: Kriterium,
    historie: Sequence[Maaling],
    foelges: Opfoelgning = INGEN,
    optalt: Optalt | None = None,
    *,
    dato: date,
) -> Kriterieside:
    """Put the page together of measurements that were fetched newest first; no queries. Only approved ones count."""
    godkendte = [et for et in historie if et.taeller_med]
    maalinger = tuple(som_maalt(et) for et in sorted(godkendte, key=lambda et: (et.til_dato, et.fra_dato)))
    linje = linjer.linje(
        plan,
        kriterium,
        maalinger,
        foelges,
        optalt,
        dato=dato,
        seneste_tidspunkt=max((et.registreret_tidspunkt for et in godkendte), default=None),
        har_eksempel=any(et.eksempel for et in godkendte),
    )
    laesning = linje.kriterium.laesning
    samlet, givet = kan_tegnes(laesning, linje.opfyldelse), linjer.planens(plan, foelges, dato=dato)
    tabel = raekker(laesning, linje.maalinger, tolerance=plan.tolerance, **givet) if samlet else ()
    return Kriterieside(
        linje,
        tuple(_talraekke(et, linje.opfyldelse, godkendte, optalt) for et in tabel),
        fremskriv(laesning, linje.maalinger, **givet) if samlet else None,
        tuple(historie),
        next((et.reference_navn for et in godkendte if et.reference_navn), ""),
    )


def som_maalt(maaling: Maaling) -> Maalt:
    return Maalt(
        maaling.fra_dato,
        maaling.til_dato,
        maaling.vaerdi,
        maaling.taeller,
        maaling.naevner,
        maaling.omraade.navn if maaling.omraade else None,
        maaling.reference_vaerdi,
    )


def _talraekke(raekke: Raekke, opfyldelse: Opfyldelse, historie: Sequence[Maaling], optalt: Optalt | None) -> Talraekke:
    plan, afvigelse = raekke.plan_vaerdi, raekke.afvigelse
    egen = not raekke.er_start and raekke.fra == raekke.til
    bag = [et for et in historie if egen and et.til_dato.year == raekke.til]
    talt = [et for et in optalt.maalte if egen and et.til.year == raekke.til] if optalt else []
    mindst = "mindst " if any(et.mindst for et in talt) else ""
    return Talraekke(
        raekke,
        f"{mindst}{figurtekst(raekke.vaerdi, opfyldelse)}" if raekke.vaerdi is not None else "",
        talformat.vaerdi(plan, opfyldelse.enhed) if plan is not None else "",
        talformat.fortegn(afvigelse, hoejst=1 if opfyldelse.enhed == "procent" else 2) if afvigelse is not None else "",
        TALT_OP if talt else _kilder(raekke, bag),
        bool(talt and optalt and optalt.har_eksempel) or any(et.eksempel for et in bag),
    )


def _kilder(raekke: Raekke, bag: Sequence[Maaling]) -> str:
    if raekke.er_start:
        return "Aftalen"
    if raekke.fra != raekke.til:
        return "Beregnet af årene" if raekke.vaerdi is not None else ""
    return "; ".join(dict.fromkeys(_kilde(et) for et in bag))


def _kilde(maaling: Maaling) -> str:
    return f"{maaling.kilde}, {dato_kort(maaling.udtraek_dato)}" if maaling.udtraek_dato else maaling.kilde
