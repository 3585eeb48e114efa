"""Tokens: lossless, whole words, whole grapheme clusters."""

import pytest

from sitegen.model import Block
from sitegen.text.keys import key_of
from sitegen.text.tokenized import TokenizedLater, tokenize_blocks
from sitegen.text.tokens import count_words, tokenize


def texts(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cat’s hat.", ["The ", "cat’s ", "hat", "."]),
        ("US$2,000 each", ["US", "$", "2,000 ", "each"]),
        ("war-torn states", ["war", "-", "torn ", "states"]),
        ("قالت: “نعم”", ["قالت", ": ", "“", "نعم", "”"]),
        ("渡轮返航。", ["渡", "轮", "返", "航", "。"]),
        ("👨\u200d👩\u200d👧 ok", ["👨\u200d👩\u200d👧 ", "ok"]),
        ("e\u0301te\u0301 2031", ["e\u0301te\u0301 ", "2031"]),
        ("More:Young", ["More", ":", "Young"]),
        ("", []),
    ],
)
def test_words_are_cut_as_people_read_them(text: str, expected: list[str]) -> None:
    """A token is a word, a number or a mark with the space after it; scripts without spaces are cut by character."""
    assert texts(text) == expected


@pytest.mark.parametrize("text", ["  leading", "tabs\tand\u00a0spaces ", "a\u200bb", "28th of 1990's"])
def test_tokens_joined_are_the_text(text: str) -> None:
    """No character is lost, wherever the spaces stand."""
    assert "".join(texts(text)) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [("“", '"'), ("—", "–"), ("The", "the"), ("Ａ", "a"), ("don’t", "don't"), ("co\u00adop", "coop"), ("…", "...")],
)
def test_style_is_folded_away(one: str, other: str) -> None:
    """Quotes, dashes, case, width and soft hyphens make no difference to a key."""
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(("one", "other"), [("Raqqa", "Raqaa"), ("2,000", "2.000"), ("résumé", "resume"), ("ă", "ã")])
def test_other_words_keep_other_keys(one: str, other: str) -> None:
    """Letters, marks on letters and separators in numbers are not style."""
    assert key_of(one) != key_of(other)


def test_marks_are_not_words() -> None:
    """Counts are of words and numbers."""
    assert count_words(tokenize("“No,” he said — 40 times.")) == 5


def test_a_text_that_waits_is_the_same_text() -> None:
    """What is made when it is asked for is what was to be made, and its words are known before."""
    blocks = [Block(id=f"b{at}", kind="paragraph", text=text, line=at) for at, text in enumerate(("Two words.", "3"))]
    made, later = tokenize_blocks(blocks), TokenizedLater(blocks)
    assert [later.words_of(0), later.words_of(1)] == [2, 1] == [made.words_of(0), made.words_of(1)]
    assert (later.tokens, later.keys, later.words) == (made.tokens, made.keys, made.words)
    assert (later.counts, later.starts, later.span(1)) == (made.counts, made.starts, made.span(1))
    with pytest.raises(AttributeError):
        later.no_such_field  # noqa: B018
