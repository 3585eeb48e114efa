"""Years: with their era, in brackets, as the ends of a range, and of other calendars."""

import pytest

from sitegen.text.tokens import tokenize
from sitegen.text.values import read_values


def dates(text: str, language: str) -> list[tuple[str, str]]:
    """The dates of a text, as printed, and the day, month and year of each."""
    tokens = tokenize(text, language)
    return [
        ("".join(token.text for token in tokens[start:end]).strip(), value.key)
        for start, end, value in read_values(tokens, language)
        if value.kind == "date"
    ]


@pytest.mark.parametrize(
    ("language", "text", "printed", "year"),
    [
        ("en", "The mole (900 BC) is old.", "900 BC", -900),
        ("en", "the mole fell in 3102 bce to the tide", "3102 bce", -3102),
        ("en", "The fort fell in AD 79 to the sea.", "AD 79", 79),
        ("de", "Die Mole wurde 200 v. Chr. gebaut.", "200 v. Chr.", -200),
        ("fr", "Le port fut pris en 44 av. J.-C. par le cap.", "44 av. J.-C.", -44),
        ("es", "El puerto fue tomado en el 44 a. C. por el cabo.", "44 a. C.", -44),
        ("ru", "Порт был взят в 44 году до н. э. с мыса.", "44 году до н. э.", -44),
        ("pl", "Port zdobyto w 221 p.n.e. od morza.", "221 p.n.e.", -221),
        ("el", "Το λιμάνι χτίστηκε το 221 π.Χ. από μοναχούς.", "221 π.Χ.", -221),
        ("ar", "بني الميناء عام 221 ق.م على يد أهل الرأس.", "221 ق.م", -221),
        ("fa", "بندر در سال ۲۲۱ پ.م. ساخته شد.", "۲۲۱ پ.م.", -221),
        ("hi", "बंदरगाह 221 ईसा पूर्व में बना था।", "221 ईसा पूर्व", -221),
        ("zh", "港口于公元前221年被占领。", "公元前221年", -221),
        ("ko", "항구는 기원전 221년에 점령되었다.", "기원전 221년에", -221),
        ("tr", "Liman M.Ö. 221 yılında alındı.", "M.Ö. 221", -221),
        ("vi", "Cảng được xây năm 221 TCN bởi dân mũi.", "221 TCN", -221),
        ("ja", "港は昭和35年に開かれた。", "昭和35年", 1960),
        ("th", "ท่าเรือเปิดเมื่อ พ.ศ. 2501 ที่แหลม", "พ.ศ. 2501", 1958),
        ("it", "Il porto (1776) fu chiuso.", "1776", 1776),
        ("en", "The hymn was sung on the day of Saint Anne, 1694, with horns.", "1694", 1694),
    ],
)
def test_a_year_is_a_date(language: str, text: str, printed: str, year: int) -> None:
    """A year before ours, of another calendar or set apart by marks is a date, with the words that say so."""
    assert dates(text, language) == [(printed, f"d:{year:04}--,,,")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It was built c. 1756 by monks."),
        ("en", "It was built ca. 1756 by monks."),
        ("en", "She was born 1756, in the fort."),
        ("de", "Sie wurde 1756 im Fort geboren."),
        ("nl", "Zij werd in 1756 geboren in de haven."),
        ("pl", "Urodziła się w 1756 r. w porcie."),
        ("cs", "Narodila se roku 1756 v přístavu."),
        ("tr", "1756 yılında limanda doğdu."),
        ("el", "Γεννήθηκε το 1756 στο λιμάνι."),
        ("hi", "उनका जन्म 1756 में बंदरगाह में हुआ।"),
        ("fa", "او در سال ۱۷۵۶ در بندر زاده شد."),
        ("he", "היא נולדה בשנת 1756 בנמל."),
        ("th", "เธอเกิดในปี 1756 ที่ท่าเรือ"),
        ("id", "Ia lahir pada tahun 1756 di pelabuhan."),
        ("uk", "Вона народилася 1756 року в порту."),
        ("hu", "Az 1756-ban épült móló a kikötőben."),
        ("fi", "Hän syntyi vuonna 1756 satamassa."),
    ],
)
def test_a_year_of_an_earlier_century_is_led_to(language: str, text: str) -> None:
    """What stands before or behind it says that it is a year, in each language by words of its own."""
    assert [key for _, key in dates(text, language)] == ["d:1756--,,,"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "a deficit of 1% (1998-99) in the budget", ["1998", "1999"]),
        ("en", "the season 1999-00 was short", ["1999", "2000"]),
        ("en", "Anna Brook (1756–1791) built it.", ["1756", "1791"]),
        ("en", "The fort stood 300–200 BC on the cape.", ["-300", "-200"]),
        ("ru", "Порт построен в 330—320 гг. до н. э. у мыса.", ["-330", "-320"]),
    ],
)
def test_both_ends_of_a_range_are_years(language: str, text: str, expected: list[str]) -> None:
    """The end that is printed short, or without the era, is a year too."""
    assert [key.removeprefix("d:").partition("-,")[0].rstrip("-") for _, key in dates(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("th", "ผู้ติดตาม (2 เม.ย 62) รายการ", [("2 เม.ย 62", "d:2019-04-02,,,")]),
        ("th", "เปิดเมื่อ 10 เมษายน 2562 ที่แหลม", [("10 เมษายน 2562", "d:2019-04-10,,,")]),
        ("ja", "港は令和5年3月に開かれた。", [("令和5年3月", "d:2023-03-,,,")]),
        ("en", "he died on november 21,1695. the cause is unclear.", [("november 21,1695", "d:1695-11-21,,,")]),
    ],
)
def test_a_day_goes_with_its_month_and_year(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    """A short month of another script, a year of another calendar and a year right behind a comma are of one date."""
    assert dates(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The fleet had 1200, 1694, and 1350 boats."),
        ("en", "Some 300 ad agencies with 1776 boats were shut."),
        ("en", "It was built with 1756 stones and about 1694 of them are left."),
        ("de", "Im Hafen lagen 1756 Boote."),
        ("pl", "W porcie stało 1756 łodzi."),
        ("id", "Jalan itu 500 m dari pelabuhan."),
        ("zh", "公元前3世纪的港口。"),
    ],
)
def test_what_counts_is_no_year(language: str, text: str) -> None:
    """Four digits among others, before what they count, and a short word that is an era as well."""
    assert dates(text, language) == []


def test_digits_of_a_list_are_no_decimal() -> None:
    """`0,1,...` lists two numbers, and is no tenth."""
    tokens = tokenize("it runs up to n, i.e. l=0,1,...,n", "en")
    assert [value.number for _, _, value in read_values(tokens, "en") if value.number is not None] == []
