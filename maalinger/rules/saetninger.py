"""The one Danish sentence a criterion says about itself, made by template. No figure stands in it that isn't computed.

The order never changes: the figure and what it is compared with, the goal, the way, the status, the mark and the rest.
"""

from fractions import Fraction

from aftaler.laesning import Form, Laesning, Mangel, Pr, Retning, Sammenligning
from kerne import datoer
from kerne.talformat import tal
from maalinger.rules import ord as ordvalg
from maalinger.rules.opgoerelse import Art, Hul, Opgoerelse, Stilling, Udfald, Udgang
from maalinger.rules.tallene import Tal
from maalinger.rules.typer import Resten
from maalinger.statuses import Status


def stillingens(op: Opgoerelse, stilling: Stilling, status: Status, rest: Resten | None, ansvarlig: str | None) -> str:
    """The sentence for a criterion that can be measured, whether or not it has been."""
    if stilling.tal is None:
        return _umaalt(op, stilling, status, ansvarlig)
    led = [figurled(op, stilling, stilling.tal), kravled(op, stilling)]
    led += [_vejled(stilling), _periodeled(op, stilling)]
    if status == Status.MAALING_MANGLER:
        led.append(_overskredet(op, ansvarlig, "Næste måling"))
    led.append(_statusled(stilling, status))
    led.append(_foreloebigled(stilling.tal, rest))
    return " ".join(et for et in led if et)


def figurled(op: Opgoerelse, stilling: Stilling, tal_: Tal) -> str:
    """ "22,4 % i 2021 mod 26,2 % i 2013–2017." """
    enhed = op.laesning.enhed
    figur = ordvalg.figur(tal_.vaerdi, enhed, mod=stilling.krav)
    mindst = "Mindst " if any(et.mindst for et in tal_.brugt) else ""
    tekst = f"{mindst}{figur} {ordvalg.hvornaar(tal_)}{antal_bag(tal_)}"
    if stilling.forrige and op.laesning.aendring:
        forrige = stilling.forrige
        tekst += f" mod {ordvalg.figur(forrige.vaerdi, enhed)} {ordvalg.hvornaar(forrige)}"
        skete = ordvalg.bevaegelse(forrige.vaerdi, tal_.vaerdi, op.laesning.aendring, enhed)
        return f"{tekst}, {skete}." if skete else f"{tekst}."
    if stilling.art == Art.SAMMENLIGNING:
        return f"{tekst}. {referenceled(op, stilling, tal_)}"
    if stilling.udgang:
        tekst += f" mod {_udgang(op, stilling.udgang)}"
    return f"{tekst}."


def antal_bag(tal_: Tal) -> str:
    """ " (82 af 104)" when the figure is a share of people counted in one measurement."""
    if len(tal_.brugt) != 1:
        return ""
    maalt = tal_.brugt[0]
    if maalt.taeller is None or not maalt.naevner:
        return ""
    return f" ({tal(maalt.taeller)} af {tal(maalt.naevner)})"


def referenceled(op: Opgoerelse, stilling: Stilling, tal_: Tal) -> str:
    """ "Udsatte områder lå på 72,4 % i 2016." """
    reference = op.laesning.reference
    navn = ordvalg.stort(reference.navn) if reference else "Sammenligningen"
    lod = ordvalg.figur(stilling.reference or Fraction(0), op.laesning.enhed)
    if stilling.reference_i == "samme":
        return f"{navn} lå på {lod} {ordvalg.hvornaar(tal_)}."
    naar = datoer.aarsvindue(reference.fra, reference.til) if reference else ""
    return f"{navn} lå på {lod} i {naar}." if naar else f"{navn} lå på {lod}."


def kravled(op: Opgoerelse, stilling: Stilling) -> str:
    """ "Målet er 20 % eller lavere i 2022." """
    laesning, krav = op.laesning, stilling.krav
    naar = ordvalg.krav_hvornaar(krav, laesning.pr if stilling.art == Art.PR_PERIODE else None)
    if stilling.art == Art.SAMMENLIGNING:
        side = {Sammenligning.OVER: "over", Sammenligning.MINDST: "på eller over", Sammenligning.UNDER: "under",
                Sammenligning.HOEJST: "på eller under", Sammenligning.LIG: "præcis på"}[krav.tegn]  # fmt: skip
        return f"Målet er at ligge {side}{naar}."
    if stilling.art == Art.AENDRING_PR_PERIODE and laesning.aendring:
        pr = laesning.pr.label if laesning.pr else "om året"
        return f"Målet er {ordvalg.aendringskrav(laesning.aendring, krav.tegn, laesning.enhed)} {pr}."
    if stilling.art == Art.FASTHOLDELSE and krav.tegn == Sammenligning.LIG:
        return f"Målet er at fastholde {ordvalg.figur(krav.vaerdi, laesning.enhed)}{naar}."
    i_alt = " i alt" if stilling.art == Art.SAMLET else ""
    if stilling.art == Art.SAMLET and krav.til and not krav.er_vindue:
        naar = f" inden udgangen af {krav.til}"
    if laesning.form == Form.AENDRING and laesning.aendring:
        stoerrelse = ordvalg.aendringskrav(laesning.aendring, krav.tegn, laesning.enhed)
        aarligt = f" {laesning.pr.label}" if laesning.pr else ""
        return f"Målet er {ordvalg.niveau(krav, laesning.enhed)}{naar}, {stoerrelse}{aarligt}."
    return f"Målet er {ordvalg.niveau(krav, laesning.enhed)}{i_alt}{naar}."


