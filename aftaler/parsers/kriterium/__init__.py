"""One Danish succeskriterium sentence → `Laesning`. Rule-based and pure: no network, no clock, no database.

The way through: clean text (`rens`) → times, noise and numbers become signs (`tid`, `stoej`, `tal`, `skelet`) → every
number and time gets a role (`roller`) → the form is chosen (`former`) → the fields are filled (`felter`, `omraader`,
`gentagelse`) → what is missing is said (`mangler`). Word lists are data in the module that uses them.

What the text does not say is None. A wrong figure is worse than none.
"""

from dataclasses import replace

from aftaler.laesning import Laesning, Pr
from aftaler.parsers.kriterium.felter import Laeser, kan_maales
from aftaler.parsers.kriterium.former import find_form
from aftaler.parsers.kriterium.gentagelse import find_pr, loeber_hele_perioden
from aftaler.parsers.kriterium.mangler import find_mangler
from aftaler.parsers.kriterium.omraader import find_omraader
from aftaler.parsers.kriterium.roller import fordel
from aftaler.parsers.kriterium.skelet import skelet
from aftaler.parsers.kriterium.udskrift import til_json

__all__ = ["til_json", "tolk"]

LAENGSTE = 4000


def tolk(tekst: str) -> Laesning:
    """Read one criterion; any text gives a reading, and text past the first 4,000 characters is not read."""
    sk = skelet(tekst[:LAENGSTE])
    roller = fordel(sk)
    omraader = find_omraader(sk, roller)
    laeser = Laeser(sk, roller, find_form(sk, roller, har_omraader=bool(omraader)))
    maal, aendring, reference = laeser.maal(omraader), laeser.aendring(), laeser.reference()
    flere = not omraader and (laeser.har_flere_maal() or laeser.har_afstand())
    laesning = Laesning(
        form=laeser.form,
        maalbar=kan_maales(laeser.form, maal, aendring, reference, omraader, flere),
        retning=laeser.retning(),
        sammenligning=laeser.sammenligning(omraader),
        enhed=laeser.enhed(),
        baseline=laeser.baseline(),
        maal=maal,
        pr=find_pr(sk.hoved) or (Pr.AAR if loeber_hele_perioden(sk.tekst) else None),
        aendring=aendring,
        reference=reference,
        omraader=omraader,
    )
    return replace(laesning, mangler=find_mangler(laesning, maales_senere=laeser.er_maalt_senere()))
