"""Values as JSON, and back as the same values: what the cache keeps has no code in it.

Reads the types that the fields of a dataclass declare, so that a new field needs no line here. Anything that is not
of those types is refused.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Read = Callable[[Any], Any]
Value = TypeVar("Value")


def from_plain(kind: type[Value], plain: object) -> Value:
    """The value of type `kind` that JSON was made from. Raises ValueError for anything else."""
    try:
        value: Value = _reader(kind)(plain)  # type: ignore[arg-type]
    except (TypeError, KeyError, AttributeError, RecursionError) as failure:
        raise ValueError(f"no {kind.__name__}") from failure
    return value


def values_from_plain(kind: Any, plain: Mapping[str, Any]) -> dict[str, Any]:
    """Values of some fields of a dataclass, by name. Raises ValueError for anything else."""
    try:
        readers = _hinted(kind)
        return {name: readers[name](value) for name, value in plain.items()}
    except (TypeError, KeyError, AttributeError, RecursionError) as failure:
        raise ValueError(f"no fields of {kind.__name__}") from failure


@cache
def _hinted(kind: Any) -> dict[str, Read]:
    hints = get_type_hints(kind)
    return {one.name: _reader(hints[one.name]) for one in fields(kind) if one.init}


@cache
def _reader(kind: Any) -> Read:
    origin, inner = get_origin(kind), get_args(kind)
    if kind in (str, bool, int, NoneType):
        return _exactly(kind)
    if kind is float:
        return _float
    if kind in (date, datetime):
        return kind.fromisoformat  # type: ignore[no-any-return]
    if origin is Literal:
        return _one_of(frozenset(inner))
    if origin in (Union, UnionType):
        return _optional(inner)
    if origin is tuple and inner[-1:] == (Ellipsis,):
        return _tuple(inner[0])
    if origin is tuple:
        return _row(inner)
    if origin is frozenset:
        many = _tuple(inner[0])
        return lambda plain: frozenset(many(plain))
    if origin in (dict, Mapping):
        return _mapping(inner[1])
    if is_dataclass(kind):
        return _dataclass(kind)
    raise TypeError(f"{kind} cannot be kept")


def _exactly(kind: type) -> Read:
    def read(plain: Any) -> Any:
        if type(plain) is not kind:
            raise ValueError(f"no {kind.__name__}")
        return plain

    return read


def _float(plain: Any) -> float:
    if type(plain) not in (float, int):
        raise ValueError("no number")
    return float(plain)


def _one_of(known: frozenset[Any]) -> Read:
    def read(plain: Any) -> Any:
        if plain not in known:
            raise ValueError("not one of those")
        return plain

    return read


def _optional(inner: tuple[Any, ...]) -> Read:
    (some,) = (one for one in inner if one is not NoneType)
    read_some = _reader(some)
    return lambda plain: None if plain is None else read_some(plain)


def _tuple(inner: Any) -> Read:
    read_one = _reader(inner)
    return lambda plain: tuple([read_one(one) for one in _list(plain)])


def _row(inner: tuple[Any, ...]) -> Read:
    if set(inner) <= {str, int, bool}:
        return _exact_row(inner)
    readers = [_reader(one) for one in inner]
    return lambda plain: tuple([read(one) for read, one in zip(readers, _list(plain), strict=True)])


def _exact_row(inner: tuple[type, ...]) -> Read:
    """There are hundreds of thousands of them: spans, files."""

    def read(plain: Any) -> Any:
        row = tuple(_list(plain))
        if tuple(map(type, row)) != inner:
            raise ValueError("not such a row")
        return row

    return read


def _mapping(inner: Any) -> Read:
    read_one = _reader(inner)
    return lambda plain: {str(name): read_one(value) for name, value in plain.items()}


def _list(plain: Any) -> list[Any]:
    if type(plain) is not list:
        raise ValueError("no list")
    return plain


def _dataclass(kind: Any) -> Read:
    readers = _hinted(kind)
    needed = {one.name for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING}

    def read(plain: Any) -> Any:
        if not needed <= plain.keys():
            raise ValueError(f"no {kind.__name__}")
        return kind(**{name: readers[name](value) for name, value in plain.items()})

    return read
