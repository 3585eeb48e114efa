"""Values: read, compared and resolved, in every language that has words for them."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given, settings, strategies
from icu4py.messageformat import MessageFormat

from sitegen.text.tokens import tokenize
from sitegen.text.values import Value, compare_values, read_values, resolve

PAIRS = Path(__file__).with_name("value_pairs.txt")


def pairs() -> Iterator[tuple[str, str, str, str]]:
    """The rows of the kept list."""
    for line in PAIRS.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            language, left, right, verdict = line.split(" | ")
            yield language, left, right, verdict


def values(text: str, language: str) -> list[Value]:
    return [value for _, _, value in read_values(tokenize(text, language), language)]


def the_value(text: str, language: str) -> Value:
    """The one value of a text."""
    read = values(text, language)
    assert len(read) == 1, (text, read)
    return read[0]


@pytest.mark.parametrize(("language", "left", "right", "verdict"), list(pairs()))
def test_two_printed_values_have_their_verdict(language: str, left: str, right: str, verdict: str) -> None:
    """Each pair of the kept list gets its verdict, from both sides."""
    first, second = the_value(left, language), the_value(right, language)
    assert compare_values(first, second) == verdict, (first.key, second.key)
    assert compare_values(second, first) == verdict


def test_the_kept_list_is_large_enough() -> None:
    """At least 250 pairs in at least twelve languages, with every verdict among them."""
    rows = list(pairs())
    languages = Counter(language for language, _, _, _ in rows)
    assert len(rows) >= 250
    assert len([language for language, count in languages.items() if count >= 10]) >= 12
    assert {verdict for _, _, _, verdict in rows} == {"same-value", "converted", "rounded", "changed", "unclear"}
    assert len(rows) == len(set(rows))


def test_a_planted_change_of_verdict_is_seen() -> None:
    """Control: a pair whose right side is exchanged for a later pair's mostly has another verdict."""
    rows = [row for row in pairs() if row[0] == "en"]
    exchanged = [
        (the_value(left, "en"), the_value(rows[index - 7][2], "en"), verdict)
        for index, (_, left, _, verdict) in enumerate(rows)
    ]
    wrong = [verdict for left, right, verdict in exchanged if compare_values(left, right) != verdict]
    assert len(wrong) > len(rows) / 2


SENTENCES = [
    ("en", "On Monday, 3 March 2025 at 5:30 p.m., 212 people, three in ten of them aged 34, paid $2,000 for 12 miles."),
    ("de", "Am Montag zahlten 3,5 Mio. Menschen rund 20 Prozent, der 34-jährige Sprecher 2.000 Euro um 15.30 Uhr."),
    (
        "fr",
        "Lundi 3 mars à 17h30, une vingtaine de personnes ont versé 1,5 million d'euros, soit 90 pour cent.",
    ),
    ("ar", "قال يوم الاثنين 3 آذار إن ثلاثة وعشرين شخصا دفعوا 30 في المئة من 2 مليون دولار"),
    ("zh", "3月5日下午5点，约四十億元，三分之一，34岁。"),
    ("ja", "昨日午後5時30分、約3億5000万円、30%を超える。"),
    ("ko", "지난 3월 5일 오후 5시 약 50억원을 받았다."),
    ("ru", "В понедельник, 3 марта, более двухсот человек заплатили 1,5 млн рублей."),
    ("th", "เมื่อวันที่ 5 มีนาคม 2024 มีคนสามสิบคน"),
    ("xx", "3.11.7 1.234 30% €5 12:30"),
]


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_spans_ascend_and_do_not_overlap(language: str, text: str) -> None:
    """The spans of a text are those of its tokens, in order, and reading twice gives the same values."""
    tokens = tokenize(text, language)
    read = read_values(tokens, language)
    assert read == read_values(tokens, language)
    assert read
    border = 0
    for start, end, value in read:
        assert border <= start < end <= len(tokens)
        assert value.key
        border = end


def test_a_value_does_not_depend_on_what_is_far_from_it() -> None:
    """The same words have the same keys at the head of a text and behind two hundred plain words."""
    for language, text in SENTENCES:
        alone = [value.key for value in values(text, language)]
        behind = [value.key for value in values("lorem " * 200 + ". " + text + " " + "ipsum " * 50, language)]
        assert alone == behind, language


