"""Public words: quotations and statements, with who prints them."""

from typing import Literal

from sitegen.frozen import dataclass
from sitegen.model.words import Span

Rendering = Literal["whole", "trimmed", "altered"]
StatementFate = Literal["dropped", "without marks", "translated", "translated without marks"]
"""How a print stands to the fullest one: all of its words; some of them left out; other words in it."""


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
