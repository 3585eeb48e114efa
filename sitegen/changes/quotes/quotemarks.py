"""Quotations whose marks stand around other words: put in, taken out, or drawn closer.

Looks at a whole row, because a quotation may go over several sentences. Words altered between marks that stayed are
found elsewhere, edit by edit.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sitegen.changes.equaltokens import EqualTokens
from sitegen.changes.finding import Finding
from sitegen.changes.quotes.quotationmatch import all_quoted, goes_on, quotation_around
from sitegen.changes.readtext import BEFORE_SPEECH, CLAUSE_MARKS, QUOTE_MARKS, ReadText
from sitegen.changes.rowedits import Sides
from sitegen.model import Op, Span, Verdict

_SHARE = 0.5
"""Share of the words of a quotation that the other text must have too, to be the same words freed of their marks."""
_FREED_FROM = 0.6
"""The same where some of its words are others. Below, a reporter tells it in words of the reporter's own."""
_FEW_WORDS = 6
"""Words up to which less is enough: `“We close the mole”`, `the mole would be closed`."""
_STILL = 0.25
"""Share of the words of a quotation of which the other must quote as many, to be that quotation, shortened."""
_PART = 0.7
"""Share of the words of content of a quotation that another must have too for it to be a part of that."""
_STILL_SAID = 0.55
"""Share of the longer stretch that must have stayed where a quotation is said to stand freed of its marks, or caught in
them: of real ones with less, five in eight were two statements, or a report in the reporter's own words."""
_REPORTED_IN = 1.5
"""How many times as many words a few may be reported in: `“We close the mole”`, `they would close the mole`."""
_FEWEST_REQUOTED = 2
"""Words of the shortest part of a quotation that another can quote."""
_AS_MANY = 2
"""How many times as many words the other text may have where the quotation's stand freed of marks: in more it says
something else with some of them."""
_TERM = 3
"""Words of content of a quotation that may be a term, which any text uses: a word beside it must have stayed."""
_ENDS = 3
"""Words of content at either end of a quotation of which one must stand in the other text."""
_NAMED = 2
"""Words of content of a term or nickname: of 12 such on texts that nobody had read, readers called all trivial."""
_CALLED_NEAR = 4
"""Tokens before such words in which it is said that somebody calls something so: `called it “a farce”`."""
_CALLED = frozenset(
    [
        "call",
        "calls",
        "called",
        "calling",
        "dubbed",
        "termed",
        "labelled",
        "labeled",
        "branded",
        "nannte",
        "nennt",
        "nannten",
        "genannt",
        "bezeichnete",
        "qualifié",
        "qualifie",
        "appelle",
        "appelé",
        "llamó",
        "llama",
        "calificó",
        "tildó",
        "chamou",
        "definì",
        "chiamò",
        "gọi",
        "назвал",
        "назвала",
    ]
)
_SAYING = frozenset({"reporting", "may report"})
_LONG_TITLE, _SMALL_OF_A_TITLE = 4, 0.3
"""Words of content from which on some of a title need have no capital, and their share."""
_SIGNATURE = re.compile(r"[—–-] ?[^—–\n]{1,60}\(@\w{1,30}\)")
"""How a post is signed: — Ada Moe (@adamoe)."""
_OF_WHO_SPEAKS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "i me my mine myself you your yours",
        "de": "ich mich mir mein meine meinen meinem meiner du dich dir dein deine euch euer eure",
        "fr": "je j moi mon ma mes vous votre vos tu toi",
        "es": "yo me mi mis conmigo tú usted ustedes vosotros",
        "pt": "eu meu minha meus minhas comigo você vocês",
        "it": "io mio mia miei mie tu voi vostro vostra",
        "vi": "tôi bạn",
        "ru": "я мне меня мой моя моё мои вы вас вам ваш ваша ваши ты тебя",
        "uk": "я мені мене мій моя ви вас вам ваш ваша",
        "pl": "ja mnie mój moja moje",
        "nl": "ik mij mijn",
        "sv": "jag mig min mitt mina",
        "tr": "ben beni benim bana",
        "ar": "أنا انا",
        "zh": "我",
        "ja": "私 僕 俺",
        "ko": "나는 내가 저는 제가 나의 제",
    }.items()
}
"""Words for who speaks or writes, and to whom: outside quotation marks a report has them where it prints what somebody
said."""
_SINGLE_MARKS = frozenset("'‘’‚‛`´")
_SURE, _LIKELY = 0.97, 0.92


