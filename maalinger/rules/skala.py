"""Experienced criteria: a scale of the board's own makes them measurable, and every figure tells its story."""

from dataclasses import replace
from decimal import Decimal

from aftaler.laesning import Enhed, Form, Laesning, Punkt, Sammenligning
from kerne.talformat import tal
from maalinger.rules.typer import Skala


def gaelder_for(laesning: Laesning) -> bool:
    """Only what is experienced or judged has a scale."""
    return laesning.form == Form.KVALITATIV


def med_skala(laesning: Laesning, skala: Skala | None) -> Laesning:
    """Regel skala-goer-maalbar: et oplevet kriterium med en skala måles i point; målet er skalaens mål eller bedre."""
    if skala is None or not gaelder_for(laesning):
        return laesning
    maal = laesning.maal or Punkt()
    return replace(
        laesning,
        form=Form.NIVEAU,
        maalbar=True,
        sammenligning=Sammenligning.MINDST,
        enhed=Enhed.POINT,
        maal=replace(maal, vaerdi=Decimal(skala.maal)),
        mangler=(),
    )


def fejl_paa_skalaen(vaerdi: Decimal | None, bemaerkning: str, skala: Skala) -> list[tuple[str, str]]:
    """Regel skala-og-fortaelling: en vurdering ligger på skalaen, og en fortælling siger, hvad der ligger bag.

    Answers pairs of field and sentence.
    """
    fejl = []
    if vaerdi is not None and not skala.fra <= vaerdi <= skala.til:
        fejl.append(("vaerdi", f"{tal(vaerdi)} ligger ikke på skalaen. Den går fra {skala.fra} til {skala.til}."))
    if not bemaerkning.strip():
        fejl.append(("bemaerkning", "Skriv, hvad vurderingen bygger på."))
    return fejl
