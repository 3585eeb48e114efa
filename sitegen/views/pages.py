"""What each template receives: model values laid out as a page. No HTML is made here, and no file is known.

Every value is ready to print: addresses carry the site's root, dates and shares are in words, names know their
language and direction. A template loops and marks up; it does not compute.
"""

from dataclasses import dataclass
from typing import Any

from sitegen.model import BlockKind, ChangeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A name, title or quotation in some language: printed in an element with its own `lang` and `dir`."""

    text: str
    lang: str = ""
    """BCP 47; empty for the language of the page."""
    dir: str = ""
    """`ltr` or `rtl`; `auto` when the language is not known; empty for the direction of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLink:
    """A text that leads somewhere."""

    label: Text
    href: str
    """Empty when there is nowhere to go: printed as plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NavItem:
    """An entry of the site's navigation."""

    label: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every page of the site shares."""

    title: str
    description: str
    language: str
    dir: str
    notice: str
    """A sentence at the foot of each page (`Every outlet ... is invented`); may be empty."""
    contact: str
    """Mail address for corrections; may be empty."""
    root: str
    """Path of the site on its host, with a slash at both ends."""
    home: str
    """Absolute address of the site, with a slash at its end."""
    css: str
    """Address of the style sheet."""
    js: str
    """Address of the script that improves comparison pages and search."""
    icon: str
    """Address of the site's icon."""
    csp: str
    """Content Security Policy for the meta element (`frame-ancestors` works in the header only)."""
    generator: str
    """Name and version of the tool."""
    feed: str
    search_index: str
    """Address of the folder of the search index, with a slash at its end; empty when none was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page says of itself."""

    title: str
    description: str
    canonical: str
    """Absolute address."""
    nav: tuple[NavItem, ...]
    indexed: bool = False
    """Whether the page belongs in the search index."""
    robots: str = ""
    """Content of the robots meta element; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with what it counts, its denominator included."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCard:
    """A story on a page that lists stories."""

    href: str
    title: Text
    finding: str
    when: str
    copies: int
    families: int
    outlets: tuple[Text, ...]
    more_outlets: int
    """How many outlets beyond those named."""
    languages: tuple[str, ...]
    """Names of its languages, in the language of the page."""
    article_href: str
    """Where a story of one article leads: that article's page; empty for a real story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLinks:
    """Where a list goes on."""

    number: int
    of: int
    newer: str
    """Address; empty on the first page."""
    older: str
    """Address; empty on the last page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """`/` and `/page/<n>/`: stories with several copies first, newest first; then articles that stand alone."""

    head: Head
    lede: str
    figures: tuple[Figure, ...]
    stories: tuple[StoryCard, ...]
    alone: tuple[StoryCard, ...]
    paging: PageLinks


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


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """A copy in the table of a story."""

    article: TextLink
    """Labelled with the outlet's name."""
    title: Text
    is_base: bool
    when: str
    relation: str
    """In words: `cut`, `translated`, ..."""
    parent: str
    """Name of the outlet it was likeliest taken from; empty for a base."""
    strip: Strip | None
    """None across languages and where nothing was compared."""
    share: str
    """`83 % of 371 words`, or why there is none."""
    kept: str
    """`60 % of the base's 512 words`; empty for a base."""
    credit: str
    """`Northern Wire`, `none found`, `–`."""
    credit_missing: bool
    """Whether it shares text and names no source."""
    language: str
    compare: str
    """Address of its comparison; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPart:
    """A family on its story's page."""

    title: str
    """`Copies of one text` or `Independent`."""
    why_base: str
    """Which copy is the base, and why that one."""
    copies: tuple[CopyLine, ...]


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
    highlights: tuple[Highlight, ...]
    headlines: tuple[HeadlineLine, ...]
    matrix: Matrix | None
    evidence: tuple[EvidenceLine, ...]
    data: str
    """Address of the story's JSON."""
    truncated: str
    """Says what was left out of a very large story; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text with one mark."""

    text: str
    mark: str
    """`` (unmarked) | `del` | `ins` | `moved` (of a moved sentence) | `whisper` (equal as compared, other in print)"""
    kind: str = ""
    """ChangeKind of the change it belongs to; empty for unmarked text."""
    change: str = ""
    """Id of that change; empty for none."""
    spoken: str = ""
    """What a reader cannot see: names of invisible characters, ...; mostly empty."""
    anchor: str = ""
    """Id of a moved sentence's beginning; empty for other runs."""
    href: str = ""
    """Where the other end of a moved sentence stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block as one side prints it."""

    kind: BlockKind
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One level line of the comparison: a row, or one end of a moved row."""

    id: str
    relation: str
    """RelationOfRow, spaces as hyphens: same | changed | moved | split | merged | repeated | left-only | right-only"""
    consequential: bool
    left: Side
    right: Side
    remarks: tuple[Remark, ...]


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
    href: str
    """The article's page."""
    about: str
    """`agency · base · 3 March 2031, 08:40 UTC · 512 words`"""
    lang: str
    dir: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """`/stories/<story>/<left>--<right>/`"""

    head: Head
    story: TextLink
    kicker: str
    """`14 copies · comparison 3 of 16`"""
    heading: tuple[Text, ...]
    """Pieces of the heading in order; the outlets' names carry their language."""
    lede: str
    """The comparison in words."""
    figures: tuple[Figure, ...]
    note: str
    """Why a coarser comparison was used; may be empty."""
    withheld: str
    """Why text is not shown; empty when all of it is."""
    switches: tuple[HideSwitch, ...]
    left: ColumnHead
    right: ColumnHead
    folds: tuple[Fold, ...]
    changes: tuple[Remark, ...]
    """All changes of substance in reading order."""
    set_aside: tuple[str, ...]
    """What was not compared: furniture of each side, in words."""
    previous: TextLink | None
    next: TextLink | None
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """A piece of metadata."""

    label: str
    values: tuple[TextLink, ...]
    inferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleBlock:
    """A block of an article, as published."""

    id: str
    kind: BlockKind
    text: str
    html: str
    """Sanitised markup; where empty, `text` is printed."""
    furniture: str
    """Why it is set aside, in words; empty for the article's own text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """`/articles/<article>/`"""

    head: Head
    source: TextLink
    story: TextLink
    title: Text
    kicker: str
    standing: str
    """How it stands in its story, in a sentence."""
    lang: str
    dir: str
    facts: tuple[FactLine, ...]
    blocks: tuple[ArticleBlock, ...]
    furniture_count: int
    withheld: str
    """Why the text is not shown; empty when it is."""
    comparisons: tuple[TextLink, ...]
    provenance: tuple[FactLine, ...]
    notes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceArticle:
    """An article on its source's page."""

    article: TextLink
    story: TextLink
    when: str
    standing: str
    """`cut, from Northern Wire`, `independent`, ..."""
    share: str
    """`83 % of 371 words`, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPart:
    """A source's articles of one year."""

    id: str
    """Fragment: `y2031`, or `undated`."""
    label: str
    articles: tuple[SourceArticle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """`/sources/<source>/`"""

    head: Head
    name: Text
    kicker: str
    lede: str
    """Its habits in a sentence."""
    figures: tuple[Figure, ...]
    facts: tuple[FactLine, ...]
    notes: str
    """Sanitised HTML; may be empty."""
    years: tuple[YearPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A source in the list of sources."""

    name: TextLink
    kind: str
    language: str
    articles: int
    copied: str
    """`4 of 6 taken from others`"""
    credited: str
    """`1 of 4 credited`; `–` where it took nothing"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView:
    """`/sources/`"""

    head: Head
    lede: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLink:
    """How many articles of a source fall in a year."""

    label: str
    href: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceIndex:
    """A source with its years, for readers without JavaScript."""

    name: TextLink
    years: tuple[YearLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """`/search/`: the search box where scripts run, the index by source and year everywhere."""

    head: Head
    index: tuple[SourceIndex, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of the method with its meaning."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView:
    """`/about/`: what the archive is, and the method with its thresholds."""

    head: Head
    description: str
    figures: tuple[Figure, ...]
    relations: tuple[Term, ...]
    kinds: tuple[Term, ...]
    rules: tuple[Term, ...]
    """Thresholds with their values."""
    downloads: tuple[TextLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """`/404.html`"""

    head: Head


View = (
    HomeView
    | StoryView
    | ComparisonView
    | ArticleView
    | SourceView
    | SourcesView
    | SearchView
    | AboutView
    | NotFoundView
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page to render."""

    url: str
    """Below the site's root, without a leading slash: `stories/ferry/`; a name with a suffix is that file."""
    template: str
    view: View

    @property
    def path(self) -> str:
        """The file it becomes."""
        return self.url if self.url.endswith((".html", ".xml")) else f"{self.url}index.html"


def as_context(frame: Frame, page: Page) -> dict[str, Any]:
    """What a template sees: `site`, `page` (the view) and nothing else."""
    return {"site": frame, "page": page.view}
