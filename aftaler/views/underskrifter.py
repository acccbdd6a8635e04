"""Who signed a version: record it, fetch the signed copy, and check that it is still the same file."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aftaler import permissions
from aftaler.forms.versioner import UnderskriftForm
from aftaler.models import Aftalepart, Underskrift, Version
from aftaler.reports.aendringer import dokumentnavn
from aftaler.services import underskrifter
from aftaler.views import hent_plan
from kerne.filer import som_download


@require_http_methods(["GET", "POST"])
def underskrift_opret(request: HttpRequest, slug: str, pk: int, part: int) -> HttpResponse:
    """Name, day and signed copy for one party of the version."""
    plan = hent_plan(request, slug)
    version = get_object_or_404(Version.objects.synlige_for(request.user), helhedsplan=plan, pk=pk)
    parter = Aftalepart.objects.synlige_for(request.user).select_related("organisation", "underskriver")
    valgt = get_object_or_404(parter, helhedsplan=plan, pk=part)
    if not permissions.maa_indsende(request.user, plan):
        raise PermissionDenied
    findes = Underskrift.objects.synlige_for(request.user).filter(version=version, part=valgt).first()
    forvalg = {"navn": valgt.underskriver.navn} if valgt.underskriver else {}
    if findes:
        forvalg = {"navn": findes.navn, "dato": findes.dato}
    form = UnderskriftForm(request.POST or None, request.FILES or None, initial=forvalg)
    if request.method == "POST" and form.is_valid():
        try:
            underskrifter.registrer_underskrift(version, valgt, af=request.user, **form.cleaned_data)
        except ValidationError as fejl:
            form.add_error(None, fejl)
        else:
            messages.success(request, f"{valgt} har skrevet under på version {version.nr}.")
            return redirect(_her(plan.slug, version))
    kontekst = {
        "plan": plan,
        "form": form,
        "part": valgt,
        "version": version,
        "dokument_titel": dokumentnavn(version.indhold),
        "tilbage": _her(plan.slug, version),
        "krumme": [
            ("Versioner", reverse("aftaler:version_liste", args=[plan.slug])),
            (str(version).capitalize(), _her(plan.slug, version)),
        ],
    }
    return render(request, "aftaler/version_underskrift.html", kontekst)


@require_GET
def underskrift_fil(request: HttpRequest, slug: str, pk: int, underskrift: int) -> FileResponse:
    """The signed copy, always as a download."""
    valgt = _hent(request, slug, pk, underskrift)
    return som_download(valgt.fil, valgt.fil_navn)


@require_POST
def underskrift_kontrol(request: HttpRequest, slug: str, pk: int, underskrift: int) -> HttpResponse:
    """Compute the checksum of the stored copy again, and say whether it is the one that came in."""
    valgt = _hent(request, slug, pk, underskrift)
    if underskrifter.er_uaendret(valgt):
        messages.success(request, f"Eksemplaret for {valgt.part} er uændret. Kontrolsummen er den samme.")
    else:
        messages.error(request, f"Eksemplaret for {valgt.part} er ikke det, der blev gemt. Hent det underskrevne igen.")
    return redirect(_her(slug, valgt.version))


def _hent(request: HttpRequest, slug: str, pk: int, underskrift: int) -> Underskrift:
    plan = hent_plan(request, slug)
    med_fil = Underskrift.objects.synlige_for(request.user).exclude(fil="")
    med_fil = med_fil.select_related("part__organisation", "version")
    return get_object_or_404(med_fil, helhedsplan=plan, version=pk, pk=underskrift)


def _her(slug: str, version: Version) -> str:
    return f"{reverse('aftaler:version_detalje', args=[slug, version.pk])}#underskrifter"
