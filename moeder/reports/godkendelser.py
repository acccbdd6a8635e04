"""The referat's way as a page prints it: its state in a sentence, comments and answers, approvals, and additions."""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from aftaler.models import Medlemskab, Organmedlem
from brugere.models import Bruger
from brugere.roles import Ret, roller_med
from kerne import datoer
from moeder.models import Moede, Referat, Referatkommentar, Referattilfoejelse, Referatudgave
from moeder.rules import referat as regler
from moeder.statuses import Fremmoedeart, Referattilstand


@dataclass(frozen=True)
class Kommentar:
    noegle: int
    om: str
    tekst: str
    hvem: str
    svar: str
    svaret: str


@dataclass(frozen=True)
class Tilfoejelse:
    om: str
    tekst: str
    hvem: str


@dataclass(frozen=True)
class Forloeb:
    """`har_godkendt` is of the person who reads; `godkendt` are names with their times. `skriftligt` is why it can't be
    approved in writing yet, empty when it can."""

    tilstand: str
    saetning: str
    mangler: str
    skriftligt: str
    godkendt: tuple[tuple[str, str], ...]
    kommentarer: tuple[Kommentar, ...]
    tilfoejelser: tuple[Tilfoejelse, ...]
    har_godkendt: bool
    til_kommentering: bool
    er_godkendt: bool


def forloebet(referat: Referat, udgave: Referatudgave | None, bruger: Bruger) -> Forloeb:
    """What the reader sees of the way; comments on closed items only for those who see the item."""
    kommentarer = Referatkommentar.objects.synlige_for(bruger).filter(referat=referat)
    tilfoejelser = Referattilfoejelse.objects.synlige_for(bruger).filter(referat=referat)
    godkendelser = list(referat.godkendelser.filter(udgave=udgave).select_related("af").order_by("tidspunkt"))
    til_kommentering = referat.tilstand == Referattilstand.TIL_KOMMENTERING
    medlemmer = medlemmer_med_login(referat.moede) if til_kommentering else []
    stand = skriftlig_stand(referat, udgave) if til_kommentering else Stand()
    return Forloeb(
        tilstand=referat.get_tilstand_display(),
        saetning=_saetning(referat, udgave),
        mangler=regler.hvem_mangler({str(et) for et in medlemmer}, {str(et.af) for et in godkendelser})
        if til_kommentering
        else "",
        skriftligt=regler.hvorfor_ikke_skriftligt(stand.til_stede, stand.mangler, stand.kan_ikke),
        godkendt=tuple((str(et.af), _tid(et.tidspunkt)) for et in godkendelser),
        kommentarer=tuple(
            Kommentar(
                et.pk,
                str(et.behandling or "Hele referatet"),
                et.tekst,
                f"{et.af}, {_tid(et.tidspunkt)}",
                et.svar,
                f"{et.svaret_af}, {_tid(et.svaret_tidspunkt)}" if et.svaret_tidspunkt else "",
            )
            for et in kommentarer.select_related("af", "svaret_af", "behandling")
        ),
        tilfoejelser=tuple(
            Tilfoejelse(str(et.behandling or "Hele referatet"), et.tekst, f"{et.af}, {_tid(et.tidspunkt)}")
            for et in tilfoejelser.select_related("af", "behandling")
        ),
        har_godkendt=any(et.af_id == bruger.pk for et in godkendelser),
        til_kommentering=til_kommentering,
        er_godkendt=referat.tilstand == Referattilstand.GODKENDT,
    )


@dataclass(frozen=True)
class Stand:
    """Who of the body was at the meeting, who of them has not approved the edition, and who of those never can here."""

    til_stede: tuple[str, ...] = ()
    mangler: tuple[str, ...] = ()
    kan_ikke: tuple[str, ...] = ()


def skriftlig_stand(referat: Referat, udgave: Referatudgave | None) -> Stand:
    """Those who were there themselves and sit in the body today. Three queries."""
    moede = referat.moede
    i_dag = timezone.localdate()
    poster = Organmedlem.objects.filter(
        Q(til_dato__isnull=True) | Q(til_dato__gte=i_dag), fra_dato__lte=i_dag, plads__organ=moede.organ_id
    )
    var_der = moede.fremmoede.filter(art=Fremmoedeart.TIL_STEDE, person__in=poster.values("person"))
    kan = {et.pk for et in medlemmer_med_login(moede)}
    godkendt_af = set(referat.godkendelser.filter(udgave=udgave).values_list("af", flat=True))
    personer = [et.person for et in var_der.select_related("person").order_by("person__navn", "pk")]
    mangler = [et for et in personer if et.bruger_id is None or et.bruger_id not in godkendt_af]
    return Stand(
        tuple(str(et) for et in personer),
        tuple(str(et) for et in mangler),
        tuple(str(et) for et in mangler if et.bruger_id not in kan),
    )


def medlemmer_med_login(moede: Moede) -> list[Bruger]:
    """Those who may approve: with a seat today, a login, and the right in the plan. One query."""
    i_dag = timezone.localdate()
    siddende = Organmedlem.objects.filter(
        Q(til_dato__isnull=True) | Q(til_dato__gte=i_dag), fra_dato__lte=i_dag, plads__organ=moede.organ_id
    )
    med_ret = Medlemskab.objects.gyldige().filter(
        helhedsplan=moede.helhedsplan_id, rolle__in=roller_med(Ret.REFERAT_GODKEND)
    )
    return list(
        Bruger.objects.filter(is_active=True, personer__organposter__in=siddende, pk__in=med_ret.values("bruger"))
        .distinct()
        .order_by("pk")
    )


def brev(bruger: Bruger, moede: Moede, udgave: Referatudgave, frist: date, *, skriftligt: bool = False) -> str:
    """The mail that says that a referat waits. It carries the way to it and nothing that was said."""
    url = settings.OFFENTLIG_URL + reverse("moeder:referat", args=[moede.helhedsplan.slug, moede.kode])
    kontekst = {
        "bruger": bruger,
        "moede": moede,
        "udgave": udgave,
        "frist": frist,
        "url": url,
        "skriftligt": skriftligt,
    }
    return render_to_string("moeder/referat_sendt.txt", kontekst)


def _saetning(referat: Referat, udgave: Referatudgave | None) -> str:
    nr = f"Udgave {udgave.nr}" if udgave else "Referatet"
    if referat.tilstand == Referattilstand.KLADDE:
        return "Kladden ses kun af dem, der holder møder. Teksten kan rettes, til den sendes ud."
    if referat.tilstand == Referattilstand.TIL_KOMMENTERING:
        frist = (
            f" Kommentarer senest {datoer.dato(referat.kommentarfrist_dato)}." if referat.kommentarfrist_dato else ""
        )
        return (
            f"{nr} er sendt til kommentering.{frist} Den godkendes på organets næste møde, eller skriftligt inden, når "
            "alle, der var til stede, har godkendt."
        )
    paa = f" på {referat.godkendt_moede}" if referat.godkendt_moede else ""
    dag = datoer.dato(timezone.localtime(referat.godkendt_tidspunkt)) if referat.godkendt_tidspunkt else ""
    return f"{nr} er godkendt{paa or f' skriftligt {dag}'.rstrip()}. Rettelser står som tilføjelser."


def _tid(hvornaar: datetime) -> str:
    return datoer.tidspunkt(timezone.localtime(hvornaar))
