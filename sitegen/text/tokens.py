"""Cuts text into tokens, losslessly. Knows nothing of comparing; keys.py says what counts as equal.

Words follow UAX #29 (Unicode word boundaries); Han, kana, Thai, Lao, Khmer and Burmese, which do not put spaces between
words, are cut into grapheme clusters. A token carries the space that follows it, so the tokens of a block, joined,
are the block.
"""

from collections.abc import Iterable
from functools import lru_cache

import regex

from sitegen.model import Token
from sitegen.text.keys import key_of

_BOUNDARY = regex.compile(r"(?V1w)\b")
_PLAIN = regex.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*[ ]?|[0-9]+(?:[.,][0-9]+)*[ ]?|[ ]|[!-/:-@\[-`{-~“”‘’–—…]")
"""Finds what `_BOUNDARY` finds, several times as fast, in text that holds nothing else (see `_is_plain`)."""
_IS_PLAIN = regex.compile(
    r"(?:[A-Za-z]++(?:['’][A-Za-z]++)*+(?![0-9])|"
    r"[0-9]++(?:,[0-9]{3})*+(?![A-Za-z'’0-9])|[ ,;:!?()“”–—…\"-]|[‘’](?![A-Za-z0-9])|\.(?=[ \"”’]|$))+"
)
_UNSPACED = regex.compile(
    r"(?V1)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]"
)
_CLUSTER = regex.compile(r"(?V1)\X")
_WORD = regex.compile(r"(?V1)[\p{L}\p{N}]")


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a block; `"".join(token.text ...)` is `text` again. Empty for an empty text."""
    pieces = _PLAIN.findall(text) if _IS_PLAIN.fullmatch(text) else _pieces(text)
    return tuple([Token(piece, key_of(piece)) for piece in _with_space(pieces)])


def is_word(token: Token) -> bool:
    """Whether a token is a word or number and not a mark."""
    return _is_word_key(token.key)


@lru_cache(maxsize=200_000)
def _is_word_key(key: str) -> bool:
    return bool(_WORD.search(key))


def count_words(tokens: Iterable[Token]) -> int:
    """How many of the tokens are words or numbers."""
    return sum(1 for token in tokens if _is_word_key(token.key))


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for piece in _BOUNDARY.split(text):
        if _UNSPACED.search(piece):
            pieces.extend(_CLUSTER.findall(piece))
        elif ":" in piece:
            # UAX #29 lets a colon stand inside a word, for Swedish; in scraped headlines it glues two words together.
            pieces.extend(part for part in regex.split("(:)", piece) if part)
        elif piece:
            pieces.extend(_marks(piece))
    return pieces


def _marks(piece: str) -> Iterable[str]:
    """Marks that stand together are tokens of their own; a run of spaces is one."""
    if len(piece) == 1 or _WORD.search(piece):
        return (piece,)
    return (piece,) if piece.isspace() else _CLUSTER.findall(piece)


def _with_space(pieces: list[str]) -> list[str]:
    """Attaches each run of spaces to the piece before it."""
    joined: list[str] = []
    for piece in pieces:
        if joined and piece.isspace():
            joined[-1] += piece
        elif piece:
            joined.append(piece)
    return joined
