"""Attribution: who is named as the source, and with what verb."""

from collections.abc import Iterator, Sequence

from sitegen.changes.finding import Finding
from sitegen.changes.kinds.kind import Kind
from sitegen.changes.readtext import CLAUSE_MARKS, ReadText
from sitegen.changes.rowedits import Edit, SentencePair, Sides
from sitegen.changes.speech import (
    PRONOUNS,
    TO_SOMEBODY,
    Likeness,
    is_attribution,
    is_named_beside,
    is_noun_or_agentless,
    is_pronoun,
    is_speech,
    likeness,
    names_somebody,
    says_what_the_other_has,
    shares_what_is_said,
    speaker_beside,
)
from sitegen.changes.terms import Occurrence
from sitegen.changes.wordforms import are_akin
from sitegen.model import Span, Verdict
from sitegen.text.catalogues import counted, in_context, marked
from sitegen.text.lookalikes import mixes_scripts

_NEAR = 4
"""Tokens between a verb of saying and a word that may be who speaks."""
_NEUTRAL = frozenset({"said", "neutral", ""})
_PLAIN = frozenset({"neutral", "announcement", "emphasis", "question"})
"""Strengths of verbs that say no more than that it was said: who `announced` it `said` it."""
_SPEAKS = frozenset({"speaker", "title", "particle", "small", "reporting", "may report"})
_SUBJECT_UP_TO = 4
"""Words of content of a verb and its speaker."""
_OFFICE_UP_TO = 2
"""Words of content of an office that no list knows: `a worker`."""
_ANDS = frozenset(["and", "und", "y", "et", "e", "и", "và"])
_BESIDE_UP_TO = 2
"""Words beside the verb and who speaks that may be gone with them and leave it an attribution."""
_SAID_OF = 0.4
"""Share of the words of its sentence that must have stayed for `according to` to have been put before them."""
_UNCLEAR = 0.8
"""Confidence where it cannot be told who speaks, whether two who do are one, or whether both texts say the same."""


def find(pair: SentencePair) -> Iterator[Finding]:
    """Verbs of saying that one text has and the other has not, or has another for; then who speaks."""
    gone, new = _verbs(pair, 0), _verbs(pair, 1)
    for left, right in _matched(gone, new):
        gone.remove(left)
        new.remove(right)
        if left[1].stands == right[1].stands:
            yield from _other_speaker(pair, left[1], right[1])
        else:
            yield from _other_verb(pair, left[1], right[1])
    gone = [placed for placed in gone if not _says_elsewhere(pair, placed[1], 1)]
    new = [placed for placed in new if not _says_elsewhere(pair, placed[1], 0)]
    if len(gone) == 1 and len(new) == 1:
        yield from _other_verb(pair, gone[0][1], new[0][1])
    else:
        for edit, term in gone:
            yield from _one_sided(pair, edit, term, 0)
        for edit, term in new:
            yield from _one_sided(pair, edit, term, 1)
    yield from _speakers(pair)


Placed = tuple[Edit, Occurrence]
Words = tuple[Span | None, Span | None]
"""Ranges of the left and of the right."""


def _verbs(pair: SentencePair, side: int) -> list[Placed]:
    """The verbs of saying in the edits of one text, outside quotation marks.

    A verb that may be one is where it stands for one: `told the court`, `described to the court`.
    """
    text, other = (pair.left, pair.right)[side], (pair.left, pair.right)[1 - side]
    return [
        (edit, term)
        for edit in pair.edits
        for term in text.terms_in(edit[side])
        if (
            is_speech(text, term)
            or (term.name == "may report" and not is_noun_or_agentless(text, term) and _speaks(other, edit[1 - side]))
        )
        and all(token in pair.free[side] for token in range(*term.span))
        and not text.quoted[term.span[0]]
        and not _is_noun(text, term)
        and is_attribution(text, term)
    ]


def _speaks(text: ReadText, span: Span) -> bool:
    return any(is_speech(text, term) for term in text.terms_in(span))


def _is_noun(text: ReadText, term: Occurrence) -> bool:
    """Whether a capital in the middle of a sentence shows that it is no verb."""
    printed = text.tokens[term.span[0]].text
    return printed[:1].isupper() and not text.begins_sentence(term.span[0])


