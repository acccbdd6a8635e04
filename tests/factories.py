"""One factory per model, traits for situations."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import factory
from django.core.files.base import ContentFile
from django.utils import timezone
from factory.django import DjangoModelFactory

from aftaler import models as aftaler
from aftaler import snapshot
from aftaler.models.organisation import Organisationsart
from aftaler.models.skabelon import Indhold, Papir
from brugere.models import Bruger
from brugere.roles import Rolle
from dokumenter.models import Bestilling, Udlevering
from dokumenter.statuses import Format, Tilstand, Trin
from dokumenter.statuses import Papir as PapirTilBestilling
from maalinger.models import (
    Leverancemaaling,
    Listeplacering,
    Maaleplan,
    Maaling,
    Periodelaas,
    Registrering,
    Undersoegelse,
    Undersoegelsessvar,
)
from oekonomi import models as oekonomi


class BrugerFactory(DjangoModelFactory):
    class Meta:
        model = Bruger
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@eksempel.invalid")
    navn = factory.Sequence(lambda n: f"Person {n}")


class HelhedsplanFactory(DjangoModelFactory):
    """A plan with its strategic agreement and one empty section per heading of its template."""

    class Meta:
        model = aftaler.Helhedsplan
        skip_postgeneration_save = True

    class Params:
        generation = "B"
        periode = "2015-18"

    slug = factory.Sequence(lambda n: f"plan-{n}")
    navn = factory.Sequence(lambda n: f"Plan {n}")
    omraade = "Nørreby"
    kommune = "Nørreby Kommune"
    bevillingsperiode = factory.LazyAttribute(lambda o: aftaler.Bevillingsperiode.objects.get(navn=o.periode))
    skabelon = factory.LazyAttribute(
        lambda o: aftaler.Skabelon.objects.get(generation=o.generation, papir=Papir.STRATEGISK)
    )
    start_dato = date(2019, 5, 1)
    slut_dato = date(2023, 4, 30)
    fase = "i_drift"

    @factory.post_generation
    def aftale(self, create, extracted, **kwargs):
        aftale = aftaler.Samarbejdsaftale.objects.create(helhedsplan=self)
        aftaler.Afsnit.objects.bulk_create(
            aftaler.Afsnit(samarbejdsaftale=aftale, skabelonafsnit=et)
            for et in self.skabelon.afsnit.exclude(indhold__in=[Indhold.INDSATSOMRAADER, Indhold.OEKONOMI])
        )


class MedlemskabFactory(DjangoModelFactory):
    class Meta:
        model = aftaler.Medlemskab

    bruger = factory.SubFactory(BrugerFactory)
    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    rolle = Rolle.PROJEKTLEDER
    fra_dato = date(2019, 1, 1)


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = aftaler.Organisation

    navn = factory.Sequence(lambda n: f"Boligforening {n}")
    art = Organisationsart.BOLIGORGANISATION


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = aftaler.Person

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    navn = factory.Sequence(lambda n: f"Underskriver {n}")


class AftalepartFactory(DjangoModelFactory):
    class Meta:
        model = aftaler.Aftalepart

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class BoligomraadeFactory(DjangoModelFactory):
    class Meta:
        model = aftaler.Boligomraade

    navn = factory.Sequence(lambda n: f"Område {n}")


class IndsatsomraadeFactory(DjangoModelFactory):
    class Meta:
        model = aftaler.Indsatsomraade

    class Params:
        nr = "5.1"

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    omraadetype = factory.LazyAttribute(
        lambda o: aftaler.Omraadetype.objects.get(bevillingsperiode=o.helhedsplan.bevillingsperiode, nr=o.nr)
    )


class DelaftaleFactory(DjangoModelFactory):
    class Meta:
        model = aftaler.Delaftale

    indsatsomraade = factory.SubFactory(IndsatsomraadeFactory)


class AktivitetFactory(DjangoModelFactory):
    class Meta:
        model = aftaler.Aktivitet

    delaftale = factory.SubFactory(DelaftaleFactory)
    navn = factory.Sequence(lambda n: f"Aktivitet {n}")


class SucceskriteriumFactory(DjangoModelFactory):
    """A falling level: 26,2 % in 2013-2017 to 20 % or lower in 2022."""

    class Meta:
        model = aftaler.Succeskriterium

    indsatsomraade = factory.SubFactory(IndsatsomraadeFactory)
    helhedsplan = factory.SelfAttribute("indsatsomraade.helhedsplan")
    nr = factory.Sequence(lambda n: n + 1)
    navn = factory.Sequence(lambda n: f"Kriterium {n}")
    tekst = factory.Sequence(lambda n: f"Andel {n} falder fra 26,2 % i 2013-2017 til 20 % eller lavere i 2022.")
    datakilde = "Boligsociale Data"
    form = "niveau"
    maalbar = True
    retning = "ned"
    sammenligning = "<="
    enhed = "procent"
    baseline_vaerdi = Decimal("26.2")
    baseline_fra = 2013
    baseline_til = 2017
    maal_vaerdi = Decimal(20)
    maal_fra = 2022
    maal_til = 2022


class MaalingFactory(DjangoModelFactory):
    """23,1 % in 2020 for the whole plan, approved, no evidence; `kladde`, `sendt` and `returneret` are on their way."""

    class Meta:
        model = Maaling

    class Params:
        aar = 2020
        kladde = factory.Trait(
            tilstand="kladde", sendt_af=None, sendt_tidspunkt=None, afgjort_af=None, afgjort_tidspunkt=None
        )
        sendt = factory.Trait(tilstand="sendt", afgjort_af=None, afgjort_tidspunkt=None)
        returneret = factory.Trait(tilstand="returneret", afgjort_note="Tallet er for hele kommunen. Hent planens.")

    kriterium = factory.SubFactory(SucceskriteriumFactory)
    fra_dato = factory.LazyAttribute(lambda o: date(o.aar, 1, 1))
    til_dato = factory.LazyAttribute(lambda o: date(o.aar, 12, 31))
    vaerdi = Decimal("23.1")
    kilde = "Boligsociale Data"
    registreret_af = factory.SubFactory(BrugerFactory)
    tilstand = "godkendt"
    sendt_af = factory.SelfAttribute("registreret_af")
    sendt_tidspunkt = factory.LazyFunction(timezone.now)
    afgjort_af = factory.SubFactory(BrugerFactory)
    afgjort_tidspunkt = factory.LazyFunction(timezone.now)


class RegistreringFactory(DjangoModelFactory):
    """12 visits on 1 June 2022 (`dag`), in no area."""

    class Meta:
        model = Registrering

    class Params:
        dag = date(2022, 6, 1)

    aktivitet = factory.SubFactory(AktivitetFactory)
    fra_dato = factory.SelfAttribute("dag")
    til_dato = factory.SelfAttribute("dag")
    deltagelser = 12
    registreret_af = factory.SubFactory(BrugerFactory)


class LeverancemaalingFactory(DjangoModelFactory):
    """The first quarter of 2022, delivered as agreed."""

    class Meta:
        model = Leverancemaaling

    aktivitet = factory.SubFactory(AktivitetFactory)
    aar = 2022
    kvartal = 1
    grad = "fuldt"
    planlagt = "Tre fællesspisninger"
    leveret = "Tre fællesspisninger"
    registreret_af = factory.SubFactory(BrugerFactory)


class UndersoegelseFactory(DjangoModelFactory):
    """The survey at the start: 104 of 180 answered in September 2019."""

    class Meta:
        model = Undersoegelse

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    navn = "Naboskabsundersøgelse"
    art = "start"
    fra_dato = date(2019, 9, 1)
    til_dato = date(2019, 9, 30)
    spurgt = 180
    svarede = 104
    kilde = "Boligforeningen"
    registreret_af = factory.SubFactory(BrugerFactory)


class UndersoegelsessvarFactory(DjangoModelFactory):
    """62 of 104 feel safe; measures no criterion."""

    class Meta:
        model = Undersoegelsessvar

    undersoegelse = factory.SubFactory(UndersoegelseFactory)
    spoergsmaal = "Hvor tryg er du?"
    svaret = "Tryg eller meget tryg"
    antal = 62
    ud_af = 104


class PeriodelaasFactory(DjangoModelFactory):
    """2012 is locked: before everything else that tests write."""

    class Meta:
        model = Periodelaas

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    fra_dato = date(2012, 1, 1)
    til_dato = date(2012, 12, 31)
    grund = "Regnskabet er godkendt."
    laast_af = factory.SubFactory(BrugerFactory)


class MaaleplanFactory(DjangoModelFactory):
    class Meta:
        model = Maaleplan

    kriterium = factory.SubFactory(SucceskriteriumFactory)


class BestillingFactory(DjangoModelFactory):
    """An order of the strategic agreement that waits in the queue; `klar` has a file, `fejlet` a reason."""

    class Meta:
        model = Bestilling

    class Params:
        klar = factory.Trait(
            tilstand=Tilstand.KLAR,
            trin=Trin.KLAR,
            procent=100,
            sider=12,
            kontrolsum="4f0c91b7" * 8,
            faerdig_tidspunkt=factory.SelfAttribute("bestilt_tidspunkt"),
            fil=factory.LazyAttribute(lambda o: ContentFile(b"%PDF-1.7", name=f"papirer/{o.id}.pdf")),
        )
        fejlet = factory.Trait(tilstand=Tilstand.FEJLET, fejl="Papiret kunne ikke laves i tre forsøg.")

    id = factory.LazyFunction(uuid4)
    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    papir = PapirTilBestilling.STRATEGISK_AFTALE
    valg = factory.LazyFunction(lambda: {"delaftale": None, "pr": None, "kladde": False})
    noegle = factory.Sequence(lambda n: f"{n:064x}")
    titel = "Strategisk samarbejdsaftale"
    udgave = "version 1"
    format = Format.PDF
    bestilt_af = factory.SubFactory(BrugerFactory)
    bestilt_tidspunkt = factory.LazyFunction(timezone.now)
    hjerteslag = factory.SelfAttribute("bestilt_tidspunkt")


class VersionFactory(DjangoModelFactory):
    """A document's rows as they stand, frozen as a version in force from the plan's first day."""

    class Meta:
        model = aftaler.Version

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    delaftale = None
    nr = 1
    gaelder_fra = date(2019, 5, 1)
    grund = "Den oprindelige aftale"
    godkendt_af_navn = "Landsbyggefonden"
    godkendt_dato = factory.SelfAttribute("gaelder_fra")
    registreret_af = factory.SubFactory(BrugerFactory)
    indhold = factory.LazyAttribute(
        lambda o: snapshot.delaftale(o.delaftale) if o.delaftale else snapshot.strategisk(o.helhedsplan)
    )
    kontrolsum = factory.LazyAttribute(lambda o: snapshot.kontrolsum(o.indhold))


class FinansieringskildeFactory(DjangoModelFactory):
    class Meta:
        model = aftaler.Finansieringskilde

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    navn = factory.Sequence(lambda n: f"Giver {n}")
    art = "kommune"


class BudgetpostFactory(DjangoModelFactory):
    """100.000 kr. tværgående in 2020; who pays and for what is not stated."""

    class Meta:
        model = aftaler.Budgetpost

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    placering = factory.LazyAttribute(lambda o: "delaftale" if o.delaftale else "tvaergaaende")
    delaftale = None
    aar = 2020
    beloeb = Decimal(100_000)


class TilsagnFactory(DjangoModelFactory):
    """100.000 kr. kontant for the whole period."""

    class Meta:
        model = aftaler.Tilsagn

    kilde = factory.SubFactory(FinansieringskildeFactory)
    helhedsplan = factory.SelfAttribute("kilde.helhedsplan")
    art = "kontant"
    beloeb = Decimal(100_000)


class UnderskriftFactory(DjangoModelFactory):
    """A party's signature on a version, without a signed copy."""

    class Meta:
        model = aftaler.Underskrift

    version = factory.SubFactory(VersionFactory)
    helhedsplan = factory.SelfAttribute("version.helhedsplan")
    part = factory.SubFactory(AftalepartFactory, helhedsplan=factory.SelfAttribute("..version.helhedsplan"))
    navn = "Inger Holt"
    dato = date(2019, 4, 9)


