"""Parties, people, boligområder and boligafdelinger: written on the page Organisering, shared with care."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from aftaler.models import Aftalepart, Boligafdeling, Boligomraade, Organisation, Person
from aftaler.services import organisering
from brugere.roles import Rolle
from tests.factories import (
    AftalepartFactory,
    BoligomraadeFactory,
    HelhedsplanFactory,
    MedlemskabFactory,
    OrganisationFactory,
    PersonFactory,
    UnderskriftFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def rediger(client, plan, projektleder):
    """POST to one of the page's forms as projektleder: rediger("part_opret", navn=…)."""
    client.force_login(projektleder)

    def send(side, /, *args, **felter):
        return client.post(reverse(f"aftaler:{side}", args=[plan.slug, *args]), felter)

    return send


def fejl(svar):
    return svar.context["form"].errors


@pytest.fixture
def to_planer(plan, projektleder):
    """A second plan where the projektleder leads too."""
    return MedlemskabFactory(bruger=projektleder).helhedsplan


# Siden ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, plan, projektleder, antal, django_assert_num_queries):
    for part in AftalepartFactory.create_batch(antal, helhedsplan=plan):
        PersonFactory(helhedsplan=plan, organisation=part.organisation)
        afdeling = Boligafdeling.objects.create(navn="Afdeling", organisation=part.organisation)
        afdeling.helhedsplaner.add(plan)
        omraade = BoligomraadeFactory()
        omraade.helhedsplaner.add(plan)
        afdeling.boligomraader.add(omraade)
        MedlemskabFactory(helhedsplan=plan, rolle=Rolle.BESTYRELSE)
    client.force_login(projektleder)

    with django_assert_num_queries(14):
        client.get(reverse("aftaler:organisering", args=[plan.slug]))


@pytest.mark.parametrize("rolle", [Rolle.FORMAND, Rolle.BESTYRELSE, Rolle.ADMIN])
def test_dem_der_kun_ser_faar_ingen_knapper_og_ingen_mailadresser(client, plan, projektleder, rolle):
    part = AftalepartFactory(helhedsplan=plan)
    client.force_login(MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger)

    svar = client.get(reverse("aftaler:organisering", args=[plan.slug])).content.decode()

    assert part.organisation.navn in svar
    assert projektleder.navn in svar
    assert projektleder.email not in svar
    assert "/ny/" not in svar
    assert "/fjern/" not in svar


@pytest.mark.parametrize("rolle", [Rolle.MEDARBEJDER, Rolle.FOELGEGRUPPE, Rolle.REVISOR, Rolle.LBF])
def test_resten_ser_ikke_siden(client, plan, rolle):
    client.force_login(MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger)

    assert client.get(reverse("aftaler:organisering", args=[plan.slug])).status_code == 403


def test_en_fremmed_finder_ikke_siden(client, plan, fremmed):
    client.force_login(fremmed)

    assert client.get(reverse("aftaler:organisering", args=[plan.slug])).status_code == 404


@pytest.mark.parametrize(
    ("underskrevet", "saetning"),
    [
        ([], "Der er ingen parter i aftalen endnu."),
        ([True, True], "Alle parter har skrevet under på version 1."),
        ([True, False], "Part 2 har ikke skrevet under på version 1 endnu."),
        ([False, False, False], "Part 1, Part 2 og Part 3 har ikke skrevet under på version 1 endnu."),
    ],
)
def test_siden_begynder_med_hvem_der_mangler_at_skrive_under(client, plan, projektleder, underskrevet, saetning):
    parter = [
        AftalepartFactory(helhedsplan=plan, organisation__navn=f"Part {nr}", raekkefoelge=nr)
        for nr, _ in enumerate(underskrevet, 1)
    ]
    version = VersionFactory(helhedsplan=plan)
    for part, er in zip(parter, underskrevet, strict=True):
        if er:
            UnderskriftFactory(version=version, part=part)
    client.force_login(projektleder)

    svar = client.get(reverse("aftaler:organisering", args=[plan.slug]))

    assert svar.context["hovedsaetning"] == saetning


