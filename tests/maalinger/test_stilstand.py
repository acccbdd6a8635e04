"""The nudge: an activity that should be under way, and that nobody has touched for long."""

from datetime import UTC, date, datetime, timedelta

import pytest

from aftaler.models import Aktivitet
from maalinger.models import Registrering
from maalinger.reports.stilstand import stille_aktiviteter
from maalinger.rules.stilstand import Aktivitetsspor, stilstand
from tests.factories import (
    AktivitetFactory,
    DelaftaleFactory,
    IndsatsomraadeFactory,
    MilepaelFactory,
    RegistreringFactory,
)

START, SLUT, DAG = date(2022, 1, 1), date(2022, 12, 31), date(2022, 9, 1)


@pytest.mark.regel("aktiviteten-staar-stille")
@pytest.mark.parametrize(
    ("spor", "dage"),
    [
        pytest.param({"roert": DAG - timedelta(89)}, None, id="89 dage er ikke længe"),
        pytest.param({"roert": DAG - timedelta(90)}, 90, id="90 dage er"),
        pytest.param({"roert": None}, 243, id="aldrig rørt, siden den begyndte"),
        pytest.param({"roert": date(2021, 6, 1)}, 243, id="kun rørt, før den begyndte"),
        pytest.param({"roert": None, "start": date(2022, 8, 1)}, None, id="lige begyndt"),
        pytest.param({"roert": None, "start": date(2022, 10, 1)}, None, id="ikke begyndt"),
        pytest.param({"roert": None, "slut": date(2022, 8, 31)}, None, id="slut"),
        pytest.param({"roert": None, "slut": DAG}, 243, id="sidste dag"),
        pytest.param({"roert": None, "status_sat": "paa_hold"}, None, id="på hold"),
        pytest.param({"roert": None, "status_sat": "bortfaldet"}, None, id="bortfaldet"),
        pytest.param({"roert": None, "status_sat": "i_gang"}, 243, id="sat i gang i hånden"),
    ],
)
def test_efter_halvfems_dage_uden_et_ord(spor, dage):
    svar = stilstand(Aktivitetsspor(**{"navn": "Lektiecafé", "start": START, "slut": SLUT, **spor}), DAG)
    assert (svar.dage if svar else None) == dage


@pytest.mark.parametrize(
    ("roert", "saetning"),
    [
        (date(2022, 3, 3), "Lektiecafé: Intet er skrevet siden 3.\u00a0marts 2022, 182 dage."),
        (None, "Lektiecafé: Intet er skrevet, siden den begyndte 1.\u00a0januar 2022, 243 dage."),
    ],
)
def test_saetningen_siger_siden_hvornaar(roert, saetning):
    assert stilstand(Aktivitetsspor("Lektiecafé", START, SLUT, roert), DAG).saetning == saetning


@pytest.mark.django_db
def test_et_tal_en_rettelse_eller_en_milepael_er_et_livstegn(plan):
    delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    navne = ("Stille", "Talt", "Rettet", "Nået")
    stille, talt, rettet, naaet = (
        AktivitetFactory(delaftale=delaftale, navn=navn, start_dato=START, slut_dato=SLUT) for navn in navne
    )
    nylig = datetime(2022, 8, 1, 12, tzinfo=UTC)
    Aktivitet.objects.filter(pk__in=[stille.pk, talt.pk, naaet.pk]).update(rettet_tidspunkt=None)
    Aktivitet.objects.filter(pk=rettet.pk).update(rettet_tidspunkt=nylig)
    Registrering.objects.filter(pk=RegistreringFactory(aktivitet=talt).pk).update(registreret_tidspunkt=nylig)
    MilepaelFactory(helhedsplan=plan, aktivitet=naaet, udfoert_dato=date(2022, 8, 2))

    assert [(et.navn, et.aktivitet, et.dage) for et in stille_aktiviteter([plan], dato=DAG)] == [
        ("Stille", stille.pk, 243)
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("antal", [1, 3])
def test_en_forespoergsel_uanset_hvor_mange(plan, antal, django_assert_num_queries):
    delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    AktivitetFactory.create_batch(antal, delaftale=delaftale, start_dato=START, slut_dato=SLUT)
    with django_assert_num_queries(1):
        assert len(stille_aktiviteter([plan], dato=DAG)) == antal
