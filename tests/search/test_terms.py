"""The terms under which a text is found."""

import pytest

from sitegen.search.terms import LONGEST, terms_of


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The Ferry, again: 40 aboard!", ["the", "ferry", "again", "40", "aboard"]),
        ("đầu ĐẦU dau", ["dau", "dau", "dau"]),
        ("l’été don't", ["l", "ete", "don", "t"]),
        ("Straße STRASSE Œuvre", ["strasse", "strasse", "oeuvre"]),
        ("عبّارة العبارة", ["عباره", "عباره"]),
        ("أحمد احمد إلى الى", ["احمد", "احمد", "الي", "الي"]),
        ("کتاب كتاب", ["كتاب", "كتاب"]),
        ("١٢٣ ۱۲۳ १२३ １２３", ["123", "123", "123", "123"]),
        ("ΟΔΟΣ οδός", ["οδοσ", "οδοσ"]),
        ("İstanbul ısı", ["istanbul", "isi"]),
        ("面具", ["面具", "具"]),
        ("博物馆", ["博物", "物馆", "馆"]),
        ("2014年", ["2014", "年"]),
        ("एक काम", ["एक", "काम"]),
        ("한국 뉴스", ["한국", "뉴스"]),
        ("co\u00adop\u200berate", ["cooperate"]),
        ("a_b c-d", ["a", "b", "c", "d"]),
        ("", []),
        ("— … “”", []),
    ],
)
def test_a_text_is_cut_into_what_readers_type(text: str, terms: list[str]) -> None:
    """Case, marks, forms of letters and digits are one; scripts without spaces give pairs that overlap."""
    assert terms_of(text) == terms


def test_a_long_word_is_found_by_its_beginning() -> None:
    """A term is never longer than a shard can bear."""
    assert terms_of("a" * 5000) == ["a" * LONGEST]
