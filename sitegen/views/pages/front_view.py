"""What lists of all titles receive, and the parts of the home page that stand beside its stories."""

from sitegen.frozen import dataclass
from sitegen.views.pages.parts import Head, PageLinks, Text, TextLink


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedLink:
    """A link with a number that belongs to it."""

    link: TextLink
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontFinding:
    """How a copy differs from another."""

    copy: TextLink
    """Its outlet, leading to the comparison."""
    against: Text
    """The outlet of the text that it was compared with."""
    sentence: str
    story: TextLink


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontParts:
    """What the first page of the list of stories shows beside it; a part with nothing to choose from is empty."""

    findings: tuple[FrontFinding, ...]
    most_changed: tuple[CountedLink, ...]
    """Stories by the number of changes of substance between the base and its copies."""
    languages: tuple[CountedLink, ...]
    outlets: tuple[CountedLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleWay:
    """Lists of titles of one kind."""

    name: str
    links: tuple[CountedLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TitlesView:
    """`/titles/`: the ways to all titles."""

    head: Head
    ways: tuple[TitleWay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleFilter:
    """Something that a list can be narrowed to."""

    number: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleLine:
    """An article of a list."""

    article: TextLink
    outlet: Text
    """Empty where nobody knows it."""
    when: str
    moment: str
    """The day as ISO 8601; empty where nobody knows it."""
    filter: int
    """Number of the filter that it belongs to; 0 where the list has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleListView:
    """`/titles/year/2031/`: some titles, newest first."""

    head: Head
    heading: str
    filters: tuple[TitleFilter, ...]
    """Empty where there is nothing to choose, or too much."""
    lines: tuple[TitleLine, ...]
    paging: PageLinks
