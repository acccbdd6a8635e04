"""What tells one line of a ledger from every other."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from aftaler.rules.penge import OERE


def linjenoegler(linjer: Sequence[tuple[date, Decimal, int, str, str]]) -> list[str]:
    """Regel samme-linje-en-gang: en linje kendes på dato, beløb, år, tekst og bilag; ens linjer i én fil tælles hver.

    A file with the same lines in another order, or with more of them, gives the old lines their old keys.
    """
    set_foer: Counter[str] = Counter()
    noegler = []
    for dato, beloeb, aar, tekst, bilagsnr in linjer:
        led = (dato.isoformat(), str(beloeb.quantize(OERE)), str(aar), " ".join(tekst.split()), bilagsnr.strip())
        indhold = "\x1f".join(led)
        set_foer[indhold] += 1
        noegler.append(hashlib.sha256(f"{indhold}\x1f{set_foer[indhold]}".encode()).hexdigest())
    return noegler
