"""What a digest mail tells one person, and its text. The things are those of Min side and of the wheel of the year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.text import Truncator

from aftaler.models import Helhedsplan
from brugere.models import Bruger
from brugere.roles import Ret
from moeder.models import Moede
from moeder.models.moede import har_sagt_ja
from moeder.statuses import Moedetilstand
from overblik.reports import aarshjul
from overblik.reports.det_der_venter import det_der_venter, med_pligter, planer_for
from overblik.rules import paamindelser as regler
from overblik.rules.min_side import Ting, i_orden
from overblik.statuses import VARSLER, Hyppighed, Pligt

HOEJST = 12  # things in one mail; the rest are counted, and stand on Min side
LINJE = 140  # letters of one thing


@dataclass(frozen=True)
class Brevlinje:
    hvad: str
    naar: str
    plan: str
    url: str


def alt_for(bruger: Bruger, *, dato: date) -> list[Ting]:
    """What Min side says, and what the year asks of those who do it."""
    return [*det_der_venter(bruger, dato=dato), *_aarets(bruger, dato)]


def emne(ting: Sequence[Ting]) -> str:
    return f"Helhedsplan: {regler.emnelinje(len(ting)).lower()}"


def tekst(bruger: Bruger, ting: Iterable[Ting], *, andre: int, hyppighed: str, stop: str, dato: date) -> str:
    """The mail that tells of `ting`; `andre` wait too. `stop` is the whole address that ends it."""
    alle = [et for gruppe in i_orden(ting, dato) for et in gruppe.ting]
    kontekst = {
        "navn": bruger.navn,
        "overskrift": regler.emnelinje(len(alle)),
        "linjer": [_linje(et, dato) for et in alle[:HOEJST]],
        "flere": len(alle) - HOEJST if len(alle) > HOEJST else 0,
        "resten": regler.resten(andre),
        "dagligt": hyppighed == Hyppighed.DAGLIGT,
        "min_side": settings.OFFENTLIG_URL + reverse("min_side"),
        "mine_mails": settings.OFFENTLIG_URL + reverse("mine_mails"),
        "stop": stop,
    }
    return render_to_string("overblik/samlemail.txt", kontekst)


def _linje(ting: Ting, dag: date) -> Brevlinje:
    hvad = " ".join((ting.i_mail or ting.hvad).split())
    return Brevlinje(
        Truncator(hvad).chars(LINJE),
        regler.naar(ting.pligt, ting.dato, dag),
        ting.plan,
        settings.OFFENTLIG_URL + ting.url,
    )


def _aarets(bruger: Bruger, dag: date) -> list[Ting]:
    ud = []
    for plan, ret in med_pligter(planer_for(bruger), dag).items():
        moeder = list(_moeder(bruger, plan, leder=Ret.MOEDE_LED in ret))
        if moeder or any(et.kraever in ret for et in VARSLER.values()):
            ud += _planens(plan, ret, moeder, dag)
    return ud


def _moeder(bruger: Bruger, plan: Helhedsplan, *, leder: bool) -> Iterable[Moede]:
    """The meetings to come: those that one said yes to, and for whoever runs meetings also the drafts."""
    kommer = Moede.objects.synlige_for(bruger).kommende().filter(helhedsplan=plan).select_related("organ")
    mine = kommer.filter(har_sagt_ja(bruger), tilstand=Moedetilstand.INDKALDT)
    return [*mine, *(kommer.filter(tilstand=Moedetilstand.KLADDE) if leder else ())]


def _planens(plan: Helhedsplan, ret: frozenset[Ret], moeder: list[Moede], dag: date) -> list[Ting]:
    """The wheel's open duties that this person does, of the latest months and those to come.

    A deadline that the agreement makes, and nobody has written down, is on nobody's Min side: it is told of too.
    """
    tidligst = dag - regler.AARET_TILBAGE
    aarene = range(tidligst.year, dag.year + 2)
    pligter = [et for aar in aarene for et in aarshjul.pligter(plan, aar, dato=dag, moeder=moeder)]
    pligter += [et for et in aarshjul.frister(plan) if et.frist is None]
    return [
        Ting(et.goer, et.hvor, plan.navn, reverse(et.side, args=[plan.slug, *et.args]), et.dato, pligt=et.pligt,
             kending=et.hvad)
        for et in pligter
        if et.pligt and et.gjort is None and et.dato >= tidligst and _er_min(et.pligt, ret)
    ]  # fmt: skip


def _er_min(pligt: Pligt, ret: frozenset[Ret]) -> bool:
    kraever = VARSLER[pligt].kraever
    return kraever is None or kraever in ret
