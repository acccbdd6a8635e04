"""A document as one plain, schema-versioned dict: what Version freezes and what papers, pages and as-of views speak.

Amounts and figures are strings (JSON has no Decimal), dates are ISO 8601, None means that the plan does not say.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from aftaler.models import (
    Aktivitet,
    Budgetpost,
    Delaftale,
    Helhedsplan,
    Indsatsomraade,
    Medarbejderandel,
    Milepael,
    Plads,
    Skabelon,
    Virkning,
)
from aftaler.models.budget import Placering
from aftaler.models.organ import Akse
from aftaler.models.skabelon import Papir
from aftaler.snapshot import dele
from aftaler.snapshot.dele import LAESNINGSFELTER

__all__ = [
    "LAESNINGSFELTER", "SKEMA", "alle", "delaftale", "delaftaler", "indsatsomraade", "kontrolsum", "strategisk",
]  # fmt: skip

SKEMA = 1


def alle(plan: Helhedsplan) -> dict[int | None, dict[str, Any]]:
    """Every document of the plan as its rows stand now, by delaftale; None is the strategic agreement.

    What stands in the head of them all is read once.
    """
    hoved = _planens(plan)
    return {None: _strategisk(plan, hoved), **_delaftaler(plan, hoved)}


def strategisk(plan: Helhedsplan) -> dict[str, Any]:
    """The strategic agreement as its rows stand now."""
    return _strategisk(plan, _planens(plan))


def _strategisk(plan: Helhedsplan, hoved: dict[str, Any]) -> dict[str, Any]:
    aftale = plan.samarbejdsaftale
    tekster = {et.skabelonafsnit_id: et for et in aftale.afsnit.all()}
    skabelon = plan.skabelon
    prefetch_related_objects([skabelon], "afsnit", "bilag")
    omraader = (
        plan.indsatsomraader.select_related("omraadetype")
        .prefetch_related("succeskriterier")
        .order_by("omraadetype__nr", "pk")
    )
    andele = plan.medarbejderandele.exclude(akse=Akse.DELAFTALE).select_related("boligomraade").order_by("akse", "pk")
    poster = plan.budgetposter.exclude(placering=Placering.DELAFTALE).select_related("omkostningstype", "kilde")
    pladser = Prefetch("pladser", Plads.objects.i_brug().select_related("organisation"))
    return {
        **_skabelonens(skabelon),
        **hoved,
        "dokument": Papir.STRATEGISK.value,
        "nr": None,
        "gaelder_fra": dele.dato(plan.start_dato),
        "gaelder_til": dele.dato(plan.slut_dato),
        "afsnit": [_afsnit(et, tekster.get(et.pk)) for et in skabelon.afsnit.all()],
        "indsatsomraader": [indsatsomraade(et) for et in omraader],
        "organer": [dele.organ(et) for et in plan.organer.i_aftalen().prefetch_related(pladser).order_by("pk")],
        "medarbejderandele": [dele.andel(et) for et in andele],
        "milepaele": [dele.milepael(et) for et in plan.milepaele.filter(aktivitet=None).order_by("frist_dato", "pk")],
        "finansiering": dele.hovedtal(aftale),
        "finansieringsplan": dele.finansieringsplan(plan),
        "budgetposter": [dele.budgetpost(et) for et in poster.order_by("placering", "aar", "pk")],
        "bilag": [et.navn for et in skabelon.bilag.all()],
        "bilagstekster": {et.art: et.tekst for et in plan.dokumentbilag.order_by("art")},
    }


def delaftale(aftale: Delaftale) -> dict[str, Any]:
    """The delaftale as its rows stand now. The area's own texts and criteria stay in the strategic agreement."""
    plan = aftale.indsatsomraade.helhedsplan
    skabelon = _delaftalens_skabelon(plan)
    egne = {navn: raekker.filter(delaftale=aftale) for navn, raekker in _delaftalers_raekker().items()}
    return _delaftale(aftale, _planens(plan), skabelon, **egne)


def delaftaler(plan: Helhedsplan) -> list[dict[str, Any]]:
    """Every delaftale as its rows stand now, in LBF's order, in the same number of queries however many they are."""
    return list(_delaftaler(plan, _planens(plan)).values())


def _delaftaler(plan: Helhedsplan, hoved: dict[str, Any]) -> dict[int, dict[str, Any]]:
    skabelon = _delaftalens_skabelon(plan)
    raekker = _delaftalers_raekker()
    aftaler = Delaftale.objects.filter(indsatsomraade__helhedsplan=plan).i_raekkefoelge()
    aftaler = aftaler.select_related("indsatsomraade__omraadetype").prefetch_related(
        *(Prefetch(navn, egne) for navn, egne in raekker.items())
    )
    return {
        et.pk: _delaftale(et, hoved, skabelon, **{navn: getattr(et, navn).all() for navn in raekker}) for et in aftaler
    }


