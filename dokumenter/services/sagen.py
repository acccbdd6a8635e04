"""What the whole case holds for the one who orders it: every paper of its own maker, every file, and the registers.

Found and frozen when it is ordered, as a paper is; made by `samling`.
"""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from aftaler import snapshot
from aftaler.models import Delaftale, Helhedsplan
from brugere.models import Bruger
from dokumenter.reports import PAPIRER
from dokumenter.reports.data import udgavenavn
from dokumenter.reports.frysning import frys
from dokumenter.reports.grundlag import Grundlag, IngenUdgave, Valg
from dokumenter.reports.moedegrundlag import moedelaeser
from dokumenter.reports.moedepapir import udgavenavn as moedeudgave
from dokumenter.reports.opgoerelser import Opgoerelse
from dokumenter.reports.sagen import KUNNE_IKKE_LAVES, Sagsdel, Sagshoved, Sagsmappe, fil
from dokumenter.reports.sagsregister import Registre, registre
from dokumenter.rules import unik_plads
from dokumenter.services import sagsfiler
from dokumenter.services.grundlaget import find_papir
from dokumenter.services.sagsfiler import Del, Laeser
from dokumenter.statuses import Format, Papir
from kerne.datoer import dato
from moeder.models import Beslutning, Opgave, Punktbilag

log = logging.getLogger(__name__)

# Documents that have versions: where the plan has any, only those are the case.
MED_VERSIONER = frozenset(
    {
        Papir.STRATEGISK_AFTALE,
        Papir.DELAFTALE,
        Papir.AKTIVITETSSKEMAER,
        Papir.MILEPAELSPLAN,
        Papir.ORGANISATIONSDIAGRAM,
        Papir.KOMMISSORIUM,
        Papir.BEREDSKABSPLAN,
    }
)
PLANENS: tuple[tuple[Sagsmappe, tuple[Papir, ...]], ...] = (
    (
        Sagsmappe.BILAG,
        (
            Papir.MILEPAELSPLAN,
            Papir.AKTIVITETSSKEMAER,
            Papir.ORGANISATIONSDIAGRAM,
            Papir.KOMMISSORIUM,
            Papir.BEREDSKABSPLAN,
        ),
    ),
    (Sagsmappe.STATUS, (Papir.STATUSRAPPORT, Papir.BOLIGSOCIALE_DATA, Papir.EFTERSYN)),
    (Sagsmappe.PENGE, (Papir.BUDGET, Papir.BUDGETOVERSIGT)),
    (Sagsmappe.REVISION, (Papir.REVISIONSBILAG,)),
)
AFTALENS = (Format.PDF, Format.JSON)
IKKE_GODKENDT = "Er ikke godkendt endnu. En kladde bestilles for sig af dem, der ser kladder."
KUN_MED_KLADDER = "Viser også det, der ikke er godkendt, og bestilles af dem, der ser kladder."
NOTER = (
    "Hvert papir er det samme, som bestilles for sig. Kontrolsummerne står i kontrolsummer.txt.",
    "Bilag til målinger er dem til tal, der er godkendt.",
)
AABEN = "Lukkede punkter og lukkede bilag er ikke med. På en dagsorden eller i et referat står der »Lukket punkt«."


def saml(plan: Helhedsplan, valg: Valg, *, i_dag: date, laeser: Bruger | None) -> Grundlag:
    """Everything of the plan that the reader may see, frozen. Raises IngenUdgave."""
    if valg.pr or valg.kladde or valg.delaftale:
        raise IngenUdgave("Hele sagen er alt, som det er i dag. Bestil den uden dato, kladde og delaftale.")
    hvem = Laeser(plan, laeser, moedelaeser(plan, laeser), valg.lukket, i_dag)
    dele = _med_egen_plads([*_aftalen(hvem), *_planens(hvem), *_moederne(hvem), *sagsfiler.beviser(hvem)])
    indhold: dict[str, Any] = {
        "dato": i_dag.isoformat(),
        "kladde": hvem.ser_kladder,  # it holds what only they see: never handed to a stranger by a link
        "kun_ledere": valg.lukket or any(et.grundlag is not None and et.grundlag.kun_ledere for et in dele),
        "udgave": f"{moedeudgave(lukket=valg.lukket)}, opgjort {dato(i_dag)}",
        "plan": plan.pk,
        "hoved": frys(_hoved(hvem)),
        "dele": [frys(et.sagsdel) | {"grundlag": et.grundlag.som_json() if et.grundlag else None} for et in dele],
        "registre": frys(_registre(hvem)),
    }
    return Grundlag(Papir.HELE_SAGEN, (), opgoerelse=Opgoerelse(indhold, snapshot.kontrolsum(indhold)))


