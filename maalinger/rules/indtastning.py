"""What a figure that somebody types must live up to before it can be true. Pure; answers are lists of sentences."""

from datetime import date
from decimal import Decimal

from aftaler.laesning import Enhed, Laesning
from kerne import datoer
from kerne.talformat import FAST_MELLEMRUM, afrund, decimaler_i, tal

HOEJST_DECIMALER = 3
STOERSTE_TAL = Decimal(10) ** 11
HELE = {Enhed.PROCENT: Decimal(100), Enhed.PROMILLE: Decimal(1000)}  # what a share is a share of
KARAKTERER = (Decimal(-3), Decimal(12))


def fejl_i_tallet(vaerdi: Decimal, enhed: Enhed | None) -> list[str]:
    """Regel andel-hoejst-100: en andel er højst 100 % og aldrig negativ, en karakter er mellem −3 og 12."""
    if abs(vaerdi) >= STOERSTE_TAL:
        return ["Tallet er for stort til at passe. Se, om der er et nul for meget."]
    if decimaler_i(vaerdi) > HOEJST_DECIMALER:
        return ["Skriv tallet med højst tre decimaler."]
    if enhed in HELE and vaerdi > HELE[enhed]:
        return [_for_stor_andel(vaerdi, enhed)]
    if enhed == Enhed.KARAKTER:
        lavest, hoejest = KARAKTERER
        return [] if lavest <= vaerdi <= hoejest else [f"{tal(vaerdi)} kan ikke passe. En karakter går fra −3 til 12."]
    if vaerdi < 0 and enhed in {Enhed.PROCENT, Enhed.PROMILLE, Enhed.ANTAL, Enhed.TIMER}:
        return [f"{tal(vaerdi)} kan ikke passe. Tallet kan ikke være mindre end nul."]
    return []


def fejl_i_broeken(
    taeller: Decimal | None, naevner: Decimal | None, vaerdi: Decimal | None, enhed: Enhed | None
) -> list[str]:
    """Regel broek-og-tal-stemmer: antal og ud af skrives sammen; står tallet der også, er det den samme andel."""
    if taeller is None and naevner is None:
        return []
    if taeller is None or not naevner or naevner < 0:
        return ["Skriv både antal og ud af hvor mange. Det sidste skal være mere end nul."]
    if not 0 <= taeller <= naevner:
        return [f"{tal(taeller)} af {tal(naevner)} kan ikke passe. Antallet skal være mellem nul og {tal(naevner)}."]
    if any(abs(et) >= STOERSTE_TAL or decimaler_i(et) > HOEJST_DECIMALER for et in (taeller, naevner)):
        return ["Skriv antal og ud af hvor mange som hele tal."]
    if vaerdi is None or enhed not in HELE:
        return []
    andel = taeller / naevner * HELE[enhed]
    decimaler = decimaler_i(vaerdi)
    if afrund(andel, decimaler) == afrund(vaerdi, decimaler):
        return []
    enhedsord = _enhed(enhed)
    return [
        f"{tal(taeller)} af {tal(naevner)} er {tal(andel, hoejst=max(1, decimaler))}{enhedsord}, "
        f"ikke {tal(vaerdi, hoejst=HOEJST_DECIMALER)}{enhedsord}. Ret det ene."
    ]


def fejl_i_perioden(fra: date, til: date, *, aar: tuple[int, int], dato: date) -> list[str]:
    """Regel maaling-i-planens-tid: en måling ligger mellem udgangspunktets første år og planens sidste og er omme.

    `aar` is what `planens_aar` answers, `dato` is today.
    """
    if til < fra:
        return ["Perioden kan ikke slutte, før den begynder."]
    periode = datoer.maaleperiode(fra, til)
    foerste, sidste = aar
    if fra.year < foerste or til.year > sidste:
        hvad = "før" if fra.year < foerste else "efter"
        return [f"{periode} ligger {hvad} planens tid. Her kan skrives tal for {foerste}–{sidste}."]
    if fra > dato:
        return [f"{periode} ligger i fremtiden. Skriv tallet, når det er målt."]
    if til > dato:
        return [f"{periode} er ikke omme. Skriv de datoer, tallet dækker, eller vent, til perioden er slut."]
    return []


def planens_aar(laesning: Laesning, *, start: date, slut: date) -> tuple[int, int]:
    """The first and last year a measurement may cover: from baseline or start, to goal or end, whichever is widest."""
    baseline, maal = laesning.baseline, laesning.maal
    foerste = [start.year, *(aar for aar in ((baseline.fra or baseline.til) if baseline else None,) if aar)]
    sidste = [slut.year, *(aar for aar in ((maal.til or maal.fra) if maal else None,) if aar)]
    return min(foerste), max(sidste)


def _for_stor_andel(vaerdi: Decimal, enhed: Enhed) -> str:
    """ "224 % kan ikke passe. En andel er højst 100 %. Mener du 22,4?": the likeliest slip is a lost comma."""
    hele, forslag = HELE[enhed], vaerdi
    while forslag > hele:
        forslag /= 10
    skrevet = f"{tal(vaerdi, hoejst=HOEJST_DECIMALER)}{_enhed(enhed)}"
    return (
        f"{skrevet} kan ikke passe. En andel er højst {tal(hele)}{_enhed(enhed)}. "
        f"Mener du {tal(forslag, hoejst=HOEJST_DECIMALER)}?"
    )


def _enhed(enhed: Enhed) -> str:
    return f"{FAST_MELLEMRUM}{'%' if enhed == Enhed.PROCENT else 'promille'}"
