"""While a document is sent its rows stand still, whichever door is tried; what came of it may still be written."""

from datetime import date

import pytest
from django.urls import reverse

from aftaler import snapshot
from aftaler.models import Aendring, Delaftale, Helhedsplan, Milepael, Organ, Skabelonafsnit, Succeskriterium
from aftaler.services import aendringer, aktiviteter, budget, kriterier, omraader, organisering, tekster
from aftaler.services.aendringer import Trinforslag
from aftaler.services.laasning import ErIndsendt, kraev_alle_aabne
from tests.aftaler.hel_plan import fyld

pytestmark = pytest.mark.django_db
SAETNING = "{} er sendt til godkendelse og kan ikke rettes. Træk ændringen tilbage først."


@pytest.fixture
def delaftale(plan):
    return fyld(plan)


def send(plan, delaftale, af):
    navn = "Bestyrelsen" if delaftale else "Landsbyggefonden"
    return aendringer.indsend(
        plan, delaftale, grund="Ny", oensket_fra=date(2021, 1, 1), rute=[Trinforslag(navn)], af=af
    )


def _revision():
    return Skabelonafsnit.objects.get(skabelon__generation="B", skabelon__papir="delaftale", kode="revision")


TAL = {"landsbyggefonden": 1, "lokal_medfinansiering": 1}
TEKSTER = {"problemkompleks": "", "formaal_og_maal": ""}
DELAFTALENS = {
    "tekst": lambda plan, d, af: tekster.ret_delaftale_tekst(d, _revision(), tekst="x", udgave=1, af=af),
    "hovedtal": lambda plan, d, af: tekster.ret_hovedtal(d, **TAL, udgave=1, af=af),
    "periode": lambda plan, d, af: tekster.ret_periode(d, start_dato=None, slut_dato=None, udgave=1, af=af),
    "ny aktivitet": lambda plan, d, af: aktiviteter.opret_aktivitet(d, af=af, navn="Ny"),
    "aktivitet": lambda plan, d, af: aktiviteter.ret_aktivitet(d.aktiviteter.first(), udgave=1, af=af, navn="Ny"),
    "slettet aktivitet": lambda plan, d, af: aktiviteter.slet_aktivitet(d.aktiviteter.last(), af=af),
    "kriterium": lambda plan, d, af: kriterier.slet_kriterium(Succeskriterium.objects.get(nr=2), af=af),
    "post": lambda plan, d, af: budget.slet_post(d.budgetposter.get(), af=af),
    "ny post": lambda plan, d, af: budget.opret_post(plan, placering="delaftale", delaftale=d, beloeb=5, af=af),
}
AFTALENS = {
    "afsnit": lambda plan, af: tekster.ret_afsnit(
        plan.samarbejdsaftale, plan.skabelon.afsnit.first(), tekst="x", udgave=1, af=af
    ),
    "hovedtal": lambda plan, af: tekster.ret_hovedtal(plan.samarbejdsaftale, **TAL, udgave=1, af=af),
    "område": lambda plan, af: tekster.ret_indsatsomraade(plan.indsatsomraader.first(), **TEKSTER, udgave=1, af=af),
    "kriterium": lambda plan, af: kriterier.slet_kriterium(Succeskriterium.objects.get(nr=1), af=af),
    "nyt område": lambda plan, af: omraader.vaelg_indsatsomraade(
        plan, plan.bevillingsperiode.omraadetyper.last(), af=af
    ),
    "giver": lambda plan, af: budget.opret_kilde(plan, navn="Ny", art="anden", af=af),
    "post": lambda plan, af: budget.slet_post(plan.budgetposter.get(delaftale=None), af=af),
}
FAELLES = {
    "part": lambda plan, af: organisering.fjern_part(plan.aftaleparter.first(), af=af),
    "underskriver": lambda plan, af: organisering.gem_person(
        plan.personer.get(navn="Inger"), navn="Ny", titel="", organisation=None, af=af
    ),
    "boligområde": lambda plan, af: organisering.fjern_delt(plan, plan.boligomraader.first(), af=af),
}


@pytest.mark.parametrize("handling", DELAFTALENS)
def test_delaftalens_raekker_staar_stille(plan, delaftale, projektleder, handling):
    send(plan, delaftale, projektleder)
    foer = snapshot.delaftale(delaftale)

    with pytest.raises(ErIndsendt) as fejl:
        DELAFTALENS[handling](plan, delaftale, projektleder)

    assert fejl.value.messages == [SAETNING.format("Delaftalen")]
    assert snapshot.delaftale(Delaftale.objects.get(pk=delaftale.pk)) == foer


@pytest.mark.parametrize("handling", AFTALENS)
def test_aftalens_raekker_staar_stille_men_delaftalen_gaar_videre(plan, delaftale, projektleder, handling):
    send(plan, None, projektleder)
    foer = snapshot.strategisk(Helhedsplan.objects.get(pk=plan.pk))

    with pytest.raises(ErIndsendt) as fejl:
        AFTALENS[handling](plan, projektleder)

    assert fejl.value.messages == [SAETNING.format("Den strategiske aftale")]
    assert snapshot.strategisk(Helhedsplan.objects.get(pk=plan.pk)) == foer
    DELAFTALENS["tekst"](plan, delaftale, projektleder)


