"""Budget and budgetoversigt: the page's own figures, frozen; sums that are live in Excel and the same on paper."""

import re
import subprocess
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import page
import pytest
from django.core.management import call_command
from django.urls import reverse

from aftaler.models import Budgetpost, Delaftale, Helhedsplan
from brugere.roles import Ret, Rolle, roller_med
from dokumenter import pdf
from dokumenter.models import Bestilling
from dokumenter.reports import opgoerelser
from dokumenter.reports.budgetoversigt import lovet_og_leveret
from dokumenter.reports.grundlag import Grundlag, IngenUdgave, Valg, find, fra_json
from dokumenter.reports.pengetabeller import Pengetabel, Soejle, lokal_procent, paa_papir, som_ark
from dokumenter.services.bestilling import KanIkkeBestilles, bestil
from dokumenter.services.fremstilling import fremstil
from dokumenter.statuses import Format, Papir
from dokumenter.tasks import dan_dokument
from helhedsplan.demo import byg
from helhedsplan.demo.lolland import LOLLAND
from kerne.ark import Formel
from oekonomi.models import Forbrug
from oekonomi.reports.budgetpapir import budgetpapir
from oekonomi.reports.oversigt import oekonomioversigt
from tests.dokumenter.tilgaengelighed import fejl_i, figurer
from tests.factories import (
    BudgetaendringFactory,
    BudgetpostFactory,
    DelaftaleFactory,
    FinansieringskildeFactory,
    ForbrugFactory,
    IndsatsomraadeFactory,
    LeveringFactory,
    MedlemskabFactory,
    RestmidlerFactory,
    TilsagnFactory,
)

pytestmark = pytest.mark.django_db
I_DAG = date(2022, 6, 15)
BUDGET, OVERSIGT = Papir.BUDGET, Papir.BUDGETOVERSIGT
uden_pango = pytest.mark.skipif(bool(pdf.mangler_system()), reason="Pango er der ikke")


@pytest.fixture
def pengeplan(plan: Helhedsplan) -> Helhedsplan:
    """Two delaftaler and something tværgående over four years, by two payers; spent in 2019–2021, with øre."""
    lbf = FinansieringskildeFactory(helhedsplan=plan, navn="Landsbyggefonden", art="landsbyggefonden")
    kommune = FinansieringskildeFactory(helhedsplan=plan, navn="Nørreby Kommune")
    delaftaler = [
        DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr=nr)) for nr in ("5.1", "5.3")
    ]
    for delaftale in (*delaftaler, None):
        for aar in (2019, 2020, 2021, 2022):
            BudgetpostFactory(helhedsplan=plan, delaftale=delaftale, aar=aar, kilde=lbf, beloeb=Decimal("75000.25"))
            BudgetpostFactory(helhedsplan=plan, delaftale=delaftale, aar=aar, kilde=kommune, beloeb=25_000)
    for aar, beloeb in ((2019, 100_000), (2020, "95000.50"), (2021, 110_000)):
        ForbrugFactory(helhedsplan=plan, delaftale=delaftaler[0], aar=aar, beloeb=Decimal(beloeb))
    ForbrugFactory(helhedsplan=plan, delaftale=delaftaler[1], aar=2021, beloeb=40_000, bogfoert_dato=None)
    BudgetaendringFactory(
        helhedsplan=plan,
        fra_delaftale=delaftaler[0],
        til_delaftale=delaftaler[1],
        beloeb=5_000,
        fra_aar=2021,
        til_aar=2021,
        status="godkendt",
        afgjort_dato=date(2021, 3, 1),
        afgjort_af="Bestyrelsen",
    )
    tilsagn = TilsagnFactory(kilde=kommune, art="timer", beloeb=300_000, aar=2021, timer=800, sats=375)
    LeveringFactory(tilsagn=tilsagn, timer=400, beloeb=None, fra_dato=date(2021, 1, 1), til_dato=date(2021, 12, 31))
    RestmidlerFactory(helhedsplan=plan, aar=2019)
    return plan


@pytest.fixture
def lolland() -> Helhedsplan:
    byg.plan(LOLLAND, byg.brugere())
    return Helhedsplan.objects.get(slug="lolland")


