"""The live figures of an agenda: what a reference says about its subject on a day (ADR 0016)."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from aftaler.models import Helhedsplan
from kerne import datoer, talformat
from maalinger.reports import kriterier, linjer
from maalinger.statuses import Status
from moeder.models import Henvisning
from moeder.reports.figurer import Figur, dokumentet
from overblik.reports import eftersyn
from overblik.reports.statusrapport import Optalt
from overblik.rules.eftersyn import pengesaetning

INTET_AT_BEMAERKE = "Der er ikke noget at bemærke."
IKKE_I_KRAFT = "Det er ikke i kraft endnu."


def af_kriterier(plan: Helhedsplan, henvisninger: list[Henvisning], dato: date) -> dict[int, Figur]:
    """The status sentence of the day, as every other page says it; a draft has none."""
    valgte = {et.kriterium_id for et in henvisninger}
    fundne = [et for et in kriterier.ikraft(plan, dato=dato).kriterier if et.noegle in valgte]
    pr_noegle = {et.kriterium.noegle: et for et in linjer.linjer(plan, fundne, dato=dato)}
    return {et.pk: _kriteriet(plan, et, pr_noegle.get(et.kriterium_id)) for et in henvisninger}


def af_delaftaler(plan: Helhedsplan, henvisninger: list[Henvisning], dato: date) -> dict[int, Figur]:
    """How many criteria of its indsatsområde have which status."""
    alle = linjer.linjer(plan, kriterier.ikraft(plan, dato=dato).kriterier, dato=dato)
    svar = {}
    for et in henvisninger:
        nr = et.delaftale.indsatsomraade.omraadetype.nr
        egne = [linje.opfyldelse.status for linje in alle if linje.kriterium.omraade_nr == nr]
        adresse = reverse("aftaler:delaftale_detalje", args=[plan.slug, nr])
        svar[et.pk] = Figur("Delaftale", str(et.delaftale.indsatsomraade), _optalt(egne), url=adresse)
    return svar


def af_budgetposter(plan: Helhedsplan, henvisninger: list[Henvisning], dato: date) -> dict[int, Figur]:
    """The amount, its year and where it belongs."""
    adresse = reverse("aftaler:budget", args=[plan.slug])
    return {et.pk: _budgetposten(et, adresse) for et in henvisninger}


def af_versioner(plan: Helhedsplan, henvisninger: list[Henvisning], dato: date) -> dict[int, Figur]:
    """What the version changed, and since when it holds."""
    return {et.pk: _versionen(plan, et) for et in henvisninger}


def af_aendringer(plan: Helhedsplan, henvisninger: list[Henvisning], dato: date) -> dict[int, Figur]:
    """Which document it changes, and how far it has come."""
    return {et.pk: _aendringen(plan, et) for et in henvisninger}


def af_penge(plan: Helhedsplan, henvisninger: list[Henvisning], dato: date) -> dict[int, Figur]:
    """The plan's money in the words of the eftersyn; only those who see money in detail get here."""
    penge, adresse = eftersyn.penge(plan, dato=dato), reverse("oekonomi:oekonomi", args=[plan.slug])
    return {
        et.pk: Figur("Penge", str(et), pengesaetning(penge, et.penge) or INTET_AT_BEMAERKE, url=adresse)
        for et in henvisninger
    }


FIGURER = {
    "kriterium": af_kriterier,
    "delaftale": af_delaftaler,
    "budgetpost": af_budgetposter,
    "version": af_versioner,
    "aendring": af_aendringer,
    "penge": af_penge,
}


def _kriteriet(plan: Helhedsplan, henvisning: Henvisning, linje: linjer.Linje | None) -> Figur:
    if linje is None:
        return Figur("Kriterium", henvisning.kriterium.navn, IKKE_I_KRAFT)
    kriterium, svar = linje.kriterium, linje.opfyldelse
    adresse = reverse("maalinger:kriterium_detalje", args=[plan.slug, kriterium.nr])
    return Figur("Kriterium", kriterium.navn, svar.saetning, svar.status.value, adresse)


def _optalt(statusser: Sequence[Status]) -> str:
    if not statusser:
        return "Ingen succeskriterier er i kraft."
    antal = Counter(statusser)
    dele = [Optalt(status, antal[status]).tekst for status in Status if antal[status]]
    return f"{len(statusser)} {'kriterium' if len(statusser) == 1 else 'kriterier'}: {', '.join(dele)}."


def _budgetposten(henvisning: Henvisning, adresse: str) -> Figur:
    post = henvisning.budgetpost
    hvor = str(post.delaftale) if post.delaftale else post.get_placering_display()
    hvornaar = f"i {post.aar}" if post.aar else "uden år"
    saetning = f"{talformat.kroner(post.beloeb)} {hvornaar}, {hvor}."
    return Figur("Budgetpost", str(post), saetning, url=adresse)


def _versionen(plan: Helhedsplan, henvisning: Henvisning) -> Figur:
    version = henvisning.version
    return Figur(
        "Version",
        f"Version {version.nr} af {dokumentet(version)}",
        f"{version.grund}. Gælder fra {datoer.dato(version.gaelder_fra)}.",
        url=reverse("aftaler:version_detalje", args=[plan.slug, version.pk]),
    )


def _aendringen(plan: Helhedsplan, henvisning: Henvisning) -> Figur:
    aendring = henvisning.aendring
    return Figur(
        "Ændring",
        str(aendring),
        f"Ændrer {dokumentet(aendring)}. {aendring.get_status_display()}.",
        url=reverse("aftaler:aendring_detalje", args=[plan.slug, aendring.pk]),
    )
