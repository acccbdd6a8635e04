"""A document as one plain, schema-versioned dict: what Version freezes and what papers, pages and as-of views speak.

Amounts and figures are strings (JSON has no Decimal), dates are ISO 8601, None means that the plan does not say.
"""

import hashlib
import json
from datetime import date
from decimal import Decimal
from typing import Any

from aftaler.models import Delaftale, Helhedsplan, Indsatsomraade, Skabelon, Succeskriterium
from aftaler.models.aftale import Hovedtal
from aftaler.models.skabelon import Papir

SKEMA = 1
LAESNINGSFELTER = (
    "form", "maalbar", "retning", "sammenligning", "enhed", "baseline_vaerdi", "baseline_fra", "baseline_til",
    "maal_vaerdi", "maal_fra", "maal_til", "pr", "aendring_vaerdi", "aendring_enhed", "aendring_grundlag",
    "reference_navn", "reference_vaerdi", "reference_fra", "reference_til", "omraadetal", "mangler",
)  # fmt: skip


def strategisk(plan: Helhedsplan) -> dict[str, Any]:
    """The strategic agreement as its rows stand now."""
    aftale = plan.samarbejdsaftale
    tekster = {et.skabelonafsnit_id: et for et in aftale.afsnit.all()}
    skabelon = _skabelon(plan, Papir.STRATEGISK)
    omraader = (
        plan.indsatsomraader.select_related("omraadetype")
        .prefetch_related("succeskriterier__aktivitet")
        .order_by("omraadetype__nr", "pk")
    )
    return {
        **_hoved(plan, skabelon),
        "dokument": Papir.STRATEGISK.value,
        "nr": None,
        "gaelder_fra": _dato(plan.start_dato),
        "gaelder_til": _dato(plan.slut_dato),
        "afsnit": [_afsnit(et, tekster.get(et.pk)) for et in skabelon.afsnit.all()],
        "indsatsomraader": [_indsatsomraade(et) for et in omraader],
        "finansiering": _hovedtal(aftale),
        "bilag": [et.navn for et in skabelon.bilag.all()],
    }


def delaftale(aftale: Delaftale) -> dict[str, Any]:
    """The delaftale as its rows stand now. The area's own texts and criteria stay in the strategic agreement."""
    plan, omraade = aftale.indsatsomraade.helhedsplan, aftale.indsatsomraade
    skabelon = _skabelon(plan, Papir.DELAFTALE)
    aktiviteter = aftale.aktiviteter.prefetch_related("succeskriterier").order_by("raekkefoelge", "pk")
    return {
        **_hoved(plan, skabelon),
        "dokument": Papir.DELAFTALE.value,
        "nr": omraade.omraadetype.nr,
        "indsatsomraade": omraade.omraadetype.navn,
        "gaelder_fra": _dato(aftale.start_dato),
        "gaelder_til": _dato(aftale.slut_dato),
        "afsnit": [
            {**_afsnit(et, None), "tekst": getattr(aftale, et.kode, "") if et.indhold == "tekst" else ""}
            for et in skabelon.afsnit.all()
        ],
        "aktiviteter": [
            {
                "noegle": et.pk,
                "navn": et.navn,
                "indhold": et.indhold,
                "formaal_og_maal": et.formaal_og_maal,
                "maalgrupper": et.maalgrupper,
                "ansvar_og_roller": et.ansvar_og_roller,
                "eksempel": et.eksempel,
                "succeskriterier": [_kriterium(k) for k in sorted(et.succeskriterier.all(), key=lambda k: k.nr)],
            }
            for et in aktiviteter
        ],
        "finansiering": _hovedtal(aftale),
    }


def kontrolsum(indhold: dict[str, Any]) -> str:
    """SHA-256 of the canonical JSON: the same content has the same sum on every machine."""
    kanonisk = json.dumps(indhold, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(kanonisk.encode()).hexdigest()


def _skabelon(plan: Helhedsplan, papir: Papir) -> Skabelon:
    return Skabelon.objects.prefetch_related("afsnit", "bilag").get(generation=plan.skabelon.generation, papir=papir)


def _hoved(plan: Helhedsplan, skabelon: Skabelon) -> dict[str, Any]:
    parter = plan.aftaleparter.select_related("organisation", "underskriver").order_by("raekkefoelge", "pk")
    return {
        "skema": SKEMA,
        "generation": skabelon.generation,
        "titel": skabelon.titel,
        "indledning": skabelon.indledning,
        "plan": {
            "navn": plan.navn,
            "omraade": plan.omraade,
            "kommune": plan.kommune,
            "bevillingsperiode": plan.bevillingsperiode.navn,
            "lbf_sagsnr": plan.lbf_sagsnr,
            "start": _dato(plan.start_dato),
            "slut": _dato(plan.slut_dato),
            "boligomraader": [et.navn for et in plan.boligomraader.order_by("navn", "pk")],
            "boligafdelinger": [et.navn for et in plan.boligafdelinger.order_by("navn", "pk")],
        },
        "parter": [
            {
                "navn": et.organisation.navn,
                "art": et.organisation.get_art_display(),
                "underskriver": et.underskriver.navn if et.underskriver else None,
                "underskrevet": _dato(et.underskrevet_dato),
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


def _indsatsomraade(omraade: Indsatsomraade) -> dict[str, Any]:
    egne = [et for et in omraade.succeskriterier.all() if et.aktivitet_id is None]
    return {
        "noegle": omraade.pk,
        "nr": omraade.omraadetype.nr,
        "navn": omraade.omraadetype.navn,
        "problemkompleks": omraade.problemkompleks,
        "formaal_og_maal": omraade.formaal_og_maal,
        "succeskriterier": [_kriterium(et) for et in sorted(egne, key=lambda et: et.nr)],
    }


def _kriterium(kriterium: Succeskriterium) -> dict[str, Any]:
    return {
        "noegle": kriterium.pk,
        "nr": kriterium.nr,
        "navn": kriterium.navn,
        "tekst": kriterium.tekst,
        "datakilde": kriterium.datakilde,
        "ansvarlig": kriterium.ansvarlig,
        "foerste_frist": _dato(kriterium.foerste_frist),
        "laesning": {felt: _vaerdi(getattr(kriterium, felt)) for felt in LAESNINGSFELTER},
    }


def _hovedtal(ting: Hovedtal) -> dict[str, str | None]:
    return {
        "landsbyggefonden": _vaerdi(ting.landsbyggefonden),
        "lokal_medfinansiering": _vaerdi(ting.lokal_medfinansiering),
    }


def _dato(dato: date | None) -> str | None:
    return dato.isoformat() if dato else None


def _vaerdi(vaerdi: Any) -> Any:
    """A Decimal as the shortest exact text, so that 26.2 and 26.200 are the same figure and the same checksum."""
    if isinstance(vaerdi, Decimal):
        return f"{vaerdi.normalize():f}"
    return vaerdi
