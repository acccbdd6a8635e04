"""The ét-års-eftersyn's four headings say what is wrong with reason and amount, and say so where all is in order."""

from dataclasses import replace
from datetime import date

import pytest

from aftaler.rules.aktiviteter import Forloeb
from aftaler.rules.organer import Stol
from maalinger.statuses import Status
from moeder.statuses import Pengeemne
from overblik.rules.eftersyn import (
    I_ORDEN,
    TITLER,
    Fakta,
    Kriteriestand,
    Overskrift,
    Penge,
    afsnittene,
    fremdrift,
    hvornaar,
    oekonomi,
    opfoelgning,
    organisering,
)
from overblik.rules.eftersynsmoede import dagsordenen
from overblik.rules.plandata import Aendring, Aktivitet, Forfald, Milepael, Omraade
from tests.overblik.test_rules_afvigelser import BESTYRELSE, DELAFTALE, PLAN

FAKTA = Fakta(PLAN, penge=Penge("Der er brugt 1 kr. af 2 kr."))


def med(**felter):
    return replace(FAKTA, plan=replace(PLAN, **felter))


def med_aktivitet(aktivitet, **felter):
    return med(omraader=(Omraade("5.2", "", replace(DELAFTALE, aktiviteter=(aktivitet,))),), **felter)


def tekster(punkter):
    return [(et.hvad, et.tekst.replace("\u00a0", " "), [u.replace("\u00a0", " ") for u in et.under]) for et in punkter]


@pytest.mark.regel("eftersynets-overskrifter")
def test_de_fire_overskrifter_staar_der_ogsaa_naar_alt_er_i_orden():
    afsnit = afsnittene(FAKTA)
    assert [(et.nr, et.titel) for et in afsnit] == [(et.value, TITLER[et]) for et in Overskrift]
    assert afsnit[0].saetning == I_ORDEN[Overskrift.ORGANISERING]
    assert afsnit[2].saetning == f"Der er brugt 1 kr. af 2 kr. {I_ORDEN[Overskrift.OEKONOMI]}"
    assert [et.punkter for et in afsnit] == [()] * 4


@pytest.mark.regel("eftersyn-organisering")
def test_en_ledig_plads_og_en_aktivitet_uden_ansvarlig():
    fakta = med_aktivitet(Aktivitet(7, "Lektiecafé", har_ansvarlig=False), bestyrelse=(*BESTYRELSE, Stol("Beboer")))
    assert tekster(organisering(fakta)) == [
        ("Bestyrelsen", "Pladsen »Beboer« i bestyrelsen er ledig.", []),
        ("Ansvarlige", "Ingen person står som ansvarlig for »Lektiecafé« i delaftale 5.2.", []),
    ]


@pytest.mark.regel("eftersyn-fremdrift")
def test_en_forsinket_aktivitet_staar_med_sin_grund_og_sine_sene_milepaele():
    aktivitet = Aktivitet(7, "Lektiecafé", status="ikke_igangsat", status_grund="Et år forsinket.")
    milepaele = (
        Milepael("Holdet begynder", date(2021, 6, 15), None, "Målgruppen var væk", 7),
        Milepael("Aftale med skolen", date(2021, 1, 1), date(2021, 1, 11), "", 7),
        Milepael("Kommer", date(2022, 12, 1), None, "", 7),
        Milepael("En andens", date(2021, 6, 15), None, "", 8),
    )
    (fundet,) = tekster(fremdrift(med_aktivitet(aktivitet, milepaele=milepaele)))
    assert fundet == (
        "Aktiviteter, der ikke følger planen",
        "»Lektiecafé« i delaftale 5.2 er ikke igangsat. Et år forsinket.",
        [
            "»Holdet begynder«: Skulle være nået 15. juni 2021, 365 dage siden. Målgruppen var væk.",
            "»Aftale med skolen«: Nået 11. januar 2021, 10 dage efter fristen 1. januar 2021.",
        ],
    )


def test_kriterier_der_ikke_er_paa_sporet_og_taellingen_af_dem_alle():
    kriterier = (
        Kriteriestand("Fraflytning", Status.BAGUD, "12 % mod 10 %."),
        Kriteriestand("Karakterer", Status.PAA_SPORET, "7 mod 6."),
    )
    fakta = replace(FAKTA, kriterier=kriterier)
    assert tekster(fremdrift(fakta)) == [("Kriterier, der ikke er på sporet", "Fraflytning: 12 % mod 10 %.", [])]
    assert afsnittene(fakta)[1].saetning == "Ét kriterium er på sporet, og ét er bagud."


def test_et_fund_nogen_lod_staa_naevnes_ikke():
    aktivitet = Aktivitet(7, "Lektiecafé", forloeb=Forloeb(PLAN.start, PLAN.slut), status="paa_hold", status_grund="x")
    fakta = med_aktivitet(aktivitet)
    assert len(fremdrift(fakta)) == 1
    assert fremdrift(replace(fakta, frafaldet=frozenset({("aktivitet-er-i-gang", "7-paa_hold")}))) == []


