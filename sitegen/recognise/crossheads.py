"""Crossheads: a short line that the outlet set between paragraphs. Pull quotes: words set large that stand again in
a quotation of the text.

Both are judged by what surrounds them, and err on the side of text: a crosshead taken for a paragraph costs a word or
two, a paragraph taken for a crosshead hides what was said.
"""

from collections import defaultdict
from collections.abc import Sequence

from sitegen.model import Block
from sitegen.recognise.shapes import ends_sentence, is_headline_in_capitals, is_prose, is_wide
from sitegen.text.patterns import late_pattern

_LONGEST = 60
_MOST_WORDS = 8
_MOST_WORDS_OF_HEADING = 9
_LONGEST_WIDE = 18
"""Characters of a crosshead in a script that sets no spaces."""
_LONGEST_IN_CAPITALS, _FEWEST_IN_CAPITALS = 160, 3
"""Characters and words of a line in capitals, which may be longer: the headline of another article."""
_ENDS_OPEN = late_pattern(r"(?V1)[:;,،؛：；、，–—\p{Pd}…/|]$")
_NO_CROSSHEAD = late_pattern(r"(?V1)https?:|www\.|@|#\w|\.com\b|[<>{}=]|^\p{Pd}|^[*•]|\d[%)]*$")
_OPENS = "“\"'‘«„「『"
_CLOSES = "”\"'’»“」』"
_QUOTED = late_pattern(
    r"(?V1)“([^“”]{12,2000})”|\"([^\"]{12,2000})\"|«([^«»]{12,2000})»|„([^„“”]{12,2000})[“”]|「([^「」]{8,2000})」"
)
_WORDS = late_pattern(r"(?V1)[\p{L}\p{M}\p{N}]+")
_ATTRIBUTION = late_pattern(r"(?V1)[”\"»“」]?\s{0,4}[\p{Pd}]\s{0,4}\p{L}[^“”\"]{1,60}$")
_LONGEST_PULLED = 320
_LONGEST_UNMARKED = 160
"""Characters of a pull quote without quotation marks."""
_FEWEST_PULLED = 4
"""Words of a pull quote."""
_KEY = 3
"""Words by which the quotations of a text are looked up."""
_MOST_PLACES = 20
"""Places in quotations at which a pull quote is looked for: the work stays linear where a text repeats itself."""


def crossheads(blocks: Sequence[Block], indexes: Sequence[int]) -> frozenset[int]:
    """Those of `indexes`, blocks of running text and headings in reading order, that are crossheads."""
    first = next((place for place, index in enumerate(indexes) if blocks[index].role != "heading"), 0)
    return frozenset(
        index
        for before, index, after in zip(indexes[first:], indexes[first + 1 :], indexes[first + 2 :], strict=False)
        if _is_short_heading(blocks[index]) or _is_crosshead(blocks[before], blocks[index], blocks[after])
    )


def _is_short_heading(block: Block) -> bool:
    """Whether a heading has no more words than a crosshead; a longer one may be a sentence that lost its full stop."""
    text = block.text
    few = _is_short_wide(text) if is_wide(text) else len(text.split()) <= _MOST_WORDS_OF_HEADING
    return (
        block.role == "heading"
        and not _NO_CROSSHEAD.search(block.text)
        and (few or is_headline_in_capitals(block.text))
    )


def _is_short_wide(text: str) -> bool:
    return len(text) <= _LONGEST_WIDE and not any(mark in text for mark in "，。、；")


def _is_crosshead(before: Block, block: Block, after: Block) -> bool:
    """Whether a line is printed like a heading between two paragraphs that are surely whole."""
    if block.role != "paragraph" or before.role != "paragraph" or after.role != "paragraph":
        return False
    if not (is_prose(before.text) and ends_sentence(before.text) and is_prose(after.text)):
        return False
    return (_is_short_line(block.text) or _is_headline(before, block, after)) and not after.text[0].islower()


def _is_headline(before: Block, block: Block, after: Block) -> bool:
    """Whether a line is all in capitals, as the headline of another article is, and what stands around it is not."""
    text = block.text
    return (
        len(text) <= _LONGEST_IN_CAPITALS
        and text.isupper()
        and len(text.split()) >= _FEWEST_IN_CAPITALS
        and not text.endswith((".", ":"))
        and not before.text.isupper()
        and not after.text.isupper()
    )


def _is_short_line(text: str) -> bool:
    if len(text) > _LONGEST or ends_sentence(text) or _ENDS_OPEN.search(text) or _NO_CROSSHEAD.search(text):
        return False
    if text[0] in _OPENS and text[-1] in _CLOSES and len(text) > 2:
        text = text[1:-1]
    if text[0].islower() or not text[0].isalnum() or any(mark in text for mark in '“”"«»'):
        return False
    if is_wide(text):
        return _is_short_wide(text)
    return len(text.split()) <= _MOST_WORDS


def pull_quotes(blocks: Sequence[Block], indexes: Sequence[int]) -> frozenset[int]:
    """Those of `indexes` whose words stand again inside quotation marks of a longer block. Linear in the text."""
    candidates = {index: words for index in indexes if (words := _pulled_words(blocks[index].text))}
    quoted = [
        (index, _spelt(next(filter(None, match.groups()))))
        for index in (indexes if candidates else ())
        for match in _QUOTED.finditer(blocks[index].text)
    ]
    # Most short paragraphs have a word that nobody is quoted with: then nothing need be cut into words.
    all_quoted = "\n".join(text for _, text in quoted)
    candidates = {index: words for index, words in candidates.items() if all(word in all_quoted for word in words)}
    if not candidates:
        return frozenset()
    quotations = [(index, _WORDS.findall(text)) for index, text in quoted]
    places: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    keys = {tuple(words[:_KEY]) for words in candidates.values()}
    for number, (_, words) in enumerate(quotations):
        for start in range(len(words) - _KEY + 1):
            key = tuple(words[start : start + _KEY])
            if key in keys and len(places[key]) < _MOST_PLACES:
                places[key].append((number, start))
    return frozenset(
        index
        for index, words in candidates.items()
        if any(
            quotations[number][0] != index
            and len(blocks[quotations[number][0]].text) > len(blocks[index].text)
            and quotations[number][1][start : start + len(words)] == words
            for number, start in places.get(tuple(words[:_KEY]), ())
        )
    )


def _pulled_words(text: str) -> list[str]:
    """The words of a block that may be a pull quote, without the name under it; empty for any other block."""
    if len(text) > (_LONGEST_PULLED if text[0] in _OPENS else _LONGEST_UNMARKED):
        return []
    words = _words(_ATTRIBUTION.sub("", text) if text[0] in _OPENS else text)
    return words if len(words) >= _FEWEST_PULLED else []


def _words(text: str) -> list[str]:
    words: list[str] = _WORDS.findall(_spelt(text))
    return words


def _spelt(text: str) -> str:
    """A text as its words are compared: without capitals and apostrophes."""
    return text.replace("’", "").replace("'", "").casefold()
