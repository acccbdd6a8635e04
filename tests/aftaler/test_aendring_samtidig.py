"""Two at once: one version, one open change, and no row that slips in while the document is sent."""

from datetime import date

import pytest

from aftaler import snapshot
from aftaler.models import Aendring, Delaftale, Helhedsplan, Version
from aftaler.models.skabelon import Skabelonafsnit
from aftaler.rules.aendringer import BESTYRELSEN
from aftaler.services import aendringer, tekster
from aftaler.services.aendringer import KanIkkeIndsendes, KanIkkeRegistreres, Trinforslag
from aftaler.services.laasning import ErIndsendt
from aftaler.services.versioner import kladde
from aftaler.statuses import Trinudfald
from brugere.roles import Rolle
from tests.factories import DelaftaleFactory, HelhedsplanFactory, IndsatsomraadeFactory, MedlemskabFactory
from tests.samtidig import samtidig


@pytest.fixture
def plan(rigtig_database):
    return HelhedsplanFactory()


@pytest.fixture
def delaftale(plan):
    return DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))


@pytest.fixture
def leder(plan):
    return MedlemskabFactory(helhedsplan=plan).bruger


@pytest.fixture
def formand(plan):
    return MedlemskabFactory(helhedsplan=plan, rolle=Rolle.FORMAND).bruger


def indsend(plan, delaftale, leder):
    rute = [Trinforslag(BESTYRELSEN)]
    return aendringer.indsend(
        Helhedsplan.objects.get(pk=plan.pk), delaftale, grund="Ny", oensket_fra=date(2021, 1, 1), rute=rute, af=leder
    )


def test_to_godkendelser_paa_en_gang_giver_en_version(plan, delaftale, leder, formand):
    trin = indsend(plan, delaftale, leder).trin.get()

    def godkend():
        return aendringer.registrer_trin(trin, udfald=Trinudfald.GODKENDT, dato=date(2021, 1, 1), tekst="", af=formand)

    svar = samtidig(godkend, godkend)

    assert Version.objects.count() == 1
    assert sorted(type(et).__name__ for et in svar) == ["Aendring", "KanIkkeRegistreres"]


def test_et_ja_og_en_tilbagetraekning_paa_en_gang_er_kun_det_ene(plan, delaftale, leder, formand):
    aendring = indsend(plan, delaftale, leder)
    trin = aendring.trin.get()

    svar = samtidig(
        lambda: aendringer.registrer_trin(
            trin, udfald=Trinudfald.GODKENDT, dato=date(2021, 1, 1), tekst="", af=formand
        ),
        lambda: aendringer.traek_tilbage(aendring, grund="Fortrudt", af=leder),
    )

    assert sum(isinstance(et, KanIkkeRegistreres) for et in svar) == 1
    assert Version.objects.count() == (Aendring.objects.get().status == "godkendt")


def test_to_indsendelser_paa_en_gang_giver_en_aendring(plan, delaftale, leder):
    svar = samtidig(lambda: indsend(plan, delaftale, leder), lambda: indsend(plan, delaftale, leder))

    assert Aendring.objects.count() == 1
    assert sum(isinstance(et, KanIkkeIndsendes) for et in svar) == 1


@pytest.mark.parametrize("gang", range(3))
def test_det_sendte_er_altid_det_der_staar_i_kladden(plan, delaftale, leder, gang):
    """Somebody saves while the draft is sent: either it is in the proposal, or it was refused."""
    afsnit = Skabelonafsnit.objects.get(skabelon__generation="B", skabelon__papir="delaftale", kode="revision")

    svar = samtidig(
        lambda: tekster.ret_delaftale_tekst(delaftale, afsnit, tekst="<p>Sent.</p>", udgave=1, af=leder),
        lambda: indsend(plan, delaftale, leder),
    )

    nu = kladde(Helhedsplan.objects.get(pk=plan.pk), Delaftale.objects.get(pk=delaftale.pk))
    assert snapshot.kontrolsum(nu) == Aendring.objects.get().kontrolsum
    assert svar[0] is None or isinstance(svar[0], ErIndsendt)
