"""What was measured: one figure of one criterion, for one period and one area, with where it came from."""

import secrets
from pathlib import PurePosixPath
from typing import Self

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from aftaler.models import Boligomraade, Helhedsplan, Succeskriterium
from brugere.models import Bruger
from kerne.models import Redigerbar, i_raekkefoelge, ikke_negativ


def tilfaeldigt_navn(_maaling: "Maaling", filnavn: str) -> str:
    """Where evidence lies: a name nobody can guess, and the ending. What it is called stands in `bilag_navn`."""
    return f"bilag/{secrets.token_hex(16)}{PurePosixPath(filnavn).suffix}"


class MaalingQuerySet(models.QuerySet["Maaling"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(kriterium__helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))

    def af_kriterier(self, noegler: list[int]) -> Self:
        return self.filter(kriterium__in=noegler)

    def aeldste_foerst(self) -> Self:
        return self.order_by("kriterium", "til_dato", "fra_dato", "omraade__navn", "pk")

    def nyeste_foerst(self) -> Self:
        return self.order_by("-til_dato", "-fra_dato", "omraade__navn", "pk")


@pghistory.track()
class Maaling(Redigerbar):
    """`vaerdi`, or the share `taeller` of `naevner`; both when the source gives both.

    `fra_dato` equal to `til_dato` is a count on that day. Without `omraade` the figure is the whole plan's.
    """

    kriterium = models.ForeignKey(Succeskriterium, on_delete=models.PROTECT, related_name="maalinger")
    omraade = models.ForeignKey(
        Boligomraade,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="maalinger",
        verbose_name="boligområde",
    )
    fra_dato = models.DateField("fra")
    til_dato = models.DateField("til og med")
    vaerdi = models.DecimalField("tal", max_digits=14, decimal_places=3, null=True, blank=True)
    taeller = models.DecimalField("antal", max_digits=14, decimal_places=3, null=True, blank=True)
    naevner = models.DecimalField("ud af", max_digits=14, decimal_places=3, null=True, blank=True)
    reference_navn = models.CharField("sammenlignet med", max_length=120, blank=True)
    reference_vaerdi = models.DecimalField("deres tal", max_digits=14, decimal_places=3, null=True, blank=True)
    kilde = models.CharField("kilde", max_length=300)
    udtraek_dato = models.DateField("udtrækket den", null=True, blank=True)
    bilag = models.FileField("bilag", upload_to=tilfaeldigt_navn, max_length=120, blank=True)
    bilag_navn = models.CharField("bilagets navn", max_length=160, blank=True, editable=False)
    bemaerkning = models.TextField("bemærkning", max_length=1000, blank=True)
    registreret_af = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="maalinger", editable=False
    )
    registreret_tidspunkt = models.DateTimeField(auto_now_add=True)
    eksempel = models.BooleanField("opdigtet eksempel", default=False, editable=False)

    objects = MaalingQuerySet.as_manager()

    class Meta:
        verbose_name = "måling"
        verbose_name_plural = "målinger"
        ordering = ("kriterium", "til_dato", "fra_dato", "pk")
        constraints = [
            i_raekkefoelge(
                "fra_dato",
                "til_dato",
                name="maaling_fra_foer_til",
                besked="Perioden kan ikke slutte, før den begynder.",
            ),
            models.CheckConstraint(
                condition=Q(vaerdi__isnull=False) | Q(taeller__isnull=False, naevner__isnull=False),
                name="maaling_har_et_tal",
                violation_error_message="Skriv et tal, eller skriv både antal og ud af hvor mange.",
            ),
            models.CheckConstraint(
                condition=Q(taeller__isnull=True, naevner__isnull=True)
                | Q(taeller__isnull=False, naevner__isnull=False, naevner__gt=0),
                name="maaling_broek_er_hel",
                violation_error_message="Skriv både antal og ud af hvor mange. Det sidste skal være mere end nul.",
            ),
            models.CheckConstraint(
                condition=Q(taeller__isnull=True) | Q(taeller__lte=F("naevner")),
                name="maaling_taeller_hoejst_naevner",
                violation_error_message="Antallet kan ikke være større end det, det er en del af.",
            ),
            ikke_negativ("taeller", name="maaling_taeller_ikke_negativ", besked="Antallet kan ikke være negativt."),
            models.UniqueConstraint(
                fields=("kriterium", "omraade", "fra_dato", "til_dato"),
                name="maaling_en_pr_periode",
                nulls_distinct=False,
                violation_error_message="Der er allerede en måling for den periode. Ret den i stedet.",
            ),
            models.CheckConstraint(
                condition=Q(reference_vaerdi__isnull=True) | ~Q(reference_navn=""),
                name="maaling_reference_har_navn",
                violation_error_message="Skriv, hvem tallet er sammenlignet med.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kriterium}, {self.fra_dato:%d.%m.%Y}–{self.til_dato:%d.%m.%Y}"
