"""Meetings of any body, one-off or in a series: when and where, who is asked, and who came."""

from datetime import date
from typing import Self

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from aftaler.models import Helhedsplan, Medlemskab, Organ, Organmedlem, Person
from brugere.models import Bruger
from brugere.roles import Ret
from kerne import datoer
from kerne.models import Redigerbar, sammen_eller_slet_ikke
from moeder.statuses import Fremmoedeart, Moedeart, Moedetilstand, Punktart, Svar


class AfPlanQuerySet(models.QuerySet):
    """Rows that hang on a plan by their own `helhedsplan`."""

    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))


def leder_moeder_i(bruger: Bruger, plan: str) -> Exists:
    """The person runs meetings in the plan that `plan` names from the row at hand: projektleder and sekretariat."""
    return Exists(Medlemskab.objects.gyldige_for(bruger, Ret.MOEDE_LED).filter(helhedsplan=OuterRef(plan)))


def sidder_i(bruger: Bruger, organ: str) -> Exists:
    """The person has a seat today in the body that `organ` names from the row at hand."""
    i_dag = timezone.localdate()
    poster = Organmedlem.objects.filter(Q(til_dato__isnull=True) | Q(til_dato__gte=i_dag), fra_dato__lte=i_dag)
    return Exists(poster.filter(plads__organ=OuterRef(organ), person__bruger=bruger.pk))


def har_sagt_ja(bruger: Bruger) -> Exists:
    """The person is called to the meeting at hand, and comes."""
    return Exists(Indkaldelse.objects.filter(moede=OuterRef("pk"), person__bruger=bruger.pk, svar=Svar.KOMMER))


@pghistory.track()
class Moedeserie(Redigerbar):
    """Meetings that come again, with the rhythm that the body's kommissorium asks for."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="moedeserier", editable=False)
    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="moedeserier")
    navn = models.CharField("navn", max_length=120)
    maaneder_imellem = models.PositiveSmallIntegerField("måneder mellem møderne", default=6)
    klokken = models.TimeField("kl.")
    minutter = models.PositiveSmallIntegerField("varighed i minutter", default=120)
    sted = models.CharField("sted", max_length=200, blank=True)
    videolink = models.URLField("videolink", max_length=300, blank=True)

    objects = AfPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "møderække"
        verbose_name_plural = "møderækker"
        ordering = ("organ", "navn", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(maaneder_imellem__gte=1, maaneder_imellem__lte=24),
                name="moedeserie_maaneder_imellem",
                violation_error_message="Der er mellem 1 og 24 måneder mellem møderne.",
            )
        ]

    def __str__(self) -> str:
        return self.navn


class MoedeQuerySet(models.QuerySet["Moede"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        """A draft is seen by whoever runs meetings; an agenda by the body and by those who see drafts; then by all."""
        i_planen = self.filter(helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))
        ser_kladder = Exists(
            Medlemskab.objects.gyldige_for(bruger, Ret.KLADDE_SE).filter(helhedsplan=OuterRef("helhedsplan"))
        )
        indkaldt = ~Q(tilstand=Moedetilstand.KLADDE)
        return i_planen.filter(
            Q(leder_moeder_i(bruger, "helhedsplan"))
            | (indkaldt & (Q(ser_kladder) | Q(sidder_i(bruger, "organ"))))
            | Q(tilstand__in=[Moedetilstand.AFSLUTTET, Moedetilstand.AFLYST])
        )

    def kommende(self) -> Self:
        return (
            self.filter(begynder__gte=timezone.now()).exclude(tilstand=Moedetilstand.AFLYST).order_by("begynder", "pk")
        )

    def nyeste_foerst(self) -> Self:
        return self.order_by("-begynder", "-pk")


@pghistory.track()
class Moede(Redigerbar):
    """`kode` is the meeting's name in addresses and papers: "bestyrelse-2021-03-11"."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="moeder", editable=False)
    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="moeder")
    serie = models.ForeignKey(
        Moedeserie, on_delete=models.PROTECT, null=True, blank=True, related_name="moeder", editable=False
    )
    kode = models.SlugField(max_length=80, editable=False)
    art = models.CharField("slags", max_length=10, choices=Moedeart, default=Moedeart.ORDINAERT)
    begynder = models.DateTimeField("begynder")
    slutter = models.DateTimeField("slutter")
    sted = models.CharField("sted", max_length=200, blank=True)
    videolink = models.URLField("videolink", max_length=300, blank=True)
    besked = models.TextField("besked til de indkaldte", max_length=2000, blank=True)
    tilstand = models.CharField(
        "tilstand", max_length=10, choices=Moedetilstand, default=Moedetilstand.KLADDE, editable=False
    )
    indkaldt_tidspunkt = models.DateTimeField(null=True, editable=False)
    afsluttet_af = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    afsluttet_tidspunkt = models.DateTimeField(null=True, editable=False)
    aflyst_grund = models.CharField("hvorfor aflyst", max_length=300, blank=True, editable=False)
    ics_nr = models.PositiveSmallIntegerField(default=0, editable=False)  # the calendar's SEQUENCE: counts the changes
    eksempel = models.BooleanField("opdigtet eksempel", default=False, editable=False)

    objects = MoedeQuerySet.as_manager()

    class Meta:
        verbose_name = "møde"
        verbose_name_plural = "møder"
        ordering = ("-begynder", "-pk")
        constraints = [
            models.UniqueConstraint(fields=("helhedsplan", "kode"), name="moede_kode_er_unik_i_planen"),
            models.CheckConstraint(
                condition=Q(slutter__gt=models.F("begynder")),
                name="moede_slutter_efter_begynder",
                violation_error_message="Mødet kan ikke slutte, før det begynder.",
            ),
            sammen_eller_slet_ikke(
                "afsluttet_af",
                "afsluttet_tidspunkt",
                name="moede_afsluttet_komplet",
                besked="Et afsluttet møde har både navn og tidspunkt.",
            ),
            models.CheckConstraint(
                condition=~Q(tilstand=Moedetilstand.AFLYST) | ~Q(aflyst_grund=""),
                name="moede_aflyst_har_grund",
                violation_error_message="Skriv, hvorfor mødet er aflyst.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organ} {datoer.dato(timezone.localtime(self.begynder))}"

    @property
    def dag(self) -> date:
        """The day it is held on, in Danish time."""
        return timezone.localtime(self.begynder).date()

    @property
    def er_lukket(self) -> bool:
        """Nothing on it changes any more."""
        return self.tilstand in (Moedetilstand.AFSLUTTET, Moedetilstand.AFLYST)


class Standardpunkt(models.Model):
    """An item that stands on every agenda of a body, in this order."""

    organ = models.ForeignKey(Organ, on_delete=models.CASCADE, related_name="standardpunkter")
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=1)
    titel = models.CharField("punkt", max_length=200)
    art = models.CharField("slags", max_length=1, choices=Punktart, default=Punktart.ORIENTERING)
    minutter = models.PositiveSmallIntegerField("minutter", default=10)
    sidst = models.BooleanField("står til sidst", default=False)

    class Meta:
        verbose_name = "fast punkt"
        verbose_name_plural = "faste punkter"
        ordering = ("organ", "sidst", "raekkefoelge", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("organ", "titel"),
                name="standardpunkt_kun_en_gang",
                violation_error_message="Punktet står allerede på listen over faste punkter.",
            )
        ]

    def __str__(self) -> str:
        return self.titel


