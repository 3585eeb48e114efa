"""A file as its author sees it: numbered lines, and messages that point into them. Reads nothing itself."""

import re

from sitegen.diagnostics import Diagnostic, Location, error, warning
from sitegen.frozen import dataclass
from sitegen.model import Repair

_SPACES = re.compile(r"[ \t\n]+")


def one_line(text: str) -> str:
    """The text with its line breaks and runs of spaces made one space. A no-break space stays what it is."""
    if "\n" in text or "  " in text or "\t" in text:
        text = _SPACES.sub(" ", text)
    return text.strip(" ")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
    """Decoded text, cut into lines."""

    path: str
    """As messages show it."""
    lines: tuple[str, ...]
    """Without their ends, repaired where their encoding was misread."""
    repairs: tuple[Repair, ...] = ()
    """In the order of the file."""
    encoding: str = "utf-8"
    """What its bytes were read as, by its name in the Encoding Standard."""

    def line(self, number: int) -> str:
        """The author's line of that 1-based number; empty beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def error(
        self, code: str, message: str, *, line: int = 1, column: int = 1, width: int = 1, hint: str = ""
    ) -> Diagnostic:
        """An error at that place."""
        place = Location(path=self.path, line=line, column=column)
        return error(code, message, place, line=self.line(line), width=width, hint=hint)

    def warning(
        self, code: str, message: str, *, line: int = 1, column: int = 1, width: int = 1, hint: str = ""
    ) -> Diagnostic:
        """A warning at that place."""
        place = Location(path=self.path, line=line, column=column)
        return warning(code, message, place, line=self.line(line), width=width, hint=hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place in a file and how many characters of its line are meant."""

    line: int
    column: int
    width: int = 1


def error_at(file: TextFile, mark: Mark, code: str, message: str, hint: str = "") -> Diagnostic:
    """An error at a mark."""
    return file.error(code, message, line=mark.line, column=mark.column, width=mark.width, hint=hint)


def warning_at(file: TextFile, mark: Mark, code: str, message: str, hint: str = "") -> Diagnostic:
    """A warning at a mark."""
    return file.warning(code, message, line=mark.line, column=mark.column, width=mark.width, hint=hint)
