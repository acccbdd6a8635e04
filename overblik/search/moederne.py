"""Meetings and everything on them, as far as the person sees it: closed items, drafts and the backlog by `synlige_for`,
what was said by who may read the referat."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from aftaler.models import Helhedsplan, Medlemskab
from brugere.models import Bruger
from brugere.roles import Ret
from kerne.rigtekst import som_tekst
from moeder.models import (
    Behandling,
    Beslutning,
    Moede,
    Opgave,
    Punktbilag,
    Referat,
    Referatkommentar,
    Referattilfoejelse,
    Sag,
)
from moeder.models.moede import leder_moeder_i, sidder_i
from moeder.models.sag import SAGENS_ORD
from moeder.statuses import Referattilstand
from overblik.rules.soegning import Slags, beslutningsnummer, sagsnummer
from overblik.search.fund import Kilde, Kilder, Laeser, Traef


def _moeder(laeser: Laeser, _sporg: str) -> Iterator[Kilde]:
    def traef(et: Any) -> Traef:
        plan = laeser.planer[et.helhedsplan_id]
        tekst = "\n".join(filter(None, (et.sted, et.besked, et.aflyst_grund)))
        note, dag = f"Møde, {et.get_tilstand_display().lower()},", _dag(et.begynder)
        return Traef(Slags.MOEDE, str(et.organ), tekst, _moedet(plan, et), plan.navn, note, dag, et.i_titel)

    raekker = Moede.objects.synlige_for(laeser.bruger).filter(helhedsplan__in=laeser.planer).select_related("organ")
    yield Kilde(raekker, ("organ__navn", "sted", "besked", "aflyst_grund"), "begynder", traef)


def _punkter(laeser: Laeser, _sporg: str) -> Iterator[Kilde]:
    """Agenda items; what waits on the backlog leads to it by way of a meeting, as the page itself does."""

    def traef(et: Any) -> Traef:
        plan = laeser.planer[et.sag.helhedsplan_id]
        if et.moede:
            url, note = _side("punkt_detalje", plan, et.moede.kode, et.pk), _om(et)
        elif et.et_moede:
            url, note = _side("ideliste", plan, et.et_moede), "På idélisten"
        else:
            url, note = _side("sag_detalje", plan, et.sag_id), "På idélisten"
        tekst = "\n".join(getattr(et, felt) for felt in SAGENS_ORD[1:])
        return Traef(Slags.PUNKT, et.titel, som_tekst(tekst), url, plan.navn, note, _moededag(et), et.i_titel)

    moeder = Moede.objects.synlige_for(laeser.bruger).filter(helhedsplan=OuterRef("sag__helhedsplan"))
    raekker = Behandling.objects.synlige_for(laeser.bruger).filter(sag__helhedsplan__in=laeser.planer)
    yield Kilde(
        raekker.select_related("sag", "moede__organ").annotate(
            et_moede=Subquery(moeder.order_by("-begynder", "-pk").values("kode")[:1])
        ),
        SAGENS_ORD,
        "moede__begynder",
        traef,
    )


def _referater(laeser: Laeser, _sporg: str) -> Iterator[Kilde]:
    """What was said, the remarks on it, and what was added afterwards."""

    def sagt(et: Any) -> Traef:
        plan = laeser.planer[et.sag.helhedsplan_id]
        if et.moede.er_lukket:
            url = f"{_side('referat', plan, et.moede.kode)}#punkt-{et.pk}"
        else:
            url = _side("referat_punkt", plan, et.moede.kode, et.pk)
        return Traef(Slags.REFERAT, et.titel, som_tekst(et.referat), url, plan.navn, _om(et), _moededag(et))

    def skrevet(et: Any) -> Traef:
        moede, slags = et.referat.moede, et._meta.verbose_name
        plan = laeser.planer[moede.helhedsplan_id]
        tekst = "\n".join(filter(None, (et.tekst, getattr(et, "svar", ""))))
        titel = str(slags).capitalize()
        url = _side("referat", plan, moede.kode)
        return Traef(Slags.REFERAT, titel, tekst, url, plan.navn, str(moede.organ), _dag(moede.begynder))

    yield Kilde(
        Behandling.objects.synlige_for(laeser.bruger)
        .filter(laesbart(laeser.bruger, "moede"), sag__helhedsplan__in=laeser.planer)
        .exclude(referat="")
        .select_related("sag", "moede__organ"),
        ("referat",),
        "moede__begynder",
        sagt,
        har_titel=False,
    )
    for model, felter in ((Referatkommentar, ("tekst", "svar")), (Referattilfoejelse, ("tekst",))):
        raekker: QuerySet = model.objects.synlige_for(laeser.bruger)
        yield Kilde(
            raekker.filter(
                laesbart(laeser.bruger, "referat__moede"), referat__moede__helhedsplan__in=laeser.planer
            ).select_related("referat__moede__organ"),
            felter,
            "tidspunkt",
            skrevet,
            har_titel=False,
        )


def laesbart(bruger: Bruger, moede: str) -> Q:
    """The rule `kan_laeses` in SQL: the referat of the meeting that `moede` leads to may be read by the person."""
    tilstand = Referat.objects.filter(moede=OuterRef(moede))
    ser_kladder = Medlemskab.objects.gyldige_for(bruger, Ret.KLADDE_SE).filter(
        helhedsplan=OuterRef(f"{moede}__helhedsplan")
    )
    godkendt = Q(Exists(tilstand.filter(tilstand=Referattilstand.GODKENDT)))
    sendt_ud = Q(Exists(tilstand.filter(tilstand=Referattilstand.TIL_KOMMENTERING)))
    i_organet = Q(Exists(ser_kladder)) | Q(sidder_i(bruger, f"{moede}__organ"))
    return Q(leder_moeder_i(bruger, f"{moede}__helhedsplan")) | godkendt | (sendt_ud & i_organet)


def _beslutninger(laeser: Laeser, tekst: str) -> Iterator[Kilde]:
    """Those of closed meetings, which are in the register, and for those who run meetings also today's."""

    def traef(et: Any) -> Traef:
        plan, moede = laeser.planer[et.helhedsplan_id], et.behandling.moede
        url = _side("referat", plan, moede.kode) if et.laast_tidspunkt is None else _register(plan, et)
        note = f"{et.get_status_display()}. {moede.organ}"
        return Traef(Slags.BESLUTNING, str(et), et.tekst, url, plan.navn, note, _dag(moede.begynder), et.i_titel)

    nr = beslutningsnummer(tekst)
    raekker = Beslutning.objects.synlige_for(laeser.bruger).filter(
        Q(laast_tidspunkt__isnull=False) | Q(leder_moeder_i(laeser.bruger, "helhedsplan")),
        helhedsplan__in=laeser.planer,
    )
    yield Kilde(
        raekker.select_related("behandling__moede__organ"),
        ("tekst",),
        "behandling__moede__begynder",
        traef,
        ogsaa=Q(nr=nr) if nr is not None else None,
    )


