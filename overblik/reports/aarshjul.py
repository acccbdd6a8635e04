"""A year of the plan: everything that must happen in it, as a wheel and as a list with the same numbers."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from aftaler.models import Aktivitet, Delaftale, Frist, Helhedsplan
from aftaler.models.frist import Fristart
from aftaler.models.organ import Organart
from aftaler.rules.frister import Aftalt, Fristforslag, Tidsstand, planens_frister
from aftaler.rules.penge import regnskabsaar
from kerne import datoer
from kerne.diagrammer.hjulet import hjulet
from kerne.diagrammer.tidslinje import Maerke, tidstegn
from maalinger.models import Indikatorvaerdi, Leverancemaaling
from maalinger.reports import kriterier, linjer
from maalinger.rules.leverancer import skal_svare
from maalinger.rules.optaelling import Pr, perioder
from moeder.models import Moede, Opgave
from moeder.rules.moeder import rytmen_mangler
from moeder.statuses import Moedetilstand
from oekonomi.models import Regnskabsaar
from oekonomi.rules.regnskab import regnskabsfrist
from overblik.reports.det_der_venter import FRISTERNES
from overblik.rules import aarshjul as regler
from overblik.rules.aarshjul import Ting
from overblik.rules.min_side import navne
from overblik.statuses import Pligt


@dataclass(frozen=True)
class Aarslinje:
    """One thing with its number, its sentence and where it is kept; `frist` is the deadline that can be moved."""

    nr: int
    dato: date
    hvad: str
    hvor: str
    saetning: str
    note: str
    stand: Tidsstand
    url: str
    frist: int | None

    @property
    def er_over_tiden(self) -> bool:
        return self.stand == Tidsstand.OVER_TIDEN

    @property
    def tegn(self) -> SafeString:
        return tidstegn(self.stand)


@dataclass(frozen=True)
class Maaned:
    navn: str
    linjer: tuple[Aarslinje, ...]


@dataclass(frozen=True)
class Aarshjul:
    """`advarsel` says when the board meets less often than its kommissorium asks for; `aarene` are (year, chosen)."""

    aar: int
    dato: date
    saetning: str
    advarsel: str
    maaneder: tuple[Maaned, ...]
    aarene: tuple[tuple[int, bool], ...]

    @property
    def tegning(self) -> SafeString:
        maerker = [Maerke(et.dato, str(et.nr), et.stand) for maaned in self.maaneder for et in maaned.linjer]
        return hjulet(maerker, aar=self.aar, i_dag=self.dato, titel=f"Årshjul {self.aar}. {self.saetning}")


def aarshjul(
    plan: Helhedsplan,
    aar: int,
    *,
    dato: date,
    moeder: Iterable[Moede],
    opgaver: Iterable[Opgave],
    lukkede: Collection[str] = (),
) -> Aarshjul:
    """`moeder` with their body and `opgaver` with their owner are those that the reader may see, of any year.

    `lukkede` are the pages that the reader can't open: what is kept there stands without a link.
    """
    ting = [*frister(plan), *_maalinger(plan, dato), *_opgaver(opgaver)]
    i_aaret = [*pligter(plan, aar, dato=dato, moeder=moeder), *(et for et in ting if et.dato.year == aar)]
    i_orden = sorted(i_aaret, key=lambda et: (et.dato, et.hvad))
    alle = [_linje(plan, nr, et, dato, lukkede) for nr, et in enumerate(i_orden, 1)]
    return Aarshjul(
        aar=aar,
        dato=dato,
        saetning=regler.overskrift(et.stand for et in alle),
        advarsel=_advarsel(plan, aar, dato),
        maaneder=tuple(
            Maaned(datoer.MAANEDER[nr - 1].capitalize(), tuple(gruppe))
            for nr, gruppe in groupby(alle, key=lambda et: et.dato.month)
        ),
        aarene=tuple((et, et == aar) for et in regler.aarene(start=plan.start_dato, slut=plan.slut_dato)),
    )


def pligter(plan: Helhedsplan, aar: int, *, dato: date, moeder: Iterable[Moede]) -> list[Ting]:
    """What the year asks of the plan by itself: meetings, deliveries, accounts and register figures. Four queries."""
    alle = [
        *(_moedet(et) for et in moeder if et.tilstand != Moedetilstand.AFLYST),
        *_kvartaler(plan, aar, dato),
        *_regnskaber(plan),
        *regler.faste(aar, start=plan.start_dato, slut=plan.slut_dato, dag=dato, halvaar=_halvaar(plan, aar)),
    ]
    return [et for et in alle if et.dato.year == aar]


def _linje(plan: Helhedsplan, nr: int, ting: Ting, dag: date, lukkede: Collection[str]) -> Aarslinje:
    stand = regler.stand(ting, dag)
    return Aarslinje(
        nr,
        ting.dato,
        ting.hvad,
        ting.hvor,
        regler.saetning(ting, dag),
        ting.note,
        stand,
        "" if ting.side in lukkede else reverse(ting.side, args=[plan.slug, *ting.args]),
        None if stand == Tidsstand.GJORT else ting.frist,
    )


def _moedet(moede: Moede) -> Ting:
    dag, er_kladde = moede.dag, moede.tilstand == Moedetilstand.KLADDE
    return Ting(
        dag,
        f"Møde i {moede.organ}",
        moede.get_art_display(),
        "moeder:moede_detalje",
        (moede.kode,),
        gjort=dag if moede.tilstand == Moedetilstand.AFSLUTTET else None,
        gjort_ord="Holdt",
        note="Kladde, ingen er indkaldt." if er_kladde else "",
        pligt=Pligt.INDKALD if er_kladde else Pligt.MOEDE,
        goer=f"Send indkaldelse til mødet i {moede.organ}" if er_kladde else f"Møde i {moede.organ}",
    )


def frister(plan: Helhedsplan) -> list[Ting]:
    """Those that are written down, and – without `frist` – those that the agreement makes and nobody has written."""
    raekker = list(plan.frister.select_related("delaftale__indsatsomraade__omraadetype").order_by("dato", "pk"))
    findes = {_kending(et.art, et.delaftale_id, et.oprindelig_dato) for et in raekker}
    delaftaler = Delaftale.objects.filter(indsatsomraade__helhedsplan=plan).i_raekkefoelge()
    aftalte = [
        Aftalt(
            et.pk, et.indsatsomraade.omraadetype.nr, et.start_dato or plan.start_dato, et.slut_dato or plan.slut_dato
        )
        for et in delaftaler.select_related("indsatsomraade__omraadetype")
    ]
    fulgte = planens_frister(plan.start_dato, plan.slut_dato, aftalte)
    nye = [et for et in fulgte if _kending(et.art, et.delaftale, et.dato) not in findes]
    return [*(_fristen(et) for et in raekker), *(_forslaget(et) for et in nye)]


def _kending(art: str, delaftale: int | None, dato: date) -> tuple[str, int | None, int | None]:
    """A review is the year's; of the other kinds the plan has one."""
    return art, delaftale, dato.year if art == Fristart.GENNEMGANG else None


