"""Which tokens of a text stand inside quotation marks."""

from collections.abc import Iterator
from itertools import compress, count

from sitegen.text.keys import key_of
from sitegen.text.singlequotes import is_possessive, mark_single_quotes
from sitegen.text.tokenized import Tokenized

_CLOSES = {
    "“": "”", "”": "”", "„": "“”‟", "‟": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』",
    '"': '"', "‘": "’", "‚": "‘’", "《": "》", "〈": "〉", "＂": "＂",
    "''": "''",
}  # fmt: skip
_QUOTE_KEYS = frozenset(key_of(mark) for marks in _CLOSES.items() for side in marks for mark in side)
_TYPED = "'"
"""Two of it, glued, are one mark: ''so'', as some agencies still send it."""
_WIKI_LINK = "[["
"""In the source of a wiki two of it set slanted letters."""
_EITHER = frozenset("\"'”＂")
"""Marks that open and close alike."""
_AFTER_CLOSING = frozenset(",.;:!?)]،؛؟")
"""What follows a mark that closes a quotation, and never one that opens it."""


def quoted_tokens(text: Tokenized) -> bytearray:
    """For each token whether it stands inside quotation marks; a quotation ends at the latest with its block.

    A mark closes what is open, if it can, before it opens anything: „so“, »so«, “so” and ”so” are each a pair. One
    that nothing closes opens a quotation only where it opens its block, or where the next block goes on with a mark.
    What a mark encloses after an equals sign is the value of an attribute: `style="..."`.
    """
    marks = bytearray(len(text.tokens))
    closing: list[str] = []
    block, opened, outermost = -1, 0, 0
    is_attribute = False
    for place, after, mark in _marks(text):
        if text.block_of(place) != block:
            _end_of_block(text, marks, block, opened, outermost, is_open=bool(closing) and not is_attribute)
            block, closing = text.block_of(place), []
        if closing and mark == "’" and is_possessive(text, place):
            continue
        if closing and mark and (mark in closing[-1] or _closes_otherwise(text, place, mark, closing[-1])):
            if not is_attribute:
                marks[opened:place] = b"\x01" * (place - opened)
            is_attribute = is_attribute and len(closing) > 1
            closing.pop()
            opened = after
        elif mark in _CLOSES and (closing or not _hangs(text, place, after)):
            if not closing:
                outermost = place
                is_attribute = place > 0 and text.tokens[place - 1].text == "="
            elif not is_attribute:
                marks[opened:place] = b"\x01" * (place - opened)
            closing.append(_CLOSES[mark])
            opened = after
    _end_of_block(text, marks, block, opened, outermost, is_open=bool(closing) and not is_attribute)
    mark_single_quotes(text, marks)
    return marks


def _marks(text: Tokenized) -> Iterator[tuple[int, int, str]]:
    """What may be a mark of quotation: its first token, the one after it, the mark."""
    second = -1
    is_wiki: bool | None = None
    last = len(text.tokens) - 1
    for place in compress(count(), map(_QUOTE_KEYS.__contains__, text.keys)):
        mark = text.tokens[place].text.strip()
        if mark != _TYPED:
            yield place, place + 1, mark
        elif (
            place != second
            and place < last
            and text.tokens[place].text == _TYPED == text.tokens[place + 1].text.strip()
        ):
            second = place + 1
            # Three are no mark: they set bold letters in the source of a wiki.
            if is_wiki is None:
                is_wiki = _WIKI_LINK in text.text((0, len(text.tokens)))
            if (
                not is_wiki
                and "".join(token.text for token in text.tokens[place + 1 : place + 3])[:2] != _TYPED + _TYPED
            ):
                yield place, place + 2, _TYPED + _TYPED


def _end_of_block(text: Tokenized, marks: bytearray, block: int, opened: int, outermost: int, *, is_open: bool) -> None:
    """Marks a quotation that goes on past the end of its block, or takes back what an unclosed mark has quoted."""
    if not is_open:
        return
    end = text.starts[block + 1]
    goes_on = end < len(text.tokens) and text.tokens[end].text.strip() in _CLOSES
    if goes_on or outermost == text.starts[block]:
        marks[opened:end] = b"\x01" * (end - opened)
    else:
        marks[outermost:end] = bytes(end - outermost)


def _closes_otherwise(text: Tokenized, place: int, mark: str, closing: str) -> bool:
    """Whether a mark ends what a mark of another style began: “so" and "so”. One that opens has a space before it."""
    return {mark, closing} == {'"', "”"} and place > 0 and not text.tokens[place - 1].text[-1:].isspace()


def _hangs(text: Tokenized, place: int, after: int) -> bool:
    """Whether a mark stands right after a word and before a space, as in 5\" wide, or before a mark that ends a clause,
    and so opens nothing."""
    if (
        place == text.starts[text.block_of(place)]
        or text.tokens[place - 1].text[-1:].isspace()
        or not text.words[place - 1]
    ):
        return False
    if text.tokens[after - 1].text[-1:].isspace() or after == len(text.tokens):
        return True
    return text.tokens[place].text.strip() in _EITHER and text.tokens[after].text.strip() in _AFTER_CLOSING
