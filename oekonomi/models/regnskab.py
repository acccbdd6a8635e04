"""The accounts of each year on their way to Landsbyggefonden, and what a year left over."""

from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q

from aftaler.models import Helhedsplan
from aftaler.models.organ import AfPlanQuerySet
from brugere.models import Bruger
from kerne.models import Redigerbar, i_raekkefoelge
from kerne.talformat import kroner


@pghistory.track()
class Regnskabsaar(Redigerbar):
    """A year's accounts. The dates say how far they have come; a year without a row has begun nothing."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="regnskaber", editable=False)
    aar = models.PositiveSmallIntegerField("regnskabsår", editable=False)
    frist_dato = models.DateField("senest hos Landsbyggefonden")
    oprindelig_frist = models.DateField("oprindelig frist", editable=False)
    flyttet_grund = models.CharField("hvorfor flyttet", max_length=300, blank=True)
    underskrevet_dato = models.DateField("underskrevet den", null=True, blank=True)
    paategnet_dato = models.DateField("påtegnet af revisor den", null=True, blank=True)
    sendt_dato = models.DateField("sendt til Landsbyggefonden den", null=True, blank=True)
    revisor = models.CharField("revisor", max_length=120, blank=True)

    objects = AfPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "regnskabsår"
        verbose_name_plural = "regnskabsår"
        ordering = ("helhedsplan", "aar", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("helhedsplan", "aar"),
                name="regnskabsaar_et_pr_aar",
                violation_error_message="Året har allerede et regnskab.",
            ),
            models.CheckConstraint(
                condition=Q(frist_dato=F("oprindelig_frist")) | ~Q(flyttet_grund=""),
                name="regnskabsaar_flyttet_har_grund",
                violation_error_message="Skriv, hvorfor fristen er flyttet.",
            ),
            models.CheckConstraint(
                condition=Q(paategnet_dato__isnull=True) | Q(underskrevet_dato__isnull=False),
                name="regnskabsaar_paategnet_er_underskrevet",
                violation_error_message="Regnskabet underskrives, før revisor påtegner det. Skriv den dato først.",
            ),
            models.CheckConstraint(
                condition=Q(sendt_dato__isnull=True) | Q(paategnet_dato__isnull=False),
                name="regnskabsaar_sendt_er_paategnet",
                violation_error_message="Regnskabet påtegnes, før det sendes. Skriv den dato først.",
            ),
            i_raekkefoelge(
                "underskrevet_dato",
                "paategnet_dato",
                name="regnskabsaar_underskrevet_foer_paategnet",
                besked="Revisor kan ikke påtegne regnskabet, før det er underskrevet.",
            ),
            i_raekkefoelge(
                "paategnet_dato",
                "sendt_dato",
                name="regnskabsaar_paategnet_foer_sendt",
                besked="Regnskabet kan ikke sendes, før revisor har påtegnet det.",
            ),
        ]

    def __str__(self) -> str:
        return f"Regnskab {self.aar}"


class RevisorbemaerkningQuerySet(models.QuerySet["Revisorbemaerkning"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(regnskabsaar__helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))


@pghistory.track()
class Revisorbemaerkning(Redigerbar):
    """What the revisor remarked, and what was done about it."""

    regnskabsaar = models.ForeignKey(
        Regnskabsaar, on_delete=models.PROTECT, related_name="bemaerkninger", editable=False
    )
    tekst = models.TextField("bemærkning", max_length=1000)
    opfoelgning = models.TextField("opfølgning", max_length=1000, blank=True)
    frist_dato = models.DateField("fulgt op senest", null=True, blank=True)
    lukket_dato = models.DateField("fulgt op den", null=True, blank=True)

    objects = RevisorbemaerkningQuerySet.as_manager()

    class Meta:
        verbose_name = "revisorbemærkning"
        verbose_name_plural = "revisorbemærkninger"
        ordering = ("regnskabsaar", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(lukket_dato__isnull=True) | ~Q(opfoelgning=""),
                name="revisorbemaerkning_lukket_har_opfoelgning",
                violation_error_message="Skriv, hvad der er gjort, før bemærkningen lukkes.",
            )
        ]

    def __str__(self) -> str:
        return self.tekst[:80]

    @property
    def helhedsplan(self) -> Helhedsplan:
        """The plan whose accounts it is about; the row is loaded with its year."""
        return self.regnskabsaar.helhedsplan


@pghistory.track()
class Restmidler(Redigerbar):
    """Money that a year left over: what it is planned for, when it must be used, and the letter to Landsbyggefonden."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="restmidler", editable=False)
    aar = models.PositiveSmallIntegerField("fra regnskabsår")
    beloeb = models.DecimalField("beløb i kr.", max_digits=14, decimal_places=2)
    anvendelse = models.TextField("hvad pengene skal bruges til", max_length=1000, blank=True)
    frist_dato = models.DateField("brugt senest", null=True, blank=True)
    brev_dato = models.DateField("plan og budget sendt til Landsbyggefonden den", null=True, blank=True)
    brugt_dato = models.DateField("brugt den", null=True, blank=True)

    objects = AfPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "uforbrugte midler"
        verbose_name_plural = "uforbrugte midler"
        ordering = ("helhedsplan", "aar", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(beloeb__gt=0),
                name="restmidler_over_nul",
                violation_error_message="Skriv det beløb, der er tilbage. Det er over nul.",
            ),
            models.UniqueConstraint(
                fields=("helhedsplan", "aar"),
                name="restmidler_et_pr_aar",
                violation_error_message="De uforbrugte midler fra det år står der allerede. Ret dem i stedet.",
            ),
        ]

    def __str__(self) -> str:
        return f"{kroner(self.beloeb)} fra {self.aar}"
