"""The search: what is found, how it is shown, and what odd input gets. Who finds what: test_soeg_adgang.py."""

from datetime import date

import pytest
from django.urls import reverse

from aftaler.models import Version
from kerne.models import Haendelse
from overblik.rules.soegning import Slags
from overblik.search import FAA
from tests.factories import AktivitetFactory, DelaftaleFactory, IndsatsomraadeFactory, MedlemskabFactory, VersionFactory
from tests.moeder.factories import BehandlingFactory, BeslutningFactory, MoedeFactory, SagFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def soeg(client, projektleder):
    """The answer to a search; by the projektleder unless somebody else is named."""

    def soeg(q, *, af=projektleder, **valg):
        client.force_login(af)
        return client.get(reverse("soeg"), {"q": q, **valg})

    return soeg


def fund(svar) -> list[tuple[str, str]]:
    """(kind, title) of everything that is shown."""
    return [(et["gruppe"].slags.value, ud.traef.titel) for et in svar.context["grupper"] for ud in et["gruppe"].fund]


def titler(svar) -> list[str]:
    return [titel for _, titel in fund(svar)]


def punkt(plan, titel="Punkt", **felter):
    organ = plan.organer.first()
    moede = felter.pop("moede", None) or (MoedeFactory(organ=organ) if organ else MoedeFactory(organ__helhedsplan=plan))
    return BehandlingFactory(moede=moede, titel=titel, **felter)


def test_uden_ord_staar_feltet_alene(client, projektleder):
    client.force_login(projektleder)
    svar = client.get(reverse("soeg"))
    assert (svar.status_code, svar.context["overskrift"], svar.context["svar"]) == (200, "Søg", None)


def test_ord_findes_paa_deres_stamme(soeg, plan):
    punkt(plan, sagsfremstilling="<p>Beboerne har skrevet om fraflytningerne.</p>")
    assert titler(soeg("fraflytning")) == ["Punkt"]


def test_sidste_ord_findes_ogsaa_som_begyndelsen_af_et_andet(soeg, plan):
    punkt(plan, "Tryghedsvandring i oktober")
    assert titler(soeg("tryghed")) == ["Tryghedsvandring i oktober"]


@pytest.mark.parametrize("q", ["møde i Ålborg", "moede i Aalborg", "Møde i Aalborg"])
def test_ae_oe_og_aa_findes_paa_begge_maader(soeg, plan, q):
    punkt(plan, "Møde i Aalborg" if q == "møde i Ålborg" else "Møde i Ålborg")
    punkt(plan, "Ingen ting")
    assert len(titler(soeg(q))) == 1


def test_en_saetning_i_anfoerselstegn_og_et_ord_der_vaelges_fra(soeg, plan):
    punkt(plan, "Unge i fritidsjob")
    punkt(plan, "Fritidsjob til unge")
    assert titler(soeg('"unge i fritidsjob"')) == ["Unge i fritidsjob"]
    assert titler(soeg("fritidsjob -til")) == ["Fritidsjob til unge", "Unge i fritidsjob"]  # "til" is in every text
    assert titler(soeg('fritidsjob -"unge i fritidsjob"')) == ["Fritidsjob til unge"]


def test_beslutningens_nummer_findes(soeg, plan):
    organ = punkt(plan).moede.organ
    moede = MoedeFactory(organ=organ, holdt=True)
    beslutninger = [BeslutningFactory(behandling=BehandlingFactory(moede=moede)) for _ in range(3)]
    for q in ("beslutning 2", "2", "Beslutning nr. 2"):
        assert ("beslutninger", "Beslutning 2") in fund(soeg(q)), q
    (fundet,) = soeg("beslutning 2").context["svar"].grupper
    assert fundet.fund[0].traef.url == f"{reverse('moeder:beslutning_liste', args=[plan.slug])}#beslutning-2"
    assert f'id="beslutning-{beslutninger[1].nr}"' in _side(soeg, fundet.fund[0].traef.url)


def _side(soeg, url) -> str:
    return soeg.__closure__[0].cell_contents.get(url).content.decode()


