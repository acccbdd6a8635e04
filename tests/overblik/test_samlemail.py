"""The digest mail: who gets it when, what it says and never says, and how it is chosen and stopped."""

import re
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from aftaler.models import Frist, Medlemskab
from brugere.roles import RETTIGHEDER, Ret, Rolle
from helhedsplan.celery import app
from kerne.models import Haendelse, Udsendelse
from moeder.models import Opgave
from moeder.statuses import Svar
from overblik.models import Samlemail
from overblik.reports import det_der_venter
from overblik.services import samlemail as services
from overblik.statuses import Emne, Hyppighed
from overblik.tasks import skriv_samlemails
from tests.factories import (
    AktivitetFactory,
    BrugerFactory,
    DelaftaleFactory,
    FristFactory,
    HelhedsplanFactory,
    IndsatsomraadeFactory,
    MaalingFactory,
    MedlemskabFactory,
    MilepaelFactory,
    OrganFactory,
    PersonFactory,
    SucceskriteriumFactory,
    VersionFactory,
)
from tests.moeder.factories import (
    BehandlingFactory,
    IndkaldelseFactory,
    MoedeFactory,
    OpgaveFactory,
    ReferatFactory,
    klokken,
    sid_i,
)

pytestmark = pytest.mark.django_db
MANDAG = date(2022, 5, 30)  # and 6 June is 2. pinsedag


def ring(dag: date = MANDAG, time: int = 6) -> None:
    """The bell of that day."""
    with time_machine.travel(klokken(dag.year, dag.month, dag.day, time), tick=False):
        skriv_samlemails()


def mails(bruger) -> list[Udsendelse]:
    return list(Udsendelse.objects.filter(til=bruger.email).order_by("oprettet_tidspunkt", "pk"))


def dage(bruger) -> list[str]:
    return [et.noegle.split()[-1] for et in mails(bruger)]


def hvad(mail: Udsendelse) -> list[str]:
    return re.findall(r"^\d+\. (.*)$", mail.tekst, re.MULTILINE)


@pytest.fixture
def frist(plan) -> Frist:
    """The next day but one after 2. pinsedag's week: 10 working days before is 3 June, one is 17 June."""
    return FristFactory(helhedsplan=plan, navn="Svar til fonden", dato=date(2022, 6, 20))


def med_valg(rolle: Rolle, plan, hyppighed: Hyppighed, fravalgte=(Emne.AARET,)):
    """Without the year's own duties, unless the test is about them."""
    fravalgte = list(fravalgte)
    bruger = MedlemskabFactory(helhedsplan=plan, rolle=rolle, fra_dato=date(2020, 1, 1)).bruger
    Samlemail.objects.create(bruger=bruger, hyppighed=hyppighed, fravalgte=fravalgte)
    return bruger


@pytest.fixture
def daglig(plan):
    return med_valg(Rolle.PROJEKTLEDER, plan, Hyppighed.DAGLIGT)


@pytest.fixture
def ugentlig(plan):
    return med_valg(Rolle.PROJEKTLEDER, plan, Hyppighed.UGENTLIGT)


def hver_dag(fra: date, til: date) -> None:
    for nr in range(fra.toordinal(), til.toordinal() + 1):
        ring(date.fromordinal(nr))


def test_en_frist_siges_de_dage_dens_slags_har_og_ellers_er_der_ingen_mail(frist, daglig, ugentlig):
    hver_dag(MANDAG, date(2022, 6, 24))

    assert dage(daglig) == ["2022-06-03", "2022-06-17", "2022-06-21"]
    assert dage(ugentlig) == ["2022-05-30", "2022-06-13"]  # the week's days of warning, told ahead on its first
    assert hvad(mails(daglig)[0]) == ["Svar til fonden"]
    ring(date(2022, 6, 27))
    assert dage(ugentlig)[2:] == ["2022-06-27"]  # late is said when it is


def test_mailen_siger_foerst_hvad_hvornaar_hvor_og_et_link(frist, plan, daglig):
    ring(date(2022, 6, 3))

    (mail,) = mails(daglig)
    assert mail.emne == "Helhedsplan: én ting venter på dig"
    side = f"http://127.0.0.1:8000/planer/{plan.slug}/frister/"
    forventet = (
        f"Hej {daglig.navn}\n\nÉn ting venter på dig.\n\n1. Svar til fonden\n"
        f"   Senest 20. juni 2022, om 10 arbejdsdage. {plan.navn}.\n   {side}\n\n"
        "Min side: http://127.0.0.1:8000/min-side/\n"
    )
    assert mail.tekst.replace("\u00a0", " ").startswith(forventet)
    assert "http://127.0.0.1:8000/min-side/mails/\n" in mail.tekst
    assert mail.afmeld in mail.tekst
    assert mail.afmeld.startswith("http://127.0.0.1:8000/mails/stop/")


