"""Whose words a paragraph holds: the speaker beside its verb of saying, and whether they deny something."""

import re
from typing import NamedTuple

from sitegen.changes.readtext import CLAUSE_MARKS, ReadText
from sitegen.changes.terms import Occurrence
from sitegen.model import Span

_REACH = 12
"""Tokens on either side of a verb of saying in which the speaker is looked for."""
_DENIAL = "denial"


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


PRONOUNS = _words("he she they who i we it il elle ils elles er sie wir él ella ellos ellas lui lei ele ela он она они")
"""Words that stand for whoever speaks."""
_AUXILIARIES = _words(
    "has have had is are was were be been will would did do does also later then still even not to a hat haben ha han "
    "s'est est ont"
)
_OPENING = 2
"""Words of content before who speaks where a sentence begins with that: `In the evening Ada Moe said`."""
_ASKS = frozenset(["?", "？", "؟"])
ARTICLES = _words(
    "the a an el la los las un una unos unas le les l' une des der die das den dem ein eine einen einem einer eines "
    "o os as um uma il lo i gli uno"
)
"""Articles of the languages that have them."""
_ARTICLES_OF_ENGLISH = _words("a an the")
_OFFICES = _words(
    "secretary president chairman chairwoman director minister leader chief commissioner officer manager editor lawyer "
    "attorney counsel analyst adviser advisor professor economist strategist coordinator"
)
"""English words for who somebody is in the house that is named before: `Holm Marine press secretary Ida Moe`."""
_BEFORE_MAIN_CLAUSE = _words(
    "though although while whereas after before when since because if unless as until despite obwohl während nachdem "
    "bevor weil wenn als seit bien quoique tandis après avant quand lorsque puisque parce si aunque mientras después "
    "antes cuando porque como tras anche sebbene mentre dopo prima quando perché embora enquanto depois porque mặc dù "
    "khi vì хотя когда если поскольку"
)
"""Words with which a clause begins that another one follows: who speaks in the first says nothing of the second."""
_DETERMINE = ARTICLES | _words("one another some many several")
"""Words with which a subject may begin."""
_GENITIVE = re.compile("['’]s?$")
_COMMAS = frozenset({",", "،", "，"})
_APPOSITION = 12
"""Tokens of an apposition, at most."""
_SHORT_SUBJECT = 2
"""Words of a subject without an article, at most, that does not begin its clause."""
_PHRASE = 4
"""Words before the last of a subject, at most."""
_JOINED = ("و", "ف")
"""Arabic conjunctions, written together with the verb behind them: the words before it are another clause."""
TO_SOMEBODY = frozenset({"tell", "asked"})
"""Verbs after which stands who was spoken to."""
JOINS = _words("that que qu' dass daß che что чтобы أن أنه أنها إن إنه rằng là ว่า कि")
"""Words that begin what somebody says."""
_AHEAD = 3
_NOUNS = _words(
    "report reports claim claims state states note notes post posts comment comments remark remarks pledge promise "
    "caution demand demands dispute forecast reply quote warning blame"
)
"""English forms of verbs of saying that are nouns too."""
_DETERMINERS = _words(
    "the a an this these those his her their its our my your no any some such each every another of in for by to on "
    "from with into against about between among at as all both many most more few several other own new recent earlier "
    "former united"
)
"""English words behind which they are."""
_OF_WHAT = _words("on of about into")
"""English words behind such a noun: `the monthly report on the harbour`. A verb before them reports no words either."""
_MODIFIES = re.compile(r"\w{3,}(?:ed|ing|ous|ern)")
"""Words that say of what sort a noun is, and are nobody who speaks: `southern states`, `leaked reports`."""


def is_speech(text: ReadText, term: Occurrence) -> bool:
    """Whether a term is a verb of saying, or a verb that may be one and is followed or preceded by what is said."""
    if term.name == "after quotation":
        return _follows_quotation(text, term)
    if term.name not in ("reporting", "may report") or is_noun_or_agentless(text, term):
        return False
    if term.name == "reporting":
        return True
    _, end = text.sentence(term.span[0])
    for token in range(term.span[1], min(term.span[1] + _AHEAD, end)):
        if text.keys[token] in JOINS or text.keys[token] == ":" or text.is_quote_mark(token):
            return True
    # Behind `"Never!"` a sentence begins, and the mark before it is still that of what was said.
    first = text.block_span(term.span[0])[0]
    return any(text.is_quote_mark(token) for token in range(max(first, term.span[0] - _AHEAD), term.span[0]))


