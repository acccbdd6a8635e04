"""The auditor's bilag on paper: the ten-second summary first, then the gaps, each criterion, and the meetings."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from dokumenter.reports import opgoerelser
from dokumenter.reports.dele import (
    Blok,
    Dokument,
    Fakta,
    Forside,
    Kolonne,
    Linjer,
    Loebende,
    Oplysning,
    Punkter,
    Rapport,
    Tabel,
    bind,
)
from dokumenter.reports.faelles import i_fire
from dokumenter.reports.grundlag import Grundlag
from kerne import datoer, talformat
from overblik.reports.revisionsbilag import Revisionsbilag
from overblik.rules.revision import Aarsraekke, Aftalt, Behandlet, Besluttet, Kriteriet, Moedet, Tallet, Tidsrum
from overblik.rules.revisionshuller import HELE_PLANEN, Hul
from overblik.rules.revisionstal import Optalt

PAPIRNAVN = "Revisionsbilag"
FORMAAL = (
    "Ved den årlige revision dokumenterer boligorganisationen, at der løbende bliver fulgt op på mål og "
    "succeskriterier (den strategiske aftale, pkt. 5)."
)
EKSEMPEL = "Planen har opdigtede eksempler. Det står ved tallene."
TAL = (Kolonne("Tal"), Kolonne("Skrevet og sendt"), Kolonne("Godkendt"), Kolonne("Kilde og bevis"))
MOEDER = (Kolonne("Møde", "halv"), Kolonne("Punkt"), Kolonne("Besluttet og aftalt"))
BESLUTNINGER = (Kolonne("Nr.", "nr"), Kolonne("Punkt"), Kolonne("Beslutning"), Kolonne("Status", "dato"))


def navn(side: Revisionsbilag) -> str:
    """ "Revisionsbilag 2019", "Revisionsbilag, hele perioden"."""
    return f"{PAPIRNAVN} {side.tid.aar}" if side.tid.aar else f"{PAPIRNAVN}, hele perioden"


def revisionsbilag(grundlag: Grundlag) -> Rapport:
    opgoerelse = grundlag.opgoerelse
    side: Revisionsbilag = opgoerelser.rapport(grundlag.papir, opgoerelse)
    opgjort = f"Opgjort {datoer.dato(side.tid.i_dag)}"
    loeb = Loebende(f"{navn(side)} · {side.plan}", opgjort, i_fire(opgoerelse.kontrolsum))
    return Rapport(
        titel=f"{navn(side)}, {side.plan}",
        af=side.plan,
        dateret=opgoerelse.dato,
        er_kladde=False,
        mangler="",
        forside=_hoved(side, loeb),
        aftaledokumenter=None,
        dokumenter=(Dokument("revision", "", loeb, tuple(_afsnit(side)), form="revision"),),
        med_indhold=False,
    )


def _hoved(side: Revisionsbilag, loeb: Loebende) -> Forside:
    """At the top of the first page, which is the summary's."""
    dage = datoer.periode(side.start, side.slut)
    felter = [Oplysning("Planens periode", (dage,)), Oplysning("Opgjort", (datoer.dato(side.tid.i_dag),))]
    if side.er_demo:
        felter.append(Oplysning("Bemærk", (EKSEMPEL,)))
    return Forside(
        overrubrik="Bilag til revisor",
        titel=navn(side),
        undertitel=side.plan,
        felter=tuple(felter),
        underskrifter=(),
        herkomst=(),
        loebende=loeb,
        egen_side=False,
    )


def _afsnit(side: Revisionsbilag) -> Iterator[Blok]:
    yield Blok("Kort fortalt", (Linjer((side.overskrift,)), *_optalt(side)), "kort")
    if not side.tid.er_begyndt:
        return
    yield Blok("Hvad bilaget dækker", (Punkter(_daekker(side.tid)),), "daekker")
    yield Blok("Hvem der godkender tal", (Linjer(_godkender(side)),), "godkender")
    yield Blok("Bestyrelsens møder", tuple(_bestyrelsen(side)), "bestyrelsen")
    yield Blok("Låste perioder", (Linjer(_laase(side)),), "laase")
    yield Blok("Huller i opfølgningen", tuple(_huller(side)), "huller")
    for nr, (omraade, egne) in enumerate(groupby(side.kriterier, key=lambda et: et.omraade), 1):
        yield Blok(omraade, tuple(_kriteriet(side, et) for et in egne), f"omraade{nr}")
    yield Blok("Møder og beslutninger", tuple(_moeder(side)), "moeder")


