"""What a story read as an edition receives: a text to be read, what became of it, and what leads."""

from typing import Literal

from sitegen.frozen import dataclass
from sitegen.views.pages.comparison_view import ComparisonView, Run
from sitegen.views.pages.parts import Head, Text, TextLink
from sitegen.views.pages.record_view import CorrectionLine, FormerPassage


@dataclass(frozen=True, slots=True, kw_only=True)
class NameList:
    """Some copies by name, and how many more there are."""

    links: tuple[TextLink, ...] = ()
    more: int = 0
    """Copies beside those named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadLine:
    """A finding that leads: what is claimed, a link to its evidence, and what proves or limits it."""

    claim: str
    href: str
    quote: Text
    """The sentence that is meant, in the quotation marks of its own language; may be empty."""
    note: str
    """How many other copies have it; may be empty."""

    @property
    def sentences(self) -> tuple[Text, ...]:
        """What it says, in the order of reading."""
        sentences = (Text(text=self.claim), self.quote, Text(text=self.note))
        return tuple(sentence for sentence in sentences if sentence.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a copy with whose they are."""

    text: Text
    credit: TextLink
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSentence:
    """A sentence of the text that is read."""

    id: str
    """Id of its unit; empty where it may not be told, since it is made of the words."""
    text: str
    """Empty where the words may not be shown."""
    words: int
    """How many words are withheld; 0 where they are shown."""
    loss: int
    """0 to 3: none of the copies lack it, some, many, most."""
    former: tuple[FormerPassage, ...] = ()
    """What it was when somebody may have linked it."""
    corrections: tuple[CorrectionLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What became of a sentence, counted over the copies, and drawn."""

    words: str
    """`kept 11 · reworded 2 · gone 4`"""
    bar: str
    """The same in twentieths (kept, reworded, translated, gone), as classes that are summed: `k8 k2 k1 r2 t1`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingPiece:
    """A stretch of a reading."""

    text: str
    mark: str = ""
    """`del`, `ins`, or empty for words that both have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLine:
    """What some copies have in the place of a sentence."""

    label: str
    """`Gone from`, `Word for word`; empty where the words say it."""
    pieces: tuple[WordingPiece, ...] = ()
    """How it differs, with the words around it; empty where nothing differs or the words may not be shown."""
    lang: str = ""
    """Of the pieces, as in `Text`."""
    dir: str = ""
    copies: NameList = NameList()
    note: str = ""
    """`at another place`; why nothing is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inset:
    """What copies added at a place of the text."""

    copies: NameList
    text: Text
    """Its beginning; empty text where it may not be shown."""
    words: int
    """How many words may not be shown; 0 where they are."""
    more: int
    """Sentences after those that are shown."""
    id: str = ""
    """Id of its first unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpineRow:
    """One or several sentences in a row that fared alike."""

    sentences: tuple[ShownSentence, ...]
    tally: Tally | None
    """None for what is no sentence of the report: a caption, a credit line."""
    readings: tuple[ReadingLine, ...]
    more: str
    """What is said of readings that are not listed; mostly empty."""
    starts: bool
    """Whether a paragraph begins here."""
    role: str
    """`paragraph`, `heading`, `entry` ..."""
    label: str
    """Of a list entry, a speaker's turn, a table cell; mostly empty."""
    insets: tuple[Inset, ...] = ()
    """What stands after it in other copies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spine:
    """A text with what became of each of its sentences."""

    name: Text
    lang: str
    dir: str
    before: tuple[Inset, ...]
    """What copies have before its first sentence."""
    rows: tuple[SpineRow, ...]
    copies: int
    """How many copies it was read against."""
    notes: tuple[str, ...]
    """What is left out and why, a sentence each."""
    doubts: tuple[ReadingLine, ...]
    """Of which copies something is not known, and why."""
    pages: tuple[TextLink, ...]
    """The parts of a long text, by number; empty for a text on one page."""
    former: tuple[FormerPassage, ...] = ()
    """Sentences that are gone, or on another page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedLine:
    """What some copies say in the place of a fact."""

    text: Text
    """Empty where the words may not be shown."""
    copies: NameList


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFact:
    """A figure or date, and what each copy says."""

    context: Text
    """The words around it in the text that is read."""
    href: str
    stated: tuple[StatedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFacts:
    """The facts of a story."""

    differing: tuple[StoryFact, ...]
    more_differing: int
    agreed: tuple[Text, ...]
    """Values on which all copies that give them agree, as the base prints them."""
    agreed_count: int
    """How many there are, those that are not listed among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationLine:
    """Words that several copies print because somebody said them."""

    text: Text
    href: str
    """Where it stands in the text that is read, else the article with its fullest print."""
    counted: str
    """`whole in 8 copies, shortened in 2`"""
    speakers: str
    """Who says it, in the words of the articles: `“the mayor said” (3)`; may be empty."""
    details: tuple[ReadingLine, ...]
    """Prints that name another speaker, leave words out or have others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationLine:
    """A text in another language, beside what it says."""

    article: TextLink
    language: str
    counted: str
    """How many sentences have a counterpart."""
    aligned: str
    """Address of the page that has both side by side; empty where there is none."""
    lacks: tuple[Text, ...]
    """Sentences that it is known to lack."""
    more_lacking: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedColumn:
    """A text of two that are side by side in two languages."""

    article: TextLink
    language: str
    """In words."""
    lang: str
    """Its tag, where it is not that of the page."""
    dir: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedValue:
    """A figure or date of a sentence and what the other text has in its place, as each prints it."""

    left: Text
    sign: Literal["=", "≠"]
    right: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedRow:
    """Sentences that say the same in two languages, or one that has no counterpart."""

    id: str
    """Of the first sentence of the left, as on the story's page; empty where it has none."""
    kind: Literal["paired", "moved", "lacking", "added", "unknown"]
    """`lacking`: the right is known to lack it; `added`: the left is; `unknown`: no counterpart was recognised."""
    left: str
    right: str
    note: str
    """What is to be said of it; may be empty."""
    values: tuple[AlignedValue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedView:
    """`/stories/<story>/<left>--<right>/` of two texts in two languages."""

    head: Head
    story: TextLink
    title: str
    left: AlignedColumn
    right: AlignedColumn
    sentences: tuple[str, ...]
    """What was found again and what was not, a sentence each."""
    rows: tuple[AlignedRow, ...]
    more: int
    """Rows that are not shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AloneView:
    """The page of two files, without a site around it: their comparison, or both beside each other where they are in
    two languages."""

    comparison: ComparisonView | None
    aligned: AlignedView | None
    files: tuple[str, ...]
    """Each file by its name, with its size and digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryHeadline:
    """A headline and who has it."""

    runs: tuple[Run, ...]
    """What differs from the base's is marked."""
    lang: str
    dir: str
    copies: NameList
    is_base: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCell:
    """A line around the text of a copy."""

    pieces: tuple[WordingPiece, ...]
    """Empty where the copy has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRow:
    """What stands around the text of a copy."""

    article: TextLink
    lang: str
    """Of its lines, where it is not that of the page."""
    dir: str
    cells: tuple[PrintedCell, ...]
    """Headline, standfirst, byline, dateline, credits."""
    when: str
    is_base: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SynopsisCell:
    """What one copy has on a level with a sentence."""

    copy: int
    """Number of its column, from 0."""
    pieces: tuple[WordingPiece, ...]
    """Empty where it has nothing, or nothing that may be shown."""
    remark: str
    """Said instead of words, or beside them: `not in this copy`; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SynopsisRow:
    """A level of the columns."""

    id: str
    cells: tuple[SynopsisCell, ...]
    added: bool
    only: int | None
    """Of an addition: the one column that has it; None where several have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SynopsisColumn:
    """A copy in a column."""

    number: int
    article: TextLink
    lang: str
    dir: str
    chosen: bool
    """Whether it is shown at first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SynopsisView:
    """`/stories/<story>/synopsis/`"""

    head: Head
    story: TextLink
    columns: tuple[SynopsisColumn, ...]
    rows: tuple[SynopsisRow, ...]
    cut: bool
    """Whether the text goes on, and the page does not."""
    full_text: TextLink
    """Where all of it stands."""
    more: tuple[TextLink, ...]
    """Copies that have no column, each leading to its comparison."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpineView:
    """`/stories/<story>/text/<number>/`: a further part of a long text; `.../read/<article>/`: another copy's text."""

    head: Head
    story: TextLink
    title: str
    spine: Spine
    alternatives: tuple[TextLink, ...] = ()
    """Where the story is read from other copies, the base's first; empty on a part of the base's text."""
