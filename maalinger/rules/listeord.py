"""What is said about an area and a list: sentences from templates, the same on screen and paper. No user, no clock."""

from decimal import Decimal
from fractions import Fraction

from aftaler.laesning import Enhed, Sammenligning
from kerne import datoer, talformat
from maalinger.rules.listetyper import Kravsvar, Listekrav, Listevurdering
from maalinger.rules.ord import decimaltal
from maalinger.statuses import Graensegrundlag, Listesvar, Listetype

ET = {
    Listetype.UDSAT: "et udsat boligområde",
    Listetype.PARALLELSAMFUND: "et parallelsamfund",
    Listetype.OMDANNELSE: "et omdannelsesområde",
    Listetype.FOREBYGGELSE: "et forebyggelsesområde",
}
FLERE = {
    Listetype.UDSAT: "udsatte boligområder",
    Listetype.PARALLELSAMFUND: "parallelsamfund",
    Listetype.OMDANNELSE: "omdannelsesområder",
    Listetype.FOREBYGGELSE: "forebyggelsesområder",
}
SVARORD = {
    Listesvar.PAA: "Opfylder betingelserne",
    Listesvar.IKKE: "Opfylder dem ikke",
    Listesvar.UKENDT: "Kan ikke afgøres",
}
AARSORD = {Listesvar.PAA: "opfyldt", Listesvar.IKKE: "ikke opfyldt", Listesvar.UKENDT: "kan ikke afgøres"}
OGSAA_UDSAT = "Området er også et udsat boligområde. Loven undtager det ikke fra betingelserne for forebyggelse."
GHETTO_TIL = 2020  # the law of 2021 renamed ghettoområde and hårdt ghettoområde everywhere
DENGANG = {Listetype.PARALLELSAMFUND: "ghettoområder", Listetype.OMDANNELSE: "hårde ghettoområder"}
TEGN = {Sammenligning.OVER: ">", Sammenligning.MINDST: "≥", Sammenligning.UNDER: "<", Sammenligning.HOEJST: "≤"}
OPFYLDT = {
    Sammenligning.OVER: "over {}",
    Sammenligning.MINDST: "{} eller højere",
    Sammenligning.UNDER: "under {}",
    Sammenligning.HOEJST: "{} eller lavere",
}
MODSAT = {
    Sammenligning.OVER: Sammenligning.HOEJST,
    Sammenligning.MINDST: Sammenligning.UNDER,
    Sammenligning.UNDER: Sammenligning.MINDST,
    Sammenligning.HOEJST: Sammenligning.OVER,
}
FLEST_DECIMALER = 3


def listenavn(art: Listetype, aar: int) -> str:
    """The list by today's name, and by the name it had then where that was another."""
    dengang = DENGANG.get(art) if aar <= GHETTO_TIL else None
    return f"{FLERE[art]} (dengang kaldt {dengang})" if dengang else FLERE[art]


def overskrift(art: Listetype, aar: int) -> str:
    """The list's name as a heading: "Udsatte boligområder"."""
    navn = listenavn(art, aar)
    return navn[:1].upper() + navn[1:]


def svarord(v: Listevurdering) -> str:
    """The answer in a word or two: only the ministry puts an area on a list; figures meet conditions."""
    if v.officielt is not None:
        return "På ministeriets liste" if v.officielt else "Ikke på ministeriets liste"
    return SVARORD[v.beregnet]


def saetning(v: Listevurdering) -> str:
    """The first sentence about a list: the ministry's answer where there is one, else what the figures give."""
    if v.officielt is not None:
        ikke = "" if v.officielt else " ikke"
        listen = f"ministeriets liste over {listenavn(v.regler.art, v.aar)} for {v.aar}"
        return f"{v.omraade} står{ikke} på {listen}. {_mod_tallene(v)}"
    if v.beregnet == Listesvar.PAA:
        return f"Efter tallene for {v.aar} er {v.omraade} {ET[v.regler.art]}: {_hvorfor(v)}."
    if v.beregnet == Listesvar.IKKE:
        return f"Efter tallene for {v.aar} er {v.omraade} ikke {ET[v.regler.art]}: {_hvorfor_ikke(v)}."
    return f"Det kan ikke afgøres, om {v.omraade} var {ET[v.regler.art]} i {v.aar}: {_hvad_mangler(v)}."


