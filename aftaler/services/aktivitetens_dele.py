"""What hangs on an activity: its target groups, and the criteria it serves.

Who a group is, is part of the agreement; that it vanished is something that happened, and may be written at any time.
"""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from aftaler import permissions
from aftaler.models import Aktivitet, Maalgruppe, Succeskriterium, Version, Virkning
from aftaler.rules.aktiviteter import mangler_ved_bortfald
from aftaler.services import laasning, raekker
from aftaler.services.aktiviteter import KanIkkeSlettes
from brugere.models import Bruger
from kerne import haendelser


@transaction.atomic
def opret_maalgruppe(aktivitet: Aktivitet, *, art: str, navn: str, stoerrelse: int | None, af: Bruger) -> Maalgruppe:
    """A group with its size; None is "not stated". The same form sent twice gives one group.

    Raises PermissionDenied, ErIndsendt, ValidationError.
    """
    kreds = _aabn(aktivitet, af)
    if samme := aktivitet.maalgruppeposter.filter(navn=navn).first():
        if (samme.art, samme.stoerrelse) == (art, stoerrelse):
            return samme
        raise ValidationError({"navn": "Målgruppen står der allerede. Ret den i stedet."})
    ny = Maalgruppe(aktivitet=aktivitet, art=art, navn=navn, stoerrelse=stoerrelse)
    return raekker.opret(ny, af=af, kreds=kreds)


@transaction.atomic
def ret_maalgruppe(
    gruppe: Maalgruppe, *, art: str, navn: str, stoerrelse: int | None, af: Bruger, foer: str | None = None
) -> None:
    """Raises PermissionDenied, ErIndsendt, RettetAfAnden, ValidationError."""
    kreds = _aabn(gruppe.aktivitet, af)
    if gruppe.aktivitet.maalgruppeposter.filter(navn=navn).exclude(pk=gruppe.pk).exists():
        raise ValidationError({"navn": "Målgruppen står der allerede."})
    raekker.ret(gruppe, af=af, kreds=kreds, foer=foer, art=art, navn=navn, stoerrelse=stoerrelse)


@transaction.atomic
def registrer_bortfald(
    gruppe: Maalgruppe, *, bortfaldet_dato: date | None, bortfaldet_grund: str, af: Bruger, foer: str | None = None
) -> None:
    """Say that the group is gone, when and why; without a date it is there again.

    Raises PermissionDenied, RettetAfAnden, ValidationError.
    """
    plan = gruppe.aktivitet.delaftale.indsatsomraade.helhedsplan
    if not permissions.maa_rette_aktivitet(af, plan):
        raise PermissionDenied
    if bortfaldet_dato:
        if mangler := mangler_ved_bortfald(bortfaldet_dato, fra=plan.start_dato, dag=timezone.localdate()):
            raise ValidationError({"bortfaldet_dato": mangler})
        if not bortfaldet_grund.strip():
            raise ValidationError({"bortfaldet_grund": "Skriv, hvorfor målgruppen er bortfaldet."})
    raekker.ret(
        gruppe,
        af=af,
        kreds=plan.slug,
        hvad="bortfaldet" if bortfaldet_dato else "ikke bortfaldet alligevel",
        foer=foer,
        bortfaldet_dato=bortfaldet_dato,
        bortfaldet_grund=bortfaldet_grund if bortfaldet_dato else "",
    )


@transaction.atomic
def slet_maalgruppe(gruppe: Maalgruppe, *, af: Bruger) -> None:
    """A group that no version names. Raises PermissionDenied, ErIndsendt, KanIkkeSlettes."""
    kreds = _aabn(gruppe.aktivitet, af)
    frosset = {"aktiviteter": [{"maalgruppeposter": [{"noegle": gruppe.pk}]}]}
    if Version.objects.filter(delaftale=gruppe.aktivitet.delaftale_id, indhold__contains=frosset).exists():
        raise KanIkkeSlettes(
            f"»{gruppe}« står i en godkendt version og kan ikke slettes. Skriv i stedet, at den er bortfaldet."
        )
    haendelser.skriv(gruppe, "slettet", af=af, kreds=kreds)
    gruppe.delete()


@transaction.atomic
def saet_virkninger(aktivitet: Aktivitet, arter: Mapping[Succeskriterium, str], *, af: Bruger) -> None:
    """Which criteria the activity serves, and how; "" takes a criterion away. Criteria not named stay as they are.

    Raises PermissionDenied (also for another plan's criterion), ErIndsendt.
    """
    kreds = _aabn(aktivitet, af)
    plan_id = aktivitet.delaftale.indsatsomraade.helhedsplan_id
    if any(kriterium.helhedsplan_id != plan_id for kriterium in arter):
        raise PermissionDenied
    har = {et.kriterium_id: et for et in aktivitet.virkninger.all()}
    aendret = False
    for kriterium, art in arter.items():
        virkning = har.get(kriterium.pk)
        if (virkning.art if virkning else "") == art:
            continue
        aendret = True
        if not art:
            virkning.delete()
        elif virkning:
            virkning.art = art
            virkning.save(update_fields=["art"])
        else:
            Virkning.objects.create(aktivitet=aktivitet, kriterium=kriterium, art=art)
    if aendret:
        haendelser.skriv(aktivitet, "kriterier, den bidrager til, er rettet", af=af, kreds=kreds)


def _aabn(aktivitet: Aktivitet, af: Bruger) -> str:
    """The person may, and the delaftale isn't on its way. The plan's slug, for the log."""
    plan = aktivitet.delaftale.indsatsomraade.helhedsplan
    if not permissions.maa_rette_aktivitet(af, plan):
        raise PermissionDenied
    laasning.kraev_aaben(plan, aktivitet.delaftale)
    return plan.slug
