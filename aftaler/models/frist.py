"""Deadlines: stored, made from the agreement, movable with a reason. Never recomputed from today."""

import pghistory
from django.db import models
from django.db.models import F, Q

from aftaler.models.delaftale import Delaftale
from aftaler.models.helhedsplan import Helhedsplan
from aftaler.models.organ import AfPlanQuerySet


class Fristart(models.TextChoices):
    GENNEMGANG = "gennemgang", "Årlig gennemgang af delaftale"
    EFTERSYN = "eftersyn", "Ét-års-eftersyn"
    MIDTVEJS = "midtvejs", "Midtvejsevaluering"
    AFSLUTNING = "afslutning", "Planens slutning nærmer sig"
    ANDEN = "anden", "Andet"


@pghistory.track()
class Frist(models.Model):
    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="frister", editable=False)
    delaftale = models.ForeignKey(
        Delaftale, on_delete=models.PROTECT, null=True, blank=True, related_name="frister", editable=False
    )
    art = models.CharField("slags", max_length=12, choices=Fristart, default=Fristart.ANDEN)
    navn = models.CharField("frist", max_length=200)
    dato = models.DateField("senest")
    oprindelig_dato = models.DateField("oprindelig dato", editable=False)
    flyttet_grund = models.CharField("hvorfor flyttet", max_length=300, blank=True)
    udfoert_dato = models.DateField("gjort den", null=True, blank=True)

    objects = AfPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "frist"
        verbose_name_plural = "frister"
        ordering = ("helhedsplan", "dato", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(dato=F("oprindelig_dato")) | ~Q(flyttet_grund=""),
                name="frist_flyttet_har_grund",
                violation_error_message="Skriv, hvorfor fristen er flyttet.",
            ),
            models.UniqueConstraint(
                fields=("helhedsplan", "delaftale", "art", "oprindelig_dato", "navn"),
                nulls_distinct=False,
                name="frist_kun_en_gang",
            ),
        ]

    def __str__(self) -> str:
        return self.navn
