"""Who may do what with meetings."""

from aftaler.models import Helhedsplan, Organ
from aftaler.permissions import har_ret, rettigheder
from brugere.models import Bruger
from brugere.roles import Ret
from moeder.models import Indkaldelse, Moede, Opgave
from moeder.models.moede import sidder_i


def maa_lede_moeder(bruger: Bruger, plan: Helhedsplan) -> bool:
    """Make meetings and agendas, invite, and write what was said: projektleder and sekretariat."""
    return har_ret(bruger, Ret.MOEDE_LED, plan)


def sidder_i_organet(bruger: Bruger, organ: Organ) -> bool:
    """The person has a seat in the body today."""
    return Organ.objects.filter(sidder_i(bruger, "pk"), pk=organ.pk).exists()


def maa_kommentere(bruger: Bruger, moede: Moede) -> bool:
    """Comment on and approve minutes: those who sit in the body and hold the right."""
    return har_ret(bruger, Ret.REFERAT_GODKEND, moede.helhedsplan) and sidder_i_organet(bruger, moede.organ)


def maa_svare(bruger: Bruger, indkaldelse: Indkaldelse) -> bool:
    """Answer a call while logged in: only one's own, with the right to answer calls in the plan."""
    er_min = indkaldelse.person.bruger_id == bruger.pk
    return er_min and har_ret(bruger, Ret.REFERAT_GODKEND, indkaldelse.moede.helhedsplan)


def ser_lukkede(bruger: Bruger, moede: Moede) -> bool:
    """Closed items of the meeting: those who run meetings, or sit in the body and may."""
    ret = rettigheder(bruger, moede.helhedsplan)
    return Ret.MOEDE_LED in ret or (Ret.LUKKET_SE in ret and sidder_i_organet(bruger, moede.organ))


def maa_udfoere(bruger: Bruger, opgave: Opgave) -> bool:
    """Say that a task is done: those who run meetings, and the member who promised to do it."""
    plan = opgave.helhedsplan
    return maa_lede_moeder(bruger, plan) or (opgave.ejer.bruger_id == bruger.pk and har_ret(bruger, Ret.PLAN_SE, plan))
