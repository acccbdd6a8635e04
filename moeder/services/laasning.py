"""Before anything about a meeting is written: who may, and is it still open."""

from django.core.exceptions import PermissionDenied, ValidationError

from aftaler.models import Helhedsplan
from brugere.models import Bruger
from moeder import permissions
from moeder.models import Moede
from moeder.rules.dagsorden import hvorfor_laast


class KanIkkeAendres(ValidationError):
    """The meeting's state does not allow it; the message says what does."""


def laas_planen(plan: Helhedsplan, af: Bruger) -> None:
    """One at a time in a plan, so that a body isn't called to two places at once."""
    if not permissions.maa_lede_moeder(af, plan):
        raise PermissionDenied
    Helhedsplan.objects.select_for_update(of=("self",), no_key=True).get(pk=plan.pk)


def kraev_aaben(moede: Moede, af: Bruger) -> Moede:
    """The meeting under lock, for whoever may write its agenda while it can be written."""
    if not permissions.maa_lede_moeder(af, moede.helhedsplan):
        raise PermissionDenied
    moede = Moede.objects.select_for_update(of=("self",)).select_related("helhedsplan", "organ").get(pk=moede.pk)
    if grund := hvorfor_laast(moede.tilstand):
        raise KanIkkeAendres(grund)
    return moede
