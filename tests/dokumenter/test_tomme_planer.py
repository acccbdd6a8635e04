"""Every paper of a plan that has next to nothing: a file, or one sentence that says why not; never a failure."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from aftaler.models import Helhedsplan
from brugere.roles import Rolle
from dokumenter import pdf
from dokumenter.reports import PAPIRER
from dokumenter.reports.data import noegle, udgavenavn
from dokumenter.reports.grundlag import Valg
from dokumenter.services.bestilling import KanIkkeBestilles, find_grundlag
from dokumenter.services.fremstilling import fremstil
from dokumenter.statuses import Format
from tests.factories import HelhedsplanFactory, MedlemskabFactory, OrganFactory, VersionFactory
from tests.moeder.factories import MoedeFactory, ReferatFactory, klokken

pytestmark = pytest.mark.django_db
I_DAG = date(2022, 6, 15)


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-15 12:00+02:00", tick=False):
        yield


def _uden_noget() -> Helhedsplan:
    return HelhedsplanFactory(slug="tom")


def _moede_uden_punkter_og_bestyrelse() -> Helhedsplan:
    plan = HelhedsplanFactory(slug="tom")
    organ = OrganFactory(helhedsplan=plan, art="styregruppe")
    MoedeFactory(organ=organ, begynder=klokken(2022, 7, 1))
    ReferatFactory(moede=MoedeFactory(organ=organ, holdt=True))
    return plan


def _version_der_ikke_gaelder_endnu() -> Helhedsplan:
    plan = HelhedsplanFactory(slug="tom")
    MoedeFactory(organ=OrganFactory(helhedsplan=plan, art="bestyrelse"), kladde=True)
    VersionFactory(helhedsplan=plan, gaelder_fra=date(2022, 12, 1))
    return plan


PLANER = {
    "uden_noget": _uden_noget,
    "moede_uden_punkter": _moede_uden_punkter_og_bestyrelse,
    "gaelder_ikke_endnu": _version_der_ikke_gaelder_endnu,
}


@pytest.mark.parametrize("rolle", [Rolle.SEKRETARIAT, Rolle.LBF])
@pytest.mark.parametrize("hvilken", PLANER)
def test_hvert_papir_er_en_fil_eller_en_saetning(hvilken, rolle, caplog):
    plan = PLANER[hvilken]()
    bruger = MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger

    grunde = []
    for papir, papirtype in PAPIRER.items():
        if papirtype.egen_side:
            continue
        try:
            grundlag = find_grundlag(plan, papir, Valg(), papirtype.formater[0], i_dag=I_DAG, laeser=bruger)
        except KanIkkeBestilles as fejl:
            grunde.append(str(fejl))
            continue
        assert noegle(grundlag, papirtype.formater[0])
        assert udgavenavn(grundlag)
        if papirtype.byg:
            assert pdf.html(papirtype.byg(grundlag), papirtype.skabelon)
        for format in set(papirtype.formater) & {Format.DOCX, Format.XLSX, Format.JSON}:
            assert fremstil(grundlag, format).indhold
    assert all(et.endswith(".") for et in grunde)
    assert [et.getMessage() for et in caplog.records if et.levelname == "ERROR"] == []  # a part of the whole case


@pytest.mark.parametrize("hvilken", PLANER)
def test_hver_side_om_den_nye_slags_kan_vises(client, hvilken):
    plan = PLANER[hvilken]()
    client.force_login(MedlemskabFactory(helhedsplan=plan, rolle=Rolle.SEKRETARIAT).bruger)
    moeder = list(plan.moeder.values_list("kode", flat=True))
    sider = [
        reverse("min_side"), reverse("mine_mails"), f"{reverse('soeg')}?q=plan",
        *(reverse(f"overblik:{et}", args=["tom"]) for et in ("eftersyn", "eftersyn_opgave", "aarshjul", "overblik")),
        reverse("dokumenter:papir_liste", args=["tom"]),
        *(reverse(f"moeder:{navn}", args=["tom", et]) for et in moeder for navn in ("moede_detalje", "referat")),
    ]  # fmt: skip
    assert [(side, svar.status_code) for side in sider if (svar := client.get(side)).status_code != 200] == []
