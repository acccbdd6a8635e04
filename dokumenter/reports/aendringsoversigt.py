"""What was changed from one version of a document to a later one: clause by clause, with who decided it and when."""

from itertools import pairwise

from aftaler.snapshot.forskel import Forskel, Led, aendrede, forskelle
from dokumenter.reports.delaftale import navn
from dokumenter.reports.dele import (
    Blok,
    Dokument,
    Forside,
    Kolonne,
    Linjer,
    Loebende,
    Oplysning,
    Ordforskel,
    Rapport,
    Tabel,
)
from dokumenter.reports.faelles import godkendelse, i_fire, overrubrik, parter
from dokumenter.reports.grundlag import Grundlag, Maerke, Udgave, opremsning
from kerne.datoer import dato as dato_tekst

TITEL = "Ændringsoversigt"
LAENGST, KANT = 500, 160  # characters: a longer unchanged stretch keeps its two edges
LAESES = (
    "Det, der er slettet, er streget over og står efter ordet »slettet«. Det, der er kommet til, er understreget "
    "og står efter ordet »tilføjet«. Resten er uændret; lange uændrede stykker er forkortet med […]."
)
KOLONNER = (
    Kolonne("Version", "nr"),
    Kolonne("Gælder fra", "dato"),
    Kolonne("Hvad er ændret, og hvorfor"),
    Kolonne("Besluttet af", "halv"),
)


def aendringsoversigt(grundlag: Grundlag) -> Rapport:
    """Expects the versions of one document, oldest first, from the one before the changes to the newest."""
    foer, efter = grundlag.dokumenter[0], grundlag.dokumenter[-1]
    alle = forskelle(foer.indhold, efter.indhold)
    titel = navn(efter) if efter.indhold["nr"] else efter.indhold["titel"]
    fra, til = _maerke(foer), _maerke(efter)
    loeb = Loebende(
        f"{TITEL} · {efter.indhold['plan']['navn']}",
        f"Fra version {fra.nr} til version {til.nr}",
        i_fire(efter.kontrolsum),
    )
    return Rapport(
        titel=f"{TITEL}, {titel}, {efter.indhold['plan']['omraade']}",
        af=", ".join(parter(efter.indhold)),
        dateret=til.gaelder_fra,
        er_kladde=False,
        mangler="",
        forside=Forside(
            overrubrik=overrubrik(efter.indhold),
            titel=TITEL,
            undertitel=titel,
            felter=(
                Oplysning("Områdets navn", (efter.indhold["plan"]["omraade"],)),
                Oplysning("Fra", (_version(fra),)),
                Oplysning("Til", (_version(til),)),
                Oplysning("Ændringer", (_antal(len(alle)),)),
            ),
            underskrifter=(),
            herkomst=tuple(Oplysning(f"Version {_maerke(et).nr}", _kilde(et)) for et in (foer, efter)),
            loebende=loeb,
        ),
        aftaledokumenter=None,
        dokumenter=(Dokument("aendringer", "", loeb, (_beslutninger(grundlag), _aendringer(grundlag, alle))),),
        med_indhold=False,
    )


def _maerke(udgave: Udgave) -> Maerke:
    if udgave.version is None:
        raise ValueError("En ændringsoversigt laves kun af versioner.")
    return udgave.version


def _version(maerke: Maerke) -> str:
    return f"Version {maerke.nr}, gælder fra {dato_tekst(maerke.gaelder_fra)}"


def _kilde(udgave: Udgave) -> tuple[str, ...]:
    godkendt = (f"Godkendt af {godkendelse(*et)}" for et in _maerke(udgave).godkendt_af)
    return (*godkendt, f"Kontrolsum {i_fire(udgave.kontrolsum)}")


def _antal(antal: int) -> str:
    return "1 sted" if antal == 1 else f"{antal} steder" if antal else "Ingen. Ordene er de samme."


def _beslutninger(grundlag: Grundlag) -> Blok:
    raekker = tuple(
        (
            str(et.nr),
            dato_tekst(et.gaelder_fra),
            et.grund,
            opremsning([godkendelse(*hvem) for hvem in et.godkendt_af]),
        )
        for et in map(_maerke, grundlag.dokumenter[1:])
    )
    return Blok("Beslutninger", (Tabel("", KOLONNER, raekker),), "beslutninger")


def _aendringer(grundlag: Grundlag, alle: list[Forskel]) -> Blok:
    i_version = _besluttet(grundlag)
    blokke = tuple(
        Blok(
            et.overskrift,
            (
                Ordforskel(tuple(stykke for led in et.led for stykke in _stykker(led))),
                Linjer(tuple(f"Ændret i {naar}" for naar in i_version.get(et.sti, ()))),
            ),
            f"aendring{nr}",
            f"{nr}.",
        )
        for nr, et in enumerate(alle, 1)
    )
    return Blok("Ændringer", (Linjer((LAESES,)), *blokke), "aendringer")


def _besluttet(grundlag: Grundlag) -> dict[str, list[str]]:
    """For each clause the versions that changed it, with who decided, oldest first."""
    ud: dict[str, list[str]] = {}
    for foer, efter in pairwise(grundlag.dokumenter):
        maerke = _maerke(efter)
        hvem = opremsning([godkendelse(*et) for et in maerke.godkendt_af])
        for gammel, ny in aendrede(foer.indhold, efter.indhold):
            klausul = ny or gammel
            if klausul:
                ud.setdefault(klausul.sti, []).append(f"version {maerke.nr}, besluttet af {hvem}.")
    return ud


def _stykker(led: Led) -> list[tuple[str, str]]:
    """The run without the space around it, which nobody has added or removed."""
    if led.tegn == "=":
        return [("=", _kort(led))]
    ord_ = led.tekst.strip()
    foer, _, efter = led.tekst.partition(ord_)
    return [et for et in (("=", foer), (led.tegn, ord_), ("=", efter)) if et[1]]


def _kort(led: Led) -> str:
    if led.tegn != "=" or len(led.tekst) <= LAENGST:
        return led.tekst
    return f"{led.tekst[:KANT].rsplit(' ', 1)[0]} […] {led.tekst[-KANT:].split(' ', 1)[-1]}"
