"""A succeskriterium as a machine reads it: the one shape that parser, rows, rules and papers share.

`None` always means *the text does not say*. Years are whole calendar years; a window 2013-2017 has fra=2013, til=2017.
Shape and words are fixed by the contract of `tolk_kriterium`.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import TextChoices


class Form(TextChoices):
    NIVEAU = "niveau", "Et niveau, der skal nås"
    AENDRING = "aendring", "En ændring af en vis størrelse"
    ANTAL = "antal", "Så og så mange"
    ANDEL = "andel", "En andel, der skal nås"
    SAMMENLIGNING = "sammenligning", "Målt mod en anden gruppe"
    FASTHOLDELSE = "fastholdelse", "Fastholdes, hvor det er"
    KVALITATIV = "kvalitativ", "Oplevet eller vurderet"
    IKKE_FASTLAGT = "ikke_fastlagt", "Målet fastlægges senere"


class Retning(TextChoices):
    OP = "op", "op"
    NED = "ned", "ned"
    FASTHOLD = "fasthold", "fastholdes"


class Sammenligning(TextChoices):
    HOEJST = "<=", "højst"
    MINDST = ">=", "mindst"
    UNDER = "<", "under"
    OVER = ">", "over"
    LIG = "=", "præcis"


class Enhed(TextChoices):
    PROCENT = "procent", "procent"
    PROMILLE = "promille", "pr. 1.000"
    ANTAL = "antal", "antal"
    KARAKTER = "karakter", "karakter"
    KRONER = "kroner", "kroner"
    TIMER = "timer", "timer"
    POINT = "point", "point"


class Pr(TextChoices):
    AAR = "aar", "om året"
    HALVAAR = "halvaar", "i halvåret"
    KVARTAL = "kvartal", "i kvartalet"
    MAANED = "maaned", "om måneden"
    UGE = "uge", "om ugen"


class Grundlag(TextChoices):
    FOREGAAENDE_AAR = "foregaaende_aar", "året før"
    BASELINE = "baseline", "udgangspunktet"


class Mangel(TextChoices):
    BASELINE = "baseline", "udgangspunkt"
    MAALTAL = "maaltal", "måltal"
    MAALETIDSPUNKT = "maaletidspunkt", "måletidspunkt"
    ENHED = "enhed", "enhed"


@dataclass(frozen=True)
class Punkt:
    """A figure and the years it covers; each may be unknown."""

    vaerdi: Decimal | None = None
    fra: int | None = None
    til: int | None = None


@dataclass(frozen=True)
class Aendring:
    """A size of change. Falling is negative. `enhed` is procent, procentpoint or the unit of the series."""

    vaerdi: Decimal
    enhed: str | None
    grundlag: Grundlag | None = None


@dataclass(frozen=True)
class Reference:
    """Another group's figure, e.g. the kommune's or the mean of udsatte områder."""

    navn: str
    vaerdi: Decimal | None = None
    fra: int | None = None
    til: int | None = None


@dataclass(frozen=True)
class Omraadetal:
    """A target of one area's own."""

    navn: str
    sammenligning: Sammenligning | None
    vaerdi: Decimal


@dataclass(frozen=True)
class Laesning:
    """The whole reading of one criterion sentence."""

    form: Form
    maalbar: bool = False
    retning: Retning | None = None
    sammenligning: Sammenligning | None = None
    enhed: Enhed | None = None
    baseline: Punkt | None = None
    maal: Punkt | None = None
    pr: Pr | None = None
    aendring: Aendring | None = None
    reference: Reference | None = None
    omraader: tuple[Omraadetal, ...] = ()
    mangler: tuple[Mangel, ...] = ()
