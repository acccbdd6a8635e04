"""The referat: written, sent for comments, answered, approved, and never silently changed afterwards."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from aftaler import snapshot
from aftaler.services import tekster
from brugere.models import Bruger
from kerne import haendelser, laas, udsendelser
from kerne.cpr import uden_cpr
from kerne.rigtekst import som_tekst
from moeder import permissions
from moeder.models import (
    Behandling,
    Moede,
    Referat,
    Referatgodkendelse,
    Referatkommentar,
    Referattilfoejelse,
    Referatudgave,
)
from moeder.reports.godkendelser import brev, medlemmer_med_login
from moeder.reports.referat import referatindhold, som_json
from moeder.rules import beslutninger as moedets
from moeder.rules import referat as regler
from moeder.services import igang
from moeder.services.godkendelsespunkt import saet_paa_naeste_moede
from moeder.services.laasning import KanIkkeAendres, laas_planen
from moeder.statuses import Moedetilstand, Referattilstand

SAMME_GANG = timedelta(minutes=10)  # autosaves this near are one line in the log


@transaction.atomic
def skriv_referat(punkt: Behandling, *, tekst: str, udgave: int, foer: str, af: Bruger) -> None:
    """The text of one item, while the meeting is under way or its referat is a draft. Written by every autosave.

    Raises PermissionDenied, KanIkkeAendres, ValidationError, laas.RettetImens.
    """
    moede = igang.laas_moedet(punkt.moede, af)
    if grund := hvorfor_ikke_skrive(moede):
        raise KanIkkeAendres(grund)
    uden_cpr(som_tekst(tekst))
    nu = Behandling.objects.select_for_update(of=("self",)).get(pk=punkt.pk)
    if nu.referat == tekst:
        return
    tekster.gem(punkt, udgave=udgave, foer=foer, af=af, referat=tekst)
    if nu.rettet_af_id != af.pk or nu.rettet_tidspunkt is None or timezone.now() - nu.rettet_tidspunkt > SAMME_GANG:
        haendelser.skriv(punkt, "referatet er skrevet", af=af, kreds=moede.helhedsplan.slug)


def hvorfor_ikke_skrive(moede: Moede) -> str:
    """Why the text can't be written now; empty when it can."""
    if moede.tilstand != Moedetilstand.AFSLUTTET:
        return moedets.hvorfor_ikke_skrive(moede.tilstand)
    tilstand = Referat.objects.filter(moede=moede).values_list("tilstand", flat=True).first()
    if tilstand is None:
        return "Mødet er afsluttet uden et referat her."
    if tilstand == Referattilstand.KLADDE:
        return ""
    if tilstand == Referattilstand.GODKENDT:
        return "Referatet er godkendt. Skriv en tilføjelse i stedet."
    return "Referatet er sendt til kommentering. Tag det tilbage til kladde, før du retter."


def opret_referat(moede: Moede, af: Bruger) -> Referat:
    """The draft and its first edition; part of closing the meeting."""
    referat = Referat.objects.create(moede=moede, rettet_af=af, rettet_tidspunkt=timezone.now())
    ny_udgave(referat, af)
    return referat


@transaction.atomic
def send_til_kommentering(referat: Referat, *, frist: date | None, af: Bruger) -> Referatudgave:
    """Freeze what stands on the items and let the body read it. Its next agenda gets the item that approves it.

    Raises PermissionDenied, KanIkkeAendres, ValidationError.
    """
    referat = laas_referat(referat, af)
    kraev_skift(referat, Referattilstand.TIL_KOMMENTERING)
    if fejl := regler.fejl_i_fristen(frist, timezone.localdate()):
        raise ValidationError({"kommentarfrist_dato": fejl})
    udgave = ny_udgave(referat, af)
    laas.gem(
        referat,
        udgave=referat.udgave,
        af=af,
        tilstand=Referattilstand.TIL_KOMMENTERING,
        kommentarfrist_dato=frist,
    )
    haendelser.skriv(referat, f"udgave {udgave.nr} sendt til kommentering", af=af, kreds=kreds(referat))
    saet_paa_naeste_moede(referat, af=af)
    send_breve(referat, udgave, frist)
    return udgave


