"""Cuts text into tokens, losslessly. Knows nothing of comparing; keys.py says what counts as equal.

Words follow UAX #29 (Unicode word boundaries); Han, kana, Thai, Lao, Khmer and Burmese, which do not put spaces between
words, are cut into grapheme clusters. A token carries the space that follows it, so the tokens of a block, joined,
are the block. Unseen characters make no tokens: a word with a zero-width space in it is one word, as it is to the eye.
A character reference is cut as what it stands for; a word broken at the end of a line is one word, and so is one of
which an editor wrote a part in brackets.

Tokens are cut alike in every language; their keys are those of the text's own.
"""

import sys
import unicodedata
from collections.abc import Iterable, Iterator

import regex

from sitegen.model import Token
from sitegen.text.clusters import CLUSTER
from sitegen.text.entities import decoded, decoded_with_ends, has_references
from sitegen.text.keys import EDITED, fold, key_of, keyed_as
from sitegen.text.patterns import late_pattern, late_re
from sitegen.text.places import UNSEEN

_BOUNDARY = late_pattern(r"(?V1w)\b")
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
"""Precomposed Latin letters: of one script, of one word-break class, no cluster of two."""
_PLAIN = late_re(
    rf"(?:[{_LETTER}]\.)+[{_LETTER}]\.(?![.{_LETTER}]) *|"
    rf"[{_LETTER}]+(?:['’.][{_LETTER}]+)* *|[0-9]+(?:[.,][0-9]+)* *|[^\s0-9{_LETTER}] *| +"
)
"""Finds what `_BOUNDARY` finds, several times as fast, in text that holds nothing else (see `_IS_PLAIN`)."""
_IS_PLAIN = late_pattern(
    rf"(?:[{_LETTER}]++(?:['’.][{_LETTER}]++)*+(?![0-9])|[0-9]++(?:[.,][0-9]++)*+(?![{_LETTER}'’0-9])|"
    r"[ ,;!?()\[\]“”„«»–—…\"$%&*/|+=#@©•‘’‚‛‹›'-]|[.:](?![0-9]))*+"
)
_UNSPACED = late_pattern(
    r"(?V1)[[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]--\p{Nd}]"
)
"""Letters of scripts without spaces; their digits make numbers, as all digits do."""
_NIKHAHITS = late_pattern("[\u0e4d\u0ecd][\u0e48-\u0e4b\u0ec8-\u0ecb]?$")
_AA = frozenset("\u0e32\u0eb2")
"""With a nikhahit before it, a vowel that Thai and Lao may type in two signs (ํา for ำ)."""
_WORD = late_pattern(r"(?V1)[\p{L}\p{N}]")
_MADE_AT_MOST = 200_000
"""Distinct tokens remembered; a large archive has some 500,000, most of them rare."""
_MAY_JOIN = late_pattern(
    r"(?V1)(?<![\p{L}\p{M}])[\p{GCB=Extend}\p{GCB=SpacingMark}\p{GCB=ZWJ}]|[\u0e33\u0eb3\p{GCB=Prepend}]"
)
"""Signs of a grapheme cluster that a word border may cut: a mark on no letter, a vowel that Thai counts as a letter."""
_BREAKING = late_pattern(
    r"[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]+"
)
"""Unseen characters at which a word must not be cut. Those that belong to a grapheme cluster are not among them."""


_FLAGS = 32
"""Regional indicators, an even number, after which a longer run of them is cut: a border stands between two flags."""
_MANY_FLAGS = late_pattern(rf"[\U0001f1e6-\U0001f1ff]{{{_FLAGS}}}(?=[\U0001f1e6-\U0001f1ff])")
"""`_BOUNDARY` counts back to the first flag of a run from each of them: 100,000 cost minutes."""


_CHUNK = late_re(" +|[^ ]+ *")
_ONE_WORD = late_re("[A-Za-z]+ *")
_CHUNKS_AT_MOST = 100_000
"""Runs of text between spaces that are remembered: most of a text are those that others have too."""


class _Made(dict[str, Token]):
    """The tokens of one language by their text, one object for all occurrences; those of several others are apart."""

    def __init__(self, primary: str) -> None:
        self.primary = primary
        self.chunks: dict[str, tuple[Token, ...]] = {}

    def __missing__(self, piece: str) -> Token:
        token = Token(piece, sys.intern(fold(piece, self.primary)))
        if len(self) < _MADE_AT_MOST:
            self[piece] = token
        return token


_MADE: dict[str, _Made] = {}
"""By the language as `keyed_as` names it."""


def tokenize(text: str, language: str = "und") -> tuple[Token, ...]:
    """The tokens of a block; `"".join(token.text ...)` is `text` again. Empty for an empty text."""
    primary = keyed_as(language)
    made = _MADE.get(primary)
    if made is None:
        made = _MADE[primary] = _Made(primary)
    chunks = made.chunks
    tokens: list[Token] = []
    for chunk in _CHUNK.findall(text):
        known = chunks.get(chunk) or _chunk(chunk, made)
        if not known:
            return tuple(map(made.__getitem__, _cut_whole(text)))
        tokens += known
    return tuple(tokens)