def test_to_klokker_paa_en_dag_giver_en_mail(frist, daglig):
    ring(date(2022, 6, 3))
    ring(date(2022, 6, 3), time=17)

    assert dage(daglig) == ["2022-06-03"]


def test_en_dag_der_blev_sprunget_over_hentes_ind_og_kommer_ikke_igen(frist, daglig, ugentlig):
    ring(date(2022, 6, 2))
    ring(date(2022, 6, 9))  # Friday the 3rd and Tuesday the 7th nobody rang
    ring(date(2022, 6, 10))

    assert (dage(daglig), dage(ugentlig)) == (["2022-06-09"], [])
    ring(date(2022, 6, 13))
    ring(date(2022, 6, 22))  # neither Monday nor Tuesday
    ring(date(2022, 6, 23))
    assert dage(ugentlig) == ["2022-06-13", "2022-06-22"]


@pytest.mark.parametrize("dag", [date(2022, 6, 4), date(2022, 6, 5), date(2022, 6, 6), date(2022, 12, 26)])
def test_weekender_og_helligdage_er_uden_mail(frist, daglig, dag):
    ring(dag)
    assert Udsendelse.objects.count() == 0


def test_dagen_er_dansk(frist, daglig):
    """Half past ten on Sunday evening in UTC is Monday in Denmark."""
    frist.dato = frist.oprindelig_dato = date(2022, 6, 14)
    frist.save()
    with time_machine.travel("2022-05-29 22:30+00:00", tick=False):
        skriv_samlemails()

    assert dage(daglig) == ["2022-05-30"]


def test_kun_den_der_er_med_i_dag_er_aktiv_og_har_en_adresse(frist, plan, daglig):
    Medlemskab.objects.filter(
        pk=MedlemskabFactory(helhedsplan=plan, rolle=Rolle.SEKRETARIAT, fra_dato=date(2020, 1, 1)).pk
    ).update(til_dato=date(2022, 5, 1))
    lukket, uden, _aldrig = (med_valg(Rolle.SEKRETARIAT, plan, et) for et in ("dagligt", "dagligt", "aldrig"))
    type(lukket).objects.filter(pk=lukket.pk).update(is_active=False)
    type(uden).objects.filter(pk=uden.pk).update(email="")
    ring(date(2022, 6, 3))

    assert list(Udsendelse.objects.values_list("til", flat=True)) == [daglig.email]


def test_en_adresse_der_ikke_dur_og_en_side_der_fejler_koster_ikke_de_andre_deres_mail(
    frist, plan, daglig, monkeypatch, caplog
):
    daarlig, fejler = (med_valg(Rolle.SEKRETARIAT, plan, Hyppighed.DAGLIGT) for _ in range(2))
    type(daarlig).objects.filter(pk=daarlig.pk).update(email="ikke en adresse")
    rigtig = services.reports.alt_for

    def alt_for(bruger, *, dato):
        if bruger == fejler:
            raise RuntimeError("bum")
        return rigtig(bruger, dato=dato)

    with monkeypatch.context() as lap:
        lap.setattr(services.reports, "alt_for", alt_for)
        ring(date(2022, 6, 3))

    assert list(Udsendelse.objects.values_list("til", flat=True)) == [daglig.email]
    assert f"Bruger {daarlig.pk} får ikke sin samlemail" in caplog.text
    assert "ikke en adresse" not in caplog.text
    assert f"Samlemailen til bruger {fejler.pk} kunne ikke skrives" in caplog.text
    ring(date(2022, 6, 3), time=7)
    assert dage(fejler) == ["2022-06-03"]


