"""The auditor's bilag: what was measured, approved, treated and decided in a regnskabsår, and the gaps in it.

One paper for every reader: only held meetings and their open items, only figures that count or did count.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from aftaler.models import Helhedsplan
from aftaler.models.organ import Organart
from aftaler.rules.penge import regnskabsaar
from kerne import datoer
from maalinger.models import Maaling, Periodelaas, Tilsidesaettelse
from maalinger.reports import detaljer, kriterier, linjer, opfoelgning, optaelling
from maalinger.reports.detaljer import Kriterieside
from maalinger.reports.forloeb import figur
from maalinger.reports.kriterier import Kriterium
from maalinger.reports.opfoelgning import INGEN, Opfoelgning, Sat
from maalinger.reports.optaelling import Optalt
from maalinger.rules.godkendelse import er_egen
from maalinger.statuses import OFFENTLIGE, Maalingstilstand, Status
from oekonomi.models import Regnskabsaar
from oekonomi.rules.regnskab import regnskabsfrist
from overblik.reports import revisionsmoeder
from overblik.reports.revisionsmoeder import Behandlinger
from overblik.rules import revision as fakta
from overblik.rules import revisionshuller as hulregler
from overblik.rules import revisionstal as talregler
from overblik.rules.revision import Tidsrum
from overblik.rules.revisionshuller import Hul


@dataclass(frozen=True)
class Revisionsbilag:
    """Everything the bilag says. `optalt` is the summary, `huller` the gaps, the plan's own first."""

    plan: str
    tid: Tidsrum
    start: date
    slut: date
    overskrift: str
    optalt: tuple[talregler.Optalt, ...]
    planen: fakta.Planen
    kriterier: tuple[fakta.Kriteriet, ...]
    huller: tuple[Hul, ...]
    godkendere: tuple[str, ...]
    er_demo: bool

    def hullerne(self, nr: int) -> tuple[Hul, ...]:
        """The gaps of one criterion, or of the plan."""
        return tuple(et for et in self.huller if et.nr == nr)


def revisionsbilag(plan: Helhedsplan, *, dato: date, aar: int | None) -> Revisionsbilag:
    """As the plan knows it on `dato`. The same number of queries for any number of criteria, figures and meetings."""
    tid = Tidsrum(aar, dato)
    i_kraft = kriterier.ikraft(plan, dato=tid.dag).kriterier if tid.er_begyndt else ()
    behandlinger = revisionsmoeder.behandlinger(plan, i_kraft, tid)
    alle = _kriterierne(plan, i_kraft, tid, behandlinger)
    planen = _planen(plan, tid)
    huller = hulregler.huller(alle, planen, tid)
    return Revisionsbilag(
        plan=plan.navn,
        tid=tid,
        start=plan.start_dato,
        slut=plan.slut_dato,
        overskrift=talregler.overskrift(alle, tid, len(huller)),
        optalt=talregler.optaelling(alle, planen, tid, len(huller)) if tid.er_begyndt else (),
        planen=planen,
        kriterier=alle,
        huller=huller,
        godkendere=tuple(sorted({tal.godkendt_af for et in alle for tal in et.gaeldende})),
        er_demo=plan.eksempel,
    )


def _kriterierne(
    plan: Helhedsplan, i_kraft: Sequence[Kriterium], tid: Tidsrum, behandlinger: Behandlinger
) -> tuple[fakta.Kriteriet, ...]:
    noegler = [et.noegle for et in i_kraft]
    foelges, maalinger, sat = opfoelgning.hent(noegler), _maalinger(noegler), _tilsidesat(noegler)
    planlagte = frozenset(
        plan.succeskriterier.filter(pk__in=noegler, maaleplan__isnull=False).values_list("pk", flat=True)
    )
    hvad = {noegle: et.optaelling for noegle, et in foelges.items() if et.optaelling}
    talt = optaelling.optalt(plan, i_kraft, hvad, dato=tid.dag)

    def et_kriterium(et: Kriterium) -> fakta.Kriteriet:
        egne = maalinger.get(et.noegle, [])
        foelges_da = _den_dag(foelges.get(et.noegle, INGEN), egne, sat.get(et.noegle, []), tid)
        kriteriet = _kriteriet(plan, et, egne, foelges_da, talt.get(et.noegle), tid)
        return replace(
            kriteriet,
            har_maaleplan=et.noegle in planlagte,
            sat_i_haanden=tuple(_sat_i_ord(s) for s in sat.get(et.noegle, []) if _roerer(s, tid)),
            behandlinger=behandlinger.i_tiden(et),
            senere=behandlinger.senere(et),
        )

    return tuple(et_kriterium(et) for et in i_kraft)


