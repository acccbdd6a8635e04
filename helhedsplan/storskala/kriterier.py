"""Invented succeskriterier: the sentence, its reading, and ten years of figures for every area."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from aftaler.laesning import Aendring, Enhed, Form, Grundlag, Laesning, Omraadetal, Pr, Punkt, Reference, Retning
from aftaler.laesning import Sammenligning as Tegn
from helhedsplan.demo import former

MAALTE_AAR = 10
SIDST_MAALT = 2025
KOMMUNEN = "Kommunen"


@dataclass(frozen=True)
class Ramme:
    """What a criterion is invented from: its plan's chance, its areas, its last year before the start and its last."""

    tilfaeldig: Random
    omraader: tuple[str, ...]
    foer: int
    slut: int

    @property
    def maalt_til(self) -> int:
        """The last measured year: those plans that began first are measured to their end."""
        return min(self.slut, SIDST_MAALT)


@dataclass(frozen=True)
class Udkast:
    """One kind of criterion at one level: `fra` and `til` are the figures it begins at and should reach."""

    emne: str
    kilde: str
    laesning: Laesning
    tekst: str
    fra: float
    til: float
    med_reference: bool = False
    som_broek: bool = False


def _tal(v: float) -> Decimal:
    return Decimal(f"{v:.1f}")


def _dansk(v: float) -> str:
    return f"{v:.1f}".replace(".", ",").removesuffix(",0")


def _faldende(ramme: Ramme) -> Udkast:
    fra = ramme.tilfaeldig.uniform(24, 40)
    til = fra * ramme.tilfaeldig.uniform(0.6, 0.85)
    laesning = Laesning(
        Form.NIVEAU, True, Retning.NED, Tegn.HOEJST, Enhed.PROCENT,
        Punkt(_tal(fra), ramme.foer, ramme.foer), Punkt(_tal(til), ramme.slut, ramme.slut),
    )  # fmt: skip
    tekst = f"Andelen uden job eller uddannelse falder fra {_dansk(fra)} % i {ramme.foer} til {_dansk(til)} %"
    return Udkast("Uden job eller uddannelse", "Boligsociale Data", laesning, f"{tekst} i {ramme.slut}", fra, til)


def _karakter(ramme: Ramme) -> Udkast:
    fra = ramme.tilfaeldig.uniform(4.5, 5.8)
    til = fra + ramme.tilfaeldig.uniform(0.4, 1.0)
    vinduet = f"{ramme.foer - 2}-{ramme.foer}"
    laesning = Laesning(
        Form.NIVEAU, True, Retning.OP, Tegn.MINDST, Enhed.KARAKTER,
        Punkt(_tal(fra), ramme.foer - 2, ramme.foer), Punkt(_tal(til), ramme.slut - 2, ramme.slut),
    )  # fmt: skip
    tekst = f"Karakteren ved afgangsprøven stiger fra {_dansk(fra)} i {vinduet} til {_dansk(til)}"
    tekst = f"{tekst} i {ramme.slut - 2}-{ramme.slut}"
    return Udkast("Afgangsprøve", "Undervisningsministeriet", laesning, tekst, fra, til)


def _promille(ramme: Ramme) -> Udkast:
    fra = ramme.tilfaeldig.uniform(28, 60)
    til = fra * ramme.tilfaeldig.uniform(0.65, 0.9)
    laesning = Laesning(
        Form.NIVEAU, True, Retning.NED, Tegn.UNDER, Enhed.PROMILLE,
        Punkt(_tal(fra), ramme.foer, ramme.foer), Punkt(_tal(til), ramme.slut, ramme.slut),
    )  # fmt: skip
    tekst = f"Sigtelser pr. 1.000 beboere falder fra {_dansk(fra)} i {ramme.foer} til under {_dansk(til)}"
    return Udkast("Sigtelser", "Politiet", laesning, f"{tekst} i {ramme.slut}", fra, til)


