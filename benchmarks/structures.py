"""Generated moves, splits, merges, swaps and duplicates whose truth is known. Deterministic by seed.

Every case is one operation on an ordinary article, or several side by side. What is equivalent is told as truth: a
piece that moved past another is as truly that other moved past the piece; a piece that only changes the block it stands
in, and not its place among the words, has not moved and is never made.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.cases import Case, Edit, Origins, Paragraph, Prose, bare
from benchmarks.corpus import Paragraphs, articles
from benchmarks.sentences import SENTENCE_WORDS, sentences_of

_BLOCK_WORDS = 12
"""Words of the shortest paragraph that is moved, split or joined; shorter ones stand twice by chance."""

Blocks = list[Paragraph]
Origin = frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some neighbouring blocks and what has become of them; block numbers count from the first of them."""

    left: Blocks
    right: Blocks
    moved: tuple[tuple[Origin, ...], ...] = ()
    joined: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...] = ()
    repeated: tuple[tuple[Origin, Origin], ...] = ()
    edits: tuple[Edit, ...] = ()


class Maker:
    """Operations on the blocks of one text. Each returns None where the blocks do not serve it."""

    def __init__(self, name: str, seed: int) -> None:
        self.rng = random.Random(f"{name} {seed}")
        self.origins = Origins()
        pool = articles()
        while True:
            paragraphs = _usable(pool[self.rng.randrange(len(pool))])
            if 6 <= len(paragraphs) <= 30:
                break
        self.blocks: Blocks = [self.origins.words(one.split()) for one in paragraphs]
        self._known = frozenset(bare(word.text) for block in self.blocks for word in block)
        self._prose = Prose(pool[self.rng.randrange(len(pool))] + pool[0] + pool[1], self.rng, self.origins)

    def block_move(self, blocks: Blocks, edit: float = 0.0, beside: bool = False) -> Part | None:
        """One paragraph moves anywhere; perhaps with edits in it, perhaps with an edit beside its old or new place."""
        sources = _long(blocks)
        if not sources or len(blocks) < 2:
            return None
        source = self.rng.choice(sources)
        target = self.rng.choice([at for at in range(len(blocks)) if at != source])
        rest = [*blocks[:source], *blocks[source + 1 :]]
        piece, edits = self.substitute(blocks[source], edit) if edit else (blocks[source], [])
        right = [*rest[:target], piece, *rest[target:]]
        if beside:
            near = sorted(
                {at for at in (target - 1, target + 1, source, source - 1) if 0 <= at < len(right)} - {target}
            )
            at = self.rng.choice(near)
            right[at], edits = self.substitute(right[at], 0.04)
        passed = blocks[target:source] if target < source else blocks[source + 1 : target + 1]
        return Part(left=blocks, right=right, moved=((_all(blocks[source]), _all(*passed)),), edits=tuple(edits))

    def run_move(self, blocks: Blocks) -> Part | None:
        """Two or three neighbouring paragraphs move together."""
        length = self.rng.choice((2, 3))
        start = self.rng.randrange(len(blocks) - length)
        target = self.rng.choice([at for at in range(len(blocks) - length + 1) if at != start])
        run, rest = blocks[start : start + length], [*blocks[:start], *blocks[start + length :]]
        passed = rest[target:start] if target < start else rest[start:target]
        right = [*rest[:target], *run, *rest[target:]]
        return Part(left=blocks, right=right, moved=((_all(*run), _all(*passed)),))

    def sentence_swap(self, blocks: Blocks) -> Part | None:
        """Two sentences of different paragraphs change places; both have moved."""
        places = [
            (at, sentence)
            for at in _long(blocks)
            for sentence in sentences_of(blocks[at])
            if len(sentence) >= SENTENCE_WORDS and 2 * len(sentence) <= len(blocks[at])
        ]
        if len({at for at, _ in places}) < 2:
            return None
        one, other = sorted(self.rng.sample(places, 2))
        between = _between(blocks, one[1], [other[1]], 0)
        if one[0] == other[0] or len(between) < 2 * max(len(one[1]), len(other[1])):
            return None
        right = list(blocks)
        for (at, gone), (_, new) in ((one, other), (other, one)):
            right[at] = sum((new if part == gone else part for part in sentences_of(blocks[at])), ())
            if 2 * len(new) > len(right[at]):
                return None
        return Part(left=blocks, right=right, moved=tuple((_all(one), _all(between)) for _, one in (one, other)))

    def sentence_move(self, blocks: Blocks, edit: float = 0.0, inside: bool = False) -> Part | None:
        """One sentence moves to another paragraph, or inside its own; most of its paragraph stays."""
        sources = [at for at in _long(blocks) if len(sentences_of(blocks[at])) >= 2 + inside]
        if not sources:
            return None
        source = self.rng.choice(sources)
        target = source if inside else self.rng.choice([at for at in _long(blocks) if at != source] or [source])
        parts = sentences_of(blocks[source])
        which = self.rng.randrange(len(parts))
        sentence, rest = parts[which], [*parts[:which], *parts[which + 1 :]]
        others = rest if inside else sentences_of(blocks[target])
        at = self.rng.randrange(len(others) + 1)
        small = 2 * len(sentence) <= len(blocks[source]) and len(sentence) <= sum(map(len, others))
        if (target == source) != inside or (inside and at == which) or len(sentence) < SENTENCE_WORDS or not small:
            return None
        passed = _between(blocks, sentence, others, at)
        if len(passed) < SENTENCE_WORDS:
            return None
        moved, edits = self.substitute(sentence, edit) if edit else (sentence, [])
        right = list(blocks)
        right[source] = sum(rest, ())
        right[target] = sum([*others[:at], moved, *others[at:]], ())
        return Part(left=blocks, right=right, moved=((_all(sentence), _all(passed)),), edits=tuple(edits))

    def split(self, blocks: Blocks, edit: float = 0.0) -> Part | None:
        """One paragraph becomes two or three, cut between sentences."""
        places = [at for at in _long(blocks) if len(sentences_of(blocks[at])) >= 2]
        if not places:
            return None
        at = self.rng.choice(places)
        parts = sentences_of(blocks[at])
        pieces = min(len(parts), self.rng.choice((2, 2, 3)))
        cuts = [0, *sorted(self.rng.sample(range(1, len(parts)), pieces - 1)), len(parts)]
        made: Blocks = [sum(parts[start:end], ()) for start, end in pairwise(cuts)]
        edits: list[Edit] = []
        for index, piece in enumerate(made if edit else ()):
            made[index], more = self.substitute(piece, edit)
            edits += more
        right = [*blocks[:at], *made, *blocks[at + 1 :]]
        joined = ((at,), tuple(range(at, at + pieces)))
        return Part(left=blocks, right=right, joined=(joined,), edits=tuple(edits))

    def merge(self, blocks: Blocks, edit: float = 0.0) -> Part | None:
        """Two or three paragraphs become one: a split seen from the other side."""
        part = self.split(blocks, edit)
        if not part:
            return None
        edits = tuple((new, gone) for gone, new in part.edits)
        joined = tuple((many, one) for one, many in part.joined)
        return Part(left=part.right, right=part.left, joined=joined, edits=edits)

    def swap(self, blocks: Blocks) -> Part | None:
        """Two paragraphs change places."""
        one, other = sorted(self.rng.sample(range(len(blocks)), 2))
        right = list(blocks)
        right[one], right[other] = blocks[other], blocks[one]
        middle = blocks[one + 1 : other]
        pieces = (_all(blocks[one]), _all(blocks[other]), *([_all(*middle)] if middle else []))
        return Part(left=blocks, right=right, moved=(pieces,))

    def duplicate(self, blocks: Blocks) -> Part | None:
        """A paragraph that one side prints twice, or both do, with an edit in one of them that must not cross over."""
        sources = _long(blocks)
        if not sources:
            return None
        source = self.rng.choice(sources)
        target = self.rng.randrange(source + 1, len(blocks) + 1)
        kind = self.rng.randrange(3)
        if kind < 2:
            twice, places = [*blocks[:target], blocks[source], *blocks[target:]], frozenset({source, target})
            if kind:
                return Part(left=blocks, right=twice, repeated=((frozenset(), places),))
            return Part(left=twice, right=blocks, repeated=((places, frozenset()),))
        second = self.origins.words(word.text for word in blocks[source])
        both = [*blocks[:target], second, *blocks[target:]]
        right = list(both)
        right[source], edits = self.substitute(both[source], 0.04)
        return Part(left=both, right=right, edits=tuple(edits))

    def edited(self, blocks: Blocks) -> Part | None:
        """One word in twenty is another."""
        right, edits = list(blocks), []
        for at, block in enumerate(blocks):
            right[at], more = self.substitute(block, 0.05)
            edits += more
        return Part(left=blocks, right=right, edits=tuple(edits))

    def several(self, blocks: Blocks) -> Part | None:
        """Different operations on neighbouring stretches of the text, with edited stretches between them."""
        makers = [self.block_move, self.sentence_move, self.split, self.merge, self.swap]
        self.rng.shuffle(makers)
        parts: list[Part] = []
        for number, at in enumerate(range(0, len(blocks), 4)):
            stretch = blocks[at : at + 4]
            made = makers[number // 2 % len(makers)](stretch) if number % 2 == 0 and len(stretch) == 4 else None
            parts.append(made or self.edited(stretch) or Part(left=stretch, right=stretch))
        return _side_by_side(parts) if sum(bool(part.moved or part.joined) for part in parts) >= 2 else None

    def substitute(self, words: Paragraph, share: float) -> tuple[Paragraph, list[Edit]]:
        """The words with a share of them replaced, one at least, by words that stand nowhere in the article."""
        inner = [at for at, word in enumerate(words) if bare(word.text)]
        found, edits = list(words), []
        for at in sorted(self.rng.sample(inner, min(len(inner), max(1, round(share * len(words)))))):
            found[at] = self._prose.rare(self._known)
            edits.append((frozenset({words[at].origin}), frozenset({found[at].origin})))
        return tuple(found), edits


def _usable(paragraphs: Paragraphs) -> Paragraphs:
    """The paragraphs without lines that stand twice."""
    return tuple(dict.fromkeys(one for one in paragraphs if len(one.split()) >= 4))


def _long(blocks: Blocks) -> list[int]:
    return [at for at, block in enumerate(blocks) if len(block) >= _BLOCK_WORDS]


def _all(*blocks: Paragraph) -> Origin:
    return frozenset(word.origin for block in blocks for word in block)


def _between(blocks: Blocks, sentence: Paragraph, others: Sequence[Paragraph], at: int) -> Paragraph:
    """The words of the left that a sentence goes past to stand before the `at`-th of the others, or after the last."""
    flat = [word for block in blocks for word in block]
    place = {word.origin: index for index, word in enumerate(flat)}
    start, end = place[sentence[0].origin], place[sentence[-1].origin] + 1
    reached = place[others[at][0].origin] if at < len(others) else place[others[-1][-1].origin] + 1
    return tuple(flat[end:reached] if reached > start else flat[reached:start])


def _side_by_side(parts: Sequence[Part]) -> Part:
    left: Blocks = []
    right: Blocks = []
    joined: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for part in parts:
        for one, other in part.joined:
            joined.append((tuple(at + len(left) for at in one), tuple(at + len(right) for at in other)))
        left += part.left
        right += part.right
    moved = tuple(one for part in parts for one in part.moved)
    return Part(
        left=left, right=right, moved=moved, joined=tuple(joined), edits=sum((part.edits for part in parts), ())
    )


KINDS: dict[str, Callable[[Maker, Blocks], Part | None]] = {
    "block move": Maker.block_move,
    "block move + 10 % edits": lambda maker, blocks: maker.block_move(blocks, edit=0.1),
    "block move + edit beside it": lambda maker, blocks: maker.block_move(blocks, beside=True),
    "sentence move": Maker.sentence_move,
    "sentence move + 10 % edits": lambda maker, blocks: maker.sentence_move(blocks, edit=0.1),
    "sentence move in its block": lambda maker, blocks: maker.sentence_move(blocks, inside=True),
    "split": Maker.split,
    "split + 10 % edits": lambda maker, blocks: maker.split(blocks, edit=0.1),
    "merge": Maker.merge,
    "merge + 10 % edits": lambda maker, blocks: maker.merge(blocks, edit=0.1),
    "swap": Maker.swap,
    "run of blocks moves": Maker.run_move,
    "sentences swap": Maker.sentence_swap,
    "duplicate": Maker.duplicate,
    "several at once": Maker.several,
}


def make_case(name: str, seed: int) -> Case:
    """A case of a kind. Articles that do not serve are passed over."""
    for attempt in range(1_000):
        maker = Maker(f"{name} {attempt}", seed)
        part = KINDS[name](maker, maker.blocks)
        if part:
            return Case(
                name=name,
                left=tuple(part.left),
                right=tuple(part.right),
                moved=part.moved,
                joined=part.joined,
                repeated=part.repeated,
                edits=part.edits,
            )
    raise ValueError(f"no article serves for: {name}")


def cases(each: int, first: int = 0) -> list[Case]:
    """So many cases of every kind, from that seed on."""
    return [make_case(name, seed) for name in KINDS for seed in range(first, first + each)]
