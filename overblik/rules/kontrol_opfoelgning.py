"""Is the plan looked after? The board's seats, reviews, changes that wait, and what should have been done by now."""

from datetime import date, timedelta

from aftaler.models.organ import Organart
from aftaler.rules.aktiviteter import beregn_status
from aftaler.rules.organer import ledig_i_ord, mangler_formand, mangler_parter
from aftaler.statuses import Aktivitetsstatus
from kerne import datoer
from overblik.rules.kontrol_aftale import milepaelens_sted
from overblik.rules.plandata import Aktivitet, Alvor, Fund, Plan, Sted

BESTYRELSE_KRAEVES_FRA = 2015  # entydig ledelse came with the money of 2015-18 (domain.md 1.1)
ORGANER = Sted("aftaler:organer")
GENNEMGANG = timedelta(days=366)
STAAR_STILLE = {
    Aktivitetsstatus.FORSINKET: "er forsinket",
    Aktivitetsstatus.PAA_HOLD: "er på hold",
    Aktivitetsstatus.IKKE_IGANGSAT: "er ikke igangsat",
}


def bestyrelse_findes(plan: Plan) -> list[Fund]:
    """Regel bestyrelse-findes: en plan på 2015-18-midler eller senere har en bestyrelse med pladser."""
    if plan.bestyrelse or plan.periode_fra < BESTYRELSE_KRAEVES_FRA:
        return []
    besked = "Planen har ingen bestyrelse." if plan.bestyrelse is None else "Bestyrelsen har ingen pladser."
    return [Fund("bestyrelse-findes", Alvor.FEJL, besked, _bestyrelseskilde(plan), ORGANER)]


def bestyrelsen_er_besat(plan: Plan) -> list[Fund]:
    """Both sides on the board, a chair, and nobody's seat empty (aftaler: rules of bodies)."""
    stole, kilde = plan.bestyrelse or (), _bestyrelseskilde(plan)
    ud = [
        Fund("bestyrelse-begge-parter", Alvor.FEJL, besked, kilde, ORGANER, besked[:60])
        for besked in mangler_parter(Organart.BESTYRELSE, stole, plan.levedag)
    ]
    ud += [
        Fund("organ-formand", Alvor.ADVARSEL, f"Bestyrelsen: {besked[:1].lower()}{besked[1:]}", kilde, ORGANER)
        for besked in mangler_formand(Organart.BESTYRELSE, stole, plan.levedag)
    ]
    for stol in stole:
        if ledig := ledig_i_ord(stol, plan.levedag):
            besked = f"Pladsen »{stol.betegnelse}« i bestyrelsen er {ledig[:1].lower()}{ledig[1:]}"
            ud.append(
                Fund(
                    "plads-ledig",
                    Alvor.ADVARSEL,
                    besked,
                    kilde,
                    ORGANER,
                    f"{stol.betegnelse[:80]}-{len(stol.poster)}",
                )
            )
    return ud


def _bestyrelseskilde(plan: Plan) -> str:
    krav = "2015-18-midlernes krav om bestyrelse; " if plan.periode == "2015-18" else ""
    return f"{krav}{plan.skabelon} pkt. 2"


def delaftale_gennemgaaet(plan: Plan) -> list[Fund]:
    """Regel delaftale-gennemgaaet: bestyrelsen gennemgår hver delaftale mindst én gang om året.

    The duty to keep it current is the agreement's; the year is our own limit (domain.md 1.4, 1.5).
    """
    ud = []
    for et in plan.delaftaler:
        sidst = et.gennemgaaet or et.start or plan.start
        if plan.levedag - sidst <= GENNEMGANG:
            continue
        hvad = "gennemgået" if et.gennemgaaet else "gennemgået, siden den begyndte"
        siden = f"siden {datoer.dato(sidst)}" if et.gennemgaaet else datoer.dato(sidst)
        besked = f"Delaftale {et.nr} {et.navn} er ikke {hvad} {siden}."
        kilde = f"{plan.skabelon}, delaftale pkt. 11: holdes ajour (et år er systemets grænse)"
        sted = Sted("aftaler:delaftale_detalje", (et.nr,))
        ud.append(Fund("delaftale-gennemgaaet", Alvor.ADVARSEL, besked, kilde, sted, f"{et.nr}-{sidst}"))
    return ud


