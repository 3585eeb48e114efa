"""Prepares a text to stand inside our own sentences: in one line, shortened, isolated, never marks within marks.

Knows no language: catalogues.py says which marks a language puts around it.
"""

import re
import unicodedata
from functools import lru_cache

import regex

from sitegen.text.clusters import CLUSTER
from sitegen.text.invisible import tamed
from sitegen.text.places import UNSEEN

FIRST_STRONG, POP = "\u2068", "\u2069"
"""Unicode's isolates (UAX #9): what stands between them cannot turn the sentence around it. They are plain text, so the
same sentence is right in JSON, in a feed and in a page, where `<bdi>` would reach the page alone."""
_BIDI = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
"""Taken out of a text that is quoted: a stray one would end the isolate. What deceives is written out before."""
_OPENING, _DOUBLE = "“„‟«〝", re.compile('[“”„‟«»〝〞〟"]')
_LOOSE = " ,;:،؛，、；：\u00a0"
_ENDS = frozenset(".!?…")
_ENDED = regex.compile(r"^[.!?…]+\s+")
"""The end of a sentence whose words are not part of the text."""
_SENTENCE = 4
"""Words from which on a full stop at the end is that of a sentence, and not of an abbreviation."""
_IS_CLUSTER_EACH = regex.compile(
    r"[ -~\u00a0-\u02ff\u0391-\u03ff\u0410-\u044f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*+"
)
"""Texts of letters and marks each of which is a grapheme cluster by itself (UAX #29), as in most that are quoted."""
_CLUSTER_LONGEST = 16
"""Code points of the longest character that is writing: families of emoji have up to eleven."""
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def inset(text: str, most: int, *, inner: tuple[str, str] = ("‘", "’"), rtl: bool = False) -> str:
    """The text as it stands between quotation marks, in at most about `most` characters, its middle left out.

    Its own double marks become `inner`. It is isolated where its direction could upset a sentence that runs from left
    to right, and in one that runs from right to left (`rtl`) always.
    """
    if text.isascii() and text.isprintable():
        # Nothing in it is unseen, or turns it around.
        text = " ".join(text.split())
        if '"' in text:
            text = _DOUBLE.sub(lambda found: _inner(found, inner), text)
        text = text if len(text) <= most else shortened_inside(text, most)
        return isolated(text, rtl=rtl) if rtl else text
    if UNSEEN.search(text):
        text = tamed(text).translate(_BIDI)
    text = " ".join(text.split())
    text = _DOUBLE.sub(lambda found: _inner(found, inner), text)
    return isolated(shortened_inside(text, most), rtl=rtl)


def trimmed(text: str) -> str:
    """Without the marks at its ends that belong to what stands around it: `, the office said`, `he said. “`."""
    words = text.strip(_LOOSE)
    if words[:1] in _ENDS:
        words = str(_ENDED.sub("", words))
    if not words[:1].isalnum() and not any(map(str.isalnum, words)):
        return text
    if words.endswith(".") and len(words.split()) >= _SENTENCE:
        words = words[:-1].rstrip(_LOOSE)
    if words.isascii() and '"' not in words:
        return words
    marks = _DOUBLE.findall(words)
    if len(marks) == 1 and marks[0] in (words[0], words[-1]):
        words = words.strip(marks[0]).strip(_LOOSE)
    return words


def shortened_inside(text: str, most: int) -> str:
    """The text in at most about `most` characters: its middle left out between words, else between characters.

    A character is a grapheme cluster, so that no accent, vowel sign or flag is cut.
    """
    if len(text) <= most:
        return text
    half = most // 2
    if text.isascii() or _IS_CLUSTER_EACH.fullmatch(text):
        start, end = text[:half], text[-half:]
    else:
        # A window is enough: what lies between is left out anyway, and a text may be very long.
        window = _CLUSTER_LONGEST * most
        clusters = CLUSTER.findall(text[:window])
        if len(text) <= window and len(clusters) <= most:
            return text
        start = _joined(clusters[:half])
        end = _joined(CLUSTER.findall(text[-window:])[-half:])
    return f"{start.rsplit(' ', 1)[0].rstrip()} … {end.split(' ', 1)[-1].lstrip()}".strip()


def _joined(clusters: list[str]) -> str:
    """Without characters that carry so many marks that they are no writing: they would be all that is seen."""
    return "".join(one for one in clusters if len(one) <= _CLUSTER_LONGEST)


def isolated(text: str, *, rtl: bool = False) -> str:
    """A name as it stands in our sentence, kept from turning it around, or from being turned."""
    return f"{FIRST_STRONG}{text.translate(_BIDI)}{POP}" if rtl or turns_around(text) else text


def turns_around(text: str) -> bool:
    """Whether it holds a character that is written from right to left."""
    return not text.isascii() and any(_direction(char) in _RIGHT_TO_LEFT for char in text)


def without_isolates(text: str) -> str:
    """The text without isolates, for what does not know them: most terminals."""
    return text.replace(FIRST_STRONG, "").replace(POP, "")


@lru_cache(maxsize=10_000)
def _direction(char: str) -> str:
    return unicodedata.bidirectional(char)


def _inner(found: re.Match[str], inner: tuple[str, str]) -> str:
    """The inner mark for a double one. Languages disagree on which of them opens, so the spaces around it decide."""
    text, mark = found.string, found.group()
    before = found.start() == 0 or text[found.start() - 1].isspace() or text[found.start() - 1] in "([{—–-"
    after = found.end() == len(text) or text[found.end()].isspace()
    opens = before if before != after else mark in _OPENING
    return inner[0 if opens else 1]
