"""What an activity is made of beyond its six fields: kind, target groups, milestones, and the criteria it serves."""

from typing import Self

import pghistory
from django.db import models
from django.db.models import Q

from aftaler.models.aktivitet import Aktivitet
from aftaler.models.helhedsplan import Helhedsplan
from aftaler.models.organ import AfPlanQuerySet
from aftaler.models.succeskriterium import Succeskriterium
from brugere.models import Bruger


class Maalgruppeart(models.TextChoices):
    PRIMAER = "primaer", "primær"
    SEKUNDAER = "sekundaer", "sekundær"


class UnderAktivitetQuerySet(models.QuerySet):
    """Rows that hang on an activity."""

    def synlige_for(self, bruger: Bruger) -> Self:
        synlige = Helhedsplan.objects.synlige_for(bruger)
        return self.filter(aktivitet__delaftale__indsatsomraade__helhedsplan__in=synlige)


@pghistory.track()
class Maalgruppe(models.Model):
    """A target group with its size, so that a group that vanished can be told (Køge)."""

    aktivitet = models.ForeignKey(Aktivitet, on_delete=models.PROTECT, related_name="maalgruppeposter")
    art = models.CharField("slags", max_length=10, choices=Maalgruppeart)
    navn = models.CharField("målgruppe", max_length=200)
    stoerrelse = models.PositiveIntegerField("antal personer", null=True, blank=True)
    bortfaldet_dato = models.DateField("bortfaldet den", null=True, blank=True)
    bortfaldet_grund = models.CharField("hvorfor", max_length=300, blank=True)

    objects = UnderAktivitetQuerySet.as_manager()

    class Meta:
        verbose_name = "målgruppe"
        verbose_name_plural = "målgrupper"
        ordering = ("aktivitet", "art", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(bortfaldet_dato__isnull=True) | ~Q(bortfaldet_grund=""),
                name="maalgruppe_bortfald_har_grund",
                violation_error_message="Skriv, hvorfor målgruppen er bortfaldet.",
            )
        ]

    def __str__(self) -> str:
        return self.navn


@pghistory.track()
class Milepael(models.Model):
    """A milestone of an activity, or of the whole plan where `aktivitet` is empty."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="milepaele", editable=False)
    aktivitet = models.ForeignKey(
        Aktivitet, on_delete=models.PROTECT, null=True, blank=True, related_name="milepaele", editable=False
    )
    navn = models.CharField("milepæl", max_length=200)
    frist_dato = models.DateField("senest")
    udfoert_dato = models.DateField("udført den", null=True, blank=True)
    forsinkelse_grund = models.CharField("hvorfor forsinket", max_length=300, blank=True)

    objects = AfPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "milepæl"
        verbose_name_plural = "milepæle"
        ordering = ("helhedsplan", "frist_dato", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("helhedsplan", "aktivitet", "navn"),
                nulls_distinct=False,
                name="milepael_navn_er_unikt",
                violation_error_message="Der er allerede en milepæl med det navn.",
            )
        ]

    def __str__(self) -> str:
        return self.navn


class Virkningsart(models.TextChoices):
    DIREKTE = "direkte", "virker direkte"
    INDIREKTE = "indirekte", "virker indirekte"
    FORUDSAETNING = "forudsaetning", "er en forudsætning"


@pghistory.track()
class Virkning(models.Model):
    """That an activity serves a criterion, and how."""

    aktivitet = models.ForeignKey(Aktivitet, on_delete=models.PROTECT, related_name="virkninger")
    kriterium = models.ForeignKey(Succeskriterium, on_delete=models.PROTECT, related_name="virkninger")
    art = models.CharField("virkning", max_length=14, choices=Virkningsart, default=Virkningsart.DIREKTE)

    objects = UnderAktivitetQuerySet.as_manager()

    class Meta:
        verbose_name = "virkning"
        verbose_name_plural = "virkninger"
        ordering = ("aktivitet", "kriterium__nr", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("aktivitet", "kriterium"),
                name="virkning_kun_en_gang",
                violation_error_message="Aktiviteten bidrager allerede til det kriterium.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.aktivitet} {self.get_art_display()} på {self.kriterium}"
