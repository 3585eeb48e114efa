"""HTML articles: blocks, what may stay of their markup, what is inferred of them, and what they cannot do."""

import re
from pathlib import Path

import pytest

from sitegen.config import Config, Limits
from sitegen.diagnostics import Diagnostic
from sitegen.model import Article
from sitegen.read import read_archive, read_article
from sitegen.read.tags import pieces_of

PAGE = """<!doctype html>
<html lang="en-GB"><head><title>Lamp lit again &amp; more - Bay Herald</title>
<meta property="og:title" content="The lamp &amp; more">
<meta name="author" content="Ada Brandt"><meta property="article:published_time" content="2031-03-04T08:00:00Z">
<link rel=canonical href="https://bay.example/lamp">
<script>var a = "<p>never shown</p>";</script><style>p { color: red }</style></head>
<body><nav><a href="/">Home</a> <a href="/n">News of the bay</a></nav>
<h1>Lamp lit again</h1>
<p class="lead" onclick="alert(1)">The lamp on the mole was <b>lit</b> on
<a href="https://x.example/a?b=1&amp;c" id=x>Friday</a>, 3 &lt; 4, said the harbour office.</p>
<p>A second paragraph without an end
<ul><li>one<li>two <em>more</em></ul>
<ol start=3><li>three</li><li>four</li></ol>
<blockquote><p>Nobody was surprised.</p></blockquote>
<figure><img src=x onerror=alert(1) alt="a lamp"><figcaption>The lamp by night</figcaption></figure>
<table><tr><td>Day</td><td>Boats</td></tr><tr><th>Mon<td>14</table>
first<br>line<br><br>after a gap <a href="javascript:alert(1)">link</a>
<button>Share</button><svg><text>drawn</text></svg>
</body></html>
"""


def read(text: str | bytes, name: str = "a.html") -> tuple[Article | None, list[Diagnostic]]:
    data = text.encode() if isinstance(text, str) else text
    article, problems = read_article(name, name, data, Config(limits=Limits(line_bytes=4_000_000)))
    return article, list(problems)


def article_of(text: str | bytes, name: str = "a.html") -> Article:
    article, problems = read(text, name)
    assert [problem for problem in problems if problem.code != "saved-page"] == []
    assert article is not None
    return article


def test_a_page_becomes_blocks() -> None:
    """Each with its kind, its line and its words; what is not printed as text leaves nothing."""
    assert [(block.role, block.line, block.text) for block in article_of(PAGE).blocks] == [
        ("paragraph", 7, "Home News of the bay"),
        ("heading", 8, "Lamp lit again"),
        ("paragraph", 9, "The lamp on the mole was lit on Friday, 3 < 4, said the harbour office."),
        ("paragraph", 11, "A second paragraph without an end"),
        ("entry", 12, "one"),
        ("entry", 12, "two more"),
        ("entry", 13, "3. three"),
        ("entry", 13, "4. four"),
        ("quotation", 14, "Nobody was surprised."),
        ("caption", 15, "The lamp by night"),
        ("cell", 16, "Day"),
        ("cell", 16, "Boats"),
        ("cell", 16, "Mon"),
        ("cell", 16, "14"),
        ("paragraph", 17, "first line"),
        ("paragraph", 17, "after a gap link"),
    ]


def test_markup_inside_a_block_passes_the_sanitiser() -> None:
    """Emphasis and links to other hosts stay; classes, handlers and other addresses do not."""
    html = {block.line: block.html for block in article_of(PAGE).blocks}
    link = '<a href="https://x.example/a?b=1&amp;c" rel="nofollow noopener">Friday</a>'
    assert html[9] == f"<p>The lamp on the mole was <b>lit</b> on {link}, 3 &lt; 4, said the harbour office.</p>"
    assert html[17] == ""
    assert html[13] == "four"


def test_navigation_is_furniture_and_the_headline_the_title() -> None:
    """What stands in `nav` is set aside, and the h1 is no text of the article."""
    article = article_of(PAGE)
    assert [block.furniture for block in article.blocks][:3] == ["menu", "title", ""]
    assert article.title == "Lamp lit again"


def test_what_the_head_states_is_inferred() -> None:
    """Author, day, address and language of the page are taken, and named as inferred."""
    article = article_of(PAGE)
    assert (article.author, article.url, article.language) == ("Ada Brandt", "https://bay.example/lamp", "en-GB")
    assert article.published is not None
    assert article.published.iso == "2031-03-04T08:00:00Z"
    assert article.inferred == ("author", "language", "published", "title", "url")


def test_declared_facts_win() -> None:
    """Front matter before the markup is read as everywhere; lines are counted from the top of the file."""
    article = article_of(f"---\ntitle: Declared\nauthor: Ivo Lund\npublished: 2031-01-01\n---\n{PAGE}")
    assert (article.title, article.author) == ("Declared", "Ivo Lund")
    assert article.published is not None
    assert article.published.iso == "2031-01-01"
    assert article.inferred == ("language", "url")
    assert article.blocks[1].line == 13


