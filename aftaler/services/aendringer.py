"""A change on its way: submitted, treated by those who must, and in force – or returned, refused, withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from aftaler import permissions, rules, snapshot
from aftaler.models import Aendring, Aktivitet, Delaftale, Godkendelsestrin, Helhedsplan, Organ, Version, Vilkaar
from aftaler.models.aendring import Aendringsart, Trinslags
from aftaler.services import versioner
from aftaler.statuses import Aendringsstatus, Trinudfald
from brugere.models import Bruger
from kerne import filer, haendelser


class KanIkkeIndsendes(ValidationError):
    """The draft can't be submitted; the messages say what to do."""


class KanIkkeRegistreres(ValidationError):
    """The step can't be recorded as it stands."""


@dataclass(frozen=True)
class Trinforslag:
    """One body on the route that is about to be made."""

    navn: str
    slags: Trinslags = Trinslags.BESLUTNING
    organ: Organ | None = None


def seneste(plan: Helhedsplan, delaftale: Delaftale | None) -> Version | None:
    """The document's newest version, which a change changes; it may begin on a later day than today."""
    return Version.objects.af_dokument(plan, delaftale).order_by("-nr").first()


def art(plan: Helhedsplan, delaftale: Delaftale | None, forslag: dict, gaeldende: Version | None) -> Aendringsart:
    """What kind of change the draft is, by what moves; it decides who must approve."""
    if delaftale is None:
        return Aendringsart.STRATEGISK
    andres = Version.objects.filter(helhedsplan=plan, delaftale__isnull=False).exclude(delaftale=delaftale)
    aktiviteter = Aktivitet.objects.filter(delaftale__indsatsomraade__helhedsplan=plan).exclude(delaftale=delaftale)
    return rules.aendringens_art(
        forslag,
        gaeldende.indhold if gaeldende else None,
        [et.indhold for et in andres.i_kraft(timezone.localdate())],
        set(aktiviteter.values_list("pk", flat=True)),
    )


def delegeret(plan: Helhedsplan) -> str | None:
    """The body to which the bestyrelse has left the approval of activities; None where it has not."""
    return plan.organer.filter(godkender_aktiviteter=True).values_list("navn", flat=True).order_by("pk").first()


def godkender(plan: Helhedsplan, slags: Aendringsart) -> str:
    """Who must approve a change of the kind in the plan."""
    return rules.godkender(slags, delegeret(plan) if slags == Aendringsart.AKTIVITETER else None)


def om_aktiviteter(plan: Helhedsplan) -> str:
    """The sentence on who approves a change of the plan's activities."""
    return rules.om_aktiviteter(delegeret(plan))


@transaction.atomic
def indsend(
    plan: Helhedsplan,
    delaftale: Delaftale | None,
    *,
    grund: str,
    oensket_fra: date,
    rute: Sequence[Trinforslag],
    af: Bruger,
    set_kontrolsum: str | None = None,
) -> Aendring:
    """Freeze the draft as a proposal, lock its rows and open the route.

    `set_kontrolsum` is the checksum of what the person had on the screen: if the draft was changed meanwhile, nothing
    is sent. Raises PermissionDenied, KanIkkeIndsendes.
    """
    plan = Helhedsplan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    if not permissions.maa_indsende(af, plan):
        raise PermissionDenied
    delaftale = Delaftale.objects.get(pk=delaftale.pk) if delaftale else None  # as it is now, under the lock
    forslag = versioner.kladde(plan, delaftale)
    kontrolsum = snapshot.kontrolsum(forslag)
    if set_kontrolsum not in (None, kontrolsum):
        raise KanIkkeIndsendes("Kladden er ændret, siden du så den. Læs ændringerne, og indsend igen.")
    forrige = seneste(plan, delaftale)
    slags = art(plan, delaftale, forslag, forrige)
    if mangler := rules.mangler_foer_indsendelse(
        art=slags,
        er_aendret=forrige is None or forrige.kontrolsum != kontrolsum,
        har_aaben=Aendring.objects.aabne(plan, delaftale).exists(),
        oensket_fra=oensket_fra,
        forrige_fra=forrige.gaelder_fra if forrige else None,
        periode=(plan.start_dato, plan.slut_dato),
        rute=[(et.navn, et.slags) for et in rute],
        delegeret=delegeret(plan),
    ):
        raise KanIkkeIndsendes(mangler)
    aendring = Aendring.objects.create(
        helhedsplan=plan,
        delaftale=delaftale,
        art=slags,
        grund=grund,
        forslag=forslag,
        kontrolsum=kontrolsum,
        fra_version=forrige,
        oensket_fra=oensket_fra,
        indsendt_af=af,
    )
    _aabn_rute(aendring, rute)
    haendelser.skriv(aendring, f"indsendt til {godkender(plan, slags)}", af=af, kreds=plan.slug)
    return aendring


