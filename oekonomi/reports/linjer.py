"""Givers, changes of the budget, unspent money and accounts, each as a line with its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aftaler.models.budget import Tilsagnsart
from aftaler.rules.aendringer import i_saetning
from aftaler.rules.frister import Tidsstand, i_ord
from kerne import datoer
from kerne.talformat import kroner
from oekonomi.models import Budgetaendring, Kompensation, Regnskabsaar, Restmidler
from oekonomi.reports.grundlag import Grundlag, flytning
from oekonomi.reports.ord import mangelsaetning
from oekonomi.rules.budgetaendringer import budgetaendringens_godkender
from oekonomi.rules.medfinansiering import Stand, stande
from oekonomi.rules.opfoelgning import Aarslinje
from oekonomi.rules.regnskab import Reststand, regnskabets_stand, regnskabsfrist, restmidlers_stand, trin
from oekonomi.statuses import Budgetaendringsstatus, Regnskabstrin


@dataclass(frozen=True)
class Indhentning:
    """An agreement about what a giver did not deliver."""

    noegle: int
    saetning: str
    er_indhentet: bool


@dataclass(frozen=True)
class Giverlinje:
    """A giver's promises of one kind against what was delivered."""

    stand: Stand
    saetning: str
    indhentninger: tuple[Indhentning, ...]

    @property
    def lovet(self) -> Decimal | None:
        """None where the agreement in force holds no promise of the kind, but something was delivered."""
        return self.stand.lovet or None

    @property
    def forventet(self) -> Decimal | None:
        return self.stand.forventet if self.stand.lovet else None

    @property
    def artsord(self) -> str:
        return str(Tilsagnsart(self.stand.art).label)

    @property
    def note(self) -> str:
        """What the table does not say and no warning has said: a gap in what is written down."""
        return "" if self.er_advarsel else self.saetning

    @property
    def er_advarsel(self) -> bool:
        """Something is owed or late. Deliveries that nobody has written down are a gap, not a fault."""
        return bool(self.stand.mangler or self.stand.bagud)


@dataclass(frozen=True)
class Aendringslinje:
    """A change of the budget: from where to where, why, and who must say yes."""

    noegle: int
    fra: str
    til: str
    beloeb: Decimal
    grund: str
    status: Budgetaendringsstatus
    godkender: str
    afgoerelse: str

    @property
    def godkenderord(self) -> str:
        """Who must approve, inside a sentence."""
        return i_saetning(self.godkender)

    @property
    def er_foreslaaet(self) -> bool:
        return self.status == Budgetaendringsstatus.FORESLAAET

    @property
    def er_godkendt(self) -> bool:
        return self.status == Budgetaendringsstatus.GODKENDT

    @property
    def statusord(self) -> str:
        return str(self.status.label)


@dataclass(frozen=True)
class Restlinje:
    """What a year left over."""

    noegle: int
    aar: int
    beloeb: Decimal
    anvendelse: str
    stand: Reststand
    frist: date | None
    brev: date | None
    brugt: date | None
    saetning: str

    @property
    def er_advarsel(self) -> bool:
        return self.stand in (Reststand.OVER_TIDEN, Reststand.PLAN_MANGLER, Reststand.BREV_MANGLER)


@dataclass(frozen=True)
class Regnskabslinje:
    """A year's accounts. `noegle` is None where nothing is written down about the year yet."""

    noegle: int | None
    aar: int
    trin: Regnskabstrin
    frist: date
    flyttet: str
    stand: Tidsstand
    saetning: str
    aabne_bemaerkninger: int
    resultat: Aarslinje | None

    @property
    def er_over_tiden(self) -> bool:
        return self.stand == Tidsstand.OVER_TIDEN

    @property
    def uforbrugt(self) -> Decimal | None:
        """What the year left over; not before the revisor has signed, for the ledger may not be complete."""
        paategnet = self.trin in (Regnskabstrin.PAATEGNET, Regnskabstrin.SENDT)
        return self.resultat.uforbrugt if paategnet and self.resultat else None

    @property
    def bemaerkningsord(self) -> str:
        """ "2 åbne bemærkninger fra revisor."; empty when none is open."""
        antal = self.aabne_bemaerkninger
        if not antal:
            return ""
        return f"{antal} {'åben bemærkning' if antal == 1 else 'åbne bemærkninger'} fra revisor."

    @property
    def er_sendt(self) -> bool:
        return self.trin == Regnskabstrin.SENDT

    @property
    def trinord(self) -> str:
        return str(self.trin.label) if self.noegle else "Intet skrevet ind"


def giverlinjer(data: Grundlag, dag: date) -> tuple[Giverlinje, ...]:
    alle = stande(data.lovede, data.leverede, start=data.start, slut=data.slut, dag=dag)
    return tuple(
        Giverlinje(
            et,
            mangelsaetning(et, slut=data.slut, dag=dag),
            tuple(
                indhentning(aftale)
                for aftale in data.kompensationer
                if (aftale.kilde.navn, aftale.art) == (et.giver, et.art)
            ),
        )
        for et in alle
    )


