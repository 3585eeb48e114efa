"""What is inferred above the text: title, byline, page header; and the language and credits of a text."""

import pytest

from sitegen.config import Config
from sitegen.model import Source
from sitegen.read import read_article
from tests.read.conftest import Read

PROSE = (
    "The council of the bay said on Monday that the price of water was going to rise again in spring, as it had "
    "before, and that nobody could tell for how long."
)


def test_the_first_line_like_a_headline_is_the_title(read: Read) -> None:
    """Raw text: menu, headline, byline, text. The headline becomes the title, marked as inferred."""
    article = read(f"News\n\nWater bill rises again\n\nBy Jo Doe / The Evening Wire, Bay City\n\n{PROSE}\n")
    assert (article.title, article.author, article.dateline) == ("Water bill rises again", "Jo Doe", "Bay City")
    assert [block.furniture for block in article.blocks] == ["menu", "title", "byline", ""]
    assert article.inferred == ("author", "dateline", "language", "title")
    assert [credit.name for credit in article.credits] == ["The Evening Wire"]


def test_prose_is_no_title(read: Read) -> None:
    """Without a headline the first sentence, shortened, names the article; its words stay in the text."""
    article = read(f"{PROSE}\n\nA short line here\n\n{PROSE}\n")
    assert article.title == "The council of the bay said on Monday that the price of…"
    assert article.blocks[0].furniture == ""


def test_a_title_printed_twice_is_set_aside_twice(read: Read) -> None:
    """Word for word repetitions of the title are furniture, of a declared one too."""
    article = read(f"---\ntitle: Water bill rises\n---\nWater bill rises\n\n{PROSE}\n\nWATER BILL RISES\n\n{PROSE}\n")
    assert [block.furniture for block in article.blocks] == ["title", "", "title", ""]
    assert "title" not in article.inferred


def test_declared_facts_win(read: Read) -> None:
    """What the front matter says is never replaced by what the text seems to say."""
    article = read(f"---\nauthor: Ann Lee\ntitle: Another title\n---\nWater bill rises\n\nBy Jo Doe\n\n{PROSE}\n")
    assert (article.author, article.title) == ("Ann Lee", "Another title")


def test_english_page_header(read: Read) -> None:
    """A page header gives the day and the page."""
    article = read(f"Tue, Mar 3, 2020 - Page 4 News List\n\nWater bill rises\n\n{PROSE}\n")
    assert article.published is not None
    assert (article.published.iso, article.page) == ("2020-03-03", "4")
    assert article.blocks[0].furniture == "page header"


@pytest.mark.parametrize("line", ["Mon, Feb 30, 2020 - Page 4 News", "Mon, Foo 3, 2020 - Page 4 News"])
def test_an_impossible_page_header_gives_no_date(read: Read, line: str) -> None:
    """No day is made up."""
    assert read(f"{line}\n\nWater bill rises\n\n{PROSE}\n").published is None


@pytest.mark.parametrize(
    "line", ["By the water they sat and waited", "By Monday it was over", "By Jo Doe, who was there, and saw it all."]
)
def test_what_is_no_byline(read: Read, line: str) -> None:
    """A line that begins with `By` is a byline only if names follow."""
    assert read(f"Water bill rises\n\n{line}\n\n{PROSE}\n").author == ""


def test_markdown_headline(read: Read) -> None:
    """The first heading of Markdown is the title."""
    article = read(f"# Water\n\n{PROSE}\n\n## More\n\n{PROSE}\n", "a.md")
    assert (article.title, [block.furniture for block in article.blocks]) == ("Water", ["title", "", "", ""])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"BAY CITY, March 3 (NW) – {PROSE}", "NW"),
        (f"BAY CITY (Evening 24) — {PROSE}", "Evening 24"),
        (f"{PROSE} A clerk told the Evening Post that it was so.", "the Evening Post"),
        (f"{PROSE} That is according to the Bay Chronicle.", "the Bay Chronicle"),
        (f"{PROSE} The Bay Herald has confirmed it.", "The Bay Herald"),
        (f"{PROSE} It first appeared in The Bay Tribune.", "The Bay Tribune"),
        ("Theo Reuters, hội đồng thành phố đã tăng giá nước vào thứ Hai và sẽ còn tăng nữa.", "Reuters"),
        ("Según El Mundo, el consejo subió el precio del agua el lunes y volverá a subirlo.", "El Mundo"),
        ("据海湾日报报道，市议会周一表示，水价将再次上涨。", "海湾日报"),
        ("وقالت صحيفة “أخبار الخليج” إن المجلس رفع أسعار المياه يوم الاثنين.", "أخبار الخليج"),
    ],
)
def test_credits(read: Read, text: str, name: str) -> None:
    """Whom the text names as its source is found, as printed, with its phrase and line."""
    credits = read(f"{text}\n").credits
    assert [credit.name for credit in credits] == [name]
    assert not credits[0].declared
    assert name in credits[0].phrase


