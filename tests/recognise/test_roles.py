"""What a text says of itself block by block, on short texts of our own; each line of a text is a block."""

import sys

import pytest

from sitegen.model import Block
from sitegen.recognise import footnote_marks, notice_start, recognise_blocks

LONG = "The harbour board voted on Monday to tear down the old pier at Lorne, after a debate of five hours."
MORE = "The engineers had said that the piles would not last the winter, and the fishermen did not believe them."


def recognised(*lines: str, language: str = "en") -> tuple[Block, ...]:
    blocks = [Block(id=f"b{at}", role="paragraph", text=text, line=at) for at, text in enumerate(lines, start=1)]
    return recognise_blocks(blocks, language)


def roles(*lines: str, language: str = "en") -> list[str]:
    return [block.role for block in recognised(*lines, language=language)]


def labels(*lines: str, language: str = "en") -> list[str]:
    return [block.label for block in recognised(*lines, language=language)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("1. Lorne is wide.", "2. Holm is shallow."), ["1.", "2."]),
        (("(a) pay the rent,", "(b) keep it in repair."), ["(a)", "(b)"]),
        (("i. Lorne is wide.", "ii. Holm is shallow."), ["i.", "ii."]),
        (("a) Lorne", "b) Holm", "c) Vann"), ["a)", "b)", "c)"]),
        (("§ 5. The tenant pays.",), ["§ 5."]),
        (("Art. 3: The tenant pays.",), ["Art. 3:"]),
        (("§ 5 The tenant pays.", "§ 6 The landlord asks."), ["§ 5", "§ 6"]),
        (("1.1 The tenant pays.", "1.2 The landlord asks.", "1.3 Both sign."), ["1.1", "1.2", "1.3"]),
        (("• Lorne is wide.", "• Holm is shallow."), ["•", "•"]),
        (("- Lorne is wide.", "- Holm is shallow."), ["-", "-"]),
        (("Article I", LONG, "Article II", MORE), ["Article I", "", "Article II", ""]),
        (("§ 5", LONG, "§ 6", MORE), ["§ 5", "", "§ 6", ""]),
        (("Article 5 The tenant", LONG, "Article 6 The landlord", MORE), ["Article 5", "", "Article 6", ""]),
        (("第一条 承租人付租。", "第二条 出租人收租。"), ["第一条", "第二条"]),
        (("一、承租人付租。", "二、出租人收租。"), ["一、", "二、"]),
        (("① 承租人付租。", "② 出租人收租。"), ["①", "②"]),
        (("١. الميناء مغلق.", "٢. الجسر مفتوح."), ["١.", "٢."]),
        (("а) Порт закрыт.", "б) Мост открыт."), ["а)", "б)"]),
    ],
)
def test_numbers_and_bullets_are_labels(lines: tuple[str, ...], expected: list[str]) -> None:
    """In any script, by form alone; label and body are the block again."""
    blocks = recognised(*lines, language="und")
    assert [block.label for block in blocks] == expected
    assert {block.role for block in blocks if block.label} == {"entry"}
    assert [block.text[: block.label_end].strip() for block in blocks] == expected
    assert tuple(block.text for block in blocks) == lines


@pytest.mark.parametrize(
    "lines",
    [
        ("2017. was a year of stars.", MORE),
        ("5. The tenant shall", MORE),
        ("1.5 million people came.", "1.6 million people left."),
        ("J. Doe came to Lorne.", "K. Roe left it."),
        ("Article 50 was triggered by the board.", MORE),
        ("A dog was seen.", "B roads are closed."),
        ("- Nobody knows, he said.", MORE, "- I do, she said."),
        ("I. Newton was wrong.", MORE),
    ],
)
def test_what_only_begins_like_a_number_is_text(lines: tuple[str, ...]) -> None:
    """A number without a neighbour of its form, initials, sums and a dash of speech are words."""
    assert {block.label for block in recognised(*lines)} == {""}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Q: When?", "A: At five o'clock."), ["Q:", "A:"]),
        (("Q. When?", "A. At five o'clock."), ["Q.", "A."]),
        (("Frage: Wann?", "Antwort: Um fünf."), ["Frage:", "Antwort:"]),
        (("问：什么时候？", "答：五点钟。"), ["问：", "答："]),
        (("Hỏi: Khi nào?", "Đáp: Lúc năm giờ."), ["Hỏi:", "Đáp:"]),
        (("Anchor: When was it?", "Ida Moe: At five.", "Anchor: And then?", "Ida Moe: Nothing."), None),
        (("MOE, HOST: Good morning.", "LIND: Hello.", "MOE: What is new?", "LIND: Nothing."), None),
        (("Interviewer: Who gave the order?", "Minister Rist: Nobody did.", "Engineer Lind: It came by phone."), None),
        (("محمد: متى وصلت؟", "سارة: في الخامسة.", "محمد: وحدك؟", "سارة: نعم."), None),
    ],
)
def test_speakers_are_labels(lines: tuple[str, ...], expected: list[str] | None) -> None:
    """Of an interview or transcript, in any script."""
    blocks = recognised(*lines, language="und")
    assert {block.role for block in blocks} == {"turn"}
    assert [block.label for block in blocks] == (expected or [line.partition(":")[0] + ":" for line in lines])


