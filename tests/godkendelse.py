"""A document that is approved already, for tests whose story begins after that."""

from datetime import date
from typing import Any

from aftaler.models import Delaftale, Helhedsplan, Version
from aftaler.services import versioner
from brugere.models import Bruger


def godkend_dokument(
    plan: Helhedsplan, delaftale: Delaftale | None, *, af: Bruger, godkendt_dato: date, gaelder_fra: date, **mere: Any
) -> Version:
    """The document's rows as they stand, frozen as its next version; nobody is asked."""
    indhold = versioner.kladde(plan, delaftale)
    return versioner.frys(
        plan, delaftale, indhold=indhold, gaelder_fra=gaelder_fra, godkendt_dato=godkendt_dato, af=af, **mere
    )
