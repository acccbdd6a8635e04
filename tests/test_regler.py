"""bin/regler: the tables say what the code says, and a rule that is only half there stops the build."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bin" / "vaerktoej"))

import regler
import tale

REGEL = '''
def medfinansiering():
    """Regel medfinansiering-25: mindst en fjerdedel er lokal.

    More about it.
    """
'''
PROEVE = """
import pytest

@pytest.mark.parametrize("a", [1])
@pytest.mark.regel("medfinansiering-25")
def test_en_fjerdedel(a): ...

@pytest.mark.regel("medfinansiering-25")
class TestMere: ...
"""
STATUSSER = """
class Status(TextChoices):
    KLADDE = "kladde", "Kladde"
    INDSENDT = "indsendt", "Indsendt"

OVERGANGE: dict[Status, frozenset[Status]] = {
    Status.KLADDE: frozenset({Status.INDSENDT}),
    Status.INDSENDT: frozenset(),
}
"""
SERVICES = """
def indsend(delaftale, *, af):
    if not permissions.maa_indsende(af, delaftale):
        raise PermissionDenied
    delaftale.status = Status.INDSENDT

def _hjaelp(delaftale):
    return Status.INDSENDT
"""


@pytest.fixture
def kode(tmp_path):
    for navn in ("aftaler", "tests"):
        (tmp_path / navn).mkdir()
    (tmp_path / "aftaler" / "rules.py").write_text(REGEL)
    (tmp_path / "tests" / "test_a.py").write_text(PROEVE)
    return tmp_path


def raekker(side):
    return [linje for linje in side.splitlines() if linje.startswith("| ")][2:]


def test_en_regel_staar_med_sin_funktion_og_sine_proever(kode):
    assert raekker(regler.regelside(kode)) == [
        "| medfinansiering-25 | mindst en fjerdedel er lokal. | `aftaler/rules.py::medfinansiering` "
        "| `tests/test_a.py::TestMere`<br>`tests/test_a.py::test_en_fjerdedel` |"
    ]


def test_en_regel_uden_proeve_viser_ingen(kode):
    (kode / "tests" / "test_a.py").write_text("")

    assert raekker(regler.regelside(kode))[0].endswith("| **ingen** |")


@pytest.mark.parametrize(
    ("fil", "tekst", "besked"),
    [
        (
            "tests/test_a.py",
            PROEVE.replace("-25", "-30"),
            "En prøve nævner en regel, som ikke findes: medfinansiering-30",
        ),
        ("aftaler/rules.py", REGEL + REGEL.replace("def m", "def n"), "To regler har samme navn: medfinansiering-25"),
        (
            "aftaler/rules.py",
            REGEL.replace("-25:", "-25"),
            "medfinansiering skal begynde med »Regel <navn>: <sætning>«",
        ),
    ],
)
def test_en_halv_regel_standser_byggeriet(kode, fil, tekst, besked):
    (kode / fil).write_text(tekst)

    with pytest.raises(tale.KanIkke, match=besked):
        regler.regelside(kode)


def test_en_overgang_staar_med_hvem_og_hvordan(kode):
    (kode / "aftaler" / "statuses.py").write_text(STATUSSER)
    (kode / "aftaler" / "services.py").write_text(SERVICES)

    assert raekker(regler.statusside(kode)) == [
        "| Kladde | Indsendt | `maa_indsende` | `indsend` |",
        "| Indsendt | (slutter her) |  |  |",
    ]


def test_uden_statusser_er_siden_tom(kode):
    assert raekker(regler.statusside(kode)) == []
