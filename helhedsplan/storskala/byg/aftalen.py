"""What is promised: texts, areas, delaftaler, activities and criteria."""

from aftaler.models import (
    Afsnit,
    Aktivitet,
    Delaftale,
    Dokumentbilag,
    Indsatsomraade,
    Maalgruppe,
    Milepael,
    Samarbejdsaftale,
    Succeskriterium,
    Virkning,
)
from aftaler.models.succeskriterium import felter_af
from helhedsplan.demo import former
from helhedsplan.storskala.byg.byggeri import Byggeri


def strategisk(byggeri: Byggeri) -> None:
    spec, plan = byggeri.spec, byggeri.plan
    aftale = Samarbejdsaftale.objects.create(
        helhedsplan=plan,
        landsbyggefonden=spec.oekonomi.landsbyggefonden,
        lokal_medfinansiering=spec.oekonomi.lokal_medfinansiering,
    )
    Afsnit.objects.bulk_create(
        Afsnit(samarbejdsaftale=aftale, skabelonafsnit=et, tekst=spec.afsnit[et.kode])
        for et in plan.skabelon.afsnit.filter(kode__in=spec.afsnit)
    )
    Dokumentbilag.objects.bulk_create(
        Dokumentbilag(helhedsplan=plan, art=art, tekst=tekst, klar=klar) for art, (tekst, klar) in spec.bilag.items()
    )


def delaftaler(byggeri: Byggeri) -> None:
    spec, plan = byggeri.spec, byggeri.plan
    typer = {et.nr: et for et in plan.bevillingsperiode.omraadetyper.all()}
    omraader = Indsatsomraade.objects.bulk_create(
        Indsatsomraade(
            helhedsplan=plan,
            omraadetype=typer[et.nr],
            problemkompleks=et.problemkompleks,
            formaal_og_maal=et.formaal_og_maal,
        )
        for et in spec.omraader
    )
    nye = Delaftale.objects.bulk_create(
        Delaftale(
            indsatsomraade=omraade,
            medarbejderressourcer=et.medarbejderressourcer,
            sammenhaeng=et.sammenhaeng,
            konflikthaandtering=et.konflikthaandtering,
            revision=et.revision,
            start_dato=spec.start,
            slut_dato=spec.slut,
        )
        for omraade, et in zip(omraader, spec.omraader, strict=True)
    )
    byggeri.delaftaler = {et.indsatsomraade.omraadetype.nr: et for et in nye}


def aktiviteter(byggeri: Byggeri) -> None:
    specs = [(omraade, nr, et) for omraade in byggeri.spec.omraader for nr, et in enumerate(omraade.aktiviteter, 1)]
    nye = Aktivitet.objects.bulk_create(
        Aktivitet(
            delaftale=byggeri.delaftaler[omraade.nr],
            raekkefoelge=nr,
            navn=et.navn,
            indhold=et.indhold,
            formaal_og_maal=et.formaal_og_maal,
            maalgrupper=et.maalgrupper,
            ansvar_og_roller=et.ansvar_og_roller,
            ansvarlig=byggeri.personer[et.ansvarlig],
            start_dato=et.start,
            slut_dato=et.slut,
            eksempel=et.eksempel,
        )
        for omraade, nr, et in specs
    )
    byggeri.aktiviteter = {et.navn: et for et in nye}
    her = Aktivitet.boligomraader.through
    her.objects.bulk_create(
        her(aktivitet=byggeri.aktiviteter[et.navn], boligomraade=byggeri.boligomraader[navn])
        for _, _, et in specs
        for navn in et.boligomraader
    )
    Maalgruppe.objects.bulk_create(
        Maalgruppe(
            aktivitet=byggeri.aktiviteter[et.navn], art=gruppe.art, navn=gruppe.navn, stoerrelse=gruppe.stoerrelse
        )
        for _, _, et in specs
        for gruppe in et.grupper
    )


def kriterier(byggeri: Byggeri) -> None:
    """The areas' own get the first numbers; then the effects, which name them."""
    omraader = byggeri.spec.omraader
    aktiviteter = [(omraade, et) for omraade in omraader for et in omraade.aktiviteter]
    specs = [(omraade, None, et) for omraade in omraader for et in omraade.kriterier]
    specs += [(omraade, aktivitet, et) for omraade, aktivitet in aktiviteter for et in aktivitet.kriterier]
    nye = Succeskriterium.objects.bulk_create(_kriterium(byggeri, nr, *et) for nr, et in enumerate(specs, 1))
    byggeri.kriterier = {et.navn: et for et in nye}
    Virkning.objects.bulk_create(
        Virkning(aktivitet=byggeri.aktiviteter[aktivitet.navn], kriterium=byggeri.kriterier[navn], art=art)
        for _, aktivitet in aktiviteter
        for navn, art in aktivitet.virkninger
    )


def _kriterium(
    byggeri: Byggeri, nr: int, omraade: former.Omraade, aktivitet: former.Aktivitet | None, spec: former.Kriterium
) -> Succeskriterium:
    return Succeskriterium(
        helhedsplan=byggeri.plan,
        indsatsomraade=byggeri.delaftaler[omraade.nr].indsatsomraade,
        aktivitet=byggeri.aktiviteter[aktivitet.navn] if aktivitet else None,
        nr=nr,
        navn=spec.navn,
        tekst=spec.tekst,
        datakilde=spec.datakilde,
        ansvarlig=spec.ansvarlig,
        foerste_frist=spec.foerste_frist,
        **felter_af(spec.laesning),
    )


def milepaele(byggeri: Byggeri) -> None:
    """The plan's own, and those of its activities."""
    specs = [(None, et) for et in byggeri.spec.milepaele]
    for omraade in byggeri.spec.omraader:
        specs += [(byggeri.aktiviteter[a.navn], et) for a in omraade.aktiviteter for et in a.milepaele]
    Milepael.objects.bulk_create(
        Milepael(helhedsplan=byggeri.plan, aktivitet=aktivitet, navn=et.navn, frist_dato=et.frist)
        for aktivitet, et in specs
    )