class _Quotation(NamedTuple):
    """A run of quoted tokens with its marks."""

    span: Span
    words: list[int]


def quotation_findings(sides: Sides, ops: Sequence[Op], free: tuple[set[int], set[int]]) -> Iterator[Finding]:
    """The quotations of a row that are quoted otherwise, and takes their marks and what differs inside them."""
    equal = EqualTokens(ops)
    texts = (sides.left, sides.right)
    spans = (ops[0].left[0], ops[-1].left[1]), (ops[0].right[0], ops[-1].right[1])
    taken: tuple[set[int], set[int]] = (set(), set())
    for side in (0, 1):
        for quotation in _quotations(texts[side], spans[side]):
            if taken[side].isdisjoint(range(*quotation.span)):
                finding = _finding(texts, equal, side, quotation) or _requoted(texts, spans, free, side, quotation)
                finding = finding and _widened(texts, free, finding)
                if finding and _has_free(finding, free) and _is_still_said(texts, equal, finding):
                    taken[0].update(range(*finding.left))
                    taken[1].update(range(*finding.right))
                    free[0].difference_update(range(*finding.left))
                    free[1].difference_update(range(*finding.right))
                    yield finding


def _widened(texts: tuple[ReadText, ReadText], free: tuple[set[int], set[int]], finding: Finding) -> Finding:
    """The finding with the words beside it that differ too, where the words were reported instead: `they would`."""
    if finding.aspect not in ("freed", "caught"):
        return finding
    side = 1 if finding.aspect == "freed" else 0
    text, (start, end) = texts[side], (finding.left, finding.right)[side]
    while start - 1 in free[side] and text.keys[start - 1] not in CLAUSE_MARKS:
        start -= 1
    while end in free[side] and text.keys[end] not in CLAUSE_MARKS:
        end += 1
    introduced = _introducing_words(texts[1 - side], free[1 - side], (finding.right, finding.left)[side][0])
    while start < end and introduced and text.keys[start] == texts[1 - side].keys[introduced[0]]:
        # `she said: “We close”`, `she said that they close`: the verb stayed, and is no part of what was said.
        free[side].discard(start)
        free[1 - side].discard(introduced.pop(0))
        start += 1
    return replace(finding, right=(start, end)) if side else replace(finding, left=(start, end))


def _introducing_words(text: ReadText, free: set[int], start: int) -> list[int]:
    """The words right before a quotation that differ, in order."""
    words: list[int] = []
    token = start - 1
    while token in free:
        if text.is_word(token):
            words.insert(0, token)
        token -= 1
    return words


def _is_still_said(texts: tuple[ReadText, ReadText], equal: EqualTokens, finding: Finding) -> bool:
    """Whether enough words stayed for a quotation to have been freed of its marks, or caught in them."""
    if finding.aspect not in ("freed", "caught"):
        return True
    most = max(_words_in(text, span) for text, span in zip(texts, (finding.left, finding.right), strict=True))
    partners = [equal.partner(0, token) for token in range(*finding.left) if texts[0].is_word(token)]
    stayed = sum(partner is not None and finding.right[0] <= partner < finding.right[1] for partner in partners)
    fewest = min(_words_in(text, span) for text, span in zip(texts, (finding.left, finding.right), strict=True))
    is_short = fewest <= _FEW_WORDS and most <= _REPORTED_IN * fewest
    return is_short or stayed >= _STILL_SAID * most


def _has_free(finding: Finding, free: tuple[set[int], set[int]]) -> bool:
    return not free[0].isdisjoint(range(*finding.left)) or not free[1].isdisjoint(range(*finding.right))


def _quotations(text: ReadText, span: Span) -> Iterator[_Quotation]:
    """The quotations that begin and end in a range, each with its marks; a nested one belongs to the outer."""
    token = span[0]
    while token < span[1]:
        if not text.quoted[token]:
            token += 1
            continue
        end = token
        while end < span[1] and (text.quoted[end] or (goes_on(text, end, span[1]))):
            end += 1
        start = token - 1 if token > span[0] and text.is_quote_mark(token - 1) else token
        last = end + 1 if end < span[1] and text.is_quote_mark(end) else end
        words = [word for word in range(token, end) if text.is_word(word)]
        if words:
            yield _Quotation((start, last), words)
        token = last + 1 if last == end else last