def indhentning(aftale: Kompensation) -> Indhentning:
    """ "Aftalt 9. oktober 2018: … 100.000 kr. indhentes senest 31. december 2019."."""
    hvad = kroner(aftale.beloeb) if aftale.beloeb is not None else "Beløbet er ikke oplyst."
    hvornaar = f"Senest {datoer.dato(aftale.senest_dato)}." if aftale.senest_dato else "Fristen er ikke oplyst."
    slut = f" Indhentet {datoer.dato(aftale.indhentet_dato)}." if aftale.indhentet_dato else ""
    tekst = aftale.tekst if aftale.tekst.endswith(".") else f"{aftale.tekst}."
    saetning = f"Aftalt {datoer.dato(aftale.besluttet_dato)}: {tekst} {hvad} {hvornaar}{slut}"
    return Indhentning(aftale.pk, saetning, aftale.indhentet_dato is not None)


def aendringslinje(aendring: Budgetaendring) -> Aendringslinje:
    flyt = flytning(aendring)
    dom = ""
    if aendring.afgjort_dato:
        hvem = f" af {i_saetning(aendring.afgjort_af)}" if aendring.afgjort_af else ""
        dom = f"{datoer.dato(aendring.afgjort_dato)}{hvem}. {aendring.afgoerelse}".strip()
    return Aendringslinje(
        noegle=aendring.pk,
        fra=_sted_og_aar(flyt.fra_sted, flyt.fra_aar),
        til=_sted_og_aar(flyt.til_sted, flyt.til_aar),
        beloeb=aendring.beloeb,
        grund=aendring.grund,
        status=Budgetaendringsstatus(aendring.status),
        godkender=budgetaendringens_godkender(flyt.fra_sted, flyt.til_sted),
        afgoerelse=dom,
    )


def restlinje(rest: Restmidler, dag: date) -> Restlinje:
    stand = restmidlers_stand(rest.anvendelse, rest.brev_dato, rest.brugt_dato, rest.frist_dato, dag)
    return Restlinje(
        noegle=rest.pk,
        aar=rest.aar,
        beloeb=rest.beloeb,
        anvendelse=rest.anvendelse,
        stand=stand,
        frist=rest.frist_dato,
        brev=rest.brev_dato,
        brugt=rest.brugt_dato,
        saetning=_restsaetning(rest, stand),
    )


def regnskabslinjer(
    data: Grundlag, aarene: Sequence[int], resultater: Sequence[Aarslinje], dag: date
) -> tuple[Regnskabslinje, ...]:
    """One line a year of the plan, with what the year left over or cost too much."""
    raekker = {et.aar: et for et in data.regnskaber}
    efter_aar = {et.aar: et for et in resultater}
    return tuple(_regnskabslinje(aar, raekker.get(aar), efter_aar.get(aar), dag) for aar in aarene)


def _regnskabslinje(aar: int, raekke: Regnskabsaar | None, resultat: Aarslinje | None, dag: date) -> Regnskabslinje:
    frist = raekke.frist_dato if raekke else regnskabsfrist(aar)
    sendt = raekke.sendt_dato if raekke else None
    flyttet = ""
    if raekke and raekke.frist_dato != raekke.oprindelig_frist:
        flyttet = f"Flyttet fra {datoer.dato(raekke.oprindelig_frist)}: {raekke.flyttet_grund}"
    return Regnskabslinje(
        noegle=raekke.pk if raekke else None,
        aar=aar,
        trin=trin(raekke.underskrevet_dato, raekke.paategnet_dato, sendt) if raekke else Regnskabstrin.KLADDE,
        frist=frist,
        flyttet=flyttet,
        stand=regnskabets_stand(frist, sendt, dag),
        saetning=i_ord(frist, sendt, dag, gjort_ord="Sendt"),
        aabne_bemaerkninger=sum(et.lukket_dato is None for et in raekke.bemaerkninger.all()) if raekke else 0,
        resultat=resultat,
    )


def _restsaetning(rest: Restmidler, stand: Reststand) -> str:
    penge = f"{kroner(rest.beloeb)} fra {rest.aar}"
    match stand:
        case Reststand.BRUGT:
            return f"{penge} blev brugt {datoer.dato(rest.brugt_dato or date.min)}."
        case Reststand.OVER_TIDEN:
            return f"{penge} skulle være brugt {datoer.dato(rest.frist_dato or date.min)}."
        case Reststand.PLAN_MANGLER:
            return (
                f"{penge} er ikke brugt, og der er ingen plan for dem. Skriv planen, og send den til Landsbyggefonden."
            )
        case Reststand.BREV_MANGLER:
            return f"{penge} har en plan, men den er ikke sendt til Landsbyggefonden med budget."
    frist = f" senest {datoer.dato(rest.frist_dato)}" if rest.frist_dato else ""
    return f"{penge} skal bruges{frist}."


def _sted_og_aar(sted: str, aar: int | None) -> str:
    return f"{sted}, {aar}" if aar else sted
