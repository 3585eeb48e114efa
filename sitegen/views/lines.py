"""Lays the rows of a comparison out as level lines: both sides, remarks beside them, folds where nothing differs.

Knows nothing of the page around them; see comparison.py.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import groupby
from typing import Literal

from sitegen.frozen import dataclass, replace
from sitegen.model import Article, Change, Comparison, CopyStanding, Op, Span, Story
from sitegen.text.catalogues import Catalogue, counted, marked
from sitegen.text.tokenized import Tokenized
from sitegen.text.tokens import words_in
from sitegen.views.borders import with_borders
from sitegen.views.common import number_of_words
from sitegen.views.kept import Kept
from sitegen.views.marks import cut_into_runs, is_sentence_move, is_unseen, marks_of, tells_no_words
from sitegen.views.merged import merged_paragraphs
from sitegen.views.pages import CorrectionLine, Fold, Line, MergedParagraph, Paragraph, Remark, Run, Side, TextLink
from sitegen.views.rights import Shown
from sitegen.views.sections import RowPiece, Sections, undivided
from sitegen.views.words import ROW_RELATIONS

_FOLDED = {
    "same": counted("{count} paragraph the same ({words})", "{count} paragraphs the same ({words})"),
    "left": counted(
        "{count} paragraph that the left text prints twice ({words})",
        "{count} paragraphs that the left text prints twice ({words})",
    ),
    "right": counted(
        "{count} paragraph that the right text prints twice ({words})",
        "{count} paragraphs that the right text prints twice ({words})",
    ),
}
"""What stands in place of lines that fold, by why they do."""
_TELLING = ("cut", "addition", "move", "split", "merge")
_TOLD = ("left only", "right only", "moved", "split", "merged")
"""Relations of which a change of the kinds above always speaks, unless its kind is ignored."""
_ABSENT = marked("not in this copy")
_TWICE = marked("printed twice in the other copy")


KeyOfChange = tuple[str, Span, str]
"""The left copy, the place in it, and what stands there instead."""
CommonChanges = Mapping[KeyOfChange, int]


def key_of_change(comparison: Comparison, change: Change) -> KeyOfChange:
    """What two comparisons with one left copy have in common where both copies made the same change."""
    return (comparison.left, change.left_span, change.right)


def common_changes(comparisons: Iterable[Comparison]) -> CommonChanges:
    """How many comparisons have each change; moves, which have no words of their own, are left out."""
    counts = Counter(
        key
        for comparison in comparisons
        for key in {key_of_change(comparison, change) for change in comparison.changes if change.left or change.right}
    )
    return {key: count for key, count in counts.items() if count > 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A comparison with all that its page needs."""

    story: Story
    comparison: Comparison
    left: Article
    right: Article
    left_text: Tokenized
    right_text: Tokenized
    standing: CopyStanding | None
    """Of the right, when the left is its parent."""
    position: int
    """1-based among the story's comparisons."""
    of: int
    previous: TextLink | None
    next: TextLink | None
    shown: Shown
    """What may be printed of both."""
    corrections: Mapping[str, tuple[CorrectionLine, ...]] = field(default_factory=dict)
    """Of the editor, by the id of the change that each is about."""
    report_to: str = ""
    """The beginning of an address to report a claim to, which the claim's id completes; empty for none."""
    in_lede: frozenset[str] = frozenset()
    """Ids of the changes whose sentences the lede of the page says."""
    survivors: Mapping[str, str] = field(default_factory=dict)
    """Which other copies have what is cut, as a sentence, by the id of the change."""
    common: CommonChanges = field(default_factory=dict)
    """How many comparisons with the same left text have a change, as `key_of_change` tells it; may be empty."""

    def whole_rows(self) -> frozenset[int]:
        """Indexes of the rows of which everything may be printed."""
        sides = ((self.left, self.left_text, "left"), (self.right, self.right_text, "right"))
        return frozenset(
            index
            for index, row in enumerate(self.comparison.rows)
            if all(
                self.shown.covers(article.id, text.span(block))
                for article, text, side in sides
                for block in getattr(row, side)
            )
        )

    def remark(self, change: Change, catalogue: Catalogue) -> Remark:
        """What is said of a change, as far as rights allow."""
        remark = replace(
            remark_of(change, catalogue, visible=self.shown.tells(self.comparison, change)),
            corrections=self.corrections.get(change.id, ()),
            report=f"{self.report_to}{change.id}" if self.report_to else "",
            in_lede=change.id in self.in_lede,
        )
        more = self.common.get(key_of_change(self.comparison, change), 1) - 1
        elsewhere = (
            catalogue.ngettext("The same in {count} other copy.", "The same in {count} other copies.", more)
            if more
            else "",
            self.survivors.get(change.id, ""),
        )
        return replace(remark, also=" ".join(filter(None, elsewhere)))


