"""Words inside a change that stayed are marked on neither side."""

from sitegen.comparing import compare_articles, tokenize_pair
from sitegen.config import Comparing
from sitegen.model import Article
from sitegen.views.kept import Kept
from sitegen.views.marks import marks_of
from tests.conftest import MakeArticle

PAID = "The repair of the pier would cost {} before the spring, the office said on Monday."


def marked(left: Article, right: Article) -> tuple[list[str], list[str]]:
    """The words that are marked on each side."""
    comparison = compare_articles(left, right, Comparing())
    kept = Kept.of(comparison, tokenize_pair(left, right))
    first, second = (
        [text.text(mark.span).strip() for mark in marks_of(comparison.changes, which, kept)]
        for which, text in zip(("left", "right"), kept.texts, strict=True)
    )
    return first, second


def test_a_sum_that_stayed_is_not_marked(article: MakeArticle) -> None:
    """`“2,000 dollars”` that lost its marks is one change that reaches over the sum; control: another sum is marked."""
    assert marked(article("a", PAID.format("“2,000 dollars”")), article("b", PAID.format("2,000 dollars"))) == (
        ["“", "”"],
        [],
    )
    assert "3,000" in " ".join(
        marked(article("a", PAID.format("“2,000 dollars”")), article("b", PAID.format("3,000 dollars")))[1]
    )


def test_a_value_is_marked_whole(article: MakeArticle) -> None:
    """It is one thing, however many words print it: `$2,000` and `2,000 dollars`."""
    assert marked(article("a", PAID.format("$2,000")), article("b", PAID.format("2,000 dollars"))) == (
        ["$2,000"],
        ["2,000 dollars"],
    )


def test_words_of_equal_keys_that_print_otherwise_are_marked(article: MakeArticle) -> None:
    """Each alone; what stands between them stayed."""
    left, right = article("a", PAID.format("“Cr 2,000”")), article("b", PAID.format('"Cr 2,000"'))
    assert marked(left, right) == (["“", "”"], ['"', '"'])


def test_a_difference_of_spaces_is_marked_with_its_words(article: MakeArticle) -> None:
    """Nothing else differs: without them there would be no mark."""
    assert marked(article("a", PAID.format("10 %")), article("b", PAID.format("10%"))) == (["10 %"], ["10%"])


def test_a_paragraph_that_is_split_is_printed_the_same(article: MakeArticle) -> None:
    """The space that one side has between two sentences, and the other not, is no difference of print."""
    one, two = "The office will pay for the pier before the spring.", "It said so on Monday evening in the old hall."
    assert marked(article("a", f"{one} {two}"), article("b", one, two)) == ([], [])
    assert marked(article("a", one, two), article("b", f"{one} {two}")) == ([], [])
