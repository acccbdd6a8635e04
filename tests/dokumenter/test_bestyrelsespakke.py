"""The board's pack: what must be decided and where everything stands first, and every appendix at its true page."""

import logging
import re
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path

import page
import pikepdf
import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brugere.roles import Rolle
from dokumenter import pdf
from dokumenter.models import Bestilling
from dokumenter.reports import PAPIRER
from dokumenter.reports.grundlag import Valg, Vedlagt, fra_json
from dokumenter.reports.pakkeindhold import Pakkebilag, pakkepapir
from dokumenter.services import bilag as bilagene
from dokumenter.services import koe
from dokumenter.services.bestilling import bestil, find_grundlag
from dokumenter.services.fremstilling import KanIkkeLaves, fremstil
from dokumenter.statuses import Format, Papir
from maalinger.reports.kriterier import Kladder
from moeder.models import Moede, Opgave, Punktbilag
from moeder.reports.opgaver import paa_dagsordenen
from moeder.statuses import Referattilstand
from oekonomi.reports.oversigt import oekonomioversigt
from overblik.reports.afvigelser import planens_afvigelser
from overblik.reports.statuspapir import statuspapir
from tests.dokumenter.fremmede import alt_i, fremmed_pdf, laast
from tests.dokumenter.tilgaengelighed import fejl_i
from tests.factories import MedlemskabFactory, PersonFactory
from tests.moeder.factories import BehandlingFactory, MoedeFactory, OpgaveFactory, ReferatFactory, klokken, sid_i

PAKKE = Papir.BESTYRELSESPAKKE
I_DAG = date(2022, 6, 1)
HEMMELIGT = ("Personalesag", "Fyring af", "Hanne Hemmelig", "Lønseddel", "LONTAL", "Notat om løn", "FRATRAEDELSE",
             "Ring til Hanne", "løntabel")  # fmt: skip
uden_pango = pytest.mark.skipif(bool(pdf.mangler_system()), reason="Pango er der ikke")


@pytest.fixture(autouse=True)
def _i_2022():
    with time_machine.travel(klokken(2022, 6, 1, 9), tick=False):
        yield


@pytest.fixture
def moede(aftaleplan) -> Moede:
    """Called: an open case with open and closed appendices, a closed case, a discussion; an earlier meeting's tasks."""
    organ = aftaleplan.organer.get(navn="Bestyrelsen")
    moede = MoedeFactory(
        organ=organ, kode="bestyrelsen-2022-06-15", begynder=klokken(2022, 6, 15), slutter=klokken(2022, 6, 15, 15)
    )
    aaben = BehandlingFactory(
        moede=moede, titel="Regnskab for 2021", art="B", minutter=20, sagsfremstilling="<p>Der er penge tilbage.</p>",
        oekonomi="<p>165.000 kr. er tilbage af <strong>4.000.000 kr.</strong></p>",
        indstilling="<p>At det godkendes.</p>",
    )  # fmt: skip
    lukket = BehandlingFactory(
        moede=moede, titel="Personalesag", lukket=True, art="B", sagsfremstilling="<p>Fyring af en medarbejder.</p>",
        fremlaegger=PersonFactory(helhedsplan=aftaleplan, navn="Hanne Hemmelig"),
    )  # fmt: skip
    BehandlingFactory(moede=moede, titel="Eventuelt", art="D", minutter=10)
    _laeg_ved(aaben, "Årsregnskab", fremmed_pdf("REGNSKAB et", "REGNSKAB to", "REGNSKAB tre"))
    _laeg_ved(aaben, "Lønseddel", fremmed_pdf("LONTAL"), lukket=True)
    _laeg_ved(aaben, "Poster", b"konto;1.000\n", "poster.csv")
    _laeg_ved(aaben, "Protokol", laast(fremmed_pdf("PROTOKOL"), bruger="x"))
    _laeg_ved(lukket, "Notat om løn", fremmed_pdf("FRATRAEDELSE"), lukket=True)
    _laeg_ved(lukket, "løntabel", b"navn;100\n", "tabel.csv", lukket=True)
    foer = MoedeFactory(organ=organ, kode="bestyrelsen-2022-01-10", holdt=True, begynder=klokken(2022, 1, 10),
                        slutter=klokken(2022, 1, 10, 15))  # fmt: skip
    inger = PersonFactory(helhedsplan=aftaleplan, navn="Inger Gade")
    for titel, er_lukket, tekst in (("Skolen", False, "Skriv til skolen"), ("Sagen", True, "Ring til Hanne")):
        punkt = BehandlingFactory(moede=foer, titel=titel, lukket=er_lukket)
        OpgaveFactory(behandling=punkt, tekst=tekst, ejer=inger, frist_dato=date(2022, 3, 1))
    ReferatFactory(moede=foer, tilstand=Referattilstand.TIL_KOMMENTERING)
    return moede


