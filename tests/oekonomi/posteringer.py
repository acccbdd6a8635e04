"""Files of postings, and what the worker does with them, for the tests of them."""

from typing import Any

import factory
from django.core.files.uploadedfile import SimpleUploadedFile
from factory.django import DjangoModelFactory

from kerne.regneark import CSV_ARK
from oekonomi.models import Forbrugsindlaesning
from oekonomi.rules.posteringskolonner import Hjemsted, Kolonner
from oekonomi.services import posteringer, posteringsarbejde
from tests.factories import BrugerFactory, HelhedsplanFactory

OVERSKRIFTER = ("Dato", "Konto", "Tekst", "Bilagsnr", "Beløb")
ARTER = ("dato", "konto", "tekst", "bilag", "beloeb")


def fil(*linjer: str, navn: str = "finans.csv", overskrifter: str = ";".join(OVERSKRIFTER)) -> SimpleUploadedFile:
    """A csv as a finance system writes it: semicolons, comma before øre."""
    return SimpleUploadedFile(navn, "\n".join((overskrifter, *linjer)).encode())


class ForbrugsindlaesningFactory(DjangoModelFactory):
    """A csv of one posting that was just chosen; its columns are told."""

    class Meta:
        model = Forbrugsindlaesning

    helhedsplan = factory.SubFactory(HelhedsplanFactory)
    fil = factory.LazyFunction(lambda: fil("01-03-2020;4100;Leje;17;100,00"))
    filnavn = "finans.csv"
    kontrolsum = factory.Sequence(lambda n: f"{n:064x}")
    ark = CSV_ARK
    overskrifter = factory.LazyFunction(lambda: list(OVERSKRIFTER))
    kolonner = factory.LazyFunction(lambda: Kolonner(ARTER).som_json())
    oprettet_af = factory.SubFactory(BrugerFactory)


def arbejd(ny: Forbrugsindlaesning) -> Forbrugsindlaesning:
    """What the worker does when the bell rings."""
    posteringsarbejde.udfoer(str(ny.pk))
    ny.refresh_from_db()
    return ny


def proev(plan: Any, fil: SimpleUploadedFile, af: Any, **konti: str) -> Forbrugsindlaesning:
    """Take the file with the columns as guessed, place `konti` (key → place), and try it."""
    ny = posteringer.modtag(plan, fil, af=af)
    posteringer.proev(ny, af=af)
    arbejd(ny)
    if konti:
        posteringer.placer_konti(ny, {noegle: Hjemsted(sted) for noegle, sted in konti.items()}, af=af)
        arbejd(ny)
    return ny


def laes_ind(plan: Any, fil: SimpleUploadedFile, af: Any, **konti: str) -> Forbrugsindlaesning:
    """Try it, and read it in."""
    ny = proev(plan, fil, af, **konti)
    assert ny.resultat["fejl"] == []
    posteringer.laes_ind(ny, af=af)
    return arbejd(ny)
