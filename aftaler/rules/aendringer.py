"""Who must approve a change, when it is approved, and what is missing before it can be sent. Pure."""

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from aftaler.models.aendring import Aendringsart, Trinslags
from aftaler.statuses import OVERGANGE, Aendringsstatus, Trinudfald
from kerne import datoer

BESTYRELSEN = "Bestyrelsen"
LANDSBYGGEFONDEN = "Landsbyggefonden"
GODKENDER = {
    Aendringsart.STRATEGISK: LANDSBYGGEFONDEN,
    Aendringsart.DELAFTALE: BESTYRELSEN,
    Aendringsart.AKTIVITETER: BESTYRELSEN,
    Aendringsart.FLYTNING: LANDSBYGGEFONDEN,
    Aendringsart.PENGE: LANDSBYGGEFONDEN,
}

UDFALD = {
    Trinslags.BESLUTNING: frozenset({Trinudfald.GODKENDT, Trinudfald.RETURNERET, Trinudfald.AFVIST}),
    Trinslags.HOERING: frozenset({Trinudfald.BEHANDLET, Trinudfald.RETURNERET}),
    Trinslags.ORIENTERING: frozenset({Trinudfald.BEHANDLET}),
}


def godkender(art: Aendringsart, delegeret: str | None = None) -> str:
    """Regel hvem-godkender: Landsbyggefonden godkender den strategiske aftale og flytninger; bestyrelsen en delaftale.

    A moved indsats, and money moved between delaftaler, count as moves (domain.md 1.4). `delegeret` is the body to
    which the bestyrelse has left the activities, where there is one.
    """
    return delegeret if delegeret and art == Aendringsart.AKTIVITETER else GODKENDER[art]


def i_saetning(hvem: str) -> str:
    """The approver inside a sentence: "bestyrelsen", but "Landsbyggefonden"."""
    return hvem.lower() if hvem == BESTYRELSEN else hvem


def om_aktiviteter(delegeret: str | None) -> str:
    """Who approves, said to whoever is about to change an activity."""
    return f"{delegeret} godkender, når kun aktiviteter er ændret." if delegeret else "Bestyrelsen godkender ændringen."


def kan_skifte(fra: Aendringsstatus, til: Aendringsstatus) -> bool:
    return til in OVERGANGE[fra]


def aendringens_art(
    forslag: dict[str, Any],
    gaeldende: dict[str, Any] | None,
    andres_gaeldende: Sequence[dict[str, Any]],
    andres_aktiviteter: Collection[int] = (),
) -> Aendringsart:
    """Regel aendringens-art: en aktivitet til eller fra en anden delaftale er en flytning; ny sum er flyttede penge.

    `andres_gaeldende` are the other delaftaler in force, `andres_aktiviteter` the keys of the activities that stand in
    other delaftaler now. The first version of a delaftale moves no money. Lines may change while their sum stands.
    """
    if forslag["dokument"] == "strategisk":
        return Aendringsart.STRATEGISK
    andres = {et["noegle"] for dokument in andres_gaeldende for et in dokument["aktiviteter"]}
    hertil = andres & {et["noegle"] for et in forslag["aktiviteter"]}
    herfra = {et["noegle"] for et in (gaeldende or {"aktiviteter": []})["aktiviteter"]} & set(andres_aktiviteter)
    if hertil or herfra:
        return Aendringsart.FLYTNING
    if gaeldende is not None and _penge(forslag) != _penge(gaeldende):
        return Aendringsart.PENGE
    kun_aktiviteter = gaeldende is not None and _uden_aktiviteter(forslag) == _uden_aktiviteter(gaeldende)
    return Aendringsart.AKTIVITETER if kun_aktiviteter else Aendringsart.DELAFTALE


def _uden_aktiviteter(delaftale: dict[str, Any]) -> dict[str, Any]:
    return {navn: indhold for navn, indhold in delaftale.items() if navn != "aktiviteter"}


def _penge(delaftale: dict[str, Any]) -> tuple[Any, Decimal]:
    """What the delaftale costs: the main figures as stated, and the sum of its lines in kroner."""
    return delaftale["finansiering"], sum((Decimal(et["beloeb"]) for et in delaftale["budgetposter"]), Decimal(0))


def er_godkendt(trin: Sequence[tuple[Trinslags, Trinudfald]]) -> bool:
    """Regel rute-godkendt: hver beslutning er et ja, og hver høring er behandlet; en orientering spærrer aldrig."""
    return all(
        udfald == Trinudfald.GODKENDT
        if slags == Trinslags.BESLUTNING
        else slags == Trinslags.ORIENTERING or udfald != Trinudfald.AFVENTER
        for slags, udfald in trin
    )


