"""An activity as its page and the eftersyn tell it: what is promised (a snapshot), what came of it, and the status."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.safestring import SafeString

from aftaler.models import Aktivitet, Maalgruppe
from aftaler.models.milepael import Maalgruppeart, Virkningsart
from aftaler.reports.milepaele import FARVER, Fremdrift, Milepaelslinje, dag_i, milepaelslinjer
from aftaler.rules.aktiviteter import Beregnet, Forloeb, Gruppe, Trin, beregn_status
from aftaler.rules.frister import Tidsstand
from aftaler.statuses import Aktivitetsstatus
from kerne import datoer, talformat
from kerne.diagrammer.tidslinje import tidstegn

# Only three things are told by a sign: it is done, it is to come or under way, it is late.
TEGN = {
    Aktivitetsstatus.AFSLUTTET: Tidsstand.GJORT,
    Aktivitetsstatus.FORSINKET: Tidsstand.OVER_TIDEN,
    Aktivitetsstatus.IKKE_IGANGSAT: Tidsstand.OVER_TIDEN,
}


@dataclass(frozen=True)
class Bortfald:
    """A target group that is gone."""

    dato: date
    grund: str


@dataclass(frozen=True)
class Sat:
    """A status set by hand: who, when, why."""

    status: Aktivitetsstatus
    grund: str
    af: str
    tidspunkt: datetime


@dataclass(frozen=True)
class Gruppelinje:
    """A target group as it stands."""

    noegle: int
    navn: str
    art: str
    stoerrelse: str
    bortfald: Bortfald | None


@dataclass(frozen=True)
class Virkningslinje:
    """A criterion that the activity serves. `nr` is its number in the plan, None where it is no longer there."""

    navn: str
    art: str
    nr: int | None


@dataclass(frozen=True)
class Aktivitetsside:
    """Everything that the page says besides LBF's form."""

    beregnet: Beregnet
    sat: Sat | None
    milepaele: tuple[Milepaelslinje, ...]
    grupper: tuple[Gruppelinje, ...]
    virkninger: tuple[Virkningslinje, ...]
    periode: str

    @property
    def status(self) -> Aktivitetsstatus:
        """The one that counts: what somebody said, else what is computed."""
        return self.sat.status if self.sat else self.beregnet.status

    @property
    def stand(self) -> Tidsstand:
        return TEGN.get(self.status, Tidsstand.KOMMER)

    @property
    def farve(self) -> str:
        return FARVER[self.stand]

    @property
    def tegn(self) -> SafeString:
        return tidstegn(self.stand)

    @property
    def saetning(self) -> str:
        """The status in words; set by hand, with its reason."""
        return f"{self.sat.status.label}: {_punktum(self.sat.grund)}" if self.sat else self.beregnet.saetning

    @property
    def bortfaldne(self) -> list[str]:
        """One sentence a target group that is gone."""
        return [
            f"Målgruppen »{et.navn}« bortfaldt {datoer.dato(et.bortfald.dato)}: {_punktum(et.bortfald.grund)}"
            for et in self.grupper
            if et.bortfald
        ]


def aktivitetsside(
    aktivitet: Mapping[str, Any],
    fremdrift: Mapping[int, Fremdrift],
    bortfald: Mapping[int, Bortfald],
    sat: Sat | None,
    kriterienumre: Mapping[int, int],
    dag: date,
) -> Aktivitetsside:
    """`aktivitet` is the activity in a snapshot; the rest is what came of it. Pure."""
    milepaele = milepaelslinjer(aktivitet["milepaele"], fremdrift, dag)
    grupper = tuple(
        Gruppelinje(
            et["noegle"],
            et["navn"],
            str(Maalgruppeart(et["art"]).label),
            "" if et["stoerrelse"] is None else talformat.tal(et["stoerrelse"]),
            bortfald.get(et["noegle"]),
        )
        for et in aktivitet["maalgruppeposter"]
    )
    start, slut = dag_i(aktivitet["start"]), dag_i(aktivitet["slut"])
    forloeb = Forloeb(
        start,
        slut,
        tuple(Trin(et.navn, et.senest, et.fremdrift.udfoert) for et in milepaele),
        tuple(
            Gruppe(et["navn"], et["art"], bortfald[et["noegle"]].dato if et["noegle"] in bortfald else None)
            for et in aktivitet["maalgruppeposter"]
        ),
    )
    virkninger = tuple(
        Virkningslinje(et["navn"], str(Virkningsart(et["art"]).label), kriterienumre.get(et["kriterium"]))
        for et in aktivitet["virkninger"]
    )
    return Aktivitetsside(beregn_status(forloeb, dag), sat, milepaele, grupper, virkninger, datoer.periode(start, slut))


def bortfald(aktivitet: Aktivitet) -> dict[int, Bortfald]:
    """The activity's target groups that are gone, by key; one query."""
    vaek = Maalgruppe.objects.filter(aktivitet=aktivitet, bortfaldet_dato__isnull=False).order_by("pk")
    return {
        pk: Bortfald(dato, grund) for pk, dato, grund in vaek.values_list("pk", "bortfaldet_dato", "bortfaldet_grund")
    }


def sat_status(aktivitet: Aktivitet) -> Sat | None:
    """The status that somebody set by hand, if any; expects `status_sat_af` to be there."""
    if not aktivitet.status_sat or not aktivitet.status_sat_af or not aktivitet.status_sat_tidspunkt:
        return None
    return Sat(
        Aktivitetsstatus(aktivitet.status_sat),
        aktivitet.status_grund,
        str(aktivitet.status_sat_af),
        aktivitet.status_sat_tidspunkt,
    )


def _punktum(tekst: str) -> str:
    return tekst if tekst.endswith((".", "?", "!")) else f"{tekst}."