def _matched(gone: Sequence[Placed], new: Sequence[Placed]) -> list[tuple[Placed, Placed]]:
    """Verbs of one edit against each other, in order, those that are the same first."""
    pairs: list[tuple[Placed, Placed]] = []
    for same in (True, False):
        for left in gone:
            if any(left == one for one, _ in pairs):
                continue
            for right in new:
                taken = any(right == other for _, other in pairs)
                if not taken and left[0] == right[0] and (not same or left[1].stands == right[1].stands):
                    pairs.append((left, right))
                    break
    return pairs


def _says_elsewhere(pair: SentencePair, term: Occurrence, side: int) -> bool:
    """Whether the other text has the same verb in the sentence, at another place."""
    text = (pair.left, pair.right)[side]
    own = (pair.left, pair.right)[1 - side].keys[term.span[0]]
    if any(are_akin(own, text.keys[token]) for token in range(*pair.reach[side]) if token in pair.free[side]):
        return True
    return any(
        is_speech(text, other) and other.stands == term.stands and not text.quoted[other.span[0]]
        for other in text.terms_in(pair.reach[side])
    )


def _other_verb(pair: SentencePair, left: Occurrence, right: Occurrence) -> Iterator[Finding]:
    """Another verb of saying, with who speaks where that is another too; two of one strength are worded another way."""
    if left.stands == right.stands:
        return
    spans = _with_speaker(pair, left.span, 0), _with_speaker(pair, right.span, 1)
    speakers = [span != term.span for span, term in zip(spans, (left, right), strict=True)]
    if not all(speakers):
        spans = left.span, right.span
    alike = left.strength == right.strength or {left.strength, right.strength} <= _PLAIN
    verdict: Verdict = "changed"
    confidence = 1.0 if shares_what_is_said(pair, left.span, right.span) else _UNCLEAR
    if alike:
        relation = _likeness_beside(pair, left, right) if all(speakers) else "same"
        verdict = "changed" if relation == "different" else "reworded"
    yield pair.take(Finding(kind="attribution", verdict=verdict, left=spans[0], right=spans[1], confidence=confidence))


def _likeness_beside(pair: SentencePair, left: Occurrence, right: Occurrence, words: Words = (None, None)) -> Likeness:
    """Whether those who speak beside two verbs are one; `words` are what is taken where nobody is known to speak."""
    spans = [
        speaker_beside(text, term, text.block_span(term.span[0])) or differing
        for text, term, differing in zip((pair.left, pair.right), (left, right), words, strict=True)
    ]
    if spans[0] is None or spans[1] is None or is_pronoun(pair.left, spans[0]) or is_pronoun(pair.right, spans[1]):
        return "unclear"
    return likeness(pair.sides, spans[0], spans[1])


def _other_speaker(pair: SentencePair, left: Occurrence, right: Occurrence) -> Iterator[Finding]:
    """The same verb in another form, with another speaker beside it: `el alcalde dijo`, `los vecinos dijeron`."""
    spans = _with_subject(pair, left.span, 0), _with_subject(pair, right.span, 1)
    named = [
        [text.keys[token] for token in text.content(span) if not term.span[0] <= token < term.span[1]]
        for text, span, term in zip((pair.left, pair.right), spans, (left, right), strict=True)
    ]
    if all(named) and set(named[0]).isdisjoint(named[1]):
        yield pair.take(_source(pair, spans, (left, right), 0.96))


def _source(pair: SentencePair, spans: tuple[Span, Span], verbs: tuple[Occurrence, Occurrence], sure: float) -> Finding:
    """Who speaks is another: worded another way where both are one, unclear where that cannot be told."""
    if pair.left.terms.sources_come_first and pair.left.begins_sentence(spans[0][0]):
        # Between who speaks and the verb stands what is said, whose subject is none who speaks.
        relation = likeness(pair.sides, *spans)
    else:
        relation = _likeness_beside(pair, *verbs, words=spans)
    is_sure = relation == "different" and shares_what_is_said(pair, verbs[0].span, verbs[1].span)
    verdict: Verdict = "reworded" if relation == "same" else "changed"
    return Finding(
        kind="attribution",
        verdict=verdict,
        left=spans[0],
        right=spans[1],
        confidence=sure if is_sure else _UNCLEAR,
        aspect="" if relation == "same" else "speaker",
    )


