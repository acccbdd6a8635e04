"""Paper out: one row per ordered paper. The row is the queue, and the truth about how far the making has come."""

import re
import uuid
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from aftaler.models import Helhedsplan, Medlemskab
from brugere.models import Bruger
from brugere.roles import Ret, roller_med
from dokumenter.statuses import UNDERVEJS, Abonnementsslags, Format, Papir, Tilstand, Trin

# What one of the three systems refuses, what can't be seen, and what turns the reading so that an ending hides.
IKKE_I_FILNAVNE = re.compile(r'[\\/:*?"<>|\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069]+')

# Whoever may see drafts sees every order of the plan; revisor and LBF see their own.
SER_ALLES = roller_med(Ret.PAPIR_BESTIL) & roller_med(Ret.KLADDE_SE)


class BestillingQuerySet(models.QuerySet["Bestilling"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        """Every order of the plans where one sees drafts; elsewhere one's own and the month's, and none of a draft.

        What is for those who run meetings is seen by them alone.
        """
        i_planen = Medlemskab.objects.gyldige_for(bruger, Ret.PAPIR_BESTIL).filter(helhedsplan=OuterRef("helhedsplan"))
        egne = (Q(bestilt_af=bruger.pk) | Q(bestilt_af=None)) & ~Q(valg__kladde=True)
        leder = Medlemskab.objects.gyldige_for(bruger, Ret.MOEDE_LED).filter(helhedsplan=OuterRef("helhedsplan"))
        # a closed edition of a meeting, or a meeting that nobody is called to
        maa_se_moedet = Q(valg__kun_ledere__isnull=True) | Q(Exists(leder))
        return self.filter(Exists(i_planen.filter(rolle__in=SER_ALLES)) | (Exists(i_planen) & egne), maa_se_moedet)

    def nyeste_foerst(self) -> Self:
        return self.order_by("-bestilt_tidspunkt", "pk")


class AbonnementQuerySet(models.QuerySet["Abonnement"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        """One's own, in the plans where one sees money."""
        i_planen = Medlemskab.objects.gyldige_for(bruger, Ret.PENGE_SE).filter(helhedsplan=OuterRef("helhedsplan"))
        return self.filter(Exists(i_planen), bruger=bruger.pk)

    def modtagere(self, plan: Helhedsplan, slags: Abonnementsslags) -> Self:
        """Those who have chosen it and still see the plan's money today."""
        ser_penge = Medlemskab.objects.gyldige().filter(
            helhedsplan=OuterRef("helhedsplan"), bruger=OuterRef("bruger"), rolle__in=roller_med(Ret.PENGE_SE)
        )
        egne = self.filter(Exists(ser_penge), helhedsplan=plan, slags=slags, bruger__is_active=True)
        return egne.select_related("bruger").order_by("pk")


class UdleveringQuerySet(models.QuerySet["Udlevering"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        """The links to the papers that one sees."""
        return self.filter(bestilling__in=Bestilling.objects.synlige_for(bruger))

    def aabne(self, nu: datetime) -> Self:
        """Those that still open their paper."""
        return self.filter(tilbagekaldt_tidspunkt=None, udloeber__gt=nu)


class Bestilling(models.Model):
    """`valg` is what the person chose, `grundlag` what it came to that moment: the ids of the versions, or the draft's
    own snapshot. So the paper is the one that was ordered, however late it is made."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="bestillinger")
    papir = models.CharField("papir", max_length=30, choices=Papir)
    valg = models.JSONField("valg", default=dict)
    grundlag = models.JSONField("grundlag", default=dict)
    noegle = models.CharField("nøgle", max_length=64)  # equal for orders that give the same file
    titel = models.CharField("papirets navn", max_length=120)
    udgave = models.CharField("udgave", max_length=300)
    format = models.CharField("format", max_length=8, choices=Format)
    tilstand = models.CharField("tilstand", max_length=10, choices=Tilstand, default=Tilstand.BESTILT)
    forsoeg = models.PositiveSmallIntegerField("forsøg", default=1)
    hjerteslag = models.DateTimeField("livstegn")  # ordered, rung or worked on
    trin = models.CharField("trin", max_length=10, choices=Trin, default=Trin.BESTILT)
    trin_tekst = models.CharField("lige nu", max_length=120, blank=True)
    trin_tider = models.JSONField("trinenes tider", default=dict)  # Trin -> ISO 8601
    procent = models.PositiveSmallIntegerField("procent", default=0)
    sider = models.PositiveSmallIntegerField("sider", null=True, blank=True)
    fil = models.FileField("fil", max_length=200, blank=True)
    kontrolsum = models.CharField("filens kontrolsum", max_length=64, blank=True)
    fejl = models.CharField("fejl", max_length=300, blank=True)
    bestilt_af = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="bestillinger", null=True
    )
    maaned = models.DateField("månedens egen", null=True, blank=True)  # the first day of the month that ordered it
    bestilt_tidspunkt = models.DateTimeField("bestilt")
    faerdig_tidspunkt = models.DateTimeField("færdig", null=True, blank=True)

    objects = BestillingQuerySet.as_manager()

    class Meta:
        verbose_name = "bestilling"
        verbose_name_plural = "bestillinger"
        ordering = ("-bestilt_tidspunkt", "pk")
        indexes = [
            models.Index(fields=("helhedsplan", "-bestilt_tidspunkt"), name="bestilling_nyeste"),
            models.Index(fields=("hjerteslag",), condition=Q(tilstand__in=sorted(UNDERVEJS)), name="bestilling_i_koe"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=("helhedsplan", "noegle", "bestilt_af"),
                condition=~Q(tilstand=Tilstand.FEJLET),
                name="bestilling_kun_en_af_hver",
            ),
            models.UniqueConstraint(fields=("helhedsplan", "papir", "maaned"), name="bestilling_en_om_maaneden"),
            models.CheckConstraint(
                condition=Q(bestilt_af__isnull=True, maaned__isnull=False)
                | Q(bestilt_af__isnull=False, maaned__isnull=True),
                name="bestilling_af_nogen_eller_af_maaneden",
                violation_error_message="Et papir er bestilt af en person eller af måneden.",
            ),
            models.CheckConstraint(
                condition=~Q(tilstand=Tilstand.KLAR)
                | (~Q(fil="") & ~Q(kontrolsum="") & Q(faerdig_tidspunkt__isnull=False)),
                name="bestilling_klar_har_fil",
                violation_error_message="Et færdigt papir har en fil og en kontrolsum.",
            ),
            models.CheckConstraint(
                condition=~Q(tilstand=Tilstand.FEJLET) | ~Q(fejl=""),
                name="bestilling_fejlet_har_grund",
                violation_error_message="En fejlet bestilling siger hvorfor.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.titel}, {self.udgave}"

    @property
    def filnavn(self) -> str:
        """What the file is called when somebody fetches it: "Delaftale 5.1, Vestbyen, version 2.pdf"."""
        dag = f" {timezone.localtime(self.bestilt_tidspunkt):%Y-%m-%d}" if self.valg.get("kladde") else ""
        navn = f"{self.titel}, {self.helhedsplan.omraade}, {self.udgave}{dag}"
        return f"{IKKE_I_FILNAVNE.sub(' ', navn)[:150].strip()}.{self.format}"

    @property
    def bestiller(self) -> str:
        """Who ordered it, for a list."""
        return str(self.bestilt_af) if self.bestilt_af else "Bestilt af systemet"

    @property
    def lige_nu(self) -> str:
        """What is happening, in words."""
        if self.trin == Trin.BESTILT:
            return "Står i kø" if self.er_bestilt else "Henter indholdet"
        return self.trin_tekst or Trin(self.trin).label

    @property
    def kan_udleveres(self) -> bool:
        """Neither a draft nor what is for a few."""
        return not (self.valg.get("kladde") or self.valg.get("kun_ledere"))

    @property
    def er_klar(self) -> bool:
        return self.tilstand == Tilstand.KLAR

    @property
    def er_undervejs(self) -> bool:
        return self.tilstand in UNDERVEJS

    @property
    def er_bestilt(self) -> bool:
        """Waits for somebody to begin: ring for it."""
        return self.tilstand == Tilstand.BESTILT


class Udlevering(models.Model):
    """A link that opens one finished paper without a login, until it expires or is taken back.

    Only the key's SHA-256 is kept: whoever reads the database can't open the paper with it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bestilling = models.ForeignKey(Bestilling, on_delete=models.PROTECT, related_name="udleveringer")
    noegle_sum = models.CharField("nøglens kontrolsum", max_length=64, unique=True, editable=False)
    udloeber = models.DateTimeField("udløber")
    oprettet_af = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    oprettet_tidspunkt = models.DateTimeField("oprettet")
    tilbagekaldt_tidspunkt = models.DateTimeField("tilbagekaldt", null=True, blank=True)

    objects = UdleveringQuerySet.as_manager()

    class Meta:
        verbose_name = "udlevering"
        verbose_name_plural = "udleveringer"
        ordering = ("-oprettet_tidspunkt", "pk")

    def __str__(self) -> str:
        return f"Link til {self.bestilling}"

    def er_aaben(self, nu: datetime) -> bool:
        return self.tilbagekaldt_tidspunkt is None and nu < self.udloeber


class Abonnement(models.Model):
    """A mail that a person has chosen to get about a plan. No row, no mail."""

    bruger = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="abonnementer")
    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.CASCADE, related_name="abonnementer")
    slags = models.CharField("slags", max_length=20, choices=Abonnementsslags)

    objects = AbonnementQuerySet.as_manager()

    class Meta:
        verbose_name = "abonnement"
        verbose_name_plural = "abonnementer"
        ordering = ("helhedsplan", "slags", "pk")
        constraints = [
            models.UniqueConstraint(fields=("bruger", "helhedsplan", "slags"), name="abonnement_kun_et_af_hver"),
        ]

    def __str__(self) -> str:
        return str(Abonnementsslags(self.slags).label)
