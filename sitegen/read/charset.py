"""Decodes a web page by what it declares; one that declares nothing, as the one encoding in which its text makes sense.

Where several do, or what it declares is not right, it is refused: a wrong letter would be put into an outlet's mouth.

The order is that of the HTML standard (byte order mark, transport, declaration), with one exception: bytes that are
valid UTF-8 beyond ASCII are UTF-8 whatever they declare, since browsers save pages so and leave the old declaration.
"""

import codecs
import re

from sitegen.read.decode import likely_encoding
from sitegen.read.legacy import is_narrow, read_legacy
from sitegen.read.refusal import Refused

_DECLARED = re.compile(rb"""<meta[^>]{0,500}?charset\s*+=\s*+(?:["']\s*+)?([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]+)""")
_MARKUP = re.compile(rb"<(script|style)\b[^<]*(?:<(?!/\1)[^<]*)*+(?:</\1|\Z)|<[^<>]*>", re.IGNORECASE)
"""A script that nothing ends goes on to the end, as browsers have it; else each would be looked through to the end."""
_WHERE_DECLARED = 4_096
"""Bytes at the beginning that are searched for a declaration; the standard's 1,024 miss pages with long heads."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_READ_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
"""Python's name of a declared encoding: what every browser reads it as (encoding.spec.whatwg.org)."""
_NEVER = ("utf-7", "utf-32", "utf-32-le", "utf-32-be", "punycode", "idna", "unicode_escape", "raw_unicode_escape")


def decode_page(data: bytes, transport: str = "") -> tuple[str, str]:
    """The text of a page, and a remark about its encoding, empty where there is nothing to say.

    `transport` is the charset that came with it, as in a Content-Type header; empty where none did. Raises Refused.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], name, "its byte order mark"), ""
    declared = transport or _declaration(data)
    # UTF-16 of ASCII letters is valid UTF-8 with a NUL in every other byte.
    if not declared and not is_narrow(data) and (reading := read_legacy(data)):
        return _as_alone_sensible(data, codecs.lookup(reading.encoding).name, reading.encoding)
    utf8 = _utf8(data)
    if utf8 is not None and (not data.isascii() or not declared):
        if "\0" in utf8:
            raise Refused("bad-page", "this is no page: it holds NUL bytes", "save the page as HTML")
        encoding = _codec(declared) if declared else "utf-8"
        remark = f"the page declares {declared} and is UTF-8" if encoding != "utf-8" else ""
        return utf8, remark
    if not declared:
        if reading := read_legacy(_without_markup(data)):
            return _as_alone_sensible(data, _codec(reading.encoding), reading.encoding)
        raise Refused(
            "unsure-encoding",
            "this page is not UTF-8 and does not say what it is",
            f"it looks like {likely_encoding(data).lower()}; convert it to UTF-8 with iconv",
        )
    encoding = _codec(declared)
    if not encoding:
        hint = f"it looks like {likely_encoding(data).lower()}; convert it to UTF-8 with iconv"
        raise Refused("unsure-encoding", f"this page declares the encoding `{declared}`, which is not read", hint)
    return _strictly(data, encoding, f"`{declared}`, which it declares"), ""


def _as_alone_sensible(data: bytes, codec: str, encoding: str) -> tuple[str, str]:
    """A page in the one encoding in which its text makes sense, and the remark that it was found so."""
    text = _strictly(data, codec, f"`{encoding}`, as which its text makes sense")
    return text, f"the page declares no encoding; it was read as {encoding}, as which alone it makes sense"


def _without_markup(data: bytes) -> bytes:
    """What a page prints, as far as its tags can be told before it is decoded."""
    return _MARKUP.sub(b" ", data)


def _declaration(data: bytes) -> str:
    start = data[:_WHERE_DECLARED]
    match = _XML_DECLARED.match(start) or _DECLARED.search(start)
    return match[1].decode("ascii") if match else ""


def _codec(name: str) -> str:
    """Python's name for the encoding that a browser would use; empty for one that none does."""
    try:
        match = codecs.lookup(name.strip().replace(":", "-"))
    except (LookupError, ValueError):
        return ""
    # Codecs between bytes and bytes (`hex`) are found too, and are no encodings of text.
    if match.name in _NEVER or not getattr(match, "_is_text_encoding", True):
        return ""
    return _READ_AS.get(match.name, match.name)


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _strictly(data: bytes, encoding: str, what: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, ValueError) as failure:
        place = f": byte {failure.start}" if isinstance(failure, UnicodeDecodeError) else ""
        hint = f"it looks like {likely_encoding(data).lower()}; convert it to UTF-8 with iconv"
        raise Refused("unsure-encoding", f"this page is not in {what}{place}", hint) from None
