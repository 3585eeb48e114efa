"""The values of two sentences, paired: which figure of the one became which of the other.

Values are paired inside each edit first, in order, those that say the same before those that differ; what is left on
both sides is paired across the edits of the sentence where it is of one sort and the only one of it. Text order is
kept inside an edit: 2-1 against 1-2 is another score.
"""

import re
from collections.abc import Sequence, Set
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from sitegen.changes.readtext import ReadText
from sitegen.changes.rowedits import Edit, SentencePair
from sitegen.model import Verdict
from sitegen.text.values import Value, compare_values, is_code, knows_measures, resolve

_MEASURES = ("number", "share", "amount", "quantity", "ordinal", "age", "duration")
_SCORES: dict[Verdict, int] = {"same-value": 12, "converted": 10, "rounded": 8, "unclear": 5, "changed": 4}
"""How good a pair is; two weak values that differ are none."""
_AT_MOST = 400
"""Values of one edit that are paired in all ways; beyond, in order."""
_FOUR_DIGITS = range(1000, 10_000)
_REPLACED_BY_UP_TO = 3
"""Words of content that may stand where the other text has a value."""
_BESIDE_UP_TO, _WORDS_BESIDE_UP_TO = 1, 3
"""Words of content, and words in all, that may be gone with a value and leave it a finding of its own: beyond, a
clause is gone, of which the value is a part."""

_DATED = ("date", "time")
_THOUSAND = 1000
_BETWEEN_DIGITS = 2
"""Tokens between two parts of a value that one text prints in one: `20: 11`, `20:11`."""
_DASHES = frozenset({("-",), ("–",), ("—",)})
_ENDS = 2
_SHORT_YEAR = 2
"""Digits of a year that is printed without its century."""
_DIGITS = re.compile(r"\d[\d.,]*\d|\d")

Days = tuple[date, date]
"""The first and the last day that a date may mean."""


class ValuePair(NamedTuple):
    """A value of the left and what became of it; one of the two may be missing."""

    left: int | None
    """Its token."""
    right: int | None
    verdict: Verdict
    edit: Edit
    """Where it stands; for a value of both sides, where the left's does."""


def paired_values(pair: SentencePair) -> list[ValuePair]:
    """The values of the edits of a sentence pair that no finding has taken, paired; one without a partner is `given`
    or `withheld`."""
    if all(free.isdisjoint(tokens) for free, tokens in zip(pair.free, pair.value_tokens, strict=True)):
        # Asked for each kind of values, and of most sentences no value differs.
        return []
    pairs_so_far: list[ValuePair] = []
    open_left: list[tuple[int, Edit]] = []
    open_right: list[tuple[int, Edit]] = []
    for edit in pair.edits:
        left, right = (
            [token for token in tokens if text.value(token)]
            for tokens, text in zip(pair.free_in(edit), (pair.left, pair.right), strict=True)
        )
        if not left and not right:
            continue
        matched = _matched(pair, left, right)
        pairs_so_far += [
            ValuePair(own_token, opposite_token, verdict, edit) for own_token, opposite_token, verdict in matched
        ]
        taken = {token for token, _, _ in matched}
        taken_right = {token for _, token, _ in matched}
        open_left += [(token, edit) for token in left if token not in taken]
        open_right += [(token, edit) for token in right if token not in taken_right]
    pairs_so_far += _across(pair, open_left, open_right)
    return sorted(pairs_so_far, key=lambda own_token: (own_token.edit, own_token.left or 0, own_token.right or 0))


def _matched(pair: SentencePair, left: Sequence[int], right: Sequence[int]) -> list[tuple[int, int, Verdict]]:
    """Pairs of values of one edit, in order, of the greatest score together."""
    if not left or not right:
        return []
    if ranges := _of_ranges(pair, left, right):
        return ranges
    if len(left) * len(right) > _AT_MOST:
        pairs = list(zip(left, right, strict=False))
        return [
            (own_token, opposite_token, verdict)
            for own_token, opposite_token in pairs
            if (verdict := _verdict(pair, own_token, opposite_token))
        ]
    best: list[list[tuple[int, tuple[tuple[int, int, Verdict], ...]]]] = [[(0, ())] * (len(right) + 1)]
    for row, own_token in enumerate(left, 1):
        line: list[tuple[int, tuple[tuple[int, int, Verdict], ...]]] = [(0, ())]
        for column, opposite_token in enumerate(right, 1):
            choices = [best[row - 1][column], line[column - 1]]
            verdict = _verdict(pair, own_token, opposite_token)
            if verdict:
                score, before = best[row - 1][column - 1]
                choices.append((score + _SCORES[verdict], (*before, (own_token, opposite_token, verdict))))
            line.append(max(choices, key=lambda choice: choice[0]))
        best.append(line)
    return list(best[-1][-1][1])


