"""The board's måleplan: what it says, who may say it, and that every figure then follows it."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from kerne.models import Haendelse
from maalinger.models import Delmaal, Maaleplan, Maaling
from maalinger.reports import kriterier, linjer, opfoelgning
from maalinger.rules.maaleplan import mangler_grund
from maalinger.services import maaleplaner, maalinger
from maalinger.services.maaleplaner import KanIkkeGemmes, Maaleplandata
from maalinger.services.maalinger import KanIkkeRegistreres
from maalinger.statuses import Optaelling, Regneregel, Status
from tests.factories import (
    BoligomraadeFactory,
    IndsatsomraadeFactory,
    MaaleplanFactory,
    MaalingFactory,
    MedlemskabFactory,
    SucceskriteriumFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db
I_DAG = date(2022, 6, 2)


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def kriterium(plan):
    return SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), nr=3, navn="Fraflytning")


@pytest.fixture
def oplevet(plan):
    omraade = IndsatsomraadeFactory(helhedsplan=plan, nr="5.3")
    tomt = dict.fromkeys(("baseline_vaerdi", "baseline_fra", "baseline_til", "maal_vaerdi"))
    return SucceskriteriumFactory(
        indsatsomraade=omraade, nr=4, form="kvalitativ", maalbar=False, enhed="", sammenligning="", retning="op", **tomt
    )


@pytest.fixture
def gem(client, plan, projektleder):
    def _gem(kriterium, **felter):
        client.force_login(projektleder)
        return client.post(reverse("maalinger:maaleplan_ret", args=[plan.slug, kriterium.nr]), felter)

    return _gem


def linje(plan, kriterium):
    alle = linjer.linjer(
        plan, kriterier.viste(plan, kriterier.ikraft(plan, dato=I_DAG), kriterier.Kladder.ALLE), dato=I_DAG
    )
    return next(et for et in alle if et.kriterium.nr == kriterium.nr)


def test_maaleplanen_gemmes_med_delmaal_som_et(gem, medarbejder, kriterium):
    svar = gem(
        kriterium,
        regneregel="snit",
        hyppighed="aar",
        ansvarlig=medarbejder.pk,
        delmaal_0_2020="24,6",
        delmaal_0_2021="22",
    )

    maaleplan = Maaleplan.objects.get()
    assert svar.status_code == 302
    assert (maaleplan.regneregel, maaleplan.hyppighed, maaleplan.ansvarlig) == ("snit", "aar", medarbejder)
    assert list(Delmaal.objects.order_by("aar").values_list("aar", "vaerdi", "omraade")) == [
        (2020, Decimal("24.6"), None),
        (2021, Decimal(22), None),
    ]
    assert Haendelse.objects.get().hvad == (
        "rettede måleplanen: flere tal bliver til ét som: intet → gennemsnit; måles igen: intet → om året; "
        f"hvem måler: intet → {medarbejder}; delmål 2020: intet → 24,6; delmål 2021: intet → 22"
    )


def test_et_toemt_felt_er_intet_delmaal(gem, kriterium):
    gem(kriterium, delmaal_0_2020="24,6", delmaal_0_2021="22")
    gem(kriterium, udgave="1", delmaal_0_2021="21,5")

    assert list(Delmaal.objects.values_list("aar", "vaerdi")) == [(2021, Decimal("21.5"))]


def test_delmaal_pr_omraade(gem, plan, kriterium):
    nord, _syd = (BoligomraadeFactory(navn=navn) for navn in ("Nord", "Syd"))
    for et in (nord, _syd):
        et.helhedsplaner.add(plan)

    gem(kriterium, **{f"delmaal_{nord.pk}_2021": "21"})

    assert Delmaal.objects.get().omraade == nord


@pytest.mark.parametrize(
    ("felter", "felt", "besked"),
    [
        ({"delmaal_0_2021": "224"}, "delmaal_0_2021", "224 % kan ikke passe. En andel er højst 100 %. Mener du 22,4?"),
        ({"delmaal_0_2021": "mange"}, "delmaal_0_2021", "»mange« er ikke et tal. Skriv det som 22,4 eller 1.936."),
        ({"hyppighed": "hvert år"}, "hyppighed", "Vælg en af dem på listen."),
        ({"ansvarlig": "0"}, "ansvarlig", "Vælg et medlem af planen, der kan registrere målinger."),
    ],
)
def test_et_forkert_felt_faar_en_saetning_og_alt_skrevet_bliver(gem, kriterium, felter, felt, besked):
    svar = gem(kriterium, **{"delmaal_0_2020": "24,6", **felter})

    form = svar.context["form"]
    assert {navn: [et.replace("\u00a0", " ") for et in liste] for navn, liste in form.errors.items()} == {
        felt: [besked]
    }
    assert form["delmaal_0_2020"].value() == "24,6"
    assert Delmaal.objects.count() == 0


def test_regnereglen_ligger_fast_naar_der_er_godkendte_maalinger(client, gem, plan, projektleder, kriterium):
    MaaleplanFactory(kriterium=kriterium, regneregel="sum")
    MaalingFactory(kriterium=kriterium)

    side = gem(kriterium, udgave="1", regneregel="snit", hyppighed="aar")

    assert side.status_code == 302
    assert Maaleplan.objects.get().regneregel == "sum"
    svar = client.get(reverse("maalinger:maaleplan_ret", args=[plan.slug, 3]))
    assert "Der er godkendte målinger, så regnereglen ligger fast." in svar.content.decode()
    with pytest.raises(KanIkkeGemmes, match="ligger fast"):
        maaleplaner.ret_maaleplan(kriterium, Maaleplandata(regneregel="snit"), udgave=2, af=projektleder)


GRUND_MANGLER = (
    "Der er godkendte målinger, og de bedømmes nu anderledes. Skriv hvorfor, så det kan læses på kriteriets side."
)


def test_er_der_godkendte_maalinger_aendres_delmaal_kun_med_en_grund_der_staar_paa_siden(
    client, gem, plan, kriterium, bestyrelsesmedlem
):
    """Review: a milestone was moved after the figures, and they were judged by it with no reason given."""
    gem(kriterium, delmaal_0_2021="22")
    MaalingFactory(kriterium=kriterium, aar=2021)
    rettet = {"udgave": "1", "delmaal_0_2021": "23", "delmaal_0_2022": "21,5"}

    uden = gem(kriterium, **rettet)

    assert uden.context["form"].errors == {"grund": [GRUND_MANGLER]}
    assert uden.context["form"]["delmaal_0_2021"].value() == "23"
    assert Delmaal.objects.get().vaerdi == 22

    gem(kriterium, **rettet, grund="Fraflytningen er steget i hele byen.")
    client.force_login(bestyrelsesmedlem)
    svar = client.get(reverse("maalinger:kriterium_detalje", args=[plan.slug, 3]))
    (led,) = svar.context["aendringer"]
    assert led.hvad == (
        "Grund: Fraflytningen er steget i hele byen. Ændret: delmål 2021: 22 → 23; delmål 2022: intet → 21,5"
    )
    assert "2.\u00a0juni 2022 af" in svar.content.decode()


def test_en_lang_grund_skjuler_ikke_hvilke_delmaal_der_blev_flyttet(plan, kriterium, projektleder):
    """One line of the log is 300 characters: what came after them stood nowhere."""
    omraader = [BoligomraadeFactory(navn=f"Boligområdet {et}") for et in ("Nordre Fælled", "Søndre Fælled", "Vestby")]
    for et in omraader:
        et.helhedsplaner.add(plan)
    MaalingFactory(kriterium=kriterium, aar=2021)
    delmaal = {(et.pk, aar): Decimal(aar - 2000) for et in omraader for aar in range(2019, 2023)}

    maaleplaner.ret_maaleplan(
        kriterium, Maaleplandata(delmaal=delmaal), udgave=0, af=projektleder, grund="Det er længe siden. " * 7
    )

    (foelges,) = opfoelgning.hent([kriterium.pk]).values()
    linjer = [et.hvad for et in opfoelgning.maaleplanens_aendringer(foelges)]
    for et in omraader:
        for aar in range(2019, 2023):
            assert sum(f"delmål {aar}, {et.navn}: intet → {aar - 2000}" in linje for linje in linjer) == 1
    assert all(et.startswith("Grund: Det er længe siden.") and "…" not in et for et in linjer)


def test_skalaen_flyttes_under_godkendte_vurderinger_kun_med_en_grund(gem, oplevet):
    MaaleplanFactory(kriterium=oplevet, skala_fra=1, skala_til=5, skala_maal=4)
    MaalingFactory(kriterium=oplevet, aar=2021, vaerdi=Decimal(3))
    lavere = {"udgave": "1", "skala_fra": "1", "skala_til": "5", "skala_maal": "3"}

    assert gem(oplevet, **lavere).context["form"].errors == {"grund": [GRUND_MANGLER]}
    assert gem(oplevet, **lavere, grund="Skalaen var sat for højt").status_code == 302
    assert Maaleplan.objects.get().skala_maal == 3


def test_hvor_tit_og_hvem_aendres_uden_grund_ogsaa_efter_godkendte_maalinger(client, gem, plan, kriterium):
    MaaleplanFactory(kriterium=kriterium)
    MaalingFactory(kriterium=kriterium)

    assert gem(kriterium, udgave="1", hyppighed="aar").status_code == 302
    svar = client.get(reverse("maalinger:kriterium_detalje", args=[plan.slug, 3]))
    assert svar.context["aendringer"] == []


@pytest.mark.regel("maaleplan-aendres-med-grund")
@pytest.mark.parametrize(
    ("aendret", "godkendte", "grund", "mangler"),
    [
        ({"delmaal"}, 0, "", False),
        ({"delmaal"}, 1, " ", True),
        ({"optaelling", "hyppighed"}, 1, "", True),
        ({"skala_maal"}, 3, "", True),
        ({"hyppighed", "ansvarlig"}, 3, "", False),
        ({"delmaal"}, 1, "Vedtaget 3. marts", False),
    ],
)
def test_grunden_kraeves_naar_godkendte_tal_bedoemmes_anderledes(aendret, godkendte, grund, mangler):
    assert mangler_grund(frozenset(aendret), godkendte, grund) == (GRUND_MANGLER if mangler else "")


def test_har_en_anden_gemt_imens_vises_begges(gem, sekretariat, kriterium):
    MaaleplanFactory(kriterium=kriterium)
    maaleplaner.ret_maaleplan(kriterium, Maaleplandata(hyppighed="kvartal"), udgave=1, af=sekretariat)

    svar = gem(kriterium, udgave="1", hyppighed="aar", delmaal_0_2021="22")

    assert svar.context["form"].forskelle == [
        ("Måles igen", "Hvert kvartal", "Hvert år"),
        ("Delmål for hele planen, 2021", "ikke udfyldt", "22"),
    ]
    assert Maaleplan.objects.get().hyppighed == "kvartal"
    gem(kriterium, udgave=svar.context["form"]["udgave"].value(), hyppighed="aar", delmaal_0_2021="22")
    assert Maaleplan.objects.get().hyppighed == "aar"


def test_kun_et_medlem_der_registrerer_kan_vaere_den_der_maaler(plan, projektleder, bestyrelsesmedlem, kriterium):
    for person in (bestyrelsesmedlem, MedlemskabFactory().bruger):
        with pytest.raises(KanIkkeGemmes, match="Vælg et medlem af planen"):
            maaleplaner.ret_maaleplan(kriterium, Maaleplandata(ansvarlig=person), udgave=0, af=projektleder)


def test_planlinjen_gaar_gennem_delmaalene_og_status_foelger(plan, kriterium):
    MaalingFactory(kriterium=kriterium, aar=2021, vaerdi=Decimal("22.4"))
    foer = linje(plan, kriterium).opfyldelse
    Delmaal.objects.create(kriterium=kriterium, aar=2021, vaerdi=Decimal(23))

    efter = linje(plan, kriterium).opfyldelse

    assert (foer.status, efter.status) == (Status.BAGUD, Status.PAA_SPORET)
    assert efter.plan_vaerdi == Decimal(23)


def test_regnereglen_gaelder_status_tabel_og_kurve(client, plan, medarbejder, kriterium):
    for maaned, vaerdi in ((3, "22"), (9, "24")):
        dag = date(2021, maaned, 1)
        MaalingFactory(kriterium=kriterium, fra_dato=dag, til_dato=dag, vaerdi=Decimal(vaerdi))
    MaalingFactory(kriterium=kriterium, aar=2020, vaerdi=Decimal("25"))
    MaaleplanFactory(kriterium=kriterium, regneregel=Regneregel.SNIT)
    client.force_login(medarbejder)

    side = client.get(reverse("maalinger:kriterium_detalje", args=[plan.slug, 3])).context["side"]

    assert side.linje.opfyldelse.vaerdi == 23
    assert [et.raekke.vaerdi for et in side.tabel if et.raekke.fra == 2021] == [23]
    assert [(et.aar, et.vaerdi) for et in side.kurve.maalt] == [(2020, 25), (2021, 23)]


def test_den_naeste_maaling_mangler_dagen_efter_fristen(plan, kriterium):
    kriterium.foerste_frist = date(2021, 4, 15)
    kriterium.save()
    MaalingFactory(kriterium=kriterium, aar=2020)
    uden = linje(plan, kriterium).opfyldelse.status
    MaaleplanFactory(kriterium=kriterium, hyppighed="aar")

    assert (uden, linje(plan, kriterium).opfyldelse.status) == (Status.PAA_SPORET, Status.MAALING_MANGLER)
    MaalingFactory(kriterium=kriterium, aar=2021, sendt=True)
    assert "Den er sendt og venter på godkendelse." in linje(plan, kriterium).opfyldelse.saetning


def test_en_skala_goer_det_oplevede_maalbart_og_kraever_en_fortaelling(gem, plan, medarbejder, oplevet):
    gem(oplevet, skala_fra="1", skala_til="5", skala_maal="4")
    uden = maalinger.Indtastet(date(2021, 1, 1), date(2021, 12, 31), "Fokusgruppe", Decimal(3))
    uden_for = maalinger.Indtastet(
        date(2021, 1, 1), date(2021, 12, 31), "Fokusgruppe", Decimal(6), bemaerkning="Otte samtaler"
    )

    with pytest.raises(KanIkkeRegistreres, match="hvad vurderingen bygger på"):
        maalinger.registrer_maaling(oplevet, uden, af=medarbejder)
    with pytest.raises(KanIkkeRegistreres, match="6 ligger ikke på skalaen"):
        maalinger.registrer_maaling(oplevet, uden_for, af=medarbejder)
    assert linje(plan, oplevet).opfyldelse.status == Status.VENTER
    MaalingFactory(kriterium=oplevet, aar=2021, vaerdi=Decimal(3))
    assert linje(plan, oplevet).opfyldelse.status == Status.BAGUD


def test_formularen_beder_om_en_vurdering_og_hvad_den_bygger_paa(client, plan, medarbejder, oplevet):
    MaaleplanFactory(kriterium=oplevet, skala_fra=1, skala_til=5, skala_maal=4)
    client.force_login(medarbejder)
    url = reverse("maalinger:maaling_opret", args=[plan.slug, 4])

    form = client.get(url).context["form"]
    svar = client.post(url, {"aar": "2021", "vaerdi": "6", "kilde": "Fokusgruppe"})

    assert (form["vaerdi"].label, form["bemaerkning"].label) == ("Vurdering, 1–5", "Hvad bygger vurderingen på?")
    assert svar.context["form"].errors == {
        "vaerdi": ["6 ligger ikke på skalaen. Den går fra 1 til 5."],
        "bemaerkning": ["Skriv, hvad vurderingen bygger på."],
    }
    assert Maaling.objects.count() == 0


@pytest.mark.parametrize(
    ("felter", "besked"),
    [
        ({"skala_fra": "1", "skala_til": "5"}, "Skriv både hvor skalaen begynder, hvor den slutter, og hvad målet er."),
        (
            {"skala_fra": "1", "skala_til": "5", "skala_maal": "6"},
            "Målet skal ligge på skalaen og over dens begyndelse.",
        ),
    ],
)
def test_en_halv_eller_skaev_skala_faar_en_saetning(gem, oplevet, felter, besked):
    assert gem(oplevet, **felter).context["form"].errors == {"skala_fra": [besked]}


def test_godkendte_vurderinger_bliver_paa_skalaen(gem, oplevet):
    MaaleplanFactory(kriterium=oplevet, skala_fra=1, skala_til=10, skala_maal=8)
    MaalingFactory(kriterium=oplevet, vaerdi=Decimal(7))

    svar = gem(oplevet, udgave="1", skala_fra="1", skala_til="5", skala_maal="4")

    assert svar.context["form"].errors["skala_fra"] == [
        "Der er godkendte vurderinger uden for skalaen. Vælg en skala, der har dem med."
    ]


def test_kun_det_der_taelles_kan_taelles_op_af_fremmoedet(client, gem, plan, kriterium):
    frivillige = SucceskriteriumFactory(
        indsatsomraade=kriterium.indsatsomraade, nr=9, form="antal", enhed="antal", pr="aar"
    )
    gem(frivillige, optaelling=Optaelling.UNIKKE)
    assert Maaleplan.objects.get().optaelling == Optaelling.UNIKKE

    svar = client.get(reverse("maalinger:maaleplan_ret", args=[plan.slug, 3]))
    assert "optaelling" not in svar.context["form"].fields


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_paa_listen_er_fast(client, plan, formand, antal, django_assert_num_queries):
    omraade = IndsatsomraadeFactory(helhedsplan=plan)
    for nr in range(antal):
        kriterium = SucceskriteriumFactory(indsatsomraade=omraade, nr=nr + 1)
        MaaleplanFactory(kriterium=kriterium, hyppighed="aar", ansvarlig=formand)
        Delmaal.objects.create(kriterium=kriterium, aar=2021, vaerdi=Decimal(23))
        MaalingFactory(kriterium=kriterium, sendt=True)
    VersionFactory(helhedsplan=plan)
    client.force_login(formand)

    with django_assert_num_queries(12):
        client.get(reverse("maalinger:kriterium_liste", args=[plan.slug]))
