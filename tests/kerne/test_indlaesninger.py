"""The queue of uploaded sheets: a try keeps nothing, twice is harmless, and a forgotten one is taken up again."""

import threading
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone

from kerne import indlaesninger
from kerne.indlaesninger import Resultat
from kerne.regneark import KanIkkeLaeses
from kerne.statuses import Indlaesningstilstand
from maalinger.models import Dataindlaesning, Indikatorvaerdi
from tests.factories import BrugerFactory
from tests.maalinger.registertal import DataindlaesningFactory, IndikatorvaerdiFactory

PROEVES, INDLAESES = Indlaesningstilstand.PROEVES, Indlaesningstilstand.INDLAESES


@pytest.fixture
def skriver(rigtig_database):
    """Work that writes one row and counts how often it was asked."""
    gange = []

    def arbejd(raekke, meld):
        gange.append(raekke.pk)
        meld(50)
        IndikatorvaerdiFactory(helhedsplan=raekke.helhedsplan, registreret_af=BrugerFactory(), vaerdi=Decimal(20))
        return Resultat(nye=1)

    arbejd.gange = gange
    return arbejd


def udfoer(ny, arbejde):
    indlaesninger.udfoer(Dataindlaesning, str(ny.pk), arbejde)
    ny.refresh_from_db()
    return ny


def glem(ny, sekunder=120):
    Dataindlaesning.objects.filter(pk=ny.pk).update(hjerteslag=timezone.now() - timedelta(seconds=sekunder))


def test_en_proeve_skriver_intet(skriver):
    ny = udfoer(DataindlaesningFactory(tilstand=PROEVES), skriver)
    assert (ny.tilstand, ny.resultat["nye"], ny.procent, ny.i_gang) == (Indlaesningstilstand.PROEVET, 1, 100, False)
    assert Indikatorvaerdi.objects.count() == 0


def test_en_indlaesning_skriver_og_to_klokker_skriver_en_gang(skriver):
    ny = udfoer(DataindlaesningFactory(tilstand=INDLAESES), skriver)
    udfoer(ny, skriver)
    assert (ny.tilstand, len(skriver.gange), Indikatorvaerdi.objects.count()) == (Indlaesningstilstand.INDLAEST, 1, 1)


@pytest.mark.parametrize("tilstand", [Indlaesningstilstand.VALGT, Indlaesningstilstand.INDLAEST])
def test_en_raekke_der_ikke_venter_bliver_ikke_taget(skriver, tilstand):
    udfoer(DataindlaesningFactory(tilstand=tilstand), skriver)
    assert skriver.gange == []


def test_fejl_fundet_under_indlaesningen_sender_den_tilbage_uden_spor(rigtig_database):
    def med_fejl(raekke, meld):
        IndikatorvaerdiFactory(helhedsplan=raekke.helhedsplan)
        resultat = Resultat(nye=1)
        resultat.fejl_i("Celle A2", "Stedet er fjernet imens.")
        return resultat

    ny = udfoer(DataindlaesningFactory(tilstand=INDLAESES), med_fejl)

    assert (ny.tilstand, ny.resultat["fejl_i_alt"]) == (Indlaesningstilstand.PROEVET, 1)
    assert Indikatorvaerdi.objects.count() == 0


def test_en_fil_der_ikke_kan_laeses_siger_hvorfor(rigtig_database):
    def ulaeselig(raekke, meld):
        raise KanIkkeLaeses("Filen kan ikke læses.")

    ny = udfoer(DataindlaesningFactory(tilstand=PROEVES), ulaeselig)
    assert (ny.tilstand, ny.fejl) == (Indlaesningstilstand.FEJLET, "Filen kan ikke læses.")


def test_et_uheld_proeves_igen_og_opgives_efter_tre(rigtig_database, caplog):
    def uheld(raekke, meld):
        IndikatorvaerdiFactory(helhedsplan=raekke.helhedsplan)
        raise RuntimeError("strømmen gik")

    ny = DataindlaesningFactory(tilstand=INDLAESES)
    forloeb = []
    for _ in range(3):
        udfoer(ny, uheld)
        forloeb.append((ny.tilstand, ny.forsoeg))

    assert forloeb == [(INDLAESES, 2), (INDLAESES, 3), (Indlaesningstilstand.FEJLET, 3)]
    assert (ny.fejl, Indikatorvaerdi.objects.count()) == (indlaesninger.OPGIVET, 0)
    assert len(caplog.records) == 3


def tag_over(pk) -> None:
    """What beat does in another process, committed at once."""
    Dataindlaesning.objects.filter(pk=pk).update(forsoeg=2, i_gang=False)
    connection.close()


def test_en_langsom_arbejder_der_er_opgivet_kan_ikke_aflevere(rigtig_database):
    def afloest(raekke, meld):
        IndikatorvaerdiFactory(helhedsplan=raekke.helhedsplan)
        anden = threading.Thread(target=tag_over, args=[raekke.pk])
        anden.start()
        anden.join()
        return Resultat(nye=1)

    ny = udfoer(DataindlaesningFactory(tilstand=INDLAESES), afloest)

    assert (ny.tilstand, Indikatorvaerdi.objects.count()) == (INDLAESES, 0)


@pytest.mark.parametrize(
    ("felter", "sekunder", "venter"),
    [
        ({"tilstand": PROEVES}, 120, (True, PROEVES, 1, False)),  # nobody heard the bell
        ({"tilstand": INDLAESES, "i_gang": True}, 120, (True, INDLAESES, 2, False)),  # the worker died
        ({"tilstand": INDLAESES, "i_gang": True, "forsoeg": 3}, 120, (False, Indlaesningstilstand.FEJLET, 3, False)),
        ({"tilstand": INDLAESES, "i_gang": True}, 5, (False, INDLAESES, 1, True)),  # alive
        ({"tilstand": Indlaesningstilstand.PROEVET}, 120, (False, Indlaesningstilstand.PROEVET, 1, False)),
    ],
)
def test_glemte_ark_tages_op(db, felter, sekunder, venter):
    ny = DataindlaesningFactory(**felter)
    glem(ny, sekunder)

    ring_for = indlaesninger.tag_glemte_op(Dataindlaesning)

    ny.refresh_from_db()
    assert (ring_for == [str(ny.pk)], ny.tilstand, ny.forsoeg, ny.i_gang) == venter
