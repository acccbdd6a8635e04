"""The papers that can be made: papir -> what it says, its formats, its template, and the function that builds it."""

from collections.abc import Callable
from dataclasses import dataclass

from dokumenter.reports.aendringsoversigt import aendringsoversigt
from dokumenter.reports.aktivitetsskemaer import aktivitetsskemaer
from dokumenter.reports.bestyrelsespakke import bestyrelsespakke
from dokumenter.reports.bilag import beredskabsplan, kommissorium, organisationsdiagram
from dokumenter.reports.boligsociale_data import boligsociale_data, datamappe
from dokumenter.reports.budget import budget, budgetmappe
from dokumenter.reports.budgetoversigt import budgetoversigt, oversigtsmappe
from dokumenter.reports.dagsorden import dagsorden
from dokumenter.reports.delaftale import delaftale
from dokumenter.reports.dele import Rapport
from dokumenter.reports.eftersyn import eftersyn
from dokumenter.reports.grundlag import Grundlag
from dokumenter.reports.milepaelsplan import milepaelsplan
from dokumenter.reports.pakkeindhold import Pakkebilag, pakkens_bilag
from dokumenter.reports.referat import referat
from dokumenter.reports.revisionsark import revisionsmappe
from dokumenter.reports.revisionsbilag import revisionsbilag
from dokumenter.reports.statusark import statusmappe
from dokumenter.reports.statusrapport import Statusside, statusrapport
from dokumenter.reports.strategisk import strategisk_aftale
from dokumenter.statuses import Format, Papir
from kerne.ark import Mappe


@dataclass(frozen=True)
class Papirtype:
    formaal: str
    formater: tuple[Format, ...]
    skabelon: str = ""
    byg: Callable[[Grundlag], Rapport | Statusside] | None = None  # None: an archive of other papers
    egen_side: bool = False  # ordered from a page of its own
    mappe: Callable[[Grundlag], Mappe] | None = None  # the same as a workbook
    bilag: Callable[[Grundlag], tuple[Pakkebilag, ...]] | None = None  # what comes with it as pages and files
    om_kladden: bool = False  # tells of what is not approved too: ordered by those who see drafts


# A new paper is one row here, its function and its template.
PAPIRER: dict[Papir, Papirtype] = {
    Papir.STRATEGISK_AFTALE: Papirtype(
        "I Landsbyggefondens orden, med underskrifter og oversigt over bilag",
        (Format.PDF, Format.DOCX, Format.JSON),
        "dokumenter/papir/strategisk.html",
        strategisk_aftale,
    ),
    Papir.DELAFTALE: Papirtype(
        "Én eller alle, med indsatsområdets kriterier og et skema pr. aktivitet",
        (Format.PDF, Format.DOCX, Format.JSON),
        "dokumenter/papir/delaftale.html",
        delaftale,
    ),
    Papir.AKTIVITETSSKEMAER: Papirtype(
        "Ét skema pr. aktivitet, for én delaftale eller for alle",
        (Format.PDF,),
        "dokumenter/papir/bilag.html",
        aktivitetsskemaer,
    ),
    Papir.MILEPAELSPLAN: Papirtype(
        "Hele projektperioden med tidslinje og en tabel for hvert indsatsområde",
        (Format.PDF,),
        "dokumenter/papir/bilag.html",
        milepaelsplan,
    ),
    Papir.ORGANISATIONSDIAGRAM: Papirtype(
        "Tegning af organerne, og det samme i ord med pladser og møder",
        (Format.PDF,),
        "dokumenter/papir/bilag.html",
        organisationsdiagram,
    ),
    Papir.KOMMISSORIUM: Papirtype(
        "Bestyrelsens opgaver, pladser og møder",
        (Format.PDF,),
        "dokumenter/papir/bilag.html",
        kommissorium,
    ),
    Papir.BEREDSKABSPLAN: Papirtype(
        "Hvem der gør hvad, når noget sker i området",
        (Format.PDF,),
        "dokumenter/papir/bilag.html",
        beredskabsplan,
    ),
    Papir.STATUSRAPPORT: Papirtype(
        "Bestyrelsens overblik, som det står i dag, og tallene bag hvert succeskriterium",
        (Format.PDF, Format.XLSX),
        "dokumenter/papir/statusrapport.html",
        statusrapport,
        mappe=statusmappe,
    ),
    Papir.BOLIGSOCIALE_DATA: Papirtype(
        "Registertal, som de er i dag, med kilde og sammenligning",
        (Format.PDF, Format.XLSX),
        "dokumenter/papir/bilag.html",
        boligsociale_data,
        mappe=datamappe,
    ),
    Papir.BUDGET: Papirtype(
        "Hvad planen koster, og hvem der betaler: delaftaler, år, omkostningstyper og tilsagn",
        (Format.PDF, Format.XLSX),
        "dokumenter/papir/bilag.html",
        budget,
        mappe=budgetmappe,
    ),
    Papir.BUDGETOVERSIGT: Papirtype(
        "Budget mod forbrug, lovet mod leveret og regnskab, for ét år eller hele perioden",
        (Format.PDF, Format.XLSX),
        "dokumenter/papir/bilag.html",
        budgetoversigt,
        mappe=oversigtsmappe,
    ),
    Papir.DAGSORDEN: Papirtype(
        "Et mødes punkter med tid, sager, tal og bilag, som de står i dag",
        (Format.PDF, Format.DOCX),
        "dokumenter/papir/moede.html",
        dagsorden,
    ),
    Papir.REFERAT: Papirtype(
        "Hvem der var til stede, hvad der blev sagt og besluttet, og hvem der har godkendt",
        (Format.PDF, Format.DOCX),
        "dokumenter/papir/moede.html",
        referat,
    ),
    Papir.REVISIONSBILAG: Papirtype(
        "Til revisor: målinger, møder, beslutninger og huller i opfølgningen, for ét år eller hele perioden",
        (Format.PDF, Format.XLSX),
        "dokumenter/papir/moede.html",
        revisionsbilag,
        mappe=revisionsmappe,
    ),
    Papir.BESTYRELSESPAKKE: Papirtype(
        "Et mødes dagsorden, planens status, afvigelser, penge, åbne opgaver og alle bilag i én fil",
        (Format.PDF,),
        "dokumenter/papir/pakke.html",
        bestyrelsespakke,
        bilag=pakkens_bilag,
    ),
    Papir.EFTERSYN: Papirtype(
        "Landsbyggefondens fire overskrifter, udfyldt med det, planen ved i dag",
        (Format.PDF, Format.DOCX),
        "dokumenter/papir/bilag.html",
        eftersyn,
        om_kladden=True,
    ),
    Papir.HELE_SAGEN: Papirtype(
        "Alle papirer, holdte møder, bilag og registre i ét ordnet arkiv med en indholdsfortegnelse",
        (Format.ZIP,),
    ),
    Papir.AENDRINGSOVERSIGT: Papirtype(
        "Hvad der er ændret fra én version til en senere, og hvem der besluttede det",
        (Format.PDF,),
        "dokumenter/papir/bilag.html",
        aendringsoversigt,
        egen_side=True,
    ),
}

# Raise it when the papers' layout changes: an older file is then not handed out for a new order.
OPSAETNING = 2
