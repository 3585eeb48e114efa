"""What a copy has in the place of each sentence of the base, read off the comparison of the two.

A sentence's counterpart is the stretch of the copy that holds its words, widened to where the copy's own sentences
begin and end. So readings are whole sentences, though the comparison knows nothing of sentences. Linear in both texts.

Tried and given up: to align the sentences of both texts by their likeness. A segmenter cuts one sentence differently
in two surroundings, and what the comparison has found moved, split and merged would have to be found a second time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from sitegen.align.chain import heaviest_chain
from sitegen.collate.sentences import Sentence, is_word
from sitegen.collation import Doubt, Layout, ReadingKind
from sitegen.frozen import dataclass
from sitegen.model import Comparison, Op, OpTag, RelationOfRow, Span
from sitegen.text.tokenized import Tokenized

SAME_SENTENCE = 0.34
"""Share of the shorter stretch's words that the two must have in common for one to be the other, reworded. From .25 to
.45 the sentences of generated edits are found alike (benchmarks/story.py); below, two sentences of one affair meet."""
_FEWEST = 3
"""Words in common, at the least, unless the whole sentence is shorter: fewer are a phrase of the language."""
_PART = 0.3
"""Share of a sentence's kept words that makes another sentence of the copy a part of its counterpart: a sentence that
was split has a third of itself in each part; a phrase that was moved elsewhere is less."""
_ECHO = 0.34
"""Share of a missing sentence's content that the copy's own sentences may have before it is not known to be gone."""
_TAKEN = 0.7
"""Share of a copy's words taken from the base below which it is a rewriting, which may say anything otherwise. In the
sample archive edited copies take at least .83 and rewriters at most .53; this is between."""
_STEM = 6
"""Letters of a word by which it is recognised in another form: denied, denial."""
_LONG = 4
"""Letters of a word that says something, where no list of small words says which do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """What one copy has in the place of one sentence of the base."""

    kind: ReadingKind
    span: Span | None = None
    """Tokens of the copy; None where it has nothing."""
    moved: bool = False
    layout: Layout = "whole"
    ops: tuple[Op, ...] = ()
    doubt: Doubt = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyReadings:
    """One copy read against the base."""

    counterparts: tuple[Counterpart, ...]
    """One a sentence of the base, in its order."""
    additions: tuple[tuple[int, Sentence], ...]
    """The copy's own sentences in its order, each with the index of the base's sentence that it stands after; -1 for
    one before the first."""


class _Matches:
    """Which token of the copy each token of the base is, by the equal ops of a comparison."""

    def __init__(self, comparison: Comparison, left: Tokenized) -> None:
        self.partner = [-1] * len(left.tokens)
        self.moved = bytearray(len(left.tokens))
        self.relation: dict[int, RelationOfRow] = {}
        """Of the row in which each block of the base stands."""
        self.repeated: set[int] = set()
        """Blocks of the copy that it prints again."""
        for row in comparison.rows:
            self.relation.update(dict.fromkeys(row.left, row.relation))
            if row.relation == "repeated":
                self.repeated.update(row.right)
            self._pair(row.ops, moved=row.relation == "moved")
        for move in comparison.moves:
            self._pair(move.ops, moved=True)

    def _pair(self, ops: Iterable[Op], *, moved: bool) -> None:
        for op in ops:
            if op.tag != "equal":
                continue
            last = op.right[1] - 1
            for offset, token in enumerate(range(*op.left)):
                self.partner[token] = min(op.right[0] + offset, last)
                self.moved[token] = moved


def mirrored(comparison: Comparison) -> Comparison:
    """The comparison read from the other side, as far as the collation looks at it: rows, moves, their ops, shares."""
    measures = comparison.measures
    turned: dict[RelationOfRow, RelationOfRow] = {"left only": "right only", "right only": "left only"}
    turned |= {"split": "merged", "merged": "split"}
    return replace(
        comparison,
        left=comparison.right,
        right=comparison.left,
        rows=tuple(
            replace(
                row,
                relation=turned.get(row.relation, row.relation),
                left=row.right,
                right=row.left,
                ops=_mirrored_ops(row.ops),
            )
            for row in comparison.rows
        ),
        moves=tuple(
            replace(move, left=move.right, right=move.left, ops=_mirrored_ops(move.ops)) for move in comparison.moves
        ),
        measures=replace(
            measures,
            left_words=measures.right_words,
            right_words=measures.left_words,
            left_in_right=measures.right_in_left,
            right_in_left=measures.left_in_right,
        ),
        changes=(),
    )


def _mirrored_ops(ops: Iterable[Op]) -> tuple[Op, ...]:
    tags: dict[OpTag, OpTag] = {"insert": "delete", "delete": "insert"}
    return tuple(Op(tags.get(op.tag, op.tag), op.right, op.left) for op in ops)


