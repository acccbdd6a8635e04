"""What the annexes say on paper: forms, milestones, bodies, kommissorium and beredskabsplan."""

import re
from datetime import date

import pytest

from aftaler.models import Helhedsplan
from dokumenter import pdf
from dokumenter.reports import PAPIRER
from dokumenter.reports.data import titel, udgavenavn
from dokumenter.reports.dele import Fakta, Figur, Kriterier, Rapport, Tabel
from dokumenter.reports.grundlag import Grundlag, IngenUdgave, Valg, find
from dokumenter.statuses import Papir
from tests.factories import AktivitetFactory, OrganFactory

I_DAG = date(2022, 6, 15)
ALLE = Valg()
EN = Valg(delaftale="5.1")
KLADDE = Valg(kladde=True)


def grundlag(plan: Helhedsplan, papir: Papir, valg: Valg = ALLE) -> Grundlag:
    return find(plan, papir, valg, i_dag=I_DAG)


def rapport(plan: Helhedsplan, papir: Papir, valg: Valg = ALLE) -> Rapport:
    return PAPIRER[papir].byg(grundlag(plan, papir, valg))


def html(plan: Helhedsplan, papir: Papir, valg: Valg = ALLE) -> str:
    kilde = pdf.html(rapport(plan, papir, valg), PAPIRER[papir].skabelon)
    return re.sub(r"\s+", " ", kilde.replace("\u00a0", " "))


def test_et_skema_har_de_seks_felter_i_fondens_orden(aftaleplan):
    (dokument,) = rapport(aftaleplan, Papir.AKTIVITETSSKEMAER, EN).dokumenter
    (skema,) = dokument.afsnit

    assert (skema.ledetekst, skema.overskrift) == ("Aktivitetsnavn:", "Lektiecafé 5.1")
    felter = [getattr(et, "overskrift", getattr(et, "titel", "")) for et in skema.dele]
    assert felter == [
        "Indhold og praksis (aktivitetsbeskrivelse)",
        "Formål og mål",
        "Målgruppe(r)",
        "Succeskriterier og datakilde for aktiviteten",
        "Ansvars- og rollefordeling",
    ]
    assert isinstance(skema.dele[3], Kriterier)
    assert [(et.nr, et.datakilde) for et in skema.dele[3].raekker] == [(5, "Boligsociale Data")]


def test_skemaet_viser_maalgruppens_stoerrelse_den_ansvarlige_og_omraadet(aftaleplan):
    aktivitet = aftaleplan.indsatsomraader.get(omraadetype__nr="5.1").delaftale.aktiviteter.get()
    aktivitet.ansvarlig = aftaleplan.aftaleparter.first().underskriver
    aktivitet.start_dato = date(2019, 8, 1)
    aktivitet.save()
    (skema,) = rapport(aftaleplan, Papir.AKTIVITETSSKEMAER, Valg(delaftale="5.1", kladde=True)).dokumenter[0].afsnit

    fakta, maalgrupper, ansvar = skema.dele[0], skema.dele[3], skema.dele[5]
    assert isinstance(fakta, Fakta)
    assert fakta.felter[-1].ledetekst == "Periode"
    (tabel,) = (et for et in maalgrupper.dele if isinstance(et, Tabel))
    assert tabel.raekker == (("Unge i 7. klasse", "Primær", "1.200"),)
    assert ansvar.dele[0].felter[0].linjer == ("Inger Holt",)


def test_alle_skemaer_i_et_papir_naevner_dem_der_ikke_er_med(aftaleplan):
    samlet = rapport(aftaleplan, Papir.AKTIVITETSSKEMAER)

    assert samlet.forside.felter[-1].linjer == (
        "5.1 Tryghed og trivsel, 1 aktivitet",
        "5.3 Uddannelse og beskæftigelse, 1 aktivitet",
        "Delaftale 5.4 er ikke godkendt endnu og er ikke med.",
    )
    alle, en = (grundlag(aftaleplan, Papir.AKTIVITETSSKEMAER, et) for et in (ALLE, EN))
    assert (titel(alle), titel(en)) == ("Aktivitetsskemaer", "Aktivitetsskemaer 5.1")
    assert alle.strategisk is None


def test_et_skema_uden_kriterier_beholder_feltet(aftaleplan):
    delaftale = aftaleplan.indsatsomraader.get(omraadetype__nr="5.1").delaftale
    AktivitetFactory(delaftale=delaftale, raekkefoelge=2)

    side = html(aftaleplan, Papir.AKTIVITETSSKEMAER, Valg(delaftale="5.1", kladde=True))
    assert '<p class="mangeltitel">Succeskriterier og datakilde for aktiviteten</p>' in side


def test_delaftalens_afsnit_syv_har_andelene_foer_teksten(aftaleplan):
    afsnit = rapport(aftaleplan, Papir.DELAFTALE, EN).dokumenter[0].afsnit[6]

    andele, tekst = afsnit.dele
    assert [et.replace("\u00a0", " ") for et in andele.linjer] == ["60 % boligsocial medarbejder"]
    assert tekst.tekst == "<p>60\u00a0% boligsocial medarbejder.</p>"


