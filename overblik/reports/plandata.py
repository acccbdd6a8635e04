"""The rows of a plan → the plain facts that the rule check judges. A fixed number of queries for any plan."""

from datetime import date
from typing import Any

from django.db.models import Max, Prefetch
from django.utils import timezone

from aftaler.models import Aktivitet, Delaftale, Helhedsplan, Organmedlem, Skabelonafsnit, Version
from aftaler.models.aendring import Godkendelsestrin, Trinslags, Vilkaar
from aftaler.models.bilag import Bilagsart
from aftaler.models.frist import Fristart
from aftaler.models.organ import Organart
from aftaler.models.skabelon import Indhold, Papir
from aftaler.reports import strategiske_blokke
from aftaler.reports.penge import penge
from aftaler.rules.aktiviteter import Forloeb, Gruppe, Trin
from aftaler.rules.organer import Post, Stol
from aftaler.snapshot import strategisk
from aftaler.snapshot.penge import delaftaler
from aftaler.statuses import Aendringsstatus, Trinudfald
from overblik.rules import plandata as fakta

FELTER = {
    "indhold": "indhold",
    "formaal_og_maal": "formål og mål",
    "maalgrupper": "målgruppe",
    "ansvar_og_roller": "ansvars- og rollefordeling",
}


def plandata(plan: Helhedsplan, *, dato: date) -> fakta.Plan:
    """The draft as it stands, judged on `dato`."""
    raekker = _delaftaler(plan)
    aftalen = strategisk(plan)
    gennemgaaet = _gennemgaaet(plan, dato)
    aftaler = {et.indsatsomraade_id: _delaftale(et, gennemgaaet.get(et.pk)) for et in raekker}
    omraader = tuple(
        fakta.Omraade(et["nr"], et["navn"], aftaler.get(et["noegle"])) for et in aftalen["indsatsomraader"]
    )
    milepaele = list(plan.milepaele.all())
    budgettet = penge(aftalen, delaftaler(raekker))
    return fakta.Plan(
        start=plan.start_dato,
        slut=plan.slut_dato,
        dag=dato,
        generation=plan.skabelon.generation,
        periode=plan.bevillingsperiode.navn,
        periode_fra=plan.bevillingsperiode.fra_aar,
        krav=plan.bevillingsperiode.mindste_medfinansiering,
        penge=budgettet,
        afsnit=(*_strategiske_afsnit(plan, aftalen), *_delaftalernes_afsnit(plan, raekker)),
        bilag=_bilag(plan, aftalen, raekker, har_milepaele=bool(milepaele), har_poster=bool(budgettet.linjer)),
        omraader=omraader,
        kriterier=_kriterier(plan),
        milepaele=tuple(
            fakta.Milepael(et.navn, et.frist_dato, et.udfoert_dato, et.forsinkelse_grund, et.aktivitet_id)
            for et in milepaele
        ),
        bestyrelse=_bestyrelse(plan),
        aendringer=_aendringer(plan),
        vilkaar=_vilkaar(plan),
        frister=tuple(
            fakta.Forfald(et.pk, et.navn, et.dato)
            for et in plan.frister.filter(udfoert_dato=None).exclude(art=Fristart.GENNEMGANG)
        ),
    )


def _delaftaler(plan: Helhedsplan) -> list[Delaftale]:
    aftaler = Delaftale.objects.filter(indsatsomraade__helhedsplan=plan).i_raekkefoelge()
    return list(
        aftaler.select_related("indsatsomraade__omraadetype").prefetch_related(
            "aktiviteter__succeskriterier",
            "aktiviteter__virkninger",
            "aktiviteter__milepaele",
            "aktiviteter__maalgruppeposter",
        )
    )


def _delaftale(raekke: Delaftale, gennemgaaet: date | None) -> fakta.Delaftale:
    type_ = raekke.indsatsomraade.omraadetype
    aktiviteter = tuple(_aktivitet(et) for et in raekke.aktiviteter.all())
    return fakta.Delaftale(type_.nr, type_.navn, raekke.start_dato, raekke.slut_dato, aktiviteter, gennemgaaet)


def _aktivitet(raekke: Aktivitet) -> fakta.Aktivitet:
    grupper = list(raekke.maalgruppeposter.all())
    tomme = [navn for felt, navn in FELTER.items() if not getattr(raekke, felt)]
    har_kriterier = raekke.succeskriterier.all() or raekke.virkninger.all()  # its own, or the area's that it serves
    return fakta.Aktivitet(
        noegle=raekke.pk,
        navn=raekke.navn,
        tomme=(*tomme, *(() if har_kriterier else ("succeskriterier",))),
        har_ansvarlig=raekke.ansvarlig_id is not None,
        forloeb=Forloeb(
            raekke.start_dato,
            raekke.slut_dato,
            tuple(Trin(et.navn, et.frist_dato, et.udfoert_dato) for et in raekke.milepaele.all()),
            tuple(Gruppe(et.navn, et.art, et.bortfaldet_dato) for et in grupper),
        ),
        status=raekke.status_sat,
        status_grund=raekke.status_grund,
        bortfaldne=tuple((et.navn, et.bortfaldet_dato, et.bortfaldet_grund) for et in grupper if et.bortfaldet_dato),
    )


def _gennemgaaet(plan: Helhedsplan, dag: date) -> dict[int, date]:
    """Delaftale → the latest day on which the board approved it, a version began, or a yearly review was done."""
    versioner = Version.objects.filter(helhedsplan=plan, delaftale__isnull=False, gaelder_fra__lte=dag)
    senest = dict(versioner.order_by().values_list("delaftale").annotate(senest=Max("gaelder_fra")))
    gjort = plan.frister.filter(art=Fristart.GENNEMGANG, udfoert_dato__lte=dag, delaftale__isnull=False)
    for noegle, dato in gjort.order_by().values_list("delaftale").annotate(senest=Max("udfoert_dato")):
        senest[noegle] = max(dato, senest.get(noegle, dato))
    return senest


