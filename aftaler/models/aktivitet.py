"""An activity: LBF's form of six fields, block 13 of its delaftale."""

from typing import Self

import pghistory
from django.db import models

from aftaler.models.delaftale import Delaftale
from aftaler.models.helhedsplan import Helhedsplan
from brugere.models import Bruger
from kerne.models import Redigerbar
from kerne.rigtekst import RigtekstField


class AktivitetQuerySet(models.QuerySet["Aktivitet"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(delaftale__indsatsomraade__helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))


@pghistory.track()
class Aktivitet(Redigerbar):
    delaftale = models.ForeignKey(Delaftale, on_delete=models.PROTECT, related_name="aktiviteter")
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=1, editable=False)
    navn = models.CharField("aktivitetsnavn", max_length=160)
    indhold = RigtekstField("indhold og praksis (aktivitetsbeskrivelse)", blank=True)
    formaal_og_maal = RigtekstField("formål og mål", blank=True)
    maalgrupper = RigtekstField("målgruppe(r)", blank=True)
    ansvar_og_roller = RigtekstField("ansvars- og rollefordeling", blank=True)
    eksempel = models.BooleanField("opdigtet eksempel", default=False, editable=False)

    objects = AktivitetQuerySet.as_manager()

    class Meta:
        verbose_name = "aktivitet"
        verbose_name_plural = "aktiviteter"
        ordering = ("delaftale", "raekkefoelge", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("delaftale", "navn"),
                name="aktivitet_navn_er_unikt_i_delaftalen",
                violation_error_message="Der er allerede en aktivitet med det navn i delaftalen.",
            )
        ]

    def __str__(self) -> str:
        return self.navn
