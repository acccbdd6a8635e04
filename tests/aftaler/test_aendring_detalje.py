"""One change on one page: the route's state, recording a step, conditions, files, taking back."""

from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from aftaler import snapshot
from aftaler.models import Aendring, Delaftale, Godkendelsestrin, Version, Vilkaar
from aftaler.models.aendring import Trinslags
from aftaler.services import aendringer
from aftaler.services.aendringer import KanIkkeRegistreres, Trinforslag
from aftaler.statuses import Trinudfald
from tests.factories import DelaftaleFactory, IndsatsomraadeFactory, VersionFactory

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
RUTE = (
    Trinforslag("Afdelingsmødet", Trinslags.HOERING),
    Trinforslag("Bestyrelsen"),
    Trinforslag("Følgegruppen", Trinslags.ORIENTERING),
)


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-20 12:00+02:00", tick=False):
        yield


@pytest.fixture
def aendring(plan, projektleder):
    delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), sammenhaeng="<p>Ny.</p>")
    return aendringer.indsend(
        plan, delaftale, grund="Nye mødetider", oensket_fra=date(2022, 7, 1), rute=RUTE, af=projektleder
    )


@pytest.fixture
def side(plan, aendring):
    return reverse("aftaler:aendring_detalje", args=[plan.slug, aendring.pk])


@pytest.fixture
def registrer(client, plan, aendring):
    def send(person, navn, *vilkaar, **felter):
        trin = aendring.trin.get(navn=navn)
        client.force_login(person)
        data = {f"trin-{trin.pk}-{felt}": vaerdi for felt, vaerdi in felter.items() if felt != "flere"}
        data |= {f"vilkaar-{trin.pk}-TOTAL_FORMS": len(vilkaar), f"vilkaar-{trin.pk}-INITIAL_FORMS": 0}
        for nr, (tekst, frist) in enumerate(vilkaar):
            data |= {f"vilkaar-{trin.pk}-{nr}-tekst": tekst, f"vilkaar-{trin.pk}-{nr}-frist": frist}
        if "flere" in felter:
            data["flere"] = "1"
        return client.post(reverse("aftaler:trin_registrer", args=[plan.slug, aendring.pk, trin.pk]), data, follow=True)

    return send


def godkend(aendring, formand):
    trin = aendring.trin.get(navn="Bestyrelsen")
    return aendringer.registrer_trin(trin, udfald=Trinudfald.GODKENDT, dato=date(2022, 6, 15), tekst="", af=formand)


def beskeder(svar):
    return [str(et) for et in svar.context["messages"]]


def test_ruten_er_samlet_paa_en_side(client, side, bestyrelsesmedlem):
    client.force_login(bestyrelsesmedlem)

    svar = client.get(side)

    assert [(et.trin.navn, et.ord) for et in svar.context["trin"]] == [
        ("Afdelingsmødet", "Mangler at svare"),
        ("Bestyrelsen", "Mangler at beslutte"),
        ("Følgegruppen", "Skal orienteres"),
    ]
    assert svar.context["stilling"] == "Venter på Afdelingsmødet og Bestyrelsen."
    assert [et.form for et in svar.context["trin"]] == [None, None, None]


def test_formanden_har_bestyrelsens_formular_og_projektlederen_de_andre(client, side, formand, projektleder):
    client.force_login(formand)
    formandens = [bool(et.form) for et in client.get(side).context["trin"]]
    client.force_login(projektleder)

    assert formandens == [False, True, False]
    assert [bool(et.form) for et in client.get(side).context["trin"]] == [True, False, True]


def test_det_sidste_ja_saetter_versionen_i_kraft(registrer, projektleder, formand):
    hoert = registrer(projektleder, "Afdelingsmødet", udfald="behandlet", dato="2022-06-01")
    ja = registrer(formand, "Bestyrelsen", udfald="godkendt", dato="2022-06-15")

    assert beskeder(hoert) == ["Afdelingsmødet: behandlet. Det er skrevet på ruten."]
    assert beskeder(ja) == ["Ændringen er godkendt. Version 1 gælder fra 1.\u00a0juli 2022."]
    assert ja.context["stilling"] == "Godkendt. Version 1 gælder fra 1.\u00a0juli 2022."


@pytest.mark.regel("trin-staar-aabent")
def test_en_orientering_gives_ogsaa_efter_godkendelsen(registrer, projektleder, formand):
    registrer(projektleder, "Afdelingsmødet", udfald="behandlet", dato="2022-06-01")
    registrer(formand, "Bestyrelsen", udfald="godkendt", dato="2022-06-15")

    svar = registrer(projektleder, "Følgegruppen", udfald="behandlet", dato_ikke_oplyst="on")

    assert svar.context["trin"][2].naar == "dato ikke oplyst"
    assert Version.objects.count() == 1


