"""The plan's money followed up: budget, spent, left, promised and delivered, for one year or the whole period."""

from dataclasses import replace
from decimal import Decimal

from aftaler.rules import budget as budgetregler
from dokumenter.reports import opgoerelser
from dokumenter.reports.dele import Blok, Figur, Kolonne, Linjer, Rapport, Tabel
from dokumenter.reports.grundlag import Grundlag
from dokumenter.reports.pengepapir import mappe, rapport
from dokumenter.reports.pengetabeller import (
    INGEN_POST,
    Pengetabel,
    Soejle,
    Tal,
    finansieringen,
    kilderne,
    paa_papir,
    som_ark,
    stederne,
    typerne,
)
from kerne import ark, datoer, talformat
from kerne.ark import Ark, Mappe
from kerne.talformat import kroner
from oekonomi.reports import figurer
from oekonomi.reports.linjer import Regnskabslinje
from oekonomi.reports.oversigt import Oekonomioversigt
from oekonomi.rules.medfinansiering import Samlet
from oekonomi.rules.opfoelgning import Aarslinje, Linje

TITEL = "Budgetoversigt"
IKKE_SKREVET = "ikke skrevet ind"
FOR_LIDT = "for få måneder"
FREMSKREVET = (
    "Fremskrevet er forbruget pr. bogført måned gange alle månederne. Det kræver mindst tre måneder med tal; "
    "et afsluttet år er, hvad det blev."
)
MANGLER = (
    "Mangler er det, der var lovet til og med det sidste afsluttede år, og ikke er leveret. Et tilsagn uden år regnes "
    "jævnt fordelt på planens måneder."
)
REGNSKABSKOLONNER = (
    ark.Kolonne("Regnskabsår", 13, "0"),
    ark.Kolonne("Hvor langt", 34),
    ark.Kolonne("Frist", 16),
    ark.Kolonne("Uforbrugt", 17),
    ark.Kolonne("Åbne bemærkninger", 14),
)


def budgetoversigt(grundlag: Grundlag) -> Rapport:
    oversigt, aar = _oversigten(grundlag)
    tegninger = figurer.figurer(oversigt)
    afsnit = hovedtal(oversigt, aar)
    forloeb = (Figur(tegninger.forloeb.papir),) if tegninger.forloeb else ()
    afsnit.append(Blok("År for år", (*forloeb, paa_papir(aarene(oversigt, aar)), Linjer((FREMSKREVET,))), "aar"))
    if oversigt.poster and oversigt.budget.har_givere:
        kilder = (Figur(tegninger.kilder.papir),) if tegninger.kilder else ()
        afsnit.append(Blok("Hvem betaler", (*kilder, paa_papir(kilderne(oversigt))), "givere"))
    if typer := _forbrugstyper(oversigt, aar):
        afsnit.append(Blok("Forbrug efter omkostningstype", (paa_papir(typer),), "typer"))
    afsnit.append(lovet_og_leveret(oversigt))
    afsnit.append(Blok("Regnskab og opfølgning", _regnskabet(oversigt, aar), "regnskab"))
    return rapport(TITEL, grundlag, oversigt, tuple(afsnit))


def hovedtal(oversigt: Oekonomioversigt, aar: int | None) -> list[Blok]:
    """Where the money stands: in words, who pays, and place by place."""
    andelen = figurer.lokal_andel(oversigt)
    gauge = (Figur(andelen, smal=True),) if andelen else ()
    afsnit = [
        Blok("Sådan står det", (Linjer((oversigt.overskrift, *oversigt.advarsler)),), "stand"),
        Blok("Finansiering", (*gauge, paa_papir(finansieringen(oversigt))), "finansiering"),
    ]
    if oversigt.linjer:
        afsnit.append(Blok("Budget og forbrug", (paa_papir(opfoelgningen(oversigt, aar)),), "steder"))
    return afsnit


def lovet_og_leveret(oversigt: Oekonomioversigt) -> Blok:
    return Blok(f"Lovet og leveret pr. {datoer.dato(oversigt.dato)}", _medfinansiering(oversigt), "lovet")


def oversigtsmappe(grundlag: Grundlag) -> Mappe:
    oversigt, aar = _oversigten(grundlag)
    tabeller = [
        *([opfoelgningen(oversigt, aar)] if oversigt.linjer else []),
        aarene(oversigt, aar),
        finansieringen(oversigt),
        *([stederne(oversigt.budget)] if oversigt.poster else []),
        *([kilderne(oversigt)] if oversigt.poster and oversigt.budget.har_givere else []),
        *filter(None, [_forbrugstyper(oversigt, aar)]),
        *([_givere(oversigt)] if oversigt.givere else []),
    ]
    arkene = [som_ark(et, oversigt.plan) for et in tabeller]
    return mappe(TITEL, grundlag, oversigt, (*arkene, _regnskabsark(oversigt, aar)))


