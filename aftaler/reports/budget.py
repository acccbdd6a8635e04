"""The budget as promised, for a page, a sheet and a paper: what the plan costs, who pays, and what does not add up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.safestring import SafeString

from aftaler.reports.budgetord import aarets_maaneder, andelssaetning, omlaegningssaetning, overskrift, procent_mod_krav
from aftaler.reports.penge import STEDER, Kilde, Loefte, Oplyst, Penge, lagt_sammen, proev_andele
from aftaler.rules import budget as regler
from aftaler.rules.budget import Budgettabel, Finansiering
from aftaler.rules.penge import holder_lokal_andel, mindste_lokale_beloeb, regnskabsaar, samlet
from kerne import talformat
from kerne.diagrammer.bjaelken import Bjaelke, bjaelke


@dataclass(frozen=True)
class Giverraekke:
    """A giver's promises in force, and their sum."""

    kilde: Kilde
    loefter: tuple[Loefte, ...]
    i_alt: Decimal


@dataclass(frozen=True)
class Omlaegning:
    """A promise that became others, in a sentence."""

    gammelt: Loefte
    saetning: str
    kan_fortrydes: bool


@dataclass(frozen=True)
class Andelslinje:
    """A stated share, and what the figures say about it."""

    andel: Oplyst
    saetning: str


@dataclass(frozen=True)
class Budgetside:
    penge: Penge
    overskrift: str
    advarsler: tuple[str, ...]
    noegletal: tuple[dict[str, str], ...]
    bjaelke: SafeString | None
    krav: Decimal
    tabel: Budgettabel
    aarsord: tuple[tuple[str, str], ...]
    andelsord: tuple[str, ...]
    givere: tuple[Giverraekke, ...]
    lovet_i_alt: Decimal
    omlaegninger: tuple[Omlaegning, ...]
    andele: tuple[Andelslinje, ...]


def budgetside(penge: Penge, *, start: date, slut: date, krav: Decimal) -> Budgetside:
    """The whole page for a plan from `start` to `slut`; `krav` is the least local share, e.g. 0.25."""
    finansiering = penge.finansiering
    tabel = regler.tabel(penge.poster, regnskabsaar(start, slut), penge.steder)
    return Budgetside(
        penge=penge,
        overskrift=overskrift(finansiering, penge.bidrag, krav),
        advarsler=tuple(_advarsler(penge, finansiering, krav)),
        noegletal=tuple(_noegletal(penge, finansiering, krav)),
        bjaelke=_bjaelke(finansiering, krav),
        krav=krav,
        tabel=tabel,
        aarsord=tuple((str(et), aarets_maaneder(et, start, slut)) if et else ("År", "ikke oplyst") for et in tabel.aar),
        andelsord=tuple("ikke oplyst" if et is None else procent_mod_krav(et, krav) for et in tabel.lokale_andele),
        givere=tuple(_giverraekker(penge)),
        lovet_i_alt=lagt_sammen(penge.gaeldende),
        omlaegninger=tuple(_omlaegninger(penge.loefter)),
        andele=tuple(Andelslinje(et, andelssaetning(et, proeve)) for et, proeve in proev_andele(penge)),
    )


def _advarsler(penge: Penge, finansiering: Finansiering, krav: Decimal) -> list[str]:
    ud = []
    if finansiering.andel is not None and finansiering.i_alt and not holder_lokal_andel(finansiering.andel, krav):
        mindst = mindste_lokale_beloeb(finansiering.i_alt, krav)
        ud.append(
            f"Den lokale medfinansiering er {talformat.kroner(finansiering.lokal or Decimal(0))} "
            f"Kravet er mindst {talformat.andel(krav)}, altså {talformat.kroner(mindst)}"
        )
    posterne, hovedtal = lagt_sammen(penge.poster), samlet(*penge.hovedtal)
    if penge.linjer and hovedtal is not None and posterne != hovedtal:
        ud.append(
            f"Budgetposterne giver {talformat.kroner(posterne)}, men aftalens hovedtal er {talformat.kroner(hovedtal)} "
            f"Forskellen er {talformat.kroner(abs(hovedtal - posterne))}"
        )
    return ud


def _noegletal(penge: Penge, finansiering: Finansiering, krav: Decimal) -> list[dict[str, str]]:
    andel, lokal = finansiering.andel, finansiering.lokal
    note = "Kan ikke regnes ud endnu"
    if andel is not None and lokal is not None:
        holdt = "Over kravet" if holder_lokal_andel(andel, krav) else "Under kravet"
        note = f"{talformat.kroner(lokal)} {holdt}"
    return [
        _kort("Samlet budget", _kroner(finansiering.i_alt), _fordelingsnote(penge)),
        _kort("Lokal medfinansiering", "Ikke oplyst" if andel is None else procent_mod_krav(andel, krav), note),
        _kort(
            "Landsbyggefonden",
            _kroner(finansiering.landsbyggefonden),
            f"Efter {finansiering.kilde}" if finansiering.kilde else "",
        ),
    ]


def _kort(titel: str, tal: str, note: str) -> dict[str, str]:
    return {"titel": titel, "tal": tal, "note": note}


def _kroner(beloeb: Decimal | None) -> str:
    return "Ikke oplyst" if beloeb is None else talformat.kroner(beloeb)


def _fordelingsnote(penge: Penge) -> str:
    """ "15.497.000 kr. i delaftaler, 2.148.000 kr. tværgående"."""
    faste = {sted: placering.label for placering, sted in STEDER.items()}
    summer = {"i delaftaler": [et for et in penge.poster if et.sted not in faste]}
    summer |= {navn: [et for et in penge.poster if et.sted == sted] for sted, navn in faste.items()}
    led = [f"{talformat.kroner(lagt_sammen(egne))} {navn}" for navn, egne in summer.items() if egne]
    return ", ".join(led) or "Ingen budgetposter endnu"


def _bjaelke(finansiering: Finansiering, krav: Decimal) -> SafeString | None:
    andel = finansiering.andel
    if andel is None:
        return None
    tekst, krav_tekst = procent_mod_krav(andel, krav), talformat.andel(krav)
    holdt = holder_lokal_andel(andel, krav)
    titel = f"Lokal medfinansiering er {tekst}, kravet er mindst {krav_tekst}"
    return bjaelke(Bjaelke(andel, tekst, krav, f"krav {krav_tekst}", er_holdt=holdt), titel=titel)


def _giverraekker(penge: Penge) -> list[Giverraekke]:
    grupper = [(kilde, [et for et in penge.gaeldende if et.giver == kilde.giver]) for kilde in penge.kilder]
    return [Giverraekke(kilde, tuple(egne), lagt_sammen(egne)) for kilde, egne in grupper]


def _omlaegninger(loefter: Sequence[Loefte]) -> list[Omlaegning]:
    ud = []
    for gammelt in sorted((et for et in loefter if et.erstattet), key=lambda et: (et.erstattet, et.noegle)):
        nye = [et for et in loefter if et.erstatter == gammelt.noegle]
        kan_fortrydes = not any(et.erstattet for et in nye)
        ud.append(Omlaegning(gammelt, omlaegningssaetning(gammelt, nye), kan_fortrydes))
    return ud
