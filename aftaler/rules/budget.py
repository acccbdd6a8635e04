"""The budget as a table: placement × payer × year × cost type. Pure; every axis gives the same sum to the øre."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from aftaler.rules.penge import medfinansieringsgrad, procenter

TVAERGAAENDE = "Tværgående"
IKKE_FORDELT = "Ikke fordelt"


@dataclass(frozen=True)
class Giver:
    """Whoever pays. Everybody but Landsbyggefonden is lokal medfinansiering (domain.md 1.2)."""

    navn: str
    er_lokal: bool


@dataclass(frozen=True)
class Post:
    """One amount in kroner. `sted` is "5.1 Tryghed og trivsel", TVAERGAAENDE or IKKE_FORDELT; None is "not stated"."""

    sted: str
    beloeb: Decimal
    aar: int | None = None
    giver: Giver | None = None
    type: str | None = None


@dataclass(frozen=True)
class Linje:
    """A row: an amount a column (None where no post says anything), their sum, and its share in percent."""

    navn: str
    celler: tuple[Decimal | None, ...]
    i_alt: Decimal
    procent: Decimal | None = None


@dataclass(frozen=True)
class Gruppe:
    """A place in the budget and who pays for it. The payers' percentages are of the group, and give 100."""

    linje: Linje
    givere: tuple[Linje, ...]


@dataclass(frozen=True)
class Budgettabel:
    """`aar` are the columns; the last one is None where a post has no year. `total` is the sum of everything."""

    aar: tuple[int | None, ...]
    grupper: tuple[Gruppe, ...]
    landsbyggefonden: Linje | None
    lokal: Linje | None
    uden_giver: Linje | None
    typer: tuple[Linje, ...]
    total: Linje

    @property
    def har_aar(self) -> bool:
        """False when no post has a year: the plan knows its totals only."""
        return any(self.aar)

    @property
    def har_givere(self) -> bool:
        """False when no post says who pays for it."""
        return self.landsbyggefonden is not None or self.lokal is not None

    @property
    def har_huller(self) -> bool:
        """Some cell of the table holds no post."""
        linjer = [self.total, *(linje for et in self.grupper for linje in (et.linje, *et.givere))]
        return any(None in et.celler for et in linjer)

    @property
    def lokale_andele(self) -> tuple[Decimal | None, ...]:
        """Regel lokal-andel-pr-aar: den lokale andel regnes for hvert regnskabsår; mangler en giver, er den ukendt.

        One share (0 to 1) a column, and the last one for the whole.
        """
        nul = Decimal(0)

        def andel(nr: int | None) -> Decimal | None:
            lbf, lokal, ukendt = (
                (linje.i_alt if nr is None else linje.celler[nr] or nul) if linje else nul
                for linje in (self.landsbyggefonden, self.lokal, self.uden_giver)
            )
            return None if ukendt else medfinansieringsgrad(lbf, lokal)

        return (*(andel(nr) for nr in range(len(self.aar))), andel(None))


@dataclass(frozen=True)
class Finansiering:
    """What the plan costs and who pays, in kroner. `kilde` says where the figures are from."""

    i_alt: Decimal | None
    landsbyggefonden: Decimal | None
    lokal: Decimal | None
    kilde: str

    @property
    def andel(self) -> Decimal | None:
        """The local share, 0 to 1."""
        return medfinansieringsgrad(self.landsbyggefonden, self.lokal)


POSTERNE, HOVEDTALLENE, INTET = "budgetposterne", "aftalens hovedtal", ""


def finansiering(poster: Sequence[Post], hovedtal: tuple[Decimal | None, Decimal | None]) -> Finansiering:
    """Regel finansieringens-grundlag: har alle poster en giver, tæller posterne; ellers tæller aftalens hovedtal.

    `hovedtal` is Landsbyggefonden and lokal medfinansiering as the agreement states them.
    """
    if poster and all(et.giver for et in poster):
        lokal = _sum(et for et in poster if et.giver and et.giver.er_lokal)
        lbf = _sum(et for et in poster if et.giver and not et.giver.er_lokal)
        return Finansiering(lbf + lokal, lbf, lokal, POSTERNE)
    lbf_, lokal_ = hovedtal
    if lbf_ is not None or lokal_ is not None:
        i_alt = lbf_ + lokal_ if lbf_ is not None and lokal_ is not None else None
        return Finansiering(i_alt, lbf_, lokal_, HOVEDTALLENE)
    return Finansiering(_sum(poster) if poster else None, None, None, POSTERNE if poster else INTET)


