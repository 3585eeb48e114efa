"""Generated moves, splits, merges, swaps and duplicates whose truth is known. Deterministic by seed.

Every case is one operation on an ordinary article. What is equivalent is told as truth: a piece that moved past another
is as truly that other moved past the piece; a piece that only changes the block it stands in, and not its place among
the words, has not moved and is never made.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from benchmarks.cases import Case, Origins, Paragraph, Prose, Word, bare
from benchmarks.corpus import Paragraphs, articles

_SENTENCE_END = re.compile(r"[.!?][”\"’)]?$")
_NO_END = re.compile(
    r"(?i)^(?:[a-z]|mr|mrs|ms|dr|st|sen|rep|gov|gen|lt|col|sgt|jr|sr|u\.?s|u\.?k|vs|no|[a-z](?:\.[a-z])+)\.$"
)
_BLOCK_WORDS = 12
_SENTENCE_WORDS = 7
"""Words of the shortest paragraph and sentence that is moved, split or joined; shorter ones stand twice by chance."""

Blocks = list[Paragraph]


class _Text:
    """An article to operate on."""

    def __init__(self, name: str, seed: int) -> None:
        self.rng = random.Random(f"{name} {seed}")
        self.origins = Origins()
        pool = articles()
        while True:
            paragraphs = _usable(pool[self.rng.randrange(len(pool))])
            if 6 <= len(paragraphs) <= 30:
                break
        self.left: Blocks = [self.origins.words(one.split()) for one in paragraphs]
        self.known = frozenset(bare(word.text) for block in self.left for word in block)
        self.prose = Prose(pool[self.rng.randrange(len(pool))] + pool[0] + pool[1], self.rng, self.origins)

    def long_blocks(self, sentences: int = 1) -> list[int]:
        """Blocks that are long enough, with that many sentences."""
        return [
            at
            for at, block in enumerate(self.left)
            if len(block) >= _BLOCK_WORDS and len(sentences_of(block)) >= sentences
        ]

    def substitute(
        self, words: Paragraph, share: float
    ) -> tuple[Paragraph, list[tuple[frozenset[int], frozenset[int]]]]:
        """The words with a share of them replaced, one at least, by words that stand nowhere in the article."""
        inner = [at for at, word in enumerate(words) if bare(word.text)]
        chosen = sorted(self.rng.sample(inner, max(1, round(share * len(words)))))
        found = list(words)
        edits = []
        for at in chosen:
            found[at] = self.prose.rare(self.known)
            edits.append((frozenset({words[at].origin}), frozenset({found[at].origin})))
        return tuple(found), edits


def _usable(paragraphs: Paragraphs) -> Paragraphs:
    """The paragraphs without lines that stand twice."""
    return tuple(dict.fromkeys(one for one in paragraphs if len(one.split()) >= 4))


def sentences_of(block: Paragraph) -> list[Paragraph]:
    """The sentences of a paragraph, joined where the mark may be that of an abbreviation."""
    found: list[list[Word]] = [[]]
    for word, following in zip(block, [*block[1:], None], strict=True):
        found[-1].append(word)
        text = word.text
        if (
            following
            and _SENTENCE_END.search(text)
            and not _NO_END.match(text)
            and following.text.lstrip('“"‘(')[:1].isupper()
        ):
            found.append([])
    sentences: list[Paragraph] = []
    for one in found:
        if sentences and (len(one) < _SENTENCE_WORDS or len(sentences[-1]) < _SENTENCE_WORDS):
            sentences[-1] += tuple(one)
        else:
            sentences.append(tuple(one))
    return sentences


def _origins(blocks: Sequence[Paragraph]) -> frozenset[int]:
    return frozenset(word.origin for block in blocks for word in block)


def block_move(seed: int, edit: float = 0.0, neighbour: bool = False) -> Case:
    """One paragraph moves anywhere; perhaps with edits in it, perhaps with an edit in a paragraph beside its places."""
    name = "block move" + (" + 10 % edits" if edit else " + edit beside it" if neighbour else "")
    text = _Text(name, seed)
    rng, left = text.rng, text.left
    source = rng.choice(text.long_blocks())
    rest = [*left[:source], *left[source + 1 :]]
    target = rng.choice([at for at in range(len(rest) + 1) if at != source and _words(_passed(left, source, at))])
    passed = _passed(left, source, target)
    piece, edits = text.substitute(left[source], edit) if edit else (left[source], [])
    right = [*rest[:target], piece, *rest[target:]]
    if neighbour:
        beside = [at for at in {target - 1, target + 1, source, source - 1} if 0 <= at < len(right)]
        at = rng.choice([at for at in sorted(beside) if at != target])
        right[at], edits = text.substitute(right[at], 0.04)
    return Case(
        name=name,
        left=tuple(left),
        right=tuple(right),
        moved=(_origins([left[source]]), _origins(passed)),
        moves=1,
        edits=tuple(edits),
    )


def _passed(left: Blocks, source: int, target: int) -> Blocks:
    """The blocks that a move goes past; `target` counts without the source."""
    return left[target:source] if target < source else left[source + 1 : target + 1]


def _words(blocks: Sequence[Paragraph]) -> int:
    return sum(map(len, blocks))


def sentence_move(seed: int, edit: float = 0.0, inside: bool = False) -> Case:
    """One sentence moves to another paragraph, or inside its own; most of its paragraph stays."""
    name = f"sentence move{' in its block' if inside else ''}{' + 10 % edits' if edit else ''}"
    for attempt in range(1_000):
        text = _Text(f"{name} {attempt}", seed)
        found = _sentence_moved(text, edit, inside)
        if found:
            return replace(found, name=name)
    raise ValueError("no article fits")


def _sentence_moved(text: _Text, edit: float, inside: bool) -> Case | None:
    rng, left = text.rng, text.left
    sources = text.long_blocks(3 if inside else 2)
    if not sources:
        return None
    source = rng.choice(sources)
    parts = sentences_of(left[source])
    which = rng.randrange(len(parts))
    sentence = parts[which]
    rest = [*parts[:which], *parts[which + 1 :]]
    if len(sentence) < _SENTENCE_WORDS or 2 * len(sentence) > len(left[source]):
        return None
    target = source if inside else rng.choice([at for at in text.long_blocks() if at != source] or [source])
    others = rest if inside else sentences_of(left[target])
    at = rng.randrange(len(others) + 1)
    if (target == source) != inside or (inside and at == which) or 2 * len(sentence) > _words(others) + len(sentence):
        return None
    moved, edits = text.substitute(sentence, edit) if edit else (sentence, [])
    right = list(left)
    right[source] = sum(rest, ())
    right[target] = sum([*others[:at], moved, *others[at:]], ())
    passed = _between(left, sentence, others, at)
    if _words([passed]) < _SENTENCE_WORDS:
        return None
    return Case(
        name="",
        left=tuple(left),
        right=tuple(right),
        moved=(_origins([sentence]), _origins([passed])),
        moves=1,
        edits=tuple(edits),
    )


def _between(left: Blocks, sentence: Paragraph, others: Sequence[Paragraph], at: int) -> Paragraph:
    """The words that a sentence goes past, on the left."""
    flat = [word for block in left for word in block]
    place = {word.origin: index for index, word in enumerate(flat)}
    start, end = place[sentence[0].origin], place[sentence[-1].origin] + 1
    reached = place[others[at][0].origin] if at < len(others) else place[others[-1][-1].origin] + 1
    return tuple(flat[end:reached] if reached > start else flat[reached:start])


def split(seed: int, edit: float = 0.0) -> Case:
    """One paragraph becomes two or three, cut between sentences."""
    return _cut(f"split{' + 10 % edits' if edit else ''}", seed, edit)


def merge(seed: int, edit: float = 0.0) -> Case:
    """Two or three paragraphs become one: a split seen from the other side."""
    case = _cut(f"merge{' + 10 % edits' if edit else ''}", seed, edit)
    (joined,) = case.joined
    edits = tuple((new, gone) for gone, new in case.edits)
    return replace(case, left=case.right, right=case.left, joined=((joined[1], joined[0]),), edits=edits)


def _cut(name: str, seed: int, edit: float) -> Case:
    for attempt in range(1_000):
        text = _Text(f"{name} {attempt}", seed)
        places = text.long_blocks(2)
        if places:
            break
    at = text.rng.choice(places)
    parts = sentences_of(text.left[at])
    pieces = min(len(parts), text.rng.choice((2, 2, 3)))
    cuts = [0, *sorted(text.rng.sample(range(1, len(parts)), pieces - 1)), len(parts)]
    made: Blocks = [sum(parts[start:end], ()) for start, end in pairwise(cuts)]
    edits = []
    if edit:
        for index, piece in enumerate(made):
            made[index], more = text.substitute(piece, edit)
            edits += more
    right = [*text.left[:at], *made, *text.left[at + 1 :]]
    joined = ((at,), tuple(range(at, at + pieces)))
    return Case(name=name, left=tuple(text.left), right=tuple(right), joined=(joined,), edits=tuple(edits))


def swap(seed: int) -> Case:
    """Two paragraphs change places."""
    text = _Text("swap", seed)
    left = text.left
    one, other = sorted(text.rng.sample(range(len(left)), 2))
    right = list(left)
    right[one], right[other] = left[other], left[one]
    middle = left[one + 1 : other]
    pieces = (_origins([left[one]]), _origins([left[other]]), *([_origins(middle)] if middle else []))
    return Case(name="swap", left=tuple(left), right=tuple(right), moved=pieces, moves=1)


def duplicate(seed: int) -> Case:
    """A paragraph that one side prints twice, or both sides do, each time with an edit that tells the two apart."""
    text = _Text("duplicate", seed)
    rng = text.rng
    source = rng.choice(text.long_blocks())
    target = rng.choice([at for at in range(len(text.left) + 1) if at > source])
    twice = [*text.left[:target], text.left[source], *text.left[target:]]
    kind = seed % 3
    if kind == 0:
        return Case(
            name="duplicate",
            left=tuple(twice),
            right=tuple(text.left),
            repeated=(frozenset({source, target}), frozenset()),
        )
    if kind == 1:
        return Case(
            name="duplicate",
            left=tuple(text.left),
            right=tuple(twice),
            repeated=(frozenset(), frozenset({source, target})),
        )
    second = text.origins.words(word.text for word in text.left[source])
    both = [*text.left[:target], second, *text.left[target:]]
    right = list(both)
    right[source], edits = text.substitute(both[source], 0.04)
    return Case(name="duplicate", left=tuple(both), right=tuple(right), edits=tuple(edits))


KINDS: dict[str, Callable[[int], Case]] = {
    "block move": block_move,
    "block move + 10 % edits": lambda seed: block_move(seed, edit=0.1),
    "block move + edit beside it": lambda seed: block_move(seed, neighbour=True),
    "sentence move": sentence_move,
    "sentence move + 10 % edits": lambda seed: sentence_move(seed, edit=0.1),
    "sentence move in its block": lambda seed: sentence_move(seed, inside=True),
    "split": split,
    "split + 10 % edits": lambda seed: split(seed, edit=0.1),
    "merge": merge,
    "merge + 10 % edits": lambda seed: merge(seed, edit=0.1),
    "swap": swap,
    "duplicate": duplicate,
}


def cases(each: int) -> list[Case]:
    """So many cases of every kind."""
    return [make(seed) for make in KINDS.values() for seed in range(each)]
