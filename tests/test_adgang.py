"""Every page × every role × own plan, another plan, nobody, from tests/adgang.py; a page without a line fails."""

import re
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.urls import reverse

from aftaler import models as aftaler
from aftaler.rules.aendringer import BESTYRELSEN
from aftaler.services import aendringer, versioner
from aftaler.services.aendringer import Trinforslag
from brugere.roles import RETTIGHEDER, Rolle
from tests import factories
from tests.adgang import SIDER, UDEN_PLAN
from tests.maalinger.registertal import DataindlaesningFactory, IndikatorvaerdiFactory
from tests.moeder.factories import (
    BehandlingFactory,
    BeslutningFactory,
    ForslagFactory,
    IndkaldelseFactory,
    MoedeFactory,
    OpgaveFactory,
    ReferatFactory,
    ReferatkommentarFactory,
)
from tests.oekonomi.posteringer import ForbrugsindlaesningFactory
from tests.test_huset import alle_sider

pytestmark = pytest.mark.django_db
AABEN, LUKKET, UKENDT = {200, 302}, {403}, {404}


@pytest.fixture
def verden(plan):
    """One of everything in one plan; the key of each is what addresses point at."""
    omraade = factories.IndsatsomraadeFactory(helhedsplan=plan)
    delaftale = factories.DelaftaleFactory(indsatsomraade=omraade)
    kriterium = factories.SucceskriteriumFactory(indsatsomraade=omraade)
    boligomraade = factories.BoligomraadeFactory()
    boligomraade.helhedsplaner.add(plan)
    part = factories.AftalepartFactory(helhedsplan=plan)
    boligafdeling = aftaler.Boligafdeling.objects.create(navn="Afdeling 1", organisation=part.organisation)
    boligafdeling.helhedsplaner.add(plan)
    aktivitet = factories.AktivitetFactory(delaftale=delaftale)
    _saet_i_kraft(plan, delaftale)
    kilde = aftaler.Finansieringskilde.objects.create(helhedsplan=plan, navn="Kommunen", art="kommune")
    maaling = factories.MaalingFactory(kriterium=kriterium, bilag=ContentFile(b"%PDF-1.4", "udtraek.pdf"))
    return {
        "slug": plan.slug,
        "nr": omraade.omraadetype.nr,
        "kriterium": kriterium.nr,
        "dokumentdel": "datoer",
        "aktivitet": aktivitet.pk,
        "person": factories.PersonFactory(helhedsplan=plan).pk,
        "boligomraade": boligomraade.pk,
        "boligafdeling": boligafdeling.pk,
        "medlem": factories.MedlemskabFactory(helhedsplan=plan, rolle=Rolle.MEDARBEJDER).pk,
        "bilag": factories.DokumentbilagFactory(helhedsplan=plan, art="beredskabsplan", tekst="<p>Ring</p>").art,
        "maaling": maaling.pk,
        "periodelaas": factories.PeriodelaasFactory(helhedsplan=plan).pk,
        "listeplacering": factories.ListeplaceringFactory(helhedsplan=plan, omraade=boligomraade).pk,
        **_organer(plan, part.organisation),
        **_aktivitetens(plan, aktivitet),
        **_aendringen(plan),
        **_pengene(plan),
        **_moedet(plan, kriterium),
        "vaerdi": IndikatorvaerdiFactory(helhedsplan=plan, omraade=boligomraade).pk,
        "dataindlaesning": DataindlaesningFactory(helhedsplan=plan).pk,
        "kilde": kilde.pk,
        "tilsagn": aftaler.Tilsagn.objects.create(helhedsplan=plan, kilde=kilde, art="kontant", beloeb=100).pk,
        "budgetpost": aftaler.Budgetpost.objects.create(helhedsplan=plan, placering="tvaergaaende", beloeb=100).pk,
        "andel": aftaler.OplystAndel.objects.create(helhedsplan=plan, procent=38, hvor="Sagen").pk,
        **_det_der_skete(aktivitet),
        "frafald": aftaler.Frafald.objects.create(
            helhedsplan=plan, regel="plads-ledig", grund="Posten besættes i maj.", af=factories.BrugerFactory()
        ).pk,
        "bestilling": lambda bruger: factories.BestillingFactory(helhedsplan=plan, bestilt_af=bruger, klar=True).pk,
        "udlevering": factories.UdleveringFactory(bestilling__helhedsplan=plan).pk,
    }


