"""Compares two runs of tokens word by word: ops that hold ranges and nothing else. Knows nothing of blocks or kinds.

Anchors first: the shared runs of three keys that can be read in one order, heaviest choice. Then, inside the gaps, the
edit that keeps the rarest words (gaps.py), or where a gap repeats itself the shortest one (diff-match-patch, Myers
1986), with `Diff_Timeout = 0`, since that limit is a wall clock and gives another diff on another day; work is bounded
by the size of the gap instead. Then a clean-up of weak runs, because any such edit between unlike texts is confetti.

Never `diff_cleanupSemantic`: on words mapped to characters it removes kept quotations.
"""

from collections.abc import Mapping, Sequence

from diff_match_patch import diff_match_patch

from sitegen.align import heaviest_chain, maximal_runs
from sitegen.compare.cleanup import Match, without_islands, without_weak_runs
from sitegen.compare.fewedits import few_edits
from sitegen.compare.gaps import heaviest_edit
from sitegen.compare.rarity import Rarity, rarity_of
from sitegen.frozen import dataclass
from sitegen.model import Op, OpTag, Span

_FIRST, _SURROGATES, _SURROGATES_END = 0x4E00, 0xD800, 0xE000
_SEED = 3
"""Keys of an anchor's seed; where a long gap has none, two and one are tried."""
_SMALL = 60
"""Keys up to which a stretch of long keys is searched for the best edit."""
_FEW = 32
"""Keys gone and new up to which a long stretch without anchors is still compared: one thing over and over."""
_NEAR = 1_000
"""Keys of a stretch up to which shared runs of two keys, or one, are anchors; in a longer one they are chance."""
_RUNS_AT_MOST = 4_000
"""Shared runs considered as anchors of one gap, the longest first."""


@dataclass(frozen=True, slots=True)
class _Search:
    """How gaps are searched."""

    gap: int
    """The longest stretch, in tokens, whose every match is looked at."""
    shares: Mapping[str, int]
    """How common each key is (rarity.py)."""


def diff_words(
    left: Sequence[str],
    right: Sequence[str],
    *,
    gap: int,
    rarity: Rarity | None = None,
    anchors: Sequence[Match] = (),
    begin: Span = (0, 0),
) -> tuple[Op, ...]:
    """Ops that turn `left` into `right` (token keys), contiguous from the first token to the last.

    `gap` is the longest stretch, in tokens, that is searched for the best edit. `rarity` is that of the texts which
    these are parts of. `anchors` are matches already known, rising on both sides. The ops count from
    `begin`, a token of either side.
    """
    rarity = rarity or rarity_of(left, right)
    search = _Search(gap, rarity.shares)
    pieces = _around(anchors, left, right, (0, 0), search, _SEED) if anchors else _matches(left, right, (0, 0), search)
    matches = _joined(pieces)
    for _ in range(2):
        before, matches = matches, without_weak_runs(left, right, matches, rarity)
        if len(matches) == len(before):
            break
    matches = _joined(without_islands(left, right, matches))
    offset, offset_right = begin
    if offset or offset_right:
        matches = [(offset + start, offset_right + start_right, length) for start, start_right, length in matches]
    return ops_between(matches, (offset + len(left), offset_right + len(right)), begin)


def match_keys(left: Sequence[str], right: Sequence[str]) -> list[Match]:
    """The matches of two runs of keys in one order, none of them called chance: for keys that say much."""
    return _joined(_matches(left, right, (0, 0), _Search(_SMALL, {}), 1))


def ops_between(matches: Sequence[Match], end: Span, begin: Span = (0, 0)) -> tuple[Op, ...]:
    """The ops whose equal ranges are the matches, given in order; from where both sides begin to where they end."""
    ops: list[Op] = []
    token, token_right = begin
    for start, start_right, length in [*matches, (*end, 0)]:
        if start > token or start_right > token_right:
            ops.append(
                Op(tag_of((token, start), (token_right, start_right)), (token, start), (token_right, start_right))
            )
        token, token_right = start + length, start_right + length
        if length:
            ops.append(Op("equal", (start, token), (start_right, token_right)))
    return tuple(ops)


def tag_of(left: Span, right: Span) -> OpTag:
    """What an edit of these two ranges is; one of them may be empty."""
    deleted, inserted = left[0] < left[1], right[0] < right[1]
    return "replace" if deleted and inserted else "delete" if deleted else "insert"


def _matches(left: Sequence[str], right: Sequence[str], begin: Span, search: _Search, seed: int = _SEED) -> list[Match]:
    """Matches of one stretch; `begin` is where it begins in the whole, on the left and on the right."""
    offset, offset_right = begin
    start, end = _common_ends(left, right)
    matches: list[Match] = [(offset, offset_right, start)] if start else []
    inner_left, inner_right = left[start : len(left) - end], right[start : len(right) - end]
    if inner_left and inner_right:
        matches += _inner(inner_left, inner_right, (offset + start, offset_right + start), search, seed)
    if end:
        matches.append((offset + len(left) - end, offset_right + len(right) - end, end))
    return matches


