"""What the names in a sheet mean in one plan: its places and the catalogue's indicators, and the names we write."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date

from aftaler.laesning import Enhed
from aftaler.models import Boligafdeling, Helhedsplan
from kerne.arkord import normaliseret
from maalinger.models import Indikator
from maalinger.reports.registertal import Sted, Stednoegle, stederne
from maalinger.rules.dataark import Indikatoropslag, Opslag
from maalinger.statuses import Niveau

# Words that sheets use for a group; a place of the plan's own with that name comes first.
KENDTE_NAVNE: dict[Niveau, tuple[str, ...]] = {
    Niveau.PLAN: ("hele planen", "helhedsplanen", "planen"),
    Niveau.KOMMUNE: ("kommunen", "kommune", "hele kommunen"),
    Niveau.UDSATTE: ("udsatte områder", "udsatte boligområder", "særligt udsatte boligområder", "sub"),
    Niveau.LANDET: ("hele landet", "landet", "danmark", "hele danmark", "landsgennemsnit"),
}


def stedkode(sted: Stednoegle) -> str:
    niveau, noegle = sted
    return f"{niveau.value}:{noegle or ''}"


def stedet(kode: str) -> Stednoegle:
    niveau, _, noegle = kode.partition(":")
    return Niveau(niveau), int(noegle) if noegle else None


def stednavne(plan: Helhedsplan) -> dict[str, str]:
    """Code → a name that no other place of the same kind has; afdelinger that share one get their owner's with it."""
    return _entydige(plan, stederne(plan))


def stedvalg(plan: Helhedsplan) -> list[tuple[str, list[tuple[str, str]]]]:
    """The places to choose among, by what they are."""
    grupper: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for kode, navn in stednavne(plan).items():
        niveau, noegle = stedet(kode)
        titel = {Niveau.OMRAADE: "Boligområder", Niveau.AFDELING: "Boligafdelinger"}.get(niveau, "Planen og andre")
        grupper[titel if noegle else "Planen og andre"].append((kode, navn))
    return list(grupper.items())


def indikatorvalg() -> list[tuple[str, str]]:
    return list(Indikator.objects.filter(i_brug=True).values_list("kode", "navn"))


def opslag(plan: Helhedsplan, *, dato: date) -> Opslag:
    """Everything that can be read without asking."""
    steder: dict[str, list[str]] = defaultdict(list)
    kendte = stederne(plan)
    for kode, navn in _entydige(plan, kendte).items():
        for et in {normaliseret(navn), normaliseret(kendte[stedet(kode)].navn)}:
            steder[et].append(kode)
    egne = set(steder)
    andre = {**KENDTE_NAVNE, Niveau.PLAN: (*KENDTE_NAVNE[Niveau.PLAN], plan.navn, plan.omraade)}
    andre[Niveau.KOMMUNE] = (*andre[Niveau.KOMMUNE], plan.kommune, f"{plan.kommune} kommune",
                             plan.kommune.removesuffix(" Kommune"))  # fmt: skip
    for niveau, navne in andre.items():
        for et in {normaliseret(navn) for navn in navne} - egne:
            steder[et].append(stedkode((niveau, None)))
    return Opslag({navn: tuple(koder) for navn, koder in steder.items() if navn}, _indikatorer(), dato.year)


def _entydige(plan: Helhedsplan, steder: Mapping[Stednoegle, Sted]) -> dict[str, str]:
    gange = Counter((et.niveau, normaliseret(et.navn)) for et in steder.values())
    ejere = dict(
        Boligafdeling.objects.filter(helhedsplaner=plan).order_by("pk").values_list("pk", "organisation__navn")
    )
    ud: dict[str, str] = {}
    for sted, et in steder.items():
        navn = et.navn
        if gange[et.niveau, normaliseret(navn)] > 1:
            navn = f"{navn} ({ejere[et.noegle]})" if et.niveau == Niveau.AFDELING else navn
            navn = f"{navn} nr. {et.noegle}" if navn in ud.values() or et.niveau == Niveau.OMRAADE else navn
        ud[stedkode(sted)] = navn
    return ud


def _indikatorer() -> Mapping[str, Indikatoropslag]:
    """By name and by code; also those out of use, whose old figures may come again."""
    ud: dict[str, Indikatoropslag] = {}
    for et in Indikator.objects.order_by("raekkefoelge", "pk"):
        opslaget = Indikatoropslag(et.kode, et.navn, Enhed(et.enhed))
        ud.setdefault(normaliseret(et.navn), opslaget)
        ud.setdefault(normaliseret(et.kode), opslaget)
    return ud
