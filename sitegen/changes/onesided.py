"""Blocks and sentences that one text alone has, told by what they are; and what cannot be said of a partial text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.changes.evidence import is_of_another_text
from sitegen.changes.finding import Finding
from sitegen.changes.readtext import ReadText
from sitegen.changes.rowedits import Sides
from sitegen.changes.speech import SURE_OF_CREDIT
from sitegen.model import ChangeKind, Op, Row, Span, Verdict
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
    if role == "credit" and _is_credited(sides, side, span):
        return
    if role == "notice" and (not is_correction(text.printed(span)) or _is_stamp(text, span)):
        # An editor's note about anything else is no word of the report.
        return
    aspect = f"credit {verdict}" if role == "credit" else ""
    finding = Finding(kind=kind, verdict=verdict, left=op.left, right=op.right, rows=rows, aspect=aspect)
    if role == "credit" or is_of_another_text(sides, finding):
        # A credit of another text is no credit that was exchanged.
        aspect = aspect if sides.kept >= _COPIES else ""
        finding = replace(finding, confidence=SURE_OF_CREDIT, aspect=aspect)
    yield finding


def _is_stamp(text: ReadText, span: Span) -> bool:
    """Whether a notice says when a page was updated, or that it was, and nothing else: `Last update: 12 January, 17:31
    GMT`. No reader learns from it what was corrected."""
    words = [token for token in range(*span) if text.keys[token].isalpha() and text.value(token) is None]
    return sum(not text.tokens[token].text.strip().isupper() or len(words) == 1 for token in words) <= _WORDS_OF_STAMP


def _is_credited(sides: Sides, side: int, span: Span) -> bool:
    """Whether the other text names in its first words whom a credit of this one names: `(Lorne Wire) -`."""
    text, opposite = (sides.left, sides.right)[side], (sides.left, sides.right)[1 - side]
    words = [text.keys[token] for token in range(*span) if text.keys[token].isalpha()]
    return 0 < len(words) <= _NAME_OF_CREDIT and set(words) <= set(opposite.keys[:_HEAD])


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
_WORDS_OF_STAMP = 2
"""Words of a notice that gives a time alone: `last update`, `updated at`."""
_HEAD = 12
"""First tokens of a text, in which its dateline names an agency."""
_NAME_OF_CREDIT = 3
"""Words of a credit that is a name alone."""
_COPIES = 0.4
"""Share of the shorter text from which on a credit in the place of another is what one of two copies did: of two
reports of an agency each has its own."""


def with_exchanged_credits(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, where a credit that is gone and one that has come are both sure: one text prints its own in the
    place of the other's. A credit that one text alone has may be the layout of a page."""
    whole = {finding.aspect: finding for finding in findings if finding.aspect in _CREDITS}
    if len(whole) < len(_CREDITS):
        return list(findings)
    return [
        replace(finding, confidence=_SURE_OF_EXCHANGE) if finding.aspect in _CREDITS else finding
        for finding in findings
    ]


_CREDITS = ("credit withheld", "credit given")
_SURE_OF_EXCHANGE = 0.95
"""Confidence that a credit stands in the place of another."""


def with_refrains(rows: Sequence[Row], findings: Sequence[Finding]) -> list[Finding]:
    """The findings, where a block whose words the other text has elsewhere is told with the block beside it that is
    gone: a refrain goes with its line, and stands in the other text all the same."""
    joined: list[Finding] = []
    for finding in findings:
        before = joined[-1] if joined else None
        if before is not None and _are_refrain(rows, before, finding):
            joined[-1] = replace(
                before,
                left=(before.left[0], finding.left[1]),
                right=(before.right[0], finding.right[1]),
                rows=(*before.rows, *finding.rows),
                aspect="",
                confidence=1.0,
            )
        else:
            joined.append(finding)
    return joined


def _are_refrain(rows: Sequence[Row], before: Finding, finding: Finding) -> bool:
    """Whether two findings are blocks of one text, one below the other, of which the other text has one elsewhere."""
    if {before.aspect, finding.aspect} != {"", "here"} or finding.kind not in ("cut", "addition"):
        return False
    if finding.kind != before.kind or max(len(before.rows), len(finding.rows)) > 1:
        return False
    first, second = before.rows[0], finding.rows[0]
    alone = all(rows[index].relation in ("left only", "right only") for index in (first, second))
    side = 0 if finding.kind == "cut" else 1
    blocks = [(row.left, row.right)[side] for row in (rows[first], rows[second])]
    return second == first + 1 and alone and blocks[0][-1:] == (blocks[1][0] - 1,)


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