def _inner(left: Sequence[str], right: Sequence[str], begin: Span, search: _Search, seed: int) -> list[Match]:
    small = len(left) <= search.gap and len(right) <= search.gap
    anchors = [] if small and seed != _SEED else _anchors(left, right, seed)
    if anchors:
        return _around(anchors, left, right, begin, search, seed)
    if small:
        matches = _best_edit(left, right, search.shares)
    elif seed > 1 and max(len(left), len(right)) <= _NEAR:
        return _inner(left, right, begin, search, seed - 1)
    else:
        matches = few_edits(left, right, _FEW) or []
    return [(begin[0] + start, begin[1] + start_right, length) for start, start_right, length in matches]


def _around(
    anchors: Sequence[Match], left: Sequence[str], right: Sequence[str], begin: Span, search: _Search, seed: int
) -> list[Match]:
    """The anchors with what is found between them."""
    offset, offset_right = begin
    matches: list[Match] = []
    from_left, from_right = 0, 0
    for start, start_right, length in [*anchors, (len(left), len(right), 0)]:
        if from_left < start and from_right < start_right:
            stretch, stretch_right = left[from_left:start], right[from_right:start_right]
            least = seed if max(len(stretch), len(stretch_right)) > search.gap else seed - 1
            matches += _matches(stretch, stretch_right, (offset + from_left, offset_right + from_right), search, least)
        if length:
            matches.append((offset + start, offset_right + start_right, length))
        from_left, from_right = start + length, start_right + length
    return matches


def _anchors(left: Sequence[str], right: Sequence[str], seed: int) -> list[Match]:
    """Shared runs that can be read in one order, the heaviest choice, cut where neighbours overlap."""
    runs = sorted(maximal_runs(left, right, seed=seed), key=lambda run: (-run[2], run))[:_RUNS_AT_MOST]
    chosen: list[Match] = []
    end, end_right = 0, 0
    for index in heaviest_chain(runs):
        start, start_right, length = runs[index]
        overlap = max(end - start, end_right - start_right, 0)
        if length - overlap >= seed:
            chosen.append((start + overlap, start_right + overlap, length - overlap))
            end, end_right = start + length, start_right + length
    return chosen


def _common_ends(left: Sequence[str], right: Sequence[str]) -> tuple[int, int]:
    """How many tokens are common at the start, and of the rest at the end."""
    most = min(len(left), len(right))
    start = next((index for index in range(most) if left[index] != right[index]), most)
    rest = most - start
    end = next((index for index in range(rest) if left[-1 - index] != right[-1 - index]), rest)
    return start, end


def _best_edit(left: Sequence[str], right: Sequence[str], shares: Mapping[str, int]) -> list[Match]:
    """The edit that keeps the rarest keys; at once where a side has one key, the shortest where many are equal."""
    if len(left) == 1 or len(right) == 1:
        single, many = (left[0], right) if len(left) == 1 else (right[0], left)
        if single not in many:
            return []
        place = many.index(single)
        return [(0, place, 1) if len(left) == 1 else (place, 0, 1)]
    if set(left).isdisjoint(right):
        return []
    heaviest = heaviest_edit(left, right, shares)
    return _shortest_edit(left, right) if heaviest is None else heaviest


def _shortest_edit(left: Sequence[str], right: Sequence[str]) -> list[Match]:
    """Myers' shortest edit, keys mapped to characters that are no surrogates."""
    alphabet: dict[str, str] = {}
    texts = ["".join([alphabet.setdefault(key, _letter(len(alphabet))) for key in side]) for side in (left, right)]
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    matches: list[Match] = []
    position, position_right = 0, 0
    for tag, text in engine.diff_main(texts[0], texts[1], False):
        if tag == engine.DIFF_EQUAL:
            matches.append((position, position_right, len(text)))
        position += len(text) if tag != engine.DIFF_INSERT else 0
        position_right += len(text) if tag != engine.DIFF_DELETE else 0
    return matches


def _letter(index: int) -> str:
    code = _FIRST + index
    return chr(code if code < _SURROGATES else code + _SURROGATES_END - _SURROGATES)


def _joined(matches: Sequence[Match]) -> list[Match]:
    """Neighbouring matches as one."""
    joined: list[Match] = []
    for start, start_right, length in matches:
        if joined:
            before, before_right, size = joined[-1]
            if before + size == start and before_right + size == start_right:
                joined[-1] = (before, before_right, size + length)
                continue
        joined.append((start, start_right, length))
    return joined
