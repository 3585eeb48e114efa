"""The values of a story read as an edition: units, what each copy has there, sentences aligned across languages.

Knows how to hold them and nothing of how they are made (collate/), nor of what follows from them (findings/).
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from sitegen.frozen import dataclass
from sitegen.model import Op, Role, Span

ReadingKind = Literal["verbatim", "reworded", "translated", "dropped", "unknown"]
"""What a copy has in the place of a unit: its words, other words, its translation, nothing, or nothing that is known.
"""
Doubt = Literal["", "breaks off", "coarse", "own words", "no counterpart"]
"""Why a reading is not known: the capture breaks off; the pair was not compared word by word; the copy may say it in
words of its own; across languages, no counterpart was recognised."""
Layout = Literal["whole", "split", "merged"]
"""Whether a unit is a sentence of the copy, several of them, or shares a sentence with another unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyReading:
    """What some copies have in the place of a unit; copies with equal readings share one."""

    copies: tuple[str, ...]
    """Article ids, in order of publication."""
    kind: ReadingKind
    moved: bool = False
    """Whether it stands at another place than in the base."""
    layout: Layout = "whole"
    spans: tuple[Span, ...] = ()
    """Where each of the copies has it, in its own tokens; empty where they have nothing."""
    ops: tuple[Op, ...] = ()
    """From the unit's tokens to those of the first of the copies, contiguous over both; of a reworded one alone."""
    doubt: Doubt = ""
    """Of an unknown reading: why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CollationUnit:
    """A sentence of the base, or one that other copies added."""

    id: str
    """`s-` and a hash of its words: the same sentence has the same id wherever it stands, and whatever is around it."""
    article: str
    """The article whose sentence it is: the base; of an addition, the first copy that has its commonest reading."""
    span: Span
    """Its tokens in that article."""
    role: Role
    words: int
    added: bool = False
    """Whether the base lacks it."""
    after: str = ""
    """Of an addition: the id of the base's sentence after which it stands; empty for one before the first."""
    readings: tuple[CopyReading, ...] = ()
    """Those of the copies other than the base, the most copies first. Of an addition, only of copies that have it."""

    def reading_of(self, copy: str) -> CopyReading | None:
        """The reading of a copy; None where it has none here."""
        return next((reading for reading in self.readings if copy in reading.copies), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Collation:
    """All copies of a text aligned sentence by sentence with one of them."""

    base: str
    """Article id of the copy whose sentences are the spine."""
    copies: tuple[str, ...]
    """Ids of the copies that were collated with it, in order of publication; each distinct text once."""
    units: tuple[CollationUnit, ...]
    """In reading order: the sentences of the base, after each what others add there."""
    alike: Mapping[str, str] = field(default_factory=dict)
    """Copies with the text of another, and that one: their readings are its readings."""
    unread: tuple[str, ...] = ()
    """Copies that were not compared, of which nothing is known here; in order of publication."""

    @property
    def spine(self) -> tuple[CollationUnit, ...]:
        """The sentences of the base."""
        return tuple(unit for unit in self.units if not unit.added)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedSentences:
    """Sentences of two languages that say the same: one with one, or one with several, or several with one."""

    left: tuple[int, ...]
    """Indexes into the sentences of the left, ascending; empty for what only the right has."""
    right: tuple[int, ...]
    confidence: float
    """0 to 1: what figures, names and neighbours prove of it; for a gap, that the sentence has no counterpart."""
    crossed: bool = False
    """Whether it stands at another place than the sentences around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageAlignment:
    """Two texts in two languages, sentence by sentence."""

    left: str
    """Article id of the base, or of what is declared to have been translated."""
    right: str
    left_sentences: tuple[Span, ...]
    """The sentences of the left, in its tokens; all that are text of the article."""
    right_sentences: tuple[Span, ...]
    pairs: tuple[AlignedSentences, ...]
    """Sentences with a counterpart, in order of the left."""
    gaps: tuple[AlignedSentences, ...]
    """Sentences of which it is known that the other text lacks them; one side of each is empty."""
    translation: bool
    """Whether most of one text has its counterpart, in order, in the other: then it was translated, or both were."""
