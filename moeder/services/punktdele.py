"""What hangs on an item: its appendices, and the things of the agreement that it is about."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.db.models import Max

from aftaler.models import Aendring, Aktivitet, Budgetpost, Delaftale, Succeskriterium, Version
from brugere.models import Bruger
from kerne import filer, haendelser
from kerne.cpr import uden_cpr
from moeder import permissions
from moeder.models import Behandling, Henvisning, Punktbilag
from moeder.rules import dagsorden as regler
from moeder.services.dagsorden import kreds
from moeder.services.laasning import kraev_aaben
from moeder.statuses import Pengeemne

Emne = Delaftale | Succeskriterium | Aktivitet | Budgetpost | Version | Aendring
PLANENS: dict[type[models.Model], tuple[str, str]] = {  # the reference's column, and the way to the plan
    Delaftale: ("delaftale", "indsatsomraade__helhedsplan"),
    Succeskriterium: ("kriterium", "helhedsplan"),
    Aktivitet: ("aktivitet", "delaftale__indsatsomraade__helhedsplan"),
    Budgetpost: ("budgetpost", "helhedsplan"),
    Version: ("version", "helhedsplan"),
    Aendring: ("aendring", "helhedsplan"),
}


@transaction.atomic
def tilfoej_bilag(punkt: Behandling, *, navn: str, fil: UploadedFile, lukket: bool, af: Bruger) -> Punktbilag:
    """An appendix, last on the item. Raises PermissionDenied, KanIkkeAendres, ValidationError."""
    punkt = _aabn(punkt, af)
    _proev_bilag(punkt, navn, lukket)
    if fejl := filer.fejl_i_filen(fil):
        raise ValidationError({"fil": fejl})
    sidste = punkt.bilag.aggregate(sidste=Max("raekkefoelge"))["sidste"] or 0
    bilag = Punktbilag(behandling=punkt, navn=navn, lukket=lukket, raekkefoelge=sidste + 1)
    bilag.fil, filnavn = filer.gem_fil(bilag, "fil", fil)
    bilag.navn = navn.strip() or filnavn
    bilag.save()
    haendelser.skriv(punkt, f"bilag »{bilag}« lagt ved", af=af, kreds=kreds(punkt))
    return bilag


@transaction.atomic
def ret_bilag(bilag: Punktbilag, *, navn: str, lukket: bool, af: Bruger) -> None:
    """Another name, opened or closed. Raises PermissionDenied, KanIkkeAendres, ValidationError."""
    punkt = _aabn(bilag.behandling, af)
    _proev_bilag(punkt, navn, lukket)
    bilag.navn, bilag.lukket = navn, lukket
    bilag.full_clean(exclude=["fil"])
    bilag.save(update_fields=["navn", "lukket"])
    haendelser.skriv(punkt, f"bilag »{bilag}« rettet", af=af, kreds=kreds(punkt))


@transaction.atomic
def fjern_bilag(bilag: Punktbilag, *, af: Bruger) -> None:
    """The file goes too, when the row is gone for good. Raises PermissionDenied, KanIkkeAendres."""
    punkt = _aabn(bilag.behandling, af)
    haendelser.skriv(punkt, f"bilag »{bilag}« fjernet", af=af, kreds=kreds(punkt))
    fil = bilag.fil
    bilag.delete()
    transaction.on_commit(lambda: fil.storage.delete(fil.name))


@transaction.atomic
def tilfoej_henvisning(punkt: Behandling, ting: Emne | Pengeemne, *, af: Bruger) -> Henvisning:
    """What it is about; the same thing twice is once. Raises PermissionDenied, KanIkkeAendres, ValidationError."""
    punkt = _aabn(punkt, af)
    henvisning, ny = Henvisning.objects.get_or_create(behandling=punkt, **_emnet(punkt, ting))
    if ny:
        haendelser.skriv(punkt, f"henviser til {henvisning}", af=af, kreds=kreds(punkt))
    return henvisning


@transaction.atomic
def fjern_henvisning(henvisning: Henvisning, *, af: Bruger) -> None:
    """Raises PermissionDenied, KanIkkeAendres."""
    punkt = _aabn(henvisning.behandling, af)
    haendelser.skriv(punkt, f"henviser ikke mere til {henvisning}", af=af, kreds=kreds(punkt))
    henvisning.delete()


def _aabn(punkt: Behandling, af: Bruger) -> Behandling:
    """The item under lock, while its agenda can be written."""
    if punkt.moede is not None:
        kraev_aaben(punkt.moede, af)
    elif not permissions.maa_lede_moeder(af, punkt.sag.helhedsplan):
        raise PermissionDenied
    laast: Any = Behandling.objects.select_for_update(of=("self",)).select_related("sag__helhedsplan", "moede")
    return laast.get(pk=punkt.pk)


def _emnet(punkt: Behandling, ting: Emne | Pengeemne) -> dict[str, Any]:
    """The reference's column and what stands in it: the plan's own money, or a thing that is the plan's."""
    if isinstance(ting, Pengeemne):
        return {"penge": ting.value}
    felt, vej = PLANENS[type(ting)]
    if not type(ting)._default_manager.filter(pk=ting.pk, **{vej: punkt.sag.helhedsplan}).exists():
        raise ValidationError("Vælg noget, der hører til planen.")
    return {felt: ting}


def _proev_bilag(punkt: Behandling, navn: str, lukket: bool) -> None:
    if fejl := regler.fejl_i_aabent_bilag(lukket=lukket, punktet_er_lukket=punkt.lukket):
        raise ValidationError({"lukket": fejl})
    try:
        uden_cpr(navn)
    except ValidationError as cpr:
        raise ValidationError({"navn": cpr.messages}) from cpr
