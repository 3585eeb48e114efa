"""Whether two who speak may be one: by their names, by their offices, and by what either text calls whom.

A person stands in two reports with and without first name, title or office, as a pronoun, in initials. Only two that
cannot be one are another source; where it cannot be told, nothing is said of a source that changed.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from sitegen.changes.readtext import CLAUSE_MARKS, ReadText
from sitegen.changes.rowedits import Sides
from sitegen.changes.speech.speakers import ARTICLES
from sitegen.model import Span
from sitegen.text.patterns import late_re

Likeness = Literal["same", "unclear", "different"]
_SUFFIX = late_re(r"(?<=\w{2})['’]\w{0,4}$")
"""What is written behind an apostrophe: a genitive, an ending of Turkish. Not the `Brien` of O'Brien."""
_STEM, _LONG_STEM, _ENDING = 4, 7, 3
"""Letters of the shortest word that takes an ending, of the stem of two that end in two ways (`Argentine`,
`Argentinian`), and of the longest ending."""
_SHORT_FORM = 3
"""Letters that a short form of a first name has in common with it: `Pat`, `Patrick`."""
_SURE_NAMES = 2
"""Words of a name that make two mentions one person, whatever stands before them."""
_REACH = 3
"""Words between a name and the office that it holds: `Ann Berg, the new mayor`, `the mayor of Holm, Ann Berg`."""


class Mention(NamedTuple):
    """How a text calls somebody."""

    names: tuple[str, ...]
    """Keys of the words of the name, in order, without titles, initials and endings behind an apostrophe."""
    offices: frozenset[str]
    """Keys of titles and of nouns for those who are quoted without a name."""
    words: frozenset[str]
    """Keys of other words of content."""


def mention_of(text: ReadText, span: Span) -> Mention:
    """The words of a range by what they say of whom."""
    names: list[str] = []
    offices: set[str] = set()
    words: set[str] = set()
    for token in range(*span):
        if not text.text.words[token]:
            continue
        classes = text.classes(token)
        if classes & {"title", "speaker"}:
            offices.add(text.keys[token])
        elif text.is_name(token) or text.may_be_first_name(token):
            names += bare_words([text.keys[token]])
        elif not text.is_small(token):
            words.add(text.keys[token])
    return Mention(tuple(names), frozenset(offices), frozenset(words))


def bare_words(keys: Iterable[str]) -> list[str]:
    """The words of a name without what is written behind an apostrophe, and without initials."""
    words = [_SUFFIX.sub("", key) for key in keys]
    return [word for word in words if len(word.strip(".")) > 1]


def likeness(sides: Sides, left: Span, right: Span) -> Likeness:
    """Whether a range of the left and one of the right call the same person or body."""
    mentions = mention_of(sides.left, left), mention_of(sides.right, right)
    names = [mention.names for mention in mentions]
    if all(names):
        relation = _of_names(*names)
        described = [_has_article(text, span) for text, span in ((sides.left, left), (sides.right, right))]
        # `the Alabama Republican` may be Carl Holt, and the White House speaks for him.
        return "unclear" if relation == "different" and described[0] != described[1] else relation
    rest = [mention.offices | mention.words for mention in mentions]
    if not any(names) and all(rest):
        return "unclear" if rest[0] & rest[1] or _speak_for_others(sides, left, right) else "different"
    if any(_is_unnamed(text, span) for text, span in ((sides.left, left), (sides.right, right))):
        # Whoever they were, a report that names one names another source than one that says `sources`.
        return "different"
    if not any(names):
        # A pronoun, or words that call nobody.
        return "unclear"
    named, unnamed = (0, 1) if names[0] else (1, 0)
    called = any(
        _holds(text, mentions[named].names[-1], mentions[unnamed].offices) for text in (sides.left, sides.right)
    )
    return "same" if called else "unclear"


def _has_article(text: ReadText, span: Span) -> bool:
    first = text.block_span(span[0])[0]
    return any(token >= first and text.keys[token] in ARTICLES for token in (span[0] - 1, span[0]))


def _of_names(left: tuple[str, ...], right: tuple[str, ...]) -> Likeness:
    """By all words of both names; by their first names where only the last are one."""
    if is_initials(left, right):
        return "same"
    left_alone = [word for word in left if not any(are_forms(word, counterpart) for counterpart in right)]
    right_alone = [word for word in right if not any(are_forms(word, counterpart) for counterpart in left)]
    if not left_alone or not right_alone:
        return "same"
    if not are_forms(left[-1], right[-1]):
        return "different"
    if len(left) - len(left_alone) >= _SURE_NAMES:
        return "same"
    short_forms = {word[:_SHORT_FORM] for word in left_alone} & {word[:_SHORT_FORM] for word in right_alone}
    return "same" if short_forms else "different"


def is_initials(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one name is the initials of the other: `FEC` of `Federal Election Commission`."""
    return any(
        len(short) == 1 and len(long) > 1 and short[0].replace(".", "") == "".join(word[0] for word in long)
        for short, long in ((left, right), (right, left))
    )


def are_forms(left: str, right: str) -> bool:
    """Whether two words are one, with another ending: `Korea`, `Korean`; `Agent`, `Agents`."""
    short, long = sorted((left, right), key=len)
    if left == right or (len(short) >= _STEM and long.startswith(short) and len(long) - len(short) <= _ENDING):
        return True
    stem = next((place for place, letter in enumerate(short) if letter != long[place]), len(short))
    return stem >= _LONG_STEM and len(long) - stem <= _ENDING


def _speak_for_others(sides: Sides, left: Span, right: Span) -> bool:
    """Whether one of the two speaks for somebody else, who may be the other: a spokeswoman, the ministry."""
    voices = [
        any("voice" in text.classes(token) for token in range(*span))
        for text, span in ((sides.left, left), (sides.right, right))
    ]
    have_offices = [bool(mention_of(text, span).offices) for text, span in ((sides.left, left), (sides.right, right))]
    return any(voices) and all(have_offices)


def _is_unnamed(text: ReadText, span: Span) -> bool:
    return any("unnamed" in text.classes(token) for token in range(*span))


def _holds(text: ReadText, name: str, offices: frozenset[str]) -> bool:
    """Whether a text calls somebody of a name by one of some offices, right before the name or right after it."""
    for place in text.places_of(name):
        start, end = text.sentence(place)
        for step in (1, -1):
            token, words = place + step, 0
            while start <= token < end and words < _REACH:
                if text.keys[token] in offices:
                    return True
                if text.keys[token] in CLAUSE_MARKS and text.keys[token] != ",":
                    break
                words += text.text.words[token] and not text.is_name(token)
                token += step
    return False
