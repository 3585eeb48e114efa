"""What is left of the edits when every finder has taken its words: other words, other marks, cuts and additions."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from sitegen.changes.finding import Finding
from sitegen.changes.kinds.spelling import are_spelt_alike
from sitegen.changes.quotes import (
    all_quoted,
    are_one_quotation,
    is_rewritten,
    place_is_quoted,
    quotation_around,
)
from sitegen.changes.readtext import ReadText
from sitegen.changes.rowedits import Edit, SentencePair
from sitegen.model import ChangeKind, Span, Verdict
from sitegen.text.scripts import has_han
from sitegen.text.tokenized import is_apart

_SURE_OF_QUOTED, _REWRITTEN = 0.97, 0.85
"""Confidence that a quotation was altered, and where more of its words differ than stayed."""
_FEW_QUOTED, _FEWEST_AROUND = 6, 2
"""Words of a quotation, at most, that another may stand for in a sentence that stayed, and words of content that must
stand around it."""
_QUOTED_BESIDE = 0.3
"""Share of two sentences that must have stayed for quoted words to have become others: below, two were quoted."""
_THUS = "sic"
"""What an editor puts into a quotation, and its speaker did not say."""
_ABBREVIATED = 5
"""Letters of an abbreviation, at most."""
_ENDS_OF_A_RANGE = 2
_SINGLE = frozenset("‘’‚‛‹›")
"""Marks that stand for a whole quotation mark, where two straight ones are needed for one."""


def rest_findings(pair: SentencePair) -> Iterator[Finding]:
    """A finding for each stretch of an edit that no finding has taken, unless it is small words beside one that has."""
    for edit in pair.edits:
        free = pair.free_in(edit)
        if not any(free):
            continue
        content = pair.free_content(edit)
        touched = any(
            len(tokens) < sum(not is_apart(text.keys[token]) for token in range(*span))
            for text, tokens, span in zip((pair.left, pair.right), free, edit, strict=True)
        )
        if touched and not any(content):
            continue
        beside = _beside_value(pair, edit, free) if not any(content) else None
        if beside:
            yield pair.take(beside)
            continue
        for left, right in _stretches(pair, edit, free, content):
            finding = _finding(pair, left, right)
            if finding:
                yield pair.take(finding)


def _beside_value(pair: SentencePair, edit: Edit, free: tuple[list[int], list[int]]) -> Finding | None:
    """Small words beside a value that is written another way: `one in four homes`, `a quarter of homes`."""
    if not any(
        text.is_word(token) for text, tokens in zip((pair.left, pair.right), free, strict=True) for token in tokens
    ):
        return None
    if _binds_a_range(pair, edit):
        return Finding(kind="format", verdict="same-value", left=edit.left, right=edit.right)
    for step in (-1, 0):
        left, right = (edit.left[0] - 1, edit.right[0] - 1) if step else (edit.left[1], edit.right[1])
        if not 0 <= left < len(pair.left.tokens) or not 0 <= right < len(pair.right.tokens):
            continue
        values = pair.left.value(left), pair.right.value(right)
        printed = pair.left.tokens[left].text.strip(), pair.right.tokens[right].text.strip()
        if all(values) and printed[0].casefold() != printed[1].casefold():
            spans = (
                (min(left, edit.left[0]), max(left + 1, edit.left[1])),
                (
                    min(right, edit.right[0]),
                    max(right + 1, edit.right[1]),
                ),
            )
            return Finding(kind="format", verdict="same-value", left=spans[0], right=spans[1])
    return None


def _binds_a_range(pair: SentencePair, edit: Edit) -> bool:
    """Whether a dash and a small word stand between the same two values: `30–40` and `30 to 40`."""
    dashes = 0
    for text, (start, end) in zip((pair.left, pair.right), edit, strict=True):
        if end - start != 1 or not start or end >= len(text.tokens) or not (text.value(start - 1) and text.value(end)):
            return False
        dashes += text.keys[start] == "-"
    return dashes == 1


def _stretches(
    pair: SentencePair, edit: Edit, free: tuple[list[int], list[int]], content: tuple[list[int], list[int]]
) -> Iterator[tuple[Span, Span]]:
    """The free words of an edit as pairs of ranges, cut where a finding has taken words between them."""
    runs = [_runs(tokens) for tokens in free]
    if any(content):
        # Beside words that say something, a lone mark or article is not told.
        runs = [
            [run for run in side if any(token in said for token in range(*run))] if said else side
            for side, said in zip(runs, (set(content[0]), set(content[1])), strict=True)
        ]
    if max(map(len, runs)) > 1:
        runs = [[_trimmed(text, run) for run in side] for side, text in zip(runs, (pair.left, pair.right), strict=True)]
    runs = [[_before_value(pair, side, run) for run in spans] for side, spans in enumerate(runs)]
    ends = (edit.left[1], edit.left[1]), (edit.right[1], edit.right[1])
    if all(runs) and (_is_around_quotation(pair, edit) or _are_of_two_speakers(pair, runs[0][0], runs[1][0])):
        yield from ((left, ends[1]) for left in runs[0])
        yield from ((ends[0], right) for right in runs[1])
        return
    for left, right in zip_longest(runs[0], runs[1]):
        if left and right and _is_statement_against_narration(pair, left, right):
            yield left, ends[1]
            yield ends[0], right
        else:
            yield left or ends[0], right or ends[1]


def _is_statement_against_narration(pair: SentencePair, left: Span, right: Span) -> bool:
    """Whether one side is all quoted and the other not at all, and they have no word of content in common: what
    somebody said became nothing that somebody else wrote. Of few words it may have, as of `“a disaster”`."""
    sides = [(pair.left, left), (pair.right, right)]
    quoted = [[bool(text.quoted[token]) for token in range(*span) if text.is_word(token)] for text, span in sides]
    if min(map(len, quoted)) < _FEW_QUOTED or not (
        (all(quoted[0]) and not any(quoted[1])) or (all(quoted[1]) and not any(quoted[0]))
    ):
        return False
    words = [{text.keys[token] for token in text.content(span)} for text, span in sides]
    return words[0].isdisjoint(words[1])


def _before_value(pair: SentencePair, side: int, run: Span) -> Span:
    """A run without the small words at its end that belong to the value behind it: `in a statement [on Friday]`."""
    text, (start, end) = (pair.left, pair.right)[side], run
    if end >= len(text.tokens) or text.value(end) is None or end in pair.free[side]:
        return run
    while end - 1 > start and text.is_small(end - 1) and text.is_word(end - 1):
        end -= 1
    return (start, end) if text.content((start, end)) else run


def _is_around_quotation(pair: SentencePair, edit: Edit) -> bool:
    """Whether a quotation that was told stands in one side of an edit alone: the words around it are opposite none of
    those of the other side, where the quotation stands elsewhere."""
    told = [
        any(text.quoted[token] and text.is_word(token) and token not in free for token in range(*span))
        for text, span, free in zip((pair.left, pair.right), edit, pair.free, strict=True)
    ]
    return told[0] != told[1]


def _are_of_two_speakers(pair: SentencePair, left: Span, right: Span) -> bool:
    """Whether words stand in the turns of two speakers: whose turn the other text has is known by what stayed of it.

    Two turns that became one are the words of both: `What would you say?` is no other wording of `I'd say`.
    """
    texts, blocks = (pair.left, pair.right), (pair.left.block_of(left[0]), pair.right.block_of(right[0]))
    if any(pair.sides.role(side, block) != "turn" for side, block in enumerate(blocks)):
        return False
    for side in (0, 1):
        own, opposite = pair.sides.blocks[side], texts[1 - side].block_span((right, left)[side][0])
        kept = Counter(
            own[texts[side].block_of(partner)].label
            for token in range(*opposite)
            if (partner := pair.equal.partner(1 - side, token)) is not None and texts[1 - side].is_word(token)
        )
        if kept[own[blocks[side]].label] < max(kept.values(), default=0):
            return True
    return False


def _runs(tokens: Sequence[int]) -> list[Span]:
    runs: list[Span] = []
    for token in tokens:
        if runs and runs[-1][1] == token:
            runs[-1] = (runs[-1][0], token + 1)
        else:
            runs.append((token, token + 1))
    return runs


def _trimmed(text: ReadText, run: Span) -> Span:
    """Without marks at either end."""
    start, end = run
    while start < end - 1 and not text.is_word(start):
        start += 1
    while end - 1 > start and not text.is_word(end - 1):
        end -= 1
    return (start, end)


def _finding(pair: SentencePair, left: Span, right: Span) -> Finding | None:
    texts = (pair.left, pair.right)
    words = [
        [token for token in range(*span) if text.is_word(token)]
        for text, span in zip(texts, (left, right), strict=True)
    ]
    keys = [[text.keys[token] for token in side] for text, side in zip(texts, words, strict=True)]
    if keys[0] == keys[1]:
        return _of_marks(pair, left, right, any(words))
    printed = pair.left.printed(left), pair.right.printed(right)
    if printed[0] == printed[1]:
        return None
    if printed[0].lower() == printed[1].lower():
        # `Monday`, `monday`: a word of one language that small letters make none of.
        return Finding(kind="case", verdict="same-value", left=left, right=right)
    if all(words) and _is_range(pair, words):
        return Finding(kind="format", verdict="same-value", left=left, right=right)
    if all(words) and (turned := _of_turned_range(pair, left, right, words)):
        return turned
    if all(words) and are_spelt_alike(*keys):
        return Finding(kind="spelling", verdict="same-value", left=left, right=right)
    quoted = [
        all_quoted(text, span) if any(side) else None
        for text, span, side in zip(texts, (left, right), words, strict=True)
    ]
    if all(words) and _is_abbreviated(pair, words):
        return Finding(kind="spelling", verdict="same-value", left=left, right=right)
    # `[sic]` beside a word says that its speaker wrote it so: the other copy has it mended or not, as an editor may.
    is_remark = any(_THUS in side for side in keys) or _opens_quotation_with_joint(pair, left, right, words)
    if (
        not is_remark
        and _is_quotation(pair, left, right, quoted)
        and (are_one_quotation(texts, pair.equal, (left, right)) or _fills_one_place(pair, left, right))
    ):
        verdict: Verdict = "changed" if all(words) else "withheld" if words[0] else "given"
        is_unsure = verdict == "changed" and (
            is_rewritten(texts, pair.equal, (left, right))
            or pair.support < _QUOTED_BESIDE
            or _ends_sentence(pair, left, 0) != _ends_sentence(pair, right, 1)
        )
        is_unsure = is_unsure or (verdict != "changed" and _is_in_brackets(pair, left if words[0] else right, words))
        confidence = _REWRITTEN if is_unsure else _SURE_OF_QUOTED
        return Finding(kind="quotation", verdict=verdict, left=left, right=right, confidence=confidence)
    return _of_words(pair, left, right, words, keys)


def _is_in_brackets(pair: SentencePair, span: Span, words: Sequence[Sequence[int]]) -> bool:
    """Whether words that one text alone has in a quotation are an editor's, in square brackets: `[the]`."""
    text = pair.left if words[0] else pair.right
    printed = text.printed(span).strip()
    return printed.startswith("[") and printed.endswith("]")