def _chunk(chunk: str, made: _Made) -> tuple[Token, ...]:
    """The tokens of a run between spaces; none for one whose text must be cut as a whole.

    A border stands at every space, so what is cut apart there is cut alike. Not where an unseen character may be
    moved to another token, or where what follows the space goes with it: a mark, or another kind of space.
    """
    if _ONE_WORD.fullmatch(chunk):
        tokens: tuple[Token, ...] = (made[chunk],)
    elif _needs_whole(chunk):
        return ()
    else:
        tokens = tuple(map(made.__getitem__, _cut_whole(chunk)))
    if len(made.chunks) < _CHUNKS_AT_MOST:
        made.chunks[chunk] = tokens
    return tokens


def _needs_whole(chunk: str) -> bool:
    if "&" in chunk:
        chunk = decoded(chunk)
    # The two ways to cut a text differ in `Smith‘s`, and which is taken depends on all of it.
    if "‘" in chunk[1:]:
        return True
    if ("-" in chunk or "\n" in chunk) and _MAY_BREAK.search(chunk):
        return True
    if chunk[0].isspace() or unicodedata.category(chunk[0])[0] in "MC":
        return True
    return bool(UNSEEN.search(chunk)) or bool(not chunk.isascii() and _MAY_JOIN.search(chunk))


def _cut_whole(text: str) -> list[str]:
    pieces = _cut_as_written(text)
    if "[" in text and EDITED.search(text):
        pieces = list(_with_edited(pieces))
    return list(_unglued(pieces)) if "." in text and _GLUED.search(text) else pieces


def _with_edited(pieces: list[str]) -> Iterator[str]:
    """The pieces, those of a word of which an editor wrote a part joined: `[w]e`, `want[ed]`."""
    at, held = 0, ""
    words = EDITED.finditer("".join(pieces))
    word = next(words, None)
    for piece in pieces:
        at += len(piece)
        held += piece
        while word and word.end() <= at:
            word = next(words, None)
        if not (word and word.start() < at):
            yield held
            held = ""


def _unglued(pieces: list[str]) -> Iterator[str]:
    """The pieces, one of a sentence's end and the next one's beginning cut: `politics.Under`, of a lost line."""
    for piece in pieces:
        before, mark, behind = piece.partition(".")
        word = behind.rstrip().replace("’", "").replace("'", "")
        is_glued = before.isalpha() and word.isalpha() and _GLUED.search(piece)
        if is_glued and word.casefold() not in _ENDS_OF_HOSTS:
            yield from (before, mark, behind)
        else:
            yield piece


def _cut_as_written(text: str) -> list[str]:
    if _IS_PLAIN.fullmatch(text):
        if "&" not in text or not has_references(text):
            pieces = _PLAIN.findall(text)
            return _joined_lines(pieces) if "- " in text else pieces
    elif "&" not in text or not has_references(text):
        return _joined_lines(_cut_plain(text)) if "\n" in text or "- " in text else _cut_plain(text)
    return _cut_references(text)


def _cut_references(text: str) -> list[str]:
    """The pieces of a text with character references, cut as what they stand for."""
    plain, ends = decoded_with_ends(text)
    pieces: list[str] = []
    at = start = 0
    for piece in _cut_whole(plain) if not has_references(plain) else _cut_plain(plain):
        at += len(piece)
        # One reference may stand for two characters, between which no border can be.
        if ends[at - 1] > start and (at == len(ends) or ends[at] > ends[at - 1]):
            pieces.append(text[start : ends[at - 1]])
            start = ends[at - 1]
    return pieces


def _cut_plain(text: str) -> list[str]:
    if UNSEEN.search(text):
        return _with_unseen(_with_space(_back_in(text, _pieces(_BREAKING.sub("", text)))))
    return _with_space(_pieces(text))


def _joined_lines(pieces: list[str]) -> list[str]:
    """The pieces, those of a word that was broken at the end of a line joined: `con-`, `tractor`.

    A line that was joined to the next has left a space: `con- tractor`. Not where the hyphen would be there anyhow:
    `well-known`, `mother-in-law`, `pre- and post-war`.
    """
    joined: list[str] = []
    for at, piece in enumerate(pieces):
        if (joined and _ENDS_BROKEN.search(joined[-1]) and _GOES_ON.match(piece)) or (
            0 < at < len(pieces) - 1
            and _BREAKS.fullmatch(piece)
            and _FIRST_PART.fullmatch(joined[-1])
            and _GOES_ON.match(pieces[at + 1])
            and joined[-1].lower() not in _HYPHENED
            and pieces[at + 1].rstrip() not in _JOINING_WORDS
            and (at < 2 or pieces[at - 2] not in _HYPHENS)
        ):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


