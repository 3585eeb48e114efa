"""The text of an RTF document, paragraph by paragraph. Pictures and embedded objects are passed over.

A reader of our own, in linear time: striprtf is 300 lines of one regular expression that backtracks on unclosed groups.
"""

import re
from collections.abc import Iterator

from sitegen.read.refusal import Refused

_TOKEN = re.compile(
    r"\\(?:(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})? ?|'(?P<byte>[0-9a-fA-F]{2})|(?P<sign>[^a-z'\r\n]))"
    r"|(?P<open>\{)|(?P<close>\})|(?P<text>[^\\{}\r\n]+)"
)
_PASSED_OVER_LISTED = """
    fonttbl colortbl stylesheet info pict object objdata themedata header headerl headerr headerf footer footerl footerr
    footerf fldinst datastore listtable generator
"""
_PASSED_OVER = frozenset(_PASSED_OVER_LISTED.split())
"""Groups that hold no text of the document."""
_SIGNS = {"par": "\n", "line": "\n", "row": "\n", "sect": "\n", "page": "\n", "tab": "\t", "cell": "\t"} | {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
}  # fmt: skip
_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_DEEPEST = 1_000


def rtf_lines(data: bytes) -> tuple[str, ...]:
    """The paragraphs of a document. Raises Refused where it is none, or nests deeper than a program writes."""
    if not data.startswith(b"{\\rtf"):
        raise Refused("bad-document", "this is no RTF document", "save it as RTF or as text")
    return tuple("".join(_texts(data.decode("latin-1"))).split("\n"))


def _texts(source: str) -> Iterator[str]:
    encoding = "cp1252"
    # Of each group: whether it is passed over, and how many characters stand for one of Unicode (`\uc`).
    groups: list[tuple[bool, int]] = [(False, 1)]
    waiting = bytearray()
    left_out = 0
    starts = False
    for match in _TOKEN.finditer(source):
        hidden, stand_ins = groups[-1]
        if match["byte"]:
            if left_out:
                left_out -= 1
            elif not hidden:
                waiting.append(int(match["byte"], 16))
            continue
        if waiting:
            yield waiting.decode(encoding, "replace")
            waiting.clear()
        if match["open"]:
            if len(groups) > _DEEPEST:
                raise Refused("bad-document", "this RTF is nested too deep", "save it as text")
            groups.append((hidden, stand_ins))
            starts = True
            continue
        if match["close"]:
            if len(groups) > 1:
                groups.pop()
        elif match["word"]:
            word, number = match["word"], int(match["number"] or 0)
            if starts and word in _PASSED_OVER:
                groups[-1] = (True, stand_ins)
            elif word == "uc":
                groups[-1] = (hidden, number)
            elif word == "ansicpg":
                encoding = _code_page(number)
            elif word in _PAGES:
                encoding = _PAGES[word]
            elif word == "bin":
                raise Refused("bad-document", "this RTF holds raw bytes", "save it as text")
            elif word == "u" and not hidden:
                yield chr(number % 0x10000) if not 0xD800 <= number % 0x10000 < 0xE000 else "\ufffd"
                left_out = stand_ins
            elif word in _SIGNS and not hidden:
                yield _SIGNS[word]
        elif match["sign"]:
            if match["sign"] == "*" and starts:
                groups[-1] = (True, stand_ins)
            elif not hidden:
                yield {"~": "\u00a0", "_": "\u2011", "-": ""}.get(match["sign"], match["sign"])
            starts = starts and match["sign"] == "*"
            continue
        elif match["text"] and not hidden:
            text = match["text"]
            passed = min(left_out, len(text))
            left_out -= passed
            yield text[passed:]
        starts = False
    if waiting:
        yield waiting.decode(encoding, "replace")


def _code_page(number: int) -> str:
    import codecs

    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"
