"""Where anchors stand, and which of them stand in one order in two texts."""

from sitegen.align.sequence import FIGURES_BESIDE, NAMES_BESIDE, in_order, positions, together

ENGLISH = "Marta Oyelaran paid 4,350 for a clock; call 555-010-4477."
ARABIC = "مارتا دفعت ٤٣٥٠"


def test_anchors_have_the_place_where_they_stand_first() -> None:
    """Figures, names, stems and skeletons, named as the anchors are, counted in characters."""
    found = positions(f"{ENGLISH} Oyelaran again, 4.350.")
    assert found["name oyelaran"] == ENGLISH.index("Oyelaran")
    assert found["4350"] == ENGLISH.index("4,350")
    assert positions(ARABIC)["4350"] == ARABIC.index("٤")
    assert "bones mrt" in positions(ARABIC)


def test_what_stands_together_in_both_is_one_thing() -> None:
    """First and last name; the groups of a telephone number; but not what stands together in one text alone."""
    names = [(0, 40), (6, 46), (200, 300)]
    assert together(names, NAMES_BESIDE) == ((0, 1), (2,))
    assert together([(0, 40), (6, 300)], NAMES_BESIDE) == ((0,), (1,))
    phone = [(44, 12), (48, 16), (52, 20)]
    assert together(phone, FIGURES_BESIDE) == ((0, 1, 2),)


def test_the_longest_run_in_one_order_counts() -> None:
    """Whatever stands between; turned round, one is left."""
    assert in_order([(1, 10), (2, 99), (3, 20), (4, 30)]) == 3
    assert in_order([(1, 3), (2, 2), (3, 1)]) == 1
    assert in_order([]) == 0
