"""A succeskriterium: the sentence of the agreement and its reading. Written once, printed in several papers."""

from decimal import Decimal
from typing import Self

import pghistory
from django.db import models
from django.db.models import Q

from aftaler.laesning import (
    Aendring,
    Enhed,
    Form,
    Grundlag,
    Laesning,
    Mangel,
    Omraadetal,
    Pr,
    Punkt,
    Reference,
    Retning,
    Sammenligning,
)
from aftaler.models.aktivitet import Aktivitet
from aftaler.models.delaftale import Indsatsomraade
from aftaler.models.helhedsplan import Helhedsplan
from brugere.models import Bruger
from kerne.models import Redigerbar, i_raekkefoelge


class SucceskriteriumQuerySet(models.QuerySet["Succeskriterium"]):
    def synlige_for(self, bruger: Bruger) -> Self:
        return self.filter(indsatsomraade__helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))

    def i_raekkefoelge(self) -> Self:
        return self.order_by("indsatsomraade__omraadetype__nr", "nr", "pk")


def _tal(navn: str) -> models.DecimalField:
    return models.DecimalField(navn, max_digits=14, decimal_places=3, null=True, blank=True)


def _aar(navn: str) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(navn, null=True, blank=True)


TALFELTER = ("baseline_vaerdi", "maal_vaerdi", "aendring_vaerdi", "reference_vaerdi")


@pghistory.track()
class Succeskriterium(Redigerbar):
    helhedsplan = models.ForeignKey(
        Helhedsplan, on_delete=models.PROTECT, related_name="succeskriterier", editable=False
    )
    indsatsomraade = models.ForeignKey(Indsatsomraade, on_delete=models.PROTECT, related_name="succeskriterier")
    aktivitet = models.ForeignKey(
        Aktivitet,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="succeskriterier",
        verbose_name="hører til",
    )
    nr = models.PositiveSmallIntegerField("nummer", editable=False)
    navn = models.CharField("kort navn", max_length=80, help_text="Til lister og diagrammer, fx »Fraflytning«.")
    tekst = models.TextField("succeskriterium", max_length=1500, help_text="Én sætning, som den skal stå i aftalen.")
    datakilde = models.CharField("datakilde", max_length=300, blank=True)
    ansvarlig = models.CharField("hvem måler", max_length=160, blank=True)
    foerste_frist = models.DateField("første måling senest", null=True, blank=True)

    form = models.CharField("form", max_length=20, choices=Form, default=Form.IKKE_FASTLAGT)
    retning = models.CharField("retning", max_length=10, choices=Retning, blank=True)
    sammenligning = models.CharField("målet er", max_length=2, choices=Sammenligning, blank=True)
    enhed = models.CharField("enhed", max_length=12, choices=Enhed, blank=True)
    baseline_vaerdi = _tal("udgangspunkt")
    baseline_fra = _aar("udgangspunkt fra år")
    baseline_til = _aar("udgangspunkt til år")
    maal_vaerdi = _tal("måltal")
    maal_fra = _aar("mål fra år")
    maal_til = _aar("mål til år")
    pr = models.CharField("pr.", max_length=10, choices=Pr, blank=True)
    aendring_vaerdi = _tal("ændring")
    aendring_enhed = models.CharField("ændringens enhed", max_length=12, blank=True)
    aendring_grundlag = models.CharField("ændring i forhold til", max_length=16, choices=Grundlag, blank=True)
    reference_navn = models.CharField("sammenlignes med", max_length=120, blank=True)
    reference_vaerdi = _tal("deres tal")
    reference_fra = _aar("deres tal fra år")
    reference_til = _aar("deres tal til år")
    omraadetal = models.JSONField("mål pr. område", default=list, blank=True)
    maalbar = models.BooleanField("målbart", default=False)
    mangler = models.JSONField("mangler", default=list, blank=True)

    objects = SucceskriteriumQuerySet.as_manager()

    class Meta:
        verbose_name = "succeskriterium"
        verbose_name_plural = "succeskriterier"
        ordering = ("helhedsplan", "nr", "pk")
        constraints = [
            models.UniqueConstraint(fields=("helhedsplan", "nr"), name="succeskriterium_nr_er_unikt_i_planen"),
            models.UniqueConstraint(
                fields=("helhedsplan", "tekst"),
                condition=Q(aktivitet__isnull=True),
                name="succeskriterium_tekst_er_unik_i_planen",
                violation_error_message="Det kriterium står allerede i aftalen.",
            ),
            i_raekkefoelge(
                "baseline_fra",
                "baseline_til",
                name="succeskriterium_baseline_aar_i_orden",
                besked="Udgangspunktets sidste år skal ligge efter det første.",
            ),
            i_raekkefoelge(
                "maal_fra",
                "maal_til",
                name="succeskriterium_maal_aar_i_orden",
                besked="Målets sidste år skal ligge efter det første.",
            ),
        ]

    def __str__(self) -> str:
        return self.navn

    @property
    def laesning(self) -> Laesning:
        """The row's reading in the shape that rules and papers speak."""
        return Laesning(
            form=Form(self.form),
            maalbar=self.maalbar,
            retning=Retning(self.retning) if self.retning else None,
            sammenligning=Sammenligning(self.sammenligning) if self.sammenligning else None,
            enhed=Enhed(self.enhed) if self.enhed else None,
            baseline=_punkt(self.baseline_vaerdi, self.baseline_fra, self.baseline_til),
            maal=_punkt(self.maal_vaerdi, self.maal_fra, self.maal_til),
            pr=Pr(self.pr) if self.pr else None,
            aendring=self._aendring(),
            reference=Reference(self.reference_navn, self.reference_vaerdi, self.reference_fra, self.reference_til)
            if self.reference_navn
            else None,
            omraader=tuple(
                Omraadetal(
                    et["navn"],
                    Sammenligning(et["sammenligning"]) if et["sammenligning"] else None,
                    Decimal(str(et["vaerdi"])),
                )
                for et in self.omraadetal
            ),
            mangler=tuple(Mangel(et) for et in self.mangler),
        )

    def _aendring(self) -> Aendring | None:
        if self.aendring_vaerdi is None:
            return None
        grundlag = Grundlag(self.aendring_grundlag) if self.aendring_grundlag else None
        return Aendring(self.aendring_vaerdi, self.aendring_enhed, grundlag)


