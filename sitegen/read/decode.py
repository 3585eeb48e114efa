"""Turns the bytes of a file into numbered lines, or says why they are no text. Opens no file and parses nothing.

UTF-8 is read with or without a byte order mark, UTF-16 and UTF-32 too, and what stands in an encoding of old is read
where only one makes sense, and said; see legacy.py. Anything else is refused, because a wrong guess would put words
into an outlet's mouth; the hint names the likely encoding. What somebody before us misread is put right, and said; see
text/repair.py.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace

from sitegen.config import Limits
from sitegen.diagnostics import Diagnostic, Location, error, warning
from sitegen.read.legacy import is_narrow, read_legacy
from sitegen.read.lines import TextFile
from sitegen.text.patterns import late_re
from sitegen.text.repair import mend

_LINE_END = late_re("\r\n?|[\u2028\u2029]")
_LINE_ENDS = "\r\u2028\u2029"
_NEXT_LINE = "\x85"
"""A line's end too, but one that a misread letter may hold (`Ã` and U+0085 were `Å`), so it is cut after the repair."""
UNPRINTABLE = late_re("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Controls and non-characters: no page, feed or terminal may receive them."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Those of UTF-32 first: one begins like that of UTF-16."""

_LIKELY = (
    ("shift_jis", "SHIFT_JIS", late_re("[\u3040-\u30ff]"), 0.3),
    ("euc_kr", "EUC-KR", late_re("[\uac00-\ud7a3]"), 0.9),
    ("cp1251", "WINDOWS-1251", late_re("[а-яё]"), 0.75),
    ("cp1256", "WINDOWS-1256", late_re("[\u0621-\u0652]"), 0.85),
    ("gb18030", "GB18030", late_re("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]"), 0.6),
)
"""Codec, name for iconv, characters its texts are mostly made of, and their share of what is not ASCII, at least."""

_LATIN = "WINDOWS-1252"
_MOST_FOREIGN_BYTES = 0.25
"""Of a text in Latin script that are not ASCII, at most."""


def decode(path: str, data: bytes, limits: Limits) -> tuple[TextFile | None, tuple[Diagnostic, ...]]:
    """The lines of `data`; None when it cannot be read as text."""
    notices: tuple[Diagnostic, ...] = ()
    encoding = "utf-8"
    try:
        text, encoding = _text(data)
    except UnicodeDecodeError as failure:
        reading = read_legacy(data)
        if reading is None:
            return None, (_not_utf8(path, data, failure),)
        text, encoding = reading.text, reading.encoding
        notices = (_legacy(path, text, encoding),)
    if any(mark in text for mark in _LINE_ENDS):
        text = _LINE_END.sub("\n", text)
    text, repairs = mend(text)
    text = text.replace(_NEXT_LINE, "\n")
    cleaned = clean(text)
    shown = tuple(replace(repair, was=clean(repair.was.replace(_NEXT_LINE, "\ufffd"))) for repair in repairs)
    file = TextFile(path=path, lines=tuple(cleaned.split("\n")), repairs=shown, encoding=encoding)
    long = _too_long(file, limits)
    if long:
        return None, (long,)
    return file, (*notices, *(_replaced(file, text) if cleaned != text else ()))


def clean(text: str) -> str:
    """`text` with every unprintable character shown as U+FFFD."""
    if text.replace("\n", "").isprintable():
        return text
    return UNPRINTABLE.sub("\ufffd", text)


def _text(data: bytes) -> tuple[str, str]:
    """The text by what is said or sure, and the name of its encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            errors = "surrogatepass" if encoding.startswith("utf-16") else "strict"
            return data[len(mark) :].decode(encoding, errors), encoding.replace("-le", "le").replace("-be", "be")
    if len(data) >= 16 and not is_narrow(data):
        position = next(index for index, byte in enumerate(data) if byte < 0x20 and byte not in b"\t\n\r\f")
        if b"\0" in data or read_legacy(data):
            raise UnicodeDecodeError("utf-8", data, position, position + 1, "UTF-16")
    return data.decode("utf-8"), "utf-8"


def _legacy(path: str, text: str, encoding: str) -> Diagnostic:
    """How a file was read that does not say it, at the first place that shows whether it was read well."""
    lines = _LINE_END.sub("\n", text).split("\n")
    row = next((index for index, line in enumerate(lines) if not line.isascii()), 0)
    column = next((index for index, char in enumerate(lines[row]) if char > "\x7f"), 0)
    return warning(
        "legacy-encoding",
        f"this is not UTF-8, and is read as {encoding}",
        Location(path=path, line=row + 1, column=column + 1),
        line=clean(lines[row]),
        hint=f"if it reads well, `iconv -f {encoding.upper()} -t UTF-8 OLD > NEW` settles it",
    )


def _too_long(file: TextFile, limits: Limits) -> Diagnostic | None:
    for number, line in enumerate(file.lines, start=1):
        # A character takes at most four bytes, so most lines need no encoding to be measured.
        if len(line) * 4 > limits.line_bytes and (size := len(line.encode())) > limits.line_bytes:
            return file.error(
                "line-too-long",
                f"this line has {size:,} bytes, and `limits.line_bytes` is {limits.line_bytes:,}",
                line=number,
                hint="break the text into paragraphs, or raise `line_bytes` under `[limits]` in site.toml",
            )
    return None


def _replaced(file: TextFile, original: str) -> Iterator[Diagnostic]:
    """One warning for the file: the first place and how many there are."""
    unprintable = [
        (number, match) for number, line in enumerate(original.split("\n"), 1) for match in UNPRINTABLE.finditer(line)
    ]
    number, first = unprintable[0]
    many = (
        f"{len(unprintable):,} unprintable characters, the first of them"
        if len(unprintable) > 1
        else "an unprintable character,"
    )
    yield file.warning(
        "unprintable",
        f"{many} U+{ord(first[0]):04X}, shown as U+FFFD",
        line=number,
        column=first.start() + 1,
        hint="remove it, unless the outlet printed it",
    )


def _not_utf8(path: str, data: bytes, failure: UnicodeDecodeError) -> Diagnostic:
    offset = failure.start
    before = data[:offset]
    line = len(re.findall(rb"\r\n?|\n", before)) + 1
    start = max(before.rfind(b"\n"), before.rfind(b"\r")) + 1
    encoding = likely_encoding(data)
    shown = before[start:].decode("utf-8", "replace")
    rest = re.split(rb"[\r\n]", data[offset : offset + 80])[0].decode("ascii", "replace")
    return error(
        "not-utf8",
        f"this is not UTF-8: byte {offset} of the file is 0x{data[offset]:02X}",
        Location(path=path, line=line, column=len(shown) + 1),
        line=clean(shown + rest),
        hint=f"it looks like {encoding.lower()}; convert it with `iconv -f {encoding} -t UTF-8 OLD > NEW`",
    )


def likely_encoding(data: bytes) -> str:
    """The encoding that bytes which are no UTF-8 are probably in, by the name iconv has for it; only for hints."""
    sample = data[:20_000]
    foreign = [byte for byte in sample if byte >= 0x80]
    if not is_narrow(data):
        return "UTF-16LE" if sample[1::2].count(0) > sample[::2].count(0) else "UTF-16BE"
    if len(foreign) <= _MOST_FOREIGN_BYTES * len(sample):
        return _LATIN
    return next((name for codec, name, letters, least in _LIKELY if _share(sample, codec, letters) >= least), _LATIN)


def _share(sample: bytes, codec: str, letters: re.Pattern[str]) -> float:
    """Share of the characters beyond ASCII that a text in that encoding would mostly be made of."""
    text = sample.decode(codec, "replace")
    beyond = [char for char in text if char > "\x7f"]
    return len(letters.findall(text)) / len(beyond) if beyond else 0.0
