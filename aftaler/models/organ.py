"""Bodies, their seats and who sits in them; and shares of posts, on one axis at a time."""

from typing import Self

import pghistory
from django.db import models
from django.db.models import Prefetch, Q

from aftaler.models.delaftale import Delaftale
from aftaler.models.helhedsplan import Helhedsplan
from aftaler.models.organisation import Boligomraade, Organisation, Person
from brugere.models import Bruger
from kerne.models import Redigerbar, i_raekkefoelge
from kerne.rigtekst import RigtekstField
from kerne.talformat import procent


class Organart(models.TextChoices):
    BESTYRELSE = "bestyrelse", "Bestyrelse"
    FORMANDSKAB = "formandskab", "Formandskab"
    STYREGRUPPE = "styregruppe", "Styregruppe"
    KOORDINATIONSGRUPPE = "koordinationsgruppe", "Koordinationsgruppe"
    POLITISK_FOELGEGRUPPE = "politisk_foelgegruppe", "Politisk følgegruppe"
    FAGLIG_FOELGEGRUPPE = "faglig_foelgegruppe", "Faglig følgegruppe"
    LOKAL_FOELGEGRUPPE = "lokal_foelgegruppe", "Lokal følgegruppe"
    SEKRETARIAT = "sekretariat", "Sekretariat"
    UDEN_FOR = "uden_for_planen", "Uden for planen, fx et byråd"  # treats a case; is no part of the agreement


class AfPlanQuerySet(models.QuerySet):
    """Rows that hang on a plan by their own `helhedsplan`."""

    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))


class OrganQuerySet(AfPlanQuerySet):
    def i_aftalen(self) -> Self:
        """The plan's own bodies: those that the agreement prints."""
        return self.exclude(art=Organart.UDEN_FOR)

    def med_pladser(self) -> Self:
        """With the seats in use and everybody who has had them; those given up as `nedlagte_pladser`."""
        medlemmer = Prefetch("medlemmer", Organmedlem.objects.select_related("person"))
        pladser = Plads.objects.select_related("organisation").prefetch_related(medlemmer)
        return self.prefetch_related(
            Prefetch("pladser", pladser.i_brug()),
            Prefetch("pladser", pladser.exclude(nedlagt_dato=None), to_attr="nedlagte_pladser"),
        )


@pghistory.track()
class Organ(Redigerbar):
    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="organer", editable=False)
    art = models.CharField("slags", max_length=30, choices=Organart)
    navn = models.CharField("navn", max_length=120)
    over = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="under", verbose_name="hører under"
    )
    opgaver = RigtekstField("opgaver", blank=True)
    moeder_mindst = models.PositiveSmallIntegerField("faste møder om året", null=True, blank=True)
    moeder_hoejst = models.PositiveSmallIntegerField(
        "møder om året, højst", null=True, blank=True, help_text="Med de møder, der kan indkaldes efter behov."
    )
    godkender_aktiviteter = models.BooleanField(
        "godkender ændringer i aktiviteterne",
        default=False,
        help_text="Når bestyrelsen har overladt det til organet. Resten af en delaftale er stadig bestyrelsens.",
    )
    sekretariat = models.CharField(
        "sekretariat", max_length=160, blank=True, help_text="Hvem indkalder og skriver referat?"
    )

    objects = OrganQuerySet.as_manager()

    class Meta:
        verbose_name = "organ"
        verbose_name_plural = "organer"
        ordering = ("helhedsplan", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("helhedsplan", "navn"),
                name="organ_navn_er_unikt_i_planen",
                violation_error_message="Der er allerede et organ med det navn i planen.",
            ),
            models.UniqueConstraint(
                fields=("helhedsplan",),
                condition=Q(art=Organart.BESTYRELSE),
                name="organ_en_bestyrelse_pr_plan",
                violation_error_message="Planen har allerede en bestyrelse. Ret den i stedet.",
            ),
            models.UniqueConstraint(
                fields=("helhedsplan",),
                condition=Q(godkender_aktiviteter=True),
                name="organ_et_godkender_aktiviteter",
                violation_error_message="Et andet organ godkender allerede aktiviteterne. Fjern krydset dér først.",
            ),
            i_raekkefoelge(
                "moeder_mindst",
                "moeder_hoejst",
                name="organ_moeder_i_orden",
                besked="Det højeste antal møder skal være mindst lige så stort som de faste.",
            ),
        ]

    def __str__(self) -> str:
        return self.navn

    @property
    def er_i_aftalen(self) -> bool:
        return self.art != Organart.UDEN_FOR


