"""What may be searched for, and how the words of a search are read. Pure."""

import re
from dataclasses import dataclass

from django.db.models import TextChoices

LAENGST = 200
KORTEST = 2
KORTESTE_BEGYNDELSE = 3  # letters; a shorter beginning would find nearly everything
STYRETEGN = re.compile(r"[\x00-\x1f\x7f\s]+")
LED = re.compile(r'-?"[^"]*"?|\S+')
ET_ORD = re.compile(r"\w+")
BESLUTNINGSNR = re.compile(r"(?:beslutning\s+)?(?:nr\.?\s*)?(\d{1,6})", re.IGNORECASE)
SAGENS_NUMMER = re.compile(r"^(?:j\.?\s?nr\.?|sags?nr\.?|sag|kle)[\s:]+", re.IGNORECASE)
DANSKE = (("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("Æ", "Ae"), ("Ø", "Oe"), ("Å", "Aa"))


class Slags(TextChoices):
    """What can be found, in the order in which it is shown."""

    PLAN = "planer", "Planer"
    AFTALE = "aftaletekst", "Aftaletekst"
    AKTIVITET = "aktiviteter", "Aktiviteter"
    KRITERIUM = "kriterier", "Succeskriterier"
    MILEPAEL = "milepaele", "Milepæle"
    ORGAN = "organer", "Organer"
    BILAG = "bilag", "Bilag til aftalen"
    AENDRING = "aendringer", "Ændringer"
    VERSION = "versioner", "Versioner"
    MOEDE = "moeder", "Møder"
    PUNKT = "punkter", "Punkter på dagsordener"
    REFERAT = "referater", "Referater"
    BESLUTNING = "beslutninger", "Beslutninger"
    OPGAVE = "opgaver", "Opgaver"
    SAG = "sager", "Sager"
    PUNKTBILAG = "punktbilag", "Bilag til punkter"


@dataclass(frozen=True)
class Led:
    """One word, or one phrase in quotation marks, in each way that it may be written.

    All of them must be there, but for those left out with a minus. `begyndelse`: it may also begin a longer word.
    """

    maader: tuple[str, ...]
    begyndelse: bool = False
    udelukket: bool = False


def renset(raa: str) -> str:
    """On one line, without the control characters that no text has."""
    return STYRETEGN.sub(" ", raa).strip()


def hvorfor_ikke_soege(tekst: str) -> str:
    """Regel soegning-kan-soeges: en søgning er på 2 til 200 tegn og har mindst ét ord, der skal findes."""
    if len(tekst) > LAENGST:
        return f"Søg med højst {LAENGST} tegn. Et par ord er som regel nok."
    if sum(tegn.isalnum() for tegn in tekst) < KORTEST and not tekst.isdecimal():
        return "Skriv mindst to bogstaver, fx »tryghed« eller »beslutning 12«."
    if all(et.udelukket for et in led(tekst)):
        return "Skriv også et ord, der skal findes. Et ord med minus foran bliver kun valgt fra."
    return ""


def led(tekst: str) -> list[Led]:
    """Regel soegning-ordets-begyndelse: alle ord skal være der, det sidste må også begynde et længere, og æ, ø og å
    kan skrives ae, oe og aa."""
    fundne = LED.findall(tekst)
    return [_led(et, er_sidst=nr == len(fundne)) for nr, et in enumerate(fundne, 1)]


def beslutningsnummer(tekst: str) -> int | None:
    """ "12", "beslutning 12", "Beslutning nr. 12": the number in the plan's register."""
    fundet = BESLUTNINGSNR.fullmatch(tekst)
    return int(fundet[1]) if fundet else None


def sagsnummer(tekst: str) -> str:
    """The search as a J.nr., a sagsnr. or a KLE number, without the word in front of it."""
    return SAGENS_NUMMER.sub("", tekst)


def _led(ordet: str, *, er_sidst: bool) -> Led:
    udelukket = len(ordet) > 1 and ordet.startswith("-")
    ordet = ordet.removeprefix("-") if udelukket else ordet
    dansk, ascii_ = ordet, ordet
    for bogstav, skrevet in DANSKE:
        dansk = dansk.replace(skrevet, bogstav)
        ascii_ = ascii_.replace(bogstav, skrevet)
    er_ord = ET_ORD.fullmatch(ordet) is not None and len(ordet) >= KORTESTE_BEGYNDELSE
    return Led(tuple(dict.fromkeys((ordet, dansk, ascii_))), er_sidst and er_ord and not udelukket, udelukket)