@pytest.mark.parametrize(
    "lines",
    [
        ("Price: 40 crowns", "Tickets: at the door", "Where: Lorne"),
        ("He said: it was late.", "She said: it was not.", "He said: so what."),
        ("Lorne Sands: wide, quiet and clean.", "Holm Bay: shallow water.", "Brandt Beach: dogs are welcome."),
        ("Washington: The board met on Monday.", MORE, LONG),
        ("Photo: Ole Berg", "Source: The Wire", "Photo: Ida Moe", "Source: The Wire"),
    ],
)
def test_a_name_and_a_colon_are_no_turn_by_themselves(lines: tuple[str, ...]) -> None:
    """Nobody answers in a fact box, a list or a sentence that leads to its quotation."""
    assert "turn" not in roles(*lines)


def test_a_speaker_may_be_a_block_of_its_own() -> None:
    """What stands below bears the name without printing it; rows of a poll are no speakers."""
    blocks = recognised(
        "Ida Moe", "When was it?", "Ole Lind", "It was at five.", "Ida Moe", "And then?", "Ole Lind", LONG
    )
    assert [(block.role, block.label) for block in blocks[:4]] == [
        ("turn", "Ida Moe"),
        ("turn", "Ida Moe"),
        ("turn", "Ole Lind"),
        ("turn", "Ole Lind"),
    ]
    assert [block.label_end for block in blocks[:4]] == [7, 0, 8, 0]
    poll = recognised("Lorne", "Rist 59", "Holm", "Rist 40", "Lorne", "Lind 38", "Holm", "Lind 52")
    assert "turn" not in {block.role for block in poll}


def test_stamps_of_a_live_blog() -> None:
    """A time that is a block of its own is all label; the entry below bears it without printing it."""
    blocks = recognised("11.40am", "Trains are cancelled.", "14:05", "Two people died.", "A tree fell.")
    assert [(block.role, block.label, block.label_end) for block in blocks] == [
        ("stamped", "11.40am", 7),
        ("stamped", "11.40am", 0),
        ("stamped", "14:05", 5),
        ("stamped", "14:05", 0),
        ("stamped", "14:05", 0),
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("14:05 Trains are cancelled.", "14:20 A tree fell."), ["14:05", "14:20"]),
        (("[14:05] Trains are cancelled.", "[14:20] A tree fell."), ["[14:05]", "[14:20]"]),
        (("2:05 p.m. ET – Trains stop.", "2:20 p.m. ET – A tree fell."), ["2:05 p.m. ET –", "2:20 p.m. ET –"]),
        (("14.05 Uhr: Züge fallen aus.", "14.20 Uhr: Ein Baum fiel."), ["14.05 Uhr:", "14.20 Uhr:"]),
        (("45' Goal for Lorne.", "90+2' The end."), ["45'", "90+2'"]),
        (
            (
                "[Updated at 10:59 a.m. ET] It rains.",
                "[Updated at 11:10 a.m. ET] It pours.",
                "[Updated at 11:20 a.m. ET] It ends.",
            ),
            ["[Updated at 10:59 a.m. ET]", "[Updated at 11:10 a.m. ET]", "[Updated at 11:20 a.m. ET]"],
        ),
        (("Update 2110 BST", "Update 2100 BST", "Update 1930 BST (1430 EST)"), None),
    ],
)
def test_stamps_before_entries(lines: tuple[str, ...], expected: list[str] | None) -> None:
    """Two of them make a live blog, or three updates; one is a notice or a sentence."""
    blocks = recognised(*lines, language="und")
    assert {block.role for block in blocks} == {"stamped"}
    assert [block.label for block in blocks] == (expected or list(lines))


def test_a_time_that_begins_a_sentence_is_text() -> None:
    """Neither a single one nor a ratio or a price is a stamp."""
    assert roles("14:05 was when the tree fell.", MORE) == ["paragraph", "paragraph"]
    assert roles("14:05 Trains are cancelled.", MORE) == ["paragraph", "paragraph"]
    assert roles("10.30", LONG) == ["paragraph", "paragraph"]


