"""The values that follow from a collation: what became of each sentence, facts, anatomies, agreement, what leads.

Knows how to hold them and nothing of how they are found (findings/), nor of pages or files.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Literal

from sitegen.collation import Collation, CopyReading, LanguageAlignment, ReadingKind
from sitegen.frozen import dataclass
from sitegen.model import Op, SentenceKind, Span, ValueKind, Verdict

CellKind = Literal["verbatim", "reworded", "moved", "translated", "quotation", "own", "furniture"]
OriginKind = Literal["verbatim", "reworded", "moved", "translated", "quotation", "own", "unknown"]
"""`unknown` where no counterpart was recognised and nothing proves that there is none: in another language."""
LeadKind = Literal["lost denial", "lost quotation", "altered quotation", "differing figure", "attribution", "headline"]
LEADS: tuple[LeadKind, ...] = (
    "lost denial", "lost quotation", "altered quotation", "differing figure", "attribution", "headline",
)  # fmt: skip
"""By rank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurvivingSentence:
    """A sentence of the base and what became of it. Copies with the text of another are counted and not listed."""

    unit: str
    """Id of its unit."""
    kind: SentenceKind
    kept: tuple[str, ...]
    """Copies that have it word for word; ids in order of publication, as below."""
    reworded: tuple[str, ...]
    translated: tuple[str, ...]
    dropped: tuple[str, ...]
    """Copies that are known to lack it."""
    unknown: tuple[str, ...]
    """Copies of which it cannot be told."""
    counts: Mapping[ReadingKind, int]
    """How many copies have each kind of reading, those with the text of another among them."""

    @property
    def survives(self) -> bool:
        """Whether a copy beside the base has it."""
        return bool(self.kept or self.reworded or self.translated)

    @property
    def is_lost(self) -> bool:
        """Whether a copy is known to have dropped it."""
        return bool(self.dropped)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedValue:
    """What some copies say in the place of a value of the base."""

    verdict: Verdict
    """How it stands to the base's: `same-value` and `converted` are no difference; `withheld`: they do not give it."""
    text: str
    """As the first of them prints it; empty where they do not."""
    span: Span | None
    """Its tokens in the first of them."""
    copies: tuple[str, ...]
    """Article ids in order of publication, the base among those that say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A value of the base, and what each copy says."""

    id: str
    """`f-` and a hash of the sentence and the value."""
    unit: str
    """Id of the base's sentence."""
    kind: ValueKind
    span: Span
    """The value, in the base's tokens."""
    context: Span
    """The value with some words around it, within its sentence."""
    stated: tuple[StatedValue, ...]
    """What the base says first, then what most copies say."""

    @property
    def differs(self) -> bool:
        """Whether a copy is known to say something else, more or less exactly."""
        return any(stated.verdict in ("changed", "rounded") for stated in self.stated)


@dataclass(frozen=True, slots=True, kw_only=True)
class StripCell:
    """A sentence of a copy, or a block of furniture."""

    kind: CellKind
    """Where it is kept and mostly quoted, `quotation`; where it stands elsewhere than in the base, `moved`."""
    unit: str
    """Id of the unit that it is a reading of; empty for furniture."""
    span: Span
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyAnatomy:
    """The cells of a copy, in its own order."""

    copy: str
    cells: tuple[StripCell, ...]
    words: int
    """Of all cells but furniture."""

    @property
    def shares(self) -> Mapping[CellKind, float]:
        """Share of the copy's words in each kind of cell, furniture left out, 0 to 1."""
        sums: Counter[CellKind] = Counter()
        for cell in self.cells:
            if cell.kind != "furniture":
                sums[cell.kind] += cell.words
        return {kind: count / self.words for kind, count in sorted(sums.items())} if self.words else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceOrigin:
    """A sentence of a copy, and what it has in common with the text that the copy is read against."""

    kind: OriginKind
    span: Span
    """In the tokens of the copy."""
    parent: Span | None = None
    """What it corresponds to, in the tokens of the other text; None where nothing does."""
    ops: tuple[Op, ...] = ()
    """From that to the sentence, where their words differ."""
    shared: tuple[str, ...] = ()
    """Of a sentence in words of its own: other copies that have it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LostSentence:
    """A sentence of the other text that a copy is known to lack."""

    span: Span
    """In the tokens of the other text."""
    after: int
    """The token of the copy before which it would stand: where the sentence before it ends; 0 at the beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOrigins:
    """Whose words a copy has, sentence by sentence, in its own order."""

    copy: str
    against: str
    """The article that it is read against."""
    sentences: tuple[SentenceOrigin, ...]
    lost: tuple[LostSentence, ...]
    """In the order of the other text."""
    kept: tuple[Span, ...]
    """The sentences of the other text that the copy has, in whatever words, in the tokens of that text."""
    unknown: int
    """Of how many sentences of the other text it is not known whether the copy has them."""

    @property
    def parent_sentences(self) -> int:
        """How many sentences the other text has."""
        return len(self.kept) + len(self.lost) + self.unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class ApparatusEntry:
    """A place where copies have something else than the base, as a critical edition prints it."""

    unit: str
    lemma: tuple[int, int] | None
    """The base's words that are replaced, in its tokens; None where the whole sentence is meant."""
    readings: tuple[CopyReading, ...]
    """Each with the copies that have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeingCopies:
    """Copies that share departures from the base."""

    copies: tuple[str, ...]
    """Two and more, in order of publication."""
    units: tuple[str, ...]
    """Ids of the units at which these copies, and no others, have one reading; in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadingFinding:
    """A finding that leads."""

    kind: LeadKind
    unit: str
    """Id of the base's sentence; empty for a headline."""
    copies: tuple[str, ...]
    """Copies of which it is true, in order of publication."""
    survives: tuple[str, ...] = ()
    """Of a loss: copies that have the sentence."""
    evidence: str = ""
    """Id of the change, or of the fact; empty where the unit is the evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyEdition:
    """A family read as an edition of its base."""

    collation: Collation
    survival: tuple[SurvivingSentence, ...]
    """The most telling loss first."""
    facts: tuple[Fact, ...]
    """Those on which copies differ first."""
    agreement: tuple[AgreeingCopies, ...]
    leading: tuple[LeadingFinding, ...]
    """At most three, the most telling first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatedValue:
    """A figure, date or quantity of one text, and the same in its translation."""

    left: Span
    right: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationCheck:
    """What of a text was found again in its translation, beside its sentences."""

    alignment: LanguageAlignment
    kinds: tuple[SentenceKind, ...]
    """Of each sentence of the left."""
    values: tuple[TranslatedValue, ...]
    """In order of the left, of sentences with a counterpart."""
    judged: int
    """How many values these sentences of the left have; of those without a match nothing is known."""
    names: tuple[TranslatedValue, ...]
    """Names of these sentences that were found again in their counterparts, by letters or by consonants."""
    names_judged: int
    """How many names they have, one a word; 0 where a capital makes no name."""
    quoted: int
    """How many sentences with a counterpart have a quotation ..."""
    quoted_in_both: int
    """... and of how many the counterpart has quotation marks, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEdition:
    """A story's families of several texts, and its texts in other languages."""

    families: tuple[FamilyEdition, ...] = ()
    alignments: tuple[LanguageAlignment, ...] = ()
    translations: tuple[TranslationCheck, ...] = ()
    """Of those that are translations."""
    further: tuple[Collation, ...] = ()
    """With other copies as the spine, where the archive asks for that; none of it is counted in any other value."""
