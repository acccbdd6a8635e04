"""One Danish succeskriterium sentence → `Laesning`. Rule-based and pure: no network, no clock, no database.

The way through: clean text (`rens`) → times, noise and numbers become signs (`tid`, `stoej`, `tal`, `skelet`) → every
number and time gets a role (`roller`, `rolleretning`, `tidsroller`, by the words in `rolleord`) → the form is chosen
(`former`, with `fastholdelse` and `sammenligning`) → the fields are filled (`felter`, `enhed`, `retning`, `tegn`,
`omraader`, `gentagelse`) → what is missing is said (`mangler`). Word lists are data in the module that uses them.

What the text does not say is None. A wrong figure is worse than none.
"""

from dataclasses import replace

from aftaler.laesning import Laesning, Pr
from aftaler.parsers.kriterium import felter
from aftaler.parsers.kriterium.enhed import find_enhed
from aftaler.parsers.kriterium.former import find_form
from aftaler.parsers.kriterium.gentagelse import find_pr, loeber_hele_perioden
from aftaler.parsers.kriterium.laest import Laest
from aftaler.parsers.kriterium.mangler import find_mangler
from aftaler.parsers.kriterium.omraader import find_omraader
from aftaler.parsers.kriterium.retning import find_retning
from aftaler.parsers.kriterium.rolleord import BASELINE, MAALING
from aftaler.parsers.kriterium.roller import fordel
from aftaler.parsers.kriterium.skelet import skelet
from aftaler.parsers.kriterium.tegn import find_tegn
from aftaler.parsers.kriterium.udskrift import til_json

__all__ = ["til_json", "tolk"]

LAENGSTE = 2000


def tolk(tekst: str) -> Laesning:
    """Read one criterion; any text gives a reading, and text past the first 2,000 characters is not read."""
    sk = skelet(tekst[:LAENGSTE])
    roller = fordel(sk)
    omraader = find_omraader(sk, roller)
    laest = Laest(sk, roller, find_form(sk, roller, har_omraader=bool(omraader)))
    laesning = Laesning(
        form=laest.form,
        retning=find_retning(laest),
        sammenligning=find_tegn(laest, omraader),
        enhed=find_enhed(laest),
        baseline=felter.find_baseline(laest, omraader),
        maal=felter.find_maal(laest, omraader),
        pr=find_pr(sk.hoved) or (Pr.AAR if loeber_hele_perioden(sk.tekst) else None),
        aendring=felter.find_aendring(laest),
        reference=felter.find_reference(laest),
        omraader=omraader,
    )
    return replace(
        laesning,
        maalbar=felter.kan_maales(laesning) and not felter.har_flere_maal(laest, omraader),
        mangler=find_mangler(
            laesning,
            maales_senere=bool(laest.tider(MAALING)),
            har_start=bool(omraader) and len(roller.med(BASELINE)) > 1,
        ),
    )
