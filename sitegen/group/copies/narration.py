"""Which words of a text are its outlet's narration, and which are public words or chrome inside a paragraph.

Public words are what somebody said in public: text inside quotation marks, block quotations, turns of a speaker, signed
posts, and what a colon introduces. Chrome is a gallery: captions that are counted (“3 of 40”).
Two reports that share public words quote one statement; only shared narration says that one was taken from the other.
Knows nothing of other articles.

Tried and given up: containment of all words. It does not separate copies from reports of one speech at all, while
shared words outside quotation marks differ by more than an order of magnitude between the two.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from statistics import median

import regex

from sitegen.frozen import dataclass
from sitegen.model import Block, Role
from sitegen.text.quoted import quoted_tokens
from sitegen.text.tokenized import Tokenized

_SPOKEN: tuple[Role, ...] = ("quotation", "turn", "pull quote")
"""Roles of blocks that hold the words of a speaker, with or without quotation marks."""
_COLONS = frozenset(":：")
_INTRODUCED = 60
"""Words after a colon that may be the statement it introduces, where their block does not end before: a scraped text
is often one block, and a statement longer than that is mostly quoted with marks."""
_TURNS = 3
"""Turns from which on a text is a transcript, in which a paragraph without a name goes on with the turn before it."""
_BEFORE_COLON = 4
"""Words that a sentence has before a colon that introduces what somebody said; a dateline has fewer."""
_POST = 280
"""Characters of the longest post."""
_SIGNED = regex.compile(r"[—–-]\s*[^\n()@]{1,60}\(@\w{1,30}\)")
"""How an embedded post ends: a dash, a name, an account."""
_COUNTED = regex.compile(r"(?<![\d.,])(\d{1,3})\s?(\p{L}{1,3}|/)\s?(\d{1,3})(?![\d.,]\d|\d)")
"""A caption's number and the number of captions: `3 of 40`, `3/40`."""
_PAIRED = regex.compile(r"(?|“([^“”]++)”|„([^„“”]++)[“”]|«([^«»]++)»|「([^「」]++)」)")
"""Words between two marks of one pair, whatever stands around them: where an earlier mark of their paragraph was never
closed, reading the marks in order takes back all of them."""
_GALLERY = 3
"""Captions that follow one another, from which on their counts are those of a gallery."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article while links are looked for."""

    tokens: Tokenized
    telling: tuple[int, ...]
    """How many words before each token, and before the end, are not boilerplate."""
    public: bytearray
    """For each token whether it is public words or chrome, and so no narration."""

    def narration(self, *, most: bool) -> tuple[int, ...]:
        """How many words before each token, and before the end, are narration; with boilerplate where it is `most`."""
        counts = self.tokens.counts if most else self.telling
        if not any(self.public):
            return counts
        is_narration = (
            0 if public else after - before
            for public, (before, after) in zip(self.public, pairwise(counts), strict=True)
        )
        return tuple(accumulate(is_narration, initial=0))


def public_tokens(text: Tokenized, blocks: Sequence[Block]) -> bytearray:
    """For each token of `blocks` whether it is no narration. Linear in the text."""
    marks = quoted_tokens(text)
    is_transcript = sum(block.role == "turn" for block in blocks) >= _TURNS
    in_turn = False
    for place, block in enumerate(blocks):
        start, end = text.span(place)
        in_turn = is_transcript and (block.role == "turn" or (in_turn and block.role == "paragraph"))
        if in_turn or block.role in _SPOKEN or ">" in block.within:
            _mark(marks, start, end)
            continue
        if spans := list(_spans(block.text)):
            places = list(accumulate((len(token.text) for token in text.tokens[start:end]), initial=0))
            for first, last in spans:
                _mark(marks, start + bisect_left(places, first), start + min(bisect_left(places, last), end - start))
    _mark_introduced(text, marks)
    return marks


def _mark(marks: bytearray, start: int, end: int) -> None:
    marks[start:end] = b"\x01" * (end - start)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of characters that are a post or a gallery."""
    if "(@" in text:
        since = 0
        for signed in _SIGNED.finditer(text):
            yield max(since, signed.start() - _POST), signed.end()
            since = signed.end()
    for quoted in _PAIRED.finditer(text):
        yield quoted.start(1), quoted.end(1)
    yield from _galleries(text)


def _galleries(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of characters from the first of some captions to the count of the last."""
    counts = [(match, int(match[1]), int(match[3])) for match in _COUNTED.finditer(text)]
    run: list[tuple[regex.Match[str], int, int]] = []
    for count in [*counts, None]:
        follows = (
            count and run and count[1] == run[-1][1] + 1 and (count[2], count[0][2]) == (run[-1][2], run[-1][0][2])
        )
        if not follows:
            if len(run) >= _GALLERY:
                apart = int(median(after[0].start() - before[0].end() for before, after in pairwise(run)))
                # The first caption stands before its count, and is about as long as the others.
                yield max(0, run[0][0].start() - apart), run[-1][0].end()
            run = []
        if count:
            run.append(count)


def _mark_introduced(text: Tokenized, marks: bytearray) -> None:
    """Marks what a colon introduces: the next block where it ends one, else what follows it in its block."""
    for token, key in enumerate(text.keys):
        if key not in _COLONS or marks[token]:
            continue
        block = text.block_of(token)
        if text.word_count((text.starts[block], token)) < _BEFORE_COLON:
            continue
        start, end = token + 1, text.starts[block + 1]
        if any(marks[start:end]):
            # A paragraph that sets speech in quotation marks introduces none without.
            continue
        if start >= end and block + 2 < len(text.starts):
            end = text.starts[block + 2]
        _mark(marks, start, min(end, bisect_right(text.counts, text.counts[start] + _INTRODUCED) - 1))
