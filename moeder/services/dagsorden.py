"""Writing an agenda: items, their order, and the backlog they come from."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from aftaler.models import Helhedsplan
from brugere.models import Bruger
from kerne import haendelser, laas
from kerne.cpr import uden_cpr
from kerne.rigtekst import som_tekst
from moeder import permissions
from moeder.models import Behandling, Moede, Sag
from moeder.rules import dagsorden as regler
from moeder.services.laasning import KanIkkeAendres, kraev_aaben
from moeder.services.standardpunkter import EGNE_DAGSORDENER

RIGTEKSTER = ("sagsfremstilling", "oekonomi", "lovgrundlag", "hoering", "indstilling")


class KanIkkeSaettesPaa(ValidationError):
    """The item can't stand there; the message says why."""


@dataclass(frozen=True)
class Sagsnumre:
    """A new case's numbers in the municipality's own systems."""

    journalnr: str = ""
    sagsnr: str = ""
    kle: str = ""


@dataclass(frozen=True)
class NytPunkt:
    """An item as it is first written: `sag` is the case that is treated again, or None for a new one.

    `felter` are the item's columns, by the names of `Behandling`.
    """

    felter: dict[str, Any]
    sag: Sag | None = None
    numre: Sagsnumre = field(default_factory=Sagsnumre)


@transaction.atomic
def opret_punkt(plan: Helhedsplan, moede: Moede | None, nyt: NytPunkt, *, af: Bruger) -> Behandling:
    """An item last on the agenda, before what stands there to the end; without a meeting it waits in the backlog.

    Raises PermissionDenied, KanIkkeAendres, KanIkkeSaettesPaa, ValidationError.
    """
    if not permissions.maa_lede_moeder(af, plan):
        raise PermissionDenied
    if moede is not None:
        moede = kraev_aaben(moede, af)
    if nyt.sag and nyt.sag.helhedsplan_id != plan.pk:
        raise ValidationError({"sag": "Vælg en sag, der hører til planen."})
    felter = {**nyt.felter, "titel": nyt.felter["titel"] or (nyt.sag.titel if nyt.sag else "")}
    if not felter["titel"]:
        raise ValidationError({"titel": "Skriv, hvad punktet hedder."})
    _proev(felter, plan, nyt.sag)
    sag = nyt.sag or Sag.objects.create(helhedsplan=plan, titel=felter["titel"], **vars(nyt.numre))
    punkt = Behandling(sag=sag, moede=moede, raekkefoelge=1, **felter)
    punkt.rettet_af, punkt.rettet_tidspunkt = af, timezone.now()
    punkt.full_clean(exclude=["rettet_af", "rettet_tidspunkt"])
    punkt.save()
    if moede is not None:
        _stil_op(moede, _foer_de_sidste(moede, punkt.pk))
    haendelser.skriv(punkt, "skrevet" if nyt.sag is None else "behandles igen", af=af, kreds=kreds(punkt))
    return punkt


@transaction.atomic
def ret_punkt(punkt: Behandling, *, udgave: int, af: Bruger, **felter: Any) -> None:
    """Raises PermissionDenied, KanIkkeAendres, ValidationError, laas.RettetImens."""
    _aabn(punkt, af)
    _proev(felter, punkt.sag.helhedsplan, punkt.sag, undtagen=punkt.pk)
    aabnes = punkt.lukket and not felter["lukket"]
    laas.gem(punkt, udgave=udgave, af=af, eksempel=False, **felter)
    if aabnes:
        _aabn_sagen(punkt, af)
    haendelser.skriv(punkt, "rettet", af=af, kreds=kreds(punkt))


@transaction.atomic
def flyt_punkt(punkt: Behandling, *, op: bool, af: Bruger) -> int:
    """Change places with the neighbour; the number it has now. The outermost stays and leaves no line in the log.

    Raises PermissionDenied, KanIkkeAendres.
    """
    _aabn(punkt, af)
    if punkt.moede is None:
        raise KanIkkeAendres("Punktet står ikke på en dagsorden.")
    foer = list(punkt.moede.behandlinger.i_raekkefoelge().values_list("pk", flat=True))
    ny = regler.flyttet(foer, punkt.pk, op=op)
    nr = ny.index(punkt.pk) + 1
    if ny != foer:
        _stil_op(punkt.moede, ny)
        haendelser.skriv(punkt, f"flyttet fra plads {foer.index(punkt.pk) + 1} til {nr}", af=af, kreds=kreds(punkt))
    return nr


@transaction.atomic
def saet_paa(punkt: Behandling, moede: Moede, *, af: Bruger) -> None:
    """From the backlog to an agenda. Raises PermissionDenied, KanIkkeAendres, KanIkkeSaettesPaa."""
    moede = kraev_aaben(moede, af)
    punkt = Behandling.objects.select_for_update(of=("self",)).select_related("sag").get(pk=punkt.pk)
    if punkt.sag.helhedsplan_id != moede.helhedsplan_id:
        raise KanIkkeSaettesPaa("Punktet hører til en anden plan.")
    if punkt.moede_id is not None:
        raise KanIkkeSaettesPaa(regler.FREMMED_PUNKT)
    _gem_plads(punkt, moede, af)
    _stil_op(moede, _foer_de_sidste(moede, punkt.pk))
    haendelser.skriv(punkt, "sat på dagsordenen", af=af, kreds=kreds(punkt))


