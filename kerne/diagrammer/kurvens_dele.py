"""The layers of the curve, one function each, from the ground up. Words stand at what they name; there is no legend."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString

from kerne import talformat
from kerne.diagrammer.minikurven import stykker
from kerne.diagrammer.svg import cirkel, linje, rude, samlet, streg, tekst, tekstbredde
from kerne.farver import (
    FJORD_900,
    HVID,
    MAALFELT,
    PAPIR_100,
    REGEL,
    REGEL_STAERK,
    SAMMENLIGNING,
    STATUSSER,
    TEKST,
    TEKST_2,
    TEKST_3,
    UDTRYK,
)

if TYPE_CHECKING:
    from kerne.diagrammer.flade import Akse, Flade
    from kerne.diagrammer.kurven import Kurve, Punkt, Sammenligning

GROEN = STATUSSER["paa_sporet"].staerk
TIL_HOEJRE = 14  # px from the plot to the words beside it
LANG_STILK = 40  # px from figure to plan that leave room for words beside the stem


def ordbredde(data: Kurve) -> float:
    """How much the words to the right of the plot take: the goal's two lines."""
    maal = data.maal
    return TIL_HOEJRE + max(tekstbredde(maal.tekst, 15, fed=True), tekstbredde(maal.under, 14)) if maal else 0


def aksebredde(akse: Akse) -> float:
    """How much the axis' own figures take."""
    return 8 + max(tekstbredde(talformat.tal(et, akse.decimaler), 13) for et in akse.vaerdier)


def _lang_eller_kort(lang: str, kort: str, plads: float, *, px: int, smal: bool) -> str:
    """The figure with its unit where there is room for it; on a phone never. The axis names the unit too."""
    return kort if smal or (kort and tekstbredde(lang, px, fed=True) > plads) else lang


def grund(data: Kurve, flade: Flade) -> SafeString:
    """The start's warm ground, and the field where the goal is met, on the side that counts."""
    lag = []
    if data.start:
        lag.append(rude(flade.venstre, flade.top - 8, flade.baand, flade.bund - flade.top + 8, PAPIR_100))
    if data.maal:
        x, y = flade.kant(data.maal.fra), flade.y(data.maal.vaerdi)
        top, bund = (y, flade.bund) if data.maal_nedad else (flade.top - 8, y)
        lag.append(rude(x, top, flade.kant(data.maal.til + 1) - x, bund - top, MAALFELT))
    return samlet(lag)


def akser(data: Kurve, flade: Flade, *, smal: bool) -> SafeString:
    """At most five gridlines with their values, and the years; the newest measured year is bold."""
    lag = []
    for vaerdi in flade.akse.vaerdier:
        y = flade.y(vaerdi)
        lag.append(linje(flade.venstre, y, flade.hoejre, y, REGEL, 1))
        lag.append(tekst(flade.venstre - 8, y + 4.5, _aksetal(flade, vaerdi), farve=TEKST_3, px=13, anker="end"))
    lag.append(linje(flade.venstre, flade.bund, flade.hoejre, flade.bund, REGEL_STAERK, 1.6))
    if data.start:
        midt = flade.venstre + flade.baand / 2
        navn = data.start.akse if not smal else data.start.akse.split(",")[0]
        lag.append(tekst(midt, flade.bund + 24, navn, farve=TEKST_2, px=12 if smal else 14, anker="middle"))
    nyeste = data.maalt[-1].aar if data.maalt else None
    spring = 1 if flade.plads >= 36 else 2 if flade.plads >= 20 else 4
    sidste = nyeste if nyeste is not None else flade.aarene[-1]
    for aar in flade.aarene:
        if (sidste - aar) % spring:
            continue
        farve = TEKST if aar == nyeste else TEKST_2
        lag.append(tekst(flade.x(aar), flade.bund + 24, str(aar), farve=farve, px=13 if smal else 14,
                         fed=aar == nyeste, anker="middle"))  # fmt: skip
    return samlet(lag)


def _aksetal(flade: Flade, vaerdi: Decimal) -> str:
    return talformat.tal(vaerdi, flade.akse.decimaler)


