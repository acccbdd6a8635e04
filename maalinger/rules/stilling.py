"""Where a criterion stands, one function a kind: the figure, the goal, the way and the plan. Exact, and without words.

Each kind answers a `Stilling`, or an `Udfald` when there is nothing to compare.
"""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from aftaler.laesning import Enhed, Form, Grundlag, Pr, Punkt
from maalinger.rules import krav as kravregler
from maalinger.rules import perioder, tallene
from maalinger.rules.krav import Krav
from maalinger.rules.opgoerelse import Art, Hul, Opgoerelse, Stilling, Udfald, Udgang, udgangspunkt
from maalinger.rules.tallene import Tal
from maalinger.rules.typer import Maalt

UDEN_NULPUNKT = (Enhed.KARAKTER, Enhed.POINT)  # their scale doesn't begin at none: half the figure is not half the way


def stil(op: Opgoerelse) -> Stilling | Udfald:
    """Regel kriteriets-art: formen afgør, hvordan der regnes; et kriterium uden måltal er ikke målbart endnu."""
    laesning = op.laesning
    op = replace(op, maalinger=tuple(tallene.med_tal(op.maalinger)))
    if laesning.form in (Form.KVALITATIV, Form.IKKE_FASTLAGT):
        return _umaalbar(op)
    if laesning.form == Form.SAMMENLIGNING:
        return _sammenligning(op)
    if not laesning.maalbar:
        return _umaalbar(op)
    if laesning.form == Form.AENDRING:
        return _aendring(op)
    if laesning.form == Form.FASTHOLDELSE:
        return _fastholdelse(op)
    if laesning.maal is None or laesning.maal.vaerdi is None:
        return _umaalbar(op)
    if laesning.pr and laesning.baseline is None:
        return perioder.pr_periode(op, Fraction(laesning.maal.vaerdi), laesning.pr)
    if laesning.form == Form.ANTAL and laesning.baseline is None:
        return _samlet(op, Fraction(laesning.maal.vaerdi))
    udgang = udgangspunkt(op)
    maal = Fraction(laesning.maal.vaerdi)
    tegn = kravregler.tegn_for(laesning, maal=maal, start=udgang.vaerdi if udgang else None)
    return _mod_niveau(op, Krav(maal, tegn, laesning.maal.fra, laesning.maal.til), udgang)


def _umaalbar(op: Opgoerelse) -> Udfald:
    """Regel umaalbart-viser-det-maalte: et kriterium uden måltal viser det nyeste tal, men bedømmes ikke.

    Only the whole plan's figures: one area's isn't everybody's.
    """
    hele = tuple(et for et in op.maalinger if et.omraade is None)
    tal = tallene.seneste(hele, op.laesning.enhed, op.regneregel)
    udgang = udgangspunkt(replace(op, maalinger=hele)) if tal else None
    er_efter = udgang is not None and udgang.til is not None and tal is not None and tal.til.year > udgang.til
    return Udfald(Hul.IKKE_MAALBAR, tal, udgang if er_efter else None)


def _efter(op: Opgoerelse) -> tuple[Maalt, ...]:
    """Measurements after the baseline's years: what is compared with itself says nothing."""
    baseline = op.laesning.baseline
    sidste = baseline.til or baseline.fra if baseline else None
    return tuple(et for et in op.maalinger if sidste is None or et.til.year > sidste)


def _valgt_tal(op: Opgoerelse, krav: Krav) -> Tal | None:
    """Regel maalaaret-afgoer: er målets år målt, er det dem der tæller; ellers det nyeste tal før dem."""
    maalinger, enhed = _efter(op), op.laesning.enhed
    if krav.til is None:
        return tallene.seneste(maalinger, enhed, op.regneregel)
    fra = krav.fra or krav.til
    i_maalet = tallene.vinduestal(maalinger, enhed, op.regneregel, fra=fra, til=krav.til)
    if i_maalet:
        return i_maalet
    foer = [et for et in maalinger if et.til.year < fra]
    return tallene.seneste(foer or maalinger, enhed, op.regneregel)


