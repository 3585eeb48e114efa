"""Says what kind of change an edit is. The list is closed; docs/content.md explains each kind to readers.

Where two kinds fit, the more consequential one wins, in the order of `kind_of`: what was quoted, then what the number
is, then when, then who says so, then who, then how surely; style comes last.
"""

import re
from collections.abc import Sequence

import regex

from sitegen.compare.lists import WordLists
from sitegen.model import ChangeKind, Token

_YEAR = regex.compile(r"(?:1[5-9]|20)\d\d")
_NUMBER = regex.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")
_MONEY = regex.compile(
    r"(?V1)\p{Sc}|\b(?:us|usd|eur|gbp|aud|cad|cr|dollars?|euros?|pounds?|crowns?|per|cent|percent|pct)\b|%|\s|[.,-]"
)
_SPELLINGS = (
    (re.compile(r"isation|ization"), "iZation"),
    (re.compile(r"is(e[sdr]?|ing)\b|iz(e[sdr]?|ing)\b"), "iZ"),
    (re.compile(r"ys(e[sd]?|ing)\b|yz(e[sd]?|ing)\b"), "yZ"),
    (re.compile(r"our"), "or"),
    (re.compile(r"(?<=[bcdhtuv])re\b"), "er"),
    (re.compile(r"ll(?=ed|ing|er|or)"), "l"),
    (re.compile(r"ence\b"), "ense"),
    (re.compile(r"ogue\b"), "og"),
    (re.compile(r"mme\b"), "m"),
    (re.compile(r"grey"), "gray"),
    (re.compile(r"-"), ""),
)


def kind_of(
    left: Sequence[Token],
    right: Sequence[Token],
    *,
    before: Sequence[Token],
    after: Sequence[Token],
    quoted: bool,
    lists: WordLists,
) -> ChangeKind:
    """The kind of an edit of unequal keys. `before` and `after` are a few tokens around it; `quoted` is whether it is.

    One of `left` and `right` may be empty.
    """
    words, words_right = _words(left), _words(right)
    if not words and not words_right:
        return "punctuation"
    if _only_format(left, right):
        return "format"
    if words and words_right and _same_spelling(words, words_right):
        return "spelling"
    if quoted:
        return "quotation"
    if _numbers(left) != _numbers(right) and _numbers(left) and _numbers(right):
        near = words + words_right + _words(before) + _words(after[:2])
        return "date" if _any(near, lists.calendar - {"may"}) or _years(left, right) else "figure"
    return _kind_by_words(left, right, words, words_right, after, lists)


def _kind_by_words(
    left: Sequence[Token],
    right: Sequence[Token],
    words: tuple[str, ...],
    words_right: tuple[str, ...],
    after: Sequence[Token],
    lists: WordLists,
) -> ChangeKind:
    both = bool(words and words_right)
    if both and _counted(left, words, lists) and _counted(right, words_right, lists):
        exact = [_numbers(side) or _any(said, lists.numerals) for side, said in ((left, words), (right, words_right))]
        return "figure" if any(exact) else "hedge"
    if both and _any(words, lists.calendar) and _any(words_right, lists.calendar):
        return "date"
    says = _any(words + words_right, lists.reporting) or (
        both and _any(words + words_right, lists.speakers) and _any(_words(after[:3]), lists.reporting)
    )
    if both and says and len(words) + len(words_right) <= 14:
        return "attribution"
    if both and _is_name(left) and _is_name(right):
        return "name"
    if _any(words + words_right, lists.hedges) and len(words) + len(words_right) <= 8:
        return "hedge"
    if not both:
        return "cut" if words else "addition"
    return "wording"


def kind_of_equal(left: Token, right: Token) -> ChangeKind | None:
    """The kind of the difference between two tokens of one key, space aside; None when they print the same."""
    text, text_right = left.text.rstrip(), right.text.rstrip()
    if text == text_right:
        return None
    return "case" if text.casefold() == text_right.casefold() else "typography"


def _counted(tokens: Sequence[Token], words: Sequence[str], lists: WordLists) -> bool:
    """Whether a few words say how many: `at least 40`, `nine`, `dozens of`."""
    return 0 < len(words) <= 4 and (bool(_numbers(tokens)) or _any(words, lists.numerals | lists.quantities))


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.key for token in tokens if any(map(str.isalnum, token.key)))


def _any(words: Sequence[str], among: frozenset[str]) -> bool:
    return any(word in among for word in words)


def _numbers(tokens: Sequence[Token]) -> tuple[str, ...]:
    text = "".join(token.text for token in tokens)
    return tuple(re.sub(r"\D", "", number) for number in _NUMBER.findall(text))


def _years(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether both are nothing but a year."""
    return all(_YEAR.fullmatch("".join(token.text for token in side).strip()) for side in (left, right))


def _only_format(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether both say the same number and differ in its signs, separators and unit alone."""
    numbers = _numbers(left)
    if not numbers or numbers != _numbers(right):
        return False
    rest = [_MONEY.sub("", _NUMBER.sub("", "".join(token.key + " " for token in side))) for side in (left, right)]
    return bool(rest[0] == rest[1])


def _same_spelling(words: Sequence[str], words_right: Sequence[str]) -> bool:
    """Whether they are one wording in two orthographies: organise, organize."""
    left, right = " ".join(words), " ".join(words_right)
    for pattern, neutral in _SPELLINGS:
        left, right = pattern.sub(neutral, left), pattern.sub(neutral, right)
    return left == right


def _is_name(tokens: Sequence[Token]) -> bool:
    """Whether the words begin with capitals, but for the short ones between them (`the Islamic State`)."""
    words = [token.text.strip() for token in tokens if any(map(str.isalnum, token.key))]
    capitals = [word for word in words if word[:1].isupper()]
    return bool(capitals) and len(words) <= 6 and all(word[:1].isupper() or len(word) <= 3 for word in words)
