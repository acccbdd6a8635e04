"""The whole case in one archive: its folders, its files in order, and the list of what is in it and what is not."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import PurePath

from django.template.loader import render_to_string

from dokumenter.rules import ascii_navn


class Sagsmappe(StrEnum):
    """The folders; their numbers keep them in this order everywhere."""

    AFTALEN = "01-aftalen"
    BILAG = "02-bilag-til-aftalen"
    STATUS = "03-status-og-tal"
    PENGE = "04-penge"
    REVISION = "05-revision"
    MOEDER = "06-moeder"
    MAALINGER = "07-bilag-til-maalinger"
    REGISTRE = "08-registre"


MAPPENAVNE = {
    Sagsmappe.AFTALEN: "Aftalen",
    Sagsmappe.BILAG: "Bilag til aftalen",
    Sagsmappe.STATUS: "Status og tal",
    Sagsmappe.PENGE: "Penge",
    Sagsmappe.REVISION: "Revision",
    Sagsmappe.MOEDER: "Møder",
    Sagsmappe.MAALINGER: "Bilag til målinger",
    Sagsmappe.REGISTRE: "Registre",
}
INDHOLD_TXT, INDHOLD_HTML, KONTROLSUMMER = "indhold.txt", "indhold.html", "kontrolsummer.txt"
KUNNE_IKKE_LAVES = "Papiret kunne ikke laves. Bestil det for sig, eller giv besked til den, der driver systemet."
REGISTRE = "beslutninger-og-aendringer.xlsx"


@dataclass(frozen=True)
class Sagsdel:
    """One file of the case. `sti` is its folder below the big one, or empty; `fil` its name in the storage where it is
    a file that somebody sent in. With `mangler` there is no file, and that is why."""

    mappe: Sagsmappe
    titel: str
    navn: str = ""
    sti: str = ""
    udgave: str = ""
    fil: str = ""
    format: str = ""
    mangler: str = ""

    @property
    def plads(self) -> str:
        """Its place in the archive: "06-moeder/2021-06-09-bestyrelsen/dagsorden.pdf"."""
        return "/".join(filter(None, (self.mappe.value, self.sti, self.navn)))


@dataclass(frozen=True)
class Sagshoved:
    """What stands above the list of contents."""

    plan: str
    udgave: str
    noter: tuple[str, ...]


@dataclass(frozen=True)
class Gruppe:
    navn: str
    dele: tuple[Sagsdel, ...]


def fil(mappe: Sagsmappe, sti: str, nr: int, titel: str, navn: str, lager: str) -> Sagsdel:
    """A file that somebody sent in, numbered in its folder, under a name that every system can unpack."""
    endelse = PurePath(lager).suffix.lower()
    stamme = navn[: -len(endelse)] if endelse and navn.lower().endswith(endelse) else navn
    return Sagsdel(mappe, titel, f"{nr:02d}-{ascii_navn(stamme)}{endelse}", sti, fil=lager)


def indholdsfortegnelse(hoved: Sagshoved, dele: Iterable[Sagsdel]) -> dict[str, bytes]:
    """The list of contents for people and for browsers: what is in the archive, folder by folder, then what is not."""
    alle = list(dele)
    kontekst = {
        "hoved": hoved,
        "grupper": _grupper(et for et in alle if not et.mangler),
        "mangler": _grupper(et for et in alle if et.mangler),
        "antal": sum(not et.mangler for et in alle),
    }
    return {
        navn: (render_to_string(f"dokumenter/sagen/{navn}", kontekst).strip() + "\n").encode()
        for navn in (INDHOLD_TXT, INDHOLD_HTML)
    }


def _grupper(dele: Iterable[Sagsdel]) -> list[Gruppe]:
    """By folder, in the order of the folders."""
    return [
        Gruppe(MAPPENAVNE[mappe], tuple(egne))
        for mappe, egne in groupby(sorted(dele, key=lambda et: et.mappe), key=lambda et: et.mappe)
    ]