def _finding(texts: tuple[ReadText, ReadText], equal: EqualTokens, side: int, quotation: _Quotation) -> Finding | None:
    """What became of a quotation of one text in the other; None where its marks stand around the same words."""
    partners = [partner for word in quotation.words if (partner := equal.partner(side, word)) is not None]
    other_text = texts[1 - side]
    content = texts[side].content(quotation.span)
    stayed = sum(equal.partner(side, token) is not None for token in content)
    fewest = max(_SHARE * len(quotation.words), min(_FEWEST_REQUOTED, len(quotation.words)))
    if len(partners) < fewest or stayed < _SHARE * len(content):
        still = [partner for partner in partners if other_text.quoted[partner]]
        if not still or len(still) == len(partners):
            return None
    quoted = [partner for partner in partners if other_text.quoted[partner]]
    if len(quoted) == len(partners):
        return None
    if not quoted:
        opposite = (partners[0], partners[-1] + 1)
        if not _says_something(other_text, opposite) or _is_odd(texts, side, quotation, partners):
            return None
        if _words_in(other_text, opposite) > _AS_MANY * len(quotation.words) or _is_marked(other_text, opposite):
            return None
        if not _has_ends(texts[side], equal, side, quotation):
            return None
        is_term = len(texts[side].content(quotation.span)) <= _TERM and not _is_speech(texts[side], quotation)
        if is_term and not _goes_with(texts, equal, side, quotation, opposite):
            return None
        if _is_named_so(texts[side], quotation) or _is_block(other_text, opposite):
            return None
        is_whole = len(partners) == len(quotation.words) == _words_in(other_text, opposite)
        if (
            not is_whole
            and len(quotation.words) > _FEW_WORDS
            and min(len(partners) / len(quotation.words), stayed / max(len(content), 1)) < _FREED_FROM
        ):
            return None
        if _is_announced(other_text, opposite) and _is_all_said(texts, equal, side, opposite):
            return None
        if _is_title(texts[side], quotation) or _is_set_apart(other_text, opposite):
            return None
        aspect = ("marks gone" if side == 0 else "marks new") if is_whole else ("freed" if side == 0 else "caught")
        verdict: Verdict = "withheld" if side == 0 else "given"
    else:
        if len(quoted) < max(_FEWEST_REQUOTED, _STILL * len(quotation.words)):
            return None
        if _is_odd(texts, side, quotation, partners) or _keeps_content(texts, quoted, side, quotation):
            return None
        if _has_single_mark(texts[side], quotation.span) or _has_single_mark(
            other_text, _with_marks(other_text, (quoted[0], quoted[-1] + 1))
        ):
            # An apostrophe may have been taken for the mark that closes.
            return None
        if not all_quoted(other_text, (quoted[0], quoted[-1] + 1)):
            # Somebody else's words stand between two quotations: what is quoted is told edit by edit.
            return None
        if not _is_part(other_text, equal, 1 - side, (quoted[0], quoted[-1] + 1)):
            return None
        opposite = _with_marks(other_text, (quoted[0], quoted[-1] + 1))
        aspect, verdict, is_whole = ("shortened" if side == 0 else "extended"), "changed", True
    left, right = (quotation.span, opposite) if side == 0 else (opposite, quotation.span)
    return Finding(
        kind="quotation",
        verdict=verdict,
        left=left,
        right=right,
        aspect=aspect,
        confidence=_SURE if is_whole else _LIKELY,
    )


def _says_something(text: ReadText, span: Span) -> bool:
    """Whether a range has a word of content besides values: `is one of the` is no quotation."""
    return any(text.value(token) is None for token in text.content(span))


def _is_named_so(text: ReadText, quotation: _Quotation) -> bool:
    """Whether a word or two in marks are what something is called, a term or a nickname, and not what somebody says:
    marks around them are style. A comma at their end is that of the sentence."""
    start, _ = text.block_span(quotation.span[0])
    before = range(max(start, quotation.span[0] - _CALLED_NEAR), quotation.span[0])
    is_said = calls_so(text, quotation.span) or any(text.classes(token) & _SAYING for token in before)
    is_announced = bool(before) and text.keys[before[-1]] in BEFORE_SPEECH
    return len(text.content(quotation.span)) <= _NAMED and not (is_said or is_announced)


def calls_so(text: ReadText, quotation: Span) -> bool:
    """Whether a word right before a quotation says that somebody calls something so: `called it “a farce”`."""
    start, _ = text.block_span(quotation[0])
    return any(text.keys[token] in _CALLED for token in range(max(start, quotation[0] - _CALLED_NEAR), quotation[0]))


