"""A search as PostgreSQL's tsquery: Danish words by their stems, and the last one also as a beginning."""

from dataclasses import dataclass
from functools import cached_property

from django.contrib.postgres.search import SearchQuery
from django.db import connection

from overblik.rules.soegning import Led, led

SPROG = "danish"


class Tsquery(SearchQuery):
    """A tsquery that PostgreSQL has parsed already, put into a query as it is."""

    template = "(%(expressions)s)::tsquery"

    def __init__(self, ordene: str) -> None:
        super().__init__(ordene)


@dataclass(frozen=True)
class Forespoergsel:
    """`alt` is what must match; `positiv` lacks the words that are left out, so it fits a whole document whenever
    `alt` fits a part of it."""

    alt: str
    positiv: str

    @cached_property
    def query(self) -> Tsquery:
        return Tsquery(self.alt)


def forespoergsel(tekst: str) -> Forespoergsel:
    """One query. Empty where there are only words that Danish search leaves out ("og", "der")."""
    alle = led(tekst)
    positive = [et for et in alle if not et.udelukket]
    sql = f"SELECT ({_sql(alle)})::text, ({_sql(positive)})::text"
    with connection.cursor() as markoer:
        markoer.execute(sql, [*_parametre(alle), *_parametre(positive)])
        return Forespoergsel(*markoer.fetchone())


def _sql(alle: list[Led]) -> str:
    """The words themselves are parameters; PostgreSQL reads each without complaint, whatever is in it."""
    return " && ".join(f"{'!!' if et.udelukket else ''}({_et(et)})" for et in alle)


def _et(led: Led) -> str:
    maade = f"websearch_to_tsquery('{SPROG}', %s)"
    maade += f" || to_tsquery('{SPROG}', %s)" if led.begyndelse else ""
    return " || ".join([maade] * len(led.maader))


def _parametre(alle: list[Led]) -> list[str]:
    return [
        parameter
        for et in alle
        for maade in et.maader
        for parameter in ([maade, f"'{maade}':*"] if et.begyndelse else [maade])
    ]
