"""What waits for somebody: figures to approve, figures sent back, drafts, and what is to be measured. Few queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from aftaler.models import Helhedsplan, Medlemskab
from brugere.models import Bruger
from brugere.roles import Ret, roller_med
from maalinger.models import Maaleplan, Maaling
from maalinger.models.maaling import MaalingQuerySet
from maalinger.reports import kriterier, linjer
from maalinger.reports.linjer import Linje
from maalinger.rules.fremskrivning import TALORD
from maalinger.rules.frister import ventet
from maalinger.rules.godkendelse import maa_afgoere
from maalinger.rules.opgoerelse import sidste_hele_aar
from maalinger.statuses import Maalingstilstand, Status

SNART = timedelta(days=30)  # a due date this near is on the list


@dataclass(frozen=True)
class Skyldig:
    """A measurement that is due: of which plan and criterion, by when, and whether a figure is on its way.

    `min`: the board's måleplan names this person.
    """

    plan: Helhedsplan
    nr: int
    navn: str
    frist: date
    overskredet: bool
    sendt: bool
    min: bool


@dataclass(frozen=True)
class PaaVej:
    """What is on its way in a plan, as one person sees it. `sendte` wait for others."""

    til_godkendelse: tuple[Maaling, ...]
    returnerede: tuple[Maaling, ...]
    kladder: tuple[Maaling, ...]
    sendte: tuple[Maaling, ...]

    @property
    def venter(self) -> int:
        """How many wait for this person."""
        return len(self.til_godkendelse) + len(self.returnerede) + len(self.kladder)

    @property
    def er_der_noget(self) -> bool:
        return bool(self.venter or self.sendte)

    @property
    def overskrift(self) -> str:
        """ "Tre målinger venter på dig" """
        if self.venter < 2:
            return f"{'Én' if self.venter else 'Ingen'} {'måling' if self.venter else 'målinger'} venter på dig"
        antal = TALORD[self.venter].capitalize() if self.venter < len(TALORD) else str(self.venter)
        return f"{antal} målinger venter på dig"


def paa_vej(bruger: Bruger, plan: Helhedsplan) -> PaaVej:
    """Everything on its way; five queries."""
    mine = list(_mine(bruger, plan).aabne().order_by("registreret_tidspunkt", "pk"))

    def i(tilstand: Maalingstilstand) -> tuple[Maaling, ...]:
        return tuple(et for et in mine if et.tilstand == tilstand)

    godkendes = til_godkendelse_for(bruger, plan)
    sendte = tuple(et for et in i(Maalingstilstand.SENDT) if et not in godkendes)
    return PaaVej(godkendes, i(Maalingstilstand.RETURNERET), i(Maalingstilstand.KLADDE), sendte)


def til_godkendelse_for(bruger: Bruger, plan: Helhedsplan | None = None) -> tuple[Maaling, ...]:
    """Sent figures that this person may approve today, oldest first; three queries. Not one's own, as the rule says."""
    planer = _planer_med(bruger, Ret.MAALING_GODKEND, plan)
    if not planer:
        return ()
    godkendere = _godkendere(planer)
    sendte = _med_navne(Maaling.objects.filter(kriterium__helhedsplan__in=planer, tilstand=Maalingstilstand.SENDT))
    return tuple(
        et
        for et in sendte.order_by("sendt_tidspunkt", "pk")
        if maa_afgoere(et, bruger.pk, godkendere[et.kriterium.helhedsplan_id])
    )


def returneret_til(bruger: Bruger, plan: Helhedsplan | None = None) -> tuple[Maaling, ...]:
    """Figures that somebody sent back to this person, with what to mend; the longest waiting first."""
    mine = _mine(bruger, plan).filter(tilstand=Maalingstilstand.RETURNERET)
    return tuple(mine.order_by("afgjort_tidspunkt", "pk"))


def sendte_af(bruger: Bruger) -> tuple[Maaling, ...]:
    """Figures that this person sent and somebody else is to approve; the longest waiting first."""
    sendte = _mine(bruger, None).filter(tilstand=Maalingstilstand.SENDT)
    return tuple(sendte.order_by("sendt_tidspunkt", "pk"))


