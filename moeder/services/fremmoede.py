"""Who was at the meeting, and who left during an item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from aftaler.models import Organmedlem, Person
from brugere.models import Bruger
from kerne import haendelser, laas
from kerne.cpr import uden_cpr
from moeder.models import Behandling, Fremmoede, Moede, Punktfravaer
from moeder.rules import beslutninger as regler
from moeder.services import igang
from moeder.services.laasning import KanIkkeAendres
from moeder.statuses import PAA_MOEDET, Fremmoedeart, Moedetilstand, Svar

AF_SVARET = {
    Svar.KOMMER: Fremmoedeart.TIL_STEDE,
    Svar.AFBUD: Fremmoedeart.AFBUD,
    Svar.STEDFORTRAEDER: Fremmoedeart.STEDFORTRAEDER,
    Svar.INTET: Fremmoedeart.FRAVAERENDE,
}


@dataclass(frozen=True)
class Linje:
    """One person as the page sends it."""

    art: str
    stedfortraeder: str = ""


@transaction.atomic
def start_moede(moede: Moede, *, af: Bruger) -> None:
    """The meeting is under way; the answers to the invitations are the first guess at who came.

    Raises PermissionDenied, KanIkkeAendres.
    """
    nu = igang.laas_moedet(moede, af)
    dag = nu.dag
    if grund := regler.hvorfor_ikke_starte(nu.tilstand, dag=dag, i_dag=timezone.localdate()):
        raise KanIkkeAendres(grund)
    laas.gem(moede, udgave=nu.udgave, af=af, tilstand=Moedetilstand.I_GANG)
    _foreslaa_fremmoede(moede)
    haendelser.skriv(moede, "mødet er begyndt", af=af, kreds=moede.helhedsplan.slug)


@transaction.atomic
def gem_fremmoede(moede: Moede, linjer: Mapping[Person, Linje], *, af: Bruger) -> None:
    """Write who came; somebody who is new to the meeting is added. Raises PermissionDenied, KanIkkeAendres,
    ValidationError."""
    moede = igang.kraev_i_gang(moede, af)
    if any(person.helhedsplan_id != moede.helhedsplan_id for person in linjer):
        raise ValidationError("Vælg personer, der hører til planen.")
    uden_navn = [str(person) for person, et in linjer.items() if _mangler_navn(et)]
    if uden_navn:
        raise ValidationError(f"Skriv, hvem der kom i stedet for {', '.join(uden_navn)}.")
    aendret = 0
    for person, linje in linjer.items():
        stedfortraeder = linje.stedfortraeder.strip() if linje.art == Fremmoedeart.STEDFORTRAEDER else ""
        uden_cpr(stedfortraeder)
        nyt = {"art": linje.art, "stedfortraeder": stedfortraeder}
        raekke, ny = Fremmoede.objects.get_or_create(moede=moede, person=person, defaults=nyt)
        if ny or (raekke.art, raekke.stedfortraeder) != (linje.art, stedfortraeder):
            Fremmoede.objects.filter(pk=raekke.pk).update(**nyt)
            aendret += 1
    if aendret:
        haendelser.skriv(moede, "fremmødet er skrevet", af=af, kreds=moede.helhedsplan.slug)


@transaction.atomic
def gem_punktfravaer(
    moede: Moede, punkt: Behandling, *, ude: Sequence[Person], inhabile: Sequence[Person], af: Bruger
) -> None:
    """Who was at the meeting and not at the item; `inhabile` are those who left because it concerns themselves.

    Raises PermissionDenied, KanIkkeAendres, ValidationError.
    """
    moede = igang.kraev_i_gang(moede, af)
    igang.kraev_paa_moedet(moede, punkt)
    fravaerende = {person.pk: person for person in (*ude, *inhabile)}
    til_stede = set(moede.fremmoede.filter(art__in=PAA_MOEDET).values_list("person", flat=True))
    if not set(fravaerende) <= til_stede:
        raise ValidationError("Kun dem, der er til stede ved mødet, kan forlade et punkt.")
    foer = dict(punkt.fravaer.values_list("person", "inhabil"))
    nu = {noegle: noegle in {person.pk for person in inhabile} for noegle in fravaerende}
    if foer == nu:
        return
    punkt.fravaer.exclude(person__in=nu).delete()
    for noegle, inhabil in nu.items():
        Punktfravaer.objects.update_or_create(behandling=punkt, person_id=noegle, defaults={"inhabil": inhabil})
    haendelser.skriv(punkt, "fraværet under punktet er skrevet", af=af, kreds=moede.helhedsplan.slug)


def antal_til_stede(moede: Moede, punkt: Behandling) -> int:
    """How many could vote on the item."""
    paa_moedet = moede.fremmoede.filter(art__in=PAA_MOEDET)
    return paa_moedet.exclude(person__in=punkt.fravaer.values("person")).count()


def _foreslaa_fremmoede(moede: Moede) -> None:
    """A row for each who was called, by the answer; without calls one for each who has a seat. Part of the start."""
    kendte = set(moede.fremmoede.values_list("person", flat=True))
    indkaldte = [
        Fremmoede(moede=moede, person=et.person, art=AF_SVARET[Svar(et.svar)], stedfortraeder=et.stedfortraeder)
        for et in moede.indkaldelser.select_related("person")
    ]
    raekker = indkaldte or [Fremmoede(moede=moede, person=et) for et in _siddende(moede)]
    Fremmoede.objects.bulk_create(et for et in raekker if et.person_id not in kendte)


def _siddende(moede: Moede) -> list[Person]:
    dag = moede.dag
    poster = Organmedlem.objects.filter(Q(til_dato__isnull=True) | Q(til_dato__gte=dag), fra_dato__lte=dag)
    return list(Person.objects.filter(organposter__in=poster.filter(plads__organ=moede.organ_id)).distinct())


def _mangler_navn(linje: Linje) -> bool:
    return linje.art == Fremmoedeart.STEDFORTRAEDER and not linje.stedfortraeder.strip()
