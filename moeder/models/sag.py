"""A case that may travel over several bodies, and its treatment on one meeting's agenda."""

from typing import Self

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Exists, OuterRef, Q

from aftaler.models import (
    Aendring,
    Aktivitet,
    Budgetpost,
    Delaftale,
    Helhedsplan,
    Medlemskab,
    Person,
    Succeskriterium,
    Version,
)
from brugere.models import Bruger
from brugere.roles import Ret
from kerne.models import Redigerbar
from kerne.rigtekst import RigtekstField
from moeder.models.moede import Moede, leder_moeder_i, sidder_i
from moeder.statuses import Pengeemne, Punktart

# What a closed meeting's item holds for good: everything but its referat and who wrote it last.
FASTE = (
    "sag_id", "moede_id", "raekkefoelge", "titel", "art", "lukket", "minutter", "fremlaegger_id", "sagsfremstilling",
    "oekonomi", "lovgrundlag", "hoering", "indstilling", "afgoeres_af", "laast_tidspunkt", "eksempel",
)  # fmt: skip

# The item's words before the meeting: its name and the case form.
SAGENS_ORD = (
    "titel", "sagsfremstilling", "oekonomi", "lovgrundlag", "hoering", "indstilling", "afgoeres_af",
)  # fmt: skip


def _kolonner(raekke: str) -> str:
    """What a closed meeting fixed, as columns of the old or the new row."""
    return ", ".join(f"{raekke}.{et}" for et in FASTE)


def maa_se_lukkede(bruger: Bruger, moede: str) -> Q:
    """Closed things of the meeting that `moede` leads to: for those who run meetings, or sit in the body and may."""
    med_ret = Medlemskab.objects.gyldige_for(bruger, Ret.LUKKET_SE).filter(
        helhedsplan=OuterRef(f"{moede}__helhedsplan")
    )
    return Q(leder_moeder_i(bruger, f"{moede}__helhedsplan")) | (
        Q(Exists(med_ret)) & Q(sidder_i(bruger, f"{moede}__organ"))
    )


