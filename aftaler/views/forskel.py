"""What a page needs to show a difference: only what the person may see, long unchanged stretches shortened."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from aftaler import permissions
from aftaler.models import Helhedsplan
from aftaler.snapshot.forskel import Forskel, Led
from aftaler.snapshot.klausuler import er_penge
from brugere.models import Bruger
from brugere.roles import Ret

LAENGST = 600  # characters of unchanged text shown in one run
KANT = 200  # characters kept on each side of what is left out


def forskelskontekst(bruger: Bruger, plan: Helhedsplan, alle: Sequence[Forskel]) -> dict[str, Any]:
    """`forskelle` to show, and `skjulte`: how many are money in detail that the person may not see."""
    if permissions.har_ret(bruger, Ret.PENGE_SE, plan):
        viste = list(alle)
    else:
        viste = [et for et in alle if not er_penge(et.sti)]
    return {"forskelle": [kortet(et) for et in viste], "skjulte": len(alle) - len(viste)}


def kortet(forskel: Forskel) -> Forskel:
    return replace(forskel, led=tuple(_kort(et) for et in forskel.led))


def _kort(led: Led) -> Led:
    """A long unchanged stretch keeps its edges, broken at whole words."""
    if led.tegn != "=" or len(led.tekst) <= LAENGST:
        return led
    start = led.tekst[:KANT].rsplit(" ", 1)[0]
    slut = led.tekst[-KANT:].split(" ", 1)[-1]
    return Led("=", f"{start} […] {slut}")
