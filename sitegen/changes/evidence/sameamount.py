"""Figures that differ and say the same: rounded by next to nothing, or given in other units beside themselves.

`28 metres` and `28.3 metres`, `49 cubic inches` and `49 cubic inches (803 cm³)`: all that is correct, and no reader
learns anything of the outlets by it.
"""

from sitegen.changes.finding import Finding
from sitegen.changes.readtext import CLAUSE_MARKS, ReadText
from sitegen.changes.rowedits import SentencePair
from sitegen.text.values import compare_values

_NEXT_TO_NOTHING = 66
"""One in how much of a figure a less exact one may differ from it and be the same to a reader, 1.5 %: of 12 sentences
on rounded figures that were judged 5 differed by less, and none of them was worth telling."""
_BESIDE_VALUE = 3
"""Tokens from a value to the same one in other units."""
_OPENING, _CLOSING = frozenset(["(", "[", "（"]), frozenset([")", "]", "）"])
_MAY_BE_MEASURED = frozenset(["number", "quantity"])
"""What a figure may be beside which its conversion stands; a unit that no list has makes it a bare number."""


def says_the_same(pair: SentencePair, finding: Finding) -> bool:
    """Whether a figure was rounded by next to nothing, a day was told from a later one, or a figure of both is given in
    other units by one text alone."""
    if finding.kind == "date":
        return finding.verdict == "rounded" and _is_said_later(pair, finding)
    if finding.kind != "figure":
        return False
    if finding.verdict == "rounded":
        return _is_hardly_rounded(pair, finding)
    return finding.verdict in ("given", "withheld") and _is_conversion(pair, finding)


def _is_said_later(pair: SentencePair, finding: Finding) -> bool:
    """Whether a weekday is the week, month or year that holds it, in a text of another day: `on Tuesday`, `last week`.
    What it is called follows from the day of publication."""
    points = [
        value.date
        for text, span in zip((pair.left, pair.right), (finding.left, finding.right), strict=True)
        for token in range(*span)
        if (value := text.value(token)) is not None and value.date is not None
    ]
    days = pair.sides.days
    if len(points) != len(days) or days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    bare = [point.weekday is not None and point.day is None and point.relative is None for point in points]
    return bare[0] != bare[1] and all(bare[side] or points[side].relative is not None for side in (0, 1))


def _is_hardly_rounded(pair: SentencePair, finding: Finding) -> bool:
    values = [
        [value for token in range(*span) if (value := text.value(token))]
        for text, span in zip((pair.left, pair.right), (finding.left, finding.right), strict=True)
    ]
    if len(values[0]) != 1 or len(values[1]) != 1:
        return False
    left, right = values[0][0], values[1][0]
    if left.number is None or right.number is None or left.unit != right.unit:
        return False
    # What is counted is told though it differs by little: 500 and 505 dead are two numbers.
    numbers = abs(left.number), abs(right.number)
    has_decimals = any(
        value.digits > len(str(int(number))) for value, number in zip((left, right), numbers, strict=True)
    )
    return has_decimals and 0 < abs(numbers[0] - numbers[1]) * _NEXT_TO_NOTHING < max(numbers)


def _is_conversion(pair: SentencePair, finding: Finding) -> bool:
    """Whether a value that one text alone has is the one beside it in other units, which both have: `60 miles (97 km)`,
    `£40 ($52)`, `300 cubits (140 m)`."""
    side = 0 if finding.verdict == "withheld" else 1
    text, span = (pair.left, pair.right)[side], (finding.left, finding.right)[side]
    tokens = [token for token in range(*span) if text.value(token)]
    value = text.value(tokens[0]) if len(tokens) == 1 else None
    if value is None or not value.unit:
        return False
    first, last = text.block_span(tokens[0])
    before = range(tokens[0] - 1, max(tokens[0] - _BESIDE_VALUE - 1, first) - 1, -1)
    behind = range(tokens[0] + 1, min(tokens[0] + _BESIDE_VALUE + 1, last))
    for places in (before, behind):
        near = next((token for token in places if text.value(token)), None)
        beside = text.value(near) if near is not None else None
        if near is None or beside is None or beside.unit == value.unit or pair.equal.partner(side, near) is None:
            continue
        between = [text.keys[token] for token in range(min(near, tokens[0]) + 1, max(near, tokens[0]))]
        if beside.kind == value.kind == "amount" and not {*_OPENING, "/"}.isdisjoint(between):
            return True
        if near < tokens[0] and beside.kind in _MAY_BE_MEASURED and _is_in_brackets(text, tokens[0], between):
            return True
        if beside.unit and compare_values(beside, value) in ("converted", "same-value", "rounded"):
            return True
    return False


def _is_in_brackets(text: ReadText, token: int, between: list[str]) -> bool:
    """Whether brackets hold a quantity and nothing else behind a figure and its unit."""
    value = text.value(token)
    if value is None or value.kind != "quantity":
        return False
    printed = text.tokens[token].text.strip()
    opens = (bool(between) and between[-1] in _OPENING) or printed[:1] in _OPENING
    closes = printed[-1:] in _CLOSING or (token + 1 < len(text.keys) and text.keys[token + 1] in _CLOSING)
    return opens and closes and not (CLAUSE_MARKS - _OPENING - _CLOSING).intersection(between)
