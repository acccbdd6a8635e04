"""The accounts of each year: when they are due, how far they are, and what a year left over."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from aftaler.rules.frister import Tidsstand, tidsstand
from oekonomi.statuses import Regnskabstrin


class Reststand(StrEnum):
    """Where unspent money is. The value is the word on the page."""

    PLAN_MANGLER = "Plan mangler"
    BREV_MANGLER = "Ikke sendt til Landsbyggefonden"
    SKAL_BRUGES = "Skal bruges"
    OVER_TIDEN = "Over tiden"
    BRUGT = "Brugt"


def regnskabsfrist(aar: int) -> date:
    """Regel regnskabsfrist: det revisorpåtegnede regnskab skal være sendt 30. juni året efter.

    The default of one case (Køge, S003); the date can be moved with a reason (domain.md 1.5).
    """
    return date(aar + 1, 6, 30)


def trin(underskrevet: date | None, paategnet: date | None, sendt: date | None) -> Regnskabstrin:
    """Regel regnskabets-trin: regnskabet er så langt som den sidste af datoerne: underskrevet, påtegnet, sendt."""
    if sendt:
        return Regnskabstrin.SENDT
    if paategnet:
        return Regnskabstrin.PAATEGNET
    return Regnskabstrin.UNDERSKREVET if underskrevet else Regnskabstrin.KLADDE


def regnskabets_stand(frist: date, sendt: date | None, dag: date) -> Tidsstand:
    """Regel regnskab-forfaldent: et regnskab, der ikke er sendt, er over tiden dagen efter fristen."""
    return tidsstand(frist, sendt, dag)


def hvorfor_lukket(aar: int, lukkede: Collection[int]) -> str:
    """Regel lukket-regnskabsaar: når revisor har påtegnet et års regnskab, kan årets forbrug og leverancer ikke rettes.

    `lukkede` are the years with the revisor's statement. The sentence that stands in the way; empty when the year is
    open.
    """
    if aar not in lukkede:
        return ""
    return (
        f"Regnskabet for {aar} er påtegnet af revisor og kan ikke ændres. Skriv rettelsen i et senere år, eller fjern "
        "datoen for påtegningen først."
    )


def mangler_grund_til_paategning(foer: date | None, efter: date | None, grund: str) -> str:
    """Regel paategning-aendres-med-grund: revisors påtegning fjernes eller flyttes kun med en synlig grund.

    The sentence that stands in the way; empty when the statement is new, stands as it did, or has its reason.
    """
    if foer is None or foer == efter or grund.strip():
        return ""
    return "Skriv, hvorfor påtegningen ændres. Grunden står på årets side, så revisor kan se den."


def restmidlers_stand(
    anvendelse: str, brev: date | None, brugt: date | None, frist: date | None, dag: date
) -> Reststand:
    """Regel restmidler: uforbrugte midler planlægges, sendes til Landsbyggefonden med budget og bruges til tiden.

    Source: Køges ét-års-eftersyn, punkt 3 (S003).
    """
    if brugt:
        return Reststand.BRUGT
    if frist and dag > frist:
        return Reststand.OVER_TIDEN
    if not anvendelse.strip():
        return Reststand.PLAN_MANGLER
    return Reststand.SKAL_BRUGES if brev else Reststand.BREV_MANGLER
