"""How sure a finding is, from the evidence around it, and from what the finder itself doubts.

A change among words that stayed is what it looks like. Where the words around it are others, the two clauses need not
be one statement, and a figure of the one is no figure of the other. So the evidence is local: the words of content
right before and right after, inside the sentence, that both texts have at the same places. Findings of consequential
kinds below `SURE` are shown as a difference and not counted.

Tried and given up: the share of the whole sentence that stayed. Of the sentences that were false on real texts three
in five joined two clauses by a few common words elsewhere in a long sentence.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from typing import NamedTuple

from sitegen.changes.equaltokens import EqualTokens
from sitegen.changes.evidence.otherthing import is_of_another_thing
from sitegen.changes.evidence.sameamount import says_the_same
from sitegen.changes.finding import AGAINST_WORDS, Finding
from sitegen.changes.pairing import is_only_figure_of_headlines
from sitegen.changes.readtext import CLAUSE_MARKS, ReadText
from sitegen.changes.rowedits import SentencePair, Sides
from sitegen.changes.wordforms import are_akin
from sitegen.model import Role, Span

_WINDOW = 5
"""Words of content looked at on each side."""
_LITTLE = 2
"""Words of content around it up to which there is no evidence against it either: `Dead: 3`, `Dead: 4`."""
_BOTH, _ONE, _NONE = ((0.5, 1.0), (0.25, 0.87), (0.0, 0.85)), ((0.5, 0.97), (0.35, 0.92), (0.0, 0.8)), ((0.0, 0.7),)
"""Share of the words around that stayed, and the confidence from it on: where the nearest words stayed on both sides,
on one, and on none. A sentence that begins or ends there is as good as a word that stayed, beside one that did. From
which shares a finding is said, .5 and .35, is what benchmarks/truth_steps.py chooses whichever set is left out."""
_MUCH, _BURIED = 4, 0.85
"""Words of content replaced on both sides, above which an edit is a clause written anew."""
_SHIFTED_FROM = 0.3
"""Share of the sentence that must have stayed for words to have moved inside it."""
_COUNTERPART = 0.5
"""What a word weighs that stands for another: see SentencePair.counterparts."""
_WORDS_OF_A_PERSON = 2
"""Of a first and a last name."""
_NAME = 0.5
"""What a name that stayed weighs: it stays in any two reports of one affair."""
_OTHER_PHRASE = 0.9
"""What is left where the phrase around a value is another: `retired in 1988`, `died in 2002`."""
_AGAINST_WORDS_FROM = 0.75
"""Share of the words around that must have stayed where words stand against a value: of those that did so in one
statement, four in five stayed and more, of the others at most half."""
_ANOTHER_TEXT = 0.12
"""Share of the shorter text below which two texts are no copies, and a sentence of both is one that a site prints under
many: of 21 values that were said to have changed in such pairs, all fresh, none had; of those from .15 on most had. A
notice of correction under the one is no notice that the other lacks: 89 of 154 sentences of unseen pairs said so."""
_REST_FROM = 30
"""Words that two texts have besides a sentence, from which on it matters whether they share some of them."""
_NO_STATEMENT = 0.04
"""The same for a value that one of them alone gives, or a date in other words, in a sentence that both have."""
_SAID_BY_ONE = 9
"""Words of content of a sentence that two such texts must share for it to be what one person said: of 18 quotations and
attributions of fresh pairs that share less than `_NO_STATEMENT`, 7 were false, all with fewer, and 7 of 9 true ones had
as many."""
_VALUES = frozenset({"figure", "date", "name"})
_OF_ONE_COPY = _VALUES | {"correction", "role"}
"""Kinds of which nothing is said of two texts that are no copies: what one of them has, the other never had."""
_CHANGED_FROM = 0.5
"""Share of the words around that must have stayed for a value to have changed where the word on one side of it is
another: of fresh pairs that had less, every second one held two facts."""
_CLAIM_FROM = 0.3
"""Share of the sentence that must have stayed for a hedge or a negation to weaken or deny what the other claims: below,
each sentence claims something of its own."""
_SAID_ALIKE_FROM = 0.3
"""Share of the words of content of both sentences that must have stayed for a verb of saying to be another: with less,
each says what was said on another day."""
_LONG_BLOCK, _STRANGERS_UP_TO = 12, 0.25
"""Words of content of a block from which on a fragment of it is judged by what stayed of all, and share of them below
which nothing is known of it."""
_PREPOSITIONS = frozenset(
    ["about", "around", "over", "under", "above", "below", "um", "über", "unter", "gegen", "sobre", "sur", "sous", "su"]
)
"""Words that make a figure less exact, and may as well belong to the word before it: `a story about four men`."""
_CROWDS = frozenset(["few", "several", "many"])
"""How few or many, of which the next word says what they are of."""
_BESIDE_TEXT = frozenset[Role]({"caption", "credit", "notice", "prompt"})
"""Roles of blocks that are no report: two captions that differ may be those of two pictures."""
_CLAIMS = frozenset({"negation", "hedge"})
_DATED_OR_COUNTED = frozenset({"figure", "date"})


def confidence_of(pair: SentencePair, finding: Finding) -> float:
    """Confidence of a finding, 0 to 1; what it has is what its finder gives it where all around it stayed."""
    if is_of_another_text(pair.sides, finding):
        return round(finding.confidence * _BURIED, 3)
    if says_the_same(pair, finding) or is_of_another_thing(pair, finding):
        return round(finding.confidence * _BURIED, 3)
    if _is_of_a_sentence_of_another_text(pair, finding):
        return round(finding.confidence * _BURIED, 3)
    if finding.kind in _VALUES and finding.verdict in ("changed", "rounded") and _is_only_thing_shared(pair):
        return round(finding.confidence * _BURIED, 3)
    if is_beside_text(pair, finding) and not finding.aspect.startswith("credit"):
        return round(finding.confidence * _BURIED, 3)
    if finding.kind == "hedge" and finding.shifted and pair.support < _CHANGED_FROM:
        return round(finding.confidence * _BURIED, 3)
    if finding.kind == "hedge" and finding.shifted and not _goes_with_one_word(pair, finding):
        return round(finding.confidence * _BURIED, 3)
    if finding.shifted:
        # Its two places are not opposite each other: what counts is that the sentence stayed.
        return round(finding.confidence * (1.0 if pair.support >= _SHIFTED_FROM else _BURIED), 3)
    if _is_only_in_headline(pair, finding):
        return finding.confidence
    around = evidence(pair, finding)
    doubt = finding.confidence
    if around.words <= _LITTLE:
        if _stands_among_strangers(pair, finding):
            return round(doubt * _BURIED, 3)
        # `Dead: 3`, `Dead: 4` is all there is. Beside other words, or where one text has nothing, it is too little.
        is_one_sided = finding.left[0] == finding.left[1] or finding.right[0] == finding.right[1]
        is_little = (around.words and not around.share) or (is_one_sided and around.share < 1)
        return round(doubt * (_BURIED if is_little else 1.0), 3)
    steps = _NONE if True not in around.near else _ONE if False in around.near else _BOTH
    value = next(value for least, value in steps if around.share >= least)
    return round(doubt * value * _statement(pair, finding, around), 3)


def _goes_with_one_word(pair: SentencePair, finding: Finding) -> bool:
    """Whether what a hedge that moved stands before is in both texts, on either side: `must be a product`, `must be
    infinite` are two claims of two texts."""
    for side, (text, span, reach) in enumerate(
        zip((pair.left, pair.right), (finding.left, finding.right), pair.reach, strict=True)
    ):
        behind = text.content((span[1], reach[1]))[:1]
        if behind and pair.equal.partner(side, behind[0]) is None:
            return False
    return True


def is_of_another_text(sides: Sides, finding: Finding) -> bool:
    """Whether the texts share so little that a finding says nothing of what one of them did to the other."""
    if finding.kind not in _OF_ONE_COPY:
        return False
    is_of_one_text = finding.kind in _VALUES and finding.verdict in ("given", "withheld")
    is_date_in_other_words = finding.kind == "date" and finding.verdict == "rounded"
    return sides.kept < (_NO_STATEMENT if is_of_one_text or is_date_in_other_words else _ANOTHER_TEXT)


def _is_of_a_sentence_of_another_text(pair: SentencePair, finding: Finding) -> bool:
    """Whether one of two texts that are no copies alone gives a figure or date, in a sentence of which less than half
    is the other's: it is what that text reports."""
    is_one_sided = finding.kind in _DATED_OR_COUNTED and finding.verdict in ("given", "withheld")
    return is_one_sided and pair.sides.kept < _ANOTHER_TEXT and pair.support < _CHANGED_FROM


