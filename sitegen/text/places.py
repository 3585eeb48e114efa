"""Whether an unseen character is ordinary where it stands.

Persian needs the non-joiner, Hindi and Sinhala the joiner, Khmer the zero-width space, Arabic and Hebrew their marks of
direction, emoji all of joiners, selectors and tags: none of that is told to a reader. What is left is odd; what also
hides or turns text around deceives.
"""

from collections.abc import Iterable

import regex

from sitegen.text.patterns import late_pattern, late_re

UNSEEN = late_re(
    r"[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    r"\ufffe\uffff\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Any character that is printed as nothing at all. Of `re`, which searches a text five times as fast."""
_RTL = late_pattern(r"(?V1)[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]")
_STRONG = late_pattern(r"\p{L}")
_JOINING = late_pattern(
    r"(?V1)[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mandaic}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Phags_Pa}"
    r"\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}"
    r"\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Tibetan}\p{Script=Balinese}"
    r"\p{Script=Javanese}\p{Script=Adlam}\p{Script=Hebrew}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Thai}\p{Script=Lao}]"
)
_BREAKS_BY_SPACE = late_pattern(
    r"(?V1)[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}"
    r"\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Balinese}\p{Script=Tai_Tham}]"
)
_EMOJI = late_pattern(r"(?V1)[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]")
_EMOJI_END = late_pattern(r"(?V1)[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u20e3]")
_TAKES_STYLE = late_pattern(r"(?V1)[\p{Emoji}\p{Extended_Pictographic}\p{S}\p{P}]")
_TAKES_VARIANT = late_pattern(r"(?V1)[\p{Script=Han}\p{Script=Myanmar}\p{Script=Phags_Pa}\p{Sm}\p{So}]")
_FLAG = late_pattern("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
_SKIPPED = late_pattern(r"(?V1)[\p{M}\p{Cf}]")
_PASSED = 32
"""Marks on one letter, at most; no script has more than some ten."""
_NEAR: dict[str, regex.Pattern[str]] = {
    **dict.fromkeys("\u200c\u200d", _JOINING),
    "\u200b": _BREAKS_BY_SPACE,
    **dict.fromkeys("\u115f\u1160", late_pattern(r"[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]")),
    **dict.fromkeys("\u180b\u180c\u180d\u180e\u180f", late_pattern(r"\p{Script=Mongolian}")),
    **dict.fromkeys("\u17b4\u17b5", late_pattern(r"\p{Script=Khmer}")),
    "\u034f": late_pattern(r"(?V1)[\p{Script=Hebrew}\p{M}]"),
    "\u2800": late_pattern(r"\p{Script=Braille}"),
}
"""Characters that are ordinary beside a letter of certain scripts."""
_CLOSING = "\u202c\u2069"
_LEFTWARD, _RIGHTWARD = "\u202b\u2067", "\u202a\u2066"
_OVERRIDES = "\u202d\u202e"
_PAIRED = {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"), **dict.fromkeys("\u2066\u2067\u2068", "\u2069")}
_MARKS = "\u200e\u200f\u061c"
_HIDING = late_pattern(
    r"[\u0000-\u001f\u007f-\u009f\u115f\u1160\u206a-\u206f\u2800\u3164\ufdd0-\ufdef\uffa0\ufff0-\ufffb\ufffe\uffff"
    r"\ud800-\udfff\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
"""Where they do not belong they carry or cover something: controls, fillers, tags."""


def odd_places(text: str) -> frozenset[int]:
    """Indexes of unseen characters that have no business there."""
    found = [match.start() for match in UNSEEN.finditer(text)]
    if not found:
        return frozenset()
    rtl = bool(_RTL.search(text))
    ordinary = _paired(text) | {at for flag in _FLAG.finditer(text) for at in range(*flag.span())}
    return frozenset(at for at in found if at not in ordinary and not _in_place(text, at, rtl=rtl))


def deceiving_places(text: str) -> frozenset[int]:
    """Indexes of the odd characters that hide text or turn it around, and so deceive even where both copies have them.

    Overrides do, and what turns against the direction of the text and is never closed; so do tags that are no flag's,
    controls, fillers, and several selectors in a row. A stray zero-width space or mark does neither.
    """
    odd = odd_places(text)
    first = _STRONG.search(text) if odd else None
    rtl = bool(_RTL.match(first[0])) if first else None
    return frozenset(at for at in odd if _deceives(text, at, rtl))


def _deceives(text: str, at: int, rtl: bool | None) -> bool:
    """`rtl` is the direction of the first letter of the text; None where it has no letter."""
    char = text[at]
    if char in _LEFTWARD or char in _RIGHTWARD:
        return rtl is not None and rtl == (char in _RIGHTWARD)
    if _is_selector(char):
        return at > 0 and _is_selector(text[at - 1])
    return char in _OVERRIDES or bool(_HIDING.match(char))


def _paired(text: str) -> set[int]:
    """Indexes of directional controls that are closed before the text ends, overrides not among them."""
    waiting: list[int] = []
    found: set[int] = set()
    for at, char in enumerate(text):
        if char in _PAIRED:
            waiting.append(at)
        elif char in _CLOSING and waiting and _PAIRED[text[waiting[-1]]] == char:
            start = waiting.pop()
            found |= {at} if text[start] in _OVERRIDES else {start, at}
    return found


def _in_place(text: str, at: int, *, rtl: bool) -> bool:
    char = text[at]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if char == "\u00ad":
        return bool(before.isalpha() and after.isalpha())
    if char in _MARKS:
        return rtl
    if char == "\u200d" and _EMOJI_END.match(before) and _EMOJI.match(after):
        return True
    if char in "\ufe0e\ufe0f":
        return bool(_TAKES_STYLE.match(before)) and not _is_selector(before)
    if "\ufe00" <= char <= "\ufe0d" or "\U000e0100" <= char <= "\U000e01ef":
        return bool(_TAKES_VARIANT.match(before))
    beside = _NEAR.get(char)
    return beside is not None and any(beside.match(one) for one in _neighbours(text, at))


def _is_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _neighbours(text: str, at: int) -> Iterable[str]:
    """What stands beside a place, marks and format characters passed over, and the very next character each way.

    Of those not more than `_PASSED`: a run of 100,000 would be walked through from each of its characters.
    """
    for step in (-1, 1):
        there = at + step
        if 0 <= there < len(text):
            yield text[there]
        for _ in range(_PASSED):
            if not (0 <= there < len(text) and _SKIPPED.match(text[there])):
                break
            there += step
        if 0 <= there < len(text):
            yield text[there]
