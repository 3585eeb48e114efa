"""Values that stand in like words and are of something else: of another label, another kind, another day's report.

`male: 7.77` and `total: 7.9`, `34% call themselves old believers` and `12% ... non-believers`, the rates of two days in
one form of words. What one text says of the one is no change of what the other says of the other.
"""

from collections.abc import Sequence
from itertools import islice, takewhile

from sitegen.changes.finding import Finding
from sitegen.changes.readtext import CLAUSE_MARKS, ReadText
from sitegen.changes.rowedits import SentencePair
from sitegen.changes.wordforms import are_akin
from sitegen.model import Span
from sitegen.text.values import compare_values

_ANOTHER_REPORT = 0.35
"""Share of the shorter text below which a sentence of both that keeps none of several values is one formula, printed in
two reports: how two polls were taken, what gold costs today."""
_SEVERAL, _SEVERAL_OF_A_BLOCK, _FEW_STAYED = 2, 4, 3
"""Values of such a sentence or block, at least, and one in how many may have stayed."""
_DENSE = 8
"""One in how many words of content of such a block is a value: a list of prices has one in 5, a report one in 13."""
_AT_THE_END = 30
"""Tokens up to the end of a text in which it says when it, or the next one, is published."""
_LOOKED_UP = """
    accessdate retrieved accessed archivedate abruf abgerufen zugriff consulté consultadoel consultado fechaacceso
    acesso acessodata acessoem accesso consultato датаобращения проверено датадоступа датадоступу geraadpleegd
    bezochtdatum hämtad hämtdatum åtkomstdatum hentet besøksdato besøgsdato dostęp datadostępu navštíveno
    erişim erişimtarihi 访问日期 存取日期 閲覧日 확인날짜 תאריךגישה diakses viitattu hozzáférés
"""
_READ = frozenset(_LOOKED_UP.split())
"""Words before the day on which a source was looked up."""
_TOKENS_OF_READING = 4
_LABELS = frozenset([":", "=", "："])
"""Marks behind what the value of a list or table is called."""
_NEAR = 5
"""Words before a value among which its label is in a text that has no mark behind it."""
_SAYING = frozenset(["reporting", "may report"])
_DATE_WITHIN = 3
"""Tokens from a value to the date that it is of: `28.3% (1997)`."""
_HYPHENS = frozenset(["-", "\u2010", "\u2011", "־"])
_ENDS = CLAUSE_MARKS | {"-"}
_COMPOUND_WITHIN = 6
"""Words of content behind a value among which it is said what it counts."""


def is_of_another_thing(pair: SentencePair, finding: Finding) -> bool:
    """Whether two values that differ need not be values of one thing, or are of the page and not of its report."""
    if finding.kind not in ("figure", "date") or finding.verdict not in ("changed", "rounded"):
        return False
    if _has_another_label(pair, finding) or _is_formula(pair, finding):
        return True
    if finding.kind == "figure" and _counts_a_compound(pair, finding):
        return True
    if finding.kind == "date" and (_is_of_reading(pair, finding) or _closes_both(pair, finding)):
        return True
    return finding.verdict == "rounded" and _is_of_another_date(pair, finding)


def _is_formula(pair: SentencePair, finding: Finding) -> bool:
    """Whether two sentences, or the blocks around them, of otherwise different texts have several values each and
    hardly any in common."""
    if pair.sides.kept >= _ANOTHER_REPORT:
        return False
    of_blocks = [
        [token for token in range(*text.block_span(span[0])) if text.value(token) is not None]
        for text, span in zip((pair.left, pair.right), (finding.left, finding.right), strict=True)
    ]
    words = [
        len(text.content(text.block_span(span[0])))
        for text, span in zip((pair.left, pair.right), (finding.left, finding.right), strict=True)
    ]
    is_dense = all(len(values) * _DENSE >= count for values, count in zip(of_blocks, words, strict=True))
    if is_dense and _hardly_stayed(pair, of_blocks, _SEVERAL_OF_A_BLOCK):
        return True
    return _hardly_stayed(pair, pair.value_tokens, _SEVERAL)


def _hardly_stayed(pair: SentencePair, values: Sequence[Sequence[int]], fewest: int) -> bool:
    left, right = values
    stayed = sum(pair.equal.partner(0, token) is not None for token in left)
    return min(len(left), len(right)) >= fewest and stayed * _FEW_STAYED <= min(len(left), len(right))


def _is_of_reading(pair: SentencePair, finding: Finding) -> bool:
    """Whether a date says when somebody looked a source up, as a citation does: `Retrieved 5 May 2024`, `|abruf=`."""
    return all(_is_looked_up(text, span[0]) for text, span in ((pair.left, finding.left), (pair.right, finding.right)))


