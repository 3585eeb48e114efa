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

from sitegen.store import LostValue

Read = Callable[[Any], Any]
Value = TypeVar("Value")


def from_plain(kind: type[Value], plain: object) -> Value:
    """The value of type `kind` that JSON was made from. Raises LostValue for anything else."""
    value: Value = _reader(kind)(plain)  # type: ignore[arg-type]
    return value


def values_from_plain(kind: Any, plain: Mapping[str, Any]) -> dict[str, Any]:
    """Values of some fields of a dataclass, by name. Raises LostValue for anything else."""
    readers = _hinted(kind)
    if not _mapped(plain).keys() <= readers.keys():
        raise LostValue(f"fields of {kind.__name__}")
    return {name: readers[name](value) for name, value in plain.items()}


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
        return _day_or_moment(kind)
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
            raise LostValue(kind.__name__)
        return plain

    return read


def _float(plain: Any) -> float:
    if type(plain) not in (float, int):
        raise LostValue("a number")
    try:
        return float(plain)
    except OverflowError as failure:
        raise LostValue("a number") from failure


def _day_or_moment(kind: Any) -> Read:
    def read(plain: Any) -> Any:
        if type(plain) is not str:
            raise LostValue(kind.__name__)
        try:
            return kind.fromisoformat(plain)
        except ValueError as failure:
            raise LostValue(kind.__name__) from failure

    return read


def _one_of(choices: frozenset[Any]) -> Read:
    def read(plain: Any) -> Any:
        if isinstance(plain, list | dict) or plain not in choices:
            raise LostValue("one of a few values")
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

    def read(plain: Any) -> Any:
        if len(_list(plain)) != len(readers):
            raise LostValue("a row")
        return tuple([read_value(value) for read_value, value in zip(readers, plain, strict=True)])

    return read


def _exact_row(inner: tuple[type, ...]) -> Read:
    """There are hundreds of thousands of them: spans, files."""

    def read(plain: Any) -> Any:
        row = tuple(_list(plain))
        if tuple(map(type, row)) != inner:
            raise LostValue("a row")
        return row

    return read


def _mapping(inner: Any) -> Read:
    read_one = _reader(inner)
    return lambda plain: {name: read_one(value) for name, value in _mapped(plain).items()}


def _mapped(plain: Any) -> Mapping[str, Any]:
    if not isinstance(plain, dict):
        raise LostValue("names with values")
    return plain


def _list(plain: Any) -> list[Any]:
    if type(plain) is not list:
        raise LostValue("a list")
    return plain


def _dataclass(kind: Any) -> Read:
    readers = _hinted(kind)
    needed = {one.name for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING}

    def read(plain: Any) -> Any:
        if not needed <= _mapped(plain).keys() <= readers.keys():
            raise LostValue(kind.__name__)
        return kind(**{name: readers[name](value) for name, value in plain.items()})

    return read
