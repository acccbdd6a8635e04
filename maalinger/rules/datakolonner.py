"""What the columns of a sheet are: guessed from their headings, and what is missing before it can be read. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from aftaler.rules.laesningsord import i_en_saetning
from kerne.arkord import normaliseret
from kerne.regneark import kolonnenavn
from maalinger.rules.dataceller import laes_aar
from maalinger.statuses import Kolonneart

TAL_FOR = "tal:"  # and an indicator's code
_ORD: dict[Kolonneart, str] = {
    Kolonneart.STED: r"(bolig)?områder?|(bolig)?afdeling(er)?|sted|steder|navn|bydel|geografi|område/afdeling",
    Kolonneart.NIVEAU: r"hvis tal|niveau|stedtype",
    Kolonneart.INDIKATOR: r"indikator(er)?|nøgletal|emne|måling|variabel",
    Kolonneart.AAR: r"år|årstal|periode|måleår|fra år",
    Kolonneart.TIL_AAR: r"til år|slutår",
    Kolonneart.TAL: r"tal|tallet|værdi|procent|pct|andel|%|andel i procent|andel i pct",
    Kolonneart.ANTAL: r"antal|tæller",
    Kolonneart.UD_AF: r"ud af|nævner|i alt|personer i alt|grundlag|ud af hvor mange",
    Kolonneart.KILDE: r"kilde",
    Kolonneart.OPGJORT: r"opgjort|opgjort den|opgørelsesdato|udtrukket|udtræksdato|dato",
}
ENESTE = frozenset(set(Kolonneart) - {Kolonneart.BRUGES_IKKE, Kolonneart.AARSTAL})  # at most one column each


@dataclass(frozen=True)
class Kolonner:
    """What each column is, what holds for the whole sheet, and what names mean that we did not know ("" is left out).

    A place is written as `niveau:noegle`, an indicator as its code.
    """

    arter: tuple[str, ...]
    sted: str = ""
    indikator: str = ""
    aar: str = ""
    steder: Mapping[str, str] = field(default_factory=dict)
    indikatorer: Mapping[str, str] = field(default_factory=dict)

    def nr(self, art: Kolonneart) -> int | None:
        return self.arter.index(art) if art in self.arter else None

    def som_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def af_json(cls, data: Mapping[str, Any]) -> "Kolonner":
        return cls(**{**data, "arter": tuple(data["arter"])})


def foreslaa_arter(overskrifter: Sequence[str], indikatorer: Mapping[str, str], sidste_aar: int) -> tuple[str, ...]:
    """Regel kolonner-gaettes: hver kolonne foreslås efter sin overskrift, og kun hvor overskriften siger det.

    `indikatorer` is normalised name → code. A kind that only one column can be goes to the first.
    """
    ud: list[str] = []
    for overskrift in overskrifter:
        art = _art(overskrift, indikatorer, sidste_aar)
        ud.append("" if art in ENESTE and art in ud else art)
    if Kolonneart.UD_AF not in ud and Kolonneart.TAL not in ud:  # a count alone is the figure itself
        ud = [Kolonneart.TAL.value if et == Kolonneart.ANTAL else et for et in ud]
    return tuple(str(et) for et in ud)


def mangler(kolonner: Kolonner, overskrifter: Sequence[str], sidste_aar: int) -> list[str]:
    """Regel kolonner-siger-alt: før et ark kan læses, er det sagt, hvor sted, indikator, år og tal står."""
    arter = kolonner.arter
    har_aarstal = Kolonneart.AARSTAL in arter
    har_indikatorer = any(et.startswith(TAL_FOR) for et in arter)
    har_tal = Kolonneart.TAL in arter or Kolonneart.ANTAL in arter
    ud = _gentagne(arter)
    if sum((har_aarstal, har_indikatorer, har_tal)) > 1:
        ud.append("Vælg enten én kolonne med tal, en kolonne for hvert år eller en kolonne for hver indikator.")
    if not (har_aarstal or har_indikatorer or har_tal):
        ud.append("Vælg den eller de kolonner, tallene står i.")
    if (Kolonneart.ANTAL in arter) != (Kolonneart.UD_AF in arter):
        ud.append("Vælg både kolonnen »Antal« og kolonnen »Ud af«, eller ingen af dem.")
    if Kolonneart.STED not in arter and not kolonner.sted:
        ud.append("Vælg kolonnen med sted, eller vælg ét sted for hele arket.")
    if Kolonneart.INDIKATOR not in arter and not har_indikatorer and not kolonner.indikator:
        ud.append("Vælg kolonnen med indikator, eller vælg én indikator for hele arket.")
    if Kolonneart.AAR not in arter and not har_aarstal and not kolonner.aar:
        ud.append("Vælg kolonnen med år, eller skriv ét år for hele arket.")
    return ud + _ikke_aar(kolonner, overskrifter, sidste_aar)


def forskelle(nu: Sequence[str], foer: Sequence[str]) -> list[str]:
    """Regel anden-opbygning-siges: har filen andre overskrifter end sidst, siges det, før noget læses."""
    nye = [et for et in nu if et and normaliseret(et) not in {normaliseret(er) for er in foer}]
    vaek = [et for et in foer if et and normaliseret(et) not in {normaliseret(er) for er in nu}]
    ud = []
    if nye:
        ud.append(f"Nyt siden sidst: {i_en_saetning([f'»{et}«' for et in nye])}.")
    if vaek:
        ud.append(f"Ikke med denne gang: {i_en_saetning([f'»{et}«' for et in vaek])}.")
    if not ud and [normaliseret(et) for et in nu] != [normaliseret(et) for et in foer]:
        ud.append("Kolonnerne står i en anden rækkefølge end sidst.")
    return ud


def _art(overskrift: str, indikatorer: Mapping[str, str], sidste_aar: int) -> str:
    navn = normaliseret(overskrift)
    if not navn:
        return ""
    try:
        laes_aar(navn, sidste_aar)
    except ValueError:
        pass
    else:
        return Kolonneart.AARSTAL
    if navn in indikatorer:
        return f"{TAL_FOR}{indikatorer[navn]}"
    return next((art.value for art, moenster in _ORD.items() if re.fullmatch(moenster, navn)), "")


def _gentagne(arter: Sequence[str]) -> list[str]:
    gange = [et for et in dict.fromkeys(arter) if arter.count(et) > 1 and (et in ENESTE or et.startswith(TAL_FOR))]
    return [
        f"{i_en_saetning([kolonnenavn(nr) for nr, art in enumerate(arter) if art == et])} er valgt som det samme. "
        "Vælg kun én kolonne til hver ting."
        for et in gange
    ]


def _ikke_aar(kolonner: Kolonner, overskrifter: Sequence[str], sidste_aar: int) -> list[str]:
    ud = []
    for nr, art in enumerate(kolonner.arter):
        if art == Kolonneart.AARSTAL:
            try:
                laes_aar(overskrifter[nr], sidste_aar)
            except ValueError as fejl:
                ud.append(f"Kolonne {kolonnenavn(nr)}: {fejl}")
    if kolonner.aar:
        try:
            laes_aar(kolonner.aar, sidste_aar)
        except ValueError as fejl:
            ud.append(str(fejl))
    return ud
