"""Who finds what, by enumeration: every role, with and without a seat, against a word planted in every kind of row.

The pages are the oracle: a word is found by exactly those whose own page of the thing answers 200 and says the word.
"""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from aftaler import models as aftaler
from aftaler import snapshot
from aftaler.rules.aendringer import BESTYRELSEN
from aftaler.services import aendringer
from aftaler.services.aendringer import Trinforslag
from brugere.roles import Rolle
from moeder.models import Referattilfoejelse, Referatudgave
from moeder.reports.referat import referatindhold, som_json
from moeder.statuses import Moedetilstand, Referattilstand
from tests import factories
from tests.moeder.factories import (
    BehandlingFactory,
    BeslutningFactory,
    MoedeFactory,
    OpgaveFactory,
    ReferatFactory,
    ReferatkommentarFactory,
    SagFactory,
    sid_i,
)

pytestmark = pytest.mark.django_db
SIDDER_DER = {Rolle.FORMAND, Rolle.BESTYRELSE, Rolle.FOELGEGRUPPE, Rolle.MEDARBEJDER}
FAELLES = "planteord"  # stands in every planted text, so that one search asks for all of them


class Verden:
    """Texts planted in one plan: `steder` is the word of each with the pages that may say it, in order."""

    def __init__(self, plan):
        self.plan, self.slug, self.steder = plan, plan.slug, {}
        self.par = []  # two words of one item
        self.leder = factories.MedlemskabFactory(helhedsplan=plan, rolle=Rolle.PROJEKTLEDER).bruger
        self.organ = factories.OrganFactory(helhedsplan=plan, art="bestyrelse", navn="Bestyrelsen")
        self.aftalen()
        self.moeder()

    def plant(self, *sider, html=True) -> str:
        """A new word, told where it is to be read."""
        ord_ = f"zq{self.plan.pk}x{len(self.steder)}z"
        self.steder[ord_] = sider
        return f"<p>{FAELLES} {ord_}</p>" if html else f"{FAELLES} {ord_}"

    def side(self, navn, *led) -> str:
        return reverse(navn, args=[self.slug, *led])

    def kriteriet(self, kriterium) -> str:
        return self.side("maalinger:kriterium_detalje", kriterium.nr)

    def aftalen(self):
        """Everything twice: frozen as a version in force, then rewritten in the draft."""
        plan, aftale = self.plan, self.side("aftaler:aftale")
        omraade = factories.IndsatsomraadeFactory(helhedsplan=plan)
        delaftale = factories.DelaftaleFactory(indsatsomraade=omraade)
        aktivitet = factories.AktivitetFactory(delaftale=delaftale)
        kriterium = factories.SucceskriteriumFactory(indsatsomraade=omraade)
        milepael = factories.MilepaelFactory(helhedsplan=plan, aktivitet=aktivitet)
        bilag = factories.DokumentbilagFactory(helhedsplan=plan, art="beredskabsplan")
        afsnit = plan.samarbejdsaftale.afsnit.filter(skabelonafsnit__indhold="tekst").first()
        organsiden, delaftalen = self.side("aftaler:organer"), self.side("aftaler:delaftale_detalje", "5.1")
        version = None
        for _ in ("i kraft", "kladde"):
            afsnit.tekst = self.plant(aftale)
            omraade.problemkompleks = self.plant(aftale)
            delaftale.sammenhaeng = self.plant(delaftalen)
            aktivitet.indhold = self.plant(self.side("aftaler:aktivitet_detalje", aktivitet.pk))
            kriterium.tekst = "Omskrevet" if version else self.plant(self.kriteriet(kriterium), html=False)
            milepael.navn = self.plant(self.side("aftaler:milepaelsplan"), html=False)
            bilag.tekst = self.plant(self.side("aftaler:bilag_detalje", bilag.art))
            self.organ.opgaver = self.plant(organsiden)
            for raekke in (afsnit, omraade, delaftale, aktivitet, kriterium, milepael, bilag, self.organ):
                raekke.save()
            if version is None:
                organets = list(self.steder)[-1]
                version = self.version(None, 1)
                self.steder[organets] = (organsiden, self.side("aftaler:version_detalje", version.pk))
                self.version(delaftale, 1)
        nyt = factories.SucceskriteriumFactory(indsatsomraade=omraade, navn="Nyt")
        nyt.tekst = self.plant(self.kriteriet(nyt), html=False)
        nyt.save()
        ny = factories.AktivitetFactory(delaftale=delaftale, navn="Ny")
        ny.formaal_og_maal = self.plant(self.side("aftaler:aktivitet_detalje", ny.pk))
        ny.save()
        anden = factories.DelaftaleFactory(
            indsatsomraade=factories.IndsatsomraadeFactory(helhedsplan=plan, nr="5.3"),
        )
        self.aendring(anden)

    def version(self, delaftale, nr) -> aftaler.Version:
        version = factories.VersionFactory(helhedsplan=self.plan, delaftale=delaftale, nr=nr, grund="x")
        indhold = snapshot.delaftale(delaftale) if delaftale else snapshot.strategisk(self.plan)
        assert version.indhold == indhold
        gammel = factories.VersionFactory(
            helhedsplan=self.plan,
            delaftale=delaftale,
            nr=nr + 1,
            gaelder_fra=date(2019, 5, 2),
            grund=f"{FAELLES} zq{self.plan.pk}x{len(self.steder)}z",
        )
        self.steder[f"zq{self.plan.pk}x{len(self.steder)}z"] = (self.side("aftaler:version_detalje", gammel.pk),)
        return gammel

    def aendring(self, delaftale):
        grund = self.plant(html=False)
        aendring = aendringer.indsend(
            self.plan,
            delaftale,
            grund=grund,
            oensket_fra=self.plan.start_dato,
            rute=[Trinforslag(BESTYRELSEN)],
            af=self.leder,
        )
        self.steder[list(self.steder)[-1]] = (self.side("aftaler:aendring_detalje", aendring.pk),)

    def moeder(self):
        for tilstand, referat in (
            (Moedetilstand.KLADDE, None),
            (Moedetilstand.INDKALDT, None),
            (Moedetilstand.AFSLUTTET, Referattilstand.KLADDE),
            (Moedetilstand.AFSLUTTET, Referattilstand.TIL_KOMMENTERING),
            (Moedetilstand.AFSLUTTET, Referattilstand.GODKENDT),
        ):
            holdt = {"holdt": True} if tilstand == Moedetilstand.AFSLUTTET else {"tilstand": tilstand}
            moede = MoedeFactory(organ=self.organ, **holdt)
            moede.besked = self.plant(self.side("moeder:moede_detalje", moede.kode), html=False)
            moede.save()
            for lukket in (False, True):
                self.punkt(moede, lukket, med_sag=referat in (None, Referattilstand.GODKENDT))
            if referat:
                self.referat(moede, referat)
        ide = BehandlingFactory(moede=None, sag=SagFactory(helhedsplan=self.plan), titel="Ide")
        ide.titel = self.plant(self.side("moeder:ideliste", moede.kode), html=False)
        ide.save()
        self.sag(ide)
        oegave_uden_punkt = self.plant(self.side("moeder:opgave_liste"), html=False)
        OpgaveFactory(
            behandling=None,
            helhedsplan=self.plan,
            tekst=oegave_uden_punkt,
            ejer=factories.PersonFactory(helhedsplan=self.plan),
        )

    def punkt(self, moede, lukket, *, med_sag):
        """An item with everything on it; the referat's text is on the page one reads, or on the one one writes on."""
        punkt = BehandlingFactory(moede=moede, sag=SagFactory(helhedsplan=self.plan), titel="Punkt", lukket=lukket)
        siden = self.side("moeder:punkt_detalje", moede.kode, punkt.pk)
        referatet = self.side("moeder:referat", moede.kode)
        skriv = (referatet,) if moede.er_lukket else (self.side("moeder:referat_punkt", moede.kode, punkt.pk),)
        for felt in ("sagsfremstilling", "indstilling"):
            setattr(punkt, felt, self.plant(siden))
        self.par.append(tuple(list(self.steder)[-2:]))
        punkt.referat = self.plant(*skriv)
        punkt.save()
        if med_sag:
            self.sag(punkt)
        BeslutningFactory(
            behandling=punkt, tekst=self.plant(self.side("moeder:beslutning_liste"), *skriv[:1], html=False)
        )
        OpgaveFactory(behandling=punkt, tekst=self.plant(self.side("moeder:opgave_liste"), html=False))
        for lukket_bilag in (False, True):
            bilag = punkt.bilag.create(navn=self.plant(siden, html=False), lukket=lukket_bilag)
            bilag.fil.save("a.pdf", ContentFile(b"%PDF-1.4"))

    def sag(self, punkt):
        punkt.sag.titel = self.plant(self.side("moeder:sag_detalje", punkt.sag_id), html=False)
        punkt.sag.save()

    def referat(self, moede, tilstand):
        """Its edition is what stands on the items; comments and additions on the whole and on each item."""
        siden = self.side("moeder:referat", moede.kode)
        referat = ReferatFactory(moede=moede)
        for punkt in (None, *moede.behandlinger.all()):
            ReferatkommentarFactory(referat=referat, behandling=punkt, tekst=self.plant(siden, html=False))
            Referattilfoejelse.objects.create(
                referat=referat, behandling=punkt, tekst=self.plant(siden, html=False), af=self.leder
            )
        indhold = som_json(referatindhold(moede))
        Referatudgave.objects.create(referat=referat, nr=1, indhold=indhold, kontrolsum="0" * 64, frosset_af=self.leder)
        referat.tilstand = tilstand
        referat.godkendt_tidspunkt = timezone.now() if tilstand == Referattilstand.GODKENDT else None
        referat.save()