def _is_abbreviated(pair: SentencePair, words: Sequence[Sequence[int]]) -> bool:
    """Whether one word is the beginning of the other with a full stop behind it: `Adm.`, `Admiral`."""
    if any(len(side) != 1 for side in words):
        return False
    texts = (pair.left, pair.right)
    keys = [text.keys[side[0]].rstrip(".") for text, side in zip(texts, words, strict=True)]
    short = 0 if len(keys[0]) < len(keys[1]) else 1
    text, token = texts[short], words[short][0]
    is_stopped = text.tokens[token].text.strip().endswith(".") or (
        token + 1 < len(text.keys) and text.keys[token + 1] == "." and not text.tokens[token].text[-1:].isspace()
    )
    return (
        is_stopped
        and 1 < len(keys[short]) <= _ABBREVIATED
        and len(keys[1 - short]) > len(keys[short])
        and keys[1 - short].startswith(keys[short])
        and text.sentence(token)[1] > token + 2
    )


def _opens_quotation_with_joint(pair: SentencePair, left: Span, right: Span, words: Sequence[Sequence[int]]) -> bool:
    """Whether small words alone stand where a quotation begins, of one text: `“But everyone”`, `“Everyone”`. A reporter
    begins with what joins on to nothing."""
    if all(words):
        return False
    side = 0 if words[0] else 1
    text, span = (pair.left, pair.right)[side], (left, right)[side]
    return not text.content(span) and span[0] > 0 and text.is_quote_mark(span[0] - 1)


