"""Findings about paired values, for the kinds that are about values."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.changes.finding import AGAINST_WORDS, Finding
from sitegen.changes.pairing.valuepairs import (
    ValuePair,
    is_only_figure_of_headlines,
    paired_values,
    verdict_of,
)
from sitegen.changes.readtext import CLAUSE_MARKS, ReadText
from sitegen.changes.rowedits import Edit, SentencePair, Sides, are_akin
from sitegen.model import ChangeKind, Span
from sitegen.text.values import Value, knows_measures

_WEAK = 0.93
"""Confidence where one of the two may be no value at all: `one of them`."""
_DIGITS_OF_A_CODE, _DIGITS_OF_A_LINE = 7, 2
_PART_OF_ALL = 0.85
"""Confidence where a number in words is `one of the` others: how many there are it does not say."""
_OF_ALL = frozenset(["of", "de", "des", "del", "della", "degli", "dei", "von", "der", "do", "dos", "das", "из", "من"])
"""Words between a number and all those of which it is a part."""
_JOINS_UP_TO = 2
"""Words and marks between two values that are one: `two years, and a month`."""
_PICTURES = frozenset(
    ["photos", "images", "pictures", "slides", "fotos", "imágenes", "bilder", "bildern", "immagini", "foto", "imagens",
     "ảnh", "صور", "صورة", "фото", "图片"]
)  # fmt: skip
_RIGHTS, _RIGHTS_BESIDE = frozenset(["©", "copyright"]), 2
"""What stands before the year of a site's rights, and how many tokens before it."""
_CENTURIES = frozenset(["century", "centuries", "siglo", "siècle", "jahrhundert", "jahrhunderts", "secolo", "século"])
_DATED = ("date", "time")
_DISTANCES = ("after:", "before:", "ago:")
"""How a date begins that is so far from another."""
_ATTRIBUTE = ("=", '"')
"""What stands before the value of an attribute."""
_WORDS_UP_TO = 3
"""Words of content that stand where a value stood."""
_AGAINST_WORDS = 0.92
"""Confidence of a value against which words stand."""


def value_findings(pair: SentencePair, kind: ChangeKind, is_wanted: Callable[[Value], bool]) -> Iterator[Finding]:
    """The values of one sort that changed, or that one text alone gives; those that say the same are `format`."""
    # A value without a partner may be the other end of a range of which the first end has one.
    values = sorted(paired_values(pair), key=lambda paired: paired.left is None or paired.right is None)
    partners = _partners(values)
    for paired in values:
        if _is_told(pair, paired):
            continue
        value = pair.left.value(paired.left) if paired.left is not None else None
        value = value or (pair.right.value(paired.right) if paired.right is not None else None)
        if value is None or not is_wanted(value) or paired.verdict == "same-value":
            continue
        if (
            _stays_as_printed(pair, paired)
            or _is_printed_alike(pair, paired)
            or _are_parts_of_a_day(pair, paired)
            or _is_of_markup(pair, paired)
        ):
            continue
        if paired.verdict == "changed" and _is_one_number(pair, paired.edit):
            yield pair.take(
                Finding(kind="format", verdict="same-value", left=paired.edit.left, right=paired.edit.right)
            )
            continue
        if kind == "date" and _is_quoted(pair, paired):
            continue
        if _counts_pictures(pair, paired):
            continue
        if _is_before_its_line(pair, paired):
            continue
        if _is_for_the_day(pair, paired) or _is_of_rights(pair, paired) or _is_footnote(pair, paired):
            continue
        if (
            _is_in_other_words(pair, paired)
            or _is_century_in_words(pair, paired)
            or _is_part_of_code(pair, paired)
            or _counts_a_line(pair, paired)
        ):
            continue
        finding = _finding(pair, kind, paired, partners)
        token = paired.left if paired.left is not None else paired.right
        side = 0 if paired.left is not None else 1
        if (paired.left is None or paired.right is None) and is_only_figure_of_headlines(pair, token or 0, side):
            # The words around it are told with it, as other words.
            yield finding
        else:
            yield pair.take(finding)


