"""Frozen dataclasses whose methods are compiled when they are first called: most builds make values of a few of them.

As `dataclasses.dataclass`, which compiles six methods for each class at import: of 400 classes that is a third of what
a build takes to begin. Fields, defaults, `replace` and `asdict` are those of the standard library.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

__all__ = ["dataclass", "maker_of", "replace"]

Value = TypeVar("Value")

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(
        kind: type | None = None, *, frozen: bool = False, slots: bool = False, eq: bool = True, **options: bool
    ) -> Any:
        """As that of the standard library, to which it leaves all that is not frozen, or inherits, or has an order."""

        def decorate(kind: type) -> type:
            if frozen and slots and options.keys() <= {"kw_only"} and kind.__base__ is object:
                return _lazily(kind, eq=eq, **options)
            return dataclasses.dataclass(frozen=frozen, slots=slots, eq=eq, **options)(kind)

        return decorate(kind) if kind else decorate


def _lazily(kind: type, *, eq: bool, **options: bool) -> type:
    defined = set(vars(kind))
    completed: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, **options)(kind)
    completed.__dataclass_params__.frozen = True
    methods: dict[str, Callable[..., Any]] = {
        "__init__": _init_of(completed),
        "__repr__": _repr,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__getstate__": _state,
        "__setstate__": _set_state,
    }
    if eq:
        completed.__dataclass_params__.eq = True
        names = [field.name for field in dataclasses.fields(completed) if field.compare]
        methods |= {"__eq__": _eq_of(names), "__hash__": _hash_of(names)}
    for name, method in methods.items():
        if name not in defined:
            setattr(completed, name, method)
    return completed  # type: ignore[no-any-return]


def _init_of(completed: Any) -> Callable[..., None]:
    def __init__(self: Any, *values: Any, **named: Any) -> None:
        completed.__init__ = _compiled_init(completed)
        completed.__init__(self, *values, **named)

    return __init__


def maker_of(kind: type[Value]) -> Callable[..., Value]:
    """Makes values as a class of this module does, in three quarters of the time: for who makes very many.

    The standard library has `object` set each field of a frozen value. Here a value is of a class with the same places
    that lets them be set by name, until all are.
    """
    if vars(kind).get("__setattr__") is not _refuse:
        return kind

    def close(self: Any) -> None:
        self.__class__ = kind
        if hasattr(kind, "__post_init__"):
            self.__post_init__()

    methods = {"__init__": _compiled_init(kind, close), "__post_init__": close}
    opened: Any = type(kind.__name__, (), {"__slots__": vars(kind)["__slots__"], **methods})
    return cast(Callable[..., Value], opened)


_Place = Callable[[Any, Any], None]
"""Sets one field of a value, frozen or not: the place of a class with slots."""


class _Copying(NamedTuple):
    """How the values of a class are copied."""

    values: Callable[[Any], tuple[Any, ...]]
    """Gives the values of all fields."""
    places: tuple[_Place, ...]
    """Those of the fields in the same order."""
    by_name: dict[str, _Place]


_COPYING: dict[type, _Copying | None] = {}
"""By class; None for one whose values this module does not copy."""


def replace(value: Value, **changes: Any) -> Value:
    """As `dataclasses.replace`, in three fifths of the time for a value of a class of this module.

    The standard library asks for each field by name and has `object` set each again.
    """
    kind = type(value)
    copying = _COPYING[kind] if kind in _COPYING else _COPYING.setdefault(kind, _copying(kind))
    if copying is None or not changes.keys() <= copying.by_name.keys():
        return cast(Value, dataclasses.replace(cast(Any, value), **changes))
    copy = object.__new__(kind)
    for place, field_value in zip(copying.places, copying.values(value), strict=True):
        place(copy, field_value)
    for name, field_value in changes.items():
        copying.by_name[name](copy, field_value)
    return copy


def _copying(kind: type) -> _Copying | None:
    if vars(kind).get("__setattr__") is not _refuse or hasattr(kind, "__post_init__"):
        return None
    names = [field.name for field in dataclasses.fields(cast(Any, kind))]
    if len(names) < 2:
        return None  # `attrgetter` gives one value by itself, and several as a tuple
    by_name = {name: vars(kind)[name].__set__ for name in names}
    return _Copying(values=attrgetter(*names), places=tuple(by_name.values()), by_name=by_name)


def _compiled_init(completed: Any, close: Callable[[Any], None] | None = None) -> Callable[..., None]:
    """The method that the standard library makes of a class with these fields; it ends with `close`, if given, and lets
    fields be set by name.
    """
    namespace: dict[str, Any] = {
        name: getattr(completed, name) for name in ("__annotations__", "__doc__", "__module__")
    }
    if close or hasattr(completed, "__post_init__"):
        namespace["__post_init__"] = close or completed.__post_init__
    for field in dataclasses.fields(completed):
        options = {option: getattr(field, option) for option in ("default", "default_factory", "init", "kw_only")}
        namespace[field.name] = dataclasses.field(**options)
    full: Any = dataclasses.dataclass(frozen=not close, repr=False, eq=False)(type(completed.__name__, (), namespace))
    init: Callable[..., None] = full.__init__
    return init


def _repr(self: Any) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: Any, name: str, *_: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to or delete field {name!r} of {type(self).__name__}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


def _values_of(names: list[str]) -> Callable[[Any], Any]:
    return attrgetter(*names) if names else lambda _: ()


def _eq_of(names: list[str]) -> Callable[[Any, object], Any]:
    values = _values_of(names)

    def __eq__(self: Any, value: object) -> Any:
        return values(self) == values(value) if type(self) is type(value) else NotImplemented

    return __eq__


def _hash_of(names: list[str]) -> Callable[[Any], int]:
    values = _values_of(names)
    # `attrgetter` gives one value by itself, and several as a tuple; the standard library hashes a tuple of either.
    return (lambda self: hash((values(self),))) if len(names) == 1 else lambda self: hash(values(self))
