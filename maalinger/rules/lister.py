"""The ministry's lists: an area's figures against the rules that each list had that year. Exact and three-valued."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from aftaler.laesning import Enhed
from kerne import datoer
from maalinger.rules.diskretion import Skjult
from maalinger.rules.krav import Krav, er_naaet
from maalinger.rules.listetyper import (
    Aar,
    Kravsvar,
    Listegrundlag,
    Listekrav,
    Listeregler,
    Listevurdering,
    Omraadetal,
    Tal,
)
from maalinger.statuses import Graensegrundlag, Listesvar, Listetype

BEBOERE = "beboere"  # the indicator that counts residents
HOEJST_BAGUD = 2  # years: where the catalogue doesn't say how late a figure is, an older one isn't the list's


def vurder(grundlag: Listegrundlag, omraade: Omraadetal, art: Listetype, aar: int) -> Listevurdering | None:
    """Regel paa-listen: området er på listen, når beboertal, påkrævede kriterier og antal kriterier alle er opfyldt.

    And when it is on the list that this one builds on, so many years in a row. None: there was no such list that year.
    """
    regler = grundlag.regel(art, aar)
    if regler is None:
        return None
    svarene = tuple(kravsvar(krav, omraade.tal.get(krav.indikator, {}), grundlag, aar) for krav in regler.krav)
    beboere = beboertal(omraade, aar)
    aarene = tuple((et, _betingelser(grundlag, omraade, regler, et)) for et in _raekken(regler, aar))
    vurdering = Listevurdering(
        regler,
        aar,
        omraade.navn,
        _betingelser(grundlag, omraade, regler, aar) if not aarene else _samlet(svar for _, svar in aarene),
        svarene,
        officielt=omraade.officielt.get((art, aar)),
        beboere=beboere,
        grundliste=_gaeldende(grundlag, omraade, regler.bygger_paa, aar) if regler.bygger_paa else None,
        aarene=aarene,
    )
    return _med_naermest(vurdering)


def kravsvar(krav: Listekrav, tal: Mapping[Aar, Tal], grundlag: Listegrundlag, aar: int) -> Kravsvar:
    """Regel listens-tegn: et kriterium er opfyldt efter lovens eget tegn; mangler et tal, er svaret ukendt."""
    vindue, vaerdi = _vaerdi(krav, tal, aar)
    taerskel = _taerskel(krav, grundlag, vindue)
    grund = _hvorfor_ikke(krav, grundlag, vindue, vaerdi)
    if grund or taerskel is None or not isinstance(vaerdi, Fraction):
        return Kravsvar(krav, vindue, vaerdi, taerskel, None, grund)
    return Kravsvar(krav, vindue, vaerdi, taerskel, er_naaet(vaerdi, Krav(taerskel, krav.tegn)))


def udvikling(krav: Listekrav, tal: Mapping[Aar, Tal], grundlag: Listegrundlag, aar: int, antal: int) -> list[Kravsvar]:
    """The criterion in the last years up to `aar`, each year's figure once, oldest first."""
    alle = [kravsvar(krav, tal, grundlag, et) for et in range(aar - antal + 1, aar + 1)]
    kendte = {et.aar: et for et in alle if et.vaerdi is not None}
    return list(kendte.values())


def _vaerdi(krav: Listekrav, tal: Mapping[Aar, Tal], aar: int) -> tuple[Aar, Tal | None]:
    """Regel listens-aar: listen bruger det nyeste vindue, der er helt, og aldrig tal, der er ældre end to år.

    A hidden year makes the whole mean hidden: otherwise the mean and the other year would give it back.
    """
    bagud = krav.bagud or 0
    vinduer = [
        (sidste - krav.vindue + 1, sidste) for sidste in range(aar - bagud, aar - max(bagud, HOEJST_BAGUD) - 1, -1)
    ]
    for fra, til in vinduer:
        if (fra, til) in tal:
            return (fra, til), tal[fra, til]
        enkelte = [tal[et, et] for et in range(fra, til + 1) if (et, et) in tal]
        if len(enkelte) == krav.vindue:
            return (fra, til), _snit(enkelte)
    return vinduer[0], None


def _snit(enkelte: Sequence[Tal]) -> Tal:
    skjult = next((et for et in enkelte if isinstance(et, Skjult)), None)
    if skjult:
        return skjult
    return sum((et for et in enkelte if isinstance(et, Fraction)), Fraction(0)) / len(enkelte)


def _taerskel(krav: Listekrav, grundlag: Listegrundlag, vindue: Aar) -> Fraction | None:
    """Regel graensen-foelger-landet: en grænse på så mange gange landet følger landets tal for de samme år."""
    graense = Fraction(krav.graense)
    if krav.grundlag == Graensegrundlag.FAST:
        return graense
    if krav.grundlag == Graensegrundlag.PROCENT_AF_REGION:
        return graense if krav.enhed == Enhed.PROCENT else None
    if _mangler_landet(krav, grundlag, vindue):
        return None
    fra, til = vindue
    landet = [grundlag.landstal[krav.indikator, et] for et in range(fra, til + 1)]
    return graense * sum(landet, Fraction(0)) / len(landet)


def _mangler_landet(krav: Listekrav, grundlag: Listegrundlag, vindue: Aar) -> tuple[int, ...]:
    fra, til = vindue
    return tuple(et for et in range(fra, til + 1) if (krav.indikator, et) not in grundlag.landstal)


