"""What the plan's own figures put on the board's agenda. Pure: facts in, proposals with their drafts out."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from kerne import datoer
from maalinger.statuses import Status
from moeder.statuses import Pengeemne, Punktart
from overblik.rules import kontrol_opfoelgning as kontrol
from overblik.rules.afvigelsestyper import (
    BELOEBENE,
    Afvigelse,
    Fakta,
    Kriteriefakta,
    Pengefakta,
    Udkast,
    afsnit,
    afvigelse,
    noegle_af,
    saetninger,
)
from overblik.rules.plandata import Fund
from overblik.rules.stilling import talord

BESTYRELSENS_PLADSER = (kontrol.bestyrelse_findes, kontrol.bestyrelsen_er_besat)


def kriterier_bagud(fakta: Fakta) -> list[Afvigelse]:
    """Regel forslag-kriterier: kriterier, der er bagud eller ikke opfyldt, foreslås som ét punkt pr. indsatsområde."""
    daarlige = [et for et in fakta.kriterier if et.status in (Status.BAGUD, Status.IKKE_OPFYLDT)]
    ind = "Det indstilles, at bestyrelsen drøfter, hvad der skal til, for at målene nås."
    return [_om_kriterier("forslag-kriterier", et, "er bagud eller ikke opfyldt", ind) for et in _omraadevis(daarlige)]


def maalinger_mangler(fakta: Fakta) -> list[Afvigelse]:
    """Regel forslag-maalinger: målinger, hvis frist er gået, foreslås som ét punkt pr. indsatsområde."""
    mangler = [et for et in fakta.kriterier if et.status == Status.MAALING_MANGLER]
    ind = "Det indstilles, at bestyrelsen aftaler, hvem der måler hvornår."
    return [_om_kriterier("forslag-maalinger", et, "mangler en måling", ind) for et in _omraadevis(mangler)]


def aktiviteter_bagefter(fakta: Fakta) -> list[Afvigelse]:
    """Regel forslag-aktiviteter: forsinkede og stillestående aktiviteter foreslås som ét punkt pr. delaftale."""
    sene = {et.sted.args[0]: et for et in _aabne(fakta, kontrol.aktivitet_er_i_gang(fakta.plan))}
    stille = {et.noegle: et for et in fakta.stille}
    ud = []
    for delaftale in fakta.plan.delaftaler:
        egne = [et for et in delaftale.aktiviteter if et.noegle in sene or et.noegle in stille]
        if not egne:
            continue
        linjer = [sene[et.noegle].besked if et.noegle in sene else stille[et.noegle].saetning for et in egne]
        tal = [sene[et.noegle].noegle if et.noegle in sene else str(stille[et.noegle].siden) for et in egne]
        udkast = Udkast(
            Punktart.DROEFTELSE,
            10,
            saetninger(linjer),
            afsnit("Det indstilles, at bestyrelsen drøfter, om aktiviteten fortsætter, ændres eller stopper."),
            tuple(("aktivitet", et.noegle) for et in egne),
        )
        hvad = _om_aktiviteter([et.navn for et in egne], [et.noegle in sene for et in egne])
        titel = f"Delaftale {delaftale.nr}: {hvad}"
        ud.append(afvigelse("forslag-aktiviteter", noegle_af(delaftale.nr, tal), titel, " ".join(linjer), udkast))
    return ud


def _om_aktiviteter(navne: list[str], er_sene: list[bool]) -> str:
    """ "»Lektiecafé« er forsinket", "to aktiviteter står stille"."""
    hvem, sene = (
        (f"»{navne[0]}«", "forsinket") if len(navne) == 1 else (f"{talord(len(navne))} aktiviteter", "forsinkede")
    )
    if all(er_sene):
        return f"{hvem} er {sene}"
    return f"{hvem} er {sene} eller står stille" if any(er_sene) else f"{hvem} står stille"


def medfinansiering_mangler(fakta: Fakta) -> list[Afvigelse]:
    """Regel forslag-medfinansiering: mangler der medfinansiering, eller er den bagud, foreslås ét punkt om den."""
    return _om_penge(
        "forslag-medfinansiering",
        "Den lokale medfinansiering er ikke leveret som aftalt",
        fakta.givere,
        "Det indstilles, at bestyrelsen aftaler, hvordan og hvornår det manglende bliver leveret.",
        Punktart.DROEFTELSE,
        Pengeemne.MEDFINANSIERING,
    )


def budget_overskredet(fakta: Fakta) -> list[Afvigelse]:
    """Regel forslag-overskridelse: et budget, der er overskredet, foreslås på dagsordenen."""
    return _om_penge(
        "forslag-overskridelse",
        "Budgettet er overskredet",
        [Pengefakta(et, et) for et in fakta.overskredet],
        "Det indstilles, at bestyrelsen beslutter, hvor pengene findes.",
        Punktart.BESLUTNING,
        Pengeemne.OVERSKRIDELSE,
    )


def midler_uforbrugte(fakta: Fakta) -> list[Afvigelse]:
    """Regel forslag-uforbrugte-midler: et års uforbrugte midler foreslås, til de er planlagt, sendt og brugt."""
    return [
        fundet
        for et in fakta.rester
        for fundet in _om_penge(
            "forslag-uforbrugte-midler",
            f"Uforbrugte midler fra {et.aar}",
            [et],
            "Det indstilles, at bestyrelsen beslutter, hvad pengene bruges til, og at planen sendes til "
            "Landsbyggefonden med et budget.",
            Punktart.BESLUTNING,
            Pengeemne.UFORBRUGT,
        )
    ]


def delaftaler_gennemgaas(fakta: Fakta) -> list[Afvigelse]:
    """Regel forslag-gennemgang: en delaftale foreslås til gennemgang, når året er gået, eller fristen er nær."""
    noegler, frister = dict(fakta.delaftaler), dict(fakta.gennemgange)
    sene = {et.sted.args[0]: et for et in _aabne(fakta, kontrol.delaftale_gennemgaaet(fakta.plan))}
    ud = []
    for et in fakta.plan.delaftaler:
        frist = frister.get(et.nr)
        if et.nr in sene:
            grund, tal = sene[et.nr].besked, sene[et.nr].noegle
        elif frist and fakta.er_naer(frist):
            grund, tal = f"Delaftale {et.nr} {et.navn} skal gennemgås senest {datoer.dato(frist)}.", f"{et.nr}-{frist}"
        else:
            continue
        emner = (("delaftale", noegler[et.nr]),) if et.nr in noegler else ()
        ind = "Det indstilles, at bestyrelsen gennemgår delaftalen og siger, om den fortsætter uændret."
        udkast = Udkast(Punktart.BESLUTNING, 15, afsnit(grund), afsnit(ind), emner)
        titel = f"Gennemgang af delaftale {et.nr} {et.navn}"
        ud.append(afvigelse("forslag-gennemgang", tal, titel, grund, udkast))
    return ud


def pladser_ledige(fakta: Fakta) -> list[Afvigelse]:
    """Regel forslag-pladser: mangler bestyrelsen en part, en formand eller et medlem, foreslås ét punkt om det."""
    fund = [et for regel in BESTYRELSENS_PLADSER for et in _aabne(fakta, regel(fakta.plan))]
    if not fund:
        return []
    linjer = [et.besked for et in fund]
    ind = "Det indstilles, at bestyrelsen aftaler, hvem der udpeger til de ledige pladser."
    udkast = Udkast(Punktart.DROEFTELSE, 5, saetninger(linjer), afsnit(ind))
    noegle = noegle_af("bestyrelsen", [f"{et.regel}{et.noegle}" for et in fund])
    return [afvigelse("forslag-pladser", noegle, "Ledige pladser i bestyrelsen", " ".join(linjer), udkast)]


def perioder_udloeber(fakta: Fakta) -> list[Afvigelse]:
    """Regel forslag-perioder: et medlems periode, der udløber inden for 90 dage uden en afløser, foreslås."""
    ud = []
    for stol in fakta.plan.bestyrelse or ():
        nu = stol.udloeber(fakta.plan.dag)
        if nu is None or nu.til is None or not fakta.er_naer(nu.til):
            continue
        grund = f"{nu.navn} sidder på pladsen »{stol.betegnelse}« til {datoer.dato(nu.til)}. Der er ikke valgt en ny."
        ind = "Det indstilles, at bestyrelsen aftaler, hvem der udpeges efter periodens udløb."
        udkast = Udkast(Punktart.DROEFTELSE, 5, afsnit(grund), afsnit(ind))
        titel = f"Perioden udløber: {nu.navn}"
        ud.append(
            afvigelse("forslag-perioder", noegle_af(str(nu.til), [stol.betegnelse, nu.navn]), titel, grund, udkast)
        )
    return ud


def aendringer_venter(fakta: Fakta) -> list[Afvigelse]:
    """Regel forslag-aendringer: en ændring, som venter på bestyrelsens beslutning, foreslås til beslutning."""
    ud = []
    for et in fakta.aendringer:
        grund = f"{et.dokument}: ændringen »{et.grund}« har ventet på bestyrelsen siden {datoer.dato(et.siden)}."
        ind = "Det indstilles, at bestyrelsen godkender ændringen."
        udkast = Udkast(Punktart.BESLUTNING, 15, afsnit(grund), afsnit(ind), (("aendring", et.noegle),))
        titel = f"Godkendelse af ændring: {et.dokument}"
        ud.append(afvigelse("forslag-aendringer", str(et.noegle), titel, grund, udkast))
    return ud


def vilkaar_forfalder(fakta: Fakta) -> list[Afvigelse]:
    """Regel forslag-vilkaar: et vilkår, der ikke er opfyldt, foreslås fra 90 dage før sin dag."""
    ud = []
    for et in fakta.plan.vilkaar:
        if not fakta.er_naer(et.dato):
            continue
        ord_ = "skulle være" if et.dato < fakta.plan.dag else "skal være"
        grund = f"Vilkåret »{et.tekst.rstrip('.')}« {ord_} opfyldt {datoer.dato(et.dato)}."
        emner = (("aendring", et.aendring),) if et.aendring else ()
        ind = "Det indstilles, at bestyrelsen aftaler, hvem der opfylder vilkåret hvornår."
        udkast = Udkast(Punktart.DROEFTELSE, 10, afsnit(grund), afsnit(ind), emner)
        titel = f"Vilkår i en godkendelse: {et.tekst}"
        ud.append(afvigelse("forslag-vilkaar", f"{et.noegle}-{et.dato}", titel, grund, udkast))
    return ud


def regnskaber_forfalder(fakta: Fakta) -> list[Afvigelse]:
    """Regel forslag-regnskab: regnskaber, der ikke er sendt, foreslås som ét punkt fra 90 dage før fristen."""
    naere = [(aar, frist) for aar, frist in fakta.regnskaber if fakta.er_naer(frist)]
    if not naere:
        return []
    linjer = [
        f"Regnskabet for {aar} {'skulle' if frist < fakta.plan.dag else 'skal'} være sendt senest "
        f"{datoer.dato(frist)}. Det er ikke sendt."
        for aar, frist in naere
    ]
    ind = "Det indstilles, at bestyrelsen godkender regnskabet, og at det sendes til Landsbyggefonden."
    udkast = Udkast(Punktart.BESLUTNING, 15, saetninger(linjer), afsnit(ind))
    titel = f"Regnskab {', '.join(str(aar) for aar, _ in naere)}"
    noegle = noegle_af("regnskab", [f"{aar}-{frist}" for aar, frist in naere])
    return [afvigelse("forslag-regnskab", noegle, titel, " ".join(linjer), udkast)]


def eftersyn_forfalder(fakta: Fakta) -> list[Afvigelse]:
    """Regel forslag-eftersyn: Landsbyggefondens ét-års-eftersyn foreslås fra 90 dage før sin dag, til det er holdt."""
    ud = []
    for et in fakta.eftersyn:
        if not fakta.er_naer(et.dato):
            continue
        grund = f"»{et.tekst}« skal være holdt senest {datoer.dato(et.dato)}."
        tekst = f"{grund} Siden Ét-års-eftersyn samler det, planen ved, under de fire overskrifter."
        ind = "Det indstilles, at bestyrelsen drøfter materialet, før det sendes til Landsbyggefonden."
        udkast = Udkast(Punktart.DROEFTELSE, 20, afsnit(tekst), afsnit(ind))
        ud.append(afvigelse("forslag-eftersyn", f"{et.noegle}-{et.dato}", et.tekst, grund, udkast))
    return ud


# Slug → rule, in the order in which the proposals stand on the page.
REGLER: dict[str, Callable[[Fakta], list[Afvigelse]]] = {
    "forslag-aendringer": aendringer_venter,
    "forslag-vilkaar": vilkaar_forfalder,
    "forslag-kriterier": kriterier_bagud,
    "forslag-maalinger": maalinger_mangler,
    "forslag-aktiviteter": aktiviteter_bagefter,
    "forslag-medfinansiering": medfinansiering_mangler,
    "forslag-overskridelse": budget_overskredet,
    "forslag-uforbrugte-midler": midler_uforbrugte,
    "forslag-regnskab": regnskaber_forfalder,
    "forslag-gennemgang": delaftaler_gennemgaas,
    "forslag-pladser": pladser_ledige,
    "forslag-perioder": perioder_udloeber,
    "forslag-eftersyn": eftersyn_forfalder,
}


def afvigelser(fakta: Fakta) -> tuple[Afvigelse, ...]:
    """Everything that the figures put on the agenda, what waits for the board's answer first."""
    return tuple(et for regel in REGLER.values() for et in regel(fakta))


