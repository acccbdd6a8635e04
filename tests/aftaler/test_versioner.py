"""Approving freezes a document as an immutable, numbered version; the line is per document."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction

from aftaler import snapshot
from aftaler.models import Version
from aftaler.services import versioner
from kerne.models import Haendelse
from tests.factories import (
    AktivitetFactory,
    BrugerFactory,
    DelaftaleFactory,
    IndsatsomraadeFactory,
    SucceskriteriumFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db


def test_en_version_fryses_med_nummer_kontrolsum_og_en_haendelse(plan):
    version = versioner.frys(
        plan,
        None,
        indhold=versioner.kladde(plan, None),
        gaelder_fra=date(2019, 5, 1),
        godkendt_dato=None,
        godkendt_af_navn="Landsbyggefonden",
        grund="Den oprindelige aftale",
        af=BrugerFactory(),
    )

    assert version.nr == 1
    assert version.kontrolsum == snapshot.kontrolsum(version.indhold)
    assert version.indhold == snapshot.strategisk(plan)
    assert Haendelse.objects.get().hvad == "godkendt som version 1"


def test_hvert_dokument_har_sin_egen_raekke(plan):
    delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    strategisk = VersionFactory(helhedsplan=plan)
    egen = VersionFactory(helhedsplan=plan, delaftale=delaftale)

    assert (strategisk.nr, egen.nr) == (1, 1)
    assert strategisk.titel == "Strategisk samarbejdsaftale om boligsocial indsats"
    assert egen.titel == "Delaftale 5.1 Tryghed og trivsel"


@pytest.mark.parametrize("handling", ["update", "delete"])
def test_en_version_kan_ikke_aendres_heller_ikke_med_sql(plan, handling):
    raekker = Version.objects.filter(pk=VersionFactory(helhedsplan=plan).pk)

    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        raekker.update(grund="noget andet") if handling == "update" else raekker.delete()


def test_i_kraft_er_den_nyeste_der_er_begyndt(plan):
    foerste = VersionFactory(helhedsplan=plan, gaelder_fra=date(2019, 5, 1))
    anden = VersionFactory(helhedsplan=plan, nr=2, gaelder_fra=date(2022, 1, 14))

    assert [
        list(Version.objects.i_kraft(dag)) for dag in (date(2019, 4, 30), date(2022, 1, 13), date(2022, 1, 14))
    ] == [[], [foerste], [anden]]


def test_kriterier_foelger_deres_dokument(plan):
    omraade = IndsatsomraadeFactory(helhedsplan=plan)
    aktivitet = AktivitetFactory(delaftale=DelaftaleFactory(indsatsomraade=omraade))
    SucceskriteriumFactory(indsatsomraade=omraade, navn="Fraflytning")
    SucceskriteriumFactory(indsatsomraade=omraade, aktivitet=aktivitet, navn="Frivillige")

    i_aftalen = snapshot.strategisk(plan)["indsatsomraader"][0]["succeskriterier"]
    i_delaftalen = snapshot.delaftale(aktivitet.delaftale)["aktiviteter"][0]["succeskriterier"]

    assert [et["navn"] for et in i_aftalen] == ["Fraflytning"]
    assert [et["navn"] for et in i_delaftalen] == ["Frivillige"]


def test_alle_kladder_er_de_samme_som_hver_for_sig(plan):
    delaftaler = [
        DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr=nr)) for nr in ("5.3", "5.1")
    ]

    alle = versioner.kladder(plan)

    assert alle == {None: snapshot.strategisk(plan), **{et.pk: snapshot.delaftale(et) for et in delaftaler}}
