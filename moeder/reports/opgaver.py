"""Tasks as pages and agendas print them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse

from aftaler.models import Helhedsplan
from aftaler.models.organ import Organart
from brugere.models import Bruger
from moeder.models import Behandling, Moede, Opgave
from moeder.rules import opgaver as regler
from moeder.rules.opgaver import Lovet
from moeder.statuses import Moedeart


@dataclass(frozen=True)
class Opgavelinje:
    """One task. `tid`: forsinket, or empty; `min`: the reader promised to do it, and may say that it is
    done, as those who run meetings may."""

    noegle: int
    tekst: str
    ejer: str
    fristord: str
    note: str
    fra: str
    fra_url: str
    tid: str
    er_gjort: bool
    min: bool
    kan_goeres: bool = False


def opgavelinjer(
    plan: Helhedsplan, opgaver: Iterable[Opgave], bruger: Bruger | None, *, dato: date, leder: bool = False
) -> list[Opgavelinje]:
    """`opgaver` with owner and item; open first, by the rule's order. A paper has no `bruger`."""
    efter_noegle = {et.pk: et for et in opgaver}
    raekkefoelge = regler.i_orden(_lovet(et) for et in efter_noegle.values())
    linjer = [_linje(plan, efter_noegle[et.noegle], et, bruger, dato) for et in raekkefoelge]
    return [replace(et, kan_goeres=not et.er_gjort and (leder or et.min)) for et in linjer]


def paa_dagsordenen(moede: Moede, bruger: Bruger) -> list[Opgavelinje]:
    """What earlier meetings of the same body gave and nobody has done: it stands on the next agendas until it is done.

    Only what the reader may see. The same two queries for any number of tasks.
    """
    return fra_tidligere_moeder(moede, Opgave.objects.synlige_for(bruger), bruger)


def fra_tidligere_moeder(moede: Moede, opgaver: QuerySet[Opgave], bruger: Bruger | None = None) -> list[Opgavelinje]:
    """Those of `opgaver` that earlier meetings of the same body gave and nobody has done.

    The board's agendas have what was agreed at the eftersyn too, whoever held it.
    """
    foer = Q(behandling__moede__begynder__lt=moede.begynder)
    givet = foer & Q(behandling__moede__organ=moede.organ_id)
    if moede.organ.art == Organart.BESTYRELSE:
        givet |= Q(behandling=None) | (foer & Q(behandling__moede__art=Moedeart.EFTERSYN))
    aabne = opgaver.filter(givet, helhedsplan=moede.helhedsplan_id, udfoert_dato=None)
    linjer = aabne.select_related("ejer", "behandling__moede__organ")
    return opgavelinjer(moede.helhedsplan, linjer, bruger, dato=moede.dag)


def fra_eftersynet(opgaver: QuerySet[Opgave]) -> QuerySet[Opgave]:
    """What was agreed at the eftersyn: on its page, outside any meeting, or at a meeting of its kind."""
    aftalt = opgaver.filter(Q(behandling=None) | Q(behandling__moede__art=Moedeart.EFTERSYN))
    return aftalt.select_related("ejer", "behandling__moede__organ").order_by("frist_dato", "pk")


def _lovet(opgave: Opgave) -> Lovet:
    return Lovet(opgave.pk, opgave.frist_dato, opgave.udfoert_dato)


def _linje(plan: Helhedsplan, opgave: Opgave, lovet: Lovet, bruger: Bruger, dag: date) -> Opgavelinje:
    moede = opgave.behandling.moede if opgave.behandling else None
    return Opgavelinje(
        opgave.pk,
        opgave.tekst,
        str(opgave.ejer),
        regler.fristord(lovet, dag),
        opgave.udfoert_note,
        f"{moede}, {_punktet(opgave.behandling)}" if moede and opgave.behandling else "",
        reverse("moeder:referat", args=[plan.slug, moede.kode]) if moede else "",
        "forsinket" if regler.er_forsinket(lovet, dag) else "",
        opgave.udfoert_dato is not None,
        bruger is not None and opgave.ejer.bruger_id == bruger.pk,
    )


def _punktet(punkt: Behandling) -> str:
    """A closed item has no name here: whoever promised to do something need not sit in the body."""
    return "et lukket punkt" if punkt.lukket else punkt.titel
