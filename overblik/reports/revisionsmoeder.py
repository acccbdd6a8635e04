"""The meetings of the auditor's bilag: held ones, and of them the open items only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import Prefetch, QuerySet

from aftaler.models import Helhedsplan
from aftaler.models.organ import Organart
from maalinger.reports.kriterier import Kriterium
from moeder.models import Behandling, Beslutning, Henvisning, Moede, Opgave
from moeder.reports.figurer import MED_EMNET, UDEN
from moeder.statuses import Moedeart, Moedetilstand, Punktart, Referattilstand
from overblik.rules import revision as fakta
from overblik.rules.revision import Tidsrum

INTET_REFERAT = "Der er intet referat"


@dataclass(frozen=True)
class Punktet:
    """An item with everything that it may be about: criteria, activities and LBF's numbers of delaftaler."""

    kriterier: dict[int, str]  # key → what the item said of it when the meeting closed
    aktiviteter: dict[int, str]  # key → name
    delaftaler: dict[str, str]  # number → name
    behandlet: fakta.Behandlet

    def om(self, kriterium: Kriterium) -> fakta.Behandlet | None:
        """The item as one that treats the criterion, by name or as part of something larger; else None."""
        if kriterium.noegle in self.kriterier:
            return replace(self.behandlet, tal=self.kriterier[kriterium.noegle])
        if kriterium.aktivitet_noegle in self.aktiviteter:
            return replace(self.behandlet, om=f"aktiviteten {self.aktiviteter[kriterium.aktivitet_noegle]}")
        if kriterium.omraade_nr in self.delaftaler:
            return replace(self.behandlet, om=f"delaftale {self.delaftaler[kriterium.omraade_nr]}")
        return None


@dataclass(frozen=True)
class Behandlinger:
    """The items of held meetings, oldest first."""

    tid: Tidsrum
    punkter: tuple[Punktet, ...]

    def i_tiden(self, kriterium: Kriterium) -> tuple[fakta.Behandlet, ...]:
        return tuple(et for et in self._alle(kriterium) if self.tid.omfatter(et.dag))

    def senere(self, kriterium: Kriterium) -> tuple[fakta.Behandlet, ...]:
        return tuple(et for et in self._alle(kriterium) if et.dag > self.tid.dag)

    def _alle(self, kriterium: Kriterium) -> list[fakta.Behandlet]:
        return [fundet for et in self.punkter if (fundet := et.om(kriterium))]


def behandlinger(plan: Helhedsplan, kriterier: Sequence[Kriterium], tid: Tidsrum) -> Behandlinger:
    """Every open item of a held meeting that points at a criterion, an activity or a delaftale."""
    if not kriterier:
        return Behandlinger(tid, ())
    punkter = _aabne_punkter(plan).exclude(henvisninger=None).distinct()
    return Behandlinger(tid, tuple(_punktet(et) for et in punkter if et.moede.dag <= tid.i_dag))


def moeder(plan: Helhedsplan, tid: Tidsrum) -> tuple[fakta.Moedet, ...]:
    """The meetings of all bodies that were held in what the bilag covers, oldest first."""
    punkter: dict[int, list[Behandling]] = {}
    for et in _aabne_punkter(plan):
        punkter.setdefault(et.moede_id, []).append(et)
    holdte = Moede.objects.filter(helhedsplan=plan, tilstand=Moedetilstand.AFSLUTTET)
    med = holdte.select_related("organ", "referat").prefetch_related(
        Prefetch("behandlinger", Behandling.objects.filter(lukket=True).order_by("pk"), to_attr="de_lukkede")
    )
    return tuple(_moedet(et, punkter.get(et.pk, [])) for et in med.order_by("begynder", "pk") if tid.omfatter(et.dag))


def _aabne_punkter(plan: Helhedsplan) -> QuerySet[Behandling]:
    punkter = Behandling.objects.filter(
        moede__helhedsplan=plan, moede__tilstand=Moedetilstand.AFSLUTTET, lukket=False
    ).select_related("moede__organ")
    return punkter.order_by("moede__begynder", "moede", "raekkefoelge", "pk").prefetch_related(
        Prefetch("henvisninger", Henvisning.objects.select_related(*MED_EMNET).defer(*UDEN)),
        Prefetch("beslutninger", Beslutning.objects.order_by("nr")),
        Prefetch("opgaver", Opgave.objects.select_related("ejer").order_by("frist_dato", "pk")),
    )


def _punktet(punkt: Behandling) -> Punktet:
    henvisninger = list(punkt.henvisninger.all())
    dele = [et.delaftale.indsatsomraade for et in henvisninger if et.delaftale]
    return Punktet(
        kriterier={et.kriterium_id: _tallet(et) for et in henvisninger if et.kriterium_id},
        aktiviteter={et.aktivitet_id: str(et.aktivitet) for et in henvisninger if et.aktivitet_id},
        delaftaler={et.omraadetype.nr: str(et) for et in dele},
        behandlet=fakta.Behandlet(
            dag=punkt.moede.dag,
            organ=str(punkt.moede.organ),
            er_bestyrelsen=punkt.moede.organ.art == Organart.BESTYRELSE,
            punkt=punkt.titel,
            art=Punktart(punkt.art).label,
            beslutninger=_beslutninger(punkt),
            opgaver=_opgaver(punkt),
            moede=punkt.moede_id,
        ),
    )


def _tallet(henvisning: Henvisning) -> str:
    """What the meeting had before it: the figure that was frozen when it closed."""
    return henvisning.frosset.get("saetning", "") if henvisning.frosset else ""


def _moedet(moede: Moede, punkter: Sequence[Behandling]) -> fakta.Moedet:
    referat = getattr(moede, "referat", None)
    return fakta.Moedet(
        dag=moede.dag,
        organ=str(moede.organ),
        er_bestyrelsen=moede.organ.art == Organart.BESTYRELSE,
        aabne=len(punkter),
        lukkede=len(moede.de_lukkede),
        referat=referat.get_tilstand_display() if referat else INTET_REFERAT,
        referat_godkendt=referat is not None and referat.tilstand == Referattilstand.GODKENDT,
        slags="" if moede.art == Moedeart.ORDINAERT else moede.get_art_display(),
        beslutninger=tuple(besluttet for et in punkter for besluttet in _beslutninger(et)),
        opgaver=tuple(opgave for et in punkter for opgave in _opgaver(et)),
        noegle=moede.pk,
    )


def _beslutninger(punkt: Behandling) -> tuple[fakta.Besluttet, ...]:
    return tuple(
        fakta.Besluttet(et.nr, punkt.titel, et.tekst, et.get_status_display(), et.status_note)
        for et in punkt.beslutninger.all()
    )


def _opgaver(punkt: Behandling) -> tuple[fakta.Aftalt, ...]:
    numre = tuple(et.nr for et in punkt.beslutninger.all())
    return tuple(
        fakta.Aftalt(et.pk, et.tekst, str(et.ejer), et.frist_dato, et.udfoert_dato, et.udfoert_note, numre)
        for et in punkt.opgaver.all()
    )
