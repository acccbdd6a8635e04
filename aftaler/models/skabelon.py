"""LBF's forms as data: a new generation is new rows, never new code (domain.md 2)."""

from django.db import models

from kerne.rigtekst import RigtekstField


class Papir(models.TextChoices):
    STRATEGISK = "strategisk", "strategisk samarbejdsaftale"
    DELAFTALE = "delaftale", "delaftale"


class Indhold(models.TextChoices):
    """What a section holds: free text of its own, or figures and rows that the plan already has."""

    TEKST = "tekst", "fri tekst"
    PARTER = "parter", "aftalens parter"
    PERIODE = "periode", "gælder fra – til"
    INDSATSOMRAADER = "indsatsomraader", "indsatsområder med kriterier"
    PROBLEMKOMPLEKS = "problemkompleks", "indsatsområdets problemkompleks"
    FORMAAL_OG_KRITERIER = "formaal_og_kriterier", "indsatsområdets formål, mål og succeskriterier"
    AKTIVITETSLISTE = "aktivitetsliste", "liste over aktiviteter"
    AKTIVITETSSKEMAER = "aktivitetsskemaer", "et skema pr. aktivitet"
    OEKONOMI = "oekonomi", "hovedtal fra finansieringen"
    PLANENS_NAVN = "planens_navn", "indsatsens navn"
    INDSATSOMRAADETS_NAVN = "indsatsomraadets_navn", "indsatsområdets navn"


class Skabelon(models.Model):
    generation = models.CharField("generation", max_length=10, help_text="A, B, C …")
    papir = models.CharField("papir", max_length=20, choices=Papir)
    titel = models.CharField("titel", max_length=200)
    indledning = RigtekstField("indledning", blank=True, help_text="Vores egen omskrivning, aldrig fondens ord.")

    class Meta:
        verbose_name = "skabelon"
        verbose_name_plural = "skabeloner"
        ordering = ("generation", "-papir", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=("generation", "papir"),
                name="skabelon_en_pr_generation_og_papir",
                violation_error_message="Der er allerede en skabelon for det papir i den generation.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.titel}, generation {self.generation}"


class Skabelonafsnit(models.Model):
    skabelon = models.ForeignKey(Skabelon, on_delete=models.PROTECT, related_name="afsnit")
    kode = models.SlugField("kode", max_length=40, help_text="Samme kode for samme emne i alle generationer.")
    nr = models.PositiveSmallIntegerField("nummer", help_text="Fondens nummer. Et hul i rækken er meningen.")
    overskrift = models.CharField("overskrift", max_length=200)
    vejledning = models.TextField("vejledning", blank=True)
    indhold = models.CharField("indhold", max_length=30, choices=Indhold, default=Indhold.TEKST)
    paakraevet = models.BooleanField("påkrævet", default=True)

    class Meta:
        verbose_name = "skabelonafsnit"
        verbose_name_plural = "skabelonafsnit"
        ordering = ("skabelon", "nr", "pk")
        constraints = [
            models.UniqueConstraint(fields=("skabelon", "nr"), name="skabelonafsnit_nr_er_unikt"),
            models.UniqueConstraint(fields=("skabelon", "kode"), name="skabelonafsnit_kode_er_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.nr}. {self.overskrift}"


class Skabelonbilag(models.Model):
    skabelon = models.ForeignKey(Skabelon, on_delete=models.PROTECT, related_name="bilag")
    raekkefoelge = models.PositiveSmallIntegerField("rækkefølge")
    kode = models.SlugField("kode", max_length=40)
    navn = models.CharField("navn", max_length=200)

    class Meta:
        verbose_name = "bilag i skabelonen"
        verbose_name_plural = "bilag i skabelonen"
        ordering = ("skabelon", "raekkefoelge", "pk")
        constraints = [
            models.UniqueConstraint(fields=("skabelon", "raekkefoelge"), name="skabelonbilag_raekkefoelge_er_unik"),
            models.UniqueConstraint(fields=("skabelon", "kode"), name="skabelonbilag_kode_er_unik"),
        ]

    def __str__(self) -> str:
        return self.navn


class Bevillingsperiode(models.Model):
    """The pool of money: decides template, area list and rules. Never derived from the plan's dates (domain.md 1.1)."""

    navn = models.CharField("navn", max_length=20, unique=True)
    fra_aar = models.PositiveSmallIntegerField("fra år")
    til_aar = models.PositiveSmallIntegerField("til år")
    mindste_medfinansiering = models.DecimalField(
        "mindste lokale medfinansiering", max_digits=4, decimal_places=3, help_text="Andel, fx 0,25."
    )
    standardskabelon = models.ForeignKey(Skabelon, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "bevillingsperiode"
        verbose_name_plural = "bevillingsperioder"
        ordering = ("fra_aar", "pk")

    def __str__(self) -> str:
        return f"{self.navn}-midlerne"


class Omraadetype(models.Model):
    """One of the indsatsområder that a period lets a plan choose, with LBF's fixed number."""

    bevillingsperiode = models.ForeignKey(Bevillingsperiode, on_delete=models.PROTECT, related_name="omraadetyper")
    nr = models.CharField("nummer", max_length=10)
    navn = models.CharField("navn", max_length=120)

    class Meta:
        verbose_name = "indsatsområde i perioden"
        verbose_name_plural = "indsatsområder i perioden"
        ordering = ("bevillingsperiode", "nr", "pk")
        constraints = [
            models.UniqueConstraint(fields=("bevillingsperiode", "nr"), name="omraadetype_nr_er_unikt"),
        ]

    def __str__(self) -> str:
        return f"{self.nr} {self.navn}"
