"""Every page × every role × own plan, another plan, nobody: one table (tests/adgang.py), and a page without a line fails."""

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.urls import reverse

from aftaler import models as aftaler
from aftaler.services import versioner
from brugere.roles import RETTIGHEDER, Rolle
from tests import factories
from tests.adgang import SIDER, UDEN_PLAN
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
        "kode": "sammenhaeng",
        "aktivitet": aktivitet.pk,
        "part": part.pk,
        "person": factories.PersonFactory(helhedsplan=plan).pk,
        "boligomraade": boligomraade.pk,
        "boligafdeling": boligafdeling.pk,
        "medlem": factories.MedlemskabFactory(helhedsplan=plan, rolle=Rolle.MEDARBEJDER).pk,
        "maaling": maaling.pk,
        "kilde": kilde.pk,
        "tilsagn": aftaler.Tilsagn.objects.create(helhedsplan=plan, kilde=kilde, art="kontant", beloeb=100).pk,
        "budgetpost": aftaler.Budgetpost.objects.create(helhedsplan=plan, placering="tvaergaaende", beloeb=100).pk,
        "andel": aftaler.OplystAndel.objects.create(helhedsplan=plan, procent=38, hvor="Sagen").pk,
        "frafald": aftaler.Frafald.objects.create(
            helhedsplan=plan, regel="plads-ledig", grund="Posten besættes i maj.", af=factories.BrugerFactory()
        ).pk,
        "bestilling": lambda bruger: factories.BestillingFactory(helhedsplan=plan, bestilt_af=bruger, klar=True).pk,
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
    kwargs = {"slug": verden["slug"]}
    if "<int:nr>" in rute:
        kwargs["nr"] = 1 if "afsnit" in rute else verden["kriterium"]
    if "<str:nr>" in rute:
        kwargs["nr"] = verden["nr"]
    if ":kode>" in rute:
        kwargs["kode"] = verden["kode"]
    if ":pk>" in rute:
        emne = verden[SIDER[navn].emne]
        kwargs["pk"] = emne(bruger) if callable(emne) else emne
    return reverse(navn, kwargs=kwargs)


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
