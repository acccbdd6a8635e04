"""The agenda of an ét-års-eftersyn: Landsbyggefonden's four headings, filled with what the plan knows that day."""

from django.db import transaction
from django.utils import timezone

from brugere.models import Bruger
from moeder.models import Moede
from moeder.services import dagsorden, punktdele
from moeder.services.dagsorden import NytPunkt
from overblik.reports.eftersyn import aabne_opgaver, fakta
from overblik.rules.eftersynsmoede import dagsordenen
from overblik.services.forslag import planens_emne


@transaction.atomic
def saet_paa_dagsordenen(moede: Moede, *, af: Bruger) -> None:
    """Those of the four that do not stand there; they are written on like any other item. Part of making the meeting.

    Raises PermissionDenied, moeder's KanIkkeAendres.
    """
    plan = moede.helhedsplan
    staar = set(moede.behandlinger.values_list("titel", flat=True))
    punkter = dagsordenen(fakta(plan, dato=timezone.localdate(), opgaver=aabne_opgaver(plan)))
    for titel, udkast in punkter:
        if titel in staar:
            continue
        felter = {navn: getattr(udkast, navn) for navn in ("art", "minutter", "sagsfremstilling", "indstilling")}
        punkt = dagsorden.opret_punkt(plan, moede, NytPunkt({"titel": titel, "lukket": False, **felter}), af=af)
        for emne, noegle in udkast.emner:
            if ting := planens_emne(plan, emne, noegle):
                punktdele.tilfoej_henvisning(punkt, ting, af=af)
