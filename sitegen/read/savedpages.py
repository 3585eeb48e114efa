"""Tells a page that a browser saved, menus and all, from an article in HTML. Takes nothing out: `sitegen add` does."""

import re
from collections import Counter
from collections.abc import Iterable

from sitegen.read.tags import pieces_of

_AROUND = ("nav", "footer", "aside")
"""Elements of a site around its articles."""
_MOST_SCRIPTS = 2
_MOST_LINKS = 40
_TAG = re.compile(r"<(nav|footer|aside|script|a)\b", re.IGNORECASE)


def saved_with(lines: Iterable[str]) -> str:
    """What the site put around the article, in words; empty where the file is an article alone."""
    source = "\n".join(lines)
    if not _TAG.search(source):
        return ""
    counts = Counter(piece.name for piece in pieces_of(source, 1))
    limits = ((counts["script"], _MOST_SCRIPTS, "scripts"), (counts["a"], _MOST_LINKS, "links"))
    numbers = [f"{count:,} {kind}" for count, most, kind in limits if count > most]
    # An author may close an article with a footer or an aside; a menu or a site's programs are no author's.
    if not (numbers or counts["nav"]):
        return ""
    return ", ".join([*(f"`{name}`" for name in _AROUND if counts[name]), *numbers])
