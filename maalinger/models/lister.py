"""The ministry's lists: their dated thresholds, the country's figures, and where an area was placed."""

from typing import Self

from django.db import models
from django.db.models import Q

from aftaler.laesning import Sammenligning
from aftaler.models import Boligomraade, Helhedsplan
from brugere.models import Bruger
from kerne.models import i_raekkefoelge
from maalinger.models.registerdata import Indikator
from maalinger.statuses import Graensegrundlag, Listetype


class Liste(models.Model):
    """One list in the years that its rules held. Catalogue: a changed law is a new row.

    An area is on it when it has `mindst_beboere`, meets every required criterion and `kraever` criteria in all, is on
    the list it builds on (`bygger_paa`), and has been so `aar_i_traek` years in a row.
    """

    art = models.CharField("liste", max_length=16, choices=Listetype)
    fra_aar = models.PositiveSmallIntegerField("fra år")
    til_aar = models.PositiveSmallIntegerField("til og med år", null=True, blank=True)
    mindst_beboere = models.PositiveIntegerField("mindst så mange beboere", default=1000)
    kraever = models.PositiveSmallIntegerField("så mange kriterier skal være opfyldt", default=0)
    bygger_paa = models.CharField("kun for områder på listen", max_length=16, choices=Listetype, blank=True)
    aar_i_traek = models.PositiveSmallIntegerField("år i træk", default=1)
    kilde = models.CharField("kilde", max_length=300)

    class Meta:
        verbose_name = "liste"
        verbose_name_plural = "lister"
        ordering = ("art", "-fra_aar", "pk")
        constraints = [
            i_raekkefoelge(
                "fra_aar", "til_aar", name="liste_aar_i_orden", besked="Det sidste år skal ligge efter det første."
            ),
            models.UniqueConstraint(
                fields=("art", "fra_aar"),
                name="liste_en_fra_hvert_aar",
                violation_error_message="Listen har allerede regler fra det år.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_art_display()} fra {self.fra_aar}"


class Listekriterium(models.Model):
    """One threshold of a list, with the law's own sign: `>` and `≥` are not the same."""

    liste = models.ForeignKey(Liste, on_delete=models.CASCADE, related_name="kriterier")
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="listekriterier")
    navn = models.CharField("navn", max_length=160)
    tegn = models.CharField("opfyldt når tallet er", max_length=2, choices=Sammenligning)
    graense = models.DecimalField("grænse", max_digits=10, decimal_places=3)
    grundlag = models.CharField("grænsen er", max_length=16, choices=Graensegrundlag, default=Graensegrundlag.FAST)
    vindue_aar = models.PositiveSmallIntegerField("gennemsnit af så mange år", default=1)
    paakraevet = models.BooleanField("skal være opfyldt", default=False)
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=1)

    class Meta:
        verbose_name = "listekriterium"
        verbose_name_plural = "listekriterier"
        ordering = ("liste", "raekkefoelge", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("liste", "indikator"),
                name="listekriterium_kun_en_gang",
                violation_error_message="Listen har allerede en grænse for den indikator.",
            )
        ]

    def __str__(self) -> str:
        return self.navn


class Landstal(models.Model):
    """The country's or a region's mean of an indicator in a year: what relative thresholds are relative to."""

    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="landstal")
    region = models.CharField("region", max_length=80, blank=True, help_text="Tomt er hele landet.")
    aar = models.PositiveSmallIntegerField("år")
    vaerdi = models.DecimalField("gennemsnit", max_digits=14, decimal_places=3)
    kilde = models.CharField("kilde", max_length=300)

    class Meta:
        verbose_name = "landstal"
        verbose_name_plural = "landstal"
        ordering = ("indikator", "region", "-aar", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("indikator", "region", "aar"),
                name="landstal_et_pr_aar",
                violation_error_message="Der er allerede et tal for det år.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.indikator}, {self.region or 'hele landet'}, {self.aar}"


class ListeplaceringQuerySet(models.QuerySet["Listeplacering"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))


class Listeplacering(models.Model):
    """What the ministry's published list said of an area, beside what the figures say; also that it was not on it."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="listeplaceringer")
    omraade = models.ForeignKey(Boligomraade, on_delete=models.PROTECT, related_name="listeplaceringer")
    art = models.CharField("liste", max_length=16, choices=Listetype)
    aar = models.PositiveSmallIntegerField("år")
    paa_listen = models.BooleanField("på listen", default=True)
    kilde = models.CharField("kilde", max_length=300)

    objects = ListeplaceringQuerySet.as_manager()

    class Meta:
        verbose_name = "listeplacering"
        verbose_name_plural = "listeplaceringer"
        ordering = ("omraade", "-aar", "art", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("helhedsplan", "omraade", "art", "aar"),
                name="listeplacering_kun_en_gang",
                violation_error_message="Områdets plads på den liste er skrevet ind for det år.",
            ),
            models.CheckConstraint(
                condition=Q(aar__gte=2010),
                name="listeplacering_fra_2010",
                violation_error_message="De første lister er fra 2010.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.omraade}, {self.get_art_display()} {self.aar}"
