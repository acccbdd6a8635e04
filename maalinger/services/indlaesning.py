"""What can be done with an uploaded sheet of register data: take it, tell its columns, try it, read it in, drop it."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from aftaler.models import Helhedsplan
from brugere.models import Bruger
from kerne import arkmodtagelse, haendelser
from kerne.arkmodtagelse import KanIkkeIndlaeses
from kerne.statuses import Indlaesningstilstand
from maalinger import permissions
from maalinger.models import Dataindlaesning
from maalinger.reports.dataopslag import opslag
from maalinger.rules import datakolonner
from maalinger.rules.datakolonner import Kolonner
from maalinger.statuses import Kolonneart

SKRIV_KILDE = "Skriv, hvor tallene kommer fra, fx »Boligsociale Data, hentet 1. marts 2021«, eller vælg en kolonne."


@transaction.atomic
def modtag(plan: Helhedsplan, fil: UploadedFile, *, af: Bruger) -> Dataindlaesning:
    """Take a file. Its columns are those of the last file with the same headings, else a guess.

    Raises PermissionDenied, KanIkkeIndlaeses.
    """
    if not permissions.maa_rette_registerdata(af, plan):
        raise PermissionDenied
    ny = Dataindlaesning(helhedsplan=plan, oprettet_af=af)
    arkmodtagelse.tag_imod(ny, fil)
    _kolonner_af_sidste(ny)
    ny.save()
    _skriv(ny, "valgte en fil med registerdata", af)
    return ny


@transaction.atomic
def vaelg_ark(indlaesning: Dataindlaesning, ark: str, overskriftsraekke: int | None, *, af: Bruger) -> None:
    """Another sheet, or another row with the headings (None: find it). Raises PermissionDenied, KanIkkeIndlaeses."""
    indlaesning = _laast(indlaesning, af)
    arkmodtagelse.skift_ark(indlaesning, ark, overskriftsraekke)
    _kolonner_af_sidste(indlaesning)
    indlaesning.save(update_fields=["ark", "overskriftsraekke", "overskrifter", "kolonner"])
    _skriv(indlaesning, f"valgte arket »{ark}« med overskrifter i række {indlaesning.overskriftsraekke}", af)


@transaction.atomic
def saet_kolonner(
    indlaesning: Dataindlaesning, kolonner: Kolonner, *, kilde: str, opgjort_dato: date | None, af: Bruger
) -> None:
    """Say what each column is; names that were chosen before are kept. Raises PermissionDenied, KanIkkeIndlaeses."""
    indlaesning = _laast(indlaesning, af)
    arkmodtagelse.kraev_valgt(indlaesning)
    valgte = {navn: indlaesning.kolonner.get(navn, {}) for navn in ("steder", "indikatorer")}
    indlaesning.kolonner = {**kolonner.som_json(), **valgte}
    indlaesning.kilde, indlaesning.opgjort_dato = kilde, opgjort_dato
    indlaesning.save(update_fields=["kolonner", "kilde", "opgjort_dato"])
    _skriv(indlaesning, "sagde, hvad kolonnerne er", af)


@transaction.atomic
def proev(indlaesning: Dataindlaesning, *, af: Bruger) -> None:
    """Send it to the worker for a try that keeps nothing. Raises PermissionDenied, KanIkkeIndlaeses."""
    indlaesning = _laast(indlaesning, af)
    if fejl := mangler_foer_proeve(indlaesning):
        raise KanIkkeIndlaeses(fejl)
    arkmodtagelse.til_arbejderen(indlaesning, Indlaesningstilstand.PROEVES)
    _skriv(indlaesning, "satte en prøve af registerdata i gang", af)


@transaction.atomic
def svar_paa_navne(
    indlaesning: Dataindlaesning, steder: Mapping[str, str], indikatorer: Mapping[str, str], *, af: Bruger
) -> None:
    """Say what unknown names mean, and try again. Raises PermissionDenied, KanIkkeIndlaeses."""
    indlaesning = _laast(indlaesning, af)
    gamle = indlaesning.kolonner
    indlaesning.kolonner = {
        **gamle,
        "steder": {**gamle.get("steder", {}), **steder},
        "indikatorer": {**gamle.get("indikatorer", {}), **indikatorer},
    }
    indlaesning.save(update_fields=["kolonner"])
    arkmodtagelse.til_arbejderen(indlaesning, Indlaesningstilstand.PROEVES)
    _skriv(indlaesning, f"sagde, hvad navnene er, og prøvede igen: {', '.join((*steder, *indikatorer))}", af)


@transaction.atomic
def laes_ind(indlaesning: Dataindlaesning, *, af: Bruger) -> None:
    """Send what was tried without faults to the worker for good. Raises PermissionDenied, KanIkkeIndlaeses."""
    indlaesning = _laast(indlaesning, af)
    arkmodtagelse.kraev_uden_fejl(indlaesning)
    arkmodtagelse.til_arbejderen(indlaesning, Indlaesningstilstand.INDLAESES)
    _skriv(indlaesning, "satte indlæsning af registerdata i gang", af)


@transaction.atomic
def ret_igen(indlaesning: Dataindlaesning, *, af: Bruger) -> None:
    """Back to the columns. Raises PermissionDenied, KanIkkeIndlaeses."""
    indlaesning = _laast(indlaesning, af)
    arkmodtagelse.tilbage_til_kolonnerne(indlaesning)
    _skriv(indlaesning, "gik tilbage til kolonnerne", af)


@transaction.atomic
def kasser(indlaesning: Dataindlaesning, *, af: Bruger) -> None:
    """Drop a file that was not read in, the file too. Raises PermissionDenied, KanIkkeIndlaeses."""
    indlaesning = _laast(indlaesning, af)
    arkmodtagelse.kraev_kan_kasseres(indlaesning)
    _skriv(indlaesning, "kasserede en fil med registerdata", af)
    arkmodtagelse.slet_med_fil(indlaesning)


def mangler_foer_proeve(indlaesning: Dataindlaesning) -> list[str]:
    """Everything that must be told before the sheet can be tried; an empty list means ready."""
    kolonner = Kolonner.af_json(indlaesning.kolonner)
    mangler = datakolonner.mangler(kolonner, indlaesning.overskrifter, timezone.localdate().year)
    if not indlaesning.kilde and kolonner.nr(Kolonneart.KILDE) is None:
        mangler.append(SKRIV_KILDE)
    return mangler


def _kolonner_af_sidste(indlaesning: Dataindlaesning) -> None:
    """What the columns are: as last time for the same headings, else guessed."""
    tidligere = Dataindlaesning.objects.filter(helhedsplan=indlaesning.helhedsplan).exclude(pk=indlaesning.pk)
    brugte = tidligere.exclude(tilstand=Indlaesningstilstand.VALGT).nyeste_foerst()
    sidst = next((et for et in brugte[:20] if et.overskrifter == indlaesning.overskrifter), None)
    if sidst is not None:
        indlaesning.kolonner, indlaesning.kilde = sidst.kolonner, sidst.kilde
        return
    kendte = opslag(indlaesning.helhedsplan, dato=timezone.localdate())
    indikatorer = {navn: et.kode for navn, et in kendte.indikatorer.items()}
    arter = datakolonner.foreslaa_arter(indlaesning.overskrifter, indikatorer, kendte.sidste_aar)
    aar = indlaesning.ark if indlaesning.ark.isdigit() and len(indlaesning.ark) == 4 else ""
    har_aar = {Kolonneart.AAR, Kolonneart.AARSTAL} & set(arter)
    indlaesning.kolonner = Kolonner(arter, aar="" if har_aar else aar).som_json()


def _skriv(indlaesning: Dataindlaesning, hvad: str, af: Bruger) -> None:
    haendelser.skriv(indlaesning, hvad, af=af, kreds=indlaesning.helhedsplan.slug)


def _laast(indlaesning: Dataindlaesning, af: Bruger) -> Dataindlaesning:
    laast = Dataindlaesning.objects.select_for_update(of=("self",)).select_related("helhedsplan").get(pk=indlaesning.pk)
    if not permissions.maa_rette_registerdata(af, laast.helhedsplan):
        raise PermissionDenied
    return laast
