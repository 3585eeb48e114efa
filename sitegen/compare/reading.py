"""A text as its edits read it: what each word is, what is quoted, which words are names. Looks each up once.

Knows nothing of kinds; see edits.py for what is made of it.
"""

from collections.abc import Sequence
from itertools import compress, count

from sitegen.compare.lists import Word, WordLists
from sitegen.model import Span, Token
from sitegen.text.keys import key_of
from sitegen.text.tokenized import Tokenized

_CLOSES = {
    "“": "”", "”": "”", "„": "“”‟", "‟": "”", "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』",
    '"': '"', "‘": "’", "‚": "‘’", "《": "》", "〈": "〉", "＂": "＂",
}  # fmt: skip
_QUOTE_KEYS = frozenset(key_of(mark) for marks in _CLOSES.items() for side in marks for mark in side)


_STOPS = frozenset({".", "!", "?", "...", "。", "！", "？", "؟", "।", ":"})
_OPENERS = frozenset("\"'(-[")
_UNKNOWN, _LONE, _JOINED = range(3)


class Words:
    """What tokens are by themselves, looked up once for each."""

    def __init__(self, tokens: Sequence[Token], lists: WordLists) -> None:
        self.tokens = tokens
        self.lists = lists
        self._words: list[Word | None] = [None] * len(tokens)
        self._lone = bytearray(len(tokens))

    def at(self, start: int, end: int) -> list[Word]:
        """The words of a range."""
        found = self._words[start:end]
        if None in found:
            known, printed = self.lists.printed.get, self.lists.of
            found = [known(token.text) or printed(token) for token in self.tokens[start:end]]
            self._words[start:end] = found
        return found  # type: ignore[return-value]

    def are_lone(self, start: int, end: int) -> bool:
        """Whether no expression, number or date of several tokens can begin in a range."""
        if _UNKNOWN in self._lone[start:end]:
            for at, word in enumerate(self.at(start, end), start):
                joined = word.joins or (word.second and self._continues(word, at + 1))
                self._lone[at] = _JOINED if joined else _LONE
        return _JOINED not in self._lone[start:end]

    def _continues(self, word: Word, at: int) -> bool:
        return at < len(self.tokens) and self.at(at, at + 1)[0].key in word.second


class Reading:
    """One of the two texts, with the lists of its language."""

    def __init__(self, text: Tokenized, lists: WordLists) -> None:
        self.text = text
        self.lists = lists
        self.words = Words(text.tokens, lists)
        self.quoted = quoted_tokens(text)
        """For each token whether it stands inside quotation marks."""

    def mostly_quoted(self, start: int, end: int) -> bool | None:
        """Whether most words of a range stand inside quotation marks; None where it holds no word."""
        words = self.text.counts[end] - self.text.counts[start] if start < end else 0
        if not words:
            return None
        if 1 not in self.quoted[start:end]:
            return False
        return 2 * sum([self.quoted[at] for at in range(start, end) if self.text.words[at]]) > words

    def begins_sentence(self, at: int) -> bool:
        """Whether a token is the first word of a sentence, or of its block."""
        tokens, start = self.text.tokens, self.text.starts[self.text.block_of(at)]
        while at > start and tokens[at - 1].key in _OPENERS:
            at -= 1
        return at == start or tokens[at - 1].key in _STOPS

    def within(self, span: Span) -> Span:
        """The blocks that a range stands in."""
        text = self.text
        if not text.tokens:
            return (0, 0)
        first = text.block_of(min(span[0], len(text.tokens) - 1))
        if span[1] <= text.starts[first + 1]:
            return (text.starts[first], text.starts[first + 1])
        last = text.block_of(max(span[1] - 1, span[0])) if span[0] < len(text.tokens) else first
        return (text.starts[first], text.starts[min(last, len(text.starts) - 2) + 1])

    def stands_in_one_block(self, span: Span) -> bool:
        """Whether a range, which may reach beyond the text, stands in one block."""
        text = self.text
        return span[0] >= 0 and span[1] <= len(text.tokens) and text.block_of(span[0]) == text.block_of(span[1] - 1)


class Names:
    """Which keys are names by the evidence of both texts."""

    def __init__(self, texts: Sequence[Tokenized]) -> None:
        self._texts = texts
        self._found: frozenset[str] | None = None

    def __contains__(self, key: str) -> bool:
        """Whether a word has a capital in the middle of some sentence of the texts, and nowhere a small letter."""
        if self._found is None:
            self._found = _names(self._texts)
        return key in self._found


def _names(texts: Sequence[Tokenized]) -> frozenset[str]:
    """Keys that have a capital right after a small word somewhere, and a capital everywhere."""
    small: set[str] = set()
    inside: set[str] = set()
    for text in texts:
        tokens = text.tokens
        # A token is one object for all its occurrences, or for most.
        marks = list(map(id, tokens))
        each = dict(zip(marks, tokens, strict=True))
        capital = frozenset([mark for mark, token in each.items() if token.text[:1].isupper()])
        small.update([token.key for mark, token in each.items() if mark not in capital])
        for at in compress(count(1), map(capital.__contains__, marks[1:])):
            before = tokens[at - 1].text
            if before[:1].islower() and before[-1:].isspace():
                inside.add(text.keys[at])
    return frozenset(inside - small)


def quoted_tokens(text: Tokenized) -> bytearray:
    """For each token whether it stands inside quotation marks; a quotation ends at the latest with its block.

    A mark closes what is open, if it can, before it opens anything: „so“, »so«, “so” and ”so” are each a pair. One
    that nothing closes opens a quotation only where it opens its block, or where the next block goes on with a mark.
    """
    marks = bytearray(len(text.tokens))
    closing: list[str] = []
    block, opened, outermost = -1, 0, 0
    for at in compress(count(), map(_QUOTE_KEYS.__contains__, text.keys)):
        if text.block_of(at) != block:
            _end_of_block(text, marks, block, opened, outermost, is_open=bool(closing))
            block, closing = text.block_of(at), []
        mark = text.tokens[at].text.strip()
        if closing and mark and mark in closing[-1]:
            marks[opened:at] = b"\x01" * (at - opened)
            closing.pop()
            opened = at + 1
        elif mark in _CLOSES and (closing or not _hangs(text, at)):
            if closing:
                marks[opened:at] = b"\x01" * (at - opened)
            else:
                outermost = at
            closing.append(_CLOSES[mark])
            opened = at + 1
    _end_of_block(text, marks, block, opened, outermost, is_open=bool(closing))
    return marks


def _end_of_block(text: Tokenized, marks: bytearray, block: int, opened: int, outermost: int, *, is_open: bool) -> None:
    """Marks a quotation that goes on past the end of its block, or takes back what an unclosed mark has quoted."""
    if not is_open:
        return
    end = text.starts[block + 1]
    goes_on = end < len(text.tokens) and text.tokens[end].text.strip() in _CLOSES
    if goes_on or outermost == text.starts[block]:
        marks[opened:end] = b"\x01" * (end - opened)
    else:
        marks[outermost:end] = bytes(end - outermost)


def _hangs(text: Tokenized, at: int) -> bool:
    """Whether a mark stands right after a word and before a space, as in 5\" wide, and so opens nothing."""
    if at == text.starts[text.block_of(at)] or text.tokens[at - 1].text[-1:].isspace() or not text.words[at - 1]:
        return False
    return text.tokens[at].text[-1:].isspace() or at + 1 == len(text.tokens)