def _is_only_thing_shared(pair: SentencePair) -> bool:
    """Whether two reports share next to nothing but this sentence: it is what their site prints under each of them, as
    where more can be read, and on which day."""
    words = [text.text.word_count((0, len(text.tokens))) for text in (pair.left, pair.right)]
    own_words = [text.text.word_count(reach) for text, reach in zip((pair.left, pair.right), pair.reach, strict=True)]
    rest = min(count - own_count for count, own_count in zip(words, own_words, strict=True))
    if rest < _REST_FROM or not _differs_in_values_alone(pair):
        return False
    stayed = sum(
        pair.left.text.words[token] and pair.equal.partner(0, token) is not None for token in range(*pair.reach[0])
    )
    return pair.sides.kept * min(words) - stayed < _ANOTHER_TEXT * rest


def _differs_in_values_alone(pair: SentencePair) -> bool:
    """Whether two sentences are one but for their values and the forms of their words, as a printed form is."""
    texts = pair.left, pair.right
    words = [
        [text.keys[token] for edit in pair.edits for token in range(*edit[side])] for side, text in enumerate(texts)
    ]
    return all(
        text.value(token) is not None or any(are_akin(text.keys[token], word) for word in words[1 - side])
        for side, text in enumerate(texts)
        for edit in pair.edits
        for token in text.content(edit[side])
    )


