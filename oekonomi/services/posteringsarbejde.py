"""The work on a finance system's file, done by a worker: read it, say what is wrong, write the lines that are new."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO

from django.utils import timezone

from kerne import indlaesninger, regneark
from kerne.indlaesninger import Resultat
from kerne.models import Indlaesning
from kerne.regneark import Raekke
from oekonomi.models import Forbrugsindlaesning
from oekonomi.reports.posteringsopslag import Kendte, kendte, opslag
from oekonomi.rules.posteringsark import Fundliste, Konto, Laeser, Laest
from oekonomi.rules.posteringskolonner import Kolonner
from oekonomi.services.forbrug import Forbrugsraekke, KanIkkeIndlaeses, indlaes_forbrug

NAAET_MED_LAESNING = 60  # percent done when every row is read; the rest is writing
RAEKKER_AD_GANGEN = 2_000
FLEST_KONTI = 50
INGEN_LINJER = "Der er ingen linjer under overskrifterne. Vælg et andet ark."

Meld = Callable[[int], None]


@dataclass
class Posteringsresultat(Resultat):
    """Also the accounts that somebody has to place."""

    ukendte_konti: list[Konto] = field(default_factory=list)


def udfoer(indlaesning_id: str) -> None:
    indlaesninger.udfoer(Forbrugsindlaesning, indlaesning_id, arbejd)


def tag_glemte_op() -> list[str]:
    return indlaesninger.tag_glemte_op(Forbrugsindlaesning)


def arbejd(raekke: Indlaesning, meld: Meld) -> Posteringsresultat:
    """Read the whole file; with faults in it nothing is written. The queue decides whether what is written stays."""
    indlaesning = Forbrugsindlaesning.objects.select_related("helhedsplan", "oprettet_af").get(pk=raekke.pk)
    fund, resultat, alle = Fundliste(), Posteringsresultat(), kendte(indlaesning.helhedsplan)
    laeser = Laeser(
        Kolonner.af_json(indlaesning.kolonner), opslag(indlaesning.helhedsplan, alle, dato=timezone.localdate()), fund
    )
    with indlaesning.fil.open("rb") as fil:
        i_alt = regneark.omtrent_raekker(fil, indlaesning.ark)
        laeste = list(laeser.laes(_under_overskrifterne(fil, indlaesning, i_alt, meld)))
    resultat.tomme = fund.tomme
    for hvor, besked in fund.alle_fejl():
        resultat.fejl_i(hvor, besked)
    for hvor, besked in fund.advarsler:
        resultat.advar_om(hvor, besked)
    resultat.ukendte_konti = list(fund.konti.values())[:FLEST_KONTI]
    if not laeste and not resultat.fejl_i_alt:
        resultat.fejl_i(f"Ark »{indlaesning.ark}«", INGEN_LINJER)
    if not resultat.fejl_i_alt:
        _skriv(indlaesning, laeste, alle, resultat)
    return resultat


def _skriv(indlaesning: Forbrugsindlaesning, laeste: list[Laest], alle: Kendte, resultat: Posteringsresultat) -> None:
    try:
        indlaest = indlaes_forbrug(
            indlaesning.helhedsplan,
            [_raekke(et, alle) for et in laeste],
            kildefil=indlaesning.filnavn,
            af=indlaesning.oprettet_af,
            indlaesning=indlaesning,
        )
    except KanIkkeIndlaeses as fejl:
        steder = {et.linje: et.hvor for et in laeste}
        for linje, besked in fejl.pr_linje.items():
            resultat.fejl_i(steder[linje], besked)
    else:
        resultat.nye, resultat.uaendrede = indlaest.nye, indlaest.kendte


def _raekke(laest: Laest, alle: Kendte) -> Forbrugsraekke:
    hjemsted = laest.hjemsted
    assert hjemsted is not None  # an account without a place is a fault, and faults stop the file
    sted = alle.steder[hjemsted.sted]
    return Forbrugsraekke(
        linje=laest.linje,
        beloeb=laest.beloeb,
        aar=laest.aar,
        bogfoert_dato=laest.dato,
        tekst=laest.tekst,
        bilagsnr=laest.bilagsnr,
        placering=sted.placering,
        delaftale=sted.delaftale,
        omkostningstype=alle.typer.get(hjemsted.omkostningstype),
        kilde=alle.kilder.get(hjemsted.kilde),
    )


def _under_overskrifterne(fil: IO[bytes], indlaesning: Forbrugsindlaesning, i_alt: int, meld: Meld) -> Iterator[Raekke]:
    raekker: Iterable[Raekke] = regneark.raekker(fil, indlaesning.ark)
    for et in raekker:
        if et.nr % RAEKKER_AD_GANGEN == 0:
            meld(min(NAAET_MED_LAESNING, NAAET_MED_LAESNING * et.nr // i_alt))
        if et.nr > indlaesning.overskriftsraekke:
            yield et
