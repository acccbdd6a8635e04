"""The budget as promised: what it costs (Budgetpost) and who pays (Finansieringskilde, Tilsagn). Kroner and øre."""

import pghistory
from django.db import models
from django.db.models import Q

from aftaler.models.delaftale import Delaftale
from aftaler.models.helhedsplan import Helhedsplan
from aftaler.models.organ import AfPlanQuerySet
from aftaler.models.organisation import Organisation
from kerne.models import Redigerbar, ikke_negativ


class Kildeart(models.TextChoices):
    LANDSBYGGEFONDEN = "landsbyggefonden", "Landsbyggefonden"
    KOMMUNE = "kommune", "Kommune"
    BOLIGORGANISATION = "boligorganisation", "Boligorganisation"
    ANDEN = "anden", "Anden lokal giver"


@pghistory.track()
class Finansieringskilde(Redigerbar):
    """A giver. Everybody but Landsbyggefonden counts as lokal medfinansiering (domain.md 1.2)."""

    helhedsplan = models.ForeignKey(
        Helhedsplan, on_delete=models.PROTECT, related_name="finansieringskilder", editable=False
    )
    navn = models.CharField("navn", max_length=160)
    art = models.CharField("slags", max_length=20, choices=Kildeart)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="finansieringskilder"
    )

    objects = AfPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "finansieringskilde"
        verbose_name_plural = "finansieringskilder"
        ordering = ("helhedsplan", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("helhedsplan", "navn"),
                name="finansieringskilde_navn_er_unikt",
                violation_error_message="Der er allerede en giver med det navn i planen.",
            )
        ]

    def __str__(self) -> str:
        return self.navn

    @property
    def er_lokal(self) -> bool:
        return self.art != Kildeart.LANDSBYGGEFONDEN


class Omkostningstype(models.Model):
    """The catalogue of cost types; an administrator edits it."""

    navn = models.CharField("navn", max_length=80, unique=True)
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=1)

    class Meta:
        verbose_name = "omkostningstype"
        verbose_name_plural = "omkostningstyper"
        ordering = ("raekkefoelge", "pk")

    def __str__(self) -> str:
        return self.navn


class Placering(models.TextChoices):
    DELAFTALE = "delaftale", "delaftale"
    TVAERGAAENDE = "tvaergaaende", "tværgående"
    IKKE_FORDELT = "ikke_fordelt", "ikke fordelt"


@pghistory.track()
class Budgetpost(Redigerbar):
    """One amount: where it belongs × year × cost type × source. Year, type and source may be unknown."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="budgetposter", editable=False)
    placering = models.CharField("hører til", max_length=14, choices=Placering)
    delaftale = models.ForeignKey(
        Delaftale, on_delete=models.PROTECT, null=True, blank=True, related_name="budgetposter"
    )
    aar = models.PositiveSmallIntegerField("regnskabsår", null=True, blank=True)
    omkostningstype = models.ForeignKey(
        Omkostningstype, on_delete=models.PROTECT, null=True, blank=True, related_name="budgetposter"
    )
    kilde = models.ForeignKey(
        Finansieringskilde,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="budgetposter",
        verbose_name="betales af",
    )
    tekst = models.CharField("tekst", max_length=200, blank=True)
    beloeb = models.DecimalField("beløb i kr.", max_digits=14, decimal_places=2)
    eksempel = models.BooleanField("opdigtet eksempel", default=False, editable=False)

    objects = AfPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "budgetpost"
        verbose_name_plural = "budgetposter"
        ordering = ("helhedsplan", "placering", "delaftale", "aar", "pk")
        constraints = [
            ikke_negativ("beloeb", name="budgetpost_ikke_negativ", besked="Et beløb kan ikke være negativt."),
            models.CheckConstraint(
                condition=Q(placering=Placering.DELAFTALE, delaftale__isnull=False)
                | (~Q(placering=Placering.DELAFTALE) & Q(delaftale__isnull=True)),
                name="budgetpost_delaftale_efter_placering",
                violation_error_message="Vælg den delaftale, posten hører til, eller gør den tværgående.",
            ),
        ]

    def __str__(self) -> str:
        return self.tekst or self.get_placering_display()


class Tilsagnsart(models.TextChoices):
    KONTANT = "kontant", "kontant"
    TIMER = "timer", "medarbejdertimer"
    HUSLEJE = "husleje", "husleje eller lokaler"


@pghistory.track()
class Tilsagn(Redigerbar):
    """What a giver has promised. A promise that changes kind is not overwritten: new rows point back at it."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="tilsagn", editable=False)
    kilde = models.ForeignKey(
        Finansieringskilde, on_delete=models.PROTECT, related_name="tilsagn", verbose_name="giver"
    )
    art = models.CharField("slags", max_length=10, choices=Tilsagnsart)
    aar = models.PositiveSmallIntegerField("regnskabsår", null=True, blank=True)
    beloeb = models.DecimalField("værdi i kr.", max_digits=14, decimal_places=2)
    timer = models.DecimalField("timer", max_digits=9, decimal_places=1, null=True, blank=True)
    sats = models.DecimalField("kr. pr. time", max_digits=8, decimal_places=2, null=True, blank=True)
    betingelse = models.CharField("betingelse", max_length=300, blank=True)
    erstatter = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="erstattet_af", editable=False
    )
    erstattet_dato = models.DateField("afløst den", null=True, blank=True, editable=False)
    erstattet_grund = models.CharField("hvorfor", max_length=300, blank=True, editable=False)
    eksempel = models.BooleanField("opdigtet eksempel", default=False, editable=False)

    objects = AfPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "tilsagn"
        verbose_name_plural = "tilsagn"
        ordering = ("helhedsplan", "kilde", "aar", "pk")
        constraints = [
            ikke_negativ("beloeb", name="tilsagn_ikke_negativt", besked="Et beløb kan ikke være negativt."),
            models.CheckConstraint(
                condition=Q(art=Tilsagnsart.TIMER) | Q(timer__isnull=True, sats__isnull=True),
                name="tilsagn_timer_kun_ved_timer",
                violation_error_message="Timer og sats hører kun til medarbejdertimer.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kilde}: {self.get_art_display()}"


@pghistory.track()
class OplystAndel(Redigerbar):
    """A share that a document states, stored as stated and checked against the figures (Lolland's 38 %)."""

    helhedsplan = models.ForeignKey(
        Helhedsplan, on_delete=models.PROTECT, related_name="oplyste_andele", editable=False
    )
    procent = models.DecimalField("oplyst procent", max_digits=5, decimal_places=1)
    kilder = models.ManyToManyField(Finansieringskilde, related_name="oplyste_andele", verbose_name="tilskrives")
    hvor = models.CharField("hvor står det", max_length=200)

    objects = AfPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "oplyst andel"
        verbose_name_plural = "oplyste andele"
        ordering = ("helhedsplan", "pk")

    def __str__(self) -> str:
        return f"{self.procent} % ({self.hvor})"
