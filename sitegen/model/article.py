"""An article and what stands in it: blocks, credits, dates, the outlet that published it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Literal

from sitegen.frozen import dataclass

Role = Literal[
    "paragraph",
    "heading",
    "crosshead",
    "caption",
    "entry",
    "cell",
    "turn",
    "stamped",
    "quotation",
    "pull quote",
    "notice",
    "credit",
    "prompt",
]
"""What a block is in its article: `entry` of a list, `cell` of a table, `turn` of a speaker, `stamped` entry of a live
blog, `notice` of a correction or update, `prompt` to subscribe or to read on elsewhere."""
Completeness = Literal["whole", "partial", "unknown"]
SourceKind = Literal["agency", "newspaper", "broadcaster", "magazine", "blog", "aggregator", "unknown"]
Rights = Literal["full", "excerpt", "figures"]
TextFormat = Literal["text", "markdown", "html"]
RepairKind = Literal["utf-8 as windows-1252", "utf-8 as latin-1", "latin-1 as windows-1258", "windows-1252 as latin-1"]
"""In which encoding a text was, and as which it was read."""
Confidence = Literal["certain", "likely"]
OutletChannel = Literal["site name", "address", "masthead", "byline", "dateline", "copyright", "footer"]
"""Where an article names the outlet that published it: in the tags of its page, by its address, above its headline, in
its byline or dateline, in a copyright line, or where its site speaks to the reader."""
CreditChannel = Literal["field", "author", "byline", "dateline", "address", "text"]
"""Where a credit stands: in the front matter, as the author, in a line above or below the text, before its first words,
in the address of the page; or in a sentence, which may credit one fact alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When something was published, updated or captured, no more precisely than its author said."""

    day: date
    """The calendar day, in the author's own time zone."""
    time: datetime | None = None
    """With its UTC offset; None when only the day is known."""

    @property
    def order(self) -> tuple[str, str]:
        """Sorts moments; a bare day comes before every time of that day."""
        if self.time is None:
            return (self.day.isoformat(), "")
        utc = self.time.astimezone(tz=UTC).isoformat()
        return (utc[:10], utc)

    @property
    def iso(self) -> str:
        """ISO 8601, as precise as it is known."""
        return self.time.isoformat().replace("+00:00", "Z") if self.time else self.day.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An outlet that publishes."""

    id: str
    """The name of its file below sources/, without suffix. Empty for the unknown source."""
    name: str
    kind: SourceKind = "unknown"
    home: str = ""
    """Address of its front page; empty when not known."""
    country: str = ""
    """ISO 3166 code of two letters; empty when not known."""
    language: str = ""
    """BCP 47 tag of the language it mostly publishes in; empty when not known."""
    folder: str = ""
    """Folder of the archive whose articles are its own where they name no source; empty for none."""
    furniture: tuple[str, ...] = ()
    """Lines that are furniture in its articles, by its keeper; `*` stands for anything."""
    rights: Rights | None = None
    """What may be shown of its articles that do not say; None for what the archive says."""
    notes: str = ""
    """The keeper's notes as sanitised HTML."""


