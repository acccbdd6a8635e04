"""What can't be true of a posting or a delivery, as one sentence a field."""

from datetime import date
from decimal import Decimal

from aftaler.models.budget import Tilsagnsart
from kerne import datoer, talformat


def fejl_i_beloebet(beloeb: Decimal, *, kreditnota: bool) -> str:
    """Regel minus-kun-kreditnota: et beløb er over nul; kun en kreditnota er under."""
    if beloeb == 0:
        return "Skriv et beløb. Nul kroner skal ikke skrives ind."
    if beloeb < 0 and not kreditnota:
        return (
            f"{talformat.kroner(beloeb)} er under nul. Er det penge, der kommer tilbage, så sæt kryds ved kreditnota."
        )
    if beloeb > 0 and kreditnota:
        return f"En kreditnota er under nul. Skriv {talformat.kroner(-beloeb)}, eller fjern krydset."
    return ""


def fejl_i_bogfoert(dato: date | None, aar: int, dag: date) -> str:
    """Regel bogfoert-i-aaret: et bilag bogføres i sit regnskabsår eller året efter, og ikke i fremtiden."""
    if dato is None:
        return ""
    if dato > dag:
        return f"{datoer.dato(dato)} er ikke kommet endnu. Lad datoen stå tom, når beløbet kun er disponeret."
    if dato.year not in (aar, aar + 1):
        return f"Bilaget er bogført i {dato.year}, men regnskabsåret er {aar}. Ret det, der er forkert."
    return ""


def fejl_i_perioden(fra: date, til: date, *, start: date, slut: date, dag: date) -> dict[str, str]:
    """Regel leverance-i-et-aar: en leverance ligger i ét regnskabsår, inden for planen, og er sket."""
    if til < fra:
        return {"til_dato": "Perioden kan ikke slutte, før den begynder."}
    if fra.year != til.year:
        return {
            "til_dato": f"Perioden går over to regnskabsår. Skriv én leverance for {fra.year} og én for {til.year}."
        }
    if fra < start.replace(day=1) or fra > slut:
        return {"fra_dato": f"Planen gælder {datoer.periode(start, slut)}. Skriv en periode inden for den."}
    if fra > dag:
        return {"fra_dato": f"{datoer.dato(fra)} er ikke kommet endnu. Skriv det, der er leveret."}
    return {}


def fejl_i_leverancen(art: str, timer: Decimal | None, beloeb: Decimal | None, sats: Decimal | None) -> dict[str, str]:
    """Regel leverance-efter-slags: er der lovet timer, skrives timer; ellers skrives beløbet i kroner."""
    if art == Tilsagnsart.TIMER:
        if timer is None or timer <= 0:
            return {"timer": "Skriv, hvor mange timer der er leveret, fx 37,5."}
        if beloeb is not None:
            return {"beloeb": "Tilsagnet er i timer. Lad beløbet stå tomt; det regnes ud af timer og sats."}
        return {}
    if timer is not None or sats is not None:
        return {"timer": "Timer og sats hører kun til et tilsagn om medarbejdertimer."}
    if beloeb is None or beloeb <= 0:
        return {"beloeb": "Skriv det beløb, der er leveret, fx 25.000."}
    return {}


def fejl_i_datoen(dato: date | None, dag: date) -> str:
    """Regel sket-er-sket: en dato for noget, der er sket, er i dag eller før."""
    if dato is None or dato <= dag:
        return ""
    return f"{datoer.dato(dato)} er ikke kommet endnu. Skriv den dag, det skete, eller lad feltet stå tomt."