def folds_of(reading: Reading, catalogue: Catalogue) -> tuple[Fold, ...]:
    """The lines of a comparison on one page, folded."""
    (lines,) = lines_of(reading, catalogue, undivided(reading.comparison.rows))
    return folded(lines, catalogue)


def folded(lines: Iterable[Line], catalogue: Catalogue) -> tuple[Fold, ...]:
    """Lines in the order of the left; those that are the same, or printed twice by one copy, are folded."""
    folds = []
    for what, run in groupby(lines, key=_folded_as):
        members = tuple(run)
        folds.append(
            Fold(folded=bool(what), label=_fold_label(what, members, catalogue) if what else "", lines=members)
        )
    return tuple(folds)


def _folded_as(line: Line) -> str:
    """`same`, or the side that prints it twice; empty where it is to be seen."""
    if line.relation == "repeated" and not _signs(line):
        return "left" if line.left.paragraphs else "right" if line.right.paragraphs else ""
    return "same" if _is_quiet(line) else ""


def _fold_label(what: str, lines: Sequence[Line], catalogue: Catalogue) -> str:
    sides = [line.right if what == "right" else line.left for line in lines]
    runs = (run for side in sides for part in side.paragraphs for run in part.runs)
    words = sum(run.withheld or words_in(run.text) for run in runs)
    # Translators: {words} is "94 words".
    paragraphs = max(1, sum(not line.goes_on for line in lines))
    return catalogue.ngettext(*_FOLDED[what], paragraphs, words=number_of_words(catalogue, words))


def has_signs(folds: Iterable[Fold]) -> bool:
    """Whether an unseen character is shown in any of the lines."""
    return any(_signs(line) for fold in folds for line in fold.lines)


def says_sides(folds: Iterable[Fold]) -> bool:
    """Whether a line or a fold says of what it shows that it is on the left or on the right."""
    return any(
        line.relation == "repeated" or (line.relation in ("left-only", "right-only") and not line.remarks)
        for fold in folds
        for line in fold.lines
    )


def _signs(line: Line) -> bool:
    paragraphs = (*line.left.paragraphs, *line.right.paragraphs)
    return any(run.parts for paragraph in paragraphs for run in paragraph.runs)


def _is_quiet(line: Line) -> bool:
    """Whether there is nothing to see in a line: the same in both, nothing said of it, nothing that deceives."""
    return (
        line.relation == "same"
        and not line.remarks
        and not any(run.parts and not run.mark for paragraph in line.left.paragraphs for run in paragraph.runs)
    )


def lines_of(reading: Reading, catalogue: Catalogue, sections: Sections) -> list[tuple[Line, ...]]:
    """The lines of each section: one a piece of a row, or where the right end of a moved row stands."""
    shown = reading.whole_rows()
    kept = Kept.of(reading.comparison, (reading.left_text, reading.right_text))
    by_row: dict[int, list[Change]] = {}
    for change in reading.comparison.changes:
        for index in dict.fromkeys(change.rows):
            by_row.setdefault(index, []).append(change)
    return [
        tuple(
            _landing(reading, kept, piece.row, by_row.get(piece.row, ()), shown, catalogue)
            if piece.is_landing
            else _line(reading, kept, piece, by_row.get(piece.row, ()), shown, catalogue)
            for piece in pieces
        )
        for pieces in sections.parts
    ]