def maalfelt(data: Kurve, flade: Flade, *, smal: bool) -> SafeString:
    """The goal's line, and its words: to the right of the plot on a page, inside the field on a phone."""
    maal = data.maal
    if maal is None:
        return samlet([])
    x, slut, y = flade.kant(maal.fra), flade.kant(maal.til + 1), flade.y(maal.vaerdi)
    lag = [linje(x, y, slut, y, GROEN, 4)]
    if smal:
        bund = y + 19 if data.maal_nedad else y - 9
        lag.append(tekst(flade.hoejre, bund, maal.kort, farve=GROEN, px=13, fed=True, anker="end"))
    else:
        lag.append(tekst(flade.hoejre + TIL_HOEJRE, y + 5, maal.tekst, farve=GROEN, px=15, fed=True))
        lag.append(tekst(flade.hoejre + TIL_HOEJRE, y + 25, maal.under, farve=GROEN, px=14))
    return samlet(lag)


def planlinje(data: Kurve, flade: Flade, *, smal: bool) -> SafeString:
    """The dashed way from the start's last day to the goal, with its name once."""
    if not data.plan:
        return samlet([])
    punkter = [(flade.x(et.aar), flade.y(et.vaerdi)) for et in data.plan]
    if data.start:
        punkter.insert(0, (flade.baand_slut, flade.y(data.start.vaerdi)))
    lag = [streg(punkter, FJORD_900, 1.6, stroke_dasharray="6 4")]
    if data.plan_tekst and not smal and len(data.plan) > 1:
        midt = data.plan[min(1, len(data.plan) - 2)]
        under = not _er_over(data, midt)
        y = flade.y(midt.vaerdi) + (26 if under else -14)
        lag.append(tekst(flade.x(midt.aar), y, data.plan_tekst, farve=FJORD_900, px=13, fed=True, anker="middle"))
    return samlet(lag)


def _er_over(data: Kurve, punkt: Punkt) -> bool:
    """True when the plan lies above what was measured in that year, so words for the plan go above it."""
    maalt = next((et for et in data.maalt if et.aar == punkt.aar), None)
    return maalt is not None and punkt.vaerdi > maalt.vaerdi


def sammenligningslinje(data: Kurve, flade: Flade, *, smal: bool) -> SafeString:
    """Another group, thin and brown with squares; its name stands at its beginning."""
    anden = data.sammenligning
    if anden is None:
        return samlet([])
    lag = []
    if anden.start is not None and data.start:
        y = flade.y(anden.start)
        lag.append(linje(flade.venstre, y, flade.baand_slut, y, SAMMENLIGNING, 2))
    kendte = {et.aar: et for et in anden.punkter}
    for stykke in stykker([(et.aar, et.vaerdi) for et in anden.punkter]):
        punkter = [(flade.x(aar), flade.y(v)) for aar, v in stykke]
        if stykke[0][0] == flade.aarene[0] and anden.start is not None and data.start:
            punkter.insert(0, (flade.baand_slut, flade.y(anden.start)))
        lag.append(streg(punkter, SAMMENLIGNING, 2))
    lag += [rude(flade.x(et.aar) - 3, flade.y(et.vaerdi) - 3, 6, 6, SAMMENLIGNING) for et in kendte.values()]
    lag += _sammenligningens_ord(data, anden, flade, smal=smal)
    return samlet(lag)


def _sammenligningens_ord(data: Kurve, anden: Sammenligning, flade: Flade, *, smal: bool) -> list[SafeString]:
    """The name where the line begins, the newest figure where it ends."""
    lag = []
    sidst = anden.punkter[-1] if anden.punkter else None
    if anden.start is not None and data.start:
        navn = anden.navn if smal else anden.start_tekst or anden.navn
        x, y = flade.venstre + (3 if smal else 12), flade.y(anden.start)
        lag.append(tekst(x, y - 10, navn, farve=SAMMENLIGNING, px=13, fed=True))
    elif sidst:
        foerst = anden.punkter[0]
        lag.append(tekst(flade.x(foerst.aar), flade.y(foerst.vaerdi) - 10, anden.navn, farve=SAMMENLIGNING, px=13,
                         fed=True))  # fmt: skip
    if sidst:
        ord_ = _lang_eller_kort(sidst.tekst, sidst.kort, flade.plads, px=13, smal=smal)
        x, y = flade.x(sidst.aar), flade.y(sidst.vaerdi)
        lag.append(tekst(x, y - 11, ord_, farve=SAMMENLIGNING, px=13, anker="middle"))
    return lag


