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
from fractions import Fraction
from itertools import takewhile
from typing import Protocol

from sitegen.changes.finding import AGAINST_WORDS, Finding
from sitegen.changes.pairing import verdict_of
from sitegen.changes.readtext import ReadText
from sitegen.changes.rowedits import Sides
from sitegen.changes.uncapitalised import is_person
from sitegen.model import ChangeKind, Row, Span, Value

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
_COUNTED = frozenset({"figure", "date"})
_VALUES_UP_TO = 2_000
"""Values of a text in which one is looked for; more are a table."""
_CHANCE_BELOW = 20
"""A bare number below it stands in any text."""
_MONTHS = 12
_TORN_WITHIN = 5
"""Tokens on either side of the end of a block over which a value may be torn."""
_DIGITS_ALIKE = 3
_LETTERS_OF_A_MONTH = 3


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
        self._values: list[tuple[Value, ...] | None] = [None, None]

    def checked(self, finding: Finding) -> Finding:
        """The finding, or a weaker one that is true."""
        if finding.kind in _COUNTED and not finding.aspect and self._is_torn(finding):
            return replace(finding, kind="format", verdict="same-value", quoted=None)
        if finding.verdict in _ONE_SIDED and finding.kind in _TESTED_HERE and finding.aspect in ("", AGAINST_WORDS):
            side = 0 if finding.verdict == "withheld" else 1
            span = (finding.left, finding.right)[side]
            if self._stands_in_other(finding.kind, side, span) or self._is_repeated(finding, side, span):
                return replace(finding, aspect="here", confidence=round(finding.confidence * _ELSEWHERE, 3))
            if self._has_value(finding.kind, side, span):
                return replace(finding, confidence=round(finding.confidence * _ELSEWHERE, 3))
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
        text, opposite = (self.sides.left, self.sides.right)[:: 1 if side == 0 else -1]
        content = text.content(span)
        named = kind in _VALUES or any(text.value(token) for token in range(*span))
        words = sum(map(text.is_word, range(*span)))
        is_enough = named or len(content) >= _FEWEST_WORDS or (kind == "quotation" and words > _FEWEST_WORDS)
        if not content or not is_enough:
            return False
        if not all(opposite.places_of(text.keys[token]) for token in content):
            # Of what is gone most has a word that the other text has nowhere.
            return False
        # `and the river ran white`: the words that join it to what stands before are others elsewhere.
        keys = [text.keys[token] for token in range(content[0], content[-1] + 1) if text.is_word(token)]
        return "".join(f"\x1f{key}" for key in keys) + "\x1f" in self._words(1 - side)

    def _has_all_words(self, side: int, span: Span) -> bool:
        """Whether the other text has a denial word by word: behind the break of a line, or in another sentence."""
        text = (self.sides.left, self.sides.right)[side]
        keys = [text.keys[token] for token in range(*span) if text.is_word(token)]
        return len(keys) > 1 and "".join(f"\x1f{key}" for key in keys) + "\x1f" in self._words(1 - side)

    def _has_value(self, kind: ChangeKind, side: int, span: Span) -> bool:
        """Whether the other text gives the same value elsewhere, in whatever words: `29-year-old`, `Berg, 29`; `on
        August 29`, `on Friday`. A small number alone is elsewhere by chance."""
        if kind not in _COUNTED:
            return False
        text = (self.sides.left, self.sides.right)[side]
        values = [value for token in range(*span) if (value := text.value(token)) and not value.weak]
        if len(values) != 1 or values[0].rough:
            return False
        own_value, days = values[0], (self.sides.days[side], self.sides.days[1 - side])
        if own_value.date is None and not _is_telling(own_value):
            return False
        return any(
            _say_one_thing(own_value, opposite)
            or _holds(opposite, own_value)
            or verdict_of(own_value, opposite, *days) == "same-value"
            for opposite in self._values_of(1 - side)
        )

    def _values_of(self, side: int) -> Sequence[Value]:
        """The values of a text, each once; none of a text that has too many."""
        values = self._values[side]
        if values is None:
            text = (self.sides.left, self.sides.right)[side]
            read = {value.key: value for token in range(len(text.tokens)) if (value := text.value(token))}
            values = self._values[side] = tuple(read.values()) if len(read) <= _VALUES_UP_TO else ()
        return values

    def _is_torn(self, finding: Finding) -> bool:
        """Whether a value that one text lacks, or gives in part, is printed there over the end of a block: `for May`,
        `2008`. A page that was cut into lines tears it, and no outlet did; so does the end of a text that breaks off.
        """
        texts = self.sides.left, self.sides.right
        printed = [
            _letters(text.text.text(span)) for text, span in zip(texts, (finding.left, finding.right), strict=True)
        ]
        if finding.verdict in _ONE_SIDED:
            side = 0 if finding.verdict == "withheld" else 1
        elif finding.verdict == "rounded" and len(printed[0]) != len(printed[1]):
            side = 0 if len(printed[0]) > len(printed[1]) else 1
        else:
            return False
        span, place = (finding.left, finding.right)[side], (finding.right, finding.left)[side][0]
        if finding.verdict in _ONE_SIDED and _breaks_off(texts[side], span):
            return True
        opposite = texts[1 - side]
        if not opposite.tokens or not printed[side]:
            return False
        if finding.verdict == "rounded" and finding.kind == "date" and _has_month_beside(texts, finding, side):
            return True
        for border in opposite.block_span(place):
            before = _letters(opposite.text.text((max(border - _TORN_WITHIN, 0), border)))
            behind = _letters(opposite.text.text((border, min(border + _TORN_WITHIN, len(opposite.tokens)))))
            if abs(border - place) > _TORN_WITHIN or not before or not behind:
                continue
            start = (before + behind).find(printed[side], max(len(before) - len(printed[side]) + 1, 0))
            if 0 <= start < len(before) or _begin_alike(behind, printed[side]):
                return True
        return False

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
        """The keys of all words of a text, furniture left out, as one text. Those of captions and credits are among
        them: they are not compared, and stand there."""
        joined = self._joined[side]
        if joined is None:
            text = (self.sides.left, self.sides.right)[side]
            blocks = sorted(
                {block for row in self._rows if row.relation != "repeated" for block in (row.left, row.right)[side]}
            )
            keys = [
                text.keys[token]
                for block in blocks
                for token in range(*text.text.span(block))
                if text.is_word(token) or text.tokens[token].text[:1].isalnum()
            ]
            joined = self._joined[side] = "".join(f"\x1f{key}" for key in keys) + "\x1f"
        return joined


