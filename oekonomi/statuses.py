"""What a budget change can be, and what it can become. Data only; docs/statusser.md is made from this."""

from django.db.models import TextChoices


class Budgetaendringsstatus(TextChoices):
    FORESLAAET = "foreslaaet", "Foreslået"
    GODKENDT = "godkendt", "Godkendt"
    AFVIST = "afvist", "Afvist"
    TRUKKET = "trukket", "Trukket tilbage"
    INDARBEJDET = "indarbejdet", "Skrevet ind i budgettet"


OVERGANGE: dict[Budgetaendringsstatus, frozenset[Budgetaendringsstatus]] = {
    Budgetaendringsstatus.FORESLAAET: frozenset(
        {Budgetaendringsstatus.GODKENDT, Budgetaendringsstatus.AFVIST, Budgetaendringsstatus.TRUKKET}
    ),
    Budgetaendringsstatus.GODKENDT: frozenset({Budgetaendringsstatus.INDARBEJDET}),
    Budgetaendringsstatus.AFVIST: frozenset(),
    Budgetaendringsstatus.TRUKKET: frozenset(),
    Budgetaendringsstatus.INDARBEJDET: frozenset(),
}


class Regnskabstrin(TextChoices):
    """The way of a year's accounts; where a year is follows from its dates."""

    KLADDE = "kladde", "Kladde"
    UNDERSKREVET = "underskrevet", "Underskrevet"
    PAATEGNET = "paategnet", "Revisorpåtegnet"
    SENDT = "sendt", "Sendt til Landsbyggefonden"


class Posteringskolonne(TextChoices):
    """What a column of a finance system's file holds."""

    BRUGES_IKKE = "", "Bruges ikke"
    DATO = "dato", "Bogført den"
    AAR = "aar", "Regnskabsår"
    BELOEB = "beloeb", "Beløb"
    DEBET = "debet", "Debet: udgift"
    KREDIT = "kredit", "Kredit: kommer tilbage"
    TEKST = "tekst", "Tekst"
    BILAG = "bilag", "Bilagsnummer"
    KONTO = "konto", "Konto"
    KONTONAVN = "kontonavn", "Kontoens navn"
    STED = "sted", "Sted, projekt eller delaftale"
    ART = "art", "Art eller omkostningstype"