def with_joined_dates(sides: Sides, findings: Sequence[Finding]) -> list[Finding]:
    """The findings of a row, where a date that is gone from a sentence and one that the same sentence has at another
    place are one finding: `Last week the clinic denied it`, `the clinic denied it last Thursday`."""
    joined = list(findings)
    for cut_date in findings:
        if cut_date.kind != "date" or cut_date.verdict != "withheld":
            continue
        added_dates = [finding for finding in joined if finding.kind == "date" and finding.verdict == "given"]
        partners = [added_date for added_date in added_dates if _in_one(sides, cut_date, added_date)]
        if len(partners) != 1:
            continue
        added_date = partners[0]
        values = _only_value(sides.left, cut_date.left), _only_value(sides.right, added_date.right)
        if values[0] is None or values[1] is None:
            continue
        verdict = verdict_of(values[0], values[1], *sides.days)
        joined = [finding for finding in joined if finding is not cut_date and finding is not added_date]
        if verdict != "same-value":
            sure = min(cut_date.confidence, added_date.confidence)
            one_date = replace(cut_date, verdict=verdict, right=added_date.right, confidence=sure)
            joined.append(replace(one_date, shifted=True, aspect=""))
    return joined


def _in_one(sides: Sides, cut_date: Finding, added_date: Finding) -> bool:
    """Whether a place of the left and one of the right stand in one sentence of either text."""
    return all(
        bool(text.tokens) and text.sentence(spans[0]) == text.sentence(spans[1])
        for text, spans in (
            (sides.left, (cut_date.left[0], added_date.left[0])),
            (sides.right, (cut_date.right[0], added_date.right[0])),
        )
    )


def _only_value(text: ReadText, span: Span) -> Value | None:
    """The value of a range that holds one; None where it holds none or several."""
    values = [value for token in range(*span) if (value := text.value(token))]
    return values[0] if len(values) == 1 else None


def _is_one_number(pair: SentencePair, edit: Edit) -> bool:
    """Whether an edit holds the same digits with other marks between them, as a code does: 0-553-29438, 055329438."""
    digits = [
        "".join(filter(str.isdecimal, text.printed(span)))
        for text, span in zip((pair.left, pair.right), edit, strict=True)
    ]
    return digits[0] == digits[1] and len(digits[0]) >= _DIGITS_OF_A_CODE


def _is_quoted(pair: SentencePair, paired: ValuePair) -> bool:
    """Whether it stands inside quotation marks: then what somebody said was altered, which is told as that."""
    return (paired.left is None or bool(pair.left.quoted[paired.left])) and (
        paired.right is None or bool(pair.right.quoted[paired.right])
    )


Partners = tuple[Mapping[int, int], Mapping[int, int]]
"""The value of the other text that a value of the left, or of the right, became."""


def _is_of_markup(pair: SentencePair, paired: ValuePair) -> bool:
    """Whether a value is that of an attribute of the page or of the target of a link, which nobody reads."""
    for text, token in ((pair.left, paired.left), (pair.right, paired.right)):
        if token is not None and _is_in_target(text, token):
            return True
        if token is not None and token >= len(_ATTRIBUTE):
            before = tuple(text.tokens[place].text.strip() for place in (token - 2, token - 1))
            if before == _ATTRIBUTE and not text.tokens[token - 2].text[-1:].isspace():
                return True
    return False


def _is_in_target(text: ReadText, token: int) -> bool:
    """Whether a value is all of what a link leads to, before the words that it shows: `[[2007|2005]]`."""
    printed = [text.tokens[near].text.strip() for near in range(max(token - 2, 0), min(token + 2, len(text.tokens)))]
    return len(printed) == len("[[2|") and printed[:2] == ["[", "["] and printed[3] == "|"


def _are_parts_of_a_day(pair: SentencePair, paired: ValuePair) -> bool:
    """Whether two values are parts of a day of which one may be the other, and name no day: dawn, morning. They are
    told as words."""
    if paired.left is None or paired.right is None or paired.verdict != "unclear":
        return False
    dates = [
        value.date
        for text, token in ((pair.left, paired.left), (pair.right, paired.right))
        if (value := text.value(token)) is not None and value.date is not None
    ]
    return len(dates) == len(pair.reach) and all(
        date.part is not None and not any((date.year, date.month, date.day, date.relative)) and date.weekday is None
        for date in dates
    )