def _delaftalers_raekker() -> dict[str, QuerySet]:
    """The rows that hang on delaftaler, in the order in which they are printed."""
    aktiviteter = Aktivitet.objects.select_related("type", "ansvarlig").prefetch_related(
        "succeskriterier",
        "maalgruppeposter",
        "boligomraader",
        Prefetch("virkninger", Virkning.objects.select_related("kriterium")),
        Prefetch("milepaele", Milepael.objects.order_by("frist_dato", "pk")),
    )
    poster = Budgetpost.objects.select_related("omkostningstype", "kilde")
    return {
        "aktiviteter": aktiviteter.order_by("raekkefoelge", "pk"),
        "medarbejderandele": Medarbejderandel.objects.select_related("boligomraade").order_by("pk"),
        "budgetposter": poster.order_by("aar", "pk"),
    }


def _delaftale(
    aftale: Delaftale,
    hoved: dict[str, Any],
    skabelon: Skabelon,
    *,
    aktiviteter: Iterable[Aktivitet],
    medarbejderandele: Iterable[Medarbejderandel],
    budgetposter: Iterable[Budgetpost],
) -> dict[str, Any]:
    omraadetype = aftale.indsatsomraade.omraadetype
    return {
        **_skabelonens(skabelon),
        **hoved,
        "dokument": Papir.DELAFTALE.value,
        "nr": omraadetype.nr,
        "indsatsomraade": omraadetype.navn,
        "gaelder_fra": dele.dato(aftale.start_dato),
        "gaelder_til": dele.dato(aftale.slut_dato),
        "afsnit": [
            {**_afsnit(et, None), "tekst": getattr(aftale, et.kode, "") if et.indhold == "tekst" else ""}
            for et in skabelon.afsnit.all()
        ],
        "aktiviteter": [dele.aktivitet(et) for et in aktiviteter],
        "medarbejderandele": [dele.andel(et) for et in medarbejderandele],
        "finansiering": dele.hovedtal(aftale),
        "budgetposter": [dele.budgetpost(et) for et in budgetposter],
    }


def kontrolsum(indhold: dict[str, Any]) -> str:
    """SHA-256 of the canonical JSON: the same content has the same sum on every machine."""
    kanonisk = json.dumps(indhold, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(kanonisk.encode()).hexdigest()


def _delaftalens_skabelon(plan: Helhedsplan) -> Skabelon:
    """The delaftaler's template with its sections; `plan.skabelon` is the strategic agreement's of its generation."""
    alle = Skabelon.objects.prefetch_related("afsnit")
    return alle.get(generation=plan.skabelon.generation, papir=Papir.DELAFTALE)


def _skabelonens(skabelon: Skabelon) -> dict[str, Any]:
    """What the template says at the head of a document."""
    return {
        "skema": SKEMA,
        "generation": skabelon.generation,
        "titel": skabelon.titel,
        "indledning": skabelon.indledning,
    }


def _planens(plan: Helhedsplan) -> dict[str, Any]:
    """What the plan says at the head of each of its documents."""
    parter = plan.aftaleparter.select_related("organisation", "underskriver").order_by("raekkefoelge", "pk")
    return {
        "plan": {
            "navn": plan.navn,
            "omraade": plan.omraade,
            "kommune": plan.kommune,
            "bevillingsperiode": plan.bevillingsperiode.navn,
            "lbf_sagsnr": plan.lbf_sagsnr,
            "start": dele.dato(plan.start_dato),
            "slut": dele.dato(plan.slut_dato),
            "boligomraader": [dele.navngivet(et) for et in plan.boligomraader.order_by("navn", "pk")],
            "boligafdelinger": [dele.navngivet(et) for et in plan.boligafdelinger.order_by("navn", "pk")],
        },
        "parter": [
            {
                "noegle": et.pk,
                "navn": et.organisation.navn,
                "art": et.organisation.get_art_display(),
                "underskriver": et.underskriver.navn if et.underskriver else None,
            }
            for et in parter
        ],
    }


def _afsnit(skabelonafsnit: Any, afsnit: Any) -> dict[str, Any]:
    return {
        "nr": skabelonafsnit.nr,
        "kode": skabelonafsnit.kode,
        "overskrift": skabelonafsnit.overskrift,
        "indhold": skabelonafsnit.indhold,
        "tekst": afsnit.tekst if afsnit else "",
    }


def indsatsomraade(omraade: Indsatsomraade) -> dict[str, Any]:
    """An area's part of the strategic agreement, which its delaftale prints too."""
    egne = [et for et in omraade.succeskriterier.all() if et.aktivitet_id is None]
    return {
        "noegle": omraade.pk,
        "nr": omraade.omraadetype.nr,
        "navn": omraade.omraadetype.navn,
        "problemkompleks": omraade.problemkompleks,
        "formaal_og_maal": omraade.formaal_og_maal,
        "succeskriterier": [dele.kriterium(et) for et in sorted(egne, key=lambda et: et.nr)],
    }
