"""Meetings by one insert a noun. Those whose day has come were held; the rest are drafts with their agenda."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.utils import timezone

from aftaler.snapshot import kontrolsum
from brugere.roles import Rolle
from helhedsplan.demo.moeder import former
from helhedsplan.storskala.byg.byggeri import Byggeri
from helhedsplan.storskala.moeder import moeder as opfind
from moeder.models import Behandling, Beslutning, Fremmoede, Moede, Opgave, Referat, Referatudgave, Sag
from moeder.reports.referat import referatindhold, som_json
from moeder.rules.moeder import moedekode
from moeder.statuses import Fremmoedeart, Moedetilstand, Referattilstand

RENSKREVET = timedelta(days=7)


@dataclass
class Punktet:
    """An item with its meeting, as it is written down and as the row it became."""

    spec: former.Punkt
    moede: Moede
    raekke: Behandling | None = None

    @property
    def holdt(self) -> bool:
        return self.moede.tilstand == Moedetilstand.AFSLUTTET


def alt(byggeri: Byggeri) -> None:
    specs = opfind(byggeri.spec)
    raekker = Moede.objects.bulk_create(_moeder(byggeri, specs))
    par = list(zip(specs, raekker, strict=True))
    Fremmoede.objects.bulk_create(et for spec, moede in par for et in _fremmoede(byggeri, spec, moede))
    punkter = [Punktet(et, moede) for spec, moede in par for et in spec.punkter]
    _behandlinger(byggeri, punkter)
    holdte = [et for et in punkter if et.holdt]
    Beslutning.objects.bulk_create(_beslutninger(byggeri, holdte))
    Opgave.objects.bulk_create(_opgave(byggeri, punkt, et) for punkt in holdte for et in punkt.spec.opgaver)
    _referater(byggeri, [moede for moede in raekker if moede.tilstand == Moedetilstand.AFSLUTTET])


def _moeder(byggeri: Byggeri, specs: tuple[former.Moede, ...]) -> Iterator[Moede]:
    organer = {et.navn: et for et in byggeri.plan.organer.all()}
    koder: set[str] = set()
    for spec in specs:
        kode = moedekode(spec.organ, spec.dag, koder)
        koder.add(kode)
        slutter = _kl(spec, spec.til)
        holdt = {"tilstand": Moedetilstand.AFSLUTTET, "afsluttet_af": byggeri.folk[Rolle.SEKRETARIAT]}
        yield Moede(
            helhedsplan=byggeri.plan,
            organ=organer[spec.organ],
            kode=kode,
            begynder=_kl(spec, spec.fra),
            slutter=slutter,
            sted=spec.sted,
            eksempel=True,
            **(holdt | {"afsluttet_tidspunkt": slutter} if slutter < timezone.now() else {}),
        )


def _fremmoede(byggeri: Byggeri, spec: former.Moede, moede: Moede) -> Iterator[Fremmoede]:
    if moede.tilstand != Moedetilstand.AFSLUTTET:
        return
    for art, navne in ((Fremmoedeart.TIL_STEDE, spec.til_stede), (Fremmoedeart.AFBUD, spec.afbud)):
        yield from (Fremmoede(moede=moede, person=byggeri.personer[navn], art=art) for navn in navne)


def _behandlinger(byggeri: Byggeri, punkter: list[Punktet]) -> None:
    """Every item is a case of its own."""
    sager = Sag.objects.bulk_create(Sag(helhedsplan=byggeri.plan, titel=et.spec.titel, eksempel=True) for et in punkter)
    pladser: dict[int, int] = {}
    for punkt, sag in zip(punkter, sager, strict=True):
        spec, moede = punkt.spec, punkt.moede
        pladser[moede.pk] = pladser.get(moede.pk, 0) + 1
        punkt.raekke = Behandling(
            sag=sag,
            moede=moede,
            raekkefoelge=pladser[moede.pk],
            titel=spec.titel,
            art=spec.art,
            lukket=spec.lukket,
            minutter=spec.minutter,
            fremlaegger=byggeri.personer.get(spec.fremlaegger),
            sagsfremstilling=spec.tekst,
            indstilling=spec.indstilling,
            referat=spec.referat if punkt.holdt else "",
            laast_tidspunkt=moede.slutter if punkt.holdt else None,
            eksempel=True,
        )
    Behandling.objects.bulk_create(et.raekke for et in punkter)


def _beslutninger(byggeri: Byggeri, punkter: list[Punktet]) -> Iterator[Beslutning]:
    for nr, punkt in enumerate((et for et in punkter if et.spec.beslutning), 1):
        yield Beslutning(
            behandling=punkt.raekke,
            helhedsplan=byggeri.plan,
            nr=nr,
            tekst=punkt.spec.beslutning,
            skrevet_af=byggeri.folk[Rolle.SEKRETARIAT],
            laast_tidspunkt=punkt.moede.slutter,
            eksempel=True,
        )


def _opgave(byggeri: Byggeri, punkt: Punktet, spec: former.Opgave) -> Opgave:
    return Opgave(
        helhedsplan=byggeri.plan,
        behandling=punkt.raekke,
        tekst=spec.tekst,
        ejer=byggeri.personer[spec.ejer],
        frist_dato=spec.frist,
        udfoert_dato=spec.udfoert,
        udfoert_af=byggeri.folk[Rolle.PROJEKTLEDER] if spec.udfoert else None,
        eksempel=True,
    )


def _referater(byggeri: Byggeri, moeder: list[Moede]) -> None:
    """Approved at the body's next meeting; the last of each body is a draft still."""
    naeste: dict[int, Moede] = {}
    referater = []
    for moede in reversed(moeder):
        senere = naeste.get(moede.organ_id)
        godkendt = {"tilstand": Referattilstand.GODKENDT, "godkendt_moede": senere}
        referater.append(Referat(moede=moede, **(godkendt | {"godkendt_tidspunkt": senere.slutter} if senere else {})))
        naeste[moede.organ_id] = moede
    Referat.objects.bulk_create(referater)
    Referatudgave.objects.bulk_create(_udgave(byggeri, et) for et in referater)


def _udgave(byggeri: Byggeri, referat: Referat) -> Referatudgave:
    indhold = som_json(referatindhold(referat.moede))
    return Referatudgave(
        referat=referat,
        nr=1,
        indhold=indhold,
        kontrolsum=kontrolsum(indhold),
        frosset_af=byggeri.folk[Rolle.SEKRETARIAT],
        frosset_tidspunkt=referat.moede.slutter + RENSKREVET,
    )


def _kl(spec: former.Moede, time_: int) -> datetime:
    return datetime.combine(spec.dag, time(time_), UTC)
