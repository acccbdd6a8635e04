"""The item "Godkendelse af referat": the body's next agenda gets it by itself, when either of the two is made.

It leaves again when the referat is approved in writing before that meeting.
"""

from django.db.models import F
from django.utils import timezone

from brugere.models import Bruger
from kerne import haendelser
from kerne.datoer import dato
from moeder.models import Behandling, Forslag, Moede, Referat, Sag
from moeder.rules.referat import FORSLAGSREGEL, punkttitel
from moeder.services.laasning import KanIkkeAendres
from moeder.services.standardpunkter import EGNE_DAGSORDENER
from moeder.statuses import DAGSORDEN_AABEN, Forslagstilstand, Moedetilstand, Punktart, Referattilstand


def saet_paa_naeste_moede(referat: Referat, *, af: Bruger) -> None:
    """The referat was sent: on the body's first agenda after the meeting, if there is one. Part of sending it.

    A meeting that brings its own agenda (an eftersyn) is held with others and approves nothing of the body's.
    """
    senere = Moede.objects.filter(
        organ=referat.moede.organ_id, begynder__gt=referat.moede.begynder, tilstand__in=DAGSORDEN_AABEN
    )
    egne = senere.exclude(tilstand=Moedetilstand.I_GANG).exclude(art__in=EGNE_DAGSORDENER)
    naeste = egne.order_by("begynder", "pk").first()
    if naeste:
        _saet_paa(naeste, referat, af)


def tag_af_dagsordenen(referat: Referat, *, af: Bruger) -> None:
    """It is approved already: its item leaves the agenda that has it. Part of approving it in writing.

    An item that somebody wrote on waits in the backlog; a meeting under way decides itself. Raises KanIkkeAendres.
    """
    plan = referat.moede.helhedsplan
    forslag = Forslag.objects.filter(helhedsplan=plan, regel=FORSLAGSREGEL, noegle=referat.moede.kode)
    punkt = Behandling.objects.filter(forslag__in=forslag, moede__tilstand__in=DAGSORDEN_AABEN).first()
    if punkt is None:
        return
    moede = Moede.objects.select_for_update(of=("self",)).get(pk=punkt.moede_id)
    if moede.tilstand == Moedetilstand.I_GANG:
        raise KanIkkeAendres(f"Referatet er på dagsordenen for {moede}, der er i gang. Afgør det dér.")
    if punkt.udgave > 1 or punkt.bilag.exists() or punkt.henvisninger.exists():
        Behandling.objects.filter(pk=punkt.pk).update(moede=None)
    else:
        sag = punkt.sag
        punkt.delete()
        if not sag.behandlinger.exists():
            sag.delete()
    haendelser.skriv(moede, f"punktet »{punkt}« er taget af", af=af, kreds=plan.slug)


def saet_ventende_referater(moede: Moede, *, af: Bruger) -> None:
    """A meeting was made: every referat of the body that waits for approval goes on its agenda. Part of making it."""
    ventende = Referat.objects.filter(
        moede__organ=moede.organ_id, moede__begynder__lt=moede.begynder, tilstand=Referattilstand.TIL_KOMMENTERING
    )
    for referat in ventende.select_related("moede__helhedsplan").order_by("moede__begynder", "pk"):
        _saet_paa(moede, referat, af)


def _saet_paa(moede: Moede, referat: Referat, af: Bruger) -> None:
    """Once: a referat that stands on an open agenda already is not put on another."""
    plan = referat.moede.helhedsplan
    forslag, _ = Forslag.objects.get_or_create(
        helhedsplan=plan,
        regel=FORSLAGSREGEL,
        noegle=referat.moede.kode,
        defaults={"titel": _titel(referat), "grund": "Referatet er sendt til kommentering."},
    )
    staar_paa = forslag.behandling and forslag.behandling.moede
    if staar_paa and staar_paa.tilstand in DAGSORDEN_AABEN:
        return
    Behandling.objects.filter(moede=moede).update(raekkefoelge=F("raekkefoelge") + 1)
    punkt = Behandling.objects.create(
        sag=Sag.objects.create(helhedsplan=plan, titel=_titel(referat)),
        moede=moede,
        raekkefoelge=1,
        titel=_titel(referat),
        art=Punktart.BESLUTNING,
        minutter=5,
    )
    forslag.behandling, forslag.tilstand = punkt, Forslagstilstand.TAGET_MED
    forslag.afgjort_af, forslag.afgjort_tidspunkt = af, timezone.now()
    forslag.save(update_fields=["behandling", "tilstand", "afgjort_af", "afgjort_tidspunkt"])
    haendelser.skriv(moede, f"fik punktet »{punkt}«", af=af, kreds=plan.slug)


def _titel(referat: Referat) -> str:
    return punkttitel(dato(timezone.localtime(referat.moede.begynder)))