@transaction.atomic
def registrer_trin(
    trin: Godkendelsestrin,
    *,
    udfald: Trinudfald,
    dato: date | None,
    tekst: str,
    af: Bruger,
    dokument: UploadedFile | None = None,
    vilkaar: Sequence[tuple[str, date]] = (),
) -> Aendring:
    """Record what a body decided; `dato` None is "ikke oplyst". The last yes puts the version in force.

    Meetings call this too. Raises PermissionDenied, KanIkkeRegistreres.
    """
    aendring = _laast(trin.aendring)
    trin = Godkendelsestrin.objects.select_for_update(of=("self",)).get(pk=trin.pk)
    if not permissions.maa_registrere_trin(af, trin):
        raise PermissionDenied
    if mangler := rules.mangler_foer_trin(
        er_aaben=rules.kan_registreres(Aendringsstatus(aendring.status), Trinslags(trin.slags)),
        er_afventende=trin.udfald == Trinudfald.AFVENTER,
        slags=Trinslags(trin.slags),
        udfald=udfald,
        tekst=tekst,
        dato=dato,
        i_dag=timezone.localdate(),
        vilkaarsfrister=[frist for _, frist in vilkaar],
    ):
        raise KanIkkeRegistreres(mangler)
    if udfald == Trinudfald.GODKENDT:
        _kraev_samme_grund(aendring)
    if dokument and (fejl := filer.fejl_i_filen(dokument)):
        raise KanIkkeRegistreres(fejl)
    trin.udfald, trin.dato, trin.dato_ikke_oplyst, trin.tekst = udfald, dato, dato is None, tekst
    trin.registreret_af, trin.registreret_tidspunkt = af, timezone.now()
    if dokument:
        trin.dokument, trin.dokument_navn = filer.gem_fil(trin, "dokument", dokument)
    trin.save()
    Vilkaar.objects.bulk_create(Vilkaar(trin=trin, tekst=et, frist_dato=frist) for et, frist in vilkaar)
    haendelser.skriv(
        aendring, f"{trin.navn}: {trin.get_udfald_display().lower()}", af=af, kreds=aendring.helhedsplan.slug
    )
    _foelg_op(aendring, trin, af)
    return aendring


@transaction.atomic
def traek_tilbage(aendring: Aendring, *, grund: str, af: Bruger) -> Aendring:
    """Take the change back; the rows are open again. Raises PermissionDenied, KanIkkeRegistreres."""
    aendring = _laast(aendring)
    if not permissions.maa_indsende(af, aendring.helhedsplan):
        raise PermissionDenied
    if not grund.strip():
        raise KanIkkeRegistreres("Skriv, hvorfor ændringen trækkes tilbage.")
    if not rules.kan_skifte(Aendringsstatus(aendring.status), Aendringsstatus.TRUKKET):
        raise KanIkkeRegistreres("Ændringen er allerede afgjort og kan ikke trækkes tilbage.")
    _afslut(aendring, Aendringsstatus.TRUKKET, svar=grund)
    haendelser.skriv(aendring, "trukket tilbage", af=af, kreds=aendring.helhedsplan.slug)
    return aendring


