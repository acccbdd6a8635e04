"""A figure's way: sent, taken home, approved, returned, taken back; one's own, two at once, and several in one go."""

import threading
from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse

from kerne.models import Haendelse
from maalinger.models import Maaling
from maalinger.reports import venter
from maalinger.services import godkendelse as services
from maalinger.services import maalinger
from maalinger.services.godkendelse import KanIkkeAfgoeres
from maalinger.services.maalinger import KanIkkeRettes
from maalinger.statuses import Maalingstilstand
from tests.factories import (
    HelhedsplanFactory,
    IndsatsomraadeFactory,
    MaalingFactory,
    MedlemskabFactory,
    SucceskriteriumFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def kriterium(plan):
    return SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), nr=3, navn="Fraflytning")


@pytest.fixture
def sendt(kriterium, medarbejder):
    return MaalingFactory(kriterium=kriterium, aar=2021, vaerdi=Decimal("22.4"), registreret_af=medarbejder, sendt=True)


@pytest.fixture
def send(client, plan):
    def _send(person, side, maaling, **data):
        client.force_login(person)
        url = reverse(f"maalinger:maaling_{side}", args=[plan.slug, maaling.kriterium.nr, maaling.pk])
        return client.post(url, data, follow=True)

    return _send


def besked(svar):
    return [str(et).replace("\u00a0", " ") for et in svar.context["messages"]]


def tilstand(maaling):
    maaling.refresh_from_db()
    return Maalingstilstand(maaling.tilstand)


def test_godkendt_siger_hvem_og_hvornaar_og_tallet_taeller(client, send, plan, projektleder, sendt):
    svar = send(projektleder, "godkend", sendt, udgave=1)

    assert besked(svar) == ["Fraflytning, 2021 er godkendt."]
    assert (tilstand(sendt), sendt.afgjort_af) == (Maalingstilstand.GODKENDT, projektleder)
    side = client.get(reverse("maalinger:kriterium_detalje", args=[plan.slug, 3])).context["side"]
    assert side.linje.opfyldelse.vaerdi == Decimal("22.4")


def test_et_tal_der_ikke_er_godkendt_taeller_ikke_men_staar_i_historien_for_dem_der_ser_kladder(
    client, plan, kriterium, sendt, bestyrelsesmedlem, foelgegruppemedlem
):
    VersionFactory(helhedsplan=plan)
    url = reverse("maalinger:kriterium_detalje", args=[plan.slug, 3])
    sider = {}
    for person in (bestyrelsesmedlem, foelgegruppemedlem):
        client.force_login(person)
        sider[person] = client.get(url).context["side"]

    assert [et.linje.opfyldelse.vaerdi for et in sider.values()] == [None, None]
    assert [list(et.historie) for et in sider.values()] == [[sendt], []]


@pytest.mark.regel("fire-oejne")
def test_ens_eget_tal_godkender_en_anden_naar_der_er_en(send, projektleder, sekretariat, kriterium):
    eget = MaalingFactory(kriterium=kriterium, aar=2021, registreret_af=projektleder, sendt=True)

    assert send(projektleder, "godkend", eget, udgave=1).status_code == 403
    assert venter.til_godkendelse_for(projektleder) == ()
    assert venter.til_godkendelse_for(sekretariat) == (eget,)
    send(sekretariat, "godkend", eget, udgave=1)
    assert tilstand(eget) == Maalingstilstand.GODKENDT


@pytest.mark.regel("fire-oejne")
def test_ens_eget_tal_godkender_man_selv_naar_ingen_anden_maa(send, projektleder, kriterium):
    eget = MaalingFactory(kriterium=kriterium, aar=2021, registreret_af=projektleder, sendt=True)

    assert venter.til_godkendelse_for(projektleder) == (eget,)
    send(projektleder, "godkend", eget, udgave=1)

    assert tilstand(eget) == Maalingstilstand.GODKENDT


@pytest.mark.regel("fire-oejne")
def test_har_begge_rettet_i_tallet_maa_begge_godkende_det(projektleder, sekretariat, kriterium):
    faelles = MaalingFactory(kriterium=kriterium, registreret_af=projektleder, rettet_af=sekretariat, sendt=True)

    assert venter.til_godkendelse_for(projektleder) == venter.til_godkendelse_for(sekretariat) == (faelles,)