class OrganFactory(DjangoModelFactory):
    """A faglig følgegruppe without seats."""

    class Meta:
        model = aftaler.Organ

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    art = "faglig_foelgegruppe"
    navn = factory.Sequence(lambda n: f"Følgegruppe {n}")


class PladsFactory(DjangoModelFactory):
    """A vacant seat that no party fills."""

    class Meta:
        model = aftaler.Plads

    organ = factory.SubFactory(OrganFactory)
    betegnelse = factory.Sequence(lambda n: f"Plads {n}")


class OrganmedlemFactory(DjangoModelFactory):
    """Somebody who has had a seat since the plan began, until further notice."""

    class Meta:
        model = aftaler.Organmedlem

    plads = factory.SubFactory(PladsFactory)
    person = factory.SubFactory(PersonFactory, helhedsplan=factory.SelfAttribute("..plads.organ.helhedsplan"))
    fra_dato = date(2019, 5, 1)


class MedarbejderandelFactory(DjangoModelFactory):
    """Half a post for a function."""

    class Meta:
        model = aftaler.Medarbejderandel

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    stilling = "Koordinator"
    procent = Decimal(50)
    akse = "funktion"
    funktion = "Stedfortræder"


class DokumentbilagFactory(DjangoModelFactory):
    """The bestyrelse's kommissorium, written but not marked as ready."""

    class Meta:
        model = aftaler.Dokumentbilag

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    art = "kommissorium"
    tekst = "<p>Bestyrelsen leder planen.</p>"


