"""The sentences of an article as ranges of tokens, each with an id made of its words.

Knows one text. Block by block, because a block of one copy is often a block of all: what a segmenter finds in it is
remembered by its text, which makes the copies of a text as cheap as the text.
"""

import hashlib
from collections.abc import Iterator, Sequence

from sitegen.frozen import dataclass
from sitegen.model import Article, Role, Span
from sitegen.text.sentences import sentence_starts
from sitegen.text.tokenized import UNCOUNTED, Tokenized

_DIGITS = 10
"""Hexadecimal digits of an id: of 100,000 sentences two have the same one in two archives of a hundred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence where it stands."""

    span: Span
    block: int
    """Index of its block in the article."""
    role: Role
    keys: tuple[str, ...]
    """The keys of its words, marks left out: equal for sentences that are the same word for word."""

    @property
    def counts(self) -> bool:
        """Whether its words are words of the report: those of captions, crossheads, credits and prompts are none."""
        return self.role not in UNCOUNTED


class SentenceReader:
    """Cuts texts into sentences, each different block once."""

    def __init__(self) -> None:
        self._starts: dict[str, tuple[int, ...]] = {}

    def sentences(self, article: Article, text: Tokenized) -> tuple[Sentence, ...]:
        """The sentences of the article's text, furniture left out, in reading order. Linear in the text."""
        return tuple(
            sentence
            for index, block in enumerate(article.blocks)
            if not block.furniture
            for sentence in self._of_block(text, index, block.role)
        )

    def _of_block(self, text: Tokenized, block: int, role: Role) -> Iterator[Sentence]:
        for span in self._spans(text, block):
            keys = tuple(
                key for key, token in zip(text.keys[slice(*span)], range(*span), strict=True) if is_word(text, token)
            )
            if keys:
                yield Sentence(span=span, block=block, role=role, keys=keys)

    def _spans(self, text: Tokenized, block: int) -> Iterator[Span]:
        """Contiguous over the block; what follows a cell's last sentence mark belongs to it."""
        start, end = text.span(block)
        if start >= end:
            return
        printed = text.text((start, end))
        starts = self._starts.get(printed)
        if starts is None:
            starts = self._starts[printed] = sentence_starts(printed)
        borders = list(reversed(starts[1:]))
        offset, first = 0, start
        for token in range(start, end):
            if borders and offset >= borders[-1]:
                while borders and offset >= borders[-1]:
                    borders.pop()
                if token > first:
                    yield first, token
                first = token
            offset += len(text.tokens[token].text)
        yield first, end


def is_word(text: Tokenized, token: int) -> bool:
    """Whether a token is a word or a value, in blocks whose words are not counted too."""
    return text.words[token] or text.tokens[token].value is not None or text.keys[token][:1].isalnum()


class SentenceIds:
    """Gives sentences their ids; one that a text has twice gets a number the second time."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def of(self, keys: Sequence[str]) -> str:
        """The id of the sentence with these words."""
        digest = hashlib.sha256("\x1f".join(keys).encode("utf-8", "replace")).hexdigest()[:_DIGITS]
        count = self._counts[digest] = self._counts.get(digest, 0) + 1
        return f"s-{digest}" if count == 1 else f"s-{digest}-{count}"


def sentence_ids(text: Tokenized, spans: Sequence[Span]) -> tuple[str, ...]:
    """The ids of the sentences of a text, given as ranges of tokens in reading order."""
    ids = SentenceIds()
    return tuple(ids.of([text.keys[token] for token in range(*span) if is_word(text, token)]) for span in spans)