def grundlag(plan: Helhedsplan, papir: Papir, **valg: Any) -> Grundlag:
    return find(Helhedsplan.objects.get(pk=plan.pk), papir, Valg(**valg), i_dag=I_DAG)


def boeger(indhold: bytes) -> tuple[Any, Any]:
    """The workbook with its formulas, and with the values that were saved beside them."""
    from openpyxl import load_workbook

    return load_workbook(BytesIO(indhold)), load_workbook(BytesIO(indhold), data_only=True)


def regn(ark: Any, vaerdi: Any) -> Decimal:
    """What a spreadsheet would compute: SUM over cells and ranges, + and -; words in a SUM count for nothing."""
    if isinstance(vaerdi, int | float):
        return Decimal(str(vaerdi))
    assert vaerdi.startswith("="), f"{ark.title} regner med ord: {vaerdi}"
    i_alt = Decimal(0)
    for fortegn, omraade, sted in re.findall(r"([+-]?)(?:SUM\(([A-Z0-9:]+)\)|([A-Z]+[0-9]+))", vaerdi[1:]):
        led = _sum(ark, omraade) if omraade else regn(ark, ark[sted].value)
        i_alt += -led if fortegn == "-" else led
    return i_alt


def _sum(ark: Any, omraade: str) -> Decimal:
    celler = [et for raekke in ark[omraade] for et in raekke] if ":" in omraade else [ark[omraade]]
    return sum((regn(ark, et.value) for et in celler if et.data_type in "nf" and et.value is not None), Decimal(0))


def formler(indhold: bytes) -> dict[str, tuple[Decimal, Decimal]]:
    """Where → (recomputed, saved)."""
    levende, gemte = boeger(indhold)
    return {
        f"{ark.title}!{celle.coordinate}": (
            regn(ark, celle.value), Decimal(str(gemte[ark.title][celle.coordinate].value)),
        )
        for ark in levende
        for raekke in ark.iter_rows()
        for celle in raekke
        if celle.data_type == "f"
    }  # fmt: skip


def raekke(indhold: bytes, ark: str, navn: str) -> list[Any]:
    """The row's amounts, computed."""
    levende, _ = boeger(indhold)
    (fundet,) = [et for et in levende[ark].iter_rows() if et[0].value == navn]
    return [
        regn(levende[ark], et.value) if et.data_type in "fn" and et.value is not None else et.value for et in fundet[1:]
    ]


def tekst(fil: Path) -> str:
    ud = subprocess.run(["pdftotext", "-layout", fil, "-"], capture_output=True, text=True, check=True).stdout
    return ud.replace("\u00a0", " ")


@pytest.mark.parametrize("aar", [None, 2020])
def test_budgetoversigten_er_sidens_egen_rapport_frosset(pengeplan, aar):
    frosset = opgoerelser.rapport(OVERSIGT, grundlag(pengeplan, OVERSIGT, aar=aar).opgoerelse)

    assert frosset == oekonomioversigt(pengeplan, dato=I_DAG, aar=aar or pengeplan.slut_dato.year)


def test_budgettet_er_sidens_egen_rapport_frosset(pengeplan):
    frosset = opgoerelser.rapport(BUDGET, grundlag(pengeplan, BUDGET).opgoerelse)

    assert frosset == budgetpapir(pengeplan, dato=I_DAG, kladde=False)


@pytest.mark.parametrize(("papir", "aar"), [(BUDGET, None), (OVERSIGT, None), (OVERSIGT, 2020)])
def test_hver_formel_regnet_om_giver_det_tal_der_er_gemt(pengeplan, papir, aar):
    fundne = formler(fremstil(grundlag(pengeplan, papir, aar=aar), Format.XLSX).indhold)

    assert len(fundne) > 20
    assert {sted: tal for sted, tal in fundne.items() if tal[0] != tal[1]} == {}


