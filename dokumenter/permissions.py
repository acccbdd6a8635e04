"""Who may order a paper, and of what."""

from aftaler.models import Helhedsplan
from aftaler.permissions import har_ret, maa_se_kladde
from brugere.models import Bruger
from brugere.roles import Ret


def maa_bestille(bruger: Bruger, plan: Helhedsplan) -> bool:
    return har_ret(bruger, Ret.PAPIR_BESTIL, plan)


def maa_bestille_kladde(bruger: Bruger, plan: Helhedsplan) -> bool:
    return maa_bestille(bruger, plan) and maa_se_kladde(bruger, plan)


def maa_bestille_lukket(bruger: Bruger, plan: Helhedsplan) -> bool:
    """A meeting's paper with its closed items: projektleder and sekretariat, who run the meetings."""
    return maa_bestille(bruger, plan) and har_ret(bruger, Ret.MOEDE_LED, plan)


def maa_udlevere(bruger: Bruger, plan: Helhedsplan) -> bool:
    """Hand a paper to somebody without a login: projektleder and sekretariat, who own the agreement's text."""
    return maa_bestille(bruger, plan) and har_ret(bruger, Ret.AFTALE_RET, plan)
