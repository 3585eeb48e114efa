"""What is said to be changed in other copies too was changed there, at the same place and to the same words."""

from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.model import Comparison
from sitegen.views.lines import common_changes, key_of_change
from tests.conftest import make_article

WIRE = "The ferry carried at least 40 passengers to Lorne on Monday. The coastguard said that the pump had failed."


def compared(text: str, name: str) -> Comparison:
    """A copy beside the wire."""
    return compare_articles(make_article("wire", WIRE), make_article(name, text), Comparing())


def test_the_same_change_is_counted_over_copies() -> None:
    """Two copies say 30 for 40: each has the change in common with one more; what the third says is its own."""
    first = compared(WIRE.replace("40", "30"), "a")
    second = compared(WIRE.replace("40", "30").replace("Monday", "Tuesday"), "b")
    third = compared(WIRE.replace("40", "50"), "c")
    common = common_changes([first, second, third])
    [figure] = first.changes
    assert figure.kind == "figure"
    assert common == {key_of_change(first, figure): 2}


def test_the_same_words_at_another_place_are_not_in_common() -> None:
    """Control: one copy drops a word where the other drops it elsewhere."""
    text = "The pump failed on the old boat. The crew of the old boat rowed home in the rain."
    wire = make_article("wire", text)
    copies = [
        make_article("a", text.replace("the old boat.", "the boat.")),
        make_article("b", text.replace("the old boat rowed", "the boat rowed")),
    ]
    comparisons = [compare_articles(wire, copy, Comparing()) for copy in copies]
    assert all(comparison.changes for comparison in comparisons)
    assert common_changes(comparisons) == {}