def test_foer_i_aaret_og_i_alt_staar_ved_siden_af_hinanden(pengeplan):
    indhold = fremstil(grundlag(pengeplan, OVERSIGT, aar=2021), Format.XLSX).indhold
    overskrifter = [et.value for et in boeger(indhold)[0]["Budget og forbrug"][4]]

    assert overskrifter == [
        "Delaftale", "Budget", "Revideret budget", "Brugt før 2021", "Brugt i 2021", "Brugt til og med 2021",
        "Disponeret", "Tilbage",
    ]  # fmt: skip
    assert raekke(indhold, "Budget og forbrug", "5.1 Tryghed og trivsel") == [
        Decimal(400_001), Decimal(395_001), Decimal("195000.5"), Decimal(110_000), Decimal("305000.5"), "–",
        Decimal("90000.5"),
    ]  # fmt: skip
    assert raekke(indhold, "Budget og forbrug", "5.3 Uddannelse og beskæftigelse") == [
        Decimal(400_001), Decimal(405_001), 0, 0, 0, Decimal(40_000), Decimal(365_001),
    ]  # fmt: skip


def test_det_der_er_brugt_efter_aaret_er_ikke_med(pengeplan):
    indhold = fremstil(grundlag(pengeplan, OVERSIGT, aar=2019), Format.XLSX).indhold

    assert raekke(indhold, "År for år", "2020")[2:4] == ["–", "–"]
    assert raekke(indhold, "År for år", "I alt")[2] == Decimal(100_000)
    assert raekke(indhold, "Budget og forbrug", "I alt")[3:5] == [Decimal(100_000), Decimal(100_000)]


def test_hele_perioden_har_ingen_kolonner_for_et_aar(pengeplan):
    indhold = fremstil(grundlag(pengeplan, OVERSIGT), Format.XLSX).indhold

    assert raekke(indhold, "Budget og forbrug", "I alt")[2] == Decimal("305000.5")
    assert "Brugt" in [et.value for et in boeger(indhold)[0]["Budget og forbrug"][4]]


def test_uden_et_eneste_beloeb_staar_der_ikke_oplyst_og_aldrig_nul(plan):
    for papir in (BUDGET, OVERSIGT):
        levende, _ = boeger(fremstil(grundlag(plan, papir), Format.XLSX).indhold)
        tal = [
            (ark.title, et.coordinate)
            for ark in levende
            for r in ark.iter_rows(min_row=5, min_col=2)
            for et in r
            if et.value == 0 and ark.title != "Regnskab"
        ]
        assert tal == []
        assert [et.value for et in levende["Finansiering"]["B"][4:]] == ["ikke oplyst"] * 3


def test_det_der_mangler_i_alt_er_mindst_det_samme_paa_side_ark_og_papir(client, pengeplan, projektleder):
    """Review: a giver with nothing on record was left out of the sum, and neither page nor paper said so."""
    TilsagnFactory(kilde=FinansieringskildeFactory(helhedsplan=pengeplan, navn="Bo Vest"), art="kontant", aar=2021)
    client.force_login(projektleder)

    side = client.get(reverse("oekonomi:oekonomi", args=[pengeplan.slug])).content.decode()
    grund = grundlag(pengeplan, OVERSIGT)

    assert "mindst 150.000\u00a0kr." in " ".join(side.replace("\u00a0", "~").split()).replace("~", "\u00a0")
    assert raekke(fremstil(grund, Format.XLSX).indhold, "Lovet og leveret", "I alt")[3] == "mindst 150.000"
    papir = lovet_og_leveret(oekonomioversigt(pengeplan, dato=I_DAG))
    assert papir.dele[0].sum_[-1] == "mindst 150.000"


