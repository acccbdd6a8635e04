"""The files of the whole case that somebody sent in, and who reads it: what of them that person may see."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from aftaler.models import Helhedsplan, Underskrift
from aftaler.models.aendring import Godkendelsestrin
from brugere.models import Bruger
from brugere.roles import Ret
from dokumenter.reports.grundlag import Grundlag
from dokumenter.reports.moedegrundlag import Moedelaeser
from dokumenter.reports.sagen import Sagsdel, Sagsmappe, fil
from dokumenter.rules import ascii_navn
from kerne.datoer import dato, maaleperiode
from maalinger.models import Maaling
from maalinger.reports.kriterier import Kladder, ikraft, viste
from maalinger.statuses import OFFENTLIGE
from moeder.models import Moede, Punktbilag
from moeder.statuses import Moedetilstand
from oekonomi.models import Levering


@dataclass(frozen=True)
class Del:
    """A file of the case, and what it is made from where it is a paper."""

    sagsdel: Sagsdel
    grundlag: Grundlag | None = None


@dataclass(frozen=True)
class Laeser:
    """The one who orders. `bruger` None is the command, which sees everything."""

    plan: Helhedsplan
    bruger: Bruger | None
    moeder: Moedelaeser
    lukket: bool
    i_dag: date

    @property
    def ser_kladder(self) -> bool:
        return Ret.KLADDE_SE in self.moeder.retter

    @property
    def ser_penge(self) -> bool:
        return Ret.PENGE_SE in self.moeder.retter

    @property
    def holdte(self) -> QuerySet[Moede]:
        """The meetings that were held, oldest first."""
        holdte = self.moeder.moeder.filter(tilstand=Moedetilstand.AFSLUTTET)
        return holdte.select_related("organ").order_by("begynder", "pk")


def underskrevne(hvem: Laeser) -> Iterator[Del]:
    """The signed copies of the versions."""
    raekker = Underskrift.objects.filter(helhedsplan=hvem.plan).exclude(fil="").select_related("version", "part")
    for nr, et in enumerate(raekker.order_by("version", "part__raekkefoelge", "pk"), 1):
        titel = f"Underskrevet eksemplar, version {et.version.nr}, {et.part}"
        yield Del(fil(Sagsmappe.AFTALEN, "underskrevet", nr, titel, et.fil_navn, et.fil.name))


def afgoerelser(hvem: Laeser) -> Iterator[Del]:
    """The papers in which a body answered a change that was approved; a change is seen by those who see drafts."""
    if not hvem.ser_kladder:
        return
    trin = Godkendelsestrin.objects.filter(aendring__helhedsplan=hvem.plan, aendring__version__isnull=False)
    for nr, et in enumerate(trin.exclude(dokument="").order_by("dato", "pk"), 1):
        titel = f"Afgørelse, {et.navn}{f', {dato(et.dato)}' if et.dato else ''}"
        yield Del(fil(Sagsmappe.AFTALEN, "afgoerelser", nr, titel, et.dokument_navn, et.dokument.name))


def leverancer(hvem: Laeser) -> Iterator[Del]:
    """The proof of what the parties delivered, for those who see money."""
    if not hvem.ser_penge:
        return
    leveringer = Levering.objects.filter(helhedsplan=hvem.plan).exclude(bilag="").select_related("tilsagn__kilde")
    for nr, et in enumerate(leveringer.order_by("fra_dato", "pk"), 1):
        titel = f"Bevis for leverance, {et.tilsagn.kilde}, {maaleperiode(et.fra_dato, et.til_dato)}"
        yield Del(fil(Sagsmappe.PENGE, "beviser", nr, titel, et.bilag_navn, et.bilag.name))


def punktbilag(hvem: Laeser) -> QuerySet[Punktbilag]:
    """What the reader may see of the held meetings' appendices, closed ones in the closed edition only."""
    synlige = Punktbilag.objects.all() if hvem.bruger is None else Punktbilag.objects.synlige_for(hvem.bruger)
    synlige = synlige.filter(behandling__moede__in=hvem.holdte.values("pk"))
    if not hvem.lukket:
        synlige = synlige.filter(lukket=False, behandling__lukket=False)
    return synlige.select_related("behandling").order_by(
        "behandling__moede", "behandling__raekkefoelge", "raekkefoelge", "pk"
    )


def beviser(hvem: Laeser) -> Iterator[Del]:
    """The evidence of every figure that counts or did count, of the criteria that the reader sees and by the name they
    see; a file that a correction kept is there once."""
    kladder = Kladder.ALLE if hvem.ser_kladder else Kladder.INGEN
    kriterier = {et.noegle: et for et in viste(hvem.plan, ikraft(hvem.plan, dato=hvem.i_dag), kladder)}
    maalinger = Maaling.objects.filter(kriterium__in=kriterier, tilstand__in=OFFENTLIGE).exclude(bilag="")
    kendte: set[str] = set()
    for et in maalinger.order_by("kriterium__nr", "til_dato", "pk"):
        if et.bilag.name not in kendte:
            kendte.add(et.bilag.name)
            kriterium = kriterier[et.kriterium_id]
            titel = f"Bilag til kriterium {kriterium.nr}, {kriterium.navn}, {maaleperiode(et.fra_dato, et.til_dato)}"
            sti = f"kriterium-{kriterium.nr:02d}-{ascii_navn(kriterium.navn)}"
            navn = f"{et.til_dato.isoformat()} {et.bilag_navn}"
            yield Del(fil(Sagsmappe.MAALINGER, sti, len(kendte), titel, navn, et.bilag.name))
