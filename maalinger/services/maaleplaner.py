"""Writing down how the board follows a criterion: it isn't part of LBF's text (ADR 0008)."""

from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max, Min

from aftaler.models import Medlemskab, Succeskriterium
from brugere.models import Bruger
from brugere.roles import Ret
from kerne import haendelser, laas, talformat
from maalinger import permissions
from maalinger.models import Delmaal, Maaleplan
from maalinger.reports.opfoelgning import MAALEPLAN_AENDRET
from maalinger.rules import indtastning
from maalinger.rules.maaleplan import mangler_grund
from maalinger.rules.skala import gaelder_for, med_skala
from maalinger.rules.typer import Skala

Sted = tuple[int | None, int]  # whose milestone (an area's key, None for the whole plan), and of which year


class KanIkkeGemmes(ValidationError):
    """The måleplan can't be like that; each message stands at its field."""


@dataclass(frozen=True)
class Maaleplandata:
    """What the board decides. Empty means that nothing is decided; `delmaal` are all the milestones there are."""

    regneregel: str = ""
    hyppighed: str = ""
    ansvarlig: Bruger | None = None
    optaelling: str = ""
    skala_fra: int | None = None
    skala_til: int | None = None
    skala_maal: int | None = None
    delmaal: dict[Sted, Decimal] = field(default_factory=dict)


@transaction.atomic
def ret_maaleplan(kriterium: Succeskriterium, data: Maaleplandata, *, udgave: int, af: Bruger, grund: str = "") -> None:
    """Måleplan and milestones as one. `udgave` is the edition that was read, 0 when there was none.

    `grund` is why approved figures are judged anew; it stays in the audit line, which the criterion's page shows.
    Raises PermissionDenied, KanIkkeGemmes, RettetImens.
    """
    plan = kriterium.helhedsplan
    if not permissions.maa_rette_maaleplan(af, plan):
        raise PermissionDenied
    Succeskriterium.objects.select_for_update(of=("self",), no_key=True).get(pk=kriterium.pk)
    raekke = Maaleplan.objects.filter(kriterium=kriterium).order_by("pk").first()
    if raekke is not None and raekke.udgave != udgave:
        raise laas.RettetImens(raekke)
    _proev(kriterium, raekke, data)
    skete = _hvad_skete(kriterium, raekke, data, grund.strip())
    if raekke is None:
        raekke = Maaleplan.objects.create(kriterium=kriterium, **_felter(data))
    else:
        laas.gem(raekke, udgave=udgave, af=af, **_felter(data))
    _skriv_delmaal(kriterium, data.delmaal)
    for linje in skete:
        haendelser.skriv(raekke, linje, af=af, kreds=plan.slug)


def _hvad_skete(kriterium: Succeskriterium, raekke: Maaleplan | None, data: Maaleplandata, grund: str) -> list[str]:
    """What decides a status is said old and new, and why: a target moved after the fact must be found in the log."""
    skift = _skift(kriterium, raekke or Maaleplan(), data)
    if mangler := mangler_grund(frozenset(navn for navn, _ in skift), kriterium.maalinger.taellende().count(), grund):
        raise KanIkkeGemmes({"grund": [mangler]})
    if grund:
        foran = f"{MAALEPLAN_AENDRET} Grund: {grund.rstrip('.')}. Ændret: "
        return haendelser.i_linjer(foran, [ord_ for _, ord_ in skift] or ["intet"])
    return haendelser.i_linjer("rettede måleplanen: ", [ord_ for _, ord_ in skift]) or ["rettede måleplanen"]


def _skift(kriterium: Succeskriterium, foer: Maaleplan, data: Maaleplandata) -> list[tuple[str, str]]:
    """What differs: the column's name (or `delmaal`), and "måles igen: intet → aar"."""
    ud = [
        (felt, f"{Maaleplan._meta.get_field(felt).verbose_name}: {_ord(felt, getattr(foer, felt))} → {_ord(felt, ny)}")
        for felt, ny in _felter(data).items()
        if getattr(foer, felt) != ny
    ]
    staar = {(et.omraade_id, et.aar): et.vaerdi for et in kriterium.delmaal.order_by("aar", "pk")}
    navne = dict(kriterium.helhedsplan.boligomraader.values_list("pk", "navn"))
    for sted in sorted({*staar, *data.delmaal}, key=lambda et: (et[1], navne.get(et[0], ""))):
        gammel, ny = staar.get(sted), data.delmaal.get(sted)
        if gammel != ny:
            hvor = f"delmål {sted[1]}, {navne[sted[0]]}" if sted[0] in navne else f"delmål {sted[1]}"
            ud.append(("delmaal", f"{hvor}: {_tal(gammel)} → {_tal(ny)}"))
    return ud


