"""What pages of the whole site are made of, files, and what a build reports."""

from collections import Counter
from dataclasses import field
from typing import Literal

from sitegen.frozen import dataclass
from sitegen.model.article import Completeness, Moment, Rights
from sitegen.model.comparison import ChangeKind
from sitegen.model.provenance import RelationOfCopies, carries_text

SentenceKind = Literal["denial", "quotation", "figure", "attribution", "background"]
SENTENCE_KINDS: tuple[SentenceKind, ...] = ("denial", "quotation", "figure", "attribution", "background")
"""What a sentence is, the most telling first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFile:
    """A file of the archive that takes the place of one of the theme's, or stands beside them."""

    path: str
    """Below the theme's folder: `home.html`, `assets/css/60-pair.css`."""
    shown: str
    """As messages name it."""
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedAddress:
    """A page that was at another address."""

    old: str
    """Below the site's root, with a slash at its end: `stories/ferry-late/`."""
    new: str
    settings: str
    """The file that says so, as messages name it."""
    line: int
    source_line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorPage:
    """A page that the editor wrote: an imprint, a privacy notice, how the archive was collected."""

    id: str
    """From its name: the last part of its address."""
    title: str
    language: str = ""
    """BCP 47; empty for that of the site."""
    menu: bool = False
    """Whether it stands in the navigation at the top of each page; all stand at the foot."""
    order: int = 0
    """Its place among the pages; those with one place are sorted by title."""
    body: str
    """Sanitised HTML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceTally:
    """What became of the sentences of one kind in the text that a copy was taken from."""

    kind: SentenceKind
    judged: int
    """Of how many it is known whether the copy has them."""
    lost: int
    """How many of these it lacks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleEdit:
    """Words that a copy has in the place of others, as printed."""

    before: str
    after: str
    count: int
    """How often in the copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyHabits:
    """What a copy did to the text it was likely taken from, to be summed over the articles of its outlet."""

    delay: int | None
    """Minutes from the publication of that text to its own; None where either hour is not known."""
    sentences: tuple[SentenceTally, ...]
    """In the order of `SENTENCE_KINDS`; empty where the two were not compared sentence by sentence."""
    lost_ending: bool | None
    """Whether it lacks the last paragraph; None where that is not known."""
    edits: tuple[StyleEdit, ...]
    """Few, the most frequent first; none where rights withhold a word of either."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSummary:
    """An article as the pages outside its story need it."""

    id: str
    path: str
    title: str
    url: str
    """Address of its page below the site's root."""
    source: str
    language: str
    published: Moment | None
    relation: RelationOfCopies
    parent: str
    family: str
    kept: float | None
    taken: float | None
    credits_parent: bool
    comparison: str
    """Address of the comparison with the copy it is read against; empty for a base."""
    probability: float = 0.0
    """Of `parent`; as in `CopyStanding`."""
    silent: bool = False
    """As in `CopyStanding`."""
    one_of: tuple[str, ...] = ()
    """As in `CopyStanding`."""
    series_of: str = ""
    """Id of the series that it is a part of: the article id of the first part; empty for none."""
    digest_of: tuple[str, ...] = ()
    """Article ids of the reports of several stories that it takes from; empty where it is no digest."""
    tags: tuple[str, ...] = ()
    modified: Moment | None = None
    """When its outlet last changed it, else when it was published, as its file declares; None where it does not."""
    dates: tuple[Moment, ...] = ()
    """When it was published, updated and captured, as far as its file declares it; the earliest first."""
    lead: str = ""
    """How it differs from the copy it is read against, in a sentence or two; empty where nothing was compared."""
    against: str = ""
    """Article id of the copy that `lead` reads it against."""
    outlet: str = ""
    """The name of the outlet that was inferred where no source is declared; empty where there is none."""
    habits: CopyHabits | None = None
    """What it did to the text of `parent`; None where that is empty."""
    address: str = ""
    """Address at which its outlet published it; empty when nobody said."""
    rights: Rights = "full"
    completeness: Completeness = "unknown"
    taken_of: int = 0
    """How many words `taken` is a share of; 0 where that is None."""
    kinds: tuple[ChangeKind, ...] = ()
    """Of the changes of consequence in `comparison`, sorted; empty as well where it was not compared word by word."""

    @property
    def carries(self) -> bool:
        """As in `CopyStanding`."""
        return carries_text(self.kept, self.taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMeasures:
    """What the tables alone list of the text of an article. Pages are given none of it: it differs with each word."""

    words: int
    digest: str
    """SHA-256 of the bytes that were read, in hexadecimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySummary:
    """What stays of a story in memory while the rest of the site is made."""

    id: str
    title: str
    url: str
    finding: str
    """The answer in one or two sentences, plain text."""
    base: str
    published: Moment | None
    """When its first copy appeared; None when no copy is dated."""
    edition: Moment | None = None
    """The newest edition of the archive that changed it, or correction of it; None where there is none."""
    families: int
    articles: tuple[ArticleSummary, ...]
    changes: int
    """How many changes of substance its comparisons with the base count."""

    @property
    def copied(self) -> tuple[int, ...]:
        """How many articles share one text, for each text that several of its articles share; the largest first."""
        if len(self.articles) == 1:
            return ()
        sizes = Counter(article.family for article in self.articles)
        return tuple(sorted((size for size in sizes.values() if size > 1), reverse=True))

    @property
    def in_whole(self) -> bool:
        """Whether whoever shares a text with others carries it, and not a part of it."""
        return all(article.carries for article in self.articles)

    @property
    def reports(self) -> int:
        """How many of its articles share their text with no other of them."""
        return len(self.articles) - sum(self.copied)


@dataclass(frozen=True, slots=True)
class File:
    """A file of the published site."""

    path: str
    """Relative to the site's root, `/` between its parts."""
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCost:
    """What a stage of a build took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of this process, user and system."""
    children: float
    """Seconds of other processes: workers, the search program."""
    peak: float
    """MiB that this process had held at its worst moment by the end of the stage."""
    workers: int = 0
    worker_peak: float = 0.0
    """MiB of the largest worker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did."""

    articles: int
    stories: int
    comparisons: int
    files: int
    written: int
    """Files that differ from the generation before."""
    removed: int
    left_out: int = 0
    """Stories that could not be built."""
    withheld: tuple[str, ...] = ()
    """Ids of articles of which less is shown than before."""
    stages: dict[str, StageCost] = field(default_factory=dict)
    """In the order of the work."""