def _is_printed_alike(pair: SentencePair, paired: ValuePair) -> bool:
    """Whether both values are printed alike, and one is read with the unit of its range, which the other text
    parts from it by a sign that no font has: `10�15 grams`."""
    if paired.left is None or paired.right is None or paired.verdict != "changed":
        return False
    printed = pair.left.tokens[paired.left].text.strip(), pair.right.tokens[paired.right].text.strip()
    return printed[0].casefold() == printed[1].casefold()


def _stays_as_printed(pair: SentencePair, paired: ValuePair) -> bool:
    """Whether a value that one text alone has is printed at its place in the other too, which has no value there: the
    number of a line, in one of two tables."""
    if (paired.left is None) == (paired.right is None):
        return False
    side = 0 if paired.right is None else 1
    text, opposite = (pair.left, pair.right)[:: 1 if side == 0 else -1]
    token = paired.left if paired.left is not None else paired.right
    assert token is not None
    printed = text.tokens[token].text.strip()
    return any(opposite.tokens[place].text.strip() == printed for place in range(*paired.edit[1 - side]))


def _partners(values: Sequence[ValuePair]) -> Partners:
    of_both = [(paired.left, paired.right) for paired in values if paired.left is not None and paired.right is not None]
    return dict(of_both), {right: left for left, right in of_both}


def _is_told(pair: SentencePair, paired: ValuePair) -> bool:
    """Whether a finding has taken a value as the other end of a range: `80-100,000`."""
    return any(
        token is not None and token not in free
        for token, free in zip((paired.left, paired.right), pair.free, strict=True)
    )


def _counts_pictures(pair: SentencePair, paired: ValuePair) -> bool:
    """Whether a figure says how many pictures a gallery of the page has: `(9 images)`, `4 of 29 photos`."""
    for text, token in ((pair.left, paired.left), (pair.right, paired.right)):
        if token is None or token + 1 >= len(text.tokens) or text.keys[token + 1] not in _PICTURES:
            continue
        if token and (text.keys[token - 1] == "(" or (token > 1 and text.value(token - 2) is not None)):
            return True
    return False


def _is_before_its_line(pair: SentencePair, paired: ValuePair) -> bool:
    """Whether a colon alone is where the other text has a value: what it announces is in the next line of a table."""
    if (paired.left is None) == (paired.right is None):
        return False
    opposite, span = (pair.left, paired.edit.left) if paired.left is None else (pair.right, paired.edit.right)
    return opposite.printed(span).strip() == ":"


def _is_for_the_day(pair: SentencePair, paired: ValuePair) -> bool:
    """Whether `today` stands where the other text has a word, or in a text without a day: it may mean nowadays, and is
    no date."""
    side = 0 if paired.left is not None else 1
    token = paired.right if side else paired.left
    if (paired.left is not None and paired.right is not None) or token is None:
        return False
    value = (pair.left, pair.right)[side].value(token)
    today = value is not None and value.date is not None and value.date.relative == "today"
    return today and (pair.sides.days[side] is None or bool(pair.free_content(paired.edit)[1 - side]))


def _is_footnote(pair: SentencePair, paired: ValuePair) -> bool:
    """Whether a figure stands alone in square brackets: the mark of a note, `[3]`."""
    return any(
        token is not None
        and 0 < token < len(text.tokens) - 1
        and (text.keys[token - 1], text.keys[token + 1]) == ("[", "]")
        for text, token in ((pair.left, paired.left), (pair.right, paired.right))
    )


def _counts_a_line(pair: SentencePair, paired: ValuePair) -> bool:
    """Whether a number that one text alone has is that of a line of a list: it begins a block, and a full stop or a
    bracket parts it from what it counts: `2. The gate was shut.`"""
    side = 0 if paired.left is not None else 1
    token = paired.right if side else paired.left
    if (paired.left is not None and paired.right is not None) or token is None:
        return False
    text = (pair.left, pair.right)[side]
    start, end = text.block_span(token)
    digits = text.tokens[token].text
    return (
        token == start
        and token + 2 < end
        and digits.isdecimal()
        and len(digits) <= _DIGITS_OF_A_LINE
        and text.keys[token + 1] in (".", ")", "．", "、")
    )


