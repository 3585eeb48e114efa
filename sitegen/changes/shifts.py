"""Words that moved inside their sentence: gone at one edit, new at another. Says which, and not what it means.

Three shapes: the same words gone and new (`shift`), one phrase gone whose two halves are new at two places, and two
phrases that changed places (`swap`). Whole sentences that moved are for compare/moves.py.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.changes.readtext import ReadText
from sitegen.changes.rowedits import Edit, SentencePair
from sitegen.model import Span

_UP_TO = 12
"""Words of content that are looked for elsewhere in a sentence, at most."""
_APART = 8
"""Edits between the two places, at most."""
_STEP = 3
"""Tokens over which a small word may have stepped."""
_EDITS_UP_TO = 60
"""Edits of a sentence in which anything is looked for: more is another text."""


class Shift(NamedTuple):
    """Words of content that stand at two places of one sentence pair."""

    left: Span
    right: Span
    passed: tuple[Span, Span]
    """What stands between the two places, in the left and in the right."""
    words: tuple[int, ...]
    """The tokens of the left that moved and say something; of a swap, those of both phrases."""
    turned: bool
    """Whether the words stand in another order."""
    swapped: bool = False
    """Whether two phrases changed places: then `left` and `right` reach from the first of them to the last."""


def find_shifts(pair: SentencePair) -> Iterator[Shift]:
    """The words that moved; the nearest first where there is a choice. The finder of a kind takes them."""
    if not 2 <= len(pair.edits) <= _EDITS_UP_TO:
        return
    contents = [_contents(pair, edit) for edit in pair.edits]
    used: set[int] = set()
    for first, last in _near(len(pair.edits)):
        if used & {first, last}:
            continue
        shift = (
            _swap(pair, contents, first, last)
            or _shift(pair, contents, first, last)
            or _step(pair, contents, first, last)
        )
        if shift:
            used |= {first, last}
            yield shift
    for shift, places in _halves(pair, contents, used):
        used |= places
        yield shift


Contents = tuple[tuple[str, ...], tuple[str, ...]]
"""Keys of what an edit says, on either side."""


def _contents(pair: SentencePair, edit: Edit) -> Contents:
    left, right = pair.free_content(edit)
    return tuple(pair.left.keys[token] for token in left), tuple(pair.right.keys[token] for token in right)


def _near(count: int) -> list[tuple[int, int]]:
    """Pairs of indexes, the nearest first."""
    return [(first, first + step) for step in range(1, min(_APART, count - 1) + 1) for first in range(count - step)]


def _swap(pair: SentencePair, contents: Sequence[Contents], first: int, last: int) -> Shift | None:
    """`the army attacked the rebels`, `the rebels attacked the army`."""
    before, after = contents[first], contents[last]
    if not before[0] or not before[1] or before[0] != after[1] or before[1] != after[0]:
        return None
    edits = pair.edits[first], pair.edits[last]
    passed = ((edits[0].left[1], edits[1].left[0]), (edits[0].right[1], edits[1].right[0]))
    left = (edits[0].left[0], edits[1].left[1])
    right = (edits[0].right[0], edits[1].right[1])
    words = tuple(token for edit in edits for token in pair.free_content(edit)[0])
    return Shift(left, right, passed, words, turned=True, swapped=True)


def _shift(pair: SentencePair, contents: Sequence[Contents], first: int, last: int) -> Shift | None:
    """The same words gone at one edit and new at the other."""
    for gone, new in ((first, last), (last, first)):
        words, others = contents[gone][0], contents[new][1]
        if not words or contents[gone][1] or contents[new][0] or len(words) > _UP_TO:
            continue
        if sorted(words) != sorted(others):
            continue
        edits = pair.edits[gone], pair.edits[new]
        low, high = sorted(edits)
        passed = ((low.left[1], high.left[0]), (low.right[1], high.right[0]))
        moved = tuple(pair.free_content(edits[0])[0])
        return Shift(edits[0].left, edits[1].right, passed, moved, turned=words != others)
    return None


def _step(pair: SentencePair, contents: Sequence[Contents], first: int, last: int) -> Shift | None:
    """One small word that stepped over a few others: `will also`, `also will`. Farther off it is another word."""
    if any(contents[first]) or any(contents[last]):
        return None
    for gone, new in ((first, last), (last, first)):
        tokens, others = pair.free_in(pair.edits[gone])[0], pair.free_in(pair.edits[new])[1]
        words = [token for token in tokens if pair.left.is_word(token)]
        new_words = [token for token in others if pair.right.is_word(token)]
        if len(words) != 1 or len(new_words) != 1 or pair.left.keys[words[0]] != pair.right.keys[new_words[0]]:
            continue
        low, high = sorted((pair.edits[gone], pair.edits[new]))
        passed = ((low.left[1], high.left[0]), (low.right[1], high.right[0]))
        if max(end - start for start, end in passed) <= _STEP and not any(
            text.content(span) for text, span in zip((pair.left, pair.right), passed, strict=True)
        ):
            return Shift(pair.edits[gone].left, pair.edits[new].right, passed, (), turned=False)
    return None


def _halves(pair: SentencePair, contents: Sequence[Contents], used: set[int]) -> Iterator[tuple[Shift, set[int]]]:
    """`[Am Abend kam] der Rat {kam} ... {am Abend}`: one phrase parted, or two joined."""
    for side in (0, 1):
        for whole, words in enumerate(contents):
            if whole in used or len(words[side]) < 2 or words[1 - side]:
                continue
            near = [
                place
                for place in range(max(0, whole - _APART), min(len(contents), whole + _APART + 1))
                if place != whole and place not in used and contents[place][1 - side] and not contents[place][side]
            ]
            for head in near:
                for tail in near:
                    if head != tail and words[side] == (*contents[head][1 - side], *contents[tail][1 - side]):
                        yield from _parted(pair, contents, side, whole, (head, tail))
                        used |= {whole, head, tail}
                        break
                if whole in used:
                    break


def _parted(
    pair: SentencePair, contents: Sequence[Contents], side: int, whole: int, parts: tuple[int, int]
) -> Iterator[tuple[Shift, set[int]]]:
    """A shift for each half."""
    text = (pair.left, pair.right)[side]
    span = pair.edits[whole][side]
    length = len(contents[parts[0]][1 - side])
    cut = [token for token in range(*span) if token in pair.free[side] and not text.is_small(token)][length]
    cut = _before_small(text, cut, span[0])
    for half, part in zip(((span[0], cut), (cut, span[1])), parts, strict=True):
        other = pair.edits[part][1 - side]
        low, high = sorted((pair.edits[whole], pair.edits[part]))
        passed = ((low.left[1], high.left[0]), (low.right[1], high.right[0]))
        left, right = (half, other) if side == 0 else (other, half)
        words = tuple(token for token in range(*left) if not pair.left.is_small(token))
        yield Shift(left, right, passed, words, turned=False), {whole, part}


def _before_small(text: ReadText, cut: int, start: int) -> int:
    """Before the small words that go with what follows."""
    while cut - 1 > start and text.is_small(cut - 1):
        cut -= 1
    return cut
