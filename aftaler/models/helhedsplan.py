"""The plan, and who may come near it: every query in the house starts at Medlemskab."""

from datetime import date
from decimal import Decimal
from typing import Self

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from aftaler.models.skabelon import Bevillingsperiode, Papir, Skabelon
from brugere.models import Bruger
from brugere.roles import Ret, Rolle, roller_med
from kerne.models import Redigerbar, i_raekkefoelge


class Fase(models.TextChoices):
    PRAEKVALIFICERET = "praekvalificeret", "Prækvalificeret"
    UDARBEJDES = "udarbejdes", "Udarbejdes"
    I_DRIFT = "i_drift", "I drift"
    AFSLUTTET = "afsluttet", "Afsluttet"


class MedlemskabQuerySet(models.QuerySet["Medlemskab"]):
    def gyldige(self, dato: date | None = None) -> Self:
        """Memberships in force on the day (default: today in Denmark)."""
        dato = dato or timezone.localdate()
        return self.filter(Q(til_dato__isnull=True) | Q(til_dato__gte=dato), fra_dato__lte=dato)

    def gyldige_for(self, bruger: Bruger, ret: Ret = Ret.PLAN_SE) -> Self:
        """The person's memberships today whose role holds the right."""
        if not bruger.is_authenticated or not bruger.is_active:
            return self.none()
        return self.gyldige().filter(bruger=bruger, rolle__in=roller_med(ret))


class HelhedsplanQuerySet(models.QuerySet["Helhedsplan"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(Exists(Medlemskab.objects.gyldige_for(bruger).filter(helhedsplan=OuterRef("pk"))))


@pghistory.track()
class Helhedsplan(Redigerbar):
    slug = models.SlugField("kort navn i adressen", max_length=60, unique=True, allow_unicode=False)
    navn = models.CharField("navn", max_length=160)
    omraade = models.CharField("områdets navn", max_length=160, help_text="Som det skal stå på aftalens forside.")
    kommune = models.CharField("kommune", max_length=80)
    bevillingsperiode = models.ForeignKey(
        Bevillingsperiode, on_delete=models.PROTECT, related_name="helhedsplaner", verbose_name="bevillingsperiode"
    )
    skabelon = models.ForeignKey(
        Skabelon,
        on_delete=models.PROTECT,
        related_name="helhedsplaner",
        verbose_name="skabelon",
        limit_choices_to={"papir": Papir.STRATEGISK},
    )
    lbf_sagsnr = models.CharField("LBF-sagsnummer", max_length=40, blank=True)
    start_dato = models.DateField("start")
    slut_dato = models.DateField("slut")
    fase = models.CharField("fase", max_length=20, choices=Fase, default=Fase.UDARBEJDES)
    tolerance = models.DecimalField(
        "tolerance",
        max_digits=4,
        decimal_places=3,
        default=Decimal("0.100"),
        help_text="Den del af vejen fra udgangspunkt til mål, et kriterium må være bagud og stadig være på sporet.",
    )
    forgaenger = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="efterfoelgere", verbose_name="forgænger"
    )
    eksempel = models.BooleanField("demoplan", default=False, editable=False)

    objects = HelhedsplanQuerySet.as_manager()

    class Meta:
        verbose_name = "helhedsplan"
        verbose_name_plural = "helhedsplaner"
        ordering = ("navn", "pk")
        constraints = [
            i_raekkefoelge(
                "start_dato",
                "slut_dato",
                name="helhedsplan_start_foer_slut",
                besked="Slutdatoen skal ligge efter startdatoen.",
            )
        ]

    def __str__(self) -> str:
        return self.navn


@pghistory.track()
class Medlemskab(models.Model):
    """A person's role in one plan, from–to. Without one in force, the plan does not exist for them."""

    bruger = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="medlemskaber")
    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="medlemskaber")
    rolle = models.CharField("rolle", max_length=20, choices=Rolle)
    fra_dato = models.DateField("fra", default=timezone.localdate)
    til_dato = models.DateField("til og med", null=True, blank=True)

    objects = MedlemskabQuerySet.as_manager()

    class Meta:
        verbose_name = "medlemskab"
        verbose_name_plural = "medlemskaber"
        ordering = ("helhedsplan", "rolle", "pk")
        constraints = [
            i_raekkefoelge(
                "fra_dato",
                "til_dato",
                name="medlemskab_fra_foer_til",
                besked="Medlemskabet kan ikke slutte før det begynder.",
            ),
            models.UniqueConstraint(
                fields=("bruger", "helhedsplan", "rolle"),
                condition=Q(til_dato__isnull=True),
                name="medlemskab_kun_et_aabent",
                violation_error_message="Personen har allerede den rolle i planen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bruger}, {self.get_rolle_display()}"
