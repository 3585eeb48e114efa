"""Markdown: blocks and their lines, what markup stays, what hostile markup costs."""

import re
import time

import pytest

from sitegen.config import Config, Limits
from sitegen.read import read_article
from sitegen.read.lines import TextFile
from sitegen.read.marked import markdown_blocks, markup_of
from tests.read.conftest import Read

PAGE = """# The *water* bill

One paragraph with a [link](https://example.org/a), <b onclick="x()">bold</b>
and AT&T &amp; more.[^1]

Setext heading
--------------

- first *item*
- second item
  goes on
  - inner item

2017. was a year

> quoted **words**
> go on

```js x"><script>
let a = "<b>";
```

| a | b |
|---|---|
| 1 | *2* |

![A bridge](https://example.org/a.png)

See [the bill][bill].

[^1]: A note.
[bill]: https://example.org/bill "Bill"
"""


def test_blocks_kinds_and_lines(read: Read) -> None:
    """Each block knows its kind, its line and its words; its number in a list is part of the words."""
    article = read(PAGE, "a.md")
    assert [(block.line, block.role, block.text) for block in article.blocks] == [
        (1, "heading", "The water bill"),
        (3, "paragraph", "One paragraph with a link, bold and AT&T & more.[1]"),
        (6, "crosshead", "Setext heading"),
        (9, "entry", "first item"),
        (10, "entry", "second item goes on"),
        (12, "entry", "inner item"),
        (14, "entry", "2017. was a year"),
        (16, "quotation", "quoted words go on"),
        (19, "paragraph", 'let a = "<b>";'),
        (23, "cell", "a"),
        (23, "cell", "b"),
        (25, "cell", "1"),
        (25, "cell", "2"),
        (27, "paragraph", "A bridge"),
        (29, "paragraph", "See the bill."),
        (31, "paragraph", "[1] A note."),
    ]


def test_markup_that_stays(read: Read) -> None:
    """Emphasis and links stay, links without referrer; handlers, images and titles go."""
    html = {block.line: block.html for block in read(PAGE, "a.md").blocks}
    assert html[1] == "<h1>The <em>water</em> bill</h1>"
    assert '<a href="https://example.org/a" rel="nofollow noopener">link</a>, <b>bold</b>' in html[3]
    assert html[14] == "was a year"
    assert html[16] == "<p>quoted <strong>words</strong>\ngo on</p>"
    assert html[19] == '<pre><code>let a = "&lt;b&gt;";</code></pre>'
    assert html[25] == "<em>2</em>"
    assert html[27] == ""
    assert html[29] == '<p>See <a href="https://example.org/bill" rel="nofollow noopener">the bill</a>.</p>'


NESTED = """- first
- second
  with two lines

  and a paragraph
  1. inner
  2. inner too
     - deepest
- third, after a loose one

* another list

> quoted
>
> > twice
>
> - item in it
> - and one more
lazy end

> a quotation of its own

- > quoted in an item
  > that goes on
"""


def test_lists_and_quotations_stay_nested(read: Read) -> None:
    """Items of one list are one list, whatever stands between them; so are the paragraphs of one quotation."""
    blocks = read(NESTED, "a.md").blocks
    assert [(block.within, block.role, block.text) for block in blocks] == [
        ("-", "entry", "first"),
        ("-+", "entry", "second with two lines"),
        ("-=", "paragraph", "and a paragraph"),
        ("-= 1.", "entry", "1. inner"),
        ("-= 2.+", "entry", "2. inner too"),
        ("-= 2.= -", "entry", "deepest"),
        ("-+", "entry", "third, after a loose one"),
        ("-", "entry", "another list"),
        (">", "quotation", "quoted"),
        (">= >", "quotation", "twice"),
        (">= -", "quotation", "item in it"),
        (">= -+", "quotation", "and one more lazy end"),
        (">", "quotation", "a quotation of its own"),
        ("- >", "quotation", "quoted in an item that goes on"),
    ]
    assert [block.html for block in blocks if block.html] == ["inner", "inner too"], "the number is not printed twice"


TABLES = """- first
- second, with a table

  | District | Share |
  |---|---|
  | Lorne | 41.2 |

  and its source
- third

> | District | Share |
> |---|---|
> | Holm | 7 |

| District | Share |
|---|---|
| Skerry | 3 |
"""


