"""Text that was read in the wrong encoding, put right: UTF-8 read as Windows-1252 or Latin-1, Latin-1 as Windows-1258.

A place is repaired only where it cannot have been meant: the characters are, byte by byte, valid text in the other
encoding, and healthy text would not print them so. What healthy text might print (`É”` where a quotation ends, `é »` in
French) is left alone, or believed only where nothing else in the text is healthy. Nothing else is touched: no
quotation mark is straightened, no letter recomposed. Each repair says what stood there, so that the original can be
rebuilt.

Latin-1 read as Windows-1258, the Vietnamese code page, turns `ì` into a combining acute on the consonant before it,
`ò` into a dot below, `ã` into `ă`. No Vietnamese syllable has an accent on a consonant, or ends in `ă` or `ănh`.
`õ` and `ý` became `ơ` and `ư`, which are good syllables too (`võ`, `vơ`): those cannot be told and stay.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model import Repair, RepairKind
from sitegen.text.patterns import late_re


class Fix(NamedTuple):
    """A stretch of the text and what it should have been."""

    start: int
    end: int
    became: str
    kind: RepairKind


def mend(text: str) -> tuple[str, tuple[Repair, ...]]:
    """The text put right, and what was done; the very same text where it is healthy. Lines end at `\\n` and U+0085."""
    if text.isascii():
        return text, ()
    fixes = _misread_utf8(text) or _misread_latin(text) or _misread_windows(text)
    return _applied(text, fixes) if fixes else (text, ())


def original_line(mended: str, repairs: tuple[Repair, ...]) -> str:
    """A line as it stood before; `repairs` are those of this line, in order."""
    parts: list[str] = []
    at = taken = 0
    for one in repairs:
        healthy = one.column - 1 - at
        parts += [mended[taken : taken + healthy], one.was]
        taken += healthy + len(one.became)
        at = one.column - 1 + len(one.was)
    return "".join((*parts, mended[taken:]))


def _applied(text: str, fixes: list[Fix]) -> tuple[str, tuple[Repair, ...]]:
    parts: list[str] = []
    repairs: list[Repair] = []
    at, line, begin = 0, 1, 0
    for fix in fixes:
        between = text[at : fix.start]
        parts += [between, fix.became]
        if ends := [one.end() for one in _LINE_END.finditer(between)]:
            line, begin = line + len(ends), at + ends[-1]
        column, was = fix.start - begin + 1, text[fix.start : fix.end]
        repairs.append(Repair(kind=fix.kind, line=line, column=column, was=was, became=fix.became))
        at = fix.end
    return "".join((*parts, text[at:])), tuple(repairs)


_LINE_END = late_re("[\n\x85]")

# UTF-8 read as Windows-1252 or Latin-1

_BYTES = {chr(byte): byte for byte in range(0x80, 0x100)}
"""Characters by the byte they were read from; the five bytes that Windows-1252 leaves free are controls in both."""
for _byte in range(0x80, 0xA0):
    try:
        _BYTES[bytes([_byte]).decode("cp1252")] = _byte
    except UnicodeDecodeError:
        continue
_GOES_ON = "".join(one for one, byte in _BYTES.items() if byte < 0xC0)
_ON = f"[{re.escape(_GOES_ON)}]"
_RUN = late_re(f"(?:[\xc2-\xc9\xce-\xd3\xd6-\xdb]{_ON}|[\xe0-\xef]{_ON}{{2}}|[\xf0-\xf4]{_ON}{{3}})+")
"""Runs of what may be characters of UTF-8; of two bytes only Latin, Greek, Cyrillic, Hebrew and Arabic letters."""
_HINT = late_re(f"[\xc2-\xf4]{_ON}")
"""Most healthy texts have no such place; looking for one costs little."""
_MAY_CLOSE = "\xa0“”‘’„‚‹›«»…–—!?™®©°ºª¹²³§€%"
"""What healthy text may print right after an accented letter."""
_CONTROL = late_re("[\x80-\x9f]")
_LONGEST_WORD = 40
"""Characters of a word that is shown and mended whole. No search for a word goes further, whatever a line holds."""
_WORD_AROUND = late_re(rf"[^\s\"“”«»()\[\]{{}}<>,;:!?|/]{{0,{_LONGEST_WORD + 1}}}")
_ROUNDS = 3
"""Texts may have been misread twice; more often than that was never seen."""


def _misread_utf8(text: str) -> list[Fix]:
    """Runs that are UTF-8. Ambiguous ones count where sure ones stand too and no accented letter is healthy."""
    if not _HINT.search(text):
        return []
    found = [run for run in _RUN.finditer(text) if _decoded(run[0]) is not None]
    sure = [run for run in found if _is_sure(text, run)]
    if not sure:
        return []
    if len(sure) < len(found) and _nothing_else(text, found):
        sure = found
    return list(_words(text, sure))


def _decoded(run: str) -> str | None:
    """What the run was before it was misread; None where it is no UTF-8 or comes out as something unprintable."""
    try:
        plain = bytes(_BYTES[one] for one in run).decode("utf-8")
    except UnicodeDecodeError:
        return None
    if any(one in "\ufffd\x85" or unicodedata.category(one) in ("Cc", "Cn", "Co") for one in plain):
        # Of a text that was misread twice the first reading back has controls, and the second has none.
        return plain if len(plain) < len(run) and _CONTROL.search(plain) and _decoded(plain) else None
    return plain


def _is_sure(text: str, run: re.Match[str]) -> bool:
    """Whether no healthy text prints this run where it stands."""
    if _CONTROL.search(run[0]):
        return True
    became, first = _decoded(run[0]) or "", run[0][0]
    before = text[run.start() - 1 : run.start()]
    after = text[run.end() : run.end() + 1]
    if before.isupper() and first.isupper() and len(became) == 1 and run[0][1] in _MAY_CLOSE:
        return False
    if len(became) > 1:
        return any(one not in _MAY_CLOSE for one in run[0][1::2]) or first.isupper()
    if first.isupper():
        # A capital inside a word, or a mark inside one: `cafÃ©`, `cÅ“ur`, `Ã‰t`.
        return run[0][1] not in _MAY_CLOSE or first in "ÂÃ" or before.islower() or after.islower()
    if first == "â":
        return run[0][1] in "€„†‚‡ˆ‰" and not (run[0][1] in "„†‚" and run[0][2] in _MAY_CLOSE and not after.isalnum())
    if first in "ðï":
        return True
    return any(one not in _MAY_CLOSE for one in run[0][1:]) or (first in "áà" and after.isalpha())


def _nothing_else(text: str, found: list[re.Match[str]]) -> bool:
    """Whether every accented letter or sign of the text stands in a run: then the whole of it was misread."""
    covered = sum(run.end() - run.start() for run in found)
    return sum(one > "\x7f" for one in text) == covered


def _words(text: str, runs: list[re.Match[str]]) -> Iterator[Fix]:
    """The runs with the words they stand in, so that a repair can be read; each word once."""
    at = 0
    for index, run in enumerate(runs):
        if run.start() < at:
            continue
        first = max(text.rfind(one, at, run.start()) for one in " \n\t") + 1
        start = first if run.start() - first <= _LONGEST_WORD and _is_word(text[first : run.start()]) else run.start()
        start = max(start, at)
        end, became = run.start(), text[start : run.start()]
        for other in map(runs.__getitem__, range(index, len(runs))):  # no slice: the copies would be a square
            between = text[end : other.start()]
            if other.start() > end and not (_is_word(between) and len(between) <= _LONGEST_WORD):
                break
            became += between + _again(_decoded(other[0]) or "")
            end = other.end()
        tail = _WORD_AROUND.match(text, end)
        if tail and len(tail[0]) <= _LONGEST_WORD and tail[0].isalpha():
            became += tail[0]
            end = tail.end()
        kind: RepairKind = "utf-8 as latin-1" if _CONTROL.search(text[start:end]) else "utf-8 as windows-1252"
        yield Fix(start, end, became, kind)
        at = end


def _is_word(text: str) -> bool:
    return not text or text.isalpha()


def _again(text: str) -> str:
    """A text that was misread more than once: each time it is valid once more."""
    for _ in range(_ROUNDS - 1):
        runs = list(_RUN.finditer(text))
        if not runs or any(_decoded(run[0]) is None or not _is_sure(text, run) for run in runs):
            break
        text = _RUN.sub(lambda run: _decoded(run[0]) or run[0], text)
    return text


# Windows-1252 read as Latin-1


def _misread_windows(text: str) -> list[Fix]:
    """Controls that are marks in Windows-1252, such as its dash and its quotation marks; no healthy text has any."""
    return [
        Fix(control.start(), control.end(), _MARKS[control[0]], "windows-1252 as latin-1")
        for control in _CONTROL.finditer(text)
        if control[0] in _MARKS
    ]


_MARKS = {chr(byte): sign for sign, byte in _BYTES.items() if byte < 0xA0 and sign != chr(byte) and byte != 0x85}
"""What Windows-1252 has in the places of Latin-1's controls; U+0085 may end a line and stays.
The rule is that of HTML's character references (WHATWG, numeric character reference end state)."""