def test_er_tallet_rettet_siden_det_blev_laest_godkendes_det_ikke(send, projektleder, sekretariat, medarbejder, sendt):
    services.tag_hjem(sendt, af=medarbejder)
    indtastet = maalinger.Indtastet(sendt.fra_dato, sendt.til_dato, "Boligsociale Data", Decimal("12.4"))
    services.ret_og_send(sendt, indtastet, udgave=1, af=medarbejder)

    svar = send(projektleder, "godkend", sendt, udgave=1)

    assert besked(svar) == [f"{medarbejder} har rettet målingen, siden du så den. Se den igen."]
    assert tilstand(sendt) == Maalingstilstand.SENDT


def test_retur_kraever_en_besked_og_det_skrevne_bliver(send, projektleder, sendt):
    tom = send(projektleder, "returner", sendt, note=" ")
    assert tom.context["form"].errors == {"note": ["Skriv, hvad der skal rettes."]}

    svar = send(projektleder, "returner", sendt, note="Tallet er for hele kommunen.")

    assert besked(svar) == ["Fraflytning, 2021 er returneret."]
    assert (tilstand(sendt), sendt.afgjort_note) == (Maalingstilstand.RETURNERET, "Tallet er for hele kommunen.")


def test_den_returnerede_staar_hos_den_der_sendte_den_med_beskeden(
    client, send, plan, projektleder, medarbejder, sendt
):
    send(projektleder, "returner", sendt, note="Tallet er for hele kommunen.")
    client.force_login(medarbejder)

    svar = client.get(reverse("maalinger:maaling_liste", args=[plan.slug]))

    assert svar.context["side"].returnerede == (sendt,)
    assert svar.context["side"].overskrift == "Én måling venter på dig"
    assert "»Tallet er for hele kommunen.«" in svar.content.decode()


def test_den_returnerede_rettes_sendes_og_godkendes_og_forloebet_siger_det_hele(
    client, send, plan, projektleder, medarbejder, kriterium
):
    indtastet = maalinger.Indtastet(date(2021, 1, 1), date(2021, 12, 31), "Udtræk", Decimal("22.4"))
    maaling = services.registrer_og_send(kriterium, indtastet, af=medarbejder)
    send(projektleder, "returner", maaling, note="Hent planens tal.")
    maaling.refresh_from_db()
    services.ret_og_send(maaling, indtastet, udgave=1, af=medarbejder)
    send(projektleder, "godkend", maaling, udgave=2)

    forloeb = client.get(reverse("maalinger:maaling_detalje", args=[plan.slug, 3, maaling.pk])).context["side"].forloeb

    assert [(et.hvem, et.hvad) for et in forloeb] == [
        (str(medarbejder), "registrerede 22,4 for 2021"),
        (str(medarbejder), "sendte 22,4 for 2021"),
        (str(projektleder), "returnerede 22,4 for 2021: »Hent planens tal.«"),
        (str(medarbejder), "rettede til 22,4 for 2021"),
        (str(medarbejder), "sendte 22,4 for 2021"),
        (str(projektleder), "godkendte 22,4 for 2021"),
    ]


def test_uden_blik_for_kladder_ses_hverken_kladdens_tal_returbeskeden_eller_kladdens_navn(
    client, send, plan, projektleder, medarbejder, foelgegruppemedlem, kriterium
):
    """The page of an approved figure gave away what it said as a draft, and what the draft calls its criterion."""
    indtastet = maalinger.Indtastet(date(2021, 1, 1), date(2021, 12, 31), "Udtræk", Decimal("22.4"))
    forkert = maalinger.Indtastet(date(2021, 1, 1), date(2021, 12, 31), "Udtræk", Decimal("97.1"))
    maaling = services.registrer_og_send(kriterium, forkert, af=medarbejder)
    send(projektleder, "returner", maaling, note="Hent planens tal.")
    maaling.refresh_from_db()
    services.ret_og_send(maaling, indtastet, udgave=1, af=medarbejder)
    send(projektleder, "godkend", maaling, udgave=2)
    url = reverse("maalinger:maaling_detalje", args=[plan.slug, 3, maaling.pk])
    client.force_login(foelgegruppemedlem)
    assert client.get(url).status_code == 404  # the criterion stands in no version

    VersionFactory(helhedsplan=plan)
    kriterium.navn = "Hemmeligt nyt navn"
    kriterium.save()
    svar = client.get(url)

    assert [et.hvad for et in svar.context["side"].forloeb] == ["godkendte 22,4 for 2021"]
    for hemmeligt in ("97,1", "Hent planens tal", "Hemmeligt nyt navn"):
        assert hemmeligt not in svar.content.decode()


