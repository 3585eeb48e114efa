"""Cuts text into tokens, losslessly. Knows nothing of comparing; keys.py says what counts as equal.

Words follow UAX #29 (Unicode word boundaries); Han, kana, Thai, Lao, Khmer and Burmese, which do not put spaces between
words, are cut into grapheme clusters. A token carries the space that follows it, so the tokens of a block, joined,
are the block. Unseen characters make no tokens: a word with a zero-width space in it is one word, as it is to the eye.
"""

import re
import sys
import unicodedata
from collections.abc import Iterable

import regex

from sitegen.model import Token
from sitegen.text.clusters import CLUSTER
from sitegen.text.keys import key_of
from sitegen.text.places import UNSEEN

_BOUNDARY = regex.compile(r"(?V1w)\b")
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
"""Precomposed Latin letters: of one script, of one word-break class, no cluster of two."""
_PLAIN = re.compile(rf"[{_LETTER}]+(?:['’.][{_LETTER}]+)* *|[0-9]+(?:[.,][0-9]+)* *|[^\s0-9{_LETTER}] *| +")
"""Finds what `_BOUNDARY` finds, several times as fast, in text that holds nothing else (see `_IS_PLAIN`)."""
_IS_PLAIN = regex.compile(
    rf"(?:[{_LETTER}]++(?:['’.][{_LETTER}]++)*+(?![0-9])|[0-9]++(?:[.,][0-9]++)*+(?![{_LETTER}'’0-9])|"
    r"[ ,;!?()\[\]“”„«»–—…\"$%&*/|+=#@©•‘’‚‛‹›'-]|[.:](?![0-9]))*+"
)
_UNSPACED = regex.compile(
    r"(?V1)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]"
)
_WORD = regex.compile(r"(?V1)[\p{L}\p{N}]")
_MADE: dict[str, Token] = {}
_MADE_AT_MOST = 200_000
"""Distinct tokens remembered; a large archive has some 500,000, most of them rare."""
_MAY_JOIN = regex.compile(
    r"(?V1)(?<![\p{L}\p{M}])[\p{GCB=Extend}\p{GCB=SpacingMark}\p{GCB=ZWJ}]|[\u0e33\u0eb3\p{GCB=Prepend}]"
)
"""Signs of a grapheme cluster that a word border may cut: a mark on no letter, a vowel that Thai counts as a letter."""
_BREAKING = regex.compile(
    r"[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]+"
)
"""Unseen characters at which a word must not be cut. Those that belong to a grapheme cluster are not among them."""


_FLAGS = 32
"""Regional indicators, an even number, after which a longer run of them is cut: a border stands between two flags."""
_MANY_FLAGS = regex.compile(rf"[\U0001f1e6-\U0001f1ff]{{{_FLAGS}}}(?=[\U0001f1e6-\U0001f1ff])")
"""`_BOUNDARY` counts back to the first flag of a run from each of them: 100,000 cost minutes."""


