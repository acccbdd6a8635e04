"""Where a plan stands on a day: the board's page on a screen, and the paper. One dataclass, many prints."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.safestring import SafeString

from aftaler.models import Helhedsplan, Samarbejdsaftale
from aftaler.rules import holder_lokal_andel, medfinansieringsgrad, samlet
from kerne import datoer, talformat
from kerne.diagrammer.bjaelken import Bjaelke, bjaelke
from maalinger.reports import kriterier, linjer
from maalinger.reports.kriterier import Ikraft, Kladder
from maalinger.reports.linjer import Linje, Omraade
from maalinger.statuses import Status
from oekonomi.reports.noegletal import Oekonominoegletal, noegletal
from overblik import rules
from overblik.reports.kommende import Kommende, kommende
from overblik.reports.nyt import Nyhed, nyt
from overblik.rules import Led


@dataclass(frozen=True)
class Optalt:
    """One status and how many criteria have it."""

    status: Status
    antal: int

    @property
    def tekst(self) -> str:
        if self.status == Status.MAALING_MANGLER and self.antal > 1:
            return f"{self.antal} målinger mangler"
        return f"{self.antal} {self.status.label.lower()}"

    @property
    def tegn(self) -> range:
        """As many as there are signs to draw."""
        return range(self.antal)


@dataclass(frozen=True)
class Noegletal:
    titel: str
    tal: str
    note: str = ""


@dataclass(frozen=True)
class Medfinansiering:
    """The local share of the agreement's main figures, in kroner; `andel` is between 0 and 1."""

    andel: Decimal
    lokal: Decimal
    landsbyggefonden: Decimal
    samlet: Decimal
    er_holdt: bool
    krav: Decimal

    @property
    def bjaelke(self) -> SafeString:
        krav, andel = talformat.andel(self.krav), talformat.andel(self.andel, 1)
        return bjaelke(
            Bjaelke(self.andel, andel, self.krav, f"krav {krav}", er_holdt=self.er_holdt),
            titel=f"Lokal medfinansiering er {andel}, kravet er mindst {krav}",
        )


@dataclass(frozen=True)
class Statusrapport:
    """Everything the board is told. `er_kladde`: nothing was ever approved, so this is only a draft.

    `penge` is None for those who see no money in detail; `med_penge` fills it in.
    """

    plan: str
    omraade: str
    kommune: str
    start: date
    slut: date
    dato: date
    er_demo: bool
    er_kladde: bool
    strategisk_nr: int | None
    overskrift: tuple[Led, ...]
    optalt: tuple[Optalt, ...]
    noegletal: tuple[Noegletal, ...]
    omraader: tuple[Omraade, ...]
    medfinansiering: Medfinansiering | None
    nyt: tuple[Nyhed, ...]
    har_eksempel: bool
    kommende: Kommende | None = None
    penge: Oekonominoegletal | None = None

    @property
    def antal(self) -> int:
        return sum(len(et.linjer) for et in self.omraader)

    @property
    def antal_i_ord(self) -> str:
        return rules.antal_kriterier(self.antal)

    @property
    def sat_i_haanden(self) -> str:
        """Said under the counts when some of them are no computed status; empty when all are."""
        antal = sum(1 for omraade in self.omraader for et in omraade.linjer if et.opfyldelse.tilsidesat)
        hvem = "Én status" if antal == 1 else f"{rules.stort(rules.talord(antal))} statusser"
        return f"{hvem} er sat i hånden. Den beregnede står i kriteriets sætning." if antal else ""


