"""A notice of correction says which other changes it names, and which stand nowhere in it."""

import pytest

from tests.changes.test_same_statement import changes

BEFORE = "The mill burned on Monday, and 14 people were brought to the hospital of Lorne. ¶ The owner was not at home."
AFTER = BEFORE.replace("Monday", "Sunday").replace("14", "12")


def notices(left: str, right: str) -> list[str]:
    """What is said of notices, without the quoted notice itself."""
    told = [change.sentence for change in changes(left, right) if change.kind == "correction"]
    return [sentence.partition("). ")[2] or sentence.rpartition("”. ")[2] for sentence in told]


@pytest.mark.parametrize(
    ("notice", "said"),
    [
        (
            "This article was amended on 4 March. An earlier version said that 14 people were brought to hospital.",
            "It names “14” → “12”. Nowhere in it: “Monday” → “Sunday”.",
        ),
        (
            "Correction: An earlier version of this article gave the number of 14 and Monday for the day.",
            "It names “Monday” → “Sunday” and “14” → “12”.",
        ),
        (
            "Correction: This article was corrected on 4 March, since an earlier version had misnamed the street.",
            "Nowhere in it: “Monday” → “Sunday” and “14” → “12”.",
        ),
    ],
)
def test_a_notice_says_what_it_names(notice: str, said: str) -> None:
    """On whichever side it stands."""
    assert notices(BEFORE, f"{AFTER} ¶ {notice}") == [said]
    turned = said.replace("“Monday” → “Sunday”", "“Sunday” → “Monday”").replace("“14” → “12”", "“12” → “14”")
    assert notices(f"{AFTER} ¶ {notice}", BEFORE) == [turned]


def test_many_changes_are_counted() -> None:
    """Three are quoted, and the others counted."""
    left = " ¶ ".join(f"The boat {name} carried {number} people to the island and back." for name, number in BOATS)
    right = " ¶ ".join(
        f"The boat {name} carried {number + 20} people to the island and back." for name, number in BOATS
    )
    notice = "Correction: This article was corrected on 4 March, since an earlier version had misnamed the street."
    (said,) = notices(left, f"{right} ¶ {notice}")
    assert said == "Nowhere in it: “31” → “51”, “32” → “52”, “33” → “53” and 2 other changes."


BOATS = [("Ada", 31), ("Ines", 32), ("Olav", 33), ("Runa", 34), ("Ida", 35)]


def test_of_nothing_else_nothing_is_said() -> None:
    """A notice alone, without another change of consequence, names none."""
    notice = "Correction: This article was corrected on 4 March, since an earlier version had misnamed the street."
    (told,) = [change for change in changes(BEFORE, f"{BEFORE} ¶ {notice}") if change.kind == "correction"]
    assert "It names" not in told.sentence
    assert "Nowhere" not in told.sentence