def _er_endelig(op: Opgoerelse, krav: Krav, tal: Tal) -> bool:
    """Regel endelig-i-maalaaret: opfyldt eller ikke opfyldt siges først, når hele målets år er målt.

    Where the text has no year, the plan's last whole year decides once the plan has ended.
    """
    if tal.foreloebig:
        return False
    if krav.til is not None:
        aarets_slut = date(krav.til, 12, 31)
        return tal.til.year == krav.til and (tal.til >= aarets_slut or op.dato > aarets_slut)
    if op.slut is None or op.sidste_aar is None:
        return False
    return tal.til >= op.slut or (op.dato > op.slut and tal.til.year >= op.sidste_aar)


def _mod_niveau(op: Opgoerelse, krav: Krav, udgang: Udgang | None, art: Art = Art.NIVEAU) -> Stilling:
    """A level to reach. Without a start the way to "at least" begins at zero and has no plan."""
    slutaar = krav.til or op.sidste_aar
    tal = _valgt_tal(op, krav)
    stilling = Stilling(art, krav, tal, udgang, slutaar=slutaar)
    if tal is None:
        return stilling
    naaet = kravregler.er_naaet(tal.vaerdi, krav)
    stilling = replace(stilling, naaet=naaet, endelig=_er_endelig(op, krav, tal))
    delmaal = next((et for et in op.delmaal if et.aar == tal.til.year and not stilling.endelig), None)
    if udgang is None:
        fra_nul = krav.tegn in kravregler.OPAD and krav.vaerdi > 0 and op.laesning.enhed not in UDEN_NULPUNKT
        vej = tal.vaerdi / krav.vaerdi if fra_nul else None
        paa_plan = kravregler.er_naaet(tal.vaerdi, replace(krav, vaerdi=Fraction(delmaal.vaerdi))) if delmaal else None
        return replace(stilling, vej=vej, delmaal=delmaal, paa_plan=paa_plan)
    vej = kravregler.vej(tal.vaerdi, start=udgang.vaerdi, krav=krav)
    if vej is None:
        return stilling
    plan = kravregler.plan_vej(
        tal.til.year, start=udgang.vaerdi, start_aar=udgang.til, krav=krav, slutaar=slutaar, delmaal=op.delmaal
    )
    return replace(
        stilling, vej=vej, plan=plan, delmaal=delmaal, paa_plan=kravregler.er_paa_plan(vej, plan, op.tolerance)
    )


def _fastholdelse(op: Opgoerelse) -> Stilling | Udfald:
    """Regel fastholdt: fastholdt er på udgangspunktets rigtige side; uden en side højst tolerancen fra det."""
    laesning, udgang = op.laesning, udgangspunkt(op)
    punkt = laesning.maal
    if punkt and punkt.vaerdi is not None:
        niveau = Fraction(punkt.vaerdi)
    elif udgang:
        niveau = udgang.vaerdi
    else:
        return Udfald(Hul.UDGANGSPUNKT)
    luft = abs(niveau) * op.tolerance
    krav = Krav(niveau, kravregler.tegn_for(laesning), punkt.fra if punkt else None, punkt.til if punkt else None, luft)
    return _mod_niveau(op, krav, udgang if udgang and udgang.vaerdi == niveau else None, Art.FASTHOLDELSE)