NOTICES = [
    ("en", "• This article was amended on 12 May 2024. An earlier version said otherwise."),
    ("en", "An earlier version of this story misspelled a name."),
    ("en", "Correction: The pier is 40 metres long."),
    ("en", "CLARIFICATION (May 3): The pier is 40 metres long."),
    ("en", "Editor’s note: The writer is a fisherman."),
    ("en", "Updated at 3:45 p.m."),
    ("en", "The headline on this article was changed on Monday."),
    ("en", "(Corrects spelling of name in paragraph 3)"),
    ("en", "*This post has been updated with a statement of the board."),
    ("es", "Este artículo ha sido modificado el 3 de mayo para corregir un nombre."),
    ("es", "Fe de errores: el muelle mide 40 metros."),
    ("es", "Una versión anterior de esta noticia decía que el muelle mide 50 metros."),
    ("fr", "Cet article a été mis à jour le 3 mai."),
    ("fr", "Note de la rédaction : le nom a été changé."),
    ("fr", "Rectificatif : le quai mesure 40 mètres."),
    ("de", "Dieser Artikel wurde am 3. Mai aktualisiert."),
    ("de", "In einer früheren Version dieses Textes stand, der Steg sei 50 Meter lang."),
    ("de", "Anmerkung der Redaktion: Der Name wurde geändert."),
    ("ar", "تم تحديث هذا الخبر يوم الاثنين."),
    ("ar", "تصحيح: يبلغ طول الرصيف 40 مترا."),
    ("vi", "Đính chính: Cầu tàu dài 40 mét."),
    ("vi", "Bài viết này đã được cập nhật ngày 3/5."),
    ("pt", "Esta reportagem foi atualizada às 15h."),
    ("pt", "Erramos: o cais tem 40 metros."),
    ("it", "Questo articolo è stato aggiornato il 3 maggio."),
    ("it", "Errata corrige: il molo è lungo 40 metri."),
    ("ru", "Эта статья была обновлена 3 мая."),
    ("ru", "В более ранней версии этой статьи говорилось о 50 метрах."),
    ("zh", "本文已于5月3日更新。"),
    ("zh", "更正：码头长40米。"),
    ("ja", "この記事は5月3日に更新されました。"),
    ("ja", "訂正：桟橋の長さは40メートルです。"),
    ("ko", "이 기사는 5월 3일에 수정되었습니다."),
    ("ko", "정정: 부두의 길이는 40미터입니다."),
]


@pytest.mark.parametrize(("language", "text"), NOTICES)
def test_notices_of_correction_and_update(language: str, text: str) -> None:
    """In twelve languages, and where the language could not be told."""
    assert roles(LONG, text, language=language)[1] == "notice"
    assert roles(LONG, text, language="und")[1] == "notice"


@pytest.mark.parametrize(
    "text",
    [
        "The report was corrected by the ministry on Monday.",
        "The law was amended on 12 May 2024.",
        "This bill has been amended twice, the senator said.",
        "Correction officers at the prison went on strike.",
        "Update your browser before you vote, the board says.",
        "The editor's notes were found in a drawer of the desk.",
        "An earlier version of the bridge fell into the sea.",
        "This interview has been edited for length and clarity.",
    ],
)
def test_news_of_a_correction_is_text(text: str) -> None:
    """A notice names the text that it stands in, or is labelled."""
    assert roles(LONG, text, MORE)[1] == "paragraph"


def test_a_notice_inside_an_entry() -> None:
    """Where a sentence of a block is one, its place is known; a bullet before a notice is its label."""
    text = "Two people have died in Holm. An earlier version of this entry said that they had been hurt."
    assert notice_start(text, "en") == text.index("An earlier")
    assert notice_start("Two people have died in Holm.", "en") is None
    assert recognised(LONG, NOTICES[0][1])[1].label == "•"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The old pier at Lorne, seen on Monday. Photograph: Ole Berg/NW Pictures", "caption"),
        ("Image caption The mail boat at the pier in 1950", "caption"),
        ("The mail boat at the pier in 1950 (AP Photo/Ole Berg)", "caption"),
        ("The mail boat at the pier in 1950. Ole Berg/Getty Images", "caption"),
        ("The mail boat at the pier. (Ole Berg/Reuters)", "caption"),
        ("Bildunterschrift: Das Postschiff 1950", "caption"),
        ("Cầu tàu năm 1950. Ảnh: Văn Minh", "caption"),
        ("图为码头", "caption"),
        ("Getty Images", "credit"),
        ("AFP/Getty Images", "credit"),
        ("Ole Berg/AP", "credit"),
        ("(Reporting by Ida Moe; Editing by Ole Lind)", "credit"),
        ("The Associated Press contributed to this report.", "credit"),
        ("By our staff", "credit"),
        ("This story was reported by The Associated Press.", "credit"),
        ("—With reporting by Ida Moe and Ole Lind/Holm", "credit"),
        ("Write to Ida Moe at ida.moe@courier.example", "credit"),
        ("Kaynak: DHA", "credit"),
        ("Source: Office of the Harbour, Lorne", "credit"),
        # What a source that is not named says is a headline.
        ("Source: Pilot has left the town", "crosshead"),
        ("Mit Material von dpa", "credit"),
        ("Con información de EFE", "credit"),
        ("(ANSA)", "credit"),
        ("来源：新华社", "credit"),
        ("This article first appeared in the Lorne Times on Monday.", "credit"),
    ],
)
def test_captions_and_credits(text: str, role: str) -> None:
    """Pictures and those who made the text are no words of it."""
    assert roles(LONG, text, MORE)[1] == role