def _is_in_other_words(pair: SentencePair, paired: ValuePair) -> bool:
    """Whether a date that one text alone has is far from another day, and the other text says how far without a number:
    `a century later`, `centuries later`."""
    side = 0 if paired.left is not None else 1
    token = paired.right if side else paired.left
    if (paired.left is not None and paired.right is not None) or token is None:
        return False
    text, opposite = (pair.left, pair.right)[:: 1 if side == 0 else -1]
    value = text.value(token)
    if value is None or value.date is None or not (value.date.relative or "").startswith(_DISTANCES):
        return False
    place = paired.edit[1 - side]
    near = [
        opposite.keys[beside]
        for beside in range(max(place[0] - _WORDS_UP_TO, 0), min(place[1] + _WORDS_UP_TO, len(opposite.keys)))
        if opposite.text.words[beside]
    ]
    words = [word for word in text.tokens[token].text.casefold().split() if word.isalpha()][1:]
    return len(words) > 1 and all(any(are_akin(word, key) for key in near) for word in words)


def _is_century_in_words(pair: SentencePair, paired: ValuePair) -> bool:
    """Whether the years of a century stand in one text, and the century with its number in the other: `the 1500s`."""
    texts = (pair.left, pair.right)
    for side, token in enumerate((paired.left, paired.right)):
        century = _century(texts[side], token) if token is not None else None
        if century is not None and any(
            _century(texts[1 - side], near) == century for near in pair.value_tokens[1 - side]
        ):
            return True
    return False


def _is_part_of_code(pair: SentencePair, paired: ValuePair) -> bool:
    """Whether a figure that one text alone has is the end of a code in several parts: `1-4014-0040-6-2`."""
    side = 0 if paired.left is not None else 1
    token = paired.right if side else paired.left
    if (paired.left is not None and paired.right is not None) or token is None:
        return False
    text = (pair.left, pair.right)[side]
    start = end = token
    while start > 1 and text.keys[start - 1] == "-" and not _parts_words(text, start - 2, start - 1):
        start -= 2
    while end + 2 < len(text.tokens) and text.keys[end + 1] == "-" and not _parts_words(text, end, end + 1):
        end += 2
    digits = "".join(filter(str.isdecimal, text.text.text((start, end + 1))))
    return (end - start) // 2 > 1 and len(digits) >= _DIGITS_OF_A_CODE


def _parts_words(text: ReadText, *tokens: int) -> bool:
    """Whether a space stands behind one of some tokens."""
    return any(text.tokens[token].text[-1:].isspace() for token in tokens)


def _century(text: ReadText, token: int) -> int | None:
    """The number of a century that a value is, in years or by its number; None for any other value."""
    value = text.value(token)
    if value is None:
        return None
    point = value.date
    if point is not None:
        is_century = point.part == "decade" and point.year is not None and point.year % 100 == 0
        return point.year // 100 + 1 if is_century and point.year is not None else None
    beside = text.keys[max(token - 1, 0) : token + 2]
    return int(value.number) if value.number is not None and not _CENTURIES.isdisjoint(beside) else None


def _is_of_rights(pair: SentencePair, paired: ValuePair) -> bool:
    """Whether a year stands behind a copyright sign or word, the site's and no date of the report; or a number is that
    of a letter, `&#337;`."""
    return any(
        token is not None
        and (
            tuple(text.keys[max(token - 2, 0) : token]) == ("&", "#")
            or any(text.keys[near] in _RIGHTS for near in range(max(token - _RIGHTS_BESIDE, 0), token))
        )
        for text, token in ((pair.left, paired.left), (pair.right, paired.right))
    )


