"""Doors for people. What every page about criteria begins with."""

from django.http import Http404
from django.utils import timezone

from aftaler.models import Helhedsplan
from brugere.models import Bruger
from brugere.roles import Ret
from maalinger.models import Maaling
from maalinger.models.maaling import MaalingQuerySet
from maalinger.reports.kriterier import Kladder, Kriterium, ikraft, viste
from maalinger.statuses import OFFENTLIGE


def kladder(ret: frozenset[Ret]) -> Kladder:
    return Kladder.ALLE if Ret.KLADDE_SE in ret else Kladder.INGEN


def vist_kriterium(plan: Helhedsplan, nr: int, ret: frozenset[Ret]) -> Kriterium:
    """The criterion as this person sees it, or 404."""
    i_kraft = ikraft(plan, dato=timezone.localdate())
    for kriterium in viste(plan, i_kraft, kladder(ret)):
        if kriterium.nr == nr:
            return kriterium
    raise Http404


def synlige_maalinger(bruger: Bruger, ret: frozenset[Ret]) -> MaalingQuerySet:
    """The plan's figures: what counts and what a correction replaced; whoever sees drafts sees all of them."""
    synlige = Maaling.objects.synlige_for(bruger)
    return synlige if Ret.KLADDE_SE in ret else synlige.filter(tilstand__in=OFFENTLIGE)