def _maalinger(noegler: list[int]) -> dict[int, list[Maaling]]:
    """Criterion's key → the figures that everybody may see, and those that are sent; newest first."""
    raekker = Maaling.objects.af_kriterier(noegler).filter(tilstand__in=[*OFFENTLIGE, Maalingstilstand.SENDT])
    med = raekker.select_related("kriterium", "omraade", "registreret_af", "sendt_af", "afgjort_af", "erstatter")
    ud: dict[int, list[Maaling]] = defaultdict(list)
    for et in med.nyeste_foerst():
        ud[et.kriterium_id].append(et)
    return ud


def _den_dag(
    foelges: Opfoelgning, maalinger: Iterable[Maaling], sat: Iterable[Tilsidesaettelse], tid: Tidsrum
) -> Opfoelgning:
    """How the criterion was followed on the day: a status set by hand holds from the day it was set to the day it was
    lifted, and a figure that ends later is not sent yet."""
    gaelder = next((et for et in sat if _satte(et) <= tid.dag and not _ophaevet_senest(et, tid.dag)), None)
    return replace(
        foelges,
        sat=Sat(Status(gaelder.status), gaelder.grund, str(gaelder.af), gaelder.tidspunkt) if gaelder else None,
        sendte=tuple(sorted(et.til_dato for et in maalinger if _er_sendt(et) and et.til_dato <= tid.dag)),
    )


def _kriteriet(
    plan: Helhedsplan,
    kriterium: Kriterium,
    maalinger: Sequence[Maaling],
    foelges: Opfoelgning,
    optalt: Optalt | None,
    tid: Tidsrum,
) -> fakta.Kriteriet:
    """The criterion's own page, of the figures that had ended by the day."""
    endte = [et for et in maalinger if et.til_dato <= tid.dag]
    side = detaljer.kriterieside(plan, kriterium, endte, foelges, optalt, dato=tid.dag)
    et, svar = side.linje.kriterium, side.linje.opfyldelse
    givet = linjer.omstaendigheder(plan, et, side.linje.maalinger, foelges, dato=tid.dag)
    sendte = [m for m in endte if _er_sendt(m) and m.sendt_tidspunkt and tid.omfatter(m.til_dato)]
    return fakta.Kriteriet(
        nr=et.nr,
        navn=et.navn,
        tekst=et.tekst,
        omraade=f"{et.omraade_nr} {et.omraade_navn}",
        status=svar.status,
        saetning=svar.saetning,
        hoerer_til=et.aktivitet or "",
        datakilde=et.datakilde,
        maales=side.maales,
        maaleplan=side.maaleplan,
        forfald=givet["forfald"],
        mangler=svar.mangler,
        aarets=_aarets(side, tid),
        tal=tuple(_tallet(m) for m in endte if m.tilstand in OFFENTLIGE and tid.omfatter(m.til_dato)),
        talt_op=sum(tid.omfatter(m.til) for m in optalt.maalte) if optalt else 0,
        sendte=tuple((m.til_dato, timezone.localdate(m.sendt_tidspunkt)) for m in sendte),
    )


def _aarets(side: Kriterieside, tid: Tidsrum) -> tuple[fakta.Aarsraekke, ...]:
    """The years of the criterion's own table that the bilag covers; the baseline is no measurement of a year."""
    return tuple(
        fakta.Aarsraekke(et.raekke.periode, et.tal, et.plan, et.forskel)
        for et in side.tabel
        if not et.raekke.er_start and et.raekke.fra == et.raekke.til and (tid.aar in (None, et.raekke.til))
    )


def _tallet(maaling: Maaling) -> fakta.Tallet:
    return fakta.Tallet(
        tal=figur(maaling),
        fra=maaling.fra_dato,
        til=maaling.til_dato,
        omraade=maaling.omraade.navn if maaling.omraade else "",
        registreret_af=str(maaling.registreret_af),
        registreret=timezone.localdate(maaling.registreret_tidspunkt),
        godkendt_af=str(maaling.afgjort_af),
        godkendt=timezone.localdate(maaling.afgjort_tidspunkt),
        egen=er_egen(maaling, maaling.afgjort_af_id),
        kilde=maaling.kilde,
        sendt_af=str(maaling.sendt_af or ""),
        sendt=timezone.localdate(maaling.sendt_tidspunkt) if maaling.sendt_tidspunkt else None,
        udtraek=maaling.udtraek_dato,
        bilag=maaling.bilag_navn if maaling.bilag else "",
        bemaerkning=maaling.bemaerkning,
        retter=_rettet(maaling),
        er_erstattet=maaling.tilstand == Maalingstilstand.ERSTATTET,
        eksempel=maaling.eksempel,
    )


