"""Two texts of which it is known, word by word, what came from where. Knows nothing of how the edits are made.

A word is a piece between spaces with an origin: a number of its own in the left text, which it keeps wherever it goes.
A word that is new in the right text has a number that the left does not have. A word that the left prints twice has
the same number twice, so that either is right.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen.comparing import tokenize_pair
from sitegen.config import Comparing
from sitegen.model import Article, Block
from sitegen.text.keys import key_of
from sitegen.text.tokenized import Tokenized, tokenize_blocks

SETTINGS = Comparing()


@dataclass(frozen=True, slots=True, order=True)
class Word:
    """A piece between spaces."""

    text: str
    origin: int


Paragraph = tuple[Word, ...]
Edit = tuple[frozenset[int], frozenset[int]]
"""Origins gone from the left, origins new in the right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A left text, a right text, and what was done to make one of the other."""

    name: str
    """What kind of case it is; figures are given by it."""
    left: tuple[Paragraph, ...]
    right: tuple[Paragraph, ...]
    moved: tuple[tuple[frozenset[int], ...], ...] = ()
    """For each move the origins of the pieces of which one must be told as moved: that one moves past the other is as
    truly that the other moves past the one."""
    joined: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...] = ()
    """Splits and merges: the blocks of the left and the blocks of the right."""
    repeated: tuple[tuple[frozenset[int], frozenset[int]], ...] = ()
    """Blocks of the left and of the right of which one is there once too often."""
    edits: tuple[Edit, ...] = ()
    """Word edits that must be told."""

    def texts(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The paragraphs of both sides as printed."""
        return tuple(printed(one) for one in self.left), tuple(printed(one) for one in self.right)


class Origins:
    """Gives out numbers."""

    def __init__(self, start: int = 0) -> None:
        self.next = start

    def words(self, texts: Iterable[str]) -> Paragraph:
        """Words with new numbers."""
        found = tuple(Word(text, self.next + at) for at, text in enumerate(texts))
        self.next += len(found)
        return found


def printed(words: Iterable[Word]) -> str:
    """A paragraph as a line of text."""
    return " ".join(word.text for word in words)


def as_article(name: str, paragraphs: Sequence[str], language: str = "en") -> Article:
    """An article of these paragraphs."""
    blocks = tuple(
        Block(id=f"b{at + 1}", role="paragraph", text=text, line=2 * at + 1) for at, text in enumerate(paragraphs)
    )
    return Article(id=name, path=f"{name}.txt", title=name, language=language, blocks=blocks, digest="0" * 64, size=1)


def case_articles(case: Case) -> tuple[Article, Article]:
    """Both sides as articles."""
    left, right = case.texts()
    return as_article("left", left), as_article("right", right)


Label = tuple[int, int]
"""The origin of the word a token is a part of, and which part it is."""


def labels(paragraphs: Sequence[Paragraph], tokens: Tokenized) -> list[Label]:
    """The label of each token. Tokens of the two sides with one label are a true pair."""
    found: list[Label] = []
    for block, words in enumerate(paragraphs):
        starts = []
        at = 0
        for word in words:
            starts.append(at)
            at += len(word.text) + 1
        index, part, offset = 0, 0, 0
        for token in range(*tokens.span(block)):
            while index + 1 < len(starts) and starts[index + 1] <= offset:
                index, part = index + 1, 0
            found.append((words[index].origin, part))
            part += 1
            offset += len(tokens.tokens[token].text)
    return found


@dataclass(frozen=True, slots=True)
class Read:
    """A case as tokens."""

    left: Tokenized
    right: Tokenized
    labels: list[Label]
    labels_right: list[Label]


def read_case(case: Case, *, compared: bool = False) -> Read:
    """Both sides as tokens with their labels: words, as every engine gets them, or as `compare_articles` reads them,
    each value one token."""
    articles = case_articles(case)
    left, right = tokenize_pair(*articles) if compared else (tokenize_blocks(article.blocks) for article in articles)
    return Read(left, right, labels(case.left, left), labels(case.right, right))


class Prose:
    """Words to put in place of others: the running words of other articles, so that what is new looks like prose."""

    def __init__(self, paragraphs: Sequence[str], rng: random.Random, origins: Origins) -> None:
        self._words = [word for paragraph in paragraphs for word in paragraph.split()]
        self._rng = rng
        self._origins = origins
        self._at = 0

    def take(self, count: int, unlike: Sequence[Word] = ()) -> Paragraph:
        """The next words of the other article; each differs from the word at its place in `unlike`."""
        avoid = [bare(word.text) for word in unlike]
        texts: list[str] = []
        while len(texts) < count:
            if self._at >= len(self._words):
                self._at = self._rng.randrange(len(self._words) // 2)
            word = self._words[self._at]
            self._at += 1
            if bare(word) and bare(word) not in avoid[len(texts) : len(texts) + 1]:
                texts.append(word)
        return self._origins.words(texts)

    def rare(self, unlike: frozenset[str]) -> Word:
        """A word of five letters and more whose bare form is not among `unlike`."""
        for _ in range(20_000):
            word = self._words[self._rng.randrange(len(self._words))]
            if len(bare(word)) >= 5 and word.isalpha() and bare(word) not in unlike:
                return self._origins.words([word])[0]
        raise ValueError("no such word")


def bare(text: str) -> str:
    """A word's key without the marks around it; empty where there is nothing else."""
    return "".join(filter(str.isalnum, key_of(text)))
