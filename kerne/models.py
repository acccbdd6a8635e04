"""What every app stands on: the action log, rows that two people may edit, and constraints that speak Danish."""

import uuid

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from kerne.statuses import HOS_ARBEJDEREN, Indlaesningstilstand, Udsendelsestilstand


def i_raekkefoelge(foerst: str, sidst: str, *, name: str, besked: str) -> models.CheckConstraint:
    """The two dates stand in order where both are known."""
    betingelse = Q(**{f"{foerst}__isnull": True}) | Q(**{f"{sidst}__isnull": True}) | Q(**{f"{sidst}__gte": F(foerst)})
    return models.CheckConstraint(condition=betingelse, name=name, violation_error_message=besked)


def ikke_negativ(felt: str, *, name: str, besked: str) -> models.CheckConstraint:
    """The amount is unknown, zero or more."""
    betingelse = Q(**{f"{felt}__isnull": True}) | Q(**{f"{felt}__gte": 0})
    return models.CheckConstraint(condition=betingelse, name=name, violation_error_message=besked)


def sammen_eller_slet_ikke(*felter: str, name: str, besked: str) -> models.CheckConstraint:
    """Who and when are known together, or not at all."""
    ingen = Q(**{f"{felt}__isnull": True for felt in felter})
    alle = Q(**{f"{felt}__isnull": False for felt in felter})
    return models.CheckConstraint(condition=ingen | alle, name=name, violation_error_message=besked)


class Redigerbar(models.Model):
    """A row that several people edit: `udgave` counts the saves, so that nobody overwrites what they have not seen."""

    udgave = models.PositiveIntegerField(default=1, editable=False)
    rettet_tidspunkt = models.DateTimeField(null=True, editable=False)
    rettet_af = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )

    class Meta:
        abstract = True


class Haendelse(models.Model):
    """Who did what to which thing, when, in words. Written by `kerne.haendelser.skriv`, never changed."""

    tidspunkt = models.DateTimeField(auto_now_add=True, db_index=True)
    af = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="haendelser")
    hvad = models.CharField(max_length=300)
    kreds = models.CharField(max_length=80, blank=True, db_index=True)  # the closed circle that may read it
    ting_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    ting_id = models.CharField(max_length=40)
    ting = GenericForeignKey("ting_type", "ting_id")
    ting_navn = models.CharField(max_length=300)

    class Meta:
        verbose_name = "hændelse"
        verbose_name_plural = "hændelser"
        ordering = ("-tidspunkt", "-pk")

    def __str__(self) -> str:
        return f"{self.ting_navn}: {self.hvad}"


class Arbejder(models.Model):
    """A worker's sign of life; `GET /sundhed/` counts the fresh ones."""

    navn = models.CharField(max_length=200, primary_key=True)
    set_tidspunkt = models.DateTimeField()

    class Meta:
        verbose_name = "arbejder"
        verbose_name_plural = "arbejdere"

    def __str__(self) -> str:
        return self.navn


class Indlaesning(models.Model):
    """A sheet that somebody sent in, and what came of it. The row is the queue; `kerne.indlaesninger` works it.

    `kolonner` says which column (0 is A) holds which field, `overskrifter` whether the next file has the same layout;
    `resultat` is `indlaesninger.Resultat` as JSON.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    fil = models.FileField("fil", upload_to="indlaesninger", max_length=200)
    filnavn = models.CharField("filens navn", max_length=160)
    kontrolsum = models.CharField("filens kontrolsum", max_length=64)
    ark = models.CharField("ark", max_length=120, blank=True)
    overskriftsraekke = models.PositiveIntegerField("rækken med overskrifter", default=1)
    overskrifter = models.JSONField("overskrifter", default=list, blank=True)
    kolonner = models.JSONField("kolonner", default=dict, blank=True)
    tilstand = models.CharField(
        "tilstand", max_length=10, choices=Indlaesningstilstand, default=Indlaesningstilstand.VALGT
    )
    i_gang = models.BooleanField("en arbejder har den", default=False)
    forsoeg = models.PositiveSmallIntegerField("forsøg", default=1)
    hjerteslag = models.DateTimeField("livstegn", default=timezone.now)
    procent = models.PositiveSmallIntegerField("procent", default=0)
    resultat = models.JSONField("resultat", default=dict, blank=True)
    fejl = models.CharField("fejl", max_length=300, blank=True)
    oprettet_af = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    oprettet_tidspunkt = models.DateTimeField("sendt ind", default=timezone.now)
    faerdig_tidspunkt = models.DateTimeField("færdig", null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.filnavn

    @property
    def er_valgt(self) -> bool:
        """Its columns may still be told."""
        return self.tilstand == Indlaesningstilstand.VALGT

    @property
    def er_undervejs(self) -> bool:
        """A worker has it, or is about to."""
        return self.tilstand in HOS_ARBEJDEREN

    @property
    def er_proevet(self) -> bool:
        return self.tilstand == Indlaesningstilstand.PROEVET

    @property
    def er_laest(self) -> bool:
        return self.tilstand == Indlaesningstilstand.INDLAEST

    @property
    def er_fejlet(self) -> bool:
        return self.tilstand == Indlaesningstilstand.FEJLET


class Udsendelse(models.Model):
    """One mail to one person: the row is the queue. `noegle` says what it is about, so that it is never sent twice.

    `tekst`, `kalender` and `afmeld` are empty when it has been sent (ADR 0023).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    noegle = models.CharField("nøgle", max_length=200, unique=True)
    kreds = models.CharField(max_length=80, blank=True)  # the plan it concerns
    til = models.EmailField("til", max_length=254)
    emne = models.CharField("emne", max_length=200)
    tekst = models.TextField("tekst", blank=True)
    kalender = models.TextField("kalenderfil", blank=True)  # ICS, sent as an attachment with its method
    afmeld = models.URLField("adresse til afmelding", max_length=300, blank=True)  # stops mails of this kind
    ikke_foer = models.DateTimeField("sendes tidligst", default=timezone.now)
    tilstand = models.CharField(
        "tilstand", max_length=10, choices=Udsendelsestilstand, default=Udsendelsestilstand.VENTER
    )
    forsoeg = models.PositiveSmallIntegerField("forsøg", default=1)
    hjerteslag = models.DateTimeField("livstegn", default=timezone.now)
    fejl = models.CharField("fejl", max_length=300, blank=True)
    oprettet_tidspunkt = models.DateTimeField("oprettet", default=timezone.now)
    sendt_tidspunkt = models.DateTimeField("sendt", null=True, blank=True)

    class Meta:
        verbose_name = "udsendelse"
        verbose_name_plural = "udsendelser"
        ordering = ("-oprettet_tidspunkt", "pk")
        indexes = [
            models.Index(
                fields=("ikke_foer",),
                condition=Q(tilstand__in=[Udsendelsestilstand.VENTER, Udsendelsestilstand.I_GANG]),
                name="udsendelse_i_koe",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(tilstand=Udsendelsestilstand.SENDT) | Q(sendt_tidspunkt__isnull=False),
                name="udsendelse_sendt_har_tidspunkt",
            )
        ]

    def __str__(self) -> str:
        return self.emne
