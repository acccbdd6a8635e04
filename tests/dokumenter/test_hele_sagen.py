"""The whole case in one archive: ordered, honest about what is missing, and only what the one who orders may see."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse

from aftaler import snapshot
from aftaler.models import Succeskriterium, Underskrift
from brugere.roles import Rolle
from dokumenter import pdf, rules
from dokumenter.forms import som_formular
from dokumenter.models import Bestilling
from dokumenter.reports import PAPIRER
from dokumenter.reports.grundlag import Grundlag, Valg, fra_json
from dokumenter.reports.sagen import KUNNE_IKKE_LAVES
from dokumenter.services import koe
from dokumenter.services.bestilling import KanIkkeBestilles, bestil, find_grundlag
from dokumenter.services.samling import FILEN_ER_VAEK, fremstil
from dokumenter.statuses import Format, Papir
from moeder.models import Punktbilag
from tests.factories import (
    FinansieringskildeFactory,
    LeveringFactory,
    MaalingFactory,
    MedlemskabFactory,
    SucceskriteriumFactory,
    TilsagnFactory,
)
from tests.moeder.factories import BehandlingFactory, BeslutningFactory, MoedeFactory, ReferatFactory, klokken

pytestmark = pytest.mark.django_db
SAGEN = Papir.HELE_SAGEN
I_DAG = date(2022, 6, 15)
uden_pango = pytest.mark.skipif(bool(pdf.mangler_system()), reason="Pango er der ikke")


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-15 12:00+02:00", tick=False):
        yield


@pytest.fixture
def sagsplan(aftaleplan):
    """Two versions' worth of papers, one held meeting with a closed item, files of every kind."""
    kriterium = Succeskriterium.objects.get(helhedsplan=aftaleplan, nr=1)
    bevis = ContentFile(b"%PDF bevis", name="x.pdf")
    MaalingFactory(kriterium=kriterium, aar=2020, bilag_navn="Udtræk (åben).pdf", bilag=bevis)
    MaalingFactory(kriterium=kriterium, aar=2021, kladde=True, bilag_navn="Kladdens bilag.pdf", bilag=bevis)
    moede = MoedeFactory(
        organ=aftaleplan.organer.get(art="bestyrelse"), holdt=True, begynder=klokken(2020, 9, 10),
        kode="bestyrelsen-2020-09-10",
    )  # fmt: skip
    aaben = BehandlingFactory(moede=moede, titel="Flytninger")
    lukket = BehandlingFactory(moede=moede, titel="Opsigelsen", lukket=True)
    BeslutningFactory(behandling=aaben, nr=1, tekst="Udlejeren inviteres.")
    BeslutningFactory(behandling=lukket, nr=2, tekst="Kontrakten siges op.")
    for punkt, navn, er_lukket in ((aaben, "Notat", False), (aaben, "Fortroligt", True), (lukket, "Brev", False)):
        bilag = Punktbilag(behandling=punkt, navn=navn, lukket=er_lukket)
        bilag.fil.save(f"{navn}.pdf", ContentFile(f"%PDF {navn}".encode()))
    MoedeFactory(organ=moede.organ, kode="bestyrelsen-2022-07-01")
    ReferatFactory(moede=moede)
    return aftaleplan


def beviset(plan) -> str:
    navn = rules.ascii_navn(Succeskriterium.objects.get(helhedsplan=plan, nr=1).navn)
    return f"07-bilag-til-maalinger/kriterium-01-{navn}/01-2020-12-31-udtraek-aaben.pdf"


def medlem(plan, rolle=Rolle.PROJEKTLEDER):
    return MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger


def grundlag(plan, laeser=None, **valg) -> Grundlag:
    return find_grundlag(plan, SAGEN, Valg(**valg), Format.ZIP, i_dag=I_DAG, laeser=laeser)


def pladser(g: Grundlag) -> list[str]:
    ud = []
    for et in g.opgoerelse.indhold["dele"]:
        if "mangler" not in et:
            ud.append("/".join(filter(None, (et["mappe"], et.get("sti", ""), et["navn"]))))
    return ud


