"""Names what differs where two sides print the same words with other signs.

Quoting both sides would show a reader the same twice, or nothing at all where the sign cannot be seen.
"""

from collections.abc import Callable

from sitegen.text.catalogues import Catalogue
from sitegen.text.invisible import seen, unseen
from sitegen.text.marknames import name_of

_STRAIGHT, _CURLY, _ANGLED = frozenset("\"'`"), frozenset("“”„‟‘’‚‛"), frozenset("«»‹›")
_APOSTROPHES = frozenset("'’ʼ`´")
_DASHES = frozenset("-‐‑‒–—―−﹘﹣－")
_DOTS = "..."
_QUOTE = frozenset("″′〝〞〟＂❝❞´ʼ＇❛❜") | _STRAIGHT | _CURLY | _ANGLED
_ALIKE = 40
_SEVERAL = 3
"""Unseen characters that are named, at most."""


def say_typography(left: str, right: str, catalogue: Catalogue) -> str:
    """One sentence for each sort of sign that differs, at most two; in general terms where none is known."""
    said = [sentence for find in _SORTS if (sentence := find(left, right, catalogue))]
    if said:
        return " ".join(said[:2])
    texts = [catalogue.quoted(text, _ALIKE) for text in (left, right)]
    if left and right and texts[0] != texts[1]:
        return catalogue.gettext("{left} became {right}: other typography.", left=texts[0], right=texts[1])
    return catalogue.gettext("{text} is printed with other characters.", text=texts[0] if left else texts[1])


def _quotes(left: str, right: str, catalogue: Catalogue) -> str:
    marks = [[char for char in text if char in _QUOTE] for text in (left, right)]
    if marks[0] == marks[1] or not all(marks):
        return ""
    styles = tuple(_style(chars) for chars in marks)
    if all(_is_apostrophe(text) for text in (left, right)):
        if styles == ("straight", "curly"):
            return catalogue.gettext("A straight apostrophe became a curly one.")
        if styles == ("curly", "straight"):
            return catalogue.gettext("A curly apostrophe became a straight one.")
        return catalogue.gettext("An apostrophe is another character.")
    if styles == ("straight", "curly"):
        return catalogue.ngettext(
            "A straight quotation mark became a curly one.",
            "Straight quotation marks became curly ones.",
            len(marks[0]),
        )
    if styles == ("curly", "straight"):
        return catalogue.ngettext(
            "A curly quotation mark became a straight one.",
            "Curly quotation marks became straight ones.",
            len(marks[0]),
        )
    return catalogue.ngettext(
        "A quotation mark is of another style.", "Quotation marks are of another style.", len(marks[0])
    )


def _style(marks: list[str]) -> str:
    names = {"straight": _STRAIGHT, "curly": _CURLY, "angled": _ANGLED}
    return next((name for name, chars in names.items() if chars.issuperset(marks)), "")


def _is_apostrophe(text: str) -> bool:
    """Whether its marks stand inside or at the end of a word, one a word."""
    words = text.split()
    marks = [[place for place, char in enumerate(word) if char in _QUOTE] for word in words]
    return all(
        len(places) <= 1 and all(place > 0 and word[place] in _APOSTROPHES for place in places)
        for word, places in zip(words, marks, strict=True)
    ) and any(word[places[0] + 1 :].strip() for word, places in zip(words, marks, strict=True) if places)


def _dashes(left: str, right: str, catalogue: Catalogue) -> str:
    marks = [[char for char in text if char in _DASHES] for text in (left, right)]
    changed = [
        (left_mark, right_mark) for left_mark, right_mark in zip(*marks, strict=False) if left_mark != right_mark
    ]
    if len(marks[0]) != len(marks[1]) or not changed:
        return ""
    left_mark, right_mark = (name_of(char, catalogue) for char in changed[0])
    return catalogue.gettext("Another dash: {left} became {right}.", left=left_mark, right=right_mark)


def _ellipsis(left: str, right: str, catalogue: Catalogue) -> str:
    if "…" in right and "…" not in left and _DOTS in left:
        return catalogue.gettext("Three full stops became one ellipsis character.")
    if "…" in left and "…" not in right and _DOTS in right:
        return catalogue.gettext("An ellipsis character became three full stops.")
    return ""


def _unseen(left: str, right: str, catalogue: Catalogue) -> str:
    """What no eye sees, named: characters of the left that the right lacks, or the reverse."""
    gone, new = unseen(left, right)
    names = [
        catalogue.listed([name_of(char, catalogue) for char in side[:_SEVERAL]])
        for side in map(_each_once, (gone, new))
    ]
    text = catalogue.quoted(seen(right or left), _ALIKE)
    if gone and new:
        return catalogue.gettext("Unseen in {text}: {left} became {right}.", text=text, left=names[0], right=names[1])
    if gone:
        return catalogue.gettext("Unseen in {text}, and gone: {names}.", text=text, names=names[0])
    if new:
        return catalogue.gettext("Unseen in {text}, and added: {names}.", text=text, names=names[1])
    return ""


def _each_once(characters: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(characters))


_SORTS: tuple[Callable[[str, str, Catalogue], str], ...] = (_quotes, _dashes, _ellipsis, _unseen)
