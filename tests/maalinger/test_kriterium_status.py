"""A status set by hand: with a reason, with the computed one beside it, and until somebody lifts it."""

from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from kerne.models import Haendelse
from maalinger.models import Tilsidesaettelse
from maalinger.services import tilsidesaettelser as services
from maalinger.statuses import Status
from tests.factories import IndsatsomraadeFactory, MaalingFactory, SucceskriteriumFactory, VersionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _i_juni_2022():
    with time_machine.travel("2022-06-02 12:00+02:00", tick=False):
        yield


@pytest.fixture
def kriterium(plan):
    kriterium = SucceskriteriumFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan), nr=3, navn="Fraflytning")
    MaalingFactory(kriterium=kriterium, aar=2021, vaerdi=Decimal("22.4"))
    VersionFactory(helhedsplan=plan)
    return kriterium


@pytest.fixture
def saet(client, plan, kriterium):
    def _saet(person, **felter):
        client.force_login(person)
        data = {"status": "paa_sporet", "grund": "Genhusningen flytter tallet i år.", **felter}
        return client.post(reverse("maalinger:kriterium_status", args=[plan.slug, 3]), data, follow=True)

    return _saet


def test_sat_i_haanden_gaelder_paa_kriteriets_side_med_navn_dato_og_grund(saet, formand):
    svar = saet(formand)

    opfyldelse = svar.context["side"].linje.opfyldelse
    assert (opfyldelse.status, opfyldelse.beregnet) == (Status.PAA_SPORET, Status.BAGUD)
    assert opfyldelse.saetning.replace("\u00a0", " ").endswith(
        f"Beregnet: bagud. Sat i hånden til på sporet af {formand} 2. juni 2022: Genhusningen flytter tallet i år."
    )
    assert "Sat i hånden</span>" in svar.content.decode()


def test_oversigt_og_liste_bruger_den_status_der_er_sat(client, saet, plan, formand):
    saet(formand)

    rapport = client.get(reverse("overblik:overblik", args=[plan.slug])).context["rapport"]
    liste = client.get(reverse("maalinger:kriterium_liste", args=[plan.slug]))

    assert [et.tekst for et in rapport.optalt] == ["1 på sporet"]
    assert rapport.sat_i_haanden == "Én status er sat i hånden. Den beregnede står i kriteriets sætning."
    assert "Sat i hånden til på sporet" in liste.content.decode()


@pytest.mark.parametrize(
    ("felter", "fejl"),
    [
        ({"grund": " "}, {"grund": ["Skriv, hvorfor status sættes i hånden."]}),
        ({"status": ""}, {"status": ["Vælg den status, der skal gælde."]}),
        ({"status": "groen"}, {"status": ["Vælg en status på listen."]}),
        (
            {"grund": "Spurgt hos 010203-1234"},
            {"grund": ["Det ligner et CPR-nummer. Skriv det ikke her: CPR-numre hører ikke hjemme i Helhedsplan."]},
        ),
    ],
)
def test_uden_grund_eller_status_siges_det(saet, formand, felter, fejl):
    assert saet(formand, **felter).context["form"].errors == fejl
    assert Tilsidesaettelse.objects.count() == 0


def test_en_ny_afloeser_den_gamle_som_bliver_staaende(saet, formand, projektleder):
    saet(formand)
    svar = saet(projektleder, status="opfyldt", grund="Målt igen med planens egne tal.")

    assert [(et.status, et.ophaevet_af) for et in svar.context["tilsidesaettelser"]] == [
        ("opfyldt", None),
        ("paa_sporet", projektleder),
    ]
    assert "Gjaldt til 2. juni 2022" in svar.content.decode().replace("\u00a0", " ")


def test_ophaevet_gaelder_den_beregnede_igen_og_den_gamle_staar_i_historien(client, saet, plan, formand):
    saet(formand)

    svar = client.post(reverse("maalinger:kriterium_status_ophaev", args=[plan.slug, 3]), follow=True)

    assert svar.context["side"].linje.opfyldelse.status == Status.BAGUD
    assert Tilsidesaettelse.objects.get().ophaevet_af == formand
    assert [et.hvad for et in Haendelse.objects.order_by("pk")] == [
        "satte status til på sporet: Genhusningen flytter tallet i år.",
        "lod den beregnede status gælde igen",
    ]


def test_er_der_intet_at_ophaeve_siges_det(client, plan, formand, kriterium):
    client.force_login(formand)

    svar = client.post(reverse("maalinger:kriterium_status_ophaev", args=[plan.slug, 3]), follow=True)

    assert [str(et) for et in svar.context["messages"]] == ["Status er ikke sat i hånden. Den beregnede gælder."]


def test_tjenesten_spoerger_selv_om_ret(bestyrelsesmedlem, kriterium):
    with pytest.raises(PermissionDenied):
        services.saet_status(kriterium, status=Status.OPFYLDT, grund="Vi er glade", af=bestyrelsesmedlem)
    with pytest.raises(PermissionDenied):
        services.ophaev_status(kriterium, af=bestyrelsesmedlem)