def _laeg_ved(punkt, navn, indhold, filnavn="fil.pdf", *, lukket=False) -> Punktbilag:
    nyt = punkt.bilag.create(navn=navn, lukket=lukket, raekkefoelge=punkt.bilag.count() + 1)
    nyt.fil.save(filnavn, ContentFile(indhold))
    return nyt


def grundlag(plan, bruger=None, **valg):
    return find_grundlag(plan, PAKKE, Valg(**valg), Format.PDF, i_dag=I_DAG, laeser=bruger)


def medlem(plan, rolle=Rolle.PROJEKTLEDER):
    return MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger


def byg(plan, **valg):
    return PAPIRER[PAKKE].byg(grundlag(plan, **valg))


def sidernes_ord(indhold: bytes, mappe: Path) -> list[str]:
    """The words of each page as one line."""
    fil = mappe / "pakke.pdf"
    fil.write_bytes(indhold)
    tekst = subprocess.run(["pdftotext", "-layout", str(fil), "-"], capture_output=True, check=True, text=True).stdout
    return [" ".join(et.split()) for et in tekst.split("\f")][:-1]


def bogmaerker(indhold: bytes) -> list[tuple[int, str, int]]:
    """Level, title and page number of each bookmark."""
    with pikepdf.open(BytesIO(indhold)) as fil, fil.open_outline() as trae:
        sider = {side.obj.objgen: nr for nr, side in enumerate(fil.pages, 1)}

        def under(punkter, niveau):
            for et in punkter:
                yield niveau, str(et.title), sider[et.destination[0].objgen]
                yield from under(et.children, niveau + 1)

        return list(under(trae.root, 1))


def test_forsiden_siger_hvad_der_skal_besluttes_og_hvor_planen_staar(aftaleplan, moede):
    pakke = byg(aftaleplan)

    felter = {et.ledetekst: et.linjer[0].replace("\u00a0", " ") for et in pakke.forside.felter}
    assert felter["Organ"], felter["Tid"] == ("Bestyrelsen", "15. juni 2022 kl. 13.00–15.00")
    assert [(et.nr, et.titel, et.om) for et in pakke.til_beslutning] == [
        (1, "Regnskab for 2021", ("165.000 kr. er tilbage af 4.000.000 kr.",))
    ]
    assert pakke.skjulte == "Lukkede punkter er ikke med i den åbne udgave."
    assert [et.overskrift for et in pakke.dele] == [
        "Skal besluttes", "Dagsorden", "Hvor planen står", "Afvigelser fra det aftalte", "Økonomi",
        "Opgaver fra tidligere møder", "Bilag",
    ]  # fmt: skip
    assert [et.titel for et in byg(aftaleplan, lukket=True).til_beslutning][1] == "Personalesag (lukket punkt)"


def test_tallene_er_dem_de_andre_sider_viser(aftaleplan, moede):
    papir = pakkepapir(grundlag(aftaleplan))

    assert papir.status == statuspapir(aftaleplan, dato=I_DAG, kladder=Kladder.INGEN)
    assert papir.oekonomi == oekonomioversigt(aftaleplan, dato=I_DAG, aar=aftaleplan.slut_dato.year)
    afvigelser = [et.titel for et in planens_afvigelser(aftaleplan, dato=I_DAG) if et.regel != "forslag-aendringer"]
    assert [et.titel for et in papir.afvigelser] == afvigelser
    venter = [et.replace("\u00a0", " ") for et in papir.venter]
    assert venter == ["Referatet af mødet 10. januar 2022 venter på at blive godkendt."]


def test_opgaver_og_bilag_er_dem_udgaven_maa_holde(aftaleplan, moede):
    aaben, lukket = pakkepapir(grundlag(aftaleplan)), pakkepapir(grundlag(aftaleplan, lukket=True))

    assert [et.tekst for et in aaben.opgaver] == ["Skriv til skolen"]
    assert {et.tekst for et in lukket.opgaver} == {"Skriv til skolen", "Ring til Hanne"}
    assert [(et.nr, et.navn) for et in aaben.bilag] == [("1.1", "Årsregnskab"), ("1.2", "Poster"), ("1.3", "Protokol")]
    assert [et.nr for et in lukket.bilag] == ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2"]


