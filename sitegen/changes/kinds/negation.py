"""Negation: a claim that one copy makes and the other denies."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations, takewhile

from sitegen.changes.finding import Finding
from sitegen.changes.inflections import negated_endings
from sitegen.changes.kinds.kind import Kind
from sitegen.changes.readtext import CLAUSE_MARKS, ReadText
from sitegen.changes.rowedits import Edit, SentencePair
from sitegen.changes.terms import Occurrence
from sitegen.changes.wordforms import are_akin
from sitegen.model import Span, Verdict
from sitegen.text.catalogues import counted, in_context, marked

_WINDOW = 4
"""Tokens before and after a negation in which the word is looked for that it negates."""
_FIRST_PARTS = frozenset({"ne", "n'", "n"})
"""Negations in two parts, of which the first is nothing without the second."""
_BESIDE = 3
"""Tokens beside an edit in which the word that is negated must be in the other text."""
_ADDED_UP_TO = 3
"""Words of content of an edit that puts a negation in or takes it out."""
_SURE, _REWRITTEN = 0.98, 0.83
"""Confidence where the claim stayed, and where words beside the negation are others too: `had no contact with`, `were
isolated from` denies nothing."""
_AUXILIARIES = frozenset({"do", "does", "did"})
"""English words that come and go with a negation: `asked`, `did not ask`."""
_PREFIX_UP_TO = 4
"""Letters that make a word its opposite, at most: `favour`, `disfavour`."""
_SHORT_EDIT = 6
"""Tokens of an edit that is quoted whole."""


def find(pair: SentencePair) -> Iterator[Finding]:
    """Negations that one text alone has, of a claim that both make; and words that became their opposite."""
    yield from negated_endings(pair)
    lefts, rights = (_negations(pair, side) for side in (0, 1))
    for edit in list(lefts.keys() | rights.keys()):
        # As many negations on both sides of one edit: `did not reply`, `never answered`.
        for _ in range(min(len(lefts.get(edit, ())), len(rights.get(edit, ())))):
            lefts[edit].pop()
            rights[edit].pop()
    gone = [(edit, term) for edit in sorted(lefts) for term in lefts[edit]]
    new = [(edit, term) for edit in sorted(rights) for term in rights[edit]]
    gone, new = _without_moved(pair, gone, new)
    by_term = [
        [list(_finding(pair, edit, term, side)) for edit, term in placed] for side, placed in enumerate((gone, new))
    ]
    # `none of this justifies it` beside `this does not`: denied in both, of which one is not known what it denies.
    by_term = [
        of_side if all(opposite) else [_unsure(findings) for findings in of_side]
        for of_side, opposite in zip(by_term, by_term[::-1], strict=True)
    ]
    findings = list(chain.from_iterable(chain.from_iterable(by_term)))
    if {finding.verdict for finding in findings} == {"given", "withheld"} and not _deny_other_claims(pair, findings):
        # One negation here for another there: `should not be given`, `neither ... should be given`.
        findings = _unsure(findings)
    yield from _apart(findings)
    yield from _opposites(pair)


def _unsure(findings: Sequence[Finding]) -> list[Finding]:
    return [replace(finding, confidence=min(finding.confidence, _REWRITTEN)) for finding in findings]


def _deny_other_claims(pair: SentencePair, findings: Sequence[Finding]) -> bool:
    """Whether both texts have each claim, one of them denied, and no two are forms of one word: `did not approve it and
    asked`, `approved it and did not ask`."""
    affirmed = []
    for finding in findings:
        text, span = (pair.right, finding.right) if finding.verdict == "withheld" else (pair.left, finding.left)
        affirmed.append([text.keys[token] for token in text.content(span)])
    return all(affirmed) and not any(
        are_akin(word, rival) for first, second in combinations(affirmed, 2) for word in first for rival in second
    )


def _apart(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, none with a word of the one before it: two negations may stand around one word."""
    before: tuple[Span, ...] = ((0, 0), (0, 0))
    for finding in sorted(findings, key=lambda finding: (finding.left, finding.right)):
        left, right = (
            (min(max(span[0], last[1]), span[1]), span[1]) if span[0] < span[1] and span[1] > last[0] else span
            for span, last in zip((finding.left, finding.right), before, strict=True)
        )
        yield replace(finding, left=left, right=right)
        before = tuple(span if span[0] < span[1] else last for span, last in zip((left, right), before, strict=True))


def _negations(pair: SentencePair, side: int) -> dict[Edit, list[Occurrence]]:
    text = (pair.left, pair.right)[side]
    found: dict[Edit, list[Occurrence]] = {}
    for edit in pair.edits:
        terms = [
            term
            for term in text.terms_in(edit[side])
            if term.name == "negation"
            and all(token in pair.free[side] for token in range(*term.span))
            and not _is_number_sign(text, term)
        ]
        if terms:
            found[edit] = terms
    return _without_second_parts(found)