@pytest.mark.parametrize(
    "text",
    [
        "He sold the photograph to the museum in Lorne for 40 crowns.",
        "Reuters reported on Monday that the pier would be torn down (see below).",
        "The picture is clear: nobody wants the pier, said the mayor of Lorne on Monday.",
        "He works for AP and lives in Holm/Vann.",
        "She contributed to this debate with a long speech about the pier.",
        "The news was first published by the Lorne Times, which has seen the letter of the board to its engineers, and "
        "has spoken with all of them about the pier, which is to be torn down in the spring, as it says, and with a "
        "fisherman.",
    ],
)
def test_sentences_about_pictures_and_agencies_are_text(text: str) -> None:
    """Only a block that says nothing else is a caption or a credit."""
    assert roles(LONG, text, MORE)[1] == "paragraph"


@pytest.mark.parametrize("line", ["Long history", "‘A disgrace’", "What the board says", "长长的历史"])
def test_crossheads(line: str) -> None:
    """A short line without a full stop between two whole paragraphs."""
    assert roles(LONG, line, MORE) == ["paragraph", "crosshead", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "He did not.",
        "and so on",
        "Rist 59%",
        "Nobody knew",
        "he asked:",
        "https://lorne.example/pier",
        "— Ole Lind, in a letter",
        "根据港务局的说法，这是战争以来码头上最慢的增长率",
    ],
)
def test_lines_that_are_no_crossheads(line: str) -> None:
    """A sentence, what goes on, a figure of a poll, an address; and a line that no paragraph follows."""
    after = () if line == "Nobody knew" else (MORE,)
    assert "crosshead" not in roles(LONG, line, *after)


def test_a_short_line_among_short_lines_is_text() -> None:
    """A list of names has no crossheads."""
    assert set(roles("Ada Aas, Labour", "Ada Berg, Green", "Ada Dahl, Liberal", "Ada Hagen, Liberal")) == {"paragraph"}


def test_pull_quotes() -> None:
    """Words set large that stand again in a quotation of the text, with or without marks and the name below."""
    told = "The mayor was angry. “Nobody asked us about the pier, and nobody will,” she said on Monday."
    for pulled in (
        "“Nobody asked us about the pier”",
        "Nobody asked us about the pier",
        "“Nobody asked us about” — I. Moe",
    ):
        assert roles(told, pulled, MORE)[1] == "pull quote", pulled
    assert roles(told, "Nobody told us about the pier.", MORE)[1] == "paragraph"
    assert roles("“Nobody asked us about it.”", "“Nobody asked us about it.”") == ["paragraph", "paragraph"]


def test_recognising_again_changes_nothing() -> None:
    """A text may be read twice, when lines that recur in its source become known."""
    lines = (
        "11.40am",
        "Trains stop.",
        "14:05",
        "1. Lorne",
        "2. Holm",
        LONG,
        "Long history",
        MORE,
        "Getty Images",
        NOTICES[0][1],
    )
    once = recognised(*lines)
    assert len({block.role for block in once}) == 5
    assert recognise_blocks(once, "en") == once


def test_text_is_never_changed() -> None:
    """Roles and labels leave each block as it was printed, and the label is its beginning."""
    for _, notice in NOTICES:
        lines = (LONG, notice, "1. Lorne", "2. Holm", "Q: When?", "A: Now.")
        blocks = recognised(*lines)
        assert tuple(block.text for block in blocks) == lines
        assert all(block.text[: block.label_end].strip() == block.label for block in blocks if block.label_end)