def test_uden_en_version_er_der_intet_at_skrive_under_paa(client, plan, projektleder):
    AftalepartFactory(helhedsplan=plan)
    client.force_login(projektleder)

    svar = client.get(reverse("aftaler:organisering", args=[plan.slug]))

    assert svar.context["hovedsaetning"] == "Parterne skriver under, når aftalen har fået sin første version."


def test_en_part_der_har_skrevet_under_bliver(client, plan, rediger):
    part = AftalepartFactory(helhedsplan=plan)
    UnderskriftFactory(version=VersionFactory(helhedsplan=plan), part=part)

    with pytest.raises(organisering.KanIkkeFjernes, match="har skrevet under på en version"):
        organisering.fjern_part(part, af=plan.medlemskaber.get().bruger)


# Parter -----------------------------------------------------------------------------------------------


def test_en_ny_part_skrives_ind_med_underskriver(plan, rediger):
    underskriver = PersonFactory(helhedsplan=plan)

    svar = rediger(
        "part_opret", navn="Nørreby Bolig", art="boligorganisation", cvr="12345678",
        underskriver=underskriver.pk,
    )  # fmt: skip

    part = plan.aftaleparter.get()
    assert svar.url.endswith("/organisering/#parter")
    assert (part.organisation.navn, part.organisation.cvr, part.raekkefoelge) == ("Nørreby Bolig", "12345678", 1)
    assert part.underskriver == underskriver


def test_den_naeste_part_staar_sidst(plan, rediger):
    AftalepartFactory(helhedsplan=plan, raekkefoelge=4)

    rediger("part_opret", navn="Nørreby Kommune", art="kommune", cvr="")

    assert plan.aftaleparter.get(organisation__art="kommune").raekkefoelge == 5


def test_to_klik_giver_en_part_og_en_saetning(plan, rediger):
    rediger("part_opret", navn="Nørreby Kommune", art="kommune", cvr="")
    svar = rediger("part_opret", navn="nørreby kommune", art="kommune", cvr="")

    assert fejl(svar)["__all__"] == ["Organisationen er allerede part i aftalen."]
    assert Organisation.objects.count() == 1


def test_en_kendt_organisation_vaelges_fra_ens_andre_planer(plan, to_planer, rediger):
    kendt = AftalepartFactory(helhedsplan=to_planer).organisation

    rediger("part_opret", kendt=kendt.pk)

    assert plan.aftaleparter.get().organisation == kendt


def test_en_organisation_fra_en_fremmed_plan_kan_ikke_vaelges(plan, to_planer, rediger):
    AftalepartFactory(helhedsplan=to_planer)
    fremmed = AftalepartFactory().organisation

    svar = rediger("part_opret", kendt=fremmed.pk)

    assert "kendt" in fejl(svar)
    assert not plan.aftaleparter.exists()


def test_samme_navn_i_en_fremmed_plan_er_en_anden_organisation(plan, rediger):
    fremmed = AftalepartFactory(organisation__navn="Nørreby Bolig").organisation

    rediger("part_opret", navn="Nørreby Bolig", art="boligorganisation", cvr="")

    assert plan.aftaleparter.get().organisation != fremmed


def test_hverken_kendt_eller_ny(to_planer, rediger):
    AftalepartFactory(helhedsplan=to_planer)

    assert fejl(rediger("part_opret")) == {
        "navn": ["Vælg en fra listen ovenfor, eller udfyld feltet."],
        "art": ["Vælg en fra listen ovenfor, eller udfyld feltet."],
    }


def test_baade_kendt_og_ny(to_planer, rediger):
    kendt = AftalepartFactory(helhedsplan=to_planer).organisation

    svar = rediger("part_opret", kendt=kendt.pk, navn="Ny", art="fond")

    assert fejl(svar) == {"__all__": ["Vælg en fra listen, eller skriv en ny. Ikke begge dele."]}


@pytest.mark.parametrize(
    ("felter", "besked"),
    [
        ({"cvr": "1234"}, "Et CVR-nummer er otte cifre, fx 12345678."),
        ({"navn": "Boet efter 010203-1234"}, "Det ligner et CPR-nummer."),
    ],
)
def test_en_forkert_part_gemmes_ikke(plan, rediger, felter, besked):
    svar = rediger("part_opret", **{"navn": "Nørreby Bolig", "art": "boligorganisation", **felter})

    assert besked in svar.content.decode()
    assert not plan.aftaleparter.exists()


