"""The budget as promised, for a page, a sheet and a paper: what the plan costs, who pays, and what does not add up."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from aftaler.models import Budgetpost, Delaftale, Finansieringskilde, Helhedsplan, OplystAndel, Tilsagn
from aftaler.models.budget import Placering
from aftaler.reports.budgetord import aarets_maaneder, andelssaetning, omlaegningssaetning, overskrift, procent_mod_krav
from aftaler.rules import budget as regler
from aftaler.rules.budget import IKKE_FORDELT, TVAERGAAENDE, Budgettabel, Finansiering, Giver, Post
from aftaler.rules.penge import (
    Andelsproeve,
    holder_lokal_andel,
    mindste_lokale_beloeb,
    proev_andel,
    regnskabsaar,
    samlet,
)
from kerne import talformat
from kerne.diagrammer.bjaelken import Bjaelke, bjaelke

STEDER = {Placering.TVAERGAAENDE: TVAERGAAENDE, Placering.IKKE_FORDELT: IKKE_FORDELT}


@dataclass(frozen=True)
class Grundlag:
    """The plan's money as rows, fetched once. `hovedtal` is the agreement's own, `delaftaler` have theirs."""

    plan: Helhedsplan
    hovedtal: tuple[Decimal | None, Decimal | None]
    delaftaler: tuple[Delaftale, ...]
    kilder: tuple[Finansieringskilde, ...]
    raekker: tuple[Budgetpost, ...]
    tilsagn: tuple[Tilsagn, ...]
    andele: tuple[OplystAndel, ...]

    @property
    def poster(self) -> tuple[Post, ...]:
        return tuple(_post(et) for et in self.raekker)

    @property
    def gaeldende_tilsagn(self) -> tuple[Tilsagn, ...]:
        """The promises that nothing has replaced."""
        return tuple(et for et in self.tilsagn if et.erstattet_dato is None)

    @property
    def finansiering(self) -> Finansiering:
        return regler.finansiering(self.poster, self.hovedtal)

    @property
    def bidrag(self) -> dict[str, Decimal]:
        loefter = ((giver_af(et.kilde), et.beloeb) for et in self.gaeldende_tilsagn)
        return regler.bidrag(self.poster, loefter, self.hovedtal[0])


@dataclass(frozen=True)
class Giverraekke:
    """A giver's promises in force: the rows, and their sum."""

    kilde: Finansieringskilde
    tilsagn: tuple[Tilsagn, ...]
    i_alt: Decimal


@dataclass(frozen=True)
class Omlaegning:
    """A promise that became others, in a sentence."""

    gammelt: Tilsagn
    saetning: str
    kan_fortrydes: bool


@dataclass(frozen=True)
class OplystAndelLinje:
    """A stated share, and what the figures say about it."""

    andel: OplystAndel
    saetning: str
    proeve: Andelsproeve


@dataclass(frozen=True)
class Budgetside:
    grundlag: Grundlag
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
    andele: tuple[OplystAndelLinje, ...]


def grundlag(plan: Helhedsplan) -> Grundlag:
    """Six queries, whatever the size of the budget."""
    aftale = plan.samarbejdsaftale
    aftaler = Delaftale.objects.filter(indsatsomraade__helhedsplan=plan).i_raekkefoelge()
    poster = plan.budgetposter.select_related("kilde", "omkostningstype", "delaftale__indsatsomraade__omraadetype")
    return Grundlag(
        plan=plan,
        hovedtal=(aftale.landsbyggefonden, aftale.lokal_medfinansiering),
        delaftaler=tuple(aftaler.select_related("indsatsomraade__omraadetype")),
        kilder=tuple(plan.finansieringskilder.all()),
        raekker=tuple(poster.order_by("aar", "kilde", "pk")),
        tilsagn=tuple(plan.tilsagn.select_related("kilde").order_by("kilde", "aar", "pk")),
        andele=tuple(plan.oplyste_andele.prefetch_related("kilder")),
    )


def budgetside(plan: Helhedsplan) -> Budgetside:
    """The whole page. The figures stand as the rows are today: the budget has no versions of its own."""
    penge = grundlag(plan)
    krav, finansiering = plan.bevillingsperiode.mindste_medfinansiering, penge.finansiering
    aar = regnskabsaar(plan.start_dato, plan.slut_dato)
    steder = [str(et.indsatsomraade) for et in penge.delaftaler] + [TVAERGAAENDE, IKKE_FORDELT]
    tabel = regler.tabel(penge.poster, aar, steder)
    return Budgetside(
        grundlag=penge,
        overskrift=overskrift(finansiering, penge.bidrag, krav),
        advarsler=tuple(_advarsler(penge, finansiering, krav)),
        noegletal=tuple(_noegletal(penge, finansiering, krav)),
        bjaelke=_bjaelke(finansiering, krav),
        krav=krav,
        tabel=tabel,
        aarsord=tuple((str(et), aarets_maaneder(et, plan)) if et else ("År", "ikke oplyst") for et in tabel.aar),
        andelsord=tuple("ikke oplyst" if et is None else procent_mod_krav(et, krav) for et in tabel.lokale_andele),
        givere=tuple(_giverraekker(penge)),
        lovet_i_alt=sum((et.beloeb for et in penge.gaeldende_tilsagn), Decimal(0)),
        omlaegninger=tuple(_omlaegninger(penge)),
        andele=tuple(OplystAndelLinje(et, andelssaetning(et, proeve), proeve) for et, proeve in proev_andele(penge)),
    )


