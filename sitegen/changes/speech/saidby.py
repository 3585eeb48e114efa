"""Who says a quotation, and with which verb: as a text prints it, and only where its place leaves no doubt.

A verb of saying belongs to the quotation that it touches. A quotation that touches none goes on with the one before it
in its paragraph, where nobody else is named there. The nearest name of a paragraph was tried, and given up: in
`Ada Moe met Carl Rist. "We agreed," he said` it is one of two.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from sitegen.changes.readtext import STOPS, ReadText
from sitegen.changes.speech.attributed import is_attribution
from sitegen.changes.speech.speakers import is_speech, names_somebody, speaker_beside
from sitegen.changes.terms import Occurrence
from sitegen.model import Span

_REACH = 12
"""Tokens between a quotation and the verb that says whose it is: `“...,” the owner of the mill, Ada Moe, said`."""
_RELATIVE = frozenset(["who", "which", "whose", "qui", "que", "quien", "che", "der", "die", "das", "когда", "который"])
"""Words that begin what is told of somebody, and no name."""


class Attribution(NamedTuple):
    """Whose words a quotation is."""

    speaker: Span
    """A name, an office or a pronoun."""
    verb: Span


def said_by(text: ReadText, quotation: Span) -> Attribution | None:
    """Who is said to have said a quotation, a range inside one block; None where that is not plain."""
    block = text.block_of(quotation[0])
    start, end = text.text.span(block)
    attributions = list(_attributions(text, block))
    touching = [attribution for attribution in attributions if _touches(text, attribution, quotation)]
    if len(touching) == 1:
        return touching[0]
    if touching:
        # `said Moe, “...,” Rist said`: the one behind a quotation is its own, the one before it that of another.
        behind = [attribution for attribution in touching if attribution.verb[0] >= quotation[1]]
        return behind[0] if len(behind) == 1 and _ends_with_comma(text, quotation) else None
    if len(attributions) == 1 and _is_quoted_beside(text, attributions[0], (start, end)):
        return attributions[0]
    return None


def _attributions(text: ReadText, block: int) -> Iterator[Attribution]:
    """The verbs of saying of a block with who speaks, outside quotation marks."""
    for term in text.terms_of(block):
        speaker = _speaker(text, term, block)
        if speaker:
            yield Attribution(speaker, term.span)


def _speaker(text: ReadText, term: Occurrence, block: int) -> Span | None:
    if text.quoted[term.span[0]] or not is_speech(text, term) or not is_attribution(text, term):
        return None
    speaker = speaker_beside(text, term, text.text.span(block))
    if speaker is None or any(text.quoted[token] for token in range(*speaker)):
        return None
    return _whole_subject(text, speaker, term.span[0])


def _whole_subject(text: ReadText, speaker: Span, verb: int) -> Span:
    """A speaker with what stands between them and the verb: of `the mill's owner, Ada Moe, said` the name comes last.

    Behind a verb, `said the mill's owner, Ada Moe`, a genitive is followed by whom it is of.
    """
    if speaker[0] > verb and text.keys[speaker[1] - 1].endswith(("'s", "s'")):
        end = speaker[1]
        limit = min(text.sentence(verb)[1], speaker[1] + _REACH)
        while end < limit and not text.quoted[end] and not text.is_quote_mark(end) and text.keys[end] not in STOPS:
            if text.keys[end] in _RELATIVE:
                break
            end += 1
        return (speaker[0], end)
    if not speaker[1] <= verb <= speaker[1] + _REACH:
        return speaker
    end = verb
    while end > speaker[1] and not text.text.words[end - 1]:
        end -= 1
    between = range(speaker[1], end)
    if any(text.keys[token] in _RELATIVE or text.quoted[token] or _ends_sentence(text, token) for token in between):
        return speaker
    return (speaker[0], end)


def _touches(text: ReadText, attribution: Attribution, quotation: Span) -> bool:
    """Whether a verb of saying with who speaks is beside a quotation: no other one and no sentence's end between."""
    low, high = (min(attribution.speaker[0], attribution.verb[0]), max(attribution.speaker[1], attribution.verb[1]))
    between = (quotation[1], low) if low >= quotation[1] else (high, quotation[0])
    if between[1] - between[0] > _REACH or between[0] > between[1]:
        return False
    if any(text.quoted[token] for token in range(*between)):
        return False
    # The stop inside the marks is that of the quotation.
    return not any(_ends_sentence(text, token) for token in range(*between))


def _ends_sentence(text: ReadText, token: int) -> bool:
    return text.keys[token] in STOPS and text.sentence(token)[1] == token + 1


def _ends_with_comma(text: ReadText, quotation: Span) -> bool:
    return "," in text.keys[max(quotation[0], quotation[1] - 2) : quotation[1] + 2]


def _is_quoted_beside(text: ReadText, attribution: Attribution, block: Span) -> bool:
    """Whether an attribution stands beside some quotation of its block."""
    borders = [token for token in range(block[0] + 1, block[1]) if text.quoted[token] != text.quoted[token - 1]]
    edges = [block[0], *borders, block[1]]
    return any(text.quoted[start] and _touches(text, attribution, (start, end)) for start, end in pairwise(edges))


def is_named(text: ReadText, speaker: Span) -> bool:
    """Whether a speaker is called by a name or an office, and not by a pronoun alone."""
    return any(names_somebody(text, token) for token in range(*speaker))