def test_en_part_rettes_med_sin_organisation(plan, rediger):
    part = AftalepartFactory(helhedsplan=plan)

    rediger("part_ret", part.pk, navn="Rettet navn", art="fond", cvr="", raekkefoelge="2")

    part = Aftalepart.objects.select_related("organisation").get()
    assert (part.organisation.navn, part.organisation.art, part.raekkefoelge) == ("Rettet navn", "fond", 2)


def test_en_organisation_i_en_plan_man_ikke_retter_bliver_som_den_er(plan, rediger):
    part = AftalepartFactory(helhedsplan=plan)
    AftalepartFactory(organisation=part.organisation)
    navn = part.organisation.navn

    svar = rediger("part_ret", part.pk, navn="Kapret", art="fond", cvr="", raekkefoelge="3")

    part.refresh_from_db()
    part.organisation.refresh_from_db()
    assert svar.status_code == 302
    assert (part.organisation.navn, part.raekkefoelge) == (navn, 3)


def test_tjenesten_afviser_at_rette_en_delt_organisation(plan, projektleder):
    part = AftalepartFactory(helhedsplan=plan)
    AftalepartFactory(organisation=part.organisation)

    with pytest.raises(PermissionDenied):
        organisering.ret_part(part, raekkefoelge=1, underskriver=None, navn="Kapret", art="fond", af=projektleder)


def test_en_part_fjernes_efter_et_spoergsmaal(client, plan, rediger):
    part = AftalepartFactory(helhedsplan=plan)
    url = reverse("aftaler:part_fjern", args=[plan.slug, part.pk])

    client.force_login(plan.medlemskaber.get().bruger)
    assert f"Fjern {part.organisation.navn} fra planen?" in client.get(url).content.decode()
    assert Aftalepart.objects.exists()

    rediger("part_fjern", part.pk)
    assert not Aftalepart.objects.exists()
    assert Organisation.objects.exists()


def test_en_part_i_en_anden_plan_findes_ikke_her(plan, rediger):
    assert rediger("part_fjern", AftalepartFactory().pk).status_code == 404


# Personer ---------------------------------------------------------------------------------------------


def test_en_person_skrives_ind(plan, rediger):
    part = AftalepartFactory(helhedsplan=plan)

    rediger("person_opret", navn="Anne Dahl", titel="boligsocial chef", organisation=part.organisation.pk)

    person = plan.personer.get()
    assert (person.navn, person.titel, person.organisation) == ("Anne Dahl", "boligsocial chef", part.organisation)


def test_samme_navn_to_gange_siges(plan, rediger):
    PersonFactory(helhedsplan=plan, navn="Anne Dahl")

    svar = rediger("person_opret", navn="Anne Dahl")

    assert fejl(svar)["__all__"] == ["Der står allerede en person med det navn i planen."]


@pytest.mark.parametrize("felt", ["navn", "titel"])
def test_et_cpr_nummer_afvises(plan, rediger, felt):
    svar = rediger("person_opret", **{"navn": "Anne Dahl", felt: "Anne 010203-1234"})

    assert fejl(svar) == {
        felt: ["Det ligner et CPR-nummer. Skriv det ikke her: CPR-numre hører ikke hjemme i Helhedsplan."]
    }
    assert not Person.objects.exists()


def test_en_underskriver_kan_ikke_fjernes(plan, rediger):
    part = AftalepartFactory(helhedsplan=plan, underskriver=PersonFactory(helhedsplan=plan, navn="Anne Dahl"))

    svar = rediger("person_fjern", part.underskriver.pk)

    assert Person.objects.exists()
    assert [str(et) for et in svar.wsgi_request._messages] == [
        f"Anne Dahl står som underskriver for {part}. Vælg en anden underskriver dér først."
    ]


def test_en_person_fjernes(plan, rediger):
    rediger("person_fjern", PersonFactory(helhedsplan=plan).pk)

    assert not Person.objects.exists()


