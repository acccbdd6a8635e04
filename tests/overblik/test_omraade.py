"""One boligområde: the same statuses as on the board's page, seen from the area."""

from datetime import datetime
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from maalinger.statuses import Status
from tests.factories import (
    BoligomraadeFactory,
    IndsatsomraadeFactory,
    MaalingFactory,
    SucceskriteriumFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db
I_DAG = datetime(2022, 6, 2, 12, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def steder(plan):
    steder = [BoligomraadeFactory(navn="Motalavej"), BoligomraadeFactory(navn="Ringparken")]
    for et in steder:
        et.helhedsplaner.add(plan)
    return steder


@pytest.fixture
def vis(client, plan):
    def vis(bruger, sted):
        client.force_login(bruger)
        with time_machine.travel(I_DAG):
            return client.get(reverse("overblik:omraade", args=[plan.slug, sted.pk]))

    return vis


def _kriterier(plan, steder, antal=1):
    omraade = IndsatsomraadeFactory(helhedsplan=plan)
    for _ in range(antal):
        kriterium = SucceskriteriumFactory(indsatsomraade=omraade, baseline_vaerdi=None, baseline_fra=None,
                                           baseline_til=None)  # fmt: skip
        for sted, vaerdi in zip(steder, ("19", "24"), strict=True):
            MaalingFactory(kriterium=kriterium, aar=2021, omraade=sted, vaerdi=Decimal(vaerdi))
    SucceskriteriumFactory(indsatsomraade=omraade)
    VersionFactory(helhedsplan=plan)


def test_omraadets_egne_tal_afgoer_og_planens_status_staar_ved_siden_af(vis, formand, plan, steder):
    _kriterier(plan, steder)

    sider = [vis(formand, et).context["side"] for et in steder]

    assert [[(et.opfyldelse.status, et.samlet.status) for et in side.linjer] for side in sider] == [
        [(Status.PAA_SPORET, Status.BAGUD)],
        [(Status.BAGUD, Status.BAGUD)],
    ]
    assert [side.faelles for side in sider] == [1, 1]


def test_et_omraade_uden_tal_siger_det(vis, formand, plan, steder):
    VersionFactory(helhedsplan=plan)
    svar = vis(formand, steder[0]).content.decode()
    assert "Motalavej har ingen egne tal endnu" in svar
    assert "Ingen kriterier er målt for området" in svar


def test_et_omraade_uden_for_planen_findes_ikke(vis, formand):
    assert vis(formand, BoligomraadeFactory()).status_code == 404


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(vis, formand, plan, steder, antal, django_assert_num_queries):
    _kriterier(plan, steder, antal)
    with django_assert_num_queries(28):  # the login is twelve of them
        svar = vis(formand, steder[0])
    assert len(svar.context["side"].linjer) == antal
