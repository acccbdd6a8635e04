"""What the agreements have in common: front page, provenance, money, and what differs between LBF's generations."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from aftaler.rules import samlet
from dokumenter.reports.dele import (
    MANGLER,
    Beloeb,
    Blok,
    Finansiering,
    Linjer,
    Loebende,
    Oplysning,
    Underskrift,
    prosa,
)
from dokumenter.reports.grundlag import Udgave
from kerne.datoer import dato as dato_tekst
from kerne.datoer import periode
from kerne.talformat import kroner, tal

KLADDE = "Kladde, ikke godkendt"


@dataclass(frozen=True)
class Generation:
    """How LBF's form of one generation words what else is the same (domain.md 2.1)."""

    periodeled: str
    med_slut: bool
    formaal: str
    i_tusinde: bool


GENERATIONER = {
    "A": Generation("Samarbejdsaftalen gælder fra", med_slut=False, formaal="Formål", i_tusinde=True),
    "B": Generation(
        "Samarbejdsaftalen gælder fra\u00a0–\u00a0til", med_slut=True, formaal="Formål og mål", i_tusinde=False
    ),
}


def generation(indhold: dict[str, Any]) -> Generation:
    """The form's wording; a generation that an administrator has added words itself as the latest known."""
    return GENERATIONER.get(indhold["generation"], GENERATIONER["B"])


def dag(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def gaelder(indhold: dict[str, Any], *, med_slut: bool = True) -> str:
    fra, til = dag(indhold["gaelder_fra"]), dag(indhold["gaelder_til"])
    if med_slut or fra is None:
        return periode(fra, til)
    return dato_tekst(fra)


def udfyldt(*linjer: str, mangler: str) -> tuple[str, ...]:
    """The lines that say something; in a draft that it is missing, else nothing."""
    fundne = tuple(linje for linje in linjer if linje)
    return fundne or ((mangler,) if mangler else ())


def mangler_i(udgave: Udgave) -> str:
    return "" if udgave.version else MANGLER


def overrubrik(indhold: dict[str, Any]) -> str:
    start, slut = dag(indhold["plan"]["start"]), dag(indhold["plan"]["slut"])
    aar = f" {start.year}–{slut.year}" if start and slut else ""
    return f"Helhedsplan{aar}"


def parter(indhold: dict[str, Any]) -> tuple[str, ...]:
    return tuple(et["navn"] for et in indhold["parter"])


def underskrifter(udgave: Udgave) -> tuple[Underskrift, ...]:
    """A line per party of the edition: who signed this version and when, else room for whoever is to sign."""
    af_version = udgave.version.underskrevet if udgave.version else ()
    underskrevet = {noegle: (navn, dato) for noegle, navn, dato in af_version}

    def en(part: dict[str, Any]) -> Underskrift:
        navn, dato = underskrevet.get(part["noegle"], (part["underskriver"] or "", None))
        return Underskrift(
            part=part["navn"],
            art=part["art"],
            dato=dato_tekst(dato) if dato else "",
            navn=navn,
            er_underskrevet=dato is not None,
        )

    return tuple(en(et) for et in udgave.indhold["parter"])


def loebende(udgave: Udgave, papir: str) -> Loebende:
    version = udgave.version
    tekst = f"Version {version.nr} · gælder fra {dato_tekst(version.gaelder_fra)}" if version else KLADDE
    return Loebende(f"{papir} · {udgave.indhold['plan']['navn']}", tekst, i_fire(udgave.kontrolsum))


def i_fire(kontrolsum: str) -> str:
    """The first sixteen signs in groups of four, short enough to read aloud."""
    return " ".join(kontrolsum[fra : fra + 4] for fra in range(0, 16, 4))


def herkomst(udgave: Udgave) -> tuple[Oplysning, ...]:
    """Version, who approved it and what it replaces; a draft says that it is one."""
    version = udgave.version
    if version is None:
        return (Oplysning("Udgave", ("Udkast. Ikke godkendt og ikke i kraft.",)),)
    led = [
        Oplysning("Version", (f"{version.nr}, gælder fra {dato_tekst(version.gaelder_fra)}",)),
        Oplysning("Godkendt af", tuple(godkendelse(*et) for et in version.godkendt_af)),
    ]
    if version.erstatter:
        nr, fra = version.erstatter
        led.append(Oplysning("Erstatter", (f"Version {nr} af {dato_tekst(fra)}",)))
    return tuple(led)


def kildelinje(udgave: Udgave) -> Oplysning:
    """One document's provenance on one line of a front page that covers several."""
    version = udgave.version
    if version is None:
        tekst = "Udkast. Ikke godkendt og ikke i kraft."
    else:
        tekst = f"Version {version.nr}, gælder fra {dato_tekst(version.gaelder_fra)}"
    godkendt = [f"Godkendt af {godkendelse(*et)}" for et in version.godkendt_af] if version else []
    nr = udgave.indhold["nr"]
    linjer = (tekst, *godkendt, f"Kontrolsum {i_fire(udgave.kontrolsum)}")
    return Oplysning(f"Delaftale {nr}" if nr else "Strategisk aftale", linjer)


def udeladt(numre: tuple[str, ...]) -> tuple[str, ...]:
    """What a paper says of the delaftaler that it leaves out."""
    return tuple(f"Delaftale {nr} er ikke godkendt endnu og er ikke med." for nr in numre)


def godkendelse(navn: str, dag: date | None) -> str:
    """ "Bestyrelsen 24. november 2021"; a day that nobody has stated is not made up."""
    return f"{navn} {dato_tekst(dag)}" if dag else f"{navn}, dato ikke oplyst"


def finansiering(indhold: dict[str, Any], sumtekst: str, *, mangler: str) -> Finansiering:
    """LBF's table of three rows. An amount that the plan doesn't state is never zero, and neither is the sum."""
    i_tusinde = generation(indhold).i_tusinde
    lbf, lokal = (
        Decimal(v) if (v := indhold["finansiering"][navn]) is not None else None
        for navn in ("landsbyggefonden", "lokal_medfinansiering")
    )

    def skrevet(beloeb: Decimal | None) -> str:
        if beloeb is None:
            return mangler
        return tal(beloeb / 1000, hoejst=5) if i_tusinde else kroner(beloeb)

    return Finansiering(
        "Finansiering i hele tusinde" if i_tusinde else "Finansiering",
        (
            Beloeb("Landsbyggefonden", skrevet(lbf)),
            Beloeb("Lokal medfinansiering", skrevet(lokal)),
            Beloeb(sumtekst, skrevet(samlet(lbf, lokal)), er_sum=True),
        ),
    )


def felt(overskrift: str, html: str | None, anker: str) -> Blok:
    return Blok(overskrift, (prosa(html),), anker)


def linjeblok(*linjer: str, mangler: str) -> Linjer:
    return Linjer(udfyldt(*linjer, mangler=mangler))
