"""Attendance as pages show it: what to choose among, what stands there, and activity by month. Never a name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Max, OuterRef, Q, Subquery, Sum

from aftaler.laesning import Pr
from aftaler.models import Aktivitet, Helhedsplan
from brugere.models import Bruger
from kerne.datoer import KORTE_MAANEDER, dato
from kerne.talformat import tal
from maalinger.models import Registrering
from maalinger.reports import linjer as kriterielinjer
from maalinger.reports import optaelling
from maalinger.reports.kriterier import Kriterium
from maalinger.rules.optaelling import Antal, Fremmoedetal, deltagelser, periode_om, personer
from maalinger.statuses import Optaelling

FELTER = ("fra_dato", "til_dato", "deltagelser", "unikke", "aktivitet", "omraade__navn", "eksempel")


@dataclass(frozen=True)
class Kort:
    """An activity to tap."""

    noegle: int
    navn: str
    sidst: str


@dataclass(frozen=True)
class Valg:
    """The activities that are under way, last used first, and the others."""

    i_gang: tuple[Kort, ...]
    andre: tuple[Kort, ...]


def valg(plan: Helhedsplan, *, bruger: Bruger, dag: date) -> Valg:
    """Every activity of the plan; one query. Under way by its own dates, where it has none by the plan's."""
    nyeste = Registrering.objects.filter(aktivitet=OuterRef("pk"), fra_dato=F("til_dato"))
    nyeste = nyeste.order_by("-til_dato", "-pk")
    mine = Q(registreringer__registreret_af=bruger)
    alle = (
        Aktivitet.objects.filter(delaftale__indsatsomraade__helhedsplan=plan)
        .annotate(
            min_seneste=Max("registreringer__registreret_tidspunkt", filter=mine),
            seneste=Max("registreringer__registreret_tidspunkt"),
            sidste_dag=Subquery(nyeste.values("til_dato")[:1]),
            sidste_antal=Subquery(nyeste.values("deltagelser")[:1]),
        )
        .order_by(
            F("min_seneste").desc(nulls_last=True),
            F("seneste").desc(nulls_last=True),
            "delaftale",
            "raekkefoelge",
            "pk",
        )
    )
    i_gang = [et for et in alle if (et.start_dato or dag) <= dag <= (et.slut_dato or dag)]
    andre = [et for et in alle if et not in i_gang]
    return Valg(tuple(_kort(et, dag) for et in i_gang), tuple(_kort(et, dag) for et in andre))


def _kort(aktivitet: Aktivitet, dag: date) -> Kort:
    if aktivitet.sidste_dag is None:
        return Kort(aktivitet.pk, aktivitet.navn, "Intet skrevet endnu")
    hvornaar = "i dag" if aktivitet.sidste_dag == dag else dato(aktivitet.sidste_dag, uden_aar=dag.year)
    antal = f": {tal(aktivitet.sidste_antal)}" if aktivitet.sidste_antal is not None else ""
    return Kort(aktivitet.pk, aktivitet.navn, f"Sidst {hvornaar}{antal}")


@dataclass(frozen=True)
class Linje:
    """An activity's attendance in a year: visits a month (None: nothing written) and in all, and different persons."""

    noegle: int
    navn: str
    maaneder: tuple[int | None, ...]
    i_alt: int | None
    personer: str
    gange: int
    har_eksempel: bool = False


@dataclass(frozen=True)
class Oversigt:
    aar: int
    linjer: tuple[Linje, ...]
    er_tom: bool

    @property
    def maanednavne(self) -> tuple[str, ...]:
        return KORTE_MAANEDER


def oversigt(aktiviteter: Mapping[int, str], aar: int) -> Oversigt:
    """Activity by month in a year, for the activities by key and name; one query. Nothing is suppressed: no names."""
    raekker = Registrering.objects.filter(aktivitet__in=list(aktiviteter), til_dato__year=aar).order_by(
        "til_dato", "pk"
    )
    pr_aktivitet: dict[int, list[tuple]] = defaultdict(list)
    for raekke in raekker.values_list(*FELTER):
        pr_aktivitet[raekke[4]].append(raekke)
    linjer = tuple(_linje(noegle, navn, pr_aktivitet[noegle], aar) for noegle, navn in aktiviteter.items())
    return Oversigt(aar, linjer, not any(pr_aktivitet.values()))


def _linje(noegle: int, navn: str, raekker: Sequence[tuple], aar: int) -> Linje:
    tallene = [Fremmoedetal(*raekke[:6]) for raekke in raekker]
    return Linje(
        noegle,
        navn,
        tuple(_antal(deltagelser(et for et in tallene if et.til.month == maaned)) for maaned in range(1, 13)),
        _antal(deltagelser(tallene)),
        optaelling.som_tekst(personer(tallene, periode_om(date(aar, 1, 1), Pr.AAR))),
        sum(et.fra == et.til for et in tallene),
        any(raekke[6] for raekke in raekker),
    )


def _antal(et: Antal | None) -> int | None:
    return et.antal if et else None


def aar_for_aar(aktivitet: int) -> tuple[tuple[int, Linje], ...]:
    """One activity's years, newest first, those that somebody wrote something for; one query."""
    raekker = Registrering.objects.filter(aktivitet=aktivitet).order_by("til_dato", "pk")
    pr_aar: dict[int, list[tuple]] = defaultdict(list)
    for raekke in raekker.values_list(*FELTER):
        pr_aar[raekke[1].year].append(raekke)
    return tuple((aar, _linje(aktivitet, "", pr_aar[aar], aar)) for aar in sorted(pr_aar, reverse=True))


@dataclass(frozen=True)
class Taeller:
    """A criterion that the activity's attendance counts towards, and whether this very number does."""

    linje: kriterielinjer.Linje
    hvad: Optaelling
    med: bool

    @property
    def ord(self) -> str:
        """What stands before the criterion's name."""
        if self.med:
            return "Tallet tæller med i kriteriet"
        ting = "forskellige personer" if self.vil_have_personer else "deltagelser"
        return f"Tallet tæller ikke med i kriteriet, der tæller {ting}:"

    @property
    def vil_have_personer(self) -> bool:
        return self.hvad == Optaelling.UNIKKE


@dataclass(frozen=True)
class Kvittering:
    """What was saved, and what it counts towards. `i_aar` is the activity's visits so far in that year."""

    registrering: Registrering
    aar: int
    i_aar: int
    taellere: tuple[Taeller, ...]


def kvittering(
    plan: Helhedsplan, registrering: Registrering, kriterier: Sequence[Kriterium], *, dato: date
) -> Kvittering:
    """The receipt of one number, in a fixed number of queries."""
    hvad = optaelling.optaellinger([et.noegle for et in kriterier])
    bag = optaelling.aktiviteter_bag({et.noegle: et.aktivitet_noegle for et in kriterier if et.noegle in hvad})
    mine = [et for et in kriterier if registrering.aktivitet_id in bag.get(et.noegle, ())]
    aar = registrering.til_dato.year
    i_aaret = Registrering.objects.filter(aktivitet=registrering.aktivitet_id, til_dato__year=aar)
    felt = {Optaelling.DELTAGELSER: registrering.deltagelser, Optaelling.UNIKKE: registrering.unikke}
    return Kvittering(
        registrering,
        aar,
        i_aaret.aggregate(sum=Sum("deltagelser"))["sum"] or 0,
        tuple(
            Taeller(linje, hvad[linje.kriterium.noegle], felt[hvad[linje.kriterium.noegle]] is not None)
            for linje in (kriterielinjer.linjer(plan, mine, dato=dato) if mine else ())
        ),
    )
