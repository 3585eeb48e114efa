"""Roles, labels and completeness of whole articles: tables of HTML and Markdown, prompts, texts that break off."""

import re
import resource
import tomllib

import pytest

from sitegen.config import Config, Limits
from sitegen.model import Article, Block
from sitegen.read import read_article
from sitegen.read.marked import markup_of
from sitegen.recognise import recognise_blocks
from sitegen.recognise.tables import parts_of
from tests.conftest import SHARED_DATA

LONG = "The harbour board voted on Monday to tear down the old pier at Lorne, after a debate of five hours."
TABLE = """<p>Results by district:</p><table><tr><th>District</th><th>Votes</th><th>Share</th></tr>
<tr><td>Lorne</td><td>1,204</td><td><b>41.2</b> %</td></tr><tr><td>Holm</td><td>739</td><td>25.3 %</td></tr></table>"""


def article_of(text: str, name: str = "a.txt", limits: Limits | None = None) -> Article:
    article, problems = read_article(name, name, text.encode(), Config(limits=limits or Limits()))
    assert article, problems
    return article


def cells_of(article: Article) -> list[tuple[str, str]]:
    return [(block.label, block.text) for block in article.body if block.role == "cell"]


def test_each_cell_of_a_table_is_named_by_row_and_column() -> None:
    """So that `Holm / Share` can be compared whatever stands above it; `Share` heads a column and is no furniture."""
    article = article_of(TABLE, "a.html")
    assert cells_of(article) == [
        ("", "District"),
        ("", "Votes"),
        ("", "Share"),
        ("District", "Lorne"),
        ("Lorne / Votes", "1,204"),
        ("Lorne / Share", "41.2 %"),
        ("District", "Holm"),
        ("Holm / Votes", "739"),
        ("Holm / Share", "25.3 %"),
    ]
    assert [block.place for block in article.body if block.role == "cell"][-1] == (2, 2)
    assert {block.label_end for block in article.body} == {0}


def test_a_table_of_markdown_is_read_alike() -> None:
    """Bars that are escaped or stand in code divide nothing; markup in a cell stays."""
    article = article_of("| District | Share |\n|---|---|\n| Lorne | *41.2* |\n| Holm `a|b` | 25\\|3 |\n", "a.md")
    assert cells_of(article)[2:] == [
        ("District", "Lorne"),
        ("Lorne / Share", "41.2"),
        ("District", "Holm a|b"),
        ("Holm a|b / Share", "25|3"),
    ]
    assert article.blocks[3].html == "<em>41.2</em>"
    assert markup_of(article.blocks).count("<tr>") == 3


def test_cells_that_reach_over_rows_and_columns() -> None:
    """A cell belongs to the column in which it is seen."""
    rows = "<tr><td rowspan=2>Lorne</td><td>1</td></tr><tr><td>2</td></tr><tr><td colspan=2>3</td><td>4</td></tr>"
    article = article_of(f"<table><tr><th>A<th>B<th>C</tr>{rows}</table>", "a.html")
    places = {block.text: block.place for block in article.body}
    assert places["2"] == (2, 1)
    assert places["4"] == (3, 2)


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr><td><p>{LONG}</p><p>{LONG}</p></td><td>Menu</td></tr><tr><td>x</td><td>y</td></tr></table>",
        "<table><tr><td><table><tr><td>a</td></tr></table></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
        "<table><tr><td>one</td><td>row</td></tr></table>",
        f"<table><tr><td>a</td><td>{'long ' * 70}</td></tr><tr><td>c</td><td>d</td></tr></table>",
    ],
)
def test_a_table_that_lays_out_a_page_is_text(table: str) -> None:
    """Of paragraphs, of tables, of one row; its words are paragraphs in their order."""
    article = article_of(f"<p>{LONG}</p>{table}", "a.html")
    assert {block.role for block in article.body} == {"paragraph"}


