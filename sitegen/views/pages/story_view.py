"""What the page of a story receives."""

from dataclasses import dataclass
from typing import Literal

from sitegen.model import ChangeKind
from sitegen.views.pages.lineage_view import LineagePart
from sitegen.views.pages.parts import Figure, Head, History, Text, TextLink

KindOfFamily = Literal["copies", "sharing", "independent", "translation", "foreign"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A piece of an anatomy strip: one block of the copy."""

    kind: str
    """base | verbatim | reworded | moved | own | furniture"""
    x: int
    """Where it begins, in thousandths of the strip."""
    width: int
    """In thousandths of the strip, the gap included."""
    title: str
    """What it is, in words: `paragraph 3: reworded, 41 words`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """What a copy is made of, drawn for the eye, and the same in words."""

    cells: tuple[Cell, ...]
    words: str
    """`5 paragraphs verbatim, 1 reworded, 1 own`"""
    said: str
    """How it differs from the copy it was read against, in sentences, for those who listen; empty for a base."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """A copy in the table of a story."""

    article: TextLink
    """Labelled with the outlet's name."""
    siglum: str
    """The letter that stands for it in its story; empty where its name begins with it."""
    title: Text
    is_base: bool
    when: str
    relation: str
    """In words: `cut`, `translated`, ..."""
    descent: str
    """`copied from Northern Wire`, `likely from ...`, or that it cannot be told; empty for a base."""
    strip: Strip | None
    """None across languages and where nothing was compared."""
    share: str
    """`83 % of 371 words`, or why there is none."""
    kept: str
    """`60 % of the base's 512 words`; empty for a base."""
    credit: str
    """`Northern Wire`, `none found`, `–`."""
    credit_missing: bool
    """Whether it was likely taken from another outlet and names no source."""
    language: str
    compare: str
    """Address of its comparison; empty where there is none."""
    alike: int = 0
    """How many more copies have this very text: they are no rows of their own."""
    alike_named: tuple[TextLink, ...] = ()
    """The first of them."""
    alike_href: str = ""
    """Address of the page that lists all; empty where all are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikeLine:
    """A copy among those that have the text of another."""

    article: TextLink
    title: Text
    when: str
    credit: str
    """As in `CopyLine`."""
    credit_missing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikePart:
    """Some of the copies that have the text of another."""

    article: TextLink
    """The copy whose text they have."""
    count: int
    """How many there are, on all pages."""
    copies: tuple[AlikeLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPart:
    """A family on its story's page."""

    kind: KindOfFamily
    """What it is to the others of its story."""
    title: str
    """`Copies of one text`, `Articles that share text`, `Independent` or `In another language`."""
    why_base: str
    """Which copy is the base, and why that one."""
    copies: tuple[CopyLine, ...]
    """Those on this page."""
    alone: bool
    """Whether it has no other copy, on this page or another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """Share of one copy's words that stand in another."""

    value: str
    href: str
    """Address of the comparison; empty on the diagonal and where none was made."""
    level: int
    """0 to 4: how dark to draw it."""
    spoken: str
    """The same as a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A copy of the matrix, with the cells in the order of the columns."""

    name: Text
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Who holds how much of whom: rows are read in columns."""

    columns: tuple[Text, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """Why two articles were put together."""

    left: TextLink
    right: TextLink
    reason: str
    passages: tuple[Text, ...]
    """Longest shared passages, shortened where long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """A change of substance, worth naming on a story's page."""

    kind: ChangeKind
    outlet: Text
    left: Text
    right: Text
    sentence: str
    href: str
    """Where it stands on its comparison page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineLine:
    """One outlet's headline."""

    outlet: Text
    title: Text
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """`/stories/<story>/`"""

    head: Head
    kicker: str
    """Date and languages."""
    title: Text
    lede: str
    summary: str
    """The keeper's own; may be empty."""
    notes: str
    """The keeper's, sanitised HTML; may be empty."""
    figures: tuple[Figure, ...]
    families: tuple[FamilyPart, ...]
    more: tuple[TextLink, ...]
    """The pages of the copies that this one does not list, by their numbers."""
    histories: tuple[History, ...]
    """Of each copy that there are several versions of."""
    highlights: tuple[Highlight, ...]
    untold: int
    """Changes of their kinds whose words are withheld."""
    lineage: LineagePart | None
    """Who took it from whom, and when; None where nothing was taken from anything."""
    headlines: tuple[HeadlineLine, ...]
    matrix: Matrix | None
    evidence: tuple[EvidenceLine, ...]
    """The strongest of its links."""
    links: int
    """How many there are."""
    related: tuple[TextLink, ...]
    """Other stories of its topic, the most alike first."""
    data: str
    """Address of the story's JSON."""
    truncated: tuple[str, ...]
    """What was left out of a very large story, a sentence or two each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesView:
    """`/stories/<story>/copies/<number>/`"""

    head: Head
    story: TextLink
    number: int
    """From 2: the first page is that of the story."""
    of: int
    families: tuple[FamilyPart, ...]
    """Empty on a page that lists copies with one text."""
    alike: AlikePart | None
    previous: str
    """Address of the page before."""
    next: str
    """Address of the page after; empty for the last."""