@pytest.mark.parametrize("q", ["03.30.05G00-0002", "J.nr. 03.30.05g00-0002", "362616", "sagsnr. 362616"])
def test_sagens_numre_findes_praecist(soeg, plan, q):
    SagFactory(helhedsplan=plan, titel="Integration", journalnr="03.30.05G00-0002", sagsnr="362616")
    SagFactory(helhedsplan=plan, titel="En anden sag", sagsnr="3626161")
    assert titler(soeg(q, slags=Slags.SAG.value)) == ["Integration"]


def test_det_der_passer_i_titlen_kommer_foerst_og_derefter_det_nyeste(soeg, plan):
    organ = punkt(plan).moede.organ
    for dag, titel in ((1, "Gammelt"), (3, "Nyt"), (2, "Skolen")):
        moede = MoedeFactory(organ=organ, begynder=f"2027-0{dag}-01T12:00Z", slutter=f"2027-0{dag}-01T14:00Z")
        BehandlingFactory(moede=moede, titel=titel, sagsfremstilling="<p>Om skolen.</p>")
    assert titler(soeg("skolen", slags="punkter")) == ["Skolen", "Nyt", "Gammelt"]


def test_hit_viser_ordene_omkring_og_maerker_dem(soeg, plan):
    punkt(
        plan, "Tryghed & trivsel", sagsfremstilling="<p>Flere går <strong>tryghedsvandring</strong> &amp; hilser.</p>"
    )
    (gruppe,) = soeg("tryghed").context["svar"].grupper
    (ene,) = gruppe.fund
    assert ene.titel == "<mark>Tryghed</mark> &amp; trivsel"
    assert ene.uddrag == "Flere går <mark>tryghedsvandring</mark> &amp; hilser."
    assert ene.traef.plan == plan.navn


def test_tekst_bliver_aldrig_til_opmaerkning(soeg, plan):
    punkt(
        plan,
        "<script>alert(1)</script> fest",
        sagsfremstilling="<p>&lt;b&gt;fest&lt;/b&gt; \ue000i haven\ue001 &lt;img src=x onerror=alert(1)&gt;</p>",
    )
    html = soeg("fest").content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; <mark>fest</mark>" in html
    assert "<mark>fest</mark>&lt;/b&gt; i haven &lt;img src=x onerror=alert" in html
    assert "<img" not in html.split("<main")[1]
    assert "<b>" not in html


@pytest.mark.parametrize("q", ["<script>alert(1)</script>", '"><b>hej</b>', "»fest«"])
def test_det_der_soeges_efter_bliver_ikke_til_opmaerkning(soeg, q):
    html = soeg(q).content.decode()
    assert ("<script>alert" in html, "<b>hej" in html) == (False, False)


MAERKELIGE = [
    "'", '"', "()", ":*", "&", "|", "!", "\\", "'\"():*&|!\\", "a:*", "a & b", "!! a", "<->", "%s %d",
    "tryghed\x00'", "\x00", "\ue000\ue001", "🙂", "ord\r\nord", "- -", "-ord", 'a "b', "tryg:*AB", "½½½", "''''", "og",
]  # fmt: skip


def test_maerkelige_ord_giver_en_side(soeg, plan):
    punkt(plan)
    galt = {}
    for q in (*MAERKELIGE, "x" * 10_000, "a " * 5_000, "'" * 10_000):
        svar = soeg(q)
        if (svar.status_code, svar.context["grupper"]) != (200, []):
            galt[q] = svar.status_code
    assert galt == {}


@pytest.mark.parametrize(
    ("q", "saetning"),
    [
        ("a", "Skriv mindst to bogstaver, fx »tryghed« eller »beslutning 12«."),
        ("x" * 201, "Søg med højst 200 tegn. Et par ord er som regel nok."),
        ("-kun -fra", "Skriv også et ord, der skal findes. Et ord med minus foran bliver kun valgt fra."),
    ],
)
def test_det_der_ikke_kan_soeges_faar_en_saetning_ved_feltet(soeg, q, saetning):
    svar = soeg(q)
    assert svar.context["form"].errors == {"q": [saetning]}
    assert saetning in svar.content.decode()


