"""What `sitegen add --review` asks on a terminal, a key at a time, and what it writes where there is none."""

import string
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.terminal_text import safe
from sitegen.diagnostics import Diagnostic, Location, error

if TYPE_CHECKING:
    from sitegen.importing import BlockDecision, Decisions, Desk, Review

_LETTERS = string.ascii_lowercase
"""Keys of the blocks that are shown at once."""
_CYCLE = ("whole", "partial", "unknown")
_FEWEST_WORDS = 8
"""Words of a block that is offered; shorter ones are labels and menus, and stand in the file and the preview."""
_SHOWN = 90
KEYS = (
    "a-z take a block in, or out   1-9 the next candidate of a field   = whole, partial or unknown   + more blocks\n"
    "! this is no article   Enter save, and the next page   . leave it undecided   Q stop"
)


def review_on_terminal(
    desk: "Desk", paths: Sequence[str], read_key: Callable[[], str] = click.getchar
) -> tuple[Diagnostic, ...]:
    """Shows each page and does what the keys say; returns why some could not be reviewed."""
    from sitegen.importing import decide, review_path
    from sitegen.read.refusal import Refused

    problems: list[Diagnostic] = []
    for number, path in enumerate(paths, 1):
        try:
            review = desk.review(path)
            decisions = _asked(review, f"[{number} of {len(paths)}]", read_key)
            if decisions is None:
                return tuple(problems)
            if decisions.is_decided:
                changes = decide(desk, review, decisions)
                click.echo(f"{safe(path)}: {safe('; '.join(changes)) or 'as it was read'}; kept in {review_path(path)}")
        except Refused as refused:
            problems.append(_diagnostic(desk, path, refused.code, refused.message, refused.hint))
    return tuple(problems)


def write_review_files(desk: "Desk", paths: Collection[str]) -> tuple[Diagnostic, ...]:
    """Writes what there is to decide beside each article, for an editor with an editor of texts."""
    from sitegen.importing import review_path
    from sitegen.read.refusal import Refused

    problems: list[Diagnostic] = []
    for review in desk.reviews(paths):
        if isinstance(review, Refused):
            problems.append(_diagnostic(desk, "", review.code, review.message, review.hint))
            continue
        desk.write(review, review.decisions)
        path = desk.content / review_path(review.page.path)
        click.echo(f"{safe(str(path))}: what there is to decide; change it, write `decided = true`, and run this again")
    return tuple(problems)


def _diagnostic(desk: "Desk", path: str, code: str, message: str, hint: str) -> Diagnostic:
    place = f"{str(desk.content).rstrip('/')}/{path}" if path else str(desk.content)
    return error(code, message, Location(path=place), hint=hint)


def _asked(review: "Review", count: str, read_key: Callable[[], str]) -> "Decisions | None":
    """The decisions that the keys make; None where the editor stops. Undecided where the page is left for later."""
    decisions = review.decisions
    offered = [block for block in decisions.blocks if _is_offered(review, block)]
    start = 0
    while True:
        shown = offered[start : start + len(_LETTERS)]
        click.echo("\n".join([count, *_page_lines(review, decisions, shown, len(offered) - start - len(shown)), KEYS]))
        try:
            key = read_key()
        except EOFError:
            return None
        if key in "\r\n":
            return replace(decisions, is_decided=True)
        if key == "!":
            return replace(decisions, is_decided=True, is_article=False)
        if key == ".":
            return replace(decisions, is_decided=False)
        if key in ("Q", "\x03", "\x04"):
            return None
        if key == "+":
            start = start + len(_LETTERS) if start + len(_LETTERS) < len(offered) else 0
        elif key == "=":
            decisions = _next_completeness(decisions)
        elif key.isdecimal():
            decisions = _next_candidate(decisions, int(key) - 1)
        elif key in _LETTERS[: len(shown)]:
            decisions = _turned(decisions, shown[_LETTERS.index(key)].number)


def _is_offered(review: "Review", block: "BlockDecision") -> bool:
    return len(review.parts.blocks[block.number].words) >= _FEWEST_WORDS or not block.reason


def _page_lines(review: "Review", decisions: "Decisions", shown: Sequence["BlockDecision"], more: int) -> Iterator[str]:
    yield safe(review.page.path)
    yield from (f"  {safe(remark)}" for remark in review.draft.remarks)
    if review.twins:
        yield f"  the same text or address: {safe(', '.join(review.twins))}"
    for number, entry in enumerate(decisions.fields, 1):
        yield f"  {number} {entry.field}: {safe(entry.value) or '-'}  ({safe(entry.place) or 'left out'})"
        yield from (
            f"      or {safe(value)}  ({safe(place)})" for value, place in entry.candidates if value != entry.value
        )
    taken = decisions.taken
    for letter, block in zip(_LETTERS, shown, strict=False):
        sign = "+" if block.number in taken else "-"
        reason = f"  ({safe(block.reason)})" if block.reason else ""
        yield f"  {sign} {letter} {safe(block.text[:_SHOWN])}{reason}"
    if more > 0:
        yield f"  and {more:,} more blocks"


def _next_candidate(decisions: "Decisions", number: int) -> "Decisions":
    """The next value of a field, after the last one none."""
    if not 0 <= number < len(decisions.fields):
        return decisions
    entry = decisions.fields[number]
    values = [*(value for value, _ in entry.candidates), ""]
    following = values[(values.index(entry.value) + 1) % len(values)] if entry.value in values else values[0]
    changed = replace(entry, value=following)
    return replace(decisions, fields=(*decisions.fields[:number], changed, *decisions.fields[number + 1 :]))


def _next_completeness(decisions: "Decisions") -> "Decisions":
    fields = tuple(
        replace(
            entry, value=_CYCLE[(_CYCLE.index(entry.value) + 1) % len(_CYCLE)] if entry.value in _CYCLE else "whole"
        )
        if entry.field == "completeness"
        else entry
        for entry in decisions.fields
    )
    return replace(decisions, fields=fields)


def _turned(decisions: "Decisions", number: int) -> "Decisions":
    blocks = tuple(
        replace(block, is_taken=not block.is_taken) if block.number == number else block for block in decisions.blocks
    )
    return replace(decisions, blocks=blocks)


def carry_out(content: Path) -> tuple[Diagnostic, ...]:
    """Does what the review files of the archive say, and says what that changed."""
    from sitegen.importing import carry_out_files

    changed, problems = carry_out_files(content)
    for path, changes in changed.items():
        click.echo(f"{safe(str(content / path))}: {safe('; '.join(changes))}")
    return problems