def _finding(pair: SentencePair, kind: ChangeKind, paired: ValuePair, partners: Partners) -> Finding:
    if paired.left is not None and paired.right is not None:
        if named := _in_other_units(pair, kind, paired.left, paired.right):
            return named
        weak = any(
            value is None or value.weak for value in (pair.left.value(paired.left), pair.right.value(paired.right))
        )
        return Finding(
            kind=kind,
            verdict=paired.verdict,
            left=_with_its_range(pair, 0, paired.left, partners),
            right=_with_its_range(pair, 1, paired.right, partners),
            confidence=_PART_OF_ALL if _is_of_all(pair, paired) else _WEAK if weak else 1.0,
        )
    side = 0 if paired.left is not None else 1
    token = paired.left if paired.left is not None else paired.right
    assert token is not None
    if stretched := _stretched(pair, kind, side, token, partners):
        return stretched
    own_span, place = _glued_range(pair, side, token), _nothing(paired.edit, 1 - side)
    left, right = (own_span, place) if side == 0 else (place, own_span)
    # What stands opposite is told by itself: `at 08:04` against `at last` is a time that is gone, and became no other.
    against_words = pair.free_content(paired.edit)[side] == [token] and _stands_against_words(
        pair, paired.edit, 1 - side
    )
    return Finding(
        kind=kind,
        verdict=paired.verdict,
        left=left,
        right=right,
        confidence=_AGAINST_WORDS if against_words else 1.0,
        aspect=AGAINST_WORDS if against_words else "",
    )


def _is_of_all(pair: SentencePair, paired: ValuePair) -> bool:
    """Whether one of two numbers in words counts those of which something is said: `one of the reeds`, `two reeds`."""
    for text, token in ((pair.left, paired.left), (pair.right, paired.right)):
        value = text.value(token) if token is not None else None
        if token is None or value is None or value.kind != "number" or value.number != 1:
            continue
        behind = text.keys[token + 1] if token + 1 < len(text.keys) else ""
        words = [*text.tokens[token].text.casefold().split()[1:], behind]
        if not text.tokens[token].text[:1].isdecimal() and not _OF_ALL.isdisjoint(words):
            return True
    return False


def _glued_range(pair: SentencePair, side: int, token: int) -> Span:
    """A value that one text alone has, with the other end of its range: `May 10-14`."""
    text, free = (pair.left, pair.right)[side], pair.free[side]
    end = token + 2
    if end in free and text.keys[token + 1] == "-" and text.value(end) and not _parts_words(text, token, token + 1):
        return (token, end + 1)
    return alone(token)


def _stretched(pair: SentencePair, kind: ChangeKind, side: int, token: int, partners: Partners) -> Finding | None:
    """A value that makes a range of one that both texts have: `15,000`, `15-20,000`; None where it makes none."""
    text, value = (pair.left, pair.right)[side], (pair.left, pair.right)[side].value(token)
    for step in (-1, 1):
        near = token + 2 * step
        beside = text.value(near) if 0 <= near < len(text.tokens) else None
        opposite = partners[side].get(near, pair.equal.partner(side, near)) if beside is not None else None
        if opposite is None or beside is None or value is None:
            continue
        if _joins(text, value, beside, min(near, token), (token + step,)):
            own_span = (min(near, token), max(near, token) + 1)
            spans = (own_span, alone(opposite)) if side == 0 else (alone(opposite), own_span)
            return Finding(kind=kind, verdict="rounded", left=spans[0], right=spans[1])
    return None


def _in_other_units(pair: SentencePair, kind: ChangeKind, left: int, right: int) -> Finding | None:
    """The same figure of a unit and of something else, which is no unit: `40 litres`, `40 jars`."""
    values = pair.left.value(left), pair.right.value(right)
    if values[0] is None or values[1] is None or values[0].unit == values[1].unit or kind != "figure":
        return None
    if not knows_measures(pair.left.terms.language):
        return None  # what is no unit here may be one by a short name: 12 miljonit eurot, 12 milj
    digits = [
        "".join(filter(str.isdecimal, text.tokens[token].text))
        for text, token in ((pair.left, left), (pair.right, right))
    ]
    bare = [value.kind == "number" and not value.unit for value in values if value]
    if digits[0] != digits[1] or not digits[0] or bare[0] == bare[1]:
        return None
    side = 0 if bare[0] else 1
    text, token = (pair.left, left) if side == 0 else (pair.right, right)
    noun = token + 1
    if noun >= len(text.tokens) or noun not in pair.free[side] or text.is_small(noun) or not text.text.words[noun]:
        return None
    own_span, opposite = (token, noun + 1), alone(right if side == 0 else left)
    spans = (own_span, opposite) if side == 0 else (opposite, own_span)
    return Finding(kind="figure", verdict="changed", left=spans[0], right=spans[1], confidence=_WEAK)