def mangler(g: Grundlag) -> dict[str, str]:
    return {et["titel"]: et["mangler"] for et in g.opgoerelse.indhold["dele"] if "mangler" in et}


def kun(g: Grundlag, *endelser: str) -> Grundlag:
    """The same order with fewer files, so that a test needs no PDF."""
    dele = [et for et in g.opgoerelse.indhold["dele"] if "mangler" in et or et["navn"].endswith(endelser)]
    indhold = g.opgoerelse.indhold | {"dele": dele}
    return replace(g, opgoerelse=replace(g.opgoerelse, indhold=indhold, kontrolsum=snapshot.kontrolsum(indhold)))


def pakket(g: Grundlag, tmp_path) -> ZipFile:
    fremstil(g, Format.ZIP).gem(tmp_path / "sagen.zip")
    return ZipFile(tmp_path / "sagen.zip")


def test_hvert_papir_og_hver_fil_har_sin_plads(sagsplan):
    Underskrift.objects.get().fil.save("u.pdf", ContentFile(b"%PDF underskrift"))
    Underskrift.objects.update(fil_navn="Aftale, underskrevet.pdf")
    tilsagn = TilsagnFactory(kilde=FinansieringskildeFactory(helhedsplan=sagsplan))
    LeveringFactory(tilsagn=tilsagn, bilag_navn="Timer.xlsx", bilag=ContentFile(b"PK", name="t.xlsx"))
    fundne = pladser(grundlag(sagsplan, medlem(sagsplan)))
    assert [et for et in fundne if et.startswith(("01", "06", "07"))] == [
        "01-aftalen/strategisk-aftale.pdf",
        "01-aftalen/strategisk-aftale.json",
        "01-aftalen/delaftale-5-1.pdf",
        "01-aftalen/delaftale-5-1.json",
        "01-aftalen/delaftale-5-3.pdf",
        "01-aftalen/delaftale-5-3.json",
        "01-aftalen/underskrevet/01-aftale-underskrevet.pdf",
        "06-moeder/2020-09-10-bestyrelsen/dagsorden.pdf",
        "06-moeder/2020-09-10-bestyrelsen/referat-udkast.pdf",
        "06-moeder/2020-09-10-bestyrelsen/bilag/01-notat.pdf",
        beviset(sagsplan),
    ]
    assert "04-penge/beviser/01-timer.xlsx" in fundne
    for papir in ("milepaelsplan", "statusrapport", "boligsociale-data", "eftersyn", "budget", "revisionsbilag"):
        assert any(et.endswith(f"/{papir}.pdf") for et in fundne)
    assert len(set(fundne)) == len(fundne)
    assert all(et.isascii() for et in fundne)


def test_det_der_ikke_er_med_staar_med_sin_grund(sagsplan):
    assert mangler(grundlag(sagsplan, medlem(sagsplan))) == {
        "Delaftale 5.4 Forebyggelse og forældreansvar": "Er ikke godkendt endnu. En kladde bestilles for sig af dem, "
        "der ser kladder."
    }


def test_revisor_faar_intet_der_er_kladde(sagsplan):
    g = grundlag(sagsplan, medlem(sagsplan, Rolle.REVISOR))
    grunde = mangler(g)
    assert set(grunde) == {
        "Delaftale 5.4 Forebyggelse og forældreansvar",
        "Ét-års-eftersyn",
        "Referat, Bestyrelsen 10.\u00a0september 2020",
    }
    assert grunde["Ét-års-eftersyn"] == "Viser også det, der ikke er godkendt, og bestilles af dem, der ser kladder."
    assert (g.er_kladde, g.kun_ledere, "aendringer" in g.opgoerelse.indhold["registre"]) == (False, False, False)
    assert "Kladdens" not in str(g.som_json())


