"""Register data on its page, by hand, and as a criterion's measurements."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from aftaler.models import Boligafdeling
from kerne.diagrammer import Linjer, Punkt, Serie, Snit, linjer
from kerne.models import Haendelse
from maalinger.models import Diskretionsgraense, Indikator, Indikatorvaerdi, Maaling
from maalinger.reports import registerdata as rapport
from tests.factories import (
    BoligomraadeFactory,
    IndsatsomraadeFactory,
    MaalingFactory,
    OrganisationFactory,
    SucceskriteriumFactory,
)
from tests.maalinger.registertal import IndikatorvaerdiFactory

pytestmark = pytest.mark.django_db
I_DAG = date(2022, 6, 2)


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def vestbyen(plan):
    omraade = BoligomraadeFactory(navn="Vestbyen")
    omraade.helhedsplaner.add(plan)
    return omraade


@pytest.fixture
def afdeling(plan, vestbyen):
    et = Boligafdeling.objects.create(navn="Afdeling 1", organisation=OrganisationFactory())
    et.helhedsplaner.add(plan)
    et.boligomraader.add(vestbyen)
    return et


def side(plan, navn, *led):
    return reverse(f"maalinger:{navn}", args=[plan.slug, *led])


def rent(tekst):
    return tekst.replace("\u00a0", " ")


def test_raekkerne_er_aar_og_vinduer_og_kolonnerne_er_steder(plan, vestbyen):
    IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen, fra_aar=2013, til_aar=2017, vaerdi=Decimal("26.2"))
    IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen, aar=2018, opgjort_dato=date(2019, 4, 6))
    IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen, aar=2020, skjult=True, vaerdi=None)
    IndikatorvaerdiFactory(helhedsplan=plan, niveau="kommune", aar=2018, vaerdi=Decimal(15))

    (et,) = rapport.registerdata(plan, dato=I_DAG).indikatorer

    assert [sted.navn for sted in et.steder] == ["Vestbyen", plan.kommune]
    assert [(p.navn, [tal and rent(tal.tekst) for tal in p.tal]) for p in et.perioder] == [
        ("2013–2017, snit", ["26,2 %", None]),
        ("2018", ["23,1 %", "15 %"]),
        ("2020", ["Skjult", None]),
    ]
    assert et.huller == ("Vestbyen: 2019 er ikke oplyst.",)
    assert rent(et.perioder[1].herkomst[0].tekst) == "Boligsociale Data, 2018-tal, opgjort 6. april 2019"


def test_afdelinger_staar_paa_deres_omraades_side(plan, vestbyen, afdeling):
    IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen)
    IndikatorvaerdiFactory(helhedsplan=plan, afdeling=afdeling)
    uden = Boligafdeling.objects.create(navn="Udenfor", organisation=afdeling.organisation)
    uden.helhedsplaner.add(plan)
    IndikatorvaerdiFactory(helhedsplan=plan, afdeling=uden)

    hele = rapport.registerdata(plan, dato=I_DAG).indikatorer[0]
    omraadet = rapport.registerdata(plan, dato=I_DAG, omraade=vestbyen).indikatorer[0]

    assert [et.navn for et in hele.steder] == ["Vestbyen", "Udenfor"]
    assert [et.navn for et in omraadet.steder] == ["Vestbyen", "Afdeling 1"]


def test_smaa_tal_er_skjult_paa_siden_i_tegningen_og_i_formularen(client, projektleder, plan, vestbyen):
    Diskretionsgraense.objects.create(gaelder_fra=date(2020, 1, 1), mindste_antal=5)
    lille = IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen, aar=2021, vaerdi=None, taeller=3, naevner=57)
    IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen, aar=2020)
    IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen, aar=2019)
    client.force_login(projektleder)

    siden = client.get(side(plan, "data")).content.decode()
    formularen = client.get(side(plan, "vaerdi_ret", lille.pk))

    assert "Skjult" in siden
    assert "3 af 57" not in siden
    assert "5,3" not in siden
    assert [formularen.context["form"][et].value() for et in ("vaerdi", "taeller", "naevner")] == [None, None, None]
    assert "Tallet er skjult." in formularen.content.decode()


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, projektleder, plan, vestbyen, antal, django_assert_num_queries):
    for kode in ("fraflytning", "beboere", "tryghed")[:antal]:
        for aar in range(2015, 2015 + antal):
            IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen, kode=kode, aar=aar, vaerdi=Decimal(50))
    client.force_login(projektleder)
    with django_assert_num_queries(14):
        client.get(side(plan, "data"))


def test_en_tom_side_siger_hvad_der_kan_goeres(client, projektleder, plan):
    client.force_login(projektleder)
    svar = client.get(side(plan, "data")).content.decode()
    assert "Der er ingen registerdata endnu." in svar
    assert side(plan, "dataindlaesning_opret") in svar


# One value by hand -------------------------------------------------------------------------------------


@pytest.fixture
def skriv(client, projektleder, plan, vestbyen):
    client.force_login(projektleder)

    def send(url=None, **felter):
        data = {
            "indikator": Indikator.objects.get(kode="fraflytning").pk,
            "sted": f"omraade:{vestbyen.pk}",
            "fra_aar": "2020",
            "vaerdi": "22,4",
            "kilde": "LBF",
            **felter,
        }
        return client.post(url or side(plan, "vaerdi_opret"), data)

    return send


def fejl(svar):
    return {felt: [rent(et) for et in liste] for felt, liste in svar.context["form"].errors.items()}


def test_et_tal_skrives_ind_i_haanden(skriv, plan, vestbyen, projektleder):
    assert skriv(opgjort_dato="2021-04-06").status_code == 302

    et = Indikatorvaerdi.objects.get()
    assert (et.omraade, et.fra_aar, et.til_aar, et.vaerdi, et.kilde) == (vestbyen, 2020, 2020, Decimal("22.4"), "LBF")
    assert (et.registreret_af, et.opgjort_dato, et.eksempel) == (projektleder, date(2021, 4, 6), False)
    assert Haendelse.objects.get(kreds=plan.slug).hvad == "skrev et registertal ind"


def test_kilden_kan_have_skjult_tallet(skriv):
    skriv(vaerdi="", skjult="on")
    assert Indikatorvaerdi.objects.values_list("vaerdi", "skjult").get() == (None, True)


@pytest.mark.parametrize(
    ("felter", "venter"),
    [
        (
            {"vaerdi": ""},
            {"vaerdi": ["Skriv et tal, eller sæt kryds ved, at kilden har skjult det. Tomt er ikke nul."]},
        ),
        ({"skjult": "on"}, {"skjult": ["Skriv enten tallet, eller sæt kryds ved, at kilden har skjult det."]}),
        ({"vaerdi": "mange"}, {"vaerdi": ["»mange« er ikke et tal. Skriv det som 22,4 eller 1.936."]}),
        ({"vaerdi": "224"}, {"__all__": ["224 % kan ikke passe. En andel er højst 100 %. Mener du 22,4?"]}),
        (
            {"vaerdi": "", "taeller": "120", "naevner": "100"},
            {"__all__": ["120 af 100 kan ikke passe. Antallet skal være mellem nul og 100."]},
        ),
        ({"fra_aar": "2031"}, {"__all__": ["»2031-2031« ligger i fremtiden. Her kan stå år fra 1990 til 2022."]}),
        ({"fra_aar": ""}, {"fra_aar": ["Skriv det år, tallet er for."]}),
        ({"sted": ""}, {"sted": ["Vælg, hvis tal det er."]}),
        ({"kilde": ""}, {"kilde": ["Skriv, hvor tallet kommer fra, fx »Boligsociale Data, hentet 1. marts 2021«."]}),
    ],
)
def test_et_umuligt_tal_faar_en_saetning_og_intet_gaar_tabt(skriv, felter, venter):
    svar = skriv(**felter)
    assert fejl(svar) == venter
    assert svar.context["form"]["kilde"].value() == felter.get("kilde", "LBF")
    assert Indikatorvaerdi.objects.count() == 0


def test_samme_sted_og_aar_kan_ikke_skrives_to_gange(skriv, plan, vestbyen):
    IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen)
    assert fejl(skriv()) == {"__all__": ["Der er allerede et tal for det sted og den periode."]}


def test_en_rettelse_beholder_historien(skriv, plan, vestbyen, projektleder):
    et = IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen, eksempel=True)

    skriv(side(plan, "vaerdi_ret", et.pk), vaerdi="21", udgave="1")

    et.refresh_from_db()
    assert (et.vaerdi, et.eksempel, et.registreret_af) == (Decimal(21), False, projektleder)
    assert list(et.events.order_by("pgh_id").values_list("vaerdi", flat=True)) == [Decimal("23.1"), Decimal(21)]


def test_den_der_retter_imens_bliver_ikke_skrevet_over(skriv, plan, vestbyen):
    et = IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen)
    Indikatorvaerdi.objects.filter(pk=et.pk).update(vaerdi=Decimal(19))

    svar = skriv(side(plan, "vaerdi_ret", et.pk), vaerdi="21", udgave="1")

    assert "Tallet er rettet, mens du skrev." in svar.content.decode()
    assert (svar.context["form"]["vaerdi"].value(), svar.context["form"]["udgave"].value()) == ("21", "2")
    et.refresh_from_db()
    assert et.vaerdi == Decimal(19)


def test_et_tal_der_staar_ved_en_fejl_kan_slettes(client, projektleder, plan, vestbyen):
    et = IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen)
    client.force_login(projektleder)
    client.post(side(plan, "vaerdi_slet", et.pk))
    assert Indikatorvaerdi.objects.count() == 0
    assert Haendelse.objects.get(kreds=plan.slug).hvad == "slettede et registertal"


# A criterion's measurements ----------------------------------------------------------------------------


@pytest.fixture
def kriterium(plan):
    return SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), nr=3, navn="Fraflytning")


def test_registertal_hentes_som_kladder_med_sammenligning_og_kilde(client, projektleder, plan, vestbyen, kriterium):
    IndikatorvaerdiFactory(helhedsplan=plan, kode="tryghed", vaerdi=Decimal(70))
    et = IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen, opgjort_dato=date(2021, 4, 6))
    IndikatorvaerdiFactory(helhedsplan=plan, niveau="kommune", vaerdi=Decimal("14.2"))
    IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen, aar=2019, skjult=True, vaerdi=None)
    IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen, aar=2005)
    MaalingFactory(kriterium=kriterium, omraade=vestbyen, aar=2021)
    IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen, aar=2021)
    client.force_login(projektleder)

    svar = client.get(side(plan, "kriterium_hent", kriterium.nr))
    assert (svar.context["valgt"].kode, [f.noegle for f in svar.context["forslag"]]) == ("fraflytning", [et.pk])

    client.post(side(plan, "kriterium_hent", kriterium.nr), {"indikator": "fraflytning", "tal": [et.pk]})

    kladde = Maaling.objects.get(tilstand="kladde")
    assert (kladde.omraade, kladde.fra_dato, kladde.til_dato) == (vestbyen, date(2020, 1, 1), date(2020, 12, 31))
    assert (kladde.vaerdi, kladde.reference_vaerdi, kladde.reference_navn) == (
        Decimal("23.1"),
        Decimal("14.2"),
        plan.kommune,
    )
    assert (rent(kladde.kilde), kladde.udtraek_dato) == (
        "Boligsociale Data, 2020-tal, opgjort 6. april 2021",
        date(2021, 4, 6),
    )
    assert client.get(side(plan, "kriterium_hent", kriterium.nr)).context["forslag"] == ()


@pytest.mark.parametrize("antal", [1, 3])
def test_forslagene_koster_det_samme_uanset_antal(
    client, projektleder, plan, vestbyen, kriterium, antal, django_assert_num_queries
):
    for aar in range(2018, 2018 + antal):
        IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen, aar=aar)
    client.force_login(projektleder)
    with django_assert_num_queries(15):
        client.get(side(plan, "kriterium_hent", kriterium.nr))


def test_et_omraade_der_har_forladt_planen_har_hverken_side_fil_eller_forslag(
    client, projektleder, plan, vestbyen, kriterium
):
    IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen)
    vestbyen.helhedsplaner.remove(plan)
    client.force_login(projektleder)

    assert rapport.registerdata(plan, dato=I_DAG).indikatorer == ()
    assert len(client.get(side(plan, "data_eksport")).content.decode().splitlines()) == 1
    assert client.get(side(plan, "kriterium_hent", kriterium.nr)).context["forslag"] == ()
    assert client.get(side(plan, "data_omraade", vestbyen.pk)).status_code == 404


def test_uden_kryds_hentes_intet(client, projektleder, plan, vestbyen, kriterium):
    IndikatorvaerdiFactory(helhedsplan=plan, omraade=vestbyen)
    client.force_login(projektleder)
    svar = client.post(side(plan, "kriterium_hent", kriterium.nr), {"indikator": "fraflytning"})
    assert svar.context["fejl"] == ["Sæt kryds ved de tal, der skal hentes."]
    assert Maaling.objects.count() == 0


# The drawing -------------------------------------------------------------------------------------------


def test_tegningen_har_huller_snit_og_navne_ved_enden():
    data = Linjer(
        "Fraflytning falder.",
        "Procent",
        (
            Serie(
                "Vestbyen",
                (Punkt(2015, Decimal(26)), Punkt(2017, Decimal(25)), Punkt(2018, Decimal(24))),
                (Snit(2013, 2014, Decimal(27)),),
                slut="24 %",
            ),
            Serie("Kommunen", (Punkt(2018, Decimal(24)),), slut="24 %", anden=True),
        ),
    )
    bred, smal = linjer(data), linjer(data, smal=True)

    assert bred.count("<title>Fraflytning falder.</title>") == 1
    assert "Vestbyen 24 %" in bred
    assert "Kommunen 24 %" in bred
    # 2015 stands alone, 2017–2018 hang together; each name has its hair line
    assert bred.count("<polyline") == 5
    assert 'width="358"' in smal
    assert linjer(data) == bred
