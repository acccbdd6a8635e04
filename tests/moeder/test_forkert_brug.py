"""Bad input about meetings, by its name: one clear sentence, nothing lost, nothing leaked.

What has a test where it belongs is not here: a meeting in the past and a body at two places (test_moede), a task
without an owner and a decision on another meeting's item (test_holde_moede), line breaks in a calendar file
(test_rules_kalender).
"""

from hashlib import sha256

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.urls import reverse

from brugere.roles import RETTIGHEDER, Ret, Rolle
from moeder.services import dagsorden, moeder
from moeder.services.moeder import Moedefakta
from moeder.statuses import Referattilstand, Svar
from tests.factories import MedlemskabFactory, OrganFactory, PersonFactory
from tests.moeder.factories import (
    BehandlingFactory,
    BeslutningFactory,
    IndkaldelseFactory,
    MoedeFactory,
    OpgaveFactory,
    ReferatFactory,
    klokken,
    sid_i,
)

pytestmark = pytest.mark.django_db
HEMMELIGT = ("Personalesag", "Afskedigelse", "Advokatens notat", "Ring til advokaten", "Bestyrelsen afskedigede")


@pytest.fixture(autouse=True)
def _i_2022():
    with time_machine.travel(klokken(2022, 6, 1, 9), tick=False):
        yield


def moedets(navn, moede, *mere):
    return reverse(f"moeder:{navn}", args=[moede.helhedsplan.slug, moede.kode, *mere])


def planens(navn, moede, *mere):
    return reverse(f"moeder:{navn}", args=[moede.helhedsplan.slug, *mere])


@pytest.fixture
def bestyrelsen(plan):
    return OrganFactory(helhedsplan=plan, navn="Bestyrelsen")


@pytest.fixture
def foelgegruppen(plan):
    return OrganFactory(helhedsplan=plan, navn="Følgegruppen")


def to_steder(client, bruger, moede):
    client.force_login(bruger)
    side = client.get(moedets("moede_detalje", moede))
    return [et.replace("\u00a0", " ") for et in side.context["to_steder"]]


def test_en_person_til_to_moeder_paa_samme_tid_naevnes_og_moederne_staar(
    client, plan, bestyrelsen, foelgegruppen, projektleder, bestyrelsesmedlem
):
    bestyrelsesmedlem.navn = "Inger Holt"
    sid_i(bestyrelsen, bestyrelsesmedlem)
    person = bestyrelsesmedlem.personer.get()
    andet = MoedeFactory(organ=foelgegruppen, begynder=klokken(2022, 6, 15, 14))
    kaldt = IndkaldelseFactory(moede=andet, person=person)
    fakta = Moedefakta("ordinaert", klokken(2022, 6, 15), klokken(2022, 6, 15, 15), "Fælleshuset")
    moede = moeder.opret_moede(plan, bestyrelsen, fakta, af=projektleder)

    assert to_steder(client, projektleder, moede) == [
        "Inger Holt skal også til møde i Følgegruppen 15. juni 2022 kl. 14.00–16.00. "
        "Flyt det ene møde, eller aftal en stedfortræder."
    ]
    kaldt.svar = Svar.AFBUD
    kaldt.save()
    assert to_steder(client, projektleder, moede) == []


@pytest.mark.parametrize(
    ("begynder", "felter"),
    [
        (klokken(2022, 6, 15, 15), {}),
        (klokken(2022, 6, 16, 13), {}),
        (klokken(2022, 6, 15, 14), {"tilstand": "aflyst", "aflyst_grund": "Sne"}),
    ],
    ids=["lige efter", "en anden dag", "aflyst"],
)
def test_moeder_der_ikke_er_samtidige_er_ikke_to_steder(
    client, bestyrelsen, foelgegruppen, projektleder, bestyrelsesmedlem, begynder, felter
):
    sid_i(bestyrelsen, bestyrelsesmedlem)
    moede = MoedeFactory(organ=bestyrelsen, begynder=klokken(2022, 6, 15))
    andet = MoedeFactory(organ=foelgegruppen, begynder=begynder, **felter)
    IndkaldelseFactory(moede=andet, person=bestyrelsesmedlem.personer.get())

    moede.slutter = klokken(2022, 6, 15, 15)
    moede.save()
    assert to_steder(client, projektleder, moede) == []


