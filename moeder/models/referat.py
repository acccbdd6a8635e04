"""The minutes of a meeting: written, commented on, approved by each, and never silently changed afterwards."""

from typing import Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from brugere.models import Bruger
from kerne.models import Redigerbar, sammen_eller_slet_ikke
from moeder.models.moede import AfMoedeQuerySet, Moede
from moeder.models.sag import Behandling
from moeder.statuses import Referattilstand


class Referat(Redigerbar):
    """The text stands on the items; this is its way to approval. Sending it freezes an edition (`Referatudgave`)."""

    moede = models.OneToOneField(Moede, on_delete=models.PROTECT, related_name="referat")
    tilstand = models.CharField(
        "tilstand", max_length=12, choices=Referattilstand, default=Referattilstand.KLADDE, editable=False
    )
    kommentarfrist_dato = models.DateField("kommentarer senest", null=True, blank=True)
    godkendt_moede = models.ForeignKey(
        Moede, on_delete=models.PROTECT, null=True, blank=True, related_name="godkendte_referater", editable=False
    )
    godkendt_tidspunkt = models.DateTimeField(null=True, editable=False)

    objects = AfMoedeQuerySet.as_manager()

    class Meta:
        verbose_name = "referat"
        verbose_name_plural = "referater"
        ordering = ("moede", "pk")

    def __str__(self) -> str:
        return f"Referat af {self.moede}"


class AfReferatQuerySet(models.QuerySet):
    """Rows that hang on a referat."""

    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(referat__in=Referat.objects.synlige_for(bruger))


class OmPunktQuerySet(AfReferatQuerySet):
    def synlige_for(self, bruger: Bruger) -> Self:
        """On the whole referat, or on an item that the person sees."""
        om_punktet = Q(behandling=None) | Q(behandling__in=Behandling.objects.synlige_for(bruger))
        return super().synlige_for(bruger).filter(om_punktet)


class Referatudgave(models.Model):
    """What was sent out, whole, as plain JSON; a correction is a new edition."""

    referat = models.ForeignKey(Referat, on_delete=models.PROTECT, related_name="udgaver")
    nr = models.PositiveSmallIntegerField("udgave")
    indhold = models.JSONField("indhold")
    kontrolsum = models.CharField("kontrolsum", max_length=64)
    frosset_af = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    frosset_tidspunkt = models.DateTimeField(default=timezone.now, editable=False)

    objects = AfReferatQuerySet.as_manager()

    class Meta:
        verbose_name = "udgave af et referat"
        verbose_name_plural = "udgaver af referater"
        ordering = ("referat", "-nr", "pk")
        constraints = [models.UniqueConstraint(fields=("referat", "nr"), name="referatudgave_nr_er_unikt")]
        triggers = [
            pgtrigger.Protect(name="referatudgave_er_uforanderlig", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.referat}, udgave {self.nr}"


@pghistory.track()
class Referatkommentar(models.Model):
    """A remark on the draft, to one item or to the whole, and what came of it."""

    referat = models.ForeignKey(Referat, on_delete=models.PROTECT, related_name="kommentarer")
    behandling = models.ForeignKey(Behandling, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    tekst = models.TextField("kommentar", max_length=2000)
    af = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    tidspunkt = models.DateTimeField(auto_now_add=True)
    svar = models.CharField("svar", max_length=500, blank=True)
    svaret_af = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    svaret_tidspunkt = models.DateTimeField(null=True, blank=True)

    objects = OmPunktQuerySet.as_manager()

    class Meta:
        verbose_name = "kommentar til et referat"
        verbose_name_plural = "kommentarer til referater"
        ordering = ("referat", "tidspunkt", "pk")
        constraints = [
            sammen_eller_slet_ikke(
                "svaret_af",
                "svaret_tidspunkt",
                name="referatkommentar_svaret_komplet",
                besked="Et svar har både navn og tidspunkt.",
            )
        ]

    def __str__(self) -> str:
        return self.tekst[:60]


class Referatgodkendelse(models.Model):
    """One member's approval, with its time."""

    referat = models.ForeignKey(Referat, on_delete=models.PROTECT, related_name="godkendelser")
    udgave = models.ForeignKey(Referatudgave, on_delete=models.PROTECT, related_name="+")
    af = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    tidspunkt = models.DateTimeField(auto_now_add=True)

    objects = AfReferatQuerySet.as_manager()

    class Meta:
        verbose_name = "godkendelse af et referat"
        verbose_name_plural = "godkendelser af referater"
        ordering = ("referat", "tidspunkt", "pk")
        constraints = [models.UniqueConstraint(fields=("udgave", "af"), name="referatgodkendelse_en_gang")]

    def __str__(self) -> str:
        return f"{self.af}, {self.tidspunkt:%d.%m.%Y}"


class Referattilfoejelse(models.Model):
    """A correction after approval: added below, signed and dated."""

    referat = models.ForeignKey(Referat, on_delete=models.PROTECT, related_name="tilfoejelser")
    behandling = models.ForeignKey(Behandling, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    tekst = models.TextField("tilføjelse", max_length=2000)
    af = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    tidspunkt = models.DateTimeField(auto_now_add=True)

    objects = OmPunktQuerySet.as_manager()

    class Meta:
        verbose_name = "tilføjelse til et referat"
        verbose_name_plural = "tilføjelser til referater"
        ordering = ("referat", "tidspunkt", "pk")
        triggers = [pgtrigger.Protect(name="referattilfoejelse_er_fast", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.tekst[:60]