def _is_telling(value: Value) -> bool:
    """Whether a number is no one that any text has: it has a unit, or two digits and more."""
    return bool(value.unit) or value.number is None or abs(value.number) >= _CHANCE_BELOW


def _say_one_thing(value: Value, opposite: Value) -> bool:
    """Whether one is an age and the other its number alone: `a 29-year-old mother`, `Meng, 29`; `de 29 años`."""
    years = _years(value), _years(opposite)
    return years[0] is not None and years[0] == years[1] and "number" in (value.kind, opposite.kind)


def _holds(opposite: Value, value: Value) -> bool:
    """Whether the other text gives a date with all that is said of it here, and more: `23 May 1906`, `in 1906`."""
    if value.date is None or opposite.date is None or value.date.year is None:
        return False
    own_parts, parts = (
        (date.year, date.month, date.day, date.part, date.relative) for date in (value.date, opposite.date)
    )
    return all(own_part in (None, part) for own_part, part in zip(own_parts, parts, strict=True))


def _years(value: Value) -> Fraction | None:
    """The number of a value that may be an age; None for any other."""
    if value.number is None or value.rough:
        return None
    if value.kind == "duration":
        years = value.number / _MONTHS
        return years if value.unit == "month" and years.denominator == 1 else None
    return value.number if value.kind == "age" or (value.kind == "number" and not value.unit) else None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _has_month_beside(texts: tuple[ReadText, ReadText], finding: Finding, side: int) -> bool:
    """Whether the month that one text is said to lack is a shortened word right before its year: `sept 1985`."""
    text, (start, end) = texts[1 - side], (finding.right, finding.left)[side]
    values = [token for token in range(start, end) if text.value(token)]
    if not values or values[0] == 0 or not text.text.words[values[0] - 1]:
        return False
    before = text.keys[values[0] - 1].rstrip(".")
    words = texts[side].text.text((finding.left, finding.right)[side]).casefold().split()
    return len(before) >= _LETTERS_OF_A_MONTH and any(word.startswith(before) for word in words)


def _breaks_off(text: ReadText, span: Span) -> bool:
    """Whether a text ends inside a number: nothing is known of the digits that would follow, `January 1, 202`."""
    return span[1] == len(text.tokens) and text.tokens[-1].text[-1:].isdecimal() and text.value(span[1] - 1) is not None


def _begin_alike(words: str, number: str) -> bool:
    """Whether a number stands at the beginning of a line with a digit too few or too many."""
    digits = "".join(takewhile(str.isdecimal, words))
    return (
        number.isdecimal()
        and min(len(digits), len(number)) >= _DIGITS_ALIKE
        and (digits.startswith(number[: len(number) - 1]) or number.startswith(digits[: len(digits) - 1]))
    )


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
