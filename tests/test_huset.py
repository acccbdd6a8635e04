"""The house rules as tests: sizes, names, doors, words (docs/arkitektur.md)."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from brugere.roles import RETTIGHEDER, Rolle

ROD = Path(__file__).resolve().parent.parent
APPS = ("helhedsplan", "dokumenter", "overblik", "maalinger", "oekonomi", "moeder", "aftaler", "brugere", "kerne")
KODE = sorted(fil for app in APPS for fil in (ROD / app).rglob("*.py") if "migrations" not in fil.parts)
TEST = sorted((ROD / "tests").rglob("*.py"))
SKABELONER = sorted((ROD / "templates").rglob("*.html"))
AABNE_SIDER = {
    "sundhed", "brugere:login", "brugere:logaf", "brugere:glemt", "brugere:glemt_sendt", "brugere:ny_adgangskode",
    "dokumenter:udleveret", "moeder:svar", "moeder:kalenderfil", "mail_stop",
}  # fmt: skip
DEMODATA = ROD / "helhedsplan" / "demo"  # long by nature: it is text


def linjer(fil: Path) -> int:
    return len(fil.read_text().splitlines())


@pytest.mark.parametrize(
    ("filer", "loft"), [(KODE, 400), (TEST, 600), (SKABELONER, 150)], ids=["kode", "test", "skabelon"]
)
def test_ingen_fil_er_for_lang(filer, loft):
    assert [
        f"{et.relative_to(ROD)}: {linjer(et)}" for et in filer if linjer(et) > loft and DEMODATA not in et.parents
    ] == []


def test_settings_er_hoejst_250_linjer():
    assert linjer(ROD / "helhedsplan" / "settings.py") <= 250


def test_ingen_funktion_er_over_50_linjer():
    lange = [
        f"{fil.relative_to(ROD)}:{node.name}"
        for fil in KODE
        for node in ast.walk(ast.parse(fil.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno >= 50
    ]
    assert lange == []


def test_navne_er_ascii():
    forkerte = [
        f"{fil.relative_to(ROD)}: {navn}"
        for fil in KODE + TEST
        for node in ast.walk(ast.parse(fil.read_text()))
        for navn in (
            getattr(node, "name", None),
            getattr(node, "id", None),
            getattr(node, "attr", None),
            getattr(node, "arg", None),
        )
        if isinstance(navn, str) and not navn.isascii()
    ]
    assert forkerte == []


def test_filer_hedder_ikke_noget_tomt():
    assert [et.name for et in KODE if et.stem in {"utils", "helpers", "common", "misc", "base", "mixins"}] == []


def test_ingen_signaler_fra_django():
    assert [et.name for et in KODE if "django.dispatch" in et.read_text() or "models.signals" in et.read_text()] == []


def test_views_finder_kun_det_synlige():
    """`.objects.` in a view is always `.objects.synlige_for(`: there is no other way to an object."""
    fund = [
        f"{fil.relative_to(ROD)}: {linje.strip()}"
        for fil in KODE
        if "views" in fil.parts or fil.name == "views.py"
        for linje in fil.read_text().splitlines()
        if re.search(r"\.objects\.(?!synlige_for\()", linje)
    ]
    assert [et for et in fund if "Arbejder.objects" not in et] == []  # the health page counts workers, nobody's data


def test_skabeloner_har_ingen_inline():
    fund = [
        f"{fil.relative_to(ROD)}"
        for fil in SKABELONER
        if "papir" not in fil.parts and re.search(r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*src=)", fil.read_text())
    ]
    assert fund == []


def test_hver_model_staar_i_ordbogen():
    ordbog = (ROD / "docs" / "ordbog.md").read_text()
    modeller = [
        m.__name__ for app in APPS for m in apps.get_app_config(app).get_models() if not m.__name__.endswith("Event")
    ]
    assert [navn for navn in modeller if f"`{navn}`" not in ordbog] == []


def test_migrationer_hedder_hvad_de_goer():
    assert [et.name for app in APPS for et in (ROD / app / "migrations").glob("0*.py") if "auto_" in et.name] == []


def test_hver_rolle_har_en_linje_i_tabellen():
    assert set(RETTIGHEDER) == set(Rolle)


def alle_sider(resolver=None, rum="", sti=""):
    """Every named URL of ours: (name, route, view)."""
    for et in (resolver or get_resolver()).url_patterns:
        if isinstance(et, URLResolver):
            if et.namespace != "admin":
                yield from alle_sider(et, f"{et.namespace}:" if et.namespace else rum, f"{sti}{et.pattern}")
        elif isinstance(et, URLPattern):
            yield f"{rum}{et.name}", f"{sti}{et.pattern}", et.callback


def test_kun_de_naevnte_sider_er_aabne_uden_login():
    aabne = {navn for navn, _, view in alle_sider() if not getattr(view, "login_required", True)}
    assert aabne == AABNE_SIDER


def test_intet_i_produktet_laeser_i_designmappen():
    spor = "/".join(["..", "shared"])
    assert [str(et) for et in KODE + SKABELONER if spor in et.read_text()] == []
