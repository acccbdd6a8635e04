"""Landsbyggefonden's ét-års-eftersyn: its four headings, filled with what the plan knows. Pure: the day is given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from aftaler.rules.frister import i_ord
from kerne import datoer
from maalinger.statuses import Status
from moeder.statuses import Pengeemne
from overblik.rules import kontrol_aftale, stilling
from overblik.rules import kontrol_opfoelgning as kontrol
from overblik.rules.plandata import Fund, Milepael, Plan


class Overskrift(IntEnum):
    """The agenda that Landsbyggefonden sends (S003)."""

    ORGANISERING = 1
    FREMDRIFT = 2
    OEKONOMI = 3
    OPFOELGNING = 4


TITLER = {
    Overskrift.ORGANISERING: "Organisering",
    Overskrift.FREMDRIFT: "Fremdrift, strategisk samarbejde og målopfyldelse",
    Overskrift.OEKONOMI: "Økonomi",
    Overskrift.OPFOELGNING: "Behov for yderligere opfølgning",
}
VENTER_PAA_SVAR = "Ændringer, der venter på svar"
VILKAAR_DER_VENTER = "Vilkår i ændringer, der venter på svar"
I_ORDEN = {
    Overskrift.ORGANISERING: "Alle pladser i bestyrelsen er besat, og hver aktivitet har en ansvarlig.",
    Overskrift.FREMDRIFT: "Ingen aktivitet er forsinket, og intet kriterium er bagud.",
    Overskrift.OEKONOMI: "Medfinansieringen er leveret, og ingen penge mangler en plan.",
    Overskrift.OPFOELGNING: "Ingen frist, intet vilkår og ingen opgave står åben.",
}


@dataclass(frozen=True)
class Punkt:
    """One thing to talk about, with what explains it; `hvad` groups those of a kind under a heading of their own."""

    hvad: str
    tekst: str
    under: tuple[str, ...] = ()

    @property
    def linje(self) -> str:
        """All of it as one line."""
        return " ".join((self.tekst, *self.under))


@dataclass(frozen=True)
class Kriteriestand:
    navn: str
    status: Status
    saetning: str


@dataclass(frozen=True)
class Penge:
    """The money in sentences, as the overview of the money says it."""

    saetning: str
    givere: tuple[tuple[str, tuple[str, ...]], ...] = ()  # what is missing, and what was agreed about it
    rester: tuple[str, ...] = ()
    overskredet: tuple[str, ...] = ()
    regnskaber: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fakta:
    """`frister` are the open deadlines, `opgaver` the open tasks with who does them; both with their day."""

    plan: Plan
    kriterier: tuple[Kriteriestand, ...] = ()
    penge: Penge = field(default_factory=lambda: Penge(""))
    frister: tuple[tuple[str, date], ...] = ()
    opgaver: tuple[tuple[str, date], ...] = ()
    frafaldet: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True)
class Afsnit:
    """One of the four headings. `saetning` says what is in order, or how it stands."""

    nr: int
    titel: str
    saetning: str
    punkter: tuple[Punkt, ...]

    @property
    def grupper(self) -> list[tuple[str, list[Punkt]]]:
        """The points of each kind together, in the order in which the kinds come."""
        efter_hvad: dict[str, list[Punkt]] = {}
        for et in self.punkter:
            efter_hvad.setdefault(et.hvad, []).append(et)
        return list(efter_hvad.items())


def afsnittene(fakta: Fakta) -> tuple[Afsnit, ...]:
    """Regel eftersynets-overskrifter: eftersynet har Landsbyggefondens fire overskrifter, udfyldt med det, planen ved.

    A heading without points says that it is in order; nothing is left empty.
    """
    indhold = {
        Overskrift.ORGANISERING: ("", organisering(fakta)),
        Overskrift.FREMDRIFT: (_stillingen(fakta.kriterier), fremdrift(fakta)),
        Overskrift.OEKONOMI: (fakta.penge.saetning, oekonomi(fakta.penge)),
        Overskrift.OPFOELGNING: ("", opfoelgning(fakta)),
    }
    ud = []
    for overskrift, (saetning, punkter) in indhold.items():
        led = [saetning, "" if punkter else I_ORDEN[overskrift]]
        ud.append(Afsnit(overskrift.value, TITLER[overskrift], " ".join(filter(None, led)), tuple(punkter)))
    return tuple(ud)


def organisering(fakta: Fakta) -> list[Punkt]:
    """Regel eftersyn-organisering: ledige pladser i bestyrelsen og aktiviteter uden en ansvarlig bliver nævnt."""
    plan = fakta.plan
    pladser = [*kontrol.bestyrelse_findes(plan), *kontrol.bestyrelsen_er_besat(plan)]
    return [
        *_punkter("Bestyrelsen", _aabne(fakta, pladser)),
        *_punkter("Ansvarlige", _aabne(fakta, kontrol_aftale.aktivitet_har_ansvarlig(plan))),
    ]


def fremdrift(fakta: Fakta) -> list[Punkt]:
    """Regel eftersyn-fremdrift: forsinkede aktiviteter nævnes med grund og sene milepæle, kriterier med deres tal."""
    plan = fakta.plan
    ud = []
    for et in _aabne(fakta, kontrol.aktivitet_er_i_gang(plan)):
        sene = [milepael for milepael in plan.milepaele if milepael.aktivitet == et.sted.args[0]]
        ud.append(Punkt("Aktiviteter, der ikke følger planen", et.besked, tuple(_sene(sene, plan.dag))))
    ud += _punkter("Målgrupper", _aabne(fakta, kontrol.maalgruppe_findes(plan)))
    ud += _punkter("Planens milepæle", _aabne(fakta, kontrol.milepael_naaet(plan)))
    ud += [
        Punkt("Kriterier, der ikke er på sporet", f"{et.navn}: {et.saetning}")
        for et in fakta.kriterier
        if et.status in (Status.BAGUD, Status.IKKE_OPFYLDT, Status.MAALING_MANGLER)
    ]
    ud += _punkter(VENTER_PAA_SVAR, _aabne(fakta, kontrol.aendring_afgjort(plan)))
    return ud


def oekonomi(penge: Penge) -> list[Punkt]:
    """Regel eftersyn-oekonomi: medfinansiering, der mangler, uforbrugte midler og sene regnskaber nævnes med beløb."""
    return [
        *(Punkt(str(Pengeemne.MEDFINANSIERING.label), tekst, aftalt) for tekst, aftalt in penge.givere),
        *(Punkt(str(Pengeemne.UFORBRUGT.label), et) for et in penge.rester),
        *(Punkt(str(Pengeemne.OVERSKRIDELSE.label), et) for et in penge.overskredet),
        *(Punkt(str(Pengeemne.REGNSKAB.label), et) for et in penge.regnskaber),
    ]


def pengesaetning(penge: Penge, emne: int) -> str:
    """What the eftersyn says about one thing of the plan's money, as one text; empty when there is nothing."""
    if emne == Pengeemne.STILLING:
        return penge.saetning
    return " ".join(et.linje for et in oekonomi(penge) if et.hvad == Pengeemne(emne).label)


