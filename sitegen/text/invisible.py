"""Characters that nobody sees or that look like others: their names, and what two texts differ in to no eye.

Whether such a character is ordinary where it stands (a joiner in Persian, a mark in Arabic, an emoji's selector) is
decided in places.py. Nothing here removes a character from a text that is printed.
"""

import unicodedata
from collections import Counter
from functools import lru_cache

import regex

from sitegen.text.lookalikes import foreign_letters, one_script
from sitegen.text.places import UNSEEN, deceiving_places

_NAMES: dict[int, tuple[str, str]] = {
    0x00AD: ("SHY", "soft hyphen"),
    0x034F: ("CGJ", "combining grapheme joiner"),
    0x061C: ("ALM", "Arabic letter mark"),
    0x115F: ("HCF", "Hangul choseong filler"),
    0x1160: ("HJF", "Hangul jungseong filler"),
    0x17B4: ("KIV", "Khmer inherent vowel aq"),
    0x17B5: ("KIV", "Khmer inherent vowel aa"),
    0x180E: ("MVS", "Mongolian vowel separator"),
    0x200B: ("ZWSP", "zero-width space"),
    0x200C: ("ZWNJ", "zero-width non-joiner"),
    0x200D: ("ZWJ", "zero-width joiner"),
    0x200E: ("LRM", "left-to-right mark"),
    0x200F: ("RLM", "right-to-left mark"),
    0x202A: ("LRE", "left-to-right embedding"),
    0x202B: ("RLE", "right-to-left embedding"),
    0x202C: ("PDF", "end of an embedding or override"),
    0x202D: ("LRO", "left-to-right override"),
    0x202E: ("RLO", "right-to-left override"),
    0x2060: ("WJ", "word joiner"),
    0x2066: ("LRI", "left-to-right isolate"),
    0x2067: ("RLI", "right-to-left isolate"),
    0x2068: ("FSI", "first-strong isolate"),
    0x2069: ("PDI", "end of an isolate"),
    0x2800: ("BLANK", "braille blank"),
    0x3164: ("HF", "Hangul filler"),
    0xFEFF: ("BOM", "zero-width no-break space"),
    0xFFA0: ("HHF", "half-width Hangul filler"),
    0xFFF9: ("IAA", "interlinear annotation anchor"),
    0xFFFA: ("IAS", "interlinear annotation separator"),
    0xFFFB: ("IAT", "interlinear annotation terminator"),
    0x00A0: ("NBSP", "no-break space"),
    0x202F: ("NNBSP", "narrow no-break space"),
    0x3000: ("IDSP", "ideographic space"),
}
"""Label for a small box, and name in plain words, where Unicode's own would not do."""

_SPACE = regex.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Spaces that are not the plain one."""


def name_of(char: str) -> str:
    """`zero-width space (U+200B)`"""
    return f"{_plain_name(char)} ({code_of(char)})"


def label_of(char: str) -> str:
    """A few capitals for a small box: `ZWSP`; the code where there are none."""
    code = ord(char)
    if code in _NAMES:
        return _NAMES[code][0]
    if 0xFE00 <= code <= 0xFE0F:
        return f"VS{code - 0xFE00 + 1}"
    if 0xE0100 <= code <= 0xE01EF:
        return f"VS{code - 0xE0100 + 17}"
    if 0xE0020 < code < 0xE007F:
        return f"TAG {chr(code - 0xE0000)}"
    script = unicodedata.name(char, "").partition(" ")[0]
    return script.capitalize() if script in ("CYRILLIC", "GREEK", "LATIN") else code_of(char)


def code_of(char: str) -> str:
    """`U+200B`"""
    return f"U+{ord(char):04X}"


def named(text: str) -> tuple[str, ...]:
    """The unseen characters of a text by name, each once, in the order they first stand in it."""
    return tuple(dict.fromkeys(name_of(char) for char in UNSEEN.findall(text)))


def visible(text: str) -> str:
    """The text with every unseen character written out: `ri‹U+200B›ver`."""
    return "".join(f"‹{code_of(char)}›" if UNSEEN.match(char) else char for char in text)


def tamed(text: str) -> str:
    """The text with those unseen characters written out that hide or turn around what stands there.

    For sentences about a text: an override must not turn around what we say, nor a filler hide in it.
    """
    odd = deceiving_places(text)
    return "".join(f"‹{code_of(char)}›" if at in odd else char for at, char in enumerate(text)) if odd else text


def seen(text: str) -> str:
    """What the eye takes a text for: without unseen characters, in plain spaces, each word in one script."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _SPACE.sub(" ", UNSEEN.sub("", one_script(text))))


def unseen(left: str, right: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Characters that only the left has, or has more of, and only the right, where no eye sees the difference.

    Unseen characters, uncommon spaces, letters of another script than their word, and accents written apart.
    """
    if left.isascii() and right.isascii() and not UNSEEN.search(left) and not UNSEEN.search(right):
        return (), ()
    counts = _hidden(left), _hidden(right)
    return tuple(counts[0] - counts[1]), tuple(counts[1] - counts[0])


def is_hidden(char: str) -> bool:
    """Whether a character that `unseen` found is one to speak of: no mere space, and no accent written apart."""
    return bool(UNSEEN.match(char)) or char.isalpha()


def looks_alike(left: str, right: str) -> bool:
    """Whether two texts that are not the same look the same."""
    return left != right and seen(left) == seen(right)


def _hidden(text: str) -> Counter[str]:
    """How often each character stands in a text that is not what it seems, in the order of the text."""
    if text.isascii() and not UNSEEN.search(text):
        return Counter()
    foreign = foreign_letters(text)
    return Counter([char for place, char in enumerate(text) if place in foreign or _is_odd(char)])


@lru_cache(maxsize=10_000)
def _is_odd(char: str) -> bool:
    """Whether a character is unseen, an uncommon space or an accent; asked of each letter of all that was changed."""
    return bool(UNSEEN.match(char) or _SPACE.match(char) or unicodedata.combining(char))


def _plain_name(char: str) -> str:
    code = ord(char)
    if code in _NAMES:
        return _NAMES[code][1]
    if 0xE0020 < code < 0xE007F:
        return f"tag character “{chr(code - 0xE0000)}”"
    if unicodedata.category(char) == "Cc":
        return "control character"
    name = unicodedata.name(char, "")
    if name.startswith(("CYRILLIC", "GREEK", "LATIN", "HANGUL", "ARABIC")):
        return f"{name.partition(' ')[0].capitalize()} {name.partition(' ')[2].lower()}"
    return name.lower() or "character that is none"
