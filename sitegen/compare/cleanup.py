"""Drops the matches that a reader would call chance. A shortest edit between unlike texts is confetti.

A match is weak when it holds no word of content, or is a single word of it, and stands between edits. Where it goes
depends on what is around it: the stretch between two strong matches (three keys and more with a word of content, or
at an end) is **dense** when a fifth of its content is matched in order; unrelated prose reaches a tenth of that. A
dense stretch was edited word by word, one that is not was written anew, and there a match is chance.

Tried and given up: one rule for all (a weak run goes when the edits around it are twice as long) lost half the true
matches of texts with every second word replaced, and `diff_cleanupSemantic` loses kept quotations.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from sitegen.text.stopwords import is_content
from sitegen.text.tokens import is_word_key

Match = tuple[int, int, int]
"""Start in the left, start in the right, length."""

_BORDERS = frozenset({".", "!", "?", "。", "؟", '"'})
"""Keys of marks that no edit reaches over: the end of a sentence, the edge of a quotation."""
_STRONG = 3
"""Keys of a match that is no chance."""
_DENSE, _DENSE_WORDS = 0.2, 2
"""Share of a stretch's words of content, and how many of them, that must be matched."""
_DENSE_ALL, _DENSE_ALL_WORDS = 0.25, 4
"""The same of all stretches together, which makes each of them dense."""
_EMPTY, _EMPTY_DENSE = 2, 6
"""Times as long as a match without content the edits around it may be, before it goes; in a dense stretch."""
_PHRASE = (3, 6)
"""Tokens of edits around a single word of content that make one phrase of it all: `early this month` against
`in early September`. Beyond, the word is a landmark."""


def without_weak_runs(
    left: Sequence[str], right: Sequence[str], matches: Sequence[Match], stops: frozenset[str]
) -> list[Match]:
    """The matches, given in order, without those that are chance. Matches at either end of both texts stay."""
    counts = (_content_counts(left, stops), _content_counts(right, stops))
    dense = _dense(matches, counts)
    kept: list[Match] = []
    end, end_right = 0, 0
    last = (len(left), len(right), 0)
    for index, match in enumerate(matches):
        start, start_right, length = match
        following = matches[index + 1] if index + 1 < len(matches) else last
        before = max(start - end, start_right - end_right)
        after = max(following[0] - start - length, following[1] - start_right - length)
        inner = before > 0 and after > 0 and start + start_right > 0
        if inner and not (start + length == last[0] and start_right + length == last[1]):
            content = counts[0][start + length] - counts[0][start]
            if _weak(left, match, content, before + after, dense=dense[index]):
                continue
        kept.append(match)
        end, end_right = start + length, start_right + length
    return kept


def without_islands(left: Sequence[str], right: Sequence[str], matches: Sequence[Match]) -> list[Match]:
    """The matches, each that could as well stand beside its neighbour put there: one edit instead of two around it.

    `[the cat and] the cat [sat and]` is `[the cat and the cat sat and]` where one `the cat` too is on either side.
    """
    found = list(matches)
    for index in range(len(found) - 1, -1, -1):
        before, (start, start_right, length), after = _ends(found, index, len(left), len(right))
        gaps = (start - before[0], start_right - before[1], after[0] - start - length, after[1] - start_right - length)
        for side, keys, at in ((0, left, start), (1, right, start_right)):
            if gaps[1 - side] or gaps[3 - side] or not (gaps[side] and gaps[2 + side]):
                continue
            run, end = keys[at : at + length], after[side]
            if gaps[2 + side] >= length and keys[end - length : end] == run:
                found[index] = (end - length, start_right, length) if side == 0 else (start, end - length, length)
            elif gaps[side] >= length and keys[before[side] : before[side] + length] == run:
                found[index] = (before[0], start_right, length) if side == 0 else (start, before[1], length)
    return found


def _ends(
    matches: Sequence[Match], index: int, size: int, size_right: int
) -> tuple[tuple[int, int], Match, tuple[int, int]]:
    """Where the match before this one ends, this one, and where the next begins."""
    start, start_right, length = matches[index - 1] if index else (0, 0, 0)
    following = matches[index + 1][:2] if index + 1 < len(matches) else (size, size_right)
    return (start + length, start_right + length), matches[index], following


def _weak(left: Sequence[str], match: Match, content: int, edited: int, *, dense: bool) -> bool:
    start, _, length = match
    if not _BORDERS.isdisjoint(left[start : start + length]):
        return False
    if not content:
        return edited >= (_EMPTY_DENSE if dense else _EMPTY) * length
    return length == 1 and not dense and _PHRASE[0] <= edited <= _PHRASE[1]


def _content_counts(keys: Sequence[str], stops: frozenset[str]) -> list[int]:
    """How many words of content stand before each key, and at last in all."""
    return [0, *accumulate([is_word_key(key) and is_content(key, stops) for key in keys])]


def _dense(matches: Sequence[Match], counts: tuple[Sequence[int], Sequence[int]]) -> list[bool]:
    """For each match whether it stands in a dense stretch, or in a text that is dense throughout."""
    dense = [False] * len(matches)
    strong = [
        index
        for index, (start, start_right, length) in enumerate(matches)
        if (length >= _STRONG and counts[0][start + length] > counts[0][start])
        or start == start_right == 0
        or (start + length, start_right + length) == (len(counts[0]) - 1, len(counts[1]) - 1)
    ]
    weak, weak_words = 0, 0
    for before, after in pairwise([-1, *strong, len(matches)]):
        if after - before < 2:
            continue
        start, start_right, length = matches[before] if before >= 0 else (0, 0, 0)
        end, end_right, _ = matches[after] if after < len(matches) else (len(counts[0]) - 1, len(counts[1]) - 1, 0)
        there = min(counts[0][end] - counts[0][start + length], counts[1][end_right] - counts[1][start_right + length])
        inner = matches[before + 1 : after]
        matched = sum(counts[0][one[0] + one[2]] - counts[0][one[0]] for one in inner)
        weak, weak_words = weak + matched, weak_words + there
        if matched >= _DENSE_WORDS and matched >= _DENSE * there:
            dense[before + 1 : after] = [True] * len(inner)
    if weak >= _DENSE_ALL_WORDS and weak >= _DENSE_ALL * weak_words:
        return [True] * len(matches)
    return dense
