"""The tables of data about papers: which there are, in which formats, and what an order goes through."""

from django.db.models import TextChoices


class Papir(TextChoices):
    """Every paper; how it is made stands in `reports.PAPIRER`."""

    STRATEGISK_AFTALE = "strategisk-aftale", "Strategisk samarbejdsaftale"
    DELAFTALE = "delaftale", "Delaftale"
    AKTIVITETSSKEMAER = "aktivitetsskemaer", "Aktivitetsskemaer"
    MILEPAELSPLAN = "milepaelsplan", "Milepælsplan"
    ORGANISATIONSDIAGRAM = "organisationsdiagram", "Organisationsdiagram"
    KOMMISSORIUM = "kommissorium", "Kommissorium"
    BEREDSKABSPLAN = "beredskabsplan", "Beredskabsplan"
    BOLIGSOCIALE_DATA = "boligsociale-data", "Boligsociale Data"
    STATUSRAPPORT = "statusrapport", "Statusrapport"
    BUDGET = "budget", "Budget"
    BUDGETOVERSIGT = "budgetoversigt", "Budgetoversigt"
    DAGSORDEN = "dagsorden", "Dagsorden"
    REFERAT = "referat", "Referat"
    BESTYRELSESPAKKE = "bestyrelsespakke", "Bestyrelsespakke"
    REVISIONSBILAG = "revisionsbilag", "Revisionsbilag"
    EFTERSYN = "eftersyn", "Ét-års-eftersyn"
    HELE_SAGEN = "hele-sagen", "Hele sagen"
    AENDRINGSOVERSIGT = "aendringsoversigt", "Ændringsoversigt"


# Papers that the contract of `eksporter` names; a difference has two versions to choose, and a page of its own.
KAN_EKSPORTERES = tuple(et for et in Papir if et != Papir.AENDRINGSOVERSIGT)


class Abonnementsslags(TextChoices):
    """The mails that a person may choose to get."""

    BUDGETOVERSIGT = "budgetoversigt", "Månedens budgetoversigt"


class Format(TextChoices):
    PDF = "pdf", "PDF"
    DOCX = "docx", "Word"
    XLSX = "xlsx", "Excel"
    ZIP = "zip", "Zip"
    JSON = "json", "Data (JSON)"


INDHOLDSTYPER = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.ZIP: "application/zip",
    Format.JSON: "application/json",
}


class Tilstand(TextChoices):
    BESTILT = "bestilt", "Bestilt"
    I_GANG = "i_gang", "I gang"
    KLAR = "klar", "Klar"
    FEJLET = "fejlet", "Kunne ikke laves"


# From I_GANG back to BESTILT: the worker died, or the making failed and there is an attempt left.
# From KLAR: the file has left the disk, and somebody ordered it again.
OVERGANGE = {
    Tilstand.BESTILT: frozenset({Tilstand.I_GANG}),
    Tilstand.I_GANG: frozenset({Tilstand.KLAR, Tilstand.BESTILT, Tilstand.FEJLET}),
    Tilstand.KLAR: frozenset({Tilstand.BESTILT}),
    Tilstand.FEJLET: frozenset(),
}

UNDERVEJS = frozenset({Tilstand.BESTILT, Tilstand.I_GANG})


class Trin(TextChoices):
    """The steps that a person sees, in order."""

    BESTILT = "bestilt", "Bestilt"
    HENTET = "hentet", "Indholdet er hentet, og kontrolsummen passer"
    SAETTES = "saettes", "Siderne sættes"
    GEMMES = "gemmes", "Filen gemmes"
    KLAR = "klar", "Klar til at hente"


FLEST_FORSOEG = 3