def _strategiske_afsnit(plan: Helhedsplan, aftalen: dict[str, Any]) -> list[fakta.Afsnit]:
    """As the agreement's own page judges them; the areas stand one by one instead of together."""
    ud = []
    for blok in strategiske_blokke(aftalen):
        ud += [fakta.Afsnit(et.nr, et.overskrift, et.mangler, et.kode) for et in blok.dele or (blok,)]
    paakraevede = {str(et.nr) for et in plan.skabelon.afsnit.all() if et.paakraevet}
    return [et for et in ud if et.nr.split(".")[0] in paakraevede]


def _delaftalernes_afsnit(plan: Helhedsplan, raekker: list[Delaftale]) -> list[fakta.Afsnit]:
    afsnittene = Skabelonafsnit.objects.filter(
        skabelon__generation=plan.skabelon.generation, skabelon__papir=Papir.DELAFTALE, paakraevet=True
    )
    paakraevede = list(afsnittene.order_by("nr"))
    return [
        fakta.Afsnit(
            str(afsnit.nr),
            afsnit.overskrift,
            _mangler_i_delaftale(afsnit, raekke),
            afsnit.kode,
            raekke.indsatsomraade.omraadetype.nr,
        )
        for raekke in raekker
        for afsnit in paakraevede
    ]


def _mangler_i_delaftale(afsnit: Skabelonafsnit, raekke: Delaftale) -> str:
    """The sentence that a section lacks; activities, criteria and parties are judged by rules of their own."""
    if afsnit.indhold == Indhold.TEKST and not getattr(raekke, afsnit.kode, ""):
        return "Teksten mangler."
    if afsnit.indhold == Indhold.OEKONOMI and None in (raekke.landsbyggefonden, raekke.lokal_medfinansiering):
        return "Et beløb er ikke oplyst."
    if afsnit.indhold == Indhold.PERIODE and not (raekke.start_dato and raekke.slut_dato):
        return "Datoerne mangler."
    return ""


def _bilag(
    plan: Helhedsplan, aftalen: dict[str, Any], raekker: list[Delaftale], *, har_milepaele: bool, har_poster: bool
) -> tuple[fakta.Bilag, ...]:
    """The template's annexes that the plan can hold; of the others we can say nothing."""
    tekster = {art for art, tekst in aftalen["bilagstekster"].items() if tekst}
    findes = {
        "organisationsdiagram": bool(aftalen["organer"]),
        "delaftaler": bool(raekker),
        "beredskabsplan": Bilagsart.BEREDSKABSPLAN in tekster,
        "kommissorium": Bilagsart.KOMMISSORIUM in tekster,
        "milepaelsplan": har_milepaele,
        "budget": har_poster,
        "aktivitetsskema": any(et.aktiviteter.all() for et in raekker),
    }
    return tuple(
        fakta.Bilag(et.kode, et.navn, findes[et.kode]) for et in plan.skabelon.bilag.all() if et.kode in findes
    )


def _kriterier(plan: Helhedsplan) -> tuple[fakta.Kriterium, ...]:
    raekker = plan.succeskriterier.select_related("indsatsomraade__omraadetype").order_by("nr", "pk")
    return tuple(
        fakta.Kriterium(et.nr, et.navn, et.tekst, et.indsatsomraade.omraadetype.nr, et.datakilde, et.laesning)
        for et in raekker
    )


def _bestyrelse(plan: Helhedsplan) -> tuple[Stol, ...] | None:
    organ = plan.organer.filter(art=Organart.BESTYRELSE).order_by("pk").first()
    if organ is None:
        return None
    pladser = (
        organ.pladser.i_brug()
        .select_related("organisation")
        .prefetch_related(Prefetch("medlemmer", Organmedlem.objects.select_related("person")))
    )
    return tuple(
        Stol(
            et.betegnelse,
            et.organisation.art if et.organisation else "",
            tuple(Post(m.person.navn, m.rolle, m.fra_dato, m.til_dato) for m in et.medlemmer.all()),
        )
        for et in pladser.order_by("raekkefoelge", "pk")
    )


def _aendringer(plan: Helhedsplan) -> tuple[fakta.Aendring, ...]:
    aabne = plan.aendringer.filter(status=Aendringsstatus.INDSENDT).defer("forslag").prefetch_related("trin")
    return tuple(
        fakta.Aendring(
            str(et.delaftale) if et.delaftale else "Den strategiske aftale",
            et.grund,
            timezone.localdate(et.indsendt_tidspunkt),
            _venter_paa(list(et.trin.all())),
            et.pk,
        )
        for et in aabne.select_related("delaftale__indsatsomraade__omraadetype").order_by("indsendt_tidspunkt", "pk")
    )


def _venter_paa(trin: list[Godkendelsestrin]) -> str:
    """The first body on the route that has not answered; an orientering never blocks."""
    venter: list[Any] = [et for et in trin if et.udfald == Trinudfald.AFVENTER and et.slags != Trinslags.ORIENTERING]
    return venter[0].navn if venter else "en afgørelse"


def _vilkaar(plan: Helhedsplan) -> tuple[fakta.Forfald, ...]:
    raekker = Vilkaar.objects.filter(trin__aendring__helhedsplan=plan, opfyldt_dato=None).order_by("frist_dato", "pk")
    return tuple(
        fakta.Forfald(et.pk, et.tekst, et.frist_dato, et.trin.aendring_id) for et in raekker.select_related("trin")
    )
