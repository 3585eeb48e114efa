"""Which expressions of a lexicon stand where in a text: verbs of saying, negations, hedges, titles, small words.

Expressions of several words win over shorter ones that begin at the same word. Knows nothing of edits.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError

from sitegen.changes.lexicons import Lexicon, Strength, lexicon_of
from sitegen.frozen import dataclass
from sitegen.model import Span
from sitegen.text.languages import primary_of
from sitegen.text.stopwords import stop_words
from sitegen.text.tokens import tokenize

_CONTRACTED = (
    "isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't "
    "mustn't needn't ain't cannot"
)
"""Negations that are those of one language alone, so that it need not be known."""
_SINGLE = {
    "speakers": "speaker",
    "hedges": "hedge",
    "certainties": "hedge",
    "negations": "negation",
    "no_negations": "no negation",
    "limits": "limit",
    "titles": "title",
    "voices": "voice",
    "unnamed": "unnamed",
    "particles": "particle",
    "small": "small",
}
"""Fields of a lexicon whose words stand for themselves, and their classes."""
_PLAIN = {"neutral": 3, "denial": 1}
"""Of these strengths so many verbs, the first of the list, are verbs of saying wherever they are."""
_SURE: frozenset[Strength] = frozenset({"claim", "confirmation", "admission", "warning", "emphasis"})
"""Strengths whose verbs are. Others count only where the sentence shows that somebody speaks: `rejected the plan`."""
_WITHOUT_SUBJECTS = frozenset(["ar", "es", "it", "ja", "ko", "pt", "zh"])
"""Languages whose verbs of saying may stand without who speaks."""
_WITH_CASES = frozenset(
    ["be", "bs", "cs", "et", "fi", "hr", "hu", "lt", "lv", "pl", "ru", "sk", "sl", "sr", "tr", "uk"]
)
"""Languages whose names have the endings of cases."""
_TAKE_SUFFIXES = frozenset({"speaker", "voice", "unnamed"})
"""Classes of nouns that what follows them may be written together with."""
_FEWEST_LETTERS = 3
"""Letters of the shortest word that a prefix may be written together with: و in Arabic."""


_new = tuple.__new__


class TermSense(NamedTuple):
    """An expression of a lexicon."""

    keys: tuple[str, ...]
    """Of its words, the first of them left out: it is found by that."""
    name: str
    """Its class: `reporting`, `source` (an expression that names one without a verb), `after quotation`, `speaker`,
    `hedge`, `degree` (how sure or how often, and no hedge by itself), `negation`, `title`, `particle`, `small` ..."""
    stands: str
    """What it stands for: the first form of a verb, a country's code, or the word itself."""
    strength: str
    """Of a verb of saying: `neutral`, `claim`, `denial` ...; empty where nothing is known."""
    classes: frozenset[str]
    """Its class alone, as a set."""