def _rettet(maaling: Maaling) -> str:
    """What the figure said before it was corrected by this row."""
    if maaling.erstatter is None:
        return ""
    gammel = maaling.erstatter
    gammel.kriterium = maaling.kriterium
    return f"Retter {figur(gammel)}"


def _er_sendt(maaling: Maaling) -> bool:
    return maaling.tilstand == Maalingstilstand.SENDT


def _tilsidesat(noegler: list[int]) -> dict[int, list[Tilsidesaettelse]]:
    """Criterion's key → every status set by hand, newest first."""
    raekker = Tilsidesaettelse.objects.filter(kriterium__in=noegler).select_related("af", "ophaevet_af")
    ud: dict[int, list[Tilsidesaettelse]] = defaultdict(list)
    for et in raekker.order_by("-tidspunkt", "-pk"):
        ud[et.kriterium_id].append(et)
    return ud


def _satte(sat: Tilsidesaettelse) -> date:
    return timezone.localdate(sat.tidspunkt)


def _ophaevet_senest(sat: Tilsidesaettelse, dag: date) -> bool:
    return sat.ophaevet_tidspunkt is not None and timezone.localdate(sat.ophaevet_tidspunkt) <= dag


def _roerer(sat: Tilsidesaettelse, tid: Tidsrum) -> bool:
    """It was in force on some day of what the bilag covers."""
    foer = date(tid.aar, 1, 1) if tid.aar else date.min
    return _satte(sat) <= tid.dag and not _ophaevet_senest(sat, foer)


def _sat_i_ord(sat: Tilsidesaettelse) -> str:
    ord_ = f"{sat.get_status_display()}, sat af {sat.af} {datoer.dato(_satte(sat))}: {sat.grund.rstrip('.')}."
    if sat.ophaevet_tidspunkt is None:
        return ord_
    return f"{ord_} Ophævet af {sat.ophaevet_af} {datoer.dato(timezone.localdate(sat.ophaevet_tidspunkt))}."


def _planen(plan: Helhedsplan, tid: Tidsrum) -> fakta.Planen:
    bestyrelse = plan.organer.filter(art=Organart.BESTYRELSE).order_by("pk").first()
    aarene = [et for et in regnskabsaar(plan.start_dato, plan.slut_dato) if tid.aar in (None, et)]
    skrevne = dict(Regnskabsaar.objects.filter(helhedsplan=plan).order_by("aar").values_list("aar", "frist_dato"))
    return fakta.Planen(
        mindst=bestyrelse.moeder_mindst if bestyrelse else None,
        har_bestyrelse=bestyrelse is not None,
        moeder=revisionsmoeder.moeder(plan, tid),
        laase=tuple(_laas(et) for et in _laasene(plan, tid)),
        regnskabsfrister=tuple((et, skrevne.get(et) or regnskabsfrist(et)) for et in aarene),
        hele_aar=tuple(
            et
            for et in aarene
            if plan.start_dato <= date(et, 1, 1) and date(et, 12, 31) <= min(plan.slut_dato, tid.dag)
        ),
    )


def _laasene(plan: Helhedsplan, tid: Tidsrum) -> list[Periodelaas]:
    """The locks that touch what the bilag covers, oldest first."""
    alle = Periodelaas.objects.filter(helhedsplan=plan).select_related("laast_af", "oplaast_af")
    if tid.aar:
        alle = alle.filter(fra_dato__year__lte=tid.aar, til_dato__year__gte=tid.aar)
    return list(alle.order_by("fra_dato", "pk"))


def _laas(laas: Periodelaas) -> fakta.Laas:
    dag = datoer.dato(timezone.localdate(laas.laast_tidspunkt))
    aabnet = ""
    if laas.oplaast_tidspunkt:
        hvornaar = datoer.dato(timezone.localdate(laas.oplaast_tidspunkt))
        aabnet = f"Den blev låst op {hvornaar} af {laas.oplaast_af}: {laas.oplaast_grund.rstrip('.')}."
    periode = datoer.periode(laas.fra_dato, laas.til_dato)
    return fakta.Laas(
        laas.fra_dato, laas.til_dato, f"{periode} blev låst {dag} af {laas.laast_af}: {laas.grund.rstrip('.')}.", aabnet
    )