def _is_only_in_headline(pair: SentencePair, finding: Finding) -> bool:
    """Whether one of two headlines has a figure, and the other has none: they are opposite each other as wholes."""
    if finding.kind != "figure" or finding.verdict not in ("given", "withheld"):
        return False
    side = 0 if finding.verdict == "withheld" else 1
    return is_only_figure_of_headlines(pair, (finding.left, finding.right)[side][0], side)


def with_floor(sides: Sides, equal: EqualTokens, finding: Finding) -> Finding:
    """A finding about what somebody said, unsure where two texts share next to nothing and no long sentence.

    `He will run into a brick wall` is what two people say, each in a speech of his own.
    """
    if finding.kind not in ("quotation", "attribution") or sides.kept >= _NO_STATEMENT:
        return finding
    shared = max(
        sum(equal.partner(side, token) is not None for token in text.content(text.sentence(span[0])))
        for side, (text, span) in enumerate(zip((sides.left, sides.right), (finding.left, finding.right), strict=True))
    )
    return finding if shared >= _SAID_BY_ONE else replace(finding, confidence=round(finding.confidence * _BURIED, 3))


class Surroundings(NamedTuple):
    """What stayed around a finding, inside its sentence."""

    words: int
    """Words of content before and after it that were looked at."""
    share: float
    """Share of them that stayed at their place, a name counting half; 0 where there are none."""
    near: tuple[bool | None, bool | None]
    """Whether the nearest one before and the nearest one after stayed; None where the sentence begins or ends there."""