_GLUED = late_pattern(r"(?<=\p{Ll}\p{Ll})\.(?=\p{Lu})")
"""The mark between two words of which the first ends a sentence; begun at a letter, a search would take a square."""
_ENDS_OF_HOSTS = frozenset([
    "app", "biz", "blog", "co", "com", "de", "edu", "es", "eu", "fm", "fr", "gov", "info", "io", "it", "js", "me",
    "net", "news", "online", "org", "ru", "tv", "uk", "us",
])  # fmt: skip
"""What follows a full stop in the name of a site or a program, which titles write with a capital: `Booking.Com`."""
_BREAKS = late_pattern(r"[-‐\u00ad](?:[ \t]*\r?\n\s*| )$")
"""A hyphen at the end of a line."""
_MAY_BREAK = late_pattern(r"[\p{L}\p{M}][-‐\u00ad](?:[ \t]*\r?\n\s*| ?)$")
_ENDS_BROKEN = late_pattern(r"\p{L}(?:[-‐\u00ad][ \t]*\r?\n\s*|[-‐] )$")
_FIRST_PART = late_pattern(r"[\p{L}\p{M}’']{2,}")
_JOINING_WORDS = frozenset(
    """
    a an and as at but by for from he if in is it nor not of on or plus rather she than that the then they through
    to versus vs was we were which who with und oder bis sowie wie als et ou y o e u en of tot og och eller i a
    oraz lub и или
    """.split()  # noqa: SIM905
)
"""What follows a hyphen that stands for the rest of another word, or one that was meant for a dash."""
_GOES_ON = late_pattern(r"\p{Ll}")
_HYPHENS = frozenset("-‐")
_HYPHENED = frozenset(
    """
    well ill self non ex anti semi half long short high low full part so co cross all two three four five six
    seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety vice old new first second
    third
    """.split()  # noqa: SIM905
)
"""First parts that mostly keep their hyphen, so that it was no break of a word."""


_WORD_KEYS: dict[str, bool] = {}


def is_word_key(key: str) -> bool:
    """Whether the token of this key is a word or number."""
    known = _WORD_KEYS.get(key)
    if known is None:
        # A key of a label or a mark begins with a control character (see tokenized.py).
        known = key[:1] != "\x01" and bool(_WORD.search(key))
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
        elif "‘" not in chunk and "&" not in chunk and chunk[-1] != "-" and _IS_PLAIN.fullmatch(chunk):
            count = len(_PLAIN_WORD.findall(chunk))
        elif _needs_whole(chunk):
            count = _NOT_APART
        else:
            count = sum(is_word_key(key_of(piece)) for piece in _cut_whole(chunk))
        if len(self) < _COUNTED_AT_MOST:
            self[chunk] = count
        return count


_WORD_AND_MARKS = late_re('["(]?[A-Za-z]+[,;.!?)"]*')
_PLAIN_WORD = late_re(rf"[{_LETTER}]+(?:['’.][{_LETTER}]+)*|[0-9]+(?:[.,][0-9]+)*")
_COUNTED_AT_MOST = 100_000
_NOT_APART = -1_000_000_000
"""Of a run whose text must be cut as a whole."""
_COUNTED = _Counted()


def words_in(text: str) -> int:
    """How many of the tokens of a text are words or numbers; twenty times as fast as making them."""
    count = sum(map(_COUNTED.__getitem__, text.split(" ")))
    return count if count >= 0 else count_words(tokenize(text))


def _pieces(text: str) -> list[str]:
    pieces = _with_points(_cut(text)) if "." in text else _cut(text)
    if "\u0e4d" in text or "\u0ecd" in text:
        pieces = _with_vowels(pieces)
    return _whole_clusters(text, pieces) if _MAY_JOIN.search(text) else pieces


_POINTED = late_pattern(r"(?:\p{L}\p{M}*\.)+\p{L}\p{M}*")


def _with_points(pieces: list[str]) -> list[str]:
    """The pieces, the last point of an abbreviation such as U.S. joined to it; not the first of an ellipsis.

    A sentence that ends there has no mark of its own: the point is both.
    """
    joined: list[str] = []
    for at, piece in enumerate(pieces):
        ends = piece == "." and joined and _POINTED.fullmatch(joined[-1]) and pieces[at + 1 : at + 2] != ["."]
        if ends:
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def _with_vowels(pieces: list[str]) -> list[str]:
    """The pieces, those of a vowel of two signs joined."""
    joined: list[str] = []
    for piece in pieces:
        if joined and piece[0] in _AA and _NIKHAHITS.search(joined[-1]):
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


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
            pieces.extend(mark for part in regex.split("(:)", piece) if part for mark in _marks(part))
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