UNKNOWN_SOURCE = Source(id="", name="No source declared")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, caption or line of an article: it has a role, a label and a body."""

    id: str
    """Unique in its article: `b1`, `b2`, ... in reading order."""
    role: Role
    text: str
    """Plain text, exactly as it is compared and counted; repaired where its encoding was misread."""
    line: int
    """1-based line of the file at which it begins."""
    html: str = ""
    """Sanitised markup of the block, where its format has markup; empty where `text` says it all."""
    furniture: str = ""
    """Why the block is set aside (`menu`, `paywall`, `title`, ...); empty when it is text of the article."""
    original: str = ""
    """Its lines as the file has them, where something in them was repaired; else empty."""
    label: str = ""
    """Its number, speaker or time stamp as printed (`(a)`, `12.`, `Ida Moe:`, `11.40am`), or the row and column of a
    cell (`Holm / Share`); empty where it has none."""
    label_end: int = 0
    """How many characters of `text` are its label with the space after it; 0 where the label is not part of the text:
    that of a cell, and a stamp that is a block of its own above its entry."""
    place: tuple[int, int] | None = None
    """Row and column of a cell in its table, from 0; None for everything else."""
    within: str = ""
    """The lists and quotations it stands in, as text/nesting.py writes them: `- 2.+`; empty where it stands in none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A place whose encoding was misread, put right. With it the original line can be rebuilt."""

    kind: RepairKind
    line: int
    """1-based, of the file."""
    column: int
    """1-based, in the file's own line, counted in characters."""
    was: str
    """What the file has; a control character is shown as U+FFFD."""
    became: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Whom the text itself names as its source."""

    name: str
    """As printed."""
    phrase: str
    """The words it was read from; the field's name when it was declared."""
    line: int
    """1-based."""
    declared: bool = False
    confidence: Confidence = "certain"
    """`likely` where the name is known for an outlet's by nothing but its form (`the Bay Herald`)."""
    channel: CreditChannel = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """The outlet that published an article, inferred from the article itself where no source is declared."""

    name: str
    """As printed; of an address, its host."""
    channel: OutletChannel
    phrase: str
    """The words or the address from which it was inferred."""
    line: int = 0
    """1-based, of the file; 0 where it is none of the lines of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text as one outlet published it, with its metadata."""

    id: str
    """From its path: unique in the archive without regard to case, fit for an address."""
    path: str
    """Relative to the content folder, `/` between its parts."""
    source: str = ""
    """Id of its source; empty when nobody said."""
    outlet: Outlet | None = None
    """Which outlet it names as its own; None where a source is declared, and where none or several are named."""
    title: str
    url: str = ""
    archived: str = ""
    """Address of an archived copy."""
    published: Moment | None = None
    updated: Moment | None = None
    captured: Moment | None = None
    author: str = ""
    editor: str = ""
    credit: str = ""
    """Whom it credits, as declared in its front matter."""
    dateline: str = ""
    language: str = "und"
    """BCP 47 tag; `und` when it could not be told."""
    story: str = ""
    """The story it was declared to belong to; empty when grouping decides."""
    base: bool = False
    """Whether it was declared the base of its family."""
    translation_of: str = ""
    version_of: str = ""
    not_with: tuple[str, ...] = ()
    license: str = ""
    rights: Rights = "full"
    withdrawn: bool = False
    """Whether it was taken down: it is read, and is in no part of the site."""
    format: TextFormat = "text"
    page: str = ""
    tags: tuple[str, ...] = ()
    notes: str = ""
    blocks: Sequence[Block]
    """In the order of the file; of an article that was read before they are loaded when they are asked for."""
    credits: tuple[Credit, ...] = ()
    wall: bool = False
    """Whether most of it is a paywall or cookie notice, so that it is linked by what is declared alone."""
    completeness: Completeness = "unknown"
    """Whether the text is all that its outlet published; `partial` says nothing of what it lacks."""
    completeness_reason: str = ""
    """Why so, in the words of whoever declared it; `sitegen add` writes what it saw."""
    break_off: str = ""
    """The words by which a text shows that it breaks off; empty where none do, or where completeness is declared."""
    repairs: tuple[Repair, ...] = ()
    """Places whose encoding was misread, in the order of the file."""
    inferred: tuple[str, ...] = ()
    """Names of the fields whose value was inferred and not declared, sorted."""
    encoding: str = "utf-8"
    """What its bytes were read as: declared by their mark, or told from them."""
    digest: str
    """SHA-256 of the bytes that were read, in hexadecimal."""
    size: int
    """How many bytes were read."""
    line: int = 1
    """1-based line at which the body begins."""

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks that are text of the article, without furniture."""
        return tuple(block for block in self.blocks if not block.furniture)

    @property
    def headline(self) -> str:
        """The headline it was printed under: declared, or found above the text; empty where nobody knows it.

        Also empty where it is a line of a raw text whose rights withhold text.
        """
        inferred = "title" in self.inferred
        return self.title if not inferred or (self.lifted and not self.withholds_lines) else ""

    @property
    def withholds_lines(self) -> bool:
        """Whether a line of it is text that must not be lent to a title: nothing in a raw text marks a headline."""
        return self.rights != "full" and self.format == "text"

    @property
    def lifted(self) -> bool:
        """Whether its title stands in the file's text, from which it was set aside."""
        return any(block.furniture == "title" for block in self.blocks)

    @property
    def dates(self) -> tuple[Moment, ...]:
        """When it was published, updated and captured, as far as that is declared; the earliest first."""
        fields = (("published", self.published), ("updated", self.updated), ("captured", self.captured))
        declared = (moment for name, moment in fields if moment and name not in self.inferred)
        return tuple(sorted(declared, key=lambda moment: moment.order))

    @property
    def state(self) -> tuple[int, tuple[str, str], str]:
        """Sorts states of one text by when they were seen: captured, else updated, else published; undated last."""
        latest = self.captured or self.updated or self.published
        return (0, latest.order, self.id) if latest else (1, ("", ""), self.id)

    @property
    def chronology(self) -> tuple[int, tuple[str, str], tuple[int, tuple[str, str], str]]:
        """Sorts articles by publication, undated last, then by when they were seen, then by id."""
        return (0, self.published.order, self.state) if self.published else (1, ("", ""), self.state)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryNote:
    """What a keeper wrote about a story in its story.md."""

    id: str
    title: str = ""
    summary: str = ""
    base: str = ""
    """Article id of the declared base; empty when it is to be inferred."""
    notes: str = ""
    """Sanitised HTML."""
