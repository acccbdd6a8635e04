"""What attendance must live up to before it can be true. Pure; answers are lists of sentences."""

from datetime import date

from kerne import datoer
from kerne.talformat import tal
from maalinger.rules.optaelling import Periode

STOERST = 100_000
SKELNEN = "Fem, der kommer ti gange, er 50 deltagelser og 5 personer."


def fejl_i_dagen(dag: date, *, start: date, slut: date, i_dag: date) -> list[str]:
    """Regel fremmoede-i-planens-tid: fremmøde skrives for en dag i planen, der er kommet."""
    if dag > i_dag:
        return [f"{datoer.dato(dag)} er ikke kommet endnu. Skriv fremmødet, når dagen er gået."]
    if not start <= dag <= slut:
        return [
            f"{datoer.dato(dag)} ligger uden for planen. Her kan skrives fremmøde for {datoer.periode(start, slut)}."
        ]
    return []


def fejl_i_perioden(periode: Periode, *, start: date, slut: date, i_dag: date) -> list[str]:
    """Regel personer-naar-perioden-er-omme: forskellige personer tælles for en periode i planen, der er slut."""
    if periode.til >= i_dag:
        return [f"{periode.navn} er ikke omme. Tæl de forskellige personer, når perioden er slut."]
    if periode.til < start or periode.fra > slut:
        return [f"{periode.navn} ligger uden for planen, {datoer.periode(start, slut)}."]
    return []


def fejl_i_antallet(deltagelser: int | None, unikke: int | None) -> list[str]:
    """Regel personer-hoejst-deltagelser: der kan ikke komme flere forskellige personer, end der er deltagelser."""
    kendte = [et for et in (deltagelser, unikke) if et is not None]
    if not kendte:
        return ["Skriv, hvor mange der kom. Et tomt felt er ikke nul."]
    if min(kendte) < 0:
        return ["Antallet kan ikke være mindre end nul."]
    if max(kendte) > STOERST:
        return [f"{tal(max(kendte))} er for mange til at passe. Se, om der er et nul for meget."]
    if deltagelser is not None and unikke is not None and unikke > deltagelser:
        return [f"{tal(unikke)} personer kan ikke være kommet {tal(deltagelser)} gange. {SKELNEN}"]
    return []
