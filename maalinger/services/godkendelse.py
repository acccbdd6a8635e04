"""A figure's way from typed to counting: send it, take it home, approve it, return it, take an approved one back."""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from aftaler.models import Succeskriterium
from brugere.models import Bruger
from kerne import haendelser
from kerne.cpr import BESKED as CPR_BESKED
from kerne.cpr import ligner_cpr
from kerne.datoer import maaleperiode
from maalinger import permissions
from maalinger.models import Maaling
from maalinger.rules.godkendelse import kan_skifte
from maalinger.services import maalinger
from maalinger.services.laase import hold_planen, kraev_aaben
from maalinger.services.maalinger import Indtastet, kort
from maalinger.statuses import Maalingstilstand

ER = {
    Maalingstilstand.KLADDE: "en kladde",
    Maalingstilstand.SENDT: "sendt til godkendelse",
    Maalingstilstand.RETURNERET: "returneret",
    Maalingstilstand.GODKENDT: "godkendt",
    Maalingstilstand.ERSTATTET: "erstattet af en rettelse",
    Maalingstilstand.TAGET_TILBAGE: "taget tilbage",
}


class KanIkkeAfgoeres(ValidationError):
    """The figure isn't where it was, or something is missing; the message says what to do."""


@transaction.atomic
def registrer_og_send(kriterium: Succeskriterium, indtastet: Indtastet, *, af: Bruger, **mere: object) -> Maaling:
    """Write a figure down and send it at once. Raises as `registrer_maaling`; `mere` is its area and evidence."""
    maaling = maalinger.registrer_maaling(kriterium, indtastet, af=af, **mere)
    send_maaling(maaling, af=af)
    return maaling


@transaction.atomic
def ret_og_send(maaling: Maaling, indtastet: Indtastet, *, udgave: int, af: Bruger, **mere: object) -> None:
    """Mend a figure and send it at once. Raises as `ret_maaling`."""
    maalinger.ret_maaling(maaling, indtastet, udgave=udgave, af=af, **mere)
    send_maaling(maaling, af=af)


@transaction.atomic
def ret_godkendt_og_send(maaling: Maaling, indtastet: Indtastet, *, af: Bruger, **mere: object) -> Maaling:
    """Correct an approved figure and send the correction at once. Raises as `ret_godkendt`."""
    rettelse = maalinger.ret_godkendt(maaling, indtastet, af=af, **mere)
    send_maaling(rettelse, af=af)
    return rettelse


@transaction.atomic
def send_maaling(maaling: Maaling, *, af: Bruger) -> None:
    """To whoever approves. Raises PermissionDenied, ErLaast, KanIkkeAfgoeres."""
    if not permissions.maa_registrere(af, maaling.kriterium.helhedsplan):
        raise PermissionDenied
    kraev_aaben(maaling.kriterium.helhedsplan, maaling.til_dato)
    nu = _skift(_laast_raekke(maaling), Maalingstilstand.SENDT)
    nu.sendt_af, nu.sendt_tidspunkt = af, timezone.now()
    _gem(nu, "sendte", af=af)


@transaction.atomic
def tag_hjem(maaling: Maaling, *, af: Bruger) -> None:
    """What was sent is a draft again. Raises PermissionDenied, KanIkkeAfgoeres."""
    if not permissions.maa_registrere(af, maaling.kriterium.helhedsplan):
        raise PermissionDenied
    nu = _skift(_laast_raekke(maaling), Maalingstilstand.KLADDE)
    nu.sendt_af = nu.sendt_tidspunkt = None
    _gem(nu, "tog hjem igen", af=af)


@transaction.atomic
def godkend_maaling(maaling: Maaling, *, udgave: int, af: Bruger) -> None:
    """From now on the figure counts, in place of the one that it corrects. `udgave` is the edition that was read.

    Raises PermissionDenied, ErLaast, KanIkkeAfgoeres.
    """
    hold_planen(maaling.kriterium.helhedsplan)
    nu = _laast_raekke(maaling)
    if not permissions.maa_godkende(af, nu):
        raise PermissionDenied
    kraev_aaben(nu.kriterium.helhedsplan, nu.til_dato)
    _kraev_laest(_skift(nu, Maalingstilstand.GODKENDT), udgave)
    if nu.erstatter_id:
        gammel = Maaling.objects.select_for_update(of=("self",)).select_related("kriterium").get(pk=nu.erstatter_id)
        kraev_aaben(maaling.kriterium.helhedsplan, gammel.til_dato)
        if kan_skifte(gammel.tilstand, Maalingstilstand.ERSTATTET):
            gammel.tilstand = Maalingstilstand.ERSTATTET
            gammel.save(update_fields=["tilstand"])
            haendelser.skriv(gammel, f"erstattede {kort(gammel)}", af=af, kreds=nu.kriterium.helhedsplan.slug)
    if _har_godkendt(nu):
        raise KanIkkeAfgoeres(
            f"Der er allerede en godkendt måling for {_periode(nu)}. Returnér denne, eller tag den anden tilbage først."
        )
    _afgoer(nu, "", af=af)
    _gem(nu, "godkendte", af=af)