def _is_looked_up(text: ReadText, place: int) -> bool:
    """Whether the clause before a date is nothing but the words that a source was looked up."""
    end, begin = place, text.block_span(place)[0]
    while end > begin and (text.keys[end - 1] in _LABELS or text.is_small(end - 1)):
        end -= 1
    for start in range(end - 1, max(end - _TOKENS_OF_READING, begin) - 1, -1):
        words = "".join(filter(str.isalpha, text.text.text((start, end)).casefold()))
        if words in _READ and (start == begin or not text.text.words[start - 1]):
            return True
    return False


def _closes_both(pair: SentencePair, finding: Finding) -> bool:
    """Whether a date stands at the end of two reports that share little else: when each of them, or the next letter, is
    published."""
    return pair.sides.kept < _ANOTHER_REPORT and all(
        len(text.tokens) - span[1] < _AT_THE_END and len(text.tokens) > _AT_THE_END * _FEW_STAYED
        for text, span in ((pair.left, finding.left), (pair.right, finding.right))
    )


def _has_another_label(pair: SentencePair, finding: Finding) -> bool:
    """Whether a value stands behind a label of which the other text has no word before its value: `female: 6.26`."""
    texts, spans = (pair.left, pair.right), (finding.left, finding.right)
    for side in (0, 1):
        label = _label(texts[side], spans[side])
        if not label:
            continue
        opposite, place = texts[1 - side], spans[1 - side][0]
        # Where a block begins with the value, its label is in the one before.
        words = (token for token in range(place - 1, -1, -1) if not opposite.is_small(token))
        near = list(islice(words, _NEAR))
        partners = {pair.equal.partner(side, token) for token in label}
        if side == 0:
            partners |= {pair.counterparts.get(token) for token in label}
        keys = [opposite.keys[token] for token in near]
        if partners.isdisjoint(near) and not any(
            are_akin(texts[side].keys[token], key) for token in label for key in keys
        ):
            return True
    return False


def _label(text: ReadText, span: Span) -> list[int]:
    """The words of content before the mark of a label right before a value, inside its block; empty where there is
    none. `He said: 300 boats` has none."""
    place = span[0] - 1
    start = text.block_span(span[0])[0]
    if place <= start or text.keys[place] not in _LABELS or not text.text.words[place - 1]:
        return []
    clause = takewhile(lambda token: text.keys[token] not in CLAUSE_MARKS, range(place - 1, start - 1, -1))
    words = [token for token in islice(clause, _NEAR) if not text.is_small(token)]
    is_no_label = any(text.value(token) is not None or text.classes(token) & _SAYING for token in words)
    return [] if is_no_label else words


def _counts_a_compound(pair: SentencePair, finding: Finding) -> bool:
    """Whether a word behind one of two figures is the end of a longer one behind the other: `believers` and
    `old-believers`, `members` and `non-members`."""
    words = [
        _words_behind(text, span)
        for text, span in zip((pair.left, pair.right), (finding.left, finding.right), strict=True)
    ]
    return any(
        is_joined and (word, False) in words[1 - side] and (word, True) not in words[1 - side]
        for side in (0, 1)
        for word, is_joined in words[side]
    )


def _words_behind(text: ReadText, span: Span) -> list[tuple[str, bool]]:
    """The first words of content behind a value in its clause, and whether a hyphen joins each to a word before it."""
    clause = takewhile(
        lambda token: text.keys[token] not in _ENDS or _is_hyphen(text, token),
        range(span[1], text.sentence(span[0])[1]),
    )
    tokens = (token for token in clause if not text.is_small(token) and text.value(token) is None)
    return [
        (text.keys[token], token > span[1] + 1 and _is_hyphen(text, token - 1))
        for token in islice(tokens, _COMPOUND_WITHIN)
    ]


def _is_hyphen(text: ReadText, token: int) -> bool:
    """Whether a mark joins two words that are no values, as no dash does."""
    printed = [text.tokens[near].text for near in (token - 1, token)]
    return (
        printed[1] in _HYPHENS
        and not printed[0][-1:].isspace()
        and text.text.words[token - 1]
        and text.value(token - 1) is None
    )


def _is_of_another_date(pair: SentencePair, finding: Finding) -> bool:
    """Whether another date stands behind each of two figures: two values, and not one that was rounded."""
    dates = []
    for text, span in zip((pair.left, pair.right), (finding.left, finding.right), strict=True):
        behind = range(span[1], min(span[1] + _DATE_WITHIN, text.block_span(span[0])[1]))
        value = next((value for token in behind if (value := text.value(token))), None)
        if value is None or value.date is None:
            return False
        dates.append(value)
    return compare_values(dates[0], dates[1]) == "changed"