def kladder_for(bruger: Bruger, plan: Helhedsplan | None = None) -> tuple[Maaling, ...]:
    """Figures that this person began and didn't send."""
    return tuple(_mine(bruger, plan).filter(tilstand=Maalingstilstand.KLADDE).order_by("registreret_tidspunkt", "pk"))


def skal_maales(bruger: Bruger, plan: Helhedsplan, *, dato: date) -> tuple[Skyldig, ...]:
    """What is due today or soon in a plan where the person registers, by the criteria in force: the most overdue first.

    Where the board has said who measures, only that person gets it; the rest is for everybody who registers. Seven
    queries, and one where nothing is in force.
    """
    i_kraft = kriterier.ikraft(plan, dato=dato).kriterier
    if not i_kraft:
        return ()
    alle = linjer.linjer(plan, i_kraft, dato=dato)
    ansvarlige = dict(
        Maaleplan.objects.filter(kriterium__helhedsplan=plan, ansvarlig__isnull=False)
        .order_by("pk")
        .values_list("kriterium", "ansvarlig")
    )
    for_mig = (et for et in alle if ansvarlige.get(et.kriterium.noegle, bruger.pk) == bruger.pk)
    fundne = (_skyldig(plan, et, dato, er_min=et.kriterium.noegle in ansvarlige) for et in for_mig)
    return tuple(sorted((et for et in fundne if et), key=lambda et: (et.frist, et.nr)))


def _skyldig(plan: Helhedsplan, linje: Linje, dato: date, *, er_min: bool) -> Skyldig | None:
    """None for what isn't due yet, for what can't be measured, and for what is decided for good."""
    kriterium, foelges = linje.kriterium, linje.opfoelgning
    if linje.opfyldelse.beregnet in (Status.IKKE_MAALBART, Status.OPFYLDT, Status.IKKE_OPFYLDT):
        return None
    frist = ventet(
        kriterium.laesning,
        linje.maalinger,
        foerste=kriterium.foerste_frist,
        hyppighed=foelges.hyppighed,
        sidste_aar=sidste_hele_aar(plan.slut_dato),
        sendte=foelges.sendte,
    )
    if frist is None or frist.dato > dato + SNART:
        return None
    return Skyldig(plan, kriterium.nr, kriterium.navn, frist.dato, frist.dato < dato, frist.sendt, er_min)


def _planer_med(bruger: Bruger, ret: Ret, plan: Helhedsplan | None) -> list[int]:
    """The keys of the plans where this person has the right today."""
    gyldige = Medlemskab.objects.gyldige_for(bruger, ret=ret)
    gyldige = gyldige.filter(helhedsplan=plan) if plan else gyldige
    return list(dict.fromkeys(gyldige.order_by("helhedsplan").values_list("helhedsplan", flat=True)))


def _godkendere(planer: Iterable[int]) -> dict[int, set[int]]:
    """Plan -> everybody who may approve figures there today."""
    gyldige = Medlemskab.objects.gyldige().filter(
        helhedsplan__in=planer, rolle__in=roller_med(Ret.MAALING_GODKEND), bruger__is_active=True
    )
    fundne: dict[int, set[int]] = {plan: set() for plan in planer}
    for plan, bruger in gyldige.order_by("pk").values_list("helhedsplan", "bruger"):
        fundne[plan].add(bruger)
    return fundne


def _mine(bruger: Bruger, plan: Helhedsplan | None) -> MaalingQuerySet:
    """What this person wrote or sent, in plans where they register today."""
    mine = Maaling.objects.filter(Q(registreret_af=bruger) | Q(sendt_af=bruger))
    return _med_navne(mine.filter(kriterium__helhedsplan__in=_planer_med(bruger, Ret.REGISTRER, plan)))


def _med_navne(maalinger: MaalingQuerySet) -> MaalingQuerySet:
    return maalinger.select_related(
        "kriterium__helhedsplan", "omraade", "registreret_af", "rettet_af", "sendt_af", "afgjort_af", "erstatter"
    )