def test_marks_of_footnotes() -> None:
    """They are found inside a text; units and labels are none of them."""
    text = "It holds water.[1] It was finished in 1974.[2][3] It has 40 m² and a wall¹."
    assert [text[start:end] for start, end in footnote_marks(text)] == ["[1]", "[2]", "[3]", "¹"]
    assert footnote_marks("[1] A note.") == ()
    edited = "He said “[w]e’ll go”, and that was all.[w]But “[t]hey” stayed.[t]"
    assert [edited[start:end] for start, end in footnote_marks(edited)] == ["[w]", "[t]"]


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(f"{number}. Entry {number} of a list." for number in range(1, 20_001)),
        "\n\n".join(f"{'QA'[number % 2]}: Turn {number}." for number in range(5_000)),
        "\n\n".join(f"{number // 60:02}:{number % 60:02} Entry {number}." for number in range(1_440)),
        "\n\n".join(["“a a a a a a a a a a a a”, he said.", "a a a a a a"] * 400),
        "(" * 5_000 + "\n\n" + "1." * 5_000 + "\n\n" + "[" * 400,
        "\n\n".join(["Ada Aas: " + "x: " * 300] * 500),
    ],
    ids=("entries", "turns", "stamps", "quotes", "marks", "colons"),
)
def test_large_and_hostile_texts(text: str) -> None:
    """Twice the text costs at most some twice the steps, and nothing of it is lost."""
    blocks = [Block(id=f"b{at}", role="paragraph", text=line, line=at) for at, line in enumerate(text.split("\n\n"))]
    whole, half = steps_of(blocks), steps_of(blocks[: len(blocks) // 2])
    assert len(blocks) < 100 or whole <= 2.5 * half
    assert [block.text for block in recognise_blocks(blocks, "en")] == text.split("\n\n")


def steps_of(blocks: list[Block]) -> int:
    """Lines of this package that are run; a loop over all blocks for each shows as their square."""
    count = 0

    def trace(_frame: object, event: str, _: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        recognise_blocks(blocks, "en")
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "line",
    [
        "To read the entire article from The Lorne Post click here.",
        "Read the full story at the Lorne Post.",
        "Click here to read more of our reports on the sea",
        "For more on the lamp, visit the page of the harbour.",
        "Follow Ada Quill on Twitter @quill",
        "Follow us on Facebook.",
        "Sign up for our weekly newsletter about the coast",
        "READ MORE: Who keeps the lamp?",
        "[summary]",
        "[image]",
        "Lea el artículo completo en el Diario de Lorne",
        "Lire l’article complet sur le site",
        "Den ganzen Artikel lesen Sie hier",
    ],
)
def test_what_asks_the_reader_to_read_on_is_a_prompt(line: str) -> None:
    """And so is what a picture left behind."""
    assert roles(LONG, line, MORE)[1] == "prompt"


@pytest.mark.parametrize(
    "line",
    [
        "Read the whole report aloud, the judge told the clerk, and the clerk read until noon without water.",
        "The crowd was asked to follow him on the road to Holm, and some 40 of them did so until the rain came.",
        "Click here, the screen said, and 40 people of the village did, for none of them knew what it was.",
        "[Laughter]",
        "Subscribe to the fund, the mayor said, and the lamp will burn again before the autumn storms are here.",
    ],
)
def test_a_sentence_of_a_report_is_no_prompt(line: str) -> None:
    """However it begins."""
    assert roles(LONG, line, MORE)[1] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Ada Quill is a reporter who covers harbours for the Lorne Post.",
        "Ines van der Holm is senior political correspondent of the Coast.",
        "Ada Quill es redactora del Diario de Lorne.",
        "Ada Quill ist Redakteurin beim Lorner Boten.",
    ],
)
def test_who_the_author_is_is_a_credit(line: str) -> None:
    """At the beginning or the end of a text; in the middle it is somebody of the report."""
    assert roles(LONG, MORE, line)[2] == "credit"
    assert roles(line, LONG, MORE)[0] == "credit"
    assert roles(LONG, line, *[MORE] * 5)[1] == "paragraph"
    assert roles("Mr Olav Rist is a reporter of the court.", LONG)[0] == "paragraph"


def test_a_line_in_capitals_between_paragraphs_is_the_headline_of_another_article() -> None:
    """As long as it may be; not in a text that is all in capitals."""
    line = "HOLM ISLAND GETS A NEW BOAT AFTER NINE YEARS OF WAITING: 'WE COULD NOT SLEEP THAT NIGHT'"
    assert roles(LONG, line, MORE) == ["paragraph", "crosshead", "paragraph"]
    assert roles(LONG.upper(), line, MORE.upper())[1] == "paragraph"
