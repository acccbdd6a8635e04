"""What a paper is made from: versions in force on a day, the draft as it stands, or a page as it was when ordered."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from aftaler import snapshot
from aftaler.models import Delaftale, Helhedsplan, Version
from aftaler.models.aendring import Godkendelsestrin, Trinslags
from aftaler.rules.penge import regnskabsaar
from aftaler.statuses import Trinudfald
from dokumenter.reports import opgoerelser
from dokumenter.reports.opgoerelser import Opgoerelse
from dokumenter.statuses import Papir
from kerne.datoer import dato as dato_tekst

# Papers of one delaftale, or of all of them.
PR_DELAFTALE = frozenset({Papir.DELAFTALE, Papir.AKTIVITETSSKEMAER})

# Papers of one regnskabsår, or of the whole period.
PR_AAR = frozenset(papir for papir, art in opgoerelser.ARTER.items() if art.har_aar)


class IngenUdgave(Exception):
    """There is no such edition to print; the message is a Danish sentence."""


@dataclass(frozen=True)
class Valg:
    """What a person chose. `delaftale` is LBF's area number; without it all of them. `pr` is the day of the version.
    `fra` and `til` are the keys of two versions, for a paper of what was changed between them; `aar` is a year. `moede`
    is a meeting's code, without it the latest; `lukket` is with its closed items."""

    delaftale: str | None = None
    pr: date | None = None
    kladde: bool = False
    fra: int | None = None
    til: int | None = None
    aar: int | None = None
    moede: str | None = None
    lukket: bool = False

    def som_json(self) -> dict[str, Any]:
        valgt = {"delaftale": self.delaftale, "pr": self.pr.isoformat() if self.pr else None, "kladde": self.kladde}
        valgt |= {"aar": self.aar} if self.aar else {}
        valgt |= {"moede": self.moede} if self.moede else {}
        valgt |= {"lukket": True} if self.lukket else {}
        return valgt | ({"fra": self.fra, "til": self.til} if self.fra else {})


@dataclass(frozen=True)
class Maerke:
    """Where a version comes from. `erstatter` is its predecessor's number and first day."""

    pk: int
    nr: int
    gaelder_fra: date
    godkendt_af: tuple[tuple[str, date | None], ...]  # each body with its day; None: the day is not stated
    grund: str
    erstatter: tuple[int, date] | None
    underskrevet: tuple[tuple[int, str, date], ...] = ()  # the party's key, who signed for it, and when


@dataclass(frozen=True)
class Udgave:
    """One document as it is printed. Without `version` it is a draft."""

    indhold: dict[str, Any]
    kontrolsum: str
    version: Maerke | None

    @property
    def kontrolsum_passer(self) -> bool:
        return snapshot.kontrolsum(self.indhold) == self.kontrolsum


@dataclass(frozen=True)
class Vedlagt:
    """How an appendix came out when the paper was made: as pages (does each lie down?), not at all with a reason's
    code, or else as a file."""

    sider: tuple[bool, ...] = ()
    grund: str = ""


@dataclass(frozen=True)
class Grundlag:
    """Everything a paper prints. `strategisk` gives a delaftale its area's texts and criteria; `udeladte` are the
    numbers of the delaftaler that were never approved and are left out. A paper "from today" has an `opgoerelse` and no
    documents. `vedlagt` is found when the paper is made, and is no part of the order."""

    papir: Papir
    dokumenter: tuple[Udgave, ...]
    strategisk: Udgave | None = None
    udeladte: tuple[str, ...] = ()
    opgoerelse: Opgoerelse | None = None
    vedlagt: tuple[Vedlagt, ...] = ()

    @property
    def er_kladde(self) -> bool:
        if self.opgoerelse:
            return self.opgoerelse.er_kladde
        return any(et.version is None for et in self.dokumenter)

    @property
    def kun_ledere(self) -> bool:
        return self.opgoerelse is not None and self.opgoerelse.kun_ledere

    @property
    def alle(self) -> tuple[Udgave, ...]:
        return self.dokumenter + ((self.strategisk,) if self.strategisk else ())

    def som_json(self) -> dict[str, Any]:
        """Small where the content is immutable elsewhere: a version is its id, a draft is its whole snapshot."""
        gemt = {
            "papir": self.papir.value,
            "dokumenter": [_gem(et) for et in self.dokumenter],
            "strategisk": _gem(self.strategisk) if self.strategisk else None,
            "udeladte": list(self.udeladte),
        }
        if self.opgoerelse:
            gemt["opgoerelse"] = {"indhold": self.opgoerelse.indhold, "kontrolsum": self.opgoerelse.kontrolsum}
        return gemt


