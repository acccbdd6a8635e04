"""Register figures, the country's means and the ministry's answers that the lists are judged by."""

from decimal import Decimal

from helhedsplan.demo import listetal
from helhedsplan.demo.byg.byggeri import Byggeri
from maalinger.models import Indikator, Indikatorvaerdi, Landstal, Listeplacering
from maalinger.statuses import Niveau

KILDE = "Opdigtet til demoplanen"


def lister(byggeri: Byggeri) -> None:
    """The plan's areas; a figure that another part has written already is left alone."""
    _landet()
    for navn, omraade in listetal.OMRAADER.get(byggeri.plan.slug, {}).items():
        for serie in omraade.serier:
            _serie(byggeri, navn, serie)
        for svar in omraade.svar:
            Listeplacering.objects.create(
                helhedsplan=byggeri.plan,
                omraade=byggeri.boligomraader[navn],
                art=svar.art,
                aar=svar.aar,
                paa_listen=svar.paa_listen,
                kilde=svar.kilde,
            )


def _serie(byggeri: Byggeri, navn: str, serie: listetal.Serie) -> None:
    indikator = Indikator.objects.get(kode=serie.kode)
    for aar, tal in enumerate(serie.tal, start=serie.fra):
        if tal is None:
            continue
        Indikatorvaerdi.objects.get_or_create(
            helhedsplan=byggeri.plan,
            indikator=indikator,
            niveau=Niveau.OMRAADE,
            omraade=byggeri.boligomraader[navn],
            afdeling=None,
            fra_aar=aar,
            til_aar=aar,
            defaults={
                "vaerdi": None if tal == "skjult" else Decimal(tal),
                "skjult": tal == "skjult",
                "kilde": KILDE,
                "registreret_af": byggeri.projektleder,
                "eksempel": True,
            },
        )


def _landet() -> None:
    doemte = Indikator.objects.get(kode=listetal.DOEMTE)
    for aar, tal in listetal.LANDET_DOEMTE.items():
        om = {"vaerdi": Decimal(tal), "kilde": KILDE}
        Landstal.objects.get_or_create(indikator=doemte, region="", aar=aar, defaults=om)
