"""The annexes: a page that says what is ready, and the two texts that are written here."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from aftaler.models import Aendring, Dokumentbilag, Skabelonbilag
from aftaler.reports.kommissorium import mangler_til_udkast, udkast
from aftaler.services import bilag as services
from aftaler.snapshot import strategisk
from brugere.roles import Rolle
from kerne.laas import RettetImens
from tests.factories import (
    AftalepartFactory,
    AktivitetFactory,
    BudgetpostFactory,
    DelaftaleFactory,
    DokumentbilagFactory,
    IndsatsomraadeFactory,
    MedlemskabFactory,
    OrganFactory,
    PladsFactory,
    SucceskriteriumFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db
NY = "<p>Bestyrelsen mødes om planen.</p>"


@pytest.fixture
def url(plan):
    return lambda side, *args: reverse(f"aftaler:bilag_{side}", args=[plan.slug, *args])


@pytest.fixture
def inde(client, projektleder):
    client.force_login(projektleder)
    return client


def beskeder(svar):
    return [str(et) for et in svar.wsgi_request._messages]


def raekker(svar):
    """code → (state in words, what is missing)."""
    return {et["bilag"].kode: (et["bilag"].ord, list(et["bilag"].vurdering.mangler)) for et in svar.context["raekker"]}


# Listen -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(inde, plan, url, antal, django_assert_num_queries):
    for nr in ("5.1", "5.3", "5.4")[:antal]:
        omraade = IndsatsomraadeFactory(helhedsplan=plan, nr=nr)
        SucceskriteriumFactory(indsatsomraade=omraade)
        aftale = DelaftaleFactory(indsatsomraade=omraade)
        AktivitetFactory(delaftale=aftale)
        BudgetpostFactory(helhedsplan=plan, delaftale=aftale)
        PladsFactory(organ=OrganFactory(helhedsplan=plan))

    with django_assert_num_queries(35):
        inde.get(url("liste"))


def test_en_ny_plan_siger_hvad_hvert_bilag_mangler(inde, url):
    svar = inde.get(url("liste"))

    assert raekker(svar) == {
        "delaftaler": ("Mangler", ["Der er ikke valgt noget indsatsområde."]),
        "budget": ("Mangler", ["Der er ingen budgetposter."]),
        "organisationsdiagram": ("Mangler", ["Der er ingen organer at tegne."]),
        "kommissorium": ("Mangler", ["Teksten er ikke skrevet."]),
        "maalinger": ("Mangler", ["Intet kriterium har et udgangspunkt."]),
        "beredskabsplan": ("Mangler", ["Teksten er ikke skrevet."]),
        "milepaelsplan": ("Mangler", ["Der er ingen milepæle."]),
        "aktivitetsskema": ("Mangler", ["Der er ingen aktiviteter."]),
    }
    assert svar.context["hovedsaetning"] == "0 af 8 bilag er klar. 8 mangler."


def test_det_der_er_begyndt_er_kladde_og_det_faerdige_klar(inde, plan, url):
    omraade = IndsatsomraadeFactory(helhedsplan=plan)
    SucceskriteriumFactory(indsatsomraade=omraade)
    AktivitetFactory(delaftale=DelaftaleFactory(indsatsomraade=omraade), navn="Jobcafé")
    PladsFactory(organ=OrganFactory(helhedsplan=plan, art="bestyrelse"))
    BudgetpostFactory(helhedsplan=plan)
    DokumentbilagFactory(helhedsplan=plan, klar=True)

    assert raekker(inde.get(url("liste"))) == {
        "delaftaler": ("Kladde", ["5.1 mangler 10 afsnit."]),
        "budget": (
            "Kladde",
            ["Det samlede budget står ikke i aftalen, så posterne kan ikke holdes op mod det."],
        ),
        "organisationsdiagram": ("Klar", []),
        "kommissorium": ("Klar", []),
        "maalinger": ("Klar", []),
        "beredskabsplan": ("Mangler", ["Teksten er ikke skrevet."]),
        "milepaelsplan": ("Mangler", ["Der er ingen milepæle."]),
        "aktivitetsskema": ("Kladde", ["Ikke udfyldt: Jobcafé."]),
    }


def test_et_bilag_systemet_ikke_kender_siges_at_ligge_andre_steder(inde, plan, url):
    Skabelonbilag.objects.create(skabelon=plan.skabelon, raekkefoelge=99, kode="trafikplan", navn="Trafikplan")

    svar = inde.get(url("liste"))

    assert raekker(svar)["trafikplan"] == ("Skrives uden for systemet", [])
    assert inde.get(url("detalje", "trafikplan")).status_code == 404


@pytest.mark.parametrize("rolle", [Rolle.REVISOR, Rolle.LBF])
def test_den_der_ikke_ser_kladder_ser_bilagene_i_kraft(client, plan, url, rolle):
    bilag = DokumentbilagFactory(helhedsplan=plan)
    client.force_login(MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger)
    assert "Ikke godkendt endnu" in client.get(url("liste")).content.decode()
    assert "leder planen" not in client.get(url("detalje", "kommissorium")).content.decode()

    VersionFactory(helhedsplan=plan)
    Dokumentbilag.objects.filter(pk=bilag.pk).update(tekst=NY)

    side = client.get(url("detalje", "kommissorium")).content.decode()
    assert "leder planen" in side
    assert "mødes om planen" not in side
    assert "Siden følger version 1, som gælder fra 1.\u00a0maj 2019." in side
    assert "Ret teksten" not in side
    assert raekker(client.get(url("liste")))["kommissorium"] == ("Klar", [])


@pytest.mark.parametrize("rolle", [Rolle.MEDARBEJDER, Rolle.FOELGEGRUPPE, Rolle.ADMIN])
def test_resten_ser_ikke_bilagene(client, plan, url, rolle):
    client.force_login(MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger)

    assert client.get(url("liste")).status_code == 403


def test_diagrammet_tegnes_af_versionens_organer(client, plan, url):
    OrganFactory(helhedsplan=plan, art="bestyrelse", navn="Bestyrelsen")
    VersionFactory(helhedsplan=plan)
    OrganFactory(helhedsplan=plan, navn="Ny gruppe i kladden")
    client.force_login(MedlemskabFactory(helhedsplan=plan, rolle=Rolle.LBF).bruger)

    side = client.get(url("detalje", "organisationsdiagram")).content.decode()

    assert "Organisationsdiagram. Øverst: Bestyrelsen." in side
    assert "Ny gruppe i kladden" not in side


# Teksten ----------------------------------------------------------------------------------------------


def test_teksten_skrives_renses_og_staar_i_kladden(inde, plan, url):
    svar = inde.post(url("ret", "beredskabsplan"), {"tekst": '<p onclick="x">Ring til hinanden.</p>', "udgave": 0})

    assert svar.headers["Location"] == url("detalje", "beredskabsplan")
    assert strategisk(plan)["bilagstekster"] == {"beredskabsplan": "<p>Ring til hinanden.</p>"}
    side = inde.get(url("detalje", "beredskabsplan"))
    assert (side.context["bilag"].ord, side.context["kan_markeres"]) == ("Kladde", True)


def test_en_for_lang_tekst_afvises_og_bevares(inde, url, settings):
    tekst = f"<p>{'x' * settings.LAENGSTE_TEKST}</p>"

    svar = inde.post(url("ret", "kommissorium"), {"tekst": tekst, "udgave": 0})

    (saetning,) = svar.context["form"].errors["tekst"]
    assert saetning.startswith("Der er plads til")
    assert "x" * 1000 in svar.content.decode()
    assert not Dokumentbilag.objects.exists()


def test_to_der_skriver_ser_begge_tekster(inde, plan, url, projektleder):
    DokumentbilagFactory(helhedsplan=plan)
    anden = MedlemskabFactory(helhedsplan=plan, rolle=Rolle.SEKRETARIAT, bruger__navn="Anne Dahl").bruger
    services.ret_tekst(plan, "kommissorium", tekst="<p>Annes.</p>", udgave=1, af=anden)

    svar = inde.post(url("ret", "kommissorium"), {"tekst": "<p>Min.</p>", "udgave": 1})

    konflikt = svar.context["udfald"].konflikt
    assert (konflikt.navn, konflikt.deres, konflikt.min) == ("Anne Dahl", "<p>Annes.</p>", "<p>Min.</p>")
    assert Dokumentbilag.objects.get().tekst == "<p>Annes.</p>"
    inde.post(
        url("ret", "kommissorium"),
        {"tekst": "<p>Min.</p>", "udgave": svar.context["form"].data["udgave"], "valg": "min"},
    )
    assert Dokumentbilag.objects.get().tekst == "<p>Min.</p>"


def test_markeret_som_klar_til_teksten_rettes_igen(inde, plan, url):
    DokumentbilagFactory(helhedsplan=plan)

    svar = inde.post(url("klar", "kommissorium"), {"udgave": 1})
    assert beskeder(svar) == ["Bilaget er markeret som klar."]
    assert Dokumentbilag.objects.get().klar is True

    inde.post(url("ret", "kommissorium"), {"tekst": NY, "udgave": 2})
    assert Dokumentbilag.objects.get().klar is False


def test_en_uaendret_tekst_er_stadig_klar(inde, plan, url):
    bilag = DokumentbilagFactory(helhedsplan=plan, klar=True)

    inde.post(url("ret", "kommissorium"), {"tekst": bilag.tekst, "udgave": 1})

    assert Dokumentbilag.objects.get().klar is True


def test_klar_kan_fortrydes(inde, plan, url):
    DokumentbilagFactory(helhedsplan=plan, klar=True)

    assert beskeder(inde.post(url("kladde", "kommissorium"), {"udgave": 1})) == ["Bilaget er en kladde igen."]
    assert Dokumentbilag.objects.get().klar is False


@pytest.mark.parametrize("udgave", ["1", "", "x", "9" * 30, "-1"])
def test_man_markerer_kun_den_tekst_man_har_laest(inde, plan, url, projektleder, udgave):
    DokumentbilagFactory(helhedsplan=plan)
    services.ret_tekst(plan, "kommissorium", tekst=NY, udgave=1, af=projektleder)

    (besked,) = beskeder(inde.post(url("klar", "kommissorium"), {"udgave": udgave}))

    assert besked == f"{projektleder.navn} har rettet teksten imens. Læs den igen, før du markerer den."
    assert Dokumentbilag.objects.get().klar is False


def test_en_tom_tekst_kan_ikke_vaere_klar(inde, plan, url):
    DokumentbilagFactory(helhedsplan=plan, tekst="")

    assert beskeder(inde.post(url("klar", "kommissorium"), {"udgave": 1})) == [
        "Skriv teksten, før du markerer den som klar."
    ]


def test_uden_en_tekst_bliver_man_sendt_hen_at_skrive_den(inde, url):
    svar = inde.post(url("klar", "kommissorium"), {"udgave": 0})

    assert (beskeder(svar), svar.headers["Location"]) == (["Skriv teksten først."], url("ret", "kommissorium"))


def test_mens_aftalen_er_til_godkendelse_staar_teksten_stille(inde, plan, url, projektleder):
    Aendring.objects.create(
        helhedsplan=plan, art="strategisk", grund="Nyt", forslag={}, kontrolsum="x",
        oensket_fra=date(2022, 4, 1), indsendt_af=projektleder,
    )  # fmt: skip

    svar = inde.post(url("ret", "kommissorium"), {"tekst": NY, "udgave": 0})

    assert svar.context["form"].errors["__all__"][0].startswith("Den strategiske aftale er sendt til godkendelse")
    assert not Dokumentbilag.objects.exists()


def test_kun_de_to_bilag_er_tekster(inde, url):
    assert inde.get(url("ret", "budget")).status_code == 404
    assert inde.get(url("detalje", "budget")).status_code == 404
    assert inde.post(url("klar", "organisationsdiagram")).status_code == 404


def test_bestyrelsen_retter_ikke(plan, bestyrelsesmedlem):
    bilag = DokumentbilagFactory(helhedsplan=plan)

    for gerning in (
        lambda: services.ret_tekst(plan, "kommissorium", tekst=NY, udgave=1, af=bestyrelsesmedlem),
        lambda: services.marker_klar(bilag, udgave=1, af=bestyrelsesmedlem),
        lambda: services.goer_til_kladde(bilag, udgave=1, af=bestyrelsesmedlem),
    ):
        with pytest.raises(PermissionDenied):
            gerning()


def test_services_siger_fra_naar_en_anden_har_gemt(plan, projektleder):
    bilag = DokumentbilagFactory(helhedsplan=plan)

    with pytest.raises(RettetImens):
        services.marker_klar(bilag, udgave=7, af=projektleder)


# Forslaget til kommissorium ----------------------------------------------------------------------------


def test_forslaget_bygges_af_planen_og_gemmes_ikke(inde, plan, url):
    AftalepartFactory(helhedsplan=plan, organisation__navn="Bo i Nord")
    organ = OrganFactory(
        helhedsplan=plan, art="bestyrelse", navn="Bestyrelsen", moeder_mindst=2, sekretariat="Projektlederen",
        opgaver="<p>Godkender budgettet.</p>",
    )  # fmt: skip
    PladsFactory(organ=organ, betegnelse="Direktør <b>", organisation=plan.aftaleparter.get().organisation)

    svar = inde.get(url("ret", "kommissorium") + "?forslag=1")

    tekst = svar.context["form"]["tekst"].value()
    assert "<li>Direktør &lt;b&gt;, Bo i Nord</li>" in tekst
    assert "Bestyrelsen holder 2 faste møder om året. Sekretariat: Projektlederen." in tekst
    assert "<p>Godkender budgettet.</p>" in tekst
    assert "Aftalens parter er Bo i Nord." in tekst
    assert svar.context["mangler"] == []
    assert not Dokumentbilag.objects.exists()


def test_forslaget_udelader_det_planen_ikke_siger(plan):
    dok = strategisk(plan)
    assert mangler_til_udkast(dok) == [
        "Planen har ingen bestyrelse endnu. Opret den under Organer, så kommer dens pladser og møder med."
    ]
    assert "Organisering" not in udkast(dok)

    OrganFactory(helhedsplan=plan, art="bestyrelse")
    dok = strategisk(plan)

    assert mangler_til_udkast(dok) == [
        "Under Organer står der ikke noget om bestyrelsens pladser, møder om året, sekretariat og opgaver."
    ]
    assert not any(ord_ in udkast(dok) for ord_ in ("Møder og sekretariat", "Organisering", "Opgaver</strong>"))


def test_uden_at_bede_om_det_er_der_intet_forslag(inde, url):
    svar = inde.get(url("ret", "kommissorium"))

    assert svar.context["form"]["tekst"].value() == ""
    assert inde.get(url("ret", "beredskabsplan") + "?forslag=1").context["er_forslag"] is False