def _opgaver(laeser: Laeser, _sporg: str) -> Iterator[Kilde]:
    """The item that a task came from isn't named: its owner need not see it."""

    def traef(et: Any) -> Traef:
        plan = laeser.planer[et.helhedsplan_id]
        note = "Gjort" if et.udfoert_dato else "Ikke gjort, frist"
        dag = et.udfoert_dato or et.frist_dato
        return Traef(
            Slags.OPGAVE, et.tekst, et.udfoert_note, _side("opgave_liste", plan), plan.navn, note, dag, et.i_titel
        )

    raekker = Opgave.objects.synlige_for(laeser.bruger).filter(helhedsplan__in=laeser.planer)
    yield Kilde(raekker, ("tekst", "udfoert_note"), "frist_dato", traef)


def _sager(laeser: Laeser, tekst: str) -> Iterator[Kilde]:
    def traef(et: Any) -> Traef:
        plan = laeser.planer[et.helhedsplan_id]
        numre = [("J.nr.", et.journalnr), ("sagsnr.", et.sagsnr), ("KLE", et.kle)]
        note = ", ".join(f"{navn} {nr}" for navn, nr in numre if nr)
        url, dag = _side("sag_detalje", plan, et.pk), _dag(et.senest) if et.senest else None
        note = ". ".join(filter(None, (note, "Senest på et møde" if dag else "")))
        return Traef(Slags.SAG, et.titel, "", url, plan.navn, note, dag, et.i_titel)

    nr = sagsnummer(tekst)
    paa_moede = Behandling.objects.synlige_for(laeser.bruger).filter(sag=OuterRef("pk"), moede__isnull=False)
    senest = Subquery(paa_moede.order_by("-moede__begynder").values("moede__begynder")[:1])
    yield Kilde(
        Sag.objects.synlige_for(laeser.bruger).filter(helhedsplan__in=laeser.planer).annotate(senest=senest),
        ("titel",),
        "senest",
        traef,
        ogsaa=Q(journalnr__iexact=nr) | Q(sagsnr__iexact=nr) | Q(kle__iexact=nr) if nr else None,
    )


def _punktbilag(laeser: Laeser, _sporg: str) -> Iterator[Kilde]:
    """The name of the file's row; what is inside the file isn't searched. One on the backlog has no page of its own."""

    def traef(et: Any) -> Traef:
        punkt = et.behandling
        plan = laeser.planer[punkt.sag.helhedsplan_id]
        url = f"{_side('punkt_detalje', plan, punkt.moede.kode, punkt.pk)}#bilag"
        note = f"Bilag til »{punkt.titel}«. {punkt.moede.organ}"
        return Traef(Slags.PUNKTBILAG, et.navn, "", url, plan.navn, note, _moededag(punkt), et.i_titel)

    raekker = Punktbilag.objects.synlige_for(laeser.bruger).filter(
        behandling__moede__isnull=False, behandling__sag__helhedsplan__in=laeser.planer
    )
    yield Kilde(
        raekker.select_related("behandling__sag", "behandling__moede__organ"),
        ("navn",),
        "behandling__moede__begynder",
        traef,
    )


def _om(punkt: Any) -> str:
    lukket = "Lukket punkt. " if punkt.lukket else ""
    return f"{lukket}{punkt.get_art_display()}. {punkt.moede.organ}"


def _moededag(punkt: Any) -> date | None:
    return _dag(punkt.moede.begynder) if punkt.moede else None


def _dag(tidspunkt: datetime) -> date:
    return timezone.localdate(tidspunkt)


def _moedet(plan: Helhedsplan, moede: Moede) -> str:
    return _side("moede_detalje", plan, moede.kode)


def _register(plan: Helhedsplan, beslutning: Beslutning) -> str:
    """The register, narrowed to the decision: its own page."""
    return f"{_side('beslutning_liste', plan)}#beslutning-{beslutning.nr}"


def _side(navn: str, plan: Helhedsplan, *led: Any) -> str:
    return reverse(f"moeder:{navn}", args=[plan.slug, *led])


KILDER: Kilder = {
    Slags.MOEDE: _moeder,
    Slags.PUNKT: _punkter,
    Slags.REFERAT: _referater,
    Slags.BESLUTNING: _beslutninger,
    Slags.OPGAVE: _opgaver,
    Slags.SAG: _sager,
    Slags.PUNKTBILAG: _punktbilag,
}
