"""What can be done with a finance system's file: take it, tell its columns, try it, read it in, drop it."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from aftaler.models import Helhedsplan
from brugere.models import Bruger
from kerne import arkmodtagelse, haendelser
from kerne.arkmodtagelse import KanIkkeIndlaeses
from kerne.statuses import Indlaesningstilstand
from oekonomi import permissions
from oekonomi.models import Forbrugsindlaesning
from oekonomi.rules import posteringskolonner
from oekonomi.rules.posteringskolonner import Hjemsted, Kolonner


@transaction.atomic
def modtag(plan: Helhedsplan, fil: UploadedFile, *, af: Bruger) -> Forbrugsindlaesning:
    """Take a file. Its columns are those of the last file with the same headings, else a guess.

    Raises PermissionDenied, KanIkkeIndlaeses.
    """
    if not permissions.maa_rette_penge(af, plan):
        raise PermissionDenied
    ny = Forbrugsindlaesning(helhedsplan=plan, oprettet_af=af)
    arkmodtagelse.tag_imod(ny, fil)
    ny.kolonner = _kolonner_af_sidste(ny).som_json()
    ny.save()
    _skriv(ny, "valgte en fil med posteringer", af)
    return ny


@transaction.atomic
def vaelg_ark(indlaesning: Forbrugsindlaesning, ark: str, overskriftsraekke: int | None, *, af: Bruger) -> None:
    """Another sheet, or another row with the headings (None: find it). Raises PermissionDenied, KanIkkeIndlaeses."""
    indlaesning = _laast(indlaesning, af)
    arkmodtagelse.skift_ark(indlaesning, ark, overskriftsraekke)
    indlaesning.kolonner = _kolonner_af_sidste(indlaesning).som_json()
    indlaesning.save(update_fields=["ark", "overskriftsraekke", "overskrifter", "kolonner"])
    _skriv(indlaesning, f"valgte arket »{ark}« med overskrifter i række {indlaesning.overskriftsraekke}", af)


@transaction.atomic
def saet_kolonner(indlaesning: Forbrugsindlaesning, arter: tuple[str, ...], *, af: Bruger) -> None:
    """Say what each column is; where accounts belong is kept. Raises PermissionDenied, KanIkkeIndlaeses."""
    indlaesning = _laast(indlaesning, af)
    arkmodtagelse.kraev_valgt(indlaesning)
    indlaesning.kolonner = {**indlaesning.kolonner, "arter": list(arter)}
    indlaesning.save(update_fields=["kolonner"])
    _skriv(indlaesning, "sagde, hvad kolonnerne er", af)


@transaction.atomic
def proev(indlaesning: Forbrugsindlaesning, *, af: Bruger) -> None:
    """Send it to the worker for a try that keeps nothing. Raises PermissionDenied, KanIkkeIndlaeses."""
    indlaesning = _laast(indlaesning, af)
    if fejl := mangler_foer_proeve(indlaesning):
        raise KanIkkeIndlaeses(fejl)
    arkmodtagelse.til_arbejderen(indlaesning, Indlaesningstilstand.PROEVES)
    _skriv(indlaesning, "satte en prøve af posteringer i gang", af)


@transaction.atomic
def placer_konti(indlaesning: Forbrugsindlaesning, konti: Mapping[str, Hjemsted], *, af: Bruger) -> None:
    """Say where unknown accounts belong, and try again. Raises PermissionDenied, KanIkkeIndlaeses."""
    indlaesning = _laast(indlaesning, af)
    gamle = Kolonner.af_json(indlaesning.kolonner)
    indlaesning.kolonner = Kolonner(gamle.arter, {**gamle.konti, **konti}).som_json()
    indlaesning.save(update_fields=["kolonner"])
    arkmodtagelse.til_arbejderen(indlaesning, Indlaesningstilstand.PROEVES)
    _skriv(indlaesning, f"placerede konti og prøvede igen: {', '.join(konti)}", af)


@transaction.atomic
def laes_ind(indlaesning: Forbrugsindlaesning, *, af: Bruger) -> None:
    """Send what was tried without faults to the worker for good. Raises PermissionDenied, KanIkkeIndlaeses."""
    indlaesning = _laast(indlaesning, af)
    arkmodtagelse.kraev_uden_fejl(indlaesning)
    arkmodtagelse.til_arbejderen(indlaesning, Indlaesningstilstand.INDLAESES)
    _skriv(indlaesning, "satte indlæsning af posteringer i gang", af)


@transaction.atomic
def ret_igen(indlaesning: Forbrugsindlaesning, *, af: Bruger) -> None:
    """Back to the columns; the accounts may be placed anew. Raises PermissionDenied, KanIkkeIndlaeses."""
    indlaesning = _laast(indlaesning, af)
    arkmodtagelse.tilbage_til_kolonnerne(indlaesning)
    _skriv(indlaesning, "gik tilbage til kolonnerne", af)


@transaction.atomic
def kasser(indlaesning: Forbrugsindlaesning, *, af: Bruger) -> None:
    """Drop a file that was not read in, the file too. Raises PermissionDenied, KanIkkeIndlaeses."""
    indlaesning = _laast(indlaesning, af)
    arkmodtagelse.kraev_kan_kasseres(indlaesning)
    _skriv(indlaesning, "kasserede en fil med posteringer", af)
    arkmodtagelse.slet_med_fil(indlaesning)


def mangler_foer_proeve(indlaesning: Forbrugsindlaesning) -> list[str]:
    """Everything that must be told before the file can be tried; an empty list means ready."""
    return posteringskolonner.mangler(Kolonner.af_json(indlaesning.kolonner).arter)


def _kolonner_af_sidste(indlaesning: Forbrugsindlaesning) -> Kolonner:
    """The columns as last time for the same headings, else guessed; where accounts belong is remembered always."""
    tidligere = Forbrugsindlaesning.objects.filter(helhedsplan=indlaesning.helhedsplan).exclude(pk=indlaesning.pk)
    brugte = list(tidligere.exclude(tilstand=Indlaesningstilstand.VALGT).nyeste_foerst()[:20])
    konti = Kolonner.af_json(brugte[0].kolonner).konti if brugte else {}
    ens = next((et for et in brugte if et.overskrifter == indlaesning.overskrifter), None)
    if ens is not None:
        return Kolonner(Kolonner.af_json(ens.kolonner).arter, konti)
    return Kolonner(posteringskolonner.foreslaa_arter(indlaesning.overskrifter), konti)


def _skriv(indlaesning: Forbrugsindlaesning, hvad: str, af: Bruger) -> None:
    haendelser.skriv(indlaesning, hvad, af=af, kreds=indlaesning.helhedsplan.slug)


def _laast(indlaesning: Forbrugsindlaesning, af: Bruger) -> Forbrugsindlaesning:
    alle = Forbrugsindlaesning.objects.select_for_update(of=("self",)).select_related("helhedsplan")
    laast = alle.get(pk=indlaesning.pk)
    if not permissions.maa_rette_penge(af, laast.helhedsplan):
        raise PermissionDenied
    return laast
