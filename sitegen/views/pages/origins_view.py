"""What the page of an article receives that shows whose words it has."""

from typing import Literal

from sitegen.edition import OriginKind
from sitegen.frozen import dataclass
from sitegen.views.pages.parts import TextLink

PieceMark = Literal["", "ins", "del"]
"""`ins`: words that the other text lacks; `del`: words of the other text, shown among the changes alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginWords:
    """A stretch of a sentence."""

    text: str
    mark: PieceMark = ""
    lang: str = ""
    """Of words of the other text, where it is in another language than the article."""
    dir: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginPiece:
    """Sentences in a row of one origin, or words of the other text that are gone."""

    kind: OriginKind | Literal["", "lost"]
    """Empty for what was not compared: the space between sentences, captions."""
    words: tuple[OriginWords, ...]
    more: int = 0
    """Of words that are gone: further sentences that are not printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginNote:
    """What is said of a paragraph in the margin."""

    kind: OriginKind
    text: str
    """`word for word`, `2 sentences reworded`"""
    href: str = ""
    """Where it is shown beside the other text; empty where that would show nothing more."""
    changes: tuple[TextLink, ...] = ()
    """What changed of substance, a sentence each, leading to where it is shown beside the other text."""
    links: tuple[TextLink, ...] = ()
    """Of words of its own: other copies that have them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginCount:
    """How many of the article's sentences have one origin."""

    kind: OriginKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginCell:
    """A sentence in the strip of an article."""

    kind: OriginKind
    path: str
    """In a box of 1000 by 20."""
    href: str
    """Its paragraph on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginPart:
    """Whose words an article has, in numbers; its blocks carry the rest."""

    against: TextLink
    """The text that it is read against, leading to the comparison of the two."""
    counts: tuple[OriginCount, ...]
    sentences: tuple[str, ...]
    """What it lacks of the other text, and what is not known, a sentence each."""
    cells: tuple[OriginCell, ...]
    """Its sentences drawn in their order; none where the text is not marked, or where they are too many to hit."""
    has_marks: bool
    """Whether the text itself is marked: not where rights withhold it."""
    has_changes: bool
    """Whether something was reworded or left out that may be shown."""
