"""What a decision does to an imported article: to the lines of its front matter, and to its text.

A decision changes the lines that it is about, and the text where it is about blocks; a text that was changed by hand is
never made again. What there is to decide is for reviewing.py.
"""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sitegen.diagnostics import Diagnostic, Location, error, has_errors
from sitegen.importing.article_file import FENCE, article_text, body_text, field_value, quoted
from sitegen.importing.decisions import Decisions, review_path
from sitegen.importing.reviewing import Desk, Review
from sitegen.importing.shelf import words_digest
from sitegen.read import read_article
from sitegen.read.recording import replace_file
from sitegen.read.refusal import Refused

DESK = "the desk"
"""Where a fact is from that the editor wrote."""


def decide(desk: Desk, review: Review, decisions: Decisions) -> tuple[str, ...]:
    """Does to the article what is decided and keeps it; says what was changed.

    Raises Refused where the article was changed by hand or cannot be what was decided; then nothing is written.
    """
    path = review.page.path
    target = desk.content / path
    decisions = replace(decisions, is_decided=True)
    if not decisions.is_article:
        changes = _take_away(desk, review) if os.path.lexists(target) else ()
        desk.write(review, decisions)
        return changes
    brought_back: tuple[str, ...] = ()
    if not os.path.lexists(target):
        _bring_back(desk, review)
        brought_back = ("its file is there again",)
    data = target.read_bytes()
    text, changes = _changed(review, decisions, data.decode("utf-8"))
    if text != data.decode("utf-8"):
        article, problems = read_article(path, path, text.encode("utf-8"), desk.config, desk.shelf.sources)
        if article is None or has_errors(problems):
            first = next((problem for problem in problems if problem.severity == "error"), None)
            message = first.message if first else "the article could not be read with that"
            raise Refused("not-recorded", message, first.hint if first and first.hint else "decide otherwise")
        replace_file(target, text.encode("utf-8"))
    digest = _digest((text.partition(FENCE)[2],))
    desk.write(review, replace(decisions, text_digest=digest))
    return (*brought_back, *changes)


def _take_away(desk: Desk, review: Review) -> tuple[str, ...]:
    text = (desk.content / review.page.path).read_text("utf-8", "replace")
    if not _is_as_made(review, text.partition(FENCE)[2]):
        raise _edited(review.page.path)
    (desk.content / review.page.path).unlink()
    return ("no article: its file was taken away",)


def _bring_back(desk: Desk, review: Review) -> None:
    original = review.page.original
    size = (desk.content / original).stat().st_size
    text = article_text(review.draft, original=original, imported_from=original, size=size)
    desk.shelf.write(review.page.path, text)


def _is_as_made(review: Review, body: str) -> bool:
    """Whether a text is one that was made of the page: by the extractors, by the template, or at the desk."""
    plain = frozenset(block.number for block in review.decisions.blocks if not block.reason)
    digests = {_digest(review.parts.lines_with(numbers)) for numbers in (review.parts.text, plain)}
    return _digest((body,)) in digests | {review.decisions.text_digest}


def _changed(review: Review, decisions: Decisions, text: str) -> tuple[str, tuple[str, ...]]:
    """The article's file by what is decided, and what differs."""
    head, fence, body = text.partition(FENCE)
    changes: list[str] = []
    lines = head.split("\n")
    for entry in decisions.fields:
        current = field_value(lines, entry.field)
        # What was changed by hand in the file stays, unless the editor decided about that field here.
        is_decided = entry.value != entry.read or current in {value for value, _ in entry.candidates}
        if entry.value != current and is_decided:
            _set_field(lines, entry.field, entry.value, entry.place or DESK)
            changes.append(f"{entry.field}: {entry.value or 'left out'}")
            if entry.field == "completeness":
                _set_field(lines, "completeness_reason", "the editor says so" if entry.value else "", "")
    new_lines = review.parts.lines_with(decisions.taken)
    is_decided = any(block.is_editors for block in decisions.blocks)
    if _digest((body,)) != _digest(new_lines) and (is_decided or _is_as_made(review, body)):
        if not _is_as_made(review, body):
            raise _edited(review.page.path)
        changes.append(f"text: {len(body.split()):,} words before, {len(' '.join(new_lines).split()):,} now")
        body = f"\n{body_text(new_lines)}\n"
    return "\n".join(lines) + fence + body, tuple(changes)


def _digest(lines: Sequence[str]) -> str:
    return words_digest(tuple(lines)).hex()


def _edited(path: str) -> Refused:
    hint = "change the text in its file, or move the file away and add the page again"
    return Refused(
        "edited-by-hand", f"the text of `{path}` was changed since it was added, and is not made again", hint
    )


def _set_field(lines: list[str], field: str, value: str, place: str) -> None:
    """Changes, adds or removes the line of a field and the comment that says where it was read.

    Raises Refused where its value was written over several lines.
    """
    line_number = next((number for number, line in enumerate(lines) if line.startswith(f"{field}:")), None)
    if line_number is not None:
        if line_number + 1 < len(lines) and lines[line_number + 1].startswith((" ", "\t", "- ")):
            message = f"`{field}` is written over several lines"
            raise Refused("not-recorded", message, "change it in the article's file")
        del lines[line_number]
    comment = f"# {field}: from "
    lines[:] = [line for line in lines if not line.startswith(comment)]
    if not value:
        return
    end = next((number for number, line in enumerate(lines) if line.startswith("#")), len(lines))
    lines.insert(end if line_number is None else line_number, f"{field}: {quoted(value)}")
    if place:
        lines.append(f"{comment}{' '.join(place.split())}")


def carry_out_files(content: Path) -> tuple[dict[str, tuple[str, ...]], tuple[Diagnostic, ...]]:
    """Does what the decided review files of an archive say; what was changed by article, and what could not be.

    Raises SitegenError where there is no content folder.
    """
    desk = Desk(content)
    changed: dict[str, tuple[str, ...]] = {}
    problems = [_diagnostic(content, path, refused) for path, refused in desk.refusals.items()]
    paths = [
        page.path for page in desk.pages.values() if page.is_decided and review_path(page.path) not in desk.refusals
    ]
    for path in paths:
        try:
            review = desk.review(path)
            if changes := decide(desk, review, review.decisions):
                changed[path] = changes
        except Refused as refused:
            problems.append(_diagnostic(content, review_path(path), refused))
    return changed, tuple(problems)


def _diagnostic(content: Path, path: str, refused: Refused) -> Diagnostic:
    place = Location(path=f"{str(content).rstrip('/')}/{path}")
    return error(refused.code, refused.message, place, hint=refused.hint)
