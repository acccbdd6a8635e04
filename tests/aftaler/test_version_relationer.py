"""Nothing of the agreement is forgotten: every model and column with a way to the plan is frozen, or says why not."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from aftaler import snapshot
from aftaler.models import Delaftale, Helhedsplan
from aftaler.snapshot.forskel import aendrede
from tests.aftaler.hel_plan import fyld

pytestmark = pytest.mark.django_db

IKKE_MED = {
    "Medlemskab": "hvem der har adgang, er ikke aftalt",
    "Organmedlem": "hvem der sidder på en plads, skifter uden en ny aftale og er dateret for sig",
    "Version": "er selv det frosne",
    "Aendring": "er vejen til en version",
    "Godkendelsestrin": "er vejen til en version",
    "Vilkaar": "stilles ved en godkendelse og følges for sig",
    "Underskrift": "sættes på en version, når den er frosset",
    "Frist": "laves af aftalen og kan flyttes med en grund",
    "Frafald": "er et svar på regeltjekket",
    "Praekvalifikation": "er ansøgningen før aftalen, et dokument for sig",
    "Viderefoerelse": "er vejen til den næste plan",
}
# Shared catalogues, frozen by their words where a row names them.
KATALOGER = {"Bevillingsperiode", "Omraadetype", "Skabelon", "Skabelonafsnit", "Skabelonbilag", "Aktivitetstype",
             "Omkostningstype"}  # fmt: skip
BOGHOLDERI = {"id", "udgave", "rettet_tidspunkt", "rettet_af"}
FELTER_IKKE_MED = {
    "Helhedsplan": {"slug", "fase", "tolerance", "forgaenger", "eksempel", "bevillingsperiode", "skabelon"},
    "Organisation": {"cvr"},  # the agreement names its parties, not their numbers
    "Person": {"helhedsplan", "titel", "organisation", "bruger"},
    "Boligomraade": {"beboere"},
    "Boligafdeling": {"organisation", "lbf_nr", "boliger", "beboere", "boligomraader"},
    "Aftalepart": {"helhedsplan"},
    "Samarbejdsaftale": {"helhedsplan"},
    "Afsnit": {"samarbejdsaftale", "skabelonafsnit"},
    "Indsatsomraade": {"helhedsplan", "omraadetype"},
    "Delaftale": {"indsatsomraade"},
    "Aktivitet": {"status_sat", "status_grund", "status_sat_af", "status_sat_tidspunkt"},  # what came of it
    "Maalgruppe": {"aktivitet", "bortfaldet_dato", "bortfaldet_grund"},
    "Milepael": {"helhedsplan", "aktivitet", "udfoert_dato", "forsinkelse_grund"},
    "Virkning": {"aktivitet"},
    "Succeskriterium": {"helhedsplan", "indsatsomraade"},
    "Organ": {"helhedsplan"},
    "Plads": {"organ"},
    "Medarbejderandel": {"helhedsplan", "person", "akse"},  # who holds the post; the axis is checked by its place
    "Dokumentbilag": {"helhedsplan", "klar"},
    "Finansieringskilde": {"helhedsplan", "organisation"},
    "Budgetpost": {"helhedsplan", "eksempel"},
    "Tilsagn": {"helhedsplan", "eksempel"},
    "OplystAndel": {"helhedsplan"},
}


def _peger_paa(model: type[models.Model]) -> set[type[models.Model]]:
    felter = [*model._meta.concrete_fields, *model._meta.many_to_many]
    return {et.related_model for et in felter if et.related_model}


def _modeller() -> set[type[models.Model]]:
    """Every model of ours with a way to the plan, and those that such a row points at."""
    alle = {et for et in apps.get_app_config("aftaler").get_models() if not et.__name__.endswith("Event")}
    fundne = {Helhedsplan}
    while nye := {et for et in alle - fundne if _peger_paa(et) & fundne}:
        fundne |= nye
    return fundne | {et for model in fundne for et in _peger_paa(model) & alle}


def test_hver_model_med_en_vej_til_planen_er_frosset_eller_siger_hvorfor_ikke():
    navne = {et.__name__ for et in _modeller()}
    assert sorted(navne - IKKE_MED.keys() - KATALOGER - FELTER_IKKE_MED.keys()) == []
    assert sorted(IKKE_MED.keys() - navne) == []  # no reason outlives its model


def _felter() -> list[tuple[str, str]]:
    return [
        (model.__name__, felt.name)
        for model in sorted(_modeller(), key=lambda et: et.__name__)
        if model.__name__ in FELTER_IKKE_MED
        for felt in [*model._meta.concrete_fields, *model._meta.many_to_many]
        if felt.name not in BOGHOLDERI | FELTER_IKKE_MED[model.__name__]
    ]


@pytest.fixture
def hel(plan):
    fyld(plan)
    return plan


def _alt() -> list[dict[str, Any]]:
    plan = Helhedsplan.objects.get()
    return [snapshot.strategisk(plan), *(snapshot.delaftale(et) for et in Delaftale.objects.order_by("pk"))]


@pytest.mark.parametrize(("model", "felt"), _felter())
def test_en_rettelse_af_hver_kolonne_kan_ses_i_et_snapshot(hel, model, felt):
    """Nothing checks the rows here: the question is only whether the change can be seen."""
    foer = _alt()
    klasse = apps.get_model("aftaler", model)
    if felt in {et.name for et in klasse._meta.many_to_many}:
        getattr(klasse.objects.order_by("pk").first(), felt).clear()
        assert _alt() != foer
        return
    for raekke in klasse.objects.order_by("pk"):
        for vaerdi in _andre(raekke._meta.get_field(felt), getattr(raekke, felt)):
            if _efter(raekke, felt, vaerdi) != foer:
                return
    pytest.fail(f"{model}.{felt} kan ændres, uden at et dokument ændres")


def _efter(raekke: models.Model, felt: str, vaerdi: Any) -> list[dict[str, Any]]:
    """The documents with the column changed, which is then undone; as they are where the database refuses."""
    try:
        with transaction.atomic():
            type(raekke)._default_manager.filter(pk=raekke.pk).update(**{felt: vaerdi})
            nu = _alt()
            transaction.set_rollback(True)
    except IntegrityError:
        return _alt()
    return nu


def _andre(felt: models.Field, vaerdi: Any) -> list[Any]:
    """Values that the column does not have now; the database may refuse some of them."""
    if felt.related_model:
        andre = felt.related_model._default_manager.exclude(pk=vaerdi.pk if vaerdi else None)
        return [*andre.order_by("-pk"), *([None] if felt.null else [])]
    if felt.choices:
        return [kode for kode, _ in felt.flatchoices if kode != vaerdi]
    if isinstance(felt, models.IntegerField):
        return [(vaerdi or 2000) - 1, (vaerdi or 2000) + 1]
    return [_anden(felt, vaerdi)]


def _anden(felt: models.Field, vaerdi: Any) -> Any:
    match felt:
        case models.BooleanField():
            return not vaerdi
        case models.JSONField():
            return [*vaerdi, {"navn": "Vestbyen", "sammenligning": "<=", "vaerdi": "7"}]
        case models.DateField():
            return (vaerdi or date(2020, 1, 1)) + timedelta(days=1)
        case models.DecimalField():
            return (vaerdi or Decimal(0)) + 1
    return f"<p>{vaerdi} ændret</p>" if type(felt).__name__ == "RigtekstField" else f"{vaerdi} ændret"


# The difference says everything that a snapshot holds --------------------------------------------------

UDEN_ORD = {"noegle", "skema", "dokument", "kode", "indhold", "nr", "over", "erstatter", "kriterium", "akse"}


def _blade(del_: Any, sti: tuple = ()) -> Iterator[tuple]:
    """The way to every value in a snapshot that a reader should be told of."""
    if isinstance(del_, dict):
        for navn, vaerdi in del_.items():
            if navn not in UDEN_ORD or isinstance(vaerdi, dict | list):
                yield from _blade(vaerdi, (*sti, navn))
    elif isinstance(del_, list):
        for nr, vaerdi in enumerate(del_):
            yield from _blade(vaerdi, (*sti, nr))
    else:
        yield sti


def _med(indhold: dict[str, Any], sti: tuple) -> dict[str, Any]:
    ud = deepcopy(indhold)
    sted = ud
    for led in sti[:-1]:
        sted = sted[led]
    sted[sti[-1]] = _andet_blad(sti[-1], sted[sti[-1]])
    return ud


def _andet_blad(navn: Any, vaerdi: Any) -> Any:
    if navn in KODER:
        return KODER[navn]
    if isinstance(vaerdi, bool):
        return not vaerdi
    if navn in {"aar", "timer", "beloeb", "sats", "procent", "stoerrelse", "moeder_mindst", "moeder_hoejst"}:
        return {str: "77", int: 2077}.get(type(vaerdi), "77" if navn in {"timer", "sats"} else 77)
    if str(navn).startswith(("baseline", "maal_", "reference", "aendring_vaerdi")):
        return "77" if str(navn).endswith("vaerdi") else ("Andre" if str(navn).endswith("navn") else 2077)
    if vaerdi is None or (isinstance(vaerdi, str) and len(vaerdi) == 10 and vaerdi[4] == "-"):
        return "2031-01-01" if navn in DATOER else "7"
    if navn == "art":
        return ARTER.get(vaerdi, "Fond")
    return f"{vaerdi} ændret" if not vaerdi.isdigit() else f"{vaerdi}7"


KODER = {"form": "antal", "retning": "op", "sammenligning": ">=", "enhed": "antal", "akse": "funktion",
         "placering": "ikke_fordelt"}  # fmt: skip
ARTER = {"kommune": "anden", "landsbyggefonden": "anden", "bestyrelse": "formandskab", "styregruppe": "sekretariat",
         "primaer": "sekundaer", "direkte": "indirekte", "timer": "husleje", "kontant": "husleje"}  # fmt: skip
DATOER = {"start", "slut", "senest", "gaelder_fra", "gaelder_til", "foerste_frist", "erstattet"}
GIVER_KUN_MENING_SAMMEN = {"reference_vaerdi", "reference_fra", "reference_til", "aendring_enhed", "aendring_grundlag",
                           "pr"}  # fmt: skip


@pytest.mark.parametrize("nr", [0, 1], ids=["strategisk", "delaftale"])
def test_forskellen_siger_alt_det_et_snapshot_rummer(hel, nr):
    indhold = _alt()[nr]
    tavse = [
        ".".join(map(str, sti))
        for sti in _blade(indhold)
        if sti[-1] not in GIVER_KUN_MENING_SAMMEN and not aendrede(indhold, _med(indhold, sti))
    ]
    assert tavse == []
