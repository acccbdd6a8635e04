"""What was decided, and what somebody has to do about it."""

from typing import Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from aftaler.models import Aendring, Helhedsplan, Person, Version
from brugere.models import Bruger
from kerne.models import Redigerbar, sammen_eller_slet_ikke
from moeder.models.moede import AfPlanQuerySet
from moeder.models.sag import AfBehandlingQuerySet, Behandling
from moeder.statuses import Beslutningsstatus, Beslutningsudfald

FASTE = (
    "behandling_id", "nr", "tekst", "stemmer_for", "stemmer_imod", "stemmer_hverken", "udfald", "aendring_id",
)  # fmt: skip


def _kolonner(raekke: str) -> str:
    """What a closed meeting decided, as columns of the old or the new row."""
    return ", ".join(f"{raekke}.{et}" for et in FASTE)


@pghistory.track()
class Beslutning(Redigerbar):
    """A body's decision on an item. `nr` counts in the plan's register; a closed meeting's decision never changes its
    text, only its status. `aendring` is the change that it approved or refused, `version` what that put in force.
    `udfald` is what came of the thing that the item asks for: a change, or the referat of an earlier meeting."""

    behandling = models.ForeignKey(Behandling, on_delete=models.PROTECT, related_name="beslutninger")
    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="beslutninger", editable=False)
    nr = models.PositiveIntegerField("nummer", editable=False)
    tekst = models.TextField("beslutning", max_length=4000)
    stemmer_for = models.PositiveSmallIntegerField("for", null=True, blank=True)
    stemmer_imod = models.PositiveSmallIntegerField("imod", null=True, blank=True)
    stemmer_hverken = models.PositiveSmallIntegerField("hverken for eller imod", null=True, blank=True)
    status = models.CharField(
        "status", max_length=10, choices=Beslutningsstatus, default=Beslutningsstatus.GAELDENDE, editable=False
    )
    status_note = models.CharField("bemærkning", max_length=300, blank=True, editable=False)
    aendring = models.ForeignKey(
        Aendring, on_delete=models.PROTECT, null=True, blank=True, related_name="beslutninger", editable=False
    )
    udfald = models.CharField("resultat", max_length=10, choices=Beslutningsudfald, blank=True)
    version = models.ForeignKey(
        Version, on_delete=models.PROTECT, null=True, blank=True, related_name="beslutninger", editable=False
    )
    afloeser = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="afloesere", editable=False
    )
    skrevet_af = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False)
    skrevet_tidspunkt = models.DateTimeField(auto_now_add=True)
    laast_tidspunkt = models.DateTimeField(null=True, editable=False)  # when its meeting closed
    eksempel = models.BooleanField("opdigtet eksempel", default=False, editable=False)

    objects = AfBehandlingQuerySet.as_manager()

    class Meta:
        verbose_name = "beslutning"
        verbose_name_plural = "beslutninger"
        ordering = ("helhedsplan", "nr", "pk")
        constraints = [
            models.UniqueConstraint(fields=("helhedsplan", "nr"), name="beslutning_nr_er_unikt_i_planen"),
            models.CheckConstraint(
                condition=~Q(tekst=""),
                name="beslutning_har_tekst",
                violation_error_message="Skriv, hvad der blev besluttet.",
            ),
            models.CheckConstraint(
                condition=Q(status=Beslutningsstatus.GAELDENDE) | ~Q(status_note=""),
                name="beslutning_status_har_bemaerkning",
                violation_error_message="Skriv, hvorfor beslutningen ikke længere gælder.",
            ),
        ]
        triggers = [
            # What a closed meeting decided stands; only what became of it may be written.
            pgtrigger.Protect(
                name="beslutning_paa_lukket_moede_er_fast",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    f"OLD.laast_tidspunkt IS NOT NULL AND ({_kolonner('OLD')}) IS DISTINCT FROM ({_kolonner('NEW')})"
                ),
            ),
            pgtrigger.Protect(
                name="beslutning_paa_lukket_moede_slettes_ikke",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__laast_tidspunkt__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Beslutning {self.nr}"


class OpgaveQuerySet(AfPlanQuerySet):
    def synlige_for(self, bruger: Bruger) -> Self:
        """The plan's tasks; those of closed items by whoever sees the item, or promised to do it."""
        synlige = Q(behandling=None) | Q(behandling__in=Behandling.objects.synlige_for(bruger))
        return super().synlige_for(bruger).filter(synlige | Q(ejer__bruger=bruger.pk))

    def aabne(self) -> Self:
        return self.filter(udfoert_dato=None)


@pghistory.track()
class Opgave(Redigerbar):
    """Something somebody promised to do. It stands on the next agendas until it is done."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="opgaver", editable=False)
    behandling = models.ForeignKey(
        Behandling, on_delete=models.PROTECT, null=True, blank=True, related_name="opgaver", editable=False
    )
    tekst = models.CharField("opgave", max_length=300)
    ejer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="opgaver", verbose_name="hvem gør det")
    frist_dato = models.DateField("senest")
    udfoert_dato = models.DateField("gjort den", null=True, blank=True)
    udfoert_af = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    udfoert_note = models.CharField("hvad blev der gjort", max_length=300, blank=True)
    eksempel = models.BooleanField("opdigtet eksempel", default=False, editable=False)

    objects = OpgaveQuerySet.as_manager()

    class Meta:
        verbose_name = "opgave"
        verbose_name_plural = "opgaver"
        ordering = ("helhedsplan", "frist_dato", "pk")
        constraints = [
            sammen_eller_slet_ikke(
                "udfoert_dato",
                "udfoert_af",
                name="opgave_udfoert_komplet",
                besked="En opgave, der er gjort, har både dag og navn.",
            )
        ]

    def __str__(self) -> str:
        return self.tekst