def test_what_kinds_a_sentence_holds() -> None:
    """Weekday and date are one value, a share and an age are told from figures."""
    read = [(value.kind, value.key) for value in values(SENTENCES[0][1], "en")]
    assert read == [
        ("date", "d:2025-03-03,w0,,"),
        ("time", "t:17:30"),
        ("number", "#212"),
        ("share", "#30%"),
        ("age", "age:34year"),
        ("amount", "#2000$"),
        ("quantity", "#12mi"),
    ]


def test_a_range_of_days_is_two_dates() -> None:
    """14 to 28 March, January 14-28, 14 January to 28 March."""
    for text in ("14 to 28 March", "March 14-28", "14-28 March", "14 March to 28 March"):
        assert [value.key for value in values(text, "en")] == ["d:-03-14,,,", "d:-03-28,,,"], text


def test_a_range_shares_unit_and_scale() -> None:
    """€3-4 million are three and four million euros; two figures that only stand side by side stay as they are."""
    for text, keys in (
        ("€3-4 million", ["#3000000eur", "#4000000eur"]),
        ("between 10 and 15 million dollars", ["#10000000$", "#15000000$"]),
        ("10-15 km", ["#10km", "#15km"]),
        ("30 to 40 per cent", ["#30%", "#40%"]),
        ("2-1", ["#2", "#1"]),
        ("9-to-5", ["#9", "#5"]),
        ("5 people and 10 km", ["#5", "#10km"]),
        ("five to six months", ["#5month", "#6month"]),
        ("two to three million dollars", ["#2000000$", "#3000000$"]),
        ("one hundred to two hundred boats", ["#100", "#200"]),
        ("twenty to twenty-one tonnes", [value.key for value in values("20 to 21 tonnes", "en")]),
    ):
        assert [value.key for value in values(text, "en")] == keys, text
    assert [value.key for value in values("zwischen 3 und 4 Mio. Euro", "de")] == ["#3000000eur", "#4000000eur"]
    assert [value.key for value in values("drei bis vier Monate", "de")] == ["#3month", "#4month"]


def test_the_last_year_of_a_range_before_our_era_may_leave_out_its_century() -> None:
    """Where the first has four digits; of three digits both ends are whole."""
    for text, years in (("1792-50 BC", [-1792, -1750]), ("300-50 BC", [-300, -50]), ("1750-92 BC", [-1750, -92])):
        assert [value.date.year for value in values(text, "en") if value.date] == years, text


def test_a_character_of_an_address_is_no_share() -> None:
    """Holm%27s; a sign before a figure of its own is one, as Turkish writes it."""
    for text in ("Holm%27s list", "Holm%20Quay"):
        assert [value.number for value in values(text, "en")] == [None], text
    assert [value.key for value in values("gemilerin %20 kadarı", "tr")] == ["#20%"]


def test_what_counts_nothing_is_no_figure() -> None:
    """Articles, months that are verbs, letters after a name, units that are prepositions."""
    assert values("Er sah einen Mann und eine Frau.", "de") == []
    assert values("You may march to the second-hand shop", "en") in ([], values("second", "en"))
    assert values("Ein 2 in Berlin", "de")[0].kind == "number"
    assert [value.key for value in values("Covid-19, an F-35 and 5G", "en")] == ["code:19", "code:35", "code:5g"]
    assert [value.key for value in values("version 3.11.7, the 4x4, +49 30 123456", "en")] == [
        "code:3.11.7",
        "code:4x4",
        "code:4930123456",
    ]


def test_weak_values_are_flagged() -> None:
    """What may well be no value says so; what is one does not."""
    for text in ("one", "a second", "half", "first", "a week", "May", "double"):
        assert the_value(text, "en").weak, text
    assert values("the second half of", "en")[-1].weak
    assert not the_value("fast ein Drittel", "de").weak
    for text in ("two", "seven days", "a quarter of", "half a million", "5 May", "one mile", "30%"):
        assert not the_value(text, "en").weak, text


def keys(text: str, language: str) -> list[str]:
    return [value.key for value in values(text, language)]


