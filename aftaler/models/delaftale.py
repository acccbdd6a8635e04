"""A chosen indsatsområde (written in the strategic agreement) and the delaftale that carries it out."""

from typing import Self

import pghistory
from django.db import models

from aftaler.models.aftale import Hovedtal
from aftaler.models.helhedsplan import Helhedsplan
from aftaler.models.skabelon import Omraadetype
from brugere.models import Bruger
from kerne.models import Redigerbar, i_raekkefoelge
from kerne.rigtekst import RigtekstField


class IndsatsomraadeQuerySet(models.QuerySet["Indsatsomraade"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))


@pghistory.track()
class Indsatsomraade(Redigerbar):
    """Its texts and its criteria belong to the strategic agreement; the delaftale prints them from there."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="indsatsomraader")
    omraadetype = models.ForeignKey(
        Omraadetype, on_delete=models.PROTECT, related_name="+", verbose_name="indsatsområde"
    )
    problemkompleks = RigtekstField("problemkompleks", blank=True)
    formaal_og_maal = RigtekstField("formål og mål", blank=True)

    objects = IndsatsomraadeQuerySet.as_manager()

    class Meta:
        verbose_name = "indsatsområde"
        verbose_name_plural = "indsatsområder"
        ordering = ("helhedsplan", "omraadetype__nr", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("helhedsplan", "omraadetype"),
                name="indsatsomraade_kun_en_gang",
                violation_error_message="Indsatsområdet er allerede valgt i planen.",
            )
        ]

    def __str__(self) -> str:
        return str(self.omraadetype)


class DelaftaleQuerySet(models.QuerySet["Delaftale"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(indsatsomraade__helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))

    def i_raekkefoelge(self) -> Self:
        return self.order_by("indsatsomraade__omraadetype__nr", "pk")


@pghistory.track()
class Delaftale(Redigerbar, Hovedtal):
    indsatsomraade = models.OneToOneField(Indsatsomraade, on_delete=models.PROTECT, related_name="delaftale")
    medarbejderressourcer = RigtekstField("medarbejderressourcer", blank=True)
    sammenhaeng = RigtekstField("sammenhæng med den kommunale indsats", blank=True)
    konflikthaandtering = RigtekstField("konflikthåndtering og underretning", blank=True)
    revision = RigtekstField("revision af delaftalen", blank=True)
    start_dato = models.DateField("gælder fra", null=True, blank=True)
    slut_dato = models.DateField("gælder til", null=True, blank=True)

    objects = DelaftaleQuerySet.as_manager()

    class Meta(Hovedtal.Meta):
        abstract = False
        verbose_name = "delaftale"
        verbose_name_plural = "delaftaler"
        ordering = ("indsatsomraade", "pk")
        constraints = [
            *Hovedtal.Meta.constraints,
            i_raekkefoelge(
                "start_dato",
                "slut_dato",
                name="delaftale_start_foer_slut",
                besked="Delaftalens slutdato skal ligge efter dens startdato.",
            ),
        ]

    def __str__(self) -> str:
        return f"Delaftale {self.indsatsomraade}"
