"""A plan's budget lines as the rows and cells of the grid. Two lines that say the same stand in a row each."""

from collections import defaultdict
from dataclasses import dataclass

from aftaler.models import Budgetpost, Helhedsplan
from aftaler.rules.budgetnet import Raekke, Staar
from aftaler.rules.penge import regnskabsaar

Celler = dict[int | None, Staar]


@dataclass(frozen=True)
class Net:
    """`aar` are the columns: the plan's years, years that lines have anyway, and None for the unknown.

    `raekker` are in the order of the lines; `rettet_af` says who last wrote each line.
    """

    aar: tuple[int | None, ...]
    raekker: dict[Raekke, Celler]
    rettet_af: dict[int, str]


def net(plan: Helhedsplan) -> Net:
    """One query."""
    raekker: dict[Raekke, Celler] = {}
    set_foer: dict[tuple, int] = defaultdict(int)
    rettet_af = {}
    aarene: set[int] = set(regnskabsaar(plan.start_dato, plan.slut_dato))
    poster = Budgetpost.objects.filter(helhedsplan=plan).select_related("rettet_af")
    for post in poster.order_by("kilde", "omkostningstype__raekkefoelge", "omkostningstype", "tekst", "aar", "pk"):
        faelles = (sted_af(post), post.omkostningstype_id, post.kilde_id, post.tekst)
        nr = set_foer[(*faelles, post.aar)]
        set_foer[(*faelles, post.aar)] += 1
        raekker.setdefault(Raekke(*faelles, nr), {})[post.aar] = Staar(post.pk, post.udgave, post.beloeb)
        rettet_af[post.pk] = str(post.rettet_af or "En anden")
        aarene |= {post.aar} if post.aar is not None else set()
    return Net((*sorted(aarene), None), raekker, rettet_af)


def sted_af(post: Budgetpost) -> str:
    """The line's place as the forms write it."""
    return f"delaftale-{post.delaftale_id}" if post.delaftale_id else str(post.placering)
