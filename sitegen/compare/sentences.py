"""Says a change in words. Sentences are made from values alone, so that they are the same everywhere."""

from sitegen.model import ChangeKind
from sitegen.text.quoting import quoted

_SHORT = 8
"""Words up to which a cut or an addition is quoted; beyond, counted."""


def say(
    kind: ChangeKind,
    left: str,
    right: str,
    places: tuple[tuple[int, ...], tuple[int, ...]],
    words: int,
    words_right: int,
) -> str:
    """The sentence of a change. `places` are the blocks of both sides; words are counts of each."""
    if kind == "move":
        direction = "up" if places[1][0] < places[0][0] else "down"
        return f"Paragraph {places[0][0] + 1} moved {direction} to {places[1][0] + 1}."
    if kind == "split":
        return f"One paragraph was split into {len(places[1])}."
    if kind == "merge":
        return f"{_count(len(places[0]))} paragraphs were merged into one."
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
