"""Writing an agenda: items, order, backlog, appendices and references."""

from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kerne.models import Haendelse
from moeder.models import Behandling, Henvisning, Punktbilag, Sag
from moeder.reports import figurer
from tests.factories import BudgetpostFactory, MaalingFactory, OrganFactory, SucceskriteriumFactory
from tests.moeder.factories import BehandlingFactory, MoedeFactory, SagFactory, klokken

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n"


@pytest.fixture(autouse=True)
def _i_2022():
    with time_machine.travel(klokken(2022, 6, 1, 9), tick=False):
        yield


@pytest.fixture
def moede(plan):
    organ = OrganFactory(helhedsplan=plan, navn="Bestyrelsen", art="bestyrelse")
    return MoedeFactory(organ=organ, begynder=klokken(2022, 6, 15), slutter=klokken(2022, 6, 15, 15))


@pytest.fixture
def leder(client, projektleder):
    client.force_login(projektleder)
    return client


def adresse(navn: str, moede, *led) -> str:
    return reverse(f"moeder:{navn}", args=[moede.helhedsplan.slug, moede.kode, *led])


def felter(**andre) -> dict:
    return {
        "sag": "", "titel": "Regnskab 2021", "art": "B", "minutter": 15, "fremlaegger": "", "lukket": "False",
        "sagsfremstilling": "", "oekonomi": "", "lovgrundlag": "", "hoering": "", "indstilling": "", "afgoeres_af": "",
        "journalnr": "", "sagsnr": "", "kle": "", **andre,
    }  # fmt: skip


def fejl(svar) -> dict:
    return {felt: list(beskeder) for felt, beskeder in svar.context["form"].errors.items()}


def titler(moede) -> list[str]:
    return list(moede.behandlinger.i_raekkefoelge().values_list("titel", flat=True))


def beskeder(svar) -> list[str]:
    return [str(et) for et in svar.context["messages"]]


def test_et_nyt_punkt_faar_en_sag_og_staar_foer_det_der_staar_til_sidst(leder, moede):
    moede.organ.standardpunkter.create(titel="Eventuelt", sidst=True)
    BehandlingFactory(moede=moede, titel="Godkendelse af dagsordenen")
    BehandlingFactory(moede=moede, titel="Eventuelt")

    leder.post(
        adresse("punkt_opret", moede),
        felter(indstilling="<p>At regnskabet godkendes</p><script>x</script>", journalnr="03.30", kle="03.11.00"),
    )

    punkt = Behandling.objects.get(titel="Regnskab 2021")
    assert titler(moede) == ["Godkendelse af dagsordenen", "Regnskab 2021", "Eventuelt"]
    assert (punkt.art, punkt.minutter, punkt.indstilling) == ("B", 15, "<p>At regnskabet godkendes</p>")
    assert (punkt.sag.titel, punkt.sag.journalnr, punkt.sag.kle) == ("Regnskab 2021", "03.30", "03.11.00")


def test_en_sag_der_behandles_igen_er_den_samme_sag(leder, moede):
    foer = BehandlingFactory(moede=MoedeFactory(organ=moede.organ, holdt=True), sag__titel="Ny helhedsplan")

    leder.post(adresse("punkt_opret", moede), felter(sag=foer.sag_id, titel=""))

    assert list(foer.sag.behandlinger.order_by("pk").values_list("titel", "moede")) == [
        ("Ny helhedsplan", foer.moede_id),
        ("Ny helhedsplan", moede.pk),
    ]
    assert Sag.objects.count() == 1


@pytest.mark.parametrize(
    ("andre", "ventet"),
    [
        ({"titel": ""}, {"titel": ["Skriv, hvad punktet hedder."]}),
        ({"minutter": "ti"}, {"minutter": ["Skriv et helt tal, fx 10."]}),
        ({"art": "X"}, {"art": ["Vælg en fra listen."]}),
        ({"lukket": ""}, {"lukket": ["Vælg, om det er åbent eller lukket."]}),
        (
            {"sagsfremstilling": "<p>Borger 010190-1234</p>"},
            {
                "sagsfremstilling": [
                    "Det ligner et CPR-nummer. Skriv det ikke her: CPR-numre hører ikke hjemme i Helhedsplan."
                ]
            },
        ),
    ],
)
def test_daarligt_input_faar_en_saetning_ved_feltet(leder, moede, andre, ventet):
    svar = leder.post(adresse("punkt_opret", moede), felter(**{"oekonomi": "<p>Bevares</p>", **andre}))

    assert fejl(svar) == ventet
    assert svar.context["form"]["oekonomi"].value() == "<p>Bevares</p>"
    assert Behandling.objects.count() == 0


