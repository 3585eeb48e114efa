"""Tests what a finding would say against both whole texts, and makes it the next weaker true one where it fails.

A sentence on a page is a claim about two texts: that words are gone, that they are new, that a name is another. A
finding knows its sentence alone. So each is tested here before it is said:

- *gone*: its words stand nowhere in the other text; else they are gone *here*. Of a word that a sentence repeats, and
  of which the other text's row still has one, not all is gone either.
- *new*: likewise.
- *changed*: both sides hold what the kind is about, and they differ; else the words were worded another way.
- *a quotation was altered*: the words stand inside quotation marks on both sides; else they are worded another way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from sitegen.changes.finding import AGAINST_WORDS, Finding
from sitegen.changes.pairing import verdict_of
from sitegen.changes.readtext import ReadText
from sitegen.changes.rowedits import Sides
from sitegen.changes.uncapitalised import is_person
from sitegen.model import ChangeKind, Row, Span

_ELSEWHERE = 0.85
"""What is left of the confidence where the same words are elsewhere in the other text, whose reader finds them. Of 51
such sentences on real pairs, judged by hand, 34 told of a loss or a gain, 15 of nothing that matters: none is sure."""
_SOURCES = frozenset({"reporting", "may report", "speaker", "title"})
_ONE_SIDED = ("given", "withheld")
_TESTED_HERE = frozenset({"cut", "addition", "figure", "date", "name", "quotation"})
_WORDS = frozenset({"cut", "addition", "hedge"})
"""Kinds of a word that a sentence may have once more."""
_CLAUSES = frozenset({"cut", "addition"})
_MOSTLY, _FEWEST_OF_CLAUSE = 0.5, 6
"""Share of the words of content of a sentence, and how many it must have, to stand reworded in one of the other's."""
_PLACES_UP_TO = 30
"""Places at which a word is looked up: one that stands at more proves nothing."""
_FEWEST_WORDS = 3
"""Words of content of a stretch that says something by being elsewhere; fewer are elsewhere by chance."""
_VALUES = frozenset({"figure", "date", "name"})
"""Kinds of which a single word is something by itself."""


class Test(Protocol):
    """Whether what a kind says of two stretches is so."""

    def __call__(self, sides: Sides, finding: Finding) -> bool:
        """Whether it holds."""
        ...


class Claims:
    """Both texts, ready to be asked."""

    def __init__(self, sides: Sides, rows: Sequence[Row]) -> None:
        self.sides = sides
        self._rows = rows
        self._joined: list[str | None] = [None, None]

    def checked(self, finding: Finding) -> Finding:
        """The finding, or a weaker one that is true."""
        if finding.verdict in _ONE_SIDED and finding.kind in _TESTED_HERE and finding.aspect in ("", AGAINST_WORDS):
            side = 0 if finding.verdict == "withheld" else 1
            span = (finding.left, finding.right)[side]
            if self._stands_in_other(finding.kind, side, span) or self._is_repeated(finding, side, span):
                return replace(finding, aspect="here", confidence=round(finding.confidence * _ELSEWHERE, 3))
            if finding.kind in _CLAUSES and self._stands_in_other_in_part(side, span):
                return replace(finding, aspect="part elsewhere")
            return finding
        if finding.kind == "negation" and finding.verdict in _ONE_SIDED and not finding.aspect:
            side = 0 if finding.verdict == "withheld" else 1
            if self._has_all_words(side, (finding.left, finding.right)[side]):
                return replace(finding, confidence=round(finding.confidence * _ELSEWHERE, 3))
        if finding.kind == "hedge" and finding.verdict in _ONE_SIDED and not finding.aspect:
            side = 0 if finding.verdict == "withheld" else 1
            if self._is_repeated(finding, side, (finding.left, finding.right)[side]):
                # `must load, must sign`: the one that is left binds both clauses.
                return replace(finding, kind="cut" if side == 0 else "addition", aspect="here")
        if finding.verdict == "changed" and not finding.shifted and not finding.aspect and self._prints_one(finding):
            # `10–`, `10` beside a sign that no font has: what differs is no value.
            return replace(finding, kind="wording", verdict="reworded")
        test = TESTS.get(finding.kind)
        if test and finding.verdict == "changed" and not test(self.sides, finding):
            return replace(finding, kind="wording", verdict="reworded", aspect="")
        return finding

    def _prints_one(self, finding: Finding) -> bool:
        """Whether both sides are printed alike, marks and capitals aside: the sentence would say that a thing became
        itself."""
        left, right = (
            [
                text.tokens[token].text.strip().casefold()
                for token in range(*span)
                if text.is_word(token) or text.value(token) is not None
            ]
            for text, span in ((self.sides.left, finding.left), (self.sides.right, finding.right))
        )
        return bool(left) and left == right

    def _stands_in_other(self, kind: ChangeKind, side: int, span: Span) -> bool:
        """Whether the words of a range stand in the other text, in a row."""
        text = (self.sides.left, self.sides.right)[side]
        words = [token for token in range(*span) if text.is_word(token)]
        content = [place for place, token in enumerate(words) if not text.is_small(token)]
        # `and the river ran white`: the words that join it to what stands before are others elsewhere.
        keys = [text.keys[token] for token in words[content[0] : content[-1] + 1]] if content else []
        named = kind in _VALUES or any(text.value(token) for token in range(*span))
        if not keys or (not named and len(text.content(span)) < _FEWEST_WORDS):
            return False
        return "".join(f"\x1f{key}" for key in keys) + "\x1f" in self._words(1 - side)

    def _has_all_words(self, side: int, span: Span) -> bool:
        """Whether the other text has a denial word by word: behind the break of a line, or in another sentence."""
        text = (self.sides.left, self.sides.right)[side]
        keys = [text.keys[token] for token in range(*span) if text.is_word(token)]
        return len(keys) > 1 and "".join(f"\x1f{key}" for key in keys) + "\x1f" in self._words(1 - side)

    def _stands_in_other_in_part(self, side: int, span: Span) -> bool:
        """Whether a sentence of a range stands in one of the other text, reworded: put elsewhere it is not gone. Linear
        in the words of the range, each looked up at no more than a few places."""
        text, opposite = (self.sides.left, self.sides.right)[:: 1 if side == 0 else -1]
        place = span[0]
        while place < span[1]:
            last = min(text.sentence(place)[1], span[1])
            content = {text.keys[token] for token in text.content((place, last))}
            enough = _MOSTLY * len(content)
            held = [opposite.places_of(key) for key in content] if len(content) >= _FEWEST_OF_CLAUSE else []
            held = [places for places in held if 0 < len(places) <= _PLACES_UP_TO]
            # Of strangers most words are nowhere: then there is no sentence to look for.
            meetings: dict[int, int] = {}
            for places in held if len(held) >= enough else ():
                for begin in {opposite.sentence_begin(token) for token in places}:
                    meetings[begin] = meetings.get(begin, 0) + 1
            if meetings and max(meetings.values()) >= enough:
                return True
            place = max(last, place + 1)
        return False

    def _is_repeated(self, finding: Finding, side: int, span: Span) -> bool:
        """Whether the row of the other text has the words too; one word only where its own sentence has it once more:
        `shall pay the rent, shall keep`, of which one `shall` is left."""
        if finding.kind not in _WORDS or not finding.rows:
            return False
        text, opposite_text = (self.sides.left, self.sides.right)[:: 1 if side == 0 else -1]
        words = [token for token in range(*span) if text.is_word(token)]
        if not words or len(words) >= _FEWEST_WORDS or all(map(text.is_small, words)):
            return False
        keys = [text.keys[token] for token in words]
        row = self._rows[finding.rows[0]]
        opposite = [
            opposite_text.keys[token]
            for block in (row.left, row.right)[1 - side]
            for token in range(*opposite_text.text.span(block))
            if opposite_text.is_word(token)
        ]
        if len(keys) > 1:
            return any(opposite[place : place + len(keys)] == keys for place in range(len(opposite)))
        first, last = text.sentence(words[0])
        return keys[0] in opposite and keys[0] in (*text.keys[first : words[0]], *text.keys[words[0] + 1 : last])

    def _words(self, side: int) -> str:
        """The keys of all words of a text, furniture left out, as one text."""
        joined = self._joined[side]
        if joined is None:
            text = (self.sides.left, self.sides.right)[side]
            blocks = sorted(
                {block for row in self._rows if row.relation != "repeated" for block in (row.left, row.right)[side]}
            )
            keys = [
                text.keys[token] for block in blocks for token in range(*text.text.span(block)) if text.is_word(token)
            ]
            joined = self._joined[side] = "".join(f"\x1f{key}" for key in keys) + "\x1f"
        return joined


