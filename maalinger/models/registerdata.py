"""Figures that registers deliver: the catalogue of indicators, their values, and the sheets they came in."""

from typing import Self

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from aftaler.laesning import Enhed
from aftaler.models import Boligafdeling, Boligomraade, Helhedsplan
from brugere.models import Bruger
from kerne import datoer
from kerne.models import Indlaesning, i_raekkefoelge
from maalinger.statuses import Niveau


class Indikator(models.Model):
    """The catalogue; an administrator edits it. Which indicators LBF shows is never written in code."""

    kode = models.SlugField("kode", max_length=40, unique=True)
    navn = models.CharField("navn", max_length=160, unique=True)
    enhed = models.CharField("enhed", max_length=12, choices=Enhed)
    beskrivelse = models.CharField("hvad tæller med", max_length=500, blank=True)
    kilde = models.CharField("kilde", max_length=200, blank=True)
    forsinkelse_aar = models.PositiveSmallIntegerField(
        "år bagud", null=True, blank=True, help_text="Så mange år er tallene bagud. Tomt, når det ikke vides."
    )
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=100)
    i_brug = models.BooleanField("i brug", default=True)

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikatorer"
        ordering = ("raekkefoelge", "navn", "pk")

    def __str__(self) -> str:
        return self.navn


class DataindlaesningQuerySet(models.QuerySet["Dataindlaesning"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))

    def nyeste_foerst(self) -> Self:
        return self.order_by("-oprettet_tidspunkt", "pk")


class Dataindlaesning(Indlaesning):
    """A sheet of register data. `kolonner` is rules.datakolonner.Kolonner."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="dataindlaesninger")
    kilde = models.CharField("kilde", max_length=200, blank=True)
    opgjort_dato = models.DateField("opgjort den", null=True, blank=True)

    objects = DataindlaesningQuerySet.as_manager()

    class Meta:
        verbose_name = "dataindlæsning"
        verbose_name_plural = "dataindlæsninger"
        ordering = ("-oprettet_tidspunkt", "pk")


class IndikatorvaerdiQuerySet(models.QuerySet["Indikatorvaerdi"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))


@pghistory.track()
class Indikatorvaerdi(models.Model):
    """One figure of a register, for one place and one year or window of years.

    `skjult`: the source itself left it out because few people stand behind it; then there is no figure. What we leave
    out ourselves is decided when it is shown (rules/diskretion.py), so that a new limit hides old figures too.
    """

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="indikatorvaerdier")
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="vaerdier")
    niveau = models.CharField("hvis tal", max_length=8, choices=Niveau)
    omraade = models.ForeignKey(
        Boligomraade, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="boligområde"
    )
    afdeling = models.ForeignKey(
        Boligafdeling, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="boligafdeling"
    )
    fra_aar = models.PositiveSmallIntegerField("fra år")
    til_aar = models.PositiveSmallIntegerField("til år")
    vaerdi = models.DecimalField("tal", max_digits=14, decimal_places=3, null=True, blank=True)
    taeller = models.DecimalField("antal", max_digits=14, decimal_places=3, null=True, blank=True)
    naevner = models.DecimalField("ud af", max_digits=14, decimal_places=3, null=True, blank=True)
    skjult = models.BooleanField("skjult af kilden", default=False)
    kilde = models.CharField("kilde", max_length=200)
    opgjort_dato = models.DateField("opgjort den", null=True, blank=True)
    indlaesning = models.ForeignKey(
        Dataindlaesning, on_delete=models.PROTECT, null=True, blank=True, related_name="vaerdier", editable=False
    )
    registreret_af = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    registreret_tidspunkt = models.DateTimeField(auto_now_add=True)
    eksempel = models.BooleanField("opdigtet eksempel", default=False, editable=False)

    objects = IndikatorvaerdiQuerySet.as_manager()

    class Meta:
        verbose_name = "indikatorværdi"
        verbose_name_plural = "indikatorværdier"
        ordering = ("indikator__raekkefoelge", "indikator", "niveau", "omraade__navn", "til_aar", "fra_aar", "pk")
        indexes = [models.Index(fields=("helhedsplan", "indikator", "til_aar"), name="indikatorvaerdi_plan_aar")]
        constraints = [
            i_raekkefoelge(
                "fra_aar",
                "til_aar",
                name="indikatorvaerdi_aar_i_orden",
                besked="Det sidste år skal ligge efter det første.",
            ),
            models.UniqueConstraint(
                fields=("helhedsplan", "indikator", "niveau", "omraade", "afdeling", "fra_aar", "til_aar"),
                nulls_distinct=False,
                name="indikatorvaerdi_kun_en_gang",
                violation_error_message="Der er allerede et tal for det sted og den periode.",
            ),
            models.CheckConstraint(
                condition=Q(skjult=True, vaerdi__isnull=True, taeller__isnull=True, naevner__isnull=True)
                | Q(skjult=False, vaerdi__isnull=False)
                | Q(skjult=False, taeller__isnull=False, naevner__isnull=False),
                name="indikatorvaerdi_tal_eller_skjult",
                violation_error_message="Skriv et tal, eller sig, at kilden har skjult det. Tomt er ikke nul.",
            ),
            models.CheckConstraint(
                condition=Q(taeller__isnull=True, naevner__isnull=True)
                | Q(taeller__gte=0, naevner__gt=0, taeller__lte=F("naevner")),
                name="indikatorvaerdi_broek_er_hel",
                violation_error_message="Antallet kan ikke være større end det, det er en del af.",
            ),
            models.CheckConstraint(
                condition=Q(niveau=Niveau.OMRAADE, omraade__isnull=False, afdeling__isnull=True)
                | Q(niveau=Niveau.AFDELING, omraade__isnull=True, afdeling__isnull=False)
                | (~Q(niveau__in=[Niveau.OMRAADE, Niveau.AFDELING]) & Q(omraade__isnull=True, afdeling__isnull=True)),
                name="indikatorvaerdi_sted_passer",
                violation_error_message="Vælg det boligområde eller den afdeling, tallet gælder.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator}, {datoer.aarsvindue(self.fra_aar, self.til_aar)}"


class Diskretionsgraense(models.Model):
    """From a day on: figures with fewer people behind them than this are hidden. The site's own, in the catalogue."""

    gaelder_fra = models.DateField("gælder fra", unique=True)
    mindste_antal = models.PositiveSmallIntegerField("mindste antal personer")

    class Meta:
        verbose_name = "diskretionsgrænse"
        verbose_name_plural = "diskretionsgrænser"
        ordering = ("-gaelder_fra", "pk")

    def __str__(self) -> str:
        return f"{self.mindste_antal} personer fra {self.gaelder_fra:%d.%m.%Y}"
