"""Who takes part in a plan, in which role, from when to when. A membership is ended, never deleted."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from aftaler import permissions
from aftaler.models import Helhedsplan, Medlemskab
from brugere import services as brugere
from brugere.models import Bruger
from brugere.roles import Ret, Rolle, roller_med
from kerne import haendelser
from kerne.cpr import uden_cpr
from kerne.datoer import dato as dato_tekst


class KanIkkeAfsluttes(ValidationError):
    """Nobody would be left who may edit the plan."""


@transaction.atomic
def inviter(
    plan: Helhedsplan, *, email: str, navn: str, rolle: str, fra_dato: date, til_dato: date | None = None, af: Bruger
) -> Medlemskab:
    """Give the person with the e-mail a role; an unknown e-mail gets a user without a password.

    The mail is sent by `send_invitation` after the commit, so that no mail server can undo the invitation.
    Raises PermissionDenied, ValidationError.
    """
    _laas(plan, af)
    uden_cpr(navn)
    bruger = brugere.find_eller_opret(email=email.strip().lower(), navn=navn.strip())
    if bruger == af and rolle in roller_med(Ret.BESLUT):
        raise ValidationError({"rolle": "Du kan ikke give dig selv en rolle, der beslutter for bestyrelsen."})
    medlemskab = Medlemskab(bruger=bruger, helhedsplan=plan, rolle=rolle, fra_dato=fra_dato, til_dato=til_dato)
    samtidige = plan.medlemskaber.filter(bruger=bruger, rolle=rolle).filter(
        Q(til_dato__isnull=True) | Q(til_dato__gte=fra_dato)
    )
    if til_dato:
        samtidige = samtidige.filter(fra_dato__lte=til_dato)
    if samtidige.exists():
        raise ValidationError({"rolle": f"{bruger} er allerede {medlemskab.get_rolle_display()} i planen."})
    medlemskab.full_clean()
    medlemskab.save()
    haendelser.skriv(medlemskab, "inviteret", af=af, kreds=plan.slug)
    return medlemskab


def send_invitation(medlemskab: Medlemskab, *, af: Bruger) -> bool:
    """Mail the person, with a link to choose a password when they have none. False when the mail was not taken."""
    plan, bruger = medlemskab.helhedsplan, medlemskab.bruger
    if not permissions.maa_rette_medlemmer(af, plan):
        raise PermissionDenied
    return brugere.send_brev(
        bruger,
        emne=f"Du er med i {plan}",
        skabelon="aftaler/organisering_invitation.txt",
        kontekst={
            "medlemskab": medlemskab,
            "plan": plan,
            "af": af,
            "link": None if bruger.has_usable_password() else brugere.adgangskodelink(bruger),
        },
    )


@transaction.atomic
def afslut_medlemskab(medlemskab: Medlemskab, *, sidste_dag: date | None = None, af: Bruger) -> Medlemskab:
    """End the membership after `sidste_dag`, or at once: then yesterday was the last day.

    A membership that began today and is ended at once gets yesterday at both ends; the action log tells what happened.
    Raises PermissionDenied, KanIkkeAfsluttes, ValidationError.
    """
    plan = medlemskab.helhedsplan
    _laas(plan, af)
    medlemskab = Medlemskab.objects.select_for_update(of=("self",)).get(pk=medlemskab.pk)
    i_dag = timezone.localdate()
    if medlemskab.til_dato and medlemskab.til_dato < (sidste_dag or i_dag):
        raise ValidationError({"sidste_dag": f"Medlemskabet slutter allerede {dato_tekst(medlemskab.til_dato)}."})
    if sidste_dag and sidste_dag < i_dag:
        raise ValidationError({"sidste_dag": "Vælg i dag eller en senere dag, eller lad feltet stå tomt."})
    medlemskab.til_dato = sidste_dag or i_dag - timedelta(days=1)
    medlemskab.fra_dato = min(medlemskab.fra_dato, medlemskab.til_dato)
    if not _er_nogen_tilbage(medlemskab):
        raise KanIkkeAfsluttes(
            "Så kan ingen længere rette planen. Inviter en anden projektleder eller et sekretariat først."
        )
    medlemskab.full_clean()
    medlemskab.save(update_fields=["fra_dato", "til_dato"])
    haendelser.skriv(
        medlemskab, f"afsluttet med {dato_tekst(medlemskab.til_dato)} som sidste dag", af=af, kreds=plan.slug
    )
    return medlemskab


def _laas(plan: Helhedsplan, af: Bruger) -> None:
    """One change of members at a time: two leaders cannot end each other's membership in the same moment."""
    if not permissions.maa_rette_medlemmer(af, plan):
        raise PermissionDenied
    Helhedsplan.objects.select_for_update(of=("self",), no_key=True).get(pk=plan.pk)


def _er_nogen_tilbage(medlemskab: Medlemskab) -> bool:
    """Somebody who can log in may still invite and edit on the day after this membership."""
    if Rolle(medlemskab.rolle) not in roller_med(Ret.MEDLEM_RET):
        return True
    dagen_efter = medlemskab.til_dato + timedelta(days=1)
    andre = medlemskab.helhedsplan.medlemskaber.gyldige(dagen_efter).exclude(pk=medlemskab.pk)
    return andre.filter(rolle__in=roller_med(Ret.MEDLEM_RET), bruger__is_active=True).exists()
