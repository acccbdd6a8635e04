"""The signs: one shape and one colour for each status and mark of `kerne.farver`. Filled is known, open isn't yet."""

from collections.abc import Callable
from functools import cache

from django.utils.safestring import SafeString

from kerne.diagrammer.svg import Maal, billede, cirkel, el, rude, samlet
from kerne.farver import HVID, UDTRYK, Form

RUND = {"stroke_linecap": "round", "stroke_linejoin": "round"}


@cache  # a handful of signs in a handful of sizes, many times on a page
def tegn(kode: str, stoerrelse: Maal = 20, *, titel: str | None = None) -> SafeString:
    """The sign of a status or mark, `stoerrelse` px square. With `titel` it says its meaning, else it is decoration."""
    udtryk = UDTRYK[kode]
    return billede(stoerrelse, stoerrelse, FORMER[udtryk.form](udtryk.staerk), titel=titel, boks="0 0 24 24")


def _strog(d: str, farve: str, tykkelse: Maal = 2.4) -> SafeString:
    return el("path", d=d, fill="none", stroke=farve, stroke_width=tykkelse, **RUND)


def _flueben(farve: str) -> SafeString:
    return samlet([cirkel(12, 12, 11, farve), _strog("M6.8 12.4l3.6 3.6 6.8-7.4", HVID)])


def _pil(farve: str) -> SafeString:
    return samlet([cirkel(12, 12, 11, farve), _strog("M6.4 12h11M12.6 7.2l4.8 4.8-4.8 4.8", HVID)])


def _udraab(farve: str) -> SafeString:
    trekant = el("path", d="M12 2.7L22.4 21H1.6z", fill=farve, stroke=farve, stroke_width=2.2, stroke_linejoin="round")
    return samlet([trekant, _strog("M12 8.8v5.4", HVID), cirkel(12, 18, 1.5, HVID)])


def _kryds(farve: str) -> SafeString:
    return samlet([rude(1.5, 1.5, 21, 21, farve, rx=2.5), _strog("M7.6 7.6l8.8 8.8M16.4 7.6l-8.8 8.8", HVID)])


def _halv(farve: str) -> SafeString:
    ring = cirkel(12, 12, 9.9, HVID, stroke=farve, stroke_width=2.2)
    return samlet([ring, el("path", d="M12 2.1a9.9 9.9 0 0 0 0 19.8z", fill=farve)])


def _prik_streg(farve: str) -> SafeString:
    return cirkel(12, 12, 9.9, "none", stroke=farve, stroke_width=2.2, stroke_dasharray="5.6 3.2 0.1 3.54",
                  stroke_linecap="round")  # fmt: skip


def _stiplet(farve: str) -> SafeString:
    ring = cirkel(12, 12, 9.9, "none", stroke=farve, stroke_width=2.2, stroke_dasharray="3.6 2.62")
    spoergsmaal = _strog("M9.3 9.7a2.8 2.8 0 1 1 4.3 2.3c-1 .7-1.6 1.2-1.6 2.2", farve, 2)
    return samlet([ring, spoergsmaal, cirkel(12, 17.1, 1.25, farve)])


def _streg(farve: str) -> SafeString:
    diamant = el("path", d="M12 1.9L22.1 12 12 22.1 1.9 12z", fill="none", stroke=farve, stroke_width=2.1,
                 stroke_linejoin="round")  # fmt: skip
    return samlet([diamant, _strog("M8.6 12h6.8", farve, 2.1)])


FORMER: dict[Form, Callable[[str], SafeString]] = {
    Form.CIRKEL_FLUEBEN: _flueben,
    Form.CIRKEL_PIL: _pil,
    Form.TREKANT_UDRAAB: _udraab,
    Form.FIRKANT_KRYDS: _kryds,
    Form.CIRKEL_HALV: _halv,
    Form.CIRKEL_PRIK_STREG: _prik_streg,
    Form.CIRKEL_STIPLET: _stiplet,
    Form.RUDE_STREG: _streg,
}