def test_a_share_takes_the_words_that_come_and_go_with_it() -> None:
    """After `one in four` and `a quarter of` the same word follows: article and preposition belong to the share."""
    for language, left, right in (
        ("en", "One in four homes", "A quarter of homes"),
        ("fr", "La moitié des logements", "50 % des logements"),
        ("de", "Die Hälfte der Häuser", "50 Prozent der Häuser"),
        ("es", "La mitad de casas", "uno de cada dos de casas"),
        ("vi", "một nửa số nhà", "50% số nhà"),
        ("zh", "四分之一的房屋", "25%的房屋"),
    ):
        rests = []
        for text in (left, right):
            tokens = tokenize(text, language)
            (start, end, value), *further = read_values(tokens, language)
            assert (start, value.kind, further) == (0, "share", []), text
            rests.append([token.key for token in tokens[end:]])
        assert rests[0] == rests[1], left


def test_a_season_is_a_date_only_where_a_word_leads_to_it() -> None:
    """In the spring, l'été; not a spring in the hills, il a été, the Winter Olympics or the fall of a government."""
    assert keys("in the spring", "en") == ["d:--,,,spring"]
    assert keys("pendant l'été", "fr") == ["d:--,,,summer"]
    for language, text in (
        ("en", "a spring in the hills"),
        ("en", "the Winter Olympics"),
        ("en", "the fall of the government"),
        ("fr", "il a été élu"),
        ("de", "Kein Herbst"),
    ):
        assert keys(text, language) == [], text


def test_a_distance_from_another_date_is_no_duration() -> None:
    """A year later is a date; a year, for two years before he left, and after 2024 are not such a date."""
    for language, text, key in (
        ("en", "a year later", "d:--,,after:1:year,"),
        ("en", "half an hour later", "d:--,,after:30:minute,"),
        ("de", "drei Tage zuvor", "d:--,,before:3:day,"),
        ("fr", "deux semaines plus tard", "d:--,,after:2:week,"),
        ("es", "un año antes", "d:--,,before:1:year,"),
        ("ru", "через год", "d:--,,after:1:year,"),
        ("ar", "بعد عامين", "d:--,,after:2:year,"),
        ("vi", "tuần sau", "d:--,,next:week,"),
        ("zh", "三天之后", "d:--,,after:3:day,"),
        ("zh", "2024年后", "d:2024--,,,"),
        ("en", "a year", "#12month"),
        ("en", "for two years before he left", "#24month"),
    ):
        assert keys(text, language) == [key], text
    assert not the_value("a year later", "en").weak
    assert the_value("a year", "en").weak
    assert resolve(the_value("a year later", "en"), date(2025, 3, 5)) is None


def test_a_multiple_is_told_from_an_ordinal_and_a_name() -> None:
    """Three times is 3x; 3回目 is the third time, and three Times journalists are three."""
    assert keys("three times", "en") == ["#3x"]
    assert keys("3回目", "ja") == ["nth:3"]
    assert keys("three Times journalists", "en") == ["#3"]


def test_what_only_holds_a_word_for_a_value_is_none() -> None:
    """The environment is no half, the first quarter of a year no share, a little no hour, after the hour no later."""
    for language, text in (
        ("es", "el medio ambiente"),
        ("es", "en medio de la crisis"),
        ("zh", "这一点"),
        ("zh", "朝鲜半岛"),
        ("de", "noch einmal"),
        ("fr", "le quart-arrière"),
        ("ar", "وبعد الساعة"),
    ):
        assert keys(text, language) == [], text
    assert keys("下午一点", "zh") == ["t:13:00"]
    assert the_value("知道一点", "zh").kind == "number"
    assert keys("il quarto giorno", "it")[0].startswith("nth:4")
    assert "#25%" not in keys("الربع الأول", "ar")


def test_a_half_behind_a_unit_belongs_to_it() -> None:
    """Due ore e mezza are two and a half hours; two years and half of them, y media docena, are two values."""
    assert keys("due ore e mezza", "it") == ["#5/48day"]
    assert keys("two years and half of them", "en") == ["#24month", "#50%"]
    assert keys("dos horas y media docena", "es") == ["#1/12day", "#6"]


def test_two_dates_parted_by_a_mark_stay_two() -> None:
    """Last autumn, 2024; in the morning, Sunday."""
    assert keys("去年秋天，2024年", "zh") == ["d:--,,last:year,autumn", "d:2024--,,,"]
    assert keys("in the morning, Sunday", "en") == ["d:--,,,morning", "d:--,w6,,"]
    assert resolve(the_value("this spring", "en"), date(2025, 3, 5)) is None


