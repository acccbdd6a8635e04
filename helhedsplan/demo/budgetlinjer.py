"""Invented budget lines by year."""

from helhedsplan.demo.former import Post


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