@pytest.fixture
def verden(plan):
    return Verden(plan)


def fundne(client, q=FAELLES) -> tuple[set[str], int, str]:
    """The planted words that the search shows, how many hits it counts, and its pages."""
    tekster, antal, html = set(), 0, ""
    for slags in ("", "referater", "punktbilag"):  # more than are shown beside other kinds
        svar = client.get(reverse("soeg"), {"q": q, "slags": slags})
        html += svar.content.decode()
        antal = antal or svar.context["svar"].antal
        for et in svar.context["grupper"]:
            assert not (slags and et["gruppe"].har_flere)
            tekster |= {ord_ for fund in et["gruppe"].fund for ord_ in _ordene(fund.traef)}
    return tekster, antal, html


def _ordene(traef) -> list[str]:
    return [ord_ for ord_ in f"{traef.titel} {traef.tekst}".split() if ord_.startswith("zq")]


def paa_siderne(client, verden) -> set[str]:
    """The planted words that the reader's own pages say. The draft's bodies have a page of their own; whoever can't
    open it reads them in the version."""
    laest: dict[str, str | None] = {}

    def side(url: str) -> str | None:
        if url not in laest:
            svar = client.get(url)
            laest[url] = svar.content.decode() if svar.status_code == 200 else None
        return laest[url]

    ud = set()
    for ord_, sider in verden.steder.items():
        aabne = [html for html in map(side, sider) if html is not None]
        if any(ord_ in html for html in (aabne[:1] if sider[0].endswith("/organer/") else aabne)):
            ud.add(ord_)
    return ud


