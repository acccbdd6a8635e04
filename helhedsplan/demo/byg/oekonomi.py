"""What happened in kroner: postings, deliveries, agreements, unspent money, accounts. As rows: the years are closed."""

from collections.abc import Callable
from typing import Any

from aftaler.models import Omkostningstype, Tilsagn
from aftaler.models.budget import Placering
from helhedsplan.demo import former
from helhedsplan.demo.byg.byggeri import Byggeri
from oekonomi.models import (
    Budgetaendring,
    Forbrug,
    Kompensation,
    Levering,
    Regnskabsaar,
    Restmidler,
    Revisorbemaerkning,
)
from oekonomi.rules.budgetaendringer import budgetaendringens_godkender
from oekonomi.rules.regnskab import regnskabsfrist
from oekonomi.statuses import Budgetaendringsstatus


def pengestroem(byggeri: Byggeri, spec: former.Pengestroem) -> None:
    typer = {et.navn: et for et in Omkostningstype.objects.order_by("raekkefoelge", "pk")}
    delaftaler = {nr: byggeri.delaftale(nr) for nr in {et.delaftale for et in spec.forbrug}}
    Forbrug.objects.bulk_create(
        Forbrug(
            helhedsplan=byggeri.plan,
            placering=_placering(et.delaftale),
            delaftale=delaftaler[et.delaftale],
            omkostningstype=typer[et.type] if et.type else None,
            kilde=byggeri.kilder[et.kilde] if et.kilde else None,
            bogfoert_dato=et.dato,
            aar=et.dato.year,
            beloeb=et.beloeb,
            tekst=et.tekst,
            bilagsnr=f"{et.dato.year}-{nr:03}",
            eksempel=True,
        )
        for nr, et in enumerate(spec.forbrug, 1)
    )
    _goer(byggeri, spec.leveret, _levering)
    _goer(byggeri, spec.indhentninger, _indhentning)
    _goer(byggeri, spec.flytninger, _flytning)
    _goer(byggeri, spec.rester, _rest)
    _goer(byggeri, spec.regnskaber, _regnskab)


def _goer(byggeri: Byggeri, specs: tuple[Any, ...], lav: Callable[[Byggeri, Any], None]) -> None:
    for spec in specs:
        lav(byggeri, spec)


def _levering(byggeri: Byggeri, spec: former.Leveret) -> None:
    tilsagn = Tilsagn.objects.get(kilde=byggeri.kilder[spec.kilde], art=spec.art, erstattet_dato=None)
    Levering.objects.create(
        helhedsplan=byggeri.plan,
        tilsagn=tilsagn,
        fra_dato=spec.fra,
        til_dato=spec.til,
        timer=spec.timer,
        sats=spec.sats,
        beloeb=spec.beloeb,
        funktion=spec.funktion,
        bevis=spec.bevis,
        eksempel=True,
    )


def _indhentning(byggeri: Byggeri, spec: former.Indhentning) -> None:
    Kompensation.objects.create(
        helhedsplan=byggeri.plan,
        kilde=byggeri.kilder[spec.kilde],
        art=spec.art,
        aar=spec.aar,
        beloeb=spec.beloeb,
        senest_dato=spec.senest,
        besluttet_dato=spec.aftalt,
        tekst=spec.tekst,
    )


def _flytning(byggeri: Byggeri, spec: former.Flytning) -> None:
    Budgetaendring.objects.create(
        helhedsplan=byggeri.plan,
        fra_placering=_placering(spec.fra),
        fra_delaftale=byggeri.delaftale(spec.fra),
        fra_aar=spec.fra_aar,
        til_placering=_placering(spec.til),
        til_delaftale=byggeri.delaftale(spec.til),
        til_aar=spec.til_aar,
        beloeb=spec.beloeb,
        grund=spec.grund,
        status=Budgetaendringsstatus.GODKENDT,
        afgjort_dato=spec.dato,
        afgjort_af=budgetaendringens_godkender(spec.fra, spec.til),
        eksempel=True,
    )


def _rest(byggeri: Byggeri, spec: former.Rest) -> None:
    Restmidler.objects.create(
        helhedsplan=byggeri.plan,
        aar=spec.aar,
        beloeb=spec.beloeb,
        anvendelse=spec.anvendelse,
        frist_dato=spec.frist,
        brev_dato=spec.brev,
    )


def _regnskab(byggeri: Byggeri, spec: former.Regnskab) -> None:
    frist = regnskabsfrist(spec.aar)
    regnskab = Regnskabsaar.objects.create(
        helhedsplan=byggeri.plan,
        aar=spec.aar,
        frist_dato=frist,
        oprindelig_frist=frist,
        underskrevet_dato=spec.underskrevet,
        paategnet_dato=spec.paategnet,
        sendt_dato=spec.sendt,
        revisor=spec.revisor,
    )
    for tekst, opfoelgning, lukket in spec.bemaerkninger:
        Revisorbemaerkning.objects.create(
            regnskabsaar=regnskab, tekst=tekst, opfoelgning=opfoelgning, lukket_dato=lukket
        )


def _placering(delaftale: str) -> str:
    return Placering.DELAFTALE if delaftale else Placering.TVAERGAAENDE
