"""Signatures: who, for whom, when, on which version, and a signed copy that can be checked."""

from datetime import date
from pathlib import Path

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from aftaler.models import Underskrift
from aftaler.services import underskrifter
from tests.factories import AftalepartFactory, PersonFactory, VersionFactory

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 underskrevet"


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def part(plan):
    return AftalepartFactory(helhedsplan=plan, underskriver=PersonFactory(helhedsplan=plan, navn="Inger Holt"))


@pytest.fixture
def version(plan, part):
    return VersionFactory(helhedsplan=plan)


@pytest.fixture
def skriv(client, plan, part, version, projektleder):
    client.force_login(projektleder)

    def _skriv(part=part, **felter):
        data = {"navn": "Inger Holt", "dato": "2019-04-09", **felter}
        return client.post(
            reverse("aftaler:underskrift_opret", args=[plan.slug, version.pk, part.pk]), data, follow=True
        )

    return _skriv


def test_formularen_foreslaar_den_der_skal_skrive_under(client, plan, part, version, projektleder):
    client.force_login(projektleder)

    svar = client.get(reverse("aftaler:underskrift_opret", args=[plan.slug, version.pk, part.pk]))

    assert svar.context["form"].initial == {"navn": "Inger Holt"}


def test_underskrift_med_eksemplar_og_kontrolsum(client, plan, skriv, version):
    svar = skriv(fil=SimpleUploadedFile("aftale.pdf", PDF))

    underskrift = Underskrift.objects.get()
    assert underskrift.fil_sha256 in svar.content.decode()
    assert (underskrift.navn, underskrift.dato, underskrift.fil_navn) == ("Inger Holt", date(2019, 4, 9), "aftale.pdf")
    hentet = client.get(reverse("aftaler:underskrift_fil", args=[plan.slug, version.pk, underskrift.pk]))
    assert b"".join(hentet.streaming_content) == PDF


@pytest.mark.parametrize(
    ("odelaeg", "saetning"),
    [
        (lambda sti: None, "er uændret. Kontrolsummen er den samme."),
        (lambda sti: sti.write_bytes(PDF + b"!"), "er ikke det, der blev gemt."),
        (lambda sti: sti.unlink(), "er ikke det, der blev gemt."),
    ],
    ids=["uændret", "ændret", "væk"],
)
def test_eksemplaret_kan_kontrolleres(client, plan, skriv, version, odelaeg, saetning):
    skriv(fil=SimpleUploadedFile("aftale.pdf", PDF))
    underskrift = Underskrift.objects.get()
    odelaeg(Path(underskrift.fil.path))

    svar = client.post(
        reverse("aftaler:underskrift_kontrol", args=[plan.slug, version.pk, underskrift.pk]), follow=True
    )

    assert saetning in str([str(et) for et in svar.context["messages"]])


def test_eksemplaret_kan_komme_senere(skriv):
    skriv()
    skriv(fil=SimpleUploadedFile("aftale.pdf", PDF))

    assert Underskrift.objects.get().fil_sha256


@pytest.mark.parametrize(
    ("felter", "saetning"),
    [
        ({"navn": ""}, "Skriv, hvem der har skrevet under."),
        ({"dato": "2022-06-03"}, "Underskriften kan ikke ligge i fremtiden."),
        ({"navn": "010203-1234"}, "Det ligner et CPR-nummer."),
    ],
)
def test_en_forkert_underskrift_skrives_ikke(skriv, felter, saetning):
    assert saetning in skriv(**felter).content.decode()
    assert not Underskrift.objects.exists()


def test_en_part_skriver_under_en_gang_paa_en_version(skriv, part):
    skriv()
    svar = skriv(navn="En anden")

    assert f"{part} har allerede skrevet under på version 1." in svar.content.decode()
    assert Underskrift.objects.count() == 1


def test_en_part_der_kom_til_siden_er_ikke_i_versionen(plan, skriv):
    ny = AftalepartFactory(helhedsplan=plan)

    assert f"{ny} er ikke part i den version." in skriv(part=ny).content.decode()


def test_en_fil_der_ikke_er_det_den_hedder(skriv):
    svar = skriv(fil=SimpleUploadedFile("aftale.pdf", b"MZ\x90\x00"))

    assert "»aftale.pdf« er ikke en PDF" in svar.content.decode()


def test_tjenesten_afviser_ogsaa_filen(version, part, projektleder):
    fil = SimpleUploadedFile("a.pdf", b"MZ\x00")

    with pytest.raises(underskrifter.KanIkkeUnderskrives, match="er ikke en PDF"):
        underskrifter.registrer_underskrift(
            version, part, navn="Inger", dato=date(2019, 4, 9), fil=fil, af=projektleder
        )
