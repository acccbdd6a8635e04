"""What waits for one person over all plans, and whom they wait for: the first page of those who work on a plan."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from aftaler.models import Frist, Godkendelsestrin, Helhedsplan, Milepael, Vilkaar
from aftaler.models.aendring import Trinslags
from aftaler.permissions import planer_og_roller, rollernes_rettigheder, trinret
from aftaler.statuses import Aendringsstatus, Trinudfald
from brugere.models import Bruger
from brugere.roles import Ret
from kerne import datoer
from maalinger.models import Maaling
from maalinger.reports import venter
from maalinger.reports.stilstand import stille_aktiviteter
from moeder.reports import venter as moeder
from overblik import rules
from overblik.rules import min_side as regler
from overblik.rules.kommende import HORISONT
from overblik.rules.min_side import Gruppe, Ting

SNART = timedelta(days=30)  # milestones this near are on the list


@dataclass(frozen=True)
class Venter:
    """Somebody else's move: who, what, and since when."""

    hvem: str
    hvad: str
    siden: str
    url: str


@dataclass(frozen=True)
class Genvej:
    """A button: what one does most often."""

    tekst: str
    url: str


@dataclass(frozen=True)
class MinSide:
    dato: date
    overskrift: str
    grupper: tuple[Gruppe, ...]
    venter: tuple[Venter, ...]
    genveje: tuple[Genvej, ...]
    flere_planer: bool


Planer = dict[Helhedsplan, frozenset[Ret]]


def min_side(bruger: Bruger, *, dato: date) -> MinSide:
    """The same number of queries for any number of rows; the criteria's due dates cost seven a plan in operation."""
    planer: Planer = {
        plan: rollernes_rettigheder(frozenset(roller)) for plan, roller in planer_og_roller(bruger).items()
    }
    levende = {plan: ret for plan, ret in planer.items() if regler.har_pligter(slut=plan.slut_dato, dag=dato)}
    trin = _trin(planer)
    ting = [
        *_maalinger(bruger, dato),
        *_skyldige(bruger, levende, dato),
        *_frister(_med(levende, Ret.AFTALE_RET), dato),
        *_milepaele(_med(levende, Ret.REGISTRER), dato),
        *_beslutninger(trin, planer),
        *_vilkaar(_med(planer, Ret.INDSEND)),
        *_stille(_med(levende, Ret.REGISTRER), dato),
        *_om_moeder(bruger),
    ]
    grupper = regler.i_orden((_med_dag(et, dato) for et in ting), dato)
    return MinSide(
        dato=dato,
        overskrift=regler.overskrift(len(ting)),
        grupper=grupper,
        venter=(*_mine_sendte(bruger, dato), *_hos_andre(trin, planer, dato)),
        genveje=_genveje(planer, levende),
        flere_planer=len(planer) > 1,
    )


def _med(planer: Planer, ret: Ret) -> list[Helhedsplan]:
    return [plan for plan, rettigheder in planer.items() if ret in rettigheder]


def _med_dag(ting: Ting, dag: date) -> Ting:
    if ting.dato is None:
        return ting
    return Ting(ting.hvad, ting.hvorfor, ting.plan, ting.url, ting.dato, regler.om_dage(ting.dato, dag))


def _maalinger(bruger: Bruger, dag: date) -> list[Ting]:
    """Figures to approve, one line a plan; and each that was sent back or never sent."""
    pr_plan: dict[Helhedsplan, list[Maaling]] = defaultdict(list)
    for maaling in venter.til_godkendelse_for(bruger):
        pr_plan[maaling.kriterium.helhedsplan].append(maaling)
    ud = []
    for plan, sendte in pr_plan.items():
        antal = "én måling" if len(sendte) == 1 else f"{rules.talord(len(sendte))} målinger"
        hvem = regler.navne(str(et.sendt_af) for et in sendte)
        foerst = regler.dagen(timezone.localdate(sendte[0].sendt_tidspunkt), dag)
        hvilke = regler.navne(et.kriterium.navn for et in sendte)
        hvorfor = f"{hvem} sendte {'den' if len(sendte) == 1 else 'dem, den første'} {foerst}: {hvilke}."
        ud.append(Ting(f"Godkend {antal}", hvorfor, plan.navn, _maalingsside(plan)))
    for maaling in venter.returneret_til(bruger):
        hvorfor = f"{maaling.afgjort_af} skriver: {maaling.afgjort_note}"
        ud.append(_om_maalingen(maaling, f"Ret målingen af {maaling.kriterium.navn}", hvorfor))
    for maaling in venter.kladder_for(bruger):
        hvorfor = "Den står som kladde og tæller ikke med endnu."
        ud.append(_om_maalingen(maaling, f"Send målingen af {maaling.kriterium.navn}", hvorfor))
    return ud


