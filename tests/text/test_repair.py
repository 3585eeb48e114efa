"""Text whose encoding was misread: what is put right, what is left alone, and that the original can be rebuilt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import Config
from sitegen.read import read_article
from sitegen.text import repair
from sitegen.text.repair import mend, original_line

HEALTHY = {
    "en": "“It’s late,” the ferryman said — and the café in Lorne was shut… £5 for a naïve coöperative’s tea™.",
    "es": "¿Quién cerró el puente? «Nadie», dijo la alcaldesa; el año costó 5 € más. «Está…» Sí — mañana, acción.",
    "fr": "« L’été dernier », dit-elle, « Noël ! » À l’École supérieure, le cœur bat : 12 °C… “CAFÉ” fermé. Voilà !",
    "de": "„Das macht Spaß“, sagte Käthe Größner – über 5 € für „Öl“… Straße, Übermut, »Gruß«. ‚Süß‘ heißt’s im MAß.",
    "ar": "قالت البلدية إن «الجسر» أُغلق يوم الاثنين، وإن “السفينة” لم تعد — كما في ٢٠٣١… (ميناء لورن).",
    "vi": "Năm nay, hơn trăm người dân xã Lăng Cô đã trở về; “bão đến nhanh”, bà Đặng Thị Ắt nói. Ăn, mặc, thì giờ, "
    "tìm nhà, cũ kỹ, rõ ràng, ý kiến, trò chuyện, ngã ba, lãnh đạo, tình hình, nghìn.",
}
"""Invented, with the marks and letters that a careless repair would take for broken ones."""
BROKEN_VI = "Bà Đặng nói: đă t́m thấy ngh́n con cừu ở xă bên, mà hành tŕnh trở về c̣n dài và lănh đạo đă v́ thế mà lo."
MENDED_VI = "Bà Đặng nói: đã tìm thấy nghìn con cừu ở xã bên, mà hành trình trở về còn dài và lãnh đạo đã vì thế mà lo."


def misread(text: str, codec: str) -> str:
    """`text` in UTF-8, read as if it were in another encoding, bytes it does not know as controls."""
    read = []
    for byte in text.encode():
        try:
            read.append(bytes([byte]).decode(codec))
        except UnicodeDecodeError:
            read.append(chr(byte))
    return "".join(read)


def rebuilt(mended: str, repairs: tuple[repair.Repair, ...]) -> str:
    lines = mended.split("\n")
    return "\n".join(
        original_line(line, tuple(one for one in repairs if one.line == at)) for at, line in enumerate(lines, start=1)
    )


@pytest.mark.parametrize("language", HEALTHY)
def test_healthy_text_is_never_touched(language: str) -> None:
    """Accents before quotation marks, dashes and no-break spaces are what they are, in each language."""
    assert mend(HEALTHY[language]) == (HEALTHY[language], ())


@given(st.data())
def test_no_order_of_healthy_words_is_touched(data: st.DataObject) -> None:
    """Words of healthy texts, in any order, in capitals or not, with the marks that typesetters put after them."""
    language = data.draw(st.sampled_from(sorted(HEALTHY)))
    words = data.draw(st.lists(st.sampled_from(HEALTHY[language].split()), min_size=1, max_size=30))
    after = st.sampled_from(["", "”", "’", "…", "\xa0»", "\xa0!", "\xa0:", " –", "»", "“", "®"])
    text = " ".join(word + data.draw(after) for word in words)
    for one in (text, text.upper(), text.title()):
        assert mend(one) == (one, ())


@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
@pytest.mark.parametrize("language", HEALTHY)
def test_misread_utf8_is_put_right(language: str, codec: str) -> None:
    """A text that was wholly misread comes out as it was, letter for letter, and the misread one can be rebuilt."""
    broken = f"A line.\n{misread(HEALTHY[language], codec)}\nA line."
    mended, repairs = mend(broken)
    assert mended == f"A line.\n{HEALTHY[language]}\nA line."
    assert rebuilt(mended, repairs) == broken
    assert {one.line for one in repairs} == {2}
    assert codec != "cp1252" or "utf-8 as windows-1252" in {one.kind for one in repairs}
    assert codec != "latin-1" or "utf-8 as latin-1" in {one.kind for one in repairs}


def test_twice_misread_is_followed_back() -> None:
    """What two programs broke in turn is put right in one repair."""
    mended, repairs = mend(misread(misread("Das café’s Ende", "cp1252"), "cp1252"))
    assert mended == "Das café’s Ende"
    assert [one.became for one in repairs] == ["café’s"]


def test_one_misread_place_in_a_healthy_text() -> None:
    """A sure place is put right with its word and place; what stands beside it in good health stays."""
    text = "Un été «chaud».\nLe cafÃ© — l’ÉTÉ” fermé…"
    mended, repairs = mend(text)
    assert mended == "Un été «chaud».\nLe café — l’ÉTÉ” fermé…"
    assert [(one.line, one.column, one.was, one.became) for one in repairs] == [(2, 4, "cafÃ©", "café")]


def test_ambiguous_places_are_believed_only_where_all_is_broken() -> None:
    """An arrow that became three marks might be meant; it is not where the only other signs are surely broken."""
    arrow = misread("a → b", "cp1252")
    assert mend(arrow) == (arrow, ())
    assert mend(f"{arrow} cafÃ©")[0] == "a → b café"
    assert mend(f"{arrow} cafÃ© été")[0] == f"{arrow} café été"


def test_vietnamese_read_by_the_wrong_code_page() -> None:
    """Latin-1 read as Windows-1258: whole words, each with its place; the original can be rebuilt."""
    mended, repairs = mend(BROKEN_VI)
    assert mended == MENDED_VI
    assert rebuilt(mended, repairs) == BROKEN_VI
    assert {one.kind for one in repairs} == {"latin-1 as windows-1258"}
    assert [one.was for one in repairs] == ["đă", "t́m", "ngh́n", "xă", "tŕnh", "c̣n", "lănh", "đă", "v́"]
    assert repairs[0].column == BROKEN_VI.index("đă") + 1


def test_vietnamese_capitals() -> None:
    """Capitals are put right as capitals."""
    assert mend(f"{BROKEN_VI} Đă đến XĂ.")[0] == f"{MENDED_VI} Đã đến XÃ."


@pytest.mark.parametrize(
    "text",
    [
        f"{HEALTHY['vi']} Ông Wałęsa đến Gdańsk, Poznań và Brăila cùng ông Băsescu; chữ ă.",
        "Preşedintele Băsescu a mers la Brăila; apă, casă, că, fără, după.",
        "Lech Kaczyński z Poznania: być, jeść, ćma, źle, ŕ, Toruń.",
        "Sanskrit: ṛṣi, kṛṣṇa, dharmakṣetre; đ.",
    ],
)
def test_letters_of_other_languages_stay(text: str) -> None:
    """Polish, Romanian and transliterated names have such letters in good health, in a Vietnamese text too."""
    assert mend(text) == (text, ())


def test_only_vietnamese_texts_are_asked_for_vietnamese_syllables(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: without the question whether the text is Vietnamese, Romanian `că` would be changed."""
    text = "Preşedintele a spus că nu ştie, đ."
    assert mend(text)[1] == ()
    monkeypatch.setattr(repair, "_is_vietnamese", lambda _: True)
    assert mend(text)[1] != ()


