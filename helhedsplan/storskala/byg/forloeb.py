"""Deadlines, and the approval that puts every document in force."""

from aftaler.models import Frist
from aftaler.services import versioner
from brugere.roles import Rolle
from helhedsplan.storskala.byg.byggeri import Byggeri
from kerne import haendelser


def frister(byggeri: Byggeri) -> None:
    Frist.objects.bulk_create(
        Frist(helhedsplan=byggeri.plan, art=et.art, navn=et.navn, dato=et.dato, oprindelig_dato=et.dato)
        for et in byggeri.spec.frister
    )


def godkendelser(byggeri: Byggeri) -> None:
    """Every document as version 1, in force from the plan's first day."""
    plan, folk = byggeri.plan, byggeri.folk
    haendelser.skriv(plan, "oprettet som stor prøveplan", af=folk[Rolle.PROJEKTLEDER], kreds=plan.slug)
    delaftaler = {et.pk: et for et in byggeri.delaftaler.values()}
    for noegle, indhold in versioner.kladder(plan).items():
        versioner.frys(
            plan,
            delaftaler.get(noegle),
            indhold=indhold,
            gaelder_fra=plan.start_dato,
            godkendt_dato=plan.start_dato,
            godkendt_af_navn="Bestyrelsen",
            grund="Første udgave",
            af=folk[Rolle.FORMAND],
        )
