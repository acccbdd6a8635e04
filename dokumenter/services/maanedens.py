"""The month's budgetoversigt: ordered once a month for every plan that runs, its link mailed to those who chose it."""

import logging
from datetime import date

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from aftaler.models import Helhedsplan
from aftaler.models.helhedsplan import Fase
from brugere.models import Bruger
from dokumenter import permissions, rules
from dokumenter.models import Abonnement, Bestilling
from dokumenter.reports.grundlag import Valg
from dokumenter.services.bestilling import KanIkkeBestilles, bestil_maanedens
from dokumenter.statuses import Abonnementsslags, Format, Papir
from kerne import haendelser, udsendelser
from kerne.datoer import MAANEDER

log = logging.getLogger(__name__)

UKENDT = "Der er givet besked til den, der driver systemet."


def bestil_for_alle(dag: date) -> list[str]:
    """Order for every plan that runs; gives the ids to ring for. A plan that fails is told of and stops no other."""
    if not rules.er_tid_til_maanedens(dag):
        return []
    ring_for = []
    for plan in Helhedsplan.objects.filter(fase=Fase.I_DRIFT, slut_dato__gte=dag).order_by("pk"):
        try:
            ny = _bestil(plan, dag)
        except KanIkkeBestilles as fejl:
            log.error("Månedens budgetoversigt for %s blev ikke bestilt: %s", plan.slug, fejl)
            meld_fejl(plan, dag.replace(day=1), str(fejl))
        except Exception:
            log.exception("Månedens budgetoversigt for %s blev ikke bestilt", plan.slug)
            meld_fejl(plan, dag.replace(day=1), UKENDT)
        else:
            ring_for += [str(ny.pk)] if ny else []
    return ring_for


def meld_klar(bestilling: Bestilling) -> None:
    """Write the mails with the link, in the transaction that makes the paper ready; none for a person's own order."""
    if not bestilling.maaned:
        return
    adresse = _adresse("dokumenter:bestilling", bestilling.helhedsplan, bestilling.pk)
    for et in Abonnement.objects.modtagere(bestilling.helhedsplan, Abonnementsslags.BUDGETOVERSIGT):
        if Bestilling.objects.synlige_for(et.bruger).filter(pk=bestilling.pk).exists():
            _skriv(et.bruger, bestilling.helhedsplan, bestilling.maaned, {"adresse": adresse})


@transaction.atomic
def meld_fejl(plan: Helhedsplan, maaned: date, grund: str) -> None:
    """Leave an audit line, and tell those who wait for it. Once a month, however often it fails."""
    modtagere = list(Abonnement.objects.modtagere(plan, Abonnementsslags.BUDGETOVERSIGT))
    haendelser.skriv(plan, f"månedens budgetoversigt kunne ikke laves: {grund}", af=None, kreds=plan.slug)
    for et in modtagere:
        _skriv(et.bruger, plan, maaned, {"grund": grund})


@transaction.atomic
def vaelg(plan: Helhedsplan, valgte: frozenset[Abonnementsslags], *, af: Bruger) -> None:
    """The person's own choice of mails about the plan. Raises PermissionDenied."""
    if not permissions.maa_bestille(af, plan):
        raise PermissionDenied
    mine = Abonnement.objects.filter(bruger=af, helhedsplan=plan)
    foer = frozenset(Abonnementsslags(et) for et in mine.values_list("slags", flat=True))
    for slags in valgte - foer:
        nyt, _ = Abonnement.objects.get_or_create(bruger=af, helhedsplan=plan, slags=slags)
        haendelser.skriv(nyt, "valgt på mail", af=af, kreds=plan.slug)
    for gammelt in mine.exclude(slags__in=valgte):
        haendelser.skriv(gammelt, "fravalgt på mail", af=af, kreds=plan.slug)
        gammelt.delete()


def _bestil(plan: Helhedsplan, dag: date) -> Bestilling | None:
    valg = Valg(aar=rules.maanedens_regnskabsaar(dag, plan.start_dato, plan.slut_dato))
    return bestil_maanedens(plan, Papir.BUDGETOVERSIGT, valg, Format.PDF, maaned=dag.replace(day=1), i_dag=dag)


def _skriv(bruger: Bruger, plan: Helhedsplan, maaned: date, kontekst: dict[str, str]) -> None:
    """One mail a person, plan, month and outcome."""
    udfald = "klar" if "adresse" in kontekst else "fejl"
    navn = f"{MAANEDER[maaned.month - 1]} {maaned.year}"
    faelles = {"navn": bruger.navn, "plan": plan.navn, "maaned": navn, "mails": _adresse("dokumenter:mails", plan)}
    try:
        udsendelser.skriv(
            noegle=f"budgetoversigt {udfald} {plan.pk} {maaned:%Y-%m} {bruger.pk}",
            til=bruger.email,
            emne=" ".join(f"Budgetoversigt {navn}: {plan.navn}".split()),
            tekst=render_to_string(f"dokumenter/mail/budgetoversigt_{udfald}.txt", faelles | kontekst),
            kreds=plan.slug,
        )
    except udsendelser.KanIkkeSkrives:  # one address must not cost the others their paper, nor stand in the log
        log.warning("Bruger %s får ikke månedens budgetoversigt: adressen dur ikke", bruger.pk)


def _adresse(navn: str, plan: Helhedsplan, *noegler: object) -> str:
    return settings.OFFENTLIG_URL + reverse(navn, args=[plan.slug, *noegler])