def _sammenligning(op: Opgoerelse) -> Stilling | Udfald:
    """Regel mod-en-andens-tal: der sammenlignes med den andens tal for samme periode, ellers med aftalens tal."""
    laesning = op.laesning
    tegn = kravregler.tegn_for(laesning)
    fra, til = (laesning.maal.fra, laesning.maal.til) if laesning.maal else (None, None)
    givet = laesning.reference.vaerdi if laesning.reference else None
    tal = _valgt_tal(op, Krav(Fraction(0), tegn, fra, til))
    samme = [et.reference for et in tal.brugt if et.reference is not None] if tal else []
    if tal and len(samme) == len(tal.brugt):
        niveau, reference_i = sum((Fraction(et) for et in samme), Fraction(0)) / len(samme), "samme"
    elif givet is not None:
        niveau, reference_i = Fraction(givet), "givet"
    else:
        return Udfald(Hul.REFERENCE, tal)
    stilling = _mod_niveau(op, Krav(niveau, tegn, fra, til), None, Art.SAMMENLIGNING)
    return replace(stilling, vej=None, reference=niveau, reference_i=reference_i)


def _samlet(op: Opgoerelse, maal: Fraction) -> Stilling:
    """So and so many in all, counted up from the plan's first day; the plan follows time."""
    laesning = op.laesning
    punkt = laesning.maal or Punkt()
    krav = Krav(maal, kravregler.tegn_for(laesning), punkt.fra, punkt.til)
    i_perioden = tuple(et for et in op.maalinger if punkt.fra is None or et.til.year >= punkt.fra)
    tal = tallene.samlet_antal(i_perioden, laesning.enhed, op.regneregel)
    slut = date(punkt.til, 12, 31) if punkt.til else op.slut
    if tal is None:
        return Stilling(Art.SAMLET, krav, slutaar=punkt.til)
    stilling = Stilling(
        Art.SAMLET,
        krav,
        tal,
        naaet=kravregler.er_naaet(tal.vaerdi, krav),
        endelig=tal.foreloebig is None
        and (bool(slut and tal.til >= slut) or (_er_talt_op(tal) and _er_endelig(op, krav, tal))),
        slutaar=punkt.til,
        delmaal=next((et for et in op.delmaal if et.aar == tal.til.year), None),
    )
    if krav.tegn not in kravregler.OPAD or krav.vaerdi <= 0:
        return stilling
    vej = tal.vaerdi / krav.vaerdi
    start = date(punkt.fra, 1, 1) if punkt.fra and punkt.fra != punkt.til else op.start
    maaneder = kravregler.maaneder_gaaet(tal.til, start=start, slut=slut) if start and slut else None
    plan = Fraction(*maaneder) if maaneder else None
    if stilling.delmaal:
        plan, maaneder = Fraction(stilling.delmaal.vaerdi) / krav.vaerdi, None
    paa_plan = kravregler.er_paa_plan(vej, plan, op.tolerance)
    return replace(stilling, vej=vej, plan=plan, paa_plan=paa_plan, maaneder=maaneder)


def _er_talt_op(tal: Tal) -> bool:
    """A count on a day stands; a count of a period goes on to its December."""
    return tal.brugt[-1].fra == tal.til or tal.til.month == 12


def _aendring(op: Opgoerelse) -> Stilling | Udfald:
    """A size of change: of the period before, or of the baseline (then it is a level like any other)."""
    laesning = op.laesning
    aendring = laesning.aendring
    if aendring is None:
        return _umaalbar(op)
    foregaaende = aendring.grundlag == Grundlag.FOREGAAENDE_AAR or (laesning.pr and aendring.grundlag is None)
    if foregaaende:
        return perioder.aendring_pr_periode(op, laesning.pr or Pr.AAR)
    udgang = udgangspunkt(op)
    if udgang is None:
        return Udfald(Hul.UDGANGSPUNKT)
    fra, til = (laesning.maal.fra, laesning.maal.til) if laesning.maal else (None, None)
    gange = 1
    if laesning.pr:
        tal = tallene.seneste(_efter(op), laesning.enhed, op.regneregel)
        slutaar = til or op.sidste_aar or (tal.til.year if tal else None)
        gange = max(1, slutaar - udgang.til) if slutaar and udgang.til else 1
        fra = til = slutaar
    maal = perioder.aendret(udgang.vaerdi, op, gange)
    return _mod_niveau(op, Krav(maal, kravregler.tegn_for(laesning), fra, til), udgang)
