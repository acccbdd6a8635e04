"""The difference between two versions as a paper, and the page where it is ordered."""

import logging
from datetime import date

import page
import pytest
from django.urls import reverse

from aftaler.models import Helhedsplan, Indsatsomraade
from brugere.roles import Rolle
from dokumenter import pdf
from dokumenter.models import Bestilling
from dokumenter.reports import PAPIRER
from dokumenter.reports.data import titel, udgavenavn
from dokumenter.reports.dele import Blok, Ordforskel, Rapport
from dokumenter.reports.grundlag import Grundlag, IngenUdgave, Valg, find
from dokumenter.statuses import Papir
from dokumenter.tasks import dan_dokument
from tests.dokumenter.tilgaengelighed import fejl_i
from tests.factories import MedlemskabFactory, VersionFactory
from tests.godkendelse import godkend_dokument

I_DAG = date(2022, 6, 15)
TYPE = PAPIRER[Papir.AENDRINGSOVERSIGT]


@pytest.fixture
def to_versioner(aftaleplan) -> Helhedsplan:
    """The strategic agreement in two versions: a figure in 5.1 is another."""
    Indsatsomraade.objects.filter(helhedsplan=aftaleplan, omraadetype__nr="5.1").update(
        problemkompleks="<p>Problemet i 5.1: 31,4 % flytter.</p>"
    )
    leder = MedlemskabFactory(helhedsplan=aftaleplan).bruger
    godkend_dokument(
        Helhedsplan.objects.get(pk=aftaleplan.pk), None, gaelder_fra=date(2022, 1, 14), godkendt_dato=date(2022, 1, 10),
        godkendt_af_navn="Landsbyggefonden", grund="Flere flytter end ventet", af=leder,
    )  # fmt: skip
    return aftaleplan


def noegler(plan: Helhedsplan) -> tuple[int, int]:
    return tuple(plan.versioner.filter(delaftale=None).order_by("nr").values_list("pk", flat=True))


def grundlag(plan: Helhedsplan) -> Grundlag:
    fra, til = noegler(plan)
    return find(plan, Papir.AENDRINGSOVERSIGT, Valg(fra=fra, til=til), i_dag=I_DAG)


def rapport(plan: Helhedsplan) -> Rapport:
    return TYPE.byg(grundlag(plan))


def aendringer(plan: Helhedsplan) -> tuple[Blok, ...]:
    return rapport(plan).dokumenter[0].afsnit[1].underblokke


def test_hver_aendring_staar_under_sin_overskrift_med_det_slettede_og_det_tilfoejede(to_versioner):
    (blok,) = aendringer(to_versioner)

    assert blok.overskrift == "5.1 Tryghed og trivsel: problemkompleks"
    assert isinstance(blok.dele[0], Ordforskel)
    assert [(tegn, ord_) for tegn, ord_ in blok.dele[0].led if tegn != "="] == [("-", "1: 26,2"), ("+", "1: 31,4")]
    assert [et.replace("\u00a0", " ") for et in blok.dele[1].linjer] == [
        "Ændret i version 2, besluttet af Landsbyggefonden 10. januar 2022."
    ]


def test_det_kan_laeses_uden_farver_og_hoeres(to_versioner):
    side = pdf.html(rapport(to_versioner), TYPE.skabelon)

    assert '<del><span class="maerke">[slettet:</span>1: 26,2<span class="maerke">]</span></del>' in side
    assert '<ins><span class="maerke">[tilføjet:</span>1: 31,4<span class="maerke">]</span></ins>' in side


def test_beslutningerne_siger_hvem_hvornaar_og_hvorfor(to_versioner):
    (tabel,) = rapport(to_versioner).dokumenter[0].afsnit[0].dele

    assert [tuple(ord_.replace("\u00a0", " ") for ord_ in et) for et in tabel.raekker] == [
        ("2", "14. januar 2022", "Flere flytter end ventet", "Landsbyggefonden 10. januar 2022")
    ]
    assert titel(grundlag(to_versioner)) == "Ændringsoversigt, strategisk aftale"
    assert udgavenavn(grundlag(to_versioner)) == "fra version 1 til version 2"