# Latin-1 read as Windows-1258

_CANDIDATE = late_re(
    "[ăĂ](?![cmptCMPT]|[nN](?![hH]))|[aA]\u0306(?![cmptCMPT]|[nN](?![hH]))"
    "|[bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX][\u0300\u0301\u0309\u0323]"
    "|[ǵḱĺḿńṕŕśćḅḍḥḳḷṃṇṛṣṭṿǸǹǴḰĹḾŃṔŔŚĆḄḌḤḲḶṂṆṚṢṬṾ]"
)
"""Where a word may be broken. Most healthy texts have no such place."""
_WORD = late_re(
    f"[^\\W\\d_\u0300\u0301\u0303\u0306\u0309\u0323][\\w\u0300-\u0309\u0323\u031b\u0302]{{0,{_LONGEST_WORD}}}"
)
_USUAL = "đơưĐ\u031b"
_VIETNAMESE = late_re("[đơưĐƠƯ\u1ea0-\u1ef9]")
_SAMPLE = 20_000
_FEWEST_LETTERS = 4
_LEAST_SHARE = 0.02
_ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])"
_SYLLABLE = late_re(
    f"{_ONSET}(?:ì(?:a|m|n|nh|u)?|ò(?:a|ai|an|ang|e|i|m|n|ng)?|oò(?:ng)?|ã(?:i|o|u|y|nh)?|oã(?:i|n|ng|nh)?|uã(?:n|ng|y)?)"
)
"""Syllables that can come out: an onset, then a rime with the letter that was lost."""
_LOST = (("\u0301", "ì"), ("\u0323", "ò"), ("\u0300", "Ì"), ("\u0309", "Ò"))
_ON_CONSONANT = late_re("([bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX])([\u0300\u0301\u0309\u0323])")
_BREVE = late_re("([aA])\u0306")


