"""What the pages of the whole site receive: lists of stories, an article, sources, search, about, 404."""

from sitegen.frozen import dataclass
from sitegen.model import Role
from sitegen.text.nesting import Element, Start
from sitegen.views.pages.comparison_view import Run
from sitegen.views.pages.front_view import FrontParts
from sitegen.views.pages.origins_view import OriginNote, OriginPart, OriginPiece
from sitegen.views.pages.parts import CitedAs, FactLine, Figure, Head, History, PageLinks, Term, Text, TextLink


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCard:
    """A story on a page that lists stories."""

    href: str
    title: Text
    finding: str
    """The answer in one or two sentences; empty for separate reports."""
    when: str
    """The day; empty where it is not known, which a list of an undated archive would say a hundred times."""
    moment: str
    """The same for programs, as ISO 8601."""
    made_of: str
    """`3 copies of one text and 2 more articles`"""
    outlets: tuple[Text, ...]
    more_outlets: int
    """How many outlets beyond those named."""
    languages: tuple[str, ...]
    """Names of its languages, in the language of the page."""
    article_href: str
    """Where a story of one article leads: that article's page; empty for a real story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """`/` and `/page/<n>/`: stories by whether text was shared in them, then articles that stand alone."""

    head: Head
    lede: str
    figures: tuple[Figure, ...]
    stories: tuple[StoryCard, ...]
    """Those in which text was shared, newest first."""
    reports: tuple[StoryCard, ...]
    """Those of several articles that share no text, newest first."""
    alone: tuple[StoryCard, ...]
    """Those of one article."""
    paging: PageLinks
    front: FrontParts | None
    """None on all pages but the first."""
    titles: str
    """Address of the page that leads to all titles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleBlock:
    """A block of an article, as published."""

    id: str
    role: Role
    text: str
    """Without the label that it is printed with."""
    html: str
    """Sanitised markup; where empty, `text` is printed."""
    furniture: str
    """Why it is set aside, in words; empty for the article's own text."""
    original: str = ""
    """What the file has, where something was repaired; else empty."""
    runs: tuple[Run, ...] = ()
    """What rights let through, where they do not let everything: printed instead of `text`."""
    label: str = ""
    """Its number, speaker or time as printed before `text`, with the space after it."""
    rows: tuple[tuple["ArticleBlock", ...], ...] = ()
    """The cells of a table, row by row; empty for every other block."""
    plain: bool = False
    """Whether it is a paragraph with nothing of all this about it, as most are."""
    nested: bool = False
    """Whether it stands in a list or a quotation."""
    starts: tuple[Start, ...] = ()
    """Lists, items and quotations that begin with it, the outermost first."""
    ends: tuple[Element, ...] = ()
    """Those that end with it, the innermost first."""
    is_linked: bool = False
    """Whether it has a link that a reader can take along."""
    pieces: tuple[OriginPiece, ...] = ()
    """Of a paragraph: its text by origin; empty where nothing is said of that."""
    notes: tuple[OriginNote, ...] = ()
    """What the margin says of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairLine:
    """A repair, with the places at which it was made."""

    was: str
    became: str
    why: str
    """How the text had been misread."""
    places: str
    """`line 3, column 12; line 9, column 1 and 4 more`"""


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
    related: tuple[TextLink, ...]
    """Stories of its topic, where it is a story of its own; elsewhere the page of its story names them."""
    lang: str
    dir: str
    facts: tuple[FactLine, ...]
    blocks: tuple[ArticleBlock, ...]
    furniture_count: int
    repairs: tuple[RepairLine, ...]
    """The first so many; empty where the text is withheld."""
    repair_count: int
    more_repairs: int
    """How many different repairs there are beyond those."""
    withheld: str
    """Why the text is not shown; empty when it is."""
    id: str
    """Of the article."""
    history: History | None
    """The versions of this copy; None where there is one only."""
    origin: OriginPart | None
    """Whose words it has; None for what was not compared word by word."""
    evidence: tuple[str, ...]
    """What speaks for and against the copy that it was likeliest taken from, a sentence each."""
    comparisons: tuple[TextLink, ...]
    provenance: tuple[FactLine, ...]
    notes: str
    """The keeper's, plain text; may be empty."""
    cite: CitedAs


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


INFERRED = "\n"
"""Behind the name of an inferred outlet in the search index. No name holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRow:
    """What a result of the search shows, and what results are sorted into. Empty for what is not known.

    It speaks no language: the search page of each language of the interface reads the same rows.
    """

    href: str
    """Below the root of the pages, as an address; so is that of the story."""
    title: Text
    """It and the outlet with their languages, whatever that of a page is."""
    outlet: Text
    """Empty for a story. Its mark is what pages print behind an inferred name."""
    when: str
    """The day of publication, as ISO 8601."""
    story: str
    """Id of its story; empty for an article that stands alone."""
    story_href: str
    story_title: str
    source: str
    """What results are chosen by: the outlet, with `INFERRED` behind an inferred name."""
    language: str
    """BCP 47."""
    relation: str
    """Its name in the data."""
    year: str
    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    """Kinds of changes of substance between it and the copy that it is read against, by their names in the data."""

    def values(self) -> tuple[object, ...]:
        """All of it as plain values, to tell whether it is the same."""
        title, outlet = self.title, self.outlet
        texts = (title.text, title.lang, title.dir, outlet.plain, outlet.lang, outlet.dir)
        story = (self.story, self.story_href, self.story_title)
        facets = (self.source, self.language, self.relation, self.year, self.tags, self.kinds)
        return (self.href, *texts, self.when, *story, *facets)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """`/search/`: the search box where scripts run, the index by source and year everywhere."""

    head: Head
    index: tuple[SourceIndex, ...]
    more_sources: int
    """Sources that the index has no room for: those with the fewest articles."""
    sources: str
    """Address of the list of all sources."""
    titles: str
    """Address of the page that leads to all titles."""
    names: str
    """What the values in the search index are called on the page: JSON, by facet and value."""


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
class DataTable:
    """A table that is published."""

    name: str
    meaning: str
    rows: str
    """How many it has, in words."""
    columns: tuple[str, ...]
    files: tuple[TextLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A file for programs."""

    link: TextLink
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """`/data/`: what is published for programs."""

    head: Head
    tables: tuple[DataTable, ...]
    files: tuple[DataFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedView:
    """What stands at an address that moved, for hosts that know no redirects."""

    head: Head
    target: str
    """Where it is now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorPageView:
    """`/pages/<page>/`"""

    head: Head
    title: Text
    lang: str
    """Of its text, as elements have it; empty where it is that of the page."""
    dir: str
    body: str
    """Sanitised HTML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """`/404.html`"""

    head: Head