def _antal(ramme: Ramme) -> Udkast:
    til = float(ramme.tilfaeldig.randrange(20, 120, 5))
    laesning = Laesning(
        Form.ANTAL, True, None, Tegn.MINDST, Enhed.ANTAL, None, Punkt(_tal(til), None, ramme.slut), Pr.AAR
    )
    tekst = f"Mindst {til:.0f} unge får et fritidsjob om året til og med {ramme.slut}"
    return Udkast("Fritidsjob", "Egen optælling", laesning, tekst, til * 0.6, til * 1.1)


def _andel(ramme: Ramme) -> Udkast:
    til = float(ramme.tilfaeldig.randrange(55, 90, 5))
    laesning = Laesning(
        Form.ANDEL, True, None, Tegn.MINDST, Enhed.PROCENT, None, Punkt(_tal(til), ramme.slut, ramme.slut)
    )
    tekst = f"Mindst {til:.0f} % af deltagerne er i job eller uddannelse et år efter, i {ramme.slut}"
    return Udkast("Et år efter", "Jobcentret", laesning, tekst, til * 0.8, til * 1.02, som_broek=True)


def _fastholdt(ramme: Ramme) -> Udkast:
    fra = ramme.tilfaeldig.uniform(10, 18)
    laesning = Laesning(
        Form.FASTHOLDELSE, True, Retning.FASTHOLD, Tegn.HOEJST, Enhed.PROCENT,
        Punkt(_tal(fra), ramme.foer, ramme.foer), Punkt(_tal(fra), ramme.slut, ramme.slut),
    )  # fmt: skip
    tekst = f"Fraflytningen stiger ikke fra {_dansk(fra)} % i {ramme.foer} frem til {ramme.slut}"
    return Udkast("Fraflytning", "Boligorganisationen", laesning, tekst, fra, fra * 0.97)


def _aarlig(ramme: Ramme) -> Udkast:
    fra, procent = ramme.tilfaeldig.uniform(40, 160), ramme.tilfaeldig.choice((3, 5, 8))
    laesning = Laesning(
        Form.AENDRING, True, Retning.NED, Tegn.HOEJST, Enhed.ANTAL, Punkt(_tal(fra), ramme.foer, ramme.foer),
        Punkt(None, None, ramme.slut), Pr.AAR, Aendring(Decimal(-procent), "procent", Grundlag.FOREGAAENDE_AAR),
    )  # fmt: skip
    tekst = f"Anmeldt hærværk falder hvert år med mindst {procent} % fra {_dansk(fra)} i {ramme.foer} til og med"
    return Udkast("Hærværk", "Politiet", laesning, f"{tekst} {ramme.slut}", fra, fra * (1 - procent / 100) ** 4)


def _halveret(ramme: Ramme) -> Udkast:
    fra = ramme.tilfaeldig.uniform(12, 30)
    laesning = Laesning(
        Form.AENDRING, True, Retning.NED, Tegn.HOEJST, Enhed.PROCENT, Punkt(_tal(fra), ramme.foer, ramme.foer),
        Punkt(None, ramme.slut, ramme.slut), None, Aendring(Decimal(-25), "procent", Grundlag.BASELINE),
    )  # fmt: skip
    tekst = f"Skolefraværet er en fjerdedel lavere i {ramme.slut} end i {ramme.foer}, hvor det var {_dansk(fra)} %"
    return Udkast("Skolefravær", "Skoleforvaltningen", laesning, tekst, fra, fra * 0.78)


def _mod_kommunen(ramme: Ramme) -> Udkast:
    fra = ramme.tilfaeldig.uniform(60, 72)
    laesning = Laesning(
        Form.SAMMENLIGNING, True, None, Tegn.MINDST, Enhed.PROCENT, None, Punkt(None, ramme.slut, ramme.slut),
        reference=Reference(KOMMUNEN),
    )  # fmt: skip
    tekst = f"Andelen, der føler sig tryg, er i {ramme.slut} mindst som i resten af kommunen"
    return Udkast("Tryghed", "Tryghedsmålingen", laesning, tekst, fra, fra + 8, med_reference=True)


