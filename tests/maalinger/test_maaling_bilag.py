"""Evidence: judged by its content, stored under a name of our own, and only handed out through its view."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from maalinger.models import Maaling
from maalinger.services import godkendelse
from tests.factories import IndsatsomraadeFactory, MedlemskabFactory, SucceskriteriumFactory, VersionFactory

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
JPG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"
EXE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00"


def office(*dele):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as pakke:
        for del_ in ("[Content_Types].xml", *dele):
            pakke.writestr(del_, "<x/>")
    return buffer.getvalue()


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def kriterium(plan):
    return SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), nr=3)


@pytest.fixture
def send(client, medarbejder, plan, kriterium):
    client.force_login(medarbejder)

    def _send(navn, indhold, **felter):
        data = {"aar": "2021", "vaerdi": "22,4", "kilde": "Boligsociale Data", **felter}
        data["bilag"] = SimpleUploadedFile(navn, indhold)
        return client.post(reverse("maalinger:maaling_opret", args=[plan.slug, 3]), data)

    return _send


@pytest.fixture
def kode(client):
    """The status code that a person gets for the evidence."""

    def _kode(person, maaling):
        client.force_login(person)
        svar = client.get(url(maaling))
        b"".join(svar)  # reads the file to its end, which closes it
        return svar.status_code

    return _kode


def url(maaling):
    return reverse("maalinger:maaling_bilag", args=[maaling.kriterium.helhedsplan.slug, 3, maaling.pk])


@pytest.mark.parametrize(
    ("navn", "indhold", "hentes_som", "type_"),
    [
        ("udtræk.pdf", PDF, "udtræk.pdf", "application/pdf"),
        ("skærm.png", PNG, "skærm.png", "image/png"),
        ("foto.jpeg", JPG, "foto.jpg", "image/jpeg"),
        (
            "tal.xlsx",
            office("xl/workbook.xml"),
            "tal.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (
            "brev.docx",
            office("word/document.xml"),
            "brev.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("liste.csv", "år;tal\n2021;22,4\n".encode(), "liste.csv", "text/csv"),
        ("liste.csv", "år;tal\n".encode("cp1252"), "liste.csv", "text/csv"),
        ("note.txt", b"82 af 104\n", "note.txt", "text/plain"),
        ("rapport.docx", PDF, "rapport.pdf", "application/pdf"),
        ("makro.bat", b"@echo off\r\n", "makro.txt", "text/plain"),
    ],
)
def test_bilaget_gemmes_og_hentes_som_det_det_er(client, send, navn, indhold, hentes_som, type_):
    assert send(navn, indhold).status_code == 302

    maaling = Maaling.objects.get()
    svar = client.get(url(maaling))
    assert b"".join(svar.streaming_content) == indhold
    assert svar["Content-Type"].split(";")[0] == type_
    assert svar["Content-Disposition"].startswith("attachment")
    assert svar["X-Content-Type-Options"] == "nosniff"
    assert maaling.bilag_navn == hentes_som


@pytest.mark.parametrize(
    ("navn", "indhold"),
    [
        ("rapport.pdf", EXE),
        ("regneark.xlsx", office("andet.xml")),
        ("regneark.xlsx", office("xl/workbook.xml", "xl/vbaProject.bin")),
        ("arkiv.xlsx", b"PK\x03\x04ikke en rigtig zip"),
        ("billede.png", b"\x00\x01\x02\x03"),
    ],
)
def test_en_fil_der_ikke_er_det_den_hedder_afvises(send, navn, indhold):
    svar = send(navn, indhold)

    assert svar.context["form"].errors["bilag"] == [
        f"»{navn}« er ikke en PDF, et billede (png, jpg), et regneark (xlsx), et Word-dokument (docx) eller en "
        "tekstfil (csv, txt). Gem den som en af dem, og vælg den igen."
    ]
    assert Maaling.objects.count() == 0


def test_en_for_stor_fil_afvises_med_stoerrelsen(send):
    svar = send("stor.pdf", PDF + b"0" * (50 * 1024 * 1024 - len(PDF)))

    assert svar.context["form"].errors["bilag"] == ["Filen fylder 50 MB. Et bilag må højst fylde 20 MB."]


def test_et_cpr_nummer_i_filens_navn_afvises(send):
    """The name is shown wherever the file is: it is text that people write."""
    svar = send("ansøgning 010190-1234.pdf", PDF)

    assert svar.context["form"].errors["bilag"] == [
        "Filens navn ligner et CPR-nummer. Giv filen et andet navn, og vælg den igen."
    ]
    assert Maaling.objects.count() == 0


def test_en_tom_fil_afvises(send):
    assert send("tom.pdf", b"").context["form"].errors["bilag"] == ["Filen er tom. Vælg en fil med indhold."]


def test_ved_en_anden_fejl_siges_det_at_filen_skal_vaelges_igen(send):
    svar = send("udtræk.pdf", PDF, vaerdi="mange")

    assert "Vælg filen igen. Browseren husker den ikke." in svar.content.decode()


def test_filen_ligger_under_et_tilfaeldigt_navn(send, settings):
    send("../../hemmelig navn.pdf", PDF)

    maaling = Maaling.objects.get()
    assert re.fullmatch(r"bilag/[0-9a-f]{32}\.pdf", maaling.bilag.name)
    assert maaling.bilag_navn == "hemmelig navn.pdf"
    assert Path(maaling.bilag.path).is_relative_to(settings.MEDIA_ROOT)


def test_en_afvist_maaling_efterlader_ingen_fil(send, settings):
    send("udtræk.pdf", PDF)
    send("udtræk.pdf", PDF)

    assert len(list(Path(settings.MEDIA_ROOT).rglob("*.pdf"))) == 1


def test_fremmede_finder_intet(kode, send, fremmed):
    send("udtræk.pdf", PDF)

    assert kode(fremmed, Maaling.objects.get()) == 404


def test_bilag_til_et_kriterium_i_kladden_ses_kun_af_dem_der_ser_kladder(
    kode, send, plan, projektleder, foelgegruppemedlem, bestyrelsesmedlem
):
    send("udtræk.pdf", PDF)
    maaling = Maaling.objects.get()
    godkendelse.godkend_maaling(maaling, udgave=1, af=projektleder)
    foer = [kode(foelgegruppemedlem, maaling), kode(bestyrelsesmedlem, maaling)]
    VersionFactory(helhedsplan=plan)

    assert [*foer, kode(foelgegruppemedlem, maaling)] == [404, 200, 200]


def test_bilag_til_en_maaling_der_ikke_er_godkendt_ses_kun_af_dem_der_ser_kladder(
    kode, send, plan, projektleder, foelgegruppemedlem, bestyrelsesmedlem
):
    VersionFactory(helhedsplan=plan)
    send("udtræk.pdf", PDF)
    maaling = Maaling.objects.get()
    foer = [kode(foelgegruppemedlem, maaling), kode(bestyrelsesmedlem, maaling)]
    godkendelse.godkend_maaling(maaling, udgave=1, af=projektleder)

    assert [*foer, kode(foelgegruppemedlem, maaling)] == [404, 200, 200]


def test_et_udloebet_medlemskab_lukker_doeren(kode, send, plan):
    send("udtræk.pdf", PDF)
    VersionFactory(helhedsplan=plan)
    medlemskab = MedlemskabFactory(helhedsplan=plan, til_dato=date(2022, 6, 1))

    assert kode(medlemskab.bruger, Maaling.objects.get()) == 404


def test_en_maaling_uden_bilag_har_intet_at_hente(client, send, plan, medarbejder):
    client.force_login(medarbejder)
    data = {"aar": "2021", "vaerdi": "22,4", "kilde": "Boligsociale Data"}
    client.post(reverse("maalinger:maaling_opret", args=[plan.slug, 3]), data)

    assert client.get(url(Maaling.objects.get())).status_code == 404