def _with_subject(pair: SentencePair, span: Span, side: int) -> Span:
    """The verb with the few words that differ right before it, or right after it where none do."""
    text, free = (pair.left, pair.right)[side], pair.free[side]
    start, end = span
    while start - 1 in free and not _ends_clause(text, start - 1) and text.value(start - 1) is None:
        start -= 1
    if start == span[0]:
        while end in free and not _ends_clause(text, end) and text.value(end) is None:
            end += 1
    return (start, end) if len(text.content((start, end))) <= _SUBJECT_UP_TO else span


def _with_speaker(pair: SentencePair, span: Span, side: int) -> Span:
    """The verb with the words that differ beside it and may be who speaks."""
    text = (pair.left, pair.right)[side]
    free = pair.free[side]
    start, end = span
    while start - 1 in free and _may_speak(text, start - 1):
        start -= 1
    while end in free and _may_speak(text, end):
        end += 1
    # Small words and marks at either end belong to what stands around.
    while start < span[0] and text.is_small(start) and not text.is_name(start):
        start += 1
    while end > span[1] and text.is_small(end - 1) and not text.is_name(end - 1):
        end -= 1
    if start > span[0] - 1 and end == span[1]:
        return span
    if _article_before(text, start) and start - 1 in free:
        start -= 1
    return (start, end)


def _article_before(text: ReadText, start: int) -> bool:
    return start > 0 and text.text.words[start - 1] and "small" in text.classes(start - 1)


def _may_speak(text: ReadText, token: int) -> bool:
    if text.keys[token] in CLAUSE_MARKS or text.is_quote_mark(token) or text.value(token) is not None:
        return False
    classes = text.classes(token)
    return bool(classes & _SPEAKS) or text.is_name(token)


def _one_sided(pair: SentencePair, edit: Edit, term: Occurrence, side: int) -> Iterator[Finding]:
    """`, the coastguard said`, `according to two officials`: given or left out; the rest of the sentence stays."""
    text = (pair.left, pair.right)[side]
    if not all(token in pair.free[side] for token in range(*term.span)):
        # A word of a clause that was told with another: `according to a leaked report`.
        return
    span = _clause(pair, edit, term, side)
    beside = [
        token
        for token in range(*span)
        if not text.is_small(token)
        and not text.is_name(token)
        and text.value(token) is None
        and not text.classes(token) & _SPEAKS
    ]
    if len(beside) > _BESIDE_UP_TO:
        return
    if pair.free_content(edit)[1 - side] and not any(_may_be_source(text, token) for token in range(*span)):
        # A verb that another verb stands for, which need not be one of saying: `denied entry`, `refused entry`.
        return
    empty = (edit[1 - side][0], edit[1 - side][0])
    left, right = (span, empty) if side == 0 else (empty, span)
    is_sure = (
        _is_source_of_its_own(pair, term, span, side)
        and not _tells_more(text, term, span)
        and not _speaks_of_itself(pair, term, edit, side)
        and not _reports_in_another_verb(pair, 1 - side)
        and not _is_named_in_block(pair, side, span, edit)
        and not _is_named_nearby(pair, term, span, edit, side)
        and not _is_in_run_of_quotations(pair, 1 - side, edit)
        and (
            not _source_stays(pair, term, side) and not _is_of_new_sentence(pair, term, side)
            if "source" in text.classes(term.span[0])
            else says_what_the_other_has(pair, side, term.span)
        )
    )
    yield pair.take(
        Finding(
            kind="attribution",
            verdict="withheld" if side == 0 else "given",
            left=left,
            right=right,
            confidence=_UNCLEAR if not is_sure else 0.92 if beside else 1.0,
        )
    )


def _speaks_of_itself(pair: SentencePair, term: Occurrence, edit: Edit, side: int) -> bool:
    """Whether a verb went with the pronoun for its own subject, which stays: `the coastguard said it did not know`."""
    text = (pair.left, pair.right)[side]
    before = term.span[0] - 1
    if before < text.block_span(term.span[0])[0] or text.is_small(before) or text.quoted[before]:
        return False
    stays = pair.equal.partner(side, before) is not None
    return stays and any(text.keys[token] in PRONOUNS for token in range(term.span[1], edit[side][1]))


