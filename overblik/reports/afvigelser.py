"""The facts that put items on the board's agenda, read from the reports that say them everywhere else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from aftaler.models import Delaftale, Godkendelsestrin, Helhedsplan
from aftaler.models.aendring import Trinslags
from aftaler.models.frist import Fristart
from aftaler.permissions import trinret
from aftaler.statuses import Aendringsstatus, Trinudfald
from brugere.roles import Ret
from kerne.talformat import tal
from maalinger.reports import kriterier, linjer
from maalinger.reports.linjer import Linje
from maalinger.reports.stilstand import stille_aktiviteter
from moeder.models import Forslag
from moeder.statuses import Forslagstilstand, Punktart
from oekonomi.reports import ord as pengeord
from oekonomi.reports.oversigt import Oekonomioversigt, oekonomioversigt
from overblik.reports.plandata import plandata
from overblik.rules.afvigelser import REGLER, afvigelser
from overblik.rules.afvigelsestyper import (
    Afvigelse,
    Fakta,
    Kriteriefakta,
    Pengefakta,
    Stillefakta,
    TilAfgoerelse,
)
from overblik.rules.plandata import Forfald


@dataclass(frozen=True)
class Forslagslinje:
    """A stored proposal as the page says it; `naar` is when a dropped one comes back."""

    noegle: int
    titel: str
    grund: str
    art: str
    sagsfremstilling: SafeString
    indstilling: SafeString
    udeladt: str = ""
    naar: date | None = None


@dataclass(frozen=True)
class Forslagsside:
    """What is proposed, and what was dropped with its reason."""

    nye: tuple[Forslagslinje, ...]
    udeladte: tuple[Forslagslinje, ...]

    @property
    def saetning(self) -> str:
        antal = len(self.nye)
        if not antal:
            return "Planens tal giver ikke anledning til flere punkter."
        return f"Planens tal giver anledning til {'ét punkt' if antal == 1 else f'{antal} punkter'}."


def planens_afvigelser(plan: Helhedsplan, *, dato: date) -> tuple[Afvigelse, ...]:
    """Everything that the figures put on the agenda on `dato`; a fixed number of queries."""
    return afvigelser(fakta(plan, dato=dato))


def fakta(plan: Helhedsplan, *, dato: date) -> Fakta:
    """The agreement in force, the measurements, the money and the deadlines of the day."""
    alle = linjer.linjer(plan, kriterier.ikraft(plan, dato=dato).kriterier, dato=dato)
    penge = oekonomioversigt(plan, dato=dato)
    frister = list(
        plan.frister.filter(udfoert_dato=None, art__in=[Fristart.GENNEMGANG, Fristart.EFTERSYN])
        .select_related("delaftale__indsatsomraade__omraadetype")
        .order_by("-dato", "-pk")
    )
    delaftaler = Delaftale.objects.filter(indsatsomraade__helhedsplan=plan).order_by("pk")
    return Fakta(
        plan=plandata(plan, dato=dato),
        kriterier=tuple(_kriterium(et) for et in alle),
        stille=tuple(
            Stillefakta(et.aktivitet, et.navn, et.saetning, dato - timedelta(days=et.dage))
            for et in stille_aktiviteter([plan], dato=dato)
        ),
        **_penge(penge),
        eftersyn=tuple(Forfald(et.pk, et.navn, et.dato) for et in frister if et.art == Fristart.EFTERSYN),
        gennemgange=tuple(
            (et.delaftale.indsatsomraade.omraadetype.nr, et.dato)
            for et in frister
            if et.art == Fristart.GENNEMGANG and et.delaftale
        ),
        aendringer=_til_bestyrelsen(plan),
        delaftaler=tuple(delaftaler.values_list("indsatsomraade__omraadetype__nr", "pk")),
        frafaldet=frozenset(plan.frafald.values_list("regel", "noegle")),
    )


def forslagsside(plan: Helhedsplan) -> Forslagsside:
    """The stored proposals in the rules' own order."""
    orden = {regel: nr for nr, regel in enumerate(REGLER)}
    raekker = Forslag.objects.filter(helhedsplan=plan, regel__in=orden).select_related("afgjort_af").order_by("pk")
    alle = sorted(raekker, key=lambda et: (orden[et.regel], et.pk))
    return Forslagsside(
        nye=_linjer(et for et in alle if et.tilstand == Forslagstilstand.NYT),
        udeladte=_linjer(et for et in alle if et.tilstand == Forslagstilstand.UDELADT),
    )


def _linjer(forslag: Iterable[Forslag]) -> tuple[Forslagslinje, ...]:
    return tuple(
        Forslagslinje(
            et.pk,
            et.titel,
            et.grund,
            str(Punktart(et.udkast["art"]).label),
            mark_safe(et.udkast["sagsfremstilling"]),
            mark_safe(et.udkast["indstilling"]),
            f"{et.afgjort_af}: {et.udeladt_grund}" if et.afgjort_af else "",
            et.vis_igen_dato,
        )
        for et in forslag
    )


def _kriterium(linje: Linje) -> Kriteriefakta:
    svar, et = linje.opfyldelse, linje.kriterium
    tallet = f"{tal(svar.vaerdi)} {svar.periode}" if svar.vaerdi is not None else ""
    return Kriteriefakta(et.noegle, et.navn, et.omraade_nr, et.omraade_navn, svar.status, svar.saetning, tallet)


def _penge(penge: Oekonomioversigt) -> dict[str, tuple]:
    return {
        "givere": tuple(
            Pengefakta(et.saetning, f"{et.stand.giver}|{et.stand.art}|{et.stand.mangler}|{et.stand.leveret}")
            for et in penge.givere
            if et.er_advarsel
        ),
        "overskredet": tuple(pengeord.overskredne(penge.linjer, penge.aarslinjer)),
        "rester": tuple(
            Pengefakta(et.saetning, f"{et.noegle}|{et.beloeb}|{et.stand}", et.aar)
            for et in penge.restmidler
            if et.er_advarsel
        ),
        "regnskaber": tuple((et.aar, et.frist) for et in penge.regnskaber if not et.er_sendt),
    }


def _til_bestyrelsen(plan: Helhedsplan) -> tuple[TilAfgoerelse, ...]:
    """The changes under way whose first open step is the board's."""
    aabne = Godkendelsestrin.objects.filter(
        aendring__helhedsplan=plan, aendring__status=Aendringsstatus.INDSENDT, udfald=Trinudfald.AFVENTER
    ).exclude(slags=Trinslags.ORIENTERING)
    foerste: dict[int, Godkendelsestrin] = {}
    for et in aabne.select_related("organ", "aendring__delaftale__indsatsomraade__omraadetype").order_by(
        "aendring__indsendt_tidspunkt", "aendring", "raekkefoelge", "pk"
    ):
        foerste.setdefault(et.aendring_id, et)
    return tuple(
        TilAfgoerelse(
            et.aendring_id,
            str(et.aendring.delaftale) if et.aendring.delaftale else "Den strategiske aftale",
            et.aendring.grund,
            timezone.localdate(et.aendring.indsendt_tidspunkt),
        )
        for et in foerste.values()
        if trinret(et) == Ret.BESLUT
    )