class AfMoedeQuerySet(models.QuerySet):
    """Rows that hang on a meeting."""

    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(moede__in=Moede.objects.synlige_for(bruger))


class IndkaldelseQuerySet(AfMoedeQuerySet):
    def synlige_for(self, bruger: Bruger) -> Self:
        """Those of the meetings one sees; and one's own, also to a meeting of a body where one has no seat."""
        min_egen = Q(person__bruger=bruger.pk, moede__helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))
        return self.filter(
            Q(moede__in=Moede.objects.synlige_for(bruger)) | (min_egen & ~Q(moede__tilstand=Moedetilstand.KLADDE))
        )


@pghistory.track()
class Indkaldelse(models.Model):
    """Somebody who is asked to come. The answer link holds a key of which only the SHA-256 is kept."""

    moede = models.ForeignKey(Moede, on_delete=models.CASCADE, related_name="indkaldelser")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="indkaldelser")
    email = models.EmailField("e-mail", max_length=254, blank=True)
    noegle_sum = models.CharField(max_length=64, blank=True, editable=False)
    svar = models.CharField("svar", max_length=16, choices=Svar, default=Svar.INTET)
    stedfortraeder = models.CharField("stedfortræder", max_length=120, blank=True)
    svaret_tidspunkt = models.DateTimeField(null=True, editable=False)

    objects = IndkaldelseQuerySet.as_manager()

    class Meta:
        verbose_name = "indkaldelse"
        verbose_name_plural = "indkaldelser"
        ordering = ("moede", "person__navn", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("moede", "person"),
                name="indkaldelse_en_gang",
                violation_error_message="Personen er allerede indkaldt.",
            ),
            models.CheckConstraint(
                condition=~Q(svar=Svar.STEDFORTRAEDER) | ~Q(stedfortraeder=""),
                name="indkaldelse_stedfortraeder_har_navn",
                violation_error_message="Skriv, hvem der kommer i stedet.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_svar_display()}"


@pghistory.track()
class Fremmoede(models.Model):
    """Whether somebody was there. Who left during an item stands on the item (`Punktfravaer`)."""

    moede = models.ForeignKey(Moede, on_delete=models.CASCADE, related_name="fremmoede")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="fremmoede")
    art = models.CharField("fremmøde", max_length=16, choices=Fremmoedeart, default=Fremmoedeart.TIL_STEDE)
    stedfortraeder = models.CharField("stedfortræder", max_length=120, blank=True)

    objects = AfMoedeQuerySet.as_manager()

    class Meta:
        verbose_name = "fremmøde"
        verbose_name_plural = "fremmøde"
        ordering = ("moede", "person__navn", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("moede", "person"),
                name="fremmoede_en_gang",
                violation_error_message="Personens fremmøde er allerede skrevet ind.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_art_display()}"