def test_tables_without_end_cost_little() -> None:
    """10,000 cells, names of any length, cells that reach down for ever: bounded work, and no word is lost."""
    name = "N" * 290
    rows = "".join(f"<tr><td>{name}</td>" + f"<td>{row}</td>" * 99 + "</tr>" for row in range(100))
    article = article_of(f"<table>{rows}</table>", "a.html", Limits(line_bytes=4_000_000))
    assert len(article.blocks) == 10_000
    assert sum(len(block.label) for block in article.blocks) < 10_000 * 130
    reaching = "<tr>" + "<td rowspan=99999>x</td>" * 900 + "</tr>" + "<tr><td>y</td></tr>" * 900
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    article_of(f"<table>{reaching}</table>", "a.html", Limits(line_bytes=4_000_000))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - before < 20
    lines = "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 5_000
    assert len(article_of(lines, "a.md").blocks) == 10_002


def test_prompts_inside_a_text_are_furniture() -> None:
    """Newsletters, advertisements, links to other articles, players."""
    prompts = [
        "Sign up for our morning newsletter",
        "Get the day's headlines delivered straight to your inbox",
        "Enter your email address",
        "ADVERTISEMENT",
        "Read more: Why our harbours are dying",
        "Story continues below advertisement",
        "Listen to this article · 3 min",
        "Lire aussi : Pourquoi nos ports meurent",
        "اقرأ أيضا: لماذا تموت موانئنا",
    ]
    article = article_of("\n\n".join([LONG, *(line for prompt in prompts for line in (prompt, LONG))]))
    assert {block.text for block in article.body} == {LONG}
    assert {block.role for block in article.blocks if block.furniture} == {"prompt"}


@pytest.mark.parametrize(
    "line",
    [
        "He signed up for the newsletter of the harbour board on Monday, and read it.",
        "Read more: nobody will tear down the pier while I live, said the mayor, and she meant it, to the people of "
        "Lorne, who had come to the town hall in the rain and stood there until eight in the evening.",
    ],
)
def test_sentences_about_prompts_are_text(line: str) -> None:
    """A prompt is short, or begins with its verb."""
    assert line in {block.text for block in article_of(f"{LONG}\n\n{line}\n\n{LONG}").body}


@pytest.mark.parametrize(
    "end",
    [
        "The man was asleep in the kitchen, police said, when the crane...",
        "The man was asleep in the kitchen, police said, when the crane…",
        "The man was asleep in the kitchen, police said, when the cra… [+1234 chars]",
        "Der Mann schlief in der Küche, als der Kran […]",
        "市议会周一表示水价将再次上涨这不会是最后一次而且…",
        f"{LONG}\n\nTo continue reading, subscribe now.",
        f"{LONG}\n\nSubscribe to continue reading",
        f"{LONG}\n\nRead the full story",
        f"{LONG}\n\nLa suite est réservée aux abonnés.",
        f"{LONG}\n\nPara seguir leyendo, suscríbete",
        f"{LONG}\n\nWeiterlesen mit Abo",
        f"{LONG}\n\n阅读全文",
    ],
)
def test_a_text_that_breaks_off_is_partial(end: str) -> None:
    """It is inferred, with the words that show it."""
    article = article_of(f"{LONG}\n\n{end}\n")
    assert article.completeness == "partial"
    assert "completeness" in article.inferred
    assert article.break_off
    assert article.break_off.removeprefix("… ") in article.blocks[-1].text


@pytest.mark.parametrize(
    "end",
    [
        LONG,
        "“Wait for the spring...”",
        "And so on...",
        "The mayor of Lorne said to all of them: “Wait for the spring.”...",
        "To read the entire article from The Lorne Times click here:",
        "Read the full story at the Lorne Times",
        "He waited for the spring. And then it came. ...",
        f"To continue reading, subscribe now.\n\n{LONG}",
        "She told them to read the full report of the board, and they did.",
        "Those who want to keep reading books in the library of Lorne may do so, the board says.",
    ],
)
def test_other_ends_say_nothing(end: str) -> None:
    """Nobody knows whether such a text is whole."""
    article = article_of(f"{LONG}\n\n{end}\n")
    assert (article.completeness, article.break_off) == ("unknown", "")
    assert "completeness" not in article.inferred


@pytest.mark.parametrize("declared", ["whole", "partial", "unknown"])
def test_declared_completeness_wins(declared: str) -> None:
    """Whatever the text looks like."""
    article = article_of(
        f"---\ncompleteness: {declared}\n---\n{LONG}\n\nThe man was asleep in the kitchen when the...\n"
    )
    assert article.completeness == declared
    assert article.break_off == ""
    assert "completeness" not in article.inferred