def _follows_quotation(text: ReadText, term: Occurrence) -> bool:
    """Whether a term stands between a quotation and a name or office: `"...", so Brandt`. Not `so groß, dass`."""
    (start, end), (begin, border) = term.span, text.sentence(term.span[0])
    before = start - 1
    if before > begin and text.keys[before] == ",":
        before -= 1
    if before < begin or not text.is_quote_mark(before):
        return False
    after = end
    while after < border and after - end < _AHEAD and text.classes(after) & {"small", "particle"}:
        after += 1
    # At this place a capital is proof enough, in a language whose nouns all have one, too.
    return after < border and (text.tokens[after].text[:1].isupper() or names_somebody(text, after))


def is_noun_or_agentless(text: ReadText, term: Occurrence) -> bool:
    """Whether a form that is a noun too stands behind an article, or nobody says it: `it may be said that`."""
    if text.terms.language != "en" or term.span[0] == text.block_span(term.span[0])[0]:
        return False
    before = text.keys[term.span[0] - 1]
    if before == "be" or (before in _ARTICLES_OF_ENGLISH and text.keys[term.span[0]].endswith("ed")):
        # `an alleged spy writes`: it says of what sort somebody is.
        return True
    following = text.keys[term.span[1]] if term.span[1] < len(text.keys) else ""
    return text.keys[term.span[0]] in _NOUNS and (
        following in _OF_WHAT
        or before in _DETERMINERS
        or before.endswith(("'s", "s'", "’s"))
        or _is_modifier(text, term.span[0] - 1)
    )


def _is_modifier(text: ReadText, token: int) -> bool:
    """Whether a word goes with the noun behind it: `war-torn states`, `northern states`, `50 states`."""
    first = text.block_span(token)[0]
    if text.tokens[token].value is not None:
        return True
    printed = text.tokens[token].text
    if not printed[:1].islower():
        return False
    is_compound = token - 2 >= first and text.keys[token - 1] == "-" and not text.tokens[token - 2].text[-1:].isspace()
    return is_compound or "-" in printed or bool(_MODIFIES.fullmatch(text.keys[token]))


class Saying(NamedTuple):
    """Who speaks in a stretch of text."""

    speaker: str
    """As printed."""
    denies: bool
    quoted: bool
    """Whether most of the words stand inside quotation marks; else somebody reports what was said."""


def speaker_of(text: ReadText, span: Span) -> Saying | None:
    """The speaker whose words a paragraph is: of the first verb of saying outside quotation marks.

    None where none is named beside it, or where some of the words may be the reporter's: of real paragraphs with a verb
    of saying every third was somebody else's in part, a question (`What did Moe say?`), or of one it only mentions.
    """
    for term in text.terms_in(span):
        if not is_speech(text, term) or text.quoted[term.span[0]]:
            continue
        speaker = speaker_beside(text, term, span)
        if speaker and any(names_somebody(text, token) for token in range(*speaker)):
            if not _is_all_said(text, span, speaker, term):
                return None
            if text.begins_sentence(speaker[0]) and _is_common_noun(text, speaker):
                printed = text.printed(speaker).rstrip(",;:")
                return Saying(
                    printed[:1].lower() + printed[1:], term.strength == _DENIAL, bool(text.mostly_quoted(span))
                )
            named = _GENITIVE.sub("", text.printed(speaker).rstrip(",;:"))
            if text.keys[speaker[0]] in ARTICLES and text.begins_sentence(speaker[0]):
                # Inside our sentence its article begins none.
                named = named[:1].lower() + named[1:]
            return Saying(named, term.strength == _DENIAL, bool(text.mostly_quoted(span)))
    return None


