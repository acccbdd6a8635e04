"""What the columns of a finance system's file are: guessed from their headings, and what is missing. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from aftaler.rules.laesningsord import i_en_saetning
from kerne.arkord import normaliseret
from kerne.regneark import kolonnenavn
from oekonomi.statuses import Posteringskolonne as Er

UDELAD = "udelad"  # an account whose lines are left out
_ORD: dict[Er, str] = {
    Er.DATO: r"(bogførings|posterings|bilags|finans)?dato|bogført( den)?|valør(dato)?",
    Er.AAR: r"(regnskabs|budget|finans)?år",
    Er.BELOEB: r"beløb( i kr)?|beløb \(kr\)|beløb dkk|saldo|kr|kroner|bevægelse|netto",
    Er.DEBET: r"debet|debit|udgift",
    Er.KREDIT: r"kredit|indtægt",
    Er.TEKST: r"(posterings)?tekst|beskrivelse|bemærkning|posteringsbeskrivelse",
    Er.BILAG: r"bilag(s?nr|snummer|s nr)?|bilagsnr|fakturanr|fakturanummer|dokumentnr|løbenr",
    Er.KONTO: r"(finans|regnskabs)?konto(nr|nummer)?|art(s)?konto",
    Er.KONTONAVN: r"kontonavn|kontotekst|kontobeskrivelse",
    Er.STED: r"(omkostnings)?sted|projekt(nr|nummer|navn)?|psp-?element|delaftale|dimension( 1)?|formål|aktivitet",
    Er.ART: r"art|omkostningstype|udgiftsart|kategori|type",
}


@dataclass(frozen=True)
class Hjemsted:
    """Where the lines of an account belong: a place as the forms write it, and the keys of a cost type and a giver."""

    sted: str
    omkostningstype: str = ""
    kilde: str = ""


@dataclass(frozen=True)
class Kolonner:
    """What each column is, and where each account belongs, said once: the account's key → Hjemsted."""

    arter: tuple[str, ...]
    konti: Mapping[str, Hjemsted] = field(default_factory=dict)

    def nr(self, er: Er) -> int | None:
        return self.arter.index(er) if er in self.arter else None

    def som_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def af_json(cls, data: Mapping[str, Any]) -> "Kolonner":
        konti = {noegle: Hjemsted(**et) for noegle, et in data.get("konti", {}).items()}
        return cls(tuple(data["arter"]), konti)


def foreslaa_arter(overskrifter: Sequence[str]) -> tuple[str, ...]:
    """Regel posteringskolonner-gaettes: en kolonne foreslås efter sin overskrift, og hver ting kun til én kolonne."""
    ud: list[str] = []
    for overskrift in overskrifter:
        navn = normaliseret(overskrift)
        art = next((str(er.value) for er, moenster in _ORD.items() if navn and re.fullmatch(moenster, navn)), "")
        ud.append("" if art in ud else art)
    return tuple(ud)


def mangler(arter: Sequence[str]) -> list[str]:
    """Regel posteringskolonner-siger-alt: før filen kan prøves, er det sagt, hvor dato, beløb og tekst står."""
    ud = _gentagne(arter)
    if Er.DATO not in arter:
        ud.append("Vælg kolonnen med den dato, linjen er bogført.")
    delt = Er.DEBET in arter or Er.KREDIT in arter
    if Er.BELOEB in arter and delt:
        ud.append("Vælg enten kolonnen »Beløb« eller kolonnerne »Debet« og »Kredit«, ikke begge dele.")
    if Er.BELOEB not in arter and not delt:
        ud.append("Vælg den kolonne, beløbene står i.")
    if not {Er.TEKST, Er.KONTONAVN, Er.KONTO} & set(arter):
        ud.append("Vælg den kolonne, der siger, hvad pengene er brugt til.")
    return ud


def _gentagne(arter: Sequence[str]) -> list[str]:
    gange = [et for et in dict.fromkeys(arter) if et and list(arter).count(et) > 1]
    return [
        f"{i_en_saetning([kolonnenavn(nr) for nr, art in enumerate(arter) if art == et])} er valgt som det samme. "
        "Vælg kun én kolonne til hver ting."
        for et in gange
    ]