def giver_af(kilde: Finansieringskilde) -> Giver:
    return Giver(kilde.navn, kilde.er_lokal)


def _post(raekke: Budgetpost) -> Post:
    sted = str(raekke.delaftale.indsatsomraade) if raekke.delaftale else STEDER[Placering(raekke.placering)]
    giver = giver_af(raekke.kilde) if raekke.kilde else None
    return Post(sted, raekke.beloeb, raekke.aar, giver, raekke.omkostningstype.navn if raekke.omkostningstype else None)


def _advarsler(penge: Grundlag, finansiering: Finansiering, krav: Decimal) -> list[str]:
    ud = []
    if finansiering.andel is not None and finansiering.i_alt and not holder_lokal_andel(finansiering.andel, krav):
        mindst = mindste_lokale_beloeb(finansiering.i_alt, krav)
        ud.append(
            f"Den lokale medfinansiering er {talformat.kroner(finansiering.lokal or Decimal(0))} "
            f"Kravet er mindst {talformat.andel(krav)}, altså {talformat.kroner(mindst)}"
        )
    posterne, hovedtal = _sum(penge.raekker), samlet(*penge.hovedtal)
    if penge.raekker and hovedtal is not None and posterne != hovedtal:
        ud.append(
            f"Budgetposterne giver {talformat.kroner(posterne)}, men aftalens hovedtal er {talformat.kroner(hovedtal)} "
            f"Forskellen er {talformat.kroner(abs(hovedtal - posterne))}"
        )
    return ud


def _noegletal(penge: Grundlag, finansiering: Finansiering, krav: Decimal) -> list[dict[str, str]]:
    ikke = "Ikke oplyst"
    andel = finansiering.andel
    note = "" if andel is None else ("Over kravet" if holder_lokal_andel(andel, krav) else "Under kravet")
    tal = [
        ("Samlet budget", finansiering.i_alt, _fordelingsnote(penge)),
        (
            "Landsbyggefonden",
            finansiering.landsbyggefonden,
            f"Efter {finansiering.kilde}" if finansiering.kilde else "",
        ),
    ]
    lokal = {
        "titel": "Lokal medfinansiering",
        "tal": ikke if andel is None else procent_mod_krav(andel, krav),
        "note": f"{talformat.kroner(finansiering.lokal)} {note}" if note and finansiering.lokal is not None else ikke,
    }
    if andel is None:
        lokal["note"] = "Kan ikke regnes ud endnu"
    kort = [{"titel": titel, "tal": talformat.kroner(v) if v is not None else ikke, "note": n} for titel, v, n in tal]
    return [kort[0], lokal, kort[1]]


def _fordelingsnote(penge: Grundlag) -> str:
    """ "15.497.000 kr. i delaftaler, 2.148.000 kr. tværgående"."""
    ord_ = {Placering.DELAFTALE: "i delaftaler", **{sted: sted.label for sted in STEDER}}
    summer = [(navn, [et for et in penge.raekker if et.placering == sted]) for sted, navn in ord_.items()]
    led = [f"{talformat.kroner(_sum(egne))} {navn}" for navn, egne in summer if egne]
    return ", ".join(led) or "Ingen budgetposter endnu"


def _bjaelke(finansiering: Finansiering, krav: Decimal) -> SafeString | None:
    andel = finansiering.andel
    if andel is None:
        return None
    tekst, krav_tekst = procent_mod_krav(andel, krav), talformat.andel(krav)
    holdt = holder_lokal_andel(andel, krav)
    titel = f"Lokal medfinansiering er {tekst}, kravet er mindst {krav_tekst}"
    return bjaelke(Bjaelke(andel, tekst, krav, f"krav {krav_tekst}", er_holdt=holdt), titel=titel)


def _giverraekker(penge: Grundlag) -> list[Giverraekke]:
    grupper = [(kilde, [et for et in penge.gaeldende_tilsagn if et.kilde_id == kilde.pk]) for kilde in penge.kilder]
    return [Giverraekke(kilde, tuple(egne), _sum(egne)) for kilde, egne in grupper]


def _omlaegninger(penge: Grundlag) -> list[Omlaegning]:
    nye: dict[int, list[Tilsagn]] = {}
    for et in penge.tilsagn:
        nye.setdefault(et.erstatter_id or 0, []).append(et)
    gamle = sorted((et for et in penge.tilsagn if et.erstattet_dato), key=lambda et: (et.erstattet_dato, et.pk))
    return [
        Omlaegning(
            et, omlaegningssaetning(et, nye.get(et.pk, [])), not any(n.erstattet_dato for n in nye.get(et.pk, []))
        )
        for et in gamle
    ]


def proev_andele(penge: Grundlag) -> list[tuple[OplystAndel, Andelsproeve]]:
    """Every stated share held against the figures."""
    bidrag, i_alt = penge.bidrag, penge.finansiering.i_alt
    lokale = [et.navn for et in penge.kilder if et.er_lokal]
    ud = []
    for andel in penge.andele:
        naevnte = [et.navn for et in andel.kilder.all()]
        andre = [navn for navn in lokale if navn not in naevnte]
        ud.append((andel, proev_andel(andel.procent, naevnte, bidrag, andre, i_alt)))
    return ud


def _sum(raekker: Sequence[Budgetpost] | Sequence[Tilsagn]) -> Decimal:
    return sum((et.beloeb for et in raekker), Decimal(0))
