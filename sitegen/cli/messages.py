"""Prints a diagnostic the way the documentation shows it. Pure: makes text, and prints nothing.

Whatever a file name or a line holds, no control character leaves here but the line feed, so that no archive can
command the terminal of its keeper; direction overrides are shown too, since they make a line read as another.
"""

import re
import unicodedata

from sitegen.diagnostics import Diagnostic

_COLUMNS = 160
"""Of a source line, at most."""
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "hint": "\x1b[1;36m", "place": "\x1b[1m"}
_END = "\x1b[0m"


def render_diagnostic(diagnostic: Diagnostic, *, colour: bool = False) -> str:
    """The message, the author's own line with the place marked, and the hint, as lines without a last line feed."""
    place = _painted(_visible(str(diagnostic.location)), "place", colour)
    severity = _painted(f"{diagnostic.severity}:", diagnostic.severity, colour)
    lines = [f"{place}: {severity} {_visible(diagnostic.message)} [{diagnostic.code}]"]
    margin = " "
    if diagnostic.source_line.strip():
        number = str(diagnostic.location.line)
        margin = " " * len(number)
        source, mark = _source(diagnostic)
        lines += [f"{margin} |", f"{number} | {source}", f"{margin} | {_painted(mark, diagnostic.severity, colour)}"]
    if diagnostic.hint:
        lines.append(f"{margin} {_painted('hint:', 'hint', colour)} {_visible(diagnostic.hint)}")
    return "\n".join(lines)


def _source(diagnostic: Diagnostic) -> tuple[str, str]:
    """The line, cut around the place, and the carets under it."""
    line = diagnostic.source_line
    start = max(0, min(diagnostic.location.column - 1, len(line)))
    end = max(start, min(start + max(1, diagnostic.width), len(line)))
    before, marked, after = (_visible(part) for part in (line[:start], line[start:end], line[end:]))
    marked = _first_columns(marked, _COLUMNS // 2)
    if _width(before) + _width(marked) + _width(after) > _COLUMNS:
        after = _first_columns(after, _COLUMNS // 4)
        before = _last_columns(before, _COLUMNS - 2 - _width(marked) - _width(after))
    return f"{before}{marked}{after}".rstrip(), " " * _width(before) + "^" * max(1, _width(marked))


def _first_columns(text: str, columns: int) -> str:
    if _width(text[: columns + 1]) <= columns and len(text) <= columns:
        return text
    kept = ""
    used = 0
    for character in text:
        used += _width(character)
        if used > columns - 1:
            break
        kept += character
    return kept + "…"


def _last_columns(text: str, columns: int) -> str:
    if len(text) <= columns and _width(text) <= columns:
        return text
    return _first_columns(text[::-1], columns)[::-1]


def _width(text: str) -> int:
    """Columns that a terminal gives a text."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _visible(text: str) -> str:
    """The text in one line, with every control character written out."""
    return _UNSAFE.sub(lambda match: _escape(match[0]), text)


def _escape(character: str) -> str:
    if character == "\t":
        return " "
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _painted(text: str, kind: str, colour: bool) -> str:
    return f"{_COLOURS[kind]}{text}{_END}" if colour else text
