"""The demo's meetings: one case over three bodies, the eftersyn with its tasks, figures frozen, and one to prepare."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from aftaler import snapshot
from aftaler.models import Helhedsplan
from aftaler.models.organ import Organart
from brugere.models import Bruger
from brugere.roles import Ret
from helhedsplan.demo.papir import en_side
from kerne.datoer import dato
from maalinger.models import Maaling
from moeder.models import Behandling, Beslutning, Henvisning, Moede, Opgave, Punktbilag, Referat, Sag
from moeder.reports import figurer
from moeder.reports.sager import forloebet
from moeder.rules.referat import punkttitel
from moeder.services.moeder import Moedefakta, opret_moede
from tests.moeder.factories import klokken
from tests.test_demo import koer

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def _demo(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        koer()
        yield
        transaction.set_rollback(True)


def test_lollands_sag_er_en_sag_med_fem_behandlinger_i_tre_organer():
    sag = Sag.objects.get(helhedsplan__slug="lolland", sagsnr="362616")
    behandlinger = list(sag.behandlinger.select_related("moede__organ").order_by("moede__begynder"))
    fremmoede = [et for punkt in behandlinger for et in punkt.moede.fremmoede.select_related("person")]
    beslutninger = Beslutning.objects.filter(behandling__sag=sag)

    forloeb = forloebet(behandlinger, fremmoede, [], beslutninger, nu=klokken(2026, 1, 1))

    assert forloeb.saetning == ("Sagen er sat på dagsordenen 5 gange, i Økonomiudvalget, Byrådet og Integrationsrådet.")
    assert [(et.dato.replace("\u00a0", " "), et.organ, len(et.beslutninger)) for et in forloeb.linjer] == [
        ("15. marts 2018", "Økonomiudvalget", 1),
        ("22. marts 2018", "Byrådet", 1),
        ("17. maj 2018", "Integrationsrådet", 1),
        ("11. juni 2018", "Integrationsrådet", 1),
        ("20. august 2018", "Integrationsrådet", 1),
    ]
    assert [et.fravaer.count("(afbud)") for et in forloeb.linjer] == [0, 3, 2, 3, 4]


def test_organer_uden_for_planen_er_ikke_i_aftalen():
    plan = Helhedsplan.objects.get(slug="lolland")

    navne = {et["navn"] for et in snapshot.strategisk(plan)["organer"]}

    assert navne == {"Bestyrelsen", "Den politiske følgegruppe", "Den faglige følgegruppe"}


def test_koeges_eftersyn_har_landsbyggefondens_fire_overskrifter_og_opgaver_med_dag():
    moede = Moede.objects.get(helhedsplan__slug="koege", art="eftersyn")

    assert list(moede.behandlinger.i_raekkefoelge().values_list("titel", flat=True)) == [
        "Indsatsens organisering", "Fremdrift, samarbejde og mål", "Økonomi", "Anden opfølgning"
    ]  # fmt: skip
    assert Opgave.objects.filter(behandling__moede=moede).count() == 5


def test_et_nyt_eftersyn_i_koege_siger_selv_det_planen_ved():
    """The year-late activity in the text; the 165.000 kr. and the missing medfinansiering as figures."""
    plan = Helhedsplan.objects.get(slug="koege")
    af = Bruger.objects.get(email="sekretariat@demo.invalid")
    begynder = timezone.now() + timedelta(days=40)
    fakta = Moedefakta("eftersyn", begynder, begynder + timedelta(hours=2), "Rådhuset")
    moede = opret_moede(plan, plan.organer.get(art=Organart.BESTYRELSE), fakta, af=af)
    punkter = {et.titel: et for et in moede.behandlinger.all()}

    assert (
        "»Aktivering af kvinder« i delaftale 5.3 er ikke igangsat. Et år forsinket."
        in punkter["Fremdrift, strategisk samarbejde og målopfyldelse"].sagsfremstilling
    )
    oekonomi = punkter["Økonomi"]
    henvisninger = list(oekonomi.henvisninger.all())
    tal = figurer.figurer(plan, henvisninger, frozenset(Ret), dato=timezone.localdate())
    ord_ = " ".join(tal[et.pk].saetning for et in henvisninger).replace("\u00a0", " ")
    assert "165.000 kr. fra 2017 skulle være brugt 31. december 2018." in ord_
    assert "Køge Kommune mangler at levere 1.980.000 kr. i timer." in ord_
    assert "kr." not in oekonomi.sagsfremstilling
    assert figurer.figurer(plan, henvisninger, frozenset({Ret.PLAN_SE}), dato=timezone.localdate()) == {}


def test_beslutningen_om_fritidsjob_peger_paa_den_version_den_satte_i_kraft():
    beslutning = Beslutning.objects.get(helhedsplan__slug="lemvig", aendring__isnull=False)

    assert beslutning.aendring.grund == "Ny aktivitet: Fritidsjob i Vestbyen (eksempel)"
    assert (beslutning.version, beslutning.version.delaftale) == (
        beslutning.aendring.version,
        beslutning.aendring.delaftale,
    )


def test_et_holdt_moedes_tal_er_frosne_og_kladdens_lever():
    henvisninger = [
        (punkt.moede.tilstand if punkt.moede else "", et.frosset is not None)
        for punkt in Behandling.objects.select_related("moede").prefetch_related("henvisninger")
        for et in punkt.henvisninger.all()
    ]

    assert set(henvisninger) == {("afsluttet", True), ("kladde", False), ("indkaldt", False)}


def test_et_moedes_tal_er_dem_man_kendte_den_dag():
    frosne = Henvisning.objects.filter(kriterium__isnull=False, frosset__isnull=False).select_related(
        "behandling__moede"
    )

    tal = {(et.behandling.moede.kode, et.frosset["navn"]): et.frosset["saetning"].split(".")[0] for et in frosne}

    assert {noegle: ord_.replace("\u00a0", " ") for noegle, ord_ in tal.items() if noegle[1] == "Fraflytning"} == {
        ("bestyrelsen-2019-11-20", "Fraflytning"): "25,4 % i 2018 mod 26,2 % i 2013–2017",
        ("bestyrelsen-2021-11-24", "Fraflytning"): "23,1 % i 2020 mod 26,2 % i 2013–2017",
    }
    assert not Maaling.objects.filter(tilstand="erstattet").exists()


def test_lemvig_har_et_moede_at_forberede_og_en_ideliste():
    kladde = Moede.objects.get(helhedsplan__slug="lemvig", tilstand="kladde")

    assert (kladde.behandlinger.count(), kladde.behandlinger.filter(lukket=True).count()) == (6, 1)
    assert Behandling.objects.filter(moede=None, sag__helhedsplan__slug="lemvig").count() == 2


def test_lemvigs_naeste_moede_har_et_bilag_som_pakken_kan_tage_med():
    bilag = Punktbilag.objects.get(behandling__moede__helhedsplan__slug="lemvig")

    assert (bilag.lukket, bilag.fil.name.endswith(".pdf")) == (False, True)
    assert en_side(("Æblet (rødt)",)) == en_side(("Æblet (rødt)",))
    assert en_side(("Æblet (rødt)",)).startswith(b"%PDF-")


def test_hvert_holdt_moede_i_planens_organer_har_et_referat_og_lemvigs_sidste_venter_paa_bestyrelsen():
    holdte = Moede.objects.filter(tilstand="afsluttet").exclude(organ__art=Organart.UDEN_FOR)
    venter = Referat.objects.exclude(tilstand="godkendt")

    assert set(Referat.objects.values_list("moede", flat=True)) == set(holdte.values_list("pk", flat=True))
    assert [(et.moede.helhedsplan.slug, et.tilstand, et.udgaver.count()) for et in venter] == [
        ("lemvig", "kommentering", 1)
    ]
    foerste = Moede.objects.get(helhedsplan__slug="lemvig", tilstand="kladde").behandlinger.i_raekkefoelge().first()
    assert foerste.titel == punkttitel(dato(venter.get().moede.begynder))