def _udgang(op: Opgoerelse, udgang: Udgang) -> str:
    naar = datoer.aarsvindue(udgang.fra, udgang.til)
    figur = ordvalg.figur(udgang.vaerdi, op.laesning.enhed)
    return f"{figur} i {naar}" if naar else f"{figur} ved starten"


def _vejled(stilling: Stilling) -> str:
    """The way is only said where there is one to measure: a start that is known, or a count that begins at none."""
    har_vej = stilling.art == Art.SAMLET or (stilling.art == Art.NIVEAU and stilling.udgang is not None)
    if stilling.vej is None or stilling.naaet or not har_vej:
        return ""
    if stilling.vej < 0:
        return "Længere fra målet end udgangspunktet."
    return f"{ordvalg.vejandel(stilling.vej, naaet=stilling.naaet)} af vejen."


def _periodeled(op: Opgoerelse, stilling: Stilling) -> str:
    if stilling.perioder is None or stilling.perioder[1] < 2 or stilling.slutaar is None:
        return ""
    naaede, alle = stilling.perioder
    hvad = "år" if op.laesning.pr in (Pr.AAR, None) else "perioder"
    return f"Målet er nået i {naaede} af {alle} {hvad}."


def _statusled(stilling: Stilling, status: Status) -> str:
    """Regel naaet-foer-tid: et mål, der er nået før sit år, er på sporet med tilføjelsen »målet er nået i 2021«."""
    if naaet_i := naaet_foer_tid(stilling, status):
        return f"{status.label}, målet er nået {naaet_i}."
    return f"{status.label}."


def naaet_foer_tid(stilling: Stilling, status: Status) -> str | None:
    """ "i 2021" when the goal is reached before its year, from a figure that is complete."""
    flere = stilling.perioder is not None and stilling.perioder[1] > 1
    if flere or stilling.art == Art.FASTHOLDELSE or status != Status.PAA_SPORET:
        return None
    if not stilling.naaet or stilling.tal is None or stilling.tal.foreloebig:
        return None
    return ordvalg.hvornaar(stilling.tal)


def _foreloebigled(tal_: Tal, rest: Resten | None) -> str:
    if tal_.foreloebig is None:
        return ""
    har, skal = tal_.foreloebig
    maerke = f"Foreløbig ({har} af {skal} {tal_.foreloebig_enhed})"
    return f"{maerke}: {rest.tekst}." if rest else f"{maerke}."


def _umaalt(op: Opgoerelse, stilling: Stilling, status: Status, ansvarlig: str | None) -> str:
    frist = fristled(op, status, ansvarlig)
    if status == Status.MAALING_MANGLER:
        return f"{frist} {status.label}."
    led = ["Ingen måling endnu."]
    if stilling.udgang:
        led.append(f"Udgangspunktet er {_udgang(op, stilling.udgang)}.")
    led += [kravled(op, stilling), frist, f"{status.label}."]
    return " ".join(et for et in led if et)


def fristled(op: Opgoerelse, status: Status, ansvarlig: str | None) -> str:
    """When a first measurement should have come, or is expected; nothing for the other statuses."""
    if status == Status.MAALING_MANGLER and op.forfald and op.forfald < op.dato:
        return _overskredet(op, ansvarlig, "Målingen")
    return _forventes(op) if status == Status.VENTER else ""


def _forventes(op: Opgoerelse) -> str:
    if op.sendt:
        return "Den første er sendt og venter på godkendelse."
    return f"Den første forventes {datoer.dato(op.forfald)}." if op.forfald else ""


def _overskredet(op: Opgoerelse, ansvarlig: str | None, hvad: str) -> str:
    """ "Målingen skulle være gennemført 1. april 2022. Børne- og familiecenteret er ansvarlig." """
    if op.forfald is None:
        return ""
    tekst = f"{hvad} skulle være gennemført {datoer.dato(op.forfald)}."
    if op.sendt:
        return f"{tekst} Den er sendt og venter på godkendelse."
    return f"{tekst} {ordvalg.stort(ansvarlig)} er ansvarlig." if ansvarlig else tekst


