"""What the part of a page receives that shows who took from whom, and when."""

from typing import Literal

from sitegen.frozen import dataclass
from sitegen.views.pages.parts import Text, TextLink

LineKind = Literal["copied", "likely", "possible"]
"""From .9 on, from .6 on, and a parent that is neither."""
MarkKind = Literal["copy", "base", "doubt", "unheld"]
"""A copy; the copy that others are read against; one whose parent cannot be determined; a text that is not held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisLabel:
    """A day, an hour or a year below the drawing."""

    x: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLines:
    """All lines of one kind, as one path."""

    kind: LineKind
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnMarks:
    """All marks of one kind, as one path."""

    kind: MarkKind
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnName:
    """The name of a text that is not held, beside its mark."""

    x: int
    y: int
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageDrawing:
    """Copies from left to right in order of time (right to left where the page runs so), lines from parent to child."""

    width: int
    """In pixels, as `height`: the drawing is not scaled, so that its letters stay readable."""
    height: int
    axis: int
    """Where the axis is, from the top."""
    columns: tuple[AxisLabel, ...]
    """What each column is: a time of day, a day, a month or a year."""
    spans: tuple[AxisLabel, ...]
    """What several columns are together, each at its first: a day or a year."""
    borders: str
    """Path of the lines between these."""
    lines: tuple[DrawnLines, ...]
    marks: tuple[DrawnMarks, ...]
    letters: str
    """The sigla, one after another ..."""
    letters_x: str
    """... and where each letter is."""
    letters_y: str
    names: tuple[DrawnName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageEntry:
    """A copy in the list beside the drawing."""

    siglum: str
    article: TextLink
    when: str
    share: str
    """How probable it is that it was taken from where its group says; empty where nothing is claimed."""
    reasons: str
    """Address of the reasons, on the page of the copy; empty where there are none."""
    notes: tuple[str, ...]
    """`or else from Radio Sund (8 %)`, `and 11 more copies with the same text`"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageGroup:
    """Copies of which the same is said."""

    heading: str
    """`Copied from Northern Wire`"""
    entries: tuple[LineageEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineagePart:
    """Who took it from whom, and when: a drawing, and a list that says the same."""

    drawing: LineageDrawing
    groups: tuple[LineageGroup, ...]
    unfolded: int
    """How many of the groups are shown at first."""
    folded: int
    """How many copies the others list."""
    notes: tuple[str, ...]
    """How the drawing is to be read, and what was left out, a sentence each."""
