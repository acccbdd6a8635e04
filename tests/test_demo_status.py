"""Where each criterion of the four demo plans stands a month after the plan ended, and why; nothing without permission.

Every distinct criterion of the sources stands in a demo plan, reworded.
"""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings

from aftaler.models import Helhedsplan, Succeskriterium
from brugere.models import Bruger
from maalinger.models import Maaling, Periodelaas
from maalinger.reports import kriterier, linjer
from maalinger.statuses import Maalingstilstand, Status
from tests.test_demo import koer

DAGE = {
    "lemvig": date(2023, 6, 1),
    "slagelse": date(2021, 11, 1),
    "lolland": date(2022, 5, 1),
    "koege": date(2021, 11, 1),
}
STATUS = {
    "lemvig": {
        "Tryghed i området": Status.IKKE_MAALBART,  # it must rise, and nobody said how much
        "Ressourcer blandt beboerne": Status.IKKE_MAALBART,  # the same
        "Fraflytning": Status.IKKE_OPFYLDT,  # 21.3 % in 2022; at most 20 was the goal, and 2022 is over
        "Bliver boende efter genhusning": Status.OPFYLDT,  # 104 of 132 is 78.8 %; no year given, and the plan has ended
        "Fællesspisninger": Status.IKKE_OPFYLDT,  # at least 10 every year, and 2019 and 2020 had 6 and 4
        "Passive kontanthjælpsmodtagere": Status.OPFYLDT,  # 24.6 % in 2022; at most 25
        "Unge på offentlig forsørgelse": Status.BAGUD,  # 33.9 % on average for two of three years; 2022 is only sent
        "Unge med kun grundskole": Status.OPFYLDT,  # 27.6 % on average for all three years; at most 28
        "Forældres redskaber": Status.IKKE_MAALBART,  # experienced, with nothing to count and no scale
        "Børn og unge i foreningslivet": Status.IKKE_MAALBART,  # a rise without a size, and no baseline
        "Karakterer i dansk og matematik": Status.BAGUD,  # 5.85 on average for two of three years; 2022 was returned
        "Unge med fritidsjob": Status.OPFYLDT,  # 16 in 2022; at least 15
    },
    "slagelse": {
        "Generel tryghed": Status.IKKE_MAALBART,  # it must rise, and nobody said how much
        "Tryghed på Motalavej og i Ringparken": Status.IKKE_OPFYLDT,  # Motalavej 66.4 % in 2020, not above 72.4
        "Tryghed i Sydbyen og Skælskør": Status.IKKE_MAALBART,  # the goal is set after a first measurement
        "Fraflytning": Status.IKKE_OPFYLDT,  # a fall of 10 % was reached in one of three years
        "Anmeldt hærværk": Status.BAGUD,  # Ringparken fell less than 15 % in 2019, and 2020 isn't measured
        "Aktive frivillige": Status.IKKE_OPFYLDT,  # at least 50 every year; one of three had fewer
        "Store arrangementer": Status.IKKE_OPFYLDT,  # at least 2 every year; 2020 had one
        "Borgere til arrangementer på tværs": Status.PAA_SPORET,  # 270 of 300 by the end of 2019, ahead of time
        "Arbejdsgrupper": Status.PAA_SPORET,  # 3 of 4 by the end of 2019, ahead of time
        "Temaaftener om brandsikkerhed": Status.BAGUD,  # 5 of 8 in 2019, and 2020 isn't measured
        "Generel tryghed (5.2)": Status.IKKE_MAALBART,
        "Tryghed på Motalavej og i Ringparken (5.2)": Status.IKKE_OPFYLDT,
        "Tryghed i Sydbyen og Skælskør (5.2)": Status.IKKE_MAALBART,
        "Kriminalretlige afgørelser, samlet": Status.BAGUD,  # 62 % of the way in 2020; 80 % by the plan
        "Kriminalretlige afgørelser, fælles loft": Status.IKKE_OPFYLDT,  # two areas aren't under 28 in 2020
        "Kriminalretlige afgørelser, hvert område": Status.OPFYLDT,  # all four are under their own level in 2020
        "Påsatte brande": Status.BAGUD,  # 5.6 % fewer in 2019 and not 10, and 2020 isn't measured
        "Skolefravær": Status.IKKE_MAALBART,  # all six of 5.3: a movement without a size and without a start
        "Uddannelsesparate": Status.IKKE_MAALBART,
        "Kun grundskole": Status.IKKE_MAALBART,
        "Borgere på ydelse": Status.IKKE_MAALBART,
        "I gang med ungdomsuddannelse": Status.IKKE_MAALBART,
        "Tid på ydelse": Status.IKKE_MAALBART,
        "Børns trivsel i udvalgte familier": Status.IKKE_MAALBART,  # judged, and nobody said how
        "Mødres kompetencer": Status.OPFYLDT,  # experienced, but on the board's scale: 4.1 of 5 in 2020; at least 4
    },
    "lolland": {
        "Tryghed blandt beboerne": Status.OPFYLDT,  # 76.4 % in 2021; at least 76
        "Beboere i fællesskaber": Status.VENTER,  # never measured, and nobody set a day for it
        "Unge i ungdomsuddannelse": Status.PAA_SPORET,  # 38 % of the way in 2020, and that is the board's milestone
        "Unge uden job eller uddannelse": Status.BAGUD,  # 27.4 % in 2020 is 60 % of the way; 75 % by the plan
        "Forældre i forløb": Status.BAGUD,  # 48 in 2020; at least 60
        "Børn i dagtilbud": Status.IKKE_OPFYLDT,  # 79.2 % in 2021; at least 80
    },
    "koege": {
        "Afgørelser i Karlemoseparken": Status.BAGUD,  # 31.4 in 2018: further from the goal than the start
        "Unge med fritidsjob": Status.MAALING_MANGLER,  # due 31 January 2019, never made
        "Kvinder i praktik eller job": Status.BAGUD,  # set by hand; the computed one is that the measurement lacks
        "Forældre i forløb": Status.BAGUD,  # 7 in 2018; at least 20 a year
    },
}
# Line of the sources' file -> plan and criterion. Lemvig's ten stand there twice, Slagelse's per area and in copies.
LEMVIGS = (
    "Tryghed i området", "Ressourcer blandt beboerne", "Fraflytning", "Bliver boende efter genhusning",
    "Passive kontanthjælpsmodtagere", "Unge på offentlig forsørgelse", "Unge med kun grundskole",
    "Forældres redskaber", "Børn og unge i foreningslivet", "Karakterer i dansk og matematik",
)  # fmt: skip
TRYGHED = (
    "Generel tryghed", *["Tryghed på Motalavej og i Ringparken"] * 2, *["Tryghed i Sydbyen og Skælskør"] * 2,
)  # fmt: skip
SLAGELSES = (
    *TRYGHED, *(f"{et} (5.2)" for et in TRYGHED), "Fraflytning", "Anmeldt hærværk",
    "Kriminalretlige afgørelser, samlet", "Kriminalretlige afgørelser, fælles loft",
    *["Kriminalretlige afgørelser, hvert område"] * 4, "Påsatte brande", "Skolefravær", "Uddannelsesparate",
    "Kun grundskole", "Borgere på ydelse", "I gang med ungdomsuddannelse", "Tid på ydelse",
    "Børns trivsel i udvalgte familier", "Mødres kompetencer", "Fraflytning", "Anmeldt hærværk", "Aktive frivillige",
    "Store arrangementer", "Borgere til arrangementer på tværs", "Arbejdsgrupper", "Temaaftener om brandsikkerhed",
)  # fmt: skip
KILDELINJER = (
    *(("lemvig", LEMVIGS[nr]) for nr in (7, 8, 9, 4, 5, 6, 0, 1, 2, 3)),
    *(("lemvig", navn) for navn in LEMVIGS),
    *(("slagelse", navn) for navn in SLAGELSES),
)


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The plans are made once for the module, and gone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield koer()
        transaction.set_rollback(True)