class MilepaelFactory(DjangoModelFactory):
    """A milestone of the whole plan, due 1 January 2020; `aktivitet` makes it the activity's."""

    class Meta:
        model = aftaler.Milepael

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    navn = factory.Sequence(lambda n: f"Milepæl {n}")
    frist_dato = date(2020, 1, 1)


class MaalgruppeFactory(DjangoModelFactory):
    """A primary target group of 60 people."""

    class Meta:
        model = aftaler.Maalgruppe

    aktivitet = factory.SubFactory(AktivitetFactory)
    art = "primaer"
    navn = factory.Sequence(lambda n: f"Målgruppe {n}")
    stoerrelse = 60


class FristFactory(DjangoModelFactory):
    """Another deadline of the whole plan, 1 January 2021."""

    class Meta:
        model = aftaler.Frist

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    navn = factory.Sequence(lambda n: f"Frist {n}")
    dato = date(2021, 1, 1)
    oprindelig_dato = factory.SelfAttribute("dato")


class UdleveringFactory(DjangoModelFactory):
    """A link to a finished paper, open for a day; its key is not known to anybody."""

    class Meta:
        model = Udlevering

    bestilling = factory.SubFactory(BestillingFactory, klar=True)
    noegle_sum = factory.Sequence(lambda n: f"{n:064x}")
    oprettet_af = factory.SubFactory(BrugerFactory)
    oprettet_tidspunkt = factory.LazyFunction(timezone.now)
    udloeber = factory.LazyAttribute(lambda o: o.oprettet_tidspunkt + timedelta(days=1))