def aendring(v: Listevurdering) -> str:
    """What would change the answer: the criterion nearest its line, and what it would have to be."""
    et = v.naermest
    if et is None or et.afstand is None or v.beregnet == Listesvar.UKENDT:
        return ""
    tekst = f"{et.krav.navn} er {_afstand(et)}."
    if v.nok_alene:
        skal = niveau(et, MODSAT[et.krav.tegn]) if et.svar else niveau(et, et.krav.tegn)
        ikke = "ikke længere " if v.beregnet == Listesvar.PAA else ""
        return f"Nærmest at ændre svaret: {tekst} Bliver tallet {skal}, opfylder området {ikke}betingelserne."
    return f"Intet kriterium kan alene ændre svaret. Nærmest sin grænse: {tekst}"


def tal(et: Kravsvar) -> str:
    """The figure, with decimals enough to see which side of the line it is on."""
    return _figurer(et)[0]


def graense(et: Kravsvar) -> str:
    """The line with the law's sign: "> 40 %", "≥ 2,85 %"."""
    return f"{TEGN[et.krav.tegn]}{talformat.FAST_MELLEMRUM}{_figurer(et)[1]}" if et.taerskel is not None else ""


def loven(krav: Listekrav) -> str:
    """The criterion as the law has it: "over 40 % (snit af 2 år)", "3 gange landsgennemsnittet eller højere"."""
    if krav.grundlag == Graensegrundlag.GANGE_LANDET:
        figur = f"{talformat.tal(krav.graense)} gange landsgennemsnittet"
    else:
        figur = talformat.vaerdi(krav.graense, krav.enhed)
    if krav.grundlag == Graensegrundlag.PROCENT_AF_REGION:
        figur += " af regionens gennemsnit"
    snit = f" i snit af {krav.vindue} år" if krav.vindue > 1 else ""
    return OPFYLDT[krav.tegn].format(figur) + snit


def niveau(et: Kravsvar, tegn: Sammenligning) -> str:
    return OPFYLDT[tegn].format(_figurer(et)[1])


def afstand(et: Kravsvar) -> str:
    """With its sign: "+1,2 procentpoint" is over the line. What is shown adds up: figure minus line."""
    if et.afstand is None:
        return ""
    figur = talformat.fortegn(_vist_afstand(et), hoejst=FLEST_DECIMALER)
    return f"{figur}{talformat.FAST_MELLEMRUM}procentpoint" if et.krav.enhed == Enhed.PROCENT else figur


def _afstand(et: Kravsvar) -> str:
    forskel = _vist_afstand(et)
    if not forskel:
        return f"{tal(et)}, præcis på grænsen"
    hvor = "over" if forskel > 0 else "under"
    enhed = "procentpoint" if et.krav.enhed == Enhed.PROCENT else et.krav.enhed
    stoerrelse = talformat.vaerdi(abs(forskel), enhed, talformat.decimaler_i(forskel))
    return f"{tal(et)}, {stoerrelse} {hvor} grænsen på {_figurer(et)[1]}"


def _vist_afstand(et: Kravsvar) -> Decimal:
    if et.taerskel is None or not isinstance(et.vaerdi, Fraction):
        return Decimal(0)
    decimaler = _decimaler(et.vaerdi, et.taerskel, et.krav.enhed)
    return talformat.afrund(decimaltal(et.vaerdi), decimaler) - talformat.afrund(decimaltal(et.taerskel), decimaler)


def _figurer(et: Kravsvar) -> tuple[str, str]:
    """Figure and line with as many decimals as it takes to tell them apart."""
    enhed, taerskel = et.krav.enhed, et.taerskel
    if not isinstance(et.vaerdi, Fraction):
        return "", _figur(taerskel, enhed, 2) if taerskel is not None else ""
    if taerskel is None:
        return _figur(et.vaerdi, enhed, 1), ""
    decimaler = _decimaler(et.vaerdi, taerskel, enhed)
    return _figur(et.vaerdi, enhed, decimaler), _figur(taerskel, enhed, decimaler)