def _omraadevis(kriterier: Iterable[Kriteriefakta]) -> list[list[Kriteriefakta]]:
    return [list(gruppe) for _, gruppe in groupby(kriterier, key=lambda et: et.omraade_nr)]


def _om_kriterier(regel: str, egne: Sequence[Kriteriefakta], hvad: str, indstilling: str) -> Afvigelse:
    """One item for the criteria of one indsatsområde: by name when there is one, else with the list."""
    foerste = egne[0]
    if len(egne) == 1:
        ord_ = hvad if foerste.status == Status.MAALING_MANGLER else f"er {foerste.status.label.lower()}"
        titel = f"Kriteriet »{foerste.navn}« {ord_}"
    else:
        titel = f"{foerste.omraade_nr} {foerste.omraade_navn}: {talord(len(egne))} kriterier {hvad}"
    linjer = [f"{et.navn}: {et.saetning}" for et in egne]
    emner = tuple(("kriterium", et.noegle) for et in egne)
    udkast = Udkast(Punktart.DROEFTELSE, 10 if len(egne) == 1 else 15, saetninger(linjer), afsnit(indstilling), emner)
    noegle = noegle_af(foerste.omraade_nr, [f"{et.noegle}-{et.status}-{et.tal}" for et in egne])
    return afvigelse(regel, noegle, titel, " ".join(linjer), udkast)


def _om_penge(
    regel: str, titel: str, fund: Sequence[Pengefakta], indstilling: str, art: Punktart, emne: Pengeemne
) -> list[Afvigelse]:
    """Regel forslag-uden-beloeb: et punkt om penge nævner ingen beløb i teksten; de står i tallet for dem, der må.

    One item for what is wrong with money; none when nothing is. `grund` says the amounts to whoever makes the agenda.
    """
    if not fund:
        return []
    linjer = [et.saetning for et in fund]
    udkast = Udkast(art, 10, afsnit(f"{titel}. {BELOEBENE}"), afsnit(indstilling), (("penge", emne.value),))
    return [afvigelse(regel, noegle_af("penge", [et.tal for et in fund]), titel, " ".join(linjer), udkast)]


def _aabne(fakta: Fakta, fund: Iterable[Fund]) -> list[Fund]:
    """Without what somebody let be, with a reason, in the rule check."""
    return [et for et in fund if (et.regel, et.noegle) not in fakta.frafaldet]