def _without_second_parts(found: dict[Edit, list[Occurrence]]) -> dict[Edit, list[Occurrence]]:
    """The negations without the second part of one in two parts: French `ne ... pas`."""
    kept: dict[Edit, list[Occurrence]] = {}
    first_part: Occurrence | None = None
    for edit in sorted(found):
        for term in found[edit]:
            if first_part and first_part.stands in _FIRST_PARTS and term.span[0] - first_part.span[1] <= _WINDOW:
                first_part = None
                continue
            kept.setdefault(edit, []).append(term)
            first_part = term
    return kept


Placed = list[tuple[Edit, Occurrence]]


def _without_moved(pair: SentencePair, gone: Placed, new: Placed) -> tuple[Placed, Placed]:
    """Those left when a negation that moved with the word it negates is set aside."""
    kept: Placed = []
    new = list(new)
    for edit, term in gone:
        governed = _governed(pair.left, term.span, pair.reach[0])
        partner = next(
            (
                placed
                for placed in new
                if governed
                and (opposite_text := _governed(pair.right, placed[1].span, pair.reach[1]))
                and pair.left.keys[governed[0]] == pair.right.keys[opposite_text[0]]
            ),
            None,
        )
        if partner:
            new.remove(partner)
        else:
            kept.append((edit, term))
    return kept, new


def _governed(text: ReadText, span: Span, reach: Span) -> list[int]:
    """The words that a negation may negate, the likeliest first: those after it, then those before it."""
    after = _until_clause(text, range(span[1], min(span[1] + _WINDOW, reach[1])))
    before = _until_clause(text, range(span[0] - 1, max(span[0] - _WINDOW, reach[0]) - 1, -1))
    # Nearer words are likelier; beyond the second the word is another's.
    nearest = [[token for token in tokens if _may_be_negated(text, token)] for tokens in (after, before)]
    return [*nearest[0][:2], *nearest[1][:1]]


def _until_clause(text: ReadText, tokens: Iterable[int]) -> Iterator[int]:
    """The tokens up to the first mark that ends a clause."""
    return takewhile(lambda token: text.keys[token] not in CLAUSE_MARKS, tokens)


def _may_be_negated(text: ReadText, token: int) -> bool:
    return not text.is_small(token) and "negation" not in text.classes(token)


def _is_number_sign(text: ReadText, term: Occurrence) -> bool:
    """Whether `no.` stands before a number, and abbreviates the word for one."""
    end = term.span[1]
    return end + 1 < len(text.tokens) and text.keys[end] == "." and text.value(end + 1) is not None


def _finding(pair: SentencePair, edit: Edit, term: Occurrence, side: int) -> Iterator[Finding]:
    """The finding, where the claim stands in the other text as well; where it does not, a clause was cut or added."""
    text, opposite_text = (pair.left, pair.right) if side == 0 else (pair.right, pair.left)
    if not pair.free[side].issuperset(range(*term.span)):
        return
    if max(len(text.content(edit[side])), len(opposite_text.content(edit[1 - side]))) > _ADDED_UP_TO:
        # A clause with a negation in it, and not a negation.
        return
    patterns = {*pair.left.terms.opposites, *pair.right.terms.opposites}
    if any(
        pattern.match(opposite_text.keys[token]) for token in pair.free_content(edit)[1 - side] for pattern in patterns
    ):
        # `not known`, `unclear`: denied on both sides.
        return
    if _has_opposite(pair, edit, text.keys[term.span[1]] if term.span[1] < len(text.keys) else "", 1 - side):
        return
    if _is_limited(pair, 1 - side):
        return
    for governed in _governed(text, term.span, pair.reach[side]):
        claim = _same_claim(pair, opposite_text, edit, text.keys[governed], 1 - side)
        if claim is not None:
            break
    else:
        return
    own, opposite = _quoted(pair, edit, term, side, governed, claim)
    left, right = (own, opposite) if side == 0 else (opposite, own)
    verdict: Verdict = "withheld" if side == 0 else "given"
    yield pair.take(
        Finding(
            kind="negation",
            verdict=verdict,
            left=left,
            right=right,
            confidence=_REWRITTEN if _is_rewritten(pair, edit, term, side) else _SURE,
            aspect=f"{verdict} of both" if opposite[0] < opposite[1] else "",
        )
    )


def _has_opposite(pair: SentencePair, edit: Edit, denied: str, side: int) -> bool:
    """Whether the other text has the word that is denied with a few letters before it: `not favour`, `disfavour`."""
    text = (pair.left, pair.right)[side]
    return len(denied) > _PREFIX_UP_TO and any(
        text.keys[token].endswith(denied) and 0 < len(text.keys[token]) - len(denied) <= _PREFIX_UP_TO
        for token in pair.free_content(edit)[side]
    )


def _is_limited(pair: SentencePair, side: int) -> bool:
    """Whether the other sentence limits in words of its own what it says: `has seen little of him` beside `neither has
    seen much`, `only the ferry runs` beside `nothing else runs`."""
    text, free = (pair.left, pair.right)[side], pair.free[side]
    return any(
        token in free and not text.quoted[token] and "limit" in text.classes(token)
        for token in range(*pair.reach[side])
    )


