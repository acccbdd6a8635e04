"""Money moved inside the budget: from one place and year to another, with a reason and an approval."""

import pghistory
from django.db import models
from django.db.models import Q

from aftaler.models import Delaftale, Helhedsplan
from aftaler.models.budget import Placering
from aftaler.models.organ import AfPlanQuerySet
from kerne.models import Redigerbar
from kerne.talformat import kroner
from oekonomi.statuses import Budgetaendringsstatus


def _delaftale_efter_placering(side: str) -> models.CheckConstraint:
    har = {f"{side}_placering": Placering.DELAFTALE}
    return models.CheckConstraint(
        condition=Q(**har, **{f"{side}_delaftale__isnull": False})
        | (~Q(**har) & Q(**{f"{side}_delaftale__isnull": True})),
        name=f"budgetaendring_{side}_delaftale",
        violation_error_message="Vælg den delaftale, pengene hører til, eller gør dem tværgående.",
    )


@pghistory.track()
class Budgetaendring(Redigerbar):
    """An amount out of one place and year, into another. Who pays stays as it is.

    Approved it counts in the revised budget; incorporated (the lines of the budget say it themselves) no longer.
    """

    helhedsplan = models.ForeignKey(
        Helhedsplan, on_delete=models.PROTECT, related_name="budgetaendringer", editable=False
    )
    fra_placering = models.CharField("fra", max_length=14, choices=Placering)
    fra_delaftale = models.ForeignKey(Delaftale, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    fra_aar = models.PositiveSmallIntegerField("fra regnskabsår", null=True, blank=True)
    til_placering = models.CharField("til", max_length=14, choices=Placering)
    til_delaftale = models.ForeignKey(Delaftale, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    til_aar = models.PositiveSmallIntegerField("til regnskabsår", null=True, blank=True)
    beloeb = models.DecimalField("beløb i kr.", max_digits=14, decimal_places=2)
    grund = models.CharField("hvorfor", max_length=300)
    status = models.CharField(
        "tilstand",
        max_length=12,
        choices=Budgetaendringsstatus,
        default=Budgetaendringsstatus.FORESLAAET,
        editable=False,
    )
    afgjort_dato = models.DateField("afgjort den", null=True, blank=True, editable=False)
    afgjort_af = models.CharField("afgjort af", max_length=120, blank=True, editable=False)
    afgoerelse = models.CharField("afgørelsen", max_length=300, blank=True, editable=False)
    eksempel = models.BooleanField("opdigtet eksempel", default=False, editable=False)

    objects = AfPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "budgetændring"
        verbose_name_plural = "budgetændringer"
        ordering = ("helhedsplan", "-pk")
        constraints = [
            _delaftale_efter_placering("fra"),
            _delaftale_efter_placering("til"),
            models.CheckConstraint(
                condition=Q(beloeb__gt=0),
                name="budgetaendring_over_nul",
                violation_error_message="Skriv det beløb, der flyttes. Det er over nul.",
            ),
            models.CheckConstraint(
                condition=Q(status=Budgetaendringsstatus.FORESLAAET, afgjort_dato__isnull=True)
                | ~Q(status=Budgetaendringsstatus.FORESLAAET),
                name="budgetaendring_foreslaaet_er_ikke_afgjort",
                violation_error_message="En foreslået ændring er ikke afgjort endnu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{kroner(self.beloeb)} {self.grund}"
