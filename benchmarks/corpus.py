"""Real texts to make cases from, as paragraphs of one line each. Reads what lies beside the project, writes nothing."""

import gzip
import json
import lzma
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from benchmarks.unpack import NEWS, scraped_articles
from sitegen.config import Config
from sitegen.model import Article
from sitegen.read import read_article

DATA = NEWS.parents[1]
SEEDS = DATA / "seeds"
REVISIONS = DATA / "revisions" / "revision-pairs.json.gz"
PASSAGES = DATA / "alignment" / "passages-dev.jsonl.xz"

Paragraphs = tuple[str, ...]
"""Single-spaced, none of them empty."""


@cache
def articles(first: int = 1_500) -> tuple[Paragraphs, ...]:
    """The first real articles, in the order of the file."""
    return tuple(paragraphs(one.text) for one in islice(scraped_articles(), first))


def paragraphs(text: str) -> Paragraphs:
    """The lines of a text that hold something, each single-spaced."""
    lines = (" ".join(line.split()) for line in re.split(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", text))
    return tuple(line for line in lines if line)


def of_words(count: int, rng: random.Random, avoid: frozenset[int] = frozenset()) -> tuple[Paragraphs, frozenset[int]]:
    """Some articles one after another, cut to that many words, and which they were; `avoid` are not taken.

    Lines of less than four words (menus, bylines) are left out, and no paragraph comes twice: truth must be clear.
    """
    found: list[str] = []
    seen: set[str] = set()
    used: set[int] = set()
    pool = articles()
    order = [index for index in range(len(pool)) if index not in avoid]
    rng.shuffle(order)
    left = count
    for index in order:
        used.add(index)
        for paragraph in pool[index]:
            words = paragraph.split()
            if len(words) < 4 or paragraph in seen:
                continue
            seen.add(paragraph)
            found.append(" ".join(words[:left]))
            left -= min(left, len(words))
            if not left:
                return tuple(found), frozenset(used)
    raise ValueError(f"the articles do not hold {count} words")


def revision_pairs() -> Iterator[tuple[str, str, str]]:
    """Language, before and after of each pair of page revisions."""
    for language, pairs in sorted(json.loads(gzip.decompress(REVISIONS.read_bytes())).items()):
        for before, after in pairs:
            yield language, before, after


@dataclass(frozen=True, slots=True)
class Reused:
    """Two documents and the passages that one took from the other."""

    copy: str
    source: str
    passages: tuple[tuple[tuple[int, int], tuple[int, int]], ...]
    """Gold: a range of characters of the copy, and the range of the source that it comes from."""


def reused_passages() -> Iterator[Reused]:
    """The pairs with gold passages."""
    with lzma.open(PASSAGES, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            pair = json.loads(line)
            gold = [
                (_range(one["this_offset"], one["this_length"]), _range(one["source_offset"], one["source_length"]))
                for one in pair["passages"]
            ]
            yield Reused(pair["copy"], pair["source"], tuple(gold))


def _range(start: int, length: int) -> tuple[int, int]:
    return start, start + length


def seed_articles() -> tuple[Article, ...]:
    """The three English documents that report one event (001, 003, 004), as the reader reads them."""
    found = []
    for name in ("001", "003", "004"):
        (path,) = SEEDS.glob(f"{name}_*.txt")
        article, _ = read_article(path.name, path.name, path.read_bytes(), Config())
        if article is None:
            raise ValueError(f"cannot read {path.name}")
        found.append(article)
    return tuple(found)


def all_here() -> bool:
    """Whether the data lie beside the project."""
    return all(Path(one).exists() for one in (NEWS, SEEDS, REVISIONS, PASSAGES))