def _om_maalingen(maaling: Maaling, hvad: str, hvorfor: str) -> Ting:
    plan = maaling.kriterium.helhedsplan
    url = reverse("maalinger:maaling_ret", args=[plan.slug, maaling.kriterium.nr, maaling.pk])
    return Ting(hvad, hvorfor, plan.navn, url)


def _maalingsside(plan: Helhedsplan) -> str:
    return reverse("maalinger:maaling_liste", args=[plan.slug])


def _skyldige(bruger: Bruger, planer: Planer, dag: date) -> list[Ting]:
    """What is to be measured; what is on its way already waits for somebody else."""
    return [
        Ting(
            f"Mål {et.navn}",
            "Du måler kriteriet." if et.min else "Ingen er sat på målingen.",
            plan.navn,
            reverse("maalinger:maaling_opret", args=[plan.slug, et.nr]),
            et.frist,
        )
        for plan in _med(planer, Ret.REGISTRER)
        for et in venter.skal_maales(bruger, plan, dato=dag)
        if not et.sendt
    ]


def _frister(planer: Sequence[Helhedsplan], dag: date) -> list[Ting]:
    frister = Frist.objects.filter(helhedsplan__in=planer, udfoert_dato=None, dato__lte=dag + HORISONT)
    return [
        Ting(
            et.navn,
            f"Flyttet: {et.flyttet_grund}" if et.flyttet_grund else "Frist i planen.",
            et.helhedsplan.navn,
            reverse("aftaler:frist_liste", args=[et.helhedsplan.slug]),
            et.dato,
        )
        for et in frister.select_related("helhedsplan").order_by("dato", "pk")
    ]


def _milepaele(planer: Sequence[Helhedsplan], dag: date) -> list[Ting]:
    milepaele = Milepael.objects.filter(helhedsplan__in=planer, udfoert_dato=None, frist_dato__lte=dag + SNART)
    return [
        Ting(
            f"Nå milepælen »{et.navn}«",
            f"Aktiviteten {et.aktivitet}." if et.aktivitet else "Hele planen.",
            et.helhedsplan.navn,
            reverse("aftaler:milepael_fremdrift", args=[et.helhedsplan.slug, et.pk]),
            et.frist_dato,
        )
        for et in milepaele.select_related("helhedsplan", "aktivitet").order_by("frist_dato", "pk")
    ]


def _trin(planer: Planer) -> list[Godkendelsestrin]:
    """The steps that changes under way wait for, the first of each change."""
    aabne = Godkendelsestrin.objects.filter(
        aendring__helhedsplan__in=list(planer),
        aendring__status=Aendringsstatus.INDSENDT,
        udfald=Trinudfald.AFVENTER,
    ).exclude(slags=Trinslags.ORIENTERING)
    alle = aabne.select_related(
        "organ", "aendring__helhedsplan", "aendring__delaftale__indsatsomraade__omraadetype"
    ).order_by("aendring", "raekkefoelge", "pk")
    foerste: dict[int, Godkendelsestrin] = {}
    for et in alle:
        foerste.setdefault(et.aendring_id, et)
    return list(foerste.values())


