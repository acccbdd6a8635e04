"""Registering a figure: what is stored, and what a wrong figure gets."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from kerne.models import Haendelse
from maalinger.models import Maaling
from maalinger.services import maalinger as services
from maalinger.statuses import Maalingstilstand
from tests.factories import (
    BoligomraadeFactory,
    HelhedsplanFactory,
    IndsatsomraadeFactory,
    MaalingFactory,
    SucceskriteriumFactory,
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
def skriv(client, medarbejder, plan, kriterium):
    """Post the form; fields not named are left as a person leaves them."""
    client.force_login(medarbejder)

    def send(**felter):
        data = {"aar": "2021", "vaerdi": "22,4", "kilde": "Boligsociale Data", "valg": "send", **felter}
        return client.post(reverse("maalinger:maaling_opret", args=[plan.slug, kriterium.nr]), data)

    return send


def fejl(svar):
    return {felt: [et.replace("\u00a0", " ") for et in liste] for felt, liste in svar.context["form"].errors.items()}


def test_en_maaling_gemmes_med_periode_kilde_og_hvem(skriv, medarbejder, plan, kriterium):
    svar = skriv(udtraek_dato="2022-04-04", bemaerkning="Alle afdelinger er med.")

    maaling = Maaling.objects.get()
    assert svar.url == reverse("maalinger:kriterium_detalje", args=[plan.slug, kriterium.nr])
    assert (maaling.fra_dato, maaling.til_dato) == (date(2021, 1, 1), date(2021, 12, 31))
    assert maaling.vaerdi == Decimal("22.4")
    assert (maaling.kilde, maaling.udtraek_dato) == ("Boligsociale Data", date(2022, 4, 4))
    assert maaling.registreret_af == medarbejder
    assert (maaling.tilstand, maaling.sendt_af) == (Maalingstilstand.SENDT, medarbejder)
    assert [et.hvad for et in Haendelse.objects.order_by("pk")] == [
        "registrerede 22,4 for 2021",
        "sendte 22,4 for 2021",
    ]


def test_en_kladde_gemmes_uden_at_blive_sendt(skriv, medarbejder):
    skriv(valg="kladde")

    maaling = Maaling.objects.get()
    assert (maaling.tilstand, maaling.registreret_af, maaling.sendt_af) == (Maalingstilstand.KLADDE, medarbejder, None)


def test_kilden_er_kriteriets_datakilde_indtil_nogen_skriver_en_anden(client, medarbejder, plan, kriterium):
    client.force_login(medarbejder)

    svar = client.get(reverse("maalinger:maaling_opret", args=[plan.slug, kriterium.nr]))

    assert svar.context["form"]["kilde"].value() == "Boligsociale Data"


@pytest.mark.parametrize("skrevet", ["22,4", "22.4", "22,4%", "22,4 %", " 22,4 pct. "])
def test_danske_tal_laeses_som_de_skrives(skriv, skrevet):
    skriv(vaerdi=skrevet)

    assert Maaling.objects.get().vaerdi == Decimal("22.4")


def test_nul_er_et_tal(skriv):
    skriv(vaerdi="0")

    assert Maaling.objects.get().vaerdi == Decimal(0)


@pytest.mark.parametrize(
    ("felter", "felt", "besked"),
    [
        ({"vaerdi": "224"}, "vaerdi", "224 % kan ikke passe. En andel er højst 100 %. Mener du 22,4?"),
        ({"vaerdi": "mange"}, "vaerdi", "»mange« er ikke et tal. Skriv det som 22,4 eller 1.936."),
        (
            {"vaerdi": ""},
            "vaerdi",
            "Skriv et tal, eller skriv antal og ud af hvor mange. Et tomt felt er ikke nul.",
        ),
        ({"aar": ""}, "aar", "Skriv det år, tallet dækker."),
        ({"aar": "sidste år"}, "aar", "Skriv året med fire cifre, fx 2021."),
        ({"aar": "2023"}, "aar", "2023 ligger i fremtiden. Skriv tallet, når det er målt."),
        ({"aar": "2012"}, "aar", "2012 ligger før planens tid. Her kan skrives tal for 2013–2023."),
        ({"fra_dato": "2021-01-01"}, "aar", "Skriv enten år eller datoer, ikke begge dele."),
        ({"aar": "", "fra_dato": "31/12"}, "fra_dato", "Skriv datoen som dag, måned og år, fx 31-12-2021."),
        ({"kilde": ""}, "kilde", "Skriv, hvor tallet kommer fra, fx »Bo i Lemvigs liste over fritidsjob«."),
        (
            {"udtraek_dato": "2022-06-03"},
            "udtraek_dato",
            "3. juni 2022 er ikke kommet endnu. Skriv den dag, tallet blev hentet.",
        ),
        (
            {"taeller": "82", "naevner": "104"},
            "taeller",
            "82 af 104 er 78,8 %, ikke 22,4 %. Ret det ene.",
        ),
        (
            {"bemaerkning": "Spurgt hos 010203-1234"},
            "bemaerkning",
            "Det ligner et CPR-nummer. Skriv det ikke her: CPR-numre hører ikke hjemme i Helhedsplan.",
        ),
    ],
)
def test_et_forkert_felt_faar_en_saetning_og_alt_skrevet_bliver(skriv, felter, felt, besked):
    svar = skriv(**felter)

    assert svar.status_code == 200
    assert fejl(svar) == {felt: [besked]}
    assert Maaling.objects.count() == 0
    for navn, vaerdi in {"aar": "2021", "vaerdi": "22,4", "kilde": "Boligsociale Data", **felter}.items():
        assert svar.context["form"][navn].value() == vaerdi


def test_en_andel_kan_skrives_som_antal_ud_af(skriv):
    skriv(vaerdi="", taeller="82", naevner="104", aar="", fra_dato="2022-03-31")

    maaling = Maaling.objects.get()
    assert (maaling.vaerdi, maaling.taeller, maaling.naevner) == (None, Decimal(82), Decimal(104))
    assert maaling.fra_dato == maaling.til_dato == date(2022, 3, 31)


def test_et_snit_over_flere_aar_er_en_periode(skriv):
    skriv(aar="2020", til_aar="2021")

    maaling = Maaling.objects.get()
    assert (maaling.fra_dato, maaling.til_dato) == (date(2020, 1, 1), date(2021, 12, 31))


def test_kommunens_tal_kan_staa_ved_siden_af(skriv, plan):
    skriv(reference_vaerdi="14,5")

    maaling = Maaling.objects.get()
    assert (maaling.reference_navn, maaling.reference_vaerdi) == (plan.kommune, Decimal("14.5"))


def test_et_kriterium_om_ugen_maales_med_datoer(client, medarbejder, plan):
    SucceskriteriumFactory(
        indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr="5.3"), nr=9, form="antal", enhed="antal", pr="uge"
    )
    client.force_login(medarbejder)
    url = reverse("maalinger:maaling_opret", args=[plan.slug, 9])

    client.post(url, {"fra_dato": "2021-03-01", "til_dato": "2021-03-07", "vaerdi": "12", "kilde": "Optalt"})

    assert "aar" not in client.get(url).context["form"].fields
    assert Maaling.objects.get().til_dato == date(2021, 3, 7)


def test_samme_periode_to_gange_viser_vej_til_den_der_staar_der(skriv, plan, kriterium):
    findes = MaalingFactory(kriterium=kriterium, aar=2021)

    svar = skriv()

    assert fejl(svar) == {"__all__": ["Der er allerede en måling godkendt for den periode. Ret den i stedet."]}
    assert reverse("maalinger:maaling_detalje", args=[plan.slug, kriterium.nr, findes.pk]) in svar.content.decode()


def test_samme_periode_i_et_andet_omraade_er_en_anden_maaling(skriv, plan, kriterium):
    omraader = BoligomraadeFactory.create_batch(2)
    for et in omraader:
        et.helhedsplaner.add(plan)
    MaalingFactory(kriterium=kriterium, aar=2021)

    skriv(omraade=str(omraader[0].pk))

    assert Maaling.objects.get(omraade=omraader[0]).vaerdi == Decimal("22.4")


def test_en_anden_plans_omraade_kan_ikke_vaelges(skriv, plan):
    for et in BoligomraadeFactory.create_batch(2):
        et.helhedsplaner.add(plan)
    fremmed = BoligomraadeFactory()
    fremmed.helhedsplaner.add(HelhedsplanFactory())

    svar = skriv(omraade=str(fremmed.pk))

    assert list(fejl(svar)) == ["omraade"]


def test_et_medlem_uden_ret_til_at_registrere_faar_403(client, bestyrelsesmedlem, plan, kriterium):
    client.force_login(bestyrelsesmedlem)
    url = reverse("maalinger:maaling_opret", args=[plan.slug, kriterium.nr])

    assert client.get(url).status_code == 403
    assert client.post(url, {"aar": "2021", "vaerdi": "22,4", "kilde": "X"}).status_code == 403
    assert Maaling.objects.count() == 0


def test_tjenesten_spoerger_selv_om_ret(bestyrelsesmedlem, kriterium):
    indtastet = services.Indtastet(date(2021, 1, 1), date(2021, 12, 31), "X", Decimal(22))

    with pytest.raises(PermissionDenied):
        services.registrer_maaling(kriterium, indtastet, af=bestyrelsesmedlem)


def test_tjenesten_tager_ikke_et_tal_formularen_ville_afvise(medarbejder, kriterium):
    indtastet = services.Indtastet(date(2021, 1, 1), date(2021, 12, 31), "X", Decimal(224))

    with pytest.raises(services.KanIkkeRegistreres, match="Mener du 22,4"):
        services.registrer_maaling(kriterium, indtastet, af=medarbejder)


@pytest.mark.parametrize(
    ("felter", "besked"),
    [
        ({"vaerdi": None}, "Skriv et tal, eller skriv både antal og ud af hvor mange."),
        ({"taeller": 5}, "Skriv både antal og ud af hvor mange. Det sidste skal være mere end nul."),
        ({"taeller": 5, "naevner": 4}, "Antallet kan ikke være større end det, det er en del af."),
        ({"taeller": -5, "naevner": 4}, "Antallet kan ikke være negativt."),
        ({"til_dato": date(2019, 1, 1)}, "Perioden kan ikke slutte, før den begynder."),
        ({"reference_vaerdi": Decimal(5)}, "Skriv, hvem tallet er sammenlignet med."),
    ],
)
def test_databasen_selv_holder_reglerne_paa_dansk(kriterium, medarbejder, felter, besked):
    maaling = MaalingFactory.build(kriterium=kriterium, registreret_af=medarbejder, afgjort_af=medarbejder, **felter)

    with pytest.raises(ValidationError) as afvist:
        maaling.validate_constraints()
    assert afvist.value.messages == [besked]
    with pytest.raises(IntegrityError), transaction.atomic():
        maaling.save()
