""" "Sådan er det regnet ud": the fractions with their numbers, why the word follows, and the rule in one line."""

from decimal import Decimal
from fractions import Fraction

from aftaler.laesning import Enhed
from kerne.talformat import MINUS, decimaler_i, procent, tal
from maalinger.rules import ord as ordvalg
from maalinger.rules.krav import NEDAD
from maalinger.rules.opgoerelse import Art, Opgoerelse, Stilling
from maalinger.rules.tallene import Tal, tallet
from maalinger.rules.typer import Broek, Trin
from maalinger.statuses import Regneregel, Status

HVOR_LANGT = "Hvor langt er vi?"
BURDE_VAERE = "Hvor langt burde vi være?"

ARTER = {
    Art.NIVEAU: "niveau",
    Art.SAMLET: "antal i alt",
    Art.PR_PERIODE: "så og så mange pr. periode",
    Art.AENDRING_PR_PERIODE: "ændring fra perioden før",
    Art.SAMMENLIGNING: "sammenligning med en anden gruppe",
    Art.FASTHOLDELSE: "fastholdelse",
}


def trin(op: Opgoerelse, stilling: Stilling) -> tuple[Trin, ...]:
    """Regel formlen-vises: hvert tal, der afgør status, vises med sin brøk, som der faktisk regnes."""
    if stilling.tal is None:
        return ()
    foerst = _saadan_blev_tallet(op.laesning.enhed, stilling.tal)
    if stilling.art == Art.AENDRING_PR_PERIODE:
        return (*foerst, *_aendring(op, stilling, stilling.tal))
    if stilling.art == Art.SAMMENLIGNING:
        lod = ordvalg.figur(stilling.reference or Fraction(0), op.laesning.enhed)
        navn = op.laesning.reference.navn if op.laesning.reference else ""
        return (*foerst, Trin("Hvad sammenlignes der med?", (), lod, navn))
    if stilling.vej is None:
        krav = ordvalg.niveau(stilling.krav, op.laesning.enhed)
        er = ordvalg.figur(stilling.tal.vaerdi, op.laesning.enhed, mod=stilling.krav)
        return (*foerst, Trin("Er målet nået?", (), er, f"mod {krav}"))
    if stilling.udgang and stilling.art == Art.NIVEAU:
        return (*foerst, *_vejen(stilling, stilling.udgang.vaerdi, stilling.tal, stilling.vej))
    return (*foerst, *_fra_nul(op.laesning.enhed, stilling, stilling.tal, stilling.vej))


def _saadan_blev_tallet(enhed: Enhed | None, tal_: Tal) -> tuple[Trin, ...]:
    """How one figure was made of several, or of a numerator and a denominator."""
    resultat = ordvalg.figur(tal_.vaerdi, enhed)
    if len(tal_.brugt) == 1:
        maalt = tal_.brugt[0]
        if maalt.taeller is None or not maalt.naevner or maalt.vaerdi is not None:
            return ()
        return (Trin("Hvor stor er andelen?", (Broek(tal(maalt.taeller), tal(maalt.naevner)),), resultat),)
    led = [tal(ordvalg.decimaltal(tallet(et, enhed) or Fraction(0))) for et in tal_.brugt]
    if tal_.regel == Regneregel.SNIT:
        broek = Broek(" + ".join(led), str(len(led)))
        return (Trin("Hvad er snittet?", (broek,), resultat, ordvalg.hvornaar(tal_)),)
    if tal_.regel == Regneregel.SUM and tal_.brugt[0].naevner is None:
        return (Trin("Hvor mange i alt?", (), resultat, f"= {' + '.join(led)}"),)
    return ()


def _vejen(stilling: Stilling, start: Fraction, tal_: Tal, vej: Fraction) -> tuple[Trin, ...]:
    maal = stilling.krav.vaerdi
    broekerne = _forskel(start, tal_.vaerdi, start, maal)
    trin_ = [Trin(HVOR_LANGT, broekerne, ordvalg.vejandel(vej, naaet=stilling.naaet), "af vejen")]
    udgang = stilling.udgang
    if stilling.plan is None or udgang is None or udgang.til is None or stilling.slutaar is None:
        return tuple(trin_)
    plan_vaerdi = stilling.plan_vaerdi
    straks = Fraction(tal_.til.year - udgang.til, max(1, stilling.slutaar - udgang.til))
    if stilling.plan == straks:
        gaaet, alle = str(tal_.til.year - udgang.til), str(stilling.slutaar - udgang.til)
        broeker: tuple[Broek, ...] = (
            Broek(f"{tal_.til.year} {MINUS} {udgang.til}", f"{stilling.slutaar} {MINUS} {udgang.til}"),
            Broek(gaaet, alle),
        )
    else:
        broeker = _forskel(start, plan_vaerdi, start, maal) if plan_vaerdi is not None else ()
    trin_.append(Trin(BURDE_VAERE, broeker, _hele_procent(stilling.plan), "af vejen"))
    return tuple(trin_)


def _forskel(a: Fraction, b: Fraction, c: Fraction, d: Fraction) -> tuple[Broek, ...]:
    """(a − b)/(c − d) with the larger first, so both falling and rising goals read as something positive."""
    decimaler = max(min(2, decimaler_i(ordvalg.decimaltal(et, 3))) for et in (a, b, c, d))
    if c < d:
        a, b, c, d = b, a, d, c

    def vis(v: Fraction) -> str:
        return tal(ordvalg.decimaltal(v), decimaler)

    return Broek(f"{vis(a)} {MINUS} {vis(b)}", f"{vis(c)} {MINUS} {vis(d)}"), Broek(vis(a - b), vis(c - d))


