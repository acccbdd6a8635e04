"""What becomes of each part of a plan when it ends: carried on into the next, ended, or taken over by the kommune."""

from typing import Self

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from aftaler.models.aktivitet import Aktivitet
from aftaler.models.delaftale import Indsatsomraade
from aftaler.models.helhedsplan import Helhedsplan
from aftaler.models.organ import Organ
from aftaler.models.succeskriterium import Succeskriterium
from brugere.models import Bruger

TING = ("indsatsomraade", "aktivitet", "kriterium", "organ")


class Valg(models.TextChoices):
    VIDERE = "videre", "Føres videre"
    SLUTTER = "slutter", "Slutter"
    KOMMUNEN = "kommunen", "Overgår til kommunen"


class ViderefoerelseQuerySet(models.QuerySet["Viderefoerelse"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        """Decisions belong to both plans: whoever sees either may read them."""
        synlige = Helhedsplan.objects.synlige_for(bruger)
        return self.filter(Q(fra_plan__in=synlige) | Q(til_plan__in=synlige))


def _en_ting() -> Q:
    """Exactly one of the four is what the decision is about."""
    en = Q()
    for valgt in TING:
        en |= Q(**{f"{navn}__isnull": navn != valgt for navn in TING})
    return en


@pghistory.track()
class Viderefoerelse(models.Model):
    """One decision about one part. `til_plan` and `kopi_noegle` are set when the next plan is started.

    `kopi_noegle` is the key of the copy, of the same kind, in the next plan; it may since have been deleted there.
    """

    fra_plan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="viderefoerelser")
    til_plan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, null=True, related_name="overtaget")
    indsatsomraade = models.OneToOneField(
        Indsatsomraade, on_delete=models.CASCADE, null=True, related_name="viderefoerelse"
    )
    aktivitet = models.OneToOneField(Aktivitet, on_delete=models.CASCADE, null=True, related_name="viderefoerelse")
    kriterium = models.OneToOneField(
        Succeskriterium, on_delete=models.CASCADE, null=True, related_name="viderefoerelse"
    )
    organ = models.OneToOneField(Organ, on_delete=models.CASCADE, null=True, related_name="viderefoerelse")
    valg = models.CharField("hvad sker der", max_length=10, choices=Valg)
    grund = models.CharField("begrundelse", max_length=300, blank=True)
    besluttet_af = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    besluttet_tidspunkt = models.DateTimeField()
    kopi_noegle = models.PositiveBigIntegerField(null=True)

    objects = ViderefoerelseQuerySet.as_manager()

    class Meta:
        verbose_name = "videreførelse"
        verbose_name_plural = "videreførelser"
        ordering = ("fra_plan", "pk")
        constraints = [
            models.CheckConstraint(condition=_en_ting(), name="viderefoerelse_en_ting"),
            models.CheckConstraint(
                condition=Q(valg=Valg.VIDERE) | ~Q(grund=""),
                name="viderefoerelse_ophoer_har_grund",
                violation_error_message="Skriv, hvorfor det ikke føres videre.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ting}: {self.get_valg_display().lower()}"

    @property
    def ting(self) -> Indsatsomraade | Aktivitet | Succeskriterium | Organ:
        """What the decision is about; expects the four to be fetched."""
        return self.indsatsomraade or self.aktivitet or self.kriterium or self.organ
