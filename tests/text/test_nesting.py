"""Lists and quotations around blocks: each that begins ends, in order, and what goes on is not begun again."""

import html5lib  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.nesting import Start, Step, markup_before, steps_of

WORDS = st.sampled_from([">", ">=", "-", "-+", "-=", "1.", "2.+", "2.=", "007."])
WITHINS = st.lists(st.lists(WORDS, max_size=4).map(" ".join), max_size=8)


def test_items_of_one_list_share_it() -> None:
    """The second item closes the first and opens no list; a list inside an item stays inside it."""
    assert [*steps_of(["-", "-= 3.", "-+", ""])] == [
        Step(starts=(Start(element="ul"), Start(element="li"))),
        Step(starts=(Start(element="ol"), Start(element="li", number=3))),
        Step(ends=("li", "ol", "li"), starts=(Start(element="li"),)),
        Step(ends=("li", "ul")),
        Step(),
    ]


def test_what_goes_on_with_nothing_begins() -> None:
    """The item that a block goes on in may have been left out."""
    assert [*steps_of(["-="])] == [*steps_of(["-"])] == [*steps_of(["-+"])]


@given(WITHINS)
def test_elements_are_balanced(withins: list[str]) -> None:
    """Whatever is missing in between, each end is that of the innermost element, and in the end none is open."""
    stack: list[str] = []
    for step in steps_of(withins):
        for element in step.ends:
            assert stack.pop() == element
        stack += [start.element for start in step.starts]
    assert stack == []


@given(WITHINS)
def test_a_block_stands_as_deep_as_it_says(withins: list[str]) -> None:
    """A word for each list or quotation around it, as a parser of HTML finds them too."""
    steps = [*steps_of(withins)]
    markup = "".join(f"{markup_before(step)}<p>{at}</p>" for at, step in enumerate(steps[:-1]))
    tree = html5lib.parseFragment(markup + markup_before(steps[-1]), namespaceHTMLElements=False)
    parents = {child: parent for parent in tree.iter() for child in parent}
    for paragraph in tree.iter("p"):
        around, element = [], paragraph
        while element in parents:
            element = parents[element]
            around.append(element.tag)
        depth = sum(tag in ("ul", "ol", "blockquote") for tag in around)
        assert depth == len(withins[int(paragraph.text)].split())