@pytest.mark.parametrize("lukket", [False, True])
def test_det_der_er_aftalt_paa_eftersynet_uden_for_et_moede_staar_i_pakken_som_paa_moedets_side(
    aftaleplan, moede, lukket
):
    """The open edition said »Alle opgaver er gjort« of a task that the agenda's own page has."""
    OpgaveFactory(behandling=None, helhedsplan=aftaleplan, tekst="Find en ny vært")

    assert "Find en ny vært" in [et.tekst for et in pakkepapir(grundlag(aftaleplan, lukket=lukket)).opgaver]
    assert "Find en ny vært" in [et.tekst for et in paa_dagsordenen(moede, medlem(aftaleplan, Rolle.BESTYRELSE))]


def test_et_bilags_navn_kan_ikke_skjule_hvad_filen_er(aftaleplan, moede, tmp_path):
    """Signs that can't be seen, and one that turns what follows it."""
    vist = Pakkebilag(2, "2.1", "Poster \u202evsc.\x07exe", lukket=False, fil="x/1.csv", sum="")
    (tmp_path / "1.csv").write_bytes(b"a;1\n")

    assert bilagene._vedhaeftet(vist, tmp_path / "1.csv").navn == "Bilag 2.1 Poster vsc. exe.csv"


def test_den_aabne_udgave_siger_ikke_at_alt_er_gjort_naar_et_lukket_punkts_opgave_venter(aftaleplan, moede):
    Opgave.objects.filter(tekst="Skriv til skolen").delete()

    (opgaver,) = (et for et in byg(aftaleplan).dele if et.anker == "del-opgaver")
    assert opgaver.dele[0].linjer == ("Alle opgaver fra åbne punkter på tidligere møder er gjort.",)


def test_bilagene_siger_hvor_de_er(aftaleplan, moede):
    svar = (Vedlagt((False, True, False)), Vedlagt(), Vedlagt(grund="beskyttet"))
    bestilt = grundlag(aftaleplan)
    pakke = PAPIRER[PAKKE].byg(type(bestilt)(bestilt.papir, (), opgoerelse=bestilt.opgoerelse, vedlagt=svar))

    assert [et[3] for et in pakke.dele[-1].dele[0].raekker] == [
        "3 sider her i pakken",
        "Ligger i pakken som vedhæftet fil. Den kan også hentes på mødets side.",
        "Filen er beskyttet med en adgangskode. Hent den på mødets side.",
    ]
    assert [(et.overskrift, et.linje, et.liggende) for et in pakke.bilagssider] == [
        ("Bilag 1.1 Årsregnskab", "Til punkt 1. 3 sider.", False),
        ("Bilag 1.1 Årsregnskab", "Side 2 af 3", True),
        ("Bilag 1.1 Årsregnskab", "Side 3 af 3", False),
    ]


def test_intet_lukket_er_i_den_aabne_udgave_heller_ikke_i_det_gemte(aftaleplan, moede):
    aaben, lukket = grundlag(aftaleplan), grundlag(aftaleplan, lukket=True)

    tekster = [et for et in HEMMELIGT if et not in ("LONTAL", "FRATRAEDELSE")]  # these lie in the files
    assert [et for et in HEMMELIGT if et in str(aaben.som_json())] == []
    assert [et for et in tekster if et in str(lukket.som_json())] == tekster


@uden_pango
def test_intet_lukket_er_i_filen_heller_ikke_i_bogmaerker_egenskaber_og_vedhaeftninger(aftaleplan, moede, tmp_path):
    aaben = fremstil(grundlag(aftaleplan), Format.PDF).indhold
    lukket = fremstil(grundlag(aftaleplan, lukket=True), Format.PDF).indhold

    for indhold, forventet in ((aaben, []), (lukket, list(HEMMELIGT))):
        alt = alt_i(indhold) + " ".join(sidernes_ord(indhold, tmp_path)) + str(bogmaerker(indhold))
        assert [et for et in HEMMELIGT if et in alt] == forventet
    with pikepdf.open(BytesIO(aaben)) as fil:
        assert list(fil.attachments) == ["Bilag 1.2 Poster.csv"]
        assert str(fil.docinfo.Title) == "Bestyrelsespakke, Bestyrelsen 15.\u00a0juni 2022, Vestbyen i Nørreby"