def evidence(pair: SentencePair, finding: Finding) -> Surroundings:
    """What stayed around a finding. Bounded by the window on either side."""
    before, after = [], []
    spans = _with_words_against(pair, finding)
    for side, span in enumerate(spans):
        core, reach = _core(pair, side, _placed(pair, spans, side) if span[0] == span[1] else span), pair.reach[side]
        before.append(_nearest(pair, side, range(core[0] - 1, reach[0] - 1, -1)))
        after.append(_nearest(pair, side, range(core[1], reach[1])))
    words = max(map(len, before)) + max(map(len, after))
    stayed = _stayed(pair, before) + _stayed(pair, after)
    return Surroundings(words, stayed / words if words else 0.0, (_near(pair, *before), _near(pair, *after)))


def _placed(pair: SentencePair, spans: tuple[Span, Span], side: int) -> Span:
    """Where words that one text alone has would stand in the other: behind what stands for the words before them in
    their edit, where none come behind: `on Tuesday, police said`, `yesterday`."""
    text, words = (pair.left, pair.right)[1 - side], spans[1 - side]
    partners = frozenset(pair.counterparts.values() if side == 0 else pair.counterparts)
    for edit in pair.edits:
        start, end = edit[1 - side]
        if start < words[0] and words[1] <= end and edit[side][0] == spans[side][0]:
            before, behind = text.content((start, words[0])), text.content((words[1], end))
            is_behind = not partners.isdisjoint(before) and not behind
            return (edit[side][1], edit[side][1]) if is_behind else spans[side]
    return spans[side]


def _with_words_against(pair: SentencePair, finding: Finding) -> tuple[Span, Span]:
    """The ranges of a finding; for a value against which words stand, those words on the side that lacks it."""
    spans = finding.left, finding.right
    if finding.aspect != AGAINST_WORDS:
        return spans
    side = 0 if finding.left[0] < finding.left[1] else 1
    edit = next((edit for edit in pair.edits if edit[side][0] <= spans[side][0] < edit[side][1]), None)
    if edit is None:
        return spans
    return (spans[0], edit.right) if side == 0 else (edit.left, spans[1])


def _statement(pair: SentencePair, finding: Finding, around: Surroundings) -> float:
    """What is left of the confidence where the two need not be one statement, by what the finding claims."""
    if _is_buried(pair, finding.left, finding.right):
        return _BURIED
    if finding.aspect == AGAINST_WORDS and around.share < _AGAINST_WORDS_FROM:
        return _OTHER_PHRASE
    if (
        finding.kind in _DATED_OR_COUNTED
        and finding.verdict in ("given", "withheld")
        and _is_of_a_clause_of_one(pair, finding)
    ):
        return _BURIED
    if finding.verdict == "rounded" and not _is_rounded_alone(pair, finding, around):
        return _OTHER_PHRASE
    if finding.kind == "attribution" and finding.verdict == "changed" and _stayed_of_lesser(pair) < _SAID_ALIKE_FROM:
        return _BURIED
    if finding.kind in _CLAIMS and pair.support < _CLAIM_FROM:
        return _OTHER_PHRASE
    if finding.kind in _DATED_OR_COUNTED and pair.support < _CHANGED_FROM and _names_others(pair):
        return _BURIED
    if finding.kind not in _DATED_OR_COUNTED or finding.verdict != "changed":
        return 1.0
    if _is_of_another_name(pair, finding):
        return _BURIED
    is_other = (False in around.near and around.share < _CHANGED_FROM) or _is_other_phrase(pair, finding)
    return _OTHER_PHRASE if is_other else 1.0


def _stayed_of_lesser(pair: SentencePair) -> float:
    """Share of the words of content that stayed, of the sentence that kept less."""
    contents = (pair.left.content(pair.reach[0]), pair.right.content(pair.reach[1]))
    return min(
        sum(pair.equal.partner(side, token) is not None for token in content) / max(len(content), 1)
        for side, content in enumerate(contents)
    )