def test_en_sag_der_er_behandlet_lukket_kan_ikke_staa_paa_et_aabent_punkt(leder, moede):
    sag = SagFactory(helhedsplan=moede.helhedsplan)
    BehandlingFactory(moede=moede, sag=sag, lukket=True)

    aaben = leder.post(adresse("punkt_opret", moede), felter(sag=sag.pk))
    lukket = leder.post(adresse("punkt_opret", moede), felter(sag=sag.pk, lukket="True"))

    assert fejl(aaben) == {
        "lukket": ["Sagen har været behandlet for lukkede døre. Gør punktet lukket, eller skriv det som en ny sag."]
    }
    assert lukket.status_code == 302


def test_punktet_rettes_og_to_der_skriver_taber_intet(leder, moede, sekretariat):
    punkt = BehandlingFactory(moede=moede, titel="Regnskab")
    leder.post(adresse("punkt_ret", moede, punkt.pk), felter(sagsfremstilling="<p>Første</p>", udgave=1))
    leder.force_login(sekretariat)

    svar = leder.post(adresse("punkt_ret", moede, punkt.pk), felter(sagsfremstilling="<p>Anden</p>", udgave=1))

    assert svar.context["udfald"].skal_vaelge
    assert "<p>Første</p>" in svar.content.decode()
    assert "<p>Anden</p>" in svar.content.decode()
    punkt.refresh_from_db()
    assert (punkt.sagsfremstilling, punkt.udgave) == ("<p>Første</p>", 2)


def test_et_punkt_flyttes_med_knapper_og_siden_siger_hvor_det_er(leder, moede):
    foerste, anden = (BehandlingFactory(moede=moede, titel=titel) for titel in ("A", "B"))

    ned = leder.post(adresse("punkt_flyt", moede, foerste.pk), {"retning": "ned"}, follow=True)
    assert (titler(moede), beskeder(ned)) == (["B", "A"], ["»A« er nu punkt 2."])

    leder.post(adresse("punkt_flyt", moede, anden.pk), {"retning": "op"})
    assert titler(moede) == ["B", "A"]
    linjer = Haendelse.objects.filter(hvad__startswith="flyttet").values_list("ting_navn", "hvad", "kreds")
    assert list(linjer) == [("A", "flyttet fra plads 1 til 2", moede.helhedsplan.slug)]  # B stayed: nothing to log
    anden.refresh_from_db()
    assert anden.udgave == 1  # a writer is not disturbed by a move


def test_et_andet_moedes_punkt_findes_ikke_her(leder, moede):
    andet = BehandlingFactory(moede=MoedeFactory(organ=moede.organ, begynder=klokken(2022, 9, 1)))

    assert {
        navn: leder.post(adresse(navn, moede, andet.pk)).status_code
        for navn in ("punkt_ret", "punkt_flyt", "punkt_fjern", "punktbilag_opret", "henvisning_opret")
    } == dict.fromkeys(("punkt_ret", "punkt_flyt", "punkt_fjern", "punktbilag_opret", "henvisning_opret"), 404)


def test_et_afsluttet_moede_aendrer_ikke_sin_dagsorden(leder, moede):
    holdt = MoedeFactory(organ=moede.organ, holdt=True)
    punkt, andet = BehandlingFactory(moede=holdt, titel="A"), BehandlingFactory(moede=holdt, titel="B")
    nej = ["Mødet er afsluttet. Dagsordenen kan ikke ændres mere."]

    assert beskeder(leder.post(adresse("punkt_opret", holdt), felter(), follow=True)) == nej
    assert beskeder(leder.post(adresse("punkt_ret", holdt, punkt.pk), felter(udgave=1), follow=True)) == nej
    assert beskeder(leder.post(adresse("punkt_flyt", holdt, andet.pk), {"retning": "op"}, follow=True)) == nej
    assert beskeder(leder.post(adresse("punkt_fjern", holdt, punkt.pk), follow=True)) == nej
    assert titler(holdt) == ["A", "B"]


