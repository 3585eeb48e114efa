"""Bytes of a file: encodings, line ends, characters that no page may receive."""

import codecs

import pytest

from sitegen.config import Config, Limits
from sitegen.read import read_article

TEXT = "Nước sạch\n\nThe “water” bill rises on Monday, the council said — again.\n"
ENCODINGS = {
    "utf-8": b"",
    "utf-8 with mark": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
    "utf-16-le without mark": b"",
    "utf-16-be without mark": b"",
    "utf-32-le without mark": b"",
    "utf-32-be without mark": b"",
}
"""With the mark that stands before the text."""


def written(text: str, encoding: str) -> bytes:
    return ENCODINGS[encoding] + text.encode(encoding.split()[0])


ENDS = ["\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("end", ENDS, ids=[f"U+{ord(end[0]):04X}" for end in ENDS])
@pytest.mark.parametrize("final", [True, False])
def test_every_way_to_write_a_text(encoding: str, end: str, final: bool) -> None:
    """The same text in every encoding and with every line end makes the same blocks on the same lines."""
    text = TEXT.replace("\n", end) if final else TEXT.rstrip().replace("\n", end)
    article, problems = read_article("a.txt", "a.txt", written(text, encoding), Config())
    assert [one.code for one in problems] == (["legacy-encoding"] if "without" in encoding else [])
    assert article is not None
    assert [(block.line, block.text) for block in article.blocks] == [
        (1, "Nước sạch"),
        (3, "The “water” bill rises on Monday, the council said — again."),
    ]


def test_another_encoding_is_refused_and_named() -> None:
    """A few words that are not UTF-8 are refused; the hint names their likely encoding and the command to convert."""
    article, problems = read_article("a.txt", "a.txt", "First.\nLe café.".encode("cp1252"), Config())
    assert article is None
    assert [one.code for one in problems] == ["not-utf8"]
    assert "it looks like windows-1252; convert it with `iconv -f WINDOWS-1252 -t UTF-8" in problems[0].hint


def test_the_byte_is_named() -> None:
    """The message says which byte it was, and where: line and column."""
    _, problems = read_article("a.txt", "a.txt", b"one\r\ntwo caf\xe9 three\r\n", Config())
    assert problems[0].message == "this is not UTF-8: byte 12 of the file is 0xE9"
    assert (problems[0].location.line, problems[0].location.column) == (2, 8)
    assert problems[0].source_line == "two caf\ufffd three"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x9d", "\ufffe", "\uffff"])
def test_unprintable_characters_are_shown_as_such(character: str) -> None:
    """Controls and non-characters become U+FFFD, and the first is named with its line and how many there are."""
    data = f"Fine.\nNot {character} fine {character}.\n".encode()
    article, problems = read_article("a.txt", "a.txt", data, Config())
    assert article is not None
    assert article.blocks[1].text == "Not \ufffd fine \ufffd."
    assert [(one.severity, one.code, one.location.line, one.location.column) for one in problems] == [
        ("warning", "unprintable", 2, 5)
    ]
    assert f"2 unprintable characters, the first of them U+{ord(character):04X}" in problems[0].message


def test_lone_surrogates() -> None:
    """Half a character in UTF-16 becomes U+FFFD."""
    data = codecs.BOM_UTF16_LE + "a\ud800b.".encode("utf-16-le", "surrogatepass")
    article, problems = read_article("a.txt", "a.txt", data, Config())
    assert article is not None
    assert article.blocks[0].text == "a\ufffdb."
    assert [one.code for one in problems] == ["unprintable"]


def test_invisible_characters_of_living_scripts_stay() -> None:
    """Joiners, direction marks, soft hyphens and no-break spaces are text: a copy may differ in nothing else."""
    text = "می\u200cخواهم \u200fשלום 👩\u200d👩 soft\u00adhyphen no\u00a0break"
    article, problems = read_article("a.txt", "a.txt", text.encode(), Config())
    assert not problems
    assert article is not None
    assert article.blocks[0].text == text


def test_a_line_over_the_limit_names_the_setting() -> None:
    """A line of a megabyte is no prose, and the message says which setting would let it through."""
    config = Config(limits=Limits(line_bytes=100))
    _, problems = read_article("a.txt", "a.txt", b"short\n" + "ế".encode() * 40, config)
    assert [(one.code, one.location.line) for one in problems] == [("line-too-long", 2)]
    assert "120 bytes, and `limits.line_bytes` is 100" in problems[0].message
