"""A plan with a row of everything that an agreement is made of."""

from datetime import date
from decimal import Decimal

from aftaler import models
from aftaler.models.bilag import Bilagsart
from tests.factories import (
    AftalepartFactory,
    AktivitetFactory,
    BoligomraadeFactory,
    DelaftaleFactory,
    IndsatsomraadeFactory,
    OrganisationFactory,
    PersonFactory,
    SucceskriteriumFactory,
)


def fyld(plan: models.Helhedsplan) -> models.Delaftale:
    """The plan gets one row of each kind, under area 5.1; its delaftale is the answer."""
    kommune = OrganisationFactory(navn="Nørreby Kommune", art="kommune")
    inger = PersonFactory(helhedsplan=plan, navn="Inger")
    AftalepartFactory(helhedsplan=plan, organisation=kommune, underskriver=inger)
    AftalepartFactory(helhedsplan=plan, organisation=OrganisationFactory(navn="Nørreby Bolig"))
    OrganisationFactory(navn="Uden for planen", art="fond")
    omraadet = BoligomraadeFactory(navn="Vestbyen")
    plan.boligomraader.add(omraadet, BoligomraadeFactory(navn="Østbyen"))
    plan.boligafdelinger.add(models.Boligafdeling.objects.create(navn="Afdeling 1", organisation=kommune))
    omraade = IndsatsomraadeFactory(helhedsplan=plan, problemkompleks="<p>Uro.</p>", formaal_og_maal="<p>Ro.</p>")
    delaftale = DelaftaleFactory(
        indsatsomraade=omraade,
        start_dato=date(2019, 5, 1),
        slut_dato=date(2023, 4, 30),
        landsbyggefonden=Decimal(300),
        lokal_medfinansiering=Decimal(100),
        sammenhaeng="<p>Sammen.</p>",
    )
    kriterium = SucceskriteriumFactory(indsatsomraade=omraade, nr=1)
    DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr="5.3"))
    _aktivitet(plan, delaftale, kriterium, omraadet)
    AktivitetFactory(delaftale=delaftale, navn="Fritidsjob")
    _organisation(plan, kommune, omraadet, delaftale)
    _penge(plan, delaftale)
    models.Milepael.objects.create(helhedsplan=plan, navn="Midtvejs", frist_dato=date(2021, 5, 1))
    models.Dokumentbilag.objects.create(helhedsplan=plan, art=Bilagsart.BEREDSKABSPLAN, tekst="<p>Ring 112.</p>")
    plan.samarbejdsaftale.afsnit.filter(skabelonafsnit__nr=1).update(tekst="<p>Formål.</p>")
    return delaftale


def _aktivitet(plan, delaftale, kriterium, omraadet):
    aktivitet = AktivitetFactory(
        delaftale=delaftale,
        navn="Lektiecafé",
        indhold="<p>Hver tirsdag.</p>",
        type=models.Aktivitetstype.objects.order_by("pk").first(),
        ansvarlig=PersonFactory(helhedsplan=plan, navn="Mette"),
        start_dato=date(2019, 8, 1),
        slut_dato=date(2022, 6, 30),
    )
    aktivitet.boligomraader.add(omraadet)
    SucceskriteriumFactory(indsatsomraade=delaftale.indsatsomraade, aktivitet=aktivitet, nr=2)
    models.Maalgruppe.objects.create(aktivitet=aktivitet, art="primaer", navn="Unge", stoerrelse=40)
    models.Milepael.objects.create(helhedsplan=plan, aktivitet=aktivitet, navn="Åbning", frist_dato=date(2019, 9, 1))
    models.Virkning.objects.create(aktivitet=aktivitet, kriterium=kriterium)


def _organisation(plan, kommune, omraadet, delaftale):
    bestyrelse = models.Organ.objects.create(
        helhedsplan=plan, art="bestyrelse", navn="Bestyrelsen", opgaver="<p>Styrer.</p>", moeder_mindst=2
    )
    models.Plads.objects.create(organ=bestyrelse, betegnelse="Direktør", organisation=kommune)
    models.Plads.objects.create(organ=bestyrelse, betegnelse="Formand for afdelingen")
    models.Organ.objects.create(helhedsplan=plan, art="styregruppe", navn="Styregruppen", over=bestyrelse)
    for akse, felter in (("omraade", {"boligomraade": omraadet}), ("funktion", {"funktion": "Sekretariat"})):
        models.Medarbejderandel.objects.create(
            helhedsplan=plan, stilling="Projektleder", procent=Decimal(20), akse=akse, **felter
        )
    models.Medarbejderandel.objects.create(
        helhedsplan=plan, stilling="Medarbejder", procent=Decimal(60), akse="delaftale", delaftale=delaftale
    )


def _penge(plan, delaftale):
    aftale = plan.samarbejdsaftale
    aftale.landsbyggefonden, aftale.lokal_medfinansiering = Decimal(900), Decimal(300)
    aftale.save()
    kilde = models.Finansieringskilde.objects.create(helhedsplan=plan, navn="Nørreby Kommune", art="kommune")
    models.Finansieringskilde.objects.create(helhedsplan=plan, navn="Fonden", art="landsbyggefonden")
    loen = models.Omkostningstype.objects.order_by("pk").first()
    faelles = {"helhedsplan": plan, "aar": 2020, "omkostningstype": loen, "kilde": kilde, "tekst": "Løn"}
    models.Budgetpost.objects.create(placering="tvaergaaende", beloeb=Decimal(200), **faelles)
    models.Budgetpost.objects.create(placering="delaftale", delaftale=delaftale, beloeb=Decimal(400), **faelles)
    gammelt = models.Tilsagn.objects.create(
        helhedsplan=plan, kilde=kilde, art="timer", aar=2020, beloeb=Decimal(100), timer=Decimal(2), sats=Decimal(50)
    )
    models.Tilsagn.objects.create(helhedsplan=plan, kilde=kilde, art="kontant", beloeb=Decimal(100), erstatter=gammelt)
    models.OplystAndel.objects.create(helhedsplan=plan, procent=Decimal(25), hvor="afsnit 7").kilder.add(kilde)
