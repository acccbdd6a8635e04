"""Do the figures add up? Local share, stated shares, lines against main figures, promises against the budget."""

from decimal import Decimal

from aftaler.reports.budgetord import andelssaetning, procent_mod_krav
from aftaler.reports.penge import Delaftaletal, Penge, lagt_sammen, proev_andele
from aftaler.rules.budget import IKKE_FORDELT, TVAERGAAENDE
from aftaler.rules.penge import holder_lokal_andel, mindste_lokale_beloeb, samlet
from kerne.talformat import andel as som_procent
from kerne.talformat import kroner
from overblik.rules.kontrol_aftale import BUDGET
from overblik.rules.plandata import Alvor, Fund, Plan, Sted

BUDGETTET = "aftalens budget"
NUL = Decimal(0)


def lokal_andel(plan: Plan) -> list[Fund]:
    """Hold the local share against the bevillingsperiode's own line (aftaler: medfinansiering-25)."""
    finansiering = plan.penge.finansiering
    andel, i_alt, lokal = finansiering.andel, finansiering.i_alt, finansiering.lokal
    if andel is None or i_alt is None or lokal is None or holder_lokal_andel(andel, plan.krav):
        return []
    besked = (
        f"Den lokale medfinansiering er {procent_mod_krav(andel, plan.krav)}: {kroner(lokal)} af {kroner(i_alt)} "
        f"Den skal være mindst {som_procent(plan.krav)}, altså {kroner(mindste_lokale_beloeb(i_alt, plan.krav))}"
    )
    kilde = f"vilkår for {plan.periode}-midlerne: mindst {som_procent(plan.krav)} lokal medfinansiering"
    return [Fund("medfinansiering-25", Alvor.FEJL, besked, kilde, BUDGET, f"{lokal}-{i_alt}")]


def oplyste_andele(plan: Plan) -> list[Fund]:
    """Hold each stated share against the figures (aftaler: oplyst-andel)."""
    ud = []
    for andel, proeve in proev_andele(plan.penge):
        if proeve.holder:
            continue
        alvor = Alvor.ADVARSEL if proeve.holder is None else Alvor.FEJL
        noegle = f"{andel.noegle}-{proeve.beloeb}-{plan.penge.finansiering.i_alt}"
        sted = Sted("aftaler:budget", (), "andele")
        ud.append(Fund("oplyst-andel", alvor, andelssaetning(andel, proeve), andel.hvor, sted, noegle))
    return ud


def poster_giver_hovedtal(plan: Plan) -> list[Fund]:
    """Regel poster-giver-hovedtal: delaftaler, tværgående og ikke fordelt giver tilsammen aftalens samlede budget."""
    penge, hovedtal = plan.penge, samlet(*plan.penge.hovedtal)
    if hovedtal is None:
        return []
    if not penge.linjer:
        return _kun_hovedtal(penge, hovedtal)
    i_alt = lagt_sammen(penge.poster)
    if i_alt == hovedtal:
        return []
    mangler = hovedtal - i_alt
    forskel = f"Der mangler {kroner(mangler)}" if mangler > 0 else f"Det er {kroner(-mangler)} for meget."
    besked = (
        f"Budgettet giver {kroner(i_alt)} ({_fordeling(penge)}), men aftalens hovedtal er {kroner(hovedtal)} {forskel}"
    )
    return [Fund("poster-giver-hovedtal", Alvor.FEJL, besked, BUDGETTET, BUDGET, f"{i_alt}-{hovedtal}")]


def _kun_hovedtal(penge: Penge, hovedtal: Decimal) -> list[Fund]:
    """No lines at all: the delaftaler's main figures against the agreement's."""
    kendte = [i_alt for et in penge.delaftaler if (i_alt := samlet(*et.hovedtal)) is not None]
    if len(kendte) < max(1, len(penge.delaftaler)) or sum(kendte) == hovedtal:
        return []
    mangler = hovedtal - sum(kendte, NUL)
    hale = (
        f"Resten, {kroner(mangler)}, er ikke skrevet ind som tværgående post."
        if mangler > 0
        else f"Det er {kroner(-mangler)} for meget."
    )
    besked = f"Delaftalerne giver {kroner(sum(kendte, NUL))} af {kroner(hovedtal)} {hale}"
    alvor = Alvor.ADVARSEL if mangler > 0 else Alvor.FEJL
    return [Fund("poster-giver-hovedtal", alvor, besked, BUDGETTET, BUDGET, f"{sum(kendte, NUL)}-{hovedtal}")]


def _fordeling(penge: Penge) -> str:
    """ "15.497.000 kr. i delaftaler, 2.148.000 kr. tværgående"."""
    faste = {TVAERGAAENDE: "tværgående", IKKE_FORDELT: "ikke fordelt"}
    led = [f"{kroner(_i_delaftaler(penge))} i delaftaler"]
    led += [f"{kroner(penge.sum_i(sted))} {navn}" for sted, navn in faste.items() if penge.sum_i(sted)]
    return ", ".join(led)