class PladsQuerySet(models.QuerySet["Plads"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(organ__helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))

    def i_brug(self) -> Self:
        """The seats that the body has; one that is given up is history."""
        return self.filter(nedlagt_dato__isnull=True)


@pghistory.track()
class Plads(models.Model):
    """A seat that a party fills. A seat with nobody in it today is vacant, and said to be.

    A seat that somebody once had is never deleted: it is given up (`nedlagt_dato`), and leaves the agreement's draft.
    """

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="pladser")
    betegnelse = models.CharField("plads", max_length=160, help_text="Fx »Direktør, Arbejdsmarked og Borgerservice«.")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="pladser", verbose_name="udpeges af"
    )
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge", default=1, editable=False)
    nedlagt_dato = models.DateField("nedlagt den", null=True, blank=True, editable=False)

    objects = PladsQuerySet.as_manager()

    class Meta:
        verbose_name = "plads"
        verbose_name_plural = "pladser"
        ordering = ("organ", "raekkefoelge", "pk")

    def __str__(self) -> str:
        return self.betegnelse


class Organrolle(models.TextChoices):
    FORMAND = "formand", "formand"
    NAESTFORMAND = "naestformand", "næstformand"
    MEDLEM = "medlem", "medlem"
    SEKRETAER = "sekretaer", "sekretær"
    SUPPLEANT = "suppleant", "stedfortræder"


class OrganmedlemQuerySet(models.QuerySet["Organmedlem"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(plads__organ__helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))


@pghistory.track()
class Organmedlem(models.Model):
    plads = models.ForeignKey(Plads, on_delete=models.PROTECT, related_name="medlemmer")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="organposter")
    rolle = models.CharField("rolle", max_length=20, choices=Organrolle, default=Organrolle.MEDLEM)
    fra_dato = models.DateField("fra")
    til_dato = models.DateField("til og med", null=True, blank=True)

    objects = OrganmedlemQuerySet.as_manager()

    class Meta:
        verbose_name = "organmedlem"
        verbose_name_plural = "organmedlemmer"
        ordering = ("plads", "fra_dato", "pk")
        constraints = [
            i_raekkefoelge(
                "fra_dato",
                "til_dato",
                name="organmedlem_fra_foer_til",
                besked="Perioden i organet kan ikke slutte, før den begynder.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_rolle_display()}"


class Akse(models.TextChoices):
    DELAFTALE = "delaftale", "delaftale"
    OMRAADE = "omraade", "boligområde"
    FUNKTION = "funktion", "funktion"


@pghistory.track()
class Medarbejderandel(models.Model):
    """A share of a post on one axis. The same post may stand on all three axes, so axes are never summed together."""

    helhedsplan = models.ForeignKey(
        Helhedsplan, on_delete=models.PROTECT, related_name="medarbejderandele", editable=False
    )
    stilling = models.CharField("stilling", max_length=120)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="andele", verbose_name="person"
    )
    procent = models.DecimalField("procent af en fuld stilling", max_digits=5, decimal_places=1)
    akse = models.CharField("fordelt på", max_length=12, choices=Akse)
    delaftale = models.ForeignKey(
        Delaftale, on_delete=models.PROTECT, null=True, blank=True, related_name="medarbejderandele"
    )
    boligomraade = models.ForeignKey(
        Boligomraade, on_delete=models.PROTECT, null=True, blank=True, related_name="medarbejderandele"
    )
    funktion = models.CharField("funktion", max_length=120, blank=True)

    objects = AfPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "medarbejderandel"
        verbose_name_plural = "medarbejderandele"
        ordering = ("helhedsplan", "akse", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(procent__gt=0) & Q(procent__lte=100),
                name="medarbejderandel_procent_0_100",
                violation_error_message="En andel af en stilling er over 0 og højst 100 %.",
            ),
            models.CheckConstraint(
                condition=(
                    Q(akse=Akse.DELAFTALE, delaftale__isnull=False, boligomraade__isnull=True, funktion="")
                    | Q(akse=Akse.OMRAADE, delaftale__isnull=True, boligomraade__isnull=False, funktion="")
                    | (Q(akse=Akse.FUNKTION, delaftale__isnull=True, boligomraade__isnull=True) & ~Q(funktion=""))
                ),
                name="medarbejderandel_en_akse",
                violation_error_message="Vælg én delaftale, ét boligområde eller én funktion, som andelen hører til.",
            ),
        ]

    def __str__(self) -> str:
        return f"{procent(self.procent)} {self.stilling}"