def _line(
    reading: Reading,
    kept: Kept,
    piece: RowPiece,
    changes: Sequence[Change],
    shown: frozenset[int],
    catalogue: Catalogue,
) -> Line:
    index = piece.row
    row = reading.comparison.rows[index]
    texts = (reading.left_text, reading.right_text)
    here = [change for change in changes if change.rows[0] == index and piece.holds(change, "left")]
    remarks = tuple(reading.remark(change, catalogue) for change in here if not change.is_style)
    remarks += _of_unseen(reading, [change for change in here if is_unseen(change, texts)], catalogue)
    left = _side(reading, kept, piece, here, "left", shown, catalogue) if row.left else _nothing(catalogue)
    arrived = [change for change in changes if change.rows[-1] == index and piece.holds(change, "right")]
    right = _side(reading, kept, piece, arrived, "right", shown, catalogue) if row.right else _nothing(catalogue)
    goes_on = piece.number > 1
    if row.relation == "repeated":
        told = Side(paragraphs=(), absent=catalogue.gettext(_TWICE), pointer="", pointer_label="")
        left, right = (left, told) if row.left else (told, right)
    if row.relation == "moved":
        up = row.right[0] < row.left[0]
        right = Side(
            paragraphs=(),
            absent="",
            pointer=f"#m{index}-right",
            pointer_label=_pointer_label(row.right[0], up, catalogue),
        )
    return Line(
        id=f"m{index}-left" if row.relation == "moved" else f"r{index}-{piece.number}" if goes_on else f"r{index}",
        relation=row.relation.replace(" ", "-"),
        label=catalogue.gettext(ROW_RELATIONS[row.relation]) if ROW_RELATIONS[row.relation] else "",
        consequential=any(remark.consequential for remark in remarks),
        left=left,
        right=right,
        remarks=remarks,
        marked=row.relation not in _TOLD or any(one.kind in _TELLING for one in changes),
        merged=_merged(reading, kept, piece, (here, arrived), shown, catalogue)
        if row.relation in ("changed", "split", "merged")
        else (),
        goes_on=goes_on,
    )


def _merged(
    reading: Reading,
    kept: Kept,
    piece: RowPiece,
    changes: tuple[Sequence[Change], Sequence[Change]],
    shown: frozenset[int],
    catalogue: Catalogue,
) -> tuple[MergedParagraph, ...]:
    """Both sides of a row as one text; nothing where rights withhold words of it."""
    if piece.row not in shown:
        return ()
    row, texts = reading.comparison.rows[piece.row], (reading.left_text, reading.right_text)
    if piece.spans is not None:
        row = replace(row, ops=tuple(_clipped(row.ops, piece.spans)))
    marks = marks_of(changes[0], "left", kept), marks_of(changes[1], "right", kept)
    return merged_paragraphs(reading.right, texts, row, marks, shown, catalogue)


def _clipped(ops: Iterable[Op], spans: tuple[Span, Span]) -> Iterator[Op]:
    """The ops of a piece of a row, whose borders stand inside words that both sides have, or at the row's ends."""
    (left_start, left_end), (right_start, right_end) = spans
    for op in ops:
        left = max(op.left[0], left_start), min(op.left[1], left_end)
        right = max(op.right[0], right_start), min(op.right[1], right_end)
        if left[0] <= left[1] and right[0] <= right[1] and (left[0] < left[1] or right[0] < right[1]):
            yield Op(op.tag, left, right)


def _landing(
    reading: Reading,
    kept: Kept,
    index: int,
    of_row: Sequence[Change],
    shown: frozenset[int],
    catalogue: Catalogue,
) -> Line:
    """The other end of a moved row, with its edits as the right prints them."""
    row = reading.comparison.rows[index]
    up = row.left[0] < row.right[0]
    changes = [change for change in of_row if change.rows == (index,)]
    right = _side(reading, kept, RowPiece(row=index), changes, "right", shown, catalogue)
    return Line(
        id=f"m{index}-right",
        relation="moved",
        label=catalogue.gettext(ROW_RELATIONS["moved"]),
        consequential=False,
        left=Side(
            paragraphs=(),
            absent="",
            pointer=f"#m{index}-left",
            pointer_label=_pointer_label(row.left[0], up, catalogue),
        ),
        right=right,
        remarks=(),
        marked=any(change.kind == "move" for change in changes),
        merged=_merged(reading, kept, RowPiece(row=index), (changes, changes), shown, catalogue),
    )