def _reports_in_another_verb(pair: SentencePair, side: int) -> bool:
    """Whether the sentence of a text has a verb of saying of its own: `told the Post`, where the other has `said`."""
    text, free = (pair.left, pair.right)[side], pair.free[side]
    return any(
        is_speech(text, verb) and verb.span[0] in free and not text.quoted[verb.span[0]]
        for verb in text.terms_in(pair.reach[side])
    )


def _is_named_in_block(pair: SentencePair, side: int, span: Span, edit: Edit) -> bool:
    """Whether the other text's paragraph names as the one who was told whom this one names as a source: `a clerk told
    Lorne Radio`, `Lorne Radio reported`."""
    text, opposite = (pair.left, pair.right)[side], (pair.left, pair.right)[1 - side]
    names = {text.keys[token] for token in range(*span) if text.is_name(token)}
    if not names or not opposite.tokens:
        return False
    place = min(edit[1 - side][0], len(opposite.tokens) - 1)
    block = opposite.block_span(place)
    return any(
        opposite.keys[token] in names
        for token in range(*block)
        if not opposite.quoted[token] and token and "reporting" in opposite.classes(token - 1)
    )


def _is_named_nearby(pair: SentencePair, term: Occurrence, span: Span, edit: Edit, side: int) -> bool:
    """Whether the other text names the source in the paragraph, or in the one before or behind it, in whatever way: a
    signature, `From Lorne Radio`, `his response`. A pronoun alone stands for somebody whom both name."""
    text, opposite = (pair.left, pair.right)[side], (pair.left, pair.right)[1 - side]
    if not opposite.tokens:
        return False
    words = [token for token in range(*span) if not term.span[0] <= token < term.span[1]]
    names = {text.keys[token] for token in words if _may_be_source(text, token)}
    if not names:
        return any(text.keys[token] in PRONOUNS for token in words)
    start, end = opposite.block_span(min(edit[1 - side][0], len(opposite.tokens) - 1))
    first = opposite.block_span(start - 1)[0] if start else start
    last = opposite.block_span(end)[1] if end < len(opposite.tokens) else end
    return not names.isdisjoint(opposite.keys[first:last])


def _is_of_new_sentence(pair: SentencePair, term: Occurrence, side: int) -> bool:
    """Whether next to nothing of the sentence that a source is named for stands in the other text: the source came, or
    went, with what it says."""
    text = (pair.left, pair.right)[side]
    words = [token for token in text.content(text.sentence(term.span[0])) if token not in range(*term.span)]
    stayed = sum(pair.equal.partner(side, token) is not None for token in words)
    return bool(words) and stayed < _SAID_OF * len(words)


def _is_in_run_of_quotations(pair: SentencePair, side: int, edit: Edit) -> bool:
    """Whether a paragraph of the text without the source is quoted and is not closed, or goes on from one that is not:
    who says it stands with another paragraph of the quotation."""
    text = (pair.left, pair.right)[side]
    if not text.tokens:
        return False
    start, end = text.block_span(min(edit[side][0], len(text.tokens) - 1))
    return any(_is_open_quotation(text, token) for token in (start, start - 1) if 0 <= token < end)


def _is_open_quotation(text: ReadText, token: int) -> bool:
    """Whether the block of a token begins with a mark of quotation and ends inside the quotation."""
    start, end = text.block_span(token)
    words = [place for place in range(start, end) if text.is_word(place)]
    is_open = bool(words) and bool(text.quoted[words[-1]]) and not any(map(text.is_quote_mark, range(words[-1], end)))
    return is_open and text.is_quote_mark(start)


def _source_stays(pair: SentencePair, term: Occurrence, side: int) -> bool:
    """Whether whom `according to` names stands in the other sentence too, which may say it in a verb no list has:
    `an inquiry found that`."""
    text = (pair.left, pair.right)[side]
    start, end = text.sentence(term.span[0])
    tokens = range(term.span[0] - 1, start - 1, -1) if text.terms.sources_come_first else range(term.span[1], end)
    named = next((token for token in tokens if not text.is_small(token)), None)
    return named is not None and pair.equal.partner(side, named) is not None


