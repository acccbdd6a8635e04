"""How a criterion is read, in words: the same beside the sentence on the page and in the difference of versions."""

from collections.abc import Callable
from decimal import Decimal

from aftaler.laesning import (
    Enhed,
    Form,
    Laesning,
    Mangel,
    Omraadetal,
    Punkt,
    Reference,
    Retning,
    Sammenligning,
)
from kerne import datoer, talformat

Skriver = Callable[[Decimal, str], str]


def i_en_saetning(led: list[str]) -> str:
    """ "a", "a og b", "a, b og c"."""
    return " og ".join(filter(None, (", ".join(led[:-1]), *led[-1:])))


def laesning_i_ord(laesning: Laesning, vaerdi: Skriver = talformat.vaerdi) -> list[tuple[str, str]]:
    """What a reading says, as label and value; what the text does not say is left out. `vaerdi` writes the figures."""
    enhed = str(laesning.enhed or "")
    maal = [Sammenligning(laesning.sammenligning).label] if laesning.sammenligning else []
    maal += [vaerdi(laesning.maal.vaerdi, enhed)] if laesning.maal and laesning.maal.vaerdi is not None else []
    led = [
        ("Slags mål", Form(laesning.form).label),
        ("Retning", Retning(laesning.retning).label if laesning.retning else ""),
        ("Enhed", Enhed(laesning.enhed).label if laesning.enhed else ""),
        ("Udgangspunkt", _punkt(laesning.baseline, enhed, vaerdi)),
        ("Mål", " ".join(maal)),
        ("Ændring", _aendring(laesning, vaerdi)),
        ("Hvornår", datoer.aarsvindue(laesning.maal.fra, laesning.maal.til) if laesning.maal else ""),
        ("Pr.", laesning.pr.label if laesning.pr else ""),
        ("Sammenlignes med", _reference(laesning, enhed, vaerdi)),
        *((f"Mål i {et.navn}", _omraademaal(et, enhed, vaerdi)) for et in laesning.omraader),
    ]
    return [(navn, vaerdi) for navn, vaerdi in led if vaerdi]


def mangler_i_ord(laesning: Laesning) -> str:
    """ "Mangler: udgangspunkt og måltal." or the empty string."""
    return f"Mangler: {i_en_saetning([Mangel(et).label for et in laesning.mangler])}." if laesning.mangler else ""


def _omraademaal(et: Omraadetal, enhed: str, vaerdi: Skriver) -> str:
    ord_ = et.sammenligning.label if et.sammenligning else ""
    return f"{ord_} {vaerdi(et.vaerdi, enhed)}".strip()


def _punkt(punkt: Punkt | Reference | None, enhed: str, vaerdi: Skriver) -> str:
    if punkt is None:
        return ""
    aar = datoer.aarsvindue(punkt.fra, punkt.til)
    if punkt.vaerdi is None:
        return f"{aar}, men tallet mangler" if aar else ""
    figur = vaerdi(punkt.vaerdi, enhed)
    return f"{figur} i {aar}" if aar else figur


def _aendring(laesning: Laesning, vaerdi: Skriver) -> str:
    aendring = laesning.aendring
    if aendring is None:
        return ""
    grundlag = f" i forhold til {aendring.grundlag.label}" if aendring.grundlag else ""
    return vaerdi(aendring.vaerdi, aendring.enhed) + grundlag


def _reference(laesning: Laesning, enhed: str, vaerdi: Skriver) -> str:
    reference = laesning.reference
    return f"{reference.navn}: {_punkt(reference, enhed, vaerdi)}" if reference else ""