@pytest.mark.regel("eftersyn-oekonomi")
def test_penge_der_mangler_staar_med_det_aftalte():
    penge = Penge(
        "Der er brugt 1 kr.",
        givere=(("Kommunen mangler at levere 60 kr. i timer.", ("Aftalt: 60 kr. indhentes.",)),),
        rester=("165.000 kr. fra 2017 er ikke brugt.",),
        regnskaber=("2021: Senest 30. juni 2022.",),
    )
    assert tekster(oekonomi(penge)) == [
        ("Lokal medfinansiering", "Kommunen mangler at levere 60 kr. i timer.", ["Aftalt: 60 kr. indhentes."]),
        ("Uforbrugte midler", "165.000 kr. fra 2017 er ikke brugt.", []),
        ("Regnskaber", "2021: Senest 30. juni 2022.", []),
    ]


@pytest.mark.regel("eftersyn-opfoelgning")
def test_vilkaar_frister_og_opgaver_staar_med_deres_dag():
    fakta = replace(
        med(vilkaar=(Forfald(1, "Ny milepælsplan.", date(2022, 9, 1), 3),)),
        frister=(("Sen", date(2022, 12, 1)), ("Tidlig", date(2022, 6, 1))),
        opgaver=(("Ring til skolen (Bo Friis)", date(2022, 6, 15)),),
    )
    assert tekster(opfoelgning(fakta)) == [
        ("Vilkår i godkendelser", "Ny milepælsplan. Senest 1. september 2022, om 78 dage.", []),
        ("Frister", "Tidlig. Skulle være gjort 1. juni 2022, 14 dage siden.", []),
        ("Frister", "Sen. Senest 1. december 2022.", []),
        ("Opgaver", "Ring til skolen (Bo Friis). Senest i dag.", []),
    ]


def test_hvornaar_eftersynet_er():
    assert [et.replace("\u00a0", " ") for et in (
        hvornaar(date(2020, 5, 1), None), hvornaar(date(2020, 5, 1), date(2020, 6, 16)), hvornaar(None, None)
    )] == ["Skal holdes senest 1. maj 2020.", "Holdt 16. juni 2020.", ""]  # fmt: skip


@pytest.mark.regel("eftersyn-dagsorden")
def test_moedets_fire_punkter_siger_intet_om_beloeb_eller_aendringer_undervejs():
    penge = Penge("Der er brugt 1 kr. af 2 kr.", givere=(("Kommunen mangler 60.000 kr.", ("Leveres i 2023.",)),))
    aendring = Aendring("Delaftale 5.2", "Fritidsjob til flere", date(2022, 1, 1), "bestyrelsen", 9)
    punkter = dict(dagsordenen(replace(med(aendringer=(aendring,)), penge=penge)))
    assert list(punkter) == list(TITLER.values())
    assert punkter[TITLER[Overskrift.ORGANISERING]].sagsfremstilling == (f"<p>{I_ORDEN[Overskrift.ORGANISERING]}</p>")
    fremdrift, oekonomi = (punkter[TITLER[et]] for et in (Overskrift.FREMDRIFT, Overskrift.OEKONOMI))
    assert "Fritidsjob" not in fremdrift.sagsfremstilling
    assert fremdrift.emner == (("aendring", 9),)
    assert oekonomi.sagsfremstilling == (
        "<p>Lokal medfinansiering</p><p>Beløbene står ved punktet for dem, der må se penge i detaljer.</p>"
    )
    assert oekonomi.emner == (("penge", Pengeemne.STILLING.value), ("penge", Pengeemne.MEDFINANSIERING.value))


@pytest.mark.regel("eftersyn-dagsorden")
def test_moedets_punkter_siger_ogsaa_naar_alt_er_i_orden():
    oekonomi = dict(dagsordenen(FAKTA))[TITLER[Overskrift.OEKONOMI]]
    assert oekonomi.sagsfremstilling == f"<p>{I_ORDEN[Overskrift.OEKONOMI]}</p>"


def test_et_vilkaar_i_en_aendring_der_venter_paa_svar_staar_ikke_i_dagsordenens_tekst():
    """Everybody in the plan reads the agenda, and a change under way is for those who see drafts."""
    aendring = Aendring("Delaftale 5.2", "Luk caféen", date(2022, 5, 1), "Bestyrelsen", noegle=4)
    vilkaar = (Forfald(1, "Flyt lønnen", date(2022, 9, 1), 4), Forfald(2, "Send regnskab", date(2022, 9, 2), 3))
    fakta = med(aendringer=(aendring,), vilkaar=vilkaar)

    tekst = dict(dagsordenen(fakta))[TITLER[Overskrift.OPFOELGNING]].sagsfremstilling

    assert ("Flyt lønnen" in tekst, "Send regnskab" in tekst) == (False, True)
    assert [et.tekst.split(".")[0] for et in opfoelgning(fakta)] == ["Send regnskab", "Flyt lønnen"]
    alene = dict(dagsordenen(replace(fakta, plan=replace(fakta.plan, vilkaar=vilkaar[:1]))))
    assert alene[TITLER[Overskrift.OPFOELGNING]].sagsfremstilling == ""  # not that all is in order