def test_kladdens_navn_paa_et_kriterium_staar_ikke_i_revisors_arkiv(sagsplan):
    """Nor a criterion that no version has: its page is closed to them too."""
    ventet = beviset(sagsplan)
    Succeskriterium.objects.filter(helhedsplan=sagsplan, nr=1).update(navn="Hemmelig omlægning")
    ny = SucceskriteriumFactory(indsatsomraade=sagsplan.indsatsomraader.first(), nr=99, navn="Kun i tankerne")
    MaalingFactory(kriterium=ny, aar=2020, bilag_navn="x.pdf", bilag=ContentFile(b"%PDF x", name="x.pdf"))

    hos_revisor, hos_leder = (
        pladser(grundlag(sagsplan, medlem(sagsplan, et))) for et in (Rolle.REVISOR, Rolle.FORMAND)
    )
    assert [et for et in hos_revisor if et.startswith("07")] == [ventet]
    assert [et.split("/")[1] for et in hos_leder if et.startswith("07")][1:] == ["kriterium-99-kun-i-tankerne"]
    assert "Hemmelig" not in str(grundlag(sagsplan, medlem(sagsplan, Rolle.REVISOR)).som_json())


def test_loggen_naevner_ikke_navnet_paa_en_fil_der_er_vaek(sagsplan, tmp_path, caplog):
    g = kun(grundlag(sagsplan, medlem(sagsplan), lukket=True), "brev.pdf")
    bilag = Punktbilag.objects.get(navn="Brev")
    bilag.fil.storage.delete(bilag.fil.name)
    pakket(g, tmp_path).close()

    assert [et.getMessage() for et in caplog.records if "hele sagen" in et.getMessage()] == [
        f"{bilag.fil.name} kom ikke med i hele sagen for {sagsplan.slug}"
    ]


def test_den_der_ser_kladder_har_dem_med_og_kan_ikke_give_arkivet_til_fremmede(sagsplan):
    g = grundlag(sagsplan, medlem(sagsplan, Rolle.FORMAND))
    assert (g.er_kladde, "aendringer" in g.opgoerelse.indhold["registre"]) == (True, True)
    leder = medlem(sagsplan)
    ny = bestil(sagsplan, SAGEN, Valg(), Format.ZIP, af=leder)
    assert not ny.kan_udleveres
    assert som_formular(ny.valg, ny.papir, ny.format)["udgave"] == "i_kraft"  # it can be ordered again


@pytest.mark.parametrize("rolle", [Rolle.PROJEKTLEDER, Rolle.BESTYRELSE, Rolle.REVISOR, None])
def test_den_aabne_udgave_rummer_intet_lukket(sagsplan, rolle):
    alt = str(grundlag(sagsplan, medlem(sagsplan, rolle) if rolle else None).som_json())
    for ord_ in ("Opsigelsen", "Fortroligt", "Brev", "siges op"):
        assert ord_ not in alt


def test_den_lukkede_udgave_er_for_dem_der_leder_moeder(sagsplan):
    leder = medlem(sagsplan)
    g = grundlag(sagsplan, leder, lukket=True)
    alt = str(g.som_json())
    for ord_ in ("Opsigelsen", "Fortroligt", "Brev", "siges op"):
        assert ord_ in alt
    assert g.kun_ledere
    assert "06-moeder/2020-09-10-bestyrelsen/dagsorden-lukket-udgave.pdf" in pladser(g)
    with pytest.raises(PermissionDenied):
        bestil(sagsplan, SAGEN, Valg(lukket=True), Format.ZIP, af=medlem(sagsplan, Rolle.BESTYRELSE))


@pytest.mark.parametrize("valg", [{"pr": date(2020, 1, 1)}, {"kladde": True}, {"delaftale": "5.1"}])
def test_sagen_er_alt_som_det_er_i_dag(sagsplan, valg):
    with pytest.raises(KanIkkeBestilles, match="Hele sagen er alt, som det er i dag"):
        grundlag(sagsplan, **valg)


def test_uden_en_eneste_version_er_kladden_sagen_for_dem_der_ser_den(kladdeplan):
    assert "01-aftalen/strategisk-aftale-udkast.pdf" in pladser(grundlag(kladdeplan, medlem(kladdeplan)))
    assert pladser(grundlag(kladdeplan, medlem(kladdeplan, Rolle.REVISOR)))[0].startswith("03-status-og-tal")