@pytest.mark.regel("trin-kan-registreres")
@pytest.mark.parametrize(
    ("felter", "saetning"),
    [
        ({"udfald": "returneret", "dato": "2022-06-15"}, "Skriv hvorfor, så den, der skal rette, ved, hvad der"),
        ({"udfald": "godkendt"}, "Skriv datoen, eller sæt kryds ved »ikke oplyst«."),
        ({"udfald": "godkendt", "dato": "2022-06-15", "dato_ikke_oplyst": "on"}, "eller sæt kryds ved"),
        ({"udfald": "godkendt", "dato": "2022-06-21"}, "Beslutningen kan ikke ligge i fremtiden."),
        ({"dato": "2022-06-15"}, "Vælg, hvad der blev besluttet."),
    ],
)  # fmt: skip
def test_en_forkert_beslutning_skrives_ikke(registrer, formand, felter, saetning):
    svar = registrer(formand, "Bestyrelsen", **felter)

    assert saetning in svar.content.decode()
    assert Godkendelsestrin.objects.get(navn="Bestyrelsen").udfald == Trinudfald.AFVENTER


def test_returneret_med_grund_aabner_kladden_og_siger_hvorfor(client, registrer, side, formand, medarbejder):
    registrer(formand, "Bestyrelsen", udfald="returneret", dato="2022-06-15", tekst="Målgruppen mangler.")
    client.force_login(medarbejder)

    svar = client.get(side)

    assert svar.context["stilling"] == "Returneret af Bestyrelsen 20.\u00a0juni 2022: Målgruppen mangler."
    assert [et.form for et in svar.context["trin"]] == [None, None, None]


@pytest.mark.regel("vilkaar-opfyldes-efter-beslutningen")
def test_vilkaar_har_en_dato_og_foelges_til_doers(client, plan, registrer, aendring, formand, projektleder):
    registrer(projektleder, "Afdelingsmødet", udfald="behandlet", dato="2022-06-01")
    svar = registrer(
        formand, "Bestyrelsen", ("Plan for foreninger", "2022-09-01"), udfald="godkendt", dato="2022-06-15"
    )
    vilkaar = Vilkaar.objects.get()
    assert "Senest 1.\u00a0september 2022. Ikke opfyldt endnu." in svar.content.decode()

    url = reverse("aftaler:vilkaar_opfyld", args=[plan.slug, aendring.pk, vilkaar.pk])
    felt = f"vilkaar-{vilkaar.pk}"
    client.force_login(projektleder)
    for_tidligt = client.post(url, {f"{felt}-dato": "2022-06-01", f"{felt}-hvordan": "Sendt"})
    opfyldt = client.post(url, {f"{felt}-dato": "2022-06-18", f"{felt}-hvordan": "Sendt"}, follow=True)

    assert "Vilkåret kan ikke være opfyldt, før det blev stillet." in for_tidligt.content.decode()
    assert "Opfyldt 18.\u00a0juni 2022: Sendt" in opfyldt.content.decode()


@pytest.mark.parametrize(
    ("vilkaar", "udfald", "saetning"),
    [
        (("Plan", ""), "godkendt", "Skriv, hvornår vilkåret senest skal være opfyldt."),
        (("", "2022-09-01"), "godkendt", "Skriv, hvad vilkåret er."),
        (("Plan", "2022-01-01"), "godkendt", "Et vilkår kan ikke have frist før beslutningen."),
        (("Plan", "2022-09-01"), "afvist", "Vilkår hører til en godkendelse. Skriv dem i teksten i stedet."),
    ],
)
def test_et_skaevt_vilkaar_siges(registrer, formand, vilkaar, udfald, saetning):
    svar = registrer(formand, "Bestyrelsen", vilkaar, udfald=udfald, dato="2022-06-15", tekst="Fordi.")

    assert saetning in svar.content.decode()
    assert not Vilkaar.objects.exists()


def test_flere_vilkaar_gemmer_intet(registrer, formand):
    svar = registrer(formand, "Bestyrelsen", ("Plan", "2022-09-01"), udfald="godkendt", dato="2022-06-15", flere="1")

    assert len(svar.context["trin"][1].vilkaarformset.forms) == 3
    assert Godkendelsestrin.objects.get(navn="Bestyrelsen").udfald == Trinudfald.AFVENTER


def test_beslutningen_hentes_som_den_fil_den_er(client, plan, registrer, aendring, projektleder, fremmed):
    registrer(projektleder, "Afdelingsmødet", udfald="behandlet", dato="2022-06-01",
              dokument=SimpleUploadedFile("referat.docx", PDF))  # fmt: skip
    trin = aendring.trin.get(navn="Afdelingsmødet")
    url = reverse("aftaler:trin_dokument", args=[plan.slug, aendring.pk, trin.pk])

    svar = client.get(url)
    assert b"".join(svar.streaming_content) == PDF
    assert (svar["Content-Type"], svar["Content-Disposition"]) == (
        "application/pdf",
        'attachment; filename="referat.pdf"',
    )
    client.force_login(fremmed)
    assert client.get(url).status_code == 404