@pytest.mark.django_db
@pytest.mark.parametrize("slug", STATUS)
def test_hvert_kriterium_har_den_status_tallene_giver(demo, slug):
    plan = Helhedsplan.objects.get(slug=slug)
    alle = linjer.linjer(plan, kriterier.ikraft(plan, dato=DAGE[slug]).kriterier, dato=DAGE[slug])

    assert {et.kriterium.navn: et.opfyldelse.status for et in alle} == STATUS[slug]


@pytest.mark.django_db
def test_hvert_kriterium_i_kilderne_staar_omskrevet_i_en_demoplan(demo, faelles_mappe):
    kilde = (faelles_mappe / "seeds" / "succeskriterier.jsonl").read_text().splitlines()
    tekster = {
        (slug, navn): tekst
        for slug, navn, tekst in Succeskriterium.objects.values_list("helhedsplan__slug", "navn", "tekst")
    }

    assert len(KILDELINJER) == len(kilde)
    for linje, sted in zip(kilde, KILDELINJER, strict=True):
        assert tekster[sted] != json.loads(linje)["tekst"]


@pytest.mark.django_db
def test_nogle_tal_er_paa_vej_og_ingen_af_dem_taeller(demo):
    paa_vej = Maaling.objects.aabne().order_by("tilstand", "kriterium__navn")

    assert list(paa_vej.values_list("kriterium__navn", "tilstand", "afgjort_note")) == [
        ("Børn og unge i foreningslivet", Maalingstilstand.KLADDE, ""),
        (
            "Karakterer i dansk og matematik",
            Maalingstilstand.RETURNERET,
            "Det er gennemsnittet for hele kommunen. Hent tallet for eleverne fra boligområdet.",
        ),
        ("Fællesspisninger", Maalingstilstand.SENDT, ""),
        ("Unge på offentlig forsørgelse", Maalingstilstand.SENDT, ""),
    ]
    assert all(paa_vej.values_list("eksempel", flat=True))


@pytest.mark.django_db
def test_et_aar_er_laast_og_et_er_laast_op_igen(demo):
    laase = Periodelaas.objects.order_by("fra_dato").values_list("fra_dato__year", "oplaast_grund")

    assert list(laase) == [(2019, ""), (2020, "Et udtræk for 2020 var hentet for tidligt (eksempel).")]


@pytest.mark.django_db
def test_det_satte_staar_ved_siden_af_det_beregnede(demo):
    koege = Helhedsplan.objects.get(slug="koege")
    alle = linjer.linjer(koege, kriterier.ikraft(koege, dato=DAGE["koege"]).kriterier, dato=DAGE["koege"])
    (sat,) = [et.opfyldelse for et in alle if et.opfyldelse.tilsidesat]

    assert (sat.status, sat.beregnet, sat.tilsidesat.af) == (Status.BAGUD, Status.MAALING_MANGLER, "Inge Kirk")


@pytest.mark.django_db
def test_uden_tilladelse_oprettes_intet():
    foer = Bruger.objects.count(), Helhedsplan.objects.count()
    with override_settings(TILLAD_DEMO=False), pytest.raises(CommandError, match="TILLAD_DEMO=1") as fejl:
        call_command("demo", stdout=StringIO())
    assert fejl.value.returncode == 2
    assert (Bruger.objects.count(), Helhedsplan.objects.count()) == foer
