"""Says a change in words. Sentences are made from values alone, so that they are the same everywhere."""

from collections.abc import Sequence

from sitegen.model import ChangeKind
from sitegen.text.invisible import looks_alike, name_of, seen, unseen
from sitegen.text.quoting import quoted

_SHORT = 8
"""Words up to which a cut or an addition is quoted; beyond, counted."""


def say_place(kind: ChangeKind, left: tuple[int, ...], right: tuple[int, ...], *, whole: bool) -> str:
    """The sentence of a move, split or merge of blocks (0-based); not `whole` where a single sentence moved."""
    if kind == "split":
        return f"One paragraph was split into {len(right)}."
    if kind == "merge":
        return f"{_count(len(left))} paragraphs were merged into one."
    if not whole and left[0] == right[0]:
        return f"A sentence moved inside paragraph {left[0] + 1}."
    if not whole:
        return f"A sentence moved from paragraph {left[0] + 1} to {right[0] + 1}."
    return f"Paragraph {left[0] + 1} moved {'up' if right[0] < left[0] else 'down'} to {right[0] + 1}."


def say(kind: ChangeKind, left: str, right: str, words: int, words_right: int) -> str:
    """The sentence of any other change; one of the texts may be empty, words are counts of each."""
    if not right:
        return f"{quoted(left)} is gone." if words <= _SHORT else f"{_words(words)} are gone."
    if not left:
        return f"{quoted(right)} was put in." if words_right <= _SHORT else f"{_words(words_right)} were put in."
    inside = " inside the quotation marks" if kind == "quotation" else ""
    return f"{quoted(left)} became {quoted(right)}{inside}."


def say_unseen(left: str, right: str) -> str:
    """The sentence of a difference that no eye sees, with the names of its characters; empty where there is none.

    Where the texts look different besides, it is meant to follow the sentence that says so.
    """
    only_left, only_right = unseen(left, right)
    if not only_left and not only_right:
        return ""
    what = quoted(seen(right)) if looks_alike(left, right) else ""
    if only_left and only_right:
        return f"{what or 'It'} has {_names(only_left)} on the left and {_names(only_right)} on the right."
    if only_right:
        return f"{what or 'The right'} has {_names(only_right)} that the left has not."
    return f"{what or 'The left'} has {_names(only_left)} that the right has not."


def _names(characters: Sequence[str]) -> str:
    """`a soft hyphen (U+00AD) and a zero-width space (U+200B)`; beyond three, how many more there are."""
    said = [_article(name_of(one)) for one in characters[:3]]
    said += [f"{len(characters) - 3} more unseen characters"] if len(characters) > 3 else []
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def _article(name: str) -> str:
    return f"{'an' if name[0] in 'aeiouAEIO' else 'a'} {name}"


def _words(count: int) -> str:
    return f"{count} words"


def _count(number: int) -> str:
    return {2: "Two", 3: "Three", 4: "Four", 5: "Five"}.get(number, str(number))
