"""Order a paper and fetch it. Whoever orders rings `tasks.dan_dokument` when the row that comes back is `bestilt`."""

from datetime import date
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from aftaler.models import Helhedsplan
from brugere.models import Bruger
from dokumenter import permissions
from dokumenter.models import Bestilling
from dokumenter.reports import PAPIRER
from dokumenter.reports.data import noegle, titel, udgavenavn
from dokumenter.reports.grundlag import Grundlag, IngenUdgave, Valg
from dokumenter.services.grundlaget import find_papir
from dokumenter.services.sagen import saml
from dokumenter.statuses import Format, Papir, Tilstand, Trin
from kerne import haendelser


class KanIkkeBestilles(Exception):
    """The paper can't be ordered; the message is a Danish sentence."""


class IkkeKlar(Exception):
    """The paper has no file to fetch; the message is a Danish sentence."""


@transaction.atomic
def bestil(plan: Helhedsplan, papir: Papir, valg: Valg, format: Format, *, af: Bruger) -> Bestilling:
    """Put the paper in the queue, or hand back the same order when it waits or is made already.

    Raises PermissionDenied, KanIkkeBestilles.
    """
    if not permissions.maa_bestille(af, plan):
        raise PermissionDenied
    if valg.lukket and not permissions.maa_bestille_lukket(af, plan):
        raise PermissionDenied
    if PAPIRER[papir].om_kladden and not permissions.maa_bestille_kladde(af, plan):
        raise PermissionDenied
    # One at a time in a plan: of two who order the same at once, the second gets the first one's row.
    plan = Helhedsplan.objects.select_for_update(no_key=True, of=("self",)).get(pk=plan.pk)
    grundlag = find_grundlag(plan, papir, valg, format, i_dag=timezone.localdate(), laeser=af)
    if grundlag.er_kladde and not permissions.maa_bestille_kladde(af, plan):
        if valg.kladde:
            raise PermissionDenied
        raise KanIkkeBestilles("Papiret er ikke godkendt endnu. Det kan bestilles, når den første version er godkendt.")
    ens = Bestilling.objects.filter(helhedsplan=plan, noegle=noegle(grundlag, format)).exclude(tilstand=Tilstand.FEJLET)
    if synlig := ens.synlige_for(af).nyeste_foerst().first():
        if _er_vaek(synlig):
            _lav_filen_igen(synlig)
        return synlig
    ny = _ny(plan, grundlag, valg, format, af)
    if (andens := ens.filter(tilstand=Tilstand.KLAR).nyeste_foerst().first()) and not _er_vaek(andens):
        _overtag(ny, andens)
    ny.save(force_insert=True)
    haendelser.skriv(ny, "bestilt", af=af, kreds=plan.slug)
    return ny


@transaction.atomic
def bestil_maanedens(
    plan: Helhedsplan, papir: Papir, valg: Valg, format: Format, *, maaned: date, i_dag: date
) -> Bestilling | None:
    """Put the month's own order in the queue, by nobody's hand; None where there is one. Raises KanIkkeBestilles."""
    plan = Helhedsplan.objects.select_for_update(no_key=True, of=("self",)).get(pk=plan.pk)
    if Bestilling.objects.filter(helhedsplan=plan, papir=papir, maaned=maaned).exists():
        return None
    ny = _ny(plan, find_grundlag(plan, papir, valg, format, i_dag=i_dag, laeser=None), valg, format, None)
    ny.maaned = maaned
    ny.save(force_insert=True)
    haendelser.skriv(ny, "bestilt af systemet", af=None, kreds=plan.slug)
    return ny


def find_grundlag(
    plan: Helhedsplan, papir: Papir, valg: Valg, format: Format, *, i_dag: date, laeser: Bruger | None
) -> Grundlag:
    """What the choice comes to. Raises KanIkkeBestilles on a format or an edition that there isn't.

    `laeser` sees of a meeting what its page shows them; None is the command, for whoever runs the server.
    """
    if format not in PAPIRER[papir].formater:
        kendte = " og ".join(et.value for et in PAPIRER[papir].formater)
        raise KanIkkeBestilles(f"Papiret {papir.value} findes ikke som {format.value}, men som {kendte}.")
    try:
        if papir == Papir.HELE_SAGEN:
            return saml(plan, valg, i_dag=i_dag, laeser=laeser)
        return find_papir(plan, papir, valg, i_dag=i_dag, laeser=laeser)
    except IngenUdgave as fejl:
        raise KanIkkeBestilles(str(fejl)) from fejl


@transaction.atomic
def hent(bestilling: Bestilling, *, af: Bruger) -> Path:
    """Where the finished file lies; the download is written in the log. Raises PermissionDenied, IkkeKlar."""
    if not Bestilling.objects.synlige_for(af).filter(pk=bestilling.pk).exists():
        raise PermissionDenied
    sti = filens_sted(bestilling)
    haendelser.skriv(bestilling, "hentet", af=af, kreds=bestilling.helhedsplan.slug)
    return sti


def filens_sted(bestilling: Bestilling) -> Path:
    """Where the finished file lies. Raises IkkeKlar."""
    if not bestilling.er_klar:
        raise IkkeKlar("Papiret er ikke færdigt endnu.")
    if _er_vaek(bestilling):
        raise IkkeKlar("Filen findes ikke længere på serveren. Bestil papiret igen, så bliver den lavet på ny.")
    return Path(bestilling.fil.path)


def _ny(plan: Helhedsplan, grundlag: Grundlag, valg: Valg, format: Format, af: Bruger | None) -> Bestilling:
    nu = timezone.now()
    return Bestilling(
        helhedsplan=plan,
        papir=grundlag.papir,
        valg={**valg.som_json(), "kladde": grundlag.er_kladde, **({"kun_ledere": True} if grundlag.kun_ledere else {})},
        grundlag=grundlag.som_json(),
        noegle=noegle(grundlag, format),
        titel=titel(grundlag),
        udgave=udgavenavn(grundlag),
        format=format,
        hjerteslag=nu,
        trin_tider={Trin.BESTILT.value: nu.isoformat()},
        bestilt_af=af,
        bestilt_tidspunkt=nu,
    )


def _overtag(ny: Bestilling, faerdig: Bestilling) -> None:
    """The file is made already for somebody whose orders this person does not see: it is theirs at once."""
    nu = timezone.now()
    ny.tilstand, ny.trin, ny.procent = Tilstand.KLAR, Trin.KLAR, 100
    ny.trin_tider = {**ny.trin_tider, Trin.KLAR.value: nu.isoformat()}
    ny.fil, ny.kontrolsum, ny.sider, ny.faerdig_tidspunkt = faerdig.fil.name, faerdig.kontrolsum, faerdig.sider, nu


def _er_vaek(bestilling: Bestilling) -> bool:
    return bestilling.er_klar and not bestilling.fil.storage.exists(bestilling.fil.name)


def _lav_filen_igen(bestilling: Bestilling) -> None:
    """A finished file that has left the disk is made again from the same editions."""
    bestilling.tilstand, bestilling.trin, bestilling.procent = Tilstand.BESTILT, Trin.BESTILT, 0
    bestilling.fil, bestilling.kontrolsum, bestilling.faerdig_tidspunkt = "", "", None
    bestilling.forsoeg, bestilling.hjerteslag = 1, timezone.now()
    bestilling.save()
