"""Reads the values of a text: `read_values` is the way in. Each look ahead is bounded, so the work is linear.

What counts or measures is read in counting.py, a date in dates.py and distances.py, a time in times.py.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from sitegen.model import DatePoint, Token, Value
from sitegen.text.values.counting import Counted, is_below_zero, read_count
from sitegen.text.values.dates import read_date, read_part
from sitegen.text.values.distances import read_distance
from sitegen.text.values.pieces import CASES_BEHIND_APOSTROPHES, ValuePiece, read_pieces, windows, year_like
from sitegen.text.values.scripture import verse_end
from sitegen.text.values.times import read_time
from sitegen.text.values.value import code_value, date_value, number_value
from sitegen.text.values.vocabulary import Vocabulary, vocabulary_of
from sitegen.text.values.years import ReadDate, read_decade, read_end_of_range, read_year, read_years_of_era

_NEVER_CAPITAL = frozenset("mgt")
_THOUSAND = 1000
_SCALES_IN_WORDS = frozenset([1, *(10**power for power in (3, 4, 5, 6, 7, 8, 9, 12))])
"""What a word behind a number in words multiplies it by, and the number before the range too: two to three million."""
_HEBREW_PREFIXES = frozenset("בהוכלמש")
"""Words of one letter that Hebrew writes with a hyphen before a figure: כ-40, about 40."""
_CODE_OF_A_CHARACTER = 2
"""Digits of the code of a character in an address."""
_LONGEST_CASE = 5
"""Letters of the ending of a case."""
_MEASURED = frozenset(["number", "amount", "quantity", "share", "duration"])


def read_values(tokens: Sequence[Token], language: str) -> tuple[tuple[int, int, Value], ...]:
    """The values of a text as (start, end, value), spans of token indexes, ascending, none overlapping.

    `language` is a tag; a language that is not known is read with signs, codes and digits.
    """
    vocabulary = vocabulary_of(language)
    values: list[tuple[int, int, Value]] = []
    for window in windows(tokens, vocabulary):
        _read_window(read_pieces(tokens, vocabulary, window), window[0], vocabulary, values)
    return tuple(values)


def _read_window(
    pieces: Sequence[ValuePiece], offset: int, vocabulary: Vocabulary, values: list[tuple[int, int, Value]]
) -> None:
    index = border = last_end = 0
    while index < len(pieces):
        piece = pieces[index]
        if piece.figure is None and "starts" not in piece.senses:
            index += 1
            continue
        spans = _read_spans(pieces, index, vocabulary)
        if spans and vocabulary.language in CASES_BEHIND_APOSTROPHES:
            spans[-1] = _with_case(pieces, spans[-1])
        after = index + 1
        for start, end, value in spans:
            first, last = pieces[start].start, pieces[end - 1].end
            if first >= border:
                if values and last_end and start == last_end + 1 and value.kind in _MEASURED:
                    value = _range(pieces, start, values, value)
                last_end = end
                values.append((offset + first, offset + last, value))
                border = last
            after = max(after, end)
        index = after
        while index < len(pieces) and pieces[index].start < border:
            index += 1  # what is left of a token whose value is read


def _with_case(pieces: Sequence[ValuePiece], span: tuple[int, int, Value]) -> tuple[int, int, Value]:
    """A value with the case that is written behind its figure and an apostrophe, and follows from both: 30’u, 40’ı."""
    start, end, value = span
    if (
        end + 1 < len(pieces)
        and not pieces[end - 1].spaced
        and pieces[end].text == "'"
        and not pieces[end].spaced
        and pieces[end + 1].text.isalpha()
        and len(pieces[end + 1].text) <= _LONGEST_CASE
    ):
        return start, end + 2, value
    return span


def _range(pieces: Sequence[ValuePiece], start: int, values: list[tuple[int, int, Value]], later: Value) -> Value:
    """The second end of a range, where the value before it is the first: it shares unit and scale (€3-4 million).

    Replaces the last of the values by the first end as it is meant.
    """
    first, end, earlier = values[-1]
    figure, between = pieces[start].number(), pieces[start - 1]
    if not figure or earlier.kind not in ("number", "amount") or earlier.number is None:
        return later
    if not (between.text == "-" or between.a("range")) or earlier.alternatives or later.number is None:
        return later
    factor = later.number / figure
    if pieces[start].figure is None and factor not in _SCALES_IN_WORDS:
        # Twenty-one, two hundred: the first word is not all of the number.
        figure, factor = later.number, Fraction(1)
    if not 0 < earlier.number < figure or (earlier.kind == "amount" and later.kind not in ("number", "amount")):
        return later
    if (
        factor == 1
        and between.text == "-"
        and not between.spaced
        and _is_in_thousands(earlier, pieces[start].text, later)
    ):
        factor = Fraction(_THOUSAND)
    unit = earlier.unit or later.unit
    kind = "amount" if earlier.kind == "amount" else later.kind
    if factor == 1 and unit == earlier.unit == later.unit:
        return later
    meant = number_value(kind, earlier.number * factor, unit=unit, rough=earlier.rough, digits=earlier.digits)
    values[-1] = (first, end, meant)
    return number_value(kind, later.number, unit=unit, rough=later.rough, digits=later.digits)


def _is_in_thousands(earlier: Value, printed: str, later: Value) -> bool:
    """Whether the first end of a range leaves out the thousands that the second prints: 80-100,000."""
    if earlier.number is None or later.number is None or earlier.unit or earlier.rough:
        return False
    is_grouped = not printed.isdecimal() and later.number % _THOUSAND == 0
    return is_grouped and earlier.number.denominator == 1 and earlier.number < later.number / _THOUSAND


def _read_spans(pieces: Sequence[ValuePiece], index: int, vocabulary: Vocabulary) -> list[tuple[int, int, Value]]:
    """The values that begin at a piece, as spans of pieces; of a range of days there are two."""
    if (code := _code_end(pieces, index)) > index:
        text = "".join(piece.text for piece in pieces[index:code])
        return [(index, code, code_value(text))]
    if years := read_years_of_era(pieces, index):
        return years
    if dated := _read_any_date(pieces, index, vocabulary):
        return _with_range(pieces, index, dated)
    if timed := read_time(pieces, index, vocabulary):
        return [(index, timed.end, timed.value)]
    if span := _two_days(pieces, index, vocabulary):
        return span
    if counted := read_count(pieces, index, vocabulary):
        return [_with_links(pieces, index, _or_weekday(pieces, index, counted))]
    if part := read_part(pieces, index, vocabulary):
        return [(index, part.end, part.value)]
    return []


def _or_weekday(pieces: Sequence[ValuePiece], index: int, counted: Counted) -> Counted:
    """An ordinal that is the name of a weekday as well: a date with the ordinal as its further reading.

    Not before a word that it counts (שני, `two`).
    """
    weekday, number = pieces[index].senses.get("day-name"), counted.value.number
    if not isinstance(weekday, int) or number is None or counted.end != index + 1:
        return counted
    counts = counted.value.kind == "number" and counted.end < len(pieces) and pieces[counted.end].text.isalpha()
    if counts or counted.value.kind not in ("number", "ordinal"):
        return counted
    ordinal = number_value("ordinal", number, digits=1, weak=True)
    return Counted(counted.end, date_value(DatePoint(weekday=weekday), weak=True, alternatives=(ordinal,)))


def _with_links(pieces: Sequence[ValuePiece], start: int, counted: Counted) -> tuple[int, int, Value]:
    """What counts; a share with the article and the preposition that come and go with how it is put.

    So that `one in four homes` and `a quarter of homes` go on with the same word.
    """
    end, value = counted
    if value.number is not None and value.number < 0 and is_below_zero(pieces, start):
        start -= 1
    if value.kind == "share":
        if end < len(pieces) and pieces[end].a("share-link"):
            # Un quart des: what follows shows that it is a share.
            end, value = end + 1, replace(value, weak=value.weak and not pieces[start].a("article"))
        # La moitié: the article belongs to the noun, there is none before 50%.
        is_noun = pieces[start].a("denominator") and not pieces[start].a("ordinal") and not value.weak
        start -= is_noun and start > 0 and pieces[start - 1].a("share-article")
    return start, end, value


def _read_any_date(pieces: Sequence[ValuePiece], index: int, vocabulary: Vocabulary) -> ReadDate | None:
    if decade := read_decade(pieces, index):
        return decade
    if distance := read_distance(pieces, index, vocabulary):
        return distance
    dated = read_date(pieces, index, vocabulary)
    if dated is not None:
        return dated
    if pieces[index].figure is None:
        return None
    year = read_year(pieces, index, vocabulary.language)
    if year is None:
        return None
    following = pieces[year.end] if year.end < len(pieces) else None
    if following is not None and any(following.a(sense) for sense in ("unit", "scale", "period", "near-unit")):
        return None
    return year


def _code_end(pieces: Sequence[ValuePiece], index: int) -> int:
    """Where a code ends that begins here: 3.11.7, 4x4, +49 30 123456, John 3:16; `index` for none."""
    piece = pieces[index]
    if _is_escape(pieces, index):
        return min(index + 2, len(pieces))
    if piece.figure is None:
        return index
    if (verse := verse_end(pieces, index)) > index:
        return verse
    if piece.a("vulgar") and index and pieces[index - 1].text[-1:].isalpha() and not pieces[index - 1].spaced:
        return index + 1  # a letter that was misread: M¼nchen
    end = index + 1
    if end < len(pieces) and pieces[end].a("not-a-word"):
        return end + 1
    if piece.figure.is_code or _is_name(pieces, index):
        return end
    if end < len(pieces) and pieces[end].a("attached") and pieces[end].capital:
        # 5G is a name, 5g a weight.
        near = pieces[end].senses.get("near-unit")
        if near in _NEVER_CAPITAL and not pieces[end].a("loose-scale") and not pieces[end].a("scale"):
            return end + 1
    while end < len(pieces) and end - index < 8 and _is_plain(pieces[end]) and _is_plain(pieces[end - 1]):
        if not pieces[end - 1].spaced or pieces[end].start != pieces[end - 1].end:
            break
        end += 1
    return end if end - index >= 3 and not (end < len(pieces) and pieces[end].senses) else index


def _is_escape(pieces: Sequence[ValuePiece], index: int) -> bool:
    """Whether a sign begins what an address writes for a character, right behind a letter: `Holm%27s`."""
    if pieces[index].text != "%" or pieces[index].spaced or not index or index + 1 >= len(pieces):
        return False
    before, code = pieces[index - 1], pieces[index + 1].text
    return before.text[-1:].isalpha() and not before.spaced and len(code) == _CODE_OF_A_CHARACTER and code.isdecimal()


def _is_name(pieces: Sequence[ValuePiece], index: int) -> bool:
    """Whether a figure is the end of a name: Covid-19, F-35. Not a year: post-2008."""
    if index < 2 or pieces[index - 1].text != "-" or pieces[index - 1].spaced or year_like(pieces[index]):
        return False
    word = pieces[index - 2]
    is_word = word.text.isalpha() and word.text not in _HEBREW_PREFIXES
    return is_word and not word.spaced and word.senses.keys() <= {"near-unit"}


def _is_plain(piece: ValuePiece) -> bool:
    return piece.figure is not None and piece.text.isdecimal() and not piece.senses


def _with_range(pieces: Sequence[ValuePiece], start: int, dated: ReadDate) -> list[tuple[int, int, Value]]:
    """A date, and the further day of one month, or the further year, behind it: January 14-28, 1998-99."""
    spans = [(start, dated.end, dated.value)]
    if last_year := read_end_of_range(pieces, dated.end, dated.value):
        return [*spans, (dated.end + 1, last_year.end, last_year.value)]
    point, index = dated.value.date, dated.end
    if point is None or point.month is None or point.day is None or index + 1 >= len(pieces) or point.year is not None:
        return spans
    last = pieces[index - 1]
    if not (pieces[index].text == "-" or pieces[index].a("range")) or last.figure is None:
        return spans
    day = pieces[index + 1]
    if day.figure is None or not day.text.isdecimal() or not point.day < int(day.text[:3]) <= 31:
        return spans
    if index + 2 < len(pieces) and (pieces[index + 2].senses.keys() & {"month", "unit", "attached", "date-mark"}):
        return spans
    later = DatePoint(year=point.year, month=point.month, day=int(day.text))
    return [*spans, (index + 1, index + 2, date_value(later))]


def _two_days(pieces: Sequence[ValuePiece], index: int, vocabulary: Vocabulary) -> list[tuple[int, int, Value]] | None:
    """14 to 28 March, 14.-28. März: two dates, the first with the month of the second."""
    piece = pieces[index]
    if piece.figure is None or not piece.text.isdecimal() or len(piece.text) > 2 or not 1 <= int(piece.text) <= 31:
        return None
    border = index + 1
    if border < len(pieces) and (pieces[border].text == "." or pieces[border].a("ordinal-end")):
        border += 1
    if border + 1 >= len(pieces) or not (pieces[border].text == "-" or pieces[border].a("range")):
        return None
    dated = read_date(pieces, border + 1, vocabulary)
    if dated is None or dated.value.date is None or dated.value.date.day is None or dated.value.alternatives:
        return None
    point = dated.value.date
    if point.day is not None and int(piece.text) >= point.day:
        return None  # 28-July 1: a day of the month before
    earlier = DatePoint(year=point.year, month=point.month, day=int(piece.text))
    return [(index, border, date_value(earlier)), (border + 1, dated.end, dated.value)]
