"""One invented plan as it is written down: the same for the same seed and number, on every machine and every day."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from random import Random

from helhedsplan.demo import former
from helhedsplan.storskala import ord as ordene
from helhedsplan.storskala.kriterier import Ramme, kriterium

PERIODE, GENERATION = "2019-26", "B"
OMRAADENUMRE = ("1", "2", "3", "4")
AKTIVITETER = (7, 6, 6, 6)  # in each delaftale; 25 in all
KRITERIER, AF_OMRAADER = 40, 16  # of which the areas' own; the rest are the activities'
LBF, KOMMUNEN = "Landsbyggefonden", "Kommunen"
LOENTYPER = (("Løn", 900_000), ("Aktiviteter", 220_000), ("Lokaler", 80_000))


def slug(froe: int, nr: int) -> str:
    return f"storskala-{froe}-{nr}"


def plan(froe: int, nr: int) -> former.Plan:
    """Plan number `nr` (from 1) of the seed; what the others are doesn't matter to it."""
    tilfaeldig = Random(f"{froe}/{nr}")
    start = 2022 + (nr - 1) % 4
    sted, by = tilfaeldig.choice(ordene.STEDER), tilfaeldig.choice(ordene.BYER)
    omraader = tuple(f"{et} {nr}" for et in tilfaeldig.sample(ordene.STEDER, 4))
    personer = _personer(tilfaeldig)
    ramme = Ramme(tilfaeldig, omraader, start - 1, start + 3)
    return former.Plan(
        slug=slug(froe, nr),
        navn=f"{sted}, helhedsplan {nr}",
        omraade=f"{sted} i {by}",
        kommune=f"{by} Kommune",
        periode=PERIODE,
        generation=GENERATION,
        start=date(start, 1, 1),
        slut=date(start + 3, 12, 31),
        parter=_parter(by, nr, personer),
        boligomraader=omraader,
        afdelinger=tuple(
            former.Afdeling(f"Afdeling {n}, {et}", f"{by} Bolig {nr}", tilfaeldig.randrange(80, 600), et)
            for n, et in enumerate(omraader, 1)
        ),
        afsnit={kode: _tekst(tilfaeldig, afsnit) for kode, afsnit in ordene.AFSNIT.items()},
        omraader=_omraader(ramme, personer),
        oekonomi=_oekonomi(tilfaeldig, start, by, nr),
        organer=_organer(tilfaeldig, by, nr, personer),
        andele=_andele(omraader),
        milepaele=tuple(former.Milepael(f"Status for {start + n}", date(start + n, 11, 1)) for n in range(4)),
        frister=tuple(
            former.Frist(f"Gennemgang af delaftalerne i {start + n}", date(start + n, 9, 1), "gennemgang")
            for n in range(1, 4)
        ),
        bilag={art: (_tekst(tilfaeldig, 3), True) for art in ("beredskabsplan", "kommissorium")},
    )


def _tekst(tilfaeldig: Random, afsnit: int) -> str:
    return "".join(f"<p>{' '.join(tilfaeldig.sample(ordene.SAETNINGER, 4))}</p>" for _ in range(afsnit))


def _personer(tilfaeldig: Random) -> list[str]:
    fornavne = tilfaeldig.sample(ordene.FORNAVNE, 16)
    return [f"{fornavn} {tilfaeldig.choice(ordene.EFTERNAVNE)}" for fornavn in fornavne]


def _parter(by: str, nr: int, personer: Sequence[str]) -> tuple[former.Part, ...]:
    return (
        former.Part(f"{by} Bolig {nr}", "boligorganisation", personer[0], "Direktør"),
        former.Part(f"{by} Andel {nr}", "boligorganisation", personer[1], "Forretningsfører"),
        former.Part(f"{by} Kommune {nr}", "kommune", personer[2], "Borgmester"),
    )


def _omraader(ramme: Ramme, personer: Sequence[str]) -> tuple[former.Omraade, ...]:
    """The areas with their own criteria first: that is the order in which they are numbered."""
    tilfaeldig, frist = ramme.tilfaeldig, date(ramme.foer + 2, 5, 1)
    egne = [kriterium(ramme, nr, frist=frist) for nr in range(AF_OMRAADER)]
    resten = iter([kriterium(ramme, nr, frist=frist) for nr in range(AF_OMRAADER, KRITERIER)])
    navne = iter(tilfaeldig.sample(ordene.AKTIVITETER, sum(AKTIVITETER)))
    pr_omraade = AF_OMRAADER // len(OMRAADENUMRE)
    resultat = []
    for n, nr in enumerate(OMRAADENUMRE):
        mine = tuple(egne[n * pr_omraade : (n + 1) * pr_omraade])
        aktiviteter = tuple(
            _aktivitet(ramme, next(navne), mine, next(resten, None), personer) for _ in range(AKTIVITETER[n])
        )
        resultat.append(
            former.Omraade(
                nr=nr,
                problemkompleks=_tekst(tilfaeldig, 3),
                formaal_og_maal=_tekst(tilfaeldig, 2),
                kriterier=mine,
                aktiviteter=aktiviteter,
                medarbejderressourcer=_tekst(tilfaeldig, 1),
                sammenhaeng=_tekst(tilfaeldig, 2),
                konflikthaandtering=_tekst(tilfaeldig, 1),
                revision=_tekst(tilfaeldig, 1),
            )
        )
    return tuple(resultat)