def _is_range(pair: SentencePair, words: Sequence[Sequence[int]]) -> bool:
    """Whether both sides are the same two values with a dash between them, or words that say so: `from 3 to 5`."""
    values, between_values = [], []
    for text, side in zip((pair.left, pair.right), words, strict=True):
        values.append([text.keys[token] for token in side if text.value(token)])
        between_values.append(tuple(text.keys[token] for token in side if not text.value(token)))
    known_states = {(), *pair.left.terms.ranges, *pair.right.terms.ranges}
    return values[0] == values[1] and len(values[0]) == _ENDS_OF_A_RANGE and known_states.issuperset(between_values)


def _of_turned_range(pair: SentencePair, left: Span, right: Span, words: Sequence[Sequence[int]]) -> Finding | None:
    """The same two figures in the other order, with a dash or the words of a range between them: `3-5`, `5 to 3`."""
    values = [
        [token for token in side if text.value(token)]
        for text, side in zip((pair.left, pair.right), words, strict=True)
    ]
    if any(len(side) != _ENDS_OF_A_RANGE for side in values):
        return None
    known_states = {(), *pair.left.terms.ranges, *pair.right.terms.ranges}
    figures, between = [], []
    for text, side, ends in zip((pair.left, pair.right), words, values, strict=True):
        figures.append(["".join(filter(str.isdecimal, text.tokens[token].text)) for token in ends])
        between.append(tuple(text.keys[token] for token in side if token not in ends))
    if figures[0] == figures[1] or figures[0] != figures[1][::-1] or not all(figures[0]):
        return None
    if not known_states.issuperset(between):
        return None
    return Finding(kind="figure", verdict="changed", left=left, right=right, aspect="order", confidence=0.97)


