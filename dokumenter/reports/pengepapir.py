"""What the two papers of money have in common: front page, running heads, and the workbook's frame."""

from dokumenter.reports.dele import Blok, Dokument, Forside, Loebende, Oplysning, Rapport
from dokumenter.reports.faelles import KLADDE, i_fire
from dokumenter.reports.grundlag import Grundlag
from kerne import datoer
from kerne.ark import Ark, Mappe
from oekonomi.reports.oversigt import Oekonomioversigt

EKSEMPEL = "Noget af forbruget og leverancerne er opdigtede eksempler."


def navn_med_aar(titel: str, grundlag: Grundlag) -> str:
    """ "Budgetoversigt 2019"."""
    aar = grundlag.opgoerelse.aar
    return f"{titel} {aar}" if aar else titel


def rapport(titel: str, grundlag: Grundlag, oversigt: Oekonomioversigt, afsnit: tuple[Blok, ...]) -> Rapport:
    """The pages lie down: years stand side by side."""
    opgoerelse = grundlag.opgoerelse
    navn, opgjort = navn_med_aar(titel, grundlag), f"Opgjort {datoer.dato(oversigt.dato)}"
    udgave = f"{KLADDE} · {opgjort}" if opgoerelse.er_kladde else opgjort
    loeb = Loebende(f"{navn} · {oversigt.plan}", udgave, i_fire(opgoerelse.kontrolsum))
    return Rapport(
        titel=f"{navn}, {oversigt.plan}",
        af=oversigt.plan,
        dateret=opgoerelse.dato,
        er_kladde=opgoerelse.er_kladde,
        mangler="",
        forside=_forside(navn, grundlag, oversigt, loeb),
        aftaledokumenter=None,
        dokumenter=(Dokument("penge", "", loeb, afsnit, form="liggende penge"),),
        med_indhold=False,
    )


def mappe(titel: str, grundlag: Grundlag, oversigt: Oekonomioversigt, arkene: tuple[Ark, ...]) -> Mappe:
    opgoerelse = grundlag.opgoerelse
    return Mappe(
        titel=f"{navn_med_aar(titel, grundlag)}, {oversigt.plan}",
        undertitel=f"Opgjort {datoer.dato(oversigt.dato)}. Budget efter: {efter(oversigt)}.",
        af=oversigt.plan,
        dateret=opgoerelse.dato,
        er_kladde=opgoerelse.er_kladde,
        ark=arkene,
    )


def efter(oversigt: Oekonomioversigt) -> str:
    """Which agreement the budget is taken from."""
    if oversigt.er_kladde:
        return "Kladden. Budgettet er ikke godkendt"
    return f"De versioner, der gælder {datoer.dato(oversigt.dato)}"


def _forside(navn: str, grundlag: Grundlag, oversigt: Oekonomioversigt, loeb: Loebende) -> Forside:
    herkomst = [Oplysning("Budget efter", (efter(oversigt),))]
    if oversigt.har_eksempel:
        herkomst.append(Oplysning("Bemærk", (EKSEMPEL,)))
    aar = grundlag.opgoerelse.aar
    periode = datoer.periode(oversigt.start, oversigt.slut)
    return Forside(
        overrubrik=f"Helhedsplan {oversigt.start.year}–{oversigt.slut.year}",
        titel=navn,
        undertitel=oversigt.plan,
        felter=(
            Oplysning("Boligsocial indsats", (oversigt.plan,)),
            Oplysning("Planens periode", (periode,)),
            *((Oplysning("Regnskabsår", (str(aar),)),) if aar else ()),
            Oplysning("Opgjort", (datoer.dato(oversigt.dato),)),
        ),
        underskrifter=(),
        herkomst=tuple(herkomst),
        loebende=loeb,
    )