def _pengene(plan) -> dict:
    """Money that moved: the budget change stays inside one place, so that it is the board's."""
    timer = factories.TilsagnFactory(kilde__helhedsplan=plan, art="timer", timer=100)
    levering = factories.LeveringFactory(tilsagn=timer, timer=10, beloeb=None)
    levering.bilag.save("timesedler.pdf", ContentFile(b"%PDF-1.4"))
    regnskab = factories.RegnskabsaarFactory(helhedsplan=plan)
    return {
        "aar": regnskab.aar,
        "levering": levering.pk,
        "bemaerkning": factories.RevisorbemaerkningFactory(regnskabsaar=regnskab).pk,
        "forbrug": factories.ForbrugFactory(helhedsplan=plan).pk,
        "forbrugsindlaesning": ForbrugsindlaesningFactory(helhedsplan=plan).pk,
        "kompensation": factories.KompensationFactory(kilde=timer.kilde).pk,
        "budgetaendring": factories.BudgetaendringFactory(helhedsplan=plan).pk,
        "restmidler": factories.RestmidlerFactory(helhedsplan=plan).pk,
    }


def _moedet(plan, kriterium) -> dict:
    """A meeting that was held, so that everybody in the plan sees it."""
    moede = MoedeFactory(organ=plan.organer.get(), holdt=True)
    punkt = BehandlingFactory(moede=moede)
    bilag = punkt.bilag.create(navn="Notat")
    bilag.fil.save("notat.pdf", ContentFile(b"%PDF-1.4"))
    fast = moede.organ.standardpunkter.create(titel="Eventuelt")
    return {
        "moede": moede.kode,
        "punkt": punkt.pk,
        "sag": punkt.sag_id,
        "ide": BehandlingFactory(moede=None, sag=punkt.sag).pk,
        "punktbilag": bilag.pk,
        "henvisning": punkt.henvisninger.create(kriterium=kriterium).pk,
        "indkaldelse": IndkaldelseFactory(moede=moede).pk,
        "egen_indkaldelse": lambda bruger: (
            IndkaldelseFactory(moede=moede, person=factories.PersonFactory(helhedsplan=plan, bruger=bruger)).pk
        ),
        "standardpunkt": fast.pk,
        "forslag": ForslagFactory(helhedsplan=plan).pk,
        "beslutning": BeslutningFactory(behandling=punkt).pk,
        "opgave": OpgaveFactory(behandling=punkt).pk,
        "referatkommentar": ReferatkommentarFactory(referat=ReferatFactory(moede=moede)).pk,
    }


def _organer(plan, organisation) -> dict:
    organ = aftaler.Organ.objects.create(helhedsplan=plan, art="styregruppe", navn="Styregruppen")
    plads = aftaler.Plads.objects.create(organ=organ, betegnelse="Fagleder", organisation=organisation)
    person = factories.PersonFactory(helhedsplan=plan)
    medlem = aftaler.Organmedlem.objects.create(plads=plads, person=person, fra_dato=plan.start_dato)
    andel = aftaler.Medarbejderandel.objects.create(
        helhedsplan=plan, stilling="Koordinator", procent=50, akse="funktion", funktion="ledelse"
    )
    return {"organ": organ.pk, "plads": plads.pk, "organmedlem": medlem.pk, "medarbejderandel": andel.pk}


def _aktivitetens(plan, aktivitet) -> dict:
    gruppe = aftaler.Maalgruppe.objects.create(aktivitet=aktivitet, art="primaer", navn="Unge")
    milepael = aftaler.Milepael.objects.create(
        helhedsplan=plan, aktivitet=aktivitet, navn="Aftale med skolen", frist_dato=date(2020, 1, 1)
    )
    dag = date(2022, 1, 1)
    frist = aftaler.Frist.objects.create(helhedsplan=plan, navn="Eftersyn", dato=dag, oprindelig_dato=dag)
    frafald = aftaler.Frafald.objects.create(
        helhedsplan=plan, regel="omraade-uden-delaftale", grund="Aftalt", af=factories.BrugerFactory()
    )
    return {"maalgruppe": gruppe.pk, "milepael": milepael.pk, "frist": frist.pk, "frafald": frafald.pk}


def _det_der_skete(aktivitet) -> dict:
    svar = factories.UndersoegelsessvarFactory(
        undersoegelse__helhedsplan=aktivitet.delaftale.indsatsomraade.helhedsplan
    )
    return {
        "registrering": factories.RegistreringFactory(aktivitet=aktivitet).pk,
        "undersoegelse": svar.undersoegelse_id,
        "svar": svar.pk,
    }


