"""What the page of a story receives."""

from sitegen.frozen import dataclass
from sitegen.views.pages.edition_view import (
    LeadLine,
    PrintedRow,
    QuotationLine,
    Quote,
    Spine,
    StoryFacts,
    StoryHeadline,
    TranslationLine,
)
from sitegen.views.pages.lineage_view import LineagePart
from sitegen.views.pages.parts import CitedAs, Head, History, Text, TextLink
from sitegen.views.pages.record_view import CorrectionLine, EditionLog


@dataclass(frozen=True, slots=True, kw_only=True)
class StripPath:
    """The cells of one kind in a strip."""

    kind: str
    """verbatim | reworded | moved | translated | own"""
    path: str
    """In a box of 1000 by 20."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyStrip:
    """What a copy is made of, sentence by sentence, drawn for the eye, and its shares in words."""

    paths: tuple[StripPath, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """A copy in a line."""

    article: TextLink
    """Labelled with the outlet's name."""
    siglum: str
    """The letter that stands for it in its story; empty where its name begins with it."""
    title: Text
    is_base: bool
    when: str
    relation: str
    """`edited, likely from Northern Wire`; empty for a report that stands alone."""
    strip: CopyStrip | None
    """None for a base and where nothing was compared."""
    share: str
    """`371 words, shares 83 %, keeps 60 %`"""
    credit: str
    """`names Northern Wire`; empty where nothing is to be said."""
    credit_missing: bool
    """Whether it was likely taken from another outlet and names no source."""
    compare: str
    """Address of its comparison; empty where there is none."""
    alike: int = 0
    """How many more copies have this very text: they are no lines of their own."""
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
    """Copies of one text, or texts that stand alone for one reason."""

    title: str
    why: str
    """Which copy is the base and why that one; why a text stands alone."""
    copies: tuple[CopyLine, ...]
    """Those on this page."""
    alone: bool
    """Whether none of them has other copies."""
    unfolded: int
    """How many of its lines are shown at once on the page of the story; the others unfold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """Share of one copy's words that are in another."""

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
class AgreementLine:
    """Copies that depart from the base together."""

    copies: tuple[TextLink, ...]
    more: int
    """Copies beside those named."""
    places: str
    """How many places, in words."""
    href: str
    """Where the first of these places is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """`/stories/<story>/`"""

    head: Head
    kicker: str
    """Date and languages."""
    title: Text
    quote: Quote | None
    """The first sentence of the base; None where its words may not be shown."""
    leads: tuple[LeadLine, ...]
    """At most three."""
    lede: str
    """Who took what from whom, in sentences."""
    summary: str
    """The editor's own; may be empty."""
    notes: str
    """The editor's, sanitised HTML; may be empty."""
    spine: Spine | None
    """None for a story of texts that share nothing."""
    families: tuple[FamilyPart, ...]
    strip_kinds: frozenset[str]
    """Kinds of sentences that the strips of its copies have, for their key."""
    more: tuple[TextLink, ...]
    """The pages of the copies that this one does not list, by their numbers."""
    truncated: tuple[str, ...]
    """What was left out of a very large story, a sentence or two each."""
    facts: StoryFacts | None
    quotations: tuple[QuotationLine, ...]
    unfolded_quotations: int
    """How many of them are shown at first."""
    translations: tuple[TranslationLine, ...]
    lineage: LineagePart | None
    """Who took it from whom, and when; None where nothing was taken from anything."""
    histories: tuple[History, ...]
    """Of each copy that there are several versions of."""
    headlines: tuple[StoryHeadline, ...]
    unfolded_headlines: int
    """How many of them are shown at first."""
    more_headlines: int
    related: tuple[TextLink, ...]
    """Other stories of its topic, the most alike first."""
    synopsis: str
    """Address of the copies in columns; empty where there is none."""
    evidence: str
    """Address of why its articles belong together; empty where nothing is to be said."""
    editions: EditionLog | None
    """None where none was recorded."""
    corrections: tuple[CorrectionLine, ...]
    """All of the story, each with the claim that it is about."""
    cite: CitedAs
    data: str
    formats: tuple[TextLink, ...]
    """Its copies as files for other programs; empty where the archive has none."""
    spines: tuple[TextLink, ...]
    """Other copies from which it can be read; empty where the archive has no such pages."""
    """Address of the story's JSON."""
    feed: str
    """Address of its feed; empty where no copy declares a day."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """`/stories/<story>/evidence/`"""

    head: Head
    story: TextLink
    matrix: Matrix | None
    agreement: tuple[AgreementLine, ...]
    evidence: tuple[EvidenceLine, ...]
    """The strongest of its links."""
    links: int
    """How many there are."""
    printed: tuple[PrintedRow, ...]
    """What stands around the text of each copy; of very many, of the first."""
    columns: tuple[bool, ...]
    """Which of the cells some copy has: headline, byline, dateline, credits."""
    more_printed: int
    """Copies that have no row."""
