"""The strategic agreement: one per plan, its text by the sections of the plan's template."""

from typing import Self

import pghistory
from django.db import models

from aftaler.models.helhedsplan import Helhedsplan
from aftaler.models.skabelon import Skabelonafsnit
from brugere.models import Bruger
from kerne.models import Redigerbar, ikke_negativ
from kerne.rigtekst import RigtekstField

NEGATIVT_BELOEB = "Et beløb kan ikke være negativt."


class Hovedtal(models.Model):
    """The main figures of the financing as the document states them, in whole kroner and øre; unknown is not zero."""

    landsbyggefonden = models.DecimalField("Landsbyggefonden", max_digits=14, decimal_places=2, null=True, blank=True)
    lokal_medfinansiering = models.DecimalField(
        "lokal medfinansiering", max_digits=14, decimal_places=2, null=True, blank=True
    )

    class Meta:
        abstract = True
        constraints = [
            ikke_negativ("landsbyggefonden", name="%(class)s_lbf_ikke_negativ", besked=NEGATIVT_BELOEB),
            ikke_negativ("lokal_medfinansiering", name="%(class)s_lokal_ikke_negativ", besked=NEGATIVT_BELOEB),
        ]


class SamarbejdsaftaleQuerySet(models.QuerySet["Samarbejdsaftale"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))


@pghistory.track()
class Samarbejdsaftale(Redigerbar, Hovedtal):
    helhedsplan = models.OneToOneField(Helhedsplan, on_delete=models.PROTECT, related_name="samarbejdsaftale")

    objects = SamarbejdsaftaleQuerySet.as_manager()

    class Meta(Hovedtal.Meta):
        abstract = False
        verbose_name = "strategisk samarbejdsaftale"
        verbose_name_plural = "strategiske samarbejdsaftaler"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Strategisk samarbejdsaftale for {self.helhedsplan}"


class AfsnitQuerySet(models.QuerySet["Afsnit"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(samarbejdsaftale__helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))


@pghistory.track()
class Afsnit(Redigerbar):
    """The plan's own text under one of the template's headings."""

    samarbejdsaftale = models.ForeignKey(Samarbejdsaftale, on_delete=models.PROTECT, related_name="afsnit")
    skabelonafsnit = models.ForeignKey(Skabelonafsnit, on_delete=models.PROTECT, related_name="+")
    tekst = RigtekstField("tekst", blank=True)

    objects = AfsnitQuerySet.as_manager()

    class Meta:
        verbose_name = "afsnit"
        verbose_name_plural = "afsnit"
        ordering = ("samarbejdsaftale", "skabelonafsnit__nr", "pk")
        constraints = [
            models.UniqueConstraint(fields=("samarbejdsaftale", "skabelonafsnit"), name="afsnit_et_pr_skabelonafsnit"),
        ]

    def __str__(self) -> str:
        return str(self.skabelonafsnit)
