"""Blocks and sentences that one text alone has, told by what they are; and what cannot be said of a partial text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.changes.evidence import is_of_another_text
from sitegen.changes.finding import Finding
from sitegen.changes.rowedits import Sides
from sitegen.changes.speech import SURE_OF_CREDIT
from sitegen.model import ChangeKind, Op, Row, Verdict
from sitegen.recognise import is_correction, is_picture_credit, notice_start
from sitegen.text.tokenized import UNCOUNTED, is_apart

_KINDS: dict[str, ChangeKind] = {"notice": "correction", "credit": "attribution"}
"""Roles of blocks that are none of the report's words, and what it is that one has come or is gone. Captions,
crossheads, pull quotes and prompts are told by none: the report is what it was."""


def one_sided(sides: Sides, row: Row, op: Op, rows: tuple[int, ...]) -> Iterator[Finding]:
    """What it means that a block, or a stretch of it, stands in one text alone; nothing for what is no text."""
    side = 0 if row.left else 1
    block = (row.left, row.right)[side][0]
    role = sides.role(side, block)
    text, span = ((sides.left, op.left), (sides.right, op.right))[side]
    if role in UNCOUNTED and role not in _KINDS:
        return
    if all(is_apart(text.keys[token]) for token in range(*span)):
        # A stamp or a name above what follows, which is told.
        return
    kind: ChangeKind = _KINDS.get(role) or ("cut" if side == 0 else "addition")
    verdict: Verdict = "withheld" if side == 0 else "given"
    if role == "credit" and is_picture_credit(text.printed(span)):
        return
    if role == "notice" and not is_correction(text.printed(span)):
        # An editor's note about anything else is no word of the report.
        return
    aspect = f"credit {verdict}" if role == "credit" else ""
    finding = Finding(kind=kind, verdict=verdict, left=op.left, right=op.right, rows=rows, aspect=aspect)
    if role == "credit" or is_of_another_text(sides, finding):
        finding = replace(finding, confidence=SURE_OF_CREDIT)
    yield finding


def as_correction(sides: Sides, finding: Finding) -> Finding:
    """A cut or addition as what it is where it is a statement that something was corrected."""
    if finding.kind not in ("cut", "addition") or finding.aspect:
        return finding
    text, span = (sides.left, finding.left) if finding.kind == "cut" else (sides.right, finding.right)
    # A statement inside a block counts where another sentence stands before it.
    printed = text.printed(span)
    if notice_start(f"{_BEFORE}{printed}", text.terms.language) is None or not is_correction(printed):
        return finding
    return replace(finding, kind="correction")


_BEFORE = "x x x. "


def without_unknown(sides: Sides, rows: Sequence[Row], findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those that a partial text does not bear out: it may have had what it is said to lack.

    Where a capture breaks off, nothing is known of what would come after; a block that it lacks elsewhere may have been
    lost on the way as well.
    """
    if not any(sides.partial):
        return list(findings)
    ends = [_end_of_shared(sides, rows, side) for side in (0, 1)]
    return [finding for finding in findings if not _is_unknown(sides, rows, finding, ends)]


def _end_of_shared(sides: Sides, rows: Sequence[Row], side: int) -> int:
    """Where in a text the last word is that the other has too; a full stop at the end of both is none."""
    text = (sides.left, sides.right)[side]
    spans = [(op.left, op.right)[side] for row in rows for op in row.ops if op.tag == "equal"]
    return max((span[1] for span in spans if text.text.word_count(span)), default=0)


def _is_unknown(sides: Sides, rows: Sequence[Row], finding: Finding, ends: Sequence[int]) -> bool:
    for side in (0, 1):
        own = (finding.left, finding.right)[side]
        if not sides.partial[1 - side] or own[0] == own[1]:
            continue
        lacking = (finding.right, finding.left)[side]
        whole = len(finding.rows) == 1 and rows[finding.rows[0]].relation in ("left only", "right only")
        if lacking[0] == lacking[1] and whole:
            return True
        if own[0] >= ends[side]:
            return True
    return False
