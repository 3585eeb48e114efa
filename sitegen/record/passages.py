"""Where the sentences of a text went, when the text was edited: old ids and what has their place now.

A sentence's id is a hash of its words, so an edit of one word makes another id. It is followed where the new sentence
has at least half of its words, or stands alone between the neighbours it had. What failed: places alone (an inserted
paragraph moves all that follow), likeness alone (of a withheld sentence nothing is known but its neighbours).
"""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from sitegen.frozen import dataclass

_LIKENESS = 0.5
"""Share of the words of the longer of two sentences from which one is the other, edited: two sentences about one
matter share a third, by their common words."""
_WORD_DIGITS = 4
"""Of the hash of a word: enough to compare two sentences, too few to read one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedSentence:
    """A sentence of a text."""

    id: str
    fingerprint: str
    """Hashes of its words, joined; empty where they may not be shown."""


def fingerprint_of(text: str) -> str:
    """The hashes of the words of a sentence, in order."""
    words = re.findall(r"\w+", text.casefold())
    return "".join(hashlib.sha256(word.encode("utf-8", "replace")).hexdigest()[:_WORD_DIGITS] for word in words)


def followed(before: Sequence[LinkedSentence], after: Sequence[LinkedSentence]) -> dict[str, str]:
    """Each id of `before` that `after` lacks, with the id that took its place; empty where none did."""
    kept = {passage.id for passage in before} & {passage.id for passage in after}
    lost = [passage for passage in before if passage.id not in kept]
    fresh = {passage.id: passage for passage in after if passage.id not in kept}
    places = _between(before, after, kept)
    words = {passage.id: _words(passage) for passage in (*lost, *fresh.values())}
    pairs = sorted(
        (-likeness, old.id, new)
        for old in lost
        for new in fresh
        if (likeness := _likeness(words[old.id], words[new])) >= _LIKENESS
    )
    heirs: dict[str, str] = {}
    taken: set[str] = set()
    for _, old_id, new in pairs:
        if old_id not in heirs and new not in taken:
            heirs[old_id] = new
            taken.add(new)
    for passage in lost:
        heir = places.get(passage.id, "")
        if passage.id not in heirs:
            unread = heir and not (passage.fingerprint and fresh[heir].fingerprint)
            heirs[passage.id] = heir if unread and heir not in taken else ""
    return heirs


def _words(passage: LinkedSentence) -> Counter[str]:
    hashes = passage.fingerprint
    return Counter(hashes[place : place + _WORD_DIGITS] for place in range(0, len(hashes), _WORD_DIGITS))


def _likeness(left: Counter[str], right: Counter[str]) -> float:
    longest = max(left.total(), right.total())
    return (left & right).total() / longest if longest else 0.0


def _between(before: Sequence[LinkedSentence], after: Sequence[LinkedSentence], kept: set[str]) -> Mapping[str, str]:
    """Lost ids that stood alone between two kept ones, with the one id that stands alone between them now."""
    alone = dict(_alone(after, kept))
    return {old: alone[around] for around, old in _alone(before, kept) if around in alone}


def _alone(passages: Sequence[LinkedSentence], kept: set[str]) -> list[tuple[tuple[str, str], str]]:
    ids = ["", *(passage.id for passage in passages), ""]
    ends = kept | {""}
    return [
        ((left, right), middle)
        for left, middle, right in zip(ids, ids[1:], ids[2:], strict=False)
        if left in ends and right in ends and middle not in kept
    ]
