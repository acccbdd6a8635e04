"""Members: invited by e-mail, ended on a day, never deleted – and a plan never loses its last editor."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from aftaler.models import Helhedsplan, Medlemskab
from aftaler.services import medlemmer
from brugere.models import Bruger
from brugere.roles import Rolle
from kerne.models import Haendelse
from tests.factories import BrugerFactory, MedlemskabFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def inviter(client, plan, projektleder):
    client.force_login(projektleder)

    def send(**felter):
        data = {"email": "ny@eksempel.invalid", "navn": "Nina Ny", "rolle": Rolle.BESTYRELSE, "fra_dato": "2020-01-01"}
        data.update(felter)
        return client.post(reverse("aftaler:medlem_inviter", args=[plan.slug]), data)

    return send


@pytest.fixture
def afslut(client, plan, projektleder):
    client.force_login(projektleder)

    def send(medlemskab, sidste_dag=""):
        url = reverse("aftaler:medlem_afslut", args=[plan.slug, medlemskab.pk])
        return client.post(url, {"sidste_dag": sidste_dag})

    return send


def i_gaar():
    return timezone.localdate() - timedelta(days=1)


# Invitere ---------------------------------------------------------------------------------------------


def test_en_ukendt_e_mail_faar_en_bruger_og_et_link(plan, inviter):
    svar = inviter(email="Ny@Eksempel.invalid")

    bruger = Bruger.objects.get(email="ny@eksempel.invalid")
    assert svar.url.endswith("/organisering/#medlemmer")
    assert not bruger.has_usable_password()
    assert plan.medlemskaber.get(bruger=bruger).rolle == Rolle.BESTYRELSE
    (brev,) = mail.outbox
    assert brev.to == ["ny@eksempel.invalid"]
    assert brev.subject == f"Du er med i {plan}"
    assert "/ny-adgangskode/" in brev.body
    assert Haendelse.objects.get(hvad="inviteret").kreds == plan.slug


def test_linket_i_mailen_foerer_ind_i_planen(client, plan, inviter):
    inviter()
    link = next(ord_ for ord_ in mail.outbox[0].body.split() if "/ny-adgangskode/" in ord_)
    client.logout()

    side = client.get(link.removeprefix("http://127.0.0.1:8000"), follow=True)
    svar = client.post(
        side.redirect_chain[-1][0],
        {"new_password1": "lang-kode-til-nina", "new_password2": "lang-kode-til-nina"},
        follow=True,
    )

    assert svar.redirect_chain[-1][0] == reverse("overblik:overblik", args=[plan.slug])


def test_en_kendt_bruger_beholder_navn_og_faar_ikke_noget_link(plan, inviter):
    kendt = BrugerFactory(email="ny@eksempel.invalid", navn="Nanna Kendt")
    kendt.set_password("lang-kode-til-nanna")
    kendt.save()

    inviter(navn="Et andet navn")

    kendt.refresh_from_db()
    assert kendt.navn == "Nanna Kendt"
    assert plan.medlemskaber.filter(bruger=kendt).exists()
    assert "/ny-adgangskode/" not in mail.outbox[0].body
    assert "/login/" in mail.outbox[0].body


def test_planens_navn_kan_ikke_tilfoeje_linjer_til_mailens_hoved(plan, inviter):
    Helhedsplan.objects.filter(pk=plan.pk).update(navn="Plan\nBcc: alle@eksempel.invalid")

    inviter()

    assert mail.outbox[0].subject == "Du er med i Plan Bcc: alle@eksempel.invalid"


@pytest.mark.filterwarnings("ignore")
def test_en_doed_mailserver_mister_ikke_invitationen(client, plan, inviter, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    svar = inviter()

    assert plan.medlemskaber.filter(bruger__email="ny@eksempel.invalid").exists()
    assert [str(et) for et in svar.wsgi_request._messages] == [
        "Nina Ny er med i planen, men mailen kunne ikke sendes. Prøv »Send mailen igen« om lidt."
    ]
    assert "blev ikke sendt" in caplog.text

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    medlem = plan.medlemskaber.get(bruger__email="ny@eksempel.invalid")
    client.post(reverse("aftaler:medlem_mail", args=[plan.slug, medlem.pk]))
    assert len(mail.outbox) == 1


def test_samme_rolle_to_gange_siges(plan, inviter):
    inviter()
    svar = inviter()

    assert svar.context["form"].errors == {"rolle": ["Nina Ny er allerede bestyrelse i planen."]}
    assert plan.medlemskaber.filter(rolle=Rolle.BESTYRELSE).count() == 1


def test_en_anden_rolle_til_samme_person_er_i_orden(plan, inviter):
    inviter()
    inviter(rolle=Rolle.FORMAND)

    assert plan.medlemskaber.filter(bruger__email="ny@eksempel.invalid").count() == 2


def test_den_der_er_holdt_op_kan_inviteres_igen(plan, inviter):
    bruger = BrugerFactory(email="ny@eksempel.invalid")
    MedlemskabFactory(helhedsplan=plan, bruger=bruger, rolle=Rolle.BESTYRELSE, til_dato=i_gaar())

    inviter(fra_dato=timezone.localdate().isoformat())

    assert plan.medlemskaber.filter(bruger=bruger).count() == 2


def test_en_lukket_bruger_inviteres_ikke(plan, inviter):
    BrugerFactory(email="ny@eksempel.invalid", is_active=False)

    svar = inviter()

    assert svar.context["form"].errors == {"email": ["Brugeren er lukket. Bed administratoren om at åbne den."]}


@pytest.mark.parametrize(
    ("felter", "felt"),
    [
        ({"email": "ikke en mail"}, "email"),
        ({"rolle": "konge"}, "rolle"),
        ({"navn": "Nina 010203-1234"}, "navn"),
        ({"fra_dato": ""}, "fra_dato"),
    ],
)
def test_en_forkert_invitation_sendes_ikke(inviter, felter, felt):
    svar = inviter(**felter)

    assert list(svar.context["form"].errors) == [felt]
    assert mail.outbox == []


def test_slut_foer_start_siges(plan, inviter):
    svar = inviter(til_dato="2019-01-01")

    assert "Medlemskabet kan ikke slutte før det begynder." in svar.content.decode()
    assert plan.medlemskaber.count() == 1
    assert not Bruger.objects.filter(email="ny@eksempel.invalid").exists()


@pytest.mark.parametrize("rolle", [Rolle.MEDARBEJDER, Rolle.FORMAND, Rolle.ADMIN])
def test_andre_inviterer_ikke(plan, projektleder, rolle):
    andet = MedlemskabFactory(helhedsplan=plan, rolle=rolle)

    with pytest.raises(PermissionDenied):
        medlemmer.inviter(
            plan, email="a@b.invalid", navn="A", rolle=Rolle.LBF, fra_dato=date(2020, 1, 1), af=andet.bruger
        )
    with pytest.raises(PermissionDenied):
        medlemmer.afslut_medlemskab(plan.medlemskaber.get(bruger=projektleder), af=andet.bruger)
    with pytest.raises(PermissionDenied):
        medlemmer.send_invitation(andet, af=andet.bruger)


# Afslutte ---------------------------------------------------------------------------------------------


def test_adgangen_lukker_med_det_samme(plan, bestyrelsesmedlem, afslut):
    medlemskab = plan.medlemskaber.get(bruger=bestyrelsesmedlem)

    afslut(medlemskab)

    medlemskab.refresh_from_db()
    assert medlemskab.til_dato == i_gaar()
    assert not Helhedsplan.objects.synlige_for(bestyrelsesmedlem).exists()


def test_adgangen_lukker_efter_den_sidste_dag(plan, bestyrelsesmedlem, afslut):
    medlemskab = plan.medlemskaber.get(bruger=bestyrelsesmedlem)

    afslut(medlemskab, sidste_dag=timezone.localdate().isoformat())

    medlemskab.refresh_from_db()
    assert medlemskab.til_dato == timezone.localdate()
    assert Helhedsplan.objects.synlige_for(bestyrelsesmedlem).exists()


def test_den_forkerte_der_blev_inviteret_i_dag_er_ude_i_dag(plan, afslut):
    medlemskab = MedlemskabFactory(helhedsplan=plan, rolle=Rolle.LBF, fra_dato=timezone.localdate())

    afslut(medlemskab)

    medlemskab.refresh_from_db()
    assert (medlemskab.fra_dato, medlemskab.til_dato) == (i_gaar(), i_gaar())
    assert not Helhedsplan.objects.synlige_for(medlemskab.bruger).exists()


def test_en_dag_i_fortiden_afvises(plan, bestyrelsesmedlem, afslut):
    svar = afslut(plan.medlemskaber.get(bruger=bestyrelsesmedlem), sidste_dag="2020-01-01")

    assert svar.context["form"].errors == {"sidste_dag": ["Vælg i dag eller en senere dag, eller lad feltet stå tomt."]}


def test_et_medlemskab_forlaenges_ikke_ved_at_afslutte_det(plan, afslut):
    slut = timezone.localdate() + timedelta(days=10)
    medlemskab = MedlemskabFactory(helhedsplan=plan, rolle=Rolle.LBF, til_dato=slut)

    afslut(medlemskab, sidste_dag=(slut + timedelta(days=1)).isoformat())

    medlemskab.refresh_from_db()
    assert medlemskab.til_dato == slut


def test_den_sidste_der_kan_rette_bliver(plan, projektleder, afslut):
    medlemskab = plan.medlemskaber.get(bruger=projektleder)

    svar = afslut(medlemskab)

    medlemskab.refresh_from_db()
    assert medlemskab.til_dato is None
    assert svar.context["form"].non_field_errors() == [
        "Så kan ingen længere rette planen. Inviter en anden projektleder eller et sekretariat først."
    ]


@pytest.mark.parametrize(
    "anden",
    [
        {"til_dato": date(2020, 1, 1)},
        {"rolle": Rolle.FORMAND},
        {"bruger__is_active": False},
        {"fra_dato": date(2999, 1, 1)},
    ],
)
def test_en_afloeser_skal_vaere_der_dagen_efter(plan, projektleder, afslut, anden):
    MedlemskabFactory(helhedsplan=plan, **{"rolle": Rolle.SEKRETARIAT, **anden})
    medlemskab = plan.medlemskaber.get(bruger=projektleder)

    afslut(medlemskab)

    medlemskab.refresh_from_db()
    assert medlemskab.til_dato is None


def test_med_en_afloeser_kan_projektlederen_gaa(client, plan, projektleder, sekretariat, afslut):
    svar = afslut(plan.medlemskaber.get(bruger=projektleder))

    assert svar.url == "/"
    assert not Helhedsplan.objects.synlige_for(projektleder).exists()


def test_et_afsluttet_medlemskab_staar_under_tidligere_og_kan_ikke_afsluttes_igen(client, plan, projektleder, afslut):
    forbi = MedlemskabFactory(helhedsplan=plan, rolle=Rolle.LBF, til_dato=date(2020, 1, 1))

    svar = client.get(reverse("aftaler:organisering", args=[plan.slug]))

    assert [et.pk for et in svar.context["tidligere"]] == [forbi.pk]
    assert afslut(forbi).status_code == 404
    with pytest.raises(medlemmer.ValidationError, match="slutter allerede"):
        medlemmer.afslut_medlemskab(forbi, af=projektleder)


def test_et_medlemskab_i_en_anden_plan_findes_ikke_her(afslut):
    assert afslut(MedlemskabFactory()).status_code == 404


def test_intet_slettes(plan, bestyrelsesmedlem, afslut):
    afslut(plan.medlemskaber.get(bruger=bestyrelsesmedlem))

    assert Medlemskab.objects.filter(bruger=bestyrelsesmedlem).count() == 1


def test_ingen_kan_give_sig_selv_formandens_beslutning(plan, projektleder, inviter):
    svar = inviter(email=projektleder.email, navn=projektleder.navn, rolle=Rolle.FORMAND)

    assert "Du kan ikke give dig selv en rolle, der beslutter for bestyrelsen." in svar.content.decode()
    assert not plan.medlemskaber.filter(bruger=projektleder, rolle=Rolle.FORMAND).exists()
