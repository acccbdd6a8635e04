"""The door to how a criterion is followed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from aftaler.models import Succeskriterium
from aftaler.permissions import rettigheder
from aftaler.views import hent_plan
from aftaler.views.plan import sendt, tilfoej_fejl
from brugere.roles import Ret
from kerne.laas import RettetImens
from maalinger.forms.maaleplan import MaaleplanForm
from maalinger.models import Maaleplan
from maalinger.services.maaleplaner import ret_maaleplan


@require_http_methods(["GET", "POST"])
def maaleplan_ret(request: HttpRequest, slug: str, nr: int) -> HttpResponse:
    """Rule of calculation, how often, who, scale, and the milestones in a grid."""
    plan = hent_plan(request, slug)
    synlige = Succeskriterium.objects.synlige_for(request.user).select_related("helhedsplan")
    kriterium = get_object_or_404(synlige, helhedsplan=plan, nr=nr)
    if Ret.AFTALE_RET not in rettigheder(request.user, plan):
        raise PermissionDenied
    maaleplan = Maaleplan.objects.synlige_for(request.user).filter(kriterium=kriterium).order_by("pk").first()
    form = MaaleplanForm(sendt(request), kriterium=kriterium, maaleplan=maaleplan)
    konflikt = None
    if request.method == "POST" and form.is_valid():
        try:
            ret_maaleplan(
                kriterium,
                form.maaleplandata,
                udgave=form.cleaned_data["udgave"] or 0,
                af=request.user,
                grund=form.cleaned_data.get("grund", ""),
            )
        except RettetImens as imens:
            konflikt = imens.nu
            form = form.oven_paa(konflikt)
        except ValidationError as fejl:
            tilfoej_fejl(form, fejl)
        else:
            messages.success(request, f"Måleplanen for {kriterium.navn} er gemt.")
            return redirect("maalinger:kriterium_detalje", slug, nr)
    kriterielisten = reverse("maalinger:kriterium_liste", args=[slug])
    kontekst = {
        "plan": plan,
        "krumme": [
            ("Kriterier", kriterielisten),
            (kriterium.navn, reverse("maalinger:kriterium_detalje", args=[slug, nr])),
        ],
        "kriterium": kriterium,
        "form": form,
        "konflikt": konflikt,
    }
    return render(request, "maalinger/maaleplan_ret.html", kontekst)
