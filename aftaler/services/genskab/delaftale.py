"""A delaftale's own rows as a version has them: texts, dates, activities with all that hangs on them, shares, money."""

from collections.abc import Callable
from typing import Any

from aftaler.models import (
    Aktivitet,
    Aktivitetstype,
    Budgetpost,
    Delaftale,
    Maalgruppe,
    Medarbejderandel,
    Milepael,
    Omkostningstype,
    Succeskriterium,
    Version,
    Virkning,
)
from aftaler.models.budget import Placering
from aftaler.models.organ import Akse
from aftaler.models.skabelon import Indhold
from aftaler.services import laasning
from aftaler.services.genskab.spejl import KanIkkeGenskabes, Skriver, dag, hovedtal, kriteriefelter, tal


def skriv_delaftale(skriver: Skriver, delaftale: Delaftale, indhold: dict[str, Any]) -> None:
    tekster = {et["kode"]: et["tekst"] for et in indhold["afsnit"] if et["indhold"] == Indhold.TEKST}
    datoer = {"start_dato": dag(indhold["gaelder_fra"]), "slut_dato": dag(indhold["gaelder_til"])}
    skriver.ret(delaftale, **tekster, **datoer, **hovedtal(indhold))
    aktiviteter(skriver, delaftale, indhold["aktiviteter"])
    andele = {
        et["noegle"]: {**andelsfelter(skriver, et), "delaftale": delaftale} for et in indhold["medarbejderandele"]
    }
    skriver.spejl(Medarbejderandel.objects.filter(delaftale=delaftale), andele)
    poster = {et["noegle"]: {**postfelter(skriver, et), "delaftale": delaftale} for et in indhold["budgetposter"]}
    aabn_ved_flytning(skriver, Budgetpost.objects.filter(pk__in=poster).exclude(delaftale=delaftale))
    skriver.spejl(Budgetpost.objects.filter(delaftale=delaftale), poster)


def aktiviteter(skriver: Skriver, delaftale: Delaftale, frosne: list[dict[str, Any]]) -> None:
    """Children first on the way out, parents first on the way in."""
    noegler = [et["noegle"] for et in frosne]
    virkninger = _under(frosne, "virkninger", _virkning)
    egne = Aktivitet.objects.filter(delaftale=delaftale)
    _kraev_ikke_andres(delaftale, egne.exclude(pk__in=noegler))
    hjem = Aktivitet.objects.filter(pk__in=noegler).exclude(delaftale=delaftale).select_related("delaftale")
    for aktivitet in hjem:
        laasning.kraev_aaben(skriver.plan, aktivitet.delaftale)
    for virkning in Virkning.objects.filter(aktivitet__delaftale=delaftale).exclude(pk__in=virkninger):
        virkning.delete()
    boern = {
        Maalgruppe: _under(frosne, "maalgruppeposter", _gruppe),
        Milepael: _under(frosne, "milepaele", lambda et: milepaelsfelter(skriver, et)),
        Succeskriterium: _under(frosne, "succeskriterier", lambda et: _kriterium(skriver, delaftale, et)),
    }
    for model, oensket in boern.items():
        for raekke in model._default_manager.filter(aktivitet__delaftale=delaftale).exclude(pk__in=oensket):
            slet_hvis_ny(skriver, raekke)
    oensket = {et["noegle"]: _aktivitet(skriver, delaftale, et, nr) for nr, et in enumerate(frosne, 1)}
    raekker = skriver.spejl(egne, oensket, entydig="navn")
    for et in frosne:
        raekker[et["noegle"]].boligomraader.set([skriver.boligomraade(navn) for navn in et["boligomraader"]])
    for model, oensket in boern.items():
        if model is Succeskriterium:
            aabn_ved_flytning(skriver, Succeskriterium.objects.filter(pk__in=oensket, aktivitet=None))
        entydig = "navn" if model is Milepael else ""
        skriver.spejl(model._default_manager.filter(aktivitet__delaftale=delaftale), oensket, entydig=entydig)
    skriver.spejl(Virkning.objects.filter(aktivitet__delaftale=delaftale), virkninger)


def _under(
    frosne: list[dict[str, Any]], felt: str, lav: Callable[[dict[str, Any]], dict[str, Any]]
) -> dict[int, dict[str, Any]]:
    """What hangs on the activities, by key, as columns."""
    return {et["noegle"]: {**lav(et), "aktivitet_id": akt["noegle"]} for akt in frosne for et in akt[felt]}


