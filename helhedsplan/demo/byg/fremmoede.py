"""What happened: attendance, quarterly deliveries and surveys. All of it is invented, and says so."""

from datetime import date

from aftaler.models import Aktivitet
from brugere.roles import Rolle
from helhedsplan.demo import former
from helhedsplan.demo.byg.byggeri import Byggeri
from maalinger.models import Leverancemaaling, Maaleplan, Registrering, Undersoegelse, Undersoegelsessvar


def alt(byggeri: Byggeri, spec: former.Plan) -> None:
    for navn, hvad in spec.optaelling.items():
        Maaleplan.objects.update_or_create(kriterium=byggeri.kriterium(navn), defaults={"optaelling": hvad})
    for et in spec.fremmoede:
        _fremmoede(byggeri, et)
    for et in spec.leverancer:
        _leverance(byggeri, et)
    for et in spec.undersoegelser:
        _undersoegelse(byggeri, et)


def _fremmoede(byggeri: Byggeri, spec: former.Fremmoede) -> None:
    faelles = {"aktivitet": _aktivitet(byggeri, spec.aktivitet), "registreret_af": byggeri.folk[Rolle.MEDARBEJDER]}
    raekker = [
        Registrering(
            **faelles, fra_dato=dag, til_dato=dag, deltagelser=antal, bemaerkning=spec.bemaerkning, eksempel=True
        )
        for dag, antal in spec.dage
    ]
    raekker += [
        Registrering(**faelles, fra_dato=date(aar, 1, 1), til_dato=date(aar, 12, 31), unikke=antal, eksempel=True)
        for aar, antal in spec.personer
    ]
    Registrering.objects.bulk_create(raekker)


def _leverance(byggeri: Byggeri, spec: former.Leverance) -> None:
    Leverancemaaling.objects.create(
        aktivitet=_aktivitet(byggeri, spec.aktivitet),
        aar=spec.aar,
        kvartal=spec.kvartal,
        grad=spec.grad,
        planlagt=spec.planlagt,
        leveret=spec.leveret,
        aarsag=spec.aarsag,
        registreret_af=byggeri.folk[Rolle.MEDARBEJDER],
        eksempel=True,
    )


def _undersoegelse(byggeri: Byggeri, spec: former.Undersoegelse) -> None:
    raekke = Undersoegelse.objects.create(
        helhedsplan=byggeri.plan,
        navn=spec.navn,
        art=spec.art,
        fra_dato=spec.fra,
        til_dato=spec.til,
        spurgt=spec.spurgt,
        svarede=spec.svarede,
        kilde=spec.kilde,
        registreret_af=byggeri.projektleder,
        eksempel=True,
    )
    for et in spec.svar:
        Undersoegelsessvar.objects.create(
            undersoegelse=raekke,
            spoergsmaal=et.spoergsmaal,
            svaret=et.svaret,
            antal=et.antal,
            ud_af=et.ud_af,
            kriterium=byggeri.kriterium(et.kriterium) if et.kriterium else None,
        )


def _aktivitet(byggeri: Byggeri, navn: str) -> Aktivitet:
    return Aktivitet.objects.get(delaftale__indsatsomraade__helhedsplan=byggeri.plan, navn=navn)
