"""Drops the matches that a reader would call chance. A shortest edit between unlike texts is confetti.

A match between edits is weighed by how often its keys would meet there by chance: the places it could have in the
stretch between its neighbours, as near the level of one of them as it is, times the share of each key (rarity.py). How
much chance is borne depends on what is around: the stretch between two strong matches (three keys and more with a word
of content, or at an end) is **dense** when a fifth of its content is matched in order; unrelated prose reaches a tenth
of that. A dense stretch was edited word by word, one that is not was written anew.

Tried and given up: rules for the length of a match and of the edits around it, whatever its words, lost half the true
matches of texts with every second word replaced, then, made milder where a stretch is dense, a fifteenth; and
`diff_cleanupSemantic` loses kept quotations.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from sitegen.compare.rarity import Rarity, thousandths
from sitegen.text.tokens import is_word_key

Match = tuple[int, int, int]
"""Start in the left, start in the right, length."""
_Gaps = tuple[int, int, int, int]
"""Tokens before a match on the left and on the right, and after it."""

_BORDERS = frozenset({".", "!", "?", "。", "؟", '"'})
"""Keys of marks that no edit reaches over: the end of a sentence, the edge of a quotation."""
_STRONG = 3
"""Keys of a match that is no chance."""
_DENSE, _DENSE_WORDS = 0.2, 2
"""Share of a stretch's words of content, and how many of them, that must be matched."""
_DENSE_ALL, _DENSE_ALL_WORDS = 0.25, 4
"""The same of all stretches together, which makes each of them dense."""
_CHANCE, _CHANCE_DENSE = -2_200, -950
"""Meetings by chance (a logarithm, in thousandths) from which on a match is dropped; in a dense stretch."""
_SWAPPED = ((1, 0, 0, 1), (0, 1, 1, 0))
"""Gaps around a mark that has changed places with another: `”,` and `,”`."""
_PHRASE = 3
"""Tokens of edits around a single word of content that make one phrase of it all: `early this month` against
`in early September`. Beyond, the word is a landmark."""


def without_weak_runs(
    left: Sequence[str], right: Sequence[str], matches: Sequence[Match], rarity: Rarity
) -> list[Match]:
    """The matches, given in order, without those that are chance. Matches at either end of both texts stay."""
    counts = (_content_counts(left, rarity), _content_counts(right, rarity))
    dense = _dense(matches, counts)
    kept: list[Match] = []
    end, end_right = 0, 0
    last = (len(left), len(right), 0)
    for index, match in enumerate(matches):
        start, start_right, length = match
        following = matches[index + 1] if index + 1 < len(matches) else last
        gaps = (
            start - end,
            start_right - end_right,
            following[0] - start - length,
            following[1] - start_right - length,
        )
        swapped = gaps in _SWAPPED and not _says(left[start - gaps[0] : following[0]], right[end_right : following[1]])
        at_end = not (start or start_right) or (start + length == last[0] and start_right + length == last[1])
        keys = left[start : start + length]
        if at_end or not (swapped or _weak(keys, gaps, rarity, dense=dense[index])):
            kept.append(match)
            end, end_right = start + length, start_right + length
    return kept


def without_islands(left: Sequence[str], right: Sequence[str], matches: Sequence[Match]) -> list[Match]:
    """The matches, each that could as well stand beside its neighbour put there: one edit instead of two around it.

    `[the cat and] the cat [sat and]` is `[the cat and the cat sat and]` where one `the cat` too is on either side.
    """
    shifted = list(matches)
    for index in range(len(shifted) - 1, -1, -1):
        before, (start, start_right, length), after = _ends(shifted, index, len(left), len(right))
        gaps = (start - before[0], start_right - before[1], after[0] - start - length, after[1] - start_right - length)
        for side, keys, position in ((0, left, start), (1, right, start_right)):
            if gaps[1 - side] or gaps[3 - side] or not (gaps[side] and gaps[2 + side]):
                continue
            run, end = keys[position : position + length], after[side]
            if gaps[2 + side] >= length and keys[end - length : end] == run:
                shifted[index] = (end - length, start_right, length) if side == 0 else (start, end - length, length)
            elif gaps[side] >= length and keys[before[side] : before[side] + length] == run:
                shifted[index] = (before[0], start_right, length) if side == 0 else (start, before[1], length)
    return shifted


def _ends(
    matches: Sequence[Match], index: int, size: int, size_right: int
) -> tuple[tuple[int, int], Match, tuple[int, int]]:
    """Where the match before this one ends, this one, and where the next begins."""
    start, start_right, length = matches[index - 1] if index else (0, 0, 0)
    following = matches[index + 1][:2] if index + 1 < len(matches) else (size, size_right)
    return (start + length, start_right + length), matches[index], following


def _weak(keys: Sequence[str], gaps: _Gaps, rarity: Rarity, *, dense: bool) -> bool:
    """Whether a match of these keys with these gaps around it is chance, or part of a phrase that was changed."""
    before, before_right, after, after_right = gaps
    if max(gaps) <= 1 or not (before or before_right) or not (after or after_right) or not _BORDERS.isdisjoint(keys):
        return False
    places = min(before + after, before_right + after_right) + 1
    level = min(abs(before - before_right), abs(after - after_right))
    meetings = thousandths(places * (2 * level + 1)) + sum([rarity.shares.get(key, 0) for key in keys])
    if meetings > (_CHANCE_DENSE if dense else _CHANCE):
        return True
    if dense or len(keys) > 1 or keys[0] not in rarity.content or keys[0] in rarity.landmarks:
        return False
    replaced = (before and before_right) or (after and after_right)
    return bool(replaced) and max(before, before_right) + max(after, after_right) == _PHRASE


def _says(*runs: Sequence[str]) -> bool:
    """Whether there is a word among these keys."""
    return any(is_word_key(key) for keys in runs for key in keys)


def _content_counts(keys: Sequence[str], rarity: Rarity) -> list[int]:
    """How many words of content stand before each key, and at last in all."""
    return [0, *accumulate(map(rarity.content.__contains__, keys))]


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
        possible = min(
            counts[0][end] - counts[0][start + length], counts[1][end_right] - counts[1][start_right + length]
        )
        inner = matches[before + 1 : after]
        matched = sum(counts[0][match[0] + match[2]] - counts[0][match[0]] for match in inner)
        weak, weak_words = weak + matched, weak_words + possible
        if matched >= _DENSE_WORDS and matched >= _DENSE * possible:
            dense[before + 1 : after] = [True] * len(inner)
    if weak >= _DENSE_ALL_WORDS and weak >= _DENSE_ALL * weak_words:
        return [True] * len(matches)
    return dense