@transaction.atomic
def tilbage_til_kladde(referat: Referat, *, af: Bruger) -> None:
    """To be mended; the next time it is sent everybody is asked again. Raises PermissionDenied, KanIkkeAendres."""
    referat = laas_referat(referat, af)
    _til_kladde(referat, af)


@transaction.atomic
def kommenter(referat: Referat, *, behandling: Behandling | None, tekst: str, af: Bruger) -> Referatkommentar:
    """A remark on the whole or on an item that the person sees. Raises PermissionDenied, KanIkkeAendres,
    ValidationError."""
    referat = _laas_for_medlem(referat, af)
    if referat.tilstand != Referattilstand.TIL_KOMMENTERING:
        raise KanIkkeAendres("Referatet er ikke til kommentering.")
    _kraev_eget_punkt(referat, behandling)
    kommentar = Referatkommentar(referat=referat, behandling=behandling, tekst=_ren(tekst, "Skriv din kommentar."))
    kommentar.af = af
    kommentar.full_clean()
    kommentar.save()
    haendelser.skriv(referat, "kommenteret", af=af, kreds=kreds(referat))
    return kommentar


@transaction.atomic
def svar_paa_kommentar(kommentar: Referatkommentar, *, svar: str, af: Bruger) -> None:
    """What came of the remark. Raises PermissionDenied, KanIkkeAendres, ValidationError."""
    referat = laas_referat(kommentar.referat, af)
    if referat.tilstand == Referattilstand.GODKENDT:
        raise KanIkkeAendres("Referatet er godkendt. Skriv en tilføjelse i stedet.")
    kommentar.svar = _ren(svar, "Skriv, hvad der kom ud af kommentaren.", felt="svar")
    kommentar.svaret_af, kommentar.svaret_tidspunkt = af, timezone.now()
    kommentar.full_clean()
    kommentar.save(update_fields=["svar", "svaret_af", "svaret_tidspunkt"])
    haendelser.skriv(referat, "svaret på en kommentar", af=af, kreds=kreds(referat))


@transaction.atomic
def godkend_referat(referat: Referat, *, udgave_nr: int, af: Bruger) -> Referatgodkendelse:
    """One member's yes to the edition they have read. Raises PermissionDenied, KanIkkeAendres."""
    referat = _laas_for_medlem(referat, af)
    nyeste = referat.udgaver.first()
    har_godkendt = referat.godkendelser.filter(udgave=nyeste, af=af).exists()
    if grund := regler.hvorfor_ikke_godkende(referat.tilstand, i_organet=True, har_godkendt=har_godkendt):
        raise KanIkkeAendres(grund)
    if nyeste.nr != udgave_nr:
        raise KanIkkeAendres(f"Referatet er kommet i udgave {nyeste.nr}, siden du læste det. Læs den, og godkend den.")
    godkendelse = Referatgodkendelse.objects.create(referat=referat, udgave=nyeste, af=af)
    haendelser.skriv(referat, f"udgave {nyeste.nr} godkendt", af=af, kreds=kreds(referat))
    return godkendelse


def afgoer_paa_moede(referat: Referat, moede: Moede, *, godkendt: bool, af: Bruger) -> None:
    """What the next meeting decided about it; part of closing that meeting. Raises KanIkkeAendres."""
    referat = Referat.objects.select_for_update(of=("self",)).select_related("moede__helhedsplan").get(pk=referat.pk)
    if not godkendt:
        _til_kladde(referat, af)
        return
    kraev_skift(referat, Referattilstand.GODKENDT)
    laas.gem(
        referat,
        udgave=referat.udgave,
        af=af,
        tilstand=Referattilstand.GODKENDT,
        godkendt_moede=moede,
        godkendt_tidspunkt=timezone.now(),
    )
    haendelser.skriv(referat, f"godkendt på {moede}", af=af, kreds=kreds(referat))


