"""Forty meetings of an invented plan: board, steering group and residents, with what was said and decided."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from helhedsplan.demo import former
from helhedsplan.demo.moeder.former import Moede, Opgave, Punkt
from helhedsplan.storskala import ord as ordene

# Body -> the months it meets in, every year of the plan.
MAANEDER = {
    "Bestyrelsen": (2, 4, 6, 9, 11),
    "Styregruppen": (1, 5, 8, 10),
    "Følgegruppen": (3,),
}
SIDSTE_DAG_DER_PASSER = 25
BESLUTTES = 2  # the first of the four between the opening and the end


def moeder(spec: former.Plan) -> tuple[Moede, ...]:
    """In order of time. Which of them have been held is for the day to say."""
    tilfaeldig = Random(f"{spec.slug}/moeder")
    organer = {et.navn: et for et in spec.organer}
    alle = [
        _moede(tilfaeldig, spec, organer[navn], date(aar, maaned, tilfaeldig.randint(1, SIDSTE_DAG_DER_PASSER)))
        for aar in range(spec.start.year, spec.slut.year + 1)
        for navn, maaneder in MAANEDER.items()
        for maaned in maaneder
    ]
    return tuple(sorted(alle, key=lambda et: (et.dag, et.organ)))


def _moede(tilfaeldig: Random, spec: former.Plan, organ: former.Organ, dag: date) -> Moede:
    navne = [et.person for et in organ.pladser]
    afbud = tilfaeldig.randrange(len(navne))
    return Moede(
        organ=organ.navn,
        dag=dag,
        fra=13,
        til=15,
        sted=f"Fælleshuset, {tilfaeldig.choice(spec.boligomraader)}",
        punkter=tuple(_punkter(tilfaeldig, navne, dag)),
        til_stede=tuple(navn for nr, navn in enumerate(navne) if nr != afbud),
        afbud=(navne[afbud],),
    )


def _punkter(tilfaeldig: Random, navne: list[str], dag: date) -> Iterator[Punkt]:
    """Six: two decided on, one of them closed now and then, and one with a task."""
    yield Punkt("Godkendelse af dagsordenen", "B", 5, beslutning="Dagsordenen er godkendt.")
    for nr, titel in enumerate(tilfaeldig.sample(ordene.MOEDEEMNER, 4), 1):
        besluttes = nr <= BESLUTTES
        yield Punkt(
            titel,
            "B" if besluttes else "O",
            tilfaeldig.choice((10, 15, 20, 30)),
            tekst=_afsnit(tilfaeldig, 2),
            indstilling=f"<p>{tilfaeldig.choice(ordene.BESLUTNINGER)}</p>" if besluttes else "",
            beslutning=tilfaeldig.choice(ordene.BESLUTNINGER) if besluttes else "",
            referat=_afsnit(tilfaeldig, 1),
            fremlaegger=tilfaeldig.choice(navne),
            lukket=nr == BESLUTTES and tilfaeldig.random() < 0.1,
            opgaver=(_opgave(tilfaeldig, navne, dag),) if nr == 1 else (),
        )
    yield Punkt("Næste møde og eventuelt", "O", 5, referat=_afsnit(tilfaeldig, 1))


def _opgave(tilfaeldig: Random, navne: list[str], dag: date) -> Opgave:
    """Most are done in time."""
    frist = dag + timedelta(days=tilfaeldig.randint(14, 90))
    return Opgave(
        tilfaeldig.choice(ordene.OPGAVER),
        tilfaeldig.choice(navne),
        frist,
        udfoert=frist - timedelta(days=tilfaeldig.randint(0, 10)) if tilfaeldig.random() < 0.9 else None,
    )


def _afsnit(tilfaeldig: Random, antal: int) -> str:
    return "".join(f"<p>{' '.join(tilfaeldig.sample(ordene.SAETNINGER, 3))}</p>" for _ in range(antal))
