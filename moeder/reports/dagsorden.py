"""The agenda as a page prints it: numbers, running clock, kinds, what is closed, and what each item is about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from kerne.datoer import dato
from moeder.models import Behandling, Henvisning, Moede, Punktbilag
from moeder.models.sag import EMNERNES_KOLONNER
from moeder.reports.figurer import MED_EMNET, UDEN, Figur
from moeder.rules import dagsorden as regler
from moeder.rules.dagsorden import Punkttid
from moeder.statuses import Punktart

FORMEN = (
    ("sagsfremstilling", "Sagsfremstilling"),
    ("oekonomi", "Økonomi"),
    ("lovgrundlag", "Lovgrundlag"),
    ("hoering", "Høring"),
    ("indstilling", "Indstilling"),
)


@dataclass(frozen=True)
class AabentPunkt:
    """What everybody who is called may read of an item."""

    nr: int
    art: str
    titel: str


@dataclass(frozen=True)
class Punktlinje:
    """One row of the agenda; `kl` is empty after an item that the reader doesn't see. `foerst` and `sidst` say which
    way it can't be moved."""

    noegle: int
    nr: int
    kl: str
    art: str
    artsord: str
    titel: str
    noter: tuple[str, ...]
    figurer: tuple[Figur, ...]
    minutter: int
    lukket: bool
    foerst: bool
    sidst: bool


@dataclass(frozen=True)
class Dagsorden:
    """`skjulte` says that there are closed items the reader does not see; it is empty when there are none."""

    linjer: tuple[Punktlinje, ...]
    tiden: str
    tiden_paa_art: str
    advarsel: str
    skjulte: str


def med_alt(punkter: QuerySet[Behandling], bilag: QuerySet[Punktbilag]) -> QuerySet[Behandling]:
    """The items in order with presenter, case, references and those appendices that the reader may see."""
    henvisninger = Henvisning.objects.select_related(*MED_EMNET).defer(*UDEN)
    return (
        punkter.i_raekkefoelge()
        .select_related("sag", "fremlaegger")
        .prefetch_related(
            Prefetch("henvisninger", henvisninger), Prefetch("bilag", bilag.order_by("raekkefoelge", "pk"))
        )
    )


def tider(moede: Moede) -> list[Punkttid]:
    """Every item of the agenda, closed ones too: they take their time whoever reads. One query."""
    raekker = moede.behandlinger.i_raekkefoelge().values_list("pk", "art", "minutter")
    return [Punkttid(*et) for et in raekker]


def dagsorden(
    moede: Moede, punkter: Sequence[Behandling], alle: Sequence[Punkttid], figurer: Mapping[int, Figur]
) -> Dagsorden:
    """`punkter` are those the reader sees (`med_alt`), `alle` are `tider`.

    The sum, and the time of each kind, would tell the minutes and the kind of what is closed, so they are for those
    who see everything.
    """
    begynder, slutter = timezone.localtime(moede.begynder), timezone.localtime(moede.slutter)
    ur = regler.klokken(begynder, alle, {et.pk for et in punkter})
    ser_alt = len(punkter) == len(alle)
    tiden, advarsel = regler.tiden_i_ord(begynder, slutter, alle) if ser_alt else ("", "")
    return Dagsorden(
        tuple(_linje(et, *ur[et.pk], antal=len(alle), figurer=figurer) for et in punkter),
        tiden,
        regler.tiden_paa_art(alle) if ser_alt else "",
        advarsel,
        _skjulte(len(alle) - len(punkter)),
    )


def aabne_punkter(moede: Moede) -> list[AabentPunkt]:
    """The open items with their numbers on the whole agenda. One query."""
    raekker = moede.behandlinger.i_raekkefoelge().values_list("art", "titel", "lukket")
    return [AabentPunkt(nr, art, titel) for nr, (art, titel, lukket) in enumerate(raekker, 1) if not lukket]


@dataclass(frozen=True)
class Tekstdel:
    """One heading of the case form, with its clean HTML."""

    overskrift: str
    tekst: SafeString


def sagsformen(punkt: Behandling) -> list[Tekstdel]:
    """The headings that are filled in, in the form's order."""
    dele = [(overskrift, getattr(punkt, felt)) for felt, overskrift in FORMEN]
    return [Tekstdel(overskrift, mark_safe(tekst)) for overskrift, tekst in dele if tekst]  # cleaned by kerne.rigtekst


def fakta(punkt: Behandling) -> list[tuple[str, str]]:
    """What stands beside the texts; only what is filled in."""
    sag = punkt.sag
    felter = (
        ("Fremlægges af", str(punkt.fremlaegger or "")),
        ("Sagen afgøres af", punkt.afgoeres_af),
        ("J.nr.", sag.journalnr),
        ("Sagsnr.", sag.sagsnr),
        ("KLE-emne", sag.kle),
    )
    return [(navn, vaerdi) for navn, vaerdi in felter if vaerdi]


def allerede_valgt(punkt: Behandling) -> dict[str, set[int]]:
    """The subjects that the item refers to already, by kind."""
    valgt: dict[str, set[int]] = defaultdict(set)
    for raekke in punkt.henvisninger.values(*EMNERNES_KOLONNER.values()):
        for et, kolonne in EMNERNES_KOLONNER.items():
            if raekke[kolonne]:
                valgt[et].add(raekke[kolonne])
    return valgt


def _linje(
    punkt: Behandling, nr: int, begynder: datetime | None, *, antal: int, figurer: Mapping[int, Figur]
) -> Punktlinje:
    return Punktlinje(
        noegle=punkt.pk,
        nr=nr,
        kl=f"{begynder:%H.%M}" if begynder else "",
        art=punkt.art,
        artsord=Punktart(punkt.art).label,
        titel=punkt.titel,
        noter=tuple(_noter(punkt)),
        figurer=tuple(figurer[et.pk] for et in punkt.henvisninger.all() if et.pk in figurer),
        minutter=punkt.minutter,
        lukket=punkt.lukket,
        foerst=nr == 1,
        sidst=nr == antal,
    )


def _noter(punkt: Behandling) -> Iterable[str]:
    if punkt.fremlaegger:
        yield f"Fremlægges af {punkt.fremlaegger}."
    if antal := len(punkt.bilag.all()):
        yield "Ét bilag." if antal == 1 else f"{antal} bilag."


def _skjulte(antal: int) -> str:
    if not antal:
        return ""
    return "Ét punkt er lukket og vises ikke her." if antal == 1 else f"{antal} punkter er lukkede og vises ikke her."


def moedets_dag(moede: Moede) -> str:
    return dato(timezone.localtime(moede.begynder))