@transaction.atomic
def tilfoej(referat: Referat, *, behandling: Behandling | None, tekst: str, af: Bruger) -> Referattilfoejelse:
    """A correction after approval: below the referat, signed and dated. Raises PermissionDenied, KanIkkeAendres,
    ValidationError."""
    referat = laas_referat(referat, af)
    if referat.tilstand != Referattilstand.GODKENDT:
        raise KanIkkeAendres("Referatet er ikke godkendt endnu. Ret teksten i stedet.")
    _kraev_eget_punkt(referat, behandling)
    tilfoejelse = Referattilfoejelse(referat=referat, behandling=behandling, tekst=_ren(tekst, "Skriv tilføjelsen."))
    tilfoejelse.af = af
    tilfoejelse.full_clean()
    tilfoejelse.save()
    haendelser.skriv(referat, "tilføjelse skrevet", af=af, kreds=kreds(referat))
    return tilfoejelse


def ny_udgave(referat: Referat, af: Bruger) -> Referatudgave:
    """The rows as they stand; the newest edition itself where nothing moved."""
    indhold = som_json(referatindhold(referat.moede))
    kontrolsum = snapshot.kontrolsum(indhold)
    nyeste = referat.udgaver.first()
    if nyeste and nyeste.kontrolsum == kontrolsum:
        return nyeste
    nr = (referat.udgaver.aggregate(sidste=Max("nr"))["sidste"] or 0) + 1
    return Referatudgave.objects.create(referat=referat, nr=nr, indhold=indhold, kontrolsum=kontrolsum, frosset_af=af)


def send_breve(referat: Referat, udgave: Referatudgave, frist: date, *, skriftligt: bool = False) -> None:
    """One mail to each who may approve; the same edition with the same deadline is not sent twice."""
    moede, hvad = referat.moede, "skriftlig godkendelse" if skriftligt else "kommentering"
    for bruger in medlemmer_med_login(moede):
        udsendelser.skriv(
            noegle=f"referat:{referat.pk}:{udgave.nr}:{frist}:{bruger.pk}{':skriftligt' if skriftligt else ''}",
            til=bruger.email,
            emne=" ".join(f"Referat til {hvad}: {moede}, {moede.helhedsplan}".split())[:200],
            tekst=brev(bruger, moede, udgave, frist, skriftligt=skriftligt),
            kreds=moede.helhedsplan.slug,
        )


def _til_kladde(referat: Referat, af: Bruger) -> None:
    kraev_skift(referat, Referattilstand.KLADDE)
    laas.gem(referat, udgave=referat.udgave, af=af, tilstand=Referattilstand.KLADDE, kommentarfrist_dato=None)
    haendelser.skriv(referat, "taget tilbage til kladde", af=af, kreds=kreds(referat))


def laas_referat(referat: Referat, af: Bruger) -> Referat:
    """The referat under lock, for whoever runs meetings in its plan; nobody closes a meeting or saves a text meanwhile.

    The plan, then the meeting, then the referat: the order of those who close a meeting and of those who write.
    """
    laas_planen(referat.moede.helhedsplan, af)
    igang.laas_moedet(referat.moede, af)
    return _laast(referat)


def _laas_for_medlem(referat: Referat, af: Bruger) -> Referat:
    if not permissions.maa_kommentere(af, referat.moede):
        raise PermissionDenied
    return _laast(referat)


def _laast(referat: Referat) -> Referat:
    alle = Referat.objects.select_for_update(of=("self",)).select_related("moede__helhedsplan", "moede__organ")
    return alle.get(pk=referat.pk)


def kraev_skift(referat: Referat, til: Referattilstand) -> None:
    if grund := regler.hvorfor_ikke_skifte(referat.tilstand, til):
        raise KanIkkeAendres(grund)


def _kraev_eget_punkt(referat: Referat, behandling: Behandling | None) -> None:
    if behandling and behandling.moede_id != referat.moede_id:
        raise ValidationError({"behandling": "Vælg et punkt fra mødet."})


def _ren(tekst: str, mangler: str, *, felt: str = "tekst") -> str:
    """What somebody wrote, if they wrote anything and it holds no CPR number."""
    if not tekst.strip():
        raise ValidationError({felt: mangler})
    uden_cpr(tekst)
    return tekst.strip()


def kreds(referat: Referat) -> str:
    return referat.moede.helhedsplan.slug
