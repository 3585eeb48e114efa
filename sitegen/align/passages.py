"""Finds what two texts share: passages, in any order, each token used once. Knows nothing of blocks, stories or pages.

Greedy string tiling (Wise 1993) over seeds of n keys: every maximal shared run is a candidate, the longest is taken
first, and no token serves twice. Seeds that are common in both texts are passed over, so that a text which repeats
itself costs no more than one that does not; longer runs are found from their rarer seeds all the same.

Tried and given up: anchors that are unique on both sides lose a text that prints its opening twice (54 of about 190
shared tokens of the real pair 001/004 were kept); an in-order alignment alone cannot show moved text.
"""

from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush

from sitegen.model import Span

SEED = 3
"""Keys of a seed: 3 finds a kept quotation of a few words, 2 finds chance."""
_OCCURRENCES = 8
"""A seed that stands more often than this in the right text is passed over."""

_OPEN = 8
"""Passages that a tile may belong to, the last ones; more than that do not stand near each other."""

Tile = tuple[int, int, int]
"""Start in the left, start in the right, length; in tokens."""


def shared_tiles(left: Sequence[str], right: Sequence[str], *, seed: int = SEED) -> tuple[Tile, ...]:
    """Non-overlapping shared runs of at least `seed` keys, in order of the left. Linear in the texts for prose.

    `left` and `right` are token keys. The same arguments give the same tiles, whatever machine they are on.
    """
    used_left, used_right = bytearray(len(left)), bytearray(len(right))
    tiles: list[Tile] = []
    pending = [_longest_first(run) for run in maximal_runs(left, right, seed=seed)]
    heapify(pending)
    while pending:
        run = heappop(pending)[-1]
        start_left, start_right, length = run
        if (
            used_left.find(1, start_left, start_left + length) < 0
            and used_right.find(1, start_right, start_right + length) < 0
        ):
            used_left[start_left : start_left + length] = b"\1" * length
            used_right[start_right : start_right + length] = b"\1" * length
            tiles.append(run)
        else:
            for part in _unused(run, used_left, used_right, seed):
                heappush(pending, _longest_first(part))
    return tuple(sorted(tiles))


def _longest_first(run: Tile) -> tuple[int, int, Tile]:
    """Of runs of one length, the one that moved least."""
    return (-run[2], abs(run[0] - run[1]), run)


def find_passages(
    left: Sequence[str], right: Sequence[str], *, seed: int = 5, apart: int = 10, least: int = 40
) -> tuple[tuple[Span, Span], ...]:
    """Passages that stand in both texts with small edits inside, in order of the left: ranges of either side.

    Shared runs of at least `seed` keys are one passage where no more than `apart` keys stand between them on either
    side; a passage has at least `least` keys on both. The figures are those that found the gold passages of PAN 2013
    best (benchmarks/README.md).
    """
    return tuple(
        passage
        for passage in joined(shared_tiles(left, right, seed=seed), apart)
        if min(end - start for start, end in passage) >= least
    )


def joined(tiles: Iterable[Tile], apart: int) -> tuple[tuple[Span, Span], ...]:
    """Tiles, given in order of the left, that stand near each other on both sides in one order, as one range each."""
    ranges: list[list[int]] = []
    for start, start_right, length in tiles:
        for span in reversed(ranges[-_OPEN:]):
            if start - span[1] <= apart and -apart <= start_right - span[3] <= apart:
                span[1] = start + length
                span[2], span[3] = min(span[2], start_right), max(span[3], start_right + length)
                break
        else:
            ranges.append([start, start + length, start_right, start_right + length])
    return tuple(((span[0], span[1]), (span[2], span[3])) for span in ranges)


def maximal_runs(left: Sequence[str], right: Sequence[str], *, seed: int = SEED) -> tuple[Tile, ...]:
    """Every shared run that cannot be longer at either end, each once, sorted. They may overlap."""
    grams, grams_right = _grams(left, right, seed)
    grams_left = set(grams)
    first: dict[int, int] = {}
    repeated: dict[int, list[int]] = {}
    """Where a gram stands in the right; where it stands again, all its places."""
    for index_right, gram in enumerate(grams_right):
        if gram in grams_left:
            if gram not in first:
                first[gram] = index_right
            elif gram in repeated:
                repeated[gram].append(index_right)
            else:
                repeated[gram] = [first[gram], index_right]
    runs: set[Tile] = set()
    reached: dict[int, int] = {}
    """By diagonal: where in the left the last run found on it ends."""
    for index_left, gram in enumerate(grams):
        if gram not in first:
            continue
        places = repeated.get(gram) or (first[gram],)
        if len(places) > _OCCURRENCES:
            continue
        for index_right in places:
            if reached.get(index_left - index_right, -1) >= index_left + seed:
                continue
            run = _extended(left, right, index_left, index_right, seed)
            runs.add(run)
            reached[index_left - index_right] = run[0] + run[2]
    return tuple(sorted(runs))


def _grams(left: Sequence[str], right: Sequence[str], size: int) -> tuple[list[int], list[int]]:
    """Every run of so many keys of both texts, in order, as a number: its digits are keys of the left or none of it."""
    digits = {key: digit for digit, key in enumerate(dict.fromkeys(left), 1)}
    base = len(digits) + 1
    both: list[list[int]] = []
    for keys in (left, right):
        codes = [digits.get(key, 0) for key in keys]
        grams = codes
        for by in range(1, size):
            grams = [gram * base + code for gram, code in zip(grams, codes[by:], strict=False)]
        both.append(grams)
    return both[0], both[1]


def _extended(left: Sequence[str], right: Sequence[str], start_left: int, start_right: int, length: int) -> Tile:
    """The run through this seed, as long as both texts agree."""
    while start_left and start_right and left[start_left - 1] == right[start_right - 1]:
        start_left, start_right, length = start_left - 1, start_right - 1, length + 1
    while (
        start_left + length < len(left)
        and start_right + length < len(right)
        and left[start_left + length] == right[start_right + length]
    ):
        length += 1
    return (start_left, start_right, length)


def _unused(run: Tile, used_left: bytearray, used_right: bytearray, seed: int) -> Iterator[Tile]:
    """The parts of a run, at least `seed` tokens long, none of whose tokens is used."""
    start_left, start_right, length = run
    offset = 0
    while offset < length:
        if used_left[start_left + offset] or used_right[start_right + offset]:
            offset += 1
            continue
        ends = (
            used_left.find(1, start_left + offset, start_left + length) - start_left,
            used_right.find(1, start_right + offset, start_right + length) - start_right,
        )
        end = min([end for end in ends if end > offset], default=length)
        if end - offset >= seed:
            yield start_left + offset, start_right + offset, end - offset
        offset = end + 1