def _fristen(frist: Frist) -> Ting:
    flyttet = f"Flyttet fra {datoer.dato(frist.oprindelig_dato)}: {frist.flyttet_grund}" if frist.flyttet_grund else ""
    hvor = f"Delaftale {frist.delaftale.indsatsomraade}" if frist.delaftale else "Hele planen"
    return Ting(frist.dato, frist.navn, hvor, "aftaler:frist_liste", gjort=frist.udfoert_dato, frist=frist.pk,
                note=flyttet)  # fmt: skip


def _forslaget(frist: Fristforslag) -> Ting:
    return Ting(frist.dato, frist.navn, "Følger af aftalen", "aftaler:frist_liste",
                note="Fristen er ikke lavet endnu. Det gøres på siden Frister.", pligt=FRISTERNES[frist.art],
                goer=frist.navn)  # fmt: skip


def _maalinger(plan: Helhedsplan, dag: date) -> list[Ting]:
    """The next measurement of each criterion in force; those of one day are one thing."""
    pr_dag: dict[date, list[linjer.Linje]] = {}
    for et in linjer.linjer(plan, kriterier.ikraft(plan, dato=dag).kriterier, dato=dag):
        frist = linjer.omstaendigheder(plan, et.kriterium, et.maalinger, et.opfoelgning, dato=dag)["forfald"]
        if frist:
            pr_dag.setdefault(frist, []).append(et)
    return [
        Ting(frist, f"Mål {navne(et.kriterium.navn for et in egne)}", "Succeskriterier", *_maalingens_side(egne))
        for frist, egne in pr_dag.items()
    ]


