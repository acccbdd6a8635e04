"""Who may do what with meetings."""

from aftaler.models import Helhedsplan
from aftaler.permissions import har_ret
from brugere.models import Bruger
from brugere.roles import Ret


def maa_lede_moeder(bruger: Bruger, plan: Helhedsplan) -> bool:
    """Make meetings and agendas, invite, and write what was said: projektleder and sekretariat."""
    return har_ret(bruger, Ret.MOEDE_LED, plan)
