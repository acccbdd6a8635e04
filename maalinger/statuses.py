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