def opfoelgningen(oversigt: Oekonomioversigt, aar: int | None) -> Pengetabel:
    """Place by place: previous, this year and in all, as Landsbyggefonden reads it; without a year only in all."""
    aarets = (Soejle("foer", f"Brugt før {aar}"), Soejle("aaret", f"Brugt i {aar}")) if aar else ()
    brugt = Soejle("brugt", f"Brugt til og med {aar}" if aar else "Brugt", "SUM([foer]:[aaret])" if aar else "")
    soejler = (Soejle("budget", "Budget"), *_revideret(oversigt), *aarets, brugt, *_disponeret(oversigt))

    def celler(et: Linje) -> tuple[Tal, ...]:
        brugt_foer = INGEN_POST if et.foer is None else et.foer
        return (
            et.budget,
            *((et.revideret,) if oversigt.har_aendringer else ()),
            *((brugt_foer, et.aaret) if aar else ()),
            et.brugt,
            *((_uden(et.disponeret),) if oversigt.har_disponeret else ()),
            et.rest,
        )

    return Pengetabel(
        "Budget og forbrug",
        f"Budget og forbrug til og med {aar}" if aar else "Budget og forbrug i hele perioden",
        "Delaftale",
        (*soejler, _tilbage(oversigt)),
        tuple((et.navn, celler(et)) for et in oversigt.linjer),
        ("I alt", celler(oversigt.i_alt)),
    )


def aarene(oversigt: Oekonomioversigt, aar: int | None) -> Pengetabel:
    """Year by year. What is spent after the year at hand is no part of its paper, and the sum is the other table's."""

    def celler(et: Aarslinje | Linje, prognose: Tal) -> tuple[Tal, ...]:
        kommer = aar is not None and isinstance(et, Aarslinje) and (et.aar or 0) > aar
        return (
            et.budget,
            *((et.revideret,) if oversigt.har_aendringer else ()),
            INGEN_POST if kommer else et.brugt,
            *((_uden(et.disponeret),) if oversigt.har_disponeret else ()),
            INGEN_POST if kommer else et.rest,
            INGEN_POST if kommer else prognose,
        )

    def fremskrevet(et: Aarslinje) -> Tal:
        return FOR_LIDT if et.prognose is None and et.brugt is not None else et.prognose

    soejler = (Soejle("budget", "Budget"), *_revideret(oversigt), Soejle("brugt", "Brugt"), *_disponeret(oversigt))
    hele = INGEN_POST if aar else fremskrevet(oversigt.perioden)
    return Pengetabel(
        "År for år",
        "Budget og forbrug år for år",
        "Regnskabsår",
        (*soejler, _tilbage(oversigt), Soejle("prognose", "Fremskrevet")),
        tuple((str(et.aar or "År ikke oplyst"), celler(et, fremskrevet(et))) for et in oversigt.aarslinjer),
        ("I alt" if aar else "Hele perioden", celler(oversigt.i_alt, hele)),
    )


def _oversigten(grundlag: Grundlag) -> tuple[Oekonomioversigt, int | None]:
    """What the page said, without what was spent after the year at hand."""
    oversigt: Oekonomioversigt = opgoerelser.rapport(grundlag.papir, grundlag.opgoerelse)
    aar = grundlag.opgoerelse.aar
    if aar is None:
        return oversigt, None

    def til_og_med(et: Aarslinje) -> Aarslinje:
        kommer = (et.aar or 0) > aar
        return replace(et, brugt=None, disponeret=None, rest=None, prognose=None) if kommer else et

    return replace(oversigt, aarslinjer=tuple(til_og_med(et) for et in oversigt.aarslinjer)), aar


def _revideret(oversigt: Oekonomioversigt) -> tuple[Soejle, ...]:
    return (Soejle("revideret", "Revideret budget"),) if oversigt.har_aendringer else ()


def _disponeret(oversigt: Oekonomioversigt) -> tuple[Soejle, ...]:
    return (Soejle("disponeret", "Disponeret"),) if oversigt.har_disponeret else ()


def _tilbage(oversigt: Oekonomioversigt) -> Soejle:
    """What remains: SUM around the committed, for a word there counts for nothing."""
    budget = "[revideret]" if oversigt.har_aendringer else "[budget]"
    disponeret = "-SUM([disponeret])" if oversigt.har_disponeret else ""
    return Soejle("rest", "Tilbage", f"{budget}-[brugt]{disponeret}")


