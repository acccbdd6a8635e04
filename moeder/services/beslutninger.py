"""Writing decisions, and what becomes of them afterwards."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from aftaler.models import Aendring, Godkendelsestrin, Organ
from aftaler.models.aendring import Trinslags
from aftaler.models.organ import Organart
from aftaler.rules.aendringer import BESTYRELSEN
from aftaler.services import aendringer
from aftaler.statuses import Aendringsstatus, Trinudfald
from brugere.models import Bruger
from kerne import haendelser, laas
from kerne.cpr import uden_cpr
from moeder import permissions
from moeder.models import Behandling, Beslutning, Forslag, Moede, Referat
from moeder.rules import beslutninger as regler
from moeder.rules.referat import FORSLAGSREGEL
from moeder.services import igang
from moeder.services.fremmoede import antal_til_stede
from moeder.services.laasning import laas_planen
from moeder.statuses import Beslutningsstatus, Beslutningsudfald


@dataclass(frozen=True)
class Ordlyd:
    """What was decided: the words, the votes when there was a vote, and what came of the item's change or referat."""

    tekst: str
    stemmer_for: int | None = None
    stemmer_imod: int | None = None
    stemmer_hverken: int | None = None
    udfald: str = ""


@transaction.atomic
def skriv_beslutning(moede: Moede, punkt: Behandling, ordlyd: Ordlyd, *, af: Bruger) -> Beslutning:
    """A decision with the next number in the plan's register. Raises PermissionDenied, KanIkkeAendres,
    ValidationError."""
    plan = moede.helhedsplan
    laas_planen(plan, af)
    moede = igang.kraev_i_gang(moede, af)
    igang.kraev_paa_moedet(moede, punkt)
    _proev(moede, punkt, ordlyd)
    sidste = plan.beslutninger.aggregate(sidste=Max("nr"))["sidste"] or 0
    beslutning = Beslutning(
        behandling=punkt,
        helhedsplan=plan,
        nr=sidste + 1,
        aendring=aendring_paa(punkt),
        skrevet_af=af,
        rettet_af=af,
        rettet_tidspunkt=timezone.now(),
        **vars(ordlyd),
    )
    beslutning.full_clean()
    beslutning.save()
    haendelser.skriv(punkt, f"beslutning {beslutning.nr} skrevet", af=af, kreds=plan.slug)
    return beslutning


@transaction.atomic
def ret_beslutning(beslutning: Beslutning, ordlyd: Ordlyd, *, udgave: int, af: Bruger) -> None:
    """Other words, while the meeting is under way. Raises PermissionDenied, KanIkkeAendres, ValidationError,
    laas.RettetImens."""
    punkt = beslutning.behandling
    moede = igang.kraev_i_gang(punkt.moede, af)
    _proev(moede, punkt, ordlyd)
    laas.gem(beslutning, udgave=udgave, af=af, aendring=aendring_paa(punkt), eksempel=False, **vars(ordlyd))
    haendelser.skriv(punkt, f"beslutning {beslutning.nr} rettet", af=af, kreds=moede.helhedsplan.slug)


@transaction.atomic
def slet_beslutning(beslutning: Beslutning, *, af: Bruger) -> None:
    """Written by mistake, while the meeting is under way. Raises PermissionDenied, KanIkkeAendres."""
    punkt = beslutning.behandling
    moede = igang.kraev_i_gang(punkt.moede, af)
    haendelser.skriv(punkt, f"beslutning {beslutning.nr} slettet", af=af, kreds=moede.helhedsplan.slug)
    beslutning.delete()


@transaction.atomic
def skift_status(beslutning: Beslutning, *, status: str, note: str, udgave: int, af: Bruger) -> None:
    """Fulfilled, changed, lapsed, or in force again, with a note. Raises PermissionDenied, ValidationError,
    laas.RettetImens."""
    if not permissions.maa_lede_moeder(af, beslutning.helhedsplan):
        raise PermissionDenied
    nu = Beslutning.objects.select_for_update(of=("self",)).get(pk=beslutning.pk)
    if nu.laast_tidspunkt is None:
        raise ValidationError("Mødet er ikke afsluttet. Ret beslutningen på mødet i stedet.")
    if fejl := regler.hvorfor_ikke_skifte(nu.status, status, note):
        raise ValidationError({"status_note" if not note.strip() else "status": fejl})
    uden_cpr(note)
    status_note = "" if status == Beslutningsstatus.GAELDENDE else note.strip()
    laas.gem(beslutning, udgave=udgave, af=af, status=status, status_note=status_note)
    hvad = f"{beslutning} er {beslutning.get_status_display().lower()}: {note.strip()}".rstrip(": ")
    haendelser.skriv(beslutning, hvad, af=af, kreds=beslutning.helhedsplan.slug)


