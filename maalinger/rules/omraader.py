"""Criteria that hold area by area: each judged by its own figures, and together by the one that is worst off."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from aftaler.laesning import Enhed, Form, Laesning, Omraadetal, Punkt, Sammenligning
from maalinger.rules import ord as ordvalg
from maalinger.rules.krav import Krav
from maalinger.rules.opgoerelse import Opgoerelse
from maalinger.rules.tallene import er_maalt
from maalinger.rules.typer import Maalt, Omraadestatus, Opfyldelse
from maalinger.statuses import VAERST_FOERST, Status

SAMLET = "Samlet"


def del_op(op: Opgoerelse, navne: tuple[str, ...]) -> list[tuple[str | None, Opgoerelse]]:
    """Regel omraade-for-omraade: har områderne hver deres mål, eller er kun de målt, bedømmes de hver for sig.

    Empty when the criterion is one series. Name None is all areas together, judged when it is measured itself.
    """
    maalbar = op.laesning.maalbar or op.laesning.form == Form.SAMMENLIGNING
    if not op.laesning.omraader and not maalbar:
        return []
    egne = {_noegle(et.navn): et for et in op.laesning.omraader}
    samlet_maalt = any(et.omraade is None and er_maalt(et) for et in op.maalinger)
    if not egne and not navne:
        if samlet_maalt:
            return []
        navne = tuple(dict.fromkeys(et.omraade for et in op.maalinger if et.omraade))
        if not navne:
            return []
    alle = tuple(dict.fromkeys([*(et.navn for et in op.laesning.omraader), *navne]))
    maalte = _pr_omraade(op.maalinger)
    dele: list[tuple[str | None, Opgoerelse]] = [
        (navn, _del(op, navn, egne.get(_noegle(navn)), maalte.get(_noegle(navn), ()))) for navn in alle
    ]
    har_faelles_maal = not egne or (op.laesning.maal is not None and op.laesning.maal.vaerdi is not None)
    if samlet_maalt and har_faelles_maal:
        faelles = replace(op.laesning, omraader=())
        maalinger = tuple(et for et in op.maalinger if et.omraade is None)
        delmaal = tuple(et for et in op.delmaal if et.omraade is None)
        dele.insert(0, (None, replace(op, laesning=faelles, maalinger=maalinger, delmaal=delmaal)))
    return _med_frist(dele)


def _pr_omraade(maalinger: Iterable[Maalt]) -> dict[str, list[Maalt]]:
    """The measurements by the key of their area; each spelling of a name is read once."""
    noegler: dict[str | None, str] = {}
    resultat: dict[str, list[Maalt]] = {}
    for et in maalinger:
        if et.omraade not in noegler:
            noegler[et.omraade] = _noegle(et.omraade)
        resultat.setdefault(noegler[et.omraade], []).append(et)
    return resultat


def _del(op: Opgoerelse, navn: str, eget: Omraadetal | None, maalinger: Iterable[Maalt]) -> Opgoerelse:
    """One area's part: its own measurements, its own goal or the common one, and a baseline only if it was measured."""
    return replace(
        op,
        laesning=_laesning(op.laesning, eget),
        maalinger=tuple(maalinger),
        delmaal=tuple(et for et in op.delmaal if et.omraade and _noegle(et.omraade) == _noegle(navn)),
    )


def _laesning(laesning: Laesning, eget: Omraadetal | None) -> Laesning:
    baseline = replace(laesning.baseline, vaerdi=None) if laesning.baseline else None
    if eget is None:
        return replace(laesning, baseline=baseline, omraader=())
    maal = laesning.maal or Punkt()
    form = laesning.form if laesning.form in (Form.ANTAL, Form.ANDEL) else Form.NIVEAU
    return replace(
        laesning,
        form=form,
        maalbar=True,
        baseline=baseline,
        maal=replace(maal, vaerdi=eget.vaerdi),
        sammenligning=eget.sammenligning or laesning.sammenligning,
        aendring=None,
        reference=None,
        omraader=(),
        mangler=(),
    )


def _med_frist(dele: list[tuple[str | None, Opgoerelse]]) -> list[tuple[str | None, Opgoerelse]]:
    """What is overdue is overdue where it wasn't measured: an area that is further on than another isn't late."""
    nyeste = [max((et.til for et in del_.maalinger), default=None) for _, del_ in dele]
    sidst = max((et for et in nyeste if et), default=None)
    if all(et == sidst for et in nyeste):
        return dele
    return [
        (navn, replace(del_, forfald=None) if til == sidst else del_)
        for (navn, del_), til in zip(dele, nyeste, strict=True)
    ]


def saml(svar: Sequence[tuple[str | None, Opfyldelse]]) -> Opfyldelse:
    """Regel vaerste-omraade-vinder: det område, der er længst fra, afgør; et område uden måling nævnes.

    The sentence lacks its last words, which are the whole criterion's.
    """
    vaerst = min((et.status for _, et in svar), key=VAERST_FOERST.index)
    afgoerende = next(et for _, et in svar if et.status == vaerst)
    saetning = " ".join(_led(navn, et) for navn, et in svar)
    return Opfyldelse(
        vaerst,
        saetning,
        foreloebig=afgoerende.foreloebig,
        foreloebig_enhed=afgoerende.foreloebig_enhed,
        maal_fra=afgoerende.maal_fra,
        maal_til=afgoerende.maal_til,
        slutaar=afgoerende.slutaar,
        enhed=afgoerende.enhed,
        derfor="Det område, der er længst fra målet, afgør. Derfor:",
        regel="Regel: hvert område for sig, det værste afgør.",
        mangler=tuple(dict.fromkeys(mangel for _, et in svar for mangel in et.mangler)),
        omraader=tuple(Omraadestatus(navn, et) for navn, et in svar),
    )


def _led(navn: str | None, svar: Opfyldelse) -> str:
    """ "Motalavej: 31,2 pr. 1.000 i 2021, målet er under 30 pr. 1.000, bagud." An area without a figure says so."""
    hvem = navn or SAMLET
    if svar.status == Status.IKKE_MAALBART:
        return f"{hvem} er ikke målbart endnu."
    if svar.vaerdi is None or svar.maal is None:
        return f"{hvem} er ikke målt."
    naar = svar.periode if svar.fra == svar.til else f"i {svar.periode}"
    enhed = Enhed(svar.enhed) if svar.enhed else None
    krav = Krav(Fraction(svar.maal), svar.sammenligning or Sammenligning.MINDST)
    figur = ordvalg.figur(Fraction(svar.vaerdi), enhed, mod=krav)
    return f"{hvem}: {figur} {naar}, målet er {ordvalg.niveau(krav, enhed)}, {svar.status.label.lower()}."


def _noegle(navn: str | None) -> str:
    return " ".join((navn or "").split()).casefold()
