"""What waits for one person over all plans: each thing with the duty it is. Min side and the digest mail say it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from aftaler.models import Frist, Godkendelsestrin, Helhedsplan, Milepael, Plads, Vilkaar
from aftaler.models.aendring import Trinslags
from aftaler.models.frist import Fristart
from aftaler.models.organ import Organart
from aftaler.permissions import planer_og_roller, rollernes_rettigheder, trinret
from aftaler.reports.organer import stol
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
from overblik.rules.min_side import Ting
from overblik.statuses import Pligt

SNART = timedelta(days=30)  # milestones this near are on the list
FRISTERNES = {
    Fristart.GENNEMGANG: Pligt.GENNEMGANG,
    Fristart.EFTERSYN: Pligt.EFTERSYN,
    Fristart.MIDTVEJS: Pligt.MIDTVEJS,
    Fristart.AFSLUTNING: Pligt.AFSLUTNING,
    Fristart.ANDEN: Pligt.FRIST,
}

Planer = dict[Helhedsplan, frozenset[Ret]]


def det_der_venter(bruger: Bruger, *, dato: date) -> list[Ting]:
    """What waits for the person, as Min side says it, in no order."""
    planer = planer_for(bruger)
    return alle_ting(bruger, planer, foerste_trin(planer), dato)


def planer_for(bruger: Bruger) -> Planer:
    """The plans that the person sees today, with what they may do in each."""
    return {plan: rollernes_rettigheder(frozenset(roller)) for plan, roller in planer_og_roller(bruger).items()}


def med_pligter(planer: Planer, dag: date) -> Planer:
    """Without those that ended so long ago that they ask for nothing by themselves."""
    return {plan: ret for plan, ret in planer.items() if regler.har_pligter(slut=plan.slut_dato, dag=dag)}


def alle_ting(bruger: Bruger, planer: Planer, trin: Iterable[Godkendelsestrin], dag: date) -> list[Ting]:
    """`trin`: what the changes under way wait for, as `foerste_trin` finds it."""
    levende = med_pligter(planer, dag)
    return [
        *_maalinger(bruger, dag),
        *_skyldige(bruger, levende, dag),
        *_frister(med(levende, Ret.AFTALE_RET), dag),
        *_milepaele(med(levende, Ret.REGISTRER), dag),
        *_beslutninger(trin, planer),
        *_vilkaar(med(planer, Ret.INDSEND)),
        *_perioder(med(levende, Ret.AFTALE_RET), dag),
        *_stille(med(levende, Ret.REGISTRER), dag),
        *_om_moeder(bruger),
    ]


def med(planer: Planer, ret: Ret) -> list[Helhedsplan]:
    return [plan for plan, rettigheder in planer.items() if ret in rettigheder]


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
        senest = max(et.sendt_tidspunkt for et in sendte)  # one more sent is news, one approved is not
        ud.append(Ting(f"Godkend {antal}", hvorfor, plan.navn, maalingsside(plan), pligt=Pligt.MAALING_GODKEND,
                       kending=f"{senest:%Y%m%d%H%M%S%f}"))  # fmt: skip
    for maaling in venter.returneret_til(bruger):
        hvorfor = f"{maaling.afgjort_af} skriver: {maaling.afgjort_note}"
        ud.append(_om_maalingen(maaling, f"Ret målingen af {maaling.kriterium.navn}", hvorfor, Pligt.MAALING_RET))
    for maaling in venter.kladder_for(bruger):
        hvorfor = "Den står som kladde og tæller ikke med endnu."
        ud.append(_om_maalingen(maaling, f"Send målingen af {maaling.kriterium.navn}", hvorfor, Pligt.MAALING_SEND))
    return ud


def _om_maalingen(maaling: Maaling, hvad: str, hvorfor: str, pligt: Pligt) -> Ting:
    plan = maaling.kriterium.helhedsplan
    url = reverse("maalinger:maaling_ret", args=[plan.slug, maaling.kriterium.nr, maaling.pk])
    return Ting(hvad, hvorfor, plan.navn, url, pligt=pligt)


def maalingsside(plan: Helhedsplan) -> str:
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
            pligt=Pligt.MAALING,
        )
        for plan in med(planer, Ret.REGISTRER)
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
            pligt=FRISTERNES[Fristart(et.art)],
            kending=str(et.pk),
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
            pligt=Pligt.MILEPAEL,
        )
        for et in milepaele.select_related("helhedsplan", "aktivitet").order_by("frist_dato", "pk")
    ]


def foerste_trin(planer: Planer) -> list[Godkendelsestrin]:
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
            f"Beslut ændringen af {dokumentet(et)}",
            f"{et.aendring.grund}. Sendt {datoer.dato(timezone.localdate(et.aendring.indsendt_tidspunkt))}.",
            et.aendring.helhedsplan.navn,
            reverse("aftaler:aendring_detalje", args=[et.aendring.helhedsplan.slug, et.aendring_id]),
            pligt=Pligt.BESLUT,
            kending=str(et.pk),
        )
        for et in trin
        if trinret(et) == Ret.BESLUT and Ret.BESLUT in planer[et.aendring.helhedsplan]
    ]


def dokumentet(trin: Godkendelsestrin) -> str:
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
            pligt=Pligt.VILKAAR,
            kending=str(et.pk),
        )
        for et in vilkaar.select_related("trin__aendring__helhedsplan").order_by("frist_dato", "pk")
    ]


def _perioder(planer: Sequence[Helhedsplan], dag: date) -> list[Ting]:
    """Seats in the boards whose time ends soon, with nobody chosen to come after. Two queries for any number."""
    pladser = Plads.objects.i_brug().filter(organ__helhedsplan__in=planer, organ__art=Organart.BESTYRELSE)
    pladser = pladser.select_related("organ__helhedsplan", "organisation").prefetch_related("medlemmer__person")
    udloeber = [(et, stol(et).udloeber(dag)) for et in pladser.order_by("organ", "raekkefoelge", "pk")]
    return [
        Ting(
            f"Find en ny til pladsen »{et.betegnelse}« i {et.organ}",
            "Perioden udløber, og der er ikke valgt en ny.",
            et.organ.helhedsplan.navn,
            reverse("aftaler:organer", args=[et.organ.helhedsplan.slug]),
            nu.til,
            pligt=Pligt.PERIODE,
            kending=str(et.pk),
        )
        for et, nu in udloeber
        if nu and nu.til and nu.til <= dag + HORISONT
    ]


def _stille(planer: Sequence[Helhedsplan], dag: date) -> list[Ting]:
    """Activities that nobody has touched for long."""
    navne = {plan.slug: plan.navn for plan in planer}
    return [
        Ting(f"Er »{et.navn}« gået i stå?", et.saetning, navne[et.plan],
             reverse("aftaler:aktivitet_detalje", args=[et.plan, et.aktivitet]), pligt=Pligt.STILSTAND)
        for et in stille_aktiviteter(planer, dato=dag)
    ]  # fmt: skip


def _om_moeder(bruger: Bruger) -> list[Ting]:
    """Tasks one promised, referater to approve, calls to answer."""
    alle = [
        *((Pligt.OPGAVE, et) for et in moeder.mine_opgaver(bruger)),
        *((Pligt.REFERAT, et) for et in moeder.referater_for(bruger)),
        *((Pligt.INDKALDELSE, et) for et in moeder.ubesvarede_indkaldelser(bruger)),
    ]
    return [Ting(et.hvad, et.hvorfor, et.plan, et.url, et.dato, pligt=pligt, i_mail=et.i_mail) for pligt, et in alle]
