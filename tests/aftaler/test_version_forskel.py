"""Two versions held against each other: every change with who decided it; the rest is the same, word for word."""

from datetime import date

import pytest
from django.urls import reverse

from aftaler.models import Delaftale, Version
from aftaler.services import aendringer
from aftaler.services.aendringer import Trinforslag
from aftaler.statuses import Trinudfald
from tests.factories import DelaftaleFactory, IndsatsomraadeFactory, VersionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def delaftale(plan):
    return DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), sammenhaeng="<p>Hver uge.</p>")


@pytest.fixture
def godkend(plan, delaftale, projektleder, formand):
    """Write the delaftale's texts, send them, and let the board say yes."""

    def gaa(dato, **tekster):
        Delaftale.objects.filter(pk=delaftale.pk).update(**tekster)
        rute, grund = [Trinforslag("Bestyrelsen")], f"Ændret {dato.year}"
        aendring = aendringer.indsend(plan, delaftale, grund=grund, oensket_fra=dato, rute=rute, af=projektleder)
        aendringer.registrer_trin(aendring.trin.get(), udfald=Trinudfald.GODKENDT, dato=dato, tekst="", af=formand)
        return Version.objects.latest("pk")

    return gaa


@pytest.fixture
def tre(godkend):
    return [
        godkend(date(2019, 5, 1)),
        godkend(date(2020, 5, 1), sammenhaeng="<p>Hver måned.</p>"),
        godkend(date(2021, 5, 1), revision="<p>Hvert år.</p>"),
    ]


def forskel(client, plan, fra, til):
    url = reverse("aftaler:version_forskel", args=[plan.slug])
    return client.get(f"{url}?fra={fra.pk}&til={til.pk}")


def test_hver_aendring_siger_hvem_der_besluttede_den(client, plan, tre, bestyrelsesmedlem):
    client.force_login(bestyrelsesmedlem)

    svar = forskel(client, plan, tre[0], tre[2])

    assert [
        (et["forskel"].overskrift[:2], [v.version.nr for v in et["versioner"]], et["versioner"][0].godkendt)
        for et in svar.context["raekker"]
    ] == [("8.", [2], ("Bestyrelsen 1.\u00a0maj 2020",)), ("11", [3], ("Bestyrelsen 1.\u00a0maj 2021",))]
    side = svar.content.decode()
    assert '<del><span class="sr-only">slettet: </span>uge</del>' in side
    assert '<ins><span class="sr-only">tilføjet: </span>måned</ins>' in side


def test_raekkefoelgen_er_ligegyldig(client, plan, tre, lbf):
    client.force_login(lbf)

    svar = forskel(client, plan, tre[2], tre[0])

    assert (svar.context["fra"], svar.context["til"]) == (tre[0], tre[2])
    assert "Se beslutningen" not in svar.content.decode()


def test_en_version_er_ens_med_sig_selv(client, plan, tre, lbf):
    client.force_login(lbf)

    assert "Ordene er de samme." in forskel(client, plan, tre[1], tre[1]).content.decode()


def test_to_dokumenter_kan_ikke_sammenlignes(client, plan, tre, projektleder):
    client.force_login(projektleder)

    svar = forskel(client, plan, tre[0], VersionFactory(helhedsplan=plan))

    assert "til" in svar.context["form"].errors
    assert "til" not in svar.context


@pytest.mark.parametrize("soegning", ["", "?fra=x&til=y", "?fra=999999999999", "?fra=0"])
def test_en_version_der_ikke_findes(client, plan, tre, projektleder, soegning):
    client.force_login(projektleder)

    assert client.get(reverse("aftaler:version_forskel", args=[plan.slug]) + soegning).status_code == 404


def test_en_anden_plans_version_findes_ikke(client, plan, tre, fremmed):
    fremmed_plan = fremmed.medlemskaber.get().helhedsplan
    client.force_login(fremmed)

    assert forskel(client, fremmed_plan, tre[0], tre[1]).status_code == 404


@pytest.mark.parametrize("antal", [1, 3])
def test_sidens_forespoergsler_er_faste(client, plan, godkend, lbf, antal, django_assert_num_queries):
    versioner = [godkend(date(2019 + nr, 5, 1), revision=f"<p>{nr}</p>") for nr in range(antal)]
    client.force_login(lbf)

    with django_assert_num_queries(12):
        forskel(client, plan, versioner[0], versioner[-1])
