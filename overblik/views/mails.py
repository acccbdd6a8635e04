"""A person's own choice of the digest mail, and the page that its stop link opens without a login."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from brugere.roles import Ret
from kerne.noeglelinks import uden_spor
from overblik.forms import SamlemailForm
from overblik.reports.det_der_venter import planer_for
from overblik.rules.paamindelser import varslerne
from overblik.services import samlemail as services

SER_BUDGETOVERSIGTEN = frozenset({Ret.PENGE_SE, Ret.PAPIR_BESTIL})


@require_http_methods(["GET", "POST"])
def mine_mails(request: HttpRequest) -> HttpResponse:
    form = SamlemailForm.til(services.valget(request.user), request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        services.vaelg(hyppighed=form.valgt_hyppighed, emner=form.valgte_emner, af=request.user)
        messages.success(request, "Dine mails er gemt.")
        return redirect("mine_mails")
    planer = planer_for(request.user)
    kontekst = {
        "form": form,
        "varslerne": varslerne(),
        "budgetoversigter": [plan for plan, ret in planer.items() if ret >= SER_BUDGETOVERSIGTEN],
    }
    return render(request, "overblik/mine_mails.html", kontekst)


@csrf_exempt  # RFC 8058: the mail program itself posts, with nothing but the address; its key is the proof
@login_not_required
@require_http_methods(["GET", "POST"])
def mail_stop(request: HttpRequest, noegle: str) -> HttpResponse:
    """Asks on GET, because mail programs open links by themselves; stops on POST."""
    bruger = services.find(noegle)
    if bruger and request.method == "POST":
        services.stop(bruger)
    stoppet = request.method == "POST"
    kontekst = {"kendt": bruger is not None, "stoppet": stoppet, "spoerger": bruger is not None and not stoppet}
    return uden_spor(render(request, "overblik/mail_stop.html", kontekst, status=200 if bruger else 404))
