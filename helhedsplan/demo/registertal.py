"""Register data of the demo plans: what the documents say, with their source, and invented figures marked as such."""

from dataclasses import dataclass
from datetime import date

DATA = "Boligsociale Data (LBF)"
AFTALEN = "Samarbejdsaftalen for Vestbyen i Lemvig"
BL = "BL-tabellerne, Danmarks Statistik"
TRYGHED = "Politiets tryghedsundersøgelse 2016"
OPDIGTET = "Opdigtet til demoplanen"
FRAFLYTNING, FORSOERGELSE, GRUNDSKOLE = "fraflytning", "unge-offentlig-forsoergelse", "unge-kun-grundskole"
KARAKTERER, PASSIVE, AFGOERELSER, TRYG = (
    "karakterer-9-klasse",
    "passive-kontanthjaelpsmodtagere",
    "afgoerelser",
    "tryghed",
)
SKJULT = "skjult"


@dataclass(frozen=True)
class Registertal:
    """One value. `sted` is an area's or an afdeling's name; empty for the plan and for the comparisons.

    `tal` is a figure, "3 af 21", or SKJULT where the source left it out.
    """

    indikator: str
    niveau: str
    sted: str
    fra: int
    til: int
    tal: str
    kilde: str = OPDIGTET
    opgjort: date | None = None
    eksempel: bool = True


def _oplyst(indikator: str, niveau: str, sted: str, aarene: tuple[int, int], tal: str, kilde: str) -> Registertal:
    """A figure that a document gives."""
    return Registertal(indikator, niveau, sted, *aarene, tal, kilde, eksempel=False)


def _aarlig(indikator: str, niveau: str, sted: str, start: int, *tal: str, bagud: int = 1) -> tuple[Registertal, ...]:
    """One invented figure a year, drawn up in April `bagud` years later; an empty one is a year without a figure."""
    return tuple(
        Registertal(indikator, niveau, sted, start + nr, start + nr, et, opgjort=date(start + nr + bagud, 4, 6))
        for nr, et in enumerate(tal)
        if et
    )


LEMVIG = (
    _oplyst(FRAFLYTNING, "omraade", "Vestbyen", (2013, 2017), "26.2", DATA),
    _oplyst(FORSOERGELSE, "omraade", "Vestbyen", (2013, 2017), "38.1", DATA),
    _oplyst(GRUNDSKOLE, "omraade", "Vestbyen", (2013, 2017), "32.7", DATA),
    _oplyst(GRUNDSKOLE, "omraade", "Vestbyen", (2017, 2017), "40.3", DATA),
    _oplyst(KARAKTERER, "omraade", "Vestbyen", (2013, 2017), "5.7", AFTALEN),
    _oplyst(KARAKTERER, "kommune", "", (2013, 2017), "6.7", AFTALEN),
    _oplyst(PASSIVE, "omraade", "Vestbyen", (2016, 2016), "36", BL),
    *_aarlig(FRAFLYTNING, "omraade", "Vestbyen", 2013, "27.1", "26.8", "26.4", "25.6", "25.1", "25.4", "24.6", "23.1",
             "22.4", "21.3"),
    *_aarlig(FRAFLYTNING, "kommune", "", 2013, "15.6", "15.4", "15.3", "15.2", "15.2", "15.1", "14.8", "14.2", "14.5",
             "14.1"),
    *_aarlig(FRAFLYTNING, "afdeling", "Afdeling 1", 2018, "24.8", "24.0", "22.6", "21.9", "20.7"),
    *_aarlig(FRAFLYTNING, "afdeling", "Afdeling 2", 2018, "26.3", "25.5", "23.9", "23.2", "22.2"),
    *_aarlig(FORSOERGELSE, "omraade", "Vestbyen", 2013, "39.6", "38.9", "38.2", "37.3", "36.5", "37.2", "36.0", "34.4",
             "33.4", bagud=2),
    *_aarlig(FORSOERGELSE, "kommune", "", 2013, "12.6", "12.4", "12.1", "11.9", "11.6", "11.4", "11.0", "11.9", "11.2",
             bagud=2),
    *_aarlig(FORSOERGELSE, "afdeling", "Afdeling 1", 2019, "22 af 61", "20 af 59", "3 af 57", bagud=2),
    *_aarlig(FORSOERGELSE, "afdeling", "Afdeling 2", 2019, SKJULT, SKJULT, SKJULT, bagud=2),
    *_aarlig(GRUNDSKOLE, "omraade", "Vestbyen", 2013, "28.2", "29.4", "31.1", "34.5", "", "36.9", "31.5", "28.8",
             "27.4", "26.6"),
    *_aarlig(GRUNDSKOLE, "landet", "", 2013, "14.9", "14.6", "14.4", "14.1", "13.9", "13.7", "13.4", "13.2", "13.1",
             "12.9"),
    *_aarlig(KARAKTERER, "omraade", "Vestbyen", 2018, "5.6", "5.7", "5.8", "5.9"),
    *_aarlig(PASSIVE, "omraade", "Vestbyen", 2018, "34.1", "31.6", "28.5", "26.8", "24.6", bagud=2),
)  # fmt: skip