def test_paamindelsen_foelger_en_frist_der_flyttes_fra_aarshjulet(client, plan, frist, daglig):
    """Passed, moved with a reason from the wheel, and told of on the new date's days."""
    frist.dato = frist.oprindelig_dato = date(2022, 5, 2)
    frist.save()
    ring(date(2022, 5, 31))
    assert dage(daglig) == ["2022-05-31"]
    hjulet = reverse("overblik:aarshjul", args=[plan.slug])
    with time_machine.travel(klokken(2022, 5, 31, 9), tick=False):
        client.force_login(daglig)
        (flyt,) = re.findall(r'href="([^"]*/flyt/[^"]*)"', client.get(hjulet).content.decode())
        form = client.get(flyt).context["form"]
        svar = client.post(
            flyt.replace("&amp;", "&"),
            {"dato": "15.06.2022", "flyttet_grund": "Fonden gav udsættelse", "foer": form["foer"].value()},
            follow=True,
        )
        assert svar.redirect_chain[-1][0] == f"{hjulet}?aar=2022"
        side = svar.content.decode().replace("\u00a0", " ")
    assert "Fristen er flyttet til 15. juni 2022." in side
    assert "Flyttet fra 2. maj 2022: Fonden gav udsættelse" in side

    hver_dag(date(2022, 6, 1), date(2022, 6, 14))
    assert dage(daglig)[1:] == ["2022-06-01", "2022-06-14"]  # 10 working days before, and one
    assert "Senest 15. juni 2022, om 1 arbejdsdag." in mails(daglig)[-1].tekst.replace("\u00a0", " ")


def test_det_nye_siges_med_det_samme_og_det_gamle_taelles(plan, daglig):
    kriterium = SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), navn="Fraflytning")
    medarbejder = MedlemskabFactory(helhedsplan=plan, rolle=Rolle.MEDARBEJDER, fra_dato=date(2020, 1, 1)).bruger

    def send(aar: int, dag: int) -> None:
        MaalingFactory(kriterium=kriterium, aar=aar, sendt=True, registreret_af=medarbejder,
                       sendt_tidspunkt=klokken(2022, 5, dag))  # fmt: skip

    send(2019, 30)
    ring(date(2022, 5, 31))
    ring(date(2022, 6, 1))
    send(2020, 31)
    ring(date(2022, 6, 2))
    FristFactory(helhedsplan=plan, navn="Svar", dato=date(2022, 6, 20))
    ring(date(2022, 6, 3))

    assert [hvad(et) for et in mails(daglig)] == [["Godkend én måling"], ["Godkend to målinger"], ["Svar"]]
    assert "Desuden venter én ting, som mailen ikke gentager i dag." in mails(daglig)[2].tekst


def test_aarets_pligter_er_for_dem_der_goer_dem(plan):
    leder, medarbejder, formand, revisor = (
        med_valg(et, plan, Hyppighed.DAGLIGT, [Emne.STILSTAND])
        for et in (Rolle.PROJEKTLEDER, Rolle.MEDARBEJDER, Rolle.FORMAND, Rolle.REVISOR)
    )
    AktivitetFactory(delaftale=DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan)))
    VersionFactory(helhedsplan=plan)
    organ = OrganFactory(helhedsplan=plan, navn="Bestyrelsen")
    MoedeFactory(organ=organ, begynder=klokken(2022, 7, 8), kladde=True)
    moede = MoedeFactory(organ=organ, begynder=klokken(2022, 6, 30))
    IndkaldelseFactory(moede=moede, person=PersonFactory(helhedsplan=plan, bruger=formand), svar=Svar.KOMMER)
    IndkaldelseFactory(moede=moede, person=PersonFactory(helhedsplan=plan, bruger=revisor), svar=Svar.AFBUD)
    ring(date(2022, 6, 23))

    (mail,) = mails(leder)
    assert hvad(mail) == [
        "Svar på leverancemålingen for 1. kvartal 2022",
        "Gennemgang af delaftale 5.1 efter 3 år",
        "Se registerdata for 1. halvår efter",
        "Send regnskab 2021 til Landsbyggefonden",
        "Svar på leverancemålingen for 2. kvartal 2022",
        "Send indkaldelse til mødet i Bestyrelsen",
    ]
    assert [hvad(et)[-1] for et in mails(medarbejder)] == ["Svar på leverancemålingen for 2. kvartal 2022"]
    assert [hvad(et) for et in mails(formand)] == [["Møde i Bestyrelsen"]]
    assert mails(revisor) == []


