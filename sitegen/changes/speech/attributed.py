"""What an attribution is about: whether both texts have the words that somebody is named for, and who is named already.

A verb of saying alone is no attribution. `What did she say?`, `the film does not say` and `a to-be-confirmed guest`
name no source; `said` beside one statement and `denied` beside another are two statements, and no source changed.
Between two sentences of one quotation a source is named once: a copy that names it before, where the other names it
after, took nothing away.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from sitegen.changes.readtext import CLAUSE_MARKS, ReadText
from sitegen.changes.rowedits import SentencePair
from sitegen.changes.speech.samespeaker import likeness
from sitegen.changes.speech.speakers import JOINS, PRONOUNS, TO_SOMEBODY, is_speech, names_somebody, speaker_beside
from sitegen.changes.terms import Occurrence
from sitegen.model import Span

_WINDOW = 5
"""Words of content of what is attributed that are looked at, nearest the verb first."""
_SHARED = 0.5
"""Share of them that both texts must have. On real pairs one statement kept .6 and more, two statements up to .4."""
_ADDRESS = 12
"""Tokens between a verb and what is said: to whom, where and when."""
_FEWEST = 2
"""Words of content that say something of what is attributed."""
_BLOCKS_BEFORE = 2
"""Blocks before a quotation in which somebody may be named whose words it goes on with."""
_PARAGRAPHS = 12
"""Paragraphs of one quotation that are looked through for the first."""
_SIGNATURE = 12
"""Tokens of the next block in which the signature of a post is looked for."""
_SIGNED = re.compile(r"[—–-]\s?[^—–@\n]{2,50}\(@\w+\)")
"""The signature of a post: `— Ada Holt (@adaholt)`."""
_SHIFTING = frozenset({"negation"})
_RELATIVE = frozenset(["who", "qui", "que", "quien", "che", "quem"])
"""Words that stand for somebody in another sentence, of whom nothing is known here."""
_QUESTIONS = frozenset({"?", "？", "؟"})
_NEGATION_AHEAD = 3
"""Tokens before a verb in which a negation is its own: `did not even say`."""


def is_attribution(text: ReadText, term: Occurrence) -> bool:
    """Whether a verb of saying says that somebody spoke: no question, no denial of it, no part of a compound."""
    start, end = text.sentence(term.span[0])
    if _is_asked(text, (term.span[1], end)) or _is_joined(text, term.span):
        return False
    before = range(term.span[0] - 1, max(start, term.span[0] - _NEGATION_AHEAD) - 1, -1)
    for token in before:
        if "negation" in text.classes(token):
            return False
        if text.keys[token] in CLAUSE_MARKS or not (text.is_small(token) or text.keys[token].endswith("ly")):
            break
    return True


def _is_asked(text: ReadText, rest: Span) -> bool:
    """Whether what follows a verb ends its sentence with a question, outside quotation marks."""
    for token in range(rest[1] - 1, rest[0] - 1, -1):
        if text.text.words[token] or text.value(token) is not None:
            return False
        if text.tokens[token].text.strip() in _QUESTIONS:
            return not text.quoted[token]
    return False


def _is_joined(text: ReadText, span: Span) -> bool:
    """Whether a hyphen joins a word to the one before it or behind it: `a to-be-confirmed guest`."""
    first, last = text.block_span(span[0])
    before, behind = (span[0] - 2, span[0] - 1, span[0]), (span[1] - 1, span[1], span[1] + 1)
    return any(
        first <= word and end < last and text.keys[hyphen] == "-" and _are_glued(text, word, hyphen)
        for word, hyphen, end in (before, behind)
    )


def _are_glued(text: ReadText, *tokens: int) -> bool:
    return not any(text.tokens[token].text[-1:].isspace() for token in tokens)


def shares_what_is_said(pair: SentencePair, left: Span, right: Span) -> bool:
    """Whether what somebody says beside a verb is one statement with what somebody says beside another.

    What is said follows the verb, or stands before it: `police said it sank`, `it sank, police said`. By its words and
    not by their places, since the one may have become the other. True where both say next to nothing.
    """
    windows = [_said_beside(text, span) for text, span in ((pair.left, left), (pair.right, right))]
    most = max(map(len, windows))
    return most < _FEWEST or len(windows[0] & windows[1]) >= _SHARED * most


def says_what_the_other_has(pair: SentencePair, side: int, verb: Span) -> bool:
    """Whether the sentence of the other text has what stands before or behind a verb that one text alone has.

    `The court upheld a law`, `the court said that a part of a law fell`: a verb of saying, and another statement.
    """
    text, opposite = (pair.left, pair.right)[side], (pair.left, pair.right)[1 - side]
    start, end = pair.reach[1 - side]
    keys = set(opposite.keys[start:end])
    windows = [window for window in _windows(text, verb) if len(window) >= _FEWEST]
    return not windows or any(len(window & keys) >= _SHARED * len(window) for window in windows)


def _said_beside(text: ReadText, verb: Span) -> frozenset[str]:
    """Keys of the words of content nearest a verb in what is said."""
    before, after = _windows(text, verb)
    start, _ = text.sentence(verb[0])
    follows = len(before) >= _FEWEST and _begins_clause(text, _with_speaker(text, verb)[0], start)
    return before if follows else after


def _said_among(text: ReadText, tokens: range) -> Sequence[int]:
    """The quoted tokens among those on one side of a verb, where some are: the rest is who speaks, and whose."""
    quoted = [token for token in tokens if text.quoted[token]]
    return quoted or tokens


def _windows(text: ReadText, verb: Span) -> tuple[frozenset[str], frozenset[str]]:
    """Keys of the words of content nearest a verb, before it and behind it, in its sentence; not of who speaks."""
    start, end = text.sentence(verb[0])
    speaker = _with_speaker(text, verb)
    places = range(verb[0] - 1, start - 1, -1), range(_behind_address(text, verb, end), end)
    before, after = (
        list(islice((token for token in _said_among(text, tokens) if _tells(text, token)), _WINDOW))
        for tokens in places
    )
    inside = range(*speaker)
    return (
        frozenset(text.keys[token] for token in before if token not in inside),
        frozenset(text.keys[token] for token in after if token not in inside),
    )


def _tells(text: ReadText, token: int) -> bool:
    """Whether a word says something of a statement that stays when its figures and negations do not."""
    return not (text.is_small(token) or text.classes(token) & _SHIFTING) and text.value(token) is None


def _behind_address(text: ReadText, verb: Span, end: int) -> int:
    """Where what is said begins: behind the `that` of `told reporters that` and of `said at the pier that`."""
    next_word = verb[1]
    addressed = any(term.stands in TO_SOMEBODY for term in text.terms_in(verb)) or (
        next_word < end
        and (text.is_small(next_word) or text.value(next_word) is not None)
        and text.keys[next_word] not in PRONOUNS
    )
    places = range(next_word, min(next_word + _ADDRESS, end)) if addressed else ()
    return next((token for token in places if text.keys[token] in JOINS), next_word)


def _with_speaker(text: ReadText, verb: Span) -> Span:
    """From a verb, or from who speaks before it, to its end or that of who speaks."""
    term = next((term for term in text.terms_of(text.block_of(verb[0])) if term.span == verb), None)
    speaker = speaker_beside(text, term, text.block_span(verb[0])) if term else None
    return (min(speaker[0], verb[0]), max(speaker[1], verb[1])) if speaker else verb


def _begins_clause(text: ReadText, place: int, start: int) -> bool:
    """Whether a mark of a clause or of a quotation stands right before a place inside its sentence, articles apart."""
    before = place - 1
    while before > start and text.text.words[before] and text.is_small(before):
        before -= 1
    return before > start and (text.keys[before] in CLAUSE_MARKS or text.is_quote_mark(before))


def is_named_beside(pair: SentencePair, side: int, span: Span, speaker: Span | None) -> bool:
    """Whether the other text still says who speaks, where one text alone has an attribution.

    `side` is that of the text that has it, `span` where, `speaker` who is named, None where nobody is. A sentence that
    is no quotation has its own source, so only one inside a quotation may be named by its neighbours.
    """
    opposite = (pair.left, pair.right)[1 - side]
    place = _place(pair, side, span)
    if place is None:
        return False
    text = (pair.left, pair.right)[side]
    if _is_said_from_before(opposite, place):
        return True
    if not _is_at_quotation(opposite, place):
        # What one text quotes the other may show as a post, or in a transcript: whose words it is, the page says. A
        # text in which nobody is named for anything is the statement itself.
        if not _names_anybody(opposite):
            return False
        return _is_introduced(opposite, place) or any(_is_quoted_near(text, token) for token in (span[0] - 1, span[1]))
    return _is_introduced(opposite, place) or any(
        _may_be_speaker(pair, side, speaker, term) for term in _speech_around(opposite, place)
    )


def _names_anybody(text: ReadText) -> bool:
    """Whether a text names somebody who says something; `we shall say so` names nobody."""
    for block in range(len(text.text.starts) - 1):
        for term in _speech_of(text, block):
            speaker = speaker_beside(text, term, text.block_span(term.span[0]))
            if speaker is not None and any(names_somebody(text, token) for token in range(*speaker)):
                return True
    return False


def _is_said_from_before(text: ReadText, place: int) -> bool:
    """Whether a place is in a quotation that began in an earlier block, whose first paragraph names who speaks.

    Each paragraph of it begins with a mark, and none but the last ends with one. Bounded by `_PARAGRAPHS`.
    """
    block = text.block_of(place)
    for first in range(block, max(block - _PARAGRAPHS, -1), -1):
        start = text.text.starts[first]
        if not start or not text.is_quote_mark(start) or not text.quoted[start - 1]:
            return first < block and any(_speech_of(text, first))
    return False


def _place(pair: SentencePair, side: int, span: Span) -> int | None:
    """The token of the other text before which a range would stand, or, where it opens no block, after which."""
    text, opposite = (pair.left, pair.right)[side], (pair.left, pair.right)[1 - side]
    opens = span[0] == text.block_span(span[0])[0]
    for edit in pair.edits:
        if edit[side][0] <= span[0] <= edit[side][1] and opposite.tokens:
            return min(edit[1 - side][0], len(opposite.tokens) - 1) if opens else max(edit[1 - side][0] - 1, 0)
    return None


def _is_introduced(text: ReadText, place: int) -> bool:
    """Whether the block of a place is what a colon before it announces, or is signed: the way posts are shown."""
    first, last = text.block_span(place)
    if first and text.keys[first - 1] in (":", "："):
        return True
    following = text.text.text((last - 1 if place >= last - 1 else place, min(last + _SIGNATURE, len(text.tokens))))
    return bool(_SIGNED.search(following))


def _is_quoted_near(text: ReadText, token: int) -> bool:
    return 0 <= token < len(text.tokens) and _is_at_quotation(text, token)


def _is_at_quotation(text: ReadText, place: int) -> bool:
    """Whether a token, or the nearest word on either side of it where it is a mark, is quoted."""
    first, last = text.block_span(place)
    for tokens in (range(place, first - 1, -1), range(place, last)):
        token = next((token for token in tokens if text.is_word(token)), None)
        if token is not None and text.quoted[token]:
            return True
    return False


def _speech_around(text: ReadText, place: int) -> Iterator[Occurrence]:
    """The verbs of saying around a place: in its block, in those before it, and beside quotations in the next one."""
    block = text.block_of(place)
    for near in range(max(block - _BLOCKS_BEFORE, 0), block + 1):
        yield from _speech_of(text, near)
    if block + 1 < len(text.text.starts) - 1:
        for term in _speech_of(text, block + 1):
            if any(text.quoted[token] for token in range(*text.sentence(term.span[0]))):
                yield term


def _speech_of(text: ReadText, block: int) -> list[Occurrence]:
    return [
        term
        for term in text.terms_of(block)
        if is_speech(text, term) and not text.quoted[term.span[0]] and is_attribution(text, term)
    ]


def _may_be_speaker(pair: SentencePair, side: int, speaker: Span | None, term: Occurrence) -> bool:
    text, opposite = (pair.left, pair.right)[side], (pair.left, pair.right)[1 - side]
    counterpart = speaker_beside(opposite, term, opposite.block_span(term.span[0]))
    if speaker is None or counterpart is None:
        return speaker is counterpart
    if opposite.keys[counterpart[0]] in _RELATIVE:
        return False
    if is_pronoun(text, speaker) or is_pronoun(opposite, counterpart):
        return True
    spans = (speaker, counterpart) if side == 0 else (counterpart, speaker)
    return likeness(pair.sides, *spans) != "different"


def is_pronoun(text: ReadText, span: Span) -> bool:
    """Whether a speaker is named by a pronoun alone."""
    return span[1] - span[0] == 1 and text.keys[span[0]] in PRONOUNS
