"""Says a change in words. Sentences are made from values alone, so that they are the same everywhere."""

from sitegen.model import ChangeKind
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


def _words(count: int) -> str:
    return f"{count} words"


def _count(number: int) -> str:
    return {2: "Two", 3: "Three", 4: "Four", 5: "Five"}.get(number, str(number))
