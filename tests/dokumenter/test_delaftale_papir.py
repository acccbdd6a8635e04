"""What a delaftale says on paper: thirteen headings, and the area's texts from the strategic agreement of that date."""

import re
from datetime import date
from decimal import Decimal

import pytest

from aftaler.models import Delaftale, Helhedsplan, Indsatsomraade
from dokumenter import pdf
from dokumenter.reports import PAPIRER
from dokumenter.reports.dele import Rapport
from dokumenter.reports.grundlag import IngenUdgave, Valg, find
from dokumenter.statuses import Papir
from tests.dokumenter.conftest import godkend
from tests.factories import AktivitetFactory, HelhedsplanFactory, MedarbejderandelFactory, MedlemskabFactory
from tests.godkendelse import godkend_dokument

I_DAG = date(2022, 6, 15)
TYPE = PAPIRER[Papir.DELAFTALE]
EN = Valg(delaftale="5.1")


def rapport(plan: Helhedsplan, valg: Valg = EN) -> Rapport:
    return TYPE.byg(find(plan, Papir.DELAFTALE, valg, i_dag=I_DAG))


def html(plan: Helhedsplan, valg: Valg = EN) -> str:
    return re.sub(r"\s+", " ", pdf.html(rapport(plan, valg), TYPE.skabelon).replace("\u00a0", " "))


def test_de_tretten_overskrifter_staar_i_fondens_orden(aftaleplan):
    (dokument,) = rapport(aftaleplan).dokumenter

    assert [et.nummer for et in dokument.afsnit] == [f"{nr}." for nr in range(1, 14)]
    assert dokument.overskrift == "Delaftale 5.1 Tryghed og trivsel"
    assert dokument.afsnit[8].overskrift == "Indsatsområdets økonomi i henhold til budget"


def test_afsnit_7_lister_andelene_af_stillinger(aftaleplan):
    delaftale = Delaftale.objects.get(indsatsomraade__helhedsplan=aftaleplan, indsatsomraade__omraadetype__nr="5.1")
    MedarbejderandelFactory(
        helhedsplan=aftaleplan, akse="delaftale", delaftale=delaftale, funktion="", procent=Decimal("37.5")
    )

    assert "37,5 % Koordinator" in html(aftaleplan, Valg(delaftale="5.1", kladde=True))
    assert "37,5 % Koordinator" not in html(aftaleplan)  # the version in force has no such share


def test_omraadets_kriterier_kommer_fra_den_strategiske_version_paa_samme_dato(aftaleplan):
    leder = MedlemskabFactory(helhedsplan=aftaleplan).bruger
    Indsatsomraade.objects.filter(helhedsplan=aftaleplan).update(problemkompleks="<p>Et nyt problem.</p>")
    godkend_dokument(
        Helhedsplan.objects.get(pk=aftaleplan.pk), None, gaelder_fra=date(2022, 1, 14), godkendt_dato=date(2022, 1, 10),
        godkendt_af_navn="Landsbyggefonden", grund="Nyt problem", af=leder,
    )  # fmt: skip
    Indsatsomraade.objects.filter(helhedsplan=aftaleplan).update(problemkompleks="<p>Kun i kladden.</p>")

    assert "Et nyt problem." in html(aftaleplan)
    assert "Problemet i 5.1: 26,2 % flytter." in html(aftaleplan, Valg(delaftale="5.1", pr=date(2022, 1, 13)))
    assert "Kun i kladden." in html(aftaleplan, Valg(delaftale="5.1", kladde=True))
    kilde = rapport(aftaleplan).forside.herkomst[-1]
    assert kilde.ledetekst == "Afsnit 4 og 5 er fra"
    assert (
        kilde.linjer[0].replace("\u00a0", " ") == "Strategisk samarbejdsaftale, version 2, gælder fra 14. januar 2022"
    )


def test_uden_godkendt_strategisk_aftale_staar_det_hvorfor_teksten_ikke_er_der(kladdeplan):
    godkend(kladdeplan, delaftaler=("5.1",))
    grundlag = find(kladdeplan, Papir.DELAFTALE, EN, i_dag=I_DAG)
    uden = type(grundlag)(grundlag.papir, grundlag.dokumenter, None, ())

    side = pdf.html(TYPE.byg(uden), TYPE.skabelon)
    assert side.count("Står i den strategiske samarbejdsaftale, som ikke er godkendt endnu.") == 2
    assert "Problemet i 5.1" not in side


def test_hver_aktivitet_har_sit_skema_med_egne_kriterier(aftaleplan):
    skemaer = rapport(aftaleplan).dokumenter[0].afsnit[12].underblokke

    assert [(et.ledetekst, et.overskrift) for et in skemaer] == [("Aktivitetsnavn:", "Lektiecafé 5.1")]
    felter = [getattr(et, "overskrift", getattr(et, "titel", "")) for et in skemaer[0].dele]
    assert felter == [
        "Indhold og praksis (aktivitetsbeskrivelse)",
        "Formål og mål",
        "Målgruppe(r)",
        "Succeskriterier og datakilde for aktiviteten",
        "Ansvars- og rollefordeling",
    ]
    assert [et.nr for et in skemaer[0].dele[3].raekker] == [5]


def test_alle_i_et_papir_tager_de_godkendte_og_naevner_dem_der_mangler(aftaleplan):
    samlet = rapport(aftaleplan, Valg())

    assert [et.overskrift for et in samlet.dokumenter] == [
        "Delaftale 5.1 Tryghed og trivsel",
        "Delaftale 5.3 Uddannelse og beskæftigelse",
    ]
    assert samlet.er_kladde is False
    assert samlet.forside.felter[-1].linjer[-1] == "Delaftale 5.4 er ikke godkendt endnu og er ikke med."
    loebende = [et.loebende.papir for et in samlet.dokumenter]
    assert loebende == ["Delaftale 5.1 · Vestbyen i Nørreby", "Delaftale 5.3 · Vestbyen i Nørreby"]
    assert len({et.loebende.kontrolsum for et in samlet.dokumenter}) == 2


def test_aldrig_godkendte_delaftaler_bliver_til_udkast(kladdeplan):
    samlet = rapport(kladdeplan, Valg())

    assert len(samlet.dokumenter) == 3
    assert samlet.er_kladde is True
    assert samlet.dokumenter[0].loebende.udgave == "Kladde, ikke godkendt"


def test_en_delaftale_der_ikke_er_godkendt_staar_aldrig_mellem_dem_der_er(aftaleplan):
    assert rapport(aftaleplan, Valg(delaftale="5.4")).er_kladde is True
    with pytest.raises(IngenUdgave, match=r"Ingen version af delaftale 5\.4 gælder den"):
        rapport(aftaleplan, Valg(delaftale="5.4", pr=I_DAG))


def test_ukendt_nummer_og_plan_uden_delaftaler_faar_en_saetning(aftaleplan):
    with pytest.raises(IngenUdgave, match=r"Planen har ingen delaftale 5\.2\. Den har 5\.1, 5\.3 og 5\.4\."):
        rapport(aftaleplan, Valg(delaftale="5.2"))
    with pytest.raises(IngenUdgave, match="Planen har ingen delaftaler endnu"):
        rapport(HelhedsplanFactory(), Valg())


def test_et_opdigtet_eksempel_siger_at_det_er_det(kladdeplan):
    delaftale = kladdeplan.indsatsomraader.get(omraadetype__nr="5.1").delaftale
    AktivitetFactory(delaftale=delaftale, navn="Naboskabsdag", raekkefoelge=2, eksempel=True)

    assert html(kladdeplan).count("Opdigtet eksempel.") == 1