def udfaldets(op: Opgoerelse, udfald: Udfald, status: Status, ansvarlig: str | None) -> str:
    """The sentence for a criterion with nothing to compare: what lacks, and that it lacks."""
    led = []
    if status == Status.MAALING_MANGLER and udfald.hul != Hul.FORRIGE_PERIODE:
        led.append(fristled(op, status, ansvarlig))
    elif udfald.hul == Hul.FORRIGE_PERIODE and udfald.tal:
        aar = udfald.tal.til.year
        led.append(f"{_kendt(op, udfald.tal)} {aar - 1} er ikke målt, så ændringen til {aar} kan ikke regnes ud.")
    elif udfald.hul == Hul.FOERSTE_PERIODE:
        led += [_kendt(op, udfald.tal), "Ændringen kan regnes ud, når to år i træk er målt.", _forventes(op)]
    else:
        led += [_kendt(op, udfald.tal, udfald.udgang), hindring(op.laesning, udfald)]
    return " ".join(et for et in [*led, f"{status.label}."] if et)


def _kendt(op: Opgoerelse, tal_: Tal | None, udgang: Udgang | None = None) -> str:
    """What is known all the same: the newest figure, beside the start where there is one; else the start."""
    if tal_:
        mod = f" mod {_udgang(op, udgang)}" if udgang else ""
        return f"{ordvalg.figur(tal_.vaerdi, op.laesning.enhed)} {ordvalg.hvornaar(tal_)}{antal_bag(tal_)}{mod}."
    baseline = op.laesning.baseline
    if baseline is None or baseline.vaerdi is None:
        return ""
    naar = datoer.aarsvindue(baseline.fra, baseline.til)
    return f"{ordvalg.figur(Fraction(baseline.vaerdi), op.laesning.enhed)}{f' i {naar}' if naar else ''}."


def hindring(laesning: Laesning, udfald: Udfald) -> str:
    """Why the criterion can't be measured, in the agreement's own terms."""
    hul = udfald.hul
    if laesning.form == Form.IKKE_FASTLAGT and udfald.tal:
        return "Målet kan fastlægges nu, hvor der er målt."
    if laesning.form == Form.IKKE_FASTLAGT:
        return "Aftalen fastlægger først målet senere."
    if laesning.form == Form.KVALITATIV:
        return "Det skal opleves eller vurderes, og aftalen siger ikke, hvad der skal måles."
    if hul == Hul.REFERENCE:
        navn = laesning.reference.navn if laesning.reference else "en anden gruppe"
        return f"Aftalen sammenligner med {navn}, men det tal er ikke skrevet ind."
    if hul == Hul.UDGANGSPUNKT or laesning.mangler == (Mangel.BASELINE,):
        return f"{_bevaegelsen(laesning)}, men {_udgangsaar(laesning)} er ikke skrevet ind."
    if Mangel.MAALTAL in laesning.mangler:
        uden_tal = bool(laesning.baseline and laesning.baseline.vaerdi is None and laesning.baseline.fra)
        uden_tal = uden_tal and not udfald.udgang
        tilfoejelse = f" Tallet fra {_aar(laesning)} er ikke skrevet ind." if uden_tal else ""
        if laesning.retning is None and laesning.form != Form.AENDRING:
            return f"Aftalen sætter ikke noget måltal.{tilfoejelse}"
        return f"{_bevaegelsen(laesning)}, men aftalen siger ikke hvor meget.{tilfoejelse}"
    if laesning.mangler:
        return f"Aftalen mangler {_opremsning([et.label for et in laesning.mangler])}."
    return "Sætningen kan ikke måles, som den står i aftalen."


def _bevaegelsen(laesning: Laesning) -> str:
    """ "Tallet skal stige fra 2018 til 2022" """
    ord_ = {Retning.OP: "stige", Retning.NED: "falde", Retning.FASTHOLD: "fastholdes"}
    verbum = ord_[laesning.retning] if laesning.retning else _uden_retning(laesning)
    fra = f" fra {_aar(laesning)}" if _aar(laesning) else ""
    til = f" til {laesning.maal.til}" if laesning.maal and laesning.maal.til else ""
    return f"Tallet skal {verbum}{fra}{til}"


def _uden_retning(laesning: Laesning) -> str:
    return "fastholdes" if laesning.form == Form.FASTHOLDELSE else "ændres"


def _aar(laesning: Laesning) -> str:
    return datoer.aarsvindue(laesning.baseline.fra, laesning.baseline.til) if laesning.baseline else ""


def _udgangsaar(laesning: Laesning) -> str:
    return f"tallet fra {_aar(laesning)}" if _aar(laesning) else "udgangspunktet"


def _opremsning(navne: list[str]) -> str:
    return navne[0] if len(navne) == 1 else f"{', '.join(navne[:-1])} og {navne[-1]}"