def _egne_maal(ramme: Ramme) -> Udkast:
    """Each area has a target of its own."""
    fra = ramme.tilfaeldig.uniform(20, 34)
    til = [fra * ramme.tilfaeldig.uniform(0.7, 0.9) for _ in ramme.omraader]
    laesning = Laesning(
        Form.NIVEAU, True, Retning.NED, Tegn.HOEJST, Enhed.PROCENT, None, Punkt(None, ramme.slut, ramme.slut),
        omraader=tuple(Omraadetal(navn, Tegn.HOEJST, _tal(et)) for navn, et in zip(ramme.omraader, til, strict=True)),
    )  # fmt: skip
    navne = " og ".join(f"{_dansk(et)} % i {navn}" for navn, et in zip(ramme.omraader, til, strict=True))
    tekst = f"Andelen af børn i familier med lav indkomst er i {ramme.slut} højst {navne}"
    return Udkast("Lav indkomst", "Danmarks Statistik", laesning, tekst, fra, min(til))


SLAGS: tuple[Callable[[Ramme], Udkast], ...] = (
    _faldende, _karakter, _promille, _antal, _andel, _fastholdt, _aarlig, _halveret, _mod_kommunen, _egne_maal,
)  # fmt: skip


def kriterium(ramme: Ramme, nr: int, *, frist: date) -> former.Kriterium:
    """The plan's criterion number `nr`: the kinds come in turn. Every second is measured for the whole plan too."""
    udkast, tempo = SLAGS[nr % len(SLAGS)](ramme), ramme.tilfaeldig.uniform(0.6, 1.9)
    steder = (*ramme.omraader, "") if nr // len(SLAGS) % 2 and not udkast.laesning.omraader else ramme.omraader
    return former.Kriterium(
        navn=f"{udkast.emne}, {nr + 1}",
        tekst=f"{udkast.tekst} (mål {nr + 1}).",
        datakilde=udkast.kilde,
        laesning=udkast.laesning,
        foerste_frist=frist,
        maalinger=tuple(et for sted in steder for et in _serie(ramme, udkast, sted, tempo)),
    )


def _serie(ramme: Ramme, udkast: Udkast, sted: str, tempo: float) -> list[former.Maalt]:
    """One place's years: about the criterion's pace, with the unrest of small figures."""
    skridt = (udkast.til - udkast.fra) / 4 * tempo * ramme.tilfaeldig.uniform(0.85, 1.15)
    serie = []
    for aar in range(ramme.maalt_til - MAALTE_AAR + 1, ramme.maalt_til + 1):
        uro = ramme.tilfaeldig.uniform(-0.01, 0.01) * udkast.fra
        vaerdi = max(0.1, udkast.fra + skridt * max(0, aar - ramme.foer) + uro)
        serie.append(_maalt(ramme, udkast, sted, aar, vaerdi))
    return serie


def _maalt(ramme: Ramme, udkast: Udkast, sted: str, aar: int, vaerdi: float) -> former.Maalt:
    udtraek = date(aar + 1, 4, 6)
    if udkast.som_broek:
        naevner = ramme.tilfaeldig.randrange(40, 400)
        taeller = min(naevner, round(naevner * vaerdi / 100))
        return former.Maalt(aar, taeller=taeller, naevner=naevner, omraade=sted, udtraek=udtraek)
    decimaler = 0 if udkast.laesning.enhed == Enhed.ANTAL else 1
    reference = _dansk(udkast.til).replace(",", ".") if udkast.med_reference else None
    return former.Maalt(aar, f"{vaerdi:.{decimaler}f}", reference=reference, omraade=sted, udtraek=udtraek)
