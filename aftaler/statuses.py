"""What a thing can be, and what it can become. Data only; docs/statusser.md is made from this."""

from django.db.models import TextChoices


class Aendringsstatus(TextChoices):
    INDSENDT = "indsendt", "Til godkendelse"
    GODKENDT = "godkendt", "Godkendt"
    RETURNERET = "returneret", "Returneret"
    AFVIST = "afvist", "Afvist"
    TRUKKET = "trukket", "Trukket tilbage"


OVERGANGE: dict[Aendringsstatus, frozenset[Aendringsstatus]] = {
    Aendringsstatus.INDSENDT: frozenset(
        {Aendringsstatus.GODKENDT, Aendringsstatus.RETURNERET, Aendringsstatus.AFVIST, Aendringsstatus.TRUKKET}
    ),
    Aendringsstatus.GODKENDT: frozenset(),
    Aendringsstatus.RETURNERET: frozenset(),
    Aendringsstatus.AFVIST: frozenset(),
    Aendringsstatus.TRUKKET: frozenset(),
}


class Trinudfald(TextChoices):
    AFVENTER = "afventer", "Afventer"
    GODKENDT = "godkendt", "Godkendt"
    RETURNERET = "returneret", "Returneret"
    AFVIST = "afvist", "Afvist"
    BEHANDLET = "behandlet", "Behandlet"  # a høring that is over, an orientering that is given


class Aktivitetsstatus(TextChoices):
    PLANLAGT = "planlagt", "Planlagt"
    I_GANG = "i_gang", "I gang"
    FORSINKET = "forsinket", "Forsinket"
    PAA_HOLD = "paa_hold", "På hold"
    AFSLUTTET = "afsluttet", "Afsluttet"
    IKKE_IGANGSAT = "ikke_igangsat", "Ikke igangsat"
    BORTFALDET = "bortfaldet", "Bortfaldet"