def test_oversigten_bliver_en_gyldig_pdf_uden_bemaerkninger(to_versioner, caplog):
    if grund := pdf.mangler_system():
        pytest.skip(grund)
    with caplog.at_level(logging.WARNING):
        faerdig = pdf.pdf(pdf.html(rapport(to_versioner), TYPE.skabelon))

    assert caplog.messages == []
    assert page.validate_pdf_bytes(faerdig.indhold, profile="ua1").failures == []
    assert fejl_i(faerdig.indhold) == []


def test_forkerte_versioner_faar_en_saetning(to_versioner):
    fra, til = noegler(to_versioner)
    delaftalens = to_versioner.versioner.exclude(delaftale=None).first().pk
    for valg in (Valg(fra=til, til=fra), Valg(fra=fra, til=fra), Valg(fra=fra, til=delaftalens)):
        with pytest.raises(IngenUdgave, match="Vælg to versioner af det samme dokument"):
            find(to_versioner, Papir.AENDRINGSOVERSIGT, valg, i_dag=I_DAG)
    with pytest.raises(IngenUdgave, match="Planen har ikke de to versioner"):
        find(to_versioner, Papir.AENDRINGSOVERSIGT, Valg(fra=VersionFactory().pk, til=til), i_dag=I_DAG)


def test_den_bestilles_paa_sin_egen_side(client, to_versioner, monkeypatch):
    monkeypatch.setattr(dan_dokument, "apply_async", lambda *args, **valg: None)
    client.force_login(MedlemskabFactory(helhedsplan=to_versioner, rolle=Rolle.LBF).bruger)
    side = reverse("dokumenter:aendringsoversigt", args=[to_versioner.slug])
    fra, til = noegler(to_versioner)

    assert f'<option value="{til}" selected>' in client.get(side, {"fra": fra, "til": til}).content.decode()
    svar = client.post(side, {"fra": fra, "til": til})

    ny = Bestilling.objects.get()
    assert svar.url == reverse("dokumenter:bestilling", args=[to_versioner.slug, ny.pk])
    assert (ny.valg["fra"], ny.valg["til"], ny.titel) == (fra, til, "Ændringsoversigt, strategisk aftale")
    assert "Vælg to versioner af det samme dokument" in client.post(side, {"fra": til, "til": fra}).content.decode()


def test_en_anden_plans_version_findes_ikke(client, to_versioner):
    client.force_login(MedlemskabFactory(helhedsplan=to_versioner).bruger)
    side = reverse("dokumenter:aendringsoversigt", args=[to_versioner.slug])
    fremmed = VersionFactory().pk

    assert client.get(side, {"fra": fremmed, "til": noegler(to_versioner)[1]}).status_code == 404
    assert client.get(side, {"fra": "x"}).status_code == 404
    assert "Planen har ikke den version." in client.post(side, {"fra": fremmed, "til": fremmed}).content.decode()


def test_en_fejlet_oversigt_kan_bestilles_igen(client, to_versioner, monkeypatch):
    monkeypatch.setattr(dan_dokument, "apply_async", lambda *args, **valg: None)
    client.force_login(MedlemskabFactory(helhedsplan=to_versioner).bruger)
    side = reverse("dokumenter:aendringsoversigt", args=[to_versioner.slug])
    fra, til = noegler(to_versioner)
    svar = client.post(side, {"fra": fra, "til": til})
    Bestilling.objects.update(tilstand="fejlet", fejl="Det gik ikke.")

    igen = client.get(svar.url).content.decode()
    assert f'action="{side}"' in igen
    assert f'<input type="hidden" name="fra" value="{fra}">' in igen