def test_et_punkt_kommer_paa_idelisten_og_tilbage_paa_et_andet_moede(leder, moede):
    punkt = BehandlingFactory(moede=moede, titel="Måltal", sagsfremstilling="<p>Tekst</p>")
    naeste = MoedeFactory(organ=moede.organ, begynder=klokken(2022, 9, 1), kladde=True)

    leder.post(adresse("punkt_fjern", moede, punkt.pk))
    assert (titler(moede), leder.get(adresse("moede_detalje", naeste)).context["paa_idelisten"]) == ([], 1)

    leder.post(adresse("ide_saet_paa", naeste, punkt.pk))
    punkt.refresh_from_db()
    assert (punkt.moede, punkt.sagsfremstilling) == (naeste, "<p>Tekst</p>")


def test_en_ide_slettes_med_sin_sag(leder, moede):
    punkt = BehandlingFactory(moede=None, sag=SagFactory(helhedsplan=moede.helhedsplan))

    leder.post(adresse("ide_slet", moede, punkt.pk))

    assert (Behandling.objects.count(), Sag.objects.count()) == (0, 0)


def test_dagsordenen_har_loebende_ur_og_sum(leder, moede):
    BehandlingFactory(moede=moede, titel="A", art="B", minutter=5)
    BehandlingFactory(moede=moede, titel="B", art="D", minutter=130)

    dagsorden = leder.get(adresse("moede_detalje", moede)).context["dagsorden"]

    assert [(et.nr, et.kl, et.art, et.artsord, et.foerst, et.sidst) for et in dagsorden.linjer] == [
        (1, "13.00", "B", "Beslutning", True, False),
        (2, "13.05", "D", "Drøftelse", False, True),
    ]
    assert (dagsorden.tiden, dagsorden.tiden_paa_art, dagsorden.advarsel) == (
        "135 min. af 120. Slutter 15.15.",
        "Beslutning 5 min., drøftelse 130 min.",
        "Punkterne tager 15 minutter mere, end mødet er sat til.",
    )


def test_et_bilag_laegges_ved_hentes_og_fjernes(leder, moede):
    punkt = BehandlingFactory(moede=moede)
    fil = SimpleUploadedFile("notat.exe", PDF)  # the ending is the content's, whatever the name says

    leder.post(adresse("punktbilag_opret", moede, punkt.pk), {"navn": "", "fil": fil, "lukket": "False"})

    bilag = Punktbilag.objects.get()
    assert bilag.navn == "notat.pdf"
    hentet = leder.get(adresse("punktbilag_hent", moede, bilag.pk))
    assert (hentet.getvalue(), hentet["Content-Disposition"]) == (PDF, 'attachment; filename="notat.pdf"')

    leder.post(adresse("punktbilag_fjern", moede, punkt.pk, bilag.pk))
    assert Punktbilag.objects.count() == 0


@pytest.mark.parametrize(
    ("fil", "lukket", "felt"),
    [(b"MZ\x00\x01", "False", "fil"), (PDF, "", "lukket"), (None, "False", "fil")],
)
def test_et_forkert_bilag_faar_en_saetning(leder, moede, fil, lukket, felt):
    punkt = BehandlingFactory(moede=moede)
    data = {"navn": "Notat", "lukket": lukket, **({"fil": SimpleUploadedFile("n.pdf", fil)} if fil else {})}

    svar = leder.post(adresse("punktbilag_opret", moede, punkt.pk), data)

    assert list(fejl(svar)) == [felt]
    assert svar.context["form"]["navn"].value() == "Notat"


def test_et_lukket_punkts_bilag_kan_ikke_goeres_aabent(leder, moede):
    punkt = BehandlingFactory(moede=moede, lukket=True)
    bilag = punkt.bilag.create(navn="Notat", lukket=True)

    svar = leder.post(adresse("punktbilag_ret", moede, punkt.pk, bilag.pk), {"navn": "Notat", "lukket": "False"})

    assert fejl(svar) == {
        "lukket": ["Punktet er lukket, så bilaget er det også. Gør punktet åbent først, hvis bilaget må ses af alle."]
    }


def test_et_punkt_henviser_til_planens_ting_og_viser_dagens_tal(leder, moede):
    punkt = BehandlingFactory(moede=moede)
    post = BudgetpostFactory(helhedsplan=moede.helhedsplan, tekst="Fritidsjob", beloeb=100_000, aar=2022)

    leder.post(adresse("henvisning_opret", moede, punkt.pk), {"emne": f"budgetpost:{post.pk}"})
    leder.post(adresse("henvisning_opret", moede, punkt.pk), {"emne": f"budgetpost:{post.pk}"})

    ((_, figur),) = leder.get(adresse("punkt_detalje", moede, punkt.pk)).context["henvisninger"]
    assert (figur.emne, figur.navn) == ("Budgetpost", "Fritidsjob")
    assert figur.saetning.startswith("100.000\u00a0kr. i 2022, ")
    assert Henvisning.objects.count() == 1


