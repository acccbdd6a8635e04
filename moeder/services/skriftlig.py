"""Approving a referat in writing: the members are asked with a deadline, and the secretary closes it when all have."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from brugere.models import Bruger
from kerne import datoer, haendelser, laas
from kerne.arbejdsdage import flyt_arbejdsdage
from moeder.models import Referat, Referatudgave
from moeder.reports.godkendelser import skriftlig_stand
from moeder.rules import referat as regler
from moeder.services.godkendelsespunkt import saet_paa_naeste_moede, tag_af_dagsordenen
from moeder.services.laasning import KanIkkeAendres
from moeder.services.referat import kraev_skift, kreds, laas_referat, ny_udgave, send_breve
from moeder.statuses import Referattilstand


@transaction.atomic
def bed_om_skriftlig_godkendelse(referat: Referat, *, arbejdsdage: int, af: Bruger) -> Referatudgave:
    """Ask each member to approve the newest edition; a draft is sent with it. It stays on the next agenda meanwhile.

    Raises PermissionDenied, KanIkkeAendres, ValidationError.
    """
    referat = laas_referat(referat, af)
    if referat.tilstand == Referattilstand.GODKENDT:
        raise KanIkkeAendres(regler.hvorfor_ikke_skifte(referat.tilstand, Referattilstand.TIL_KOMMENTERING))
    if fejl := regler.fejl_i_arbejdsdagene(arbejdsdage):
        raise ValidationError({"arbejdsdage": fejl})
    er_kladde = referat.tilstand == Referattilstand.KLADDE
    udgave = ny_udgave(referat, af) if er_kladde else referat.udgaver.first()
    frist = flyt_arbejdsdage(timezone.localdate(), arbejdsdage)
    sendt = Referattilstand.TIL_KOMMENTERING
    laas.gem(referat, udgave=referat.udgave, af=af, tilstand=sendt, kommentarfrist_dato=frist)
    hvad = f"udgave {udgave.nr} sendt til skriftlig godkendelse senest {datoer.dato(frist)}"
    haendelser.skriv(referat, hvad, af=af, kreds=kreds(referat))
    if er_kladde:
        saet_paa_naeste_moede(referat, af=af)
    send_breve(referat, udgave, frist, skriftligt=True)
    return udgave


@transaction.atomic
def godkend_skriftligt(referat: Referat, *, af: Bruger) -> None:
    """All who were there have approved the newest edition, so it is approved, and the item leaves the next agenda.

    Raises PermissionDenied, KanIkkeAendres.
    """
    referat = laas_referat(referat, af)
    kraev_skift(referat, Referattilstand.GODKENDT)
    stand = skriftlig_stand(referat, referat.udgaver.first())
    if grund := regler.hvorfor_ikke_skriftligt(stand.til_stede, stand.mangler, stand.kan_ikke):
        raise KanIkkeAendres(grund)
    tag_af_dagsordenen(referat, af=af)
    nu = timezone.now()
    laas.gem(referat, udgave=referat.udgave, af=af, tilstand=Referattilstand.GODKENDT, godkendt_tidspunkt=nu)
    haendelser.skriv(referat, "godkendt skriftligt", af=af, kreds=kreds(referat))