@transaction.atomic
def godkend_flere(maalinger_: Sequence[tuple[Maaling, int]], *, af: Bruger) -> None:
    """All of them or none: each figure with the edition that was read. Raises as `godkend_maaling`."""
    for maaling, udgave in maalinger_:
        godkend_maaling(maaling, udgave=udgave, af=af)


@transaction.atomic
def returner_maaling(maaling: Maaling, *, note: str, udgave: int, af: Bruger) -> None:
    """Back to whoever sent it, with what to mend. Raises PermissionDenied, KanIkkeAfgoeres."""
    nu = _laast_raekke(maaling)
    if not permissions.maa_godkende(af, nu):
        raise PermissionDenied
    _kraev_laest(_skift(nu, Maalingstilstand.RETURNERET), udgave)
    _kraev_note(note, "Skriv, hvad der skal rettes.")
    _afgoer(nu, note.strip(), af=af)
    _gem(nu, "returnerede", af=af)


@transaction.atomic
def tag_tilbage(maaling: Maaling, *, grund: str, af: Bruger) -> None:
    """An approved figure counts no more, and nothing stands in its place. Raises PermissionDenied, ErLaast,
    KanIkkeAfgoeres.
    """
    if not permissions.maa_tage_tilbage(af, maaling.kriterium.helhedsplan):
        raise PermissionDenied
    kraev_aaben(maaling.kriterium.helhedsplan, maaling.til_dato)
    nu = _skift(_laast_raekke(maaling), Maalingstilstand.TAGET_TILBAGE)
    _kraev_note(grund, "Skriv, hvorfor tallet tages tilbage.")
    _afgoer(nu, grund.strip(), af=af)
    _gem(nu, "tog tilbage", af=af)


def _laast_raekke(maaling: Maaling) -> Maaling:
    """The row as it stands, held until the end of the transaction."""
    raekker = Maaling.objects.select_for_update(of=("self",)).select_related("kriterium__helhedsplan", "omraade")
    nu = raekker.filter(pk=maaling.pk).order_by("pk").first()
    if nu is None:
        raise KanIkkeAfgoeres("Målingen er slettet i mellemtiden.")
    return nu


def _skift(maaling: Maaling, til: Maalingstilstand) -> Maaling:
    """Move the row on (not saved), or KanIkkeAfgoeres when it isn't where it was."""
    if not kan_skifte(maaling.tilstand, til):
        raise KanIkkeAfgoeres(
            f"Målingen for {_periode(maaling)} er {ER[maaling.tilstand]}. Det kan ikke gøres med den."
        )
    maaling.tilstand = til
    return maaling


def _periode(maaling: Maaling) -> str:
    return maaleperiode(maaling.fra_dato, maaling.til_dato)


def _har_godkendt(maaling: Maaling) -> bool:
    """Another figure of the same period counts already."""
    return (
        Maaling.objects.taellende()
        .filter(kriterium=maaling.kriterium, omraade=maaling.omraade)
        .filter(fra_dato=maaling.fra_dato, til_dato=maaling.til_dato)
        .exclude(pk=maaling.pk)
        .exists()
    )


def _kraev_laest(maaling: Maaling, udgave: int) -> None:
    if maaling.udgave != udgave:
        raise KanIkkeAfgoeres(f"{maaling.rettet_af} har rettet målingen, siden du så den. Se den igen.")


def _kraev_note(note: str, mangler: str) -> None:
    if not note.strip():
        raise KanIkkeAfgoeres(mangler)
    if ligner_cpr(note):
        raise KanIkkeAfgoeres(CPR_BESKED)


def _afgoer(maaling: Maaling, note: str, *, af: Bruger) -> None:
    maaling.afgjort_af, maaling.afgjort_tidspunkt, maaling.afgjort_note = af, timezone.now(), note


def _gem(maaling: Maaling, gjorde: str, *, af: Bruger) -> None:
    """Write the row and the audit line, with the note where this deed has one."""
    maaling.save(
        update_fields=[
            "tilstand", "sendt_af", "sendt_tidspunkt", "afgjort_af", "afgjort_tidspunkt", "afgjort_note",
        ]
    )  # fmt: skip
    har_note = maaling.tilstand in (Maalingstilstand.RETURNERET, Maalingstilstand.TAGET_TILBAGE)
    note = f": »{maaling.afgjort_note}«" if har_note else ""
    haendelser.skriv(maaling, f"{gjorde} {kort(maaling)}{note}", af=af, kreds=maaling.kriterium.helhedsplan.slug)
