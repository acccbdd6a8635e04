"""Bodies: when a seat is taken, what a body lacks, and which body may hang below which. Pure; the day is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from aftaler.models.organ import Organart, Organrolle
from aftaler.models.organisation import Organisationsart
from kerne import datoer

# The two sides that a bestyrelse must unite, and how each is named in a sentence.
SIDER = {
    Organisationsart.BOLIGORGANISATION: "boligorganisationerne",
    Organisationsart.KOMMUNE: "kommunen",
}
HAR_FORMAND = frozenset({Organart.BESTYRELSE, Organart.FORMANDSKAB, Organart.STYREGRUPPE})


@dataclass(frozen=True)
class Post:
    """One person's time on a seat; both days are included, and `til` None is until further notice."""

    navn: str
    rolle: str
    fra: date
    til: date | None

    def gaelder(self, dag: date) -> bool:
        return self.fra <= dag and (self.til is None or dag <= self.til)


@dataclass(frozen=True)
class Stol:
    """A seat with everybody who has it, had it or gets it. `side` is the kind of organisation that fills it."""

    betegnelse: str
    side: str = ""
    poster: tuple[Post, ...] = ()

    def nu(self, dag: date) -> Post | None:
        return next((et for et in self.poster if et.gaelder(dag)), None)

    def naeste(self, dag: date) -> Post | None:
        return min((et for et in self.poster if et.fra > dag), key=lambda et: et.fra, default=None)

    def udloeber(self, dag: date) -> Post | None:
        """Whoever sits there, when their time has an end and nobody is chosen to come after."""
        nu = self.nu(dag)
        return nu if nu and nu.til and not self.naeste(dag) else None

    def forrige(self, dag: date) -> Post | None:
        return max((et for et in self.poster if et.til and et.til < dag), key=lambda et: et.fra, default=None)


def overlapper(poster: Sequence[Post], fra: date, til: date | None) -> Post | None:
    """Regel plads-en-ad-gangen: På en plads sidder kun én ad gangen; to perioder må ikke dele en dag."""
    sidste = til or date.max
    return next((et for et in poster if et.fra <= sidste and fra <= (et.til or date.max)), None)


def ledig_i_ord(stol: Stol, dag: date) -> str:
    """Regel plads-ledig: En plads, hvor ingen sidder i dag, er ledig, og er en periode udløbet, siges hvornår.

    The empty string when somebody sits there.
    """
    if stol.nu(dag):
        return ""
    forrige, naeste = stol.forrige(dag), stol.naeste(dag)
    led = ["Ledig."]
    if forrige:
        led.append(f"{ejefald(forrige.navn)} periode udløb {datoer.dato(forrige.til)}.")
    if naeste:
        led.append(f"{naeste.navn} begynder {datoer.dato(naeste.fra)}.")
    return " ".join(led)


def mangler_formand(art: str, stole: Sequence[Stol], dag: date) -> list[str]:
    """Regel organ-formand: En bestyrelse, et formandskab og en styregruppe har en formand, som sidder der i dag."""
    if art not in HAR_FORMAND or not stole:
        return []
    siddende = [post for stol in stole if (post := stol.nu(dag))]
    return [] if any(et.rolle == Organrolle.FORMAND for et in siddende) else ["Der er ingen formand i dag."]


def mangler_parter(art: str, stole: Sequence[Stol], dag: date) -> list[str]:
    """Regel bestyrelse-begge-parter: I bestyrelsen sidder både boligorganisationerne og kommunen (domain.md 2.5)."""
    if art != Organart.BESTYRELSE or not stole:
        return []
    ud = []
    for side, navn in SIDER.items():
        egne = [et for et in stole if et.side == side]
        if not egne:
            ud.append(f"{navn.capitalize()} har ingen plads i bestyrelsen.")
        elif not any(et.nu(dag) for et in egne):
            ud.append(f"{navn.capitalize()} har plads i bestyrelsen, men ingen sidder på den i dag.")
    return ud


def mangler_i_organ(art: str, stole: Sequence[Stol], dag: date) -> list[str]:
    """All that the body lacks today, as sentences; a body that lacks nothing gives an empty list."""
    if not stole:
        return [] if art == Organart.UDEN_FOR else ["Organet har ingen pladser endnu."]
    ledige = sum(et.nu(dag) is None for et in stole)
    tomme = [f"{'En plads' if ledige == 1 else f'{ledige} pladser'} er {'ledig' if ledige == 1 else 'ledige'}."]
    return [*mangler_formand(art, stole, dag), *mangler_parter(art, stole, dag), *(tomme if ledige else [])]


def kan_hoere_under(organ: int | None, over: int | None, alle: Mapping[int, int | None]) -> bool:
    """Regel organ-over-under: Et organ kan ikke høre under sig selv eller under et organ, der hører under det.

    `alle` is body → the body above it. A body that does not exist yet can hang anywhere.
    """
    set_: set[int] = set()
    while over is not None and over not in set_:
        if over == organ:
            return False
        set_.add(over)
        over = alle.get(over)
    return True


def ejefald(navn: str) -> str:
    """A name in the genitive: "Inge Kirks", "Jonas Friis’"."""
    return f"{navn}’" if navn[-1:] in "sxzSXZ" else f"{navn}s"
