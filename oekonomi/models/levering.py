"""What a giver has delivered of what was promised, and what was agreed about the rest."""

from typing import Self

import pghistory
from django.db import models
from django.db.models import Q

from aftaler.models import Aktivitet, Finansieringskilde, Helhedsplan, Tilsagn
from aftaler.models.budget import Tilsagnsart
from aftaler.models.organ import AfPlanQuerySet
from kerne.datoer import MAANEDER
from kerne.models import Redigerbar, i_raekkefoelge, ikke_negativ
from kerne.talformat import kroner, tal


def bevisets_sted(_levering: "Levering", filnavn: str) -> str:
    """Where evidence lies: `kerne.filer.gem_fil` has given it a name that nobody can guess."""
    return f"leverancer/{filnavn}"


class LeveringQuerySet(AfPlanQuerySet):
    def timer(self) -> Self:
        """The hours, which may be registered by those who see no amounts."""
        return self.filter(tilsagn__art=Tilsagnsart.TIMER)

    def nyeste_foerst(self) -> Self:
        return self.order_by("-til_dato", "-fra_dato", "-pk")


@pghistory.track()
class Levering(Redigerbar):
    """Delivered on a promise in a period of one year: hours, or an amount for cash and rent.

    `sats` only where it differs from the promise's. Who worked is told by function, never by name.
    """

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="leveringer", editable=False)
    tilsagn = models.ForeignKey(Tilsagn, on_delete=models.PROTECT, related_name="leveringer", verbose_name="tilsagn")
    fra_dato = models.DateField("fra")
    til_dato = models.DateField("til og med")
    timer = models.DecimalField("timer", max_digits=9, decimal_places=1, null=True, blank=True)
    sats = models.DecimalField("kr. pr. time", max_digits=8, decimal_places=2, null=True, blank=True)
    beloeb = models.DecimalField("beløb i kr.", max_digits=14, decimal_places=2, null=True, blank=True)
    funktion = models.CharField("funktion", max_length=120, blank=True)
    aktivitet = models.ForeignKey(
        Aktivitet, on_delete=models.SET_NULL, null=True, blank=True, related_name="leveringer", verbose_name="aktivitet"
    )
    bevis = models.CharField("bevis", max_length=200, blank=True)
    bilag = models.FileField("bilag", upload_to=bevisets_sted, max_length=120, blank=True)
    bilag_navn = models.CharField("bilagets navn", max_length=160, blank=True, editable=False)
    eksempel = models.BooleanField("opdigtet eksempel", default=False, editable=False)

    objects = LeveringQuerySet.as_manager()

    class Meta:
        verbose_name = "leverance"
        verbose_name_plural = "leverancer"
        ordering = ("helhedsplan", "-til_dato", "-fra_dato", "-pk")
        constraints = [
            i_raekkefoelge(
                "fra_dato",
                "til_dato",
                name="levering_fra_foer_til",
                besked="Perioden kan ikke slutte, før den begynder.",
            ),
            models.CheckConstraint(
                condition=Q(timer__isnull=False, beloeb__isnull=True)
                | Q(timer__isnull=True, sats__isnull=True, beloeb__isnull=False),
                name="levering_timer_eller_beloeb",
                violation_error_message="Skriv timer, når der er lovet timer, og ellers beløbet i kroner.",
            ),
            models.CheckConstraint(
                condition=Q(timer__isnull=True) | Q(timer__gt=0),
                name="levering_timer_over_nul",
                violation_error_message="Skriv, hvor mange timer der er leveret. Nul timer skal ikke skrives ind.",
            ),
            models.CheckConstraint(
                condition=Q(beloeb__isnull=True) | Q(beloeb__gt=0),
                name="levering_beloeb_over_nul",
                violation_error_message="Skriv det beløb, der er leveret. Nul kroner skal ikke skrives ind.",
            ),
        ]

    def __str__(self) -> str:
        return f"{tal(self.timer)} timer" if self.timer is not None else kroner(self.beloeb or 0)

    @property
    def aar(self) -> int:
        return self.fra_dato.year

    @property
    def periodeord(self) -> str:
        """ "marts 2021", "maj–december 2019"."""
        fra, til = MAANEDER[self.fra_dato.month - 1], MAANEDER[self.til_dato.month - 1]
        return f"{fra} {self.aar}" if fra == til else f"{fra}–{til} {self.aar}"


@pghistory.track()
class Kompensation(Redigerbar):
    """The agreement about what a giver did not deliver: how much, when at the latest, and when it was decided.

    `beloeb` may be unknown: Køge's eftersyn says that it will be made up, and not how much.
    """

    helhedsplan = models.ForeignKey(
        Helhedsplan, on_delete=models.PROTECT, related_name="kompensationer", editable=False
    )
    kilde = models.ForeignKey(
        Finansieringskilde, on_delete=models.PROTECT, related_name="kompensationer", verbose_name="giver"
    )
    art = models.CharField("slags", max_length=10, choices=Tilsagnsart)
    aar = models.PositiveSmallIntegerField("mangler fra", null=True, blank=True)
    beloeb = models.DecimalField("beløb i kr.", max_digits=14, decimal_places=2, null=True, blank=True)
    senest_dato = models.DateField("indhentet senest", null=True, blank=True)
    besluttet_dato = models.DateField("aftalt den")
    tekst = models.CharField("aftalen", max_length=300)
    indhentet_dato = models.DateField("indhentet den", null=True, blank=True)

    objects = AfPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "indhentning"
        verbose_name_plural = "indhentninger"
        ordering = ("helhedsplan", "besluttet_dato", "pk")
        constraints = [
            ikke_negativ("beloeb", name="kompensation_ikke_negativ", besked="Et beløb kan ikke være negativt."),
            i_raekkefoelge(
                "besluttet_dato",
                "senest_dato",
                name="kompensation_aftalt_foer_senest",
                besked="Det skal være indhentet efter den dag, det blev aftalt.",
            ),
        ]

    def __str__(self) -> str:
        return self.tekst