def _misread_latin(text: str) -> list[Fix]:
    """Words of a Vietnamese text that are no syllables until `ì`, `ò` or `ã` is put back."""
    if not any(letter in text for letter in _USUAL) or not _CANDIDATE.search(text) or not _is_vietnamese(text):
        return []
    fixes: list[Fix] = []
    end = 0
    for place in _CANDIDATE.finditer(text):
        if place.start() < end:
            continue
        begin = place.start()
        # No syllable is as long: without an end, a run of letters is walked back from each of its candidates.
        first = max(end, begin - _LONGEST_WORD)
        while begin > first and (text[begin - 1].isalpha() or unicodedata.combining(text[begin - 1])):
            begin -= 1
        word = _WORD.match(text, begin)
        became = _syllable(word[0]) if word else ""
        if word and became:
            fixes.append(Fix(word.start(), word.end(), became, "latin-1 as windows-1258"))
            end = word.end()
    return fixes


def _is_vietnamese(text: str) -> bool:
    sample = unicodedata.normalize("NFC", text[:_SAMPLE])
    letters = len(_VIETNAMESE.findall(sample))
    return letters >= _FEWEST_LETTERS and letters >= _LEAST_SHARE * len(sample)


def _syllable(word: str) -> str:
    """The word put right, as composed as it was; empty where no Vietnamese syllable comes out."""
    apart = unicodedata.normalize("NFD", word)
    lost = dict(_LOST)
    mended = _ON_CONSONANT.sub(lambda place: place[1] + lost[place[2]], apart)
    if mended == apart:
        mended = _BREVE.sub(lambda place: "ã" if place[1] == "a" else "Ã", apart)
    composed = unicodedata.normalize("NFC", mended)
    return composed if _SYLLABLE.fullmatch(composed.lower()) else ""
