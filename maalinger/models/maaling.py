"""What was measured: one figure of one criterion, for one period and one area, with where it came from."""

import secrets
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from aftaler.models import Boligomraade, Helhedsplan, Succeskriterium
from brugere.models import Bruger
from kerne.models import Redigerbar, i_raekkefoelge, ikke_negativ, sammen_eller_slet_ikke
from maalinger.statuses import AABNE, LAASTE, RETTES, Maalingstilstand, Status


def tilfaeldigt_navn(_maaling: "Maaling", filnavn: str) -> str:
    """Where evidence lies: a name nobody can guess, and the ending. What it is called stands in `bilag_navn`."""
    return f"bilag/{secrets.token_hex(16)}{PurePosixPath(filnavn).suffix}"


# The columns that say what was measured: they stand once the figure is approved.
FASTE = (
    "kriterium_id", "omraade_id", "fra_dato", "til_dato", "vaerdi", "taeller", "naevner", "reference_navn",
    "reference_vaerdi", "kilde", "udtraek_dato", "bilag", "bemaerkning", "erstatter_id",
)  # fmt: skip


def _kolonner(raekke: str) -> str:
    return ", ".join(f"{raekke}.{et}" for et in FASTE)


def _sql(koder: Iterable[str]) -> str:
    return ", ".join(f"'{et}'" for et in sorted(koder))


