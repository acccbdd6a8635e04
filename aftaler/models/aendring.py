"""A change on its way to become a version: what is proposed, who must approve it, and on what conditions."""

from typing import Self

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from aftaler.models.delaftale import Delaftale
from aftaler.models.helhedsplan import Helhedsplan
from aftaler.models.organ import AfPlanQuerySet, Organ
from aftaler.models.version import Version
from aftaler.statuses import Aendringsstatus, Trinudfald
from brugere.models import Bruger


class Aendringsart(models.TextChoices):
    """What the change is decides who must approve it (domain.md 1.4)."""

    STRATEGISK = "strategisk", "Den strategiske samarbejdsaftale"
    DELAFTALE = "delaftale", "Inden for en delaftale"
    AKTIVITETER = "aktiviteter", "Kun aktiviteterne i en delaftale"
    FLYTNING = "flytning", "En indsats flyttes mellem delaftaler"
    PENGE = "penge", "Penge flyttes mellem delaftaler"


class AendringQuerySet(AfPlanQuerySet):
    def aabne(self, helhedsplan: Helhedsplan, delaftale: Delaftale | None) -> Self:
        """The document's change under way; at most one."""
        return self.paa_vej().filter(helhedsplan=helhedsplan, delaftale=delaftale)

    def paa_vej(self) -> Self:
        """Submitted, and neither approved, returned, refused nor withdrawn."""
        return self.filter(status=Aendringsstatus.INDSENDT)


@pghistory.track(exclude=["forslag"])
class Aendring(models.Model):
    """One open change at a time per document. The rows are the draft; the proposal is frozen when it is submitted."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="aendringer")
    delaftale = models.ForeignKey(Delaftale, on_delete=models.PROTECT, null=True, blank=True, related_name="aendringer")
    art = models.CharField("slags", max_length=12, choices=Aendringsart)
    grund = models.CharField("hvad er ændret, og hvorfor", max_length=300)
    status = models.CharField("tilstand", max_length=12, choices=Aendringsstatus, default=Aendringsstatus.INDSENDT)
    forslag = models.JSONField("forslag")
    kontrolsum = models.CharField("kontrolsum", max_length=64)
    fra_version = models.ForeignKey(  # what the change changes; None: the document's first version
        Version, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="ændrer"
    )
    oensket_fra = models.DateField("ønskes i kraft fra")
    indsendt_af = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    indsendt_tidspunkt = models.DateTimeField(auto_now_add=True)
    svar = models.TextField("svar", max_length=2000, blank=True)
    afsluttet_tidspunkt = models.DateTimeField(null=True)
    version = models.OneToOneField(Version, on_delete=models.PROTECT, null=True, related_name="aendring")

    objects = AendringQuerySet.as_manager()

    class Meta:
        verbose_name = "ændring"
        verbose_name_plural = "ændringer"
        ordering = ("helhedsplan", "-indsendt_tidspunkt", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("helhedsplan", "delaftale"),
                condition=Q(status=Aendringsstatus.INDSENDT),
                nulls_distinct=False,
                name="aendring_kun_en_aaben_pr_dokument",
                violation_error_message="Der er allerede en ændring af dokumentet til godkendelse.",
            ),
            models.CheckConstraint(
                condition=Q(status=Aendringsstatus.GODKENDT, version__isnull=False)
                | (~Q(status=Aendringsstatus.GODKENDT) & Q(version__isnull=True)),
                name="aendring_godkendt_har_version",
            ),
        ]

    def __str__(self) -> str:
        return self.grund


class Trinslags(models.TextChoices):
    BESLUTNING = "beslutning", "beslutning"
    HOERING = "hoering", "høring"
    ORIENTERING = "orientering", "orientering"


class GodkendelsestrinQuerySet(models.QuerySet["Godkendelsestrin"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(aendring__helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))


@pghistory.track()
class Godkendelsestrin(models.Model):
    """One body on the route. An orientering never blocks; a høring must be over; a beslutning must be a yes."""

    aendring = models.ForeignKey(Aendring, on_delete=models.PROTECT, related_name="trin")
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge")
    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, null=True, blank=True, related_name="trin")
    navn = models.CharField("hvem", max_length=160)
    slags = models.CharField("slags", max_length=12, choices=Trinslags, default=Trinslags.BESLUTNING)
    udfald = models.CharField("udfald", max_length=12, choices=Trinudfald, default=Trinudfald.AFVENTER)
    dato = models.DateField("dato", null=True, blank=True)
    dato_ikke_oplyst = models.BooleanField("datoen er ikke oplyst", default=False)
    tekst = models.TextField("beslutning", max_length=4000, blank=True)
    dokument = models.FileField("dokument", upload_to="beslutninger/", max_length=200, blank=True)
    dokument_navn = models.CharField(max_length=160, blank=True, editable=False)
    registreret_af = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    registreret_tidspunkt = models.DateTimeField(null=True, editable=False)

    objects = GodkendelsestrinQuerySet.as_manager()

    class Meta:
        verbose_name = "godkendelsestrin"
        verbose_name_plural = "godkendelsestrin"
        ordering = ("aendring", "raekkefoelge", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(udfald=Trinudfald.AFVENTER) | Q(dato__isnull=False) | Q(dato_ikke_oplyst=True),
                name="godkendelsestrin_har_dato_eller_ikke_oplyst",
                violation_error_message="Skriv datoen, eller sæt kryds ved »ikke oplyst«.",
            )
        ]

    def __str__(self) -> str:
        return self.navn


class VilkaarQuerySet(models.QuerySet["Vilkaar"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(trin__aendring__helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))


@pghistory.track()
class Vilkaar(models.Model):
    """A condition of an approval, followed to its end."""

    trin = models.ForeignKey(Godkendelsestrin, on_delete=models.PROTECT, related_name="vilkaar")
    tekst = models.CharField("vilkår", max_length=500)
    frist_dato = models.DateField("senest")
    opfyldt_dato = models.DateField("opfyldt den", null=True, blank=True)
    opfyldt_hvordan = models.CharField("hvordan", max_length=500, blank=True)

    objects = VilkaarQuerySet.as_manager()

    class Meta:
        verbose_name = "vilkår"
        verbose_name_plural = "vilkår"
        ordering = ("frist_dato", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(opfyldt_dato__isnull=True) | ~Q(opfyldt_hvordan=""),
                name="vilkaar_opfyldt_siger_hvordan",
                violation_error_message="Skriv, hvordan vilkåret er opfyldt.",
            )
        ]

    def __str__(self) -> str:
        return self.tekst