def opfoelgning(fakta: Fakta) -> list[Punkt]:
    """Regel eftersyn-opfoelgning: åbne vilkår, frister og opgaver står med deres dag, de ældste først."""
    dag, venter = fakta.plan.dag, {et.noegle for et in fakta.plan.aendringer}
    vilkaar = [(et.aendring in venter, et.tekst.rstrip("."), et.dato) for et in fakta.plan.vilkaar]
    grupper = (
        ("Vilkår i godkendelser", [et[1:] for et in vilkaar if not et[0]]),
        (VILKAAR_DER_VENTER, [et[1:] for et in vilkaar if et[0]]),
        ("Frister", fakta.frister),
        ("Opgaver", fakta.opgaver),
    )
    return [
        Punkt(hvad, f"{tekst}. {i_ord(dato, None, dag, gjort_ord='Gjort')}")
        for hvad, raekker in grupper
        for tekst, dato in sorted(raekker, key=lambda et: (et[1], et[0]))
    ]


def _stillingen(kriterier: Sequence[Kriteriestand]) -> str:
    return "".join(led.tekst for led in stilling.overskrift(et.status for et in kriterier))


def _sene(milepaele: Iterable[Milepael], dag: date) -> Iterable[str]:
    """The milestones that were late, or are, with the reason."""
    for et in milepaele:
        if et.frist < (et.udfoert or dag):
            grund = f" {et.grund.rstrip('.')}." if et.grund else ""
            yield f"»{et.navn}«: {i_ord(et.frist, et.udfoert, dag, gjort_ord='Nået')}{grund}"


def _punkter(hvad: str, fund: Iterable[Fund]) -> list[Punkt]:
    return [Punkt(hvad, et.besked) for et in fund]


def _aabne(fakta: Fakta, fund: Iterable[Fund]) -> list[Fund]:
    """Without what somebody let be, with a reason, in the rule check."""
    return [et for et in fund if (et.regel, et.noegle) not in fakta.frafaldet]


def hvornaar(frist: date | None, holdt: date | None) -> str:
    """When the eftersyn is or was: "Holdt 9. oktober 2018.", "Skal holdes senest 1. maj 2020."."""
    if holdt:
        return f"Holdt {datoer.dato(holdt)}."
    return f"Skal holdes senest {datoer.dato(frist)}." if frist else ""
