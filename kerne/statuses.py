"""The tables of data of the floor: what an uploaded sheet and a mail go through."""

from django.db.models import TextChoices


class Indlaesningstilstand(TextChoices):
    """From a chosen file to rows. Trying and reading in are done by a worker; the person decides in between."""

    VALGT = "valgt", "Filen er valgt"  # its columns are being told what they are
    PROEVES = "proeves", "Bliver prøvet"
    PROEVET = "proevet", "Prøvet, ikke læst ind"
    INDLAESES = "indlaeses", "Bliver læst ind"
    INDLAEST = "indlaest", "Læst ind"
    FEJLET = "fejlet", "Kunne ikke læses"


# From PROEVET or FEJLET back to VALGT: somebody told the columns something else.
OVERGANGE = {
    Indlaesningstilstand.VALGT: frozenset({Indlaesningstilstand.PROEVES}),
    Indlaesningstilstand.PROEVES: frozenset({Indlaesningstilstand.PROEVET, Indlaesningstilstand.FEJLET}),
    Indlaesningstilstand.PROEVET: frozenset(
        {Indlaesningstilstand.VALGT, Indlaesningstilstand.PROEVES, Indlaesningstilstand.INDLAESES}
    ),
    Indlaesningstilstand.INDLAESES: frozenset(
        {Indlaesningstilstand.INDLAEST, Indlaesningstilstand.PROEVET, Indlaesningstilstand.FEJLET}
    ),
    Indlaesningstilstand.INDLAEST: frozenset(),
    Indlaesningstilstand.FEJLET: frozenset({Indlaesningstilstand.VALGT, Indlaesningstilstand.PROEVES}),
}

HOS_ARBEJDEREN = frozenset({Indlaesningstilstand.PROEVES, Indlaesningstilstand.INDLAESES})


class Udsendelsestilstand(TextChoices):
    """A mail's way out. The row is the queue."""

    VENTER = "venter", "Venter"
    I_GANG = "i_gang", "Bliver sendt"
    SENDT = "sendt", "Sendt"
    OPGIVET = "opgivet", "Kunne ikke sendes"