def aendring_afgjort(plan: Plan) -> list[Fund]:
    """Regel aendring-afgjort: en indsendt ændring bliver afgjort; til da gælder den gamle version."""
    return [
        Fund(
            "aendring-afgjort",
            Alvor.ADVARSEL,
            f"{et.dokument}: ændringen »{et.grund}« har ventet på {et.venter_paa} siden {datoer.dato(et.siden)}.",
            f"{plan.skabelon} pkt. 11",
            Sted("aftaler:aendring_detalje", (et.noegle,)),
            str(et.noegle),
        )
        for et in plan.aendringer
    ]


def vilkaar_opfyldt(plan: Plan) -> list[Fund]:
    """Regel vilkaar-opfyldt: et vilkår i en godkendelse er opfyldt senest på sin dag."""
    return [
        Fund(
            "vilkaar-opfyldt",
            Alvor.FEJL,
            f"Vilkåret »{et.tekst.rstrip('.')}« skulle være opfyldt {datoer.dato(et.dato)}.",
            "godkendelsens vilkår",
            Sted("aftaler:aendring_detalje", (et.aendring or 0,)),
            f"{et.noegle}-{et.dato}",
        )
        for et in plan.vilkaar
        if et.dato < plan.dag
    ]


def frist_overholdt(plan: Plan) -> list[Fund]:
    """Regel frist-overholdt: en frist er udført senest på sin dag, eller den er flyttet med en grund."""
    return [
        Fund(
            "frist-overholdt",
            Alvor.ADVARSEL,
            f"Fristen »{et.tekst}« var {datoer.dato(et.dato)}.",
            "planens frister",
            Sted("aftaler:frist_liste"),
            f"{et.noegle}-{et.dato}",
        )
        for et in plan.frister
        if et.dato < plan.dag
    ]


def milepael_naaet(plan: Plan) -> list[Fund]:
    """Regel milepael-naaet: en milepæl for hele planen er nået til tiden; de andre hører til deres aktivitet."""
    ud = []
    for et in plan.milepaele:
        if et.aktivitet or et.udfoert or et.frist >= plan.dag:
            continue
        grund = f" {et.grund.rstrip('.')}." if et.grund else ""
        besked = f"Milepælen »{et.navn}« skulle være nået {datoer.dato(et.frist)}.{grund}"
        kilde = f"{plan.skabelon}, bilag: milepælsplan"
        noegle = f"{et.navn[:80]}-{et.frist}"
        ud.append(Fund("milepael-naaet", Alvor.ADVARSEL, besked, kilde, milepaelens_sted(None), noegle))
    return ud


def aktivitet_er_i_gang(plan: Plan) -> list[Fund]:
    """Regel aktivitet-er-i-gang: en aktivitet, der er forsinket, på hold eller aldrig kom i gang, bliver nævnt."""
    ud = []
    for delaftale in plan.delaftaler:
        for et in delaftale.aktiviteter:
            status, hvorfor = _stand(et, plan.dag)
            if ord_ := STAAR_STILLE.get(status):
                besked = f"»{et.navn}« i delaftale {delaftale.nr} {ord_}. {hvorfor}".strip()
                sted = Sted("aftaler:aktivitet_detalje", (et.noegle,))
                kilde = f"{plan.skabelon}, bilag: milepælsplan"
                ud.append(Fund("aktivitet-er-i-gang", Alvor.ADVARSEL, besked, kilde, sted, f"{et.noegle}-{status}"))
    return ud


def _stand(aktivitet: Aktivitet, dag: date) -> tuple[Aktivitetsstatus, str]:
    """The status set by hand and its reason, else the computed one and why."""
    if aktivitet.status:
        return Aktivitetsstatus(aktivitet.status), aktivitet.status_grund
    beregnet = beregn_status(aktivitet.forloeb, dag)
    hvorfor = beregnet.saetning.partition(": ")[2]
    return beregnet.status, f"{hvorfor[:1].upper()}{hvorfor[1:]}"


def maalgruppe_findes(plan: Plan) -> list[Fund]:
    """Regel maalgruppe-findes: en aktivitet har en målgruppe, der stadig er der."""
    return [
        Fund(
            "maalgruppe-findes",
            Alvor.ADVARSEL,
            f"Målgruppen »{navn}« for »{et.navn}« faldt bort {datoer.dato(dag)}: {grund.rstrip('.')}.",
            f"{plan.skabelon}, aktivitetsskema (målgruppe)",
            Sted("aftaler:aktivitet_detalje", (et.noegle,)),
            f"{et.noegle}-{navn[:80]}",
        )
        for delaftale in plan.delaftaler
        for et in delaftale.aktiviteter
        for navn, dag, grund in et.bortfaldne
        if dag <= plan.dag
    ]
