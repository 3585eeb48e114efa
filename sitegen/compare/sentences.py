"""Says a change in words. Sentences are made from values alone, so that they are the same everywhere."""

from sitegen.model import ChangeKind

_LONG = 90
"""Characters of a quoted text beyond which its middle is left out."""
_LEAD: dict[ChangeKind, str] = {
    "quotation": "Words inside the quotation marks",
    "figure": "The figure",
    "date": "The date",
    "name": "The name",
    "attribution": "Who says so",
    "hedge": "How sure it is",
}


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
    if kind == "cut":
        return f"Cut: {_words(words)}." if words > 8 else f"Cut: {quote(left)}."
    if kind == "addition":
        return f"Added: {_words(words_right)}." if words_right > 8 else f"Added: {quote(right)}."
    return _replaced(kind, left, right)


def _replaced(kind: ChangeKind, left: str, right: str) -> str:
    lead = _LEAD.get(kind)
    verb = "were" if kind == "quotation" else "was"
    if not right:
        return f"{lead} {verb} dropped: {quote(left)}." if lead else f"{quote(left)} was dropped."
    if not left:
        return f"{quote(right)} was put in."
    changed = f"{quote(left)} became {quote(right)}."
    return f"{lead} {verb} changed: {changed}" if lead else changed


def quote(text: str) -> str:
    """The text in quotation marks, shortened in its middle when long."""
    text = " ".join(text.split())
    if len(text) > _LONG:
        half = _LONG // 2
        text = f"{text[:half].rsplit(' ', 1)[0]} … {text[-half:].split(' ', 1)[-1]}"
    return f"“{text}”"


def _words(count: int) -> str:
    return f"{count} word{'' if count == 1 else 's'}"


def _count(number: int) -> str:
    return {2: "Two", 3: "Three", 4: "Four", 5: "Five"}.get(number, str(number))