def _uden(tal: Decimal | None) -> Tal:
    return INGEN_POST if tal is None else tal


def _forbrugstyper(oversigt: Oekonomioversigt, aar: int | None) -> Pengetabel | None:
    aarene_ = tuple(et.aar for et in oversigt.aarslinjer if et.aar and (aar is None or et.aar <= aar))
    poster = [et for et in oversigt.forbrugsposter if aar is None or (et.aar or 0) <= aar]
    tabel = budgetregler.tabel(poster, aarene_, [])
    return typerne(
        "Forbrug", "Forbrug efter omkostningstype og år", replace(tabel, total=replace(tabel.total, navn="I alt"))
    )


def _medfinansiering(oversigt: Oekonomioversigt) -> tuple[Tabel | Linjer, ...]:
    if not oversigt.givere:
        return (Linjer(("Ingen lokale tilsagn er skrevet ind endnu.",)),)
    noter = [et.note for et in oversigt.givere if et.note]
    noter += [f"{et.stand.giver}. {aftale.saetning}" for et in oversigt.givere for aftale in et.indhentninger]
    return (paa_papir(_givere(oversigt)), Linjer((MANGLER, *noter)))


def _givere(oversigt: Oekonomioversigt) -> Pengetabel:
    samlet = oversigt.medfinansiering
    return Pengetabel(
        "Lovet og leveret",
        "Lovet og leveret",
        "Giver og slags",
        (
            Soejle("lovet", "Lovet"),
            Soejle("forventet", "Skulle være leveret nu"),
            Soejle("leveret", "Leveret"),
            Soejle("mangler", "Mangler"),
        ),
        tuple(
            (
                f"{et.stand.giver}, {et.artsord.lower()}",
                (_uden(et.lovet), _uden(et.forventet), _leveret(et.stand.leveret), et.stand.mangler),
            )
            for et in oversigt.givere
        ),
        ("I alt", (samlet.lovet, "", _leveret(samlet.leveret), _mangler(samlet))),
    )


def _mangler(samlet: Samlet) -> Tal:
    """A floor is words, also in a sheet: a figure there would be taken for the whole."""
    if samlet.mangler is None or not samlet.er_mindst:
        return samlet.mangler
    return f"mindst {talformat.tal(samlet.mangler)}"


def _leveret(tal: Decimal | None) -> Tal:
    return IKKE_SKREVET if tal is None else tal


def _regnskabet(oversigt: Oekonomioversigt, aar: int | None) -> tuple[Tabel | Linjer, ...]:
    dele: list[Tabel | Linjer] = [
        Tabel(
            "Regnskab år for år",
            (
                Kolonne("Regnskabsår", "post"),
                Kolonne("Hvor langt"),
                Kolonne("Frist"),
                Kolonne("Uforbrugt", "tal"),
                Kolonne("Revisor"),
            ),
            tuple(_regnskabsraekke(et) for et in _regnskaber(oversigt, aar)),
        )
    ]
    if oversigt.restmidler:
        dele.append(Linjer(tuple(et.saetning for et in oversigt.restmidler)))
    if oversigt.budgetaendringer:
        dele.append(
            Tabel(
                "Ændringer af budgettet",
                (Kolonne("Fra", "post"), Kolonne("Til"), Kolonne("Beløb", "tal"), Kolonne("Stand"), Kolonne("Grund")),
                tuple((et.fra, et.til, kroner(et.beloeb), et.statusord, et.grund) for et in oversigt.budgetaendringer),
            )
        )
    return tuple(dele)


def _regnskaber(oversigt: Oekonomioversigt, aar: int | None) -> list[Regnskabslinje]:
    return [et for et in oversigt.regnskaber if aar is None or et.aar <= aar]


def _regnskabsraekke(et: Regnskabslinje) -> tuple[str, ...]:
    frist = " ".join(filter(None, (f"{datoer.dato(et.frist)}.", et.flyttet)))
    uforbrugt = INGEN_POST if et.uforbrugt is None else kroner(et.uforbrugt)
    return (str(et.aar), et.trinord, frist, uforbrugt, et.bemaerkningsord or INGEN_POST)


def _regnskabsark(oversigt: Oekonomioversigt, aar: int | None) -> Ark:
    raekker = tuple(
        (et.aar, et.trinord, et.frist, _uden(et.uforbrugt), et.aabne_bemaerkninger) for et in _regnskaber(oversigt, aar)
    )
    return Ark("Regnskab", f"Regnskab, {oversigt.plan}", REGNSKABSKOLONNER, raekker)
