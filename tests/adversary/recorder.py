"""Every regular expression of a package, without a list of them: what is compiled while all of it is imported and used,
and what stands in its source as a constant.

Must run in a process that has not imported the package yet.
"""

import ast
import builtins
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import regex

METHODS = ("match", "fullmatch", "search", "findall", "finditer", "split", "sub", "subn")
_STAND_IN = "abc"
"""For what is only known when a function runs and is part of an expression, such as the name of a file."""


@dataclass(slots=True)
class Expression:
    """A compiled expression, where it is made, and how it is used."""

    pattern: Any
    """re.Pattern or regex.Pattern, of text or bytes."""
    places: set[str] = field(default_factory=set)
    """Module and line."""
    ways: set[str] = field(default_factory=set)
    """Methods that are called on it, as far as the source tells; empty where it does not."""

    @property
    def name(self) -> str:
        return f"{min(self.places)} {self.pattern.pattern!r:.60}"


class Recorder:
    """Notes what is compiled on behalf of a package, from the moment it is made until it is closed."""

    def __init__(self, package: str) -> None:
        self.package = package
        self.expressions: dict[tuple[str, Any, int], Expression] = {}
        self._engines = (re, regex._main)
        self._originals = [engine._compile for engine in self._engines]
        for engine, original in zip(self._engines, self._originals, strict=True):
            engine._compile = self._noting(original)

    def close(self) -> None:
        for engine, original in zip(self._engines, self._originals, strict=True):
            engine._compile = original

    def note(self, pattern: Any, place: str, way: str = "") -> None:
        """`pattern` is of the package."""
        key = (type(pattern).__module__, pattern.pattern, pattern.flags)
        expression = self.expressions.setdefault(key, Expression(pattern))
        expression.places.add(place)
        expression.ways |= {way} & set(METHODS)

    def _noting(self, original: Any) -> Any:
        def compile_and_note(*arguments: Any, **options: Any) -> Any:
            pattern = original(*arguments, **options)
            caller = sys._getframe(1)
            name = caller.f_globals.get("__name__", "")
            way = ""
            if name in ("re", "regex", "regex._main") and caller.f_back:
                way, caller = caller.f_code.co_name, caller.f_back
            name = caller.f_globals.get("__name__", "")
            if f"{name}.".startswith(f"{self.package}."):
                self.note(pattern, f"{name}:{caller.f_lineno}", way)
            return pattern

        return compile_and_note


def import_all(package: str) -> list[ModuleType]:
    """Every module of a package."""
    root = importlib.import_module(package)
    names = [module.name for module in pkgutil.walk_packages(root.__path__, f"{package}.")]
    return [root, *(importlib.import_module(name) for name in names if not name.endswith("__main__"))]


def note_from_source(recorder: Recorder, modules: list[ModuleType]) -> list[str]:
    """Adds what stands in the source and never ran, and how each expression is used.

    Returns the places of expressions that cannot be known from there and were not seen either.
    """
    unknown: list[str] = []
    for module in modules:
        for value in vars(module).values():
            # Those that wait until they are asked to match are made now, so that all are known by what they are.
            list(_patterns_in(value))
    by_identity = {id(one.pattern): one for one in recorder.expressions.values()}
    seen = {place for one in recorder.expressions.values() for place in one.places}
    for module in modules:
        for name, call in _calls(module):
            function = call.func
            assert isinstance(function, ast.Attribute)
            owner = vars(module).get(name.id)
            if owner in (re, regex) and function.attr in (*METHODS, "compile"):
                place = f"{module.__name__}:{call.lineno}"
                if any(f"{module.__name__}:{line}" in seen for line in range(call.lineno, (call.end_lineno or 0) + 1)):
                    continue
                pattern = _compiled(call, module, owner)
                if pattern is None:
                    unknown.append(place)
                else:
                    recorder.note(pattern, place, function.attr)
            elif function.attr in METHODS:
                way = "forward" if function.attr == "match" and len(call.args) > 1 else function.attr
                for pattern in _patterns_in(owner):
                    if id(pattern) in by_identity:
                        by_identity[id(pattern)].ways.add(way)
    return unknown


def _calls(module: ModuleType) -> Iterator[tuple[ast.Name, ast.Call]]:
    """Calls of the form `name.method(...)`. What a loop takes from a table of the module goes by the table's name."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    for scope in (node for node in tree.body if not isinstance(node, ast.ClassDef)):
        tables: dict[str, list[ast.Name]] = {}
        for node in ast.walk(scope):
            if isinstance(node, (ast.For, ast.comprehension)):
                held = [name for name in ast.walk(node.iter) if isinstance(name, ast.Name)]
                for target in (name for name in ast.walk(node.target) if isinstance(name, ast.Name)):
                    tables.setdefault(target.id, []).extend(held)
        for node in ast.walk(scope):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = node.func.value
                if isinstance(owner, ast.Name):
                    yield from ((name, node) for name in (owner, *tables.get(owner.id, ())))


def _patterns_in(value: Any) -> Iterator[Any]:
    """The compiled expressions of a value or of a table."""
    if hasattr(type(value), "_compiled"):
        value = value._compiled
    if isinstance(value, (re.Pattern, regex.Pattern)):
        yield value
    elif isinstance(value, (tuple, list, frozenset)):
        for inside in value:
            yield from _patterns_in(inside)
    elif isinstance(value, dict):
        yield from _patterns_in(tuple(value.values()))


class _Names(dict[str, Any]):
    def __missing__(self, name: str) -> Any:
        if hasattr(builtins, name):
            raise KeyError(name)
        return _STAND_IN


def _compiled(call: ast.Call, module: ModuleType, engine: Any) -> Any:
    """The expression that a call compiles, with stand-ins for what is local; None where that cannot be told."""
    flags = [word.value for word in call.keywords if word.arg == "flags"]
    positions = {"compile": 1, "match": 2, "search": 2, "fullmatch": 2, "findall": 2, "finditer": 2}
    at = positions.get(call.func.attr, 9)  # type: ignore[attr-defined]
    flags = flags or call.args[at : at + 1]
    names = _Names(vars(module))
    try:
        # The package's own source, which this very process has imported.
        values = [eval(compile(ast.Expression(node), "source", "eval"), names) for node in (call.args[0], *flags)]
        return engine.compile(*values)
    except Exception:
        return None
