"""Before anything is written at a meeting: who may, and is it under way."""

from django.core.exceptions import PermissionDenied, ValidationError

from brugere.models import Bruger
from moeder import permissions
from moeder.models import Behandling, Moede
from moeder.rules import beslutninger as regler
from moeder.services.laasning import KanIkkeAendres


def laas_moedet(moede: Moede, af: Bruger) -> Moede:
    """The meeting under lock, for whoever runs meetings in its plan. Raises PermissionDenied."""
    if not permissions.maa_lede_moeder(af, moede.helhedsplan):
        raise PermissionDenied
    return Moede.objects.select_for_update(of=("self",)).select_related("helhedsplan", "organ").get(pk=moede.pk)


def kraev_i_gang(moede: Moede, af: Bruger) -> Moede:
    """The meeting under lock while it is under way. Raises PermissionDenied, KanIkkeAendres."""
    nu = laas_moedet(moede, af)
    if grund := regler.hvorfor_ikke_skrive(nu.tilstand):
        raise KanIkkeAendres(grund)
    return nu


def kraev_paa_moedet(moede: Moede, punkt: Behandling) -> None:
    """What is said at one meeting is not written on the agenda of another. Raises ValidationError."""
    if punkt.moede_id != moede.pk:
        raise ValidationError(regler.FREMMED_PUNKT)
