"""Login, and the two ways a form can arrive too late: the session is over, or its key is stale."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import views as auth_views
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme

from brugere import services
from brugere.forms import GlemtForm, LoginForm, NyAdgangskodeForm
from kerne import bevaret


class Login(auth_views.LoginView):
    """Django's own login; what was typed before the session ended comes along and is offered again afterwards."""

    template_name = "registration/login.html"
    authentication_form = LoginForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), **_bevaret(self.request.POST.get("bevaret"))}

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        svar = super().form_valid(form)
        return _fortsaet(self.request) if "bevaret" in self.request.POST else svar


@method_decorator(login_not_required, name="dispatch")
class Logaf(auth_views.LogoutView):
    """Open to all: whoever is logged off already is not asked to log in first."""


class Glemt(auth_views.PasswordResetView):
    """The link in the mail has the site's own address, whatever name the request came by."""

    form_class = GlemtForm
    success_url = reverse_lazy("brugere:glemt_sendt")

    @property
    def extra_email_context(self) -> dict[str, str]:
        protokol, _, domaene = settings.OFFENTLIG_URL.partition("://")
        return {"protocol": protokol, "domain": domaene}


class NyAdgangskode(auth_views.PasswordResetConfirmView):
    """Whoever can read the person's mail is the person: a new password logs in, past the brake on guessing."""

    form_class = NyAdgangskodeForm
    post_reset_login = True
    success_url = reverse_lazy("forside")

    def form_valid(self, form: SetPasswordForm) -> HttpResponse:
        services.glem_forkerte_login(email=form.user.email)
        messages.success(self.request, "Adgangskoden er gemt, og du er logget ind.")
        return super().form_valid(form)


def log_ind_og_fortsaet(request: HttpRequest) -> HttpResponse:
    """The login page holding the text that a closed session could not save."""
    return _loginside(request, next_=request.get_full_path(), bevaret_tekst=bevaret.pak(request.POST))


def genoptag(request: HttpRequest, *, adresse: str, felter: list[tuple[str, str]], status: int = 200) -> HttpResponse:
    """Show that the text is kept, with one button that sends it again under a fresh key."""
    kontekst = {"adresse": adresse, "felter": felter, "havde_filer": bool(request.FILES)}
    return _hele_siden(request, render(request, "brugere/genoptag.html", kontekst, status=status))


def forskellig_noegle(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF failure view: a stale form of our own keeps its text, anything from elsewhere gets a plain 403."""
    if not bevaret.er_egen_side(request):
        return render(request, "403_csrf.html", status=403)
    if request.path == reverse("brugere:login"):
        return _login_med_gammel_noegle(request)
    if not request.user.is_authenticated:
        return log_ind_og_fortsaet(request)
    felter = bevaret.pak_ud(bevaret.pak(request.POST))
    return genoptag(request, adresse=request.get_full_path(), felter=felter, status=200 if _er_htmx(request) else 403)


def _login_med_gammel_noegle(request: HttpRequest) -> HttpResponse:
    """The login page itself was stale, typically because the person logged in in another tab meanwhile."""
    if not request.user.is_authenticated:
        return _loginside(
            request,
            next_=request.POST.get("next", ""),
            bevaret_tekst=request.POST.get("bevaret"),
            email=request.POST.get("username", ""),
        )
    return _fortsaet(request) if "bevaret" in request.POST else redirect(_videre(request))


def _fortsaet(request: HttpRequest) -> HttpResponse:
    """After login: offer what came along with the login form."""
    return genoptag(request, adresse=_videre(request), felter=bevaret.pak_ud(request.POST.get("bevaret", "")))


def _videre(request: HttpRequest) -> str:
    """Where the person was going, if that is a page of ours."""
    adresse = request.POST.get("next", "")
    er_vores = url_has_allowed_host_and_scheme(adresse, {request.get_host()}, require_https=request.is_secure())
    return adresse if er_vores else reverse("forside")


def _loginside(request: HttpRequest, *, next_: str, bevaret_tekst: str | None, email: str = "") -> HttpResponse:
    kontekst = {"form": LoginForm(request, initial={"username": email}), "next": next_, **_bevaret(bevaret_tekst)}
    return _hele_siden(request, render(request, "registration/login.html", kontekst))


def _bevaret(tekst: str | None) -> dict[str, Any]:
    """What the login page needs to carry the text on; None means that nothing was under way."""
    return {"bevaret": tekst or "", "har_bevaret": tekst is not None}


def _er_htmx(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def _hele_siden(request: HttpRequest, svar: HttpResponse) -> HttpResponse:
    """An htmx request asked for a fragment, but gets a page: tell it to put the page in place of everything."""
    if _er_htmx(request):
        svar["HX-Retarget"] = "body"
        svar["HX-Reswap"] = "innerHTML show:window:top"
    return svar
