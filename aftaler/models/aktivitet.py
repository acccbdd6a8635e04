"""An activity: LBF's form of six fields, block 13 of its delaftale."""

from typing import Self

import pghistory
from django.db import models

from aftaler.models.delaftale import Delaftale
from aftaler.models.helhedsplan import Helhedsplan
from aftaler.models.organisation import Boligomraade, Person
from aftaler.statuses import Aktivitetsstatus
from brugere.models import Bruger
from kerne.models import Redigerbar, i_raekkefoelge, sammen_eller_slet_ikke
from kerne.rigtekst import RigtekstField


class Aktivitetstype(models.Model):
    """The catalogue of kinds of activity; an administrator edits it."""

    navn = models.CharField("navn", max_length=120, unique=True)
    beskrivelse = models.CharField("beskrivelse", max_length=300, blank=True)

    class Meta:
        verbose_name = "aktivitetstype"
        verbose_name_plural = "aktivitetstyper"
        ordering = ("navn", "pk")

    def __str__(self) -> str:
        return self.navn


class AktivitetQuerySet(models.QuerySet["Aktivitet"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(delaftale__indsatsomraade__helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))


@pghistory.track()
class Aktivitet(Redigerbar):
    delaftale = models.ForeignKey(Delaftale, on_delete=models.PROTECT, related_name="aktiviteter")
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=1, editable=False)
    navn = models.CharField("aktivitetsnavn", max_length=160)
    indhold = RigtekstField("indhold og praksis (aktivitetsbeskrivelse)", blank=True)
    formaal_og_maal = RigtekstField("formål og mål", blank=True)
    maalgrupper = RigtekstField("målgruppe(r)", blank=True)
    ansvar_og_roller = RigtekstField("ansvars- og rollefordeling", blank=True)
    type = models.ForeignKey(
        Aktivitetstype, on_delete=models.PROTECT, null=True, blank=True, related_name="aktiviteter", verbose_name="type"
    )
    boligomraader = models.ManyToManyField(
        Boligomraade, related_name="aktiviteter", blank=True, verbose_name="boligområder"
    )
    ansvarlig = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="aktiviteter", verbose_name="ansvarlig"
    )
    start_dato = models.DateField("begynder", null=True, blank=True)
    slut_dato = models.DateField("slutter", null=True, blank=True)
    status_sat = models.CharField("status sat i hånden", max_length=14, choices=Aktivitetsstatus, blank=True)
    status_grund = models.CharField("begrundelse", max_length=300, blank=True)
    status_sat_af = models.ForeignKey(
        Bruger, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    status_sat_tidspunkt = models.DateTimeField(null=True, blank=True, editable=False)
    eksempel = models.BooleanField("opdigtet eksempel", default=False, editable=False)

    objects = AktivitetQuerySet.as_manager()

    class Meta:
        verbose_name = "aktivitet"
        verbose_name_plural = "aktiviteter"
        ordering = ("delaftale", "raekkefoelge", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("delaftale", "navn"),
                name="aktivitet_navn_er_unikt_i_delaftalen",
                violation_error_message="Der er allerede en aktivitet med det navn i delaftalen.",
            ),
            i_raekkefoelge(
                "start_dato",
                "slut_dato",
                name="aktivitet_start_foer_slut",
                besked="Aktiviteten kan ikke slutte, før den begynder.",
            ),
            sammen_eller_slet_ikke(
                "status_sat_af",
                "status_sat_tidspunkt",
                name="aktivitet_status_sat_komplet",
                besked="En status, der er sat i hånden, har både navn og tidspunkt.",
            ),
            models.CheckConstraint(
                condition=models.Q(status_sat="") | ~models.Q(status_grund=""),
                name="aktivitet_status_sat_har_grund",
                violation_error_message="Skriv, hvorfor status er sat i hånden.",
            ),
        ]

    def __str__(self) -> str:
        return self.navn
