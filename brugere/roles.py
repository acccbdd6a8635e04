"""Everything that can be allowed, and which role may. Data only: one right here is one row in the table of rights."""

from collections.abc import Iterable

from django.db.models import TextChoices


class Ret(TextChoices):
    PLAN_SE = "plan_se", "se planen: dokumenter i kraft, kriterier og status, åbne referater"
    KLADDE_SE = "kladde_se", "se kladder og forskelle"
    PENGE_SE = "penge_se", "se penge i detaljer"
    LUKKET_SE = "lukket_se", "se lukkede punkter"
    AFTALE_RET = "aftale_ret", "rette aftale, delaftaler, organer og skabelontekster"
    REGISTRER = "registrer", "rette aktiviteter og milepæle; registrere fremmøde, målinger og timer"
    MAALING_GODKEND = "maaling_godkend", "godkende eller returnere en måling"
    INDSEND = "indsend", "indsende til godkendelse; registrere en anden myndigheds beslutning"
    BESLUT = "beslut", "beslutte som bestyrelse"
    REFERAT_GODKEND = "referat_godkend", "kommentere og godkende referater; svare på indkaldelser"
    MOEDE_LED = "moede_led", "holde møder og skrive referat"
    PENGE_RET = "penge_ret", "rette budget, forbrug og leverancer; låse perioder"
    TILSIDESAET = "tilsidesaet", "frafalde et fund eller tilsidesætte en status med begrundelse"
    PAPIR_BESTIL = "papir_bestil", "bestille papirer"
    MEDLEM_RET = "medlem_ret", "invitere medlemmer og afslutte medlemskaber"


class Rolle(TextChoices):
    PROJEKTLEDER = "projektleder", "projektleder"
    MEDARBEJDER = "medarbejder", "medarbejder"
    SEKRETARIAT = "sekretariat", "sekretariat"
    FORMAND = "formand", "formand"
    BESTYRELSE = "bestyrelse", "bestyrelse"
    FOELGEGRUPPE = "foelgegruppe", "følgegruppe"
    REVISOR = "revisor", "revisor"
    LBF = "lbf", "Landsbyggefonden"
    ADMIN = "admin", "administrator"


_LEDELSE = frozenset(set(Ret) - {Ret.BESLUT})

RETTIGHEDER: dict[Rolle, frozenset[Ret]] = {
    Rolle.PROJEKTLEDER: _LEDELSE,
    Rolle.MEDARBEJDER: frozenset({Ret.PLAN_SE, Ret.KLADDE_SE, Ret.REGISTRER}),
    Rolle.SEKRETARIAT: _LEDELSE,
    Rolle.FORMAND: frozenset(
        {
            Ret.PLAN_SE,
            Ret.KLADDE_SE,
            Ret.PENGE_SE,
            Ret.LUKKET_SE,
            Ret.BESLUT,
            Ret.REFERAT_GODKEND,
            Ret.TILSIDESAET,
            Ret.PAPIR_BESTIL,
        }
    ),
    Rolle.BESTYRELSE: frozenset(
        {Ret.PLAN_SE, Ret.KLADDE_SE, Ret.PENGE_SE, Ret.LUKKET_SE, Ret.REFERAT_GODKEND, Ret.PAPIR_BESTIL}
    ),
    Rolle.FOELGEGRUPPE: frozenset({Ret.PLAN_SE, Ret.REFERAT_GODKEND}),
    Rolle.REVISOR: frozenset({Ret.PLAN_SE, Ret.PENGE_SE, Ret.PAPIR_BESTIL}),
    Rolle.LBF: frozenset({Ret.PLAN_SE, Ret.PENGE_SE, Ret.PAPIR_BESTIL}),
    Rolle.ADMIN: frozenset({Ret.PLAN_SE}),  # the site's administrator sees a plan only as a member of it
}

# Who may create a plan: projektleder and sekretariat of any plan (and the site's administrator).
OPRETTERE = frozenset({Rolle.PROJEKTLEDER, Rolle.SEKRETARIAT})

# Who may see who takes part: parties, people, areas and members (the page Organisering).
SER_ORGANISERING = frozenset({Rolle.PROJEKTLEDER, Rolle.SEKRETARIAT, Rolle.FORMAND, Rolle.BESTYRELSE, Rolle.ADMIN})

# Who may see the ministry's lists held against the plan's areas.
SER_LISTER = SER_ORGANISERING - {Rolle.ADMIN}


def rolleord(roller: Iterable[Rolle]) -> str:
    """The roles in words: "projektleder og formand"."""
    return " og ".join(rolle.label for rolle in roller)


def roller_med(ret: Ret) -> frozenset[Rolle]:
    """The roles that hold the right."""
    return frozenset(rolle for rolle, rettigheder in RETTIGHEDER.items() if ret in rettigheder)
