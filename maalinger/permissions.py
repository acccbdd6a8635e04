"""Who may do what with measurements."""

from aftaler.models import Helhedsplan
from aftaler.permissions import har_ret
from brugere.models import Bruger
from brugere.roles import Ret


def maa_registrere(bruger: Bruger, plan: Helhedsplan) -> bool:
    """Projektleder, medarbejder and sekretariat."""
    return har_ret(bruger, Ret.REGISTRER, plan)
