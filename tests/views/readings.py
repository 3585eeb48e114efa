"""A pair of texts, read for a page."""

from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.model import Article, Comparison, Family, Story
from sitegen.text.tokenized import tokenize_blocks
from sitegen.views.lines import Reading
from sitegen.views.rights import all_shown


def reading_of(left: Article, right: Article, comparison: Comparison | None = None) -> Reading:
    """The only comparison of a story of two copies, everything in it shown."""
    return Reading(
        story=Story(id="s", title="s", families=(Family(base="a", base_reason="", copies=("a", "b")),)),
        comparison=comparison or compare_articles(left, right, Comparing()),
        left=left,
        right=right,
        left_text=tokenize_blocks(left.blocks),
        right_text=tokenize_blocks(right.blocks),
        standing=None,
        position=1,
        of=1,
        previous=None,
        next=None,
        shown=all_shown(left, right),
    )
