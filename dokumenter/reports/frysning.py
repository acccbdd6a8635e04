"""A frozen dataclass as plain JSON data, and the same dataclass again: how a report of a day waits to be printed.

The shape is read from the dataclass' own annotations. A field that holds its default is left out.
"""

from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Ting = TypeVar("Ting")


class KanIkkeOptoes(Exception):
    """The data are not of this shape: an older or newer program froze them."""


def frys(ting: Any) -> Any:
    """Plain JSON data: an object per dataclass, text for figures and days, so that nothing is rounded."""
    match ting:
        case Enum():
            return ting.value
        case Decimal():
            return str(ting)
        case date():
            return ting.isoformat()
        case tuple() | list():
            return [frys(et) for et in ting]
        case None | str() | int():
            return ting
    if not is_dataclass(ting):
        raise TypeError(f"{type(ting).__name__} kan ikke fryses.")
    return {
        felt.name: frys(v) for felt in fields(ting) if felt.init and (v := getattr(ting, felt.name)) != _standard(felt)
    }


def optoe(art: type[Ting], data: Any) -> Ting:
    """The dataclass again. Raises KanIkkeOptoes."""
    try:
        return _laes(art, data)
    except (KeyError, TypeError, ValueError, ArithmeticError) as fejl:
        raise KanIkkeOptoes(f"{art.__name__}: {fejl}") from fejl


def _standard(felt: Field) -> Any:
    return felt.default_factory() if felt.default_factory is not MISSING else felt.default


@cache
def _felter(art: type) -> dict[str, Any]:
    typer = get_type_hints(art)
    return {felt.name: typer[felt.name] for felt in fields(art) if felt.init}


def _laes(art: Any, data: Any) -> Any:
    ophav, led = get_origin(art), get_args(art)
    if ophav in (Union, UnionType):
        return None if data is None and NoneType in led else _laes(_eneste(led), data)
    if ophav is tuple:
        arter = led[:1] * len(data) if led[1:] == (...,) else led
        return tuple(_laes(en, et) for en, et in zip(arter, data, strict=True))
    if is_dataclass(art):
        return art(**{navn: _laes(en, data[navn]) for navn, en in _felter(art).items() if navn in data})
    if issubclass(art, Enum | Decimal):
        return art(data)
    if issubclass(art, date):  # a datetime is one too, and reads itself
        return art.fromisoformat(data)
    if not isinstance(data, art):
        raise TypeError(f"{data!r} er ikke {art.__name__}")
    return data


def _eneste(led: tuple[Any, ...]) -> Any:
    """The one kind that an optional field has."""
    (art,) = (et for et in led if et is not NoneType)
    return art
