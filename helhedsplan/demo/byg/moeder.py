"""Meetings that were held, what was said and decided, and one under preparation. As rows: they lie in the past."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from aftaler.models import Organ
from aftaler.models.organ import Organart
from brugere.roles import Rolle
from helhedsplan.demo.byg import referater
from helhedsplan.demo.byg.aftalen import EFTER_PERIODEN
from helhedsplan.demo.byg.byggeri import Byggeri
from helhedsplan.demo.moeder import FASTE, PLANER, former
from helhedsplan.demo.papir import en_side
from maalinger.models import Maaling
from maalinger.statuses import Maalingstilstand
from moeder.models import Behandling, Beslutning, Henvisning, Moede, Opgave, Sag
from moeder.reports import figurer
from moeder.rules.moeder import moedekode
from moeder.statuses import Beslutningsudfald, Fremmoedeart, Moedetilstand

FREDAG = 5


def alt(byggeri: Byggeri) -> None:
    spec = PLANER.get(byggeri.plan.slug, former.Plan())
    for navn in spec.uden_for:
        Organ.objects.create(helhedsplan=byggeri.plan, art=Organart.UDEN_FOR, navn=navn)
    for navn, titel in spec.personer.items():
        byggeri.person(navn, titel)
    bestyrelse = byggeri.plan.organer.get(art=Organart.BESTYRELSE)
    for nr, (titel, art, minutter, sidst) in enumerate(FASTE, 1):
        bestyrelse.standardpunkter.create(raekkefoelge=nr, titel=titel, art=art, minutter=minutter, sidst=sidst)
    sager = {navn: _sag(byggeri, et.titel, et.journalnr, et.sagsnr) for navn, et in spec.sager.items()}
    for moede in sorted(spec.moeder, key=lambda et: et.dag):
        _holdt(byggeri, moede, spec, sager)
    if spec.udkast:
        _udkast(byggeri, spec.udkast, spec, sager)
    referater.alt(byggeri)


def _holdt(byggeri: Byggeri, spec: former.Moede, plan: former.Plan, sager: dict[str, Sag]) -> None:
    slutter = _kl(spec.dag, spec.til)
    moede = _moede(
        byggeri,
        spec.organ,
        _kl(spec.dag, spec.fra),
        slutter,
        art=spec.art,
        sted=spec.sted,
        tilstand=Moedetilstand.AFSLUTTET,
        indkaldt_tidspunkt=_kl(spec.dag - timedelta(days=14), 9),
        afsluttet_af=byggeri.folk[Rolle.SEKRETARIAT],
        afsluttet_tidspunkt=slutter,
    )
    for art, navne in ((Fremmoedeart.TIL_STEDE, spec.til_stede), (Fremmoedeart.AFBUD, spec.afbud)):
        for navn in navne:
            moede.fremmoede.create(person=byggeri.person(navn), art=art)
    for nr, et in enumerate(spec.punkter, 1):
        punkt = _punkt(byggeri, et, plan, sager, moede=moede, raekkefoelge=nr)
        henvisninger = list(punkt.henvisninger.select_related(*figurer.MED_EMNET))
        for noegle, frosset in _som_de_var(byggeri, henvisninger, spec.dag).items():
            Henvisning.objects.filter(pk=noegle).update(frosset=frosset)
        if et.beslutning:
            _beslutning(byggeri, punkt, et, slutter)
        for opgave in et.opgaver:
            _opgave(byggeri, punkt, opgave)
    moede.behandlinger.update(laast_tidspunkt=slutter)


def _som_de_var(byggeri: Byggeri, henvisninger: list[Henvisning], dag: date) -> dict[int, dict[str, Any]]:
    """The figures as the meeting saw them: those that came later are out while it is asked, and then back."""
    talte = Maaling.objects.filter(kriterium__helhedsplan=byggeri.plan, tilstand=Maalingstilstand.GODKENDT)
    senere = talte.filter(Q(udtraek_dato__gt=dag) | Q(udtraek_dato__isnull=True, til_dato__gt=dag - EFTER_PERIODEN))
    with transaction.atomic():
        senere.update(tilstand=Maalingstilstand.ERSTATTET)
        frosne = figurer.frys(byggeri.plan, henvisninger, dato=dag)
        transaction.set_rollback(True)
    return frosne


def _udkast(byggeri: Byggeri, spec: former.Udkast, plan: former.Plan, sager: dict[str, Sag]) -> None:
    """In some weeks from today, on a weekday."""
    dag = timezone.localdate() + timedelta(days=spec.om_dage)
    while dag.isoweekday() > FREDAG:
        dag += timedelta(days=1)
    kaldt = {"tilstand": Moedetilstand.INDKALDT, "indkaldt_tidspunkt": timezone.now()} if spec.indkaldt else {}
    moede = _moede(byggeri, spec.organ, _kl(dag, 13), _kl(dag, 15), sted=spec.sted, **kaldt)
    for nr, et in enumerate(spec.punkter, 1):
        _punkt(byggeri, et, plan, sager, moede=moede, raekkefoelge=nr)
    for et in spec.idelisten:
        _punkt(byggeri, et, plan, sager)


def _moede(byggeri: Byggeri, organ: str, begynder: datetime, slutter: datetime, **felter: Any) -> Moede:
    optagne = set(byggeri.plan.moeder.values_list("kode", flat=True))
    return Moede.objects.create(
        helhedsplan=byggeri.plan,
        organ=byggeri.plan.organer.get(navn=organ),
        kode=moedekode(organ, timezone.localtime(begynder).date(), optagne),
        begynder=begynder,
        slutter=slutter,
        eksempel=True,
        **felter,
    )


def _sag(byggeri: Byggeri, titel: str, journalnr: str = "", sagsnr: str = "") -> Sag:
    return Sag.objects.create(helhedsplan=byggeri.plan, titel=titel, journalnr=journalnr, sagsnr=sagsnr, eksempel=True)


def _punkt(byggeri: Byggeri, spec: former.Punkt, plan: former.Plan, sager: dict[str, Sag], **felter: Any) -> Behandling:
    """An item; what stands on its case is written on every treatment of it, as the case form is."""
    sagen = plan.sager.get(spec.sag, former.Sag(spec.titel))
    punkt = Behandling.objects.create(
        sag=sager[spec.sag] if spec.sag else _sag(byggeri, spec.titel),
        titel=spec.titel or sagen.titel,
        art=spec.art,
        minutter=spec.minutter,
        lukket=spec.lukket,
        fremlaegger=byggeri.person(spec.fremlaegger),
        sagsfremstilling=spec.tekst or sagen.tekst,
        oekonomi=sagen.oekonomi,
        lovgrundlag=sagen.lovgrundlag,
        hoering=sagen.hoering,
        indstilling=spec.indstilling or sagen.indstilling,
        afgoeres_af=spec.afgoeres_af,
        referat=spec.referat,
        eksempel=True,
        **felter,
    )
    find: dict[str, Callable[[str], Any]] = {
        "kriterium": byggeri.kriterium,
        "delaftale": byggeri.delaftale,
        "aendring": lambda grund: byggeri.plan.aendringer.get(grund=grund),
    }
    for slags, navn in spec.om:
        punkt.henvisninger.create(**{slags: find[slags](navn)})
    for nr, et in enumerate(spec.bilag, 1):
        bilag = punkt.bilag.create(navn=et.navn, raekkefoelge=nr)
        bilag.fil.save("bilag.pdf", ContentFile(en_side(et.linjer)))
    return punkt


def _beslutning(byggeri: Byggeri, punkt: Behandling, spec: former.Punkt, tidspunkt: datetime) -> None:
    """A decision on a change points at it, and at the version that it put in force."""
    aendring = next((byggeri.plan.aendringer.get(grund=navn) for slags, navn in spec.om if slags == "aendring"), None)
    Beslutning.objects.create(
        behandling=punkt,
        helhedsplan=byggeri.plan,
        nr=byggeri.plan.beslutninger.count() + 1,
        tekst=spec.beslutning,
        aendring=aendring,
        version=aendring.version if aendring else None,
        udfald=Beslutningsudfald.GODKENDT if aendring else "",
        skrevet_af=byggeri.folk[Rolle.SEKRETARIAT],
        laast_tidspunkt=tidspunkt,
        eksempel=True,
    )


def _opgave(byggeri: Byggeri, punkt: Behandling, spec: former.Opgave) -> None:
    Opgave.objects.create(
        helhedsplan=byggeri.plan,
        behandling=punkt,
        tekst=spec.tekst,
        ejer=byggeri.person(spec.ejer),
        frist_dato=spec.frist,
        udfoert_dato=spec.udfoert,
        udfoert_af=byggeri.projektleder if spec.udfoert else None,
        eksempel=True,
    )


def _kl(dag: date, time_: int) -> datetime:
    return timezone.make_aware(datetime.combine(dag, time(time_)))