def test_en_sendt_tages_hjem_og_en_kladde_slettes(send, medarbejder, sendt):
    send(medarbejder, "tag_hjem", sendt)
    assert (tilstand(sendt), sendt.sendt_af) == (Maalingstilstand.KLADDE, None)

    svar = send(medarbejder, "slet", sendt)

    assert besked(svar) == ["Kladden Fraflytning, 2021 er slettet."]
    assert Maaling.objects.count() == 0
    assert Haendelse.objects.order_by("-pk").first().hvad == "slettede kladden 22,4 for 2021"


@pytest.mark.regel("kun-kladder-slettes")
def test_det_der_er_godkendt_kan_ikke_slettes(medarbejder, kriterium):
    godkendt = MaalingFactory(kriterium=kriterium)

    with pytest.raises(KanIkkeRettes, match="Kun en kladde kan slettes"):
        maalinger.slet_maaling(godkendt, af=medarbejder)


def test_et_godkendt_tal_tages_tilbage_med_en_grund_og_taeller_ikke_mere(client, send, plan, projektleder, kriterium):
    godkendt = MaalingFactory(kriterium=kriterium, aar=2021)

    send(projektleder, "tag_tilbage", godkendt, grund="Udtrækket var for en anden plan.")

    assert (tilstand(godkendt), godkendt.afgjort_note) == (
        Maalingstilstand.TAGET_TILBAGE,
        "Udtrækket var for en anden plan.",
    )
    side = client.get(reverse("maalinger:kriterium_detalje", args=[plan.slug, 3])).context["side"]
    assert (side.linje.opfyldelse.vaerdi, side.historie) == (None, (godkendt,))


def test_er_den_ikke_laengere_sendt_siges_det(send, projektleder, sendt):
    send(projektleder, "godkend", sendt, udgave=1)

    svar = send(projektleder, "returner", sendt, note="Forkert")

    assert svar.context["form"].non_field_errors() == ["Målingen for 2021 er godkendt. Det kan ikke gøres med den."]


def test_staar_der_et_andet_godkendt_tal_godkendes_rettelsen_ikke(projektleder, medarbejder, kriterium):
    gammel = MaalingFactory(kriterium=kriterium, aar=2021)
    rettelse = MaalingFactory(kriterium=kriterium, aar=2021, registreret_af=medarbejder, erstatter=gammel, sendt=True)
    services.tag_tilbage(gammel, grund="Forkert udtræk", af=projektleder)
    MaalingFactory(kriterium=kriterium, aar=2021)

    with pytest.raises(KanIkkeAfgoeres, match="Der er allerede en godkendt måling for 2021"):
        services.godkend_maaling(rettelse, udgave=1, af=projektleder)


def test_flere_godkendes_paa_en_gang_uden_at_aabne_dem(client, plan, projektleder, medarbejder, kriterium):
    tre = [
        MaalingFactory(kriterium=kriterium, aar=aar, registreret_af=medarbejder, sendt=True)
        for aar in (2019, 2020, 2021)
    ]
    client.force_login(projektleder)

    svar = client.post(
        reverse("maalinger:maaling_godkend_flere", args=[plan.slug]),
        {"maaling": [f"{et.pk}:1" for et in tre[:2]]},
        follow=True,
    )

    assert besked(svar) == ["2 målinger er godkendt."]
    assert [tilstand(et) for et in tre] == [
        Maalingstilstand.GODKENDT,
        Maalingstilstand.GODKENDT,
        Maalingstilstand.SENDT,
    ]