def _beslutninger(trin: Iterable[Godkendelsestrin], planer: Planer) -> list[Ting]:
    """What this person is to decide on the board's behalf."""
    return [
        Ting(
            f"Beslut ændringen af {_dokument(et)}",
            f"{et.aendring.grund}. Sendt {datoer.dato(timezone.localdate(et.aendring.indsendt_tidspunkt))}.",
            et.aendring.helhedsplan.navn,
            reverse("aftaler:aendring_detalje", args=[et.aendring.helhedsplan.slug, et.aendring_id]),
        )
        for et in trin
        if trinret(et) == Ret.BESLUT and Ret.BESLUT in planer[et.aendring.helhedsplan]
    ]


def _hos_andre(trin: Iterable[Godkendelsestrin], planer: Planer, dag: date) -> list[Venter]:
    """Changes that somebody else has to answer, for those who sent them."""
    return [
        Venter(
            et.navn,
            f"svarer på ændringen af {_dokument(et)}",
            f"Sendt {regler.dagen(timezone.localdate(et.aendring.indsendt_tidspunkt), dag)}",
            reverse("aftaler:aendring_detalje", args=[et.aendring.helhedsplan.slug, et.aendring_id]),
        )
        for et in trin
        if Ret.INDSEND in planer[et.aendring.helhedsplan] and Ret.BESLUT not in planer[et.aendring.helhedsplan]
    ]


def _dokument(trin: Godkendelsestrin) -> str:
    return str(trin.aendring.delaftale).lower() if trin.aendring.delaftale else "den strategiske aftale"


def _vilkaar(planer: Sequence[Helhedsplan]) -> list[Ting]:
    vilkaar = Vilkaar.objects.filter(trin__aendring__helhedsplan__in=planer, opfyldt_dato=None)
    return [
        Ting(
            f"Opfyld vilkåret »{et.tekst}«",
            f"Stillet af {et.trin.navn}.",
            et.trin.aendring.helhedsplan.navn,
            reverse("aftaler:aendring_detalje", args=[et.trin.aendring.helhedsplan.slug, et.trin.aendring_id]),
            et.frist_dato,
        )
        for et in vilkaar.select_related("trin__aendring__helhedsplan").order_by("frist_dato", "pk")
    ]


def _stille(planer: Sequence[Helhedsplan], dag: date) -> list[Ting]:
    """Activities that nobody has touched for long."""
    navne = {plan.slug: plan.navn for plan in planer}
    return [
        Ting(f"Er »{et.navn}« gået i stå?", et.saetning, navne[et.plan],
             reverse("aftaler:aktivitet_detalje", args=[et.plan, et.aktivitet]))
        for et in stille_aktiviteter(planer, dato=dag)
    ]  # fmt: skip


def _om_moeder(bruger: Bruger) -> list[Ting]:
    """Tasks one promised, referater to approve, calls to answer."""
    alle = (*moeder.mine_opgaver(bruger), *moeder.referater_for(bruger), *moeder.ubesvarede_indkaldelser(bruger))
    return [Ting(et.hvad, et.hvorfor, et.plan, et.url, et.dato) for et in alle]


def _mine_sendte(bruger: Bruger, dag: date) -> list[Venter]:
    """My figures that somebody else is to approve, one line a plan."""
    pr_plan: dict[Helhedsplan, list[Maaling]] = defaultdict(list)
    for maaling in venter.sendte_af(bruger):
        pr_plan[maaling.kriterium.helhedsplan].append(maaling)
    return [
        Venter(
            plan.navn,
            f"godkender {regler.navne(et.kriterium.navn for et in sendte)}",
            f"Sendt {regler.dagen(timezone.localdate(sendte[0].sendt_tidspunkt), dag)}",
            _maalingsside(plan),
        )
        for plan, sendte in pr_plan.items()
    ]


def _genveje(planer: Planer, levende: Planer) -> tuple[Genvej, ...]:
    """What one does most often, in the plan that runs; with several running the plan is chosen from the list."""
    mulige = _med(levende, Ret.REGISTRER) or _med(planer, Ret.REGISTRER)
    if len(mulige) != 1:
        return ()
    slug = mulige[0].slug
    return (
        Genvej("Registrér fremmøde", reverse("maalinger:fremmoede", args=[slug])),
        Genvej("Registrér måling", reverse("maalinger:kriterium_liste", args=[slug])),
    )