def _is_rewritten(pair: SentencePair, edit: Edit, term: Occurrence, side: int) -> bool:
    """Whether a word of content beside the negation has no other form of itself in the other text's edit."""
    text, opposite_text = (pair.left, pair.right) if side == 0 else (pair.right, pair.left)
    contents = pair.free_content(edit)
    opposite = [opposite_text.keys[token] for token in contents[1 - side]]
    return any(
        not any(are_akin(text.keys[token], key) for key in opposite)
        for token in contents[side]
        if not term.span[0] <= token < term.span[1]
        and "negation" not in text.classes(token)
        and text.value(token) is None
        and text.keys[token] not in _AUXILIARIES
    )


def _same_claim(pair: SentencePair, text: ReadText, edit: Edit, key: str, side: int) -> int | None:
    """The token at the same place in the other text that is the word or another form of it; None for none.

    One that differs first: `asked`, `did not ask`. The same word elsewhere in a long sentence is no proof of one claim.
    """
    start, end = edit[side]
    low, high = max(pair.reach[side][0], start - _BESIDE), min(pair.reach[side][1], end + _BESIDE)
    akin = [token for token in range(low, high) if are_akin(text.keys[token], key)]
    return min(akin, key=lambda token: (token not in pair.free[side], token), default=None)


def _quoted(
    pair: SentencePair, edit: Edit, term: Occurrence, side: int, governed: int, claim: int
) -> tuple[Span, Span]:
    """What a finding quotes: a short edit whole, else the negation with the word it negates.

    `claim` is that word in the other text; it is quoted where it differs: `asked`, `did not ask`.
    """
    span, opposite = edit[side], edit[1 - side]
    sizes = (span[1] - span[0], opposite[1] - opposite[0])
    short = opposite[0] < opposite[1] and max(sizes) <= _SHORT_EDIT and opposite[0] <= claim < opposite[1]
    if short and _untouched(pair, edit) and not _holds_value(pair, edit):
        return span, opposite
    text = (pair.left, pair.right)[side]
    start, end = term.span
    if governed >= end and governed - end <= 1:
        end = governed + 1
    elif governed < start and start - governed <= 1:
        start = governed
    while start - 1 in pair.free[side] and _goes_with_negation(text, start - 1):
        start -= 1
    if term.stands in _FIRST_PARTS:
        seconds = [
            opposite_text.span[1]
            for opposite_text in text.terms_in((end, min(end + _WINDOW, pair.reach[side][1])))
            if opposite_text.name == "negation" and opposite_text.span[0] in pair.free[side]
        ]
        end = max([end, *seconds[:1]])
    if claim in pair.free[1 - side]:
        return (start, end), (claim, claim + 1)
    if all(sizes) and _untouched(pair, edit) and max(sizes) <= _SHORT_EDIT:
        # `cannot be mended`, `can be mended`: as many words that stayed on both sides.
        before, after = max(span[0] - start, 0), max(end - span[1], 0)
        return (span[0] - before, span[1] + after), (opposite[0] - before, opposite[1] + after)
    return (start, end), (opposite[0], opposite[0])


def _goes_with_negation(text: ReadText, token: int) -> bool:
    """Whether a word before a negation says nothing without it: `did not declare`."""
    return text.text.words[token] and (text.is_small(token) or text.keys[token] in _AUXILIARIES)


def _holds_value(pair: SentencePair, edit: Edit) -> bool:
    """Whether a figure or a date stands in an edit as well, which is another finding's: `declared it a year later`."""
    return any(
        (value := text.value(token)) is not None and not value.weak
        for text, span in zip((pair.left, pair.right), edit, strict=True)
        for token in range(*span)
    )


def _untouched(pair: SentencePair, edit: Edit) -> bool:
    left, right = pair.free_in(edit)
    return len(left) == edit.left[1] - edit.left[0] and len(right) == edit.right[1] - edit.right[0]


def _opposites(pair: SentencePair) -> Iterator[Finding]:
    """`legal`, `illegal`: as the language of either text forms an opposite."""
    patterns = {*pair.left.terms.opposites, *pair.right.terms.opposites}
    for edit in pair.edits:
        left, right = pair.free_content(edit)
        if len(left) != 1 or len(right) != 1:
            continue
        short, long = sorted((pair.left.keys[left[0]], pair.right.keys[right[0]]), key=len)
        if any(pattern.search(long) and pattern.sub("", long, count=1) == short for pattern in patterns):
            yield pair.take(
                Finding(
                    kind="negation",
                    verdict="changed",
                    left=(left[0], left[0] + 1),
                    right=(right[0], right[0] + 1),
                    confidence=1.0,
                )
            )


KIND = Kind(
    name="negation",
    tag=in_context("kind of change", "negation"),
    group="consequential",
    noun=counted("{count} negation", "{count} negations"),
    label=marked("negations"),
    meaning=marked("One copy says that something is so, the other that it is not."),
    sentences={
        "given": marked("A negation was put in: {text}."),
        "withheld": marked("A negation was taken out: {text}."),
        "given of both": marked("{left} became {right}: a negation was put in."),
        "withheld of both": marked("{left} became {right}: a negation was taken out."),
        "changed": marked("{left} became its opposite, {right}."),
        "moved": marked("The negation {text} went to another word."),
    },
    find=find,
)