def test_hvem_der_skal_to_steder_hen_siges_kun_til_den_der_leder_moeder(
    client, bestyrelsen, foelgegruppen, formand, bestyrelsesmedlem
):
    sid_i(bestyrelsen, bestyrelsesmedlem)
    moede = MoedeFactory(organ=bestyrelsen, begynder=klokken(2022, 6, 15))
    andet = MoedeFactory(organ=foelgegruppen, begynder=klokken(2022, 6, 15))
    IndkaldelseFactory(moede=andet, person=bestyrelsesmedlem.personer.get())

    assert to_steder(client, formand, moede) == []


@pytest.fixture
def holdt(plan, bestyrelsen):
    """An approved meeting where an open item is linked to a closed one in every way the program has: the text, the same
    case treated closed later, a task, a decision, an appendix, and the items beside it."""
    moede = MoedeFactory(organ=bestyrelsen, holdt=True, begynder=klokken(2022, 5, 1), slutter=klokken(2022, 5, 1, 15))
    foerst = BehandlingFactory(moede=moede, titel="Ansættelser")
    lukket = BehandlingFactory(
        moede=moede, titel=HEMMELIGT[0], sag=foerst.sag, lukket=True, referat=f"<p>{HEMMELIGT[1]}</p>"
    )
    sidst = BehandlingFactory(moede=moede, titel="Eventuelt")
    link = moedets("punkt_detalje", moede, lukket.pk)
    foerst.sagsfremstilling = f'<p>Se <a href="{link}">punkt 2</a>.</p>'
    foerst.save()
    lukket.bilag.create(navn=HEMMELIGT[2]).fil.save("fil.pdf", ContentFile(b"%PDF-1.4"))
    OpgaveFactory(behandling=lukket, tekst=HEMMELIGT[3], ejer=PersonFactory(helhedsplan=plan))
    BeslutningFactory(behandling=lukket, tekst=HEMMELIGT[4])
    OpgaveFactory(behandling=sidst, tekst="Aaben opgave")
    ReferatFactory(moede=moede, tilstand=Referattilstand.GODKENDT)
    naeste = MoedeFactory(organ=bestyrelsen, begynder=klokken(2022, 6, 15))
    BehandlingFactory(moede=naeste, sag=foerst.sag, titel="Ansættelser igen")
    return moede


def sider(moede):
    foerst, _, sidst = moede.behandlinger.i_raekkefoelge()
    naeste = moede.organ.moeder.get(tilstand="indkaldt")
    igen = naeste.behandlinger.get()
    return [
        planens("moede_liste", moede),
        moedets("moede_detalje", moede),
        *(moedets("punkt_detalje", moede, et.pk) for et in (foerst, sidst)),
        planens("sag_detalje", moede, foerst.sag_id),
        moedets("referat", moede),
        planens("beslutning_liste", moede),
        planens("opgave_liste", moede),
        moedets("moede_detalje", naeste),
        moedets("punkt_detalje", naeste, igen.pk),
        reverse("overblik:overblik", args=[moede.helhedsplan.slug]),
        reverse("min_side"),
    ]