def test_en_frist_aftalen_laver_og_ingen_har_skrevet_mindes_der_ogsaa_om(plan, daglig):
    """The plan ends 30 April 2023: 18 months before is 30 October 2021."""
    formand = med_valg(Rolle.FORMAND, plan, Hyppighed.DAGLIGT)
    for dag in (date(2021, 9, 3), date(2021, 9, 6), date(2021, 11, 1)):
        ring(dag)

    assert dage(daglig) == ["2021-09-06", "2021-11-01"]  # 40 working days before, and the day, a Saturday, caught up
    assert hvad(mails(daglig)[0]) == ["Halvandet år til planen slutter: vælg, hvad der føres videre"]
    assert mails(formand) == []


@pytest.mark.parametrize("antal", [1, 3])
def test_en_persons_mail_koster_det_samme_hvor_meget_der_end_venter(plan, daglig, antal, django_assert_num_queries):
    omraade = IndsatsomraadeFactory(helhedsplan=plan)
    delaftale = DelaftaleFactory(indsatsomraade=omraade)
    organ = OrganFactory(helhedsplan=plan)
    for nr in range(antal):
        FristFactory(helhedsplan=plan, navn=f"Frist {nr}", dato=date(2022, 6, 3))
        SucceskriteriumFactory(indsatsomraade=omraade, foerste_frist=date(2022, 4, 15))
        AktivitetFactory(delaftale=delaftale)
        MoedeFactory(organ=organ, begynder=klokken(2022, 6, 20 + nr), kladde=True)
    VersionFactory(helhedsplan=plan)
    with django_assert_num_queries(47):
        ring(date(2022, 6, 2))
    assert len(hvad(mails(daglig)[0])) >= 2 * antal


def test_det_mailen_siger_er_det_min_side_siger(client, plan, daglig):
    """Everything on the page is in the first mail, by the same function."""
    person = PersonFactory(helhedsplan=plan, bruger=daglig)
    OpgaveFactory(helhedsplan=plan, ejer=person, tekst="Ring til skolen", frist_dato=date(2022, 6, 3))
    FristFactory(helhedsplan=plan, navn="Svar", dato=date(2022, 6, 3))
    SucceskriteriumFactory(
        indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), navn="Fraflytning", foerste_frist=date(2022, 4, 15)
    )
    VersionFactory(helhedsplan=plan)
    ring(date(2022, 6, 2))

    with time_machine.travel(klokken(2022, 6, 2), tick=False):
        paa_siden = [et.hvad for et in det_der_venter.det_der_venter(daglig, dato=date(2022, 6, 2))]
    (mail,) = mails(daglig)
    assert set(paa_siden) == {"Ring til skolen", "Svar", "Mål Fraflytning"}
    assert set(hvad(mail)) >= set(paa_siden)


@pytest.mark.parametrize("antal", [1, 15])
def test_en_lang_mail_naevner_tolv_og_taeller_resten(plan, daglig, antal):
    for nr in range(antal):
        FristFactory(helhedsplan=plan, navn=f"Frist {nr}", dato=date(2022, 5, 1))
    ring(MANDAG)

    (mail,) = mails(daglig)
    assert (len(hvad(mail)), "… og 3 til." in mail.tekst) == (min(antal, 12), antal == 15)


# What it never says ------------------------------------------------------------------------------------------

HEMMELIGT = "Kanariefugl"
KLADDE = "Skitse"  # stands in the plan's own draft


@pytest.fixture
def verden(plan):
    """The word stands in whatever somebody may not see: closed items, drafts of meetings, and all of another plan."""
    organ = OrganFactory(helhedsplan=plan, art="bestyrelse", navn="Bestyrelsen")
    holdt = MoedeFactory(organ=organ, holdt=True, begynder=klokken(2022, 5, 10), slutter=klokken(2022, 5, 10, 15))
    lukket = BehandlingFactory(moede=holdt, titel=HEMMELIGT, lukket=True, sagsfremstilling=f"<p>{HEMMELIGT}</p>")
    ReferatFactory(moede=holdt, tilstand="kommentering", kommentarfrist_dato=date(2022, 6, 3))
    kommer = MoedeFactory(organ=organ, begynder=klokken(2022, 6, 3))
    BehandlingFactory(moede=kommer, titel=HEMMELIGT, lukket=True)
    MoedeFactory(organ=OrganFactory(helhedsplan=plan, navn=HEMMELIGT), begynder=klokken(2022, 6, 3), kladde=True)
    AktivitetFactory(delaftale__indsatsomraade__helhedsplan=plan, navn=KLADDE)
    MilepaelFactory(helhedsplan=plan, navn=KLADDE, frist_dato=date(2022, 6, 3))
    anden = HelhedsplanFactory(navn=HEMMELIGT)
    FristFactory(helhedsplan=anden, navn=HEMMELIGT, dato=date(2022, 6, 3))
    omraade = IndsatsomraadeFactory(helhedsplan=anden)
    MaalingFactory(kriterium=SucceskriteriumFactory(indsatsomraade=omraade, navn=HEMMELIGT), aar=2020, sendt=True)
    MoedeFactory(organ=OrganFactory(helhedsplan=anden, navn=HEMMELIGT), begynder=klokken(2022, 6, 3))
    return {"organ": organ, "lukket": lukket, "kommer": kommer, "anden": anden}