def i_kraft_fra(oensket: date, *, beslutning: date | None, forrige: date | None) -> date:
    """Regel i-kraft-fra: fra den ønskede dag, men aldrig før beslutningen eller den, den afløser."""
    return max(et for et in (oensket, beslutning, forrige) if et is not None)


def maa_gaelde_fra(gaelder_fra: date, *, forrige: date | None) -> bool:
    """Regel version-i-orden: en version gælder aldrig fra en dag før den, den afløser (contracts.md, eksporter)."""
    return forrige is None or gaelder_fra >= forrige


def mangler_foer_indsendelse(
    *,
    art: Aendringsart,
    er_aendret: bool,
    har_aaben: bool,
    oensket_fra: date,
    forrige_fra: date | None,
    periode: tuple[date, date],
    rute: Sequence[tuple[str, Trinslags]],
    delegeret: str | None = None,
) -> list[str]:
    """Regel klar-til-indsendelse: der er en ændring, ingen anden er på vej, dagen passer, og ruten når den rette.

    Everything that is missing; an empty list means ready.
    """
    mangler = []
    if har_aaben:
        mangler.append("Dokumentet er allerede sendt til godkendelse. Træk den ændring tilbage først.")
    if not er_aendret:
        mangler.append("Kladden er ens med den gældende version. Der er ikke noget at godkende.")
    if not maa_gaelde_fra(oensket_fra, forrige=forrige_fra):
        mangler.append("Versionen kan ikke gælde fra før den, den afløser. Vælg en senere dag.")
    if not periode[0] <= oensket_fra <= periode[1]:
        mangler.append(f"Versionen skal gælde fra en dag i planens periode, {datoer.periode(*periode)}.")
    if len(set(rute)) < len(rute):
        mangler.append("Den samme står to gange på ruten. Slet den ene række.")
    hvem = godkender(art, delegeret)
    if not any(navn == hvem and slags == Trinslags.BESLUTNING for navn, slags in rute):
        mangler.append(f"Ruten skal have en beslutning af {hvem}.")
    return mangler


def kan_registreres(status: Aendringsstatus, slags: Trinslags) -> bool:
    """Regel trin-staar-aabent: et trin registreres, mens ændringen er åben; en orientering også efter godkendelsen."""
    if slags == Trinslags.ORIENTERING and status == Aendringsstatus.GODKENDT:
        return True
    return status == Aendringsstatus.INDSENDT


def mangler_foer_trin(
    *,
    er_aaben: bool,
    er_afventende: bool,
    slags: Trinslags,
    udfald: Trinudfald,
    tekst: str,
    dato: date | None,
    i_dag: date,
    vilkaarsfrister: Sequence[date] = (),
) -> list[str]:
    """Regel trin-kan-registreres: ændringen er åben, trinnet afventer, og et nej har en grund."""
    if not er_aaben:
        return ["Ændringen er allerede afgjort eller trukket tilbage."]
    if not er_afventende:
        return ["Trinnet er allerede registreret. En rettelse skrives som en ny beslutning."]
    mangler = []
    if udfald not in UDFALD[slags]:
        mangler.append(f"En {slags.label} kan ikke have udfaldet »{udfald.label}«.")
    if udfald in (Trinudfald.RETURNERET, Trinudfald.AFVIST) and not tekst.strip():
        mangler.append("Skriv hvorfor, så den, der skal rette, ved, hvad der mangler.")
    if dato is not None and dato > i_dag:
        mangler.append("Beslutningen kan ikke ligge i fremtiden. Skriv den dag, den blev taget.")
    if vilkaarsfrister and udfald != Trinudfald.GODKENDT:
        mangler.append("Vilkår hører til en godkendelse. Skriv dem i teksten i stedet.")
    elif dato is not None and any(frist < dato for frist in vilkaarsfrister):
        mangler.append("Et vilkår kan ikke have frist før beslutningen.")
    return mangler


def mangler_foer_opfyldelse(dato: date, *, beslutning: date | None, i_dag: date) -> list[str]:
    """Regel vilkaar-opfyldes-efter-beslutningen: tidligst den dag, det blev stillet, og ikke ude i fremtiden."""
    if dato > i_dag:
        return ["Dagen kan ikke ligge i fremtiden. Skriv den dag, vilkåret blev opfyldt."]
    if beslutning is not None and dato < beslutning:
        return ["Vilkåret kan ikke være opfyldt, før det blev stillet."]
    return []
