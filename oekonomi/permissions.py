"""Who may do what with the money that moves."""

from aftaler.models import Helhedsplan
from aftaler.permissions import har_ret, maa_rette_penge
from aftaler.rules.aendringer import BESTYRELSEN
from brugere.models import Bruger
from brugere.roles import Ret
from oekonomi.rules.budgetaendringer import budgetaendringens_godkender

__all__ = ["afgoerelsesret", "maa_afgoere", "maa_registrere_timer", "maa_rette_penge", "maa_se_penge"]


def maa_se_penge(bruger: Bruger, plan: Helhedsplan) -> bool:
    return har_ret(bruger, Ret.PENGE_SE, plan)


def maa_registrere_timer(bruger: Bruger, plan: Helhedsplan) -> bool:
    """Projektleder, medarbejder and sekretariat; whoever sees no money sees hours only."""
    return har_ret(bruger, Ret.REGISTRER, plan)


def afgoerelsesret(fra_sted: str, til_sted: str) -> Ret:
    """The board's decision is the formand's to record; Landsbyggefonden's is projektleder's and sekretariat's."""
    bestyrelsens = budgetaendringens_godkender(fra_sted, til_sted) == BESTYRELSEN
    return Ret.BESLUT if bestyrelsens else Ret.INDSEND


def maa_afgoere(bruger: Bruger, plan: Helhedsplan, fra_sted: str, til_sted: str) -> bool:
    return har_ret(bruger, afgoerelsesret(fra_sted, til_sted), plan)
