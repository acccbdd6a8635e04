"""An approved document, frozen: a line of numbered versions per document, which never change."""

from datetime import date
from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from aftaler.models.delaftale import Delaftale
from aftaler.models.helhedsplan import Helhedsplan
from brugere.models import Bruger


class Indholdsvektor(models.Func):
    """The Danish words of a frozen document, wherever in its JSON they stand."""

    template = "jsonb_to_tsvector('danish'::regconfig, %(expressions)s, '[\"string\"]'::jsonb)"
    output_field = SearchVectorField()


class VersionQuerySet(models.QuerySet["Version"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))

    def af_dokument(self, helhedsplan: Helhedsplan, delaftale: Delaftale | None) -> Self:
        """One document's line: the strategic agreement's where `delaftale` is None."""
        return self.filter(helhedsplan=helhedsplan, delaftale=delaftale)

    def i_kraft(self, dato: date) -> Self:
        """The versions in force on the day, one a document: the latest that began on or before it."""
        return (
            self.filter(gaelder_fra__lte=dato)
            .order_by("helhedsplan_id", "delaftale_id", "-nr")
            .distinct("helhedsplan_id", "delaftale_id")
        )


class Version(models.Model):
    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="versioner")
    delaftale = models.ForeignKey(Delaftale, on_delete=models.PROTECT, null=True, blank=True, related_name="versioner")
    nr = models.PositiveSmallIntegerField("nummer")
    gaelder_fra = models.DateField("gælder fra")
    grund = models.CharField("hvad er ændret", max_length=300)
    godkendt_af_navn = models.CharField("godkendt af", max_length=160)
    godkendt_dato = models.DateField("godkendt den", null=True)  # None: not stated
    registreret_af = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    registreret_tidspunkt = models.DateTimeField(auto_now_add=True)
    indhold = models.JSONField("indhold")
    kontrolsum = models.CharField("kontrolsum", max_length=64)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = "version"
        verbose_name_plural = "versioner"
        ordering = ("helhedsplan", "delaftale", "-nr", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("helhedsplan", "delaftale", "nr"), name="version_nr_er_unikt", nulls_distinct=False
            ),
        ]
        indexes = [GinIndex(Indholdsvektor("indhold"), name="version_ordene")]
        triggers = [
            pgtrigger.Protect(name="version_er_uforanderlig", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"version {self.nr}"

    @property
    def titel(self) -> str:
        """The document's name as the version froze it; a list that defers `indhold` should not ask."""
        nr, navn = self.indhold["nr"], self.indhold.get("indsatsomraade", "")
        return f"Delaftale {nr} {navn}" if nr else self.indhold["titel"]