def _i_delaftaler(penge: Penge) -> Decimal:
    return lagt_sammen([et for et in penge.poster if et.sted not in (TVAERGAAENDE, IKKE_FORDELT)])


def rest_er_forklaret(plan: Plan) -> list[Fund]:
    """Regel rest-er-forklaret: det, der ikke hører til en delaftale, siger, hvad det går til."""
    penge = plan.penge
    i_alt, i_delaftaler = lagt_sammen(penge.poster), _i_delaftaler(penge)
    ud = []
    for sted, ord_ in ((TVAERGAAENDE, "tværgående"), (IKKE_FORDELT, "ikke fordelt på delaftaler")):
        egne = [et for et in penge.poster if et.sted == sted]
        uden = [et for et in egne if et.type is None] if sted == TVAERGAAENDE else egne
        if not uden:
            continue
        hvad = f"{ord_} og ikke delt op på omkostningstyper" if sted == TVAERGAAENDE else ord_
        beloeb = lagt_sammen(uden)
        hvor_meget = "Resten, {}, er" if beloeb == i_alt - i_delaftaler else "Af resten er {}"
        besked = (
            f"Delaftalerne giver {kroner(i_delaftaler)} af {kroner(i_alt)} {hvor_meget.format(kroner(beloeb))} {hvad}."
        )
        noegle = f"{sted}-{beloeb}-{i_alt}"
        ud.append(
            Fund("rest-er-forklaret", Alvor.ADVARSEL, besked, BUDGETTET, Sted("aftaler:budgetpost_liste"), noegle)
        )
    return ud


def delaftalens_tal(plan: Plan) -> list[Fund]:
    """Regel delaftalens-tal: en delaftales hovedtal er det samme som dens budgetposter."""
    return [fund for et in plan.penge.delaftaler for fund in _delaftalens_tal(plan, et)]


def _delaftalens_tal(plan: Plan, tal: Delaftaletal) -> list[Fund]:
    hovedtal = samlet(*tal.hovedtal)
    if hovedtal is None or tal.poster is None:
        return []
    egne = [et for et in plan.penge.poster if et.sted == tal.sted]
    par = [("i alt", hovedtal, tal.poster)]
    if all(et.giver for et in egne):
        lokalt = lagt_sammen([et for et in egne if et.giver and et.giver.er_lokal])
        par += [
            ("fra Landsbyggefonden", tal.hovedtal[0] or NUL, tal.poster - lokalt),
            ("lokalt", tal.hovedtal[1] or NUL, lokalt),
        ]
    kilde = f"{plan.skabelon}, delaftale pkt. 9"
    sted = Sted("aftaler:delaftale_detalje", (tal.nr,), "blok-oekonomi")
    for navn, siger, poster in par:
        if siger != poster:
            besked = f"Delaftale {tal.nr} siger {kroner(siger)} {navn}, men dens budgetposter giver {kroner(poster)}"
            return [Fund("delaftalens-tal", Alvor.FEJL, besked, kilde, sted, f"{tal.nr}-{siger}-{poster}")]
    return []


def tilsagn_giver_finansieringen(plan: Plan) -> list[Fund]:
    """Regel tilsagn-giver-finansieringen: det, giverne har lovet, er det, budgettet regner med."""
    penge = plan.penge
    ud = []
    for navn, er_lokal, ventet in (
        ("De lokale parter", True, penge.finansiering.lokal),
        ("Landsbyggefonden", False, penge.finansiering.landsbyggefonden),
    ):
        lovet = [et for et in penge.gaeldende if et.giver.er_lokal is er_lokal]
        if not ventet or (not lovet and not er_lokal):  # the fund's grant need not be written down as a promise
            continue
        if not lovet:
            besked = f"Budgettet regner med {kroner(ventet)} i lokal medfinansiering, men ingen tilsagn er skrevet ind."
            ud.append(_om_tilsagn(Alvor.ADVARSEL, besked, f"ingen-{ventet}"))
        elif (sum_ := lagt_sammen(lovet)) != ventet:
            besked = f"{navn} har lovet {kroner(sum_)}, men budgettet regner med {kroner(ventet)}"
            ud.append(_om_tilsagn(Alvor.FEJL, besked, f"{er_lokal}-{sum_}-{ventet}"))
    return ud


def _om_tilsagn(alvor: Alvor, besked: str, noegle: str) -> Fund:
    sted = Sted("aftaler:budget", (), "tilsagn")
    return Fund("tilsagn-giver-finansieringen", alvor, besked, BUDGETTET, sted, noegle)
