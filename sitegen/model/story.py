"""What articles are gathered into: links, families, stories, series, and what keepers and editions say of them."""

from typing import Literal

from sitegen.frozen import dataclass
from sitegen.model.article import Moment
from sitegen.model.words import Span

LinkKind = Literal["declared", "passages", "quotations", "likeness", "anchors", "meaning", "translation", "version"]
Cadence = Literal["daily", "weekly", "monthly", "regular"]
"""How often an outlet prints a part of a series; `regular` where its days say no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A run of text that two copies share."""

    left: Span
    right: Span
    words: int
    """How many tokens it holds that are words."""
    text: str
    """As the left prints it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why two articles belong together. `left` sorts before `right`."""

    left: str
    right: str
    kind: LinkKind
    strength: float
    """Share of the shorter text's words that stand in shared passages, 0 to 1; by content, how alike they are; 1 for
    what was declared."""
    evidence: tuple[Passage, ...] = ()
    """Longest first; words that both have, weightiest first."""
    reason: str = ""
    """One sentence a reader understands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Copies of one text, whatever each did to it. A family of one is an independent text."""

    base: str
    """Article id of the copy the others are read against."""
    base_reason: str
    """Why that one: `declared`, `earliest published`, `longest`, ..."""
    copies: tuple[str, ...]
    """Article ids, the base among them, in order of publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPart:
    """An article that fills in a form which its outlet prints again and again: a market report, a weather report."""

    article: str
    series: str
    """Id of the series: the article id of its first part."""
    cadence: Cadence
    parts: int
    """How many parts the archive holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """An article that takes from reports of several stories, and is a copy of none of them."""

    article: str
    sources: tuple[str, ...]
    """Article ids, one for each text it takes from, sorted."""
    stories: int
    """How many stories these are in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedStory:
    """Another story of the same topic: about the same people and places, and of another event."""

    id: str
    title: str
    language: str = ""
    """BCP 47 tag of the title; empty for that of the site, which titles of declared stories are in."""
    article: str = ""
    """The id of its article where it has no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionLine:
    """What an edition of the archive changed in a story."""

    moment: Moment
    """The day that its editor gave the edition."""
    articles: int
    """How many articles the story had then."""
    added: tuple[str, ...] = ()
    """Ids of articles that are new in it."""
    removed: int = 0
    """How many articles it had before and has no more."""
    changed: tuple[str, ...] = ()
    """Ids of articles whose files are other than before."""
    passages: int = 0
    """How many sentences of its page were edited or are gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageAlias:
    """A sentence that somebody may have linked, and what has its place."""

    old: str
    """The id of its unit before it was edited."""
    new: str
    """The id of the unit that it became; empty where it is gone."""
    moment: Moment
    """The day of the edition in which it was first another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What the editor of the archive corrected."""

    claim: str
    """Id of the change or of the sentence that it is about; empty for the story as a whole."""
    moment: Moment
    text: str
    """Plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRecord:
    """What the archive remembers of a story."""

    state: str = ""
    """Of its articles in the newest edition, by `record.state_of`; empty where none was recorded."""
    log: tuple[EditionLine, ...] = ()
    """Editions that changed it, newest first."""
    aliases: tuple[PassageAlias, ...] = ()
    """Newest first."""
    corrections: tuple[Correction, ...] = ()
    """Newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The articles that report one piece of news."""

    id: str
    title: str
    summary: str = ""
    notes: str = ""
    """Sanitised HTML."""
    declared: bool = False
    families: tuple[Family, ...]
    """Largest first."""
    links: tuple[Link, ...] = ()
    parts: tuple[SeriesPart, ...] = ()
    """Those of its articles that are parts of a series, sorted by article."""
    digests: tuple[Digest, ...] = ()
    """Those of its articles that are digests, sorted by article."""
    related: tuple[RelatedStory, ...] = ()
    """The most alike first."""
    record: StoryRecord = StoryRecord()
    """What editions.toml and corrections.toml say of it."""

    @property
    def articles(self) -> tuple[str, ...]:
        """All its article ids, family by family."""
        return tuple(copy for family in self.families for copy in family.copies)

    @property
    def base(self) -> str:
        """Base of its largest family."""
        return self.families[0].base

    @property
    def is_lone(self) -> bool:
        """Whether it is one article that nobody declared a story of: the page of the article says all there is."""
        return not self.declared and len(self.articles) == 1