def bidrag(
    poster: Sequence[Post], tilsagn: Iterable[tuple[Giver, Decimal]], landsbyggefonden: Decimal | None
) -> dict[str, Decimal]:
    """Regel bidrag-pr-giver: en givers bidrag er dens poster; er posterne ikke fordelt på givere, er det dens tilsagn.

    `landsbyggefonden` is the agreement's figure, for a fund that gives a grant and no tilsagn. The unknown are absent.
    """
    givet: dict[str, Decimal] = {}
    fordelt = bool(poster) and all(et.giver for et in poster)
    raekker = [(et.giver, et.beloeb) for et in poster if et.giver] if fordelt else list(tilsagn)
    for giver, beloeb in raekker:
        givet[giver.navn] = givet.get(giver.navn, Decimal(0)) + beloeb
    if landsbyggefonden is not None and not any(not giver.er_lokal for giver, _ in raekker):
        givet.setdefault("Landsbyggefonden", landsbyggefonden)
    return givet


def tabel(poster: Sequence[Post], aar: Sequence[int], steder: Sequence[str]) -> Budgettabel:
    """Regel budgettets-summer: delaftaler, tværgående og ikke fordelt giver totalen, på hver akse og til øren.

    `aar` are the plan's regnskabsår, `steder` the order of the places. A year outside the plan gets its own column.
    """
    andre = {et.aar for et in poster if et.aar is not None} - set(aar)
    kendte = sorted({*aar, *andre}) if any(et.aar is not None for et in poster) else []
    kolonner: tuple[int | None, ...] = (*kendte, *([None] if any(et.aar is None for et in poster) else []))
    brugte = [et for et in steder if any(post.sted == et for post in poster)]
    givere = sorted({et.giver for et in poster if et.giver}, key=lambda giver: giver.er_lokal)
    raekkefoelge = {giver: nr for nr, giver in enumerate(_i_orden(poster, givere))}

    def linje(navn: str, udvalgte: Sequence[Post]) -> Linje:
        return Linje(navn, tuple(_celle(udvalgte, et) for et in kolonner), _sum(udvalgte))

    def gruppe(sted: str) -> Gruppe:
        egne = [et for et in poster if et.sted == sted]
        her: list[Giver | None] = [*sorted({et.giver for et in egne if et.giver}, key=raekkefoelge.__getitem__)]
        her += [None] if any(et.giver is None for et in egne) else []
        linjer = [linje(giver.navn if giver else "", [et for et in egne if et.giver == giver]) for giver in her]
        return Gruppe(linje(sted, egne), tuple(_med_procent(linjer)))

    grupper = [gruppe(sted) for sted in brugte]
    hoved = _med_procent([et.linje for et in grupper])
    finans = _finanslinjer(poster, linje)
    typer = sorted({et.type for et in poster if et.type}, key=[et.type for et in poster].index)
    typelinjer = [linje(navn, [et for et in poster if et.type == navn]) for navn in typer]
    if typer and (uden := [et for et in poster if et.type is None]):
        typelinjer.append(linje("", uden))
    return Budgettabel(
        aar=kolonner,
        grupper=tuple(Gruppe(nu, et.givere) for nu, et in zip(hoved, grupper, strict=True)),
        landsbyggefonden=finans[0],
        lokal=finans[1],
        uden_giver=finans[2],
        typer=tuple(_med_procent(typelinjer)),
        total=linje("Samlet budget", list(poster)),
    )


def _finanslinjer(poster: Sequence[Post], linje: Callable[[str, Sequence[Post]], Linje]) -> list[Linje | None]:
    """Landsbyggefonden, the local ones and the unknown ones, each where there is any; their shares give 100."""
    dele = [
        ("Landsbyggefonden", [et for et in poster if et.giver and not et.giver.er_lokal]),
        ("Lokal medfinansiering", [et for et in poster if et.giver and et.giver.er_lokal]),
        ("", [et for et in poster if et.giver is None]),
    ]
    fundne = iter(_med_procent([linje(navn, egne) for navn, egne in dele if egne]))
    return [next(fundne) if egne else None for _, egne in dele]


def _i_orden(poster: Sequence[Post], givere: Sequence[Giver]) -> list[Giver]:
    """Landsbyggefonden first, then the others as the budget meets them."""
    moedt: list[Hashable] = [et.giver for et in poster]
    return sorted(givere, key=lambda giver: (giver.er_lokal, moedt.index(giver)))


def _med_procent(linjer: Sequence[Linje]) -> list[Linje]:
    dele = procenter([et.i_alt for et in linjer])
    har_penge = any(et.i_alt for et in linjer)
    return [
        Linje(et.navn, et.celler, et.i_alt, del_ if har_penge else None) for et, del_ in zip(linjer, dele, strict=True)
    ]


def _celle(poster: Sequence[Post], aar: int | None) -> Decimal | None:
    egne = [et.beloeb for et in poster if et.aar == aar]
    return sum(egne, Decimal(0)) if egne else None


def _sum(poster: Iterable[Post]) -> Decimal:
    return sum((et.beloeb for et in poster), Decimal(0))
