"""What the page of a comparison receives: level lines of marked runs, with remarks beside them."""

from sitegen.frozen import dataclass
from sitegen.model import Role
from sitegen.views.pages.parts import CitedAs, FactLine, Figure, Head, Text, TextLink
from sitegen.views.pages.record_view import CorrectionLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a run: plain, or with unseen characters that are shown by a sign after it."""

    text: str
    sign: str = ""
    """What stands in the small box: `RLO`, `ZWSP×3`; empty for plain text."""
    name: str = ""
    """The same in words."""
    codes: tuple[str, ...] = ()
    """`U+202E` for each character that is shown, in order."""
    turns: bool = False
    """Whether it directs text, and so has to be kept from doing so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text with one mark."""

    text: str
    mark: str
    """`` (unmarked) | `del` | `ins` | `moved` (of a moved sentence) | `whisper` (equal as compared, other in print)
    | `border` (no text: the other copy begins a paragraph here)"""
    kind: str = ""
    """ChangeKind of the change it belongs to; empty for unmarked text."""
    change: str = ""
    """Id of that change; empty for none."""
    parts: tuple[Part, ...] = ()
    """The text again, cut around unseen characters that are shown; empty where there are none."""
    spoken: str = ""
    """What the link of a moved sentence says to those who listen."""
    anchor: str = ""
    """Id of a moved sentence's beginning; empty for other runs."""
    href: str = ""
    """Where the other end of a moved sentence stands."""
    withheld: int = 0
    """Words that stand here and may not be printed; `text` is empty then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block as one side prints it."""

    role: Role
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a line."""

    paragraphs: tuple[Paragraph, ...]
    absent: str
    """Said instead of text: `not in this copy`; empty when there is text."""
    pointer: str
    """Fragment of the line where the text stands (`#m3-left`); empty when it stands here."""
    pointer_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What is said in words beside a line."""

    kind: str
    """ChangeKind."""
    consequential: bool
    """Whether it is one of the kinds that matter: figure, date, name, attribution, quotation, hedge."""
    sentence: str
    change: str
    """Id of the change."""
    also: str = ""
    """In how many other copies the same words changed in the same way, and which have what is cut; may be empty."""
    corrections: tuple[CorrectionLine, ...] = ()
    """Of the editor, about this change."""
    report: str = ""
    """Address to report it as wrong; empty where there is nobody to report it to."""
    in_lede: bool = False
    """Whether the lede of the page has said it: who comes to the line is told again, and no one else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedeSentence:
    """A sentence of the lede of a comparison."""

    text: str
    href: str
    """To the change that it tells of; empty where it tells of several, or of one that another page shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedPiece:
    """A stretch of a paragraph of both copies as one text."""

    runs: tuple[Run, ...]
    label: str = ""
    """What stands in place of unchanged sentences: `… 2 sentences …`; empty for what is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedParagraph:
    """A block of the right copy, with what the left copy has instead."""

    role: Role
    pieces: tuple[MergedPiece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One level line of the comparison: a row, or one end of a moved row."""

    id: str
    relation: str
    """RelationOfRow, spaces as hyphens: same | changed | moved | split | merged | repeated | left-only | right-only"""
    label: str
    """What became of the row, in words, where nothing else is said of it; empty for what the marks say."""
    consequential: bool
    left: Side
    right: Side
    remarks: tuple[Remark, ...]
    merged: tuple[MergedParagraph, ...] = ()
    """Both sides as one text; empty where either alone says all, or where words are withheld."""
    goes_on: bool = False
    """Whether it is the rest of a row that is too long for one line."""
    marked: bool = True
    """Whether what became of the row is to be seen; not where its kind of change is ignored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """Neighbouring lines; those that are the same fold into a sentence."""

    folded: bool
    label: str
    """`2 paragraphs the same (94 words)`; empty when not folded."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HideSwitch:
    """A class of differences the reader may hide."""

    kind: str
    """ChangeKind."""
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnHead:
    """What stands above a column."""

    name: Text
    title: Text
    """Its headline; empty where nobody knows it."""
    runs: tuple[Run, ...]
    """The headline again, with its marks; empty where the other one is printed the same."""
    href: str
    """The article's page."""
    about: str
    """`agency · base · 3 March 2031, 08:40 UTC · 512 words`"""
    lang: str
    dir: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedChange:
    """A change in the report, with its number among all in reading order."""

    number: int
    """1-based among all changes of the comparison."""
    remark: Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPart:
    """The changes of one kind in the report."""

    title: str
    changes: tuple[ReportedChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLink:
    """A section of a comparison that is too long for one page."""

    number: int
    label: str
    """Which changes it holds: `changes 98 to 180`."""
    href: str
    current: bool
    follows_gap: bool
    """Whether sections between this one and the one before it are not listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLinks:
    """Where the sections of a comparison are: the first, the last and the neighbours of this one."""

    place: str
    """`part 2 of 4`"""
    links: tuple[SectionLink, ...]
    before: str
    """Address of the section before this one; empty on the first."""
    after: str
    """Address of the section after this one; empty on the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """`/stories/<story>/<left>--<right>/`"""

    head: Head
    story: TextLink
    kicker: str
    """`14 copies · comparison 3 of 16`"""
    heading: tuple[Text, ...]
    """Pieces of the heading in order; the outlets' names carry their language."""
    lede: tuple[LedeSentence, ...]
    """The comparison in at most two sentences; none says again what the headlines are, which stand below."""
    figures: tuple[Figure, ...]
    note: str
    """Why a coarser comparison was used; may be empty."""
    withheld: str
    """Why text is not shown; empty when all of it is."""
    deceits: tuple[str, ...]
    """Which characters hide or turn text around, in words; empty for honest texts."""
    swappable: bool
    """Whether the sides may be swapped: nothing on the page is said of the text on the left or on the right."""
    switches: tuple[HideSwitch, ...]
    left: ColumnHead
    right: ColumnHead
    headline: tuple[Remark, ...]
    """What is said beside the headlines, where they differ."""
    folds: tuple[Fold, ...]
    signs: bool
    """Whether a sign for an unseen character stands in the texts."""
    changes: tuple[Remark, ...]
    """All changes of substance of the page in reading order, those of the headline first."""
    rail: tuple[ReportedChange, ...]
    """Those that the rail leads to: all, or of many the chief ones. Each stands on the page."""
    report: tuple[ReportPart, ...]
    """All changes of substance again, by kind: what is printed."""
    reference: tuple[FactLine, ...]
    """How to cite the comparison, and what was compared, by digest; empty for files without a site."""
    set_aside: tuple[str, ...]
    """What was not compared: furniture of each side, in words."""
    previous: TextLink | None
    next: TextLink | None
    cite: CitedAs
    data: str
    sections: SectionLinks | None = None
    """None where the comparison is on one page."""
