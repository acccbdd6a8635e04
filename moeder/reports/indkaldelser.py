"""A meeting as a mail and as a calendar file: when, where, what is open on the agenda, and the link to answer by."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from aftaler.models import Organmedlem, Person
from moeder.models import Indkaldelse, Moede
from moeder.reports.dagsorden import AabentPunkt
from moeder.reports.moeder import hvornaar
from moeder.rules.kalender import Kalendermoede
from moeder.statuses import Moedetilstand, Svar


def titel(moede: Moede) -> str:
    """ "Bestyrelsen, Vestbyen i Lemvig", on one line."""
    return " ".join(f"{moede.organ}, {moede.helhedsplan}".split())


def emne(moede: Moede, hvad: str) -> str:
    """ "Indkaldelse: Bestyrelsen, Vestbyen i Lemvig, 15. juni 2027 kl. 13.00–15.00", on one line."""
    return " ".join(f"{hvad}: {titel(moede)}, {hvornaar(moede)}".split(" "))[:200]


def brev(indkaldelse: Indkaldelse, moede: Moede, *, hvad: str, svarlink: str, punkter: Iterable[AabentPunkt]) -> str:
    """The mail's text. `hvad`: indkaldt, aendret or aflyst. Only open items are named."""
    kontekst = {
        "hvad": hvad,
        "moede": moede,
        "person": indkaldelse.person,
        "hvornaar": hvornaar(moede),
        "svarlink": svarlink,
        "punkter": list(punkter),
        "dagsorden": settings.OFFENTLIG_URL
        + reverse("moeder:moede_detalje", args=[moede.helhedsplan.slug, moede.kode]),
    }
    return render_to_string("moeder/indkaldelse.txt", kontekst)


def som_kalender(moede: Moede, punkter: Iterable[AabentPunkt] = ()) -> Kalendermoede:
    """The meeting for a calendar; `punkter` are those that everybody invited may see."""
    vaert = urlsplit(settings.OFFENTLIG_URL).hostname
    linjer = [moede.besked, *(f"{et.nr}. {et.titel}" for et in punkter), moede.videolink]
    return Kalendermoede(
        uid=f"moede-{moede.pk}@{vaert}",
        titel=titel(moede),
        begynder=moede.begynder,
        slutter=moede.slutter,
        nr=moede.ics_nr,
        aendret=moede.rettet_tidspunkt or timezone.now(),
        sted=moede.sted,
        videolink=moede.videolink,
        tekst="\n".join(filter(None, linjer)),
        aflyst=moede.tilstand == Moedetilstand.AFLYST,
    )


def mulige(poster: QuerySet[Organmedlem], moede: Moede) -> list[tuple[Person, str]]:
    """Who sits in the body on the meeting's day, in the order of the seats, each with the mail address of a login."""
    dag = moede.dag
    den_dag = poster.filter(fra_dato__lte=dag).filter(Q(til_dato__isnull=True) | Q(til_dato__gte=dag))
    fundne = den_dag.select_related("person__bruger").order_by("plads__raekkefoelge", "plads", "pk")
    personer = {et.person: et.person.bruger.email if et.person.bruger else "" for et in fundne}
    return list(personer.items())


@dataclass(frozen=True)
class Svarlinje:
    noegle: int
    person: str
    svar: str
    email: str


@dataclass(frozen=True)
class Svarene:
    """Who is called, and a sentence that counts the answers."""

    saetning: str
    linjer: tuple[Svarlinje, ...]


def svarene(indkaldelser: Iterable[Indkaldelse], *, er_lukket: bool = False) -> Svarene:
    """With `person`. `er_lukket`: nobody is called any more."""
    alle = list(indkaldelser)
    antal = Counter(et.svar for et in alle)
    ord_ = ((Svar.KOMMER, "kommer"), (Svar.AFBUD, "har meldt afbud"), (Svar.STEDFORTRAEDER, "sender en stedfortræder"),
            (Svar.INTET, "har ikke svaret"))  # fmt: skip
    dele = [f"{antal[svar]} {tekst}" for svar, tekst in ord_ if antal[svar]]
    ingen = "Ingen blev indkaldt herfra." if er_lukket else "Ingen er indkaldt endnu."
    saetning = f"{len(alle)} er indkaldt: {', '.join(dele)}." if alle else ingen
    return Svarene(saetning, tuple(Svarlinje(et.pk, str(et.person), _svaret(et), et.email) for et in alle))


def _svaret(indkaldelse: Indkaldelse) -> str:
    if indkaldelse.svar == Svar.STEDFORTRAEDER:
        return f"Stedfortræder: {indkaldelse.stedfortraeder}"
    return indkaldelse.get_svar_display()
