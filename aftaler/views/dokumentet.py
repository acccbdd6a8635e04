"""What a person may read of a document: the draft for those who work on it, the version in force for everybody else."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from aftaler import rules, snapshot
from aftaler.models import Aendring, Delaftale, Helhedsplan, Version
from aftaler.reports.aendringer import stilling
from aftaler.services import aendringer
from aftaler.services.versioner import kladde
from aftaler.snapshot.forskel import aendrede
from brugere.models import Bruger
from brugere.roles import Ret
from kerne import datoer


@dataclass(frozen=True)
class Dokument:
    """`indhold` is the snapshot shown, None when there is nothing this person may read yet."""

    indhold: dict[str, Any] | None
    gaeldende: Version | None
    bjaelke: dict[str, Any] | None
    maa_rette: bool
    maa_rette_aktivitet: bool
    er_kladde: bool


# What the blocks' templates ask of a document that nobody can edit: a version, a proposal.
LAES_KUN = {"dokument": Dokument(None, None, None, False, False, False), "maa_rette_kriterier": False}


def hent_dokument(
    request: HttpRequest, plan: Helhedsplan, delaftale: Delaftale | None, retter: frozenset[Ret]
) -> Dokument:
    """The strategic agreement, or one delaftale, as a person with these rights may read it today."""
    if Ret.KLADDE_SE not in retter:
        gaeldende = version_i_kraft(request.user, plan, delaftale)
        return Dokument(gaeldende.indhold if gaeldende else None, gaeldende, None, False, False, False)
    indhold = kladde(plan, delaftale)
    gaeldende, seneste = _udgaver(request.user, plan, delaftale)
    aaben = aaben_aendring(request.user, plan, delaftale)
    if aaben:
        bjaelke = _paa_vej(plan, aaben)
    else:
        bjaelke = _bjaelke(plan, delaftale, indhold, gaeldende, seneste, maa_indsende=Ret.INDSEND in retter)
    maa_rette, maa_rette_aktivitet = Ret.AFTALE_RET in retter, Ret.REGISTRER in retter
    return Dokument(indhold, gaeldende, bjaelke, not aaben and maa_rette, not aaben and maa_rette_aktivitet, True)


def version_i_kraft(bruger: Bruger, plan: Helhedsplan, delaftale: Delaftale | None) -> Version | None:
    versioner = Version.objects.synlige_for(bruger).af_dokument(plan, delaftale)
    return versioner.i_kraft(timezone.localdate()).first()


def _udgaver(bruger: Bruger, plan: Helhedsplan, delaftale: Delaftale | None) -> tuple[Version | None, Version | None]:
    """The version in force today and the newest one: one row, read once, unless the newest begins on a later day."""
    seneste = aendringer.seneste(plan, delaftale)
    if seneste is None or seneste.gaelder_fra <= timezone.localdate():
        return seneste, seneste
    return version_i_kraft(bruger, plan, delaftale), seneste


def aaben_aendring(bruger: Bruger, plan: Helhedsplan, delaftale: Delaftale | None) -> Aendring | None:
    """The change that holds the document still, with its route."""
    alle = Aendring.objects.synlige_for(bruger).aabne(plan, delaftale)
    return alle.defer("forslag").prefetch_related("trin").first()


def _paa_vej(plan: Helhedsplan, aendring: Aendring) -> dict[str, Any]:
    """The state bar of a document that is sent: where it stands; editing is closed."""
    return {
        "tilstand": "til_godkendelse",
        "maerkat": aendring.get_status_display(),
        "tekst": f"{stilling(aendring, aendring.trin.all())} Kan ikke rettes imens.",
        "url": reverse("aftaler:aendring_detalje", args=[plan.slug, aendring.pk]),
        "linktekst": "Se ændringen",
        "indsend_url": "",
    }


def _bjaelke(
    plan: Helhedsplan,
    delaftale: Delaftale | None,
    indhold: dict[str, Any],
    gaeldende: Version | None,
    seneste: Version | None,
    *,
    maa_indsende: bool,
) -> dict[str, Any] | None:
    """The state bar: only while the draft says something that no version says."""
    if seneste and seneste.kontrolsum == snapshot.kontrolsum(indhold):
        return None
    godkender = aendringer.godkender(plan, aendringer.art(plan, delaftale, indhold, seneste))
    hvem = rules.i_saetning(godkender)
    side = reverse(
        "aftaler:dokument_indsend",
        args=[plan.slug, delaftale.indsatsomraade.omraadetype.nr] if delaftale else [plan.slug],
    )
    antal = len(aendrede(seneste.indhold, indhold)) if seneste else 0
    return {
        "tilstand": "kladde",
        "maerkat": "Kladde",
        "tekst": f"{_aendrer(seneste, gaeldende)} · skal godkendes af {hvem}",
        "url": f"{side}#aendringer",
        "linktekst": f"Se ændringer ({antal})" if seneste else "Se kladden",
        "indsend_url": f"{side}#indsend" if maa_indsende else "",
    }


def _aendrer(seneste: Version | None, gaeldende: Version | None) -> str:
    if seneste is None:
        return "ikke godkendt endnu"
    if seneste == gaeldende:
        return f"ændrer gældende version {seneste.nr}"
    return f"ændrer version {seneste.nr}, som gælder fra {datoer.dato(seneste.gaelder_fra)}"
