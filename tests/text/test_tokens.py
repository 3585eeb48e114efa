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
        ("taste.Under it", ["taste", ".", "Under ", "it"]),
        ("Booking.Com or St.Moe", ["Booking.Com ", "or ", "St.Moe"]),
        ("“[w]e’ll go,” he want[ed]", ["“", "[w]e’ll ", "go", ",", "” ", "he ", "want[ed]"]),
        ("the pier.[a] It[iv] [sic]", ["the ", "pier", ".", "[", "a", "] ", "It", "[", "iv", "] ", "[", "sic", "]"]),
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
    [
        ("“", '"'),
        ("—", "–"),
        ("The", "the"),
        ("Ａ", "a"),
        ("don’t", "don't"),
        ("co\u00adop", "coop"),
        ("…", "..."),
        ("[w]e", "We"),
        ("want[ed]", "wanted"),
    ],
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
    blocks = [Block(id=f"b{at}", role="paragraph", text=text, line=at) for at, text in enumerate(("Two words.", "3"))]
    made, later = tokenize_blocks(blocks), TokenizedLater(blocks)
    assert [later.words_of(0), later.words_of(1)] == [2, 1] == [made.words_of(0), made.words_of(1)]
    assert (later.tokens, later.keys, later.words) == (made.tokens, made.keys, made.words)
    assert (later.counts, later.starts, later.span(1)) == (made.counts, made.starts, made.span(1))
    with pytest.raises(AttributeError):
        later.no_such_field  # noqa: B018


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the con-\ntractor", ["the ", "con-\ntractor"]),
        ("the har-\r\n   bour wall", ["the ", "har-\r\n   bour ", "wall"]),
        ("soft\u00ad\nware", ["soft\u00ad\nware"]),
        ("the well-\nknown firm", ["the ", "well", "-\n", "known ", "firm"]),
        ("mother-in-\nlaw", ["mother", "-", "in", "-\n", "law"]),
        ("Anglo-\nAmerican", ["Anglo", "-\n", "American"]),
        ("the con- tractor", ["the ", "con- tractor"]),
        ("pre- and post-war", ["pre", "- ", "and ", "post", "-", "war"]),
        ("the plan- which", ["the ", "plan", "- ", "which"]),
        ("he left -\nwho knows", ["he ", "left ", "-\n", "who ", "knows"]),
        ("1990-\n91", ["1990", "-\n", "91"]),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_one_word(text: str, expected: list[str]) -> None:
    """Not where the hyphen or dash would be there anyhow."""
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("AT&amp;T said &quot;yes&quot;", 'AT&T said "yes"'),
        ("caf&eacute; don&#39;t &#x2014; go", "café don't — go"),
        ("10&nbsp;km", "10\u00a0km"),
        ("a &amp;quot;b&amp;quot;", 'a "b"'),
        ("R&B; &bogus; &#0; & x", "R&B; &bogus; &#0; & x"),
    ],
)
def test_a_character_reference_is_what_it_stands_for(raw: str, plain: str) -> None:
    """It is cut and compared as that, and printed as it is."""
    assert "".join(texts(raw)) == raw
    assert [token.key for token in tokenize(raw)] == [token.key for token in tokenize(plain)]


def test_points_belong_to_an_abbreviation() -> None:
    """U.S. is one token with the key of US; three dots are an ellipsis, and a point after a word ends a sentence."""
    assert texts("The U.S. said no.") == ["The ", "U.S. ", "said ", "no", "."]
    assert texts("at 5 p.m...") == ["at ", "5 ", "p.m", ".", ".", "."]
    assert key_of("U.S.", "en") == key_of("US", "en") == "us"


def test_a_key_is_one_of_its_language() -> None:
    """The same token has the key of the language it is read in; where none is known, what holds in all is folded."""
    assert [key_of("IŞIK", language) for language in ("tr", "az-Latn", "en")] == ["ışık", "ışık", "isik"]
    assert [token.key for token in tokenize("harbour", "en-GB")] == ["harbor"]
    assert [token.key for token in tokenize("harbour")] == ["harbour"]
    assert tokenize_blocks([Block(id="b1", role="paragraph", text="für", line=1)], "de").keys == ("fuer",)
    assert TokenizedLater([Block(id="b1", role="paragraph", text="für", line=1)], "de").keys == ("fuer",)