class CopyReader:
    """Reads one copy against the base. Takes one comparison, of the base on the left and the copy on the right."""

    def __init__(
        self,
        comparison: Comparison,
        texts: tuple[Tokenized, Tokenized],
        sentences: tuple[Sequence[Sentence], Sequence[Sentence]],
        stops: frozenset[str] = frozenset(),
    ) -> None:
        self._comparison = comparison
        self._left, self._right = texts
        self._base, self._copy = sentences
        self._stops = stops
        self._matches = _Matches(comparison, self._left)
        self._owner = [-1] * len(self._right.tokens)
        for index, sentence in enumerate(self._copy):
            self._owner[slice(*sentence.span)] = [index] * (sentence.span[1] - sentence.span[0])

    def read(self, *, partial: bool) -> CopyReadings:
        """The readings of the copy. `partial` is whether it may lack what its outlet printed."""
        claims = [self._claim(index) for index in range(len(self._base))]
        claimants: dict[int, list[int]] = {}
        for index, claim in enumerate(claims):
            for part in claim:
                claimants.setdefault(part, []).append(index)
        claims = [claim if self._holds(index, claim, claimants) else {} for index, claim in enumerate(claims)]
        claimants = {}
        for index, claim in enumerate(claims):
            for part in claim:
                claimants.setdefault(part, []).append(index)
        counterparts: list[Counterpart | None] = [
            self._counterpart(index, claim, claimants) if claim else None for index, claim in enumerate(claims)
        ]
        self._share_repetitions(counterparts)
        additions = self._additions(claimants) if self._comparison.unit == "words" else ()
        missing = _Missing(self._comparison, self._matches, additions, self._stops)
        return CopyReadings(
            counterparts=tuple(
                counterpart or missing.reading(sentence, partial=partial)
                for sentence, counterpart in zip(self._base, counterparts, strict=True)
            ),
            additions=additions,
        )

    def _claim(self, index: int) -> dict[int, list[int]]:
        """The sentences of the copy that hold a sentence of the base, adjacent ones, each with the tokens it has."""
        partner = self._matches.partner
        held: dict[int, list[int]] = {}
        for token in range(*self._base[index].span):
            place = partner[token]
            if place >= 0 and self._owner[place] >= 0 and is_word(self._left, token):
                held.setdefault(self._owner[place], []).append(place)
        if not held:
            return {}
        words = sum(map(len, held.values()))
        best = max(held, key=lambda part: (len(held[part]), -part))
        parts = {best: held[best]}
        for step in (-1, 1):
            part = best + step
            while part in held and len(held[part]) >= max(_FEWEST, _PART * words):
                parts[part] = held[part]
                part += step
        return parts

    def _holds(self, index: int, claim: Mapping[int, list[int]], claimants: Mapping[int, list[int]]) -> bool:
        """Whether what a sentence has in common with its claim is enough for it to be that sentence."""
        shared = sum(map(len, claim.values()))
        words = len(self._base[index].keys)
        opposite = sum(len(self._copy[part].keys) for part in claim)
        if shared < min(_FEWEST, words) and shared < opposite:
            return False
        alone = all(len(claimants[part]) == 1 for part in claim)
        # Beside another claimant the stretch it has is only what it shares, and says nothing.
        return shared >= SAME_SENTENCE * (min(words, max(opposite, 2 * _FEWEST)) if alone else words)

    def _counterpart(
        self, index: int, claim: Mapping[int, list[int]], claimants: Mapping[int, list[int]]
    ) -> Counterpart:
        sentence = self._base[index]
        parts = sorted(claim)
        merged = len(parts) == 1 and len(claimants[parts[0]]) > 1
        span = (self._copy[parts[0]].span[0], self._copy[parts[-1]].span[1])
        if any(len(claimants[part]) > 1 for part in parts):
            span = self._portion(index, parts, claimants, span)
        moved = sum(self._matches.moved[token] for token in range(*sentence.span)) * 2 > sum(map(len, claim.values()))
        keys = tuple(self._right.keys[token] for token in range(*span) if is_word(self._right, token))
        same = keys == sentence.keys
        return Counterpart(
            kind="verbatim" if same else "reworded",
            span=span,
            moved=moved,
            layout="split" if len(parts) > 1 else "merged" if merged else "whole",
            ops=() if same else self._ops(sentence.span, span),
        )

    def _portion(self, index: int, parts: Sequence[int], claimants: Mapping[int, list[int]], span: Span) -> Span:
        """The stretch of shared sentences that is this one's: up to where another's words begin, and from where its
        own do."""
        neighbours = {claimant for part in parts for claimant in claimants[part]} - {index}
        low, high = self._reach(index, span)
        start, end = span
        for neighbour in neighbours:
            first, last = self._reach(neighbour, span)
            if last <= low:
                start = max(start, self._behind_marks(last, low))
            elif first >= high:
                # What neither has, a joining word, is the later one's.
                end = min(end, self._behind_marks(high, first))
            else:
                return (low, high)
        return (start, end)

    def _behind_marks(self, token: int, end: int) -> int:
        while token < end and not is_word(self._right, token):
            token += 1
        return token

    def _reach(self, index: int, span: Span) -> Span:
        places = [
            place
            for token in range(*self._base[index].span)
            if span[0] <= (place := self._matches.partner[token]) < span[1]
        ]
        return (min(places), max(places) + 1) if places else span

    def _ops(self, left: Span, right: Span) -> tuple[Op, ...]:
        """The ops from a sentence to its counterpart, contiguous over both: what matches in one order is equal."""
        partner = self._matches.partner
        pairs = [(token, partner[token], 1) for token in range(*left) if right[0] <= partner[token] < right[1]]
        kept = [pairs[index][:2] for index in heaviest_chain(pairs)]
        ops: list[Op] = []
        reached = (left[0], right[0])
        for _, run in groupby(enumerate(kept), key=lambda entry: (entry[1][0] - entry[0], entry[1][1] - entry[0])):
            tokens = [pair for _, pair in run]
            begin, end = tokens[0], (tokens[-1][0] + 1, tokens[-1][1] + 1)
            ops += _between(reached, begin)
            ops.append(Op("equal", (begin[0], end[0]), (begin[1], end[1])))
            reached = end
        return (*ops, *_between(reached, (left[1], right[1])))

    def _share_repetitions(self, counterparts: list[Counterpart | None]) -> None:
        """What a text prints twice is kept where either printing has a counterpart."""
        kept: dict[tuple[str, ...], Counterpart] = {}
        for sentence, counterpart in zip(self._base, counterparts, strict=True):
            if counterpart:
                kept.setdefault(sentence.keys, counterpart)
        for index, sentence in enumerate(self._base):
            counterpart = kept.get(sentence.keys)
            # The ops of a reworded one are those of the other printing.
            if counterparts[index] is None and counterpart and counterpart.kind == "verbatim":
                counterparts[index] = counterpart

    def _additions(self, claimants: Mapping[int, list[int]]) -> tuple[tuple[int, Sentence], ...]:
        after = -1
        additions: list[tuple[int, Sentence]] = []
        printed = {sentence.keys for sentence in self._base}
        for index, sentence in enumerate(self._copy):
            if index in claimants:
                after = claimants[index][-1]
            elif sentence.counts and sentence.block not in self._matches.repeated and sentence.keys not in printed:
                additions.append((after, sentence))
        return tuple(additions)