def test_a_table_stands_in_its_item(read: Read) -> None:
    """Its cells stand in the item or the quotation that its first cell begins or goes on in; the list goes on after."""
    assert [(block.within, block.role, block.text, block.label) for block in read(TABLES, "a.md").blocks] == [
        ("-", "entry", "first", ""),
        ("-+", "entry", "second, with a table", ""),
        ("-=", "cell", "District", ""),
        ("-=", "cell", "Share", ""),
        ("-=", "cell", "Lorne", "District"),
        ("-=", "cell", "41.2", "Lorne / Share"),
        ("-=", "paragraph", "and its source", ""),
        ("-+", "entry", "third", ""),
        (">", "cell", "District", ""),
        (">=", "cell", "Share", ""),
        (">=", "cell", "Holm", "District"),
        (">=", "cell", "7", "Holm / Share"),
        ("", "cell", "District", ""),
        ("", "cell", "Share", ""),
        ("", "cell", "Skerry", "District"),
        ("", "cell", "3", "Skerry / Share"),
    ]


def test_notes_show_lists_and_tables_whole() -> None:
    """The notes of a source have no template: a table stands in its item, and all that begins ends."""
    file = TextFile(path="a.md", lines=tuple(TABLES.splitlines()))
    markup = markup_of(markdown_blocks(file, 1, Limits())[0])
    row = "<tr><td>District</td><td>Share</td></tr>"
    assert markup.replace("\n", "") == (
        f"<ul><li><p>first</p></li><li><p>second, with a table</p><table>{row}<tr><td>Lorne</td><td>41.2</td></tr>"
        "</table><p>and its source</p></li><li><p>third</p></li></ul>"
        f"<blockquote><table>{row}<tr><td>Holm</td><td>7</td></tr></table></blockquote>"
        f"<table>{row}<tr><td>Skerry</td><td>3</td></tr></table>"
    )


@pytest.mark.parametrize("text", ["1. a\n2. b\n", "7. alone\n", "- x\n  3. inner\n", "> 1. a\n> 2. b\n"])
def test_the_number_of_an_item_is_its_label(read: Read, text: str) -> None:
    """Wherever its list stands, and also where it has no neighbour."""
    blocks = [block for block in read(text, "a.md").blocks if block.text[0].isdigit()]
    assert [block.label for block in blocks] == [block.text[:2] for block in blocks]
    assert blocks


def test_a_number_that_a_text_begins_with_is_not_its_items(read: Read) -> None:
    """Control: of an item with a bullet, or of a paragraph that goes on in an item."""
    blocks = read("- 2017\\. was a year\n\n1. first\n\n   1984\\. was another\n", "a.md").blocks
    assert [(block.text, block.label) for block in blocks] == [
        ("2017. was a year", ""),
        ("1. first", "1."),
        ("1984. was another", ""),
    ]


@pytest.mark.parametrize("indent", ["  ", "   ", "    ", "\t"])
@pytest.mark.parametrize("mark", ["-", "1.", "10."])
def test_indentation_nests_as_people_write_it(read: Read, mark: str, indent: str) -> None:
    """Two columns or a tab nest a list, whatever the width of the mark above; one column does not."""
    text = f"{mark} a\n{indent}- b\n{indent}- c\n{mark} d\n - e\n"
    last = "-+" if mark == "-" else "-"
    assert [one.within for one in read(text, "a.md").blocks] == [mark, f"{mark}= -", f"{mark}= -+", f"{mark}+", last]


@pytest.mark.parametrize(
    "text",
    [
        "A claim.[^1]\n\n[^1]: A note.\n[1]: https://example.org/one\n",
        "A claim.[^b]\n\n[^b]: A note.\n\n[1]: https://example.org/one\n",
        "[1]: https://example.org/one\n\nA claim.[^1]\n\n[^1]: A note.\n",
    ],
)
def test_a_mark_of_a_footnote_is_no_link(read: Read, text: str) -> None:
    """A reference of the same number does not lend it its address."""
    block = next(one for one in read(text, "a.md").blocks if one.text.startswith("A claim"))
    assert (block.text, block.html) == ("A claim.[1]", "<p>A claim.<sup>[1]</sup></p>")


def test_a_reference_beside_a_footnote_stays_one(read: Read) -> None:
    """Control: `[1]` is the link that the file defines, and `[^1]` beside it is not."""
    text = "See [1] and this.[^1]\n\n[^1]: A note.\n[1]: https://example.org/one\n"
    html = read(text, "a.md").blocks[0].html
    assert html.count("<a ") == 1
    assert ">1</a> and this.<sup>[1]</sup>" in html