@transaction.atomic
def til_idelisten(punkt: Behandling, *, af: Bruger) -> None:
    """Off the agenda, kept for another. Raises PermissionDenied, KanIkkeAendres."""
    moede = punkt.moede
    _aabn(punkt, af)
    if moede is None:
        raise KanIkkeAendres("Punktet står allerede på idélisten.")
    if punkt.beslutninger.exists():
        raise KanIkkeAendres("Der er skrevet en beslutning på punktet. Det bliver stående.")
    _gem_plads(punkt, None, af)
    _stil_op(moede, list(moede.behandlinger.i_raekkefoelge().values_list("pk", flat=True)))
    haendelser.skriv(punkt, "taget af dagsordenen", af=af, kreds=kreds(punkt))


@transaction.atomic
def slet_punkt(punkt: Behandling, *, af: Bruger) -> None:
    """Drop an idea, and its case when it has no other treatment. Raises PermissionDenied, KanIkkeAendres."""
    _aabn(punkt, af)
    if punkt.moede_id is not None:
        raise KanIkkeAendres("Tag punktet af dagsordenen først.")
    if punkt.bilag.exists():
        raise KanIkkeAendres("Punktet har bilag. Fjern dem først.")
    sag = punkt.sag
    haendelser.skriv(punkt, "slettet", af=af, kreds=kreds(punkt))
    punkt.delete()
    if not sag.behandlinger.exists():
        sag.delete()


def alle_til_idelisten(moede: Moede) -> None:
    """When a draft meeting goes: fixed items that nobody wrote in go with it, the others wait in the backlog."""
    faste = set(moede.organ.standardpunkter.values_list("titel", flat=True))
    egen = EGNE_DAGSORDENER.get(moede.art)
    dele = ("bilag", "henvisninger", "opgaver", "forslag")
    for punkt in moede.behandlinger.select_related("sag").prefetch_related(*dele):
        er_egen = egen is not None and any(et.regel == egen.regel for et in punkt.forslag.all())  # can be made again
        skrevet = punkt.udgave > 1 or punkt.bilag.all()
        if not er_egen:
            skrevet = skrevet or any(getattr(punkt, felt) for felt in RIGTEKSTER) or punkt.henvisninger.all()
        if (er_egen or punkt.titel in faste) and not skrevet:
            sag = punkt.sag
            punkt.delete()
            if not sag.behandlinger.exists():
                sag.delete()
        else:
            Behandling.objects.filter(pk=punkt.pk).update(moede=None)


def kreds(punkt: Behandling) -> str:
    """Whose log it stands in: the plan's."""
    return punkt.sag.helhedsplan.slug


def _aabn(punkt: Behandling, af: Bruger) -> None:
    if punkt.moede is not None:
        kraev_aaben(punkt.moede, af)
    elif not permissions.maa_lede_moeder(af, punkt.sag.helhedsplan):
        raise PermissionDenied


def _aabn_sagen(punkt: Behandling, af: Bruger) -> None:
    """A case that was only treated closed was named for nobody else to read: it takes the open item's name."""
    sag = Sag.objects.select_for_update(of=("self",)).get(pk=punkt.sag_id)
    if sag.titel != punkt.titel and not sag.behandlinger.exclude(pk=punkt.pk).exists():
        laas.gem(sag, udgave=sag.udgave, af=af, titel=punkt.titel)


def _proev(felter: dict[str, Any], plan: Helhedsplan, sag: Sag | None, undtagen: int | None = None) -> None:
    fremlaegger = felter.get("fremlaegger")
    if fremlaegger and fremlaegger.helhedsplan_id != plan.pk:
        raise ValidationError({"fremlaegger": "Vælg en person, der hører til planen."})
    for navn, vaerdi in felter.items():
        if isinstance(vaerdi, str):
            try:
                uden_cpr(som_tekst(vaerdi) if navn in RIGTEKSTER else vaerdi)
            except ValidationError as fejl:
                raise ValidationError({navn: fejl.messages}) from fejl
    er_lukket = sag is not None and sag.behandlinger.filter(lukket=True).exclude(pk=undtagen).exists()
    if fejl := regler.fejl_i_aabent_punkt(lukket=felter["lukket"], sagen_er_lukket=er_lukket):
        raise ValidationError({"lukket": fejl})


def _gem_plads(punkt: Behandling, moede: Moede | None, af: Bruger) -> None:
    laas.gem(punkt, udgave=punkt.udgave, af=af, moede=moede)


def _foer_de_sidste(moede: Moede, ny: int) -> list[int]:
    """The agenda with the new item before the fixed ones that stand to the end ("Eventuelt")."""
    sidste = set(moede.organ.standardpunkter.filter(sidst=True).values_list("titel", flat=True))
    raekker = [et for et in moede.behandlinger.i_raekkefoelge().values_list("pk", "titel") if et[0] != ny]
    til_sidst = len(raekker)
    while til_sidst and raekker[til_sidst - 1][1] in sidste:
        til_sidst -= 1
    noegler = [noegle for noegle, _ in raekker]
    return [*noegler[:til_sidst], ny, *noegler[til_sidst:]]


def _stil_op(moede: Moede, noegler: list[int]) -> None:
    """Write the order; the rows' own edition stands still, so a writer is not disturbed by a move."""
    nu = dict(moede.behandlinger.values_list("pk", "raekkefoelge"))
    for nr, noegle in enumerate(noegler, 1):
        if nu[noegle] != nr:
            Behandling.objects.filter(pk=noegle).update(raekkefoelge=nr)
