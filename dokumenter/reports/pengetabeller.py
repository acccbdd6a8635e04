"""A table of amounts, said once and printed twice: in words on paper, and as a sheet whose sums are live."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from aftaler.rules.budget import Budgettabel, Linje
from aftaler.rules.penge import holder_lokal_andel
from dokumenter.reports.dele import Kolonne, Tabel
from kerne import ark, talformat
from kerne.ark import Ark, Celle, Formel
from oekonomi.reports.oversigt import Oekonomioversigt

IKKE_OPLYST = "ikke oplyst"
INGEN_POST = "–"
AAR_UKENDT = "År ikke oplyst"
ANDEL = "andel"
OERE = 2  # decimals
KODE = re.compile(r"\[(\w+)\]")
Tal = Decimal | str | None  # None is "not stated"; words are printed as they are


@dataclass(frozen=True)
class Soejle:
    """A column of amounts. `formel` is its row's live sum, with other columns as [kode]."""

    kode: str
    navn: str
    formel: str = ""


@dataclass(frozen=True)
class Pengetabel:
    """Rows of amounts under a name each, and their sum. `ark` is the name of the sheet, `noter` are rows of words that
    only the paper prints."""

    ark: str
    titel: str
    ledetekst: str
    soejler: tuple[Soejle, ...]
    raekker: tuple[tuple[str, tuple[Tal, ...]], ...]
    i_alt: tuple[str, tuple[Tal, ...]] | None = None
    noter: tuple[tuple[str, tuple[str, ...]], ...] = ()


def paa_papir(tabel: Pengetabel) -> Tabel:
    """The table in words; the unit stands in the title, and a column has as many decimals in every row."""
    alle = [*tabel.raekker, *([tabel.i_alt] if tabel.i_alt else [])]
    decimaler = [_decimaler(soejle, [celler[nr] for _, celler in alle]) for nr, soejle in enumerate(tabel.soejler)]
    i_ord = [
        (navn, *(_i_ord(tal, antal) for tal, antal in zip(celler, decimaler, strict=True))) for navn, celler in alle
    ]
    raekker, sum_ = (i_ord[:-1], i_ord[-1]) if tabel.i_alt else (i_ord, ())
    return Tabel(
        f"{tabel.titel} (kroner)",
        (Kolonne(tabel.ledetekst, "post"), *(Kolonne(et.navn, "tal") for et in tabel.soejler)),
        (*raekker, *((navn, *ord_) for navn, ord_ in tabel.noter)),
        sum_=sum_,
    )


def som_ark(tabel: Pengetabel, plan: str) -> Ark:
    """The table as a sheet. A sum adds up the rows where they give it, else its own row as they do."""
    bogstaver = {et.kode: chr(ord("B") + nr) for nr, et in enumerate(tabel.soejler)}

    def celle(soejle: Soejle, tal: Tal) -> Celle:
        if soejle.formel and isinstance(tal, Decimal):
            return Formel(KODE.sub(lambda fund: f"{bogstaver[fund[1]]}{{raekke}}", soejle.formel), tal)
        return IKKE_OPLYST if tal is None else tal

    def sum_(nr: int, soejle: Soejle, tal: Tal) -> Celle:
        led = [et for _, celler in tabel.raekker if isinstance(et := celler[nr], Decimal)]
        if isinstance(tal, Decimal) and led and sum(led) == tal:
            bogstav = bogstaver[soejle.kode]
            return Formel(f"SUM({bogstav}{{foerste}}:{bogstav}{{sidste}})", tal)
        return celle(soejle, tal)

    i_alt: tuple[Celle, ...] = ()
    if tabel.i_alt:
        navn, tallene = tabel.i_alt
        soejlerne = enumerate(zip(tabel.soejler, tallene, strict=True))
        i_alt = (navn, *(sum_(nr, soejle, tal) for nr, (soejle, tal) in soejlerne))
    return Ark(
        tabel.ark,
        f"{tabel.titel} (kroner), {plan}",
        (ark.Kolonne(tabel.ledetekst, 42), *(ark.Kolonne(et.navn, 17) for et in tabel.soejler)),
        tuple(
            (navn, *(celle(soejle, tal) for soejle, tal in zip(tabel.soejler, tallene, strict=True)))
            for navn, tallene in tabel.raekker
        ),
        i_alt,
    )