def test_knappen_ved_en_maaling_godkender_kun_den(client, plan, projektleder, medarbejder, kriterium):
    to = [MaalingFactory(kriterium=kriterium, aar=aar, registreret_af=medarbejder, sendt=True) for aar in (2020, 2021)]
    client.force_login(projektleder)
    data = {"maaling": [f"{to[0].pk}:1"], "kun": f"{to[1].pk}:1"}

    client.post(reverse("maalinger:maaling_godkend_flere", args=[plan.slug]), data)

    assert [tilstand(et) for et in to] == [Maalingstilstand.SENDT, Maalingstilstand.GODKENDT]


@pytest.mark.parametrize("valg", [{}, {"maaling": ["nej:1", "1:", ":", "99999999999:1"]}])
def test_uden_kryds_siges_det_hvad_man_skal(client, plan, projektleder, sendt, valg):
    client.force_login(projektleder)

    svar = client.post(reverse("maalinger:maaling_godkend_flere", args=[plan.slug]), valg, follow=True)

    assert besked(svar) == ["Sæt kryds ved de målinger, der skal godkendes."]
    assert tilstand(sendt) == Maalingstilstand.SENDT


def test_en_anden_plans_maaling_godkendes_ikke_herfra(client, plan, projektleder, sendt):
    fremmed = MaalingFactory(sendt=True)
    client.force_login(projektleder)

    client.post(reverse("maalinger:maaling_godkend_flere", args=[plan.slug]), {"kun": f"{fremmed.pk}:1"})

    assert tilstand(fremmed) == Maalingstilstand.SENDT


def test_tjenesten_spoerger_selv_om_ret(medarbejder, bestyrelsesmedlem, sendt):
    for person in (medarbejder, bestyrelsesmedlem):
        with pytest.raises(PermissionDenied):
            services.godkend_maaling(sendt, udgave=1, af=person)
    with pytest.raises(PermissionDenied):
        services.send_maaling(sendt, af=bestyrelsesmedlem)


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_paa_listen_er_fast(
    client, plan, projektleder, medarbejder, kriterium, antal, django_assert_num_queries
):
    for aar in range(2019, 2019 + antal):
        MaalingFactory(kriterium=kriterium, aar=aar, registreret_af=medarbejder, sendt=True)
        MaalingFactory(kriterium=kriterium, aar=aar - 3, registreret_af=projektleder, returneret=True)
    client.force_login(projektleder)

    with django_assert_num_queries(10):
        svar = client.get(reverse("maalinger:maaling_liste", args=[plan.slug]))

    assert svar.context["side"].venter == 2 * antal


def test_til_godkendelse_paa_tvaers_af_planer(projektleder, medarbejder, sendt):
    anden = HelhedsplanFactory()
    MedlemskabFactory(bruger=projektleder, helhedsplan=anden)
    der = MaalingFactory(
        kriterium=SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=anden)), sendt=True
    )
    MaalingFactory(sendt=True)

    assert set(venter.til_godkendelse_for(projektleder)) == {sendt, der}


def test_to_der_godkender_paa_samme_tid_faar_en_hver_sin_besked(rigtig_database, plan):
    leder = MedlemskabFactory(helhedsplan=plan).bruger
    anden = MedlemskabFactory(helhedsplan=plan).bruger
    kriterium = SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    sendt = MaalingFactory(kriterium=kriterium, sendt=True)
    svar = []

    def godkend(person):
        try:
            services.godkend_maaling(sendt, udgave=1, af=person)
            svar.append("godkendt")
        except KanIkkeAfgoeres as fejl:
            svar.append(fejl.messages[0])
        finally:
            connection.close()

    traade = [threading.Thread(target=godkend, args=[person]) for person in (leder, anden)]
    for traad in traade:
        traad.start()
    for traad in traade:
        traad.join()

    assert sorted(svar) == ["Målingen for 2020 er godkendt. Det kan ikke gøres med den.", "godkendt"]
