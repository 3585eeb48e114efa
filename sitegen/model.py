"""The values every stage passes on. Frozen, keyword-only, tuples; the meaning of a field stands under it.

Knows how to hold things and nothing of how they are found, laid out or written.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import field
from datetime import UTC, date, datetime
from fractions import Fraction
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
RelationOfCopies = Literal[
    "base", "verbatim", "cut", "edited", "rewritten", "quoting", "translated", "version", "related"
]
RelationOfRow = Literal["same", "changed", "moved", "split", "merged", "repeated", "left only", "right only"]
OpTag = Literal["equal", "delete", "insert", "replace"]
ChangeKind = Literal[
    "typography",
    "case",
    "punctuation",
    "spelling",
    "format",
    "figure",
    "date",
    "name",
    "attribution",
    "quotation",
    "negation",
    "role",
    "hedge",
    "correction",
    "label",
    "order",
    "cut",
    "addition",
    "move",
    "split",
    "merge",
    "wording",
]
Verdict = Literal["same-value", "converted", "rounded", "changed", "given", "withheld", "moved", "reworded", "unclear"]
ValueKind = Literal["number", "ordinal", "share", "amount", "quantity", "duration", "date", "time", "age"]
CONSEQUENTIAL: tuple[ChangeKind, ...] = (
    "negation", "role", "figure", "attribution", "quotation", "date", "name", "hedge", "correction",
)  # fmt: skip
"""Kinds that change what the reader is told, the most telling first."""
CARRIES = 0.5
"""Share of the words of either of two texts from which one carries the text of the other: of the taker it is most of
what it prints, or of the giver most of what there was. Below, it took a part of it."""
LIKELY = 0.6
"""Probability from which it is said that a copy was likely taken from another."""
COPIED = 0.9
"""Probability from which it is said that it was: at least 95 % of such edges are right (benchmarks/README.md)."""
SURE = 0.9
"""Confidence from which a change of a consequential kind is said as what it is, and counted."""
STYLE: tuple[ChangeKind, ...] = ("typography", "case", "punctuation", "spelling", "format")
"""Kinds that change how it looks. All the others are changes of substance."""
Unit = Literal["words", "sentences", "blocks", "texts"]
RepairKind = Literal["utf-8 as windows-1252", "utf-8 as latin-1", "latin-1 as windows-1258"]
"""In which encoding a text was, and as which it was read."""
Confidence = Literal["certain", "likely"]
SentenceKind = Literal["denial", "quotation", "figure", "attribution", "background"]
SENTENCE_KINDS: tuple[SentenceKind, ...] = ("denial", "quotation", "figure", "attribution", "background")
"""What a sentence is, the most telling first."""
OutletChannel = Literal["site name", "address", "masthead", "byline", "dateline", "copyright", "footer"]
"""Where an article names the outlet that published it: in the tags of its page, by its address, above its headline, in
its byline or dateline, in a copyright line, or where its site speaks to the reader."""
CreditChannel = Literal["field", "author", "byline", "dateline", "address", "text"]
"""Where a credit stands: in the front matter, as the author, in a line above or below the text, before its first words,
in the address of the page; or in a sentence, which may credit one fact alone."""
LinkKind = Literal["declared", "passages", "quotations", "likeness", "anchors", "meaning", "translation", "version"]
Rendering = Literal["whole", "trimmed", "altered"]
StatementFate = Literal["dropped", "without marks", "translated", "translated without marks"]
"""How a print stands to the fullest one: all of its words; some of them left out; other words in it."""
Cadence = Literal["daily", "weekly", "monthly", "regular"]
"""How often an outlet prints a part of a series; `regular` where its days say no more."""
Span = tuple[int, int]
"""Half-open range of token indexes of one article, counted from the first token of its first block."""


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
        utc = self.time.astimezone(tz=UTC).isoformat() if self.time else ""
        return (utc[:10] or self.day.isoformat(), utc)

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
        seen = self.captured or self.updated or self.published
        return (0, seen.order, self.id) if seen else (1, ("", ""), self.id)

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


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePoint:
    """A date as the text says it, not resolved against the day of the article. None where it is not said."""

    year: int | None = None
    month: int | None = None
    """1 to 12."""
    day: int | None = None
    """Day of the month."""
    weekday: int | None = None
    """0 is Monday."""
    relative: str | None = None
    """`today`, `yesterday`, `last:weekday`, `this:month`, `ago:3:day`."""
    part: str | None = None
    """A part of the day or of the span: `morning`, `early`, `mid`, `late`, `spring`, `decade`."""

    @property
    def key(self) -> str:
        """Equal for equal dates."""
        year = f"{self.year:04}" if self.year is not None else ""
        month = f"{self.month:02}" if self.month is not None else ""
        day = f"{self.day:02}" if self.day is not None else ""
        weekday = f"w{self.weekday}" if self.weekday is not None else ""
        return "d:" + ",".join([f"{year}-{month}-{day}", weekday, self.relative or "", self.part or ""])


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a span of tokens stands for."""

    kind: ValueKind
    number: Fraction | None = None
    """The figure; of a quantity in its base unit, of a share in per cent. None for dates and times, for a crowd
    (`dozens`), and for what is a code (`3.11.7`)."""
    unit: str = ""
    """Currency (`usd`; `$` where nothing says which dollar), base unit of a quantity (`km`, `mi`, `ha`, `acre`),
    `day` or `month` of a duration, `year` of an age, `%` of a share; empty for none."""
    date: DatePoint | None = None
    time: tuple[int, int] | None = None
    """Hour and minute on a clock of 24 hours."""
    rough: str = ""
    """`about`, `almost`, `over`, `under`, `at-least`, `up-to`, `decade` (in his 30s); or a crowd: `dozens`, `several`.
    """
    digits: int = 0
    """Significant digits printed: 2 of 1,200; for rounding."""
    weak: bool = False
    """Whether it may well be no value: one, a second, half, a week, a code."""
    key: str = ""
    """Equal for equal values, whatever their words."""
    alternatives: tuple["Value", ...] = field(default=(), repr=False)
    """Further readings of the same words, where the language does not say which: 05/03/2024, 1.234. The first
    reading is the value itself; they come in a fixed order, so that two values written one way are read one way."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark: printed as `text`, compared as `key`."""

    text: str
    """With its trailing space; joined they are the block again."""
    key: str
    """Folded for comparison; empty only for a token that is nothing but space."""
    value: Value | None = None
    """What it stands for, where it is a figure, a date or a quantity: then it may be several words, aligned as one."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPrint:
    """A statement as one article prints it."""

    article: str
    spans: tuple[Span, ...]
    """Ranges of its tokens, in reading order: `he said` may stand between two."""
    words: int
    rendering: Rendering
    speaker: Span | None = None
    """Who says it there, in its tokens: a name, an office, a pronoun; None where its place leaves that open."""
    verb: Span | None = None
    """With which verb of saying."""
    speaks_another: bool = False
    """Whether it names somebody who cannot be whom the fullest print names."""
    negation_left_out: bool = False
    """Whether a negation of a sentence is left out whose words before and behind it are printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnprintedStatement:
    """What a copy has in the place of a statement that it does not print as the others do."""

    article: str
    fate: StatementFate
    spans: tuple[Span, ...] = ()
    """Its sentences there, in its tokens; empty where it has none."""
    speaker: Span | None = None
    """Of a translation: who says it there."""
    verb: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicStatement:
    """Words that two and more articles of a story print because somebody said them."""

    id: str
    """Made from its fullest print: survives a rebuild."""
    prints: tuple[StatementPrint, ...]
    """One an article, the fullest first, then in order of publication."""
    earliest: str
    """Article id of the print that is surely the first; empty where that cannot be told."""
    unprinted: tuple[UnprintedStatement, ...] = ()
    """Of copies of the base's text that print it in no quotation marks, in another language or not at all, what is
    known; in order of publication. Of all other articles nothing is said."""