def find(plan: Helhedsplan, papir: Papir, valg: Valg, *, i_dag: date) -> Grundlag:
    """The editions that the choice comes to. Raises IngenUdgave.

    Without a day and without `kladde`: what is in force today, or the draft when nothing ever was approved.
    """
    if valg.pr and valg.kladde:
        raise IngenUdgave("Vælg enten en dato eller kladden, ikke begge dele.")
    if valg.aar and papir not in PR_AAR:
        raise IngenUdgave(f"Papiret {papir.value} er for hele perioden og kan ikke bestilles for ét år.")
    if papir == Papir.AENDRINGSOVERSIGT:
        return Grundlag(papir, _fra_til(plan, valg))
    if papir in PR_DELAFTALE:
        return _delaftaler(plan, papir, valg, i_dag)
    if valg.delaftale:
        navn = "Den strategiske aftale" if papir == Papir.STRATEGISK_AFTALE else f"Papiret {papir.value}"
        raise IngenUdgave(f"{navn} er ét papir og har ikke et delaftalenummer.")
    if papir in opgoerelser.ARTER:
        return _i_dag(plan, papir, valg, i_dag)
    if papir == Papir.MILEPAELSPLAN:
        return _hele_planen(plan, papir, valg, i_dag)
    return Grundlag(papir, (_strategisk(plan, valg, i_dag),))


def fra_json(plan: Helhedsplan, gemt: dict[str, Any]) -> Grundlag:
    """The same editions again, from an order."""
    noegler = [et["version"] for et in [*gemt["dokumenter"], gemt["strategisk"]] if et and "version" in et]
    versioner = {et.pk: et for et in Version.objects.filter(helhedsplan=plan, pk__in=noegler)}
    forgaengere = _forgaengere(plan)

    def hent(et: dict[str, Any]) -> Udgave:
        if "version" in et:
            underskrevet = ((part, navn, date.fromisoformat(dag)) for part, navn, dag in et.get("underskrevet", ()))
            return _af_version(versioner[et["version"]], forgaengere, tuple(underskrevet))
        return Udgave(et["indhold"], et["kontrolsum"], None)

    return Grundlag(
        Papir(gemt["papir"]),
        tuple(hent(et) for et in gemt["dokumenter"]),
        hent(gemt["strategisk"]) if gemt["strategisk"] else None,
        tuple(gemt["udeladte"]),
        Opgoerelse(**gemt["opgoerelse"]) if "opgoerelse" in gemt else None,
    )


def _i_dag(plan: Helhedsplan, papir: Papir, valg: Valg, i_dag: date) -> Grundlag:
    """A page's figures are today's; its documents those in force, or drafts when nothing ever was approved."""
    if valg.pr:
        raise IngenUdgave(f"{papir.label} viser, hvad der gælder i dag. Bestil papiret uden en dato.")
    har_kladde = opgoerelser.ARTER[papir].har_kladde
    if valg.kladde and not har_kladde:
        raise IngenUdgave(f"{papir.label} er tal og har ingen kladde. Bestil papiret, som det er i dag.")
    aarene = regnskabsaar(plan.start_dato, plan.slut_dato)
    if valg.aar and valg.aar not in aarene:
        raise IngenUdgave(
            f"Planen har ikke regnskabsåret {valg.aar}. Den har {opremsning([str(et) for et in aarene])}."
        )
    kladde = har_kladde and (valg.kladde or not plan.versioner.exists())
    return Grundlag(papir, (), opgoerelse=opgoerelser.opgoer(plan, papir, dato=i_dag, kladde=kladde, aar=valg.aar))


