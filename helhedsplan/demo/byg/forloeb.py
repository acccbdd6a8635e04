"""What happens over time: deadlines, changes on their way through the bodies, and today's unapproved words."""

from aftaler.models import Delaftale, Frist, Godkendelsestrin, Organ, Skabelonafsnit
from aftaler.models.aendring import Trinslags
from aftaler.models.organ import Organart
from aftaler.models.skabelon import Papir
from aftaler.models.succeskriterium import felter_af
from aftaler.rules.aendringer import BESTYRELSEN
from aftaler.services import aendringer, kriterier, tekster
from aftaler.statuses import Trinudfald
from brugere.roles import Rolle
from helhedsplan.demo import former
from helhedsplan.demo.byg import aftalen
from helhedsplan.demo.byg.byggeri import Byggeri


def frister(byggeri: Byggeri, specs: tuple[former.Frist, ...]) -> None:
    for spec in specs:
        Frist.objects.create(
            helhedsplan=byggeri.plan,
            delaftale=byggeri.delaftale(spec.delaftale),
            art=spec.art,
            navn=spec.navn,
            dato=spec.dato,
            oprindelig_dato=spec.oprindelig or spec.dato,
            flyttet_grund=spec.grund,
            udfoert_dato=spec.udfoert,
        )


def aendring(byggeri: Byggeri, spec: former.Aendring) -> None:
    """Write what is new, submit it, and record what each body said, in the order of the route."""
    delaftale = byggeri.delaftale(spec.nr)
    _skriv_det_nye(byggeri, spec, delaftale)
    bestyrelse = byggeri.plan.organer.filter(art=Organart.BESTYRELSE).first()
    indsendt = aendringer.indsend(
        byggeri.plan,
        delaftale,
        grund=spec.grund,
        oensket_fra=spec.fra,
        rute=[_trinforslag(et, bestyrelse) for et in spec.rute],
        af=byggeri.projektleder,
    )
    for trin, sagt in zip(indsendt.trin.order_by("raekkefoelge"), spec.rute, strict=True):
        if sagt.udfald:
            _registrer(byggeri, trin, sagt)


def kladde(byggeri: Byggeri, kladder: dict[str, str]) -> None:
    afsnit = Skabelonafsnit.objects.get(
        skabelon__generation=byggeri.plan.skabelon.generation,
        skabelon__papir=Papir.DELAFTALE,
        kode="medarbejderressourcer",
    )
    for nr, tekst in kladder.items():
        delaftale = byggeri.delaftale(nr)
        tekster.ret_delaftale_tekst(delaftale, afsnit, tekst=tekst, udgave=delaftale.udgave, af=byggeri.projektleder)


def _skriv_det_nye(byggeri: Byggeri, spec: former.Aendring, delaftale: Delaftale | None) -> None:
    if spec.ny_aktivitet and delaftale:
        aftalen.aktivitet(byggeri, delaftale, spec.ny_aktivitet)
        aftalen.virkninger(byggeri, spec.ny_aktivitet)
    for navn, nyt in spec.nye_kriterier.items():
        kriterium = byggeri.kriterium(navn)
        kriterier.ret_kriterium(
            kriterium,
            kriterium.indsatsomraade,
            kriterium.aktivitet,
            udgave=kriterium.udgave,
            af=byggeri.projektleder,
            navn=nyt.navn,
            tekst=nyt.tekst,
            datakilde=nyt.datakilde,
            ansvarlig=nyt.ansvarlig,
            foerste_frist=nyt.foerste_frist,
            **felter_af(nyt.laesning),
        )


def _trinforslag(spec: former.Trin, bestyrelse: Organ | None) -> aendringer.Trinforslag:
    organ = bestyrelse if spec.navn == BESTYRELSEN else None
    return aendringer.Trinforslag(spec.navn, Trinslags(spec.slags), organ)


def _registrer(byggeri: Byggeri, trin: Godkendelsestrin, sagt: former.Trin) -> None:
    """The board's own word is the formand's to record, every other body's the secretariat's."""
    aendringer.registrer_trin(
        trin,
        udfald=Trinudfald(sagt.udfald),
        dato=sagt.dato,
        tekst=sagt.tekst,
        vilkaar=sagt.vilkaar,
        af=byggeri.folk[Rolle.FORMAND if trin.navn == BESTYRELSEN else Rolle.SEKRETARIAT],
    )