def _is_of_a_clause_of_one(pair: SentencePair, finding: Finding) -> bool:
    """Whether no word stayed of the clause in which one text alone has a value: it belongs to what that text says
    there, `seized six months ago, and talks began`, `Talks began`."""
    side = 0 if finding.verdict == "withheld" else 1
    text, span, reach = (pair.left, pair.right)[side], (finding.left, finding.right)[side], pair.reach[side]
    words = [
        token
        for tokens in (range(span[0] - 1, reach[0] - 1, -1), range(span[1], reach[1]))
        for token in takewhile(lambda token: text.keys[token] not in CLAUSE_MARKS, tokens)
        if not text.is_small(token)
    ]
    return bool(words) and all(pair.equal.partner(side, token) is None for token in words)


def _names_others(pair: SentencePair) -> bool:
    """Whether another name stands where a text has a name: each sentence is of somebody else."""
    for edit in pair.edits:
        names = [
            {text.keys[token] for token in text.content(span) if text.is_name(token)}
            for text, span in zip((pair.left, pair.right), edit, strict=True)
        ]
        if all(names) and names[0].isdisjoint(names[1]):
            return True
    return False


def _is_of_another_name(pair: SentencePair, finding: Finding) -> bool:
    """Whether another name stands where a name is in the clause of a value: it is the value of somebody else, `elected
    in 2006 is Ann Berg`, `elected in 2008 is Jon Moe`. A name of one word may be a place, of which both changed."""
    for edit in pair.edits:
        names = []
        for text, span, value in zip((pair.left, pair.right), edit, (finding.left, finding.right), strict=True):
            clause = _clause_of(text, value)
            inside = range(max(span[0], clause[0]), min(span[1], clause[1]))
            names.append({text.keys[token] for token in inside if text.is_name(token) and text.value(token) is None})
        if min(map(len, names)) >= _WORDS_OF_A_PERSON and names[0].isdisjoint(names[1]):
            return True
    return False


def _clause_of(text: ReadText, span: Span) -> Span:
    """From the mark of a clause before a range to the one behind it, inside its sentence."""
    start, end = text.sentence(span[0])
    first = next((token + 1 for token in range(span[0] - 1, start - 1, -1) if text.keys[token] in CLAUSE_MARKS), start)
    last = next((token for token in range(span[1], end) if text.keys[token] in CLAUSE_MARKS), end)
    return first, max(last, span[1])


def _is_rounded_alone(pair: SentencePair, finding: Finding, around: "Surroundings") -> bool:
    """Whether a value is less exact than the other, and not a value of something else.

    `a book about four men` says nothing of how exact four is, and `a few weeks` is no word for `three months`.
    """
    roughs = [
        {value.rough for token in range(*span) if (value := text.value(token))}
        for text, span in zip((pair.left, pair.right), (finding.left, finding.right), strict=True)
    ]
    before, after = around.near
    if roughs[0] == roughs[1]:
        return True
    if any(rough & _CROWDS for rough in roughs):
        return after is not False
    return before is not False or not any(
        _begins_with_preposition(text, span)
        for text, span in zip((pair.left, pair.right), (finding.left, finding.right), strict=True)
    )


def _begins_with_preposition(text: ReadText, span: Span) -> bool:
    """Whether a value begins with a small word that may belong to what stands before: `about`, `über`, `sobre`."""
    return text.printed(span).split(" ", 1)[0].casefold() in _PREPOSITIONS


def _stands_among_strangers(pair: SentencePair, finding: Finding) -> bool:
    """Whether a few words stand at the end of two long blocks of which hardly anything else stayed."""
    spans = pair.left.block_span(finding.left[0]), pair.right.block_span(finding.right[0])
    words = [text.content(span) for text, span in zip((pair.left, pair.right), spans, strict=True)]
    if min(map(len, words)) < _LONG_BLOCK:
        return False
    stayed = sum(pair.equal.partner(0, token) is not None for token in words[0])
    return stayed < _STRANGERS_UP_TO * min(map(len, words))