def _hoved(hvem: Laeser) -> Sagshoved:
    navn = moedeudgave(lukket=hvem.lukket)
    noter = NOTER if hvem.lukket else (*NOTER, AABEN)
    return Sagshoved(hvem.plan.navn, f"{navn[:1].upper()}{navn[1:]}, opgjort {dato(hvem.i_dag)}", noter)


def _aftalen(hvem: Laeser) -> Iterator[Del]:
    yield from _papir(hvem, Sagsmappe.AFTALEN, Papir.STRATEGISK_AFTALE, formater=AFTALENS)
    delaftaler = Delaftale.objects.filter(indsatsomraade__helhedsplan=hvem.plan).i_raekkefoelge()
    for et in delaftaler.select_related("indsatsomraade__omraadetype"):
        nr = et.indsatsomraade.omraadetype.nr
        yield from _papir(
            hvem,
            Sagsmappe.AFTALEN,
            Papir.DELAFTALE,
            Valg(delaftale=nr),
            titel=f"Delaftale {et.indsatsomraade}",
            stamme=f"delaftale-{nr.replace('.', '-')}",
            formater=AFTALENS,
        )
    yield from sagsfiler.underskrevne(hvem)
    yield from sagsfiler.afgoerelser(hvem)


def _planens(hvem: Laeser) -> Iterator[Del]:
    for mappe, papirer in PLANENS:
        for papir in papirer:
            yield from _papir(hvem, mappe, papir)
        if mappe == Sagsmappe.PENGE:
            yield from sagsfiler.leverancer(hvem)


def _moederne(hvem: Laeser) -> Iterator[Del]:
    """Each held meeting in a folder of its own: agenda, referat, appendices."""
    bilag: dict[int, list[Punktbilag]] = {}
    for et in sagsfiler.punktbilag(hvem):
        bilag.setdefault(et.behandling.moede_id, []).append(et)
    for moede in hvem.holdte:
        dag = moede.dag
        sti = f"{dag.isoformat()}-{moede.kode.replace(f'-{dag.isoformat()}', '')}"
        for papir in (Papir.DAGSORDEN, Papir.REFERAT):
            yield from _papir(
                hvem,
                Sagsmappe.MOEDER,
                papir,
                Valg(moede=moede.kode, lukket=hvem.lukket),
                titel=f"{papir.label}, {moede.organ} {dato(dag)}",
                stamme=f"{papir.value}-lukket-udgave" if hvem.lukket else papir.value,
                sti=sti,
            )
        for nr, et in enumerate(bilag.get(moede.pk, ()), 1):
            titel = f"Bilag til »{et.behandling.titel}«: {et.navn}"
            yield Del(fil(Sagsmappe.MOEDER, f"{sti}/bilag", nr, titel, et.navn, et.fil.name))