def felter_af(laesning: Laesning) -> dict:
    """The same reading as column values; `Succeskriterium(**felter_af(x)).laesning == x`."""
    tom = Punkt()
    baseline, maal, aendring = laesning.baseline or tom, laesning.maal or tom, laesning.aendring
    reference = laesning.reference
    return {
        "form": laesning.form,
        "maalbar": laesning.maalbar,
        "retning": laesning.retning or "",
        "sammenligning": laesning.sammenligning or "",
        "enhed": laesning.enhed or "",
        "baseline_vaerdi": baseline.vaerdi,
        "baseline_fra": baseline.fra,
        "baseline_til": baseline.til,
        "maal_vaerdi": maal.vaerdi,
        "maal_fra": maal.fra,
        "maal_til": maal.til,
        "pr": laesning.pr or "",
        "aendring_vaerdi": aendring.vaerdi if aendring else None,
        "aendring_enhed": aendring.enhed if aendring else "",
        "aendring_grundlag": (aendring.grundlag or "") if aendring else "",
        "reference_navn": reference.navn if reference else "",
        "reference_vaerdi": reference.vaerdi if reference else None,
        "reference_fra": reference.fra if reference else None,
        "reference_til": reference.til if reference else None,
        "omraadetal": [
            {"navn": et.navn, "sammenligning": et.sammenligning or "", "vaerdi": str(et.vaerdi)}
            for et in laesning.omraader
        ],
        "mangler": [str(et) for et in laesning.mangler],
    }


def laesning_fra(frosset: dict) -> Laesning:
    """The reading of a frozen criterion: what `snapshot` writes under "laesning", where figures are text."""
    tal = {felt: Decimal(frosset[felt]) for felt in TALFELTER if frosset[felt] is not None}
    return Succeskriterium(**frosset | tal).laesning


def _punkt(vaerdi: Decimal | None, fra: int | None, til: int | None) -> Punkt | None:
    return None if vaerdi is None and fra is None and til is None else Punkt(vaerdi, fra, til)
