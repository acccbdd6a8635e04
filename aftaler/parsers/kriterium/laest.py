"""A sentence whose roles and form are known: what every field asks."""

import re
from dataclasses import dataclass

from aftaler.laesning import Form, Punkt
from aftaler.parsers.kriterium.rolleord import MAAL
from aftaler.parsers.kriterium.roller import Roller
from aftaler.parsers.kriterium.skelet import Skelet
from aftaler.parsers.kriterium.tid import Tid


@dataclass(frozen=True)
class Laest:
    skelet: Skelet
    roller: Roller
    form: Form

    @property
    def maalsteder(self) -> list[int]:
        """Positions of the target figures."""
        return self.roller.med(MAAL)

    def tid_ved(self, sted: int) -> Tid:
        """The window at a position; "fra 2020" (or a school year) without "til" is open at its end."""
        tid = self.skelet.tid_ved(sted)
        foer, efter = self.skelet.tekst[:sted], self.skelet.tekst[sted + 1 :]
        er_maal = self.roller.tider[sted] == MAAL
        fra = er_maal and re.search(r"\bfra\s+(?:og med\s+)?$", foer, re.I) and not re.match(r"\s+til\b", efter)
        aaben = fra or re.match(r"\s+og (?:frem|efter|over|senere)", efter)
        return Tid(tid.fra, None) if aaben and tid.til - tid.fra <= 1 else tid

    def tider(self, rolle: str) -> list[int]:
        return [sted for sted, r in sorted(self.roller.tider.items()) if r == rolle]

    def punkt(self, rolle: str) -> Punkt | None:
        """Value and window of a role; the window that follows the value goes before one elsewhere."""
        tal, tider = self.roller.med(rolle), self.tider(rolle)
        if not tal and not tider:
            return None
        vaerdi = self.skelet.tal_ved(tal[0]).vaerdi if tal else None
        naeste = tal[1] if len(tal) > 1 else len(self.skelet.tekst)
        egen = [t for t in tider if tal and tal[0] < t < naeste] or tider
        if not egen:
            return Punkt(vaerdi)
        foerste = self.tid_ved(egen[0])
        sidste = self.tid_ved(egen[1]) if len(egen) > 1 and self._er_vindue(egen) else foerste
        return Punkt(vaerdi, foerste.fra, sidste.til)

    def _er_vindue(self, tider: list[int]) -> bool:
        """ "fra 2019 til 2022" as one window of the target."""
        return bool(re.fullmatch(r"\s*(?:til|-|og)\s*(?:og med\s*)?", self.skelet.tekst[tider[0] + 1 : tider[1]]))