def _is_common_noun(text: ReadText, speaker: Span) -> bool:
    """Whether a speaker is called by one noun for those who are quoted: `Officials said`."""
    return (
        speaker[1] - speaker[0] == 1
        and not text.terms.nouns_have_capitals
        and "speaker" in text.classes(speaker[0])
        and "title" not in text.classes(speaker[0])
    )


def _is_all_said(text: ReadText, span: Span, speaker: Span, term: Occurrence) -> bool:
    """Whether a paragraph is quoted for the most part, or one sentence that begins or ends with who says it."""
    if all("title" in text.classes(token) for token in text.content(speaker)):
        # `Dr.` before a name that a full stop parts from it.
        return False
    if text.mostly_quoted(span):
        return True
    words = [token for token in range(*span) if text.is_word(token)]
    if text.keys[words[0]] in _BEFORE_MAIN_CLAUSE and term.span[1] <= words[-1]:
        return False
    sentences = {text.sentence(words[0]), text.sentence(words[-1])}
    if len(sentences) > 1 or any(text.keys[token] in _ASKS and not text.quoted[token] for token in range(*span)):
        return False
    before = text.content((words[0], speaker[0]))
    begins = len(before) <= _OPENING and not any(names_somebody(text, token) for token in before)
    return begins or max(speaker[1], term.span[1]) > words[-1]


def speaker_beside(text: ReadText, term: Occurrence, span: Span) -> Span | None:
    """Who speaks, as the tokens of a name, an office or a pronoun, looked for inside a range.

    The subject stands before the verb: `the mayor said`; where the verb follows what is said, after it: `, said the
    mayor`. A pronoun is a speaker too, that the nearest name may not be taken for one: `he said of Berg`.
    """
    sentence = text.sentence(term.span[0])
    low, high = max(span[0], sentence[0], term.span[0] - _REACH), min(span[1], sentence[1], term.span[1] + _REACH)
    if "source" in text.classes(term.span[0]) and not text.terms.sources_come_first:
        return _after(text, term.span[1], (low, high))
    if _joins_clauses(text, term.span[0]):
        return _after(text, term.span[1], (low, high))
    return _subject(text, term.span[0], (low, high)) or (
        _after(text, term.span[1], (low, high)) if term.stands not in TO_SOMEBODY else None
    )


def _joins_clauses(text: ReadText, verb: int) -> bool:
    """Whether a verb is written together with a word that joins it to a verb before: `and said`."""
    key = text.keys[verb]
    return key.startswith(_JOINED) and key[1:] in text.terms.entries


def _subject(text: ReadText, verb: int, within: Span) -> Span | None:
    """The subject right before a verb, its auxiliaries and what stands between commas passed over."""
    token = verb - 1
    while token >= within[0] and _goes_with_verb(text, token):
        token -= 1
    if token < within[0] or text.is_quote_mark(token):
        return None
    if text.keys[token] in CLAUSE_MARKS:
        before = token - 1
        if before < within[0] or text.is_quote_mark(before) or text.quoted[before]:
            return None
        opening = _comma_before(text, token, within)
        if opening is None:
            return _nearest(text, range(before, within[0] - 1, -1), within)
        return _before_comma(text, opening, within) or (
            None
            if text.is_small(opening + 1) and text.keys[opening + 1] not in ARTICLES
            else _nearest(text, range(before, within[0] - 1, -1), within)
        )
    if text.keys[token] in PRONOUNS:
        return (token, token + 1)
    if not text.is_small(token) and not names_somebody(text, token):
        return _phrase(text, token, within)
    return _nearest(text, range(token, within[0] - 1, -1), within, CLAUSE_MARKS)


def _comma_before(text: ReadText, comma: int, within: Span) -> int | None:
    """The comma that opens what another one closes: `Carl Rist, a Liberal, said`; `the clerk, in a letter, said`."""
    if text.keys[comma] not in _COMMAS:
        return None
    for token in range(comma - 1, max(within[0], comma - _APPOSITION) - 1, -1):
        if text.is_quote_mark(token) or (text.keys[token] in CLAUSE_MARKS and text.keys[token] not in _COMMAS):
            return None
        if text.keys[token] in _COMMAS:
            return token
    return None


