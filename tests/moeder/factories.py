"""Meetings and what hangs on them. A meeting is coming and called, in a body of its own, unless said otherwise."""

from datetime import date, datetime, timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from aftaler.models import Organmedlem
from moeder import models as moeder
from moeder.statuses import Moedetilstand
from tests.factories import BrugerFactory, OrganFactory, OrganmedlemFactory, PersonFactory, PladsFactory


def klokken(aar: int, maaned: int, dag: int, time: int = 13, minut: int = 0) -> datetime:
    """A moment in Danish time."""
    return timezone.make_aware(datetime(aar, maaned, dag, time, minut))  # noqa: DTZ001 - made aware at once


class MoedeFactory(DjangoModelFactory):
    class Meta:
        model = moeder.Moede
        skip_postgeneration_save = True

    class Params:
        kladde = factory.Trait(tilstand=Moedetilstand.KLADDE, indkaldt_tidspunkt=None)
        holdt = factory.Trait(
            begynder=factory.LazyFunction(lambda: timezone.now() - timedelta(days=30)),
            tilstand=Moedetilstand.AFSLUTTET,
            afsluttet_af=factory.SubFactory(BrugerFactory),
            afsluttet_tidspunkt=factory.LazyAttribute(lambda o: o.slutter),
        )

    organ = factory.SubFactory(OrganFactory)
    helhedsplan = factory.LazyAttribute(lambda o: o.organ.helhedsplan)
    kode = factory.Sequence(lambda n: f"organ-2027-01-{n}")
    begynder = factory.LazyFunction(lambda: timezone.now() + timedelta(days=30))
    slutter = factory.LazyAttribute(lambda o: o.begynder + timedelta(hours=2))
    sted = "Fælleshuset"
    tilstand = Moedetilstand.INDKALDT
    indkaldt_tidspunkt = factory.LazyFunction(timezone.now)


class SagFactory(DjangoModelFactory):
    class Meta:
        model = moeder.Sag

    helhedsplan = factory.SubFactory("tests.factories.HelhedsplanFactory")
    titel = factory.Sequence(lambda n: f"Sag {n}")


class BehandlingFactory(DjangoModelFactory):
    class Meta:
        model = moeder.Behandling

    moede = factory.SubFactory(MoedeFactory)
    sag = factory.SubFactory(
        SagFactory, helhedsplan=factory.LazyAttribute(lambda o: o.factory_parent.moede.helhedsplan)
    )
    raekkefoelge = factory.LazyAttribute(lambda o: o.moede.behandlinger.count() + 1 if o.moede else 1)
    titel = factory.LazyAttribute(lambda o: o.sag.titel)


class IndkaldelseFactory(DjangoModelFactory):
    class Meta:
        model = moeder.Indkaldelse

    moede = factory.SubFactory(MoedeFactory)
    person = factory.SubFactory(
        PersonFactory, helhedsplan=factory.LazyAttribute(lambda o: o.factory_parent.moede.helhedsplan)
    )
    email = factory.Sequence(lambda n: f"indkaldt{n}@eksempel.invalid")


class ForslagFactory(DjangoModelFactory):
    """An open proposal of a rule that nothing but the test knows, so that no figures take it away."""

    class Meta:
        model = moeder.Forslag

    helhedsplan = factory.SubFactory("tests.factories.HelhedsplanFactory")
    regel = "proeve"
    noegle = factory.Sequence(str)
    titel = "Uforbrugte midler fra 2021"
    grund = "165.000 kr. fra 2021 er ikke brugt."
    udkast = factory.LazyAttribute(
        lambda o: {
            "art": "B",
            "minutter": 10,
            "sagsfremstilling": f"<p>{o.grund}</p>",
            "indstilling": "<p>Det indstilles, at bestyrelsen beslutter, hvad pengene bruges til.</p>",
            "emner": [],
        }
    )


def sid_i(organ, bruger, **felter) -> Organmedlem:
    """The person, by their own name, gets a seat in the body from the plan's first day."""
    person = PersonFactory(helhedsplan=organ.helhedsplan, bruger=bruger, navn=bruger.navn)
    return OrganmedlemFactory(
        plads=PladsFactory(organ=organ), person=person, fra_dato=organ.helhedsplan.start_dato, **felter
    )


class BeslutningFactory(DjangoModelFactory):
    """The plan's next decision, written by somebody; locked when its meeting is closed."""

    class Meta:
        model = moeder.Beslutning

    behandling = factory.SubFactory(BehandlingFactory)
    helhedsplan = factory.LazyAttribute(lambda o: o.behandling.moede.helhedsplan)
    nr = factory.LazyAttribute(lambda o: o.helhedsplan.beslutninger.count() + 1)
    tekst = factory.Sequence(lambda n: f"Organet godkendte indstilling {n}")
    skrevet_af = factory.SubFactory(BrugerFactory)
    laast_tidspunkt = factory.LazyAttribute(lambda o: o.behandling.moede.afsluttet_tidspunkt)


class OpgaveFactory(DjangoModelFactory):
    """Somebody in the plan is to do something by 1 July 2022."""

    class Meta:
        model = moeder.Opgave

    behandling = factory.SubFactory(BehandlingFactory)
    helhedsplan = factory.LazyAttribute(lambda o: o.behandling.moede.helhedsplan)
    tekst = factory.Sequence(lambda n: f"Skrive til skole {n}")
    ejer = factory.SubFactory(PersonFactory, helhedsplan=factory.SelfAttribute("..helhedsplan"))
    frist_dato = date(2022, 7, 1)


class ReferatFactory(DjangoModelFactory):
    """The draft of a meeting that was held, without an edition."""

    class Meta:
        model = moeder.Referat

    moede = factory.SubFactory(MoedeFactory, holdt=True)


class ReferatkommentarFactory(DjangoModelFactory):
    class Meta:
        model = moeder.Referatkommentar

    referat = factory.SubFactory(ReferatFactory)
    tekst = "Det var Bent, der spurgte."
    af = factory.SubFactory(BrugerFactory)
