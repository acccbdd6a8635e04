"""Two people, one text: both are shown, nothing is lost, and nothing is saved until somebody chooses."""

import pytest
from django.urls import reverse

from aftaler.models import Afsnit, Delaftale
from aftaler.services import tekster
from tests.factories import AktivitetFactory, DelaftaleFactory, IndsatsomraadeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def afsnit(plan):
    return Afsnit.objects.get(samarbejdsaftale__helhedsplan=plan, skabelonafsnit__nr=1)


@pytest.fixture
def url(plan):
    return reverse("aftaler:afsnit_ret", args=[plan.slug, 1])


@pytest.fixture
def inde(client, projektleder, afsnit, sekretariat):
    """The projektleder has the section open; the secretariat saves it meanwhile."""
    tekster.ret_afsnit(afsnit.samarbejdsaftale, afsnit.skabelonafsnit, tekst="Deres ord", udgave=1, af=sekretariat)
    client.force_login(projektleder)
    return client


def test_begge_tekster_vises_med_navn_og_intet_gemmes(inde, url, afsnit, sekretariat):
    svar = inde.post(url, {"tekst": "Mine <b>ord</b>", "udgave": 1})
    konflikt = svar.context["udfald" if "udfald" in svar.context else "blok"]
    side = svar.content.decode()

    assert konflikt
    assert f"{sekretariat.navn} gemte kl." in side
    assert "<p>Deres ord</p>" in side
    assert "<p>Mine <strong>ord</strong></p>" in side
    assert all(f'value="{valg}"' in side for valg in ("min", "deres", "sammen"))
    afsnit.refresh_from_db()
    assert afsnit.tekst == "<p>Deres ord</p>"


def test_brug_min_gemmer_min(inde, url, afsnit):
    inde.post(url, {"tekst": "Mine ord", "udgave": 2, "valg": "min"})

    afsnit.refresh_from_db()
    assert (afsnit.tekst, afsnit.udgave) == ("<p>Mine ord</p>", 3)


def test_brug_deres_gemmer_intet(inde, url, afsnit):
    svar = inde.post(url, {"tekst": "Mine ord", "udgave": 2, "valg": "deres"}, follow=True)

    afsnit.refresh_from_db()
    assert (afsnit.tekst, afsnit.udgave) == ("<p>Deres ord</p>", 2)
    assert [str(et) for et in svar.context["messages"]] == ["Din tekst er ikke gemt. Den anden tekst står."]


def test_ret_sammen_aabner_min_tekst_ved_siden_af_deres(inde, url, afsnit):
    side = inde.post(url, {"tekst": "Mine ord", "udgave": 1, "valg": "sammen"}).content.decode()

    assert "<p>Deres ord</p>" in side
    assert "Mine ord</textarea>" in side.replace("&lt;p&gt;", "").replace("&lt;/p&gt;", "")
    assert 'name="udgave" value="2"' in side
    afsnit.refresh_from_db()
    assert afsnit.tekst == "<p>Deres ord</p>"


def test_en_tredje_der_gemmer_imens_giver_en_ny_konflikt(inde, url, afsnit, sekretariat):
    tekster.ret_afsnit(afsnit.samarbejdsaftale, afsnit.skabelonafsnit, tekst="Tredje", udgave=2, af=sekretariat)

    side = inde.post(url, {"tekst": "Mine ord", "udgave": 2, "valg": "min"}).content.decode()

    assert "<p>Tredje</p>" in side
    afsnit.refresh_from_db()
    assert afsnit.tekst == "<p>Tredje</p>"


def test_samme_ord_to_gange_er_ingen_konflikt(inde, url, afsnit):
    svar = inde.post(url, {"tekst": "Deres ord", "udgave": 1})

    assert svar.status_code == 302
    afsnit.refresh_from_db()
    assert afsnit.udgave == 2


def test_deres_tekst_kan_ikke_koere_noget(inde, url):
    side = inde.post(url, {"tekst": "<script>alert(1)</script><p onclick='x()'>Mine</p>", "udgave": 1}).content.decode()

    assert "alert(1)" not in side
    assert "onclick" not in side


def test_to_blokke_af_samme_delaftale_er_ingen_konflikt(client, plan, projektleder, sekretariat):
    delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    client.force_login(projektleder)
    url = reverse("aftaler:blok_ret", args=[plan.slug, "5.1", "revision"])
    form = client.get(url).context["blok"].redigering.form
    tekster.ret_hovedtal(delaftale, landsbyggefonden=None, lokal_medfinansiering=5, udgave=1, af=sekretariat)

    svar = client.post(url, {"revision": "Ny", **{navn: form.initial[navn] for navn in ("udgave", "foer")}})

    assert svar.status_code == 302
    nu = Delaftale.objects.get()
    assert (nu.revision, nu.lokal_medfinansiering, nu.udgave) == ("<p>Ny</p>", 5, 3)


def test_samme_blok_af_delaftalen_er_en_konflikt(client, plan, projektleder, sekretariat):
    delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    client.force_login(projektleder)
    url = reverse("aftaler:blok_ret", args=[plan.slug, "5.1", "oekonomi"])
    form = client.get(url).context["blok"].redigering.form
    tekster.ret_hovedtal(delaftale, landsbyggefonden=None, lokal_medfinansiering=5, udgave=1, af=sekretariat)
    laas = {navn: form.initial[navn] for navn in ("udgave", "foer")}

    side = client.post(url, {"landsbyggefonden": "7", "lokal_medfinansiering": "6", **laas}).content.decode()

    assert "<strong>Landsbyggefonden</strong></p><p>Ikke udfyldt</p>" in side
    assert "<strong>Lokal medfinansiering</strong></p><p>5</p>" in side
    assert Delaftale.objects.get().lokal_medfinansiering == 5


def test_et_helt_skema_i_konflikt_viser_kun_felterne_der_er_forskellige(client, plan, projektleder, medarbejder):
    aktivitet = AktivitetFactory(
        delaftale__indsatsomraade__helhedsplan=plan, navn="Lektiecafé", indhold="Foer", maalgrupper="Unge"
    )
    url = reverse("aftaler:aktivitet_ret", args=[plan.slug, aktivitet.pk])
    client.force_login(medarbejder)
    client.post(url, {"navn": "Lektiecafé", "indhold": "Medarbejderens", "maalgrupper": "Unge", "udgave": 1})
    client.force_login(projektleder)

    svar = client.post(url, {"navn": "Lektiecafé", "indhold": "Lederens", "maalgrupper": "Unge", "udgave": 1})

    konflikt = svar.context["udfald"].konflikt
    assert (konflikt.navn, konflikt.deres, konflikt.min) == (
        medarbejder.navn,
        "<p>Medarbejderens</p>",
        "<p>Lederens</p>",
    )


def test_en_lukket_session_bevarer_teksten(client, url, afsnit):
    svar = client.post(url, {"tekst": "Mine ord", "udgave": 1})

    assert "Mine ord" in svar.content.decode()
    afsnit.refresh_from_db()
    assert afsnit.tekst == ""