def test_a_small_figure_is_a_power_or_the_mark_of_a_note() -> None:
    """10² is a hundred, the small figure of 2024² is no part of the year, and m² is a unit."""
    assert keys("10²", "en") == ["#100"]
    assert keys("2024²", "en") == ["d:2024--,,,"]
    assert keys("10 m²", "en") == ["#1/1000ha"]
    assert keys("9" * 3 + "⁹" * 30, "en") == ["#999"]


def test_what_is_ordinal_and_weekday_is_told_by_the_word_for_day() -> None:
    """Hebrew names weekdays by ordinals: on day first is Sunday, first alone may be either, two people are two."""
    assert keys("ביום ראשון", "he") == ["d:--,w6,,"]
    assert keys("ראשון", "he") == ["d:--,w6,,|nth:1"]
    assert keys("שני אנשים", "he") == ["#2"]


def test_a_quarter_to_a_figure_is_a_time_only_before_an_hour() -> None:
    """A quarter to eight is a time; from a quarter to a third, or to 9 per cent, are two shares."""
    assert keys("a quarter to eight", "en") == ["t:07:45|t:19:45"]
    assert keys("from a quarter to a third", "en") == ["#25%", "#100/3%"]
    assert keys("from a quarter to 9 per cent", "en") == ["#25%", "#9%"]
    assert keys("halb acht Uhr", "de") == ["t:07:30|t:19:30"]


BAD = [
    "9" * 5000,
    "9" * 100_000,
    "30 %%",
    "0/0 1/0 0000-00-00 31/02/0000",
    "1,2,3,4 1.2.3.4 1,,2 1..2",
    "1२3٤ 5० ３４",
    "1 " * 3000,
    "1/" * 3000,
    "million " * 2000,
    "two and " * 2000,
    "a half " * 2000,
    "last next this " * 1000,
    "März 3. " * 1000,
    "einundzwanzig" * 500,
    "億" * 3000,
    "〇" * 5000,
    "분의" * 2000,
    "½" * 1000,
    "²³¹ ①② Ⅻ ㊿",
    "99⁹⁹ " * 500,
    "half past " * 1000,
    "a year later " * 1000,
    "three times " * 1000,
    "in the spring " * 1000,
    "",
    " ",
]


@pytest.mark.parametrize("language", ["en", "de", "zh", "ko", "ar", "nl", "xx", ""])
def test_bad_input_raises_nothing(language: str) -> None:
    """Figures without end, dates that no calendar has, digits of three scripts in one word."""
    for text in BAD:
        read = read_values(tokenize(text, language), language)
        for _, _, value in read[:50]:
            assert len(value.key) <= len(text) + 100
            resolve(value, date(2025, 3, 5))
            for _, _, second in read[:5]:
                compare_values(value, second)


@pytest.mark.parametrize("language", ["en", "de", "zh", "ko"])
def test_reading_is_linear(language: str) -> None:
    """Twice the text makes twice the calls, not four times: counted, not timed."""

    def calls(text: str) -> int:
        tokens = tokenize(text, language)
        count = 0

        def count_calls(_frame: FrameType, _event: str, _argument: object) -> None:
            nonlocal count
            count += 1

        sys.setprofile(count_calls)
        try:
            read_values(tokens, language)
        finally:
            sys.setprofile(None)
        return count

    for text in (
        "1 ", "two and ", "3 March ", "億", "einundzwanzig ", "last week ", "a year later ",
        "half past ", "in the spring ",
    ):  # fmt: skip
        read_values(tokenize(text * 2000, language), language)
        assert calls(text * 2000) <= 2.2 * calls(text * 1000) + 100, text


PARTS_OF_VALUES = (
    "3 03 5.3. 1.234 1,5 2024 2000 05/03/2024 12:30 5pm 17h30 $ € % ½ m k bn Mio . , - / ( ) of the a an one two "
    "twenty hundred million half third and to in about more than dozens last next Monday May March January "
    "yesterday ago days week years old aged noon Uhr drei Millionen Prozent von zwei deux mille quatre-vingt-dix "
    "pour cent 億 三 十 分之 月 日 年 3月 50억 원 오후 ثلاثة وعشرون مليون нет два миллиона лет \u200b \u00a0 x"
)


