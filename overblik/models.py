"""The digest mail of a person: what they chose, and what it has told them. Everything else here is read, not kept."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q

from aftaler.models import Medlemskab
from brugere.models import Bruger
from overblik.statuses import FRAVALGTE, Emne, Hyppighed


def fravalgt_fra_begyndelsen() -> list[str]:
    return [str(et) for et in FRAVALGTE]


class SamlemailQuerySet(models.QuerySet["Samlemail"]):
    def modtagere(self) -> models.QuerySet[Bruger]:
        """Everybody with an address and a membership today, but those who said never. Without a row: not asked yet."""
        med_plan = Exists(Medlemskab.objects.gyldige().filter(bruger=OuterRef("pk")))
        aldrig = Exists(self.filter(bruger=OuterRef("pk"), hyppighed=Hyppighed.ALDRIG))
        return Bruger.objects.filter(med_plan, ~aldrig, ~Q(email=""), is_active=True).order_by("pk")


class Samlemail(models.Model):
    """One row a person; the row is the queue. `sidst` is the day it was last dealt with, with a mail or without.

    `sagt` is what it has told of: the thing's key -> the day up to which it has been told of (ISO). It holds only
    what still waits.
    """

    bruger = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="samlemail")
    hyppighed = models.CharField("hvor tit", max_length=10, choices=Hyppighed, default=Hyppighed.UGENTLIGT)
    fravalgte = ArrayField(
        models.CharField(max_length=20, choices=Emne), verbose_name="fravalgt", default=fravalgt_fra_begyndelsen
    )
    sidst = models.DateField(null=True, editable=False)
    sagt = models.JSONField(default=dict, editable=False)

    objects = SamlemailQuerySet.as_manager()

    class Meta:
        verbose_name = "samlemail"
        verbose_name_plural = "samlemails"
        ordering = ("bruger",)

    def __str__(self) -> str:
        return f"Samlemail til {self.bruger}"
