"""Is the agreement whole? Sections, annexes, delaftaler, activities, and dates within the plan."""

from aftaler.rules.penge import regnskabsaar
from kerne import datoer
from overblik.rules.plandata import Alvor, Fund, Plan, Sted

BUDGET = Sted("aftaler:budget")


def afsnit_udfyldt(plan: Plan) -> list[Fund]:
    """Regel afsnit-udfyldt: hvert påkrævet afsnit i aftalen og i delaftalerne har det indhold, skabelonen beder om."""
    ud = []
    for et in plan.afsnit:
        if not et.mangler:
            continue
        mangler = et.mangler[:1].lower() + et.mangler[1:]
        anker = f"blok-{et.kode}"
        if et.delaftale:
            sted, hvor = Sted("aftaler:delaftale_detalje", (et.delaftale,), anker), f"Delaftale {et.delaftale}, afsnit"
            kilde = f"{plan.skabelon}, delaftale pkt. {et.nr}"
        else:
            sted, hvor = Sted("aftaler:aftale", (), anker), "Den strategiske aftale, afsnit"
            kilde = f"{plan.skabelon} pkt. {et.nr.split('.')[0]}"
        besked = f"{hvor} {et.nr} »{et.overskrift}«: {mangler}"
        ud.append(Fund("afsnit-udfyldt", Alvor.FEJL, besked, kilde, sted, f"{et.delaftale or 'strategisk'}-{et.kode}"))
    return ud


def bilag_paa_plads(plan: Plan) -> list[Fund]:
    """Regel bilag-paa-plads: aftalen har de bilag, skabelonen nævner; om et bilag, vi ikke kan se, siges intet."""
    ud = []
    for et in plan.bilag:
        if et.findes:
            continue
        kilde = f"{plan.skabelon}, bilag"
        # The agreements of 2015-18 cite § 6 for it (domain.md 1.5); for other periods the paragraph was not found.
        if et.kode == "beredskabsplan" and plan.periode == "2015-18":
            kilde = f"regulativ 2015-18 § 6; {kilde}"
        ud.append(
            Fund(
                "bilag-paa-plads", Alvor.FEJL, f"Bilaget »{et.navn}« mangler.", kilde, _bilagets_sted(et.kode), et.kode
            )
        )
    return ud


def _bilagets_sted(kode: str) -> Sted:
    if kode == "budget":
        return BUDGET
    if kode == "milepaelsplan":
        return milepaelens_sted(None)
    return Sted("aftaler:delaftale_liste") if kode in {"delaftaler", "aktivitetsskema"} else Sted("aftaler:bilag_liste")


def omraade_har_delaftale(plan: Plan) -> list[Fund]:
    """Regel omraade-har-delaftale: hvert valgt indsatsområde har en delaftale."""
    return [
        Fund(
            "omraade-har-delaftale",
            Alvor.FEJL,
            f"Indsatsområde {et.nr} {et.navn} har ingen delaftale.",
            f"{plan.skabelon}, bilag",
            Sted("aftaler:delaftale_liste"),
            et.nr,
        )
        for et in plan.omraader
        if et.delaftale is None
    ]


def delaftale_har_aktiviteter(plan: Plan) -> list[Fund]:
    """Regel delaftale-har-aktiviteter: en delaftale nævner de aktiviteter, der skal indfri den."""
    return [
        Fund(
            "delaftale-har-aktiviteter",
            Alvor.FEJL,
            f"Delaftale {et.nr} {et.navn} har ingen aktiviteter.",
            f"{plan.skabelon}, delaftale pkt. 6 og 13",
            Sted("aftaler:delaftale_detalje", (et.nr,)),
            et.nr,
        )
        for et in plan.delaftaler
        if not et.aktiviteter
    ]