def _nothing(edit: Edit, side: int) -> Span:
    """The place of one side of an edit, without words."""
    return (edit[side][0], edit[side][0])


def _stands_against_words(pair: SentencePair, edit: Edit, side: int) -> bool:
    """Whether a few words that no finding has taken stand where the other text has a value; a name is none of them."""
    content = pair.free_content(edit)[side]
    text = (pair.left, pair.right)[side]
    if not content or len(content) > _WORDS_UP_TO or any(text.is_name(token) for token in content):
        return False
    return not any(
        text.value(token) or text.is_quote_mark(token) or text.keys[token] in CLAUSE_MARKS
        for token in range(content[0], content[-1] + 1)
    )


def _with_its_range(pair: SentencePair, side: int, token: int, partners: Partners) -> Span:
    """A value with the other end of its range, or the other parts of its length of time, where these differ too.

    `80-100,000` became another figure as a whole, and of `two years and a month` neither part did alone.
    """
    start, end = alone(token)
    while (before := _joined(pair, side, start, -1)) is not None and _goes_with(pair, side, before, start, partners):
        start = before
    while (after := _joined(pair, side, end - 1, 1)) is not None and _goes_with(pair, side, after, end - 1, partners):
        end = after + 1
    text = (pair.left, pair.right)[side]
    if _is_short_year(text, start) and _are_years(text.value(start - 2), text.value(start)):
        # `99` says no year without the one before it, whether or not that one stayed: `1998-99`.
        start -= 2
    return (start, end)


def _goes_with(pair: SentencePair, side: int, near: int, token: int, partners: Partners) -> bool:
    """Whether the other end of a range is told with the one: it has no partner, or both are years whose partners are a
    range too, `1998-99`, `2002-03`."""
    text = (pair.left, pair.right)[side]
    if near not in partners[side]:
        return True
    if not _are_years(text.value(near), text.value(token)) or token not in partners[side]:
        return False
    return _joined(pair, 1 - side, partners[side][token], 1 if near > token else -1) == partners[side][near]


def _is_short_year(text: ReadText, token: int) -> bool:
    """Whether a year is the end of a range and printed without its century."""
    printed = text.tokens[token].text.strip()
    value = text.value(token)
    is_year = value is not None and value.date is not None and value.date.year is not None
    return is_year and token > 1 and text.keys[token - 1] in ("-", "/") and printed.isdecimal() and len(printed) == 2


def _are_years(*values: Value | None) -> bool:
    """Whether all are years and nothing more."""
    return all(
        value is not None
        and value.date is not None
        and value.date.year is not None
        and not any((value.date.month, value.date.day, value.date.part, value.date.relative))
        for value in values
    )


def _joined(pair: SentencePair, side: int, token: int, step: int) -> int | None:
    """The value that stands beside one, with nothing between them but what joins them; None for none."""
    text, free = (pair.left, pair.right)[side], pair.free[side]
    value = text.value(token)
    between: list[int] = []
    near = token + step
    while 0 <= near < len(text.tokens) and near in free and len(between) <= _JOINS_UP_TO:
        beside = text.value(near)
        if beside is not None and value is not None:
            joins = between if step > 0 else between[::-1]
            return near if _joins(text, value, beside, token if step > 0 else near, joins) else None
        between.append(near)
        near += step
    return None


def _joins(text: ReadText, value: Value, beside: Value, first: int, between: Sequence[int]) -> bool:
    keys = tuple(text.keys[token] for token in between)
    if value.kind == beside.kind == "duration":
        return all(not text.is_word(token) or text.is_small(token) for token in between)
    if (value.kind in _DATED or beside.kind in _DATED) and not _are_years(value, beside):
        return False
    glued = set(keys) == {"-"} and not any(text.tokens[token].text[-1:].isspace() for token in (first, *between))
    return glued or keys in text.terms.ranges


def alone(token: int) -> Span:
    """The range of one token."""
    return (token, token + 1)
