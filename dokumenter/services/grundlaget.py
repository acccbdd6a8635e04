"""What the choice of one paper comes to, as the reader may have it."""

from datetime import date

from aftaler.models import Helhedsplan
from brugere.models import Bruger
from dokumenter.reports import moedegrundlag
from dokumenter.reports.grundlag import Grundlag, Valg, find
from dokumenter.statuses import Papir


def find_papir(plan: Helhedsplan, papir: Papir, valg: Valg, *, i_dag: date, laeser: Bruger | None) -> Grundlag:
    """`laeser` sees of a meeting what its page shows them; None is the command, for whoever runs the server.

    Raises IngenUdgave.
    """
    if papir in moedegrundlag.PR_MOEDE:
        return moedegrundlag.find(plan, papir, valg, moedegrundlag.moedelaeser(plan, laeser), i_dag=i_dag)
    return find(plan, papir, valg, i_dag=i_dag)