@pytest.mark.parametrize("i_organet", [True, False], ids=["i organet", "uden for organet"])
@pytest.mark.parametrize("rolle", Rolle)
def test_et_lukket_punkt_der_haenger_sammen_med_et_aabent_siger_intet_om_sig_selv(
    client, plan, holdt, rolle, i_organet
):
    bruger = MedlemskabFactory(helhedsplan=plan, rolle=rolle).bruger
    if i_organet:
        sid_i(holdt.organ, bruger)
    client.force_login(bruger)
    svar = [client.get(sti) for sti in sider(holdt)]

    tekst = " ".join(et.content.decode() for et in svar if et.status_code == 200)
    maa = Ret.MOEDE_LED in RETTIGHEDER[rolle] or (i_organet and Ret.LUKKET_SE in RETTIGHEDER[rolle])
    assert [et for et in HEMMELIGT if et in tekst] == (list(HEMMELIGT) if maa else [])
    assert "Ansættelser" in tekst
    assert client.get(moedets("punkt_detalje", holdt, holdt.behandlinger.get(lukket=True).pk)).status_code == (
        200 if maa else 404
    )


def test_aabnes_et_lukket_punkt_under_et_andet_navn_siger_sagen_ikke_det_gamle(
    client, plan, bestyrelsen, projektleder, foelgegruppemedlem
):
    moede = MoedeFactory(organ=bestyrelsen, begynder=klokken(2022, 6, 15))
    nyt = dagsorden.NytPunkt({"titel": HEMMELIGT[0], "lukket": True, "art": "D", "minutter": 5})
    punkt = dagsorden.opret_punkt(plan, moede, nyt, af=projektleder)
    dagsorden.ret_punkt(punkt, udgave=1, titel="Ansættelser", lukket=False, af=projektleder)
    sid_i(bestyrelsen, foelgegruppemedlem)
    client.force_login(foelgegruppemedlem)

    for sti in (moedets("punkt_detalje", moede, punkt.pk), planens("sag_detalje", moede, punkt.sag_id)):
        svar = client.get(sti)
        assert (svar.status_code, HEMMELIGT[0] in svar.content.decode()) == (200, False)


def test_en_opgave_i_fortiden_faar_en_saetning_og_intet_tabes(client, plan, bestyrelsen, sekretariat):
    moede = MoedeFactory(organ=bestyrelsen, begynder=klokken(2022, 6, 1), tilstand="i_gang")
    punkt = BehandlingFactory(moede=moede)
    ejer = PersonFactory(helhedsplan=plan)
    client.force_login(sekretariat)
    data = {"tekst": "Ringe", "ejer": str(ejer.pk), "frist_dato": "2022-05-31"}
    form = client.post(moedets("opgave_opret", moede, punkt.pk), data).context["form"]

    assert {navn: [et.replace("\u00a0", " ") for et in fejl] for navn, fejl in form.errors.items()} == {
        "frist_dato": ["Fristen ligger før den dag, opgaven blev givet, 1. juni 2022."]
    }
    assert {navn: form[navn].value() for navn in data} == data
    assert not plan.opgaver.exists()


def test_svarlinket_brugt_to_gange_eller_af_en_anden_svarer_kun_for_den_ene_og_viser_intet_andet(
    client, plan, bestyrelsen, foelgegruppemedlem
):
    moede = MoedeFactory(organ=bestyrelsen, begynder=klokken(2022, 6, 15))
    BehandlingFactory(moede=moede, titel="Regnskab 2021")
    noegle = "n" * 43
    inge, andet = (IndkaldelseFactory(moede=moede, person__navn=navn) for navn in ("Inge Kirk", "Bent Aagaard"))
    inge.noegle_sum = sha256(noegle.encode()).hexdigest()
    inge.save()
    sti = reverse("moeder:svar", args=[noegle])
    client.force_login(foelgegruppemedlem)  # somebody else, who got the mail passed on

    for svar in (Svar.KOMMER, Svar.AFBUD):
        side = client.post(sti, {"svar": svar, "stedfortraeder": ""}, follow=True).content.decode()

    for et in (inge, andet):
        et.refresh_from_db()
    assert (inge.svar, andet.svar, moede.indkaldelser.count()) == (Svar.AFBUD, Svar.INTET, 2)
    assert ("Regnskab 2021" in side, "Bent Aagaard" in side) == (False, False)
