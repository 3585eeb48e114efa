"""Where a paragraph was split or merged, the other copy's has a sign; a text that one copy prints twice is folded."""

from sitegen.model import Article
from sitegen.text.catalogues import ENGLISH
from sitegen.views.lines import folds_of
from sitegen.views.pages import Fold, Side
from tests.conftest import MakeArticle
from tests.views.readings import reading_of

ONE = "The ferry turned back to Lorne on Monday after its steering failed in heavy swell."
TWO = "Tea was served in the hall of the harbour office until the engineers came at six."
THREE = "The operator denied that any alarm had been ignored by the crew of the ferry."


def folds(left: Article, right: Article) -> tuple[Fold, ...]:
    return folds_of(reading_of(left, right), ENGLISH)


def pieces(side: Side) -> list[list[str]]:
    return [[run.text or run.mark for run in paragraph.runs] for paragraph in side.paragraphs]


def test_a_split_has_its_sign_in_the_left(article: MakeArticle) -> None:
    """Between the sentences where the right begins a paragraph; the right has none."""
    (fold,) = folds(article("a", f"{ONE} {TWO} {THREE}"), article("b", ONE, TWO, THREE))
    assert pieces(fold.lines[0].left) == [[f"{ONE} ", "border", f"{TWO} ", "border", THREE]]
    assert pieces(fold.lines[0].right) == [[ONE], [TWO], [THREE]]


def test_a_merge_has_its_sign_in_the_right_beside_edits(article: MakeArticle) -> None:
    """Also where the words at the border were replaced; the texts of the runs are the text."""
    (fold,) = folds(article("a", ONE, TWO), article("b", f"{ONE} {TWO.replace('Tea', 'Hot soup')}"))
    (right,) = pieces(fold.lines[0].right)
    assert right.index("border") == right.index("Hot soup") - 1
    assert "".join(text for text in right if text != "border") == f"{ONE} {TWO.replace('Tea', 'Hot soup')}"


def test_other_rows_have_none(article: MakeArticle) -> None:
    """Control: a paragraph that was changed has no border inside."""
    (fold,) = folds(article("a", f"{ONE} {TWO}"), article("b", f"{ONE} {TWO.replace('Tea', 'Hot soup')}"))
    assert all("border" not in paragraph for paragraph in pieces(fold.lines[0].left))


def test_what_is_printed_twice_is_folded(article: MakeArticle) -> None:
    """A preview above a text would stand before all that was changed."""
    found = folds(article("a", ONE, TWO, THREE), article("b", ONE, TWO, ONE, TWO, THREE.replace("crew", "master")))
    assert [fold.label for fold in found] == [
        "2 paragraphs that the right text prints twice (31 words)",
        "2 paragraphs the same (31 words)",
        "",
    ]