def statusrapport(
    plan: Helhedsplan,
    *,
    dato: date,
    kladder: Kladder = Kladder.INGEN,
    med_frister: bool = True,
    i_kraft: Ikraft | None = None,
) -> Statusrapport:
    """The plan as its versions in force say it on `dato`; `kladder` lets unapproved documents stand in.

    `i_kraft` are those versions, where they are read already.
    """
    i_kraft = i_kraft or kriterier.ikraft(plan, dato=dato)
    alle = linjer.linjer(plan, kriterier.viste(plan, i_kraft, kladder), dato=dato)
    antal = Counter(et.opfyldelse.status for et in alle)
    medfinansiering = _medfinansiering(plan, i_kraft, kladder)
    return Statusrapport(
        plan=plan.navn,
        omraade=plan.omraade,
        kommune=plan.kommune,
        start=plan.start_dato,
        slut=plan.slut_dato,
        dato=dato,
        er_demo=plan.eksempel,
        er_kladde=not i_kraft.dokumenter,
        strategisk_nr=i_kraft.strategisk_nr,
        overskrift=rules.overskrift(antal.elements(), foreloebige=_foreloebige(alle)),
        optalt=tuple(Optalt(status, antal[status]) for status in Status if antal[status]),
        noegletal=tuple(et for et in (_tid(plan, dato), _maalt(alle), _lokal(medfinansiering)) if et),
        omraader=linjer.pr_omraade(alle),
        medfinansiering=medfinansiering,
        nyt=nyt(plan, alle, dato=dato),
        har_eksempel=any(et.har_eksempel for et in alle),
        kommende=kommende(plan, i_kraft, dato=dato, kladder=kladder, med_frister=med_frister),
    )


def med_penge(rapport: Statusrapport, plan: Helhedsplan, i_kraft: Ikraft) -> Statusrapport:
    """The same report for somebody who sees money in detail."""
    return replace(rapport, penge=noegletal(plan, dato=rapport.dato, i_kraft=i_kraft.indhold))


def _foreloebige(alle: Sequence[Linje]) -> int:
    return sum(et.opfyldelse.foreloebig is not None and et.opfyldelse.status in rules.BEDOEMT for et in alle)


def _tid(plan: Helhedsplan, dato: date) -> Noegletal:
    tid = rules.tid(start=plan.start_dato, slut=plan.slut_dato, dato=dato)
    if dato < plan.start_dato:
        return Noegletal("Tid", "Ikke begyndt", f"Planen begynder {datoer.dato(plan.start_dato)}")
    if dato > plan.slut_dato:
        return Noegletal("Tid", "Planen er slut", f"{tid.alle} måneder, til og med {datoer.dato(plan.slut_dato)}")
    maaneder = "måned" if tid.tilbage == 1 else "måneder"
    return Noegletal("Tid", f"{tid.tilbage} {maaneder} tilbage", f"{tid.gaaet} af {tid.alle} måneder er gået")


def _maalt(alle: Sequence[Linje]) -> Noegletal | None:
    if not alle:
        return None
    maalt = sum(et.opfyldelse.vaerdi is not None or bool(et.opfyldelse.omraader) for et in alle)
    seneste = max((et.seneste_tidspunkt for et in alle if et.seneste_tidspunkt), default=None)
    note = f"Seneste tal er skrevet ind {datoer.dato(timezone.localdate(seneste))}" if seneste else "Ingen tal endnu"
    return Noegletal("Kriterier med tal", f"{maalt} af {len(alle)}", note)


def _lokal(medfinansiering: Medfinansiering | None) -> Noegletal | None:
    if medfinansiering is None:
        return None
    note = f"Aftalt. Kravet er mindst {talformat.andel(medfinansiering.krav)}"
    return Noegletal("Lokal medfinansiering", talformat.andel(medfinansiering.andel, 1), note)


def _medfinansiering(plan: Helhedsplan, i_kraft: Ikraft, kladder: Kladder) -> Medfinansiering | None:
    """From the strategic agreement in force; from its draft only where there never was a version."""
    if i_kraft.finansiering:
        beloeb = (i_kraft.finansiering[felt] for felt in ("landsbyggefonden", "lokal_medfinansiering"))
        lbf, lokal = (Decimal(et) if et is not None else None for et in beloeb)
    elif kladder != Kladder.INGEN:
        aftale = Samarbejdsaftale.objects.filter(helhedsplan=plan).order_by("pk").first()
        lbf, lokal = (aftale.landsbyggefonden, aftale.lokal_medfinansiering) if aftale else (None, None)
    else:
        return None
    andel, i_alt = medfinansieringsgrad(lbf, lokal), samlet(lbf, lokal)
    if andel is None or lbf is None or lokal is None or i_alt is None:
        return None
    krav = plan.bevillingsperiode.mindste_medfinansiering
    return Medfinansiering(andel, lokal, lbf, i_alt, holder_lokal_andel(andel, krav), krav)