def _optalt(side: Revisionsbilag) -> tuple[Tabel, ...]:
    if not side.optalt:
        return ()
    kolonner = (Kolonne("Hvad"), Kolonne("Antal", "tal"), Kolonne("Hvilke"))
    return (Tabel("", kolonner, tuple((et.hvad, antal(et), et.hvilke) for et in side.optalt)),)


def antal(optalt: Optalt) -> str:
    """ "6 af 12 (50 %)": a share shows what it is of; of nothing there is none."""
    if optalt.af is None:
        return str(optalt.antal)
    if optalt.andel is None:
        return "–"
    return f"{optalt.antal} af {optalt.af} ({talformat.andel(optalt.andel)})"


def _daekker(tid: Tidsrum) -> tuple[str, ...]:
    hvad = f"Regnskabsåret {tid.aar}." if tid.aar else f"Alt, hvad planen ved til og med {tid.pr}."
    return (
        f"{hvad} {FORMAAL}",
        f"Kriterierne er dem, der var i kraft {tid.pr}. Status er regnet den dag af de tal, der var slut, også når "
        "de er skrevet ind senere.",
        "Et tal hører til det år, det slutter i. Kun godkendte tal er med. Er et tal rettet, står både det gamle og "
        "rettelsen der.",
        "Møder er holdte møder, der er afsluttet i systemet. Lukkede punkter er talt, men ikke vist.",
        f"Måleplaner og opgaver står, som de er {datoer.dato(tid.i_dag)}.",
    )


def _godkender(side: Revisionsbilag) -> tuple[str, ...]:
    tal = [et for kriteriet in side.kriterier for et in kriteriet.gaeldende]
    regel = (
        "Et tal tæller først, når det er godkendt, og man godkender ikke sit eget tal, medmindre ingen anden i planen "
        "må og kan."
    )
    if not tal:
        return (regel, f"Ingen tal er godkendt {side.tid.i_ord}.")
    fire = sum(not et.egen for et in tal)
    return (
        regel,
        f"{fire} af {len(tal)} tal {side.tid.i_ord} er godkendt af en anden end den, der skrev eller sendte dem. "
        f"Godkendt af {', '.join(side.godkendere)}.",
    )


def _bestyrelsen(side: Revisionsbilag) -> Iterator[Linjer | Tabel]:
    planen, tid = side.planen, side.tid
    holdte = planen.bestyrelsens
    krav = f" Kommissoriet siger mindst {planen.mindst} om året." if planen.mindst is not None else ""
    antal_ = {0: "intet møde", 1: "ét møde"}.get(len(holdte), f"{len(holdte)} møder")
    yield Linjer((f"Bestyrelsen holdt {antal_} {tid.i_ord}.{krav}{_ikke_helt(side)}",))
    if holdte:
        kolonner = (Kolonne("Dag", "dato"), Kolonne("Slags"), Kolonne("Åbne punkter", "tal"), Kolonne("Referat"))
        raekker = tuple((datoer.dato(et.dag), et.slags or "Ordinært møde", str(et.aabne), et.referat) for et in holdte)
        yield Tabel("", kolonner, raekker)


def _ikke_helt(side: Revisionsbilag) -> str:
    """Why the year's meetings aren't held against the kommissorium."""
    planen, tid = side.planen, side.tid
    if tid.aar is None or planen.mindst is None or tid.aar in planen.hele_aar:
        return ""
    hvorfor = "Året er ikke gået endnu" if tid.i_dag <= date(tid.aar, 12, 31) else f"Planen løb ikke hele {tid.aar}"
    return f" {hvorfor}, så antallet kan ikke holdes op mod kommissoriet."


def _laase(side: Revisionsbilag) -> tuple[str, ...]:
    linjer = tuple(f"{et.saetning} {et.aabnet}".strip() for et in side.planen.laase)
    hvornaar = f" {side.tid.i_ord}" if side.tid.aar else ""
    return linjer or (f"Ingen periode{hvornaar} er låst.",)


