"""What findings about labels mean together: a renumbering, a speaker who is called otherwise, words given to another.

A label is found row by row. Clauses 21 to 49 that are now 22 to 50 are one finding. A speaker who has another name
throughout was renamed; where both names are speakers of both texts, the words were given to another speaker.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sitegen.changes.finding import Finding
from sitegen.changes.rowedits import Sides
from sitegen.model import Row

_NUMBER = re.compile(r"\d{1,9}")
_SURE = 0.97
"""Confidence that words kept word for word under another speaker's name were given to that speaker."""


def with_joined_labels(sides: Sides, rows: Sequence[Row], findings: Sequence[Finding]) -> list[Finding]:
    """The findings, those about labels that are one told once, where the first of them stands."""
    labels = [finding for finding in findings if finding.kind == "label" and finding.verdict == "changed"]
    if not labels:
        return list(findings)
    turns = [finding for finding in labels if _is_turn(sides, rows, finding)]
    told_rows = {id(finding): None for finding in labels} | _of_turns(sides, turns)
    told_rows |= _of_numbers(sides, [finding for finding in labels if finding not in turns])
    joined = [told_rows.get(id(finding), finding) for finding in findings]
    return [finding for finding in joined if finding is not None]


def _is_turn(sides: Sides, rows: Sequence[Row], finding: Finding) -> bool:
    row = rows[finding.rows[0]]
    return bool(row.left and row.right) and sides.role(0, row.left[0]) == "turn"


def _of_turns(sides: Sides, turns: Sequence[Finding]) -> dict[int, Finding | None]:
    """By finding what is told for it; None where another tells it."""
    pairs = [(_name(sides, finding, 0), _name(sides, finding, 1)) for finding in turns]
    speakers = _speakers(sides, 0), _speakers(sides, 1)
    told_rows: dict[int, Finding | None] = {}
    seen: set[tuple[str, str]] = set()
    for finding, (left, right) in zip(turns, pairs, strict=True):
        throughout = all((left_label == left) == (right_label == right) for left_label, right_label in pairs)
        if throughout and left not in speakers[1] and right not in speakers[0]:
            told_rows[id(finding)] = None if (left, right) in seen else replace(finding, aspect="renamed")
            seen.add((left, right))
        else:
            told_rows[id(finding)] = replace(finding, kind="role", aspect="speaker", confidence=_SURE)
    return told_rows


def _speakers(sides: Sides, side: int) -> frozenset[str]:
    return frozenset(_bare(block.label) for block in sides.blocks[side] if block.role == "turn")


def _name(sides: Sides, finding: Finding, side: int) -> str:
    text, span = ((sides.left, finding.left), (sides.right, finding.right))[side]
    return _bare(text.printed(span))


def _bare(label: str) -> str:
    return label.strip(" \t:：—–-.")


def _of_numbers(sides: Sides, labels: Sequence[Finding]) -> dict[int, Finding | None]:
    """Runs of labels whose numbers are all greater, or less, by as much: one renumbering."""
    told_rows: dict[int, Finding | None] = {}
    run: list[tuple[Finding, int, int]] = []
    for finding in labels:
        numbers = _number(sides, finding, 0), _number(sides, finding, 1)
        if numbers[0] is None or numbers[1] is None:
            told_rows[id(finding)] = finding
            continue
        if run and not _goes_on(run[-1], numbers[0], numbers[1]):
            told_rows |= _told(run)
            run = []
        run.append((finding, numbers[0], numbers[1]))
    return told_rows | _told(run)


def _goes_on(last: tuple[Finding, int, int], left: int, right: int) -> bool:
    """Whether a renumbering goes on: the next number, moved by as much."""
    return right - left == last[2] - last[1] and 0 < left - last[1] <= 2


def _told(run: Sequence[tuple[Finding, int, int]]) -> dict[int, Finding | None]:
    if not run:
        return {}
    first, left, right = run[0]
    if len(run) == 1:
        return {id(first): first}
    _, last_left, last_right = run[-1]
    joined = replace(
        first,
        aspect="renumbered",
        rows=tuple(dict.fromkeys(row for finding, _, _ in run for row in finding.rows)),
        quoted=(f"{left}–{last_left}", f"{right}–{last_right}"),
    )
    return {id(first): joined, **{id(finding): None for finding, _, _ in run[1:]}}


def _number(sides: Sides, finding: Finding, side: int) -> int | None:
    number = _NUMBER.search(_name(sides, finding, side))
    return int(number[0]) if number else None