@pytest.mark.parametrize("navn", ["budget", "budgetoversigt"])
def test_lollands_summer_er_seedenes_og_de_samme_i_excel_og_pdf(lolland, tmp_path, navn):
    for format in ("xlsx", *(() if pdf.mangler_system() else ("pdf",))):
        aar = ["--aar", "2019"] if navn == "budgetoversigt" else []
        til = str(tmp_path / f"x.{format}")
        call_command("eksporter", navn, "--plan", "lolland", *aar, "--format", format, "--til", til)
    indhold = (tmp_path / "x.xlsx").read_bytes()

    steder = ("5.1 Tryghed og trivsel", "5.3 Uddannelse og beskæftigelse", "5.4 Forebyggelse og forældreansvar")
    omraader = [raekke(indhold, "Delaftaler", et)[0] for et in steder]
    assert (omraader, sum(omraader)) == ([1_936_000, 5_248_000, 8_313_000], 15_497_000)
    assert raekke(indhold, "Delaftaler", "Tværgående")[0] == 2_148_000
    assert raekke(indhold, "Delaftaler", "Samlet budget")[0] == 17_645_000
    assert raekke(indhold, "Finansiering", "Landsbyggefonden")[0] == 11_000_000
    assert raekke(indhold, "Finansiering", "Lokal medfinansiering")[0] == 6_045_000 + 600_000
    assert raekke(indhold, "Finansiering", "I alt")[0] == 17_645_000
    assert {sted: tal for sted, tal in formler(indhold).items() if tal[0] != tal[1]} == {}
    if pdf.mangler_system():
        pytest.skip("Pango er der ikke")
    papir = tekst(tmp_path / "x.pdf")
    gemte = {
        f"{et[1]:,.2f}".removesuffix(".00").translate(str.maketrans(",.", ".,")) for et in formler(indhold).values()
    }
    assert [et for et in sorted(gemte) if et not in papir] == []


@pytest.mark.parametrize("aar", ["2031", "2017"])
def test_et_aar_uden_for_planen_er_en_saetning_og_to(lolland, capsys, tmp_path, aar):
    with pytest.raises(SystemExit) as slut:
        call_command(
            "eksporter",
            "budgetoversigt",
            "--plan",
            "lolland",
            "--aar",
            aar,
            "--format",
            "xlsx",
            "--til",
            str(tmp_path / "x"),
        )

    assert slut.value.code == 2
    assert capsys.readouterr().err.strip() == (
        f"Planen har ikke regnskabsåret {aar}. Den har 2018, 2019, 2020, 2021 og 2022."
    )


@uden_pango
@pytest.mark.parametrize(("papir", "aar"), [(BUDGET, None), (OVERSIGT, None), (OVERSIGT, 2021)])
def test_papiret_er_en_gyldig_pdf(pengeplan, caplog, papir, aar):
    fil = fremstil(grundlag(pengeplan, papir, aar=aar), Format.PDF)

    assert [et.message for et in caplog.records if et.levelname != "INFO"] == []
    assert [et.message for et in page.validate_pdf_bytes(fil.indhold, profile="ua1").failures] == []
    assert fejl_i(fil.indhold) == []
    assert all(figurer(fil.indhold))


@uden_pango
def test_hver_tegning_har_sine_tal_i_en_tabel(pengeplan, tmp_path):
    fil = tmp_path / "x.pdf"
    fil.write_bytes(fremstil(grundlag(pengeplan, OVERSIGT), Format.PDF).indhold)

    tegninger = [et.split(" er ")[0].split(" til og ")[0].split(". ")[0] for et in figurer(fil.read_bytes())]
    assert tegninger == ["Lokal medfinansiering", "Brugt", "Budgettet år for år efter giver"]
    for titel in ("Hele planen efter", "Budget og forbrug år for år", "Budget efter giver og år"):
        assert titel in tekst(fil)


def test_papiret_er_det_der_blev_bestilt_selv_om_pengene_rettes_bagefter(pengeplan, projektleder):
    ny = bestil(pengeplan, OVERSIGT, Valg(aar=2020), Format.XLSX, af=projektleder)
    foer = fremstil(fra_json(pengeplan, ny.grundlag), Format.XLSX).indhold
    Forbrug.objects.filter(helhedsplan=pengeplan).update(beloeb=1)
    Budgetpost.objects.filter(helhedsplan=pengeplan).update(beloeb=1)

    assert fremstil(fra_json(pengeplan, ny.grundlag), Format.XLSX).indhold == foer
    assert (ny.titel, ny.valg["aar"]) == ("Budgetoversigt 2020", 2020)


def test_et_budget_der_aldrig_er_godkendt_er_et_udkast_som_revisor_ikke_kan_bestille(pengeplan, projektleder, revisor):
    for papir in (BUDGET, OVERSIGT):
        assert bestil(pengeplan, papir, Valg(), Format.XLSX, af=projektleder).udgave == "udkast"
        with pytest.raises(KanIkkeBestilles, match="ikke godkendt endnu"):
            bestil(pengeplan, papir, Valg(), Format.XLSX, af=revisor)


