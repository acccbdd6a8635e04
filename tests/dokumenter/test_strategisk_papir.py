"""What the strategic agreement says on paper, read in the dataclass and in the HTML."""

import re
from datetime import date

import pytest

from aftaler.models import Helhedsplan
from dokumenter import pdf
from dokumenter.reports import PAPIRER
from dokumenter.reports.dele import Blok, Finansiering, Kriterier, Rapport
from dokumenter.reports.grundlag import IngenUdgave, Valg, find
from dokumenter.statuses import Papir
from tests.dokumenter.conftest import byg_plan, godkend
from tests.factories import MedlemskabFactory
from tests.godkendelse import godkend_dokument

I_DAG = date(2022, 6, 15)
I_KRAFT = Valg()
TYPE = PAPIRER[Papir.STRATEGISK_AFTALE]


def rapport(plan: Helhedsplan, valg: Valg = I_KRAFT) -> Rapport:
    return TYPE.byg(find(plan, Papir.STRATEGISK_AFTALE, valg, i_dag=I_DAG))


def html(plan: Helhedsplan, valg: Valg = I_KRAFT) -> str:
    return re.sub(r"\s+", " ", pdf.html(rapport(plan, valg), TYPE.skabelon).replace("\u00a0", " "))


def afsnit(plan: Helhedsplan, nummer: str, valg: Valg = I_KRAFT) -> Blok:
    (dokument,) = rapport(plan, valg).dokumenter
    return next(et for et in dokument.afsnit if et.nummer == nummer)


def test_overskrifterne_staar_i_fondens_orden_med_skabelonens_huller(aftaleplan):
    (dokument,) = rapport(aftaleplan).dokumenter

    assert [et.nummer for et in dokument.afsnit] == [f"{nr}." for nr in (1, 2, 3, 4, 5, 6, 7, 9, 10, 11)]
    assert dokument.afsnit[0].overskrift == "Formål med og rammer for den boligsociale indsats"


def test_et_omraade_der_ikke_er_valgt_efterlader_et_hul(aftaleplan):
    omraader = afsnit(aftaleplan, "5.").underblokke

    assert [et.nummer for et in omraader] == ["5.1", "5.3", "5.4"]
    assert [et.overskrift for et in omraader[0].dele[:2]] == ["Problemkompleks for indsatsområdet", "Formål og mål"]


def test_alle_ti_kriterier_staar_med_nummer_og_datakilde(aftaleplan):
    tabeller = [et.dele[-1] for et in afsnit(aftaleplan, "5.").underblokke]

    assert [type(et) for et in tabeller] == [Kriterier] * 3
    assert [k.nr for et in tabeller for k in et.raekker] == [1, 2, 3, 4, 6, 7, 8, 10, 11, 12]
    assert {k.datakilde for et in tabeller for k in et.raekker} == {"Boligsociale Data"}


def test_aktiviteternes_kriterier_hoerer_til_delaftalen(aftaleplan):
    assert "unge kommer" not in html(aftaleplan)


def test_generation_a_samler_problemkomplekset_i_afsnit_tre_og_regner_i_tusinde(db):
    plan = byg_plan("A")
    godkend(plan)
    problem, oekonomi = afsnit(plan, "3."), afsnit(plan, "7.").dele[0]

    assert [et.overskrift for et in problem.dele[1:]] == [
        "Problemkompleks for indsatsområdet: Tryghed og trivsel",
        "Problemkompleks for indsatsområdet: Uddannelse og beskæftigelse",
        "Problemkompleks for indsatsområdet: Forebyggelse og forældreansvar",
    ]
    assert [et.overskrift for et in afsnit(plan, "5.").underblokke[0].dele[:-1]] == ["Formål"]
    assert oekonomi.kolonne == "Finansiering i hele tusinde"
    assert [et.beloeb for et in oekonomi.raekker] == ["6.000", "2.900", "8.900"]
    assert rapport(plan).forside.felter[-1].ledetekst == "Samarbejdsaftalen gælder fra"
    assert rapport(plan).forside.felter[-1].linjer == ("1.\u00a0maj 2019",)
    assert afsnit(plan, "8.").overskrift == "Samspil med øvrige tiltag og områdebaserede indsatser"


def test_finansieringen_staar_i_kroner_med_sum(aftaleplan):
    tabel = afsnit(aftaleplan, "7.").dele[0]

    assert isinstance(tabel, Finansiering)
    assert [(et.navn, et.beloeb.replace("\u00a0", " "), et.er_sum) for et in tabel.raekker] == [
        ("Landsbyggefonden", "6.000.000 kr.", False),
        ("Lokal medfinansiering", "2.900.000 kr.", False),
        ("Samlet budget for den boligsociale indsats", "8.900.000 kr.", True),
    ]