class MaalingQuerySet(models.QuerySet["Maaling"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(kriterium__helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))

    def taellende(self) -> Self:
        """Those that count: approved, and not replaced by a correction or taken back."""
        return self.filter(tilstand=Maalingstilstand.GODKENDT)

    def aabne(self) -> Self:
        """Those that somebody still has to send, mend or approve."""
        return self.filter(tilstand__in=AABNE)

    def af_kriterier(self, noegler: list[int]) -> Self:
        return self.filter(kriterium__in=noegler)

    def aeldste_foerst(self) -> Self:
        return self.order_by("kriterium", "til_dato", "fra_dato", "omraade__navn", "pk")

    def nyeste_foerst(self) -> Self:
        return self.order_by("-til_dato", "-fra_dato", "omraade__navn", "pk")


@pghistory.track()
class Maaling(Redigerbar):
    """`vaerdi`, or the share `taeller` of `naevner`; both when the source gives both.

    `fra_dato` equal to `til_dato` is a count on that day. Without `omraade` the figure is the whole plan's.
    An approved one never changes: a correction is a new row that `erstatter` it, and takes its place when approved.
    """

    kriterium = models.ForeignKey(Succeskriterium, on_delete=models.PROTECT, related_name="maalinger")
    omraade = models.ForeignKey(
        Boligomraade,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="maalinger",
        verbose_name="boligområde",
    )
    fra_dato = models.DateField("fra")
    til_dato = models.DateField("til og med")
    vaerdi = models.DecimalField("tal", max_digits=14, decimal_places=3, null=True, blank=True)
    taeller = models.DecimalField("antal", max_digits=14, decimal_places=3, null=True, blank=True)
    naevner = models.DecimalField("ud af", max_digits=14, decimal_places=3, null=True, blank=True)
    reference_navn = models.CharField("sammenlignet med", max_length=120, blank=True)
    reference_vaerdi = models.DecimalField("deres tal", max_digits=14, decimal_places=3, null=True, blank=True)
    kilde = models.CharField("kilde", max_length=300)
    udtraek_dato = models.DateField("udtrækket den", null=True, blank=True)
    bilag = models.FileField("bilag", upload_to=tilfaeldigt_navn, max_length=120, blank=True)
    bilag_navn = models.CharField("bilagets navn", max_length=160, blank=True, editable=False)
    bemaerkning = models.TextField("bemærkning", max_length=1000, blank=True)
    registreret_af = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="maalinger", editable=False
    )
    registreret_tidspunkt = models.DateTimeField(default=timezone.now, editable=False)
    tilstand = models.CharField(
        "tilstand", max_length=10, choices=Maalingstilstand, default=Maalingstilstand.KLADDE, editable=False
    )
    sendt_af = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    sendt_tidspunkt = models.DateTimeField(null=True, editable=False)
    afgjort_af = models.ForeignKey(  # who approved, returned or took it back
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    afgjort_tidspunkt = models.DateTimeField(null=True, editable=False)
    afgjort_note = models.CharField("besked", max_length=500, blank=True, editable=False)
    erstatter = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="rettelser", editable=False
    )
    eksempel = models.BooleanField("opdigtet eksempel", default=False, editable=False)

    objects = MaalingQuerySet.as_manager()

    class Meta:
        verbose_name = "måling"
        verbose_name_plural = "målinger"
        ordering = ("kriterium", "til_dato", "fra_dato", "pk")
        constraints = [
            i_raekkefoelge(
                "fra_dato",
                "til_dato",
                name="maaling_fra_foer_til",
                besked="Perioden kan ikke slutte, før den begynder.",
            ),
            models.CheckConstraint(
                condition=Q(vaerdi__isnull=False) | Q(taeller__isnull=False, naevner__isnull=False),
                name="maaling_har_et_tal",
                violation_error_message="Skriv et tal, eller skriv både antal og ud af hvor mange.",
            ),
            models.CheckConstraint(
                condition=Q(taeller__isnull=True, naevner__isnull=True)
                | Q(taeller__isnull=False, naevner__isnull=False, naevner__gt=0),
                name="maaling_broek_er_hel",
                violation_error_message="Skriv både antal og ud af hvor mange. Det sidste skal være mere end nul.",
            ),
            models.CheckConstraint(
                condition=Q(taeller__isnull=True) | Q(taeller__lte=F("naevner")),
                name="maaling_taeller_hoejst_naevner",
                violation_error_message="Antallet kan ikke være større end det, det er en del af.",
            ),
            ikke_negativ("taeller", name="maaling_taeller_ikke_negativ", besked="Antallet kan ikke være negativt."),
            models.UniqueConstraint(
                fields=("kriterium", "omraade", "fra_dato", "til_dato"),
                condition=Q(tilstand=Maalingstilstand.GODKENDT),
                name="maaling_en_godkendt_pr_periode",
                nulls_distinct=False,
                violation_error_message="Der er allerede en godkendt måling for den periode. Ret den i stedet.",
            ),
            models.UniqueConstraint(
                fields=("kriterium", "omraade", "fra_dato", "til_dato"),
                condition=Q(tilstand__in=sorted(AABNE)),
                name="maaling_en_aaben_pr_periode",
                nulls_distinct=False,
                violation_error_message="Der er allerede en måling på vej for den periode. Ret den i stedet.",
            ),
            models.UniqueConstraint(
                fields=("erstatter",),
                condition=Q(tilstand__in=sorted(AABNE)),
                name="maaling_en_aaben_rettelse",
                violation_error_message="Der er allerede en rettelse på vej. Gør den færdig først.",
            ),
            sammen_eller_slet_ikke(
                "sendt_af",
                "sendt_tidspunkt",
                name="maaling_sendt_komplet",
                besked="En sendt måling har både navn og tidspunkt.",
            ),
            sammen_eller_slet_ikke(
                "afgjort_af",
                "afgjort_tidspunkt",
                name="maaling_afgjort_komplet",
                besked="En afgjort måling har både navn og tidspunkt.",
            ),
            models.CheckConstraint(
                condition=~Q(tilstand__in=sorted(LAASTE)) | Q(afgjort_af__isnull=False),
                name="maaling_godkendt_af_nogen",
                violation_error_message="En godkendt måling siger, hvem der godkendte den.",
            ),
            models.CheckConstraint(
                condition=~Q(tilstand__in=[Maalingstilstand.RETURNERET, Maalingstilstand.TAGET_TILBAGE])
                | ~Q(afgjort_note=""),
                name="maaling_retur_har_besked",
                violation_error_message="Skriv, hvad der skal rettes.",
            ),
            models.CheckConstraint(
                condition=Q(reference_vaerdi__isnull=True) | ~Q(reference_navn=""),
                name="maaling_reference_har_navn",
                violation_error_message="Skriv, hvem tallet er sammenlignet med.",
            ),
        ]
        triggers = [
            # Approved figures stand: only their state may move on, to "erstattet" or "taget tilbage".
            pgtrigger.Protect(
                name="maaling_godkendt_er_fast",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    f"OLD.tilstand IN ({_sql(LAASTE)}) AND ({_kolonner('OLD')}) IS DISTINCT FROM ({_kolonner('NEW')})"
                ),
            ),
            pgtrigger.Protect(
                name="maaling_godkendt_slettes_ikke",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__tilstand__in=sorted(LAASTE)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kriterium}, {self.fra_dato:%d.%m.%Y}–{self.til_dato:%d.%m.%Y}"

    @property
    def er_aaben(self) -> bool:
        """Can still be written in, sent or approved."""
        return self.tilstand in AABNE

    @property
    def taeller_med(self) -> bool:
        return self.tilstand == Maalingstilstand.GODKENDT

    @property
    def er_til_at_rette(self) -> bool:
        """Somebody may write in it, or write a correction of it."""
        return self.tilstand in RETTES or self.taeller_med


