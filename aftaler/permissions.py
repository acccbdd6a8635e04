"""Who may do what in a plan. A right comes from a membership in force today, and from nowhere else."""

from django.db.models import QuerySet

from aftaler.models import Godkendelsestrin, Helhedsplan, Medlemskab
from aftaler.models.organ import Organart
from aftaler.rules.aendringer import BESTYRELSEN
from brugere.models import Bruger
from brugere.roles import OPRETTERE, RETTIGHEDER, SER_ORGANISERING, Ret, Rolle


def roller(bruger: Bruger, plan: Helhedsplan) -> frozenset[Rolle]:
    """The person's roles in the plan today."""
    medlemskaber = Medlemskab.objects.gyldige_for(bruger).filter(helhedsplan=plan)
    return frozenset(Rolle(rolle) for rolle in medlemskaber.values_list("rolle", flat=True))


def rettigheder(bruger: Bruger, plan: Helhedsplan) -> frozenset[Ret]:
    """Everything that the person may do in the plan today; one query."""
    return rollernes_rettigheder(roller(bruger, plan))


def rollernes_rettigheder(mine: frozenset[Rolle]) -> frozenset[Ret]:
    """What these roles may do together."""
    return frozenset().union(*(RETTIGHEDER[rolle] for rolle in mine))


def har_ret(bruger: Bruger, ret: Ret, plan: Helhedsplan) -> bool:
    return ret in rettigheder(bruger, plan)


def planer_og_roller(bruger: Bruger) -> dict[Helhedsplan, list[Rolle]]:
    """The plans that the person may see today, by name, with the person's roles in each; one query."""
    planer: dict[Helhedsplan, list[Rolle]] = {}
    gyldige = Medlemskab.objects.gyldige_for(bruger).select_related("helhedsplan")
    for et in gyldige.order_by("helhedsplan__navn", "helhedsplan", "rolle", "pk"):
        planer.setdefault(et.helhedsplan, []).append(Rolle(et.rolle))
    return planer


def maa_oprette_plan(bruger: Bruger) -> bool:
    """Projektleder and sekretariat of any plan, and the site's administrator."""
    return bruger.is_superuser or Medlemskab.objects.gyldige_for(bruger).filter(rolle__in=OPRETTERE).exists()


def maa_rette_aftale(bruger: Bruger, plan: Helhedsplan) -> bool:
    return har_ret(bruger, Ret.AFTALE_RET, plan)


def maa_rette_aktivitet(bruger: Bruger, plan: Helhedsplan) -> bool:
    return har_ret(bruger, Ret.REGISTRER, plan)


def maa_saette_status(bruger: Bruger, plan: Helhedsplan) -> bool:
    """Override a computed status, with a reason."""
    return har_ret(bruger, Ret.TILSIDESAET, plan)


def maa_se_frister(bruger: Bruger, plan: Helhedsplan) -> bool:
    return ser_frister(roller(bruger, plan))


def maa_se_kladde(bruger: Bruger, plan: Helhedsplan) -> bool:
    return har_ret(bruger, Ret.KLADDE_SE, plan)


def maa_rette_penge(bruger: Bruger, plan: Helhedsplan) -> bool:
    return har_ret(bruger, Ret.PENGE_RET, plan)


def maa_frafalde(bruger: Bruger, plan: Helhedsplan) -> bool:
    """Let a finding of the rule check be, with a reason."""
    return har_ret(bruger, Ret.TILSIDESAET, plan)


def maa_rette_medlemmer(bruger: Bruger, plan: Helhedsplan) -> bool:
    return har_ret(bruger, Ret.MEDLEM_RET, plan)


def maa_se_organisering(bruger: Bruger, plan: Helhedsplan) -> bool:
    return ser_organisering(roller(bruger, plan))


def maa_rette_delt(bruger: Bruger, planer: QuerySet[Helhedsplan]) -> bool:
    """A row that several plans share may be changed by whoever may edit all of them: nobody edits a plan unseen."""
    egne = Medlemskab.objects.gyldige_for(bruger, ret=Ret.AFTALE_RET).values("helhedsplan")
    return not planer.exclude(pk__in=egne).exists()


def maa_indsende(bruger: Bruger, plan: Helhedsplan) -> bool:
    return har_ret(bruger, Ret.INDSEND, plan)


def trinret(trin: Godkendelsestrin) -> Ret:
    """The board's decision is the formand's to record; every outside body's is projektleder's and sekretariat's."""
    bestyrelsens = (trin.organ is not None and trin.organ.art == Organart.BESTYRELSE) or trin.navn == BESTYRELSEN
    return Ret.BESLUT if bestyrelsens else Ret.INDSEND


def maa_registrere_trin(bruger: Bruger, trin: Godkendelsestrin) -> bool:
    return har_ret(bruger, trinret(trin), trin.aendring.helhedsplan)


def ser_organisering(mine: frozenset[Rolle]) -> bool:
    """Who takes part, in which role: for those who lead, decide or set up (ux.md 2)."""
    return bool(mine & SER_ORGANISERING)


def ser_frister(mine: frozenset[Rolle]) -> bool:
    """The plan's own duties are for everybody in it but Landsbyggefonden (ux.md 2, årshjul)."""
    return bool(mine - {Rolle.LBF})


def ser_organer(mine: frozenset[Rolle]) -> bool:
    """The bodies as the draft has them, and who sits there: for whoever sees both organisering and drafts."""
    return ser_organisering(mine) and Ret.KLADDE_SE in rollernes_rettigheder(mine)


def ser_bilag(mine: frozenset[Rolle]) -> bool:
    """The annexes are papers: whoever may order papers may read them."""
    return Ret.PAPIR_BESTIL in rollernes_rettigheder(mine)
