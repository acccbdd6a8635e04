"""Måleplaner, figures on their way, a status set by hand and locked years: through the services that people use."""

from datetime import date
from decimal import Decimal

from brugere.roles import Rolle
from helhedsplan.demo import opfoelgning as former
from helhedsplan.demo.byg.byggeri import Byggeri
from maalinger.models import Maaling
from maalinger.services import godkendelse, laase, maaleplaner, maalinger, tilsidesaettelser
from maalinger.services.maaleplaner import Maaleplandata
from maalinger.statuses import Status


def alt(byggeri: Byggeri) -> None:
    """Last of all: a locked year takes no more figures."""
    spec = former.PLANER.get(byggeri.plan.slug, former.Opfoelgning())
    for navn, maaleplan in spec.planer.items():
        _maaleplan(byggeri, navn, maaleplan)
    for tal in spec.tal:
        _tal(byggeri, tal)
    for navn, (status, grund) in spec.sat.items():
        tilsidesaettelser.saet_status(
            byggeri.kriterium(navn), status=Status(status), grund=_eksempel(grund), af=byggeri.folk[Rolle.FORMAND]
        )
    for laas in spec.laase:
        _laas(byggeri, laas)


def _maaleplan(byggeri: Byggeri, navn: str, spec: former.Plan) -> None:
    fra, til, maal = spec.skala or (None, None, None)
    data = Maaleplandata(
        hyppighed=spec.hyppighed,
        ansvarlig=byggeri.folk[Rolle.MEDARBEJDER],
        skala_fra=fra,
        skala_til=til,
        skala_maal=maal,
        delmaal={(None, aar): Decimal(vaerdi) for aar, vaerdi in spec.delmaal.items()},
    )
    grund = _eksempel("Bestyrelsen vedtog måleplanen") if spec.skala or spec.delmaal else ""
    maaleplaner.ret_maaleplan(byggeri.kriterium(navn), data, udgave=0, af=byggeri.projektleder, grund=grund)


def _tal(byggeri: Byggeri, spec: former.Tal) -> None:
    kriterium, medarbejder = byggeri.kriterium(spec.kriterium), byggeri.folk[Rolle.MEDARBEJDER]
    fra, til = date(spec.aar, 1, 1), date(spec.aar, 12, 31)
    indtastet = maalinger.Indtastet(fra, til, spec.kilde, Decimal(spec.vaerdi), bemaerkning=spec.bemaerkning)
    if spec.retter:
        gammel = kriterium.maalinger.taellende().get(fra_dato=fra, til_dato=til)
        maaling = maalinger.ret_godkendt(gammel, indtastet, af=medarbejder)
    else:
        maaling = maalinger.registrer_maaling(kriterium, indtastet, af=medarbejder)
    Maaling.objects.filter(pk=maaling.pk).update(eksempel=True)
    if spec.naaet == "kladde":
        return
    godkendelse.send_maaling(maaling, af=medarbejder)
    if spec.naaet == "returneret":
        godkendelse.returner_maaling(maaling, note=spec.note, udgave=maaling.udgave, af=byggeri.projektleder)
    if spec.naaet == "godkendt":
        godkendelse.godkend_maaling(maaling, udgave=maaling.udgave, af=byggeri.projektleder)


def _laas(byggeri: Byggeri, spec: former.Laas) -> None:
    sekretariat = byggeri.folk[Rolle.SEKRETARIAT]
    laas = laase.laas_periode(
        byggeri.plan,
        fra_dato=date(spec.aar, 1, 1),
        til_dato=date(spec.aar, 12, 31),
        grund=_eksempel(spec.grund),
        af=sekretariat,
    )
    if spec.aabnet:
        laase.laas_op(laas, grund=_eksempel(spec.aabnet), af=sekretariat)


def _eksempel(grund: str) -> str:
    return f"{grund.removesuffix('.')} (eksempel)."
