"""The work on a sheet of register data, done by a worker: read it, compare it with what is there, write what is new."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.utils import timezone

from aftaler.models import Helhedsplan
from kerne import datoer, indlaesninger, regneark, talformat
from kerne.indlaesninger import Resultat
from kerne.models import Indlaesning
from kerne.regneark import CSV_ARK, Raekke
from maalinger.models import Dataindlaesning, Indikator, Indikatorvaerdi
from maalinger.reports.dataopslag import opslag, stedet, stedkode, stednavne
from maalinger.reports.registertal import egne_skjulte, graense, sted_af
from maalinger.rules import dataark, diskretion
from maalinger.rules.dataark import Fundliste, Laest, Navn
from maalinger.rules.datakolonner import Kolonner
from maalinger.statuses import Niveau

NAAET_MED_LAESNING = 60  # percent done when every row is read; the rest is writing
RAEKKER_AD_GANGEN = 500
FLEST_NAVNE, FLEST_AENDRINGER = 50, 100
FELTER = (
    "vaerdi",
    "taeller",
    "naevner",
    "skjult",
    "kilde",
    "opgjort_dato",
    "indlaesning",
    "registreret_af",
    "eksempel",
)

Meld = Callable[[int], None]
Noegle = tuple[str, str, int, int]


@dataclass(frozen=True)
class Aendret:
    """One figure that the sheet changes."""

    hvad: str
    foer: str
    nu: str


@dataclass
class Dataresultat(Resultat):
    """Also the names that somebody has to tell the meaning of, and which figures change."""

    ukendte_steder: list[Navn] = field(default_factory=list)
    ukendte_indikatorer: list[Navn] = field(default_factory=list)
    aendringer: list[Aendret] = field(default_factory=list)


def udfoer(indlaesning_id: str) -> None:
    indlaesninger.udfoer(Dataindlaesning, indlaesning_id, arbejd)


def tag_glemte_op() -> list[str]:
    return indlaesninger.tag_glemte_op(Dataindlaesning)


def arbejd(raekke: Indlaesning, meld: Meld) -> Dataresultat:
    """Read the whole sheet; with faults in it nothing is written. The queue decides whether what is written stays."""
    indlaesning = Dataindlaesning.objects.select_related("helhedsplan", "oprettet_af").get(pk=raekke.pk)
    fund, resultat = Fundliste(), Dataresultat()
    kendte = opslag(indlaesning.helhedsplan, dato=timezone.localdate())
    kolonner = Kolonner.af_json(indlaesning.kolonner)
    with indlaesning.fil.open("rb") as fil:
        i_alt = regneark.omtrent_raekker(fil, indlaesning.ark)
        raekker = _under_overskrifterne(regneark.raekker(fil, indlaesning.ark), indlaesning, i_alt, meld)
        laeste = list(dataark.laes(raekker, kolonner, indlaesning.overskrifter, kendte, fund))
    resultat.tomme = fund.tomme
    for hvor, besked in fund.alle_fejl():
        resultat.fejl_i(hvor, besked)
    for hvor, besked in fund.advarsler:
        resultat.advar_om(hvor, besked)
    resultat.ukendte_steder = list(fund.steder.values())[:FLEST_NAVNE]
    resultat.ukendte_indikatorer = list(fund.indikatorer.values())[:FLEST_NAVNE]
    if not laeste and not resultat.fejl_i_alt:
        hvor = indlaesning.ark if indlaesning.ark == CSV_ARK else f"Ark »{indlaesning.ark}«"
        resultat.fejl_i(hvor, "Der er ingen tal under overskrifterne. Vælg et andet ark.")
    Skriver(indlaesning, resultat, meld).skriv(laeste)
    return resultat


class Skriver:
    """Compares what was read with the plan's values, counts, and writes unless there are faults."""

    def __init__(self, indlaesning: Dataindlaesning, resultat: Dataresultat, meld: Meld) -> None:
        self._indlaesning, self._resultat, self._meld = indlaesning, resultat, meld
        self._plan: Helhedsplan = indlaesning.helhedsplan
        self._indikatorer = {et.kode: et for et in Indikator.objects.order_by("pk")}
        self._navne = stednavne(self._plan)
        self._mindste = graense(timezone.localdate())

    def skriv(self, laeste: list[Laest]) -> None:
        findes = self._findes({et.indikator.kode for et in laeste})
        skjulte = egne_skjulte(self._plan, list(findes.values()), dato=timezone.localdate())
        nye, aendrede = [], []
        for et in laeste:
            gammel = findes.get(et.noegle)
            if gammel is None:
                nye.append(self._vaerdi(et, Indikatorvaerdi(helhedsplan=self._plan, **self._hvor(et))))
            elif er_uaendret(gammel, et, egen_skjult=gammel.pk in skjulte):
                self._resultat.uaendrede += 1
            else:
                self._fortael(gammel, et, egen_skjult=gammel.pk in skjulte)
                aendrede.append(self._vaerdi(et, gammel))
        self._resultat.nye, self._resultat.aendrede = len(nye), len(aendrede)
        if not self._resultat.fejl_i_alt:
            self._gem(nye, aendrede)

    def _findes(self, koder: set[str]) -> dict[Noegle, Indikatorvaerdi]:
        vaerdier = Indikatorvaerdi.objects.filter(helhedsplan=self._plan, indikator__kode__in=koder)
        return {
            (et.indikator.kode, stedkode(sted_af(et)), et.fra_aar, et.til_aar): et
            for et in vaerdier.select_related("indikator").order_by("pk")
        }

    def _hvor(self, laest: Laest) -> dict[str, Any]:
        niveau, noegle = stedet(laest.sted)
        return {
            "indikator": self._indikatorer[laest.indikator.kode],
            "niveau": niveau,
            "omraade_id": noegle if niveau == Niveau.OMRAADE else None,
            "afdeling_id": noegle if niveau == Niveau.AFDELING else None,
            "fra_aar": laest.fra,
            "til_aar": laest.til,
        }

    def _vaerdi(self, laest: Laest, vaerdi: Indikatorvaerdi) -> Indikatorvaerdi:
        vaerdi.vaerdi, vaerdi.taeller, vaerdi.naevner = laest.vaerdi, laest.taeller, laest.naevner
        vaerdi.skjult = laest.skjult
        vaerdi.kilde = laest.kilde or self._indlaesning.kilde or vaerdi.indikator.kilde or self._indlaesning.filnavn
        vaerdi.opgjort_dato = laest.opgjort or self._indlaesning.opgjort_dato
        vaerdi.indlaesning, vaerdi.registreret_af = self._indlaesning, self._indlaesning.oprettet_af
        vaerdi.eksempel = False
        return vaerdi

    def _fortael(self, gammel: Indikatorvaerdi, ny: Laest, *, egen_skjult: bool) -> None:
        """The figure before and after, for whoever decides; what may not be shown isn't shown here either."""
        if len(self._resultat.aendringer) == FLEST_AENDRINGER:
            return
        hvad = f"{ny.indikator.navn}, {self._navne.get(ny.sted, '')}, {datoer.aarsvindue(ny.fra, ny.til)}"
        foer = diskretion.SKJULT if egen_skjult else _tekst(ny, gammel)
        bag = diskretion.bag(
            ny.vaerdi, enhed=ny.indikator.enhed, taeller=ny.taeller, naevner=ny.naevner, skjult=ny.skjult
        )
        nu = diskretion.SKJULT if egen_skjult or diskretion.er_lille(bag, self._mindste) else _tekst(ny, ny)
        self._resultat.aendringer.append(Aendret(hvad, foer, nu if nu != foer else f"{nu}, ny kilde"))

    def _gem(self, nye: list[Indikatorvaerdi], aendrede: list[Indikatorvaerdi]) -> None:
        i_alt, gemt = max(1, len(nye) + len(aendrede)), 0
        for stykke, skriv in (
            *((et, Indikatorvaerdi.objects.bulk_create) for et in _stykker(nye)),
            *((et, _ret) for et in _stykker(aendrede)),
        ):
            skriv(stykke)
            # The history's triggers walk through every check that waits for the commit, so none may wait: with 100,000
            # rows the last would take a hundred times as long as the first.
            connection.check_constraints()
            gemt += len(stykke)
            self._meld(NAAET_MED_LAESNING + (99 - NAAET_MED_LAESNING) * gemt // i_alt)


def er_uaendret(gammel: Indikatorvaerdi, ny: Laest, *, egen_skjult: bool) -> bool:
    """The figure is the same, and so is the source where the sheet gives one.

    What we hide ourselves goes out as "Skjult": when it comes back, nothing was said about it.
    """
    if ny.skjult:
        samme = gammel.skjult or egen_skjult
    else:
        samme = not gammel.skjult and (gammel.vaerdi, gammel.taeller, gammel.naevner) == (
            ny.vaerdi,
            ny.taeller,
            ny.naevner,
        )
    samme_kilde = ny.kilde is None or ny.kilde == " ".join(gammel.kilde.split())
    return samme and samme_kilde and (ny.opgjort is None or ny.opgjort == gammel.opgjort_dato)


def _under_overskrifterne(
    raekker: Iterable[Raekke], indlaesning: Dataindlaesning, i_alt: int, meld: Meld
) -> Iterator[Raekke]:
    for et in raekker:
        if et.nr % RAEKKER_AD_GANGEN == 0:
            meld(min(NAAET_MED_LAESNING, NAAET_MED_LAESNING * et.nr // i_alt))
        if et.nr > indlaesning.overskriftsraekke:
            yield et


def _ret(vaerdier: list[Indikatorvaerdi]) -> None:
    Indikatorvaerdi.objects.bulk_update(vaerdier, FELTER)


def _stykker(vaerdier: list[Indikatorvaerdi]) -> Iterator[list[Indikatorvaerdi]]:
    for nr in range(0, len(vaerdier), RAEKKER_AD_GANGEN):
        yield vaerdier[nr : nr + RAEKKER_AD_GANGEN]


def _tekst(laest: Laest, et: Laest | Indikatorvaerdi) -> str:
    if et.skjult:
        return diskretion.SKJULT
    if et.vaerdi is not None:
        return talformat.vaerdi(et.vaerdi, laest.indikator.enhed, talformat.decimaler_i(et.vaerdi))
    return f"{talformat.tal(et.taeller or 0)} af {talformat.tal(et.naevner or 0)}"
