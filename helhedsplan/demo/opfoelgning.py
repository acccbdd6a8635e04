"""How the demo's boards follow their criteria, and figures that are still on their way. All of it is invented.

Criteria are named by their short name, areas by theirs.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Plan:
    """A criterion's måleplan; `delmaal` are year -> figure, `skala` is (from, to, goal)."""

    hyppighed: str = ""
    skala: tuple[int, int, int] | None = None
    delmaal: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Tal:
    """A year's figure and how far it has come: kladde, sendt, returneret (with `note`) or godkendt."""

    kriterium: str
    aar: int
    vaerdi: str
    naaet: str
    kilde: str
    bemaerkning: str = ""
    note: str = ""
    retter: bool = False  # the approved figure of the same year


@dataclass(frozen=True)
class Laas:
    """A locked year; with `aabnet` it was unlocked again for that reason."""

    aar: int
    grund: str
    aabnet: str = ""


@dataclass(frozen=True)
class Opfoelgning:
    """`sat` is criterion -> (status, reason), set by the formand."""

    planer: dict[str, Plan] = field(default_factory=dict)
    tal: tuple[Tal, ...] = ()
    sat: dict[str, tuple[str, str]] = field(default_factory=dict)
    laase: tuple[Laas, ...] = ()


PLANER = {
    "lemvig": Opfoelgning(
        planer={
            "Fraflytning": Plan("aar", delmaal={2019: "25", 2020: "24", 2021: "22"}),
            "Unge på offentlig forsørgelse": Plan("aar"),
            "Karakterer i dansk og matematik": Plan("aar"),
        },
        tal=(
            Tal("Unge på offentlig forsørgelse", 2022, "31.6", "sendt", "Boligsociale Data (LBF)"),
            Tal(
                "Karakterer i dansk og matematik",
                2022,
                "6.8",
                "returneret",
                "Christinelystskolen",
                note="Det er gennemsnittet for hele kommunen. Hent tallet for eleverne fra boligområdet.",
            ),
            Tal("Børn og unge i foreningslivet", 2022, "71", "kladde", "Rundspørge til foreningerne"),
            Tal(
                "Fællesspisninger",
                2022,
                "14",
                "sendt",
                "Egen registrering",
                bemaerkning="Spisningen i december manglede i det første tal.",
                retter=True,
            ),
        ),
        laase=(
            Laas(2019, "Regnskabet for 2019 er godkendt, og tallene er lagt frem for bestyrelsen."),
            Laas(2020, "Regnskabet for 2020 er godkendt.", aabnet="Et udtræk for 2020 var hentet for tidligt."),
        ),
    ),
    "slagelse": Opfoelgning(
        planer={"Mødres kompetencer": Plan("aar", skala=(1, 5, 4))},
        tal=(
            Tal(
                "Mødres kompetencer",
                2019,
                "3.4",
                "godkendt",
                "Spørgeskema",
                bemaerkning="22 mødre svarede. De er tryggere ved at sætte grænser, men mangler nogen at spørge.",
            ),
            Tal(
                "Mødres kompetencer",
                2020,
                "4.1",
                "godkendt",
                "Spørgeskema",
                bemaerkning="19 mødre svarede. De fleste har fundet en anden mor, de kan ringe til.",
            ),
            Tal("Generel tryghed", 2020, "81", "godkendt", "Tryghedsundersøgelsen"),
        ),
    ),
    "lolland": Opfoelgning(
        planer={"Unge i ungdomsuddannelse": Plan("aar", delmaal={2019: "60", 2020: "61"})},
    ),
    "koege": Opfoelgning(
        sat={
            "Kvinder i praktik eller job": (
                "bagud",
                "Jobcentret siger i telefonen, at ni kvinder kom i praktik i 2018. Det skriftlige tal mangler.",
            )
        },
    ),
}
