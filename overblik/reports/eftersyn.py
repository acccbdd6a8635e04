"""The ét-års-eftersyn of a plan: one frozen answer for the page and the paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from aftaler.models import Helhedsplan
from aftaler.models.frist import Fristart
from aftaler.rules.frister import laeg_maaneder
from maalinger.reports import kriterier, linjer
from moeder.models import Opgave
from oekonomi.reports import ord as pengeord
from oekonomi.reports.oversigt import oekonomioversigt
from overblik.reports.plandata import plandata
from overblik.rules import eftersyn as regler


@dataclass(frozen=True)
class Eftersyn:
    """`hvornaar` says when it is or was held; the four headings are Landsbyggefonden's."""

    plan: str
    dato: date
    start: date
    slut: date
    hvornaar: str
    afsnit: tuple[regler.Afsnit, ...]
    er_demo: bool


def eftersyn(plan: Helhedsplan, *, dato: date, opgaver: Iterable[Opgave]) -> Eftersyn:
    """As the plan stands on `dato`; `opgaver` are the open tasks that the reader may see, with their owner."""
    afsnit = regler.afsnittene(fakta(plan, dato=dato, opgaver=opgaver))
    return Eftersyn(plan.navn, dato, plan.start_dato, plan.slut_dato, _hvornaar(plan), afsnit, plan.eksempel)


def fakta(plan: Helhedsplan, *, dato: date, opgaver: Iterable[Opgave]) -> regler.Fakta:
    """What the four headings are filled with: the page, the paper and the agenda of a meeting say the same."""
    alle = linjer.linjer(plan, kriterier.ikraft(plan, dato=dato).kriterier, dato=dato)
    aabne = plan.frister.filter(udfoert_dato=None).exclude(art=Fristart.EFTERSYN).order_by("dato", "pk")
    return regler.Fakta(
        plan=plandata(plan, dato=dato),
        kriterier=tuple(
            regler.Kriteriestand(et.kriterium.navn, et.opfyldelse.status, et.opfyldelse.saetning) for et in alle
        ),
        penge=penge(plan, dato=dato),
        frister=tuple(aabne.values_list("navn", "dato")),
        opgaver=tuple((f"{et.tekst.rstrip('.')} ({et.ejer})", et.frist_dato) for et in opgaver),
        frafaldet=frozenset(plan.frafald.values_list("regel", "noegle")),
    )


def aabne_opgaver(plan: Helhedsplan) -> QuerySet[Opgave]:
    """The open tasks that everybody in the plan may see, for a paper that others read: none of a closed item."""
    aabne = Opgave.objects.aabne().filter(helhedsplan=plan).exclude(behandling__lukket=True)
    return aabne.select_related("ejer").order_by("frist_dato", "pk")


def penge(plan: Helhedsplan, *, dato: date) -> regler.Penge:
    """The money in the words of its own overview."""
    oversigt = oekonomioversigt(plan, dato=dato)
    return regler.Penge(
        saetning=oversigt.overskrift,
        givere=tuple(
            (et.saetning, tuple(aftalt.saetning for aftalt in et.indhentninger if not aftalt.er_indhentet))
            for et in oversigt.givere
            if et.saetning
        ),
        rester=tuple(et.saetning for et in oversigt.restmidler if not et.brugt),
        overskredet=tuple(pengeord.overskredne(oversigt.linjer, oversigt.aarslinjer)),
        regnskaber=tuple(
            f"{et.aar}: {et.saetning}" for et in oversigt.regnskaber if not et.er_sendt and et.aar < dato.year
        ),
    )


def _hvornaar(plan: Helhedsplan) -> str:
    """By its own deadline; without one a year after the plan's start, as the agreement's deadlines are made."""
    frist = plan.frister.filter(art=Fristart.EFTERSYN).order_by("dato", "pk").first()
    if frist:
        return regler.hvornaar(frist.dato, frist.udfoert_dato)
    return regler.hvornaar(laeg_maaneder(plan.start_dato, 12), None)
