"""What is promised: texts, areas, delaftaler, activities, and criteria with what was measured."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from aftaler.models import (
    Afsnit,
    Aktivitet,
    Aktivitetstype,
    Delaftale,
    Dokumentbilag,
    Indsatsomraade,
    Maalgruppe,
    Milepael,
    Samarbejdsaftale,
    Succeskriterium,
    Virkning,
)
from aftaler.models.skabelon import Indhold
from aftaler.models.succeskriterium import felter_af
from brugere.roles import Rolle
from helhedsplan.demo import former
from helhedsplan.demo.byg.byggeri import Byggeri
from maalinger.models import Maaling
from maalinger.statuses import Maalingstilstand

UDEN_TEKST = (Indhold.INDSATSOMRAADER, Indhold.OEKONOMI)
EFTER_PERIODEN = timedelta(days=60)  # when a figure comes whose day of extract nobody wrote


def strategisk(byggeri: Byggeri, spec: former.Plan) -> None:
    plan = byggeri.plan
    aftale = Samarbejdsaftale.objects.create(
        helhedsplan=plan,
        landsbyggefonden=spec.oekonomi.landsbyggefonden,
        lokal_medfinansiering=spec.oekonomi.lokal_medfinansiering,
    )
    Afsnit.objects.bulk_create(
        Afsnit(samarbejdsaftale=aftale, skabelonafsnit=et, tekst=spec.afsnit.get(et.kode, ""))
        for et in plan.skabelon.afsnit.exclude(indhold__in=UDEN_TEKST)
    )
    for art, (tekst, klar) in spec.bilag.items():
        Dokumentbilag.objects.create(helhedsplan=plan, art=art, tekst=tekst, klar=klar)
    _milepaele(byggeri, None, spec.milepaele)


def omraade(byggeri: Byggeri, spec: former.Omraade) -> None:
    """The area with its own criteria; the activities come when every area has numbered its criteria."""
    plan = byggeri.plan
    raekke = Indsatsomraade.objects.create(
        helhedsplan=plan,
        omraadetype=plan.bevillingsperiode.omraadetyper.get(nr=spec.nr),
        problemkompleks=spec.problemkompleks,
        formaal_og_maal=spec.formaal_og_maal,
    )
    Delaftale.objects.create(
        indsatsomraade=raekke,
        medarbejderressourcer=spec.medarbejderressourcer,
        sammenhaeng=spec.sammenhaeng,
        konflikthaandtering=spec.konflikthaandtering,
        revision=spec.revision,
        start_dato=plan.start_dato,
        slut_dato=plan.slut_dato,
        landsbyggefonden=spec.landsbyggefonden,
        lokal_medfinansiering=spec.lokal_medfinansiering,
    )
    for kriterium in spec.kriterier:
        _kriterium(byggeri, raekke, None, kriterium)


def aktiviteter(byggeri: Byggeri, spec: former.Omraade) -> None:
    delaftale = Delaftale.objects.get(indsatsomraade__helhedsplan=byggeri.plan, indsatsomraade__omraadetype__nr=spec.nr)
    for et in spec.aktiviteter:
        aktivitet(byggeri, delaftale, et)


def aktivitet(byggeri: Byggeri, delaftale: Delaftale, spec: former.Aktivitet) -> None:
    """An activity after those that are there, with what hangs on it; its effects wait for the criteria."""
    raekke = Aktivitet.objects.create(
        delaftale=delaftale,
        raekkefoelge=delaftale.aktiviteter.count() + 1,
        navn=spec.navn,
        indhold=spec.indhold,
        formaal_og_maal=spec.formaal_og_maal,
        maalgrupper=spec.maalgrupper,
        ansvar_og_roller=spec.ansvar_og_roller,
        type=Aktivitetstype.objects.get(navn=spec.type) if spec.type else None,
        ansvarlig=byggeri.person(spec.ansvarlig),
        start_dato=spec.start,
        slut_dato=spec.slut,
        eksempel=spec.eksempel,
        **_sat_status(byggeri, spec),
    )
    raekke.boligomraader.set(byggeri.boligomraader[navn] for navn in spec.boligomraader)
    for gruppe in spec.grupper:
        Maalgruppe.objects.create(
            aktivitet=raekke,
            art=gruppe.art,
            navn=gruppe.navn,
            stoerrelse=gruppe.stoerrelse,
            bortfaldet_dato=gruppe.bortfaldet,
            bortfaldet_grund=gruppe.grund,
        )
    _milepaele(byggeri, raekke, spec.milepaele)
    for kriterium in spec.kriterier:
        _kriterium(byggeri, delaftale.indsatsomraade, raekke, kriterium)


def virkninger(byggeri: Byggeri, spec: former.Aktivitet) -> None:
    raekke = Aktivitet.objects.get(delaftale__indsatsomraade__helhedsplan=byggeri.plan, navn=spec.navn)
    for navn, art in spec.virkninger:
        Virkning.objects.create(aktivitet=raekke, kriterium=byggeri.kriterium(navn), art=art)


def _sat_status(byggeri: Byggeri, spec: former.Aktivitet) -> dict:
    if spec.status is None:
        return {}
    status, grund = spec.status
    return {
        "status_sat": status,
        "status_grund": grund,
        "status_sat_af": byggeri.projektleder,
        "status_sat_tidspunkt": timezone.now(),
    }


def _milepaele(byggeri: Byggeri, aktivitet: Aktivitet | None, specs: tuple[former.Milepael, ...]) -> None:
    for spec in specs:
        Milepael.objects.create(
            helhedsplan=byggeri.plan,
            aktivitet=aktivitet,
            navn=spec.navn,
            frist_dato=spec.frist,
            udfoert_dato=spec.udfoert,
            forsinkelse_grund=spec.grund,
        )


def _kriterium(byggeri: Byggeri, omraade: Indsatsomraade, aktivitet: Aktivitet | None, spec: former.Kriterium) -> None:
    kriterium = Succeskriterium.objects.create(
        helhedsplan=byggeri.plan,
        indsatsomraade=omraade,
        aktivitet=aktivitet,
        nr=byggeri.plan.succeskriterier.count() + 1,
        navn=spec.navn,
        tekst=spec.tekst,
        datakilde=spec.datakilde,
        ansvarlig=spec.ansvarlig,
        foerste_frist=spec.foerste_frist,
        **felter_af(spec.laesning),
    )
    sidste = max((_til_dato(et) for et in spec.maalinger), default=None)
    for maalt in spec.maalinger:
        er_ny = _til_dato(maalt) == sidste
        _maaling(byggeri, kriterium, maalt, timezone.now() if er_ny else _skrevet(maalt))


def _til_dato(spec: former.Maalt) -> date:
    return date(spec.fra, 12, 31) if isinstance(spec.fra, int) else spec.fra


def _skrevet(spec: former.Maalt) -> datetime:
    """When the figure came: on the day of its extract, or two months after the period. The newest came today."""
    dag = spec.udtraek or _til_dato(spec) + EFTER_PERIODEN
    return timezone.make_aware(datetime.combine(dag, time(10)))


def _maaling(byggeri: Byggeri, kriterium: Succeskriterium, spec: former.Maalt, skrevet: datetime) -> None:
    helt_aar = isinstance(spec.fra, int)
    Maaling.objects.create(
        kriterium=kriterium,
        omraade=byggeri.boligomraader[spec.omraade] if spec.omraade else None,
        fra_dato=date(spec.fra, 1, 1) if helt_aar else spec.fra,
        til_dato=_til_dato(spec),
        vaerdi=Decimal(spec.vaerdi) if spec.vaerdi else None,
        taeller=spec.taeller,
        naevner=spec.naevner,
        reference_vaerdi=Decimal(spec.reference) if spec.reference else None,
        reference_navn=byggeri.plan.kommune if spec.reference else "",
        kilde=kriterium.datakilde or "Ikke oplyst",
        udtraek_dato=spec.udtraek,
        registreret_af=byggeri.folk[Rolle.MEDARBEJDER],
        tilstand=Maalingstilstand.GODKENDT,
        sendt_af=byggeri.folk[Rolle.MEDARBEJDER],
        registreret_tidspunkt=skrevet,
        sendt_tidspunkt=skrevet,
        afgjort_af=byggeri.projektleder,
        afgjort_tidspunkt=skrevet,
        eksempel=spec.eksempel,
    )