@pytest.mark.parametrize("i_organet", [True, False], ids=["i organet", "uden for organet"])
@pytest.mark.parametrize("rolle", Rolle)
def test_hver_rolle_ser_kun_sit_i_mailen(plan, verden, rolle, i_organet):
    bruger = med_valg(rolle, plan, Hyppighed.DAGLIGT)
    Samlemail.objects.update(fravalgte=[])
    Medlemskab.objects.filter(pk=MedlemskabFactory(bruger=bruger, helhedsplan=verden["anden"],
                                                   rolle=Rolle.PROJEKTLEDER, fra_dato=date(2020, 1, 1)).pk).update(
        til_dato=date(2022, 5, 29)
    )  # fmt: skip
    person = sid_i(verden["organ"], bruger).person if i_organet else PersonFactory(helhedsplan=plan, bruger=bruger)
    IndkaldelseFactory(moede=verden["kommer"], person=person)
    Opgave.objects.create(
        helhedsplan=plan, behandling=verden["lukket"], tekst=HEMMELIGT, ejer=person, frist_dato=date(2022, 6, 3)
    )
    ring(date(2022, 6, 2))

    (mail,) = mails(bruger)
    leder = Ret.MOEDE_LED in RETTIGHEDER[rolle]
    i_mailen = mail.emne + mail.tekst
    if leder:  # who runs meetings sees the draft: the one thing that is theirs to see here
        i_mailen = i_mailen.replace(f"Send indkaldelse til mødet i {HEMMELIGT}", "")
    assert HEMMELIGT not in i_mailen
    assert KLADDE not in i_mailen or Ret.KLADDE_SE in RETTIGHEDER[rolle]
    assert "Gør den opgave, du fik på et lukket punkt" in hvad(mail)
    laeser = i_organet and Ret.REFERAT_GODKEND in RETTIGHEDER[rolle]
    assert any(et.startswith("Læs og godkend referatet") for et in hvad(mail)) is laeser
    assert not re.search(r"\d+ kr\.|%", mail.tekst)


# The choice --------------------------------------------------------------------------------------------------


def test_man_vaelger_selv_hvor_tit_og_hvad(client, plan, frist):
    ugentlig = MedlemskabFactory(helhedsplan=plan, rolle=Rolle.PROJEKTLEDER, fra_dato=date(2020, 1, 1)).bruger
    client.force_login(ugentlig)
    side = client.get(reverse("mine_mails"))
    assert side.context["form"].initial == {
        "hyppighed": Hyppighed.UGENTLIGT, "emner": [et for et in Emne if et != Emne.STILSTAND]
    }  # fmt: skip
    assert f'href="{reverse("dokumenter:mails", args=[plan.slug])}"' in side.content.decode()

    svar = client.post(reverse("mine_mails"), {"hyppighed": "dagligt", "emner": ["moeder", "opgaver"]}, follow=True)

    assert "Dine mails er gemt." in svar.content.decode()
    raekke = Samlemail.objects.get(bruger=ugentlig)
    assert (raekke.hyppighed, set(raekke.fravalgte)) == ("dagligt", set(Emne) - {"moeder", "opgaver"})
    assert Haendelse.objects.get(ting_id=str(raekke.pk)).hvad == "valgte: hver arbejdsdag"
    ring(date(2022, 6, 3))
    assert mails(ugentlig) == []


@pytest.mark.parametrize(
    ("data", "fejl"),
    [
        ({}, {"hyppighed": ["Vælg, hvor tit mailen må komme."]}),
        ({"hyppighed": "hvert minut"}, {"hyppighed": ["Vælg en fra listen."]}),
        ({"hyppighed": "dagligt", "emner": ["alt"]}, {"emner": ["Vælg fra listen."]}),
    ],
)
def test_et_valg_der_ikke_findes_faar_en_saetning(client, projektleder, data, fejl):
    client.force_login(projektleder)
    svar = client.post(reverse("mine_mails"), data)
    assert {felt: list(et) for felt, et in svar.context["form"].errors.items()} == fejl
    assert Samlemail.objects.count() == 0


