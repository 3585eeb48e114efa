"""Makes characters that nobody sees visible beside the text, which stays as it is; says where a text deceives.

Which characters are shown: those in which the two copies differ, and those that hide or turn text around.
"""

from collections import Counter
from collections.abc import Collection, Iterator

import regex

from sitegen.model import Article
from sitegen.text.clusters import CLUSTER
from sitegen.text.invisible import label_of, name_of
from sitegen.text.places import deceiving_places
from sitegen.views.pages import Part

_TURNS = regex.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NAMED = 3
"""Different characters of one place that are named; of more it is said how many."""


def parts_of(text: str, places: Collection[int]) -> tuple[Part, ...]:
    """The text in parts, those that hold a character at one of `places` with its sign; joined they are the text."""
    parts: list[Part] = []
    begin, shown = 0, ""
    for cluster in CLUSTER.finditer(text):
        here = "".join(text[index] for index in range(*cluster.span()) if index in places)
        if bool(here) != bool(shown):
            # Cut, not put together: a text built up cluster by cluster is copied as often as it has clusters.
            parts += _part(text[begin : cluster.start()], shown)
            begin, shown = cluster.start(), here
        else:
            shown += here
    return (*parts, *_part(text[begin:], shown))


def _part(text: str, shown: str) -> Iterator[Part]:
    if text:
        yield _signed(text, shown) if shown else Part(text=text)


def _signed(text: str, shown: str) -> Part:
    """A part whose unseen characters are `shown`: each once, with how often it stands there."""
    counts = Counter(shown)
    labels = [label_of(char) if often == 1 else f"{label_of(char)}×{often}" for char, often in counts.items()]
    names = [name_of(char) if often == 1 else f"{name_of(char)}, {often} times" for char, often in counts.items()]
    more = len(counts) - _NAMED
    return Part(
        text=text,
        sign=" ".join(labels[:_NAMED]) + (f" +{more}" if more > 0 else ""),
        name="; ".join(names[:_NAMED]) + (f"; {more} more" if more > 0 else ""),
        codes=tuple(f"U+{ord(char):04X}" for char in shown),
        turns=bool(_TURNS.search(shown)),
    )


def deceits_of(left: Article, right: Article) -> tuple[str, ...]:
    """What of each text hides or turns what stands there, in words; empty for honest texts."""
    return tuple(
        f"The {side} text has characters that hide or turn words: {names}. "
        "Signs stand for them, and they do nothing here."
        for side, names in (("left", _names(left)), ("right", _names(right)))
        if names
    )


def _names(article: Article) -> str:
    """`right-to-left override (U+202E), twice`"""
    counts = Counter(block.text[at] for block in article.body for at in sorted(deceiving_places(block.text)))
    said = [f"{name_of(char)}{_often(count)}" for char, count in list(counts.items())[:_NAMED]]
    more = len(counts) - _NAMED
    return "; ".join([*said, *([f"{more} more such characters"] if more > 0 else [])])


def _often(count: int) -> str:
    return "" if count == 1 else ", twice" if count == 2 else f", {count} times"
