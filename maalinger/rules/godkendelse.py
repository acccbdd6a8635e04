"""Who may answer for a figure that somebody sent, and from which state it may go where."""

from collections.abc import Collection

from maalinger.models import Maaling
from maalinger.statuses import OVERGANGE, RETTES, Maalingstilstand


def kan_skifte(fra: str, til: Maalingstilstand) -> bool:
    return til in OVERGANGE[Maalingstilstand(fra)]


def er_egen(maaling: Maaling, bruger: int) -> bool:
    """The person wrote, mended or sent it."""
    return bruger in (maaling.registreret_af_id, maaling.rettet_af_id, maaling.sendt_af_id)


def maa_afgoere(maaling: Maaling, bruger: int, godkendere: Collection[int]) -> bool:
    """Regel fire-oejne: man godkender ikke sit eget tal, medmindre ingen anden i planen må og kan.

    `godkendere` are the keys of those who hold the right in the plan today.
    """
    if bruger not in godkendere:
        return False
    return not er_egen(maaling, bruger) or all(er_egen(maaling, et) for et in godkendere)


def kan_slettes(maaling: Maaling) -> bool:
    """Regel kun-kladder-slettes: en måling, nogen har sendt eller godkendt, slettes ikke; den tages tilbage."""
    return maaling.tilstand == Maalingstilstand.KLADDE


def hvorfor_ikke_rettes(maaling: Maaling) -> str:
    """Why nobody can write in the figure as it stands."""
    if maaling.tilstand == Maalingstilstand.SENDT:
        return f"Målingen er sendt af {maaling.sendt_af} og venter på godkendelse. Tag den hjem, før den rettes."
    if maaling.tilstand == Maalingstilstand.GODKENDT:
        return f"Målingen blev godkendt af {maaling.afgjort_af}, mens du skrev. Åbn den igen for at rette den."
    if maaling.tilstand in RETTES:
        return "Målingen er ikke godkendt endnu. Åbn den igen for at rette den."
    return "Målingen gælder ikke længere. Ret den, der har taget dens plads, eller registrér en ny."