@transaction.atomic
def opfyld_vilkaar(vilkaar: Vilkaar, *, dato: date, hvordan: str, af: Bruger) -> None:
    """Say that a condition is met, and how. Raises PermissionDenied, KanIkkeRegistreres."""
    plan = vilkaar.trin.aendring.helhedsplan
    if not permissions.maa_indsende(af, plan):
        raise PermissionDenied
    if not hvordan.strip():
        raise KanIkkeRegistreres("Skriv, hvordan vilkåret er opfyldt.")
    if mangler := rules.mangler_foer_opfyldelse(dato, beslutning=vilkaar.trin.dato, i_dag=timezone.localdate()):
        raise KanIkkeRegistreres(mangler)
    if not Vilkaar.objects.filter(pk=vilkaar.pk, opfyldt_dato__isnull=True).update(
        opfyldt_dato=dato, opfyldt_hvordan=hvordan
    ):
        raise KanIkkeRegistreres("Vilkåret er allerede opfyldt.")
    haendelser.skriv(vilkaar, "vilkåret er opfyldt", af=af, kreds=plan.slug)


def _aabn_rute(aendring: Aendring, rute: Sequence[Trinforslag]) -> None:
    Godkendelsestrin.objects.bulk_create(
        Godkendelsestrin(aendring=aendring, raekkefoelge=nr, organ=et.organ, navn=et.navn, slags=et.slags)
        for nr, et in enumerate(rute, 1)
    )


def _laast(aendring: Aendring) -> Aendring:
    """The plan first, then the change: two approvals at once wait for each other, and the second sees the first."""
    Helhedsplan.objects.select_for_update(of=("self",)).get(pk=aendring.helhedsplan_id)
    return (
        Aendring.objects.select_for_update(of=("self",))
        .select_related("helhedsplan__samarbejdsaftale", "delaftale__indsatsomraade__omraadetype", "fra_version")
        .get(pk=aendring.pk)
    )


def _kraev_samme_grund(aendring: Aendring) -> None:
    """What is approved must still be what it was when it was sent: the same place, changing the same version."""
    igen = "Træk ændringen tilbage, og indsend den igen."
    forrige = seneste(aendring.helhedsplan, aendring.delaftale)
    if forrige and forrige.pk != aendring.fra_version_id:
        raise KanIkkeRegistreres(f"Dokumentet har fået version {forrige.nr}, siden ændringen blev indsendt. {igen}")
    if aendring.delaftale:
        omraade = aendring.delaftale.indsatsomraade
        if omraade.omraadetype.nr != aendring.forslag["nr"]:
            raise KanIkkeRegistreres(f"Delaftalen er flyttet til {omraade}, siden ændringen blev indsendt. {igen}")


def _foelg_op(aendring: Aendring, trin: Godkendelsestrin, af: Bruger) -> None:
    if aendring.status != Aendringsstatus.INDSENDT:
        return  # an orientering given after the approval
    if trin.udfald in (Trinudfald.RETURNERET, Trinudfald.AFVIST):
        _afslut(aendring, Aendringsstatus(trin.udfald), svar=trin.tekst)
        return
    alle = list(aendring.trin.order_by("raekkefoelge", "pk"))
    if not rules.er_godkendt([(Trinslags(et.slags), Trinudfald(et.udfald)) for et in alle]):
        return
    beslutninger = [et for et in alle if et.slags == Trinslags.BESLUTNING]
    datoer = [et.dato for et in beslutninger if et.dato]
    forrige = aendring.fra_version
    version = versioner.frys(
        aendring.helhedsplan,
        aendring.delaftale,
        indhold=aendring.forslag,
        gaelder_fra=rules.i_kraft_fra(
            aendring.oensket_fra,
            beslutning=max(datoer, default=None),
            forrige=forrige.gaelder_fra if forrige else None,
        ),
        godkendt_dato=max(datoer) if len(datoer) == len(beslutninger) else None,
        godkendt_af_navn=", ".join(et.navn for et in beslutninger)[:160],
        grund=aendring.grund,
        af=af,
    )
    _afslut(aendring, Aendringsstatus.GODKENDT, version=version)


def _afslut(aendring: Aendring, status: Aendringsstatus, **felter: Any) -> None:
    aendring.status, aendring.afsluttet_tidspunkt = status, timezone.now()
    for navn, vaerdi in felter.items():
        setattr(aendring, navn, vaerdi)
    aendring.save(update_fields=["status", "afsluttet_tidspunkt", *felter])