def _maalingens_side(egne: list[linjer.Linje]) -> tuple[str, tuple[int, ...]]:
    if len(egne) == 1:
        return "maalinger:kriterium_detalje", (egne[0].kriterium.nr,)
    return "maalinger:kriterium_liste", ()


def _kvartaler(plan: Helhedsplan, aar: int, dag: date) -> list[Ting]:
    """The quarterly delivery: done when every activity that was under way has answered."""
    fra, til = max(plan.start_dato, date(aar, 1, 1)), min(plan.slut_dato, date(aar, 12, 31))
    aktiviteter = list(
        Aktivitet.objects.filter(delaftale__indsatsomraade__helhedsplan=plan)
        .order_by("pk")
        .values_list("pk", "start_dato", "slut_dato")
    )
    svar = set(
        Leverancemaaling.objects.filter(aktivitet__in=[et[0] for et in aktiviteter], aar=aar)
        .order_by()
        .values_list("kvartal", "aktivitet")
    )
    ud = []
    for kvartal in perioder(fra, til, Pr.KVARTAL):
        nr = kvartal.fra.month // 3 + 1
        skal = [noegle for noegle, start, slut in aktiviteter if skal_svare(start, slut, kvartal)]
        mangler = sum((nr, et) not in svar for et in skal)
        if skal:
            note = f"{mangler} af {len(skal)} aktiviteter mangler svar." if mangler and kvartal.til < dag else ""
            gjort = None if mangler else kvartal.til
            ud.append(Ting(kvartal.til, f"Leverancemåling for {nr}. kvartal", "Aktiviteterne",
                           "maalinger:leverancemaaling", gjort=gjort, note=note, pligt=Pligt.LEVERANCE,
                           goer=f"Svar på leverancemålingen for {nr}. kvartal {aar}"))  # fmt: skip
    return ud


def _regnskaber(plan: Helhedsplan) -> list[Ting]:
    raekker = {et.aar: et for et in Regnskabsaar.objects.filter(helhedsplan=plan).order_by("aar")}
    ud = []
    for aar in regnskabsaar(plan.start_dato, plan.slut_dato):
        raekke = raekker.get(aar)
        frist = raekke.frist_dato if raekke else regnskabsfrist(aar)
        sendt = raekke.sendt_dato if raekke else None
        ud.append(Ting(frist, f"Regnskab {aar} sendt til Landsbyggefonden", "Hele planen", "oekonomi:regnskab_liste",
                       gjort=sendt, gjort_ord="Sendt", pligt=Pligt.REGNSKAB,
                       goer=f"Send regnskab {aar} til Landsbyggefonden"))  # fmt: skip
    return ud


def _opgaver(opgaver: Iterable[Opgave]) -> list[Ting]:
    return [
        Ting(et.frist_dato, et.tekst, f"Opgave: {et.ejer}", "moeder:opgave_liste", gjort=et.udfoert_dato)
        for et in opgaver
    ]


def _halvaar(plan: Helhedsplan, aar: int) -> set[int]:
    """The half-years in which somebody wrote register figures."""
    fra, til = (timezone.make_aware(datetime.combine(date(et, 1, 1), time.min)) for et in (aar, aar + 1))
    skrevet = Indikatorvaerdi.objects.filter(
        helhedsplan=plan, registreret_tidspunkt__gte=fra, registreret_tidspunkt__lt=til
    )
    maaneder = skrevet.order_by().values_list("registreret_tidspunkt__month", flat=True).distinct()
    return {1 if et <= 6 else 2 for et in maaneder}


def _advarsel(plan: Helhedsplan, aar: int, dag: date) -> str:
    """The kommissorium's number against the meetings of the year, for whole years of the plan's up to this one."""
    if not (plan.start_dato <= date(aar, 1, 1) and date(aar, 12, 31) <= plan.slut_dato and aar <= dag.year):
        return ""
    organ = plan.organer.filter(art=Organart.BESTYRELSE).order_by("pk").first()
    if organ is None:
        return ""
    i_aaret = organ.moeder.filter(begynder__year=aar).exclude(tilstand=Moedetilstand.AFLYST)
    stande = list(i_aaret.order_by().values_list("begynder", "tilstand"))
    holdte = sum(timezone.localtime(et).date() < dag and stand != Moedetilstand.KLADDE for et, stand in stande)
    kommende = sum(timezone.localtime(et).date() >= dag for et, _ in stande)
    return rytmen_mangler(mindst=organ.moeder_mindst, aar=aar, holdte=holdte, kommende=kommende)