def aarstabel(
    navn: str,
    titel: str,
    ledetekst: str,
    linjer: Sequence[Linje],
    total: Linje,
    aar: Sequence[int | None],
    *,
    andele: Sequence[Decimal | None] = (),
    noter: tuple[tuple[str, tuple[str, ...]], ...] = (),
) -> Pengetabel:
    """Lines over the plan's years with their sum; a plan that only knows its totals has no columns of years."""
    med_aar = any(aar)
    aarene = [Soejle(f"aar{nr}", str(et or AAR_UKENDT)) for nr, et in enumerate(aar)] if med_aar else []
    formel = f"SUM([aar0]:[aar{len(aarene) - 1}])" if aarene else ""
    delene = list(andele) if andele else []

    def celler(linje: Linje, *rest: Tal) -> tuple[Tal, ...]:
        aarets = (INGEN_POST if et is None else et for et in linje.celler) if med_aar else ()
        return (*aarets, linje.i_alt, *rest)

    return Pengetabel(
        navn,
        titel,
        ledetekst,
        (*aarene, Soejle("i_alt", "I alt", formel), *([Soejle(ANDEL, "Andel i %")] if delene else [])),
        tuple((linje.navn, celler(linje, *([delene[nr]] if delene else []))) for nr, linje in enumerate(linjer)),
        (total.navn, celler(total, *([Decimal(100)] if delene else []))) if linjer else None,
        noter,
    )


def stederne(tabel: Budgettabel) -> Pengetabel:
    linjer = [et.linje for et in tabel.grupper]
    andele = [et.procent for et in linjer]
    return aarstabel(
        "Delaftaler", "Budget efter delaftale og år", "Delaftale", linjer, tabel.total, tabel.aar, andele=andele
    )


def kilderne(oversigt: Oekonomioversigt) -> Pengetabel:
    """Payer by payer, and each year's local share in words. The share of the whole is the one that the rule judges."""
    tabel = oversigt.budget
    ord_ = oversigt.andelsord if tabel.har_aar else oversigt.andelsord[-1:]
    return aarstabel(
        "Givere",
        "Budget efter giver og år",
        "Giver",
        oversigt.kilder,
        tabel.total,
        tabel.aar,
        andele=[et.procent for et in oversigt.kilder],
        noter=(("Lokal andel", (*ord_, "")),),
    )


def finansieringen(oversigt: Oekonomioversigt) -> Pengetabel:
    """Who pays for the whole plan, by the budget lines or by the agreement's main figures."""
    tal = oversigt.finansiering
    lokal = None if tal.andel is None else lokal_procent(tal.andel, oversigt.krav)
    lbf = None if lokal is None else 100 - lokal
    return Pengetabel(
        "Finansiering",
        f"Hele planen efter {tal.kilde}" if tal.kilde else "Hele planen",
        "Giver",
        (Soejle("beloeb", "Beløb"), Soejle(ANDEL, "Andel i %")),
        (("Landsbyggefonden", (tal.landsbyggefonden, lbf)), ("Lokal medfinansiering", (tal.lokal, lokal))),
        ("I alt", (tal.i_alt, None if lokal is None else Decimal(100))),
    )


def lokal_procent(andel: Decimal, krav: Decimal) -> Decimal:
    """With one decimal, or with as many as it takes for a share under the line not to look like one on it."""
    for decimaler in (1, 2, 3):
        procent = talformat.afrund(andel * 100, decimaler)
        if holder_lokal_andel(andel, krav) or procent < krav * 100:
            break
    return procent


def typerne(navn: str, titel: str, tabel: Budgettabel) -> Pengetabel | None:
    """Cost type by cost type; None where no line says its type."""
    if not tabel.typer:
        return None
    linjer = [Linje(et.navn or "Type ikke oplyst", et.celler, et.i_alt, et.procent) for et in tabel.typer]
    andele = [et.procent for et in linjer]
    return aarstabel(navn, titel, "Omkostningstype", linjer, tabel.total, tabel.aar, andele=andele)


def _decimaler(soejle: Soejle, tallene: Sequence[Tal]) -> int:
    """Øre in all rows or in none; a share has at least one decimal."""
    flest = max((talformat.decimaler_i(et) for et in tallene if isinstance(et, Decimal)), default=0)
    if soejle.kode == ANDEL:
        return max(1, flest)
    return OERE if flest else 0


def _i_ord(tal: Tal, decimaler: int) -> str:
    if isinstance(tal, Decimal):
        return talformat.tal(tal, decimaler)
    return IKKE_OPLYST if tal is None else tal
