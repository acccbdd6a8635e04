"""LBF's form for one activity: six fields in LBF's order, inside the delaftale and as a paper of its own."""

from datetime import date
from typing import Any

from aftaler.models.milepael import Maalgruppeart
from dokumenter.reports.dele import Blok, Fakta, Kolonne, Oplysning, Tabel, kriterier, prosa
from dokumenter.reports.faelles import felt
from kerne import datoer
from kerne.talformat import tal

FELTER = (
    ("Indhold og praksis (aktivitetsbeskrivelse)", "indhold"),
    ("Formål og mål", "formaal_og_maal"),
    ("Målgruppe(r)", "maalgrupper"),
)
KRITERIER = "Succeskriterier og datakilde for aktiviteten"
ANSVAR = "Ansvars- og rollefordeling"


def skema(aktivitet: dict[str, Any], anker: str) -> Blok:
    """The form as it stands in a delaftale."""
    felter = tuple(felt(titel, aktivitet[kode], f"{anker}-{kode}") for titel, kode in FELTER)
    ansvar = felt(ANSVAR, aktivitet["ansvar_og_roller"], f"{anker}-ansvar")
    return _blok(aktivitet, anker, (*felter, _kriterier(aktivitet), ansvar))


def fuldt_skema(aktivitet: dict[str, Any], anker: str) -> Blok:
    """The form as a paper of its own: also where and when, how many it reaches, and who answers for it."""
    indhold, formaal, maalgrupper = (felt(titel, aktivitet[kode], f"{anker}-{kode}") for titel, kode in FELTER)
    if aktivitet["maalgruppeposter"]:
        tekst = maalgrupper.dele if aktivitet["maalgrupper"] else ()
        maalgrupper = Blok(maalgrupper.overskrift, (*tekst, _maalgrupper(aktivitet)), maalgrupper.anker)
    dele = (
        *_hvor_og_hvornaar(aktivitet),
        indhold,
        formaal,
        maalgrupper,
        _kriterier(aktivitet),
        _ansvar(aktivitet, anker),
    )
    return _blok(aktivitet, anker, dele)


def _blok(aktivitet: dict[str, Any], anker: str, dele: tuple[Any, ...]) -> Blok:
    eksempel = (prosa("Opdigtet eksempel."),) if aktivitet["eksempel"] else ()
    return Blok(aktivitet["navn"], (*eksempel, *dele), anker, ledetekst="Aktivitetsnavn:")


def _kriterier(aktivitet: dict[str, Any]) -> Any:
    return kriterier(aktivitet["succeskriterier"], titel=KRITERIER, kolonne="Succeskriterier")


def _hvor_og_hvornaar(aktivitet: dict[str, Any]) -> tuple[Fakta, ...]:
    fra, til = (date.fromisoformat(et) if et else None for et in (aktivitet["start"], aktivitet["slut"]))
    led = (
        ("Slags", aktivitet["type"] or ""),
        ("Boligområder", ", ".join(aktivitet["boligomraader"])),
        ("Periode", datoer.periode(fra, til)),
    )
    felter = tuple(Oplysning(navn, (ord_,)) for navn, ord_ in led if ord_)
    return (Fakta(felter),) if felter else ()


def _maalgrupper(aktivitet: dict[str, Any]) -> Tabel:
    raekker = tuple(
        (
            et["navn"],
            str(Maalgruppeart(et["art"]).label).capitalize(),
            tal(et["stoerrelse"]) if et["stoerrelse"] is not None else "ikke oplyst",
        )
        for et in aktivitet["maalgruppeposter"]
    )
    return Tabel("", (Kolonne("Målgruppe"), Kolonne("Slags", "dato"), Kolonne("Antal personer", "tal")), raekker)


def _ansvar(aktivitet: dict[str, Any], anker: str) -> Blok:
    ansvarlig = (Fakta((Oplysning("Ansvarlig", (aktivitet["ansvarlig"],)),)),) if aktivitet["ansvarlig"] else ()
    tekst = (prosa(aktivitet["ansvar_og_roller"]),) if aktivitet["ansvar_og_roller"] or not ansvarlig else ()
    return Blok(ANSVAR, (*ansvarlig, *tekst), f"{anker}-ansvar")
