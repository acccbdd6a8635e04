"""The tables of data about measurements: what a criterion's status can be, and how figures are put together."""

from django.db.models import TextChoices


class Status(TextChoices):
    """Where a criterion stands, in the order in which the statuses are listed. Computed, never stored.

    "Foreløbig" isn't one of them: it is a mark beside the status that the figures so far give.
    """

    OPFYLDT = "opfyldt", "Opfyldt"
    PAA_SPORET = "paa_sporet", "På sporet"
    BAGUD = "bagud", "Bagud"
    IKKE_OPFYLDT = "ikke_opfyldt", "Ikke opfyldt"
    VENTER = "venter", "Venter på måling"
    MAALING_MANGLER = "maaling_mangler", "Måling mangler"
    IKKE_MAALBART = "ikke_maalbart", "Ikke målbart endnu"


# Worst first. Where a criterion is judged area by area the worst decides, and a gap is never better than a figure
# that is on its way: an area nobody has measured can't be hidden behind three that go well.
VAERST_FOERST = (
    Status.IKKE_OPFYLDT,
    Status.BAGUD,
    Status.MAALING_MANGLER,
    Status.IKKE_MAALBART,
    Status.VENTER,
    Status.PAA_SPORET,
    Status.OPFYLDT,
)


class Regneregel(TextChoices):
    """How several measurements of one criterion become one figure. Fixed once measurements exist."""

    SENESTE = "seneste", "Seneste måling"
    SUM = "sum", "Lagt sammen"
    SNIT = "snit", "Gennemsnit"
    HOEJESTE = "hoejeste", "Højeste"


class Maalingstilstand(TextChoices):
    """A figure's way from typed to counting. Only approved figures are shown to the board."""

    KLADDE = "kladde", "Kladde"
    SENDT = "sendt", "Sendt til godkendelse"
    RETURNERET = "returneret", "Returneret"
    GODKENDT = "godkendt", "Godkendt"
    ERSTATTET = "erstattet", "Erstattet"  # by an approved correction
    TAGET_TILBAGE = "tilbage", "Taget tilbage"


OVERGANGE: dict[Maalingstilstand, frozenset[Maalingstilstand]] = {
    Maalingstilstand.KLADDE: frozenset({Maalingstilstand.SENDT}),
    Maalingstilstand.SENDT: frozenset(
        {Maalingstilstand.KLADDE, Maalingstilstand.RETURNERET, Maalingstilstand.GODKENDT}
    ),
    Maalingstilstand.RETURNERET: frozenset({Maalingstilstand.SENDT}),
    Maalingstilstand.GODKENDT: frozenset({Maalingstilstand.ERSTATTET, Maalingstilstand.TAGET_TILBAGE}),
    Maalingstilstand.ERSTATTET: frozenset(),
    Maalingstilstand.TAGET_TILBAGE: frozenset(),
}

OFFENTLIGE = frozenset({Maalingstilstand.GODKENDT, Maalingstilstand.ERSTATTET})  # shown to everybody in the plan
AABNE = frozenset({Maalingstilstand.KLADDE, Maalingstilstand.SENDT, Maalingstilstand.RETURNERET})
RETTES = frozenset({Maalingstilstand.KLADDE, Maalingstilstand.RETURNERET})  # whose figures may be typed in
LAASTE = frozenset(set(Maalingstilstand) - AABNE)


class Optaelling(TextChoices):
    """What of the attendance a criterion counts. Visits are never summed into persons."""

    DELTAGELSER = "deltagelser", "Deltagelser"
    UNIKKE = "unikke", "Forskellige personer"


class Leveringsgrad(TextChoices):
    """How much of what an activity should have delivered in a quarter was delivered."""

    FULDT = "fuldt", "Leveret som aftalt"
    DELVIST = "delvist", "Delvist leveret"
    IKKE = "ikke", "Ikke leveret"
    UDSAT = "udsat", "Udsat"


class Undersoegelsesart(TextChoices):
    START = "start", "Ved start"
    AARLIG = "aarlig", "Hvert år"
    SLUT = "slut", "Ved slut"


class Niveau(TextChoices):
    """Whose figure a register value is."""

    OMRAADE = "omraade", "Boligområde"
    AFDELING = "afdeling", "Boligafdeling"
    PLAN = "plan", "Helhedsplan"
    KOMMUNE = "kommune", "Kommune"
    UDSATTE = "udsatte", "Udsatte områder"
    LANDET = "landet", "Hele landet"


class Listetype(TextChoices):
    """The ministry's lists, § 61 a and b of almenboligloven."""

    UDSAT = "udsat", "Udsat boligområde"
    PARALLELSAMFUND = "parallelsamfund", "Parallelsamfund"
    OMDANNELSE = "omdannelse", "Omdannelsesområde"
    FOREBYGGELSE = "forebyggelse", "Forebyggelsesområde"


class Graensegrundlag(TextChoices):
    """What a threshold is: a figure of its own, so many times the country's, or a share of the region's."""

    FAST = "fast", "Et fast tal"
    GANGE_LANDET = "gange_landet", "Gange landsgennemsnittet"
    PROCENT_AF_REGION = "procent_region", "Procent af regionens gennemsnit"


class Kolonneart(TextChoices):
    """What a column of an uploaded sheet holds. A column of one indicator's figures is `tal:<kode>` instead."""

    BRUGES_IKKE = "", "Bruges ikke"
    STED = "sted", "Sted"
    NIVEAU = "niveau", "Hvis tal (område, afdeling …)"
    INDIKATOR = "indikator", "Indikator"
    AAR = "aar", "År eller periode"
    TIL_AAR = "til_aar", "Til år"
    TAL = "tal", "Tallet"
    ANTAL = "antal", "Antal"
    UD_AF = "ud_af", "Ud af"
    KILDE = "kilde", "Kilde"
    OPGJORT = "opgjort", "Opgjort den"
    AARSTAL = "aarstal", "Tal for året i overskriften"


class Listesvar(TextChoices):
    """Whether an area is on a list. What isn't known is never "not on it"."""

    PAA = "paa", "På listen"
    IKKE = "ikke", "Ikke på listen"
    UKENDT = "ukendt", "Kan ikke afgøres"