def startlinje(data: Kurve, flade: Flade, *, smal: bool) -> SafeString:
    """Where it began: a thick line over its own window."""
    start = data.start
    if start is None:
        return samlet([])
    y = flade.y(start.vaerdi)
    ord_ = _lang_eller_kort(start.tekst, start.kort, flade.baand - 12, px=15, smal=smal)
    return samlet([
        linje(flade.venstre, y, flade.baand_slut, y, FJORD_900, 4),
        tekst(flade.venstre + (3 if smal else 12), y - 11, ord_, farve=FJORD_900, px=13 if smal else 15, fed=True),
    ])  # fmt: skip


def fremskrivning(data: Kurve, flade: Flade, *, smal: bool) -> SafeString:
    """Where the pace leads: dotted to an open point, with its words beside the goal's but never on them."""
    frem = data.fremskrevet
    if frem is None or not data.maalt:
        return samlet([])
    farve = _farve(data)
    fra = data.maalt[-1]
    x, y = flade.x(frem.aar), flade.y(frem.vaerdi)
    lag = [
        linje(
            flade.x(fra.aar), flade.y(fra.vaerdi), x, y, farve, 2.4, stroke_dasharray="0.1 6", stroke_linecap="round"
        ),
        cirkel(x, y, 6 if not smal else 5, HVID, stroke=farve, stroke_width=2.4),
    ]
    if smal:
        op = not (data.maal and data.maal_nedad and y > flade.y(data.maal.vaerdi))
        lag.append(
            tekst(min(x, flade.hoejre - 14), y - 12 if op else y + 22, frem.kort, farve=farve, px=13, anker="middle")
        )
        return samlet(lag)
    ord_y = y - 18
    if data.maal:
        maal_y = flade.y(data.maal.vaerdi)
        ord_y = min(ord_y, maal_y - 34) if y <= maal_y else max(y + 6, maal_y + 58)
    slut = flade.hoejre + 10
    lag.append(linje(x + 8, y + (ord_y - y) * 8 / (slut - x), slut, ord_y, farve, 1.2))
    ord_ = _lang_eller_kort(frem.tekst, frem.kort, flade.bredde - flade.hoejre - TIL_HOEJRE, px=14, smal=smal)
    lag.append(tekst(flade.hoejre + TIL_HOEJRE, ord_y + 5, ord_, farve=farve, px=14, fed=True))
    return samlet(lag)


def maalte(data: Kurve, flade: Flade, *, smal: bool) -> SafeString:
    """The measured years: solid, with a stem to the plan; only the newest is large and coloured."""
    if not data.maalt:
        return samlet([])
    planen = {et.aar: et.vaerdi for et in data.plan}
    nyeste = data.maalt[-1]
    lag = []
    for et in data.maalt:
        if et.aar in planen:
            farve, tykkelse = (_farve(data), 2.4) if et is nyeste else (FJORD_900, 1.4)
            x, y = flade.x(et.aar), flade.y(planen[et.aar])
            lag.append(linje(x, flade.y(et.vaerdi), x, y, farve, tykkelse))
            lag.append(linje(x, y - 5, x, y + 5, FJORD_900, 1.4))
    for stykke in stykker([(et.aar, et.vaerdi) for et in data.maalt]):
        punkter = [(flade.x(aar), flade.y(v)) for aar, v in stykke]
        lag.append(streg(punkter, FJORD_900, 3, stroke_linejoin="round"))
    for et in data.maalt[:-1]:
        lag.append(cirkel(flade.x(et.aar), flade.y(et.vaerdi), 5, FJORD_900, stroke=HVID, stroke_width=1.5))
    lag += [_vaerditekst(data, flade, et, smal=smal) for et in data.maalt[:-1] if _er_plads(data, flade, et, smal=smal)]
    lag += _nyeste(data, flade, nyeste, smal=smal)
    return samlet(lag)