def aktivitetsskema_udfyldt(plan: Plan) -> list[Fund]:
    """Regel aktivitetsskema-udfyldt: hvert felt i aktivitetsskemaet er udfyldt."""
    ud = []
    for delaftale in plan.delaftaler:
        for et in delaftale.aktiviteter:
            if et.tomme:
                felter = " og ".join(filter(None, (", ".join(et.tomme[:-1]), et.tomme[-1])))
                besked = f"Skemaet for »{et.navn}« i delaftale {delaftale.nr} mangler {felter}."
                ud.append(
                    _om_aktivitet("aktivitetsskema-udfyldt", besked, f"{plan.skabelon}, aktivitetsskema", et.noegle)
                )
    return ud


def aktivitet_har_ansvarlig(plan: Plan) -> list[Fund]:
    """Regel aktivitet-har-ansvarlig: en aktivitet har en person, der er ansvarlig for den."""
    kilde = f"{plan.skabelon}, aktivitetsskema (ansvars- og rollefordeling)"
    return [
        _om_aktivitet(
            "aktivitet-har-ansvarlig",
            f"Ingen person står som ansvarlig for »{et.navn}« i delaftale {delaftale.nr}.",
            kilde,
            et.noegle,
        )
        for delaftale in plan.delaftaler
        for et in delaftale.aktiviteter
        if not et.har_ansvarlig
    ]


def datoer_i_perioden(plan: Plan) -> list[Fund]:
    """Regel datoer-i-perioden: delaftaler, aktiviteter, milepæle og budget ligger inden for planens periode."""
    ud = []
    for delaftale in plan.delaftaler:
        sted = Sted("aftaler:delaftale_detalje", (delaftale.nr,), "blok-periode")
        for dato in (delaftale.start, delaftale.slut):
            if dato and not plan.start <= dato <= plan.slut:
                besked = f"Delaftale {delaftale.nr} har datoen {datoer.dato(dato)}. {_planens_periode(plan)}"
                ud.append(_uden_for(besked, sted, f"delaftale-{delaftale.nr}-{dato}", Alvor.FEJL))
        for aktivitet in delaftale.aktiviteter:
            for dato in (aktivitet.forloeb.start, aktivitet.forloeb.slut):
                if dato and not plan.start <= dato <= plan.slut:
                    besked = f"»{aktivitet.navn}« har datoen {datoer.dato(dato)}. {_planens_periode(plan)}"
                    sted = Sted("aftaler:aktivitet_detalje", (aktivitet.noegle,))
                    ud.append(_uden_for(besked, sted, f"aktivitet-{aktivitet.noegle}-{dato}"))
    for et in plan.milepaele:
        if not plan.start <= et.frist <= plan.slut:
            besked = f"Milepælen »{et.navn}« har fristen {datoer.dato(et.frist)}. {_planens_periode(plan)}"
            ud.append(_uden_for(besked, milepaelens_sted(et.aktivitet), f"milepael-{et.navn[:60]}-{et.frist}"))
    aar = regnskabsaar(plan.start, plan.slut)
    for fremmed in sorted({et.post.aar for et in plan.penge.linjer if et.post.aar and et.post.aar not in aar}):
        besked = f"Der er budgetposter i {fremmed}, men planen har regnskabsårene {aar[0]}–{aar[-1]}."
        ud.append(_uden_for(besked, Sted("aftaler:budgetpost_liste"), f"budget-{fremmed}", Alvor.FEJL))
    return ud


def milepaelens_sted(aktivitet: int | None) -> Sted:
    return Sted("aftaler:aktivitet_detalje", (aktivitet,)) if aktivitet else Sted("aftaler:milepaelsplan")


def _planens_periode(plan: Plan) -> str:
    return f"Planen løber {datoer.periode(plan.start, plan.slut)}."


def _uden_for(besked: str, sted: Sted, noegle: str, alvor: Alvor = Alvor.ADVARSEL) -> Fund:
    return Fund("datoer-i-perioden", alvor, besked, "aftalens periode (gælder fra – til)", sted, noegle)


def _om_aktivitet(regel: str, besked: str, kilde: str, noegle: int) -> Fund:
    return Fund(regel, Alvor.ADVARSEL, besked, kilde, Sted("aftaler:aktivitet_detalje", (noegle,)), str(noegle))
