"""The strategic agreement's rows as a version has them: facts, parties, texts, areas, bodies, money, annexes."""

from typing import Any

from django.utils import timezone

from aftaler.models import (
    Afsnit,
    Boligafdeling,
    Boligomraade,
    Budgetpost,
    Dokumentbilag,
    Indsatsomraade,
    Milepael,
    Organ,
    Plads,
    Succeskriterium,
)
from aftaler.models.budget import Placering
from aftaler.models.organ import Akse
from aftaler.services.genskab.delaftale import (
    aabn_ved_flytning,
    andelsfelter,
    milepaelsfelter,
    postfelter,
    slet_hvis_ny,
)
from aftaler.services.genskab.spejl import KanIkkeGenskabes, Skriver, dag, hovedtal, kriteriefelter, tal
from aftaler.services.omraader import fravaelg_indsatsomraade, hvorfor_ikke_fravaelge


def skriv_strategisk(skriver: Skriver, indhold: dict[str, Any]) -> None:
    plan = skriver.plan
    _planen(skriver, indhold)
    _parter(skriver, indhold["parter"])
    skriver.ret(plan.samarbejdsaftale, **hovedtal(indhold))
    _afsnit(skriver, indhold["afsnit"])
    _omraader(skriver, indhold["indsatsomraader"])
    _organer(skriver, indhold["organer"])
    andele = {et["noegle"]: {**andelsfelter(skriver, et), "delaftale": None} for et in indhold["medarbejderandele"]}
    skriver.spejl(plan.medarbejderandele.exclude(akse=Akse.DELAFTALE), andele)
    milepaele = {et["noegle"]: {**milepaelsfelter(skriver, et), "aktivitet": None} for et in indhold["milepaele"]}
    skriver.spejl(Milepael.objects.filter(helhedsplan=plan, aktivitet=None), milepaele, entydig="navn")
    _penge(skriver, indhold)
    _bilag(skriver, indhold["bilagstekster"])


def _planen(skriver: Skriver, indhold: dict[str, Any]) -> None:
    plan, frosset = skriver.plan, indhold["plan"]
    tekster = {navn: frosset[navn] for navn in ("navn", "omraade", "kommune", "lbf_sagsnr")}
    skriver.ret(plan, **tekster, start_dato=dag(frosset["start"]), slut_dato=dag(frosset["slut"]))
    plan.boligomraader.set(Boligomraade.objects.filter(pk__in=[et["noegle"] for et in frosset["boligomraader"]]))
    plan.boligafdelinger.set(Boligafdeling.objects.filter(pk__in=[et["noegle"] for et in frosset["boligafdelinger"]]))


def _parter(skriver: Skriver, frosne: list[dict[str, Any]]) -> None:
    raekker = {et.pk: et for et in skriver.plan.aftaleparter.select_related("organisation")}
    oensket = {}
    for nr, et in enumerate(frosne, 1):
        kendt = raekker.get(et["noegle"])
        samme = kendt is not None and kendt.organisation.navn == et["navn"]
        oensket[et["noegle"]] = {
            "helhedsplan": skriver.plan,
            "organisation": kendt.organisation if samme else skriver.organisation(et["navn"]),
            "raekkefoelge": nr,
            "underskriver": skriver.person(et["underskriver"]),
        }
    skriver.spejl(skriver.plan.aftaleparter.all(), oensket)


def _afsnit(skriver: Skriver, frosne: list[dict[str, Any]]) -> None:
    aftale = skriver.plan.samarbejdsaftale
    tekster = {et["kode"]: et["tekst"] for et in frosne}
    raekker = {et.skabelonafsnit_id: et for et in aftale.afsnit.all()}
    for skabelonafsnit in skriver.plan.skabelon.afsnit.all():
        tekst, raekke = tekster.get(skabelonafsnit.kode, ""), raekker.get(skabelonafsnit.pk)
        if raekke:
            skriver.ret(raekke, tekst=tekst)
        elif tekst:
            Afsnit.objects.create(samarbejdsaftale=aftale, skabelonafsnit=skabelonafsnit, tekst=tekst)


def _omraader(skriver: Skriver, frosne: list[dict[str, Any]]) -> None:
    """The areas' criteria go before an area that was chosen since."""
    plan = skriver.plan
    kriterier = {
        et["noegle"]: {
            **kriteriefelter(et),
            "helhedsplan": plan,
            "indsatsomraade_id": omraade["noegle"],
            "aktivitet": None,
        }
        for omraade in frosne
        for et in omraade["succeskriterier"]
    }
    aabn_ved_flytning(skriver, Succeskriterium.objects.filter(pk__in=kriterier, aktivitet__isnull=False))
    egne = Succeskriterium.objects.filter(helhedsplan=plan, aktivitet=None)
    for raekke in egne.exclude(pk__in=kriterier):
        slet_hvis_ny(skriver, raekke)
    tekster = {et["noegle"]: {navn: et[navn] for navn in ("problemkompleks", "formaal_og_maal")} for et in frosne}
    if len(tekster) > Indsatsomraade.objects.filter(helhedsplan=plan, pk__in=tekster).count():
        raise KanIkkeGenskabes("Et indsatsområde i versionen er slettet.")

    def fravaelg(omraade: Indsatsomraade) -> None:
        if grund := hvorfor_ikke_fravaelge(omraade):
            raise KanIkkeGenskabes(grund)
        fravaelg_indsatsomraade(omraade, af=skriver.af)

    skriver.spejl(Indsatsomraade.objects.filter(helhedsplan=plan), tekster, fjern=fravaelg)
    skriver.spejl(egne, kriterier, entydig="tekst")