@dataclass(frozen=True, slots=True)
class Op:
    """A range of tokens that is equal, deleted, inserted or replaced."""

    tag: OpTag
    left: Span
    right: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a side-by-side page. Rows stand in the order of the left text."""

    relation: RelationOfRow
    left: tuple[int, ...]
    """Indexes into the left article's blocks, ascending and adjacent but for furniture; empty for `right only`."""
    right: tuple[int, ...]
    ops: tuple[Op, ...] = ()
    """Contiguous on both sides, from the first token of the row's blocks to their last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A sentence that stands at another place: deleted in one row, inserted in another, or both in one."""

    rows: tuple[int, int]
    """Where it left and where it stands now."""
    left: Span
    right: Span
    ops: tuple[Op, ...]
    """From the sentence as the left prints it to the right's, contiguous over both ranges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a reader stops at: a difference with a kind and a sentence that says it."""

    id: str
    """Survives a rebuild: made from the words that differ and their surroundings, not from a position."""
    kind: ChangeKind
    rows: tuple[int, ...]
    """Indexes into the comparison's rows: one, or for a moved sentence where it left and where it stands now."""
    left_span: Span
    right_span: Span
    left: str
    """The differing text as the left prints it."""
    right: str
    sentence: str
    """What happened, in plain words."""
    verdict: Verdict = "reworded"
    """What became of what differs: the same value, another, one more, one less ..."""
    confidence: float = 1.0
    """From the evidence, 0 to 1: how sure it is that the sentence says what happened."""
    shifted: bool = False
    """Whether its words moved inside their sentence; the sentence that says so quotes them."""

    @property
    def is_style(self) -> bool:
        """Whether only the looks differ: a kind of style, or a value in other units."""
        return self.kind in STYLE or self.verdict in ("same-value", "converted")

    @property
    def is_consequential(self) -> bool:
        """Whether it changes what the reader is told, as far as is known for sure."""
        return (
            self.kind in CONSEQUENTIAL
            and self.confidence >= SURE
            and not self.is_style
            and self.verdict not in ("reworded", "unclear", "moved")
        )

    @property
    def is_substance(self) -> bool:
        """Whether it counts among the changes of substance: none of style, and none that is not sure."""
        return not self.is_style and (self.kind not in CONSEQUENTIAL or self.confidence >= SURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The headlines of two copies read against each other. Rows and measures leave them out: they are no text."""

    left: str
    """As printed; empty where the left has none."""
    right: str
    languages: tuple[str, str] = ("und", "und")
    """Tags in which both were cut into tokens."""
    ops: tuple[Op, ...]
    """Contiguous over the tokens of both headlines, each counted from its own first."""
    changes: tuple[Change, ...] = ()
    """In reading order; their `rows` are empty."""

    @property
    def differs(self) -> bool:
        """Whether something of substance differs."""
        return any(change.is_substance for change in self.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """How much of each stands in the other. Words are tokens that are not marks or spaces."""

    left_words: int
    right_words: int
    kept: int
    """Words of the left found, in order, in the right."""
    moved: int
    """Words of the left found in the right at another place."""
    changed: int
    """Words of the left that were replaced, in rows that stand in both."""
    left_in_right: float
    """(kept + moved) / left_words, 0 to 1; 0 when the left is empty."""
    right_in_left: float
    """Words of the right found in the left / right_words, likewise. A value may have other words on either side."""
    longest_run: int
    """Words in the longest run that both print with the same words."""

    @property
    def right_kept(self) -> int:
        """Words of the right found in the left, from the share of them; of more than 10,000 one may be lost in it."""
        return round(self.right_in_left * self.right_words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two copies read against each other."""

    left: str
    """Article id."""
    right: str
    rows: tuple[Row, ...]
    moves: tuple[Move, ...] = ()
    """Sentences at another place; whole blocks are rows of their own."""
    changes: tuple[Change, ...] = ()
    measures: Measures
    headline: Headline | None = None
    """None where both print the same one, or where nobody knows that of one."""
    unit: Unit = "words"
    """What was compared with what; whole `texts` are not aligned."""
    note: str = ""
    """Why a coarser comparison was used, or nothing aligned, and whether a text is incomplete; mostly empty."""
    bounded: bool = False
    """Whether `unit` is coarser than the size of the two asks for, because the budget of their story was spent."""
    partial: tuple[bool, bool] = (False, False)
    """Whether the left and the right were imported incomplete: nothing is said of what such a text lacks."""


EvidenceKind = Literal[
    "declared",
    "named",
    "cited",
    "mentioned",
    "named by parent",
    "day",
    "agency",
    "holds all",
    "cut at the end",
    "common departures",
    "own departures",
    "same text",
    "anchors",
    "length",
    "both name",
]
"""What speaks for or against an edge. `named` is a line of its own that names the parent's outlet, `cited` a sentence;
`common departures` are passages of the parent that the copy lacks and a third has, `own departures` the reverse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeEvidence:
    """One thing that speaks for or against an edge."""

    kind: EvidenceKind
    supports: bool
    """Whether it speaks for this parent; else it speaks against it."""
    detail: str = ""
    """A name as printed, where the kind has one."""
    count: int = 0
    """Days, passages or anchors; 0 where nothing is counted."""
    of: int = 0
    """Out of how many, where that is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentGuess:
    """A copy that may be the parent, and how probable that is."""

    parent: str
    probability: float
    """0 to 1, to two digits. Copies with one text count as one parent where it can be told which had it first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """From whom one copy was likeliest taken."""

    child: str
    parent: str
    """The likeliest parent, however improbable; empty where no other copy can be one."""
    probability: float
    """That the child was taken from this parent, 0 to 1, to two digits. Copies with one text count as one parent where
    it can be told which had it first; else each has its own share."""
    reverse: float
    """That this parent was taken from the child instead, likewise."""
    none_held: float
    """That the child was taken from no copy that is held, likewise."""
    one_of: tuple[str, ...] = ()
    """The parent and the copies that are as likely as it, where the child was likely taken from one of these and
    nothing tells from which; empty where the parent alone is likely, or not even that is."""
    together: float = 0.0
    """That it was taken from one of these, 0 to 1, to two digits; 0 where there are none."""
    unheld: str = ""
    """Whose text it may then have been taken from: an outlet that the archive does not hold and that a line of the copy
    credits, or several copies of the family do; empty where that is nobody, or several."""
    alternatives: tuple[ParentGuess, ...] = ()
    """The next likeliest parents, the likeliest first."""
    evidence: tuple[EdgeEvidence, ...] = ()

    @property
    def likely_parent(self) -> str:
        """The parent, where it is at least likely and no other copy with its text is nearly as likely; else empty."""
        return self.parent if self.probability >= LIKELY and not self.one_of else ""

    @property
    def has_parent(self) -> bool:
        """Whether it is at least likely that it was taken from one of the copies, whichever.

        Of several with one text on one day each was, by count, likelier taken from one of the others than the first:
        nobody is told so of whom the reverse is as likely.
        """
        return self.none_held <= 1 - LIKELY and 2 * self.reverse <= self.probability

    @property
    def cannot_tell(self) -> bool:
        """Whether neither a parent nor that there is none is likely."""
        return not self.likely_parent and self.none_held < LIKELY


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Who took the text of a family from whom: a graph with probabilities."""

    edges: tuple[Edge, ...]
    """One a copy, in the order of the family."""
    unheld: tuple[str, ...] = ()
    """Outlets that several copies credit and the archive does not hold, as printed, sorted. Copies that were taken from
    one of them are siblings."""

    @property
    def cannot_tell(self) -> tuple[str, ...]:
        """The copies of which nobody knows from whom they were taken."""
        return tuple(edge.child for edge in self.edges if edge.cannot_tell)


def carries_text(kept: float | None, taken: float | None) -> bool:
    """Whether a copy with these shares carries the text of another, and not a part of it. Of an unknown share, yes."""
    shares = [share for share in (kept, taken) if share is not None]
    return not shares or max(shares) >= CARRIES


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyStanding:
    """How an article stands in its story."""

    article: str
    family: str
    """Id of the family: the article id of its base."""
    relation: RelationOfCopies
    """How it stands to the copy it is read against."""
    against: str
    """Article id of the copy it is read against: its likeliest parent, else the base or the copy nearest to it; empty
    for a base."""
    parent: str
    """Article id of its parent, where that is at least likely (`LIKELY`); else empty."""
    probability: float
    """Of `parent`, 0 to 1; 0 where it is empty."""
    kept: float | None
    """Share of the words of `against` found in this copy, 0 to 1; None for a base and across languages."""
    taken: float | None
    """Share of this copy's words found in `against`; None likewise."""
    credits_parent: bool
    """Whether its text or its credit names the source of `parent`."""
    one_of: tuple[str, ...] = ()
    """As in `Edge`; empty for a base."""
    silent: bool = False
    """Whether it was looked for in every channel and names nobody, though it carries the text of another outlet that is
    known and was at least likely taken from it."""

    @property
    def carries(self) -> bool:
        """Whether it carries the text of `against`, and not a part of it."""
        return carries_text(self.kept, self.taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Independence:
    """How many texts of a story are independent of each other, as far as can be told."""

    texts: int
    """Families that are not known to translate another, and not in doubt."""
    agencies: int
    """Those of them whose base is an agency's."""
    translated: int
    """Articles alone in their family that likely translate a copy of another."""
    in_doubt: int
    """Texts of which nobody knows whether they are independent: alone in another language."""


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
    words: int
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
    digest: str = ""
    """SHA-256 of the bytes that were read, in hexadecimal."""
    kinds: tuple[ChangeKind, ...] = ()
    """Of the changes of consequence in `comparison`, sorted; empty as well where it was not compared word by word."""

    @property
    def carries(self) -> bool:
        """As in `CopyStanding`."""
        return carries_text(self.kept, self.taken)


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
