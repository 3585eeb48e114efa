"""Text for a terminal: how wide it is, where its lines break, what must not reach it. Knows nothing of comparing.

Columns are counted by grapheme cluster: two for Chinese, Japanese, Korean and emoji, none for marks and format
characters. Nothing that a terminal obeys leaves here but the colours that are put in.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

import regex

from sitegen.frozen import dataclass
from sitegen.text.catalogues import ENGLISH
from sitegen.text.clusters import CLUSTER
from sitegen.text.places import UNSEEN, odd_places

LOOKS = {
    "": "",
    "bold": "\x1b[1m",
    "soft": "\x1b[2m",
    "gone": "\x1b[31;9m",
    "new": "\x1b[32;4m",
    "gone whole": "\x1b[31m",
    "new whole": "\x1b[32m",
    "gone matters": "\x1b[1;33;9m",
    "new matters": "\x1b[1;33;4m",
    "gone quiet": "\x1b[2;9m",
    "new quiet": "\x1b[2;4m",
    "whisper": "\x1b[2m",
    "moved gone": "\x1b[35m",
    "moved new": "\x1b[35m",
    "repeated": "\x1b[2m",
    "matters": "\x1b[1;33m",
    "moved": "\x1b[35m",
    "sign": "\x1b[7;33m",
}
"""What each look is told the terminal as. Struck, underlined and bold besides, for those who see no colour; a whole
paragraph, whose label says that it stands alone, is neither: it is to be read."""
_END = "\x1b[0m"
_PICTURE = regex.compile(r"(?V1)\p{Extended_Pictographic}")
_WORD_OR_SPACE = regex.compile(r"\s+|\S+")
_FULL = regex.compile(
    r"(?V1)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]\p{M}*+"
    r"[\p{Pe}\p{Pf}\u3001\u3002\uff0c\uff0e\uff01\uff1f\uff1a\uff1b\u30fc]*+|[^\p{Script=Han}\p{Script=Hiragana}"
    r"\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]++"
)
"""A character between which and the next a line may break, with the marks that must not begin one; or other text."""
_UNSAFE_IN_JSON = regex.compile(r"(?V1)[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]--[\n]]")
"""Controls, formats (directions, joiners, tags), surrogates and separators. A line feed is the JSON's own."""
_KEPT = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one look."""

    text: str
    look: str = ""
    """A key of LOOKS."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line as it is printed."""

    text: str
    columns: int


def columns_of(text: str) -> int:
    """Columns a terminal gives the text."""
    return len(text) if text.isascii() else sum(map(_columns, CLUSTER.findall(text)))


@lru_cache(maxsize=8192)
def _columns(cluster: str) -> int:
    first = cluster[0]
    if "\ufe0f" in cluster or (len(cluster) > 1 and ("\u200d" in cluster[1:] or first >= "\U0001f1e6")):
        return 2 if _PICTURE.match(first) or "\u20e3" in cluster or "\U0001f1e6" <= first <= "\U0001f1ff" else 1
    return min(2, sum(map(_char_columns, cluster))) if unicodedata.category(first) != "Mc" else 1


def _char_columns(char: str) -> int:
    if "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7ff":
        return 0
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def safe(text: str) -> str:
    """The text without what a terminal obeys or gets wrong: controls are written out, format characters left out.

    Joiners and selectors that are in their place stay, since letters and emoji are drawn by them.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\n", " ").replace("\t", " ")
    odd = odd_places(text)
    return "".join(_safe(char, position in odd) for position, char in enumerate(text))


def _safe(char: str, odd: bool) -> str:
    if unicodedata.category(char) in ("Cc", "Cs", "Cn", "Co", "Zl", "Zp"):
        return f"‹U+{ord(char):04X}›"
    if unicodedata.category(char) == "Zs":
        return "\u3000" if char == "\u3000" else " "
    if not UNSEEN.match(char):
        return char
    if unicodedata.category(char) == "Cf" and char not in _KEPT and not "\U000e0020" <= char <= "\U000e007f":
        return ""
    return "" if odd else char


def safe_json(text: str) -> str:
    """JSON with every character in it escaped that a terminal obeys or that turns text around; equal when parsed."""
    return text if text.isascii() and "\x7f" not in text else _UNSAFE_IN_JSON.sub(_escaped, text)


def _escaped(match: "regex.Match[str]") -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))


def paint(text: str, look: str, colour: bool) -> str:
    """The text with its look, where there is colour."""
    return f"{LOOKS[look]}{text}{_END}" if colour and look and text else text


def wrapped(pieces: Iterable[Piece], width: int, colour: bool) -> list[Row]:
    """The pieces in lines of at most `width` columns; a word longer than a line is cut between its clusters."""
    rows: list[Row] = []
    line: list[Piece] = []
    used = 0

    def end() -> None:
        nonlocal line, used
        while line and line[-1].text.isspace():
            used -= columns_of(line.pop().text)
        rows.append(_row(line, used, colour))
        line, used = [], 0

    for word, space in _words(pieces):
        size = sum(columns_of(part.text) for part in word)
        if used and used + size > width:
            end()
        for part in word if size <= width else _cut(word, width):
            if used + columns_of(part.text) > width:
                end()
            line.append(part)
            used += columns_of(part.text)
        if space and used:
            line.append(space)
            used += 1
    if line:
        end()
    return rows


def _row(line: list[Piece], used: int, colour: bool) -> Row:
    parts = [
        paint("".join(piece.text for piece in group), look, colour)
        for look, group in groupby(line, key=lambda piece: piece.look)
    ]
    return Row("".join(parts), used)


def _words(pieces: Iterable[Piece]) -> Iterator[tuple[list[Piece], Piece | None]]:
    """Words, each of one or more pieces that stand together, with the space after each."""
    word: list[Piece] = []
    for piece in pieces:
        for part in _WORD_OR_SPACE.findall(piece.text):
            if part.isspace() and part != "\u3000":
                yield word, Piece(" ", piece.look)
                word = []
                continue
            for position, atom in enumerate(_FULL.findall(part)):
                if (
                    word
                    and (position or _FULL_WIDTH.match(atom))
                    and not (_CLOSES.match(atom) or _OPENS.search(word[-1].text))
                ):
                    yield word, None
                    word = []
                word.append(Piece(atom, piece.look))
    if word:
        yield word, None


_FULL_WIDTH = regex.compile(r"(?V1)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]")
_OPENS = regex.compile(r"(?V1)[\p{Ps}\p{Pi}]$")
_CLOSES = regex.compile(r"(?V1)[\p{Pe}\p{Pf}\u3001\u3002\uff0c\uff0e\uff01\uff1f\uff1a\uff1b\u30fc\-+~]")


def _cut(word: Iterable[Piece], width: int) -> Iterator[Piece]:
    """The clusters of a word that is longer than a line, as many as fit a line together."""
    for piece in word:
        part, size = "", 0
        for cluster in CLUSTER.findall(piece.text):
            wide = columns_of(cluster)
            if size + wide > width // 2 and part:
                yield Piece(part, piece.look)
                part, size = "", 0
            part, size = part + cluster, size + wide
        yield Piece(part, piece.look)


def plural(count: int, singular: str, many: str = "") -> str:
    """`1 copy`, `2 copies`: for a terminal, which is English."""
    return f"{ENGLISH.number(count)} {singular if count == 1 else many or singular + 's'}"