@uden_pango
def test_sidetal_bogmaerker_og_indholdsfortegnelse_passer_ogsaa_for_bilagene(aftaleplan, moede, tmp_path, caplog):
    til = tmp_path / "til.pdf"
    call_command("eksporter", PAKKE.value, "--plan", aftaleplan.slug, "--moede", moede.kode, "--format", "pdf",
                 "--til", str(til))  # fmt: skip
    indhold = til.read_bytes()
    sider, maerker = sidernes_ord(indhold, tmp_path), bogmaerker(indhold)
    antal = len(sider)
    foerste = next(nr for nr, ord_ in enumerate(sider, 1) if ord_.startswith("Bilag 1.1 Årsregnskab Til punkt 1."))

    assert [et.message for et in caplog.records if et.levelno >= logging.WARNING] == []
    assert foerste == antal - 2
    assert [f"Side {nr} af {antal}" in ord_ for nr, ord_ in enumerate(sider, 1)] == [True] * antal
    assert [re.search(r"REGNSKAB (\w+)", et)[1] for et in sider[-3:]] == ["et", "to", "tre"]
    assert [titel for niveau, titel, _ in maerker if niveau == 1] == [
        "Forside", "Indhold", "1 Skal besluttes", "2 Dagsorden", "3 Hvor planen står", "4 Afvigelser fra det aftalte",
        "5 Økonomi", "6 Opgaver fra tidligere møder", "7 Bilag",
    ]  # fmt: skip
    assert maerker[-1] == (2, "Bilag 1.1 Årsregnskab", foerste)
    assert f"Bilag 1.1 Årsregnskab {foerste} Bilag 1.2 Poster (vedhæftet fil) {maerker[-2][2]}" in sider[1]
    assert [f"{titel} {nr}" in sider[1] for niveau, titel, nr in maerker if niveau == 1 and titel[0].isdigit()] == (
        [True] * 7
    )
    assert [titel for _, titel, nr in maerker[1:] if " ".join(titel.split()) not in sider[nr - 1]] == []


@uden_pango
def test_uden_fremmede_sider_er_den_pdf_ua_og_med_dem_siger_den_det_ikke(aftaleplan, moede):
    med = fremstil(grundlag(aftaleplan), Format.PDF).indhold
    Punktbilag.objects.filter(navn="Årsregnskab").delete()
    uden = fremstil(grundlag(aftaleplan), Format.PDF).indhold

    assert ["pdfuaid:part" in alt_i(et) for et in (med, uden)] == [False, True]
    assert [et.message for et in page.validate_pdf_bytes(uden, profile="ua1").failures] == []
    assert (fejl_i(uden), [et for et in fejl_i(med) if "fremmed skrift" not in et]) == ([], [])


@uden_pango
def test_et_bilag_paa_200_sider_kommer_med(aftaleplan, moede, tmp_path):
    _laeg_ved(moede.behandlinger.get(titel="Eventuelt"), "Bog", fremmed_pdf(*[f"BOG {nr}" for nr in range(1, 201)]))
    fil = fremstil(grundlag(aftaleplan), Format.PDF)
    sider = sidernes_ord(fil.indhold, tmp_path)

    assert fil.sider == len(sider)
    assert [f"BOG {nr} " in f"{ord_} " for nr, ord_ in enumerate(sider[-200:], 1)] == [True] * 200
    assert "Bilag 3.1 Bog. Side 200 af 200" in sider[-1]
    assert len(fil.indhold) < 1_000_000


@uden_pango
def test_for_mange_sider_og_for_store_filer_hentes_for_sig(aftaleplan, moede, monkeypatch):
    monkeypatch.setattr(bilagene, "FLEST_SIDER", 2)
    monkeypatch.setattr(bilagene, "MEST_VEDHAEFTET", 5)
    with bilagene.lagt_ved(pakkepapir(grundlag(aftaleplan)).bilag, lambda tekst: None) as lagt:
        assert [et.grund for et in lagt.svar] == ["for_lang", "for_stor", "beskyttet"]


def test_en_fil_der_er_vaek_siges_og_en_der_er_skiftet_siden_stopper_pakken(aftaleplan, moede):
    bilag = Punktbilag.objects.get(navn="Poster")
    bestilt = grundlag(aftaleplan)
    Path(bilag.fil.path).write_bytes(b"noget andet")

    with pytest.raises(KanIkkeLaves, match=r"Bilag 1\.2 er fjernet eller skiftet ud, siden pakken blev bestilt"):
        fremstil(bestilt, Format.PDF)
    Path(bilag.fil.path).unlink()
    with bilagene.lagt_ved(pakkepapir(grundlag(aftaleplan)).bilag, lambda tekst: None) as lagt:
        assert [et.grund for et in lagt.svar] == ["", "vaek", "beskyttet"]


