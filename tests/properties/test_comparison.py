"""Laws that hold for any text: nothing is lost, equal means equal, both sides can be rebuilt."""

import re
from html import unescape
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.comparing import compare_articles, tokenize_pair
from sitegen.config import Comparing, Config
from sitegen.model import Article, Comparison, Op, Row
from sitegen.pipeline.story import Design, StoryInput, find_story, render_story
from sitegen.read import read_theme, theme_folder
from sitegen.render import make_theme, render_page
from sitegen.text import tokens
from sitegen.text.tokenized import Tokenized
from sitegen.text.tokens import tokenize
from sitegen.views.common import make_frame
from tests.conftest import make_article

_WORDS = [
    *(
        "the",
        "ferry",
        "turned",
        "back",
        "to",
        "Lorne",
        "on",
        "Monday",
        "after",
        "steering",
        "failed",
        "said",
        "Brandt,",
    ),
    *("“we", "were", "never”", "61,", "—", "–", "café", "e\u0301", "渡轮", "عبّارة", "thuyền", "👩\u200d🚀", "US$2,000"),
    *("war-torn", "2019", "<b>not", "bold</b>", "&amp;", "it’s", "it's", "don\u00adt", "\u202eabc\u202c"),
]
words = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=24).map(" ".join)
paragraphs = st.lists(words, min_size=1, max_size=6)
anything = st.text(st.characters(exclude_categories=("Cs",)), max_size=200)
thorough = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def texts_of(left: Article, right: Article) -> tuple[Tokenized, Tokenized]:
    return tokenize_pair(left, right)


def compared(left: list[str], right: list[str]) -> tuple[Comparison, Article, Article]:
    one, other = make_article("a", *left), make_article("b", *right)
    return compare_articles(one, other, Comparing()), one, other


def rebuilt(rows: tuple[Row, ...], text: Tokenized, side: str) -> dict[int, str]:
    """The blocks of one side, read off the ops of its rows."""
    found: dict[int, str] = {}
    for row in rows:
        blocks = getattr(row, side)
        joined = "".join(text.text(getattr(op, side), begin=getattr(row.ops[0], side)[0]) for op in row.ops)
        found.update(zip(blocks, joined.split("\n"), strict=True) if blocks else {})
    return found


def contiguous(ops: tuple[Op, ...]) -> bool:
    return all(one.left[1] == two.left[0] and one.right[1] == two.right[0] for one, two in pairwise(ops))


@thorough
@given(anything)
def test_tokens_are_lossless(text: str) -> None:
    """Joined, the tokens are the text, whatever it is."""
    assert "".join(token.text for token in tokenize(text)) == text


@thorough
@given(paragraphs, paragraphs)
def test_both_sides_are_rebuilt_from_the_ops(left: list[str], right: list[str]) -> None:
    """No word of either text is lost, and each block stands in one row."""
    comparison, one, other = compared(left, right)
    tokens = texts_of(one, other)
    assert rebuilt(comparison.rows, tokens[0], "left") == dict(enumerate(left))
    assert rebuilt(comparison.rows, tokens[1], "right") == dict(enumerate(right))


@thorough
@given(paragraphs, paragraphs)
def test_ops_are_contiguous_and_equal_means_equal_keys(left: list[str], right: list[str]) -> None:
    """Ops follow each other without gap or overlap; what is called equal is."""
    comparison, one, other = compared(left, right)
    tokens = texts_of(one, other)
    for row in comparison.rows:
        assert contiguous(row.ops)
        for op in row.ops:
            if op.tag == "equal":
                assert tokens[0].keys[slice(*op.left)] == tokens[1].keys[slice(*op.right)]


@thorough
@given(paragraphs, paragraphs)
def test_shares_are_shares(left: list[str], right: list[str]) -> None:
    """No measure exceeds its denominator, and a text against itself is all there."""
    measures = compared(left, right)[0].measures
    assert 0 <= measures.kept + measures.moved <= min(measures.left_words, measures.right_words)
    assert 0 <= measures.left_in_right <= 1
    assert 0 <= measures.right_in_left <= 1
    assert compared(left, left)[0].measures.changed == 0
    assert all(change.kind != "wording" for change in compared(left, left)[0].changes)


@thorough
@given(paragraphs, paragraphs)
def test_the_comparison_is_a_function(left: list[str], right: list[str]) -> None:
    """Twice the same texts, twice the same comparison, change ids included; no id stands twice."""
    first = compared(left, right)[0]
    assert first == compared(left, right)[0]
    assert len({change.id for change in first.changes}) == len(first.changes)


_THEME = make_theme(read_theme(theme_folder()))
_FRAME = make_frame(Config(), css="a.css", js="a.js", icon="a.svg", version="0")


