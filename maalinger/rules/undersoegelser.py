"""What a survey's counts must live up to, and what two surveys say together. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kerne import datoer
from kerne.talformat import afrund, tal
from maalinger.statuses import Undersoegelsesart


def fejl_i_undersoegelsen(
    fra: date, til: date, spurgt: int | None, svarede: int | None, *, i_dag: date
) -> dict[str, str]:
    """Regel undersoegelse-er-holdt: en undersøgelse er slut, før den skrives ind, og højst alle spurgte svarede."""
    fejl = {}
    if til < fra:
        fejl["til_dato"] = "Undersøgelsen kan ikke slutte, før den begynder."
    elif til > i_dag:
        fejl["til_dato"] = f"{datoer.dato(til)} er ikke kommet endnu. Skriv undersøgelsen ind, når den er slut."
    if spurgt is not None and svarede is not None and svarede > spurgt:
        fejl["svarede"] = f"{tal(svarede)} kan ikke have svaret, når {tal(spurgt)} blev spurgt."
    return fejl


def fejl_i_svaret(antal: int, ud_af: int, svarede: int | None) -> dict[str, str]:
    """Regel svar-hoejst-svarede: et spørgsmål har højst så mange svar, som der var svar på undersøgelsen."""
    if ud_af < 1:
        return {"ud_af": "Skriv, hvor mange der svarede på spørgsmålet. Det skal være mere end nul."}
    if antal > ud_af:
        return {"antal": f"{tal(antal)} af {tal(ud_af)} kan ikke passe. Antallet er højst {tal(ud_af)}."}
    if svarede is not None and ud_af > svarede:
        return {"ud_af": f"{tal(ud_af)} kan ikke have svaret på spørgsmålet: {tal(svarede)} svarede i alt."}
    return {}


def andel(antal: int | None, ud_af: int | None) -> Decimal | None:
    """A share in percent, exact; None where it can't be computed."""
    return None if antal is None or not ud_af else Decimal(antal) * 100 / Decimal(ud_af)


def forskel(start: Decimal | None, slut: Decimal | None) -> Decimal | None:
    """Regel forskel-i-point: forskellen fra start til slut er i procentpoint mellem de viste, afrundede procenter.

    None where one of them is missing or hidden: a difference beside one figure gives the other away.
    """
    return None if start is None or slut is None else afrund(slut, 1) - afrund(start, 1)


@dataclass(frozen=True)
class Maalepunkt:
    """A survey as the pairing sees it."""

    noegle: int
    navn: str
    omraade: int | None
    art: str
    til: date


def modstykke(egen: Maalepunkt, alle: Iterable[Maalepunkt]) -> Maalepunkt | None:
    """Regel start-ved-siden-af-slut: samme navn og område hører sammen; start er den første, slut den sidste."""
    samme = [et for et in alle if (et.navn, et.omraade) == (egen.navn, egen.omraade) and et.noegle != egen.noegle]
    if egen.art == Undersoegelsesart.START:
        efter = [et for et in samme if et.til > egen.til]
        slut = [et for et in efter if et.art == Undersoegelsesart.SLUT]
        return max(slut or efter, key=lambda et: et.til, default=None)
    foer = [et for et in samme if et.art == Undersoegelsesart.START and et.til < egen.til]
    return min(foer, key=lambda et: et.til, default=None)
