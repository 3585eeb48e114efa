"""What a kind of change is: its class, its words, and how it is found.

One module a kind; __init__.py is the registry.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import Literal

from sitegen.changes.finding import Finding
from sitegen.changes.rowedits import SentencePair, Sides
from sitegen.frozen import dataclass
from sitegen.model import ChangeKind

Group = Literal["consequential", "place", "words", "style"]
"""Consequential: it changes what the reader is told. Place: where text stands. Words: any other change of substance.
Style: how it looks."""
Find = Callable[[SentencePair], Iterable[Finding]]
Tells = Callable[[Sides, Finding], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of change. Everything that is to be known of it stands here."""

    name: ChangeKind
    tag: str
    """Its name in the language of a page, marked for the catalogues: what one change is tagged with."""
    group: Group
    noun: tuple[str, str]
    """For counts, one and many: `{count} figure`, `{count} figures`; marked for the catalogues."""
    label: str
    """What it is called where it is one of several, as on the switches of a page; marked for the catalogues."""
    meaning: str
    """For readers, on the method page and in docs/content.md."""
    sentences: Mapping[str, str] = field(default_factory=dict)
    """By aspect, else by verdict: what is said of it, marked for the catalogues. Placeholders are `left`, `right` and,
    where one side alone has words, `text`."""
    find: Find | None = None
    """Finds it among the edits of a sentence pair; None where rows or blocks tell it."""
    tells: Tells | None = None
    """Whether a finding of it that is so tells a reader anything; None where each does. Of 412 sentences of consequence
    that a reader from outside judged, 102 were right and not worth saying."""
