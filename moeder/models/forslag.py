"""What the rules propose for the agenda, and what the secretary did with it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from aftaler.models import Helhedsplan
from moeder.models.moede import AfPlanQuerySet
from moeder.models.sag import Behandling
from moeder.statuses import Forslagstilstand


class Forslag(models.Model):
    """One deviation. `noegle` tells it from others of its rule and holds what would make it a new one; one that was
    dropped comes back when `vis_igen_dato` has come, or as a new one when its figures have changed."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="forslag")
    regel = models.CharField(max_length=60)
    noegle = models.CharField(max_length=200)
    titel = models.CharField("punkt", max_length=200)
    grund = models.CharField("tallet bag", max_length=500)
    udkast = models.JSONField("udkast til punktet", default=dict)
    tilstand = models.CharField("tilstand", max_length=10, choices=Forslagstilstand, default=Forslagstilstand.NYT)
    behandling = models.ForeignKey(Behandling, on_delete=models.SET_NULL, null=True, blank=True, related_name="forslag")
    udeladt_grund = models.CharField("hvorfor udeladt", max_length=300, blank=True)
    vis_igen_dato = models.DateField("vis igen", null=True, blank=True)
    afgjort_af = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    afgjort_tidspunkt = models.DateTimeField(null=True, blank=True)

    objects = AfPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "forslag til dagsordenen"
        verbose_name_plural = "forslag til dagsordenen"
        ordering = ("helhedsplan", "regel", "pk")
        constraints = [
            models.UniqueConstraint(fields=("helhedsplan", "regel", "noegle"), name="forslag_kun_en_gang"),
            models.CheckConstraint(
                condition=~Q(tilstand=Forslagstilstand.UDELADT) | ~Q(udeladt_grund=""),
                name="forslag_udeladt_har_grund",
                violation_error_message="Skriv, hvorfor punktet udelades.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel


class Kalenderabonnement(models.Model):
    """A person's calendar feed: the address holds a key of which only the SHA-256 is kept."""

    bruger = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="kalenderabonnement")
    noegle_sum = models.CharField(max_length=64, unique=True)
    oprettet_tidspunkt = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "kalenderabonnement"
        verbose_name_plural = "kalenderabonnementer"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Kalender for {self.bruger}"