def _kraev_ikke_andres(delaftale: Delaftale, nye: Any) -> None:
    """An activity that came from another delaftale is that one's, and is moved back by hand."""
    for aktivitet in nye:
        andres = Version.objects.filter(indhold__contains={"aktiviteter": [{"noegle": aktivitet.pk}]})
        if andre := andres.exclude(delaftale=delaftale).filter(delaftale__isnull=False).first():
            raise KanIkkeGenskabes(f"{aktivitet} er flyttet hertil fra {andre.delaftale}. Flyt den tilbage først.")


def slet_hvis_ny(skriver: Skriver, raekke: Any) -> None:
    """A criterion that another document's version prints was moved here, and is moved back by hand."""
    if isinstance(raekke, Succeskriterium):
        punkt = {"succeskriterier": [{"noegle": raekke.pk}]}
        versioner = Version.objects.filter(helhedsplan=raekke.helhedsplan_id)
        hvor = "indsatsomraader" if raekke.aktivitet_id else "aktiviteter"
        if versioner.filter(indhold__contains={hvor: [punkt]}).exists():
            raise KanIkkeGenskabes(f"»{raekke}« er flyttet hertil fra et andet dokument. Flyt det tilbage først.")
    skriver.slet(raekke)


def aabn_ved_flytning(skriver: Skriver, raekker: Any) -> None:
    """Rows that are called home leave another document, which must not be on its way."""
    for raekke in raekker:
        aktivitet = getattr(raekke, "aktivitet", None)
        laasning.kraev_aaben(skriver.plan, aktivitet.delaftale if aktivitet else getattr(raekke, "delaftale", None))


def _aktivitet(skriver: Skriver, delaftale: Delaftale, frosset: dict[str, Any], nr: int) -> dict[str, Any]:
    tekster = ("navn", "indhold", "formaal_og_maal", "maalgrupper", "ansvar_og_roller", "eksempel")
    return {
        **{navn: frosset[navn] for navn in tekster},
        "delaftale": delaftale,
        "raekkefoelge": nr,
        "type": skriver.katalog(Aktivitetstype, frosset["type"]),
        "ansvarlig": skriver.person(frosset["ansvarlig"]),
        "start_dato": dag(frosset["start"]),
        "slut_dato": dag(frosset["slut"]),
    }


def _gruppe(frosset: dict[str, Any]) -> dict[str, Any]:
    return {navn: frosset[navn] for navn in ("art", "navn", "stoerrelse")}


def _virkning(frosset: dict[str, Any]) -> dict[str, Any]:
    return {"kriterium_id": frosset["kriterium"], "art": frosset["art"]}


def _kriterium(skriver: Skriver, delaftale: Delaftale, frosset: dict[str, Any]) -> dict[str, Any]:
    hoerer_til = {"helhedsplan": skriver.plan, "indsatsomraade_id": delaftale.indsatsomraade_id}
    return {**kriteriefelter(frosset), **hoerer_til}


def milepaelsfelter(skriver: Skriver, frosset: dict[str, Any]) -> dict[str, Any]:
    return {"helhedsplan": skriver.plan, "navn": frosset["navn"], "frist_dato": dag(frosset["senest"])}


def andelsfelter(skriver: Skriver, frosset: dict[str, Any]) -> dict[str, Any]:
    akse, paa = frosset["akse"], frosset["paa"]
    return {
        "helhedsplan": skriver.plan,
        "stilling": frosset["stilling"],
        "procent": tal(frosset["procent"]),
        "akse": akse,
        "boligomraade": skriver.boligomraade(paa) if akse == Akse.OMRAADE else None,
        "funktion": paa if akse == Akse.FUNKTION else "",
    }


def postfelter(skriver: Skriver, frosset: dict[str, Any]) -> dict[str, Any]:
    return {
        "helhedsplan": skriver.plan,
        "placering": Placering(frosset["placering"]),
        "delaftale": None,
        "aar": frosset["aar"],
        "omkostningstype": skriver.katalog(Omkostningstype, frosset["omkostningstype"]),
        "kilde": skriver.kilde(frosset["kilde"]),
        "tekst": frosset["tekst"],
        "beloeb": tal(frosset["beloeb"]),
    }
