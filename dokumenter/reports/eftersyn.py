"""The ét-års-eftersyn on paper: Landsbyggefonden's four headings as the page says them on the day it is ordered."""

from dokumenter.reports import opgoerelser
from dokumenter.reports.dele import Blok, Dokument, Forside, Linjer, Loebende, Oplysning, Punkter, Rapport
from dokumenter.reports.faelles import i_fire
from dokumenter.reports.grundlag import Grundlag
from kerne import datoer
from overblik.reports.eftersyn import Eftersyn
from overblik.rules.eftersyn import Afsnit, Punkt

PAPIRNAVN = "Ét-års-eftersyn"


def eftersyn(grundlag: Grundlag) -> Rapport:
    opgoerelse = grundlag.opgoerelse
    side: Eftersyn = opgoerelser.rapport(grundlag.papir, opgoerelse)
    loeb = Loebende(f"{PAPIRNAVN} · {side.plan}", f"Opgjort {datoer.dato(side.dato)}", i_fire(opgoerelse.kontrolsum))
    return Rapport(
        titel=f"{PAPIRNAVN}, {side.plan}",
        af=side.plan,
        dateret=opgoerelse.dato,
        er_kladde=False,
        mangler="",
        forside=_forside(side, loeb),
        aftaledokumenter=None,
        dokumenter=(Dokument("eftersyn", "", loeb, tuple(_afsnit(et) for et in side.afsnit)),),
        med_indhold=False,
    )


def _forside(side: Eftersyn, loeb: Loebende) -> Forside:
    herkomst = [
        Oplysning("Øjebliksbillede", ("Det, planen selv vidste på dagen, også det, der ikke er godkendt endnu.",))
    ]
    if side.er_demo:
        herkomst.append(Oplysning("Bemærk", ("Planen har opdigtede eksempler. Det står ved tallene.",)))
    return Forside(
        overrubrik="Materiale til Landsbyggefonden",
        titel=PAPIRNAVN,
        undertitel=side.plan,
        felter=(
            Oplysning("Planens periode", (datoer.periode(side.start, side.slut),)),
            Oplysning("Eftersynet", (side.hvornaar,)),
            Oplysning("Opgjort", (datoer.dato(side.dato),)),
            *(Oplysning(f"{et.nr}. {et.titel}", _kort(et)) for et in side.afsnit),
        ),
        underskrifter=(),
        herkomst=tuple(herkomst),
        loebende=loeb,
    )


def _kort(afsnit: Afsnit) -> tuple[str, ...]:
    """What a heading has to say, so that the front answers alone: its sentence, and how much stands under it."""
    grupper = (f"{hvad}: {len(punkter)}" for hvad, punkter in afsnit.grupper)
    return tuple(filter(None, (afsnit.saetning, *grupper)))


def _afsnit(afsnit: Afsnit) -> Blok:
    indledning = (Linjer((afsnit.saetning,)),) if afsnit.saetning else ()
    grupper = tuple(
        Blok(hvad, (Punkter(tuple(_punkt(et) for et in punkter)),), f"afsnit{afsnit.nr}-{nr}")
        for nr, (hvad, punkter) in enumerate(afsnit.grupper, 1)
    )
    return Blok(afsnit.titel, (*indledning, *grupper), f"afsnit{afsnit.nr}", nummer=f"{afsnit.nr}.")


def _punkt(punkt: Punkt) -> str:
    return " ".join((punkt.tekst, *punkt.under))
