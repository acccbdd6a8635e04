"""Who signed a version for which party, when, and the signed copy with its own checksum."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from aftaler import permissions
from aftaler.models import Aftalepart, Helhedsplan, Underskrift, Version
from brugere.models import Bruger
from kerne import filer, haendelser
from kerne.cpr import uden_cpr


class KanIkkeUnderskrives(ValidationError):
    """The signature can't be recorded; the messages say why."""


@transaction.atomic
def registrer_underskrift(
    version: Version, part: Aftalepart, *, navn: str, dato: date, fil: UploadedFile | None, af: Bruger
) -> Underskrift:
    """Record a signature, or add the signed copy to one that has none. Raises PermissionDenied, KanIkkeUnderskrives."""
    plan = Helhedsplan.objects.select_for_update(of=("self",), no_key=True).get(pk=version.helhedsplan_id)
    if not permissions.maa_indsende(af, plan):
        raise PermissionDenied
    uden_cpr(navn)
    if part.pk not in {et["noegle"] for et in version.indhold["parter"]}:
        raise KanIkkeUnderskrives(f"{part} er ikke part i den version.")
    if dato > timezone.localdate():
        raise KanIkkeUnderskrives("Underskriften kan ikke ligge i fremtiden. Skriv den dag, der blev skrevet under.")
    if fil and (fejl := filer.fejl_i_filen(fil)):
        raise KanIkkeUnderskrives(fejl)
    underskrift = Underskrift.objects.filter(version=version, part=part).first()
    if underskrift and (underskrift.fil or (underskrift.navn, underskrift.dato) != (navn, dato) or not fil):
        raise KanIkkeUnderskrives(f"{part} har allerede skrevet under på version {version.nr}.")
    underskrift = underskrift or Underskrift(helhedsplan=plan, version=version, part=part, navn=navn, dato=dato)
    if fil:
        underskrift.fil, underskrift.fil_navn = filer.gem_fil(underskrift, "fil", fil)
        underskrift.fil_sha256 = filer.sha256(fil)
    underskrift.save()
    haendelser.skriv(underskrift, f"underskrift på version {version.nr}", af=af, kreds=plan.slug)
    return underskrift


def er_uaendret(underskrift: Underskrift) -> bool:
    """The stored copy still has the checksum that it came with; False also when the file is gone."""
    try:
        with underskrift.fil.open("rb") as fil:
            return filer.sha256(fil) == underskrift.fil_sha256
    except FileNotFoundError:
        return False
