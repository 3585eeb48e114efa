"""Raw text: paragraphs, hard-wrapped files, headings, captions."""

from tests.read.conftest import Read

WRAPPED = """Water costs more from Monday, the council of the bay said after a
long night of talks, and the price is going to rise again in
spring.

The agency first reported the decision, which neither side had
announced, and which three people who were in the room have since
confirmed.
"""


def test_each_line_is_a_paragraph(read: Read) -> None:
    """Scraped texts print a paragraph a line, with and without empty lines between."""
    article = read("Water costs more, the council said.\nIt did not say why.\n\nNobody asked.\n")
    assert [(block.id, block.line) for block in article.blocks] == [("b1", 1), ("b2", 2), ("b3", 4)]


def test_hard_wrapped_lines_are_joined(read: Read) -> None:
    """Lines of a wrapped paragraph make one block that begins on its first line."""
    article = read(WRAPPED)
    assert [(block.line, len(block.text.split())) for block in article.blocks] == [(1, 27), (5, 23)]
    assert "after a long night" in article.blocks[0].text


def test_wrapped_chinese_gets_no_spaces(read: Read) -> None:
    """Scripts without spaces are joined without."""
    line = "市议会周一表示水价将再次上涨这不会是最后一次而且"
    article = read(f"{line}\n{line}\n\n{line}\n{line}。\n")
    assert article.blocks[0].text == line * 2


def test_a_list_of_headlines_is_not_joined(read: Read) -> None:
    """Short lines that each begin anew stay apart, however many stand together."""
    article = read(
        "Water Bill Rises Again In The Bay\nCouncil Opens New Bridge To The South\nHarbour Closed By Storm\n" * 2
    )
    assert len(article.blocks) == 6


def test_raw_text_is_never_markdown(read: Read) -> None:
    """`2017. was a year` keeps its number, and marks of Markdown are text."""
    article = read("2017. was a year of *stars* and [brackets](x) for the council.\n# Not a heading.\n")
    assert article.blocks[0].text == "2017. was a year of *stars* and [brackets](x) for the council."
    assert article.blocks[1].role == "paragraph"
    assert not any(block.html for block in article.blocks)


def test_headings_and_captions(read: Read) -> None:
    """A short line alone before prose is a heading, a line that names a photograph a caption; the rest is prose."""
    prose = "The council said on Monday that the price of water was going to rise again in spring, as it had before."
    article = read(f"{prose}\n\nWhat the council says\n\n{prose}\n\nPhoto: Jo Doe / The Wire\n\nHe said:\n\n{prose}\n")
    assert [block.role for block in article.blocks] == [
        "paragraph",
        "crosshead",
        "paragraph",
        "caption",
        "paragraph",
        "paragraph",
    ]


def test_spaces_inside_a_line_are_evidence(read: Read) -> None:
    """Only the ends of a line are trimmed: copies may differ in a no-break space."""
    assert read("  Water \u00a0 costs  more.  \n").blocks[0].text == "Water \u00a0 costs  more."