_CHUNK = re.compile(" +|[^ ]+ *")
_ONE_WORD = re.compile("[A-Za-z]+ *")
_CHUNKS: dict[str, tuple[Token, ...]] = {}
_CHUNKS_AT_MOST = 100_000
"""Runs of text between spaces that are remembered: most of a text are those that others have too."""


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a block; `"".join(token.text ...)` is `text` again. Empty for an empty text."""
    tokens: list[Token] = []
    for chunk in _CHUNK.findall(text):
        known = _CHUNKS.get(chunk) or _chunk(chunk)
        if not known:
            return tuple([_MADE.get(piece) or _make(piece) for piece in _cut_whole(text)])
        tokens += known
    return tuple(tokens)


def _chunk(chunk: str) -> tuple[Token, ...]:
    """The tokens of a run between spaces; none for one whose text must be cut as a whole.

    A border stands at every space, so what is cut apart there is cut alike. Not where an unseen character may be
    moved to another token, or where what follows the space goes with it: a mark, or another kind of space.
    """
    if _ONE_WORD.fullmatch(chunk):
        tokens: tuple[Token, ...] = (_MADE.get(chunk) or _make(chunk),)
    elif _needs_whole(chunk):
        return ()
    else:
        tokens = tuple([_MADE.get(piece) or _make(piece) for piece in _cut_whole(chunk)])
    if len(_CHUNKS) < _CHUNKS_AT_MOST:
        _CHUNKS[chunk] = tokens
    return tokens


def _needs_whole(chunk: str) -> bool:
    # The two ways to cut a text differ in `Smith‘s`, and which is taken depends on all of it.
    if "‘" in chunk[1:]:
        return True
    if chunk[0].isspace() or unicodedata.category(chunk[0])[0] in "MC":
        return True
    return bool(UNSEEN.search(chunk)) or bool(_MAY_JOIN.search(chunk))


def _cut_whole(text: str) -> list[str]:
    if _IS_PLAIN.fullmatch(text):
        return _PLAIN.findall(text)
    if UNSEEN.search(text):
        return _with_unseen(_with_space(_back_in(text, _pieces(_BREAKING.sub("", text)))))
    return _with_space(_pieces(text))


def _make(piece: str) -> Token:
    """The token of a piece of text, one object for all its occurrences."""
    token = Token(piece, sys.intern(key_of(piece)))
    if len(_MADE) < _MADE_AT_MOST:
        _MADE[piece] = token
    return token


_WORD_KEYS: dict[str, bool] = {}


def is_word_key(key: str) -> bool:
    """Whether the token of this key is a word or number."""
    known = _WORD_KEYS.get(key)
    if known is None:
        known = bool(_WORD.search(key))
        if len(_WORD_KEYS) < _MADE_AT_MOST:
            _WORD_KEYS[key] = known
    return known


def word_keys(keys: Iterable[str]) -> tuple[bool, ...]:
    """The same of each key."""
    known = _WORD_KEYS.get
    return tuple([found if (found := known(key)) is not None else is_word_key(key) for key in keys])


def count_words(tokens: Iterable[Token]) -> int:
    """How many of the tokens are words or numbers."""
    return sum(1 for token in tokens if is_word_key(token.key))


class _Counted(dict[str, int]):
    """How many words stand in a run between spaces, worked out when it is first asked for."""

    def __missing__(self, chunk: str) -> int:
        if _WORD_AND_MARKS.fullmatch(chunk):
            count = 1
        elif not chunk:
            count = 0
        elif "‘" not in chunk and _IS_PLAIN.fullmatch(chunk):
            count = len(_PLAIN_WORD.findall(chunk))
        elif _needs_whole(chunk):
            count = _NOT_APART
        else:
            count = sum(is_word_key(key_of(piece)) for piece in _cut_whole(chunk))
        if len(self) < _COUNTED_AT_MOST:
            self[chunk] = count
        return count


_WORD_AND_MARKS = re.compile('["(]?[A-Za-z]+[,;.!?)"]*')
_PLAIN_WORD = re.compile(rf"[{_LETTER}]+(?:['’.][{_LETTER}]+)*|[0-9]+(?:[.,][0-9]+)*")
_COUNTED_AT_MOST = 100_000
_NOT_APART = -1_000_000_000
"""Of a run whose text must be cut as a whole."""
_COUNTED = _Counted()


def words_in(text: str) -> int:
    """How many of the tokens of a text are words or numbers; twenty times as fast as making them."""
    count = sum(map(_COUNTED.__getitem__, text.split(" ")))
    return count if count >= 0 else count_words(tokenize(text))


def _pieces(text: str) -> list[str]:
    pieces = _cut(text)
    return _whole_clusters(text, pieces) if _MAY_JOIN.search(text) else pieces


def _whole_clusters(text: str, pieces: list[str]) -> list[str]:
    """The pieces, joined where a word border falls inside a grapheme cluster, such as a colon with an accent."""
    borders = {found.end() for found in CLUSTER.finditer(text)}
    whole: list[str] = []
    at, open_piece = 0, False
    for piece in pieces:
        if open_piece:
            whole[-1] += piece
        else:
            whole.append(piece)
        at += len(piece)
        open_piece = at not in borders
    return whole


def _cut(text: str) -> list[str]:
    pieces: list[str] = []
    for piece in _between_words(text):
        if _UNSPACED.search(piece):
            pieces.extend(CLUSTER.findall(piece))
        elif ":" in piece:
            # UAX #29 lets a colon stand inside a word, for Swedish; in scraped headlines it glues two words together.
            pieces.extend(part for part in regex.split("(:)", piece) if part)
        elif piece:
            pieces.extend(_marks(piece))
    return pieces


def _between_words(text: str) -> list[str]:
    """The text cut at every border of words."""
    if len(text) <= _FLAGS or not (ends := [flags.end() for flags in _MANY_FLAGS.finditer(text)]):
        return list(_BOUNDARY.split(text))
    parts = [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    return [piece for part in parts for piece in _BOUNDARY.split(part)]


def _marks(piece: str) -> Iterable[str]:
    """Marks that stand together are tokens of their own; a run of spaces is one."""
    if len(piece) == 1:
        return (piece,)
    if _WORD.search(piece):
        return _without_elision(piece)
    return (piece,) if piece.isspace() else CLUSTER.findall(piece)


def _without_elision(piece: str) -> Iterable[str]:
    """An apostrophe before a word is a mark of its own: `regex` leaves it on words that begin with a vowel."""
    return (piece[0], piece[1:]) if piece[0] in "'’‘" and len(piece) > 1 else (piece,)


def _with_space(pieces: list[str]) -> list[str]:
    """Attaches each run of spaces to the piece before it."""
    joined: list[str] = []
    for piece in pieces:
        if joined and piece.isspace():
            joined[-1] += piece
        elif piece:
            joined.append(piece)
    return joined


def _back_in(text: str, pieces: list[str]) -> list[str]:
    """The pieces of a text from which unseen characters were taken, with these put back where they stood.

    Between two pieces they go to the one before, after a space to the one that follows: an override belongs to the
    words that it turns.
    """
    whole: list[str] = []
    at = 0
    for piece in pieces:
        start = at
        while (found := _BREAKING.match(text, at)) is not None:
            at = found.end()
        lead, start = text[start:at], at
        if lead and whole and not whole[-1][-1:].isspace():
            whole[-1] += lead
            lead = ""
        for _ in piece:
            while (found := _BREAKING.match(text, at)) is not None:
                at = found.end()
            at += 1
        whole.append(lead + text[start:at])
    if whole and at < len(text):
        whole[-1] += text[at:]
    return whole or [text]


def _with_unseen(pieces: list[str]) -> list[str]:
    """Attaches what is nothing but unseen characters and spaces to the piece before it."""
    joined: list[str] = []
    for piece in pieces:
        if joined and (not key_of(piece) or not (key_of(joined[-1]) or joined[-1].isspace())):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined
