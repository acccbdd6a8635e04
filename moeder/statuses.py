"""The tables of data about meetings: what a meeting, a decision and a referat can be, and what they can become."""

from django.db.models import IntegerChoices, TextChoices


class Moedetilstand(TextChoices):
    KLADDE = "kladde", "Kladde"  # nobody is told
    INDKALDT = "indkaldt", "Indkaldt"
    I_GANG = "i_gang", "I gang"
    AFSLUTTET = "afsluttet", "Afsluttet"  # figures are frozen, decisions stand
    AFLYST = "aflyst", "Aflyst"


OVERGANGE: dict[Moedetilstand, frozenset[Moedetilstand]] = {
    Moedetilstand.KLADDE: frozenset({Moedetilstand.INDKALDT, Moedetilstand.I_GANG, Moedetilstand.AFLYST}),
    Moedetilstand.INDKALDT: frozenset({Moedetilstand.I_GANG, Moedetilstand.AFLYST}),
    Moedetilstand.I_GANG: frozenset({Moedetilstand.AFSLUTTET}),
    Moedetilstand.AFSLUTTET: frozenset(),
    Moedetilstand.AFLYST: frozenset(),
}

DAGSORDEN_AABEN = frozenset({Moedetilstand.KLADDE, Moedetilstand.INDKALDT, Moedetilstand.I_GANG})


class Moedeart(TextChoices):
    ORDINAERT = "ordinaert", "Ordinært møde"
    EKSTRAORDINAERT = "ekstra", "Ekstraordinært møde"
    EFTERSYN = "eftersyn", "Ét-års-eftersyn"


class Punktart(TextChoices):
    """What the body is asked for; the letter stands on the agenda."""

    BESLUTNING = "B", "Beslutning"
    DROEFTELSE = "D", "Drøftelse"
    ORIENTERING = "O", "Orientering"


class Pengeemne(IntegerChoices):
    """What of the plan's money an item is about: sentences with amounts, for those who see money in detail."""

    STILLING = 1, "Forbrug i alt"
    MEDFINANSIERING = 2, "Lokal medfinansiering"
    UFORBRUGT = 3, "Uforbrugte midler"
    OVERSKRIDELSE = 4, "Overskridelser"
    REGNSKAB = 5, "Regnskaber"


class Svar(TextChoices):
    """An answer to an invitation."""

    INTET = "intet", "Ikke svaret"
    KOMMER = "kommer", "Kommer"
    AFBUD = "afbud", "Afbud"
    STEDFORTRAEDER = "stedfortraeder", "Sender en stedfortræder"


class Fremmoedeart(TextChoices):
    TIL_STEDE = "til_stede", "Til stede"
    STEDFORTRAEDER = "stedfortraeder", "Ved stedfortræder"
    AFBUD = "afbud", "Afbud"
    FRAVAERENDE = "fravaerende", "Fraværende"


PAA_MOEDET = frozenset({Fremmoedeart.TIL_STEDE, Fremmoedeart.STEDFORTRAEDER})


class Beslutningsstatus(TextChoices):
    GAELDENDE = "gaeldende", "Gældende"
    OPFYLDT = "opfyldt", "Opfyldt"
    AENDRET = "aendret", "Ændret"
    BORTFALDET = "bortfaldet", "Bortfaldet"


class Beslutningsudfald(TextChoices):
    """What a decision did to the thing that its item asks about; the words are those of the route (Trinudfald)."""

    GODKENDT = "godkendt", "Godkendt"
    RETURNERET = "returneret", "Sendt tilbage"
    AFVIST = "afvist", "Afvist"


BESLUTNINGENS_OVERGANGE: dict[Beslutningsstatus, frozenset[Beslutningsstatus]] = {
    Beslutningsstatus.GAELDENDE: frozenset(set(Beslutningsstatus) - {Beslutningsstatus.GAELDENDE}),
    Beslutningsstatus.OPFYLDT: frozenset({Beslutningsstatus.GAELDENDE}),
    Beslutningsstatus.AENDRET: frozenset(),
    Beslutningsstatus.BORTFALDET: frozenset({Beslutningsstatus.GAELDENDE}),
}


class Referattilstand(TextChoices):
    KLADDE = "kladde", "Under udarbejdelse"
    TIL_KOMMENTERING = "kommentering", "Sendt til kommentering"
    GODKENDT = "godkendt", "Godkendt"


REFERATETS_OVERGANGE: dict[Referattilstand, frozenset[Referattilstand]] = {
    Referattilstand.KLADDE: frozenset({Referattilstand.TIL_KOMMENTERING}),
    Referattilstand.TIL_KOMMENTERING: frozenset({Referattilstand.KLADDE, Referattilstand.GODKENDT}),
    Referattilstand.GODKENDT: frozenset(),
}


class Forslagstilstand(TextChoices):
    NYT = "nyt", "Foreslået"
    TAGET_MED = "taget_med", "Taget med"
    UDELADT = "udeladt", "Udeladt"
