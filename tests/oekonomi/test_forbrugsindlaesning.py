"""Uploading a finance system's file: taken, tried, placed and read in; twice is once, and nothing is half done."""

import io
from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kerne.arkmodtagelse import KanIkkeIndlaeses
from kerne.models import Haendelse
from kerne.statuses import Indlaesningstilstand
from oekonomi import tasks
from oekonomi.models import Forbrug, Forbrugsindlaesning
from oekonomi.rules.posteringskolonner import Hjemsted
from oekonomi.services import posteringer as services
from oekonomi.services import posteringsarbejde
from tests.factories import DelaftaleFactory, RegnskabsaarFactory
from tests.oekonomi.posteringer import ARTER, OVERSKRIFTER, ForbrugsindlaesningFactory, arbejd, fil, laes_ind, proev

pytestmark = pytest.mark.django_db
LEJE, LOEN = "01-03-2020;4100;Leje af sal;17;1.200,50", "02-03-2020;4200;Løn marts;18;30.000"
KONTI = {"4100": "tvaergaaende", "4200": "ikke_fordelt"}


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def leder(client, projektleder):
    client.force_login(projektleder)
    return client


def side(plan, navn, *led):
    return reverse(f"oekonomi:{navn}", args=[plan.slug, *led])


def fund(ny, slags="fejl"):
    return [(et["sted"], et["besked"].replace("\u00a0", " ")) for et in ny.resultat[slags]]


def test_en_fil_vaelges_og_kolonnerne_gaettes(leder, plan):
    svar = leder.post(side(plan, "forbrugsindlaesning_opret"), {"fil": fil(LEJE)}, follow=True)

    ny = Forbrugsindlaesning.objects.get()
    assert svar.redirect_chain == [(side(plan, "forbrugsindlaesning", ny.pk), 302)]
    assert (ny.tilstand, ny.filnavn, ny.overskrifter) == ("valgt", "finans.csv", list(OVERSKRIFTER))
    assert ny.kolonner["arter"] == ["dato", "konto", "tekst", "bilag", "beloeb"]
    assert [(linje.tekst, sted) for linje, sted in svar.context["vises"].linjer] == [
        ("Leje af sal", "spørges der om: 4100")
    ]
    assert Haendelse.objects.filter(hvad="valgte en fil med posteringer", kreds=plan.slug).count() == 1


def test_hver_handling_paa_en_fil_er_en_linje_i_loggen(plan, projektleder):
    """Review: placing accounts and telling columns left no line, and so nobody could see who had decided them."""
    ny = services.modtag(plan, fil(LEJE), af=projektleder)
    services.vaelg_ark(ny, ny.ark, 1, af=projektleder)
    services.saet_kolonner(ny, ARTER, af=projektleder)
    services.proev(ny, af=projektleder)
    services.placer_konti(arbejd(ny), {"4100": Hjemsted("tvaergaaende")}, af=projektleder)
    services.ret_igen(arbejd(ny), af=projektleder)
    services.kasser(ny, af=projektleder)

    assert list(Haendelse.objects.filter(kreds=plan.slug).order_by("pk").values_list("hvad", flat=True)) == [
        "valgte en fil med posteringer",
        "valgte arket »Filen« med overskrifter i række 1",
        "sagde, hvad kolonnerne er",
        "satte en prøve af posteringer i gang",
        "placerede konti og prøvede igen: 4100",
        "gik tilbage til kolonnerne",
        "kasserede en fil med posteringer",
    ]


def test_andet_end_regneark_afvises_ved_feltet(leder, plan):
    pdf = SimpleUploadedFile("regnskab.pdf", b"%PDF-1.4 nej")

    svar = leder.post(side(plan, "forbrugsindlaesning_opret"), {"fil": pdf})

    assert svar.context["form"].errors == {
        "fil": ["»regnskab.pdf« er ikke et regneark. Vælg en fil i formatet .xlsx eller .csv."]
    }
    assert not Forbrugsindlaesning.objects.exists()


