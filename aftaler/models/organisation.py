"""Organisations, areas, afdelinger and people: an area is not an afdeling is not a plan (domain.md 3.3)."""

from typing import Self

import pghistory
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, OuterRef

from aftaler.models.helhedsplan import Helhedsplan
from brugere.models import Bruger


class Organisationsart(models.TextChoices):
    BOLIGORGANISATION = "boligorganisation", "Boligorganisation"
    KOMMUNE = "kommune", "Kommune"
    POLITI = "politi", "Politi"
    FORENING = "forening", "Forening"
    FOND = "fond", "Fond"
    LANDSBYGGEFONDEN = "landsbyggefonden", "Landsbyggefonden"
    ANDEN = "anden", "Anden"


def _i_synlig_plan(bruger: Bruger, sti: str) -> Exists:
    """The row is tied to a plan that the person may see; `sti` is the way from the plan to the row."""
    return Exists(Helhedsplan.objects.synlige_for(bruger).filter(**{sti: OuterRef("pk")}))


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(_i_synlig_plan(bruger, "aftaleparter__organisation"))


@pghistory.track()
class Organisation(models.Model):
    navn = models.CharField("navn", max_length=160)
    art = models.CharField("art", max_length=30, choices=Organisationsart)
    cvr = models.CharField(
        "CVR-nummer",
        max_length=8,
        blank=True,
        validators=[RegexValidator(r"^\d{8}$", "Et CVR-nummer er otte cifre, fx 12345678.")],
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = "organisation"
        verbose_name_plural = "organisationer"
        ordering = ("navn", "pk")

    def __str__(self) -> str:
        return self.navn


class PersonQuerySet(models.QuerySet["Person"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))


@pghistory.track()
class Person(models.Model):
    """Somebody who sits in a body, signs or is responsible. Name and title only: no CPR, ever."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="personer")
    navn = models.CharField("navn", max_length=120)
    titel = models.CharField("titel", max_length=120, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="personer",
        verbose_name="organisation",
    )
    bruger = models.ForeignKey(Bruger, on_delete=models.SET_NULL, null=True, blank=True, related_name="personer")

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "personer"
        ordering = ("navn", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("helhedsplan", "navn"),
                name="person_navn_er_unikt_i_planen",
                violation_error_message="Der står allerede en person med det navn i planen.",
            )
        ]

    def __str__(self) -> str:
        return self.navn


class AftalepartQuerySet(models.QuerySet["Aftalepart"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))


@pghistory.track()
class Aftalepart(models.Model):
    """An organisation as a party to the agreement, with the one who is to sign for it; who did is Underskrift."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="aftaleparter")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="aftaleparter")
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=1)
    underskriver = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="underskrifter",
        verbose_name="underskrives af",
    )

    objects = AftalepartQuerySet.as_manager()

    class Meta:
        verbose_name = "aftalepart"
        verbose_name_plural = "aftaleparter"
        ordering = ("raekkefoelge", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("helhedsplan", "organisation"),
                name="aftalepart_kun_en_gang",
                violation_error_message="Organisationen er allerede part i aftalen.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation)


class BoligomraadeQuerySet(models.QuerySet["Boligomraade"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(_i_synlig_plan(bruger, "boligomraader"))


@pghistory.track()
class Boligomraade(models.Model):
    """The ministry's area: matrikler that may cut across afdelinger."""

    navn = models.CharField("navn", max_length=120)
    helhedsplaner = models.ManyToManyField(Helhedsplan, related_name="boligomraader", blank=True)
    beboere = models.PositiveIntegerField("beboere", null=True, blank=True)

    objects = BoligomraadeQuerySet.as_manager()

    class Meta:
        verbose_name = "boligområde"
        verbose_name_plural = "boligområder"
        ordering = ("navn", "pk")

    def __str__(self) -> str:
        return self.navn


class BoligafdelingQuerySet(models.QuerySet["Boligafdeling"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(_i_synlig_plan(bruger, "boligafdelinger"))


@pghistory.track()
class Boligafdeling(models.Model):
    """An afdeling that one boligorganisation owns."""

    navn = models.CharField("navn", max_length=120)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="boligafdelinger", verbose_name="boligorganisation"
    )
    lbf_nr = models.CharField("LBF-nummer", max_length=20, blank=True)
    boliger = models.PositiveIntegerField("boliger", null=True, blank=True)
    beboere = models.PositiveIntegerField("beboere", null=True, blank=True)
    helhedsplaner = models.ManyToManyField(Helhedsplan, related_name="boligafdelinger", blank=True)
    boligomraader = models.ManyToManyField(Boligomraade, related_name="boligafdelinger", blank=True)

    objects = BoligafdelingQuerySet.as_manager()

    class Meta:
        verbose_name = "boligafdeling"
        verbose_name_plural = "boligafdelinger"
        ordering = ("navn", "pk")

    def __str__(self) -> str:
        return self.navn