def _is_other_phrase(pair: SentencePair, finding: Finding) -> bool:
    """Whether no word beside a value stayed that belongs to its own clause, where there is one."""
    words = []
    for text, span, reach in zip((pair.left, pair.right), (finding.left, finding.right), pair.reach, strict=True):
        words.append(
            [
                _first_of_clause(text, range(span[0] - 1, reach[0] - 1, -1)),
                _first_of_clause(text, range(span[1], reach[1])),
            ]
        )
    near = [_near(pair, left, right) for left, right in zip(*words, strict=True)]
    if _measure_one_thing(pair, finding):
        return False
    return False in near and True not in near


def _measure_one_thing(pair: SentencePair, finding: Finding) -> bool:
    """Whether the values of both sides have one unit, so that it is known without the words around what they are of."""
    units = [
        {value.unit for token in range(*span) if (value := text.value(token))}
        for text, span in zip((pair.left, pair.right), (finding.left, finding.right), strict=True)
    ]
    return units[0] == units[1] and "" not in units[0]


def _first_of_clause(text: ReadText, tokens: Iterable[int]) -> list[int]:
    """The first word of content among the tokens before a mark that ends a clause."""
    clause = takewhile(lambda token: text.keys[token] not in CLAUSE_MARKS, tokens)
    return list(islice((token for token in clause if not text.is_small(token)), 1))


def is_beside_text(pair: SentencePair, finding: Finding) -> bool:
    """Whether a finding stands in blocks of both texts that are no report."""
    return all(
        pair.sides.role(side, text.block_of(span[0])) in _BESIDE_TEXT
        for side, (text, span) in enumerate(zip((pair.left, pair.right), (finding.left, finding.right), strict=True))
    )


def _core(pair: SentencePair, side: int, span: Span) -> Span:
    """A range without the words at its ends that stayed, which are quoted for the reader: `not [legal]`."""
    start, end = span
    while start < end and pair.equal.partner(side, start) is not None:
        start += 1
    while end > start and pair.equal.partner(side, end - 1) is not None:
        end -= 1
    return (start, end) if start < end else span


def _nearest(pair: SentencePair, side: int, tokens: Sequence[int]) -> list[int]:
    """The first few words of content among the tokens, without those that the other text leaves out."""
    left_out = pair.left_out[side]
    return list(islice((token for token in tokens if token not in left_out and _says(pair, side, token)), _WINDOW))


def _says(pair: SentencePair, side: int, token: int) -> bool:
    """Whether a word says something in both texts: Japanese `し` is a part of `した` here and stands alone there."""
    text, opposite = (pair.left, pair.right)[:: 1 if side == 0 else -1]
    partner = pair.equal.partner(side, token)
    return not text.is_small(token) and (partner is None or not opposite.is_small(partner))


def _stayed(pair: SentencePair, words: Sequence[Sequence[int]]) -> float:
    """How many of the words around are in the other text among those around."""
    nearby = set(words[1])
    stayed = 0.0
    for token in words[0]:
        if pair.equal.partner(0, token) in nearby:
            stayed += _NAME if pair.left.is_name(token) else 1.0
        elif pair.counterparts.get(token) in nearby:
            stayed += _COUNTERPART
    return stayed


def _near(pair: SentencePair, left: Sequence[int], right: Sequence[int]) -> bool | None:
    """Whether the nearest word stayed; None where the sentence begins or ends there in both texts."""
    if not left and not right:
        return None
    if not left or not right:
        return False
    return right[0] in (pair.equal.partner(0, left[0]), pair.counterparts.get(left[0]))


def _is_buried(pair: SentencePair, left: Span, right: Span) -> bool:
    """Whether the finding stands in an edit that replaces a clause by another."""
    for edit in pair.edits:
        if edit.left[0] <= left[0] <= edit.left[1] and edit.right[0] <= right[0] <= edit.right[1]:
            return min(len(pair.left.content(edit.left)), len(pair.right.content(edit.right))) > _MUCH
    return False