def _of_ranges(pair: SentencePair, left: Sequence[int], right: Sequence[int]) -> list[tuple[int, int, Verdict]]:
    """The ends of two ranges, the lower against the lower: `15-20`, `20-22`; empty for any other values."""
    if not _is_range(pair.left, left) or not _is_range(pair.right, right):
        return []
    if {pair.left.keys[token] for token in left} == {pair.right.keys[token] for token in right}:
        # 2-1 and 1-2: the score is in another order.
        return []
    verdicts = [
        _verdict(pair, own_token, opposite_token) for own_token, opposite_token in zip(left, right, strict=True)
    ]
    return [
        (own_token, opposite_token, verdict)
        for own_token, opposite_token, verdict in zip(left, right, verdicts, strict=True)
        if verdict and None not in verdicts
    ]


def _is_range(text: ReadText, values: Sequence[int]) -> bool:
    if len(values) != _ENDS:
        return False
    between = tuple(text.keys[token] for token in range(values[0] + 1, values[1]))
    return between in _DASHES or (bool(between) and between in text.terms.ranges)


def _verdict(pair: SentencePair, own_token: int, opposite_token: int) -> Verdict | None:
    """How two values stand to each other; None where they are of different sorts and none became the other."""
    left, right = pair.left.value(own_token), pair.right.value(opposite_token)
    assert left is not None
    assert right is not None
    verdict = verdict_of(left, right, *pair.sides.days)
    if verdict == "unclear" and left.time is not None and right.time is not None:
        # Words leave the half of the day open, figures do so where the house has a clock of twelve hours.
        words = [
            not any(map(str.isdecimal, text.tokens[token].text))
            for text, token in ((pair.left, own_token), (pair.right, opposite_token))
        ]
        return "same-value" if left.time == right.time or words[0] != words[1] else verdict
    if verdict == "rounded" and left.weak != right.weak and left.number == right.number:
        # `one`, `more than one`: of a number that may be none nothing is said.
        return None
    if verdict in ("same-value", "converted", "rounded"):
        return verdict
    if _may_be_year(left, right) or _may_be_year(right, left):
        return "unclear"
    if not _one_sort(left, right) or is_code(left) or is_code(right):
        return None
    if left.weak and right.weak and verdict == "changed" and left.kind != right.kind:
        return None
    if verdict == "changed" and _differ_in_scale(left, right) and not knows_measures(pair.left.terms.language):
        return "unclear"
    return verdict


def _differ_in_scale(left: Value, right: Value) -> bool:
    """Whether two figures are printed with the same digits, so that a word for a million may stand beside one."""
    if not left.number or not right.number:
        return False
    times = max(abs(left.number), abs(right.number)) / min(abs(left.number), abs(right.number))
    return times.denominator == 1 and times >= _THOUSAND and str(times.numerator).strip("0") == "1"


@cache
def verdict_of(left: Value, right: Value, day: date | None, other_day: date | None) -> Verdict:
    """How two values stand to each other, relative dates resolved against the days of their articles.

    Resolving can only add equality: where a day is not known, what cannot be told stays `unclear`.
    """
    verdict = compare_values(left, right)
    if verdict == "unclear" and left.kind == right.kind == "date":
        first, second = resolve(left, day), resolve(right, other_day)
        if first and second:
            resolved = _of_days(first, second)
            return "unclear" if resolved == "changed" and _may_be_next(left, right, first, second) else resolved
    return verdict


def _may_be_next(left: Value, right: Value, first: Days, second: Days) -> bool:
    """Whether one is a weekday alone and the other a day of that name: it may be the next one, and not the last."""
    for value, opposite_token in ((left, second), (right, first)):
        point = value.date
        bare = point is not None and point.relative is None and point.day is None and point.weekday is not None
        if (
            bare
            and point is not None
            and opposite_token[0] == opposite_token[1]
            and opposite_token[0].weekday() == point.weekday
        ):
            return True
    return False


