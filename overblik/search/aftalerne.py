"""The agreement as those who work on it read it: the draft's rows. Everybody else searches what is in force."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from aftaler.models import (
    Aendring,
    Afsnit,
    Aktivitet,
    Delaftale,
    Dokumentbilag,
    Helhedsplan,
    Indsatsomraade,
    Milepael,
    Organ,
    Succeskriterium,
    Version,
)
from brugere.roles import Ret
from kerne.rigtekst import som_tekst
from overblik.rules.soegning import Slags, sagsnummer
from overblik.search.fund import Kilde, Kilder, Laeser, Traef

KLADDE = "I kladden"
AKTIVITETENS = ("indhold", "formaal_og_maal", "maalgrupper", "ansvar_og_roller")
KRITERIETS = ("navn", "tekst", "datakilde")
DELAFTALENS = ("medarbejderressourcer", "sammenhaeng", "konflikthaandtering", "revision")


def kriterier_i_kladden(laeser: Laeser) -> QuerySet[Succeskriterium]:
    synlige = Succeskriterium.objects.synlige_for(laeser.bruger)
    return synlige.filter(helhedsplan__in=laeser.med(Ret.KLADDE_SE))


def _planer(laeser: Laeser, tekst: str) -> Iterator[Kilde]:
    def traef(plan: Any) -> Traef:
        hvor = ", ".join(filter(None, (plan.omraade, plan.kommune)))
        return Traef(Slags.PLAN, plan.navn, hvor, _side("aftale", plan), plan.navn, "", None, plan.i_titel)

    yield Kilde(
        Helhedsplan.objects.synlige_for(laeser.bruger).filter(pk__in=laeser.planer),
        ("navn", "omraade", "kommune"),
        "start_dato",
        traef,
        ogsaa=~Q(lbf_sagsnr="") & Q(lbf_sagsnr__iexact=sagsnummer(tekst)),
    )


def _aftaletekst(laeser: Laeser, _sporg: str) -> Iterator[Kilde]:
    """The strategic agreement's sections and areas, and the four texts of a delaftale, each at its own place."""
    kladder = laeser.med(Ret.KLADDE_SE)

    def afsnit(et: Any) -> Traef:
        plan, skabelonens = laeser.planer[et.samarbejdsaftale.helhedsplan_id], et.skabelonafsnit
        titel = f"{skabelonens.nr}. {skabelonens.overskrift}"
        return _af_raekke(Slags.AFTALE, et, titel, et.tekst, f"{_side('aftale', plan)}#blok-{skabelonens.kode}", plan)

    def omraade(et: Any) -> Traef:
        plan, type_ = laeser.planer[et.helhedsplan_id], et.omraadetype
        url = f"{_side('aftale', plan)}#blok-omraade-{type_.nr.replace('.', '-')}"
        return _af_raekke(Slags.AFTALE, et, str(type_), _tekst(et, ("problemkompleks", "formaal_og_maal")), url, plan)

    yield Kilde(
        Afsnit.objects.synlige_for(laeser.bruger)
        .filter(samarbejdsaftale__helhedsplan__in=kladder)
        .select_related("samarbejdsaftale", "skabelonafsnit"),
        ("tekst",),
        "rettet_tidspunkt",
        afsnit,
        har_titel=False,
    )
    yield Kilde(
        Indsatsomraade.objects.synlige_for(laeser.bruger).filter(helhedsplan__in=kladder).select_related("omraadetype"),
        ("omraadetype__navn", "problemkompleks", "formaal_og_maal"),
        "rettet_tidspunkt",
        omraade,
    )
    delaftaler = (
        Delaftale.objects.synlige_for(laeser.bruger)
        .filter(indsatsomraade__helhedsplan__in=kladder)
        .select_related("indsatsomraade__omraadetype")
    )
    for felt in DELAFTALENS:
        yield Kilde(delaftaler, (felt,), "rettet_tidspunkt", _delaftalens(laeser, felt), har_titel=False)


def _delaftalens(laeser: Laeser, felt: str) -> Callable[[Any], Traef]:
    def traef(et: Any) -> Traef:
        plan, nr = laeser.planer[et.indsatsomraade.helhedsplan_id], et.indsatsomraade.omraadetype.nr
        navn = str(Delaftale._meta.get_field(felt).verbose_name)
        url = f"{_side('delaftale_detalje', plan, nr)}#blok-{felt}"
        return _af_raekke(Slags.AFTALE, et, f"{et}: {navn}", getattr(et, felt), url, plan)

    return traef


def _aktiviteter(laeser: Laeser, _sporg: str) -> Iterator[Kilde]:
    def traef(et: Any) -> Traef:
        plan = laeser.planer[et.delaftale.indsatsomraade.helhedsplan_id]
        url = _side("aktivitet_detalje", plan, et.pk)
        return _af_raekke(Slags.AKTIVITET, et, et.navn, _tekst(et, AKTIVITETENS), url, plan)

    raekker = Aktivitet.objects.synlige_for(laeser.bruger).select_related("delaftale__indsatsomraade")
    yield Kilde(
        raekker.filter(delaftale__indsatsomraade__helhedsplan__in=laeser.med(Ret.KLADDE_SE)),
        ("navn", *AKTIVITETENS),
        "rettet_tidspunkt",
        traef,
    )


