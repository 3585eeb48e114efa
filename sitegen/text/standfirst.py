"""The standfirst of an article: the paragraph that it prints between its headline and its byline or dateline.

It is known by where it stands. A text that begins without either has a first sentence and, as far as can be known, no
standfirst: whether its first paragraph is one was tried by length and by what it repeats, and took first sentences.
"""

from collections.abc import Sequence

from sitegen.model import Block

_ENDS_THE_HEAD = ("byline", "date")
"""Lines that are no text, after which a standfirst is over."""
_LONGEST = 60
"""Words; a longer paragraph is the text."""


def standfirst_block(blocks: Sequence[Block], dateline: str) -> int | None:
    """The index of its block; None where there is none, or more than one paragraph that could be it."""
    place = dateline.partition(",")[0].strip()
    above: list[int] = []
    for index, block in enumerate(blocks):
        if block.furniture and block.furniture not in _ENDS_THE_HEAD:
            continue
        begins = bool(block.furniture) or (bool(place) and block.text.lstrip().startswith(place))
        if not begins:
            above.append(index)
            if len(above) > 1:
                return None
        elif above:
            return above[0] if _is_short(blocks[above[0]]) and _has_text(blocks[index:]) else None
        elif not block.furniture:
            return None
    return None


def _is_short(block: Block) -> bool:
    return block.role in ("paragraph", "heading", "crosshead") and len(block.text.split()) <= _LONGEST


def _has_text(blocks: Sequence[Block]) -> bool:
    return any(not block.furniture for block in blocks)
