"""Ordering a paper: the same order is one row, and nobody gets what they may not see."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from aftaler.models import Helhedsplan, Underskrift
from brugere.roles import Rolle
from dokumenter.models import Bestilling
from dokumenter.reports.grundlag import Valg
from dokumenter.services import koe
from dokumenter.services.bestilling import IkkeKlar, KanIkkeBestilles, bestil, hent
from dokumenter.statuses import Format, Papir, Tilstand
from kerne.models import Haendelse
from tests.factories import BestillingFactory, MedlemskabFactory

AFTALE = Papir.STRATEGISK_AFTALE


def medlem(plan: Helhedsplan, rolle: Rolle = Rolle.PROJEKTLEDER):
    return MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger


def test_en_bestilling_staar_i_koen_med_det_den_kom_til(aftaleplan):
    leder = medlem(aftaleplan)

    ny = bestil(aftaleplan, AFTALE, Valg(), Format.PDF, af=leder)

    version = aftaleplan.versioner.get(delaftale=None)
    assert (ny.tilstand, ny.forsoeg, ny.titel, ny.udgave) == ("bestilt", 1, "Strategisk samarbejdsaftale", "version 1")
    part = aftaleplan.aftaleparter.get(underskriver__navn="Inger Holt")
    underskrevet = [[part.pk, "Inger Holt", "2019-04-09"]]
    assert ny.grundlag["dokumenter"] == [{"version": version.pk, "underskrevet": underskrevet}]
    assert Haendelse.objects.get(ting_id=str(ny.pk)).hvad == "bestilt"


def test_den_samme_bestilling_to_gange_er_en_raekke(aftaleplan):
    leder, formand = medlem(aftaleplan), medlem(aftaleplan, Rolle.FORMAND)

    foerste = bestil(aftaleplan, AFTALE, Valg(), Format.JSON, af=leder)
    assert bestil(aftaleplan, AFTALE, Valg(pr=date(2020, 1, 1)), Format.JSON, af=formand).pk == foerste.pk

    koe.dan(str(foerste.pk))
    igen = bestil(aftaleplan, AFTALE, Valg(), Format.JSON, af=leder)
    assert (igen.pk, igen.tilstand) == (foerste.pk, Tilstand.KLAR)
    assert bestil(aftaleplan, Papir.DELAFTALE, Valg(), Format.JSON, af=leder).pk != foerste.pk


def test_en_ny_underskrift_giver_et_nyt_papir(aftaleplan):
    leder = medlem(aftaleplan)
    foerste = bestil(aftaleplan, AFTALE, Valg(), Format.PDF, af=leder)
    version = aftaleplan.versioner.get(delaftale=None)
    part = aftaleplan.aftaleparter.get(organisation__navn="Nørreby Kommune")
    Underskrift.objects.create(
        helhedsplan=aftaleplan, version=version, part=part, navn="Bent Aastrup", dato=date(2019, 4, 12)
    )

    assert bestil(aftaleplan, AFTALE, Valg(), Format.PDF, af=leder).pk != foerste.pk


def test_en_fejlet_bestilling_kan_bestilles_igen(aftaleplan):
    leder = medlem(aftaleplan)
    foerste = bestil(aftaleplan, AFTALE, Valg(), Format.PDF, af=leder)
    Bestilling.objects.filter(pk=foerste.pk).update(tilstand=Tilstand.FEJLET, fejl="Gik galt.")

    assert bestil(aftaleplan, AFTALE, Valg(), Format.PDF, af=leder).pk != foerste.pk


def test_revisor_faar_en_fil_der_er_lavet_for_en_anden_med_det_samme_som_sin_egen(aftaleplan):
    leder, revisor = medlem(aftaleplan), medlem(aftaleplan, Rolle.REVISOR)
    lederens = bestil(aftaleplan, AFTALE, Valg(), Format.JSON, af=leder)
    koe.dan(str(lederens.pk))

    egen = bestil(aftaleplan, AFTALE, Valg(), Format.JSON, af=revisor)

    lederens.refresh_from_db()
    assert egen.pk != lederens.pk
    assert (egen.tilstand, egen.fil.name, egen.kontrolsum) == ("klar", lederens.fil.name, lederens.kontrolsum)
    assert [et.pk for et in Bestilling.objects.synlige_for(revisor)] == [egen.pk]
    assert {et.pk for et in Bestilling.objects.synlige_for(leder)} == {egen.pk, lederens.pk}


def test_kladden_er_den_der_blev_bestilt_selv_om_den_rettes_bagefter(kladdeplan):
    leder = medlem(kladdeplan)
    foerste = bestil(kladdeplan, AFTALE, Valg(kladde=True), Format.JSON, af=leder)
    kladdeplan.samarbejdsaftale.afsnit.update(tekst="<p>Rettet bagefter.</p>")

    koe.dan(str(foerste.pk))

    foerste.refresh_from_db()
    with foerste.fil.open() as fil:
        assert "Rettet bagefter" not in fil.read().decode()
    anden = bestil(Helhedsplan.objects.get(pk=kladdeplan.pk), AFTALE, Valg(kladde=True), Format.JSON, af=leder)
    assert anden.pk != foerste.pk


@pytest.mark.parametrize("rolle", [Rolle.REVISOR, Rolle.LBF])
def test_den_der_ikke_maa_se_kladder_kan_ikke_bestille_en(kladdeplan, rolle):
    person = medlem(kladdeplan, rolle)

    with pytest.raises(PermissionDenied):
        bestil(kladdeplan, AFTALE, Valg(kladde=True), Format.PDF, af=person)
    with pytest.raises(KanIkkeBestilles, match="ikke godkendt endnu"):
        bestil(kladdeplan, AFTALE, Valg(), Format.PDF, af=person)
    assert Bestilling.objects.count() == 0


def test_en_tidligere_sekretaer_ser_ikke_sin_gamle_kladde(kladdeplan):
    person = medlem(kladdeplan, Rolle.REVISOR)
    BestillingFactory(helhedsplan=kladdeplan, bestilt_af=person, valg={"delaftale": None, "pr": None, "kladde": True})
    egen = BestillingFactory(helhedsplan=kladdeplan, bestilt_af=person)

    assert list(Bestilling.objects.synlige_for(person)) == [egen]


@pytest.mark.parametrize("rolle", [Rolle.MEDARBEJDER, Rolle.FOELGEGRUPPE, Rolle.ADMIN])
def test_uden_ret_til_papirer_bestilles_og_ses_intet(aftaleplan, rolle):
    person = medlem(aftaleplan, rolle)
    BestillingFactory(helhedsplan=aftaleplan, bestilt_af=person)

    with pytest.raises(PermissionDenied):
        bestil(aftaleplan, AFTALE, Valg(), Format.PDF, af=person)
    assert Bestilling.objects.synlige_for(person).count() == 0


def test_en_anden_plans_medlem_ser_intet(aftaleplan, fremmed):
    BestillingFactory(helhedsplan=aftaleplan)

    assert Bestilling.objects.synlige_for(fremmed).count() == 0


@pytest.mark.parametrize(
    ("papir", "valg", "format", "besked"),
    [
        (Papir.REVISIONSBILAG, Valg(aar=2031), Format.PDF, "Planen har ikke regnskabsåret 2031"),
        (Papir.KOMMISSORIUM, Valg(), Format.DOCX, "Papiret kommissorium findes ikke som docx, men som pdf"),
        (AFTALE, Valg(delaftale="5.1"), Format.PDF, "har ikke et delaftalenummer"),
        (Papir.DELAFTALE, Valg(pr=date(2018, 1, 1)), Format.PDF, "Ingen version af delaftalerne gælder den"),
    ],
)
def test_det_der_ikke_findes_faar_en_saetning(aftaleplan, papir, valg, format, besked):
    with pytest.raises(KanIkkeBestilles, match=besked):
        bestil(aftaleplan, papir, valg, format, af=medlem(aftaleplan))


def test_hentning_skrives_ned(plan, projektleder):
    klar = BestillingFactory(helhedsplan=plan, klar=True)

    sti = hent(klar, af=projektleder)

    assert sti.read_bytes() == b"%PDF-1.7"
    linje = Haendelse.objects.get(ting_id=str(klar.pk))
    assert (linje.hvad, linje.af, linje.kreds) == ("hentet", projektleder, plan.slug)


def test_det_der_ikke_er_faerdigt_eller_ikke_ens_eget_kan_ikke_hentes(plan, projektleder, revisor):
    with pytest.raises(IkkeKlar, match="ikke færdigt endnu"):
        hent(BestillingFactory(helhedsplan=plan), af=projektleder)
    with pytest.raises(PermissionDenied):
        hent(BestillingFactory(helhedsplan=plan, klar=True), af=revisor)


def test_en_fil_der_er_forsvundet_laves_igen_naar_papiret_bestilles(aftaleplan):
    leder = medlem(aftaleplan)
    foerste = bestil(aftaleplan, AFTALE, Valg(), Format.JSON, af=leder)
    koe.dan(str(foerste.pk))
    foerste.refresh_from_db()
    sum_ = foerste.kontrolsum
    foerste.fil.storage.delete(foerste.fil.name)
    with pytest.raises(IkkeKlar, match="findes ikke længere"):
        hent(foerste, af=leder)

    igen = bestil(aftaleplan, AFTALE, Valg(), Format.JSON, af=leder)
    assert (igen.pk, igen.tilstand) == (foerste.pk, Tilstand.BESTILT)
    koe.dan(str(igen.pk))
    igen.refresh_from_db()
    assert (igen.kontrolsum, igen.fil.storage.exists(igen.fil.name)) == (sum_, True)
