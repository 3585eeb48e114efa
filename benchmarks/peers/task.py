"""What an engine is given and what it answers; the clock that all of them are held to."""

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from benchmarks.cases import as_article
from benchmarks.scores import Pairs
from sitegen.comparing import forget_texts
from sitegen.model import Article
from sitegen.text.tokenized import Tokenized, tokenize_blocks

Matches = list[tuple[int, int, int]]
"""Start in the left, start in the right, length; in tokens."""
_ENOUGH = 0.4
"""CPU seconds after which a measurement is not repeated."""
T = TypeVar("T")


class Skipped(Exception):
    """Why an engine has no figure: it was not run, or gave no answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Two texts as every engine needs them."""

    articles: tuple[Article, Article]
    left: Tokenized
    right: Tokenized
    runs: int = 7
    """How often a short measurement is repeated."""

    @property
    def lines(self) -> tuple[str, str]:
        """Both texts with one line a paragraph."""
        one, other = ("\n".join(block.text.replace("\n", " ") for block in article.blocks) for article in self.articles)
        return one, other

    @property
    def tokens(self) -> int:
        """Tokens of the longer text."""
        return max(len(self.left.keys), len(self.right.keys))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an engine found, and what that cost."""

    matches: Matches
    cpu: float
    """Seconds, user and system: the least of the repeats."""

    @property
    def pairs(self) -> Pairs:
        """The matches token by token."""
        return [(left + step, right + step) for left, right, length in self.matches for step in range(length)]


def make_task(left: Sequence[str] | Article, right: Sequence[str] | Article, runs: int = 7) -> Task:
    """A task of two texts, as paragraphs or as articles."""
    one = left if isinstance(left, Article) else as_article("left", left)
    other = right if isinstance(right, Article) else as_article("right", right)
    texts = tokenize_blocks(one.blocks), tokenize_blocks(other.blocks)
    return Task(articles=(one, other), left=texts[0], right=texts[1], runs=runs)


def cpu_of(work: Callable[[], T], runs: int = 7) -> tuple[T, float]:
    """What the work returns, and the least CPU seconds of a few runs of it; long work runs once.

    Each run is as the first of its texts: what sitegen keeps of the texts that it read last is forgotten before it.
    """
    gc.collect()
    best, spent = float("inf"), 0.0
    for _ in range(runs):
        forget_texts()
        start = time.process_time()
        result = work()
        took = time.process_time() - start
        best, spent = min(best, took), spent + took
        if spent > _ENOUGH:
            break
    return result, best


def as_matches(pairs: Pairs) -> Matches:
    """Pairs of tokens as runs."""
    found: Matches = []
    for left, right in pairs:
        if found and found[-1][0] + found[-1][2] == left and found[-1][1] + found[-1][2] == right:
            found[-1] = (found[-1][0], found[-1][1], found[-1][2] + 1)
        else:
            found.append((left, right, 1))
    return found