def test_another_completeness_is_refused() -> None:
    """With the choices."""
    _, problems = read_article("a.txt", "a.txt", f"---\ncompleteness: full\n---\n{LONG}\n".encode(), Config())
    assert [one.code for one in problems] == ["bad-choice"]


def test_a_headline_is_no_crosshead_and_a_heading_of_markdown_is() -> None:
    """The order of the work: what is set aside first has no role in the text."""
    article = article_of(f"# The pier\n\n{LONG}\n\n## Long history\n\n{LONG}\n", "a.md")
    assert [(block.role, block.furniture) for block in article.blocks] == [
        ("heading", "title"),
        ("paragraph", ""),
        ("crosshead", ""),
        ("paragraph", ""),
    ]


CASES = SHARED_DATA / "cases"


def case(identity: str) -> tuple[Article, Article]:
    """The two sides of a case, read as they stand."""
    text = (CASES / "pairs-dev.txt").read_text(encoding="utf-8")
    found = re.search(rf"(?ms)^@@ {identity} [^\n]*\n(?:@ext (\w+)\n)?--A\n(.*?)^--B\n(.*?)(?=^@@ |\Z)", text)
    assert found
    name = f"a.{found[1] or 'txt'}"
    return article_of(found[2], name), article_of(found[3], name)


def bodies(article: Article) -> str:
    """What is compared of a text: running words without labels."""
    beside = ("caption", "crosshead", "credit", "notice", "pull quote")
    return " ".join(block.text[block.label_end :] for block in article.body if block.role not in beside).strip()


@pytest.mark.parametrize("identity", ["J09", "J10", "K01"])
def test_a_copy_with_additions_of_the_page_has_the_same_body(identity: str) -> None:
    """Prompts, captions, credits and crossheads apart, the real cases are equal word for word."""
    left, right = case(identity)
    assert bodies(left) == bodies(right)


def test_clauses_of_real_cases_keep_their_bodies() -> None:
    """200 clauses renumbered have the same bodies but for one; entries in another order are the same set."""
    left, right = (article_of((CASES / "long" / f"legal-{name}.txt").read_text(encoding="utf-8")) for name in "bc")
    assert {block.role for block in left.body} == {"entry"}
    assert sorted(block.text[block.label_end :] for block in left.body) == sorted(
        block.text[block.label_end :] for block in right.body
    )
    first, second = case("P16")
    assert [block.label for block in second.body] == ["1.", "2.", "3."]
    assert (
        len(
            {block.text[block.label_end :] for block in second.body} & {one.text[one.label_end :] for one in first.body}
        )
        == 2
    )


def test_the_cases_are_those_that_are_expected() -> None:
    """A case that is renamed would be passed over in silence."""
    expected = tomllib.loads((CASES / "expected.toml").read_text(encoding="utf-8"))
    assert {"J09", "J10", "K01", "P16", "M04", "R05"} <= set(expected["pairs"])


def test_the_cells_of_the_real_case() -> None:
    """The share of Holm stands under one label on both sides."""
    shares = [dict(cells_of(article))["Holm / Share"] for article in case("M04")]
    assert shares == ["25.3 %", "25.0 %"]
    assert case("R05")[1].completeness == "partial"


def test_reading_again_recognises_the_same() -> None:
    """When a line that recurs is set aside, the roles of the others are found anew."""
    article = article_of(f"Long history\n\n{LONG}\n\nOlder history\n\n{LONG}\n\nGetty Images\n")
    blocks: tuple[Block, ...] = article.blocks
    assert recognise_blocks(blocks, article.language) == blocks


def test_a_table_ends_where_its_item_ends() -> None:
    """Cells in two items are two tables, whatever their rows are, so that all that begins on a page ends there."""
    places = [("-", (0, 0)), ("-=", (0, 1)), ("-=", (1, 0)), ("-+", (2, 0)), ("-=", (2, 1)), ("", (2, 2)), ("", (3, 0))]
    blocks = [
        Block(id=f"b{index}", role="cell", text="x", line=1, place=place, within=within)
        for index, (within, place) in enumerate(places)
    ]
    assert [[len(row) for row in rows] for rows in parts_of(blocks)] == [[2, 1], [2], [1, 1]]
