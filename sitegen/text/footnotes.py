"""Marks of footnotes and citations inside a text: `[1]`, `[note 2]`, `¹`. They are labels and no figures."""

import regex

from sitegen.text.keys import EDITED

_MARK = regex.compile(
    r"(?V1)(?<=\S)\[(?:\p{Nd}{1,3}|[a-z]|[ivx]{1,4}|(?:note|nota|Anm\.?|注|註|прим\.?) ?\p{Nd}{1,3}"
    r"|citation needed)\](?=[\s\[.,;:!?)”\"»]|$|\p{L})|(?<=[\p{L}\p{M}.,;:!?”\"»)])[¹²³⁰⁴-⁹]{1,3}(?![\p{L}\p{N}])"
)
_UNITS = regex.compile(r"(?V1)(?:^|[^\p{L}])(?:[kcmdµ]?m|ft|in|mi|yd|км|м|см)$")


def footnote_marks(text: str) -> tuple[tuple[int, int], ...]:
    """Ranges of characters that are marks of footnotes, in order; `m²` is a unit, and `[1]` at a beginning a label."""
    if "[" not in text and text.isascii():
        return ()
    return tuple(
        mark.span()
        for mark in _MARK.finditer(text)
        if (mark[0][0] == "[" and not EDITED.match(text, mark.start()))
        or (mark[0][0] != "[" and not _UNITS.search(text, max(0, mark.start() - 5), mark.start()))
    )
