"""Milestones: promised in the agreement, done at any time, and the plan's whole period as picture and table."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
import time_machine
from django.urls import reverse

from aftaler.models import Milepael
from aftaler.rules.aendringer import BESTYRELSEN, LANDSBYGGEFONDEN
from aftaler.services import aendringer, milepaele, versioner
from aftaler.services.laasning import ErIndsendt
from tests.factories import (
    AktivitetFactory,
    DelaftaleFactory,
    IndsatsomraadeFactory,
    MilepaelFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db
SVG = re.compile(r"<svg .*?</svg>", re.DOTALL)


@pytest.fixture
def aktivitet(plan):
    delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    return AktivitetFactory(delaftale=delaftale, navn="Lektiecafé", start_dato=plan.start_dato)


@pytest.fixture
def inde(client, medarbejder):
    client.force_login(medarbejder)
    return client


def url(navn, plan, *args):
    return reverse(f"aftaler:{navn}", args=[plan.slug, *args])


def tekst(svar):
    return svar.content.decode().replace("\u00a0", " ")


def ny(client, plan, aktivitet, **felter):
    data = {"navn": "Aftale med skolen", "frist_dato": "2020-01-01", **felter}
    return client.post(url("aktivitetens_milepael_opret", plan, aktivitet.pk), data)


def test_to_klik_giver_en_milepael_og_et_brugt_navn_en_saetning(inde, plan, aktivitet):
    for _ in range(2):
        ny(inde, plan, aktivitet)

    svar = ny(inde, plan, aktivitet, frist_dato="2021-01-01")

    assert Milepael.objects.get().aktivitet == aktivitet
    assert "Der er allerede en milepæl med det navn." in tekst(svar)


@pytest.mark.parametrize(
    ("felter", "saetning"),
    [
        ({"navn": ""}, "Skriv, hvad der skal være sket."),
        ({"frist_dato": ""}, "Skriv, hvornår det senest skal være sket."),
        ({"frist_dato": "snart"}, "Skriv en dato, fx 30.04.2023."),
        ({"frist_dato": "2019-04-30"}, "Milepælen skal ligge i planens periode, 1. maj 2019 – 30. april 2023."),
        ({"frist_dato": "2023-05-01"}, "Milepælen skal ligge i planens periode, 1. maj 2019 – 30. april 2023."),
    ],
)
def test_en_umulig_milepael_faar_en_saetning(inde, plan, aktivitet, felter, saetning):
    assert saetning in tekst(ny(inde, plan, aktivitet, **felter))
    assert not Milepael.objects.exists()


@time_machine.travel("2020-06-01 12:00:00+02:00")
def test_for_sent_kraever_en_grund_og_staar_paa_siden(inde, plan, aktivitet):
    milepael = MilepaelFactory(helhedsplan=plan, aktivitet=aktivitet, navn="Aftale med skolen")
    her = url("milepael_fremdrift", plan, milepael.pk)

    uden = inde.post(her, {"udfoert_dato": "2020-01-31"})
    med = inde.post(her, {"udfoert_dato": "2020-01-31", "forsinkelse_grund": "Skolen skiftede leder"}, follow=True)

    assert "Milepælen blev nået 30 dage efter fristen. Skriv hvorfor." in tekst(uden)
    assert "Udført 31. januar 2020, 30 dage efter fristen 1. januar 2020." in tekst(med)
    assert "Skolen skiftede leder" in tekst(med)


@time_machine.travel("2020-06-01 12:00:00+02:00")
def test_i_morgen_kan_ikke_vaere_udfoert_og_det_kan_fortrydes(inde, plan, aktivitet):
    milepael = MilepaelFactory(helhedsplan=plan, aktivitet=aktivitet, udfoert_dato=date(2019, 12, 1))
    her = url("milepael_fremdrift", plan, milepael.pk)

    assert "Datoen ligger i fremtiden." in tekst(inde.post(her, {"udfoert_dato": "2020-06-02"}))
    inde.post(her, {"udfoert_dato": "", "forsinkelse_grund": "Var ikke færdig alligevel"})

    milepael.refresh_from_db()
    assert (milepael.udfoert_dato, milepael.forsinkelse_grund) == (None, "Var ikke færdig alligevel")


def test_fremdrift_aendrer_ikke_kladden_og_kan_skrives_mens_den_er_til_godkendelse(
    inde, plan, aktivitet, medarbejder, projektleder
):
    milepael = MilepaelFactory(helhedsplan=plan, aktivitet=aktivitet, navn="Aftale med skolen")
    foer = versioner.kladde(plan, aktivitet.delaftale)
    aendringer.indsend(
        plan, aktivitet.delaftale, grund="Ny", oensket_fra=plan.start_dato,
        rute=[aendringer.Trinforslag(BESTYRELSEN)], af=projektleder,
    )  # fmt: skip

    inde.post(url("milepael_fremdrift", plan, milepael.pk), {"udfoert_dato": "2019-12-01"})

    milepael.refresh_from_db()
    assert milepael.udfoert_dato == date(2019, 12, 1)
    assert versioner.kladde(plan, aktivitet.delaftale) == foer
    with pytest.raises(ErIndsendt):
        milepaele.ret_milepael(milepael, navn="Andet", frist_dato=milepael.frist_dato, af=medarbejder)
    svar = inde.post(url("milepael_ret", plan, milepael.pk), {"navn": "Andet", "frist_dato": "2020-01-01"})
    assert "er sendt til godkendelse" in tekst(svar)


def test_planens_egne_milepaele_hoerer_til_den_strategiske_aftale(client, plan, medarbejder, projektleder):
    client.force_login(projektleder)
    data = {"navn": "Midtvejsseminar", "frist_dato": "2021-05-01"}
    client.post(url("milepael_opret", plan), data)
    milepael = Milepael.objects.get(aktivitet=None)
    client.force_login(medarbejder)

    assert client.post(url("milepael_opret", plan), {**data, "navn": "Andet"}).status_code == 403
    assert client.get(url("milepael_ret", plan, milepael.pk)).status_code == 403
    client.post(url("milepael_fremdrift", plan, milepael.pk), {"udfoert_dato": "2021-04-01"})
    milepael.refresh_from_db()
    assert milepael.udfoert_dato == date(2021, 4, 1)
    aendringer.indsend(
        plan, None, grund="Ny", oensket_fra=plan.start_dato,
        rute=[aendringer.Trinforslag(LANDSBYGGEFONDEN)], af=projektleder,
    )  # fmt: skip
    with pytest.raises(ErIndsendt):
        milepaele.opret_milepael(plan, None, navn="Ny", frist_dato=date(2021, 6, 1), af=projektleder)


def test_en_udfoert_milepael_slettes_ikke(inde, plan, aktivitet):
    milepael = MilepaelFactory(helhedsplan=plan, aktivitet=aktivitet, navn="A", udfoert_dato=date(2019, 12, 1))

    svar = inde.post(url("milepael_slet", plan, milepael.pk), follow=True)

    assert "»A« er udført og hører til planens historie." in tekst(svar)
    Milepael.objects.update(udfoert_dato=None)
    inde.post(url("milepael_slet", plan, milepael.pk))
    assert not Milepael.objects.exists()


def test_en_anden_plans_milepael_findes_ikke(inde, plan):
    fremmed = MilepaelFactory()

    for navn in ("milepael_ret", "milepael_fremdrift", "milepael_slet"):
        assert inde.get(url(navn, plan, fremmed.pk)).status_code == 404


@time_machine.travel("2020-01-12 12:00:00+01:00")
def test_planen_som_billede_og_som_tabel(inde, plan, aktivitet):
    MilepaelFactory(helhedsplan=plan, navn="Alle er ansat", frist_dato=date(2019, 6, 1), udfoert_dato=date(2019, 6, 1))
    MilepaelFactory(helhedsplan=plan, aktivitet=aktivitet, navn="Aftale med skolen")
    MilepaelFactory(helhedsplan=plan, aktivitet=aktivitet, navn="Ti børn", frist_dato=date(2020, 2, 1))

    side = tekst(inde.get(url("milepaelsplan", plan)))

    assert "1 af 3 milepæle er udført, og 1 er over tiden. Den næste er »Ti børn« 1. februar 2020." in side
    assert "Skulle være færdig 1. januar 2020, 11 dage siden." in side
    assert "Senest 1. februar 2020, om 20 dage." in side
    billede = next(et for et in map(ElementTree.fromstring, SVG.findall(side)) if et.get("role") == "img")
    assert billede[0].text.startswith("Milepæle 1. maj 2019 – 30. april 2023. 1 af 3 milepæle er udført")
    assert {"Lektiecafé", "Hele planen", "1", "2", "3"} <= {et.text for et in billede.iter() if et.tag.endswith("text")}


def test_uden_kladderet_ses_de_godkendte_milepaele(client, plan, aktivitet, lbf):
    MilepaelFactory(helhedsplan=plan, aktivitet=aktivitet, navn="Godkendt milepæl")
    client.force_login(lbf)
    assert "Ingen milepæle endnu" in tekst(client.get(url("milepaelsplan", plan)))
    VersionFactory(helhedsplan=plan)
    VersionFactory(helhedsplan=plan, delaftale=aktivitet.delaftale)
    MilepaelFactory(helhedsplan=plan, aktivitet=aktivitet, navn="Ny i kladden")

    side = tekst(client.get(url("milepaelsplan", plan)))

    assert "Godkendt milepæl" in side
    assert "Ny i kladden" not in side


@pytest.mark.parametrize("antal", [1, 3])
def test_milepaelsplanen_bruger_lige_mange_forespoergsler(client, projektleder, plan, antal, django_assert_num_queries):
    client.force_login(projektleder)
    for nr in ("5.1", "5.2", "5.3")[:antal]:
        delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr=nr))
        for _ in range(antal):
            MilepaelFactory(helhedsplan=plan, aktivitet=AktivitetFactory(delaftale=delaftale))
        MilepaelFactory(helhedsplan=plan)
    client.get(url("milepaelsplan", plan))

    with django_assert_num_queries(13):
        client.get(url("milepaelsplan", plan))
