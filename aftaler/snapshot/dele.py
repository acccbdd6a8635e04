"""The parts that documents are made of, as plain dicts: what is promised, not what came of it."""

from datetime import date
from decimal import Decimal
from typing import Any

from aftaler.models import (
    Aktivitet,
    Boligafdeling,
    Boligomraade,
    Budgetpost,
    Helhedsplan,
    Medarbejderandel,
    Milepael,
    Organ,
    Succeskriterium,
    Tilsagn,
)
from aftaler.models.aftale import Hovedtal

LAESNINGSFELTER = (
    "form", "maalbar", "retning", "sammenligning", "enhed", "baseline_vaerdi", "baseline_fra", "baseline_til",
    "maal_vaerdi", "maal_fra", "maal_til", "pr", "aendring_vaerdi", "aendring_enhed", "aendring_grundlag",
    "reference_navn", "reference_vaerdi", "reference_fra", "reference_til", "omraadetal", "mangler",
)  # fmt: skip


def dato(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None


def tal(vaerdi: Any) -> Any:
    """A Decimal as the shortest exact text, so that 26.2 and 26.200 are the same figure and the same checksum."""
    return f"{vaerdi.normalize():f}" if isinstance(vaerdi, Decimal) else vaerdi


def navngivet(raekke: Boligomraade | Boligafdeling) -> dict[str, Any]:
    return {"noegle": raekke.pk, "navn": raekke.navn}


def hovedtal(ting: Hovedtal) -> dict[str, str | None]:
    return {
        "landsbyggefonden": tal(ting.landsbyggefonden),
        "lokal_medfinansiering": tal(ting.lokal_medfinansiering),
    }


def kriterium(raekke: Succeskriterium) -> dict[str, Any]:
    return {
        "noegle": raekke.pk,
        "nr": raekke.nr,
        "navn": raekke.navn,
        "tekst": raekke.tekst,
        "datakilde": raekke.datakilde,
        "ansvarlig": raekke.ansvarlig,
        "foerste_frist": dato(raekke.foerste_frist),
        "laesning": {felt: tal(getattr(raekke, felt)) for felt in LAESNINGSFELTER},
    }


def aktivitet(raekke: Aktivitet) -> dict[str, Any]:
    """LBF's six fields and what hangs on them; expects its relations prefetched."""
    return {
        "noegle": raekke.pk,
        "navn": raekke.navn,
        "type": raekke.type.navn if raekke.type else None,
        "indhold": raekke.indhold,
        "formaal_og_maal": raekke.formaal_og_maal,
        "maalgrupper": raekke.maalgrupper,
        "maalgruppeposter": [
            {"noegle": et.pk, "art": et.art, "navn": et.navn, "stoerrelse": et.stoerrelse}
            for et in raekke.maalgruppeposter.all()
        ],
        "ansvar_og_roller": raekke.ansvar_og_roller,
        "ansvarlig": raekke.ansvarlig.navn if raekke.ansvarlig else None,
        "boligomraader": [et.navn for et in raekke.boligomraader.all()],
        "start": dato(raekke.start_dato),
        "slut": dato(raekke.slut_dato),
        "eksempel": raekke.eksempel,
        "succeskriterier": [kriterium(et) for et in sorted(raekke.succeskriterier.all(), key=lambda et: et.nr)],
        "virkninger": [
            {"noegle": et.pk, "kriterium": et.kriterium_id, "navn": et.kriterium.navn, "art": et.art}
            for et in raekke.virkninger.all()
        ],
        "milepaele": [milepael(et) for et in raekke.milepaele.all()],
    }


def milepael(raekke: Milepael) -> dict[str, Any]:
    return {"noegle": raekke.pk, "navn": raekke.navn, "senest": dato(raekke.frist_dato)}


def organ(raekke: Organ) -> dict[str, Any]:
    """The body and its seats. Who sits in them changes without a new agreement and is dated on its own."""
    return {
        "noegle": raekke.pk,
        "art": raekke.art,
        "navn": raekke.navn,
        "over": raekke.over_id,
        "opgaver": raekke.opgaver,
        "moeder_mindst": raekke.moeder_mindst,
        "moeder_hoejst": raekke.moeder_hoejst,
        "sekretariat": raekke.sekretariat,
        "godkender_aktiviteter": raekke.godkender_aktiviteter,
        "pladser": [
            {
                "noegle": et.pk,
                "betegnelse": et.betegnelse,
                "organisation": et.organisation.navn if et.organisation else None,
            }
            for et in raekke.pladser.all()
        ],
    }


def andel(raekke: Medarbejderandel) -> dict[str, Any]:
    paa = raekke.funktion or (raekke.boligomraade.navn if raekke.boligomraade else None)
    return {
        "noegle": raekke.pk,
        "stilling": raekke.stilling,
        "procent": tal(raekke.procent),
        "akse": raekke.akse,
        "paa": paa,
    }


def budgetpost(raekke: Budgetpost) -> dict[str, Any]:
    return {
        "noegle": raekke.pk,
        "placering": raekke.placering,
        "aar": raekke.aar,
        "omkostningstype": raekke.omkostningstype.navn if raekke.omkostningstype else None,
        "kilde": raekke.kilde.navn if raekke.kilde else None,
        "tekst": raekke.tekst,
        "beloeb": tal(raekke.beloeb),
    }


def tilsagn(raekke: Tilsagn) -> dict[str, Any]:
    return {
        "noegle": raekke.pk,
        "kilde": raekke.kilde.navn,
        "art": raekke.art,
        "aar": raekke.aar,
        "beloeb": tal(raekke.beloeb),
        "timer": tal(raekke.timer),
        "sats": tal(raekke.sats),
        "betingelse": raekke.betingelse,
        "erstatter": raekke.erstatter_id,
        "erstattet": dato(raekke.erstattet_dato),
        "erstattet_grund": raekke.erstattet_grund,
    }


def finansieringsplan(plan: Helhedsplan) -> dict[str, Any]:
    """Who pays, what they promised, and the shares that a document states."""
    return {
        "kilder": [{"noegle": et.pk, "navn": et.navn, "art": et.art} for et in plan.finansieringskilder.order_by("pk")],
        "tilsagn": [tilsagn(et) for et in plan.tilsagn.select_related("kilde").order_by("kilde_id", "aar", "pk")],
        "oplyste_andele": [
            {
                "noegle": et.pk,
                "procent": tal(et.procent),
                "hvor": et.hvor,
                "kilder": sorted(kilde.navn for kilde in et.kilder.all()),
            }
            for et in plan.oplyste_andele.prefetch_related("kilder").order_by("pk")
        ],
    }
