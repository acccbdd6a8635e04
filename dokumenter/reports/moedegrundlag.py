"""Which meeting a paper is of, and what of it the reader may see; frozen when the paper is ordered."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet

from aftaler import snapshot
from aftaler.models import Helhedsplan, Organ
from aftaler.models.organ import Organart
from aftaler.permissions import rettigheder
from brugere.models import Bruger
from brugere.roles import Ret
from dokumenter.reports.dagsorden import dagsordenudgave
from dokumenter.reports.frysning import frys
from dokumenter.reports.grundlag import Grundlag, IngenUdgave, Valg
from dokumenter.reports.moedepapir import Moedeudgave
from dokumenter.reports.opgoerelser import Opgoerelse
from dokumenter.reports.pakkeindhold import pakkeudgave
from dokumenter.reports.referat import referatudgave
from dokumenter.statuses import Papir
from moeder.models import Moede, Referat
from moeder.models.moede import sidder_i
from moeder.reports.dagsorden import moedets_dag
from moeder.rules.referat import Laeser, hvorfor_ikke_endnu, kan_laeses
from moeder.statuses import Moedetilstand

LAENGST = 120  # characters in the name of an order


@dataclass(frozen=True)
class Moedelaeser:
    """Whom the paper is made for: the meetings they see, what they may, and the bodies where they sit."""

    moeder: QuerySet[Moede]
    retter: frozenset[Ret]
    organer: QuerySet[Organ, int]  # read when it is asked

    @property
    def leder(self) -> bool:
        return Ret.MOEDE_LED in self.retter


Udgaven = Callable[[Moede, bool, Moedelaeser, date], Moedeudgave]


def moedelaeser(plan: Helhedsplan, bruger: Bruger | None) -> Moedelaeser:
    """None is the command, which is for the eyes of whoever runs the server: everything."""
    if bruger is None:
        return Moedelaeser(Moede.objects.filter(helhedsplan=plan), frozenset(Ret), Organ.objects.none())
    egne = Organ.objects.filter(sidder_i(bruger, "pk"), helhedsplan=plan)
    return Moedelaeser(
        Moede.objects.synlige_for(bruger).filter(helhedsplan=plan),
        rettigheder(bruger, plan),
        egne.values_list("pk", flat=True),
    )


def _dagsorden(moede: Moede, lukket: bool, laeser: Moedelaeser, i_dag: date) -> Moedeudgave:
    return dagsordenudgave(moede, lukket=lukket, retter=laeser.retter, i_dag=i_dag)


def _nyeste_dagsorden(laeser: Moedelaeser) -> Moede | None:
    """The latest meeting that people are called to; before there is one, the latest draft."""
    nyeste = laeser.moeder.exclude(tilstand=Moedetilstand.AFLYST).nyeste_foerst()
    return nyeste.exclude(tilstand=Moedetilstand.KLADDE).first() or nyeste.first()


def _pakke(moede: Moede, lukket: bool, laeser: Moedelaeser, i_dag: date) -> Moedeudgave:
    return pakkeudgave(moede, lukket=lukket, retter=laeser.retter, i_dag=i_dag)


def _nyeste_pakke(laeser: Moedelaeser) -> Moede | None:
    """The board's latest meeting; where no board meets, any body's."""
    bestyrelsens = replace(laeser, moeder=laeser.moeder.filter(organ__art=Organart.BESTYRELSE))
    return _nyeste_dagsorden(bestyrelsens) or _nyeste_dagsorden(laeser)


def _referat(moede: Moede, lukket: bool, laeser: Moedelaeser, i_dag: date) -> Moedeudgave:
    referat = Referat.objects.filter(moede=moede).select_related("godkendt_moede__organ").first()
    if referat is None or not _kan_laese(referat, moede, laeser):
        raise IngenUdgave(hvorfor_ikke_endnu(moede.tilstand, referat.tilstand if referat else None))
    referat.moede = moede
    return referatudgave(referat, lukket=lukket, retter=laeser.retter, i_dag=i_dag)


def _nyeste_referat(laeser: Moedelaeser) -> Moede | None:
    """The latest meeting whose referat the reader may read."""
    moeder = laeser.moeder.filter(referat__isnull=False).select_related("referat", "organ").nyeste_foerst()
    return next((et for et in moeder if _kan_laese(et.referat, et, laeser)), None)


def _kan_laese(referat: Referat, moede: Moede, laeser: Moedelaeser) -> bool:
    i_organet = moede.organ_id in laeser.organer
    return kan_laeses(referat.tilstand, Laeser(laeser.leder, i_organet, Ret.KLADDE_SE in laeser.retter))


@dataclass(frozen=True)
class Art:
    """A paper of a meeting: what it holds of one, and which one is meant when nobody says it."""

    udgave: Udgaven
    nyeste: Callable[[Moedelaeser], Moede | None]
    intet: str


ARTER: dict[Papir, Art] = {
    Papir.DAGSORDEN: Art(_dagsorden, _nyeste_dagsorden, "Planen har ingen møder endnu."),
    Papir.BESTYRELSESPAKKE: Art(_pakke, _nyeste_pakke, "Planen har ingen møder endnu."),
    Papir.REFERAT: Art(_referat, _nyeste_referat, "Planen har intet referat, der kan læses endnu."),
}

# Papers of one meeting.
PR_MOEDE = frozenset(ARTER)

# Those that have an open and a closed edition.
MED_LUKKET = PR_MOEDE | {Papir.HELE_SAGEN}


def find(plan: Helhedsplan, papir: Papir, valg: Valg, laeser: Moedelaeser, *, i_dag: date) -> Grundlag:
    """The meeting's paper as the reader may have it. Raises IngenUdgave."""
    if valg.pr:
        raise IngenUdgave(f"{papir.label} viser mødet, som det står i dag. Bestil papiret uden en dato.")
    if valg.kladde:
        raise IngenUdgave(f"{papir.label} laves af mødet, som det står, og har ingen kladde at vælge.")
    if valg.delaftale:
        raise IngenUdgave(f"Papiret {papir.value} er ét papir og har ikke et delaftalenummer.")
    moede = _moedet(papir, valg.moede, laeser)
    moede.helhedsplan = plan
    udgave = ARTER[papir].udgave(moede, valg.lukket, laeser, i_dag)
    indhold = {
        "dato": i_dag.isoformat(),
        "kladde": udgave.er_kladde,
        "kun_ledere": udgave.kun_ledere,
        "titel": f"{papir.label}, {moede.organ} {moedets_dag(moede)}"[:LAENGST],
        "udgave": udgave.navn,
        "rapport": frys(udgave.rapport),
    }
    return Grundlag(papir, (), opgoerelse=Opgoerelse(indhold, snapshot.kontrolsum(indhold)))


def _moedet(papir: Papir, kode: str | None, laeser: Moedelaeser) -> Moede:
    nyeste = ARTER[papir].nyeste(laeser)
    if not kode:
        if nyeste is None:
            raise IngenUdgave(ARTER[papir].intet)
        return nyeste
    fundet = laeser.moeder.select_related("organ").filter(kode=kode).first()
    if fundet is None:
        hint = f" Det nyeste hedder {nyeste.kode}." if nyeste else ""
        raise IngenUdgave(f"Planen har ikke mødet »{kode}«.{hint}")
    return fundet