def _strategisk(plan: Helhedsplan, valg: Valg, i_dag: date) -> Udgave:
    linje = plan.versioner.filter(delaftale=None)
    if valg.kladde or (not valg.pr and not linje.exists()):
        return _af_kladde(snapshot.strategisk(plan))
    dag = valg.pr or i_dag
    version = linje.i_kraft(dag).first()
    if version is None:
        raise IngenUdgave(f"Ingen version af den strategiske aftale gælder den {dato_tekst(dag)}.")
    return _af_version(version, _forgaengere(plan))


def _fra_til(plan: Helhedsplan, valg: Valg) -> tuple[Udgave, ...]:
    """The two versions and all between them, oldest first: each says who decided its part of the change."""
    valgte = {et.pk: et for et in plan.versioner.filter(pk__in=(valg.fra, valg.til))}
    fra, til = valgte.get(valg.fra), valgte.get(valg.til)
    if fra is None or til is None:
        raise IngenUdgave("Planen har ikke de to versioner.")
    if fra.delaftale_id != til.delaftale_id or fra.nr >= til.nr:
        raise IngenUdgave("Vælg to versioner af det samme dokument, den ældste først.")
    imellem = plan.versioner.filter(delaftale=fra.delaftale_id, nr__range=(fra.nr, til.nr)).order_by("nr")
    forgaengere = _forgaengere(plan)
    return tuple(_af_version(et, forgaengere) for et in imellem)


def _hele_planen(plan: Helhedsplan, papir: Papir, valg: Valg, i_dag: date) -> Grundlag:
    """The strategic agreement, and the delaftaler of the same day; all approved, or all draft."""
    strategisk = _strategisk(plan, valg, i_dag)
    delaftaler = _planens_delaftaler(plan)
    if strategisk.version is None:
        kladder = tuple(_af_kladde(et) for et in snapshot.delaftaler(plan))
        return Grundlag(papir, (strategisk, *kladder))
    versioner = {et.delaftale_id: et for et in plan.versioner.i_kraft(valg.pr or i_dag)}
    forgaengere = _forgaengere(plan)
    i_kraft = tuple(_af_version(versioner[et.pk], forgaengere) for et in delaftaler.values() if et.pk in versioner)
    udeladte = tuple(nr for nr, et in delaftaler.items() if et.pk not in versioner)
    return Grundlag(papir, (strategisk, *i_kraft), None, udeladte)


def _planens_delaftaler(plan: Helhedsplan) -> dict[str, Delaftale]:
    """LBF's number → delaftale, in LBF's order."""
    raekker = Delaftale.objects.filter(indsatsomraade__helhedsplan=plan).select_related("indsatsomraade__omraadetype")
    return {et.indsatsomraade.omraadetype.nr: et for et in raekker.i_raekkefoelge()}


def _delaftaler(plan: Helhedsplan, papir: Papir, valg: Valg, i_dag: date) -> Grundlag:
    delaftaler = _planens_delaftaler(plan)
    if not delaftaler:
        raise IngenUdgave("Planen har ingen delaftaler endnu.")
    if valg.delaftale and valg.delaftale not in delaftaler:
        raise IngenUdgave(f"Planen har ingen delaftale {valg.delaftale}. Den har {opremsning(list(delaftaler))}.")
    if valg.delaftale:
        delaftaler = {valg.delaftale: delaftaler[valg.delaftale]}
    godkendte = plan.versioner.filter(delaftale__in=delaftaler.values())
    if valg.kladde or (not valg.pr and not godkendte.exists()):
        kladder = tuple(_af_kladde(snapshot.delaftale(et)) for et in delaftaler.values())
        strategisk = _af_kladde(snapshot.strategisk(plan)) if papir == Papir.DELAFTALE else None
        return Grundlag(papir, kladder, strategisk)
    return _i_kraft(plan, papir, delaftaler, dag=valg.pr or i_dag)


