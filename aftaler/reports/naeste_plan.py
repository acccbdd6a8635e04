"""The way to the next plan as its pages tell it: every part with its decision, and what was carried on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from aftaler.models import Aktivitet, Helhedsplan, Indsatsomraade, Organ, Succeskriterium, Viderefoerelse
from aftaler.models.viderefoerelse import Valg
from aftaler.rules.naeste_plan import Del, Noegle, gaeldende_valg, mangler_foer_naeste_plan

Ting = Indsatsomraade | Aktivitet | Succeskriterium | Organ
SLAGS = {
    "indsatsomraade": "Indsatsområde",
    "aktivitet": "Aktivitet",
    "kriterium": "Succeskriterium",
    "organ": "Organ",
}
ORGANER = "organer"


@dataclass(frozen=True)
class Post:
    """A part of the plan with its row, its decision (None: not yet), and what counts when its place is asked too."""

    noegle: Noegle
    navn: str
    ting: Ting
    over: Noegle | None
    beslutning: Viderefoerelse | None
    gaelder: Valg | None = None

    @property
    def slags(self) -> str:
        return SLAGS[self.noegle[0]]

    @property
    def gaelder_ord(self) -> str:
        return str(self.gaelder.label) if self.gaelder else "Ikke besluttet"

    @property
    def dybde(self) -> int:
        """How far below the plan it stands: 0 for an area or a body."""
        return 0 if self.over is None else 1 if self.over[0] == "indsatsomraade" else 2

    @property
    def kode(self) -> str:
        """As in a form's field names."""
        return "_".join(map(str, self.noegle))

    @property
    def foelger_stedet(self) -> bool:
        """Nothing is to be decided: what it belongs to is not carried on."""
        return self.gaelder is not None and (self.beslutning is None or self.beslutning.valg != self.gaelder)


def poster(plan: Helhedsplan) -> list[Post]:
    """Every part of the plan, each below what it belongs to, the bodies last. A fixed number of queries."""
    omraader = plan.indsatsomraader.select_related("omraadetype", "viderefoerelse__besluttet_af").order_by(
        "omraadetype__nr", "pk"
    )
    aktiviteter = Aktivitet.objects.filter(delaftale__indsatsomraade__helhedsplan=plan)
    aktiviteter = aktiviteter.select_related("delaftale", "viderefoerelse__besluttet_af").order_by("raekkefoelge", "pk")
    kriterier = plan.succeskriterier.select_related("viderefoerelse__besluttet_af").order_by("nr", "pk")
    raa: list[tuple[Noegle, str, Ting, Noegle | None]] = []
    for omraade in omraader:
        sted = ("indsatsomraade", omraade.pk)
        raa.append((sted, str(omraade), omraade, None))
        egne = [et for et in kriterier if et.indsatsomraade_id == omraade.pk]
        raa += [(("kriterium", et.pk), _kriterium(et), et, sted) for et in egne if et.aktivitet_id is None]
        for aktivitet in (et for et in aktiviteter if et.delaftale.indsatsomraade_id == omraade.pk):
            her = ("aktivitet", aktivitet.pk)
            raa.append((her, str(aktivitet), aktivitet, sted))
            raa += [(("kriterium", et.pk), _kriterium(et), et, her) for et in egne if et.aktivitet_id == aktivitet.pk]
    organer = plan.organer.i_aftalen().select_related("viderefoerelse__besluttet_af").order_by("pk")
    raa += [(("organ", et.pk), str(et), et, None) for et in organer]
    besluttet = {noegle: getattr(ting, "viderefoerelse", None) for noegle, _, ting, _ in raa}
    gaelder = gaeldende_valg([_del(noegle, navn, over, besluttet[noegle]) for noegle, navn, _, over in raa])
    return [Post(noegle, navn, ting, over, besluttet[noegle], gaelder[noegle]) for noegle, navn, ting, over in raa]


def mangler(alle: Sequence[Post]) -> list[str]:
    """What must be decided first; empty when the next plan may start."""
    return mangler_foer_naeste_plan([_del(et.noegle, et.navn, et.over, et.beslutning) for et in alle])


@dataclass(frozen=True)
class Gruppe:
    """The parts that are decided about on one page: an area's, or (`nr` "organer") the bodies."""

    nr: str
    navn: str
    poster: tuple[Post, ...]

    @property
    def mangler(self) -> int:
        """How many parts have no decision."""
        return sum(et.gaelder is None for et in self.poster)


@dataclass(frozen=True)
class Beslutningslinje:
    """A decision that brought something into a plan, or left it behind."""

    slags: str
    navn: str
    valg: str
    grund: str
    hvem: str
    hvornaar: datetime


def grupper(alle: Sequence[Post]) -> list[Gruppe]:
    """Area by area, and the bodies last."""
    ud: list[tuple[str, str, list[Post]]] = []
    for et in alle:
        if isinstance(et.ting, Indsatsomraade):
            ud.append((et.ting.omraadetype.nr, et.navn, []))
        elif isinstance(et.ting, Organ) and (not ud or ud[-1][0] != ORGANER):
            ud.append((ORGANER, "Organer", []))
        ud[-1][2].append(et)
    return [Gruppe(nr, navn, tuple(poster_)) for nr, navn, poster_ in ud]


def hvor_langt(alle: Sequence[Post]) -> str:
    """The page's first sentence: how many parts are decided, and what becomes of them."""
    besluttet = [et for et in alle if et.gaelder is not None]
    if not besluttet:
        return "Der er ikke besluttet noget om den næste plan endnu."
    tal = {valg: sum(et.gaelder == valg for et in besluttet) for valg in Valg}
    led = f"{tal[Valg.VIDERE]} føres videre, {tal[Valg.SLUTTER]} slutter, og {tal[Valg.KOMMUNEN]} overgår til kommunen"
    return f"{len(besluttet)} af {len(alle)} dele er besluttet: {led}."


def beslutningslinjer(beslutninger: Iterable[Viderefoerelse]) -> list[Beslutningslinje]:
    """`beslutninger` with what they are about, and who decided."""
    return [
        Beslutningslinje(
            _slags(et),
            _kriterium(et.ting) if isinstance(et.ting, Succeskriterium) else str(et.ting),
            et.get_valg_display(),
            et.grund,
            str(et.besluttet_af),
            et.besluttet_tidspunkt,
        )
        for et in beslutninger
    ]


def _slags(beslutning: Viderefoerelse) -> str:
    return next(ord_ for navn, ord_ in SLAGS.items() if getattr(beslutning, f"{navn}_id"))


def _del(noegle: Noegle, navn: str, over: Noegle | None, beslutning: Viderefoerelse | None) -> Del:
    return Del(noegle, navn, over, Valg(beslutning.valg) if beslutning else None)


def _kriterium(kriterium: Succeskriterium) -> str:
    return f"{kriterium.nr}. {kriterium.navn}"