def test_en_fil_der_ikke_er_det_den_hedder_afvises(registrer, projektleder):
    svar = registrer(projektleder, "Afdelingsmødet", udfald="behandlet", dato="2022-06-01",
                     dokument=SimpleUploadedFile("referat.pdf", b"MZ\x90\x00"))  # fmt: skip

    assert "»referat.pdf« er ikke en PDF" in svar.content.decode()


def test_det_samme_ja_to_gange_er_et(registrer, formand, projektleder):
    registrer(projektleder, "Afdelingsmødet", udfald="behandlet", dato="2022-06-01")
    registrer(formand, "Bestyrelsen", udfald="godkendt", dato="2022-06-15")
    svar = registrer(formand, "Bestyrelsen", udfald="godkendt", dato="2022-06-15")

    assert "Ændringen er allerede afgjort eller trukket tilbage." in svar.content.decode()
    assert Version.objects.count() == 1


def test_den_traekkes_tilbage_med_en_grund(client, plan, aendring, projektleder):
    client.force_login(projektleder)
    url = reverse("aftaler:aendring_traek", args=[plan.slug, aendring.pk])

    uden = client.post(url, {"traek-grund": ""})
    svar = client.post(url, {"traek-grund": "Vi venter på tal"}, follow=True)

    assert "Skriv, hvorfor ændringen trækkes tilbage." in uden.content.decode()
    assert svar.context["stilling"] == "Trukket tilbage 20.\u00a0juni 2022: Vi venter på tal"
    assert svar.context["traek"] is None


def test_et_dokument_der_har_faaet_en_ny_version_imens_godkendes_ikke(plan, aendring, formand):
    VersionFactory(helhedsplan=plan, delaftale=aendring.delaftale)

    with pytest.raises(KanIkkeRegistreres, match="Dokumentet har fået version 1"):
        godkend(aendring, formand)


def test_en_delaftale_der_er_flyttet_imens_godkendes_ikke(plan, aendring, formand):
    Delaftale.objects.update(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr="5.3"))

    with pytest.raises(KanIkkeRegistreres, match="Delaftalen er flyttet til"):
        godkend(aendring, formand)
    assert not Version.objects.exists()


def test_den_foerste_version_kan_laeses_hel(client, side, formand):
    client.force_login(formand)

    assert [et.nr for et in client.get(side).context["foerste"]] == [str(nr) for nr in range(1, 14)]


@pytest.mark.parametrize("antal", [1, 3])
def test_sidens_forespoergsler_er_faste(client, plan, projektleder, antal, django_assert_num_queries):
    rute = [Trinforslag("Landsbyggefonden"), *(Trinforslag(f"Udvalg {nr}", Trinslags.HOERING) for nr in range(antal))]
    VersionFactory(helhedsplan=plan, indhold={**snapshot.strategisk(plan), "titel": "En ældre titel"})
    aendring = aendringer.indsend(plan, None, grund="Ny", oensket_fra=date(2022, 7, 1), rute=rute, af=projektleder)
    client.force_login(projektleder)
    client.get(reverse("aftaler:aendring_liste", args=[plan.slug]))

    with django_assert_num_queries(10):
        client.get(reverse("aftaler:aendring_detalje", args=[plan.slug, aendring.pk]))


@pytest.mark.parametrize("antal", [1, 3])
def test_listens_forespoergsler_er_faste(client, plan, projektleder, antal, django_assert_num_queries):
    for nr in ("5.1", "5.3", "5.4")[:antal]:
        delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan, nr=nr))
        aendringer.indsend(plan, delaftale, grund=nr, oensket_fra=date(2022, 7, 1), rute=RUTE, af=projektleder)
    client.force_login(projektleder)

    with django_assert_num_queries(8):
        svar = client.get(reverse("aftaler:aendring_liste", args=[plan.slug]))
    assert len(svar.context["aabne"]) == antal


def test_listen_har_dem_paa_vej_foerst(client, plan, aendring, projektleder):
    aendringer.traek_tilbage(aendring, grund="Fortrudt", af=projektleder)
    igen = aendringer.indsend(
        plan, aendring.delaftale, grund="Anden gang", oensket_fra=date(2022, 7, 1), rute=RUTE, af=projektleder
    )
    client.force_login(projektleder)

    kontekst = client.get(reverse("aftaler:aendring_liste", args=[plan.slug])).context

    assert [et["aendring"] for et in kontekst["aabne"]] == [igen]
    assert [et["aendring"] for et in kontekst["afsluttede"]] == [aendring]
    assert Aendring.objects.count() == 2
