"""Two articles compared: rows, operations, changes, measures."""

from typing import Literal

from sitegen.frozen import dataclass
from sitegen.model.words import Span, Unit

RelationOfRow = Literal["same", "changed", "moved", "split", "merged", "repeated", "left only", "right only"]
OpTag = Literal["equal", "delete", "insert", "replace"]
ChangeKind = Literal[
    "typography",
    "case",
    "punctuation",
    "spelling",
    "format",
    "figure",
    "date",
    "name",
    "attribution",
    "quotation",
    "negation",
    "role",
    "hedge",
    "correction",
    "label",
    "order",
    "cut",
    "addition",
    "move",
    "split",
    "merge",
    "wording",
]
Verdict = Literal["same-value", "converted", "rounded", "changed", "given", "withheld", "moved", "reworded", "unclear"]
CONSEQUENTIAL: tuple[ChangeKind, ...] = (
    "negation", "role", "figure", "attribution", "quotation", "date", "name", "hedge", "correction",
)  # fmt: skip
"""Kinds that change what the reader is told, the most telling first."""
SURE = 0.9
"""Confidence from which a change of a consequential kind is said as what it is, and counted."""
STYLE: tuple[ChangeKind, ...] = ("typography", "case", "punctuation", "spelling", "format")
"""Kinds that change how it looks. All the others are changes of substance."""


@dataclass(frozen=True, slots=True)
class Op:
    """A range of tokens that is equal, deleted, inserted or replaced."""

    tag: OpTag
    left: Span
    right: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a side-by-side page. Rows stand in the order of the left text."""

    relation: RelationOfRow
    left: tuple[int, ...]
    """Indexes into the left article's blocks, ascending and adjacent but for furniture; empty for `right only`."""
    right: tuple[int, ...]
    ops: tuple[Op, ...] = ()
    """Contiguous on both sides, from the first token of the row's blocks to their last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A sentence that stands at another place: deleted in one row, inserted in another, or both in one."""

    rows: tuple[int, int]
    """Where it left and where it stands now."""
    left: Span
    right: Span
    ops: tuple[Op, ...]
    """From the sentence as the left prints it to the right's, contiguous over both ranges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a reader stops at: a difference with a kind and a sentence that says it."""

    id: str
    """Survives a rebuild: made from the words that differ and their surroundings, not from a position."""
    kind: ChangeKind
    rows: tuple[int, ...]
    """Indexes into the comparison's rows: one, or for a moved sentence where it left and where it stands now."""
    left_span: Span
    right_span: Span
    left: str
    """The differing text as the left prints it."""
    right: str
    sentence: str
    """What happened, in plain words."""
    verdict: Verdict = "reworded"
    """What became of what differs: the same value, another, one more, one less ..."""
    confidence: float = 1.0
    """From the evidence, 0 to 1: how sure it is that the sentence says what happened, and something worth telling."""
    shifted: bool = False
    """Whether its words moved inside their sentence; the sentence that says so quotes them."""

    @property
    def is_style(self) -> bool:
        """Whether only the looks differ: a kind of style, or a value in other units."""
        return self.kind in STYLE or self.verdict in ("same-value", "converted")

    @property
    def is_consequential(self) -> bool:
        """Whether it changes what the reader is told, as far as is known for sure."""
        return (
            self.kind in CONSEQUENTIAL
            and self.confidence >= SURE
            and not self.is_style
            and self.verdict not in ("reworded", "unclear", "moved")
        )

    @property
    def is_substance(self) -> bool:
        """Whether it counts among the changes of substance: none of style, and none that is not sure."""
        return not self.is_style and (self.kind not in CONSEQUENTIAL or self.confidence >= SURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The headlines of two copies read against each other. Rows and measures leave them out: they are no text."""

    left: str
    """As printed; empty where the left has none."""
    right: str
    languages: tuple[str, str] = ("und", "und")
    """Tags in which both were cut into tokens."""
    ops: tuple[Op, ...]
    """Contiguous over the tokens of both headlines, each counted from its own first."""
    changes: tuple[Change, ...] = ()
    """In reading order; their `rows` are empty."""

    @property
    def differs(self) -> bool:
        """Whether something of substance differs."""
        return any(change.is_substance for change in self.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """How much of each stands in the other. Words are tokens that are not marks or spaces."""

    left_words: int
    right_words: int
    kept: int
    """Words of the left found, in order, in the right."""
    moved: int
    """Words of the left found in the right at another place."""
    changed: int
    """Words of the left that were replaced, in rows that stand in both."""
    left_in_right: float
    """(kept + moved) / left_words, 0 to 1; 0 when the left is empty."""
    right_in_left: float
    """Words of the right found in the left / right_words, likewise. A value may have other words on either side."""
    longest_run: int
    """Words in the longest run that both print with the same words."""

    @property
    def right_kept(self) -> int:
        """Words of the right found in the left, from the share of them; of more than 10,000 one may be lost in it."""
        return round(self.right_in_left * self.right_words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two copies read against each other."""

    left: str
    """Article id."""
    right: str
    rows: tuple[Row, ...]
    moves: tuple[Move, ...] = ()
    """Sentences at another place; whole blocks are rows of their own."""
    changes: tuple[Change, ...] = ()
    measures: Measures
    headline: Headline | None = None
    """None where both print the same one, or where nobody knows that of one."""
    unit: Unit = "words"
    """What was compared with what; whole `texts` are not aligned."""
    note: str = ""
    """Why a coarser comparison was used, or nothing aligned, and whether a text is incomplete; mostly empty."""
    bounded: bool = False
    """Whether `unit` is coarser than the size of the two asks for, because the budget of their story was spent."""
    partial: tuple[bool, bool] = (False, False)
    """Whether the left and the right were imported incomplete: nothing is said of what such a text lacks."""
