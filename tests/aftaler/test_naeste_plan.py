"""From a plan to the next: decide, start, and find again on both what was decided."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from aftaler.models import Bevillingsperiode, Helhedsplan, Milepael, Omraadetype, Viderefoerelse
from aftaler.models.viderefoerelse import Valg
from aftaler.reports.naeste_plan import poster
from aftaler.services import naeste_plan
from aftaler.services.planer import Oplysninger
from tests.factories import (
    AftalepartFactory,
    AktivitetFactory,
    BoligomraadeFactory,
    DelaftaleFactory,
    IndsatsomraadeFactory,
    MaalgruppeFactory,
    MedlemskabFactory,
    MilepaelFactory,
    OrganFactory,
    PersonFactory,
    PladsFactory,
    SucceskriteriumFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def gammel(plan):
    """Two areas, three activities and a body; 5.2 goes to the kommune, and one activity ends."""
    for nr, aktiviteter in (("5.1", ("Naboskab", "Lektiecafé")), ("5.2", ("Fritidsjob",))):
        omraade = IndsatsomraadeFactory(helhedsplan=plan, nr=nr, problemkompleks=f"<p>Problem {nr}</p>")
        delaftale = DelaftaleFactory(indsatsomraade=omraade, sammenhaeng="<p>Sammen</p>", landsbyggefonden=1000)
        SucceskriteriumFactory(indsatsomraade=omraade, nr=int(nr[2:]), navn=f"Kriterium {nr}")
        for navn in aktiviteter:
            AktivitetFactory(delaftale=delaftale, navn=navn, start_dato=plan.start_dato)
    AftalepartFactory(helhedsplan=plan, underskriver=PersonFactory(helhedsplan=plan, navn="Inger Holt"))
    BoligomraadeFactory(navn="Motalavej").helhedsplaner.add(plan)
    PladsFactory(organ=OrganFactory(helhedsplan=plan, navn="Bestyrelsen"), betegnelse="Formand")
    return plan


@pytest.fixture
def inde(client, projektleder):
    client.force_login(projektleder)
    return client


def url(navn, plan, *args):
    return reverse(f"aftaler:{navn}", args=[plan.slug, *args])


def tekst(svar):
    return svar.content.decode().replace("\u00a0", " ")


def noegle(plan, navn):
    return next(et for et in poster(plan) if navn in et.navn)


def beslut_alt(plan, af):
    valg = {et.noegle: (Valg.VIDERE, "") for et in poster(plan)}
    valg[noegle(plan, "5.2 ").noegle] = (Valg.KOMMUNEN, "Kommunen driver det videre")
    valg[noegle(plan, "Lektiecafé").noegle] = (Valg.SLUTTER, "Skolen har sin egen")
    return naeste_plan.beslut(plan, valg, af=af)


def ny_periode():
    return Bevillingsperiode.objects.get(navn="2019-26")


def start_data(plan, **felter):
    periode = ny_periode()
    omraade = plan.indsatsomraader.get(omraadetype__nr="5.1")
    return {
        "navn": "Plan to", "omraade": "Nørreby", "kommune": "Nørreby Kommune", "bevillingsperiode": periode.pk,
        "skabelon": plan.skabelon_id, "start_dato": "2023-05-01", "slut_dato": "2027-04-30",
        f"omraade_{omraade.pk}": periode.omraadetyper.order_by("nr").first().pk, **felter,
    }  # fmt: skip


def test_beslutninger_gemmes_for_et_omraade_ad_gangen_og_det_der_hoerer_til_foelger(inde, gammel):
    omraade = noegle(gammel, "5.2 ")

    data = {f"valg_{omraade.kode}": "kommunen", f"grund_{omraade.kode}": "Kommunen driver det videre"}
    inde.post(url("naeste_plan_beslut", gammel, "5.2"), data)

    side = tekst(inde.get(url("naeste_plan", gammel)))
    assert "3 af 8 dele er besluttet: 0 føres videre, 0 slutter, og 3 overgår til kommunen." in side
    assert "Følger det, den hører til." in side
    assert "Start næste plan: 5 mangler en beslutning" in side


def test_resten_kan_besluttes_paa_en_gang(inde, gammel):
    slutter = noegle(gammel, "Lektiecafé")
    data = {
        f"valg_{slutter.kode}": "slutter", f"grund_{slutter.kode}": "Skolen har sin egen", "valg_resten": "videre",
    }  # fmt: skip

    svar = inde.post(url("naeste_plan_beslut", gammel, "5.1"), data, follow=True)

    assert "4 beslutninger er gemt." in tekst(svar)
    assert Viderefoerelse.objects.filter(valg=Valg.VIDERE).count() == 3


@pytest.mark.parametrize(
    ("valg", "grund", "saetning"),
    [
        ("slutter", "", "Skriv, hvorfor det ikke føres videre."),
        ("", "Fordi", "Vælg, hvad der sker."),
        ("maaske", "Fordi", "Vælg en fra listen."),
        ("slutter", "x" * 301, "Der er plads til 300 tegn."),
    ],
)
def test_et_ophoer_har_en_grund(inde, gammel, valg, grund, saetning):
    kode = noegle(gammel, "Lektiecafé").kode

    svar = inde.post(url("naeste_plan_beslut", gammel, "5.1"), {f"valg_{kode}": valg, f"grund_{kode}": grund})

    assert saetning in tekst(svar)
    assert not Viderefoerelse.objects.exists()


def test_den_der_gemmer_sidst_sletter_ikke_det_den_anden_besluttede(inde, gammel, projektleder):
    a, b = noegle(gammel, "Lektiecafé"), noegle(gammel, "Naboskab")
    naeste_plan.beslut(gammel, {a.noegle: (Valg.SLUTTER, "Først")}, af=projektleder)
    form = inde.get(url("naeste_plan_beslut", gammel, "5.1")).context["form"]
    felter = {felt.html_name: felt.value() or "" for felt in form}
    naeste_plan.beslut(gammel, {a.noegle: (Valg.KOMMUNEN, "Imens")}, af=projektleder)

    inde.post(url("naeste_plan_beslut", gammel, "5.1"), {**felter, f"valg_{b.kode}": "videre"})

    assert noegle(gammel, "Lektiecafé").beslutning.grund == "Imens"
    assert noegle(gammel, "Naboskab").gaelder == Valg.VIDERE


def test_den_naeste_plan_faar_det_der_foeres_videre_og_kun_det(inde, gammel, projektleder):
    aktivitet = noegle(gammel, "Naboskab").ting
    MaalgruppeFactory(aktivitet=aktivitet, navn="Naboer")
    MaalgruppeFactory(aktivitet=aktivitet, navn="Væk", bortfaldet_dato=date(2020, 1, 1), bortfaldet_grund="Flyttet")
    MilepaelFactory(helhedsplan=gammel, aktivitet=aktivitet)
    kriterium = SucceskriteriumFactory(indsatsomraade=aktivitet.delaftale.indsatsomraade, aktivitet=aktivitet, nr=9)
    aktivitet.virkninger.create(kriterium=kriterium)
    beslut_alt(gammel, projektleder)

    svar = inde.post(url("naeste_plan_start", gammel), start_data(gammel))

    ny = Helhedsplan.objects.get(forgaenger=gammel)
    assert svar["Location"] == url("naeste_plan", ny)
    assert (ny.navn, ny.bevillingsperiode, ny.start_dato) == ("Plan to", ny_periode(), date(2023, 5, 1))
    (omraade,) = ny.indsatsomraader.all()
    assert omraade.omraadetype.bevillingsperiode == ny_periode()
    assert omraade.problemkompleks == "<p>Problem 5.1</p>"
    assert (omraade.delaftale.sammenhaeng, omraade.delaftale.landsbyggefonden) == ("<p>Sammen</p>", None)
    (kopi,) = omraade.delaftale.aktiviteter.all()
    assert (kopi.navn, kopi.start_dato, kopi.pk == aktivitet.pk) == ("Naboskab", None, False)
    assert [et.navn for et in kopi.maalgruppeposter.all()] == ["Naboer"]
    assert [et.navn for et in ny.succeskriterier.order_by("nr")] == ["Kriterium 5.1", kriterium.navn]
    assert kopi.virkninger.get().kriterium.helhedsplan == ny
    assert [et.navn for et in ny.organer.all()] == ["Bestyrelsen"]
    assert ny.organer.get().pladser.get().betegnelse == "Formand"
    assert ny.aftaleparter.get().underskriver.navn == "Inger Holt"
    assert [et.navn for et in ny.boligomraader.all()] == ["Motalavej"]
    assert not Milepael.objects.filter(helhedsplan=ny).exists()
    assert ny.samarbejdsaftale.afsnit.exists()


def test_beslutningerne_staar_paa_begge_planer_og_aendres_ikke_mere(inde, gammel, projektleder):
    beslut_alt(gammel, projektleder)
    inde.post(url("naeste_plan_start", gammel), start_data(gammel))
    ny = Helhedsplan.objects.get(forgaenger=gammel)

    gamle, nye = (tekst(inde.get(url("naeste_plan", et))) for et in (gammel, ny))

    for side in (gamle, nye):
        assert "Skolen har sin egen" in side
        assert "Kommunen driver det videre" in side
    assert url("naeste_plan", ny) in gamle
    with pytest.raises(naeste_plan.KanIkkeBesluttes, match="bliver stående"):
        beslut_alt(gammel, projektleder)


def test_den_der_kun_er_med_i_den_nye_plan_faar_ingen_vej_til_den_gamle(client, inde, gammel, projektleder):
    beslut_alt(gammel, projektleder)
    inde.post(url("naeste_plan_start", gammel), start_data(gammel))
    ny = Helhedsplan.objects.get(forgaenger=gammel)
    client.force_login(MedlemskabFactory(helhedsplan=ny, rolle="medarbejder").bruger)

    side = tekst(client.get(url("naeste_plan", ny)))

    assert "Skolen har sin egen" in side
    assert gammel.slug not in side


def test_to_klik_giver_en_plan_og_en_anden_naeste_plan_afvises(inde, gammel, projektleder):
    beslut_alt(gammel, projektleder)
    for _ in range(2):
        inde.post(url("naeste_plan_start", gammel), start_data(gammel))

    svar = inde.post(url("naeste_plan_start", gammel), start_data(gammel, navn="Plan tre"))

    assert Helhedsplan.objects.filter(forgaenger=gammel).count() == 1
    assert "er allerede ført videre i Plan to." in tekst(svar)


def test_to_omraader_kan_blive_til_et(gammel, projektleder):
    for aktivitet in (noegle(gammel, "Lektiecafé").ting, noegle(gammel, "Fritidsjob").ting):
        aktivitet.navn = "Værksted"
        aktivitet.save()
    naeste_plan.beslut(gammel, {et.noegle: (Valg.VIDERE, "") for et in poster(gammel)}, af=projektleder)
    maal = ny_periode().omraadetyper.order_by("nr").first()
    oplysninger = Oplysninger(
        "Plan to", "Nørreby", "Nørreby Kommune", ny_periode(), date(2023, 5, 1), date(2027, 4, 30), gammel.skabelon
    )

    ny = naeste_plan.start_naeste_plan(
        gammel, oplysninger, {et.pk: maal for et in gammel.indsatsomraader.all()}, af=projektleder
    )

    (omraade,) = ny.indsatsomraader.all()
    assert omraade.problemkompleks == "<p>Problem 5.1</p><p>Problem 5.2</p>"
    navne = sorted(et.navn for et in omraade.delaftale.aktiviteter.all())
    assert navne == ["Naboskab", "Værksted", "Værksted (fra 5.2)"]


@pytest.mark.parametrize(
    ("felter", "saetning"),
    [
        ({"start_dato": "2023-04-30"}, "Den næste plan skal begynde efter 30. april 2023, hvor denne slutter."),
        ({"slut_dato": "2022-04-30"}, "Slutdatoen skal ligge efter startdatoen."),
        ({"start_dato": "snart"}, "Skriv en dato, fx 30.04.2023."),
        ({"gammelt_omraade": True}, "Vælg et område i den nye bevillingsperiode til 5.1"),
    ],
)
def test_en_umulig_naeste_plan_faar_en_saetning(inde, gammel, projektleder, felter, saetning):
    beslut_alt(gammel, projektleder)
    if felter.pop("gammelt_omraade", False):
        omraade = gammel.indsatsomraader.get(omraadetype__nr="5.1")
        felter[f"omraade_{omraade.pk}"] = omraade.omraadetype_id

    svar = inde.post(url("naeste_plan_start", gammel), start_data(gammel, **felter))

    assert saetning in tekst(svar)
    assert not Helhedsplan.objects.filter(forgaenger=gammel).exists()


def test_uden_beslutninger_kan_den_naeste_plan_ikke_startes(inde, gammel):
    svar = inde.post(url("naeste_plan_start", gammel), start_data(gammel))

    assert "Der er ikke besluttet noget om" in tekst(svar)
    assert not Helhedsplan.objects.filter(forgaenger=gammel).exists()


def test_en_anden_plans_del_kan_ikke_besluttes(gammel, projektleder):
    fremmed = AktivitetFactory()

    with pytest.raises(PermissionDenied):
        naeste_plan.beslut(gammel, {("aktivitet", fremmed.pk): (Valg.SLUTTER, "x")}, af=projektleder)


def test_en_medarbejder_ser_men_beslutter_ikke(client, gammel, medarbejder):
    client.force_login(medarbejder)

    assert client.get(url("naeste_plan_beslut", gammel, "5.1")).status_code == 403
    assert "Beslut<" not in tekst(client.get(url("naeste_plan", gammel)))


@pytest.mark.parametrize("antal", [1, 3])
def test_siden_bruger_lige_mange_forespoergsler(inde, plan, projektleder, antal, django_assert_num_queries):
    for nr in ("5.1", "5.2", "5.3")[:antal]:
        omraade = IndsatsomraadeFactory(helhedsplan=plan, nr=nr)
        aktivitet = AktivitetFactory(delaftale=DelaftaleFactory(indsatsomraade=omraade))
        SucceskriteriumFactory(indsatsomraade=omraade, aktivitet=aktivitet)
        OrganFactory(helhedsplan=plan)
    naeste_plan.beslut(plan, {et.noegle: (Valg.VIDERE, "") for et in poster(plan)}, af=projektleder)
    inde.get(url("naeste_plan", plan))

    with django_assert_num_queries(14):
        inde.get(url("naeste_plan", plan))


def test_omraadetyper_findes_i_begge_perioder():
    assert set(Omraadetype.objects.values_list("bevillingsperiode__navn", flat=True)) >= {"2015-18", "2019-26"}