def _is_source_of_its_own(pair: SentencePair, term: Occurrence, span: Span, side: int) -> bool:
    """Whether a verb that one text alone has names somebody whom the other does not name for the same words.

    `The mayor said, adding that` has one source and two verbs; `the name suggests` has none.
    """
    text = (pair.left, pair.right)[side]
    speaker = speaker_beside(text, term, text.block_span(span[0]))
    if "source" not in text.classes(term.span[0]):
        may_be_left_out = (text.terms.leaves_subjects_out and span == term.span) or _is_joined_on(text, term)
        if not may_be_left_out and (speaker is None or not (is_pronoun(text, speaker) or _names_in(text, speaker))):
            return False
        if speaker and speaker[1] <= span[0] and _speaks_twice(pair, term, speaker, side):
            return False
    return not is_named_beside(pair, side, span, speaker)


def _is_joined_on(text: ReadText, term: Occurrence) -> bool:
    """Whether a verb goes on from the clause before, whose subject is its own: `he left and wrote: ...`."""
    before, behind = term.span[0] - 1, range(term.span[1], min(term.span[1] + 2, len(text.keys)))
    return before >= 0 and text.keys[before] in _ANDS and any(text.keys[token] in (":", "：") for token in behind)


def _names_in(text: ReadText, span: Span) -> bool:
    return any(names_somebody(text, token) for token in range(*span))


def _speaks_twice(pair: SentencePair, term: Occurrence, speaker: Span, side: int) -> bool:
    """Whether the same speaker stays in both texts, beside another verb of saying of the sentence that stays."""
    text = (pair.left, pair.right)[side]
    return any(
        is_speech(text, verb)
        and verb.span != term.span
        and not text.quoted[verb.span[0]]
        and pair.equal.partner(side, verb.span[0]) is not None
        and speaker_beside(text, verb, text.block_span(verb.span[0])) in (speaker, None)
        for verb in text.terms_in(text.sentence(term.span[0]))
    )


def _tells_more(text: ReadText, term: Occurrence, span: Span) -> bool:
    """Whether words of what is said went with the verb, behind who it is about: `said he would explore quickly`."""
    behind = [
        token
        for token in range(term.span[1], span[1])
        if not (text.is_small(token) or _may_be_source(text, token)) and text.value(token) is None
    ]
    if not behind or term.stands in TO_SOMEBODY:
        return False
    if any(text.keys[token] in PRONOUNS for token in range(term.span[1], behind[0])):
        return True
    speaker = speaker_beside(text, term, text.block_span(span[0]))
    return speaker is not None and speaker[1] <= term.span[0] and _may_be_source(text, term.span[1])


def _may_be_source(text: ReadText, token: int) -> bool:
    return text.is_name(token) or bool(text.classes(token) & {"speaker", "title"})


def _clause(pair: SentencePair, edit: Edit, term: Occurrence, side: int) -> Span:
    """The differing words around a verb, from one mark of a clause to the next; a comma inside a name goes with it."""
    text = (pair.left, pair.right)[side]
    free = pair.free[side]
    start, end = term.span
    while start - 1 >= edit[side][0] and start - 1 in free and not _ends_clause(text, start - 1):
        start -= 1
    while end < edit[side][1] and end in free and not _ends_clause(text, end):
        end += 1
    # `said the mayor, Ann Berg`: a name in apposition.
    if end + 1 < edit[side][1] and text.keys[end] == "," and text.is_name(end + 1) and end in free:
        tail = end + 1
        while tail < edit[side][1] and tail in free and (text.is_name(tail) or "particle" in text.classes(tail)):
            tail += 1
        end = tail
    # `said that Mr. Moe`: the full stop of a title ends no clause, and the title belongs to the name behind it.
    if end < len(text.keys) and text.keys[end] == "." and "title" in text.classes(end - 1):
        end -= 1
        while end > term.span[1] and text.is_small(end - 1):
            end -= 1
    return (start, max(end, term.span[1]))


def _ends_clause(text: ReadText, token: int) -> bool:
    return text.keys[token] in CLAUSE_MARKS or text.is_quote_mark(token)


