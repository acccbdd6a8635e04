"""Making rows equal to what was frozen: gone ones return under their old keys, new ones go, the rest are corrected."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import ProtectedError, QuerySet

from aftaler.models import Boligomraade, Finansieringskilde, Helhedsplan, Organisation, Person
from aftaler.snapshot import LAESNINGSFELTER
from brugere.models import Bruger
from kerne import laas
from kerne.models import Redigerbar

T = TypeVar("T", bound=models.Model)
TAL = ("baseline_vaerdi", "maal_vaerdi", "aendring_vaerdi", "reference_vaerdi")


class KanIkkeGenskabes(ValidationError):
    """Something stands in the way; the message says what, and nothing is changed."""


def dag(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def tal(tekst: str | None) -> Decimal | None:
    return None if tekst is None else Decimal(tekst)


def hovedtal(indhold: dict[str, Any]) -> dict[str, Decimal | None]:
    return {navn: tal(vaerdi) for navn, vaerdi in indhold["finansiering"].items()}


class Skriver:
    """Writes one plan's rows on behalf of one person."""

    def __init__(self, plan: Helhedsplan, af: Bruger) -> None:
        self.plan, self.af = plan, af

    def ret(self, raekke: models.Model, **felter: Any) -> None:
        """Write only what differs, and count the edition, so that an open form elsewhere is told."""
        nyt = {navn: vaerdi for navn, vaerdi in felter.items() if getattr(raekke, navn) != vaerdi}
        if nyt and isinstance(raekke, Redigerbar):
            laas.gem(raekke, udgave=raekke.udgave, af=self.af, **nyt)
        elif nyt:
            for navn, vaerdi in nyt.items():
                setattr(raekke, navn, vaerdi)
            raekke.save(update_fields=list(nyt))

    def spejl(
        self,
        nuvaerende: QuerySet[T],
        oensket: Mapping[int, dict[str, Any]],
        *,
        entydig: str = "",
        fjern: Callable[[T], None] | None = None,
    ) -> dict[int, T]:
        """The rows by key after the work. `entydig` is a column where two rows may have swapped their texts."""
        for raekke in nuvaerende.exclude(pk__in=oensket).order_by("-pk"):
            (fjern or self.slet)(raekke)
        model = nuvaerende.model
        findes: dict[int, T] = {et.pk: et for et in model._default_manager.filter(pk__in=oensket)}
        if entydig:
            for pk, raekke in findes.items():
                if getattr(raekke, entydig) != oensket[pk][entydig]:
                    self.ret(raekke, **{entydig: f"~{pk}"})
        for pk, felter in sorted(oensket.items()):
            if pk in findes:
                self.ret(findes[pk], **felter)
            else:
                findes[pk] = model._default_manager.create(pk=pk, **felter)
        return findes

    def slet(self, raekke: models.Model) -> None:
        try:
            with transaction.atomic():
                raekke.delete()
        except ProtectedError as fejl:
            navn = f"»{raekke}« ({raekke._meta.verbose_name})"
            raise KanIkkeGenskabes(
                f"{navn} er kommet til siden og er i brug. Fjern det, der bruger den, først."
            ) from fejl

    def organisation(self, navn: str | None) -> Organisation | None:
        """The organisation of that name among those that the plan knows."""
        if navn is None:
            return None
        i_planen = models.Q(aftaleparter__helhedsplan=self.plan) | models.Q(pladser__organ__helhedsplan=self.plan)
        fundet = Organisation.objects.filter(i_planen, navn=navn).order_by("pk").first()
        return fundet or _krav(Organisation.objects.filter(navn=navn).order_by("pk").first(), navn)

    def person(self, navn: str | None) -> Person | None:
        if navn is None:
            return None
        return Person.objects.get_or_create(helhedsplan=self.plan, navn=navn)[0]

    def boligomraade(self, navn: str | None) -> Boligomraade | None:
        return None if navn is None else _krav(self.plan.boligomraader.filter(navn=navn).first(), navn)

    def kilde(self, navn: str | None) -> Finansieringskilde | None:
        return None if navn is None else _krav(self.plan.finansieringskilder.filter(navn=navn).first(), navn)

    def katalog(self, model: type[T], navn: str | None) -> T | None:
        """A row of a catalogue that the site's administrator writes."""
        return None if navn is None else _krav(model._default_manager.filter(navn=navn).first(), navn)


def kriteriefelter(frosset: dict[str, Any]) -> dict[str, Any]:
    """A frozen criterion as columns."""
    laesning = {
        felt: tal(et) if felt in TAL else et for felt, et in frosset["laesning"].items() if felt in LAESNINGSFELTER
    }
    egne = {navn: frosset[navn] for navn in ("nr", "navn", "tekst", "datakilde", "ansvarlig")}
    return {**egne, "foerste_frist": dag(frosset["foerste_frist"]), **laesning}


def _krav(fundet: T | None, navn: str) -> T:
    if fundet is None:
        raise KanIkkeGenskabes(f"»{navn}« står i versionen, men findes ikke længere under det navn. Ret navnet først.")
    return fundet