def test_arkivet_har_indhold_kontrolsummer_og_registre(sagsplan, tmp_path):
    g = kun(grundlag(sagsplan, medlem(sagsplan)), ".json", "notat.pdf", "aaben.pdf")
    with pakket(g, tmp_path) as arkiv:
        navne = arkiv.namelist()
        assert navne == [
            *pladser(g), "08-registre/beslutninger-og-aendringer.xlsx", "indhold.txt", "indhold.html",
            "kontrolsummer.txt",
        ]  # fmt: skip
        assert {et.date_time for et in arkiv.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert arkiv.read(pladser(g)[-1]) == b"%PDF bevis"
        assert json.loads(arkiv.read("01-aftalen/delaftale-5-1.json"))["papir"] == "delaftale"
        linjer = arkiv.read("kontrolsummer.txt").decode().splitlines()
        assert sorted(linjer) == sorted(f"{hashlib.sha256(arkiv.read(et)).hexdigest()}  {et}" for et in navne[:-1])
        for navn in ("indhold.txt", "indhold.html"):
            tekst = arkiv.read(navn).decode()
            assert all(et in tekst for et in (*pladser(g), "Åben udgave", "Delaftale 5.4", "Er ikke godkendt endnu"))


def test_registrene_er_regneark_med_beslutninger_og_versioner(sagsplan, tmp_path):
    from openpyxl import load_workbook

    with pakket(kun(grundlag(sagsplan), ".ingen"), tmp_path) as arkiv:
        bog = load_workbook(BytesIO(arkiv.read("08-registre/beslutninger-og-aendringer.xlsx")))
    assert bog.sheetnames == ["Beslutninger", "Opgaver", "Versioner", "Ændringer"]
    assert [(et[0], et[4]) for et in bog["Beslutninger"].iter_rows(min_row=5, values_only=True)] == [
        (1, "Udlejeren inviteres.")
    ]
    assert [(et[0], et[1]) for et in bog["Versioner"].iter_rows(min_row=5, values_only=True)] == [
        ("Delaftale 5.1 Tryghed og trivsel", 1),
        ("Delaftale 5.3 Uddannelse og beskæftigelse", 1),
        ("Strategisk aftale", 1),
    ]


def test_det_der_ikke_kan_laves_naevnes_og_tager_ikke_de_andre_med(sagsplan, tmp_path):
    g = kun(grundlag(sagsplan, medlem(sagsplan)), ".json", "aaben.pdf")
    (tmp_path / "media").joinpath(g.opgoerelse.indhold["dele"][-1]["fil"]).unlink()
    kladde = g.opgoerelse.indhold["dele"][0]["grundlag"]
    kladde["dokumenter"] = [{"indhold": {"nr": None}, "kontrolsum": "forkert"}]
    kladde["strategisk"] = None
    g = kun(g, ".json", "aaben.pdf")
    with pakket(g, tmp_path) as arkiv:
        assert [et for et in arkiv.namelist() if et[:2] in ("01", "07")] == pladser(g)[1:-1]
        tekst = arkiv.read("indhold.txt").decode()
    ikke_med = tekst.partition("HVAD DER IKKE ER MED")[2]
    assert "Strategisk samarbejdsaftale\n      Kladdens kontrolsum passer ikke med indholdet." in ikke_med
    assert FILEN_ER_VAEK in ikke_med


def test_et_papir_der_ikke_kan_opgoeres_naevnes_og_tager_ikke_de_andre_med(sagsplan):
    TilsagnFactory(helhedsplan=sagsplan)  # by another plan's payer: the money does not add up
    g = grundlag(sagsplan, medlem(sagsplan))
    assert [titel for titel, grund in mangler(g).items() if grund == KUNNE_IKKE_LAVES] == ["Ét-års-eftersyn"]
    assert "01-aftalen/strategisk-aftale.pdf" in pladser(g)


def test_samme_sag_giver_samme_bytes(sagsplan, tmp_path):
    gemt = kun(grundlag(sagsplan), ".json", ".xlsx", "aaben.pdf").som_json()
    summer = []
    for hvornaar in ("2022-06-15", "2031-01-01"):
        with time_machine.travel(f"{hvornaar} 08:00+01:00", tick=False):
            summer.append(fremstil(fra_json(sagsplan, gemt), Format.ZIP).gem(tmp_path / "x.zip"))
    assert summer[0] == summer[1] == hashlib.sha256((tmp_path / "x.zip").read_bytes()).hexdigest()


@uden_pango
def test_sagen_bestilles_laves_og_hentes(sagsplan, tmp_path):
    leder = medlem(sagsplan)
    ny = bestil(sagsplan, SAGEN, Valg(), Format.ZIP, af=leder)
    assert bestil(sagsplan, SAGEN, Valg(), Format.ZIP, af=leder) == ny
    faa = kun(fra_json(sagsplan, ny.grundlag), ".json", "kommissorium.pdf", "dagsorden.pdf", "aaben.pdf")
    Bestilling.objects.update(grundlag=faa.som_json())  # a few of them make the same story
    koe.dan(str(ny.pk))

    ny = Bestilling.objects.get()
    assert (ny.tilstand, ny.fejl, ny.titel, ny.udgave) == (
        "klar", "", "Hele sagen", "åben udgave, opgjort 15.\u00a0juni 2022",
    )  # fmt: skip
    assert ny.filnavn.endswith(".zip")
    with ZipFile(ny.fil.path) as arkiv:
        assert arkiv.testzip() is None
        g = fra_json(sagsplan, ny.grundlag)
        assert arkiv.namelist()[: len(pladser(g))] == pladser(g)
        assert all(arkiv.read(et)[:4] == b"%PDF" for et in arkiv.namelist() if et.endswith(".pdf"))
    assert ny.kontrolsum == hashlib.sha256(Path(ny.fil.path).read_bytes()).hexdigest()


def test_sagen_er_et_arkiv_uanset_hvad_der_staar_i_formatet(client, sagsplan):
    client.force_login(medlem(sagsplan, Rolle.REVISOR))
    valg = {"papir": "hele-sagen", "udgave": "i_kraft", "format": "pdf"}
    client.post(reverse("dokumenter:papir_liste", args=[sagsplan.slug]), valg)
    assert Bestilling.objects.get().format == "zip"


def test_kommandoen_skriver_hele_sagen(plan, tmp_path):
    til = tmp_path / "sagen.zip"
    call_command("eksporter", "hele-sagen", "--plan", plan.slug, "--format", "zip", "--til", str(til))
    with ZipFile(til) as arkiv:
        assert arkiv.namelist()[-4:] == [
            "08-registre/beslutninger-og-aendringer.xlsx", "indhold.txt", "indhold.html", "kontrolsummer.txt",
        ]  # fmt: skip
        assert plan.navn in arkiv.read("indhold.txt").decode()


def test_hvert_papir_kan_laves():
    assert set(PAPIRER) == set(Papir)


@pytest.mark.regel("navne-i-arkivet")
@pytest.mark.parametrize(
    ("navn", "ventet"),
    [
        ("Møde på Ågade", "moede-paa-aagade"),
        ("../../etc/passwd", "etcpasswd"),
        ("Æ" * 50, "ae" * 30),
        ("???", "fil"),
    ],
)
def test_filer_i_arkivet_hedder_noget_alle_kan_pakke_ud(navn, ventet):
    assert rules.ascii_navn(navn).lower() == ventet


@pytest.mark.regel("pladser-i-arkivet")
def test_to_filer_ligger_aldrig_samme_sted():
    assert rules.unik_plads("a/x.pdf", []) == "a/x.pdf"
    assert rules.unik_plads("a/x.pdf", {"a/x.pdf", "a/x-2.pdf"}) == "a/x-3.pdf"