def _of_days(first: Days, second: Days) -> Verdict:
    """How two spans of days stand to each other: `early this month` holds 3 March, and says it less exactly."""
    if first == second:
        return "same-value"
    if any(outer[0] <= inner[0] and inner[1] <= outer[1] for outer, inner in ((first, second), (second, first))):
        return "rounded"
    return "changed" if first[1] < second[0] or second[1] < first[0] else "unclear"


def _may_be_year(date_read: Value, number_read: Value) -> bool:
    """Whether one is a date and the other four digits, which may be a year as well: `a year later`, `1759`."""
    number = number_read.number
    return date_read.kind == "date" and number_read.kind == "number" and number is not None and number in _FOUR_DIGITS


def _one_sort(left: Value, right: Value) -> bool:
    """Whether two values answer the same question: how many, when."""
    if left.kind in _MEASURES and right.kind in _MEASURES:
        return _dimension(left) == _dimension(right)
    return (
        left.kind in _DATED and right.kind in _DATED and (left.kind == right.kind or "date" in (left.kind, right.kind))
    )


def _dimension(value: Value) -> str:
    """What is counted: a length of time, an age, a share, or anything else."""
    if value.unit in ("%", "pp"):
        return "share"
    return value.kind if value.kind in ("duration", "age", "share") else ""


def _across(pair: SentencePair, left: Sequence[tuple[int, Edit]], right: Sequence[tuple[int, Edit]]) -> list[ValuePair]:
    """What is left after the edits were looked at one by one: partners at other edits, and values without any."""
    pairs_so_far: list[ValuePair] = []
    used: set[int] = set()
    for token, edit in left:
        value = pair.left.value(token)
        assert value is not None
        partner: tuple[int, Verdict] | None = None
        for opposite_token, _ in right:
            candidate = pair.right.value(opposite_token)
            if opposite_token in used or candidate is None:
                continue
            if verdict_of(value, candidate, *pair.sides.days) == "same-value":
                partner = (opposite_token, "same-value")
                break
        if partner is None and not value.weak:
            alike = [
                (opposite_token, verdict)
                for opposite_token, _ in right
                if opposite_token not in used
                and (verdict := _verdict(pair, token, opposite_token))
                and not _is_weak(pair, opposite_token)
            ]
            if len(alike) == 1 and not _has_rival(pair, left, token, alike[0][0]):
                partner = alike[0]
        if partner:
            used.add(partner[0])
            pairs_so_far.append(ValuePair(token, partner[0], partner[1], edit))
        elif not value.weak and _is_told(pair, token, edit, 0):
            pairs_so_far.append(ValuePair(token, None, "withheld", edit))
    pairs_so_far += [
        ValuePair(None, token, "given", edit)
        for token, edit in right
        if token not in used and not _is_weak(pair, token) and _is_told(pair, token, edit, 1)
    ]
    return pairs_so_far


def _has_rival(pair: SentencePair, left: Sequence[tuple[int, Edit]], token: int, partner: int) -> bool:
    """Whether another value of the left that is left over may be what the value of the right replaced."""
    right = pair.right.value(partner)
    return right is not None and any(
        (value := pair.left.value(rival)) is not None and not value.weak and _one_sort(value, right)
        for rival, _ in left
        if rival != token
    )


def _is_weak(pair: SentencePair, token: int) -> bool:
    value = pair.right.value(token)
    return value is None or value.weak