def test_milepaelsplanen_har_planens_egne_foerst_og_nummererer_igennem(aftaleplan):
    (dokument,) = rapport(aftaleplan, Papir.MILEPAELSPLAN).dokumenter

    assert [et.overskrift.replace("\u00a0", " ") for et in dokument.afsnit] == [
        "Tidslinje 1. maj 2019 – 30. april 2023",
        "Hele planen",
        "5.1 Tryghed og trivsel",
        "5.3 Uddannelse og beskæftigelse",
    ]
    _, hele, omraade, _ = dokument.afsnit
    assert hele.dele[0].raekker == (("1", "Midtvejs", "1.\u00a0marts 2021"),)
    assert omraade.dele[0].raekker == (("2", "Lektiecafé 5.1", "Caféen åbner", "1.\u00a0september 2019"),)
    assert "Der er ingen milepæle." in html(aftaleplan, Papir.MILEPAELSPLAN)


def test_tidslinjen_siger_sit_budskab_i_ord_og_viser_ingen_dag_i_dag(aftaleplan):
    (_, figur) = rapport(aftaleplan, Papir.MILEPAELSPLAN).dokumenter[0].afsnit[0].dele

    assert isinstance(figur, Figur)
    assert "Hele planen: 1 milepæl; 5.1 Tryghed og trivsel: 1 milepæl." in figur.svg
    assert "i dag" not in figur.svg


def test_mange_aktiviteter_faar_flere_tidslinjer(kladdeplan):
    for nr in ("5.1", "5.3", "5.4"):
        delaftale = kladdeplan.indsatsomraader.get(omraadetype__nr=nr).delaftale
        AktivitetFactory.create_batch(10, delaftale=delaftale)
        kladdeplan.milepaele.create(aktivitet=delaftale.aktiviteter.first(), navn="Start", frist_dato=date(2020, 1, 1))

    (tidslinje, *_) = rapport(kladdeplan, Papir.MILEPAELSPLAN).dokumenter[0].afsnit
    assert sum(isinstance(et, Figur) for et in tidslinje.dele) == 2


def test_uden_milepaele_er_der_ingen_tidslinje(kladdeplan):
    kladdeplan.milepaele.all().delete()

    afsnit = rapport(kladdeplan, Papir.MILEPAELSPLAN).dokumenter[0].afsnit
    assert [et.overskrift for et in afsnit][:1] == ["Hele planen"]


def test_milepaelsplanens_udgave_naevner_alle_sine_versioner(aftaleplan):
    navn = udgavenavn(grundlag(aftaleplan, Papir.MILEPAELSPLAN))

    assert navn == "strategisk version 1, 5.1 version 1 og 5.3 version 1"
    assert rapport(aftaleplan, Papir.MILEPAELSPLAN, KLADDE).er_kladde is True


def test_diagrammet_staar_ogsaa_i_ord_med_pladser_og_moeder(aftaleplan):
    (dokument,) = rapport(aftaleplan, Papir.ORGANISATIONSDIAGRAM).dokumenter
    tegning, i_ord, organer = dokument.afsnit

    assert "Under Bestyrelsen: Den faglige følgegruppe." in tegning.dele[0].svg
    assert i_ord.dele[0].raekker == (
        ("Bestyrelsen", "ingen, står øverst", "1 plads: Boligforeningen Fjorden\u00a01", "2 faste møder om året"),
        ("Den faglige følgegruppe", "Bestyrelsen", "", ""),
    )
    fakta, pladser = organer.dele[0].dele
    assert [(et.ledetekst, et.linjer[0]) for et in fakta.felter] == [
        ("Slags", "Bestyrelse"),
        ("Møder", "2 faste møder om året"),
    ]
    assert pladser.raekker == (("Direktør", "Boligforeningen Fjorden"),)


def test_et_bredt_diagram_ligger_ned(kladdeplan):
    bestyrelse = kladdeplan.organer.get(art="bestyrelse")
    OrganFactory.create_batch(4, helhedsplan=kladdeplan, over=bestyrelse)

    former = [et.form for et in rapport(kladdeplan, Papir.ORGANISATIONSDIAGRAM).dokumenter]
    assert former == ["liggende", ""]


@pytest.mark.parametrize("papir", [Papir.KOMMISSORIUM, Papir.BEREDSKABSPLAN])
def test_bilagets_tekst_staar_under_sin_overskrift_med_version_paa_forsiden(aftaleplan, papir):
    bilag = rapport(aftaleplan, papir)

    assert bilag.dokumenter[0].afsnit[0].dele[0].tekst == f"<p>Teksten i bilaget {papir.value}.</p>"
    assert bilag.forside.herkomst[0].linjer == ("1, gælder fra 1.\u00a0maj 2019",)
    assert bilag.forside.felter[-1].ledetekst == "Bilag til"


def test_et_bilag_der_ikke_er_skrevet_staar_tomt_og_i_et_udkast_som_manglende(kladdeplan):
    kladdeplan.dokumentbilag.all().delete()

    assert '<p class="mangler">Ikke udfyldt</p>' in html(kladdeplan, Papir.BEREDSKABSPLAN)


def test_de_nye_papirer_har_ikke_et_delaftalenummer(aftaleplan):
    with pytest.raises(IngenUdgave, match="Papiret kommissorium er ét papir og har ikke et delaftalenummer"):
        rapport(aftaleplan, Papir.KOMMISSORIUM, EN)


def test_bilagene_er_fra_versionen_paa_dagen(aftaleplan):
    aftaleplan.dokumentbilag.update(tekst="<p>Kun i kladden.</p>")

    assert "Kun i kladden." not in html(aftaleplan, Papir.KOMMISSORIUM)
    assert "Kun i kladden." in html(aftaleplan, Papir.KOMMISSORIUM, KLADDE)
    with pytest.raises(IngenUdgave, match="Ingen version af den strategiske aftale"):
        rapport(aftaleplan, Papir.MILEPAELSPLAN, Valg(pr=date(2018, 1, 1)))
