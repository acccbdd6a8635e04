"""Who may do what with measurements."""

from dataclasses import dataclass

from aftaler.models import Helhedsplan, Medlemskab
from aftaler.permissions import har_ret, roller, rollernes_rettigheder
from brugere.models import Bruger
from brugere.roles import SER_LISTER, Ret, Rolle, roller_med
from maalinger.models import Maaling
from maalinger.rules import godkendelse
from maalinger.statuses import Maalingstilstand


def maa_registrere(bruger: Bruger, plan: Helhedsplan) -> bool:
    """Projektleder, medarbejder and sekretariat."""
    return har_ret(bruger, Ret.REGISTRER, plan)


def godkendere(plan: Helhedsplan) -> frozenset[int]:
    """The keys of everybody who may approve figures in the plan today; one query."""
    gyldige = Medlemskab.objects.gyldige().filter(helhedsplan=plan, rolle__in=roller_med(Ret.MAALING_GODKEND))
    return frozenset(gyldige.filter(bruger__is_active=True).values_list("bruger", flat=True))


def maa_godkende(bruger: Bruger, maaling: Maaling) -> bool:
    """Projektleder and sekretariat, but not one's own figure unless nobody else may."""
    return godkendelse.maa_afgoere(maaling, bruger.pk, godkendere(maaling.kriterium.helhedsplan))


def maa_tage_tilbage(bruger: Bruger, plan: Helhedsplan) -> bool:
    """Take an approved figure back: whoever may approve."""
    return har_ret(bruger, Ret.MAALING_GODKEND, plan)


@dataclass(frozen=True)
class Handlinger:
    """What a person may do with one figure as it stands."""

    rette: bool
    sende: bool
    tage_hjem: bool
    slette: bool
    afgoere: bool
    tage_tilbage: bool


def handlinger(bruger: Bruger, maaling: Maaling, ret: frozenset[Ret]) -> Handlinger:
    """`ret` is everything that the person may do in the plan; one query when the figure waits for approval."""
    skriver, tilstand = Ret.REGISTRER in ret, maaling.tilstand
    afgoer = godkendelse.kan_skifte(tilstand, Maalingstilstand.RETURNERET) and maa_godkende(bruger, maaling)
    return Handlinger(
        rette=skriver and maaling.er_til_at_rette,
        sende=skriver and godkendelse.kan_skifte(tilstand, Maalingstilstand.SENDT),
        tage_hjem=skriver and godkendelse.kan_skifte(tilstand, Maalingstilstand.KLADDE),
        slette=skriver and godkendelse.kan_slettes(maaling),
        afgoere=afgoer,
        tage_tilbage=Ret.MAALING_GODKEND in ret and maaling.taeller_med,
    )


def maa_laase(bruger: Bruger, plan: Helhedsplan) -> bool:
    """Lock and unlock periods: projektleder and sekretariat."""
    return har_ret(bruger, Ret.PENGE_RET, plan)


def maa_tilsidesaette(bruger: Bruger, plan: Helhedsplan) -> bool:
    """Set a status by hand, with a reason: projektleder, sekretariat and formand."""
    return har_ret(bruger, Ret.TILSIDESAET, plan)


def maa_rette_maaleplan(bruger: Bruger, plan: Helhedsplan) -> bool:
    return har_ret(bruger, Ret.AFTALE_RET, plan)


def maa_rette_registerdata(bruger: Bruger, plan: Helhedsplan) -> bool:
    """See, register, correct and upload register data: projektleder and sekretariat."""
    return har_ret(bruger, Ret.AFTALE_RET, plan)


def ser_lister(mine: frozenset[Rolle]) -> bool:
    """The ministry's lists are for those who lead and decide (ux.md 2)."""
    return bool(mine & SER_LISTER)


def retter_lister(mine: frozenset[Rolle]) -> bool:
    """Write down what the ministry said: projektleder and sekretariat."""
    return Ret.AFTALE_RET in rollernes_rettigheder(mine)


def maa_rette_lister(bruger: Bruger, plan: Helhedsplan) -> bool:
    return retter_lister(roller(bruger, plan))
