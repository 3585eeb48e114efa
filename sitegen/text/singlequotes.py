"""Single straight marks as marks of quotation: 'We left,' she said. Told from apostrophes by what is around them.

A mark opens a quotation where a space stands before it and a word behind it; it closes one where a word or a mark that
ends a clause stands before it, and no word behind it. What opens and closes inside double marks is quoted anyway.
"""

from collections.abc import Iterator, Sequence
from itertools import compress, count, groupby

from sitegen.text.keys import key_of
from sitegen.text.tokenized import Tokenized

_MARKS = frozenset("'`´")
_KEYS = frozenset(map(key_of, _MARKS))
_OPENS_BEHIND = frozenset('([{—–-"“«„:')
"""Marks that may stand right before one that opens."""
_ENDS = frozenset(".,!?;:…)]—–")
_SHORTENED = frozenset(["tis", "twas", "em", "til", "cause", "cos", "n", "round", "bout", "im", "nother", "ere"])
"""Words that are written with an apostrophe before them."""
_ELIDED = 2
"""Letters of the longest word before whose end an apostrophe stands for what is left out: `un po' di`, `mo'`."""


def mark_single_quotes(text: Tokenized, marks: bytearray) -> None:
    """Sets in `marks` the tokens between single marks that are no double ones' already. Linear in the text."""
    places = [
        place
        for place in compress(count(), map(_KEYS.__contains__, text.keys))
        if text.tokens[place].text.strip() in _MARKS
    ]
    openers = frozenset(place for place in places if not marks[place] and _opens(text, place))
    if not openers:
        return
    for _, in_block in groupby(places, key=text.block_of):
        for start, end in _pairs(text, marks, list(in_block), openers):
            marks[start:end] = b"\x01" * (end - start)


def is_possessive(text: Tokenized, place: int) -> bool:
    """Whether a mark behind a word is that of a genitive, `the boys' boat`, where a later one closes what is open."""
    if not _is_behind_s(text, place):
        return False
    return any(_ends_a_clause(text, later) for later in _later_closers(text, place))


def _pairs(
    text: Tokenized, marks: bytearray, places: Sequence[int], openers: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """What stands between the marks of one block: from behind one that opens to the one that closes it."""
    block = text.block_of(places[0])
    start, end = text.starts[block], text.starts[block + 1]
    index = 0
    while index < len(places):
        opener = places[index]
        index += 1
        if opener not in openers:
            continue
        closers: list[int] = []
        for place in places[index:]:
            if place in openers:
                break
            if _closes(text, place) and not marks[place]:
                closers.append(place)
        last = closers[-1] if closers else None
        closer = next((place for place in closers if not _may_be_apostrophe(text, place)), last)
        if closer is not None:
            yield opener + 1, closer
            index = places.index(closer, index) + 1
        elif _goes_on(text, end) and (opener == start or openers.isdisjoint(places[index:])):
            yield opener + 1, end


def _goes_on(text: Tokenized, end: int) -> bool:
    """Whether the next block begins with a mark that opens, as each paragraph of one quotation does."""
    return end < len(text.tokens) and text.tokens[end].text.strip() in _MARKS and _opens(text, end)


def _opens(text: Tokenized, place: int) -> bool:
    """Whether a word stands right behind a mark, and a space, an opening mark or nothing before it."""
    following = place + 1
    if following >= len(text.tokens) or text.tokens[place].text[-1:].isspace():
        return False
    block = text.block_of(place)
    if following >= text.starts[block + 1]:
        return False
    printed = text.tokens[following].text.strip()
    if (
        not text.words[following]
        and text.tokens[following].value is None
        and printed not in ("[", "(", "...", "…", "¿", "¡", '"', "“")
    ):
        return False
    if printed[:1].isdecimal() or text.keys[following] in _SHORTENED:
        return False
    if place == text.starts[block]:
        return True
    before = text.tokens[place - 1].text
    return before[-1:].isspace() or before[-1:] in _OPENS_BEHIND


def _closes(text: Tokenized, place: int) -> bool:
    """Whether a word or the mark that ends a clause stands right before a mark, and no word right behind it."""
    block = text.block_of(place)
    if place == text.starts[block] or text.tokens[place - 1].text[-1:].isspace():
        return False
    before = text.tokens[place - 1].text[-1:]
    if before.isdecimal() and not text.tokens[place].text[-1:].isspace():
        return False
    glued = place + 1 < text.starts[block + 1] and not text.tokens[place].text[-1:].isspace()
    return (before.isalnum() or before in _ENDS) and not (glued and text.words[place + 1])


def _may_be_apostrophe(text: Tokenized, place: int) -> bool:
    """Whether a mark that could close may stand for letters that are left out, or for a genitive."""
    if _ends_a_clause(text, place):
        return False
    before = text.tokens[place - 1].text
    return before[-1:].lower() == "s" or len(before) <= _ELIDED


def _is_behind_s(text: Tokenized, place: int) -> bool:
    block = text.block_of(place)
    return (
        place > text.starts[block]
        and text.tokens[place - 1].text[-1:].lower() == "s"
        and text.tokens[place].text[-1:].isspace()
        and place + 1 < text.starts[block + 1]
        and bool(text.words[place + 1])
    )


def _ends_a_clause(text: Tokenized, place: int) -> bool:
    """Whether a mark that ends a clause stands right before a mark or right behind it, or its block ends there."""
    if place == 0 or text.tokens[place - 1].text[-1:] in _ENDS:
        return True
    following = place + 1
    if following >= text.starts[text.block_of(place) + 1]:
        return True
    return not text.tokens[place].text[-1:].isspace() and text.tokens[following].text[:1] in _ENDS


def _later_closers(text: Tokenized, place: int) -> Iterator[int]:
    """The marks behind a place, in its block, that could close what is open there, up to the next that opens."""
    for later in range(place + 1, text.starts[text.block_of(place) + 1]):
        printed = text.tokens[later].text.strip()
        if printed in ("‘", "“", '"', "”"):
            return
        if printed == "’" and _closes(text, later):
            yield later
