"""What the activities do: attendance without names, deliveries by quarter, and surveys."""

import uuid
from typing import Self

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from aftaler.models import Aktivitet, Boligomraade, Helhedsplan, Succeskriterium
from brugere.models import Bruger
from kerne.models import Redigerbar, i_raekkefoelge
from maalinger.statuses import Leveringsgrad, Undersoegelsesart


class AfAktivitetQuerySet(models.QuerySet):
    """Rows that hang on an activity."""

    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(
            aktivitet__delaftale__indsatsomraade__helhedsplan__in=Helhedsplan.objects.synlige_for(bruger)
        )


@pghistory.track()
class Registrering(Redigerbar):
    """How many came, on a day (`fra_dato == til_dato`) or in a period. No names.

    `deltagelser` are visits, `unikke` different persons; five who come ten times are fifty visits and five persons.
    `klientnoegle` is made by the page, so that a number sent twice over a bad connection is one row.
    """

    aktivitet = models.ForeignKey(Aktivitet, on_delete=models.PROTECT, related_name="registreringer")
    omraade = models.ForeignKey(
        Boligomraade, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="boligområde"
    )
    fra_dato = models.DateField("dato")
    til_dato = models.DateField("til og med")
    deltagelser = models.PositiveIntegerField("deltagelser", null=True, blank=True)
    unikke = models.PositiveIntegerField("forskellige personer", null=True, blank=True)
    bemaerkning = models.CharField("bemærkning", max_length=300, blank=True)
    klientnoegle = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    registreret_af = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="registreringer", editable=False
    )
    registreret_tidspunkt = models.DateTimeField(auto_now_add=True)
    eksempel = models.BooleanField("opdigtet eksempel", default=False, editable=False)

    objects = AfAktivitetQuerySet.as_manager()

    class Meta:
        verbose_name = "registrering"
        verbose_name_plural = "registreringer"
        ordering = ("-til_dato", "-pk")
        indexes = [models.Index(fields=("aktivitet", "til_dato"), name="registrering_aktivitet_dag")]
        constraints = [
            i_raekkefoelge(
                "fra_dato",
                "til_dato",
                name="registrering_fra_foer_til",
                besked="Perioden kan ikke slutte, før den begynder.",
            ),
            models.CheckConstraint(
                condition=Q(deltagelser__isnull=False) | Q(unikke__isnull=False),
                name="registrering_har_et_tal",
                violation_error_message="Skriv, hvor mange der kom. Et tomt felt er ikke nul.",
            ),
            models.CheckConstraint(
                condition=Q(deltagelser__isnull=True) | Q(unikke__isnull=True) | Q(unikke__lte=F("deltagelser")),
                name="registrering_unikke_hoejst_deltagelser",
                violation_error_message="Der kan ikke komme flere forskellige personer, end der er deltagelser.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.aktivitet}, {self.til_dato:%d.%m.%Y}"


@pghistory.track()
class Leverancemaaling(Redigerbar):
    """Once a quarter: what an activity should have delivered, and what it did (Slagelse's local evaluation)."""

    aktivitet = models.ForeignKey(Aktivitet, on_delete=models.PROTECT, related_name="leverancemaalinger")
    aar = models.PositiveSmallIntegerField("år")
    kvartal = models.PositiveSmallIntegerField("kvartal", choices=[(nr, f"{nr}. kvartal") for nr in range(1, 5)])
    grad = models.CharField("hvordan gik det", max_length=8, choices=Leveringsgrad)
    planlagt = models.CharField("det skulle leveres", max_length=500, blank=True)
    leveret = models.CharField("det blev leveret", max_length=500, blank=True)
    aarsag = models.CharField("hvorfor ikke som aftalt", max_length=500, blank=True)
    registreret_af = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    registreret_tidspunkt = models.DateTimeField(auto_now_add=True)
    eksempel = models.BooleanField("opdigtet eksempel", default=False, editable=False)

    objects = AfAktivitetQuerySet.as_manager()

    class Meta:
        verbose_name = "leverancemåling"
        verbose_name_plural = "leverancemålinger"
        ordering = ("-aar", "-kvartal", "aktivitet", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("aktivitet", "aar", "kvartal"),
                name="leverancemaaling_en_pr_kvartal",
                violation_error_message="Der er allerede en leverancemåling for det kvartal. Ret den i stedet.",
            ),
            models.CheckConstraint(
                condition=Q(kvartal__gte=1, kvartal__lte=4),
                name="leverancemaaling_kvartal",
                violation_error_message="Et år har fire kvartaler.",
            ),
            models.CheckConstraint(
                condition=Q(grad=Leveringsgrad.FULDT) | ~Q(aarsag=""),
                name="leverancemaaling_afvigelse_har_aarsag",
                violation_error_message="Skriv, hvorfor det ikke blev leveret som aftalt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.aktivitet}, {self.kvartal}. kvartal {self.aar}"


class UndersoegelseQuerySet(models.QuerySet["Undersoegelse"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))


@pghistory.track()
class Undersoegelse(Redigerbar):
    """A survey at start, every year or at the end: how many were asked and how many answered. No single answers."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="undersoegelser")
    navn = models.CharField("navn", max_length=160)
    art = models.CharField("hvornår", max_length=8, choices=Undersoegelsesart)
    omraade = models.ForeignKey(
        Boligomraade, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="boligområde"
    )
    fra_dato = models.DateField("fra")
    til_dato = models.DateField("til og med")
    spurgt = models.PositiveIntegerField("spurgt", null=True, blank=True)
    svarede = models.PositiveIntegerField("svarede", null=True, blank=True)
    kilde = models.CharField("hvem lavede den", max_length=200)
    registreret_af = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    registreret_tidspunkt = models.DateTimeField(auto_now_add=True)
    eksempel = models.BooleanField("opdigtet eksempel", default=False, editable=False)

    objects = UndersoegelseQuerySet.as_manager()

    class Meta:
        verbose_name = "undersøgelse"
        verbose_name_plural = "undersøgelser"
        ordering = ("helhedsplan", "til_dato", "navn", "pk")
        constraints = [
            i_raekkefoelge(
                "fra_dato",
                "til_dato",
                name="undersoegelse_fra_foer_til",
                besked="Undersøgelsen kan ikke slutte, før den begynder.",
            ),
            models.CheckConstraint(
                condition=Q(spurgt__isnull=True) | Q(svarede__isnull=True) | Q(svarede__lte=F("spurgt")),
                name="undersoegelse_svarede_hoejst_spurgt",
                violation_error_message="Der kan ikke være flere, der svarede, end der blev spurgt.",
            ),
            models.UniqueConstraint(
                fields=("helhedsplan", "navn", "omraade", "til_dato"),
                nulls_distinct=False,
                name="undersoegelse_kun_en_gang",
                violation_error_message="Undersøgelsen er skrevet ind i forvejen. Ret den i stedet.",
            ),
        ]

    def __str__(self) -> str:
        return self.navn


@pghistory.track()
class Undersoegelsessvar(models.Model):
    """One question: so many of those who answered it said what counts. May feed one criterion."""

    undersoegelse = models.ForeignKey(Undersoegelse, on_delete=models.CASCADE, related_name="svar")
    spoergsmaal = models.CharField("spørgsmål", max_length=200)
    svaret = models.CharField("svaret, der tælles", max_length=120)
    antal = models.PositiveIntegerField("så mange svarede det")
    ud_af = models.PositiveIntegerField("ud af")
    kriterium = models.ForeignKey(
        Succeskriterium,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="undersoegelsessvar",
        verbose_name="måler kriteriet",
    )

    class Meta:
        verbose_name = "undersøgelsessvar"
        verbose_name_plural = "undersøgelsessvar"
        ordering = ("undersoegelse", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(antal__lte=F("ud_af"), ud_af__gt=0),
                name="undersoegelsessvar_antal_hoejst_ud_af",
                violation_error_message="Antallet kan ikke være større end det, det er en del af.",
            ),
            models.UniqueConstraint(
                fields=("undersoegelse", "spoergsmaal", "svaret"),
                name="undersoegelsessvar_kun_en_gang",
                violation_error_message="Det spørgsmål og svar står allerede i undersøgelsen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.spoergsmaal}: {self.svaret}"
