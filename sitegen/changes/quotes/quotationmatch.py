"""Whether two places inside quotation marks stand in one quotation. Knows nothing of what differs there.

Two outlets quote one speaker at one occasion again and again, and each takes another sentence. That both are quoted and
stand at one place of two paragraphs is no evidence: what counts is what of their words stayed.

Tried and given up: three equal words of content alone. Two statements of fifty words on one affair share as many.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sitegen.changes.equaltokens import EqualTokens
from sitegen.changes.readtext import ReadText
from sitegen.model import Span
from sitegen.text.scripts import has_han

_FEWEST_STAYED = 3
"""Words of content that two longer quotations must have in common to be one, altered."""
_SHARE = 0.25
"""Share of the words of content of the shorter that must be among them: unrelated statements of one affair have up to
.13, altered ones from .27 on."""
_HALF = 0.5
"""Share from which fewer are enough."""
_RUN = 3
"""Words in a row that stayed, where quotations are longer than `_FEW_WORDS`: two speakers both say `I'm gonna`."""
_FEW_WORDS = 6
_FEW_REWRITTEN = 3
"""Words that may stand for others in a quotation of which no more stayed."""
_SIGNS_OF_A_WORD = 2
"""Signs that make a word in a script in which each is a token by itself."""
_TIMES_AS_LONG = 3
"""How many times as long one of two quotations is from which on a row of its words must have stayed."""
_SHORT = 2
"""Words of content of a quotation of which nothing need have stayed: `a “gift”`, `a “bribe”`."""


class QuotedPair(NamedTuple):
    """A quotation of each text."""

    left: Span
    right: Span


def quotation_around(text: ReadText, span: Span) -> Span:
    """The quotation in which a range stands, inside its block, without its marks. Linear in the quotation."""
    low, high = text.block_span(span[0])
    start, end = span
    while start > low and (text.quoted[start - 1] or goes_on(text, start - 1, high)):
        start -= 1
    while end < high and (text.quoted[end] or goes_on(text, end, high)):
        end += 1
    return (start, end)


def goes_on(text: ReadText, token: int, end: int) -> bool:
    """Whether a mark stands between two quoted words: one of a quotation inside, or of the next paragraph of one."""
    return (
        text.is_quote_mark(token)
        and token + 1 < end
        and bool(text.quoted[token + 1])
        and token > 0
        and bool(text.quoted[token - 1])
        and not text.tokens[token].text[-1:].isspace()
    )


def place_is_quoted(text: ReadText, span: Span) -> bool:
    """Whether what stands on either side of a range, which may be empty, is quoted."""
    start, end = text.block_span(span[0])
    before = span[0] > start and (bool(text.quoted[span[0] - 1]) or text.is_quote_mark(span[0] - 1))
    after = span[1] < end and (bool(text.quoted[span[1]]) or text.is_quote_mark(span[1]))
    return before and after


def all_quoted(text: ReadText, span: Span) -> bool:
    """Whether no word of a range stands outside quotation marks."""
    return all(text.quoted[token] for token in range(*span) if text.is_word(token))


def are_one_quotation(texts: tuple[ReadText, ReadText], equal: EqualTokens, spans: tuple[Span, Span]) -> bool:
    """Whether the quotations in which two ranges stand are one, altered: enough of their words stayed."""
    around = QuotedPair(quotation_around(texts[0], spans[0]), quotation_around(texts[1], spans[1]))
    words = [text.content(span) for text, span in zip(texts, around, strict=True)]
    stayed = _stayed(words[0], equal, around.right)
    fewer = min(map(len, words))
    if not fewer:
        return False
    shortest, longest = sorted(
        sum(text.is_word(token) for token in range(*span)) for text, span in zip(texts, around, strict=True)
    )
    # `in good faith` is a part of what many say: a few words of a long quotation stand in a row.
    is_long = shortest > _FEW_WORDS or (fewer > _SHORT and longest > _TIMES_AS_LONG * shortest)
    if is_long and _longest_run(texts[0], equal, around) < _RUN:
        return False
    if stayed >= _HALF * fewer:
        return True
    if stayed >= _FEWEST_STAYED and stayed >= _SHARE * fewer:
        return True
    return fewer <= _SHORT and len(words[0]) == len(words[1])


def is_mostly_kept(texts: tuple[ReadText, ReadText], equal: EqualTokens, spans: tuple[Span, Span]) -> bool:
    """Whether more than half of the words of content stayed of the shorter of the quotations around two ranges, these
    left out: two statements of one speaker share as much as `I don't know how`."""
    kept = []
    for side, (text, span) in enumerate(zip(texts, spans, strict=True)):
        around = quotation_around(text, span)
        content = [token for token in text.content(around) if not span[0] <= token < span[1]]
        kept.append((len(content), sum(equal.partner(side, token) is not None for token in content)))
    words, stayed = min(kept)
    return stayed > _HALF * words


def is_rewritten(texts: tuple[ReadText, ReadText], equal: EqualTokens, spans: tuple[Span, Span]) -> bool:
    """Whether more words differ than stayed of two quotations: two speakers both begin `If a man does this here`."""
    around = QuotedPair(quotation_around(texts[0], spans[0]), quotation_around(texts[1], spans[1]))
    words = [token for token in range(*around.left) if texts[0].is_word(token)]
    edited = max(sum(text.is_word(token) for token in range(*span)) for text, span in zip(texts, spans, strict=True))
    if any(has_han(texts[0].keys[token]) for token in words):
        edited //= _SIGNS_OF_A_WORD
    return edited > _FEW_REWRITTEN and edited > _stayed(words, equal, around.right)


def _stayed(words: Sequence[int], equal: EqualTokens, span: Span) -> int:
    """How many of the words of the left stand in a range of the right."""
    partners = (equal.partner(0, token) for token in words)
    return sum(partner is not None and span[0] <= partner < span[1] for partner in partners)


def _longest_run(text: ReadText, equal: EqualTokens, around: QuotedPair) -> int:
    """How many words in a row of the left quotation stand in the right one."""
    longest = run = 0
    for token in range(*around.left):
        if not text.is_word(token):
            continue
        partner = equal.partner(0, token)
        run = run + 1 if partner is not None and around.right[0] <= partner < around.right[1] else 0
        longest = max(longest, run)
    return longest