def test_det_der_findes_er_det_siderne_siger(client, verden):
    """Every role, and those that a seat gives something to, with one and without."""
    anden = Verden(factories.HelhedsplanFactory())
    galt = {}
    for rolle in Rolle:
        for har_plads in (False, True) if rolle in SIDDER_DER else (False,):
            bruger = factories.MedlemskabFactory(helhedsplan=verden.plan, rolle=rolle).bruger
            if har_plads:
                sid_i(verden.organ, bruger)
            client.force_login(bruger)
            ventet = paa_siderne(client, verden)
            tekster, antal, html = fundne(client)
            forskel = {ord_: (ord_ in tekster, verden.steder.get(ord_)) for ord_ in tekster ^ ventet}
            siver = [ord_ for ord_ in (*verden.steder, *anden.steder) if ord_ in html and ord_ not in ventet]
            if forskel or siver or antal != len(ventet) - _med_to_ord(verden, ventet):
                galt[rolle, har_plads] = (forskel, siver, antal, len(ventet))
    assert galt == {}


def _med_to_ord(verden, ventet) -> int:
    """An item with words in two of its parts is one hit."""
    return sum({et, andet} <= ventet for et, andet in verden.par)


def test_den_der_lovede_noget_paa_et_lukket_punkt_finder_opgaven_uden_punktets_navn(client, plan):
    moede = MoedeFactory(organ__helhedsplan=plan, holdt=True)
    punkt = BehandlingFactory(moede=moede, titel="Personalesag", lukket=True)
    bruger = factories.MedlemskabFactory(helhedsplan=plan, rolle=Rolle.MEDARBEJDER).bruger
    ejer = factories.PersonFactory(helhedsplan=plan, bruger=bruger)
    OpgaveFactory(behandling=punkt, ejer=ejer, tekst="Ringe til kredsen")
    client.force_login(bruger)
    svar = client.get(reverse("soeg"), {"q": "ringe"})
    assert svar.context["overskrift"] == "1 fund på »ringe«"
    assert "Personalesag" not in svar.content.decode()


@pytest.mark.parametrize("q", ["planteord", "Nørreby", "bestyrelsen", "1", "version"])
def test_en_fremmed_finder_intet_i_planen(client, verden, fremmed, q):
    client.force_login(fremmed)
    html = fundne(client, q)[2]
    assert (verden.plan.navn in html, f"/planer/{verden.slug}/" in html) == (False, False)


def test_uden_plan_er_der_intet_at_finde(client, verden, uden_plan):
    client.force_login(uden_plan)
    assert fundne(client)[:2] == (set(), 0)


def test_uden_login_kommer_man_til_login(client, verden):
    svar = client.get(reverse("soeg"), {"q": FAELLES})
    assert (svar.status_code, "/login/" in svar.headers["Location"]) == (302, True)


def test_et_medlemskab_der_er_slut_finder_intet(client, verden):
    medlemskab = factories.MedlemskabFactory(helhedsplan=verden.plan, rolle=Rolle.PROJEKTLEDER)
    medlemskab.til_dato = medlemskab.fra_dato
    medlemskab.save()
    client.force_login(medlemskab.bruger)
    assert fundne(client)[:2] == (set(), 0)
