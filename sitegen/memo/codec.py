"""Values as JSON, and back as the same values: what the cache keeps has no code in it.

Reads the types that the fields of a dataclass declare, so that a new field needs no line here. Anything that is not
of those types is refused.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from functools import cache, lru_cache, partial
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Generic, Literal, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from sitegen.frozen import dataclass

Read = Callable[[Any], Any]
Value = TypeVar("Value")
_READ_ONCE = 10_000
"""Values of few texts that are read once, of each type."""


class LostValue(Exception):
    """A value of the cache is lost or damaged: whoever can make it again does, else the build goes without a cache.

    Raised where values are decoded, for what is not of the expected shape, and nowhere else. Everything else that a
    build raises is a mistake in the program, and no cache is a reason to hide it.
    """


@dataclass(frozen=True, slots=True)
class Codec(Generic[Value]):
    """How a value lies in the cache."""

    pack: Callable[[Value], bytes]
    unpack: Callable[[bytes], Value]
    """Raises LostValue for what is no such value."""


def json_codec(kind: type[Value]) -> Codec[Value]:
    """A value of dataclasses, tuples, mappings and plain values as JSON."""
    return Codec(as_json, partial(_from_json, kind))


def as_json(value: object) -> bytes:
    """A value as one line of JSON."""
    return _JSON.encode(value).encode("utf-8", "surrogatepass")


def _from_json(kind: type[Value], packed: bytes) -> Value:
    return from_plain(kind, parse_json(packed))


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
    return {field.name: _reader(hints[field.name]) for field in fields(kind) if field.init}


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
    if origin is Sequence or (origin is tuple and inner[-1:] == (Ellipsis,)):
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
    (kind,) = (option for option in inner if option is not NoneType)
    read_value = _reader(kind)
    return lambda plain: None if plain is None else read_value(plain)


def _tuple(inner: Any) -> Read:
    read_item = _reader(inner)
    return lambda plain: tuple([read_item(item) for item in _list(plain)])


def _row(inner: tuple[Any, ...]) -> Read:
    if set(inner) <= {str, int, bool}:
        return _exact_row(inner)
    readers = [_reader(option) for option in inner]

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
    read_item = _reader(inner)
    return lambda plain: {name: read_item(value) for name, value in _mapped(plain).items()}


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
    needed = {field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING}

    hints = get_type_hints(kind)
    # Looked at in place: to call a reader for each text and number of 10,000 summaries takes as long as all the rest.
    exact = {name: hints[name] for name in readers if hints[name] in (str, bool, int, NoneType)}

    def read(plain: Any) -> Any:
        if not needed <= _mapped(plain).keys() <= readers.keys():
            raise LostValue(kind.__name__)
        values = dict(plain)
        for name, value in plain.items():
            if name not in exact:
                values[name] = readers[name](value)
            elif type(value) is not exact[name]:
                raise LostValue(exact[name].__name__)
        return kind(**values)

    return _read_once(read) if _is_of_texts(kind) else read


def _is_of_texts(kind: Any) -> bool:
    """Whether JSON has nothing but texts and null for it: days, outlets, languages, which many values have alike."""
    hints = get_type_hints(kind)
    return all(
        option in (str, date, datetime, NoneType)
        for field in fields(kind)
        for option in (get_args(hints[field.name]) or (hints[field.name],))
    )


def _read_once(read: Read) -> Read:
    """As `read`, which gives one value for all that were packed alike. Texts are equal to nothing but texts."""
    read_items = lru_cache(maxsize=_READ_ONCE)(lambda items: read(dict(items)))

    def read_value(plain: Any) -> Any:
        try:
            return read_items(tuple(_mapped(plain).items()))
        except TypeError:
            # A list has no hash: whatever holds it is no such value.
            return read(plain)

    return read_value


def pack(header: object, contents: Iterable[bytes]) -> bytes:
    """A header that JSON can hold, and byte strings, as one value."""
    contents = tuple(contents)
    head = json.dumps([header, [len(content) for content in contents]], ensure_ascii=False, default=plain).encode(
        "utf-8", "surrogatepass"
    )
    return b"".join((len(head).to_bytes(8, "big"), head, *contents))


def unpack(value: bytes, count: int | None = None) -> tuple[Any, tuple[bytes, ...]]:
    """What `pack` packed. Raises LostValue for anything else, and for another `count` of byte strings, if given."""
    size = int.from_bytes(value[:8], "big")
    match parse_json(value[8 : 8 + size]):
        case [header, [*sizes]] if all(type(length) is int and length >= 0 for length in sizes):
            contents, start = [], 8 + size
            for length in sizes:
                contents.append(value[start : start + length])
                start += length
            if start == len(value) and count in (None, len(contents)):
                return header, tuple(contents)
    raise LostValue("a packed value")


def parse_json(content: bytes) -> Any:
    """What JSON of the cache says. Raises LostValue for what is no JSON."""
    try:
        return json.loads(content.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as failure:
        raise LostValue("JSON") from failure


def plain(value: object) -> object:
    """What JSON has no form for, as what it has."""
    kind: Any = type(value)
    fields_of = _fields(kind)
    if fields_of:
        # What has its default is left out: that is half of a card or a summary, and reading it back takes half as long.
        # Most defaults are the very same value, so that hardly any is compared.
        named = zip(fields_of.names, fields_of.values(value), fields_of.defaults, strict=True)
        return {
            name: field
            for name, field, default in named
            if field is not default and (type(field) is not type(default) or not _is_default(field, default))
        }
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, Sequence):
        return list(value)
    raise TypeError(f"no key can be made of {type(value).__name__}")


def _is_default(field: object, default: object) -> bool:
    """Whether reading it back without this field gives the same: zero below zero is printed with a sign."""
    return field == default and (field != 0 or str(field) == str(default))


class _Fields(NamedTuple):
    """The fields of a dataclass."""

    names: tuple[str, ...]
    values: Callable[[Any], Iterable[Any]]
    """Those of one of its values."""
    defaults: tuple[Any, ...]


@cache
def _fields(kind: Any) -> _Fields | None:
    """None for any other type, and where there are none."""
    names = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
    if not names:
        return None
    values = attrgetter(*names) if len(names) > 1 else partial(_only, attrgetter(*names))
    return _Fields(names, values, tuple(field.default for field in fields(kind)))


def _only(value_of: Callable[[Any], Any], value: Any) -> tuple[Any]:
    return (value_of(value),)


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=plain, check_circular=False)
