"""Ordinary sentences put together from parts: whatever series, verb, years and comparator, every field is right."""

from itertools import cycle, product

import pytest

from aftaler.parsers.kriterium import til_json, tolk
from tests.aftaler.kriterier import fuld

# series, unit at the number, unit of the series
SERIER = (
    ("Andelen af 18-24-årige uden uddannelse", " %", "procent"),
    ("Andelen af beboere, der føler sig trygge", "%", "procent"),
    ("Fraflytningsprocenten", " pct.", "procent"),
    ("Antallet af frivillige i Ringparken", " frivillige", "antal"),
    ("Antallet af kriminalretlige afgørelser", " afgørelser pr. 1.000 beboere", "promille"),
    ("Karaktergennemsnittet i dansk", "", "karakter"),
    ("Udgifterne til hærværk", " kr.", "kroner"),
    ("Den generelle tilfredshed", " point", "point"),
)
VERBER = (
    ("stiger", "op"),
    ("skal øges", "op"),
    ("er steget", "op"),
    ("falder", "ned"),
    ("er reduceret", "ned"),
    ("skal ned", "ned"),
)
TIDER = (
    ("", None, None),
    (" i 2022", 2022, 2022),
    (" (2022)", 2022, 2022),
    (" ultimo 22", 2022, 2022),
    (" i perioden 2020 – 2022", 2020, 2022),
    (" i skoleåret 22/23", 2022, 2023),
    (" inden udgangen af 2022", 2022, 2022),
)
MAAL = (
    ("til {}", None),
    ("til mindst {}", ">="),
    ("til højst {}", "<="),
    ("til under {}", "<"),
    ("til {} eller derover", ">="),
    ("til {} eller lavere", "<="),
    ("til ca. {}", None),
)
DELE = list(zip(product(SERIER, VERBER), cycle(TIDER), cycle(MAAL[::-1]), strict=False))


def ventet(retning: str, tegn: str | None, enhed: str, **felter: object) -> dict:
    tegn = tegn or (">=" if retning == "op" else "<=")
    return fuld({"maalbar": True, "retning": retning, "sammenligning": tegn, "enhed": enhed} | felter)


def laest(tekst: str) -> dict:
    svar = til_json(tekst, tolk(tekst))
    del svar["tekst"]
    return svar


@pytest.mark.parametrize("dele", DELE)
def test_fra_et_niveau_til_et_andet(dele):
    ((serie, ved_tal, enhed), (verbum, retning)), (tid, fra, til), (maal, tegn) = dele
    start, slut = (26, 38) if retning == "op" else (38, 26)

    svar = laest(f"{serie} {verbum} fra {start}{ved_tal} i 2016 {maal.format(f'{slut}{ved_tal}')}{tid}.")

    assert svar == ventet(
        retning,
        tegn,
        enhed,
        form="niveau",
        baseline=(start, 2016, 2016),
        maal=(slut, fra, til),
        mangler=[] if fra else ["maaletidspunkt"],
    )


@pytest.mark.parametrize("dele", DELE)
def test_til_et_niveau_uden_udgangspunkt(dele):
    ((serie, ved_tal, enhed), (verbum, retning)), (tid, fra, til), (maal, tegn) = dele
    er_andel = serie.startswith("Andelen")

    svar = laest(f"{serie} {verbum} {maal.format(f'30{ved_tal}')}{tid}")

    mangler = ([] if er_andel else ["baseline"]) + ([] if fra else ["maaletidspunkt"])
    form = "andel" if er_andel else "niveau"
    assert svar == ventet(retning, tegn, enhed, form=form, maal=(30, fra, til), mangler=mangler)
