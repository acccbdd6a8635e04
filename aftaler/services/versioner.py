"""Freezing an approved document: a line of immutable versions per document."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from aftaler import permissions, rules, snapshot
from aftaler.models import Delaftale, Helhedsplan, Version
from brugere.models import Bruger
from kerne import haendelser
from kerne.datoer import dato as dato_tekst


class KanIkkeGodkendes(ValidationError):
    """The document can't become a version; the message is the reason in Danish."""


def kladde(plan: Helhedsplan, delaftale: Delaftale | None) -> dict:
    """The document as its rows stand now."""
    return snapshot.delaftale(delaftale) if delaftale else snapshot.strategisk(plan)


def kladder(plan: Helhedsplan) -> dict[int | None, dict]:
    """Every document of the plan as its rows stand now, by delaftale; None is the strategic agreement."""
    noegler = plan.indsatsomraader.filter(delaftale__isnull=False).order_by("omraadetype__nr", "delaftale__pk")
    return {
        None: snapshot.strategisk(plan),
        **dict(zip(noegler.values_list("delaftale__pk", flat=True), snapshot.delaftaler(plan), strict=True)),
    }


@transaction.atomic
def godkend_dokument(
    plan: Helhedsplan,
    delaftale: Delaftale | None,
    *,
    gaelder_fra: date,
    godkendt_dato: date,
    godkendt_af_navn: str,
    grund: str,
    af: Bruger,
    set_kontrolsum: str | None = None,
) -> Version:
    """Freeze the document's rows as its next version.

    `set_kontrolsum` is the checksum of what the approver had on the screen: if the draft was changed meanwhile, nothing
    is approved. Raises PermissionDenied, KanIkkeGodkendes.
    """
    plan = Helhedsplan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    if not permissions.maa_godkende(af, plan, delaftale):
        raise PermissionDenied
    indhold = kladde(plan, delaftale)
    sum_ = snapshot.kontrolsum(indhold)
    if set_kontrolsum is not None and set_kontrolsum != sum_:
        raise KanIkkeGodkendes("Kladden er ændret, siden du så den. Læs ændringerne, og godkend igen.")
    forrige = Version.objects.af_dokument(plan, delaftale).order_by("-nr").first()
    if forrige and forrige.kontrolsum == sum_:
        raise KanIkkeGodkendes(f"Kladden er ens med version {forrige.nr}. Der er ikke noget at godkende.")
    if not rules.maa_gaelde_fra(gaelder_fra, forrige=forrige.gaelder_fra if forrige else None):
        raise KanIkkeGodkendes(
            f"Versionen kan ikke gælde fra før {dato_tekst(forrige.gaelder_fra)}, hvor version {forrige.nr} begyndte."
        )
    return frys(
        plan,
        delaftale,
        indhold=indhold,
        gaelder_fra=gaelder_fra,
        godkendt_dato=godkendt_dato,
        godkendt_af_navn=godkendt_af_navn,
        grund=grund,
        af=af,
    )


def frys(
    plan: Helhedsplan,
    delaftale: Delaftale | None,
    *,
    indhold: dict,
    gaelder_fra: date,
    godkendt_dato: date | None,
    godkendt_af_navn: str,
    grund: str,
    af: Bruger,
) -> Version:
    """The next version of the document's line. The caller holds the plan's lock and has asked the rules."""
    forrige = Version.objects.af_dokument(plan, delaftale).order_by("-nr").first()
    version = Version.objects.create(
        helhedsplan=plan,
        delaftale=delaftale,
        nr=forrige.nr + 1 if forrige else 1,
        gaelder_fra=gaelder_fra,
        grund=grund,
        godkendt_af_navn=godkendt_af_navn,
        godkendt_dato=godkendt_dato,
        registreret_af=af,
        indhold=indhold,
        kontrolsum=snapshot.kontrolsum(indhold),
    )
    haendelser.skriv(delaftale or plan.samarbejdsaftale, f"godkendt som version {version.nr}", af=af, kreds=plan.slug)
    return version
