"""Surveys: counts only, start beside end, small ones hidden, and a draft measurement of what measures a criterion."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from maalinger.models import Maaling, Periodelaas, Undersoegelse, Undersoegelsessvar
from maalinger.reports.undersoegelser import skjulte_svar
from maalinger.rules.undersoegelser import (
    Maalepunkt,
    andel,
    fejl_i_svaret,
    fejl_i_undersoegelsen,
    forskel,
    modstykke,
)
from maalinger.services import undersoegelser as services
from tests.factories import (
    IndsatsomraadeFactory,
    SucceskriteriumFactory,
    UndersoegelseFactory,
    UndersoegelsessvarFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db
I_DAG = date(2023, 1, 10)


@pytest.fixture(autouse=True)
def _i_januar_2023():
    with time_machine.travel("2023-01-10 12:00+01:00", tick=False):
        yield


@pytest.fixture
def start(plan):
    return UndersoegelseFactory(helhedsplan=plan)


@pytest.fixture
def slut(plan):
    return UndersoegelseFactory(
        helhedsplan=plan, art="slut", fra_dato=date(2022, 11, 1), til_dato=date(2022, 12, 1), spurgt=200, svarede=120
    )


@pytest.fixture
def kriterium(plan):
    return SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), navn="Tryghed", nr=1)


def vis(client, plan, person, undersoegelse):
    client.force_login(person)
    return client.get(reverse("maalinger:undersoegelse_detalje", args=[plan.slug, undersoegelse.pk]))


def send(client, side, /, *args, **data):
    return client.post(reverse(f"maalinger:{side}", args=args), data)


def test_start_staar_ved_siden_af_slut_med_forskellen_i_point(client, plan, start, slut, bestyrelsesmedlem):
    UndersoegelsessvarFactory(undersoegelse=start, antal=62, ud_af=104)
    UndersoegelsessvarFactory(undersoegelse=slut, antal=90, ud_af=120)

    for undersoegelse in (start, slut):
        side = vis(client, plan, bestyrelsesmedlem, undersoegelse).context["side"]
        (linje,) = side.linjer
        assert (linje.start.procent, linje.slut.procent, linje.forskel) == ("59,6\u00a0%", "75\u00a0%", "+15,4")
        assert (linje.start.tekst, linje.slut.tekst) == ("62 af\u00a0104", "90 af\u00a0120")


def test_et_kriterium_der_kun_staar_i_kladden_naevnes_ikke_for_den_der_ikke_ser_kladder(
    client, plan, start, kriterium, bestyrelsesmedlem, foelgegruppemedlem
):
    """A survey's page named the draft's criterion to the følgegruppe, with a link that was 404."""
    UndersoegelsessvarFactory(undersoegelse=start, kriterium=kriterium)

    navnene = [
        [et.kriterium and et.kriterium.navn for et in vis(client, plan, person, start).context["side"].linjer]
        for person in (bestyrelsesmedlem, foelgegruppemedlem)
    ]
    assert navnene == [["Tryghed"], [None]]
    assert "Tryghed" not in vis(client, plan, foelgegruppemedlem, start).content.decode()

    VersionFactory(helhedsplan=plan)
    (linje,) = vis(client, plan, foelgegruppemedlem, start).context["side"].linjer
    assert linje.kriterium.navn == "Tryghed"


def test_svarprocenten_viser_sine_tal(client, plan, start, bestyrelsesmedlem):
    assert vis(client, plan, bestyrelsesmedlem, start).context["side"].svarprocent == (
        "104 af 180 svarede (57,8\u00a0%)"
    )


def test_smaa_tal_skjules_for_alle_ogsaa_forskellen(client, plan, start, slut, projektleder):
    UndersoegelsessvarFactory(undersoegelse=start, antal=3, ud_af=104)
    UndersoegelsessvarFactory(undersoegelse=slut, antal=40, ud_af=120)

    svar = vis(client, plan, projektleder, slut)

    (linje,) = svar.context["side"].linjer
    assert (linje.start.tekst, linje.start.procent, linje.slut.tekst, linje.forskel) == (
        "Skjult",
        "",
        "40 af\u00a0120",
        "",
    )
    assert "Færre end 5 personer står bag tallet" in svar.content.decode()
    assert "3 af" not in svar.content.decode()


def test_et_lille_tal_staar_kun_i_formularen_for_den_der_maa_skrive_det(
    client, plan, start, medarbejder, formand, bestyrelsesmedlem, foelgegruppemedlem, revisor
):
    """Review: the page hides the figure, the form shows it. Who types it in must see it (ADR 0009); nobody else may."""
    svar = UndersoegelsessvarFactory(undersoegelse=start, antal=3, ud_af=104)
    url = reverse("maalinger:svar_ret", args=[plan.slug, svar.pk])

    client.force_login(medarbejder)
    assert client.get(url).context["form"]["antal"].value() == "3"
    for person in (formand, bestyrelsesmedlem, foelgegruppemedlem, revisor):
        client.force_login(person)
        svarene = [client.get(url), client.post(url, {"spoergsmaal": svar.spoergsmaal, "svaret": svar.svaret})]
        assert [(et.status_code, et.context.get("form") if et.context else None) for et in svarene] == [(403, None)] * 2


def test_et_skjult_svar_kan_ikke_traekkes_fra_de_andre(start):
    svar = [
        UndersoegelsessvarFactory(undersoegelse=start, svaret=navn, antal=antal, ud_af=100)
        for navn, antal in (("Ja", 70), ("Nej", 27), ("Ved ikke", 3))
    ]
    assert skjulte_svar(svar, i_dag=I_DAG) == {svar[1].pk, svar[2].pk}


def test_faa_der_ikke_svarede_det_er_ogsaa_et_lille_tal(start):
    svar = UndersoegelsessvarFactory(undersoegelse=start, antal=102, ud_af=104)
    assert skjulte_svar([svar], i_dag=I_DAG) == {svar.pk}


def test_en_undersoegelse_oprettes_og_faar_svar(client, plan, medarbejder, kriterium):
    client.force_login(medarbejder)
    svar = send(
        client, "undersoegelse_opret", plan.slug, navn="Naboskab", art="start", fra_dato="2019-09-01",
        til_dato="2019-09-30", spurgt="180", svarede="104", kilde="Boligforeningen",
    )  # fmt: skip
    ny = Undersoegelse.objects.get()
    assert svar.headers["Location"] == reverse("maalinger:undersoegelse_detalje", args=[plan.slug, ny.pk])

    send(
        client, "svar_opret", plan.slug, ny.pk, spoergsmaal="Tryg?", svaret="Ja", antal="62", ud_af="104",
        kriterium=str(kriterium.pk),
    )  # fmt: skip

    svaret = Undersoegelsessvar.objects.get()
    assert (svaret.undersoegelse, svaret.antal, svaret.kriterium) == (ny, 62, kriterium)


@pytest.mark.parametrize(
    ("felter", "felt", "besked"),
    [
        ({"svarede": "181"}, "svarede", "181 kan ikke have svaret, når 180 blev spurgt."),
        ({"spurgt": "mange"}, "spurgt", "»mange« er ikke et antal. Skriv et helt tal, fx 34."),
        ({"til_dato": "2019-08-01"}, "til_dato", "Undersøgelsen kan ikke slutte, før den begynder."),
        (
            {"til_dato": "2023-02-01"},
            "til_dato",
            "1.\u00a0februar 2023 er ikke kommet endnu. Skriv undersøgelsen ind, når den er slut.",
        ),
        ({"kilde": ""}, "kilde", "Skriv, hvem der lavede undersøgelsen."),
        ({"art": ""}, "art", "Vælg, hvornår i planen undersøgelsen er lavet."),
    ],
)
def test_det_der_ikke_kan_passe_faar_en_saetning_ved_feltet(client, plan, medarbejder, felter, felt, besked):
    client.force_login(medarbejder)
    data = {
        "navn": "Naboskab", "art": "start", "fra_dato": "2019-09-01", "til_dato": "2019-09-30", "spurgt": "180",
        "svarede": "104", "kilde": "Boligforeningen",
    }  # fmt: skip

    svar = send(client, "undersoegelse_opret", plan.slug, **{**data, **felter})

    assert svar.context["form"].errors[felt] == [besked]
    assert Undersoegelse.objects.count() == 0


def test_et_svar_der_rettes_imens_overskrives_ikke_uset(client, plan, start, medarbejder, projektleder):
    svar = UndersoegelsessvarFactory(undersoegelse=start)
    client.force_login(medarbejder)
    url = reverse("maalinger:svar_ret", args=[plan.slug, svar.pk])
    foer = client.get(url).context["form"]["foer"].value()
    felter = {"spoergsmaal": svar.spoergsmaal, "svaret": svar.svaret, "ud_af": 104, "kriterium_id": None}
    services.ret_svar(svar, foer=None, af=projektleder, antal=60, **felter)
    data = {"spoergsmaal": svar.spoergsmaal, "svaret": svar.svaret, "antal": "70", "ud_af": "104"}

    foerste = client.post(url, {**data, "foer": foer})
    svar.refresh_from_db()
    assert (foerste.status_code, svar.antal) == (200, 60)

    client.post(url, {**data, "foer": foerste.context["form"]["foer"].value()})
    svar.refresh_from_db()
    assert svar.antal == 70


def test_undersoegelsen_rettet_af_to_viser_begges(client, plan, start, medarbejder, projektleder):
    felter = {
        "navn": start.navn, "art": start.art, "omraade": None, "fra_dato": start.fra_dato, "til_dato": start.til_dato,
        "spurgt": 180, "kilde": "Boligforeningen",
    }  # fmt: skip
    services.ret_undersoegelse(start, udgave=1, af=projektleder, svarede=110, **felter)
    client.force_login(medarbejder)

    svar = send(
        client, "undersoegelse_ret", plan.slug, start.pk, navn=start.navn, art="start", fra_dato="2019-09-01",
        til_dato="2019-09-30", spurgt="180", svarede="120", kilde="Boligforeningen", udgave="1",
    )  # fmt: skip

    start.refresh_from_db()
    assert start.svarede == 110
    assert "110" in svar.content.decode()
    assert svar.context["udfald"].skal_vaelge


def test_lav_maaling_giver_en_kladde_med_broek_og_kilde(client, plan, slut, kriterium, medarbejder):
    UndersoegelsessvarFactory(undersoegelse=slut, antal=90, ud_af=120, kriterium=kriterium)
    client.force_login(medarbejder)

    svar = client.post(reverse("maalinger:undersoegelse_maal", args=[plan.slug, slut.pk]), follow=True)

    maaling = Maaling.objects.get()
    assert (maaling.taeller, maaling.naevner, maaling.vaerdi) == (Decimal(90), Decimal(120), None)
    assert (maaling.fra_dato, maaling.til_dato, maaling.tilstand) == (slut.fra_dato, slut.til_dato, "kladde")
    assert maaling.kilde == "Naboskabsundersøgelse, Boligforeningen"
    assert [str(et) for et in svar.context["messages"]] == [
        "Tryghed: målingen ligger som kladde. Send den til godkendelse."
    ]


def test_lav_maaling_to_gange_siger_at_den_er_der(client, plan, slut, kriterium, medarbejder):
    UndersoegelsessvarFactory(undersoegelse=slut, antal=90, ud_af=120, kriterium=kriterium)
    services.lav_maalinger(slut, af=medarbejder)

    (besked,) = services.lav_maalinger(slut, af=medarbejder).sprunget

    assert besked == "Tryghed: Der er allerede en måling på vej for den periode. Ret den i stedet."
    assert Maaling.objects.count() == 1


def test_et_skjult_svar_bliver_ikke_en_maaling(slut, kriterium, medarbejder):
    UndersoegelsessvarFactory(undersoegelse=slut, antal=3, ud_af=120, kriterium=kriterium)

    lavet = services.lav_maalinger(slut, af=medarbejder)

    assert lavet == services.Lavet((), ("Tryghed: tallet er skjult, fordi for få personer står bag det.",))


def test_i_en_laast_periode_rettes_intet(client, plan, start, projektleder, medarbejder):
    Periodelaas.objects.create(
        helhedsplan=plan,
        fra_dato=date(2019, 7, 1),
        til_dato=date(2019, 12, 31),
        grund="Gjort op",
        laast_af=projektleder,
    )
    client.force_login(medarbejder)

    svar = client.post(reverse("maalinger:undersoegelse_slet", args=[plan.slug, start.pk]), follow=True)

    assert "blev låst" in str(next(iter(svar.context["messages"])))
    assert Undersoegelse.objects.get() == start


def test_slettes_undersoegelsen_bliver_maalingen_staaende(client, plan, slut, kriterium, medarbejder):
    UndersoegelsessvarFactory(undersoegelse=slut, antal=90, ud_af=120, kriterium=kriterium)
    services.lav_maalinger(slut, af=medarbejder)
    client.force_login(medarbejder)

    client.post(reverse("maalinger:undersoegelse_slet", args=[plan.slug, slut.pk]))

    assert (Undersoegelse.objects.count(), Undersoegelsessvar.objects.count(), Maaling.objects.count()) == (0, 0, 1)


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, plan, medarbejder, antal, django_assert_num_queries):
    for nr in range(antal):
        UndersoegelsessvarFactory(undersoegelse__helhedsplan=plan, undersoegelse__navn=f"Undersøgelse {nr}")
    client.force_login(medarbejder)

    with django_assert_num_queries(7):
        client.get(reverse("maalinger:undersoegelse_liste", args=[plan.slug]))


@pytest.mark.regel("undersoegelse-er-holdt")
@pytest.mark.parametrize(
    ("fra", "til", "spurgt", "svarede", "felter"),
    [
        (date(2022, 1, 1), date(2022, 1, 1), 10, 10, set()),
        (date(2022, 1, 2), date(2022, 1, 1), None, None, {"til_dato"}),
        (date(2022, 1, 1), date(2023, 1, 11), None, 5, {"til_dato"}),
        (date(2022, 1, 1), date(2022, 2, 1), 10, 11, {"svarede"}),
    ],
)
def test_undersoegelsen_er_slut_og_ikke_flere_svarede_end_spurgt(fra, til, spurgt, svarede, felter):
    assert set(fejl_i_undersoegelsen(fra, til, spurgt, svarede, i_dag=I_DAG)) == felter


@pytest.mark.regel("svar-hoejst-svarede")
@pytest.mark.parametrize(
    ("antal", "ud_af", "svarede", "felter"),
    [(5, 10, 10, set()), (5, 10, None, set()), (11, 10, 20, {"antal"}), (5, 11, 10, {"ud_af"}), (0, 0, 10, {"ud_af"})],
)
def test_svaret_er_en_del_af_dem_der_svarede(antal, ud_af, svarede, felter):
    assert set(fejl_i_svaret(antal, ud_af, svarede)) == felter


@pytest.mark.regel("forskel-i-point")
@pytest.mark.parametrize(
    ("start", "slut", "svar"),
    [(None, Decimal(50), None), (Decimal(50), None, None), (andel(62, 104), andel(90, 120), Decimal("15.4"))],
)
def test_forskellen_er_mellem_de_viste_procenter(start, slut, svar):
    assert forskel(start, slut) == svar


@pytest.mark.regel("start-ved-siden-af-slut")
def test_samme_navn_og_omraade_hoerer_sammen():
    def punkt(noegle, art, aar, navn="A", omraade=None):
        return Maalepunkt(noegle, navn, omraade, art, date(aar, 12, 1))

    alle = [
        punkt(1, "start", 2018), punkt(2, "aarlig", 2020), punkt(3, "slut", 2022), punkt(4, "slut", 2022, navn="B"),
        punkt(5, "slut", 2023, omraade=7),
    ]  # fmt: skip
    assert [modstykke(et, alle) for et in alle] == [alle[2], alle[0], alle[0], None, None]