def _before_comma(text: ReadText, comma: int, within: Span) -> Span | None:
    """The name before a comma, or the common noun with which the sentence begins; what follows names no other."""
    last = comma - 1
    if last < within[0]:
        return None
    if text.is_name(last):
        return _whole_name(text, last, within)
    phrase = None if text.is_small(last) or text.quoted[last] else _phrase(text, last, within)
    return phrase if phrase and text.begins_sentence(phrase[0]) else None


def _phrase(text: ReadText, last: int, within: Span) -> Span | None:
    """A subject that is called by a common noun, or by a name that opens its sentence: back to its article."""
    start = last
    while start > within[0] and last - start < _PHRASE:
        before = start - 1
        if text.keys[before] in _DETERMINE:
            return (before, last + 1)
        if text.is_small(before) or text.quoted[before] or text.classes(before) & {"reporting", "hedge", "negation"}:
            # `A man who fled his town last month said`: the end of a clause, and no subject.
            return (start, last + 1) if text.keys[before] in CLAUSE_MARKS or last - start < _SHORT_SUBJECT else None
        start = before
    return (start, last + 1)


def _goes_with_verb(text: ReadText, token: int) -> bool:
    """Whether a token is an auxiliary or an adverb before a verb."""
    key = text.keys[token]
    return text.text.words[token] and (key in _AUXILIARIES or (key.endswith("ly") and not text.is_name(token)))


def _after(text: ReadText, start: int, within: Span) -> Span | None:
    """Whoever stands right after a verb or `according to`."""
    for token in range(start, within[1]):
        if text.keys[token] in JOINS or text.keys[token] in CLAUSE_MARKS or text.is_quote_mark(token):
            return None
        if text.keys[token] in PRONOUNS:
            return (token, token + 1)
        if names_somebody(text, token):
            return _whole_name(text, token, within)
        if token - start >= _AHEAD:
            return None
    return None


def _nearest(text: ReadText, places: range, within: Span, ends: frozenset[str] = frozenset()) -> Span | None:
    """The first name or office of some places."""
    for token in places:
        if text.keys[token] in ends or text.is_quote_mark(token):
            return None
        if names_somebody(text, token):
            return _whole_name(text, token, within)
    return None


def names_somebody(text: ReadText, token: int) -> bool:
    """Whether a token outside quotation marks is part of a name, an office, or a noun for those who are quoted."""
    return not text.quoted[token] and (text.is_name(token) or bool(text.classes(token) & {"speaker", "title"}))


def _whole_name(text: ReadText, token: int, within: Span) -> Span:
    """The name with the words of it on either side, over initials (`Ada T. Moe`) and an office (`Holm press clerk`)."""
    start, end = token, token + 1
    while start - 1 >= within[0]:
        if (
            names_somebody(text, start - 1)
            or "particle" in text.classes(start - 1)
            or text.may_be_first_name(start - 1)
        ):
            start -= 1
        elif start - 2 >= within[0] and _is_initial(text, start - 2):
            start -= 2
        else:
            break
    while end < within[1]:
        if names_somebody(text, end) or "particle" in text.classes(end):
            end += 1
        elif end + 1 < within[1] and _is_initial(text, end - 1) and names_somebody(text, end + 1):
            end += 2
        elif office := _office(text, end, within):
            end = office
        else:
            break
    return (start, end)


def _is_initial(text: ReadText, token: int) -> bool:
    """Whether a token is one capital letter with a full stop behind it."""
    printed = text.tokens[token].text
    return len(printed) == 1 and printed.isupper() and text.keys[token + 1] == "."


def _office(text: ReadText, start: int, within: Span) -> int:
    """Where an office ends that begins at a token, `deputy press secretary` behind a name; 0 where none does."""
    for token in range(start, min(start + _AHEAD, within[1])):
        classes = text.classes(token)
        if classes & {"speaker", "title"} or text.keys[token] in _OFFICES:
            return token + 1
        if not text.text.words[token] or text.is_small(token) or classes & {"reporting", "hedge", "negation"}:
            return 0
    return 0