class SagQuerySet(models.QuerySet["Sag"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        """A case is seen by whoever sees a treatment of it: the title of a closed one gives nothing away."""
        synlige = Behandling.objects.synlige_for(bruger).filter(sag=OuterRef("pk"))
        i_planen = self.filter(helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))
        return i_planen.filter(Q(leder_moeder_i(bruger, "helhedsplan")) | Q(Exists(synlige)))


@pghistory.track()
class Sag(Redigerbar):
    """One matter with its numbers in the municipality's own systems; treated as often as it takes."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="sager", editable=False)
    titel = models.CharField("sag", max_length=200)
    journalnr = models.CharField("J.nr.", max_length=40, blank=True)
    sagsnr = models.CharField("sagsnr.", max_length=40, blank=True)
    kle = models.CharField("KLE-emne", max_length=20, blank=True)
    oprettet_tidspunkt = models.DateTimeField(auto_now_add=True)
    eksempel = models.BooleanField("opdigtet eksempel", default=False, editable=False)

    objects = SagQuerySet.as_manager()

    class Meta:
        verbose_name = "sag"
        verbose_name_plural = "sager"
        ordering = ("helhedsplan", "-oprettet_tidspunkt", "-pk")

    def __str__(self) -> str:
        return self.titel


class BehandlingQuerySet(models.QuerySet["Behandling"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        """The items of meetings one sees, closed ones for few; what waits on the backlog for those who run meetings."""
        paa_moede = Q(moede__in=Moede.objects.synlige_for(bruger)) & (Q(lukket=False) | maa_se_lukkede(bruger, "moede"))
        venter = Q(moede__isnull=True) & Q(leder_moeder_i(bruger, "sag__helhedsplan"))
        return self.filter(paa_moede | venter)

    def i_raekkefoelge(self) -> Self:
        return self.order_by("moede", "raekkefoelge", "pk")


@pghistory.track()
class Behandling(Redigerbar):
    """A case on one agenda, in the Danish case form. Without `moede` it waits in the backlog."""

    sag = models.ForeignKey(Sag, on_delete=models.PROTECT, related_name="behandlinger")
    moede = models.ForeignKey(Moede, on_delete=models.PROTECT, null=True, blank=True, related_name="behandlinger")
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=1, editable=False)
    titel = models.CharField("punkt", max_length=200)
    art = models.CharField("slags", max_length=1, choices=Punktart, default=Punktart.DROEFTELSE)
    lukket = models.BooleanField("lukket punkt", default=False)
    minutter = models.PositiveSmallIntegerField("minutter", default=10)
    fremlaegger = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="fremlægges af"
    )
    sagsfremstilling = RigtekstField("sagsfremstilling", blank=True)
    oekonomi = RigtekstField("økonomi", blank=True)
    lovgrundlag = RigtekstField("lovgrundlag", blank=True)
    hoering = RigtekstField("høring", blank=True)
    indstilling = RigtekstField("indstilling", blank=True)
    afgoeres_af = models.CharField("sagen afgøres af", max_length=160, blank=True)
    referat = RigtekstField("referat", blank=True)
    laast_tidspunkt = models.DateTimeField(null=True, editable=False)  # when its meeting closed
    eksempel = models.BooleanField("opdigtet eksempel", default=False, editable=False)

    objects = BehandlingQuerySet.as_manager()

    class Meta:
        verbose_name = "punkt"
        verbose_name_plural = "punkter"
        ordering = ("moede", "raekkefoelge", "pk")
        indexes = [  # for the search, which asks in exactly these words
            GinIndex(SearchVector(*SAGENS_ORD, config="danish"), name="punkt_sagens_ord"),
            GinIndex(SearchVector("referat", config="danish"), name="punkt_referatets_ord"),
        ]
        triggers = [
            # A closed meeting's items stand. Its referat is written clean until the referat is approved, and no longer.
            pgtrigger.Protect(
                name="punkt_paa_lukket_moede_er_fast",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    f"OLD.laast_tidspunkt IS NOT NULL AND ({_kolonner('OLD')}) IS DISTINCT FROM ({_kolonner('NEW')})"
                ),
            ),
            pgtrigger.Protect(
                name="punkt_paa_lukket_moede_slettes_ikke",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__laast_tidspunkt__isnull=False),
            ),
            pgtrigger.Trigger(
                name="punktets_referat_er_fast_naar_det_er_godkendt",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Condition(
                    "OLD.laast_tidspunkt IS NOT NULL AND OLD.referat IS DISTINCT FROM NEW.referat"
                ),
                func=(
                    "IF EXISTS (SELECT 1 FROM moeder_referat WHERE moede_id = OLD.moede_id AND tilstand = 'godkendt') "
                    "THEN RAISE EXCEPTION 'The referat is approved'; END IF; RETURN NEW;"
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    @property
    def er_beslutning(self) -> bool:
        return self.art == Punktart.BESLUTNING


class AfBehandlingQuerySet(models.QuerySet):
    """Rows that hang on an item: seen by whoever sees the item."""

    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(behandling__in=Behandling.objects.synlige_for(bruger))


EMNER = ("delaftale", "kriterium", "aktivitet", "budgetpost", "version", "aendring", "penge")


def _praecis_et(felter: tuple[str, ...]) -> Q:
    """One of the fields is filled in, and the others are empty."""
    samlet = Q()
    for valgt in felter:
        samlet |= Q(**{f"{et}__isnull": et != valgt for et in felter})
    return samlet


@pghistory.track()
class Henvisning(models.Model):
    """What an item is about: a thing of the agreement, or something about the plan's money (`penge`).

    Its figures are live until the meeting closes; then `frosset` is what they were.
    """

    behandling = models.ForeignKey(Behandling, on_delete=models.CASCADE, related_name="henvisninger")
    delaftale = models.ForeignKey(Delaftale, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kriterium = models.ForeignKey(
        Succeskriterium, on_delete=models.PROTECT, null=True, blank=True, related_name="henvisninger"
    )
    aktivitet = models.ForeignKey(Aktivitet, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    budgetpost = models.ForeignKey(Budgetpost, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, null=True, blank=True, related_name="henvisninger")
    aendring = models.ForeignKey(Aendring, on_delete=models.PROTECT, null=True, blank=True, related_name="henvisninger")
    penge = models.PositiveSmallIntegerField("penge", choices=Pengeemne, null=True, blank=True)
    frosset = models.JSONField("tallene, da mødet sluttede", null=True, blank=True, editable=False)

    objects = AfBehandlingQuerySet.as_manager()

    class Meta:
        verbose_name = "henvisning"
        verbose_name_plural = "henvisninger"
        ordering = ("behandling", "pk")
        constraints = [
            models.CheckConstraint(
                condition=_praecis_et(EMNER),
                name="henvisning_har_et_emne",
                violation_error_message="Vælg, hvad punktet handler om.",
            )
        ]

    def __str__(self) -> str:
        return self.get_penge_display() if self.penge else str(getattr(self, self.emne))

    @property
    def emne(self) -> str:
        """Which of the subjects it has."""
        return next(et for et in EMNER if getattr(self, EMNERNES_KOLONNER[et]))


# Subject → its column: all but money are keys of other rows.
EMNERNES_KOLONNER = {et: Henvisning._meta.get_field(et).attname for et in EMNER}


class PunktbilagQuerySet(AfBehandlingQuerySet):
    def synlige_for(self, bruger: Bruger) -> Self:
        """Those of items one sees; a closed appendix of an open item only as closed items are seen."""
        aabne = Q(lukket=False) | Q(behandling__moede__isnull=True)
        return super().synlige_for(bruger).filter(aabne | maa_se_lukkede(bruger, "behandling__moede"))


@pghistory.track()
class Punktbilag(models.Model):
    """An appendix of an item. It is as closed as its item, and may be closed on an open one."""

    behandling = models.ForeignKey(Behandling, on_delete=models.PROTECT, related_name="bilag")
    raekkefoelge = models.PositiveSmallIntegerField(default=1, editable=False)
    navn = models.CharField("navn", max_length=160)
    fil = models.FileField("fil", upload_to="moedebilag", max_length=120)
    lukket = models.BooleanField("lukket bilag", default=False)

    objects = PunktbilagQuerySet.as_manager()

    class Meta:
        verbose_name = "bilag til et punkt"
        verbose_name_plural = "bilag til punkter"
        ordering = ("behandling", "raekkefoelge", "pk")

    def __str__(self) -> str:
        return self.navn


@pghistory.track()
class Punktfravaer(models.Model):
    """Somebody who was at the meeting and not at this item."""

    behandling = models.ForeignKey(Behandling, on_delete=models.CASCADE, related_name="fravaer")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    inhabil = models.BooleanField("inhabil", default=False)

    objects = AfBehandlingQuerySet.as_manager()

    class Meta:
        verbose_name = "fravær under et punkt"
        verbose_name_plural = "fravær under punkter"
        ordering = ("behandling", "person__navn", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("behandling", "person"),
                name="punktfravaer_en_gang",
                violation_error_message="Personen er allerede skrevet som fraværende under punktet.",
            )
        ]

    def __str__(self) -> str:
        return str(self.person)
