"""Attendance on a phone: choose, tap, save; the receipt, the correction, and what is refused."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.apps import apps
from django.urls import reverse

from kerne.models import Haendelse
from maalinger.models import Maaleplan, Periodelaas, Registrering
from maalinger.rules.fremmoede import fejl_i_antallet, fejl_i_dagen, fejl_i_perioden
from maalinger.rules.optaelling import Pr, periode_om
from maalinger.services import fremmoede as services
from tests.factories import (
    AktivitetFactory,
    BoligomraadeFactory,
    DelaftaleFactory,
    IndsatsomraadeFactory,
    RegistreringFactory,
    SucceskriteriumFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db
I_DAG = date(2022, 6, 2)
START, SLUT = date(2019, 5, 1), date(2023, 4, 30)


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def delaftale(plan):
    return DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))


@pytest.fixture
def aktivitet(delaftale):
    return AktivitetFactory(delaftale=delaftale, navn="Lektiecafé")


@pytest.fixture
def gem(client, medarbejder, plan, aktivitet):
    client.force_login(medarbejder)

    def send(**felter):
        data = {"dag": "2022-06-02", "antal": "14", "klientnoegle": str(uuid4()), **felter}
        return client.post(reverse("maalinger:registrering_opret", args=[plan.slug, aktivitet.pk]), data)

    return send


@pytest.fixture
def ret(client, medarbejder, plan):
    client.force_login(medarbejder)

    def send(registrering, **felter):
        data = {"dag": "anden", "anden_dag": "2022-06-01", "antal": "9", "udgave": "1", **felter}
        return client.post(reverse("maalinger:registrering_ret", args=[plan.slug, registrering.pk]), data)

    return send


def laas(plan, af):
    return Periodelaas.objects.create(
        helhedsplan=plan,
        fra_dato=date(2022, 1, 1),
        til_dato=date(2022, 6, 30),
        grund="Halvåret er gjort op",
        laast_af=af,
    )


def test_et_tryk_paa_tallet_og_gem(gem, client, medarbejder, aktivitet):
    svar = gem()

    ny = Registrering.objects.get()
    assert (ny.aktivitet, ny.fra_dato, ny.til_dato, ny.deltagelser) == (aktivitet, I_DAG, I_DAG, 14)
    assert (ny.unikke, ny.registreret_af, ny.eksempel) == (None, medarbejder, False)
    side = client.get(svar.headers["Location"]).content.decode()
    assert "deltagelser i Lektiecafé" in side
    assert "Torsdag 2." in side
    assert "14 deltagelser i 2022" in side


def test_handlingen_staar_i_loggen(gem, medarbejder):
    gem()
    haendelse = Haendelse.objects.get(ting_type__model="registrering")
    assert (haendelse.hvad, haendelse.af) == ("registrerede 14 deltagelser 2.\u00a0juni 2022", medarbejder)


def test_siden_har_alle_taster_og_ingen_navnefelter(client, medarbejder, plan, aktivitet):
    client.force_login(medarbejder)

    svar = client.get(reverse("maalinger:registrering_opret", args=[plan.slug, aktivitet.pk]))

    form = svar.context["form"]
    assert [kode for kode, _ in form.fields["antal"].choices] == [*map(str, range(30)), "flere"]
    assert set(form.fields) == {"dag", "anden_dag", "antal", "flere", "unikke", "bemaerkning", "klientnoegle", "udgave"}
    assert form["dag"].value() == "2022-06-02"
    assert "Vi gemmer kun antal, aldrig navne." in svar.content.decode()


@pytest.mark.parametrize(
    ("felter", "dag", "antal"),
    [
        ({"antal": "0"}, I_DAG, 0),
        ({"antal": "flere", "flere": "1.200"}, I_DAG, 1200),
        ({"antal": "", "flere": "34"}, I_DAG, 34),
        ({"dag": "2022-06-01"}, date(2022, 6, 1), 14),
        ({"dag": "2022-05-27"}, date(2022, 5, 27), 14),
        ({"dag": "anden", "anden_dag": "2021-03-02"}, date(2021, 3, 2), 14),
    ],
    ids=["ingen kom", "flere end 29", "uden at vælge flere", "i går", "siden lå siden fredag", "en anden dag"],
)
def test_dag_og_antal_laeses(gem, felter, dag, antal):
    assert gem(**felter).status_code == 302
    ny = Registrering.objects.get()
    assert (ny.til_dato, ny.deltagelser) == (dag, antal)


@pytest.mark.parametrize(
    ("felter", "felt", "besked"),
    [
        ({"antal": ""}, "antal", "Vælg, hvor mange der kom. Kom der ingen, så vælg 0."),
        ({"antal": "flere"}, "flere", "Vælg, hvor mange der kom. Kom der ingen, så vælg 0."),
        ({"antal": "flere", "flere": "mange"}, "flere", "»mange« er ikke et antal. Skriv et helt tal, fx 34."),
        ({"antal": "flere", "flere": "12,5"}, "flere", "Skriv et helt tal mellem 0 og 100.000, fx 34."),
        ({"antal": "flere", "flere": "200.000"}, "flere", "Skriv et helt tal mellem 0 og 100.000, fx 34."),
        ({"flere": "40"}, "flere", "Du har valgt 14 og skrevet 40. Lad kun det ene stå."),
        ({"dag": "anden"}, "anden_dag", "Vælg den dag, I holdt aktiviteten."),
        ({"dag": ""}, "anden_dag", "Vælg den dag, I holdt aktiviteten."),
        (
            {"dag": "anden", "anden_dag": "2022-06-03"},
            "anden_dag",
            "3.\u00a0juni 2022 er ikke kommet endnu. Skriv fremmødet, når dagen er gået.",
        ),
        (
            {"dag": "2019-04-30"},
            "dag",
            "30.\u00a0april 2019 ligger uden for planen. Her kan skrives fremmøde for "
            "1.\u00a0maj 2019\u00a0– 30.\u00a0april 2023.",
        ),
        (
            {"unikke": "15"},
            "unikke",
            "15 personer kan ikke være kommet 14 gange. Fem, der kommer ti gange, er 50 deltagelser og 5 personer.",
        ),
        (
            {"bemaerkning": "Ali 010203-1234"},
            "bemaerkning",
            "Det ligner et CPR-nummer. Skriv det ikke her: CPR-numre hører ikke hjemme i Helhedsplan.",
        ),
    ],
)
def test_det_der_ikke_kan_passe_faar_en_saetning_ved_feltet_og_intet_gemmes(gem, felter, felt, besked):
    svar = gem(**felter)

    assert svar.context["form"].errors[felt] == [besked]
    assert svar.context["form"].data["klientnoegle"]
    assert Registrering.objects.count() == 0


def test_samme_side_to_gange_er_en_raekke_og_samme_kvittering(gem):
    noegle = str(uuid4())

    foerste, anden = gem(klientnoegle=noegle), gem(klientnoegle=noegle)

    assert foerste.headers["Location"] == anden.headers["Location"]
    assert Registrering.objects.count() == 1
    assert Haendelse.objects.filter(ting_type__model="registrering").count() == 1


def test_samme_side_med_et_andet_tal_siges_og_det_foerste_staar(gem):
    noegle = str(uuid4())
    gem(klientnoegle=noegle)

    svar = gem(klientnoegle=noegle, antal="12")

    assert svar.context["form"].non_field_errors() == [
        "Siden har allerede gemt 14 deltagelser 2.\u00a0juni 2022. Ret det tal, hvis det skal være et andet."
    ]
    assert svar.context["findes"] == Registrering.objects.get()


def test_en_andens_noegle_aabner_intet(gem):
    anden = RegistreringFactory()

    svar = gem(klientnoegle=str(anden.klientnoegle))

    assert svar.context["findes"] is None
    assert Registrering.objects.get() == anden


def test_omraadet_spoerges_kun_naar_der_er_flere(gem, client, plan, aktivitet):
    nord, syd = BoligomraadeFactory(navn="Nord"), BoligomraadeFactory(navn="Syd")
    nord.helhedsplaner.add(plan)
    url = reverse("maalinger:registrering_opret", args=[plan.slug, aktivitet.pk])
    et = client.get(url).context["form"].fields
    syd.helhedsplaner.add(plan)
    to = client.get(url).context["form"].fields

    gem(omraade=str(syd.pk))

    assert ("omraade" in et, "omraade" in to) == (False, True)
    assert Registrering.objects.get().omraade == syd


def test_i_en_laast_periode_gemmes_rettes_og_slettes_intet(gem, ret, client, plan, aktivitet, projektleder):
    gammel = RegistreringFactory(aktivitet=aktivitet)
    laas(plan, projektleder)
    besked = (
        f"Perioden 1.\u00a0januar\u00a0– 30.\u00a0juni 2022 blev låst 2.\u00a0juni 2022 af {projektleder}: "
        "Halvåret er gjort op. Projektlederen eller sekretariatet kan låse den op."
    )

    assert gem().context["form"].non_field_errors() == [besked]
    assert ret(gammel, anden_dag="2022-07-01").context["form"].errors != {}
    slettet = client.post(reverse("maalinger:registrering_slet", args=[plan.slug, gammel.pk]), follow=True)
    assert [str(et) for et in slettet.context["messages"]] == [besked]
    assert Registrering.objects.get() == gammel


def test_rettelsen_gemmes_og_det_gamle_tal_staar_i_historien(ret, aktivitet, medarbejder):
    registrering = RegistreringFactory(aktivitet=aktivitet, eksempel=True)

    assert ret(registrering).status_code == 302

    registrering.refresh_from_db()
    historie = apps.get_model("maalinger.RegistreringEvent").objects.filter(pgh_obj=registrering).order_by("pgh_id")
    assert (registrering.deltagelser, registrering.rettet_af, registrering.eksempel) == (9, medarbejder, False)
    assert [et.deltagelser for et in historie] == [12, 9]


def test_har_en_anden_rettet_imens_vises_begges_tal_og_saa_kan_man_vaelge(ret, aktivitet, projektleder):
    registrering = RegistreringFactory(aktivitet=aktivitet)
    services.ret_fremmoede(
        registrering, services.Fremmoede(date(2022, 6, 1), date(2022, 6, 1), 20), udgave=1, af=projektleder
    )

    svar = ret(registrering)

    side = svar.content.decode()
    assert f"{projektleder} gemte kl. 12.00, mens du skrev" in side
    assert "Der står nu 20 deltagelser" in side
    assert svar.context["form"]["antal"].value() == "9"
    assert ret(registrering, udgave=svar.context["form"]["udgave"].value()).status_code == 302
    registrering.refresh_from_db()
    assert registrering.deltagelser == 9


def test_et_slettet_tal_taeller_ikke_men_staar_i_loggen(client, medarbejder, plan, aktivitet):
    registrering = RegistreringFactory(aktivitet=aktivitet)
    client.force_login(medarbejder)
    url = reverse("maalinger:registrering_slet", args=[plan.slug, registrering.pk])

    assert "Slet 12 deltagelser 1.\u00a0juni 2022?" in client.get(url).content.decode()
    client.post(url)

    assert Registrering.objects.count() == 0
    assert Haendelse.objects.latest("pk").hvad == "slettede 12 deltagelser 1.\u00a0juni 2022"


def test_de_der_er_i_gang_staar_foerst_og_den_sidst_brugte_oeverst(client, medarbejder, plan, delaftale, aktivitet):
    slut = AktivitetFactory(delaftale=delaftale, slut_dato=date(2021, 12, 31))
    brugt = AktivitetFactory(delaftale=delaftale, navn="Jobcafé")
    RegistreringFactory(aktivitet=aktivitet, dag=date(2022, 5, 1))
    RegistreringFactory(aktivitet=brugt, dag=date(2022, 4, 1), registreret_af=medarbejder, deltagelser=7)
    client.force_login(medarbejder)

    svar = client.get(reverse("maalinger:fremmoede", args=[plan.slug])).context

    assert [et.navn for et in svar["valg"].i_gang] == ["Jobcafé", "Lektiecafé"]
    assert svar["valg"].i_gang[0].sidst == "Sidst 1.\u00a0april: 7"
    assert [et.navn for et in svar["valg"].andre] == [slut.navn]
    assert [hvad for _, hvad in svar["mine"]] == ["7 deltagelser 1.\u00a0april 2022"]


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, medarbejder, plan, delaftale, antal, django_assert_num_queries):
    for aktivitet in AktivitetFactory.create_batch(antal, delaftale=delaftale):
        RegistreringFactory(aktivitet=aktivitet, registreret_af=medarbejder)
    client.force_login(medarbejder)

    with django_assert_num_queries(7):
        client.get(reverse("maalinger:fremmoede", args=[plan.slug]))
    with django_assert_num_queries(7):
        client.get(reverse("maalinger:fremmoede_oversigt", args=[plan.slug]))


def test_er_planen_slut_spoerges_der_om_dagen(client, medarbejder, plan, aktivitet):
    client.force_login(medarbejder)
    with time_machine.travel("2023-06-01 12:00+02:00", tick=False):
        client.force_login(medarbejder)
        svar = client.get(reverse("maalinger:registrering_opret", args=[plan.slug, aktivitet.pk]))
        forside = client.get(reverse("maalinger:fremmoede", args=[plan.slug])).content.decode()

    assert [kode for kode, _ in svar.context["form"].fields["dag"].choices] == ["anden"]
    assert "Planen er slut. Du kan stadig skrive fremmøde for dage i planen." in forside


def test_kvitteringen_siger_hvad_tallet_taeller_med_i(gem, client, plan, aktivitet, delaftale):
    kriterier = [
        SucceskriteriumFactory(
            indsatsomraade=delaftale.indsatsomraade, aktivitet=aktivitet, navn=navn, form="antal", enhed="antal",
            pr="aar", retning="", sammenligning=">=", baseline_vaerdi=None, baseline_fra=None, baseline_til=None,
            maal_vaerdi=400, maal_fra=None, maal_til=None,
        )
        for navn in ("Besøg", "Gæster")
    ]  # fmt: skip
    for kriterium, hvad in zip(kriterier, ("deltagelser", "unikke"), strict=True):
        Maaleplan.objects.create(kriterium=kriterium, optaelling=hvad)
    RegistreringFactory(aktivitet=aktivitet, deltagelser=198, dag=date(2022, 2, 1))

    side = client.get(gem().headers["Location"])

    besoeg, gaester = side.context["kvittering"].taellere
    assert (besoeg.med, int(besoeg.linje.opfyldelse.vaerdi)) == (True, 212)
    assert (gaester.med, gaester.linje.opfyldelse.vaerdi) == (False, None)
    assert "Tallet tæller ikke med i kriteriet, der tæller forskellige personer:" in side.content.decode()


class TestPersoner:
    @pytest.fixture
    def gem_personer(self, client, medarbejder, plan, aktivitet):
        client.force_login(medarbejder)

        def send(**felter):
            data = {"periode": "aar_2021-01-01", "unikke": "34", "klientnoegle": str(uuid4()), **felter}
            return client.post(reverse("maalinger:personer_opret", args=[plan.slug, aktivitet.pk]), data)

        return send

    def test_forskellige_personer_skrives_for_en_hel_periode(self, gem_personer, client):
        svar = gem_personer()

        ny = Registrering.objects.get()
        assert (ny.fra_dato, ny.til_dato) == (date(2021, 1, 1), date(2021, 12, 31))
        assert (ny.deltagelser, ny.unikke) == (None, 34)
        assert "forskellige personer i Lektiecafé" in client.get(svar.headers["Location"]).content.decode()

    def test_kun_perioder_der_er_omme_kan_vaelges(self, gem_personer):
        assert gem_personer(periode="aar_2022-01-01").context["form"].errors["periode"] == [
            "Vælg en periode, der er omme."
        ]
        assert gem_personer(periode="kvartal_2022-01-01").status_code == 302

    def test_en_periode_taelles_kun_en_gang_og_kan_rettes(self, gem_personer, client, plan):
        gem_personer()

        svar = gem_personer(unikke="40")

        findes = Registrering.objects.get()
        assert svar.context["form"].non_field_errors() == [
            "Der står allerede 34 forskellige personer for 2021. Ret det tal."
        ]
        assert svar.context["findes"] == findes
        url = reverse("maalinger:registrering_ret", args=[plan.slug, findes.pk])
        client.post(url, {"unikke": "40", "udgave": "1"})
        findes.refresh_from_db()
        assert (findes.unikke, findes.fra_dato) == (40, date(2021, 1, 1))

    def test_en_optaelling_kan_ikke_rettes_over_i_en_anden(self, gem_personer, client, plan, aktivitet):
        """Correcting the area put a second count on the same place and period; the higher of them won for ever."""
        omraader = [BoligomraadeFactory(navn=navn) for navn in ("Nord", "Syd")]
        for et in omraader:
            et.helhedsplaner.add(plan)
        for et, antal in zip(omraader, ("34", "40"), strict=True):
            gem_personer(omraade=str(et.pk), unikke=antal)
        syd = Registrering.objects.get(omraade=omraader[1])

        url = reverse("maalinger:registrering_ret", args=[plan.slug, syd.pk])
        svar = client.post(url, {"omraade": str(omraader[0].pk), "unikke": "40", "udgave": "1"})

        assert svar.context["form"].non_field_errors() == [
            "Der står allerede 34 forskellige personer for 1.\u00a0januar\u00a0– 31.\u00a0december 2021. Ret det tal."
        ]
        syd.refresh_from_db()
        assert syd.omraade == omraader[1]

    def test_et_tomt_felt_er_ikke_nul(self, gem_personer):
        assert gem_personer(unikke="").context["form"].errors["unikke"] == [
            "Skriv, hvor mange forskellige personer der kom. Et tomt felt er ikke nul."
        ]


def test_oversigten_laegger_besoeg_sammen_men_aldrig_personer(client, bestyrelsesmedlem, plan, delaftale, aktivitet):
    VersionFactory(helhedsplan=plan, delaftale=delaftale)
    AktivitetFactory(delaftale=delaftale, navn="Kun i kladden")
    for dag, antal in ((date(2022, 3, 1), 2), (date(2022, 3, 8), 1), (date(2022, 5, 3), 3)):
        RegistreringFactory(aktivitet=aktivitet, dag=dag, deltagelser=antal, unikke=antal)
    client.force_login(bestyrelsesmedlem)

    svar = client.get(reverse("maalinger:fremmoede_oversigt", args=[plan.slug])).context

    linjer = {et.navn: et for et in svar["oversigt"].linjer}
    assert linjer["Lektiecafé"].maaneder[:6] == (None, None, 3, None, 3, None)
    assert (linjer["Lektiecafé"].i_alt, linjer["Lektiecafé"].personer) == (6, "mindst 3")


def test_uden_blik_for_kladder_ses_kun_godkendte_aktiviteter(client, foelgegruppemedlem, plan, delaftale, aktivitet):
    VersionFactory(helhedsplan=plan, delaftale=delaftale)
    AktivitetFactory(delaftale=delaftale, navn="Kun i kladden")
    client.force_login(foelgegruppemedlem)

    svar = client.get(reverse("maalinger:fremmoede_oversigt", args=[plan.slug]) + "?aar=2021").context

    assert [et.navn for et in svar["oversigt"].linjer] == ["Lektiecafé"]
    assert (svar["oversigt"].aar, svar["oversigt"].er_tom) == (2021, True)


@pytest.mark.regel("fremmoede-i-planens-tid")
@pytest.mark.parametrize(
    ("dag", "fejl"),
    [(START, 0), (SLUT, 0), (START - timedelta(days=1), 1), (SLUT + timedelta(days=1), 1), (date(2023, 6, 2), 1)],
)
def test_dagen_ligger_i_planen_og_er_kommet(dag, fejl):
    assert len(fejl_i_dagen(dag, start=START, slut=SLUT, i_dag=date(2023, 6, 1))) == fejl


@pytest.mark.regel("personer-naar-perioden-er-omme")
@pytest.mark.parametrize(("dag", "fejl"), [(date(2018, 6, 1), 1), (START, 0), (I_DAG, 1), (date(2021, 1, 1), 0)])
def test_perioden_ligger_i_planen_og_er_omme(dag, fejl):
    assert len(fejl_i_perioden(periode_om(dag, Pr.AAR), start=START, slut=SLUT, i_dag=I_DAG)) == fejl


@pytest.mark.regel("personer-hoejst-deltagelser")
@pytest.mark.parametrize(
    ("deltagelser", "unikke", "fejl"),
    [(None, None, 1), (0, None, 0), (5, 5, 0), (5, 6, 1), (None, 6, 0), (-1, None, 1), (100_001, None, 1)],
)
def test_der_er_hoejst_saa_mange_personer_som_deltagelser(deltagelser, unikke, fejl):
    assert len(fejl_i_antallet(deltagelser, unikke)) == fejl