class AfKriteriumQuerySet(models.QuerySet):
    """Rows that hang on a criterion."""

    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(kriterium__helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))


class Tilsidesaettelse(models.Model):
    """A status set by hand, with its reason. Shown with the computed one beside it, until it is lifted."""

    kriterium = models.ForeignKey(Succeskriterium, on_delete=models.PROTECT, related_name="tilsidesaettelser")
    status = models.CharField("status", max_length=16, choices=Status)
    grund = models.CharField("begrundelse", max_length=500)
    af = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    tidspunkt = models.DateTimeField(auto_now_add=True)
    ophaevet_af = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ophaevet_tidspunkt = models.DateTimeField(null=True, blank=True)

    objects = AfKriteriumQuerySet.as_manager()

    class Meta:
        verbose_name = "tilsidesættelse"
        verbose_name_plural = "tilsidesættelser"
        ordering = ("-tidspunkt", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("kriterium",),
                condition=Q(ophaevet_tidspunkt__isnull=True),
                name="tilsidesaettelse_en_ad_gangen",
                violation_error_message="Status er allerede sat i hånden. Ophæv den først.",
            ),
            sammen_eller_slet_ikke(
                "ophaevet_af",
                "ophaevet_tidspunkt",
                name="tilsidesaettelse_ophaevet_komplet",
                besked="En ophævet status har både navn og tidspunkt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kriterium}: {self.get_status_display()}"


class PeriodelaasQuerySet(models.QuerySet["Periodelaas"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))

    def gaeldende(self) -> Self:
        """The locks that hold now."""
        return self.filter(oplaast_tidspunkt=None)


class Periodelaas(models.Model):
    """Figures whose window ends between the two dates stand as they are, until somebody unlocks with a reason."""

    helhedsplan = models.ForeignKey(Helhedsplan, on_delete=models.PROTECT, related_name="periodelaase")
    fra_dato = models.DateField("fra")
    til_dato = models.DateField("til og med")
    grund = models.CharField("hvorfor", max_length=300)
    laast_af = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    laast_tidspunkt = models.DateTimeField(auto_now_add=True)
    oplaast_af = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    oplaast_tidspunkt = models.DateTimeField(null=True, blank=True)
    oplaast_grund = models.CharField("hvorfor låst op", max_length=300, blank=True)

    objects = PeriodelaasQuerySet.as_manager()

    class Meta:
        verbose_name = "periodelås"
        verbose_name_plural = "periodelåse"
        ordering = ("helhedsplan", "-fra_dato", "-pk")
        constraints = [
            i_raekkefoelge(
                "fra_dato",
                "til_dato",
                name="periodelaas_fra_foer_til",
                besked="Perioden kan ikke slutte, før den begynder.",
            ),
            sammen_eller_slet_ikke(
                "oplaast_af",
                "oplaast_tidspunkt",
                name="periodelaas_oplaast_komplet",
                besked="En periode, der er låst op, har både navn og tidspunkt.",
            ),
            models.CheckConstraint(
                condition=Q(oplaast_tidspunkt__isnull=True) | ~Q(oplaast_grund=""),
                name="periodelaas_oplaast_har_grund",
                violation_error_message="Skriv, hvorfor perioden låses op.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fra_dato:%d.%m.%Y}–{self.til_dato:%d.%m.%Y}"