def _papir(
    hvem: Laeser,
    mappe: Sagsmappe,
    papir: Papir,
    valg: Valg | None = None,
    *,
    titel: str = "",
    stamme: str = "",
    sti: str = "",
    formater: tuple[Format, ...] | None = None,
) -> Iterator[Del]:
    """One paper in each of its formats; or one line that says why it is not there."""
    titel, stamme = titel or str(papir.label), stamme or papir.value
    if PAPIRER[papir].om_kladden and not hvem.ser_kladder:
        yield Del(Sagsdel(mappe, titel, sti=sti, mangler=KUN_MED_KLADDER))
        return
    grundlag, mangler = _fundet(hvem, papir, valg or Valg())
    if grundlag is None:
        yield Del(Sagsdel(mappe, titel, sti=sti, mangler=mangler))
        return
    udkast = "-udkast" if grundlag.er_kladde else ""
    udgave = f"UDKAST, {udgavenavn(grundlag)}" if grundlag.er_kladde else udgavenavn(grundlag)
    for format in formater or _formater(papir):
        navn = f"{stamme}{udkast}.{format.value}"
        yield Del(Sagsdel(mappe, titel, navn, sti, udgave, format=format.value), grundlag)


def _fundet(hvem: Laeser, papir: Papir, valg: Valg) -> tuple[Grundlag | None, str]:
    """What the paper is made from, or why it is not in the case. One that fails does not take the others with it."""
    try:
        with transaction.atomic():
            grundlag = find_papir(hvem.plan, papir, valg, i_dag=hvem.i_dag, laeser=hvem.bruger)
    except IngenUdgave as fejl:
        return None, str(fejl)
    except Exception:
        log.exception("%s kom ikke med i hele sagen for %s", papir.value, hvem.plan.slug)
        return None, KUNNE_IKKE_LAVES
    return (grundlag, "") if _er_sagens(hvem, grundlag) else (None, IKKE_GODKENDT)


def _er_sagens(hvem: Laeser, grundlag: Grundlag) -> bool:
    """A draft is only for those who see drafts; of a document only where the plan never had a version."""
    if not grundlag.er_kladde:
        return True
    return hvem.ser_kladder and not (grundlag.papir in MED_VERSIONER and hvem.plan.versioner.exists())


def _formater(papir: Papir) -> tuple[Format, ...]:
    """On paper and as figures; a text that can be written on is ordered by itself."""
    return tuple(et for et in PAPIRER[papir].formater if et in (Format.PDF, Format.XLSX))


def _med_egen_plads(dele: Iterable[Del]) -> list[Del]:
    """No two in the same place."""
    optagne: set[str] = set()
    ud = []
    for et in dele:
        if not et.sagsdel.mangler:
            plads = unik_plads(et.sagsdel.plads, optagne)
            optagne.add(plads)
            et = replace(et, sagsdel=replace(et.sagsdel, navn=plads.rpartition("/")[2]))
        ud.append(et)
    return ud


def _registre(hvem: Laeser) -> Registre:
    """Decisions and tasks of held meetings, and every version; changes under way for those who see drafts."""
    plan, aabne = hvem.plan, Q() if hvem.lukket else Q(behandling__lukket=False)
    paa_moederne = Q(behandling__moede__in=hvem.holdte.values("pk"))
    beslutninger, opgaver = Beslutning.objects.filter(helhedsplan=plan), Opgave.objects.filter(helhedsplan=plan)
    if hvem.bruger is not None:
        beslutninger, opgaver = (
            beslutninger.synlige_for(hvem.bruger),
            opgaver.synlige_for(hvem.bruger),
        )
    dokument = "delaftale__indsatsomraade__omraadetype"
    aendringer = plan.aendringer.select_related(dokument, "indsendt_af", "version").defer("forslag", "version__indhold")
    return registre(
        beslutninger.filter(paa_moederne, aabne)
        .select_related("behandling__moede__organ", f"version__{dokument}")
        .defer("version__indhold")
        .order_by("nr"),
        opgaver.filter(Q(behandling=None) | (paa_moederne & aabne))
        .select_related("ejer", "behandling__moede__organ")
        .order_by("frist_dato", "pk"),
        plan.versioner.select_related(dokument).defer("indhold").order_by("gaelder_fra", "delaftale", "nr"),
        aendringer.prefetch_related("trin").order_by("indsendt_tidspunkt", "pk") if hvem.ser_kladder else None,
    )