def _aktivitet(
    ramme: Ramme,
    navn: str,
    omraadets: Sequence[former.Kriterium],
    eget: former.Kriterium | None,
    personer: Sequence[str],
) -> former.Aktivitet:
    tilfaeldig, foerst = ramme.tilfaeldig, ramme.foer + 1
    grupper = tilfaeldig.sample(ordene.MAALGRUPPER, 2)
    return former.Aktivitet(
        navn=navn,
        indhold=_tekst(tilfaeldig, 3),
        formaal_og_maal=_tekst(tilfaeldig, 1),
        maalgrupper=_tekst(tilfaeldig, 1),
        ansvar_og_roller=_tekst(tilfaeldig, 1),
        ansvarlig=tilfaeldig.choice(personer),
        boligomraader=tuple(tilfaeldig.sample(ramme.omraader, 2)),
        start=date(foerst, 1, 1),
        slut=date(ramme.slut, 12, 31),
        kriterier=(eget,) if eget else (),
        milepaele=(
            former.Milepael(f"{navn} er i gang", date(foerst, tilfaeldig.randrange(1, 13), 1)),
            former.Milepael(f"{navn} er evalueret", date(foerst + 2, tilfaeldig.randrange(1, 13), 1)),
        ),
        grupper=tuple(former.Maalgruppe(et, stoerrelse=tilfaeldig.randrange(10, 200)) for et in grupper),
        virkninger=tuple((et.navn, "direkte") for et in tilfaeldig.sample(omraadets, 2)),
        eksempel=True,
    )


def _oekonomi(tilfaeldig: Random, start: int, by: str, nr: int) -> former.Oekonomi:
    """Four years; Landsbyggefonden gives 73 per cent of what the budget comes to."""
    aarene = range(start, start + 4)
    poster = [
        former.Post(int(beloeb * tilfaeldig.uniform(0.8, 1.2)) // 1000 * 1000, nr_, aar, navn, eksempel=True)
        for nr_ in OMRAADENUMRE
        for aar in aarene
        for navn, beloeb in LOENTYPER
    ]
    poster += [former.Post(240_000, "", aar, "Administration", eksempel=True) for aar in aarene]
    i_alt = sum(et.beloeb for et in poster)
    lbf = i_alt * 73 // 100
    kilder = (
        former.Kilde(LBF, "landsbyggefonden"),
        former.Kilde(KOMMUNEN, "kommune", f"{by} Kommune {nr}"),
        former.Kilde("Boligorganisationerne", "boligorganisation", f"{by} Bolig {nr}"),
    )
    dele = ((LBF, lbf), (KOMMUNEN, (i_alt - lbf) // 2), ("Boligorganisationerne", i_alt - lbf - (i_alt - lbf) // 2))
    tilsagn = tuple(
        former.Tilsagn(navn, "kontant", et // 4, aar=aar, eksempel=True) for navn, et in dele for aar in aarene
    )
    return former.Oekonomi(Decimal(lbf), Decimal(i_alt - lbf), kilder, tilsagn, tuple(poster))


def _organer(tilfaeldig: Random, by: str, nr: int, personer: Sequence[str]) -> tuple[former.Organ, ...]:
    bolig, kommune = f"{by} Bolig {nr}", f"{by} Kommune {nr}"
    navne = iter(personer)
    bestyrelse = (
        former.Plads("Formand", bolig, next(navne), "formand"),
        *(former.Plads(f"Direktør {n}", kommune, next(navne)) for n in (1, 2)),
        *(former.Plads(f"Beboervalgt {n}", bolig, next(navne)) for n in (1, 2, 3)),
    )
    styregruppe = tuple(former.Plads(f"Fagleder {n}", kommune, next(navne)) for n in (1, 2, 3, 4))
    foelgegruppe = tuple(former.Plads(f"Nøgleperson {n}", "", next(navne)) for n in (1, 2, 3))
    return (
        former.Organ("bestyrelse", "Bestyrelsen", bestyrelse, _tekst(tilfaeldig, 1), (4, 6), "Projektlederen"),
        former.Organ("styregruppe", "Styregruppen", styregruppe, _tekst(tilfaeldig, 1), (4, None), "", "Bestyrelsen"),
        former.Organ("lokal_foelgegruppe", "Følgegruppen", foelgegruppe, "", (2, None), "", "Bestyrelsen"),
    )


def _andele(omraader: Sequence[str]) -> tuple[former.Andel, ...]:
    paa_delaftaler = tuple(former.Andel("Projektleder", 20, nr) for nr in OMRAADENUMRE)
    i_omraader = tuple(former.Andel("Boligsocial medarbejder", 50, boligomraade=et) for et in omraader)
    return paa_delaftaler + i_omraader
