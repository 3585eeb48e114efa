"""Where words begin in scripts that put no spaces between them, by ICU's dictionaries.

Tokens of these scripts are grapheme clusters (see tokens.py), which is right to align them and wrong to quote them: an
edit is widened to whole words before it is shown. Where a dictionary knows no better, a word is one cluster.

Not taken: jieba, pythainlp, janome, laonlp and khmer-nltk, one for each language, and none for Burmese.
"""

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate

from sitegen.text.clusters import CLUSTER
from sitegen.text.languages import primary_of
from sitegen.text.patterns import late_pattern, late_re

_UNSPACED = late_pattern(
    r"(?V1)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]"
)


_MAY_BE_UNSPACED = late_re(r"[^\u0000-\u0dff\u2000-\u206f]")
"""Any letter that `_UNSPACED` finds, and more: of most texts in Latin letters it soon says that they have none."""


@lru_cache(maxsize=256)
def word_borders(text: str, language: str = "und") -> tuple[int, ...]:
    """Offsets in `text` at which a word, a run of spaces or a mark begins, 0 first and its length last.

    None falls inside a grapheme cluster. Empty for an empty text, and for one in none of the scripts without spaces:
    there every token is a word.
    """
    if text.isascii() or not (_MAY_BE_UNSPACED.search(text) and _UNSPACED.search(text)):
        return ()
    # Imported late: the library is 40 MB, and most archives need none of it.
    from icu4py.breakers import WordBreaker

    clusters = {0, *(found.end() for found in CLUSTER.finditer(text))}
    ends = [end for _, end in WordBreaker(text, primary_of(language)).segments()]
    if text and max(text) > "\uffff":
        # ICU counts in UTF-16, in which a sign beyond the basic plane is two.
        places = [0, *accumulate(1 + (char > "\uffff") for char in text)]
        index_of = {place: index for index, place in enumerate(places)}
        ends = [index_of[end] for end in ends if end in index_of]
    return (0, *(end for end in ends if end in clusters))


def widened(text: str, start: int, end: int, language: str = "und") -> tuple[int, int]:
    """The range of whole words that a range of characters touches; the range itself in scripts with spaces."""
    borders = word_borders(text, language)
    if not borders or start >= end:
        return (start, end)
    return (borders[bisect_right(borders, start) - 1], borders[bisect_left(borders, end)])
