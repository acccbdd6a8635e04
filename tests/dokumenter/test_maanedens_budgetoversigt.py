"""The month's budgetoversigt: once a month for every plan that runs, its link mailed to those who chose it."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from aftaler.models import Helhedsplan, Medlemskab
from aftaler.models.helhedsplan import Fase
from brugere.roles import Rolle
from dokumenter import rules, tasks
from dokumenter.models import Abonnement, Bestilling
from dokumenter.reports import opgoerelser
from dokumenter.services import koe, maanedens
from dokumenter.services.fremstilling import Fil, KanIkkeLaves
from dokumenter.statuses import Abonnementsslags, Papir
from kerne.models import Haendelse, Udsendelse
from tests.factories import BrugerFactory, MedlemskabFactory, VersionFactory

pytestmark = pytest.mark.django_db
DAG = date(2021, 3, 1)  # a Monday
SLAGS = frozenset({Abonnementsslags.BUDGETOVERSIGT})


@pytest.fixture(autouse=True)
def _den_foerste_marts():
    with time_machine.travel("2021-03-01 06:00+01:00", tick=False):
        yield


@pytest.fixture
def plan(plan) -> Helhedsplan:
    """In force and running."""
    plan.fase = Fase.I_DRIFT
    plan.save()
    VersionFactory(helhedsplan=plan)
    return plan


@pytest.fixture(autouse=True)
def lavet(monkeypatch) -> None:
    """The file is not what is tested here."""
    monkeypatch.setattr(koe, "fremstil", lambda *argumenter: Fil(b"%PDF", 3))


def med_abonnement(plan: Helhedsplan, rolle: Rolle) -> Medlemskab:
    medlemskab = MedlemskabFactory(helhedsplan=plan, rolle=rolle, fra_dato=date(2020, 1, 1))
    Abonnement.objects.create(bruger=medlemskab.bruger, helhedsplan=plan, slags=Abonnementsslags.BUDGETOVERSIGT)
    return medlemskab


def koer(dag: date = DAG) -> list[str]:
    """Order and make."""
    noegler = maanedens.bestil_for_alle(dag)
    for noegle in noegler:
        koe.dan(noegle)
    return noegler


@pytest.mark.regel("maanedens-budgetoversigt")
@pytest.mark.parametrize(
    ("dag", "er_tid"), [("2021-03-01", True), ("2021-05-01", False), ("2021-05-03", True), ("2021-05-20", True)]
)
def test_den_bestilles_fra_den_foerste_arbejdsdag(dag, er_tid):
    assert rules.er_tid_til_maanedens(date.fromisoformat(dag)) is er_tid


@pytest.mark.regel("maanedens-regnskabsaar")
@pytest.mark.parametrize(
    ("dag", "aar"), [("2021-03-01", 2021), ("2021-01-04", 2020), ("2019-05-01", 2019), ("2023-06-01", 2023)]
)
def test_den_er_for_den_forrige_maaneds_regnskabsaar(dag, aar):
    fra, til = date(2019, 5, 1), date(2023, 4, 30)
    assert rules.maanedens_regnskabsaar(date.fromisoformat(dag), fra, til) == aar


def test_to_gange_i_en_maaned_giver_en_og_naeste_maaned_en_ny(plan):
    assert (len(koer()), koer(), koer(date(2021, 3, 19)), len(koer(date(2021, 4, 6)))) == (1, [], [], 1)

    raekker = Bestilling.objects.order_by("maaned").values_list("papir", "titel", "maaned", "bestilt_af", "tilstand")
    assert list(raekker) == [
        ("budgetoversigt", "Budgetoversigt 2021", date(2021, 3, 1), None, "klar"),
        ("budgetoversigt", "Budgetoversigt 2021", date(2021, 4, 1), None, "klar"),
    ]


@pytest.mark.parametrize(
    "felter",
    [{"fase": Fase.UDARBEJDES}, {"fase": Fase.AFSLUTTET}, {"slut_dato": date(2021, 2, 28)}],
    ids=["udarbejdes", "afsluttet", "slut"],
)
def test_kun_planer_i_drift_faar_en(plan, felter):
    Helhedsplan.objects.filter(pk=plan.pk).update(**felter)

    assert koer() == []


def test_linket_sendes_til_dem_der_har_valgt_det_og_ser_penge(plan):
    medlemmer = {rolle: med_abonnement(plan, rolle) for rolle in Rolle}
    Medlemskab.objects.filter(pk=medlemmer[Rolle.FORMAND].pk).update(til_dato=date(2021, 2, 1))
    MedlemskabFactory(helhedsplan=plan, rolle=Rolle.BESTYRELSE)  # sees money, has not chosen
    koer()
    koer()

    faar = {Rolle.PROJEKTLEDER, Rolle.SEKRETARIAT, Rolle.BESTYRELSE, Rolle.REVISOR, Rolle.LBF}
    mails = Udsendelse.objects.all()
    assert {et.til for et in mails} == {medlemmer[et].bruger.email for et in faar}
    assert len(mails) == len(faar)
    assert mails[0].emne == f"Budgetoversigt marts 2021: {plan.navn}"
    sti = reverse("dokumenter:bestilling", args=[plan.slug, Bestilling.objects.get().pk])
    assert f"http://127.0.0.1:8000{sti}\n" in mails[0].tekst
    assert " kr." not in mails[0].tekst


@pytest.mark.parametrize("rolle", [Rolle.REVISOR, Rolle.LBF, Rolle.BESTYRELSE])
def test_linket_aabner_papiret_for_modtageren(client, plan, rolle):
    client.force_login(med_abonnement(plan, rolle).bruger)
    koer()

    side = client.get(reverse("dokumenter:bestilling", args=[plan.slug, Bestilling.objects.get().pk]))
    assert side.status_code == 200
    assert "Bestilt af systemet" in side.content.decode()


def test_et_udkast_sendes_ikke_til_den_der_ikke_ser_kladder():
    plan = MedlemskabFactory(helhedsplan__fase=Fase.I_DRIFT).helhedsplan
    revisor, leder = (med_abonnement(plan, et) for et in (Rolle.REVISOR, Rolle.PROJEKTLEDER))
    koer()

    assert Bestilling.objects.get().udgave == "udkast"
    assert [et.til for et in Udsendelse.objects.all()] == [leder.bruger.email]
    assert not Bestilling.objects.synlige_for(revisor.bruger).exists()


def test_en_plan_der_fejler_meldes_og_stopper_ikke_de_andre(plan, monkeypatch, caplog):
    anden = MedlemskabFactory(helhedsplan__fase=Fase.I_DRIFT).helhedsplan
    VersionFactory(helhedsplan=anden)
    leder = med_abonnement(plan, Rolle.PROJEKTLEDER).bruger
    opgoer = opgoerelser.opgoer

    def fejler(den: Helhedsplan, papir: Papir, **valg):
        if den == plan:
            raise RuntimeError("bum")
        return opgoer(den, papir, **valg)

    monkeypatch.setattr(opgoerelser, "opgoer", fejler)
    koer()
    koer()

    assert [et.helhedsplan for et in Bestilling.objects.all()] == [anden]
    assert f"Månedens budgetoversigt for {plan.slug} blev ikke bestilt" in caplog.text
    (mail,) = Udsendelse.objects.all()
    assert (mail.til, "kunne ikke laves for marts 2021" in mail.tekst) == (leder.email, True)
    assert Haendelse.objects.filter(kreds=plan.slug, hvad__contains="kunne ikke laves").count() == 2

    monkeypatch.setattr(opgoerelser, "opgoer", opgoer)
    assert len(koer(date(2021, 3, 2))) == 1


def test_et_papir_der_ikke_kan_laves_meldes_til_dem_der_venter(plan, monkeypatch):
    def kan_ikke(*argumenter):
        raise KanIkkeLaves("PDF er slået fra på serveren.")

    monkeypatch.setattr(koe, "fremstil", kan_ikke)
    leder = med_abonnement(plan, Rolle.PROJEKTLEDER).bruger
    koer()

    (mail,) = Udsendelse.objects.all()
    assert (mail.til, "PDF er slået fra på serveren." in mail.tekst) == (leder.email, True)
    assert koer() == []


def test_en_adresse_der_ikke_dur_koster_ikke_de_andre_deres_mail(plan, caplog):
    daarlig, god = (med_abonnement(plan, Rolle.SEKRETARIAT).bruger for _ in range(2))
    daarlig.email = "ikke en adresse"
    daarlig.save()
    koer()

    assert Bestilling.objects.get().tilstand == "klar"
    assert [et.til for et in Udsendelse.objects.all()] == [god.email]
    assert f"Bruger {daarlig.pk} får ikke" in caplog.text


def test_et_papir_som_en_person_bestiller_giver_ingen_mail(plan, client, monkeypatch):
    monkeypatch.setattr(tasks.dan_dokument, "apply_async", lambda argumenter, **valg: None)
    client.force_login(med_abonnement(plan, Rolle.PROJEKTLEDER).bruger)
    client.post(
        reverse("dokumenter:papir_liste", args=[plan.slug]),
        {"papir": "budgetoversigt", "udgave": "i_kraft", "format": "xlsx"},
    )
    koe.dan(str(Bestilling.objects.get().pk))

    assert (Bestilling.objects.get().tilstand, Udsendelse.objects.count()) == ("klar", 0)


def test_mails_vaelges_til_og_fra_paa_siden(client, plan):
    person = MedlemskabFactory(helhedsplan=plan, rolle=Rolle.LBF).bruger
    client.force_login(person)
    url = reverse("dokumenter:mails", args=[plan.slug])
    assert "checked" not in client.get(url).content.decode()

    svar = client.post(url, {"valgte": "budgetoversigt"}, follow=True)
    assert "Dine mails er gemt." in svar.content.decode()
    assert "checked" in svar.content.decode()
    client.post(url, {"valgte": "budgetoversigt"})
    assert Abonnement.objects.get().bruger == person

    client.post(url, {})
    assert not Abonnement.objects.exists()
    haendelser = Haendelse.objects.filter(kreds=plan.slug, af=person).order_by("pk").values_list("hvad", flat=True)
    assert list(haendelser) == ["valgt på mail", "fravalgt på mail"]
    svar = client.post(url, {"valgte": "alt"})
    assert "Den mail findes ikke." in svar.content.decode()


def test_kun_den_der_maa_bestille_papirer_kan_vaelge_mails(plan, foelgegruppemedlem, fremmed):
    for person in (foelgegruppemedlem, fremmed, BrugerFactory()):
        with pytest.raises(PermissionDenied):
            maanedens.vaelg(plan, SLAGS, af=person)


def test_jobbet_ringer_for_hver_ny_bestilling(plan, monkeypatch, django_capture_on_commit_callbacks):
    ringet = []
    monkeypatch.setattr(tasks.dan_dokument, "apply_async", lambda argumenter, **valg: ringet.append(argumenter))
    with django_capture_on_commit_callbacks(execute=True):
        tasks.bestil_maanedens_budgetoversigter()

    assert ringet == [(str(Bestilling.objects.get().pk),)]
