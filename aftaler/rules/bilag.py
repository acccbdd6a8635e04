"""Annexes: what counts as missing, begun and ready. Pure: the facts come in, a state and sentences come out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import TextChoices

from aftaler.models.organ import Organart
from kerne.talformat import kroner

FLEST_NAVNE = 3  # so many are named; the rest are counted


class Bilagstilstand(TextChoices):
    MANGLER = "mangler", "Mangler"
    KLADDE = "kladde", "Kladde"
    KLAR = "klar", "Klar"
    UDENFOR = "udenfor", "Skrives uden for systemet"


@dataclass(frozen=True)
class Vurdering:
    """An annex' state, and what it lacks as sentences; nothing when it is ready."""

    tilstand: Bilagstilstand
    mangler: tuple[str, ...] = ()


KLAR = Vurdering(Bilagstilstand.KLAR)


def _mangler(*saetninger: str) -> Vurdering:
    return Vurdering(Bilagstilstand.MANGLER, saetninger)


def _klar_eller_kladde(saetninger: Sequence[str]) -> Vurdering:
    return Vurdering(Bilagstilstand.KLADDE, tuple(saetninger)) if saetninger else KLAR


@dataclass(frozen=True)
class Organfakta:
    navn: str
    art: str
    har_over: bool
    pladser: int


def vurder_tekst(tekst: str, *, er_markeret_klar: bool) -> Vurdering:
    """Regel bilag-tekst: Et bilag, der er en tekst, er en kladde, til nogen har markeret det som klar."""
    if not tekst:
        return _mangler("Teksten er ikke skrevet.")
    return _klar_eller_kladde([] if er_markeret_klar else ["Teksten er ikke markeret som klar."])


def kan_markeres_klar(tekst: str) -> bool:
    """Regel bilag-klar-har-tekst: Kun et bilag med tekst kan markeres som klar."""
    return bool(tekst)


def vurder_delaftaler(mangler: Sequence[tuple[str, int | None]]) -> Vurdering:
    """Regel bilag-delaftaler: Delaftalerne er klar, når hvert valgt indsatsområde har en delaftale uden tomme afsnit.

    `mangler` is (number, how many sections lack something); None when there is no delaftale to be read.
    """
    if not mangler:
        return _mangler("Der er ikke valgt noget indsatsområde.")
    if all(antal is None for _, antal in mangler):
        return _mangler("Ingen delaftale er godkendt endnu.")
    return _klar_eller_kladde(
        [
            f"{nr} er ikke godkendt endnu." if antal is None else f"{nr} mangler {_taelt(antal, 'afsnit', 'afsnit')}."
            for nr, antal in mangler
            if antal != 0
        ]
    )


def vurder_budget(poster: Sequence[Decimal], samlet: Decimal | None) -> Vurdering:
    """Regel bilag-budget: Budgettet er klart, når posterne tilsammen giver aftalens samlede budget."""
    if not poster:
        return _mangler("Der er ingen budgetposter.")
    if samlet is None:
        return _klar_eller_kladde(["Det samlede budget står ikke i aftalen, så posterne kan ikke holdes op mod det."])
    i_alt = sum(poster, Decimal(0))
    if i_alt != samlet:
        return _klar_eller_kladde([f"Posterne giver {kroner(i_alt)} Aftalens samlede budget er {kroner(samlet)}"])
    return KLAR


def vurder_diagram(organer: Sequence[Organfakta]) -> Vurdering:
    """Regel bilag-diagram: Diagrammet er klart, når bestyrelsen har pladser, og hvert andet organ hører under et."""
    if not organer:
        return _mangler("Der er ingen organer at tegne.")
    bestyrelsen = next((et for et in organer if et.art == Organart.BESTYRELSE), None)
    loese = [et.navn for et in organer if not et.har_over and et.art != Organart.BESTYRELSE]
    saetninger = [] if bestyrelsen else ["Der er ingen bestyrelse."]
    saetninger += [f"{bestyrelsen.navn} har ingen pladser."] if bestyrelsen and not bestyrelsen.pladser else []
    saetninger += [f"Hører ikke under noget organ: {_nogle(loese)}."] if loese else []
    return _klar_eller_kladde(saetninger)


def vurder_maalinger(har_udgangspunkt: Sequence[str], uden_udgangspunkt: Sequence[str]) -> Vurdering:
    """Regel bilag-maalinger: Målingerne er klar, når hvert kriterium, der måles ud fra et udgangspunkt, har fået det.

    Boligsociale Data on the day of the tilsagn stand as the criteria's baselines; the two are the criteria's names.
    """
    if not har_udgangspunkt:
        return _mangler("Intet kriterium har et udgangspunkt.")
    uden = f"Uden udgangspunkt: {_nogle(uden_udgangspunkt)}."
    return _klar_eller_kladde([uden] if uden_udgangspunkt else [])


def vurder_milepaele(aktiviteter: Sequence[tuple[str, int]], planens: int) -> Vurdering:
    """Regel bilag-milepaele: Milepælsplanen er klar, når hver aktivitet har mindst én milepæl.

    `planens` are the milestones of the plan as a whole.
    """
    uden = [navn for navn, antal in aktiviteter if not antal]
    if not planens and len(uden) == len(aktiviteter):
        return _mangler("Der er ingen milepæle.")
    return _klar_eller_kladde([f"Uden milepæl: {_nogle(uden)}."] if uden else [])


def vurder_skemaer(aktiviteter: Sequence[tuple[str, bool]]) -> Vurdering:
    """Regel bilag-skemaer: Aktivitetsskemaerne er klar, når alle seks felter er udfyldt for hver aktivitet.

    `aktiviteter` is (name, the form is filled in).
    """
    if not aktiviteter:
        return _mangler("Der er ingen aktiviteter.")
    uden = [navn for navn, er_udfyldt in aktiviteter if not er_udfyldt]
    return _klar_eller_kladde([f"Ikke udfyldt: {_nogle(uden)}."] if uden else [])


def _taelt(antal: int, en: str, flere: str) -> str:
    return f"{antal} {en if antal == 1 else flere}"


def _nogle(navne: Sequence[str]) -> str:
    """ "A, B og C", or "A, B, C og 4 til"."""
    vist = list(navne[:FLEST_NAVNE])
    rest = len(navne) - len(vist)
    led = [*vist, f"{rest} til"] if rest else vist
    return " og ".join(filter(None, (", ".join(led[:-1]), *led[-1:])))
