"""What is wrong, where, and what to do about it, as data. Imports nothing of ours.

A stage returns its diagnostics beside its value and goes on; only `cli` prints them. `SitegenError` is for the
cases in which nothing sensible can be returned.
"""

from collections.abc import Iterable
from typing import Literal

from sitegen.frozen import dataclass

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Location:
    """A place in a file of the archive."""

    path: str
    """As the user would type it: relative to the folder the command was given, `/` between its parts."""
    line: int = 1
    """1-based."""
    column: int = 1
    """1-based, in characters."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One thing a person should know or mend."""

    severity: Severity
    code: str
    """A stable, lower-case, hyphenated name: `unknown-field`."""
    message: str
    """One plain sentence, lower case, no full stop."""
    location: Location
    source_line: str = ""
    """The author's own line; empty when there is none to show."""
    width: int = 1
    """How many characters of `source_line`, from the column on, the message is about."""
    hint: str = ""
    """The next step; empty when there is no sensible one."""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sorts by file, then place."""
        return (self.location.path, self.location.line, self.location.column, self.code, self.message)


class SitegenError(Exception):
    """Nothing sensible can be returned. Carries the diagnostics that say why."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("; ".join(diagnostic.message for diagnostic in diagnostics))
        self.diagnostics = diagnostics

    def __reduce__(self) -> tuple[type["SitegenError"], tuple[Diagnostic, ...]]:
        """From a worker it comes back as it was."""
        return type(self), self.diagnostics


def error(code: str, message: str, location: Location, *, line: str = "", width: int = 1, hint: str = "") -> Diagnostic:
    """A diagnostic that stops publication."""
    return Diagnostic(
        severity="error", code=code, message=message, location=location, source_line=line, width=width, hint=hint
    )


def warning(
    code: str, message: str, location: Location, *, line: str = "", width: int = 1, hint: str = ""
) -> Diagnostic:
    """A diagnostic that is told and does not stop publication, unless `--strict` asks for that."""
    return Diagnostic(
        severity="warning", code=code, message=message, location=location, source_line=line, width=width, hint=hint
    )


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by file, then place; each once."""
    return tuple(sorted(set(diagnostics), key=lambda diagnostic: diagnostic.order))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them stops publication."""
    return any(diagnostic.severity == "error" for diagnostic in diagnostics)
