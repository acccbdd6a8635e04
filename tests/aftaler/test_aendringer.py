"""A change on its way: submitted with a route, treated step by step, in force – or returned, refused, withdrawn."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from aftaler.models import Delaftale, Organ, Version
from aftaler.models.aendring import Trinslags
from aftaler.rules.aendringer import BESTYRELSEN, LANDSBYGGEFONDEN
from aftaler.services import aendringer
from aftaler.services.aendringer import KanIkkeIndsendes, KanIkkeRegistreres, Trinforslag
from aftaler.statuses import Aendringsstatus, Trinudfald
from kerne.models import Haendelse
from tests.factories import AktivitetFactory, DelaftaleFactory, IndsatsomraadeFactory

pytestmark = pytest.mark.django_db
DAG = date(2021, 11, 24)


@pytest.fixture
def delaftale(plan):
    return DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))


def indsend(plan, delaftale, *, af, rute=None, fra=DAG):
    rute = [Trinforslag(BESTYRELSEN)] if rute is None else rute
    return aendringer.indsend(plan, delaftale, grund="Nye mødetider", oensket_fra=fra, rute=rute, af=af)


def trin_(aendring, navn=BESTYRELSEN):
    return aendring.trin.get(navn=navn)


def registrer(trin, *, af, udfald=Trinudfald.GODKENDT, dato=DAG, tekst="", **mere):
    return aendringer.registrer_trin(trin, udfald=udfald, dato=dato, tekst=tekst, af=af, **mere)


def test_bestyrelsens_ja_saetter_delaftalen_i_kraft(plan, delaftale, projektleder, formand):
    aendring = indsend(plan, delaftale, af=projektleder)

    registrer(trin_(aendring), af=formand)

    aendring.refresh_from_db()
    assert (aendring.status, aendring.version.nr) == (Aendringsstatus.GODKENDT, 1)
    assert (aendring.version.gaelder_fra, aendring.version.godkendt_dato) == (DAG, DAG)
    assert aendring.version.indhold == aendring.forslag
    assert [et.hvad for et in Haendelse.objects.order_by("pk")] == [
        "indsendt til Bestyrelsen", "Bestyrelsen: godkendt", "godkendt som version 1",
    ]  # fmt: skip


def test_det_er_forslaget_der_kommer_i_kraft_ikke_dagens_raekker(plan, delaftale, projektleder, formand):
    aendring = indsend(plan, delaftale, af=projektleder)
    Delaftale.objects.filter(pk=delaftale.pk).update(sammenhaeng="<p>Smuglet ind</p>")

    registrer(trin_(aendring), af=formand)

    assert "Smuglet" not in str(Version.objects.get().indhold)


def test_projektlederen_kan_ikke_registrere_bestyrelsens_beslutning(plan, delaftale, projektleder):
    aendring = indsend(plan, delaftale, af=projektleder)

    with pytest.raises(PermissionDenied):
        registrer(trin_(aendring), af=projektleder)


def test_formanden_kan_ikke_registrere_landsbyggefondens_beslutning(plan, projektleder, formand, sekretariat):
    aendring = indsend(plan, None, af=projektleder, rute=[Trinforslag(LANDSBYGGEFONDEN)])

    with pytest.raises(PermissionDenied):
        registrer(trin_(aendring, LANDSBYGGEFONDEN), af=formand)
    registrer(trin_(aendring, LANDSBYGGEFONDEN), af=sekretariat)
    assert Version.objects.get().delaftale is None


@pytest.mark.regel("klar-til-indsendelse")
@pytest.mark.parametrize(
    ("rute", "saetning"),
    [([], "Ruten skal have en beslutning af Bestyrelsen."),
     ([Trinforslag(BESTYRELSEN, Trinslags.ORIENTERING)], "Ruten skal have en beslutning af Bestyrelsen.")],
)  # fmt: skip
def test_ruten_skal_naa_den_der_skal_godkende(plan, delaftale, projektleder, rute, saetning):
    with pytest.raises(KanIkkeIndsendes, match=saetning):
        indsend(plan, delaftale, af=projektleder, rute=rute)


def test_der_er_kun_en_aaben_aendring_ad_gangen(plan, delaftale, projektleder):
    indsend(plan, delaftale, af=projektleder)

    with pytest.raises(KanIkkeIndsendes, match="allerede sendt til godkendelse"):
        indsend(plan, delaftale, af=projektleder)


def test_en_returneret_aendring_siger_hvorfor_og_aabner_igen(plan, delaftale, projektleder, formand):
    aendring = indsend(plan, delaftale, af=projektleder)

    with pytest.raises(KanIkkeRegistreres, match="Skriv hvorfor"):
        registrer(trin_(aendring), af=formand, udfald=Trinudfald.RETURNERET)
    registrer(trin_(aendring), af=formand, udfald=Trinudfald.RETURNERET, tekst="Målgruppen mangler.")

    aendring.refresh_from_db()
    assert (aendring.status, aendring.svar) == (Aendringsstatus.RETURNERET, "Målgruppen mangler.")
    assert not Version.objects.exists()
    indsend(plan, delaftale, af=projektleder)


def test_en_afgjort_aendring_kan_hverken_traekkes_eller_afgoeres_igen(plan, delaftale, projektleder, formand):
    aendring = indsend(plan, delaftale, af=projektleder)
    trin = trin_(aendring)
    registrer(trin, af=formand)

    with pytest.raises(KanIkkeRegistreres, match="allerede afgjort"):
        registrer(trin, af=formand)
    with pytest.raises(KanIkkeRegistreres, match="allerede afgjort"):
        aendringer.traek_tilbage(aendring, grund="Fortrudt", af=projektleder)


@pytest.mark.regel("rute-godkendt")
def test_en_orientering_spaerrer_aldrig_men_en_hoering_goer(plan, projektleder, sekretariat):
    """Lolland: integrationsrådet was told after the approval; the standing committees were heard before it."""
    rute = [
        Trinforslag("Stående udvalg", Trinslags.HOERING),
        Trinforslag("Byrådet"),
        Trinforslag(LANDSBYGGEFONDEN),
        Trinforslag("Integrationsrådet", Trinslags.ORIENTERING),
    ]
    aendring = indsend(plan, None, af=projektleder, rute=rute, fra=date(2019, 5, 1))
    registrer(trin_(aendring, "Byrådet"), af=sekretariat, dato=date(2018, 3, 22))
    registrer(trin_(aendring, LANDSBYGGEFONDEN), af=sekretariat, dato=None)
    assert not Version.objects.exists()

    registrer(trin_(aendring, "Stående udvalg"), af=sekretariat, dato=None, udfald=Trinudfald.BEHANDLET)

    version = Version.objects.get()
    assert (version.gaelder_fra, version.godkendt_dato) == (date(2019, 5, 1), None)  # LBF's date is not stated
    assert version.godkendt_af_navn == "Byrådet, Landsbyggefonden"


@pytest.mark.regel("i-kraft-fra")
def test_en_sen_godkendelse_gaelder_foerst_fra_beslutningen(plan, delaftale, projektleder, formand):
    aendring = indsend(plan, delaftale, af=projektleder, fra=date(2021, 10, 1))

    registrer(trin_(aendring), af=formand, dato=date(2021, 11, 24))

    assert Version.objects.get().gaelder_fra == date(2021, 11, 24)


def test_et_vilkaar_foelges_til_doers(plan, projektleder, sekretariat):
    aendring = indsend(plan, None, af=projektleder, rute=[Trinforslag(LANDSBYGGEFONDEN)])
    vilkaar = [("Revideret milepælsplan sendes til fonden", date(2022, 3, 1))]
    registrer(trin_(aendring, LANDSBYGGEFONDEN), af=sekretariat, vilkaar=vilkaar)
    et = trin_(aendring, LANDSBYGGEFONDEN).vilkaar.get()

    aendringer.opfyld_vilkaar(et, dato=date(2022, 2, 20), hvordan="Sendt 20. februar", af=projektleder)

    et.refresh_from_db()
    assert et.opfyldt_dato == date(2022, 2, 20)
    with pytest.raises(KanIkkeRegistreres, match="allerede opfyldt"):
        aendringer.opfyld_vilkaar(et, dato=date(2022, 2, 21), hvordan="Igen", af=projektleder)


def test_styregruppen_godkender_aktiviteterne_naar_bestyrelsen_har_overladt_det(plan, delaftale, projektleder, formand):
    """A board may leave the activities to another body; the rest of the delaftale stays its own."""
    registrer(trin_(indsend(plan, delaftale, af=projektleder)), af=formand)
    Organ.objects.create(helhedsplan=plan, art="styregruppe", navn="Styregruppen", godkender_aktiviteter=True)
    AktivitetFactory(delaftale=delaftale)

    with pytest.raises(KanIkkeIndsendes, match="Ruten skal have en beslutning af Styregruppen"):
        indsend(plan, delaftale, af=projektleder)
    aendring = indsend(plan, delaftale, af=projektleder, rute=[Trinforslag("Styregruppen")])
    registrer(trin_(aendring, "Styregruppen"), af=projektleder)

    aendring.refresh_from_db()
    assert (aendring.art, aendring.version.nr) == ("aktiviteter", 2)
