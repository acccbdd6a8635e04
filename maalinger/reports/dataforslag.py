"""Register values that could be a criterion's measurements: same unit, within the plan's time, not measured yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aftaler.models import Succeskriterium
from kerne import datoer
from kerne.arkord import normaliseret
from maalinger.models import Indikator, Indikatorvaerdi, Maaling
from maalinger.reports.registertal import Sted, Stednoegle, Tal, alder, egne_skjulte, figur, graense, sted_af, stederne
from maalinger.rules import indtastning
from maalinger.statuses import AABNE, Maalingstilstand, Niveau

REFERENCER = ((Niveau.UDSATTE, ("udsat", "sub")), (Niveau.LANDET, ("land", "danmark")))


@dataclass(frozen=True)
class Forslag:
    """One value, ready to become a draft; `reference` is the comparison of the same years."""

    noegle: int
    fra: date
    til: date
    omraade: int | None
    sted: str
    tal: Tal
    kilde: str
    taeller: Decimal | None
    naevner: Decimal | None
    reference_navn: str = ""
    reference: Tal | None = None

    @property
    def periode(self) -> str:
        return datoer.maaleperiode(self.fra, self.til)


def mulige(kriterium: Succeskriterium) -> list[Indikator]:
    """Indicators of the criterion's unit that the plan has figures for, the likeliest first."""
    egne = Indikatorvaerdi.objects.filter(helhedsplan=kriterium.helhedsplan, skjult=False)
    indikatorer = Indikator.objects.filter(enhed=kriterium.enhed or "", pk__in=egne.values("indikator"))
    ordene = _ord(f"{kriterium.navn} {kriterium.tekst}")
    return sorted(indikatorer, key=lambda et: -len(_ord(et.navn) & ordene) / max(1, len(_ord(et.navn))))


def forslag(kriterium: Succeskriterium, indikator: Indikator, *, dato: date) -> tuple[Forslag, ...]:
    """The plan's and the areas' values that may be shown and aren't measured for the same place and years."""
    plan = kriterium.helhedsplan
    alle = list(Indikatorvaerdi.objects.filter(helhedsplan=plan, indikator=indikator).select_related("indikator"))
    skjulte, mindste = egne_skjulte(plan, alle, dato=dato), graense(dato)
    tal = {et.pk: figur(et, skjulte, mindste=mindste) for et in alle}
    pr_sted = {(sted_af(et)[0], et.fra_aar, et.til_aar): et for et in alle}
    niveau = reference_niveau(kriterium)
    kendte, steder = _maalte(kriterium), stederne(plan)
    ud = []
    for et in alle:
        fra, til = date(et.fra_aar, 1, 1), date(et.til_aar, 12, 31)
        sted = sted_af(et)  # an area that has left the plan has no place among them
        egen = sted in steder and sted[0] in (Niveau.PLAN, Niveau.OMRAADE) and not tal[et.pk].er_skjult
        if not egen or (et.omraade_id, fra, til) in kendte or _uden_for(kriterium, fra, til, dato):
            continue
        reference = pr_sted.get((niveau, et.fra_aar, et.til_aar))
        ud.append(_forslag(steder, et, tal[et.pk], reference, tal[reference.pk] if reference else None))
    return tuple(ud)


def reference_niveau(kriterium: Succeskriterium) -> Niveau:
    """Whose figure stands beside ours: the one that the agreement names, else the kommune's."""
    reference = kriterium.laesning.reference
    navn = normaliseret(reference.navn) if reference else ""
    return next((niveau for niveau, led in REFERENCER if any(et in navn for et in led)), Niveau.KOMMUNE)


def _forslag(
    steder: Mapping[Stednoegle, Sted],
    vaerdi: Indikatorvaerdi,
    tal: Tal,
    reference: Indikatorvaerdi | None,
    deres: Tal | None,
) -> Forslag:
    vises = deres is not None and not deres.er_skjult
    return Forslag(
        noegle=vaerdi.pk,
        fra=date(vaerdi.fra_aar, 1, 1),
        til=date(vaerdi.til_aar, 12, 31),
        omraade=vaerdi.omraade_id,
        sted=steder[sted_af(vaerdi)].navn,
        tal=tal,
        kilde=f"{tal.kilde}, {alder(tal, (vaerdi.fra_aar, vaerdi.til_aar))}",
        taeller=vaerdi.taeller,
        naevner=vaerdi.naevner,
        reference_navn=steder[sted_af(reference)].navn if reference and vises else "",
        reference=deres if vises else None,
    )


def _maalte(kriterium: Succeskriterium) -> set[tuple[int | None, date, date]]:
    """Places and periods that have a figure, counting or on its way."""
    taellende = Maaling.objects.filter(kriterium=kriterium, tilstand__in=[*AABNE, Maalingstilstand.GODKENDT])
    return set(taellende.order_by("pk").values_list("omraade", "fra_dato", "til_dato"))


def _uden_for(kriterium: Succeskriterium, fra: date, til: date, dato: date) -> bool:
    plan = kriterium.helhedsplan
    aar = indtastning.planens_aar(kriterium.laesning, start=plan.start_dato, slut=plan.slut_dato)
    return bool(indtastning.fejl_i_perioden(fra, til, aar=aar, dato=dato))


def _ord(tekst: str) -> set[str]:
    return {et.strip(",.;:()") for et in normaliseret(tekst).split() if len(et) > 3}


def valgte(alle: Sequence[Forslag], noegler: set[str]) -> list[Forslag]:
    return [et for et in alle if str(et.noegle) in noegler]
