"""Who pays, what they promised, and what it costs. Whole kroner."""

from decimal import Decimal

from aftaler.models import Budgetpost, Finansieringskilde, Omkostningstype, OplystAndel, Tilsagn
from aftaler.models.budget import Placering
from helhedsplan.demo import former
from helhedsplan.demo.byg.byggeri import Byggeri


def oekonomi(byggeri: Byggeri, spec: former.Oekonomi) -> None:
    for kilde in spec.kilder:
        byggeri.kilder[kilde.navn] = Finansieringskilde.objects.create(
            helhedsplan=byggeri.plan,
            navn=kilde.navn,
            art=kilde.art,
            organisation=byggeri.organisationer[kilde.organisation] if kilde.organisation else None,
        )
    for tilsagn in spec.tilsagn:
        _tilsagn(byggeri, tilsagn, None)
    _poster(byggeri, spec.poster)
    for andel in spec.andele:
        oplyst = OplystAndel.objects.create(helhedsplan=byggeri.plan, procent=Decimal(andel.procent), hvor=andel.hvor)
        oplyst.kilder.set(byggeri.kilder[navn] for navn in andel.kilder)


def _tilsagn(byggeri: Byggeri, spec: former.Tilsagn, forgaenger: Tilsagn | None) -> None:
    tilsagn = Tilsagn.objects.create(
        helhedsplan=byggeri.plan,
        kilde=byggeri.kilder[spec.kilde],
        art=spec.art,
        aar=spec.aar,
        beloeb=spec.beloeb,
        timer=spec.timer,
        betingelse=spec.betingelse,
        erstatter=forgaenger,
        erstattet_dato=spec.afloest,
        eksempel=spec.eksempel,
    )
    for ny in spec.erstattes_af:
        _tilsagn(byggeri, ny, tilsagn)


def _poster(byggeri: Byggeri, specs: tuple[former.Post, ...]) -> None:
    typer = {et.navn: et for et in Omkostningstype.objects.order_by("raekkefoelge", "pk")}
    delaftaler = {nr: byggeri.delaftale(nr) for nr in {et.delaftale for et in specs}}
    for spec in specs:
        Budgetpost.objects.create(
            helhedsplan=byggeri.plan,
            placering=Placering.DELAFTALE if spec.delaftale else Placering.TVAERGAAENDE,
            delaftale=delaftaler[spec.delaftale],
            aar=spec.aar,
            omkostningstype=typer[spec.type] if spec.type else None,
            kilde=byggeri.kilder[spec.kilde] if spec.kilde else None,
            tekst=spec.tekst,
            beloeb=spec.beloeb,
            eksempel=spec.eksempel,
        )
