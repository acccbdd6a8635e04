"""The agenda as the one who writes at the meeting sees it: what is done, what is missing, and who is there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Max, Prefetch, QuerySet
from django.urls import reverse
from django.utils import timezone

from brugere.models import Bruger
from moeder.models import Behandling, Beslutning, Fremmoede, Moede, Opgave
from moeder.rules import referat as regler
from moeder.rules.beslutninger import stemmeord
from moeder.statuses import PAA_MOEDET

FOR_NYLIG = timedelta(minutes=5)  # somebody who saved this near is still writing


@dataclass(frozen=True)
class Skrivepunkt:
    """One item in the side navigation, by the names of components/sidenavigation.html. `note` is what is missing,
    `ord` what is written."""

    nummer: str
    titel: str
    url: str
    tilstand: str
    note: str
    ord: str
    valgt: bool


@dataclass(frozen=True)
class Nabo:
    """The way to the item before or after."""

    nr: int
    url: str


@dataclass(frozen=True)
class Beslutningslinje:
    noegle: int
    nr: int
    tekst: str
    stemmer: str
    udfald: str


def med_det_skrevne(punkter: QuerySet[Behandling]) -> QuerySet[Behandling]:
    """The items in order with what is decided and promised on them. Three queries."""
    return punkter.i_raekkefoelge().prefetch_related(
        Prefetch("beslutninger", Beslutning.objects.order_by("nr")),
        Prefetch("opgaver", Opgave.objects.select_related("ejer").order_by("frist_dato", "pk")),
    )


def skrivepunkter(moede: Moede, punkter: Sequence[Behandling], valgt: Behandling | None = None) -> list[Skrivepunkt]:
    """`punkter` are the whole agenda (`med_det_skrevne`): whoever writes sees all of it."""
    return [
        Skrivepunkt(
            nummer=f"{nr} {et.art}",
            titel=f"{et.titel} (lukket)" if et.lukket else et.titel,
            url=skriveside(moede, et),
            tilstand=_tilstand(et),
            note="Beslutning mangler" if _tilstand(et) == "mangler" else "",
            ord=_ord(et),
            valgt=valgt is not None and et.pk == valgt.pk,
        )
        for nr, et in enumerate(punkter, 1)
    ]


def naboer(moede: Moede, punkter: Sequence[Behandling], valgt: Behandling) -> tuple[int, Nabo | None, Nabo | None]:
    """The item's number, and the ways to the one before and the one after."""
    her = [et.pk for et in punkter].index(valgt.pk)
    foer = Nabo(her, skriveside(moede, punkter[her - 1])) if her else None
    efter = Nabo(her + 2, skriveside(moede, punkter[her + 1])) if her + 1 < len(punkter) else None
    return her + 1, foer, efter


def skriveside(moede: Moede, punkt: Behandling) -> str:
    return reverse("moeder:referat_punkt", args=[moede.helhedsplan.slug, moede.kode, punkt.pk])


def andre_der_skriver(punkt: Behandling, bruger: Bruger, *, nu: datetime) -> str:
    """Who else saved on the item within the last minutes, from its own history: nothing more is kept about anybody."""
    gemt = Behandling.pgh_event_model.objects.filter(pgh_obj=punkt.pk, rettet_tidspunkt__gt=nu - FOR_NYLIG)
    andre = gemt.exclude(rettet_af=bruger.pk).values("rettet_af").annotate(sidst=Max("rettet_tidspunkt"))
    tider = {et["rettet_af"]: timezone.localtime(et["sidst"]) for et in andre}
    navne = {et.pk: str(et) for et in Bruger.objects.filter(pk__in=tider)}
    nyeste_foerst = sorted(tider.items(), key=lambda et: (et[1], et[0]), reverse=True)
    return regler.skriver_ogsaa([(navne[noegle], tid) for noegle, tid in nyeste_foerst])


def beslutningslinjer(beslutninger: Iterable[Beslutning]) -> list[Beslutningslinje]:
    return [
        Beslutningslinje(
            et.pk,
            et.nr,
            et.tekst,
            stemmeord(et.stemmer_for, et.stemmer_imod, et.stemmer_hverken),
            et.get_udfald_display(),
        )
        for et in beslutninger
    ]


def til_stede_i_ord(fremmoede: Iterable[Fremmoede]) -> list[tuple[str, bool]]:
    """Each person in a few words, and whether they are there: ("Lone Vestergaard, afbud", False)."""
    return [(_person(et), et.art in PAA_MOEDET) for et in fremmoede]


def _person(fremmoede: Fremmoede) -> str:
    if fremmoede.stedfortraeder:
        return f"{fremmoede.stedfortraeder} for {fremmoede.person}"
    if fremmoede.art in PAA_MOEDET:
        return str(fremmoede.person)
    return f"{fremmoede.person}, {fremmoede.get_art_display().lower()}"


def _tilstand(punkt: Behandling) -> str:
    if punkt.er_beslutning:
        return "klar" if punkt.beslutninger.all() else "mangler"
    return "klar" if punkt.referat or punkt.beslutninger.all() or punkt.opgaver.all() else ""


def _ord(punkt: Behandling) -> str:
    dele = [f"Beslutning {et.nr}" for et in punkt.beslutninger.all()]
    if antal := len(punkt.opgaver.all()):
        dele.append("1 opgave" if antal == 1 else f"{antal} opgaver")
    return ", ".join(dele)