def test_en_fil_med_fejl_siger_dem_alle_og_gemmer_intet(plan, projektleder):
    ny = proev(
        plan,
        fil(
            LEJE,
            "02-03-2020;4100;Løn;18;1.936 tkr.",
            "02-03-2018;4100;Mad;19;100",
            "02-03-2020;4100;Mad;20;1,936.00",
            "02-03-2020;5000;Bus;21;50",
            "02-03-2020;4100;Retur;22;-20",
        ),
        projektleder,
        **{"4100": "tvaergaaende"},
    )

    assert (ny.tilstand, ny.resultat["fejl_i_alt"]) == (Indlaesningstilstand.PROEVET, 4)
    assert fund(ny) == [
        ("Celle B6", "»5000« er ikke placeret i budgettet. Den står i 1 række. Vælg herunder, hvor den hører til."),
        ("Celle E3", "»1.936 tkr.« er ikke skrevet ud. Skriv hele tallet i kroner, fx 1.936.000."),
        ("Celle A4", "2018 ligger uden for planen, der har regnskabsårene 2019–2023."),
        ("Celle E5", "»1,936.00« har komma mellem tusinder. Mener du 1.936,00?"),
    ]
    assert fund(ny, "advarsler") == [("Celle E7", "−20 kr. er under nul og læses ind som en kreditnota.")]
    assert not Forbrug.objects.exists()
    with pytest.raises(KanIkkeIndlaeses, match="Filen har fejl"):
        services.laes_ind(ny, af=projektleder)


def test_en_proeve_gemmer_intet_og_det_proevede_laeses_ind(plan, projektleder):
    delaftale = DelaftaleFactory(indsatsomraade__helhedsplan=plan)
    konti = {**KONTI, "4200": f"delaftale-{delaftale.pk}"}

    ny = proev(plan, fil(LEJE, LOEN), projektleder, **konti)

    assert (ny.resultat["nye"], ny.resultat["uaendrede"], ny.resultat["fejl_i_alt"]) == (2, 0, 0)
    assert not Forbrug.objects.exists()

    services.laes_ind(ny, af=projektleder)
    arbejd(ny)

    assert ny.tilstand == Indlaesningstilstand.INDLAEST
    felter = ("placering", "delaftale", "bogfoert_dato", "aar", "beloeb", "tekst", "bilagsnr", "linje", "indlaesning")
    assert list(Forbrug.objects.order_by("linje").values_list(*felter)) == [
        ("tvaergaaende", None, date(2020, 3, 1), 2020, Decimal("1200.50"), "Leje af sal", "17", 2, ny.pk),
        ("delaftale", delaftale.pk, date(2020, 3, 2), 2020, Decimal(30000), "Løn marts", "18", 3, ny.pk),
    ]
    assert Haendelse.objects.filter(hvad="indlæste 2 linjer forbrug af finans.csv", kreds=plan.slug).count() == 1


def test_den_samme_fil_to_gange_aendrer_intet(leder, plan, projektleder):
    foerste = laes_ind(plan, fil(LEJE, LOEN), projektleder, **KONTI)
    igen = laes_ind(plan, fil(LEJE, LOEN), projektleder)

    assert (igen.resultat["nye"], igen.resultat["uaendrede"]) == (0, 2)
    assert Forbrug.objects.count() == 2
    assert leder.get(side(plan, "forbrugsindlaesning", igen.pk)).context["samme_fil"] == foerste


def test_kontoens_plads_huskes_selv_om_filen_er_bygget_anderledes_op(plan, projektleder):
    laes_ind(plan, fil(LEJE, LOEN), projektleder, **KONTI)

    anden = fil("4100;05-03-2020;Mad;50", overskrifter="Konto;Dato;Tekst;Beløb")
    ny = laes_ind(plan, anden, projektleder)

    assert ny.resultat["nye"] == 1
    assert Forbrug.objects.get(tekst="Mad").placering == "tvaergaaende"


def test_konti_placeres_paa_siden_med_type_og_giver(leder, plan, projektleder):
    kommunen = plan.finansieringskilder.create(navn="Kommunen", art="kommune")
    ny = proev(plan, fil(LEJE), projektleder)
    konti = side(plan, "forbrugsindlaesning_konti", ny.pk)

    tomt = leder.post(konti, {"sted_0": "", "type_0": "", "kilde_0": ""})
    leder.post(konti, {"sted_0": "tvaergaaende", "type_0": "", "kilde_0": str(kommunen.pk)})

    assert tomt.context["kontiform"].errors == {"sted_0": ["Vælg, hvor »4100« hører til, eller spring linjerne over."]}
    ny.refresh_from_db()
    assert ny.kolonner["konti"] == {"4100": {"sted": "tvaergaaende", "omkostningstype": "", "kilde": str(kommunen.pk)}}
    assert ny.tilstand == Indlaesningstilstand.PROEVES
    arbejd(ny)
    services.laes_ind(ny, af=projektleder)
    arbejd(ny)
    assert Forbrug.objects.get().kilde == kommunen


def test_linjer_paa_en_konto_der_udelades_bliver_ude(plan, projektleder):
    ny = laes_ind(plan, fil(LEJE, LOEN), projektleder, **{"4100": "tvaergaaende", "4200": "udelad"})

    assert (ny.resultat["nye"], Forbrug.objects.get().tekst) == (1, "Leje af sal")