def _huller(side: Revisionsbilag) -> Iterator[Linjer | Tabel | Blok]:
    """Of the criteria only how many of each kind: the sentences stand with each criterion."""
    if not side.huller:
        yield Linjer(("Ingen huller.",))
        return
    kriteriernes = [et for et in side.huller if et.nr != HELE_PLANEN]
    if egne := side.hullerne(HELE_PLANEN):
        yield Blok("Hele planen", (Punkter(tuple(f"{et.hvad}: {et.tekst}" for et in egne)),), "huller-planen")
    if kriteriernes:
        tabel = Tabel(
            "",
            (Kolonne("Slags"), Kolonne("Antal", "tal"), Kolonne("Kriterier")),
            tuple(_slags(hvad, antal_, kriteriernes) for hvad, antal_ in Counter(e.hvad for e in kriteriernes).items()),
        )
        ord_ = "Hvert hul står med sin sætning ved kriteriet."
        yield Blok("Kriterierne", (Linjer((ord_,)), tabel), "huller-kriterierne")


def _slags(hvad: str, antal_: int, huller: list[Hul]) -> tuple[str, str, str]:
    numre = dict.fromkeys(str(et.nr) for et in huller if et.hvad == hvad)
    return (hvad, str(antal_), f"Nr. {', '.join(numre)}")


def _kriteriet(side: Revisionsbilag, et: Kriteriet) -> Blok:
    anker = f"k{et.nr}"
    huller = tuple(f"{hul.hvad}: {hul.tekst}" for hul in side.hullerne(et.nr))
    dele = (
        Linjer((f"»{bind(et.tekst)}«",)),
        Fakta(tuple(_fakta(et, side.tid))),
        Blok("Tal", tuple(_tallene(et, side.tid)), f"{anker}-tal"),
        Blok("Møder", tuple(_behandlinger(et, side.tid)), f"{anker}-moeder"),
        Blok("Huller", (Punkter(huller) if huller else Linjer(("Ingen.",)),), f"{anker}-huller"),
    )
    return Blok(et.navn, dele, anker, nummer=f"{et.nr}.")


def _fakta(et: Kriteriet, tid: Tidsrum) -> Iterator[Oplysning]:
    if et.hoerer_til:
        yield Oplysning("Aktivitet", (et.hoerer_til,))
    yield Oplysning("Datakilde", (et.datakilde or "Ikke skrevet",))
    yield Oplysning("Måles", (et.maales or "Aftalen siger det ikke",))
    yield Oplysning("Måleplan", et.maaleplan or ("Ikke udfyldt" if et.har_maaleplan else "Ingen",))
    yield Oplysning(f"Status {tid.pr}", (bind(et.saetning),))
    if et.sat_i_haanden:
        yield Oplysning("Sat i hånden", et.sat_i_haanden)
    if et.aarets:
        yield Oplysning("Mod planen", tuple(_aaret(raekke) for raekke in et.aarets))


def _aaret(et: Aarsraekke) -> str:
    """ "2019: 24,6 %, planen 25 %, forskel −0,4"."""
    led = (et.tal or "ikke målt", f"planen {et.plan}" if et.plan else "", f"forskel {et.forskel}" if et.forskel else "")
    return f"{et.periode}: {', '.join(filter(None, led))}"


def _tallene(et: Kriteriet, tid: Tidsrum) -> Iterator[Linjer | Tabel]:
    if et.talt_op:
        perioder = "én periode" if et.talt_op == 1 else f"{et.talt_op} perioder"
        yield Linjer((f"Talt op af fremmødet for {perioder}. Et tal, der tælles op, godkendes ikke.",))
    if et.tal:
        yield Tabel("", TAL, tuple(_tallet(tal) for tal in et.tal))
    elif not et.talt_op:
        yield Linjer((f"Der er ingen godkendte tal {tid.i_ord}.",))


