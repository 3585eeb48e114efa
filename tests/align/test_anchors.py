"""The quick ways in which anchors are read find what the plain ones find."""

from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.align import anchors

_DATES = ["May", "may", "thMay", "Sept", "5", "12", "5th", "1st", "nd", ".", " ", "  ", "\n", ":30", "%", "/2026"]
_SIGNS = ["x", "é", "e\u0301", "’", "-", "ª", "²", "١", "µ", "n’t", "Straße", "ж", "_", "\u200b"]
_PIECES = st.lists(st.sampled_from([*_DATES, *_SIGNS]), max_size=9).map("".join)


@given(_PIECES)
@example("May 5thMay 7")
@example("May 12:30, May 1")
def test_a_month_before_a_day_is_found_from_the_day(text: str) -> None:
    """Backwards from the figures, the same dates as with every word tried."""
    tried = [(match[1], match[2]) for match in anchors._DATE_MONTH_FIRST.finditer(text)]
    assert list(anchors._months_first(text)) == tried


@given(_PIECES)
@example("Weiß’s café-bar 5ª µm")
def test_words_of_a_plain_text_are_the_same(text: str) -> None:
    """The quick pattern cuts as the exact one does."""
    assert list(anchors._words(text)) == anchors._WORD.findall(text)


def test_the_quick_pattern_is_used_where_it_may_be() -> None:
    """A plain text is known as one; letters that only the exact pattern knows are not."""
    assert anchors._PLAIN_TEXT.fullmatch("“Zoë paid 5 €,” said O’Brien …")
    assert not anchors._PLAIN_TEXT.fullmatch("5ª")
    assert not anchors._PLAIN_TEXT.fullmatch("e\u0301")


def test_a_word_counts_as_often_as_it_stands() -> None:
    """Words are looked up once each and counted all the same; so are places."""
    found = anchors.anchors("Oyelaran went to Turkey. Oyelaran left South Korea, then Turkey.", "en")
    assert (found["name oyelaran"], found["place TR"], found["place KR"], found["place ZA"]) == (2, 2, 1, 0)