def test_den_der_intet_har_valgt_faar_den_med_ugen(frist, plan):
    bruger = MedlemskabFactory(helhedsplan=plan, rolle=Rolle.PROJEKTLEDER, fra_dato=date(2020, 1, 1)).bruger
    ring(date(2022, 5, 31))
    assert Samlemail.objects.count() == 0
    ring(date(2022, 6, 7))
    assert dage(bruger) == ["2022-06-07"]


def test_den_der_vaelger_mailen_igen_begynder_paa_ny(client, frist, daglig):
    Samlemail.objects.update(hyppighed="aldrig", sidst=date(2022, 1, 3))
    client.force_login(daglig)
    with time_machine.travel(klokken(2022, 6, 8), tick=False):
        client.post(reverse("mine_mails"), {"hyppighed": "ugentligt", "emner": ["frister"]})
    ring(date(2022, 6, 8))
    assert mails(daglig) == []
    ring(date(2022, 6, 13))
    assert dage(daglig) == ["2022-06-13"]


@pytest.fixture
def stoplink(frist, daglig) -> str:
    ring(date(2022, 6, 3))
    return mails(daglig)[0].afmeld.removeprefix("http://127.0.0.1:8000")


def test_linket_stopper_mailen_uden_login_men_ikke_ved_at_blive_laest(client, stoplink, daglig):
    svar = client.get(stoplink)
    assert (svar.status_code, svar["Cache-Control"], svar["X-Robots-Tag"]) == (200, "no-store", "noindex")
    assert Samlemail.objects.get(bruger=daglig).hyppighed == "dagligt"

    for _ in range(2):  # a mail program posts just this, and has no key of the session
        svar = client.post(stoplink, {"List-Unsubscribe": "One-Click"})
        assert "Mailen er stoppet" in svar.content.decode()

    assert Samlemail.objects.get(bruger=daglig).hyppighed == "aldrig"
    assert [et.hvad for et in Haendelse.objects.filter(ting_navn=f"Samlemail til {daglig}")] == [
        "stoppet med linket i mailen"
    ]
    ring(date(2022, 6, 17))
    assert dage(daglig) == ["2022-06-03"]


def test_linket_kraever_ingen_noegle_fra_siden(stoplink, daglig):
    from django.test import Client  # noqa: PLC0415 - the one that checks CSRF, as a server does

    assert Client(enforce_csrf_checks=True).post(stoplink).status_code == 200
    assert Samlemail.objects.get(bruger=daglig).hyppighed == "aldrig"


@pytest.mark.parametrize("noegle", ["1:forkert", "x", "1"])
def test_et_forkert_link_stopper_intet(client, daglig, noegle):
    svar = client.post(reverse("mail_stop", args=[noegle]))
    assert (svar.status_code, "Linket gælder ikke" in svar.content.decode()) == (404, True)
    assert Samlemail.objects.get().hyppighed == "dagligt"


def test_en_andens_link_kan_ikke_laves_af_ens_eget(client, stoplink, plan):
    anden = med_valg(Rolle.SEKRETARIAT, plan, Hyppighed.DAGLIGT)
    _, underskrift = stoplink.rstrip("/").split("/")[-1].split(":")
    assert client.post(reverse("mail_stop", args=[f"{anden.pk}:{underskrift}"])).status_code == 404
    assert Samlemail.objects.get(bruger=anden).hyppighed == "dagligt"


def test_klokken_ringer_flere_gange_om_dagen_i_dansk_tid():
    post = app.conf.beat_schedule["skriv-samlemails"]
    assert (post["task"], app.conf.timezone) == (skriv_samlemails.name, "Europe/Copenhagen")
    assert (min(post["schedule"].hour), len(post["schedule"].minute)) == (6, 6)


@pytest.mark.parametrize("antal", [1, 3])
def test_en_dag_hvor_alle_har_faaet_deres_koster_en_forespoergsel(plan, frist, antal, django_assert_num_queries):
    for _ in range(antal):
        med_valg(Rolle.PROJEKTLEDER, plan, Hyppighed.DAGLIGT)
    BrugerFactory()
    ring(date(2022, 6, 3))
    with django_assert_num_queries(1):
        ring(date(2022, 6, 3), time=7)
