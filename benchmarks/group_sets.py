"""The labelled sets, as articles. Reads what lies beside the project, writes nothing."""

import json
import lzma
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.copies import KINDS, copied, other_words, retold, shuffled, vocabulary_of
from benchmarks.corpus import DATA
from benchmarks.unpack import scraped_articles
from sitegen.config import Config
from sitegen.model import Article, Block
from sitegen.read import read_article

STORIES = DATA / "grouping" / "stories-dev.jsonl.xz"
LANGUAGES = DATA / "languages" / "pairs-dev.jsonl.xz"
_WORDS = 350
"""Words of a made article."""


def lines_of(path: Path) -> Iterator[dict[str, object]]:
    """The objects of a packed file, one a line."""
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield json.loads(line)


def as_article(name: str, text: str) -> Article | None:
    """The text as the reader reads it; None where there is nothing to read."""
    article, _ = read_article(f"{name}.txt", f"{name}.txt", text.encode("utf-8", "replace"), Config())
    return article


def stories() -> tuple[list[Article], dict[str, int], dict[str, str]]:
    """Articles, the story of those that have one, and their texts."""
    articles, labels, texts = [], {}, {}
    for line in lines_of(STORIES):
        article = as_article(str(line["id"]), str(line["text"]))
        if article is None:
            continue
        articles.append(article)
        texts[article.id] = str(line["text"])
        if line["story"] is not None:
            labels[article.id] = int(str(line["story"]))
    return articles, labels, texts


@dataclass(frozen=True, slots=True)
class Graded:
    """Two texts, and how far apart readers found what they report: 1 the same to 4 different."""

    left: str
    right: str
    languages: tuple[str, str]
    grade: float

    @property
    def same_language(self) -> bool:
        return self.languages[0] == self.languages[1]


def languages() -> tuple[list[Article], list[Graded]]:
    """Articles, and the pairs that were graded, by ids."""
    articles, pairs = [], []
    for line in lines_of(LANGUAGES):
        sides = [f"{line['pair']}-{side}" for side in ("left", "right")]
        for name, text in zip(sides, line["texts"], strict=True):  # type: ignore[call-overload]
            article = as_article(name, text)
            if article:
                articles.append(article)
        spoken = tuple(line["languages"])  # type: ignore[arg-type]
        pairs.append(Graded(sides[0], sides[1], spoken, float(str(line["overall"]))))
    return articles, pairs


def grams(text: str, size: int = 5) -> frozenset[tuple[str, ...]]:
    """Runs of words, in the plainest way, for what is to be found."""
    words = re.findall(r"\w+", text.lower())
    return frozenset(zip(*(words[at:] for at in range(size)), strict=False))


@dataclass(frozen=True, slots=True)
class Made:
    """A text made from real ones."""

    name: str
    text: str
    kind: str
    """`cut`, `edited`, `quotes`; empty for what nothing was copied from or to."""
    of: int
    """The number of the text that it is a copy of, or its own."""


def made(count: int, seed: int = 7) -> Iterator[Made]:
    """Texts of which three in ten are copies: cut, 30 % of the words edited, or nothing but three quotations kept.

    Originals are real articles whose words were shuffled three by three, so that they share no run of eight; when all
    have been used they are told with other words.
    """
    rng = random.Random(seed)
    pool = _pool()
    vocabulary = vocabulary_of(pool[:500])
    number, copies, turn, words = 0, 0, 0, other_words(0)
    while number < count:
        if number // len(pool) > turn:
            turn = number // len(pool)
            words = other_words(turn)
        pieces = [retold(piece, words) for piece in shuffled(pool[number % len(pool)], _WORDS, rng)]
        yield Made(f"m{number:06}", "".join(pieces).strip(), "", number)
        original, number = number, number + 1
        if rng.random() < 3 / 7 and number < count:
            kind = KINDS[copies % 3]
            strange = shuffled(pool[rng.randrange(len(pool))], _WORDS, rng) if kind == "quotes" else ()
            copy = copied(pieces, kind, rng, vocabulary, strange)
            yield Made(f"m{number:06}", "".join(copy).strip(), kind, original)
            number, copies = number + 1, copies + 1


@cache
def _pool() -> tuple[list[str], ...]:
    """The real texts of 120 words and more, in words with a space behind each."""
    spaced = ([f"{word} " for word in one.text.split()] for one in scraped_articles())
    return tuple(pieces for pieces in spaced if len(pieces) >= 120)


def plain(one: Made) -> Article:
    """A made text as an article, without the reader: what is measured is grouping."""
    block = Block(id="b1", role="paragraph", text=one.text, line=1)
    return Article(
        id=one.name, path=f"{one.name}.txt", title=one.name, language="en", blocks=(block,), digest="0" * 64, size=1
    )
