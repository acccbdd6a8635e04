"""The budget and the finance plan as they are agreed: on paper, and as a workbook whose sums are live."""

from collections.abc import Iterator
from decimal import Decimal

from aftaler.reports.penge import Loefte
from aftaler.rules.budget import Linje, Post
from dokumenter.reports import opgoerelser
from dokumenter.reports.dele import Blok, Figur, Kolonne, Linjer, Rapport, Tabel
from dokumenter.reports.grundlag import Grundlag
from dokumenter.reports.pengepapir import mappe, rapport
from dokumenter.reports.pengetabeller import (
    IKKE_OPLYST,
    Pengetabel,
    aarstabel,
    finansieringen,
    kilderne,
    paa_papir,
    som_ark,
    stederne,
    typerne,
)
from kerne import ark, datoer, talformat
from kerne.ark import Ark, Celle, Formel
from oekonomi.reports import figurer
from oekonomi.reports.budgetpapir import Budgetpapir

TITEL = "Budget"
UDEN_TYPE, UDEN_GIVER = "Type ikke oplyst", "giver ikke oplyst"
INTET = "Budgetposterne er ikke skrevet ind endnu."
STREG = "En streg betyder, at der ikke står en post."
INGEN_TILSAGN = "Ingen har skrevet et tilsagn ind endnu."
POSTKOLONNER = (
    ark.Kolonne("Delaftale", 34),
    ark.Kolonne("Regnskabsår", 13, "0"),
    ark.Kolonne("Omkostningstype", 24),
    ark.Kolonne("Giver", 34),
    ark.Kolonne("Beløb", 17),
)
LOEFTEKOLONNER = (
    ark.Kolonne("Giver", 34),
    ark.Kolonne("Slags", 22),
    ark.Kolonne("Regnskabsår", 13, "0"),
    ark.Kolonne("Timer", 12),
    ark.Kolonne("Sats", 12),
    ark.Kolonne("Lovet", 17),
    ark.Kolonne("Betingelse", 60),
)


def budget(grundlag: Grundlag) -> Rapport:
    papir: Budgetpapir = opgoerelser.rapport(grundlag.papir, grundlag.opgoerelse)
    oversigt = papir.oversigt
    tegninger = figurer.figurer(oversigt)
    indledning = tuple(et for et in (papir.overskrift, *papir.advarsler, *papir.andele) if et)
    gauge = (Figur(tegninger.lokal_andel, smal=True),) if tegninger.lokal_andel else ()
    afsnit = [Blok("Finansiering", (Linjer(indledning), *gauge, paa_papir(finansieringen(oversigt))), "finansiering")]
    if oversigt.poster:
        streg = (Linjer((STREG,)),) if oversigt.budget.har_huller and oversigt.budget.har_aar else ()
        afsnit.append(Blok("Hvad planen koster", (paa_papir(stederne(oversigt.budget)), *streg), "steder"))
        if oversigt.budget.har_givere:
            kilder = (Figur(tegninger.kilder.papir),) if tegninger.kilder else ()
            afsnit.append(Blok("Hvem betaler", (*kilder, paa_papir(kilderne(oversigt))), "givere"))
        if oversigt.budget.har_givere or oversigt.budget.typer:
            afsnit += [Blok("Post for post", tuple(paa_papir(et) for et in _posttabeller(papir)), "poster")]
        if typer := typerne("Omkostningstyper", "Budget efter omkostningstype og år", oversigt.budget):
            afsnit.append(Blok("Omkostningstyper", (paa_papir(typer),), "typer"))
    else:
        afsnit.append(Blok("Hvad planen koster", (Linjer((INTET,)),), "steder"))
    afsnit.append(Blok("Finansieringsplan", _finansieringsplan(papir), "plan"))
    return rapport(TITEL, grundlag, oversigt, tuple(afsnit))


def budgetmappe(grundlag: Grundlag) -> ark.Mappe:
    papir: Budgetpapir = opgoerelser.rapport(grundlag.papir, grundlag.opgoerelse)
    oversigt = papir.oversigt
    tabeller = [finansieringen(oversigt)]
    if oversigt.poster:
        tabeller.append(stederne(oversigt.budget))
        tabeller += [kilderne(oversigt)] if oversigt.budget.har_givere else []
        tabeller += filter(None, [typerne("Omkostningstyper", "Budget efter omkostningstype og år", oversigt.budget)])
    arkene = [som_ark(et, oversigt.plan) for et in tabeller]
    return mappe(TITEL, grundlag, oversigt, (*arkene, *_postark(papir), _loefteark(papir)))


