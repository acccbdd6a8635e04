"""The register of decisions, and the decisions behind a version."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils import timezone

from aftaler.models import Godkendelsestrin, Helhedsplan, Version
from aftaler.models.aendring import Trinslags
from aftaler.models.organ import Organart
from aftaler.permissions import rettigheder, trinret
from aftaler.rules.aendringer import BESTYRELSEN
from aftaler.statuses import Aendringsstatus, Trinudfald
from brugere.models import Bruger
from brugere.roles import Ret
from kerne import datoer
from moeder.models import Beslutning, Henvisning
from moeder.reports.figurer import Figur, dokumentet
from moeder.rules.beslutninger import mulige_skift, stemmeord
from moeder.statuses import Beslutningsstatus

MAERKER = {Beslutningsstatus.GAELDENDE: "oplysning", Beslutningsstatus.OPFYLDT: "faerdig"}


@dataclass(frozen=True)
class Beslutningslinje:
    """One row of the register. `maerke` is (word, kind of label).

    `kan_foeres`: the reader may record it on the change's route; else `venter_paa` says whom it waits for.
    """

    noegle: int
    nr: int
    dag: str
    organ: str
    punkt: str
    tekst: str
    stemmer: str
    note: str
    maerke: tuple[str, str]
    moede_url: str
    virkning: str
    virkning_url: str
    kan_foeres: bool
    venter_paa: str
    kan_skifte: bool
    lukket: bool


def register(plan: Helhedsplan, beslutninger: QuerySet[Beslutning], bruger: Bruger) -> list[Beslutningslinje]:
    """Newest first. The same number of queries for any number of rows."""
    ret = rettigheder(bruger, plan)
    trin = Godkendelsestrin.objects.filter(udfald=Trinudfald.AFVENTER, slags=Trinslags.BESLUTNING)
    alle = (
        beslutninger.select_related(
            "behandling__moede__organ", "aendring__delaftale__indsatsomraade__omraadetype", "aendring__version"
        )
        .defer("aendring__forslag", "aendring__version__indhold")
        .prefetch_related(Prefetch("aendring__trin", trin.select_related("organ"), to_attr="ventende_trin"))
    )
    return [_linje(plan, et, ret) for et in alle.order_by("-nr")]


@dataclass(frozen=True)
class Bag:
    """One body's decision behind a version, with the figures that its item had then."""

    nr: int
    organ: str
    dag: str
    punkt: str
    tekst: str
    stemmer: str
    url: str
    figurer: tuple[Figur, ...]


def bag_versionen(
    plan: Helhedsplan,
    beslutninger: Iterable[Beslutning],
    henvisninger: Iterable[Henvisning],
    figurer: Mapping[int, Figur],
) -> list[Bag]:
    """`beslutninger` with item, meeting and body; `henvisninger` are those of their items."""
    alle = list(henvisninger)
    return [
        Bag(
            et.nr,
            str(et.behandling.moede.organ),
            _dag(et),
            et.behandling.titel,
            et.tekst,
            stemmeord(et.stemmer_for, et.stemmer_imod, et.stemmer_hverken),
            _moedet(plan, et),
            tuple(figurer[h.pk] for h in alle if h.behandling_id == et.behandling_id and h.pk in figurer),
        )
        for et in beslutninger
    ]


def _linje(plan: Helhedsplan, beslutning: Beslutning, ret: frozenset[Ret]) -> Beslutningslinje:
    status = Beslutningsstatus(beslutning.status)
    virkning, url = _virkning(plan, beslutning, ser_kladde=Ret.KLADDE_SE in ret)
    trin = _ventende_trin(beslutning)
    maa = trin is not None and trinret(trin) in ret
    hvem = "formanden" if trin and trinret(trin) == Ret.BESLUT else "projektlederen"
    return Beslutningslinje(
        beslutning.pk,
        beslutning.nr,
        _dag(beslutning),
        str(beslutning.behandling.moede.organ),
        beslutning.behandling.titel,
        beslutning.tekst,
        stemmeord(beslutning.stemmer_for, beslutning.stemmer_imod, beslutning.stemmer_hverken),
        beslutning.status_note,
        (status.label, MAERKER.get(status, "")),
        _moedet(plan, beslutning),
        virkning,
        url,
        maa,
        f"Venter på, at {hvem} fører den på ændringen" if trin and not maa and Ret.KLADDE_SE in ret else "",
        bool(mulige_skift(beslutning.status)),
        beslutning.behandling.lukket,
    )


def _virkning(plan: Helhedsplan, beslutning: Beslutning, *, ser_kladde: bool) -> tuple[str, str]:
    """What the decision did to a document, and the way there."""
    aendring = beslutning.aendring
    if aendring is None:
        return "", ""
    if aendring.version:
        version: Version = aendring.version
        hvad = f"Version {version.nr} af {dokumentet(aendring)}, gælder fra {datoer.dato(version.gaelder_fra)}"
        return hvad, reverse("aftaler:version_detalje", args=[plan.slug, version.pk])
    if not ser_kladde:
        return "", ""
    ord_ = "på vej gennem godkendelserne" if _er_paa_vej(beslutning) else aendring.get_status_display().lower()
    return (
        f"Ændring af {dokumentet(aendring)}, {ord_}",
        reverse("aftaler:aendring_detalje", args=[plan.slug, aendring.pk]),
    )


def _er_paa_vej(beslutning: Beslutning) -> bool:
    return beslutning.aendring is not None and beslutning.aendring.status == Aendringsstatus.INDSENDT


def _ventende_trin(beslutning: Beslutning) -> Godkendelsestrin | None:
    """The body's own step on the route, while it waits and the decision answers it."""
    if not (beslutning.udfald and _er_paa_vej(beslutning)):
        return None
    organ = beslutning.behandling.moede.organ
    er_bestyrelsen = organ.art == Organart.BESTYRELSE
    return next(
        (
            et
            for et in beslutning.aendring.ventende_trin
            if et.organ_id == organ.pk or (et.organ_id is None and er_bestyrelsen and et.navn == BESTYRELSEN)
        ),
        None,
    )


def _dag(beslutning: Beslutning) -> str:
    return datoer.dato(timezone.localtime(beslutning.behandling.moede.begynder))


def _moedet(plan: Helhedsplan, beslutning: Beslutning) -> str:
    return reverse("moeder:referat", args=[plan.slug, beslutning.behandling.moede.kode])
