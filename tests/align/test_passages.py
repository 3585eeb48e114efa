"""What two texts share, in any order, each token once."""

from sitegen.align import heaviest_chain, maximal_runs, shared_tiles


def keys(text: str) -> list[str]:
    return text.split()


def test_a_shared_run_is_found_whole() -> None:
    """The longest run is one tile, not several short ones."""
    assert shared_tiles(keys("x a b c d e y"), keys("p q a b c d e")) == ((1, 2, 5),)


def test_runs_in_another_order_are_found() -> None:
    """Order does not matter."""
    tiles = shared_tiles(keys("a b c d z e f g h"), keys("e f g h q a b c d"))
    assert tiles == ((0, 5, 4), (5, 0, 4))


def test_no_token_serves_twice() -> None:
    """A text that repeats itself shares each printing once."""
    tiles = shared_tiles(keys("a b c d"), keys("a b c d x a b c d"))
    assert sum(length for _, _, length in tiles) == 4


def test_periodic_texts_end() -> None:
    """A seed that stands everywhere is passed over instead of multiplied."""
    left, right = ["a", "b"] * 5000, ["b", "a"] * 5000
    assert len(maximal_runs(left, right)) < 100


def test_the_heaviest_order_wins() -> None:
    """One long run outweighs two short ones that cross it."""
    placed = [(0, 10, 2), (1, 0, 9), (2, 11, 2)]
    assert heaviest_chain(placed) == (1, 2)


def test_a_chain_rises_on_both_sides() -> None:
    """Items of one position exclude each other."""
    assert heaviest_chain([(0, 0, 1), (0, 1, 5), (1, 1, 1)]) == (1,)
    assert heaviest_chain([]) == ()
