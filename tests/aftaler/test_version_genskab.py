"""A draft that is thrown away: the rows say again what the version says, to the last sign, or nothing is changed."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from aftaler import models, snapshot
from aftaler.models import Aktivitet, Helhedsplan, Organ, Succeskriterium
from aftaler.services import aendringer
from aftaler.services.genskab import KanIkkeGenskabes, genskab
from aftaler.services.laasning import ErIndsendt
from aftaler.services.versioner import kladde
from kerne.models import Haendelse
from tests.aftaler.hel_plan import fyld
from tests.factories import (
    AftalepartFactory,
    AktivitetFactory,
    MaalingFactory,
    PersonFactory,
    SucceskriteriumFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def delaftale(plan):
    return fyld(plan)


@pytest.fixture
def version(plan, delaftale):
    return VersionFactory(helhedsplan=plan, delaftale=delaftale)


@pytest.fixture
def strategisk(plan, delaftale):
    return VersionFactory(helhedsplan=plan)


def summen(version):
    plan = Helhedsplan.objects.get(pk=version.helhedsplan_id)
    delaftale = models.Delaftale.objects.get(pk=version.delaftale_id) if version.delaftale_id else None
    return snapshot.kontrolsum(kladde(plan, delaftale))


def _ny_aktivitet(plan, delaftale):
    ny = AktivitetFactory(delaftale=delaftale, navn="Ny")
    SucceskriteriumFactory(indsatsomraade=delaftale.indsatsomraade, aktivitet=ny, nr=9)
    models.Milepael.objects.create(helhedsplan=plan, aktivitet=ny, navn="Start", frist_dato=date(2022, 1, 1))
    models.Virkning.objects.create(aktivitet=ny, kriterium=Succeskriterium.objects.get(nr=1))


def _slettet_aktivitet(plan, delaftale):
    aktivitet = Aktivitet.objects.get(navn="Lektiecafé")
    for raekker in (aktivitet.virkninger, aktivitet.milepaele, aktivitet.maalgruppeposter, aktivitet.succeskriterier):
        raekker.all().delete()
    aktivitet.delete()


def _byttede_navne(plan, delaftale):
    cafe, job = Aktivitet.objects.order_by("pk")
    Aktivitet.objects.filter(pk=cafe.pk).update(navn="~")
    Aktivitet.objects.filter(pk=job.pk).update(navn=cafe.navn)
    Aktivitet.objects.filter(pk=cafe.pk).update(navn=job.navn, raekkefoelge=2, indhold="<p>Andet.</p>")


def _tekster_og_penge(plan, delaftale):
    models.Delaftale.objects.filter(pk=delaftale.pk).update(revision="<p>Ny.</p>", slut_dato=None, landsbyggefonden=7)
    delaftale.budgetposter.all().delete()
    delaftale.medarbejderandele.update(procent=10)


@pytest.mark.parametrize("rettelse", [_ny_aktivitet, _slettet_aktivitet, _byttede_navne, _tekster_og_penge])
def test_delaftalens_raekker_faar_versionens_kontrolsum_igen(plan, delaftale, version, projektleder, rettelse):
    rettelse(plan, delaftale)
    assert summen(version) != version.kontrolsum

    assert genskab(version, af=projektleder) == ""

    assert summen(version) == version.kontrolsum
    assert Haendelse.objects.latest("pk").hvad == "kladden er kasseret, version 1 er skrevet tilbage"


def _fakta_og_parter(plan):
    Helhedsplan.objects.filter(pk=plan.pk).update(omraade="Et andet sted", slut_dato=date(2024, 1, 1))
    plan.boligomraader.clear()
    plan.boligafdelinger.clear()
    models.Aftalepart.objects.filter(organisation__navn="Nørreby Bolig").delete()
    ny = PersonFactory(helhedsplan=plan, navn="Ny underskriver")
    models.Aftalepart.objects.update(underskriver=ny, raekkefoelge=7)
    AftalepartFactory(helhedsplan=plan)


def _organer(plan):
    Organ.objects.filter(navn="Bestyrelsen").update(opgaver="<p>Andet.</p>", moeder_hoejst=9)
    nyt = Organ.objects.create(helhedsplan=plan, art="sekretariat", navn="Sekretariatet")
    Organ.objects.filter(navn="Styregruppen").update(over=nyt)
    models.Plads.objects.create(organ=nyt, betegnelse="Sekretær")
    models.Plads.objects.filter(betegnelse="Direktør").update(betegnelse="Chef", organisation=None)
    models.Plads.objects.filter(betegnelse="Formand for afdelingen").delete()


def _penge(plan):
    plan.tilsagn.filter(erstatter__isnull=False).delete()
    plan.tilsagn.all().delete()
    plan.oplyste_andele.all().delete()
    ny = models.Finansieringskilde.objects.create(helhedsplan=plan, navn="Ny giver", art="anden")
    models.Budgetpost.objects.create(helhedsplan=plan, placering="ikke_fordelt", kilde=ny, beloeb=5)
    plan.finansieringskilder.filter(navn="Fonden").update(navn="Den anden fond")
    plan.samarbejdsaftale.__class__.objects.update(landsbyggefonden=None)


def _tekster_og_kriterier(plan):
    plan.samarbejdsaftale.afsnit.update(tekst="<p>Skrevet om.</p>")
    plan.indsatsomraader.update(problemkompleks="", formaal_og_maal="<p>Andet.</p>")
    Succeskriterium.objects.filter(nr=1).update(tekst="Noget helt andet.", maal_vaerdi=None, maalbar=False)
    SucceskriteriumFactory(indsatsomraade=plan.indsatsomraader.first(), nr=30)
    plan.dokumentbilag.all().delete()
    plan.milepaele.filter(aktivitet=None).update(navn="Et andet navn", frist_dato=date(2022, 2, 2))
    plan.medarbejderandele.filter(akse="funktion").delete()


@pytest.mark.parametrize("rettelse", [_fakta_og_parter, _organer, _penge, _tekster_og_kriterier])
def test_aftalens_raekker_faar_versionens_kontrolsum_igen(plan, strategisk, projektleder, rettelse):
    rettelse(plan)
    assert summen(strategisk) != strategisk.kontrolsum

    assert genskab(strategisk, af=projektleder) == ""

    assert summen(strategisk) == strategisk.kontrolsum


def test_en_sendt_kladde_kasseres_ikke(plan, delaftale, version, projektleder):
    models.Delaftale.objects.filter(pk=delaftale.pk).update(revision="<p>Ny.</p>")  # `delaftale` is an older copy
    rute = [aendringer.Trinforslag("Bestyrelsen")]
    aendringer.indsend(plan, delaftale, grund="Ny", oensket_fra=date(2022, 1, 1), rute=rute, af=projektleder)

    with pytest.raises(ErIndsendt):
        genskab(version, af=projektleder)


def test_det_der_er_maalt_paa_forsvinder_ikke(plan, delaftale, version, projektleder):
    ny = AktivitetFactory(delaftale=delaftale, navn="Ny", raekkefoelge=3)
    kriterium = SucceskriteriumFactory(indsatsomraade=delaftale.indsatsomraade, aktivitet=ny, nr=9)
    MaalingFactory(kriterium=kriterium)
    models.Delaftale.objects.filter(pk=delaftale.pk).update(revision="<p>Ny.</p>")

    with pytest.raises(KanIkkeGenskabes, match="er kommet til siden og er i brug"):
        genskab(version, af=projektleder)
    delaftale.refresh_from_db()
    assert delaftale.revision == "<p>Ny.</p>"


def test_planens_oplysninger_staar_som_de_er_naar_en_delaftale_kasseres(plan, delaftale, version, projektleder):
    Helhedsplan.objects.filter(pk=plan.pk).update(omraade="Østbyen")
    models.Delaftale.objects.filter(pk=delaftale.pk).update(revision="<p>Ny.</p>")

    rest = genskab(version, af=projektleder)

    delaftale.refresh_from_db()
    assert rest == " »Områdets navn« er ændret siden, hører ikke til dokumentet alene og står, som det er."
    assert delaftale.revision == ""
    assert Helhedsplan.objects.get().omraade == "Østbyen"


def test_en_omdoebt_part_siges_ved_navn_og_intet_aendres(plan, strategisk, projektleder):
    models.Organisation.objects.filter(navn="Nørreby Bolig").update(navn="Fjordbo")
    Helhedsplan.objects.filter(pk=plan.pk).update(omraade="Østbyen")

    with pytest.raises(KanIkkeGenskabes, match="»Nørreby Bolig« står i versionen"):
        genskab(strategisk, af=projektleder)
    assert Helhedsplan.objects.get().omraade == "Østbyen"


def test_en_medarbejder_kan_ikke_kassere(version, medarbejder):
    with pytest.raises(PermissionDenied):
        genskab(version, af=medarbejder)


def test_knappen_spoerger_foerst_og_goer_det_saa(client, plan, delaftale, version, projektleder):
    models.Delaftale.objects.filter(pk=delaftale.pk).update(revision="<p>Ny.</p>")
    client.force_login(projektleder)
    url = reverse("aftaler:dokument_kasser", args=[plan.slug, "5.1"])

    assert "Kassér kladden til Delaftale 5.1 Tryghed og trivsel?" in client.get(url).content.decode()
    svar = client.post(url, follow=True)

    assert [str(et) for et in svar.context["messages"]] == ["Kladden er ens med version 1 igen."]
    assert summen(version) == version.kontrolsum
    assert svar.context["dokument"].bjaelke is None