class Occurrence(NamedTuple):
    """An expression where it stands in a text."""

    span: Span
    name: str
    stands: str
    strength: str
    classes: frozenset[str]
    """Its class alone, as a set."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TermIndex:
    """The expressions of one language, by the key of their first word."""

    language: str
    """Primary subtag."""
    entries: Mapping[str, tuple[TermSense, ...]]
    """The longest first."""
    nouns_have_capitals: bool = False
    loose_names: bool = False
    opposites: tuple[re.Pattern[str], ...] = ()
    """Patterns of what makes a word its opposite."""
    ranges: frozenset[tuple[str, ...]] = frozenset()
    """What may stand around two values in place of a dash, each as its keys: `to`, `from` and `to`."""
    leaves_subjects_out: bool = False
    """Whether a verb needs no subject: Spanish `dijo`, Arabic `قال`."""
    names_have_cases: bool = False
    """Whether a name ends in another way in another place of the sentence: Russian `Москва`, `Москве`."""
    sources_come_first: bool = False
    """Whether who is named as the source stands before the expression that says so: Japanese, Korean."""
    known: bool = True
    """Whether there is a lexicon of the language."""

    def within(self, keys: Sequence[str], span: Span) -> Iterator[Occurrence]:
        """The expressions in a range of tokens, in order. One place may be in several classes; linear in the range."""
        start, end = span
        entries = self.entries
        while start < end:
            occurrences = entries.get(keys[start])
            longest = 0
            for entry in occurrences or ():
                last = start + 1 + len(entry.keys)
                if longest and last < longest:
                    break
                if last <= end and (not entry.keys or tuple(keys[start + 1 : last]) == entry.keys):
                    longest = last
                    # Every second word of a text is one: built as a tuple it costs half of what the class asks for.
                    yield _new(Occurrence, ((start, last), *entry[1:]))
            start = longest or start + 1


def terms_of_both(left: str, right: str) -> tuple[TermIndex, TermIndex]:
    """Those of two languages; one that is unknown is read as the other."""
    unknown = ("", "und")
    return terms_of(right if left in unknown else left), terms_of(left if right in unknown else right)


def terms_of(language: str) -> TermIndex:
    """The expressions of a language, by its BCP 47 tag."""
    return _terms(primary_of(language))


@cache
def _terms(language: str) -> TermIndex:
    lexicon = lexicon_of(language)
    rows = [*_of_lexicon(lexicon), *_of_places(language)]
    rows += [(word, "negation", word, "") for word in _CONTRACTED.split()]
    hedges = {expression for expression, name, _, _ in rows if name == "hedge"}
    rows += [(word, "hedge", word[:-3], "") for word in _CONTRACTED.split() if word[:-3] in hedges]
    rows += [(word, "small", word, "") for word in sorted(stop_words(language))]
    index: dict[str, dict[TermSense, None]] = {}
    for expression, name, stands, strength in rows:
        keys = _keys(expression, language)
        if not keys:
            continue
        for first in (keys[0], *_prefixed(keys[0], lexicon.prefixes)):
            index.setdefault(first, {})[TermSense(keys[1:], name, stands, strength, frozenset([name]))] = None
        if name in _TAKE_SUFFIXES and len(keys) == 1:
            for suffix in lexicon.suffixes.split():
                index.setdefault(keys[0] + suffix, {})[TermSense((), name, stands, strength, frozenset([name]))] = None
    return TermIndex(
        language=language,
        entries={
            key: tuple(sorted(occurrences, key=lambda entry: -len(entry.keys))) for key, occurrences in index.items()
        },
        nouns_have_capitals=lexicon.nouns_have_capitals or language in ("lb", "nds"),
        loose_names=lexicon.loose_names,
        opposites=tuple(map(re.compile, lexicon.opposites)),
        leaves_subjects_out=language in _WITHOUT_SUBJECTS,
        names_have_cases=language in _WITH_CASES,
        sources_come_first=language in ("ja", "ko"),
        ranges=frozenset(_keys(expression, language) for expression in lexicon.ranges.split()),
        known=bool(lexicon.reporting),
    )


def _keys(expression: str, language: str) -> tuple[str, ...]:
    """The keys of an expression as it stands in a lexicon, `_` between its words."""
    return tuple(token.key for token in tokenize(expression.replace("_", " "), language) if token.key)


def _prefixed(key: str, prefixes: str) -> Iterator[str]:
    if "\u0600" <= key[:1] <= "\u06ff" and len(key) >= _FEWEST_LETTERS:
        yield from (prefix + key for prefix in prefixes.split())


Row = tuple[str, str, str, str]
"""An expression, its class, what it stands for, its strength."""


def _of_lexicon(lexicon: Lexicon) -> Iterator[Row]:
    for strength, groups in lexicon.reporting.items():
        for place, group in enumerate(groups.split("|")):
            words = group.split()
            sure = strength in _SURE or place < _PLAIN.get(strength, 0)
            name = "reporting" if sure else "may report"
            yield from ((word, name, words[0].lower(), strength) for word in words)
    for group in lexicon.attributions.split("|"):
        words = group.split()
        yield from ((word, "reporting", words[0].lower(), "neutral") for word in words)
        yield from ((word, "source", words[0].lower(), "") for word in words)
    for word in lexicon.after_quotations.split():
        yield (word, "after quotation", word, "neutral")
    degrees = {word: group.split()[0] for group in lexicon.equal_degrees.split("|") for word in group.split()}
    for field, name in _SINGLE.items():
        stands = degrees if name == "hedge" else {}
        yield from ((word, name, stands.get(word, word.lower()), "") for word in getattr(lexicon, field).split())
    known_hedges = {*lexicon.hedges.split(), *lexicon.certainties.split()}
    yield from ((word, "degree", stands, "") for word, stands in degrees.items() if word not in known_hedges)


def _of_places(language: str) -> Iterator[Row]:
    """Countries and the cities of time zones, by CLDR."""
    try:
        locale = Locale.parse(language) if language != "und" else None
    except (UnknownLocaleError, ValueError):
        return
    if locale is None:
        return
    for code, name in locale.territories.items():
        if len(code) == 2:
            yield (name, "place", f"place:{code}", "")
    for zone, names in locale.time_zones.items():
        if "city" in names:
            yield (names["city"], "place", f"place:{zone}", "")
