"""Approving freezes a document as an immutable, numbered version; the line is per document."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, transaction

from aftaler import snapshot
from aftaler.models import Version
from aftaler.services import versioner
from kerne.models import Haendelse
from tests.factories import AktivitetFactory, DelaftaleFactory, IndsatsomraadeFactory, SucceskriteriumFactory

pytestmark = pytest.mark.django_db


def godkend(plan, delaftale, *, af, gaelder_fra=date(2019, 5, 1), **mere):
    return versioner.godkend_dokument(
        plan,
        delaftale,
        gaelder_fra=gaelder_fra,
        godkendt_dato=gaelder_fra,
        godkendt_af_navn="Landsbyggefonden",
        grund="Den oprindelige aftale",
        af=af,
        **mere,
    )


def test_den_foerste_godkendelse_er_version_1_med_kontrolsum(plan, sekretariat):
    version = godkend(plan, None, af=sekretariat)

    assert version.nr == 1
    assert version.kontrolsum == snapshot.kontrolsum(version.indhold)
    assert version.indhold == snapshot.strategisk(plan)
    assert Haendelse.objects.get().hvad == "godkendt som version 1"


def test_hvert_dokument_har_sin_egen_raekke(plan, sekretariat, formand):
    delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    godkend(plan, None, af=sekretariat)

    assert godkend(plan, delaftale, af=formand).nr == 1


def test_uden_aendringer_er_der_intet_at_godkende(plan, sekretariat):
    godkend(plan, None, af=sekretariat)

    with pytest.raises(versioner.KanIkkeGodkendes, match="ens med version 1"):
        godkend(plan, None, af=sekretariat, gaelder_fra=date(2020, 1, 1))


@pytest.mark.regel("version-i-orden")
def test_en_version_gaelder_aldrig_fra_foer_sin_forgaenger(plan, sekretariat):
    godkend(plan, None, af=sekretariat, gaelder_fra=date(2020, 1, 1))
    SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))

    with pytest.raises(versioner.KanIkkeGodkendes, match="kan ikke gælde fra før"):
        godkend(plan, None, af=sekretariat, gaelder_fra=date(2019, 12, 31))


def test_en_kladde_der_blev_aendret_imens_godkendes_ikke(plan, sekretariat):
    set_kontrolsum = snapshot.kontrolsum(snapshot.strategisk(plan))
    SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))

    with pytest.raises(versioner.KanIkkeGodkendes, match="siden du så den"):
        godkend(plan, None, af=sekretariat, set_kontrolsum=set_kontrolsum)
    assert not Version.objects.exists()


def test_projektlederen_kan_ikke_beslutte_for_bestyrelsen(plan, projektleder):
    delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))

    with pytest.raises(PermissionDenied):
        godkend(plan, delaftale, af=projektleder)


@pytest.mark.parametrize("handling", ["update", "delete"])
def test_en_version_kan_ikke_aendres_heller_ikke_med_sql(plan, sekretariat, handling):
    version = godkend(plan, None, af=sekretariat)
    raekker = Version.objects.filter(pk=version.pk)

    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        raekker.update(grund="noget andet") if handling == "update" else raekker.delete()


def test_i_kraft_er_den_nyeste_der_er_begyndt(plan, sekretariat):
    foerste = godkend(plan, None, af=sekretariat, gaelder_fra=date(2019, 5, 1))
    SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    anden = godkend(plan, None, af=sekretariat, gaelder_fra=date(2022, 1, 14))

    assert [
        list(Version.objects.i_kraft(dag)) for dag in (date(2019, 4, 30), date(2022, 1, 13), date(2022, 1, 14))
    ] == [
        [],
        [foerste],
        [anden],
    ]


def test_kriterier_foelger_deres_dokument(plan):
    omraade = IndsatsomraadeFactory(helhedsplan=plan)
    aktivitet = AktivitetFactory(delaftale=DelaftaleFactory(indsatsomraade=omraade))
    SucceskriteriumFactory(indsatsomraade=omraade, navn="Fraflytning")
    SucceskriteriumFactory(indsatsomraade=omraade, aktivitet=aktivitet, navn="Frivillige")

    i_aftalen = snapshot.strategisk(plan)["indsatsomraader"][0]["succeskriterier"]
    i_delaftalen = snapshot.delaftale(aktivitet.delaftale)["aktiviteter"][0]["succeskriterier"]

    assert [et["navn"] for et in i_aftalen] == ["Fraflytning"]
    assert [et["navn"] for et in i_delaftalen] == ["Frivillige"]