def _organer(skriver: Skriver, frosne: list[dict[str, Any]]) -> None:
    plan = skriver.plan
    noegler = [et["noegle"] for et in frosne]
    felter = ("art", "navn", "opgaver", "moeder_mindst", "moeder_hoejst", "sekretariat", "godkender_aktiviteter")
    oensket = {et["noegle"]: {**{navn: et[navn] for navn in felter}, "helhedsplan": plan} for et in frosne}
    for organ in Organ.objects.i_aftalen().filter(helhedsplan=plan).exclude(over=None):  # nothing hangs on what goes
        if organ.pk not in noegler or organ.over_id not in noegler:
            skriver.ret(organ, over=None)
    pladser = {
        et["noegle"]: {
            "organ_id": organ["noegle"],
            "betegnelse": et["betegnelse"],
            "organisation": skriver.organisation(et["organisation"]),
            "raekkefoelge": nr,
            "nedlagt_dato": None,
        }
        for organ in frosne
        for nr, et in enumerate(organ["pladser"], 1)
    }
    i_brug = Plads.objects.i_brug().filter(organ__in=Organ.objects.i_aftalen().filter(helhedsplan=plan))
    for plads in i_brug.exclude(pk__in=pladser):
        _nedlaeg(skriver, plads)
    raekker = skriver.spejl(Organ.objects.i_aftalen().filter(helhedsplan=plan), oensket, entydig="navn")
    for et in frosne:
        skriver.ret(raekker[et["noegle"]], over=raekker.get(et["over"]))
    skriver.spejl(i_brug, pladser)


def _nedlaeg(skriver: Skriver, plads: Plads) -> None:
    """A seat that somebody has had is given up, not deleted."""
    if plads.medlemmer.exists():
        skriver.ret(plads, nedlagt_dato=timezone.localdate())
    else:
        skriver.slet(plads)


def _penge(skriver: Skriver, indhold: dict[str, Any]) -> None:
    """Lines, promises and shares that are new go before the givers that they name; they return after them."""
    plan, frosset = skriver.plan, indhold["finansieringsplan"]
    poster, tilsagn, andele = (
        [et["noegle"] for et in raekker]
        for raekker in (indhold["budgetposter"], frosset["tilsagn"], frosset["oplyste_andele"])
    )
    egne_poster = plan.budgetposter.exclude(placering=Placering.DELAFTALE)
    for raekke in (
        *egne_poster.exclude(pk__in=poster),
        *plan.tilsagn.exclude(pk__in=tilsagn).order_by("-pk"),
        *plan.oplyste_andele.exclude(pk__in=andele),
    ):
        skriver.slet(raekke)
    kilder = {et["noegle"]: {"navn": et["navn"], "art": et["art"], "helhedsplan": plan} for et in frosset["kilder"]}
    skriver.spejl(plan.finansieringskilder.all(), kilder, entydig="navn")
    skriver.spejl(plan.tilsagn.all(), {et["noegle"]: _tilsagn(skriver, et) for et in frosset["tilsagn"]})
    oplyst = {
        et["noegle"]: {"helhedsplan": plan, "procent": tal(et["procent"]), "hvor": et["hvor"]}
        for et in frosset["oplyste_andele"]
    }
    raekker = skriver.spejl(plan.oplyste_andele.all(), oplyst)
    for et in frosset["oplyste_andele"]:
        raekker[et["noegle"]].kilder.set([skriver.kilde(navn) for navn in et["kilder"]])
    aabn_ved_flytning(skriver, Budgetpost.objects.filter(pk__in=poster, placering=Placering.DELAFTALE))
    skriver.spejl(egne_poster, {et["noegle"]: postfelter(skriver, et) for et in indhold["budgetposter"]})


def _tilsagn(skriver: Skriver, frosset: dict[str, Any]) -> dict[str, Any]:
    return {
        "helhedsplan": skriver.plan,
        "kilde": skriver.kilde(frosset["kilde"]),
        "art": frosset["art"],
        "aar": frosset["aar"],
        "beloeb": tal(frosset["beloeb"]),
        "timer": tal(frosset["timer"]),
        "sats": tal(frosset["sats"]),
        "betingelse": frosset["betingelse"],
        "erstatter_id": frosset["erstatter"],
        "erstattet_dato": dag(frosset["erstattet"]),
        "erstattet_grund": frosset["erstattet_grund"],
    }


def _bilag(skriver: Skriver, tekster: dict[str, str]) -> None:
    raekker = {et.art: et for et in skriver.plan.dokumentbilag.all()}
    for art, raekke in raekker.items():
        if art in tekster:
            skriver.ret(raekke, tekst=tekster[art])
        else:
            raekke.delete()
    for art in tekster.keys() - raekker.keys():
        Dokumentbilag.objects.create(helhedsplan=skriver.plan, art=art, tekst=tekster[art])
