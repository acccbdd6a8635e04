"""The lines of versions, what each said, and the recording of an approval."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from aftaler import permissions, snapshot
from aftaler.forms.versioner import GodkendForm
from aftaler.models import Delaftale, Helhedsplan, Version
from aftaler.services import versioner
from aftaler.views import hent_plan
from kerne import datoer


def version_liste(request: HttpRequest, slug: str) -> HttpResponse:
    """Every document of the plan with its versions, newest first, and what is in force today."""
    plan = hent_plan(request, slug)
    delaftaler = Delaftale.objects.synlige_for(request.user).filter(indsatsomraade__helhedsplan=plan)
    alle = list(Version.objects.synlige_for(request.user).filter(helhedsplan=plan).defer("indhold"))
    i_dag = timezone.localdate()
    i_kraft = {et.pk for et in Version.objects.synlige_for(request.user).filter(helhedsplan=plan).i_kraft(i_dag)}
    retter = permissions.rettigheder(request.user, plan)
    dokumenter = [
        {
            "titel": str(delaftale) if delaftale else "Strategisk samarbejdsaftale",
            "nr": delaftale.indsatsomraade.omraadetype.nr if delaftale else None,
            "versioner": [et for et in alle if et.delaftale_id == (delaftale.pk if delaftale else None)],
            "maa_godkende": permissions.godkenderet(delaftale) in retter,
        }
        for delaftale in [None, *delaftaler.select_related("indsatsomraade__omraadetype").i_raekkefoelge()]
    ]
    kontekst = {"plan": plan, "fane": "aftale", "dokumenter": dokumenter, "i_kraft": i_kraft}
    return render(request, "aftaler/version_liste.html", kontekst)


def dokument_godkend(request: HttpRequest, slug: str, nr: str | None = None) -> HttpResponse:
    """Record that a document was approved: its draft becomes the next version."""
    plan = hent_plan(request, slug)
    delaftale = _delaftale(request, plan, nr)
    if not permissions.maa_godkende(request.user, plan, delaftale):
        raise PermissionDenied
    i_dag = timezone.localdate()
    forslag = {
        "godkendt_af_navn": "Bestyrelsen" if delaftale else "Landsbyggefonden",
        "godkendt_dato": i_dag,
        "gaelder_fra": i_dag,
        "set_kontrolsum": snapshot.kontrolsum(versioner.kladde(plan, delaftale)),
    }
    form = GodkendForm(request.POST or None, initial=forslag, i_dag=i_dag)
    if request.method == "POST" and form.is_valid():
        try:
            version = versioner.godkend_dokument(plan, delaftale, af=request.user, **form.cleaned_data)
        except versioner.KanIkkeGodkendes as fejl:
            form.add_error(None, fejl)
        else:
            messages.success(
                request, f"{version.titel} gælder som version {version.nr} fra {datoer.dato(version.gaelder_fra)}."
            )
            return redirect("aftaler:version_liste", slug=plan.slug)
    kontekst = {"plan": plan, "fane": "aftale", "form": form, "delaftale": delaftale, "nr": nr}
    return render(request, "aftaler/dokument_godkend.html", kontekst)


def _delaftale(request: HttpRequest, plan: Helhedsplan, nr: str | None) -> Delaftale | None:
    if nr is None:
        return None
    synlige = Delaftale.objects.synlige_for(request.user).select_related("indsatsomraade__omraadetype")
    return get_object_or_404(synlige, indsatsomraade__helhedsplan=plan, indsatsomraade__omraadetype__nr=nr)
