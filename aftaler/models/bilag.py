"""The annexes that are texts, signed copies, findings that somebody waived, and the prequalification."""

import pghistory
from django.conf import settings
from django.db import models

from aftaler.models.helhedsplan import Helhedsplan
from aftaler.models.organ import AfPlanQuerySet
from aftaler.models.organisation import Aftalepart
from aftaler.models.version import Version
from kerne.models import Redigerbar
from kerne.rigtekst import RigtekstField


class Bilagsart(models.TextChoices):
    BEREDSKABSPLAN = "beredskabsplan", "Beredskabsplan"
    KOMMISSORIUM = "kommissorium", "Kommissorium for bestyrelsen"


@pghistory.track()
class Dokumentbilag(Redigerbar):
    """An annex that is a text. Its status is mangler (no text), kladde (text) or klar (somebody said so)."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="dokumentbilag", editable=False)
    art = models.CharField("bilag", max_length=20, choices=Bilagsart, editable=False)
    tekst = RigtekstField("tekst", blank=True)
    klar = models.BooleanField("klar", default=False)

    objects = AfPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "bilag"
        verbose_name_plural = "bilag"
        ordering = ("helhedsplan", "art", "pk")
        constraints = [models.UniqueConstraint(fields=("helhedsplan", "art"), name="dokumentbilag_et_af_hver")]

    def __str__(self) -> str:
        return self.get_art_display()


@pghistory.track()
class Underskrift(models.Model):
    """Who signed a version for a party, when, and the signed copy with its own checksum."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="underskrifter", editable=False)
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="underskrifter", editable=False)
    part = models.ForeignKey(Aftalepart, on_delete=models.PROTECT, related_name="underskrifter", verbose_name="part")
    navn = models.CharField("underskrevet af", max_length=120)
    dato = models.DateField("dato")
    fil = models.FileField("underskrevet eksemplar", upload_to="underskrifter/", max_length=200, blank=True)
    fil_navn = models.CharField(max_length=160, blank=True, editable=False)
    fil_sha256 = models.CharField(max_length=64, blank=True, editable=False)

    objects = AfPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "underskrift"
        verbose_name_plural = "underskrifter"
        ordering = ("version", "part__raekkefoelge", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("version", "part"),
                name="underskrift_en_pr_part",
                violation_error_message="Parten har allerede skrevet under på den version.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.navn} for {self.part}"


@pghistory.track()
class Frafald(models.Model):
    """A finding of the rule check that somebody let be, with a reason."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="frafald", editable=False)
    regel = models.CharField("regel", max_length=60)
    noegle = models.CharField("hvad", max_length=160, blank=True)
    grund = models.CharField("begrundelse", max_length=500)
    af = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False)
    tidspunkt = models.DateTimeField(auto_now_add=True)

    objects = AfPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "frafald"
        verbose_name_plural = "frafald"
        ordering = ("helhedsplan", "regel", "noegle", "pk")
        constraints = [models.UniqueConstraint(fields=("helhedsplan", "regel", "noegle"), name="frafald_kun_et")]

    def __str__(self) -> str:
        return f"{self.regel}: {self.grund}"


@pghistory.track()
class Praekvalifikation(Redigerbar):
    """The small document before a plan: LBF's five parts (domain.md 1.3) and the case's own deadline."""

    helhedsplan = models.OneToOneField(
        Helhedsplan, on_delete=models.PROTECT, related_name="praekvalifikation", editable=False
    )
    problembeskrivelse = RigtekstField("problembeskrivelse", blank=True, help_text="Højst fem sider.")
    stamdata = RigtekstField("stamdata for hver afdeling", blank=True)
    noegletal = RigtekstField("nøgletal", blank=True)
    budgetoverslag = RigtekstField("budgetoverslag med forslag til medfinansiering", blank=True)
    anbefaling = RigtekstField("kommunal anbefaling", blank=True)
    ansoegningsfrist = models.DateField("ansøgningsfrist", null=True, blank=True)
    indsendt_dato = models.DateField("indsendt den", null=True, blank=True)
    svar_dato = models.DateField("svar fra Landsbyggefonden den", null=True, blank=True)

    objects = AfPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "prækvalifikation"
        verbose_name_plural = "prækvalifikationer"
        ordering = ("helhedsplan", "pk")

    def __str__(self) -> str:
        return f"Prækvalifikation for {self.helhedsplan}"
