"""`manage.py demo`: what a second run does, who is in, and the figures that must carry over to krone and year."""

from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import transaction
from django.db.models import Sum
from django.test import override_settings

from aftaler import permissions, snapshot
from aftaler.models import (
    Aendring,
    Budgetpost,
    Delaftale,
    Helhedsplan,
    Medarbejderandel,
    Succeskriterium,
    Tilsagn,
    Version,
)
from aftaler.models.budget import Kildeart, Placering
from aftaler.models.organ import Akse
from aftaler.services import versioner
from brugere.models import Bruger
from brugere.roles import Rolle
from maalinger.models import Maaling
from oekonomi.models import Forbrug, Levering
from oekonomi.reports.oversigt import oekonomioversigt

PLANER = {"lemvig", "slagelse", "lolland", "koege"}
I_DAG = date(2023, 6, 1)


def koer() -> list[str]:
    ud = StringIO()
    with override_settings(TILLAD_DEMO=True):
        call_command("demo", stdout=ud)
    return ud.getvalue().splitlines()


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup, django_db_blocker):
    """The plans are made once for the module, and gone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield koer()
        transaction.set_rollback(True)


pytestmark = pytest.mark.django_db


def plan(slug: str) -> Helhedsplan:
    return Helhedsplan.objects.get(slug=slug)


def i_kraft(slug: str) -> dict:
    """The strategic agreement in force."""
    return Version.objects.af_dokument(plan(slug), None).i_kraft(I_DAG).get().indhold


def test_anden_gang_aendrer_intet(demo):
    def raekker() -> dict[str, int]:
        return {model._meta.label: model._default_manager.count() for model in apps.get_models()}

    foer = raekker()
    assert koer() == [f"{slug}: fandtes i forvejen" for slug in ("lemvig", "slagelse", "lolland", "koege")]
    assert raekker() == foer
    assert demo == [f"{slug}: oprettet" for slug in ("lemvig", "slagelse", "lolland", "koege")]


def test_en_bruger_pr_rolle_er_med_i_alle_fire_planer():
    assert set(Bruger.objects.values_list("email", flat=True)) == {
        f"{navn}@demo.invalid" for navn in (*(rolle.value for rolle in Rolle), "fremmed")
    }
    for rolle in Rolle:
        bruger = Bruger.objects.get(email=f"{rolle.value}@demo.invalid")
        planer = permissions.planer_og_roller(bruger)
        assert {et.slug: roller for et, roller in planer.items()} == {slug: [rolle] for slug in PLANER}
        assert bruger.check_password("demo-kun-lokalt")
    assert permissions.planer_og_roller(Bruger.objects.get(email="fremmed@demo.invalid")) == {}


def test_kun_administratoren_er_administrator():
    assert list(Bruger.objects.filter(is_superuser=True).values_list("email", flat=True)) == ["admin@demo.invalid"]


@pytest.mark.parametrize("slug", sorted(PLANER))
def test_hvert_dokument_har_en_version_i_kraft(slug):
    dokumenter = {None, *Delaftale.objects.filter(indsatsomraade__helhedsplan=plan(slug)).values_list("pk", flat=True)}
    i_kraft = Version.objects.filter(helhedsplan=plan(slug)).i_kraft(I_DAG)
    assert {et.delaftale_id for et in i_kraft} == dokumenter
    assert all(et.aendring.status == "godkendt" for et in Version.objects.filter(helhedsplan=plan(slug)))


def test_kladden_er_kun_en_anden_hvor_det_er_meningen():
    forskellige = {}
    for slug in PLANER:
        for dokument in (None, *Delaftale.objects.filter(indsatsomraade__helhedsplan__slug=slug)):
            gaeldende = Version.objects.af_dokument(plan(slug), dokument).order_by("-nr").first()
            kladde = versioner.kladde(plan(slug), dokument)
            if snapshot.kontrolsum(kladde) != gaeldende.kontrolsum:
                forskellige[slug, kladde["nr"]] = [et for et in kladde if kladde[et] != gaeldende.indhold[et]]
    assert forskellige == {("lemvig", "5.4"): ["afsnit"], ("slagelse", None): ["indsatsomraader"]}


# Lemvig: nr, target and baseline with their years, unit, source – as the agreement has them.
LEMVIGS_KRITERIER = [
    ("5.1", "Tryghed i området", None, (2018, 2018), None, None, "Naboskabsundersøgelse ved start og slut"),
    ("5.1", "Ressourcer blandt beboerne", None, (2018, 2018), None, None, "Naboskabsundersøgelse ved start og slut"),
    ("5.1", "Fraflytning", "26.2", (2013, 2017), "20", (2022, 2022), "Boligsociale Data (LBF) og Bo i Lemvig"),
    ("5.1", "Bliver boende efter genhusning", None, (None, None), "75", (None, None),
     "Endelig opgørelse fra Bo i Lemvig og projektet efter renoveringen"),
    ("5.3", "Passive kontanthjælpsmodtagere", "36", (2016, 2016), "25", (2022, 2022),
     "BL-tabellerne, Danmarks Statistik"),
    ("5.3", "Unge på offentlig forsørgelse", "38.1", (2013, 2017), "30", (2020, 2022), "Boligsociale Data (LBF)"),
    ("5.3", "Unge med kun grundskole", "32.7", (2013, 2017), "28", (2020, 2022), "Boligsociale Data (LBF)"),
    ("5.4", "Forældres redskaber", None, (None, None), None, None,
     "Undersøgelse ved Børne- og familiecentret og projektet"),
    ("5.4", "Børn og unge i foreningslivet", None, (None, None), None, None, "Undersøgelse ved start og slut"),
    ("5.4", "Karakterer i dansk og matematik", "5.7", (2013, 2017), "6", (2020, 2022),
     "Christinelystskolen og spørgeundersøgelse ved start og slut"),
]  # fmt: skip


def test_lemvigs_ti_kriterier_staar_i_versionen_i_kraft():
    fundet = [
        (
            omraade["nr"],
            et["navn"],
            et["laesning"]["baseline_vaerdi"],
            (et["laesning"]["baseline_fra"], et["laesning"]["baseline_til"]),
            et["laesning"]["maal_vaerdi"],
            (et["laesning"]["maal_fra"], et["laesning"]["maal_til"]) if et["laesning"]["maal_vaerdi"] else None,
            et["datakilde"],
        )
        for omraade in i_kraft("lemvig")["indsatsomraader"]
        for et in omraade["succeskriterier"]
    ]
    assert fundet == LEMVIGS_KRITERIER


def test_lemvigs_penge_giver_otte_komma_ni():
    assert i_kraft("lemvig")["finansiering"] == {"landsbyggefonden": "6000000", "lokal_medfinansiering": "2900000"}
    tilsagn = Tilsagn.objects.filter(helhedsplan__slug="lemvig")
    assert dict(tilsagn.values_list("kilde__navn", "beloeb")) == {
        "Landsbyggefonden": Decimal(6_000_000),
        "Lemvig Kommune": Decimal(1_000_000),
        "Bo i Lemvig": Decimal(1_900_000),
    }
    assert tilsagn.get(kilde__navn="Lemvig Kommune").art == "timer"
    poster = Budgetpost.objects.filter(helhedsplan__slug="lemvig")
    assert poster.aggregate(sum=Sum("beloeb"))["sum"] == Decimal(8_900_000)
    assert not poster.filter(eksempel=False).exists()
    for delaftale in Delaftale.objects.filter(indsatsomraade__helhedsplan__slug="lemvig"):
        budget = delaftale.budgetposter.aggregate(sum=Sum("beloeb"))["sum"]
        assert budget == delaftale.landsbyggefonden + delaftale.lokal_medfinansiering


def test_lemvigs_delaftale_fik_en_ny_aktivitet_i_2022():
    dokument = Delaftale.objects.get(indsatsomraade__helhedsplan__slug="lemvig", indsatsomraade__omraadetype__nr="5.3")
    versioner_ = Version.objects.af_dokument(plan("lemvig"), dokument).order_by("nr")
    assert [(et.gaelder_fra, et.godkendt_af_navn, len(et.indhold["aktiviteter"])) for et in versioner_] == [
        (date(2019, 5, 1), "Bestyrelsen", 2),
        (date(2022, 1, 1), "Bestyrelsen", 3),
    ]


@pytest.mark.parametrize(
    ("slug", "pladser", "faste"), [("lemvig", 3, 2), ("slagelse", 6, 2), ("lolland", 4, 2), ("koege", 6, 2)]
)
def test_hver_bestyrelse_har_pladser_og_en_formand_med_login(slug, pladser, faste):
    bestyrelse = plan(slug).organer.get(art="bestyrelse")
    assert (bestyrelse.pladser.count(), bestyrelse.moeder_mindst) == (pladser, faste)
    formand = bestyrelse.pladser.get(medlemmer__rolle="formand").medlemmer.get()
    assert formand.person.bruger.email == "formand@demo.invalid"


def test_lolland_stemmer_til_kronen_paa_begge_sider():
    poster = Budgetpost.objects.filter(helhedsplan__slug="lolland")
    omraader = poster.filter(placering=Placering.DELAFTALE)
    assert dict(omraader.values_list("delaftale__indsatsomraade__omraadetype__nr", "beloeb")) == {
        "5.1": Decimal(1_936_000),
        "5.3": Decimal(5_248_000),
        "5.4": Decimal(8_313_000),
    }
    assert omraader.aggregate(sum=Sum("beloeb"))["sum"] == Decimal(15_497_000)
    assert poster.get(placering=Placering.TVAERGAAENDE).beloeb == Decimal(2_148_000)
    gaeldende = Tilsagn.objects.filter(helhedsplan__slug="lolland", erstattet_dato=None)
    i_alt = gaeldende.aggregate(sum=Sum("beloeb"))["sum"]
    assert i_alt == poster.aggregate(sum=Sum("beloeb"))["sum"] == Decimal(17_645_000)
    parterne = gaeldende.filter(kilde__art__in=[Kildeart.KOMMUNE, Kildeart.BOLIGORGANISATION])
    assert parterne.aggregate(sum=Sum("beloeb"))["sum"] == Decimal(6_045_000)
    aftale = plan("lolland").samarbejdsaftale
    assert aftale.landsbyggefonden + aftale.lokal_medfinansiering == i_alt


def test_lollands_kontanter_blev_til_husleje():
    oprindeligt = Tilsagn.objects.get(helhedsplan__slug="lolland", erstattet_dato__isnull=False)
    nye = list(oprindeligt.erstattet_af.order_by("pk").values_list("art", "beloeb"))
    assert (oprindeligt.art, oprindeligt.erstattet_dato) == ("kontant", date(2017, 9, 16))
    assert nye == [("husleje", Decimal(724_000)), ("kontant", Decimal(526_000))]
    assert sum(beloeb for _, beloeb in nye) == oprindeligt.beloeb == Decimal(1_250_000)


def test_lollands_38_procent_staar_som_den_er_oplyst():
    oplyst = plan("lolland").oplyste_andele.get()
    assert oplyst.procent == Decimal(38)
    assert {et.navn for et in oplyst.kilder.all()} == {"Lolland Kommune", "Boligorganisationerne"}


def test_lollands_rute_har_de_rigtige_datoer():
    aendring = Aendring.objects.get(helhedsplan__slug="lolland", delaftale=None)
    trin = list(aendring.trin.order_by("raekkefoelge"))
    boliger = [et for et in trin if et.navn.startswith(("Organisationsbestyrelsen", "Afdelings"))]
    assert len(boliger) == 3 + 5 + 5
    assert all(et.udfald == "godkendt" and et.dato is None and et.dato_ikke_oplyst for et in boliger)
    assert [(et.navn, et.slags, et.dato, et.udfald) for et in trin if et.dato] == [
        ("Økonomiudvalget", "beslutning", date(2018, 3, 15), "godkendt"),
        ("Byrådet", "beslutning", date(2018, 3, 22), "godkendt"),
        ("Integrationsrådet, første gang", "orientering", date(2018, 5, 17), "behandlet"),
        ("Integrationsrådet, anden gang", "orientering", date(2018, 6, 11), "behandlet"),
        ("Integrationsrådet, tredje gang", "orientering", date(2018, 8, 20), "behandlet"),
    ]
    assert (trin[-1].navn, trin[-1].udfald, trin[-1].dato) == ("Landsbyggefonden", "godkendt", None)
    assert (aendring.version.gaelder_fra, aendring.version.godkendt_dato) == (date(2018, 4, 1), None)


def kriterium(slug: str, navn: str) -> Succeskriterium:
    return Succeskriterium.objects.get(helhedsplan__slug=slug, navn=navn)


def test_slagelses_faelles_loft_modsiger_omraadernes():
    loft = kriterium("slagelse", "Kriminalretlige afgørelser, fælles loft").laesning
    omraader = kriterium("slagelse", "Kriminalretlige afgørelser, hvert område").laesning.omraader
    assert (loft.sammenligning, loft.maal.vaerdi) == ("<", Decimal(28))
    assert {et.navn: (str(et.sammenligning), et.vaerdi) for et in omraader} == {
        "Motalavej": ("<", 30),
        "Ringparken/Schackenborgvænge": ("<", 30),
        "Sydbyen": ("<", 30),
        "Skælskør": ("<", 19),
    }
    assert {et.navn for et in omraader} == set(plan("slagelse").boligomraader.values_list("navn", flat=True))


def test_slagelses_tryghed_staar_under_to_omraader_med_to_ordlyde():
    et, to = (kriterium("slagelse", f"Tryghed på Motalavej og i Ringparken{nr}") for nr in ("", " (5.2)"))
    assert (et.indsatsomraade.omraadetype.nr, to.indsatsomraade.omraadetype.nr) == ("5.1", "5.2")
    assert et.laesning == to.laesning
    assert et.tekst != to.tekst


def test_slagelse_har_kriterier_uden_tal_og_siger_intet_om_penge():
    uden = Succeskriterium.objects.filter(helhedsplan__slug="slagelse", indsatsomraade__omraadetype__nr="5.3")
    assert uden.count() == 6
    assert not any(et.maalbar for et in uden)
    antal = Succeskriterium.objects.filter(helhedsplan__slug="slagelse")
    assert antal.count() == 25
    aftale = plan("slagelse").samarbejdsaftale
    assert (aftale.landsbyggefonden, aftale.lokal_medfinansiering) == (None, None)
    assert not plan("slagelse").budgetposter.exists()


def test_slagelses_koordinatorer_staar_paa_tre_akser():
    andele = Medarbejderandel.objects.filter(helhedsplan__slug="slagelse").order_by("pk")
    assert dict(andele.filter(akse=Akse.OMRAADE).values_list("boligomraade__navn", "procent")) == {
        "Motalavej": 50,
        "Ringparken/Schackenborgvænge": 50,
        "Sydbyen": 30,
        "Skælskør": 30,
    }
    assert list(andele.filter(akse=Akse.FUNKTION).values_list("procent", flat=True)) == [50, 25]
    assert sorted(andele.filter(akse=Akse.DELAFTALE).values_list("procent", flat=True)) == [25, 30, 30, 30, 50, 50, 50]


def test_slagelses_nye_maaltal_venter_paa_landsbyggefonden_med_et_vilkaar():
    aendring = Aendring.objects.aabne(plan("slagelse"), None).get()
    bestyrelsen, fonden = aendring.trin.order_by("raekkefoelge")
    assert (bestyrelsen.udfald, bestyrelsen.vilkaar.count(), fonden.udfald) == ("godkendt", 1, "afventer")
    omraader = i_kraft("slagelse")["indsatsomraader"]
    gaeldende = {et["navn"]: et for omraade in omraader for et in omraade["succeskriterier"]}
    assert gaeldende["Tryghed i Sydbyen og Skælskør"]["laesning"]["form"] == "ikke_fastlagt"
    assert kriterium("slagelse", "Tryghed i Sydbyen og Skælskør").form == "niveau"


def test_koege_er_bagud():
    kvinder = plan("koege").milepaele.filter(aktivitet__navn="Aktivering af kvinder")
    assert kvinder.count() == 3
    assert not kvinder.filter(udfoert_dato__isnull=False).exists()
    bortfaldet = kvinder.first().aktivitet.maalgruppeposter.get(bortfaldet_dato__isnull=False)
    assert bortfaldet.bortfaldet_grund != ""
    legestue = plan("koege").milepaele.get(navn__startswith="Legestuen")
    assert legestue.udfoert_dato > legestue.frist_dato
    assert legestue.forsinkelse_grund != ""
    assert plan("koege").frister.get(navn="Revisorpåtegnet regnskab").dato == date(2019, 6, 30)
    poster = Budgetpost.objects.filter(helhedsplan__slug="koege")
    assert poster.filter(eksempel=False).count() == 0
    tilsagn = Tilsagn.objects.filter(helhedsplan__slug="koege")
    assert poster.aggregate(sum=Sum("beloeb")) == tilsagn.aggregate(sum=Sum("beloeb")) == {"sum": Decimal(16_000_000)}


def test_koeges_165000_er_tilbage_fra_2017_og_regnskabet_for_2018_skal_sendes_i_juni():
    oversigt = oekonomioversigt(plan("koege"), dato=date(2018, 12, 1))
    regnskab = {et.aar: et for et in oversigt.regnskaber}
    assert (regnskab[2017].uforbrugt, regnskab[2018].frist) == (Decimal(165_000), date(2019, 6, 30))
    assert [(et.aar, et.beloeb, et.stand.name) for et in oversigt.restmidler] == [
        (2017, Decimal(165_000), "BREV_MANGLER")
    ]
    kommune = next(et for et in oversigt.givere if et.stand.art == "timer")
    assert (kommune.stand.forventet, kommune.stand.leveret) == (Decimal(700_000), Decimal(420_000))
    assert kommune.stand.bagud == Decimal(280_000)
    assert [et.er_indhentet for et in kommune.indhentninger] == [False]


def test_lemvigs_penge_der_gik_gaar_op():
    oversigt = oekonomioversigt(plan("lemvig"), dato=date(2026, 1, 1))
    assert (oversigt.i_alt.budget, oversigt.i_alt.revideret) == (Decimal(8_900_000), Decimal(8_900_000))
    assert (oversigt.finansiering.landsbyggefonden, oversigt.finansiering.lokal) == (Decimal(6_000_000), 2_900_000)
    assert round(oversigt.finansiering.andel * 100, 1) == Decimal("32.6")
    assert [et.stand.mangler for et in oversigt.givere] == [Decimal(137_500), Decimal(0)]
    brugt = sum(et.brugt for et in oversigt.linjer)
    assert brugt == sum(et.brugt for et in oversigt.aarslinjer) == oversigt.i_alt.brugt


def test_lollands_steder_giver_planens_budget():
    oversigt = oekonomioversigt(plan("lolland"), dato=date(2026, 1, 1))
    assert {et.navn[:3]: et.budget for et in oversigt.linjer} == {
        "5.1": Decimal(1_936_000), "5.3": Decimal(5_248_000), "5.4": Decimal(8_313_000), "Tvæ": Decimal(2_148_000),
    }  # fmt: skip
    assert oversigt.i_alt.budget == Decimal(17_645_000)
    lovet = {(et.stand.giver, et.stand.art): et.stand.lovet for et in oversigt.givere}
    assert (lovet["Lolland Kommune", "husleje"], lovet["Lolland Kommune", "kontant"]) == (724_000, 526_000)


def test_al_forbrug_og_alle_leverancer_er_eksempler():
    assert not Forbrug.objects.filter(eksempel=False).exists()
    assert not Levering.objects.filter(eksempel=False).exists()


def test_maalinger_er_eksempler_undtagen_dem_dokumenterne_giver():
    kendte = Maaling.objects.filter(eksempel=False).order_by("fra_dato", "omraade__navn", "vaerdi")
    assert {(et.kriterium.helhedsplan.slug, et.fra_dato.year, et.vaerdi) for et in kendte} == {
        ("slagelse", 2016, Decimal("58.3")),
        ("slagelse", 2016, Decimal(72)),
        ("slagelse", 2016, Decimal(28)),
    }