def test_kladden_til_et_godkendt_budget_er_den_der_rettes_i(lolland):
    Budgetpost.objects.filter(delaftale=Delaftale.objects.filter(indsatsomraade__helhedsplan=lolland).first()).update(
        beloeb=1
    )

    def i_alt(**valg: Any) -> Decimal:
        return opgoerelser.rapport(BUDGET, grundlag(lolland, BUDGET, **valg).opgoerelse).oversigt.budget.total.i_alt

    assert i_alt() == 17_645_000
    assert i_alt(kladde=True) < 17_645_000
    with pytest.raises(IngenUdgave, match="Budgetoversigt er tal og har ingen kladde"):
        grundlag(lolland, OVERSIGT, kladde=True)


def test_kun_roller_der_ser_penge_kan_bestille_papirer():
    assert roller_med(Ret.PAPIR_BESTIL) - roller_med(Ret.PENGE_SE) == frozenset()


def test_aaret_vaelges_i_formularen_og_gaelder_kun_budgetoversigten(client, pengeplan, projektleder, monkeypatch):
    monkeypatch.setattr(dan_dokument, "apply_async", lambda argumenter, **valg: None)
    client.force_login(projektleder)
    url = reverse("dokumenter:papir_liste", args=[pengeplan.slug])
    side = client.get(url).content.decode()
    assert re.findall(r'<option value="(20\d\d)"', side) == [str(et) for et in range(2019, 2024)]

    for papir in ("budgetoversigt", "budget"):
        client.post(url, {"papir": papir, "aar": "2021", "udgave": "i_kraft", "format": "xlsx"})

    assert list(Bestilling.objects.order_by("titel").values_list("titel", flat=True)) == [
        "Budget",
        "Budgetoversigt 2021",
    ]
    svar = client.post(url, {"papir": "budgetoversigt", "aar": "2031", "udgave": "i_kraft", "format": "xlsx"})
    assert "Planen har ikke det regnskabsår." in svar.content.decode()


@pytest.mark.parametrize("rolle", [Rolle.MEDARBEJDER, Rolle.FOELGEGRUPPE])
def test_uden_ret_til_papirer_er_pengene_lukket(client, pengeplan, rolle):
    client.force_login(MedlemskabFactory(helhedsplan=pengeplan, rolle=rolle).bruger)
    svar = client.post(reverse("dokumenter:papir_liste", args=[pengeplan.slug]), {"papir": "budgetoversigt"})

    assert (svar.status_code, Bestilling.objects.count()) == (403, 0)


def test_en_kolonne_har_lige_mange_decimaler_og_summen_der_ikke_passer_er_ingen_formel():
    tabel = Pengetabel(
        "Ark", "Tabel", "Navn", (Soejle("a", "A"), Soejle("andel", "Andel")),
        (("x", (Decimal("1.5"), Decimal(33))), ("y", (None, "–"))), ("I alt", (Decimal("1.5"), Decimal(100))),
    )  # fmt: skip

    papir = paa_papir(tabel)
    assert (papir.raekker, papir.sum_) == (
        (("x", "1,50", "33,0"), ("y", "ikke oplyst", "–")),
        ("I alt", "1,50", "100,0"),
    )
    ark = som_ark(tabel, "Planen")
    assert ark.sum_ == ("I alt", Formel("SUM(B{foerste}:B{sidste})", Decimal("1.5")), Decimal(100))
    assert ark.raekker == (("x", Decimal("1.5"), Decimal(33)), ("y", "ikke oplyst", "–"))


@pytest.mark.parametrize(
    ("andel", "procent"), [("0.25", "25.0"), ("0.3258", "32.6"), ("0.2496", "24.96"), ("0.24996", "24.996")]
)
def test_en_andel_under_kravet_ser_ikke_ud_som_om_den_holder(andel, procent):
    assert lokal_procent(Decimal(andel), Decimal("0.25")) == Decimal(procent)