def _kriterier(laeser: Laeser, _sporg: str) -> Iterator[Kilde]:
    def traef(et: Any) -> Traef:
        plan = laeser.planer[et.helhedsplan_id]
        url = reverse("maalinger:kriterium_detalje", args=[plan.slug, et.nr])
        tekst = f"{et.tekst}\n{et.datakilde}"
        return _af_raekke(Slags.KRITERIUM, et, f"{et.nr}. {et.navn}", tekst, url, plan)

    yield Kilde(kriterier_i_kladden(laeser), KRITERIETS, "rettet_tidspunkt", traef)


def _milepaele(laeser: Laeser, _sporg: str) -> Iterator[Kilde]:
    def traef(et: Any) -> Traef:
        plan = laeser.planer[et.helhedsplan_id]
        url = _side("milepaelsplan", plan)
        return Traef(Slags.MILEPAEL, et.navn, "", url, plan.navn, f"{KLADDE}, senest", et.frist_dato, et.i_titel)

    raekker = Milepael.objects.synlige_for(laeser.bruger).filter(helhedsplan__in=laeser.med(Ret.KLADDE_SE))
    yield Kilde(raekker, ("navn",), "frist_dato", traef)


def _organer(laeser: Laeser, _sporg: str) -> Iterator[Kilde]:
    """For those who may open the page of the bodies; the others find them in the version in force."""

    def traef(et: Any) -> Traef:
        plan = laeser.planer[et.helhedsplan_id]
        return _af_raekke(Slags.ORGAN, et, et.navn, et.opgaver, _side("organer", plan), plan)

    raekker = Organ.objects.synlige_for(laeser.bruger).filter(helhedsplan__in=laeser.med_organer)
    yield Kilde(raekker, ("navn", "opgaver"), "rettet_tidspunkt", traef)


def _bilag(laeser: Laeser, _sporg: str) -> Iterator[Kilde]:
    """The annexes that are texts, where the plan's template asks for them."""

    def traef(et: Any) -> Traef:
        plan = laeser.planer[et.helhedsplan_id]
        return _af_raekke(Slags.BILAG, et, str(et), et.tekst, _side("bilag_detalje", plan, et.art), plan)

    raekker = Dokumentbilag.objects.synlige_for(laeser.bruger).filter(
        helhedsplan__in=laeser.med(Ret.KLADDE_SE, Ret.PAPIR_BESTIL), helhedsplan__skabelon__bilag__kode=F("art")
    )
    yield Kilde(raekker.exclude(tekst=""), ("art", "tekst"), "rettet_tidspunkt", traef)


def _aendringer(laeser: Laeser, _sporg: str) -> Iterator[Kilde]:
    def traef(et: Any) -> Traef:
        plan = laeser.planer[et.helhedsplan_id]
        url, note = _side("aendring_detalje", plan, et.pk), f"{_dokumentet(et)}. {et.get_status_display()}, indsendt"
        return Traef(Slags.AENDRING, et.grund, et.svar, url, plan.navn, note, _dag(et.indsendt_tidspunkt), et.i_titel)

    kladder = laeser.med(Ret.KLADDE_SE)
    aendringer = Aendring.objects.synlige_for(laeser.bruger).filter(helhedsplan__in=kladder).defer("forslag")
    yield Kilde(
        aendringer.select_related("delaftale__indsatsomraade__omraadetype"),
        ("grund", "svar"),
        "indsendt_tidspunkt",
        traef,
    )


def _versioner(laeser: Laeser, _sporg: str) -> Iterator[Kilde]:
    def traef(et: Any) -> Traef:
        plan = laeser.planer[et.helhedsplan_id]
        url, titel = _side("version_detalje", plan, et.pk), f"Version {et.nr}. {_dokumentet(et)}"
        return Traef(Slags.VERSION, titel, et.grund, url, plan.navn, "Gælder fra", et.gaelder_fra)

    versioner = Version.objects.synlige_for(laeser.bruger).filter(helhedsplan__in=laeser.planer).defer("indhold")
    yield Kilde(
        versioner.select_related("delaftale__indsatsomraade__omraadetype"),
        ("grund",),
        "gaelder_fra",
        traef,
        har_titel=False,
    )


def _af_raekke(slags: Slags, raekke: Any, titel: str, tekst: str, url: str, plan: Helhedsplan) -> Traef:
    """A row of the draft; its day is when somebody last wrote in it."""
    dag = _dag(raekke.rettet_tidspunkt)
    note = f"{KLADDE}, rettet" if dag else KLADDE
    return Traef(slags, titel, som_tekst(tekst), url, plan.navn, note, dag, raekke.i_titel)


def _tekst(raekke: Any, felter: tuple[str, ...]) -> str:
    return "\n".join(getattr(raekke, felt) for felt in felter)


def _dokumentet(ting: Any) -> str:
    return str(ting.delaftale) if ting.delaftale else "Strategisk samarbejdsaftale"


def _dag(tidspunkt: datetime | None) -> Any:
    return timezone.localdate(tidspunkt) if tidspunkt else None


def _side(navn: str, plan: Helhedsplan, *led: Any) -> str:
    return reverse(f"aftaler:{navn}", args=[plan.slug, *led])


KILDER: Kilder = {
    Slags.PLAN: _planer,
    Slags.AFTALE: _aftaletekst,
    Slags.AKTIVITET: _aktiviteter,
    Slags.KRITERIUM: _kriterier,
    Slags.MILEPAEL: _milepaele,
    Slags.ORGAN: _organer,
    Slags.BILAG: _bilag,
    Slags.AENDRING: _aendringer,
    Slags.VERSION: _versioner,
}