def _hvorfor_ikke(krav: Listekrav, grundlag: Listegrundlag, vindue: Aar, vaerdi: Tal | None) -> str:
    """Every way not to know, said; the empty string when it is known."""
    aarene = datoer.aarsvindue(*vindue)
    if vaerdi is None:
        return f"Tallet for {aarene} mangler."
    if isinstance(vaerdi, Skjult):
        return f"Tallet for {aarene} er skjult. {vaerdi.grund}"
    if krav.grundlag == Graensegrundlag.GANGE_LANDET and (mangler := _mangler_landet(krav, grundlag, vindue)):
        return f"Landsgennemsnittet for {datoer.aarsliste(mangler)} mangler."
    if krav.grundlag == Graensegrundlag.PROCENT_AF_REGION and krav.enhed != Enhed.PROCENT:
        return "Tallet skal være i procent af regionens gennemsnit."
    return ""


def beboertal(omraade: Omraadetal, aar: int) -> int | None:
    """The year's residents, or those of at most two years before; else the area's own undated number."""
    tal = omraade.tal.get(BEBOERE, {})
    for et in range(aar, aar - HOEJST_BAGUD - 1, -1):
        if isinstance(antal := tal.get((et, et)), Fraction):
            return int(antal)
    return omraade.beboere


def _betingelser(grundlag: Listegrundlag, omraade: Omraadetal, regler: Listeregler, aar: int) -> Listesvar:
    """The list's own conditions in one year, whatever the ministry said and whatever the years before were."""
    beboere = beboertal(omraade, aar)
    dele = [_svar(None if beboere is None else beboere >= regler.mindst_beboere)] if regler.mindst_beboere else []
    if regler.bygger_paa:
        dele.append(_gaeldende(grundlag, omraade, regler.bygger_paa, aar))
    svarene = [kravsvar(et, omraade.tal.get(et.indikator, {}), grundlag, aar) for et in regler.krav]
    return _samlet([*dele, _kriterierne(regler, svarene)])


def _kriterierne(regler: Listeregler, svarene: Sequence[Kravsvar]) -> Listesvar:
    """Regel ukendt-er-ikke-nej: et ukendt kriterium afgør kun, når det ikke kan ændre svaret."""
    paakraevede = _samlet(_svar(et.svar) for et in svarene if et.krav.paakraevet)
    ja, ukendt = sum(et.svar is True for et in svarene), sum(et.svar is None for et in svarene)
    nok = True if ja >= regler.kraever else (None if ja + ukendt >= regler.kraever else False)
    return _samlet([paakraevede, _svar(nok)])


def _gaeldende(grundlag: Listegrundlag, omraade: Omraadetal, art: Listetype, aar: int) -> Listesvar:
    """What holds for the area that year: the ministry's answer, else the figures'."""
    vurdering = vurder(grundlag, omraade, art, aar)
    return vurdering.svar if vurdering else Listesvar.UKENDT


def _raekken(regler: Listeregler, aar: int) -> range:
    """Regel aar-i-traek: hvert år i rækken bedømmes efter sit eget års regler, og ministeriets svar går forud."""
    return range(aar - regler.aar_i_traek + 1, aar + 1) if regler.aar_i_traek > 1 else range(0)


def _samlet(dele: Iterable[Listesvar]) -> Listesvar:
    """All of them: one no is a no, else one unknown is unknown."""
    alle = list(dele)
    if Listesvar.IKKE in alle:
        return Listesvar.IKKE
    return Listesvar.UKENDT if Listesvar.UKENDT in alle else Listesvar.PAA


def _svar(v: bool | None) -> Listesvar:
    return Listesvar.UKENDT if v is None else (Listesvar.PAA if v else Listesvar.IKKE)


def _med_naermest(vurdering: Listevurdering) -> Listevurdering:
    """Regel hvad-ville-aendre-det: det kriterium, der er nærmest sin grænse blandt dem, der alene kan ændre svaret."""
    kendte = [et for et in vurdering.kravsvar if et.svar is not None and et.taerskel]
    vender = [et for et in kendte if _vender(vurdering, et)] if vurdering.beregnet != Listesvar.UKENDT else []
    if not kendte:
        return vurdering
    return replace(vurdering, naermest=min(vender or kendte, key=_relativ_afstand), nok_alene=bool(vender))


def _vender(vurdering: Listevurdering, et: Kravsvar) -> bool:
    """Only the criteria are tried: residents, the list below and the years are no matter of a figure's distance."""
    andre = [replace(svar, svar=not svar.svar) if svar is et else svar for svar in vurdering.kravsvar]
    nu, saa = _kriterierne(vurdering.regler, vurdering.kravsvar), _kriterierne(vurdering.regler, andre)
    if vurdering.beregnet == Listesvar.PAA:
        return saa == Listesvar.IKKE
    uden_kriterierne = (
        vurdering.grundliste in (None, Listesvar.PAA) and not vurdering.aarene and _nokbeboertal(vurdering)
    )
    return uden_kriterierne and nu == Listesvar.IKKE and saa == Listesvar.PAA


def _nokbeboertal(vurdering: Listevurdering) -> bool:
    return vurdering.beboere is not None and vurdering.beboere >= vurdering.regler.mindst_beboere


def _relativ_afstand(et: Kravsvar) -> Fraction:
    """Distances of different units, compared as shares of their thresholds."""
    return abs(et.afstand or Fraction(0)) / abs(et.taerskel or Fraction(1))
