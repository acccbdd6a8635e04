"""From a running plan to the next: one decision a part, and then a new plan with what is carried on."""

from collections.abc import Mapping, Sequence

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from aftaler import permissions
from aftaler.models import Helhedsplan, Omraadetype, Viderefoerelse
from aftaler.models.viderefoerelse import Valg
from aftaler.reports.naeste_plan import Post, mangler, poster
from aftaler.rules.naeste_plan import Noegle, mangler_omraader, mangler_ved_naeste_periode
from aftaler.services import planer, viderefoerelse
from brugere.models import Bruger
from kerne import haendelser


class KanIkkeBesluttes(ValidationError):
    """The decisions stand: the next plan was started from them."""


class KanIkkeStartes(ValidationError):
    """The next plan can't be started yet; the messages say what to do."""


@transaction.atomic
def beslut(plan: Helhedsplan, valg: Mapping[Noegle, tuple[Valg, str]], *, af: Bruger) -> int:
    """Write what is decided about some parts, each with its reason; how many were new or other than before.

    Raises PermissionDenied (also for another plan's part), KanIkkeBesluttes, ValidationError.
    """
    plan = _laast(plan, af)
    if plan.viderefoerelser.filter(til_plan__isnull=False).exists():
        raise KanIkkeBesluttes("Den næste plan er begyndt. Det, der blev besluttet, bliver stående.")
    kendte = {et.noegle: et for et in poster(plan)}
    if not valg.keys() <= kendte.keys():
        raise PermissionDenied
    nye = 0
    for noegle, (valgt, grund) in valg.items():
        nye += _beslut_en(plan, kendte[noegle], valgt, grund.strip(), af)
    return nye


@transaction.atomic
def start_naeste_plan(
    plan: Helhedsplan, oplysninger: planer.Oplysninger, omraader: Mapping[int, Omraadetype], *, af: Bruger
) -> Helhedsplan:
    """Make the next plan with all that is carried on. `omraader`: the old area's key → its area in the new period.

    Asked twice for the same plan, it is made once. Raises PermissionDenied, KanIkkeStartes, ValidationError.
    """
    plan = _laast(plan, af)
    if findes := plan.efterfoelgere.order_by("pk").first():
        if (findes.navn, findes.start_dato, findes.slut_dato) == (
            oplysninger.navn,
            oplysninger.start_dato,
            oplysninger.slut_dato,
        ):
            return findes
        raise KanIkkeStartes(f"{plan} er allerede ført videre i {findes}.")
    alle = poster(plan)
    if grunde := mangler(alle):
        raise KanIkkeStartes(grunde)
    if besked := mangler_ved_naeste_periode(oplysninger.start_dato, forrige_slut=plan.slut_dato):
        raise ValidationError({"start_dato": besked})
    _kraev_omraader(alle, oplysninger, omraader)
    ny = planer.opret_plan(oplysninger, af=af)
    if ny.forgaenger_id or ny.indsatsomraader.exists():
        raise KanIkkeStartes("Der er allerede en plan med det navn og de datoer. Giv den næste plan et andet navn.")
    ny.forgaenger = plan
    ny.save(update_fields=["forgaenger"])
    videre = [et.ting for et in alle if et.gaelder == Valg.VIDERE]
    kopier = viderefoerelse.kopier(plan, ny, videre, omraader)
    for et in alle:
        _slut_af(plan, ny, et, kopier.get(et.noegle), af)
    haendelser.skriv(plan, f"ført videre i {ny}", af=af, kreds=plan.slug)
    haendelser.skriv(ny, f"fører {plan} videre", af=af, kreds=ny.slug)
    return ny


def _beslut_en(plan: Helhedsplan, post: Post, valgt: Valg, grund: str, af: Bruger) -> bool:
    if post.beslutning and (post.beslutning.valg, post.beslutning.grund) == (valgt, grund):
        return False
    if valgt != Valg.VIDERE and not grund:
        raise ValidationError({f"grund_{post.kode}": f"Skriv, hvorfor »{post.navn}« ikke føres videre."})
    felter = {
        "fra_plan": plan,
        "valg": valgt,
        "grund": grund,
        "besluttet_af": af,
        "besluttet_tidspunkt": timezone.now(),
    }
    Viderefoerelse.objects.update_or_create(**{post.noegle[0]: post.ting}, defaults=felter)
    hvad = f"{Valg(valgt).label.lower()}: {grund}" if grund else Valg(valgt).label.lower()
    haendelser.skriv(post.ting, hvad, af=af, kreds=plan.slug)
    return True


def _slut_af(plan: Helhedsplan, ny: Helhedsplan, post: Post, kopi: int | None, af: Bruger) -> None:
    """Tie the decision to the new plan; a part that followed its place gets a decision that says so."""
    beslutning = post.beslutning or Viderefoerelse(
        fra_plan=plan, besluttet_af=af, besluttet_tidspunkt=timezone.now(), **{post.noegle[0]: post.ting}
    )
    if post.foelger_stedet:
        beslutning.valg, beslutning.grund = post.gaelder, "Følger det, den hører til."
    beslutning.til_plan, beslutning.kopi_noegle = ny, kopi
    beslutning.save()


def _kraev_omraader(alle: Sequence[Post], oplysninger: planer.Oplysninger, omraader: Mapping[int, Omraadetype]) -> None:
    videre = {et.ting.pk: et.navn for et in alle if et.noegle[0] == "indsatsomraade" and et.gaelder == Valg.VIDERE}
    periodens = set(oplysninger.bevillingsperiode.omraadetyper.values_list("pk", flat=True))
    if fejl := mangler_omraader(videre, {noegle: et.pk for noegle, et in omraader.items()}, periodens):
        raise ValidationError({f"omraade_{noegle}": besked for noegle, besked in fejl.items()})


def _laast(plan: Helhedsplan, af: Bruger) -> Helhedsplan:
    """One at a time in a plan. Raises PermissionDenied."""
    if not permissions.maa_rette_aftale(af, plan):
        raise PermissionDenied
    return Helhedsplan.objects.select_for_update(of=("self",), no_key=True).get(pk=plan.pk)