@uden_pango
def test_koen_laver_pakken_og_siger_hvilket_bilag_den_laeser(aftaleplan, moede):
    ny = bestil(aftaleplan, PAKKE, Valg(), Format.PDF, af=medlem(aftaleplan))
    naaet = []
    fil = fremstil(fra_json(aftaleplan, ny.grundlag), Format.PDF, lambda trin, procent, tekst="": naaet.append(tekst))
    koe.dan(str(ny.pk))
    ny.refresh_from_db()

    assert (ny.tilstand, ny.sider, ny.titel.replace("\u00a0", " ")) == (
        "klar", fil.sider, "Bestyrelsespakke, Bestyrelsen 15. juni 2022",
    )  # fmt: skip
    assert naaet[:5] == ["", "Læser bilag 1 af 3", "Læser bilag 2 af 3", "Læser bilag 3 af 3", "Sætter side 1"]
    assert Path(ny.fil.path).read_bytes() == fil.indhold


def test_hvem_der_faar_hvad(aftaleplan, moede):
    bestyrelse, revisor = medlem(aftaleplan, Rolle.BESTYRELSE), medlem(aftaleplan, Rolle.REVISOR)
    sid_i(moede.organ, bestyrelse)
    leders = bestil(aftaleplan, PAKKE, Valg(lukket=True), Format.PDF, af=medlem(aftaleplan))
    with pytest.raises(PermissionDenied):
        bestil(aftaleplan, PAKKE, Valg(lukket=True), Format.PDF, af=bestyrelse)

    assert not Bestilling.objects.synlige_for(bestyrelse).filter(pk=leders.pk).exists()
    assert not leders.kan_udleveres
    Moede.objects.filter(pk=moede.pk).update(
        tilstand="afsluttet", afsluttet_af=bestyrelse, afsluttet_tidspunkt=moede.slutter
    )
    revisors = grundlag(aftaleplan, revisor)
    assert pakkepapir(revisors).afvigelser is None
    assert pakkepapir(revisors).note.startswith("Mødet er holdt.")


def test_en_plan_uden_godkendt_aftale_giver_et_udkast(kladdeplan):
    moede = MoedeFactory(organ=kladdeplan.organer.get(navn="Bestyrelsen"), begynder=klokken(2022, 6, 15))
    bestilt = grundlag(kladdeplan, moede=moede.kode)

    assert (bestilt.er_kladde, bestilt.opgoerelse.udgave.split(",")[0]) == (True, "udkast")


def test_uden_en_kode_er_det_bestyrelsens_nyeste_moede(aftaleplan, moede):
    foelgegruppe = aftaleplan.organer.get(navn="Den faglige følgegruppe")
    MoedeFactory(organ=foelgegruppe, kode="foelgegruppen-2022-09-01", begynder=klokken(2022, 9, 1))

    assert grundlag(aftaleplan).opgoerelse.titel.replace("\u00a0", " ") == (
        "Bestyrelsespakke, Bestyrelsen 15. juni 2022"
    )


def test_antallet_af_forespoergsler_er_det_samme_for_flere_punkter_og_bilag(aftaleplan, moede):
    """The number itself belongs to the pages whose figures the pack holds."""

    def antal() -> int:
        with CaptureQueriesContext(connection) as forespoergsler:
            grundlag(aftaleplan)
        return len(forespoergsler)

    antal()  # what the plan's own row remembers is read once
    foer = antal()
    for nr in range(3):
        punkt = BehandlingFactory(moede=moede, titel=f"Punkt {nr}", art="B", indstilling="<p>At det sker.</p>")
        _laeg_ved(punkt, f"Notat {nr}", fremmed_pdf("Notat"))
    assert antal() == foer


def test_bestyrelsen_bestiller_pakken_fra_overblikket_med_et_klik(client, aftaleplan, moede, monkeypatch):
    monkeypatch.setattr("dokumenter.views.ring", lambda *args: None)
    bruger = medlem(aftaleplan, Rolle.BESTYRELSE)
    sid_i(moede.organ, bruger)
    client.force_login(bruger)
    knap = "Bestil hele pakken som én fil"
    felter = {"papir": PAKKE.value, "moede": moede.kode, "udgave": "i_kraft", "format": "pdf"}

    assert knap in client.get(reverse("overblik:overblik", args=[aftaleplan.slug])).content.decode()
    side = client.get(reverse("moeder:moede_detalje", args=[aftaleplan.slug, moede.kode])).content.decode()
    assert [navn for navn in felter if f'name="{navn}" value="{felter[navn]}"' in side] == list(felter)
    svar = client.post(reverse("dokumenter:papir_liste", args=[aftaleplan.slug]), felter)
    ny = Bestilling.objects.get(bestilt_af=bruger)
    assert svar.url == reverse("dokumenter:bestilling", args=[aftaleplan.slug, ny.pk])
    assert ny.valg == {"delaftale": None, "pr": None, "kladde": False, "moede": moede.kode}
