"""Invented budget lines and postings by year."""

from datetime import date

from helhedsplan.demo.former import Forbrug, Post

LOEN = {"Lemvig Kommune": 100}  # per cent of a giver's money that is pay; hours are nothing else


def aar_for_aar(delaftale: str, start: int, *tusinder: int, loen: int = 80) -> tuple[Post, ...]:
    """A delaftale's thousands of kroner for `start` and the years after: `loen` per cent pay, the rest activities."""
    poster = []
    for aar, beloeb in enumerate(tusinder, start):
        til_loen = beloeb * 10 * loen
        poster.append(Post(til_loen, delaftale, aar, "Løn", "Løn (eksempel)", eksempel=True))
        rest = beloeb * 1000 - til_loen
        poster.append(Post(rest, delaftale, aar, "Aktiviteter", "Aktiviteter (eksempel)", eksempel=True))
    return tuple(poster)


def tvaergaaende(start: int, *tusinder: int) -> tuple[Post, ...]:
    """What belongs to no delaftale (in thousand kroner), year by year."""
    return tuple(
        Post(beloeb * 1000, "", aar, "Administration", "Tværgående udgifter (eksempel)", eksempel=True)
        for aar, beloeb in enumerate(tusinder, start)
    )


def fordelt(delaftale: str, start: int, givere: dict[str, tuple[int, ...]]) -> tuple[Post, ...]:
    """Thousands of kroner year by year from each giver; hours are pay, cash is half of each. Empty: tværgående."""
    poster = []
    for kilde, tusinder in givere.items():
        for aar, beloeb in enumerate(tusinder, start):
            if not delaftale:
                poster.append(_post(beloeb * 1000, delaftale, aar, "Administration", kilde))
                continue
            loen = beloeb * 10 * LOEN.get(kilde, 60)
            poster.append(_post(loen, delaftale, aar, "Løn", kilde))
            if rest := beloeb * 1000 - loen:
                poster.append(_post(rest, delaftale, aar, "Aktiviteter", kilde))
    return tuple(poster)


def forbrugt(
    delaftale: str, start: int, tusinder: tuple[int, ...], *, slut: date, loen: int = 80
) -> tuple[Forbrug, ...]:
    """Invented spending in thousands of kroner, year by year: `loen` per cent pay. The last posting is on `slut`."""
    ud = []
    for aar, beloeb in enumerate(tusinder, start):
        dag = min(date(aar, 12, 15), slut)
        if not delaftale:
            ud.append(Forbrug(beloeb * 1000, dag, "Kontor og kørsel (eksempel)", "", "Administration"))
            continue
        til_loen = beloeb * 10 * loen
        ud.append(Forbrug(til_loen, dag, "Løn til medarbejdere (eksempel)", delaftale, "Løn"))
        ud.append(Forbrug(beloeb * 1000 - til_loen, dag, "Aktiviteter (eksempel)", delaftale, "Aktiviteter"))
    return tuple(ud)


def _post(beloeb: int, delaftale: str, aar: int, type_: str, kilde: str) -> Post:
    return Post(beloeb, delaftale, aar, type_, f"{type_} (eksempel)", kilde, eksempel=True)
