"""`manage.py eksporter`: the contract for operators."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from aftaler.models import Delaftale
from dokumenter import pdf
from dokumenter.reports.grundlag import Valg, find
from dokumenter.services.fremstilling import fremstil
from dokumenter.statuses import Format, Papir


def koer(capsys, *argumenter: str) -> tuple[int, str]:
    """Exit code and what was said; nothing may ever be said on stdout."""
    kode = 0
    try:
        call_command("eksporter", *argumenter)
    except SystemExit as slut:
        kode = slut.code
    sagt = capsys.readouterr()
    assert sagt.out == ""
    return kode, sagt.err.strip()


@pytest.fixture
def til(tmp_path: Path) -> Path:
    return tmp_path / "papir.bin"


def test_filen_er_den_som_jobbet_ville_have_lavet(aftaleplan, til, capsys):
    assert koer(capsys, "strategisk-aftale", "--plan", aftaleplan.slug, "--format", "pdf", "--til", str(til)) == (0, "")

    grundlag = find(aftaleplan, Papir.STRATEGISK_AFTALE, Valg(), i_dag=timezone.localdate())
    assert til.read_bytes() == fremstil(grundlag, Format.PDF).indhold
    assert [et.name for et in til.parent.glob("*") if et.is_file()] == ["papir.bin"]


@pytest.mark.parametrize("papir", ["statusrapport", "boligsociale-data"])
def test_en_opgoerelse_to_gange_samme_dag_er_samme_bytes(aftaleplan, til, capsys, papir):
    filer = []
    for _ in range(2):
        assert koer(capsys, papir, "--plan", aftaleplan.slug, "--format", "xlsx", "--til", str(til)) == (0, "")
        filer.append(til.read_bytes())

    assert filer[0] == filer[1]


def test_json_giver_snapshottet_med_version_og_kontrolsum(aftaleplan, til, capsys):
    argumenter = ["delaftale", "--delaftale", "5.3", "--plan", aftaleplan.slug, "--format", "json", "--til", str(til)]
    assert koer(capsys, *argumenter) == (0, "")

    data = json.loads(til.read_text(encoding="utf-8"))
    delaftale = Delaftale.objects.get(indsatsomraade__helhedsplan=aftaleplan, indsatsomraade__omraadetype__nr="5.3")
    version = delaftale.versioner.get()
    assert (data["papir"], data["kladde"], len(data["dokumenter"])) == ("delaftale", False, 1)
    assert data["dokumenter"][0] == {
        "indhold": version.indhold,
        "kontrolsum": version.kontrolsum,
        "version": {
            "nr": 1, "gaelder_fra": "2019-05-01", "godkendt_af": [{"navn": "Bestyrelsen", "dato": "2019-05-01"}],
            "grund": "Første aftale", "erstatter": None,
        },
    }  # fmt: skip
    assert data["strategisk"]["version"]["nr"] == 1


def test_kladden_og_det_aldrig_godkendte_er_udkast(aftaleplan, kladdeplan, til, capsys):
    for plan, ekstra in ((aftaleplan, ["--kladde"]), (kladdeplan, [])):
        koer(capsys, "strategisk-aftale", "--plan", plan.slug, "--format", "json", "--til", str(til), *ekstra)
        assert json.loads(til.read_text(encoding="utf-8"))["kladde"] is True


@pytest.mark.parametrize(
    ("argumenter", "saetning"),
    [
        ("", "Papiret mangler. Vælg mellem strategisk-aftale, delaftale, "),
        ("avis --plan P --format pdf --til F", "Papiret »avis« findes ikke. Vælg mellem strategisk-aftale, "),
        ("delaftale --plan P --til F", "Formatet mangler. Vælg mellem pdf, docx, xlsx, zip, json."),
        ("delaftale --plan P --format odt --til F", "Formatet »odt« findes ikke."),
        ("delaftale --plan P --format xlsx --til F", "Papiret delaftale findes ikke som xlsx, men som "),
        ("delaftale --format pdf --til F", "Skriv, hvilken plan det gælder: --plan SLUG."),
        ("delaftale --plan nej --format pdf --til F", "Der er ingen plan med det korte navn »nej«."),
        ("delaftale --plan P --format pdf", "Skriv, hvor filen skal ligge: --til FIL."),
        ("delaftale --plan P --format json --til /findes/ikke/x", "Filen kan ikke skrives til /findes/ikke/x."),
        ("delaftale --plan P --pr i-går --format pdf --til F", "Datoen »i-går« skal skrives som 2022-01-14."),
        ("delaftale --plan P --pr 2018-01-01 --format pdf --til F", "Ingen version af delaftalerne gælder den"),
        ("delaftale --plan P --pr 2020-01-01 --kladde --format pdf --til F", "Vælg enten en dato eller kladden"),
        ("delaftale --plan P --delaftale 5.2 --format pdf --til F", "Planen har ingen delaftale 5.2."),
        ("strategisk-aftale --plan P --delaftale 5.1 --format pdf --til F", "har ikke et delaftalenummer."),
        (
            "strategisk-aftale --plan P --aar 2021 --format pdf --til F",
            "Valget --aar hører til budgetoversigt og revisionsbilag, ikke",
        ),
        ("budgetoversigt --plan P --aar 19 --format pdf --til F", "Året »19« skal skrives som 2019."),
        ("budgetoversigt --plan P --aar 2031 --format pdf --til F", "Planen har ikke regnskabsåret 2031."),
        ("budgetoversigt --plan P --pr 2020-01-01 --format pdf --til F", "viser, hvad der gælder i dag."),
        ("dagsorden --plan P --format pdf --til F", "Planen har ingen møder endnu."),
        ("dagsorden --plan P --moede bestyrelse-2021-03-11 --format pdf --til F", "Planen har ikke mødet »bestyr"),
        ("dagsorden --plan P --pr 2020-01-01 --format pdf --til F", "Dagsorden viser mødet, som det står i dag."),
        ("dagsorden --plan P --kladde --format pdf --til F", "og har ingen kladde at vælge."),
        ("referat --plan P --format pdf --til F", "Planen har intet referat, der kan læses endnu."),
        ("referat --plan P --moede x --format pdf --til F", "Planen har ikke mødet »x«."),
        (
            "delaftale --plan P --lukket --format pdf --til F",
            "Valget --lukket hører til dagsorden, referat, bestyrelsespakke og hele-sagen",
        ),
        ("hele-sagen --plan P --format pdf --til F", "Papiret hele-sagen findes ikke som pdf, men som zip."),
        ("hele-sagen --plan P --pr 2020-01-01 --format zip --til F", "Hele sagen er alt, som det er i dag."),
        ("hele-sagen --plan P --moede x --format zip --til F", "Valget --moede hører til dagsorden, referat og"),
        ("delaftale --plan P --farve blå --format pdf --til F", "--farve forstås ikke. Brug: eksporter PAPIR"),
        ("delaftale --plan", "--plan mangler en værdi. Brug: eksporter PAPIR"),
        ("delaftale ekstra --plan P", "ekstra forstås ikke. Brug: eksporter PAPIR"),
    ],
)  # fmt: skip
def test_forkert_kald_slutter_med_to_og_en_dansk_saetning(aftaleplan, til, capsys, argumenter, saetning):
    skift = {"P": aftaleplan.slug, "F": str(til)}
    kode, sagt = koer(capsys, *(skift.get(et, et) for et in argumenter.split()))

    assert kode == 2
    assert saetning in sagt.replace("\u00a0", " ")
    assert "\n" not in sagt
    assert not til.exists()


def test_uden_pango_siger_kommandoen_hvad_der_skal_koeres(aftaleplan, til, capsys, monkeypatch):
    monkeypatch.setattr(pdf, "mangler_system", lambda: "PDF er slået fra. Kør: brew install pango")
    kode, sagt = koer(capsys, "delaftale", "--plan", aftaleplan.slug, "--format", "pdf", "--til", str(til))

    assert (kode, sagt) == (2, "PDF er slået fra. Kør: brew install pango")
