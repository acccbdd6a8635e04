"""The annexes that the template requires, each with its state, read from the documents' snapshots."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from aftaler.laesning import Mangel
from aftaler.models import Skabelonbilag
from aftaler.models.bilag import Bilagsart
from aftaler.reports import delaftale_blokke, omraadet, skema_er_udfyldt
from aftaler.reports.penge import penge
from aftaler.rules.bilag import (
    Bilagstilstand,
    Organfakta,
    Vurdering,
    vurder_budget,
    vurder_delaftaler,
    vurder_diagram,
    vurder_maalinger,
    vurder_milepaele,
    vurder_skemaer,
    vurder_tekst,
)
from aftaler.rules.penge import samlet

MAERKATER = {Bilagstilstand.MANGLER: "opmaerksom", Bilagstilstand.KLADDE: "kladde", Bilagstilstand.KLAR: "faerdig"}


@dataclass(frozen=True)
class Grundlag:
    """What the annexes are judged on. `klare` are the kinds of text that somebody marked as ready."""

    strategisk: dict[str, Any]
    delaftaler: Sequence[dict[str, Any]]
    klare: Collection[str]


@dataclass(frozen=True)
class Bilagsraekke:
    """One annex: its state in a word, what it is made of, and what it lacks."""

    kode: str
    navn: str
    kilde: str
    vurdering: Vurdering

    @property
    def ord(self) -> str:
        return str(self.vurdering.tilstand.label)

    @property
    def maerkat(self) -> str:
        return MAERKATER.get(self.vurdering.tilstand, "")


def bilagsliste(bilag: Sequence[Skabelonbilag], grundlag: Grundlag) -> list[Bilagsraekke]:
    """In the template's order. An annex that this system knows nothing of is written somewhere else."""
    ud = []
    for et in bilag:
        kilde, vurder = VURDERINGER.get(et.kode, ("", _udenfor))
        ud.append(Bilagsraekke(et.kode, et.navn, kilde, vurder(grundlag)))
    return ud


def hovedsaetning(raekker: Sequence[Bilagsraekke]) -> str:
    """ "5 af 8 bilag er klar. 2 er kladder, og 1 mangler."."""
    antal = {et: sum(raekke.vurdering.tilstand == et for raekke in raekker) for et in Bilagstilstand}
    klare, kladder, mangler = (antal[et] for et in (Bilagstilstand.KLAR, Bilagstilstand.KLADDE, Bilagstilstand.MANGLER))
    rest = [f"{kladder} er {'kladde' if kladder == 1 else 'kladder'}"] if kladder else []
    rest += [f"{mangler} mangler"] if mangler else []
    return f"{klare} af {len(raekker)} bilag er klar." + (f" {', og '.join(rest)}." if rest else "")


def _delaftaler(grundlag: Grundlag) -> Vurdering:
    efter_nr = {et["nr"]: et for et in grundlag.delaftaler}
    mangler = [
        (et["nr"], _antal_mangler(efter_nr.get(et["nr"]), grundlag.strategisk))
        for et in grundlag.strategisk["indsatsomraader"]
    ]
    return vurder_delaftaler(mangler)


def _antal_mangler(dok: dict[str, Any] | None, strategisk: dict[str, Any]) -> int | None:
    if dok is None:
        return None
    return sum(bool(et.mangler) for et in delaftale_blokke(dok, omraadet(strategisk, dok["nr"])))


def _budget(grundlag: Grundlag) -> Vurdering:
    alle = penge(grundlag.strategisk, grundlag.delaftaler)
    return vurder_budget([et.beloeb for et in alle.poster], samlet(*alle.hovedtal))


def _diagram(grundlag: Grundlag) -> Vurdering:
    organer = grundlag.strategisk["organer"]
    findes = {et["noegle"] for et in organer}
    return vurder_diagram(
        [Organfakta(et["navn"], et["art"], et["over"] in findes, len(et["pladser"])) for et in organer]
    )


def _maalinger(grundlag: Grundlag) -> Vurdering:
    kriterier = [et for omraade in grundlag.strategisk["indsatsomraader"] for et in omraade["succeskriterier"]]
    har = [et["navn"] for et in kriterier if et["laesning"]["baseline_vaerdi"] is not None]
    uden = [et["navn"] for et in kriterier if Mangel.BASELINE in (et["laesning"]["mangler"] or [])]
    return vurder_maalinger(har, uden)


def _milepaele(grundlag: Grundlag) -> Vurdering:
    aktiviteter = [(et["navn"], len(et["milepaele"])) for et in _aktiviteter(grundlag)]
    return vurder_milepaele(aktiviteter, len(grundlag.strategisk["milepaele"]))


def _skemaer(grundlag: Grundlag) -> Vurdering:
    return vurder_skemaer([(et["navn"], skema_er_udfyldt(et)) for et in _aktiviteter(grundlag)])


def _aktiviteter(grundlag: Grundlag) -> list[dict[str, Any]]:
    return [et for dok in grundlag.delaftaler for et in dok["aktiviteter"]]


def _tekst(art: Bilagsart, grundlag: Grundlag) -> Vurdering:
    tekst = grundlag.strategisk["bilagstekster"].get(art.value, "")
    return vurder_tekst(tekst, er_markeret_klar=art.value in grundlag.klare)


def _udenfor(grundlag: Grundlag) -> Vurdering:
    return Vurdering(Bilagstilstand.UDENFOR)


# The template's code → what the annex is made of, and how it is judged.
VURDERINGER = {
    "delaftaler": ("Delaftalerne selv. Klar, når ingen af dem har tomme afsnit.", _delaftaler),
    "budget": ("Budgetposterne. Klar, når de tilsammen giver aftalens samlede budget.", _budget),
    "organisationsdiagram": ("Tegnes af organerne. Klar, når alle hænger sammen under bestyrelsen.", _diagram),
    "kommissorium": (
        "En tekst for sig selv. Klar, når nogen har markeret den som klar.",
        lambda grundlag: _tekst(Bilagsart.KOMMISSORIUM, grundlag),
    ),
    "maalinger": (
        "Tallene fra tilsagnet står som kriteriernes udgangspunkter. Klar, når intet udgangspunkt mangler.",
        _maalinger,
    ),
    "beredskabsplan": (
        "En tekst for sig selv. Klar, når nogen har markeret den som klar.",
        lambda grundlag: _tekst(Bilagsart.BEREDSKABSPLAN, grundlag),
    ),
    "milepaelsplan": ("Milepælene. Klar, når hver aktivitet har mindst én.", _milepaele),
    "aktivitetsskema": ("Et skema for hver aktivitet. Klar, når alle felter er udfyldt.", _skemaer),
}
