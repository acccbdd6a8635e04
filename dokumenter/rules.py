"""What the rules say about orders: pure, no clock and no writes."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.utils.text import slugify

from dokumenter.statuses import FLEST_FORSOEG, OVERGANGE, Tilstand
from kerne.arbejdsdage import foerste_arbejdsdag

UDEN_LIVSTEGN = timedelta(seconds=60)  # longer than any pause between two heartbeats of a living worker
LAENGSTE_NAVN = 60  # signs of a file's name in an archive, before its ending
_BOGSTAVER = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})
TEGN_PR_SIDE = 2900  # characters of HTML on an average page of an agreement


def kan_skifte(fra: Tilstand, til: Tilstand) -> bool:
    return til in OVERGANGE[fra]


def glemt_foer(nu: datetime) -> datetime:
    """Regel glemt-efter-et-minut: en bestilling uden livstegn i et minut er glemt, og der ringes igen.

    The moment before which the last sign of life is too old.
    """
    return nu - UDEN_LIVSTEGN


def har_flere_forsoeg(forsoeg: int) -> bool:
    """Regel tre-forsoeg: et papir forsøges lavet tre gange, derefter siger bestillingen, at det ikke gik."""
    return forsoeg < FLEST_FORSOEG


def er_tid_til_maanedens(dag: date) -> bool:
    """Regel maanedens-budgetoversigt: den bestilles månedens første arbejdsdag, eller så snart det kan lade sig gøre.

    True from that day on: the order itself is only made once.
    """
    return dag >= foerste_arbejdsdag(dag.year, dag.month)


def maanedens_regnskabsaar(dag: date, start: date, slut: date) -> int:
    """Regel maanedens-regnskabsaar: månedens budgetoversigt er for det regnskabsår, den forrige måned ligger i.

    Never a year outside the plan.
    """
    sidste_maaned = dag.replace(day=1) - timedelta(days=1)
    return min(max(sidste_maaned.year, start.year), slut.year)


def anslaaet_sider(tegn: int) -> int:
    """How many pages the HTML will give, for the progress only."""
    return max(2, round(tegn / TEGN_PR_SIDE))


def fremdrift(sider: int, *, anslaaet: int) -> int:
    """Percent while the pages are set: from 10 to 85 of the whole; writing the file is the rest."""
    return 10 + min(75, round(75 * sider / anslaaet))


def ascii_navn(navn: str) -> str:
    """Regel navne-i-arkivet: filer i et arkiv hedder noget med bogstaverne a-z, tal og bindestreg, højst 60 tegn."""
    return slugify(navn.translate(_BOGSTAVER))[:LAENGSTE_NAVN].strip("-") or "fil"


def unik_plads(plads: str, optagne: Collection[str]) -> str:
    """Regel pladser-i-arkivet: to filer ligger aldrig samme sted; den næste får et tal efter navnet."""
    stamme, prik, endelse = plads.rpartition(".")
    ny, nr = plads, 2
    while ny in optagne:
        ny, nr = f"{stamme}-{nr}{prik}{endelse}", nr + 1
    return ny