def test_forsiden_har_fondens_ledetekster_parter_og_underskrifter(aftaleplan):
    forside = rapport(aftaleplan).forside

    assert forside.titel == "Strategisk samarbejdsaftale om boligsocial indsats"
    assert [et.ledetekst.replace("\u00a0", " ") for et in forside.felter] == [
        "Områdets navn",
        "Aftalens parter",
        "Samarbejdsaftalen gælder fra – til",
    ]
    assert forside.felter[1].linjer == ("Boligforeningen Fjorden", "Nørreby Kommune")
    assert [(et.part, et.er_underskrevet, et.navn) for et in forside.underskrifter] == [
        ("Boligforeningen Fjorden", True, "Inger Holt"),
        ("Nørreby Kommune", False, ""),
    ]


def test_foden_siger_version_godkender_og_hvad_den_erstatter(aftaleplan):
    leder = MedlemskabFactory(helhedsplan=aftaleplan).bruger
    aftaleplan.samarbejdsaftale.afsnit.update(tekst="<p>Ny tekst.</p>")
    godkend_dokument(
        Helhedsplan.objects.get(pk=aftaleplan.pk), None, gaelder_fra=date(2022, 1, 14), godkendt_dato=date(2022, 1, 10),
        godkendt_af_navn="Landsbyggefonden", grund="Ny tekst", af=leder,
    )  # fmt: skip

    herkomst = {et.ledetekst: et.linjer[0].replace("\u00a0", " ") for et in rapport(aftaleplan).forside.herkomst}
    assert herkomst == {
        "Version": "2, gælder fra 14. januar 2022",
        "Godkendt af": "Landsbyggefonden 10. januar 2022",
        "Erstatter": "Version 1 af 1. maj 2019",
    }
    foer = rapport(aftaleplan, Valg(pr=date(2022, 1, 13)))
    assert foer.forside.loebende.udgave.replace("\u00a0", " ") == "Version 1 · gælder fra 1. maj 2019"


def test_kontrolsummen_er_de_foerste_seksten_tegn_i_grupper_af_fire(aftaleplan):
    sum_ = aftaleplan.versioner.get(delaftale=None).kontrolsum

    assert rapport(aftaleplan).forside.loebende.kontrolsum == f"{sum_[:4]} {sum_[4:8]} {sum_[8:12]} {sum_[12:16]}"


def test_et_udkast_siger_hvad_der_mangler(kladdeplan):
    kladdeplan.samarbejdsaftale.afsnit.update(tekst="")
    type(kladdeplan.samarbejdsaftale).objects.update(lokal_medfinansiering=None)
    plan = Helhedsplan.objects.get(pk=kladdeplan.pk)

    side = html(plan)
    assert '<body class="papir udkast">' in side
    assert side.count('<p class="mangler">Ikke udfyldt</p>') == 8
    assert [et.beloeb for et in afsnit(plan, "7.").dele[0].raekker][1:] == ["Ikke udfyldt", "Ikke udfyldt"]
    assert rapport(plan).forside.herkomst[0].linjer == ("Udkast. Ikke godkendt og ikke i kraft.",)


def test_en_version_finder_ikke_paa_noget_hvor_teksten_mangler(kladdeplan):
    kladdeplan.samarbejdsaftale.afsnit.update(tekst="")
    type(kladdeplan.samarbejdsaftale).objects.update(lokal_medfinansiering=None)
    godkend(kladdeplan)

    assert "Ikke udfyldt" not in html(kladdeplan)
    assert [et.beloeb for et in afsnit(kladdeplan, "7.").dele[0].raekker][1:] == ["", ""]


def test_aldrig_godkendt_bliver_til_kladden_og_en_dato_foer_den_foerste_til_en_saetning(kladdeplan, aftaleplan):
    assert rapport(kladdeplan).er_kladde is True
    with pytest.raises(IngenUdgave, match=r"Ingen version af den strategiske aftale gælder den 30\..april 2019"):
        rapport(aftaleplan, Valg(pr=date(2019, 4, 30)))
    with pytest.raises(IngenUdgave, match="Vælg enten en dato eller kladden"):
        rapport(aftaleplan, Valg(pr=date(2020, 1, 1), kladde=True))


def test_rigtekst_renses_paa_ny_og_figur_og_enhed_holdes_samlet(kladdeplan):
    omraade = kladdeplan.indsatsomraader.get(omraadetype__nr="5.1")
    raat = '<p onclick="x">26,2 % og 5 mio. kr.</p><script>1</script>'
    type(omraade).objects.filter(pk=omraade.pk).update(problemkompleks=raat)

    prosa = afsnit(kladdeplan, "5.").underblokke[0].dele[0].dele[0]
    assert prosa.tekst == "<p>26,2\u00a0% og 5\u00a0mio. kr.</p>"
