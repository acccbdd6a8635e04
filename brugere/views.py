"""Login, and the two ways a form can arrive too late: the session is over, or its key is stale."""

from typing import Any

from django.contrib.auth import views as auth_views
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from brugere.forms import LoginForm
from kerne import bevaret


class Login(auth_views.LoginView):
    """Django's own login; what was typed before the session ended comes along and is offered again afterwards."""

    template_name = "registration/login.html"
    authentication_form = LoginForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        tekst = self.request.POST.get("bevaret", "")
        return {**super().get_context_data(**kwargs), "bevaret": tekst, "har_bevaret": bool(bevaret.pak_ud(tekst))}

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        felter = bevaret.pak_ud(self.request.POST.get("bevaret", ""))
        svar = super().form_valid(form)
        return genoptag(self.request, adresse=self.get_success_url(), felter=felter) if felter else svar


def log_ind_og_fortsaet(request: HttpRequest) -> HttpResponse:
    """The login page holding the text that a closed session could not save."""
    kontekst = {
        "form": LoginForm(request),
        "next": request.get_full_path(),
        "bevaret": bevaret.pak(request.POST),
        "har_bevaret": True,
    }
    return _hele_siden(request, render(request, "registration/login.html", kontekst, status=200))


def genoptag(request: HttpRequest, *, adresse: str, felter: list[tuple[str, str]], status: int = 200) -> HttpResponse:
    """Show that the text is kept, with one button that sends it again under a fresh key."""
    kontekst = {"adresse": adresse, "felter": felter, "havde_filer": bool(request.FILES)}
    return _hele_siden(request, render(request, "brugere/genoptag.html", kontekst, status=status))


def forskellig_noegle(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF failure view: a stale form of our own keeps its text, anything from elsewhere gets a plain 403."""
    if not bevaret.er_egen_side(request):
        return render(request, "403_csrf.html", status=403)
    if not request.user.is_authenticated:
        return log_ind_og_fortsaet(request)
    felter = bevaret.pak_ud(bevaret.pak(request.POST))
    return genoptag(request, adresse=request.get_full_path(), felter=felter, status=200 if _er_htmx(request) else 403)


def _er_htmx(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def _hele_siden(request: HttpRequest, svar: HttpResponse) -> HttpResponse:
    """An htmx request asked for a fragment, but gets a page: tell it to put the page in place of everything."""
    if _er_htmx(request):
        svar["HX-Retarget"] = "body"
        svar["HX-Reswap"] = "innerHTML show:window:top"
    return svar