def _ends_sentence(pair: SentencePair, span: Span, side: int) -> bool:
    """Whether a sentence ends with the words, and another begins before the edit does end: what stands for them in the
    middle of one is another statement."""
    text = (pair.left, pair.right)[side]
    edit = next((edit for edit in pair.edits if edit[side][0] <= span[0] < edit[side][1]), None)
    return edit is not None and text.sentence(span[0])[1] <= edit[side][1] < text.block_span(span[0])[1]


def _fills_one_place(pair: SentencePair, left: Span, right: Span) -> bool:
    """Whether a few quoted words stand in a sentence of which all else stayed: `called it “a disgrace”`, `“a joke”`."""
    words = 0
    for text, span, reach in zip((pair.left, pair.right), (left, right), pair.reach, strict=True):
        around = quotation_around(text, span)
        if sum(text.is_word(token) for token in range(*around)) > _FEW_QUOTED:
            return False
        words = sum(not around[0] <= token < around[1] for token in text.content(reach))
        if words < _FEWEST_AROUND:
            return False
    return all(
        all_quoted(text, span) for edit in pair.edits for text, span in zip((pair.left, pair.right), edit, strict=True)
    )


def _is_quotation(pair: SentencePair, left: Span, right: Span, quoted: Sequence[bool | None]) -> bool:
    """Whether the words stand inside quotation marks on both sides; where one has none, the place must."""
    inside = [
        text.mostly_quoted(span) if known_states is None and span[0] < span[1] else known_states
        for text, span, known_states in zip((pair.left, pair.right), (left, right), quoted, strict=True)
    ]
    known_states = [state for state in inside if state is not None]
    if not known_states or not all(known_states):
        return False
    return all(
        place_is_quoted(text, (span[0], span[0]))
        for text, span, state in zip((pair.left, pair.right), (left, right), inside, strict=True)
        if state is None
    )


