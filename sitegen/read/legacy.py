"""Reads bytes that are not UTF-8 and do not say what they are, if only one reading of them makes sense.

Each encoding that was in use is tried. A reading makes sense if it decodes, is in a language, joins no two scripts in
a word, sets no capital after a small letter, and no sign inside a word; if charset-normalizer finds no mess in it; and
if its letters are its language's. Where a second reading with another text is nearly as good, nobody can be sure, and
the answer is none: a wrong letter would be put into an outlet's mouth.

Tried and given up: charset-normalizer alone. It reads ISO-8859-15 as cp1250, and `Café` as UTF-16.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from sitegen.frozen import dataclass
from sitegen.read.alphabets import ALPHABETS
from sitegen.read.language import UNKNOWN, guess_language
from sitegen.text.patterns import late_re

_SINGLE = (
    *("cp1252", "iso8859-15", "cp1250", "iso8859-2", "cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866"),
    *("cp1253", "iso8859-7", "cp1254", "cp1255", "cp1256", "iso8859-6", "cp1257", "cp1258", "cp874", "mac-roman"),
)
_DOUBLE = ("gb18030", "big5hkscs", "cp932", "euc-jp", "cp949")
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_NAMES = {
    **{f"cp{number}": f"windows-{number}" for number in range(1250, 1259)},
    **{name: name.replace("-le", "le").replace("-be", "be") for name in _WIDE},
    "cp874": "windows-874",
    "cp866": "ibm866",
    "cp932": "shift_jis",
    "cp949": "euc-kr",
    "big5hkscs": "big5",
    "iso8859-2": "iso-8859-2",
    "iso8859-5": "iso-8859-5",
    "iso8859-6": "iso-8859-6",
    "iso8859-7": "iso-8859-7",
    "iso8859-15": "iso-8859-15",
    "mac-roman": "macintosh",
}
"""As the Encoding Standard calls them; what it has no other name for is called as Python does."""
_MOST_MESS = 0.2
"""Of what charset-normalizer calls so, at most."""
_MOST_ODD = 0.01
"""Share of the characters beyond ASCII that no text of its kind should have, at most."""
_MOST_FOREIGN = 0.05
"""Share of the letters beyond ASCII that are of no word of the language, at most."""
_EVIDENCE = 3
"""Letters that must speak for a reading and against another of a different text, where a language writes such letters
in words of other languages alone ..."""
_OWN_EVIDENCE = 1
"""... and where they are its own."""
_OWN_LETTERS = 0.8
"""Share of its own letters that an encoding must have to be one that a language is written in."""
_MOST_CAPITALS = 0.5
_LOANS = ("en", "nl", "af", "eo")
_LETTERS_ENOUGH = 5_000
"""Characters of a text that are weighed."""
_SIGNS = frozenset("«»“”‘’„‚–—…€£§°ºª¿¡·•©®™×½¼¾²³‹›№±\xa0\xad\u200c\u200d\u200e\u200f،؛؟٪٫٬ـ·‐−→←\u2028\u2029")
_IN_WORDS = frozenset("\u2028\u2029’·-\xad\u200c\u200dªº'ـ")
_SCRIPTS = (
    ("latin", late_re("[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]")),
    ("greek", late_re("[Ͱ-Ͽ]")),
    ("cyrillic", late_re("[Ѐ-ӿ]")),
    ("hebrew", late_re("[א-ת]")),
    ("arabic", late_re("[ء-ۓ]")),
    ("thai", late_re("[ก-๎]")),
)
_WORD = late_re("[\\w\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+")
_MISPLACED = late_re(
    "(?<![ก-ฮ])[ัิ-ฺ]|[็-๎]{2}|[เ-ไ](?![ก-ฮ])|(?<![\u0621-\u0652])[\u064b-\u0652]|[\u064b-\u0652]{3}|[ةى](?=[\u0621-\u064a])"
)
"""Vowels and tones of Thai where no syllable has them, and Arabic letters and marks where no word has them."""
_FEW = 20
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r\f\x1b")
_KANA = late_re("[\u3041-\u3096\u30a1-\u30fa\u30fc]")
_HANGUL = late_re("[\uac00-\ud7a3]")
_HAN = late_re("[\u4e00-\u9fff]")
_EAST = late_re("[\u3000-\u303f\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text, and the encoding it was read in."""

    text: str
    encoding: str
    """By its name in the Encoding Standard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    text: str
    encoding: str
    foreign: int
    """Letters and signs beyond ASCII that its language does not write."""
    evidence: int
    """By how many of them another reading must be worse."""
    letters: int
    """Letters beyond ASCII."""


def read_legacy(data: bytes) -> Reading | None:
    """The text of bytes that are not UTF-8; None where no reading makes sense, or more than one."""
    if not is_narrow(data):
        return _read_wide(data)
    if _is_broken_utf8(data):
        return None
    candidates = [candidate for encoding in (*_SINGLE, *_DOUBLE) if (candidate := _candidate(data, encoding))]
    best = min(candidates, key=lambda candidate: candidate.foreign, default=None)
    if best is None or best.foreign > _MOST_FOREIGN * best.letters:
        return None
    if any(
        candidate.text != best.text and candidate.foreign < best.foreign + best.evidence for candidate in candidates
    ):
        return None
    return Reading(text=best.text, encoding=_NAMES.get(best.encoding, best.encoding))


def is_narrow(data: bytes) -> bool:
    """Whether it is no UTF-16 or UTF-32 without a mark: those are full of NUL or, in other scripts, of controls."""
    sample = data[:20_000]
    return (len(sample) - len(sample.translate(None, _CONTROLS))) * 8 <= len(sample)


def _read_wide(data: bytes) -> Reading | None:
    """UTF-16 and UTF-32 without a mark, where one order of the bytes makes sense."""
    readings = []
    for encoding in _WIDE:
        text = _decoded(data, encoding)
        if text and not _is_messy(text.replace("\x85", "\n")) and guess_language(text, ()) != UNKNOWN:
            readings.append(Reading(text=text, encoding=_NAMES[encoding]))
    return readings[0] if len(readings) == 1 else None


def _is_broken_utf8(data: bytes) -> bool:
    """Whether most of it beyond ASCII is UTF-8, so that some of its bytes were damaged and it was never another."""
    kept = data.decode("utf-8", "ignore").encode()
    return sum(byte > 0x7F for byte in kept) * 2 > sum(byte > 0x7F for byte in data)


def _candidate(data: bytes, encoding: str) -> _Candidate | None:
    text = _decoded(data, encoding)
    if not text or (_is_eastern(text, data, encoding) if encoding in _DOUBLE else _is_western(text)) is False:
        return None
    language = guess_language(text, ()).partition("-")[0]
    if encoding in _DOUBLE:
        # Of a sentence of traditional Chinese the language is seldom told; its characters are proof enough.
        languages = {"gb18030": ("zh", UNKNOWN), "big5hkscs": ("zh", UNKNOWN), "cp949": ("ko",)}.get(encoding, ("ja",))
        return (
            _Candidate(text=text, encoding=encoding, foreign=0, evidence=1, letters=1)
            if language in languages
            else None
        )
    letters = [char for char in text.casefold()[:_LETTERS_ENOUGH] if char > "\x7f" and char.isalpha()]
    alphabet = ALPHABETS.get(language)
    if alphabet is None or not _writes(encoding, language) or _is_a_mess(data, encoding):
        return None
    foreign = sum(char not in alphabet for char in letters) + sum(_odd(text[:_LETTERS_ENOUGH]))
    evidence = _EVIDENCE if language in _LOANS else _OWN_EVIDENCE
    return _Candidate(text=text, encoding=encoding, foreign=foreign, evidence=evidence, letters=len(letters))


@cache
def _writes(encoding: str, language: str) -> bool:
    """Whether a language can be written in an encoding: French cannot in windows-1250, which has no `è`."""
    if language in _LOANS or encoding == "cp1258":
        return True
    letters = ALPHABETS[language]
    return sum(bool(char.encode(encoding, "ignore")) for char in letters) >= _OWN_LETTERS * len(letters)


def _decoded(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, ValueError):
        return ""
    # Windows-1258 writes most vowels of Vietnamese as two characters, which nobody typed.
    return unicodedata.normalize("NFC", text) if encoding == "cp1258" else text


def _is_a_mess(data: bytes, encoding: str) -> bool:
    """What charset-normalizer says of a reading."""
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=[encoding], threshold=_MOST_MESS, preemptive_behaviour=False).best()
    return best is None


def _is_western(text: str) -> bool:
    """Whether a text in a script of letters looks written, and not misread."""
    letters = [char for char in text[:_LETTERS_ENOUGH] if char > "\x7f" and char.lower() != char.upper()]
    shouted = len(letters) >= _FEW and sum(map(str.isupper, letters)) > _MOST_CAPITALS * len(letters)
    misplaced = len(_MISPLACED.findall(text)) * 50 > len(text)
    return not (shouted or misplaced or _is_messy(text)) and all(
        _is_word(word) for word in _WORD.findall(text[:_LETTERS_ENOUGH])
    )


def _is_messy(text: str) -> bool:
    """Whether it has characters that no text has, or signs inside words."""
    sample = text[:_LETTERS_ENOUGH]
    beyond = sum(char > "\x7f" for char in sample)
    return sum(_odd(sample)) > _MOST_ODD * beyond


def _odd(text: str) -> Iterator[bool]:
    for index, char in enumerate(text):
        if char <= "\x7f":
            yield char < " " and char not in "\t\n\r\f"
        elif not (char.isalpha() or unicodedata.category(char) in ("Mn", "Nd") or _EAST.match(char)):
            inside = 0 < index < len(text) - 1 and text[index - 1].isalpha() and text[index + 1].isalpha()
            yield char not in _SIGNS or (inside and char not in _IN_WORDS and char not in "–—…")


def _is_word(word: str) -> bool:
    """Whether a word is in one script, and has no capital after a small letter but in ASCII (`McDonald`)."""
    if word.isascii():
        return True
    scripts = {name for name, letters in _SCRIPTS if letters.search(word)}
    jumps = any(
        char.islower() and following.isupper() and not (char + following).isascii()
        for char, following in pairwise(word)
    )
    return len(scripts) <= 1 and not jumps


def _is_eastern(text: str, data: bytes, encoding: str) -> bool:
    """Whether a text reads like Chinese, Japanese or Korean, by how often its commonest characters stand there."""
    beyond = [char for char in text if char > "\x7f"]
    if len(beyond) < _FEW or sum(bool(_EAST.match(char)) or char in _SIGNS for char in beyond) < 0.98 * len(beyond):
        return False
    kana, hangul, han = (len(pattern.findall(text)) / len(beyond) for pattern in (_KANA, _HANGUL, _HAN))
    if encoding == "cp949":
        return hangul >= 0.7 and text.count(" ") * 12 >= len(text)
    if encoding in ("cp932", "euc-jp"):
        return kana >= 0.25 and hangul == 0
    common = _common(data, encoding)
    return han >= 0.6 and kana == 0 and common >= 0.9 and text.count(" ") * 6 <= len(text)


def _common(data: bytes, encoding: str) -> float:
    """Share of the characters of two bytes that are of the first level of their set, which holds the common ones."""
    first, last = (0xB0, 0xD7) if encoding == "gb18030" else (0xA4, 0xC6)
    # Lead bytes of the rows of punctuation are no ideographs.
    lowest = 0xAA if encoding == "gb18030" else 0xA4
    index, common, total = 0, 0, 0
    while index < len(data) - 1:
        if data[index] < 0x80:
            index += 1
            continue
        total += data[index] >= lowest
        common += first <= data[index] <= last
        index += 2
    return common / total if total else 0.0