def _dates_differ(sides: Sides, finding: Finding) -> bool:
    """Both ends are dates, and differ when they are resolved."""
    return _values_differ(sides, finding)


def _values_differ(sides: Sides, finding: Finding) -> bool:
    """Both ends hold a value, and none of the one says what the other's says."""
    if finding.aspect in ("order", "moved"):
        return True
    values = [
        [value for token in range(*span) if (value := text.value(token))]
        for text, span in zip((sides.left, sides.right), (finding.left, finding.right), strict=True)
    ]
    if not all(values):
        return False
    if len(values[0]) == len(values[1]) == 1:
        return verdict_of(values[0][0], values[1][0], *sides.days) != "same-value"
    return True


def _sources_differ(sides: Sides, finding: Finding) -> bool:
    """Both ends have a verb of saying or a speaker, and they are not the same words."""
    keys = []
    sources = 0
    for text, span in zip((sides.left, sides.right), (finding.left, finding.right), strict=True):
        named = any(text.is_name(token) for token in range(*span))
        classes = frozenset[str]().union(*(text.classes(token) for token in range(*span)))
        sources += named or bool(classes & _SOURCES)
        keys.append([text.keys[token] for token in text.content(span)])
    # Of two who speak beside one verb, one may be called by a word that no list has: `a worker said`.
    return keys[0] != keys[1] and sources >= (1 if finding.aspect == "speaker" else 2)


def _is_quoted(sides: Sides, finding: Finding) -> bool:
    """The words stand inside quotation marks on both sides; on the one that has them, where one has none."""
    if finding.aspect:
        return True
    states = [
        text.mostly_quoted(span)
        for text, span in zip((sides.left, sides.right), (finding.left, finding.right), strict=True)
    ]
    return all(state is not False for state in states) and any(states)


def _names_differ(sides: Sides, finding: Finding) -> bool:
    """Both ends hold a name, and not the same one."""
    if is_person(sides.left, finding.left) and is_person(sides.right, finding.right):
        return sides.left.printed(finding.left) != sides.right.printed(finding.right)
    named = [
        [text.keys[token] for token in range(*span) if _names(text, token)]
        for text, span in zip((sides.left, sides.right), (finding.left, finding.right), strict=True)
    ]
    return all(named) and named[0] != named[1]


def _names(text: ReadText, token: int) -> bool:
    return (
        text.is_name(token) or bool(text.classes(token) & {"title", "place"}) or text.tokens[token].text[:1].isupper()
    )


TESTS: Mapping[ChangeKind, Test] = {
    "figure": _values_differ,
    "date": _dates_differ,
    "attribution": _sources_differ,
    "quotation": _is_quoted,
    "name": _names_differ,
}
"""What a finding that says `changed` must pass, by kind."""
