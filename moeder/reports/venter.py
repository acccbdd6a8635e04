"""What waits for one person about meetings, over all plans: tasks, referater to approve, and calls to answer."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from aftaler.models import Helhedsplan, Medlemskab
from brugere.models import Bruger
from brugere.roles import Ret
from moeder.models import Indkaldelse, Moede, Opgave, Referat, Referatgodkendelse, Referatudgave
from moeder.models.moede import sidder_i
from moeder.reports.moeder import hvornaar
from moeder.statuses import Moedetilstand, Referattilstand, Svar


@dataclass(frozen=True)
class Ventende:
    """One thing, in the words of Min side: what, why, of which plan, where, and by when.

    `i_mail` stands in a mail in place of `hvad`, where those words belong to a closed item.
    """

    hvad: str
    hvorfor: str
    plan: str
    url: str
    dato: date | None = None
    i_mail: str = ""


def mine_opgaver(bruger: Bruger) -> list[Ventende]:
    """What the person promised to do and has not done, by its day. One query."""
    mine = (
        Opgave.objects.aabne()
        .filter(ejer__bruger=bruger.pk, helhedsplan__in=Helhedsplan.objects.synlige_for(bruger))
        .select_related("helhedsplan", "behandling__moede__organ")
        .order_by("frist_dato", "pk")
    )
    return [
        Ventende(
            et.tekst,
            f"Givet på {et.behandling.moede}." if et.behandling and et.behandling.moede else "Opgave i planen.",
            et.helhedsplan.navn,
            reverse("moeder:opgave_udfoert", args=[et.helhedsplan.slug, et.pk]),
            et.frist_dato,
            "Gør den opgave, du fik på et lukket punkt" if et.behandling and et.behandling.lukket else "",
        )
        for et in mine
    ]


def referater_for(bruger: Bruger, plan: Helhedsplan | None = None) -> list[Ventende]:
    """Sent referater of the bodies where the person sits and has not approved the newest edition, in one plan or in
    all. One query."""
    nyeste = Referatudgave.objects.filter(referat=OuterRef("referat")).order_by("-nr").values("pk")[:1]
    godkendt = Referatgodkendelse.objects.filter(referat=OuterRef("pk"), af=bruger.pk, udgave=nyeste)
    ret = Medlemskab.objects.gyldige_for(bruger, Ret.REFERAT_GODKEND).filter(helhedsplan=OuterRef("moede__helhedsplan"))
    mine = (
        Referat.objects.filter(
            Exists(ret), sidder_i(bruger, "moede__organ"), ~Exists(godkendt), tilstand=Referattilstand.TIL_KOMMENTERING
        )
        .select_related("moede__organ", "moede__helhedsplan")
        .order_by("kommentarfrist_dato", "pk")
    )
    if plan:
        mine = mine.filter(moede__helhedsplan=plan)
    return [
        Ventende(
            f"Læs og godkend referatet af {et.moede}",
            "Det er sendt til kommentering.",
            et.moede.helhedsplan.navn,
            reverse("moeder:referat", args=[et.moede.helhedsplan.slug, et.moede.kode]),
            et.kommentarfrist_dato,
        )
        for et in mine
    ]


def ubesvarede_indkaldelser(bruger: Bruger) -> list[Ventende]:
    """Meetings to come that the person is called to and has not answered. One query.

    Whoever may not answer here has the link in the mail; of a meeting they do not see, the mail is all there is.
    """
    ret = Medlemskab.objects.gyldige_for(bruger, Ret.REFERAT_GODKEND).filter(helhedsplan=OuterRef("moede__helhedsplan"))
    mine = (
        Indkaldelse.objects.synlige_for(bruger)
        .annotate(maa_svare=Exists(ret))
        .filter(
            Q(maa_svare=True) | Q(moede__in=Moede.objects.synlige_for(bruger)),
            person__bruger=bruger.pk,
            svar=Svar.INTET,
            moede__tilstand=Moedetilstand.INDKALDT,
            moede__begynder__gt=timezone.now(),
        )
        .select_related("moede__organ", "moede__helhedsplan")
        .order_by("moede__begynder", "pk")
    )
    return [
        Ventende(
            f"Svar på indkaldelsen til {et.moede.organ}",
            f"Mødet er {hvornaar(et.moede)}.{'' if et.maa_svare else ' Svar med linket i mailen.'}",
            et.moede.helhedsplan.navn,
            _svarsiden(et),
            et.moede.dag,
        )
        for et in mine
    ]


def _svarsiden(indkaldelse: Indkaldelse) -> str:
    plan, kode = indkaldelse.moede.helhedsplan.slug, indkaldelse.moede.kode
    if indkaldelse.maa_svare:
        return reverse("moeder:indkaldelse_svar", args=[plan, kode, indkaldelse.pk])
    return reverse("moeder:moede_detalje", args=[plan, kode])