@pytest.mark.parametrize("handling", FAELLES)
@pytest.mark.parametrize("sendt", ["aftalen", "delaftalen"])
def test_det_der_staar_i_alle_dokumenter_staar_stille_naar_et_er_sendt(plan, delaftale, projektleder, sendt, handling):
    send(plan, delaftale if sendt == "delaftalen" else None, projektleder)

    with pytest.raises(ErIndsendt):
        FAELLES[handling](plan, projektleder)


def test_fremdrift_skrives_mens_delaftalen_er_sendt(plan, delaftale, projektleder):
    """A milestone that is done is not part of the agreement, and changes no sum."""
    aendring = send(plan, delaftale, projektleder)
    Milepael.objects.filter(navn="Åbning").update(udfoert_dato=date(2019, 9, 1))

    assert snapshot.kontrolsum(snapshot.delaftale(delaftale)) == aendring.kontrolsum


def test_en_side_der_ikke_viser_saetningen_foerer_til_aendringen(client, plan, delaftale, projektleder):
    aendring = send(plan, None, projektleder)
    client.force_login(projektleder)
    nr = plan.bevillingsperiode.omraadetyper.last()

    svar = client.post(reverse("aftaler:indsatsomraade_vaelg", args=[plan.slug]), {"omraadetype": nr.pk})

    assert svar["Location"] == reverse("aftaler:aendring_detalje", args=[plan.slug, aendring.pk])
    assert SAETNING.format("Den strategiske aftale") in client.get(svar["Location"]).content.decode()


def test_htmx_sendes_samme_vej(client, plan, delaftale, projektleder):
    aendring = send(plan, None, projektleder)
    client.force_login(projektleder)
    nr = plan.bevillingsperiode.omraadetyper.last()

    svar = client.post(
        reverse("aftaler:indsatsomraade_vaelg", args=[plan.slug]),
        {"omraadetype": nr.pk},
        headers={"HX-Request": "true"},
    )

    assert svar["HX-Redirect"] == reverse("aftaler:aendring_detalje", args=[plan.slug, aendring.pk])


def test_den_der_skriver_imens_beholder_sin_tekst(client, plan, delaftale, projektleder):
    send(plan, delaftale, projektleder)
    client.force_login(projektleder)
    url = reverse("aftaler:blok_ret", args=[plan.slug, "5.1", "revision"])

    side = client.post(url, {"revision": "Min tekst", "udgave": 1}).content.decode()

    assert SAETNING.format("Delaftalen") in side
    assert "Min tekst" in side


@pytest.mark.parametrize("navn", ["delaftale_detalje", "aktivitet_detalje"])
def test_rettelinks_forsvinder_mens_den_er_sendt(client, plan, delaftale, projektleder, navn):
    url = reverse(
        f"aftaler:{navn}", args=[plan.slug, "5.1" if navn == "delaftale_detalje" else delaftale.aktiviteter.first().pk]
    )
    client.force_login(projektleder)
    foer = client.get(url).content.decode()
    send(plan, delaftale, projektleder)

    assert "/ret/" in foer
    assert "/ret/" not in client.get(url).content.decode()


def test_bjaelken_siger_hvor_den_er(client, plan, delaftale, projektleder):
    client.force_login(projektleder)
    url = reverse("aftaler:delaftale_detalje", args=[plan.slug, "5.1"])
    foer = client.get(url).context["dokument"].bjaelke
    send(plan, delaftale, projektleder)

    nu = client.get(url).context["dokument"].bjaelke

    assert (foer["maerkat"], foer["tekst"]) == ("Kladde", "ikke godkendt endnu · skal godkendes af bestyrelsen")
    assert foer["indsend_url"].endswith("/aendringer/indsend/5.1/#indsend")
    assert (nu["maerkat"], nu["tekst"]) == ("Til godkendelse", "Venter på Bestyrelsen. Kan ikke rettes imens.")


def test_et_omraade_hvis_delaftale_har_vaeret_sendt_fravaelges_ikke(plan, delaftale, projektleder):
    tom = Delaftale.objects.get(indsatsomraade__omraadetype__nr="5.3")
    aendring = send(plan, tom, projektleder)
    aendringer.traek_tilbage(aendring, grund="Fortrudt", af=projektleder)

    with pytest.raises(omraader.KanIkkeFravaelges, match="har været sendt til godkendelse"):
        omraader.fravaelg_indsatsomraade(tom.indsatsomraade, af=projektleder)


def test_uden_noget_sendt_er_alt_aabent(plan, delaftale, projektleder):
    aendring = send(plan, delaftale, projektleder)
    aendringer.traek_tilbage(aendring, grund="Fortrudt", af=projektleder)

    kraev_alle_aabne(plan)
    DELAFTALENS["tekst"](plan, delaftale, projektleder)
    assert Aendring.objects.get().status == "trukket"
    assert Organ.objects.exists()
