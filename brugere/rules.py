"""How many guesses a login endures: pure, no clock, no queries."""

from datetime import timedelta

VINDUE = timedelta(minutes=15)
FORSOEG_MOD_EMAIL = 10
FORSOEG_FRA_ADRESSE = 100  # a whole kommune may sit behind one address


def er_spaerret(*, mod_email: int, fra_adresse: int) -> bool:
    """Regel login-bremse: efter 10 forkerte forsøg mod en e-mail eller 100 fra en adresse må man vente et kvarter.

    The two counts are the wrong attempts within `VINDUE`.
    """
    return mod_email >= FORSOEG_MOD_EMAIL or fra_adresse >= FORSOEG_FRA_ADRESSE
