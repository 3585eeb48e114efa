"""What of a published page is searched, and how often each term stands there."""

import html
import json
import re
from collections import Counter
from collections.abc import Mapping

from sitegen.frozen import dataclass
from sitegen.search.terms import terms_of

_BODY = "data-search-body"
_TITLE = "data-search-title"
_IGNORED = "data-search-ignore"
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)([^<>\"']*(?:(?:\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z))[^<>\"']*)*)(?:>|\Z)")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "wbr",
    ]
)
"""Elements that stand inside a word without ending it."""
_AS_TITLE = 4
"""A word of the title counts as so many of the text."""
_MOST = 15
"""Times that a term of one page is counted: what stands oftener says no more about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """What is searched of one page."""

    counts: Mapping[str, int]
    """How often each term stands there, at most 15 times, sorted by the term."""
    length: int
    """Terms of the page, with repetitions."""

    def packed(self) -> bytes:
        """As bytes, the same for the same words."""
        return json.dumps([self.length, list(self.counts), list(self.counts.values())], ensure_ascii=False).encode()

    @staticmethod
    def unpacked(content: bytes) -> "PageWords":
        """Back from bytes. Raises ValueError for anything else."""
        value = json.loads(content)
        match value:
            case [int(length), list(terms), list(counts)] if len(terms) == len(counts):
                if all(isinstance(term, str) for term in terms) and all(type(count) is int for count in counts):
                    return PageWords(counts=dict(zip(terms, counts, strict=True)), length=length)
        raise ValueError("no words of a page")


def words_of_page(page: str) -> PageWords:
    """The words inside `data-search-body` but those inside `data-search-ignore`; none where a page has no such body.

    Reads what our own templates write: well-formed, no comments, `>` escaped or inside quotation marks. Linear.
    """
    text, title = _text_of(page)
    terms = terms_of(text)
    counts = Counter(terms)
    for term in terms_of(title):
        counts[term] += _AS_TITLE
    return PageWords(counts={term: min(counts[term], _MOST) for term in sorted(counts)}, length=len(terms))


def _text_of(page: str) -> tuple[str, str]:
    """The text that is searched, and that of the title in it."""
    start = page.find(_BODY)
    if start < 0:
        return "", ""
    pieces: list[str] = []
    title: list[str] = []
    depth = 1
    ignored = titled = 0  # The depth of the element that is left out, or is the title; 0 outside one.
    read_to = page.index(">", start) + 1
    for tag in _TAG.finditer(page, read_to):
        if not ignored:
            pieces.append(page[read_to : tag.start()])
            if titled:
                title.append(page[read_to : tag.start()])
        read_to = tag.end()
        closing, name, attributes = tag.groups()
        name = name.lower()
        if name not in _INLINE:
            pieces.append("\n")
        if closing:
            ignored, titled = (0 if element == depth else element for element in (ignored, titled))
            depth -= 1
            if not depth:
                break
        elif name not in _VOID and not attributes.endswith("/"):
            depth += 1
            if not ignored and _IGNORED in attributes:
                ignored = depth
            if not titled and _TITLE in attributes:
                titled = depth
    return html.unescape("".join(pieces)), html.unescape(" ".join(title))