@pytest.mark.parametrize(
    "text",
    [
        "The Pentagon reported a loss.",
        "A clerk told the council.",
        "According to the mayor it was so.",
        "He told the press.",
        "The White House has confirmed it.",
        "据当地媒体报道，水价将再次上涨。",
        "Theo Bộ Y tế, giá nước tăng.",
        "BAY CITY (2017) – It rained.",
    ],
)
def test_whom_a_text_cites_is_not_always_an_outlet(read: Read, text: str) -> None:
    """Ministries, mayors and clerks are no credits."""
    assert read(f"{PROSE} {text}\n").credits == ()


def test_sources_of_the_archive_are_known() -> None:
    """A name that no list knows counts when the archive has such a source."""
    sources = {"dock": Source(id="dock", name="The Dockside")}
    text = f"{PROSE} A clerk told the Dockside that it was so.\n".encode()
    for known, expected in ((sources, ["the Dockside"]), ({}, [])):
        article, _ = read_article("a.txt", "a.txt", text, Config(), known)
        assert article is not None
        assert [credit.name for credit in article.credits] == expected


def test_an_outlet_does_not_credit_itself() -> None:
    """Its own name, a short form of it and its own agency tag are no credits; each other outlet is one, once."""
    sources = {"wire": Source(id="wire", name="The Bay Wire"), "post": Source(id="post", name="Evening Post")}
    told = "He told the Bay Wire and told the Wire. She told the Evening Post, told the Post."
    text = f"BAY CITY, 3 March (BW) – {PROSE} {told}"
    for source, expected in (("wire", ["the Evening Post"]), ("post", ["BW", "the Bay Wire"])):
        article, _ = read_article("a.txt", "a.txt", f"---\nsource: {source}\n---\n{text}\n".encode(), Config(), sources)
        assert article is not None
        assert [credit.name for credit in article.credits] == expected


def test_a_dateline_is_no_part_of_a_title(read: Read) -> None:
    """The first sentence names an article without the place and agency it begins with."""
    assert read(f"BAY CITY, 3 March (NW) – {PROSE}\n").title.startswith("The council of the bay")


def test_a_headline_stands_alone(read: Read) -> None:
    """Of the lines above the text, one with empty lines around it is the title, not those of the page's head."""
    head = "THE BAY WIRE\nBay City 4 °C, wind from the north\nBay City in pictures"
    assert read(f"{head}\n\nWater bill rises\n\nStaff, Monday\n\n{PROSE}\n").title == "Water bill rises"


GERMAN = "Der Rat der Stadt teilte am Montag mit, dass der Preis für Wasser im Frühling noch einmal steigen werde."


def test_language() -> None:
    """The text is asked before its source, which only decides where the text is too short; declared always wins."""
    sources = {"wire": Source(id="wire", name="Wire", language="en")}

    def tag(text: str, config: Config | None = None) -> str:
        article, _ = read_article("a.txt", "a.txt", text.encode(), config or Config(), sources)
        assert article is not None
        assert ("language" in article.inferred) == ("language:" not in text and article.language != "und")
        return article.language

    assert tag(GERMAN) == "de"
    assert tag(f"---\nsource: wire\n---\n{GERMAN}") == "de"
    assert tag("---\nsource: wire\n---\nWasser.") == "en"
    assert tag(f"---\nlanguage: nl\n---\n{GERMAN}") == "nl"
    assert tag("1, 2, 3.") == "und"
    assert tag(GERMAN, Config(languages=("de-AT", "fr"))) == "de-AT"


@pytest.mark.parametrize(
    ("line", "author", "credits"),
    [
        ("Nguyễn Hà", "Nguyễn Hà", []),
        ("Theo Báo Tuổi Trẻ", "", ["Báo Tuổi Trẻ"]),
        ("(Theo VnExpress)", "", ["VnExpress"]),
    ],
)
def test_a_vietnamese_line_below_a_text_signs_it_or_names_its_source(
    read: Read, line: str, author: str, credits: list[str]
) -> None:
    """`Theo` is `according to`: who stands behind it did not write the text, and was given as its author."""
    prose = "Cảng cá sẽ đóng cửa bốn tháng để nạo vét luồng lạch, ban quản lý cảng thông báo hôm thứ Năm tuần này."
    article = read(f"Cảng cá đóng cửa\n\n{prose}\n\n{prose}\n\n{line}\n")
    assert (article.author, [credit.name for credit in article.credits]) == (author, credits)
