"""Hedge: a word that weakens or strengthens a claim."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.changes.finding import Finding
from sitegen.changes.kinds.kind import Kind
from sitegen.changes.readtext import CLAUSE_MARKS, ReadText
from sitegen.changes.rowedits import Edit, SentencePair
from sitegen.changes.speech import ARTICLES, PRONOUNS
from sitegen.changes.terms import Occurrence
from sitegen.changes.wordforms import are_akin, are_misspelt
from sitegen.model import Span
from sitegen.text.catalogues import counted, in_context, marked

_THINKING = frozenset(["think", "thinks", "thought", "believe", "believes", "believed"])
"""Verbs of one who is quoted or reported: `I think`, `she thought`."""
_OPINIONS = frozenset(["consensus", "belief", "beliefs", "view", "views", "opinion", "opinions", "theory", "suspicion"])
"""What is thought, as a noun: `there is a consensus that`."""
_HEDGING_VERBS = frozenset(["appears", "appear", "appeared", "seems", "seem", "seemed"])
_AT_PLACES = frozenset(["in", "on", "at", "with", "before", "alongside", "from", "under"])
"""What stands behind a verb that says where something is: `appears in the list`."""
_POSSIBLE = ({"can", "may"}, {"kann", "mag"}, {"können", "mögen"})
_OF_PAST = (("can", "could"), ("may", "might"))
_TENSES = frozenset(
    [*_OF_PAST, ("is", "was"), ("are", "were"), ("has", "had"), ("have", "had"), ("will", "would"), ("do", "did")]
)
"""Small verbs of the present and of the past."""
_DEGREES = frozenset({"hedge", "degree"})
_UNSURE = 0.85
"""Confidence that a claim was weakened or strengthened where the other sentence has another hedge elsewhere."""
_CLAUSE_UP_TO = 4
"""Words of content between two hedges of one claim: `it is believed that his boat may have sunk`."""
_STEM = 5
"""Letters that two forms of one word have in common: `alleged`, `allegedly`."""
_BESIDE_UP_TO = 1
"""Words of content beside the hedge on either side: the verb, in another form."""


def find(pair: SentencePair) -> Iterator[Finding]:
    """Words of certainty that one text alone has, or other ones; not another form of one that went elsewhere."""
    everywhere = [[term for edit in pair.edits for term in _hedges(pair, edit, side)] for side in (0, 1)]
    stems = [
        {text.keys[term.span[0]][:_STEM] for term in terms}
        for text, terms in zip((pair.left, pair.right), everywhere, strict=True)
    ]
    shared = stems[0] & stems[1]
    yield from _moved(pair, everywhere, shared)
    for edit in pair.edits:
        hedges = tuple(
            [term for term in _hedges(pair, edit, side) if text.keys[term.span[0]][:_STEM] not in shared]
            for side, text in enumerate((pair.left, pair.right))
        )
        stands = [{term.stands for term in side} for side in hedges]
        if stands[0] == stands[1]:
            continue
        contents = pair.free_content(edit)
        beyond = [_beside(content, terms) for content, terms in zip(contents, hedges, strict=True)]
        if _is_misspelt(pair, contents) or _follows_tense(pair, edit):
            continue
        if _are_of_one_degree(pair, contents, hedges) or _are_one_possibility(pair, contents):
            continue
        if all(contents) and max(beyond) <= _BESIDE_UP_TO and _is_one_claim(pair, contents, hedges):
            yield pair.take(_finding(_span(contents[0]), _span(contents[1])))
        elif not all(contents):
            side = 0 if contents[0] else 1
            terms = hedges[side]
            # What was weakened must have stayed: `allegedly illegal` that is gone made nothing surer.
            if terms and not beyond[side] and not _is_said_otherwise(pair, terms, 1 - side):
                own, empty = (terms[0].span[0], terms[-1].span[1]), (edit[1 - side][0], edit[1 - side][0])
                finding = _finding(*((own, empty) if side == 0 else (empty, own)))
                if _is_weighed_otherwise(pair, terms, 1 - side, _near(pair, edit, 1 - side, everywhere[1 - side])):
                    finding = replace(finding, confidence=_UNSURE)
                yield pair.take(finding)


def _moved(pair: SentencePair, everywhere: Sequence[Sequence[Occurrence]], stems: set[str]) -> Iterator[Finding]:
    """A hedge that went to another word in another form: `the alleged thief fled`, `the thief allegedly fled`."""
    for stem in sorted(stems):
        lefts, rights = (
            [term for term in terms if text.keys[term.span[0]].startswith(stem)]
            for text, terms in zip((pair.left, pair.right), everywhere, strict=True)
        )
        if len(lefts) == len(rights) == 1 and not any(
            edit.left[0] <= lefts[0].span[0] < edit.left[1] and edit.right[0] <= rights[0].span[0] < edit.right[1]
            for edit in pair.edits
        ):
            yield pair.take(
                Finding(
                    kind="move",
                    verdict="moved",
                    left=lefts[0].span,
                    right=rights[0].span,
                    aspect="shift",
                    shifted=True,
                )
            )


def _is_said_otherwise(pair: SentencePair, terms: Sequence[Occurrence], side: int) -> bool:
    """Whether the other sentence has the hedge too, in a part that differs: `I think`, in a quotation of one alone."""
    text, own_text = (pair.left, pair.right)[side], (pair.left, pair.right)[1 - side]
    stands = {term.stands for term in terms}
    thinks = any(own_text.keys[token] in _THINKING for term in terms for token in range(*term.span))
    if thinks and any(
        text.keys[token] in _OPINIONS or (text.quoted[token] and text.keys[token] in _THINKING)
        for token in range(*pair.reach[side])
        if token in pair.free[side] or text.keys[token] in _OPINIONS
    ):
        return True
    return any(
        term.name == "hedge" and term.stands in stands and text.quoted[term.span[0]]
        for edit in pair.edits
        for term in text.terms_in(edit[side])
    )


def _near(pair: SentencePair, edit: Edit, side: int, terms: Sequence[Occurrence]) -> Sequence[Occurrence]:
    """The hedges of the other text that are in the clause of a place: few words of content stand between."""
    text, (start, end) = (pair.left, pair.right)[side], edit[side]
    return [
        term
        for term in terms
        if len(text.content((end, term.span[0]) if term.span[0] >= end else (term.span[1], start))) <= _CLAUSE_UP_TO
    ]


def _is_weighed_otherwise(
    pair: SentencePair, terms: Sequence[Occurrence], side: int, opposite: Sequence[Occurrence]
) -> bool:
    """Whether the other sentence weakens the claim too, in words of its own: by a hedge that this one lacks, or by a
    verb akin to this one's: `is likely to have been taken`, `it is believed it may have been taken`; `is expected to
    sell`, `the analyst expects it to sell`."""
    text, own_text = (pair.left, pair.right)[side], (pair.left, pair.right)[1 - side]
    if opposite:
        return True
    words = [text.keys[token] for edit in pair.edits for token in range(*edit[side]) if text.is_word(token)]
    return any(
        len(own_text.keys[token]) >= _STEM and are_akin(own_text.keys[token], word)
        for term in terms
        for token in range(*term.span)
        for word in words
    )


def _are_of_one_degree(
    pair: SentencePair, contents: Sequence[Sequence[int]], hedges: Sequence[Sequence[Occurrence]]
) -> bool:
    """Whether each side says how sure it is, or how often, and as much as the other: `often`, `usually`; `might`,
    `could possibly`. What is no hedge by itself may be of the degree of one."""
    degrees = [
        {degree for token in content if (degree := _degree_of(text, token))}
        for text, content in zip((pair.left, pair.right), contents, strict=True)
    ]
    degrees = [known | {term.stands for term in terms} for known, terms in zip(degrees, hedges, strict=True)]
    return bool(degrees[0]) and degrees[0] == degrees[1]


def _are_one_possibility(pair: SentencePair, contents: Sequence[Sequence[int]]) -> bool:
    """Whether one text says that something can be and the other that it may: neither is surer."""
    words = {
        " ".join(text.keys[token] for token in content)
        for text, content in zip((pair.left, pair.right), contents, strict=True)
    }
    return words in _POSSIBLE


def _degree_of(text: ReadText, token: int) -> str:
    """What a word stands for among those that say how sure or how often; empty for any other word."""
    return next((term.stands for term in text.terms_in((token, token + 1)) if term.name in _DEGREES), "")


def _is_misspelt(pair: SentencePair, contents: Sequence[Sequence[int]]) -> bool:
    """Whether one word stands against another that is the same but for a slip of the pen."""
    if any(len(content) != 1 for content in contents):
        return False
    return are_misspelt(pair.left.keys[contents[0][0]], pair.right.keys[contents[1][0]])


def _follows_tense(pair: SentencePair, edit: Edit) -> bool:
    """Whether `could` stands for `can` in a sentence that was put into the past: `can see, has`, `could see, had`.

    Alone it weakens: `the dam can break`, `the dam could break`.
    """
    edit_words = [
        {text.keys[token] for token in range(*span) if text.is_word(token)}
        for text, span in zip((pair.left, pair.right), edit, strict=True)
    ]
    if not any(edit_words == [{present}, {past}] or edit_words == [{past}, {present}] for present, past in _OF_PAST):
        return False
    for another in pair.edits:
        words = [
            [text.keys[token] for token in range(*span) if text.is_word(token)]
            for text, span in zip((pair.left, pair.right), another, strict=True)
        ]
        if another != edit and all(words) and _are_tenses(words[0][0], words[1][0]):
            return True
    return False


def _are_tenses(left: str, right: str) -> bool:
    return left != right and ((left, right) in _TENSES or (right, left) in _TENSES or are_akin(left, right))


def _is_one_claim(
    pair: SentencePair, contents: Sequence[Sequence[int]], hedges: Sequence[Sequence[Occurrence]]
) -> bool:
    """Whether what the hedge goes with stands on both sides, in any form: `fled`, `allegedly fled`.

    Where one side has a hedge alone, the other may have the verb that it stands before: `kann`, `heilt`.
    """
    if all(hedges):
        return True
    rest = [
        [token for token in content if not any(term.span[0] <= token < term.span[1] for term in terms)]
        for content, terms in zip(contents, hedges, strict=True)
    ]
    if not all(rest):
        return True
    return are_akin(pair.left.keys[rest[0][0]], pair.right.keys[rest[1][0]])


def _beside(content: Sequence[int], terms: Sequence[Occurrence]) -> int:
    """Words of content that are no hedge."""
    return sum(not any(term.span[0] <= token < term.span[1] for term in terms) for token in content)


def _hedges(pair: SentencePair, edit: Edit, side: int) -> Sequence[Occurrence]:
    text = (pair.left, pair.right)[side]
    return [
        term
        for term in text.terms_in(edit[side])
        if term.name == "hedge"
        and term.span[0] in pair.free[side]
        and not text.quoted[term.span[0]]
        and not text.is_month(term.span[0])
        and not _ends_its_clause(text, term)
        and not _says_of_what_sort(text, term)
    ]


def _says_of_what_sort(text: ReadText, term: Occurrence) -> bool:
    """Whether `feared` says what something is like, and not what may be so: `a feared wolf`, `feared dead`."""
    before = term.span[0] - 1
    return (
        text.keys[term.span[0]] == "feared"
        and before >= text.block_span(term.span[0])[0]
        and text.keys[before] in ARTICLES
    )


def _ends_its_clause(text: ReadText, term: Occurrence) -> bool:
    """Whether a verb that hedges what follows has nothing to follow, `a nephew that appears, by mistake`, or says where
    something is, `appears in the list`."""
    following, end = term.span[1], text.sentence(term.span[0])[1]
    verb = text.keys[following - 1] in _HEDGING_VERBS and text.keys[term.span[0]] not in PRONOUNS
    return verb and (following >= end or text.keys[following] in CLAUSE_MARKS or text.keys[following] in _AT_PLACES)


def _finding(left: Span, right: Span) -> Finding:
    empty = [span[0] == span[1] for span in (left, right)]
    return Finding(
        kind="hedge",
        verdict="given" if empty[0] else "withheld" if empty[1] else "changed",
        left=left,
        right=right,
        confidence=0.95,
    )


def _span(content: Sequence[int]) -> Span:
    return (content[0], content[-1] + 1)


KIND = Kind(
    name="hedge",
    tag=in_context("kind of change", "hedge"),
    group="consequential",
    noun=counted("{count} hedge", "{count} hedges"),
    label=marked("hedges"),
    meaning=marked(
        "A word that weakens or strengthens a claim is another, is given or is left out: “may”, “allegedly”, “clearly”."
    ),
    sentences={
        "changed": marked("The claim changed from {left} to {right}."),
        "given": marked("{text} was added, which changes the claim."),
        "withheld": marked("{text} is gone, which changes the claim."),
        "moved": marked("{text} moved inside the sentence, which changes the claim."),
    },
    find=find,
)