def _er_plads(data: Kurve, flade: Flade, punkt: Punkt, *, smal: bool) -> bool:
    """The first is always named; the others when their words fit in a year's width and don't meet the newest's."""
    bredde = tekstbredde(punkt.kort or punkt.tekst, 13 if smal else 15, fed=True)
    naermest = punkt.aar == data.maalt[-1].aar - 1
    return flade.plads >= bredde * (1.25 if naermest else 1) or (punkt is data.maalt[0] and not naermest)


def _retning(data: Kurve, punkt: Punkt) -> int:
    """−1: the words go above the point, 1: below it; away from the plan, else out of the way of the line itself."""
    plan = next((et for et in data.plan if et.aar == punkt.aar), None)
    if plan is not None:
        return 1 if plan.vaerdi > punkt.vaerdi else -1
    naboer = [et.vaerdi for et in data.maalt if abs(et.aar - punkt.aar) == 1]
    return 1 if naboer and sum(naboer) / len(naboer) > punkt.vaerdi else -1


def _vaerditekst(data: Kurve, flade: Flade, punkt: Punkt, *, smal: bool) -> SafeString:
    y = flade.y(punkt.vaerdi)
    y += 25 if _retning(data, punkt) > 0 and y + 30 < flade.bund else -13
    return tekst(flade.x(punkt.aar), y, punkt.kort or punkt.tekst, farve=FJORD_900, px=13 if smal else 15, fed=True,
                 anker="middle")  # fmt: skip


def _nyeste(data: Kurve, flade: Flade, punkt: Punkt, *, smal: bool) -> list[SafeString]:
    farve = _farve(data)
    x, y = flade.x(punkt.aar), flade.y(punkt.vaerdi)
    op = _retning(data, punkt) < 0
    under = min(
        32, max(26, flade.bund - y - 2)
    )  # px down to the words' baseline, clear of the axis where there is room
    px = 16 if smal else 20
    fyld = HVID if data.foreloebig else farve
    ord_ = _lang_eller_kort(punkt.tekst, punkt.kort, flade.plads * 2, px=px, smal=smal)
    lag = [
        cirkel(x, y, 9.5 if not smal else 8, HVID),
        cirkel(x, y, 7 if not smal else 6, fyld, stroke=farve, stroke_width=2),
        tekst(x, y - 16 if op else y + under, ord_, farve=farve, px=px, fed=True, anker="middle"),
    ]
    return [*lag, _afvigelse(data, flade, punkt, op=op)] if data.afvigelse and not smal else lag


def _afvigelse(data: Kurve, flade: Flade, punkt: Punkt, *, op: bool) -> SafeString:
    """How far from the plan: beside the stem when it is long, else just beyond the plan, clear of the goal's field."""
    plan = next((et for et in data.plan if et.aar == punkt.aar), None)
    if plan is None:
        return samlet([])
    farve, x = _farve(data), flade.x(punkt.aar)
    y, plan_y = flade.y(punkt.vaerdi), flade.y(plan.vaerdi)
    if abs(plan_y - y) >= LANG_STILK:
        return tekst(x + 12, (y + plan_y) / 2 + 5, data.afvigelse, farve=farve, px=14, fed=True)
    bredde = tekstbredde(data.afvigelse, 14, fed=True)
    if bredde > flade.plads * 2.5:  # it would lie over other years' figures; the table under the curve says it
        return samlet([])
    felt = flade.kant(data.maal.fra) if data.maal else flade.hoejre
    midt = x + 24 - bredde / 2
    if felt > x:
        midt = min(midt, felt - 8 - bredde / 2)
    bund = plan_y + 26 if op else plan_y - 16
    ord_ = tekst(midt, bund, data.afvigelse, farve=farve, px=14, fed=True, anker="middle")
    return samlet([rude(midt - bredde / 2 - 3, bund - 13, bredde + 6, 17, HVID), ord_])


def _farve(data: Kurve) -> str:
    return UDTRYK[data.kode].staerk if data.kode in UDTRYK else FJORD_900