def _speakers(pair: SentencePair) -> Iterator[Finding]:
    """Who speaks is another: names or offices that differ, beside a verb of saying that stayed."""
    for edit in pair.edits:
        contents = pair.free_content(edit)
        if not all(contents):
            continue
        texts = (pair.left, pair.right)
        named = [
            all(_may_be_source(text, token) for token in content) for text, content in zip(texts, contents, strict=True)
        ]
        if not any(named) or (not all(named) and max(map(len, contents)) > _OFFICE_UP_TO):
            continue
        if any(text.quoted[content[0]] for text, content in zip(texts, contents, strict=True)):
            continue
        if _one_person(pair, edit, contents) or any(
            mixes_scripts(text.keys[token]) for text, content in zip(texts, contents, strict=True) for token in content
        ):
            continue
        reach = _NEAR if all(named) else 1
        left, right = (_verb_near(text, content, reach) for text, content in zip(texts, contents, strict=True))
        if left and right:
            spans = (
                _with_article(pair.left, contents[0], edit.left),
                _with_article(pair.right, contents[1], edit.right),
            )
            yield pair.take(_source(pair, spans, (left, right), 0.97))


def _with_article(text: ReadText, content: Sequence[int], span: Span) -> Span:
    start = content[0]
    while start > span[0] and text.is_small(start - 1) and text.text.words[start - 1]:
        start -= 1
    return (start, content[-1] + 1)


def _one_person(pair: SentencePair, edit: Edit, contents: tuple[Sequence[int], Sequence[int]]) -> bool:
    """Whether a name that stays stands right beside the words: `Carl Rist`, `Mr Rist`."""
    del contents
    for text, (start, end) in zip((pair.left, pair.right), edit, strict=True):
        first, last = text.block_span(start)
        if any(first <= near < last and text.is_name(near) for near in (start - 1, end)):
            return True
    return False


def _verb_near(text: ReadText, content: Sequence[int], reach: int) -> Occurrence | None:
    """The verb of saying a few words before or after, with no mark that ends a clause between."""
    start, end = text.sentence(content[0])
    for step in (1, -1):
        token = content[-1] + 1 if step > 0 else content[0] - 1
        for _ in range(reach):
            if not start <= token < end or (text.keys[token] in CLAUSE_MARKS and text.keys[token] != ","):
                break
            verb = _verb_at(text, token)
            if verb is not None:
                return verb if is_attribution(text, verb) else None
            token += step
    if text.terms.sources_come_first and not text.content((start, content[0])):
        # `Police ... made known`: who speaks begins the sentence, and the verb ends it.
        verbs = [term for term in text.terms_in((content[-1] + 1, end)) if term.name in ("reporting", "may report")]
        return verbs[-1] if verbs and not text.content((verbs[-1].span[1], end)) else None
    return None


def _verb_at(text: ReadText, token: int) -> Occurrence | None:
    """The verb of saying of which a token is a part; `announced` is one where somebody does say something."""
    if not text.classes(token) & {"reporting", "may report"}:
        return None
    verbs = [term for term in text.terms_of(text.block_of(token)) if term.span[0] <= token < term.span[1]]
    return next((verb for verb in verbs if is_speech(text, verb)), None)


def tells(sides: Sides, finding: Finding) -> bool:
    """Whether more than a verb of saying is given or left out: `said` alone names nobody."""
    if finding.verdict not in ("given", "withheld") or finding.aspect:
        return True
    text, span = (sides.left, finding.left) if finding.verdict == "withheld" else (sides.right, finding.right)
    return sum(text.text.words[token] for token in range(*span)) > 1


KIND = Kind(
    name="attribution",
    tag=in_context("kind of change", "attribution"),
    group="consequential",
    noun=counted("{count} attribution", "{count} attributions"),
    label=marked("attributions"),
    meaning=marked(
        "Another source is named, or another verb says how sure it is; or a source is named in one copy alone."
    ),
    sentences={
        "changed": marked("The attribution changed from {left} to {right}."),
        "speaker": marked("The source changed from {left} to {right}."),
        "reworded": marked("The attribution is worded another way: {left}, {right}."),
        "given": marked("The attribution {text} was added."),
        "withheld": marked("The attribution {text} is gone."),
        "moved": marked("The attribution moved inside the sentence: {text}."),
        "credit given": marked("The credit {text} was added."),
        "credit withheld": marked("The credit {text} is gone."),
    },
    find=find,
    tells=tells,
)