@transaction.atomic
def registrer_paa_aendringen(beslutning: Beslutning, *, af: Bruger) -> Aendring:
    """What a closed meeting decided becomes the body's step on the change's route, and may put a version in force.

    The right is the step's own: the board's is the formand's. Raises PermissionDenied, ValidationError.
    """
    trin = ventende_trin(beslutning)
    if trin is None:
        raise ValidationError("Der er ikke et trin på ændringens rute, som venter på denne beslutning.")
    dag = beslutning.behandling.moede.dag
    aendring = aendringer.registrer_trin(
        trin, udfald=Trinudfald(beslutning.udfald), dato=dag, tekst=beslutning.tekst, af=af
    )
    if aendring.version_id:
        Beslutning.objects.filter(pk=beslutning.pk).update(version=aendring.version)
    haendelser.skriv(beslutning, "ført på ændringen", af=af, kreds=beslutning.helhedsplan.slug)
    return aendring


def ventende_trin(beslutning: Beslutning) -> Godkendelsestrin | None:
    """The body's step that the decision answers and nobody has recorded yet."""
    if not (beslutning.aendring_id and beslutning.udfald):
        return None
    mine = organets_trin(beslutning.behandling.moede.organ).filter(aendring=beslutning.aendring_id)
    return mine.order_by("raekkefoelge", "pk").first()


def organets_trin(organ: Organ) -> QuerySet[Godkendelsestrin]:
    """The decisions that changes on their way wait for from the body."""
    mit = Q(organ=organ)
    if organ.art == Organart.BESTYRELSE:
        mit |= Q(organ=None, navn=BESTYRELSEN)
    aabne = Godkendelsestrin.objects.filter(
        mit,
        aendring__helhedsplan=organ.helhedsplan_id,
        aendring__status=Aendringsstatus.INDSENDT,
        slags=Trinslags.BESLUTNING,
        udfald=Trinudfald.AFVENTER,
    )
    return aabne.select_related("aendring__helhedsplan", "organ").defer("aendring__forslag")


def aendring_paa(punkt: Behandling) -> Aendring | None:
    """The change on its way that the item asks the body to decide."""
    if punkt.moede is None:
        return None
    mine = Aendring.objects.filter(henvisninger__behandling=punkt, trin__in=organets_trin(punkt.moede.organ))
    return mine.defer("forslag").order_by("pk").first()


def referat_paa(punkt: Behandling) -> Referat | None:
    """The referat of an earlier meeting that the item asks the body to approve."""
    forslag = Forslag.objects.filter(behandling=punkt, regel=FORSLAGSREGEL).first()
    if forslag is None:
        return None
    i_planen = Referat.objects.filter(moede__helhedsplan=forslag.helhedsplan_id)
    return i_planen.select_related("moede__helhedsplan", "moede__organ").filter(moede__kode=forslag.noegle).first()


def punkter_der_afgoer(moede: Moede) -> set[int]:
    """The items of the agenda that ask for a change or an earlier referat. Two queries."""
    paa = Behandling.objects.filter(moede=moede)
    trin = organets_trin(moede.organ).values("aendring")
    om_aendring = paa.filter(henvisninger__aendring__in=trin).values_list("pk", flat=True)
    om_referat = paa.filter(forslag__regel=FORSLAGSREGEL).values_list("pk", flat=True)
    return {*om_aendring, *om_referat}


def mulige_udfald(punkt: Behandling) -> list[Beslutningsudfald]:
    """What the item's decision can do; nothing where it asks for neither a change nor a referat."""
    om = {"om_referat": referat_paa(punkt) is not None, "om_aendring": aendring_paa(punkt) is not None}
    return [et for et in Beslutningsudfald if not regler.fejl_i_udfaldet(et, **om)]


def _proev(moede: Moede, punkt: Behandling, ordlyd: Ordlyd) -> None:
    uden_cpr(ordlyd.tekst)
    if not ordlyd.tekst.strip():
        raise ValidationError({"tekst": "Skriv, hvad der blev besluttet."})
    stemmer = (ordlyd.stemmer_for, ordlyd.stemmer_imod, ordlyd.stemmer_hverken)
    if fejl := regler.fejl_i_stemmerne(stemmer, til_stede=antal_til_stede(moede, punkt)):
        raise ValidationError({"stemmer_for": fejl})
    om_referat, om_aendring = referat_paa(punkt) is not None, aendring_paa(punkt) is not None
    if fejl := regler.fejl_i_udfaldet(ordlyd.udfald, om_referat=om_referat, om_aendring=om_aendring):
        raise ValidationError({"udfald": fejl})
