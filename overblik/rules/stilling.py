"""Counting and putting into words where a plan stands. Pure: no user, no clock."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from maalinger.statuses import Status

BEDOEMT = (Status.OPFYLDT, Status.PAA_SPORET, Status.BAGUD, Status.IKKE_OPFYLDT)
I_ORD = {
    Status.OPFYLDT: "opfyldt",
    Status.PAA_SPORET: "på sporet",
    Status.BAGUD: "bagud",
    Status.IKKE_OPFYLDT: "ikke opfyldt",
}
TALORD = (
    "nul", "ét", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten",
    "femten", "seksten", "sytten", "atten", "nitten", "tyve",
)  # fmt: skip


@dataclass(frozen=True)
class Led:
    """A piece of the headline; `status` is the code of the sign it counts, None for the words between."""

    tekst: str
    status: str | None = None


@dataclass(frozen=True)
class Tid:
    """Months of the plan: gone and in all."""

    gaaet: int
    alle: int

    @property
    def tilbage(self) -> int:
        return self.alle - self.gaaet


def talord(antal: int) -> str:
    """Up to twenty in words, then in figures: "to", "21"."""
    return TALORD[antal] if antal < len(TALORD) else str(antal)


def antal_kriterier(antal: int) -> str:
    """ "Ti succeskriterier"; "Succeskriterier" when there are none."""
    if not antal:
        return "Succeskriterier"
    return f"{stort(talord(antal))} {'succeskriterium' if antal == 1 else 'succeskriterier'}"


def overskrift(statusser: Iterable[Status], *, foreloebige: int = 0) -> tuple[Led, ...]:
    """Regel overskriften-taeller: de bedømte tælles hver for sig, de foreløbige nævnes, og resten siges for sig."""
    antal = Counter(statusser)
    alle = sum(antal.values())
    if not alle:
        return (Led("Aftalen har ingen succeskriterier endnu."),)
    fundet = [(status, antal[status]) for status in BEDOEMT if antal[status]]
    bedoemt = sum(et for _, et in fundet)
    led = _bedoemte(fundet, alle)
    if foreloebige:
        led += [Led(_foreloebige(foreloebige, bedoemt), "foreloebig"), Led(". ")]
    rest = alle - bedoemt
    if rest and fundet:
        led += [Led(f"{stort(talord(rest))} kan ikke bedømmes endnu", Status.IKKE_MAALBART.value), Led(".")]
    elif rest:
        hvem = "Kriteriet kan ikke" if alle == 1 else f"Ingen af de {talord(alle)} kriterier kan"
        led += [Led(f"{hvem} bedømmes endnu", Status.IKKE_MAALBART.value), Led(".")]
    return (*led[:-1], Led(led[-1].tekst.strip()))


def _bedoemte(fundet: list[tuple[Status, int]], alle: int) -> list[Led]:
    """ "To kriterier er på sporet, og to er bagud. " """
    led: list[Led] = []
    for nr, (status, et) in enumerate(fundet):
        if et == alle and alle > 1:
            hvem = f"{'Begge' if alle == 2 else f'Alle {talord(alle)}'} kriterier"
        elif nr == 0:
            hvem = f"{stort(talord(et))} {'kriterium' if et == 1 else 'kriterier'}"
        else:
            hvem = talord(et)
        if nr:
            led.append(Led(", og " if nr == len(fundet) - 1 else ", "))
        led.append(Led(f"{hvem} er {I_ORD[status]}", status.value))
    return [*led, Led(". ")] if led else []


def _foreloebige(antal: int, bedoemt: int) -> str:
    if bedoemt == 1:
        return "Tallet er foreløbigt"
    if antal == 1:
        return "Ét af tallene er foreløbigt"
    return f"{'Alle' if antal == bedoemt else stort(talord(antal)) + ' af'} tallene er foreløbige"


def tid(*, start: date, slut: date, dato: date) -> Tid:
    """Regel maaneder-gaaet: en måned er gået, når den er helt omme; planens sidste dag hører med."""
    alle = _hele_maaneder(start, slut + timedelta(days=1))
    return Tid(min(max(_hele_maaneder(start, dato), 0), alle), alle)


def _hele_maaneder(fra: date, til: date) -> int:
    return (til.year - fra.year) * 12 + til.month - fra.month - (til.day < fra.day)


def stort(tekst: str) -> str:
    """First letter large, the rest as it is."""
    return tekst[:1].upper() + tekst[1:]
