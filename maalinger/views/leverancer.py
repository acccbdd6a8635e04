"""Doors to the quarterly delivery: the quarter's grid, and one activity's answer."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from aftaler.models import Helhedsplan
from aftaler.permissions import rettigheder
from aftaler.views import hent_plan
from aftaler.views.aktivitet import hent_aktivitet
from aftaler.views.formularside import Side
from aftaler.views.redigering import rediger
from brugere.roles import Ret
from maalinger.forms.leverancer import LeveranceForm
from maalinger.models import Leverancemaaling
from maalinger.reports.leverancer import kvartalsside
from maalinger.rules.leverancer import kvartaler
from maalinger.rules.optaelling import Periode
from maalinger.services import leverancer as services
from maalinger.views.fremmoede import viste_aktiviteter


@require_safe
def leverancemaaling(request: HttpRequest, slug: str) -> HttpResponse:
    """What every activity delivered in the quarter ?kvartal=…, and who has not answered."""
    plan = hent_plan(request, slug)
    ret, i_dag = rettigheder(request.user, plan), timezone.localdate()
    alle, valgt = _kvartalet(request, plan)
    kontekst = {
        "plan": plan,
        "kvartaler": [(et.kode, et.navn, et == valgt) for et in alle],
        "side": kvartalsside(viste_aktiviteter(request, plan, ret), valgt, i_dag=i_dag) if valgt else None,
        "maa_registrere": Ret.REGISTRER in ret,
    }
    return render(request, "maalinger/leverancemaaling.html", kontekst)


@require_http_methods(["GET", "POST"])
def leverancemaaling_skriv(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One activity's answer for the quarter ?kvartal=…; written the first time, corrected after that."""
    plan, aktivitet = hent_aktivitet(request, slug, pk)
    if Ret.REGISTRER not in rettigheder(request.user, plan):
        raise PermissionDenied
    _, kvartal = _kvartalet(request, plan)
    if kvartal is None:
        messages.info(request, "Planen er ikke begyndt. Det første kvartal kan gøres op, når den er.")
        return redirect("maalinger:leverancemaaling", slug=slug)
    egne = Leverancemaaling.objects.synlige_for(request.user).filter(
        aktivitet=aktivitet, aar=kvartal.fra.year, kvartal=kvartal.fra.month // 3 + 1
    )
    svar = egne.select_related("rettet_af").first() or Leverancemaaling(
        aktivitet=aktivitet, aar=kvartal.fra.year, kvartal=kvartal.fra.month // 3 + 1
    )
    udfald = rediger(
        request,
        lambda data: LeveranceForm(data, instance=svar),
        svar,
        lambda form: services.skriv_leverance(
            aktivitet, kvartal, udgave=form.cleaned_data["udgave"] or 0, af=request.user, **form.felter
        ),
    )
    tilbage = f"{reverse('maalinger:leverancemaaling', args=[slug])}?kvartal={kvartal.kode}"
    if udfald.form is None:
        messages.success(request, f"{aktivitet}, {kvartal.navn}: {udfald.kvittering}")
        return redirect(tilbage)
    side = Side(
        plan,
        str(aktivitet),
        [("Leverancemåling", tilbage)],
        tilbage,
        overrubrik=f"Leverancemåling, {kvartal.navn}",
        indledning="Hvad skulle aktiviteten levere i kvartalet, og hvad kom der ud af det?",
    )
    kontekst = {"plan": plan, "side": side, "form": udfald.form, "udfald": udfald}
    return render(request, "aftaler/aktivitet_rammer.html", kontekst)


def _kvartalet(request: HttpRequest, plan: Helhedsplan) -> tuple[list[Periode], Periode | None]:
    """The plan's quarters, newest first, and the one asked for; unasked the newest that is over."""
    i_dag = timezone.localdate()
    alle = kvartaler(plan.start_dato, plan.slut_dato, i_dag=i_dag)
    spurgt = next((et for et in alle if et.kode == request.GET.get("kvartal")), None)
    return alle, spurgt or next((et for et in alle if et.til < i_dag), alle[0] if alle else None)
