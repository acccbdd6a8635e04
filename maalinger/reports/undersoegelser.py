"""Surveys as pages show them: how many answered, and start beside end. Small numbers are hidden, whoever asks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kerne import datoer, talformat
from kerne.talformat import FAST_MELLEMRUM
from maalinger.models import Undersoegelse, Undersoegelsessvar
from maalinger.reports.diskretion import graense
from maalinger.reports.kriterier import Kriterium
from maalinger.rules import undersoegelser as regler
from maalinger.rules.diskretion import SKJULT, Bag, Skjult, Sum, er_lille, skjulte


@dataclass(frozen=True)
class Svartal:
    """An answer ready to print: "62 af 104" and "59,6 %", or "Skjult" with its reason. `vaerdi` None: hidden."""

    tekst: str
    procent: str = ""
    vaerdi: Decimal | None = None
    grund: str = ""


@dataclass(frozen=True)
class Linje:
    """One question: this survey's answer, its counterpart's at the start or the end, and the difference in points.

    `kriterium` is what it measures, where the reader sees that.
    """

    svar: Undersoegelsessvar
    kriterium: Kriterium | None
    start: Svartal | None
    slut: Svartal | None
    forskel: str


@dataclass(frozen=True)
class Undersoegelsesside:
    """One survey. `modpart`: its counterpart is there, so start stands beside end. `slutord` heads the later one."""

    undersoegelse: Undersoegelse
    hvornaar: str
    svarprocent: str
    modpart: Undersoegelse | None
    start_hvornaar: str
    slutord: str
    linjer: tuple[Linje, ...]
    maaler: bool

    @property
    def skjult_grund(self) -> str:
        """Why something is hidden; empty when nothing is."""
        return next((et.grund for linje in self.linjer for et in (linje.start, linje.slut) if et and et.grund), "")


def skjulte_svar(svar: Sequence[Undersoegelsessvar], *, i_dag: date) -> frozenset[int]:
    """The keys of the answers that must not be shown, also where they could be worked out; one query."""
    return _skjulte(svar, graense(i_dag))


def _skjulte(svar: Iterable[Undersoegelsessvar], mindste: int) -> frozenset[int]:
    """All answers to a question are one sum, survey by survey; a hidden total hides the whole question."""
    tal: dict[object, Bag] = {}
    grupper: dict[tuple[int, str, int], list[int]] = defaultdict(list)
    for et in svar:
        tal[et.pk] = Bag(Fraction(et.antal), Fraction(et.ud_af))
        grupper[et.undersoegelse_id, et.spoergsmaal, et.ud_af].append(et.pk)
    for noegle in grupper:
        tal[noegle] = Bag(Fraction(noegle[2]))
    summer = [Sum(noegle, tuple(dele)) for noegle, dele in grupper.items()]
    gemt = skjulte(tal, summer, graense=mindste)
    hele = [pk for noegle, dele in grupper.items() if noegle in gemt for pk in dele]
    return frozenset([*(et for et in gemt if isinstance(et, int)), *hele])


def svarprocent(undersoegelse: Undersoegelse, mindste: int) -> str:
    """ "104 af 180 svarede (57,8 %)", with what is known; a small number is hidden."""
    spurgt, svarede = undersoegelse.spurgt, undersoegelse.svarede
    bag = Bag(*(None if et is None else Fraction(et) for et in (svarede, spurgt)))
    if er_lille(bag, mindste):
        return f"{SKJULT}: {Skjult(mindste).grund}"
    if svarede is None:
        return (
            f"{talformat.tal(spurgt)} blev spurgt. Det er ikke oplyst, hvor mange der svarede."
            if spurgt
            else "Ikke oplyst"
        )
    if spurgt is None:
        return f"{talformat.tal(svarede)} svarede. Det er ikke oplyst, hvor mange der blev spurgt."
    procent = regler.andel(svarede, spurgt)
    i_procent = f" ({talformat.procent(procent)})" if procent is not None else ""
    return f"{talformat.tal(svarede)} af {talformat.tal(spurgt)} svarede{i_procent}"


def liste(alle: Sequence[Undersoegelse], *, i_dag: date) -> list[tuple[Undersoegelse, str, str]]:
    """Each survey with its days and its response; one query."""
    mindste = graense(i_dag)
    return [(et, _hvornaar(et), svarprocent(et, mindste)) for et in alle]


def undersoegelsesside(
    undersoegelse: Undersoegelse,
    alle: Sequence[Undersoegelse],
    kriterier: Mapping[int, Kriterium],
    *,
    i_dag: date,
) -> Undersoegelsesside:
    """One survey beside its counterpart among `alle`, the plan's; two queries. `kriterier`: those the reader sees."""
    punkter = {et.pk: _punkt(et) for et in alle}
    fundet = regler.modstykke(_punkt(undersoegelse), punkter.values())
    modpart = next((et for et in alle if fundet and et.pk == fundet.noegle), None)
    mindste = graense(i_dag)
    raekker = list(
        Undersoegelsessvar.objects.filter(undersoegelse__in=[undersoegelse, *([modpart] if modpart else [])]).order_by(
            "pk"
        )
    )
    gemt = _skjulte(raekker, mindste)
    egne = [et for et in raekker if et.undersoegelse_id == undersoegelse.pk]
    andre = {(et.spoergsmaal, et.svaret): et for et in raekker if et.undersoegelse_id != undersoegelse.pk}
    er_start = modpart is not None and modpart.til_dato > undersoegelse.til_dato
    start, slut = (undersoegelse, modpart) if er_start else (modpart, undersoegelse)
    return Undersoegelsesside(
        undersoegelse,
        _hvornaar(undersoegelse),
        svarprocent(undersoegelse, mindste),
        modpart,
        _hvornaar(start) if start else "",
        slut.get_art_display() if slut else "",
        tuple(
            _linje(
                et,
                kriterier.get(et.kriterium_id or 0),
                andre.get((et.spoergsmaal, et.svaret)),
                gemt,
                mindste,
                er_start=er_start,
            )
            for et in egne
        ),
        any(et.kriterium_id for et in egne),
    )


def _linje(
    svar: Undersoegelsessvar,
    kriterium: Kriterium | None,
    andet: Undersoegelsessvar | None,
    gemt: frozenset[int],
    mindste: int,
    *,
    er_start: bool,
) -> Linje:
    eget = _svartal(svar, gemt, mindste)
    det_andet = _svartal(andet, gemt, mindste) if andet else None
    start, slut = (eget, det_andet) if er_start else (det_andet, eget)
    point = regler.forskel(start.vaerdi if start else None, slut.vaerdi if slut else None)
    return Linje(svar, kriterium, start, slut, "" if point is None else talformat.fortegn(point, hoejst=1))


def _svartal(svar: Undersoegelsessvar, gemt: frozenset[int], mindste: int) -> Svartal:
    if svar.pk in gemt:
        return Svartal(SKJULT, grund=Skjult(mindste).grund)
    vaerdi = regler.andel(svar.antal, svar.ud_af)
    antal = f"{talformat.tal(svar.antal)} af{FAST_MELLEMRUM}{talformat.tal(svar.ud_af)}"
    return Svartal(antal, talformat.procent(vaerdi) if vaerdi is not None else "", vaerdi)


def _punkt(et: Undersoegelse) -> regler.Maalepunkt:
    return regler.Maalepunkt(et.pk, et.navn, et.omraade_id, et.art, et.til_dato)


def _hvornaar(et: Undersoegelse) -> str:
    if et.fra_dato == et.til_dato:
        return datoer.dato(et.til_dato)
    return datoer.periode(et.fra_dato, et.til_dato)
