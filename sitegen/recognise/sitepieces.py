"""What a site puts into the middle of a text: headlines of other articles, captions of a gallery, lists of videos.

A copy of a page in which layout was lost has them inside its paragraphs. They say nothing of the report: another
gallery has another caption, and another day's page other videos. Knows one text, and no language but the site's words.
"""

from collections.abc import Iterator

from sitegen.text.patterns import late_pattern
from sitegen.text.tokenized import Tokenized

_LINKS_END = "MORE"
"""What a site prints behind the headlines that it puts into a sentence, right behind a name."""
_PIECE_UP_TO = 70
"""Tokens of such a piece, at most."""
_GLUED = late_pattern(r"(?V1)(?!Mac)\p{L}*\p{Ll}{2}(?:\p{Lu}|[0-9]{4})")
"""A name with the first word of a headline glued to it: `BrandtFerry`."""
_CAPTION = ("hide", "caption")
"""What stands behind each caption of a gallery, before `4 of 29 Photos:`."""
_BEHIND_CAPTION = 5
"""Tokens of how many pictures there are."""
_PHOTOS = frozenset({"photos", "photo"})
_VIDEO, _WATCHED = ("must", "watch"), ("just", "watched")
"""What stands before each video of a list, and between its length and the title of the one seen last."""


def pieces_of_site(text: Tokenized) -> frozenset[int]:
    """The tokens of all such pieces of a text."""
    return frozenset(
        token for find in (_headlines, _captions, _videos) for span in find(text) for token in range(*span)
    )


def _headlines(text: Tokenized) -> Iterator[tuple[int, int]]:
    """From what is glued to a name to the word that ends the headlines."""
    # Hardly any text has the word: one look at all of it costs a fifth of one at each token.
    if _LINKS_END not in "".join([token.text for token in text.tokens]):
        return
    for end, token in enumerate(text.tokens):
        if not token.text.startswith(_LINKS_END):
            continue
        for start in range(end - 1, max(end - _PIECE_UP_TO, -1), -1):
            if _GLUED.match(text.tokens[start].text):
                yield start, end + 1
                break


def _captions(text: Tokenized) -> Iterator[tuple[int, int]]:
    """From the caption before, or the beginning of the block, to the count of pictures."""
    for place in _places(text, _CAPTION):
        first = max(text.span(text.block_of(place))[0], place - _PIECE_UP_TO)
        start = place
        while start > first and text.keys[start - 1] not in _PHOTOS:
            start -= 1
        yield start, min(place + len(_CAPTION) + _BEHIND_CAPTION, len(text.tokens))


def _videos(text: Tokenized) -> Iterator[tuple[int, int]]:
    """From one mark of a video to the next, or as far as a title goes, where a video was watched between them."""
    marks = list(_places(text, _VIDEO))
    watched = list(_places(text, _WATCHED))
    for place in watched:
        before = max((mark for mark in marks if place - _PIECE_UP_TO <= mark < place), default=place)
        behind = min((mark for mark in marks if place < mark <= place + _PIECE_UP_TO), default=place)
        yield before, behind + len(_WATCHED)


def _places(text: Tokenized, words: tuple[str, str]) -> Iterator[int]:
    first, second = words
    if first in text.keys and second in text.keys:
        yield from (place for place, pair in enumerate(zip(text.keys, text.keys[1:], strict=False)) if pair == words)