def test_en_plan_eller_slags_der_ikke_er_paa_listen_siges_ved_feltet(soeg, fremmed):
    fremmedes = fremmed.medlemskaber.get().helhedsplan
    svar = soeg("skole", plan=fremmedes.slug, slags="penge")
    assert svar.context["form"].errors == {
        "plan": ["Vælg en af dine planer på listen."],
        "slags": ["Vælg en slags på listen."],
    }
    assert fremmedes.navn not in svar.content.decode()


def test_uden_fund_siger_siden_hvad_man_kan_proeve(soeg):
    svar = soeg("zebra", slags="punkter")
    html = svar.content.decode()
    assert svar.context["overskrift"] == "Ingen fund på »zebra«"
    assert "Prøv færre ord, et andet ord eller kun begyndelsen" in html
    assert f'href="{reverse("soeg")}?q=zebra"' in html


def test_der_soeges_i_alle_ens_planer_eller_i_en(soeg, plan, projektleder):
    anden = MedlemskabFactory(bruger=projektleder).helhedsplan
    punkt(plan, "Skolen her")
    punkt(anden, "Skolen der")
    assert sorted(titler(soeg("skolen"))) == ["Skolen der", "Skolen her"]
    assert titler(soeg("skolen", plan=anden.slug)) == ["Skolen der"]


def test_faa_af_hver_slags_vises_og_resten_er_et_link_vaek(soeg, plan):
    moede = punkt(plan).moede
    for nr in range(FAA + 1):
        BehandlingFactory(moede=moede, titel=f"Skolen {nr}")
        SagFactory(helhedsplan=plan, titel=f"Skolen {nr}")
    svar = soeg("skolen", slags="")
    antal = {et["gruppe"].slags.value: (et["gruppe"].antal, len(et["gruppe"].fund)) for et in svar.context["grupper"]}
    assert antal == {"punkter": (FAA + 1, FAA), "sager": (FAA + 1, FAA)}
    assert f"{reverse('soeg')}?q=skolen&amp;slags=punkter" in svar.content.decode()
    assert len(titler(soeg("skolen", slags="punkter"))) == FAA + 1


@pytest.mark.parametrize("antal", [1, 3])
def test_antallet_af_forespoergsler_er_fast(client, plan, django_assert_num_queries, antal):
    """The same for any number of rows and plans, with and without the right to see drafts."""
    bruger = MedlemskabFactory(helhedsplan=plan, rolle="projektleder").bruger
    kladden = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=plan))
    for nr in range(antal):
        i_kraft = MedlemskabFactory(bruger=bruger, rolle="lbf").helhedsplan
        delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=i_kraft))
        for hvor in (kladden, delaftale):
            AktivitetFactory(delaftale=hvor, navn=f"Skolen {nr}", indhold="<p>Skolen</p>")
        VersionFactory(helhedsplan=i_kraft, delaftale=delaftale, grund="Skolen")
        beslutning = BeslutningFactory(
            behandling=punkt(plan, "Skolen", moede=MoedeFactory(organ__helhedsplan=plan, holdt=True)), tekst="Skolen"
        )
        beslutning.behandling.bilag.create(navn="Skolen")
    client.force_login(bruger)
    with django_assert_num_queries(32):
        svar = client.get(reverse("soeg"), {"q": "skolen"})
    assert svar.context["svar"].antal > antal


def test_soegningen_staar_ikke_i_haendelserne(soeg, plan):
    punkt(plan, "Skolen")
    foer = Haendelse.objects.count()
    soeg("skolen")
    assert Haendelse.objects.count() == foer


def test_gammel_ordlyd_soeges_ikke(soeg, plan, lbf):
    """What is in force today, not what was."""
    omraade = IndsatsomraadeFactory(helhedsplan=plan, problemkompleks="<p>Zebraer</p>")
    VersionFactory(helhedsplan=plan, nr=1, gaelder_fra=date(2019, 1, 1))
    omraade.problemkompleks = "<p>Girafer</p>"
    omraade.save()
    VersionFactory(helhedsplan=plan, nr=2, gaelder_fra=date(2020, 1, 1))
    assert Version.objects.count() == 2
    assert (titler(soeg("zebraer", af=lbf)), len(titler(soeg("girafer", af=lbf)))) == ([], 1)