def _posttabeller(papir: Budgetpapir) -> Iterator[Pengetabel]:
    """Each place with its cost types and payers over the years."""
    oversigt = papir.oversigt
    for gruppe in oversigt.budget.grupper:
        egne = [et for et in oversigt.poster if et.sted == gruppe.linje.navn]
        navne = dict.fromkeys(_postnavn(et) for et in egne)
        linjer = [_samlet(navn, [et for et in egne if _postnavn(et) == navn], oversigt.budget.aar) for navn in navne]
        total = Linje("I alt", gruppe.linje.celler, gruppe.linje.i_alt)
        titel, ledetekst = gruppe.linje.navn, "Omkostningstype og giver"
        yield aarstabel(gruppe.linje.navn, titel, ledetekst, linjer, total, oversigt.budget.aar)


def _postnavn(post: Post) -> str:
    return f"{post.type or UDEN_TYPE}, {post.giver.navn if post.giver else UDEN_GIVER}"


def _samlet(navn: str, poster: list[Post], aar: tuple[int | None, ...]) -> Linje:
    def celle(et: int | None) -> Decimal | None:
        egne = [post.beloeb for post in poster if post.aar == et]
        return sum(egne, Decimal(0)) if egne else None

    return Linje(navn, tuple(celle(et) for et in aar), sum((et.beloeb for et in poster), Decimal(0)))


def _finansieringsplan(papir: Budgetpapir) -> tuple[Tabel | Linjer, ...]:
    gaeldende = [et for et in papir.loefter if et.erstattet is None]
    if not gaeldende:
        return (Linjer((INGEN_TILSAGN,)),)
    kolonner = (
        Kolonne("Giver og slags", "post"),
        Kolonne("År", "aar"),
        Kolonne("Timer", "tal"),
        Kolonne("Lovet", "tal"),
        Kolonne("Betingelse"),
    )
    i_alt = sum((et.beloeb for et in gaeldende), Decimal(0))
    tabel = Tabel(
        "Hvem har lovet hvad",
        kolonner,
        tuple(_loefte(et) for et in gaeldende),
        sum_=("I alt", "", "", talformat.kroner(i_alt), ""),
    )
    return (tabel, *((Linjer(papir.omlaegninger),) if papir.omlaegninger else ()))


def _loefte(loefte: Loefte) -> tuple[str, ...]:
    timer = talformat.tal(loefte.timer) if loefte.timer is not None else "–"
    if loefte.timer is not None and loefte.sats is not None:
        timer = f"{timer} à {talformat.kroner(loefte.sats)}"
    navn = f"{loefte.giver.navn}, {loefte.artsord.lower()}"
    return (navn, str(loefte.aar or IKKE_OPLYST), timer, talformat.kroner(loefte.beloeb), loefte.betingelse or "–")


def _postark(papir: Budgetpapir) -> tuple[Ark, ...]:
    """The lines themselves, one a row: what the other sheets add up."""
    oversigt = papir.oversigt
    if not oversigt.poster:
        return ()
    raekker = tuple(
        (
            et.sted,
            et.aar or IKKE_OPLYST,
            et.type or IKKE_OPLYST,
            et.giver.navn if et.giver else IKKE_OPLYST,
            et.beloeb,
        )
        for et in oversigt.poster
    )
    i_alt: tuple[Celle, ...] = ("I alt", "", "", "", Formel("SUM(E{foerste}:E{sidste})", oversigt.budget.total.i_alt))
    return (Ark("Poster", f"Budgetposter (kroner), {oversigt.plan}", POSTKOLONNER, raekker, i_alt),)


def _loefteark(papir: Budgetpapir) -> Ark:
    gaeldende = [et for et in papir.loefter if et.erstattet is None]
    raekker = tuple(
        (
            et.giver.navn,
            et.artsord,
            et.aar or IKKE_OPLYST,
            et.timer if et.timer is not None else "–",
            et.sats if et.sats is not None else "–",
            et.beloeb,
            " ".join(filter(None, (et.betingelse, _afloest(et, papir.loefter)))),
        )
        for et in gaeldende
    )
    i_alt: tuple[Celle, ...] = ()
    if gaeldende:
        lovet = sum((et.beloeb for et in gaeldende), Decimal(0))
        i_alt = ("I alt", "", "", "", "", Formel("SUM(F{foerste}:F{sidste})", lovet), "")
    return Ark("Tilsagn", f"Tilsagn (kroner), {papir.oversigt.plan}", LOEFTEKOLONNER, raekker, i_alt)


def _afloest(loefte: Loefte, alle: tuple[Loefte, ...]) -> str:
    """ "Afløser kontant 1.250.000 kr. fra 16. september 2017."."""
    gammelt = next((et for et in alle if et.noegle == loefte.erstatter), None)
    if gammelt is None or gammelt.erstattet is None:
        return ""
    hvad = f"{gammelt.artsord.lower()} {talformat.kroner(gammelt.beloeb)}"
    return f"Afløser {hvad} fra {datoer.dato(gammelt.erstattet)}."
