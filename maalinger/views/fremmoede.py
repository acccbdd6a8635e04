"""Doors to attendance, made for a phone: choose the activity, tap the number, save. And what was saved."""

from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from aftaler.models import Aktivitet, Helhedsplan, Version
from aftaler.permissions import rettigheder
from aftaler.views import hent_plan
from brugere.roles import Ret
from kerne.laas import RettetImens
from maalinger.forms.fremmoede import FremmoedeForm, PersonerForm, dagsnavn
from maalinger.models import Registrering
from maalinger.reports import fremmoede as rapport
from maalinger.reports.kriterier import ikraft, viste
from maalinger.services import fremmoede as services
from maalinger.views import kladder

FORM = ["GET", "POST"]
SENESTE = 5


@require_safe
def fremmoede(request: HttpRequest, slug: str) -> HttpResponse:
    """Which activity? Those under way first, last used first; and what I wrote last."""
    plan = _aaben(request, hent_plan(request, slug))
    i_dag = timezone.localdate()
    kontekst = {
        "plan": plan,
        "valg": rapport.valg(plan, bruger=request.user, dag=min(i_dag, plan.slut_dato)),
        "i_dag": dagsnavn(i_dag),
        "planen_er_slut": i_dag > plan.slut_dato,
        "mine": [(et, services.kort(et)) for et in _mine(request, plan)[:SENESTE]],
    }
    return render(request, "maalinger/fremmoede.html", kontekst)


@require_safe
def fremmoede_oversigt(request: HttpRequest, slug: str) -> HttpResponse:
    """Activity by month in the year ?aar=…; a year the plan doesn't have is the newest it has come to."""
    plan = hent_plan(request, slug)
    ret = rettigheder(request.user, plan)
    aarene = list(range(plan.start_dato.year, min(timezone.localdate(), plan.slut_dato).year + 1))
    valgt = next((aar for aar in aarene if str(aar) == request.GET.get("aar")), aarene[-1] if aarene else None)
    kontekst = {
        "plan": plan,
        "aarene": [(aar, aar == valgt) for aar in aarene],
        "oversigt": rapport.oversigt(viste_aktiviteter(request, plan, ret), valgt) if valgt else None,
        "maa_registrere": Ret.REGISTRER in ret,
    }
    return render(request, "maalinger/fremmoede_oversigt.html", kontekst)


@require_http_methods(FORM)
def registrering_opret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """How many came? A field of numbers, and a button that names the one chosen."""
    plan, aktivitet = _aktivitet(request, slug, pk)
    form = FremmoedeForm(request.POST or None, aktivitet=aktivitet, plan=plan)
    findes = None
    if request.method == "POST" and form.is_valid():
        noegle = form.cleaned_data["klientnoegle"] or uuid4()
        try:
            ny = services.registrer_fremmoede(aktivitet, form.fremmoede, klientnoegle=noegle, af=request.user)
        except services.KanIkkeGemmes as fejl:
            form.add_error(None, fejl)
            findes = fejl.findes
        else:
            return redirect("maalinger:registrering_kvittering", slug=slug, pk=ny.pk)
    skrevet = (
        Registrering.objects.synlige_for(request.user).filter(aktivitet=aktivitet).select_related("registreret_af")
    )
    kontekst = {
        "plan": plan,
        "aktivitet": aktivitet,
        "form": form,
        "findes": findes,
        "skrevet": [(et, services.kort(et)) for et in skrevet[:3]],
    }
    return render(request, "maalinger/fremmoede_antal.html", kontekst)


@require_http_methods(FORM)
def personer_opret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """How many different persons came in a whole period: the only way to a figure of persons."""
    plan, aktivitet = _aktivitet(request, slug, pk)
    form = PersonerForm(request.POST or None, aktivitet=aktivitet, plan=plan)
    findes = None
    if request.method == "POST" and form.is_valid():
        try:
            ny = services.registrer_personer(
                aktivitet,
                form.valgt,
                form.cleaned_data["unikke"],
                omraade=form.cleaned_data.get("omraade"),
                bemaerkning=form.cleaned_data["bemaerkning"],
                klientnoegle=form.cleaned_data["klientnoegle"] or uuid4(),
                af=request.user,
            )
        except services.KanIkkeGemmes as fejl:
            form.add_error(None, fejl)
            findes = fejl.findes
        else:
            return redirect("maalinger:registrering_kvittering", slug=slug, pk=ny.pk)
    kontekst = {"plan": plan, "aktivitet": aktivitet, "form": form, "findes": findes}
    return render(request, "maalinger/fremmoede_personer.html", kontekst)


