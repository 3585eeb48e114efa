"""A page as an editor looks at it: its blocks, why some are not of its text, and what was decided of pages like it.

A decision speaks of the element that a block stands in, so that it can be applied to the next page of the same host
(`HostTemplate`). Values only; which decisions there are, importing/decisions.py reads.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from sitegen.formats.draft import Statement
from sitegen.formats.webpages.page_blocks import PageBlock, words_of
from sitegen.frozen import dataclass

_ELEMENTS = 3
"""Innermost elements by which blocks of two pages are alike: the block, its container and that one's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostTemplate:
    """What the editor decided of other pages of a host."""

    taken: frozenset[str] = frozenset()
    """Elements whose blocks are the text's, though the extractors leave them out."""
    left: frozenset[str] = frozenset()
    """Elements whose blocks are not, though they keep them."""
    places: Mapping[str, str] = field(default_factory=dict)
    """By field, the place where its value is read."""


TemplateOf = Callable[[str], HostTemplate | None]
"""The template of a host, which is written without `www.`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageParts:
    """All that was read of a page, of which the draft of its article is a part."""

    source: str
    """The page as it was decoded; empty for an article that is no page."""
    blocks: tuple[PageBlock, ...]
    text: frozenset[int]
    """Numbers of the blocks that the text has."""
    reasons: Callable[[], tuple[str, ...]]
    """Why each block is not of the text; empty for those that are."""
    lines_with: Callable[[frozenset[int]], tuple[str, ...]]
    """The text that has these blocks and no others."""
    candidates: tuple[Statement, ...]
    """Every value that was seen for a field, with its place, in the order in which they are believed."""
    is_templated: bool = False
    """Whether decisions about other pages of its host changed the text or a field."""


def element_of(block: PageBlock) -> str:
    """The innermost elements of a block with their classes."""
    return " > ".join(block.path[-_ELEMENTS:])


def parts_of_lines(lines: Sequence[str]) -> PageParts:
    """The parts of an article that is no page: its lines, all of which are its text."""
    texts = tuple(line for line in lines if line.strip())
    blocks = tuple(
        PageBlock(text=text, words=words_of(text), path=(), ancestors=(), linked=0.0, hidden=False) for text in texts
    )
    return PageParts(
        source="",
        blocks=blocks,
        text=frozenset(range(len(blocks))),
        reasons=lambda: ("",) * len(blocks),
        lines_with=lambda numbers: tuple(text for number, text in enumerate(texts) if number in numbers),
        candidates=(),
    )