def test_budgetposter_med_samme_navn_kan_kendes_fra_hinanden(leder, moede):
    for aar, placering in ((2021, "tvaergaaende"), (2022, "ikke_fordelt")):
        BudgetpostFactory(helhedsplan=moede.helhedsplan, tekst="Løn", beloeb=100_000, aar=aar, placering=placering)

    form = leder.get(adresse("henvisning_opret", moede, BehandlingFactory(moede=moede).pk)).context["form"]

    (valg,) = [valg for navn, valg in form.fields["emne"].choices if navn == "Budgetpost"]
    led = [ord_.split(", ") for _, ord_ in valg]
    assert [(et[:3], et[-1]) for et in led] == [
        (["Løn", "tværgående", "2021"], "100.000\u00a0kr."),
        (["Løn", "ikke fordelt", "2022"], "100.000\u00a0kr."),
    ]


def test_en_anden_plans_ting_kan_ikke_vaelges(leder, moede):
    punkt = BehandlingFactory(moede=moede)

    svar = leder.post(adresse("henvisning_opret", moede, punkt.pk), {"emne": f"budgetpost:{BudgetpostFactory().pk}"})

    assert fejl(svar) == {"emne": ["Vælg en fra listen."]}


def test_et_afsluttet_moedes_tal_er_frosne(leder, moede):
    kriterium = SucceskriteriumFactory(indsatsomraade__helhedsplan=moede.helhedsplan)
    MaalingFactory(kriterium=kriterium)
    punkt = BehandlingFactory(moede=moede)
    henvisning = punkt.henvisninger.create(kriterium=kriterium)
    frosset = figurer.frys(moede.helhedsplan, [henvisning], dato=date(2022, 6, 15))[henvisning.pk]
    Henvisning.objects.filter(pk=henvisning.pk).update(frosset={**frosset, "saetning": "22,4 % i 2021."})

    ((_, figur),) = leder.get(adresse("punkt_detalje", moede, punkt.pk)).context["henvisninger"]

    assert (figur.saetning, figur.frosset) == ("22,4 % i 2021.", "Tallet, da mødet sluttede")


def test_uden_ret_til_penge_ses_budgetposten_ikke(client, moede, foelgegruppemedlem, formand):
    punkt = BehandlingFactory(moede=MoedeFactory(organ=moede.organ, holdt=True))
    punkt.henvisninger.create(budgetpost=BudgetpostFactory(helhedsplan=moede.helhedsplan, tekst="Fritidsjob"))
    ser = []
    for bruger in (formand, foelgegruppemedlem):
        client.force_login(bruger)
        ser.append("Fritidsjob" in client.get(adresse("punkt_detalje", punkt.moede, punkt.pk)).content.decode())

    assert ser == [True, False]


def test_faste_punkter_tilfoejes_og_fjernes(leder, moede):
    sti = reverse("moeder:standardpunkt_liste", args=[moede.helhedsplan.slug, moede.organ_id])
    punkt = {"titel": "Eventuelt", "art": "O", "minutter": 5, "sidst": "on"}

    leder.post(sti, punkt)
    igen = leder.post(sti, punkt)
    fast = moede.organ.standardpunkter.get()
    leder.post(reverse("moeder:standardpunkt_fjern", args=[moede.helhedsplan.slug, moede.organ_id, fast.pk]))

    assert (fast.titel, fast.sidst) == ("Eventuelt", True)
    assert fejl(igen) == {"__all__": ["Punktet står allerede på listen over faste punkter."]}
    assert moede.organ.standardpunkter.count() == 0


@pytest.mark.parametrize("antal", [1, 3])
def test_dagsordenen_spoerger_lige_meget_hvor_mange_punkter_der_er(leder, moede, django_assert_num_queries, antal):
    for nr in range(antal):
        punkt = BehandlingFactory(moede=moede, lukket=nr == 1)
        punkt.henvisninger.create(budgetpost=BudgetpostFactory(helhedsplan=moede.helhedsplan))
        punkt.bilag.create(navn="Notat")

    with django_assert_num_queries(14):
        leder.get(adresse("moede_detalje", moede))