def _is_told(pair: SentencePair, token: int, edit: Edit, side: int) -> bool:
    """Whether a value without a partner is a finding by itself, and not a part of a longer cut or addition."""
    if _is_in_sentence(pair, token, side):
        return False
    content = pair.free_content(edit)
    beside = [own_token for own_token in content[side] if own_token != token]
    opposite = content[1 - side]
    text = (pair.left, pair.right)[side]
    value = text.value(token)
    dated = value is not None and value.kind in _DATED
    if is_only_figure_of_headlines(pair, token, side):
        return True
    if not opposite:
        words = [own_token for own_token in pair.free_in(edit)[side] if own_token != token and text.is_word(own_token)]
        return len(beside) <= (_BESIDE_UP_TO if dated else 0) and len(words) <= _WORDS_BESIDE_UP_TO
    if any(_is_unread_number((pair.right, pair.left)[side], place) for place in opposite):
        # What became of a number that is too long to be read is a number, and none was added.
        return False
    # A number in words that stands against another word may be no number: German `sieben` is a verb, too.
    if len(opposite) == 1:
        opposite_token = (pair.right, pair.left)[side]
        if text.tokens[token].text.strip().casefold() == opposite_token.tokens[opposite[0]].text.strip().casefold():
            return False
    sure = dated or any(map(str.isdecimal, text.tokens[token].text)) or bool(value and value.rough)
    return sure and len(opposite) <= _REPLACED_BY_UP_TO and len(beside) <= _REPLACED_BY_UP_TO


def _stands_apart(text: ReadText, free: Set[int], digits: Sequence[str]) -> bool:
    """Whether the figures of a value stand one behind another in what differs: `20: 11` for `20:11`."""
    places = [token for token in sorted(free) if text.tokens[token].text.strip() in digits]
    runs = [places[start : start + len(digits)] for start in range(len(places) - len(digits) + 1)]
    return any(
        [text.tokens[token].text.strip() for token in run] == list(digits)
        and all(second - first <= _BETWEEN_DIGITS for first, second in pairwise(run))
        for run in runs
    )


def _is_unread_number(text: ReadText, token: int) -> bool:
    """Whether a word is made of digits of which no number is read: a code, or thousands of digits."""
    printed, value = text.tokens[token].text.strip(), text.value(token)
    is_unread = value is None or (value.kind == "number" and value.number is None)
    return is_unread and printed[:1].isdecimal() and printed[-1:].isdecimal()


def is_only_figure_of_headlines(pair: SentencePair, token: int, side: int) -> bool:
    """Whether a figure is the only one of two headlines, which are opposite each other whatever else they say."""
    if not pair.is_headline:
        return False
    texts = pair.left, pair.right
    values = [
        [value for place in tokens if (value := text.value(place)) and value.kind not in _DATED]
        for text, tokens in zip(texts, pair.value_tokens, strict=True)
    ]
    return values[side] == [texts[side].value(token)] and not values[1 - side]


def _is_in_sentence(pair: SentencePair, token: int, side: int) -> bool:
    """Whether the other sentence says the same value as often as this one does, or has it as a part of another value:
    `28`, `June 28`; `65 mya`, `65 million years ago`."""
    text, opposite_text = (pair.left, pair.right) if side == 0 else (pair.right, pair.left)
    value = text.value(token)
    tokens = pair.value_tokens
    if value is None or max(map(len, tokens)) > _AT_MOST:
        return False
    digits = _DIGITS.findall(text.tokens[token].text)
    free = pair.free[1 - side]
    if len(digits) > 1 and _stands_apart(opposite_text, free, digits):
        return True
    if len(digits) == 1 and any(
        digits[0] in _DIGITS.findall(opposite_text.tokens[opposite_token].text)
        for opposite_token in tokens[1 - side]
        if opposite_token in free
    ):
        return True
    if (
        len(digits) == 1
        and len(digits[0]) == _SHORT_YEAR
        and any(
            known_value.endswith(digits[0]) and len(known_value) == 2 * _SHORT_YEAR
            for opposite_token in tokens[1 - side]
            if opposite_token in free
            for known_value in _DIGITS.findall(opposite_text.tokens[opposite_token].text)
        )
    ):
        # `1958-71`, `1958-1971`.
        return True
    values = [
        [known_value for opposite_token in side_tokens if (known_value := side_text.value(opposite_token))]
        for side_tokens, side_text in zip(tokens, (pair.left, pair.right), strict=True)
    ]
    days = pair.sides.days
    if (
        value.number is not None
        and not digits
        and any(known_value.weak and known_value.number == value.number for known_value in values[1 - side])
    ):
        # `more that one`, `more than one`: what may be no number here is none that the other lacks.
        return True
    counts = [
        sum(
            verdict_of(value, opposite_token, days[side], days[place]) == "same-value"
            for opposite_token in values[place]
        )
        for place in (0, 1)
    ]
    return 0 < counts[1 - side] >= counts[side]