def _ord(felt: str, vaerdi: Any) -> str:
    """A column's value as a person reads it."""
    valg = dict(Maaleplan._meta.get_field(felt).flatchoices)
    return str(valg.get(vaerdi, vaerdi)).lower() if valg and vaerdi else str(vaerdi or "intet")


def _tal(vaerdi: Decimal | None) -> str:
    return "intet" if vaerdi is None else talformat.tal(vaerdi, hoejst=3)


def _felter(data: Maaleplandata) -> dict[str, Any]:
    """The row's own columns: everything but the milestones."""
    return {felt.name: getattr(data, felt.name) for felt in fields(data) if felt.name != "delmaal"}


def _proev(kriterium: Succeskriterium, raekke: Maaleplan | None, data: Maaleplandata) -> None:
    fejl: dict[str, list[str]] = {}
    godkendte = kriterium.maalinger.taellende()
    if data.regneregel != (raekke.regneregel if raekke else "") and godkendte.exists():
        fejl["regneregel"] = ["Der er godkendte målinger, så regnereglen ligger fast."]
    if data.ansvarlig and not _kan_maale(data.ansvarlig, kriterium):
        fejl["ansvarlig"] = ["Vælg et medlem af planen, der kan registrere målinger."]
    laesning = kriterium.laesning
    if skala := _skala(data):
        yder = godkendte.aggregate(fra=Min("vaerdi"), til=Max("vaerdi"))
        if yder["fra"] is not None and not skala.fra <= yder["fra"] <= yder["til"] <= skala.til:
            fejl["skala_fra"] = ["Der er godkendte vurderinger uden for skalaen. Vælg en skala, der har dem med."]
        if not gaelder_for(laesning):
            fejl["skala_fra"] = ["Kun det, der skal opleves eller vurderes, har en skala."]
        laesning = med_skala(laesning, skala)
    omraader = set(kriterium.helhedsplan.boligomraader.values_list("pk", flat=True))
    tal = [et for vaerdi in data.delmaal.values() for et in indtastning.fejl_i_tallet(vaerdi, laesning.enhed)]
    if tal or not {omraade for omraade, _ in data.delmaal} <= omraader | {None}:
        fejl["__all__"] = tal or ["Vælg et af planens områder."]
    if fejl:
        raise KanIkkeGemmes(fejl)
    try:
        Maaleplan(kriterium=kriterium, **_felter(data)).validate_constraints(exclude={"kriterium"})
    except ValidationError as ugyldig:
        raise KanIkkeGemmes({"skala_fra": ugyldig.messages}) from ugyldig


def _skala(data: Maaleplandata) -> Skala | None:
    fra, til, maal = data.skala_fra, data.skala_til, data.skala_maal
    return None if fra is None or til is None or maal is None else Skala(fra, til, maal)


def _kan_maale(bruger: Bruger, kriterium: Succeskriterium) -> bool:
    gyldige = Medlemskab.objects.gyldige_for(bruger, ret=Ret.REGISTRER)
    return gyldige.filter(helhedsplan=kriterium.helhedsplan).exists()


def _skriv_delmaal(kriterium: Succeskriterium, oensket: dict[Sted, Decimal]) -> None:
    """Make the rows say what is wanted; what is unchanged isn't touched, so its history stays quiet."""
    staar = {(et.omraade_id, et.aar): et for et in kriterium.delmaal.order_by("pk")}
    for sted, raekke in staar.items():
        if sted not in oensket:
            raekke.delete()
        elif raekke.vaerdi != oensket[sted]:
            raekke.vaerdi = oensket[sted]
            raekke.save(update_fields=["vaerdi"])
    for (omraade, aar), vaerdi in oensket.items():
        if (omraade, aar) not in staar:
            Delmaal.objects.create(kriterium=kriterium, omraade_id=omraade, aar=aar, vaerdi=vaerdi)
