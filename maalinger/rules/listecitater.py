"""Where an agreement quotes a list's criterion in its own words: the law's stands beside it (domain.md 3.3)."""

import re

NAEVNER_LISTEN = re.compile(
    r"ghetto|parallelsamfund|omdannelsesområde|forebyggelsesområde"
    r"|(ministeriets|regeringens|listens) (liste|kriteri|grænse)",
    re.IGNORECASE,
)
# What a quotation is about -> the indicator of the list's criterion
OM = {
    "doemte": re.compile(r"dømt|domme\b|afgørelse|straffelov|kriminal", re.IGNORECASE),
    "uden-arbejde-og-uddannelse": re.compile(r"uden (for )?(arbejd|beskæftig|tilknytning)|ledig", re.IGNORECASE),
    "kun-grundskole-30-59": re.compile(r"grundskole", re.IGNORECASE),
    "bruttoindkomst-af-region": re.compile(r"indkomst", re.IGNORECASE),
    "ikke-vestlige": re.compile(r"ikke-?\s?vestlig", re.IGNORECASE),
}


def citeret(tekst: str) -> str | None:
    """Regel lovens-ord-ved-siden-af: nævner aftalen en listes kriterium, vises lovens egen grænse ved siden af.

    The indicator that the sentence is about, or None when it quotes no list.
    """
    if not NAEVNER_LISTEN.search(tekst):
        return None
    return next((kode for kode, om in OM.items() if om.search(tekst)), None)