def _is_block(text: ReadText, span: Span) -> bool:
    """Whether words without marks are a block by themselves, behind another: set apart, as quotations are."""
    start, end = text.block_span(span[0])
    around = [token for token in (*range(start, span[0]), *range(span[1], end)) if text.is_word(token)]
    return start > 0 and not around


def _is_part(text: ReadText, equal: EqualTokens, side: int, span: Span) -> bool:
    """Whether the quotation around a range is hardly more than words that the other text quotes too: a part of it, and
    not another one with a few words of it."""
    content = text.content(quotation_around(text, span))
    return sum(equal.partner(side, token) is not None for token in content) >= _PART * len(content)


def _has_single_mark(text: ReadText, span: Span) -> bool:
    """Whether a single mark opens or closes a range."""
    return any(text.tokens[token].text.strip() in _SINGLE_MARKS for token in (span[0], span[1] - 1))


def _is_announced(text: ReadText, span: Span) -> bool:
    """Whether a colon announces the block of a range: it is set apart as a quotation, and needs no marks."""
    start, _ = text.block_span(span[0])
    return start > 0 and text.keys[start - 1] in (":", "：")


def _is_title(text: ReadText, quotation: _Quotation) -> bool:
    """Whether quoted words are the name of something: each has a capital, `“Slow Harbour,”`, `“24/7”`; of many, most,
    `“Smith v. the Slow Harbour of Lorne”`. Marks around a title are style, as italics are."""
    content = text.content(quotation.span)
    if not content or text.terms.nouns_have_capitals:
        return False
    printed = [text.tokens[token].text.strip() for token in content]
    if len(content) == 1 and not printed[0][:1].isdecimal():
        # The first word of a sentence has one as well.
        return False
    small = sum(not (word[:1].isupper() or word[:1].isdecimal()) for word in printed)
    return small <= len(printed) * (_SMALL_OF_A_TITLE if len(printed) >= _LONG_TITLE else 0)


def _is_set_apart(text: ReadText, span: Span) -> bool:
    """Whether words without marks are seen to be somebody's all the same: in a post that its signature follows, in a
    letter whose writer says `I` or `you`."""
    if _SIGNATURE.search(text.text.text(text.block_span(span[0]))):
        return True
    return speaks_for_itself(text, span)


def speaks_for_itself(text: ReadText, span: Span) -> bool:
    """Whether a range has a word for who speaks or for whom it speaks to."""
    pronouns = _OF_WHO_SPEAKS.get(text.terms.language, frozenset())
    return any(text.keys[token].partition("'")[0] in pronouns for token in range(*span))


def _is_all_said(texts: tuple[ReadText, ReadText], equal: EqualTokens, side: int, span: Span) -> bool:
    """Whether all words of a block before a range are quoted in the text of `side`: no reporter's are among them."""
    text, opposite_text = texts[side], texts[1 - side]
    before = opposite_text.content((opposite_text.block_span(span[0])[0], span[0]))
    partners = [equal.partner(1 - side, token) for token in before]
    return all(partner is not None and text.quoted[partner] for partner in partners)


def _has_ends(text: ReadText, equal: EqualTokens, side: int, quotation: _Quotation) -> bool:
    """Whether one of the first and one of the last words of content of a quotation stand in the other text.

    What a site prints inside a sentence, as the headlines beside a name, is long and is not what somebody said.
    """
    content = text.content(quotation.span)
    return all(
        any(equal.partner(side, token) is not None for token in end) for end in (content[:_ENDS], content[-_ENDS:])
    )


def _is_marked(text: ReadText, span: Span) -> bool:
    """Whether single marks stand right before and right after a range, or one opens the paragraph or what is announced:
    it is quoted, in another style, of which the last paragraph alone need have the mark that closes."""
    start, end = text.block_span(span[0])
    if span[0] <= start or text.tokens[span[0] - 1].text.strip() not in _SINGLE_MARKS:
        return False
    opens = span[0] - 1 == start or text.keys[span[0] - 2] in BEFORE_SPEECH
    return opens or (span[1] < end and text.tokens[span[1]].text.strip() in _SINGLE_MARKS)


def _is_speech(text: ReadText, quotation: _Quotation) -> bool:
    """Whether a colon or comma stands before a quotation, or a comma at its end: somebody says it."""
    start, _ = text.block_span(quotation.span[0])
    before = text.keys[quotation.span[0] - 1] if quotation.span[0] > start else ""
    return before in BEFORE_SPEECH or any(
        text.keys[token] in BEFORE_SPEECH for token in range(quotation.words[-1] + 1, quotation.span[1])
    )


