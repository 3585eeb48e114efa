"""Makes characters that nobody sees visible beside the text, which stays as it is; says where a text deceives.

Which characters are shown: those in which the two copies differ, and those that hide or turn text around.
"""

from collections import Counter
from collections.abc import Collection, Iterator

import regex

from sitegen.model import Article
from sitegen.text.catalogues import ENGLISH, Catalogue, marked
from sitegen.text.clusters import CLUSTER
from sitegen.text.invisible import label_of
from sitegen.text.marknames import name_of
from sitegen.text.places import deceiving_places
from sitegen.views.pages import Part

_TURNS = regex.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LEFT_DECEIVES = marked(
    "The left text has characters that hide or turn words: {names}. Signs stand for them, and they do nothing here."
)
_RIGHT_DECEIVES = marked(
    "The right text has characters that hide or turn words: {names}. Signs stand for them, and they do nothing here."
)
_NAMED = 3
"""Different characters of one place that are named; of more it is said how many."""


def parts_of(text: str, places: Collection[int], catalogue: Catalogue = ENGLISH) -> tuple[Part, ...]:
    """The text in parts, those that hold a character at one of `places` with its sign; joined they are the text."""
    parts: list[Part] = []
    begin, shown = 0, ""
    for cluster in CLUSTER.finditer(text):
        here = "".join(text[index] for index in range(*cluster.span()) if index in places)
        if bool(here) != bool(shown):
            # Cut, not put together: a text built up cluster by cluster is copied as often as it has clusters.
            parts += _part(text[begin : cluster.start()], shown, catalogue)
            begin, shown = cluster.start(), here
        else:
            shown += here
    return (*parts, *_part(text[begin:], shown, catalogue))


def _part(text: str, shown: str, catalogue: Catalogue) -> Iterator[Part]:
    if text:
        yield _signed(text, shown, catalogue) if shown else Part(text=text)


def _signed(text: str, shown: str, catalogue: Catalogue) -> Part:
    """A part whose unseen characters are `shown`: each once, with how often it stands there."""
    counts = Counter(shown)
    labels = [label_of(char) if often == 1 else f"{label_of(char)}×{often}" for char, often in counts.items()]
    names = [_named(char, often, catalogue) for char, often in counts.items()]
    more = len(counts) - _NAMED
    return Part(
        text=text,
        sign=" ".join(labels[:_NAMED]) + (f" +{more}" if more > 0 else ""),
        name=catalogue.gettext("; ").join([*names[:_NAMED], *([_more(more, catalogue)] if more > 0 else [])]),
        codes=tuple(f"U+{ord(char):04X}" for char in shown),
        turns=bool(_TURNS.search(shown)),
    )


def deceits_of(left: Article, right: Article, catalogue: Catalogue) -> tuple[str, ...]:
    """What of each text hides or turns what stands there, in words; empty for honest texts."""
    return tuple(
        catalogue.gettext(message, names=names)
        for message, names in ((_LEFT_DECEIVES, _names(left, catalogue)), (_RIGHT_DECEIVES, _names(right, catalogue)))
        if names
    )


def _names(article: Article, catalogue: Catalogue) -> str:
    """`right-to-left override (U+202E), 2 times`"""
    counts = Counter(block.text[at] for block in article.body for at in sorted(deceiving_places(block.text)))
    named = [_named(char, often, catalogue) for char, often in list(counts.items())[:_NAMED]]
    more = len(counts) - _NAMED
    return catalogue.gettext("; ").join([*named, *([_more(more, catalogue)] if more > 0 else [])])


def _named(char: str, often: int, catalogue: Catalogue) -> str:
    name = name_of(char, catalogue)
    if often == 1:
        return name
    # Translators: {name} is the name of a character that nobody sees.
    return catalogue.ngettext("{name}, once", "{name}, {count} times", often, name=name)


def _more(count: int, catalogue: Catalogue) -> str:
    return catalogue.ngettext("{count} more such character", "{count} more such characters", count)
