"""Rules of money: shares and sums. Amounts in kroner; unknown is never zero."""

from decimal import Decimal


def samlet(landsbyggefonden: Decimal | None, lokal: Decimal | None) -> Decimal | None:
    """Regel samlet-budget: det samlede budget er Landsbyggefonden plus lokal medfinansiering (LBF's tabel i afsnit 7).

    Unknown when either is unknown: a missing amount is not zero.
    """
    return None if landsbyggefonden is None or lokal is None else landsbyggefonden + lokal


def medfinansieringsgrad(landsbyggefonden: Decimal | None, lokal: Decimal | None) -> Decimal | None:
    """Regel medfinansieringsgrad: den lokale andel er lokal medfinansiering delt med det samlede budget.

    A share between 0 and 1; None when an amount is unknown or there is no money at all.
    """
    i_alt = samlet(landsbyggefonden, lokal)
    return lokal / i_alt if i_alt and lokal is not None else None