def _figur(v: Fraction, enhed: Enhed, hoejst: int) -> str:
    rundet = talformat.afrund(decimaltal(v), hoejst)
    return talformat.vaerdi(rundet, enhed, talformat.decimaler_i(rundet))


def _decimaler(vaerdi: Fraction, taerskel: Fraction, enhed: Enhed) -> int:
    """Small percentages have two, as the ministry writes them; more where the two would look alike and aren't."""
    decimaler = 2 if abs(taerskel) < 10 else 1
    while vaerdi != taerskel and decimaler < FLEST_DECIMALER:
        if _figur(vaerdi, enhed, decimaler) != _figur(taerskel, enhed, decimaler):
            break
        decimaler += 1
    return decimaler


def _mod_tallene(v: Listevurdering) -> str:
    if v.beregnet == Listesvar.UKENDT:
        return f"Tallene her rækker ikke til at regne efter: {_hvad_mangler(v)}."
    hvorfor = _hvorfor(v) if v.beregnet == Listesvar.PAA else _hvorfor_ikke(v)
    if not v.afviger:
        return f"Tallene her siger det samme: {hvorfor}."
    return f"Tallene her siger noget andet: {hvorfor}. Ministeriets liste gælder."


def _hvorfor(v: Listevurdering) -> str:
    if v.aarene:
        return f"betingelserne er opfyldt {v.regler.aar_i_traek} år i træk"
    dele = [f"{_navn(et)} er {tal(et)}" for et in v.kravsvar if et.krav.paakraevet]
    if v.regler.bygger_paa:
        dele.append(f"området er {ET[v.regler.bygger_paa]}")
    if v.frie:
        dele.append(f"{_antal(v)}, og {v.skal_opfyldes} er nok")
    return _og(dele)


def _hvorfor_ikke(v: Listevurdering) -> str:
    dele = []
    if v.beboere is not None and v.beboere < v.regler.mindst_beboere:
        mindst = talformat.tal(v.regler.mindst_beboere)
        dele.append(f"området har {talformat.tal(v.beboere)} beboere, og listen gælder fra {mindst}")
    if v.aarene:
        nej = tuple(aar for aar, svar in v.aarene if svar == Listesvar.IKKE)
        dele += [f"betingelserne var ikke opfyldt i {datoer.aarsliste(nej)}"] if nej else []
    elif v.grundliste == Listesvar.IKKE and v.regler.bygger_paa:
        dele.append(f"området er ikke {ET[v.regler.bygger_paa]}")
    dele += [f"{_navn(et)} er {tal(et)} og ikke {niveau(et, et.krav.tegn)}" for et in v.kravsvar if _stopper(et)]
    hoejst = v.opfyldte + sum(et.svar is None for et in v.frie)
    if hoejst < v.skal_opfyldes:
        dele.append(f"{_antal(v)}, og {v.skal_opfyldes} skal være det")
    return _og(dele)


def _stopper(et: Kravsvar) -> bool:
    return et.krav.paakraevet and et.svar is False


def _hvad_mangler(v: Listevurdering) -> str:
    dele = []
    if v.beboere is None and v.regler.mindst_beboere:
        dele.append("områdets beboertal mangler")
    if v.aarene:
        ukendte = tuple(aar for aar, svar in v.aarene if svar == Listesvar.UKENDT)
        dele.append(f"{datoer.aarsliste(ukendte)} kan ikke afgøres")
    elif v.grundliste == Listesvar.UKENDT and v.regler.bygger_paa:
        dele.append(f"det vides ikke, om området er {ET[v.regler.bygger_paa]}")
    if v.ukendte:
        antal = len(v.ukendte)
        kendt = f"{_antal(v)}, {v.skal_opfyldes} skal være det, og " if v.frie else ""
        dele.append(f"{kendt}{antal} {'kriterium' if antal == 1 else 'kriterier'} er ukendt{'' if antal == 1 else 'e'}")
    return _og(dele)


def _antal(v: Listevurdering) -> str:
    return f"{v.opfyldte} af {len(v.frie)} kriterier er opfyldt"


def _navn(et: Kravsvar) -> str:
    return f"»{et.krav.navn}«"


def _og(dele: list[str]) -> str:
    return dele[0] if len(dele) == 1 else f"{'; '.join(dele[:-1])}; {dele[-1]}" if dele else "tallene mangler"
