"""Ranges are found as going through all of them would find them, without going through all of them."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.spanindex import SpanIndex

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 9)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(spans=st.lists(SPANS, max_size=30), asked=SPANS)
def test_what_touches_a_range_is_found_in_the_order_given(spans: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    """Whatever shares a token with it, an empty range standing for its token, and nothing else."""
    index = SpanIndex((span, place) for place, span in enumerate(spans))
    expected = [
        place for place, span in enumerate(spans) if span[0] < asked[1] and asked[0] < max(span[1], span[0] + 1)
    ]
    assert list(index.touching(asked)) == expected


def test_a_question_does_not_go_through_all_ranges() -> None:
    """Of ten thousand ranges in a row, those that do not touch are not looked at."""

    class Counted(int):
        """A border that counts how often it is held against another."""

        asked = 0

        def __gt__(self, other: object) -> bool:
            Counted.asked += 1
            return int(self) > int(str(other))

    index = SpanIndex(((Counted(at), Counted(at + 1)), at) for at in range(10_000))
    Counted.asked = 0
    assert list(index.touching((5_000, 5_003))) == [5_000, 5_001, 5_002]
    assert Counted.asked < 100
