"""Copying what is carried on into a new plan, as its draft. What happened stays in the old plan.

Not carried on: money, milestones and dates (they lie in the old period), people's seats in bodies, hand-set statuses.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from aftaler.models import (
    Aftalepart,
    Aktivitet,
    Delaftale,
    Helhedsplan,
    Indsatsomraade,
    Maalgruppe,
    Omraadetype,
    Organ,
    Person,
    Plads,
    Succeskriterium,
    Virkning,
)
from aftaler.rules.naeste_plan import Noegle

EGNE = {"id", "udgave", "rettet_tidspunkt", "rettet_af"}  # the row's own life, not what it says
IKKE_AKTIVITET = {
    "start_dato", "slut_dato", "status_sat", "status_grund", "status_sat_af", "status_sat_tidspunkt", "raekkefoelge",
}  # fmt: skip
DELAFTALENS_TEKSTER = ("medarbejderressourcer", "sammenhaeng", "konflikthaandtering", "revision")


def kopier(
    gammel: Helhedsplan, ny: Helhedsplan, videre: Iterable[models.Model], omraader: Mapping[int, Omraadetype]
) -> dict[Noegle, int]:
    """Copy parties, places and the parts in `videre`; answers the key of each part's copy."""
    ny.boligomraader.set(gammel.boligomraader.all())
    ny.boligafdelinger.set(gammel.boligafdelinger.all())
    personer = _personer(gammel, ny)
    _parter(gammel, ny, personer)
    dele = list(videre)
    nye_omraader = _omraader([et for et in dele if isinstance(et, Indsatsomraade)], ny, omraader)
    aktiviteter = _aktiviteter([et for et in dele if isinstance(et, Aktivitet)], nye_omraader, personer)
    kriterier = _kriterier([et for et in dele if isinstance(et, Succeskriterium)], ny, nye_omraader, aktiviteter)
    _virkninger(aktiviteter, kriterier)
    organer = _organer([et for et in dele if isinstance(et, Organ)], ny)
    slags: tuple[tuple[str, Mapping[int, models.Model]], ...] = (
        ("indsatsomraade", nye_omraader),
        ("aktivitet", aktiviteter),
        ("kriterium", kriterier),
        ("organ", organer),
    )
    return {(navn, pk): kopi.pk for navn, kopier_ in slags for pk, kopi in kopier_.items()}


def _felter(ting: models.Model, *, uden: Iterable[str] = ()) -> dict[str, Any]:
    """The row's own columns, without its key, its edition and what `uden` names."""
    udeladt = EGNE | set(uden)
    egne = (felt for felt in ting._meta.concrete_fields if felt.name not in udeladt)
    return {felt.attname: getattr(ting, felt.attname) for felt in egne}


def _personer(gammel: Helhedsplan, ny: Helhedsplan) -> dict[int, Person]:
    return {
        et.pk: Person.objects.create(**_felter(et, uden={"helhedsplan"}), helhedsplan=ny)
        for et in gammel.personer.order_by("pk")
    }


def _parter(gammel: Helhedsplan, ny: Helhedsplan, personer: Mapping[int, Person]) -> None:
    for et in gammel.aftaleparter.order_by("raekkefoelge", "pk"):
        Aftalepart.objects.create(
            helhedsplan=ny,
            organisation_id=et.organisation_id,
            raekkefoelge=et.raekkefoelge,
            underskriver=personer.get(et.underskriver_id or 0),
        )


def _omraader(
    gamle: list[Indsatsomraade], ny: Helhedsplan, omraader: Mapping[int, Omraadetype]
) -> dict[int, Indsatsomraade]:
    """Old key → new area. Two old areas may become one: their texts stand after each other."""
    ud: dict[int, Indsatsomraade] = {}
    for et in gamle:
        omraade, _ = Indsatsomraade.objects.get_or_create(helhedsplan=ny, omraadetype=omraader[et.pk])
        _saml(omraade, et, ("problemkompleks", "formaal_og_maal"))
        delaftale, _ = Delaftale.objects.get_or_create(
            indsatsomraade=omraade, defaults={"start_dato": ny.start_dato, "slut_dato": ny.slut_dato}
        )
        if gammel := Delaftale.objects.filter(indsatsomraade=et).first():
            _saml(delaftale, gammel, DELAFTALENS_TEKSTER)
        ud[et.pk] = omraade
    return ud


