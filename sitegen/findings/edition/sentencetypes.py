"""What kind of statement a sentence is: a denial, a quotation, a figure, an attribution, or background.

The most telling kind that it is, because that is what is lost with it. Read off the lexicon of its language; of a
language without one, quotations and figures alone are recognised.

What a denial is not: `denied the request`, `could deny them entry`, `rejected the bill`. Tried and given up: any verb
of denial (of 300 news sentences half of those it found refused something, and denied nothing).
"""

from fractions import Fraction

from sitegen.changes.readtext import CLAUSE_MARKS, ReadText
from sitegen.changes.speech import is_speech
from sitegen.changes.terms import Occurrence, terms_of
from sitegen.model import SentenceKind, Span, Value
from sitegen.text.tokenized import Tokenized

_QUOTED = 4
"""Quoted words in a row that are a quotation; fewer are a term."""
SMALLEST_COUNT = Fraction(13)
"""Figures from here on are the point of a sentence; smaller ones are said in words, and in passing."""
_MEASURES = frozenset({"amount", "share", "quantity", "age"})
"""Kinds of values that are the point of a sentence whatever they are."""
_AHEAD = 8
"""Tokens behind a verb in which what is denied is looked for."""


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CLAIMS = _words(
    "claim claims allegation allegations accusation accusations report reports suggestion suggestions suggested "
    "criticism criticisms characterization characterisation charge charges notion idea assertion assertions argument "
    "arguments story stories rumor rumors rumour rumours involvement wrongdoing knowledge responsibility collusion "
    "affair account accounts version poll study contention speculation complaint complaints concerns"
)
"""English nouns for what is denied and not refused."""
_REFUSED = _words(
    "request requests permission entry authorization authorisation access care service services status benefits visa "
    "visas motion bid appeal application applications bail right rights people women them him her us anyone someone "
    "votes vote opportunity home protection funding coverage refugee refugees permit permits"
)
"""English nouns for what is refused and not denied, and for whom it is refused to."""
_REFUSING = _words("to could would can may might will should must if be been being")
"""English words before a verb that make it one of refusing, unless what is denied is a claim."""
_ALWAYS = _words("dispute refute")
"""Verbs by whatever object."""
_DETERMINERS = _words("a an any the that this these those his her its their")
_PUSHED = ("pushed", "back"), ("push", "back"), ("pushes", "back"), ("pushing", "back")
_SELF = _words("he she it they his her its their i we")
_INSISTS = _words("insist insists insisted insisting maintain maintains maintained")
_NEGATED = _words("not never wasn't isn't weren't didn't hasn't hadn't doesn't don't aren't")
_UNTRUE = _words("fake false untrue unfounded baseless fabricated")


class SentenceTypes:
    """Tells the kinds of the sentences of one text."""

    def __init__(self, text: Tokenized, language: str) -> None:
        self._text = ReadText(text, terms_of(language))

    def kind_of(self, sentence: Span) -> SentenceKind:
        """The most telling kind that a sentence is."""
        if self.denies(sentence):
            return "denial"
        if self._quotes(sentence):
            return "quotation"
        if any(_counts(value) for token in range(*sentence) if (value := self._text.value(token))):
            return "figure"
        spoken = [term for term in self._spoken(sentence) if term.strength != "denial"]
        if any(is_speech(self._text, term) for term in spoken):
            return "attribution"
        return "background"

    def denies(self, sentence: Span) -> bool:
        """Whether it reports that somebody denies, disputes or rejects what was said."""
        terms = [term for term in self._spoken(sentence) if term.strength == "denial"]
        return any(self._is_denial(term, sentence) for term in terms) or self._insists(sentence)

    def _spoken(self, sentence: Span) -> list[Occurrence]:
        """The verbs of saying, outside quotation marks."""
        names = ("reporting", "may report", "after quotation")
        return [
            term for term in self._text.terms_in(sentence) if term.name in names and not self._text.quoted[term.span[0]]
        ]

    def _quotes(self, sentence: Span) -> bool:
        run = 0
        for token in range(*sentence):
            if self._text.is_word(token):
                run = run + 1 if self._text.quoted[token] else 0
            if run >= _QUOTED:
                return True
        return False

    def _is_denial(self, term: Occurrence, sentence: Span) -> bool:
        if self._text.terms.language != "en":
            return is_speech(self._text, term)
        keys = self._text.keys
        behind = keys[term.span[1] : min(term.span[1] + _AHEAD, sentence[1])]
        before = keys[max(sentence[0], term.span[0] - 2) : term.span[0]]
        clause = next((place for place, key in enumerate(behind) if key in CLAUSE_MARKS), len(behind))
        objects = behind[:clause]
        if not _NEGATED.isdisjoint(before) or _is_claimed(objects):
            return _NEGATED.isdisjoint(before)
        if not _REFUSED.isdisjoint(objects[:5]) or not _REFUSING.isdisjoint(before):
            return False
        if term.stands == "deny":
            return True
        if term.stands in _ALWAYS:
            # Not the noun: `such disputes are resolved`.
            return not _DETERMINERS.isdisjoint(behind[:1])
        return term.stands == "dismiss" and "as" in behind

    def _insists(self, sentence: Span) -> bool:
        """`He insisted that he was not`, `insisted that was fake`, `pushed back on criticism`: in English alone."""
        if self._text.terms.language != "en":
            return False
        keys = self._text.keys
        for token in range(*sentence):
            if self._text.quoted[token]:
                continue
            behind = keys[token + 1 : min(token + 2 + _AHEAD, sentence[1])]
            if tuple(keys[token : token + 2]) in _PUSHED and _is_claimed(behind):
                return True
            if keys[token] in _INSISTS:
                subject = behind[1:] if behind[:1] == ("that",) else behind
                negated = not _NEGATED.isdisjoint(subject) and bool(subject) and subject[0] in _SELF
                if negated or not _UNTRUE.isdisjoint(behind):
                    return True
        return False


def _is_claimed(objects: tuple[str, ...]) -> bool:
    """Whether what is denied is a claim: it is called one, or a clause."""
    return objects[:1] == ("that",) or not _CLAIMS.isdisjoint(objects)


def _counts(value: Value) -> bool:
    """Whether a value is what a sentence is told for; a date, a time and a small number are not."""
    if value.weak or value.kind in ("date", "time", "ordinal"):
        return False
    if value.kind in _MEASURES:
        return True
    return value.number is not None and abs(value.number) >= SMALLEST_COUNT and value.kind in ("number", "duration")