def _between(start: tuple[int, int], end: tuple[int, int]) -> Iterator[Op]:
    """What stands between two matches, as an op; none where nothing does."""
    left, right = (start[0], end[0]), (start[1], end[1])
    tag: OpTag = "replace" if left[0] < left[1] and right[0] < right[1] else "delete" if left[0] < left[1] else "insert"
    if left[0] < left[1] or right[0] < right[1]:
        yield Op(tag, left, right)


class _Missing:
    """What is known of a sentence of the base that was not recognised in a copy."""

    def __init__(
        self,
        comparison: Comparison,
        matches: _Matches,
        additions: Sequence[tuple[int, Sentence]],
        stops: frozenset[str],
    ) -> None:
        self._coarse = comparison.unit != "words"
        self._matches = matches
        self._stops = stops
        # A place behind the last shared word is one that a capture which breaks off may not have reached.
        self._end = max((token for token, place in enumerate(matches.partner) if place >= 0), default=-1)
        self._own = [self._stems(sentence) for _, sentence in additions]
        self._rewritten = comparison.measures.right_in_left < _TAKEN

    def reading(self, sentence: Sentence, *, partial: bool) -> Counterpart:
        """`dropped` where nothing speaks against it, else `unknown` and why."""
        if self._coarse:
            return Counterpart(kind="unknown", doubt="coarse")
        lost = self._matches.relation.get(sentence.block) == "left only" or sentence.span[0] > self._end
        if partial and lost:
            return Counterpart(kind="unknown", doubt="breaks off")
        if self._rewritten or self._is_echoed(sentence):
            return Counterpart(kind="unknown", doubt="own words")
        return Counterpart(kind="dropped")

    def _is_echoed(self, sentence: Sentence) -> bool:
        stems = self._stems(sentence)
        return any(len(stems & added) > _ECHO * len(stems) for added in self._own)

    def _stems(self, sentence: Sentence) -> frozenset[str]:
        return frozenset(
            key[:_STEM] for key in sentence.keys if key not in self._stops and (len(key) >= _LONG or not key.isascii())
        )
