"""What the digest mail tells of, to whom and when: data only. The rules that read it are in `rules.paamindelser`."""

from dataclasses import dataclass

from django.db.models import TextChoices

from brugere.roles import Ret


class Hyppighed(TextChoices):
    """How often a person wants the digest, at the most."""

    UGENTLIGT = "ugentligt", "En gang om ugen, den første arbejdsdag"
    DAGLIGT = "dagligt", "Hver arbejdsdag"
    ALDRIG = "aldrig", "Aldrig"


class Emne(TextChoices):
    """What a person chooses among on Mine mails."""

    MOEDER = "moeder", "Møder: indkaldelser, møder og referater"
    OPGAVER = "opgaver", "Opgaver, jeg har lovet"
    GODKENDELSER = "godkendelser", "Målinger og ændringer, jeg skal godkende"
    MAALINGER = "maalinger", "Målinger, jeg skal lave, rette eller sende"
    FRISTER = "frister", "Planens frister, milepæle og vilkår"
    AARET = "aaret", "Årets pligter: regnskab, leverancemåling, registerdata og perioder i bestyrelsen"
    STILSTAND = "stilstand", "Aktiviteter, der kan være gået i stå"


class Pligt(TextChoices):
    """The kinds of duty. Each has its own days of warning."""

    INDKALDELSE = "indkaldelse", "Svar på en indkaldelse"
    MOEDE = "moede", "Møde"
    INDKALD = "indkald", "Indkaldelse, der ikke er sendt"
    REFERAT = "referat", "Referat til godkendelse"
    OPGAVE = "opgave", "Opgave"
    MAALING_GODKEND = "maaling_godkend", "Måling til godkendelse"
    BESLUT = "beslut", "Ændring til beslutning"
    MAALING = "maaling", "Måling, der skal laves"
    MAALING_RET = "maaling_ret", "Måling, der er sendt tilbage"
    MAALING_SEND = "maaling_send", "Måling, der ikke er sendt"
    GENNEMGANG = "gennemgang", "Årlig gennemgang af delaftale"
    EFTERSYN = "eftersyn", "Ét-års-eftersyn"
    MIDTVEJS = "midtvejs", "Midtvejsevaluering"
    AFSLUTNING = "afslutning", "Planens slutning nærmer sig"
    FRIST = "frist", "En anden frist"
    MILEPAEL = "milepael", "Milepæl"
    VILKAAR = "vilkaar", "Vilkår i en godkendelse"
    REGNSKAB = "regnskab", "Regnskab til Landsbyggefonden"
    LEVERANCE = "leverance", "Leverancemåling"
    REGISTERDATA = "registerdata", "Registerdata"
    PERIODE = "periode", "En periode i bestyrelsen udløber"
    STILSTAND = "stilstand", "Aktivitet, der kan være gået i stå"


@dataclass(frozen=True)
class Varsel:
    """When one kind of duty is told of, in Danish working days.

    `foer` and `efter` count from its date; the date itself is `0` in `foer`. `straks`: also as soon as it is there,
    because somebody else waits. What has no date is always told at once, and again after `igen` days (0: never).
    `kraever` is the right of those who do it, for what stands in the wheel of the year and not on Min side.
    """

    emne: Emne
    foer: tuple[int, ...] = ()
    efter: tuple[int, ...] = ()
    straks: bool = False
    igen: int = 0
    kraever: Ret | None = None


VARSLER: dict[Pligt, Varsel] = {
    Pligt.INDKALDELSE: Varsel(Emne.MOEDER, foer=(5, 2), straks=True),
    Pligt.MOEDE: Varsel(Emne.MOEDER, foer=(5, 1)),
    Pligt.INDKALD: Varsel(Emne.MOEDER, foer=(20, 15, 10, 5), kraever=Ret.MOEDE_LED),
    Pligt.REFERAT: Varsel(Emne.MOEDER, foer=(2, 0), efter=(2,), straks=True),
    Pligt.OPGAVE: Varsel(Emne.OPGAVER, foer=(5, 1), efter=(1, 5, 20)),
    Pligt.MAALING_GODKEND: Varsel(Emne.GODKENDELSER, igen=5),
    Pligt.BESLUT: Varsel(Emne.GODKENDELSER, igen=10),
    Pligt.MAALING: Varsel(Emne.MAALINGER, foer=(10, 1), efter=(1, 10)),
    Pligt.MAALING_RET: Varsel(Emne.MAALINGER, igen=5),
    Pligt.MAALING_SEND: Varsel(Emne.MAALINGER, igen=20),
    Pligt.GENNEMGANG: Varsel(Emne.FRISTER, foer=(40, 10), efter=(1, 20), kraever=Ret.AFTALE_RET),
    Pligt.EFTERSYN: Varsel(Emne.FRISTER, foer=(60, 20, 5), efter=(1, 20), kraever=Ret.AFTALE_RET),
    Pligt.MIDTVEJS: Varsel(Emne.FRISTER, foer=(60, 20, 5), efter=(1, 20)),
    Pligt.AFSLUTNING: Varsel(Emne.FRISTER, foer=(40, 0), efter=(20,), kraever=Ret.AFTALE_RET),
    Pligt.FRIST: Varsel(Emne.FRISTER, foer=(10, 1), efter=(1, 20)),
    Pligt.MILEPAEL: Varsel(Emne.FRISTER, foer=(10, 1), efter=(1, 20)),
    Pligt.VILKAAR: Varsel(Emne.FRISTER, foer=(40, 10, 1), efter=(1, 5, 20), straks=True),
    Pligt.REGNSKAB: Varsel(Emne.AARET, foer=(60, 20, 5), efter=(1, 10), kraever=Ret.PENGE_RET),
    Pligt.LEVERANCE: Varsel(Emne.AARET, foer=(5,), efter=(5, 15), kraever=Ret.REGISTRER),
    Pligt.REGISTERDATA: Varsel(Emne.AARET, foer=(20,), efter=(5,), kraever=Ret.AFTALE_RET),
    Pligt.PERIODE: Varsel(Emne.AARET, foer=(60, 20, 0)),
    Pligt.STILSTAND: Varsel(Emne.STILSTAND),
}

# Off until somebody asks: the others are a duty or an answer that somebody waits for, this is a guess.
FRAVALGTE = (Emne.STILSTAND,)
