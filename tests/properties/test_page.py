"""Laws of the rendered comparison: both texts can be read off the page, and no mark cuts a letter in two."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import regex
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sitegen.config import Config
from sitegen.model import Article
from sitegen.read import read_theme, theme_folder
from sitegen.render import make_theme, render_page
from sitegen.views.common import Site, make_frame
from sitegen.views.comparison import comparison_pages
from sitegen.views.pages import ComparisonView, Fold, Line, Page, Paragraph, Run, Text
from sitegen.views.summary import summary_of
from tests.properties.test_comparison import compared
from tests.views.readings import reading_of

_THEME = make_theme(read_theme(theme_folder()))
_SITE = Site(
    config=Config(),
    frame=make_frame(Config(), css="a.css", js="a.js", icon="a.svg", version="0"),
    sources={},
    names={name: Text(text=name) for name in "ab"},
)
_ALPHABET = (
    *"abcAB1 .:’“”-<>&'\"",
    *(
        "\u0301",
        "\u0323",
        "é",
        "ع",
        "ر",
        "\u064b",
        "א",
        "渡",
        "ก",
        "\u0e33",
        "क",
        "\u094d",
        "ष",
        "한",
        "\u1100",
        "\u1161",
    ),
    *("\u200b", "\u200c", "\u200d", "\u200e", "\u202e", "\u202c", "\u2067", "\u2069", "\u00ad", "\u2060", "\ufeff"),
    *("\u00a0", "\u202f", "\ufe0f", "👩", "🚀", "🏽", "🇩", "🇪", "🏴", "\U000e0067", "\U000e007f", "\u0430", "\u0600"),
)
_WORDS = (
    "the ferry",
    "turned back",
    "to Lorne",
    "on Monday",
    "61",
    "said",
    "<b>not",
    "&amp;",
    "pаypal",
    "ri\u200bver",
    "café",
)
words = st.one_of(st.sampled_from(_WORDS), st.text(st.sampled_from(_ALPHABET), min_size=1, max_size=7))
blocks = st.lists(words, min_size=1, max_size=14).map(" ".join).filter(str.strip)
texts = st.lists(blocks, min_size=1, max_size=4)
_CLUSTER = regex.compile(r"(?V1)\X")


@st.composite
def pairs(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """A text, and a copy of it with a few blocks and characters changed."""
    left = draw(texts)
    right = list(left)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(right) - 1))
        place = draw(st.integers(0, len(right[at])))
        cut = draw(st.integers(0, 3))
        right[at] = right[at][:place] + draw(st.text(st.sampled_from(_ALPHABET), max_size=4)) + right[at][place + cut :]
    right = [block for block in right if block.strip()] or ["x"]
    if draw(st.booleans()):
        right = draw(st.permutations([*right, *draw(texts)]))
    return left, right


class Reader(HTMLParser):
    """Reads the paragraphs of both sides off a page, line by line, as the pieces of text they are made of."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[tuple[str, str], list[list[str]]] = {}
        """Pieces of each paragraph, by the id of its line and its side."""
        self._open: list[tuple[str, str]] = []
        self._line = self._side = ""
        self._pieces: list[str] | None = None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        kind = given.get("class") or ""
        if "data-line" in given:
            self._line = given["id"] or ""
        if tag == "div" and kind in ("left", "right"):
            self._side = kind
        if tag not in ("input", "meta", "link"):
            self._open.append((tag, kind))
        if tag == "p" and any(one == ("div", "text") for one in self._open):
            self._pieces = []

    def handle_endtag(self, tag: str) -> None:
        while self._open.pop()[0] != tag:
            pass
        if tag == "p" and self._pieces is not None:
            self.found.setdefault((self._line, self._side), []).append(self._pieces)
            self._pieces = None

    def handle_data(self, data: str) -> None:
        if self._pieces is not None and not any("unseen" in kind.split() for _, kind in self._open):
            self._pieces.append(data)


def page_of(left: list[str], right: list[str]) -> tuple[Page, Article, Article, list[tuple[int, ...]]]:
    """The page of two texts, with both and the blocks of each of its rows."""
    comparison, one, other = compared(left, right)
    reading = reading_of(one, other, comparison)
    summary = summary_of(comparison, (reading.left_text, reading.right_text), credited=None, shown=True)
    return (
        next(comparison_pages(_SITE, reading, summary)),
        one,
        other,
        [(*row.left, -1, *row.right) for row in comparison.rows],
    )


