"""A first draft of the bestyrelse's kommissorium, from what the plan already says. Nothing is made up."""

from typing import Any

from django.utils.html import format_html, format_html_join

from aftaler.models.organ import Organart
from aftaler.reports import gaelder, i_en_saetning
from aftaler.reports.organer import rytme

OPGAVER = (
    "at lede planen: sætte dens mål, styre efter dem og holde øje med pengene,",
    "at få den boligsociale indsats og kommunens egen indsats i området til at hænge sammen,",
    "at følge, at planen bliver til noget, og at begge parter leverer det, de har lovet.",
)


def bestyrelsen(organer: list[dict[str, Any]]) -> dict[str, Any] | None:
    return next((et for et in organer if et["art"] == Organart.BESTYRELSE), None)


def udkast(dok: dict[str, Any]) -> str:
    """Rich text from a snapshot of the strategic agreement. What the plan does not say is left out."""
    organ = bestyrelsen(dok["organer"])
    dele = [_overskrift("Baggrund"), _baggrund(dok), _overskrift("Formål"), _formaal()]
    if organ is None:
        return "".join(dele)
    if organ["pladser"]:
        dele += [_overskrift("Organisering"), _pladser(organ)]
    if moeder := _moeder(organ):
        dele += [_overskrift("Møder og sekretariat"), moeder]
    if organ["opgaver"]:
        dele += [_overskrift("Opgaver"), organ["opgaver"]]
    return "".join(dele)


def mangler_til_udkast(dok: dict[str, Any]) -> list[str]:
    """What the plan does not say yet, so that the draft leaves it out."""
    organ = bestyrelsen(dok["organer"])
    if organ is None:
        return ["Planen har ingen bestyrelse endnu. Opret den under Organer, så kommer dens pladser og møder med."]
    led = [
        ("pladser", organ["pladser"]),
        ("møder om året", organ["moeder_mindst"] or organ["moeder_hoejst"]),
        ("sekretariat", organ["sekretariat"]),
        ("opgaver", organ["opgaver"]),
    ]
    mangler = [navn for navn, har in led if not har]
    return [f"Under Organer står der ikke noget om bestyrelsens {i_en_saetning(mangler)}."] if mangler else []


def _overskrift(ord_: str) -> str:
    return format_html("<p><strong>{}</strong></p>", ord_)


def _baggrund(dok: dict[str, Any]) -> str:
    plan = dok["plan"]
    parter = i_en_saetning([et["navn"] for et in dok["parter"]])
    hvem = f" Aftalens parter er {parter}." if parter else ""
    return format_html(
        "<p>{} er en boligsocial helhedsplan for {} på {}-midlerne. Den strategiske samarbejdsaftale gælder {}.{}</p>",
        plan["navn"], plan["omraade"], plan["bevillingsperiode"].removesuffix("-midlerne"), gaelder(dok), hvem,
    )  # fmt: skip


def _formaal() -> str:
    return format_html(
        "<p>Bestyrelsen har tre opgaver:</p><ul>{}</ul>", format_html_join("", "<li>{}</li>", ((et,) for et in OPGAVER))
    )


def _pladser(organ: dict[str, Any]) -> str:
    raekker = (
        (f"{et['betegnelse']}, {et['organisation']}" if et["organisation"] else et["betegnelse"],)
        for et in organ["pladser"]
    )
    return format_html("<p>I bestyrelsen sidder:</p><ul>{}</ul>", format_html_join("", "<li>{}</li>", raekker))


def _moeder(organ: dict[str, Any]) -> str:
    moeder = rytme(organ["moeder_mindst"], organ["moeder_hoejst"])
    led = [f"Bestyrelsen holder {moeder}."] if moeder else []
    led += [f"Sekretariat: {organ['sekretariat']}."] if organ["sekretariat"] else []
    return format_html("<p>{}</p>", " ".join(led)) if led else ""
