"""The whole budget grid saved in one go: one transaction, one audit line, and nobody's cell overwritten unseen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError

from aftaler import permissions
from aftaler.models import Budgetpost, Delaftale, Helhedsplan
from aftaler.reports.budgetnet import net
from aftaler.rules.budgetnet import Celle, Staar
from aftaler.services.budget import KanIkkeSlettes, kontroller, laas_plan
from brugere.models import Bruger
from kerne import haendelser, laas

Steder = Mapping[str, tuple[str, str, Delaftale | None]]  # key → words, placering, delaftale


@dataclass(frozen=True)
class Sammenstoed:
    """A cell, and what somebody else may have written in it (None: it is empty now)."""

    celle: Celle
    deres: Staar | None
    af: str


class NetRettetImens(Exception):
    """Somebody saved cells that this person changed too; nothing is written."""

    def __init__(self, sammenstoed: Sequence[Sammenstoed]) -> None:
        self.sammenstoed = tuple(sammenstoed)
        super().__init__("En anden har gemt i de samme celler. Begges tal er bevaret.")


@dataclass(frozen=True)
class Gemt:
    """How many cells got a line, got another amount, and were emptied."""

    nye: int = 0
    rettede: int = 0
    toemte: int = 0

    def __str__(self) -> str:
        led = [(self.nye, "ny", "nye"), (self.rettede, "rettet", "rettede"), (self.toemte, "tømt", "tømte")]
        return ", ".join(f"{antal} {ental if antal == 1 else flertal}" for antal, ental, flertal in led if antal)


@transaction.atomic
def gem_net(
    plan: Helhedsplan,
    celler: Sequence[Celle],
    *,
    steder: Steder,
    af: Bruger,
) -> Gemt:
    """Write the cells that were changed, all or none. `steder` says what the rows' places are (forms.budget.steder).

    A cell that somebody else meanwhile gave the same amount is no conflict. Raises PermissionDenied,
    laasning.ErIndsendt, NetRettetImens, ValidationError.
    """
    if not permissions.maa_rette_penge(af, plan):
        raise PermissionDenied
    aendrede = [et for et in celler if et.er_aendret]
    if not aendrede:
        return Gemt()
    laas_plan(plan, af, *(steder[et.raekke.sted][2] for et in aendrede))
    staar = _staar_nu(plan, aendrede)
    uens = [et for et in aendrede if _beloeb(staar[et].deres) != et.nu]
    if sammenstoed := [staar[et] for et in uens if staar[et].deres != et.foer]:
        raise NetRettetImens(sammenstoed)
    gemt = Gemt(
        nye=len([_opret(plan, et, steder) for et in uens if et.foer is None and et.nu is not None]),
        rettede=len([_ret(et.foer, et.nu, af) for et in uens if et.foer is not None and et.nu is not None]),
        toemte=len([_toem(et.foer) for et in uens if et.foer is not None and et.nu is None]),
    )
    if uens:
        haendelser.skriv(plan, f"rettede budgettet i nettet: {gemt}", af=af, kreds=plan.slug)
    return gemt


def _staar_nu(plan: Helhedsplan, celler: Sequence[Celle]) -> dict[Celle, Sammenstoed]:
    """What each cell holds now, whoever wrote it: the line that was there, else the line that is."""
    nu = net(plan)
    pr_post = {et.post: et for egne in nu.raekker.values() for et in egne.values()}
    ud = {}
    for celle in celler:
        if celle.foer is not None:
            deres = pr_post.get(celle.foer.post)
        else:
            deres = nu.raekker.get(celle.raekke, {}).get(celle.aar)
        ud[celle] = Sammenstoed(celle, deres, nu.rettet_af[deres.post] if deres else "En anden")
    return ud


def _beloeb(staar: Staar | None) -> Decimal | None:
    return None if staar is None else staar.beloeb


def _opret(plan: Helhedsplan, celle: Celle, steder: Steder) -> None:
    _, placering, delaftale = steder[celle.raekke.sted]
    post = Budgetpost(
        helhedsplan=plan,
        placering=placering,
        delaftale=delaftale,
        aar=celle.aar,
        omkostningstype_id=celle.raekke.type,
        kilde_id=celle.raekke.kilde,
        tekst=celle.raekke.tekst,
        beloeb=celle.nu,
    )
    kontroller(post)
    post.save()


def _ret(foer: Staar, beloeb: Decimal, af: Bruger) -> None:
    post = Budgetpost.objects.select_related("helhedsplan").get(pk=foer.post)
    post.beloeb = beloeb
    kontroller(post)
    laas.gem(post, udgave=foer.udgave, af=af, beloeb=beloeb)


def _toem(foer: Staar) -> None:
    post = Budgetpost.objects.get(pk=foer.post)
    try:
        with transaction.atomic():
            post.delete()
    except ProtectedError as fejl:
        raise KanIkkeSlettes(f"{post} er i brug på et møde. Skriv 0 i stedet for at tømme cellen.") from fejl
