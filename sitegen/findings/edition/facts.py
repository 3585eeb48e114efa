"""Facts on which copies agree or differ: each figure and date of the base, and what each copy says in its place.

A copy says the same where the value stands unchanged in its reading of the sentence, or where it says it in another
form or unit. It says something else where a change says so for sure, or where one value was put for another of the
same sort. Across languages the values of two aligned sentences are held against each other. Whoever drops the
sentence, or may say it otherwise, says nothing here. What cannot be told is left out and never counted as a difference.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sitegen.changes.pairing import verdict_of
from sitegen.collation import Collation, CollationUnit, CopyReading
from sitegen.edition import Fact, StatedValue
from sitegen.findings.edition.sentencetypes import SMALLEST_COUNT
from sitegen.model import SURE, Article, Change, Comparison, Span, Value, Verdict
from sitegen.text.tokenized import UNCOUNTED, Tokenized

_VALUE_KINDS = ("figure", "date", "format")
"""Kinds of changes that say what became of a value."""
_EQUAL: tuple[Verdict, ...] = ("same-value", "converted")
_TOLD: tuple[Verdict, ...] = (*_EQUAL, "changed", "rounded", "withheld")
"""Verdicts by which something is known."""
_OTHER: tuple[Verdict, ...] = ("changed", "rounded")
_SHORT = 8
"""Tokens that took each other's places, at most, for the values among them to have done so one by one: of two clauses
with a figure each, one may count militants and the other retweets."""
_CONTEXT = 4
"""Tokens on either side of a value that say what it is of."""


class _Answer(NamedTuple):
    """What one copy says in the place of a value."""

    copy: str
    """The copy in whose tokens its range is counted: the first of those that share the reading."""
    verdict: Verdict
    text: str
    span: Span | None


def facts_of(
    collation: Collation,
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    comparisons: Sequence[Comparison],
) -> tuple[Fact, ...]:
    """The facts of a collation: those on which copies differ first, then as the text goes."""
    reader = _FactReader(collation, articles, texts, comparisons)
    facts = [
        fact
        for unit in collation.spine
        if unit.role not in UNCOUNTED
        for token in range(*unit.span)
        if (fact := reader.fact(unit, token))
    ]
    return tuple(sorted(facts, key=lambda fact: not fact.differs))


class _FactReader:
    def __init__(
        self,
        collation: Collation,
        articles: Mapping[str, Article],
        texts: Mapping[str, Tokenized],
        comparisons: Sequence[Comparison],
    ) -> None:
        self._collation, self._articles, self._texts = collation, articles, texts
        self._base = texts[collation.base]
        self._changes = {
            comparison.right: [change for change in comparison.changes if change.kind in _VALUE_KINDS]
            for comparison in comparisons
            if comparison.left == collation.base
        }
        self._ids: dict[str, int] = {}

    def fact(self, unit: CollationUnit, token: int) -> Fact | None:
        """What copies say in the place of a token of the base; None where it is no value, or none of weight."""
        value = self._base.tokens[token].value
        if value is None or value.weak:
            return None
        base_answer = self._stated("same-value", self._collation.base, token)
        answers: dict[str, _Answer] = {self._collation.base: base_answer}
        for reading in unit.readings:
            if reading.kind == "unknown":
                answers |= {
                    copy: answer for copy in reading.copies if (answer := self._elsewhere(reading, copy, token, value))
                }
                continue
            answer = self._answer(reading, unit, token, value)
            if answer and answer.verdict in _OTHER and answer.text.casefold() == base_answer.text.casefold():
                # The same words are no other value, whatever the change that they are part of is about.
                continue
            if answer and answer.verdict in _TOLD:
                answers |= dict.fromkeys(reading.copies, answer)
        return Fact(
            id=self._id(unit.id, value.key),
            unit=unit.id,
            kind=value.kind,
            span=(token, token + 1),
            context=(max(unit.span[0], token - _CONTEXT), min(unit.span[1], token + 1 + _CONTEXT)),
            stated=tuple(self._joined(answers)),
        )

    def _id(self, unit: str, key: str) -> str:
        name = "f-" + hashlib.sha256(f"{unit}\x1f{key}".encode("utf-8", "replace")).hexdigest()[:10]
        count = self._ids[name] = self._ids.get(name, 0) + 1
        return name if count == 1 else f"{name}-{count}"

    def _joined(self, answers: Mapping[str, _Answer]) -> Iterator[StatedValue]:
        """Copies that say one thing together: all that say the same value, whatever its form."""
        base = self._collation.base
        groups: dict[tuple[str, str], list[str]] = {}
        for copy in (base, *self._collation.copies):
            if answer := answers.get(copy):
                key = ("same-value", "") if answer.verdict in _EQUAL else (answer.verdict, self._key(answer))
                groups.setdefault(key, []).append(copy)
        for copies in sorted(groups.values(), key=lambda copies: (base not in copies, -len(copies))):
            first = answers[copies[0]]
            yield StatedValue(verdict=first.verdict, text=first.text, span=first.span, copies=tuple(copies))

    def _key(self, answer: _Answer) -> str:
        """What makes two answers one: their value, however it is printed."""
        if answer.span:
            values = [
                value.key for token in range(*answer.span) if (value := self._texts[answer.copy].tokens[token].value)
            ]
            if values:
                return " ".join(values)
        return answer.text.casefold()

    def _stated(self, verdict: Verdict, copy: str, token: int) -> _Answer:
        span = (token, token + 1)
        return _Answer(copy, verdict, self._printed(copy, span), span)

    def _printed(self, copy: str, span: Span) -> str:
        return self._texts[copy].text(span).strip().replace("\n", " ").rstrip(",;:")

    def _answer(self, reading: CopyReading, unit: CollationUnit, token: int, value: Value) -> _Answer | None:
        if reading.kind == "verbatim":
            return self._in_words(reading, unit, token)
        if reading.kind == "reworded":
            return self._in_ops(reading, token, value)
        if reading.kind == "translated":
            return self._across(reading, unit, value)
        return None

    def _elsewhere(self, reading: CopyReading, copy: str, token: int, value: Value) -> _Answer | None:
        """In a copy that has no counterpart of the sentence as a whole: what a change says for sure of the value.

        Of a text in another language, the same figure wherever it is.
        """
        if reading.doubt == "no counterpart":
            return self._anywhere(copy, value)
        change = self._change(copy, token)
        answer = self._changed(copy, change, value) if change else None
        return answer if answer and answer.verdict in _TOLD and answer.verdict != "withheld" else None

    def _changed(self, copy: str, change: Change, value: Value) -> _Answer | None:
        """What a change says of a value; another value only of its own sort: 15 stone is no answer to 8 feet."""
        tokens = self._texts[copy].tokens[slice(*change.right_span)]
        if change.verdict in ("changed", "rounded") and not any(
            token.value and _is_one_sort(value, token.value) for token in tokens
        ):
            return None
        return _Answer(copy, change.verdict, change.right.strip().rstrip(",;:"), change.right_span)

    def _anywhere(self, copy: str, value: Value) -> _Answer | None:
        """The value where a text in another language has it, if it is one that is not met by chance."""
        if not _is_exact(value) or value.number is None:
            return None
        for place, token in enumerate(self._texts[copy].tokens):
            if token.value and (token.value.number, token.value.unit) == (value.number, value.unit):
                return self._stated("same-value", copy, place)
        return None

    def _in_words(self, reading: CopyReading, unit: CollationUnit, token: int) -> _Answer | None:
        """In a verbatim reading, the value that comes as the same one of its words."""
        copy, text = reading.copies[0], self._texts[reading.copies[0]]
        place = sum(1 for index in range(unit.span[0], token) if self._base.tokens[index].value)
        values = [index for index in range(*reading.spans[0]) if text.tokens[index].value]
        if place >= len(values):
            return None
        return self._stated("same-value", copy, values[place])

    def _in_ops(self, reading: CopyReading, token: int, value: Value) -> _Answer | None:
        copy, text = reading.copies[0], self._texts[reading.copies[0]]
        change = self._change(copy, token)
        for op in reading.ops:
            if not op.left[0] <= token < op.left[1]:
                continue
            if op.tag == "equal":
                place = op.right[0] + token - op.left[0]
                return self._stated("same-value", copy, place)
            if change:
                return self._changed(copy, change, value)
            if max(op.left[1] - op.left[0], op.right[1] - op.right[0]) > _SHORT:
                return None
            lefts = [index for index in range(*op.left) if self._base.tokens[index].value]
            rights = [index for index in range(*op.right) if text.tokens[index].value]
            sorts = [
                [(opposite.kind, opposite.unit) for index in places if (opposite := tokens[index].value)]
                for places, tokens in ((lefts, self._base.tokens), (rights, text.tokens))
            ]
            if sorts[0] == sorts[1] and token in lefts:
                return self._instead(copy, value, rights[lefts.index(token)])
        return None

    def _change(self, copy: str, token: int) -> Change | None:
        """The change that says for sure what became of a value."""
        return next(
            (
                change
                for change in self._changes.get(copy, ())
                if change.left_span[0] <= token < change.left_span[1] and change.confidence >= SURE
            ),
            None,
        )

    def _instead(self, copy: str, value: Value, place: int) -> _Answer | None:
        """One value put for another of the same sort."""
        opposite = self._texts[copy].tokens[place].value
        if opposite is None:
            return None
        verdict = verdict_of(value, opposite, self._day(self._collation.base), self._day(copy))
        return self._stated(verdict, copy, place)

    def _day(self, copy: str) -> date | None:
        published = self._articles[copy].published
        return published.day if published else None

    def _across(self, reading: CopyReading, unit: CollationUnit, value: Value) -> _Answer | None:
        """In a translation: a value of the aligned sentence that is the same, or the only one left of its sort."""
        copy, text = reading.copies[0], self._texts[reading.copies[0]]
        rights = {place: opposite for place in range(*reading.spans[0]) if (opposite := text.tokens[place].value)}
        days = (self._day(self._collation.base), self._day(copy))
        for place, opposite in rights.items():
            if is_translated(value, opposite, days):
                return self._stated("same-value", copy, place)
        if anywhere := self._anywhere(copy, value):
            return anywhere
        lefts = [candidate for index in range(*unit.span) if (candidate := self._base.tokens[index].value)]
        added = [
            place
            for place, opposite in rights.items()
            if _is_exact(opposite)
            and opposite.kind == value.kind
            and not any(is_translated(candidate, opposite, days) for candidate in lefts)
        ]
        missing = [
            candidate
            for candidate in lefts
            if candidate.kind == value.kind
            and not any(is_translated(candidate, opposite, days) for opposite in rights.values())
        ]
        if len(added) != 1 or len(missing) != 1 or reading.layout == "merged" or not _is_exact(value):
            return None
        verdict = verdict_of(value, rights[added[0]], *days)
        return self._stated(verdict, copy, added[0]) if verdict == "changed" else None


def is_translated(value: Value, opposite: Value, days: tuple[date | None, date | None]) -> bool:
    """Whether a translation says a value; a word of rounding that is not recognised makes no other figure.

    `days` are those on which the two texts were published.
    """
    if value.number is not None and value.number == opposite.number:
        # The name of a currency in another language may not be read as one.
        return value.unit == opposite.unit or not (value.unit and opposite.unit)
    return verdict_of(value, opposite, *days) in _EQUAL


def _is_one_sort(left: Value, right: Value) -> bool:
    """Whether two values can answer one question; a crowd answers how many."""
    if right.weak and not left.weak:
        return False
    return left.kind == right.kind and (left.unit == right.unit or left.kind == "amount")


def _is_exact(value: Value) -> bool:
    """Whether a value can be said to differ from one in another language.

    Not a time, which is written in more ways than are read; not a small number, which may be an ordinal or an article.
    """
    if value.weak or value.kind in ("time", "ordinal"):
        return False
    return value.kind == "date" or (value.number is not None and abs(value.number) >= SMALLEST_COUNT)
