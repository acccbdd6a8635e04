"""Whatever is edited, sent, approved, returned and withdrawn, in whatever order: the sentences that must stay true."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aftaler import models, snapshot
from aftaler.models import Aendring, Delaftale, Version
from aftaler.models.skabelon import Papir
from aftaler.rules.aendringer import BESTYRELSEN, LANDSBYGGEFONDEN
from aftaler.services import aendringer, genskab, tekster
from aftaler.services.aendringer import KanIkkeIndsendes, KanIkkeRegistreres, Trinforslag
from aftaler.services.laasning import ErIndsendt
from aftaler.services.versioner import kladde
from aftaler.statuses import Aendringsstatus, Trinudfald
from brugere.roles import Rolle
from tests.factories import DelaftaleFactory, HelhedsplanFactory, IndsatsomraadeFactory, MedlemskabFactory

START = date(2019, 5, 1)
DAGE = st.integers(0, 1400)
SKRIDT = st.one_of(
    st.tuples(st.just("ret"), st.booleans(), st.sampled_from(["Et.", "To.", "Tre."])),
    st.tuples(st.just("indsend"), st.booleans(), DAGE),
    st.tuples(st.just("trin"), st.booleans(), st.tuples(st.sampled_from(["godkendt", "returneret", "afvist"]), DAGE)),
    st.tuples(st.just("traek"), st.booleans(), st.none()),
    st.tuples(st.just("kasser"), st.booleans(), st.none()),
)


class Plan:
    """A plan with one delaftale, the people who act, and what has been seen of its versions."""

    def __init__(self) -> None:
        self.plan = HelhedsplanFactory()
        self.delaftale = DelaftaleFactory(indsatsomraade=IndsatsomraadeFactory(helhedsplan=self.plan))
        self.leder, self.formand = (
            MedlemskabFactory(helhedsplan=self.plan, rolle=rolle).bruger
            for rolle in (Rolle.PROJEKTLEDER, Rolle.FORMAND)
        )
        self.set_foer: dict[int, str] = {}

    def dokument(self, delaftale: bool) -> Delaftale | None:
        return Delaftale.objects.get(pk=self.delaftale.pk) if delaftale else None

    def aaben(self, delaftale: bool) -> Aendring | None:
        return Aendring.objects.aabne(self.plan, self.dokument(delaftale)).first()

    def seneste(self, delaftale: bool) -> Version | None:
        return aendringer.seneste(self.plan, self.dokument(delaftale))

    def ret(self, delaftale: bool, tekst: str) -> None:
        papir = Papir.DELAFTALE if delaftale else Papir.STRATEGISK
        afsnit = models.Skabelonafsnit.objects.filter(
            skabelon__generation="B", skabelon__papir=papir, indhold="tekst"
        ).first()
        if delaftale:
            ting = self.dokument(True)
            tekster.ret_delaftale_tekst(ting, afsnit, tekst=tekst, udgave=ting.udgave, af=self.leder)
        else:
            raekke = self.plan.samarbejdsaftale.afsnit.get(skabelonafsnit=afsnit)
            aftale = self.plan.samarbejdsaftale
            tekster.ret_afsnit(aftale, afsnit, tekst=tekst, udgave=raekke.udgave, af=self.leder)

    def indsend(self, delaftale: bool, dage: int) -> None:
        rute = [Trinforslag(BESTYRELSEN)] if delaftale else [Trinforslag(BESTYRELSEN), Trinforslag(LANDSBYGGEFONDEN)]
        fra = START + timedelta(days=dage)
        aendringer.indsend(
            self.plan, self.dokument(delaftale), grund="Rettet", oensket_fra=fra, rute=rute, af=self.leder
        )

    def trin(self, delaftale: bool, sagt: tuple[str, int]) -> None:
        aendring = self.aaben(delaftale)
        trin = aendring and aendring.trin.filter(udfald=Trinudfald.AFVENTER).first()
        if trin:
            af = self.formand if trin.navn == BESTYRELSEN else self.leder
            dato = START + timedelta(days=sagt[1])
            aendringer.registrer_trin(trin, udfald=Trinudfald(sagt[0]), dato=dato, tekst="Fordi.", af=af)

    def traek(self, delaftale: bool, _: None) -> None:
        if aendring := self.aaben(delaftale):
            aendringer.traek_tilbage(aendring, grund="Fortrudt", af=self.leder)

    def kasser(self, delaftale: bool, _: None) -> None:
        if version := self.seneste(delaftale):
            assert genskab.genskab(version, af=self.leder) == ""
            assert snapshot.kontrolsum(kladde(self.plan, self.dokument(delaftale))) == version.kontrolsum

    def kontroller(self) -> None:
        versioner = list(Version.objects.filter(helhedsplan=self.plan))
        for version in versioner:  # a version never changes
            assert version.kontrolsum == snapshot.kontrolsum(version.indhold)
            assert self.set_foer.setdefault(version.pk, version.kontrolsum) == version.kontrolsum
        assert self.set_foer.keys() == {et.pk for et in versioner}  # and none is lost
        for delaftale in (None, self.delaftale.pk):
            linje = sorted((et for et in versioner if et.delaftale_id == delaftale), key=lambda et: et.nr)
            assert [et.nr for et in linje] == list(range(1, len(linje) + 1))
            if linje:
                self._praecis_en(delaftale, linje)
        godkendte = Aendring.objects.filter(helhedsplan=self.plan, status=Aendringsstatus.GODKENDT)
        assert {et.version_id for et in godkendte} == self.set_foer.keys()

    def _praecis_en(self, delaftale: int | None, linje: list[Version]) -> None:
        """On every day from the first approval on, exactly one version is in force; before it, none."""
        dage = {et.gaelder_fra + timedelta(days=nr) for et in linje for nr in (-1, 0, 1)} | {date(2030, 1, 1)}
        for dag in dage:
            i_kraft = Version.objects.filter(helhedsplan=self.plan, delaftale=delaftale).i_kraft(dag)
            assert len(i_kraft) == (dag >= linje[0].gaelder_fra)


@pytest.mark.django_db
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(SKRIDT, max_size=14))
def test_saetningerne_holder_efter_enhver_raekke_af_skridt(db: Any, skridt: list[tuple[str, bool, Any]]) -> None:
    forloeb = Plan()
    for handling, delaftale, hvad in skridt:
        var_aaben = forloeb.aaben(delaftale)
        foer = snapshot.kontrolsum(kladde(forloeb.plan, forloeb.dokument(delaftale)))
        try:
            getattr(forloeb, handling)(delaftale, hvad)
        except ErIndsendt:
            assert var_aaben
            assert snapshot.kontrolsum(kladde(forloeb.plan, forloeb.dokument(delaftale))) == foer
        except (KanIkkeIndsendes, KanIkkeRegistreres):
            assert handling in {"indsend", "trin"}
        forloeb.kontroller()