def _aendringen(plan) -> dict:
    """A change of another delaftale on its way, a condition on its step, and a signed version."""
    anden = factories.DelaftaleFactory(indsatsomraade=factories.IndsatsomraadeFactory(helhedsplan=plan, nr="5.3"))
    leder = factories.MedlemskabFactory(helhedsplan=plan, rolle=Rolle.PROJEKTLEDER).bruger
    aendring = aendringer.indsend(
        plan,
        anden,
        grund="Den første delaftale",
        oensket_fra=plan.start_dato,
        rute=[Trinforslag(BESTYRELSEN)],
        af=leder,
    )
    trin = aendring.trin.get()
    trin.dokument.save("brev.pdf", ContentFile(b"%PDF-1.4"))
    vilkaar = aftaler.Vilkaar.objects.create(trin=trin, tekst="Ny milepælsplan", frist_dato=date(2022, 1, 1))
    version = plan.versioner.get(delaftale=None)
    parter = [plan.aftaleparter.first(), factories.AftalepartFactory(helhedsplan=plan)]
    underskrift = aftaler.Underskrift.objects.create(
        helhedsplan=plan, version=version, part=parter[0], navn="Inger Holt", dato=plan.start_dato
    )
    underskrift.fil.save("aftale.pdf", ContentFile(b"%PDF-1.4"))
    return {
        "aendring": aendring.pk,
        "trin": trin.pk,
        "vilkaar": vilkaar.pk,
        "version": version.pk,
        "part": parter[1].pk,
        "underskrift": underskrift.pk,
    }


def _saet_i_kraft(plan, delaftale) -> None:
    """Both documents approved: roles that see no drafts have something to see."""
    for dokument in (None, delaftale):
        versioner.frys(
            plan,
            dokument,
            indhold=versioner.kladde(plan, dokument),
            gaelder_fra=plan.start_dato,
            godkendt_dato=None,
            godkendt_af_navn="Landsbyggefonden",
            grund="Den oprindelige aftale",
            af=factories.BrugerFactory(),
        )


def adresse(navn: str, rute: str, verden: dict, bruger) -> str:
    """The page's address in the plan; a criterion's number and an area's number are both called nr."""
    kwargs = {}
    for slags, led in re.findall(r"<(\w+):(\w+)>", rute):
        if led == "pk":
            emne = verden[SIDER[navn].emne]
            kwargs[led] = emne(bruger) if callable(emne) else emne
        elif led == "nr" and slags == "int":
            kwargs[led] = 1 if "afsnit" in rute else verden["kriterium"]
        elif led == "kode":
            kwargs[led] = SIDER[navn].kode
        else:
            kwargs[led] = verden[led]
    return reverse(navn, kwargs=kwargs) + SIDER[navn].spoerg.format(**verden)


RUTER = {navn: rute for navn, rute, _ in alle_sider()}
I_PLANER = sorted(set(RUTER) - UDEN_PLAN)


def test_hver_side_har_en_linje_i_tabellen():
    assert set(I_PLANER) == set(SIDER)


def svar(client, metode: str, url: str) -> int:
    svaret = getattr(client, metode)(url)
    for luk in svaret._resource_closers:  # a download holds its file open; close() itself would close the database too
        luk()
    return svaret.status_code


def ventet(navn: str, rolle: Rolle, metode: str) -> set[int]:
    adgang = SIDER[navn]
    ret = adgang.se if metode == "get" else adgang.goer
    if ret is None:
        return {405}
    maa = ret in RETTIGHEDER[rolle] if adgang.kun is None else rolle in adgang.kun
    return AABEN if maa else LUKKET


@pytest.mark.parametrize("navn", I_PLANER)
def test_rollerne_i_egen_plan(client, verden, plan, navn):
    """Every role tries both doors; what a POST did is undone before the next role tries."""
    galt = []
    for rolle in Rolle:
        with transaction.atomic():
            bruger = factories.MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger
            client.force_login(bruger)
            url = adresse(navn, RUTER[navn], verden, bruger)
            for metode in ("get", "post"):
                kode, venter = svar(client, metode, url), ventet(navn, rolle, metode)
                # A page without the door may say so (405) or, to those without the right, that it is closed (403).
                if kode not in venter | ({403} if venter == {405} else set()):
                    galt.append(f"{rolle} {metode} {url}: {kode}, ventede {sorted(venter)}")
            transaction.set_rollback(True)
    assert galt == []


@pytest.mark.parametrize("navn", I_PLANER)
def test_fremmede_faar_404_og_ingen_faar_login(client, verden, fremmed, plan, navn):
    ejer = factories.MedlemskabFactory(helhedsplan=plan, rolle=Rolle.PROJEKTLEDER).bruger
    url = adresse(navn, RUTER[navn], verden, ejer)
    assert "/login/" in client.get(url).headers["Location"]
    assert b"Log ind" in client.post(url).content

    client.force_login(fremmed)

    metoder = [metode for metode, ret in (("get", SIDER[navn].se), ("post", SIDER[navn].goer)) if ret]
    assert {svar(client, metode, url) for metode in metoder} == UKENDT
