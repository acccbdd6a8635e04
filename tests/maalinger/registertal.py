"""Register values and sheets for the tests of them."""

import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import factory
from django.core.files.uploadedfile import SimpleUploadedFile
from factory.django import DjangoModelFactory

from kerne.regneark import CSV_ARK
from maalinger.models import Dataindlaesning, Indikator, Indikatorvaerdi
from maalinger.rules.datakolonner import Kolonner
from maalinger.services import dataarbejde, indlaesning
from tests.factories import BrugerFactory, HelhedsplanFactory

OVERSKRIFTER = ("Område", "Indikator", "År", "Procent")


class IndikatorvaerdiFactory(DjangoModelFactory):
    """Fraflytning 23,1 % in 2020 for the whole plan; `omraade` or `afdeling` makes it theirs."""

    class Meta:
        model = Indikatorvaerdi

    class Params:
        aar = 2020
        kode = "fraflytning"

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    indikator = factory.LazyAttribute(lambda o: Indikator.objects.get(kode=o.kode))
    omraade = None
    afdeling = None
    niveau = factory.LazyAttribute(lambda o: "omraade" if o.omraade else "afdeling" if o.afdeling else "plan")
    fra_aar = factory.SelfAttribute("aar")
    til_aar = factory.SelfAttribute("fra_aar")
    vaerdi = Decimal("23.1")
    kilde = "Boligsociale Data"
    registreret_af = factory.SubFactory(BrugerFactory)


class DataindlaesningFactory(DjangoModelFactory):
    """A csv of one value that was just chosen; its columns are told."""

    class Meta:
        model = Dataindlaesning

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    fil = factory.LazyFunction(lambda: tekstfil("Område;Indikator;År;Procent\nHele planen;Fraflytning;2020;22,4\n"))
    filnavn = "tal.csv"
    kontrolsum = factory.Sequence(lambda n: f"{n:064x}")
    ark = CSV_ARK
    overskrifter = factory.LazyFunction(lambda: list(OVERSKRIFTER))
    kolonner = factory.LazyFunction(lambda: Kolonner(("sted", "indikator", "aar", "tal")).som_json())
    kilde = "Boligsociale Data"
    oprettet_af = factory.SubFactory(BrugerFactory)


def bog(*raekker: Sequence[Any], ark: str = "2021", navn: str = "tal.xlsx", overskrifter: Sequence[Any] = OVERSKRIFTER):
    """A workbook with one sheet, as a person sends it in."""
    from openpyxl import Workbook

    wb = Workbook()
    wb.active.title = ark
    for raekke in (overskrifter, *raekker):
        wb.active.append(raekke)
    fil = io.BytesIO()
    wb.save(fil)
    return SimpleUploadedFile(navn, fil.getvalue())


def tekstfil(tekst: str, navn: str = "tal.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(navn, tekst.encode())


def modtag(plan: Any, fil: SimpleUploadedFile, af: Any, *, kilde: str = "Boligsociale Data", **kolonner: Any):
    """Take the file; its columns as they were guessed, but for what is given."""
    ny = indlaesning.modtag(plan, fil, af=af)
    valgt = Kolonner.af_json({**ny.kolonner, **kolonner})
    indlaesning.saet_kolonner(ny, valgt, kilde=kilde, opgjort_dato=None, af=af)
    ny.refresh_from_db()
    return ny


def arbejd(ny: Dataindlaesning) -> Dataindlaesning:
    """What the worker does when the bell rings."""
    dataarbejde.udfoer(str(ny.pk))
    ny.refresh_from_db()
    return ny


def proev(ny: Dataindlaesning, af: Any) -> Dataindlaesning:
    indlaesning.proev(ny, af=af)
    return arbejd(ny)


def laes_ind(ny: Dataindlaesning, af: Any) -> Dataindlaesning:
    """Try it, and read it in."""
    assert proev(ny, af).resultat["fejl"] == []
    indlaesning.laes_ind(ny, af=af)
    return arbejd(ny)
