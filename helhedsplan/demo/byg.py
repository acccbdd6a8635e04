"""Turns a written-down demo plan into rows. What is there already is left alone, so the command may run twice."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from aftaler.models import (
    Afsnit,
    Aftalepart,
    Aktivitet,
    Bevillingsperiode,
    Boligafdeling,
    Boligomraade,
    Delaftale,
    Helhedsplan,
    Indsatsomraade,
    Medlemskab,
    Organisation,
    Person,
    Samarbejdsaftale,
    Skabelon,
    Succeskriterium,
)
from aftaler.models.skabelon import Indhold, Papir
from aftaler.services import versioner
from brugere.models import Bruger
from brugere.roles import Rolle
from helhedsplan.demo import former
from maalinger.models import Maaling

ADGANGSKODE = "demo-kun-lokalt"
PERSONER = {
    Rolle.PROJEKTLEDER: "Jonas Friis",
    Rolle.MEDARBEJDER: "Mette Lund",
    Rolle.SEKRETARIAT: "Anne Dahl",
    Rolle.FORMAND: "Inge Kirk",
    Rolle.BESTYRELSE: "Bent Aagaard",
    Rolle.FOELGEGRUPPE: "Karla Nygaard",
    Rolle.REVISOR: "Palle Storm",
    Rolle.LBF: "Vibeke Holt",
    Rolle.ADMIN: "Torben Skov",
}


def brugere() -> dict[Rolle | None, Bruger]:
    """One invented person per role, and one (None) who is member of nothing."""
    ud: dict[Rolle | None, Bruger] = {}
    for rolle, navn in {**PERSONER, None: "Frede Fremmed"}.items():
        email = f"{rolle.value if rolle else 'fremmed'}@demo.invalid"
        bruger = Bruger.objects.filter(email=email).first()
        if bruger is None:
            er_admin = rolle == Rolle.ADMIN
            bruger = Bruger.objects.create_user(email, ADGANGSKODE, navn=navn, is_staff=er_admin, is_superuser=er_admin)
        ud[rolle] = bruger
    return ud


@transaction.atomic
def plan(spec: former.Plan, folk: dict[Rolle | None, Bruger]) -> bool:
    """Make the plan with everything in it; False when a plan with its slug is there already."""
    if Helhedsplan.objects.filter(slug=spec.slug).exists():
        return False
    skabelon = Skabelon.objects.get(generation=spec.generation, papir=Papir.STRATEGISK)
    ny = Helhedsplan.objects.create(
        slug=spec.slug,
        navn=spec.navn,
        omraade=spec.omraade,
        kommune=spec.kommune,
        bevillingsperiode=Bevillingsperiode.objects.get(navn=spec.periode),
        skabelon=skabelon,
        lbf_sagsnr=spec.lbf_sagsnr,
        start_dato=spec.start,
        slut_dato=spec.slut,
        fase=spec.fase,
        eksempel=True,
    )
    for rolle, bruger in folk.items():
        if rolle is not None:
            Medlemskab.objects.create(bruger=bruger, helhedsplan=ny, rolle=rolle, fra_dato=spec.start)
    _parter(ny, spec)
    _strategisk(ny, spec, skabelon)
    for omraade in spec.omraader:
        _omraade(ny, omraade, folk[Rolle.MEDARBEJDER])
    _godkend(ny, spec, folk)
    return True


def _parter(ny: Helhedsplan, spec: former.Plan) -> None:
    organisationer = {}
    for raekkefoelge, part in enumerate(spec.parter, 1):
        organisation = Organisation.objects.create(navn=part.navn, art=part.art)
        person = Person.objects.create(
            helhedsplan=ny, navn=part.underskriver, titel=part.titel, organisation=organisation
        )
        Aftalepart.objects.create(
            helhedsplan=ny, organisation=organisation, raekkefoelge=raekkefoelge, underskriver=person
        )
        organisationer[part.navn] = organisation
    for navn in spec.boligomraader:
        Boligomraade.objects.create(navn=navn).helhedsplaner.add(ny)
    for afdeling in spec.afdelinger:
        raekke = Boligafdeling.objects.create(
            navn=afdeling.navn, organisation=organisationer[afdeling.ejer], boliger=afdeling.boliger
        )
        raekke.helhedsplaner.add(ny)


def _strategisk(ny: Helhedsplan, spec: former.Plan, skabelon: Skabelon) -> None:
    aftale = Samarbejdsaftale.objects.create(
        helhedsplan=ny, landsbyggefonden=spec.landsbyggefonden, lokal_medfinansiering=spec.lokal_medfinansiering
    )
    uden_tekst = [Indhold.INDSATSOMRAADER, Indhold.OEKONOMI]
    Afsnit.objects.bulk_create(
        Afsnit(samarbejdsaftale=aftale, skabelonafsnit=et, tekst=spec.afsnit.get(et.kode, ""))
        for et in skabelon.afsnit.exclude(indhold__in=uden_tekst)
    )


def _omraade(ny: Helhedsplan, spec: former.Omraade, maaler: Bruger) -> None:
    omraade = Indsatsomraade.objects.create(
        helhedsplan=ny,
        omraadetype=ny.bevillingsperiode.omraadetyper.get(nr=spec.nr),
        problemkompleks=spec.problemkompleks,
        formaal_og_maal=spec.formaal_og_maal,
    )
    delaftale = Delaftale.objects.create(
        indsatsomraade=omraade,
        medarbejderressourcer=spec.medarbejderressourcer,
        sammenhaeng=spec.sammenhaeng,
        konflikthaandtering=spec.konflikthaandtering,
        revision=spec.revision,
        start_dato=ny.start_dato,
        slut_dato=ny.slut_dato,
        landsbyggefonden=spec.landsbyggefonden,
        lokal_medfinansiering=spec.lokal_medfinansiering,
    )
    for kriterium in spec.kriterier:
        _kriterium(omraade, None, kriterium, maaler)
    for raekkefoelge, aktivitet in enumerate(spec.aktiviteter, 1):
        _aktivitet(delaftale, aktivitet, raekkefoelge, maaler)


def _aktivitet(delaftale: Delaftale, spec: former.Aktivitet, raekkefoelge: int, maaler: Bruger) -> None:
    aktivitet = Aktivitet.objects.create(
        delaftale=delaftale,
        raekkefoelge=raekkefoelge,
        navn=spec.navn,
        indhold=spec.indhold,
        formaal_og_maal=spec.formaal_og_maal,
        maalgrupper=spec.maalgrupper,
        ansvar_og_roller=spec.ansvar_og_roller,
        eksempel=True,
    )
    for kriterium in spec.kriterier:
        _kriterium(delaftale.indsatsomraade, aktivitet, kriterium, maaler)


def _kriterium(omraade: Indsatsomraade, aktivitet: Aktivitet | None, spec: former.Kriterium, maaler: Bruger) -> None:
    plan_ = omraade.helhedsplan
    kriterium = Succeskriterium.objects.create(
        helhedsplan=plan_,
        indsatsomraade=omraade,
        aktivitet=aktivitet,
        nr=plan_.succeskriterier.count() + 1,
        navn=spec.navn,
        tekst=spec.tekst,
        datakilde=spec.datakilde,
        ansvarlig=spec.ansvarlig,
        foerste_frist=spec.foerste_frist,
        **spec.laesning,
    )
    for maalt in spec.maalinger:
        er_aar = isinstance(maalt.fra, int)
        Maaling.objects.create(
            kriterium=kriterium,
            fra_dato=date(maalt.fra, 1, 1) if er_aar else maalt.fra,
            til_dato=date(maalt.fra, 12, 31) if er_aar else maalt.fra,
            vaerdi=Decimal(maalt.vaerdi) if maalt.vaerdi else None,
            taeller=maalt.taeller,
            naevner=maalt.naevner,
            reference_vaerdi=Decimal(maalt.reference) if maalt.reference else None,
            reference_navn=plan_.kommune if maalt.reference else "",
            kilde=spec.datakilde,
            udtraek_dato=maalt.udtraek,
            registreret_af=maaler,
            eksempel=True,
        )


def _godkend(ny: Helhedsplan, spec: former.Plan, folk: dict[Rolle | None, Bruger]) -> None:
    """The approvals in order; what was added later is written between the first and the second of its document."""
    for godkendelse in spec.godkendelser:
        delaftale = None
        if godkendelse.nr:
            delaftale = Delaftale.objects.get(
                indsatsomraade__helhedsplan=ny, indsatsomraade__omraadetype__nr=godkendelse.nr
            )
            senere = spec.tilfoejet_senere.get(godkendelse.nr)
            if senere and delaftale.versioner.exists():
                _aktivitet(delaftale, senere, delaftale.aktiviteter.count() + 1, folk[Rolle.MEDARBEJDER])
        versioner.godkend_dokument(
            ny,
            delaftale,
            gaelder_fra=godkendelse.gaelder_fra,
            godkendt_dato=godkendelse.dato,
            godkendt_af_navn=godkendelse.af,
            grund=godkendelse.grund,
            af=folk[Rolle.FORMAND if delaftale else Rolle.SEKRETARIAT],
        )
    for nr, tekst in spec.kladde.items():
        Delaftale.objects.filter(indsatsomraade__helhedsplan=ny, indsatsomraade__omraadetype__nr=nr).update(
            medarbejderressourcer=tekst
        )