@given(
    strategies.lists(strategies.sampled_from(PARTS_OF_VALUES.split(" ")), max_size=30).map(" ".join)
    | strategies.lists(strategies.sampled_from(PARTS_OF_VALUES.split(" ")), max_size=30).map("".join)
    | strategies.text(max_size=60),
    strategies.sampled_from(["en", "de", "fr", "ar", "zh", "ja", "ko", "ru", "es", "vi", "xx"]),
)
@settings(max_examples=400, deadline=None)
def test_any_text_is_read(text: str, language: str) -> None:
    """Whatever stands beside whatever: spans ascend, and each value is the same as itself, from both sides."""
    tokens = tokenize(text, language)
    read = read_values(tokens, language)
    border = 0
    for start, end, value in read:
        assert border <= start < end <= len(tokens)
        border = end
        assert compare_values(value, value) == "same-value"
        resolve(value, date(2025, 3, 5))
    for _, _, left in read[:6]:
        for _, _, right in read[:6]:
            assert compare_values(left, right) == compare_values(right, left)
            if left.key == right.key:
                assert compare_values(left, right) == "same-value"


def test_a_date_is_resolved_against_the_day_of_publication() -> None:
    """Only where the words and that day decide; a day that is in no calendar is no day."""
    wednesday = date(2025, 3, 5)
    resolved = {
        text: resolve(the_value(text, "en"), wednesday)
        for text in ("Monday", "yesterday", "3 March", "last week", "30 February 2024", "05/03/2024",
                     "early this month", "Monday, 4 March 2025", "in 2024", "three days ago", "212", "5 p.m.",
                     "next Monday")
    }  # fmt: skip
    assert resolved["Monday"] == resolved["3 March"] == (date(2025, 3, 3), date(2025, 3, 3))
    assert resolved["yesterday"] == (date(2025, 3, 4), date(2025, 3, 4))
    assert resolved["last week"] == (date(2025, 2, 24), date(2025, 3, 2))
    assert resolved["early this month"] == (date(2025, 3, 1), date(2025, 3, 12))
    assert resolved["in 2024"] == (date(2024, 1, 1), date(2024, 12, 31))
    assert resolved["three days ago"] == (date(2025, 3, 2), date(2025, 3, 2))
    for text in ("30 February 2024", "05/03/2024", "Monday, 4 March 2025", "212", "5 p.m.", "next Monday"):
        assert resolved[text] is None, text
    assert resolve(the_value("yesterday", "en"), None) is None
    assert resolve(the_value("3 March 2025", "en"), None) == (date(2025, 3, 3), date(2025, 3, 3))


OWN = ("en", "es", "fr", "de", "it", "pt", "ru", "vi", "zh", "ja", "ko")
BY_ICU = ("nl", "pl", "tr", "sv", "uk", "el", "da", "fi", "cs", "ro", "hu", "id", "ca")


@pytest.mark.parametrize("language", OWN)
def test_our_own_words_are_those_that_icu_spells(language: str) -> None:
    """Every number up to 100, and some above, is read from the words that ICU has for it."""
    assert misread(language, [*range(2, 101), 200, 342, 999, 1234, 15_000, 2_500_000, 3_000_000_000]) == []


@pytest.mark.parametrize("language", BY_ICU)
def test_languages_without_words_of_ours_are_read_by_icu(language: str) -> None:
    """Every number up to 100 is read, and most above."""
    assert misread(language, range(2, 101)) == []
    assert len(misread(language, [200, 342, 999, 1234, 15_000, 2_000_000, 3_000_000_000])) <= 1


def misread(language: str, numbers: Iterable[int]) -> list[tuple[str, list[str]]]:
    spell = MessageFormat("{number,spellout}", language)
    wrong = []
    for number in numbers:
        words = spell.format({"number": number})
        read = [value.key for value in values(words, language)]
        if read != [f"#{number}"]:
            wrong.append((words, read))
    return wrong


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("de", "Er hat im Oktober drei Scheunen angezündet.", 3),
        ("es", "Abrirá en octubre un centro de cría.", None),
        ("fr", "Elle ouvrira en octobre deux écoles.", 2),
    ],
)
def test_a_number_word_behind_a_month_is_no_day(language: str, text: str, count: int | None) -> None:
    """`im Oktober drei Scheunen` is a month, and three barns; `October third` (control) is a day."""
    read = values(text, language)
    assert [(value.date.month, value.date.day) for value in read if value.date] == [(10, None)]
    assert count is None or count in [value.number for value in read]
    assert [(day.month, day.day) for value in values("on October third", "en") if (day := value.date)] == [(10, 3)]