def _saml(til: models.Model, fra: models.Model, felter: tuple[str, ...]) -> None:
    for felt in felter:
        setattr(til, felt, getattr(til, felt) + getattr(fra, felt))
    til.save(update_fields=felter)


def _aktiviteter(
    gamle: list[Aktivitet], omraader: Mapping[int, Indsatsomraade], personer: Mapping[int, Person]
) -> dict[int, Aktivitet]:
    """Old key → new activity, with the target groups that are still there."""
    ud: dict[int, Aktivitet] = {}
    for et in gamle:
        delaftale = omraader[et.delaftale.indsatsomraade_id].delaftale
        felter = _felter(et, uden=IKKE_AKTIVITET | {"delaftale", "ansvarlig", "navn"})
        kopi = Aktivitet.objects.create(
            **felter,
            delaftale=delaftale,
            navn=_ledigt_navn(delaftale, et),
            ansvarlig=personer.get(et.ansvarlig_id or 0),
            raekkefoelge=delaftale.aktiviteter.count() + 1,
        )
        kopi.boligomraader.set(et.boligomraader.all())
        for gruppe in et.maalgruppeposter.filter(bortfaldet_dato__isnull=True).order_by("pk"):
            Maalgruppe.objects.create(aktivitet=kopi, art=gruppe.art, navn=gruppe.navn, stoerrelse=gruppe.stoerrelse)
        ud[et.pk] = kopi
    return ud


def _ledigt_navn(delaftale: Delaftale, gammel: Aktivitet) -> str:
    """Its name, told apart when two areas that become one both had it."""
    if not delaftale.aktiviteter.filter(navn=gammel.navn).exists():
        return gammel.navn
    nr = gammel.delaftale.indsatsomraade.omraadetype.nr
    return f"{gammel.navn[:140]} (fra {nr})"


def _kriterier(
    gamle: list[Succeskriterium],
    ny: Helhedsplan,
    omraader: Mapping[int, Indsatsomraade],
    aktiviteter: Mapping[int, Aktivitet],
) -> dict[int, Succeskriterium]:
    """Old key → new criterion: sentence and reading as they stood, to be corrected in the draft."""
    ud: dict[int, Succeskriterium] = {}
    for nr, et in enumerate(gamle, 1):
        uden = {"helhedsplan", "indsatsomraade", "aktivitet", "nr", "foerste_frist"}
        ud[et.pk] = Succeskriterium.objects.create(
            **_felter(et, uden=uden),
            helhedsplan=ny,
            nr=nr,
            indsatsomraade=omraader[et.indsatsomraade_id],
            aktivitet=aktiviteter[et.aktivitet_id] if et.aktivitet_id else None,
        )
    return ud


def _virkninger(aktiviteter: Mapping[int, Aktivitet], kriterier: Mapping[int, Succeskriterium]) -> None:
    """Where both the activity and the criterion are carried on."""
    begge = Virkning.objects.filter(aktivitet__in=aktiviteter, kriterium__in=kriterier).order_by("pk")
    Virkning.objects.bulk_create(
        Virkning(aktivitet=aktiviteter[et.aktivitet_id], kriterium=kriterier[et.kriterium_id], art=et.art)
        for et in begge
    )


def _organer(gamle: list[Organ], ny: Helhedsplan) -> dict[int, Organ]:
    """Old key → new body with its seats; nobody sits in them until somebody is appointed."""
    ud = {et.pk: Organ.objects.create(**_felter(et, uden={"helhedsplan", "over"}), helhedsplan=ny) for et in gamle}
    for et in gamle:
        if et.over_id in ud:
            ud[et.pk].over = ud[et.over_id]
            ud[et.pk].save(update_fields=["over"])
        for plads in et.pladser.i_brug().order_by("raekkefoelge", "pk"):
            Plads.objects.create(organ=ud[et.pk], **_felter(plads, uden={"organ"}))
    return ud
