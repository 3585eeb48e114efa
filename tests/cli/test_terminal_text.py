"""Text for a terminal: columns, lines, and what never reaches it."""

import json

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from sitegen.cli.terminal_text import Piece, columns_of, safe, safe_json, wrapped


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("plain", 5),
        ("渡轮", 4),
        ("cafe\u0301", 4),
        ("한국", 4),
        ("\u1112\u1161\u11ab", 2),
        ("👩\u200d🚀", 2),
        ("👋🏽", 2),
        ("❤\ufe0f", 2),
        ("❤", 1),
        ("🇩🇪", 2),
        ("🏴\U000e0067\U000e0062\U000e007f", 2),
        ("น้ำ", 2),
        ("می\u200cرود", 5),
        ("ﷺ", 1),
        ("１２", 4),
        ("", 0),
    ],
)
def test_columns_are_counted_as_terminals_draw_them(text: str, columns: int) -> None:
    """Two for wide characters and emoji, none for marks and joiners."""
    assert columns_of(text) == columns


def test_what_a_terminal_obeys_is_written_out() -> None:
    """Controls are shown by their code; what directs or hides text is left out, and a joiner in its place stays."""
    assert safe("\x1b[2J\x07\x9b1m") == "‹U+001B›[2J‹U+0007›‹U+009B›1m"
    assert safe("a\u202eb\u200bc\u00add\u2066e") == "abcde"
    assert safe("می\u200cرود 👩\u200d🚀 ❤\ufe0f") == "می\u200cرود 👩\u200d🚀 ❤\ufe0f"
    assert safe("x\u200dy\ufe0fz\U000e0041") == "xyz"
    assert safe("10\u00a0km\u202fa\u3000b\n\tc") == "10 km a\u3000b  c"
    assert safe("\ud800\ufdd0\ue000") == "‹U+D800›‹U+FDD0›‹U+E000›"


@given(st.text(max_size=60))
def test_no_control_passes(text: str) -> None:
    """Whatever a text holds, nothing that a terminal obeys or that turns text comes out."""
    shown = safe(text)
    assert all(char >= " " and not "\x7f" <= char <= "\x9f" for char in shown)
    assert not set(shown) & set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


def lines(width: int, *pieces: Piece, colour: bool = False) -> list[str]:
    return [row.text for row in wrapped(pieces, width, colour)]


def test_lines_break_at_spaces() -> None:
    """A mark that touches its word stays with it; the space at a line's end is dropped."""
    assert lines(10, Piece("one two "), Piece("[-three-]"), Piece(", four")) == ["one two", "[-three-],", "four"]


def test_wide_characters_break_anywhere_but_before_their_comma() -> None:
    """Chinese has no spaces; a full stop does not begin a line."""
    assert lines(8, Piece("渡轮周一返回，洛恩。")) == ["渡轮周一", "返回，洛", "恩。"]


def test_a_word_longer_than_a_line_is_cut_between_clusters() -> None:
    """Neither an accent nor half an emoji begins a line."""
    made = lines(6, Piece("cafe\u0301" * 4))
    assert "".join(made) == "cafe\u0301" * 4
    assert all(line[0] != "\u0301" for line in made)
    assert all(columns_of(line) <= 6 for line in made)


@given(st.lists(st.text("ab é渡👩\u0301 ，", max_size=12), max_size=6), st.integers(4, 30))
def test_no_line_is_wider_than_asked_for(texts: list[str], width: int) -> None:
    """And no letter is lost."""
    rows = wrapped([Piece(text, "gone") for text in texts], width, False)
    assert all(row.columns == columns_of(row.text) <= width for row in rows)
    assert "".join("".join(row.text for row in rows).split()) == "".join("".join(texts).split())


def test_colour_is_put_in_once_for_neighbours() -> None:
    """Pieces of one look are painted as one, their spaces included."""
    assert lines(20, Piece("one ", "gone"), Piece("two", "gone"), colour=True) == ["\x1b[31;9mone two\x1b[0m"]


UNSAFE = regex.compile(r"(?V1)[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]--[\n]]")


@given(st.dictionaries(st.text(), st.text(st.characters())))
def test_json_for_a_terminal_is_equal_when_parsed(value: dict[str, str]) -> None:
    """Whatever the texts hold, keys too, nothing in it commands a terminal, and a parser gets what was put in."""
    written = safe_json(json.dumps(value, ensure_ascii=False, indent=1))
    assert UNSAFE.search(written) is None
    assert json.loads(written) == value


def test_json_for_a_terminal_escapes_what_directs_and_hides() -> None:
    """Controls of eight bits, directions, marks that hide, tags beyond the first plane, separators."""
    text = "\x7f\x9b\u202e\u2066\u200b\u00ad\U000e0041\u2028 é 渡"
    written = safe_json(json.dumps(text, ensure_ascii=False))
    assert written == r'"\u007f\u009b\u202e\u2066\u200b\u00ad\udb40\udc41\u2028 é 渡"'
    assert UNSAFE.search(json.dumps(text, ensure_ascii=False))
