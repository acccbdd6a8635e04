"""Closing the meeting, and the referat's way afterwards."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from aftaler.views.formularside import Side, spoerg_eller_goer, vis_eller_gem
from aftaler.views.plan import sendt
from kerne.arbejdsdage import flyt_arbejdsdage
from moeder import permissions
from moeder.forms.referat import OmPunktForm, SendForm, SvarForm
from moeder.models import Behandling, Referat, Referatkommentar
from moeder.rules.beslutninger import hvorfor_ikke_skrive
from moeder.services import afslutning
from moeder.services import referat as services
from moeder.views import goer, hent_moede, krumme, med_mails, moede_jeg_leder
from moeder.views.fremmoede import referatets_side

FORM = ["GET", "POST"]
KOMMENTARDAGE = 10  # working days that the form proposes for comments


@require_http_methods(FORM)
def moede_afslut(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    """A question on GET, or what is missing; the closing on POST, with what still waits for somebody."""
    fundet = moede_jeg_leder(request, slug, moede)
    if request.method == "POST":
        try:
            udfald = afslutning.afslut_moede(fundet, af=request.user)
        except ValidationError as fejl:
            messages.warning(request, " ".join(fejl.messages))
        else:
            messages.success(request, "Mødet er afsluttet. Læs referatet igennem, og send det til kommentering.")
            for saetning in udfald.venter:
                messages.warning(request, saetning)
        return redirect("moeder:referat", slug, moede)
    mangler = (
        [hvorfor_ikke_skrive(fundet.tilstand)] if hvorfor_ikke_skrive(fundet.tilstand) else afslutning.mangler(fundet)
    )
    side = Side(
        fundet.helhedsplan,
        f"Afslut mødet {fundet}?",
        [*krumme(fundet.helhedsplan, fundet), ("Referat", referatets_side(fundet))],
        referatets_side(fundet),
        "Afslut mødet",
        indledning=(
            "Beslutningerne gælder, tallene bliver stående, som de er nu, og dagsordenen kan ikke ændres mere. "
            "Referatets tekst kan rettes, til det er sendt ud."
        ),
    )
    return spoerg_eller_goer(request, side, lambda: None, "", grund=" ".join(mangler))


@require_http_methods(FORM)
def referat_send(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    referat = referat_jeg_leder(request, slug, moede)
    frist = flyt_arbejdsdage(timezone.localdate(), KOMMENTARDAGE)
    form = SendForm(sendt(request), initial={"kommentarfrist_dato": frist})
    svar = vis_eller_gem(
        request,
        referatside(
            referat,
            "Send referatet til kommentering",
            "Organets medlemmer kan læse, kommentere og godkende det. Punktet om at godkende det sættes på organets "
            "næste dagsorden.",
        ),
        form,
        lambda: services.send_til_kommentering(
            referat, frist=form.cleaned_data["kommentarfrist_dato"], af=request.user
        ),
        lambda udgave: f"Udgave {udgave.nr} er sendt til kommentering.",
    )
    return med_mails(request, svar)


@require_POST
def referat_kladde(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    referat = referat_jeg_leder(request, slug, moede)
    goer(request, lambda: services.tilbage_til_kladde(referat, af=request.user), "Referatet er en kladde igen.")
    return redirect("moeder:referat", slug, moede)


@require_http_methods(FORM)
def referat_kommenter(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    referat = _mit_referat(request, slug, moede)
    form = OmPunktForm(sendt(request), punkter=_punkter(request, referat), ledetekst="Kommentar")
    return vis_eller_gem(
        request,
        referatside(referat, "Kommentér referatet", "Den, der har skrevet referatet, svarer på kommentaren."),
        form,
        lambda: services.kommenter(referat, af=request.user, **form.cleaned_data),
        "Kommentaren er sendt.",
    )


@require_http_methods(FORM)
def kommentar_svar(request: HttpRequest, slug: str, moede: str, pk: int) -> HttpResponse:
    referat = referat_jeg_leder(request, slug, moede)
    kommentar = get_object_or_404(
        Referatkommentar.objects.synlige_for(request.user).select_related("af"), referat=referat, pk=pk
    )
    kommentar.referat = referat
    form = SvarForm(sendt(request), initial={"svar": kommentar.svar})
    return vis_eller_gem(
        request,
        referatside(referat, "Svar på kommentaren", f"{kommentar.af} skrev: {kommentar.tekst}"),
        form,
        lambda: services.svar_paa_kommentar(kommentar, svar=form.cleaned_data["svar"], af=request.user),
        "Svaret er gemt.",
    )


@require_POST
def referat_godkend(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    referat = _mit_referat(request, slug, moede)
    nr = request.POST.get("udgave", "")
    udgave_nr = int(nr) if nr.isascii() and nr.isdigit() and len(nr) < 6 else 0
    goer(
        request,
        lambda: services.godkend_referat(referat, udgave_nr=udgave_nr, af=request.user),
        "Du har godkendt referatet.",
    )
    return redirect("moeder:referat", slug, moede)


@require_http_methods(FORM)
def referat_tilfoej(request: HttpRequest, slug: str, moede: str) -> HttpResponse:
    referat = referat_jeg_leder(request, slug, moede)
    form = OmPunktForm(sendt(request), punkter=_punkter(request, referat), ledetekst="Tilføjelse")
    return vis_eller_gem(
        request,
        referatside(
            referat,
            "Skriv en tilføjelse",
            "Det godkendte referat ændres ikke. Tilføjelsen står under det med navn og tidspunkt og kan ikke rettes.",
        ),
        form,
        lambda: services.tilfoej(referat, af=request.user, **form.cleaned_data),
        "Tilføjelsen er skrevet.",
    )


def referat_jeg_leder(request: HttpRequest, slug: str, moede: str) -> Referat:
    fundet = moede_jeg_leder(request, slug, moede)
    referat = get_object_or_404(Referat.objects.synlige_for(request.user), moede=fundet)
    referat.moede = fundet
    return referat


def _mit_referat(request: HttpRequest, slug: str, moede: str) -> Referat:
    """The referat, for whoever sits in its body and may comment and approve."""
    fundet = hent_moede(request, slug, moede)
    if not permissions.maa_kommentere(request.user, fundet):
        raise PermissionDenied
    referat = get_object_or_404(Referat.objects.synlige_for(request.user), moede=fundet)
    referat.moede = fundet
    return referat


def _punkter(request: HttpRequest, referat: Referat):
    return Behandling.objects.synlige_for(request.user).filter(moede=referat.moede).i_raekkefoelge()


def referatside(referat: Referat, titel: str, indledning: str) -> Side:
    moede = referat.moede
    tilbage = referatets_side(moede)
    return Side(
        moede.helhedsplan,
        titel,
        [*krumme(moede.helhedsplan, moede), ("Referat", tilbage)],
        tilbage,
        titel.split(" ")[0] if titel.startswith(("Send", "Svar", "Kommentér")) else "Gem",
        str(moede),
        indledning,
    )
