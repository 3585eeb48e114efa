"""Printed lines as paragraphs: by the steps between them, their size and indent. Knows no PDF.

A page that was printed has no paragraphs, only lines at places. Lines one step apart are one paragraph; what stands at
the head or foot of page after page is no text. Where the places say nothing, each line stays a line.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from sitegen.frozen import dataclass

_GAP = 1.35
"""Times the usual step between lines, from which there is a gap."""
_OTHER_SIZE = 0.15
"""Share by which a heading is larger than the text."""
_INDENT = 0.7
"""Times the size of the type by which a first line is set in."""
_SHORT = 0.75
"""Share of a full line; a shorter one that ends a sentence ends its paragraph."""
_EDGE_LINES = 2
"""Lines at the head and foot of a page that may be the same on all of them."""
_FEWEST_PAGES = 3
_SENTENCE_END = re.compile(r"[.!?…:。！？۔؟][\"'”’»)\]]*$")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p\.|página|trang|صفحة)\s*)?\d{1,4}(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?\W*", re.I
)
_HYPHENATED = re.compile(r"(?<!\w)(\w+)[-\u00ad\u2010]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintLine:
    """One line of print."""

    text: str
    left: float
    height: float
    """Of its base above the foot of the page."""
    size: float
    """Of its type."""


def paragraphs_of(pages: Sequence[Sequence[PrintLine]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paragraphs of a print in their order, and the lines of its heads and feet that were set aside."""
    aside = _heads_and_feet(pages)
    kept = [[line for line in page if line not in aside[number]] for number, page in enumerate(pages)]
    steps = [
        before.height - line.height
        for page in kept
        for before, line in pairwise(page)
        if 0 < before.height - line.height < 4 * max(before.size, 1)
    ]
    step = median(steps) if steps else 0.0
    full = max((len(line.text) for page in kept for line in page), default=0)
    margins = [_margin(page) for page in kept]
    paragraphs: list[list[str]] = []
    before: PrintLine | None = None
    for page, margin in zip(kept, margins, strict=True):
        for position, line in enumerate(page):
            is_new_page = position == 0
            if before is None or _begins(before, line, step, full, margin, is_new_page=is_new_page):
                paragraphs.append([])
            paragraphs[-1].append(line.text)
            before = line
    words = Counter(
        word.lower() for page in kept for line in page for word in re.findall(r"(?<![\w-])\w+(?:-\w+)+", line.text)
    )
    told = tuple(dict.fromkeys(line.text for page in aside for line in page))
    return tuple(_joined(lines, words) for lines in paragraphs), told


def _margin(page: Sequence[PrintLine]) -> float:
    """Where most lines of a page begin."""
    return Counter(round(line.left) for line in page).most_common(1)[0][0] if page else 0.0


def _begins(before: PrintLine, line: PrintLine, step: float, full: int, margin: float, *, is_new_page: bool) -> bool:
    """Whether a line begins a paragraph, after the line before it."""
    if abs(before.size - line.size) > _OTHER_SIZE * max(before.size, line.size):
        return True
    is_ended = bool(_SENTENCE_END.search(before.text))
    drop = before.height - line.height
    if is_new_page or drop <= 0:
        # The next page or column: a sentence that goes on goes on there.
        return is_ended or not line.text[:1].islower()
    if not step or drop > _GAP * step:
        return True
    if line.left > margin + _INDENT * line.size and before.left <= margin + 1:
        return True
    return is_ended and len(before.text) < _SHORT * full


def _joined(lines: Sequence[str], words: Counter[str]) -> str:
    """Lines as one text; a word that was divided at the end of a line is one, unless it is spelled with its hyphen."""
    text = lines[0]
    for line in lines[1:]:
        divided = _HYPHENATED.search(text)
        following = re.match(r"\w+", line)
        if not (divided and following and following[0][0].islower()):
            text = f"{text} {line}"
        elif f"{divided[1]}-{following[0]}".lower() in words:
            text = f"{text}{line}"
        else:
            text = f"{text[:-1]}{line}"
    return text


def _heads_and_feet(pages: Sequence[Sequence[PrintLine]]) -> list[list[PrintLine]]:
    """Of each page the lines that stand at the head or foot of most pages, and numbers of pages."""
    edges = [list(_edges(page)) for page in pages]
    counts = Counter(text for page in edges for text in {_plain(line.text) for line in page})
    most = max(_FEWEST_PAGES, len(pages) // 2)
    return [
        [
            line
            for line in page
            if counts[_plain(line.text)] >= most or (len(pages) > 1 and _PAGE_NUMBER.fullmatch(line.text))
        ]
        for page in edges
    ]


def _edges(page: Sequence[PrintLine]) -> Iterator[PrintLine]:
    yield from page[:_EDGE_LINES]
    yield from page[max(_EDGE_LINES, len(page) - _EDGE_LINES) :]


def _plain(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split())).lower()
