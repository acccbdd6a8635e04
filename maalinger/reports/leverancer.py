"""One quarter's deliveries, activity by activity: what should come, what came, and who has not answered."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from aftaler.models import Aktivitet
from maalinger.models import Leverancemaaling
from maalinger.rules import leverancer as regler
from maalinger.rules.optaelling import Periode
from maalinger.statuses import Leveringsgrad

MAERKATER = {
    Leveringsgrad.FULDT: "faerdig",
    Leveringsgrad.DELVIST: "opmaerksom",
    Leveringsgrad.IKKE: "opmaerksom",
    Leveringsgrad.UDSAT: "oplysning",
}


@dataclass(frozen=True)
class Linje:
    """One activity; without `svar` it has not answered, and `hvem` is who should."""

    noegle: int
    navn: str
    hvem: str
    svar: Leverancemaaling | None = None

    @property
    def maerkat(self) -> str:
        return MAERKATER[Leveringsgrad(self.svar.grad)] if self.svar else ""


@dataclass(frozen=True)
class Kvartalsside:
    """The quarter's answers. `mangler` are the activities that were under way and have not answered."""

    kvartal: Periode
    hvornaar: str
    linjer: tuple[Linje, ...]

    @property
    def mangler(self) -> tuple[Linje, ...]:
        return tuple(et for et in self.linjer if et.svar is None)

    @property
    def overskrift(self) -> str:
        """ "5 af 7 aktiviteter har svaret: 3 leveret som aftalt og 2 delvist leveret." """
        svar = [et.svar for et in self.linjer if et.svar]
        antal = Counter(Leveringsgrad(et.grad) for et in svar)
        led = [f"{antal[grad]} {grad.label.lower()}" for grad in Leveringsgrad if antal[grad]]
        hvad = f": {' og '.join([', '.join(led[:-1]), led[-1]] if len(led) > 1 else led)}" if led else ""
        aktiviteter = "aktivitet" if len(self.linjer) == 1 else "aktiviteter"
        return f"{len(svar)} af {len(self.linjer)} {aktiviteter} har svaret{hvad}."


def kvartalsside(aktiviteter: Mapping[int, str], kvartal: Periode, *, i_dag: date) -> Kvartalsside:
    """The activities by key and name, those that were under way or answered; two queries."""
    svar = Leverancemaaling.objects.filter(
        aktivitet__in=list(aktiviteter), aar=kvartal.fra.year, kvartal=kvartal.fra.month // 3 + 1
    )
    pr_aktivitet = {et.aktivitet_id: et for et in svar.select_related("registreret_af", "rettet_af").order_by("pk")}
    raekker = {et.pk: et for et in Aktivitet.objects.filter(pk__in=list(aktiviteter)).select_related("ansvarlig")}
    linjer = [
        Linje(noegle, navn, str(raekker[noegle].ansvarlig or ""), pr_aktivitet.get(noegle))
        for noegle, navn in aktiviteter.items()
        if noegle in raekker
    ]
    med = [
        et
        for et in linjer
        if et.svar or regler.skal_svare(raekker[et.noegle].start_dato, raekker[et.noegle].slut_dato, kvartal)
    ]
    return Kvartalsside(kvartal, regler.hvornaar(kvartal, i_dag=i_dag), tuple(med))
