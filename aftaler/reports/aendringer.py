"""A change and its route as a page says them: where it stands, and what each body said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from aftaler.models import Aendring, Godkendelsestrin, Vilkaar
from aftaler.models.aendring import Trinslags
from aftaler.rules.laesningsord import i_en_saetning
from aftaler.statuses import Aendringsstatus, Trinudfald
from kerne import datoer

IKKE_OPLYST = "dato ikke oplyst"
ORD = {
    (Trinslags.BESLUTNING, Trinudfald.AFVENTER): "Mangler at beslutte",
    (Trinslags.HOERING, Trinudfald.AFVENTER): "Mangler at svare",
    (Trinslags.HOERING, Trinudfald.BEHANDLET): "Hørt",
    (Trinslags.ORIENTERING, Trinudfald.AFVENTER): "Skal orienteres",
    (Trinslags.ORIENTERING, Trinudfald.BEHANDLET): "Orienteret",
}
MAERKATER = {
    Trinudfald.AFVENTER: "oplysning",
    Trinudfald.GODKENDT: "faerdig",
    Trinudfald.BEHANDLET: "faerdig",
    Trinudfald.RETURNERET: "opmaerksom",
    Trinudfald.AFVIST: "opmaerksom",
}
HANDLINGER = {
    Trinslags.BESLUTNING: "Registrér beslutningen",
    Trinslags.HOERING: "Registrér svaret",
    Trinslags.ORIENTERING: "Registrér orienteringen",
}
STATUSMAERKATER = {
    Aendringsstatus.INDSENDT: "oplysning",
    Aendringsstatus.GODKENDT: "faerdig",
    Aendringsstatus.RETURNERET: "opmaerksom",
    Aendringsstatus.AFVIST: "opmaerksom",
    Aendringsstatus.TRUKKET: "",
}


@dataclass(frozen=True)
class Trinlinje:
    """One body on the route. The page adds the form where the person at hand may record the step."""

    trin: Godkendelsestrin
    ord: str
    maerkat: str
    naar: str
    vilkaar: tuple[Vilkaar, ...] = ()
    form: Any = None
    vilkaarformset: Any = None
    aaben: bool = False
    opfyldelser: tuple[tuple[Vilkaar, Any], ...] = ()

    @property
    def handling(self) -> str:
        return HANDLINGER[Trinslags(self.trin.slags)]

    @property
    def har_vilkaar(self) -> bool:
        """Only a decision can set conditions."""
        return self.trin.slags == Trinslags.BESLUTNING


def trinlinje(trin: Godkendelsestrin) -> Trinlinje:
    """Expects the conditions prefetched."""
    udfald = Trinudfald(trin.udfald)
    return Trinlinje(
        trin,
        ORD.get((Trinslags(trin.slags), udfald), udfald.label),
        MAERKATER[udfald],
        "" if udfald == Trinudfald.AFVENTER else naar(trin),
        tuple(trin.vilkaar.all()),
    )


def naar(trin: Godkendelsestrin) -> str:
    """ "24. november 2021", or that nobody has stated it."""
    return datoer.dato(trin.dato) if trin.dato else IKKE_OPLYST


def beslutninger(trin: Sequence[Godkendelsestrin]) -> list[str]:
    """Who decided and when: "Bestyrelsen 24. november 2021"."""
    godkendt = [et for et in trin if et.slags == Trinslags.BESLUTNING and et.udfald == Trinudfald.GODKENDT]
    return [f"{et.navn} {naar(et)}" if et.dato else f"{et.navn}, {IKKE_OPLYST}" for et in godkendt]


def stilling(aendring: Aendring, trin: Sequence[Godkendelsestrin]) -> str:
    """Where the change stands, in a sentence or two: who has said yes, who still must, or why it came back."""
    afsluttet = datoer.dato(timezone.localdate(aendring.afsluttet_tidspunkt)) if aendring.afsluttet_tidspunkt else ""
    match Aendringsstatus(aendring.status):
        case Aendringsstatus.GODKENDT:
            fra = datoer.dato(aendring.version.gaelder_fra)
            return f"Godkendt. Version {aendring.version.nr} gælder fra {fra}."
        case Aendringsstatus.TRUKKET:
            return f"Trukket tilbage {afsluttet}: {aendring.svar}"
        case Aendringsstatus.RETURNERET | Aendringsstatus.AFVIST as status:
            af = next((et for et in trin if et.udfald == status), None)
            hvem = f" af {af.navn}" if af else ""
            return f"{status.label}{hvem} {afsluttet}: {aendring.svar}"
    ja = [et.navn for et in trin if et.slags == Trinslags.BESLUTNING and et.udfald == Trinudfald.GODKENDT]
    afventer = [et.navn for et in trin if et.slags != Trinslags.ORIENTERING and et.udfald == Trinudfald.AFVENTER]
    godkendt = f"Godkendt af {i_en_saetning(ja)}. " if ja else ""
    return f"{godkendt}Venter på {i_en_saetning(afventer)}."


def dokumentnavn(indhold: dict[str, Any]) -> str:
    """ "Delaftale 5.3 Uddannelse" or "Strategisk samarbejdsaftale …", as the snapshot says it."""
    return f"Delaftale {indhold['nr']} {indhold['indsatsomraade']}" if indhold["nr"] else indhold["titel"]
