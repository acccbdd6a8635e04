"""The money in the documents' snapshots, read back: lines, promises, givers and stated shares as plain facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from aftaler.models.budget import Kildeart, Placering, Tilsagnsart
from aftaler.rules import budget as regler
from aftaler.rules.budget import IKKE_FORDELT, TVAERGAAENDE, Finansiering, Giver, Post
from aftaler.rules.penge import Andelsproeve, proev_andel

STEDER = {Placering.TVAERGAAENDE: TVAERGAAENDE, Placering.IKKE_FORDELT: IKKE_FORDELT}
Hovedtal = tuple[Decimal | None, Decimal | None]  # Landsbyggefonden and lokal medfinansiering, in kroner


@dataclass(frozen=True)
class Linje:
    """A budget line; `noegle` is its row."""

    noegle: int
    post: Post
    tekst: str


@dataclass(frozen=True)
class Loefte:
    """A promise (Tilsagn). `erstatter` is the promise it came of, `erstattet` the day it became others."""

    noegle: int
    giver: Giver
    art: str
    beloeb: Decimal
    aar: int | None
    timer: Decimal | None
    sats: Decimal | None
    betingelse: str
    erstatter: int | None
    erstattet: date | None
    grund: str

    @property
    def artsord(self) -> str:
        return str(Tilsagnsart(self.art).label)


@dataclass(frozen=True)
class Kilde:
    noegle: int
    giver: Giver


@dataclass(frozen=True)
class Oplyst:
    """A share that a document states, in percent, and the givers it credits."""

    noegle: int
    procent: Decimal
    kilder: tuple[str, ...]
    hvor: str


@dataclass(frozen=True)
class Delaftaletal:
    """A delaftale's own main figures, and the sum of its lines (None where it has none)."""

    nr: str
    navn: str
    hovedtal: Hovedtal
    poster: Decimal | None

    @property
    def sted(self) -> str:
        return f"{self.nr} {self.navn}"


@dataclass(frozen=True)
class Penge:
    """All the money of a plan, as its documents say it."""

    hovedtal: Hovedtal
    delaftaler: tuple[Delaftaletal, ...]
    kilder: tuple[Kilde, ...]
    linjer: tuple[Linje, ...]
    loefter: tuple[Loefte, ...]
    andele: tuple[Oplyst, ...]

    @property
    def poster(self) -> tuple[Post, ...]:
        return tuple(et.post for et in self.linjer)

    @property
    def gaeldende(self) -> tuple[Loefte, ...]:
        """The promises that nothing has replaced."""
        return tuple(et for et in self.loefter if et.erstattet is None)

    @property
    def finansiering(self) -> Finansiering:
        return regler.finansiering(self.poster, self.hovedtal)

    @property
    def bidrag(self) -> dict[str, Decimal]:
        return regler.bidrag(self.poster, [(et.giver, et.beloeb) for et in self.gaeldende], self.hovedtal[0])

    @property
    def steder(self) -> list[str]:
        return [*(et.sted for et in self.delaftaler), TVAERGAAENDE, IKKE_FORDELT]

    def sum_i(self, sted: str) -> Decimal:
        return lagt_sammen([et.post for et in self.linjer if et.post.sted == sted])


def penge(strategisk: dict[str, Any], delaftaler: Sequence[dict[str, Any]]) -> Penge:
    """From the snapshots of the strategic agreement and the delaftaler; a part that an old one lacks is empty."""
    plan = strategisk.get("finansieringsplan", {"kilder": [], "tilsagn": [], "oplyste_andele": []})
    givere = {et["navn"]: Giver(et["navn"], et["art"] != Kildeart.LANDSBYGGEFONDEN) for et in plan["kilder"]}
    linjer = [_linje(et, STEDER[Placering(et["placering"])], givere) for et in strategisk.get("budgetposter", [])]
    tal = []
    for dok in delaftaler:
        sted = f"{dok['nr']} {dok['indsatsomraade']}"
        egne = [_linje(et, sted, givere) for et in dok.get("budgetposter", [])]
        i_alt = lagt_sammen([et.post for et in egne]) if egne else None
        tal.append(Delaftaletal(dok["nr"], dok["indsatsomraade"], _hovedtal(dok), i_alt))
        linjer += egne
    return Penge(
        hovedtal=_hovedtal(strategisk),
        delaftaler=tuple(tal),
        kilder=tuple(Kilde(et["noegle"], givere[et["navn"]]) for et in plan["kilder"]),
        linjer=tuple(linjer),
        loefter=tuple(_loefte(et, givere) for et in plan["tilsagn"]),
        andele=tuple(
            Oplyst(et["noegle"], Decimal(et["procent"]), tuple(et["kilder"]), et["hvor"])
            for et in plan["oplyste_andele"]
        ),
    )


def proev_andele(penge: Penge) -> list[tuple[Oplyst, Andelsproeve]]:
    """Every stated share held against the figures."""
    bidrag, i_alt = penge.bidrag, penge.finansiering.i_alt
    lokale = [et.giver.navn for et in penge.kilder if et.giver.er_lokal]
    return [
        (et, proev_andel(et.procent, et.kilder, bidrag, [navn for navn in lokale if navn not in et.kilder], i_alt))
        for et in penge.andele
    ]


def lagt_sammen(led: Sequence[Post] | Sequence[Loefte]) -> Decimal:
    return sum((et.beloeb for et in led), Decimal(0))


def _linje(raekke: dict[str, Any], sted: str, givere: dict[str, Giver]) -> Linje:
    giver = givere.get(raekke["kilde"]) if raekke["kilde"] else None
    post = Post(sted, Decimal(raekke["beloeb"]), raekke["aar"], giver, raekke["omkostningstype"])
    return Linje(raekke["noegle"], post, raekke["tekst"])


def _loefte(raekke: dict[str, Any], givere: dict[str, Giver]) -> Loefte:
    return Loefte(
        noegle=raekke["noegle"],
        giver=givere[raekke["kilde"]],
        art=raekke["art"],
        beloeb=Decimal(raekke["beloeb"]),
        aar=raekke["aar"],
        timer=_tal(raekke["timer"]),
        sats=_tal(raekke["sats"]),
        betingelse=raekke["betingelse"],
        erstatter=raekke["erstatter"],
        erstattet=date.fromisoformat(raekke["erstattet"]) if raekke["erstattet"] else None,
        grund=raekke.get("erstattet_grund", ""),
    )


def _hovedtal(dok: dict[str, Any]) -> Hovedtal:
    tal = dok["finansiering"]
    return _tal(tal["landsbyggefonden"]), _tal(tal["lokal_medfinansiering"])


def _tal(tekst: str | None) -> Decimal | None:
    return None if tekst is None else Decimal(tekst)