def _fra_nul(enhed: Enhed | None, stilling: Stilling, tal_: Tal, vej: Fraction) -> tuple[Trin, ...]:
    """Counts and shares without a start: the figure over the goal, and for counts time over time."""
    hoejst = 1 if enhed == Enhed.PROCENT else 2
    broek = Broek(*(tal(ordvalg.decimaltal(et), hoejst=hoejst) for et in (tal_.vaerdi, stilling.krav.vaerdi)))
    trin_ = [Trin(HVOR_LANGT, (broek,), ordvalg.vejandel(vej, naaet=stilling.naaet), "af målet")]
    i_aaret = tal_.foreloebig if tal_.foreloebig_enhed == "måneder" else None
    maaneder = i_aaret if stilling.art == Art.PR_PERIODE else stilling.maaneder
    if stilling.plan is not None and maaneder:
        gaaet, alle = maaneder
        trin_.append(Trin(BURDE_VAERE, (Broek(str(gaaet), str(alle)),), _hele_procent(stilling.plan), "af månederne"))
    return tuple(trin_)


def _aendring(op: Opgoerelse, stilling: Stilling, tal_: Tal) -> tuple[Trin, ...]:
    aendring, forrige = op.laesning.aendring, stilling.forrige
    if aendring is None or forrige is None:
        return ()
    fra, til = tal(ordvalg.decimaltal(forrige.vaerdi)), tal(ordvalg.decimaltal(tal_.vaerdi))
    relativ = aendring.enhed == "procent"
    broeker = (Broek(f"{til} {MINUS} {fra}", fra),) if relativ else ()
    skete = ordvalg.bevaegelse(forrige.vaerdi, tal_.vaerdi, aendring, op.laesning.enhed)
    skal = ordvalg.aendringskrav(aendring, stilling.krav.tegn, op.laesning.enhed)
    niveau = ordvalg.niveau(stilling.krav, op.laesning.enhed)
    return (
        Trin("Hvor meget har det ændret sig?", broeker, skete or f"fra {fra} til {til}", ""),
        Trin("Hvor meget skulle det ændre sig?", (), skal, f"altså til {niveau}"),
    )


def derfor(op: Opgoerelse, stilling: Stilling, status: Status) -> str:
    """Why the word follows from the figures, ending in "Derfor:"."""
    if stilling.tal is None:
        return ""
    enhed = op.laesning.enhed
    er = ordvalg.figur(stilling.tal.vaerdi, enhed, mod=stilling.krav)
    krav = ordvalg.niveau(stilling.krav, enhed)
    if status == Status.MAALING_MANGLER:
        return "En måling, der skulle være gennemført, er ikke kommet. Derfor:"
    if stilling.endelig and stilling.perioder and stilling.slutaar:
        naaede, alle = stilling.perioder
        return f"Målet skal nås hver gang, og det er nået {naaede} af {alle} gange. Derfor:"
    if stilling.endelig:
        hvad = f"Måleåret {stilling.krav.til} er målt" if stilling.krav.til else "Målingen er endelig"
        return f"{hvad}, og {er} er {'' if stilling.naaet else 'ikke '}{krav}. Derfor:"
    venter = f"måleåret {stilling.krav.til} er ikke talt op endnu" if stilling.krav.til else "perioden er ikke slut"
    if stilling.naaet:
        return f"{er} er {krav}, men {venter}. Derfor:"
    if stilling.paa_plan is None or stilling.vej is None or stilling.plan is None:
        delmaal = f"delmålet for {stilling.delmaal.aar}" if stilling.delmaal and stilling.paa_plan is not None else krav
        return f"{er} er {'' if stilling.paa_plan else 'ikke '}{delmaal}, og {venter}. Derfor:"
    vej, plan = ordvalg.vejandel(stilling.vej, naaet=False), _hele_procent(stilling.plan)
    luft = f"{tal(ordvalg.decimaltal(op.tolerance) * 100)} procentpoint"
    if stilling.vej >= stilling.plan:
        return f"{vej} er mindst så langt som planens {plan}, og {venter}. Derfor:"
    if stilling.paa_plan:
        return f"{vej} er højst {luft} under planens {plan}, og {venter}. Derfor:"
    return f"{vej} er mere end {luft} under planens {plan}, og {venter}. Derfor:"


def regel(op: Opgoerelse, stilling: Stilling) -> str:
    """ "Regel: niveau, seneste måling, faldende. Planen er en ret linje fra udgangspunkt til mål." """
    led = [ARTER[stilling.art]]
    if stilling.tal:
        regel_ = stilling.tal.regel if len(stilling.tal.brugt) > 1 else Regneregel.SENESTE
        led.append(regel_.label.lower())
    if stilling.art == Art.NIVEAU and stilling.udgang:
        led.append("faldende" if stilling.krav.tegn in NEDAD else "stigende")
    tekst = f"Regel: {', '.join(led)}."
    if stilling.plan is None or stilling.art not in (Art.NIVEAU, Art.SAMLET):
        return tekst
    if op.delmaal:
        return f"{tekst} Planen går gennem bestyrelsens delmål."
    if stilling.art == Art.SAMLET:
        return f"{tekst} Planen følger tiden."
    return f"{tekst} Planen er en ret linje fra udgangspunkt til mål."


def _hele_procent(andel: Fraction) -> str:
    return procent(ordvalg.decimaltal(andel) * Decimal(100), 0)
