"""Choosing and dropping the plan's indsatsområder."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from aftaler.models import Delaftale, Indsatsomraade, Omraadetype
from aftaler.services import omraader
from tests.factories import AktivitetFactory, SucceskriteriumFactory
from tests.godkendelse import godkend_dokument

pytestmark = pytest.mark.django_db


def omraadetype(nr, periode="2015-18"):
    return Omraadetype.objects.get(bevillingsperiode__navn=periode, nr=nr)


def test_et_valgt_omraade_faar_en_delaftale_med_planens_periode(plan, projektleder):
    omraade = omraader.vaelg_indsatsomraade(plan, omraadetype("5.3"), af=projektleder)

    assert (omraade.delaftale.start_dato, omraade.delaftale.slut_dato) == (plan.start_dato, plan.slut_dato)


def test_to_klik_giver_et_omraade(client, plan, projektleder):
    client.force_login(projektleder)
    data = {"omraadetype": omraadetype("5.3").pk}
    url = reverse("aftaler:indsatsomraade_vaelg", args=[plan.slug])

    assert [client.post(url, data).status_code for _ in range(2)] == [302, 302]
    assert (Indsatsomraade.objects.count(), Delaftale.objects.count()) == (1, 1)


def test_et_omraade_fra_en_anden_periode_afvises(client, plan, projektleder):
    forkert = omraadetype("1", "2011-14")
    client.force_login(projektleder)

    svar = client.post(
        reverse("aftaler:indsatsomraade_vaelg", args=[plan.slug]), {"omraadetype": forkert.pk}, follow=True
    )

    assert "Vælg et indsatsområde fra listen." in svar.content.decode()
    with pytest.raises(ValidationError, match="en anden bevillingsperiode"):
        omraader.vaelg_indsatsomraade(plan, forkert, af=projektleder)
    assert not Indsatsomraade.objects.exists()


def test_kun_de_omraader_der_ikke_er_valgt_kan_vaelges(client, plan, projektleder):
    omraader.vaelg_indsatsomraade(plan, omraadetype("5.3"), af=projektleder)
    client.force_login(projektleder)

    valg = client.get(reverse("aftaler:aftale", args=[plan.slug])).context["vaelg"].fields["omraadetype"].queryset

    assert [et.nr for et in valg] == ["5.1", "5.2", "5.4"]


def test_et_tomt_omraade_kan_fravaelges(client, plan, projektleder):
    omraader.vaelg_indsatsomraade(plan, omraadetype("5.3"), af=projektleder)
    client.force_login(projektleder)

    client.post(reverse("aftaler:indsatsomraade_fravaelg", args=[plan.slug, "5.3"]))

    assert not Indsatsomraade.objects.exists()
    assert not Delaftale.objects.exists()


@pytest.mark.parametrize("indhold", ["tekst", "kriterium", "aktivitet", "beloeb"])
def test_et_omraade_med_indhold_kan_ikke_fravaelges(plan, projektleder, indhold):
    omraade = omraader.vaelg_indsatsomraade(plan, omraadetype("5.3"), af=projektleder)
    match indhold:
        case "tekst":
            Indsatsomraade.objects.update(formaal_og_maal="Noget")
        case "kriterium":
            SucceskriteriumFactory(indsatsomraade=omraade)
        case "aktivitet":
            AktivitetFactory(delaftale=omraade.delaftale)
        case "beloeb":
            Delaftale.objects.update(landsbyggefonden=0)
    omraade.refresh_from_db()

    with pytest.raises(omraader.KanIkkeFravaelges, match="har tekst, kriterier eller aktiviteter"):
        omraader.fravaelg_indsatsomraade(omraade, af=projektleder)


def test_et_godkendt_omraade_kan_ikke_fravaelges(client, plan, sekretariat):
    omraader.vaelg_indsatsomraade(plan, omraadetype("5.3"), af=sekretariat)
    godkend_dokument(
        plan, None, gaelder_fra=plan.start_dato, godkendt_dato=plan.start_dato, godkendt_af_navn="LBF", grund="Ny",
        af=sekretariat,
    )  # fmt: skip
    client.force_login(sekretariat)

    svar = client.post(reverse("aftaler:indsatsomraade_fravaelg", args=[plan.slug, "5.3"]), follow=True)

    assert "står i en godkendt version og kan ikke fravælges." in svar.content.decode()
    assert Indsatsomraade.objects.exists()


def test_uden_ret_sker_der_intet(plan, medarbejder):
    with pytest.raises(PermissionDenied):
        omraader.vaelg_indsatsomraade(plan, omraadetype("5.3"), af=medarbejder)
    assert not Indsatsomraade.objects.exists()


def test_omraadets_tekster_rettes_i_aftalen(client, plan, projektleder):
    omraader.vaelg_indsatsomraade(plan, omraadetype("5.3"), af=projektleder)
    client.force_login(projektleder)
    url = reverse("aftaler:indsatsomraade_ret", args=[plan.slug, "5.3"])

    svar = client.post(url, {"problemkompleks": "Uro", "formaal_og_maal": "Ro", "udgave": 1})

    assert svar["Location"].endswith("#blok-omraade-5-3")
    assert Indsatsomraade.objects.values_list("problemkompleks", "formaal_og_maal").get() == ("<p>Uro</p>", "<p>Ro</p>")
