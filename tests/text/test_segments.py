"""Borders of words in scripts without spaces."""

import itertools

import pytest
import regex

from sitegen.text.segments import widened, word_borders


def words(text: str, language: str) -> list[str]:
    """The words that the borders make."""
    borders = word_borders(text, language)
    return [text[start:end] for start, end in itertools.pairwise(borders)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "他把桌子卖给了邻居", ["他", "把", "桌子", "卖", "给", "了", "邻居"]),
        ("ja", "首相は発表した", ["首相", "は", "発表", "した"]),
        ("th", "รัฐมนตรีกล่าวว่า", ["รัฐมนตรี", "กล่าว", "ว่า"]),
        ("lo", "ລັດຖະມົນຕີກ່າວວ່າ", ["ລັດຖະມົນຕີ", "ກ່າວ", "ວ່າ"]),
        ("km", "រដ្ឋមន្ត្រីបាននិយាយថា", ["រដ្ឋមន្ត្រី", "បាន", "និយាយ", "ថា"]),
        ("my", "ဝန်ကြီးကပြောကြားခဲ့သည်", ["ဝန်ကြီး", "က", "ပြော", "ကြား", "ခဲ့", "သည်"]),
        ("en", "the old pier", []),
        ("zh", "", []),
    ],
)
def test_words_begin_where_readers_see_them(language: str, text: str, expected: list[str]) -> None:
    """Each of the six scripts is cut into words; one with spaces needs no borders."""
    assert words(text, language) == expected


@pytest.mark.parametrize(
    "text", ["\U00020bb7野家の桌子", "👨\u200d👩\u200d👧渡轮\U0001f1ef\U0001f1f5", "น้ำ e\u0301 ไม่"]
)
def test_no_border_cuts_a_cluster_or_miscounts(text: str) -> None:
    """Offsets are of characters, also after signs beyond the basic plane, and none is inside a cluster."""
    borders = word_borders(text)
    clusters = {0, *(found.end() for found in regex.finditer(r"\X", text))}
    assert set(borders) <= clusters
    assert borders[0] == 0
    assert borders[-1] == len(text)
    assert "".join(words(text, "und")) == text


def test_an_edit_is_widened_to_whole_words() -> None:
    """One sign of a word stands for the word: 桌子, ไม่; a word in a script with spaces is its own range."""
    assert widened("他把桌子卖给", 2, 3, "zh") == (2, 4)
    assert widened("他把桌子卖给", 2, 2, "zh") == (2, 2)
    assert widened("the pier", 1, 2, "en") == (1, 2)