def _of_order(pair: SentencePair, left: Span, right: Span, words: Sequence[Sequence[int]]) -> Finding:
    """The same words in another order; where they are values, another score, vote or span of days."""
    values = [value for token in words[0] if (value := pair.left.value(token))]
    if values and all(pair.left.value(token) or pair.left.is_small(token) for token in words[0]):
        kind: ChangeKind = "date" if all(value.kind in ("date", "time") for value in values) else "figure"
        sure = 0.97
        return Finding(kind=kind, verdict="changed", left=left, right=right, aspect="order", confidence=sure)
    return Finding(kind="order", verdict="moved", left=left, right=right, aspect="words")


def _of_words(
    pair: SentencePair, left: Span, right: Span, words: Sequence[Sequence[int]], keys: Sequence[Sequence[str]]
) -> Finding:
    kind: ChangeKind
    if all(words):
        if sorted(keys[0]) == sorted(keys[1]):
            return _of_order(pair, left, right, words)
        kind = "wording" if _is_longer_word(*keys) else _part_of(*keys)
        if kind == "wording":
            return Finding(kind="wording", verdict="reworded", left=left, right=right)
        return Finding(
            kind=kind, verdict="withheld" if kind == "cut" else "given", left=left, right=right, aspect="both"
        )
    if words[0]:
        return Finding(kind="cut", verdict="withheld", left=left, right=right)
    return Finding(kind="addition", verdict="given", left=left, right=right)


def _is_longer_word(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one Chinese sign stands for two, of which it is one: `船`, `轮船` may be one word and a longer one."""
    return sorted(map(len, (left, right))) == [1, 2] and all(len(key) == 1 and has_han(key) for key in (*left, *right))


def _part_of(left: Sequence[str], right: Sequence[str]) -> ChangeKind:
    """Words replaced by some of themselves are a cut, and the reverse an addition."""
    many, few = (left, right) if len(left) > len(right) else (right, left)
    rest = iter(many)
    if len(many) > len(few) and all(word in rest for word in few):
        return "cut" if many is left else "addition"
    return "wording"


def _of_marks(pair: SentencePair, left: Span, right: Span, worded: bool) -> Finding | None:
    """The same words, or none: other marks."""
    printed = [
        [text.tokens[token].text.strip() for token in range(*span) if not text.is_word(token)]
        for text, span in zip((pair.left, pair.right), (left, right), strict=True)
    ]
    marks = [_in_one_style(side) for side in printed]
    if marks[0] == marks[1]:
        if printed[0] == printed[1] and (not worded or pair.left.printed(left) == pair.right.printed(right)):
            return None
        return Finding(kind="typography", verdict="same-value", left=left, right=right)
    if any(unicodedata.category(char) == "So" for mark in marks for char in mark):
        # A picture says something.
        if all(marks):
            return Finding(kind="wording", verdict="reworded", left=left, right=right)
        return Finding(
            kind="cut" if marks[0] else "addition", verdict="withheld" if marks[0] else "given", left=left, right=right
        )
    verdict: Verdict = "same-value" if all(marks) else "withheld" if marks[0] else "given"
    return Finding(kind="punctuation", verdict=verdict, left=left, right=right)


def _in_one_style(printed: Sequence[str]) -> str:
    """The marks in one style: quotation marks single or double, dashes of any length, points of an ellipsis."""
    marks = "".join("''" if mark in _SINGLE else _MARKS.get(mark, mark) for mark in printed)
    for many, one in (("``", '"'), ("''", '"'), ("'", '"'), ("--", "-"), ("--", "-")):
        marks = marks.replace(many, one)
    return marks


_MARKS = {
    **dict.fromkeys("“”„‟«»「」『』＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    "…": "...",
}