def printed(page: Page) -> str:
    return render_page(_THEME, _SITE.frame, page).content.decode()


def expected(one: Article, other: Article, rows: list[tuple[int, ...]]) -> dict[tuple[int, str], list[str]]:
    """The texts of both sides of each row that has any, by its index."""
    found: dict[tuple[int, str], list[str]] = {}
    for index, row in enumerate(rows):
        border = row.index(-1)
        for side, article, held in (("left", one, row[:border]), ("right", other, row[border + 1 :])):
            if held:
                found[index, side] = [article.blocks[block].text for block in held]
    return found


def read_off(html: str) -> dict[tuple[int, str], list[str]]:
    """The same, read off the page: lines are named `r3`, and the two ends of a moved row `m3-left`, `m3-right`."""
    return {
        (int(line[1:].partition("-")[0]), side): ["".join(pieces) for pieces in paragraphs]
        for (line, side), paragraphs in Reader(html).found.items()
    }


def cut_clusters(html: str) -> Iterator[str]:
    """Grapheme clusters of paragraphs within which a piece of text ends."""
    for paragraphs in Reader(html).found.values():
        for pieces in paragraphs:
            borders = set(itertools.accumulate(map(len, pieces)))
            for found in _CLUSTER.finditer("".join(pieces)):
                if any(found.start() < border < found.end() for border in borders):
                    yield found[0]


thorough = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@thorough
@given(pairs())
@example((["a:\u0301b c"], ["a:\u0301d c"]))
def test_both_texts_are_read_off_the_page(given_texts: tuple[list[str], list[str]]) -> None:
    """Every block of both texts stands in its row, character by character, whatever it holds."""
    page, one, other, rows = page_of(*given_texts)
    assert read_off(printed(page)) == expected(one, other, rows)


@thorough
@given(pairs())
@example((["a:\u0301b c"], ["a:\u0301d c"]))
def test_no_mark_cuts_a_grapheme_cluster(given_texts: tuple[list[str], list[str]]) -> None:
    """No run of a page ends inside what a reader takes for one character."""
    assert list(cut_clusters(printed(page_of(*given_texts)[0]))) == []


def _with_first_run(page: Page, runs: tuple[Run, ...]) -> Page:
    """The page with the runs of the first paragraph of its first line replaced."""
    view = page.view
    assert isinstance(view, ComparisonView)
    line: Line = view.folds[0].lines[0]
    paragraph: Paragraph = replace(line.left.paragraphs[0], runs=runs)
    fold: Fold = replace(view.folds[0], lines=(replace(line, left=replace(line.left, paragraphs=(paragraph,))),))
    return replace(page, view=replace(view, folds=(fold,)))


def test_a_lost_run_is_seen() -> None:
    """Control: a page that drops the text of one run breaks the law."""
    page, one, other, rows = page_of(["one two three four"], ["one two five four"])
    assert read_off(printed(page)) == expected(one, other, rows)
    broken = _with_first_run(page, (Run(text="one two ", mark=""), Run(text=" four", mark="")))
    assert read_off(printed(broken)) != expected(one, other, rows)


def test_a_cut_cluster_is_seen() -> None:
    """Control: a run that ends between a letter and its accent breaks the law."""
    page = page_of(["cafe\u0301 open"], ["cafe\u0301 shut"])[0]
    broken = _with_first_run(page, (Run(text="cafe", mark="del", kind="wording"), Run(text="\u0301 open", mark="")))
    assert list(cut_clusters(printed(broken))) == ["e\u0301"]


def test_markup_of_an_article_is_text() -> None:
    """A text's own del, ins and sign are words on the page, and never marks."""
    text = '<del class="k-wording">gone</del> <i class="sign" data-sign="RLO"></i> &lt;b&gt;'
    html = printed(page_of([text], [text + " x"])[0])
    assert read_off(html)[0, "left"] == [text]
    assert html.count("<del") == printed(page_of(["plain"], ["plain x"])[0]).count("<del")