SLAGELSE = (
    _oplyst(TRYG, "omraade", "Motalavej", (2016, 2016), "58.3", TRYGHED),
    _oplyst(TRYG, "omraade", "Ringparken/Schackenborgvænge", (2016, 2016), "72", TRYGHED),
    _oplyst(TRYG, "udsatte", "", (2016, 2016), "72.4", TRYGHED),
    _oplyst(TRYG, "landet", "", (2016, 2016), "89.1", TRYGHED),
    _oplyst(AFGOERELSER, "plan", "", (2016, 2016), "30.65", BL),
    *_aarlig(TRYG, "omraade", "Motalavej", 2017, "60.1", "62.4", "", "66.0", "67.9"),
    *_aarlig(TRYG, "omraade", "Ringparken/Schackenborgvænge", 2017, "71.2", "72.8", "", "74.5", "75.1"),
    *_aarlig(TRYG, "udsatte", "", 2017, "73.0", "73.8", "74.9", "75.6", "76.0"),
    *_aarlig(TRYG, "landet", "", 2017, "88.7", "88.4", "88.2", "88.0", "88.1"),
    *_aarlig(AFGOERELSER, "plan", "", 2012, "34.9", "34.1", "33.6", "32.2"),
    *_aarlig(AFGOERELSER, "plan", "", 2017, "29.8", "27.9", "26.2", "24.1", "23.6"),
    *_aarlig(AFGOERELSER, "kommune", "", 2012, "12.6", "12.3", "12.0", "11.8", "11.6", "11.4", "11.2", "10.9", "10.8",
             "10.7"),
    *_aarlig(FRAFLYTNING, "plan", "", 2012, "23.4", "23.1", "22.8", "22.6", "22.3", "22.0", "20.9", "18.4", "17.6",
             "17.2"),
)  # fmt: skip

LOLLAND = (
    *_aarlig(FRAFLYTNING, "omraade", "Østre Park", 2013, "21.8", "22.0", "21.5", "21.1", "20.7", "20.2", "19.6", "19.1",
             "18.8", "18.5"),
    *_aarlig(FRAFLYTNING, "omraade", "Birkevænget", 2016, "19.4", "19.0", "18.8", SKJULT, "18.1"),
    *_aarlig(FRAFLYTNING, "kommune", "", 2013, "17.2", "17.1", "17.0", "16.8", "16.6", "16.5", "16.3", "16.2", "16.0",
             "15.9"),
)  # fmt: skip

KOEGE = (
    *_aarlig(FRAFLYTNING, "omraade", "Karlemoseparken", 2013, "14.8", "14.5", "14.1", "13.9", "13.2", "12.8", "12.6",
             "12.3", "12.0", "11.8"),
    *_aarlig(FRAFLYTNING, "omraade", "Ellemarken", 2013, "16.1", "16.0", "15.4", "15.1", "14.9", "14.4", "14.0", "13.7",
             "13.5", "13.1"),
    *_aarlig(FRAFLYTNING, "kommune", "", 2013, "11.9", "11.8", "11.8", "11.6", "11.5", "11.4", "11.3", "11.2", "11.1",
             "11.0"),
)  # fmt: skip

REGISTERTAL = {"lemvig": LEMVIG, "slagelse": SLAGELSE, "lolland": LOLLAND, "koege": KOEGE}