def test_a_paragraph_without_markup_has_none(read: Read) -> None:
    """`html` is empty where the text says it all, even with an ampersand or a number sign."""
    (block,) = read("AT&T said that water is #1 (again) at 5 % — or so.\nIt goes on here.\n", "a.md").blocks
    assert (block.text, block.html) == ("AT&T said that water is #1 (again) at 5 % — or so. It goes on here.", "")


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script> text",
        "<img src=x onerror=alert(1)> text",
        "[x](javascript:alert(1))",
        "<a href='JaVaScRiPt:x'>x</a>",
        "<svg><script>x</script></svg> text",
        "<div style='position:fixed' class='verified' id='body'>x</div>",
        "[x](//evil.example)",
        "<iframe srcdoc='<script>x</script>'></iframe> text",
        "<base href='//evil'> text",
        "<math><mtext><style><img src onerror=x></style>",
        "![x](javascript:alert(1))",
        "[x](data:text/html;base64,xx)",
        "<form action=//evil><input name=body> text</form>",
        "[x]: javascript:alert(1)\n\n[x]",
        '<http://a" onclick="x>',
        "[a](https://x.example 'onmouseover=\"x')",
        "<ins>fake</ins> <del>fake</del>",
    ],
)
def test_hostile_markup_is_harmless(markup: str) -> None:
    """No script, handler, style, class, id, frame, form, image or foreign scheme survives."""
    article, _ = read_article("a.md", "a.md", f"A text.\n\n{markup}\n".encode(), Config())
    assert article is not None
    tags = "".join(re.findall(r"<[^>]*>", "".join(block.html for block in article.blocks).lower()))
    assert not re.search(r"<(script|iframe|form|input|img|svg|math|style|base|ins|del|div)", tags)
    assert not re.search(r" (on\w+|style|class|id|title|src)=", tags)
    assert not re.search(r'href="(?!https?:|mailto:)', tags)


def test_script_shows_as_text(read: Read) -> None:
    """What is not allowed loses its tags and keeps its words: nothing an outlet printed can hide."""
    assert read("A text.\n\n<script>alert(1)</script>\n", "a.md").blocks[1].text == "alert(1)"


def test_entities_are_resolved_and_controls_shown(read: Read) -> None:
    """Text holds characters, not entities; an entity brings no control character in."""
    article = read("caf&eacute; &lt;b&gt; &#1; &#xD800; &copy;\n", "a.md")
    assert article.blocks[0].text == "café <b> \ufffd \ufffd ©"


def test_deep_nesting_is_kept_as_text() -> None:
    """Beyond `limits.nesting` a block is shown as it was written, with one warning a file."""
    config = Config(limits=Limits(nesting=5))
    text = f"A text.\n\n{'>' * 6} quoted\n\n{'[' * 6}x\n\n{'- ' * 6}x\n"
    article, found = read_article("a.md", "a.md", text.encode(), config)
    assert article is not None
    assert [block.text for block in article.blocks[1:]] == ["quoted", "[[[[[[x", "x"]
    assert [(one.severity, one.code, one.location.line) for one in found] == [("warning", "kept-plain", 3)]


SHAPES = {
    "brackets": "[",
    "links": "[a](",
    "links that close": "[a](b) ",
    "nested links": "[a](<b",
    "images": "![",
    "stars": "*a **a ",
    "star words": "a*",
    "underscores": "_a",
    "ticks": "`a ``b ",
    "tags": "<b>",
    "open tags": "<a <",
    "attributes": "<a b=c ",
    "entities": "&#1;",
    "backslashes": "\\",
    "quotations": "> ",
    "lists": "* ",
    "nested lists": "- - ",
    "references": "[a]: b\n",
    "notes": "[^1]: a\n",
    "tables": "|a|b|\n|-|-|\n",
    "pipes": "|",
    "fences": "```\n",
    "headings": "# a #\n",
    "rules": "-",
    "spaces": " ",
    "comments": "<!--",
    "sections": "<![CDATA[",
    "hard breaks": "a  \n",
    "credits": "Aa reported ",
    "told": "told the ",
    "zalgo": "a" + "\u0301" * 30,
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_hostile_shapes_cost_little(shape: str, suffix: str) -> None:
    """A hundred kilobytes of any shape, in one block or in many, are read in a few seconds at most."""
    for size in (900, 19_000, 100_000):
        block = (shape * (size // len(shape) + 1))[:size]
        text = "A text.\n\n" + f"{block}\n\n" * max(1, 100_000 // len(block.encode()))
        start = time.process_time()
        read_article("a" + suffix, "a" + suffix, f"---\nlanguage: en\n---\n{text}".encode(), Config())
        assert time.process_time() - start < 5