def test_healthy_marks_are_why_sure_places_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: if whatever is valid UTF-8 were repaired, healthy texts would be changed."""
    monkeypatch.setattr(repair, "_is_sure", lambda *_: True)
    assert mend("« L’été\xa0», dit-elle. “CAFÉ”")[1] != ()


def test_an_article_keeps_both_readings() -> None:
    """Its blocks hold the repaired text and, where something was repaired, the file's own lines."""
    text = f"---\ntitle: CafÃ©\n---\n{HEALTHY['vi']}\n\n{BROKEN_VI}\n"
    article, problems = read_article("a.txt", "a.txt", text.encode(), Config())
    assert article is not None
    assert not problems
    assert (article.title, article.repairs[0].line, article.repairs[0].column) == ("Café", 2, 8)
    article, _ = read_article("a.txt", "a.txt", f"{HEALTHY['vi']}\n\n{BROKEN_VI}\n".encode(), Config())
    assert article is not None
    assert [(one.text, one.original) for one in article.blocks] == [(HEALTHY["vi"], ""), (MENDED_VI, BROKEN_VI)]
    assert {one.line for one in article.repairs} == {3}


def test_a_letter_that_would_end_a_line_is_whole_again() -> None:
    """`Å` misread as Latin-1 ends in U+0085, a line's end: it is put right before lines are cut."""
    broken = misread("Hos Åse i Århus, sa hun.", "latin-1")
    article, problems = read_article("a.txt", "a.txt", broken.encode(), Config())
    assert article is not None
    assert not problems
    assert [one.text for one in article.blocks] == ["Hos Åse i Århus, sa hun."]
    assert [one.was for one in article.repairs] == ["Ã\ufffdse", "Ã\ufffdrhus"]


@pytest.mark.parametrize(
    ("text", "mended", "kind"),
    [
        ("the lamp \x96 and Holm\x92s pier", "the lamp – and Holm’s pier", "windows-1252 as latin-1"),
        ("the childrenâ\x80\x99s boat", "the children’s boat", "utf-8 as latin-1"),
        ("we couldnÃ¢Â\x80Â\x99t sail", "we couldn’t sail", "utf-8 as latin-1"),
        ("a \x81 that is nothing", "a \x81 that is nothing", ""),
    ],
)
def test_controls_are_the_marks_they_were(text: str, mended: str, kind: str) -> None:
    """Those of Windows-1252, of UTF-8 read as Latin-1, and of a text misread twice; one that was no mark stays."""
    became, repairs = mend(text)
    assert (became, {one.kind for one in repairs}) == (mended, {kind} - {""})
    assert rebuilt(became, repairs) == text