def _tallet(tal: Tallet) -> tuple[str, ...]:
    hvad = [f"{tal.navn}{', erstattet af en rettelse' * tal.er_erstattet}", tal.retter, "Eksempel" * tal.eksempel]
    skrevet = [f"{tal.registreret_af}, {datoer.dato_kort(tal.registreret)}"]
    if tal.sendt:
        af = f" af {tal.sendt_af}" if tal.sendt_af != tal.registreret_af else ""
        skrevet.append(f"sendt {datoer.dato_kort(tal.sendt)}{af}")
    bevis = [
        tal.kilde.rstrip("."),
        f"udtræk {datoer.dato_kort(tal.udtraek)}" if tal.udtraek else "",
        f"bilag »{tal.bilag}«" if tal.bilag else "",
        tal.bemaerkning,
    ]
    return (
        ". ".join(filter(None, hvad)),
        "; ".join(skrevet),
        f"{tal.godkendt_af}, {datoer.dato_kort(tal.godkendt)}",
        "; ".join(filter(None, bevis)),
    )


def _behandlinger(et: Kriteriet, tid: Tidsrum) -> Iterator[Linjer | Tabel]:
    if not et.behandlinger:
        yield Linjer((f"Intet holdt møde behandlede kriteriet {tid.i_ord}.",))
        return
    yield Tabel("", MOEDER, tuple(_behandlet(b, tid) for b in et.behandlinger))


def _behandlet(et: Behandlet, tid: Tidsrum) -> tuple[str, ...]:
    led = [
        f"{et.punkt} ({et.art.lower()})",
        f"Punktet handlede om {et.om}" if et.om else "",
        f"Da mødet sluttede: {et.tal}" if et.tal else "",
    ]
    udfald = [*(f"Beslutning {b.nr}: {besluttet(b)}" for b in et.beslutninger), *(opgave(o, tid) for o in et.opgaver)]
    punkt = " ".join(f"{ord_.rstrip('.')}." for ord_ in led if ord_)
    return (f"{et.organ}, {datoer.dato(et.dag)}", punkt, " ".join(udfald) or "Intet")


def besluttet(et: Besluttet) -> str:
    """The decision with its status: "Godkendt. Gældende." """
    status = f"{et.status}: {et.note.rstrip('.')}" if et.note else et.status
    return f"{' '.join(et.tekst.split()).rstrip('.')}. {status}."


def opgave(et: Aftalt, tid: Tidsrum) -> str:
    """ "Opgave: Ring til skolen (Bo Friis), senest 1. juni 2019. Ikke gjort." """
    gjort = f"Gjort {datoer.dato(et.udfoert)}." if et.udfoert else "Ikke gjort."
    note = f" {et.note.rstrip('.')}." if et.note else ""
    return f"Opgave: {et.tekst.rstrip('.')} ({et.ejer}), senest {datoer.dato(et.frist)}. {gjort}{note}"


def _moeder(side: Revisionsbilag) -> Iterator[Linjer | Blok]:
    if not side.planen.moeder:
        yield Linjer((f"Ingen møder er holdt og afsluttet {side.tid.i_ord}.",))
    for nr, et in enumerate(side.planen.moeder, 1):
        yield Blok(f"{et.organ}, {datoer.dato(et.dag)}", tuple(_moedet(et, side.tid)), f"moede{nr}")


def _moedet(et: Moedet, tid: Tidsrum) -> Iterator[Linjer | Tabel | Punkter]:
    aabne = "Ét åbent punkt" if et.aabne == 1 else f"{et.aabne} åbne punkter"
    lukkede = {0: "", 1: ", ét lukket, som ikke er vist"}.get(et.lukkede, f", {et.lukkede} lukkede, som ikke er vist")
    referat = f"Referat: {et.referat[:1].lower()}{et.referat[1:]}."
    led = (f"{et.slags}." if et.slags else "", f"{aabne}{lukkede}.", referat)
    yield Linjer((" ".join(filter(None, led)),))
    if et.beslutninger:
        yield Tabel("", BESLUTNINGER, tuple((str(b.nr), b.punkt, b.tekst, _status(b)) for b in et.beslutninger))
    if et.opgaver:
        yield Punkter(tuple(opgave(o, tid) for o in et.opgaver))


def _status(et: Besluttet) -> str:
    return f"{et.status}. {et.note}" if et.note else et.status
