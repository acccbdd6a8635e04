"""The queue: twice is harmless, a dead worker's row is taken up, and nothing half is ever there."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from dokumenter.models import Bestilling
from dokumenter.reports.grundlag import Valg
from dokumenter.services import koe
from dokumenter.services.bestilling import bestil
from dokumenter.services.fremstilling import Fil
from dokumenter.statuses import Format, Papir, Tilstand
from kerne import hjerteslag
from tests.dokumenter.conftest import byg_plan, godkend
from tests.factories import BestillingFactory, MedlemskabFactory

FOR_LAENGE_SIDEN = timedelta(minutes=5)


@pytest.fixture
def bestilling(aftaleplan) -> Bestilling:
    return bestil(aftaleplan, Papir.DELAFTALE, Valg(), Format.JSON, af=MedlemskabFactory(helhedsplan=aftaleplan).bruger)


def filer(settings) -> list[str]:
    return sorted(et.name for et in (Path(settings.MEDIA_ROOT) / "papirer").glob("*"))


def uden_livstegn(bestilling: Bestilling, **felter) -> None:
    Bestilling.objects.filter(pk=bestilling.pk).update(hjerteslag=timezone.now() - FOR_LAENGE_SIDEN, **felter)


def test_dan_laver_filen_og_skriver_sum_sider_og_tider(bestilling, settings):
    koe.dan(str(bestilling.pk))

    bestilling.refresh_from_db()
    assert (bestilling.tilstand, bestilling.procent, bestilling.fejl) == ("klar", 100, "")
    assert list(bestilling.trin_tider) == ["klar", "gemmes", "hentet", "bestilt"]
    assert filer(settings) == [f"{bestilling.pk}.json"]


def test_at_blive_ringet_op_igen_aendrer_intet(bestilling, settings):
    koe.dan(str(bestilling.pk))
    foer = Bestilling.objects.values().get(pk=bestilling.pk)
    koe.dan(str(bestilling.pk))

    assert Bestilling.objects.values().get(pk=bestilling.pk) == foer


def test_fire_arbejdere_paa_en_gang_laver_en_fil(rigtig_database, settings):
    plan = byg_plan()
    godkend(plan)
    ny = bestil(plan, Papir.DELAFTALE, Valg(), Format.PDF, af=MedlemskabFactory(helhedsplan=plan).bruger)
    laast = threading.Barrier(4)

    def arbejd() -> None:
        laast.wait()
        koe.dan(str(ny.pk))
        connection.close()

    traade = [threading.Thread(target=arbejd) for _ in range(4)]
    for traad in traade:
        traad.start()
    for traad in traade:
        traad.join()

    ny.refresh_from_db()
    assert (ny.tilstand, ny.forsoeg) == (Tilstand.KLAR, 1)
    assert ny.fil.size > 10_000
    assert filer(settings) == [f"{ny.pk}.pdf"]


@pytest.mark.regel("glemt-efter-et-minut")
def test_en_bestilling_som_ingen_hoerte_ringes_op_igen_uden_at_bruge_et_forsoeg(bestilling):
    assert koe.tag_glemte_op() == []

    for _ in range(5):
        uden_livstegn(bestilling)
        assert koe.tag_glemte_op() == [str(bestilling.pk)]
    assert koe.tag_glemte_op() == []

    bestilling.refresh_from_db()
    assert (bestilling.tilstand, bestilling.forsoeg) == ("bestilt", 1)


def test_en_doed_arbejders_raekke_laegges_tilbage_med_nyt_forsoegsnummer(bestilling, settings):
    uden_livstegn(bestilling, tilstand=Tilstand.I_GANG, procent=40)
    halv = Path(settings.MEDIA_ROOT) / "papirer" / f".{bestilling.pk}-1.halv"
    halv.parent.mkdir(parents=True)
    halv.write_bytes(b"%PDF-1.7 halv")

    assert koe.tag_glemte_op() == [str(bestilling.pk)]
    bestilling.refresh_from_db()
    assert (bestilling.tilstand, bestilling.forsoeg, bestilling.procent) == ("bestilt", 2, 0)

    koe.dan(str(bestilling.pk))
    assert filer(settings) == [f"{bestilling.pk}.json"]


def test_en_levende_arbejder_faar_lov_at_arbejde(bestilling):
    Bestilling.objects.filter(pk=bestilling.pk).update(tilstand=Tilstand.I_GANG, hjerteslag=timezone.now())

    assert koe.tag_glemte_op() == []


def test_en_langsom_arbejder_der_er_opgivet_kan_ikke_aflevere(bestilling, settings):
    Bestilling.objects.filter(pk=bestilling.pk).update(tilstand=Tilstand.I_GANG)
    bestilling.refresh_from_db()
    Bestilling.objects.filter(pk=bestilling.pk).update(forsoeg=2)

    koe._aflever(bestilling, Fil(b"for sent", 1), koe.Fremdrift())

    bestilling.refresh_from_db()
    assert (bestilling.tilstand, bestilling.fil.name) == (Tilstand.I_GANG, "")
    assert filer(settings) == []


@pytest.mark.regel("tre-forsoeg")
def test_efter_tre_forsoeg_siger_bestillingen_at_det_ikke_gik(bestilling):
    for forsoeg in (1, 2):
        uden_livstegn(bestilling, tilstand=Tilstand.I_GANG)
        assert koe.tag_glemte_op() == [str(bestilling.pk)]
        bestilling.refresh_from_db()
        assert bestilling.forsoeg == forsoeg + 1
    uden_livstegn(bestilling, tilstand=Tilstand.I_GANG)

    assert koe.tag_glemte_op() == []
    bestilling.refresh_from_db()
    assert (bestilling.tilstand, bestilling.fejl) == (Tilstand.FEJLET, koe.OPGIVET)


def test_en_fejl_i_arbejdet_proeves_igen_og_opgives_efter_tre(bestilling, settings, caplog):
    settings.MEDIA_ROOT = "/dev/null/findes/ikke"
    for tilstand in (Tilstand.BESTILT, Tilstand.BESTILT, Tilstand.FEJLET):
        koe.dan(str(bestilling.pk))
        bestilling.refresh_from_db()
        assert bestilling.tilstand == tilstand

    assert (bestilling.forsoeg, bestilling.fejl) == (3, koe.OPGIVET)
    assert len([et for et in caplog.messages if "blev ikke lavet i forsøg" in et]) == 3


def test_et_indhold_der_ikke_passer_med_sin_kontrolsum_bliver_aldrig_et_papir(kladdeplan, settings):
    leder = MedlemskabFactory(helhedsplan=kladdeplan).bruger
    ny = bestil(kladdeplan, Papir.STRATEGISK_AFTALE, Valg(kladde=True), Format.PDF, af=leder)
    ny.grundlag["dokumenter"][0]["indhold"]["plan"]["navn"] = "En anden plan"
    ny.save()

    koe.dan(str(ny.pk))

    ny.refresh_from_db()
    assert ny.tilstand == Tilstand.FEJLET
    assert ny.fejl == "Kladdens kontrolsum passer ikke med indholdet. Giv besked til den, der driver systemet."
    assert filer(settings) == []


def test_hjerteslaget_skriver_livstegn_og_fremdrift_mens_der_arbejdes(rigtig_database, monkeypatch):
    monkeypatch.setattr(hjerteslag, "SEKUNDER_MELLEM_SLAG", 0.02)
    ny = BestillingFactory(tilstand=Tilstand.I_GANG, hjerteslag=timezone.now() - FOR_LAENGE_SIDEN)
    fremdrift = koe.Fremdrift()
    with hjerteslag.Hjerteslag("bestillingen", lambda: koe._slag(ny, fremdrift)):
        fremdrift.naa(koe.Trin.SAETTES, 63, "Sætter side 21")
        for _ in range(200):
            ny.refresh_from_db()
            if ny.trin_tekst:
                break
            threading.Event().wait(0.02)

    assert (ny.trin, ny.trin_tekst, ny.procent) == ("saettes", "Sætter side 21", 63)
    assert timezone.now() - ny.hjerteslag < timedelta(seconds=30)
