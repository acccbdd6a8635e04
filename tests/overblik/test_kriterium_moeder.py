"""From a criterion to the meetings where it was treated."""

import pytest
from django.urls import reverse

from tests.factories import IndsatsomraadeFactory, OrganFactory, SucceskriteriumFactory
from tests.moeder.factories import BehandlingFactory, BeslutningFactory, MoedeFactory, klokken

pytestmark = pytest.mark.django_db


@pytest.fixture
def kriterium(plan):
    return SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))


def behandlet(plan, kriterium, dag: int, **punkt):
    """An item about the criterion on a meeting that was held."""
    moede = MoedeFactory(
        organ=OrganFactory(helhedsplan=plan, navn=f"Organ {dag}"), holdt=True, begynder=klokken(2022, 6, dag)
    )
    fundet = BehandlingFactory(moede=moede, **punkt)
    fundet.henvisninger.create(kriterium=kriterium)
    return fundet


def side(client, plan, kriterium):
    return client.get(reverse("overblik:kriterium_moeder", args=[plan.slug, kriterium.nr]))


def test_hvert_punkt_om_kriteriet_staar_med_moedet_og_beslutningen(client, plan, projektleder, kriterium):
    BeslutningFactory(behandling=behandlet(plan, kriterium, 15, art="B"), nr=7, tekst="Vi måler igen.")
    behandlet(plan, kriterium, 1, art="D")
    BehandlingFactory(moede=MoedeFactory(organ=OrganFactory(helhedsplan=plan), holdt=True))
    client.force_login(projektleder)

    forloeb = side(client, plan, kriterium).context["forloeb"]

    assert forloeb.saetning == "Kriteriet er sat på dagsordenen 2 gange, i Organ 1 og Organ 15."
    assert [(et.dato, et.beslutninger) for et in forloeb.linjer] == [
        ("1.\u00a0juni 2022", ()),
        ("15.\u00a0juni 2022", ((7, "Vi måler igen."),)),
    ]


def test_et_lukket_punkt_naevnes_ikke_for_den_der_ikke_ser_det(client, plan, medarbejder, kriterium):
    behandlet(plan, kriterium, 1, lukket=True)
    client.force_login(medarbejder)

    svar = side(client, plan, kriterium)

    assert svar.context["forloeb"].saetning == "Kriteriet står ikke på en dagsorden endnu."
    assert "Ingen behandlinger, du kan se" in svar.content.decode()


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, plan, projektleder, kriterium, antal, django_assert_num_queries):
    for dag in range(1, antal + 1):
        behandlet(plan, kriterium, dag)
    client.force_login(projektleder)

    with django_assert_num_queries(11):
        side(client, plan, kriterium)