@require_safe
def registrering_kvittering(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What was saved, and what it counts towards."""
    plan, registrering = _registrering(request, slug, pk)
    i_dag = timezone.localdate()
    kriterier = viste(plan, ikraft(plan, dato=i_dag), kladder(rettigheder(request.user, plan)))
    kontekst = {
        "plan": plan,
        "kvittering": rapport.kvittering(plan, registrering, kriterier, dato=i_dag),
        "dagen": dagsnavn(registrering.til_dato, aar=i_dag.year) if services.er_dag(registrering) else "",
    }
    return render(request, "maalinger/registrering_kvittering.html", kontekst)


@require_http_methods(FORM)
def registrering_ret(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Correct a number; whoever saved in between is shown, and nothing typed is lost."""
    plan, registrering = _registrering(request, slug, pk)
    er_dag = services.er_dag(registrering)
    lav = FremmoedeForm if er_dag else PersonerForm
    form = lav(request.POST or None, aktivitet=registrering.aktivitet, plan=plan, registrering=registrering)
    konflikt = None
    if request.method == "POST" and form.is_valid():
        udgave = form.cleaned_data["udgave"] or 0
        try:
            services.ret_fremmoede(registrering, form.fremmoede, udgave=udgave, af=request.user)
        except services.KanIkkeGemmes as fejl:
            form.add_error(None, fejl)
        except RettetImens as imens:
            konflikt = (imens.nu, services.kort(imens.nu))
            form = form.oven_paa(imens.nu)
        else:
            return redirect("maalinger:registrering_kvittering", slug=slug, pk=pk)
    kontekst = {
        "plan": plan,
        "aktivitet": registrering.aktivitet,
        "registrering": registrering,
        "hvad": services.kort(registrering),
        "form": form,
        "konflikt": konflikt,
    }
    return render(
        request, "maalinger/fremmoede_antal.html" if er_dag else "maalinger/fremmoede_personer.html", kontekst
    )


@require_http_methods(FORM)
def registrering_slet(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Ask first; a locked period says so."""
    plan, registrering = _registrering(request, slug, pk)
    hvad = services.kort(registrering)
    if request.method == "POST":
        try:
            services.slet_fremmoede(registrering, af=request.user)
        except services.KanIkkeGemmes as fejl:
            messages.warning(request, " ".join(fejl.messages))
        else:
            messages.success(request, f"{registrering.aktivitet}: {hvad} er slettet.")
        return redirect("maalinger:fremmoede", slug=slug)
    fortryd = reverse("maalinger:registrering_ret", args=[slug, pk])
    kontekst = {"plan": plan, "registrering": registrering, "spoergsmaal": f"Slet {hvad}?", "fortryd": fortryd}
    return render(request, "maalinger/registrering_slet.html", kontekst)


def viste_aktiviteter(request: HttpRequest, plan: Helhedsplan, ret: frozenset[Ret]) -> dict[int, str]:
    """The plan's activities by key: the draft's for those who see drafts, else those of the versions in force."""
    if Ret.KLADDE_SE in ret:
        raekker = Aktivitet.objects.synlige_for(request.user).filter(delaftale__indsatsomraade__helhedsplan=plan)
        orden = ("delaftale__indsatsomraade__omraadetype__nr", "raekkefoelge", "pk")
        return dict(raekker.order_by(*orden).values_list("pk", "navn"))
    versioner = Version.objects.synlige_for(request.user).filter(helhedsplan=plan, delaftale__isnull=False)
    indhold = [et.indhold for et in versioner.i_kraft(timezone.localdate()).only("delaftale", "nr", "indhold")]
    return {
        aktivitet["noegle"]: aktivitet["navn"]
        for et in sorted(indhold, key=lambda et: et["nr"])
        for aktivitet in et["aktiviteter"]
    }


def _aaben(request: HttpRequest, plan: Helhedsplan) -> Helhedsplan:
    if Ret.REGISTRER not in rettigheder(request.user, plan):
        raise PermissionDenied
    return plan


def _aktivitet(request: HttpRequest, slug: str, pk: int) -> tuple[Helhedsplan, Aktivitet]:
    plan = hent_plan(request, slug)
    synlige = Aktivitet.objects.synlige_for(request.user).select_related("delaftale__indsatsomraade__helhedsplan")
    aktivitet = get_object_or_404(synlige, delaftale__indsatsomraade__helhedsplan=plan, pk=pk)
    return _aaben(request, plan), aktivitet


def _mine(request: HttpRequest, plan: Helhedsplan) -> QuerySet[Registrering]:
    egne = Registrering.objects.synlige_for(request.user).filter(
        aktivitet__delaftale__indsatsomraade__helhedsplan=plan, registreret_af=request.user
    )
    return egne.select_related("aktivitet").order_by("-registreret_tidspunkt", "-pk")


def _registrering(request: HttpRequest, slug: str, pk: int) -> tuple[Helhedsplan, Registrering]:
    plan = hent_plan(request, slug)
    synlige = Registrering.objects.synlige_for(request.user).select_related(
        "aktivitet__delaftale__indsatsomraade__helhedsplan", "omraade", "registreret_af", "rettet_af"
    )
    registrering = get_object_or_404(synlige, aktivitet__delaftale__indsatsomraade__helhedsplan=plan, pk=pk)
    return _aaben(request, plan), registrering
