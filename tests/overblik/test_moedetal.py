"""What an agenda says about the things its items are about: the same words as every other page, live or frozen."""

from datetime import date

import pytest

from aftaler.services import versioner
from brugere.roles import Ret
from maalinger.reports import kriterier, linjer
from moeder.reports import figurer
from moeder.statuses import Pengeemne
from tests import factories
from tests.moeder.factories import BehandlingFactory, MoedeFactory

pytestmark = pytest.mark.django_db
DAG = date(2022, 6, 15)


@pytest.fixture
def punkt(plan):
    return BehandlingFactory(moede=MoedeFactory(organ=factories.OrganFactory(helhedsplan=plan)))


@pytest.fixture
def kriterium(plan):
    """In force since the plan's first day, and measured once."""
    omraade = factories.IndsatsomraadeFactory(helhedsplan=plan)
    kriterium = factories.SucceskriteriumFactory(indsatsomraade=omraade)
    versioner.frys(
        plan,
        None,
        indhold=versioner.kladde(plan, None),
        gaelder_fra=plan.start_dato,
        godkendt_dato=None,
        godkendt_af_navn="Landsbyggefonden",
        grund="Den oprindelige aftale",
        af=factories.BrugerFactory(),
    )
    factories.MaalingFactory(kriterium=kriterium)
    return kriterium


def figuren(plan, henvisning, ret=frozenset(Ret)) -> figurer.Figur | None:
    return figurer.figurer(plan, [henvisning], ret, dato=DAG).get(henvisning.pk)


def test_et_kriterium_siger_dagens_saetning_som_alle_andre_sider(plan, punkt, kriterium):
    (linje,) = linjer.linjer(plan, kriterier.ikraft(plan, dato=DAG).kriterier, dato=DAG)

    figur = figuren(plan, punkt.henvisninger.create(kriterium=kriterium))

    assert (figur.navn, figur.saetning, figur.status) == (
        kriterium.navn,
        linje.opfyldelse.saetning,
        linje.opfyldelse.status.value,
    )
    assert figur.url.endswith(f"/kriterier/{kriterium.nr}/")


def test_et_kriterium_i_kladde_har_hverken_status_eller_link(plan, punkt, kriterium):
    nyt = factories.SucceskriteriumFactory(indsatsomraade=kriterium.indsatsomraade)

    figur = figuren(plan, punkt.henvisninger.create(kriterium=nyt))

    assert (figur.saetning, figur.status, figur.url) == ("Det er ikke i kraft endnu.", "", "")


def test_en_delaftale_taeller_sine_kriterier(plan, punkt, kriterium):
    delaftale = factories.DelaftaleFactory(indsatsomraade=kriterium.indsatsomraade)
    (linje,) = linjer.linjer(plan, kriterier.ikraft(plan, dato=DAG).kriterier, dato=DAG)

    figur = figuren(plan, punkt.henvisninger.create(delaftale=delaftale))

    assert figur.saetning == f"1 kriterium: 1 {linje.opfyldelse.status.label.lower()}."


def test_en_version_siger_hvad_den_aendrede_og_fra_hvornaar(plan, punkt, kriterium):
    figur = figuren(plan, punkt.henvisninger.create(version=plan.versioner.get()))

    assert (figur.navn, figur.saetning) == (
        "Version 1 af den strategiske aftale",
        "Den oprindelige aftale. Gælder fra 1.\u00a0maj 2019.",
    )


def test_penge_og_kladder_kraever_ret(plan, punkt):
    post = punkt.henvisninger.create(budgetpost=factories.BudgetpostFactory(helhedsplan=plan))

    assert figuren(plan, post, frozenset({Ret.PLAN_SE})) is None
    assert figuren(plan, post, frozenset({Ret.PENGE_SE})).emne == "Budgetpost"


def test_planens_penge_siges_som_paa_eftersynet_kun_for_den_der_maa_se_dem(plan, punkt):
    factories.RestmidlerFactory(helhedsplan=plan, aar=2021, beloeb=165_000)
    penge = punkt.henvisninger.create(penge=Pengeemne.UFORBRUGT)
    ingen = punkt.henvisninger.create(penge=Pengeemne.OVERSKRIDELSE)

    figur = figuren(plan, penge)

    assert (figur.emne, figur.navn) == ("Penge", "Uforbrugte midler")
    assert figur.saetning.replace("\u00a0", " ").startswith("165.000 kr. fra 2021 er ikke brugt")
    assert figuren(plan, ingen).saetning == "Der er ikke noget at bemærke."
    assert figuren(plan, penge, frozenset(Ret) - {Ret.PENGE_SE}) is None