def test_et_paategnet_aar_faar_intet_nyt_men_kendte_linjer_maa_staa_i_filen(plan, projektleder):
    laes_ind(plan, fil(LEJE), projektleder, **KONTI)
    dag = date(2021, 5, 1)
    RegnskabsaarFactory(helhedsplan=plan, aar=2020, underskrevet_dato=dag, paategnet_dato=dag)

    kendt = proev(plan, fil(LEJE), projektleder)
    nyt = proev(plan, fil(LEJE, "03-03-2020;4100;Mad;19;50"), projektleder)

    assert kendt.resultat["fejl_i_alt"] == 0
    assert fund(nyt) == [
        (
            "Celle E3",
            "Regnskabet for 2020 er påtegnet af revisor og kan ikke ændres. Skriv rettelsen i et senere år, eller "
            "fjern datoen for påtegningen først.",
        )
    ]


def test_en_formel_i_et_regneark_koeres_aldrig(plan, projektleder):
    from openpyxl import Workbook

    bog = Workbook()
    for raekke in (OVERSKRIFTER, [date(2020, 3, 1), 4100, '=HYPERLINK("http://eksempel.invalid")', "17", "=1+1"]):
        bog.active.append(raekke)
    indhold = io.BytesIO()
    bog.save(indhold)

    ny = proev(plan, SimpleUploadedFile("finans.xlsx", indhold.getvalue()), projektleder)

    assert (ny.resultat["tomme"], fund(ny)) == (
        1, [("Ark »Sheet«", "Der er ingen linjer under overskrifterne. Vælg et andet ark.")],
    )  # fmt: skip


def test_en_fil_der_ikke_er_laest_ind_kan_kasseres_og_en_laest_kan_ikke(plan, projektleder, medarbejder):
    kasseret = proev(plan, fil(LEJE), projektleder)
    services.kasser(kasseret, af=projektleder)
    laest = laes_ind(plan, fil(LEJE), projektleder, **KONTI)

    with pytest.raises(KanIkkeIndlaeses, match="kan ikke kasseres"):
        services.kasser(laest, af=projektleder)
    with pytest.raises(PermissionDenied):
        services.proev(laest, af=medarbejder)
    assert list(Forbrugsindlaesning.objects.all()) == [laest]


def test_siden_staar_paa_kolonnerne_til_alt_er_sagt(leder, plan, projektleder):
    ny = services.modtag(plan, fil(LEJE), af=projektleder)
    arter = {f"kolonne_{nr}": art for nr, art in enumerate(("", "konto", "tekst", "bilag", "beloeb"))}

    svar = leder.post(side(plan, "forbrugsindlaesning_kolonner", ny.pk), {**arter, "proev": "1"}, follow=True)

    assert svar.context["mangler"] == ["Vælg kolonnen med den dato, linjen er bogført."]
    assert [str(et) for et in svar.context["messages"]] == ["Vælg kolonnen med den dato, linjen er bogført."]
    leder.post(side(plan, "forbrugsindlaesning_kolonner", ny.pk), {**arter, "kolonne_0": "dato", "proev": "1"})
    ny.refresh_from_db()
    assert ny.tilstand == Indlaesningstilstand.PROEVES


def test_en_glemt_fil_ringes_op_igen(plan, projektleder):
    ny = ForbrugsindlaesningFactory(helhedsplan=plan, tilstand="proeves")
    with time_machine.travel("2022-06-02 12:05+02:00", tick=False):
        assert posteringsarbejde.tag_glemte_op() == [str(ny.pk)]
    tasks.arbejd_med_posteringer(str(ny.pk))

    ny.refresh_from_db()
    assert ny.tilstand == Indlaesningstilstand.PROEVET


def test_mange_linjer_laeses_ind_paa_rimelig_tid(plan, projektleder, django_assert_max_num_queries):
    mange = fil(*(f"01-03-2020;4100;Linje {nr};{nr};{nr},50" for nr in range(1, 2501)))
    ny = services.modtag(plan, mange, af=projektleder)
    services.proev(ny, af=projektleder)
    arbejd(ny)
    services.placer_konti(ny, {"4100": Hjemsted("tvaergaaende")}, af=projektleder)

    with django_assert_max_num_queries(40):
        arbejd(ny)

    assert ny.resultat["nye"] == 2500


@pytest.mark.parametrize("antal", [1, 3])
def test_listen_over_filer_koster_det_samme(leder, plan, antal, django_assert_num_queries):
    ForbrugsindlaesningFactory.create_batch(antal, helhedsplan=plan)

    with django_assert_num_queries(6):
        leder.get(side(plan, "forbrugsindlaesning_opret"))
