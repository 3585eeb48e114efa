"""Copies made of real texts, and more texts than there are real ones. The same seed and numbers give the same texts.

A text is handled as pieces: words, each with the space behind it, so that its lines survive.
"""

import hashlib
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, count, cycle, islice
from zlib import crc32

from benchmarks.unpack import Scraped, scraped_articles

KINDS = ("cut", "edited", "quotes")
"""The beginning of a text; 30 % of its words replaced; nothing kept but three quotations."""
_EDITED = 0.3
_OF, _COPIES = 25, 2
"""Of so many articles of an archive, so many are copies of the one in the middle of them."""
_VOCABULARY = 500
"""Real articles whose words stand in for those that an edit replaces."""
_COMMON = 0.2
"""Share of the texts from which a word is in common use and stays when a text is told with other words."""
_CLASS = 512
"""Words of like rarity that stand for each other."""
_CLASS_OF_COMMON = 8
"""The same of words in common use, of which one in two is another one when a whole text is told again."""
_WORD = re.compile(r"\w+")


def pieces_of(text: str) -> list[str]:
    """The words of a text, each with the space behind it. Joined they are the text, less what it begins with."""
    return re.findall(r"\S+\s*", text)


def shuffled(pieces: Sequence[str], most: int, rng: random.Random) -> list[str]:
    """Some `most` words in runs of three, shuffled, so that no longer run of them is the text's own."""
    chunks = [pieces[at : at + 3] for at in range(0, min(len(pieces), 3 * most), 3)]
    rng.shuffle(chunks)
    return [piece for chunk in chunks[: most // 3] for piece in chunk]


def copied(
    pieces: Sequence[str], kind: str, rng: random.Random, vocabulary: Sequence[str], strange: Sequence[str]
) -> list[str]:
    """A copy of the kind. New words come from `vocabulary`; what stands around quotations is `strange`."""
    if kind == "cut":
        return list(pieces[: max(60, int(len(pieces) * rng.uniform(0.3, 0.7)))])
    if kind == "edited":
        return [
            rng.choice(vocabulary) + piece[len(piece.rstrip()) :] if rng.random() < _EDITED else piece
            for piece in pieces
        ]
    parts: list[str] = []
    for part in range(3):
        at = rng.randrange(max(1, len(pieces) - 24))
        quotation = "".join(pieces[at : at + rng.randint(14, 24)]).rstrip()
        parts += [*strange[part * 60 : part * 60 + 60], f"“{quotation}” "]
    return [*parts, *strange[180:240]]


@cache
def _real() -> tuple[Scraped, ...]:
    return tuple(scraped_articles())


@cache
def _by_rarity() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that less than one text in five has, and the others, rarest first.

    Of equals the order is by hash, lest it be by alphabet.
    """
    frequency: Counter[str] = Counter()
    for one in _real():
        frequency.update(set(_WORD.findall(one.text)))
    words = sorted(frequency, key=lambda word: (frequency[word], hashlib.sha256(word.encode()).digest()))
    rare = sum(count < _COMMON * len(_real()) for count in frequency.values())
    return tuple(words[:rare]), tuple(words[rare:])


def other_words(turn: int) -> dict[str, str]:
    """For every word that is not in common use another one, as rare as it; none for turn 0, others for each turn."""
    if not turn:
        return {}
    words = _by_rarity()[0]
    table = {}
    for first in range(0, len(words), _CLASS):
        group = words[first : first + _CLASS]
        step = turn * 37 % len(group)
        table.update(zip(group, (*group[step:], *group[:step]), strict=True))
    return table


def retold(text: str, words: dict[str, str]) -> str:
    """The text with other words in the same places."""
    return _WORD.sub(lambda found: words.get(found[0], found[0]), text) if words else text


@cache
def _common_words() -> dict[str, tuple[str, ...]]:
    """Of each word in common use, those that are as common, itself included."""
    words = _by_rarity()[1]
    groups = (words[first : first + _CLASS_OF_COMMON] for first in range(0, len(words), _CLASS_OF_COMMON))
    return {word: group for group in groups for word in group}


def reworded(text: str, turn: int) -> str:
    """The text with one in two of the words in common use another one, by the word that stands before it.

    So what two texts share they share again. Without it each text shared one run of words in twenty with each telling
    of itself, and pairs grew with the square of the tellings, which no archive has.
    """
    common, before = _common_words(), ""

    def another(match: re.Match[str]) -> str:
        nonlocal before
        word, chance = match[0], crc32(f"{turn} {before} {match[0]}".encode())
        before = word
        group = common.get(word)
        return group[chance // 2 % len(group)] if group and chance % 2 else word

    return _WORD.sub(another, text)


def originals() -> Iterator[Scraped]:
    """The real articles, then again and again with other words each time; without end.

    Told with other words an archive has the like stories, copies and boilerplate again, and none in common with the
    articles it was told after.
    """
    yield from scraped_articles()
    for turn in count(1):
        words = other_words(turn)
        for one in _real():
            title, text = (retold(reworded(told, turn), words) for told in (one.title, one.text))
            yield replace(one, id=f"{one.id}-{turn}", url="", title=title, text=text)


def archive(articles: int, seed: int = 11) -> Iterator[Scraped]:
    """Articles of which two in 25 are made copies of one of those 25. A longer archive begins as a shorter one."""
    rng = random.Random(seed)
    vocabulary = vocabulary_of([pieces_of(one.text) for one in islice(scraped_articles(), _VOCABULARY)])
    source, kinds = originals(), cycle(KINDS)

    def dozens() -> Iterator[Scraped]:
        while True:
            group = list(islice(source, _OF - _COPIES))
            yield from group
            original, strange = group[len(group) // 2], group[0]
            for number in range(_COPIES):
                yield _copy(original, next(kinds), number + 1, strange, group[number + 1].outlet, rng, vocabulary)

    return islice(dozens(), articles)


def _copy(
    original: Scraped,
    kind: str,
    number: int,
    strange: Scraped,
    outlet: str,
    rng: random.Random,
    vocabulary: Sequence[str],
) -> Scraped:
    around = shuffled(pieces_of(strange.text), 240, rng)
    pieces = copied(pieces_of(original.text), kind, rng, vocabulary, around)
    return replace(
        original, id=f"{original.id}-{kind}{number}", outlet=outlet, url="", byline="", text="".join(pieces).strip()
    )


def vocabulary_of(texts: Sequence[Sequence[str]]) -> list[str]:
    """The words of texts, without the spaces behind them, sorted."""
    return sorted({piece.rstrip() for piece in chain.from_iterable(texts)})
