"""The agenda of an ét-års-eftersyn: Landsbyggefonden's four headings, filled with what the plan knows that day."""

from django.db import transaction
from django.utils import timezone

from brugere.models import Bruger
from moeder.models import Behandling, Forslag, Moede
from moeder.services import dagsorden, punktdele
from moeder.services.dagsorden import NytPunkt
from moeder.statuses import Forslagstilstand
from overblik.reports.eftersyn import aabne_opgaver, fakta
from overblik.rules.eftersynsmoede import dagsordenen
from overblik.services.forslag import planens_emne

REGEL = "eftersyn-dagsorden"


@transaction.atomic
def saet_paa_dagsordenen(moede: Moede, *, af: Bruger) -> None:
    """Those of the four that do not stand there; they are written on like any other item. Part of making the meeting.

    Raises PermissionDenied, moeder's KanIkkeAendres.
    """
    plan = moede.helhedsplan
    staar = set(moede.behandlinger.values_list("titel", flat=True))
    punkter = dagsordenen(fakta(plan, dato=timezone.localdate(), opgaver=aabne_opgaver(plan)))
    for nr, (titel, udkast) in enumerate(punkter, 1):
        if titel in staar:
            continue
        felter = {navn: getattr(udkast, navn) for navn in ("art", "minutter", "sagsfremstilling", "indstilling")}
        punkt = dagsorden.opret_punkt(plan, moede, NytPunkt({"titel": titel, "lukket": False, **felter}), af=af)
        for emne, noegle in udkast.emner:
            if ting := planens_emne(plan, emne, noegle):
                punktdele.tilfoej_henvisning(punkt, ting, af=af)
        _husk(punkt, nr, af)


def _husk(punkt: Behandling, nr: int, af: Bruger) -> None:
    """It made itself: so it goes again with a draft that nobody wrote on."""
    plan, moede = punkt.sag.helhedsplan, punkt.moede
    ord_ = {"titel": punkt.titel, "grund": "Et ét-års-eftersyn har Landsbyggefondens fire punkter."}
    afgjort = {"tilstand": Forslagstilstand.TAGET_MED, "afgjort_af": af, "afgjort_tidspunkt": timezone.now()}
    Forslag.objects.update_or_create(
        helhedsplan=plan, regel=REGEL, noegle=f"{moede.kode}-{nr}", defaults={**ord_, **afgjort, "behandling": punkt}
    )