class ForbrugFactory(DjangoModelFactory):
    """40.000 kr. tværgående, posted in June 2020; who paid and for what is not stated."""

    class Meta:
        model = oekonomi.Forbrug

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    placering = factory.LazyAttribute(lambda o: "delaftale" if o.delaftale else "tvaergaaende")
    delaftale = None
    aar = 2020
    bogfoert_dato = factory.LazyAttribute(lambda o: date(o.aar, 6, 15))
    tekst = factory.Sequence(lambda n: f"Postering {n}")
    beloeb = Decimal(40_000)


class LeveringFactory(DjangoModelFactory):
    """25.000 kr. delivered in March 2020."""

    class Meta:
        model = oekonomi.Levering

    tilsagn = factory.SubFactory(TilsagnFactory)
    helhedsplan = factory.SelfAttribute("tilsagn.helhedsplan")
    fra_dato = date(2020, 3, 1)
    til_dato = date(2020, 3, 31)
    beloeb = Decimal(25_000)


class KompensationFactory(DjangoModelFactory):
    """Hours to be made up, without saying how many."""

    class Meta:
        model = oekonomi.Kompensation

    kilde = factory.SubFactory(FinansieringskildeFactory)
    helhedsplan = factory.SelfAttribute("kilde.helhedsplan")
    art = "timer"
    besluttet_dato = date(2020, 10, 9)
    tekst = "Kommunen lægger flere timer i de kommende år"


class BudgetaendringFactory(DjangoModelFactory):
    """10.000 kr. of the tværgående budget moved from 2020 to 2021, proposed."""

    class Meta:
        model = oekonomi.Budgetaendring

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    fra_placering = factory.LazyAttribute(lambda o: "delaftale" if o.fra_delaftale else "tvaergaaende")
    fra_delaftale = None
    fra_aar = 2020
    til_placering = factory.LazyAttribute(lambda o: "delaftale" if o.til_delaftale else "tvaergaaende")
    til_delaftale = None
    til_aar = 2021
    beloeb = Decimal(10_000)
    grund = factory.Sequence(lambda n: f"Evalueringen flyttes, {n}")


class RegnskabsaarFactory(DjangoModelFactory):
    """The accounts of 2020, due 30 June 2021, of which nothing is done."""

    class Meta:
        model = oekonomi.Regnskabsaar

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    aar = 2020
    frist_dato = factory.LazyAttribute(lambda o: date(o.aar + 1, 6, 30))
    oprindelig_frist = factory.SelfAttribute("frist_dato")


class RevisorbemaerkningFactory(DjangoModelFactory):
    """A remark that nobody has answered."""

    class Meta:
        model = oekonomi.Revisorbemaerkning

    regnskabsaar = factory.SubFactory(RegnskabsaarFactory)
    tekst = factory.Sequence(lambda n: f"Timesedler mangler underskrift, {n}")


class RestmidlerFactory(DjangoModelFactory):
    """165.000 kr. left over from 2020, without a plan."""

    class Meta:
        model = oekonomi.Restmidler

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    aar = 2020
    beloeb = Decimal(165_000)


class ListeplaceringFactory(DjangoModelFactory):
    """The ministry had the area on its list of udsatte boligområder in 2022."""

    class Meta:
        model = Listeplacering

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    omraade = factory.SubFactory(BoligomraadeFactory)
    art = "udsat"
    aar = 2022
    kilde = "Ministeriets liste 1. december 2022"