def _goes_with(
    texts: tuple[ReadText, ReadText], equal: EqualTokens, side: int, quotation: _Quotation, opposite: Span
) -> bool:
    """Whether the word of content before or behind a quotation is the same in both texts, or there is none."""
    text, opposite_text = texts[side], texts[1 - side]
    sentences = text.sentence(quotation.words[0]), opposite_text.sentence(opposite[0])
    last = quotation.words[-1] + 1
    before = (
        text.content((sentences[0][0], quotation.words[0])),
        opposite_text.content((sentences[1][0], opposite[0])),
    )
    after = text.content((last, sentences[0][1])), opposite_text.content((opposite[1], sentences[1][1]))
    if not any((*before, *after)):
        return True
    return any(
        own_keys and partner and equal.partner(side, own_keys[place]) == partner[place]
        for (own_keys, partner), place in ((before, -1), (after, 0))
    )


def _is_odd(texts: tuple[ReadText, ReadText], side: int, quotation: _Quotation, partners: Sequence[int]) -> bool:
    """Whether a mark of quotation in either block has no partner, or is of another kind: then it is not known what is
    quoted."""
    for text, token in ((texts[side], quotation.words[0]), (texts[1 - side], partners[0])):
        span = text.block_span(token)
        marks = [place for place in range(*span) if text.tokens[place].text.strip() in QUOTE_MARKS]
        if len(marks) % 2 or any(_is_doubled(text, place, span) for place in range(*span)):
            return True
    return _begins_with_end(texts[side], quotation)


def _is_doubled(text: ReadText, place: int, span: Span) -> bool:
    """Whether two single marks stand side by side, as the markup of a wiki has them: `''The Salt Ferry''`."""
    mark, following = text.tokens[place].text, place + 1
    return mark in _SINGLE_MARKS and following < span[1] and text.tokens[following].text.strip() == mark


def _begins_with_end(text: ReadText, quotation: _Quotation) -> bool:
    """Whether the mark before a quotation closes what is before it, whose first mark is missing: `closed,” he said`."""
    start, (first, _) = quotation.span[0], text.block_span(quotation.words[0])
    if start <= first or start == quotation.words[0]:
        return False
    return text.tokens[start].text[-1:].isspace() and not text.tokens[start - 1].text[-1:].isspace()


def _keeps_content(texts: tuple[ReadText, ReadText], quoted: Sequence[int], side: int, quotation: _Quotation) -> bool:
    """Whether all that a quotation says is still quoted, and the marks moved over a small word: `“the ferry”`."""
    kept = {texts[1 - side].keys[token] for token in quoted}
    return all(texts[side].keys[token] in kept for token in texts[side].content(quotation.span))


def _requoted(
    texts: tuple[ReadText, ReadText],
    spans: tuple[Span, Span],
    free: tuple[set[int], set[int]],
    side: int,
    quotation: _Quotation,
) -> Finding | None:
    """A quotation all of which differs, where another that differs quotes a part of it, or all and more."""
    if not free[side].issuperset(quotation.words):
        return None
    own_keys = [texts[side].keys[word] for word in quotation.words]
    for partner in _quotations(texts[1 - side], spans[1 - side]):
        keys = [texts[1 - side].keys[word] for word in partner.words]
        if len(keys) < _FEWEST_REQUOTED or not free[1 - side].issuperset(partner.words):
            continue
        if len(keys) < len(own_keys) and _runs_in(keys, own_keys):
            left, right = (quotation.span, partner.span) if side == 0 else (partner.span, quotation.span)
            return Finding(
                kind="quotation", verdict="changed", left=left, right=right, confidence=_LIKELY,
                aspect="shortened" if side == 0 else "extended",
            )  # fmt: skip
    return None


def _runs_in(keys: Sequence[str], partners: Sequence[str]) -> bool:
    """Whether words stand in a row among others."""
    return any(
        list(partners[place : place + len(keys)]) == list(keys) for place in range(len(partners) - len(keys) + 1)
    )


def _words_in(text: ReadText, span: Span) -> int:
    return sum(text.is_word(token) for token in range(*span))


def _with_marks(text: ReadText, span: Span) -> Span:
    start, end = span
    first, last = text.block_span(start)
    if start > first and text.is_quote_mark(start - 1):
        start -= 1
    if end < last and text.is_quote_mark(end):
        end += 1
    return (start, end)