def test_en_person_fra_en_anden_plan_kan_ikke_underskrive(plan, rediger):
    svar = rediger("part_opret", navn="Nørreby Bolig", art="fond", underskriver=PersonFactory().pk)

    assert "underskriver" in fejl(svar)


# Boligområder og boligafdelinger ----------------------------------------------------------------------


@pytest.fixture
def ejer(plan):
    return AftalepartFactory(helhedsplan=plan).organisation


def test_et_boligomraade_skrives_ind_og_rettes(plan, rediger):
    rediger("boligomraade_opret", navn="Vestbyen", beboere="550")
    omraade = plan.boligomraader.get()
    rediger("boligomraade_ret", omraade.pk, navn="Vestbyen", beboere="540")

    omraade.refresh_from_db()
    assert (omraade.navn, omraade.beboere) == ("Vestbyen", 540)


def test_samme_omraade_to_gange_siges(plan, rediger):
    rediger("boligomraade_opret", navn="Vestbyen")
    svar = rediger("boligomraade_opret", navn="vestbyen")

    assert fejl(svar) == {"navn": ["»vestbyen« er allerede i planen."]}
    assert Boligomraade.objects.count() == 1


def test_et_kendt_omraade_tages_med_fra_en_anden_plan(plan, to_planer, rediger):
    omraade = BoligomraadeFactory()
    omraade.helhedsplaner.add(to_planer)

    rediger("boligomraade_opret", kendt=omraade.pk)

    assert set(omraade.helhedsplaner.all()) == {plan, to_planer}


def test_et_omraade_i_en_plan_man_ikke_retter_bliver_som_det_er(plan, rediger):
    omraade = BoligomraadeFactory(navn="Vestbyen")
    omraade.helhedsplaner.add(plan, HelhedsplanFactory())

    rediger("boligomraade_ret", omraade.pk, navn="Kapret")

    omraade.refresh_from_db()
    assert omraade.navn == "Vestbyen"


def test_et_fjernet_omraade_findes_stadig_i_den_anden_plan(plan, to_planer, rediger):
    omraade = BoligomraadeFactory()
    omraade.helhedsplaner.add(plan, to_planer)

    rediger("boligomraade_fjern", omraade.pk)

    assert list(omraade.helhedsplaner.all()) == [to_planer]


def test_en_afdeling_ligger_i_flere_omraader(plan, rediger, ejer):
    omraader = BoligomraadeFactory.create_batch(2)
    plan.boligomraader.add(*omraader)

    rediger(
        "boligafdeling_opret", navn="Afdeling 1", organisation=ejer.pk, lbf_nr="0042", boliger="151",
        boligomraader=[et.pk for et in omraader],
    )  # fmt: skip

    afdeling = plan.boligafdelinger.get()
    assert (afdeling.organisation, afdeling.boliger) == (ejer, 151)
    assert set(afdeling.boligomraader.all()) == set(omraader)


def test_afdelingens_omraader_i_andre_planer_roeres_ikke(plan, to_planer, rediger, ejer):
    mit, andet = BoligomraadeFactory.create_batch(2)
    plan.boligomraader.add(mit)
    to_planer.boligomraader.add(andet)
    afdeling = Boligafdeling.objects.create(navn="Afdeling 1", organisation=ejer)
    afdeling.helhedsplaner.add(plan, to_planer)
    afdeling.boligomraader.add(mit, andet)

    rediger("boligafdeling_ret", afdeling.pk, navn="Afdeling 1", organisation=ejer.pk)

    assert list(afdeling.boligomraader.all()) == [andet]


def test_uden_part_er_der_ingen_at_eje_afdelingen(plan, rediger):
    svar = rediger("boligafdeling_opret", navn="Afdeling 1", organisation=OrganisationFactory().pk)

    assert list(fejl(svar)) == ["organisation"]


@pytest.mark.parametrize("navn", ["part", "person", "boligomraade", "boligafdeling"])
def test_bestyrelsen_retter_ikke(client, plan, bestyrelsesmedlem, navn):
    client.force_login(bestyrelsesmedlem)

    assert client.post(reverse(f"aftaler:{navn}_opret", args=[plan.slug]), {"navn": "X"}).status_code == 403
