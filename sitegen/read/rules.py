"""Furniture by rule: lines that a keeper describes for a source, and lines that recur in it. Reads no file.

A rule is a line with `*` for anything. It is matched piece by piece, from left to right, and never becomes a regular
expression: no rule can make a build hang.
"""

from collections.abc import Iterable, Sequence
from dataclasses import field

from sitegen.diagnostics import Diagnostic
from sitegen.frozen import dataclass
from sitegen.read.fields import Fields
from sitegen.read.lines import Mark, TextFile, error_at

BY_RULE = "keeper’s rule"
RECURRING = "recurring line"
_FEWEST_LETTERS = 3
"""Letters and digits of a rule, besides its wildcards; fewer would take any line."""
_LONGEST = 500
_MOST = 200
_QUOTES = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("«", '"'), ("»", '"'))


@dataclass(frozen=True, slots=True)
class Rules:
    """What is furniture in the articles of one source."""

    patterns: tuple[tuple[str, ...], ...] = ()
    """Each the pieces between its wildcards, as `plain` gives them; two at least where it has any."""
    recurring: frozenset[str] = field(default_factory=frozenset)
    """Lines that recur in unrelated articles, as `plain` gives them."""

    def reason(self, text: str) -> str:
        """Why a block is furniture; empty when no rule takes it."""
        if not self.patterns and not self.recurring:
            return ""
        line = plain(text)
        if line in self.recurring:
            return RECURRING
        return BY_RULE if any(_fits(line, pieces) for pieces in self.patterns) else ""


NO_RULES = Rules()


def rules_of(patterns: Iterable[str], recurring: frozenset[str] = frozenset()) -> Rules:
    """Rules as they are written in a source's file, and the lines that were found to recur."""
    return Rules(tuple(tuple(plain(pattern).split("*")) for pattern in patterns), recurring)


def plain(text: str) -> str:
    """A line as rules see it: lower case, straight quotation marks, single spaces."""
    folded = text.casefold()
    if not folded.isascii():
        # One after the other: a table is asked for each letter, which takes ten times as long.
        for printed, straight in _QUOTES:
            folded = folded.replace(printed, straight)
    return " ".join(folded.split())


def checked_rules(file: TextFile, fields: Fields) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """The rules that can be used, and what is wrong with the others."""
    written: Sequence[str] = fields.values.get("furniture", ())
    problems: list[Diagnostic] = []
    kept: list[str] = []
    for number, rule in enumerate(written, start=1):
        message, hint = _wrong(rule, number)
        if message:
            problems.append(error_at(file, _mark(file, fields, rule), "bad-rule", message, hint))
        else:
            kept.append(rule)
        if number > _MOST:
            break
    return tuple(kept), tuple(problems)


def _wrong(rule: str, number: int) -> tuple[str, str]:
    if number > _MOST:
        return (
            f"a source may have {_MOST} rules of furniture",
            "put `*` where lines differ",
        )
    if len(rule) > _LONGEST:
        return f"a rule of furniture may have {_LONGEST} characters", "write its beginning, and `*` for the rest"
    if sum(map(str.isalnum, rule)) < _FEWEST_LETTERS:
        return f"`{rule}` would take almost any line", "write the words of the line, and `*` only for what differs"
    return "", ""


def _mark(file: TextFile, fields: Fields, rule: str) -> Mark:
    """Where a rule stands: in a list of its own place, in a text of several lines somewhere below the field."""
    mark = fields.marks["furniture"]
    if own_mark := fields.marks.get(f"furniture: {rule}"):
        return own_mark
    for line in range(mark.line, len(file.lines) + 1):
        position = file.line(line).find(rule)
        if position >= 0:
            return Mark(line=line, column=position + 1, width=len(rule))
    return mark


def _fits(line: str, pieces: tuple[str, ...]) -> bool:
    """Whether a line begins with the first piece, ends with the last and has the others between, in their order."""
    first, last = pieces[0].lstrip(), pieces[-1].rstrip()
    if len(pieces) == 1:
        return line == first.rstrip()
    if not line.startswith(first) or not line.endswith(last) or len(line) < len(first) + len(last):
        return False
    position, end = len(first), len(line) - len(last)
    for piece in pieces[1:-1]:
        place = line.find(piece, position, end)
        if place < 0:
            return False
        position = place + len(piece)
    return True
