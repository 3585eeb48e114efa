"""Entries in another order, lines of a list or words of a sentence: one finding for all of them, and not a move for
each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sitegen.changes.finding import Finding
from sitegen.changes.readtext import STOPS, ReadText
from sitegen.changes.rowedits import Edit, SentencePair, Sides
from sitegen.model import ChangeKind, Row, Span, Verdict

_FEWEST = 2
"""Entries at another place that make another order; one has moved."""
_SHORT = 14
"""Words of the longest line that is taken for an entry where nothing says that it is one."""
_EDITS_OF_LIST = 6
"""Edits of which another order of a few words is made, at most."""
_EDITS_UP_TO = 60
"""Edits of a sentence in which a list is looked for: more is another text."""
_BESIDE = 3
"""Words that stayed at either end of a list and belong to its entries, at most: `the red [boat]`."""
_SEPARATORS = frozenset([",", ";", "/", "&", "،", "؛", "、", "，", "；", "·", "・"])
_CONJUNCTIONS = frozenset(
    ["and", "or", "y", "e", "o", "u", "et", "ou", "und", "oder", "sowie", "ed", "od", "и", "или", "و", "أو", "và",
     "hoặc", "hay", "cùng", "和", "与", "與", "及", "或", "と", "や", "및", "와", "과", "또는", "i", "ve", "en", "og",
     "och"]
)  # fmt: skip
"""Words between two entries of a list."""
_IN_TURN = frozenset(
    ["respectively", "respectivamente", "respectivement", "beziehungsweise", "bzw", "jeweils", "rispettivamente",
     "соответственно", "التوالي", "lượt", "分别", "分別", "それぞれ", "각각"]
)  # fmt: skip
"""Words that bind each entry to one of another list: then their order says something."""
_ARABIC_AND, _FEWEST_LETTERS = "و", 3
"""What is written together with an entry, and letters of the shortest word that it stands before."""
_KOREAN_ENDING = re.compile(r"(?<=[가-힣])[을를은는이가과와도]$")
"""What only the last entry has."""
_SURE = 0.96


def order_findings(sides: Sides, rows: Sequence[Row]) -> list[Finding]:
    """One finding for the rows of entries that stand at other places, or none."""
    moved = [index for index, row in enumerate(rows) if row.relation == "moved" and _is_entry(sides.left, row.left)]
    if len(moved) < _FEWEST or len(moved) < sum(row.relation == "moved" for row in rows):
        return []
    first, last = rows[moved[0]], rows[moved[-1]]
    rights = sorted(block for index in moved for block in rows[index].right)
    turned = all(before.right > after.right for before, after in pairwise(rows[index] for index in moved))
    return [
        Finding(
            kind="order",
            verdict="moved",
            left=(sides.left.text.span(first.left[0])[0], sides.left.text.span(last.left[-1])[1]),
            right=(sides.right.text.span(rights[0])[0], sides.right.text.span(rights[-1])[1]),
            rows=tuple(moved),
            aspect="reversed" if turned and len(moved) > _FEWEST else "",
        )
    ]


def _is_entry(text: ReadText, blocks: Sequence[int]) -> bool:
    """Whether a block is an entry of a list, or a short line that is no sentence."""
    if len(blocks) != 1:
        return False
    start, end = text.text.span(blocks[0])
    words = text.text.words_of(blocks[0])
    return words <= _SHORT and (end - start < 1 or text.keys[end - 1] not in STOPS or words <= _SHORT // 2)


def entries_in_another_order(pair: SentencePair) -> Iterator[Finding]:
    """Entries of one sentence that both texts have, in another order: `rope, tar and oil`, `tar, oil and rope`.

    A few edits are looked at together, bounded by the constants above. Entries that are all values are no list: the
    order of a score says who won it.
    """
    edits = pair.edits
    if (
        not edits
        or len(edits) > _EDITS_UP_TO
        or any(
            not _IN_TURN.isdisjoint(text.keys[slice(*reach)])
            for text, reach in zip((pair.left, pair.right), pair.reach, strict=True)
        )
    ):
        return
    # Most windows hold other words on each side; their words are looked up once a sentence.
    words = tuple(
        {token: key for token, key, _ in _words(text, pair.span(side))}
        for side, text in enumerate((pair.left, pair.right))
    )
    place = 0
    while place < len(edits):
        finding = None
        last = place
        while finding is None and last < min(place + _EDITS_OF_LIST, len(edits)):
            window = Edit(*_around(edits[place], edits[last]))
            span = _list_of(pair, window) if _has_same_words(words, window) else None
            finding = _of_list(pair, span) if span else None
            last += 1
        if finding:
            yield pair.take(finding)
        place = last if finding else place + 1


def _around(first: Edit, last: Edit) -> tuple[Span, Span]:
    return (first.left[0], last.left[1]), (first.right[0], last.right[1])


def _has_same_words(words: Sequence[Mapping[int, str]], window: Edit) -> bool:
    """Whether both sides of a window hold the same words that say something, in whatever order."""
    left, right = (
        sorted(side_words[token] for token in range(*span) if token in side_words)
        for side_words, span in zip(words, window, strict=True)
    )
    return bool(left) and left == right


def _list_of(pair: SentencePair, window: Edit) -> Edit | None:
    """The window, with as many words that stayed as make its entries those of the other text; None where none do."""
    texts = (pair.left, pair.right)
    for before in range(_BESIDE + 1):
        for behind in range(_BESIDE + 1):
            spans = [(span[0] - before, span[1] + behind) for span in window]
            if any(span[0] < reach[0] or span[1] > reach[1] for span, reach in zip(spans, pair.reach, strict=True)):
                continue
            stayed = [
                pair.equal.partner(0, token)
                for token in (*range(spans[0][0], window.left[0]), *range(window.left[1], spans[0][1]))
            ]
            if None in stayed:
                continue
            entries = [_entries(text, span) for text, span in zip(texts, spans, strict=True)]
            # An entry that stands twice is a refrain, and its order no list's.
            is_list = 1 < len(entries[0]) == len(set(entries[0]))
            if is_list and entries[0] != entries[1] and sorted(entries[0]) == sorted(entries[1]):
                return Edit(spans[0], spans[1])
    return None


def _of_list(pair: SentencePair, span: Edit) -> Finding | None:
    """The finding; None for values, and where one text quotes a part of the list."""
    values = [bool(pair.left.value(token)) for token in pair.left.content(span.left)]
    quoted = [
        {pair_text.quoted[token] for token in pair_text.content(side)}
        for pair_text, side in zip((pair.left, pair.right), span, strict=True)
    ]
    if all(values) or quoted[0] != quoted[1] or len(quoted[0]) != 1:
        return None
    kind: ChangeKind = "quotation" if True in quoted[0] else "order"
    verdict: Verdict = "changed" if kind == "quotation" else "moved"
    aspect = "" if kind == "quotation" else "words"
    return Finding(kind=kind, verdict=verdict, left=span.left, right=span.right, confidence=_SURE, aspect=aspect)


def _words(text: ReadText, span: Span) -> Iterator[tuple[int, str, bool]]:
    """The words of a range that say something, each with its token and whether a new entry begins before it; and `and`
    alone."""
    begins = False
    for token in range(*span):
        key = text.keys[token]
        if key in _SEPARATORS or text.tokens[token].text.strip().lower() in _CONJUNCTIONS:
            begins = True
            continue
        if text.is_small(token):
            continue
        bare = key.removeprefix(_ARABIC_AND)
        is_joined = bare != key and len(bare) >= _FEWEST_LETTERS
        yield token, _KOREAN_ENDING.sub("", bare if is_joined else key), begins or is_joined
        begins = False


def _entries(text: ReadText, span: Span) -> list[tuple[str, ...]]:
    """The entries of a list, each as its words."""
    entries: list[tuple[str, ...]] = []
    for _, key, begins in _words(text, span):
        if begins or not entries:
            entries.append((key,))
        else:
            entries[-1] = (*entries[-1], key)
    return entries