def page_of(left: list[str], right: list[str]) -> str:
    """The rendered comparison of two texts."""
    from sitegen.model import Family, Story

    one, other = make_article("a", *left), make_article("b", *right)
    story = Story(id="s", title="s", families=(Family(base="a", base_reason="", copies=("a", "b")),))
    given = StoryInput(story=story, articles=(one, other), sources=())
    design = Design(config=Config(), frame=_FRAME, theme=_THEME)
    output = render_story(design, given, find_story(Config(), given))
    return next(file.content.decode() for file in output.files if "--" in file.path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(paragraphs, paragraphs)
def test_every_word_stands_on_the_page_and_nothing_is_markup(left: list[str], right: list[str]) -> None:
    """Each paragraph of both texts can be read off the page; the text's own tags are text."""
    page = page_of(left, right)
    assert "<b>not" not in page
    plain = " ".join(unescape(re.sub(r"<[^>]*>", "", page)).split())
    for paragraph in (*left, *right):
        for word in paragraph.split():
            assert word in plain


def test_the_laws_can_fail() -> None:
    """Control: a comparison that lost a word breaks the law of rebuilding."""
    comparison, one, other = compared(["one two three four"], ["one two four"])
    broken = comparison.rows[0]
    shorter = Row(relation=broken.relation, left=broken.left, right=broken.right, ops=broken.ops[:-1])
    tokens = texts_of(one, other)
    assert rebuilt((shorter,), tokens[0], "left") != {0: "one two three four"}
    assert not contiguous((Op("equal", (0, 1), (0, 1)), Op("equal", (2, 3), (1, 2))))


def test_rendering_needs_every_name() -> None:
    """Control: a template that asks for a name no view has is an error, not an empty place."""
    from sitegen.views.common import Site
    from sitegen.views.pages import NotFoundView, Page
    from sitegen.views.site import not_found_page

    page = not_found_page(Site(config=Config(), frame=_FRAME, sources={}))
    assert isinstance(page.view, NotFoundView)
    broken = make_theme({"broken.html": b"{{ page.no_such_name }}"})
    with pytest.raises(AttributeError):
        render_page(broken, _FRAME, Page(url="x/", template="broken.html", view=page.view))


def mirrored(relation: str) -> str:
    """A row's relation seen from the other text."""
    pairs = {"left only": "right only", "split": "merged"}
    return {**pairs, **{other: one for one, other in pairs.items()}}.get(relation, relation)


@thorough
@given(paragraphs, paragraphs)
def test_measures_and_rows_do_not_depend_on_the_order(left: list[str], right: list[str]) -> None:
    """Read the other way round, as much is kept, and each row is the same seen from the other side."""
    there, back = compared(left, right)[0], compared(right, left)[0]
    assert there.measures.kept + there.measures.moved == back.measures.kept + back.measures.moved
    assert there.measures.left_in_right == back.measures.right_in_left
    assert sorted(row.relation for row in there.rows) == sorted(mirrored(row.relation) for row in back.rows)


def test_an_order_that_matters_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: aligned from whichever text is the left one, a tie is broken in two ways."""
    monkeypatch.setattr("sitegen.compare.pair.is_turned", lambda *_: False)
    with pytest.raises(AssertionError):
        test_measures_and_rows_do_not_depend_on_the_order.hypothesis.inner_test(  # type: ignore[attr-defined]
            ["the ferry"], ["ferry", "the the ferry"]
        )


plain_text = st.lists(
    st.sampled_from([*"aZé9ñ'’.,:;!?-–“”\"«»()$%&/ ", "don’t", "U.S.", "2,000", "café ", " Łódź", "l’été"]),
    max_size=40,
).map("".join)


@thorough
@given(plain_text)
def test_the_short_way_to_tokens_is_a_short_cut(text: str) -> None:
    """Text that the fast pattern accepts is cut as Unicode's word boundaries cut it."""
    if tokens._IS_PLAIN.fullmatch(text):
        assert [token.text for token in tokenize(text)] == tokens._joined_lines(
            tokens._with_space(tokens._pieces(text))
        )


spaced_text = st.lists(
    st.sampled_from(
        [
            " ",
            "  ",
            "\t",
            "\n",
            "a",
            "9",
            "-",
            "’",
            "‘",
            ":",
            "\u0301",
            "\u200b",
            "\u00a0",
            "क",
            "\u093e",
            "渡",
            "\u202e",
        ]
    ),
    max_size=12,
).map("".join)


@thorough
@given(spaced_text)
def test_cut_at_spaces_first_a_text_has_the_same_tokens(text: str) -> None:
    """A text has the tokens that it has when it is cut as a whole."""
    assert [token.text for token in tokenize(text)] == tokens._cut_whole(text)


@thorough
@given(st.one_of(spaced_text, plain_text))
def test_words_are_counted_as_they_are_cut(text: str) -> None:
    """Words counted without making tokens are as many as the tokens that are words."""
    assert tokens.words_in(text) == tokens.count_words(tokenize(text))


def test_a_wrong_count_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: a count that takes `war-torn` for one word breaks the law."""
    monkeypatch.setattr(tokens, "_COUNTED", tokens._Counted())
    monkeypatch.setattr(tokens, "_WORD_AND_MARKS", re.compile("[A-Za-z-]+"))
    with pytest.raises(AssertionError):
        test_words_are_counted_as_they_are_cut.hypothesis.inner_test("war-torn")  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["a \u200b b", "a \tb", "a \u0301b"])
def test_a_text_that_must_be_cut_as_a_whole_is_seen(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: cut at its spaces, a text with unseen characters or other spaces breaks the law."""
    monkeypatch.setattr(tokens, "_needs_whole", lambda _: False)
    monkeypatch.setattr(tokens, "_MADE", {})
    with pytest.raises(AssertionError):
        test_cut_at_spaces_first_a_text_has_the_same_tokens.hypothesis.inner_test(text)  # type: ignore[attr-defined]


def test_a_wrong_short_cut_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: a pattern that cuts words at apostrophes breaks the law."""
    monkeypatch.setattr(tokens, "_MADE", {})
    monkeypatch.setattr(tokens, "_PLAIN", re.compile(r"\w+ *|[^\w\s] *| +"))
    with pytest.raises(AssertionError):
        test_the_short_way_to_tokens_is_a_short_cut.hypothesis.inner_test("don’t go")  # type: ignore[attr-defined]
