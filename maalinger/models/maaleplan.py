"""How the board follows a criterion on the way: how it is counted, how often, by whom, and the milestones."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from aftaler.laesning import Pr
from aftaler.models import Boligomraade, Succeskriterium
from kerne.models import Redigerbar, sammen_eller_slet_ikke
from maalinger.models.maaling import AfKriteriumQuerySet
from maalinger.statuses import Optaelling, Regneregel


@pghistory.track()
class Maaleplan(Redigerbar):
    """The agreement's text says what to reach; this says how it is followed, and LBF need not approve it (ADR 0008).

    `hyppighed` repeats the criterion's first due date. `optaelling`: the figures are counted up from attendance.
    The scale makes an experienced criterion measurable: a judgement from `skala_fra` to `skala_til`, reached at
    `skala_maal` or better.
    """

    kriterium = models.OneToOneField(Succeskriterium, on_delete=models.PROTECT, related_name="maaleplan")
    regneregel = models.CharField("flere tal bliver til ét som", max_length=10, choices=Regneregel, blank=True)
    hyppighed = models.CharField("måles igen", max_length=10, choices=Pr, blank=True)
    optaelling = models.CharField("tælles op af fremmødet", max_length=12, choices=Optaelling, blank=True)
    skala_fra = models.PositiveSmallIntegerField("skala fra", null=True, blank=True)
    skala_til = models.PositiveSmallIntegerField("skala til", null=True, blank=True)
    skala_maal = models.PositiveSmallIntegerField("målet er mindst", null=True, blank=True)
    ansvarlig = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="maaleplaner",
        verbose_name="hvem måler",
    )

    objects = AfKriteriumQuerySet.as_manager()

    class Meta:
        verbose_name = "måleplan"
        verbose_name_plural = "måleplaner"
        ordering = ("kriterium__nr", "pk")
        constraints = [
            sammen_eller_slet_ikke(
                "skala_fra",
                "skala_til",
                "skala_maal",
                name="maaleplan_skala_er_hel",
                besked="Skriv både hvor skalaen begynder, hvor den slutter, og hvad målet er.",
            ),
            models.CheckConstraint(
                condition=Q(skala_fra__isnull=True)
                | Q(skala_fra__lt=models.F("skala_maal"), skala_maal__lte=models.F("skala_til")),
                name="maaleplan_maal_paa_skalaen",
                violation_error_message="Målet skal ligge på skalaen og over dens begyndelse.",
            ),
        ]

    def __str__(self) -> str:
        return f"Måleplan for {self.kriterium}"


@pghistory.track()
class Delmaal(models.Model):
    """What the board wants reached in one year on the way, for the whole plan or one area. Replaces the plan line."""

    kriterium = models.ForeignKey(Succeskriterium, on_delete=models.PROTECT, related_name="delmaal")
    omraade = models.ForeignKey(
        Boligomraade, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="boligområde"
    )
    aar = models.PositiveSmallIntegerField("år")
    vaerdi = models.DecimalField("delmål", max_digits=14, decimal_places=3)

    objects = AfKriteriumQuerySet.as_manager()

    class Meta:
        verbose_name = "delmål"
        verbose_name_plural = "delmål"
        ordering = ("kriterium", "omraade__navn", "aar", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("kriterium", "omraade", "aar"),
                nulls_distinct=False,
                name="delmaal_et_pr_aar",
                violation_error_message="Der er allerede et delmål for det år.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kriterium}, {self.aar}"
