"""Rows of a document that is sent for approval stand still until it is approved, returned or withdrawn."""

from django.core.exceptions import ValidationError

from aftaler.models import Aendring, Delaftale, Helhedsplan


class ErIndsendt(ValidationError):
    """The document is on its way through the bodies; `aendring` is the change that holds it."""

    def __init__(self, aendring: Aendring) -> None:
        self.aendring = aendring
        hvad = "Delaftalen" if aendring.delaftale_id else "Den strategiske aftale"
        super().__init__(f"{hvad} er sendt til godkendelse og kan ikke rettes. Træk ændringen tilbage først.")


def kraev_aaben(plan: Helhedsplan, delaftale: Delaftale | None) -> None:
    """Call it before writing a row that the document prints: the strategic agreement where `delaftale` is None.

    Takes the plan's lock, so that nobody submits between the question and the writing. Raises ErIndsendt.
    """
    _laas(plan)
    if aaben := Aendring.objects.aabne(plan, delaftale).select_related("helhedsplan").first():
        raise ErIndsendt(aaben)


def kraev_alle_aabne(plan: Helhedsplan) -> None:
    """The same for rows that every document prints: the plan's facts, its parties, its areas. Raises ErIndsendt."""
    _laas(plan)
    aabne = Aendring.objects.filter(helhedsplan=plan).paa_vej()
    if aaben := aabne.select_related("helhedsplan").order_by("delaftale", "pk").last():
        raise ErIndsendt(aaben)


def _laas(plan: Helhedsplan) -> None:
    Helhedsplan.objects.select_for_update(of=("self",), no_key=True).get(pk=plan.pk)