def _i_kraft(plan: Helhedsplan, papir: Papir, delaftaler: dict[str, Delaftale], *, dag: date) -> Grundlag:
    versioner = {et.delaftale_id: et for et in plan.versioner.i_kraft(dag)}
    forgaengere = _forgaengere(plan)
    fundne = {nr: versioner[et.pk] for nr, et in delaftaler.items() if et.pk in versioner}
    if not fundne:
        hvilke = f"delaftale {next(iter(delaftaler))}" if len(delaftaler) == 1 else "delaftalerne"
        raise IngenUdgave(f"Ingen version af {hvilke} gælder den {dato_tekst(dag)}.")
    strategisk = versioner.get(None) if papir == Papir.DELAFTALE else None
    return Grundlag(
        papir,
        tuple(_af_version(et, forgaengere) for et in fundne.values()),
        _af_version(strategisk, forgaengere) if strategisk else None,
        tuple(nr for nr in delaftaler if nr not in fundne),
    )


def _forgaengere(plan: Helhedsplan) -> dict[tuple[int | None, int], tuple[int, date]]:
    """(delaftale, number) -> the version before it."""
    linjer = plan.versioner.order_by("delaftale", "nr").values_list("delaftale_id", "nr", "gaelder_fra")
    return {(delaftale, nr + 1): (nr, fra) for delaftale, nr, fra in linjer}


def _af_version(
    version: Version,
    forgaengere: dict[tuple[int | None, int], tuple[int, date]],
    underskrevet: tuple[tuple[int, str, date], ...] | None = None,
) -> Udgave:
    """`underskrevet` is what an order froze; None asks who has signed by now."""
    if underskrevet is None:
        underskrevet = tuple(version.underskrifter.order_by("pk").values_list("part_id", "navn", "dato"))
    maerke = Maerke(
        pk=version.pk,
        nr=version.nr,
        gaelder_fra=version.gaelder_fra,
        godkendt_af=_godkendere(version),
        grund=version.grund,
        erstatter=forgaengere.get((version.delaftale_id, version.nr)),
        underskrevet=underskrevet,
    )
    return Udgave(version.indhold, version.kontrolsum, maerke)


def _godkendere(version: Version) -> tuple[tuple[str, date | None], ...]:
    """The bodies that decided, in order; a version without a recorded route has the one name it was given."""
    trin = Godkendelsestrin.objects.filter(
        aendring__version=version, slags=Trinslags.BESLUTNING, udfald=Trinudfald.GODKENDT
    ).order_by("raekkefoelge", "pk")
    return tuple((et.navn, et.dato) for et in trin) or ((version.godkendt_af_navn, version.godkendt_dato),)


def _af_kladde(indhold: dict[str, Any]) -> Udgave:
    return Udgave(indhold, snapshot.kontrolsum(indhold), None)


def _gem(udgave: Udgave) -> dict[str, Any]:
    if (version := udgave.version) and version.underskrevet:  # who signs later signs another edition of the paper
        return {"version": version.pk, "underskrevet": [[*et[:2], et[2].isoformat()] for et in version.underskrevet]}
    if version:
        return {"version": version.pk}
    return {"indhold": udgave.indhold, "kontrolsum": udgave.kontrolsum}


def opremsning(led: list[str]) -> str:
    """ "5.1, 5.3 og 5.4"."""
    return led[0] if len(led) == 1 else f"{', '.join(led[:-1])} og {led[-1]}"
