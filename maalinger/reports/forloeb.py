"""One figure's own page: what is said about it, and who did what with it when."""

from dataclasses import dataclass
from datetime import datetime

from kerne import haendelser
from kerne.talformat import tal, vaerdi
from maalinger.models import Maaling
from maalinger.statuses import OFFENTLIGE, Maalingstilstand

ARTER = {
    Maalingstilstand.KLADDE: "kladde",
    Maalingstilstand.SENDT: "oplysning",
    Maalingstilstand.RETURNERET: "opmaerksom",
    Maalingstilstand.GODKENDT: "faerdig",
}
BETYDER = {
    Maalingstilstand.KLADDE: "Tallet tæller ikke med. Send det til godkendelse, når det er klar.",
    Maalingstilstand.SENDT: "Tallet tæller med, når det er godkendt.",
    Maalingstilstand.RETURNERET: "Tallet tæller ikke med. Ret det, og send det igen.",
    Maalingstilstand.GODKENDT: "Tallet tæller med overalt, hvor kriteriet vises.",
    Maalingstilstand.ERSTATTET: "En godkendt rettelse har taget tallets plads.",
    Maalingstilstand.TAGET_TILBAGE: "Tallet tæller ikke med længere.",
}


# What happened while the figure was written is for those who see drafts; these deeds are everybody's.
OFFENTLIGE_GERNINGER = ("godkendte ", "erstattede ", "tog tilbage ")


@dataclass(frozen=True)
class Led:
    """One thing that happened to the figure."""

    hvem: str
    hvad: str
    tidspunkt: datetime


@dataclass(frozen=True)
class Maalingsside:
    """`forloeb` is oldest first. `rettelse` is the figure that corrects this one and that this person may see."""

    tal: str
    art: str
    saetning: str
    forloeb: tuple[Led, ...]
    rettelse: Maaling | None


def maalingsside(maaling: Maaling, *, kladder: bool) -> Maalingsside:
    """Two queries. Without `kladder` neither what it said before it was approved, nor why it was sent back."""
    rettelser = maaling.rettelser.all() if kladder else maaling.rettelser.filter(tilstand__in=OFFENTLIGE)
    tilstand = Maalingstilstand(maaling.tilstand)
    return Maalingsside(
        tal=figur(maaling),
        art=ARTER.get(tilstand, ""),
        saetning=BETYDER[tilstand],
        forloeb=_forloeb(maaling, kladder=kladder),
        rettelse=rettelser.order_by("-pk").first(),
    )


def figur(maaling: Maaling) -> str:
    """ "22,4 %" or "82 af 104"."""
    if maaling.vaerdi is not None:
        return vaerdi(maaling.vaerdi, maaling.kriterium.enhed or None)
    return f"{tal(maaling.taeller or 0)} af {tal(maaling.naevner or 0)}"


def _forloeb(maaling: Maaling, *, kladder: bool) -> tuple[Led, ...]:
    """From the audit lines; a figure that came in another way than through the program says what its columns say."""
    if skrevet := tuple(Led(str(et.af or ""), et.hvad, et.tidspunkt) for et in haendelser.om(maaling)):
        return tuple(et for et in skrevet if kladder or et.hvad.startswith(OFFENTLIGE_GERNINGER))
    kolonner = (
        (maaling.registreret_af, "registrerede tallet", maaling.registreret_tidspunkt),
        (maaling.sendt_af, "sendte tallet", maaling.sendt_tidspunkt),
        (maaling.afgjort_af, "godkendte tallet", maaling.afgjort_tidspunkt),
    )
    return tuple(Led(str(hvem), hvad, naar) for hvem, hvad, naar in kolonner if hvem and naar)
