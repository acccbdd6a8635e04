"""What a person may read of a document: the draft for those who work on it, the version in force for everybody else."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from aftaler import permissions, snapshot
from aftaler.models import Delaftale, Helhedsplan, Version
from aftaler.services.versioner import kladde
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


def hent_dokument(request: HttpRequest, plan: Helhedsplan, delaftale: Delaftale | None) -> Dokument:
    """The strategic agreement, or one delaftale, as this person may read it today."""
    retter = permissions.rettigheder(request.user, plan)
    gaeldende = version_i_kraft(request.user, plan, delaftale)
    if Ret.KLADDE_SE not in retter:
        return Dokument(gaeldende.indhold if gaeldende else None, gaeldende, None, False, False, False)
    indhold = kladde(plan, delaftale)
    return Dokument(
        indhold,
        gaeldende,
        _bjaelke(request.user, plan, delaftale, indhold, gaeldende, permissions.godkenderet(delaftale) in retter),
        Ret.AFTALE_RET in retter,
        Ret.REGISTRER in retter,
        True,
    )


def version_i_kraft(bruger: Bruger, plan: Helhedsplan, delaftale: Delaftale | None) -> Version | None:
    versioner = Version.objects.synlige_for(bruger).af_dokument(plan, delaftale)
    return versioner.i_kraft(timezone.localdate()).first()


def _bjaelke(
    bruger: Bruger,
    plan: Helhedsplan,
    delaftale: Delaftale | None,
    indhold: dict[str, Any],
    gaeldende: Version | None,
    maa_godkende: bool,
) -> dict[str, Any] | None:
    """The state bar: only while the draft says something that no version says."""
    seneste = Version.objects.synlige_for(bruger).af_dokument(plan, delaftale).order_by("-nr").first()
    if seneste and seneste.kontrolsum == snapshot.kontrolsum(indhold):
        return None
    hvem = "bestyrelsen" if delaftale else "Landsbyggefonden"
    if maa_godkende:
        adresse = [plan.slug, delaftale.indsatsomraade.omraadetype.nr] if delaftale else [plan.slug]
        vej = {"url": reverse("aftaler:dokument_godkend", args=adresse), "linktekst": "Registrér godkendelse"}
    else:
        vej = {"url": reverse("aftaler:version_liste", args=[plan.slug]), "linktekst": "Se versioner"}
    return {"tekst": f"{_aendrer(seneste, gaeldende)} · skal godkendes af {hvem}", **vej}


def _aendrer(seneste: Version | None, gaeldende: Version | None) -> str:
    if seneste is None:
        return "ikke godkendt endnu"
    if seneste == gaeldende:
        return f"ændrer gældende version {seneste.nr}"
    return f"ændrer version {seneste.nr}, som gælder fra {datoer.dato(seneste.gaelder_fra)}"
