"""What a sentence must still say before it can be followed, form by form."""

from aftaler.laesning import Form, Laesning, Mangel, Punkt

KAN_MANGLE: dict[Form, tuple[Mangel, ...]] = {
    Form.NIVEAU: (Mangel.BASELINE, Mangel.MAALTAL, Mangel.MAALETIDSPUNKT, Mangel.ENHED),
    Form.FASTHOLDELSE: (Mangel.BASELINE, Mangel.MAALTAL, Mangel.MAALETIDSPUNKT, Mangel.ENHED),
    Form.AENDRING: (Mangel.BASELINE, Mangel.MAALTAL, Mangel.MAALETIDSPUNKT),
    Form.ANTAL: (Mangel.MAALTAL, Mangel.MAALETIDSPUNKT),
    Form.ANDEL: (Mangel.MAALTAL, Mangel.MAALETIDSPUNKT),
    Form.SAMMENLIGNING: (Mangel.MAALTAL, Mangel.MAALETIDSPUNKT),
    Form.KVALITATIV: (Mangel.MAALTAL, Mangel.MAALETIDSPUNKT, Mangel.ENHED),
    Form.IKKE_FASTLAGT: (Mangel.MAALTAL, Mangel.MAALETIDSPUNKT, Mangel.ENHED),
}


def find_mangler(laesning: Laesning, *, maales_senere: bool, har_start: bool = False) -> tuple[Mangel, ...]:
    """What the sentence does not say, of what its form needs.

    `har_start`: the starting points stand at the areas.
    `maales_senere`: the text names the year of a later measurement without making it the target's year.
    """
    mangler = {
        Mangel.BASELINE: not har_start and _mangler_baseline(laesning),
        Mangel.MAALTAL: _mangler_maaltal(laesning),
        Mangel.MAALETIDSPUNKT: not maales_senere and _mangler_tid(laesning),
        Mangel.ENHED: laesning.enhed is None,
    }
    return tuple(m for m in KAN_MANGLE[laesning.form] if mangler[m])


def _er_staaende(laesning: Laesning) -> bool:
    """A bound that holds at every measurement ("højst 30 pr. 1.000"): it needs neither a start nor a day."""
    if laesning.retning is not None:
        return False
    if laesning.form == Form.SAMMENLIGNING:
        return laesning.reference is not None and laesning.reference.vaerdi is not None
    return laesning.form == Form.NIVEAU and laesning.baseline is None


def _mangler_baseline(laesning: Laesning) -> bool:
    if _er_staaende(laesning):
        return False
    if laesning.form == Form.AENDRING and laesning.aendring is None:
        return laesning.baseline is None
    return laesning.baseline is None or laesning.baseline.vaerdi is None


def _mangler_maaltal(laesning: Laesning) -> bool:
    if laesning.form == Form.AENDRING:
        return laesning.aendring is None
    if laesning.form == Form.SAMMENLIGNING:
        return laesning.reference is None or laesning.reference.vaerdi is None
    return not laesning.omraader and (laesning.maal or Punkt()).vaerdi is None


def _mangler_tid(laesning: Laesning) -> bool:
    maal = laesning.maal or Punkt()
    return laesning.pr is None and maal.fra is None and maal.til is None and not _er_staaende(laesning)
