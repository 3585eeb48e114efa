"""Lines of the site among the paragraphs of a text: prompts to read on, to share, to subscribe.

They are those that a build sets aside wherever they stand (read/furniture.py). What a page prints of them is left out
when it is added: its original is kept, and an editor can take each in at the desk. A text that is no page is added as
it is.
"""

from collections.abc import Sequence, Set

from sitegen.formats.webpages.page_blocks import PageBlock
from sitegen.model import Block
from sitegen.read.furniture import set_aside

OF_THE_SITE = "a line of the site: "
"""Before the kind of such a line, where it is said why it is left out."""
_LEFT_OUT = ("related", "share", "newsletter", "paywall", "comments", "advertisement", "cookies")
"""Why a line is left out. Who edited a text, and whose copyright it is, may name its source: such a line stays, and a
build sets it aside."""


def chrome_reasons(blocks: Sequence[PageBlock], numbers: Set[int]) -> dict[int, str]:
    """Of the blocks that are the text, those that are the site's, each with the reason in words."""
    ordered = sorted(numbers)
    lines = [_as_line(blocks[number], place) for place, number in enumerate(ordered, 1)]
    return {
        number: f"{OF_THE_SITE}{block.furniture}"
        for number, block in zip(ordered, set_aside(lines), strict=True)
        if block.furniture in _LEFT_OUT
    }


def _as_line(block: PageBlock, line: int) -> Block:
    is_cell = any(element.startswith(("td.", "th.")) for element in block.path)
    return Block(id=f"b{line}", role="cell" if is_cell else "paragraph", text=block.text, line=line)