def withheld_run(words: int) -> tuple[Run, ...]:
    """What stands for words that may not be printed; nothing for marks alone."""
    return (Run(text="", mark="withheld", withheld=words),) if words else ()


def remark_of(change: Change, catalogue: Catalogue, *, visible: bool) -> Remark:
    """What is said of a change; where its words are withheld, how many there are."""
    return Remark(
        kind=change.kind,
        consequential=change.is_consequential,
        sentence=change.sentence if visible or tells_no_words(change) else _in_numbers(change, catalogue),
        change=change.id,
    )


def _in_numbers(change: Change, catalogue: Catalogue) -> str:
    """A change whose words are withheld."""
    left, right = words_in(change.left), words_in(change.right)
    if not right:
        return catalogue.ngettext("{count} word gone.", "{count} words gone.", left)
    if not left:
        return catalogue.ngettext("{count} word added.", "{count} words added.", right)
    return catalogue.ngettext(
        "{count} word on the left, {right} on the right.",
        "{count} words on the left, {right} on the right.",
        left,
        right=catalogue.number(right),
    )


def _of_unseen(reading: Reading, changes: Sequence[Change], catalogue: Catalogue) -> tuple[Remark, ...]:
    """Unseen characters are style, and told nonetheless: the first of a line, and how many more there are."""
    told = tuple(reading.remark(change, catalogue) for change in changes[:2])
    if len(changes) > 2:
        more = catalogue.ngettext(
            "{count} more place here with unseen characters.",
            "{count} more places here with unseen characters.",
            len(changes) - 1,
        )
        told = (told[0], replace(told[1], sentence=more))
    return told


def _pointer_label(block: int, up: bool, catalogue: Catalogue) -> str:
    """Where the other end of a moved paragraph stands."""
    arrow = "↑" if up else "↓"
    # Translators: {number} is the place of a paragraph in the other text, {arrow} points up or down to it.
    return catalogue.gettext("paragraph {number} {arrow}", number=catalogue.number(block + 1), arrow=arrow)


def _nothing(catalogue: Catalogue) -> Side:
    return Side(paragraphs=(), absent=catalogue.gettext(_ABSENT), pointer="", pointer_label="")


def _side(
    reading: Reading,
    kept: Kept,
    row_piece: RowPiece,
    changes: Sequence[Change],
    which: Literal["left", "right"],
    shown: frozenset[int],
    catalogue: Catalogue,
) -> Side:
    """The blocks of one side, cut into runs at the borders of its changes."""
    row = reading.comparison.rows[row_piece.row]
    article, text, blocks = (
        (reading.left, reading.left_text, row.left)
        if which == "left"
        else (reading.right, reading.right_text, row.right)
    )
    whole = row.relation in ("left only", "right only") and not any(is_sentence_move(change) for change in changes)
    marks = () if whole else marks_of(changes, which, kept)
    paragraphs = tuple(
        Paragraph(
            role=article.blocks[block].role,
            runs=tuple(
                run
                for piece in reading.shown.pieces(article.id, span)
                for run in (
                    cut_into_runs(text, piece.span, marks, which, shown, catalogue)
                    if piece.shown
                    else withheld_run(text.word_count(piece.span))
                )
            ),
        )
        for block, span in _spans_of_blocks(text, blocks, row_piece, which)
    )
    start = row_piece.spans[which == "right"][0] if row_piece.spans else None
    texts = (reading.left_text, reading.right_text)
    paragraphs = with_borders(paragraphs, row, which, texts, catalogue, start=start)
    return Side(paragraphs=paragraphs, absent="", pointer="", pointer_label="")


def _spans_of_blocks(
    text: Tokenized, blocks: Iterable[int], piece: RowPiece, which: Literal["left", "right"]
) -> Iterator[tuple[int, Span]]:
    """The blocks of a row that stand in a piece of it, each with its tokens there."""
    for block in blocks:
        start, end = text.span(block)
        if piece.spans is not None:
            border = piece.spans[which == "right"]
            start, end = max(start, border[0]), min(end, border[1])
            if start >= end:
                continue
        yield block, (start, end)
