"""Bytes of a file: encodings, line ends, characters that no page may receive."""

import codecs

import pytest

from sitegen.config import Config, Limits
from sitegen.read import read_article

TEXT = "Nước sạch\n\nThe “water” bill rises on Monday, the council said — again.\n"
ENCODINGS = {
    "utf-8": TEXT.encode(),
    "utf-8 with mark": codecs.BOM_UTF8 + TEXT.encode(),
    "utf-16 little": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "utf-16 big": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
}
ENDS = ["\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085"]


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS.keys())
@pytest.mark.parametrize("end", ENDS, ids=[f"U+{ord(end[0]):04X}" for end in ENDS])
@pytest.mark.parametrize("final", [True, False])
def test_every_way_to_write_a_text(data: bytes, end: str, final: bool) -> None:
    """The same text in every encoding and with every line end makes the same blocks on the same lines."""
    text = codecs.decode(data, "utf-16" if data[:1] in b"\xff\xfe" else "utf-8-sig").replace("\n", end)
    text = text if final else text.rstrip(end)
    encoding = "utf-16" if data[:1] in b"\xff\xfe" else "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
    article, problems = read_article("a.txt", "a.txt", text.encode(encoding), Config())
    assert not problems
    assert article is not None
    assert [(block.line, block.text) for block in article.blocks] == [
        (1, "Nước sạch"),
        (3, "The “water” bill rises on Monday, the council said — again."),
    ]


@pytest.mark.parametrize(
    ("encoding", "text", "name"),
    [
        ("cp1252", "The council’s café — “closed”.", "windows-1252"),
        ("cp1251", "Совет поднял цены на воду в понедельник", "windows-1251"),
        ("cp1256", "رفع المجلس أسعار المياه يوم الاثنين مرة أخرى", "windows-1256"),
        ("euc_kr", "시의회는 월요일에 수도 요금이 다시 오를 것이라고 밝혔다", "euc-kr"),
        ("shift_jis", "水道料金は月曜日に引き上げられると市議会がのべた", "shift_jis"),
        ("gb18030", "市议会周一表示，水价将再次上涨，这不会是最后一次", "gb18030"),
        ("utf-16-le", "The council said that water costs more", "utf-16le"),
        ("utf-32", "The council said", "utf-32"),
    ],
)
def test_another_encoding_is_refused_and_named(encoding: str, text: str, name: str) -> None:
    """A file that is not UTF-8 is refused; the hint names its likely encoding and the command that converts it."""
    article, problems = read_article("a.txt", "a.txt", ("First.\n" + text).encode(encoding), Config())
    assert article is None
    assert [one.code for one in problems] == ["not-utf8"]
    assert f"it looks like {name}; convert it with `iconv -f {name.upper()} -t UTF-8" in problems[0].hint


def test_the_byte_is_named() -> None:
    """The message says which byte it was, and where: line and column."""
    _, problems = read_article("a.txt", "a.txt", b"one\r\ntwo caf\xe9 three\r\n", Config())
    assert problems[0].message == "this is not UTF-8: byte 12 of the file is 0xE9"
    assert (problems[0].location.line, problems[0].location.column) == (2, 8)
    assert problems[0].source_line == "two caf\ufffd three"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\ufffe", "\uffff"])
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
