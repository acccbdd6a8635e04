"""Spending as the ledger has it: one row a posting, in kroner and øre."""

from typing import Self

import pghistory
from django.db import models
from django.db.models import Q

from aftaler.models import Delaftale, Finansieringskilde, Helhedsplan, Omkostningstype
from aftaler.models.budget import Placering
from aftaler.models.organ import AfPlanQuerySet
from kerne.models import Indlaesning, Redigerbar


class ForbrugsindlaesningQuerySet(AfPlanQuerySet):
    def nyeste_foerst(self) -> Self:
        return self.order_by("-oprettet_tidspunkt", "pk")


class Forbrugsindlaesning(Indlaesning):
    """A finance system's file of postings. `kolonner` is rules.posteringskolonner.Kolonner."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="forbrugsindlaesninger")

    objects = ForbrugsindlaesningQuerySet.as_manager()

    class Meta:
        verbose_name = "forbrugsindlæsning"
        verbose_name_plural = "forbrugsindlæsninger"
        ordering = ("-oprettet_tidspunkt", "pk")


@pghistory.track()
class Forbrug(Redigerbar):
    """One posting. Without `bogfoert_dato` the money is committed (disponeret), not spent yet.

    `noegle` tells a ledger's line from every other, so that the same line twice is one row; it is empty for what a
    person writes.
    """

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="forbrug", editable=False)
    placering = models.CharField("hører til", max_length=14, choices=Placering)
    delaftale = models.ForeignKey(Delaftale, on_delete=models.PROTECT, null=True, blank=True, related_name="forbrug")
    omkostningstype = models.ForeignKey(
        Omkostningstype, on_delete=models.PROTECT, null=True, blank=True, related_name="forbrug"
    )
    kilde = models.ForeignKey(
        Finansieringskilde,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="forbrug",
        verbose_name="betalt af",
    )
    bogfoert_dato = models.DateField("bogført den", null=True, blank=True)
    aar = models.PositiveSmallIntegerField("regnskabsår")
    beloeb = models.DecimalField("beløb i kr.", max_digits=14, decimal_places=2)
    kreditnota = models.BooleanField("kreditnota", default=False)
    tekst = models.CharField("tekst", max_length=200)
    bilagsnr = models.CharField("bilagsnummer", max_length=40, blank=True)
    indlaesning = models.ForeignKey(
        Forbrugsindlaesning, on_delete=models.PROTECT, null=True, blank=True, related_name="forbrug", editable=False
    )
    kildefil = models.CharField("fil", max_length=160, blank=True, editable=False)
    linje = models.PositiveIntegerField("linje i filen", null=True, blank=True, editable=False)
    noegle = models.CharField(max_length=64, blank=True, editable=False)
    eksempel = models.BooleanField("opdigtet eksempel", default=False, editable=False)

    objects = AfPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "forbrug"
        verbose_name_plural = "forbrug"
        ordering = ("helhedsplan", "-aar", "-bogfoert_dato", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(placering=Placering.DELAFTALE, delaftale__isnull=False)
                | (~Q(placering=Placering.DELAFTALE) & Q(delaftale__isnull=True)),
                name="forbrug_delaftale_efter_placering",
                violation_error_message="Vælg den delaftale, beløbet hører til, eller gør det tværgående.",
            ),
            models.CheckConstraint(
                condition=Q(kreditnota=False, beloeb__gt=0) | Q(kreditnota=True, beloeb__lt=0),
                name="forbrug_minus_kun_ved_kreditnota",
                violation_error_message="Et beløb er over nul. Er det penge, der kommer tilbage, så sæt kryds ved "
                "kreditnota.",
            ),
            models.UniqueConstraint(
                fields=("helhedsplan", "noegle"),
                condition=~Q(noegle=""),
                name="forbrug_samme_linje_kun_en_gang",
                violation_error_message="Linjen er læst ind i forvejen.",
            ),
        ]
        indexes = [models.Index(fields=("helhedsplan", "aar"), name="forbrug_plan_og_aar")]

    def __str__(self) -> str:
        return self.tekst

    @property
    def er_disponeret(self) -> bool:
        return self.bogfoert_dato is None