def test_the_head_gives_a_title_where_the_text_has_none() -> None:
    """First `og:title`, then `title`; else the first words."""
    body = "<p>The lamp on the mole was lit again on Friday, the office said.</p>"
    assert article_of(f"<title>One - Bay</title><meta property=og:title content='Two'>{body}").title == "Two"
    assert article_of(f"<title>One &amp; all</title>{body}").title == "One & all"
    assert article_of(body).title.startswith("The lamp on the mole")


def test_what_the_head_states_wrongly_is_passed_over() -> None:
    """A date that does not exist, an address that is none, a language that is none."""
    head = (
        '<html lang="klingon language"><meta property="article:published_time" content="2031-02-30">'
        '<link rel="canonical" href="javascript:alert(1)"><meta name=author content="https://x.example/ada">'
    )
    article = article_of(f"{head}<p>The lamp on the mole was lit again on Friday, the harbour office said.</p>")
    assert (article.published, article.url, article.author) == (None, "", "")
    assert article.language == "en"


@pytest.mark.parametrize(
    ("charset", "codec", "words"),
    [
        ("windows-1252", "cp1252", "Café “Möwe” was shut"),
        ("shift_jis", "cp932", "灯台は金曜日に再び点灯した。"),
        ("gbk", "gb18030", "灯塔在星期五重新点亮。"),
    ],
)
def test_a_declared_encoding_is_read(charset: str, codec: str, words: str) -> None:
    """A page that is not UTF-8 is decoded by its declaration; the digest is that of the bytes."""
    data = f'<meta charset="{charset}"><p>{words}</p>'.encode(codec)
    article = article_of(data)
    assert article.blocks[0].text == words
    assert article.size == len(data)


def test_an_undeclared_encoding_is_refused() -> None:
    """With the place, as for a text."""
    article, problems = read("<p>Café Möwe</p>".encode("cp1252"))
    assert article is None
    assert [one.code for one in problems] == ["not-utf8"]


def test_misread_text_is_repaired() -> None:
    """As in a text; what the file had is shown without its tags."""
    [block] = article_of("<p>The <b>cafÃ©</b> on the mole was shut again on Friday, the office said.</p>").blocks
    assert block.text.startswith("The café on")
    assert block.original.startswith("The cafÃ© on")


def test_format_decides_over_the_suffix() -> None:
    """`format: html` in a .md file, and `format: text` in an .html file."""
    assert (
        article_of("---\nformat: html\n---\n<p>The <i>lamp</i> was lit.</p>", "a.md").blocks[0].text
        == "The lamp was lit."
    )
    assert article_of("---\nformat: text\n---\n<p>The lamp</p>").blocks[0].text == "<p>The lamp</p>"


def test_what_is_never_closed_hides_nothing() -> None:
    """A script, button or drawing without an end does not swallow the text after it."""
    for tag in ("script", "style", "button", "svg", "select", "template", "title", "head"):
        article, _ = read(f"<p>The lamp was lit.</p><{tag}>The office said so.")
        assert article is not None
        assert "The office said so." in " ".join(block.text for block in article.blocks), tag


HOSTILE = {
    "marks": "<" * 1_000_000,
    "tags": "<a " * 300_000,
    "quotes": "<a b=\"'" * 150_000,
    "comments": "<!--" * 200_000,
    "ends": "</" * 400_000,
    "scripts": "<script>" * 100_000,
    "references": "&" * 900_000,
    "paragraphs": "<p>x" * 49_000,
    "bold": "<b>" * 90_000,
    "divs": "<div>" * 90_000,
    "breaks": "<br>" * 49_000 + "x",
    "spaces": "<a" + " " * 900_000 + ">x",
    "attributes": "<p " + "a=b " * 100_000 + ">x",
    "capitals that grow": "<script>İ</script>x" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_shapes_are_read_or_refused(name: str) -> None:
    """A megabyte of one thing ends as an article or as one error; nothing is searched for again and again."""
    article, problems = read(HOSTILE[name])
    refused = [problem for problem in problems if problem.code != "saved-page"]
    assert (article is None) == (len(refused) == 1), problems


def test_text_is_never_lost() -> None:
    """Every piece of a page stands in one of the pieces it is cut into, comments apart."""
    text = PAGE[PAGE.index("<body>") :] + "<p>a < b > c</p><!x><?php y ?></ z><!-- no -->tail"
    found = "".join(piece.source for piece in pieces_of(text, 1))
    for word in re.findall(r"[a-z]{6,}", re.sub(r"<!--.*?-->|</?[a-z]+", "", text)):
        assert word in found


def test_an_archive_of_pages(tmp_path: Path) -> None:
    """Saved pages are articles; the folder that a browser put beside one is passed over."""
    (tmp_path / "lamp.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "lamp_files").mkdir()
    (tmp_path / "lamp_files/frame.html").write_text("<p>An advertisement</p>", encoding="utf-8")
    archive, problems = read_archive(tmp_path)
    assert [problem.code for problem in problems] == ["saved-page"], "it has its menus"
    assert [(one.id, one.format) for one in archive.articles] == [("lamp", "html")]
